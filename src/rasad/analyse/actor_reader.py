"""Reads one participant at a word: a name, a role noun with what belongs to it, a body, an adjective of a side."""

from collections.abc import Container, Sequence
from datetime import date
from typing import Final

from rasad.analyse.actor_classes import armed_class, hurt_or_held
from rasad.analyse.actor_extent import Extent
from rasad.analyse.actor_lookup import Lookup
from rasad.analyse.sides_before import ARMED, called, named_by
from rasad.analyse.wordtypes import OPENS_PARTICIPANT
from rasad.lexicon import speakers, wordclass
from rasad.lexicon.actors import Actor, ActorName, Actors, RoleNoun
from rasad.lexicon.clitics import among
from rasad.lexicon.folding import fold
from rasad.lexicon.matcher import Match
from rasad.model.mentions import ActorMention
from rasad.model.vocab import ActorClass
from rasad.model.words import Words
from rasad.text.person_names import is_given, name_end

_QUOTES = frozenset("\"“”«»'‘’")
#: At most so many words belong to one participant; the longest in the hand-coded reports has 14.
_LONGEST = 12
#: A body (مجموعة، حاجز) that belongs to nobody we can name takes no part; an aircraft or troops do at most what the verb
#: right before them says.
UNRESOLVED = "a body of no known side"
#: مصدر في وزارة الصحة: words of a speaker before his adjective.
_SPEAKER_WORDS: Final = 4
#: What kinds of named bodies act in words like a side does (طالب المرصد …).
_BODIES = frozenset({"monitor", "rescue", "official", "medical"})
#: المستوطنات الإسرائيلية, الحدود التركية: where something lies, no side.
_LANDS: Final = wordclass.words("land_noun")
_UNKNOWN_THINGS: Final = wordclass.stems("unknown_thing")
_RANK: Final = wordclass.words("of_the_rank")
_OWNED: Final = ("ها", "هم", "هما", "نا", "ته")
_UNNAMED: Final = wordclass.words("acts_unnamed")
_CIVIL: Final = wordclass.words("civil_body")
_FORMER: Final = wordclass.words("former")
#: Nouns and adjectives of men whose side nobody knows (أشخاص مجهولون، شبان مسلحون).
_HIDDEN: Final = ("مجهول", "ملثم", "مسلح")
_TERRORIST: Final = wordclass.stems("of_militants_stem")
#: قيادة is of an army unless an adjective says that it is of a party; القوى may be parties.
_COMMANDS: Final = frozenset({"قياده"})
_CURRENT: Final = "كهرب"
_POWERS: Final = frozenset({"قوي"})
_OF_POLITICS: Final = wordclass.stems("of_politics_stem")
_OF_A_NATION: Final = wordclass.stems("of_a_nation_stem")
_OTHERS: Final = wordclass.words("others_of_them")
_PLURAL: Final = ("ون", "ين")
_KIN: Final = wordclass.stems("kin_stem")
#: بني، آل: words before the name of a tribe; words that are none.
SONS: Final = wordclass.words("before_a_tribe")
_NO_NAME: Final = wordclass.words("preposition") | wordclass.words("clause_opener") | wordclass.words("adjunct_opener")
_OF_RIGHTS: Final = ["لحقوق", "الانسان"]
#: Adjectives between a body and the word that ties it to its side (الشرطة العسكرية التابعة لـ X).
_ADJECTIVES: Final = 2
_ONE_OF: Final = wordclass.words("one_of_several")
_SHELLS: Final = wordclass.stems("artillery_stem")
_CHIEF: Final = wordclass.words("chief_of_things")
_FORMING: Final = wordclass.words("forming")
_CAME_WITH: Final = wordclass.words("came_with_an_act")
_WITHOUT: Final = wordclass.words("no_person_behind")
_BANDS: Final = wordclass.words("band")
_DOING_AWAY: Final = "القضاء"
_ARMED_WORDS: Final = wordclass.words("armed_men")


