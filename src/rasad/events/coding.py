"""ACLED-style sub-types by the means and the sides: codebook sections 2 and 10."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rasad.events import settling
from rasad.events.draft import Draft
from rasad.lexicon import actors, wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import COLLECTIVE, ActorMention, TriggerMention
from rasad.model.vocab import VERBAL_TYPES, Role, SubEventType
from rasad.model.words import Words

_ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces"})
_UNARMED: Final = frozenset({"civilians", "protesters", "political"})
_PUT_DOWN: Final = "Protest with intervention"
#: Fighting that takes ground is told by who took it.
_GROUND: Final = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
#: Means that a bomber may have used, words of one, and how near to the trigger in words.
_MAY_BE_SUICIDE: Final = frozenset({None, "Attack", "Armed clash", "Remote explosive/landmine/IED"})
_SUICIDE: Final = wordclass.stems("suicide_stem")
_SUICIDE_WITHIN: Final = 6
_HIMSELF: Final = frozenset({"نفسه", "نفسها", "نفسيهما", "انفسهم"})
_BLOWS_UP: Final = ("فجر", "فجرا", "تفجير", "يفجر")
_DEATHS: Final = frozenset({"killed", "killed_or_injured"})
#: متبادل, within so many words behind the act.
_EXCHANGED: Final = wordclass.stems("exchanged_stem")
_EXCHANGED_WITHIN: Final = 4
_EXCHANGE: Final = wordclass.stems("exchange_noun_stem")
#: Sub-types that the means or the ground taken may replace.
_OPEN: Final = frozenset({None, "Attack", "Armed clash"})
#: Fire that prepares the taking of ground (سيطر على التل بعد قصف) is no sub-type beside it.
_PREPARES: Final = frozenset({"Shelling/artillery/missile attack", "Air/drone strike"})
_AIRCRAFT: Final = wordclass.stems("aircraft_stem")
_AIR_FORCE: Final = ("سلاح", "جو")
_GUNS: Final = wordclass.stems("artillery_stem")
_TAKES_GROUND: Final = wordclass.words("takes_ground")
#: سقطت المدينة في يد X، بقبضة X, so many words behind the fall.
_FALLS: Final = wordclass.words("falls")
_INTO_HANDS: Final = wordclass.words("into_the_hands")
_FELL_WITHIN: Final = 8
_ASSASSINATES: Final = wordclass.stems("assassination_stem")
_KIN: Final = wordclass.stems("kin_stem")
#: Nouns of a protest that name those who hold it, as إضراب and قطع طريق do not.
_CROWDS: Final = wordclass.stems("crowd_stem")
#: مشاجرة بين عائلتين: a brawl, unless forces fight (CODEBOOK 10).
_BRAWL: Final = "Mob violence"
_FORCES: Final = _ARMED - {"identity_militia"}
_BYSTANDERS: Final = frozenset({"civilians", "unknown"})
#: The source of a protest of which nothing else is said.
ITSELF: Final = "the protest itself"
#: Words that count a crowd without a noun, and how near to the protest in words.
_COUNTED: Final = wordclass.words("crowd_count")
_CROWD_WITHIN: Final = 14
_NOT_HELD: Final = frozenset({"planned", "demanded", "denied"})
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
    classes(draft)
    kind = draft.event_type
    if kind in _NULL:
        draft.sub_event = "Agreement" if kind == "CONCEDE" and draft.sub_event == "Agreement" else None
    elif kind in _FIXED:
        draft.sub_event = _FIXED[kind]
    elif kind == "PROTEST":
        # A protest still to come, or denied, has no course, so no sub-type (seed report).
        draft.sub_event = None if draft.status in _NOT_HELD else draft.sub_event or "Peaceful protest"
        if not draft.of_role("source") and draft.status not in _NOT_HELD:
            crowd = _crowd(draft, words)
            draft.actors += [(crowd, "source")] if crowd is not None else []
        draft.actors = [(_with_count(a, words) if role == "source" else a, role) for a, role in draft.actors]
        # Armed men do not protest: they are whom it is against, or who calls for one to come (أعلنت الفصائل الإضراب غداً).
        armed: Role = "third" if draft.status in _NOT_HELD else "target"
        draft.actors = [(a, armed if role == "source" and a.actor_class in _ARMED else role) for a, role in draft.actors]
    elif kind == "ASSAULT":
        _assault(draft, words)
        if draft.sub_event == "Armed clash" and _fought(draft):
            # Who is hurt when two sides fight is counted, but is none of them (32 of 37 such targets were not coded).
            draft.actors = [(a, role) for a, role in draft.actors if role != "target" or a.actor_class not in _BYSTANDERS]


def classes(draft: Draft) -> None:
    """What a participant is in an act of this type: a country that strikes is its forces, one that speaks its government."""
    if draft.event_type in ("ASSAULT", "MOBILIZE"):
        draft.actors = [(_by_its_forces(a, role), role) for a, role in draft.actors]
    if draft.event_type in VERBAL_TYPES:
        draft.actors = [(replace(a, actor_class="political") if _speaks_out(a, role) else a, role) for a, role in draft.actors]
    if draft.event_type not in _BY_FORCE:
        blamed = draft.event_type == "ACCUSE"  # الغارات الإسرائيلية, condemned: the army's
        draft.actors = [
            (_as_government(a) if _state(a) and not (blamed and role == "target" and a.adjective) else a, role)
            for a, role in draft.actors
        ]
    if draft.event_type == "PROTEST":
        draft.actors = [(replace(a, actor_class="protesters") if _protests(a, role) else a, role) for a, role in draft.actors]
    if draft.event_type == "ASSAULT":
        tribes = _fought(draft) and any(_fights(a, role) for a, role in draft.actors)
        draft.actors = [
            (replace(a, actor_class="identity_militia") if _tribe(a, role) or (tribes and _kinsmen(a, role)) else a, role)
            for a, role in draft.actors
        ]
        draft.actors = [(replace(a, actor_class="unknown") if _stranger(a, role) else a, role) for a, role in draft.actors]


_STRANGERS: Final = wordclass.words("stranger")


def _with_count(actor: ActorMention, words: Words) -> ActorMention:
    """نظم المئات من الهوسا مظاهرة: how many of them is said before them."""
    counted = actor.first >= 2 and words.norm[actor.first - 1] == "من" and words.norm[actor.first - 2].lstrip("وف")
    return replace(actor, first=actor.first - 2, prefix="") if counted and counted.removeprefix("ال") in _COUNTED else actor


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


def _protests(actor: ActorMention, role: Role) -> bool:
    """Who holds a protest is a protester, also a union or a committee."""
    return role == "source" and (actor.actor_class in _UNARMED or _no_arms(actor, role))


def _by_its_forces(actor: ActorMention, role: Role) -> ActorMention:
    """A government that strikes does so by its forces, a foreign one by external ones, a party by its armed men."""
    if role == "source" and actor.actor_class == "political" and ".party." in (actor.id or ""):
        return replace(actor, actor_class="political_militia")
    if role != "source" or actor.actor_class != "political" or not (actor.id or "").endswith((".government", ".regime")):
        return actor
    return replace(actor, actor_class="external_forces" if (actor.id or "").startswith("xx.") else "state_forces")


def _speaks_out(actor: ActorMention, role: Role) -> bool:
    """Activists who demand or accuse act as a civil body; they are civilians where something is done to them."""
    return role == "source" and actor.group == "activists" and actor.actor_class == "civilians"


def _stranger(actor: ActorMention, role: Role) -> bool:
    """برصاص رجلين يستقلان دراجة: of men who attack and of whom nothing more is told nobody knows who they are."""
    return role == "source" and actor.actor_class == "civilians" and actor.id is None and actor.key in _STRANGERS


def _state(actor: ActorMention) -> bool:
    """A country or its adjective (تركيا، روسية) in an act without force is its government, not its army; a minister of
    defence or interior is a politician."""
    if actor.actor_class == "state_forces":
        return actor.key.startswith("وزير ")
    land = actor.why.startswith("name") and " " not in actor.key and not actor.key.startswith("ال")  # إسرائيل, not الاحتلال
    return actor.actor_class == "external_forces" and (actor.adjective or land)


def _as_government(actor: ActorMention) -> ActorMention:
    """وساطة سعودية: of the kingdom's government."""
    state = actors.government_of(actor.id) if actor.id is not None and actor.id.endswith(".forces") else None
    if state is None:
        return replace(actor, actor_class="political")
    return replace(actor, actor_class="political", id=state.id, name=state.name, name_ar=state.name_ar)


