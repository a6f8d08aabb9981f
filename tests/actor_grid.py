"""The grid of participants: frames of short reports × sides and persons × asides; a cell's right answer follows from its parts.

`python -m tests.actor_grid [--cells N] [--half D] [--wrong] [--floors]` prints the share right of each half; `--wrong` also the
cells that are wrong, frame by frame; `--floors` writes the shares down as the frames' floors.

A frame is a line of grids/actors.frames.tsv. {A} stands for a filler, {A'} for its oblique case, {ل A} for the one with the
preposition, {A:قصف|قصفت} for the form that agrees with it, {R A} for an aside on it, {T} for a time or nothing, {P} for a town;
`roles` says who is what: a filler, the words behind "=", or another word that may stand for a filler behind "/". Rules were
written with the frames of half D in view, never with those of H.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import rasad

HERE: Final = Path(__file__).parent / "grids"
FRAMES: Final = HERE / "actors.frames.tsv"
PUBLISHED: Final = {"SY": date(2021, 3, 15), "LY": date(2021, 2, 10)}
_LATER: Final = date(2023, 10, 2)
#: Cells tried of each frame by the test; the command tries more.
CELLS: Final = 8
#: What may fill a slot.
_KINDS: Final = {
    "A": "armed", "B": "armed", "G": "gunmen tribe rebel", "S": "holds", "F": "external", "J": "rebel state", "X": "flies",
    "V": "hurt", "I": "one", "L": "many", "U": "people", "C": "crowd", "N": "asks speaks", "Q": "asked speaks", "O": "speaks",
    "W": "guest", "H": "helper", "K": "court", "M": "mediator",
}  # fmt: skip
_TOWNS: Final = {
    "SY": ("تفتناز", "منبج", "نوى", "البوكمال", "كنصفرة"), "IQ": ("الطارمية", "الفلوجة", "كركوك", "سنجار", "بعقوبة"),
    "LB": ("بعلبك", "عرسال", "صيدا", "الهرمل", "النبطية"), "PS": ("جنين", "نابلس", "طولكرم", "رفح", "يطا"),
    "SD": ("الفاشر", "نيالا", "الأبيض", "كادقلي", "كسلا"), "YE": ("تعز", "مأرب", "البيضاء", "زنجبار", "ذمار"),
    "LY": ("سرت", "ترهونة", "الزاوية", "سبها", "غريان"),
}  # fmt: skip
_TIMES: Final = ("", "", " مساء أمس", " فجر اليوم", "، ليل أمس،", " بعد ظهر أمس", "، صباح اليوم،")
_ASIDES: Final = (
    ("", "", ""),
    (" المتمركز في {P2}", " المتمركزة في {P2}", ""),
    (" المنتشر في محيط {P2}", " المنتشرة في محيط {P2}", " يستقلون دراجات نارية"),
    (" الذي يتمركز قرب {P2}", " التي تتمركز قرب {P2}", " كانوا يستقلون سيارة"),
    ("، المدعوم بطائرات مسيّرة،", "، المدعومة بطائرات مسيّرة،", ""),
)
_BEFORE: Final = ("", "", "", "بحسب مصادر محلية، ", "{P} – وكالات: ", "وفي سياق متصل، ")
_BEHIND: Final = (".", "", ".", "، وفق مصادر محلية.", ". ولم ترد تفاصيل أخرى حتى الآن.", ". وتشهد المنطقة توتراً متصاعداً.")
_THAT: Final = ("وقالت مصادر محلية إن ", "أفاد مراسلنا بأن ")
_SLOT: Final = re.compile(r"\{(?:([لوبR]) )?([A-Z]\d?)('?)(?::([^}]*))?\}")
_MARK: Final = re.compile("\x01([A-Z=])\x02([^\x03]*)\x03")
#: How often a slot is filled by a side of the report's own country, where one fits.
_OWN: Final = 0.7
_AGREES: Final = {"m": 0, "f": 1, "p": 2}


@dataclass(frozen=True, slots=True)
class Role:
    """Who is what: the slot or the words, the role, its class where a list says it, and words that may stand for it."""

    slot: str
    role: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of the file of frames."""

    id: str
    half: str
    floor: float
    event_type: str
    roles: tuple[Role, ...]
    text: str


