"""Which triggers are events, and why the others are not."""

from datetime import date

import pytest

import rasad
from tests.support import read


def coded(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """(type and status of each draft, reasons of the dropped)."""
    doc = read(text, date(2021, 7, 18))
    return [(d.event_type, d.status) for d in doc._.drafts], [d.why for d in doc._.dropped]


def test_content_of_a_demand_is_not_done() -> None:
    kept, dropped = coded("طالب الأهالي قوات النظام بالانسحاب من البلدة.")
    assert [kind for kind, _ in kept] == ["REQUEST"]
    assert any("content of" in why for why in dropped)


def test_content_of_a_threat_is_not_done() -> None:
    assert [kind for kind, _ in coded("هددت قوات النظام بقصف مدينة إدلب.")[0]] == ["THREATEN"]


def test_content_with_a_day_to_come_is_planned() -> None:
    kept, _ = coded("دعا ناشطون في مدينة إدلب إلى مظاهرة يوم الجمعة المقبل.")
    assert ("PROTEST", "planned") in kept


def test_a_word_inside_a_name_is_no_event() -> None:
    kept, dropped = coded("افتتحت قوات الدعم السريع مكتباً في المدينة.")
    assert kept == []
    assert all("inside a name" in why for why in dropped)


@pytest.mark.parametrize(
    "text",
    [
        "تشهد المنطقة توتراً أمنياً منذ سنوات.",
        "تسيطر قوات النظام على معظم القرى.",
        "أدى ارتفاع الأسعار إلى انفجار غضب على مواقع التواصل.",
    ],
)
def test_description_is_no_event(text: str) -> None:
    assert coded(text)[0] == []


def test_every_dropped_trigger_has_a_reason() -> None:
    doc = read("طالب الأهالي بوقف القصف. وتشهد المنطقة اشتباكات متكررة. لرفضه القتال اعتقل.", date(2021, 7, 18))
    assert all(d.why for d in doc._.dropped)
    kept = {t.first for d in doc._.drafts for t in (d.trigger, *d.merged)}
    assert kept.isdisjoint({d.trigger.first for d in doc._.dropped})


def test_a_verb_after_a_comma_ends_what_is_demanded() -> None:
    demand = "شهدت مدينة درعا أمس مظاهرات طالبت بالإفراج عن المعتقلين، واقتحمت مبنى البلدية"
    text = demand + "، لترد عليها قوات النظام بإطلاق الرصاص موقعة ثلاثة قتلى."
    events = rasad.code(text, published="2019-05-01")
    assert [(c.kind, c.best) for e in events if e.event_type == "ASSAULT" for c in e.casualties] == [("killed", 3)]


def test_a_charge_of_bullets_is_no_dispersal_by_gas() -> None:
    text = "فرقت الشرطة المتظاهرين في الخرطوم أمس بإطلاق الرصاص والغاز المسيل للدموع، ما أدى إلى مقتل شاب."
    events = rasad.code(text, published="2019-05-01")
    assert "ASSAULT" in [e.event_type for e in events]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # what surrounds an act in its sentence, and what points back to it
        ("اقتحمت دبابات النظام بلدة المسيفرة أمس وسط إطلاق نار كثيف.", ["ASSAULT"]),
        ("قصفت طائرة تركية سيارة في زاخو أمس. وجاء القصف بعد يوم هادئ.", ["ASSAULT"]),
        # what has lasted since long ago, though a date stands in it
        ("تشن إسرائيل غارات على لبنان منذ بدء الحرب في أكتوبر 2023.", []),
        ("كثف الحوثيون هجماتهم على مأرب منذ مطلع العام.", []),
        # who is meant, not what was done
        ("شُيّع في مأرب أمس عدد من الجنود الذين قتلوا في الجبهات.", []),
        ("أُصيبت مسنة تُدعى سعاد (65 عاماً) برصاص قناص في تعز أمس.", ["ASSAULT"]),
        # companions and blocks stay in their sentence and out of names
        ("قصف لقوات متحالفة مع الدعم السريع\n\nأعلنت نقابة الأطباء إصابة 11 شخصاً بقصف على الدلنج أمس.", ["ASSAULT"]),
        ("أعلنت غرفة عمليات الفتح المبين أنها قصفت معسكراً للنظام في كفرنبل أمس.", ["ASSAULT"]),
        ("حشدت قوات الدعم السريع مقاتليها حول الأبيض أمس.", ["MOBILIZE"]),
        ("في طرابلس، قطع محتجون السير عند ساحة النور أمس.", ["PROTEST"]),
        ("تبادل الجيش وحزب الله القصف على الحدود أمس.", ["ASSAULT"]),
        # words that go with another act and tell none of their own
        ("نفذت قسد بدعم من طيران التحالف عملية إنزال في الطيانة أمس واعتقلت ثلاثة أشخاص.", ["COERCE"]),
        ("قال المعارض في اتصال هاتفي مع قناة محلية إن طائرات النظام قصفت دوما أمس.", ["ASSAULT"]),
        ("قطع محتجون أمس الطريق العام عند بلدة الشحيل بالسواتر الترابية.", ["PROTEST"]),
    ],
)
def test_what_is_told_and_what_only_goes_with_it(text: str, types: list[str]) -> None:
    assert [e.event_type for e in rasad.code(text, published="2024-05-05")] == types


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        # content of a deal, but for the next round
        ("اتفق وجهاء الزاوية والبلدية أمس على فتح الطريق الساحلي.", ["AGREE"], "content of اتفق"),
        ("اتفق الطرفان أمس في جنيف على الاجتماع مجدداً يوم الأحد المقبل. ولم ترد تفاصيل أخرى.", ["AGREE", "CONSULT"], ""),
        ("اتفق الطرفان أمس، برعاية أعيان غريان، على وقف إطلاق النار وسحب الآليات من المدينة.", ["AGREE"], "content of"),
        # content with a day of its own
        ("نص الاتفاق الذي سبقته جولة من المباحثات في جنيف استمرت حتى مساء الخميس على تشكيل لجنة.", ["AGREE", "CONSULT"], ""),
        # what is left undone beside another act
        ("أطلق جنود النار على شاب في جاسم أمس وتركوه ينزف من دون أن تقدم له الإسعافات.", ["ASSAULT"], "without"),
        ("حصل الأهالي على وعود بعدم اعتقال أبنائهم في درعا.", [], "without"),
        ("لم تقصف قوات النظام بلدة إحسم أمس.", ["ASSAULT"], ""),
        # fighting of nobody, a weak word with one thing of its own, what armed men or a crowd do in one
        ("وأثارت المواجهات في مدينة الزاوية مخاوف السكان.", [], "fighting named only"),
        ("اندلعت مواجهات في مدينة الزاوية أمس.", ["ASSAULT"], ""),
        ("تحدث الكاتب عن استهداف المدنيين.", [], "a weak word with only one"),
        ("قامت قوات الحشد الشعبي بإنشاء ثكنة على التل. وعاد الهدوء إلى القرية.", ["MOBILIZE"], ""),
        ("تحدث السكان عن إنشاء ثكنة لقوات الحشد الشعبي على التل.", [], "a move that nobody makes"),
        ("قام الأهالي بإنشاء ثكنة على التل.", [], "a weak word for what civilians did"),
        ("انتشر عناصر من قوات النظام.", ["MOBILIZE"], ""),
        # a deal that is spoken of, and one that is made
        ("وقال الناطق إن الهدنة في درعا هشة.", [], "a deal that one noun names"),
        ("أعلن الطرفان التوصل إلى اتفاق في درعا.", ["AGREE"], ""),
        # a release that one noun names, and one that a verb tells
        ("عاد الهدوء بعد إطلاق سراح موظفين في صعدة.", [], "a release that one noun names"),
        ("أطلق الحوثيون سراح موظفين في صعدة أمس.", ["RETREAT"], ""),
        # a move that nobody makes; a civilian's own affair
        ("وجاء ذلك بعد وصول تعزيزات إلى سرت.", [], "a move that nobody makes"),
        ("سلّم أهالي البلدة شاباً إلى ذويه في عفرين أمس.", [], "what civilians did"),
        # one measure: closed and cordoned off
        ("أغلقت فصائل محلية طرق السويداء أمس وفرضت طوقاً على الحاجز.", ["COERCE"], ""),
        ("أغلقت فصائل محلية طرق السويداء أمس، وصادرت سيارات مدنيين في شهبا.", ["COERCE", "COERCE"], ""),
        # a noun of force with nothing but a day
        ("انتظر السكان نهاية القتال أمس.", [], "named only"),
    ],
)
def test_told_or_named(text: str, types: list[str], why: str) -> None:
    kept, dropped = coded(text)
    assert [kind for kind, _ in kept] == types
    assert any(why in w for w in dropped) or not why


