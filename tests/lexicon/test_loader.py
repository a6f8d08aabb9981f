"""Reading a list: what breaks its rules is a typed error with file and line."""

from pathlib import Path

import pytest

from rasad.errors import LexiconError
from rasad.lexicon import loader, triggers


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of our own."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(loader.resources, "files", lambda _package: tmp_path)
    return tmp_path / "data"


def write(data: Path, text: str) -> None:
    (data / "a.tsv").write_text(text, encoding="utf-8")


def test_rows_with_their_lines(data: Path) -> None:
    write(data, "form\tsource\nقصف\town\n\nغارة\town\n")
    assert list(loader.rows("a.tsv", ("form", "source"))) == [
        (2, {"form": "قصف", "source": "own"}),
        (4, {"form": "غارة", "source": "own"}),
    ]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("word\tsource\nx\ty\n", 1, "expected the columns"),
        ("source\tform\nx\ty\n", 1, "expected the columns"),
        ("form\tsource\nx\n", 2, "1 cells where the header has 2"),
        ("form\tsource\nx\ty\nx\ty\tz\n", 3, "3 cells where the header has 2"),
        ("form\tsource\nx\t\n", 2, "the cell source is empty"),
    ],
)
def test_broken_list(data: Path, text: str, line: int, problem: str) -> None:
    write(data, text)
    with pytest.raises(LexiconError, match=problem) as caught:
        list(loader.rows("a.tsv", ("form", "source")))
    assert (caught.value.file, caught.value.row) == ("a.tsv", line)


def test_one_of() -> None:
    row = {"kind": "b", "empty": ""}
    assert loader.one_of("a.tsv", 2, row, "kind", ("a", "b")) == "b"
    assert loader.one_of("a.tsv", 2, row, "empty", ("a",), default="z") == "z"
    with pytest.raises(LexiconError, match=r"a\.tsv, line 2: kind is 'b', not one of a"):
        loader.one_of("a.tsv", 2, row, "kind", ("a",))
    with pytest.raises(LexiconError):
        loader.one_of("a.tsv", 2, row, "empty", ("a",))


def test_alternatives() -> None:
    assert loader.alternatives("قصف| غارة |") == ["قصف", "غارة"]
    assert loader.alternatives("") == []


def test_names(data: Path) -> None:
    (data / "b").mkdir()
    for name in ("z.tsv", "a.tsv", "README.md"):
        (data / "b" / name).write_text("", encoding="utf-8")
    assert loader.names("b") == ["b/a.tsv", "b/z.tsv"]


def test_a_block_has_two_words_at_most() -> None:
    [(first, second)] = triggers._pairs("coerce.tsv", 3, "نار|عن عمل")
    assert "عن" in first
    assert {"عمل", "العمل"} & second
    with pytest.raises(LexiconError, match="blocks: at most two words"):
        triggers._pairs("coerce.tsv", 3, "نار|جزءا من وقته")
