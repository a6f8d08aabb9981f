"""Files of learned weights, and what they say of a record: a probability, and the features that weigh most.

A file in `models/` has a row for each feature, and one for the bias: its name and a weight for each model that shares it.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from heapq import nlargest, nsmallest
from importlib import resources
from typing import Final, ParamSpec, cast

from rasad.errors import LexiconError
from rasad.lexicon.perword import Remembered

BIAS: Final = "bias"
#: Features named in a reason.
_NAMED: Final = 3
#: Combinations of values whose features are remembered; a corpus has some thousand of each kind.
REMEMBERED: Final = 20_000
P = ParamSpec("P")

#: Weights of the features of one record that are known, each with its feature.
Weighed = Sequence[tuple[float, str]]


class Group:
    """Features that follow from the same few values; made once, and so known by what it is, not by its names."""

    __slots__ = ("names",)

    def __init__(self, *names: str) -> None:
        self.names = names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)


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
def load(name: str) -> "Model":
    """The weights of a file of one model; errors as of `rows`."""
    return Model({feature: weight for feature, (weight,) in rows(name, 1).items()})


class Model(dict[str, float]):
    """The weight of each feature, and those of groups of features that come together again and again."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.groups: Remembered[Group, Weighed] = Remembered(self.of)

    def of(self, features: Iterable[str]) -> Weighed:
        """The features that have a weight, each with it."""
        return [(weight, f) for f in features if (weight := self.get(f)) is not None]


def remembered(make: Callable[P, Iterator[str]]) -> Callable[P, Group]:
    """Features that a few values make, made once for each combination of these: a name that is made anew is hashed anew too."""

    @lru_cache(maxsize=REMEMBERED)
    def made(*values: P.args, **named: P.kwargs) -> Group:
        return Group(*make(*values, **named))

    return cast(Callable[P, Group], made)


def chance(weight: float) -> float:
    """The probability of a sum of weights."""
    return 1 / (1 + math.exp(-weight))


def weigh(known: Weighed, model: Model) -> float:
    """The probability of what has these features with a weight."""
    return chance(math.fsum([model[BIAS], *[w for w, _ in known]]))


def leading(known: Weighed, *, against: bool) -> tuple[str, ...]:
    """The features that weigh most, for or against."""
    first = (nsmallest if against else nlargest)(_NAMED, known)
    return tuple(f for w, f in first if (w < 0) == against)
