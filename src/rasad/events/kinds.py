"""Kinds of act within a type: march and strike, raid and road block, killing and kidnapping, alert and march of troops."""

from typing import Final

from rasad.events.draft import Draft
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord

#: Sub-types that any other may replace.
GENERIC: Final = frozenset(
    {None, "Attack", "Armed clash", "Other", "Peaceful protest", "Government regains territory",
     "Non-state actor overtakes territory"}
)  # fmt: skip
#: فجر انتحاري سيارة ملغومة: one explosion.
CAR_BOMB: Final = {"Suicide bomb", "Remote explosive/landmine/IED"}
#: What القصف may say of either.
STRIKES: Final = {"Air/drone strike", "Shelling/artillery/missile attack"}
DISRUPTED: Final = "Disrupted weapons use"
TAKEN: Final = "Abduction/forced disappearance"


def _kind(stems: tuple[str, ...]) -> PerWord[bool]:
    """Whether a lemma holds one of the stems."""
    return PerWord(lambda lemma: any(stem in fold(lemma) for stem in stems))


#: By type, words of one kind: an act that such a word tells is none that no such word tells.
_KINDS: Final[dict[str, tuple[PerWord[bool], ...]]] = {
    "PROTEST": (_kind(wordclass.stems("strike_stem")),),
    "COERCE": (_kind(wordclass.stems("closing_stem")), _kind(wordclass.stems("property_stem"))),
    "COOPERATE": (_kind(wordclass.stems("patrol_stem")),),
    "MOBILIZE": (_kind(wordclass.stems("alert_stem")), _kind(wordclass.stems("works_stem"))),
}
_OF_RETREAT: Final = (_kind(wordclass.stems("handing_stem")), _kind(wordclass.stems("release_stem")))


def kinds_differ(a: Draft, b: Draft) -> bool:
    """Whether the words tell of different kinds of act."""
    if b.definite and {a.sub_event, b.sub_event} == STRIKES:
        return False  # ضربة بطائرة مسيّرة, then القصف: one word for both
    if DISRUPTED in (a.sub_event, b.sub_event) and {a.sub_event, b.sub_event} & STRIKES:
        return False  # تصدت الدفاعات لطائرات هاجمت …
    if a.sub_event not in GENERIC and b.sub_event not in GENERIC and a.sub_event != b.sub_event:
        return {a.sub_event, b.sub_event} != CAR_BOMB
    kinds = _KINDS.get(a.event_type, ())
    if a.event_type == "RETREAT" and not b.definite:
        kinds = _OF_RETREAT
    if any(kind[a.trigger.lemma] != kind[b.trigger.lemma] for kind in kinds):
        return True
    return (
        a.event_type == "ASSAULT"
        and (a.sub_event == TAKEN) != (b.sub_event == TAKEN)
        and "mutual" not in (a.trigger.frame, b.trigger.frame)
    )
