"""Where people are from, live or were taken: no place of what happened to them elsewhere."""

from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS
from rasad.events.persons import PERSONS
from rasad.lexicon import casualties, placewords, wordclass
from rasad.lexicon.clitics import among
from rasad.lexicon.perword import PerWord
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
_CAME_FROM: Final = wordclass.stems("came_from_stem")
#: تعزيزات قادمة من X: a move is told with where it began.
_ARRIVING: Final = wordclass.stems("arriving_stem")
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
#: وهو من محافظة X
_PRONOUNS: Final = wordclass.words("person_pronoun")
#: ثلاثة من عائلة واحدة من بلدة X
_FAMILIES: Final = wordclass.words("family_noun")
_ONE: Final = "واحده"
#: خيام نازحين غربي X: where they are now, unless من says from where.
_DISPLACED: Final = wordclass.stems("displaced_stem")
_WHOLE: Final = ("ين", "ون", "ات", "ا")
_GIVEN: Final = casualties.load().names
_HOLDERS: Final = wordclass.words("office_holder")
#: Words from the holder of an office to its place, with that place's cue.
_HELD: Final = 3
#: من مواقعها في X: from where somebody fires.
_POSITIONS: Final = wordclass.words("own_position")
#: Words from "to" to a hospital, and to its town: نُقلوا إلى مستشفى X في Y.
_CARE: Final = 3
_TAKEN: Final = 5
_MARKS: Final = frozenset("،؛.:()")
#: The given name, which folds like the preposition على.
_ALI: Final = "علي"


def _bare(word: str) -> str:
    """A word without the article and what is fused before it: للنازحين → نازحين."""
    for prefix in ("وال", "لل", "بال", "ال"):
        if word.startswith(prefix):
            return word[len(prefix) :]
    return word


_BARE: Final = PerWord(_bare)