def test_an_act_that_only_the_headline_names_needs_a_day_or_a_toll() -> None:
    body = "\n\nقال وزير الداخلية أمس إن الأوضاع مستقرة وإن الدوام يعود إلى المدارس صباح الأحد كما كان مقرراً."
    assert coded("قوات النظام تعتقل ناشطين" + body)[0] == []
    assert [kind for kind, _ in coded("قوات النظام تعتقل ثلاثة ناشطين في درعا" + body)[0]] == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("نزح السكان خشية قصف مدينة إدلب.", []),
        ("نزح السكان بعد قصف مدينة إدلب. ولم ترد تفاصيل أخرى.", ["ASSAULT"]),
        ("سلك السائقون طريقا آخر تفاديا لاقتحام مدينة إدلب.", []),
        ("التصعيد ينذر بهجوم قوات النظام على مدينة إدلب.", []),
    ],
)
def test_what_is_feared_is_not_done(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in coded(text)[0]] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("انتشار تعزيزات في مدينة إدلب أمس.", []),
        ("مصادمات قرب مسلحين في مدينة إدلب أمس أسفرت عن مقتل مدنيين.", ["ASSAULT"]),
    ],
)
def test_a_weak_word_of_a_deed_needs_a_doer_or_a_toll(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in coded(text)[0]] == kinds


