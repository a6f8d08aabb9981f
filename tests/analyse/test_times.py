"""The time grammar against its cases: text, day of publication, the expression and what it means."""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import spacy

from rasad.analyse.dateline import published_from_text
from rasad.analyse.numerals import find_numerals
from rasad.analyse.times import find_times
from rasad.model.mentions import TimeMention
from rasad.model.words import Words
from rasad.text.reading import read_words
from rasad.text.tokenizer import RasadTokenizer
from tests.support import read

DATA = Path(__file__).parent.parent / "data"
CASES = list(csv.DictReader((DATA / "times.tsv").open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
DATELINES = list(csv.DictReader((DATA / "datelines.tsv").open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
TOKENIZER = RasadTokenizer(spacy.blank("ar").vocab)


def words_of(text: str) -> Words:
    return read_words(TOKENIZER(text.replace("\\n", "\n")))


def times_of(text: str, published: str) -> tuple[Words, list[TimeMention]]:
    words = words_of(text)
    return words, find_times(words, find_numerals(words), date.fromisoformat(published) if published else None)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 250
    assert sum(not case["expression"] for case in CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=[f"{n}" for n in range(2, len(CASES) + 2)])
def test_case(case: dict[str, str]) -> None:
    words, found = times_of(case["text"], case["published"])
    read = {words.quote(t.first, t.last): (str(t.start or ""), str(t.end or ""), t.precision) for t in found}
    if not case["expression"]:
        assert read == {}
    else:
        assert read.get(case["expression"]) == (case["start"], case["end"], case["precision"]), (case["why"], read)


@pytest.mark.parametrize("case", DATELINES, ids=[f"{n}" for n in range(2, len(DATELINES) + 2)])
def test_dateline(case: dict[str, str]) -> None:
    found = published_from_text(words_of(case["text"]))
    assert str(found or "") == case["published"], case["why"]


def test_mentions_come_in_order_and_never_overlap() -> None:
    text = " ".join(case["text"] for case in CASES)
    _, found = times_of(text, "2019-09-25")
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_shape_of_a_going_act() -> None:
    _, found = times_of("يتواصل القصف منذ يومين على البلدة", "2019-09-25")
    assert [t.shape for t in found] == ["since"]


def test_a_running_month_stands_for_today_in_an_undated_report() -> None:
    doc = read("قتل شاب في 17 تشرين الأول الجاري، وخطف آخر في 12 تشرين الأول الجاري.")
    assert (doc._.today.month, doc._.today.day) == (10, 17)
    assert [(m.start.month, m.start.day) for m in doc._.times] == [(10, 17), (10, 12)]
