"""Number words and the words that blur a number, by codebook section 7."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.matcher import PhraseIndex

NUMBER_KINDS: Final = ("unit", "ten", "teen", "tens", "hundred", "thousand", "thousand_dual", "million")
VAGUE_KINDS: Final = ("at_least", "at_least_after", "more_than", "about", "about_after", "less_than", "vague")


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word; the kind says what it may stand next to."""

    value: int
    kind: str


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A word that blurs the number after (or before: `…_after`) it, or is itself a vague number (`vague`)."""

    kind: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Both lists, indexed."""

    words: PhraseIndex[NumberWord]
    vague: PhraseIndex[VagueWord]


@cache
def load() -> Numbers:
    """Loaded once."""
    words: PhraseIndex[NumberWord] = PhraseIndex()
    for number, row in loader.rows("numbers.tsv", ("form", "value", "kind", "source")):
        kind = loader.one_of("numbers.tsv", number, row, "kind", NUMBER_KINDS)
        words.add(row["form"], NumberWord(_whole("numbers.tsv", number, row["value"]) or 0, kind))
    vague: PhraseIndex[VagueWord] = PhraseIndex()
    name = "vague_numbers.tsv"
    for number, row in loader.rows(name, ("form", "low", "high", "kind", "source")):
        kind = loader.one_of(name, number, row, "kind", VAGUE_KINDS)
        vague.add(row["form"], VagueWord(kind, _whole(name, number, row["low"]), _whole(name, number, row["high"])))
    return Numbers(words, vague)


def _whole(name: str, number: int, cell: str) -> int | None:
    if not cell:
        return None
    if not cell.isdigit():
        raise LexiconError(name, number, f"{cell!r} is no whole number")
    return int(cell)
