"""Trains the weights of `rasad.events.learned` and writes them with their card.

    python tools/train_learned.py --coded FOLDER… --sentences FOLDER [--suffix A] [--dry]

`--coded`: folders of reports coded by the codebook (ID.txt with ID.A.json). A record of the rules is an example, a good
one if it is paired with a gold event of its type. Each sentence is read alone too, as a short post is, with the gold
events that it tells. `--sentences`: the folder with `assault_dev.csv` and `protest_dev.csv` of the Arabic gold sentences
(openeventdata/arabic_event_gsr, MIT): each is read as a report, and its records of that type are good if more than half of
the votes accept it; clear votes weigh more than split ones. The example sentences of the trigger lexicon are good.
Bare sentences get two models more: is it one of an article (the gold sentences are, the sentences of reports read alone and
the examples are not), and is the act told there (learned from the gold sentences alone).

Printed and written into the card: figures of a cross-validation in which no folder of reports and no tenth of the
sentences is judged by weights that saw it. `--keep` measures the weights of records as they are on reports that they have
not seen, and learns only of articles; `--dry` stops before anything is written. No chance is used: the same input gives the
same file.
`--reports-only` teaches the weights of records of reports and leaves those of bare sentences as they are.
"""

import argparse
import csv
import hashlib
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

import training
from rasad import evaluate
from rasad.evaluate import Event
from rasad.events import assembly, learned, lone, records, weights
from rasad.events.draft import Draft
from rasad.lexicon import triggers
from rasad.model.reading import Reading

#: Inverse strength of the L2 penalty; chosen among .02, .05, .1 by the cross-validation below.
PENALTY: Final = 0.05
#: The same for the model of reports; .005 to .05 do alike.
IN_REPORTS: Final = 0.02
#: Least weight that is shipped of the models of bare sentences, whose groups of letters are a vector of length 1.
SMALLEST_LONE: Final = 0.1
#: Weight of a record in a report's sentence that is read alone; chosen among 0, .3, .6 and 1 by the same.
ALONE: Final = 0.6
#: Weight of a record in the example sentence of a trigger of the lexicon.
EXAMPLE: Final = 0.15
#: Weight of a sentence on which the votes are split evenly; one with all votes alike weighs 1 more.
SPLIT: Final = 0.3
#: Penalty of the model that tells articles from posts: they differ in many words, each weighs little.
OF_ARTICLE: Final = 5.0
#: Penalty of the models that tell whether an article's sentence tells the act; 2 to 5 do alike.
THERE: Final = 2.0
FOLDS: Final = 10
#: What earlier reports taught.
KNOWN: Final = {model: training.Known.of(model) for model in (learned.MODEL, learned.REPORTS)}
#: Day on which the sentences count as published (they are newswire of 2006 to 2008).
SENTENCES_PUBLISHED: Final = date(2010, 6, 15)


@dataclass(frozen=True, slots=True)
class Example:
    """A record of the rules: its type, its features, the words of its sentence, whether it is good, and what it counts for.

    outright, alone, mixed: whether it is told outright, in a bare sentence, and judged as one of an article if it is one.
    made: False for a gold sentence of which the rules make no record of its type; it teaches the models of articles words.
    domain: "reports", "alone", "examples", "ASSAULT" or "PROTEST". unit: the report or the sentence it stands in. group: never
    split by a fold.
    """

    event_type: str
    features: Sequence[str]
    words: Sequence[str]
    good: bool
    outright: bool
    alone: bool
    mixed: bool
    weight: float
    domain: str
    unit: str
    group: str
    made: bool = True

    @property
    def of_report(self) -> bool:
        """Whether the model of reports learns from it."""
        return self.domain == "reports" and not self.alone


@dataclass(slots=True)
class Data:
    """All examples; `gold` counts the gold events of the reports and the accepted sentences of each type."""

    examples: list[Example]
    gold: Counter[str]
    units: Counter[str]


def read(text: str, published: date | None) -> tuple[Reading, list[Draft]]:
    """The reading of a text and the records that the rules make of it."""
    reading = training.read(text, published)
    return reading, assembly.put_together(reading)[0]


#: The first fields of an example.
Seen = tuple[str, Sequence[str], Sequence[str], bool, bool, bool, bool]


def seen(weighing: learned.Weighing, n: int, good: bool) -> Seen:
    """What record n is judged by."""
    draft, words = weighing.drafts[n], weighing.reading.words
    sentence = words.sentences[draft.sentence]
    norm = words.norm[sentence.first : sentence.last] if weighing.alone else ()
    return draft.event_type, weighing.features(n), norm, good, weighing.outright(n), weighing.alone, weighing.mixed(n)


