"""From what a reader found in an input to a Document."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from rasad.errors import EmptyInput
from rasad.ingest import language
from rasad.ingest.options import ReadOptions
from rasad.ingest.plaintext import is_blank, normalise
from rasad.model.document import Document, PublishedFrom

#: The time zone furthest ahead of UTC (Kiribati): no outlet can have dated a report later than the day it is there.
FURTHEST_ZONE: Final = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Report:
    """What one input says about itself; None where it says nothing.

    Args:
        text: the body, without the title where `title` is given.
        title: the headline, where the input has one apart from the text.
        published: day of publication as the input gives it.
        published_from: where in the input that day was found.
        warnings: what went less than well in the reading.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    external_id: str | None = None
    warnings: tuple[str, ...] = ()


def to_document(report: Report, raw: bytes, source: str, path: str | None, options: ReadOptions) -> Document:
    """The Document of a report.

    Args:
        report: what the reader found.
        raw: the bytes that the document's id is made of.
        source: the input as the user named it, for errors.
        path: the file it was read from; None for standard input.
        options: what the caller says; wins over the report.

    Raises:
        EmptyInput: nothing but white space is left.
    """
    title, warned_title = normalise(report.title or "")
    title = " ".join(title.split())
    body, warned = normalise(report.text)
    if is_blank(body):
        raise EmptyInput(source, "there is no text in it", "give a report with text")
    published, published_from = report.published, report.published_from
    if options.published is not None:
        published, published_from = options.published, "option"
    warnings = [*report.warnings, *dict.fromkeys((*warned_title, *warned))]
    if published is not None and published > latest_today():
        warnings.append(f"the publication date {published.isoformat()} is in the future and was left out")
        published, published_from = None, None
    text = with_title(title, body)
    return Document(
        id=hashlib.sha256(raw).hexdigest(),
        external_id=report.external_id,
        path=path,
        url=options.url or report.url,
        outlet=options.outlet or report.outlet,
        title=title or None,
        published=published,
        published_from=published_from if published is not None else None,
        language=language.detect(text),
        text=text,
        warnings=tuple(warnings),
    )


def with_title(title: str, body: str) -> str:
    """The text with its title as first line, unless it already begins with it."""
    if not title:
        return body
    start = body.lstrip()
    first = start.partition("\n")[0]
    return body if " ".join(first.split()) == title else f"{title}\n\n{start}"


def latest_today() -> date:
    """The day it is now where the day begins first."""
    return (datetime.now(UTC) + FURTHEST_ZONE).date()
