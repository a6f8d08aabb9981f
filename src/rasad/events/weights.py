"""Files of learned weights, and what they say of a record: a probability, and the features that weigh most.

A file in `models/` has a row for each feature, and one for the bias: its name and a weight for each model that shares it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from rasad.errors import LexiconError

BIAS: Final = "bias"
#: Features named in a reason.
_NAMED: Final = 3

#: Weights of the features of one record that are known, each with its feature.
Weighed = Sequence[tuple[float, str]]


@cache
def rows(name: str, columns: int) -> Mapping[str, tuple[float, ...]]:
    """Of each feature, and of `BIAS`, the weights in a file of models.

    Raises:
        LexiconError: a row that is not a feature and `columns` numbers.
    """
    found: dict[str, tuple[float, ...]] = {}
    text = (resources.files("rasad.events") / "models" / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        feature, *cells = line.rsplit("\t", columns)
        try:
            found[feature] = tuple(float(cell) for cell in cells)
        except ValueError:
            raise LexiconError(name, number, f"{' '.join(cells)!r} is no weight") from None
        if len(cells) != columns:
            raise LexiconError(name, number, f"{len(cells)} weights where {columns} are due")
    if BIAS not in found:
        raise LexiconError(name, 1, f"no row {BIAS!r}")
    return found


@cache
def load(name: str) -> Mapping[str, float]:
    """The weights of a file of one model; errors as of `rows`."""
    return {feature: weight for feature, (weight,) in rows(name, 1).items()}


def chance(weight: float) -> float:
    """The probability of a sum of weights."""
    return 1 / (1 + math.exp(-weight))


def weigh(features: Iterable[str], weights: Mapping[str, float]) -> tuple[float, Weighed]:
    """(the probability, the features that have a weight)."""
    known = [(weight, f) for f in features if (weight := weights.get(f)) is not None]
    return chance(math.fsum([weights[BIAS], *[w for w, _ in known]])), known


def leading(known: Weighed, *, against: bool) -> tuple[str, ...]:
    """The features that weigh most, for or against."""
    first = sorted(known, reverse=not against)[:_NAMED]
    return tuple(f for w, f in first if (w < 0) == against)