def test_a_measure_beside_another_needs_something_of_its_own() -> None:
    arrest = "اعتقلت قوات الاحتلال شابا في بلدة بيت أمر."
    kept, dropped = coded(f"{arrest} وأغلقت المدخل.")
    assert len(kept) == 1
    assert any("measure beside another" in why for why in dropped)
    assert len(coded(f"{arrest} وأغلقت مدخل بلدة حلحول.")[0]) == 2


def test_a_word_of_purpose_inside_a_name_gives_no_reason() -> None:
    kept, _ = coded("اعتقلت قوات مكافحة الشغب خمسة متظاهرين في كركوك أمس.")
    assert ("COERCE", "occurred") in kept


def test_his_family_is_no_capture() -> None:
    kept, _ = coded("وقتل مسلحون حوثيون، ضابط أمن أمام أسرته في مفرق ماوية بمحافظة تعز.")
    assert kept == [("ASSAULT", "occurred")]


def test_an_abduction_in_the_lead_does_not_sum_killings() -> None:
    kept, _ = coded(
        "أعلنت مصادر محلية في محافظة ذمار اختطاف جماعة الحوثي أربعين باحثاً في المحافظة.\n"
        "وقتل مسلحون حوثيون ضابط أمن في مفرق ماوية أمس.\n"
        "ودارت اشتباكات بين الحوثيين وأفراد المقاومة الشعبية في مديرية ذي ناعم منذ صباح الأحد."
    )
    assert [kind for kind, _ in kept] == ["COERCE", "ASSAULT", "ASSAULT"]  # who holds power there arrests


