"""Whether two drafts name days that tell them apart: other days, months against a day, what is long past against news."""

from dataclasses import replace
from typing import Final

from rasad.events.compare import own
from rasad.events.draft import Draft
from rasad.model.mentions import LAST, UNTIL, TimeMention
from rasad.model.reading import Reading
from rasad.model.vocab import precision
from rasad.model.words import Words

_HOURS: Final = frozenset({"ساعه", "ساعات"})
#: Days from the beginning of an act to its end, told apart.
_LASTED: Final = 7
#: Days of a period in which more than one act is told.
_PERIOD: Final = 20


def open_hours(time: TimeMention, words: Words) -> bool:
    """خلال 48 ساعة: hours without a direction, which lie behind what was done and ahead of what is to be done."""
    return time.why.startswith(LAST) and words.norm[time.last - 1] in _HOURS


def days_apart(a: Draft, b: Draft) -> bool:
    """Whether both name days of their own that have no day in common."""
    if not (own(a.time_from) and own(b.time_from)) or whole(a.time, b.time) is not None:
        return False
    apart = no_day_shared(a.time, b.time)
    return a.time != b.time and None not in (a.time, b.time) if apart is None else apart


def no_day_shared(x: TimeMention | None, y: TimeMention | None) -> bool | None:
    """Whether two times have no day in common; None where one of them has no days."""
    if x is None or y is None or x.start is None or x.end is None or y.start is None or y.end is None:
        return None
    return x.end < y.start or y.end < x.start


def dated_otherwise(a: Draft, b: Draft) -> bool:
    """Whether the second names a day of its own that is none of those the first has, wherever that has them from."""
    if b.definite and b.trigger.pos != "verb" and not own(a.time_from) and not _counted_from(b):
        return False  # قُتل سبعة في الاشتباكات … وبدأت الاشتباكات أمس
    if whole(a.time, b.time) is not None:
        return False
    return own(b.time_from) and (bool(no_day_shared(a.time, b.time)) or _of_months(a, b))


def whole(x: TimeMention | None, y: TimeMention | None) -> TimeMention | None:
    """اندلعت مساء الخميس … استمرت حتى فجر الجمعة, told in two sentences: from the one to the other, None where that is not so."""
    if x is None or y is None or x.why.startswith(UNTIL) == y.why.startswith(UNTIL):
        return None
    begun, ended = (y, x) if x.why.startswith(UNTIL) else (x, y)
    if begun.start is None or begun.end is None or ended.end is None or begun.precision not in ("day", "days"):
        return None
    days = (ended.end - begun.start).days + 1
    if not 1 < days <= _LASTED:
        return None
    return replace(begun, end=ended.end, precision=precision(days), why=f"{begun.why}, {ended.why}")


def _counted_from(draft: Draft) -> bool:
    """يُفتح المعبر بعد ست سنوات من الإغلاق: from which others are counted."""
    return draft.time is not None and draft.time.shape == "after" and draft.time.precision != "day"


def _of_months(a: Draft, b: Draft) -> bool:
    """مظاهرات خرجت اليوم, then خلال الأشهر الماضية شهدت القرى مظاهرات: of months, not of the day."""
    if a.time is None or b.time is None or None in (a.time.start, a.time.end, b.time.start, b.time.end) or b.definite:
        return False
    x, y = ((t.end - t.start).days for t in (a.time, b.time))  # type: ignore[operator]
    return b.time.shape != "since" and x <= 1 and y >= _PERIOD


def of_weeks_past(a: Draft, b: Draft, reading: Reading) -> bool:
    """Whether the first is news without a time and the second of weeks or days past (قتل ثمانية قبل أيام بهجوم مماثل)."""
    time = b.time
    if a.time is not None or a.timeless or time is None or not own(b.time_from):
        return False
    days = time.precision == "days" and over(time, reading)
    return time.shape == "point" and (days or time.precision in ("week", "month", "year"))


def of_the_past(a: Draft, b: Draft, reading: Reading) -> bool:
    """The same, also of one day longer past than yesterday, unless its noun points back."""
    if of_weeks_past(a, b, reading):
        return True
    news = a.time is None and not a.timeless
    return news and not b.definite and own(b.time_from) and b.time is not None and over(b.time, reading)


def over(time: TimeMention, reading: Reading) -> bool:
    """Ended before yesterday."""
    published = reading.published
    return time.end is not None and (published - time.end).days > 1
