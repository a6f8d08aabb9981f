"""Who does it to whom: joined sides, quantities, guessed owners, elided subjects, masdars with their objects."""

import pytest

import rasad
from rasad.model.record import EventRecord


def sides(event: EventRecord, role: str) -> list[str]:
    return [a.text for a in event.actors if a.role == role]


def of_type(text: str, event_type: str) -> EventRecord:
    found = [e for e in rasad.code(text, published="2021-07-18") if e.event_type == event_type]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("رفضت قسد أمس المبادرة الروسية لوقف القتال في عين عيسى.", "REJECT", ["قسد"], ["الروسية"]),
        ("رفضت قسد أمس وقف القتال في عين عيسى.", "REJECT", ["قسد"], []),
        ("اعتقلت الدورية شاباً في درعا أمس، فيما وعد الفرع بالإفراج عن والده غداً.", "AGREE", ["الفرع"], []),
        ("دخلت دورية مؤلفة من ست مركبات تابعة للجيش الإسرائيلي بلدة عابدين أمس.", "MOBILIZE", ["للجيش الإسرائيلي"], []),
        ("أربع آليات تابعة للجيش الإسرائيلي توغلت في قرية العجرف أمس.", "MOBILIZE", ["للجيش الإسرائيلي"], []),
        ("نصبت الفرقة العاشرة كميناً لمجموعة من قوات الدعم السريع أمس.", "ASSAULT", ["الفرقة"], ["الدعم السريع"]),
        ("خرجت مظاهرات في حماة أمس تطالب بإسقاط نظام الأسد.", "PROTEST", ["مظاهرات"], ["نظام الأسد"]),
        ("قصفت قوات النظام والميليشيات الإيرانية بلدة إحسم أمس.", "ASSAULT", ["قوات النظام", "الميليشيات"], []),
        ("اقتحمت أعداد كبيرة من قوات الاحتلال مخيم بلاطة شرق نابلس.", "COERCE", ["قوات الاحتلال"], []),
        ("طائرات حربية يرجح أنها للنظام قصفت مدينة سراقب.", "ASSAULT", ["للنظام"], []),
        ("قُتل مدني جراء قصف قوات النظام مدرسة في بلدة إحسم.", "ASSAULT", ["قوات النظام"], ["مدني"]),
        ("أطلق مسلحون مجهولون مساء أمس النار على سيارة في درعا.", "ASSAULT", ["مسلحون"], []),
        ("خطف مسلحون الطبيب سالم في مدينة درعا أمس.", "ASSAULT", ["مسلحون"], ["الطبيب"]),
        ("ويُحاصر مقاتلو الدعم السريع المدينة.", "COERCE", ["مقاتلو الدعم السريع"], []),
        ("أدانت وزارة الخارجية السورية الغارات الإسرائيلية.", "ACCUSE", ["وزارة الخارجية"], ["الإسرائيلية"]),
        ("مسلحون من أبناء البلدة اختطفوا خطيب مسجد في عدن أمس.", "ASSAULT", ["مسلحون"], ["خطيب"]),
        ("مسلحون من أبناء البلدة قاموا باختطاف ضابط في جيش النظام أمس.", "ASSAULT", ["مسلحون"], ["ضابط"]),
        ("أغلق خريجون مدخل شركة النفط في البصرة أمس.", "PROTEST", ["خريجون"], []),
        ("تعرّض أحد حواجز قسد في بلدة ذيبان أمس لهجوم نفذته خلايا تنظيم داعش.", "ASSAULT", ["تنظيم داعش"], []),
        ("أدانت وزارة الخارجية السورية القصف أمس، كما طالبت المجتمع الدولي بإلزام الحكومة بوقفه.", "REQUEST", ["الخارجية"], []),
        ("أدان الائتلاف الوطني السوري القصف أمس، داعياً مجلس الأمن إلى التحرك.", "REQUEST", ["الائتلاف"], ["مجلس الأمن"]),
        ("قتل تسعة أشخاص وأصيب آخرون جراء قصف عنيف شنته قوات “الدعم السريع” على الأبيض.", "ASSAULT", ["الدعم السريع"], ["أشخاص"]),
        ("قُتل سبعة أشخاص جراء استهداف طائرة مسيّرة تابعة لقوات الدعم السريع سوقاً في الأبيض.", "ASSAULT", ["الدعم"], ["أشخاص"]),
        ("استهدفت مسيّرة حديثة تتبع لقوات الدعم السريع ملجأً في الأبيض أمس.", "ASSAULT", ["الدعم السريع"], []),
        ("أعلن الحوثيون أمس استهداف طائرة تابعة لسلاح الجو الأمريكي.", "ASSAULT", ["الحوثيون"], ["الأمريكي"]),
        ("رفضت الفصائل المقترح أمس، مهددة بقصف المدينة.", "THREATEN", ["الفصائل"], []),
        ("قوات الأسد والميليشيات المساندة لها قصفت مدينة دارة عزة أمس.", "ASSAULT", ["قوات الأسد", "الميليشيات"], []),
        ("نظم عشرات الجنود وقفة احتجاجية في المكلا أمس للمطالبة برواتبهم.", "PROTEST", ["الجنود"], []),
        (
            "اتهمت وزارة الخارجية السودانية قوات الدعم السريع بقصف قرية دلوت أمس، ما أدى لمقتل شاب.",
            "ASSAULT",
            ["الدعم السريع"],
            ["شاب"],
        ),
        ("اندلع القتال أمس بعد احتجاز قوة الردع الخاصة، في المطار، قائد اللواء 444.", "COERCE", ["قوة الردع"], []),
        ("سيّر المئات من الهوسا مظاهرات في بورتسودان أمس. ولم ترد تفاصيل أخرى.", "PROTEST", ["المئات"], []),
        ("شن مسلحون من تنظيم داعش هجوماً مسلحاً على حاجز في البوكمال.", "ASSAULT", ["تنظيم داعش"], []),
        ("وقتل مسلحون حوثيون، ضابط أمن أمام أسرته في مفرق ماوية بمحافظة تعز.", "ASSAULT", ["مسلحون"], ["ضابط أمن"]),
        ("قُتل شاب نتيجة قيام مجهولين، مساء أمس، باستهداف سيارة في درعا.", "ASSAULT", ["مجهولين"], ["شاب"]),
        ("أعدم تنظيم “الدولة الإسلامية” في مدينة الرقة، أمس الجمعة، شابين قرب دوار.", "ASSAULT", ["الدولة"], ["شابين"]),
        ("قتل رجل وامرأة وطفلة بقصف على بلدة إحسم أمس.", "ASSAULT", [], ["رجل", "امرأة", "طفلة"]),
        ("قصف الطيران الحربي بلدة سرمين أمس.", "ASSAULT", ["الطيران الحربي"], []),
        ("جدد الطيران المروحي قصفه لبلدة سرمين أمس.", "ASSAULT", ["الطيران المروحي"], []),
        ("اعتقلت عناصر أمنية تابعة لهيئة تحرير الشام ناشطاً في إدلب.", "COERCE", ["تحرير الشام"], ["ناشطاً"]),
        ("اعتقلت قوات الاحتلال الشاب خليل سالم زيادة، والفتى مراد حامد.", "COERCE", [], ["خليل سالم زيادة", "مراد حامد"]),
        ("نظام الأسد فاوض فصائل المعارضة في دمشق أمس.", "CONSULT", ["نظام الأسد"], ["فصائل المعارضة"]),
        ("قوات الشرطة فرضت حظر تجول في حي غويران أمس.", "COERCE", ["قوات الشرطة"], []),
        ("وكانت وزارة الدفاع السورية، في بيان، قد رحبت بقرار الانسحاب.", "SUPPORT", ["وزارة الدفاع"], []),
        ("سلّمت حركة فتح دفعة من سلاحها إلى الجيش اللبناني أمس.", "RETREAT", ["حركة فتح"], ["الجيش اللبناني"]),
        ("هدد مسلحون بإطلاق النار على المتظاهرين في السويداء أمس.", "THREATEN", ["مسلحون"], ["المتظاهرين"]),
        ("دعت لجان المقاومة المهنيين والموظفين إلى الإضراب العام.", "REQUEST", ["لجان المقاومة"], ["المهنيين", "الموظفين"]),
        ("كلا من القوات النظامية والجيش الحر عززوا مواقعهم في جوبر.", "MOBILIZE", ["القوات النظامية", "الجيش الحر"], []),
        ("أصيب طفل بهجوم بطائرة مسيرة لقوات الدعم السريع على الفاشر.", "ASSAULT", ["الدعم السريع"], ["طفل"]),
        ("قوات الأسد والحرس الثوري داهمت قرية أمس، ثم انسحبت منها.", "RETREAT", ["قوات الأسد", "الحرس الثوري"], []),
        ("عاد ضابطان أمس بعدما خطفهما فصيل محلي في السويداء.", "ASSAULT", ["فصيل"], ["ضابطان"]),
        ("عاد الضباط الذين خطفهم مسلحون في السويداء أمس.", "ASSAULT", ["مسلحون"], ["الضباط"]),
        ("أطلق مسلحون النار تجاه متظاهرين في البصرة أمس.", "ASSAULT", ["مسلحون"], ["متظاهرين"]),
        ("اندلعت اشتباكات بين عائلتي الخالد والسعيد في هجين أمس.", "ASSAULT", ["عائلتي الخالد", "السعيد"], []),
        ("هاجم أبناء قبيلة العقيدات نقاط قسد في ذيبان أمس.", "ASSAULT", ["أبناء قبيلة العقيدات"], ["قسد"]),
        ("حملة التدقيق والتفتيش التي بدأتها قسد أمس في الشدادي مستمرة.", "COERCE", ["قسد"], []),
    ],
)
def test_sides(text: str, event_type: str, source: list[str], target: list[str]) -> None:
    event = of_type(text, event_type)
    for role, wanted in (("source", source), ("target", target)):
        found = " | ".join(sides(event, role))
        assert all(words in found for words in wanted), (role, found)


