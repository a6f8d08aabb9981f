"""An event while it is being put together."""

from dataclasses import dataclass, field
from typing import Literal

from rasad.model.fixed import fixed
from rasad.model.mentions import ActorMention, CasualtyMention, ResolvedPlace, SourceMention, TimeMention, TriggerMention
from rasad.model.vocab import EventType, Role, Status, SubEventType

#: How near a value stands to its trigger; what stands nearer outweighs what is carried over.
Nearness = Literal["clause", "sentence", "story", "publication", "none"]


@dataclass(slots=True)
class Draft:
    """One act in one clause. `notes` says in plain words why each value is there; `rasad explain` prints it."""

    trigger: TriggerMention
    sentence: int
    clause: tuple[int, int]
    event_type: EventType
    sub_event: SubEventType | None
    status: Status
    headline: bool
    definite: bool
    #: the clause opens with فيما، بينما، كما: another act is told
    opened: bool = False
    #: its own part of the clause, where what came before or next is told there too
    part: tuple[int, int] | None = None
    #: told by who was hurt in an act that its noun, with the article, points back to
    recalls: bool = False
    actors: list[tuple[ActorMention, Role]] = field(default_factory=list)
    time: TimeMention | None = None
    time_from: Nearness = "none"
    #: its time is that of the telling: the day that another telling has for it is surer
    said_then: bool = False
    #: told as background without a time: its date is null, not publication
    timeless: bool = False
    places: list[ResolvedPlace] = field(default_factory=list)
    place_from: Nearness = "none"
    casualties: list[CasualtyMention] = field(default_factory=list)
    sources: tuple[SourceMention, ...] = ()
    #: whether they are carried on from another sentence
    carried: bool = False
    #: told in what somebody is charged with or condemned for
    charged: bool = False
    merged: list[TriggerMention] = field(default_factory=list)
    #: clauses of other sentences in which the act was told too
    tellings: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    confidence: float = 0.5
    #: why the rules take it for named rather than told; in a report the learned weights decide
    doubt: str = ""

    def of_role(self, role: Role) -> list[ActorMention]:
        """The actors that have this role."""
        return [actor for actor, r in self.actors if r == role] if self.actors else []

    def add_actor(self, actor: ActorMention, role: Role, why: str) -> None:
        """Give an actor a role unless he, or the same words, have one already."""
        for known, _ in self.actors:
            if known.first < actor.last and actor.first < known.last:
                return
            if known.side and (known.side == actor.side or known.key == actor.key):
                return
        self.actors.append((actor, role))
        self.notes.append(f"{role}: {why}")


@fixed
class Dropped:
    """A trigger that was weighed and left out, with the reason."""

    trigger: TriggerMention
    why: str
