"""Days that are told of words about an act, not of the act: of what was given out, said, announced or counted then."""

from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import attribution_at, within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import TimeMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

#: Words from the day on which somebody spoke to "that".
_SAID_WITHIN: Final = 8
_THAT_HE: Final = wordclass.words("that_opener")
_OF_WOUNDS: Final = wordclass.stems("of_wounds_stem")
#: Words of a death that comes some time after the act (توفي، فارق الحياة), and of the hurt that led to it.
_DIES: Final = wordclass.words("dies_later")
_HURT: Final = wordclass.stems("was_hurt_stem")
_ROSE: Final = wordclass.stems("toll_rose_stem")
#: Words from "rose" to its day.
_BESIDE: Final = 4
#: Words from a statement to its day (بيان صدر عن وزارة الداخلية أمس).
_GIVEN_OUT_WITHIN: Final = 8
_STATEMENTS: Final = wordclass.stems("statement_stem")
_ACCORDING: Final = wordclass.words("according_to")
_MARKS: Final = frozenset("،؛.:")


class SaidDays:
    """Asks it of the times of one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        #: times that were asked whether a statement was given out then
        self._given_out: dict[int, bool] = {}

    def of_statement(self, time: TimeMention) -> bool:
        """في بيان اليوم، وفق بيان صدر عن الوزارة أمس، حسبما أفاد مصدر اليوم: the day of what somebody gave out."""
        if time.first not in self._given_out:
            self._given_out[time.first] = self._stands_in_statement(time)
        return self._given_out[time.first]

    def _stands_in_statement(self, time: TimeMention) -> bool:
        opening = max(self.words.sentences[self.words.sentence[time.first]].first, time.first - _GIVEN_OUT_WITHIN)
        for i in range(time.first - 1, opening - 1, -1):
            if self.words.norm[i] in _MARKS or within(self.reading.triggers, i, i + 1):
                return False
            if any(stem.startswith(_STATEMENTS) for _, stem in self.words.analyses[i]) or self.words.norm[i] in _ACCORDING:
                return True
        return False

    def of_announcement(self, draft: Draft) -> bool:
        """أعلنت X، اليوم الأحد، مقتل …: the day may be that of the announcement; a day told later is surer."""
        time, trigger = draft.time, draft.trigger
        if time is None or time.first > trigger.first or trigger.pos == "verb":
            return False
        if time.end is not None and time.end < self.reading.published:
            return False  # who announced it the day before tells what was done then
        said = attribution_at(self.reading.attributions, time.first)
        return said is not None and said.why.startswith("verb") and bool(said.sources) and time.first - said.sources[0].last <= 2

    def of_saying(self, draft: Draft) -> bool:
        """قال مسؤولون، الجمعة، إن ثلاثة قُتلوا: between who speaks and what he says stands the day on which he spoke."""
        time, trigger = draft.time, draft.trigger
        if time is None or time.last > trigger.first:
            return False
        told = within(self.reading.triggers, max(draft.clause[0], time.first - _SAID_WITHIN), time.first)
        if draft.event_type not in VERBAL_TYPES and told and told[-1].event_type in VERBAL_TYPES and told[-1].pos == "verb":
            return True  # اتهمت الحكومة، اليوم، قوات X بقصف الحي مساء أمس
        if trigger.pos != "verb" and draft.status != "planned":
            return False  # قال القائد، الأحد، إن قواته ستشن هجوماً: of a plan also where a noun tells it
        said = attribution_at(self.reading.attributions, time.first)
        behind = self.words.norm[time.last : min(trigger.first, time.last + _SAID_WITHIN)]
        return said is not None and bool(said.sources) and not _THAT_HE.isdisjoint(behind)

    def died_later(self, draft: Draft) -> bool:
        """توفي أمس متأثراً بجروح أصيب بها قبل أسبوع, توفي طفل أصيب بقصف الجمعة: the day of the death is none of the act's."""
        behind = self.words.norm[draft.trigger.first : draft.clause[1]]
        signs = _OF_WOUNDS + _HURT if fold(draft.trigger.lemma) in _DIES else _OF_WOUNDS
        return any(w.startswith(signs) for w in behind)

    def of_counting(self, draft: Draft) -> bool:
        """ارتفع اليوم عدد القتلى: the day may be that of the counting; one that is told of the act itself is surer."""
        time, trigger = draft.time, draft.trigger
        if time is None or time.first > trigger.first:
            return False
        return any(w.startswith(_ROSE) for w in self.words.norm[max(draft.clause[0], time.first - _BESIDE) : time.first])
