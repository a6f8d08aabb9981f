"""Gives each claim of people hurt, taken or driven out to the act that it is the toll of."""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.model.mentions import CasualtyMention
from rasad.model.reading import Reading
from rasad.model.words import Words

_OWNERS: Final = {
    "detained": ("COERCE", "ASSAULT"),
    "abducted": ("ASSAULT", "COERCE"),
    "displaced": ("COERCE", "ASSAULT", "RETREAT"),
}
#: Acts of which a report may say that they hurt nobody.
_UNHURT: Final = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def give(drafts: Sequence[Draft], reading: Reading, reasons: Container[int]) -> None:
    """Each claim goes to the act of force in its clause, else in its sentence, else in the sentences just before."""
    words = reading.words
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for claim in reading.casualties:
        sentence = words.sentence[claim.first]
        if words.sentences[sentence].role == "furniture" or claim.first in reasons:
            continue
        owner = _owner(claim, sentence, by_sentence, words)
        if owner is not None:
            owner.casualties.append(claim)
            owner.notes.append(f"casualties: {claim.why}")


def _owner(claim: CasualtyMention, sentence: int, drafts: Mapping[int, Sequence[Draft]], words: Words) -> Draft | None:
    wanted = _OWNERS.get(claim.kind, ("ASSAULT", "PROTEST"))
    if claim.high == 0:
        # دون وقوع إصابات is said of the act it stands with, whatever that is.
        here = [d for d in drafts.get(sentence, ()) if d.clause[0] <= claim.first < d.clause[1] and d.event_type in _UNHURT]
        return min(here, key=lambda d: _distance(d, claim)) if here else None
    headline = words.sentences[sentence].role == "headline"
    for nearness in (0, 1, 2):
        near = [
            d
            for d in drafts.get(sentence - nearness, ())
            if d.event_type in wanted and d.status in ("occurred", "ongoing", "unclear") and d.headline == headline
        ]
        if near:
            here = [d for d in near if d.clause[0] <= claim.first < d.clause[1]]
            return min(here or near, key=lambda d: (wanted.index(d.event_type), _distance(d, claim)))
    return None


def drop_vague(draft: Draft) -> None:
    """A vague total beside an exact number of its kind is dropped (CODEBOOK 10); subsets stay."""
    exact = {c.kind for c in draft.casualties if c.low is not None and c.low == c.high and not c.subset}
    draft.casualties = [c for c in draft.casualties if not (c.kind in exact and (c.low, c.high) == (2, None) and not c.subset)]


def _distance(draft: Draft, claim: CasualtyMention) -> int:
    return min(abs(t.first - claim.first) for t in (draft.trigger, *draft.merged))
