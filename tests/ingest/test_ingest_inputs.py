"""Files, folders, standard input: what each is, and a typed error for each that is not read."""

import gzip
import hashlib
import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

import rasad.ingest
from rasad.errors import EmptyInput, InputError, MissingInput, UnsupportedInput
from rasad.ingest import ReadOptions, read, read_bytes
from rasad.model.document import Document

TEXT = "قُتل مدنيان، أمس، بقصف على بلدة إحسم."
ARTICLE = f"<article><h1>عنوان الخبر</h1><p>{TEXT} وقال مراسلنا إن القصف استمر ساعة.</p></article>"
PAGE = f"<!doctype html><html><body>{ARTICLE}</body></html>"


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


UNSUPPORTED = [
    ("r.txt", b"%PDF-1.7\n...", "PDF"),
    ("r.txt", zipped("word/document.xml"), "Word"),
    ("r.csv", zipped("xl/workbook.xml"), "Excel"),
    ("r.txt", zipped("a.txt"), "zip"),
    ("r.wacz", zipped("archive/data.warc.gz"), "not read yet"),
    ("r.txt", b"\x89PNG\r\n\x1a\n....", "PNG"),
    ("r.txt", b"\xff\xd8\xff\xe0....", "JPEG"),
    ("r.txt", gzip.compress(TEXT.encode()), "gzip"),
    ("r.warc.gz", gzip.compress(b"WARC/1.1\r\nWARC-Type: response"), "not read yet"),
    ("r.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", "not read yet"),
    ("r.txt", b"\x7fELF\x02\x01\x01\x00", "ELF"),
    ("feed.xml", b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "not read yet"),
    ("result.json", '{\n "name": "قناة",\n "messages": []\n}'.encode(), "not read yet"),
    ("list.json", b'[{"text": "a"}]', "not read yet"),
    ("r.rtf", b"{\\rtf1 text}", "RTF"),
]


@pytest.mark.parametrize(("name", "data", "words"), UNSUPPORTED)
def test_unsupported_kinds_are_named(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnsupportedInput, match=words) as caught:
        read_bytes(data, name)
    assert caught.value.source == name
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["r.html", "r.txt", "r.csv", "r.jsonl", "r", "r.pdf"])
def test_text_is_text_whatever_its_name(name: str) -> None:
    assert read_bytes(TEXT.encode(), name).text == TEXT


@pytest.mark.parametrize("name", ["r.html", "r.txt", "r.csv", "r.md", "r"])
def test_page_is_a_page_whatever_its_name(name: str) -> None:
    assert read_bytes(PAGE.encode(), name).title == "عنوان الخبر"


@pytest.mark.parametrize(
    "text", ["[عاجل] قتلى بقصف.", "[1] قُتل مدني.", "{خاص} قُتل مدني.", "<عاجل> قتلى", "- قتلى\n- جرحى", "# قتلى"]
)
def test_signs_at_the_start_do_not_mislead(text: str) -> None:
    assert read_bytes(text.encode(), "r.txt").text == text


def test_several_paragraphs_with_commas_in_a_file_called_csv_are_text() -> None:
    text = "قُتل مدنيان، أمس, بقصف على بلدة إحسم, بحسب مصادر محلية تحدثت إلى المراسل.\n\nوأصيب آخرون, وفق المصادر نفسها, بجروح."
    assert read_bytes(text.encode(), "r.csv").text == text


def test_id_is_the_digest_of_the_bytes_and_spans_count_into_the_text() -> None:
    document = read_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n", "r.txt", path="r.txt")
    assert document.id == hashlib.sha256(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n").hexdigest()
    assert document.text == TEXT + "\n"
    assert document.path == "r.txt"
    assert document.id != read_bytes(TEXT.encode(), "r.txt").id


def test_nine_of_ten_files_are_read_and_the_broken_one_is_named(tmp_path: Path) -> None:
    names = []
    for number in range(10):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(b"%PDF-1.4" if number == 4 else f"{TEXT} {number}".encode())
        names.append(str(path))
    results = list(read(names))
    assert [isinstance(result, UnsupportedInput) for result in results] == [number == 4 for number in range(10)]
    assert isinstance(results[4], InputError)
    assert results[4].source == names[4]


def test_folder_is_read_by_name_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "sub/c.txt", ".git/d.txt", "picture.png", "z.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE if name == "z.html" else TEXT, encoding="utf-8")
    results = list(read([str(tmp_path)]))
    paths = [Path(r.path or "").relative_to(tmp_path).as_posix() for r in results if isinstance(r, Document)]
    assert paths == ["a.md", "b.txt", "sub/c.txt", "z.html"]
    assert len(results) == 4


def test_folder_without_reports_is_empty_input(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    (error,) = read([str(tmp_path)])
    assert isinstance(error, EmptyInput)
    assert "1 files" in str(error)


def test_link_to_its_own_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(read([str(tmp_path)]))) == 1


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt", "a\0b"])
def test_missing_input(name: str, tmp_path: Path) -> None:
    (error,) = read([str(tmp_path / name)])
    assert isinstance(error, MissingInput)


@pytest.mark.parametrize("address", ["https://a.example/b", "HTTP://a.example"])
def test_addresses_are_not_fetched_yet(address: str) -> None:
    (error,) = read([address])
    assert isinstance(error, UnsupportedInput)
    assert "save the page" in str(error)


def test_standard_input() -> None:
    (document,) = read(["-"], ReadOptions(), io.BytesIO(TEXT.encode()))
    assert isinstance(document, Document)
    assert (document.text, document.path) == (TEXT, None)
    (error,) = read(["-"], ReadOptions(), io.BytesIO(b""))
    assert isinstance(error, EmptyInput)
    assert error.source == "-"


def test_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 2000)
    (error,) = read([str(path)], ReadOptions(max_bytes=1000))
    assert isinstance(error, UnsupportedInput)


def test_future_day_of_publication_is_left_out_with_a_warning() -> None:
    day = date.today() + timedelta(days=30)
    document = read_bytes(TEXT.encode(), "r.txt", ReadOptions(published=day))
    assert (document.published, document.published_from) == (None, None)
    assert day.isoformat() in document.warnings[0]


def test_another_language_is_read_and_named() -> None:
    document = read_bytes(b"Three civilians were killed in the shelling of the town on Friday.", "r.txt")
    assert document.language == "en"


def test_public_names() -> None:
    assert rasad.ingest.__all__ == ["ReadOptions", "read", "read_bytes"]
