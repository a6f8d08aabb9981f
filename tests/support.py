"""What the tests share: paths, cases as data, the bundled reports coded once, and runs of the program."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rasad import code
from rasad.cli import demo
from rasad.model.record import EventRecord, Report
from rasad.model.words import Words
from rasad.pipeline import code_document, load

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "rasad"
DATA = Path(__file__).parent / "data"

#: A report with one event in each of its two sentences; its day of publication is PUBLISHED.
STORY = "قُتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم أمس. وخرجت مظاهرة في مدينة إدلب اليوم."
PUBLISHED = "2021-07-18"


def table(name: str) -> list[dict[str, str]]:
    """The rows of a TSV file of cases."""
    header, *lines = (DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def cases(name: str, label: str = "text") -> list[Any]:
    """The rows as parameters; a row whose `fails` is filled is a known failure, and its repair fails the test."""
    return [
        pytest.param(
            row,
            id=f"{number}-{row[label][:40]}",
            marks=[pytest.mark.xfail(reason=row["fails"], strict=True)] if row.get("fails") else [],
        )
        for number, row in enumerate(table(name), start=2)
    ]


@cache
def pipeline() -> Any:
    """The pipeline, loaded once."""
    return load()


def read(text: str, published: Any = None) -> Any:
    """The Doc of a text with all readings done."""
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)


def words_of(text: str) -> Words:
    """The words of a text, before any reading."""
    from rasad.text.reading import read_words

    return read_words(pipeline().make_doc(text))


@cache
def bundled() -> tuple[Report, ...]:
    """The bundled reports with their records, in the order of their names."""
    return tuple(code_document(document) for document in demo.documents(demo.examples()))


def rasad(
    *arguments: str, stdin: bytes | None = None, env: Mapping[str, str] | None = None, timeout: float = 120
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in a process of its own."""
    return subprocess.run(
        [str(program()), *arguments],
        input=stdin or b"",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        timeout=timeout,
        check=False,
    )


def program() -> Path:
    """The installed program, beside the interpreter that runs the tests."""
    return Path(sys.executable).with_name("rasad")


def quotes(value: Any) -> Sequence[dict[str, Any]]:
    """Every {text, start, end} in a JSON value, however deep."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            found.append(value)
        for inner in value.values():
            found += quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            found += quotes(inner)
    return found


def events_of(text: str, day: str) -> list[EventRecord]:
    """The records of a text published on that day; it must have some, so that "no such record" says something."""
    events = list(code(text, published=day))
    assert events
    return events


def only_event(text: str, event_type: str, day: str) -> EventRecord:
    """The one record of that type."""
    [event] = [e for e in events_of(text, day) if e.event_type == event_type]
    return event


def of_role(event: EventRecord, role: str) -> list[str]:
    """The words of the participants that have a role in a record."""
    return [a.text for a in event.actors if a.role == role]


#: Kind, low, high.
Claim = tuple[str, int | None, int | None]


def claims_of(text: str, day: str) -> list[Claim]:
    """All claims of all records, sorted; a part of a total has `part` behind its kind."""
    made = [(c.kind + " part" * c.subset_of_total, c.low, c.high) for e in code(text, published=day) for c in e.casualties]
    return sorted(made, key=str)


def check_claims(text: str, wanted: list[Claim], day: str) -> None:
    """The claims of a text are those wanted, in any order."""
    assert claims_of(text, day) == sorted(wanted, key=str)
