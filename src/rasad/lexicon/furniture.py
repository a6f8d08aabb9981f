"""Words by which an outlet's own matter inside an article's text is known (read also, related articles, share)."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rasad.lexicon import loader
from rasad.lexicon.folding import fold_phrase

COLUMNS: Final = ("form", "scope", "source")


@dataclass(frozen=True, slots=True)
class Furniture:
    """`block`: the line and the unpunctuated lines after it; `end`: everything after it; `line`: the line alone;
    `credit`: a line of few words (المصدر: وكالات)."""

    block: frozenset[tuple[str, ...]]
    end: frozenset[tuple[str, ...]]
    line: frozenset[tuple[str, ...]]
    credit: frozenset[tuple[str, ...]]


@cache
def load() -> Furniture:
    """The list, loaded once."""
    found: dict[str, set[tuple[str, ...]]] = {"block": set(), "end": set(), "line": set(), "credit": set()}
    for number, row in loader.rows("furniture.tsv", COLUMNS):
        scope = loader.one_of("furniture.tsv", number, row, "scope", tuple(found))
        found[scope].add(fold_phrase(row["form"]))
    return Furniture(*(frozenset(found[k]) for k in ("block", "end", "line", "credit")))
