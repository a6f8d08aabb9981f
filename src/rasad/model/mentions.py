"""What the readings find: mentions, each a run of words [first, last) with what it means.

One dataclass a reading; the components of the pipeline hand them on in `doc._` (see rasad.pipeline).
`why` is the rule in a few words: `rasad explain` prints it.
"""

from dataclasses import field
from datetime import date
from typing import Final, Literal

from rasad.model.fixed import fixed
from rasad.model.vocab import ActorClass, CasualtyKind, DatePrecision, EventType, PlaceKind, SourceKind, Status, SubEventType

#: "point": a day or span the act happened in; "since": منذ, a going act from start; "parts of day" keep the day.
#: "until": استمرت حتى …, the end of an act that lasted; "after": بعد يومين من …, the day of the act named behind it;
#: "vague": مؤخراً, told without a day; "head": the report's own day in its dateline, of no act.
TimeShape = Literal["point", "since", "until", "after", "vague", "head"]
#: The part of a month, week or year that is told (مطلع الشهر); dates stay those of the whole (CODEBOOK 10).
TimePart = Literal["whole", "start", "middle", "end"]


#: In the reason of a time that counts how long (منذ يومين), where others name since when (منذ الأحد).
SO_LONG: Final = "since so long"
#: In the reason of a time that says when an act ended or is to end (استمرت حتى فجر اليوم).
UNTIL: Final = "lasted until"
#: … and of units counted back from publication (خلال الساعات الـ24 الماضية، خلال 48 ساعة)
LAST: Final = "last "
#: … and of one counted from an act that is named behind it (قبل يومين من الهجوم)
FROM_AN_ACT: Final = "the act behind it"
#: … and of one counted back or on from what was told before (سبقه بيوم، وبعد يومين)
SOONER: Final = "before what was told"
LATER: Final = "after what was told"
#: In the reason of a time of several days in a row (لليوم الثاني على التوالي).
IN_A_ROW: Final = "day after day"


#: Why an act goes on: it began or was taken up again, was kept on with, or goes on; and why it was not had.
BEGUN: Final = "begun"
KEPT_ON: Final = "kept on"
GOES_ON: Final = "goes on"
NOT_HAD: Final = "not had"


@fixed
class TimeMention:
    """A time expression resolved against the publication day; start and end null when nothing to count from.

    `stand_in`: counted from a day that only stands for the publication, which nobody told: it orders the report's days among
    each other and is never written.
    """

    first: int
    last: int
    start: date | None
    end: date | None
    precision: DatePrecision
    shape: TimeShape
    why: str
    part: TimePart = "whole"
    stand_in: bool = False


@fixed
class NumeralMention:
    """A number: low/high/best by codebook section 7 (high None = open); `exact` when nothing blurs it."""

    first: int
    last: int
    low: int | None
    high: int | None
    best: int | None
    exact: bool
    why: str


#: In the reason of a claim of one person who is told by name alone.
NAMED = "told by name"


@fixed
class CasualtyMention:
    """A claim of people hurt, before it is given to an event."""

    first: int
    last: int
    kind: CasualtyKind
    low: int | None
    high: int | None
    best: int | None
    group: str | None
    subset: bool
    running_total: bool
    why: str
    #: the word of the act that it counts the people of, -1 where there is none
    act: int = -1


@fixed
class PlaceMention:
    """A place name in the text. `key` is its folded name without proclitics, `cue` the word that announced it (قرية)."""

    first: int
    last: int
    #: proclitics of the first word (ب in بدير الزور)
    prefix: str
    kind: PlaceKind
    key: str
    cue: str | None
    why: str


@fixed
class ResolvedPlace:
    """A place mention led to a gazetteer place, or left a named place with null coordinates."""

    mention: PlaceMention
    id: str | None
    name: str | None
    name_ar: str | None
    admin1: str | None
    admin2: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    candidates: int
    why: str


#: Ends of the ids of entries that stand for many sides of one kind.
COLLECTIVE: Final = (".tribes", ".clans", ".tribe.other", ".tribalforces")


@fixed
class ActorMention:
    """A participant: a known actor (id set), a role noun with its complement, or a person by title."""

    first: int
    last: int
    #: proclitics of the first word (ل in للجيش): they stay in the quote and tell the case
    prefix: str
    actor_class: ActorClass
    id: str | None
    name: str | None
    name_ar: str | None
    #: casualty group of a victim noun (children, women, fighters …), else None
    group: str | None
    #: True for an adjective that is the only mention of a side (غارة إسرائيلية)
    adjective: bool
    why: str
    #: folded words without proclitics: the same participant named again has the same key
    key: str = ""
    #: what tells this side from others: its actor, its words where it has none, and the name where the knowledge base has one
    #: entry for all tribes of a country (قبيلة أولاد سليمان and قبيلة التبو are two sides)
    side: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        side = self.key if self.id is None else self.id
        if self.id is not None and self.key and self.id.endswith(COLLECTIVE):
            side = f"{self.id} {self.key.split()[-1].removeprefix('ال')}"
        object.__setattr__(self, "side", side)

    def keyed(self, key: str) -> "ActorMention":
        """The same with this key; `dataclasses.replace` takes four times as long, and each participant is given one."""
        return ActorMention(
            self.first, self.last, self.prefix, self.actor_class, self.id, self.name, self.name_ar, self.group,
            self.adjective, self.why, key,
        )  # fmt: skip


@fixed
class TriggerMention:
    """A word that may tell of an event, with its lexicon entry's reading."""

    first: int
    last: int
    event_type: EventType
    sub_event: SubEventType | None
    pos: Literal["verb", "noun", "phrase"]
    #: "either" where writing without vowels leaves it open (قتل): the participants decide
    voice: Literal["active", "passive", "either"]
    frame: Literal["agent", "patient", "self", "mutual", "bare"]
    complement: Literal["source", "target", "none"]
    target_prep: tuple[str, ...]
    strength: Literal["sure", "weak"]
    lemma: str
    why: str


@fixed
class SourceMention:
    """A speaker named in the text."""

    first: int
    last: int
    kind: SourceKind
    name: str | None
    protected: bool
    why: str
    #: the words that named him in full, where he is named again
    named: tuple[int, int] | None = None


#: `why` of a speaker joined with و to another who says the same.
AGAIN: Final = "named again"
BESIDE: Final = "beside another"
#: `why` of an attribution that another sentence gave.
CARRIED: Final = "carried on"
#: … and of what nobody tells in a report that another medium signs.
SIGNED: Final = "signed"
#: … and of the lead's, which the second sentence gives.
ASKED: Final = "the second sentence asks"
#: … and of what somebody condemns or charges others with: the report tells that he does, he tells what was done.
CHARGED: Final = "charged"


@fixed
class Attribution:
    """A chain of speakers, nearest first, and the words [first, last) that they stand for. `own`: the medium that published the
    report where it names itself, who is no source."""

    first: int
    last: int
    sources: tuple[SourceMention, ...]
    why: str
    own: tuple[SourceMention, ...] = ()


@fixed
class Factuality:
    """The status of one trigger (by its index in the trigger list), with the cue that set it."""

    trigger: int
    status: Status
    cue: tuple[int, int] | None
    why: str