@dataclass(slots=True)
class Cell:
    """A report and where its participants stand in it."""

    text: str
    published: date
    spans: Mapping[str, Sequence[tuple[int, int]]]
    classes: Mapping[str, str]


@dataclass(slots=True)
class Judged:
    """What the records of one cell got right: is the act there, who is missing, who is too many, whose class is wrong."""

    told: bool = False
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    misclassed: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        """Whether the act has its participants and no others."""
        return self.told and not self.missing and not self.extra


def frames() -> list[Frame]:
    """All frames."""
    _, *lines = FRAMES.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [_frame(line) for line in lines]


def _frame(line: str) -> Frame:
    name, half, floor, event_type, roles, text = line.split("\t")
    found = re.findall(r"(=[^:]+|[A-Z]):(\w+)(?:/(\S+))?", roles)
    return Frame(name, half, float(floor), event_type, tuple(Role(*one) for one in found), text)


def fillers() -> list[dict[str, str]]:
    """All sides and persons."""
    header, *lines = (HERE / "actors.fillers.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def cells(frame: Frame, count: int) -> Iterator[Cell]:
    """So many cells of a frame, always the same ones."""
    known = fillers()
    able = [c for c in sorted(_TOWNS) if _Filling(known, frame, random.Random(0), c).fillable]
    for k in range(count):
        yield _Filling(known, frame, random.Random(f"{frame.id}/{k}"), able[k % len(able)]).cell()


class _Filling:
    """One choice of fillers."""

    def __init__(self, known: Sequence[dict[str, str]], frame: Frame, chance: random.Random, country: str) -> None:
        self.chance = chance
        self.frame = frame
        only = re.match(r"\[(\w\w)\]", frame.text)
        self.template = frame.text[only.end() if only else 0 :]
        self.towns = chance.sample(_TOWNS[country], 3)
        self.country = country
        self.known = [f for f in known if f["country"] in ("*", country)]
        self.chosen: dict[str, dict[str, str]] = {}
        slots = {m[2] for m in _SLOT.finditer(self.template) if m[2] in _KINDS}
        self.fillable = only is None or only[1] == country
        for slot in sorted(slots, key=lambda s: (len(self._fitting(s)), s)):
            self.fillable = self.fillable and bool(self._fitting(slot))
            if self.fillable:
                self._fill(slot)

    def _fitting(self, slot: str) -> list[dict[str, str]]:
        """What may fill a slot: no side that another slot has."""
        taken = [f["side"] for f in self.chosen.values()]
        kinds = set(_KINDS[slot].split())
        return [f for f in self.known if kinds & set(f["kinds"].split()) and f["side"] not in taken]

    def _fill(self, slot: str) -> None:
        fitting = self._fitting(slot)
        own = [f for f in fitting if f["country"] != "*"]
        self.chosen[slot] = self.chance.choice(own if own and self.chance.random() < _OWN else fitting)

    def cell(self) -> Cell:
        """The report."""
        text = self.template
        that = text.startswith("{") and ":" not in text[: text.index("}")] and self.chance.random() < 0.4
        if that:
            text = text.replace("}", "'}", 1)
        before = self.chance.choice(_THAT if that else _BEFORE)
        text = before + _SLOT.sub(self._slot, text) + self.chance.choice(_BEHIND)
        text = text.replace("{T}", self.chance.choice(_TIMES)).replace("{P}", self.towns[0]).replace("{P2}", self.towns[1])
        for role in self.frame.roles:
            if role.slot.startswith("="):
                text = text.replace(role.slot[1:], f"\x01=\x02{role.slot[1:]}\x03")
        text = re.sub(r"،(\s*[.،])", r"\1", text).removesuffix("،")
        plain, spans, at = "", {}, 0
        for match in _MARK.finditer(text):
            plain += text[at : match.start()]
            key = f"={match[2]}" if match[1] == "=" else match[1]
            spans.setdefault(key, []).append((len(plain), len(plain) + len(match[2])))
            plain, at = plain + match[2], match.end()
        classes = {slot: f["actor_class"] for slot, f in self.chosen.items()}
        return Cell(plain + text[at:], PUBLISHED.get(self.country, _LATER), spans, classes)

    def _slot(self, match: re.Match[str]) -> str:
        fused, slot, oblique, forms = match.groups()
        if slot in ("T", "P", "P2"):
            return match[0]
        filler = self.chosen[slot]
        agrees = _AGREES[filler["agrees"]]
        if forms:
            said = forms.split("|")
            return said[agrees] if agrees < len(said) else said[0]
        if fused == "R":
            return self.chance.choice(_ASIDES)[agrees]
        word = filler["oblique" if oblique or fused in ("ل", "ب") else "nominative"]
        if fused == "ل" and word.startswith("ال"):
            word = word.removeprefix("الل" if word.startswith("الل") else "ا")
            word = f"ل{word}" if filler["oblique"].startswith("الل") else word
        joined = fused == "و"
        return f"{'و' * joined}\x01{slot}\x02{'' if joined else fused or ''}{word}\x03"


def judge(cell: Cell, frame: Frame) -> Judged:
    """What Rasad makes of a cell: the record of the frame's type that fits best."""
    events = [e for e in rasad.code(cell.text, published=cell.published) if e.event_type in frame.event_type.split("|")]
    judged = [_judged(cell, frame, e) for e in events]
    return min(judged, key=lambda j: len(j.missing) + len(j.extra), default=Judged())


def _judged(cell: Cell, frame: Frame, event: Any) -> Judged:
    rest, found = list(event.actors), Judged(told=True)
    for role in frame.roles:
        actor = next((a for a in rest if a.role == role.role and _same(cell, role, a)), None)
        if actor is None:
            found.missing.append(f"{role.role} {_said(cell, role)}")
            continue
        rest.remove(actor)
        cls = cell.classes.get(role.slot, "-")
        if cls not in ("-", actor.actor_class):
            found.misclassed.append(f"{actor.text}: {actor.actor_class} for {cls}")
    found.extra = [f"{a.role} {a.text}" for a in rest]
    return found


def _said(cell: Cell, role: Role) -> str:
    start, end = cell.spans[role.slot][0]
    return cell.text[start:end]


def _same(cell: Cell, role: Role, actor: Any) -> bool:
    """Whether an actor is the one of the role: it stands there and shares half the words of the shorter text."""
    if role.other and role.other in actor.text:
        return True
    mine = set(actor.text.split())
    for start, end in cell.spans[role.slot]:
        words = set(cell.text[start:end].split())
        if actor.start < end and start < actor.end and len(mine & words) * 2 >= min(len(mine), len(words)):
            return True
    return False


def share(frame: Frame, count: int) -> float:
    """The share of so many cells whose act has its participants and no others."""
    return round(sum(judge(cell, frame).right for cell in cells(frame, count)) / count, 2)


def _write(floors: Mapping[str, float]) -> None:
    """The shares as the frames' floors."""
    head, *lines = FRAMES.read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    told = ["\t".join([row[0], row[1], f"{floors[row[0]]:g}", *row[3:]]) for row in rows]
    FRAMES.write_text("\n".join([head, *told]) + "\n", encoding="utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=21)
    parser.add_argument("--half", choices=("D", "H"))
    parser.add_argument("--frame")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    chosen = parser.parse_args()
    total: dict[str, Counter[str]] = {"D": Counter(), "H": Counter()}
    known = frames()
    for frame in known:
        if chosen.half in (None, frame.half) and chosen.frame in (None, frame.id):
            _count(frame, chosen.cells, total[frame.half], wrong=chosen.wrong)
    if chosen.floors:
        _write({frame.id: share(frame, CELLS) for frame in known})
    for half, count in total.items():
        if count["cells"]:
            shares = {k: round(v / count["cells"], 3) for k, v in count.items() if k != "cells"}
            print(half, json.dumps({"cells": count["cells"], **shares}))


def _count(frame: Frame, number: int, total: Counter[str], *, wrong: bool) -> None:
    shown, right = [], 0
    for cell in cells(frame, number):
        judged = judge(cell, frame)
        total.update(
            cells=1, right=judged.right, untold=not judged.told, missing=len(judged.missing), extra=len(judged.extra),
            misclassed=len(judged.misclassed),
        )  # fmt: skip
        right += judged.right
        if not judged.right or judged.misclassed:
            shown.append((cell.text, judged))
    if wrong and shown:
        print(f"== {frame.id} {frame.half} {right}/{number}")
        for text, j in shown:
            print(f"   {text!r}\n       {'' if j.told else 'NOT TOLD '}-{j.missing} +{j.extra} {j.misclassed}")


if __name__ == "__main__":
    main()
