"""Persons who are only named (اعتقلت سالم العلي، مقتل خالد الزبيدي), whom no title or noun announces as participants."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import Governing
from rasad.events.subjects import SUBJECT_REACH
from rasad.lexicon import casualties
from rasad.model.mentions import ActorMention
from rasad.text.person_names import is_given, name_end

#: كلاً من، كل من: before the names of several.
_EACH: Final = frozenset({"كل", "كلا"})
_MARKS: Final = frozenset("\"“”«»'‘’،,:")
#: Given name and family name.
_SHORTEST: Final = 2
#: More than any list of names that the hand-coded reports have.
_MOST: Final = 12
WHY: Final = "a person who is only named"


class ByNames:
    """Reads them in one report."""

    def __init__(self, governing: Governing) -> None:
        self.words = governing.words
        self.objects = governing.objects
        self.dated = governing.dated

    def give(self, draft: Draft, known: Sequence[ActorMention]) -> None:
        """The persons right behind the act, or right behind who does it, are its targets."""
        trigger = draft.trigger
        behind = [a.last for a in draft.of_role("source") if trigger.last <= a.first <= trigger.last + SUBJECT_REACH]
        if trigger.pos == "noun" and trigger.frame != "patient" and trigger.complement != "target":
            return
        for first in (*behind, trigger.last):
            for actor in self._listed(first, draft.clause[1]):
                if any(a.first < actor.last and actor.first < a.last for a in known):
                    return
                draft.add_actor(actor, "target", WHY)
            if draft.of_role("target"):
                return

    def stands_at(self, first: int, limit: int) -> bool:
        """Whether a person is named at word `first`."""
        return next(self._listed(first, limit), None) is not None

    def _listed(self, first: int, limit: int) -> Iterator[ActorMention]:
        """The names from word `first` on that و or a comma joins."""
        norm = self.words.norm
        while first < limit and first in self.dated:
            first += 1  # اختطف مسلحون أمس خالد الزبيدي
        if first + 1 < limit and norm[first] in _EACH and norm[first + 1] == "من":
            first += 2
        prefix = ""
        for _ in range(_MOST):
            while first < limit and norm[first] in _MARKS:
                first += 1
            last = self._end(first, limit, prefix)
            if last - first < _SHORTEST:
                return
            key = " ".join(norm[first:last]).removeprefix(prefix)
            yield ActorMention(first, last, prefix, "civilians", None, None, None, None, False, WHY, key)
            first, prefix = last, "و"

    def _end(self, first: int, limit: int, prefix: str) -> int:
        """The word behind the name that begins at word `first`, with و before it in a list."""
        if first >= limit or first in self.objects:
            return first
        if is_given(self.words, first):
            return name_end(self.words, first, limit)
        given = casualties.load().names
        joined = prefix and any(p == prefix and stem in given for p, stem in self.words.analyses[first])
        return name_end(self.words, first + 1, limit) if joined else first
