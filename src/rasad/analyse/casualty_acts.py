"""Where a count of people hurt opens: acts of harm and their voice, and whom they count where nobody stands behind them."""

from typing import Final

from rasad.analyse import harm
from rasad.analyse.casualty_subjects import TO_SUBJECT, Subjects
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Act
from rasad.lexicon.clitics import among
from rasad.model.mentions import NumeralMention
from rasad.model.vocab import CasualtyKind

#: Words between a subject and تعرض behind it.
_TO_ITS_VERB = 6
#: Words whose first letter only looks like a proclitic (بعقوبة).
_WHOLE = wordclass.words("no_proclitic")
#: How badly somebody was hurt (إصابة خطيرة للمواطن).
DEGREES = wordclass.words("wound_degree")
#: Words between حاول and what was tried.
_TO_TRIED = 14
#: Verbs and nouns of fear and warning, and words from one to what is feared.
_FEARS: Final = wordclass.words("fears")
_TO_FEARED: Final = 7
#: Words among which the object of a verb of taking is looked for.
_TO_OBJECT = 10

#: Words between a verb and the word that it needs (لقي … حتفهم).
_TO_NEEDED = 13
#: Before a verdict that is carried out (تنفيذ أحكام بإعدام 13).
_DONE = frozenset({"تنفيذ", "نفذ", "نفذت", "ونفذت", "بتنفيذ"})
#: Before the wounds that somebody died of.
DIED_OF = wordclass.stems("of_wounds_stem")
#: What those are who were shot down (أردوه قتيلاً).
_DEAD = frozenset({"قتيلا", "قتلي"})
#: Letters of a verb that is written like its noun (قتل، خطف).
_LIKE_NOUN = 3
#: Words between سقط and those who fell, past where.
_TO_FALLEN = 5
#: A number over ten is followed by a singular in the accusative.
_TEN = 10


