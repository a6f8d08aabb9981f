"""Shows records to a person in a terminal: one card an event, Arabic kept in lines and isolates of its own.

A grid of columns breaks as soon as a terminal reorders right-to-left text, so there is none: each value stands on its
own line behind an English label, wrapped in a first-strong isolate, which terminals with bidi support honour and others
do not show.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from rasad.model.record import EventRecord, Report

_ISOLATE, _POP = "\u2068", "\u2069"
_COLOURS: Final = {
    "ASSAULT": "red", "COERCE": "magenta", "PROTEST": "yellow", "MOBILIZE": "bright_red", "THREATEN": "bright_magenta",
    "AID": "green", "AGREE": "green", "COOPERATE": "green", "RETREAT": "cyan", "CONCEDE": "cyan",
}  # fmt: skip


def isolate(text: str) -> str:
    """Report text made safe for one terminal line: control characters out, direction isolated."""
    clean = "".join(" " if c in "\n\r\t" else c for c in text if c.isprintable() or c in "\n\r\t")
    return f"{_ISOLATE}{clean}{_POP}"


def show(reports: Iterable[Report], console: Console) -> Iterator[Report]:
    """Print each report as it comes, and hand it on."""
    for report in reports:
        for line in card_lines(report):
            console.print(line, soft_wrap=True, highlight=False)
        yield report


def card_lines(report: Report) -> Iterator[Text]:
    """The lines of one report."""
    d = report.document
    name = d.external_id or d.path or "report"
    head = Text("■ ", style="bold")
    head.append(name, style="bold")
    head.append(f"  {d.published or 'no date'}" + (f" ({d.published_from})" if d.published_from else ""), style="dim")
    if d.outlet:
        head.append(f"  {isolate(d.outlet)}", style="dim")
    yield head
    if d.title:
        yield Text(f"  {isolate(d.title)}", style="bold")
    for warning in d.warnings:
        yield Text(f"  ! {warning}", style="yellow")
    if not report.events:
        yield Text("  no events", style="dim")
    for number, event in enumerate(report.events, start=1):
        yield from _event(number, event)
    yield Text("")


def _event(number: int, e: EventRecord) -> Iterator[Text]:
    line = Text(f"  {number}. ")
    line.append(e.event_type, style=f"bold {_COLOURS.get(e.event_type, 'blue')}")
    if e.sub_event_type:
        line.append(f"  {e.sub_event_type}")
    line.append(f"  [{e.status}]", style="bold yellow" if e.status != "occurred" else "dim")
    yield line
    if e.date.start:
        days = f"{e.date.start}" if e.date.start == e.date.end else f"{e.date.start} to {e.date.end}"
        yield _value("when", days + (f"  {isolate(e.date.text)}" if e.date.text else "  (from publication)"))
    for place in e.places[:4]:
        point = (
            f"  {place.latitude:.2f}, {place.longitude:.2f}"
            if place.latitude is not None and place.longitude is not None
            else "  not located"
        )
        admin = ", ".join(x for x in (place.admin1, place.country) if x)
        yield _value("where", f"{isolate(place.text)}  {place.kind}{', ' + admin if admin else ''}{point}")
    labels = {"source": "by", "target": "to", "third": "via"}
    for actor in e.actors:
        known = f"  = {actor.name}" if actor.name else ""
        yield _value(labels[actor.role], f"{isolate(actor.text)}  {actor.actor_class}{known}")
    for c in e.casualties:
        yield _value(
            "toll",
            f"{c.kind} {_bounds(c.low, c.high, c.best)}{' (of the total)' if c.subset_of_total else ''}  {isolate(c.text)}",
        )
    for source in e.sources:
        text = "name protected" if source.protected else isolate(source.text)
        yield _value("said by", f"{source.kind}  {text}")
    yield _value("words", isolate(e.evidence.text), dim=True)


def _bounds(low: int | None, high: int | None, best: int | None) -> str:
    if low is None:
        return f"about {best}"
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{low} to {high}"


def _value(label: str, value: str, *, dim: bool = False) -> Text:
    line = Text(f"     {label:<8}", style="dim")
    line.append(value, style="dim" if dim else "default")
    return line
