"""Protests met with force, and the force: codebook sections 2 and 10."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events import dispersals, mobs, settling
from rasad.events.compare import places_differ
from rasad.events.draft import Draft, Dropped
from rasad.events.governing import ARMED
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import Role, SubEventType
from rasad.model.words import Words

#: Means that hurt no one by themselves: tear gas, water, rubber bullets.
_AIR: Final = wordclass.words("into_the_air")
_MILD: Final = wordclass.stems("mild_force_stem")
#: An answer to a protest stands among so many acts before or behind it.
_NEAR: Final = 20
#: Sentences between a protest and its answer.
_SOON: Final = 2
#: Nouns of dispersing, and how many words behind one the protest is named.
_DISPERSING: Final = wordclass.stems("dispersing_stem")
_DISPERSED_WITHIN: Final = 2
#: What is scattered is a crowd; captives and towns are put down too (قمع الأسرى).
_SCATTERS: Final = frozenset({"فرق", "تفريق"})
#: أثناء مظاهرة, أطلقت النار على مظاهرة: where it was done, or on what.
_DONE_AT: Final = frozenset({"اثناء", "خلال", "علي"})
_FIRES: Final = wordclass.words("fires")
_GUNFIRE: Final = wordclass.words("gunfire")
_GAS: Final = wordclass.stems("gas_stem")
#: Words behind أطلق among which what was fired is named: the one who fires, a day and a bomb come between.
_FIRED_WITHIN: Final = 9
#: من المشاركين: who took part in what was told.
_TOOK_PART: Final = wordclass.words("took_part")
#: فأضرموا النار, ورشقوا: deeds of violence joined to a protest by its crowd.
_THEY: Final = "وا"
#: Words for those who protest.
_PROTESTER: Final = wordclass.stems("protester_stem")
_STRIKES: Final = wordclass.stems("strike_stem")
_EXCESSIVE: Final = "Excessive force against protesters"
_PUT_DOWN: Final = "Protest with intervention"
#: What a protest is that was met with an act of this sub-type.
_MET_WITH: Final[dict[str, SubEventType]] = {_PUT_DOWN: "Protest with intervention", mobs.MOB: "Peaceful protest"}
#: Groups that are at a protest for other reasons.
_BESIDE_CROWD: Final = frozenset({"journalists", "medics", "police", "soldiers", "fighters", "officials"})
_LIVE: Final = frozenset({"الحي", "حي"})
_BULLETS: Final = "رصاص"
#: على خلفية مقتل، احتجاجاً على مقتل: words before what a protest is about.
_REASONS: Final = frozenset({"خلفيه", "احتجاجا"})
_REASON_WITHIN: Final = 2
_NOT_HELD: Final = frozenset({"planned", "demanded", "denied"})


def code(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """A protest met with force, and the force: shooting makes both Excessive force, gas or arrests an intervention.

    Gas, water or a dispersal that hurts nobody is only the protest's intervention (CODEBOOK 10): it is left out beside a
    protest, and stands for the protest itself where none is told.
    """
    drafts, gone = dispersals.told_as_protests(drafts, reading)
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
        if protest.event_type != "PROTEST" or protest.status in _NOT_HELD:
            continue
        if protest.sub_event == "Peaceful protest" and _violent(protest, words):
            protest.sub_event = "Violent demonstration"
        for answer in drafts[max(0, n - _NEAR) : n + _NEAR]:
            if answer is protest or answer.status == "denied" or not _answers(answer, protest, words):
                continue
            if _meet(protest, answer, words):
                gone.append(Dropped(answer.trigger, "gas or a dispersal that hurt nobody: the protest's intervention"))
    left = {id(d.trigger) for d in gone}
    kept = [d for d in drafts if id(d.trigger) not in left]
    for draft in kept:
        sides = [(a, r) for a, r in draft.actors if a.actor_class == "protesters"]
        if not sides and fold(draft.trigger.lemma) in _SCATTERS:
            # فرقت الشرطة بالغاز عشرات الطلاب: a crowd that is dispersed had gathered
            sides = [(replace(a, actor_class="protesters"), r) for a, r in draft.actors if _of_crowd(a, r)]
        if _mild(draft, words) and not _hurts(draft) and sides and draft.event_type in ("ASSAULT", "COERCE"):
            draft.event_type, draft.sub_event = "PROTEST", _PUT_DOWN
            draft.actors = [(sides[0][0], "source")]
            draft.notes.append("type: a dispersal that hurt nobody tells of the protest")
        if draft.event_type == "ASSAULT" and draft.sub_event in (_EXCESSIVE, _PUT_DOWN):
            draft.actors = [(replace(a, actor_class="protesters") if _of_crowd(a, r) else a, r) for a, r in draft.actors]
    return _with_their_protest(kept, words), gone


def _of_crowd(actor: ActorMention, role: Role) -> bool:
    """أصيب ثلاثة شبان خلال قمع مسيرة: whoever is hurt there and of whom no more is told protested (CODEBOOK 10; 49 of 54)."""
    plain = actor.actor_class == "civilians" and actor.id is None and actor.group not in _BESIDE_CROWD
    return role == "target" and plain


def _meet(protest: Draft, answer: Draft, words: Words) -> bool:
    """Give both their sub-types; whether the answer is only the protest's intervention."""
    # فتحت النار على مظاهرة فقتلت اثنين … أطلقت قنابل الغاز: gas told of the same act does not make the fire mild
    killed = any(c.kind == "killed" and c.high != 0 for c in answer.casualties)
    mild = not _live(answer, words) and (_mild(answer, words) or (answer.sub_event == _PUT_DOWN and not killed))
    if mobs.by_a_mob(answer, words):
        answer.sub_event = mobs.MOB  # هاجم شبان المعتصمين بالعصي: no force that puts a protest down
        return False
    if answer.event_type == "ASSAULT" and not mild:
        protest.sub_event = answer.sub_event = _EXCESSIVE
    elif protest.sub_event != _EXCESSIVE:
        protest.sub_event = _PUT_DOWN
    if mild and answer.event_type == "ASSAULT":
        answer.sub_event = _PUT_DOWN
    if not mild or _hurts(answer):
        return False
    answer.status = "denied"
    if not protest.casualties and answer.sentence == protest.sentence:
        protest.casualties = answer.casualties  # دون وقوع إصابات
    return True


