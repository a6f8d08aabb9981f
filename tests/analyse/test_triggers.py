"""Words that may tell of an event."""

from itertools import pairwise

import pytest

from rasad.analyse.triggers import find_triggers
from tests.support import cases, words_of


@pytest.mark.parametrize("case", cases("triggers.tsv"))
def test_trigger(case: dict[str, str]) -> None:
    words = words_of(case["text"])
    found = {(words.quote(t.first, t.last), t.event_type) for t in find_triggers(words)}
    if case["event_type"] == "-":
        assert found == set()
    else:
        assert any(case["word"] in text and kind == case["event_type"] for text, kind in found), found


def test_at_most_one_a_word_in_order() -> None:
    found = find_triggers(words_of("قتل ثلاثة بقصف مدفعي واشتباكات عنيفة، واعتقلت القوات عشرة بعد مظاهرة"))
    assert len(found) >= 4
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_thing_that_a_verb_needs_tells_no_act_of_its_own() -> None:
    found = find_triggers(words_of("استهدف مسلحون مساء أمس بعبوة ناسفة سيارة المختار"))
    assert [(t.lemma, t.sub_event) for t in found] == [("استهدف", "Remote explosive/landmine/IED")]


def test_furniture_has_none() -> None:
    text = "افتتحت البلدية حديقة جديدة وسط المدينة صباح اليوم بحضور عدد من السكان، بحسب ما قالت."
    text += "\nاقرأ أيضاً: مقتل عشرة بقصف على البلدة"
    assert find_triggers(words_of(text)) == []


def test_a_passive_that_ends_in_ya_is_its_verb() -> None:
    found = find_triggers(words_of("أُخلي سبيلهما مساء أمس بكفالة في درعا."))
    assert [(t.event_type, t.lemma) for t in found] == [("RETREAT", "أخلى")]