class Acts(Subjects):
    """The acts that open a count."""

    # -- what opens a count ---------------------------------------------------------------------------------------

    def _open(self, i: int, last: int, act: Act) -> int:
        """An act at word i: the word to go on with."""
        scope = self.scope
        if (taken := self._these_taken(i, act)) or (taken := self._to_whom(i, last, act)):
            return taken
        if i == self.verb or (scope.act_at == i and not scope.fresh and scope.kind is not None):
            scope.subset = scope.subset and i != self.verb
            return i + 1  # counted already: the people stood before the verb
        if self.norm[i] in scope.needs:
            scope.act_at = i if scope.fresh else scope.act_at
            return i + 1  # لقوا مصرعهم: one act
        act = self._sense(i, last, act)
        if act.needs and not self._needed(i, last, act):
            return i + 1
        if self._undone(i, act):
            return i + 1
        if scope.fresh and scope.frame != "masdar" and act.frame == "masdar" and self._has_article(i) and not act.needs:
            return i + 1  # قُتل في عملية الاغتيال أحد العناصر: the noun only names what is told
        # قُتل وأصيب ثلاثة: both count them; قتلا وأصيب: the first verb has its subject in its ending.
        beside = scope.fresh and scope.act_at == i - 1 and self.norm[i][0] == "و" and not self.norm[i - 1].endswith("ا")
        joined = beside and {scope.kind, act.kind} == {"killed", "injured"}
        also = self._of_both(i, act) if beside and not joined else None
        explicit = "\u064f" in self.words.surface[i][:4]
        scope.open("killed_or_injured" if joined else act.kind, i, act.frame, passive=explicit)
        scope.needs, scope.also = act.needs, also
        if self.norm[i].startswith("لل" if act.frame != "masdar" else "ل") and self._exposed(i):
            return i + 1
        if self.here(i - 1) in harm.BRIDGES and act.frame == "masdar":
            scope.bridge(i)  # طالت الاعتقالات، بحسب المصدر، ثلاثة شبان
        # أودى الكمين بحياة جندي: who stands behind what the verb needs.
        owned = (j for j in range(i + 1, min(last, i + _TO_NEEDED)) if self.norm[j] in act.needs & harm.BEFORE_VICTIM)
        scope.act_at = next(owned, i)
        if self.norm[scope.act_at] in harm.WHOSE:  # راح ضحية القصف طفل، ضحية إطلاق النار شابان
            named = (j for j in range(scope.act_at + 1, min(last, scope.act_at + 3)) if self._has_article(j))
            thing = next((j for j in named if not self._is_subject(j)), scope.act_at)
            scope.act_at = thing
        if act.kind == "detained" and (count := harm.SEIZED_ALONE.get(self.here(i + 1))) and self._pronoun_counts(i, act):
            return self._add(i, i + 2, act.kind, harm.by_form(i, count), None)  # إلقاء القبض عليه
        if (
            act.kind == "injured"
            and not harm.HAPPENS.isdisjoint((self.here(i - 1), self.here(i - 1)[1:]))
            and self._alone(i + 1, last)
        ):
            return self._add(i, i + 1, act.kind, harm.by_form(i, "one"), None)  # وقوع إصابة
        # فأصابه في وجهه: folded like إصابة, told by the letter written
        hit = self.norm[i] in ("فاصابه", "واصابه") and self.words.surface[i].endswith("ه")
        hit = hit and (self.here(i + 1)[:2] == "في" or self.here(i + 1) in harm.WOUNDS)
        wounded = act.pronoun == "ها" and act.kind == "injured" and self.here(i + 1) in harm.WOUNDS
        if hit or ((act.pronoun in ("ه", "هما") or wounded) and self._pronoun_counts(i, act)):
            one = act.pronoun != "هما"
            return self._add(i, i + 1, act.kind, harm.by_form(i, "one" if one else "two"), None)
        if act.pronoun and act.frame in ("agent", "either"):
            scope.close()  # قتلهم الجيش: the object is in the verb, who stands behind did it
            return i + 1
        # أودى هجوم إسرائيلي بحياة طفل: what stands before the word that the verb needs did it
        return max(self._people(i, last, act, explicit=explicit, joined=joined), scope.act_at + 1 if scope.act_at > i else 0)

    def _sense(self, i: int, last: int, act: Act) -> Act:
        """فقدوا حياتهم, not فقدوا أثرهم: what the act at word i is by the words behind it."""
        seconds = next((self.known.seconds[stem] for _, stem in self.words.analyses[i] if stem in self.known.seconds), ())
        return next((second for second in seconds if self._needed(i, last, second)), act)

    def _these_taken(self, i: int, act: Act) -> int:
        """أعدم سبعة أشخاص قبض عليهم، قتل ثلاثة شبان اختطفهم: those just counted were taken too. The word after it, or 0."""
        told = self.found[-1] if self.found else None
        if told is None or told.last != i or act.frame != "agent" or act.kind not in harm.TAKEN or told.kind == act.kind:
            return 0
        end = i + 1 + (self.here(i + 1) == "عليهم")
        dead = self._victim(i - 1)
        if (act.pronoun != "هم" and end == i + 1) or told.subset or (dead is not None and dead[0] == "killed"):
            return 0  # جثامين خمسة شهداء تحتجزهم السلطات
        self.scope.open(act.kind, i, act.frame, passive=True)
        number = NumeralMention(i, end, told.low, told.high, told.best, False, "those told of before")
        return self._add(i, end, act.kind, number, told.group)

    def _to_whom(self, i: int, last: int, act: Act) -> int:
        """تسببت بإصابة خطيرة للمواطن سالم: behind how badly one was hurt stands who, with ل. The word after it, or 0."""
        j = i + 1
        while j < min(last, i + 3) and self.norm[j] in DEGREES:
            j += 1
        who = self._person(j) if act.kind == "injured" and act.frame == "masdar" and j > i + 1 and j < last else None
        if who is None or who.number != "one" or who.prefix[:1] != "ل":
            return 0
        self.scope.open(act.kind, i, "masdar", passive=False)
        return self._add(j, j + 1, act.kind, harm.by_form(j, "one"), who.group)

    def _people(self, i: int, last: int, act: Act, *, explicit: bool, joined: bool) -> int:
        """The people of the act at word i who stand before it, or are named behind it: the word to go on with. `explicit`: it
        is written as a passive; `joined`: it counts the same as the act right before it."""
        scope = self.scope
        taken = act.frame == "agent" and act.kind in harm.TAKEN and self._nobody_taken(i, last)
        if (act.frame in ("victim", "either") or explicit or taken) and not joined:
            self._subject_before(i, last, act, taken=taken)
            if scope.fresh:
                self._told_of(i, act)
            if not scope.fresh or self._died_of_it(i, act):
                return i + 1
        if act.frame in ("masdar", "victim") or explicit:
            return self._named(i + 1, last, scope.kind) or self._by_last_name(i + 1) or i + 1
        if act.frame != "agent" or act.kind == "detained" or self._every(i + 1):
            # اعتُقل خالد العلي: unvocalised, most often passive
            return self._named(i + 1, last, scope.kind) or self._by_last_name(i + 1) or i + 1
        return i + 1

    def _is_noun(self, i: int) -> bool:
        """تمكنوا من قتل واعتقال عدد، من خطف وقتل شاب: a verb's letters behind a particle or joined to a noun are its noun."""
        word = self.norm[i]
        behind = self.here(i - 1) in harm.PREPOSITIONS or (word[0] == "و" and self.here(i - 2) in harm.PREPOSITIONS)
        return behind and len(word.removeprefix("و")) <= _LIKE_NOUN

    def _of_both(self, i: int, act: Act) -> CasualtyKind | None:
        """إصابة وتوقيف خمسة: what the noun right before says of the people of this one."""
        scope = self.scope
        nouns = all(frame == "masdar" or self._is_noun(j) for j, frame in ((i, act.frame), (i - 1, scope.frame)))
        nouns = nouns and not act.pronoun and (scope.frame == "masdar" or act.frame == "masdar")
        return scope.kind if nouns and scope.kind != act.kind else None

    def _alone(self, i: int, last: int) -> bool:
        """Whether nobody is named at word i, whom the noun before it would count."""
        if i >= last or self.norm[i] in harm.BREAKS or self.norm[i] in harm.PREPOSITIONS or self._is_time(i):
            return True
        return self.norm[i] in ("واحده", "وحيده") or (self.norm[i][0] in "بو" and self.norm[i] not in self.known.victims)

    def _undone(self, i: int, act: Act) -> bool:
        """An attempt, a charge, a threat or a denial of harm is no harm; قوة مكافحة الإرهاب قتلت: a verb is told for itself."""
        verb = act.frame != "masdar" and len(self.norm[i].lstrip("وفبل")) > _LIKE_NOUN
        for j in () if verb else (i - 1, i - 2):
            word = self.here(j) if self.here(j) in _WHOLE else self.here(j).lstrip("وفب")
            if word.removeprefix("ال") in harm.UNDONE and self.here(j - 1) not in _DONE:
                return True
        if self._tried(i) or self._feared(i):
            return True
        if self.here(i + 1) in harm.ONLY:
            return False  # لم يصب سوى شخص واحد
        return self.here(i - 1) in harm.NEGATIONS or (self.here(i - 1) == "ان" and self.here(i - 2) in ("دون", "بدون"))

    def _tried(self, i: int) -> bool:
        """حاول مسلحون يستقلون سيارة، أمس، خطف صراف: the bare noun is what the verb before it tried."""
        if self.norm[i][0] in "وفبل" or self.here(i - 1) in harm.PREPOSITIONS:
            return False
        for j in range(i - 1, max(self.scope.first, i - _TO_TRIED) - 1, -1):
            if self.norm[j] in (".", "؛", ":") or self.norm[j] in harm.BRIDGES or self._act(j) is not None:
                return False
            if self.norm[j].lstrip("وف") in harm.TRIES:
                return True
        return False

    def _feared(self, i: int) -> bool:
        """خشيت المنظمة من مقتل آلاف، أبدوا تخوفهم من إعدام 20: the noun of an act that is only feared."""
        before = self.norm[max(self.scope.first, i - _TO_FEARED) : i]
        verb = next((j for j, w in enumerate(before) if among(w, _FEARS, "وف")), len(before))
        return before[-1:] == ["من"] and harm.BREAKS.isdisjoint(before[verb:]) and verb < len(before)

    def _may_be_taken(self, j: int) -> bool:
        """ضبطت القوات أمس ثلاثة متهمين: persons without the article where things could stand as well."""
        who = self._person(j)
        if who is None or who.definite or (who.unknown and j - 1 not in self.numerals):
            return False
        return harm.bare(self.words, j, who.prefix)

    def _exposed(self, i: int) -> bool:
        """تعرض شاب من البلدة للخطف، إن شاباً تعرض للضرب: who was exposed to the act at word i is counted."""
        first = self.scope.first
        verb = next((j for j in range(i - 1, max(first, i - TO_SUBJECT) - 1, -1) if self.norm[j] in harm.EXPOSED), None)
        if verb is None or not harm.BREAKS.isdisjoint(self.norm[verb:i]):
            return False
        before = range(verb - 1, max(first, verb - _TO_ITS_VERB) - 1, -1) if verb == i - 1 else range(verb + 1, verb + 2)
        for j in before:
            who = self._person(j)
            if self.norm[j] in harm.BREAKS or (who is not None and who.doer and j < verb):
                return False  # right behind the verb stands its subject (تعرض جندي للخطف)
            if who is not None and who.number in ("one", "two") and harm.bare(self.words, j, who.prefix):
                self._add(j, j + 1, self.scope.kind or "injured", harm.by_form(j, who.number), who.group)
                return True
        return False

    def _needed(self, i: int, last: int, act: Act) -> bool:
        """A word that the act needs stands within a few words of it (لقي … مصرعه)."""
        if "+" in act.needs and self.here(i - 1) == harm.WHO and self.here(i + 1) in harm.WITH:
            return True  # القيادي سالم العلي الذي قضى مع عدد من مرافقيه
        if act.kind == "killed" and "علي" in act.needs and self.here(i + 1)[:1] == "ب":
            return False  # قضى المرسوم بفرض الرسوم على أبناء المدينة
        if act.pronoun and not _DEAD.isdisjoint(act.needs):
            return True  # فأردوه
        far = _TO_FALLEN if act.kind == "displaced" and act.frame == "victim" else _TO_NEEDED  # فر مئات المدنيين
        for j in range(i + 1, min(last, i + far)):
            if self.norm[j] in act.needs:
                return True
            if j == i + 1 and "*" in act.needs and (self._is_subject(j) or self._of_people(j, last)):
                return True
            fell = "+" in act.needs and (j == i + 1 or self.here(i + 1) in ("في", "فيها", "خلال")) and j <= i + _TO_FALLEN
            if fell and (self._may_be_taken(j) or self._of_people(j, last)):
                return True  # سقط مدني، سقط فيها 30 طالباً
            if any(stem in act.needs for _, stem in self.words.analyses[j]):
                return True
            if "#" in act.needs and self._may_be_taken(j):
                return True
            if "$" in act.needs and self._lost(i, j):
                return True
        return False

    def _lost(self, i: int, j: int) -> bool:
        """خسر الجيش التركي جنديين، خسرت قوات النظام خمسة من مقاتليها: soldiers or fighters at word j whom the side right behind
        the verb at word i lost."""
        who = self._person(j)
        if who is None or not who.doer or self.here(i + 1) in harm.PREPOSITIONS or self._is_time(i + 1):
            return False
        number = next((self.numerals[k] for k in range(j - 1, i, -1) if k in self.numerals), None)
        side = range(i + 1, number.first if number is not None else j)
        counted = number is not None and j - number.last == (self.here(j - 1) == "من")
        # خسرت الميليشيا خلال الهجوم 20 مقاتلاً
        far = bool(side) and counted and self.here(side[-1] - 1) in harm.PREPOSITIONS and self._has_article(side[-1])
        past = side[:-2] if far else side
        plain = all(self.norm[k] not in harm.PREPOSITIONS and self.norm[k] not in harm.BREAKS for k in past)
        told = bool(past) or (not side and self._has_article(i - 1) and self.here(i - 2) not in harm.PREPOSITIONS)  # العدو خسر
        return told and plain and (counted or (number is None and who.number != "many" and not who.definite))

    def _of_people(self, j: int, last: int) -> bool:
        """قضى خمسة من البيشمركة، سقط 30 طالباً: a number of persons at word j."""
        number = self.numerals.get(j)
        if number is None or self.norm[j][0] in "بل":
            return False
        if number.last >= last or self.words.kind[number.last] == "punct":
            return self.words.kind[j] == "word" and self.norm[number.last - 1].endswith("ه")  # قُتل تسعة جنود وفُقد ثلاثة
        k = number.last + (self.norm[number.last] == "من")
        if k >= last:
            return False
        people = k > number.last and number.exact and harm.THINGS.isdisjoint(stem for _, stem in self.words.analyses[k])
        return people or self._is_subject(k) or self._victim(k) is not None

    def _pronoun_counts(self, i: int, act: Act) -> bool:
        """أدى إلى إصابته, جرى اعتقاله, خطفته الأربعاء: one person; not بعد مقتله, which looks back."""
        before, form = self.here(i - 1), self.norm[i]
        if before.startswith(DIED_OF):
            return False  # وفاة شخصين متأثرين بإصابتهما
        if self._counted_one(act.kind):
            return False  # اعتقلت الناشط …، وتم اعتقاله من منزله: he was counted
        verb = form[0] == "ي" or not form.endswith(harm.MASDARS_OF_ONE) or "أصاب" in self.words.surface[i]  # وأصابته
        verb = verb or (before == harm.WHO and act.frame == "either")  # الشهيد سالم العلي الذي قتله مستوطنون
        if act.frame != "masdar" and verb:
            return act.kind != "missing" and before not in harm.NEGATIONS
        if act.kind in harm.TAKEN and not harm.SET_FREE.isdisjoint(w.removeprefix("و") for w in self.norm[self.scope.first : i]):
            return True  # أفرجت الشرطة عن الناشط بعد اعتقاله: he was not counted as free
        return before in (harm.LEADS if form[0] not in "بل" else harm.CAUSES)

    def _nobody_taken(self, i: int, last: int) -> bool:
        """إن شاباً اختطف من منزله: an unvocalised verb of taking, whose object does not follow, has it before."""
        first = i + 1 + (self.here(i + 1) in harm.ALSO) + (self.here(i + 1) == "،")
        if not self._own_verb(i) or not (self.here(first) in harm.PREPOSITIONS or (first < last and self._is_time(first))):
            return False
        for j in range(first, min(last, i + _TO_OBJECT)):
            if self.norm[j] in harm.BREAKS or self.norm[j] in ("يد", "ايدي") or self._act(j) is not None:
                break
            who = self._person(j)
            if j in self.numerals or (who is not None and not who.unknown and harm.bare(self.words, j, who.prefix)):
                return False
        return True

    def _counted_with(self, i: int) -> bool:
        """عشرون ضابطاً وجندياً: two accusative singulars behind a number over ten are counted by it together."""
        if not self.found or self.found[-1].last != i or self.norm[i][0] != "و":
            return False
        low, before = self.found[-1].low, self.norm[i - 1]
        if self.here(i + 1).startswith("واحد"):
            return False  # 26 لبنانياً وفلسطينياً واحداً
        both = self.norm[i].endswith("ا") or self.norm[i] == "و" + before[:-1] + "ه"  # 40 مواطناً ومواطنة
        return low is not None and low > _TEN and before.endswith("ا") and both
