"""Words of general description (عادة، بشكل متكرر، منذ سنوات): what stands with them is a situation, not an act."""

from functools import cache

from rasad.lexicon import loader
from rasad.lexicon.matcher import PhraseIndex


@cache
def load() -> PhraseIndex[str]:
    """Loaded once."""
    index: PhraseIndex[str] = PhraseIndex()
    for _, row in loader.rows("generic.tsv", ("form", "source")):
        index.add(row["form"], row["form"])
    return index
