"""Rules of the time grammar for days in a row and times that date no act."""

from datetime import date

from rasad.analyse import calendar
from rasad.analyse.timebase import Found
from rasad.analyse.timethen import Then
from rasad.model.mentions import UNTIL
from rasad.model.vocab import precision

_IN_A_ROW = frozenset({"تواليا", "متوالي", "متواليا", "متتال", "متتاليا", "التوالي", "التتالي"})
#: The highest ordinal that a run is counted with (لليوم الثلاثين على التوالي).
_LONGEST = 31
#: Words before "since" among which what is compared stands (أعنف اشتباكات في المدينة منذ سنوات, الهجوم الثالث منذ).
_COMPARED_WITHIN = 8
#: Days: what is compared is compared with longer times (منذ صباح اليوم is a time of its own).
_COMPARED_LONG = 3
#: What may stand behind two joined days: they are told of what stands before them (أمس واليوم، في المدينة).
_AFTER_JOINED = frozenset({"في", "علي", "من", "بين", "ضد", "الي", "عن", "داخل", "قرب", "شرق", "غرب", "شمال", "جنوب", ""})
_JOINED_DAYS = 6
#: Words from "lasted" to the time until when.
_LASTED_WITHIN = 25


class Runs(Then):
    """Runs of days, and what the words beside a time make of it."""

    def run(self, i: int) -> Found | None:
        """لليوم الثاني على التوالي, (دخل) شهره الثاني: from the first of the run to publication. What is done for the eighth
        week in a row may be done once a week (للأسبوع الثامن على التوالي): no days."""
        own = self.word_class("its", i)
        unit = own or self.word_class("run", i)
        nth = self._nth(unit[1]) if unit is not None else None
        if unit is None or nth is None or nth[0] < 2:
            return None
        last = nth[1] + (self.here(nth[1]) == "علي" and self.here(nth[1] + 1) in _IN_A_ROW)
        in_a_row = self.here(last) in _IN_A_ROW
        if not in_a_row and own is None and not self.norm[i].lstrip("وف").startswith("لل"):
            return None
        why, last = f"{unit[0]} after {unit[0]}", last + in_a_row
        if own is None and unit[0] != "day":
            return Found(last, None, "point", f"{why}: no days told")
        if self.published is None:
            return Found(last, None, "point", f"{why}, no publication day to count from")
        start = self._before(self.published, nth[0] - 1, unit[0])
        span = (start, self.published, precision((self.published - start).days + 1))
        return Found(last, span, "since" if own else "point", why)

    def _nth(self, i: int) -> tuple[int, int] | None:
        """(number, word after) of an ordinal, also in digits (اليوم الـ48, لليوم 31 على التوالي)."""
        ordinal = self.word_class("ordinal", i)
        if ordinal is not None:
            return (int(ordinal[0]), ordinal[1]) if int(ordinal[0]) <= _LONGEST else None
        in_a_row = self.here(i + 1) == "علي" and self.here(i + 2) in _IN_A_ROW
        return self.number(i) if self.here(i) == "ال" or in_a_row else None

    def until_now(self, i: int) -> Found | None:
        """لم يُعرف مصيره حتى اليوم: the day until which something holds is no day of an act."""
        cue = self.word_class("until", i)
        today = self.word_class("day", cue[1]) if cue is not None else None
        if today is None or today[0] != "0" or self._weekday_after(today[1]) is not None:
            return None
        return Found(today[1], None, "point", "until today: no day of an act")

    def lasted(self, i: int) -> Found | None:
        """اشتباكات استمرت حتى فجر اليوم: the end of what lasted, never its beginning."""
        cue = self.word_class("until", i)
        if cue is None or not self._lasting(i):
            return None
        j = self._past_hour(cue[1])
        inner = self.part(j) or self.weekday(j) or self.day_word(j) or self.day_month(j)
        return inner._replace(shape="until", why=f"{UNTIL}: {inner.why}") if inner is not None else None

    def _lasting(self, i: int) -> bool:
        """استمرت الاشتباكات بين الجيش ومسلحين حتى …: whether what stands before word i lasted, with no mark between."""
        for j in range(i - 1, max(-1, i - 1 - _LASTED_WITHIN), -1):
            if self.words.kind[j] == "punct" or self.words.sentence[j] != self.words.sentence[i]:
                return False
            if self.word_class("lasts", j) is not None:
                return True
        return False

    def _past_hour(self, i: int) -> int:
        """حتى الساعة السادسة من صباح غد: the word behind the hour."""
        j = i + (self.here(i) == "الساعه")
        hour = self.here(j).startswith("ال") and self.word_class("ordinal", j)
        if not hour and self.digits(j, 1, 24) is None:
            return i
        j = hour[1] if hour else j + 1
        return j + (self.here(j) == "من")

    def with_joined(self, i: int, found: Found) -> Found:
        """مساء أمس وفجر اليوم, الجمعة والسبت الماضيين: from the one to the other."""
        second = self._day_joined(found.last) if self.is_days(found) else None
        if second is None or found.span is None or second.span is None:
            return found
        start, end = found.span[0], second.span[1]
        if start > end and found.why == second.why == "day word":
            start, end = end, start  # أمس وأول أمس
        elif start > end and "weekday" in found.why:
            start = calendar.shift(start, -7)  # الخميس والجمعة الماضيين on a Thursday
        told = second.why.startswith("part") or self.here(second.last) in _AFTER_JOINED or self.words.kind[second.last] == "punct"
        if not told or not 0 < (end - start).days < _JOINED_DAYS:
            return found
        return Found(second.last, (start, end, "days"), "point", "two days joined")

    def _day_joined(self, i: int) -> Found | None:
        if not self.here(i).startswith("و") or self.here(i) == "و":
            return None
        return self.part(i) or self.weekday(i) or self.day_word(i)

    def is_days(self, found: Found) -> bool:
        """A day or days, not a week or a month."""
        return found.shape == "point" and found.span is not None and found.span[2] in ("day", "days")

    def compares(self, i: int, found: Found) -> bool:
        """أعنف قصف منذ سنوات, الأول من نوعه هذا العام: what an act is compared with, not when it was."""
        if found.span is None or found.shape not in ("since", "point") or found.span[2] == "day":
            return False
        since = self.word_class("since", i) is not None
        if since and (found.span[1] - found.span[0]).days < _COMPARED_LONG:
            return False
        reach = _COMPARED_WITHIN if since else 2
        first = max(i - reach, self.words.sentences[self.words.sentence[i]].first)
        return any(self.word_class("rank", j) is not None for j in range(first, i))

    def _before(self, base: date, count: int, unit: str) -> date:
        if unit in ("month", "year"):
            return calendar.months_back(base, count * (12 if unit == "year" else 1))
        return calendar.shift(base, -count * (7 if unit == "week" else 1))
