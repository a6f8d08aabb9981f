"""The type of an act that its word leaves open, by its sides and by what it is done to: codebook sections 2 and 10."""

from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import ARMED, UNRESOLVED
from rasad.events.within import within
from rasad.lexicon import holders, triggers, wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import CasualtyMention
from rasad.model.reading import Reading
from rasad.model.vocab import EventType, SubEventType
from rasad.model.words import Words

_RAIDS: Final = wordclass.words("raid")
#: Clashes that also those without arms have with troops.
_FACED: Final = wordclass.words("faced_without_arms")
#: Forces whose storming of a place without a fight is a raid.
_STATE: Final = frozenset({"external_forces", "state_forces"})
_POWER: Final = _STATE | {"rebel", "political_militia"}
#: What a state's forces hold, so that others storm it against them.
_STATE_HELD: Final = wordclass.words("state_held")
#: They take land and trees and throw stones, but not in dissent.
_SETTLERS: Final = wordclass.stems("settler_stem")
#: What armed men hold or ride in, and how many words behind the trigger it is named.
_POSTS: Final = wordclass.words("armed_post")
_POST_WITHIN: Final = 6
#: Words from تعرض to the act that its subject suffered.
_SUFFERED_WITHIN: Final = 12
_EXPOSED: Final = wordclass.stems("exposed_stem")
#: Words of closing and blocking, which both protesters and armed men do.
_BLOCKING: Final = wordclass.stems("blocking_stem")
#: Words of a protest, and those behind which it is the one that is kept out.
_DISSENT: Final = wordclass.stems("dissent_stem")
_CLOSED_TO: Final = wordclass.words("closed_to")
#: Words of throwing stones and the like.
_THROWING: Final = wordclass.stems("throwing_stem")
#: Words of blowing up a building.
_BLASTS: Final = wordclass.stems("blast_stem")
#: أضرم، حطم: what makes a protest a violent one (CODEBOOK 10).
VIOLENT: Final = wordclass.stems("violent_deed_stem")
_BLOWN_UP_ON: Final = wordclass.words("blown_up_on")
#: Tyres are named so many words behind the act at most.
_TYRES_WITHIN: Final = 8
_CHARGE: Final = "Remote explosive/landmine/IED"
#: الهندسة، المتفجرات behind فرق، معالجة: who makes charges safe, so many words around the act.
_SQUADS: Final = wordclass.stems("bomb_squad_stem")
_SQUAD_BODIES: Final = wordclass.words("bomb_squad_body")
_SQUAD_WITHIN: Final = 9
_HOUSES: Final = triggers.objects()["@house"]
#: ضبط: goods are seized, suspects arrested.
_CATCHES: Final = "ضبط"
_SUSPECTS: Final = triggers.objects()["@suspect"]
_ABDUCTION: Final = "Abduction/forced disappearance"
_LOOTING: Final = "Looting/property destruction"
_HURT: Final = frozenset({"killed", "injured", "killed_or_injured"})
#: Who arrests nobody: a soldier they seize is abducted (CODEBOOK 10).
_MAY_PROTEST: Final = frozenset({"civilians", "protesters", "political", "unknown"})
#: هاجم، اقتحم: what protesters do and what is done to them.
_ATTACKS: Final = wordclass.words("attacks")
_CROWD: Final = frozenset({"protesters", "rioters", "civilians"})
_GUNMEN: Final = frozenset({"unknown", "identity_militia"})
_SEIZES: Final = wordclass.words("seizes")
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
#: أسر: members of the other side are taken (CODEBOOK 10), whoever holds power.
_CAPTURES: Final = frozenset({"اسر"})
_NO_POWER: Final = frozenset({"unknown", "civilians", "identity_militia", "protesters", "rioters"})


