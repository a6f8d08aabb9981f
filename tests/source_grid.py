"""The grid of speakers: frames of short reports × who speaks × what he tells; whose words each act is follows by the codebook.

`python -m tests.source_grid [--cells N] [--half D] [--wrong N] [--by speaker] [--floors]` prints the share right of each frame,
wrong cells with `--wrong`, and writes the shares of the test's cells down as the frames' floors with `--floors`.

Slots: `{S}` a speaker (`.g` behind a preposition, `.l` behind ل, `.a` named again), `{S قال}` a verb before him in its gender,
`{S. قال}` before him named again, `{S+ m|f|p}` words that agree with him; `{A.verb}` an act in one of its forms; `{O}` a side
with an act of its own; `{T}` a time or none, `{P}` what parts two sentences, `{OWN}` the report's outlet, `[a/b]` one of these.
Frames of half H were never looked at when rules were written.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from rasad.model.record import EventRecord

GRIDS: Final = Path(__file__).parent / "grids"
#: Cells a frame in the tests.
CELLS: Final = 8
_SLOT: Final = re.compile(r"\{([A-Z]+)(?:(\.|\+)?(\w*)(?: ([^{}]+))?)?\}")
_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")
_OWN: Final = {
    "SY": ("شبكة شام", "عنب بلدي"), "IQ": ("شفق نيوز", "السومرية نيوز"), "YE": ("قناة بلقيس", "يمن شباب"),
    "SD": ("دارفور 24", "سودان تربيون"), "LB": ("قناة الجديد", "صحيفة المدن"), "PS": ("وكالة معا", "شبكة قدس"),
    "LY": ("عين ليبيا", "بوابة الوسط"),
}  # fmt: skip
_NAMES: Final = ("سامر العلي", "خالد الجبوري", "محمود حسن", "أحمد الطيب")
_WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_FORMS: Final = {"m": 0, "f": 1, "p": 0}
_MARK: Final = re.compile("\x01([A-Z])\x02([^\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Expected:
    """Where an act may be told, of what type it is, whose words it is (kinds of source, nearest first) and its status."""

    spans: tuple[tuple[int, int], ...]
    event_type: str
    kinds: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A report of an outlet, with its acts and who speaks in it."""

    text: str
    outlet: str
    published: date
    acts: tuple[Expected, ...]
    speakers: tuple[str, ...]


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a file of the grid."""
    header, *lines = (GRIDS / f"sources.{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def cells(frame: Mapping[str, str], count: int) -> Iterator[Cell]:
    """So many cells of a frame, the same ones each time."""
    for k in range(count):
        yield _Filling(frame, random.Random(f"{frame['id']}/{k}")).cell()


def _agree(verb: str, agrees: str) -> str:
    """A verb of the past before its subject."""
    return verb.removesuffix("ى") + "ت" if agrees == "f" else verb


class _Filling:
    """One choice of fillers for a frame."""

    def __init__(self, frame: Mapping[str, str], chance: random.Random) -> None:
        self.frame, self.chance = frame, chance
        self.needs = {n[0]: n[2:].split(",") for n in frame["needs"].split()}
        self.country = chance.choice(sorted(_OWN))
        self.own = chance.choice(_OWN[self.country])
        self.published = date(2022, 3, 1) + timedelta(days=chance.randrange(600))
        self.chosen: dict[str, Mapping[str, str]] = {}

    def cell(self) -> Cell:
        text = _CHOICE.sub(lambda m: self.chance.choice(m[1].split("/")), self.frame["text"].replace("\\n", "\n"))
        marked = _SLOT.sub(self._slot, text)
        marked = re.sub(r" +([،.])", r"\1", marked).replace("،،", "،").replace("{OWN}", self.own)
        marked = re.sub(r"(?<!\w)لال", "لل", marked)
        plain, spans, at = "", dict[str, list[tuple[int, int]]](), 0
        for mark in _MARK.finditer(marked):
            plain += marked[at : mark.start()]
            spans.setdefault(mark[1], []).append((len(plain), len(plain) + len(mark[2])))
            plain, at = plain + mark[2], mark.end()
        plain += marked[at:]
        acts = []
        for one in self.frame["expect"].split():
            act, by = one.split(":")
            by, _, status = by.partition("!")
            kinds = () if by == "none" else tuple(self.chosen[s]["kind"] if s in self.chosen else s for s in by.split(">"))
            acts.append(Expected(tuple(spans[act]), self.chosen[act]["type"], kinds, status or "occurred"))
        said_by = tuple(row["form"] for name, row in self.chosen.items() if name in "SUMO")
        return Cell(plain, self.own, self.published, tuple(acts), said_by)

    def _choose(self, name: str) -> Mapping[str, str]:
        if name not in self.chosen:
            taken = list(self.chosen.values())
            if name in "AB":
                rows = [r for r in table("acts") if r["country"] == self.country and r not in taken]
                rows = [r for r in rows if not any(r["again"] == t.get("again") for t in taken)] or rows
            elif name == "O":
                rows = [r for r in table("own_acts") if r["country"] == self.country]
            else:
                needs = self.needs.get(name)
                rows = [r for r in table("speakers") if self._here(r)]
                rows = [r for r in rows if r["kind"] not in [t.get("kind") for t in taken]]
                if needs:
                    rows = [r for r in rows if r["kind"] in needs or set(r["tags"].split()) & set(needs)]
            self.chosen[name] = self.chance.choice(rows)
        return self.chosen[name]

    def _here(self, row: Mapping[str, str]) -> bool:
        return row["countries"] == "*" or self.country in row["countries"].split()

    def _slot(self, match: re.Match[str]) -> str:
        name, how, form, agreeing = match[1], match[2], match[3], match[4]
        if name == "T":
            day = _WEEKDAYS[self.published.weekday()]
            return self.chance.choice(("", f" اليوم {day}", f" {day}", " أمس", " مساء أمس"))
        if name == "DAY":
            return _WEEKDAYS[self.published.weekday()]
        if name == "P":
            return self.chance.choice((" ", " ", "\n", "\n\n"))
        if name == "NAME":
            return self.chance.choice(_NAMES)
        if name == "OWN":
            return match[0]
        row = self._choose(name)
        if agreeing is not None and how == "+":
            return agreeing.split("|")["mfp".index(row["agrees"])]
        if agreeing is not None:
            return _agree(agreeing, row["again_agrees" if how == "." else "agrees"])
        if name in "ABO" and form:
            return f"\x01{name}\x02{row[form]}\x03"
        said = {"": row["form"], "g": row.get("genitive", ""), "l": row.get("genitive", ""), "a": row.get("again", "")}
        return said["" if not form else form if form in said else "a"]


def right(cell: Cell, *, chain: bool = False) -> list[bool | None]:
    """For each act whether its nearest source (`chain`: all of them) is of the right kind; None where it was not found."""
    events = read(cell)
    return [_right(events, act, chain=chain) for act in cell.acts]


def read(cell: Cell) -> list[EventRecord]:
    """The records of a cell."""
    from rasad.model.document import Document
    from rasad.pipeline import code_document

    document = Document(
        id="0" * 64, text=cell.text, outlet=cell.outlet, published=cell.published, published_from="option", language="ar"
    )
    return list(code_document(document).events)


def found(events: list[EventRecord], act: Expected) -> EventRecord | None:
    """The record of an act, told at one of its places."""
    told = (e for e in events for a, b in act.spans if a < e.trigger.end and e.trigger.start < b)
    return next((e for e in told if e.event_type == act.event_type), None)


def _right(events: list[EventRecord], act: Expected, *, chain: bool) -> bool | None:
    event = found(events, act)
    if event is None:
        return None
    kinds = tuple(s.kind for s in event.sources if s.kind != "unattributed")
    if event.status != act.status and act.status != "occurred":
        return False
    return kinds == act.kinds if chain else kinds[:1] == act.kinds[:1]


def share(frame: Mapping[str, str], count: int = CELLS) -> tuple[int, int, int]:
    """Of how many acts of so many cells the nearest source is right, how many were found, and how many there are."""
    results = [r for cell in cells(frame, count) for r in right(cell)]
    return results.count(True), len(results) - results.count(None), len(results)


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=40)
    parser.add_argument("--half", choices=("D", "H"))
    parser.add_argument("--frame")
    parser.add_argument("--wrong", type=int, default=0, help="so many wrong cells of each frame of half D")
    parser.add_argument("--all", action="store_true", help="show half H too")
    parser.add_argument("--floors", action="store_true")
    chosen = parser.parse_args()
    totals: Counter[tuple[str, str]] = Counter()
    by: Counter[tuple[str, bool]] = Counter()
    floors: dict[str, str] = {}
    for frame in table("frames"):
        if chosen.half not in (None, frame["half"]) or chosen.frame not in (None, frame["id"]):
            continue
        ok = hits = total = shown = 0
        for cell in cells(frame, CELLS if chosen.floors else chosen.cells):
            events = read(cell)
            for act in cell.acts:
                result = _right(events, act, chain=False)
                total, hits, ok = total + 1, hits + (result is not None), ok + (result is True)
                if result is not None and frame["half"] == "D":
                    by.update((s, result) for s in cell.speakers)
                if result is False and shown < chosen.wrong:
                    shown += 1
                    event = found(events, act)
                    got = [(s.kind, s.text) for s in event.sources] if event else None
                    print("  ", cell.text.replace("\n", "⏎"), "|", event and event.trigger.text, "| want", act.kinds, "got", got)
        totals.update({(frame["half"], "ok"): ok, (frame["half"], "found"): hits, (frame["half"], "acts"): total})
        floors[frame["id"]] = f"{int(100 * ok / hits) / 100 if hits else 0:.2f}"
        if frame["half"] == "D" or chosen.floors or chosen.frame or chosen.all:
            print(f"{frame['half']} {frame['id']:26} {ok}/{hits} of {total}")
    if chosen.wrong or chosen.half == "D":
        for form in sorted({s for s, _ in by}, key=lambda s: by[s, True] / (by[s, True] + by[s, False])):
            print(f"{by[form, True]}/{by[form, True] + by[form, False]}  {form}")
    for half in ("D", "H"):
        if totals[half, "acts"]:
            ok, hits, acts = (totals[half, name] for name in ("ok", "found", "acts"))
            print(f"{half}: {ok / hits:.3f} right of {hits} found, of {acts} acts")
    if chosen.floors:
        rows = [{**frame, "floor": floors.get(frame["id"], frame["floor"])} for frame in table("frames")]
        body = "\n".join("\t".join(r.values()) for r in rows)
        (GRIDS / "sources.frames.tsv").write_text("\t".join(rows[0]) + "\n" + body + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
