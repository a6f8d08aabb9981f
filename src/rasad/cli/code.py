"""`rasad code`: reads reports, prints event records."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from rasad.cli import formats, render
from rasad.errors import InputError
from rasad.ingest import ReadOptions, read
from rasad.model.document import Document
from rasad.model.record import Report
from rasad.pipeline import code_document

FORMATS = ("table", *formats.WRITERS)


def options(published: date | None, outlet: str | None, url: str | None) -> ReadOptions:
    """What the user said of all inputs."""
    return ReadOptions(published=published, outlet=outlet, url=url)


class Reader:
    """Reads inputs, names each failure on standard error at once, and remembers that there was one."""

    def __init__(self, inputs: Sequence[str], reading: ReadOptions) -> None:
        self.inputs = inputs
        self.reading = reading
        self.failed = 0

    def documents(self) -> Iterator[Document]:
        """The readable documents, in input order."""
        for found in read(self.inputs, self.reading, stdin=sys.stdin.buffer):
            if isinstance(found, InputError):
                self.failed += 1
                typer.echo(f"rasad: {found}", err=True)
                continue
            for warning in found.warnings:
                typer.echo(f"rasad: {found.external_id or found.path or '-'}: {warning}", err=True)
            yield found


def run(inputs: Sequence[str], reading: ReadOptions, format: str | None, output: Path | None) -> int:
    """Returns the exit code: 0 done, 1 some inputs failed."""
    if format is not None and format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    chosen = format or ("table" if output is None and sys.stdout.isatty() else "jsonl")
    reader = Reader(inputs, reading)
    with ExitStack() as stack:
        stream: TextIO = sys.stdout
        if output:
            try:
                stream = stack.enter_context(output.open("w", encoding="utf-8"))
            except OSError as error:
                raise InputError(str(output), f"it cannot be written: {error.strerror or error}", "check the folder") from None
        reports = _coded(reader.documents(), stack)
        if chosen == "table":
            for _ in render.show(reports, Console(file=stream, soft_wrap=True)):
                pass
        else:
            for part in formats.WRITERS[chosen](reports):
                stream.write(part)
    return 1 if reader.failed else 0


def _coded(documents: Iterable[Document], stack: ExitStack) -> Iterator[Report]:
    """Records of each document; a counter on standard error when that is a terminal and results go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from map(code_document, documents)
        return
    columns = (TextColumn("reports"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("reports", total=None)
    for document in documents:
        yield code_document(document)
        progress.advance(task)
