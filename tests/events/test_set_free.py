"""Who is set free and by whom, what is promised or threatened within hours, whose command, council or toll it is."""

from functools import partial

import pytest

from tests.support import events_of, only_event

DAY = "2022-03-09"
told = partial(events_of, day=DAY)
only = partial(only_event, day=DAY)


def test_who_is_set_free_sets_nobody_free() -> None:
    event = only("أطلق سراح المهندس سالم العلي أمس في بلدة صيدا شرق درعا.", "RETREAT")
    assert not [a for a in event.actors if a.role == "source"]


def test_men_who_set_an_officer_free_are_not_his() -> None:
    event = only("أفرج مسلحون عن ضابط في القريا جنوب السويداء أمس.", "RETREAT")
    assert [a.text for a in event.actors if a.role == "source"] == ["مسلحون"]


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        ("أفرجت قوات الأمن عن الصحفي سالم العلي بعد اعتقاله يوم الأحد الماضي في جبلة.", "COERCE", "قوات الأمن"),
        ("أفرج مسلحون محليون في القريا عن ضابط بعد احتجازه لساعات أمس.", "ASSAULT", "مسلحون محليون"),
    ],
)
def test_who_sets_free_had_taken_him(text: str, event_type: str, source: str) -> None:
    event = only(text, event_type)
    assert [a.text for a in event.actors if a.role == "source"] == [source]
    assert [(c.kind in ("detained", "abducted"), c.low, c.high) for c in event.casualties] == [(True, 1, 1)]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("تعهدت الحكومة بسحب قواتها من مدينة الشيخ مسكين خلال 48 ساعة.", "RETREAT"),
        ("هدد الفصيل باقتحام مدينة الشيخ مسكين خلال 24 ساعة إن لم يسلم المطلوبون أنفسهم.", "ASSAULT"),
    ],
)
def test_what_is_promised_or_threatened_within_hours_is_to_come(text: str, event_type: str) -> None:
    event = only(text, event_type)
    assert event.status == "planned"
    assert str(event.date.start) == DAY
    assert str(event.date.end) > DAY


def test_a_word_within_the_name_of_a_town_is_nobody() -> None:
    event = only("هدد الفصيل باقتحام مدينة الشيخ مسكين خلال 24 ساعة إن لم يسلم المطلوبون أنفسهم.", "THREATEN")
    assert [a.role for a in event.actors] == ["source"]


def test_whom_a_campaign_is_after_does_not_lead_it() -> None:
    event = only("أطلقت الشرطة حملة لملاحقة الجناة في حي السلام وأوقفت ثلاثة مشتبه بهم.", "COERCE")
    assert {(a.text, a.role) for a in event.actors} >= {("الجناة", "target"), ("الشرطة", "source")}
    text = "انفجرت عبوة في مودية. وبحسب المصادر فإن حملة أمنية انطلقت عقب الحادث لتعقب الجناة وأوقفت ثلاثة مشتبه بهم."
    assert "الجناة" not in [a.text for a in only(text, "COERCE").actors if a.role == "source"]


STATEMENT = (
    'صدر عن قيادة الجيش البيان الآتي: "انتشرت وحدات عسكرية في بلدتي العباسية وكفركلا بعد انسحاب العدو الإسرائيلي. '
    'وتدعو القيادة المواطنين إلى عدم الاقتراب من المنطقة".\n'
    "إلى ذلك، أطلقت قوات الاحتلال رشقات رشاشة باتجاه مواطنين في أطراف بلدة حولا."
)


def test_the_command_is_the_army_whose_command_spoke() -> None:
    event = only(STATEMENT, "REQUEST")
    assert [a.name for a in event.actors if a.role == "source"] == ["Military Forces of Lebanon"]


def test_a_statement_in_quotation_marks_ends_with_them() -> None:
    said = {e.event_type: [s.text for s in e.sources] for e in told(STATEMENT)}
    assert said["MOBILIZE"] == ["قيادة الجيش"]
    assert said["ASSAULT"] == []


def test_ground_taken_after_shelling_is_ground_taken() -> None:
    text = "سيطر تنظيم داعش على حقل شاعر للغاز مطلع كانون الثاني الماضي بعد معارك لأيام، قبل أن ينسحب منه تحت ضغط القصف."
    first = told(text)[0]
    assert (first.trigger.text.split()[0], first.sub_event_type) == ("سيطر", "Non-state actor overtakes territory")


