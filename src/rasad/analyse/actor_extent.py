"""How far a participant's words go behind his noun: what ties him to a side, further nouns, adjectives."""

from collections.abc import Callable, Container
from typing import Final

from rasad.analyse.actor_lookup import Lookup
from rasad.analyse.sides_before import ARMED
from rasad.analyse.wordtypes import TIME_KINDS
from rasad.lexicon import casualties, wordclass
from rasad.lexicon.actors import Actor, ActorName, RoleNoun
from rasad.lexicon.clitics import among
from rasad.lexicon.folding import fold
from rasad.lexicon.kin import KIN, OWN_KIN
from rasad.lexicon.matcher import Match
from rasad.model.vocab import ActorClass

#: The word behind what was read, and the side, class and group it adds.
Step = tuple[int, Actor | None, ActorClass | None, str | None]
_QUOTES = frozenset("\"“”«»'‘’")
#: Words that tie a role noun to the side it belongs to (عناصر تابعون لـ X, قيادي في X).
_TIES: Final = wordclass.words("tie_to_side")
_BELONGING: Final = wordclass.stems("belonging_stem")
#: Adjectives that may stand between a noun and the word that ties it to its side.
_ADJECTIVES: Final = 2
#: Words of a body's own name before what ties it to its side.
_NAME_WORDS = 3
_ENDS: Final = wordclass.words("preposition") | wordclass.words("clause_opener")
#: عموم: between a notable and those he is the head of.
_WHOLE: Final = wordclass.words("whole_of")
_PART_OF: Final = wordclass.words("part_of_a_force")
#: Proclitics that begin another participant (و) rather than carry this one on.
_JOINS = ("و", "ف")
_WITH_ARTICLE: Final = ("ال", "وال", "لل", "بال")
_RANK_ADJECTIVES: Final = wordclass.words("rank_adjective")
_PLURAL: Final = ("ين", "ون")
#: Endings of adjectives, and adjectives that end otherwise (السابق، المختص).
_FORMS: Final = ("ي", "ه", "ين", "ون", "ا")
_NISBA: Final = ("ي", "يه", "ين", "ون")
_NO_ENDING: Final = wordclass.words("adjective_of_a_body") | wordclass.words("rank_adjective")
_PLURAL_ADJECTIVES: Final = wordclass.words("plural_adjective")
_KIN: Final = wordclass.stems("kin_stem")
#: أهالي، سكان: plurals that count nobody.
_PEOPLE: Final = wordclass.words("people_plural")
_GUESSES: Final = wordclass.words("guess")
_NO_ADJECTIVE: Final = wordclass.words("no_adjective")


#: Adjectives of men whose side nobody knows.
_HIDDEN: Final = wordclass.stems("hidden_man_stem")
_THINGS: Final = wordclass.words("struck_thing")
#: أغلقت القوات المنطقة: places with the article, which are no adjectives of who does something to them.
_PLACES: Final = wordclass.words("the_place") | {f"ال{thing}" for thing in _THINGS}
_FAMILY: Final = "آل"
#: آل عبد الرحمن, آل ضيف الله: names of two words.
_NAME_OF_TWO: Final = frozenset({"عبد", "ابو", "ابي", "بن"})
_OF_GOD: Final = "الله"
#: Possessives, and the doubled vowel of an indefinite noun.
_OWNED: Final = ("ه", "ها", "هم", "هن", "هما")
_TANWIN: Final = "ٍ"
#: A verb that takes من, and words from it to the head of its subject.
_MANAGED: Final = "تمكن"
_MANAGED_WITHIN: Final = 3
_ASSOCIATIONS: Final = wordclass.words("association")
_WANTED: Final = "مطلوب"
_FROM_FAMILY: Final = frozenset({"ال", "من"})


