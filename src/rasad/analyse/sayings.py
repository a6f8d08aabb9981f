"""Verbs of saying: which words of a report are such verbs, and whether they open what is said."""

from typing import Final

from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Pattern, Speakers
from rasad.model.words import Words

#: A speaker stands within so many words of the verb or preposition that hands over to him.
REACH: Final = 8
QUOTES: Final = frozenset('"“”«»')
STATEMENTS: Final = wordclass.stems("statement_stem")
#: حسبما، كما، and ما of وفق ما and على ما: the clause that says who says so, behind what was said.
AS_SAID: Final = wordclass.words("as_said")
#: أن and its like, which open what is said behind verbs that say many other things too.
THAT: Final = wordclass.words("that_opener")
#: بيّن and عبّر are written like the prepositions بين and عبر: only a written shadda makes them verbs …
_PREPOSITION_LIKE: Final = wordclass.words("verb_like_preposition")
#: … and رصد، علم، وبين like a noun or a preposition: they are verbs where a clause begins and what was said follows.
_HOMOGRAPHS: Final = wordclass.words("verb_like_noun")
_CLAUSE_HEADS: Final = wordclass.words("clause_head")
#: من رصد، رغم نفي، تم نقل: no verb of saying stands behind them.
_GOVERNS_NOUN: Final = wordclass.words("governs_noun")
#: تُدعى، يُدعى: written with ى they are not ادّعى.
_CALLED: Final = wordclass.words("called_passive")
_BELONGS: Final = wordclass.words("belongs_to")
#: لم تعلن، عدم ذكر: nothing is said.
_NOT: Final = wordclass.words("not_said")
_ON_IT: Final = frozenset({"عليها", "عليه", "عليهما", "علي"})
_TALLIES: Final = wordclass.words("tally")
_CLAIMS: Final = wordclass.stems("claims_stem")
_DECIDES: Final = wordclass.stems("decides_or_admits_stem")
_SUES: Final = wordclass.stems("sues_stem")
_CARRIES: Final = "نقل"
_TO: Final = "الي"
#: Verbs by which somebody calls what he tells of something, behind ما (بما وصفته مجزرة).
_DESCRIBES: Final = wordclass.stems("describes_stem")
_DENIES: Final = wordclass.stems("denies_stem")
_WHAT: Final = wordclass.words("said_of_it")
_SHADDA: Final = "\u0651"
_TANWIN: Final = "\u064b"
#: So many quoted words are a name or a word held at arm's length (حاجز "حوارة"), not speech.
_QUOTED_NAME: Final = 1
#: What is said follows a homograph within so many words.
_NEAR: Final = 5


