"""Do two tellings in different sentences tell one act? Rules say what ties them; a logistic model confirms it.

A report tells an act in its lead, again in full, and points back to it later; it also tells acts alike, one after the other.
The rules (`rasad.events.retelling`) join where nothing they know tells two tellings apart. The model weighs what they say
together with what the tellings share (places, days, tolls, sides, words) and where they stand; a telling that it does not tie to
those of the act, on the mean, is an act of its own. The weights are in `models/ties.tsv`, their card beside it;
`tools/train_ties.py` makes them.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rasad.events import another, weights
from rasad.events.compare import counts_alike, fits, own, root, same_person, same_place, sides_differ, toll_parted
from rasad.events.days import dated_otherwise, days_apart, of_the_past
from rasad.events.draft import Draft
from rasad.events.kinds import GENERIC, kinds_differ
from rasad.events.retelling import only_hurt, opens_matter, points_back, retold, told_as_another, told_in_full, turning
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.vocab import EventType, Role

MODEL: Final = "ties.tsv"
#: Mean chance over an act's tellings below which a telling is none of them. Of pairs that the rules tie .62 are right, of those
#: from here on .74, and .58 of all ties are found (.71 by the rules alone).
LEAST: Final = 0.5
#: Sentences between two tellings of one act: of 1,023 ties in coded reports 3 were further apart.
REACH: Final = 12
#: Tellings of an act, besides the first, that another is compared with: more than coded reports hold, so that a file that is
#: many reports in one stays linear.
_TELLINGS: Final = 12
#: Counts are weighed up to these.
_FAR: Final = 6
_MANY: Final = 4
_FEW: Final = 3
#: Numbers of words before a trigger from which on it stands further back.
_AT: Final = (1, 4, 10, 20)
#: Longer words before a trigger, or at the head of a sentence, are seldom particles.
_SMALL_WORD: Final = 4
_ROLES: Final[tuple[Role, ...]] = ("source", "target")
_COUNTED: Final = ("killed", "injured", "detained", "abducted", "killed_or_injured")
_EXACT: Final = frozenset({"site", "settlement"})


class Ties:
    """The tellings of one report, as they were before any was joined, and how they are tied.

    Args:
        drafts: one a telling, in the order of the text; headlines are none
        reading: what was found in the report
    """

    def __init__(self, drafts: Sequence[Draft], reading: Reading) -> None:
        self.reading = reading
        self.lead = drafts[0].sentence if drafts else -1
        self._turns = turning(reading)
        self._sentences: defaultdict[EventType, list[int]] = defaultdict(list)
        for draft in drafts:
            self._sentences[draft.event_type].append(draft.sentence)
        self._in_sentence = Counter((d.event_type, d.sentence) for d in drafts)
        self._alone: dict[int, list[str]] = {}
        self._tellings: dict[int, list[Draft]] = {}

    def opens(self, act: Draft) -> None:
        """A draft that is joined to none is the first telling of its act."""
        self._tellings[id(act)] = [as_told(act)]

    def add(self, act: Draft, telling: Draft) -> None:
        """A telling that is about to be joined to an act."""
        self._tellings[id(act)].append(as_told(telling))

    def confirms(self, act: Draft, telling: Draft) -> bool:
        """Whether the weights too take a telling for one of an act that the rules tie it to."""
        first, *later = self._tellings[id(act)]
        told = [t for t in (first, *later[-_TELLINGS:]) if t.sentence != telling.sentence]
        if any(only_hurt(t, telling, self.reading) for t in told):
            return True
        model = weights.load(MODEL)
        found = [model.of(self.features(t, telling)) for t in told]
        chance = sum(weights.weigh(known, model) for known in found) / len(found) if found else 1.0
        if chance < LEAST:
            known = found[-1]
            said = f"{chance:.2f} by the learned weights ({'; '.join(weights.leading(known, against=True))})"
            telling.notes.append(f"an act of its own, not that of sentence {act.sentence + 1}: {said}")
        return chance >= LEAST

    def features(self, a: Draft, b: Draft) -> list[str]:
        """The features of two tellings, `a` the earlier one, each once."""
        return [*self._places_in_text(a, b), *self._words(a, b), *self._rules(a, b), *self._things(a, b), *self._of_one(b)]

    def _places_in_text(self, a: Draft, b: Draft) -> Iterator[str]:
        kind, lead = b.event_type, a.sentence == self.lead
        far = b.sentence - a.sentence
        yield f"type {kind}"
        yield f"sentences between {min(far, _FAR)}"
        yield f"lead {lead}"
        yield f"lead {lead}, sentences between {min(far, _FEW)}"
        its = self._sentences[kind]
        between = bisect_left(its, b.sentence) - bisect_right(its, a.sentence)
        yield f"of its type between {min(max(between, 0), _MANY)}"
        yield f"of its type {min(len(its), _FAR)}"
        ours, theirs = (min(self._in_sentence[kind, d.sentence], _FEW) for d in (a, b))
        yield f"of its type in the sentences {ours}, {theirs}"
        yield f"turned {bisect_right(self._turns, b.sentence) > bisect_right(self._turns, a.sentence)}"

    def _words(self, a: Draft, b: Draft) -> Iterator[str]:
        ours, theirs = ({fold(t.lemma) for t in (d.trigger, *d.merged)} for d in (a, b))
        yield f"one word {not ours.isdisjoint(theirs)}"
        one = not {root(w) for w in ours}.isdisjoint(map(root, theirs))
        yield f"one root {one}"
        yield f"one root {one}, {'the' if b.definite else 'a'}"
        yield f"{a.trigger.pos}, then {'the ' if b.definite else ''}{b.trigger.pos}"
        yield f"{a.trigger.frame}, then {b.trigger.frame}"
        yield f"{a.trigger.strength}, then {b.trigger.strength}"
        open_kind = a.sub_event in GENERIC or b.sub_event in GENERIC
        yield f"sub-type {'same' if a.sub_event == b.sub_event else 'open' if open_kind else 'other'}"
        yield f"status same {a.status == b.status}"
        yield f"{a.status}, then {b.status}"

    def _rules(self, a: Draft, b: Draft) -> Iterator[str]:
        reading, kind, lead = self.reading, b.event_type, a.sentence == self.lead
        matter = opens_matter(b, reading)
        for name, said in (
            ("retold", retold(a, b, matter, reading)), ("told in full", told_in_full(a, b, matter, reading)),
            ("points back", points_back(b, reading)), ("told anew", another.told_anew(a, b, reading.words)),
        ):  # fmt: skip
            yield f"{name} {said}"
            yield f"{name} {said}, lead {lead}"
            yield f"{name} {said}, {kind}"
        yield f"kinds differ {kinds_differ(a, b)}"
        yield f"days apart {days_apart(a, b)}"
        yield f"dated otherwise {dated_otherwise(a, b)}"
        yield f"of the past {of_the_past(a, b, reading)}"
        yield f"same person {same_person(a, b, reading.words)}"
        yield f"toll parted {toll_parted(a, b)}"
        yield f"counts alike {counts_alike(a, b)}"

    def _things(self, a: Draft, b: Draft) -> Iterator[str]:
        yield from self._places(a, b)
        yield f"time from {a.time_from}, then {b.time_from}"
        if a.time is not None and b.time is not None and a.time.start is not None and b.time.start is not None:
            same = (a.time.start, a.time.end) == (b.time.start, b.time.end)
            yield f"day {'same' if same else 'other'}, own {own(b.time_from)}"
        yield from self._tolls(a, b)
        for role in _ROLES:
            yield from _sides(a, b, role)

    def _places(self, a: Draft, b: Draft) -> Iterator[str]:
        yield f"place from {a.place_from}, then {b.place_from}"
        if not (own(a.place_from) and own(b.place_from)):
            return
        shared = any(same_place(p, q) for p in a.places for q in b.places)
        yield f"place shared {shared}, fits {shared or any(fits(p, q) for p in a.places for q in b.places)}"
        ours, theirs = ([p for p in d.places if p.mention.kind in _EXACT] for d in (a, b))
        if ours and theirs:
            shared = any(same_place(p, q) for p in ours for q in theirs)
            told = f"shared {shared}, fits {shared or any(fits(p, q) for p in ours for q in theirs)}"
        else:
            told = f"first {bool(ours)}, second {bool(theirs)}"
        yield f"towns {told}"
        yield f"towns {told}, lead {a.sentence == self.lead}"

    def _tolls(self, a: Draft, b: Draft) -> Iterator[str]:
        yield f"tolls {bool(a.casualties)}, {bool(b.casualties)}"
        alike = other = less = more = False
        for kind in _COUNTED:
            ours, theirs = ({(c.low or 0, c.high or 0) for c in d.casualties if c.kind == kind and not c.subset} for d in (a, b))
            if not ours or not theirs:
                continue
            if not ours.isdisjoint(theirs):
                alike = True
                continue
            other = True
            less, more = less or max(theirs)[0] < max(ours)[0], more or max(theirs)[0] > max(ours)[0]
        yield f"toll alike {alike}, other {other}"
        yield f"toll less {less}, more {more}"
        yield f"toll alike {alike}, other {other}, lead {a.sentence == self.lead}"

    def _of_one(self, b: Draft) -> list[str]:
        """What the later telling is by itself; asked once for all that it is compared with."""
        if id(b) not in self._alone:
            self._alone[id(b)] = [*self._telling(b)]
        return self._alone[id(b)]

    def _telling(self, b: Draft) -> Iterator[str]:
        words = self.reading.words
        yield f"opens a matter {opens_matter(b, self.reading)}"
        yield f"told as another {told_as_another(b, self.reading)}"
        source, target = bool(b.of_role("source")), bool(b.of_role("target"))
        yield f"has {source}, {target}, {own(b.place_from)}, {own(b.time_from)}, {bool(b.casualties)}"
        first = words.sentences[b.sentence].first
        yield f"sentence opens {' '.join(words.norm[first : first + 2])}"
        before = words.norm[b.trigger.first - 1] if b.trigger.first > first else "^"
        yield f"behind {before}"
        yield f"at {sum(b.trigger.first - first >= bound for bound in _AT)}"


def as_told(draft: Draft) -> Draft:
    """A telling as it is now: what is joined to its act later does not change it."""
    return replace(
        draft, actors=[*draft.actors], places=[*draft.places], casualties=[*draft.casualties], merged=[*draft.merged], notes=[]
    )


def _sides(a: Draft, b: Draft, role: Role) -> Iterator[str]:
    ours, theirs = a.of_role(role), b.of_role(role)
    yield f"{role} {bool(ours)}, {bool(theirs)}, {b.event_type}"
    if ours and theirs:
        known = any(m.id for m in ours) and any(m.id for m in theirs)
        yield f"{role} shared {not {m.side for m in ours}.isdisjoint(m.side for m in theirs)}, known {known}"
        yield f"{role} of one class {not {m.actor_class for m in ours}.isdisjoint(m.actor_class for m in theirs)}"
        yield f"{role} differs {sides_differ(a, b, role)}"
