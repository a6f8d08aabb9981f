"""Words where a trigger is no act: inside purposes, reasons and charges, and inside the names of sides and speakers."""

from typing import Final

from rasad.events import tollnames
from rasad.events.governing import ARMED
from rasad.events.within import places_within, within
from rasad.lexicon import light_verbs, reasons, wordclass
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
#: Words behind a reason among which it is told, and those in which who was hurt stands.
_TOLD_WITHIN: Final = 14
_HURT_WITHIN: Final = 5
#: Words from an act that its toll names to where it was.
_TO_ITS_PLACE: Final = 10
_HURT: Final = frozenset({"killed", "injured", "abducted"})
_RELATIVES: Final = wordclass.words("relative")


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
            if j == match.last and words.norm[j][0] == "و" and words.norm[i].startswith("ال"):
                break  # مقتل أحد المطلوبين واعتقال أربعة: what they are wanted for is not told
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


def verb_at_place(reading: Reading, trigger: TriggerMention) -> bool:
    """سدّ المتظاهرون الطرق, 12 قرية أُحرقت: a verb that was read as a site or as the name of one, of which nothing is known."""
    place = next((p for p in reading.places if p.mention.first <= trigger.first < p.mention.last), None)
    if place is None or trigger.pos != "verb" or place.latitude is not None:
        return False
    behind = reading.words.norm[trigger.last] if trigger.last < place.mention.last else ""
    return behind.endswith("ون") or (trigger.first > place.mention.first and trigger.voice == "passive")


def counted_behind(reading: Reading, trigger: TriggerMention, reason: str) -> bool:
    """ارتفعت حصيلة ضحايا قصف على البلدة إلى خمسة قتلى: the act whose dead are counted behind it is told by their count; with the
    article (ضحايا القصف على البلدة) it is, where its place is told and no act before it is meant."""
    words, i = reading.words, trigger.first
    definite = any("ال" in prefix or prefix.startswith("لل") for prefix, _ in words.analyses[i])
    if fold(reason).removeprefix("ال") not in _TOLLS or trigger.event_type not in _FORCE:
        return False
    sentence = words.sentences[words.sentence[i]]
    placed = places_within(reading.places, trigger.last, min(sentence.last, trigger.last + _TO_ITS_PLACE))
    if definite and (not placed or tollnames.of_a_period(reading, sentence)):
        return False
    # ارتفعت إلى سبعة قتلى حصيلة القصف على البلدة
    behind = within(reading.casualties, sentence.first if definite else trigger.last, sentence.last)
    return any(c.best is not None and (c.low, c.high) != _SOME for c in behind)


def told_behind(reading: Reading, trigger: TriggerMention) -> bool:
    """احتجاجاً على الاعتقالات التي شنتها القوات, على خلفية مقتل شخص قرب مخيم X: who did it in a clause of its own, or who was hurt
    and where or by whom, is told behind the reason."""
    words, light = reading.words, light_verbs.load()
    last = min(words.sentences[words.sentence[trigger.first]].last, trigger.last + _TOLD_WITHIN)
    if any(words.norm[i - 1] in _RELATIVES and light.points_back[words.norm[i]] for i in range(trigger.last + 1, last)):
        return True
    hurt = within(reading.casualties, trigger.last, min(last, trigger.last + _HURT_WITHIN))
    if not any(c.kind in _HURT for c in hurt):
        return False
    if len(within(reading.casualties, trigger.last, last)) > 1:
        return True  # مقتل حارس وجرح اثنين
    by = within(reading.actors, hurt[0].last, last)
    return any(a.actor_class in ARMED for a in by) or bool(places_within(reading.places, trigger.last, last))
