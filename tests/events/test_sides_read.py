"""Who does it to whom where two bodies follow each other, in relative clauses, by pronouns; what is put off or a condition."""

import pytest

import rasad


def code(text: str) -> list[tuple[str, str | None, str, list[tuple[str, str]]]]:
    return [
        (e.event_type, e.sub_event_type, e.status, sorted((a.role, a.text) for a in e.actors))
        for e in rasad.code(text, published="2021-06-09")
    ]


def sides(text: str, event_type: str) -> list[tuple[str, str]]:
    return next(who for kind, _, _, who in reversed(code(text)) if kind == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # one noun alone behind a verb that needs whom it is said to or who is met
        (
            "دعت لجان المقاومة طرفي النزاع إلى وقف فوري لإطلاق النار، وناشدت المنظمات الدولية فتح ممرات إنسانية.",
            "REQUEST",
            [("source", "لجان المقاومة"), ("target", "المنظمات الدولية")],
        ),
        (
            "أدانت نقابة المحامين الاعتداء، وطالبت «الأسايش» بكشف الفاعلين.",
            "REQUEST",
            [("source", "نقابة المحامين"), ("target", "الأسايش")],
        ),
        (
            "زار وفد من الأمم المتحدة مدينة تعز والتقى محافظها وبحث معه فتح المعابر.",
            "CONSULT",
            [("source", "وفد من الأمم المتحدة"), ("target", "محافظها")],
        ),
        # … but two nouns are subject and object
        (
            "زار المبعوث مدينة عدن، واتهمت الحكومة جماعة الحوثي بعرقلة السلام.",
            "ACCUSE",
            [("source", "الحكومة"), ("target", "جماعة الحوثي")],
        ),
        # behind a relative clause
        (
            "قالت وزارة الدفاع إن القوات التي هاجمها مسلحون أمس انسحبت من الموقع.",
            "RETREAT",
            [("source", "القوات")],
        ),
        (
            "المدنيون الذين هجّرهم النظام من داريا تظاهروا في مدينة إدلب ضد القصف.",
            "PROTEST",
            [("source", "المدنيون")],
        ),
        # the object in the verb's pronoun, where the subject stands before
        (
            "التقى القائد العسكري شيوخ العشائر وأمهلهم ثلاثة أيام لتسليم المطلوبين.",
            "THREATEN",
            [("source", "القائد العسكري"), ("target", "شيوخ العشائر")],
        ),
        (
            "طالب أعيان مدينة مصراتة المجلس الرئاسي بحل جهاز دعم الاستقرار، وأمهلوه عشرة أيام.",
            "THREATEN",
            [("source", "أعيان"), ("target", "المجلس الرئاسي")],
        ),
        # armed sides joined by و whom one man calls on
        (
            "قال حاكم إقليم دارفور إن قواته لن تنحاز إلى أي طرف، ودعا الجيش والدعم السريع إلى التفاوض.",
            "REQUEST",
            [("source", "حاكم إقليم دارفور"), ("target", "الجيش"), ("target", "الدعم السريع")],
        ),
        # a body that no list knows, which announces what it refuses
        ("وأعلن الجهاز رفضه المهلة التي حددها أعيان المدينة.", "REJECT", [("source", "الجهاز")]),
        # the object's case
        (
            "منعت قوات الاحتلال المصلين من دخول المسجد، وأبعدت شابين عن المسجد لمدة أسبوع.",
            "SANCTION",
            [("source", "قوات الاحتلال"), ("target", "شابين")],
        ),
        # whose death is looked into is not whom an order is for; what stands in an order gives none
        ("وجّه وزير الداخلية بفتح تحقيق في مقتل المتظاهرين.", "REQUEST", [("source", "وزير الداخلية")]),
        # a name ends before a pronoun or a day
        ("أفرج المسلحون الذين خطفوا الطبيب عنه أمس.", "ASSAULT", [("source", "المسلحون"), ("target", "الطبيب")]),
        # both sides of what a weak word tells
        (
            "وقعت أحداث دامية بين المساليت والقبائل العربية في الجنينة.",
            "ASSAULT",
            [("source", "القبائل العربية"), ("source", "المساليت")],
        ),
        (
            "اندلعت أحداث بين المساليت والقبائل العربية في مدينة الجنينة أوقعت عشرات القتلى.",
            "ASSAULT",
            [("source", "القبائل العربية"), ("source", "المساليت")],
        ),
        (
            "اندلع قتال بين قبيلتي الهدندوة والبني عامر في كسلا.",
            "ASSAULT",
            [("source", "البني عامر"), ("source", "قبيلتي الهدندوة")],
        ),
        # who calls for a strike to come is not whom it is against
        ("أعلنت الفصائل الإضراب الشامل يوم غد الخميس في مدن الضفة.", "PROTEST", [("third", "الفصائل")]),
        # who is set free is no participant
        (
            "أطلقت حركة رجال الكرامة سراح ثلاثة عناصر من الأمن العسكري مقابل إطلاق سراح شاب من السويداء.",
            "COOPERATE",
            [("source", "حركة رجال الكرامة")],
        ),
        (
            "أفرجت فصائل محلية عن ضابط كانت تحتجزه منذ أسبوع مقابل إفراج الأجهزة الأمنية عن طالب جامعي.",
            "COOPERATE",
            [("source", "الأجهزة الأمنية"), ("source", "فصائل محلية")],
        ),
    ],
)
def test_who_does_it_to_whom(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text, event_type) == expected


