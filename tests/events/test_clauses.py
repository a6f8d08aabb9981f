"""Clauses: where a sentence is cut, and where it is not."""

import pytest

from rasad.events.clauses import clause_of, cut
from tests.support import read


def clauses(text: str) -> list[str]:
    doc = read(text)
    words = doc._.words
    [sentence] = words.sentences
    return [words.quote(a, b) for a, b in cut(words, sentence, doc._.triggers)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قصفت قوات النظام البلدة صباح اليوم", 1),
        ("قصفت قوات النظام البلدة، واعتقلت الدورية شابين", 2),
        ("قصفت قوات النظام قرى إحسم، والبارة، وكنصفرة", 1),
        ("قصفت قوات النظام البلدة فيما خرجت مظاهرة في المدينة", 2),
        ("داهمت الدورية القرية واعتقلت شابين", 2),
    ],
)
def test_count(text: str, parts: int) -> None:
    assert len(clauses(text)) == parts


def test_nothing_is_lost() -> None:
    doc = read("قصفت قوات النظام البلدة، واعتقلت الدورية شابين، حيث نقلتهم إلى المدينة")
    words = doc._.words
    found = cut(words, words.sentences[0], doc._.triggers)
    assert [i for a, b in found for i in range(a, b)] == list(range(len(words)))


def test_clause_of_a_word() -> None:
    assert clause_of([(0, 3), (3, 8)], 3) == (3, 8)
    assert clause_of([(0, 3), (3, 8)], 9) == (3, 8)
