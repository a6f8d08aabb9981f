"""Rules of the time grammar that count from the day the report told last: بعدها بيومين, وبعد يومين, قبل يومين من الهجوم."""

from datetime import date
from typing import Final

from rasad.analyse import calendar
from rasad.analyse.calendar import Span
from rasad.analyse.timebase import Found
from rasad.analyse.timedates import make
from rasad.analyse.timerelative import Relative
from rasad.lexicon import wordclass
from rasad.model.mentions import FROM_AN_ACT, LATER, SOONER
from rasad.model.vocab import precision

#: Units that have days to count.
_DAYS: Final = {"hour": 0, "day": 1, "week": 7}
#: Days of "some days" between two acts.
_SOME: Final = (2, 6)
#: Words from "then" to "after two days".
_NEXT_WITHIN: Final = 5
#: Marks behind which, as at the head of a sentence, "after two days" tells what came next.
_OPENS: Final = frozenset("،,؛:")
_ACCORDING: Final = wordclass.words("according_to")
#: Words from "according to" to the day.
_SAID_WITHIN: Final = 6
_NEXT: Final = frozenset({"التالي", "اللاحق"})
_SAME: Final = frozenset({"نفسه", "ذاته", "عينه"})
_THAT: Final = frozenset({"ذلك", "تاريخ"})


