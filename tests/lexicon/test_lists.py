"""The lists themselves: all load, every row has its source, keys are unique, and triggers find their own examples."""

import importlib
import pkgutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import rasad.lexicon
from rasad.lexicon import triggers
from rasad.model.vocab import EVENT_TYPES
from tests import support

DATA = support.SOURCE / "lexicon" / "data"
LISTS = sorted(DATA.rglob("*.tsv"))
#: What must differ between two rows of a list; all cells but `source` where nothing is said.
KEYS = {
    "actors/*.names.tsv": ("id", "form", "scope", "start", "end"),
    "actors/??.tsv": ("id",),
    "factuality.tsv": ("form",),
    "topics.tsv": ("form",),
    "reasons.tsv": ("form",),
    "generic.tsv": ("form",),
    "attribution/cues.tsv": ("form",),
    "attribution/speakers.tsv": ("form",),
    "attribution/outlets.tsv": ("form",),
}
#: Files that are no list of this form: distilled, or user layers.
MODULES = sorted(m.name for m in pkgutil.iter_modules(rasad.lexicon.__path__))


def name_of(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


def rows_of(path: Path) -> list[dict[str, str]]:
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("module", MODULES)
def test_lists_load(module: str) -> None:
    loaded = importlib.import_module(f"rasad.lexicon.{module}")
    if hasattr(loaded, "load"):
        assert loaded.load() is not None


@pytest.mark.parametrize("path", LISTS, ids=name_of)
def test_list_is_well_formed(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    assert raw.endswith("\n") and not raw.endswith("\n\n") and "\r" not in raw and "\ufeff" not in raw
    rows = rows_of(path)
    assert rows
    assert [n for n, row in enumerate(rows, start=2) if not row["source"].strip()] == []
    assert [n for n, row in enumerate(rows, start=2) if any(cell != cell.strip() for cell in row.values())] == []


@pytest.mark.parametrize("path", LISTS, ids=name_of)
def test_rows_are_unique(path: Path) -> None:
    rows = rows_of(path)
    key = next((k for pattern, k in KEYS.items() if path.match(pattern)), tuple(c for c in rows[0] if c != "source"))
    counted = Counter(tuple(row[column] for column in key) for row in rows)
    assert [k for k, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("path", sorted((DATA / "actors").glob("*.names.tsv")), ids=name_of)
def test_names_belong_to_known_actors(path: Path) -> None:
    known = {row["id"] for file in (DATA / "actors").glob("??.tsv") for row in rows_of(file)}
    assert {row["id"] for row in rows_of(path)} - known == set()


def test_triggers_are_enough() -> None:
    entries = triggers.entries()
    assert len(entries) >= 1_200
    assert {entry.event_type for entry in entries} == set(EVENT_TYPES)


def misses() -> dict[tuple[str, str, str], str]:
    return {(row["type"], row["lemma"], row["example"]): row["fails"] for row in support.table("known_trigger_misses.tsv")}


@cache
def found_in(example: str) -> frozenset[str]:
    """The types of trigger that the program finds in an example."""
    from rasad.analyse.triggers import find_triggers

    return frozenset(trigger.event_type for trigger in find_triggers(support.words_of(example)))


def examples() -> list[object]:
    """Every trigger's own example; where the program is known not to find it, a strict failure."""
    known = misses()
    return [
        pytest.param(
            entry.event_type,
            entry.example,
            id=f"{entry.event_type}-{number}-{entry.lemma}",
            marks=[pytest.mark.xfail(reason=known[key], strict=True)] if key in known else [],
        )
        for number, entry in enumerate(triggers.entries())
        if (key := (entry.event_type, entry.lemma, entry.example))
    ]


@pytest.mark.parametrize(("event_type", "example"), examples())
def test_trigger_is_found_in_its_own_example(event_type: str, example: str) -> None:
    assert event_type in found_in(example)


def test_known_misses_are_of_the_lists() -> None:
    """A row that was mended or taken out leaves the list of known misses too."""
    entries = {(e.event_type, e.lemma, e.example) for e in triggers.entries()}
    assert set(misses()) - entries == set()
