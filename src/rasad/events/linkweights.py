"""The weights that say who has a part in an act (`models/linking.tsv`), and their sums."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final

from rasad.events import weights
from rasad.events.weights import Group, Weighed
from rasad.lexicon.perword import Remembered
from rasad.model.vocab import Role

MODEL: Final = "linking.tsv"
ROLES: Final[tuple[Role, ...]] = ("source", "target")


class Weights:
    """The weights of the roles, and the sums of those of features that come together again and again."""

    def __init__(self, rows: Mapping[str, tuple[float, ...]]) -> None:
        self.rows = rows
        self.sums: Remembered[Group, tuple[float, float]] = Remembered(self._sum)

    def _sum(self, group: Group) -> tuple[float, float]:
        known = [self.rows[f] for f in group if f in self.rows]
        return sum(row[0] for row in known), sum(row[1] for row in known)

    def likelier(self, groups: Sequence[Group]) -> tuple[float, int]:
        """The chance of the likelier role, and which one of `ROLES` it is."""
        source, target = self.rows[weights.BIAS]
        for of_source, of_target in map(self.sums.__getitem__, groups):
            source += of_source
            target += of_target
        return (weights.chance(source), 0) if source >= target else (weights.chance(target), 1)

    def of(self, groups: Sequence[Group], k: int) -> Weighed:
        """The weights of the features for role `k`, each with its feature."""
        return [(self.rows[f][k], f) for f in chain.from_iterable(groups) if f in self.rows]


@cache
def load() -> Weights:
    """Loaded once."""
    return Weights(weights.rows(MODEL, len(ROLES)))
