"""What did not happen, is a condition or is counted over weeks; who denies, abducts or stops a fight; the place of a dateline."""

import pytest

import rasad
from rasad import pipeline
from rasad.model.record import EventRecord

DAY = "2021-06-17"


def told(text: str) -> list[EventRecord]:
    return list(rasad.code(text, published=DAY))


@pytest.mark.parametrize(
    "condition",
    ["في حال لم تُفرج عن الموقوفين", "إذا لم تنسحب القوات من البلدة", "ما لم تفتح القوات الطريق"],
)
def test_a_condition_is_no_act_left_undone(condition: str) -> None:
    assert [(e.event_type, e.status) for e in told(f"هددت العشائر بالتصعيد {condition}.")] == [("THREATEN", "occurred")]


def test_what_came_of_nothing_was_done() -> None:
    [event] = told("لم يسفر قصف مماثل لقوات النظام على بلدة كفر عمة عن إصابات.")
    assert (event.event_type, event.status) == ("ASSAULT", "occurred")


def test_what_is_counted_over_weeks_is_no_toll_of_the_act_of_a_day() -> None:
    text = (
        "قُتل طفلان صباح اليوم بانفجار لغم أرضي في مزرعة بمديرية ميدي.\n\n"
        "وكان المرصد قد سجل خلال الشهر الماضي مقتل 19 مدنياً بالألغام في المحافظة."
    )
    counted = [[(c.kind, c.low) for c in e.casualties] for e in told(text)]
    assert counted[0] == [("killed", 2)]


def test_who_holds_power_raids_where_nameless_men_attack() -> None:
    held = told("داهم مسلحون حوثيون منازل في مديرية عبس بمحافظة حجة واعتقلوا شيخين قبليين.")
    assert [(e.event_type, e.sub_event_type) for e in held] == [("COERCE", "Arrests")]
    assert told("داهم ملثمون منزلاً في بلدة صيدا وقتلوا صاحبه.")[0].event_type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("نفى الجيش السوداني قصف المشفى في مدينة نيالا أمس.", "conflict_party", "الجيش السوداني"),
        ("ونفى قيادي في جماعة الحوثي اعتقال شيخ في مديرية عبس.", "conflict_party", "قيادي في جماعة الحوثي"),
        ("وكان المرصد قد سجل مقتل ثلاثة مدنيين بقصف مدفعي في المحافظة.", "monitor", "المرصد"),
    ],
)
def test_who_stands_at_his_verb_says_so(text: str, kind: str, speaker: str) -> None:
    [source] = told(text)[0].sources
    assert (source.kind, source.text) == (kind, speaker)


def test_what_was_shelled_does_not_speak() -> None:
    for verb in ("نفى التنظيم", "نفت الحركة"):
        doc = pipeline.load()(f"{verb} قصف المشفى في مدينة نيالا أمس.")
        assert doc._.triggers and "medical" not in [s.kind for a in doc._.attributions for s in a.sources]


def test_a_fight_that_stopped_is_no_other_fight_of_who_stopped_it() -> None:
    lead = "اندلعت اشتباكات بين مسلحين من قبيلتين في مديرية المسيمير مساء الأحد."
    for more in ("وأضافت المصادر أن الاشتباكات توقفت صباح الاثنين بعد وساطة.", "وتوقفت الاشتباكات صباح الاثنين بعد وساطة."):
        assert [e.event_type for e in told(f"{lead}\n\n{more}")].count("ASSAULT") == 1


def test_gunmen_who_hold_no_power_abduct() -> None:
    [event] = told("احتجز مسلحون مجهولون ثلاثة سائقي شاحنات على الطريق بين عدن وتعز الخميس الماضي.")
    assert (event.event_type, event.sub_event_type) == ("ASSAULT", "Abduction/forced disappearance")
    assert [(c.kind, c.best) for c in event.casualties] == [("abducted", 3)]
    [event] = told("احتجزت القوات ستة محتجين في مدينة عدن.")
    assert event.event_type == "COERCE"


def test_hours_of_a_plan_lie_ahead() -> None:
    plans = [e for e in told("قال البيان إن القوات الأمنية ستنتشر في مدينة زنجبار خلال 48 ساعة.") if e.status == "planned"]
    assert [(str(e.date.start), str(e.date.end)) for e in plans] == [("2021-06-17", "2021-06-19")]


def test_the_place_of_a_dateline_acts_in_nothing() -> None:
    text = "بغداد – أعلنت قيادة العمليات المشتركة تدمير مضافة للتنظيم في تلال حمرين بضربة جوية نفذتها طائرات F16 العراقية."
    acting = [a.text for e in told(text) for a in e.actors]
    assert acting and "بغداد" not in acting
