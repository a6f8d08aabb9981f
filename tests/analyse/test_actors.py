"""Participants: who they are by any of their names, on the day of the report."""

from datetime import date
from itertools import pairwise

import pytest

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
