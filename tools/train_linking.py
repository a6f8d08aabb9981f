"""Trains the weights of `rasad.events.linking` and writes them with their card.

    python tools/train_linking.py --coded FOLDER… [--suffix A] [--dry]

`--coded`: folders of reports coded by the codebook (ID.txt with ID.A.json). Each record that is paired with a gold event of
its type gives an example for each participant of its sentences: its role in the gold, or none. A participant named again
beside the mention that the coder quotes is no example.

Printed and written into the card: F1 of the participants of those records by the rules and with the weights, in a
cross-validation that splits no report. `--dry` stops there. No chance is used: the same input gives the same file.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from sklearn.model_selection import GroupKFold

import training
from rasad import evaluate
from rasad.evaluate import Event
from rasad.events import assembly, linking, records
from rasad.events.draft import Draft
from rasad.events.linking import NO_ROLE
from rasad.events.linkweights import MODEL, ROLES
from rasad.model.mentions import ActorMention
from rasad.model.words import Words

#: Inverse strength of the L2 penalty; .05 to .2 do alike.
PENALTY: Final = 0.1
FOLDS: Final = 10
#: A mention of a participant whom another mention in the same sentences stands for.
AGAIN: Final = "again"
KNOWN: Final = [training.Known.of(MODEL, k, len(ROLES)) for k in range(len(ROLES))]


@dataclass(frozen=True, slots=True)
class Example:
    """A participant of the sentences of a record: its side, how it is written, the role the rules gave, its role in the gold."""

    side: str
    written: Mapping[str, Any]
    rule: str
    role: str
    #: the chance it needs to be source, and target
    least: Sequence[float]
    features: Sequence[str]


@dataclass(frozen=True, slots=True)
class Paired:
    """A record paired with a gold event of its type: the gold's participants, the record's, and the examples."""

    report: int
    gold: Sequence[Event]
    made: Sequence[Event]
    examples: Sequence[Example]


def paired(item: evaluate.GoldReport, report: int) -> list[Paired]:
    """The records of one report, as they are before the weights of this script have their say."""
    reading = training.read(item.text, item.published, item.outlet)
    drafts = assembly.judged(reading)[0]
    made = [json.loads(r.model_dump_json()) for r in records.write(drafts, reading, "")]
    links = linking.Linking(drafts, reading)
    found = []
    for i, j in evaluate.pair(item.events, made, item.text):
        if item.events[i]["event_type"] == made[j]["event_type"]:
            gold = item.events[i].get("actors") or ()
            found.append(Paired(report, gold, made[j]["actors"], _examples(links, drafts[j], gold, reading.words)))
    return found


def _examples(links: linking.Linking, draft: Draft, gold: Sequence[Event], words: Words) -> list[Example]:
    """One for each participant; of several mentions that fit, the rules' choice has the role, else the nearest."""
    candidates = links.candidates(draft)
    roles = [NO_ROLE] * len(candidates)
    taken: set[int] = set()
    for one in gold:
        written = [_written(c.actor, one["role"], words) for c in candidates]
        fits = [k for k, w in enumerate(written) if k not in taken and evaluate.same_actor(one, w)]
        if not fits:
            continue

        def far(k: int, role: str = one["role"]) -> tuple[bool, bool, int]:
            candidate = candidates[k]
            return candidate.rule != role, candidate.rule == NO_ROLE, abs(candidate.actor.first - draft.trigger.first)

        best = min(fits, key=far)
        taken.add(best)
        roles[best] = one["role"]
        for k in fits:
            roles[k] = AGAIN if k != best and roles[k] == NO_ROLE else roles[k]
    return [
        Example(
            c.actor.side,
            _written(c.actor, "", words),
            c.rule,
            role,
            [linking.least(draft, c.rule, r, c.actor) for r in ROLES],
            links.features(draft, c),
        )
        for c, role in zip(candidates, roles, strict=True)
    ]


def _written(actor: ActorMention, role: str, words: Words) -> dict[str, Any]:
    return {"text": words.quote(actor.first, actor.last), "name": actor.name, "role": role}


def figures(pairs: Sequence[Paired], made: Callable[[int], Sequence[Event]]) -> dict[str, float]:
    """Precision, recall and F1 of participants; `made(n)` are those of pair n."""
    count: Counter[str] = Counter()
    for n, pair in enumerate(pairs):
        rest = list(made(n))
        count.update(gold=len(pair.gold), made=len(rest))
        for one in pair.gold:
            same = next((x for x in rest if evaluate.same_actor(one, x)), None)
            if same is not None:
                rest.remove(same)
                count["hits"] += 1
    return evaluate.f1(count["hits"], count["gold"], count["made"])


