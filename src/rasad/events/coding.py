"""ACLED-style sub-types by the means and the sides: codebook sections 2 and 10."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rasad.events import settling
from rasad.events.draft import Draft, Dropped
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import COLLECTIVE, ActorMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, Role, SubEventType
from rasad.model.words import Words

_ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces"})
_UNARMED: Final = frozenset({"civilians", "protesters", "political"})
#: Means that hurt no one by themselves: tear gas, water, rubber bullets.
_AIR: Final = wordclass.words("into_the_air")
_MILD: Final = wordclass.stems("mild_force_stem")
#: An answer to a protest stands among so many acts before or behind it.
_NEAR: Final = 20
#: Nouns of dispersing, and how many words behind one the protest is named.
_DISPERSING: Final = wordclass.stems("dispersing_stem")
_DISPERSED_WITHIN: Final = 2
#: Words between the verb of dispersing and the protest: who dispersed it, and when.
_PUT_DOWN_WITHIN: Final = 12
#: Two are no crowd.
_PAIR: Final = 2
_PUT_DOWN: Final = "Protest with intervention"
#: Fighting that takes ground is told by who took it.
_GROUND: Final = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
_FIRES: Final = wordclass.words("fires")
_GUNFIRE: Final = wordclass.words("gunfire")
_DEATHS: Final = frozenset({"killed", "killed_or_injured"})
#: متبادل, within so many words behind the act.
_EXCHANGED: Final = wordclass.stems("exchanged_stem")
_EXCHANGED_WITHIN: Final = 4
_EXCHANGE: Final = wordclass.stems("exchange_noun_stem")
_GAS: Final = wordclass.stems("gas_stem")
#: Words behind أطلق among which what was fired is named: the one who fires, a day and a bomb come between.
_FIRED_WITHIN: Final = 9
#: Sub-types that the means or the ground taken may replace.
_OPEN: Final = frozenset({None, "Attack", "Armed clash"})
_AIRCRAFT: Final = wordclass.stems("aircraft_stem")
_AIR_FORCE: Final = ("سلاح", "جو")
_GUNS: Final = wordclass.stems("artillery_stem")
_TAKES_GROUND: Final = wordclass.words("takes_ground")
_KIN: Final = wordclass.stems("kin_stem")
#: Nouns of a protest that name those who hold it, as إضراب and قطع طريق do not.
_CROWDS: Final = wordclass.stems("crowd_stem")
_BYSTANDERS: Final = frozenset({"civilians", "unknown"})
#: The source of a protest of which nothing else is said.
ITSELF: Final = "the protest itself"
#: Words that count a crowd without a noun, and how near to the protest in words.
_COUNTED: Final = wordclass.words("crowd_count")
_CROWD_WITHIN: Final = 14
_BY_FORCE: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_FIXED: Final[dict[str, SubEventType]] = {"AGREE": "Agreement", "MOBILIZE": "Other"}
_NULL: Final = VERBAL_TYPES | {"COOPERATE", "AID", "RETREAT", "CONCEDE", "SANCTION"}
#: What these say of the means stands whatever the sides are.
_MEANS: Final = frozenset(
    {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Abduction/forced disappearance",
        "Government regains territory", "Non-state actor overtakes territory", "Excessive force against protesters",
        "Mob violence", "Disrupted weapons use", "Headquarters or base established",
    }
)  # fmt: skip


def code(draft: Draft, words: Words) -> None:
    """Settle draft.sub_event by the type, the means, the sides and what was attacked."""
    settling.settle(draft, words)
    if draft.event_type in ("ASSAULT", "MOBILIZE"):
        draft.actors = [(_by_its_forces(a, role), role) for a, role in draft.actors]
    if draft.event_type in VERBAL_TYPES:
        draft.actors = [(replace(a, actor_class="political") if _speaks_out(a, role) else a, role) for a, role in draft.actors]
    if draft.event_type not in _BY_FORCE:
        draft.actors = [(replace(a, actor_class="political") if _state(a) else a, role) for a, role in draft.actors]
    kind = draft.event_type
    if kind in _NULL:
        draft.sub_event = "Agreement" if kind == "CONCEDE" and draft.sub_event == "Agreement" else None
    elif kind in _FIXED:
        draft.sub_event = _FIXED[kind]
    elif kind == "PROTEST":
        # A protest still to come has no course yet, so no sub-type (seed report).
        draft.sub_event = None if draft.status in ("planned", "demanded") else draft.sub_event or "Peaceful protest"
        if not draft.of_role("source") and draft.status not in ("planned", "demanded", "denied"):
            crowd = _crowd(draft, words)
            draft.actors += [(crowd, "source")] if crowd is not None else []
        draft.actors = [(replace(a, actor_class="protesters") if _no_arms(a, role) else a, role) for a, role in draft.actors]
        # Armed men do not protest: they are whom it is against.
        draft.actors = [(a, "target" if role == "source" and a.actor_class in _ARMED else role) for a, role in draft.actors]
        # Who holds a protest is a protester, also a union or a committee.
        draft.actors = [
            (replace(a, actor_class="protesters") if role == "source" and a.actor_class in _UNARMED else a, role)
            for a, role in draft.actors
        ]
    elif kind == "ASSAULT":
        draft.actors = [(replace(a, actor_class="identity_militia") if _tribe(a, role) else a, role) for a, role in draft.actors]
        _assault(draft, words)
        if draft.sub_event == "Armed clash" and _fought(draft):
            # Who is hurt when two sides fight is counted, but is none of them (32 of 37 such targets were not coded).
            draft.actors = [(a, role) for a, role in draft.actors if role != "target" or a.actor_class not in _BYSTANDERS]


def _crowd(draft: Draft, words: Words) -> ActorMention | None:
    """Those counted beside it (خرج العشرات، سيّر المئات من أهل الحي), else the protest itself where a noun names it."""
    t = draft.trigger
    near = range(max(draft.clause[0], t.first - _CROWD_WITHIN), min(draft.clause[1], t.last + _CROWD_WITHIN))
    for i in sorted(near, key=lambda i: abs(i - t.first)):
        if words.norm[i].lstrip("وف").removeprefix("ال") in _COUNTED:
            last = i + 3 if words.norm[i + 1 : i + 2] == ["من"] and i + 3 <= draft.clause[1] else i + 1
            return ActorMention(i, last, "", "protesters", None, None, None, None, False, "counted at the protest")
    first = None if t.pos == "verb" and t.last - t.first == 1 else _names_a_crowd(t, words)
    if first is None:
        return None
    return ActorMention(first, t.last, "", "protesters", None, None, None, None, False, ITSELF)


def _names_a_crowd(trigger: TriggerMention, words: Words) -> int | None:
    """The word of the trigger that is a demonstration or a march, which stands for those in it; the verb that carries it is no
    part of them (خرجت مظاهرة)."""
    here = range(trigger.first, trigger.last)
    return next((i for i in here if any(stem.startswith(_CROWDS) for _, stem in words.analyses[i])), None)


def _no_arms(actor: ActorMention, role: Role) -> bool:
    """أفراد من القبيلة، جنود، حراس: whoever of a tribe, or soldiers of no army named, protest bear no arms there."""
    tribe = actor.actor_class == "identity_militia"
    return role == "source" and (tribe or (actor.group in ("soldiers", "police") and actor.id is None))


def _by_its_forces(actor: ActorMention, role: Role) -> ActorMention:
    """A government that strikes does so by its forces, a foreign one by external ones."""
    if role != "source" or actor.actor_class != "political" or not (actor.id or "").endswith((".government", ".regime")):
        return actor
    return replace(actor, actor_class="external_forces" if (actor.id or "").startswith("xx.") else "state_forces")


def _speaks_out(actor: ActorMention, role: Role) -> bool:
    """Activists who demand or accuse act as a civil body; they are civilians where something is done to them."""
    return role == "source" and actor.group == "activists" and actor.actor_class == "civilians"


def _state(actor: ActorMention) -> bool:
    """A country or its adjective (تركيا، روسية) in an act without force is its government, not its army; a minister of
    defence or interior is a politician."""
    if actor.actor_class == "state_forces":
        return actor.key.startswith("وزير ")
    return actor.actor_class == "external_forces" and (actor.adjective or (" " not in actor.key and actor.why.startswith("name")))


def _tribe(actor: ActorMention, role: Role) -> bool:
    """A tribe, clan or family that fights is an armed one; otherwise it is political or civilian (CODEBOOK 10)."""
    listed = actor.id is not None and ".tribe." not in actor.id
    if role != "source" or listed or actor.actor_class not in ("political", "civilians"):
        return False
    if (actor.id or "").endswith(COLLECTIVE) or "ال" in actor.key.split():
        return True  # التبو، آل جابر
    return any(stem in words for words in (actor.why, actor.key) for stem in _KIN)


def armed_tribes(drafts: Sequence[Draft]) -> None:
    """A tribe that fights in a report is an armed one in its other acts too (the truce, the threat): one side, one class."""
    fought = {a.side for d in drafts if d.event_type == "ASSAULT" for a, role in d.actors if _fights(a, role)}
    for draft in drafts if fought else ():
        draft.actors = [
            (replace(a, actor_class="identity_militia") if a.side in fought and a.actor_class == "political" else a, role)
            for a, role in draft.actors
        ]


def _fights(actor: ActorMention, role: Role) -> bool:
    return role == "source" and actor.actor_class == "identity_militia"


def code_protests(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """A protest met with force, and the force: shooting makes both Excessive force, gas or arrests an intervention.

    Gas, water or a dispersal that hurts nobody is only the protest's intervention (CODEBOOK 10): it is left out beside a
    protest, and stands for the protest itself where none is told.
    """
    gone: list[Dropped] = []
    words = reading.words
    for draft in drafts:
        if draft.event_type == "ASSAULT" and not draft.of_role("target") and _mild(draft, words):
            crowd = [
                m
                for m in within(reading.actors, *draft.clause)
                if m.actor_class == "protesters" and m.first > draft.trigger.first
            ]
            draft.actors += [(m, "target") for m in crowd[:1]]
    for n, protest in enumerate(drafts):
        if protest.event_type != "PROTEST" or protest.status in ("planned", "demanded", "denied"):
            continue
        for answer in drafts[max(0, n - _NEAR) : n + _NEAR]:
            if answer is protest or answer.status == "denied" or not _answers(answer, protest, words):
                continue
            mild = answer.sub_event == _PUT_DOWN or _mild(answer, words)
            if answer.event_type == "ASSAULT" and not mild:
                protest.sub_event = answer.sub_event = "Excessive force against protesters"
            elif protest.sub_event != "Excessive force against protesters":
                protest.sub_event = _PUT_DOWN
            if mild and answer.event_type == "ASSAULT":
                answer.sub_event = _PUT_DOWN
            if mild and all(c.high == 0 for c in answer.casualties):
                gone.append(Dropped(answer.trigger, "gas or a dispersal that hurt nobody: the protest's intervention"))
                answer.status = "denied"
                protest.casualties += answer.casualties
    left = {id(d.trigger) for d in gone}
    kept = [d for d in drafts if id(d.trigger) not in left]
    for draft in kept:
        sides = [(a, r) for a, r in draft.actors if a.actor_class == "protesters"]
        if _mild(draft, words) and not draft.casualties and sides and draft.event_type in ("ASSAULT", "COERCE"):
            draft.event_type, draft.sub_event = "PROTEST", _PUT_DOWN
            draft.actors = [(sides[0][0], "source")]
            draft.notes.append("type: a dispersal that hurt nobody tells of the protest")
    return kept, gone


def protests_met(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """أطلقت القوات النار على متظاهرين في المدينة: who is told of only as those it was done to held a protest there. With the
    article, or where the report tells of a protest, they are those of that one."""
    if any(d.event_type == "PROTEST" for d in drafts):
        return list(drafts)
    words, told = reading.words, list(drafts)
    for answer in drafts:
        done = answer.event_type == "ASSAULT" and answer.status in ("occurred", "ongoing")
        if not done or _fought(answer) or answer.sub_event not in ("Excessive force against protesters", _PUT_DOWN):
            continue
        met = [a for a in answer.of_role("target") if a.actor_class == "protesters" and a.first >= answer.clause[0]]
        crowd = next((a for a in met if _many_met(a, answer, words)), None)
        if crowd is None:
            continue
        trigger = TriggerMention(
            crowd.first, crowd.last, "PROTEST", answer.sub_event, "noun", "active", "self", "none", (), "weak",
            words.norm[crowd.first], "those whom force was used against",
        )  # fmt: skip
        told.append(replace(answer, trigger=trigger, event_type="PROTEST", actors=[(crowd, "source")], casualties=[], merged=[],
                            tellings=[], notes=["type: protesters whom force was used against"]))  # fmt: skip
        break
    return sorted(told, key=lambda d: d.trigger.first)


def _many_met(crowd: ActorMention, answer: Draft, words: Words) -> bool:
    """متظاهرين، 12 متظاهراً: more than one, without the article."""
    if any("ال" in prefix for prefix, _ in words.analyses[crowd.first]):
        return False
    counted = any(c.group == "protesters" and (c.low or c.best or 0) > 1 and c.high != _PAIR for c in answer.casualties)
    return counted or words.norm[crowd.first].endswith(("ين", "ون"))


def _is_mild(lemma: str) -> bool:
    return any(w in lemma for w in _MILD)


_IS_MILD: Final = PerWord(_is_mild)


def _mild(draft: Draft, words: Words) -> bool:
    """Done by gas, water or a dispersal: the trigger's own words, or what it fires (أطلقت الشرطة الغاز، قنابل الغاز)."""
    lemma = fold(draft.trigger.lemma)
    if _IS_MILD[lemma]:
        return True
    behind = words.norm[draft.trigger.last : min(draft.clause[1], draft.trigger.last + _FIRED_WITHIN)]
    said = (*words.norm[draft.trigger.first : draft.trigger.last], *behind)
    if any(w.removeprefix("ال") in _AIR for w in behind):
        return True  # أطلقت النار في الهواء
    if lemma not in _FIRES or any(w in _GUNFIRE for w in said):
        return False
    return any(w.removeprefix("ب").removeprefix("ال").startswith(_GAS) for w in said)


