"""Where people are from, live or were taken: no place of what happened to them elsewhere."""

from typing import Final

from rasad.events.draft import Draft
from rasad.events.persons import PERSONS
from rasad.lexicon import placewords, wordclass
from rasad.model.mentions import ResolvedPlace
from rasad.model.words import Words

#: Beginnings of words that say where somebody is from or lives.
_ORIGIN: Final = wordclass.stems("origin_stem")
#: Those of them that mean many, who are at home: an act done to them is done there.
_PEOPLE: Final = wordclass.stems("people_of_stem")
#: المقيم في X، القوات المتمركزة في X: where somebody is, which the act need not be.
_STANDING: Final = wordclass.stems("standing_in_stem")
_HOSPITALS: Final = wordclass.stems("hospital_stem")
#: توجهه إلى X، عودته من X: where somebody was going or coming from.
_TRAVEL: Final = wordclass.stems("travel_stem")
#: Words between "the young man" and "from X": his name.
_NAMED: Final = 6
#: Words of his age in brackets.
_AGE: Final = 4
_STOPS: Final = placewords.load()["stop"]
_ACCORDING: Final = wordclass.words("according_to")
#: Words from "according to" to where who speaks works, and what parts them.
_POST: Final = 8
_TOLD: Final = frozenset({"ان", "بان", "عن", "ما"})
_TOWARDS: Final = wordclass.words("towards")


def bare(word: str) -> str:
    """A word without the article and what is fused before it: للنازحين → نازحين."""
    for prefix in ("وال", "لل", "بال", "ال"):
        if word.startswith(prefix):
            return word[len(prefix) :]
    return word


class Homes:
    """Asks it of the places of one report."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def origin(self, low: int, place: ResolvedPlace, homes: list[ResolvedPlace], draft: Draft) -> list[ResolvedPlace] | None:
        """المنحدر من بلدة X، يقطن في X: where a person is from, not where it happened: the list it belongs to, or None."""
        before = self.words.norm[low : place.mention.first]
        for k, joined in enumerate(before):
            word = joined.removeprefix("و") if joined.removeprefix("و").startswith(_STANDING + _TRAVEL) else joined
            following = before[k + 1 : k + 2]
            if word.startswith(_TRAVEL) and following in (["الي"], ["من"], ["نحو"], ["باتجاه"]):
                return []
            if word.startswith(_STANDING):
                return [] if self._does(draft, low + k) else homes
            if word.startswith(_ORIGIN) and following not in (["في"], ["الي"]):
                return homes if word.startswith(_PEOPLE) else []
            if following == ["من"] and bare(word).startswith(_ORIGIN):
                return []  # للنازحين من X
        return homes if self.of_person(place) else None

    @staticmethod
    def _does(draft: Draft, i: int) -> bool:
        """قصفت القوات المتمركزة في X بلدة Y: who stands there, right before word i, does it: from there, not there."""
        return draft.event_type == "ASSAULT" and any(0 <= i - a.last <= 1 for a in draft.of_role("source"))

    def of_person(self, place: ResolvedPlace) -> bool:
        """شابين من X، الشاب فلان من قرية X: people and where they are from, with nothing but a name between."""
        i, behind = place.mention.first, self.words.norm[place.mention.last : place.mention.last + 1]
        if i < 2 or self.words.norm[i - 1] != "من" or (behind and behind[0] in _TOWARDS | {"الي"}):
            return False  # المصاب من X إلى Y: a way, no home
        named = self._before_age(i - 2)
        for k in range(named, max(-1, named - _NAMED), -1):
            if self.words.kind[k] != "word" or self.words.norm[k] in _STOPS:
                return False
            if PERSONS[self.words.norm[k]] is not None:
                return True
        return False

    def _before_age(self, k: int) -> int:
        """The word before (34 عاماً), or before a comma, if that ends at word k."""
        k -= self.words.norm[k] == "،"
        near = self.words.norm[max(0, k - _AGE) : k]
        return k - len(near) + near.index("(") - 1 if self.words.norm[k] == ")" and "(" in near else k

    def care(self, i: int) -> bool:
        """نُقلوا إلى مشافي الحسكة: where the hurt were taken is not where it happened."""
        around = self.words.norm[max(0, i - 3) : i + 1]
        if "الي" not in around:
            return False
        led = [k for k, w in enumerate(around) if w == "الي"]
        return any(w.removeprefix("ال").startswith(_HOSPITALS) for w in around[led[-1] :])

    def post(self, i: int) -> bool:
        """وفق مسؤول ملف الاستيطان شمال الضفة: where who speaks works."""
        for k in range(i - 1, max(-1, i - _POST), -1):
            word = self.words.norm[k]
            if self.words.kind[k] != "word" or word in _TOLD:
                return False
            if word in _ACCORDING:
                return True
        return False
