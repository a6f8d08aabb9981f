"""Finds time expressions and resolves them against the publication day: a grammar over closed word classes.

| file | rules |
| --- | --- |
| timebase | the word classes at a word, numbers, amounts |
| timedates | dates of the calendar |
| timerelative | what counts from the publication day |
| timeheads | the report's own day at its head |
| timethen | what counts from the day told last |
| timeruns | days in a row, times that date no act |
| times | since, from … to, and the choice among the rules |
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse import calendar
from rasad.analyse.timebase import Found
from rasad.analyse.timedates import make
from rasad.analyse.timeheads import without_heads
from rasad.analyse.timeruns import Runs
from rasad.analyse.wordtypes import TIME_KINDS
from rasad.lexicon.perword import Remembered
from rasad.model.mentions import IN_A_ROW, SO_LONG, NumeralMention, TimeMention
from rasad.model.vocab import DatePrecision, precision
from rasad.model.words import Words


def find_times(words: Words, numerals: list[NumeralMention], published: date | None) -> list[TimeMention]:
    """Time mentions in the order of the text; start and end are None where there is nothing to count from."""
    reader = Reader(words, numerals, published)
    found: list[TimeMention] = []
    last = 0
    for i in reader.openers():
        mention = reader.at(i) if i >= last else None
        if mention is not None:
            found.append(_widened(words, found, mention))
            last = mention.last
    return found


def _widened(words: Words, found: list[TimeMention], mention: TimeMention) -> TimeMention:
    """أمس … لليوم الثاني على التوالي: the run of days ends on the day that the sentence has named, and both say it."""
    if mention.why != IN_A_ROW or mention.start is None or mention.end is None or not found:
        return mention
    named = found[-1]
    if words.sentence[named.first] != words.sentence[mention.first] or named.start is None or named.start != named.end:
        return mention
    start = calendar.shift(named.start, -(mention.end - mention.start).days)
    found[-1] = replace(named, start=start, precision=mention.precision, why=f"{named.why}, {mention.why}")
    return replace(mention, start=start, end=named.end)


#: A day in the middle of a week, a month and the years that no report tells of.
STAND_IN: Final = date(1990, 5, 16)
#: What says of a day that its month still runs, and how many words it has besides.
_THIS: Final = frozenset({"الجاري", "الحالي"})
_OF_MONTH: Final = 2
#: منذ اندلاعها ليل الخميس, منذ اقتحامه السبت: since what happened to it, whose day is told behind it.
_ITS = ("ها", "ه", "هم", "هما")
#: Days from the one to the other of مساء أمس وحتى فجر اليوم; more are no such stretch.
_LONGEST_STRETCH = 60
#: Behind ساعات الصباح.
_EARLY = frozenset({"الاولي", "الباكر", "الباكره", "المبكره"})


class Reader(Runs):
    """The whole grammar."""

    def at(self, i: int) -> TimeMention | None:
        """The longest expression that begins at word i."""
        best = self._longest(_RULES, i)
        if best is None or self._is_name(i, best):
            return None
        best = self._with_end(self.with_joined(i, best))
        if self.compares(i, best):
            best = best._replace(span=None, why=f"{best.why}: what the act is compared with")
        start, end = best.span[:2] if best.span else (None, None)
        precision: DatePrecision = best.span[2] if best.span else "unknown"
        if start is not None and start == end and best.shape != "after" and not self.of_saying(i):
            self.last_day, self.last_at = start, i
        return TimeMention(i, best.last, start, end, precision, best.shape, best.why, best.part)

    def _longest(self, rules: "_Rules", i: int) -> Found | None:
        """The longest expression that one of the rules reads at word i."""
        best: Found | None = None
        for rule in rules[TIME_KINDS[self.norm[i]]]:
            found = rule(self, i)
            if found is not None and (best is None or found.last > best.last):
                best = found
        return best

    def _is_name(self, i: int, found: Found) -> bool:
        """Whether the expression is part of a name; one with its year is a time even there (هجمات 7 أكتوبر 2023)."""
        if self.words.kind[found[0] - 1] == "number" and len(self.norm[found[0] - 1]) == 4:
            return False
        named = self.named_by(i)
        if named == "name":
            return True
        if named == "weekly":
            return found[3].startswith("weekday")
        return named == "event" and found[3].startswith(("day and month", "month"))

    def since(self, i: int) -> Found | None:
        """منذ يومين, منذ بداية الأسبوع, منذ الجمعة وحتى أمس: from then to publication, or to the day named."""
        cue = self.word_class("since", i)
        if cue is None or cue[1] >= len(self.norm):
            return None
        j = cue[1]
        amount = self.amount(j)
        inner = self._point(j)
        if amount is None and inner is None and self.norm[j].endswith(_ITS):
            j += 1
            amount, inner = self.amount(j), self._point(j)
        if amount is not None and not self.norm[j].startswith("ال") and (inner is None or inner[0] <= amount[2]):
            inner = Found(amount[2], self._back_from(amount[0], amount[1]), "since", "")
        if inner is None:
            return self._since_hours(j)
        if inner[1] is None or self.published is None:
            return Found(inner[0], inner[1], "since", "since, no publication day to count from")
        if amount is not None and amount[:2] == (None, "day") and inner[2] == "since":
            # منذ أيام is "days ago", as قبل أيام: a going act says since when, or for how many days.
            return Found(inner[0], inner[1], "point", "since some days: days ago")
        start = inner[1][0]
        if start > self.published:
            return None
        until = self._until(inner[0])
        if until is not None and until[1] is not None and until[1][1] >= start:
            return Found(until[0], _between(start, until[1][1]), "point", "since … until")
        return Found(inner[0], _between(start, self.published), "since", SO_LONG if inner[2] == "since" else "since")

    def _since_hours(self, i: int) -> Found | None:
        """منذ ساعات الصباح الأولى: hours of the day that the report told last, else of today, where they may still go on."""
        unit = self.word_class("unit", i)
        part = self.word_class("part", unit[1]) if unit is not None and unit[0] == "hour" else None
        day = self.last_day or self.published
        if part is None or day is None:
            return None
        last = part[1] + (self.here(part[1]) in _EARLY)
        return Found(last, calendar.day(day), "since" if day == self.published else "point", "hours of the day told last")

    def _back_from(self, count: int | None, unit: str) -> calendar.Span | None:
        """Where a going act began: to the day, where قبل شهر as a point means the whole month."""
        if self.published is None:
            return None
        if count is not None and unit in ("month", "year"):
            return calendar.day(calendar.months_back(self.published, min(count, 400) * (12 if unit == "year" else 1)))
        return self._back(count, unit)

    def _point(self, i: int) -> Found | None:
        """The longest expression at word i that is no "since"."""
        return self._longest(_POINTS, i) if i < len(self.norm) else None

    def _until(self, i: int) -> Found | None:
        """حتى / إلى with a time behind it."""
        if self.here(i) in ("،", ","):
            i += 1
        cue = self.word_class("until", i)
        return self._point(cue[1]) if cue is not None and cue[1] < len(self.norm) else None

    def _with_end(self, found: Found) -> Found:
        """مساء أمس وحتى فجر اليوم: from the one day to the other."""
        if not self.is_days(found) or found.span is None or self.here(found.last).removeprefix("و") != "حتي":
            return found
        until = self._until(found.last)
        if until is None or until.span is None or not self.is_days(until):
            return found
        if not 0 < (until.span[1] - found.span[0]).days < _LONGEST_STRETCH:
            return found
        return Found(until.last, _between(found.span[0], until.span[1]), "point", f"{found.why}, until")

    def range(self, i: int) -> Found | None:
        """من الأحد إلى الثلاثاء, بين 5 أيار و10 حزيران, من 20 إلى 25 أيلول, بين 20 و25 أيلول, ما بين 20 أيلول وحتى 25."""
        opening = self.here(i).lstrip("و")
        if opening not in ("من", "بين") or i + 1 >= len(self.norm):
            return None
        j = i + 1
        day = self.day_number(j)
        first = self._point(j)
        if first is None and day is None:
            return None
        at = first[0] if first is not None else day[1] if day is not None else j
        k = self._joined(at, opening)
        second = (self._point(k) or self._day_after(first, k)) if k else None
        if second is None:
            return None
        if second[1] is None or (first is not None and first[1] is None):
            return Found(second[0], None, "point", "from … to, no year or publication day to count from")
        end = second[1][1]
        if first is not None and first[1] is not None:
            start = first[1][0]
            same = make(start.year, end.month, end.day)
            if second[3] == "day and month" and end < start and same is not None:
                end = max(end, same)  # من الإثنين 24 كانون الثاني ولغاية 31 كانون الثاني: one year
        elif day is not None and second[3] == "day and month" and day[0] < end.day:
            start = end.replace(day=day[0])
        else:
            return None
        return Found(second[0], _between(start, end), "point", "from … to") if start <= end else None

    def _joined(self, i: int, opening: str) -> int:
        """The word after the joiner of a range, 0 where there is none."""
        at = i + (self.here(i) == "و")
        if self.here(at).removeprefix("و") in ("الي", "حتي", "لغايه"):
            return at + 1 + (self.here(at + 1) == "غايه")
        if opening == "بين":
            return at if at > i or self.here(i).startswith("و") else 0
        return 0

    def _day_after(self, first: Found | None, k: int) -> Found | None:
        """25 behind "from 21 April until": a day of the same month."""
        day = self.digits(k, 1, 31)
        if day is None or first is None or first.span is None or first.why != "day and month" or self.here(k - 1) == "و":
            return None
        begin = first.span[0]
        end = make(begin.year, begin.month, day)
        return Found(k + 1, calendar.day(end), "point", first.why) if end is not None and end > begin else None


_Rule = Callable[[Reader, int], Found | None]
#: Each with the classes of which its first word must be one; None where a number or another word may be the first.
_Listed = tuple[tuple[frozenset[str] | None, _Rule], ...]
#: The rules that may begin at a word, by the classes of time words that it is of.
_Rules = Remembered[frozenset[str], tuple[_Rule, ...]]


def _rules(listed: _Listed) -> _Rules:
    return Remembered(lambda kinds: tuple(rule for openers, rule in listed if openers is None or not openers.isdisjoint(kinds)))


_OF_POINTS: _Listed = (
    (None, Reader.numeric),
    (None, Reader.of_that_month),
    (None, Reader.day_month),
    (frozenset({"phase"}), Reader.phase),
    (frozenset({"part"}), Reader.part),
    (frozenset({"weekday"}), Reader.weekday),
    (None, Reader.weekdays),
    (frozenset({"day"}), Reader.day_word),
    (frozenset({"this", "unit"}), Reader.unit_direction),
    (None, Reader.month),
    (None, Reader.year),
    (frozenset({"ago"}), Reader.ago),
    (None, Reader.during),
)
_OF_ALL: _Listed = (
    (frozenset({"since"}), Reader.since),
    (None, Reader.range),
    (frozenset({"after"}), Reader.then),
    (frozenset({"after"}), Reader.after),
    (frozenset({"ago"}), Reader.before_it),
    (frozenset({"vague"}), Reader.vague),
    (frozenset({"its", "run"}), Reader.run),
    (frozenset({"that"}), Reader.from_that),
    (frozenset({"until"}), Reader.until_now),
    (frozenset({"until"}), Reader.lasted),
    *_OF_POINTS,
)
_POINTS: Final = _rules(_OF_POINTS)
_RULES: Final = _rules(_OF_ALL)


def _between(start: date, end: date) -> calendar.Span:
    return start, end, precision((end - start).days + 1)


def find_undated(words: Words, numerals: list[NumeralMention]) -> tuple[date, list[TimeMention]]:
    """(the day that stands for the publication day, time mentions) of a report of which nobody told the publication day.

    What counts from that day is marked: "on Sunday" and "yesterday" are other days, whenever it was. The day is the last one
    that the text gives with its year, else the last of the running month (17 تشرين الأول الجاري), else `STAND_IN`.
    """
    told = find_times(words, numerals, None)
    today = max((m.end for m in told if m.end is not None), default=STAND_IN)
    certain = {(m.first, m.last, m.start, m.end) for m in told if m.start is not None}
    counted = find_times(words, numerals, today)
    if today == STAND_IN:
        today = max((m.end for m in counted if m.end is not None and _running(m, words)), default=STAND_IN)
        counted = find_times(words, numerals, today)
    weekday = next((m.start for m in counted if _named_today(m, words)), None) if today == STAND_IN else None
    if weekday is not None and weekday != today:
        today = weekday
        counted = find_times(words, numerals, today)
    return today, [m if (m.first, m.last, m.start, m.end) in certain else replace(m, stand_in=True) for m in counted]


def _running(mention: TimeMention, words: Words) -> bool:
    """17 تشرين الأول الجاري: a day of the month in which the report was published."""
    return mention.start == mention.end and words.norm[mention.last - 1] in _THIS and mention.last - mention.first > _OF_MONTH


def _named_today(mention: TimeMention, words: Words) -> bool:
    """اليوم الجمعة: which day of the week the report was published on, so that a bare اليوم is that day too."""
    return words.norm[mention.first] == "اليوم" and mention.last - mention.first > 1 and mention.start == mention.end


@Language.component(
    "rasad_times", requires=["doc._.words", "doc._.numerals", "doc._.published"], assigns=["doc._.times", "doc._.today"]
)
def component(doc: Doc) -> Doc:
    """Fills `doc._.times` and `doc._.today`, the day from which they count."""
    _ = doc._
    if _.published is None:
        _.today, _.times = find_undated(_.words, _.numerals)
    else:
        _.today, _.times = _.published, find_times(_.words, _.numerals, _.published)
    _.times = without_heads(_.words, _.times, _.today)
    return doc
