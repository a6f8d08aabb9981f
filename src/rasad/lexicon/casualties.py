"""Words that say what befell people: verbs (قُتل), masdars (مقتل) and nouns of those hurt (قتلى، جرحى)."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from rasad.lexicon import inflect, loader
from rasad.lexicon.folding import fold
from rasad.model.vocab import CASUALTY_KINDS, CasualtyKind

Count = Literal["one", "two", "many"]
#: verb: its subject is the victim, the doer, or either (unvocalised قتل). masdar: what follows is the victim. person: a
#: noun of one hurt. counted: such a noun that says so only with a number (5 معتقلين). people, family: nouns counted
#: only beside an act, which the list of participants has not or has in another sense; their `kind` is the group. national:
#: people named by their country, whose word is as often an adjective (إسرائيلي).
_POS: Final = ("verb", "masdar", "person", "counted", "people", "national", "family")
Frame = Literal["victim", "agent", "either", "masdar"]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or masdar of harm. `needs`: folded words of which one must follow (لقي … مصرعه);
    "*" is a person or a number of them right behind, "+" the same without the article, "#" persons without it among the next
    words, "$" soldiers or fighters whom a side lost."""

    kind: CasualtyKind
    frame: Frame
    needs: frozenset[str]
    #: the object pronoun or possessive of the form (خطفته, إصابته), "" without one
    pronoun: str


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """Folded forms. `victims`: nouns of those hurt → (kind, how many the form itself says); `people`: → (group, count).
    `seconds`: what an act is with other words behind it (فقد حياته beside فقد أثره)."""

    acts: dict[str, Act]
    seconds: dict[str, tuple[Act, ...]]
    victims: dict[str, tuple[CasualtyKind, Count]]
    counted: dict[str, CasualtyKind]
    people: dict[str, tuple[str, Count]]
    families: frozenset[str]
    nationals: frozenset[str]
    #: common given names: they tell that a victim is named (مقتل محمد العلي)
    names: frozenset[str]


@cache
def load() -> CasualtyWords:
    """Loaded once."""
    words = CasualtyWords({}, {}, {}, {}, {}, frozenset(), frozenset(), frozenset())
    families: set[str] = set()
    nationals: set[str] = set()
    entries: list[tuple[str, Frame, CasualtyKind, frozenset[str], bool]] = []
    name = "casualty_words.tsv"
    for number, row in loader.rows(name, ("forms", "kind", "pos", "frame", "needs", "source")):
        pos = loader.one_of(name, number, row, "pos", _POS)
        forms = loader.alternatives(row["forms"])
        if pos in ("people", "national"):
            words.people.update((fold(form), (row["kind"], count_of(forms, form))) for form in forms)
            if pos == "national":
                nationals.update(map(fold, forms))
            continue
        if pos == "family":
            families.update(fold(form) for form in forms)
            continue
        kind = cast(CasualtyKind, loader.one_of(name, number, row, "kind", CASUALTY_KINDS))
        if pos == "person":
            words.victims.update((fold(form), (kind, count_of(forms, form))) for form in forms)
        elif pos == "counted":
            words.counted.update((fold(form), kind) for form in forms)
        else:
            frame = cast(Frame, loader.one_of(name, number, row, "frame", ("victim", "agent", "either", "masdar"), "masdar"))
            needs = frozenset(word if word in ("*", "#", "+", "$") else fold(word) for word in loader.alternatives(row["needs"]))
            for k, form in enumerate(forms):
                entries.append((form, frame, kind, needs, pos == "verb" and k > 0))
    # A form of the list beats one that inflection made of another word: إصابة is no "hit him".
    for form, frame, kind, needs, _ in entries:
        words.acts.setdefault(fold(form), Act(kind, frame, needs, ""))
    for form, frame, kind, needs, present in entries:
        _add_act(words, form, frame, kind, needs, present=present)
    return CasualtyWords(
        words.acts,
        words.seconds,
        words.victims,
        words.counted,
        words.people,
        frozenset(families),
        frozenset(nationals),
        given_names(),
    )


