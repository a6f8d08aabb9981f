"""Days of publication as outlets write them: ٢٠/٩/٢٠١٩, 20-9-2019, 25 أيلول/ سبتمبر 2019, /2019/09/25/ in an address.

Only whole dates with a year count; the dates of events are read elsewhere, with the grammar they need.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rasad.lexicon.folding import fold

#: The press is not older online; a later year is a wrong reading (phone numbers, article numbers).
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2099

#: Levantine, Gregorian-Arabic (Egypt, Gulf), Algerian and Tunisian, Moroccan; English for templates left untranslated.
_NAMES: Final = (
    ("كانون الثاني", "يناير", "جانفي", "january", "jan"),
    ("شباط", "فبراير", "فيفري", "february", "feb"),
    ("آذار", "مارس", "اذار", "march", "mar"),
    ("نيسان", "أبريل", "إبريل", "أفريل", "april", "apr"),
    ("أيار", "مايو", "ماي", "may"),
    ("حزيران", "يونيو", "يونيه", "جوان", "june", "jun"),
    ("تموز", "يوليو", "يوليه", "جويلية", "يوليوز", "july", "jul"),
    ("آب", "أغسطس", "أوت", "غشت", "august", "aug"),
    ("أيلول", "سبتمبر", "شتنبر", "september", "sept", "sep"),
    ("تشرين الأول", "أكتوبر", "اكتوبر", "october", "oct"),
    ("تشرين الثاني", "نوفمبر", "نونبر", "november", "nov"),
    ("كانون الأول", "ديسمبر", "دجنبر", "december", "dec"),
)


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


_MONTHS: Final = {_folded(name): number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH: Final = "(?:" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + ")"
#: A month, or its two names side by side: ايلول/ سبتمبر, سبتمبر (ايلول).
_MONTH_PAIR: Final = rf"({_MONTH})\b(?: ?[/\-|(] ?{_MONTH}\b ?\)?)?"
_YEAR: Final = r"((?:19|20)\d\d)(?!\d)"

_ISO = re.compile(rf"(?<!\d){_YEAR} ?([-/.]) ?(\d{{1,2}}) ?\2 ?(\d{{1,2}})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?\2 ?{_YEAR}")
_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ ,،.\-/]*(?:من |شهر |of )*{_MONTH_PAIR}[ ,،.\-/]*(?:عام |سنه )?{_YEAR}")
_NAMED_FIRST = re.compile(rf"\b{_MONTH_PAIR}[ .]*(\d{{1,2}})(?:st|nd|rd|th)?[ ,،.\-/]+{_YEAR}")
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


def first_date(text: str, limit: int = 2000) -> date | None:
    """The first whole date in the first `limit` characters of a text, or None."""
    found = sorted(_dates(_spaced(text[:limit])))
    return found[0][1] if found else None


def is_date_line(line: str) -> bool:
    """Whether a line says a date and little else (a weekday, an hour, a label such as "published")."""
    if len(line) > 120 or first_date(line) is None:
        return False
    folded = _spaced(line)
    for pattern in (_ISO, _DAY_FIRST, _NAMED, _NAMED_FIRST):
        folded = pattern.sub(" ", folded)
    return len(re.findall(r"[^\W\d_]{2,}", folded)) <= 3


def date_in_url(url: str) -> date | None:
    """The date that an address carries in its path, or None; separators optional, year first."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    for match in _IN_URL.finditer(path):
        year, separator, month, day = match.groups()
        if not separator and (len(month), len(day)) != (2, 2):
            continue
        found = _date(year, month, day)
        if found:
            return found
    return None


def _spaced(text: str) -> str:
    """The folded text: ASCII digits, one spelling of each month, single spaces, the T of ISO stamps apart."""
    text = re.sub(r"(?<=\d)T(?=\d)", " ", text)
    return _folded(re.sub(r"([/|(),،])", r" \1 ", text)).replace(" / ", "/").replace(" | ", "|")


def _dates(folded: str) -> Iterator[tuple[int, date]]:
    """Every date in a folded text with its position."""
    for match in _ISO.finditer(folded):
        yield from _at(match, match[1], match[3], match[4])
    for match in _DAY_FIRST.finditer(folded):
        day, month = match[1], match[3]
        # Day first is the rule in Arabic; only where that is no date can it be the American order.
        if int(month) > 12 and int(day) <= 12:
            day, month = month, day
        yield from _at(match, match[4], month, day)
    for match in _NAMED.finditer(folded):
        yield from _at(match, match[3], str(_MONTHS[match[2]]), match[1])
    for match in _NAMED_FIRST.finditer(folded):
        yield from _at(match, match[3], str(_MONTHS[match[1]]), match[2])


def _at(match: re.Match[str], year: str, month: str, day: str) -> Iterator[tuple[int, date]]:
    found = _date(year, month, day)
    if found:
        yield match.start(), found


def _date(year: str, month: str, day: str) -> date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
