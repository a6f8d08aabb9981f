"""Who said so: the kinds of the chain of speakers that holds at a word, nearest first."""

from itertools import pairwise

import pytest

from tests.support import STORY, cases, read


def at(words: object, part: str) -> int:
    """The index of the word in which `part` begins."""
    place = words.text.index(part)  # type: ignore[attr-defined]
    return next(i for i in range(len(words)) if words.end[i] > place)  # type: ignore[attr-defined, arg-type]


@pytest.mark.parametrize("case", cases("attribution.tsv"))
def test_chain(case: dict[str, str]) -> None:
    doc = read(case["text"])
    i = at(doc._.words, case["at"])
    chain = [s.kind for a in doc._.attributions if a.first <= i < a.last for s in a.sources]
    assert ">".join(chain) == case["kinds"].replace("none", "")


def test_attributions_do_not_overlap() -> None:
    doc = read("قال مصدر محلي إن القصف قتل طفلين، وأضاف مراسلنا أن الطائرات عادت. وبحسب ناشطين، خرجت مظاهرة.")
    found = doc._.attributions
    assert found
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_nobody_named_nobody_speaks() -> None:
    assert read(STORY)._.attributions == []


def test_private_sources_are_protected() -> None:
    doc = read("قال مصدر محلي إن قوات النظام قصفت البلدة")
    assert [s.protected for a in doc._.attributions for s in a.sources] == [True]