def _answers(answer: Draft, protest: Draft, words: Words) -> bool:
    """Whether an act of force or arrest is done to a protest: to protesters, by armed men in the same breath, or with gas."""
    if answer.event_type not in ("ASSAULT", "COERCE") or abs(answer.sentence - protest.sentence) > 2:
        return False
    if any(a.actor_class == "protesters" for a in answer.of_role("target")):
        return True
    behind = min((t.first - answer.trigger.last for t in (protest.trigger, *protest.merged)), key=abs)
    told = words.norm[answer.trigger.first].endswith(("ها", "هم", "ه"))  # وقفة فرّقها الجنود
    near = 0 <= behind < _PUT_DOWN_WITHIN or (told and -_PUT_DOWN_WITHIN < behind < 0)
    if answer.event_type == "COERCE" and answer.sentence == protest.sentence and near and _IS_MILD[fold(answer.trigger.lemma)]:
        return True  # فضّت القوات الاعتصام، قمع الاحتلال المسيرة
    armed = any(a.actor_class in _ARMED for a in answer.of_role("source"))
    if armed and answer.event_type == "ASSAULT" and _mild(answer, words):
        return True  # أطلقت الشرطة قنابل الغاز لتفريقهم
    shooting = answer.event_type == "ASSAULT" and answer.sub_event in (None, "Attack", "Excessive force against protesters")
    unnamed = not any(a.actor_class in _ARMED for a in answer.of_role("target"))
    later = answer.trigger.first > protest.trigger.first or _dispersed(protest, words)
    return answer.sentence == protest.sentence and later and armed and shooting and unnamed


