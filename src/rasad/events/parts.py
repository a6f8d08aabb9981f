"""Acts that are parts of another: what a lead sums up, releases within an exchange, the trial before a sentence."""

from collections.abc import Callable, Sequence
from typing import Final

from rasad.events.compare import places_differ, sides_differ
from rasad.events.days import days_apart
from rasad.events.draft import Draft, Dropped
from rasad.events.kinds import kinds_differ
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold

_RELEASES: Final = wordclass.words("release")
_LED_AWAY: Final = wordclass.words("led_away")
#: Words between the verb that sends a patrol and the patrol: its subject and a day.
_PATROL: Final = 8
_TRIAL: Final = wordclass.words("trial")
_CONSENTS: Final = wordclass.words("gives_consent")
_ABDUCTION: Final = "Abduction/forced disappearance"
_ENTERS: Final = wordclass.words("enters")
_BY_FORCE: Final = frozenset({"ASSAULT", "COERCE"})


def without_summaries(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """Leave out a lead that only sums what is told singly below (CODEBOOK 10): it names no place nearer than an area,
    at least two acts of its type follow that could be its parts, and its toll, if it has one, holds theirs."""
    if not kept:
        return kept, []
    lead_sentence = min(d.sentence for d in kept)
    dropped = []
    for lead in [d for d in kept if d.sentence == lead_sentence]:
        parts = [
            d
            for d in kept
            if d.sentence > lead_sentence
            and d.event_type == lead.event_type
            and (d.sub_event == _ABDUCTION) == (lead.sub_event == _ABDUCTION)  # killings are no parts of an abduction
            and d.status == lead.status
            and not d.opened  # كما استهدف …: told beside it
            and not kinds_differ(lead, d)
            and not places_differ(lead, d, ("clause", "sentence"))
        ]
        parts = [d for d in parts if not sides_differ(lead, d, "source") and d.places and d.place_from in ("clause", "sentence")]
        vague = all(p.mention.kind in ("area", "governorate", "country") for p in lead.places)
        again = any(first > lead.clause[0] for first, _ in lead.tellings)  # what is told again below is no summary alone
        if len(parts) >= 2 and vague and not again and _holds(lead, parts):
            dropped.append(Dropped(lead.trigger, "a lead that sums what is told singly below"))
            kept = [d for d in kept if d is not lead]
    return kept, dropped


def without_exchanged(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """A prisoner exchange is one COOPERATE without separate releases (CODEBOOK 10)."""
    exchanges = [d for d in kept if d.event_type == "COOPERATE"]
    if not exchanges:
        return kept, []
    freed = [d for d in kept if d.event_type == "RETREAT" and fold(d.trigger.lemma) in _RELEASES]
    freed = [d for d in freed if any(abs(d.sentence - e.sentence) <= 2 and not days_apart(e, d) for e in exchanges)]
    return [d for d in kept if d not in freed], [Dropped(d.trigger, "a release within an exchange") for d in freed]


def without_led_away(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """خطفت … واقتادتهم إلى جهة مجهولة: being led away is part of being taken."""
    taken = (_ABDUCTION, "Arrests")
    led = [
        b
        for n, b in enumerate(kept)
        if fold(b.trigger.lemma) in _LED_AWAY
        and any(a.sub_event in taken and b.sentence - a.sentence <= 1 and a.status == b.status for a in kept[max(0, n - 3) : n])
    ]
    gone = {id(d) for d in led}
    return [d for d in kept if id(d) not in gone], [Dropped(d.trigger, "led away after being taken") for d in led]


def without_trial(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """قضت المحكمة بسجن ضابط أدين بتعذيب موقوف: charge, trial and verdict belong to the sentence that was passed."""
    passed = [d.sentence for d in kept if d.event_type == "SANCTION"]
    part = [
        d
        for d in kept
        if d.event_type == "ACCUSE" and fold(d.trigger.lemma) in _TRIAL and any(abs(d.sentence - s) <= 1 for s in passed)
    ]
    gone = {id(d) for d in part}
    return [d for d in kept if id(d) not in gone], [Dropped(d.trigger, "part of the trial whose sentence is told") for d in part]


def without_patrols(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """سيّر الجانبان دورية مشتركة: the joint patrol is the act, its sides are those of the verb before it."""
    gone: dict[int, Draft] = {}
    for joint in [d for d in kept if d.event_type == "COOPERATE"]:
        for d in kept:
            if (
                d.event_type == "MOBILIZE"
                and d.sentence == joint.sentence
                and 0 <= joint.trigger.first - d.trigger.last < _PATROL
            ):
                gone[id(d)] = d
                for actor in d.of_role("source"):
                    joint.add_actor(actor, "source", "subject of the verb that sends the patrol")
    left = [Dropped(d.trigger, "sends the joint patrol that is told") for d in gone.values()]
    return [d for d in kept if id(d) not in gone], left


def without_agreed(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """وافق الجيش على هدنة: what one side agrees to is the content of its consent."""
    consents = [d for d in kept if d.event_type == "CONCEDE" and fold(d.trigger.lemma) in _CONSENTS]
    part = [
        d
        for d in kept
        if d.event_type == "AGREE" and any(c.clause == d.clause and c.trigger.last <= d.trigger.first for c in consents)
    ]
    gone = {id(d) for d in part}
    return [d for d in kept if id(d) not in gone], [Dropped(d.trigger, "what one side agreed to") for d in part]


def without_entries(kept: list[Draft]) -> tuple[list[Draft], list[Dropped]]:
    """دخلت قوة المخيم واعتقلت شابين: who only comes in to do what is told behind (0 of 11 were coded)."""
    part = [
        d
        for n, d in enumerate(kept)
        if d.event_type == "MOBILIZE"
        and not d.tellings
        and fold(d.trigger.lemma) in _ENTERS
        and any(b.event_type in _BY_FORCE and b.sentence == d.sentence and b.status == d.status for b in kept[n + 1 :])
    ]
    gone = {id(d) for d in part}
    return [d for d in kept if id(d) not in gone], [Dropped(d.trigger, "comes in to do what is told behind") for d in part]


def _holds(lead: Draft, parts: Sequence[Draft]) -> bool:
    """Whether the lead's toll of a kind, where it has one, is at least the sum of its parts', and they have some."""
    for kind in ("killed", "injured"):
        counted = [c.best for c in lead.casualties if c.kind == kind and not c.subset and c.best is not None]
        if counted:
            total = sum(counted)  # أربعة جنود ومدني
            below = sum(c.best or 0 for d in parts for c in d.casualties if c.kind == kind and not c.subset)
            if not 0 < below <= total:
                return False
    return True


#: In the order in which they are asked.
RULES: Final[tuple[Callable[[list[Draft]], tuple[list[Draft], list[Dropped]]], ...]] = (
    without_summaries, without_exchanged, without_led_away, without_trial, without_patrols, without_agreed, without_entries,
)  # fmt: skip
