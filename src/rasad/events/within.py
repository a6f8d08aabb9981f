"""Mentions of a stretch of words by binary search: every reading hands its mentions on in the order of the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from rasad.model.indexed import M, Mentions, Places
from rasad.model.mentions import Attribution, ResolvedPlace

_first = attrgetter("first")


def within(mentions: Sequence[M], lo: int, hi: int) -> Sequence[M]:
    """The mentions that begin at words [lo, hi); `mentions` are sorted by `first`."""
    if type(mentions) is Mentions:
        return mentions[bisect_left(mentions.firsts, lo) : bisect_left(mentions.firsts, hi)]
    return mentions[bisect_left(mentions, lo, key=_first) : bisect_left(mentions, hi, key=_first)]


def places_within(places: Places, lo: int, hi: int) -> Sequence[ResolvedPlace]:
    """The same for resolved places."""
    return places[bisect_left(places.firsts, lo) : bisect_left(places.firsts, hi)]


def attribution_at(attributions: Sequence[Attribution], i: int) -> Attribution | None:
    """The attribution whose stretch holds word i; they do not overlap."""
    k = bisect_right(attributions, i, key=_first) - 1
    return attributions[k] if k >= 0 and i < attributions[k].last else None
