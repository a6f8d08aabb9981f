"""The closed word classes of time expressions: months, weekdays, day words, units, directions."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.folding import fold_phrase
from rasad.lexicon.matcher import PhraseIndex

KINDS: Final = (
    "weekday", "day", "direction", "this", "part", "unit", "dual", "phase", "ago", "since", "during", "until", "plan",
    "ordinal", "namer", "vague", "after", "run", "its", "that", "rank", "lasts", "call", "called",
)  # fmt: skip
#: Kinds that stand inside an expression or before it, never at its beginning.
_INNER: Final = ("direction", "plan", "namer", "until", "rank", "lasts", "call", "called")
#: Words that begin an expression by what follows them (من … إلى …, بين … و…, يومي الجمعة والسبت, الـ24).
_ALSO_OPEN: Final = ("من", "بين", "يومي", "ما", "ال", "حتي", "لغايه", "شهر", "الشهر", "عامي")
CALENDARS: Final = ("levantine", "gregorian", "maghrebi", "hijri")


@dataclass(frozen=True, slots=True)
class Month:
    """A month name; number 1 to 12 in its calendar."""

    number: int
    hijri: bool


@dataclass(frozen=True, slots=True)
class TimeWord:
    """kind: one of KINDS; value: weekday 0 = Monday, day offset, unit name …, as the list has it."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lists of `data/time`, indexed."""

    months: PhraseIndex[Month]
    words: dict[str, PhraseIndex[str]]
    #: folded first words of all that can begin a time expression: other words are passed over at once
    openers: frozenset[str]


@cache
def load() -> TimeWords:
    """Loaded once."""
    months: PhraseIndex[Month] = PhraseIndex()
    openers: set[str] = set(_ALSO_OPEN)
    name = "time/months.tsv"
    for number, row in loader.rows(name, ("form", "number", "calendar", "source")):
        calendar = loader.one_of(name, number, row, "calendar", CALENDARS)
        if not row["number"].isdigit() or not 1 <= int(row["number"]) <= 12:
            raise LexiconError(name, number, f"{row['number']!r} is no month")
        months.add(row["form"], Month(int(row["number"]), calendar == "hijri"))
        openers.add(fold_phrase(row["form"])[0])
    words: dict[str, PhraseIndex[str]] = {kind: PhraseIndex() for kind in KINDS}
    name = "time/words.tsv"
    for number, row in loader.rows(name, ("form", "kind", "value", "source")):
        kind = loader.one_of(name, number, row, "kind", KINDS)
        words[kind].add(row["form"], row["value"])
        if kind not in _INNER:
            openers.add(fold_phrase(row["form"])[0])
    return TimeWords(months, words, frozenset(openers))
