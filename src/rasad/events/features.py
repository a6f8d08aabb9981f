"""What a record is weighed by: plain features of what it holds and of the words around it."""

from collections.abc import Iterator
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import places_within, within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
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
    if draft.time is not None and draft.time.end is not None:
        yield f"told {_age((reading.published - draft.time.end).days)}"


def _age(days: int) -> str:
    """How long before publication the act ended."""
    if days < 0:
        return "ahead"
    return next((name for limit, name in _AGES if days <= limit), "long after")


def setting(reading: Reading, number: int) -> Iterator[str]:
    """What else the sentence holds."""
    words, sentence = reading.words, reading.words.sentences[number]
    span = (sentence.first, sentence.last)
    yield f"length {min((sentence.last - sentence.first) // 20, 3)}"
    yield f"numbers {min(words.kind[slice(*span)].count('number'), 3)}"
    yield f"places {min(len(places_within(reading.places, *span)), 3)}"
    yield f"times {min(len(within(reading.times, *span)), 2)}"
    yield f"claims in sentence {min(len(within(reading.casualties, *span)), 3)}"
    yield f"triggers in sentence {min(len(within(reading.triggers, *span)), 5)}"
    if "؟" in words.norm[slice(*span)]:
        yield "a question"


def word_features(draft: Draft, reading: Reading) -> Iterator[str]:
    """The trigger's words and those before and behind it in its sentence."""
    trigger, sentence = draft.trigger, reading.words.sentences[draft.sentence]
    first, last = trigger.first, trigger.last
    yield f"trigger {' '.join(reading.words.norm[first:last])}"
    yield from governing_features(draft, reading)
    for k, band in enumerate(_BANDS, start=1):
        if first - k >= sentence.first:
            yield f"before/{band} {_stem(reading, first - k)}"
        if last + k <= sentence.last:
            yield f"behind/{band} {_stem(reading, last + k - 1)}"


def governing_features(draft: Draft, reading: Reading) -> Iterator[str]:
    """The trigger's form and what stands right beside it or governs it."""
    words, trigger = reading.words, draft.trigger
    sentence = words.sentences[draft.sentence]
    norm, first, last = words.norm, trigger.first, trigger.last
    yield f"lemma {fold(trigger.lemma)}"
    yield f"trigger form {words.analyses[first][-1][0]}+{norm[first][:1]}…{norm[first][-1:]}"
    yield f"right before {norm[first - 1] if first > sentence.first else '^'}"
    yield f"right behind {norm[last] if last < sentence.last else '$'}"
    yield f"at word {min((first - sentence.first) // HEAD, 4)}"
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
