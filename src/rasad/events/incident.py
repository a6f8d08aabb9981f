"""The day of an act told of it by a word that names no act: وقعت الحادثة مساء أمس, جرت عملية الخطف فجر الخميس."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.model.mentions import TimeMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

_INCIDENT: Final = wordclass.words("incident")
_HAPPENED: Final = wordclass.words("happened")
#: Words from "happened" to its day, and between it and what happened.
_TO_DAY: Final = 4
_BESIDE: Final = 3
#: Sentences back to the act, and days that it lasted at most.
_BACK: Final = 3
_LASTED: Final = 3


def give(drafts: Sequence[Draft], reading: Reading) -> None:
    """To the act told last that has no day of its own."""
    for time in reading.times:
        if _is_day(time, reading) and _of_incident(time, reading):
            number = reading.words.sentence[time.first]
            told = [d for d in drafts if number - _BACK <= d.sentence < number and not d.headline]
            told = [d for d in told if d.event_type not in VERBAL_TYPES and d.status in ("occurred", "ongoing")]
            last = [d for d in told if d.sentence == told[-1].sentence]
            if last and all(d.time is None and not d.timeless for d in last):
                last[0].time, last[0].time_from = time, "story"
                last[0].notes.append(f"date: {time.why}, told of the incident")


def _is_day(time: TimeMention, reading: Reading) -> bool:
    if time.shape != "point" or time.start is None or time.end is None or time.stand_in:
        return False
    return time.start <= reading.published and (time.end - time.start).days <= _LASTED


def _of_incident(time: TimeMention, reading: Reading) -> bool:
    words = reading.words
    opening = words.sentences[words.sentence[time.first]].first
    norm = words.norm
    for i in range(time.first - 1, max(opening, time.first - _TO_DAY) - 1, -1):
        if norm[i] in _HAPPENED or norm[i].removeprefix("و") in _HAPPENED:
            around = range(max(opening, i - _BESIDE), time.first)
            named = any(norm[j].removeprefix("و") in _INCIDENT for j in around)
            return named and not within(reading.triggers, opening, i)
    return False
