"""Who acts, asks and speaks where another stands near: bodies, brokers of words, sides of sides, quoted words, ages."""

from functools import partial

import pytest

from tests.support import events_of, of_role, only_event

DAY = "2016-03-22"
told = partial(events_of, day=DAY)
only = partial(only_event, day=DAY)


@pytest.mark.parametrize("verb", ["وفتشت عدداً من المنازل", "وفتحت النار على مزارعين"])
def test_a_verb_that_begins_with_fa_is_no_present(verb: str) -> None:
    assert "ongoing" not in {e.status for e in told(f"توغلت قوة إسرائيلية في قرية معرية بحوض اليرموك، {verb} فيها.")}


def test_an_army_that_asks_protesters_makes_no_demand_of_a_protest() -> None:
    text = "ودعت قيادة الجيش المتظاهرين إلى فتح الطرق، ولوّح رئيس مجلس النواب بعقد جلسة الأسبوع المقبل."
    event = only(text, "REQUEST")
    assert (of_role(event, "source"), of_role(event, "target")) == (["قيادة الجيش"], ["المتظاهرين"])
    assert all(of_role(e, "source") == ["رئيس مجلس النواب"] for e in told(text) if e.event_type == "THREATEN")


def test_no_truce_is_declared_where_none_was_agreed() -> None:
    text = "أعلن المبعوث الأممي الخاص إلى اليمن، مساء الأحد، عدم التوصل إلى اتفاق لتمديد الهدنة التي انتهت اليوم."
    assert "CONCEDE" not in [e.event_type for e in told(text)]


def test_whose_wages_are_asked_for_is_not_asked() -> None:
    text = "وقال مصدر حكومي إن جماعة الحوثي رفضت المقترح في اللحظات الأخيرة واشترطت صرف رواتب مقاتليها."
    event = only(text, "REQUEST")
    assert (of_role(event, "source"), of_role(event, "target")) == (["جماعة الحوثي"], [])


def test_two_bodies_with_the_article_are_two() -> None:
    event = only("حمّلت جماعة الحوثي الحكومة الفشل، وحمّلت الجماعة التحالف مسؤولية ما جرى في صنعاء.", "ACCUSE")
    assert "الجماعة التحالف" not in [a.text for a in event.actors]


def test_the_side_that_a_brigade_belongs_to_is_not_its_target() -> None:
    event = only("استهدفت كتائب الفاروق التابعة للجيش السوري الحر بالقذائف رتلاً لقوات الأسد قرب الرستن.", "ASSAULT")
    assert of_role(event, "source") == ["كتائب الفاروق التابعة للجيش السوري الحر"]
    assert of_role(event, "target") == ["رتلاً لقوات الأسد"]


def test_what_he_who_denies_charges_others_with_is_not_denied() -> None:
    text = (
        "واتهم المجلس الوطني السوري النظام بارتكاب المجزرة، بينما نفى الناطق باسم الخارجية السورية مسؤولية القوات الحكومية "
        "متهماً مجموعات مسلحة."
    )
    assert {e.status for e in told(text) if e.event_type == "ACCUSE"} == {"occurred"}


def test_forming_a_committee_is_no_body() -> None:
    text = "ووصل وفد من مجلس السيادة إلى الجنينة أمس والتقى بالإدارات الأهلية، وأعلن تشكيل لجنة تحقيق."
    assert not any(a.text.startswith("تشكيل") for e in told(text) for a in e.actors)


def test_words_of_somebody_in_quotation_marks_are_no_name() -> None:
    text = 'وقال آمر لواء في البيشمركة إن قواته صدت هجوماً في محور تلسقف، لافتاً إلى أن "اثنين من البيشمركة استشهدا".'
    assert not any("استشهدا" in a.text for e in told(text) for a in e.actors)


def test_people_who_plead_are_not_told_of_by_the_officer_before() -> None:
    text = (
        "وقال آمر لواء في البيشمركة إن قواته صدت هجوماً في محور تلسقف.\n"
        "وناشد أهالي القيارة النازحون في مخيم ديبكة الحكومة بتسريع تحرير مناطقهم."
    )
    assert only(text, "REQUEST").sources == ()


def test_reinforcements_that_will_arrive_have_not_moved() -> None:
    text = "وقال قائد الفرقة 15 مشاة إن تعزيزات عسكرية من الخرطوم والأبيض ستصل خلال يومين لفرض حظر التجوال في الجنينة."
    assert {e.status for e in told(text) if e.event_type == "MOBILIZE"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وفي قرية زعترة المجاورة، استشهد قنبر صنوبري (37 سنة) برصاصة في بطنه.", "killed"),
        ("اعتقلت قوات الاحتلال عاهد طنينة، 29 عاماً، من بلدة بدرس فجر اليوم.", "detained"),
    ],
)
def test_an_age_behind_a_name_that_no_list_has_tells_a_person(text: str, kind: str) -> None:
    assert [(c.kind, c.low, c.high) for e in told(text) for c in e.casualties] == [(kind, 1, 1)]


def test_a_capital_in_whose_middle_it_happens_is_a_place() -> None:
    text = (
        "هاجم مسلحون مجهولون مرآب السنك حيث يعتصم المحتجون وسط بغداد، وأطلقوا الرصاص الحي، ما أوقع 16 قتيلاً، قبل أن ينسحبوا "
        "باتجاه شارع الرشيد."
    )
    assert not any("بغداد" in a.text for e in told(text) for a in e.actors)


