"""Is an act told, or only named? A logistic model over what a record holds and the words around it.

"قُتل ثلاثة مدنيين أمس" tells an act; "لجنة التحقيق في اغتيال الوزير" names one that the report is not about. Rules see
the clear cases; for the rest the model adds up the weights of plain features (`models/learned.tsv`, its card beside it; a
column for records of reports, one for those of bare sentences) and gives the probability that an analyst would code the record. That becomes the record's `confidence`; a record below
`least` is left out, with the features that weighed most as its reason, unless a report or a post tells it outright.

A bare sentence may be a short post or cut out of an article (`rasad.events.lone`); as what it is likelier, by that it is judged.
`tools/train_learned.py` makes the weights.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rasad.events import lone
from rasad.events.draft import Draft, Dropped
from rasad.events.within import places_within, within
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.vocab import EventType

MODEL: Final = "learned.tsv"
#: A record of a report is left out below the first, one of a short text below the second. By reports that no rule was
#: written for (`learned.md`): among .2 to .5 the first gains there up to .45; on reports that the rules were written for it
#: brings nothing.
IN_REPORT: Final = 0.45
ALONE: Final = 0.25
#: A report of two sentences is a post with its headline, or a longer post, and tells little but acts.
SHORT: Final = 2
#: Words that are the head of a sentence: room for a subject or a time before the verb.
_HEAD: Final = 10
_SPOKEN_HEAD: Final = 20
#: Words on either side of the trigger that are weighed by their nearness: bands of 1, 2 to 3 and 4 to 6 words.
_BANDS: Final = (1, 2, 2, 3, 3, 3)
#: Words looked at for a preposition or a relative pronoun that governs the trigger.
_GOVERNED_WITHIN: Final = 3
_RELATIVES: Final = wordclass.words("relative")
_CIRCUMSTANCE: Final = wordclass.words("circumstance_preposition")
_OPENS: Final = frozenset("«“")
_CLOSES: Final = frozenset("»”")
_AGES: Final = ((1, "at once"), (7, "this week"), (60, "lately"))
#: Sentences and records of a report from which on it is just long.
_LONG: Final = 8
#: Features named in a reason.
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely an analyst would code the record, and the features that weigh most for and against it."""

    probability: float
    reasons: tuple[str, ...]


