"""Who suffered an act that names nobody: those whom its toll counts, in whatever sentence."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.model.mentions import ActorMention, CasualtyMention, TriggerMention
from rasad.model.reading import Reading

#: قتلى، جرحى: how many, not who.
_VICTIM_WORDS: Final = wordclass.words("victim_word") | wordclass.words("hurt_noun")
#: Who is hurt in fighting is counted, but is none of its sides.
_FOUGHT: Final = frozenset({"Armed clash", "Government regains territory", "Non-state actor overtakes territory"})
#: Who did an act, and names it.
_BOMBER: Final = "انتحاري"
_UNARMED_GROUPS: Final = frozenset({"civilians", "children", "women", "men"})


def is_hit(trigger: TriggerMention, reading: Reading) -> bool:
    """قتل انتحاريين اثنين: whether those a noun of the act names are counted as killed, hurt or taken by another word."""
    claims = within(reading.casualties, trigger.first, trigger.last) if trigger.pos == "noun" and trigger.lemma == _BOMBER else []
    return any(c.act >= 0 and c.act != trigger.first for c in claims)


def of_the_toll(drafts: Sequence[Draft], reading: Reading) -> None:
    """قصفت قوات X البلدة. وأسفر القصف عن مقتل سبعة مدنيين: the counted are the targets (CODEBOOK 4)."""
    for draft in drafts:
        fought = draft.trigger.frame == "mutual" or draft.sub_event in _FOUGHT
        if draft.event_type not in ("ASSAULT", "COERCE") or fought or draft.of_role("target"):
            continue
        for claim in draft.casualties:
            if claim.subset or claim.high == 0:
                continue
            for actor in _counted(claim, reading) or _civilians(claim, reading):
                draft.add_actor(actor, "target", "counted in its toll")


def _civilians(claim: CasualtyMention, reading: Reading) -> list[ActorMention]:
    """أوقفت 51 سورياً: of whom nothing but a nation or an age is told."""
    if claim.kind != "detained" or claim.group not in _UNARMED_GROUPS:
        return []
    key = " ".join(reading.words.norm[claim.first : claim.last])
    why = "counted, and named by no more than a nation or an age"
    return [ActorMention(claim.first, claim.last, "", "civilians", None, None, None, claim.group, False, why, key)]


def _counted(claim: CasualtyMention, reading: Reading) -> list[ActorMention]:
    return [a for a in within(reading.actors, claim.first, claim.last) if a.key not in _VICTIM_WORDS]
