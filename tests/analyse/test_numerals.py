"""Numbers and the words that blur them against their cases: the bounds are those of the codebook's table."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
import spacy

from rasad.analyse.numerals import find_numerals
from rasad.text.reading import read_words
from rasad.text.tokenizer import RasadTokenizer

DATA = Path(__file__).parent.parent / "data" / "numerals.tsv"
CASES = list(csv.DictReader(DATA.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
TOKENIZER = RasadTokenizer(spacy.blank("ar").vocab)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize("case", CASES, ids=[f"{n}" for n in range(2, len(CASES) + 2)])
def test_case(case: dict[str, str]) -> None:
    words = read_words(TOKENIZER(case["text"]))
    found = {
        words.quote(n.first, n.last): tuple("" if v is None else str(v) for v in (n.low, n.high, n.best))
        for n in find_numerals(words)
    }
    if not case["expression"]:
        assert found == {}
    else:
        assert found.get(case["expression"]) == (case["low"], case["high"], case["best"]), (case["why"], found)


def test_exact_numbers_and_only_they_are_exact() -> None:
    words = read_words(TOKENIZER("قُتل 3 وأصيب نحو 5 وأكثر من 7"))
    assert [n.exact for n in find_numerals(words)] == [True, False, False]


def test_numbers_come_in_order_and_never_overlap() -> None:
    found = find_numerals(read_words(TOKENIZER(" ".join(case["text"] for case in CASES))))
    assert all(a.last <= b.first for a, b in pairwise(found))