def _tribe(actor: ActorMention, role: Role) -> bool:
    """A tribe, clan or family that fights is an armed one; otherwise it is political or civilian (CODEBOOK 10)."""
    listed = actor.id is not None and ".tribe." not in actor.id
    if role != "source" or listed or actor.actor_class not in ("political", "civilians"):
        return False
    if ".tribe" in (actor.id or "") or (actor.id or "").endswith(COLLECTIVE) or "ال" in actor.key.split():
        return True  # التبو، آل جابر
    return any(stem in words for words in (actor.why, actor.key) for stem in _KIN)


def _kinsmen(actor: ActorMention, role: Role) -> bool:
    """مواجهات بين أبناء المحاميد والزيادية: whom a tribe fights is one too."""
    return role == "source" and actor.actor_class == "civilians" and actor.id is None


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


def _bare(norm: str) -> str:
    return norm.lstrip("وبل").removeprefix("ال")


def _tells_suicide(norm: str) -> bool:
    return _bare(norm) in _HIMSELF or _bare(norm).startswith(_SUICIDE)


#: Asked of every word near an act of force, of which few are such.
_OF_SUICIDE: Final = PerWord(_tells_suicide)


def _by_suicide(draft: Draft, words: Words) -> bool:
    """فجر انتحاري سيارة مفخخة, سيارة يقودها انتحاري, فجر نفسه: who died by it did it; a drone is none (مسيرة انتحارية)."""
    here = [t for t in (draft.trigger, *draft.merged) if words.sentence[t.first] == draft.sentence]
    first = max(draft.clause[0], min(t.first for t in here) - _SUICIDE_WITHIN)
    last = min(draft.clause[1], max(t.last for t in here) + _SUICIDE_WITHIN)
    if not any(map(_OF_SUICIDE.__getitem__, words.norm[first:last])) or _bombers_hit(draft, words):
        return False
    said = [_bare(w) for w in words.norm[first:last]]
    drone = any(w.startswith(_AIRCRAFT) for w in said)
    himself = any(w in _HIMSELF and v.startswith(_BLOWS_UP) for v, w in pairwise(said))
    return not drone and (himself or any(w.startswith(_SUICIDE) for w in said))


