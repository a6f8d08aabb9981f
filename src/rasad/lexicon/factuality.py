"""Cues that say an act was not done, is planned, is uncertain, or goes on."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.matcher import PhraseIndex
from rasad.model.vocab import STATUSES, Status


@dataclass(frozen=True, slots=True)
class Cue:
    """`reach`: the act stands at most so many words after the cue."""

    form: str
    status: Status
    reach: int


@cache
def load() -> PhraseIndex[Cue]:
    """Loaded once."""
    index: PhraseIndex[Cue] = PhraseIndex()
    name = "factuality.tsv"
    for number, row in loader.rows(name, ("form", "status", "reach", "source")):
        status = cast(Status, loader.one_of(name, number, row, "status", STATUSES))
        if not row["reach"].isdigit():
            raise LexiconError(name, number, f"reach is {row['reach']!r}, not a number of words")
        index.add(row["form"], Cue(row["form"], status, int(row["reach"])))
    return index
