"""`rasad demo`: the bundled reports through everything, then what to do with one's own."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

import rasad
from rasad.cli import render
from rasad.cli.code import Reader
from rasad.errors import MissingInput
from rasad.ingest import ReadOptions
from rasad.model.document import Document
from rasad.model.record import Report
from rasad.pipeline import code_document

#: Shown whole; the others are counted, so that the reader sees records and not a wall of them.
_SHOWN = ("group1-a.html", "group1-c.txt", "damascus-strike.html", "empty-sport.txt")


def examples() -> Path:
    """The folder of the bundled reports: inside an installed package, else the repository's.

    Raises:
        MissingInput: neither is there.
    """
    package = Path(rasad.__file__).parent
    for folder in (package / "examples", package.parent.parent / "examples"):
        if (folder / "published.tsv").is_file():
            return folder
    raise MissingInput(str(package), "the bundled reports are not there", "install Rasad anew")


def documents(folder: Path) -> Iterator[Document]:
    """The bundled reports; the day and outlet of plain-text ones come from published.tsv, as a user would give them."""
    lines = (folder / "published.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known = {name: (published, outlet) for name, published, outlet in (line.split("\t") for line in lines)}
    for path in sorted((folder / "reports").iterdir()):
        published, outlet = known.get(path.name, ("", ""))
        options = ReadOptions(published=date.fromisoformat(published) if published else None, outlet=outlet or None)
        yield from Reader([str(path)], options).documents()


def run() -> int:
    """Returns the exit code."""
    console = Console(soft_wrap=True, highlight=False)
    folder = examples()
    began = time.perf_counter()
    reports = [code_document(d) for d in documents(folder)]
    spent = time.perf_counter() - began
    for report in reports:
        if report.document.path and Path(report.document.path).name in _SHOWN:
            for line in render.card_lines(report):
                console.print(line)
    _summary(reports, spent, console)
    console.print("Code your own report:   .venv/bin/rasad code REPORT.txt --published 2019-09-25")
    console.print("See why each record is: .venv/bin/rasad explain REPORT.txt --published 2019-09-25")
    console.print("A folder to a table:    .venv/bin/rasad code FOLDER --format csv -o events.csv")
    return 0


def _summary(reports: list[Report], spent: float, console: Console) -> None:
    events = [e for r in reports for e in r.events]
    kinds = Counter(e.event_type for e in events)
    sources = Counter(s.kind for e in events for s in e.sources[:1])
    console.print(Text(f"{len(reports)} bundled reports, {len(events)} event records in {spent:.1f} s", style="bold"))
    console.print("  types:   " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()))
    console.print("  said by: " + ", ".join(f"{k} {n}" for k, n in sources.most_common()))
    console.print("  status:  " + ", ".join(f"{k} {n}" for k, n in Counter(e.status for e in events).most_common()))
    console.print("")
