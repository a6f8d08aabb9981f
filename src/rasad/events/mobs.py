"""هاجم شبان خيم المعتصمين بالعصي: those who attack protesters without firing, and are no force, are a mob (ASSAULT)."""

from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import begins
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention
from rasad.model.vocab import SubEventType
from rasad.model.words import Words

MOB: Final[SubEventType] = "Mob violence"
#: Whoever of these attacks protesters puts them down.
_FORCES: Final = frozenset({"state_forces", "external_forces", "rebel", "identity_militia"})
_OPEN: Final = frozenset({None, "Attack", "Excessive force against protesters", "Armed clash", MOB})
#: رصاص، مسلحون، قنابل: arms that are no sticks.
_ARMS: Final = wordclass.stems("firearm_stem")
_FIRES: Final = wordclass.words("gunfire_with_fires")
_ARMED: Final = PerWord(
    lambda norm: begins(norm, _ARMS, "وب") or norm.lstrip("وب").removeprefix("ال").startswith(_ARMS) or norm in _FIRES
)
#: شبان، رجال: those of whom nobody knows more.
_MEN: Final = wordclass.words("stranger")


def by_a_mob(draft: Draft, words: Words) -> bool:
    """Whether protesters are attacked by people who are no force and have no firearms; such civilians are rioters."""
    sources = draft.of_role("source")
    hit = any(a.actor_class == "protesters" for a in draft.of_role("target"))
    if draft.event_type != "ASSAULT" or draft.sub_event not in _OPEN or not sources or not hit:
        return False
    sentence = words.sentences[draft.sentence]
    if any(a.actor_class in _FORCES for a in sources) or _ARMED.among(words.norm, sentence.first, sentence.last):
        return False
    draft.actors = [(_rioter(a) if role == "source" else a, role) for a, role in draft.actors]
    return True


def _rioter(actor: ActorMention) -> ActorMention:
    plain = actor.id is None and (actor.actor_class == "civilians" or actor.key in _MEN)
    return replace(actor, actor_class="rioters") if plain else actor
