"""Mentions in the order of the text with the words at which they begin: rules ask tens of times an act for those of a stretch."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rasad.model.mentions import ResolvedPlace


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


M = TypeVar("M", bound=_Placed)


class Mentions(list[M]):
    """What one reading found; nothing is added once it is made."""

    def __init__(self, found: Iterable[M]) -> None:
        super().__init__(found)
        self.firsts = [mention.first for mention in self]


class Places(list[ResolvedPlace]):
    """The same of resolved places."""

    def __init__(self, found: Iterable[ResolvedPlace]) -> None:
        super().__init__(found)
        self.firsts = [place.mention.first for place in self]