class Sayings:
    """Knows the verbs of saying of one report."""

    def __init__(self, words: Words, known: Speakers) -> None:
        self.words = words
        self.known = known

    def at(self, i: int, last: int) -> frozenset[Pattern] | None:
        """What the verb of saying at word i calls for, None where there is none; its sentence ends at `last`."""
        norm = self.words.norm
        patterns = self.known.verb[norm[i]]
        if patterns is None:
            match = self.known.verb_phrases.find(self.words, i)
            return frozenset(match.payloads) if match else None
        return patterns if self._says(i, last) else None

    def _says(self, i: int, last: int) -> bool:
        surface, norm = self.words.surface[i], self.words.norm
        before = norm[i - 1] if i else ""
        if surface.rstrip(_TANWIN).endswith("ة") or before in _NOT or before in _GOVERNS_NOUN:
            return False
        if norm[i] in _PREPOSITION_LIKE and _SHADDA not in surface:
            return False
        if surface.endswith("ى") and norm[i].removeprefix("و") in _CALLED:
            return False
        if norm[i].removeprefix("و").startswith(_SUES) and "علي" in norm[i + 1 : min(last, i + REACH + 2)]:
            return any(w in THAT for w in norm[i + 1 : min(last, i + REACH + 2)])  # ادّعى القاضي على 28 شخصاً: he charges them
        if norm[i] in _BELONGS and i + 1 < len(norm) and norm[i + 1].startswith("ل"):
            return False  # مركز تابع لوزارة الصحة
        if norm[i].removeprefix("و").startswith(_CLAIMS) and not (
            self._opens(i) or self._opens(i - 1) or before.startswith("ال")
        ):
            return False  # اتصال من جهة تبنت العملية: a clause on whom the report tells of
        if norm[i].removeprefix("و").startswith(_DECIDES) and not self._admits(i, last):
            return False  # أقرت اللجنة استئناف العمل: it decides; أقر الجيش بمقتل اثنين: it admits
        if _CARRIES in norm[i] and _TO in norm[i + 1 : min(last, i + _NEAR)]:
            return False  # نُقلا إلى المستشفى وما لبثا أن فارقا الحياة: carried there, not passed on
        if before in _WHAT and norm[i].startswith(_DENIES):
            return False  # وهو ما نفته الحركة: he says that it is not so
        if before in _WHAT and norm[i].startswith(_DESCRIBES):
            # نددت بما وصفتها انتهاكات X: so the subject of نددت calls it; ما وصفه المرصد: he says so
            return i + 1 < last and self.known.speakers.find(self.words, i + 1, bare=True) is not None
        if norm[i + 1 : i + 2] and norm[i + 1] in _ON_IT and norm[i].removeprefix("و").startswith("كتب"):
            return False  # رفعوا لافتات كتب عليها «…»، وكتب على لافتة أخرى
        if norm[i] in self.known.with_object or norm[i].removeprefix("و") in self.known.with_object:
            # وفق ما أوردته الوكالة, بيان أصدرته, أبلغهم أن; not عدن التي أعلنها عاصمة
            tally = self.of_tally(i)
            return (
                before in AS_SAID or before.startswith(STATEMENTS) or tally or not THAT.isdisjoint(norm[i + 1 : min(last, i + 3)])
            )
        return norm[i] not in _HOMOGRAPHS or _SHADDA in surface or self._told_of(i, last)

    def of_tally(self, i: int) -> bool:
        """في حصيلة أولية أعلنها X: whether the verb at word i, with its object, says whose the tally before it is."""
        norm = self.words.norm
        owned = norm[i] in self.known.with_object and i > 1
        return owned and any(w.removeprefix("ب") in _TALLIES for w in norm[i - 2 : i])

    def _admits(self, i: int, last: int) -> bool:
        return any(w in THAT or w.startswith("ب") for w in self.words.norm[i + 1 : min(last, i + REACH)])

    def _told_of(self, i: int, last: int) -> bool:
        """Whether the homograph at word i begins its clause, and what is said or who says it follows; نقل … عن needs no more."""
        norm = self.words.norm
        said = any(w in THAT or w in ("عن", ":") for w in norm[i + 1 : min(last, i + 1 + _NEAR)])
        if said and not norm[i].startswith("و"):
            return True
        if not self._opens(i):
            return False
        if self.words.surface[i].endswith("ى"):
            return True  # نفى الجيش قصف المشفى: a verb; its noun is written with ي
        return said or (i + 1 < last and self.known.speakers.find(self.words, i + 1, bare=True) is not None)

    def _opens(self, i: int) -> bool:
        """Whether word i begins a sentence or clause."""
        starts = not i or self.words.sentence[i - 1] != self.words.sentence[i] or self.words.kind[i - 1] == "punct"
        return starts or self.words.norm[i - 1] in _CLAUSE_HEADS or self.words.norm[i].startswith("و")

    def follows(self, i: int, last: int) -> bool:
        """Whether أن, a colon, a quotation or a statement (بيان) follows the verb at word i: it tells what is said."""
        norm = self.words.norm
        j, last = i + 1, min(last, i + 2 * REACH)
        while j < last:
            if norm[j].startswith(STATEMENTS):
                return True
            if j <= i + REACH + 1:
                if norm[j] in THAT or norm[j] == ":":
                    return True
                if norm[j] in QUOTES:
                    end = next((k for k in range(j + 1, min(len(norm), j + _QUOTED_NAME + 2)) if norm[k] in QUOTES), None)
                    if end is None:
                        return True
                    j = end
            j += 1
        return False