class Homes:
    """Asks it of the places of one report."""

    def __init__(self, words: Words) -> None:
        self.words = words
        #: places that were asked whether a person is from there: every act of their sentence asks
        self._homes: dict[int, bool] = {}

    def origin(self, low: int, place: ResolvedPlace, homes: list[ResolvedPlace], draft: Draft) -> list[ResolvedPlace] | None:
        """المنحدر من بلدة X، يقطن في X: where a person is from, not where it happened: the list it belongs to, or None."""
        before = self.words.norm[low : place.mention.first]
        for k, joined in enumerate(before):
            word = joined.removeprefix("و") if joined.removeprefix("و").startswith(_STANDING + _TRAVEL) else joined
            following = before[k + 1 : k + 2]
            moves = draft.event_type == "MOBILIZE" and word.startswith(_ARRIVING)
            if word.startswith(_TRAVEL) and not moves and following in (["الي"], ["من"], ["نحو"], ["باتجاه"]):
                return []
            if _BARE[word].startswith(_CAME_FROM) and following == ["من"]:
                return []  # حاولوا التسلل من الأردن
            if word.startswith(_STANDING):
                return [] if self._does(draft, low + k) else homes
            away = _BARE[word].startswith(_DISPLACED) and word.endswith(_WHOLE) and "من" not in before[k + 1 :]
            if word.startswith(_ORIGIN) and following not in (["في"], ["الي"]) and not away:
                return homes if word.startswith(_PEOPLE) else []
            if following == ["من"] and _BARE[word].startswith(_ORIGIN):
                return []  # للنازحين من X
        if self._from_positions(place, draft):
            return homes
        return homes if self.of_person(place) else None

    def acts_from(self, place: ResolvedPlace, draft: Draft) -> bool:
        """Whether a place is where those stand who do the act: what follows it at once is what they strike."""
        first = place.mention.first
        standing = (i for i in range(max(1, first - 3), first) if self.words.norm[i].startswith(_STANDING))
        return self._from_positions(place, draft) or any(self._does(draft, i) for i in standing)

    def _from_positions(self, place: ResolvedPlace, draft: Draft) -> bool:
        """قصفت من مواقعها في X قرية Y, أطلقت القوات من حاجز X النار: from where an act of force was done."""
        i, norm = place.mention.first - 1, self.words.norm
        if draft.event_type != "ASSAULT" or i < 1:
            return False
        if norm[i] in ("في", "قرب") and norm[i - 1] in _POSITIONS and i > 1:
            return norm[i - 2] == "من"
        return norm[i] == "من" and any(a.last == i for a in draft.of_role("source"))

    @staticmethod
    def _does(draft: Draft, i: int) -> bool:
        """قصفت القوات المتمركزة في X بلدة Y: who stands there, right before word i, does it: from there, not there."""
        return draft.event_type == "ASSAULT" and any(0 <= i - a.last <= 1 for a in draft.of_role("source"))

    def of_person(self, place: ResolvedPlace) -> bool:
        """شابين من X، الشاب فلان من قرية X: people and where they are from, with nothing but a name between."""
        first = place.mention.first
        if first not in self._homes:
            self._homes[first] = self._is_home(place)
        return self._homes[first]

    def _is_home(self, place: ResolvedPlace) -> bool:
        i, behind = place.mention.first, self.words.norm[place.mention.last : place.mention.last + 1]
        if self._held_by(i):
            return True
        if i < 2 or self.words.norm[i - 1] != "من" or (behind and behind[0] in _TOWARDS | {"الي"}):
            return False  # المصاب من X إلى Y: a way, no home
        if self.words.norm[i - 2].removeprefix("و") in _PRONOUNS:
            return True  # وهو من محافظة X
        named = self._before_age(i - 2)
        named -= self.words.norm[named] == _ONE and self.words.norm[named - 1] in _FAMILIES
        for k in range(named, max(-1, named - _NAMED), -1):
            family = self.words.norm[k] == "من" and self.words.norm[k + 1] in _FAMILIES
            stops = self.words.norm[k] in _STOPS and not family and not self.words.surface[k].endswith(_ALI)
            if self.words.kind[k] != "word" or stops:
                return False
            if PERSONS[self.words.norm[k]] is not None or (k == named and self.words.norm[k] in _GIVEN):
                return True
        return False

    def _held_by(self, i: int) -> bool:
        """مختار قرية X, رئيس بلدية X: whose office is there, with nothing but the body he heads between."""
        for k in range(i - 1, max(-1, i - 1 - _HELD), -1):
            if self.words.kind[k] != "word" or self.words.norm[k] in PREPOSITIONS:
                return False
            if among(self.words.norm[k], _HOLDERS):
                return True
        return False

    def _before_age(self, k: int) -> int:
        """The word before (34 عاماً), or before a comma, if that ends at word k."""
        k -= self.words.norm[k] == "،"
        near = self.words.norm[max(0, k - _AGE) : k]
        return k - len(near) + near.index("(") - 1 if self.words.norm[k] == ")" and "(" in near else k

    def care(self, i: int) -> bool:
        """نُقلوا إلى مشافي الحسكة: where the hurt were taken is not where it happened."""
        # ونُقلوا إلى مستشفى رفيديا في نابلس
        reach = _TAKEN if self.words.norm[i - 1] == "في" else _CARE
        around = self.words.norm[max(0, i - reach) : i + 1]
        led = max((k for k, w in enumerate(around) if w == "الي"), default=-1)
        if led < 0 or not _MARKS.isdisjoint(around[led:]):
            return False
        return any(w.removeprefix("ال").startswith(_HOSPITALS) for w in around[led + 1 :])

    def post(self, i: int) -> bool:
        """وفق مسؤول ملف الاستيطان شمال الضفة: where who speaks works."""
        for k in range(i - 1, max(-1, i - _POST), -1):
            word = self.words.norm[k]
            if self.words.kind[k] != "word" or word in _TOLD:
                return False
            if word in _ACCORDING:
                return True
        return False
