"""`rasad code`: formats, where results go, exit codes, and output that is safe to open."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasad.cli import formats, main, render
from rasad.cli.formats import CSV_COLUMNS
from rasad.model.document import Document
from rasad.model.record import Report
from tests import support

RUN = CliRunner()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A readable report."""
    path = tmp_path / "story.txt"
    path.write_text(support.STORY, encoding="utf-8")
    return path


def coded(*arguments: str, code: int = 0) -> str:
    """Standard output of `rasad code`."""
    result = RUN.invoke(main.app, ["code", *arguments])
    assert result.exit_code == code, result.output
    return result.stdout


def test_jsonl_is_the_default_where_no_one_looks(story: Path) -> None:
    [line] = coded(str(story), "--published", support.PUBLISHED).splitlines()
    report = Report.model_validate_json(line)
    assert [e.event_type for e in report.events] == ["ASSAULT", "PROTEST"]
    assert report.document.text == support.STORY
    assert "قُتل" in line, "Arabic is written as it is, not escaped"


def test_json_is_one_array(story: Path) -> None:
    array = json.loads(coded(str(story), str(story), "--format", "json"))
    assert [set(report) for report in array] == [{"document", "events"}] * 2


def test_json_of_nothing_is_an_empty_array(tmp_path: Path) -> None:
    assert json.loads(coded(str(tmp_path / "none.txt"), "--format", "json", code=1)) == []


def test_csv_has_a_row_an_event(story: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(coded(str(story), "--published", support.PUBLISHED, "--format", "csv"))))
    assert [row["event_type"] for row in rows] == ["ASSAULT", "PROTEST"]
    assert tuple(rows[0]) == CSV_COLUMNS
    assert rows[0]["date_start"] == "2021-07-17"
    assert rows[0]["casualties"] == "killed:3-3 (ثلاثة مدنيين)"


def test_csv_of_no_event_is_its_header(tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("افتتحت البلدية حديقة جديدة وسط المدينة أمس وحضر الافتتاح عدد من السكان.", encoding="utf-8")
    assert coded(str(path), "--format", "csv") == ",".join(CSV_COLUMNS) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_csv_cells_are_no_formulas(start: str) -> None:
    """A spreadsheet would run a cell of report text that begins so."""
    document = Document(id="0" * 64, text=support.STORY, outlet=f"{start}cmd|' /C calc'!A0", path=f"{start}1.txt", language="ar")  # type: ignore[call-arg]
    event = support.bundled()[0].events[0]
    text = "".join(formats.as_csv([Report(document=document, events=(event,))]))
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["outlet"].startswith("'" + start)
    assert row["path"].startswith("'" + start)


def test_csv_cells_break_no_row() -> None:
    """A carriage return in report text ends no row."""
    document = Document(id="0" * 64, text=support.STORY, outlet="a\r=1+1", language="ar")  # type: ignore[call-arg]
    text = "".join(formats.as_csv([Report(document=document, events=(support.bundled()[0].events[0],))]))
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["outlet"] == "a =1+1"


def test_table_shows_arabic_in_isolates(story: Path) -> None:
    text = coded(str(story), "--published", support.PUBLISHED, "--format", "table")
    assert "ASSAULT" in text and "2021-07-17" in text
    assert "\u2068لقوات النظام\u2069" in text
    assert text.count("\u2068") == text.count("\u2069")
    for line in text.splitlines():
        arabic = [at for at, c in enumerate(line) if "\u0621" <= c <= "\u064a"]
        assert not arabic or line.find("\u2068") < arabic[0] <= arabic[-1] < line.rfind("\u2069"), line


def test_table_shows_no_control_characters() -> None:
    """Text of a report cannot colour, clear or rename the terminal, nor turn the direction of a line."""
    assert render.isolate("قتل\x1b[2J\x07\u202e\u2067\nثلاثة\x00") == "\u2068قتل[2J ثلاثة\u2069"


def test_table_says_when_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("افتتحت البلدية حديقة جديدة وسط المدينة أمس وحضر الافتتاح عدد من السكان.", encoding="utf-8")
    assert "no events" in coded(str(path), "--format", "table")


def test_protected_names_are_not_shown() -> None:
    """The table is a default export: it holds no words of a protected source."""
    protected = 0
    for report in support.bundled():
        text = "\n".join(str(line) for line in render.card_lines(report))
        protected += sum(s.protected for e in report.events for s in e.sources)
        assert text.count("name protected") == sum(s.protected for e in report.events for s in e.sources)
    assert protected


@pytest.mark.parametrize("format", ["table", "jsonl", "json", "csv"])
def test_output_file_holds_what_would_be_printed(story: Path, tmp_path: Path, format: str) -> None:
    target = tmp_path / "out"
    printed = coded(str(story), "--format", format)
    assert coded(str(story), "--format", format, "-o", str(target)) == ""
    assert target.read_text(encoding="utf-8") == printed


def test_output_that_cannot_be_written_is_one_line(story: Path, tmp_path: Path) -> None:
    run = support.rasad("code", str(story), "-o", str(tmp_path / "no" / "such" / "folder.jsonl"))
    assert run.returncode in (1, 2)
    assert b"Traceback" not in run.stderr and run.stderr


def test_options_say_what_the_text_cannot(story: Path) -> None:
    line = coded(str(story), "--published", "2021-07-18", "--outlet", "وكالة", "--url", "https://example.org/1")
    document = Report.model_validate_json(line).document
    assert (str(document.published), document.published_from) == ("2021-07-18", "option")
    assert (document.outlet, document.url) == ("وكالة", "https://example.org/1")


def test_standard_input() -> None:
    run = support.rasad("code", "-", "--published", support.PUBLISHED, stdin=support.STORY.encode())
    assert run.returncode == 0, run.stderr.decode()
    report = Report.model_validate_json(run.stdout)
    assert [e.event_type for e in report.events] == ["ASSAULT", "PROTEST"]
    assert report.document.path is None


def test_table_on_standard_input_gives_a_line_a_row() -> None:
    rows = [{"id": str(n), "text": support.STORY, "published": "2021-07-18"} for n in range(3)]
    run = support.rasad("code", "-", stdin="\n".join(json.dumps(row) for row in rows).encode())
    assert [json.loads(line)["document"]["external_id"] for line in run.stdout.splitlines()] == ["0", "1", "2"], run.stderr


def test_results_alone_on_standard_output(story: Path, tmp_path: Path) -> None:
    run = support.rasad("code", str(tmp_path / "none.txt"), str(story))
    assert run.returncode == 1
    [line] = run.stdout.decode().splitlines()
    assert Report.model_validate_json(line).document.path == str(story)
    assert b"none.txt" in run.stderr and b"Traceback" not in run.stderr


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(support.STORY, encoding="utf-8")
    paths = [json.loads(line)["document"]["path"] for line in coded(str(tmp_path)).splitlines()]
    assert [Path(path).name for path in paths] == ["a.txt", "b.txt"]


def test_results_come_as_they_are_made(tmp_path: Path) -> None:
    """jsonl streams: the first report's line is there although the last input never ends well."""
    document = Document(id="0" * 64, text=support.STORY, language="ar")  # type: ignore[call-arg]

    def reports() -> object:
        yield Report(document=document)
        raise AssertionError("asked for too much")

    assert next(iter(formats.jsonl(reports()))).startswith('{"document"')  # type: ignore[arg-type]
