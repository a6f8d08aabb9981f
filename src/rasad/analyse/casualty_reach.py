"""How far an act reaches: which words may stand between it and the people whom it counts."""

from rasad.analyse import harm
from rasad.analyse.casualty_names import TO_NAMED
from rasad.analyse.casualty_numbers import TO_ITEM
from rasad.analyse.casualty_told import Told
from rasad.analyse.people import Person
from rasad.lexicon import gazetteer, placewords, timewords, wordclass
from rasad.lexicon.clitics import among

#: Words between قبض with its subject and those it took.
_TO_SEIZED = 10
#: Words between a verb and its subject when only words of time stand there.
TO_PERSON = 8
#: What belongs to the person named behind it (منزل المحامي).
_OWNED = wordclass.words("owned")
#: What leads to how an act came about (قُتل إثر الاشتباكات شخص).
_MEANS = frozenset({"اثر", "جراء", "نتيجه", "بسبب", "في", "خلال", "اثناء"})
#: Words between a verb and its subject past an aside.
_TO_PAST_ASIDE = 24
#: What stands right before where it was.
_AT = frozenset({"في", "من", "قرب", "بين"})
_SITES = wordclass.words("site_noun")
_SAID = frozenset({"بحسب", "وفق", "حسب", "وفقا", "برصاص", "بقصف"})
_STRUCK = wordclass.words("struck_thing")
#: What begins a clause, whose people are not the verb's.
_CLAUSE = wordclass.words("relative") | wordclass.words("clause_opener") | {"ان", "عندما", "بعدما", "حين"}
#: What opens the place of an act, or how and when it was.
_WHERE = frozenset({"في", "قرب", "عند", "وسط"})
_HOW = frozenset({"ضمن", "خلال", "علي", "اثناء", "عبر", "من"})
#: Words between a verb and an object whose case is written.
_TO_WRITTEN = 16


