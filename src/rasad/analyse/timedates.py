"""Rules of the time grammar for dates of the calendar: 20-9-2019, 20 أيلول, الرابع عشر من الشهر الجاري, آب الماضي, عام 2018."""

from abc import ABC, abstractmethod
from datetime import date

from rasad.analyse import calendar
from rasad.analyse.timebase import YEARS, Cursor, Found
from rasad.model.vocab import precision

_SEPARATORS = frozenset({"/", "-", "–", ".", "\\", "ـ", "_"})
_JOINERS = frozenset({"-", "–", "و", "الي", "حتي", "/"})
#: What stands before a numeric date without a year: without it 25/9 may be a share, a score or a model.
_NUMERIC_CUES = frozenset({"بتاريخ", "تاريخ", "يوم", "الموافق", "منذ", "حتي", "لتاريخ", "المصادف", "مساء", "صباح", "فجر"})
_YEAR_WORDS = frozenset({"من", "عام", "سنه", "،", ",", "للعام", "لعام", "العام", "هجريه", "لسنه", "السنه", "/", "-"})
#: Before a month that stands alone: it makes a time of it (في أيلول); without it تموز may be a name.
_MONTH_CUES = frozenset({"في", "خلال", "منذ", "حتي", "بحلول", "شهر", "بشهر", "لشهر", "الشهر", "شهري", "ابان"})
#: Words of a single calendar system that are also common words: never a month alone.
#: A planned date without a year lies at most so many months ahead.
_NEAR_MONTHS = 6
_AFTER_YEAR = frozenset(
    {"في", "من", "الي", "علي", "عن", "حتي", "بعد", "قبل", "و", "خلال", "عندما", "اثر", "الذي",
     "التي", "،", ",", ".", "؛", ")", ""}
)  # fmt: skip
#: Before a year in figures alone.
_BEFORE_YEAR = frozenset({"في", "منذ", "حتي", "بحلول", "اوائل", "اواخر", "مطلع", "نهايه", "بدايه", "منتصف"})


