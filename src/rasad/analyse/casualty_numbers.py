"""Numbers of people: which act counts them, what noun they count, and numbers whose noun goes without saying."""

from dataclasses import replace
from typing import Final

from rasad.analyse import harm
from rasad.analyse.casualty_acts import DEGREES
from rasad.analyse.casualty_bodies import Bodies
from rasad.analyse.people import Person
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import among, begins
from rasad.model.mentions import NumeralMention
from rasad.model.vocab import CasualtyKind

#: Words between an act and its number, between the items of a list, and between a number and its noun.
_TO_NUMBER = 8
TO_ITEM = 4
_TO_NOUN = 3
#: Words between a verb and its number, past a long subject (أوقفت دورية من المديرية في مدينة … سبعة مواطنين).
_TO_OBJECT_NUMBER = 24
#: Words between عدد القتلى and إلى with its number.
_TO_REACHED = 24
#: Words of a doer between a noun of taking and whom it took.
_TO_ITS_OBJECT = 4
#: Words between such a noun and whom it took, past a doer who is described and a time.
_TO_PAST_DOER = 14
#: Nouns of killing behind which its doer may stand.
_KILLING: Final = frozenset({"قتل", "اغتيال", "تصفيه", "اعدام", "تحييد"})
#: Between a family and how many it has.
_MADE_OF: Final = frozenset({"مكونه", "مولفه", "مكون", "مولف"})
_CREW: Final = wordclass.stems("crew_stem")
_WHOLE: Final = frozenset({"كامله", "باكملها"})

#: Verbs of those who protest, and nouns of what they hold.
_GATHERS: Final = wordclass.words("gathers")
_ASSEMBLY: Final = wordclass.stems("assembly_stem")
#: What says of a count that it is more.
_EXCEEDING: Final = wordclass.words("exceeding")
_OF_THEM: Final = frozenset({"منهم", "منهما", "منهن"})
_OF_COUNTED: Final = _OF_THEM | {"بينهم"}

#: Words between a claim and another added to it (إضافة إلى).
_TO_ADDED = 14


