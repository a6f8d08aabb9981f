"""Reads the closed word classes of time expressions at a word of the report; the rules of the grammar build on it."""

import re
from datetime import date
from typing import NamedTuple

from rasad.analyse.calendar import Span
from rasad.analyse.wordtypes import BEGINS_TIME, OPENS_TIME, TIME_KINDS
from rasad.lexicon import timewords as lexicon
from rasad.lexicon.timewords import TimeWords
from rasad.model.mentions import NumeralMention, TimePart, TimeShape
from rasad.model.words import Words

YEARS = range(1900, 2101)
#: Proclitics that a time word may carry.
PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ال", "وال", "بال", "ول", "فال", "لل", "وب", "ولل", "ك"})
QUOTES = frozenset("\"“”«»'‘’")
#: "more than 500 days" counts 500: the bound blurs the start, it does not move it.
#: Marks in which some outlets set their numerals.
_MARKED = {"/": "/", "(": ")", '"': '"', "«": "»", "“": "”"}
_OPEN_WORDS = frozenset({"اكثر", "ازيد", "يزيد", "يفوق", "تجاوز"})
_BLUR = frozenset({"نحو", "حوالي", "قرابه", "عده", "بضعه", "بضع", "زهاء", "يقارب"})
#: So many that no number is told: قبل عدة أيام is قبل أيام.
_SOME = frozenset({"عده", "بضعه", "بضع"})
#: Behind ما (منذ ما يقارب الشهر، منذ ما يزيد على أسبوعين).
_AS_MUCH = frozenset({"يقارب", "يزيد", "يفوق"})
_SINGLE_UNITS = frozenset({"يوم", "ساعه", "اسبوع", "شهر", "سنه", "عام", "يوما", "شهرا", "عاما", "اسبوعا", "دقيقه"})
_FEW = frozenset(
    {"قليله", "معدوده", "عديده", "القليله", "كامل", "كامله", "فقط", "تقريبا", "متتاليه", "متواصله", "واحد", "واحده", "ونصف"}
)  # fmt: skip


_WAS = frozenset({"كان", "كانت"})
#: Words between what is called for and its day, and between the call and that.
_CALLED_WITHIN = 5
_CALL_WITHIN = 8
#: The future of a verb (سيصدر, ستعقد), not the nouns that look like one (سيارة, سيطرة, ستة).
_FUTURE = re.compile(r"[وف]?س[يت](?!ا|ط|د|ن|ه|و|ر|ل|ف|ي|م[اي])\w{3,}")


class Found(NamedTuple):
    """What a rule gives: the word after the expression, and its span, None where there is nothing to count from."""

    last: int
    span: Span | None
    shape: TimeShape
    why: str
    part: TimePart = "whole"


