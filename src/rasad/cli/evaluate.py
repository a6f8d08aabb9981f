"""`rasad evaluate`: the figures of the codebook's fields on a folder of gold."""

import json
from pathlib import Path
from typing import Any

import typer

from rasad.evaluate import evaluate, load_gold


def run(folder: Path, suffix: str, misses: bool, format: str) -> int:
    """Returns the exit code."""
    if format not in ("table", "json"):
        raise typer.BadParameter(f"{format!r} is not one of table, json", param_hint="--format")
    score = evaluate(load_gold(folder, suffix))
    figures = score.figures()
    if misses:
        for line in score.misses:
            typer.echo(line)
    typer.echo(json.dumps(figures, ensure_ascii=False, indent=1) if format == "json" else "\n".join(_table(figures)))
    return 0


def _table(figures: dict[str, Any]) -> list[str]:
    lines = [f"{figures['reports']} reports"]
    for name in ("found", "typed", "actors", "casualty_claims"):
        f = figures[name]
        lines.append(f"{name:<18} F1 {f['f1']:.3f}   precision {f['p']:.3f}   recall {f['r']:.3f}")
    lines.append(f"{'untouched':<18} {figures['untouched']:.3f}")
    lines += [f"{name:<18} {value:.3f}" for name, value in figures["fields"].items()]
    lines.append(f"{'actor_class':<18} {figures['actor_class']:.3f}")
    kept, empty = figures["empty_kept_empty"]
    lines.append(f"{'kept empty':<18} {kept} of {empty}")
    lines.append("F1 by type: " + "  ".join(f"{t} {v:.2f}" for t, v in figures["by_type"].items()))
    return lines