class Numbers(Bodies):
    """Claims that begin at a number."""

    def _noun_after(self, i: int, last: int) -> tuple[int, str, Person | None] | None:
        """(word after, what, person) of the noun that a number counts: victim, person, other, family or counted."""
        for j in range(i, min(last, i + _TO_NOUN)):
            if self.norm[j] in harm.BREAKS:
                return None
            stems = [stem for _, stem in self.words.analyses[j]]
            victim = self._victim(j)
            if victim is not None and "و" in victim[2]:
                return None  # بلغ عدد القتلى 12 والجرحى 30
            if victim is not None:
                return j + 1, "victim", None
            if any(s in self.known.counted for s in stems) and j == i:
                return j + 1, "counted", None
            if any(s in self.known.families for s in stems):
                return j + 1, "family", None
            who = self._person(j)
            if who is not None and (harm.bare(self.words, j, who.prefix) or self.here(j - 1) == "من"):
                return j + 1, "person", who
            if self.norm[j].removeprefix("ال") in harm.OTHERS:
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
        self._appose(number, (noun is not None and noun[1] == "person") or (noun is None and unit == "من"))
        governed = self._governs(number)
        if governed and scope.count_of and harm.of_period(self.words, scope.act_at, number):
            scope.whole_war, scope.fresh, scope.unkept = True, False, True
            return noun[0] if noun is not None and noun[1] == "victim" else number.last  # و2023 جريحاً منذ اندلاع القتال
        number = self._exceeded(number)
        if noun is None:
            return self._nounless(number, last, governed=governed)
        end, what, who = noun
        family = self.here(number.first - 1) == "من" and self._family_of(number.first - 2)
        group = who.group if who is not None and not family else None
        if what == "victim":
            return self._numbered_victims(number, end, last)
        if what == "case":
            return self._add(number.first, end, harm.CASE_KINDS[self.norm[end - 1].removeprefix("ال")], number, None)
        takers = who is not None and who.doer and who.definite and not scope.passive and number.first == scope.act_at + 1
        takers = takers and not number.exact and not self.norm[number.first].startswith("عددا")
        if takers and governed and scope.frame == "agent" and scope.kind == "abducted":
            scope.act_at = end - 1  # اختطفت مجموعة من الملثمين صحفيين: who did it
            return end
        kind = scope.kind if governed else None
        if what == "family" and self.here(end - 2) == "من" and governed:
            return self._bare_number(number, last)  # قضى ستة من عائلة واحدة، ستة منهم من عائلة واحدة
        if what == "family":
            kind = kind or harm.flight_after(self.words, end, last)
            return self._add(number.first, end, kind, number, "families") if kind == "displaced" else 0
        if what == "counted" and kind is None:
            return 0
        if what == "counted" and self.found and self.found[-1].last == number.first and self._victim(number.first - 1):
            kind = self._counted(end - 1)  # عشرات الجرحى ومئات المعتقلين
        both = self._dead_and_hurt(end, last)
        if both:
            return self._add(number.first, both, "killed_or_injured", number, group)
        if kind is not None and what == "person" and not scope.fresh and not scope.subset and self._suffered(end):
            kind = None  # مقتل قائد الفرقة، و5 مدنيين أصيبوا
        if kind is None and what == "person" and (fallen := self._fallen(number, end, last, group)):
            return fallen
        if kind is None and what == "person" and not number.exact and who is not None and not who.doer:
            kind = harm.flight_after(self.words, end, last)  # آلاف المدنيين على الفرار
        if kind is None and what in ("person", "other"):
            kind = self._act_after(end, last, doer=who is not None and who.doer) or self._fell(number, end)
        part = self._is_part(number)
        return self._add(number.first, end, kind, number, group, part=part) if kind is not None else 0

    def _is_part(self, number: NumeralMention) -> bool:
        """، أربعة منهم أطفال وثلاث نساء; 15 جريحاً، إصابة أربعة منهم خطيرة: some of those counted, and more joined to them."""
        scope, before = self.scope, self.found[-1] if self.found else None
        counted = self.here(number.last) in _OF_COUNTED
        if before is None or before.first < scope.first:
            return counted and not scope.fresh
        if counted:
            worst = before.kind == scope.kind == "injured" and scope.frame == "masdar" and (before.low or 0) > (number.low or 0)
            return not scope.fresh or worst
        joined = before.last == number.first and self.norm[number.first][0] == "و" and not scope.fresh
        return joined and before.subset and self.norm[before.first + 1] in _OF_COUNTED

    def _nounless(self, number: NumeralMention, last: int, *, governed: bool) -> int:
        """A number behind which no noun of persons stands: the word after its claim, or 0."""
        fallen = self._dead_and_hurt(number.last, last)
        if fallen == number.last + 3:
            return self._add(number.first, fallen, "killed_or_injured", number, None)  # سقوط العشرات بين قتيل وجريح
        # إن اثنين من قوات الشرطة أصيبا، وإن مئات أصيبوا
        told = number.exact and "ال" in self.words.analyses[number.first][-1][0]  # الشهداء التسعة أصيبوا بالرصاص
        right = number.last < last and self._act(number.last) is not None and not told
        right = right and self.norm[number.first] not in ("واحد", "واحده")  # أفراد عائلة واحدة قُتلوا
        behind = number.last + 1 if number.exact and self.here(number.last) == "من" else number.last if right else 0
        theirs = self._act_after(behind, last, many=True) if behind and (not governed or right) else None
        if theirs:
            return self._add(number.first, number.last, theirs, number, None)
        return self._bare_number(number, last) if governed and self.here(number.first - 1) not in harm.NUMBERED else 0

    def _exceeded(self, number: NumeralMention) -> NumeralMention:
        """زاد عدد القتلى على 15، تجاوز عدد الجرحى المئة: the verb before the noun of the count says that they are more."""
        scope = self.scope
        if scope.running and number.why == "range":
            return replace(number, low=number.high, best=number.high, exact=True, why="exact number")  # ارتفعت من 12 إلى 15
        more = scope.count_of and scope.fresh and number.exact and number.best is not None
        told = self.norm[max(scope.first, scope.act_at - 2) : number.first] if more else ()
        if not any(among(word, _EXCEEDING, "وف") for word in told) or self.here(number.first - 1) in harm.REACHED:
            return number
        low = (number.best or 0) + 1
        return replace(number, low=low, high=None, best=low, exact=False, why="more than")

    def _appose(self, number: NumeralMention, person: bool) -> None:
        """مقتل ثمانية أشخاص، خمسة أطفال وثلاث نساء: a smaller number with its noun right behind a number is part of it."""
        scope, whole = self.scope, self.found[-1] if self.found else None
        if not person or whole is None or whole.low is None or not number.exact:
            return
        if scope.kind is None or scope.fresh or scope.subset:
            return
        marked = self.here(number.first - 1) in ("،", ",", "(", "-") or number.first == whole.last
        if marked and number.first - whole.last <= 1 and (number.low or 0) < whole.low and self.norm[number.first][0] != "و":
            scope.open_subset(whole.kind, number.first - 1, only_one=False, whole=whole.group)

    def _governs(self, number: NumeralMention) -> bool:
        """Whether the act or the list before reaches this number, and no preposition takes it away."""
        scope = self.scope
        first = number.first
        if scope.kind is None:
            return False
        before = self.here(first - 1)
        prefix = self.words.analyses[first][0][1]
        word = self.words.kind[first] == "word" and prefix not in ("بضعه", "بضع", "بعض", "بين", "لا")
        fused = word and prefix[:1] in "بل" and len(self.words.analyses[first]) > 1
        if scope.subset:
            return (first - scope.act_at <= 8 and scope.fresh) or first - scope.list_end - (before == "و") <= TO_ITEM
        if scope.fresh:
            near = first - scope.act_at <= (_TO_NUMBER if scope.count_of else 4)
            if scope.count_of and before in harm.REACHED:
                near = first - scope.act_at <= _TO_REACHED
            if scope.frame == "victim" or (scope.frame != "masdar" and not scope.passive):  # خُطفا …، حيث داهمهم 15 مسلحاً
                near = first - scope.act_at <= _TO_OBJECT_NUMBER
            allowed = before not in harm.PREPOSITIONS or scope.count_of
            seized = self.here(self._past_aside(first - 2))
            allowed = allowed or (before == "علي" and (seized.endswith("القبض") or "علي" in scope.needs))
            allowed = allowed or (before == "من" and (self.here(first - 2) == "كل" or number.why == "range"))  # من 5 إلى 7
            family = before == "من" and self._family_of(first - 2)
            allowed, near = allowed or family, near or family
            # فُقد الاتصال بأربعة جنود
            fused = fused and not self._of_masdar(first) and not (before == "الاتصال" and scope.kind == "missing")
            near = near or self._past_doer(first) or self._past_seizing(first)
            return (
                near
                and allowed
                and not (fused and not scope.count_of)
                and not any(self.norm[j] in (".", "؛") for j in range(scope.act_at, first))
            )
        joined = self.norm[first][0] == "و" or before == "و" or self._added(first)
        if self.here(number.last) in _OF_COUNTED:
            return first - scope.list_end <= 8 and before != "عن"  # أفرجت عن عشرين منهم
        return joined and not scope.count_of and first - scope.list_end <= 10

    def _family_of(self, i: int) -> bool:
        """مقتل عائلة من خمسة أفراد، عائلة مكونة من ستة أشخاص: how many a family is whom the act befell."""
        i -= self.here(i).removeprefix("ال") in _MADE_OF
        i -= self.here(i) in _WHOLE
        crew = self.here(i).removeprefix("و").startswith(_CREW)  # احتجزوا سفينة وطاقمها المكون من 25 بحاراً
        family = not self.known.families.isdisjoint(stem for _, stem in self.words.analyses[i])
        return i > self.scope.act_at and (family or crew)

    def _past_doer(self, i: int) -> bool:
        """اعتقال الحركة خلال الأيام الماضية، أكثر من 12 عنصراً، اختطاف فصيل “…” المدعوم من الخارج، 8 مدنيين: the object of a noun
        of taking or killing, past who did it and when; only a last comma parts them."""
        scope = self.scope
        done = scope.frame == "masdar" and (scope.kind in harm.TAKEN or self.norm[scope.act_at].lstrip("وبلف") in _KILLING)
        mark = i - 1 - (self.here(i - 1) in harm.QUOTES)
        between = range(scope.act_at + 1, mark + (self.here(mark) != "،"))
        return (
            done
            and not scope.passive
            and not scope.count_of
            and 1 < i - scope.act_at <= _TO_PAST_DOER
            and not any(self.norm[j] in harm.BREAKS or self._act(j) is not None or j in self.numerals for j in between)
        )

    def _past_seizing(self, i: int) -> bool:
        """ألقت الشرطة القبض، مساء السبت، على 28 متهماً: behind an aside the number has the preposition that the act needs."""
        scope = self.scope
        between = range(scope.act_at + 1, i - 1)
        own = self.here(i - 1) == "علي" and "علي" in scope.needs and len(between) <= _TO_PAST_DOER
        told = (self.norm[j] in ".؛:" or self._act(j) is not None or j in self.numerals for j in between)
        return own and not any(told)

    def _of_masdar(self, i: int) -> bool:
        """اعتقال قوات الأمن لعدد من الأشخاص: behind its doer the object of a noun has ل; إصابات خطيرة لثلاثة."""
        scope = self.scope
        between = self.norm[scope.act_at + 1 : i]
        if between and scope.kind == "injured" and scope.frame == "masdar" and self.norm[i][0] == "ل":
            return all(w in DEGREES for w in between)
        own = scope.frame == "masdar" and scope.kind in harm.TAKEN and self.norm[i][0] == "ل"
        return own and 0 < len(between) <= _TO_ITS_OBJECT and not any(w in harm.PREPOSITIONS or w in harm.BREAKS for w in between)

    def _added(self, i: int) -> bool:
        """إضافة إلى ثلاثة شبان، فضلاً عن جندي، مع اثنين من مرافقيه: joined to the claim just before by other words than و."""
        scope, before = self.scope, self.here(i - 1)
        if scope.kind is None or scope.fresh or scope.count_of or scope.only_one:
            return False
        if before in harm.WITH:
            named = scope.list_end < i - 1 and self._name_at(scope.list_end, i - 1, quoted=True) >= i - 1
            named = named or self._titled_before(i - 1) or self.here(i - 2) in scope.needs  # لقي قيادي مصرعه مع ثلاثة
            ranked = self.here(scope.list_end) == "برتبه"  # ضابط برتبة عقيد مع اثنين من مرافقيه
            return named or i - 1 - scope.list_end <= (1 if before == "مع" and not ranked else TO_ITEM)
        first = i - 2
        fused = self.norm[i][0] == "ل" and before in harm.ADDING["الي"]  # إضافة لجندي
        return i - scope.list_end <= _TO_ADDED and (
            fused or (self.here(first).removeprefix("و") in harm.ADDING.get(before, frozenset()))
        )

    def _titled_before(self, i: int) -> bool:
        """قائد الفوج 23 العقيد سالم العلي مع أربعة: whether the name of the one just counted ends at word i."""
        between = range(max(self.scope.list_end, i - TO_ITEM), i)
        told = (self.norm[j] in harm.BREAKS or self._act(j) is not None for j in range(self.scope.list_end, i))
        near = i - self.scope.list_end <= _TO_ADDED and bool(self.found) and self.found[-1].high == 1
        return near and any(self._given(j) and self._name_at(j, i, quoted=False) >= i for j in between) and not any(told)

    def _past_aside(self, i: int) -> int:
        """The word before an aside of time (القبض، أمس، على), looked for from word i back."""
        while i > self.scope.act_at and (self.norm[i] in "،," or self.norm[i] == "اول" or self._is_time(i)):
            i -= 1
        return i

    def _bare_number(self, number: NumeralMention, last: int) -> int:
        """A number whose noun goes without saying (مقتل ثلاثة, وإصابة العشرات بجروح), or is unknown behind an act on them."""
        scope, end = self.scope, number.last
        kind = scope.kind
        few = self.norm[number.first].removeprefix("و").startswith("ال") and (number.low or 0) < harm.WAR_FLIGHT  # نزوح الآلاف
        if kind is None or number.best is None or number.best == 0 or (kind == "displaced" and not number.exact and not few):
            return 0
        if self.here(end) in _OF_THEM and scope.fresh and number.best == 1:
            return self._add(number.first, end + 1, kind, number, None)  # وجُرح واحد منهم
        if self.norm[number.first] in ("واحد", "واحده") or self.here(end) + self.here(end + 1) in (
            "منعمره",
            "منعمرها",
            "منالعمر",
        ):
            return 0  # من عائلة واحدة, في الخامسة عشرة من عمره
        if self.words.kind[number.first] == "word" and number.exact and self.norm[number.first].lstrip("وف").startswith("ال"):
            return 0
        if self.here(end) == ")" and end + 1 < last and not harm.THINGS.isdisjoint(self.words.stems[end + 1]):
            return 0  # مقتل (12) رأساً من الأبقار
        plain = end >= last or self.words.kind[end] == "punct" or self.norm[end] in harm.AFTER_COUNT
        plain = plain or (self.norm[end][0] in "وفب" and len(self.norm[end]) > 3)
        if self.norm[end : end + 1] and self.norm[end] in harm.PERIODS:
            return 0  # اعتقال دام قرابة خمسة أشهر
        plain = plain or self.norm[end - 1] in _OF_THEM or self.here(end) in _OF_THEM
        plain = plain or self._is_time(end) or self._act(end) is not None or self.here(end).startswith(("مصرع", "حتف"))
        part = self._is_part(number)
        if self.words.kind[number.last - 1] == "number" and end < last and self.norm[end] in ("/", "%", "-", "–", "."):
            return 0 if end + 1 < last and self.words.kind[end + 1] == "number" else self._close_number(number, kind, last)
        if plain or part:
            return self._add(number.first, end, kind, number, None, part=part) if self._near_enough(number) else 0
        thing = not harm.THINGS.isdisjoint(self.words.stems[end])
        whose = not number.exact and self.norm[number.last - 1] == "من"  # أصيب العشرات من الغاز، جُرح عدد من الزوار
        if whose and kind == "injured" and not thing and scope.fresh and self._near_enough(number):
            return self._add(number.first, number.last - 1, kind, number, None)
        if kind == "injured" or thing or not scope.fresh or number.first - scope.act_at > 2 or self.words.kind[end] != "word":
            return 0
        return self._add(number.first, end + 1, kind, number, None)

    def _close_number(self, number: NumeralMention, kind: CasualtyKind, last: int) -> int:
        return self._add(number.first, number.last, kind, number, None) if self._near_enough(number) else 0

    def _near_enough(self, number: NumeralMention) -> bool:
        scope = self.scope
        if not scope.fresh:
            return number.first - scope.list_end <= 8 or scope.subset
        if scope.count_of and self.here(number.first - 1) in harm.REACHED:
            return True
        far = scope.count_of or scope.frame == "victim"  # أصيب في إطلاق النار أيضاً سبعة
        return number.first - scope.act_at <= (8 if far else 4)

    def _numbered_victims(self, number: NumeralMention, end: int, last: int) -> int:
        old = (j for j in (number.first - 1, number.first - 2) if among(self.here(j), harm.NOT_NEW, "وب"))
        if any(not (number.exact and self._brought_out(j)) for j in old):
            return end
        victim = self._victim(end - 1)
        assert victim is not None
        if number.exact and "ال" in victim[2] and self.here(end - 2) == "من":
            died = victim[0] == "injured" and self.scope.kind == "killed" and self.scope.fresh and self._governs(number)
            # وفاة أربعة من الجرحى; واحد من الضحايا: one of those told of
            return self._add(number.first, end, "killed", number, None) if died else end
        of_those = self.here(end - 2) == "من" and end - 2 > number.first and not victim[2] and self._is_genitive(end)
        if of_those and victim[0] == "injured" and self.scope.kind == "killed" and self._governs(number):
            return self._add(number.first, end, "killed", number, None)  # توفي ثلاثة من جرحى التفجير
        if of_those or self._gathers(number.first):
            return end  # تظاهر عشرات من جرحى الجيش: hurt long before
        scope = self.scope
        if self.here(number.first - 1) in harm.REACHED and harm.of_period(self.words, number.first - 1, number):
            return end  # لترتفع حصيلة الحرب إلى 35 ألف شهيد
        told = bool(self.found) and self.found[-1].first >= scope.first
        if told and victim[0] == "killed_or_injured" and "ال" in victim[2] and self.here(end - 2) == "من":
            return end  # مقتل عشرات المدنيين …، واحتراق عدد من الضحايا
        joined = self.norm[number.first][0] == "و" or self.here(number.first - 1) == "و"
        if scope.subset and scope.kind != victim[0] and joined and not scope.fresh:
            scope.subset = False  # خمسة شهداء، بينهم امرأتان، و17 جريحاً
        end += self.here(end) == "و" and end + 1 < last and self._victim(end + 1) is not None and end - number.last < _TO_NOUN
        both = self._victim(end) if end < last and "و" in (self.norm[end][0], self.norm[end - 1]) else None
        if both is not None and both[1] == "two":
            both = None  # عشرات القتلى وجريحين
        if both is not None and {both[0], victim[0]} == {"killed", "injured"}:
            if self.norm[number.first].removeprefix("و").startswith("عدد") and (number.low, number.high) == (2, None):
                self._add(number.first, end, victim[0], number, None)  # عدد من الشهداء والجرحى: some dead and some hurt
                return self._add(end, end + 1, both[0], number, None)
            return self._add(number.first, end + 1, "killed_or_injured", number, None)
        return self._add(number.first, end, victim[0], number, None)

    def _is_genitive(self, i: int) -> bool:
        """جرحى الجيش، جرحى قصف الاحتلال: whether word i says whose the dead or hurt before it are."""
        alone = self.words.kind[i] == "word" and self.norm[i][0] not in "وبل" and self.norm[i] not in harm.PREPOSITIONS
        return self._has_article(i) or (alone and self._has_article(i + 1)) if i + 1 < len(self.norm) else False

    def _gathers(self, i: int) -> bool:
        """تظاهر عشرات الجرحى، وقفة لعشرات المصابين: who gathers at word i was hurt in no act told here."""
        j = i - 1
        while j > self.scope.first and self._is_time(j):
            j -= 1
        word = self.here(j)
        return among(word, _GATHERS) or (self.norm[i][0] == "ل" and begins(word, _ASSEMBLY))