LED = "أصيب مزارع برصاص مجهولين في بلدة طفس أمس."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ووثقت شبكة حقوقية مقتل 40 مدنياً في مدينة درعا خلال نيسان الماضي.", 1),
        ("وسجلت المدينة خلال آذار الماضي ثماني محاولات قتل، قتل فيها اثنان.", 1),
        ("وشهدت مدينة درعا في آذار الماضي هجمات بعبوات ناسفة.", 1),
        # one act of a month, and one whose doer is told
        ("وفي آذار الماضي قتل مسلحون طبيباً في مدينة درعا.", 2),
        ("وفي آذار الماضي شن تنظيم داعش هجمات على مدينة درعا.", 2),
    ],
)
def test_counts_over_a_period_are_no_acts(text: str, count: int) -> None:
    assert len(rasad.code(f"{LED}\n\n{text}", published="2021-05-10")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وأطلقت قسد حملة أمنية في مخيم الهول أمس تستهدف خلايا التنظيم.", 1),
        ("وتنتشر في ريف إدلب تنظيمات إرهابية تقوم بالاعتداء على القرى.", 1),
        # once, though in the present: behind "before", at the head of an item, with its day
        ("وقطع محتجون الطريق في مدينة عدن أمس قبل أن تفتح قوات الأمن النار عليهم، ما أدى إلى إصابة ثلاثة.", 2),
        ("🔴 الطيران الحربي يستهدف بلدة كفرنبل.", 2),
        ("وقامت قوات النظام بالاعتداء على مدنيين في بلدة نوى.", 2),
    ],
)
def test_what_is_done_as_a_rule_is_no_act(text: str, count: int) -> None:
    kinds = [e.event_type for e in rasad.code(f"{LED}\n\n{text}", published="2021-05-10")]
    assert kinds.count("ASSAULT") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وتعرض رتل لقوات النظام كان في طريقه من مدينة نوى إلى مدينة جاسم في ريف درعا الشمالي لهجوم مسلح.", 2),
        ("ودخلت قوة أمنية بلدة نوى لاغتيال قيادي محلي.", 1),
    ],
)
def test_exposure_reaches_over_its_subject(text: str, count: int) -> None:
    kinds = [e.event_type for e in rasad.code(f"{LED}\n\n{text}", published="2021-05-10")]
    assert kinds.count("ASSAULT") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وخلال الشهور الأخيرة، زادت وتيرة هجمات مسلحي داعش في محافظة كركوك.", 1),
        ("وذكر أن هجوماً ثالثاً شنه مسلحون على حاجز للشرطة في بلدة نوى أوقع قتيلاً.", 2),
    ],
)
def test_a_pace_is_a_description_and_a_third_attack_an_act(text: str, count: int) -> None:
    kinds = [e.event_type for e in rasad.code(f"{LED}\n\n{text}", published="2021-05-10")]
    assert kinds.count("ASSAULT") == count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What a deal came after, hours later too, is not what it is about.
        (
            "توصل الطرفان إلى اتفاق في وادي بردى أمس. وجاء هذا الاتفاق بعد ساعات من سيطرة قوات النظام على قرية بسيمة.",
            ["AGREE", "ASSAULT"],
        ),
        ("توصل الطرفان إلى اتفاق في وادي بردى أمس. ونص الاتفاق على سيطرة قوات النظام على قرية بسيمة.", ["AGREE"]),
        # A verb joined behind those involved tells on; a noun is what they are involved in.
        ("لاحقت الشرطة بعض المتورطين واشتبكت معهم في حي الجزائر أمس، ما أسفر عن إصابة شرطيين.", ["ASSAULT"]),
        ("لاحقت الشرطة بعض المتورطين باشتباكات في حي الجزائر.", []),
        # Attempts were made; what a column is sent for was not done.
        ("قامت القوات الحكومية بمحاولات فاشلة لاقتحام بلدة الرستن فجر أمس.", ["COERCE"]),
        ("أرسلت القوات الحكومية رتلاً لاقتحام بلدة الرستن فجر أمس.", ["MOBILIZE"]),
    ],
)
def test_what_was_done_beside_a_deal_a_charge_or_an_attempt(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in coded(text)[0]] == kinds


