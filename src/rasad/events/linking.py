"""Who has a part in an act? Logistic models look over the roles that the rules gave.

The rules give a participant its role by the frame of the trigger; where the sentence is long or winding they give none, or
the wrong one. For each participant of the sentences that tell an act two models add up the weights of plain features: what
the rules made of it, what stands between it and the trigger, what governs it, what else the act has. They give the chance
that it is the source and that it is the target. The weights are in `models/linking.tsv`, their card beside it;
`tools/train_linking.py` makes them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rasad.events import weights
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, UNARMED, Governing
from rasad.events.within import within
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, Role

MODEL: Final = "linking.tsv"
ROLES: Final[tuple[Role, ...]] = ("source", "target")
#: The chance from which on a participant has the role. An actor more is worth its place from half of the F1 of all on,
#: which was .66 on the reports that taught the weights (Lipton et al., Optimal thresholding of classifiers, 2014).
LEAST: Final = 0.33
#: … and to be charged with a deed of force that the rules did not put down to it: of 177 so charged from .33 on 49 were
#: another, of 51 from here on 8.
LEAST_CHARGED: Final = 0.5
#: Words between participant and trigger, in bands.
_BANDS: Final = (0, 1, 2, 4, 8, 15)
#: Words of a light verb between a subject and the noun that it carries.
_LIGHT_WITHIN: Final = 6
#: Two participants so near are told together.
_BESIDE: Final = 2
_MARKS: Final = frozenset("،,؛.:")
_RELATIVES: Final = wordclass.words("relative")
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_IN_WORDS: Final = VERBAL_TYPES - {"CONSULT"}
#: By what kind of rule a participant was read.
_READ: Final = PerWord(lambda why: why.split(",")[0].split("(")[0].strip())
#: What a participant without a role is to the rules.
NO_ROLE: Final = "none"


class Candidate(NamedTuple):
    """A participant of the sentences that tell an act, and the role that the rules gave it there, or `NO_ROLE`."""

    actor: ActorMention
    rule: str


class Place(NamedTuple):
    """Where a participant stands to the act: behind or before the trigger nearest to it (or in it), which one, and the words
    [first, last) between them."""

    side: str
    trigger: TriggerMention
    first: int
    last: int


def settle(drafts: Sequence[Draft], reading: Reading) -> None:
    """Gives the participants of each act the roles that the weights give them, in place."""
    linking = Linking(drafts, reading)
    known = weights.rows(MODEL, len(ROLES))
    for draft in drafts:
        weighed = []
        for candidate in linking.candidates(draft):
            features = linking.features(draft, candidate)
            weighed.append((*_likelier(features, known), candidate, features))
        weighed.sort(key=_chance, reverse=True)
        kept: list[tuple[ActorMention, Role]] = []
        sides: set[str] = set()
        for chance, k, (actor, rule), features in weighed:
            role: Role | None = ROLES[k] if chance >= least(draft, rule, ROLES[k]) else "third" if rule == "third" else None
            if actor.side and actor.side in sides:
                continue
            if role is not None:
                kept.append((actor, role))
                sides.add(actor.side)
            if rule != (role or NO_ROLE):
                why = weights.leading([(known[f][k], f) for f in features if f in known], against=role is None)
                said = reading.words.quote(actor.first, actor.last)
                draft.notes.append(f"{role or 'no part'}: {said}, {chance:.2f} by the learned weights ({'; '.join(why)})")
        order = {id(a): n for n, (a, _) in enumerate(draft.actors)}
        kept.sort(key=lambda one: (order.get(id(one[0]), len(order)), one[0].first))
        draft.actors = kept


def least(draft: Draft, rule: str, role: Role) -> float:
    """The chance that a participant needs to have the role."""
    charged = rule == NO_ROLE and role == "source" and draft.event_type in _FORCE
    return LEAST_CHARGED if charged else LEAST


def _chance(weighed: tuple[float, int, "Candidate", Sequence[str]]) -> float:
    return weighed[0]


def _likelier(features: Sequence[str], known: Mapping[str, tuple[float, ...]]) -> tuple[float, int]:
    """The chance of the likelier role, and which one of `ROLES` it is."""
    source, target = known[weights.BIAS]
    for feature in features:
        row = known.get(feature)
        if row is not None:
            source += row[0]
            target += row[1]
    return (weights.chance(source), 0) if source >= target else (weights.chance(target), 1)


class Linking:
    """The participants of one report's acts and what each is weighed by."""

    def __init__(self, drafts: Sequence[Draft], reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.governing = Governing(reading.words, frozenset())
        self.light = light_verbs.load()
        self.roles: defaultdict[int, list[tuple[Draft, Role]]] = defaultdict(list)
        for draft in drafts:
            for actor, role in draft.actors:
                self.roles[actor.first].append((draft, role))
        #: words of those who are quoted, and of those of them who are no side
        sources = [s for x in reading.attributions for s in x.sources]
        self.speakers = {i for s in sources for i in range(s.first, s.last)}
        self.tellers = {i for s in sources if s.kind != "conflict_party" for i in range(s.first, s.last)}

    def candidates(self, draft: Draft) -> list[Candidate]:
        """Those that the rules gave a role, and the other participants of the sentences in which the act is told."""
        words = self.words
        found = [Candidate(actor, role) for actor, role in draft.actors]
        known = {i for actor, _ in found for i in range(actor.first, actor.last)}
        # Whoever only tells of a deed has no part in it; a side that speaks may tell of its own.
        apart = known if draft.event_type in VERBAL_TYPES else known | self.tellers
        for number in sorted({draft.sentence, *(words.sentence[first] for first, _ in draft.tellings)}):
            sentence = words.sentences[number]
            inside = within(self.reading.actors, sentence.first, sentence.last)
            found += [Candidate(a, NO_ROLE) for a in inside if apart.isdisjoint(range(a.first, a.last))]
        return found

    def place(self, draft: Draft, actor: ActorMention) -> Place:
        """Where a participant stands to the nearest trigger of an act, if it can be one of its own sentence."""
        words = self.words
        triggers = (draft.trigger, *draft.merged)
        own = [t for t in triggers if words.sentence[t.first] == words.sentence[actor.first]]
        near = min(own or triggers, key=lambda t: min(abs(actor.first - t.last), abs(t.first - actor.last)))
        if actor.first >= near.last:
            return Place("behind", near, near.last, actor.first)
        if actor.last <= near.first:
            return Place("before", near, actor.last, near.first)
        return Place("in", near, actor.first, actor.first)

    def features(self, draft: Draft, candidate: Candidate) -> list[str]:
        """The features of one participant of an act, each once."""
        actor, rule = candidate
        place = self.place(draft, actor)
        trigger, side = place.trigger, place.side
        kind = "force" if draft.event_type in _FORCE else "words" if draft.event_type in _IN_WORDS else str(draft.event_type)
        form = f"{trigger.pos} {trigger.frame} {trigger.voice}"
        arms = "armed" if actor.actor_class in ARMED else "unarmed" if actor.actor_class in UNARMED else actor.actor_class
        own = self.words.sentence[trigger.first] == self.words.sentence[actor.first]
        said = actor.first in self.speakers
        others = [(a, role) for a, role in draft.actors if a is not actor]
        has = "".join(role[0] for role in ROLES if any(r == role for _, r in others))
        rule = f"rule {rule}"
        return [
            rule,
            f"{rule}, {draft.event_type}",
            f"{rule}, {arms}, {kind}",
            f"{rule}, {side}, {form}",
            f"{rule}, has {has}, {kind}",
            f"{rule}, own {own}, said {said}",
            f"{rule}, main {trigger is draft.trigger}",
            f"{actor.actor_class}, {kind}, {side}",
            f"known {actor.id is not None}, adjective {actor.adjective}, {side}",
            f"read as {_READ[actor.why]}",
            f"sub-type {draft.sub_event}, {arms}",
            *self._between(place, actor, rule),
            *self._governed(place, actor, kind, form, arms),
            *self._elsewhere(draft, actor, others, rule, kind),
        ]

    def _between(self, place: Place, actor: ActorMention, rule: str) -> list[str]:
        """What stands between participant and trigger."""
        side, first, last = place.side, place.first, place.last
        far = sum(last - first > bound for bound in _BANDS)
        triggers, others = (
            len(within(m, first, last)) if last > first else 0 for m in (self.reading.triggers, self.reading.actors)
        )
        marks = len(_MARKS.intersection(self.words.norm[first:last]))
        return [
            f"{rule}, far {far}",
            f"far {far}, {side}",
            f"far {far}, {side}, by {self.governing.preposition(actor)}",
            f"acts between {min(triggers, 3)}, {side}",
            f"participants between {min(others, 3)}, {side}",
            f"kinds of marks between {marks}, {side}",
        ]

    def _governed(self, place: Place, actor: ActorMention, kind: str, form: str, arms: str) -> list[str]:
        """What governs the participant."""
        by = self.governing.preposition(actor)
        through = self.governing.through_nouns(actor, place.trigger.last) if place.side == "behind" else by
        light = self._light(place, actor)
        return [
            f"right behind {self.words.norm[actor.first - 1] if actor.first else '^'}",
            f"by {by}, {kind}, {place.side}",
            f"through {through}, {kind}, {place.side}",
            f"through {through}, {form}, {arms}",
            *((f"light verb {light}", f"light verb {light}, {kind}") if light else ()),
        ]

    def _light(self, place: Place, actor: ActorMention) -> str:
        """What a light verb near it makes of it: شنت X حملة, تعرضت X لقصف, هجوم نفذه X."""
        words, light = self.words, self.light
        if place.side == "before":
            before = light.subject(words, actor.first - 1) if actor.first else None
            if before:
                return f"right before it: {before}"
            reach = range(actor.last, min(place.trigger.first, actor.last + _LIGHT_WITHIN))
            behind = next((s for i in reach if (s := light.subject(words, i))), None)
            return f"behind it: {behind}" if behind else ""
        if place.side == "behind":
            for near, said in ((1, "its own"), (2, "its own, near")):
                if actor.first >= near and light.points_back(words, actor.first - near):
                    return said
            return "relative" if words.norm[actor.first - 1] in _RELATIVES else ""
        return ""

    def _elsewhere(
        self, draft: Draft, actor: ActorMention, others: Sequence[tuple[ActorMention, Role]], rule: str, kind: str
    ) -> list[str]:
        """Its part in other acts, and those told beside it in this one."""
        other = "/".join(sorted({role for d, role in self.roles.get(actor.first, ()) if d is not draft}))
        found = [f"elsewhere {other}, {kind}", f"elsewhere {other}, {rule}"]
        near = next((r for a, r in others if 0 <= max(actor.first - a.last, a.first - actor.last) <= _BESIDE), None)
        if near:
            before = self.words.norm[actor.first - 1] if actor.first else ""
            found.append(f"beside {near}, joined {actor.prefix.startswith('و') or before in ('و', '،')}")
        side = actor.side
        same = next((r for a, r in others if a.side == side), None) if side else None
        if same:
            found.append(f"its side is {same}")
        return found
