"""Finds claims of people hurt, taken or driven out: what befell them, how many, who; totals and subsets apart."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rasad.lexicon import actors as actor_lexicon
from rasad.lexicon import casualties as lexicon
from rasad.lexicon.casualties import Count
from rasad.model.mentions import CasualtyMention, NumeralMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

#: Words between the act and the number (إصابة ما لا يقل عن …; مقتل وجرح …), and between the number and its noun.
_TO_NUMBER = 4
_TO_NOUN = 2
_SUBSET = frozenset({"بينهم", "بينهما", "بينهن", "منهم", "ضمنهم", "بينها", "منها"})
_OTHERS = frozenset({"اخرين", "اخرون", "اخر", "اخران", "اخرى", "غيرهم"})
_NONE = frozenset({"دون", "بدون", "لا", "لم", "عدم"})
_HARM = frozenset({"اصابات", "ضحايا", "خسائر", "قتلي", "جرحي", "اصابه"})
_RUNNING = frozenset({"حصيله", "الحصيله", "ارتفع", "ارتفعت", "ارتفاع", "بلغ", "بلغت", "وصل", "وصلت"})
_BREAKS = frozenset("،,.؛:")


def find_casualties(words: Words, numerals: Sequence[NumeralMention]) -> list[CasualtyMention]:
    """Claims in the order of the text. Numbers without a word of harm or a person near are never claims."""
    reader = _Reader(words, numerals)
    for sentence in words.sentences:
        if sentence.role != "furniture":
            reader.read(sentence.first, sentence.last)
    return reader.found


class _Reader:
    def __init__(self, words: Words, numerals: Sequence[NumeralMention]) -> None:
        self.words = words
        self.numerals = {n.first: n for n in numerals}
        self.harm = lexicon.load()
        people = actor_lexicon.load()
        self.roles, self.counts = people.roles, people.counts
        self.found: list[CasualtyMention] = []

    def read(self, first: int, last: int) -> None:
        """One sentence: each act governs the people counted after it, until the next act."""
        kind: CasualtyKind | None = None
        act_at = first
        running = False
        subset = False
        i = first
        while i < last:
            norm = self.words.norm[i]
            if norm in _RUNNING:
                running = True
            if norm in _SUBSET and self.found and self.found[-1].first >= first:
                subset, kind = True, self.found[-1].kind
                act_at = i
                i += 1
                continue
            zero = self._zero(i, last)
            if zero:
                i = zero
                continue
            act = self._act(i)
            if act is not None:
                joined = i > first and act_at == i - 1 and kind not in (None, act) and norm.startswith("و") and not subset
                kind = "killed_or_injured" if joined and {kind, act} == {"killed", "injured"} else act
                act_at, subset = i, False
                i += 1
                continue
            step = self._claim(i, last, kind, act_at, subset, running)
            if step:
                act_at = step if kind is not None else act_at
                i = step
                continue
            if norm in _BREAKS and not subset:
                kind = None if norm in ".؛" else kind
            i += 1

    def _act(self, i: int) -> CasualtyKind | None:
        for prefix, stem in self.words.analyses[i]:
            if stem in self.harm.acts and (prefix == "" or prefix[0] in "وفبل" or prefix == "ال"):
                return self.harm.acts[stem]
        return None

    def _victim(self, i: int) -> tuple[CasualtyKind, Count] | None:
        for _, stem in self.words.analyses[i]:
            if stem in self.harm.victims:
                return self.harm.victims[stem]
        return None

    def _person(self, i: int) -> tuple[str | None, Count, str] | None:
        """(group, count of the form, proclitics) of a person noun at word i."""
        for prefix, stem in self.words.analyses[i]:
            role = self.roles.get(stem)
            if role is not None and role.person and stem in self.counts:
                return role.group, self.counts[stem], prefix
        return None

    def _claim(self, i: int, last: int, kind: CasualtyKind | None, act_at: int, subset: bool, running: bool) -> int:
        """A claim that begins at word i: returns the word after it, or 0."""
        number = self.numerals.get(i)
        if number is not None:
            return self._numbered(number, last, kind, act_at, subset, running)
        victim = self._victim(i)
        if victim is not None and not self._counted_before(i):
            return self._by_form(i, victim[0], None, victim[1], subset, running)
        if kind is None or i - act_at > _TO_NUMBER:
            return 0
        person = self._person(i)
        if person is None:
            if self.words.norm[i] in _OTHERS and (i - act_at <= 2):
                count: Count = "one" if self.words.norm[i] == "اخر" else "two" if self.words.norm[i] == "اخران" else "many"
                return self._by_form(i, kind, None, count, subset, running)
            return 0
        if "ال" in person[2] and person[1] != "one":
            return 0
        if kind in ("detained", "displaced") and person[1] == "many" and not subset:
            return 0
        return self._by_form(i, kind, person[0], person[1], subset, running)

    def _counted_before(self, i: int) -> bool:
        return bool(self.found) and self.found[-1].last > i

    def _numbered(
        self, number: NumeralMention, last: int, kind: CasualtyKind | None, act_at: int, subset: bool, running: bool
    ) -> int:
        end = number.last
        for j in range(end, min(last, end + _TO_NOUN)):
            if self.words.norm[j] in _BREAKS:
                break
            victim = self._victim(j)
            if victim is not None:
                return self._add(number.first, j + 1, victim[0], number, None, subset, running)
            person = self._person(j)
            if person is not None:
                harmed = kind if kind is not None and (number.first - act_at <= 6 or subset) else self._act_after(j + 1, last)
                if harmed is None:
                    return 0
                return self._add(number.first, j + 1, harmed, number, person[0], subset, running)
            if self.words.norm[j] in _OTHERS and kind is not None:
                return self._add(number.first, j + 1, kind, number, None, subset, running)
        if kind is not None and number.first - act_at <= 3 and number.exact and not self._unit(end):
            return self._add(number.first, end, kind, number, None, subset, running)
        return 0

    def _unit(self, i: int) -> bool:
        """Whether a counted thing that is no person follows (كم، قذيفة، عاماً)."""
        return i < len(self.words) and self.words.kind[i] == "word" and self.words.norm[i] not in _OTHERS and not self._act(i)

    def _act_after(self, i: int, last: int) -> CasualtyKind | None:
        """SVO: the verb behind the people (ثلاثة مدنيين قتلوا)."""
        for j in range(i, min(last, i + 3)):
            act = self._act(j)
            if act is not None and self.words.norm[j][0] not in "وبل":
                return act
        return None

    def _by_form(self, i: int, kind: CasualtyKind, group: str | None, count: Count, subset: bool, running: bool) -> int:
        low = {"one": 1, "two": 2, "many": 2}[count]
        high = None if count == "many" else low
        number = NumeralMention(i, i + 1, low, high, low, count != "many", f"form says {count}")
        return self._add(i, i + 1, kind, number, group, subset, running)

    def _add(
        self, first: int, last: int, kind: CasualtyKind, n: NumeralMention, group: str | None, subset: bool, running: bool
    ) -> int:
        self.found.append(CasualtyMention(first, last, kind, n.low, n.high, n.best, group, subset, running, f"{kind}: {n.why}"))
        return last

    def _zero(self, i: int, last: int) -> int:
        """دون إصابات، لم يسفر عن ضحايا: a claim of none."""
        norm = self.words.norm
        if norm[i].lstrip("و") not in _NONE and norm[i] not in _NONE:
            return 0
        for j in range(i + 1, min(last, i + 6)):
            if norm[j] in _BREAKS:
                return 0
            if norm[j] in _HARM or norm[j].removeprefix("ال") in _HARM:
                if norm[j] == "خسائر" and not (j + 1 < last and norm[j + 1].startswith("بشري")):
                    return 0
                number = NumeralMention(i, j + 1, 0, 0, 0, True, "none")
                return self._add(i, j + 1, "killed_or_injured", number, None, False, False)
            if self._act(j) is not None and norm[i] not in ("دون", "بدون"):
                return 0
        return 0


@Language.component("rasad_casualties", requires=["doc._.words", "doc._.numerals"], assigns=["doc._.casualties"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.casualties`."""
    doc._.casualties = find_casualties(doc._.words, doc._.numerals)
    return doc
