"""Finds time expressions and resolves them against the publication day: a grammar over closed word classes."""

from collections.abc import Callable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse import calendar
from rasad.analyse.calendar import Span
from rasad.lexicon import timewords as lexicon
from rasad.lexicon.timewords import TimeWords
from rasad.model.mentions import NumeralMention, TimeMention
from rasad.model.words import Words

_SEPARATORS = frozenset("/-–.")
_YEARS = range(1900, 2101)
_HIJRI_YEARS = range(1300, 1500)
_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ال", "وال", "بال", "ول", "فال", "لل", "وب"})
#: A rule gives (word after it, start, end, precision, shape) or None.
Found = tuple[int, Span | None, str, str]


def find_times(words: Words, numerals: list[NumeralMention], published: date | None) -> list[TimeMention]:
    """Time mentions in the order of the text; start and end are None where there is nothing to count from."""
    reader = _Reader(words, numerals, published)
    found: list[TimeMention] = []
    i = 0
    while i < len(words):
        mention = reader.at(i) if words.kind[i] != "punct" else None
        if mention is None:
            i += 1
        else:
            found.append(mention)
            i = mention.last
    return found


class _Reader:
    def __init__(self, words: Words, numerals: list[NumeralMention], published: date | None) -> None:
        self.words = words
        self.norm = words.norm
        self.published = published
        self.known: TimeWords = lexicon.load()
        self.numerals = {n.first: n for n in numerals}
        self.rules: tuple[Callable[[int], Found | None], ...] = (
            self._since, self._ago, self._during, self._numeric, self._day_month, self._phase, self._part,
            self._weekday, self._day_word, self._unit_direction, self._month, self._year,
        )  # fmt: skip

    def at(self, i: int) -> TimeMention | None:
        """The longest expression that begins at word i."""
        best: Found | None = None
        for rule in self.rules:
            found = rule(i)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is None:
            return None
        last, span, shape, why = best
        start, end, precision = span if span else (None, None, "unknown")
        return TimeMention(i, last, start, end, precision, "since" if shape == "since" else "point", why)  # type: ignore[arg-type]

    # -- word classes ---------------------------------------------------------------------------------------------

    def _class(self, kind: str, i: int) -> tuple[str, int] | None:
        """(value, word after) of a time word of this kind at word i."""
        if i >= len(self.words):
            return None
        match = self.known.words[kind].find(self.words, i)
        return (match.payloads[0], match.last) if match and match.prefix in _PREFIXES else None

    def _number(self, i: int) -> tuple[int, int] | None:
        """A whole number at word i; the separated article of الـ24 is passed over."""
        if i < len(self.words) and self.norm[i] == "ال":
            i += 1
        mention = self.numerals.get(i)
        if mention is not None and mention.best is not None:
            return mention.best, mention.last
        return None

    def _digits(self, i: int, low: int, high: int) -> int | None:
        if i < len(self.words) and self.words.kind[i] == "number" and self.norm[i].isdigit() and len(self.norm[i]) <= 4:
            value = int(self.norm[i])
            return value if low <= value <= high else None
        return None

    def _month_name(self, i: int) -> tuple[int, bool, int] | None:
        """(number, Hijri, word after), double names (أيلول/ سبتمبر) and شهر before the name included."""
        if i < len(self.words) and self.norm[i] in ("شهر", "من"):
            i += 1
        if i < len(self.words) and self.norm[i] == "شهر":
            i += 1
        if i >= len(self.words):
            return None
        match = self.known.months.find(self.words, i)
        if match is None or match.prefix not in _PREFIXES:
            return None
        month, last = match.payloads[0], match.last
        j = last + 1 if last < len(self.words) and self.norm[last] in ("/", "(", "-", "،") else last
        second = self.known.months.find(self.words, j, bare=True) if j < len(self.words) else None
        if second is not None and second.payloads[0].number == month.number:
            last = second.last
            if j < len(self.words) and last < len(self.words) and self.norm[last] == ")":
                last += 1
        return month.number, month.hijri, last

    def _direction(self, i: int) -> tuple[str, int] | None:
        return self._class("direction", i)

    # -- rules ----------------------------------------------------------------------------------------------------

    def _numeric(self, i: int) -> Found | None:
        """20-9-2019, 2019/09/25, 20/9."""
        if self.words.kind[i] != "number":
            return None
        parts: list[int] = []
        j = i
        while len(parts) < 3 and self._digits(j, 1, 2100) is not None:
            parts.append(int(self.norm[j]))
            j += 1
            if len(parts) == 3 or j + 1 >= len(self.words) or self.norm[j] not in _SEPARATORS or self.words.kind[j + 1] != "number":
                break
            j += 1
        if len(parts) == 3 and parts[0] in _YEARS:
            parts.reverse()
        if len(parts) == 3 and parts[2] in _YEARS:
            value = _date(parts[2], parts[1], parts[0]) or _date(parts[2], parts[0], parts[1])
            return (j, calendar.day(value), "point", "numeric date") if value else None
        return None

    def _day_month(self, i: int) -> Found | None:
        """20 أيلول 2019, الثلاثين من آب, 5 و6 أيار."""
        first = self._digits(i, 1, 31)
        last = i + 1
        if first is None:
            number = self._number(i)
            if number is None or not 1 <= number[0] <= 31:
                return None
            first, last = number
        until = first
        if last + 1 < len(self.words) and self.norm[last] in ("-", "–", "و", "الي", "حتي"):
            second = self._digits(last + 1, 1, 31)
            if second is not None and second > first:
                until, last = second, last + 2
        month = self._month_name(last)
        if month is None:
            return None
        number_, hijri, last = month
        year, last = self._year_after(last, number_, first, hijri)
        if year is None:
            return last, None, "point", "day and month, no year to be had"
        start, end = self._make(year, number_, first, hijri), self._make(year, number_, until, hijri)
        if start is None or end is None:
            return None
        days = (end - start).days
        return last, (start, end, calendar.precision(days + 1)), "point", "day and month"

    def _make(self, year: int, month: int, day: int, hijri: bool) -> date | None:
        return calendar.hijri(year, month, day) if hijri else _date(year, month, day)

    def _year_after(self, last: int, month: int, day: int | None, hijri: bool) -> tuple[int | None, int]:
        """The year named behind a month, or the one that the publication day leaves."""
        j = last
        while j < len(self.words) and self.norm[j] in ("من", "عام", "سنه", "،", "للعام", "لعام", "العام", "هجريه", "من العام"):
            j += 1
        year = self._digits(j, 1300, 2100)
        if year is not None:
            return year, j + 1
        direction = self._direction(last)
        if self.published is None:
            return None, direction[1] if direction else last
        if hijri:
            from hijridate import Gregorian

            return Gregorian.fromdate(self.published).to_hijri().year, last
        if direction is not None:
            nearest = calendar.nearest_year(self.published, month, day)
            if direction[0] == "next":
                return nearest + (0 if (month, day or 1) > (self.published.month, self.published.day) and nearest == self.published.year else 1), direction[1]
            return nearest, direction[1]
        return calendar.nearest_year(self.published, month, day), last

    def _month(self, i: int) -> Found | None:
        """أيلول 2019, آب الماضي, شهر رمضان: the month is named with year, direction or شهر, else it is no time."""
        month = self._month_name(i)
        if month is None or self.norm[i] == "من":
            return None
        number, hijri, last = month
        announced = self.norm[i] in ("شهر", "بشهر", "الشهر") or "/" in self.norm[i:last]
        year, after = self._year_after(last, number, None, hijri)
        if after == last and not announced:
            return None
        if year is None:
            return after, None, "point", "month, no year to be had"
        if hijri:
            start = calendar.hijri(year, number, 1)
            end = calendar.hijri(year, number, 29)
            return (after, (start, end, "month"), "point", "Hijri month") if start and end else None
        return after, calendar.month(year, number), "point", "month"

    def _phase(self, i: int) -> Found | None:
        """مطلع آب, منتصف الشهر الجاري, نهاية العام, بداية الأسبوع."""
        phase = self._class("phase", i)
        if phase is None:
            return None
        inner = self._month(phase[1]) or self._bare_month(phase[1]) or self._unit_direction(phase[1], bare=True)
        if inner is None:
            return None
        last, span, shape, why = inner
        if span and span[2] == "week" and phase[0] == "start":
            return last, calendar.day(span[0]), shape, f"start of: {why}"
        return last, span, shape, f"{phase[0]} of: {why}"

    def _bare_month(self, i: int) -> Found | None:
        month = self._month_name(i)
        if month is None or self.published is None:
            return None
        year, last = self._year_after(month[2], month[0], None, month[1])
        return (last, calendar.month(year, month[0]), "point", "month") if year and not month[1] else None

    def _part(self, i: int) -> Found | None:
        """مساء الجمعة الفائتة, فجر اليوم, بعد ظهر 5 أيار, ليلة السبت/الأحد: the day of what follows."""
        part = self._class("part", i)
        if part is None or part[1] >= len(self.words):
            return None
        j = part[1]
        again = self._class("part", j)
        if again is not None:
            j = again[1]
        if j < len(self.words) and self.norm[j] == "(":
            j += 1
        for rule in (self._day_month, self._numeric, self._weekday, self._day_word):
            inner = rule(j) if j < len(self.words) else None
            if inner is not None:
                return inner[0], inner[1], inner[2], f"part of the day, {inner[3]}"
        return None

    def _weekday(self, i: int) -> Found | None:
        """الجمعة الفائتة, اليوم الأربعاء, السبت/الأحد, الأربعاء 25 أيلول, الأربعاء (25-9-2019)."""
        name = self._class("weekday", i)
        if name is None or not any("ال" in p or s.startswith("ال") for p, s in self.words.analyses[i][:3]):
            return None
        number, last = int(name[0]), name[1]
        second = self._class("weekday", last + 1) if last + 1 < len(self.words) and self.norm[last] in ("/", "-", "–") else None
        if second is not None:
            last = second[1]
        j = last
        while j < len(self.words) and self.norm[j] in ("(", "،", ",", "الموافق", ":", "ل", "و", "-"):
            j += 1
        exact = (self._day_month(j) or self._numeric(j)) if j - last <= 2 and j < len(self.words) else None
        if exact is not None and exact[1] is not None:
            end = exact[0] + (exact[0] < len(self.words) and self.norm[exact[0]] == ")")
            return end, self._reconcile(exact[1], number), "point", "weekday with its date"
        direction = self._direction(last)
        if direction is not None:
            last = direction[1]
        today = self._class("day", last)
        if direction is None and today is not None and today[0] in ("0", "-1"):
            last = today[1]
        if self.published is None:
            return last, None, "point", "weekday, no publication day to count from"
        if second is not None:
            value = calendar.weekday(self.published, int(second[0]), direction[0] if direction else None)
            return last, (calendar.shift(value, -1), value, "days"), "point", "night between two days"
        value = calendar.weekday(self.published, number, direction[0] if direction else None)
        return last, calendar.day(value), "point", f"weekday{' ' + direction[0] if direction else ''}"

    def _reconcile(self, span: Span, number: int) -> Span:
        """A date that contradicts its weekday: the reading near publication that fits the weekday."""
        start = span[0]
        if start.weekday() == number or self.published is None or span[2] != "day":
            return span
        swapped = _date(start.year, start.day, start.month)
        if swapped is not None and swapped.weekday() == number and abs((swapped - self.published).days) <= 7:
            return calendar.day(swapped)
        by_name = calendar.weekday(self.published, number, None)
        return calendar.day(by_name) if abs((by_name - start).days) <= 6 else span

    def _day_word(self, i: int) -> Found | None:
        """اليوم, أمس, أول أمس, غداً, with a weekday behind (اليوم الأربعاء)."""
        word = self._class("day", i)
        if word is None:
            return None
        offset, last = int(word[0]), word[1]
        following = self.norm[last] if last < len(self.words) else ""
        if self.norm[i].endswith("يوم") and following in _ORDINALS:
            return self._ordinal_day(last + 1)
        if self.norm[i].endswith("يوم") and (following in ("السابع", "الثامن", "ذاته", "نفسه", "الواحد") or i == 0 and following == "|"):
            return None
        weekday = self._class("weekday", last)
        if weekday is not None:
            last = weekday[1]
        if self.published is None:
            return last, None, "point", "day word, no publication day to count from"
        value = calendar.shift(self.published, offset)
        if weekday is not None and value.weekday() != int(weekday[0]):
            value = calendar.weekday(self.published, int(weekday[0]), None)
        return last, calendar.day(value), "point", "day word"

    def _ordinal_day(self, last: int) -> Found | None:
        """لليوم الثاني على التوالي: the day before and the day itself; the Nth: N - 1 days back."""
        count = _ORDINALS[self.norm[last - 1]]
        if self.norm[last : last + 2] != ["علي", "التوالي"] and self.norm[last : last + 1] not in (["تواليا"], ["متوالي"], ["من"]):
            return None
        end = last + 2 if self.norm[last] == "علي" else last + 1
        if self.published is None or self.norm[last] == "من":
            return None
        return end, (calendar.shift(self.published, 1 - count), self.published, calendar.precision(count)), "point", "day after day"

    def _unit_direction(self, i: int, *, bare: bool = False) -> Found | None:
        """الأسبوع الماضي, الشهر الجاري, هذا العام; `bare`: also without a direction (بداية الأسبوع)."""
        this = self._class("this", i)
        j = this[1] if this else i
        unit = self._class("unit", j)
        if unit is None or unit[0] in ("hour",) or not (self.norm[j].lstrip("وبفل").startswith("ال") or this):
            return None
        direction = self._direction(unit[1])
        if direction is None and not this and not bare:
            return None
        last = direction[1] if direction else unit[1]
        if unit[0] == "day" and self.norm[j].endswith("يوم"):
            return None
        if self.published is None:
            return last, None, "point", "week, month or year, no publication day to count from"
        way = direction[0] if direction else "this"
        if unit[0] == "day":
            if way == "next":
                return last, (calendar.shift(self.published, 1), calendar.shift(self.published, 6), "days"), "point", "days to come"
            return last, (calendar.shift(self.published, -6), calendar.shift(self.published, -1), "days"), "point", "past days"
        return last, calendar.unit_in_direction(self.published, unit[0], way), "point", f"{unit[0]} {way}"

    def _amount(self, i: int) -> tuple[int | None, str, int] | None:
        """(how many or None for "some", unit, word after): ثلاثة أيام, يومين, أيام, الساعات الـ24."""
        dual = self._class("dual", i)
        if dual is not None:
            return 2, dual[0], dual[1]
        number = self._number(i)
        if number is not None:
            unit = self._class("unit", number[1])
            return (number[0], unit[0], unit[1]) if unit else None
        if i < len(self.words) and self.norm[i] in ("نحو", "حوالي", "قرابه", "عده", "بضعه"):
            inner = self._amount(i + 1)
            return inner
        unit = self._class("unit", i)
        if unit is None:
            return None
        number = self._number(unit[1])
        if number is not None:
            return number[0], unit[0], number[1]
        single = self.norm[i].removeprefix("ال") in ("يوم", "ساعه", "اسبوع", "شهر", "سنه", "عام")
        return (1 if single else None), unit[0], unit[1]

    def _ago(self, i: int) -> Found | None:
        """قبل ثلاثة أيام, قبل أيام."""
        if self._class("ago", i) is None:
            return None
        amount = self._amount(i + 1)
        if amount is None or self.norm[i + 1].startswith("ال"):
            return None
        if self.published is None:
            return amount[2], None, "point", "so long ago, no publication day to count from"
        return amount[2], self._back(amount[0], amount[1]), "point", f"ago: {amount[0] or 'some'} {amount[1]}"

    def _back(self, count: int | None, unit: str) -> Span:
        assert self.published is not None
        if count is not None:
            return calendar.ago(self.published, count, unit)
        if unit == "hour":
            return calendar.day(self.published)
        if unit == "day":
            return calendar.shift(self.published, -6), calendar.shift(self.published, -2), "days"
        days = {"week": (28, 14), "month": (180, 60)}.get(unit, (365 * 9, 730))
        return calendar.shift(self.published, -days[0]), calendar.shift(self.published, -days[1]), "month" if unit == "week" else "year"

    def _since(self, i: int) -> Found | None:
        """منذ يومين, منذ بداية الأسبوع, منذ الجمعة: from then to publication."""
        if self._class("since", i) is None or i + 1 >= len(self.words):
            return None
        amount = self._amount(i + 1)
        inner: Found | None = None
        if amount is not None and not self.norm[i + 1].startswith("ال"):
            span = self._back(amount[0], amount[1]) if self.published else None
            inner = (amount[2], span, "since", "")
        else:
            for rule in (self._phase, self._part, self._day_month, self._numeric, self._weekday, self._day_word, self._unit_direction, self._month, self._year):
                inner = rule(i + 1)
                if inner is not None:
                    break
        if inner is None:
            return None
        if inner[1] is None or self.published is None:
            return inner[0], inner[1], "since", "since, no publication day to count from"
        start = inner[1][0]
        if start > self.published:
            return None
        return inner[0], (start, self.published, calendar.precision((self.published - start).days + 1)), "since", "since"

    def _during(self, i: int) -> Found | None:
        """خلال الأيام الماضية, خلال الساعات الـ24 الماضية, خلال اليومين الماضيين, في الأشهر الأخيرة."""
        if self._class("during", i) is None:
            return None
        amount = self._amount(i + 1)
        if amount is None:
            return None
        last = amount[2]
        direction = self._direction(last)
        if direction is None:
            number = self._number(last)
            if number is not None:
                direction = self._direction(number[1])
                amount = (number[0], amount[1], number[1])
        if direction is None or direction[0] not in ("past", "next"):
            return None
        if self.published is None:
            return direction[1], None, "point", "during, no publication day to count from"
        if direction[0] == "next":
            return direction[1], (calendar.shift(self.published, 1), calendar.shift(self.published, 6), "days"), "point", "days to come"
        if amount[0] == 1 and amount[1] in ("week", "month", "year"):
            return direction[1], calendar.unit_in_direction(self.published, amount[1], "past"), "point", f"last {amount[1]}"
        count = amount[0] or {"hour": 24, "day": 6, "week": 4, "month": 6, "year": 5}[amount[1]]
        return direction[1], calendar.last_units(self.published, count, amount[1]), "point", f"last {count} {amount[1]}s"

    def _year(self, i: int) -> Found | None:
        """عام 2019, سنة ٢٠١٨, العام 2020."""
        if self.norm[i].lstrip("وبفل").removeprefix("ال") not in ("عام", "سنه") or i + 1 >= len(self.words):
            return None
        year = self._digits(i + 1, 1900, 2100)
        return (i + 2, calendar.year(year), "point", "year") if year else None


_ORDINALS = {"الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6, "السابع": 7, "الثامن": 8, "التاسع": 9, "العاشر": 10}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@Language.component(
    "rasad_times", requires=["doc._.words", "doc._.numerals", "doc._.published"], assigns=["doc._.times"]
)
def component(doc: Doc) -> Doc:
    """Fills `doc._.times`."""
    doc._.times = find_times(doc._.words, doc._.numerals, doc._.published)
    return doc