def _bombers_hit(draft: Draft, words: Words) -> bool:
    """قتلت القوات انتحاريين اثنين: somebody else did it to them."""
    hit = any(_OF_SUICIDE[words.norm[a.first]] for a in draft.of_role("target"))
    return hit and any(not _OF_SUICIDE[words.norm[a.first]] for a in draft.of_role("source"))


def _put_down(draft: Draft) -> None:
    """اشتباكات بين الشرطة ومتظاهرين: "clashes" with the unarmed are force against them (CODEBOOK 10), deadly or not."""
    killed = any(c.kind in _DEATHS and c.high != 0 for c in draft.casualties)
    draft.sub_event = "Excessive force against protesters" if killed else _PUT_DOWN
    draft.actors = [(a, "target" if a.actor_class == "protesters" else role) for a, role in draft.actors]


def _fell_to(draft: Draft, words: Words) -> bool:
    """سقطت المدينة بيد X، سقوط البلدة في قبضة X: ground that was taken, told by who took it."""
    return any(
        fold(t.lemma) in _FALLS and not _INTO_HANDS.isdisjoint(words.norm[t.last : t.last + _FELL_WITHIN])
        for t in (draft.trigger, *draft.merged)
    )


def _aimed_at_one(draft: Draft, words: Words) -> bool:
    """نجا قائد الشرطة من محاولة اغتيال: one man was meant, though nobody is counted."""
    said = words.norm[draft.trigger.first : draft.trigger.last]
    if not any(stem in w for w in said for stem in _ASSASSINATES):
        return False
    counts = actors.load().counts
    targets = draft.of_role("target")
    return len(targets) == 1 and any(counts.get(stem) == "one" for _, stem in words.analyses[targets[0].first])


_IS_EXCHANGED: Final = PerWord(lambda norm: norm.removeprefix("ال").startswith(_EXCHANGED))


def _assault(draft: Draft, words: Words) -> None:
    end = min(draft.clause[1], draft.trigger.last + _EXCHANGED_WITHIN)
    exchanged = _IS_EXCHANGED.among(words.norm, draft.trigger.last, end)
    # هاجموا النقطة بالقذائف … خلال تبادل إطلاق النار
    exchanged = exchanged or any(stem in fold(t.lemma) for t in draft.merged for stem in _EXCHANGE)
    brawl = draft.sub_event == _BRAWL and not {a.actor_class for a in draft.of_role("source")} & _FORCES
    if exchanged or (draft.trigger.frame == "mutual" and draft.sub_event not in _GROUND and not brawl):
        draft.sub_event = "Armed clash"  # قصف متبادل: fire exchanged, whatever the weapon (CODEBOOK 10)
    if draft.sub_event in _MAY_BE_SUICIDE and _by_suicide(draft, words):
        draft.sub_event = "Suicide bomb"
    holder = next((a.actor_class for a in draft.of_role("source")), None)
    taken = (fold(draft.trigger.lemma) in _TAKES_GROUND or _fell_to(draft, words)) and holder in _ARMED - {"external_forces"}
    if draft.sub_event in _MEANS and not (taken and draft.sub_event in _PREPARES):
        return
    sources = {a.actor_class for a in draft.of_role("source")}
    targets = {a.actor_class for a in draft.of_role("target")}
    if taken and draft.sub_event in _OPEN | _PREPARES:
        draft.sub_event = "Government regains territory" if holder == "state_forces" else "Non-state actor overtakes territory"
    elif targets & {"protesters"} and sources & _ARMED:
        draft.sub_event = "Excessive force against protesters"
    elif draft.trigger.frame == "mutual" or len(draft.of_role("source")) > 1:
        draft.sub_event = "Armed clash"
    elif targets & _ARMED and not targets & _UNARMED:
        # Force against armed men is a clash; a lone one shot by nobody known is attacked (CODEBOOK 10).
        counted = [(c.low, c.high) for c in draft.casualties if not c.subset]
        lone = counted == [(1, 1)] or (not counted and _aimed_at_one(draft, words))
        draft.sub_event = "Attack" if lone and not sources & _ARMED else "Armed clash"
    elif not targets & {"civilians", "protesters"} and settling.on_a_post(draft, words, settling.held_against(draft)):
        draft.sub_event = "Armed clash"
    elif draft.sub_event is None:
        # تحرير قرية كذا: ground that is taken by nobody named is fought over
        draft.sub_event = "Armed clash" if fold(draft.trigger.lemma) in _TAKES_GROUND else "Attack"
