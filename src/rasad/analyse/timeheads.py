"""The report's own day at the head of a paragraph: a date line, a dateline. It tells when was written, not when was done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from rasad.model.mentions import TimeMention
from rasad.model.words import Words

#: Words before the day in the paragraph that it heads (صنعاء - وكالة الأنباء - 2 سبتمبر 2025).
_WITHIN: Final = 9
#: What closes a dateline.
_SIGNS: Final = frozenset("/-–—ـ:|()[].")
#: Reasons of a time that a whole date has; "today with its date" is told of an act.
_DATES: Final = ("numeric date", "day and month", "weekday with its date")


def without_heads(words: Words, times: Sequence[TimeMention], published: date) -> list[TimeMention]:
    """The times; the day of publication as a date at the head of a paragraph, or as all that a paragraph says, is of no act."""
    return [
        replace(t, shape="head") if t.start == t.end == published and t.why in _DATES and _heads(words, t) else t for t in times
    ]


def _heads(words: Words, time: TimeMention) -> bool:
    paragraph = words.sentences[words.sentence[time.first]].paragraph
    first = time.first
    while first and words.sentences[words.sentence[first - 1]].paragraph == paragraph and time.first - first <= _WITHIN:
        first -= 1
    if time.first - first > _WITHIN:
        return False
    last = time.last
    ends = last == len(words) or words.sentences[words.sentence[last]].paragraph != paragraph
    foreign = all(words.surface[i].isascii() for i in range(first, time.first))  # also where nothing stands before it
    return foreign or ends or words.surface[last] in _SIGNS