#: thing: counted things that are no persons. not_new: words before قتلى that make them known ones (جثث, ذوي). undone: the act
#: was tried, charged, threatened or denied. other_sense: disease and sport. tells_none: verbs behind لم of no one hurt.
#: no_word: "no word of casualties" is not "no casualties".
_CONTEXTS: Final = ("thing", "not_new", "undone", "other_sense", "tells_none", "no_word")


@cache
def context(kind: str) -> frozenset[str]:
    """Folded words of one class around casualty claims."""
    name = "casualty_context.tsv"
    found = (
        (row["form"], loader.one_of(name, number, row, "class", _CONTEXTS))
        for number, row in loader.rows(name, ("form", "class", "source"))
    )
    return frozenset(fold(form) for form, cell in found if cell == kind)


def given_names() -> frozenset[str]:
    """Common given names, folded."""
    return frozenset(fold(row["form"]) for _, row in loader.rows("given_names.tsv", ("form", "source")))


def _add_act(words: CasualtyWords, form: str, frame: Frame, kind: CasualtyKind, needs: frozenset[str], *, present: bool) -> None:
    """The inflected forms of an act."""
    base = fold(form)
    if frame == "masdar":
        made = [base, *(f for f in inflect.noun_forms(form) if f not in (base, base + "ا"))]
        if form.endswith("ة"):
            made = [f for f in made if not f.endswith(("ان", "ين", "تي"))]
    else:
        made = list(inflect.present_forms(form) if present else inflect.past_forms(form))
        made += [f[:-1] for f in made if f.endswith("وا")]  # قتلو، اعتقلو: as many write them
    for word in made:
        if word in _NO_ACTS and fold("على") not in needs:
            continue
        pronoun = next((p for p in _PRONOUNS if word != base and word.endswith(p) and len(word) > len(p) + 2), "")
        if frame != "masdar" and pronoun in ("ا", "وا", "و"):
            pronoun = ""
        act = Act(kind, frame, needs, pronoun)
        first = words.acts.setdefault(word, act)
        if (first.kind, first.frame) != (kind, frame) and needs:
            words.seconds[word] = (*words.seconds.get(word, ()), act)


_PRONOUNS: Final = ("هما", "هم", "هن", "ها", "ه", "نا")
#: Forms that inflection makes and that mean something else: ياسر, أسرة, توقف, قتلى, جرحى, قضاة, فقده.
_NO_ACTS: Final = frozenset(
    {"ياسر", "اسره", "اسرها", "اسرهم", "اسرته", "اسرتها", "توقف", "يوقف", "توقفوا", "توقفت", "سيوقف", "قضا", "قضت", "تقضي",
     "راحت", "راحه", "فقده", "فقدها", "وقفه", "ضبطها", "ضبطه", "هجره", "هجرها", "هجرته", "غرقه", "وفاتها"}
)  # fmt: skip


def count_of(forms: list[str], form: str) -> Count:
    """How many a noun's form says. The first form is the singular; -ين is dual only where the plural is broken.

    >>> count_of(["طفل", "أطفال", "طفلين"], "طفلين"), count_of(["مدني", "مدنيون", "مدنيين"], "مدنيين")
    ('two', 'many')
    """
    single = forms[0]
    if form == single:
        # متعاون has a plural of its own
        plural = single.endswith(("ات", "ون", "ين")) and len(single) > 4 and not any(f.startswith(single) for f in forms[1:])
        return "many" if plural else "one"
    if form in (single + "ا", single + "ة"):
        return "one"
    if single.endswith("ات") and form.endswith(("تان", "تين")):
        return "two"
    stem = single[:-1] + "ت" if single.endswith("ة") else single
    if form == stem + "ان":
        return "two"
    if form == stem + "ين" and stem + "ون" not in forms:
        return "two"
    return "many"
