"""The grid of tolls: frames of short reports × what fills them; what a cell must say follows from its parts by the codebook.

`python -m tests.casualty_grid [--cells N] [--set open] [--frame NAME] [--wrong N] [--write]` prints the share right of each
frame, wrong cells with `--wrong`, and writes the shares of the test's cells down as the frames' floors with `--write`.

A slot of a frame is `{list}`, `{list.form}` for another form of what was chosen (n: nominative), or `{list#2}` for a second
choice. Claims are `kind list`, or `kind =low,high,best`; `part`: a subset; `@…`: of the record that has this place.
Frames of the set "held" were never looked at when rules were written.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import rasad
from rasad.model.record import EventRecord

GRID: Final = Path(__file__).parent / "grids" / "casualties.jsonl"
#: Cells a frame in the tests.
CELLS: Final = 8
_SLOT: Final = re.compile(r"\{(\w+)(#\d)?(?:\.(\w+))?\}")
#: kind, low, high, best, whether a part, group ("" where the cell leaves it open)
Claim = tuple[str, str, str, str, bool, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A report, and its claims by the place of their record ("" for any)."""

    text: str
    published: date
    claims: tuple[tuple[str, Claim], ...]


def rows() -> list[dict[str, Any]]:
    """Frames and fillers, as written."""
    return [json.loads(line) for line in GRID.read_text(encoding="utf-8").splitlines()]


def frames(grid: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The frames alone."""
    return [row for row in grid if "frame" in row]


def cells(grid: Sequence[dict[str, Any]], frame: Mapping[str, Any], count: int) -> Iterator[Cell]:
    """So many cells of a frame, the same ones each time."""
    lists: dict[str, list[dict[str, str]]] = {}
    for row in grid:
        if "slot" in row:
            lists.setdefault(row["slot"], []).append(row)
    for k in range(count):
        yield _cell(lists, frame, random.Random(f"{frame['frame']}/{k}"))


def _cell(lists: Mapping[str, list[dict[str, str]]], frame: Mapping[str, Any], chance: random.Random) -> Cell:
    chosen: dict[str, dict[str, str]] = {}
    for name in sorted({match[1] + (match[2] or "") for match in _SLOT.finditer(frame["text"])}):
        taken = [row for key, row in chosen.items() if key.split("#")[0] == name.split("#")[0]]
        chosen[name] = chance.choice([row for row in lists[name.split("#")[0]] if row not in taken])

    def filled(template: str) -> str:
        return _SLOT.sub(lambda m: chosen[m[1] + (m[2] or "")][m[3] or "text"], template)

    claims = []
    for told in filter(None, (part.strip() for part in frame["claims"].split(";"))):
        kind, what, *rest = re.findall(r"\{[^}]*\}|=\S+|@\{[^}]*\}|\S+", told)
        values = what[1:].replace(",", " ") if what[0] == "=" else chosen[what.strip("{}")]["value"]
        place = next((filled(mark[1:]) for mark in rest if mark[0] == "@"), "")
        for value in values.split(" + "):  # امرأة وطفل: two claims
            low, high, best, group = (*value.split(" "), "")[:4]
            claims.append((place, (kind, low, high, best, "part" in rest, group)))
    return Cell(filled(frame["text"]), date.fromisoformat(frame["published"]), tuple(claims))


def right(cell: Cell, events: Sequence[EventRecord]) -> bool:
    """Whether the records have just the claims of the cell, each at its place."""
    wanted = list(cell.claims)
    all_places = {place for place, _ in wanted} - {""}
    for event in events:
        named = [place.text for place in event.places]
        if sum(any(place in text for text in named) for place in all_places) > 1 and event.casualties:
            return False  # two acts in one record
        for claim in event.casualties:
            value = tuple("-" if n is None else str(n) for n in (claim.low, claim.high, claim.best))
            told = (claim.kind, *value, claim.subset_of_total)
            fits = next((w for w in wanted if _fits(w, told, claim.group, named)), None)
            if fits is None:
                return False
            wanted.remove(fits)
    return not wanted


def _fits(wanted: tuple[str, Claim], told: tuple[object, ...], group: str | None, where: Sequence[str]) -> bool:
    place, claim = wanted
    return claim[:5] == told and claim[5] in ("", group) and (not place or any(place in text for text in where))


def wrong(grid: Sequence[dict[str, Any]], frame: Mapping[str, Any], count: int) -> list[tuple[Cell, Sequence[EventRecord]]]:
    """The wrong cells of a frame, with what was made of them."""
    made = ((cell, rasad.code(cell.text, published=cell.published)) for cell in cells(grid, frame, count))
    return [(cell, events) for cell, events in made if not right(cell, events)]


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=40)
    parser.add_argument("--set", choices=("open", "held"))
    parser.add_argument("--frame", default="")
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    grid, good, all_of = rows(), Counter[str](), Counter[str]()
    for frame in frames(grid):
        if (chosen.set and frame["set"] != chosen.set) or not frame["frame"].startswith(chosen.frame):
            continue
        count = CELLS if chosen.write else chosen.cells
        bad = wrong(grid, frame, count)
        good[frame["set"]] += count - len(bad)
        all_of[frame["set"]] += count
        if chosen.write:
            frame["share"] = round((count - len(bad)) / count, 2)
        elif frame["set"] == "open":  # of the held-out half only the total is shown
            print(f"{frame['frame']:<20} {count - len(bad)}/{count}")
            for cell, events in bad[: chosen.wrong]:
                print("   ", cell.text, "\n      want", cell.claims)
                for event in events:
                    told = [(c.kind, c.low, c.high, c.subset_of_total, c.group, c.text) for c in event.casualties]
                    print("      made", event.event_type, event.trigger.text, [p.text for p in event.places], told)
    for name, count in all_of.items():
        print(f"{name}: {good[name]}/{count} = {good[name] / count:.3f}")
    if chosen.write:
        GRID.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in grid), encoding="utf-8")


if __name__ == "__main__":
    main()
