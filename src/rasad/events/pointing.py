"""Words that point back to a place the report has named: المدينة، القرية، المخيم، المعبر (CODEBOOK 6)."""

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import places_within
from rasad.lexicon import placewords, wordclass
from rasad.lexicon.clitics import analyses
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ResolvedPlace
from rasad.model.reading import Reading

_IN: Final = wordclass.words("venue_preposition")
#: What may be fused before a word that points back.
_FUSED: Final = frozenset({"", "و", "ب", "ل", "وب", "ول"})
#: A place told so many mentions ago is what المدينة points back to.
_BACK: Final = 12
_TOWNS: Final = frozenset({"مدينه", "قريه", "بلده", "ضيعه"})
#: Sentences from a town told without its kind to what points back to it.
_TOWN_WITHIN: Final = 2


class Pointing:
    """What the words of one report point back to; `speakers`: words of those who speak, which point to no scene."""

    def __init__(self, reading: Reading, speakers: set[int]) -> None:
        self.reading, self.words, self.speakers = reading, reading.words, speakers
        named = {i for p in reading.places for i in range(p.mention.first, p.mention.last)}
        asked = ((i, _POINTERS[self.words.norm[i]]) for i in _POINTERS.where(self.words.norm))
        self._back = [(i, noun) for i, noun in asked if noun is not None and i not in named]

    def at(self, draft: Draft, *, met: bool = False) -> ResolvedPlace | None:
        """المدينة، القرية in the clause: the place of that kind that the report named last; `met`: in which somebody met
        (اجتمعت في المخيم)."""
        first, last = draft.clause
        for i, noun in self._back[bisect_left(self._back, (first, "")) :]:
            if i >= last:
                break
            venue = i >= draft.trigger.last and (self.words.norm[i - 1] in _IN or self.words.norm[i].startswith("بال"))
            named = self._named_last(i, noun) if i not in self.speakers and (venue or not met) else None
            if named is not None:
                return named
        return None

    def _named_last(self, i: int, cue: str) -> ResolvedPlace | None:
        before = places_within(self.reading.places, 0, i)[-_BACK:]
        found = next(filter(None, (self._as(p, cue) for p in reversed(before))), None)
        if found is None and cue in _TOWNS:  # قرب عرسال … هاجموا البلدة
            towns = [p for p in before if p.mention.kind == "settlement" and p.mention.cue is None]
            near = [p for p in towns if self.words.sentence[i] - self.words.sentence[p.mention.first] <= _TOWN_WITHIN]
            found = near[-1] if near else None
        return found

    def _as(self, place: ResolvedPlace, cue: str) -> ResolvedPlace | None:
        """The place if it is of that kind, also the town in what is told by it: شمالي مدينة X … هاجموا المدينة."""
        mention = place.mention
        if mention.cue == cue:
            return place
        if cue not in _TOWNS or mention.kind != "area" or cue not in self.words.norm[mention.first + 1 : mention.last]:
            return None
        first = self.words.norm.index(cue, mention.first + 1)
        town = replace(
            mention, first=first, prefix="", kind="settlement", cue=cue, key=" ".join(self.words.norm[first + 1 : mention.last])
        )
        return replace(place, mention=town, why=f"the town of {self.words.quote(mention.first, mention.last)}")


def _pointer(norm: str) -> str | None:
    stems = (stem for prefix, stem in analyses(norm) if prefix in _FUSED)
    return next((s.removeprefix("ال") for s in stems if s in placewords.load()["generic"] or _names_site(s)), None)


def _names_site(stem: str) -> bool:
    """المعبر، الجسر: the noun of a named site, which points back to it."""
    cue = placewords.load().cues.get(stem.removeprefix("ال")) if stem.startswith("ال") else None
    return cue is not None and cue.kind == "site" and cue.number == "one" and cue.take == "name"


#: The cue of a word that may point back to a place.
_POINTERS: Final = PerWord(_pointer)
