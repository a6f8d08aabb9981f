"""Grids: frames of short reports × what fills them × small perturbations; each cell's right answer follows from its parts.

`python -m tests.gridding dates [--cells N] [--half D] [--wrong] [--floors]` prints the share right of each frame, the wrong
cells with `--wrong`, and writes the shares down as the frames' floors with `--floors`.

A slot of a frame is a set of acts with a form and a time ({A:svo|YEST}), a time ({TODAY}), a town ({t}) or another list ({BODY}).
Of the frames' halves D was looked at when rules were written and H was not.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import rasad

HERE: Final = Path(__file__).parent / "grids"
_SLOT: Final = re.compile(r"\{([A-Za-z]+\d?)(?::(\w+))?(?:\|(\w+))?\}")
_DAY: Final = re.compile(r"<([wdDnm])(-?\d+)>")
_MARK: Final = re.compile("\x01([A-Z]\\d?)\x02([^\x03]*)\x03")
_WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS: Final = (
    ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
     "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
    ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)  # fmt: skip
#: Days of publication; none so early in its year that "the month before last" is another question than the grid's.
_PUBLISHED: Final = tuple(date(2013 + n % 11, 4 + n % 9, 2 + (n * 7) % 27) for n in range(24))


@cache
def grid(field: str) -> dict[str, Any]:
    """The frames and fillers of one field."""
    loaded: dict[str, Any] = json.loads((HERE / f"{field}.json").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class Cell:
    """A report with what its records must say; `expect` has the place of each act's trigger in the text."""

    text: str
    published: date | None
    expect: tuple[dict[str, Any], ...]


def cells(grid: dict[str, Any], frame: dict[str, Any], count: int) -> Iterator[Cell]:
    """So many cells of a frame, always the same ones."""
    for k in range(count):
        yield _Filling(grid, random.Random(f"{frame['id']}/{k}")).cell(frame)