def _dispersed(protest: Draft, words: Words) -> bool:
    """برصاص القوات أثناء تفريقها مظاهرة: what is told before was done to disperse it."""
    before = words.norm[max(0, protest.trigger.first - _DISPERSED_WITHIN) : protest.trigger.first]
    return any(w.startswith(_DISPERSING) for w in before)


def _fought(draft: Draft) -> bool:
    """Whether any word of the act tells of two-sided fighting."""
    return any(t.frame == "mutual" for t in (draft.trigger, *draft.merged))


def by_who_does_it(draft: Draft, words: Words) -> None:
    """What the sides say of the means, asked when retellings are joined: what the words of an act say tells acts apart, and
    this is said of its sides."""
    if draft.event_type != "ASSAULT" or draft.sub_event not in _OPEN:
        return
    sides = {a.actor_class for a, role in draft.actors if role != "third"}
    if not _fought(draft):
        _by_whose_means(draft, words)
    elif "protesters" in sides and sides & _ARMED:
        _put_down(draft)


def _by_whose_means(draft: Draft, words: Words) -> None:
    """فتح الطيران الحربي نيرانه، استهدفت مدفعية الاحتلال: who does it is the means."""
    for actor in draft.of_role("source"):
        said = [words.norm[i].removeprefix("و").removeprefix("ال") for i in range(actor.first, actor.last)]
        if by_air(said):
            draft.sub_event = "Air/drone strike"
        elif any(w.startswith(_GUNS) for w in said):
            draft.sub_event = "Shelling/artillery/missile attack"