def judge(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """(records that are told, with their confidence; those only named, with what speaks against them)."""
    kept: list[Draft] = []
    dropped: list[Dropped] = []
    weighing = Weighing(drafts, reading)
    for n, draft in enumerate(drafts):
        verdict = weighing.verdict(n)
        said = f"{verdict.probability:.2f} by the learned weights ({'; '.join(verdict.reasons)})"
        if verdict.probability < weighing.least(n):
            dropped.append(Dropped(draft.trigger, f"named rather than told: {said}"))
            continue
        draft.confidence = round(verdict.probability, 2)
        draft.notes.append(f"told: {said}")
        kept.append(draft)
    return kept, dropped


def _outright(draft: Draft, reading: Reading) -> bool:
    """A verb, alone or carrying a noun (قصفت، شنت غارة), or the very first word, with its place, at the head of the sentence;
    a verb with a participant too may stand behind an opening such as قال X إن. So does a plan with its place or its day."""
    trigger, opening = draft.trigger, reading.words.sentences[draft.sentence].first
    at = trigger.first - opening
    if draft.status == "planned" and draft.time_from == "clause":
        return True
    if draft.place_from != "clause" or at >= (_SPOKEN_HEAD if trigger.pos == "verb" and draft.actors else _HEAD):
        return False
    if at == 0 or trigger.pos == "verb" or draft.status == "planned":
        return True
    light = light_verbs.load()
    return any(light.subject(reading.words, i) for i in range(opening, trigger.first))


@cache
def load(alone: bool) -> dict[str, float]:
    """Weight of each feature, and of the bias, for a record of a report or of a bare sentence.

    Raises:
        LexiconError: a row that is not a feature and two numbers.
    """
    return {feature: row[alone] for feature, row in lone.weights(MODEL, 2).items() if row[alone]}


class Weighing:
    """The records of one report and what each is weighed by. Counts are made once, so the cost is linear in the report."""

    def __init__(self, drafts: Sequence[Draft], reading: Reading) -> None:
        self.drafts = drafts
        self.reading = reading
        sentences = reading.words.sentences
        #: the text is one bare sentence
        self.length = sum(s.role != "furniture" for s in sentences)
        self.alone, self.short = self.length <= 1, self.length <= SHORT
        self.body = next((k for k, s in enumerate(sentences) if s.role == "body"), 0)
        self.of_type: defaultdict[EventType, list[int]] = defaultdict(list)
        for n, draft in enumerate(drafts):
            self.of_type[draft.event_type].append(n)
        self.in_sentence = Counter(d.sentence for d in drafts)
        self.of_type_in_sentence = Counter((d.sentence, d.event_type) for d in drafts)
        self._sentences: dict[int, tuple[float, list[tuple[float, str]]]] = {}
        self._lone: dict[int, tuple[float, float]] = {}

    def least(self, n: int) -> float:
        """The probability below which record n is left out; 0 if a report or a post tells it outright."""
        if self._of_article(n):
            return lone.OF_ARTICLES[self.drafts[n].event_type]
        if self.outright(n):
            return 0.0
        return ALONE if self.short else IN_REPORT

    def outright(self, n: int) -> bool:
        """Whether record n is told by the verb of its sentence, or the like, with its place."""
        return _outright(self.drafts[n], self.reading)

    def mixed(self, n: int) -> bool:
        """Whether record n may stand in an article's sentence: a bare one, not short, and of a type of which those were coded."""
        if not self.alone or self.drafts[n].event_type not in lone.OF_ARTICLES:
            return False
        sentence = self.reading.words.sentences[self.drafts[n].sentence]
        return sentence.last - sentence.first >= lone.SHORTEST

    def features(self, n: int) -> list[str]:
        """All features of record n, each once."""
        number = self.drafts[n].sentence
        return list(dict.fromkeys((*self._own(n), *_setting(self.reading, number), *sentence_features(self.reading, number))))

    def _own(self, n: int) -> set[str]:
        """The features that are not those of the whole sentence."""
        draft = self.drafts[n]
        found = {*record_features(draft, self.reading), *word_features(draft, self.reading)}
        return found if self.alone else found.union(self._among(n))

    def verdict(self, n: int) -> Verdict:
        """What the learned weights say of record n."""
        if self._of_article(n):
            article, told = self._lone[n]
            return Verdict(told, (f"{article:.2f} a sentence of an article", "its words, forms and letters"))
        weights = load(self.alone)
        own = _weighed(self._own(n), weights)
        whole, most = self._of_sentence(self.drafts[n].sentence)
        probability = lone.chance(math.fsum((weights[lone.BIAS], whole, *(w for w, _ in own))))
        against = probability < self.least(n)
        leading = sorted((*own, *most), reverse=not against)[:_NAMED]
        return Verdict(probability, tuple(f for w, f in leading if (w < 0) == against))

    def _of_article(self, n: int) -> bool:
        """Whether record n is judged as one of a sentence that is cut out of an article."""
        if not self.mixed(n):
            return False
        if n not in self._lone:
            draft = self.drafts[n]
            sentence = self.reading.words.sentences[draft.sentence]
            words = self.reading.words.norm[sentence.first : sentence.last]
            self._lone[n] = lone.chances(self.features(n), words, draft.event_type)
        return self._lone[n][0] >= lone.ARTICLE

    def _of_sentence(self, number: int) -> tuple[float, list[tuple[float, str]]]:
        """The sum of the weights of a sentence's features, and those that weigh most for and against."""
        if number not in self._sentences:
            found = {*_setting(self.reading, number), *sentence_features(self.reading, number)}
            known = sorted(_weighed(found, load(self.alone)))
            self._sentences[number] = math.fsum(w for w, _ in known), [*known[:_NAMED], *known[_NAMED:][-_NAMED:]]
        return self._sentences[number]

    def _among(self, n: int) -> Iterator[str]:
        """How a record stands among the others of its report; of a bare sentence that says nothing."""
        draft = self.drafts[n]
        same = self.of_type[draft.event_type]
        before = bisect_left(same, n)
        yield f"sentences of the report {min(self.length, _LONG)}"
        yield f"records of the report {min(len(self.drafts), _LONG)}"
        yield f"tellings merged {min(len(draft.merged), 2)}"
        yield f"same type before {min(before, 2)}"
        yield f"same type after {min(len(same) - before - 1, 2)}"
        yield f"same type in sentence {min(self.of_type_in_sentence[draft.sentence, draft.event_type] - 1, 2)}"
        yield f"records in sentence {min(self.in_sentence[draft.sentence], 4)}"
        yield f"sentence number {min(max(draft.sentence - self.body, 0), 5)}"


def _weighed(features: Iterable[str], weights: Mapping[str, float]) -> list[tuple[float, str]]:
    return [(weights[f], f) for f in features if f in weights]


def record_features(draft: Draft, reading: Reading) -> Iterator[str]:
    """What a record holds."""
    trigger = draft.trigger
    yield f"type {draft.event_type}"
    yield f"type {draft.event_type}, {trigger.pos}"
    yield f"{trigger.pos}, {trigger.strength}"
    yield f"frame {trigger.frame}"
    yield f"status {draft.status}"
    for name in ("headline", "definite", "timeless"):
        if getattr(draft, name):
            yield name
    yield f"place from {draft.place_from}"
    yield f"time from {draft.time_from}"
    source, target = draft.of_role("source"), draft.of_role("target")
    yield f"{'somebody' if source else 'nobody'} does it to {'somebody' if target else 'nobody'}"
    for role, actors in (("source", source), ("target", target)):
        if any(a.id for a in actors):
            yield f"known {role}"
        for actor in actors[:1]:
            yield f"{role} {actor.actor_class}"
    yield f"claims {min(len(draft.casualties), 3)}"
    yield f"said by {draft.sources[0].kind if draft.sources else 'nobody'}"
    yield f"the report is about {reading.topic or 'the conflict'}"
    if draft.time is not None and draft.time.end is not None and reading.published is not None:
        yield f"told {_age((reading.published - draft.time.end).days)}"


def _age(days: int) -> str:
    """How long before publication the act ended."""
    if days < 0:
        return "ahead"
    return next((name for limit, name in _AGES if days <= limit), "long after")


def _setting(reading: Reading, number: int) -> Iterator[str]:
    """What else the sentence holds."""
    words, sentence = reading.words, reading.words.sentences[number]
    span = (sentence.first, sentence.last)
    yield f"length {min((sentence.last - sentence.first) // 20, 3)}"
    yield f"numbers {min(sum(words.kind[i] == 'number' for i in range(*span)), 3)}"
    yield f"places {min(len(places_within(reading.places, *span)), 3)}"
    yield f"times {min(len(within(reading.times, *span)), 2)}"
    yield f"claims in sentence {min(len(within(reading.casualties, *span)), 3)}"
    yield f"triggers in sentence {min(len(within(reading.triggers, *span)), 5)}"
    if any(words.norm[i] == "؟" for i in range(*span)):
        yield "a question"


def word_features(draft: Draft, reading: Reading) -> Iterator[str]:
    """The trigger's words and those before and behind it in its sentence."""
    words, trigger = reading.words, draft.trigger
    sentence = words.sentences[draft.sentence]
    norm, first, last = words.norm, trigger.first, trigger.last
    yield f"trigger {' '.join(norm[first:last])}"
    yield f"lemma {fold(trigger.lemma)}"
    yield f"trigger form {words.analyses[first][-1][0]}+{norm[first][:1]}…{norm[first][-1:]}"
    yield f"right before {norm[first - 1] if first > sentence.first else '^'}"
    yield f"right behind {norm[last] if last < sentence.last else '$'}"
    yield f"at word {min((first - sentence.first) // _HEAD, 4)}"
    for k, band in enumerate(_BANDS, start=1):
        if first - k >= sentence.first:
            yield f"before/{band} {_stem(reading, first - k)}"
        if last + k <= sentence.last:
            yield f"behind/{band} {_stem(reading, last + k - 1)}"
    governing = norm[max(sentence.first, first - _GOVERNED_WITHIN) : first]
    if any(w in _RELATIVES for w in governing):
        yield "in a relative clause"
    if any(w in _CIRCUMSTANCE for w in governing[:-1]):
        yield "behind a preposition of circumstance"
    before = norm[sentence.first : first]
    if sum(w in _OPENS for w in before) > sum(w in _CLOSES for w in before):
        yield "in a quotation"


def sentence_features(reading: Reading, number: int) -> Iterator[str]:
    """The words of a sentence, and how it opens."""
    sentence = reading.words.sentences[number]
    yield from [f"word {_stem(reading, i)}" for i in range(sentence.first, sentence.last)]
    opening = reading.words.norm[sentence.first : min(sentence.first + 3, sentence.last)]
    yield from [f"among the first words {w}" for w in opening]
    yield f"opens with {' '.join(opening[:2])}"


def _stem(reading: Reading, i: int) -> str:
    """The word without its proclitics; every number is one."""
    kind = reading.words.kind[i]
    return "#" if kind == "number" else reading.words.analyses[i][-1][1] if kind == "word" else reading.words.norm[i]
