"""Persons who are only named (اعتقلت سالم العلي، مقتل خالد الزبيدي), whom no title or noun announces as participants."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS, Governing
from rasad.events.subjects import SUBJECT_REACH
from rasad.lexicon import casualties, wordclass
from rasad.model.mentions import ActorMention
from rasad.text.person_names import is_given, name_end

#: كلاً من، كل من: before the names of several.
_EACH: Final = frozenset({"كل", "كلا"})
_MARKS: Final = frozenset("\"“”«»'‘’،,:")
#: Given name and family name.
_SHORTEST: Final = 2
#: … and with those of his father and grandfather.
_FULL: Final = 5
#: More than any list of names that the hand-coded reports have.
_MOST: Final = 12
#: اعتقل فيها, خطف من هناك; words of a place behind its preposition.
_THERE: Final = wordclass.words("there")
_THE_PLACE: Final = wordclass.words("the_place")
_PLACE_WITHIN: Final = 3
_THAT: Final = wordclass.words("that_opener")
#: Words from أن to the verb of what befell a person: his name and age.
_BEHIND_THAT: Final = 12
#: وهو، وهي: what somebody is, up to the next comma.
_WHO_IS: Final = frozenset({"وهو", "وهي"})
_APPOSED_WITHIN: Final = 12
WHY: Final = "a person who is only named"


class ByNames:
    """Reads them in one report."""

    def __init__(self, governing: Governing) -> None:
        self.words = governing.words
        self.objects = governing.objects
        self.dated = governing.dated
        self.places = governing.places

    def give(self, draft: Draft, known: Sequence[ActorMention]) -> None:
        """The persons right behind the act, or right behind who does it, are its targets."""
        trigger = draft.trigger
        behind = [a.last for a in draft.of_role("source") if trigger.last <= a.first <= trigger.last + SUBJECT_REACH]
        if trigger.pos == "noun" and trigger.frame != "patient" and trigger.complement != "target":
            return
        for first in (*behind, trigger.last):
            if trigger.pos == "verb":
                first = self._past_asides(first, draft.clause[1])
            for actor in self._listed(first, draft.clause[1]):
                if any(a.first < actor.last and actor.first < a.last and not a.adjective for a in known):
                    return
                draft.add_actor(actor, "target", WHY)
            if draft.of_role("target"):
                return

    def before(self, draft: Draft) -> None:
        """إن سالم العلي (44 عاماً) قُتل: the person between أن and a passive verb."""
        trigger, first = draft.trigger, self.words.sentences[draft.sentence].first
        suffers = trigger.voice == "passive" or (trigger.voice == "either" and trigger.frame != "patient")
        many = self.words.norm[trigger.first].endswith("وا")  # أن صالح قُتل برصاص مسلحين أوقفوا موكبه
        if many or not (suffers or trigger.frame == "patient") or draft.of_role("target"):
            return
        for i in range(trigger.first - 1, max(first, trigger.first - _BEHIND_THAT), -1):
            if self.words.norm[i] not in _THAT:
                continue
            end = next((k for k in range(i + 1, trigger.first) if self.words.norm[k] in "(،,"), trigger.first)
            behind = self._past_bracket(end, trigger.first)
            behind += behind < trigger.first and self.words.norm[behind] in "،,"
            whole = behind == trigger.first and is_given(self.words, i + 1)
            if whole and _SHORTEST <= end - i - 1 <= _FULL and PREPOSITIONS.isdisjoint(self.words.norm[i + 1 : end]):
                key = " ".join(self.words.norm[i + 1 : end])
                named = ActorMention(i + 1, end, "", "civilians", None, None, None, None, False, WHY, key)
                draft.add_actor(named, "target", WHY)
            return

    def more(self, draft: Draft, known: Sequence[ActorMention]) -> None:
        """اعتقلوا الفتى سالم البكري (13 عاماً) قرب الحرم، وخالد الطيطي: the persons whom و joins to one with a title."""
        if draft.event_type not in ("COERCE", "ASSAULT"):
            return
        limit, taken = draft.clause[1], {i for a in known if not a.adjective for i in range(a.first, a.last)}
        told = [a for a in draft.of_role("target") if a.first >= draft.trigger.last and self._named(a)]
        if not told or any(a.why == WHY for a, _ in draft.actors):
            return
        first = self._past_asides(self._past_bracket(told[-1].last, limit), limit)
        if first < limit and self.words.norm[first] in "،,":
            first += 1
        if first < limit and self.words.norm[first] in _WHO_IS:
            comma = (k for k in range(first, min(limit, first + _APPOSED_WITHIN)) if self.words.norm[k] in "،,")
            first = next(comma, limit - 1) + 1  # وهو قيادي في حركة X،
        for actor in self._listed(first, limit, "و"):
            if not taken.isdisjoint(range(actor.first, actor.last)):
                return
            draft.add_actor(actor, "target", WHY)

    def _named(self, actor: ActorMention) -> bool:
        """Whether a person is told of with his name."""
        return actor.last > actor.first + 1 and any(is_given(self.words, i) for i in range(actor.first + 1, actor.last))

    def _past_bracket(self, i: int, limit: int) -> int:
        if i >= limit or self.words.norm[i] != "(":
            return i
        return next((k + 1 for k in range(i + 1, min(limit, i + _APPOSED_WITHIN)) if self.words.norm[k] == ")"), i)

    def _past_asides(self, first: int, limit: int) -> int:
        """The word behind days and places: خُطف من البلدة أمس خالد الزبيدي, اعتقل فيها سالم العلي."""
        norm = self.words.norm
        while first < limit:
            if first in self.dated or norm[first] in _THERE or (norm[first] == "في" and first + 1 in self.dated):
                first += 1
                continue
            near = range(first, min(limit, first + 1 + _PLACE_WITHIN)) if norm[first] in PREPOSITIONS else (first,)
            place = next((self.places[k] for k in near if k in self.places and (k > first or norm[k] not in PREPOSITIONS)), None)
            if norm[first] in PREPOSITIONS and norm[first + 1 : first + 2] and norm[first + 1] in _THE_PLACE:
                place = first + 2  # خُطف من البلدة
            if place is None or (place == first + 1 and not norm[first].startswith("ب")):
                return first
            first = place
        return first

    def stands_at(self, first: int, limit: int) -> bool:
        """Whether a person is named at word `first`."""
        return next(self._listed(first, limit), None) is not None

    def _listed(self, first: int, limit: int, prefix: str = "") -> Iterator[ActorMention]:
        """The names from word `first` on that و or a comma joins."""
        norm = self.words.norm
        while first < limit and first in self.dated:
            first += 1  # اختطف مسلحون أمس خالد الزبيدي
        if first + 1 < limit and norm[first] in _EACH and norm[first + 1] == "من":
            first += 2
        for _ in range(_MOST):
            while first < limit and norm[first] in _MARKS:
                first += 1
            first = self._past_bracket(first, limit)
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
        joined = joined or (prefix == "و" and self.words.surface[first] == "وعلي")  # وعلى is written otherwise
        return self._behind_given(first + 1, limit) if joined else first

    def _behind_given(self, i: int, limit: int) -> int:
        """The word behind a name whose given name stands before word i: وخالد الطيطي, وسالم بركات."""
        end = name_end(self.words, i, limit)
        if end > i or i >= limit or self.words.kind[i] != "word" or i in self.objects:
            return end
        norm, behind = self.words.norm[i], self.words.norm[i + 1 : i + 2]
        plain = norm not in PREPOSITIONS and len(norm) > _SHORTEST and norm[0] not in "بلوف"
        closed = not behind or behind[0] in PREPOSITIONS or behind[0] in _MARKS or behind[0][0] in "و(.؛"
        return i + 1 if plain and (norm.startswith("ال") or closed) else i