def _live(answer: Draft, words: Words) -> bool:
    """أصيب ثلاثة بالرصاص الحي والعشرات بالاختناق: live fire, whatever was fired besides."""
    first, last = answer.clause
    return answer.event_type == "ASSAULT" and any(
        words.norm[i] in _LIVE and words.norm[i - 1].endswith(_BULLETS) for i in range(max(first, 1), last)
    )


def _hurts(draft: Draft) -> bool:
    return any(c.high != 0 for c in draft.casualties)


def _violent(protest: Draft, words: Words) -> bool:
    """خرج المئات … فأضرموا النار: what the crowd did, joined to its protest in one sentence; قطعوا الطريق بالإطارات المشتعلة."""
    if settling.with_tyres(protest, words):
        return True
    last = words.sentences[protest.sentence].last
    said = words.norm[protest.trigger.last : last]
    return any(w[0] in "وف" and w.endswith(_THEY) and w[1:].startswith(settling.VIOLENT) for w in said)


def _with_their_protest(drafts: list[Draft], words: Words) -> list[Draft]:
    """أطلقت القوات النار على متظاهرين: those who are shot at protest, so their PROTEST is told too, where no other is (of 44
    coded reports that tell of force against protesters 42 have it)."""
    if any(d.event_type == "PROTEST" for d in drafts):
        return drafts
    for draft in drafts:
        if draft.event_type != "ASSAULT" or draft.status in _NOT_HELD or draft.headline:
            continue
        if any(t.frame == "mutual" for t in (draft.trigger, *draft.merged)):
            continue  # "clashes" with protesters are the shooting told twice (CODEBOOK 10)
        for actor in draft.of_role("target"):
            at = _named_protesters(actor, words)
            if at is not None:
                if mobs.by_a_mob(draft, words):
                    draft.sub_event = mobs.MOB
                elif draft.sub_event in (None, "Attack"):
                    draft.sub_event = _EXCESSIVE  # whoever shot at them
                return sorted([*drafts, _protest_of(draft, actor, at)], key=lambda d: d.trigger.first)
    return drafts


def _named_protesters(actor: ActorMention, words: Words) -> int | None:
    """The word of the participant that says he protests."""
    if actor.actor_class != "protesters":
        return None
    said = range(actor.first, actor.last)
    return next((i for i in said if any(stem.startswith(_PROTESTER) for _, stem in words.analyses[i])), None)