class Reach(Told):
    """Whether a person stands where an act counts people."""

    def _in_reach(self, i: int) -> bool:
        """Whether word i stands where the act's people stand: behind it, or joined to the last item of its list."""
        scope = self.scope
        if scope.fresh:
            between = range(scope.act_at + 1, i)
            if scope.subset:
                return len(between) <= 3
            if scope.frame == "masdar":
                return len(between) <= 2 and all(self.norm[j] in harm.BEFORE_NOUN or self.norm[j] in harm.QUOTES for j in between)
            return len(between) <= TO_PERSON and all(self._passes(j) for j in between)
        if i - scope.list_end > TO_NAMED:
            return self._added(i)
        since = self.norm[scope.list_end : i]
        listed = "(" in since and ")" not in since  # ثلاثة (سالم، وابنته)
        who = self._person(i)
        own = who is not None and not who.prefix.startswith("و")  # 33 جريحاً، وفق ما أعلن وزير الصحة
        joined = ((self.norm[i][0] == "و" and not own) or self.here(i - 1) == "و") and not listed
        # الطفل …، والطفل حسن …؛ القائد في الفرقة …، وزوجته
        far = self.here(i - 1) == "،" and (self._is_name(i + 1) or self.here(i + 1) in harm.OTHERS)
        far = far or (self.norm[i][0] == "و" and self.norm[i].endswith(harm.THEIRS) and self.found[-1].high == 1)
        # اعتقلوا سالم العلي، وعمره 13 عاماً، …، وفتيين
        two = who is not None and who.number == "two" and self.norm[i].endswith("ين") and not who.definite
        far = far or (two and self.here(i - 1) == "،" and self.found[-1].kind in harm.TAKEN)
        return (joined and i - scope.list_end <= (TO_NAMED if far else TO_ITEM)) or self._added(i)

    def _one_far(self, i: int) -> bool:
        """قُتل في العملية ذاتها، أحد عناصر الفرقة: one of a group behind its verb, with only a circumstance between."""
        scope = self.scope
        near = scope.fresh and not scope.subset and scope.frame != "masdar" and i - scope.act_at <= TO_PERSON
        between = range(scope.act_at + 1, i)
        return (
            near
            and self.here(i - 1) not in harm.PREPOSITIONS
            and not any(self.norm[j] in harm.BREAKS and j < i - 1 for j in between)
            and not any(self._is_subject(j) or j in self.numerals for j in between)
        )

    def _past_means(self, i: int, who: Person) -> bool:
        """قُتل إثر الاشتباكات شخص، أصيب في القصف طفل: an indefinite person past how it came."""
        suffers = self.scope.frame == "victim" or self.scope.passive or self.scope.frame == "either"
        # قُتل في الغارة القيادي في الجماعة سالم العلي
        titled = who.prefix == "ال" and who.number == "one" and not who.national and self._named_near(i)
        if not suffers or not (titled or not (who.prefix or self._nisba(i, who))):
            return False
        return self._behind_means(i)

    def _behind_means(self, i: int) -> bool:
        """وأصيب في القصف أيضاً آخرون: whether word i stands right behind how the act came about."""
        told = i - 1 - (self.here(i - 1) in harm.ALSO)
        return self._has_article(told) and self.here(self.scope.act_at + 1) in _MEANS and self._one_far(i)

    def _past_where(self, i: int, who: Person) -> bool:
        """وأصيب في سلواد مواطنان، قُتل في الهجوم، الذي استهدف حاجزاً، جنديان: an indefinite person behind a verb of what befell
        them and where or how it was, an aside between commas too."""
        scope = self.scope
        first = scope.act_at + 1
        ends = self.norm[scope.word].endswith(("ت", "وا", "ا"))
        suffers = scope.frame == "victim" or scope.passive or (scope.frame != "masdar" and not ends)
        suffers = suffers and scope.fresh and not (scope.subset or scope.count_of)
        opens = self._circumstance(first) or (self.norm[first] in "،," and self.here(i - 1) in "،,")
        if not suffers or not opens or who.prefix or who.number == "dual_or_plural" or i - first > _TO_PAST_ASIDE:
            return False
        marks = [j for j in range(first, i) if self.norm[j] in "،,"]
        if marks and (marks[-1] != i - 1 or (len(marks) > 2 and not all(self._circumstance(j + 1) for j in marks[:-1]))):
            return False
        outside = self.norm[first : marks[0] if marks else i]
        told = any(self._act(j) is not None or self.norm[j] in _CLAUSE for j in range(first, first + len(outside)))
        if len(outside) > TO_PERSON or told or not {".", "؛", ":"}.isdisjoint(self.norm[first:i]):
            return False
        if self.norm[i].endswith(("ان", "ون")) and who.number != "one":
            return True  # their case is written
        singular = who.number == "one" and not self.words.surface[i].endswith(("اً", "ًا")) and not self.norm[i].endswith("ا")
        return (singular or who.number == "many") and (bool(marks) or self._is_place(i))

    def _circumstance(self, i: int) -> bool:
        """Whether a phrase of time, place or manner begins at word i."""
        return self.here(i) in harm.PREPOSITIONS or self.here(i) in _SAID or self._is_time(i)

    def _is_place(self, i: int) -> bool:
        """Whether the words right before word i name where it was: في بلدة بيت فجار، في سلواد، قرب تل أبيض."""
        for k in (1, 2):
            cued = among(self.here(i - k - 1), placewords.load().cues, "ب")
            at = self.here(i - k - 1)  # في سلواد، في مطار بيروت
            known = (at in _AT or among(at, _SITES, "ب")) and " ".join(self.norm[i - k : i]) in gazetteer.load()
            cued = cued or among(self.here(i - k - 1), placewords.load()["rural"], "ب")
            if (cued or known) and not self._is_owned(i - 1) and not self._is_subject(i - 1):
                return True
        return False

    def _object(self, i: int, who: Person) -> bool:
        """اعتقلت القوات ممرضين، اعتقلت دورية الناشط: an indefinite person or a single one behind the doer, with no preposition
        on the way; words of time between commas are (، اليوم الأحد،)."""
        scope = self.scope
        between = range(scope.act_at + 1, i)
        few = who.number in ("one", "two") or harm.count_at(self.words, i, who) == "two"
        # اعتقلت الشرطة الصحفيين سالم العلي وخالد محمد
        named = self._given(i + 1) or self._initials(i + 1)[0] > 1
        single = who.prefix == "ال" and (few or named) and not who.doer
        accusative = scope.frame == "masdar" and not who.prefix and self.norm[i].endswith("ا")  # توقيف الشرطة مواطناً
        if (
            not (scope.frame in ("agent", "either") or accusative)
            or not scope.fresh
            or scope.subset
            or (who.prefix and not single)
        ):
            return False
        if scope.kind == "injured" and any(self._struck(j) for j in between):
            return False  # أصاب القصف منزلاً يؤوي نازحين، أصابت مسيرة حافلة تقل عمالاً
        quotes = [j for j in between if self.norm[j] in harm.QUOTES]
        quoted = range(quotes[0], quotes[-1] + 1) if len(quotes) > 1 else range(0)  # دورية تابعة لـ "هيئة …"
        apart = self._aside(i)  # اغتال مسلحون - كانوا على متن دراجة - مدير الشرطة
        left = [j for j in between if j not in quoted and j not in apart and not self._is_time(j)]
        written = self.words.surface[i].endswith(("اً", "ًا")) and self.here(i - 1)[:1] not in "بل"
        written = written or (who.number == "two" and self.norm[i].endswith("ين") and self.here(i - 1) == "،")
        written = written or (single and who.number == "one" and self.here(i - 1) == "،" and self._given(i + 1))
        named = self._given(i + 1) or (self.here(i + 1) == "في" and self._named_near(i))
        in_place = single and who.number == "one" and named and self._behind_place(i)
        if in_place:
            return True
        initials = who.prefix == "ال" and self.here(i + 1) == "(" and harm.bare(self.words, i, "")
        if scope.frame in ("agent", "either") and (written or initials) and len(between) <= _TO_WRITTEN:
            # أعدم التنظيم في مدينة الرقة، أمس الاثنين، مدنياً: the written accusative tells an object however far.
            return not any(self.norm[j] in (".", "؛") or self._act(j) is not None or j in self.numerals for j in between)
        if len(left) > 5 + 2 * (len(left) < len(between)):
            return False
        marks = sum(self.norm[j] in harm.BREAKS for j in left)
        aside = marks == 2 and len(left) < len(between)
        # اعتقلت قوات الاحتلال، شابين؛ اعتقلت القوات، أمس الأحد، الشابين
        at_last = marks == 1 and (self.here(i - 1) == "،" or self._is_time(i - 1))
        return (marks == 0 or aside or at_last) and all(self.norm[j] not in harm.PREPOSITIONS for j in left)

    def _struck(self, j: int) -> bool:
        """منزلاً، حافلة: a thing that was hit, not who was in it."""
        told = self.words.surface[j].endswith(("اً", "ًا")) and not self._is_time(j)
        return told or (j > self.scope.act_at + 1 and self.norm[j] in _STRUCK)

    def _aside(self, i: int) -> range:
        """The words of the aside that ends right before word i, from its first mark to its last."""
        mark = self.here(i - 1)
        if mark not in ("،", "-", "–"):
            return range(0)
        marks = [j for j in range(self.scope.act_at + 1, i) if self.norm[j] == mark]
        whole = range(marks[0], i) if len(marks) == 2 else range(0)
        told = any(j in self.numerals or self._act(j) is not None for j in whole)
        return range(0) if told else whole

    def _behind_place(self, i: int) -> bool:
        """اعتقلت دورية في مدينة شندي المحامي مجدي عوض، اغتال مسلحون على دراجة نارية العقيد سالم العلي: a titled name behind the
        doer and where or how it was, nobody else's place."""
        at = next((j for j in range(i - 1, self.scope.act_at, -1) if self.norm[j] in _WHERE or self.norm[j] in _HOW), 0)
        between = range(self.scope.act_at + 1, i)
        told = any(self.norm[j] in harm.BREAKS or j in self.numerals or self._act(j) is not None for j in between)
        # الحملة، دراجة نارية: nothing that is another's
        closed = self._has_article(i - 1) or (self.norm[i - 1].endswith("يه") and self.norm[i - 2].endswith("ه"))
        near = 2 <= i - at - 1 <= TO_ITEM and at - self.scope.act_at > (self.scope.act_at == self.scope.word)
        return bool(at) and not told and near and not self._is_owned(i - 1) and (closed or self.norm[at] in _WHERE)

    def _is_owned(self, i: int) -> bool:
        """في محيط منزل المحامي: what stands before is his."""
        return not _OWNED.isdisjoint(stem for _, stem in self.words.analyses[i])

    def _passes(self, j: int) -> bool:
        """Words that may stand between a verb and its subject: of time, commas, كل من."""
        if self.norm[j] == "في" and (self.words.kind[j + 1] == "number" or self._is_time(j + 1)):
            return True
        return (
            self.norm[j] in harm.BEFORE_NOUN
            or self.norm[j] in harm.BA_NOUNS
            or self.norm[j] in "،,()"
            or self._is_time(j)
            or self.norm[j].isdigit()
            or (timewords.load().words["direction"].find(self.words, j) is not None)
        )

    def _seized(self, i: int) -> bool:
        """القبض على إعلاميين، قبضت القوات أمس على عضو في التنظيم: the preposition belongs to the act."""
        scope = self.scope
        own = "علي" in scope.needs
        return self.here(i - 1) == "علي" and own and scope.fresh and i - scope.act_at <= _TO_SEIZED
