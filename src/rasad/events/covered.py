"""Words where a trigger is no act: inside purposes, reasons and charges, and inside the names of sides and speakers."""

from typing import Final

from rasad.events.within import within
from rasad.lexicon import reasons
from rasad.lexicon.folding import fold
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading

#: Endings of verbs that no noun of the same act has.
_VERB: Final = ("ت", "وا")
#: لارتكابهم جرائم: إطلاق نار، …: reasons of which a list may follow.
_LISTED: Final = ("لارتكاب", "بتهم")
#: Before an act whose dead and hurt they count.
_TOLLS: Final = frozenset({"ضحايا", "حصيله"})
_FORCE: Final = frozenset({"ASSAULT", "PROTEST"})
#: What a plural without a number says (CODEBOOK 7).
_SOME: Final = (2, None)


def reason_words(reading: Reading) -> dict[int, str]:
    """Words that stand in a purpose, a reason or a charge, with the phrase that put them there."""
    index = reasons.load()
    words = reading.words
    found: dict[int, str] = {}
    #: لاحقت بعض المتورطين واشتبكت معهم: a verb that can be no noun tells on
    told = {
        t.first
        for t in reading.triggers
        if t.pos == "verb" and words.norm[t.first][0] == "و" and words.norm[t.first].endswith(_VERB)
    }
    #: قوات مكافحة الشغب: a word inside a name gives no reason
    named = {i for a in reading.actors for i in range(a.first + 1, a.last)}
    for match in index.all(words):
        i = match.first
        if i in named:
            continue
        reason = words.quote(i, match.last)
        listed = words.norm[i].startswith(_LISTED)
        end = words.sentences[words.sentence[i]].last  # a headline without a point ends its reason too
        for j in range(match.last, min(end, match.last + match.payloads[0])):
            if words.norm[j] in "،,.؛" or j in told or (words.norm[j] == ":" and not listed):
                break
            found[j] = reason
    return found


def covered(reading: Reading) -> dict[int, str]:
    """Words inside the names of actors and speakers: a trigger there is a part of the name."""
    covered: dict[int, str] = {}
    for actor in reading.actors:
        first = actor.first if actor.why.startswith("name") else actor.first + 1
        if first < actor.last:
            covered |= dict.fromkeys(range(first, actor.last), reading.words.quote(actor.first, actor.last))
    for attribution in reading.attributions:
        for source in attribution.sources:
            covered |= dict.fromkeys(range(source.first, source.last), reading.words.quote(source.first, source.last))
    return covered


def counted_behind(reading: Reading, trigger: TriggerMention, reason: str) -> bool:
    """ارتفعت حصيلة ضحايا قصف على البلدة إلى خمسة قتلى: the act whose dead are counted behind it is told by their count."""
    words, i = reading.words, trigger.first
    definite = any("ال" in prefix or prefix.startswith("لل") for prefix, _ in words.analyses[i])
    if fold(reason) not in _TOLLS or trigger.event_type not in _FORCE or definite:
        return False
    behind = within(reading.casualties, trigger.last, words.sentences[words.sentence[i]].last)
    return any(c.best is not None and (c.low, c.high) != _SOME for c in behind)
