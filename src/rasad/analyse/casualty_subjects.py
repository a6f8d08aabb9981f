"""People before the verb of what befell them (سائق شاحنة أصيب برصاص، الشاب سالم، 19 عاماً، قُتل), and those told of just before."""

from dataclasses import replace

from rasad.analyse import harm
from rasad.analyse.casualty_names import Names
from rasad.lexicon.casualties import Act
from rasad.model.vocab import CasualtyKind

#: Words of a subject before its verb (وكان رئيس القسم التابع للشرطة في المدينة قتل أمس).
TO_SUBJECT = 16
#: Words of an aside between a subject and its verb.
_TO_ASIDE = 10
#: Claims of a sentence looked back over for one told before.
_LOOKED_AT = 6


class Subjects(Names):
    """Whether those whom a verb befell stand before it."""

    def _subject_before(self, i: int, last: int, act: Act, *, taken: bool = False) -> None:
        """SVO: سائق شاحنة أصيب برصاص. Only where no subject can follow. `taken`: who takes others is no subject of it."""
        after = self.here(i + 1)
        if i + 1 < last and (after in self.known.victims or i + 1 in self.numerals or self._is_subject(i + 1)):
            return
        others = after[:1] == "و" and self._act(i + 1) is not None and not self.norm[i].endswith("وا")  # منتسب قتل وأصيب اثنان
        others = others or (self.norm[i].endswith("وا") and after in harm.OPENING_QUOTES)  # شخصين قتلوا “سالم وخالد”
        # الشاب … قتل متأثراً بجراحه
        others = others or after == "وان" or after.startswith("متاثر") or after in harm.ALSO or after in harm.WHEN
        # استشهد فيها: where it was, and no more
        others = others or (after in harm.THERE and (self.here(i + 2) in harm.BREAKS or self.here(i + 2) in harm.PREPOSITIONS))
        how = self.words.surface[i + 1].endswith(("اً", "ًا")) if i + 1 < last else False  # إن متظاهراً قُتل دهساً
        no_subject = others or how or after in harm.PREPOSITIONS or after[:1] == "ب" or after in harm.BREAKS or after in act.needs
        # قتلا: its subject stands before it; قتلوا has no two
        dual = self.norm[i].endswith("ا") and not self.norm[i].endswith("وا") and act.pronoun == ""
        if not no_subject and not dual and not (i + 1 < last and self._is_time(i + 1)):
            return
        end, last_end = self._before_aside(i), i
        while end != last_end:
            end, last_end = self._before_aside(end), end
        # إن قياديين بارزين في الجماعة، قتلا اليوم: a comma behind a long subject that إن opened
        comma = self.here(end - 1) == "،" and (dual or act.frame == "victim")
        end -= comma
        for j in range(end - 1, max(self.scope.first, end - TO_SUBJECT) - 1, -1):
            if self.norm[j] in harm.BREAKS or self._act(j) is not None or (self.found and j < self.found[-1].last):
                return
            opened = self.here(j - 1 - (self.here(j - 1) in harm.QUOTES)) in (harm.THAT if comma else harm.BEFORE_SUBJECT)
            who = self._person(j)
            named = who is None and opened and act.pronoun == ""
            if named and (self._name_at(j, end, quoted=False) or (j == end - 1 and self._last_name(j))):
                # The claim quotes the verb, never the name.
                self._add(i, i + 1, act.kind, harm.by_form(i, "two" if dual else "one"), None)
                return
            if opened and self.norm[j] in harm.ONE_OF and self._is_subject(j + 1):
                self._add(j, j + 2, act.kind, harm.by_form(j, "one"), None)  # إن أحد المهاجمين قُتل
                return
            two_names = dual and self.norm[j + 1][0] == "و" and (self._given(j) or (j == end - 2 and self._nameless(j)))
            if who is None and opened and two_names:
                self._add(i, i + 1, act.kind, harm.by_form(i, "two"), None)  # إن سامر وخالد أصيبا
                return
            if who is None or not opened or not harm.bare(self.words, j, who.prefix):
                continue
            if self.here(i - 1) == harm.WHO and not who.definite:
                continue  # طالب عشرات المعلمين بالإفراج عن زميلهم الذي اعتقل: no student
            if taken and who.doer:
                return
            # الفتيان قُتلا: a plural elsewhere
            two = (dual and (who.number == "dual_or_plural" or self.norm[j].endswith("ان"))) or who.number == "two"
            if who.number == "one" and who.definite and self._one_before(act.kind, who.group):
                self.scope.fresh = False
                return
            if two or who.number == "one":
                self._add(j, j + 1, act.kind, self._at_least(harm.by_form(j, "two" if two else "one"), j + 1), who.group)
                # رجل وامرأة قُتلا، امرأة وطفليها أصيبوا
                for k in range(j + 1, end) if (dual and not two) or self.norm[i].endswith("وا") else ():
                    other = self._person(k)
                    if other is not None and other.number in ("one", "two") and other.prefix.startswith("و"):
                        self._add(k, k + 1, act.kind, harm.by_form(k, "two" if other.number == "two" else "one"), other.group)
                return

    def _told_of(self, i: int, act: Act) -> None:
        """الشاب سالم العلي، الذي استشهد برصاص …؛ ضربوا المواطن سالم، وأُصيب بجروح: who was told of just before, and not
        counted yet. The claim quotes the verb."""
        before, after = self.here(i - 1), self.here(i + 1)
        ends = after in harm.PREPOSITIONS or after in harm.BREAKS or (after[:1] == "ب" and not self._is_subject(i + 1))
        who = before.removeprefix("و") == harm.WHO and act.kind != "injured" and (ends or self._is_time(i + 1))
        # وقد أصيب في رأسه
        hurt = (after in harm.WOUNDS and (before in harm.GOES_ON or self.norm[i][0] in "وف")) or (before, after) == ("وقد", "في")
        if not (who or hurt) or act.pronoun or self.norm[i].endswith(("ت", "وا", "ا")):
            return
        if who and self._counted_one(act.kind) and i - self.found[-1].last <= _TO_ASIDE:
            return  # طالت الاعتقالات الشاب سالم العلي الذي اقتيد من منزله
        for j in range(i - 1, max(self.scope.first, i - TO_SUBJECT) - 1, -1):
            if self.norm[j] in (".", "؛") or (self.found and j < self.found[-1].last):
                return
            person = self._person(j)
            told = person is not None and person.number == "one" and not person.doer and not self._told(act.kind, person.group)
            if told or (person is None and self._given(j)):
                self._add(i, i + 1, act.kind, harm.by_form(i, "one"), person.group if person else None)
                return

    def _one_before(self, kind: CasualtyKind, group: str | None) -> bool:
        """مقتل طفل …، وقال إن الطفل «سالم» لقي مصرعه: he was counted in this sentence, without the article."""
        mine = [c for c in self.found[-_LOOKED_AT:] if c.first >= self.scope.first]
        same = [c for c in mine if c.kind == kind and c.group == group and c.high == 1 and not c.subset]
        return group is not None and any(not self._has_article(c.first) for c in same)

    def _counted_one(self, kind: CasualtyKind) -> bool:
        """Whether the sentence has counted somebody of this kind."""
        return any(c.kind == kind and c.first >= self.scope.first for c in self.found[-_LOOKED_AT:])

    def _died_of_it(self, i: int, act: Act) -> bool:
        """أصيب ضابط … ثم توفي، حيث فارق الحياة: who was told to be hurt died, so he is counted once, as dead."""
        hurt = self.found[-1] if self.found else None
        if hurt is None or act.kind != "killed" or hurt.kind != "injured" or hurt.high != 1 or hurt.first < self.scope.first:
            return False
        after = self.here(i + 1)
        alone = after in harm.PREPOSITIONS or after in harm.BREAKS or after in act.needs or after == "" or after[0] == "ب"
        if not alone or hurt.subset or self.here(i - 1) not in harm.THEN:
            return False
        self.found[-1] = replace(hurt, kind="killed", why=f"killed: {hurt.why}, then died")
        self.scope.fresh = False
        return True

    def _before_aside(self, i: int) -> int:
        """The word where what stands between a subject and its verb at word i begins: (19 عاماً)، ، وهو من أهلها،"""
        first = self.scope.first
        while i > first and self.norm[i - 1] in harm.TENSE:
            i -= 1
        being = next((j for j in range(i - 1, max(first, i - _TO_ASIDE) - 1, -1) if self.norm[j] in harm.BEING), 0)
        if being and harm.BREAKS.isdisjoint(self.norm[being:i]):
            return being  # اللاجئ علي مصطفى وهو من سكان المدينة أصيب
        mark = i - 1 - (self.here(i - 1) == "،" and self.here(i - 2) == ")")
        if self.here(mark) not in ("،", ")"):
            return i
        if self.norm[mark] == "،" and self.norm[mark - 1] in harm.QUOTES and mark == i - 1:
            return mark  # الشاب “سالم العلي”، لقي مصرعه
        other = "،" if self.norm[mark] == "،" else "("
        opening = next((j for j in range(mark - 1, max(first, mark - _TO_ASIDE) - 1, -1) if self.norm[j] == other), 0)
        inside = self.norm[opening + 1 : mark]
        parts = harm.ONE_OF_THEM | harm.SUBSET  # مدنيين، أحدهما طفل، قُتلا
        who = inside[:1] and (inside[0] in harm.BEING | parts or not harm.AGES.isdisjoint(inside) or inside[0].endswith("عاما"))
        # حسن العلي، القيادي السابق في الجيش، قُتل برصاص: what his office is
        office = self._person(opening + 1) if self.norm[mark] == "،" and inside and mark == i - 1 else None
        told = any(self._act(j) is not None or j in self.numerals for j in range(opening + 1, mark))
        who = who or (office is not None and office.number == "one" and office.prefix[:1] != "و" and not told)
        return opening if opening and who else i