def chosen(examples: Sequence[Example], chances: Sequence[Sequence[float]]) -> list[Event]:
    """The participants that the chances give, as `linking.settle` does it."""
    found: list[Event] = []
    sides: set[str] = set()
    for one, chance in sorted(zip(examples, chances, strict=True), key=lambda pair: -max(pair[1])):
        k = list(chance).index(max(chance))
        role = ROLES[k] if chance[k] >= one.least[k] else "third" if one.rule == "third" else None
        if role is not None and (not one.side or one.side not in sides):
            found.append({**one.written, "role": role})
            sides.add(one.side)
    return found


def fit(made: Any, names: Sequence[str], roles: Any, of: Any) -> list[training.Logistic]:
    """A model a role, fitted to the rows that `of` chooses."""
    models = (training.Logistic(names, known, PENALTY) for known in KNOWN)
    return [model.fit(made[of], roles[of] == role) for model, role in zip(models, ROLES, strict=True)]


def validate(pairs: Sequence[Paired], made: Any, names: Sequence[str], roles: Any) -> str:
    """F1 by the rules and with the weights, by cross-validation."""
    report = np.array([p.report for p in pairs for _ in p.examples])
    chance = np.zeros((len(roles), len(ROLES)))
    for train, test in GroupKFold(min(FOLDS, len(set(report)))).split(made, roles, report):
        models = fit(made, names, roles, train[roles[train] != AGAIN])
        for k, model in enumerate(models):
            chance[test, k] = model.predict_proba(made[test])[:, 1]
    at = np.cumsum([0, *(len(p.examples) for p in pairs)])
    rules = figures(pairs, lambda n: pairs[n].made)
    learned = figures(pairs, lambda n: chosen(pairs[n].examples, chance[at[n] : at[n + 1]].tolist()))

    def said(f: Mapping[str, float]) -> str:
        return f"{f['f1']:.3f} ({f['p']:.2f} / {f['r']:.2f})"

    return f"{len(pairs):,} records, {len(roles):,} participants; by the rules {said(rules)}, with the weights {said(learned)}"


CARD: Final = """\
# The weights that say who has a part in an act

`linking.tsv`, {weights:,} rows, SHA-256 `{digest}`. Made by `tools/train_linking.py`, never by hand.

## What it is
Two logistic regressions over plain features of a participant and an act told in the same sentences
(`rasad.events.linking.Linking.features`): the role that the rules gave it, its class, what stands between it and the
trigger, what governs it, what else the act has. The first column says whether it is the source, the second whether it is
the target; the likelier one of at least {least} counts, of at least {charged} for whom the rules gave no part: a source of
a deed of force, whom words address, and who stands behind the clause of the act. `rasad explain` names the features that
weighed most where they change what the rules said.

## Data
{reports} reports in the last run of the script, coded by the codebook for development; earlier ones, real and Rasad's own
plain items, speak through the weights they left (`tools/learned_so_far`). Real ones are not published, and no sentence of
them is here. An example is a participant of the sentences of a record that is paired with a gold event of its type. Of
Rasad's own gold those of `evaluation/gold` are not among the data, so that the evaluation gate judges the weights too.

## Figures
Cross-validation in {folds} folds that split no report, F1 (precision / recall): {figures}.

## Training
L2 penalty C = {penalty}; features of at least {least_examples} examples; weights under {smallest} left out. The weights go on
learning from new examples (`tools/training.py`, `tools/learned_so_far`).

## Limits
- Participants that no reading found cannot be linked, and a victim whom the coder quotes by another mention counts as wrong.
- The rules' own answer is the strongest feature; where rules change much, the weights should learn again.
"""


def main() -> None:
    parser = training.arguments(__doc__)
    given = parser.parse_args()
    items = training.items(given)
    pairs = [pair for number, item in enumerate(items) for pair in paired(item, number)]
    examples = [e for p in pairs for e in p.examples]
    names_known = {f for known in KNOWN for f in known.weight}
    made, names = training.vectors([dict.fromkeys(e.features, 1.0) for e in examples], names_known)
    roles = np.array([e.role for e in examples])
    line = validate(pairs, made, names, roles)
    print(line)
    if given.dry:
        return
    models = fit(made, names, roles, roles != AGAIN)
    rows = training.lines(names, *models, known=KNOWN)
    training.remember(MODEL, names, KNOWN, *(m.gained for m in models))
    body = "".join(rows)
    (training.MODELS / MODEL).write_text(body, encoding="utf-8")
    card = CARD.format(
        weights=len(rows), digest=hashlib.sha256(body.encode()).hexdigest(), least=linking.LEAST, charged=linking.LEAST_CHARGED,
        reports=len(items),
        folds=FOLDS, figures=line, penalty=PENALTY, least_examples=training.LEAST, smallest=training.SMALLEST,
    )  # fmt: skip
    (training.MODELS / MODEL).with_suffix(".md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