class Reader:
    """Reads one participant at a word; holds what every reading needs, nothing else."""

    def __init__(
        self, words: Words, known: Actors, published: date | None, country: str | None, acts: Container[int] = frozenset()
    ) -> None:
        self.words = words
        self.acts = acts
        self.known = known
        self.lookup = Lookup(words, known, published, country)
        self.extent = Extent(self.lookup, acts)
        self.bodies = speakers.load().speakers
        self._of_speakers = self._speakers_words()
        self.last_named: Actor | None = None
        #: by noun of a body, the side last named with it: القيادة after قيادة الجيش is no enemy's, المجلس after مجلس الأمن no
        #: rebels'
        self.called: dict[str, Actor] = {}
        #: nouns of bodies last named with a side that no list knows (مجموعة سامر العلي)
        self.of_nobody: set[str] = set()

    def at(self, i: int, sides: Sequence[Actor]) -> ActorMention | None:
        """The participant that begins at word i; `sides` are the armed ones named last, for "these forces"."""
        if not OPENS_PARTICIPANT[self.words.norm[i]]:
            return None
        if i > 0 and (self.words.norm[i - 1] in _WITHOUT or self._family_name(i)):
            return None  # طائرة دون طيار، حقوق الإنسان، سامر الحاج
        if self.words.norm[i].endswith(_DOING_AWAY) and self.words.norm[i + 1 : i + 2] == ["علي"]:
            return None  # توعد بالقضاء على المتمردين: no courts
        fired = i > 0 and self.words.norm[i - 1].startswith("ب") and self.words.norm[i - 1][1:].startswith(_SHELLS)
        if fired and self.words.surface[i].startswith("ال") and self.acts_alone(i):
            return None  # بقذائف الدبابات: what is fired, not who fires
        ranked = i > 0 and self.words.norm[i - 1] in _RANK  # ضابط برتبة رائد: one person
        ranked = ranked or (i > 1 and self.words.norm[i].startswith("و") and self.words.norm[i - 2] in _RANK)  # مقدم ونقيب
        role = None if ranked or i in self._of_speakers or self._nobody(i) else self.lookup.role(i)
        if role is not None and role[1].group is None and role[1].actor_class == "unknown" and self._said_of_a_thing(i):
            role = None
        named = self.lookup.name(i)
        before = self._called_before(i, named, role, sides)
        if before is not None and role is not None and named is not None:
            self.last_named = before
            why = f"{role[1].lemma}: the side named before"
            return _mention(i, named[0].last, role[0], before.actor_class, before, role[1].group, False, why)
        phrase = None if ranked else self.known.phrases.find(self.words, i)
        reach = max(named[0].last if named is not None else 0, phrase.last if phrase is not None else 0)
        behind = self.lookup.name(i + 1) if role is not None and i + 2 <= reach < self._limit(i) else None
        if behind is not None and behind[0].last > reach:
            named = phrase = None  # عناصر الشرطة الاتحادية
        if phrase is not None and named is not None and phrase.last > named[0].last:
            named = None  # الفصائل المحلية are not الفصائل
        if named is not None and role is not None and named[0].payloads[0].scope == "home" and self._of_another(i, named[0].last):
            named = None  # الشرطة العسكرية التابعة لـ X
        if named is not None:
            match, actor = named
            self.last_named = actor
            if role is not None and not role[1].person:
                self._named_with(role[1], actor)
            last = match.last
            if last < self._limit(i) and self.words.kind[last] == "word" and self.extent.ties(last):
                side = self.extent.name_behind(last + 1, self._limit(i))
                last = side[0].last if side is not None else last  # كتائب الفاروق التابعة للجيش الحر: one side
            if role is not None and role[1].group == "leaders":  # رئيس الوزراء عبد الحميد الدبيبة: one person
                last = self._name_end(last, self._limit(i))
            return _mention(i, last, match.prefix, actor.actor_class, actor, None, False, f"name {match.payloads[0].form}")
        if phrase is not None:
            return self._phrase(i, phrase.prefix, phrase.payloads[0], sides, phrase.last)
        if role is not None:
            return self._phrase(i, *role, sides)
        body = self.bodies.find(self.words, i)
        if body is not None and body.payloads[0].name is not None and body.payloads[0].kind in _BODIES:
            return ActorMention(
                i, body.last, body.prefix, "political", None, body.payloads[0].name, None, None, False, "named body"
            )
        adjective = self.lookup.adjective(i)
        if adjective is not None and i > 0 and not self._land(self.words.norm[i - 1]):
            return _mention(i, i + 1, "", adjective.actor_class, adjective, None, True, "adjective of a side")
        return None

    @staticmethod
    def _land(norm: str) -> bool:
        return among(norm.removeprefix("ال"), _LANDS, "بلو") or norm.lstrip("بلو").removeprefix("ال") in _LANDS

    def _named_with(self, noun: RoleNoun, actor: Actor | None) -> None:
        """Remember whose body a noun was last named with, or that it was nobody's we know (المجلس البلدي)."""
        if actor is None:
            self.called.pop(noun.lemma, None)
            self.of_nobody.add(noun.lemma)
        else:
            self.called[noun.lemma] = actor
            self.of_nobody.discard(noun.lemma)

    def _name_end(self, i: int, limit: int, *, titled: bool = False) -> int:
        """The word behind a person's name at word i; إبراهيم رمضان المجتمع الدولي: a body of two words is no family's name."""
        last = name_end(self.words, i, limit, self.acts, titled=titled)
        named = self.lookup.name(last - 1) if last > i + 1 and self.words.norm[last - 1].startswith("ال") else None
        return last - 1 if named is not None and named[0].last > last else last

    def _of_another(self, i: int, j: int) -> bool:
        """Whether adjectives at most stand between a name that every state's bodies go by and a word that ties it to a side."""
        limit = self._limit(i)
        tie = next((k for k in range(j, min(limit, j + _ADJECTIVES + 1)) if self.extent.ties(k)), None)
        behind = self.words.kind[j:tie] if tie is not None else ("punct",)
        return all(kind == "word" for kind in behind) and tie is not None and self.extent.name_behind(tie + 1, limit) is not None

    def _nobody(self, i: int) -> bool:
        """الطرق الرئيسة: an adjective of things in the plural; وصاحب الهجوم نهب: a verb before an act."""
        norm = self.words.norm
        if norm[i].endswith("تيار") and norm[i + 1 : i + 2] and norm[i + 1].removeprefix("ال").startswith(_CURRENT):
            return True  # التيار الكهربائي
        if norm[i].lstrip("وب") in _FORMING and i + 1 < len(norm):
            body = self.lookup.role(i + 1)
            if body is not None and body[0] == "" and not body[1].person:
                return True  # أعلن تشكيل لجنة
        of_things = norm[i] in _CHIEF and i > 0 and norm[i - 1].removeprefix("ب").startswith("ال")
        return of_things or (norm[i].removeprefix("و") in _CAME_WITH and i + 1 in self.acts)

    def _family_name(self, i: int) -> bool:
        """سامر الحاج، حسن الجندي: a noun of one person with the article behind a given name belongs to the name."""
        if not is_given(self.words, i - 1):
            return False
        stems = [stem for prefix, stem in self.words.analyses[i] if prefix == "ال" and self.known.counts.get(stem) == "one"]
        return any(stem in self.known.roles and self.known.roles[stem].person for stem in stems)

    def _said_of_a_thing(self, i: int) -> bool:
        """اقتيد إلى مكان مجهول، ما زال مصيره مجهولاً: no unknown man."""
        return i > 0 and self.words.norm[i - 1].removeprefix("ال").startswith(_UNKNOWN_THINGS)

    def _called_before(
        self,
        i: int,
        named: tuple[Match[ActorName], Actor] | None,
        role: tuple[str, RoleNoun] | None,
        sides: Sequence[Actor],
    ) -> Actor | None:
        """الفصائل, المليشيات: a word that any side of the country may go by is the one whose name holds it, if one was named."""
        if named is None or role is None or named[0].last > i + 1 or named[0].payloads[0].scope != "home" or role[1].person:
            return None
        return called(role[1], sides)

    def _speakers_words(self) -> frozenset[int]:
        """إعلامية in مصادر إعلامية, فلسطيني in مصدر طبي فلسطيني: words that belong to a speaker, none a person of its own."""
        inside: set[int] = set()
        norm = self.words.norm
        for body in self.bodies.all(self.words):
            if norm[body.first].removeprefix(body.prefix) in _ONE_OF:
                continue  # أحد السكان may speak or act
            behind = body.last < len(norm) and norm[body.last].endswith("ي") and self._like(body.last - 1, body.last)
            last = min(body.last + behind, body.first + 1 + _SPEAKER_WORDS)
            inside.update(range(body.first + 1, last))
        return frozenset(inside)

    def _like(self, i: int, j: int) -> bool:
        """Whether word j may be an adjective of word i: طبي فلسطيني, not الشرطة القيادي."""
        norm = self.words.norm
        return norm[i].startswith("ال") == norm[j].startswith("ال") and not norm[i].endswith("ه")

    def _limit(self, i: int) -> int:
        return min(self.words.sentences[self.words.sentence[i]].last, i + _LONGEST)

    def _phrase(self, i: int, prefix: str, head: RoleNoun, sides: Sequence[Actor], last: int = 0) -> ActorMention:
        """A role noun with the names, nouns and adjectives that belong to it; the class comes from them if it has none."""
        limit = self._limit(i)
        actor, cls, group, last = self._gather(i, head, last)
        if actor is not None:
            self.last_named = actor
        band = actor is None and fold(head.lemma) in _BANDS and "ال" not in prefix
        whose = self._name_end(last, limit) if band and last == i + 1 else last
        if not head.person and (last > i + 1 or band):
            self._named_with(head, actor)
        if whose > last:
            return _mention(i, whose, prefix, "unknown", None, group, False, f"role noun {head.lemma}: of a man")
        if actor is None and self._of_politics(i, last, head):
            return _mention(i, last, prefix, "political", None, group, False, f"role noun {head.lemma}")
        open_class = head.actor_class in (None, "unknown")
        body = head if self._refers_back(i, last, prefix, head) else self._of_body(i + 1, last) if open_class else None
        side = None
        if actor is None and body is not None:
            side = named_by(body, sides)
            own = self.called.get(body.lemma) if side is not None and "ال" in prefix else None
            if body is head and "ال" in prefix and head.lemma in self.of_nobody and fold(head.lemma) in _BANDS:
                side = None  # مجموعة سامر العلي … وسلمت المجموعة سلاحها
            if own is not None and (own.actor_class in ARMED or fold(body.lemma) in _CIVIL):
                side = own
        if side is not None:
            armed = armed_class(self.words, i, last, head, side.actor_class, side)
            return _mention(i, last, prefix, armed, side, group, False, f"{head.lemma}: the side named before")
        if head.actor_class is None and head.person and any(w.removeprefix("ال") in _FORMER for w in self.words.norm[i:last]):
            return _mention(i, last, prefix, "civilians", None, group, False, f"role noun {head.lemma}: no longer of a side")
        # ضابط في قسد, شرطة تابعة لـ X: a soldier or a police of that side.
        other = head.actor_class == "state_forces" and actor is not None and actor.actor_class in ARMED - {"state_forces"}
        if (open_class or other) and actor is not None and actor.actor_class != "unknown":
            armed = armed_class(self.words, i, last, head, actor.actor_class, actor)
            return _mention(i, last, prefix, armed, actor, group, False, f"{head.lemma} of a known side")
        if cls is None and (fold(head.lemma) in _CIVIL or (head.person and self._of_civil_body(i + 1, last))):
            cls = "political"  # وفد، مجلس: of no side that we know, but no armed men either
        if cls is None and not head.person and last < limit and self.words.kind[last] == "number":
            return _mention(i, last + 1, prefix, "unknown", None, group, False, f"role noun {head.lemma}: a numbered unit")
        if cls is None and not head.person:
            armed_men = last < limit and not _ARMED_WORDS.isdisjoint(self.words.stems[last])
            if not armed_men:
                return _mention(i, last, prefix, "unknown", None, group, False, UNRESOLVED)
            last += 1  # خلية إرهابية، مجموعتين مسلحتين: armed men of no known side
        if cls in (None, "unknown") and any(self._called_terrorist(j) for j in range(i, last)):
            cls = "rebel"  # what states and armies call those who fight them
        keep = actor if head.person and actor is not None and head.actor_class == actor.actor_class else None
        cls = armed_class(self.words, i, last, head, cls or ("civilians" if hurt_or_held(head) else "unknown"), actor)
        return _mention(i, last, prefix, cls, keep, group, False, f"role noun {head.lemma}")

    def _gather(self, i: int, head: RoleNoun, last: int) -> tuple[Actor | None, ActorClass | None, str | None, int]:
        """The side, class and group that the words behind a role noun tell, and the word behind them."""
        limit = self._limit(i)
        actor: Actor | None = None
        cls: ActorClass | None = head.actor_class
        group = head.group
        j = last or i + 1
        while j < limit:
            if self.words.norm[j] in _QUOTES:
                j += 1
                continue
            step, actor2, cls2, group2 = self.extent.step(i, j, limit, head)
            former = self.words.norm[j].removeprefix("ال") in _FORMER
            if step == j and (former or (self._another(j) and self.words.norm[j + 1 : j + 2] == ["من"])):
                step = j + 1  # قوة أخرى من الشرطة
            if step == j:
                break
            actor = actor or actor2
            # الأهالي المحتجون، الجنود المحتجون: who protests is told by the adjective.
            protest = "protesters" in (cls2, actor2.actor_class if actor2 is not None else None)
            cls = "protesters" if protest and (cls == "civilians" or head.person) else cls or cls2
            if head.group == "leaders" and cls == "political" and cls2 == "state_forces" and j == i + 1:
                cls = cls2  # مدير أمن عدن، رئيس المخابرات
            hidden = self.words.norm[j].removeprefix("ال").startswith(_HIDDEN)
            if cls == "civilians" and hidden and "unknown" in (cls2, actor2.actor_class if actor2 is not None else None):
                cls = "unknown"  # أشخاص مجهولون، شبان مسلحون
            group = group or group2
            j = step
            if actor2 is not None and not actor2.id.startswith("adj"):
                break
        while j > i + 1 and self.words.norm[j - 1] in _QUOTES:
            j -= 1
        # أغلق عاطلون عن العمل الطريق, محتجون الجسر: an adjective of an indefinite plural has no article.
        article = j < limit and self.words.norm[j].startswith("ال")
        plain = article and self.words.norm[j - 1].endswith("ون") and not self.words.surface[j - 1].startswith(("ال", "وال"))
        last = j if last or plain else self.extent.trailing(j, limit, 2 if actor is None else 1, self.extent.agreeing(i, j, head))
        last += last < limit and self.extent.of_members(last)  # تحالف المحامين السوريين
        several = (
            head.actor_class == "unknown"
            and not self.words.surface[i].startswith(("ال", "وال"))
            and self.words.norm[i].endswith(_PLURAL)
        )
        if last == i + 1 and fold(head.lemma).startswith(_KIN):
            last = self._kin_end(last, limit)
        if not head.person and self.words.norm[last : last + 2] == _OF_RIGHTS:
            last += 2  # اللجنة الوطنية لحقوق الإنسان
        if head.person and last < limit and not several:  # اختطف مسلحون خالد الزبيدي: he is another
            last = self._name_end(last, limit, titled=last == i + 1)
        return actor, cls, group, last

    def _kin_end(self, j: int, limit: int) -> int:
        """قبيلة بلحارث, قبيلتي بني هلال: the word behind the name of a tribe that no list knows, at word j."""
        words = self.words
        name = j + (words.norm[j] in SONS) if j < limit else j
        if name >= limit or words.kind[name] != "word" or name in self.acts:
            return j
        norm = words.norm[name]
        other = norm in _NO_NAME or norm[0] in "وف" or self.lookup.role(name) or self.lookup.name(name) or norm.endswith("ا")
        return j if other else name + 1

    def _of_politics(self, i: int, last: int, head: RoleNoun) -> bool:
        """القوى السياسية, القيادة الروحية, القوى الوطنية: bodies without arms, whoever was named before."""
        if head.person or (head.actor_class is not None and fold(head.lemma) not in _COMMANDS):
            return False
        said = [stem for j in range(i + 1, last) for _, stem in self.words.analyses[j]]
        powers = not _POWERS.isdisjoint(self.words.stems[i])
        return any(stem.startswith(_OF_POLITICS) or (powers and stem.startswith(_OF_A_NATION)) for stem in said)

    def _called_terrorist(self, j: int) -> bool:
        return any(stem.startswith(_TERRORIST) for _, stem in self.words.analyses[j])

    def _of_civil_body(self, first: int, last: int) -> bool:
        """عضو مجلس محافظة: of a council."""
        return any(stem in _CIVIL for j in range(first, last) for _, stem in self.words.analyses[j])

    def _refers_back(self, i: int, last: int, prefix: str, head: RoleNoun) -> bool:
        """القوات، الميليشيا، عناصرها: an armed noun alone with the article or a possessive is the side named before."""
        if head.actor_class not in (None, "political_militia", "rebel", "state_forces") or last - i > 1:
            return False
        if head.actor_class is None and head.person and head.group in (None, "prisoners"):
            return False
        if last < len(self.words.norm) and self.words.kind[last] == "number":
            return False  # اللواء 37: a unit of its own
        norm = self.words.norm[i]
        if head.actor_class in (None, "state_forces") and not head.person and self._another(last):
            return True  # داهمت قوات أخرى: more of those named before
        return (
            "ال" in prefix or prefix.startswith("لل") or (head.actor_class is None and norm.endswith(("ها", "هم", "اته", "ته")))
        )

    def acts_alone(self, i: int) -> bool:
        """الطيران الحربي، دبابات: what acts though no side is named; قواتها is somebody's."""
        roles = (self.known.roles[stem] for _, stem in self.words.analyses[i] if stem in self.known.roles)
        return not self.words.norm[i].endswith(_OWNED) and any(fold(role.lemma) in _UNNAMED for role in roles)

    def _another(self, i: int) -> bool:
        return i < len(self.words.norm) and self.words.norm[i] in _OTHERS

    def _of_body(self, first: int, last: int) -> RoleNoun | None:
        """مقاتلي الحركة: the noun belongs to a body that the article points back to."""
        for j in range(first, last):
            role = self.lookup.role(j)
            if (
                role is not None
                and role[0] in ("ال", "لل")
                and not role[1].person
                and role[1].actor_class in (None, "political_militia", "rebel", "state_forces")
                and j + 1 == last
            ):
                return role[1]
        return None


def _mention(
    first: int, last: int, prefix: str, cls: ActorClass, actor: Actor | None, group: str | None, adjective: bool, why: str
) -> ActorMention:
    return ActorMention(
        first, last, prefix, cls, actor.id if actor else None, actor.name if actor else None,
        actor.name_ar if actor else None, group, adjective, why,
    )  # fmt: skip