class Then(Relative):
    """Days counted from another day of the report."""

    def from_that(self, i: int) -> Found | None:
        """قبل ذلك بيومين, وبعدها بأيام, وسبق ذلك بيوم: counted from the day told last."""
        that = self.word_class("that", i)
        amount = self.amount(that[1]) if that is not None and self.here(that[1]).startswith("ب") else None
        if that is None or amount is None:
            return None
        return self._from(self.last_day, amount, before=that[0] == "before", why=SOONER if that[0] == "before" else LATER)

    def then(self, i: int) -> Found | None:
        """وبعد يومين شنت طائرة غارة, وبعد يومين من الهجوم اعتقلت الشرطة: at the head of a clause so long after the day that an
        earlier sentence told, not back from it. What comes out behind the day of publication is counted otherwise."""
        cue = self.word_class("after", i)
        amount = self.amount(i + 1) if cue is not None and cue[0] == "after" else None
        opens = amount is not None and self._opens(i)
        # أُفرج عنه بعد يومين: of what an earlier sentence told
        if amount is None or self.norm[i + 1].startswith("ال") or not (opens or -1 < self.last_at < self._head(i)):
            return None
        last = amount[2]
        of_act = self.here(last) in ("من", "علي")
        known = self.here(last + 1).startswith("ال") or self.here(last + 1) in _THAT
        if of_act and (not known or self.last_day is None or self.last_at >= self._head(i)):
            return None
        found = self._from(self.last_day, amount, before=False, why=FROM_AN_ACT if of_act else LATER)
        if found.span is None:
            return found if opens and not of_act and amount[1] in ("day", "week") and not self.planned(i) else None
        return found._replace(last=last + 1 + (self.here(last + 1) in _THAT)) if of_act else found

    def unit_direction(self, i: int, *, bare: bool = False) -> Found | None:
        """الأسبوع التالي, as `during` in the week that followed."""
        return self._following(super().unit_direction(i, bare=bare))

    def during(self, i: int) -> Found | None:
        """وفي الأسبوع التالي: the one after the day told last, not after publication."""
        return self._following(super().during(i))

    def _following(self, found: Found | None) -> Found | None:
        if found is None or found.span is None or self.last_day is None or self.here(found.last - 1) not in _NEXT:
            return found
        unit = self.word_class("unit", found.last - 2)
        if unit is None or unit[0] not in ("week", "month", "year") or self.planned(found.last):
            return found
        span = calendar.unit_in_direction(self.last_day, unit[0], "next")
        if self.published is not None and span[0] > self.published:
            return found
        return found._replace(span=span, why=f"the {unit[0]} after the day told last")

    def of_that_month(self, i: int) -> Found | None:
        """في 20 من الشهر نفسه: of the month of the day told last."""
        day, last = self.digits(i, 1, 31), i + 4
        told = self.here(i + 1) == "من" and self.here(i + 2) == "الشهر" and self.here(i + 3) in _SAME
        if day is None or not told or self.last_day is None:
            return None
        value = make(self.last_day.year, self.last_day.month, day)
        if value is None or (self.published is not None and value > self.published):
            return Found(last, None, "vague", "a day of that month, not told")
        return Found(last, calendar.day(value), "point", "a day of the month told last")

    def before_it(self, i: int) -> Found | None:
        """قبل يومين من الهجوم: so long before the day told last."""
        amount = self.amount(i + 1) if self.word_class("ago", i) is not None else None
        if amount is None or self.norm[i + 1].startswith("ال") or self.here(amount[2]) != "من":
            return None
        last = amount[2] + 1
        if not self.here(last).startswith("ال") and self.here(last) not in _THAT:
            return None
        if self.here(last) in ("الان", "اليوم"):
            return None
        found = self._from(self.last_day, amount, before=True, why=FROM_AN_ACT)
        return found._replace(last=last + (self.here(last) in _THAT)) if found.span is not None else None

    def _from(self, base: date | None, amount: tuple[int | None, str, int], *, before: bool, why: str) -> Found:
        """So many units from a day of the report; vague where none was told, or where it would lie behind publication."""
        count, unit, last = amount
        why = f"{count or 'some'} {unit}, {why}"
        span = None if base is None else self._back_to(base, count, unit) if before else self._on_to(base, count, unit)
        if span is None or (self.published is not None and span[0] > self.published):
            return Found(last, None, "vague", f"{why}, no day told")
        if self.published is not None and span[1] > self.published:
            span = span[0], self.published, precision((self.published - span[0]).days + 1)
        return Found(last, span, "point", why)

    @staticmethod
    def _back_to(base: date, count: int | None, unit: str) -> Span | None:
        if count is not None:
            return calendar.ago(base, min(count, 5000), unit)
        if unit == "hour":
            return calendar.day(base)
        return (calendar.shift(base, -_SOME[1]), calendar.shift(base, -_SOME[0]), "days") if unit == "day" else None

    @staticmethod
    def _on_to(base: date, count: int | None, unit: str) -> Span | None:
        if unit not in _DAYS:
            return calendar.ago(base, -min(count, 500), unit) if count is not None else None
        if count is not None:
            days = count // 24 if unit == "hour" else count * _DAYS[unit]
            return calendar.day(calendar.shift(base, min(days, 5000)))
        if unit == "hour":
            return calendar.day(base)
        return (calendar.shift(base, _SOME[0]), calendar.shift(base, _SOME[1]), "days") if unit == "day" else None

    def of_saying(self, i: int) -> bool:
        """وفق ما قالته مصادر الخميس: nothing is counted from the day on which somebody spoke."""
        near = self.norm[max(self._head(i), i - _SAID_WITHIN) : i]
        k = max((k for k, w in enumerate(near) if w in _ACCORDING), default=-1)
        return k >= 0 and not any(w in _OPENS for w in near[k:])

    def _head(self, i: int) -> int:
        return self.words.sentences[self.words.sentence[i]].first if self.words.sentences else 0

    def _opens(self, i: int) -> bool:
        """Whether word i is the first of its sentence, joined by و or ثم, or stands behind a mark."""
        before = self.here(i - 1)
        joined = self.norm[i].startswith("و") or before in _OPENS or before.removeprefix("و") in ("ثم", "")
        joined = joined or self.word_class("that", i - 1) is not None  # تلتها بعد يومين
        # ثم استهدفت غارة أخرى بعد ثلاثة أيام منزلاً
        return joined or i == self._head(i) or "ثم" in self.norm[max(self._head(i), i - _NEXT_WITHIN) : i]
