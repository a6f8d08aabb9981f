"""From inputs as a user names them to Documents: files, folders, standard input; each input's errors are its own."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from rasad.errors import BadTable, EmptyInput, InputError, MissingInput, UnsupportedInput
from rasad.ingest import markdown, plaintext, sniff, table, webpage
from rasad.ingest.options import ReadOptions
from rasad.ingest.report import Report, to_document
from rasad.ingest.sniff import Kind
from rasad.model.document import Document

#: What is taken from a folder, which also holds pictures, records and other things that are no reports.
SUFFIXES: Final = frozenset({".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".jsonl", ".ndjson", ".csv", ".tsv"})
#: What is read where the caller says nothing.
DEFAULTS: Final = ReadOptions()
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def read(
    inputs: Sequence[str], options: ReadOptions = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Document | InputError]:
    """The reports of all inputs, in their order; what cannot be read is yielded as an error in its place.

    Args:
        inputs: files, folders (read recursively, by name, hidden ones left out) or `-` for standard input.
        options: what the caller says about all of them.
        stdin: what `-` reads; the process's standard input by default.
    """
    for name in inputs:
        yield from _guarded(name, options, stdin)


def read_bytes(data: bytes, source: str, options: ReadOptions = DEFAULTS, *, path: str | None = None) -> Document:
    """The Document of one report.

    Args:
        data: its raw bytes.
        source: what to call it in errors; its ending helps to tell what it is.
        options: what the caller says about it.
        path: the file it was read from, if it was.

    Raises:
        InputError: the kind that says why it cannot be read; BadTable for a table, which holds many reports.
    """
    text, warnings, kind = _opened(data, source, options)
    if kind in (Kind.CSV, Kind.JSONL):
        raise BadTable(source, "it is a table, not one report", "read it with rasad.ingest.read")
    return _document(text, warnings, kind, data, source, path, options)


def _guarded(name: str, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Document | InputError]:
    """The reports of one input; its error where it has one."""
    try:
        if name == "-":
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _from_bytes(_limited(stream, "-", options), "-", None, options)
        elif _ADDRESS.match(name):
            yield UnsupportedInput(name, "addresses are not fetched yet", "save the page and give the file")
        elif os.path.isdir(name):
            yield from _folder(name, options)
        else:
            yield from _file(name, options)
    except InputError as error:
        yield error


def _folder(name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    """The reports in a folder and the folders in it."""
    found = passed_over = 0
    for path in _files_in(Path(name)):
        if isinstance(path, InputError):
            yield path
        elif path.suffix.lower() in SUFFIXES:
            found += 1
            yield from _guarded(str(path), options, None)
        else:
            passed_over += 1
    if not found:
        other = f"; {passed_over} files of other kinds were passed over" if passed_over else ""
        remedy = f"reports end in {', '.join(sorted(SUFFIXES))}"
        yield EmptyInput(name, f"the folder holds no report that is read{other}", remedy)


def _files_in(folder: Path) -> Iterator[Path | InputError]:
    """The files under a folder, sorted by name, hidden ones left out; links to folders are not followed."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield InputError(str(folder), f"the folder cannot be opened: {error.strerror or error}", "check its permissions")
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_file():
            yield path
        elif path.is_dir() and not path.is_symlink():
            yield from _files_in(path)


def _file(name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    try:
        with open(name, "rb") as stream:
            data = _limited(stream, name, options)
    except (FileNotFoundError, NotADirectoryError):
        raise MissingInput(name, "there is no such file or folder", "check the name") from None
    except ValueError:
        raise MissingInput(name, "this cannot be the name of a file", "check the name") from None
    except OSError as error:
        raise InputError(name, f"it cannot be opened: {error.strerror or error}", "check its permissions") from None
    yield from _from_bytes(data, name, name, options)


def _limited(stream: BinaryIO, source: str, options: ReadOptions) -> bytes:
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        size = f"{options.max_bytes / 2**20:g} MiB"
        raise UnsupportedInput(source, f"it is larger than the limit of {size}", "split it")
    return data


def _from_bytes(data: bytes, source: str, path: str | None, options: ReadOptions) -> Iterator[Document | InputError]:
    """The one report of a file, or the many of a table."""
    text, warnings, kind = _opened(data, source, options)
    if kind is Kind.JSONL:
        rows = table.read_jsonl(text, source, path, options)
    elif kind is Kind.CSV:
        rows = table.read_csv(text, source, path, options)
    else:
        yield _document(text, warnings, kind, data, source, path, options)
        return
    some = False
    for row in rows:
        some = True
        # What was damaged in the table matters where the damage is.
        damaged = warnings and isinstance(row, Document) and "\ufffd" in row.text
        yield row.model_copy(update={"warnings": (*row.warnings, *warnings)}) if damaged and isinstance(row, Document) else row
    if not some:
        raise EmptyInput(source, "the table has no rows", "give a table with reports")


def _opened(data: bytes, source: str, options: ReadOptions) -> tuple[str, tuple[str, ...], Kind]:
    """The text of an input with its line ends made one, the warnings of the decoding, and what kind it is."""
    if len(data) > options.max_bytes:
        raise UnsupportedInput(source, "it is larger than the limit", "split it")
    if not data.strip():
        raise EmptyInput(source, "it is empty", "give a report with text")
    sniff.refuse_binary(data, source)
    decoded = plaintext.decode(data, source, plaintext.declared_charset(data))
    text, warnings = plaintext.normalise(decoded.text)
    if plaintext.is_blank(text):
        raise EmptyInput(source, "there is nothing but white space in it", "give a report with text")
    return text, (*decoded.warnings, *warnings), sniff.kind_of(text, "" if source == "-" else source, source)


def _document(
    text: str, warnings: tuple[str, ...], kind: Kind, raw: bytes, source: str, path: str | None, options: ReadOptions
) -> Document:
    """The Document of an input that is one report."""
    if kind is Kind.PAGE:
        report = webpage.read_page(text, source)
    elif kind is Kind.MARKDOWN:
        report = markdown.read_markdown(text)
    else:
        report = Report(text=text)
    document = to_document(report, raw, source, path, options)
    return document.model_copy(update={"warnings": (*warnings, *document.warnings)}) if warnings else document
