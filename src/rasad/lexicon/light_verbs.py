"""Light verbs: verbs that only carry an event noun (شنّ غارة، خرجت مظاهرة، تعرّض لقصف) and what their subject is."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, cast

from rasad.lexicon import inflect, loader
from rasad.lexicon.clitics import analyses
from rasad.lexicon.perword import PerWord

Subject = Literal["source", "target", "none"]
_COLUMNS: Final = ("lemma", "forms", "subject", "source")


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Folded form → what the subject of the verb is in the event."""

    forms: dict[str, Subject]
    #: the reading of a word as a light verb, or None
    subject: PerWord[Subject | None] = field(init=False)
    #: whether a word is a light verb of doing whose pronoun is the act named before (هجوم شنه، حملة نفذتها)
    points_back: PerWord[bool] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "subject", PerWord(self._subject))
        object.__setattr__(self, "points_back", PerWord(self._points_back))

    def _subject(self, norm: str) -> Subject | None:
        for prefix, stem in analyses(norm):
            if prefix in ("", "و", "ف", "ل") and stem in self.forms:
                return self.forms[stem]
        return None

    def _points_back(self, norm: str) -> bool:
        for _, stem in analyses(norm):
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
