"""Places in a clause that says which person is meant: المتهم الذي قتل ثلاثة في X. They are of what he did, not of the act of the
sentence, and those of the sentence are not of what he did."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.persons import PERSONS
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ResolvedPlace
from rasad.model.reading import Reading

_RELATIVES: Final = wordclass.words("relative")
_OPENS: Final = PerWord(lambda norm: norm in _RELATIVES)
#: Words from the relative to its verb (الذي كان قد قتل), and before it to the person (الناشط سامر الخالد الذي).
_VERB_WITHIN: Final = 3
_NAME: Final = 3


def behind(draft: Draft, end: int, reading: Reading) -> int:
    """The relative behind an act, before word `end`, whose clause tells what one of its persons did or suffered; else `end`."""
    for i in _OPENS.where(reading.words.norm, draft.trigger.last, end):
        acts = [t for t in within(reading.triggers, i, i + 1 + _VERB_WITHIN) if t.pos == "verb"]
        if acts and acts[0].event_type != draft.event_type and _of_person(reading, i):
            return i
    return end


def own(draft: Draft, begin: int, inside: list[ResolvedPlace], reading: Reading) -> tuple[int, list[ResolvedPlace]]:
    """Where what tells of an act begins, and the places that may be its own, if such a clause with a place behind tells it."""
    relative = opened(draft, begin, reading)
    if relative < 0:
        return begin, inside
    told = [p for p in inside if draft.trigger.last <= p.mention.first < draft.clause[1]]
    return (relative, told) if told else (begin, inside)


def opened(draft: Draft, begin: int, reading: Reading) -> int:
    """The relative from `begin` on that opens such a clause and has the act's verb right behind it; -1 where there is none."""
    first = draft.trigger.first
    near = range(first - 1, max(begin, first - 1 - _VERB_WITHIN) - 1, -1) if draft.trigger.pos == "verb" else ()
    relative = next((i for i in near if _OPENS[reading.words.norm[i]]), -1)
    return relative if relative >= 0 and _of_person(reading, relative) else -1


def _of_person(reading: Reading, i: int) -> bool:
    """Whether the relative at word i stands behind a person."""
    if any(a.last == i for a in within(reading.actors, max(0, i - 2 * _NAME), i)):
        return True
    return any(PERSONS[w] is not None for w in _names(reading, i))


def _names(reading: Reading, i: int) -> Sequence[str]:
    first = next((k + 1 for k in range(i - 1, max(0, i - _NAME) - 1, -1) if reading.words.kind[k] != "word"), max(0, i - _NAME))
    return reading.words.norm[first:i]
