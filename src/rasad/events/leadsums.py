"""A lead that sums the tolls of several acts told singly behind it (CODEBOOK 10): its numbers are those of none of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import places_within
from rasad.model.mentions import CasualtyMention
from rasad.model.reading import Reading
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

_COUNTED: Final[tuple[CasualtyKind, ...]] = ("killed", "injured", "killed_or_injured", "detained", "abducted")
_EXACT: Final = frozenset({"site", "settlement"})
#: Acts of a report that are looked at, so that a file of many reports stays linear.
_WINDOW: Final = 60


def drop(drafts: Sequence[Draft], reading: Reading) -> None:
    """قُتل ستة بقصف على الريف. … قصف على X أوقع أربعة. … قصف على Y أوقع اثنين: the act that the lead was joined to has four. A
    lead that names a town tells one act, whose tolls may be rivals."""
    words = reading.words
    told = [d for d in drafts[:_WINDOW] if not d.headline and d.casualties]
    if len(told) < 2:
        return
    first = min(words.sentence[c.first] for d in told for c in d.casualties)
    sentence = words.sentences[first]
    if any(p.mention.kind in _EXACT for p in places_within(reading.places, sentence.first, sentence.last)):
        return
    for draft in told:
        lead = [c for c in draft.casualties if words.sentence[c.first] == first]
        own = [c for c in draft.casualties if words.sentence[c.first] != first]
        others = [d for d in told if d is not draft and d.event_type == draft.event_type]
        if lead and own and any(_sums(kind, lead, own, others, first, words) for kind in _COUNTED):
            draft.casualties = [_whole(c, own, words) for c in own]
            draft.notes.append("casualties: the lead sums this act and others")


def _sums(
    kind: CasualtyKind,
    lead: Sequence[CasualtyMention],
    own: Sequence[CasualtyMention],
    others: Sequence[Draft],
    first: int,
    words: Words,
) -> bool:
    """Whether the lead's number of a kind is that of this act and of all the others together."""
    mine = _most(kind, own)
    theirs = [_most(kind, [c for c in d.casualties if words.sentence[c.first] != first]) for d in others]
    total = _most(kind, [c for c in lead if not c.subset])
    return mine > 0 and sum(theirs) > 0 and mine + sum(theirs) == total


def _most(kind: CasualtyKind, claims: Sequence[CasualtyMention]) -> int:
    """The greatest exact number of a kind."""
    return max((c.low or 0 for c in claims if c.kind == kind and c.low == c.high), default=0)


def _whole(claim: CasualtyMention, claims: Sequence[CasualtyMention], words: Words) -> CasualtyMention:
    """The greatest of its kind in its sentence, which was a part of the lead's only, is the whole of its act."""
    here = [c for c in claims if c.kind == claim.kind and words.sentence[c.first] == words.sentence[claim.first]]
    return replace(claim, subset=False) if claim.subset and here and claim is max(here, key=lambda c: c.low or 0) else claim
