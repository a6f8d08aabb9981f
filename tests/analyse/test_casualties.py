"""Casualty claims against their cases.

The column `claims` holds, in the order of the text, `kind low high group flag` separated by `; `; - is none or open, and a
group of - is not looked at. No claims: the text has numbers or words of harm, and nobody was hurt.
"""

import csv
from pathlib import Path

import pytest
import spacy

from rasad.analyse.casualties import find_casualties
from rasad.analyse.numerals import find_numerals
from rasad.analyse.times import find_times
from rasad.model.mentions import CasualtyMention
from rasad.model.words import Words
from rasad.text.reading import read_words
from rasad.text.tokenizer import RasadTokenizer

DATA = Path(__file__).parent.parent / "data" / "casualties.tsv"
CASES = list(csv.DictReader(DATA.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
TOKENIZER = RasadTokenizer(spacy.blank("ar").vocab)


def claims_of(text: str) -> tuple[Words, list[CasualtyMention]]:
    words = read_words(TOKENIZER(text))
    numerals = find_numerals(words)
    return words, find_casualties(words, numerals, find_times(words, numerals, None))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert sum(not case["claims"] for case in CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=[f"{n}" for n in range(2, len(CASES) + 2)])
def test_case(case: dict[str, str]) -> None:
    _, found = claims_of(case["text"])
    wanted = [claim.split(" ") for claim in case["claims"].split("; ") if claim]
    read = []
    for claim, want in zip(found, wanted, strict=False):
        group = "-" if want[3] == "-" else str(claim.group or "")
        flag = "subset" if claim.subset else "running" if claim.running_total else "-"
        read.append([claim.kind, *("-" if v is None else str(v) for v in (claim.low, claim.high)), group, flag])
    assert len(found) == len(wanted), (case["why"], found)
    assert read == wanted, case["why"]


def test_best_is_the_conservative_reading() -> None:
    _, found = claims_of("قُتل أكثر من 10 مدنيين وأصيب نحو 30 وعشرات آخرون")
    assert [c.best for c in found[:2]] == [11, 30]


def test_a_vague_total_before_exact_numbers_is_dropped() -> None:
    _, found = claims_of("سقط قتلى وجرحى في الانفجار. وقال مصدر إن ثلاثة مدنيين قتلوا وأصيب خمسة آخرون.")
    assert [(c.kind, c.low, c.high) for c in found] == [("killed", 3, 3), ("injured", 5, 5)]


def test_rival_totals_are_all_kept() -> None:
    _, found = claims_of("قُتل أربعة مدنيين بالقصف. وقالت النقابة إن عدد القتلى ستة.")
    assert [(c.kind, c.best) for c in found] == [("killed", 4), ("killed", 6)]


def test_the_name_of_a_victim_is_not_quoted() -> None:
    words, found = claims_of("مقتل محمد العلي وأحمد السعيد برصاص مجهولين")
    assert found and all("محمد" not in words.quote(c.first, c.last) and "أحمد" not in words.quote(c.first, c.last) for c in found)


def test_furniture_is_not_read() -> None:
    story = "قصف على البلدة\n\nاستهدفت الطائرات البلدة صباح اليوم بعدة غارات عنيفة."
    _, found = claims_of(f"{story}\n\nاقرأ أيضاً:\nمقتل 5 مدنيين في حلب")
    assert found == []
