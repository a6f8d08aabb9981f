"""The event record: what one report says of one event. The JSON Schema that ships is made from these models.

Offsets are `start` and `end` in Unicode code points into `Document.text`, end exclusive, and
`text[start:end] == quote.text` always holds. None means "the report does not say". Source: CONTRACT and CODEBOOK 1.1.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from rasad.model.document import Document
from rasad.model.vocab import (
    ActorClass,
    CasualtyKind,
    DatePrecision,
    EventType,
    PlaceKind,
    Role,
    SourceKind,
    Status,
    SubEventType,
)


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(_Frozen):
    """Words of the report."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class ActorRecord(Quote):
    """A side of the event, as written."""

    role: Role
    actor_class: ActorClass
    id: str | None = Field(None, description="key in the actor knowledge base")
    name: str | None = Field(None, description="canonical English name")
    name_ar: str | None = None


class DateRecord(_Frozen):
    """When it happened; both ends inclusive."""

    start: date | None
    end: date | None
    precision: DatePrecision
    text: str | None = None
    span: tuple[int, int] | None = None


class PlaceRecord(Quote):
    """Where it happened. Coordinates are WGS 84 degrees; `precision_km` is the radius the point is good for."""

    kind: PlaceKind
    id: str | None = None
    name: str | None = None
    name_ar: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = Field(None, description="ISO 3166-1 alpha-2")
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)
    precision_km: float | None = None
    candidates: int = Field(0, description="places of this name that were weighed")


class CasualtyRecord(Quote):
    """One claim of a number of people hurt; `high` null is open above, `source` an index into the record's sources."""

    kind: CasualtyKind
    low: int | None
    high: int | None
    best: int | None
    group: str | None = None
    subset_of_total: bool = False
    running_total: bool = Field(False, description="a toll counted up over time, not of this report's news alone")
    source: int | None = None


class SourceRecord(Quote):
    """Who said so."""

    kind: SourceKind
    name: str | None = None
    protected: bool = Field(False, description="private or anonymous: its words stay out of default exports")


class EventRecord(_Frozen):
    """One event by the codebook. `sources` is nearest first."""

    id: str
    event_type: EventType
    sub_event_type: SubEventType | None
    status: Status
    trigger: Quote
    evidence: Quote
    actors: tuple[ActorRecord, ...] = ()
    date: DateRecord
    places: tuple[PlaceRecord, ...] = ()
    casualties: tuple[CasualtyRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    confidence: float = Field(ge=0, le=1)
    made_by: str
    warnings: tuple[str, ...] = ()


class Report(_Frozen):
    """One line of `rasad code --format jsonl`: a report and its records, in the order of the text."""

    document: Document
    events: tuple[EventRecord, ...] = ()