def test_a_drone_that_is_brought_down_is_struck() -> None:
    event = only("دعت واشنطن إلى خفض التصعيد، وأعلنت أنها أسقطت مسيّرة تركية اقتربت من قواتها قبل أيام.", "ASSAULT")
    assert of_role(event, "target") == ["مسيّرة تركية"]
    assert "مسيّرة تركية" not in of_role(event, "source")


def test_an_office_that_gives_orders_is_not_told_of_by_who_denied_before() -> None:
    text = (
        "ونفت هيئة الحشد الشعبي أي صلة لها بالهجوم، ووجّه رئيس الوزراء بفتح تحقيق، فيما طالبت بعثة الأمم المتحدة بمحاسبة الجناة."
    )
    [order] = [e for e in told(text) if e.trigger.text.startswith("ووج")]
    assert order.sources == ()


def test_a_threat_in_quotation_marks_holds_no_protest() -> None:
    text = 'وردت الجماعة بأن الضربات "لن تمر دون عقاب"، وخرج الآلاف في صنعاء في مسيرات تضامناً مع غزة.'
    assert of_role(only(text, "PROTEST"), "source") == ["الآلاف"]


def test_young_men_with_rifles_are_no_mob() -> None:
    event = only("هاجم شبان خيم المعتصمين ببنادق صيد وسط بيروت وأصابوا ثلاثة محتجين.", "ASSAULT")
    assert event.sub_event_type != "Mob violence"


@pytest.mark.parametrize("cargo", ["مساعدات غذائية", "مناشير"])
def test_what_aircraft_drop_may_be_no_bomb(cargo: str) -> None:
    events = told(f"وألقت طائرات أمريكية وعراقية {cargo} على جبل سنجار ليل الخميس.")
    assert events
    assert "ASSAULT" not in [e.event_type for e in events]


def test_a_name_ends_before_what_befell_him() -> None:
    text = "أكد قيادي في حزب المؤتمر أن صالح قُتل برصاص مسلحين حوثيين أوقفوا موكبه في مديرية سنحان جنوبي صنعاء."
    assert not any("قُتل" in a.text for e in told(text) for a in e.actors)


def test_who_tells_of_a_death_did_not_die() -> None:
    event = only("عدن – أكد قيادي في حزب الإصلاح أن صالح العلي قُتل برصاص مسلحين مجهولين في مدينة عدن.", "ASSAULT")
    assert of_role(event, "target") == ["صالح العلي"]
    assert [s.text for s in event.sources] == ["قيادي في حزب الإصلاح"]


def test_whoever_is_stopped_from_working_is_not_arrested() -> None:
    [event] = told("أوقف رئيس الوزراء العراقي وزير الصحة عن العمل على خلفية حريق المستشفى في مدينة الناصرية.")
    assert event.event_type == "SANCTION"
    assert of_role(event, "source") == ["رئيس الوزراء العراقي"]
    assert event.casualties == ()


def test_behind_so_that_stands_a_noun() -> None:
    text = "وأُسر جنود في عسيلان. وبحسب المصادر فإن خطف المواطن جرى مطلع الأسبوع الماضي على يد مسلحين من القبيلة."
    taken = [e for e in told(text) if e.sub_event_type == "Abduction/forced disappearance"]
    assert [e.trigger.text for e in taken][-1] == "خطف"
    assert not any("المواطن" in c.text for e in taken[:-1] for c in e.casualties)


ARRIVED = (
    "وقالت مصادر مطلعة إن ثمانية أطقم من الأمن المركزي والجيش وصلت في السابعة صباحاً إلى منطقة الصفراء بغية تحرير شاب "
    "تحتجزه القبيلة، فتصدى لها رجال القبيلة واشتبكوا معها."
)


@pytest.mark.parametrize(
    "before",
    ["قُتل جندي بقصف على مدينة عتق أمس. ", "شهدت مديرية عسيلان أمس قتالاً عنيفاً بين قوة من الأمن والجيش ومسلحين من آل جابر. "],
)
def test_neither_who_is_to_be_freed_arrives_nor_both_who_fought(before: str) -> None:
    movers = [a.text for e in told(before + ARRIVED) if e.event_type == "MOBILIZE" for a in e.actors]
    assert "شاب" not in movers
    assert not any("مسلحين" in text for text in movers)


@pytest.mark.parametrize("name", ["ضيف الله", "عبد الله", "عبد الرحمن", "جابر"])
def test_a_family_has_its_whole_name(name: str) -> None:
    event = only(f"اندلعت اشتباكات بين قوات الأمن ومسلحين من آل {name} في مديرية عسيلان.", "ASSAULT")
    assert f"مسلحين من آل {name}" in of_role(event, "source")


def test_pieces_of_a_cargo_cut_no_road() -> None:
    events = told("ضبطت قوات خفر السواحل في محافظة المهرة شحنة قطع لصواريخ كانت في طريقها إلى الحوثيين.")
    assert not any(e.trigger.text.startswith("قطع") for e in events)


def test_forces_do_not_ask_for_what_a_verb_of_one_man_asks() -> None:
    text = "اتهم تحالف المحامين قوات الدعم السريع باحتجاز 20 امرأة في أم درمان منذ مطلع الشهر، وطالب بالإفراج عنهن فوراً."
    assert "قوات الدعم السريع" not in of_role(only(text, "REQUEST"), "source")
