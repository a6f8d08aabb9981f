"""The evaluation gate: today's figures on our own gold, whole reports (`gold/`), short items (`plain.jsonl`) and reports
invented to the plan of real ones (`invented/`), against `floors.json`.

`python evaluation/gate.py`           fails when a figure is below its floor, or the gold is not the one the floors are for
`python evaluation/gate.py --raise`   raises floors to today's figures; never lowers one
`python evaluation/gate.py --regold`  after gold was added or mended: takes today's figures as the floors of the gold that changed

Lowering a floor by hand needs its reason in docs/decisions.md.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from rasad.evaluate import evaluate, load_gold

HERE = Path(__file__).parent
GOLD = HERE / "gold"
SETS = {"gold": GOLD, "plain": HERE / "plain.jsonl", "invented": HERE / "invented"}
FLOORS = HERE / "floors.json"


def digest(path: Path = GOLD) -> str:
    """SHA-256 over the names and bytes of all gold files, in order of name."""
    total = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def flat(figures: dict[str, Any]) -> dict[str, float]:
    """The figures that have floors, as one level of names."""
    found = {f"{name}.f1": figures[name]["f1"] for name in ("found", "typed", "actors", "casualty_claims")}
    found |= {name: figures[name] for name in ("untouched", "actor_class")}
    found |= {f"field.{name}": value for name, value in figures["fields"].items()}
    found |= {f"type.{name}": value for name, value in figures["by_type"].items()}
    kept, empty = figures["empty_kept_empty"]
    found["empty_kept"] = round(kept / empty, 3) if empty else 1.0
    return found


def compare(today: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each figure that has sunk below its floor."""
    return [
        f"{name}: {today.get(name, 0.0)} is below its floor {floor}"
        for name, floor in floors.items()
        if today.get(name, 0.0) < floor
    ]


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to today's figures")
    parser.add_argument("--regold", action="store_true", help="take today's figures for changed gold")
    chosen = parser.parse_args()
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    body, sunk = {}, []
    for name, path in SETS.items():
        today = flat(evaluate(load_gold(path)).figures())
        before = kept.get(name, {"digest": "", "floors": {}})
        if before["digest"] != digest(path) and not chosen.regold:
            print(
                f"{path.name} has changed since its floors were set: look at the figures, then run with --regold", file=sys.stderr
            )
            return 1
        if before["digest"] != digest(path):
            floors = today
        else:
            sunk += [f"{name}: {line}" for line in compare(today, before["floors"])]
            floors = {figure: max(value, before["floors"].get(figure, 0.0)) for figure, value in today.items()}
        body[name] = {"digest": digest(path), "floors": dict(sorted(floors.items()))}
    print("\n".join(sunk) or "every figure is at its floor or above", file=sys.stderr if sunk else sys.stdout)
    if sunk or not (chosen.lift or chosen.regold):
        return 1 if sunk else 0
    FLOORS.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
