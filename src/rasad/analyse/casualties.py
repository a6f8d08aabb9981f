"""Finds claims of people hurt, taken or driven out: what befell them, how many, who; totals and subsets apart.

One pass over a sentence. A verb or masdar of harm opens the count of its kind; the persons and numbers that stand bare
behind it are claims, joined ones (امرأة وطفل) each of its own; a noun of those hurt (ثلاثة قتلى) is a claim by itself.
What stands behind a preposition or belongs to another noun (برصاص قناص, ثلاثون قذيفة) is never counted.
"""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse import harm
from rasad.analyse.casualty_names import MATTERS, SPEAKS, TO_NAMED
from rasad.analyse.casualty_none import none_told
from rasad.analyse.casualty_parts import BEFORE_COUNTED, Parts
from rasad.analyse.casualty_reach import TO_PERSON
from rasad.analyse.harm import Scope
from rasad.analyse.people import Person
from rasad.analyse.wordtypes import THEIR_HURT
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Count
from rasad.lexicon.kin import KIN, OWN_KIN
from rasad.model.mentions import NAMED, CasualtyMention, NumeralMention, TimeMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words


def find_casualties(words: Words, numerals: Sequence[NumeralMention], times: Sequence[TimeMention]) -> list[CasualtyMention]:
    """Claims in the order of the text. Numbers without a word of harm or a person near, or of a day, are never claims."""
    dated = {i for t in times for i in range(t.first, t.last)}
    reader = _Reader(words, numerals, dated)
    for sentence in words.sentences:
        if sentence.role != "furniture" and reader.worth(sentence.first, sentence.last):
            reader.read(sentence.first, sentence.last)
    return harm.without_vague_totals(words, reader.found)


#: What leads on from another strike to what it struck.
_AIMED = frozenset({"علي", "ضد", "باتجاه"})
_STRIKES = wordclass.words("aims_at")
#: Who is in a vehicle, however many.
_CREW = wordclass.stems("crew_stem")
#: النائب العام: who has people arrested.
_PROSECUTORS = wordclass.words("prosecutor")


