"""Rules of the time grammar that count from the publication day: أمس, الجمعة الفائتة, قبل أيام, خلال الأسبوع الماضي."""

from datetime import date

from rasad.analyse import calendar
from rasad.analyse.calendar import Span
from rasad.analyse.timebase import Found
from rasad.analyse.timedates import Dates, make
from rasad.model.mentions import LAST, TimePart
from rasad.model.vocab import precision

_SLASHES = frozenset({"/", "-", "–", "ـ"})
_TO_DATE = frozenset({"(", "،", ",", "الموافق", ":", "ل", "-", "–", "المصادف", "[", "و"})
#: Behind اليوم: it is a name (اليوم السابع), "one day", or the same day as one named before.
_NO_TODAY = frozenset({"الواحد", "الوطني", "العالمي", "الدولي", "الاول", "الاخير", "الدراسي", "الثامن", "التاريخي"})
_SAME = frozenset({"ذاته", "نفسه", "عينه", "المذكور", "ذاتها"})
_SAME_BEFORE = frozenset({"ذات", "نفس"})
_PARTING = frozenset({"الفاصله", "الواقعه", "الممتده"})
_OTHER_DAY = {"التالي": 1, "اللاحق": 1, "السابق": -1, "التاليه": 1, "السابقه": -1}
_DUAL_ENDINGS = ("ين", "ان")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
#: أشهر، شهور، أسابيع، سنوات، أعوام: more than the one that الماضي says; days have a reading of their own.
_PLURALS = ("اشهر", "شهور", "اسابيع", "سنوات", "اعوام", "سنين")
#: Behind a weekday, no day word that says it again (الجمعة قبل …, الجمعة واليوم السبت).
_NO_DAY_OF_IT = frozenset({"قبل", "منذ", "واليوم", "وامس"})
_IN_A_ROW = frozenset({"متتاليه", "متواصله", "متواليه", "متتاليين"})
_PARTS: dict[str, TimePart] = {"start": "start", "middle": "middle", "end": "end"}
_DAYS_OF = {"week": (28, 14), "month": (180, 60)}

#: Days ahead of publication that a weekday with its date may lie, where the year is not told.
_AHEAD = 60


