"""How a report tells an act: features of its grammar, of what it has of its own and of what was told before.

They hold few words, because words that a few hundred reports teach say little of others: with the words of the sentence
weighed too, the model knew the reports it had learned from better and unread ones no better.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from rasad.events import clauses
from rasad.events.draft import Draft
from rasad.events.features import governing_groups, record_groups
from rasad.events.weights import Group, remembered
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

#: Words under which an act is a circumstance, a reason, an aim or told of persons, and how far before it they are looked for.
_UNDER: Final = wordclass.words("subordinator")
_UNDER_WITHIN: Final = 9
#: Words between a light verb and the noun that it carries.
_LIGHT_WITHIN: Final = 6
#: Sentences between two tellings that make a difference.
_FAR: Final = 4
_SHARED: Final = ("side", "place", "day", "toll", "lemma")


class Things(NamedTuple):
    """What one record shares with others: keys of its sides and places, its time from (first day; a day not known is one too),
    kinds and least numbers of its tolls, its folded lemma."""

    sides: frozenset[str]
    places: frozenset[str]
    time: tuple[date | None] | None
    tolls: frozenset[tuple[str, int | None]]
    lemma: str


def things_of(draft: Draft) -> Things:
    """The things of one record, asked once for all that are compared with it."""
    return Things(
        frozenset(a.side for a, _ in draft.actors),
        frozenset(p.mention.key for p in draft.places),
        (draft.time.start,) if draft.time is not None else None,
        frozenset((c.kind, c.low) for c in draft.casualties),
        fold(draft.trigger.lemma),
    )


def groups(draft: Draft, own: Things, before: Sequence[tuple[Draft, Things]], reading: Reading) -> Iterator[Group]:
    """The features of a record of a report, but for those of its sentence (`rasad.events.features.setting`), each once.

    Args:
        draft: the record
        own: its things
        before: the records of its type told before it, with theirs
        reading: the report's
    """
    yield from record_groups(draft, reading)
    yield from governing_groups(draft, reading)
    yield from _grammar(draft, reading)
    yield from _of_its_own(draft)
    yield from _among_tellings(draft, own, before)


def _grammar(draft: Draft, reading: Reading) -> Iterator[Group]:
    words, trigger, kind = reading.words, draft.trigger, draft.event_type
    norm, first = words.norm, trigger.first
    tense = "noun"
    if trigger.pos == "verb":
        tense = "present" if clauses.present(norm[first], fold(trigger.lemma)) else "past"
    yield _of_tense(tense, kind, draft.definite)
    before = norm[max(draft.clause[0], first - _UNDER_WITHIN) : first]
    if not _UNDER.isdisjoint(before):
        yield _under(next(w for w in reversed(before) if w in _UNDER), tense)
    if trigger.pos != "verb":
        opening = words.sentences[draft.sentence].first
        carried = light_verbs.load().subject.among(norm, max(opening, first - _LIGHT_WITHIN), first)
        yield _carried(carried, kind)


@remembered
def _under(word: str, tense: str) -> Iterator[str]:
    yield f"under {word}"
    yield f"under {word}, {tense}"


@remembered
def _carried(carried: bool, kind: str) -> Iterator[str]:
    yield f"carried by a light verb {carried}"
    yield f"carried by a light verb {carried}, {kind}"


@remembered
def _of_tense(tense: str, kind: str, definite: bool) -> Iterator[str]:
    yield f"tense {tense}"
    yield f"tense {tense}, {kind}"
    yield f"tense {tense}, {'words' if kind in VERBAL_TYPES else 'deeds'}"
    yield f"tense {tense}, {'the' if definite else 'a'}"


def _of_its_own(draft: Draft) -> Iterator[Group]:
    kind, trigger = draft.event_type, draft.trigger
    source, target, claims = bool(draft.of_role("source")), bool(draft.of_role("target")), bool(draft.casualties)
    own = source + target + (draft.place_from == "clause") + (draft.time_from == "clause") + claims
    yield _own(own, trigger.pos, trigger.strength, kind)
    yield _of_kind(kind, draft.place_from, draft.time_from, source, target)
    yield _told_as(kind, draft.status, draft.definite, trigger.strength, claims)
    yield _nearer(draft.sub_event, draft.casualties[0].kind if claims else "")
    if draft.time is not None:
        yield _of_time(draft.time.precision, draft.time.shape)
    yield _said(draft.sources[0].kind if draft.sources else "nobody", kind in VERBAL_TYPES, draft.carried)


@remembered
def _own(own: int, pos: str, strength: str, kind: str) -> Iterator[str]:
    yield f"own {own}"
    for other in (pos, strength, kind):
        yield f"own {own}, {other}"


@remembered
def _of_kind(kind: str, place_from: str, time_from: str, source: bool, target: bool) -> Iterator[str]:
    yield f"{kind}, place from {place_from}"
    yield f"{kind}, time from {time_from}"
    yield f"{kind}, source {source}, target {target}"


@remembered
def _told_as(kind: str, status: str, definite: bool, strength: str, claims: bool) -> Iterator[str]:
    yield f"{kind}, status {status}"
    yield f"{kind}, definite {definite}"
    yield f"{kind}, {strength}"
    yield f"{kind}, claims {claims}"


@remembered
def _nearer(sub_event: str | None, claim: str) -> Iterator[str]:
    yield f"sub-type {sub_event}"
    if claim:
        yield f"claim of {claim}"


@remembered
def _of_time(precision: str, shape: str) -> Iterator[str]:
    yield f"time {precision} {shape}"


@remembered
def _said(speaker: str, words: bool, carried: bool) -> Iterator[str]:
    yield f"said by {speaker}, {'words' if words else 'deeds'}"
    yield f"speaker carried {carried}"


def _among_tellings(draft: Draft, own: Things, before: Sequence[tuple[Draft, Things]]) -> Iterator[Group]:
    """What it shares with the likest record of its type before it, and what none of them has."""
    kind = draft.event_type
    if not before:
        yield _first_of(kind)
        return
    shared, likest = max(((_shares(own, things), other) for other, things in before), key=lambda pair: sum(pair[0]))
    new_place = bool(own.places.difference(*(things.places for _, things in before)))
    new_side = bool(own.sides.difference(*(things.sides for _, things in before)))
    new_toll, new_day = bool(draft.casualties) and not shared[3], draft.time_from == "clause" and not shared[2]
    new = new_place + new_side + new_toll + new_day
    again = min(draft.sentence - likest.sentence, _FAR)
    yield _shared(kind, shared, again)
    yield _new(kind, new, draft.place_from == "clause" and new_place)


@remembered
def _first_of(kind: str) -> Iterator[str]:
    yield f"first of {kind}"


@remembered
def _shared(kind: str, shared: tuple[bool, ...], again: int) -> Iterator[str]:
    yield f"shared {sum(shared)}"
    yield f"shared {sum(shared)}, {kind}"
    for name, is_shared in zip(_SHARED, shared, strict=True):
        yield f"shares {name} {is_shared}"
    yield f"again after {again}"


@remembered
def _new(kind: str, new: int, new_place: bool) -> Iterator[str]:
    yield f"new things {new}"
    yield f"new things {new}, {kind}"
    yield f"new place {new_place}"


def _shares(a: Things, b: Things) -> tuple[bool, ...]:
    return (
        not a.sides.isdisjoint(b.sides), not a.places.isdisjoint(b.places), a.time == b.time and a.time is not None,
        not a.tolls.isdisjoint(b.tolls), a.lemma == b.lemma,
    )  # fmt: skip
