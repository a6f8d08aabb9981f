"""Sub-types, by means and sides: codebook sections 2 and 10."""

import pytest

import rasad

CASES = [
    ("قصفت قوات النظام بالمدفعية الثقيلة بلدة إحسم", "ASSAULT", "Shelling/artillery/missile attack"),
    ("شن الطيران الحربي الروسي غارات على بلدة إحسم", "ASSAULT", "Air/drone strike"),
    ("انفجرت عبوة ناسفة بسيارة مدنية في مدينة الباب", "ASSAULT", "Remote explosive/landmine/IED"),
    ("اندلعت اشتباكات بين قوات النظام وهيئة تحرير الشام في ريف إدلب", "ASSAULT", "Armed clash"),
    ("خطف مسلحون مجهولون شاباً من مدينة درعا", "ASSAULT", "Abduction/forced disappearance"),
    ("اغتال مجهولون مدنياً في مدينة درعا", "ASSAULT", "Attack"),
    ("سيطرت قوات النظام على بلدة الهبيط في ريف إدلب", "ASSAULT", "Government regains territory"),
    ("سيطر تنظيم داعش على بلدة الهبيط في ريف إدلب", "ASSAULT", "Non-state actor overtakes territory"),
    ("أطلقت الشرطة قنابل الغاز لتفريق المتظاهرين في مدينة الخرطوم", "PROTEST", "Protest with intervention"),
    ("قصف سلاح الجو مواقع في مدينة سرت", "ASSAULT", "Air/drone strike"),
    ("تعرض حاجز على طريق مدينة بانياس لهجوم مسلح", "ASSAULT", "Armed clash"),
    ("خرجت مظاهرة في مدينة إدلب", "PROTEST", "Peaceful protest"),
    ("اعتقلت قوات النظام شابين في مدينة درعا", "COERCE", "Arrests"),
    ("صادرت قوات النظام أراضي المزارعين في ريف درعا", "COERCE", "Looting/property destruction"),
    ("أرسلت قوات النظام تعزيزات عسكرية إلى مدينة درعا", "MOBILIZE", "Other"),
    ("اتفق الطرفان على وقف إطلاق النار في مدينة درعا", "AGREE", "Agreement"),
    ("اجتمع وجهاء درعا مع وفد روسي", "CONSULT", None),
    ("هددت قوات النظام باقتحام مدينة درعا", "THREATEN", None),
    ("انسحبت قوات النظام من مدينة درعا", "RETREAT", None),
    ("اقتحمت قوات الأمن بلدة محجة في ريف درعا", "COERCE", None),
    ("اقتحم مقاتلو هيئة تحرير الشام سجناً في مدينة إدلب", "ASSAULT", "Armed clash"),
    ("هاجم مقاتلو المعارضة سوقاً في مدينة إدلب", "ASSAULT", "Attack"),
    ("سيطر مقاتلو العشائر على حقل نفطي في ريف دير الزور بعد اشتباكات", "ASSAULT", "Non-state actor overtakes territory"),
    ("اجتاحت قوات الدعم السريع بلدة كتم", "ASSAULT", "Non-state actor overtakes territory"),
    ("فتح الطيران الحربي نيران رشاشاته على محيط بلدة إحسم", "ASSAULT", "Air/drone strike"),
    ("وجهت كتائب القسام ضربة صاروخية كبيرة لمدينة عسقلان", "ASSAULT", "Shelling/artillery/missile attack"),
    ("أصيب شابان باشتباكات بين الشرطة ومتظاهرين في مدينة صيدا", "ASSAULT", "Protest with intervention"),
    ("قتل ثلاثة أشخاص باشتباكات بين قوات الأمن ومتظاهرين في مدينة الناصرية", "ASSAULT", "Excessive force against protesters"),
    ("اقتحم مستوطنون باحات المسجد الأقصى", "COERCE", None),
    ("اقتحمت مجموعة من المستوطنين باحات المسجد الأقصى", "COERCE", None),
    ("اندلعت مواجهات بين شبان وقوات الاحتلال في بلدة بيتا", "PROTEST", "Violent demonstration"),
    ("حاول متظاهرون اقتحام مقر الحزب وسط السليمانية", "PROTEST", "Violent demonstration"),
    ("أسقطت الدفاعات الجوية ست مسيرات للدعم السريع فوق كوستي", "ASSAULT", "Disrupted weapons use"),
    ("فككت فرق الهندسة عبوة ناسفة على طريق عفرين", "COERCE", "Disrupted weapons use"),
    ("خرقت طائرة استطلاع إسرائيلية الأجواء فوق بلدة رميش", "MOBILIZE", "Other"),
    ("اندلعت مواجهات بين مقاومين وقوات الاحتلال في بلدة بيتا", "ASSAULT", "Armed clash"),
    ("اندلعت مواجهات بين قوات النظام وهيئة تحرير الشام في مدينة إدلب", "ASSAULT", "Armed clash"),
    ("رشق مستوطنون مركبات بالحجارة قرب مدينة نابلس", "COERCE", "Looting/property destruction"),
    ("طرد مستوطنون رعاة من أراضي قرية دوما", "COERCE", None),
    ("نصب مستوطنون خياماً على أراضي قرية دوما", "COERCE", "Looting/property destruction"),
    ("نصب المحتجون متاريس على طريق مدينة دنقلا", "PROTEST", "Peaceful protest"),
    ("جرى إغلاق مداخل مدينة صيدا احتجاجاً على قطع الكهرباء", "PROTEST", "Peaceful protest"),
    ("فجر الحوثيون منزلاً في مدينة رداع", "COERCE", "Looting/property destruction"),
    ("فجر مقاتلو القسام منزلاً بقوة إسرائيلية في مدينة خان يونس", "ASSAULT", "Remote explosive/landmine/IED"),
]


