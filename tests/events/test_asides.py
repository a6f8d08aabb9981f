"""Words of acts that only tell something of another act, and acts that two sentences or two words tell."""

from datetime import date

import pytest

import rasad
from tests.support import read

LED = "قصفت قوات النظام بلدة إحسم بالمدفعية صباح أمس."


def reasons(text: str) -> dict[str, str]:
    """Trigger → why it was left out."""
    doc = read(text, date(2021, 7, 18))
    return {doc._.words.quote(d.trigger.first, d.trigger.last): d.why for d in doc._.dropped}


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("قال القائد إن مقاتليه جاهزون إذا هاجمت قوات النظام بلدة إحسم.", "هاجمت", "a condition (إذا …)"),
        ("أفاد سكان بلدة إحسم بسماع دوي انفجارات عنيفة مساء أمس.", "انفجارات", "heard, with no act named"),
        ("فككت فرق الهندسة سيارة مفخخة قرب سوق مدينة الباب.", "سيارة مفخخة", "a bomb that is made harmless (تفكيك عبوة)"),
        ("التقى المحافظ أعضاء لجنة الاعتصام في مدينة سقطرى أمس.", "الاعتصام", "says which body or persons (لجنة الاعتصام)"),
        ("اغتال مسلحون ناشطاً في الاحتجاجات وسط مدينة كربلاء أمس.", "الاحتجاجات", "says which body or persons (لجنة الاعتصام)"),
        ("وصلت قوة أمنية إلى البلدة لإخماد النزاع والقبض على المطلوبين.", "والقبض على", "part of a purpose (لتسهيل دخول …)"),
        ("عبد العمال الطريق لتسهيل دخول قوافل المساعدات إلى المدينة.", "دخول قوافل", "part of a purpose (لتسهيل دخول …)"),
        (
            "توغلت قوة إسرائيلية في قرية كودنة وأقامت حاجزاً وسطها.",
            "وأقامت حاجزاً",
            "a checkpoint of the force that moves in (توغلت … وأقامت حاجزاً)",
        ),
        ("علقت نقابة المعلمين إضرابها في مدارس تعز أسبوعين.", "إضرابها", "a protest that another act ends (علقت إضرابها)"),
        (
            "شنت المقاتلات ثلاث غارات على مواقع وتعزيزات للحوثيين قرب حيس.",
            "وتعزيزات",
            "what is struck, not a move (استهدفت رتلاً)",
        ),
    ],
)
def test_it_only_tells_something_of_another_act(text: str, word: str, why: str) -> None:
    assert reasons(f"{LED} {text}").get(word) == why


@pytest.mark.parametrize(
    "text",
    [
        "قال القائد إن قوات النظام هاجمت بلدة إحسم أمس.",
        "هز انفجار عنيف بلدة إحسم مساء أمس.",
        "أعلن ناشطون عن اعتصام في مدينة سقطرى أمس.",
        "استهدفت الطائرات مقراً لتنظيم الدولة وقتل ثلاثة من عناصره قرب مدينة تدمر أمس.",
        "سُجلت إصابات لأفراد من الأمن واعتقال شابين في مدينة درعا أمس.",
        "قصفت قوات النظام تمهيداً لشن هجوم على بلدة كفرنبل.",
        "قام عدد من الموظفين بالتظاهر في مدينة السليمانية أمس.",
        "نصبت قوات النظام حاجزاً على مدخل بلدة إحسم أمس.",
    ],
)
def test_told_it_is_an_act(text: str) -> None:
    why = reasons(f"{LED} {text}").values()
    asides = ("a condition", "heard", "says which body", "part of a purpose", "a checkpoint", "a protest that", "describes what")
    assert not any(w.startswith(asides) for w in why)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("اندلعت اشتباكات بين عشيرتين في بلدة البصيرة أمس عقب مقتل أحد الوجهاء على يد مسلحين.", ["ASSAULT", "ASSAULT"]),
        ("خرج معلمو مدينة الباب أمس في وقفة احتجاجية مماثلة أمام المديرية.", ["PROTEST"]),
        ("أمهلت اللجنة الأمنية وجهاء طفس حتى غد الاثنين، مهددة بالخيار العسكري.", ["THREATEN"]),
        ("طالب متظاهرون في ساحة مدينة سبها بإطلاق سراح المعتقلين أمس.", ["PROTEST"]),
        ("أطلقت فصائل المعارضة صواريخ على حاجز للنظام أمس، بعد يوم من مقتل ستة مدنيين برصاص قوات النظام.", ["ASSAULT"] * 2),
        ("قصفت قوات النظام بلدة إحسم صباح اليوم، بعد ساعات على مقتل مدنيين اثنين في المنطقة.", ["ASSAULT"] * 2),
        ("مددت المخابرات اعتقال طالب في جامعة الخليل حتى الخميس المقبل.", ["COERCE"]),
        ("طالبت الهيئة الحكومة بصرف الرواتب، ودعت المواطنين إلى الهدوء.", ["REQUEST", "REQUEST"]),
    ],
)
def test_one_record_an_act(text: str, kinds: list[str]) -> None:
    assert [event.event_type for event in rasad.code(text, published="2021-07-18")] == kinds