def raid(draft: Draft, reading: Reading) -> None:
    """Who holds power, a foreign force or settlers that storm homes, streets or a town with nobody hurt and no armed side or
    post against them raid (COERCE); so does whoever storms them to arrest, told before or behind (a campaign and its arrests
    are one COERCE)."""
    if draft.event_type != "ASSAULT" or fold(draft.trigger.lemma) not in _RAIDS:
        return
    words = reading.words
    armed = any(a.actor_class in ARMED for a in draft.of_role("target")) or on_a_post(draft, words, held_against(draft))
    hurt = any(_hurt(c) for c in within(reading.casualties, *draft.clause))
    power = any(a.actor_class in _POWER for a in draft.of_role("source")) or _by_settlers(draft, words)
    sentence = words.sentences[draft.sentence]
    beside = within(reading.triggers, sentence.first, sentence.last)
    arrests = any(t.event_type == "COERCE" and t.sub_event == "Arrests" for t in beside)
    if not armed and not hurt and (power or arrests):
        draft.event_type, draft.sub_event = "COERCE", None
        draft.notes.append("type: a raid, nobody hurt and no armed side against it")


def held(draft: Draft, reading: Reading) -> None:
    """اختطفت ميليشيا الحوثي موظفين في صنعاء: who is taken by whoever holds power there is arrested, whatever it is called."""
    if draft.event_type != "ASSAULT" or draft.sub_event != _ABDUCTION or fold(draft.trigger.lemma) in _CAPTURES:
        return
    told = draft.time.start if draft.time is not None else None
    day = told or (None if reading.undated else reading.published)
    where = {p.admin1 for p in draft.places if p.admin1}
    if any(a.id and any(holders.holds(a.id, admin1, day) for admin1 in where) for a in draft.of_role("source")):
        _turn(draft, "COERCE", "Arrests", "taken by whoever holds power there")


def unarmed(draft: Draft, reading: Reading) -> None:
    """اندلعت مواجهات عقب اقتحام قوات الاحتلال: whom a foreign army alone faces, with nobody hurt, bear no arms: a protest."""
    if draft.event_type != "ASSAULT" or fold(draft.trigger.lemma) not in _FACED:
        return
    sentence = reading.words.sentences[draft.sentence]
    armed = [a for a in within(reading.actors, sentence.first, sentence.last) if a.actor_class in ARMED]
    hurt = any(_hurt(c) for c in within(reading.casualties, sentence.first, sentence.last))
    triggers = within(reading.triggers, sentence.first, sentence.last)
    fought = any(t.frame == "mutual" and fold(t.lemma) not in _FACED for t in triggers)
    if armed and not hurt and not fought and all(a.actor_class == "external_forces" for a in armed):
        _turn(draft, "PROTEST", "Violent demonstration", "nobody armed faces the foreign army")
        if not any(a.actor_class == "external_forces" for a, _ in draft.actors):
            draft.add_actor(armed[0], "target", "whom they face")


def on_protesters(draft: Draft) -> None:
    """هاجم ملثمون خيام المعتصمين, اقتحم أنصار الحزب ساحة الاعتصام: who attacks protesters does not protest."""
    if draft.event_type != "PROTEST" or fold(draft.trigger.lemma) not in _ATTACKS:
        return
    sources = draft.of_role("source")
    others = bool(sources) and all(a.actor_class not in _CROWD for a in sources)
    if others or any(a.actor_class == "protesters" for a in draft.of_role("target")):
        _turn(draft, "ASSAULT", None, "an attack on protesters")