class Relative(Dates):
    """Weekdays, day words, units with a direction, so long ago, during, since."""

    def part(self, i: int) -> Found | None:
        """مساء الجمعة الفائتة, فجر اليوم, بعد ظهر 5 أيار, قبل منتصف ليلة (السبت/الأحد): the day of what follows."""
        part = self.word_class("part", i)
        if part is None:
            return None
        side, j = part
        for _ in range(2):
            again = self.word_class("part", j)
            if again is None or self.word_class("day", j) is not None:
                break
            side, j = (again[0] if again[0] != "day" else side), again[1]
        opened = self.here(j) in ("(", "[")
        j += opened
        if j >= len(self.norm) or self.named_by(j) == "name":
            return None
        for rule in (self.day_month, self.numeric, self.weekday, self.day_word):
            inner = rule(j)
            if inner is not None:
                last = inner[0] + (opened and self.here(inner[0]) in (")", "]"))
                return Found(last, _side(inner[1], side), inner[2], f"part of the day, {inner[3]}")
        return None

    def weekday(self, i: int) -> Found | None:
        """الجمعة الفائتة, اليوم الأربعاء, السبت/الأحد, الأربعاء 25 أيلول, الثلاثاء من الأسبوع الماضي."""
        name = self.word_class("weekday", i)
        if name is None or not self._is_weekday(i):
            return None
        number, last = int(name[0]), name[1]
        second = self._second(last, number)
        if second is not None:
            number, last = second
        exact = self._its_date(last)
        if exact is not None and exact[1] is not None:
            end = exact[0] + (self.here(exact[0]) in (")", "]") and self.norm[last] in ("(", "["))
            span = self._reconcile(exact[1], number)
            night: Span = (calendar.shift(span[0], -1), span[0], "days") if second else span
            return Found(end, night, "point", "weekday with its date")
        direction = self.direction(last)
        if direction is not None:
            last = direction[1]
            dated = self._its_date(last)
            if dated is not None and dated.span is not None:
                return Found(dated.last, self._directed(dated.span, number, direction[0]), "point", "weekday with its date")
        week = self.unit_direction(last + 1) if self.here(last) == "من" else None
        if week is not None and "اسبوع" in self.here(last + 1) + self.here(last + 2):
            return self._in_week(week, number)
        today = self.word_class("day", last)
        if direction is None and today is not None and today[0] in ("0", "-1") and self.norm[last] not in _NO_DAY_OF_IT:
            last = today[1]
        if self.published is None:
            return Found(last, None, "point", "weekday, no publication day to count from")
        way = direction[0] if direction else None
        bare = direction is None and today is None and number != self.published.weekday()
        if bare and (self.called(i) or self.still_planned(i)):
            way = "next"
        value = calendar.weekday(self.published, number, way)
        if second is not None:
            return Found(last, (calendar.shift(value, -1), value, "days"), "point", "night between two days")
        return Found(last, calendar.day(value), "point", f"weekday{' ' + way if way else ''}")

    def _is_weekday(self, i: int) -> bool:
        """Not the numeral (الشخصين الاثنين), not a person's name (جمعة), not every week (كل جمعة)."""
        if not any("ال" in prefix or stem.startswith("ال") for prefix, stem in self.words.analyses[i][:3]):
            return False
        before = self.here(i - 1)
        dual = before.startswith("ال") and before.endswith(_DUAL_ENDINGS) and len(before) > 5
        return not (self.norm[i] == "الاثنين" and dual)

    def _second(self, last: int, number: int) -> tuple[int, int] | None:
        """The second day of a night between two (السبت/الأحد, الخميس الجمعة): its number and the word after it."""
        j = last + 1 if self.here(last) in _SLASHES or self.here(last) in ("علي", "الي") else last
        second = self.word_class("weekday", j)
        if second is None or int(second[0]) != (number + 1) % 7 or self.norm[j].startswith("و"):
            return None
        return int(second[0]), second[1]

    def _its_date(self, last: int) -> Found | None:
        j = last
        while self.here(j) in _TO_DATE and j - last < 3:
            j += 1
        return (self.day_month(j) or self.numeric(j)) if j < len(self.norm) else None

    def _directed(self, span: Span, number: int, direction: str) -> Span:
        """الجمعة المقبل 17 حزيران: the date, in the year that the direction says."""
        if direction == "next" and self.published is not None:
            value = calendar.weekday(self.published, number, direction)
            if (value.month, value.day) == (span[0].month, span[0].day):
                return calendar.day(value)
        return self._reconcile(span, number)

    def _in_week(self, week: Found, number: int) -> Found:
        if week[1] is None or self.published is None:
            return Found(week[0], None, "point", "weekday of a week, no publication day to count from")
        start = week[1][0]
        return Found(week[0], calendar.day(calendar.shift(start, (number + 1) % 7)), "point", "weekday of this or that week")

    def _reconcile(self, span: Span, number: int) -> Span:
        """A date that contradicts its weekday: the reading near publication that fits the weekday."""
        start = span[0]
        if start.weekday() == number or self.published is None or span[2] != "day":
            return span
        swapped = make(start.year, start.day, start.month)
        if swapped is not None and swapped.weekday() == number and abs((swapped - self.published).days) <= 7:
            return calendar.day(swapped)
        ahead = make(start.year + 1, start.month, start.day)
        if ahead is not None and ahead.weekday() == number and 0 < (ahead - self.published).days <= _AHEAD:
            return calendar.day(ahead)  # الإثنين 24 كانون الثاني, on the day before
        by_name = calendar.weekday(self.published, number, None)
        return calendar.day(by_name) if abs((by_name - start).days) <= 6 else span

    def weekdays(self, i: int) -> Found | None:
        """يومي الجمعة والسبت (الماضيين): from the one to the other."""
        if self.here(i).lstrip("وف") not in ("يومي", "ليومي", "بيومي", "ايام", "يوما"):
            return None
        first = self.word_class("weekday", i + 1)
        second = self.word_class("weekday", first[1]) if first else None
        if first is None or second is None or not self.norm[first[1]].startswith("و"):
            return None
        last = second[1]
        direction = self.direction(last)
        if direction is not None:
            last = direction[1]
        if self.published is None:
            return Found(last, None, "point", "two weekdays, no publication day to count from")
        end = calendar.weekday(self.published, int(second[0]), direction[0] if direction else None)
        back = (int(second[0]) - int(first[0])) % 7
        return Found(last, (calendar.shift(end, -back), end, precision(back + 1)), "point", "two weekdays")

    def day_word(self, i: int) -> Found | None:
        """اليوم, أمس, أول أمس, غداً, with a weekday behind (اليوم الأربعاء); اليوم ذاته counts from the day before it."""
        word = self.word_class("day", i)
        if word is None:
            return None
        offset, last = int(word[0]), word[1]
        parted = self._night_between(last) if self.norm[last - 1] == "الليله" else None
        if parted is not None:
            return parted
        same = self.here(last) in _SAME or self.here(last) in _OTHER_DAY or self.here(i - 1).lstrip("وفبل") in _SAME_BEFORE
        night = self.norm[last - 1] == "الليله" and same
        if night or (self.norm[last - 1].endswith("يوم") and self.norm[last - 1] != "هذا"):
            other = self._other_day(i, last)
            if other is not None:
                return other[1]
        weekday = self._weekday_after(last)
        if weekday is not None:
            last = weekday[1]
            exact = self._its_date(last)
            if exact is not None and exact[1] is not None:
                closed = self.here(exact[0]) in (")", "]") and self.norm[last] in ("(", "[")
                return Found(exact[0] + closed, self._reconcile(exact[1], int(weekday[0])), "point", "today with its date")
        if self.published is None:
            return Found(last, None, "point", "day word, no publication day to count from")
        value = calendar.shift(self.published, offset)
        if weekday is not None and value.weekday() != int(weekday[0]):
            value = calendar.weekday(self.published, int(weekday[0]), "next" if offset > 0 else None)
        return Found(last, calendar.day(value), "point", "day word")

    def _night_between(self, i: int) -> Found | None:
        """الليلة الفاصلة بين السبت والأحد, الليلة الواقعة بين يومي …"""
        j = i + (self.here(i) in _PARTING)
        if self.here(j) != "بين" or self.published is None:
            return None
        j += 1 + (self.here(j + 1) in ("يومي", "ليلتي"))
        first = self.word_class("weekday", j)
        second = self.word_class("weekday", first[1]) if first is not None else None
        if first is None or second is None or int(second[0]) != (int(first[0]) + 1) % 7:
            return None
        day = calendar.weekday(self.published, int(second[0]), None)
        return Found(second[1], (calendar.shift(day, -1), day, "days"), "point", "night between two days")

    def _weekday_after(self, last: int) -> tuple[str, int] | None:
        """The weekday behind a day word, brackets and a comma passed over (اليوم (الجمعة), اليوم، الأربعاء)."""
        j = last + 1 if self.here(last) in ("(", "،", "[", "-") else last
        weekday = self.word_class("weekday", j)
        if weekday is None or not self._is_weekday(j) or self.norm[j].startswith("و") or not self._one_line(last - 1, j):
            return None
        if j > last and self.norm[last] in ("(", "["):
            return (weekday[0], weekday[1] + 1) if self.here(weekday[1]) in (")", "]") else None
        if j > last and self._its_date(weekday[1]) is None:
            return None
        return weekday

    def _one_line(self, i: int, j: int) -> bool:
        """A headline that ends in أمس and the date line below it are two expressions."""
        sentences = self.words.sentences
        return not sentences or sentences[self.words.sentence[i]].paragraph == sentences[self.words.sentence[j]].paragraph

    def _other_day(self, i: int, last: int) -> tuple[bool, Found | None] | None:
        """What اليوم means before an adjective: (True, its reading or None for "no time"); None: today."""
        following = self.here(last)
        ordinal = self.word_class("ordinal", last)
        if ordinal is not None and 2 <= int(ordinal[0]) <= 31:
            return True, None
        same_before = self.here(i - 1).lstrip("وفبل") in _SAME_BEFORE
        if following in _SAME or following in _OTHER_DAY or same_before:
            if self.last_day is None:
                return True, None
            value = calendar.shift(self.last_day, 0 if same_before else _OTHER_DAY.get(following, 0))
            end = last if same_before else last + 1
            return True, Found(end, calendar.day(value), "point", "the same day as before, or the next")
        if following in _NO_TODAY or (i == 0 and following == "|"):
            return True, None
        return None

    def unit_direction(self, i: int, *, bare: bool = False) -> Found | None:
        """الأسبوع الماضي, الشهر الجاري, هذا العام, الأيام القليلة الماضية; `bare`: also without a direction (بداية الأسبوع)."""
        this = self.word_class("this", i)
        j = this[1] if this else i
        unit = self.word_class("unit", j)
        if (
            unit is None
            or unit[0] == "hour"
            or self.norm[j].endswith(_PLURALS)
            or not (self.norm[j].lstrip("وبفلك").startswith(("ال", "ل")) or this)
        ):
            return None
        last = unit[1] + (self.here(unit[1]) in ("القليله", "العديده"))
        direction = self.direction(last)
        if direction is None and ((not this and not bare) or (unit[0] == "day" and not bare)):
            return None
        last = direction[1] if direction else last
        if unit[0] == "day" and self.norm[j].endswith("يوم"):
            return None
        if self.published is None:
            return Found(last, None, "point", "week, month or year, no publication day to count from")
        way = direction[0] if direction else "this"
        if unit[0] == "day":
            first, until = (1, 6) if way == "next" else (-6, -1)
            span: Span = calendar.shift(self.published, first), calendar.shift(self.published, until), "days"
            return Found(last, span, "point", "days around")
        return Found(last, calendar.unit_in_direction(self.published, unit[0], way), "point", f"{unit[0]} {way}")

    def phase(self, i: int) -> Found | None:
        """مطلع آب, منتصف الشهر الجاري, نهاية العام, بداية الأسبوع."""
        phase = self.word_class("phase", i)
        if phase is None:
            return None
        j = phase[1] + (self.here(phase[1]) == "من")
        found = [f for f in (self.month(j), self.bare_month(j), self.year(j), self.unit_direction(j, bare=True)) if f is not None]
        if not found:
            return None
        inner = max(found, key=lambda f: f[0])
        why = f"{phase[0]} of: {inner.why}"
        if inner.span and inner.span[2] == "week" and phase[0] == "start":
            return inner._replace(span=calendar.day(inner.span[0]), why=why)
        return inner._replace(why=why, part=_PARTS[phase[0]])

    def ago(self, i: int) -> Found | None:
        """قبل ثلاثة أيام, قبل أيام, قبل نحو شهر."""
        if self.word_class("ago", i) is None:
            return None
        amount = self.amount(i + 1)
        if amount is None or self.norm[i + 1].startswith("ال"):
            return None
        if self.here(amount[2]) == "من" and self.here(amount[2] + 1) not in ("الان", "اليوم"):
            return None  # قبل يومين من الهجوم is counted from another day
        if self.published is None:
            return Found(amount[2], None, "point", "so long ago, no publication day to count from")
        return Found(amount[2], self._back(amount[0], amount[1]), "point", f"ago: {amount[0] or 'some'} {amount[1]}")

    def after(self, i: int) -> Found | None:
        """بعد يومين من الهجوم, بعد مرور شهر على احتجازه: the day of the act behind it, counted back from the story's."""
        cue = self.word_class("after", i)
        if cue is None:
            return None
        if cue[0] == "morrow":
            return self._day_before(cue[1])
        amount = self.amount(i + 1 + (self.here(i + 1) in ("مرور", "مضي")))
        if amount is None or (amount[0] is None and amount[1] != "day"):
            return None
        last = amount[2] + (self.here(amount[2]) in ("فقط", "تقريبا", "كامل"))
        base = self._told_day()
        if self.here(last) not in ("من", "علي") or base is None:
            return None
        if amount[0] is None:
            span: Span = calendar.shift(base, -6), calendar.shift(base, -2), "days"
        else:
            span = calendar.ago(base, min(amount[0], 5000), amount[1])
        return Found(last + 1, span, "after", f"after {amount[0] or 'some'} {amount[1]}")

    def _told_day(self) -> date | None:
        """The day told last; what came before is not counted from a day to come (دعاهم للاجتماع غداً بعد يوم من …)."""
        day = self.last_day
        return self.published if day is None or (self.published is not None and day > self.published) else day

    def _day_before(self, last: int) -> Found | None:
        """غداة مواجهات …: the act behind it was the day before the story's."""
        base = self._told_day()
        word = last < len(self.norm) and self.words.kind[last] == "word"
        return Found(last, calendar.ago(base, 1, "day"), "after", "the day after") if base is not None and word else None

    def vague(self, i: int) -> Found | None:
        """مؤخراً, في وقت سابق: no day is told; a day right behind tells one (في وقت سابق اليوم)."""
        found = self.word_class("vague", i)
        if found is None or self.here(found[1]) == "من":
            return None
        if self.word_class("day", found[1]) is not None or self.word_class("weekday", found[1]) is not None:
            return None
        return Found(found[1], None, "vague", "no day told")

    def _back(self, count: int | None, unit: str) -> Span:
        assert self.published is not None
        if count is not None:
            return calendar.ago(self.published, min(count, 5000), unit)
        if unit == "hour":
            return calendar.day(self.published)
        if unit == "day":
            return calendar.shift(self.published, -6), calendar.shift(self.published, -2), "days"
        days = _DAYS_OF.get(unit, (365 * 9, 730))
        start, end = calendar.shift(self.published, -days[0]), calendar.shift(self.published, -days[1])
        return start, end, "month" if unit == "week" else "year"

    def during(self, i: int) -> Found | None:
        """خلال الأيام الماضية, خلال الساعات الـ24 الماضية, خلال اليومين الماضيين, (شهدت) الأشهر الأخيرة, خلال 24 ساعة,
        على مدى ثلاثة أيام متتالية."""
        cue = self.word_class("during", i)
        first = cue[1] if cue is not None else i
        if cue is None and not self.here(i).lstrip("وبفل").startswith("ال"):
            return None
        amount = self.amount(first)
        if amount is None or (amount[1] == "day" and self.norm[first].endswith("يوم")):
            return None  # في اليوم التالي is another day's rule
        if cue is None and (amount[0] == 1 or amount[1] == "hour"):
            return None  # الأسبوع الماضي: unit_direction
        last = amount[2]
        number = self.number(last)
        if number is not None and self.direction(number[1]) is not None:
            amount, last = (number[0], amount[1], number[1]), number[1]
        direction = self.direction(last)
        if direction is None or direction[0] not in ("past", "next"):
            hours = amount[1] == "hour" and self.norm[i] != "في"
            in_a_row = amount[1] == "day" and self.norm[last - 1] in _IN_A_ROW
            if cue is None or amount[0] is None or amount[0] < 2 or not (hours or in_a_row):
                return None
            direction = ("past", last)
        if self.published is None:
            return Found(direction[1], None, "point", "during, no publication day to count from")
        if amount[0] == 1 and amount[1] in ("week", "month", "year"):
            way = direction[0]
            return Found(direction[1], calendar.unit_in_direction(self.published, amount[1], way), "point", f"{way} {amount[1]}")
        if amount[:2] == (None, "hour"):
            # الساعات الماضية, as قبل ساعات: the day of publication; with their number they reach back.
            return Found(direction[1], calendar.day(self.published), "point", f"{direction[0]} hours")
        if direction[0] == "next":
            return Found(direction[1], self._ahead(amount[0], amount[1]), "point", "days to come")
        count = min(amount[0] or {"hour": 24, "day": 6, "week": 4, "month": 6, "year": 5}[amount[1]], 5000)
        return Found(direction[1], calendar.last_units(self.published, count, amount[1]), "point", f"{LAST}{count} {amount[1]}s")

    def _ahead(self, count: int | None, unit: str) -> Span:
        """خلال الأسبوعين المقبلين, في الأيام القادمة: from tomorrow on; hours from now on."""
        assert self.published is not None
        if unit == "hour":
            days = max(1, (count or 24) // 24)
            return self.published, calendar.shift(self.published, days), precision(days + 1)
        days = min(count, 60) * _UNIT_DAYS[unit] if count else 6
        return calendar.shift(self.published, 1), calendar.shift(self.published, days), precision(days)


def _side(span: Span | None, side: str) -> Span | None:
    """Of a night between two days, the day before midnight or the one after it."""
    if span is None or side == "day" or span[0] == span[1]:
        return span
    return calendar.day(span[0] if side == "before" else span[1])