class Cursor:
    """Word classes at a word. Holds the report's words, numbers, publication day and the last day it named."""

    def __init__(self, words: Words, numerals: list[NumeralMention], published: date | None) -> None:
        self.words = words
        self.norm = words.norm
        self.published = published
        self.known: TimeWords = lexicon.load()
        self.numerals = {n.first: n for n in numerals}
        #: The day of the last expression read, for اليوم ذاته and اليوم التالي.
        self.last_day: date | None = None
        #: … and its first word
        self.last_at = -1

    def opens(self, i: int) -> bool:
        """Whether an expression may begin at word i."""
        if self.words.kind[i] == "number" or i in self.numerals:
            return True
        return self.words.kind[i] == "word" and OPENS_TIME[self.norm[i]]

    def openers(self) -> list[int]:
        """The words at which an expression may begin, in order."""
        return sorted({*BEGINS_TIME.where(self.norm), *self.numerals})

    def here(self, i: int) -> str:
        """The folded word at i, "" past the end."""
        return self.norm[i] if 0 <= i < len(self.norm) else ""

    def word_class(self, kind: str, i: int) -> tuple[str, int] | None:
        """(value, word after) of a time word of this kind at word i."""
        if i >= len(self.norm) or kind not in TIME_KINDS[self.norm[i]]:
            return None
        match = self.known.words[kind].find(self.words, i)
        return (match.payloads[0], match.last) if match and match.prefix in PREFIXES else None

    def direction(self, i: int) -> tuple[str, int] | None:
        """past, next, this or before (the one before the past one) at word i."""
        return self.word_class("direction", i)

    def number(self, i: int) -> tuple[int, int] | None:
        """A whole number at word i; the separated article of الـ24 and the marks around /5/ and (5) are passed over."""
        closing = _MARKED.get(self.here(i))
        if closing is not None and i + 1 in self.numerals:
            inner = self.number(i + 1)
            return (inner[0], inner[1] + 1) if inner is not None and self.here(inner[1]) == closing else None
        mention = self.numerals.get(i)
        if mention is None and self.here(i) in ("ال", "لل"):
            mention = self.numerals.get(i + 1)
        if mention is None or mention.best is None:
            return None
        if mention.high is None and mention.low is not None and self.norm[mention.first].lstrip("وبل") in _OPEN_WORDS:
            return mention.best - 1, mention.last
        return mention.best, mention.last

    def digits(self, i: int, low: int, high: int) -> int | None:
        """A number in digits between low and high at word i."""
        if i < len(self.norm) and self.words.kind[i] == "number" and self.norm[i].isdecimal() and len(self.norm[i]) <= 4:
            value = int(self.norm[i])
            return value if low <= value <= high else None
        return None

    def month_name(self, i: int) -> tuple[int, bool, int] | None:
        """(number, Hijri, word after), double names (أيلول/ سبتمبر) and شهر before the name included."""
        if self.here(i) == "من":
            i += 1
        if self.here(i) in ("شهر", "لشهر", "بشهر"):
            i += 1
        if i >= len(self.norm) or self.words.kind[i] != "word":
            return None
        match = self.known.months.find(self.words, i)
        if match is None or match.prefix not in PREFIXES:
            return None
        month, last = match.payloads[0], match.last
        j = last + 1 if self.here(last) in ("/", "(", "-", "،", "–", "\\", "[") else last
        second = self.known.months.find(self.words, j, bare=True) if j < len(self.norm) else None
        if second is not None and second.payloads[0].number == month.number and second.payloads[0].hijri == month.hijri:
            last = second.last
            if self.here(last) in (")", "]") and j < len(self.norm):
                last += 1
        return month.number, month.hijri, last

    def amount(self, i: int, *, depth: int = 0) -> tuple[int | None, str, int] | None:
        """(how many or None for "some", unit, word after): ثلاثة أيام, يومين, أيام, الساعات الـ24, أكثر من شهر."""
        dual = self.word_class("dual", i)
        if dual is not None:
            return 2, dual[0], dual[1] + (self.here(dual[1]) in ("اثنين", "اثنتين", "فقط"))
        number = self.number(i) if self.here(i) not in _SOME else None
        if number is not None:
            # في 12 الشهر الماضي: a day of that month, not twelve months
            unit = self.word_class("unit", number[1]) if self.here(number[1]) != "الشهر" else None
            return (number[0], unit[0], self._passed(unit[1])) if unit else None
        if depth < 3 and (self.here(i) in _BLUR or (self.here(i) == "ما" and self.here(i + 1) in _AS_MUCH)):
            return self.amount(i + 1, depth=depth + 1)
        if depth < 3 and self.here(i) in _OPEN_WORDS | {"اقل"} and self.here(i + 1) in ("من", "عن", "علي"):
            return self.amount(i + 2, depth=depth + 1)
        unit = self.word_class("unit", i)
        if unit is None:
            return None
        number = self.number(unit[1])
        if number is not None and number[0] <= 90:
            return number[0], unit[0], self._passed(number[1])
        if unit[0] == "hour" and self.word_class("part", unit[1]) is not None and not self.norm[i].startswith("ال"):
            return None  # ساعات الصباح الأولى: a part of a day that others words name
        single = self.norm[i].removeprefix("ال") in _SINGLE_UNITS or self.norm[i].removeprefix("ب") in _SINGLE_UNITS
        return (1 if single else None), unit[0], self._passed(unit[1])

    def _passed(self, i: int) -> int:
        """The word after adjectives that change nothing (أيام قليلة, يوم واحد)."""
        return i + 1 if self.here(i) in _FEW else i

    def planned(self, i: int) -> bool:
        """Whether what stands before word i in its sentence announces an act to come (من المقرر أن …)."""
        first = self.words.sentences[self.words.sentence[i]].first if self.words.sentences else 0
        for j in range(i - 1, max(first, i - 25) - 1, -1):
            if self.norm[j] in ".؛":
                return False
            if self.word_class("plan", j) is not None or _FUTURE.match(self.norm[j]):
                return True
        return False

    def still_planned(self, i: int) -> bool:
        """The same, but not of what was planned once (وكان من المقرر أن يعقد الأحد)."""
        first = self.words.sentences[self.words.sentence[i]].first if self.words.sentences else 0
        return not any(w.removeprefix("و") in _WAS for w in self.norm[first : first + 2]) and self.planned(i)

    def called(self, i: int) -> bool:
        """Whether word i stands behind what is called for (دعا السكان للتظاهر يوم الجمعة): that day is to come."""
        first = self.words.sentences[self.words.sentence[i]].first if self.words.sentences else 0
        for j in range(i - 1, max(first, i - _CALLED_WITHIN) - 1, -1):
            if self.words.kind[j] == "punct":
                return False
            if self.word_class("called", j) is not None and (self.norm[j].startswith("ل") or self.here(j - 1) == "الي"):
                return any(self.word_class("call", k) is not None for k in range(max(first, j - _CALL_WITHIN), j))
        return False

    def named_by(self, i: int) -> str:
        """How the word before word i makes a name of it: `name` (سوق الجمعة, حي الأربعين), `weekly` (صلاة الجمعة, كل
        جمعة), `event` (ثورة 25 يناير), or "" where it is a time.
        """
        j = i - 1
        if j >= 0 and self.norm[j] in QUOTES:
            j -= 1
        namer = self.known.words["namer"].find(self.words, j) if j >= 0 else None
        # الساحة اليوم is no name: a noun that names what follows has no article.
        if namer is not None and namer.last in (j + 1, i) and "ال" not in namer.prefix and "لل" not in namer.prefix:
            return namer.payloads[0]
        if self.here(i + 1) in QUOTES and self.here(i - 2) in QUOTES and self.here(i - 1) not in QUOTES:
            return "name"
        return ""