def settle(draft: Draft, words: Words) -> None:
    """The sides settle what a word leaves open: a road closed by protesters is their PROTEST, by armed men COERCE;
    a seizure by people who hold no power is ASSAULT (abduction)."""
    kind, sources = draft.event_type, {a.actor_class for a in draft.of_role("source")}
    if kind == "COERCE" and draft.sub_event == "Arrests" and _of_soldiers(draft) and sources <= _NO_POWER:
        _turn(draft, "ASSAULT", _ABDUCTION, "soldiers seized by people who hold no power")
        return
    if kind == "COERCE" and draft.sub_event == "Arrests" and _by_gunmen(draft, words):
        _turn(draft, "ASSAULT", _ABDUCTION, "people seized by gunmen who hold no power")
        return
    if kind == "ASSAULT" and draft.sub_event == _CHARGE and _made_safe(draft, words):
        _turn(draft, "COERCE", "Disrupted weapons use", "blown up by a bomb squad")
        return
    crowd_storms = kind == "ASSAULT" and sources and sources <= {"protesters", "rioters"} and not _by_settlers(draft, words)
    if crowd_storms and fold(draft.trigger.lemma) in _RAIDS:
        _turn(draft, "PROTEST", "Violent demonstration", "protesters who storm a post protest")
        return
    if kind == "MOBILIZE" and sources and sources <= {"protesters", "rioters"}:
        _turn(draft, "PROTEST", "Peaceful protest", "protesters move no armed force")
        return
    if kind not in ("COERCE", "PROTEST"):
        return
    lemma = fold(draft.trigger.lemma)
    if kind == "COERCE" and draft.sub_event is None and lemma == _CATCHES and _suspects(draft, words):
        draft.sub_event = "Arrests"
    blocking = any(w in lemma for w in _BLOCKING)
    violent = lemma.startswith(VIOLENT)
    if (
        sources <= _MAY_PROTEST
        and kind == "COERCE"
        and (blocking or (violent and "unknown" not in sources))
        and _in_dissent(draft, words)
    ):
        sub: SubEventType = "Violent demonstration" if violent else "Peaceful protest"
        _turn(draft, "PROTEST", sub, "closed, blocked or burnt in dissent, nobody armed is named")
        return
    if not sources:
        return
    tyres = with_tyres(draft, words)
    crowd = {"protesters", "rioters", "civilians"} if blocking or tyres else {"protesters", "rioters"}
    looting = draft.sub_event == _LOOTING
    if _by_settlers(draft, words):
        if kind == "PROTEST" and any(w in lemma for w in _THROWING):
            hurt = any(_hurt(c) for c in draft.casualties)
            _turn(draft, *(("ASSAULT", "Attack") if hurt else ("COERCE", _LOOTING)), "settlers who throw stones do not protest")
        elif kind == "PROTEST" and blocking:
            _turn(draft, "COERCE", None, "settlers who block or build do not protest")
    elif kind == "COERCE" and sources and sources <= crowd and (tyres or not looting or "rioters" not in sources):
        _turn(
            draft, "PROTEST", "Violent demonstration" if tyres or violent else "Peaceful protest", "done by protesters in dissent"
        )
    elif kind == "PROTEST" and sources and sources <= ARMED and blocking:
        _turn(draft, "COERCE", None, "armed men do not protest")
    elif kind == "COERCE" and draft.sub_event == "Arrests" and sources and sources <= {"civilians", "identity_militia"}:
        _turn(draft, "ASSAULT", "Abduction/forced disappearance", "seized by people who hold no power")
    elif kind == "COERCE" and looting and any(w in lemma for w in _BLASTS) and _against_men(draft, words):
        _turn(draft, "ASSAULT", "Remote explosive/landmine/IED", "a building blown up on somebody")


def _suspects(draft: Draft, words: Words) -> bool:
    """ضبطت الشرطة متهمين بالقتل: who is caught is arrested; goods are not."""
    return any(not _SUSPECTS.isdisjoint(words.stems[a.first]) for a in draft.of_role("target"))


def _made_safe(draft: Draft, words: Words) -> bool:
    """فجرت وحدة الهندسة عبوة, لتقوم فرق إزالة المتفجرات بتفجيرها: a charge that a bomb squad blows up, and nobody is hurt."""
    if any(_hurt(c) for c in draft.casualties):
        return False
    sentence = words.sentences[draft.sentence]
    near = range(
        max(sentence.first + 1, draft.trigger.first - _SQUAD_WITHIN), min(sentence.last, draft.trigger.last + _SQUAD_WITHIN)
    )
    return any(words.norm[i].startswith(_SQUADS) and words.norm[i - 1].removeprefix("ل") in _SQUAD_BODIES for i in near)