class Dates(Cursor, ABC):
    """Absolute dates, and dates whose year or month the publication day tells."""

    def numeric(self, i: int) -> Found | None:
        """20-9-2019, 2019/09/25, 9/25/2019; 25/9 and 25/9/19 after a cue."""
        if i >= len(self.norm) or self.words.kind[i] != "number":
            return None
        parts: list[int] = []
        j = i
        while len(parts) < 3 and self.digits(j, 0, 2100) is not None:
            parts.append(int(self.norm[j]))
            j += 1
            if len(parts) == 3 or self.here(j) not in _SEPARATORS or self.digits(j + 1, 0, 2100) is None:
                break
            j += 1
        longer = self.here(j) in _SEPARATORS - {"."} and j + 1 < len(self.norm) and self.words.kind[j + 1] == "number"
        if len(parts) < 2 or longer or (self.here(i - 1) in _SEPARATORS and i > 1 and self.words.kind[i - 2] == "number"):
            return None
        cued = self.here(i - 1).lstrip("وبل") in _NUMERIC_CUES or self.here(i - 1) in _NUMERIC_CUES or self._after_weekday(i)
        if len(parts) == 2:
            return self._short_numeric(j, parts, cued)
        if parts[0] in YEARS:
            parts.reverse()
        elif parts[2] < 100 and (cued or self.here(i - 1) == "("):
            parts[2] += 2000
        if parts[2] not in YEARS:
            return None
        value = make(parts[2], parts[1], parts[0]) or make(parts[2], parts[0], parts[1])
        return Found(j, calendar.day(value), "point", "numeric date") if value else None

    def _short_numeric(self, j: int, parts: list[int], cued: bool) -> Found | None:
        first, second = parts
        if not cued or not 1 <= first <= 31 or not 1 <= second <= 31:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
        if month > 12 or day < 1:
            return None
        if self.published is None:
            return Found(j, None, "point", "day and month in figures, no year to be had")
        value = make(calendar.nearest_year(self.published, month, day), month, day)
        return Found(j, calendar.day(value), "point", "day and month in figures") if value else None

    def _after_weekday(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and self.norm[j] in ("(", "،", ","):
            j -= 1
        return j >= 0 and self.word_class("weekday", j) is not None

    def day_number(self, i: int) -> tuple[int, int] | None:
        """(day of a month, word after) in figures, words or as an ordinal (الرابع عشر)."""
        if self.here(i) in ("ال", "لل"):
            i += 1
        figure = self.digits(i, 1, 31)
        if figure is not None:
            return figure, i + 1
        ordinal = self.word_class("ordinal", i)
        if ordinal is not None:
            return int(ordinal[0]), ordinal[1]
        mention = self.numerals.get(i)
        if mention is None or not mention.exact or mention.best is None or not 1 <= mention.best <= 31:
            return None
        return mention.best, mention.last

    def day_month(self, i: int) -> Found | None:
        """20 أيلول 2019, الثلاثين من آب, 5 و6 أيار, 5-7 أيار, 20/أيلول/2019, الرابع عشر من الشهر الجاري."""
        day = self.day_number(i)
        if day is None:
            return None
        first, last = day
        until = first
        if self.here(last) in _JOINERS:
            second = self.day_number(last + 1 + (self.here(last + 1) in ("ال", "يوم")))
            if second is not None and second[0] > first:
                until, last = second
        if self.here(last) in ("/", "-", "ـ"):
            last += 1
        within = self._day_of_this_month(last, first, until)
        if within is not None:
            return within
        month = self.month_name(last)
        if month is None:
            return None
        number, hijri, last = month
        year, last = self.year_after(last, number, first, hijri, planned_at=i)
        if year is None:
            return Found(last, None, "point", "day and month, no year to be had")
        start, end = make_in(year, number, first, hijri), make_in(year, number, until, hijri)
        if start is None or end is None:
            return None
        month_again = self.unit_direction(last)  # 3 نيسان الشهر الجاري
        if month_again is not None and month_again.span is not None and month_again.span[2] == "month":
            last = month_again.last
        return Found(last, (start, end, precision((end - start).days + 1)), "point", "day and month")

    def _day_of_this_month(self, last: int, first: int, until: int) -> Found | None:
        """من الشهر الجاري, من هذا الشهر, من الشهر الماضي, الشهر الجاري, الجاري behind a day."""
        at = last + (self.here(last) == "من")
        month = self.unit_direction(at) if self.here(at).removeprefix("ال") in ("شهر", "هذا", "نفس") else None
        this = self.direction(last) if month is None else None
        if this is not None and this[0] == "this" and self.published is not None:
            month = Found(this[1], calendar.month(self.published.year, self.published.month), "point", "month this")
        if month is None:
            return None
        if month.span is None:
            return Found(month.last, None, "point", "day of this month, no publication day to count from")
        begin = month.span[0]
        start, end = make(begin.year, begin.month, first), make(begin.year, begin.month, until)
        if start is None or end is None or month.span[2] != "month":
            return None
        return Found(month.last, (start, end, precision((end - start).days + 1)), "point", "day of this or that month")

    @abstractmethod
    def unit_direction(self, i: int, *, bare: bool = False) -> Found | None:
        """الشهر الجاري; given by the relative rules."""

    def year_after(self, last: int, month: int, day: int | None, hijri: bool, *, planned_at: int) -> tuple[int | None, int]:
        """The year named behind a month, or the one that the publication day leaves; the word after it."""
        j = last
        while self.here(j) in _YEAR_WORDS and j - last < 3:
            j += 1
        year = self.digits(j, 1300, 2100)
        if year is not None and (year >= 1900) != hijri and self.here(j + 1) != "%":
            after = j + 1
            return year, after + (self.here(after) in ("هـ", "ه", "هجري", "هجريه", "م", "ميلادي"))
        of_year = self.unit_direction(last + 1) if self.here(last) == "من" else None
        if of_year is not None and of_year.span is not None and of_year.span[2] == "year":
            return of_year.span[0].year, of_year.last  # نيسان من العام الماضي
        direction = self.direction(last)
        after = direction[1] if direction else last
        if self.published is None:
            return None, after
        if hijri:
            return calendar.hijri_year_of(self.published, month, day) + self.planned(planned_at), after
        way = direction[0] if direction else "next" if self._to_come(month, day, planned_at) else ""
        return calendar.year_of_month(self.published, month, day, way), after

    def _to_come(self, month: int, day: int | None, i: int) -> bool:
        """A planned act's date without a year lies ahead (من المقرر … في 15 حزيران)."""
        assert self.published is not None
        ahead = (month - self.published.month) % 12
        if ahead > _NEAR_MONTHS or (ahead == 0 and (day is None or day <= self.published.day)):
            return False
        return self.planned(i)

    def month(self, i: int) -> Found | None:
        """أيلول 2019, آب الماضي, شهر رمضان, في أيلول: named with a year, direction, شهر or a cue, else it is no time."""
        month = self.month_name(i)
        if month is None or self.here(i) == "من":
            return None
        number, hijri, last = month
        cue = self.here(i - 1).removeprefix("و")
        if self.here(i).startswith("ب") and cue in _MONTH_CUES:
            return None  # في باب الحارة: no preposition stands before another, so this is no آب
        prefixed = self.words.analyses[i][0][1] != self.norm[i] or self.here(i)[:1] in "بل"
        doubled = "/" in self.norm[i:last] or ("(" in self.norm[i:last] and prefixed)
        announced = "شهر" in self.here(i) or cue in _MONTH_CUES or doubled
        year, after = self.year_after(last, number, None, hijri, planned_at=i)
        ibb = not doubled and self.words.surface[i].endswith("إب")  # the governorate, folded to آب
        if after == last and (ibb or not announced or (hijri and "شهر" not in self.here(i) + cue)):
            return None
        return self._month_span(after, year, number, hijri)

    def bare_month(self, i: int) -> Found | None:
        """A month behind a phase (مطلع آب)."""
        month = self.month_name(i)
        if month is None:
            return None
        year, last = self.year_after(month[2], month[0], None, month[1], planned_at=i)
        return self._month_span(last, year, month[0], month[1])

    def _month_span(self, last: int, year: int | None, number: int, hijri: bool) -> Found | None:
        if year is None:
            return Found(last, None, "point", "month, no year to be had")
        if not hijri:
            return Found(last, calendar.month(year, number), "point", "month")
        start = calendar.hijri(year, number, 1)
        end = calendar.hijri(year, number, 30) or calendar.hijri(year, number, 29)
        return Found(last, (start, end, "month"), "point", "Hijri month") if start and end else None

    def year(self, i: int) -> Found | None:
        """عام 2019, سنة ٢٠١٨, بين عامي 2012 و2014, في 2019."""
        norm = self.here(i).lstrip("وبفل").removeprefix("ال")
        if norm in ("عام", "سنه", "عامي"):
            first = self.digits(i + 1, YEARS.start, YEARS.stop)
            if first is None:
                return None
            second = self.digits(i + 3, YEARS.start, YEARS.stop) if self.here(i + 2) in ("و", "-", "–", "الي") else None
            if second is not None and second > first:
                return Found(i + 4, (date(first, 1, 1), date(second, 12, 31), "year"), "point", "years")
            return Found(i + 2, calendar.year(first), "point", "year")
        value = self.digits(i, 1950, 2060)
        if value is None or self.here(i - 1) not in _BEFORE_YEAR:
            return None
        return Found(i + 1, calendar.year(value), "point", "year") if self.here(i + 1) in _AFTER_YEAR else None


def make(year: int, month: int, day: int) -> date | None:
    """A day of the Gregorian calendar, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def make_in(year: int, month: int, day: int, hijri: bool) -> date | None:
    """A day of either calendar."""
    return calendar.hijri(year, month, day) if hijri else make(year, month, day)