class _Reader(Parts):
    """Reads sentence by sentence."""

    def __init__(self, words: Words, numerals: Sequence[NumeralMention], dated: Container[int]) -> None:
        super().__init__(words, numerals, dated)
        #: words at which a claim, an act or what parts them may begin
        self._matters = sorted({*MATTERS.where(self.norm), *self.numerals})

    def worth(self, first: int, last: int) -> bool:
        """Whether the sentence has a word of harm at all, and does not speak of disease or sport."""
        said = set(map(SPEAKS.__getitem__, self.norm[first:last]))
        if "otherwise" in said or said == {""}:
            return False
        # من بين المعتقلين، إن المعتقلين شابان: such a noun needs a word before it
        among = "counted" in said and any(
            SPEAKS[self.norm[i]] == "counted" and (self.norm[i - 1] in BEFORE_COUNTED) for i in range(first + 1, last)
        )
        return "harm" in said or among

    def read(self, first: int, last: int) -> None:
        """One sentence: each act governs the people counted after it, until the next act."""
        for claim in reversed(self.found):
            if claim.first < self.scope.first:
                break
            self.told.add((claim.kind, claim.group))
        self.scope = scope = Scope(first, whole_war=harm.whole_war(self.words, first, last))
        done = first
        for i in self._matters[bisect_left(self._matters, first) : bisect_left(self._matters, last)]:
            if i < done:
                continue
            norm = self.norm[i]
            scope.running = scope.running or norm.lstrip("وبف") in harm.RISING
            step = self._zero(i, last) or self._marker(i, last) or self._by_initials(i) or self._body(i, last)
            if not step:
                act = self._act(i)
                step = self._open(i, last, act) if act is not None else self._claim(i, last)
            if step:
                done = step
                continue
            if norm in harm.BRIDGES and scope.kind is not None:
                scope.bridge(i)
            elif norm in harm.NUMBERING and (kind := self._numbering(i)) is not None:
                scope.open(kind, i, "masdar", passive=True, count_of=True)
            elif norm in (".", "؛", ":"):
                scope.close()
        if scope.running:
            self._died_since(first)

    # -- claims ---------------------------------------------------------------------------------------------------

    def _claim(self, i: int, last: int) -> int:
        """A claim that begins at word i: the word after it, or 0."""
        number = self.numerals.get(i)
        if number is not None:
            return self._numbered(number, last)
        if self.words.kind[i] != "word":
            return 0
        losses = harm.losses(self.words, i, last)
        if losses is not None and self.here(i - 1) not in harm.NOT_NEW and not harm.no_word_of(self.words, i, self.scope.first):
            return self._add(i, i + losses[1], losses[0], harm.by_form(i, "many"), None)
        victim, held = self._victim(i), self._counted(i)
        hurt = self.scope.kind if self.scope.kind in harm.HURT else None
        if hurt is not None and self.norm[i].removeprefix("و").startswith(_CREW) and self._in_reach(i):
            return self._add(i, i + 1, hurt, harm.by_form(i, "many"), None)  # قُتل طاقم الدبابة
        if told := self._told_who(i, last, held if victim is None else victim[0]):
            return told
        theirs = THEIR_HURT[self.norm[i]] or (held if self._has_article(i) else None)
        if theirs is not None and self.here(i - 1).removeprefix("و").removeprefix("ال") in harm.COUNT_OF:
            # إن عدد المعتقلين بلغ 11 شاباً، وصل عدد قتلاه إلى 11
            self.scope.open(theirs, i, "masdar", passive=True, count_of=True)
            return i + 1
        if victim is not None and self.scope.subset and self.scope.kind in harm.TAKEN and self._in_reach(i) and not self._act(i):
            return self._add(i, i + 1, self.scope.kind, harm.by_form(i, victim[1]), None)  # اعتقل عشرين بينهم جرحى
        named = victim == ("killed", "one", "ال") and self.scope.kind == "killed" and self._given(i + 1)
        if named and self.scope.fresh and self._in_reach(i):
            return self._add(i, i + 1, "killed", harm.by_form(i, "one"), None)  # الأيدي التي اغتالت الشهيد سالم العلي
        if victim is not None:
            return self._by_victim(i, last, victim)
        if self.norm[i] == "بين" and i + 2 < last and self._victim(i + 1) and self._victim(i + 2):
            return self._both(i)
        kind = self.scope.kind
        if kind is None:
            return 0
        listed = self.norm[i][0] == "و" and i - max(self.scope.list_end, self.scope.act_at) <= TO_NAMED
        every = self._every(i) and (listed or self._subject_past(i) or self._far_list(i))
        if every or (self._given(i) and self._names_here(i)):
            return self._named(i, last, kind)
        norm = self.norm[i].removeprefix("و")
        reached = self._in_reach(i) or self._seized(i) or self._one_far(i)
        if norm in harm.ORDINALS and self.scope.fresh and i == self.scope.act_at + 1 and self._one_of_some(i):
            return self._add(i, i + 1, kind, harm.by_form(i, "one"), None)  # قُتل الأول وأصيب الثاني
        if norm in harm.ONE_OF and i + 1 < last and (self._is_subject(i + 1) or self._victim(i + 1)) and reached:
            who = self._person(i + 1)
            return self._add(i, i + 2, kind, harm.by_form(i, "one"), who.group if who else None)
        if (
            norm in harm.OTHERS
            and not self.scope.only_one
            and not self._another_act(i)
            and (self._in_reach(i) or (self.scope.frame == "victim" and self._behind_means(i)))
            and harm.bare(self.words, i, self.norm[i][: self.norm[i][0] == "و"])
        ):
            return self._add(i, i + 1, kind, harm.by_form(i, harm.OTHERS[norm]), None)
        old = norm == "كبار" and self.here(i + 1).removeprefix("ال") == "سن"
        if old and self._in_reach(i) and self.here(i - 1) not in harm.PREPOSITIONS:
            return self._add(i, i + 2, kind, harm.by_form(i, "many"), "civilians")  # أطفال ونساء وكبار سن
        who = self._person(i)
        return self._by_person(i, last, who, kind) if who is not None else 0

    def _one_of_some(self, i: int) -> bool:
        """قُتل الأول; مقتل اثنين منهم واعتقال الثالث: one of those told of, behind a noun where some were counted before."""
        before = self.found[-1] if self.found else None
        counted = before is not None and before.first >= self.scope.first and before.last <= i
        return self.scope.frame in ("victim", "either") or (self.scope.frame == "masdar" and counted)

    def _another_act(self, i: int) -> bool:
        """غارة على بلدة X أوقعت قتيلاً، وأخرى على بلدة Y، وآخر استهدف: another of the acts, nobody hurt."""
        listed = self.norm[i][0] == "و" and not self.scope.fresh
        return listed and (self.here(i + 1) in _AIMED or self.here(i + 1) in _STRIKES)

    def _told_who(self, i: int, last: int, kind: CasualtyKind | None) -> int:
        """إن المعتقلين شابان وطفل، الضحايا هم رجل وثلاثة أطفال: who those are whom the noun at word i names."""
        namely = self.here(i + 1) in harm.NAMELY
        opens = self.here(i - 1) in harm.BEFORE_SUBJECT and (namely or self.here(i - 1) in harm.THAT)
        who = i + 1 + namely
        counted = who < last and (who in self.numerals or (self._is_subject(who) and not self._has_article(who)))
        if kind is None or not self._has_article(i) or not opens or not counted:
            return 0
        kind = "killed" if kind == "killed_or_injured" else kind
        if any(c.kind == kind and c.best is not None and c.best > 1 for c in self.found):
            self.scope.open_subset(kind, who - 1, only_one=False, whole=None)
        else:
            self.scope.open(kind, who - 1, "masdar", passive=True)
        return who

    def _both(self, i: int) -> int:
        """سقط عناصر الدورية بين قتيل وجريح: those just counted are dead or hurt."""
        claim = self.found[-1] if self.found else None
        if claim is not None and claim.first >= self.scope.first and claim.kind == "killed" and i - claim.last <= TO_PERSON:
            self.found[-1] = replace(claim, kind="killed_or_injured", why=f"killed_or_injured: {claim.why}, dead or hurt")
        elif claim is None or claim.first < self.scope.first:  # أوقعوا طاقمها بين قتيل وجريح: some, whom nobody counted
            self._add(i, i + 3, "killed_or_injured", harm.by_form(i, "many"), None)
        return i + 3

    def _by_initials(self, i: int) -> int:
        """أوقفت دورية (ن.ك.): those told of by initials alone, right behind their act or its doer. The word after them, or 0."""
        many, end = self._initials(i) if self.norm[i] == "(" else (0, 0)
        scope = self.scope
        doer = scope.frame in ("agent", "either") and self._subject_past(i)
        if many and scope.kind is not None and scope.fresh and not scope.subset and (scope.act_at == i - 1 or doer):
            named = NumeralMention(i, i + 1, many, many, many, True, NAMED)
            self._add(scope.word, scope.word + 1, scope.kind, named, None)
            scope.list_end = end
        return end if many else 0

    def _by_person(self, i: int, last: int, who: Person, kind: CasualtyKind) -> int:
        scope = self.scope
        if self._nobody_new(i, who):
            return 0
        if self.norm[i] in harm.BRIDGES or (self._nisba(i, who) and self._is_adjective(i, who)):
            return 0  # راح ضحيتها ثلاثة؛ قصف الطيران الروسي؛ حاجز للأمن العسكري
        if not self._seized(i):
            if scope.count_of and scope.fresh and self.here(i - 1) in harm.REACHED and who.number == "two":
                return self._add(i, i + 1, kind, harm.by_form(i, "two"), who.group)  # ارتفاع عدد القتلى إلى شخصين
            bare = harm.bare(self.words, i, who.prefix) or self._added(i)
            near = bare and (self._in_reach(i) or self._object(i, who) or self._past_means(i, who))
            if not near and not self._past_where(i, who):  # اعتُقل في بيروت مواطن: ب of بيروت governs nobody
                return 0
            if self._counted_with(i) or self._of_the_two(i, who):
                return 0
            if self._title(i, who, kind):
                return i + 1
        hurt = self._victim(i + 1) if i + 1 < last else None
        if hurt is not None and hurt[1] == who.number == "one" and not hurt[2] and not who.definite:
            return self._add(i, i + 2, hurt[0], harm.by_form(i, "one"), who.group)  # إضافة إلى مدني مصاب
        if scope.only_one:
            scope.kind = kind if scope.kind else None
            return self._add(i, i + 1, kind, harm.by_form(i, "one"), who.group) if who.number == "one" else 0
        if self._is_doer(i, last, who):
            return self._behind_doer(i, last, kind)
        count = "many" if self.here(i + 1) in ("بهم", "بهن") else harm.count_at(self.words, i, who)  # المشتبه بهم
        number = self.numerals.get(i + 1)
        if count == "many" and not who.definite and number is not None and number.exact and self.norm[i + 1].startswith("ال"):
            return self._add(i, number.last, kind, number, who.group)  # وأطفاله الثلاثة
        if self.here(i - 1) == "من" and self.here(i - 2) in ("اكثر", "باكثر"):
            count = "many"
        if count == "many" and self._first_of(i):
            return self._add(i - 1, i + 1, kind, harm.by_form(i - 1, "one"), who.group)
        bare = scope.frame == "masdar" and scope.fresh and not scope.subset and i == scope.act_at + 1
        if who.number == "dual_or_plural" and bare and not who.definite and self.here(i + 1) not in harm.OTHERS:
            count = "two"  # مقتل مدنيين: of those without a number right behind their act, 6 of 6 coded were two
        initials = self._initials(i + 1)[0] if count == "many" else 0
        if initials > 1:  # أوقفت دورية السوريين (ن.ك.) و(س.م.)
            number = NumeralMention(i, i + 1, initials, initials, initials, True, "as many initials")
            return self._add(i, i + 1, kind, number, who.group)
        if count == "many" and who.definite and self._given(i + 1) and not scope.subset:
            return self._named(i + 1, last, kind)  # استشهد المواطنون سالم العلي وخالد محمد
        far = not scope.fresh and not scope.subset and i - scope.list_end > 1
        if count == "many" and (far or who.definite or (kind in ("detained", "displaced") and not scope.subset)):
            return 0
        if who.definite and self._told(kind, who.group) and not self._is_name(i + 1):
            return i + 1
        end = i + 1
        # سيدة واثنين: another claim
        joined = number is not None and self.norm[number.first][0] == "و" and not self.norm[number.first].startswith("واحد")
        figure = self.words.kind[end : end + 1] == ["number"] and not (number is not None and number.best == 2 and count != "one")
        if number is not None and not joined and number.exact and number.best in (1, 2) and not figure:
            count, end = ("one", end + 1) if number.best == 1 else ("two", end + 1)
        return self._add(i, end, kind, self._at_least(harm.by_form(i, count), end), who.group)

    def _behind_doer(self, i: int, last: int, kind: CasualtyKind) -> int:
        """Whom the doer at word i did it to, who stands behind him: by name, as his kin, or the word from which he may stand."""
        scope = self.scope
        scope.act_at = i + self.here(i + 1).startswith("مجهول")
        if f"{self.norm[i]} {self.here(i + 1)}" in _PROSECUTORS:  # النائب العام الليبي
            scope.act_at = next((j for j in range(i + 1, last) if not self.norm[j].startswith("ال")), last) - 1
        j = first = scope.act_at + 1
        while j < last and (j in self.dated or self.norm[j] in "،," or (self.norm[j] == "في" and j + 1 in self.dated)):
            j += 1  # اغتال مجهولون، في الخامس من الشهر، “سالم العلي”
        if self.here(first) in OWN_KIN and self._person(first) is None:
            return self._add(first, first + 1, kind, harm.by_form(first, "one"), None)  # قتل شاب صديقه
        return self._named(j, last, kind, quoted=scope.frame == "agent") or first

    def _written(self, i: int) -> bool:
        """يعتقل قيادياً: the accusative is written, so nobody stands there who did it."""
        return self.words.surface[i].endswith(("اً", "ًا"))

    def _taken_at(self, i: int) -> bool:
        """Whether one person stands at word i in the written accusative."""
        who = self._person(i)
        return who is not None and who.number == "one" and not who.prefix and self.norm[i].endswith("ا") and not who.national

    def _is_doer(self, i: int, last: int, who: Person) -> bool:
        """خطف مسلحون مجهولون موظفاً: armed men behind a verb of their act are its subject where an object follows."""
        scope = self.scope
        if self._to_his_kin(i, who):
            return True
        if scope.frame == "masdar" and (who.doer or self.here(i + 1).startswith("مجهول")) and i - scope.act_at == 1:
            # اغتيال مجهولين قيادياً، اختطاف مسلحين مجهولين طبيباً، خطف مسلحين فلسطينيين مصوراً
            told = who.unknown or self.here(i + 1).startswith("مجهول")
            told = told or any(self._taken_at(j) for j in range(i + 1, min(last, i + 4)))
            return told and scope.fresh and self.norm[scope.act_at].lstrip("وبل") in harm.DONE_BY
        if scope.frame not in ("agent", "either") or scope.passive or not scope.fresh or scope.subset or not who.doer:
            return False
        if self._written(i) and who.number == "one":
            return False  # قتلت الشرطة خاطفاً وحررت طفلاً
        if scope.frame == "agent" and (who.unknown or (who.group == "militants" and not self._written(i))):
            return True
        for j in range(i + 1, min(last, i + 9)):
            other = self._person(j + 1) if self.norm[j] in "،," else None
            if other is not None and not other.definite and not other.unknown and self.norm[j + 1][0] != "و":
                continue  # وقتل مسلحون حوثيون، ضابط أمن: a comma may part the subject from the object
            if self.norm[j] in harm.BREAKS or self.norm[j] in harm.SUBSET or self._act(j) is not None:
                return False
            other = self._person(j)
            if j == i + 1 and other is not None and other.national and not other.prefix:
                continue  # قتل مسلحون حوثيون ضابطاً: whose the armed men are
            if j in self.numerals and not self.norm[j].startswith(("ب", "ل")) and self.here(j - 1) not in harm.PREPOSITIONS:
                return self._noun_after(self.numerals[j].last, last) is not None
            # قتل مسلحون الناشط فلاناً: one man named with the article, right behind them
            one = other is not None and other.prefix == "ال" and other.number == "one" and not other.doer and j - i <= 2
            if other is not None and not other.unknown and (one or not other.definite) and harm.bare(self.words, j, other.prefix):
                return not self.norm[j].endswith("ون") and self.norm[j][0] != "و"
        return False

    def _to_his_kin(self, i: int, who: Person) -> bool:
        """قتل شاب صديقه، قتل رجل زوجته: whoever stands between a verb and his own kin did it to them."""
        scope = self.scope
        open_ = scope.frame in ("agent", "either") and scope.fresh and not scope.passive and not scope.subset
        first = open_ and who.prefix in ("", "ال") and i - scope.act_at == 1
        # أوقف النائب العام وكيل وزارة: who arrests by his office
        kin = self.here(i + 1) in OWN_KIN and self.norm[i].lstrip("وف") not in KIN  # فقتلت زوجة شقيقه: one person
        return first and (kin or f"{self.norm[i]} {self.here(i + 1)}" in _PROSECUTORS)

    def _by_victim(self, i: int, last: int, victim: tuple[CasualtyKind, Count, str]) -> int:
        """قتلى, شهيد, جرحى without a number; عدد القتلى … waits for its number."""
        kind, count, prefix = victim
        before = self.here(i - 1)
        if count == "one" and not prefix and before.lstrip("وف") in self.reporting:
            return i + 1  # وقال شهيد: his name
        if (
            (self.scope.fresh and self.norm[i] in self.scope.needs and not self._fell_here(i, kind))
            or self._nobody(i)
            or harm.no_word_of(self.words, i, self.scope.first)
            or harm.feared(self.words, i, self.scope.first)
        ):
            return i + 1
        counting = before.removeprefix("و").removeprefix("ال") in harm.COUNT_OF or before in harm.COUNT_VERBS
        if counting and (count == "many" or prefix.endswith("ال")):  # الحصيلة شهيدان: the form is the number
            self.scope.open(kind, i, "masdar", passive=True, count_of=True)
            return i + 1
        counts_on = self.scope.count_of and count == "many" and prefix == "وال"
        if counts_on and (i + 1 in self.numerals or self.here(i + 1) in harm.REACHED):
            self.scope.open(kind, i, "masdar", passive=True, count_of=True)  # ارتفاع عدد القتلى إلى عشرة والجرحى إلى مئة
            return i + 1
        construct = self.here(i + 1).startswith("ال") and count == "many" and before not in ("سقوط", "وقوع")
        old = not harm.NOT_NEW.isdisjoint((before, before.removeprefix("ال"), before.lstrip("ولب")))
        if prefix.strip("وف") or construct or old:
            return 0
        end = i + 1
        told = self.found and self.found[-1].last == i and (self._person(i - 1) or self._act(i - 1))  # وأردوه قتيلاً
        them = self._act(i - 1) if told else None
        if told and ((count == "one" and self.norm[i].endswith("ا")) or (them is not None and them.pronoun)):
            return 0
        if self.here(end) in ("و", "او"):
            return self._add(i, end, kind, harm.by_form(i, count), None)
        form = harm.by_form(i, harm.count_of_victim(self.words, i, count))
        return self._add(i, end, kind, self._at_least(form, end), None)

    def _fell_here(self, i: int, kind: CasualtyKind) -> bool:
        """سقط قتيل وجريحان: who fell stands right behind the verb, in the nominative (سقط أحدهم قتيلاً)."""
        return i - self.scope.word == 1 and kind == "killed" and not self.norm[i].endswith("ا")

    def _nobody(self, i: int) -> bool:
        """عدم خروج أي من الجنود مصابين: none of them is hurt."""
        before = self.norm[max(self.scope.first, i - TO_PERSON) : i]
        return "اي" in before and not harm.NONE.isdisjoint(before[: before.index("اي")])

    def _zero(self, i: int, last: int) -> int:
        """دون إصابات، لم يسفر عن ضحايا، واقتصرت الأضرار على الماديات: a claim of none."""
        end = none_told(self.words, i, last, self._act)
        if not end:
            return 0
        self.found.append(CasualtyMention(i, end, "killed_or_injured", 0, 0, 0, None, False, False, "killed_or_injured: none"))
        return end


@Language.component("rasad_casualties", requires=["doc._.words", "doc._.numerals", "doc._.times"], assigns=["doc._.casualties"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.casualties`."""
    _ = doc._
    _.casualties = find_casualties(_.words, _.numerals, _.times)
    return doc
