"""Finds claims of people hurt, taken or driven out: what befell them, how many, who; totals and subsets apart.

One pass over a sentence. A verb or masdar of harm opens the count of its kind; the persons and numbers that stand bare
behind it are claims, joined ones (امرأة وطفل) each of its own; a noun of those hurt (ثلاثة قتلى) is a claim by itself.
What stands behind a preposition or belongs to another noun (برصاص قناص, ثلاثون قذيفة) is never counted.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse import harm
from rasad.analyse.casualty_acts import Acts
from rasad.analyse.harm import Scope
from rasad.analyse.people import Person
from rasad.lexicon import timewords
from rasad.lexicon.casualties import Count
from rasad.model.mentions import CasualtyMention, NumeralMention, TimeMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

#: Words between an act and its number, between the items of a list, and between a number and its noun.
_TO_NUMBER = 8
_TO_ITEM = 4
_TO_NOUN = 3
#: Words between a verb and its subject when only words of time stand there.
_TO_PERSON = 8


def find_casualties(words: Words, numerals: Sequence[NumeralMention], times: Sequence[TimeMention]) -> list[CasualtyMention]:
    """Claims in the order of the text. Numbers without a word of harm or a person near, or of a day, are never claims."""
    dated = {i for t in times for i in range(t.first, t.last)}
    reader = _Reader(words, [n for n in numerals if n.first not in dated])
    for sentence in words.sentences:
        if sentence.role != "furniture" and reader.worth(sentence.first, sentence.last):
            reader.read(sentence.first, sentence.last)
    return harm.without_vague_totals(words, reader.found)


class _Reader(Acts):
    """Reads sentence by sentence."""

    def worth(self, first: int, last: int) -> bool:
        """Whether the sentence has a word of harm at all, and does not speak of disease or sport."""
        seen = False
        for i in range(first, last):
            if self.words.kind[i] == "word":
                if any(stem in harm.OTHER_SENSE for _, stem in self.words.analyses[i]):
                    return False
                seen = seen or self._act(i) is not None or self._victim(i) is not None or self.norm[i] in harm.SIGNS
        return seen

    def read(self, first: int, last: int) -> None:
        """One sentence: each act governs the people counted after it, until the next act."""
        for claim in reversed(self.found):
            if claim.first < self.scope.first:
                break
            self.told.add((claim.kind, claim.group))
        self.scope = scope = Scope(first, whole_war=harm.whole_war(self.words, first, last))
        i = first
        while i < last:
            norm = self.norm[i]
            scope.running = scope.running or norm.lstrip("وبف") in harm.RISING
            step = self._zero(i, last) or self._marker(i, last)
            if not step:
                act = self._act(i)
                step = self._open(i, last, act) if act is not None else self._claim(i, last)
            if step:
                i = step
                continue
            if norm in harm.BRIDGES and scope.kind is not None:
                scope.bridge(i)
            elif norm in (".", "؛", ":"):
                scope.close()
            i += 1

    def _marker(self, i: int, last: int) -> int:
        """بينهم, من بينهم, أحدهم, منهم: a subset of what was counted just before."""
        norm = self.norm[i]
        counted = i + 1 < last and (i + 1 in self.numerals or self._is_subject(i + 1))
        including = norm == "ذلك" and self.here(i - 1) == "في" and self.here(i - 2) == "بما"
        namely = norm in harm.NAMELY and counted
        if norm not in harm.SUBSET and norm not in harm.ONE_OF_THEM and not including and not namely:
            return 0
        claim = self.found[-1] if self.found else None
        if claim is None or claim.first < self.scope.first or i - claim.last > 14 or self.here(i + 1) == "وبين":
            return 0
        touching = i in (claim.last, claim.last + 1) and self.here(i - 1) not in ("،", ",", "(", "-")
        if norm in ("منهم", "منها", "منهما", "منهن") and touching and not counted:
            return 0  # اثنين منهم: the group itself, no part of the number before
        self.scope.open_subset(claim.kind, i, only_one=norm in harm.ONE_OF_THEM)
        return i + 1

    # -- claims ---------------------------------------------------------------------------------------------------

    def _claim(self, i: int, last: int) -> int:
        """A claim that begins at word i: the word after it, or 0."""
        number = self.numerals.get(i)
        if number is not None:
            return self._numbered(number, last)
        if self.words.kind[i] != "word":
            return 0
        losses = harm.losses(self.words, i, last)
        if losses is not None and self.here(i - 1) not in harm.NOT_NEW:
            return self._add(i, i + losses[1], losses[0], harm.by_form(i, "many"), None)
        victim = self._victim(i)
        if victim is not None:
            return self._by_victim(i, last, victim)
        kind = self.scope.kind
        if kind is None:
            return 0
        norm = self.norm[i].removeprefix("و")
        if norm in harm.ONE_OF and i + 1 < last and (self._is_subject(i + 1) or self._victim(i + 1)) and self._in_reach(i):
            who = self._person(i + 1)
            return self._add(i, i + 2, kind, harm.by_form(i, "one"), who.group if who else None)
        if norm in harm.OTHERS and self._in_reach(i) and harm.bare(self.words, i, ""):
            return self._add(i, i + 1, kind, harm.by_form(i, harm.OTHERS[norm]), None)
        who = self._person(i)
        return self._by_person(i, last, who, kind) if who is not None else 0

    def _in_reach(self, i: int) -> bool:
        """Whether word i stands where the act's people stand: behind it, or joined to the last item of its list."""
        scope = self.scope
        if scope.fresh:
            between = range(scope.act_at + 1, i)
            if scope.subset:
                return len(between) <= 3
            if scope.frame == "masdar":
                return len(between) <= 2 and all(self.norm[j] in harm.BEFORE_NOUN or self.norm[j] in harm.QUOTES for j in between)
            return len(between) <= _TO_PERSON and all(self._passes(j) for j in between)
        joined = self.norm[i][0] == "و" or self.here(i - 1) == "و"
        return joined and i - scope.list_end <= _TO_ITEM

    def _object(self, i: int, who: Person) -> bool:
        """اعتقلت القوات ممرضين، اعتقلت دورية الناشط: an indefinite person or a single one behind the doer, with no preposition
        on the way; words of time between commas are (، اليوم الأحد،)."""
        scope = self.scope
        between = range(scope.act_at + 1, i)
        single = who.prefix == "ال" and who.number == "one" and not who.doer
        if scope.frame not in ("agent", "either") or not scope.fresh or scope.subset or (who.prefix and not single):
            return False
        left = [j for j in between if not self._is_time(j)]
        if len(left) > 5 + 2 * (len(left) < len(between)):
            return False
        marks = sum(self.words.kind[j] == "punct" for j in left)
        aside = marks == 2 and len(left) < len(between)
        return (marks == 0 or aside) and all(self.norm[j] not in harm.PREPOSITIONS for j in left)

    def _passes(self, j: int) -> bool:
        """Words that may stand between a verb and its subject: of time, commas, كل من."""
        if self.norm[j] == "في" and (self.words.kind[j + 1] == "number" or self._is_time(j + 1)):
            return True
        return (
            self.norm[j] in harm.BEFORE_NOUN
            or self.norm[j] in "،,()"
            or self._is_time(j)
            or self.norm[j].isdigit()
            or (timewords.load().words["direction"].find(self.words, j) is not None)
        )

    def _by_person(self, i: int, last: int, who: Person, kind: CasualtyKind) -> int:
        scope = self.scope
        if not harm.bare(self.words, i, who.prefix) or not (self._in_reach(i) or self._object(i, who)) or self._counted_with(i):
            return 0
        if scope.only_one:
            scope.kind = kind if scope.kind else None
            return self._add(i, i + 1, kind, harm.by_form(i, "one"), who.group) if who.number == "one" else 0
        if self._is_doer(i, last, who):
            scope.act_at = i
            return self._named(i + 1, last, kind) or i + 1
        count = harm.count_at(self.words, i, who)
        if self.here(i - 1) == "من" and self.here(i - 2) in ("اكثر", "باكثر"):
            count = "many"
        if count == "many" and (who.definite or (kind in ("detained", "displaced") and not scope.subset)):
            return 0
        if count == "many" and not scope.fresh and not scope.subset and i - scope.list_end > 1:
            return 0
        if who.definite and self._told(kind, who.group):
            return i + 1
        end = i + 1
        number = self.numerals.get(end)
        if number is not None and number.exact and number.best in (1, 2) and self.words.kind[end] == "word":
            count, end = ("one", end + 1) if number.best == 1 else ("two", end + 1)
        return self._add(i, end, kind, harm.by_form(i, count), who.group)

    def _told(self, kind: CasualtyKind, group: str | None) -> bool:
        """الطفل after طفل: the one already counted."""
        return group is not None and (kind, group) in self.told

    def _is_doer(self, i: int, last: int, who: Person) -> bool:
        """خطف مسلحون مجهولون موظفاً: armed men behind a verb of their act are its subject where an object follows."""
        scope = self.scope
        if scope.frame not in ("agent", "either") or scope.passive or not scope.fresh or scope.subset or not who.doer:
            return False
        if scope.frame == "agent" and (who.unknown or who.group == "militants"):
            return True
        for j in range(i + 1, min(last, i + 9)):
            if self.norm[j] in harm.BREAKS:
                return False
            other = self._person(j)
            if j in self.numerals and not self.norm[j].startswith(("ب", "ل")) and self.here(j - 1) not in harm.PREPOSITIONS:
                return self._noun_after(self.numerals[j].last, last) is not None
            if other is not None and not other.unknown and not other.definite and harm.bare(self.words, j, other.prefix):
                return not self.norm[j].endswith("ون") and self.norm[j][0] != "و"
        return False

    def _by_victim(self, i: int, last: int, victim: tuple[CasualtyKind, Count, str]) -> int:
        """قتلى, شهيد, جرحى without a number; عدد القتلى … waits for its number."""
        kind, count, prefix = victim
        before = self.here(i - 1)
        if harm.no_word_of(self.words, i, self.scope.first) or harm.feared(self.words, i, self.scope.first):
            return i + 1
        if before.removeprefix("و").removeprefix("ال") in harm.COUNT_OF or (before in harm.COUNT_VERBS):
            self.scope.open(kind, i, "masdar", passive=True, count_of=True)
            return i + 1
        construct = self.here(i + 1).startswith("ال") and count == "many" and before not in ("سقوط", "وقوع")
        if prefix.strip("وف") or construct or before in harm.NOT_NEW or before.removeprefix("ال") in harm.NOT_NEW:
            return 0
        end = i + 1
        told = self.found and self.found[-1].last == i and self._person(i - 1) is not None
        if told and count == "one" and self.norm[i].endswith("ا"):
            return 0
        if self.here(end) in ("و", "او"):
            return self._add(i, end, kind, harm.by_form(i, count), None)
        return self._add(i, end, kind, harm.by_form(i, harm.count_of_victim(self.words, i, count)), None)

    def _noun_after(self, i: int, last: int) -> tuple[int, str, Person | None] | None:
        """(word after, what, person) of the noun that a number counts: victim, person, other, family or counted."""
        for j in range(i, min(last, i + _TO_NOUN)):
            if self.norm[j] in harm.BREAKS:
                return None
            stems = [stem for _, stem in self.words.analyses[j]]
            if self._victim(j) is not None:
                return j + 1, "victim", None
            if any(s in self.known.counted for s in stems) and j == i:
                return j + 1, "counted", None
            if any(s in self.known.families for s in stems):
                return j + 1, "family", None
            who = self._person(j)
            if who is not None and (harm.bare(self.words, j, who.prefix) or self.here(j - 1) == "من"):
                return j + 1, "person", who
            if self.norm[j] in harm.OTHERS:
                return j + 1, "other", None
            if self.norm[j] == "اصابه" and j == i:
                return j + 1, "case", None
            if self.norm[j] in harm.CASES and j + 1 < last and self.norm[j + 1].removeprefix("ال") in harm.CASE_KINDS:
                return j + 2, "case", None
            if self.norm[j] not in harm.BEFORE_NOUN and self.norm[j] not in harm.QUOTES:
                return None
        return None

    def _numbered(self, number: NumeralMention, last: int) -> int:
        scope = self.scope
        if scope.only_one:
            return 0
        around = self.here(number.first - 1)
        unit = self.here(number.last + (around == "/" == self.here(number.last)))  # أمين /35/ عاماً
        if unit in harm.YEARS_OLD or (unit in harm.YEARS and around in ("(", "/")):
            return number.last + 1  # an age
        noun = self._noun_after(number.last, last)
        governed = self._governs(number)
        if noun is None:
            return self._bare_number(number, last) if governed else 0
        end, what, who = noun
        group = who.group if who is not None else None
        if what == "victim":
            return self._numbered_victims(number, end, last)
        if what == "case":
            return self._add(number.first, end, harm.CASE_KINDS[self.norm[end - 1].removeprefix("ال")], number, None)
        kind = scope.kind if governed else None
        if what == "family":
            kind = kind or harm.flight_after(self.words, end, last)
            return self._add(number.first, end, kind, number, "families") if kind == "displaced" else 0
        if what == "counted" and kind is None:
            return 0
        both = self._dead_and_hurt(end, last)
        if both:
            return self._add(number.first, both, "killed_or_injured", number, group)
        if kind is None and what == "person":
            kind = self._act_after(end, last)
        part = self.here(number.last) in ("منهم", "منهما", "منهن", "بينهم") and not scope.fresh
        return self._add(number.first, end, kind, number, group, part=part) if kind is not None else 0

    def _governs(self, number: NumeralMention) -> bool:
        """Whether the act or the list before reaches this number, and no preposition takes it away."""
        scope = self.scope
        first = number.first
        if scope.kind is None:
            return False
        before = self.here(first - 1)
        prefix = self.words.analyses[first][0][1]
        word = self.words.kind[first] == "word" and prefix not in ("بضعه", "بضع", "بين", "لا")
        fused = word and prefix[:1] in "بل" and len(self.words.analyses[first]) > 1
        if scope.subset:
            return (first - scope.act_at <= 8 and scope.fresh) or first - scope.list_end <= _TO_ITEM
        if scope.fresh:
            near = first - scope.act_at <= (_TO_NUMBER if scope.count_of else 4)
            if scope.count_of and before in harm.REACHED:
                near = first - scope.act_at <= 16
            if scope.frame in ("victim", "agent", "either"):
                near = first - scope.act_at <= 14
            allowed = before not in harm.PREPOSITIONS or scope.count_of
            allowed = allowed or (before == "علي" and self.here(self._past_aside(first - 2)).endswith("القبض"))
            allowed = allowed or (before == "من" and self.here(first - 2) == "كل")
            return (
                near
                and allowed
                and not (fused and not scope.count_of)
                and not any(self.norm[j] in (".", "؛") for j in range(scope.act_at, first))
            )
        joined = self.norm[first][0] == "و" or before == "و"
        if self.here(number.last) in ("منهم", "منهما", "منهن", "بينهم"):
            return first - scope.list_end <= 8
        return joined and not scope.count_of and first - scope.list_end <= 10

    def _past_aside(self, i: int) -> int:
        """The word before an aside of time (القبض، أمس، على), looked for from word i back."""
        while i > self.scope.act_at and (self.norm[i] in "،," or self._is_time(i)):
            i -= 1
        return i

    def _bare_number(self, number: NumeralMention, last: int) -> int:
        """A number whose noun goes without saying (مقتل ثلاثة, وإصابة العشرات بجروح), or is unknown behind an act on them."""
        scope, end = self.scope, number.last
        kind = scope.kind
        if kind is None or number.best is None or number.best == 0 or (kind == "displaced" and not number.exact):
            return 0
        if self.words.kind[number.first] == "word" and number.exact and self.norm[number.first].lstrip("وف").startswith("ال"):
            return 0
        plain = end >= last or self.words.kind[end] == "punct" or self.norm[end] in harm.AFTER_COUNT
        plain = plain or (self.norm[end][0] in "وفب" and len(self.norm[end]) > 3)
        plain = plain or self._is_time(end) or self._act(end) is not None
        part = self.here(end) in ("منهم", "منهما", "منهن", "بينهم") and not scope.fresh
        if self.words.kind[number.last - 1] == "number" and end < last and self.norm[end] in ("/", "%", "-", "–", "."):
            return 0 if end + 1 < last and self.words.kind[end + 1] == "number" else self._close_number(number, kind, last)
        if plain or part:
            return self._add(number.first, end, kind, number, None, part=part) if self._near_enough(number) else 0
        thing = any(stem in harm.THINGS for _, stem in self.words.analyses[end])
        if kind == "injured" or thing or not scope.fresh or number.first - scope.act_at > 2 or self.words.kind[end] != "word":
            return 0
        return self._add(number.first, end + 1, kind, number, None)

    def _close_number(self, number: NumeralMention, kind: CasualtyKind, last: int) -> int:
        return self._add(number.first, number.last, kind, number, None) if self._near_enough(number) else 0

    def _near_enough(self, number: NumeralMention) -> bool:
        scope = self.scope
        if not scope.fresh:
            return number.first - scope.list_end <= 8 or scope.subset
        return number.first - scope.act_at <= (8 if scope.count_of else 4)

    def _numbered_victims(self, number: NumeralMention, end: int, last: int) -> int:
        if any(self.here(j).removeprefix("و").removeprefix("ب") in harm.NOT_NEW for j in (number.first - 1, number.first - 2)):
            return end
        victim = self._victim(end - 1)
        assert victim is not None
        if number.exact and "ال" in victim[2] and self.here(end - 2) == "من":
            return end  # واحد من الضحايا: one of those told of
        both = self._victim(end) if end < last and self.norm[end][0] == "و" else None
        if both is not None and {both[0], victim[0]} == {"killed", "injured"}:
            return self._add(number.first, end + 1, "killed_or_injured", number, None)
        return self._add(number.first, end, victim[0], number, None)

    def _dead_and_hurt(self, i: int, last: int) -> int:
        """بين قتيل وجريح behind a number: the word after it, else 0."""
        for j in range(i, min(last, i + 6)):
            if self.norm[j] in ("بين", "مابين") and j + 2 < last and self._victim(j + 1) and self._victim(j + 2):
                return j + 3
        return 0

    def _act_after(self, i: int, last: int) -> CasualtyKind | None:
        """SVO: the verb behind the people (ثلاثة مدنيين قتلوا, 57 شخصاً على الأقل استشهدوا)."""
        for j in range(i, min(last, i + 6)):
            if self.norm[j] in harm.BREAKS:
                return None
            act = self._act(j)
            if act is not None and act.frame != "masdar":
                if self.norm[j][0] in "وفبل" or self._undone(j) or (act.frame == "agent" and act.kind != "detained"):
                    return None
                self.scope.open(act.kind, j, act.frame, passive=True)
                self.scope.fresh = False
                return act.kind
        return None

    def _zero(self, i: int, last: int) -> int:
        """دون إصابات، لم يسفر عن ضحايا، واقتصرت الأضرار على الماديات: a claim of none."""
        end = harm.none_told(self.words, i, last, self._act)
        if not end:
            return 0
        self.found.append(CasualtyMention(i, end, "killed_or_injured", 0, 0, 0, None, False, False, "killed_or_injured: none"))
        return end


@Language.component("rasad_casualties", requires=["doc._.words", "doc._.numerals", "doc._.times"], assigns=["doc._.casualties"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.casualties`."""
    doc._.casualties = find_casualties(doc._.words, doc._.numerals, doc._.times)
    return doc
