"""Closed classes of small words (prepositions, openers, relatives …) that the rules ask for, as data.

Forms are folded on loading. A class is a set of whole words, or, where its name ends in `_stem`, of beginnings for
`str.startswith`; phrases keep their spaces.
"""

from functools import cache
from typing import Final

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.folding import fold_phrase

_NAME: Final = "word_classes.tsv"


@cache
def _load() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for number, row in loader.rows(_NAME, ("class", "form", "source")):
        form = " ".join(fold_phrase(row["form"]))
        if not form:
            raise LexiconError(_NAME, number, f"{row['form']!r} holds no word")
        found.setdefault(row["class"], {})[form] = None
    return {name: tuple(forms) for name, forms in found.items()}


def words(name: str) -> frozenset[str]:
    """The folded forms of a class.

    Raises:
        KeyError: there is no such class, which is a mistake in the code.
    """
    return frozenset(_load()[name])


def stems(name: str) -> tuple[str, ...]:
    """The folded beginnings of a class, for `str.startswith`."""
    return _load()[name]
