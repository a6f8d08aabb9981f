"""Of two tellings of one act, which gives its quote? A logistic model over plain features of both.

A lead often sums up what the next sentence tells, and a later sentence often only points back. Which telling an analyst
quotes depends on both: how it is told (a verb, a noun with the article), what it holds of its own (place, day, sides,
tolls, speaker), and where it stands. The weights are in `models/quoting.tsv`, their card beside it;
`tools/train_quoting.py` makes them.
"""

from collections.abc import Iterator
from typing import Final

from rasad.events import weights
from rasad.events.draft import Draft
from rasad.events.retelling import opens_matter
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading

MODEL: Final = "quoting.tsv"
#: Words before the trigger from which on it stands further back: at once, behind a word or two, …
_AT: Final = (1, 4, 10, 20)
#: Words in a band of length of a sentence, and the last band.
_LENGTH: Final = 15
_LONGEST: Final = 3
#: Longer words before a trigger are seldom prepositions or particles.
_SMALL_WORD: Final = 4
#: What one telling holds more than the other is counted two by two, up to this.
_MORE: Final = 6
#: Sentences between the tellings from which on they are just far apart.
_FAR: Final = 4
_MANY: Final = 2


def chosen(first: Draft, second: Draft, lead: int, reading: Reading) -> tuple[bool, str]:
    """Whether the second telling gives the quote, and why.

    Args:
        first: the act as told so far; its trigger, sentence and clause are those of the telling that gives the quote now
        second: a telling in another sentence, not joined yet
        lead: the sentence of the report's first act
        reading: what was found in the report
    """
    model = weights.load(MODEL)
    known = model.of(features(first, second, lead, reading))
    probability = weights.weigh(known, model)
    later = probability > 0.5
    return later, f"{probability:.2f} by the learned weights ({'; '.join(weights.leading(known, against=not later))})"


def features(first: Draft, second: Draft, lead: int, reading: Reading) -> Iterator[str]:
    """The features of two tellings, each once; arguments as for `chosen`."""
    yield from _telling("first", first, reading)
    yield from _telling("second", second, reading)
    more = max(-_MORE, min(detail(second) - detail(first), _MORE))
    yield f"the second says {more // 2 * 2} more"
    yield f"type {second.event_type}"
    yield f"the first {'is' if first.sentence == lead else 'is not'} the lead"
    yield f"sentences between {min(second.sentence - first.sentence, _FAR)}"
    yield f"{'the same word' if fold(first.trigger.lemma) == fold(second.trigger.lemma) else 'another word'}"
    yield f"{first.trigger.pos}, then {second.trigger.pos}"
    yield f"place from {first.place_from}, then {second.place_from}"
    yield f"time from {first.time_from}, then {second.time_from}"


def detail(draft: Draft) -> int:
    """How much a telling says: sides, own place (twice that if it is a point), own day, tolls."""
    exact = any(p.mention.kind in ("site", "settlement") for p in draft.places)
    own = draft.place_from == "clause"
    return len(draft.actors) + 2 * own + 2 * (own and exact) + (draft.time_from == "clause") + len(draft.casualties)


def _telling(name: str, draft: Draft, reading: Reading) -> Iterator[str]:
    """What one telling holds and how it stands in its sentence."""
    words, trigger = reading.words, draft.trigger
    sentence = words.sentences[draft.sentence]
    at = trigger.first - sentence.first
    yield f"{name}: {trigger.pos}{', definite' if draft.definite else ''}"
    yield f"{name}: {trigger.frame}, {trigger.voice}"
    yield f"{name}: {trigger.strength}"
    yield f"{name}: {draft.status}"
    yield f"{name}: place from {draft.place_from}"
    yield f"{name}: time from {draft.time_from}"
    yield f"{name}: said by {'nobody' if not draft.sources else 'who spoke before' if draft.carried else 'somebody'}"
    source, target = ("somebody" if draft.of_role(role) else "nobody" for role in ("source", "target"))
    yield f"{name}: {source} does it to {target}"
    yield f"{name}: claims {min(len(draft.casualties), _MANY)}"
    yield f"{name}: triggers {min(len(draft.merged), _MANY)}"
    yield f"{name}: at {sum(at >= bound for bound in _AT)}"
    yield f"{name}: length {min((sentence.last - sentence.first) // _LENGTH, _LONGEST)}"
    before = words.norm[trigger.first - 1] if at else "^"
    yield f"{name}: behind {before if len(before) <= _SMALL_WORD else 'a word'}"
    if opens_matter(draft, reading):
        yield f"{name}: opens a matter"
