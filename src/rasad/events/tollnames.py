"""Acts that a sentence names as those whose dead or hurt it numbers: بلغ عدد قتلى الهجوم 25، حصيلة قصف السوق 15 قتيلاً."""

from typing import Final

from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading
from rasad.model.words import Sentence

#: Right before the noun of the act: those it hurt, or their number.
_OF_ITS_TOLL: Final = wordclass.words("whose_toll")
#: Days from the first to the last of a time over which many acts are counted.
_WEEK: Final = 6
#: Words of a toll at the head of a sentence, and what leads on to the act that it came of.
_HEAD: Final = 4
_CAME_OF: Final = frozenset({"في", "جراء", "اثر", "نتيجه", "بسبب"})
#: What opens a count, and words from it to the act that it came of.
_COUNTS: Final = frozenset({"عدد", "حصيله", "الحصيله"})
_TO_COUNT: Final = 9
_HARM: Final = frozenset({"killed", "injured", "killed_or_injured"})


def numbered(trigger: TriggerMention, reading: Reading) -> bool:
    """Whether those whom the act hurt are named right before it and numbered in its sentence, over no period."""
    words = reading.words
    if trigger.pos == "verb" or not trigger.first:
        return False
    sentence = words.sentences[words.sentence[trigger.first]]
    before = words.norm[max(sentence.first, trigger.first - _TO_COUNT) : trigger.first]
    # عدد القتلى الذين وصلوا إلى المستشفى جراء القصف على البلدة بلغ 17
    counted = before[-1:] != [] and before[-1] in _CAME_OF and any(w.lstrip("وب") in _COUNTS for w in before)
    if not counted and words.norm[trigger.first - 1].lstrip("وبل") not in _OF_ITS_TOLL:
        return False
    claims = within(reading.casualties, sentence.first, sentence.last)
    if of_a_period(reading, sentence):
        return False
    return any(c.low is not None and c.low == c.high and c.low > 1 and not c.subset for c in claims)


def headed(trigger: TriggerMention, reading: Reading) -> bool:
    """قتلى وجرحى بقصف على سوق، ارتقاء 5 شهداء باستهداف مجموعة: whether the sentence begins with a toll, and the act of force that
    it came of stands behind it."""
    words = reading.words
    sentence = words.sentences[words.sentence[trigger.first]]
    claims = within(reading.casualties, sentence.first, min(trigger.first, sentence.first + _HEAD))
    came_of = words.norm[trigger.first][0] == "ب" or words.norm[trigger.first - 1] in _CAME_OF
    told = any(c.kind in _HARM and not c.subset and c.high != 0 for c in claims)
    force = trigger.pos != "verb" and trigger.event_type == "ASSAULT"
    return force and came_of and told and not of_a_period(reading, sentence)


def of_a_period(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence tells of more than a week."""
    times = within(reading.times, sentence.first, sentence.last)
    return any(t.start is not None and t.end is not None and (t.end - t.start).days >= _WEEK for t in times)
