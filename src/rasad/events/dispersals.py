"""فرّقت الشرطة مسيرة، قمع الاحتلال وقفة، فض اعتصام: what is put down is a protest, and putting it down its intervention, no act of
repression beside it (CODEBOOK 10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events.compare import places_differ
from rasad.events.draft import Draft, Dropped
from rasad.events.governing import ARMED
from rasad.events.within import within
from rasad.lexicon import triggers, wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import SubEventType

_DISPERSING: Final = wordclass.words("disperses")
#: Words from the act to the gathering: who does it, the day and the place come between.
_WITHIN: Final = 6
#: Sentences behind in which the protest itself is told.
_SOON: Final = 2
#: Words from the gathering to who gathered (اعتصام الموظفين).
_OWN: Final = 1
_PUT_DOWN: Final[SubEventType] = "Protest with intervention"
_CROWD: Final = frozenset({"civilians", "protesters", "rioters", "unknown"})
#: الغاز المسيل، خراطيم المياه
_MILD_STEMS: Final = wordclass.stems("gas_or_water_stem")
_MILD: Final = PerWord(lambda norm: norm.removeprefix("ب").removeprefix("ال").startswith(_MILD_STEMS))
_GATHERED: Final = ("@gathering", "@protester")
_GATHERS: Final = PerWord(lambda norm: any(norm.removeprefix("ل").removeprefix("ال") in triggers.objects()[c] for c in _GATHERED))


def told_as_protests(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """The drafts with a protest told where one was put down; a draft that tells only of that gives way to the protest."""
    kept = list(drafts)
    gone: list[Dropped] = []
    for draft in drafts:
        for trigger in (draft.trigger, *draft.merged):
            at = _gathering(trigger, draft, reading)
            if at is None:
                continue
            by = [a for a in within(reading.actors, *draft.clause) if a.actor_class in ARMED and a in _doers(draft, at)]
            sentence = reading.words.sentences[draft.sentence]
            mild = _MILD.among(reading.words.norm, sentence.first, sentence.last)
            alone = trigger is draft.trigger and draft.event_type == "COERCE" and not draft.merged
            protest = _told_near(draft, kept)
            if protest is None:
                kept.append(_protest(draft, at, reading))
            elif protest.sub_event == "Peaceful protest":
                protest.sub_event = _PUT_DOWN
            if alone and not any(c.high != 0 for c in draft.casualties):
                kept.remove(draft)
                gone.append(Dropped(draft.trigger, "the protest's intervention"))
            for other in kept:
                force = other.event_type == "ASSAULT" and other.sentence == draft.sentence and other is not draft
                if force and mild and not any(c.kind == "killed" and c.high != 0 for c in other.casualties):
                    other.sub_event = _PUT_DOWN
                if force and not other.of_role("source"):
                    for actor in by[:1]:
                        other.add_actor(actor, "source", "who put the protest down")
            break
    return sorted(kept, key=lambda d: d.trigger.first), gone


def _gathering(trigger: TriggerMention, draft: Draft, reading: Reading) -> int | None:
    """The word of the gathering that is put down, behind the verb or noun of it and who does it."""
    if fold(trigger.lemma) not in _DISPERSING or draft.status not in ("occurred", "ongoing"):
        return None
    words = reading.words
    last = min(words.sentences[draft.sentence].last, trigger.last + _WITHIN)
    return next((i for i in range(trigger.first + 1, last) if words.kind[i] == "word" and _GATHERS[words.norm[i]]), None)


def _told_near(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The protest of its sentence, else of the next ones unless it is elsewhere (قمع مسيرة …. وكان الأهالي خرجوا في مسيرة)."""
    near = [d for d in drafts if d.event_type == "PROTEST" and 0 <= d.sentence - draft.sentence <= _SOON]
    here = [d for d in near if d.sentence == draft.sentence]
    return next(iter(here or [d for d in near if not places_differ(draft, d)]), None)


def _doers(draft: Draft, at: int) -> list[ActorMention]:
    return [a for a, _ in draft.actors if a.first < at or (a, "source") in draft.actors]


def _protest(draft: Draft, at: int, reading: Reading) -> Draft:
    """The protest at word `at`, by those who gathered (اعتصام الموظفين), with the time and place of its dispersal."""
    trigger = TriggerMention(
        at, at + 1, "PROTEST", _PUT_DOWN, "noun", "active", "self", "source", (), "sure", "تجمع", "what was put down",
    )  # fmt: skip
    crowd = [a for a, _ in draft.actors if a.actor_class in _CROWD and 0 <= a.first - at - 1 <= _OWN]
    crowd = crowd or [a for a in draft.of_role("target") if a.actor_class == "protesters"]
    protest = replace(
        draft, trigger=trigger, event_type="PROTEST", sub_event=_PUT_DOWN, definite=False, recalls=False, actors=[],
        places=list(draft.places), casualties=[], merged=[], tellings=[], notes=["trigger: what was put down", *draft.notes[1:2]],
        doubt="",
    )  # fmt: skip
    for actor in crowd[:1]:
        protest.add_actor(replace(actor, actor_class="protesters"), "source", "who gathered")
    return protest
