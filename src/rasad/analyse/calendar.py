"""Day arithmetic of the codebook's section 5 and its rulings. Pure functions over dates; no words here."""

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from rasad.model.vocab import DatePrecision, precision

Span = tuple[date, date, DatePrecision]


def day(value: date) -> Span:
    """One day."""
    return value, value, "day"


def shift(published: date, days: int) -> date:
    """`days` after (or before, if negative) publication."""
    return published + timedelta(days=days)


def weekday(published: date, number: int, direction: str | None) -> date:
    """The weekday (0 = Monday) meant on the publication day.

    None: the latest one not after publication; "past": the latest before it; "next": the first after it;
    "this": the one nearest in the week that holds publication, not after it.
    """
    back = (published.weekday() - number) % 7
    if direction == "next":
        return published + timedelta(days=7 - back if back else 7)
    if direction in ("past", "before") and back == 0:
        back = 7
    if direction == "before":
        back += 7
    return published - timedelta(days=back)


def month(year: int, number: int) -> Span:
    """A whole month."""
    first = date(year, number, 1)
    after = date(year + number // 12, number % 12 + 1, 1)
    return first, after - timedelta(days=1), "month"


def year(number: int) -> Span:
    """A whole year."""
    return date(number, 1, 1), date(number, 12, 31), "year"


def nearest_year(published: date, month_number: int, day_number: int | None) -> int:
    """The year of a month (and day) without one: the latest not after publication."""
    if (month_number, day_number or 1) > (published.month, published.day):
        return published.year - 1
    return published.year


def year_of_month(published: date, month_number: int, day_number: int | None, direction: str) -> int:
    """The year of a month with a direction ("past", "next", "this", "before") or none.

    >>> year_of_month(date(2019, 9, 25), 9, None, "past"), year_of_month(date(2019, 9, 25), 4, None, "next")
    (2018, 2020)
    """
    here, there = (published.month, published.day), (month_number, day_number or published.day)
    if direction == "next":
        ahead = there > here if day_number else month_number > published.month
        return published.year if ahead else published.year + 1
    if direction == "past" and day_number is None and month_number == published.month:
        return published.year - 1
    if direction == "this":
        return published.year
    nearest = nearest_year(published, month_number, day_number)
    return nearest - 1 if direction == "before" else nearest


def hijri_year_of(published: date, month_number: int, day_number: int | None) -> int:
    """The year of a Hijri month (and day) without one: the latest not after publication.

    >>> hijri_year_of(date(2019, 9, 25), 9, None)
    1440
    """
    now = Gregorian.fromdate(published).to_hijri()
    return int(now.year) - ((month_number, day_number or 1) > (now.month, now.day))


def hijri(year_number: int, month_number: int, day_number: int) -> date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura); None outside the tables."""
    try:
        day_found = Hijri(year_number, month_number, day_number).to_gregorian()
        return date(day_found.year, day_found.month, day_found.day)
    except (ValueError, OverflowError):
        return None


def ago(published: date, amount: int, unit: str) -> Span:
    """So many units before publication, as a point."""
    if unit == "hour":
        return day(shift(published, -(amount // 24)))
    if unit == "day":
        return day(shift(published, -amount))
    if unit == "week":
        return day(shift(published, -7 * amount)) if amount < 3 else (*_around(published, 7 * amount, 3), "week")
    if unit == "month":
        total = published.year * 12 + published.month - 1 - amount
        return month(total // 12, total % 12 + 1)
    return year(published.year - amount)


def months_back(published: date, amount: int) -> date:
    """The same day so many months before, the last of its month where that month is shorter.

    >>> months_back(date(2020, 3, 31), 1)
    datetime.date(2020, 2, 29)
    """
    total = published.year * 12 + published.month - 1 - amount
    last = month(total // 12, total % 12 + 1)[1]
    return last.replace(day=min(published.day, last.day))


def _around(published: date, days: int, width: int) -> tuple[date, date]:
    middle = shift(published, -days)
    return middle - timedelta(days=width), middle + timedelta(days=width)


def last_units(published: date, amount: int, unit: str) -> Span:
    """خلال الـ N units الماضية: from N units back to the day before (hours: to publication)."""
    if unit == "hour":
        days = max(1, amount // 24)
        return shift(published, -days), published, "days" if days < 7 else "week"
    if unit == "day":
        return shift(published, -amount), shift(published, -1), precision(amount)
    if unit == "week":
        return shift(published, -7 * amount), shift(published, -1), precision(7 * amount)
    if unit == "month":
        start = ago(published, amount, "month")[0]
        return start, published, "month"
    return date(published.year - amount, published.month, min(published.day, 28)), published, "year"


def unit_in_direction(published: date, unit: str, direction: str) -> Span:
    """الأسبوع الماضي، الشهر الجاري، العام المقبل. Weeks begin on Sunday here: the seed report counts so."""
    step = {"past": -1, "next": 1, "before": -2}.get(direction, 0)
    if unit == "week":
        start = shift(published, -((published.weekday() + 1) % 7) + 7 * step)
        end = shift(start, 6)
        return start, min(end, published) if step == 0 else end, "week"
    if unit == "month":
        total = published.year * 12 + published.month - 1 + step
        return month(total // 12, total % 12 + 1)
    return year(published.year + step)