MARCH = "خرج العشرات في مظاهرة في مدينة الباب أمس احتجاجاً على انقطاع الكهرباء."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What people without arms or office say behind their protest is its demand …
        ("وطالب الأهالي شركة الكهرباء بخفض الأسعار.", []),
        ("وندد المواطنون بقرارات المجلس المحلي.", []),
        # … but not their call to assemble, words of a day of their own, or what others say.
        ("ودعا ناشطون من المدينة أهالي الباب إلى مظاهرة أخرى.", ["REQUEST"]),
        ("وناشد الأهالي اليوم الاثنين الحكومة المؤقتة التدخل العاجل.", ["REQUEST"]),
        ("وطالبت وزارة الداخلية الأهالي بفتح الطريق.", ["REQUEST"]),
    ],
)
def test_what_people_demand_behind_their_protest_is_its_own(text: str, kinds: list[str]) -> None:
    found = [e.event_type for e in rasad.code(f"{MARCH}\n\n{text}", published="2021-05-10")]
    assert [kind for kind in found if kind != "PROTEST"] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قصف الطيران الحربي، أمس، رتلاً عسكرياً لقوات النظام قرب مدينة سراقب.", ["ASSAULT"]),
        ("استهدفت فصائل المعارضة تعزيزات لقوات النظام قرب مدينة سراقب أمس.", ["ASSAULT"]),
        ("قصفت قوات النظام مدينة سراقب أمس، بعد وصول رتل عسكري لقوات النظام إلى مدينة معرة النعمان.", ["ASSAULT", "MOBILIZE"]),
    ],
)
def test_what_is_struck_is_no_move(text: str, kinds: list[str]) -> None:
    assert [e.event_type for e in rasad.code(f"{LED}\n\n{text}", published="2021-05-10")][1:] == kinds


def test_words_amid_an_act_are_told() -> None:
    text = "اقتحمت قوات الاحتلال بلدة يعبد فجر اليوم، وسط اتهامات من الأهالي للشرطة بالتقصير."
    assert "ACCUSE" in [e.event_type for e in rasad.code(f"{LED}\n\n{text}", published="2021-05-10")]


