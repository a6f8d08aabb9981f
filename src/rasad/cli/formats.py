"""Writes reports as jsonl, json or csv. Each writer is a generator of text, so that results stream."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from rasad.model.geoprecision import precision
from rasad.model.record import EventRecord, Report

CSV_COLUMNS: Final = (
    "document_id", "external_id", "path", "outlet", "published", "event_id", "event_type", "sub_event_type", "status",
    "date_start", "date_end", "date_precision", "place", "place_name", "admin1", "country", "latitude", "longitude",
    "geo_precision", "where_prec", "sources_of_act", "targets", "third", "casualties", "said_by",
    "trigger", "evidence", "confidence", "warnings",
)  # fmt: skip
#: A cell that begins so is a formula to a spreadsheet; report text is hostile.
_FORMULA: Final = ("=", "+", "-", "@", "\t")


def jsonl(reports: Iterable[Report]) -> Iterator[str]:
    """One line a report."""
    for report in reports:
        yield report.model_dump_json() + "\n"


def as_json(reports: Iterable[Report]) -> Iterator[str]:
    """One array."""
    first = True
    for report in reports:
        body = json.dumps(json.loads(report.model_dump_json()), ensure_ascii=False, indent=1)
        yield ("[\n" if first else ",\n") + body
        first = False
    yield "[]\n" if first else "\n]\n"


def as_csv(reports: Iterable[Report]) -> Iterator[str]:
    """One row an event; lists joined with " | ". A report without events has no row.

    geo_precision is ACLED-style (1-3), where_prec UCDP-style (1-7): see rasad.model.geoprecision.
    """
    yield _row(CSV_COLUMNS)
    for report in reports:
        for event in report.events:
            yield _row(_cells(report, event))


def _row(cells: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_safe(c) for c in cells])
    return buffer.getvalue()


def _safe(cell: object) -> object:
    """A cell that no spreadsheet runs and no reader of CSV takes for two rows."""
    if isinstance(cell, str):
        cell = cell.replace("\r", " ").replace("\0", "\ufffd")
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return "" if cell is None else cell


def _cells(report: Report, e: EventRecord) -> list[object]:
    d, place = report.document, e.places[0] if e.places else None
    actors = {role: " | ".join(a.name or a.text for a in e.actors if a.role == role) for role in ("source", "target", "third")}
    tolls = " | ".join(
        f"{c.kind}:{c.low if c.low is not None else ''}-{c.high if c.high is not None else ''} ({c.text})" for c in e.casualties
    )
    where = [place.text, place.name, place.admin1, place.country, place.latitude, place.longitude] if place else [None] * 6
    exactness = precision(place)
    return [
        d.id, d.external_id, d.path, d.outlet, d.published, e.id, e.event_type, e.sub_event_type, e.status,
        e.date.start, e.date.end, e.date.precision, *where, *exactness,
        actors["source"], actors["target"], actors["third"], tolls, " | ".join(f"{s.kind}: {s.text}" for s in e.sources),
        e.trigger.text, e.evidence.text, e.confidence, " | ".join(e.warnings),
    ]  # fmt: skip


WRITERS: Final[dict[str, Callable[[Iterable[Report]], Iterator[str]]]] = {"jsonl": jsonl, "json": as_json, "csv": as_csv}
