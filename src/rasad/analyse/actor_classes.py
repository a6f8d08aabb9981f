"""The class of a participant that no list names: by whom the words say armed men serve, and who has no arms at all."""

from typing import Final

from rasad.lexicon import wordclass
from rasad.lexicon.actors import Actor, RoleNoun
from rasad.lexicon.folding import fold
from rasad.model.vocab import ActorClass
from rasad.model.words import Words

_TRIBAL: Final = wordclass.stems("tribal_stem")
_LOCALS: Final = wordclass.words("locals")
_LOYAL: Final = wordclass.stems("loyal_stem")
_OPPOSED: Final = wordclass.stems("opposed_stem")
_ARMED_HEADS: Final = wordclass.words("armed_head")
_HURT: Final = wordclass.words("hurt_noun")


def hurt_or_held(head: RoleNoun) -> bool:
    """جرحى، شهيد، أسرى of no side named: civilians (in 17 of 17 coded participants)."""
    return head.group == "prisoners" or fold(head.lemma) in _HURT


def armed_class(words: Words, i: int, last: int, head: RoleNoun, cls: ActorClass, actor: Actor | None) -> ActorClass:
    """Armed people of a tribe, a government or a party bear arms: they are not political themselves (CODEBOOK 3)."""
    if cls not in ("political", "unknown") or fold(head.lemma) not in _ARMED_HEADS:
        return cls
    said = [w for k in range(i, last) for _, w in words.analyses[k]]
    if any(w.startswith(_TRIBAL) for w in said):
        return "identity_militia"
    if cls == "unknown":
        return "identity_militia" if not _LOCALS.isdisjoint(said) else cls  # مسلحون من أبناء البلدة
    if any(w.startswith(_LOYAL) for w in said):
        return "political_militia"
    if any(w.startswith(_OPPOSED) for w in said):
        return "rebel"
    if actor is None or not actor.id.endswith((".government", ".regime")):
        return "political_militia"
    return "external_forces" if actor.id.startswith("xx.") else "state_forces"
