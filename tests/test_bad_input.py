"""Bad input, end to end through the command line: a typed error that says what to do, or a report read right."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasad.cli import main
from rasad.model.record import Report
from tests import support

RUN = CliRunner()
#: Arabic without vowel marks, which windows-1256 has but reports in it have not.
PLAIN = "قتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم أمس. وخرجت مظاهرة في مدينة إدلب اليوم."
ENGLISH = "The army shelled the town yesterday and killed three civilians near the border. Residents fled to the hills at night."
KURDISH = "دوێنێ لە شاری هەولێر کۆبوونەوەیەک بەڕێوەچوو و بەرپرسان باسی دۆخی ئابووری هەرێمیان کرد و چەندین بڕیاریان دا."
PERSIAN = "دیروز در شهر تهران نشستی برگزار شد و مسئولان درباره وضعیت اقتصادی کشور گفتگو کردند و چند تصمیم گرفتند که اجرا می‌شود."


def code(*arguments: str) -> tuple[int, list[Report], str]:
    """Exit code, reports and standard error of `rasad code`."""
    result = RUN.invoke(main.app, ["code", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, [Report.model_validate_json(line) for line in result.stdout.splitlines()], result.stderr


def coded(path: Path, data: bytes, published: str | None = support.PUBLISHED) -> tuple[int, list[Report], str]:
    """The same for a file of these bytes."""
    path.write_bytes(data)
    return code(str(path), *(["--published", published] if published else []))


def types(reports: Sequence[Report]) -> list[str]:
    return [event.event_type for report in reports for event in report.events]


def refused(path: Path, data: bytes, *said: str) -> None:
    """One line on standard error with the name, what is wrong and what to do; exit code 1; no result."""
    exit_code, reports, errors = coded(path, data)
    assert (exit_code, reports) == (1, [])
    [line] = errors.splitlines()
    assert line.startswith(f"rasad: {path}: ")
    assert line.endswith(")") and "(" in line, "no word on what to do"
    for word in said:
        assert word in line


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"], ids=["none", "white", "bom", "bom-white"])
def test_empty_file(tmp_path: Path, data: bytes) -> None:
    refused(tmp_path / "a.txt", data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(range(256)) * 8,
        b"\x1f\x8b\x08\x00" + bytes(range(256)) * 8,
        bytes(range(256)) * 20,
        b"\x00" * 5000,
    ],
    ids=["png", "zip", "gzip", "bytes", "nulls"],
)
def test_binary(tmp_path: Path, data: bytes) -> None:
    refused(tmp_path / "a.txt", data)


def test_pdf(tmp_path: Path) -> None:
    refused(tmp_path / "a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" * 20, "PDF")


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (PERSIAN, "fa"), (KURDISH, "ku")], ids=["en", "fa", "ku"])
def test_another_language_is_named_and_has_no_events(tmp_path: Path, text: str, language: str) -> None:
    exit_code, [report], _ = coded(tmp_path / "a.txt", text.encode())
    assert exit_code == 0
    assert (report.document.language, report.events) == (language, ())
    assert any(f"({language})" in warning and "only Arabic" in warning for warning in report.document.warnings)


def test_a_text_that_goes_on_behind_a_list_of_other_articles_is_told_so(tmp_path: Path) -> None:
    """Two pages pasted into one file: what stands behind الأكثر قراءة is not read, and the reader is told."""
    page = f"{PLAIN}\n\nالأكثر قراءة\n\n"
    exit_code, [report], _ = coded(tmp_path / "a.txt", (page + f"{PLAIN}\n\n" * 3).encode())
    assert exit_code == 0
    assert sum("«الأكثر قراءة»" in warning for warning in report.document.warnings) == 1
    _, [alone], _ = coded(tmp_path / "b.txt", (page + "أسعار العملات").encode())
    assert not any("الأكثر قراءة" in w for w in alone.document.warnings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"])
def test_arabic_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    exit_code, [report], _ = coded(tmp_path / "a.txt", PLAIN.encode(encoding))
    assert (exit_code, report.document.text) == (0, PLAIN)
    assert types([report]) == ["ASSAULT", "PROTEST"]


def test_invalid_utf8_is_read_with_a_warning(tmp_path: Path) -> None:
    cut = len("قتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم أمس.".encode())
    exit_code, [report], errors = coded(tmp_path / "a.txt", PLAIN.encode()[:cut] + b"\xff\xfe\xd9" + PLAIN.encode()[cut:])
    assert exit_code == 0
    assert types([report]) == ["ASSAULT", "PROTEST"]
    assert "\ufffd" in report.document.text
    assert any("U+FFFD" in warning for warning in report.document.warnings) and "U+FFFD" in errors


def test_page_without_article(tmp_path: Path) -> None:
    menu = "".join(f'<li><a href="/{n}">قسم {n}</a></li>' for n in range(30))
    page = f"<!doctype html><html><head><title>الرئيسية</title></head><body><nav><ul>{menu}</ul></nav></body></html>"
    refused(tmp_path / "a.html", page.encode(), "article")


def test_page_of_nothing(tmp_path: Path) -> None:
    refused(tmp_path / "a.html", b"<!doctype html><html><body></body></html>")


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "id,body\n1,x\n"), ("a.tsv", "id\tbody\n1\tx\n"), ("a.jsonl", '{"id": "1", "body": "x"}\n')],
)
def test_table_without_text(tmp_path: Path, name: str, text: str) -> None:
    exit_code, reports, errors = coded(tmp_path / name, text.encode())
    assert (exit_code, reports) == (1, [])
    assert name in errors and "text" in errors


def test_bad_row_of_a_table_is_named_and_the_others_kept(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": PLAIN}, ensure_ascii=False) for n in range(3)]
    rows[1] = '{"id": "1", "text": '
    exit_code, reports, errors = coded(tmp_path / "a.jsonl", "\n".join(rows).encode())
    assert exit_code == 1
    assert [report.document.external_id for report in reports] == ["0", "2"]
    assert "a.jsonl" in errors and "2" in errors


def test_one_broken_file_among_ten(tmp_path: Path) -> None:
    for n in range(10):
        (tmp_path / f"{n}.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "4.txt").write_bytes(b"%PDF-1.4\n" + bytes(range(256)))
    run = support.rasad("code", str(tmp_path))
    assert run.returncode == 1
    names = [Path(json.loads(line)["document"]["path"]).name for line in run.stdout.splitlines()]
    assert names == [f"{n}.txt" for n in range(10) if n != 4]
    named = [line for line in run.stderr.decode().splitlines() if "4.txt" in line]
    assert len(named) == 1 and "PDF" in named[0]
    assert b"Traceback" not in run.stderr


def test_no_such_file(tmp_path: Path) -> None:
    exit_code, reports, errors = code(str(tmp_path / "none.txt"))
    assert (exit_code, reports) == (1, [])
    assert "none.txt: there is no such file or folder" in errors


def test_folder_of_nothing(tmp_path: Path) -> None:
    exit_code, reports, errors = code(str(tmp_path))
    assert (exit_code, reports) == (1, [])
    assert str(tmp_path) in errors


def test_address_is_refused_in_words() -> None:
    exit_code, reports, errors = code("https://example.org/report.html")
    assert (exit_code, reports) == (1, [])
    assert "not fetched" in errors


def test_name_that_no_file_can_have() -> None:
    exit_code, _, errors = code("a\x00b")
    assert exit_code == 1
    assert errors


@pytest.mark.parametrize("published", [None, "2999-01-01"], ids=["absent", "future"])
def test_without_a_day_of_publication_relative_dates_are_null(tmp_path: Path, published: str | None) -> None:
    exit_code, [report], _ = coded(tmp_path / "a.txt", PLAIN.encode(), published)
    assert exit_code == 0
    assert types([report]) == ["ASSAULT", "PROTEST"]
    assert report.document.published is None
    for event in report.events:
        assert (event.date.start, event.date.end, event.date.precision) == (None, None, "unknown")
        assert event.warnings
    assert any("publication date" in warning for warning in report.document.warnings)


def test_future_date_is_named(tmp_path: Path) -> None:
    _, [report], errors = coded(tmp_path / "a.txt", PLAIN.encode(), "2999-01-01")
    assert any("2999-01-01" in warning and "future" in warning for warning in report.document.warnings)
    assert "2999-01-01" in errors


def test_an_absolute_date_needs_no_day_of_publication(tmp_path: Path) -> None:
    text = "قتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم يوم 17 تموز/يوليو 2021."
    _, [report], _ = coded(tmp_path / "a.txt", text.encode(), None)
    assert [str(event.date.start) for event in report.events] == ["2021-07-17"]


def quoted_right(report: Report) -> None:
    for quote in support.quotes(json.loads(report.model_dump_json())["events"]):
        assert report.document.text[quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(" ", "\x00 ", 2),
        "\u202e" + PLAIN + "\u202c",
        "\u2067" + PLAIN.replace(" ", " \u200f", 5),
        PLAIN.replace("قتل", "ق" + "ـ" * 10_000 + "تل"),
        "\ufeff" + PLAIN,
        PLAIN + "\U0001f534" * 100,
        PLAIN + " " + "ق" * 100_000,
        PLAIN + " " + "1" * 100_000,
        PLAIN + "\n" * 100_000,
        PLAIN + "ـ" * 100_000,
        PLAIN + " " + "." * 100_000,
        PLAIN + "َ" * 100_000,
    ],
    ids=["nul", "bidi", "isolates", "tatweel", "mark", "emoji", "letters", "digits", "lines", "stretch", "dots", "vowels"],
)
def test_odd_characters(tmp_path: Path, text: str) -> None:
    began = time.perf_counter()
    exit_code, [report], _ = coded(tmp_path / "a.txt", text.encode())
    assert exit_code == 0
    assert types([report])[:2] == ["ASSAULT", "PROTEST"]
    quoted_right(report)
    assert time.perf_counter() - began < 20


LIMITS = """
import resource, sys, time
from rasad.cli import main
began = time.perf_counter()
sys.argv = ["rasad", "code", sys.argv[1], "--published", "2019-09-25"]
try:
    main.run()
