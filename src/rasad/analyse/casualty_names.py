"""What the words of a report are to the casualty grammar, and the people whom it tells by their names alone."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from rasad.analyse import harm
from rasad.analyse.harm import Scope
from rasad.analyse.people import Person, person
from rasad.analyse.wordtypes import COUNTED, HARMS, OTHER_SENSE, THEIR_HURT, VICTIMS
from rasad.lexicon import casualties as lexicon
from rasad.lexicon import numbers, speakers, timewords, wordclass
from rasad.lexicon.casualties import Act, Count
from rasad.lexicon.clitics import HAS_ARTICLE, analyses
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import NAMED, CasualtyMention, NumeralMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

#: Words of what says who one of a list is, before the next.
_TO_NEXT = 9
#: Words between two of a list of named persons.
TO_NAMED = 14
#: Words between a verb and the list of those whom it befell.
_TO_LIST = 20
_PLACED: Final = frozenset({"من", "في"})
_WITHOUT: Final = wordclass.words("without")
#: Words between the dead or hurt and the word for how many they are.
_TO_VICTIMS = 16
#: Letters of a person's initials (ن.ك.).
_INITIALS: Final = 3
#: First words of a by-name (أبو سالم).
_KUNYA: Final = frozenset({"ابو", "ام"})
#: Words of a subject between its verb and a named object.
_SUBJECT = 6


def _is_given(norm: str) -> bool:
    known = lexicon.load().names
    return any(stem in known and prefix in ("", "و") for prefix, stem in analyses(norm))


def _is_time(norm: str) -> bool:
    openers = timewords.load().openers
    return any(stem in openers and stem not in harm.NO_TIMES for _, stem in analyses(norm))


def _matters(norm: str) -> bool:
    bare = norm.removeprefix("و")
    listed = norm in _MARKING or bare in harm.OTHERS or bare in harm.ONE_OF or bare in _EACH or norm.lstrip("وبف") in harm.RISING
    hurt = HARMS[norm] or VICTIMS[norm] or THEIR_HURT[norm]
    listed = listed or bare.startswith(_CREW) or bare in _PARENTS or bare in harm.BODIES
    return bool(listed or hurt or GIVEN[norm] or person(norm) or person(norm, True))


def _speaks(norm: str) -> str:
    if OTHER_SENSE[norm]:
        return "otherwise"
    if HARMS[norm] or VICTIMS[norm] or THEIR_HURT[norm] or norm in harm.SIGNS or norm.lstrip("و") in harm.BODIES:
        return "harm"
    return "counted" if COUNTED[norm] else ""


_CREW: Final = wordclass.stems("crew_stem")
_EACH: Final = frozenset({"كل", "كلا"})
_MARKING: Final = (
    harm.SUBSET | harm.ONE_OF_THEM | harm.AMONG | harm.NAMELY | harm.SIGNS | harm.BRIDGES | harm.NUMBERING | harm.ORDINALS
    | frozenset(".؛:") | {"(", "ذلك", "خساير", "ومن", "كبار", "وكبار"}
)  # fmt: skip
#: Whether it is a common given name, or و with one.
GIVEN: Final = PerWord(_is_given)
#: Whether an expression of time may begin with it, and it is seldom anything else.
TIMELY: Final = PerWord(_is_time)
#: What makes a sentence worth reading: "harm", "counted" (a noun that says so beside others), "otherwise" (disease, sport).
SPEAKS: Final = PerWord(_speaks)
#: Whether a claim, an act or what parts them may begin with it; most words of a sentence are nothing to them.
MATTERS: Final = PerWord(_matters)


#: Persons told by words of two letters (three with و), the head of a family, and words from a parent to the kin.
_PARENTS: Final = {"ام": "women", "اب": "men", "رب": "men"}
_HEAD: Final = "رب"
_PARENT_LETTERS: Final = 3
_TO_KIN: Final = 4

#: Words of a name before the age behind it, and one more.
_TO_AGE: Final = 6


class Names:
    """What the words are, and the named who are counted one by one."""

    _bounds = numbers.load().vague

    def __init__(self, words: Words, numerals: Sequence[NumeralMention], dated: Container[int]) -> None:
        self.words = words
        self.norm = words.norm
        #: words of a time
        self.dated = dated
        self.numerals = {n.first: n for n in numerals if n.first not in dated}
        self.known = lexicon.load()
        self.reporting = speakers.load().verbs
        self.found: list[CasualtyMention] = []
        #: (kind, group) of the claims of the sentences before
        self.told: set[tuple[CasualtyKind, str | None]] = set()
        self.scope = Scope(0)
        #: the verb whose people stood before it and are counted
        self.verb = -1
        #: last words of the names told in the words before this one
        self._names: set[str] = set()
        self._names_to = 0

    # -- what a word is -------------------------------------------------------------------------------------------

    def _act(self, i: int) -> Act | None:
        if self.norm[i] == "جرحا" and self.words.surface[i][1:2] != "\u064f":
            return None  # جرحاً, or as some write جرحى
        if self.norm[i] == "فقد" and (verb := self.known.acts.get(self.here(i + 1))) is not None and verb.frame != "masdar":
            return None  # أما الشاب فقد لقي مصرعه: ف with قد
        return HARMS[self.norm[i]]

    def _own_verb(self, i: int) -> bool:
        """Whether nothing is joined to the verb at word i (لقوا is no و or ل with a verb)."""
        return self.norm[i] in self.known.acts

    def _victim(self, i: int) -> tuple[CasualtyKind, Count, str] | None:
        return VICTIMS[self.norm[i]]

    def _counted(self, i: int) -> CasualtyKind | None:
        return COUNTED[self.norm[i]]

    def _person(self, i: int) -> Person | None:
        if not 0 <= i < len(self.norm) or self.words.kind[i] != "word" or self.here(i + 1) == "الله":
            return None  # أنصار الله
        if self.here(i - 1) in _WITHOUT:
            return None  # طائرة بلا طيار: nobody
        if len(self.norm[i]) <= _PARENT_LETTERS and self.norm[i].removeprefix("و") in _PARENTS:
            return self._parent(i)
        return person(self.norm[i], self.words.surface[i].endswith("ة"))

    def _parent(self, i: int) -> Person | None:
        """أب وأطفاله الثلاثة، أم وطفلتيها، رب أسرة: words of two letters that are persons before their kin."""
        word = self.norm[i].removeprefix("و")
        if self.words.surface[i].removeprefix("و").startswith("آ"):
            return None  # شهر آب
        after = self.norm[i + 1 : i + _TO_KIN]
        kin = after[:1] != [] and after[0][0] == "و" and any(w.endswith(harm.THEIRS) for w in after)
        if word == _HEAD:
            kin = after[:1] != [] and not self.known.families.isdisjoint(stem for _, stem in self.words.analyses[i + 1])
        return Person(_PARENTS[word], "one", self.norm[i][: len(self.norm[i]) - len(word)], False, False, False) if kin else None

    def _has_article(self, i: int) -> bool:
        return HAS_ARTICLE[self.norm[i]]

    def _nisba(self, i: int, who: Person) -> bool:
        """Whether a noun of persons is as often an adjective: الإسرائيلي, العسكري."""
        return who.national or (who.definite and self.norm[i].endswith("ي"))

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

    def _told(self, kind: CasualtyKind, group: str | None) -> bool:
        """الطفل after طفل: the one already counted."""
        return group is not None and (kind, group) in self.told

    def _is_subject(self, i: int) -> bool:
        return self._person(i) is not None

    def _is_time(self, i: int) -> bool:
        return i in self.dated or (i < len(self.norm) and self.words.kind[i] == "word" and TIMELY[self.norm[i]])

    def _told_victims(self, i: int) -> CasualtyKind | None:
        """The kind of the dead or hurt who are told of in the plural before عددهم at word i, and not counted yet."""
        for j in range(i - 1, max(self.scope.first, i - _TO_VICTIMS) - 1, -1):
            victim = self._victim(j)
            if victim is not None:
                theirs = self.here(j - 1) in harm.NOT_NEW and self.here(j - 1) != "اسماء"  # أهالي القتلى البالغ عددهم مئتان
                return victim[0] if victim[1] == "many" and not theirs else None
            who = self._person(j)
            if j in self.numerals or (who is not None and who.number == "many") or (self.found and j < self.found[-1].last):
                return None
        return None

    # -- claims ---------------------------------------------------------------------------------------------------

    def _add(self, first: int, last: int, kind: CasualtyKind, n: NumeralMention, group: str | None, *, part: bool = False) -> int:
        scope = self.scope
        if scope.whole_war and n.best is not None and n.best >= harm.WAR_TOLL:
            return last  # the toll of the years is no event's (CODEBOOK 10)
        subset = scope.subset or part
        if subset and scope.unkept:
            return last  # ليرتفع عدد القتلى منذ مطلع العام إلى 65، بينهم 12 طفلاً: parts of what no act has
        scope.unkept = False
        if kind == "killed_or_injured" and n.high == 1 and not subset:
            kind = "killed"  # سقطت المعلمة ضحية: one of whom it is said fell
        act = scope.word if scope.kind is not None else -1
        act = self.found[-1].act if scope.subset and self.found else act
        claim = CasualtyMention(first, last, kind, n.low, n.high, n.best, group, subset, scope.running, f"{kind}: {n.why}", act)
        if scope.also is not None and scope.fresh and n.why != NAMED:
            self.found.append(replace(claim, kind=scope.also, why=f"{scope.also}: {n.why}, of both"))
        self.found.append(claim)
        if scope.kind is None:
            scope.open(kind, first, "masdar", passive=True)
        scope.counted(last)
        return last

    # -- names ----------------------------------------------------------------------------------------------------

    def _named(self, i: int, last: int, kind: CasualtyKind | None, *, quoted: bool = False) -> int:
        """مقتل محمد العلي، اغتال مجهولون "علاء العمري": one person each. The claim quotes the act, never the name."""
        every = self.here(i).removeprefix("و") in ("كل", "كلا")
        j = i + (every or self.here(i) in ("المدعو", "الشهيد", "السيد", "الحاج", "الشيخ"))
        j += self.here(j) == "من"
        j += self.here(j) == ":"
        if kind is None or j >= last:
            return 0
        scope = self.scope
        many = self.here(j - 1) in ("من", ":") or j - 2 >= i
        sure = (every and "من" in self.norm[i:j]) or (self.here(i) == "المدعو" and self.here(j) not in harm.QUOTES)
        found, bare = 0, 0
        before = self.found[-1] if self.found and not scope.fresh else None
        if before is not None and NAMED in before.why and before.kind == kind and before.first == scope.word and not scope.subset:
            # اعتقل فيها سالم علي وخالد علي، المعروف بـ…، ومحمد علي: one list
            bare, found = before.high or 0, i
        while j < last and (step := self._name_at(j, last, quoted=(found == 0 and quoted) or sure, sure=sure)):
            # محمد سالم وباسل العلي, كل من محمد سالم، قائد الكتيبة، وباسل العلي: one claim of two
            bare = bare + 1 if found and (found in (i, j) or every or self.norm[found] == "(") else 1
            if bare > 1:
                self.found.pop()
            named = NumeralMention(j, j + 1, bare, bare, bare, True, NAMED)
            self._add(self.scope.word, self.scope.word + 1, kind, named, None)
            self.scope.list_end = step
            found, j = step, self._next_name(step, last, every=every)
            if j == step and j < last and self.norm[j][0] != "و":
                break  # كل من سالم العلي وخالد السالم بغارة: nothing parts another name from the last
            if not many and j < last and not (self.norm[j][0] == "و" and self._given(j)):
                break
        return j if found > i else 0

    def _by_last_name(self, i: int) -> int:
        """سالم الفيتوري … وأُصيب الفيتوري: the last word of a name told in full before. The word after it, or 0."""
        if self.scope.kind is None or self.here(self.scope.word - 1) in harm.BACK or not self._last_name(i):
            return 0
        return self._add(self.scope.word, self.scope.word + 1, self.scope.kind, replace(harm.by_form(i, "one"), why=NAMED), None)

    def _last_name(self, i: int) -> bool:
        """Whether word i is the last word of a name told in full in a sentence before."""
        word = self.here(i)
        if not (GIVEN[word] or (word.startswith("ال") and word.endswith("ي"))) or self._is_subject(i):
            return False
        for k in range(self._names_to, self.scope.first):
            if GIVEN[self.norm[k]] and self.words.kind[k] == "word":
                behind = (j for j in (k + 1, k + 2) if self.here(j) not in harm.BREAKS and self.here(j) not in harm.PREPOSITIONS)
                self._names.update(self.norm[j] for j in behind)
        self._names_to = max(self._names_to, self.scope.first)
        return word in self._names

    def _next_name(self, i: int, last: int, *, every: bool) -> int:
        """Past what says who the one just named is (قائد الكتيبة،): the word where the next of a list may begin. `every`: all
        are told behind كل من, so that commas part them from what is said of them."""
        if self.here(i) == "(":  # محمد سالم (مواليد 1967) وباسل العلي
            i = next((j for j in range(i, min(last, i + _TO_NEXT)) if self.norm[j] == ")"), i)
        for j in range(i, min(last, i + _TO_NEXT)):
            if every and self.norm[j] in "،," and self.here(j + 1)[:1] != "و" and not self._given(j + 1):
                continue
            if self.norm[j] in harm.BETWEEN_NAMES or (self.norm[j][0] == "و" and self._given(j)):
                i = j
                break
            if self.norm[j] in harm.BREAKS or self._act(j) is not None:
                break
        while i < last and self.norm[i] in harm.BETWEEN_NAMES:
            i += 1
        return i

    def _given(self, i: int) -> bool:
        return i < len(self.norm) and GIVEN[self.norm[i]]

    def _name_at(self, i: int, last: int, *, quoted: bool, sure: bool = False) -> int:
        """The word after a person's name at word i: a given name and another word, or a name in quotation marks. `sure`: the
        words before announce names (كل من)."""
        kunya = self.here(i + (self.norm[i] in harm.QUOTES)) in _KUNYA  # اعتقال “أبو سالم”
        if (quoted or kunya) and self.norm[i] in harm.QUOTES:
            ends = [j for j in range(i + 2, min(last, i + 7)) if self.norm[j] in harm.QUOTES]
            return ends[0] + 1 if ends else 0
        i += self.norm[i] in harm.QUOTES
        if i + 1 >= last or self.words.surface[i].endswith("على"):
            return 0
        if self.norm[i] == "علي" and self.here(i - 1).endswith(("قبض", "قبضت", "قبضوا")):
            return 0  # القبض علي is written for القبض على
        if not self._given(i) and not kunya and not ((sure or self._aged(i, last)) and self._nameless(i)):
            return 0
        j = i + 1
        while j < min(last, i + 5) and self.words.kind[j] == "word":
            joined = self.norm[j][0] == "و" or (j > i + 1 and self.norm[j][0] in "بل" and self.norm[j] not in harm.NAME_PARTS)
            if self.norm[j] in harm.PREPOSITIONS or joined or self._act(j) is not None:
                break
            if self._is_time(j) or self._is_subject(j):
                break
            j += 1
        surname = self._person(j) if j == i + 1 else None  # حسن الخطيب
        j += surname is not None and surname.prefix == "ال" and surname.number == "one" and self._given(i)
        return j if j > i + 1 or self.here(j) in harm.BREAKS else 0

    def _aged(self, i: int, last: int) -> bool:
        """استشهد رجب صنوبري (37 سنة), رجب صنوبري، 37 عاماً: an age behind some words says that they are a name."""
        for j in range(i + 1, min(last, i + _TO_AGE)):
            if self.norm[j] in ("(", "،", ","):
                aged = harm.AGES if self.norm[j] == "(" else harm.YEARS_OLD
                return j > i + 1 and j + 1 in self.numerals and self.here(j + 2) in aged
            if not self._nameless(j):
                return False
        return False

    def _initials(self, i: int) -> tuple[int, int]:
        """(how many, the word after) of those who are told of by initials from word i on: (ن.ك.) و(س.م.)."""
        many, end = 0, i
        while self.here(end) == "(":
            close = next((j for j in range(end + 2, end + 9) if self.here(j) == ")"), 0)
            letters = self.norm[end + 1 : close]
            dotted = "." in letters or any("." in s for s in self.words.surface[end + 1 : close])
            if not close or not dotted or any(len(w) > _INITIALS or w.isdigit() for w in letters):
                break
            many, i = many + 1, close + 1
            end = i + (self.here(i) in ("و", "،")) + (self.here(i + 1) == "و")
        return many, i

    def _nameless(self, i: int) -> bool:
        """Whether word i is no noun that is counted otherwise, so that it may be an unknown given name."""
        function = self.norm[i] in harm.PREPOSITIONS or self.norm[i] in harm.SUBSET or self._is_time(i)
        told = i in self.numerals or self._is_subject(i) or self._victim(i) is not None or self._act(i) is not None
        return self.words.kind[i] == "word" and not function and not told

    def _names_here(self, i: int) -> bool:
        """اعتقلت قوات الاحتلال محمد العلي: a name where the object of a verb stands; … ، ومحمد العلي: or the next of a list."""
        scope = self.scope
        if scope.only_one or self.norm[i] == "علي" or self.here(i - 1) in harm.PREPOSITIONS:
            return False  # القبض علي is written for على
        if not scope.fresh:
            if i - scope.list_end > TO_NAMED:
                return False
            between = self.norm[scope.list_end : i]
            single = bool(self.found) and (
                self.found[-1].high == 1 or NAMED in self.found[-1].why
            )  # الشابين سالم …، وخالد … are the two
            return single and self.norm[i][0] == "و" and self.here(i - 1) == "،" and harm.NAMELY.isdisjoint(between)
        return not self.norm[i].startswith("و") and (self._subject_past(i) or self._past_there(i))

    def _past_there(self, i: int) -> bool:
        """خُطف من البلدة سالم علي، اعتقل فيها سالم علي: a name behind a verb that tells who suffered, and one phrase of place."""
        scope, between = self.scope, self.norm[self.scope.act_at + 1 : i]
        if scope.frame == "masdar" or scope.subset or not between or self._is_subject(i - 1):
            return False
        if len(between) == 1:
            return between[0] in harm.THERE
        return len(between) == 2 and between[0] in _PLACED and self._has_article(i - 1)

    def _subject_past(self, i: int) -> bool:
        """Whether only the subject of a verb of taking or killing, and words of time, stand between it and word i."""
        scope = self.scope
        if scope.frame not in ("agent", "either") or not scope.fresh or scope.subset or not 2 <= i - scope.act_at <= TO_NAMED:
            return False
        passed = range(scope.act_at + 1, i)
        left = [j for j in passed if not self._is_time(j) and self.norm[j] not in ("،", ",") and self.norm[j] not in harm.QUOTES]
        left = [j for j in left if j not in self.dated and not (self.norm[j] == "في" and j + 1 in self.dated)]  # في 4 تموز
        if not left and self.norm[scope.act_at].endswith("وا") and scope.word == scope.act_at:
            return True  # اغتالوا الثلاثاء الماضي “سالم علي”: who did it is in the ending
        told = any(j in self.numerals or self.norm[j] in harm.PREPOSITIONS or self._act(j) is not None for j in left)
        who = self._person(i - 1)
        titled = who is not None and not (who.national and i - 2 > scope.act_at)  # جماعة الحوثي
        return bool(left) and len(left) <= _SUBJECT and not told and not titled and self._has_article(left[-1])

    def _far_list(self, i: int) -> bool:
        """قُتل بقصف على البلدة كل من: …: the list that a verb leaves open, past what tells how and where."""
        scope = self.scope
        free = scope.fresh and not scope.subset and scope.frame != "masdar" and i - scope.act_at <= _TO_LIST
        return free and not any(self.norm[j] in harm.BREAKS or self._act(j) is not None for j in range(scope.act_at + 1, i))

    def _every(self, i: int) -> bool:
        return self.here(i).removeprefix("و") in ("كل", "كلا") and self.here(i + 1) == "من"