def test_an_object_of_the_other_gender_is_no_subject() -> None:
    text = "أدانت وزارة الخارجية القصف أمس. ودعت مجلس الأمن إلى التحرك."
    event = of_type(text, "REQUEST")
    assert any("مجلس الأمن" in words for words in sides(event, "target"))
    assert not any("مجلس الأمن" in words for words in sides(event, "source"))


@pytest.mark.parametrize("text", ["سقط قتلى وجرحى بقصف على بلدة إحسم أمس.", "قصف على إحسم أوقع ضحايا أمس."])
def test_the_dead_and_hurt_are_a_toll_and_no_side(text: str) -> None:
    for event in rasad.code(text, published="2021-07-18"):
        assert not sides(event, "target")


def test_the_subject_of_the_verb_is_no_adjective_of_the_act() -> None:
    event = of_type("شن مسلحون هجوماً مسلحاً على حاجز في البوكمال أمس.", "ASSAULT")
    assert not any("مسلحاً" in words for words in sides(event, "source"))


def test_the_adjective_of_who_says_it_is_no_side() -> None:
    event = of_type("أعلن مصدر طبي فلسطيني فجر اليوم مقتل ثلاثة أشخاص بقصف إسرائيلي على رفح.", "ASSAULT")
    assert not any("فلسطيني" in words for words in sides(event, "source"))


