"""The report's own date where the report itself says it: a dateline or a date line at its head or foot."""

from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.numerals import find_numerals
from rasad.analyse.times import Reader
from rasad.lexicon import timewords
from rasad.model.words import Words

#: Paragraphs looked at from each end, and the longest run of other words in a line that says a date.
_HEAD: Final = 4
_FOOT: Final = 2
_LINE_WORDS: Final = 9
#: A dateline stands within so many words of its paragraph's beginning (بلدي نيوز - إدلب (25-9-2019)).
_DATELINE_WORDS: Final = 14
#: One that a colon closes has so many words at most, and a dash or slash among them.
_HEAD_WORDS: Final = 8
#: Words of the place before the dash of a dateline, and how far behind it a second dash would close an aside.
_PLACE_WORDS: Final = 2
_ASIDE: Final = 14
_DASHES: Final = frozenset("-–—/")
#: Labels of a date that is not the report's day of publication.
_NOT_PUBLISHED: Final = frozenset({"تحديث", "مواليد", "ولد", "تاسست", "تاسس", "حقوق", "توفي", "منذ", "حتي", "عام"})
_LABELS: Final = frozenset({"نشر", "تاريخ", "بتاريخ", "النشر", "كتب", "اخر", "الاخبار", "اخبار", "خاص", "مراسل", "متابعات"})


def published_from_text(words: Words) -> date | None:
    """The date of publication that the text says of itself, or None: never one told inside a sentence of the story.

    Taken: a short line that is little else than a date with its year (الأربعاء 25 أيلول 2019); a date in the dateline
    that opens a paragraph, in brackets or before a slash or dash (إدلب (25-9-2019), دمشق في 20 أيلول 2019/سانا).
    """
    paragraphs = _paragraphs(words)
    ends = [*paragraphs[:_HEAD], *paragraphs[max(_HEAD, len(paragraphs) - _FOOT) :]]
    for k, (first, last) in enumerate(ends):
        found = _date_line(words, first, last)
        found = found or (_dateline(words, first, last) if k < _HEAD else None)
        if found is not None:
            return _fitting(words, found)
    return None


def heads(words: Words) -> frozenset[int]:
    """The words of datelines that a colon closes (عرسال – وكالات: …), or of one or two words before a dash that opens no aside
    (بغداد – أعلنت …): place and outlet, nobody who acts."""
    found: set[int] = set()
    for first, last in _paragraphs(words):
        reach = range(first, min(last, first + _HEAD_WORDS))
        colon = next((i for i in reach if words.norm[i] == ":"), first)
        if any(words.norm[i] in _DASHES for i in range(first, colon)):
            found.update(range(first, colon))
        dashes = [i for i in range(first, min(last, first + _ASIDE)) if words.norm[i] in _DASHES]
        if len(dashes) == 1 and first < dashes[0] <= first + _PLACE_WORDS:
            found.update(range(first, dashes[0]))
    return frozenset(found)


def _fitting(words: Words, day: date) -> date:
    """8/9/2024 may be written month first: the report's own "today, Friday" decides."""
    if day.day > 12 or day.day == day.month:
        return day
    swapped = date(day.year, day.day, day.month)
    weekdays = timewords.load().words["weekday"]
    for i in range(len(words) - 1):
        if words.norm[i] == "اليوم":
            match = weekdays.find(words, i + 1 + (words.norm[i + 1] in ("(", "،"))) if i + 2 < len(words) else None
            if match is not None and match.prefix == "":
                number = int(match.payloads[0])
                return swapped if swapped.weekday() == number != day.weekday() else day
    return day


def _paragraphs(words: Words) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    number = -1
    for sentence in words.sentences:
        if sentence.paragraph == number:
            runs[-1] = (runs[-1][0], sentence.last)
        else:
            runs.append((sentence.first, sentence.last))
            number = sentence.paragraph
    return runs


def _dates(words: Words, first: int, last: int) -> list[tuple[int, int, date]]:
    """Whole dates with a year in [first, last): (first word, word after, day)."""
    if not any(words.kind[i] == "number" and len(words.norm[i]) >= 4 for i in range(first, last)):
        return []
    reader = Reader(words, [n for n in find_numerals(words) if first <= n.first < last], None)
    found: list[tuple[int, int, date]] = []
    i = first
    while i < last:
        mention = reader.at(i) if reader.opens(i) else None
        if mention is not None and mention.start is not None and mention.start == mention.end and mention.shape == "point":
            found.append((i, mention.last, mention.start))
        i = mention.last if mention is not None else i + 1
    return found


def _date_line(words: Words, first: int, last: int) -> date | None:
    """A line that is a date and little else."""
    if last - first > 30 or any(words.norm[i] in _NOT_PUBLISHED for i in range(first, last)):
        return None
    dates = _dates(words, first, last)
    if len({d for _, _, d in dates}) != 1:
        return None
    inside = {i for a, b, _ in dates for i in range(a, b)}
    others = [i for i in range(first, last) if i not in inside and words.kind[i] == "word"]
    labelled = any(words.norm[i] in _LABELS for i in others)
    ends_open = words.norm[last - 1] != "."
    return dates[0][2] if ends_open and len(others) <= (_LINE_WORDS if labelled else 4) else None


def _dateline(words: Words, first: int, last: int) -> date | None:
    """A date with its year in the words that open a paragraph, closed off from the story by a sign."""
    window = min(last, first + _DATELINE_WORDS)
    for begin, end, day in _dates(words, first, window):
        before = words.norm[begin - 1] if begin > first else ""
        after = words.norm[end] if end < last else ""
        closed = after in ("/", "-", "–", "—", ":", "|", ")", "]", "(")
        bracketed = before in ("(", "[") and after in (")", "]")
        if any(words.norm[i] in _NOT_PUBLISHED for i in range(first, begin)):
            return None
        opening = not any(words.norm[i] in (",", ".", "؛") for i in range(first, begin))
        if bracketed and opening and begin - first <= 9 and _ends_dateline(words, first, begin, end + 1, last):
            return day
        if closed and not bracketed and opening and begin - first <= 7:
            return day
    return None


def _ends_dateline(words: Words, first: int, begin: int, end: int, last: int) -> bool:
    """A date in brackets belongs to the dateline where a dash came before it or a sign comes behind it."""
    signs = {"-", "–", "—", "/", "|", ":"}
    return end >= last or words.norm[end] in signs or any(words.norm[i] in signs for i in range(first, begin))


@Language.component("rasad_dateline", requires=["doc._.words"], assigns=["doc._.published", "doc._.dated_by_text"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.published` where the caller gave none and the text says it; a day to come is not believed."""
    doc._.dated_by_text = False
    if doc._.published is None:
        found = published_from_text(doc._.words)
        if found is not None and found <= date.today():
            doc._.published, doc._.dated_by_text = found, True
    return doc