def by_air(said: Sequence[str]) -> bool:
    """Whether aircraft or an air force (سلاح الجو) are among the words."""
    return any(w.startswith(_AIRCRAFT) for w in said) or _AIR_FORCE in pairwise(said)


def _put_down(draft: Draft) -> None:
    """اشتباكات بين الشرطة ومتظاهرين: "clashes" with the unarmed are force against them (CODEBOOK 10), deadly or not."""
    killed = any(c.kind in _DEATHS and c.high != 0 for c in draft.casualties)
    draft.sub_event = "Excessive force against protesters" if killed else _PUT_DOWN
    draft.actors = [(a, "target" if a.actor_class == "protesters" else role) for a, role in draft.actors]


def _assault(draft: Draft, words: Words) -> None:
    behind = words.norm[draft.trigger.last : min(draft.clause[1], draft.trigger.last + _EXCHANGED_WITHIN)]
    exchanged = any(w.removeprefix("ال").startswith(_EXCHANGED) for w in behind)
    # هاجموا النقطة بالقذائف … خلال تبادل إطلاق النار
    exchanged = exchanged or any(stem in fold(t.lemma) for t in draft.merged for stem in _EXCHANGE)
    if exchanged or (draft.trigger.frame == "mutual" and draft.sub_event not in _GROUND):
        draft.sub_event = "Armed clash"  # قصف متبادل: fire exchanged, whatever the weapon (CODEBOOK 10)
    if draft.sub_event in _MEANS:
        return
    sources = {a.actor_class for a in draft.of_role("source")}
    targets = {a.actor_class for a in draft.of_role("target")}
    holder = next((a.actor_class for a in draft.of_role("source")), None)
    taken = fold(draft.trigger.lemma) in _TAKES_GROUND and draft.sub_event in _OPEN
    if taken and holder in _ARMED - {"external_forces"}:
        draft.sub_event = "Government regains territory" if holder == "state_forces" else "Non-state actor overtakes territory"
    elif targets & {"protesters"} and sources & _ARMED:
        draft.sub_event = "Excessive force against protesters"
    elif draft.trigger.frame == "mutual" or len(draft.of_role("source")) > 1:
        draft.sub_event = "Armed clash"
    elif targets & _ARMED and not targets & _UNARMED:
        # Force against armed men is a clash; a lone one shot by nobody known is attacked (CODEBOOK 10).
        counted = [(c.low, c.high) for c in draft.casualties if not c.subset]
        draft.sub_event = "Attack" if counted == [(1, 1)] and not sources & _ARMED else "Armed clash"
    elif not targets & {"civilians", "protesters"} and settling.on_a_post(draft, words, settling.held_against(draft)):
        draft.sub_event = "Armed clash"
    elif draft.sub_event is None:
        draft.sub_event = "Attack"
