"""Words that say what befell people: verbs (قُتل), masdars (مقتل) and nouns of those hurt (قتلى، جرحى)."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from rasad.lexicon import inflect, loader
from rasad.lexicon.folding import fold
from rasad.model.vocab import CASUALTY_KINDS, CasualtyKind

Count = Literal["one", "two", "many"]
_POS: Final = ("verb", "masdar", "person")


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """Folded forms. `acts`: verbs and masdars → kind; `victims`: nouns → (kind, how many the form itself says)."""

    acts: dict[str, CasualtyKind]
    victims: dict[str, tuple[CasualtyKind, Count]]


@cache
def load() -> CasualtyWords:
    """Loaded once."""
    acts: dict[str, CasualtyKind] = {}
    victims: dict[str, tuple[CasualtyKind, Count]] = {}
    name = "casualty_words.tsv"
    for number, row in loader.rows(name, ("forms", "kind", "pos", "source")):
        kind = cast(CasualtyKind, loader.one_of(name, number, row, "kind", CASUALTY_KINDS))
        pos = loader.one_of(name, number, row, "pos", _POS)
        forms = loader.alternatives(row["forms"])
        for k, form in enumerate(forms):
            if pos == "person":
                victims.setdefault(fold(form), (kind, count_of(forms, form)))
                continue
            made = inflect.noun_forms(form) if pos == "masdar" else inflect.present_forms(form) if k else inflect.past_forms(form)
            for word in made:
                acts.setdefault(word, kind)
    return CasualtyWords(acts, victims)


def count_of(forms: list[str], form: str) -> Count:
    """How many a noun's form says. The first form is the singular; -ين is dual only where the plural is broken.

    >>> count_of(["طفل", "أطفال", "طفلين"], "طفلين"), count_of(["مدني", "مدنيون", "مدنيين"], "مدنيين")
    ('two', 'many')
    """
    single = forms[0]
    if form == single:
        return "many" if single.endswith(("ات", "ون", "ين")) and len(single) > 4 else "one"
    if form in (single + "ا", single + "ة"):
        return "one"
    stem = single[:-1] + "ت" if single.endswith("ة") else single
    if form == stem + "ان":
        return "two"
    if form == stem + "ين" and stem + "ون" not in forms:
        return "two"
    return "many"