finally:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.perf_counter() - began, peak, file=sys.stderr)
"""
SECONDS = 60
KILOBYTES = 3_000_000


def _timed(path: Path, limit: float) -> tuple[bytes, float, int]:
    """(what it printed, seconds, peak in KB) of coding a file in a process of its own."""
    run = subprocess.run([sys.executable, "-c", LIMITS, str(path)], capture_output=True, timeout=limit, check=False)
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    seconds, kilobytes = run.stderr.decode().split()[-2:]
    return run.stdout, float(seconds), int(kilobytes)


@pytest.mark.parametrize("shape", ["reports", "line"])
def test_large_input_within_its_limits(tmp_path: Path, shape: str) -> None:
    """5 MB of reports, and a line of a million characters without a full stop: within 60 s and in bounded memory. On a machine
    that is slow today, within half as much again as ten times a tenth of it takes."""
    part = "\n".join(r.document.text for r in support.bundled()) if shape == "reports" else PLAIN.replace(".", "،")
    size = 5_000_000 if shape == "reports" else 1_800_000
    path, tenth = tmp_path / "a.txt", tmp_path / "tenth.txt"
    path.write_text(part * (size // len(part.encode()) + 1), encoding="utf-8")
    tenth.write_text(part * (size // 10 // len(part.encode()) + 1), encoding="utf-8")
    assert path.stat().st_size >= size
    limit = max(SECONDS, 15 * _timed(tenth, SECONDS)[1])
    printed, seconds, kilobytes = _timed(path, limit + 30)
    report = Report.model_validate_json(printed)
    assert report.events
    quoted_right(report)
    assert seconds < limit
    assert kilobytes < KILOBYTES
