"""Reads one participant at a word: a name, a role noun with what belongs to it, a body, an adjective of a side."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from typing import Final

from rasad.analyse.actor_classes import armed_class, hurt_or_held
from rasad.analyse.person_names import is_given, name_end
from rasad.analyse.sides_before import ARMED, called, named_by
from rasad.lexicon import speakers, wordclass
from rasad.lexicon.actors import Actor, ActorName, Actors, RoleNoun
from rasad.lexicon.folding import fold
from rasad.lexicon.matcher import Match
from rasad.model.mentions import ActorMention
from rasad.model.vocab import ActorClass
from rasad.model.words import Words

_QUOTES = frozenset("\"“”«»'‘’")
#: Words that tie a role noun to the side it belongs to (عناصر تابعون لـ X, قيادي في X).
_TIES: Final = wordclass.words("tie_to_side")
_BELONGING: Final = wordclass.stems("belonging_stem")
#: Adjectives that may stand between a noun and the word that ties it to its side.
_ADJECTIVES: Final = 2
#: Words of a body's own name before what ties it to its side.
_NAME_WORDS = 3
_ENDS: Final = wordclass.words("preposition") | wordclass.words("clause_opener")
_PART_OF: Final = wordclass.words("part_of_a_force")
#: At most so many words belong to one participant; the longest in the hand-coded reports has 14.
_LONGEST = 12
#: A body (مجموعة، حاجز) that belongs to nobody we can name takes no part; an aircraft or troops do at most what the verb
#: right before them says.
UNRESOLVED = "a body of no known side"
#: مصدر في وزارة الصحة: words of a speaker before his adjective.
_SPEAKER_WORDS: Final = 4
#: What kinds of named bodies act in words like a side does (طالب المرصد …).
_BODIES = frozenset({"monitor", "rescue", "official", "medical"})
#: Proclitics that begin another participant (و) rather than carry this one on.
_JOINS = ("و", "ف")
#: المستوطنات الإسرائيلية, الحدود التركية: where something lies, no side.
_LANDS: Final = wordclass.words("land_noun")
_FARMS: Final = "مزارع"
_RANK_ADJECTIVES: Final = wordclass.words("rank_adjective")
_RANK: Final = wordclass.words("of_the_rank")
_OWNED: Final = ("ها", "هم", "هما", "نا", "ته")
_UNNAMED: Final = wordclass.words("acts_unnamed")
_PLURAL: Final = ("ين", "ون")
_PLURAL_ADJECTIVES: Final = wordclass.words("plural_adjective")
_KIN: Final = wordclass.stems("kin_stem")
_CIVIL: Final = wordclass.words("civil_body")
_GUESSES: Final = wordclass.words("guess")
_FORMER: Final = wordclass.words("former")
_OTHERS: Final = wordclass.words("others_of_them")
_ARMED_WORDS: Final = wordclass.words("armed_men")
_NO_ADJECTIVE: Final = wordclass.words("no_adjective")


class Reader:
    """Reads one participant at a word; holds what every reading needs, nothing else."""

    def __init__(
        self, words: Words, known: Actors, published: date | None, country: str | None, acts: Container[int] = frozenset()
    ) -> None:
        self.words = words
        self.acts = acts
        self.known = known
        self.published = published
        self.country = country
        self.bodies = speakers.load().speakers
        self.last_named: Actor | None = None

    def at(self, i: int, sides: Sequence[Actor]) -> ActorMention | None:
        """The participant that begins at word i; `sides` are the armed ones named last, for "these forces"."""
        ranked = i > 0 and self.words.norm[i - 1] in _RANK  # ضابط برتبة رائد: one person
        role = None if ranked or self._tail_of_speaker(i) else self.role(i)
        named = self.name(i)
        before = self._called_before(i, named, role, sides)
        if before is not None and role is not None and named is not None:
            self.last_named = before
            return _mention(
                i,
                named[0].last,
                role[0],
                before.actor_class,
                before,
                role[1].group,
                False,
                f"{role[1].lemma}: the side named before",
            )
        if named is not None:
            match, actor = named
            self.last_named = actor
            last = match.last
            return _mention(i, last, match.prefix, actor.actor_class, actor, None, False, f"name {match.payloads[0].form}")
        phrase = None if ranked else self.known.phrases.find(self.words, i)
        if phrase is not None:
            return self._phrase(i, phrase.prefix, phrase.payloads[0], sides, phrase.last)
        if role is not None:
            return self._phrase(i, *role, sides)
        body = self.bodies.find(self.words, i)
        if body is not None and body.payloads[0].name is not None and body.payloads[0].kind in _BODIES:
            return ActorMention(
                i, body.last, body.prefix, "political", None, body.payloads[0].name, None, None, False, "named body"
            )
        adjective = self.adjective(i)
        if adjective is not None and i > 0 and self.words.norm[i - 1].lstrip("بلو").removeprefix("ال") not in _LANDS:
            return _mention(i, i + 1, "", adjective.actor_class, adjective, None, True, "adjective of a side")
        return None

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

    def _tail_of_speaker(self, i: int) -> bool:
        """إعلامية in مصادر إعلامية, فلسطيني in مصدر طبي فلسطيني: an adjective of a speaker, not a person."""
        for first in range(i - 1, max(-1, i - 1 - _SPEAKER_WORDS), -1):
            before = self.bodies.find(self.words, first)
            if before is not None and (before.last > i or (before.last == i and self.words.norm[i].endswith("ي"))):
                return True
        return False

    def name(self, i: int) -> tuple[Match[ActorName], Actor] | None:
        """The known name at word i that fits the day and the country of the report."""
        match = self.known.names.find(self.words, i)
        if match is None:
            return None
        nisba = match.last == i + 1 and i > 0 and self.words.norm[i].startswith("ال") and self.words.norm[i].endswith("ي")
        if nisba and (is_given(self.words, i - 1) or self.words.norm[i - 1] == "الدين"):
            return None  # بدر الدين الحوثي: a person's name
        fitting = [n for n in match.payloads if self._fits(n)]
        if not fitting:
            return None
        best = max(fitting, key=lambda n: (n.actor.country == self.country, self._dated(n), n.scope == "home"))
        return match, best.actor

    def _fits(self, name: ActorName) -> bool:
        if name.scope == "home" and name.actor.country != (self.country or "SY"):
            return False
        if self.published is None:
            return True
        start, end = name.start or name.actor.start, name.end or name.actor.end
        return not ((start and self.published < start) or (end and self.published > end and (self.published - end).days > 3))

    def _dated(self, name: ActorName) -> bool:
        """Without a day the newest reading would be a guess: prefer what is open at the start (the older side)."""
        return name.start is None if self.published is None else True

    def role(self, i: int) -> tuple[str, RoleNoun] | None:
        """The role noun at word i with its proclitics."""
        for prefix, stem in self.words.analyses[i]:
            role = self.known.roles.get(stem)
            if role is not None and (
                ("آ" in self.words.surface[i] and stem not in self.known.madda) or self._of_land(i, stem)
            ):
                continue
            if role is not None and len(stem) > 2 and (stem in self.known.written or not self.words.surface[i].endswith("ة")):
                return prefix, role
        return None

    def _of_land(self, i: int, stem: str) -> bool:
        """المزارع المحيطة, مزارعها: farms, no farmer."""
        behind = self.words.norm[i + 1 : i + 2]
        return stem.startswith(_FARMS) and (stem.endswith("ها") or any(w.startswith("ال") and w.endswith("ه") for w in behind))

    def adjective(self, i: int) -> Actor | None:
        for prefix, stem in self.words.analyses[i]:
            if prefix in ("", "ال", "وال", "و"):
                names = [n for n in self.known.adjectives.get(stem, ()) if self._fits(n)]
                if names:
                    return names[0].actor
        return None

    def _limit(self, i: int) -> int:
        return min(self.words.sentences[self.words.sentence[i]].last, i + _LONGEST)

    def _phrase(self, i: int, prefix: str, head: RoleNoun, sides: Sequence[Actor], last: int = 0) -> ActorMention:
        """A role noun with the names, nouns and adjectives that belong to it; the class comes from them if it has none."""
        limit = self._limit(i)
        actor: Actor | None = None
        cls: ActorClass | None = head.actor_class
        group = head.group
        j = last or i + 1
        while j < limit:
            if self.words.norm[j] in _QUOTES:
                j += 1
                continue
            step, actor2, cls2, group2 = self._step(i, j, limit, head)
            if step == j and self.words.norm[j].removeprefix("ال") in _FORMER:
                step = j + 1
            if step == j:
                break
            actor = actor or actor2
            # الأهالي المحتجون، الجنود المحتجون: who protests is told by the adjective.
            protest = "protesters" in (cls2, actor2.actor_class if actor2 is not None else None)
            cls = "protesters" if protest and (cls == "civilians" or head.person) else cls or cls2
            group = group or group2
            j = step
            if actor2 is not None and not actor2.id.startswith("adj"):
                break
        while j > i + 1 and self.words.norm[j - 1] in _QUOTES:
            j -= 1
        # أغلق عاطلون عن العمل الطريق, محتجون الجسر: an adjective of an indefinite plural has no article.
        article = j < limit and self.words.norm[j].startswith("ال")
        plain = article and self.words.norm[j - 1].endswith("ون") and not self.words.surface[j - 1].startswith(("ال", "وال"))
        last = j if last or plain else self._trailing(j, limit, 2 if actor is None else 1, self._agreeing(i, j, head))
        if head.person and last < limit:
            last = name_end(self.words, last, limit, self.acts, titled=last == i + 1)
        if actor is not None:
            self.last_named = actor
        open_class = head.actor_class in (None, "unknown")
        body = head if self._refers_back(i, last, prefix, head) else self._of_body(i + 1, last) if open_class else None
        side = named_by(body, sides) if actor is None and body is not None else None
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
            armed_men = last < limit and any(stem in _ARMED_WORDS for _, stem in self.words.analyses[last])
            if not armed_men:
                return _mention(i, last, prefix, "unknown", None, group, False, UNRESOLVED)
            last += 1  # خلية إرهابية، مجموعتين مسلحتين: armed men of no known side
        keep = actor if head.person and actor is not None and head.actor_class == actor.actor_class else None
        cls = armed_class(self.words, i, last, head, cls or ("civilians" if hurt_or_held(head) else "unknown"), actor)
        return _mention(i, last, prefix, cls, keep, group, False, f"role noun {head.lemma}")

    def _of_civil_body(self, first: int, last: int) -> bool:
        """عضو مجلس محافظة: of a council."""
        return any(stem in _CIVIL for j in range(first, last) for _, stem in self.words.analyses[j])

    def _refers_back(self, i: int, last: int, prefix: str, head: RoleNoun) -> bool:
        """القوات، الميليشيا، عناصرها: an armed noun alone with the article or a possessive is the side named before."""
        if head.actor_class not in (None, "political_militia", "rebel", "state_forces") or last - i > 1:
            return False
        if head.actor_class is None and head.person and head.group in (None, "prisoners"):
            return False
        if last < len(self.words) and self.words.kind[last] == "number":
            return False  # اللواء 37: a unit of its own
        norm = self.words.norm[i]
        if head.actor_class in (None, "state_forces") and not head.person and self._another(last):
            return True  # داهمت قوات أخرى: more of those named before
        return (
            "ال" in prefix or prefix.startswith("لل") or (head.actor_class is None and norm.endswith(("ها", "هم", "اته", "ته")))
        )

    def acts_alone(self, i: int) -> bool:
        """الطيران الحربي، دبابات: what acts though no side is named; قواتها is somebody's."""
        return not self.words.norm[i].endswith(_OWNED) and any(
            stem in self.known.roles and fold(self.known.roles[stem].lemma) in _UNNAMED for _, stem in self.words.analyses[i]
        )

    def _another(self, i: int) -> bool:
        return i < len(self.words) and self.words.norm[i] in _OTHERS

    def _of_body(self, first: int, last: int) -> RoleNoun | None:
        """مقاتلي الحركة: the noun belongs to a body that the article points back to."""
        for j in range(first, last):
            role = self.role(j)
            if (
                role is not None
                and role[0] in ("ال", "لل")
                and not role[1].person
                and role[1].actor_class in (None, "political_militia", "rebel", "state_forces")
                and j + 1 == last
            ):
                return role[1]
        return None

    def _step(self, i: int, j: int, limit: int, head: RoleNoun) -> tuple[int, Actor | None, ActorClass | None, str | None]:
        """How far word j carries the participant on, and what it adds; (j, …) when it does not."""
        words = self.words
        if words.kind[j] == "punct":
            return j, None, None, None
        if self._ties(j):
            named = self._name_behind(j + 1, limit)
            verb = words.norm[j][0] in "يت" and not words.norm[j].startswith("تاب")
            return (named[0].last, named[1], None, None) if named else (j + (not verb), None, None, None)
        if words.norm[j] in _TIES and j + 1 < limit:
            named = self._name_behind(j + 1, limit)
            if named:
                return named[0].last, named[1], None, None
            role = self.role(j + 1) if words.norm[j] in ("من", "عن") else None
            if role:
                return j + 2, None, role[1].actor_class, role[1].group
            named = self.name(j + 2) if words.norm[j] == "من" and j + 2 < limit and words.norm[j + 1] in _PART_OF else None
            return (named[0].last, named[1], None, None) if named else (j, None, None, None)  # قوات من سلاح البحرية المصرية
        named = self.name(j)
        closed = j > i + 1 and words.surface[j - 1].startswith("ال") and not words.surface[j].startswith("ال")
        defined = not head.person and j == i + 1 and words.surface[i].startswith(("ال", "وال"))
        if named and defined and not named[0].prefix and words.surface[j].startswith("ال") and named[0].last > j + 1:
            return j, None, None, None  # حملت الوزارة الحكومة الإسرائيلية
        if named and closed and named[0].last > j + 1:
            return j, None, None, None  # لجان المقاومة قوات الدعم السريع: the article has closed the construct
        if named and not named[0].prefix.startswith(_JOINS):
            return named[0].last, named[1], None, None
        adjective = self.adjective(j)
        if adjective is not None and not words.norm[j].startswith("و"):
            return j + 1, adjective, None, None
        role = self.role(j)
        definite = words.surface[i].startswith(("ال", "بال", "وال", "لل", "فال", "كال"))
        if role and role[0] == "" and definite and j == i + 1 and not words.surface[j].startswith("ال"):
            return j, None, None, None  # خطف التنظيم راعيين: no annexation to a noun without the article
        if role and not definite and j == i + 1 and self._not_annexed(i, j, head, role[1]):
            return j, None, None, None
        shut = j > i + 1 and words.surface[j - 1].startswith("ال") and not definite
        if role and role[0] == "ال" and definite and not role[1].person and words.surface[i].startswith(("ال", "وال")):
            return j, None, None, None  # حملت الوزارة الحكومة المسؤولية: no two bodies with the article
        if role and role[0] == "ال" and shut:
            people = role[1].actor_class == "civilians" if head.person else role[1].person and words.norm[j].endswith(_PLURAL)
            if people:
                return j, None, None, None  # دعت لجان المقاومة المهنيين، دعا رئيس البلدية الأهالي: the article closed it
        if role and (role[0] in ("", "ال") or (role[0] == "لل" and not head.person and head.actor_class is None)):
            return j + 1, None, role[1].actor_class, role[1].group
        if role and role[0] == "و" and head.actor_class == "political" == role[1].actor_class:
            return j + 1, None, None, None
        if head.person and words.norm[j] in _GUESSES:
            # مسلحون يعتقد أنهم من X, يشتبه بانتمائهم لـ X: the guess names the side (CODEBOOK 10)
            tie = next((k for k in range(j + 1, min(limit, j + 1 + _ADJECTIVES)) if self._leads_on(k, limit)), j)
            if tie > j:
                return tie, None, None, None
        if not head.person or head.actor_class is None:
            # عناصر أمنية تابعة لـ X, قوة مشاة إسرائيلية: adjectives between the noun and what ties it to its side.
            tie = next((k for k in range(j + 1, min(limit, j + 1 + _ADJECTIVES)) if self._leads_on(k, limit)), j)
            if all(words.kind[k] == "word" and self._agrees(k) and k not in self.acts for k in range(j, tie)):
                return tie, None, None, None
            tie = next((k for k in range(j + 1, min(limit, j + 1 + _NAME_WORDS)) if self._ties(k)), j)
            if tie > j and all(words.kind[k] == "word" and words.norm[k] not in _ENDS for k in range(j, tie)):
                return tie, None, None, None  # عناصر حاجز كوكب التابع للجيش, كتيبة عمرو بن العاص التابعة لـ X
        return j, None, None, None

    def _leads_on(self, k: int, limit: int) -> bool:
        """Whether word k is or begins what says whose the participant is: تابعة, an adjective of a side, في with a name."""
        behind = self.words.norm[k] in _TIES and k + 1 < limit and self._name_behind(k + 1, limit) is not None
        if behind or self._ties(k) or self.adjective(k) is not None:
            return True
        if self.words.norm[k] == "ل":
            return self._name_behind(k, limit) is not None
        named = self.name(k) if self.words.norm[k].startswith("ل") else None
        return named is not None and named[0].prefix == "ل"  # قوة ثالثة للاحتلال

    def _ties(self, j: int) -> bool:
        """تابعة، المنتمون: a word that ties what stands before it to a side."""
        return self.words.norm[j].removeprefix("ال").startswith(_BELONGING)

    def _agrees(self, j: int) -> bool:
        """Whether word j may be an adjective: feminine, a nisba or a sound plural, without a preposition."""
        norm = self.words.norm[j]
        plain = norm.endswith(("ه", "ي", "ين", "ون")) and norm[0] not in "بلوف" and norm not in _TIES
        return plain or norm in _RANK_ADJECTIVES

    def _name_behind(self, j: int, limit: int) -> tuple[Match[ActorName], Actor] | None:
        """The name at word j, a detached ل and opening marks passed over (التابعة لـ "…")."""
        while j < limit and (self.words.norm[j] in _QUOTES or self.words.norm[j] == "ل"):
            j += 1
        return self.name(j) if j < limit else None

    def _not_annexed(self, i: int, j: int, head: RoleNoun, next_one: RoleNoun) -> bool:
        """خطف مسلحون الطبيب، اعتقلت دورية الناشط: a plural that keeps its ن, or armed men before a civilian."""
        if self.words.norm[i].endswith(("ون", "ين")):
            return True
        if not self.words.surface[j].startswith("ال") or head.person or next_one.actor_class != "civilians":
            return False
        return head.actor_class in (None, *ARMED) and next_one.person

    def _agreeing(self, i: int, j: int, head: RoleNoun) -> Callable[[str], bool]:
        """Which definite words behind a noun may be its adjectives: persons have plural ones (أشعل الشبان الإطارات، فتح الجنود
        الطريق), a body has no plural of persons (دعت لجان المقاومة المهنيين)."""
        if not self.words.norm[j - 1].removeprefix("ل").startswith(("ال", "ل")):
            return lambda norm: True  # وجهاء المنطقة: a complement, whatever its form
        if not head.person:
            kin = fold(head.lemma).startswith(_KIN)
            return lambda norm: kin or not norm.endswith(_PLURAL)
        if j > i + 1:
            return lambda norm: True
        many = any(self.known.counts.get(stem) == "many" for _, stem in self.words.analyses[i])
        if many:
            return lambda norm: norm.endswith((*_PLURAL, "يه")) or norm in _PLURAL_ADJECTIVES
        return lambda norm: not norm.endswith("ات")

    def _trailing(self, j: int, limit: int, most: int, agrees: Callable[[str], bool]) -> int:
        """Adjectives after the noun: definite words and nisbas that may be its own by their form, at most `most`."""
        words = self.words
        taken = 0
        while j < limit and taken < most and words.kind[j] == "word":
            norm = words.norm[j]
            if not ((norm.startswith("ال") and len(norm) > 4) or norm.endswith(("يين", "يون", "ييه"))):
                break
            if norm in _NO_ADJECTIVE or self.name(j) or self.role(j) or not agrees(norm):
                break
            j += 1
            taken += 1
        return j


def _mention(
    first: int, last: int, prefix: str, cls: ActorClass, actor: Actor | None, group: str | None, adjective: bool, why: str
) -> ActorMention:
    return ActorMention(
        first, last, prefix, cls, actor.id if actor else None, actor.name if actor else None,
        actor.name_ar if actor else None, group, adjective, why,
    )  # fmt: skip
