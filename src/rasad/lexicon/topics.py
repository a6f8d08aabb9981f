"""Words of other matters (sport, prices, weather, fires, harvests …), in which violent words are figures of speech."""

from functools import cache
from typing import Final

from rasad.lexicon import loader
from rasad.lexicon.matcher import PhraseIndex

TOPICS: Final = (
    "sport", "film", "economy", "weather", "history", "fire", "traffic", "health", "farming", "culture", "science",
)  # fmt: skip


@cache
def load() -> PhraseIndex[str]:
    """Phrase → topic. Loaded once."""
    index: PhraseIndex[str] = PhraseIndex()
    for number, row in loader.rows("topics.tsv", ("form", "topic", "source")):
        index.add(row["form"], loader.one_of("topics.tsv", number, row, "topic", TOPICS))
    return index