@pytest.mark.parametrize(
    ("opening", "count"),
    [
        ("سجلت شبكة حقوقية خلال شهر آذار الماضي 12 حملة مداهمة في ريف دير الزور.", 0),
        # news of yesterday beside the count, and a month without one
        ("سجلت شبكة حقوقية خلال شهر آذار الماضي 12 حملة مداهمة في ريف دير الزور، كان آخرها أمس.", 2),
        ("داهمت قسد خلال شهر آذار الماضي بلدات في ريف دير الزور.", 2),
    ],
)
def test_a_report_that_counts_a_month_tells_counts(opening: str, count: int) -> None:
    text = "واعتقلت قسد ستة أشخاص في بلدة الشحيل، واعتقلت أربعة في بلدة الصور."
    kinds = [e.event_type for e in rasad.code(f"{opening}\n\n{text}", published="2021-05-10")]
    assert kinds.count("COERCE") >= count
    assert bool(kinds) == bool(count)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # what was said amid another act was said; talks amid an act belong to it
        ("قتل شاب في بلدة الشحيل أمس وسط مناشدات للتحالف بالتدخل.", [("ASSAULT", "occurred"), ("REQUEST", "occurred")]),
        ("طوقت قوات النظام بلدة الشيخ مسكين أمس وسط مفاوضات.", [("COERCE", "occurred")]),
        # where it was agreed is no content of what was agreed
        (
            "وقع الفصيلان الاتفاق أمس في اجتماع بينهما في مدينة إعزاز.",
            [("AGREE", "occurred"), ("CONSULT", "occurred")],
        ),
        ("اتفق الفصيلان أمس على عقد اجتماع.", [("AGREE", "occurred")]),
        (
            "اشترطت قوات النظام أمس تهجير شبان من بلدة أم باطنة، وسط رفض من الأهالي.",
            [("REQUEST", "occurred"), ("REJECT", "occurred")],
        ),
        (
            "خرجت مظاهرة في السويداء أمس رغم دعوات من الوجهاء إلى التهدئة.",
            [("PROTEST", "occurred"), ("REQUEST", "occurred")],
        ),
        ("رفض الوفد أمس المشاركة في اجتماعات جنيف.", [("REJECT", "occurred")]),
    ],
)
def test_what_surrounds_what_was_said(text: str, kinds: list[tuple[str, str]]) -> None:
    assert coded(text)[0] == kinds


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # a visit with its talks is one act; the next round, to come, is another
        ("اجتمع وفد روسي أمس مع وجهاء مدينة درعا. وناقش المجتمعون وقف القتال.", ["CONSULT"]),
        ("وصل وفد روسي أمس إلى مدينة درعا.", ["CONSULT"]),
        (
            "اجتمع وفد روسي أمس مع وجهاء مدينة درعا. وسيصل وزير الخارجية التركي إلى مدينة إدلب غداً.",
            ["CONSULT", "CONSULT"],
        ),
        (
            "اجتمع وفد روسي أمس مع وجهاء مدينة درعا. ووصل وزير الخارجية التركي إلى مدينة إدلب أمس.",
            ["CONSULT", "CONSULT"],
        ),
        # a deal that is only named, and one that has its day
        ("قصفت إسرائيل بلدة كفرا أمس. ويواصل الاحتلال غاراته مخالفاً اتفاق وقف إطلاق النار مع لبنان.", ["ASSAULT"] * 2),
        ("أبرمت قسد أمس اتفاقاً مع الحكومة في حلب.", ["AGREE"]),
        # together with whom
        ("اعتقلت قوات النظام شاباً في مدينة درعا أمس بالتنسيق مع الشرطة الروسية.", ["COERCE"]),
    ],
)
def test_what_belongs_to_an_act_told_beside_it(text: str, types: list[str]) -> None:
    assert [kind for kind, _ in coded(text)[0]] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # told not to do it again; a danger told of
        ("حذرت النقابة أمس أطراف النزاع من مواصلة اعتقال الصحفيين.", ["THREATEN"]),
        ("حذرت النقابة أمس من كارثة صحية في المخيم.", []),
        # a press conference is no meeting
        ("يعقد مسؤولو المفوضية غداً في المدينة مؤتمراً صحفياً.", []),
        ("يعقد مسؤولو المفوضية غداً في المدينة مؤتمراً للمصالحة.", ["CONSULT"]),
        # care that the hurt were given
        ("أصيب شابان برصاص مجهولين في الشحيل أمس وأسعفا إلى مشفى البلدة.", ["ASSAULT"]),
        ("أصيب شاب برصاص مجهولين في الشحيل أمس وأسعف على إثر ذلك إلى مشفى البلدة.", ["ASSAULT"]),
        # what endangers, and who threatens
        ("أغلقت قوات النظام معبر أبو الزندين أمس في تطور خطير يهدد حركة السكان.", ["COERCE"]),
        ("قال ناشطون في إدلب إن قوات النظام تهدد السكان بالقصف.", ["THREATEN"]),
        # words joined to an act, and told by themselves
        ("أطلق مسلحون النار على منازل في الشحيل أمس وتهديدات للسكان.", ["ASSAULT"]),
        ("تهديدات من قوات النظام لسكان الشحيل أمس.", ["THREATEN"]),
        ("نظم أهالي بلدة تلبيسة وقفة احتجاجية أمس. وطالب المشاركون بدخول المساعدات.", ["PROTEST"]),
        ("طالب المشاركون في مؤتمر القاهرة أمس قوات النظام بالانسحاب.", ["REQUEST"]),
        # said twice of one act; two acts of a kind
        ("تدين الهيئة وتشجب القصف الجوي لمدينة الضعين.", ["ACCUSE"]),
        ("أدانت الهيئة أمس قصف بلدة إحسم. وأدانت فرنسا القصف.", ["ACCUSE", "ACCUSE"]),
        # a protest that demands
        ("نفذ اللاجئون اعتصاماً في صيدا أمس. وطالب الاعتصام الأونروا بتقديم المساعدة.", ["PROTEST"]),
    ],
)
def test_words_that_tell_no_act_of_their_own(text: str, types: list[str]) -> None:
    assert [kind for kind, _ in coded(text)[0]] == types
