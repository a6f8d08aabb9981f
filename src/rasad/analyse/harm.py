"""What the casualty grammar knows of the words around a claim: scope of an act, prepositions, markers, claims of none."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rasad.analyse.people import Person
from rasad.lexicon import casualties as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Count, Frame
from rasad.lexicon.triggers import objects
from rasad.model.mentions import CasualtyMention, NumeralMention
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

BREAKS = frozenset("،,.؛:")
QUOTES = frozenset("\"“”«»'‘’()/")
#: What opens a period in superlatives (أعنف اشتباكات منذ سنوات): nothing is counted over it.
_ELATIVES = wordclass.words("superlative")
OPENING_QUOTES = frozenset('"“«')
SUBSET = frozenset({"بينهم", "وبينهم", "بينهما", "بينهن", "منهم", "ضمنهم", "بينها", "منها", "فيهم", "منهما", "منهن", "ضمنها"})
ONE_OF_THEM = frozenset({"احدهم", "احدهما", "احداهما", "احداهن"})
ONE_OF = frozenset({"احد", "احدي"})
#: Behind من: some of those whom the next word names (من بين القتلى).
AMONG = frozenset({"بين", "وبين", "ضمن"})
OTHERS: dict[str, Count] = {
    "اخرين": "many", "اخرون": "many", "اخر": "one", "اخري": "one", "اخران": "two", "اخريات": "many", "غيرهم": "many",
    "كثيرون": "many", "كثيرين": "many", "ثالث": "one", "رابع": "one", "ثالثه": "one", "خامس": "one", "الاخر": "one",
    "ثالثا": "one", "رابعا": "one", "الباقين": "many", "الباقون": "many", "البقيه": "many",
}  # fmt: skip
#: Of some told of before, each by its place among them.
ORDINALS = frozenset({"الاول", "الاولي", "الثاني", "الثانيه", "الثالث", "الثالثه", "الرابع", "الرابعه"})
NONE = frozenset(
    {"دون", "ودون", "غير", "بدون", "لا", "ولا", "لم", "ولم", "عدم", "وعدم", "اقتصرت", "واقتصرت", "اقتصر", "واقتصر", "بلا"}
)
#: Bodies of the dead (جثة رجل، جثتين).
BODIES = wordclass.words("dead_body")
#: What was lost, behind which "material" and "only" say that nobody was hurt.
LOSSES = frozenset({"اضرار", "الاضرار", "اضرارا", "باضرار", "خساير", "الخساير", "بخساير"})
#: Verbs that deny what was said.
DENIES = frozenset({"نفي", "نفت", "ونفي", "ونفت", "نافيا", "نافيه", "ينفي", "تنفي", "نفوا"})
#: Words other than acts and victims that make a sentence worth reading.
SIGNS = NONE | LOSSES | DENIES | {"خساير", "حالات", "حاله", "القبض", "الفرار", "للفرار"}
#: "no word of casualties" is not "no casualties".
#: Units of age: what they count is no people.
YEARS_OLD = frozenset({"عاما", "ربيعا"})
YEARS = frozenset({"سنه", "سنوات", "اعوام", "عام"})
#: What a number behind an act counts when it says how long.
PERIODS = YEARS | {
    "اشهر", "شهر", "شهرا", "شهور", "شهرين", "ايام", "يوم", "يوما", "يومين", "ساعات", "ساعه", "ساعتين", "اسابيع", "اسبوعا",
    "اسبوعين", "عامين", "دقيقه", "دقايق",
}  # fmt: skip
_SINCE = frozenset({"منذ", "ومنذ"})
_PERIOD = frozenset({"اندلاع", "بدء", "بدايه", "انطلاق", "عام", "مطلع", "منتصف", "انقلاب", "قرارات", "سنوات"})
#: What a count begins with that is no one act's (منذ مطلع العام، منذ السابع من أكتوبر), and words from the number to it.
_BEGINNINGS = _PERIOD | {"سابع", "7", "اكتوبر", "شهر", "سنه"}
_TO_SINCE = 5
#: A toll of so many in such a sentence is that of the period.
WAR_TOLL = 100
#: A count of the dead or hurt that reaches so many is no one act's, whatever the sentence says: of 1,024 coded acts
#: two have so many, and neither is told as a count (قتل فيها نحو 1200).
_WAR_ALONE = 1000
_OVER = frozenset({"خلال", "منذ"})
#: So many without a noun fled a whole war.
WAR_FLIGHT = 10_000
_FLIGHT = ("النزوح", "للنزوح", "نزح", "الفرار", "للفرار")
#: What a plural without a number, or عدد من, says (CODEBOOK 7).
_SOME = (2, None)
_FEAR = frozenset({"خشيه", "خوفا", "خوف", "تفادي", "تفاديا", "تجنب", "تجنبا", "احتمال"})
_NO_WORD = lexicon.context("no_word")
RISING = wordclass.words("toll_rises")
#: An act goes on over these: حملة اعتقالات … طالت 23 شاباً.
BRIDGES = frozenset(
    {"طالت", "شملت", "طال", "شمل", "طاولت", "طاول", "وطالت", "وشملت", "اسفرت", "اسفر", "ادت", "ادي", "بحق", "راح",
     "ضحيتها", "ضحيته", "ضحيتهما"}
)  # fmt: skip
COUNT_OF = frozenset({"عدد", "حصيله", "اعداد", "اجمالي", "مجموع", "عددا"})
COUNT_VERBS = frozenset({"بعدد"})
PREPOSITIONS = frozenset(
    {"من", "علي", "في", "مع", "ضد", "بين", "عن", "الي", "عند", "قرب", "لدي", "خلال", "بحق", "تجاه", "باتجاه", "نحو", "اثر", "بعد",
     "قبل", "عبر", "حول", "بسبب", "جراء", "نتيجه", "عقب", "منذ", "حتي", "ضمن", "امام", "تحت", "فوق", "وسط", "داخل", "لصالح"}
)  # fmt: skip
#: Behind a verb that is denied: all but these.
ONLY = frozenset({"سوي", "الا"})
#: What may stand between an act or a number and the noun.
BEFORE_NOUN = ONLY | {"كامل", "جميع"} | frozenset(
    {"خلالها", "خلاله", "اثرها", "اثره", "فيها", "كل", "من", "كلا", "ايضا", "كذلك", "منهم", "ما", "كلاهما", "المدعو", "احد",
     "عدد", "اليوم"}
)  # fmt: skip
#: Bodies and ways that have a number for a name (معسكر الفرقة 17).
NUMBERED = wordclass.words("numbered_body")
#: Leads to إصابته: the claim is new.
LEADS = frozenset({"الي", "عن", "جري", "تم", "وتم", "وجري", "اعلن", "اعلنت", "اكد", "القاء"})
#: أدى لإصابته, تسبب بمقتله.
CAUSES = frozenset({"ادي", "ادت", "تسبب", "تسببت", "مما", "ما", "يودي", "متسببا"})
#: Before a noun of one hurt (وقوع إصابة).
HAPPENS = frozenset({"وقوع", "حدوث", "تسجيل", "سقوط"})
#: Beside a claim, these add another (إضافة إلى، فضلاً عن); what must stand before each.
ADDING: dict[str, frozenset[str]] = {
    "الي": frozenset({"اضافه", "بالاضافه"}),
    "جانب": frozenset({"الي", "بجانب"}),
    "عن": frozenset({"فضلا"}),
}
#: Together with: behind a claim, those who shared its lot (برفقة سائقه).
WITH = frozenset({"مع", "مقابل", "برفقه", "رفقه", "معه", "ومعه", "معها", "ومعها", "برفقته", "وبرفقته"})
#: What hurts, behind إصابتها: of a house or a car it is not said so.
WOUNDS = frozenset(
    {"بجروح", "بجراح", "بطلق", "بطلقه", "بطلقات", "برصاص", "برصاصه", "بشظايا", "بحروق", "بكسور", "بجرح", "برضوض", "بكدمات",
     "بعيار", "باختناق", "بالاختناق", "بالرصاص", "بشظيه"}
)  # fmt: skip
#: Behind القبض: those it took.
SEIZED_ALONE: dict[str, Count] = {"عليه": "one", "عليها": "one", "عليهما": "two"}
SET_FREE = wordclass.words("set_free") | wordclass.words("frees")
MASDARS_OF_ONE = ("اعتقاله", "اغتياله", "اصابته", "مقتله", "استشهاده", "وفاته", "خطفه", "اختطافه", "قتله", "احتجازه", "توقيفه",
                  "اصابتها")  # fmt: skip
#: The count itself stands behind these, however far from عدد القتلى.
REACHED = frozenset({"الي", "بلغ", "بلغت", "وصل", "وصلت", "يبلغ"})
NAMELY = frozenset({"هم", "هما", "وهم", "وهما"})
BETWEEN_NAMES = frozenset({"،", ",", '"', "”", "»", "و", ")"})
#: Words of a name that begin like a proclitic.
NAME_PARTS = frozenset({"بن", "بنت", "بو", "بوعلي"})
#: Whose kin those are that are joined with و (وزوجته، ووالدتها).
THEIRS = ("ه", "ها", "هما", "هم")
#: Before the verb of dying of one who was hurt.
THEN = frozenset({"ثم", "حيث", "ان", "وقد", "لكنه", "قبل"})
TRIES = frozenset({"حاول", "حاولت", "حاولوا", "يحاول", "تحاول", "يحاولون", "اعتزم", "اعتزمت", "يعتزم", "تعتزم"})
#: Nouns of an act behind which unknown hands did it.
DONE_BY = frozenset({"اغتيال", "خطف", "اختطاف"})
ALSO = frozenset({"ايضا", "كذلك", "لاحقا"})
NUMBERING = frozenset({"وعددهم", "عددهم", "وعددهن"})
#: Between a subject and its verb, and what opens an aside that says who the subject is.
TENSE = frozenset({"قد", "كان", "كانت", "لقد", "فقد"})
BEING = frozenset(
    {"وهو", "وهي", "وهما", "البالغ", "البالغه", "ينحدر", "تنحدر", "المنحدر", "المنحدره", "يدعي", "تدعي", "والمقيم", "المقيم",
     "والمنحدر"}
)  # fmt: skip
#: Before a verb whose subject is somebody told of just before (تعرض للضرب، حيث أصيب برضوض), and who that is told of.
GOES_ON = frozenset({"حيث", "وقد", "مما", "ما", "فيما"})
WHO = "الذي"
#: Where it was, between a verb and whom it befell.
THERE = wordclass.words("there")
#: Behind a passive verb these tell when, so that its subject stands before it.
WHEN = frozenset({"عندما", "حين", "حينما", "بينما", "اثناء", "فور", "لحظه"})
#: Verbs behind whose ل the act is that somebody suffered.
EXPOSED = frozenset({"تعرض", "تعرضت", "تعرضا", "تعرضوا", "وتعرض", "وتعرضت", "يتعرض", "تتعرض"})
TAKEN: frozenset[CasualtyKind] = frozenset({"detained", "abducted"})
HURT: frozenset[CasualtyKind | None] = frozenset({"killed", "injured", "killed_or_injured"})
#: Before an act that is looked back on (منذ مقتل القذافي).
BACK = frozenset({"منذ", "بعد", "عقب", "قبل", "ذكري", "حتي", "قضيه", "خلفيه", "اثر"})
AGES = YEARS_OLD | YEARS
#: Before a subject that is told of (قالت مصادر إن …).
THAT = frozenset({"ان", "وان", "بان"})
BEFORE_SUBJECT = frozenset({"ان", "بان", "وان", "كان", "وكان", ".", "،", ":", "", "ف", "كما", "اما", "واما"})
#: Before an act within two words: it was tried, charged, threatened, feared or denied.
UNDONE = lexicon.context("undone")
#: First words of time expressions that are commoner as something else.
NO_TIMES = frozenset({"علي", "في", "من", "ما", "ال", "حتي", "بين", "اول", "اخر", "عبر", "بعد", "عقب"})
NEGATIONS = frozenset({"لم", "ولم", "لن", "ولن", "لا", "ولا", "عدم", "دون", "بدون"})
#: Before قتلى, جرحى: they are those of before, or somebody's kin, or a name.
NOT_NEW = lexicon.context("not_new")
#: Classes of objects of acts that are counted and are no people (احتجزوا 60 صهريجاً); people are taken from their @house.
_NO_PEOPLE = ("@vehicle", "@war_vehicle", "@arms", "@livestock", "@crops")
#: Counted things behind a number that are never persons.
THINGS = lexicon.context("thing").union(*(objects()[name] for name in _NO_PEOPLE))
#: Behind a number whose noun goes without saying.
AFTER_COUNT = PREPOSITIONS | WHEN | {
    "اضافه", "بالاضافه", "فضلا", "وفق", "حسب",
    "رغم", "برغم", "حيث", "فيما", "كما", "مما", "منهم", "منهما", "بينهم", "معظمهم",
    "غالبيتهم", "اغلبهم", "كانوا", "جميعهم", "احدهم", "احدهما", "هم", "هما",
}  # fmt: skip
CASES = frozenset({"حاله", "حالات"})
CASE_KINDS: dict[str, CasualtyKind] = {
    "اختناق": "injured", "اغماء": "injured", "اصابه": "injured", "وفاه": "killed", "قتل": "killed", "اعتقال": "detained",
    "احتجاز": "detained", "خطف": "abducted", "اختطاف": "abducted", "اختفاء": "missing", "فقدان": "missing",
}  # fmt: skip


#: Words in ب behind which the victim stands all the same.
BA_NOUNS = frozenset(
    {"بينهم", "بينهما", "بينهن", "بينها", "بحياه", "بمقتل", "باصابه", "باستشهاد", "بوفاه", "باعتقال", "باغتيال", "بجرح",
     "بالرصاص"}
)  # fmt: skip
_NO_BA = BA_NOUNS | {"بضعه"}
#: Nouns that a verb needs, behind which the victims stand whom it took (حصد … أرواح خمسة).
WHOSE = frozenset({"ضحيه", "ضحايا"})
BEFORE_VICTIM = WHOSE | {"ارواح", "بارواح", "حياه", "بحياه"}


@dataclass(slots=True)
class Scope:
    """The act whose people are being counted in one sentence."""

    first: int
    kind: CasualtyKind | None = None
    act_at: int = 0
    #: the act's own word: what a claim of a named person quotes
    word: int = 0
    frame: Frame = "masdar"
    passive: bool = False
    #: no claim since the act
    fresh: bool = False
    subset: bool = False
    only_one: bool = False
    #: the group of the claim that a subset parts
    whole: str | None = None
    count_of: bool = False
    #: the sentence counts over a whole period (منذ اندلاع الحرب)
    whole_war: bool = False
    #: what was counted last is a period's, and was not kept
    unkept: bool = False
    running: bool = False
    list_end: int = 0
    #: words of which the act needs one: they are no act of their own (لقوا مصرعهم)
    needs: frozenset[str] = frozenset()
    #: what the noun right before the act's says of the same people (إصابة وتوقيف خمسة)
    also: CasualtyKind | None = None

    def open(self, kind: CasualtyKind, i: int, frame: Frame, *, passive: bool, count_of: bool = False) -> None:
        """An act at word i begins its count."""
        self.kind, self.act_at, self.frame, self.passive, self.count_of = kind, i, frame, passive, count_of
        self.word, self.fresh, self.subset, self.only_one, self.needs = i, True, False, False, frozenset()
        self.also = None

    def open_subset(self, kind: CasualtyKind, i: int, *, only_one: bool, whole: str | None) -> None:
        """What follows word i is part of the claim before, whose group is `whole`."""
        self.open(kind, i, "masdar", passive=True)
        self.subset, self.only_one, self.whole = True, only_one, whole

    def bridge(self, i: int) -> None:
        """The act goes on from word i, where nothing was counted yet."""
        if self.fresh:
            self.act_at, self.frame, self.passive = i, "victim", True

    def counted(self, last: int) -> None:
        """A claim that ends at word `last` was made."""
        self.fresh, self.list_end = False, last
        if self.only_one:
            self.close()

    def close(self) -> None:
        """Nothing is counted until the next act."""
        self.kind, self.fresh, self.subset, self.only_one = None, False, False, False


def by_form(i: int, count: Count) -> NumeralMention:
    """What the form of a noun says: one, two, or two and more."""
    low = 1 if count == "one" else 2
    return NumeralMention(i, i + 1, low, None if count == "many" else low, low, count != "many", f"form says {count}")


def bare(words: Words, i: int, prefix: str) -> bool:
    """Whether no preposition governs word i, fused (للنازحين) or before it (من المدنيين), nor a noun with one (برصاص قناص)."""
    if set(prefix.replace("ال", "")) & set("بكل"):
        return False
    if i == 0 or prefix.startswith("و"):
        return True
    before = words.norm[i - 1]
    if before in PREPOSITIONS and not (before == "من" and i > 1 and words.norm[i - 2] in ("كل", "اكثر", "باكثر")):
        return False
    return not (before[0] == "ب" and len(before) > 3 and before not in _NO_BA and not _masdar(words, i - 1))


def _masdar(words: Words, i: int) -> bool:
    """باختطاف صبي: the noun in ب is the act itself."""
    acts = lexicon.load().acts
    return any(stem in acts and acts[stem].frame == "masdar" for prefix, stem in words.analyses[i] if prefix[-1:] == "ب")


def count_at(words: Words, i: int, who: Person) -> Count:
    """One, two or many; -ين is a dual where a vowel is written (موظفَين) or the next words say two."""
    if who.number != "dual_or_plural":
        return who.number
    surface = words.surface[i]
    if "\u064eي" in surface[-7:]:
        return "two"
    after = words.norm[i + 1 : i + 5]
    far = words.norm[i + 5 : i + 10]  # مصورين في مدينة … غرب البلاد هما سالم وخالد
    if "هما" in far and BREAKS.isdisjoint([*after, *far[: far.index("هما")]]):
        return "two"
    return "two" if {"اثنين", "اثنتين", "احدهما", "احداهما", "بينهما", "هما", "وهما", "كلاهما"} & set(after) else "many"


def count_of_victim(words: Words, i: int, count: Count) -> Count:
    """As `count_at` for the nouns of those hurt (مصابَين)."""
    return "two" if count == "many" and "\u064eي" in words.surface[i][-7:] and words.norm[i].endswith("ين") else count


def whole_war(words: Words, first: int, last: int) -> bool:
    """منذ بداية العام, منذ اندلاع الحرب, منذ عام 2011: what is counted there is counted over a period."""
    norm = words.norm
    if _SINCE.isdisjoint(norm[first:last]):
        return False
    return any(
        norm[i] in _SINCE
        and not _PERIOD.isdisjoint(w.removeprefix("ال") for w in norm[i + 1 : min(last, i + 4)])
        and _ELATIVES.isdisjoint(w.removeprefix("ال") for w in norm[max(first, i - 6) : i])
        for i in range(first, last)
    )


def of_period(words: Words, first: int, number: NumeralMention) -> bool:
    """بلغ عدد القتلى 13 ألفاً، ارتفع عدد الشهداء خلال أيام إلى سبعة، ارتفعت حصيلة القتلى منذ مطلع العام إلى 65: the toll of a war
    or of a time, no event's (CODEBOOK 10)."""
    if (number.best or 0) >= _WAR_ALONE:
        return True
    last = words.sentences[words.sentence[first]].last
    behind = words.norm[number.last : min(last, number.last + _TO_SINCE)]
    behind = behind[: next((k for k, w in enumerate(behind) if w in BREAKS), len(behind))]
    over = (w in _OVER and after.removeprefix("ال") in PERIODS for w, after in pairwise(words.norm[first : number.first]))
    told = pairwise([*words.norm[first : number.first], *behind])
    return any(over) or any(w in _SINCE and after.removeprefix("ال") in _BEGINNINGS for w, after in told)


