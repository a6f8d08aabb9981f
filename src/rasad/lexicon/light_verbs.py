"""Light verbs: verbs that only carry an event noun (شنّ غارة، خرجت مظاهرة، تعرّض لقصف) and what their subject is."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from rasad.lexicon import inflect, loader
from rasad.model.words import Words

Subject = Literal["source", "target", "none"]
_COLUMNS: Final = ("lemma", "forms", "subject", "source")


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Folded form → what the subject of the verb is in the event."""

    forms: dict[str, Subject]

    def subject(self, words: Words, i: int) -> Subject | None:
        """The reading of word i as a light verb, or None."""
        for prefix, stem in words.analyses[i]:
            if prefix in ("", "و", "ف", "ل") and stem in self.forms:
                return self.forms[stem]
        return None

    def points_back(self, words: Words, i: int) -> bool:
        """Whether word i is a light verb of doing whose pronoun is the act named before (هجوم شنه، حملة نفذتها)."""
        for _, stem in words.analyses[i]:
            base = next((stem.removesuffix(p) for p in ("ها", "ه") if stem.endswith(p)), "")
            if self.forms.get(base) == self.forms.get(stem) == "source":
                return True
        return False


@cache
def load() -> LightVerbs:
    """Loaded once."""
    forms: dict[str, Subject] = {}
    name = "light_verbs.tsv"
    for number, row in loader.rows(name, _COLUMNS):
        subject = cast(Subject, loader.one_of(name, number, row, "subject", ("source", "target", "none")))
        for k, form in enumerate(loader.alternatives(row["forms"])):
            make = (inflect.past_forms, inflect.present_forms, inflect.noun_forms)[min(k, 2)]
            made = make(form)
            for word in made:
                forms.setdefault(word, subject)
    return LightVerbs(forms)