def _in_dissent(draft: Draft, words: Words) -> bool:
    """إغلاق المداخل احتجاجاً على: a protest is named behind the act, and not as what it is closed to (أمام المتظاهرين)."""
    behind = words.norm[draft.trigger.last : draft.clause[1]]
    return any(w.startswith(_DISSENT) for w in behind) and _CLOSED_TO.isdisjoint(behind)


def _of_soldiers(draft: Draft) -> bool:
    """Done to a state's soldiers or police, by somebody where the verb is passive or a noun: else it may be their own side."""
    told = draft.trigger.pos == "verb" and draft.trigger.voice == "active"
    taken = any(a.actor_class in ("state_forces", "external_forces") for a in draft.of_role("target"))
    return taken and (told or bool(draft.of_role("source")))


def _by_gunmen(draft: Draft, words: Words) -> bool:
    """احتجز مسلحون من القبيلة ثلاثة سائقين: people seized by unknown or tribal gunmen (CODEBOOK 2); القوات are of some side."""
    sources = draft.of_role("source")
    whom = bool(draft.of_role("target")) or words.surface[draft.trigger.last - 1].endswith(_PRONOUNS)  # احتجازهم
    seized = fold(draft.trigger.lemma) in _SEIZES and whom
    return seized and bool(sources) and all(a.actor_class in _GUNMEN and a.why != UNRESOLVED for a in sources)


def _by_settlers(draft: Draft, words: Words) -> bool:
    """مستوطنون، مجموعة متطرفة من المستوطنين."""
    source = (i for a in draft.of_role("source") for i in range(a.first, a.last))
    return any(stem.startswith(_SETTLERS) for i in source for _, stem in words.analyses[i])


def held_against(draft: Draft) -> frozenset[str]:
    """What armed men hold, and, where no state's forces attack, what those hold (سجن، مطار)."""
    return _POSTS if any(a.actor_class in _STATE for a in draft.of_role("source")) else _POSTS | _STATE_HELD


def on_a_post(draft: Draft, words: Words, posts: frozenset[str] = _POSTS) -> bool:
    """هاجموا حاجزاً، استهدف رتلاً عسكرياً: what is attacked belongs to armed men, though none of them is named."""
    first, last = draft.trigger.first, draft.trigger.last
    near = [*range(last, min(draft.clause[1], last + _POST_WITHIN))]
    suffered = [
        i for i in range(max(draft.clause[0], first - _SUFFERED_WITHIN), first) if words.norm[i].lstrip("وف").startswith(_EXPOSED)
    ]
    if suffered and words.norm[first].startswith("ل"):
        near += range(suffered[-1] + 1, first)  # تعرض حاجز في المدينة لهجوم
    return any(stem in posts for i in near for _, stem in words.analyses[i])


def _turn(draft: Draft, kind: EventType, sub: SubEventType | None, why: str) -> None:
    draft.event_type, draft.sub_event = kind, sub
    draft.notes.append(f"type: {why}")


def _against_men(draft: Draft, words: Words) -> bool:
    """تفجير منزل بقوة راجلة: armed men in it, or somebody hurt."""
    if not _BLOWN_UP_ON.isdisjoint(words.norm[draft.trigger.last : draft.clause[1]]):
        return True
    # فجروا منزل قائد الفصيل: whose house it is need not be in it
    inside = (a for a in draft.of_role("target") if _HOUSES.isdisjoint(words.stems[a.first - 1]))
    return any(a.actor_class in ARMED for a in inside) or any(_hurt(c) for c in draft.casualties)


def _hurt(claim: CasualtyMention) -> bool:
    """Somebody; "without any" counts none."""
    return claim.kind in _HURT and claim.high != 0


def with_tyres(draft: Draft, words: Words) -> bool:
    """قطعوا الطريق بالإطارات المشتعلة، أضرموا النار في إطارات: tyres are burnt in protest."""
    near = words.norm[draft.trigger.first : min(draft.clause[1], draft.trigger.last + _TYRES_WITHIN)]
    return any(w.lstrip("وب").removeprefix("ال").startswith("اطارات") for w in near)