def flight_after(words: Words, i: int, last: int) -> CasualtyKind | None:
    """عشرات العائلات إلى النزوح, 300 أسرة نزحت, مئات الأسر على الفرار."""
    return "displaced" if any(w.startswith(_FLIGHT) for w in words.norm[i : min(last, i + 3)]) else None


def feared(words: Words, i: int, first: int) -> bool:
    """خشية سقوط قتلى: not fallen."""
    return not _FEAR.isdisjoint(word.lstrip("وبل") for word in words.norm[max(first, i - 3) : i])


def no_word_of(words: Words, i: int, first: int) -> bool:
    """لم ترد أنباء عن إصابات: nothing is known, neither some nor none."""
    before = words.norm[max(first, i - 9) : i]
    return not NONE.isdisjoint(before) and any(word in _NO_WORD or word.removeprefix("ال") in _NO_WORD for word in before)


def losses(words: Words, i: int, last: int) -> tuple[CasualtyKind, int] | None:
    """خسائر بشرية, خسائر في الأرواح: people were hurt, or died; with the number of words."""
    if words.norm[i] != "خساير" or i + 1 >= last:
        return None
    after = words.norm[i + 1]
    if after.startswith("بشري"):
        return "killed_or_injured", 2
    if after == "في" and i + 2 < last and words.norm[i + 2] == "الارواح":
        return "killed", 3
    return ("killed", 2) if after == "بالارواح" else None


def without_vague_totals(words: Words, claims: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """قتلى وجرحى before exact numbers of the same story is dropped (CODEBOOK 10); rival numbers all stay. One person is no
    number of a plural: إصابة آخرين stands beside a single one told later."""
    exact = {
        (c.kind, words.sentence[c.first])
        for c in claims
        if not c.subset and c.best not in (0, 1, None) and (c.low, c.high) != _SOME
    }
    kept: list[CasualtyMention] = []
    for claim in claims:
        end = claim.last + (claim.last + 1 < len(words) and words.norm[claim.last].startswith("وجرح"))
        after = words.norm[end : end + 2]
        whose = after[:1] in (["بين"], ["من"], ["لدي"]) or after == ["في", "صفوف"]
        plain = claim.low == 2 and claim.high is None and claim.group is None and not claim.subset
        vague = plain and not whose and "form says many" in claim.why
        sentence = words.sentence[claim.first]
        # مقتل مدني وآخرين: others are beside those counted in their sentence, not their total.
        own = words.norm[claim.first].removeprefix("و") in OTHERS
        if not (vague and any((claim.kind, near) in exact for near in range(sentence + own, sentence + 3))):
            kept.append(claim)
    return kept
