"""Trains the weights of `rasad.events.quoting` and writes them with their card.

    python tools/train_quoting.py --coded FOLDER… [--suffix A] [--dry]

`--coded`: folders of reports coded by the codebook (ID.txt with ID.A.json). An example is a pair of tellings that the rules
join, of which exactly one is the quote of a gold event of their type: the trigger or the evidence of the gold meets one of
its triggers. While examples are collected the gold chooses, so that they do not depend on the weights that are there.

Printed and written into the card: how often the right telling is chosen in a cross-validation that splits no report. `--dry`
stops there. No chance is used: the same input gives the same file.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import training
from rasad import evaluate
from rasad.evaluate import Event
from rasad.events import assembly, quoting
from rasad.events.draft import Draft
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading
from rasad.model.words import Words

#: Inverse strength of the L2 penalty; chosen among .03, .1, .3 by the cross-validation below.
PENALTY: Final = 0.1
FOLDS: Final = 10
#: What earlier reports taught.
KNOWN: Final = training.Known.of(quoting.MODEL)


@dataclass(frozen=True, slots=True)
class Example:
    """Two tellings of one act: their features, whether the second is quoted by the gold, and the number of their report."""

    features: Sequence[str]
    second: bool
    report: int


def examples(item: evaluate.GoldReport, report: int) -> list[Example]:
    """The pairs of one report."""
    found: list[Example] = []

    def chosen(first: Draft, second: Draft, lead: int, reading: Reading) -> tuple[bool, str]:
        one, two = (_quoted(d, item.events, item.text, reading.words) for d in (first, second))
        if one != two:
            found.append(Example(list(quoting.features(first, second, lead, reading)), two, report))
        return two and not one, "by the gold"

    with patch.object(quoting, "chosen", chosen):
        assembly.put_together(training.read(item.text, item.published))
    return found


def _quoted(draft: Draft, gold: Sequence[Event], text: str, words: Words) -> bool:
    """Whether the telling is the quote of a gold event: its triggers in its sentence meet trigger or evidence."""
    here = [_span(t, words) for t in (draft.trigger, *draft.merged) if words.sentence[t.first] == draft.sentence]
    spans = [evaluate.spans(e, text) for e in gold if e["event_type"] == draft.event_type]
    return any(start < b and a < end for start, end in here for pair in spans for a, b in pair)


def _span(trigger: TriggerMention, words: Words) -> tuple[int, int]:
    return words.start[trigger.first], words.end[trigger.last - 1]


def validate(made: Any, names: Sequence[str], second: Any, report: Any) -> str:
    """How well the weights choose, by cross-validation."""
    chance = np.zeros(len(second))
    for train, test in GroupKFold(min(FOLDS, len(set(report)))).split(made, second, report):
        model = training.Logistic(names, KNOWN, PENALTY).fit(made[train], second[train])
        chance[test] = model.predict_proba(made[test])[:, 1]
    right = float(((chance > 0.5) == second).mean())
    first = float((~second).mean())
    area = float(roc_auc_score(second, chance))
    return f"{len(second)} pairs; right {right:.3f}, always the first {first:.3f}; area under the curve {area:.3f}"


CARD: Final = """\
# The weights that choose the quote among two tellings

`quoting.tsv`, {weights} weights, SHA-256 `{digest}`. Made by `tools/train_quoting.py`, never by hand.

## What it is
A logistic regression over plain features of two tellings of one act (`rasad.events.quoting.features`): how each is told, what
it holds of its own, where it stands. Weights above nought speak for the second telling; above a probability of one half it
gives trigger and evidence. `rasad explain` names the features that weighed most.

## Data
{reports} reports in the last run of the script, coded by the codebook for development, those of `evaluation/invented` among
them; the others are not published, and no sentence of them is here. Earlier reports speak through the weights they left
(`tools/learned_so_far`). Pairs of tellings that the rules join, of which exactly one is the quote of a gold event.

## Figures
Cross-validation in {folds} folds that split no report: {figures}.

## Training
L2 penalty C = {penalty}; features of at least {least} examples; weights under {smallest} left out.

## Limits
- Few examples: which sentence a coder quotes is partly taste, and coders differ there more than in what happened.
- Only pairs that the rules join are seen; what is joined wrongly cannot be quoted rightly.
"""


def main() -> None:
    parser = training.arguments(__doc__)
    given = parser.parse_args()
    items = training.items(given)
    found = [example for number, item in enumerate(items) for example in examples(item, number)]
    of_each = [len({e.report for e in found if e.second == second}) for second in (False, True)]
    if min(of_each) <= 1:
        parser.error(f"no weights can be learned: {of_each[0]} reports quote a first telling and {of_each[1]} a second")
    made, names = training.vectors([dict.fromkeys(e.features, 1.0) for e in found], KNOWN.weight)
    second, report = np.array([e.second for e in found]), np.array([e.report for e in found])
    figures = validate(made, names, second, report)
    print(figures)
    if given.dry:
        return
    model = training.Logistic(names, KNOWN, PENALTY).fit(made, second)
    training.remember(quoting.MODEL, names, KNOWN, model.gained)
    rows = training.lines(names, model, known=KNOWN)
    body = "".join(rows)
    (training.MODELS / quoting.MODEL).write_text(body, encoding="utf-8")
    digest = hashlib.sha256(body.encode()).hexdigest()
    card = CARD.format(
        weights=len(rows), digest=digest, reports=len(items), folds=FOLDS, figures=figures,
        penalty=PENALTY, least=training.LEAST, smallest=training.SMALLEST,
    )  # fmt: skip
    (training.MODELS / quoting.MODEL).with_suffix(".md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