def test_people_in_the_name_of_a_place_are_no_side() -> None:
    event = of_type("انفجرت سيارة مفخخة في حي الضباط وسط الرمادي أمس.", "ASSAULT")
    assert not event.actors


def test_a_crowd_that_is_struck_does_not_gather() -> None:
    types = [e.event_type for e in rasad.code("استهدف انتحاري تجمعاً للجيش العراقي في الرمادي أمس.", published="2014-03-10")]
    assert types == ["ASSAULT"]


def test_who_is_hurt_when_two_sides_fight_is_none_of_them() -> None:
    event = of_type("قُتل شخصان في اشتباكات بين الجيش ومسلحي داعش في تلعفر أمس.", "ASSAULT")
    assert sides(event, "target") == [] and event.casualties[0].low == 2


def test_the_dead_make_no_agreement() -> None:
    event = of_type("أُعلن التوصل أمس لاتفاق لوقف إطلاق النار بين فصيلين بعد قتال خلف 27 قتيلاً وعشرات الجرحى.", "AGREE")
    assert not {"قتيلاً", "الجرحى"} & set(sides(event, "source"))


@pytest.mark.parametrize(
    ("text", "event_type", "role", "nobody"),
    [
        ("قصفت قوات النظام بلدة تقطنها قبيلة النعيم أمس.", "ASSAULT", "target", "النعيم"),
        ("قصفت قوات النظام بلدة زملكا التي يسيطر عليها جيش الإسلام.", "ASSAULT", "target", "جيش الإسلام"),
        ("انفجرت عبوة قرب حاجز في بلدة سرمين أمس.", "ASSAULT", "target", "حاجز"),
        (
            "أوقف الجيش اللبناني شابين، بعد يوم من تعرض بلدة القاع لهجمات انتحارية نفذها تنظيم داعش. وقتل فيها خمسة مدنيين.",
            "ASSAULT",
            "target",
            "شابين",
        ),
        ("بدأت القوات الأمنية أمس بحفر خندق شمالي الفلوجة خشية هجوم من قبل عناصر داعش.", "MOBILIZE", "source", "داعش"),
        ("أصيب طفل بهجوم بطائرة مسيرة لقوات الدعم السريع على الفاشر.", "ASSAULT", "target", "الدعم السريع"),
        ("اعتقلت قوات الأسد شاباً على حاجز في دوما أمس.", "COERCE", "target", "حاجز"),
        ("أشعل الشبان الإطارات في نابلس أمس.", "PROTEST", "source", "الإطارات"),
        ("فرّ جنود من بلدة طويلة أمس بعد هجوم لقوات الدعم السريع.", "RETREAT", "source", "الدعم السريع"),
        ("ودعا رئيس البلدية الأهالي إلى عدم التجمع في المكان.", "REQUEST", "source", "الأهالي"),
        ("عمّ إضراب شامل مدن طولكرم وبيت لحم أمس.", "PROTEST", "source", "إضراب"),
    ],
)
def test_who_has_no_part(text: str, event_type: str, role: str, nobody: str) -> None:
    found = [e for e in rasad.code(text, published="2021-07-18") if e.event_type == event_type]
    assert found
    assert not any(nobody in words for event in found for words in sides(event, role))


