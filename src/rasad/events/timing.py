"""When an act happened: of the times that its sentence names, the one that is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from rasad.events import spokenof
from rasad.events.days import open_hours
from rasad.events.draft import Draft, Nearness
from rasad.events.saiddays import SaidDays
from rasad.events.tense import is_past
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import FUSED, UNJOINED, among
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import FROM_AN_ACT, LATER, SO_LONG, TimeMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, precision

#: Days; the going acts of the coded reports began at most 8 weeks before publication.
_LONG: Final = 56
#: Words: a month or year counts as standing so far off, another act between act and time as so many words.
_FAR: Final = 30
_ACT: Final = 12
#: Days; "since" so long beside what is done is so long ago.
_AGO: Final = 14
#: Words to a month that is told of the act beside it.
_BESIDE: Final = 4
#: Words to the time since when an act lasts.
_LASTS_WITHIN: Final = 12
#: Words between what came before and its time.
_OPENED_WITHIN: Final = 10
#: What the reason of a time says that is a day of the calendar.
_CALENDAR: Final = ("day and month", "with its date")
_CHARGES: Final = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_RELATIVES: Final = wordclass.words("relative")
_THAT: Final = frozenset({"ان", "بان"})
#: Words behind an act to a relative that tells of the act itself (القصف الذي استهدف …).
_ITS_RELATIVE: Final = 2
#: Words from an act to its time behind "took place".
_TOLD_WITHIN: Final = 4
_BEFORE: Final = wordclass.words("what_came_before")
#: What an act came upon at once.
_UPON: Final = "اثر"
_HAD: Final = wordclass.words("had")
_ROSE: Final = wordclass.stems("toll_rose_stem")
#: Words from شهدت to a time behind its subject (شهدت بلدة X منذ يومين احتجاجات).
_SCENE_WITHIN: Final = 6
_TOOK_PLACE: Final = wordclass.words("took_place")
#: Definite participles whose time is that of the noun before them.
_DATED: Final = wordclass.words("dated_participle")
#: Words from "after two days" to the act that came then.
_NEXT_WITHIN: Final = 4
#: Words from such a participle to its time (الموقع بين الطرفين بتاريخ 23 أكتوبر).
_DEALT_WITHIN: Final = 4
#: Words of the relative clause that says which deal is meant.
_DEALT_LONG: Final = 14
_DOES: Final = wordclass.stems("does_stem")
_REASON: Final = wordclass.words("reason_of_act")
_THROUGH: Final = wordclass.stems("through_stem")


#: Whether a word opens a relative clause.
_OPENS_RELATIVE: Final = PerWord(lambda norm: norm.removeprefix("و") in _RELATIVES)


class Timing:
    """Gives acts their times; one report long."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.said = SaidDays(reading)

    def give(self, draft: Draft, times: Sequence[TimeMention], pieces: Sequence[tuple[int, int]] = ()) -> None:
        """The time of the clause, else of the sentence; ``times`` are those of the sentence, in the order of the text, and
        `pieces` its clauses."""
        ends = [t for t in times if t.shape == "until"]
        times = [t for t in times if t.shape not in ("until", "head")]
        inside = [t for t in times if t.shape == "vague" or (t.start is not None and self._told_of(draft, t))]
        if spokenof.give(draft, inside, self.words):
            return
        published = self.reading.published
        of_words = draft.event_type in VERBAL_TYPES - {"CONSULT"} or draft.event_type in ("AGREE", "CONCEDE")
        # A meeting or visit is an act, not words: يزور الوفد البلدة غداً is planned.
        if of_words and draft.status == "occurred":
            # What is asked for or threatened has its own day (طالب … بعدم خروج مظاهرات الجمعة المقبل).
            inside = [t for t in inside if t.start is None or t.start <= published]
        elif draft.status in ("planned", "demanded"):
            inside = [self._ahead(t) for t in inside]
            # إن لم تنفذ المطالب هذا الأسبوع فسيضربون الأحد المقبل: the day to come is the plan's.
            inside = [t for t in inside if t.start is not None and t.start >= published] or inside
            if any(t.start is not None and t.start > published and t.first > draft.trigger.first for t in inside):
                # دعا مساء اليوم إلى إضراب يومي الأحد والاثنين المقبلين: the day before it is that of the words
                inside = [t for t in inside if t.first > draft.trigger.first]
        # المحاصر منذ عامين: how long something has lasted is no day of another act.
        inside = [t for t in inside if not _long_since(t) or self._lasts(draft, t)]
        inside = [t for t in inside if not self._of_another(draft, t)]
        if not of_words:
            inside = [t for t in inside if not self.said.of_statement(t)] or inside
        in_clause = [t for t in inside if draft.clause[0] <= t.first < draft.clause[1]]
        inside = [t for t in inside if t.shape in ("point", "since")]
        if draft.status == "occurred":
            inside = [t for t in inside if t.start is None or t.start <= published]
        if of_words:
            inside = [t for t in inside if not self._of_what_is_told(draft, t)]
        if in_clause:
            nearest = self._nearest(in_clause, draft.trigger.first)
            if nearest.shape == "vague":
                draft.timeless = True
                draft.notes.append(f"date: {self.words.quote(nearest.first, nearest.last)} tells none")
                return
            draft.time, draft.time_from = nearest, "clause"
        elif inside := [t for t in inside if not self._aside(draft, t, pieces)]:
            before = [t for t in inside if t.first < draft.trigger.first]
            draft.time, draft.time_from = before[-1] if before else inside[0], "sentence"
        self._done_so_long_ago(draft)
        for end in ends:
            self._last_until(draft, end)
        self._not_of_words(draft, inside, times)
        if draft.time is not None:
            draft.notes.append(f"date: {draft.time.why} ({draft.time_from})")

    def _not_of_words(self, draft: Draft, inside: Sequence[TimeMention], times: Sequence[TimeMention]) -> None:
        """Where the day is that of a saying, an announcement, a count or a death, the one told of the act itself."""
        if draft.time is not None and self.said.of_saying(draft):
            behind = self._told_behind(draft, inside)
            draft.time, draft.time_from = behind or (draft.time, draft.time_from)
            draft.said_then = behind is None
            if draft.said_then and draft.status in ("planned", "demanded") and self._past_or_today(draft.time):
                # قال مسؤول، الأربعاء، إن القوات ستنسحب (الجمعة): the day of the words is none of the plan
                draft.time = next((t for t in inside if t.first >= draft.trigger.last), None)
                draft.time_from, draft.timeless, draft.said_then = "clause" if draft.time else "none", draft.time is None, False
        elif draft.time is not None and draft.time.first < draft.trigger.first:
            draft.time, draft.time_from = self._told_behind(draft, inside) or (draft.time, draft.time_from)
        if draft.time is not None and (self.said.of_announcement(draft) or self.said.of_counting(draft)):
            draft.time, draft.time_from = self._told_behind(draft, inside) or (draft.time, "story")
        if draft.time is not None and self.said.died_later(draft):
            draft.time, draft.time_from = self._told_behind(draft, times) or (draft.time, draft.time_from)

    def _of_what_is_told(self, draft: Draft, time: TimeMention) -> bool:
        """أدان القصف الذي طال أمس المخيم، ودعا إلى …, أقر بأنه قصفه في 17 آذار، وفتح تحقيقاً: the day of what is spoken of."""
        joined = self.words.norm[draft.trigger.first].startswith("و")
        if not joined or draft.clause[0] <= time.first < draft.clause[1]:
            return False
        opening = self.words.sentences[draft.sentence].first
        return any(w in _THAT or w in _RELATIVES for w in self.words.norm[opening : time.first])

    def _told_behind(self, draft: Draft, times: Sequence[TimeMention]) -> tuple[TimeMention, Nearness] | None:
        """أفادت مصادر، السبت، باختطاف طبيب …، مساء أمس: the older day behind the act is its own, not that of the saying."""
        said, last = draft.time, draft.trigger.last
        for time in times:
            older = said is not None and time.end is not None and said.start is not None and time.end < said.start
            between = within(self.reading.triggers, last, time.first)
            if time.first >= last and older and all(t.event_type == draft.event_type for t in between):
                return time, "clause"
        return None

    def _past_or_today(self, time: TimeMention | None) -> bool:
        return time is not None and time.end is not None and time.end <= self.reading.published

    def _ahead(self, time: TimeMention) -> TimeMention:
        """ستتدخل القوات خلال 48 ساعة: hours without a direction lie ahead of what is to be done."""
        hours = open_hours(time, self.words) and self._past_or_today(time)
        if hours and time.start is not None and time.end is not None:
            return replace(time, start=time.end, end=time.end + (time.end - time.start), why=f"{time.why}, ahead")
        return time

    def _done_so_long_ago(self, draft: Draft) -> None:
        """خرج الأهالي منذ يومين: "since two days" of what is told as done is two days ago; of what goes on it is a range."""
        time, norm = draft.time, self.words.norm
        if time is None or time.why != SO_LONG or time.start is None or time.end is None or (time.end - time.start).days > _AGO:
            return
        told = within(self.reading.triggers, draft.clause[0], time.first)
        done = any(t.event_type == draft.event_type and t.pos == "verb" and is_past(t, self.words) for t in told)
        near = norm[max(draft.clause[0], time.first - _SCENE_WITHIN) : time.first]
        if draft.status == "occurred" and (done or any(among(w, _TOOK_PLACE) for w in near)):
            draft.time = replace(time, end=time.start, precision="day", shape="point", why=f"{time.why}, of an act that is done")

    def _last_until(self, draft: Draft, end: TimeMention) -> None:
        """اندلعت اشتباكات مساء أمس واستمرت حتى فجر اليوم: from the day it began to the day told as its end."""
        last = draft.trigger.last
        others = [t for t in within(self.reading.triggers, last, end.first) if t.event_type != draft.event_type]
        if end.first < last or others or end.start is None or end.end is None:
            return
        if draft.time is None:
            draft.time, draft.time_from = end, "clause"
        elif draft.time.start is not None and 0 < (end.end - draft.time.start).days < _LONG:
            days = (end.end - draft.time.start).days + 1
            last = end.last if end.first - draft.time.last <= _BESIDE else draft.time.last
            why = f"{draft.time.why}, {end.why}"
            draft.time = replace(draft.time, last=last, end=end.end, precision=precision(days), why=why)

    def _told_of(self, draft: Draft, time: TimeMention) -> bool:
        """بعد يومين من الهجوم, غداة الهجوم: of the act right behind it, which was done, and of no other."""
        first = draft.trigger.first
        if time.shape != "after":
            return True
        return draft.status == "occurred" and time.last <= first and not within(self.reading.triggers, time.last, first)

    def _of_another(self, draft: Draft, time: TimeMention) -> bool:
        """A time behind the act that is told of another one: behind its clause; of what others do or had done (هاجموا القرية
        التي استعادها الجيش أمس، نقطة كانت أوقفت شاباً أمس); of the reason (خرجت احتجاجاً على مقتل مدني الأحد); or still to come.
        """
        last = draft.trigger.last
        first = draft.trigger.first
        if time.first < last:
            if time.last == first and FROM_AN_ACT in time.why:
                return True  # قبل يومين من الهجوم خُطف …: it counts from the attack
            # تصعيد منذ يوم السبت، بعد قصف …؛ هددوا، الاثنين، بالإضراب احتجاجاً على خطف …
            near = self.words.norm[max(time.last, first - 2) : first]
            if self._is_old(time) and any(w in _BEFORE and w.removeprefix("و") != _UPON for w in near):
                # فُرض الحظر مساء الأحد إثر مقتل رجل: of one day; أعلن الحاكم الطوارئ في 21 أيلول، عقب أعمال عنف: as old or older
                return True
            if self._is_old(time) and self._opened_by(_BEFORE, draft, time):
                return True  # بعد الاجتياح في أيلول من العام الماضي، وسط اتهامات
            before = time.shape == "since" and not _BEFORE.isdisjoint(self.words.norm[time.last : first])
            # هاجمت، أمس، قرية X انتقاماً، وقتلت: the reason is over where another clause begins
            return before or self._stands_between(_REASON, max(time.last, draft.clause[0]), first)
        if not _DATED.isdisjoint(self.words.norm[max(last + 1, time.first - _DEALT_WITHIN) : time.first]):
            return True  # اتهم المجموعات بخرق الاتفاق الموقع قبل أسبوعين: the day of the deal
        if time.why.endswith(LATER) and within(self.reading.triggers, time.last, time.last + _NEXT_WITHIN):
            return True  # فجّر نفسه …، وبعد دقائق انفجرت سيارة
        between = within(self.reading.triggers, last, time.first)
        if means := list(takewhile(lambda t: self._means_of(draft, t), between)):
            last, between = means[-1].last, between[len(means) :]
        act_between = bool(between[self._its_verb(draft, between, last) if time.shape == "point" else 0 :])
        if act_between and draft.event_type in _CHARGES and any(t.event_type not in VERBAL_TYPES for t in between):
            return True  # دان ارتكاب مجزرة أمس: the day of what is condemned
        if time.first >= draft.clause[1]:
            if act_between and self._of_all(draft, time, between):
                return False
            return act_between or self._relative_of_another(draft, last + _ITS_RELATIVE, time.first)
        if self._relative_of_another(draft, last + (0 if act_between else _ITS_RELATIVE), time.first):
            return True
        if self._stands_between(_HAD, last, time.first) or (act_between and self._stands_between(_REASON, last, time.first)):
            return True
        if act_between and self._told_of_before(draft, time, between):
            return True
        published = self.reading.published
        to_come = time.start is not None and time.start > published
        long = time.precision not in ("day", "unknown") and (time.shape != "since" or draft.event_type in VERBAL_TYPES)
        return act_between and (long or (to_come and draft.status == "occurred"))

    def _of_all(self, draft: Draft, time: TimeMention, between: Sequence[TriggerMention]) -> bool:
        """نفذ ثلاث غارات على X، وغارتين على Y، فجر الاثنين: a day set off by commas behind nouns joined by و is of all."""
        joined = (
            t.pos != "verb" and t.event_type == draft.event_type and self.words.norm[t.first].startswith("و") for t in between
        )
        return draft.trigger.pos != "verb" and self.words.norm[time.first - 1] == "،" and all(joined)

    def _aside(self, draft: Draft, time: TimeMention, pieces: Sequence[tuple[int, int]]) -> bool:
        """أعادوا فتح الطريق تنفيذاً للاتفاق المبرم مطلع الشهر، وطالب نائب: a day before the act's clause that is not even that of
        the act with which its own clause begins."""
        clause = next((c for c in pieces if c[0] <= time.first < c[1]), None)
        acts = within(self.reading.triggers, clause[0], time.first) if clause is not None and clause[1] <= draft.clause[0] else ()
        if clause is None or len(acts) < 2 or self.words.norm[time.first - 1] == "،":
            return False  # أطلق النار على متظاهر كان يقطع الطريق، ليل الثلاثاء، فأرداه: set off by commas it is of the whole
        caused = self.words.norm[draft.clause[0]].startswith("ف") and not fold(draft.trigger.lemma).startswith("ف")
        if caused or (draft.trigger.pos == "verb" and acts[-1].event_type == draft.event_type != acts[0].event_type):
            # أوقفته السلطات في يناير، فخطف أنصاره; استنكر الغارة التي استهدفت X الجمعة وأودت بثلاثة: it goes on with the raid
            return False
        first = replace(draft, trigger=acts[0], clause=clause, event_type=acts[0].event_type)
        return self._of_another(first, time)

    def _told_of_before(self, draft: Draft, time: TimeMention, between: Sequence[TriggerMention]) -> bool:
        """أجلى العائلات بعد تعرضها لقصف أمس, يطالب باستعادة من اعتقلتهم القوة قبل أسبوع: the day of what came before."""
        after = self._stands_between(_BEFORE, draft.trigger.last, time.first)
        if after and "،" not in self.words.norm[between[-1].last : time.first]:
            return True
        return self._is_old(time) and any(t.pos == "verb" and t.event_type != draft.event_type for t in between)

    def _means_of(self, draft: Draft, act: TriggerMention) -> bool:
        """كانوا قد قُتلوا في اشتباكات الأسبوع الماضي: by what people were hurt is no other act, and their day is its day."""
        hurt = draft.trigger.frame == "patient" or draft.trigger.voice != "active"
        if not hurt or act.pos == "verb" or act.event_type != draft.event_type:
            return False
        norm, i = self.words.norm, act.first
        return norm[i - 1].startswith(_THROUGH) or "ب" in FUSED[norm[i]]

    def _its_verb(self, draft: Draft, behind: Sequence[TriggerMention], last: int) -> bool:
        """المحادثات التي عقدت يوم الثلاثاء: the verb of the relative clause right behind tells of the act itself."""
        if not behind or behind[0].event_type != draft.event_type:
            return False
        verb = behind[0].first
        return verb - last <= _ITS_RELATIVE + 1 and self._stands_between(_RELATIVES, last, verb)

    def _lasts(self, draft: Draft, time: TimeMention) -> bool:
        """Whether neither another act nor a relative clause stands between the draft's own and the time since when it lasts."""
        last = draft.trigger.last
        at = time.last + (self.words.norm[time.last : time.last + 1] == ["،"])
        if at == draft.trigger.first and draft.trigger.pos == "verb":
            return not is_past(draft.trigger, self.words)  # منذ 10 أيار 2020 تحاصر القوات المدينة
        if not last <= time.first < draft.clause[1] or within(self.reading.triggers, last, time.first):
            return False
        return time.first - last <= _LASTS_WITHIN and not self._stands_between(_RELATIVES, last, time.first)

    def _opened_by(self, forms: frozenset[str], draft: Draft, time: TimeMention) -> bool:
        """Whether a comma parts the draft from a time of its clause before it, and one of the forms opens what that stands in."""
        opening = max(draft.clause[0], time.first - _OPENED_WITHIN)
        apart = "،" in self.words.norm[time.last : draft.trigger.first]
        return apart and any(w in forms for w in self.words.norm[opening : time.first])

    def _is_old(self, time: TimeMention) -> bool:
        """Older than the day before publication."""
        published = self.reading.published
        return time.end is not None and (published - time.end).days > 1

    def _stands_between(self, forms: frozenset[str], first: int, last: int) -> bool:
        return not forms.isdisjoint(map(UNJOINED.__getitem__, self.words.norm[first:last]))

    def _relative_of_another(self, draft: Draft, first: int, last: int) -> bool:
        """A relative clause there that does not tell of the act itself (الجريمة التي ارتكبها العام الماضي); what "took place" is
        no verb (أغلقوا الطرق خلال الانتفاضة التي اندلعت في 17 تشرين الأول)."""
        norm, verb = self.words.norm, draft.trigger.pos == "verb"
        return any(
            (norm[i + 1] not in _TOOK_PLACE or (verb and not within(self.reading.triggers, draft.trigger.last, i)))
            and not (norm[i + 1].startswith(_DOES) and norm[i + 1].endswith(("ها", "ه")))
            for i in _OPENS_RELATIVE.where(norm, first, last)
        )

    def _nearest(self, times: Sequence[TimeMention], i: int) -> TimeMention:
        """The time nearest to word i; one behind another act belongs to that, and a day outweighs a month or a year, unless
        the month stands right beside the act (اعتقلتهما قبل شهر)."""

        def distance(time: TimeMention) -> int:
            first, last = sorted((time.first, i))
            crossed = len(within(self.reading.triggers, first + 1, last))
            gap = time.first - i if time.first > i else i - time.last + 1
            if time.shape == "after" and time.precision != "days":
                gap -= _FAR  # told of this act alone
            elif time.first > i and self._said_of_it(i, time):
                gap -= _FAR
            elif time.shape == "after" or self._outweighed(time, gap, crossed):
                gap += _FAR
            if time.first < i and not _BEFORE.isdisjoint(self.words.norm[time.last : i]):
                crossed += 1  # شهد المخيم هدوءاً اليوم إثر اشتباكات أمس
            return gap + _ACT * crossed

        return min(times, key=distance)

    def _said_of_it(self, i: int, time: TimeMention) -> bool:
        """لتنفيذ الاتفاق الذي توصلوا إليه في 16 أيلول: the time in the relative clause right behind an act is its own; so is the
        one in a clause without the relative (اشتباكات وقعت أول أمس)."""
        norm = self.words.norm
        if time.first - i <= _TOLD_WITHIN and not _TOOK_PLACE.isdisjoint(norm[i + 1 : i + 1 + _ITS_RELATIVE]):
            return True
        opens = not _RELATIVES.isdisjoint(norm[i + 1 : i + 1 + _ITS_RELATIVE])
        return opens and time.first - i <= _DEALT_LONG and "،" not in norm[i : time.first]

    def _outweighed(self, time: TimeMention, gap: int, crossed: int) -> bool:
        """A month or year, but for a month right beside the act."""
        return time.precision in ("year", "unknown") or (time.precision == "month" and bool(gap > _BESIDE or crossed))

    def going_on(self, draft: Draft, *, begun: bool) -> None:
        """منذ with an act that has not ended: it goes on; a day to come: it is planned; what began on a day before is done
        (وبدأت الاشتباكات يوم الخميس، عندما …)."""
        time, published = draft.time, self.reading.published
        if begun and draft.status == "ongoing" and time is not None and time.end is not None and time.end < published:
            draft.status = "occurred"
            draft.notes.append(f"status occurred: begun {self.words.quote(time.first, time.last)}")
        if draft.status != "occurred" or time is None or draft.time_from != "clause":
            return
        # A day of the calendar in a report without a day of its own may as well be past (17 تشرين الأول الجاري).
        unsure = time.stand_in and any(w in time.why for w in _CALENDAR)
        if time.start is not None and time.start > published and not unsure:
            draft.status = "planned"
            draft.notes.append(f"status planned: {self.words.quote(time.first, time.last)} is still to come")
        elif time.shape == "since" and time.end == published and not self._was_done(draft, time):
            draft.status = "ongoing"
            draft.notes.append(f"status ongoing: {self.words.quote(time.first, time.last)}")

    def _was_done(self, draft: Draft, time: TimeMention) -> bool:
        """تعرضت المدينة لقصف منذ الصباح, عدد شهداء القصف منذ أمس: told in the past, or counted."""
        if draft.trigger.pos == "verb":
            between = within(self.reading.triggers, draft.trigger.last, time.first)
            return is_past(draft.trigger, self.words) and not between  # not قُتلوا في اشتباكات مستمرة منذ أمس
        near = self.words.norm[draft.clause[0] : min(draft.trigger.first, time.first)]
        return any(among(w, _TOOK_PLACE) or w.startswith(_ROSE) for w in near)


def _long_since(time: TimeMention) -> bool:
    """منذ عامين, منذ عام 2011: longer than a going act that is news is told to last."""
    return time.shape == "since" and time.start is not None and time.end is not None and (time.end - time.start).days > _LONG
