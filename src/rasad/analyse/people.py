"""Which words name persons, and how many the form itself says: طفل one, طفلان and طفليها two, أطفال many.

The list of participants (rasad.lexicon.actors) knows the nouns; here their duals are told from the plurals, also where a
pronoun or a complement has taken the ن (طفلاه، راعيي أغنام) and where only a written vowel tells (موظفَين).
"""

from functools import lru_cache
from typing import Literal

from rasad.lexicon import actors as actor_lexicon
from rasad.lexicon import casualties as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Count
from rasad.lexicon.clitics import analyses
from rasad.model.fixed import fixed

Number = Literal["one", "two", "many", "dual_or_plural"]

_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا")
#: Brother and father before a pronoun (أخوه is no إخوة).
_KIN = ("اخو", "اخا", "اخي", "ابو", "ابا", "ابي")
#: Their farms, not their farmers.
_THINGS = "مزارع"
#: Feminine forms that are things, acts or bodies far oftener than women (ومحافظة حلب، أثناء مشاركتهم).
_NO_WOMEN = wordclass.words("no_woman")
#: Broken plurals in ان, and nouns that only look like a dual or a plural.
_NO_DUALS = frozenset({"فتيان", "صبيان", "شبان", "نسوان", "غلمان", "فرسان", "انسان", "سكان", "شجعان", "جرحان", "فدان"})
#: Groups and classes of those who do the act rather than suffer it.
_DOERS = frozenset({"militants", "fighters", "soldiers", "police"})


@fixed
class Person:
    """A person noun: casualty group, how many, the proclitics cut from it, whether it may be the doer of an act."""

    group: str | None
    number: Number
    prefix: str
    doer: bool
    #: a noun of unknown hands (مجهولون، ملثمون): after an active verb it is always the doer
    unknown: bool
    #: named by country (إسرائيلي): beside another noun it is an adjective
    national: bool

    @property
    def definite(self) -> bool:
        """Whether it has the article."""
        return "ال" in self.prefix or "لل" in self.prefix


@lru_cache(maxsize=100_000)
def person(word: str, marbuta: bool = False) -> Person | None:
    """The person noun that a folded word is, or None. `marbuta`: it is written with ة, so it ends in no pronoun."""
    for prefix, stem in analyses(word):
        if len(stem) > 2:
            found = _read(stem, prefix, () if marbuta or "ال" in prefix else _PRONOUNS)
            if found is not None:
                return found
    return None


def _read(stem: str, prefix: str, pronouns: tuple[str, ...]) -> Person | None:
    own = lexicon.load().people
    if pronouns and stem.startswith(_KIN) and stem[3:] in pronouns:
        return _make(stem[:2], prefix, "one")  # جُرح أخوه، مع أبيها
    if stem.startswith(_THINGS) and stem.endswith(_PRONOUNS):
        return None
    for pronoun in ("", *pronouns):
        if pronoun and not stem.endswith(pronoun):
            continue
        base = stem.removesuffix(pronoun) if pronoun else stem
        if len(base) < 3:
            continue
        # A dual loses its ن before a complement or a pronoun: طفليها, راعيي أغنام.
        if base[-1] in "اي" and not base.endswith("اي") and (pronoun or base.endswith("يي")) and _number(base + "ن") == "two":
            return _make(base + "ن", prefix, "two")
    if stem[-1] == "ه" and pronouns and len(stem) > len("طفل") and _number(stem[:-1]) == "one":
        return _make(stem[:-1], prefix, "one")  # شقيقه is no شقيقة
    own_entry = own.get(stem)
    number = _number(stem)
    if own_entry is not None or number is not None:
        return _make(stem, prefix, number or "one")
    for pronoun in pronouns:
        if stem.endswith(pronoun):
            base = stem.removesuffix(pronoun)
            changed = base[:-1] + "ء" if base.endswith("اي") else base[:-1] + "ه" if base.endswith("ت") else base
            for whole in (base, changed):
                number = _number(whole) if len(whole) > 2 else None
                if number is not None:
                    return _make(whole, prefix, number)
    return None


def _make(stem: str, prefix: str, number: Number) -> Person:
    people = actor_lexicon.load()
    role = people.roles.get(stem) or people.roles.get(_singular(stem))
    words = lexicon.load()
    own = words.people.get(stem) or words.people.get(_singular(stem))
    group = own[0] if own is not None and role is None else role.group if role is not None else None
    doer = role is not None and (role.group in _DOERS or role.actor_class == "unknown")
    doer = doer or (role is None and group in _DOERS)  # حوثيون
    unknown = role is not None and role.actor_class == "unknown" and role.group is None
    national = not words.nationals.isdisjoint((stem, _singular(stem), stem.removesuffix("ه")))
    return Person(group, number, prefix, doer, unknown, national)


def _singular(stem: str) -> str:
    """The singular that a dual or sound plural is made of."""
    if stem.endswith(("تان", "تين")):
        return stem[:-3] + "ه"
    return stem[:-2] if stem.endswith(("ان", "ين", "ون")) else stem


def _number(stem: str) -> Number | None:
    """How many the form says; None where the word is no person noun."""
    people = actor_lexicon.load()
    own = lexicon.load().people
    single = _singular(stem)
    if stem in _NO_WOMEN or single in _NO_WOMEN:
        return None
    if single != stem and stem not in _NO_DUALS and not stem.endswith("ون") and (_is_one(single) or single in own):
        if stem.endswith("ين") and not stem.endswith("تين"):
            plural = single + "ون"
            return "dual_or_plural" if _listed(plural) or plural in own else "two"
        return "two"
    if stem in own:
        return own[stem][1]
    count: Count | None = people.counts.get(stem) if _listed(stem) else None
    return count


def _listed(stem: str) -> bool:
    role = actor_lexicon.load().roles.get(stem)
    return role is not None and role.person


def _is_one(stem: str) -> bool:
    return _listed(stem) and actor_lexicon.load().counts.get(stem) == "one"
