"""Sentences of a report, and what each is in it: headline, body, or the outlet's furniture.

A paragraph is a line. A sentence ends at . ! ? ؟ … or ؛ with its closing quotes, never inside a number, an
abbreviation (د. ، أ.ف.ب) or a bracket of at most a few words; and at the end of its paragraph.
"""

from collections.abc import Sequence
from typing import Final

from rasad.lexicon import wordclass
from rasad.lexicon.furniture import Furniture
from rasad.model.words import SentenceRole

_ENDERS: Final = frozenset(".!?؟…") | {"..", "..."}
_CLOSERS: Final = frozenset("\"”»’')]")
#: Letters of a person's initials.
_INITIALS: Final = 3
#: Longest headline, in words: of 400 headlines of nine outlets none was longer than 24.
HEADLINE_WORDS: Final = 28
#: Least and most words of a heading within the story; a shorter line may be the place of what follows (محافظة حلب).
HEADING_WORDS: Final = (3, 9)
#: Lines above the story that may be headlines, sections, bylines and days.
HEADLINES: Final = 7
#: A run without a full stop is cut at the next comma after so many words (at twice as many anywhere), so that text
#: without punctuation costs no more than other text. The longest sentence of 103 real and own reports has 118.
LONGEST: Final = 250
#: A "read also" line is a headline too; a longer paragraph is the story going on.
FURNITURE_WORDS: Final = 26
#: A line that says from whom the report was taken has no more words.
CREDIT_WORDS: Final = 6
#: Paragraphs that must end in full stops before a last one without is taken for another article's headline.
_STOPPED: Final = 3
#: Beginnings of a line that goes on with the story: no headline begins so.
_GOES_ON: Final = wordclass.stems("line_goes_on_stem")
#: Words with which a report turns to another matter (في سياق متصل), and how many words open a line.
_NEW_MATTER: Final = wordclass.words("new_matter")
_OPENING: Final = 2


def is_end(norm: Sequence[str], i: int, last: int) -> bool:
    """Whether the punctuation word i closes a sentence; `last` is the paragraph's end."""
    if norm[i] not in _ENDERS:
        return False
    if norm[i] == "." and i > 0:
        before = norm[i - 1]
        if len(before) == 1 and before.isalpha():
            return False
        if i + 1 < last and before.isdigit() and norm[i + 1].isdigit():
            return False
        if i > 1 and i + 1 < last and norm[i - 2] == "(" and norm[i + 1] == ")" and len(before) <= _INITIALS:
            return False  # (ن.ك.)
    return True


def split(norm: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Word runs of the sentences of one paragraph [first, last)."""
    runs: list[tuple[int, int]] = []
    start = i = first
    while i < last:
        if i - start >= LONGEST and (norm[i] in "،,؛;" or i - start >= 2 * LONGEST):
            runs.append((start, i + 1))
            start = i = i + 1
        elif is_end(norm, i, last):
            i += 1
            while i < last and (norm[i] in _CLOSERS or norm[i] in _ENDERS):
                i += 1
            runs.append((start, i))
            start = i
        else:
            i += 1
    if start < last:
        runs.append((start, last))
    return runs


def _credits(norm: Sequence[str], key: Sequence[str]) -> bool:
    """المصدر: وكالات, not المصدر: القوات الأمنية طوقت مكان الانفجار وأغلقت الطرق."""
    return ":" in norm[:3] and len(key) <= CREDIT_WORDS


def roles(norm: Sequence[str], paragraphs: Sequence[tuple[int, int]], furniture: Furniture) -> list[SentenceRole]:
    """The role of each paragraph."""
    found: list[SentenceRole] = []
    in_block = ended = False
    closed = [_closed(norm, run) for run in paragraphs]
    longest = max((last - first for first, last in paragraphs), default=0)
    head = True
    for k, (first, last) in enumerate(paragraphs):
        length = last - first
        key = tuple(w for w in norm[first:last] if w.isalnum()) if length <= FURNITURE_WORDS else ()
        if k > 0 and length <= FURNITURE_WORDS:
            if _begins(key, furniture.end) and len(key) <= 6:
                # Before any of the story was told it heads a block like the others, not the end of the page.
                ended, in_block = ended or "body" in found, True
            elif _begins(key, furniture.block) and len(key) <= 26:
                in_block = True
            elif _begins(key, furniture.line) or (_begins(key, furniture.credit) and _credits(norm[first:last], key)):
                found.append("furniture")
                continue
        if in_block and (length > FURNITURE_WORDS or (closed[k] and not _begins(key, furniture.block))):
            in_block = False
        if ended or in_block:
            found.append("furniture")
            continue
        head = (
            head
            and k < HEADLINES
            and length <= HEADLINE_WORDS
            and (not closed[k] or norm[last - 1] in "!؟?")
            and length < longest
        )
        found.append("headline" if head else "body")
    return _without_headings(found, closed, paragraphs, norm)


def _without_headings(
    found: list[SentenceRole], closed: Sequence[bool], paragraphs: Sequence[tuple[int, int]], norm: Sequence[str]
) -> list[SentenceRole]:
    """A last line without a full stop, where all the story ends in them, is the headline of another article; a short one
    between two closed paragraphs heads those below it. What tells on (ويتهم …، كما …) is neither."""
    body = [k for k, role in enumerate(found) if role == "body" and not _goes_on(norm, paragraphs[k][0])]
    told = [k for k, role in enumerate(found) if role == "body"]
    for k in body:
        length = paragraphs[k][1] - paragraphs[k][0]
        last = k == told[-1] and len(told) > _STOPPED and all(closed[j] for j in told[:-1])
        between = told[0] < k < told[-1] and closed[k - 1] and closed[k + 1] and HEADING_WORDS[0] <= length <= HEADING_WORDS[1]
        if not closed[k] and ((last and length <= FURNITURE_WORDS) or between):
            found[k] = "furniture"
    return found


def _goes_on(norm: Sequence[str], first: int) -> bool:
    """Whether a line that begins at word `first` goes on with the story: كما …, في سياق متصل …, وأدانت اللجنة …"""
    word = norm[first]
    joined_verb = word.startswith("و") and word.endswith("ت") and not word.endswith("ات")
    return word.startswith(_GOES_ON) or joined_verb or not _NEW_MATTER.isdisjoint(norm[first : first + _OPENING])


def _closed(norm: Sequence[str], run: tuple[int, int]) -> bool:
    i = run[1] - 1
    while i >= run[0] and norm[i] in _CLOSERS:
        i -= 1
    return i >= run[0] and (norm[i] in _ENDERS or norm[i] in ":،؛")


def _begins(key: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(key[:n] in phrases for n in range(1, 6))
