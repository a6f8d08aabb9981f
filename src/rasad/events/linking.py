"""Who has a part in an act? Logistic models look over the roles that the rules gave.

The rules give a participant its role by the frame of the trigger; where the sentence is long or winding they give none, or
the wrong one. For each participant of the sentences that tell an act two models add up the weights of plain features: what
the rules made of it, what stands between it and the trigger, what governs it, what else the act has. They give the chance
that it is the source and that it is the target. The weights are in `models/linking.tsv`, their card beside it;
`tools/train_linking.py` makes them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from rasad.events import agreement, weights
from rasad.events.addressing import SPOKEN_TO
from rasad.events.coding import ITSELF
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, UNARMED, Governing
from rasad.events.linkweights import ROLES, load
from rasad.events.sharing import IN_ONE_WORD, SPEAKS
from rasad.events.twosided import BROKER, UNLISTED
from rasad.events.weights import Group, remembered
from rasad.events.within import within
from rasad.lexicon import light_verbs, meanwhile, speakers, wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, Role

#: The chance from which on a participant has the role. An actor more is worth its place from half of the F1 of all on,
#: which was .66 on the reports that taught the weights (Lipton et al., Optimal thresholding of classifiers, 2014).
LEAST: Final = 0.33
#: … and to be charged with a deed of force that the rules did not put down to it: of 177 so charged from .33 on 49 were
#: another, of 51 from here on 8. So it is with whom words address (of 66 from .33 on 40 were nobody's target) and with who
#: stands behind the clause of the act (19 of 24 had no part in it).
LEAST_CHARGED: Final = 0.5
#: Words between participant and trigger, in bands.
_BANDS: Final = (0, 1, 2, 4, 8, 15)
#: Words of a light verb between a subject and the noun that it carries.
_LIGHT_WITHIN: Final = 6
#: Two participants so near are told together.
_BESIDE: Final = 2
_MARKS: Final = frozenset("،,؛.:")
_OWNED: Final = ("ه", "ها", "هم")
#: Words of a subject before its verb.
_SUBJECT_REACH: Final = 8
_ON_BEHALF: Final = "باسم"
_RELATIVES: Final = wordclass.words("relative")
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_IN_WORDS: Final = VERBAL_TYPES - {"CONSULT"}
#: خطفته، هددهم: what a verb is done to, in it.
_PRONOUNS: Final = ("ته", "تها", "تهم", "ه", "هم", "هما")
_SET_FREE: Final = wordclass.words("set_free")
_LEFT_BEHIND: Final = wordclass.words("left_behind")
_HANDS_OVER: Final = wordclass.words("hands_over")
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
    model = load()
    for draft in drafts:
        weighed = []
        for candidate in linking.candidates(draft):
            groups = linking.groups(draft, candidate)
            chance, k = model.likelier(groups)
            if candidate.actor.why.endswith(SPOKEN_TO) or linking.outright(draft, candidate):
                # right behind a verb most are subjects, far behind it most have no part
                chance, k = max(chance, LEAST_CHARGED), ROLES.index("source" if candidate.rule == "source" else "target")
            weighed.append((chance, k, candidate, groups))
        weighed.sort(key=_chance, reverse=True)
        kept: list[tuple[ActorMention, Role]] = []
        sides: set[str] = set()
        for chance, k, (actor, rule), groups in weighed:
            likely = chance >= least(draft, rule, ROLES[k], actor) and actor.why != BROKER
            none = k == 0 and rule == NO_ROLE
            likely = likely and not (none and (linking.tells_of_another(draft, actor) or linking.men_of_doer(draft, actor)))
            role: Role | None = ROLES[k] if likely else "third" if rule == "third" else None
            if actor.side and actor.side in sides:
                continue
            if rule == NO_ROLE and role is not None and linking.has_its_own(draft, actor, role):
                role = None
            if role is not None:
                kept.append((actor, role))
                sides.add(actor.side)
            if rule != (role or NO_ROLE):
                why = weights.leading(model.of(groups, k), against=role is None)
                said = reading.words.quote(actor.first, actor.last)
                draft.notes.append(f"{role or 'no part'}: {said}, {chance:.2f} by the learned weights ({'; '.join(why)})")
        if all(role != "source" for _, role in kept):  # وطالبت بالإفراج عنهم: nobody else can
            kept += [(a, role) for a, role in draft.actors if a.why == SPEAKS and role == "source"]
        if any(a.why == IN_ONE_WORD for a, _ in draft.actors):
            kept = [(a, role) for a, role in kept if role != "source" or a.why == IN_ONE_WORD]
        if sum(role == "source" for _, role in kept) > 1:
            kept = [(a, role) for a, role in kept if a.why != ITSELF]  # وقفة لمئات المحتجين: they hold it
        order = {id(a): n for n, (a, _) in enumerate(draft.actors)}
        kept.sort(key=lambda one: (order.get(id(one[0]), len(order)), one[0].first))
        draft.actors = kept


def least(draft: Draft, rule: str, role: Role, actor: ActorMention) -> float:
    """The chance that a participant needs to have the role."""
    if rule != NO_ROLE:
        return LEAST
    charged = role == "source" and draft.event_type in _FORCE
    addressed = role == "target" and draft.event_type in _IN_WORDS
    elsewhere = actor.first >= draft.clause[1]
    return LEAST_CHARGED if charged or addressed or elsewhere else LEAST


def _chance(weighed: tuple[float, int, "Candidate", Sequence[Group]]) -> float:
    return weighed[0]


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
        self._triggers: dict[int, Mapping[int, Sequence[TriggerMention]]] = {}
        self._anew: dict[int, list[int]] = {}
        #: words of those who are quoted, and of those of them who are no side or speak for one
        sources = [s for x in reading.attributions for s in (*x.sources, *x.own)]
        self.speakers = {i for s in sources for i in range(s.first, s.last)}
        told = (s for s in sources if s.kind != "conflict_party" or _ON_BEHALF in reading.words.norm[s.first : s.last])
        self.tellers = {i for s in told for i in range(s.first, s.last)} | speakers.words_of_names(self.words)

    def candidates(self, draft: Draft) -> list[Candidate]:
        """Those that the rules gave a role, and the other participants of the sentences in which the act is told."""
        words = self.words
        found = [Candidate(actor, role) for actor, role in draft.actors if not self._no_part(draft, actor)]
        known = {i for actor, _ in found for i in range(actor.first, actor.last)}
        # Whoever only tells of a deed has no part in it; a side that speaks may tell of its own.
        apart = known if draft.event_type in VERBAL_TYPES else known | self.tellers
        for number in sorted({draft.sentence, *(words.sentence[first] for first, _ in draft.tellings)}):
            sentence = words.sentences[number]
            inside = within(self.reading.actors, sentence.first, sentence.last)
            told = {self._piece(number, t.first) for t in self._told_in(draft).get(number, ())}
            found += [
                Candidate(a, NO_ROLE)
                for a in inside
                if apart.isdisjoint(range(a.first, a.last)) and (not told or self._piece(number, a.first) in told)
                if not self._no_part(draft, a)
            ]
        return found

    def _no_part(self, draft: Draft, actor: ActorMention) -> bool:
        """إخلاء سبيل الشيخ, تفكيك عبوات من مخلفات X: who is set free, and whose charges are made safe (CODEBOOK 10)."""
        before = self.words.norm[actor.first - 1] if actor.first else ""
        if draft.event_type == "RETREAT":
            return before in _SET_FREE
        return draft.event_type == "COERCE" and draft.sub_event == "Disrupted weapons use" and before in _LEFT_BEHIND

    def tells_of_another(self, draft: Draft, actor: ActorMention) -> bool:
        """قالت قوات الدعم السريع إن الجيش قصف السوق: whether it is he who tells what another, named behind him, has done."""
        if actor.first not in self.speakers:
            return False
        if draft.event_type in _FORCE and meanwhile.between(self.words.norm, draft.trigger.last, actor.first) >= 0:
            return True  # اندلعت اشتباكات، بينما ذكر الجيش أنه دمر عربات
        norm, first = self.words.norm, draft.trigger.first
        doers = draft.of_role("source") if draft.event_type not in VERBAL_TYPES else []
        told = [a for a in doers if a.first >= actor.last and a.side != actor.side]
        # قال رئيس اللجنة إن العمال سيصعّدون: right between "that" and the verb
        between = within(self.reading.actors, max(actor.last, first - _SUBJECT_REACH), first)
        told += [a for a in between if a.last == first and norm[a.first - 1] in speakers.THAT and a.side != actor.side]
        return any(not speakers.THAT.isdisjoint(norm[actor.last : a.first]) for a in told)

    def men_of_doer(self, draft: Draft, actor: ActorMention) -> bool:
        """أفادت القيادة بأن قواتها صدت هجوماً: whether he is the men of a doer, who has the role already."""
        mine = actor.last - actor.first == 1 and self.words.surface[actor.first].endswith(_OWNED)
        behind = self.words.norm[actor.first - 1] in speakers.THAT and actor.last == draft.trigger.first
        return mine and behind and any(a.last < actor.first for a in draft.of_role("source"))

    def _piece(self, number: int, i: int) -> int:
        """Which piece of a sentence word i stands in: a verb of saying opens another (نفت X …، وقالت إن Y …)."""
        if number not in self._anew:
            first, last = self.words.sentences[number].first, self.words.sentences[number].last
            opens = speakers.AND_SAYS.where(self.words.norm, first + 1, last)
            self._anew[number] = [j for j in opens if speakers.says_anew(self.words, j, last, of_others=True)]
        return bisect_left(self._anew[number], i + 1)

    def _told_in(self, draft: Draft) -> Mapping[int, Sequence[TriggerMention]]:
        """The triggers of an act by their sentence; an act that a long report tells again and again has thousands."""
        if id(draft) not in self._triggers:
            told: defaultdict[int, list[TriggerMention]] = defaultdict(list)
            for trigger in (draft.trigger, *draft.merged):
                told[self.words.sentence[trigger.first]].append(trigger)
            self._triggers[id(draft)] = told
        return self._triggers[id(draft)]

    def place(self, draft: Draft, actor: ActorMention) -> Place:
        """Where a participant stands to the nearest trigger of an act, if it can be one of its own sentence."""
        words = self.words
        own = self._told_in(draft).get(words.sentence[actor.first])
        near = min(own or (draft.trigger, *draft.merged), key=lambda t: min(abs(actor.first - t.last), abs(t.first - actor.last)))
        if actor.first >= near.last:
            return Place("behind", near, near.last, actor.first)
        if actor.last <= near.first:
            return Place("before", near, actor.last, near.first)
        return Place("in", near, actor.first, actor.first)

    def outright(self, draft: Draft, candidate: Candidate) -> bool:
        """اجتمع X، أمس، مع رئيس اللجنة Y, سلّمت X محتجزين من Z إلى وفد Y: who is met, or is handed what another gives up, is told
        by the preposition, however far behind."""
        actor, rule = candidate
        trigger = draft.trigger
        if rule == NO_ROLE or actor.first < trigger.last or actor.last > draft.clause[1]:
            return False
        by = self.governing.preposition(actor)
        if actor.why == IN_ONE_WORD and rule == "source":
            return True
        if rule == "target" and actor.first == trigger.last and trigger.complement == "target" and draft.event_type in _FORCE:
            head = self.words.norm[actor.first : actor.first + 2]  # استهداف حاجز لـ X: an indefinite post or patrol of a side
            return len(head) == 2 and not head[0].startswith("ال") and head[1].startswith("ل") and actor.last > actor.first + 1
        if actor.why == UNLISTED and rule == "source":  # بين الهدندوة والبني عامر
            return all(a is actor or a.last <= actor.first or a.first >= actor.last for a, _ in draft.actors)
        if draft.event_type == "RETREAT" and rule == "target":
            return fold(trigger.lemma) in _HANDS_OVER and by in ("الي", "ل")
        return draft.event_type == "CONSULT" and trigger.pos == "verb" and by == "مع"

    def has_its_own(self, draft: Draft, actor: ActorMention, role: Role) -> bool:
        """أغلقت قوة X الجسر، وانتشرت قوات Y: a verb whose subject the rules know has no second one that stands before it;
        كانت تحتجزه مقابل إفراج Y: one whose object is a pronoun has no other behind it."""
        trigger = draft.trigger
        one = trigger.pos == "verb" and trigger.frame in ("agent", "self") and trigger.voice != "passive" and not draft.merged
        if role == "target":
            verb = self.words.norm[trigger.first]
            return one and actor.first >= trigger.last and verb.endswith(_PRONOUNS) and not fold(trigger.lemma).endswith("ه")
        if one and actor.first >= trigger.last and "إن" in self.words.surface[trigger.last : actor.first]:
            return True  # قواته ستدخل المدينة إن رفضت العشائر: of another clause
        if not one or actor.last > trigger.first:
            return False
        near = self.words.sentence[actor.first] == draft.sentence  # اتهم المحامي قوات X بكذا، وطالب بكذا: not they
        return bool(draft.of_role("source")) or (near and agreement.clashes(self.words, trigger, actor))

    def features(self, draft: Draft, candidate: Candidate) -> list[str]:
        """The features of one participant of an act, each once."""
        return list(chain.from_iterable(self.groups(draft, candidate)))

    def groups(self, draft: Draft, candidate: Candidate) -> list[Group]:
        """The same, those together that follow from the same values."""
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
        by = self.governing.preposition(actor)
        through = self.governing.through_nouns(actor, trigger.last) if side == "behind" else by
        return [
            _by_rule(rule, draft.event_type, arms, kind, side, form),
            _told(rule, has, kind, own, said, trigger is draft.trigger),
            _who(actor.actor_class, kind, side, actor.id is not None, actor.adjective),
            _read(_READ[actor.why], draft.sub_event, arms),
            self._between(place, by, rule),
            _RIGHT_BEHIND[self.words.norm[actor.first - 1] if actor.first else "^"],
            _governed(by, through, kind, side, form, arms),
            _carried(self._light(place, actor), kind),
            self._elsewhere(draft, actor, others, rule, kind),
        ]

    def _between(self, place: Place, by: str, rule: str) -> Group:
        """What stands between participant and trigger."""
        side, first, last = place.side, place.first, place.last
        if last <= first:
            return _between(rule, side, by, 0, 0, 0, 0)
        triggers, others = len(within(self.reading.triggers, first, last)), len(within(self.reading.actors, first, last))
        marks = len(_MARKS.intersection(self.words.norm[first:last]))
        return _between(rule, side, by, bisect_left(_BANDS, last - first), min(triggers, 3), min(others, 3), marks)

    def _light(self, place: Place, actor: ActorMention) -> str:
        """What a light verb near it makes of it: شنت X حملة, تعرضت X لقصف, هجوم نفذه X."""
        words, light = self.words, self.light
        if place.side == "before":
            before = light.subject[words.norm[actor.first - 1]] if actor.first else None
            if before:
                return f"right before it: {before}"
            end = min(place.trigger.first, actor.last + _LIGHT_WITHIN)
            behind = next(filter(None, map(light.subject.__getitem__, words.norm[actor.last : end])), None)
            return f"behind it: {behind}" if behind else ""
        if place.side == "behind":
            for near, said in ((1, "its own"), (2, "its own, near")):
                if actor.first >= near and light.points_back[words.norm[actor.first - near]]:
                    return said
            return "relative" if words.norm[actor.first - 1] in _RELATIVES else ""
        return ""

    def _elsewhere(
        self, draft: Draft, actor: ActorMention, others: Sequence[tuple[ActorMention, Role]], rule: str, kind: str
    ) -> Group:
        """Its part in other acts, and those told beside it in this one."""
        other = "/".join(sorted({role for d, role in self.roles.get(actor.first, ()) if d is not draft}))
        near = next((r for a, r in others if 0 <= max(actor.first - a.last, a.first - actor.last) <= _BESIDE), None)
        before = self.words.norm[actor.first - 1] if actor.first else ""
        joined = near is not None and (actor.prefix.startswith("و") or before in ("و", "،"))
        side = actor.side
        same = next((r for a, r in others if a.side == side), None) if side else None
        return _elsewhere(other, kind, rule, near, joined, same)


@remembered
def _by_rule(rule: str, event_type: str, arms: str, kind: str, side: str, form: str) -> Iterator[str]:
    yield f"rule {rule}"
    yield f"rule {rule}, {event_type}"
    yield f"rule {rule}, {arms}, {kind}"
    yield f"rule {rule}, {side}, {form}"


@remembered
def _told(rule: str, has: str, kind: str, own: bool, said: bool, main: bool) -> Iterator[str]:
    yield f"rule {rule}, has {has}, {kind}"
    yield f"rule {rule}, own {own}, said {said}"
    yield f"rule {rule}, main {main}"


@remembered
def _who(actor_class: str, kind: str, side: str, known: bool, adjective: bool) -> Iterator[str]:
    yield f"{actor_class}, {kind}, {side}"
    yield f"known {known}, adjective {adjective}, {side}"


@remembered
def _read(by: str, sub_event: str | None, arms: str) -> Iterator[str]:
    yield f"read as {by}"
    yield f"sub-type {sub_event}, {arms}"


@remembered
def _between(rule: str, side: str, by: str, far: int, triggers: int, others: int, marks: int) -> Iterator[str]:
    yield f"rule {rule}, far {far}"
    yield f"far {far}, {side}"
    yield f"far {far}, {side}, by {by}"
    yield f"acts between {triggers}, {side}"
    yield f"participants between {others}, {side}"
    yield f"kinds of marks between {marks}, {side}"


_RIGHT_BEHIND: Final = PerWord(lambda norm: Group(f"right behind {norm}"))


@remembered
def _governed(by: str, through: str, kind: str, side: str, form: str, arms: str) -> Iterator[str]:
    yield f"by {by}, {kind}, {side}"
    yield f"through {through}, {kind}, {side}"
    yield f"through {through}, {form}, {arms}"


@remembered
def _carried(light: str, kind: str) -> Iterator[str]:
    if light:
        yield f"light verb {light}"
        yield f"light verb {light}, {kind}"


@remembered
def _elsewhere(other: str, kind: str, rule: str, near: str | None, joined: bool, same: str | None) -> Iterator[str]:
    yield f"elsewhere {other}, {kind}"
    yield f"elsewhere {other}, rule {rule}"
    if near:
        yield f"beside {near}, joined {joined}"
    if same:
        yield f"its side is {same}"
