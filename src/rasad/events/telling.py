"""How a report tells an act: features of its grammar, of what it has of its own and of what was told before.

They hold few words, because words that a few hundred reports teach say little of others: with the words of the sentence
weighed too, the model knew the reports it had learned from better and unread ones no better.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from rasad.events import clauses
from rasad.events.draft import Draft
from rasad.events.features import governing_features, record_features
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


def features(draft: Draft, own: Things, before: Sequence[tuple[Draft, Things]], reading: Reading) -> list[str]:
    """The features of a record of a report, but for those of its sentence (`rasad.events.features.setting`), each once.

    Args:
        draft: the record
        own: its things
        before: the records of its type told before it, with theirs
        reading: the report's
    """
    found = (
        *record_features(draft, reading), *governing_features(draft, reading), *_grammar(draft, reading), *_of_its_own(draft),
        *_among_tellings(draft, own, before),
    )  # fmt: skip
    return list(dict.fromkeys(found))


def _grammar(draft: Draft, reading: Reading) -> Iterator[str]:
    words, trigger, kind = reading.words, draft.trigger, draft.event_type
    norm, first = words.norm, trigger.first
    tense = "noun"
    if trigger.pos == "verb":
        tense = "present" if clauses.present(norm[first], fold(trigger.lemma)) else "past"
    yield f"tense {tense}"
    yield f"tense {tense}, {kind}"
    yield f"tense {tense}, {'words' if kind in VERBAL_TYPES else 'deeds'}"
    yield f"tense {tense}, {'the' if draft.definite else 'a'}"
    before = norm[max(draft.clause[0], first - _UNDER_WITHIN) : first]
    under = next((w for w in reversed(before) if w in _UNDER), None)
    if under:
        yield f"under {under}"
        yield f"under {under}, {tense}"
    if trigger.pos != "verb":
        light = light_verbs.load()
        opening = words.sentences[draft.sentence].first
        carried = any(light.subject(words, i) for i in range(max(opening, first - _LIGHT_WITHIN), first))
        yield f"carried by a light verb {carried}"
        yield f"carried by a light verb {carried}, {kind}"


def _of_its_own(draft: Draft) -> Iterator[str]:
    kind, trigger = draft.event_type, draft.trigger
    source, target = bool(draft.of_role("source")), bool(draft.of_role("target"))
    own = source + target + (draft.place_from == "clause") + (draft.time_from == "clause") + bool(draft.casualties)
    yield f"own {own}"
    for other in (trigger.pos, trigger.strength, kind):
        yield f"own {own}, {other}"
    yield f"{kind}, place from {draft.place_from}"
    yield f"{kind}, time from {draft.time_from}"
    yield f"{kind}, source {source}, target {target}"
    yield f"{kind}, status {draft.status}"
    yield f"{kind}, definite {draft.definite}"
    yield f"{kind}, {trigger.strength}"
    yield f"{kind}, claims {bool(draft.casualties)}"
    yield f"sub-type {draft.sub_event}"
    if draft.casualties:
        yield f"claim of {draft.casualties[0].kind}"
    if draft.time is not None:
        yield f"time {draft.time.precision} {draft.time.shape}"
    yield f"said by {draft.sources[0].kind if draft.sources else 'nobody'}, {'words' if kind in VERBAL_TYPES else 'deeds'}"
    yield f"speaker carried {draft.carried}"


def _among_tellings(draft: Draft, own: Things, before: Sequence[tuple[Draft, Things]]) -> Iterator[str]:
    """What it shares with the likest record of its type before it, and what none of them has."""
    kind = draft.event_type
    if not before:
        yield f"first of {kind}"
        return
    shared, likest = max(((_shares(own, things), other) for other, things in before), key=lambda pair: sum(pair[0]))
    yield f"shared {sum(shared)}"
    yield f"shared {sum(shared)}, {kind}"
    for name, is_shared in zip(_SHARED, shared, strict=True):
        yield f"shares {name} {is_shared}"
    yield f"again after {min(draft.sentence - likest.sentence, _FAR)}"
    new_place = bool(own.places.difference(*(things.places for _, things in before)))
    new_side = bool(own.sides.difference(*(things.sides for _, things in before)))
    new_toll, new_day = bool(draft.casualties) and not shared[3], draft.time_from == "clause" and not shared[2]
    new = new_place + new_side + new_toll + new_day
    yield f"new things {new}"
    yield f"new things {new}, {kind}"
    yield f"new place {draft.place_from == 'clause' and new_place}"


def _shares(a: Things, b: Things) -> tuple[bool, ...]:
    return (
        not a.sides.isdisjoint(b.sides), not a.places.isdisjoint(b.places), a.time == b.time and a.time is not None,
        not a.tolls.isdisjoint(b.tolls), a.lemma == b.lemma,
    )  # fmt: skip
