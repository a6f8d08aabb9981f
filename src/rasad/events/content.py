"""What a verbal act is about is only asked, threatened, agreed or condemned, unless words or a time tell that it was done."""

from typing import Final

from rasad.events.clauses import participle
from rasad.events.days import open_hours
from rasad.events.within import within
from rasad.lexicon import triggers, wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TimeMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

#: Types whose content is what someone wants, threatens or agrees to, not what happened.
_CONTENT_OF: Final = frozenset({"REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE", "CONCEDE", "CONSULT"})
_CONDITIONS: Final = wordclass.words("condition") | {"حال"}
#: … and what is still to be done when it is said.
_TO_COME: Final = frozenset({"REQUEST", "THREATEN", "AGREE", "CONCEDE"})
#: To condemn an act is not to tell it.
_CONDEMNS: Final = wordclass.words("condemn")
#: How many words the content of a verbal act may run on within its clause.
_CONTENT_REACH: Final = 14
_LEADS_TO: Final = wordclass.stems("leads_to_stem")
#: بتعليمات من القائد تم رفع الجاهزية: what was done.
_CARRIED_OUT: Final = frozenset({"تم", "وتم", "جري", "وجري", "تمت"})
_THEREBY: Final = wordclass.words("thereby")
#: طالب متظاهرون: a protest told by what it asks.
_CROWD_ASKS: Final = wordclass.words("crowd_asks")
_PREVENTS: Final = wordclass.words("prevents")
#: Words behind a trigger among which a time is its own.
_TIME_REACH: Final = 10
#: Words from an act of force to the relative clause that says what came of it.
_TOLD_REACH: Final = 14
_RELATIVES: Final = wordclass.words("relative")
_AFTER: Final = frozenset({"بعد", "عقب"})
#: Words from "after" to the act, with a count of hours, days or months between.
_AFTER_WITHIN: Final = 5
#: Before a meeting at which something was said or agreed.
_WHERE_MET: Final = frozenset({"خلال", "في", "ختام", "اثناء", "عبر"})
_DURING: Final = frozenset({"خلال", "اثناء"})
#: رحب بقرار X …: what somebody decided.
_DECISIONS: Final = frozenset({"قرار", "اعلان", "خطوه"})
_AMID: Final = wordclass.words("amid")
_OPENS_TIME: Final = wordclass.words("opens_clause_of_time")
_TAKES_PART: Final = wordclass.stems("takes_part_stem")
_ENDS: Final = frozenset(".؛:") | _THEREBY | _CARRIED_OUT


def has_content(trigger: TriggerMention) -> bool:
    """Whether what follows is only asked, threatened, agreed, condemned or prevented. An accusation may tell it (اتهم … بقصف)."""
    lemma = fold(trigger.lemma)
    return trigger.event_type in _CONTENT_OF or lemma in _CONDEMNS or lemma in _PREVENTS or lemma in _CROWD_ASKS


def _leads(norm: str) -> bool:
    return norm.lstrip("وف").startswith(_LEADS_TO)


#: Whether a word says what came of something.
_LEADS: Final = PerWord(_leads)


