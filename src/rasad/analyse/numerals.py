"""Finds numbers, in digits or words, with the bounds that the words around them set (codebook section 7)."""

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.wordtypes import OPENS_NUMBER
from rasad.lexicon import numbers as lexicon
from rasad.lexicon.numbers import Numbers, NumberWord, VagueWord
from rasad.model.mentions import NumeralMention
from rasad.model.words import Words

#: Proclitics that a number word may carry.
_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ال", "وال", "وب", "ول", "بال", "لل"})
_DIGIT_LIMIT = 9
_ORDINALS = frozenset({"الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"})
#: Marks that a number may stand in.
_MARKS = frozenset("(/\"“”«'‘")
#: Between the ends of a range.
_TO = frozenset({"الي", "و", "-", "–", "او", "حتي"})


def find_numerals(words: Words) -> list[NumeralMention]:
    """Numbers in the order of the text; none overlaps another."""
    reader = _Reader(words, lexicon.load())
    found: list[NumeralMention] = []
    last = 0
    for i in OPENS_NUMBER.where(words.norm):
        mention = reader.at(i) if i >= last else None
        if mention is not None:
            found.append(mention)
            last = mention.last
    return found


class _Reader:
    def __init__(self, words: Words, known: Numbers) -> None:
        self.words = words
        self.known = known

    def at(self, i: int) -> NumeralMention | None:
        """The number that begins at word i, with the words that blur it."""
        if self.words.norm[i] in ("بين", "وبين", "مابين"):
            found = self._range(i + 1, i)
            if found:
                return found
        vague = self._vague(i)
        if vague is not None:
            word, last = vague
            if word.kind == "vague":
                return NumeralMention(i, last, word.low, word.high, word.low, False, self.words.quote(i, last))
            bracket = last + 1 < len(self.words.norm) and self.words.norm[last] in _MARKS  # حوالي (63)، ما لا يقل عن “35”
            number = self.value(last + bracket)
            if number is None:
                return self._blurred_vague(i, last, word.kind)
            return _blurred(i, self._after(number[1])[1], word.kind, number[0], self.words.quote(i, last))
        number = self.value(i)
        if number is None:
            return None
        value, last = number
        ranged = self._range(i, i)
        if ranged:
            return ranged
        kind, end = self._after(last)
        if kind:
            return _blurred(i, end, kind, value, self.words.quote(last, end))
        return NumeralMention(i, last, value, value, value, True, "exact number")

    def _blurred_vague(self, i: int, last: int, kind: str) -> NumeralMention | None:
        """A blur before a vague number (أكثر من عشرات): the vague word's own bounds."""
        inner = self._vague(last) if last < len(self.words.norm) else None
        if inner is None or inner[0].kind != "vague" or inner[0].low is None:
            return None
        low, high = inner[0].low, None if kind == "more_than" else inner[0].high
        return NumeralMention(i, inner[1], low, high, low, False, "vague number")

    def _vague(self, i: int) -> tuple[VagueWord, int] | None:
        match = self.known.vague.find(self.words, i)
        if match is None or not (set(match.prefix) <= set("وفبل") or match.prefix in _PREFIXES):
            return None
        word = match.payloads[0]
        return None if word.kind.endswith("_after") else (word, match.last)

    def _after(self, last: int) -> tuple[str, int]:
        """A blurring word behind the number (3 على الأقل; 3 مدنيين على الأقل)."""
        for j in range(last, min(last + 4, len(self.words.norm))):
            if self.words.kind[j] != "word" or self.words.norm[j][0] == "و":
                break  # the next item of a list has its own bound
            match = self.known.vague.find(self.words, j, bare=True)
            if match and match.payloads[0].kind.endswith("_after"):
                return match.payloads[0].kind.removesuffix("_after"), match.last if j == last else last
        return "", last

    def _range(self, i: int, first: int) -> NumeralMention | None:
        """بين N و M; N إلى M; N-M."""
        low = self.value(i, whole=False)
        if low is None or low[1] >= len(self.words.norm):
            return None
        j = low[1]
        norm = self.words.norm
        opened = first != i
        if norm[j] in _TO and (opened or norm[j] in ("الي", "-", "–")):
            j += 1
        elif not (opened and norm[j].startswith("و")):
            return None
        high = self.value(j, whole=False)
        if high is None or high[0] <= low[0]:
            return None
        return NumeralMention(first, high[1], low[0], high[0], low[0], False, "range")

    def value(self, i: int, *, whole: bool = True) -> tuple[int, int] | None:
        """(value, word after it) of the number at word i; `whole`: with the parts joined by و."""
        if i < len(self.words.norm) and self.words.norm[i] in ("ال", "لل", "وال"):
            i += 1
        if i >= len(self.words.norm):
            return None
        head = self._decimal(i) or self._part(i)
        if head is None:
            return None
        value, last, kind = head
        closed = last < len(self.words.norm) and self.words.norm[last] == ")" and i and self.words.norm[i - 1] == "("
        if closed and (scale := self._word(last + 1)) and scale[0].kind in ("thousand", "million") and not scale[2]:
            return value * scale[0].value, scale[1]  # (100) ألف
        if kind in ("unit", "ten", "teen", "digits", "tens", "hundred") and last < len(self.words.norm):
            scale = self._word(last)
            scales = scale and scale[0].kind in ("thousand", "million", "hundred") and scale[2] == ""
            if scale and scales and (scale[0].kind != "hundred" or scale[0].value == 100):
                value, last, kind = value * scale[0].value, scale[1], scale[0].kind
        while whole and last < len(self.words.norm):
            more = self._joined(last, kind)
            if more is None:
                break
            value, last, kind = value + more[0], more[1], more[2]
        return value, last

    def _decimal(self, i: int) -> tuple[int, int, str] | None:
        """1.5 مليون."""
        if self.words.kind[i] != "number" or i + 3 >= len(self.words.norm) or self.words.norm[i + 1] not in (".", ",", "٫"):
            return None
        whole, part, scale = self.words.norm[i], self.words.norm[i + 2], self._word(i + 3)
        if not whole.isdecimal() or not part.isdecimal() or len(whole) > 3 or len(part) > 2 or scale is None:
            return None
        if scale[0].kind not in ("thousand", "million") or scale[2]:
            return None
        return round(float(f"{whole}.{part}") * scale[0].value), scale[1], scale[0].kind

    def _part(self, i: int) -> tuple[int, int, str] | None:
        if self.words.kind[i] == "number":
            digits = self.words.norm[i].replace(",", "").replace("٬", "")
            return (int(digits), i + 1, "digits") if digits.isdecimal() and len(digits) <= _DIGIT_LIMIT else None
        word = self._word(i)
        if word is None or word[2] not in _PREFIXES:
            return None
        if i and self.words.norm[i - 1].rstrip("ه") in _ORDINALS and (word[2] == "وال" or word[0].value == 10):
            return None  # الخامسة والعشرون، في الخامسة عشرة are no counts
        if word[0].kind == "thousand" and self.words.norm[i].endswith("لاف"):
            return None
        return word[0].value, word[1], word[0].kind

    def _word(self, i: int) -> tuple[NumberWord, int, str] | None:
        if i >= len(self.words.norm):
            return None
        match = self.known.words.find(self.words, i)
        return (match.payloads[0], match.last, match.prefix) if match else None

    def _joined(self, i: int, kind: str) -> tuple[int, int, str] | None:
        """A smaller part joined with و (خمسة وعشرون, مئة وخمسون)."""
        if self.words.norm[i] == "و" and kind in ("hundred", "thousand", "thousand_dual") and i + 1 < len(self.words.norm):
            figure = self.words.norm[i + 1]
            if self.words.kind[i + 1] == "number" and figure.isdecimal() and int(figure) < (100 if kind == "hundred" else 1000):
                return int(figure), i + 2, "digits"
        word = self._word(i)
        if word is None or word[2] not in ("و", "وال"):
            return None
        part, last, _ = word
        fits = {
            "unit": part.kind == "tens",
            "hundred": part.kind in ("unit", "ten", "teen", "tens"),
            "thousand": part.kind in ("hundred", "unit", "ten", "teen", "tens"),
            "thousand_dual": part.kind in ("hundred", "unit", "ten", "teen", "tens"),
            "million": part.kind in ("thousand", "thousand_dual", "hundred"),
        }.get(kind, False)
        return (part.value, last, part.kind) if fits else None


def _blurred(first: int, last: int, kind: str, value: int, why: str) -> NumeralMention:
    if kind == "at_least":
        return NumeralMention(first, last, value, None, value, False, why)
    if kind == "more_than":
        return NumeralMention(first, last, value + 1, None, value + 1, False, why)
    if kind == "less_than":
        return NumeralMention(first, last, None, value - 1, value - 1, False, why)
    return NumeralMention(first, last, None, None, value, False, why)


@Language.component("rasad_numerals", requires=["doc._.words"], assigns=["doc._.numerals"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.numerals`."""
    _ = doc._
    _.numerals = find_numerals(_.words)
    return doc
