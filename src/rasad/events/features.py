"""What a record is weighed by: plain features of what it holds and of the words around it."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from rasad.events.draft import Draft
from rasad.events.weights import Group, remembered
from rasad.events.within import places_within, within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import analyses
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.reading import Reading

#: Words that are the head of a sentence: room for a subject or a time before the verb.
HEAD: Final = 10
#: Words on either side of the trigger that are weighed by their nearness: bands of 1, 2 to 3 and 4 to 6 words.
_BANDS: Final = (1, 2, 2, 3, 3, 3)
#: Words looked at for a preposition or a relative pronoun that governs the trigger.
_GOVERNED_WITHIN: Final = 3
_RELATIVES: Final = wordclass.words("relative")
_CIRCUMSTANCE: Final = wordclass.words("circumstance_preposition")
_OPENS: Final = frozenset("«“")
_CLOSES: Final = frozenset("»”")
_AGES: Final = ((1, "at once"), (7, "this week"), (60, "lately"))


def alone(reading: Reading) -> bool:
    """Whether the text is one bare sentence."""
    return sum(s.role != "furniture" for s in reading.words.sentences) <= 1


def record_groups(draft: Draft, reading: Reading) -> Iterator[Group]:
    """What a record holds."""
    trigger = draft.trigger
    source, target = draft.of_role("source"), draft.of_role("target")
    known_source, known_target = any(a.id for a in source), any(a.id for a in target)
    yield _of_trigger(draft.event_type, trigger.pos, trigger.strength, trigger.frame)
    yield _told(draft.status, draft.headline, draft.definite, draft.timeless, draft.place_from, draft.time_from)
    yield _roles(source[0].actor_class if source else "", known_source, target[0].actor_class if target else "", known_target)
    yield _besides(min(len(draft.casualties), 3), draft.sources[0].kind if draft.sources else "nobody", reading.topic)
    if draft.time is not None and draft.time.end is not None:
        yield _ago((reading.published - draft.time.end).days)


@remembered
def _of_trigger(kind: str, pos: str, strength: str, frame: str) -> Iterator[str]:
    yield f"type {kind}"
    yield f"type {kind}, {pos}"
    yield f"{pos}, {strength}"
    yield f"frame {frame}"


@remembered
def _told(status: str, headline: bool, definite: bool, timeless: bool, place_from: str, time_from: str) -> Iterator[str]:
    yield f"status {status}"
    if headline:
        yield "headline"
    if definite:
        yield "definite"
    if timeless:
        yield "timeless"
    yield f"place from {place_from}"
    yield f"time from {time_from}"


@remembered
def _roles(source: str, known_source: bool, target: str, known_target: bool) -> Iterator[str]:
    yield f"{'somebody' if source else 'nobody'} does it to {'somebody' if target else 'nobody'}"
    for role, cls, known in (("source", source, known_source), ("target", target, known_target)):
        if known:
            yield f"known {role}"
        if cls:
            yield f"{role} {cls}"


@remembered
def _besides(claims: int, speaker: str, topic: str | None) -> Iterator[str]:
    yield f"claims {claims}"
    yield f"said by {speaker}"
    yield f"the report is about {topic or 'the conflict'}"


@remembered
def _ago(days: int) -> Iterator[str]:
    yield f"told {_age(days)}"


def _age(days: int) -> str:
    """How long before publication the act ended."""
    if days < 0:
        return "ahead"
    return next((name for limit, name in _AGES if days <= limit), "long after")


def setting(reading: Reading, number: int) -> Group:
    """What else the sentence holds."""
    words, sentence = reading.words, reading.words.sentences[number]
    span = (sentence.first, sentence.last)
    return _setting(
        min((sentence.last - sentence.first) // 20, 3),
        min(words.kind[slice(*span)].count("number"), 3),
        min(len(places_within(reading.places, *span)), 3),
        min(len(within(reading.times, *span)), 2),
        min(len(within(reading.casualties, *span)), 3),
        min(len(within(reading.triggers, *span)), 5),
        "؟" in words.norm[slice(*span)],
    )


@remembered
def _setting(length: int, numbers: int, places: int, times: int, claims: int, triggers: int, asks: bool) -> Iterator[str]:
    yield f"length {length}"
    yield f"numbers {numbers}"
    yield f"places {places}"
    yield f"times {times}"
    yield f"claims in sentence {claims}"
    yield f"triggers in sentence {triggers}"
    if asks:
        yield "a question"


def word_features(draft: Draft, reading: Reading) -> Iterator[str]:
    """The trigger's words and those before and behind it in its sentence."""
    trigger, sentence = draft.trigger, reading.words.sentences[draft.sentence]
    first, last = trigger.first, trigger.last
    yield f"trigger {' '.join(reading.words.norm[first:last])}"
    yield from chain.from_iterable(governing_groups(draft, reading))
    for k, band in enumerate(_BANDS, start=1):
        if first - k >= sentence.first:
            yield f"before/{band} {_stem(reading, first - k)}"
        if last + k <= sentence.last:
            yield f"behind/{band} {_stem(reading, last + k - 1)}"


_LEMMA: Final = PerWord(lambda lemma: Group(f"lemma {fold(lemma)}"))
_FORM: Final = PerWord(lambda norm: Group(f"trigger form {analyses(norm)[-1][0]}+{norm[:1]}…{norm[-1:]}"))
_BEFORE: Final = PerWord(lambda norm: Group(f"right before {norm}"))
_BEHIND: Final = PerWord(lambda norm: Group(f"right behind {norm}"))


def governing_groups(draft: Draft, reading: Reading) -> Iterator[Group]:
    """The trigger's form and what stands right beside it or governs it."""
    words, trigger = reading.words, draft.trigger
    sentence = words.sentences[draft.sentence]
    norm, first, last = words.norm, trigger.first, trigger.last
    yield _LEMMA[trigger.lemma]
    yield _FORM[norm[first]]
    yield _BEFORE[norm[first - 1] if first > sentence.first else "^"]
    yield _BEHIND[norm[last] if last < sentence.last else "$"]
    governing = norm[max(sentence.first, first - _GOVERNED_WITHIN) : first]
    before = norm[sentence.first : first]
    yield _governed(
        min((first - sentence.first) // HEAD, 4),
        not _RELATIVES.isdisjoint(governing),
        not _CIRCUMSTANCE.isdisjoint(governing[:-1]),
        sum(map(before.count, _OPENS)) > sum(map(before.count, _CLOSES)),
    )


@remembered
def _governed(at: int, relative: bool, circumstance: bool, quoted: bool) -> Iterator[str]:
    yield f"at word {at}"
    if relative:
        yield "in a relative clause"
    if circumstance:
        yield "behind a preposition of circumstance"
    if quoted:
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
