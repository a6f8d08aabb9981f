"""`rasad explain`: every record's reasons, what was left out, and that it tells of the same records as `code`."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasad.cli import main
from rasad.cli.explain import lines
from rasad.model.record import Report
from rasad.pipeline import explain
from tests import support

RUN = CliRunner()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A report with two events, and a trigger that is none because it was content of a demand."""
    path = tmp_path / "story.txt"
    path.write_text(support.STORY + " وطالب المحتجون بوقف القصف.", encoding="utf-8")
    return path


def test_every_record_has_its_reasons(story: Path) -> None:
    result = RUN.invoke(main.app, ["explain", str(story), "--published", support.PUBLISHED])
    assert result.exit_code == 0, result.output
    for part in ("1. ASSAULT", "2. PROTEST", "trigger", "made by", "because", "status occurred: no cue", "2021-07-18"):
        assert part in result.stdout


def test_what_was_left_out_has_its_reason(story: Path) -> None:
    result = RUN.invoke(main.app, ["explain", str(story), "--published", support.PUBLISHED])
    assert "considered and left out:" in result.stdout
    _, _, rest = result.stdout.partition("considered and left out:")
    assert "القصف" in rest


def test_explains_the_records_that_code_writes(story: Path) -> None:
    written = Report.model_validate_json(RUN.invoke(main.app, ["code", str(story), "--published", support.PUBLISHED]).stdout)
    told = RUN.invoke(main.app, ["explain", str(story), "--published", support.PUBLISHED]).stdout
    for event in written.events:
        assert f"[{event.trigger.start}:{event.trigger.end}]" in told
        assert event.made_by in told


def test_spans_told_are_the_trigger() -> None:
    for report in support.bundled()[:6]:
        explained = explain(report.document)
        text = "\n".join(lines(explained))
        spans = [tuple(map(int, m)) for m in re.findall(r"trigger .*\[(\d+):(\d+)\]", text)]
        assert spans == [(e.trigger.start, e.trigger.end) for e in report.events]


def test_failures_are_named(story: Path, tmp_path: Path) -> None:
    result = RUN.invoke(main.app, ["explain", str(tmp_path / "none.txt"), str(story)])
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "ASSAULT" in result.stdout
