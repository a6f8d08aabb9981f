"""`rasad demo`: what a newcomer sees first."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import rasad
from rasad.cli import demo, main
from rasad.errors import MissingInput
from tests import support


@pytest.fixture(scope="module")
def shown() -> str:
    """What the demo prints."""
    result = CliRunner().invoke(main.app, ["demo"])
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def test_shows_records_quotes_and_sources(shown: str) -> None:
    for part in ("■ ", "ASSAULT", "when", "where", "words", "said by", "no events"):
        assert part in shown


def test_arabic_is_isolated(shown: str) -> None:
    assert shown.count("\u2068") == shown.count("\u2069") > 10


def test_ends_with_what_to_do_next(shown: str) -> None:
    last = shown.rstrip().splitlines()[-3:]
    assert all(".venv/bin/rasad" in line for line in last)


def test_counts_all_reports(shown: str) -> None:
    assert f"{len(support.bundled())} bundled reports, {sum(len(r.events) for r in support.bundled())} event records" in shown


def test_bundle_is_what_was_promised() -> None:
    """At least 30 reports; five of them hold no event although their words are violent or political."""
    names = [Path(r.document.path or "").name for r in support.bundled()]
    assert len(names) >= 30
    assert sum(name.startswith("empty-") for name in names) == 5
    assert {Path(name).suffix for name in names} == {".txt", ".html", ".md", ".jsonl"}
    assert all(r.document.published for r in support.bundled())


def test_missing_bundle_is_a_typed_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasad, "__file__", str(tmp_path / "src" / "rasad" / "__init__.py"))
    with pytest.raises(MissingInput, match="install Rasad anew"):
        demo.examples()
