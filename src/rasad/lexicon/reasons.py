"""Words that put an act into a purpose, a reason, a charge or a name, where it is not told as an event."""

from functools import cache

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.matcher import PhraseIndex


@cache
def load() -> PhraseIndex[int]:
    """Phrase → reach: an act so many words after it is not coded. Loaded once."""
    index: PhraseIndex[int] = PhraseIndex()
    for number, row in loader.rows("reasons.tsv", ("form", "reach", "source")):
        if not row["reach"].isdigit():
            raise LexiconError("reasons.tsv", number, f"reach is {row['reach']!r}, not a number of words")
        index.add(row["form"], int(row["reach"]))
    return index
