"""Writes docs/quality.md: the figures on our own gold and on folders of real reports, and where the errors lie.

`python evaluation/quality.py --write docs/quality.md [--trained NAME=FOLDER …] [--real NAME=FOLDER …] [--second SUFFIX]`

A folder of real reports holds ID.txt and ID.A.json, and, for the agreement of two coders, ID.<second>.json. Such folders
are not part of the repository: the reports are other people's. `--trained` folders were among the data of the learned
weights, so they are measured by the rules alone.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rasad.evaluate import Event, GoldReport, Score, add, evaluate, load_gold
from rasad.events import learned
from rasad.events.draft import Draft, Dropped
from rasad.model.reading import Reading

HERE = Path(__file__).parent
ROWS = ("found", "typed", "actors", "casualty_claims")


def agreement(gold: Sequence[GoldReport], folder: Path, suffix: str) -> Score:
    """The second coder scored as if a program."""
    score = Score()
    for item in gold:
        events = _second(folder, suffix).get(item.id)
        if events is not None:
            add(score, item.id, item.text, item.events, events)
    return score


@cache
def _second(path: Path, suffix: str) -> dict[str, list[Event]]:
    """The second coder's events by report: ID.<suffix>.json of a folder, or NAME.<suffix>.jsonl beside NAME.jsonl."""
    if path.is_file():
        beside = path.with_suffix(f".{suffix}.jsonl")
        lines = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
        return {said["id"]: said["events"] for said in map(json.loads, lines)}
    files = path.glob(f"*.{suffix}.json")
    return {f.name.split(".")[0]: json.loads(f.read_text(encoding="utf-8"))["events"] for f in files}


def by_rules_alone(gold: Sequence[GoldReport]) -> Score:
    """The score when what the rules doubt is left out, and the learned weights have no say."""

    def judge(drafts: Sequence[Draft], _reading: Reading) -> tuple[list[Draft], list[Dropped]]:
        return [d for d in drafts if not d.doubt], [Dropped(d.trigger, d.doubt) for d in drafts if d.doubt]

    with patch.object(learned, "judge", judge):
        return evaluate(gold)


def flat(figures: dict[str, Any]) -> dict[str, str]:
    """The figures as table cells."""
    cells = {"reports": str(figures["reports"])}
    cells |= {f"{name} F1": f"{figures[name]['f1']:.3f}" for name in ROWS}
    cells |= {"typed precision": f"{figures['typed']['p']:.3f}", "typed recall": f"{figures['typed']['r']:.3f}"}
    cells |= {"untouched": f"{figures['untouched']:.3f}", "actor class": f"{figures['actor_class']:.3f}"}
    cells |= {name.replace("_", " "): f"{value:.3f}" for name, value in figures["fields"].items()}
    kept, empty = figures["empty_kept_empty"]
    return cells | {"kept empty": f"{kept} of {empty}"}


def errors(score: Score) -> list[tuple[str, int]]:
    """The ten commonest kinds of error: the event type, and what is wrong with it."""
    kinds: Counter[str] = Counter()
    for miss in score.misses:
        _, _, what = miss.partition(": ")
        words = what.split()
        if words[0] in ("missed", "extra"):
            kinds[f"{words[0]} {words[1].rstrip(':')}"] += 1
        elif " for " in what:
            kinds["another type: " + what.split(":")[0]] += 1
        else:
            for field in what.rsplit("wrong ", 1)[-1].split(", "):
                kinds[f"wrong {field} of {words[0]}"] += 1
    return kinds.most_common(10)


def page(columns: dict[str, dict[str, str]], listed: list[tuple[str, int]], remark: str) -> str:
    """The page."""
    names = list(columns)
    lines = [
        "# Quality",
        "",
        "Made by `evaluation/quality.py`. Our own gold is a gate, not a measure: the rules were written with it in view.",
        "The columns of real reports tell more; those named *development* were read while the rules were written.",
        "Figures by the codebook: an event is *found* when a record stands in its sentence, *typed* when the type is right",
        "too, the fields are shares of typed events, *untouched* is the share of gold events that need no edit at all.",
        *([remark] if remark else []),
        "",
        "| | " + " | ".join(names) + " |",
        "| --- |" + " --- |" * len(names),
    ]
    lines += [f"| {row} | " + " | ".join(columns[name].get(row, "") for name in names) + " |" for row in columns[names[0]]]
    lines += ["", "## The ten commonest errors on real reports", "", "| error | times |", "| --- | --- |"]
    lines += [f"| {kind} | {count} |" for kind, count in listed]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="the page to write; standard output without it")
    parser.add_argument("--real", action="append", default=[], metavar="NAME=FOLDER", help="a folder of real reports")
    parser.add_argument("--trained", action="append", default=[], metavar="NAME=FOLDER", help="one the weights have seen")
    parser.add_argument("--second", default="B", help="suffix of the second coder's files")
    parser.add_argument("--remark", default="", help="a sentence on the real reports, for the head of the page")
    chosen = parser.parse_args()
    columns = {"our own gold": flat(evaluate(load_gold(HERE / "gold")).figures())}
    found = Score()
    for entry in (*chosen.trained, *chosen.real):
        name, _, folder = entry.partition("=")
        gold = load_gold(Path(folder))
        score = by_rules_alone(gold) if entry in chosen.trained else evaluate(gold)
        found.misses += score.misses
        columns[name] = flat(score.figures())
        two = agreement(gold, Path(folder), chosen.second)
        if two.counts["reports"]:
            columns[f"two coders, {name}"] = flat(two.figures())
    text = page(columns, errors(found), chosen.remark)
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
