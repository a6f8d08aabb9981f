"""Reads a word list: UTF-8 TSV with one header row, every row with its source, checked on the way in."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from rasad.errors import LexiconError

Row = Mapping[str, str]


def names(folder: str) -> list[str]:
    """The lists in a folder of the data, sorted: `names("triggers")` → ["triggers/accuse.tsv", …]."""
    root = resources.files("rasad.lexicon") / "data" / folder
    return sorted(f"{folder}/{entry.name}" for entry in root.iterdir() if entry.name.endswith(".tsv"))


def rows(name: str, columns: Sequence[str], required: Sequence[str] = ("source",)) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of the list `name`, a path under the data folder.

    Raises:
        LexiconError: another header, a row of another width, or a required cell that is empty.
    """
    text = (resources.files("rasad.lexicon") / "data" / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    header = lines[0].split("\t")
    if header != list(columns):
        raise LexiconError(name, 1, f"expected the columns {list(columns)}, found {header}")
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise LexiconError(name, number, f"{len(cells)} cells where the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        for column in required:
            if not row[column]:
                raise LexiconError(name, number, f"the cell {column} is empty")
        yield number, row


def one_of(name: str, number: int, row: Row, column: str, allowed: Sequence[str], default: str | None = None) -> str:
    """The cell, if it is one of `allowed`; an empty cell is `default` where one is given.

    Raises:
        LexiconError: the cell holds something else.
    """
    value = row[column]
    if not value and default is not None:
        return default
    if value not in allowed:
        raise LexiconError(name, number, f"{column} is {value!r}, not one of {', '.join(allowed)}")
    return value


def alternatives(cell: str) -> list[str]:
    """The parts of a cell that lists alternatives with `|`."""
    return [part.strip() for part in cell.split("|") if part.strip()]