def examples(text: str, published: date | None, gold: Sequence[Event]) -> list[Seen]:
    """Each record of a text; it is good if it is paired with a gold event of its type."""
    reading, drafts = read(text, published)
    made = [json.loads(r.model_dump_json()) for r in records.write(drafts, reading, "")]
    pairs = evaluate.pair(gold, made, text)
    good = {j for i, j in pairs if gold[i]["event_type"] == made[j]["event_type"]}
    weighing = learned.Weighing(drafts, reading)
    return [seen(weighing, n, n in good) for n in range(len(drafts))]


def alone(item: evaluate.GoldReport) -> Iterator[tuple[str, list[Event]]]:
    """Each sentence of a report with the gold events whose trigger stands in it."""
    words = read(item.text, item.published)[0].words
    spans = [evaluate.spans(e, item.text) for e in item.events]
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        start, end = words.start[sentence.first], words.end[sentence.last - 1]
        inside: list[Event] = []
        for event, (evidence, trigger) in zip(item.events, spans, strict=True):
            if start <= trigger[0] < end:
                quote = item.text[max(start, evidence[0]) : min(end, evidence[1])]
                inside.append({**event, "evidence": quote, "trigger": evaluate.quote_text(event["trigger"])})
        yield item.text[start:end], inside


def collect(folders: Iterable[Path], suffix: str, sentences: Path | None) -> Data:
    """The examples of all input."""
    data = Data([], Counter(), Counter())
    for folder in folders:
        for item in evaluate.load_gold(folder, suffix):
            texts = [("reports", 1.0, item.text, item.events), *(("alone", ALONE, *part) for part in alone(item))]
            for domain, weight, text, gold in texts:
                data.gold[domain] += len(gold)
                data.units[domain] += 1
                made = examples(text, item.published, gold)
                data.examples += [Example(*one, weight, domain, item.id, folder.name) for one in made]
    for number, entry in enumerate(triggers.entries()):
        reading, drafts = read(entry.example, SENTENCES_PUBLISHED)
        weighing = learned.Weighing(drafts, reading)
        data.units["examples"] += 1
        data.gold["examples"] += 1
        fold = f"sentences {number % FOLDS}"
        data.examples += [
            Example(*seen(weighing, n, True), EXAMPLE, "examples", str(number), fold)
            for n, draft in enumerate(drafts)
            if draft.event_type == entry.event_type
        ][:1]
    for kind in ("ASSAULT", "PROTEST") if sentences else ():
        assert sentences is not None
        with (sentences / f"{kind.lower()}_dev.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                share = int(row["accept"]) / int(row["total"])
                data.gold[kind] += share > 0.5
                data.units[kind] += 1
                reading, drafts = read(row["text"], SENTENCES_PUBLISHED)
                weighing = learned.Weighing(drafts, reading)
                rest = (abs(2 * share - 1) + SPLIT, kind, row["id"], f"sentences {zlib.crc32(row['id'].encode()) % FOLDS}")
                found = [n for n, draft in enumerate(drafts) if draft.event_type == kind]
                data.examples += [Example(*seen(weighing, n, share > 0.5), *rest) for n in found]
                if not found:
                    words = [w for s in reading.words.sentences for w in reading.words.norm[s.first : s.last]]
                    data.examples.append(Example(kind, (), words, share > 0.5, False, True, True, *rest, made=False))
    return data


@dataclass(frozen=True, slots=True)
class Inputs:
    """Examples × features that enough examples have, for the models of posts, of reports and of articles' sentences."""

    told: Any
    reports: Any
    letters: Any
    told_names: Sequence[str]
    report_names: Sequence[str]
    letters_names: Sequence[str]


def inputs_of(data: Data) -> Inputs:
    """The input of the models."""
    plain = [dict.fromkeys(e.features, 1.0) for e in data.examples]
    told, told_names = training.vectors(
        [row if e.alone else {} for e, row in zip(data.examples, plain, strict=True)], KNOWN[learned.MODEL].weight
    )
    reports, report_names = training.vectors(
        [row if e.of_report else {} for e, row in zip(data.examples, plain, strict=True)], KNOWN[learned.REPORTS].weight
    )
    letters, names = training.vectors([dict.fromkeys(lone.letters(e.words), 1.0) if e.alone else {} for e in data.examples])
    return Inputs(told, reports, letters, told_names, report_names, names)


class Models:
    """All models, fitted to the rows that `of` chooses: `told` of posts, `reports`; `lone`, that of articles and one for each
    type of them."""

    def __init__(self, data: Data, inputs: Inputs, of: Any, *, keep: bool = False) -> None:
        good = np.array([e.good for e in data.examples])
        weight = np.array([e.weight for e in data.examples])
        domain = np.array([e.domain for e in data.examples])
        post = of & np.array([e.made and e.alone for e in data.examples])
        if KNOWN[learned.MODEL].weight:
            post &= domain == "alone"  # the sentences and examples taught the known weights already
        report = of & np.array([e.of_report for e in data.examples])
        self.told = training.Logistic(inputs.told_names, KNOWN[learned.MODEL], PENALTY)
        self.reports = training.Logistic(inputs.report_names, KNOWN[learned.REPORTS], IN_REPORTS)
        if keep:
            self.told.as_known()
            self.reports.as_known()
        else:
            self.told.fit(inputs.told[post], good[post], sample_weight=weight[post])
            self.reports.fit(inputs.reports[report], good[report])
        self.lone: list[LogisticRegression] = []
        bare, cut = of & (domain != "reports"), np.isin(domain, list(lone.OF_ARTICLES))
        if (bare & cut).any() and (bare & ~cut).any():
            holding = np.asarray(inputs.letters[bare].sum(axis=0)).ravel()
            self.rarity = np.log((1 + bare.sum()) / (1 + holding)) + 1
            letters = self.scaled(inputs.letters)
            article = LogisticRegression(C=OF_ARTICLE, max_iter=3000, class_weight="balanced")
            self.lone.append(article.fit(letters[bare], cut[bare]))
            for kind in lone.OF_ARTICLES:
                its = of & (domain == kind)
                model = LogisticRegression(C=THERE, max_iter=3000, class_weight="balanced")
                self.lone.append(model.fit(letters[its], good[its], sample_weight=weight[its]))

    def scaled(self, letters: Any) -> Any:
        """Groups of letters by their rarity, each row as a vector of length 1; as `lone.scaled` does it."""
        return normalize(letters.multiply(self.rarity).tocsr())

    def judge(self, data: Data, inputs: Inputs, of: Any) -> tuple[Any, Any]:
        """The probability of each row of `of`, and whether the program keeps it; as `learned.Weighing` does it."""
        examples = [data.examples[n] for n in of]
        outright, alone, mixed = (np.array([getattr(e, f) for e in examples]) for f in ("outright", "alone", "mixed"))
        told, reports = (m.predict_proba(x[of])[:, 1] for m, x in ((self.told, inputs.told), (self.reports, inputs.reports)))
        chance = np.where(alone, told, reports)
        deed = np.array([e.event_type in learned.DEEDS for e in examples])
        keep = chance >= np.where(alone, learned.ALONE, np.where(outright, learned.TOLD, learned.IN_REPORT))
        keep |= outright & (alone | ~deed)
        if self.lone:
            letters = self.scaled(inputs.letters[of])
            article, *there = (model.predict_proba(letters)[:, 1] for model in self.lone)
            for (kind, least), told in zip(lone.OF_ARTICLES.items(), there, strict=True):
                its = mixed & (article >= lone.ARTICLE) & np.array([e.event_type == kind for e in examples])
                chance, keep = np.where(its, told, chance), np.where(its, told >= least, keep)
        return chance, keep


def judged(data: Data, keep: Any, domain: str) -> str:
    """Precision, recall and F1 when only `keep` is kept: of records in reports, of whole sentences elsewhere."""
    of = [(e, k) for e, k in zip(data.examples, keep, strict=True) if e.domain == domain and e.made]
    if domain in ("reports", "alone", "examples"):
        made, hits = sum(k for _, k in of), sum(k and e.good for e, k in of)
    else:
        made, hits = len({e.unit for e, k in of if k}), len({e.unit for e, k in of if k and e.good})
    figures = evaluate.f1(hits, data.gold[domain], made)
    return f"{figures['f1']:.3f} ({figures['p']:.2f} / {figures['r']:.2f})"


def validate(data: Data, inputs: Inputs, *, keep: bool) -> list[tuple[str, str, str, str]]:
    """(domain, examples, rules alone, with the weights), by cross-validation."""
    good = np.array([e.good for e in data.examples])
    groups = np.array([e.group for e in data.examples])
    chance, kept = np.zeros(len(good)), np.zeros(len(good), bool)
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(inputs.told, good, groups):
        chosen = np.zeros(len(good), bool)
        chosen[train] = True
        chance[test], kept[test] = Models(data, inputs, chosen, keep=keep).judge(data, inputs, test)
    rows = []
    for domain in data.units:
        of = np.array([e.domain == domain and e.made for e in data.examples])
        area = f"{roc_auc_score(good[of], chance[of]):.3f}" if len(set(good[of])) > 1 else "-"
        rows.append(
            (domain, f"{of.sum():,} records of {data.units[domain]:,}", judged(data, np.ones(len(good), bool), domain),
             f"{judged(data, kept, domain)}, area under the curve {area}")
        )  # fmt: skip
    return rows


#: The row of the card that tells how records of reports were judged.
_OF_REPORTS: Final = r"(?m)^\| reports \|.*$"


def write_reports(inputs: Inputs, models: Models, rows: Sequence[tuple[str, ...]]) -> None:
    """The weights of records of reports, and what the card says of them."""
    training.remember(learned.REPORTS, inputs.report_names, KNOWN[learned.REPORTS], models.reports.gained)
    body = "".join(lines := training.lines(inputs.report_names, models.reports, known=KNOWN[learned.REPORTS]))
    (training.MODELS / learned.REPORTS).write_text(body, encoding="utf-8")
    file = (training.MODELS / learned.MODEL).with_suffix(".md")
    card = file.read_text(encoding="utf-8")
    digest = hashlib.sha256(body.encode()).hexdigest()
    card = re.sub(r"(`reports.tsv`, )[\d,]+( weights, SHA-256 `)\w+", rf"\g<1>{len(lines):,}\g<2>{digest}", card)
    row = next("| " + " | ".join(r) + " |" for r in rows if r[0] == "reports")
    card = re.sub(_OF_REPORTS, lambda _: row, card)
    card = re.sub(r"(A record whose probability is below )[\d.]+ \([\d.]+", rf"\g<1>{learned.IN_REPORT} ({learned.TOLD}", card)
    file.write_text(card, encoding="utf-8")


def write(inputs: Inputs, models: Models, rows: Sequence[tuple[str, ...]], *, keep: bool) -> None:
    """The weights and their card. `keep`: the weights of reports may have learned of these very reports, so that the figure of
    the run that taught them stays."""
    file = (training.MODELS / learned.MODEL).with_suffix(".md")
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    before = re.search(_OF_REPORTS, file.read_text(encoding="utf-8")) if keep and file.exists() else None
    if before is not None:
        table = re.sub(_OF_REPORTS, lambda _: before[0], table)
    lines = training.lines(inputs.told_names, models.told, known=KNOWN[learned.MODEL])
    body = "".join(lines)
    training.remember(learned.MODEL, inputs.told_names, KNOWN[learned.MODEL], models.told.gained)
    training.remember(learned.REPORTS, inputs.report_names, KNOWN[learned.REPORTS], models.reports.gained)
    (training.MODELS / learned.MODEL).write_text(body, encoding="utf-8")
    of_reports = training.lines(inputs.report_names, models.reports, known=KNOWN[learned.REPORTS])
    (training.MODELS / learned.REPORTS).write_text("".join(of_reports), encoding="utf-8")
    bare = ["\t".join((weights.BIAS, "0", "-50", *("0" for _ in lone.OF_ARTICLES))) + "\n"]
    if models.lone:
        rarity = {weights.BIAS: 0.0} | dict(zip(inputs.letters_names, models.rarity, strict=True))
        rows_of = (line.split("\t", 1) for line in training.lines(inputs.letters_names, *models.lone, smallest=SMALLEST_LONE))
        bare = [f"{group}\t{rarity[group]:.2f}\t{rest}" for group, rest in rows_of]
    (training.MODELS / lone.MODEL).write_text("".join(bare), encoding="utf-8")
    digest = hashlib.sha256(body.encode()).hexdigest()
    reports_digest = hashlib.sha256("".join(of_reports).encode()).hexdigest()
    lone_digest = hashlib.sha256("".join(bare).encode()).hexdigest()
    articles = " or ".join(f"{least} ({kind})" for kind, least in lone.OF_ARTICLES.items())
    card = CARD.format(
        digest=digest, size=len(body.encode()), weights=len(lines), penalty=PENALTY,
        least=training.LEAST, smallest=training.SMALLEST,
        lone_digest=lone_digest, lone_weights=len(bare), of_article=OF_ARTICLE, there=THERE, smallest_lone=SMALLEST_LONE,
        article=lone.ARTICLE, articles=articles, in_report=learned.IN_REPORT, least_alone=learned.ALONE, table=table,
        told=learned.TOLD,
        reports_digest=reports_digest, report_weights=len(of_reports), in_reports=IN_REPORTS,
        split=SPLIT, folds=FOLDS, alone=ALONE, example=EXAMPLE,
    )  # fmt: skip
    file.write_text(card, encoding="utf-8")


CARD: Final = """\
# The weights that tell an act told from an act named

`reports.tsv`, {report_weights:,} weights, SHA-256 `{reports_digest}`; `learned.tsv`, {size:,} bytes, {weights:,} weights, SHA-256
`{digest}`. Made by `tools/train_learned.py`, never by hand.

## What it is
Logistic regressions over plain features of a record. `reports.tsv` judges records of reports: by type, grammar, sides, place,
time and claims, by what the record has of its own and what it shares with those told before; of words it knows the trigger
and its neighbours only (`rasad.events.telling`). A record whose probability is below {in_report} ({told} if it is a deed told
outright, by a sure verb of the past or with its place at the head of its sentence; a denial never) is left out, with the features
that weighed most as the reason. `learned.tsv` judges those of a text of one sentence, by the words around the trigger and in
the sentence, proclitics off; below {least_alone} it is left out unless a post tells it outright: by a verb or the first word,
with its place, at the head of the sentence. The probability is the record's `confidence`.

`lone.tsv`, {lone_weights:,} rows, SHA-256 `{lone_digest}`: of a text of one sentence, the weights of three models more
(`rasad.events.lone`). The first says whether the sentence is cut out of an article, as the gold sentences are, or a post of
its own; the others, one for ASSAULT and one for PROTEST, whether a sentence of an article tells the act. They weigh the
groups of 3 and 4 letters of the sentence's words by their rarity (first column), as a vector of length 1. If the first says
{article} or more, the probability is that of the others, and the record is left out below {articles}.

## Data
Reports: real ones, such as were told anew in other words, and the invented ones of `evaluation/invented`, coded by the
codebook. The real ones are not published, and no sentence of them is here, but words that at least {least} records share.
Sentences: the development half of the Arabic gold sentences (openeventdata/arabic_event_gsr, MIT), on votes. Examples: the
sentences of the trigger lexicon. Rasad's own gold is not among the data, so the evaluation gate judges the weights too.

## Figures
Cross-validation in {folds} folds; no folder of reports and no tenth of the sentences is judged by weights that saw it.
F1 (precision / recall) of typed events in the reports, in their sentences read alone and in the examples, and of whole
gold sentences.

| data | examples | rules alone | with the weights |
| --- | --- | --- | --- |
{table}

One human coder against the majority of the others reaches .69 (ASSAULT) and .47 (PROTEST) on those sentences.

## Training
The weights of `reports.tsv` and `learned.tsv` go on learning: the reports that taught them before are gone, so those weights
and how sure they were (`tools/learned_so_far`) are the prior of new examples (`tools/training.py`). The figures above are
of the reports of the last run of the script, whose folders are judged by the earlier weights and those of the other folders
(with `--keep` by the earlier weights alone).

L2 penalty C = {penalty}, of the model of reports {in_reports}, of the one that knows articles {of_article}, of those that judge
them {there}; features of at
least {least} examples; weights under {smallest} (`lone.tsv`: {smallest_lone}) left out. Gold sentences of which the rules
make no record teach the models of articles too. A record of a report
counts 1, one of a sentence read alone {alone}, of an example {example}, of a gold sentence {split} when its votes are
split and {split} + 1 when they agree.

## Limits
- Only ASSAULT and PROTEST have sentences from outside; the other types are learned from the reports alone.
- What an article is was learned from newswire of 2006 to 2008: its coders accept one sentence in eight, and leave out many
  that tell a dated act. A bare sentence in that style is judged as they did, a post as the codebook does.
- The rules were written with most of these reports in view, so that more of their records are good than of those of other
  reports; the gain on others is larger than in the table.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coded", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--sentences", type=Path, metavar="FOLDER")
    parser.add_argument("--suffix", default="A", help="of the gold files")
    parser.add_argument("--keep", action="store_true", help="leave the weights of records as they are; learn of articles only")
    parser.add_argument("--reports-only", action="store_true", help="write the weights of records of reports alone")
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    chosen = parser.parse_args()
    data = collect(chosen.coded, chosen.suffix, chosen.sentences)
    inputs = inputs_of(data)
    rows = validate(data, inputs, keep=chosen.keep)
    for row in rows:
        print(" | ".join(row))
    if chosen.dry:
        return
    models = Models(data, inputs, np.ones(len(data.examples), bool), keep=chosen.keep)
    if chosen.reports_only:
        write_reports(inputs, models, rows)
    else:
        write(inputs, models, rows, keep=chosen.keep)


if __name__ == "__main__":
    main()