class _Filling:
    """One choice of fillers."""

    def __init__(self, grid: dict[str, Any], chance: random.Random) -> None:
        self.grid, self.chance = grid, chance
        self.day = chance.choice(_PUBLISHED)
        self.country = chance.choice(sorted(grid["towns"]))
        self.towns = chance.sample(grid["towns"][self.country], len(grid["towns"][self.country]))
        self.months = chance.choice(_MONTHS)
        self.chosen: dict[str, str] = {}
        self.used: set[str] = set()

    def cell(self, frame: dict[str, Any]) -> Cell:
        undated = frame["text"].startswith("!")
        marked = _SLOT.sub(self._slot, frame["text"].removeprefix("!"))
        marked = _DAY.sub(self._day, marked)
        spans: dict[str, tuple[int, int]] = {}
        text, at = "", 0
        for match in _MARK.finditer(marked):
            text += marked[at : match.start()]
            spans[match[1]] = (len(text), len(text) + len(match[2]))
            text, at = text + match[2], match.end()
        text += marked[at:]
        return Cell(text, None if undated else self.day, tuple(self._expected(e, text, spans) for e in frame["expect"]))

    def _expected(self, told: dict[str, str], text: str, spans: dict[str, tuple[int, int]]) -> dict[str, Any]:
        at = spans.get(told["at"]) or _found(text, told["at"])
        return {"at": at, "type": told["type"], "date": self._value(told["date"])}

    def _slot(self, match: re.Match[str]) -> str:
        name, form, time = match.groups()
        if name in self.grid["times"]:
            return self._time(name)
        if name == "t":
            return str(self.towns[0])
        if name in self.grid["words"]:
            return str(self.chance.choice(self.grid["words"][name]))
        return self._act(name, form, self._time(time) if time else "")

    def _time(self, name: str) -> str:
        words, value = self.chance.choice(self.grid["times"][name])
        self.chosen[name] = value
        return str(words)

    def _act(self, name: str, form: str | None, time: str) -> str:
        lists = self.grid["acts"][name[0]]
        acts = [a for a in lists.get(self.country) or lists["*"] if str(a) not in self.used]
        act = self.chance.choice(acts)
        self.used.add(str(act))
        town = self.towns.pop()
        place = self.chance.choice(("middle", "asides", "end", "end"))
        if isinstance(act, str):
            told = re.sub(r"\*(.+)\*", lambda m: f"\x01{name}\x02{m[1]}\x03", act).replace("{t}", town)
            return f"{told} {time}".rstrip() if place != "asides" or not time else f"{told}، {time}"
        verb, subject, rest = act
        rest = rest.replace("{t}", town)
        verb = f"\x01{name}\x02{verb}\x03"
        head = {None: f"{verb} {subject}", "svo": f"{subject} {verb}", "qad": f"{subject} قد {verb}", "n": subject}[form]
        if form == "n":
            return str(head)
        if not time or place == "end":
            return f"{head} {rest} {time}".rstrip()
        return f"{head}، {time}، {rest}" if place == "asides" else f"{head} {time} {rest}"

    def _day(self, match: re.Match[str]) -> str:
        kind, day = match[1], self.day + timedelta(days=int(match[2]))
        if kind == "m":
            return self.months[(self.day.month - 1 + int(match[2])) % 12]
        month = self.months[day.month - 1]
        told = {"w": _WEEKDAYS[day.weekday()], "d": f"{day.day} {month}", "D": f"{day.day} {month} {day.year}"}
        return told.get(kind) or f"{day.day}-{day.month}-{day.year}"

    def _value(self, spec: str) -> tuple[date | None, date | None]:
        """-1, -2..0, week-1, month-2, year-1, null, a slot, a slot + 1 or a slot..0."""
        if spec == "null":
            return None, None
        if ".." in spec:
            first, last = (self._value(part) for part in spec.split(".."))
            return first[0], last[1]
        slot, plus, more = spec.partition("+")
        if slot in self.chosen:
            start, end = self._value(self.chosen[slot])
            shift = timedelta(days=int(more) if plus else 0)
            return (start + shift if start else None), (end + shift if end else None)
        for unit in ("week", "month", "year"):
            if spec.startswith(unit):
                return self._unit(unit, int(spec.removeprefix(unit)))
        day = self.day + timedelta(days=int(spec))
        return day, day

    def _unit(self, unit: str, back: int) -> tuple[date, date]:
        if unit == "week":
            start = self.day - timedelta(days=(self.day.weekday() + 1) % 7 - 7 * back)
            return start, start + timedelta(days=6)
        if unit == "year":
            return date(self.day.year + back, 1, 1), date(self.day.year + back, 12, 31)
        total = self.day.year * 12 + self.day.month - 1 + back
        return date(total // 12, total % 12 + 1, 1), date((total + 1) // 12, (total + 1) % 12 + 1, 1) - timedelta(days=1)


def _found(text: str, word: str) -> tuple[int, int]:
    """Where a word stands; "#2word": for the second time."""
    at = -1
    times = int(word[1]) if word.startswith("#") else 1
    word = word[2:] if word.startswith("#") else word
    for _ in range(times):
        at = text.index(word, at + 1)
    return at, at + len(word)


def answers(cell: Cell) -> list[bool | None]:
    """For each expected record: whether the one there has the expected day; None where there is no record."""
    events = rasad.code(cell.text, published=cell.published)
    told: list[bool | None] = []
    for expect in cell.expect:
        first, last = expect["at"]
        there = [e for e in events if e.event_type == expect["type"] and e.trigger.start < last and first < e.trigger.end]
        around = [e for e in events if e.event_type == expect["type"] and e.evidence.start <= first and last <= e.evidence.end]
        event = next(iter(there or around), None)
        told.append(None if event is None else (event.date.start, event.date.end) == expect["date"])
    return told


def share(grid: dict[str, Any], frame: dict[str, Any], count: int) -> tuple[Counter[bool | None], list[Cell]]:
    """How many expected records of so many cells are right, wrong (False) and missing (None), and the cells not all right."""
    total: Counter[bool | None] = Counter()
    wrong = []
    for cell in cells(grid, frame, count):
        told = answers(cell)
        total.update(told)
        if not all(told):
            wrong.append(cell)
    return total, wrong


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("field")
    parser.add_argument("--cells", type=int, default=12)
    parser.add_argument("--half")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    chosen = parser.parse_args()
    data = grid(chosen.field)
    floors: dict[str, float] = {}
    halves: dict[str, Counter[bool | None]] = {"D": Counter(), "H": Counter()}
    for frame in data["frames"]:
        if chosen.half in (None, frame["half"]):
            total, wrong = share(data, frame, chosen.cells)
            halves[frame["half"]] += total
            floors[frame["id"]] = int(100 * total[True] / total.total()) / 100
            if chosen.wrong:
                _print(frame, total, wrong)
    for half, total in halves.items():
        if total:
            print(half, {str(k): v for k, v in total.items()}, round(total[True] / total.total(), 4))
    if chosen.floors:
        _write_floors(chosen.field, floors)


def _write_floors(field: str, floors: dict[str, float]) -> None:
    """Into the frames' lines, of which each is one frame."""
    path = HERE / f"{field}.json"

    def floored(match: re.Match[str]) -> str:
        return f"{match[1]}{floors.get(match[2], match[3])}"

    line = re.compile(r'(\{"id": "(\w+)", "half": "\w", "floor": )([0-9.]+)')
    path.write_text(line.sub(floored, path.read_text(encoding="utf-8")), encoding="utf-8")


def _print(frame: dict[str, Any], total: Counter[bool | None], wrong: list[Cell]) -> None:
    print(f"== {frame['id']} {total[True]}/{total.total()} (missing {total[None]}) {frame['text']!r}")
    for cell in wrong:
        print(f"   {cell.text!r} {cell.published}")
        for expect, right in zip(cell.expect, answers(cell), strict=True):
            if not right:
                word = cell.text[slice(*expect["at"])]
                print(f"      {right} {expect['type']} {word} expected {'..'.join(map(str, expect['date']))}")


if __name__ == "__main__":
    main()