def test_a_notable_of_all_of_a_tribe_is_named_whole() -> None:
    event = only("طالب ناظر عموم قبائل البجا الحكومة بسحب القوات من بورتسودان.", "REQUEST")
    assert [a.text for a in event.actors if a.role == "source"] == ["ناظر عموم قبائل البجا"]


def test_what_was_raided_and_attacked_in_one_sentence_are_two() -> None:
    text = (
        "أفاد مصدر أمني بإصابة مزارعَين بانفجار عبوة ناسفة في قرية المخيسة شمال شرق بعقوبة، مشيراً إلى أن مسلحي داعش "
        "هاجموا نقطة للحشد العشائري في ناحية العبارة، ما أدى إلى استشهاد أحد عناصرها."
    )
    tolls = [[(c.kind, c.low) for c in e.casualties] for e in told(text)]
    assert tolls == [[("injured", 2)], [("killed", 1)]]


def test_a_denied_move_under_a_deal_leaves_the_deal_made() -> None:
    text = (
        "نفت هيئة الحشد الشعبي انسحاب قطعاتها من سنجار تنفيذاً للاتفاق المبرم بين بغداد وأربيل مطلع الشهر الجاري، "
        "وطالب نائب عن نينوى الحكومة بإعادة النازحين."
    )
    events = {e.event_type: e for e in told(text)}
    assert (events["RETREAT"].status, events["AGREE"].status) == ("denied", "occurred")
    assert events["REQUEST"].sources == ()


def test_a_council_is_the_one_of_its_name() -> None:
    text = (
        "تبادلت قوات حكومة الوفاق وقوات خليفة حفتر قصف أحياء في طرابلس. وطالب المبعوث، أمام مجلس الأمن، بوقف القتال. "
        "وأدان المجلس القصف."
    )
    [council] = [a for a in only(text, "ACCUSE").actors if a.role == "source"]
    assert council.name == "United Nations Security Council"


def test_who_is_accused_of_one_act_did_what_is_joined_to_it() -> None:
    text = "واتهم الجيش السوداني، في بيان، قوات الدعم السريع بقصف مستشفى شرق النيل ونهب مقار البنوك."
    done = [e for e in told(text) if e.event_type in ("ASSAULT", "COERCE")]
    assert done
    assert all(a.name == "Rapid Support Forces (RSF)" for e in done for a in e.actors if a.role == "source")


def test_who_brokered_a_truce_took_no_part_in_the_fighting() -> None:
    text = (
        "تجددت الاشتباكات بين الجيش السوداني وقوات الدعم السريع صباح السبت في حي المعمورة بالخرطوم، على الرغم من موافقة "
        "الطرفين على تمديد الهدنة بوساطة سعودية أمريكية."
    )
    fight = only(text, "ASSAULT")
    assert {a.name for a in fight.actors} == {"Military Forces of Sudan", "Rapid Support Forces (RSF)"}
    brokers = [a.name for a in only(text, "AGREE").actors if a.role == "third"]
    assert brokers == ["Government of Saudi Arabia", "Government of the United States"]


def test_the_toll_of_a_war_is_no_act_s_in_any_of_its_parts() -> None:
    text = (
        "تجددت الاشتباكات بين الجيش السوداني وقوات الدعم السريع صباح السبت في الخرطوم.\n"
        "وقالت نقابة الأطباء إن عدد القتلى المدنيين ارتفع إلى 411 قتيلاً و2023 جريحاً منذ اندلاع القتال في 15 أبريل."
    )
    assert [c for e in told(text) for c in e.casualties] == []


def test_a_whole_family_counts_its_members() -> None:
    event = only("استهدف طيران الجيش حياً سكنياً في بحري ما أودى بحياة أسرة كاملة من خمسة أفراد.", "ASSAULT")
    assert [(c.kind, c.low, c.high, c.group) for c in event.casualties] == [("killed", 5, 5, None)]


def test_soldiers_of_the_other_side_are_captured_where_the_captors_rule_too() -> None:
    event = only("أعلنت كتائب القسام أسر جندي إسرائيلي شرق حي التفاح في مدينة غزة.", "ASSAULT")
    assert event.sub_event_type == "Abduction/forced disappearance"


def test_a_ship_of_evacuees_is_no_move_of_forces() -> None:
    text = "ووصلت إلى ميناء جدة سفينة تقل 1800 شخص أجلتهم السعودية من بورتسودان."
    assert "MOBILIZE" not in [e.event_type for e in told(text)]