def test_the_quote_of_a_side_has_its_preposition_and_no_conjunction() -> None:
    event = of_type("قصفت قوات النظام والميليشيات الإيرانية حاجزاً للجيش الحر أمس.", "ASSAULT")
    assert sides(event, "source") == ["قوات النظام", "الميليشيات الإيرانية"]
    assert all(not a.text.startswith("و") for a in event.actors)
    (written,) = [a for a in event.actors if a.text.startswith("الميليشيات")]
    assert (written.start, written.end) == (18, 38)


def test_the_telling_that_gives_the_quote_gives_the_sides() -> None:
    text = "مقتل أشخاص بقصف على ريف إدلب.\n\nوقصفت قوات النظام أمس بلدة إحسم بالمدفعية، ما أدى إلى مقتل طفلة."
    event = of_type(text, "ASSAULT")
    assert sides(event, "target") == ["طفلة"]


@pytest.mark.parametrize(
    ("text", "role", "actor_class"),
    [
        ("قصف النظام بلدة إحسم أمس.", "source", "state_forces"),
        ("قصف الطيران الحربي بلدة سرمين أمس.", "source", "unknown"),
        ("قتل قيادي سابق في فصائل المعارضة برصاص مجهولين في درعا أمس.", "target", "civilians"),
        ("ضابط في قسد قتل بانفجار عبوة في الرقة أمس.", "target", "rebel"),
        ("مسلحون من أبناء بلدة جاسم هاجموا حاجزاً أمس. ولم ترد تفاصيل أخرى.", "source", "identity_militia"),
        ("قتل ضابط برصاص مسلحين يعتقد أنهم من تنظيم القاعدة في تعز أمس.", "source", "rebel"),
    ],
)
def test_class_of_a_side(text: str, role: str, actor_class: str) -> None:
    event = of_type(text, "ASSAULT")
    assert [a.actor_class for a in event.actors if a.role == role] == [actor_class]


def test_protesters_shot_at_stay_beside_the_hurt_and_a_second_armed_side_does_not() -> None:
    event = of_type("قُتل مدنيان حين فتحت قوات قسد النار على متظاهرين في الشحيل أمس.", "ASSAULT")
    assert {"مدنيان", "متظاهرين"} <= set(sides(event, "target"))
    event = of_type("قصفت قوات النظام أمس حاجزاً لقسد في عين عيسى، ما أدى إلى إصابة جنديين.", "ASSAULT")
    assert sides(event, "target") == ["حاجزاً لقسد"]


def test_armed_men_of_a_move_stand_apart_behind_it() -> None:
    (event,) = rasad.code("تشهد مدينة جاسم منذ الصباح انتشاراً واسعاً في أحيائها لقوات النظام.", published="2019-05-01")
    assert (event.event_type, [a.text for a in event.actors if a.role == "source"]) == ("MOBILIZE", ["لقوات النظام"])


@pytest.mark.parametrize("words", ["نددت بما وصفتها انتهاكات", "نددت بشدة بما وصفتها انتهاكات", "استنكرت ما اعتبرته انتهاكات"])
def test_who_stands_in_what_is_condemned_does_not_condemn_nor_tell(words: str) -> None:
    march = f"خرجت مظاهرة في مدينة معرة النعمان اليوم الجمعة، {words} هيئة تحرير الشام بحق الأهالي."
    factions = f"وفي إدلب، {words.split()[0]} الفصائل {words.partition(' ')[2]} هيئة تحرير الشام."
    events = [e for text in (march, factions) for e in rasad.code(text, published="2021-05-07")]
    assert {e.event_type for e in events} >= {"PROTEST", "ACCUSE"}
    assert not any("هيئة" in a.text for e in events for a in e.actors if a.role == "source")
    assert not any("هيئة" in s.text for e in events for s in e.sources)


def test_the_verb_that_carries_a_march_is_no_part_of_those_in_it() -> None:
    (event,) = rasad.code("خرجت مظاهرة حاشدة في مدينة إدلب اليوم.", published="2021-05-07")
    assert [(a.role, a.text) for a in event.actors] == [("source", "مظاهرة")]


def test_who_opens_a_headline_with_a_truce_makes_it() -> None:
    [event] = rasad.code("الجيش السوداني يعلن هدنة لمدة 24 ساعة في الخرطوم", published="2023-06-09")
    assert event.event_type == "CONCEDE"
    assert [(a.role, a.text) for a in event.actors] == [("source", "الجيش السوداني")]
