"""General descriptions of a situation (بين الحين والآخر، منذ أشهر), which are no events (CODEBOOK 1)."""

from collections.abc import Container
from typing import Final

from rasad.events.tense import is_past
from rasad.events.within import within
from rasad.lexicon import generic, wordclass
from rasad.model.mentions import TimeMention, TriggerMention
from rasad.model.reading import Reading

#: Words between a word of general description and the act it describes; an adjective stands right behind it.
_REACH: Final = 12
_ADJECTIVE_REACH: Final = 3
#: Days that "since" may reach back for what is told to be news, and words between منذ and the day it counts from.
_SINCE_LATELY: Final = 8
_SINCE_REACH: Final = 6
#: Words from a superlative to the time it compares with.
_MEASURED_WITHIN: Final = 6
_SUPERLATIVE: Final = wordclass.words("superlative")
#: تشهد المنطقة, and words from a fight to its sides.
_SEES: Final = "تشهد "
_SIDES_WITHIN: Final = 4
_RISES: Final = wordclass.words("toll_rises")
#: What gives the reason of an act, and words from it to what the reason is.
_BECAUSE: Final = wordclass.words("adverb_of_reason")
_REASON_WITHIN: Final = 3
#: Days of the longest time on which one act is told to have happened: a month.
_MONTH: Final = 31
#: Days since when no one act is told in the past.
_SEASON: Final = 60


class Descriptions:
    """The words of general description of one report, found once a sentence."""

    def __init__(self, reading: Reading, reasons: Container[int]) -> None:
        self.reading = reading
        self.reasons = reasons
        self.words = reading.words
        self._cues: dict[int, list[tuple[int, str]]] = {}

    def of(self, trigger: TriggerMention) -> str | None:
        """The word that makes a trigger part of a description; None when there is none, or the act has a day."""
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        if sentence.first not in self._cues:
            self._cues[sentence.first] = self._found(sentence.first, sentence.last)
        near = ((i, word) for i, word in self._cues[sentence.first] if _reaches(i, word, trigger))
        cues = [word for i, word in near if not self._aside(i, word, trigger)]
        cues = cues or self._since_long(trigger, sentence.first)
        if not cues:
            return None
        times = within(self.reading.times, sentence.first, sentence.last)
        return None if any(self._of_one_act(t) for t in times) else cues[0]

    def _since_long(self, trigger: TriggerMention, first: int) -> list[str]:
        """ومنذ تشرين الثاني الماضي استهدفت الجماعة عشرات السفن: a sentence that opens with months and goes on in the past counts
        over them (CODEBOOK 10)."""
        opening = next((t for t in within(self.reading.times, first, first + 1) if t.shape == "since"), None)
        if opening is None or opening.start is None or opening.end is None or (opening.end - opening.start).days <= _SEASON:
            return []
        near = trigger.first - opening.last <= _REACH and trigger.pos == "verb" and is_past(trigger, self.words)
        return [self.words.quote(opening.first, opening.last)] if near else []

    def _aside(self, i: int, word: str, trigger: TriggerMention) -> bool:
        """احتجاجاً على الانفلات الأمني: why something was done; تشهد المنطقة مواجهات بين X وY: the two who fight are told;
        وبذلك يرتفع عدد القتلى منذ مطلع العام إلى 65: what is counted over, behind the act."""
        if any(w.lstrip("وبف") in _RISES for w in self.words.norm[trigger.last : i]):
            return True
        behind = self.words.norm[trigger.last : trigger.last + _SIDES_WITHIN]
        return i in self.reasons or (trigger.frame == "mutual" and word.startswith(_SEES) and "بين" in behind)

    def _of_one_act(self, time: TimeMention) -> bool:
        """A day, days or a month on which something happened; not the beginning of what has lasted since (منذ … في أكتوبر)."""
        if time.precision in ("year", "unknown"):
            return False
        if time.start is not None and time.end is not None and (time.end - time.start).days > _MONTH:
            return False
        if time.shape == "since":
            return time.start is not None and time.end is not None and (time.end - time.start).days <= _SINCE_LATELY
        return "منذ" not in [w.lstrip("و") for w in self.words.norm[max(0, time.first - _SINCE_REACH) : time.first]]

    def _found(self, first: int, last: int) -> list[tuple[int, str]]:
        return [
            (m.first, m.payloads[0])
            for m in generic.load().all(self.words, first, last)
            if not self._compared(m.first, first) and not self._reason(m.first, first)
        ]

    def _reason(self, i: int, first: int) -> bool:
        """إضراب احتجاجاً على الانفلات الأمني: why something was done, no description of it."""
        return any(w.lstrip("و") in _BECAUSE for w in self.words.norm[max(first, i - _REASON_WITHIN) : i])

    def _compared(self, i: int, first: int) -> bool:
        """الأعنف من نوعه منذ أشهر، أكبر هجوم منذ سقوط النظام: what the act is measured by, no time of it."""
        return any(w.removeprefix("ال") in _SUPERLATIVE for w in self.words.norm[max(first, i - _MEASURED_WITHIN) : i])


def _reaches(i: int, word: str, trigger: TriggerMention) -> bool:
    if word.startswith("ال") and " " not in word:
        return 0 <= i - trigger.last < _ADJECTIVE_REACH
    if trigger.frame == "patient" and i < trigger.first:
        return True  # تشهد بين حين وآخر هجمات …، ما يسفر عن سقوط قتلى: what the description ends in
    return trigger.first - _REACH <= i < trigger.last + _REACH
