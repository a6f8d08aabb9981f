"""ACLED-style sub-types, and what the sides say about the type: codebook sections 2 and 10."""

from typing import Final

from rasad.events.draft import Draft
from rasad.model.vocab import VERBAL_TYPES, SubEventType

_ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces"})
_UNARMED: Final = frozenset({"civilians", "protesters", "political"})
_FIXED: Final[dict[str, SubEventType]] = {"AGREE": "Agreement", "MOBILIZE": "Other"}
_NULL: Final = VERBAL_TYPES | {"COOPERATE", "AID", "RETREAT", "CONCEDE", "SANCTION"}
#: What these say of the means stands whatever the sides are.
_MEANS: Final = frozenset(
    {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Abduction/forced disappearance",
        "Government regains territory", "Non-state actor overtakes territory", "Excessive force against protesters",
        "Mob violence", "Disrupted weapons use", "Headquarters or base established",
    }
)  # fmt: skip


def code(draft: Draft) -> None:
    """Settle draft.sub_event by the type, the means and the sides."""
    kind = draft.event_type
    if kind in _NULL:
        draft.sub_event = "Agreement" if kind == "CONCEDE" and draft.sub_event == "Agreement" else None
    elif kind in _FIXED:
        draft.sub_event = _FIXED[kind]
    elif kind == "PROTEST":
        draft.sub_event = draft.sub_event or "Peaceful protest"
    elif kind == "ASSAULT":
        _assault(draft)


def _assault(draft: Draft) -> None:
    if draft.sub_event in _MEANS:
        return
    sources = {a.actor_class for a in draft.of_role("source")}
    targets = {a.actor_class for a in draft.of_role("target")}
    if targets & {"protesters"} and sources & _ARMED:
        draft.sub_event = "Excessive force against protesters"
    elif draft.trigger.frame == "mutual" or len(draft.of_role("source")) > 1:
        draft.sub_event = "Armed clash"
    elif targets & _ARMED and not targets & _UNARMED:
        draft.sub_event = "Armed clash"
    else:
        draft.sub_event = "Attack" if draft.sub_event in (None, "Attack") else draft.sub_event
