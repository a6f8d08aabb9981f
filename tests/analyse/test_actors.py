"""Participants: who they are by any of their names, on the day of the report."""

from datetime import date
from itertools import pairwise

import pytest

import rasad
from tests.support import cases, read


@pytest.mark.parametrize("case", cases("actors.tsv"))
def test_participant(case: dict[str, str]) -> None:
    doc = read(case["text"], date.fromisoformat(case["published"]))
    found = {doc._.words.quote(a.first, a.last): a for a in doc._.actors}
    if case["actor_class"] == "-":
        assert not [text for text in found if case["mention"] in text]
        return
    assert case["mention"] in found
    actor = found[case["mention"]]
    if case["actor_class"]:
        assert actor.actor_class == case["actor_class"]
    if case["name"]:
        assert actor.name == case["name"]


def test_none_inside_another() -> None:
    doc = read("قتل قيادي في قوات سوريا الديمقراطية وعنصران من الجيش الوطني السوري وثلاثة مدنيين", date(2021, 5, 1))
    found = doc._.actors
    assert len(found) >= 3
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_the_same_army_before_and_after() -> None:
    names = [read("قصف الجيش السوري البلدة", day)._.actors[0].name for day in (date(2024, 11, 1), date(2025, 1, 1))]
    assert names == ["Military Forces of Syria (-2024)", "Military Forces of Syria (2024-)"]


def test_a_noun_with_the_article_is_a_side_of_its_kind() -> None:
    text = "هاجم تنظيم داعش قرية في ديالى. وقصفت طائرات الجيش العراقي مواقع. وخطف التنظيم راعيين. وانسحب الجيش."
    doc = read(text, date(2019, 5, 1))
    last = {doc._.words.quote(a.first, a.last): a.id for a in doc._.actors}
    assert last["التنظيم"] == "sy.rebel.isis"
    assert last["الجيش"] == "iq.state.army"


def test_an_answer_is_the_other_sides_act() -> None:
    sides = [
        (a.text, a.role)
        for event in rasad.code("ألغت الحكومة زيارة الوزير ردا على القصف.", published="2019-05-01")
        for a in event.actors
        if event.event_type == "ASSAULT"
    ]
    assert sides == []
