"""`rasad explain`: why each record is as it is, and what was weighed and left out."""

from collections.abc import Iterator, Sequence

import typer

from rasad.cli.code import Reader
from rasad.cli.render import isolate
from rasad.ingest import ReadOptions
from rasad.pipeline import Explained, explain


def run(inputs: Sequence[str], reading: ReadOptions) -> int:
    """Returns the exit code."""
    reader = Reader(inputs, reading)
    for document in reader.documents():
        for line in lines(explain(document)):
            typer.echo(line)
    return 1 if reader.failed else 0


def lines(explained: Explained) -> Iterator[str]:
    """The explanation of one report, for a person."""
    document = explained.report.document
    words = explained.doc._.words
    yield f"■ {document.external_id or document.path or 'report'}  {document.published or 'no date'}"
    for number, (record, draft) in enumerate(zip(explained.report.events, explained.drafts, strict=True), start=1):
        kind = f"{record.event_type} / {record.sub_event_type or '-'} / {record.status}"
        yield f"  {number}. {kind}   confidence {record.confidence}"
        yield f"     made by   {record.made_by}"
        yield f"     trigger   {isolate(record.trigger.text)}  [{record.trigger.start}:{record.trigger.end}]"
        for merged in draft.merged:
            yield f"     also      {isolate(words.quote(merged.first, merged.last))}  the same act: {merged.lemma}"
        for note in dict.fromkeys(draft.notes[1:]):
            yield f"     because   {note}"
        for actor in record.actors:
            yield f"     {actor.role:<9} {isolate(actor.text)}  {actor.actor_class}"
        for place, chosen in zip(record.places, draft.places, strict=True):
            known = place.name or "unknown to the gazetteer"
            exact = f", good to {place.precision_km:g} km" if place.precision_km is not None else ""
            yield f"     place     {isolate(place.text)}  {known}{exact}: {chosen.why}; {place.candidates} candidates"
        for claim in record.casualties:
            yield f"     toll      {isolate(claim.text)}  {claim.kind} {claim.low}-{claim.high}"
        for source in record.sources:
            yield f"     said by   {isolate(source.text)}  {source.kind}"
    if explained.dropped:
        yield "  considered and left out:"
    for dropped in explained.dropped:
        trigger = dropped.trigger
        yield f"     {trigger.event_type:<9} {isolate(words.quote(trigger.first, trigger.last))}  {dropped.why}"
    yield ""