@pytest.mark.parametrize(("text", "kind", "sub"), CASES, ids=[text for text, _, _ in CASES])
def test_sub_type(text: str, kind: str, sub: str | None) -> None:
    assert [(e.event_type, e.sub_event_type) for e in rasad.code(text + ".", published="2019-05-01")] == [(kind, sub)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("وأطلقت قوات الأمن قنابل الغاز المسيل للدموع لتفريقهم.", ["PROTEST"]),
        ("وأطلقت قوات الأمن قنابل الغاز المسيل للدموع لتفريقهم، فأصيب ثلاثة شبان.", ["PROTEST", "ASSAULT"]),
    ],
)
def test_gas_near_a_protest_is_its_intervention(text: str, kinds: list[str]) -> None:
    crowd = "خرج العشرات في مظاهرة في مدينة أم درمان بعد صلاة الجمعة. "
    events = list(rasad.code(crowd + text, published="2019-05-01"))
    assert [e.event_type for e in events] == kinds
    assert {e.sub_event_type for e in events} == {"Protest with intervention"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("احتجز مسلحون مجهولون جنوداً من الجيش السوري قرب مدينة القنيطرة أمس.", "ASSAULT"),
        ("احتجز مسلحون مجهولون شاحنة وقود قرب مدينة القنيطرة أمس.", "COERCE"),
        ("احتجزت الشرطة العسكرية جنوداً من الجيش السوري قرب مدينة القنيطرة أمس.", "COERCE"),
    ],
)
def test_soldiers_seized_by_people_without_power_are_abducted(text: str, kind: str) -> None:
    assert [e.event_type for e in rasad.code(text, published="2019-05-01")] == [kind]


def test_a_tribe_that_fights_is_armed_in_its_other_acts_too() -> None:
    text = (
        "دارت اشتباكات أمس بين قبيلة الزوية وقبيلة التبو في مدينة الكفرة وأسفرت عن إصابة أربعة. "
        "وهددت قبيلة التبو، اليوم، بإغلاق الحقول النفطية إذا لم تنسحب القوات."
    )
    made = rasad.code(text, published="2023-11-14")
    threat = next(e for e in made if e.event_type == "THREATEN")
    assert [a.actor_class for a in threat.actors if a.role == "source"] == ["identity_militia"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Who is told of only as those shot at held a protest.
        ("أطلقت قوات الأمن النار على متظاهرين في مدينة درعا أمس، ما أوقع ثلاثة قتلى.", ["ASSAULT", "PROTEST"]),
        # A dispersal is the protest's intervention, also where the protest stands behind it.
        (
            "فضّت قوات الشرطة بالقوة، صباح اليوم، اعتصام الطلاب أمام جامعة الخرطوم. وقال أطباء إن خمسة متظاهرين قُتلوا بالرصاص.",
            ["PROTEST", "ASSAULT"],
        ),
        # A body without arms that closes a road in dissent protests.
        (
            "يواصل أنصار مجلس القبائل إغلاق الطريق الدولي في منطقة سنكات منذ الخميس الماضي رفضاً للاتفاق.",
            ["PROTEST"],
        ),
        ("عمّ الإضراب الشامل مدن نابلس وجنين حداداً على الشهداء.", ["PROTEST"]),
        ("إضراب عام يعمّ أسواق مدينة الباب احتجاجاً على الانفلات الأمني.", ["PROTEST"]),
        ("طالبت أسر المفقودين في المدينة، خلال اعتصام أمام مبنى المحافظة في تعز، السلطات بالكشف عن مصير أبنائها.", ["PROTEST"]),
        ("أغلق مزارعون طريق حلفا احتجاجاً على الغلاء. وتجمهر آخرون في دنقلا ومنعوا مرور الشاحنات.", ["PROTEST"]),
        ("تراجعت دبابات الاحتلال من أطراف مخيم جباليا الليلة الماضية.", ["RETREAT"]),
    ],
)
def test_a_protest_and_what_is_done_to_it(text: str, kinds: list[str]) -> None:
    assert [e.event_type for e in rasad.code(text, published="2023-03-10")] == kinds


def test_none_hurt_at_a_dispersal_is_said_of_the_protest() -> None:
    text = "نظّم الأهالي في سنجل، ظهر أمس، وقفة احتجاجية قرب البوابة فرّقها الجنود بقنابل الغاز دون وقوع إصابات."
    [event] = rasad.code(text, published="2023-03-10")
    assert (event.event_type, event.sub_event_type) == ("PROTEST", "Protest with intervention")
    assert [(c.kind, c.low, c.high) for c in event.casualties] == [("killed_or_injured", 0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "نفّذ عمال مصفاة البصرة إضراباً مفتوحاً أمس.",
        "فرضت قوى الأمن حظر تجوال في مدينة الرمادي حتى صباح الغد.",
    ],
)
def test_a_verb_of_doing_and_the_noun_it_carries_are_one_act(text: str) -> None:
    [event] = rasad.code(text, published="2023-03-10")
    assert event.status == "occurred"


def test_a_state_of_emergency_is_an_act_of_its_own() -> None:
    text = "اندلعت اشتباكات قبلية في بورتسودان أمس. وفرض مجلس الولاية حالة الطوارئ. واعتُقل 30 شخصاً."
    assert [e.event_type for e in rasad.code(text, published="2023-03-10")] == ["ASSAULT", "COERCE", "COERCE"]
