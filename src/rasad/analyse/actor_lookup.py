"""What the lists say of one word: a known name that fits report and day, a role noun, an adjective of a side."""

from datetime import date
from typing import Final

from rasad.analyse.wordtypes import ROLES, SIDES
from rasad.lexicon import wordclass
from rasad.lexicon.actors import Actor, ActorName, Actors, RoleNoun
from rasad.lexicon.matcher import Match
from rasad.model.words import Words
from rasad.text.person_names import is_given

_FARMS: Final = "مزارع"
#: الشارع الرئيس: the main one of its kind, no president.
_CHIEF: Final = "رييس"
_MAIN: Final = wordclass.words("main_of_its_kind")
_RESISTANCE: Final = "مقاومت"
_OWNED: Final = ("ه", "ها", "هم")
_HIS: Final = wordclass.words("his_rather_than_plural")
#: Sound plurals of persons with the article, which are no adjective of a body.
_PLURAL_OF_PERSONS: Final = ("ين", "ون")


def _of_persons(norm: str) -> bool:
    return norm.startswith("ال") and norm.endswith(_PLURAL_OF_PERSONS)


class Lookup:
    """Asks the lists for one report: `published` picks the name that was right on that day, `country` those of its own."""

    def __init__(self, words: Words, known: Actors, published: date | None, country: str | None) -> None:
        self.words = words
        self.known = known
        self.published = published
        self.country = country
        self._matches = known.names.matches(words)
        self._names: dict[int, tuple[Match[ActorName], Actor] | None] = {}

    def name(self, i: int) -> tuple[Match[ActorName], Actor] | None:
        """The known name at word i that fits the day and the country of the report."""
        match = self._matches.get(i)
        if match is None:
            return None
        if i not in self._names:
            self._names[i] = self._fitting(i, match)
        return self._names[i]

    def _fitting(self, i: int, match: Match[ActorName]) -> tuple[Match[ActorName], Actor] | None:
        nisba = match.last == i + 1 and i > 0 and self.words.norm[i].startswith("ال") and self.words.norm[i].endswith("ي")
        if nisba and (is_given(self.words, i - 1) or self.words.norm[i - 1] == "الدين"):
            return None  # بدر الدين الحوثي: a person's name
        if "ال" in match.prefix and match.last == i + 2 and _of_persons(self.words.norm[i + 1]):
            return None  # اتهمت الحكومة الحوثيين: the article has closed it, no حكومة الحوثيين
        fitting = [n for n in match.payloads if self._fits(n)]
        if not fitting:
            return None
        best = max(fitting, key=lambda n: (n.actor.country == self.country, self._dated(n), n.scope == "home"))
        return match, best.actor

    def _fits(self, name: ActorName) -> bool:
        if name.scope == "home" and name.actor.country != (self.country or "SY"):
            return False
        if name.countries and self.country not in name.countries:
            return False
        if self.published is None:
            return True
        start, end = name.start or name.actor.start, name.end or name.actor.end
        return not ((start and self.published < start) or (end and self.published > end and (self.published - end).days > 3))

    def _dated(self, name: ActorName) -> bool:
        """Without a day the newest reading would be a guess: prefer what is open at the start (the older side)."""
        return name.start is None if self.published is None else True

    def role(self, i: int) -> tuple[str, RoleNoun] | None:
        """The role noun at word i with its proclitics."""
        for prefix, stem, role in ROLES[self.words.norm[i]]:
            if ("آ" in self.words.surface[i]) != (stem in self.known.madda) or self._of_land(i, stem):
                continue  # آمن is not أمن, الأمر no آمر
            if self._his(i, prefix, stem) or (prefix == "ال" and stem == _CHIEF and self.words.norm[i - 1] in _MAIN):
                continue
            if stem in self.known.written or not self.words.surface[i].endswith("ة"):
                return prefix, role
        return None

    def _his(self, i: int, prefix: str, stem: str) -> bool:
        """قتله، قادهم are no قتلة and قادة; مقاومتهم: to resist them."""
        theirs = stem.startswith(_RESISTANCE) and stem.endswith(_OWNED)
        return theirs or (stem in _HIS and self.words.surface[i].endswith("ه") and "ال" not in prefix)

    def _of_land(self, i: int, stem: str) -> bool:
        """المزارع المحيطة, مزارعها: farms, no farmer."""
        behind = self.words.norm[i + 1 : i + 2]
        return stem.startswith(_FARMS) and (stem.endswith("ها") or any(w.startswith("ال") and w.endswith("ه") for w in behind))

    def adjective(self, i: int) -> Actor | None:
        """The side whose adjective stands at word i (إسرائيلية)."""
        return next((name.actor for name in SIDES[self.words.norm[i]] if self._fits(name)), None)
