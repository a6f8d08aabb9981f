"""Is an act told, or only named? Logistic models over what a record holds and the words around it.

"قُتل ثلاثة مدنيين أمس" tells an act; "لجنة التحقيق في اغتيال الوزير" names one that the report is not about. Rules see
the clear cases; for the rest a model adds up the weights of plain features and gives the probability that an analyst would
code the record. That becomes the record's `confidence`; a record below `least` is left out, with the features that weighed
most as its reason.

Records of reports are judged by how the report tells them (`rasad.events.telling`, `models/reports.tsv`); those of a bare
sentence by its words (`models/learned.tsv`), unless a post tells them outright. A bare sentence may be a short post or cut
out of an article (`rasad.events.lone`); as what it is likelier, by that it is judged. `tools/train_learned.py` makes the
weights, `models/learned.md` is their card.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from rasad.events import clauses, features, lone, noacts, telling, tollnames, weights
from rasad.events.draft import Draft, Dropped
from rasad.events.governing import ARMED
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.clitics import begins
from rasad.lexicon.folding import fold
from rasad.model.fixed import fixed
from rasad.model.mentions import Factuality, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import EventType

MODEL: Final = "learned.tsv"
REPORTS: Final = "reports.tsv"
#: A record of a report is left out below the first, one of a bare sentence below the second. F1 of reports that no rule was
#: written for is highest from .4 to .5. That is above half of F1, where it would be if the probabilities held there: of the
#: reports learned from, which the rules were written with, more records are good than of others.
IN_REPORT: Final = 0.4
ALONE: Final = 0.25
#: … and a deed of a report that is told outright: 13 of 15 such records of 232 coded reports that were less likely were wrong.
#: On 90 held out typed F1 .626 → .632. Of rarer types too few are coded for a low chance to say much (own RETREAT .93 → .88).
TOLD: Final = 0.3
DEEDS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
#: The one act of a bare sentence: without it nothing would be told at all (4 acts more on plain items, no wrong one).
ALL: Final = 0.18
#: Words of a sentence's head in which a verb with a participant may stand behind an opening (قال X إن).
_SPOKEN_HEAD: Final = 20
#: A report of so many sentences or more and at most so many records, none of them as likely as that, tells of no act at all:
#: an analysis, a feature, a count. A short one is a post. Of 71 coded reports without an event 64 stay empty at .66, 58 at .5,
#: and no typed F1 falls.
LONG: Final = 4
FEW: Final = 3
#: But for one so likely that is told outright, with its place.
OUTRIGHT: Final = 0.35
LIKELY: Final = 0.66
#: Words by which somebody denies.
_DENIES: Final = wordclass.stems("denies_stem")
#: Records of its type before it with which a record is compared: all of most reports.
_BEFORE: Final = 24


@fixed
class Verdict:
    """How likely an analyst would code the record, from how likely on it is kept, and the features that weigh most."""

    probability: float
    least: float
    reasons: tuple[str, ...]


def judge(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """(records that are told, with their confidence; those only named, with what speaks against them)."""
    kept: list[Draft] = []
    dropped: list[Dropped] = []
    unlikely: list[tuple[float, Draft, str]] = []
    sure = False
    weighing = Weighing(drafts, reading)
    for n, draft in enumerate(drafts):
        if not draft.merged and noacts.nobodys(draft.trigger, reading):
            dropped.append(Dropped(draft.trigger, "done by no side (منعت الأمطار)"))
            continue
        verdict = weighing.verdict(n)
        said = f"{verdict.probability:.2f} by the learned weights ({'; '.join(verdict.reasons)})"
        if verdict.probability < verdict.least:
            dropped.append(Dropped(draft.trigger, f"named rather than told: {draft.doubt and draft.doubt + '; '}{said}"))
            unlikely.append((verdict.probability, draft, said))
            continue
        draft.confidence = round(verdict.probability, 2)
        draft.notes.append(f"told: {said}")
        sure = sure or (weighing.outright(n) and verdict.probability >= OUTRIGHT and draft.place_from == "clause")
        kept.append(draft)
    short = len(reading.words) < lone.SHORTEST
    if not kept and not weighing.long and (short or not weighing.alone):
        rescued = max((w for w in unlikely if _of_a_post(w[1], reading)), key=_chance, default=None)
        if rescued is not None:
            chance, draft, said = rescued
            draft.confidence = round(chance, 2)
            draft.notes.append(f"told: the only act of a post, with its place and its side or toll; {said}")
            kept, dropped = [draft], [d for d in dropped if d.trigger is not draft.trigger]
    if kept and not sure and weighing.long and len(kept) <= FEW and max(draft.confidence for draft in kept) < LIKELY:
        dropped += [Dropped(d.trigger, f"{d.confidence:.2f}, in a report of few records of which none is likely") for d in kept]
        kept = []
    return kept, dropped


def _chance(weighed: tuple[float, Draft, str]) -> float:
    return weighed[0]


def _of_a_post(draft: Draft, reading: Reading) -> bool:
    """ستة شهداء في مأوى نازحين بمنطقة X، يقتحم الجيش قرية Y ويكسر: force done where the map knows, with its doer or its toll, at
    the opening of the text."""
    force = draft.event_type in ("ASSAULT", "COERCE") and draft.status in ("occurred", "ongoing")
    placed = draft.place_from in ("clause", "story") and any(p.id or p.latitude is not None for p in draft.places)
    toll = any(c.low and not c.subset and c.high == c.low for c in draft.casualties)
    done = any(a.actor_class in ARMED for a in draft.of_role("source"))
    return (
        force and placed and (toll or done) and not draft.definite and draft.sentence <= reading.words.sentence[_opening(reading)]
    )


def _opening(reading: Reading) -> int:
    """The first word of the body."""
    return next((s.first for s in reading.words.sentences if s.role == "body"), 0)


def _outright(draft: Draft, reading: Reading) -> bool:
    """A verb, alone or carrying a noun (قصفت، شنت غارة), or the very first word, with its place, at the head of the sentence;
    a verb with a participant too may stand behind an opening such as قال X إن. So does a plan with its place or its day."""
    trigger, opening = _head_of(draft, reading), reading.words.sentences[draft.sentence].first
    at = trigger.first - opening
    if draft.place_from == "clause" and (tollnames.numbered(trigger, reading) or tollnames.headed(trigger, reading)):
        return True
    if draft.status == "planned" and draft.time_from == "clause":
        return True
    if draft.place_from != "clause" or at >= (_SPOKEN_HEAD if trigger.pos == "verb" and draft.actors else features.HEAD):
        return False
    if at == 0 or trigger.pos == "verb" or draft.status == "planned":
        return True
    light = light_verbs.load()
    return light.subject.among(reading.words.norm, opening, trigger.first)


def _head_of(draft: Draft, reading: Reading) -> TriggerMention:
    """استشهد شاب برصاص الاحتلال: the verb before it in its sentence tells the act, though what did it is quoted."""
    opening, t = reading.words.sentences[draft.sentence].first, draft.trigger
    return next((m for m in draft.merged if t.pos != "verb" and m.pos == "verb" and opening <= m.first < t.first), t)


def _in_words(told: Factuality, reading: Reading) -> bool:
    """نفى الجيش، لا صحة لما يشاع، نافياً: not لم، دون."""
    first, last = told.cue or (0, 0)
    return any(begins(w, _DENIES) for w in reading.words.norm[first:last])


class Weighing:
    """The records of one report and what each is weighed by."""

    def __init__(self, drafts: Sequence[Draft], reading: Reading) -> None:
        self.drafts = drafts
        self.reading = reading
        self.alone = features.alone(reading)
        self.long = sum(s.role != "furniture" for s in reading.words.sentences) >= LONG
        self.body = next((k for k, s in enumerate(reading.words.sentences) if s.role == "body"), 0)
        self.of_type: defaultdict[EventType, list[int]] = defaultdict(list)
        for n, draft in enumerate(drafts):
            self.of_type[draft.event_type].append(n)
        self.in_sentence = Counter(d.sentence for d in drafts)
        self.of_type_in_sentence = Counter((d.sentence, d.event_type) for d in drafts)
        self.things = [telling.things_of(d) for d in drafts]
        denials = [f for f in reading.factuality if f.status == "denied" and f.cue is not None]
        self._denials = {reading.triggers[f.trigger].first for f in denials if _in_words(f, reading)}
        self._settings: dict[int, weights.Group] = {}
        self._lone: dict[int, tuple[float, float]] = {}

    def least(self, n: int) -> float:
        """The probability below which record n is left out; 0 if it is told outright by a post, or by a report and
        no deed, or denied."""
        if self._of_article(n):
            return lone.OF_ARTICLES[self.drafts[n].event_type]
        if self.outright(n):
            free = self.alone or self.denied(n) or self.drafts[n].event_type not in DEEDS
            return 0.0 if free else TOLD
        if self.alone and len(self.drafts) == 1:
            return ALL
        return ALONE if self.alone else IN_REPORT

    def outright(self, n: int) -> bool:
        """Whether record n is told by the verb of its sentence, or the like, with its place, or in a report by a sure verb of the
        past, wherever it stands; never what the rules doubt."""
        draft = self.drafts[n]
        if draft.doubt:
            return False
        if not self.alone and self.denied(n):
            return True  # a denial is seldom told in passing, and is what few other programs keep
        trigger = draft.trigger
        norm = self.reading.words.norm[trigger.first]
        told = not self.alone and trigger.pos == "verb" and trigger.strength == "sure"
        return (told and not clauses.present(norm, fold(trigger.lemma))) or _outright(draft, self.reading)

    def denied(self, n: int) -> bool:
        """Whether somebody denies the act of record n in so many words (نفى، لا صحة ل). What only did not happen (لم يتوصلا إلى
        اتفاق) is told in passing as often as not: 1 of 14 such records of 385 coded reports was one of the coders'."""
        return self.drafts[n].status == "denied" and self.drafts[n].trigger.first in self._denials

    def mixed(self, n: int) -> bool:
        """Whether record n may stand in an article's sentence: a bare one, not short, and of a type of which those were coded."""
        if not self.alone or self.drafts[n].event_type not in lone.OF_ARTICLES:
            return False
        sentence = self.reading.words.sentences[self.drafts[n].sentence]
        return sentence.last - sentence.first >= lone.SHORTEST

    def features(self, n: int) -> list[str]:
        """All features of record n, each once."""
        if not self.alone:
            return list(chain.from_iterable(self._groups(n)))
        draft, reading = self.drafts[n], self.reading
        found = (
            *chain.from_iterable(features.record_groups(draft, reading)), *features.word_features(draft, reading),
            *features.setting(reading, draft.sentence), *features.sentence_features(reading, draft.sentence),
        )  # fmt: skip
        return list(dict.fromkeys(found))

    def _groups(self, n: int) -> Iterator[weights.Group]:
        """The features of record n of a report, no feature in two groups."""
        draft, reading = self.drafts[n], self.reading
        same = self.of_type[draft.event_type]
        # Of a long report the records right before tell a retelling.
        at = bisect_left(same, n)
        before = [(self.drafts[m], self.things[m]) for m in same[max(0, at - _BEFORE) : at]]
        if draft.sentence not in self._settings:
            self._settings[draft.sentence] = features.setting(reading, draft.sentence)
        yield from telling.groups(draft, self.things[n], before, reading)
        yield self._settings[draft.sentence]
        yield self._among(n)

    def verdict(self, n: int) -> Verdict:
        """What the learned weights say of record n."""
        if self._of_article(n):
            article, told = self._lone[n]
            return Verdict(told, self.least(n), (f"{article:.2f} a sentence of an article", "the letters of its words"))
        model = weights.load(MODEL if self.alone else REPORTS)
        known = (
            model.of(self.features(n)) if self.alone else [*chain.from_iterable(map(model.groups.__getitem__, self._groups(n)))]
        )
        probability, least = weights.weigh(known, model), self.least(n)
        return Verdict(probability, least, weights.leading(known, against=probability < least))

    def _of_article(self, n: int) -> bool:
        """Whether record n is judged as one of a sentence that is cut out of an article."""
        if not self.mixed(n):
            return False
        if n not in self._lone:
            draft = self.drafts[n]
            sentence = self.reading.words.sentences[draft.sentence]
            words = self.reading.words.norm[sentence.first : sentence.last]
            self._lone[n] = lone.chances(words, draft.event_type)
        return self._lone[n][0] >= lone.ARTICLE

    def _among(self, n: int) -> weights.Group:
        """How a record stands among the others of its report."""
        draft = self.drafts[n]
        same = self.of_type[draft.event_type]
        before = bisect_left(same, n)
        return _among(
            min(len(draft.merged), 2),
            min(before, 2),
            min(len(same) - before - 1, 2),
            min(self.of_type_in_sentence[draft.sentence, draft.event_type] - 1, 2),
            min(self.in_sentence[draft.sentence], 4),
            min(max(draft.sentence - self.body, 0), 5),
        )


@weights.remembered
def _among(merged: int, before: int, after: int, beside: int, records: int, sentence: int) -> Iterator[str]:
    yield f"tellings merged {merged}"
    yield f"same type before {before}"
    yield f"same type after {after}"
    yield f"same type in sentence {beside}"
    yield f"records in sentence {records}"
    yield f"sentence number {sentence}"
