"""`rasad evaluate`: figures for a person and for a program."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasad.cli import main
from tests import support

RUN = CliRunner()
QUOTED = "قُتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم أمس"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One report with one event of its two coded."""
    (tmp_path / "a.txt").write_text(support.STORY, encoding="utf-8")
    event = {
        "event_type": "ASSAULT", "status": "occurred", "trigger": "قصف", "evidence": QUOTED,
        "date": {"start": "2021-07-17"}, "casualties": [{"kind": "killed", "low": 3, "high": 3}],
    }  # fmt: skip
    (tmp_path / "a.A.json").write_text(json.dumps({"published": support.PUBLISHED, "events": [event]}), encoding="utf-8")
    return tmp_path


def test_table(gold: Path) -> None:
    result = RUN.invoke(main.app, ["evaluate", str(gold)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 reports\n")
    assert "typed              F1 0.667   precision 0.500   recall 1.000" in result.stdout


def test_json(gold: Path) -> None:
    figures = json.loads(RUN.invoke(main.app, ["evaluate", str(gold), "--format", "json"]).stdout)
    assert figures["typed"] == {"p": 0.5, "r": 1.0, "f1": 0.667}
    assert figures["casualty_claims"]["f1"] == 1.0


def test_misses(gold: Path) -> None:
    assert "a: extra PROTEST" in RUN.invoke(main.app, ["evaluate", str(gold), "--misses"]).stdout


def test_another_coder(gold: Path) -> None:
    (gold / "a.A.json").rename(gold / "a.B.json")
    assert RUN.invoke(main.app, ["evaluate", str(gold), "--suffix", "B"]).exit_code == 0


def test_wrong_format_is_2(gold: Path) -> None:
    assert RUN.invoke(main.app, ["evaluate", str(gold), "--format", "xml"]).exit_code == 2


@pytest.mark.parametrize("folder", ["", "none"])
def test_no_gold_is_one_line(tmp_path: Path, folder: str) -> None:
    run = support.rasad("evaluate", str(tmp_path / folder))
    assert run.returncode == 1
    assert run.stderr.decode().startswith("rasad: ") and b"Traceback" not in run.stderr
