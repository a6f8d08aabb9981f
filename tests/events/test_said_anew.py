"""A verb of saying within a sentence begins what is told anew: status, sides and places do not cross it."""

import pytest

import rasad
from rasad.model.record import EventRecord

PUBLISHED = "2021-06-09"


def told(text: str) -> list[EventRecord]:
    return list(rasad.code(text, published=PUBLISHED))


@pytest.mark.parametrize("joint", ["، وقالت", " وقالت", "، وأضافت في بيان"])
def test_what_was_denied_takes_nothing_of_what_is_charged_behind_it(joint: str) -> None:
    text = f"نفت الفصائل استهداف بلدتي نبل والزهراء{joint} إن قوات النظام قصفت مدينة الباب صباح اليوم."
    denied, done = told(text)
    assert (denied.status, done.status) == ("denied", "occurred")
    assert [p.text for p in denied.places] == ["نبل", "والزهراء"]
    assert "قوات النظام" not in [a.text for a in denied.actors]
    assert [p.text for p in done.places] == ["مدينة الباب"]
    assert [a.text for a in done.actors] == ["قوات النظام"]


def test_each_report_of_a_sentence_has_its_own_day_and_place() -> None:
    text = "نفى الجيش قصف بلدة سرمين، وأضاف أن الفصائل قصفت مدينة حلب بالصواريخ أمس."
    assert [(e.status, [p.text for p in e.places], str(e.date.start if e.date else None)) for e in told(text)] == [
        ("denied", ["بلدة سرمين"], "2021-06-09"),
        ("occurred", ["مدينة حلب"], "2021-06-08"),
    ]


def test_what_the_speaker_says_of_himself_is_his_and_not_denied() -> None:
    text = "نفت حركة أحرار الشام استهداف بلدة نبل وقالت إنها قصفت مواقع قوات النظام في مدينة سراقب."
    denied, done = told(text)
    assert (denied.status, done.status) == ("denied", "occurred")
    assert [p.text for p in denied.places] == ["بلدة نبل"]
    assert ("حركة أحرار الشام", "source") in [(a.text, a.role) for a in done.actors]


def test_saying_without_what_is_said_cuts_nothing() -> None:
    """وأكد with a noun, or a list of verbs of one speaker, leaves the clause whole."""
    text = "قصفت قوات النظام بالمدفعية بلدة سرمين وأكد ناشطون وقوع إصابات."
    (event,) = told(text)
    assert [p.text for p in event.places] == ["بلدة سرمين"]


def test_denial_by_name_is_kept_though_the_word_is_weak() -> None:
    (event,) = told("نفت حركة أحرار الشام استهداف بلدة الفوعة.")
    assert (event.event_type, event.status) == ("ASSAULT", "denied")


@pytest.mark.parametrize("text", ["أعلن الجيش قصف بلدة سرمين بالمدفعية.", "أكدت حركة أحرار الشام استهداف بلدة سرمين أمس."])
def test_the_place_right_behind_an_announced_act_is_its_own(text: str) -> None:
    (event,) = told(text)
    assert [p.text for p in event.places] == ["بلدة سرمين"]


def test_to_deny_the_shelling_of_a_town_is_no_exile() -> None:
    assert [(e.event_type, e.status) for e in told("نفى الجيش قصف بلدة سرمين أمس.")] == [("ASSAULT", "denied")]