@pytest.mark.parametrize(
    ("text", "sources", "third"),
    [
        ("توسط وجهاء من آل الجربا بين الأهالي وقسد لإطلاق سراح المعتقلين.", ["الأهالي", "قسد"], "وجهاء من آل الجربا"),
        ("قادت قبائل حاشد وساطة بين الحوثيين وقبيلة حجور.", ["الحوثيين", "قبيلة حجور"], "قبائل حاشد"),
        (
            "قُتل 12 شخصاً في اشتباكات بين الرزيقات والسلامات. وتوسطت الإدارة الأهلية بين الطرفين.",
            ["الرزيقات", "السلامات"],
            "الإدارة الأهلية",
        ),
    ],
)
def test_who_mediates_is_third(text: str, sources: list[str], third: str) -> None:
    event = next(e for e in rasad.code(text, published="2021-06-09") if e.event_type == "CONSULT")
    assert sorted(a.text.removeprefix("و") for a in event.actors if a.role == "source") == sorted(sources)
    assert [a.text for a in event.actors if a.role == "third"] == [third]


@pytest.mark.parametrize(
    ("text", "sub_event"),
    [
        ("هاجم ملثمون خيام المعتصمين في ساحة الحبوبي وأصابوا ستة محتجين.", "Mob violence"),
        ("هاجم عدد من الشبان، فجر اليوم، خيم المعتصمين في ساحة العلم بالعصي، ما أدى إلى إصابة أربعة معتصمين.", "Mob violence"),
        ("أطلق مسلحون ملثمون النار على المعتصمين في ساحة الخلاني.", "Excessive force against protesters"),
    ],
)
def test_who_attacks_a_sit_in_does_not_protest(text: str, sub_event: str) -> None:
    told = code(text)
    assert {sub for kind, sub, _, _ in told if kind == "ASSAULT"} == {sub_event}
    protesters = [who for kind, _, _, people in told if kind == "PROTEST" for role, who in people if role == "source"]
    assert not [who for who in protesters if who.startswith(("ملثم", "الشبان"))]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("أرجأت المحكمة محاكمة الصحفيين إلى الأسبوع المقبل.", "ACCUSE", "denied"),
        ("عرضت تركيا سحب قواتها من المنطقة.", "RETREAT", "planned"),
    ],
)
def test_put_off_or_offered_is_not_done(text: str, event_type: str, status: str) -> None:
    assert [s for kind, _, s, _ in code(text) if kind == event_type] == [status]


def test_a_condition_with_in_is_no_act() -> None:
    told = {kind for kind, _, _, _ in code("قال قائد الحشد إن قواته ستدخل المدينة إن رفضت العشائر تسليم المطلوبين.")}
    assert not told & {"REJECT", "COOPERATE"}


def test_prisoners_who_arrive_are_not_met() -> None:
    assert code("استقبل مطار عدن 35 أسيراً بينهم وزير الدفاع الأسبق محمود الصبيحي.") == []


def test_to_put_off_is_not_to_beg() -> None:
    text = "اتهمت كتائب القسام إسرائيل بخرق الهدنة، وقالت إنها ترجئ تسليم الأسرى حتى إشعار آخر."
    assert [kind for kind, _, _, _ in code(text)] == ["ACCUSE"]


def test_a_meeting_and_its_deal_are_two() -> None:
    text = "وصل المبعوث الأممي إلى صنعاء اليوم. وفي ختام الزيارة اتفق الجانبان على فتح طريق تعز."
    assert {"AGREE", "CONSULT"} <= {kind for kind, _, _, _ in code(text)}


def test_two_who_were_brought_together_sign() -> None:
    text = "اندلعت اشتباكات بين الرزيقات والسلامات. وتوسط المحافظ بين الطرفين ووقعا اتفاق صلح."
    assert [who for role, who in sides(text, "AGREE") if role == "source"] == ["الرزيقات", "السلامات"]


def test_a_whole_war_is_nobodys_act() -> None:
    text = "دخل اتفاق وقف إطلاق النار بين إسرائيل ولبنان حيز التنفيذ، فجر اليوم، بعد أكثر من عام من القتال."
    told = [(kind, [w.removeprefix("و") for r, w in who if r == "source"]) for kind, _, _, who in code(text)]
    assert ("AGREE", ["إسرائيل", "لبنان"]) in told
    assert all(not who for kind, who in told if kind == "ASSAULT")