def _protest_of(draft: Draft, actor: ActorMention, at: int) -> Draft:
    trigger = TriggerMention(
        at, at + 1, "PROTEST", _EXCESSIVE, "noun", "active", "self", "source", (), "sure", "متظاهر", "those it was done to",
    )  # fmt: skip
    return replace(
        draft, trigger=trigger, event_type="PROTEST", sub_event=_MET_WITH.get(draft.sub_event or "", _EXCESSIVE),
        definite=False, recalls=False, actors=[(actor, "source")], places=list(draft.places), casualties=[], merged=[],
        tellings=[], notes=["trigger: who is shot at protests", *draft.notes[1:2]], doubt="",
    )  # fmt: skip


def _is_mild(lemma: str) -> bool:
    return any(w in lemma for w in _MILD)


_IS_MILD: Final = PerWord(_is_mild)
_IN_THE_AIR: Final = PerWord(lambda norm: norm.removeprefix("ال") in _AIR)
_OF_GAS: Final = PerWord(lambda norm: norm.removeprefix("ب").removeprefix("ال").startswith(_GAS))


def _mild(draft: Draft, words: Words) -> bool:
    """Done by gas, water or a dispersal: the trigger's own words, or what it fires (أطلقت الشرطة الغاز، قنابل الغاز)."""
    lemma = fold(draft.trigger.lemma)
    own = draft.trigger.sub_event == _PUT_DOWN  # استخدمت الشرطة خراطيم المياه: by its companion
    if own or _IS_MILD[lemma] or _IS_MILD.among(words.norm, draft.trigger.first, draft.trigger.last):
        return True  # أطلقت الغاز: its own words
    first, last = draft.trigger.first, min(draft.clause[1], draft.trigger.last + _FIRED_WITHIN)
    if _IN_THE_AIR.among(words.norm, draft.trigger.last, last):
        return True  # أطلقت النار في الهواء
    if lemma not in _FIRES or not _GUNFIRE.isdisjoint(words.norm[first : max(draft.trigger.last, last)]):
        return False
    return _OF_GAS.among(words.norm, first, max(draft.trigger.last, last))


def _answers(answer: Draft, protest: Draft, words: Words) -> bool:
    """Whether an act of force or arrest is done to a protest: to protesters, by armed men in the same breath, or with gas."""
    if answer.event_type not in ("ASSAULT", "COERCE") or abs(answer.sentence - protest.sentence) > _SOON:
        return False
    told = min(t.first for t in (answer.trigger, *answer.merged))
    if not _REASONS.isdisjoint(words.norm[max(0, told - _REASON_WITHIN) : told]):
        return False  # قطعوا الطريق على خلفية مقتل طفل برصاص دورية: what they protest against
    if any(a.actor_class == "protesters" for a in answer.of_role("target")):
        # الغاز على المحتجين في X …. وخرجت مظاهرات أخرى في Y: those of another place are other protesters
        elsewhere = answer.sentence != protest.sentence and places_differ(answer, protest)
        return not elsewhere or protest.trigger.first < answer.trigger.first
    armed = any(a.actor_class in ARMED for a in answer.of_role("source"))
    one_sentence = answer.sentence == protest.sentence
    if armed and _mild(answer, words) and (answer.event_type == "ASSAULT" or one_sentence):
        return True  # أطلقت الشرطة قنابل الغاز لتفريقهم, وقفة فرقها الجنود
    behind = words.norm[answer.trigger.last : answer.clause[1]]
    if answer.event_type == "COERCE" and protest.trigger.first < answer.trigger.first and not _TOOK_PART.isdisjoint(behind):
        return True  # حملة اعتقالات طالت أربعين من المشاركين
    shooting = answer.event_type == "ASSAULT" and answer.sub_event in (None, "Attack", _EXCESSIVE, _PUT_DOWN)
    unnamed = not any(a.actor_class in ARMED for a in answer.of_role("target"))
    later = answer.trigger.first > protest.trigger.first or _dispersed(protest, words)
    strike = any(w in fold(protest.trigger.lemma) for w in _STRIKES)  # nobody is in the street
    return one_sentence and later and armed and shooting and unnamed and not strike


def _dispersed(protest: Draft, words: Words) -> bool:
    """برصاص القوات أثناء تفريقها مظاهرة, أثناء مظاهرة, النار على مظاهرة: what is told before was done to it, or there."""
    first = protest.trigger.first
    before = words.norm[max(0, first - _DISPERSED_WITHIN) : first]
    return any(w.startswith(_DISPERSING) for w in before) or before[-1:] in ([w] for w in _DONE_AT)
