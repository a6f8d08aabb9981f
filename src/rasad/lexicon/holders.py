"""Who holds power where: an arrest by whoever does is COERCE, the same taking by others an abduction (CODEBOOK 2)."""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Final

from rasad.lexicon import loader

_NAME: Final = "holders.tsv"


@cache
def _load() -> dict[str, tuple[tuple[str, date, date], ...]]:
    """Admin 1 → (beginning of the ids of a side and its bodies, from, to)."""
    found: defaultdict[str, list[tuple[str, date, date]]] = defaultdict(list)
    for _, row in loader.rows(_NAME, ("actor", "admin1", "start", "end", "source"), ("actor", "admin1", "source")):
        start, end = (date.fromisoformat(row[c]) if row[c] else d for c, d in (("start", date.min), ("end", date.max)))
        found[row["admin1"]].append((row["actor"], start, end))
    return {admin1: tuple(rows) for admin1, rows in found.items()}


def holds(actor: str, admin1: str, day: date | None) -> bool:
    """Whether the side with this id, or a body of it, held power in a governorate; on any day where none is known."""
    return any(
        actor.startswith(beginning) and (day is None or start <= day <= end) for beginning, start, end in _load().get(admin1, ())
    )
