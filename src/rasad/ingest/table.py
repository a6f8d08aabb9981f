"""Tables of reports: one JSON record a line, or CSV/TSV with a header; one Document or one error a row."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rasad.errors import BadTable, InputError
from rasad.ingest import dates
from rasad.ingest.options import ReadOptions
from rasad.ingest.report import Report, to_document
from rasad.model.document import Document

COLUMNS: Final = ("text", "id", "title", "published", "outlet", "url")
_DELIMITERS: Final = (",", "\t", ";", "|")
_REMEDY: Final = "give each row a `text`"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (a header is row 1), the characters it was read from, and its cells by column."""

    number: int
    raw: str
    cells: Mapping[str, object]


def looks_like_table(text: str, *, named_so: bool) -> bool:
    """Whether a text is CSV or TSV: its header has `text`, or it is named so and its first lines have equal columns."""
    lines = [line for line in text[:100_000].split("\n", 20)[:20] if line.strip()]
    if not lines or len(lines[0]) > 2000:
        return False
    delimiter, header = _header(lines[0])
    if "text" in header and (named_so or (len(header) > 1 and all(re.fullmatch(r"[\w .-]{1,40}", name) for name in header))):
        return True
    # A report that was named .csv has commas too, but its sentences are no column names.
    if not named_so or len(header) < 2 or len(lines) < 2 or any(len(name) > 40 or len(name.split()) > 4 for name in header):
        return False
    return all(line.count(delimiter) >= len(header) - 1 for line in lines[1:3])


def read_jsonl(text: str, source: str, path: str | None, options: ReadOptions) -> Iterator[Document | InputError]:
    """The rows of a JSON-lines table in order; an error in place of a row that is no record with a text."""
    for number, line in enumerate(text.split("\n"), 1):
        raw = line.strip()
        if not raw:
            continue
        where = f"{source}, row {number}"
        try:
            cells = json.loads(raw)
        except (ValueError, RecursionError):
            yield BadTable(where, "it is not valid JSON", "write one JSON record a line")
            continue
        if not isinstance(cells, dict):
            yield BadTable(where, "it is no JSON record", 'write it as {"text": …}')
            continue
        yield _document(Row(number, raw, cells), where, path, options)


def read_csv(text: str, source: str, path: str | None, options: ReadOptions) -> Iterator[Document | InputError]:
    """The rows of a CSV or TSV table in order; an error in place of a row that cannot be read.

    Raises:
        BadTable: the table has no column `text`.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter, header = _header(next((line for line in lines if line.strip()), ""))
    if "text" not in header:
        raise BadTable(source, "it is a table without the column `text`", "name the column that holds the reports `text`")
    # The module's own limit of 131,072 characters a cell is less than a long report; it is a setting of the process.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    seen_header = False
    for number, raw, cells in _records(lines, delimiter, len(header)):
        if not seen_header:
            seen_header = True
            continue
        where = f"{source}, row {number}"
        if isinstance(cells, str):
            yield BadTable(where, cells, "quote cells that hold quotation marks, and double the marks in them")
        elif len(cells) > len(header):
            problem = f"it has {len(cells)} cells and the header {len(header)}"
            yield BadTable(where, problem, "quote cells that hold the delimiter")
        else:
            yield _document(Row(number, raw, dict(zip(header, cells, strict=False))), where, path, options)


def _header(line: str) -> tuple[str, list[str]]:
    """The delimiter that gives a header with `text`, or the most cells; and the cells, lower case."""
    best = (",", [line.strip().lower()])
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([line.strip("\r\n")], delimiter=delimiter), [])
        names = [cell.strip().lower() for cell in cells]
        if ("text" in names, len(names)) > ("text" in best[1], len(best[1])):
            best = (delimiter, names)
    return best


def _records(lines: list[str], delimiter: str, width: int) -> Iterator[tuple[int, str, list[str] | str]]:
    """Number, raw text and cells (or, as a string, the problem) of every row that is not blank.

    An opened quotation mark that is never closed would swallow the rows after it: such a row ends with its line.
    """
    position = number = 0
    while position < len(lines):
        if not lines[position].strip("\r "):
            number += position < len(lines) - 1
            position += 1
            continue
        number += 1
        cells, used = _record(lines, position, delimiter)
        if isinstance(cells, str):
            used = 1
            plain = lines[position].split("\t")
            # TSV is mostly written without quoting: a cell may then begin with an ordinary quotation mark.
            if delimiter == "\t" and len(plain) == width:
                cells = plain
        yield number, "\n".join(lines[position : position + used]), cells
        position += used


def _record(lines: list[str], position: int, delimiter: str) -> tuple[list[str] | str, int]:
    """The cells of the record that begins at a line, or the problem; and how many lines it takes."""
    taken = 0

    def supply() -> Iterator[str]:
        nonlocal taken
        for index in range(position, len(lines)):
            taken += 1
            yield lines[index] + "\n"

    try:
        return next(csv.reader(supply(), delimiter=delimiter, strict=True)), taken
    except (csv.Error, StopIteration):
        return "its quotation marks do not match", taken


def _document(row: Row, where: str, path: str | None, options: ReadOptions) -> Document | InputError:
    """The Document of a row, or what is wrong with it."""
    text = row.cells.get("text")
    if not isinstance(text, str) or not text.strip():
        return BadTable(where, "it has no text", _REMEDY)
    written = _cell(row, "published")
    published = dates.first_date(written) if written else None
    warnings: tuple[str, ...] = ()
    if written and published is None:
        warnings = (f"the date {written[:60]!r} in the column `published` is no date and was left out",)
    report = Report(
        text=text,
        title=_cell(row, "title"),
        outlet=_cell(row, "outlet"),
        url=_cell(row, "url"),
        published=published,
        published_from="table" if published else None,
        external_id=_cell(row, "id"),
        warnings=warnings,
    )
    # JSON can write half a surrogate pair as an escape only, so the raw row always has bytes.
    return to_document(report, row.raw.encode("utf-8", "surrogatepass"), where, path, options)


def _cell(row: Row, column: str) -> str | None:
    """A cell as text; None where it is missing, blank or no single value."""
    value = row.cells.get(column)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None