class Content:
    """The words of one report that say where the content of a verbal act ends."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.verbs = {t.first for t in reading.triggers if t.pos == "verb"}
        self.verbal_nouns = {t.first for t in reading.triggers if t.pos == "noun" and t.event_type in VERBAL_TYPES}
        self.outcomes = set(_LEADS.where(reading.words.norm))

    def holds(self, verbal: TriggerMention, trigger: TriggerMention) -> bool:
        """Whether a trigger stands in what a verbal act is about."""
        if self.words.norm[trigger.first - 1] == "خلال":
            return False  # طالبوا، خلال اعتصام أمام المبنى، بـ: where it was said
        words = self.words
        if words.sentence[verbal.first] != words.sentence[trigger.first] or trigger.first - verbal.last > _CONTENT_REACH:
            return False
        verb = trigger.pos == "verb" and not self._may_be_noun(trigger)
        if verb and verbal.event_type == "CONSULT" and trigger.event_type == "AGREE":
            return False  # وفي ختام الزيارة اتفق الجانبان: a meeting and the deal it yields are two (CODEBOOK 10)
        for i in range(verbal.last, trigger.first):
            if words.norm[i] in _ENDS or (words.norm[i] == "ما" and i + 1 in self.outcomes):
                return False  # هددوا الدورية، مما أدى لانسحابها: what came of it was done
            if verbal.event_type == "CONSULT" and trigger.event_type == "AGREE" and i in self.outcomes:
                return False  # مفاوضات أفضت إلى اتفاق
            if words.norm[i] in "،.," and words.norm[i + 1] in _OPENS_TIME:
                return False  # طالبوه بالتدخل، وبعد مفاوضات دخلت قوات: a clause of time tells on
            if words.norm[i] in "،," and (verb or i + 1 in self.verbs):
                return False  # طالبت بإسقاط النظام، واقتحمت المعبر: a verb after the comma tells on
            if words.norm[i] in "،," and i + 1 in self.verbal_nouns and participle(words, i + 1):
                return False  # رفض المقترح، متوعداً بالرد: so does a participle
        if verb and words.norm[trigger.first][0] == "و" and (trigger.first - verbal.last > 3 or verbal.event_type == "CONSULT"):
            return False  # عقدوا اجتماعاً واتفقوا على …
        previous = words.norm[trigger.first - 1] if trigger.first else ""
        agreed = verbal.event_type == "AGREE" and previous == "علي" and trigger.event_type != "CONSULT"
        if previous == "من" and not _AFTER.isdisjoint(
            words.norm[max(verbal.last, trigger.first - _AFTER_WITHIN) : trigger.first]
        ):
            previous = "بعد"  # جاء الاتفاق بعد ساعات من سيطرة القوات على …
        if previous in _AMID:
            return False  # وسط اتهامات: what surrounds it is no part of it
        if trigger.event_type == "CONSULT" and previous in _WHERE_MET and not self._takes_part(trigger.first - 2):
            return False  # وقعوا الاتفاق في اجتماع: where it was said, not what was
        if trigger.event_type == "PROTEST" and previous in _DURING:
            return False  # طالب نازحون خلال اعتصام
        if previous in _AFTER and trigger.event_type == "ASSAULT" and trigger.pos == "noun" and verbal.event_type == "REQUEST":
            return False  # طالب النواب بسحب الفصائل بعد مشاجرة
        return agreed or verbal.event_type == "REQUEST" or previous not in ("بعد", "عقب", "اثر", "علي")

    def _takes_part(self, i: int) -> bool:
        """رفض المشاركة في اجتماعات: the meeting is what is refused."""
        return any(stem.startswith(_TAKES_PART) for _, stem in self.words.analyses[i])

    def _may_be_noun(self, trigger: TriggerMention) -> bool:
        """اتفقوا على وقف النار وسحب الآليات: written without vowels, the verb is a noun of the same act too."""
        norm = self.words.norm[trigger.first]
        forms = triggers.load().get(norm.removeprefix("و"), ()) if norm[0] == "و" else ()
        return any(f.entry.pos == "noun" and f.entry.event_type == trigger.event_type for f in forms)

    def own_time(self, trigger: TriggerMention, verbal: TriggerMention | None = None) -> bool:
        """Whether a time to come, or the day of publication, stands behind the trigger in its sentence; hours without a
        direction are to come behind a demand, a threat or a promise (تعهد بسحب القوات خلال 48 ساعة)."""
        ahead = verbal is not None and verbal.event_type in _TO_COME
        published = self.reading.published
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        return any(
            t.first >= trigger.last
            and t.first - trigger.last < _TIME_REACH
            and t.start is not None
            and (t.start > published or (t.start == published and t.precision == "day") or (ahead and self._hours_of(trigger, t)))
            for t in within(self.reading.times, sentence.first, sentence.last)
        )

    def _hours_of(self, trigger: TriggerMention, time: TimeMention) -> bool:
        """Hours without a direction, not those of a condition (بقطع الطريق في حال عدم توفير المياه خلال 48 ساعة)."""
        between = self.words.norm[trigger.last : time.first]
        return open_hours(time, self.words) and _CONDITIONS.isdisjoint(between)

    def was_done(self, verbal: TriggerMention, trigger: TriggerMention) -> bool:
        """Whether its own day, what came of it or who decided it tells that the content was done."""
        return self.dated(trigger, verbal) or self.told_of(trigger) or self.decided(verbal, trigger)

    def decided(self, verbal: TriggerMention, trigger: TriggerMention) -> bool:
        """رحب بقرار إسبانيا حظر تصدير السلاح, بإرسال الأردن مساعدات: what somebody named has decided or done is welcomed."""
        if verbal.event_type != "SUPPORT" or trigger.pos == "verb":
            return False
        between = self.words.norm[verbal.last : trigger.first]
        decision = any(w.lstrip("وبل").removeprefix("ال") in _DECISIONS for w in between)
        return decision and bool(within(self.reading.actors, verbal.last, trigger.first))

    def told_of(self, trigger: TriggerMention) -> bool:
        """أدان الهجوم على X والذي أسفر عن قتلى, القصف الذي أودى بحياة تسعة: what came of an act of force, told behind it."""
        if trigger.event_type != "ASSAULT" or trigger.pos == "verb":
            return False
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        for i in range(trigger.last, min(sentence.last - 1, trigger.last + _TOLD_REACH)):
            if self.words.norm[i].lstrip("و") in _RELATIVES:
                return i + 1 in self.outcomes
            if i in self.verbs:
                return False
        return False

    def dated(self, trigger: TriggerMention, verbal: TriggerMention) -> bool:
        """Whether its own day, days, week or month stands behind the trigger: so told, it was done (التي عُقدت أول أمس)."""
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        times = within(self.reading.times, trigger.last, min(sentence.last, trigger.last + _TIME_REACH))
        if not times or times[0].precision in ("year", "unknown"):
            return False
        if verbal.event_type in _TO_COME and open_hours(times[0], self.words):
            return False  # هدد باقتحام البلدة خلال 24 ساعة
        return not within(self.reading.triggers, trigger.last, times[0].first)