class Extent:
    """Reads on from one word to the next in one report. `acts`: words that tell of an act or a place."""

    def __init__(self, lookup: Lookup, acts: Container[int]) -> None:
        self.words = lookup.words
        self.name, self.role, self.adjective, self.counts = lookup.name, lookup.role, lookup.adjective, lookup.known.counts
        self.acts = acts
        self.phrase: Callable[[int], object] = lambda j: lookup.known.phrases.find(lookup.words, j)
        self.nationals = casualties.load().nationals

    def step(self, i: int, j: int, limit: int, head: RoleNoun) -> Step:
        """How far word j carries the participant on, and what it adds; (j, …) when it does not."""
        words = self.words
        if words.kind[j] == "punct":
            return j, None, None, None
        if words.norm[j] in _FROM_FAMILY and j + 2 < limit:
            # مسلحون من آل جابر, عائلة آل سالم
            family = j if words.surface[j] == _FAMILY else j + 1
            if words.surface[family] == _FAMILY:
                whole = words.norm[family + 1] in _NAME_OF_TWO or (family + 2 < limit and words.norm[family + 2] == _OF_GOD)
                return min(limit, family + 2 + whole), None, None, None
        before = words.norm[max(0, i - _MANAGED_WITHIN) : i] if words.norm[j] == "من" else []
        if any(w.lstrip("وفي").startswith(_MANAGED) for w in before):
            return j, None, None, None  # تمكنت عناصر التنظيم من أسر جنود: what they managed to do
        if self.ties(j) or (words.norm[j] in _TIES and j + 1 < limit):
            return self._tied(j, limit, head)
        if words.norm[j] in _WHOLE and j + 1 < limit:
            further = self.step(i, j + 1, limit, head)  # ناظر عموم قبائل البجا
            return further if further[0] > j + 1 else (j, None, None, None)
        if j == i + 1 and head.person and words.norm[j] in OWN_KIN and words.norm[i].lstrip("وف") not in KIN:
            return j, None, None, None  # طعن شاب والدته: somebody else
        if j == i + 1 and self._shut(i, j, head):
            return self._tied_further(j, limit, head)
        named = self._named(i, j, head)
        return named or self._role_on(i, j, head) or self._tied_further(j, limit, head)

    def _shut(self, i: int, j: int, head: RoleNoun) -> bool:
        """دعا وجهاؤها القوات الأمنية, هاجم أهالٍ المدرعات: a possessive or a tanwin has closed the noun."""
        surface = self.words.surface[i]
        if not head.person or surface.startswith(_WITH_ARTICLE):
            return False
        owned = surface.endswith(_OWNED) and (surface[-1] != "ه" or not fold(head.lemma).endswith("ه"))
        return owned or (surface.endswith(_TANWIN) and self.words.surface[j].startswith("ال"))

    def _tied(self, j: int, limit: int, head: RoleNoun) -> Step:
        """تابعة لـ X, من X, في X: a word that ties the participant to its side, and the side."""
        words = self.words
        if self.ties(j):
            named = self.name_behind(j + 1, limit)
            verb = words.norm[j][0] in "يت" and not words.norm[j].startswith("تاب")
            return (named[0].last, named[1], None, None) if named else (j + (not verb), None, None, None)
        named = self.name_behind(j + 1, limit)
        if named and words.norm[j] == "في" and named[0].first in self.acts:
            return j, None, None, None  # ممثلين عن الفصائل في أنقرة: where they met, no government's
        if named:
            return named[0].last, named[1], None, None
        for_them = words.norm[j] == "عن" and head.group == "leaders"  # ممثلون عن الأهالي, not أفرج مسلحون عن ضابط
        role = self.role(j + 1) if words.norm[j] in ("من", "باسم") or for_them else None
        if role:
            return j + 2, None, role[1].actor_class, role[1].group
        party = self.role(j + 1) if words.norm[j] == "في" else None
        if party and not party[1].person and party[0] in ("", "ال") and party[1].actor_class == "political":
            return j + 2, None, "political", None  # القيادي في حزب “…”
        named = self.name(j + 2) if words.norm[j] == "من" and j + 2 < limit and words.norm[j + 1] in _PART_OF else None
        return (named[0].last, named[1], None, None) if named else (j, None, None, None)  # قوات من سلاح البحرية المصرية

    def _named(self, i: int, j: int, head: RoleNoun) -> Step | None:
        """A known name or the adjective of a side at word j; None where neither stands there."""
        words = self.words
        if words.norm[j - 1].removeprefix("ال").startswith(_WANTED):
            return j, None, None, None  # مسلحون مطلوبون للأمن
        named = self.name(j)
        closed = j > i + 1 and words.surface[j - 1].startswith("ال") and not words.surface[j].startswith("ال")
        defined = not head.person and j == i + 1 and words.surface[i].startswith(("ال", "وال"))
        if named and defined and not named[0].prefix and words.surface[j].startswith("ال") and named[0].last > j + 1:
            return j, None, None, None  # حملت الوزارة الحكومة الإسرائيلية
        if defined and words.surface[j].startswith("ال") and words.norm[j].endswith(_PLURAL):
            return j, None, None, None  # اتهمت الحكومة الحوثيين: persons in the plural are no adjective of a body
        noun = self._body(j) or (words.surface[j].startswith("ال") and not words.norm[j].endswith(_NISBA))
        if named and defined and not named[0].prefix and (named[0].last > j + 1 or noun):
            return j, None, None, None  # اتهم المجلس حركة فتح، حملت الحركة الحكومة: no two bodies are one
        plural = words.norm[i].endswith("ون") and not words.surface[i].startswith(_WITH_ARTICLE)
        if named and head.person and j == i + 1 and plural:
            return j, None, None, None  # هدد ملثمون حركة X: a plural that keeps its ن
        if named and j == i + 1 and self._body(j) and self._nominative(i):
            return j, None, None, None  # اتهم المتمردون الحكومة
        unit = self.role(j) if named and head.actor_class == "civilians" and j == i + 1 else None
        if unit is not None and self._one_before_a_unit(i, unit[1]):
            return j, None, None, None  # اعترض مواطن دورية لليونيفيل
        if named and head.person and j == i + 1 and self._no_construct(i, j):
            return j, None, None, None  # لحقوق الإنسان وزارة الداخلية: the article has closed it
        if named and not head.person and head.lemma.endswith("ي") and " " in head.lemma and j > i + 1:
            return j, None, None, None  # اتهم مركز حقوقي جماعة X: an adjective without the article has closed it
        two = j > i + 1 and words.surface[j - 1].startswith("ال") and words.surface[j].startswith("ال")
        if named and two and self._body(j) and not named[0].prefix:
            return j, None, None, None  # أهالي المغيبين البعثة الأممية
        if named and closed and named[0].last > j + 1:
            return j, None, None, None  # لجان المقاومة قوات الدعم السريع: the article has closed the construct
        if named and head.group == "prisoners" and named[0].prefix.startswith("ل"):
            return j, None, None, None  # سلمت معتقلين للحكومة: to whom they are handed
        if named and fold(head.lemma) in _PEOPLE and named[0].prefix.startswith("ل"):
            return j, None, None, None  # تصدى الأهالي لدورية X
        if named and not named[0].prefix.startswith(_JOINS):
            return named[0].last, named[1], None, None
        adjective = self.adjective(j)
        if adjective is not None and not words.norm[j].startswith("و"):
            return j + 1, adjective, None, None
        return None

    def _no_construct(self, i: int, j: int) -> bool:
        """Whether a noun with the article stands before a body without it, so that neither belongs to the other."""
        role = self.role(j)
        body = role is not None and not role[1].person and not self.words.surface[j].startswith("ال")
        return body and self.words.surface[i].startswith(_WITH_ARTICLE)

    def _nominative(self, i: int) -> bool:
        """المتمردون: a plural with the article whose ending only another of its form agrees with."""
        return self.words.surface[i].startswith(_WITH_ARTICLE) and self.words.norm[i].endswith("ون")

    def _body(self, j: int) -> bool:
        role = self.role(j)
        return role is not None and not role[1].person and self.words.surface[j].startswith("ال")

    def _role_on(self, i: int, j: int, head: RoleNoun) -> Step | None:
        """Another role noun at word j that belongs to the first, or one that does not (j, …); None where none stands there."""
        words = self.words
        role = self.role(j)
        definite = words.surface[i].startswith(("ال", "بال", "وال", "لل", "فال", "كال"))
        if role and role[0] == "" and definite and j == i + 1 and not words.surface[j].startswith("ال"):
            return j, None, None, None  # خطف التنظيم راعيين: no annexation to a noun without the article
        nation = head.person and j == i + 1 and any(stem in self.nationals for _, stem in words.analyses[j][:2])
        if role and nation and role[0] == ("ال" if definite else ""):
            return j + 1, None, None, None  # مزارعين فلسطينيين
        closed = j > i + 1 and words.surface[j - 1].startswith("ال") and words.norm[j].endswith(("ي", "يه"))
        if role and closed and role[0] == "ال" and any(stem in self.nationals for _, stem in words.analyses[j][:2]):
            return j + 1, None, None, None  # عناصر الأمن الفلسطيني
        if role and role[0] == "ال" and not definite and words.norm[i].endswith(_PLURAL):
            return j, None, None, None  # اغتال مسلحون ملثمون القيادي
        if role and role[0] == "ال" and j == i + 1 and self._nominative(i) and not words.norm[j].endswith("ون"):
            return j, None, None, None  # أسر المقاتلون الجنود
        alike = words.norm[i][-2:] == words.norm[j][-2:]
        hidden = words.norm[j].startswith(_HIDDEN)
        if role and role[0] == "" and alike and j == i + 1 and (hidden or (head.person and self._many_alike(i, j, role[1]))):
            return j + 1, None, role[1].actor_class, role[1].group  # مسلحين ملثمين, محتجين غاضبين
        if role and role[0] == "ال" and definite and j == i + 1 and head.person and self._many_and_one(i, j):
            return j, None, None, None  # اعتقل الجنود الفتى: no adjective of many
        if role and head.actor_class == "civilians" and j == i + 1 and self._one_before_a_unit(i, role[1]):
            return j, None, None, None  # اعترض مواطن دورية لـ X
        if role and role[0] == "" and j > i + 1 and words.surface[j - 1].startswith("ال"):
            return j, None, None, None  # اتهمت وزارة الصحة كتيبة, اتهم رئيس المجلس مجهولين: the article closed it
        if role and not definite and j == i + 1 and self._not_annexed(i, j, head, role[1]):
            return j, None, None, None
        shut = j > i + 1 and words.surface[j - 1].startswith("ال") and not definite
        if role and role[0] == "ال" and definite and not role[1].person and words.surface[i].startswith(_WITH_ARTICLE):
            return j, None, None, None  # حملت الوزارة الحكومة المسؤولية: no two bodies with the article
        if role and role[0] == "ال" and definite and j == i + 1 and not head.person and self._beside_body(i, j, role[1]):
            return j, None, None, None  # اعتقلت المخابرات الأسير، أوقف الحاجز الشبان: no adjective of a body
        if role and role[0] == "ال" and shut and not role[1].person and role[1].actor_class != "civilians":
            return j, None, None, None  # طالبت نقابة الصحفيين السلطات: the article closed it
        if role and role[0] == "ال" and shut:
            people = role[1].actor_class == "civilians" if head.person else role[1].person and words.norm[j].endswith(_PLURAL)
            if people:
                return j, None, None, None  # دعت لجان المقاومة المهنيين، دعا رئيس البلدية الأهالي: the article closed it
        if role and role[0] in ("لل", "ل") and not role[1].person and self.ties(j - 1):
            return j + 1, None, role[1].actor_class, role[1].group  # عناصر تابعة للمليشيا
        if role and (role[0] in ("", "ال") or (role[0] == "لل" and not head.person and head.actor_class is None)):
            return j + 1, None, role[1].actor_class, role[1].group
        if role and role[0] == "و" and head.actor_class == "political" == role[1].actor_class and j == i + 1:
            return j + 1, None, None, None  # مشايخ ووجهاء الحي, not قبيلة آل جابر وقبيلة آل سالم
        return None

    def _many_alike(self, i: int, j: int, adjective: RoleNoun) -> bool:
        """متظاهرون غاضبون: two sound plurals of one case, the second of which says what the first are."""
        return adjective.person and self.words.norm[j].endswith(_PLURAL) and not self.words.surface[i].startswith(_WITH_ARTICLE)

    def _many_and_one(self, i: int, j: int) -> bool:
        """الجنود الفتى: a plural of persons before a noun of one person, which has not its form."""
        many = any(self.counts.get(stem) == "many" for _, stem in self.words.analyses[i])
        one = all(self.counts.get(stem) in (None, "one") for _, stem in self.words.analyses[j])
        return many and one and any(self.counts.get(stem) == "one" for _, stem in self.words.analyses[j])

    def _one_before_a_unit(self, i: int, unit: RoleNoun) -> bool:
        """مواطن دورية: one unarmed person belongs to no patrol."""
        one = any(self.counts.get(stem) == "one" for _, stem in self.words.analyses[i])
        return one and not unit.person and unit.actor_class in (None, *ARMED)

    def _beside_body(self, i: int, j: int, person: RoleNoun) -> bool:
        """Whether a noun of persons behind a body is another participant: it lacks the form of the body's adjective."""
        if not person.person:
            return False
        if self.words.norm[i].endswith(("ه", "ات", "ى")):
            return not self.words.norm[j].endswith("ه")
        return any(self.counts.get(stem) == "many" for _, stem in self.words.analyses[j])

    def _tied_further(self, j: int, limit: int, head: RoleNoun) -> Step:
        """Adjectives, or a body's own name, between the noun and what ties it to its side."""
        words = self.words
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
            tie = next((k for k in range(j + 1, min(limit, j + 1 + _NAME_WORDS)) if self.ties(k)), j)
            if tie > j and all(words.kind[k] == "word" and words.norm[k] not in _ENDS for k in range(j, tie)):
                return tie, None, None, None  # عناصر حاجز كوكب التابع للجيش, كتيبة عمرو بن العاص التابعة لـ X
        return j, None, None, None

    def _leads_on(self, k: int, limit: int) -> bool:
        """Whether word k is or begins what says whose the participant is: تابعة, an adjective of a side, في with a name."""
        behind = self.words.norm[k] in _TIES and k + 1 < limit and self.name_behind(k + 1, limit) is not None
        if behind or self.ties(k) or self.adjective(k) is not None:
            return True
        if self.words.norm[k] == "ل":
            return self.name_behind(k, limit) is not None
        named = self.name(k) if self.words.norm[k].startswith("ل") else None
        return named is not None and named[0].prefix == "ل"  # قوة ثالثة للاحتلال

    def ties(self, j: int) -> bool:
        """تابعة، المنتمون: a word that ties what stands before it to a side."""
        return self.words.norm[j].removeprefix("ال").startswith(_BELONGING)

    def _agrees(self, j: int) -> bool:
        """Whether word j may be an adjective: feminine, a nisba or a sound plural, without a preposition."""
        norm = self.words.norm[j]
        if norm in _THINGS:
            return False  # هاجمت مجموعة نقطة للجيش
        plain = norm.endswith(("ه", "ي", "ين", "ون")) and norm[0] not in "بلوف" and norm not in _TIES
        return plain or norm in _RANK_ADJECTIVES

    def name_behind(self, j: int, limit: int) -> tuple[Match[ActorName], Actor] | None:
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

    def agreeing(self, i: int, j: int, head: RoleNoun) -> Callable[[str], bool]:
        """Which definite words behind a noun may be its adjectives: persons have plural ones (أشعل الشبان الإطارات، فتح الجنود
        الطريق), a body has no plural of persons (دعت لجان المقاومة المهنيين)."""
        if not self.words.norm[j - 1].removeprefix("ل").startswith(("ال", "ل")):
            return lambda norm: True  # وجهاء المنطقة: a complement, whatever its form
        people = not _PEOPLE.isdisjoint(self.words.stems[i])
        if not head.person and not people:
            kin = fold(head.lemma).startswith(_KIN)
            if j == i + 1 and not kin and self.words.surface[i].startswith(_WITH_ARTICLE):
                # أغلقت القوات المنطقة, استنكر المكتب الصمت الدولي: an adjective of a body has its form
                plural = not any(self.counts.get(stem) == "one" for _, stem in self.words.analyses[i])
                ending = "ه" if self.words.surface[i].endswith(("ة", "ات", "ى", "ا")) else ("ه", "ي") if plural else "ي"
                return lambda norm: (norm.endswith(ending) and norm not in _PLACES) or norm.removeprefix("ال") in _NO_ENDING
            return lambda norm: kin or not norm.endswith((*_PLURAL, "ات"))  # حملت الوزارة المستشفيات
        if j > i + 1:
            feminine = self.words.surface[i].endswith("ة")  # جددت السفيرة البريطانية التزام بلادها
            # أغلق عناصر الشرطة الاتحادية الطريق: an adjective has the form of one
            return lambda norm: norm.endswith(("ه", "ا") if feminine else _FORMS) or norm.removeprefix("ال") in _NO_ENDING
        if people or any(self.counts.get(stem) == "many" for _, stem in self.words.analyses[i]):
            return lambda norm: norm.endswith((*_PLURAL, "يه")) or norm in _PLURAL_ADJECTIVES
        return lambda norm: not norm.endswith("ات")

    def of_members(self, j: int) -> bool:
        """نقابة الأطباء الليبيين: whether word j tells of what country the members of an association are."""
        norm = self.words.norm
        members = j > 1 and norm[j - 1].startswith("ال") and among(norm[j - 2], _ASSOCIATIONS, "ولب")
        plural = norm[j].startswith("ال") and norm[j].endswith("يين") and j not in self.acts
        return members and plural and any(stem in self.nationals for _, stem in self.words.analyses[j][:2])

    def trailing(self, j: int, limit: int, most: int, agrees: Callable[[str], bool]) -> int:
        """Adjectives after the noun: definite words and nisbas that may be its own by their form, at most `most`."""
        words = self.words
        taken = 0
        while j < limit and taken < most and words.kind[j] == "word":
            norm = words.norm[j]
            if self.of_members(j):
                j += 1
                continue
            if not ((norm.startswith("ال") and len(norm) > 4) or norm.endswith(("يين", "يون", "ييه"))):
                break
            if "weekday" in TIME_KINDS[norm]:
                break  # قُتل أربعة أشخاص الخميس
            if j in self.acts or norm in _NO_ADJECTIVE or self.name(j) or self.role(j) or self.phrase(j) or not agrees(norm):
                break
            j += 1
            taken += 1
        return j
