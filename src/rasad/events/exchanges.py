"""أفرجت فصائل X عن ضابط مقابل إفراج Y عن طالب: releases for each other are one exchange of both sides (CODEBOOK 10)."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.reading import Reading

_RELEASES: Final = wordclass.words("release")
_FOR: Final = wordclass.words("in_return_for")
#: Words from the release to what it is done for, from there to the other release, from that to who frees.
_FOR_WITHIN: Final = 25
_RELEASE_WITHIN: Final = 3
_BY_WITHIN: Final = 2


def give(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, a release and the one it is done for as one COOPERATE."""
    gone: set[int] = set()
    for draft in drafts:
        if draft.event_type != "RETREAT" or fold(draft.trigger.lemma) not in _RELEASES or draft.trigger.first in gone:
            continue
        other = _in_return(draft, reading)
        if other is None:
            continue
        draft.event_type = "COOPERATE"
        draft.notes.append("type: prisoners set free for others are exchanged")
        for actor in _who_frees(other, reading):
            draft.add_actor(actor, "source", "who sets others free in return")
        gone.add(other.first)
    return [d for d in drafts if d.trigger.first not in gone]


def _in_return(draft: Draft, reading: Reading) -> TriggerMention | None:
    """The release behind مقابل in the sentence of another."""
    words, last = reading.words, draft.trigger.last
    end = min(words.sentences[draft.sentence].last, last + _FOR_WITHIN)
    at = next((i for i in range(last, end) if words.norm[i] in _FOR), None)
    if at is None:
        return None
    near = within(reading.triggers, at + 1, at + 1 + _RELEASE_WITHIN)
    return next((t for t in near if t.event_type == "RETREAT" and fold(t.lemma) in _RELEASES), None)


def _who_frees(release: TriggerMention, reading: Reading) -> Sequence[ActorMention]:
    """إفراج Y عن طالب, not إطلاق سراح طالب."""
    if "سراح" in reading.words.norm[release.first : release.last + 1]:
        return ()
    near = within(reading.actors, release.last, release.last + _BY_WITHIN)
    return [a for a in near if a.prefix in ("", "ال") and a.group != "prisoners"][:1]
