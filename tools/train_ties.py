"""Trains the weights of `rasad.events.ties` and writes them with their card.

    python tools/train_ties.py --coded FOLDER… [--suffix A] [--dry]

`--coded`: folders of reports coded by the codebook (ID.txt with ID.A.json), each with ID.T.json beside it, or files as those of
`evaluation/retold`, with `tellings`: what the words of the report tell, a list of [start, end, event], where start and end are
code points of a word that may tell an act and event is the number of the gold event (from 1) that it tells, retells or points
back to, 0 for none. An example is a pair of tellings of one type in different sentences, each of a gold event; a good one if it
is the same.

Printed and written into the card: how well ties are found in a cross-validation that splits no report, and by the rules
alone. `--dry` stops there. No chance is used: the same input gives the same file.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import training
from rasad import evaluate
from rasad.events import assembly, coreference, ties
from rasad.events.draft import Draft, Dropped
from rasad.model.reading import Reading
from rasad.model.words import Words

#: Inverse strength of the L2 penalty; .01 to .05 do alike.
PENALTY: Final = 0.02
FOLDS: Final = 10
KNOWN: Final = training.Known.of(ties.MODEL)
#: Start and end of a word → number of the gold event that it tells, 0 for none.
Told = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Example:
    """Two tellings: their features, whether they tell one act, what the rules alone say, and the number of their report."""

    features: Sequence[str]
    same: bool
    rule: bool
    report: int


def told_in(path: Path) -> dict[str, Told]:
    """What the words of each report tell, as its coder says: ID.T.json of a folder, or `tellings` of the lines of a file."""
    if path.is_file():
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        said = {line["id"]: line["tellings"] for line in lines if "tellings" in line}
    else:
        said = {file.name.split(".")[0]: json.loads(file.read_text(encoding="utf-8")) for file in path.glob("*.T.json")}
    return {name: {(start, end): event for start, end, event in told} for name, told in said.items()}


def event_of(draft: Draft, told: Told, words: Words) -> int:
    """The event that most words of a telling tell, the trigger's if it tells one."""
    spans = [(words.start[t.first], words.end[t.last - 1]) for t in (draft.trigger, *draft.merged)]
    events = [event for span in spans if (event := told.get(span, 0))]
    own = told.get(spans[0], 0)
    return own or (Counter(events).most_common(1)[0][0] if events else 0)


def tellings(item: evaluate.GoldReport) -> tuple[list[Draft], Reading]:
    """The tellings of a report before any is joined to another of another sentence."""
    reading = training.read(item.text, item.published, item.outlet)
    found: list[Draft] = []

    def stop(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
        found.extend(drafts)
        return [], []

    with patch.object(coreference, "across_sentences", stop):
        assembly.put_together(reading)
    return [d for d in found if not d.headline], reading


def examples(item: evaluate.GoldReport, told: Told, report: int) -> list[Example]:
    """The pairs of one report."""
    drafts, reading = tellings(item)
    tied = ties.Ties(drafts, reading)
    events = [event_of(d, told, reading.words) for d in drafts]
    found = []
    for n, second in enumerate(drafts):
        for m, first in enumerate(drafts[:n]):
            if first.event_type != second.event_type or not events[m] or not events[n]:
                continue
            if 0 < second.sentence - first.sentence <= ties.REACH:
                features = tied.features(first, second)
                rule = not {"retold True", "told in full True"}.isdisjoint(features)
                found.append(Example(features, events[m] == events[n], rule, report))
    return found


def validate(made: Any, names: Sequence[str], pairs: Sequence[Example]) -> str:
    """How well ties are found, by cross-validation."""
    same, rule = np.array([p.same for p in pairs]), np.array([p.rule for p in pairs])
    report = np.array([p.report for p in pairs])
    chance = np.zeros(len(pairs))
    for train, test in GroupKFold(min(FOLDS, len(set(report)))).split(made, same, report):
        model = training.Logistic(names, KNOWN, PENALTY).fit(made[train], same[train])
        chance[test] = model.predict_proba(made[test])[:, 1]

    def said(tied: Any) -> str:
        f = evaluate.f1(int((tied & same).sum()), int(same.sum()), int(tied.sum()))
        return f"{f['f1']:.3f} ({f['p']:.2f} / {f['r']:.2f})"

    area = f"{roc_auc_score(same, chance):.3f}"
    bars = f"{said(chance >= ties.LEAST)}, of those that the rules tie {said(rule & (chance >= ties.LEAST))}"
    return f"{len(pairs):,} pairs, {int(same.sum()):,} ties; by the rules {said(rule)}, by the weights {bars}; area {area}"


CARD: Final = """\
# The weights that say which tellings tell one act

`ties.tsv`, {weights} weights, SHA-256 `{digest}`. Made by `tools/train_ties.py`, never by hand.

## What it is
A logistic regression over plain features of two tellings of one type in different sentences (`rasad.events.ties`): what the
rules say of them, what they share and what tells them apart (places, days, tolls, sides, words), and where they stand. A telling
that the rules tie to an act is an act of its own if its ties to the tellings of that act are, on the mean, below {least}.
`rasad explain` names the features that weighed most.

## Data
{reports} real reports, coded by the codebook for development; they are not published, and no sentence of them is here. Their
coders said of each word that may tell an act which of their events it tells.

## Figures
Cross-validation in {folds} folds that split no report, F1 (precision / recall) of single pairs: {figures}.

## Training
L2 penalty C = {penalty}; features of at least {least_examples} examples; weights under {smallest} left out. The weights go on
learning from new examples (`tools/training.py`, `tools/learned_so_far`).

## Limits
- Two tellings of unlike type are not compared, nor two of one sentence: those are for rules.
- What only knowledge of the matter tells apart (the town that fell last month, the villages that fell today) stays hard.
"""


def main() -> None:
    given = training.arguments(__doc__).parse_args()
    pairs: list[Example] = []
    reports = 0
    for folder in given.coded:
        said = told_in(folder)
        for item in evaluate.load_gold(folder, given.suffix):
            if item.id in said:
                reports += 1
                pairs += examples(item, said[item.id], reports)
    made, names = training.vectors([dict.fromkeys(p.features, 1.0) for p in pairs], KNOWN.weight)
    line = validate(made, names, pairs)
    print(line)
    if given.dry:
        return
    model = training.Logistic(names, KNOWN, PENALTY).fit(made, np.array([p.same for p in pairs]))
    rows = training.lines(names, model, known=KNOWN)
    training.remember(ties.MODEL, names, KNOWN, model.gained)
    body = "".join(rows)
    (training.MODELS / ties.MODEL).write_text(body, encoding="utf-8")
    card = CARD.format(
        weights=len(rows), digest=hashlib.sha256(body.encode()).hexdigest(), least=ties.LEAST, reports=reports, folds=FOLDS,
        figures=line, penalty=PENALTY, least_examples=training.LEAST, smallest=training.SMALLEST,
    )  # fmt: skip
    (training.MODELS / ties.MODEL).with_suffix(".md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
