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