def test_the_head_of_a_long_subject_is_the_companion_of_its_verb() -> None:
    text = "قال مصدر أمني إن قوة كبيرة من جهاز مكافحة الشغب في محافظة درعا تحركت أمس باتجاه بلدة طفس."
    assert [t.event_type for t in read(text, date(2021, 7, 18))._.triggers if t.lemma == "تحرك"] == ["MOBILIZE"]
    joined = "قال مصدر إن رتلاً لقوات النظام خرج أمس من مطار كويرس ووصل إلى بلدة العريمة."
    assert [event.event_type for event in rasad.code(joined, published="2021-07-18")] == ["MOBILIZE"]


def test_a_last_line_that_tells_on_is_no_headline() -> None:
    body = "قصفت قوات النظام بلدة إحسم أمس.\n\nوقال سكان إن المنازل تضررت.\n\nولم ترد أنباء عن ضحايا.\n\nونزحت عائلات."
    for last in ("وأدانت لجنة الحقوق القصف", "في سياق متصل، خرجت مظاهرة في مدينة إدلب"):
        assert rasad.code(f"{body}\n\n{last}", published="2021-07-18")[-1].trigger.start > len(body)
    assert rasad.code(f"{body}\n\nمظاهرة في مدينة إدلب", published="2021-07-18")[-1].trigger.start < len(body)


def test_what_is_told_beside_a_lead_is_no_part_of_it() -> None:
    lead = "هدمت جرافات الاحتلال أمس منزلاً في حي جبل المكبر."
    rest = "وأغلقت قوات الاحتلال أمس مدخل بلدة أبو ديس. واعتقلت قوات الاحتلال أمس شاباً في بلدة العيزرية."
    events = rasad.code(f"{lead} {rest}", published="2021-07-18")
    assert [event.event_type for event in events] == ["COERCE"] * 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # of another kind
        ("استنفرت قوات النظام في مدينة درعا اليوم. ووصل رتل لقوات النظام إلى مدينة درعا.", ["MOBILIZE", "MOBILIZE"]),
        # the noun that points back means the one act of its word, wherever the hurt man lives
        (
            "انفجرت عبوة ناسفة في مدينة بعقوبة أمس. وقال المصدر إن الانفجار أسفر عن إصابة سائق يسكن مدينة الخالص.",
            ["ASSAULT"],
        ),
        # a part of a side is that side
        (
            "قصفت قوات النظام قرى ريف إدلب الجنوبي اليوم. وقال مراسلنا إن مدفعية النظام استهدفت بقصف مكثف قرى ريف إدلب الجنوبي.",
            ["ASSAULT"],
        ),
    ],
)
def test_across_sentences(text: str, kinds: list[str]) -> None:
    assert [event.event_type for event in rasad.code(text, published="2021-07-18")] == kinds


def test_many_in_the_course_of_a_month_are_a_count() -> None:
    why = reasons(f"{LED} ونفذ المستوطنون نحو 170 اعتداء خلال شهر حزيران الماضي.")
    assert why.get("اعتداء") == "a count over a period"


def test_a_word_inside_a_time_is_no_act() -> None:
    assert "أوت" not in [event.trigger.text for event in rasad.code("قتل شرطي بانفجار لغم في الثاني من أوت 2020 قرب سرت.")]


@pytest.mark.parametrize(
    "text",
    [
        "لقي أربعة أشخاص مصرعهم جراء تصادم حافلة وصهريج على طريق الرطبة أمس.",
        "قتل شخصان وأصيب ثلاثة بحادث سير على طريق حمص أمس.",
        "توفي رجل مسن في مستشفى الرستن متأثراً بمرض عضال أمس.",
        "أودى سقوط مصعد في عمارة وسط بغداد بحياة عاملين أمس.",
    ],
)
def test_accidents_and_illnesses_are_no_acts(text: str) -> None:
    assert rasad.code(text, published="2023-03-15") == []


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة مدنيين بقصف لقوات النظام أدى إلى انهيار مبنى في سرمين أمس.",
        "وفاة معتقل تحت التعذيب في سجن صيدنايا، بعد أيام من قول إدارته إنه أصيب بنوبة قلبية.",
    ],
)
def test_force_and_custody_are_no_accidents(text: str) -> None:
    assert [e.event_type for e in rasad.code(text, published="2023-03-15")] == ["ASSAULT"]
