"""القوات التي هاجمها مسلحون انسحبت: behind a relative clause the verb has the subject that stands before the clause."""

from collections.abc import Sequence
from typing import Final

from rasad.events import agreement
from rasad.lexicon import wordclass
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.words import Words

_RELATIVES: Final = wordclass.words("relative")
#: Behind these another subject is told (الذي قال إن المعتصمين …).
_ENDS: Final = wordclass.words("that_opener") | {".", ":", "؛"}
#: Words of the longest clause between a subject and its verb.
_LONGEST: Final = 14
#: Words of a place or marks between whom a relative clause tells of and the clause.
_NEAR: Final = 3
#: Words from the relative to its own verb.
_ITS_OWN: Final = 2


def antecedent(words: Words, before: Sequence[ActorMention], trigger: TriggerMention) -> ActorMention | None:
    """Who stands right before the relative clause that ends at the verb `trigger`; None where the verb is the clause's own, or
    joined to it. `before`: the participants before the verb, in order."""
    first = trigger.first
    if trigger.pos != "verb" or words.norm[first][0] in "وف" or trigger.voice == "passive":
        return None
    for i in range(first - 1, max(0, first - _LONGEST), -1):
        if words.norm[i] in _ENDS:
            return None
        if words.norm[i] not in _RELATIVES:
            continue
        if first - i <= _ITS_OWN or not _inside(before, i):
            return None
        named = next((a for a in reversed(before) if a.last <= i), None)
        between = words.norm[named.last : i] if named is not None else ["?"]
        near = named is not None and all(w in "،," for w in between) and not named.adjective
        return named if near and named is not None and agreement.fits(words, trigger, named) else None
    return None


def own_subject(words: Words, before: Sequence[ActorMention], trigger: TriggerMention) -> tuple[bool, ActorMention | None]:
    """رحبت الجامعة ببيان الاتحاد، والذي أدان …: whether the verb `trigger` is that of a relative clause, and whom it tells of:
    who is named right before it, never somebody further off."""
    i = trigger.first - 1
    if i < 1 or trigger.pos != "verb" or words.norm[i].removeprefix("و") not in _RELATIVES:
        return False, None
    named = next((a for a in reversed(before) if a.last <= i), None)
    if named is None or named.adjective or i - named.last > _NEAR or not agreement.fits(words, trigger, named):
        return True, None
    return True, named


def _inside(before: Sequence[ActorMention], i: int) -> bool:
    """Whether somebody is named in the clause: else nobody else could be the subject."""
    return any(a.first > i for a in before)
