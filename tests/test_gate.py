"""The evaluation gate: figures on our own gold do not sink, and floors are for the gold that is there."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from evaluation import gate

from rasad.evaluate import evaluate, load_gold
from rasad.model.vocab import EVENT_TYPES

SETS = pytest.mark.parametrize("name", gate.SETS)


@pytest.fixture(scope="module")
def floors() -> dict[str, dict[str, Any]]:
    """What evaluation/floors.json holds."""
    return json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@SETS
def test_floors_are_for_this_gold(floors: dict[str, dict[str, Any]], name: str) -> None:
    changed = "the gold has changed: look at the figures, then python evaluation/gate.py --regold"
    assert floors[name]["digest"] == gate.digest(gate.SETS[name]), changed


@SETS
def test_no_figure_is_below_its_floor(floors: dict[str, dict[str, Any]], name: str) -> None:
    today = gate.flat(evaluate(load_gold(gate.SETS[name])).figures())
    assert gate.compare(today, floors[name]["floors"]) == []


@SETS
def test_every_figure_has_a_floor(floors: dict[str, dict[str, Any]], name: str) -> None:
    figures = set(gate.flat(evaluate(load_gold(gate.SETS[name])[:2]).figures()))
    assert {figure for figure in figures if not figure.startswith("type.")} <= set(floors[name]["floors"])


def test_plain_items_are_of_all_types_and_countries() -> None:
    """Every type at least ten times, one item in twenty empty, ids once."""
    items = load_gold(gate.SETS["plain"])
    assert len({item.id for item in items}) == len(items) > 900
    times = Counter(event["event_type"] for item in items for event in item.events)
    assert set(times) == set(EVENT_TYPES) and min(times.values()) >= 10
    assert sum(not item.events for item in items) > len(items) / 20


def test_gold_is_of_the_bundled_reports() -> None:
    """At least 30 reports, each coded from the file it was written in, some of them empty."""
    gold = load_gold(gate.GOLD)
    assert len(gold) >= 30
    assert all(item.report is not None and item.report.is_file() for item in gold)
    assert sum(not item.events for item in gold) == 7


def test_compare_names_what_sank() -> None:
    assert gate.compare({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.9, "c": 0.1}) == [
        "a: 0.5 is below its floor 0.6",
        "c: 0.0 is below its floor 0.1",
    ]


def test_digest_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    first = gate.digest(tmp_path)
    (tmp_path / "a").write_text("y")
    second = gate.digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, gate.digest(tmp_path)}) == 3


def test_raising_never_lowers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "floors.json"
    target.write_text(json.dumps({"gold": {"digest": gate.digest(), "floors": {"found.f1": 0.0, "typed.f1": 0.0}}}))
    monkeypatch.setattr(gate, "FLOORS", target)
    monkeypatch.setattr(gate, "SETS", {"gold": gate.GOLD})
    monkeypatch.setattr(gate, "load_gold", lambda path: load_gold(path)[:1])
    monkeypatch.setattr(gate, "flat", lambda _figures: {"found.f1": 0.7, "typed.f1": 0.0})
    monkeypatch.setattr("sys.argv", ["gate.py", "--raise"])
    assert gate.main() == 0
    assert json.loads(target.read_text())["gold"]["floors"] == {"found.f1": 0.7, "typed.f1": 0.0}
    monkeypatch.setattr(gate, "flat", lambda _figures: {"found.f1": 0.6, "typed.f1": 0.0})
    assert gate.main() == 1
    assert json.loads(target.read_text())["gold"]["floors"] == {"found.f1": 0.7, "typed.f1": 0.0}
