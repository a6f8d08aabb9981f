"""The side named before that a noun with the article points back to (التنظيم، القوات، الفصائل)."""

from collections.abc import Sequence
from typing import Final

from rasad.lexicon import actors as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.actors import Actor, RoleNoun
from rasad.lexicon.folding import fold

ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces"})
NON_STATE_CLASSES: Final = frozenset({"rebel", "political_militia", "identity_militia"})
#: Nouns for bodies that are no state's: التنظيم، الفصائل.
_NON_STATE: Final = wordclass.words("non_state_body")


def called(body: RoleNoun, sides: Sequence[Actor]) -> Actor | None:
    """The last side whose own name holds the noun in any of its forms."""
    roles = lexicon.load().roles
    for side in reversed(sides):
        said = (roles.get(fold(word).removeprefix("ال")) for word in side.name_ar.split())
        if any(role is body for role in said):
            return side
    return None


def named_by(body: RoleNoun, sides: Sequence[Actor]) -> Actor | None:
    """The last side that the noun can stand for: the one whose name holds it (تنظيم الدولة), else one of its kind: التنظيم is
    no air force, الجيش no militia."""
    found = called(body, sides)
    if found is not None and not body.person:
        return found
    fitting = ARMED
    if body.actor_class in ("rebel", "political_militia") or fold(body.lemma) in _NON_STATE:
        fitting = NON_STATE_CLASSES
    elif body.actor_class == "state_forces":
        fitting = ARMED - NON_STATE_CLASSES
    return next((s for s in reversed(sides) if s.actor_class in fitting), None)
