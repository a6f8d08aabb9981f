"""Where a count of people hurt opens: acts of harm and their voice, victims named, subjects before their verb."""

from collections.abc import Sequence
from dataclasses import replace

from rasad.analyse import harm
from rasad.analyse.harm import Scope
from rasad.analyse.people import Person, person
from rasad.lexicon import casualties as lexicon
from rasad.lexicon import numbers, speakers, timewords
from rasad.lexicon.casualties import Act, Count
from rasad.model.mentions import CasualtyMention, NumeralMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

#: Words of an aside between a subject and its verb.
_TO_ASIDE = 10
#: Words of what says who one of a list is, before the next.
_TO_NEXT = 9
#: A number over ten is followed by a singular in the accusative.
_TEN = 10


class Acts:
    """What the words are, and the acts that open a count."""

    _bounds = numbers.load().vague

    def __init__(self, words: Words, numerals: Sequence[NumeralMention]) -> None:
        self.words = words
        self.norm = words.norm
        self.numerals = {n.first: n for n in numerals}
        self.known = lexicon.load()
        self.reporting = speakers.load().verbs
        self.time_words = timewords.load().openers - harm.NO_TIMES
        self.found: list[CasualtyMention] = []
        #: (kind, group) of the claims of the sentences before
        self.told: set[tuple[CasualtyKind, str | None]] = set()
        self.scope = Scope(0)

    # -- what a word is -------------------------------------------------------------------------------------------

    def _act(self, i: int) -> Act | None:
        for prefix, stem in self.words.analyses[i]:
            act = self.known.acts.get(stem)
            if act is None or (prefix not in ("", "ال") and prefix[0] not in "وفبل"):
                continue
            if act.frame == "masdar" or "ال" not in prefix:  # no verb has the article: الأجهزة is no "أجهز"
                return act
        return None

    def _victim(self, i: int) -> tuple[CasualtyKind, Count, str] | None:
        for prefix, stem in self.words.analyses[i]:
            if stem in self.known.victims:
                return *self.known.victims[stem], prefix
        return None

    def _counted(self, i: int) -> CasualtyKind | None:
        return next((self.known.counted[stem] for _, stem in self.words.analyses[i] if stem in self.known.counted), None)

    def _person(self, i: int) -> Person | None:
        if not 0 <= i < len(self.norm) or self.words.kind[i] != "word":
            return None
        return person(self.norm[i], self.words.surface[i].endswith("ة"))

    def _has_article(self, i: int) -> bool:
        return any("ال" in prefix or prefix.startswith("لل") for prefix, _ in self.words.analyses[i] if prefix)

    def _at_least(self, form: NumeralMention, end: int) -> NumeralMention:
        """شخصان على الأقل: no upper bound where the words behind say so."""
        if form.high is None:
            return form
        for j in (end, end + 1):
            match = self._bounds.find(self.words, j, bare=True) if j < len(self.words) else None
            if match is not None and match.payloads[0].kind == "at_least_after":
                return replace(form, high=None, exact=False, why=f"{form.why}, or more")
        return form

    def here(self, i: int) -> str:
        """The folded word at i, "" outside the text."""
        return self.norm[i] if 0 <= i < len(self.norm) else ""

    # -- what opens a count ---------------------------------------------------------------------------------------

    def _open(self, i: int, last: int, act: Act) -> int:
        """An act at word i: the word to go on with."""
        scope = self.scope
        if scope.act_at == i and not scope.fresh and scope.kind is not None:
            return i + 1  # counted already: the people stood before the verb
        if act.needs and not self._needed(i, last, act):
            second = next((self.known.seconds[stem] for _, stem in self.words.analyses[i] if stem in self.known.seconds), act)
            if second is act or not self._needed(i, last, second):
                return i + 1
            act = second  # فقد حياته, not فقد أثره
        if self._undone(i):
            return i + 1
        # قُتل وأصيب ثلاثة: both count them; قتلا وأصيب: the first verb has its subject in its ending.
        beside = scope.fresh and scope.act_at == i - 1 and self.norm[i][0] == "و" and not self.norm[i - 1].endswith("ا")
        joined = beside and {scope.kind, act.kind} == {"killed", "injured"}
        explicit = "\u064f" in self.words.surface[i][:4]
        scope.open("killed_or_injured" if joined else act.kind, i, act.frame, passive=explicit)
        # أودى الكمين بحياة جندي: who stands behind what the verb needs.
        scope.act_at = next((j for j in range(i + 1, min(last, i + 9)) if act.needs and self.norm[j] in harm.BA_NOUNS), i)
        if act.kind == "detained" and (count := harm.SEIZED_ALONE.get(self.here(i + 1))) and self._pronoun_counts(i, act):
            return self._add(i, i + 2, act.kind, harm.by_form(i, count), None)  # إلقاء القبض عليه
        if (
            act.kind == "injured"
            and not harm.HAPPENS.isdisjoint((self.here(i - 1), self.here(i - 1)[1:]))
            and self._alone(i + 1, last)
        ):
            return self._add(i, i + 1, act.kind, harm.by_form(i, "one"), None)  # وقوع إصابة
        wounded = act.pronoun == "ها" and act.kind == "injured" and self.here(i + 1) in harm.WOUNDS
        if (act.pronoun in ("ه", "هما") or wounded) and self._pronoun_counts(i, act):
            one = act.pronoun != "هما"
            return self._add(i, i + 1, act.kind, harm.by_form(i, "one" if one else "two"), None)
        if (act.frame in ("victim", "either") or explicit) and not joined:
            self._subject_before(i, last, act)
        if act.frame in ("masdar", "victim") or explicit:
            return self._named(i + 1, last, scope.kind) or i + 1
        if act.frame != "agent" or act.kind == "detained":
            return self._named(i + 1, last, scope.kind) or i + 1  # اعتُقل خالد العلي: unvocalised, most often passive
        return i + 1

    def _alone(self, i: int, last: int) -> bool:
        """Whether nobody is named at word i, whom the noun before it would count."""
        if i >= last or self.norm[i] in harm.BREAKS or self.norm[i] in harm.PREPOSITIONS or self._is_time(i):
            return True
        return self.norm[i] in ("واحده", "وحيده") or (self.norm[i][0] in "بو" and self.norm[i] not in self.known.victims)

    def _named(self, i: int, last: int, kind: CasualtyKind | None, *, quoted: bool = False) -> int:
        """مقتل محمد العلي، اغتال مجهولون "علاء العمري": one person each. The claim quotes the act, never the name."""
        every = self.here(i) in ("كل", "كلا")
        j = i + (every or self.here(i) in ("المدعو", "الشهيد", "السيد", "الحاج", "الشيخ"))
        j += (self.here(j) == "من") + (self.here(j) == ":")
        if kind is None or j >= last:
            return 0
        many = self.here(j - 1) in ("من", ":") or j - 2 >= i
        sure = every and self.here(j - 1) == "من"
        found = 0
        while j < last and (step := self._name_at(j, last, quoted=found == 0 and quoted, sure=sure)):
            self._add(self.scope.word, self.scope.word + 1, kind, harm.by_form(j, "one"), None)
            self.scope.list_end = step
            found, j = j, step
            if many:
                j = self._next_name(j, last)
            elif j < last and not (self.norm[j][0] == "و" and self._given(j)):
                break
        return j if found else 0

    def _next_name(self, i: int, last: int) -> int:
        """Past what says who the one just named is (قائد الكتيبة،): the word where the next of a list may begin."""
        for j in range(i, min(last, i + _TO_NEXT)):
            if self.norm[j] in harm.BETWEEN_NAMES or (self.norm[j][0] == "و" and self._given(j)):
                i = j
                break
            if self.norm[j] in harm.BREAKS or self._act(j) is not None:
                break
        while i < last and self.norm[i] in harm.BETWEEN_NAMES:
            i += 1
        return i

    def _given(self, i: int) -> bool:
        return any(stem in self.known.names and prefix in ("", "و") for prefix, stem in self.words.analyses[i])

    def _name_at(self, i: int, last: int, *, quoted: bool, sure: bool = False) -> int:
        """The word after a person's name at word i: a given name and another word, or a name in quotation marks. `sure`: the
        words before announce names (كل من)."""
        if quoted and self.norm[i] in harm.QUOTES:
            ends = [j for j in range(i + 2, min(last, i + 7)) if self.norm[j] in harm.QUOTES]
            return ends[0] + 1 if ends else 0
        i += self.norm[i] in harm.QUOTES
        if i + 1 >= last or self.words.surface[i].endswith("ى"):
            return 0
        if not self._given(i) and not (sure and self._nameless(i)):
            return 0
        j = i + 1
        while j < min(last, i + 5) and self.words.kind[j] == "word":
            joined = self.norm[j][0] == "و" or (j > i + 1 and self.norm[j][0] in "بل" and self.norm[j] not in harm.NAME_PARTS)
            if self.norm[j] in harm.PREPOSITIONS or joined or self._act(j) is not None:
                break
            if self._is_time(j) or self._is_subject(j):
                break
            j += 1
        return j if j > i + 1 or self.here(j) in harm.BREAKS else 0

    def _nameless(self, i: int) -> bool:
        """Whether word i is no noun that is counted otherwise, so that it may be an unknown given name."""
        function = self.norm[i] in harm.PREPOSITIONS or self.norm[i] in harm.SUBSET or self._is_time(i)
        told = i in self.numerals or self._is_subject(i) or self._victim(i) is not None or self._act(i) is not None
        return self.words.kind[i] == "word" and not function and not told

    def _undone(self, i: int) -> bool:
        """An attempt, a charge, a threat or a denial of harm is no harm."""
        for j in (i - 1, i - 2):
            word = self.here(j).lstrip("وفب").removeprefix("ال")
            if word in harm.UNDONE:
                return True
        return self.here(i - 1) in harm.NEGATIONS or (self.here(i - 1) == "ان" and self.here(i - 2) in ("دون", "قبل"))

    def _needed(self, i: int, last: int, act: Act) -> bool:
        """A word that the act needs stands within a few words of it (لقي … مصرعه)."""
        for j in range(i + 1, min(last, i + 9)):
            if self.norm[j] in act.needs or (j == i + 1 and "*" in act.needs and self._is_subject(j)):
                return True
            if any(stem in act.needs for _, stem in self.words.analyses[j]):
                return True
        return False

    def _pronoun_counts(self, i: int, act: Act) -> bool:
        """أدى إلى إصابته, جرى اعتقاله, خطفته الأربعاء: one person; not بعد مقتله, which looks back."""
        before, form = self.here(i - 1), self.norm[i]
        if act.frame != "masdar" and not form.endswith(harm.MASDARS_OF_ONE):
            return act.kind != "missing" and before not in harm.NEGATIONS
        return before in (harm.LEADS if form[0] not in "بل" else harm.CAUSES)

    def _subject_before(self, i: int, last: int, act: Act) -> None:
        """SVO: سائق شاحنة أصيب برصاص. Only where no subject can follow."""
        after = self.here(i + 1)
        if i + 1 < last and (after in self.known.victims or i + 1 in self.numerals or self._is_subject(i + 1)):
            return
        others = after[:1] == "و" and self._act(i + 1) is not None and not self.norm[i].endswith("وا")  # منتسب قتل وأصيب اثنان
        others = others or after.startswith("متاثر")  # الشاب … قتل متأثراً بجراحه
        no_subject = others or after in harm.PREPOSITIONS or after[:1] == "ب" or after in harm.BREAKS or after in act.needs
        dual = self.norm[i].endswith("ا") and act.pronoun == ""  # قتلا: its subject stands before it
        if not no_subject and not dual and not (i + 1 < last and self._is_time(i + 1)):
            return
        end = self._before_aside(i)
        for j in range(end - 1, max(self.scope.first, end - 8) - 1, -1):
            if self.norm[j] in harm.BREAKS or self._act(j) is not None or (self.found and j < self.found[-1].last):
                return
            opened = self.here(j - 1 - (self.here(j - 1) in harm.QUOTES)) in harm.BEFORE_SUBJECT
            who = self._person(j)
            if who is None and opened and act.pronoun == "" and self._name_at(j, end, quoted=False, sure=j > self.scope.first):
                # The claim quotes the verb, never the name.
                self._add(i, i + 1, act.kind, harm.by_form(i, "two" if dual else "one"), None)
                return
            if who is None and opened and dual and j == end - 2 and self.norm[j + 1][0] == "و" and self._nameless(j):
                self._add(i, i + 1, act.kind, harm.by_form(i, "two"), None)  # إن سامر وخالد أصيبا
                return
            if who is None or not opened or not harm.bare(self.words, j, who.prefix):
                continue
            two = dual and who.number in ("two", "dual_or_plural")
            if two or who.number == "one":
                self._add(j, j + 1, act.kind, self._at_least(harm.by_form(j, "two" if two else "one"), j + 1), who.group)
                return

    def _before_aside(self, i: int) -> int:
        """The word where what stands between a subject and its verb at word i begins: (19 عاماً)، ، وهو من أهلها،"""
        first = self.scope.first
        while i > first and self.norm[i - 1] in harm.TENSE:
            i -= 1
        mark = i - 1 - (self.here(i - 1) == "،" and self.here(i - 2) == ")")
        if self.here(mark) not in ("،", ")"):
            return i
        other = "،" if self.norm[mark] == "،" else "("
        opening = next((j for j in range(mark - 1, max(first, mark - _TO_ASIDE) - 1, -1) if self.norm[j] == other), 0)
        inside = self.norm[opening + 1 : mark]
        who = inside[:1] and (inside[0] in harm.BEING or not harm.AGES.isdisjoint(inside))
        return opening if opening and who else i

    def _is_subject(self, i: int) -> bool:
        return self._person(i) is not None

    def _is_time(self, i: int) -> bool:
        return self.words.kind[i] == "word" and any(stem in self.time_words for _, stem in self.words.analyses[i])

    def _counted_with(self, i: int) -> bool:
        """عشرون ضابطاً وجندياً: two accusative singulars behind a number over ten are counted by it together."""
        if not self.found or self.found[-1].last != i or self.norm[i][0] != "و":
            return False
        low = self.found[-1].low
        return low is not None and low > _TEN and self.norm[i].endswith("ا") and self.norm[i - 1].endswith("ا")

    def _add(self, first: int, last: int, kind: CasualtyKind, n: NumeralMention, group: str | None, *, part: bool = False) -> int:
        scope = self.scope
        if scope.whole_war and n.best is not None and n.best >= harm.WAR_TOLL:
            return last  # the toll of the years is no event's (CODEBOOK 10)
        subset = scope.subset or part
        why = f"{kind}: {n.why}"
        self.found.append(CasualtyMention(first, last, kind, n.low, n.high, n.best, group, subset, scope.running, why))
        if scope.kind is None:
            scope.open(kind, first, "masdar", passive=True)
        scope.counted(last)
        return last
