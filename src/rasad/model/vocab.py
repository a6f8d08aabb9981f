"""The closed vocabularies of CODEBOOK 1.1, as types and as tuples.

Source: codebook sections 2 to 8. `get_args` of each Literal is the list that tests and loaders check against.
"""

from typing import Final, Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
SubEventType = Literal[
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest", "Protest with intervention",
    "Excessive force against protesters", "Violent demonstration", "Mob violence", "Agreement", "Arrests",
    "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "demanded", "denied", "unclear"]
Role = Literal["source", "target", "third"]
ActorClass = Literal[
    "state_forces", "rebel", "political_militia", "identity_militia", "protesters", "rioters",
    "civilians", "external_forces", "political", "unknown",
]  # fmt: skip
DatePrecision = Literal["day", "days", "week", "month", "year", "unknown"]
PlaceKind = Literal["site", "settlement", "area", "governorate", "country"]
CasualtyKind = Literal[
    "killed", "injured", "detained", "abducted", "missing", "displaced", "killed_or_injured",
]  # fmt: skip
SourceKind = Literal[
    "correspondent", "outlet", "official", "conflict_party", "activist_network", "monitor",
    "medical", "rescue", "witness", "anonymous", "social_media", "unattributed",
]  # fmt: skip

EVENT_TYPES: Final[tuple[str, ...]] = get_args(EventType)
SUB_EVENT_TYPES: Final[tuple[str, ...]] = get_args(SubEventType)
STATUSES: Final[tuple[str, ...]] = get_args(Status)
ROLES: Final[tuple[str, ...]] = get_args(Role)
ACTOR_CLASSES: Final[tuple[str, ...]] = get_args(ActorClass)
DATE_PRECISIONS: Final[tuple[str, ...]] = get_args(DatePrecision)
PLACE_KINDS: Final[tuple[str, ...]] = get_args(PlaceKind)
CASUALTY_KINDS: Final[tuple[str, ...]] = get_args(CasualtyKind)
SOURCE_KINDS: Final[tuple[str, ...]] = get_args(SourceKind)

#: Types that are acts of speech: their sub-type is null, and what they ask for or threaten is never coded as done.
VERBAL_TYPES: Final[frozenset[str]] = frozenset({"CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})


def precision(days: int) -> DatePrecision:
    """The codebook's word for a span of so many days."""
    return "day" if days <= 1 else "days" if days <= 6 else "week" if days <= 14 else "month" if days <= 92 else "year"
