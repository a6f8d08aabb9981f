"""Which triggers are events: names, reasons, demands and bare weak words are left out, each with its reason."""

from collections.abc import Sequence
from typing import Final

from rasad.events import clauses, tollnames, victims
from rasad.events.asides import CONDITION, Asides
from rasad.events.content import Content, has_content
from rasad.events.covered import counted_behind, covered, told_behind, verb_at_place
from rasad.events.demands import demand_of_protest
from rasad.events.descriptions import Descriptions
from rasad.events.draft import Dropped
from rasad.events.governing import ARMED, MEDIATED
from rasad.events.within import places_within, within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import HAS_ARTICLE, among
from rasad.lexicon.folding import fold
from rasad.model.indexed import M
from rasad.model.mentions import Factuality, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

#: What these are about was not done even where they are no acts themselves (تطور يهدد إغاثة السكان).
_HELD_BEHIND: Final = frozenset({"AGREE", "REQUEST", "THREATEN"})
#: Verbs that lead to an outcome with ل (تعرض لقصف، أدى لمقتل).
_EXPOSED: Final = wordclass.stems("exposed_stem")
_EXPOSED_WITHIN: Final = 25
_OUTCOME: Final = wordclass.stems("outcome_stem")
_ECONOMY: Final = "economy"
_STREET: Final = frozenset({"PROTEST", "ASSAULT"})
#: Acts in words, and those that bodies do by words.
_IN_WORDS: Final = VERBAL_TYPES | {"AGREE", "CONCEDE", "SANCTION"}
#: Sentences that tell of such acts in a report that is not about prices.
_TOLD_IN: Final = 3
_PROTESTERS_DO: Final = wordclass.words("protesters_do")
#: "Those who": what follows tells persons apart, not acts.
_WHO: Final = wordclass.words("those_who")
WHO: Final = "says who the persons are (الذين …)"
IN_PASSING: Final = "a deal named in passing"
PURPOSE: Final = "a purpose (ل with the noun of an act)"
_CONTENT: Final = "content of"
_ANNOUNCES: Final = wordclass.words("announces")
_HE_WHO: Final = wordclass.words("he_who")
_DONE_TO_PERSONS: Final = frozenset({"COERCE", "ASSAULT", "RETREAT"})
_DURING: Final = wordclass.words("during")
_VOICED: Final = frozenset({"REQUEST"})
_VICTIMS: Final = wordclass.words("victim_noun")
_CAUSES: Final = wordclass.stems("cause_stem")
_SLOGANS: Final = wordclass.words("slogan")
#: وساطة without a preposition, and verbs of which it is the subject or object.
_MEDIATION: Final = frozenset({"وساطه", "الوساطه"})
_MEDIATES: Final = wordclass.words("carries_mediation")
_PERSONS: Final = wordclass.words("victim_participle")
_THROUGH: Final = wordclass.stems("through_stem")
_PASSING: Final = wordclass.stems("deal_in_passing_stem")
_AT: Final = wordclass.words("standing_at")
_RELATIVES: Final = wordclass.words("relative")
#: Endings of a verb whose object was named right before.
_POINTS_BACK: Final = ("ه", "ها")
_SETS_UP: Final = wordclass.words("sets_up_post")
#: A side, a victim or a place so near supports a weak word; a time so near makes a reason an act.
_SUPPORT_REACH: Final = 12
#: Words between a slogan's name and what it says.
_SLOGAN_REACH: Final = 6
#: بتهمة القتال سابقاً: what somebody is charged with is not told, whenever it was.
_CHARGES: Final = wordclass.words("on_a_charge")
#: على خلفية مقتل شخص قرب X: reasons that may be told as acts.
_TOLD_REASONS: Final = wordclass.words("told_reason")
_WITHOUT: Final = wordclass.words("without")
_SO_THAT: Final = wordclass.words("so_that")
_CONDITIONS: Final = wordclass.words("condition") | {"ما"}
_AMID: Final = wordclass.words("amid")
_THIS: Final = wordclass.words("demonstrative")
_CAME: Final = wordclass.words("it_came")
#: Triggers looked back over for what was told before.
_TOLD_BEFORE: Final = 12


def select(reading: Reading, reasons: dict[int, str]) -> tuple[list[int], list[Dropped], dict[int, int]]:
    """(kept trigger indices, dropped ones with reasons, content trigger → the verbal trigger that has it).

    Content with a time of its own is kept: a time to come makes it a planned act (CODEBOOK 3), another an act that was
    done (of such content 16 in 35 was coded on 458 real reports, of the other 1 in 8).
    """
    kept: list[int] = []
    dropped: list[Dropped] = []
    content: dict[int, int] = {}
    checker = _Checker(reading, reasons)
    verbal: int | None = None
    for n, trigger in enumerate(reading.triggers):
        why = checker.reason(n)
        if why:
            dropped.append(Dropped(trigger, why))
            if (trigger.event_type in _HELD_BEHIND or why == CONDITION) and not why.startswith("inside") and why != IN_PASSING:
                # A deal or a demand that is not coded itself still has its content behind it (الاتفاق يشمل سحب …).
                verbal = n
            continue
        told = _is_told_reason(reasons.get(trigger.first))  # طالب بإقالة القائد على خلفية مقتل …: not what is asked for
        held = None if verbal is None or told else reading.triggers[verbal]
        if verbal is not None and held is not None and has_content(held) and checker.content.holds(held, trigger):
            again = trigger.event_type == held.event_type or _truce(held, trigger)
            ahead = checker.content.own_time(trigger, held) and not (again and trigger.event_type == "AGREE")
            if not ahead and (again or not checker.content.was_done(held, trigger)):
                dropped.append(Dropped(trigger, f"{_CONTENT} {held.lemma}"))
                continue
            if ahead:
                content[n] = verbal
        kept.append(n)
        if has_content(trigger):
            verbal = n
    return kept, dropped, content


def _is_told_reason(reason: str | None) -> bool:
    return reason is not None and fold(reason).lstrip("و") in _TOLD_REASONS


def _truce(verbal: TriggerMention, noun: TriggerMention) -> bool:
    """أعلن الجيش هدنة: the noun that the verb of a one-sided truce has is no deal beside it."""
    announced = verbal.event_type == "CONCEDE" and fold(verbal.lemma) in _ANNOUNCES
    return announced and noun.event_type == "AGREE" and noun.pos != "verb"


class _Checker:
    def __init__(self, reading: Reading, reasons: dict[int, str]) -> None:
        self.reading = reading
        self.words = reading.words
        self.inside = covered(reading)
        self.placed: dict[int, str] = {}
        for m in (p.mention for p in reading.places if p.latitude is not None or p.mention.cue is not None):
            self.placed |= dict.fromkeys(range(m.first, m.last), reading.words.quote(m.first, m.last))
        self.timed = {i for t in reading.times for i in range(t.first, t.last)}
        self.content = Content(reading)
        self.asides = Asides(reading)
        self.reasons = reasons
        self.told = reading.topic == _ECONOMY and self._many_told()
        self.descriptions = Descriptions(reading, reasons)

    def reason(self, n: int) -> str | None:
        """Why trigger n is no event, or None."""
        trigger = self.reading.triggers[n]
        if trigger.first in self.inside:
            return f"inside a name: {self.inside[trigger.first]}"
        if trigger.first in self.placed and not verb_at_place(self.reading, trigger):
            return f"inside a place name: {self.placed[trigger.first]}"
        if trigger.first in self.timed:
            return "inside a time (في الثاني من أوت)"
        if trigger.frame == "patient" and self.reading.factuality[n].status == "denied":
            return "says that nobody was hurt"
        if (fold(trigger.lemma) in _VICTIMS and not self._fell(trigger)) or victims.is_hit(trigger, self.reading):
            return "names those hurt, not an act"
        if trigger.event_type == "AGREE" and not self._time_after(trigger) and self._in_passing(trigger.first):
            return IN_PASSING
        if trigger.event_type in _VOICED and demand_of_protest(self.reading, n):
            return "a demand of the protest"
        shouted = trigger.pos != "verb" and self._cut_with(trigger.first, "ب")  # يهتفون بسقوط النظام
        if (trigger.event_type in VERBAL_TYPES or shouted) and self._on_placards(trigger.first):
            return "what the protest says of itself"
        if self._by_protesters(n):
            return "what the protesters did, part of their protest"
        circumstance = self._circumstance(n)
        if circumstance:
            return circumstance
        reason = self.reasons.get(trigger.first)
        if reason is not None and (
            fold(reason) in _CHARGES
            or not (
                self._time_after(trigger)
                or self.content.told_of(trigger)
                or counted_behind(self.reading, trigger, reason)
                or (_is_told_reason(reason) and told_behind(self.reading, trigger))
            )
        ):
            return f"after {reason}"
        if self.reading.topic and not self.told and not self._known_force(trigger):
            return f"the report is about {self.reading.topic}"
        if self._carries(trigger):
            return "carries another act (تعرّض … لهجوم)"
        if self._purpose(trigger):
            return PURPOSE
        description = self.descriptions.of(trigger)
        if description and not tollnames.numbered(trigger, self.reading):
            return f"general description: {description}"
        if trigger.strength == "weak" and not self._supported(trigger):
            return "weak word without a side, a victim or a place near it"
        return None

    def _supported(self, trigger: TriggerMention) -> bool:
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        lo, hi = max(sentence.first, trigger.first - _SUPPORT_REACH), min(sentence.last, trigger.last + _SUPPORT_REACH)
        near = within(self.reading.actors, lo, hi)
        if any(a.actor_class != "political" or a.id for a in near):
            return True
        if trigger.event_type in _IN_WORDS and trigger.pos == "verb":
            # انتقد المرصد صمت الحكومة, أوروبا تدعم القرار: who acts in words is seldom more than political
            told = self.words.norm[trigger.first][:1] in ("ي", "ت")
            if any(a.first == trigger.last or (told and a.last == trigger.first) for a in near):
                return True
        return bool(places_within(self.reading.places, lo, hi)) or bool(within(self.reading.casualties, lo, hi))

    def _near(self, mentions: Sequence[M], trigger: TriggerMention) -> Sequence[M]:
        """The mentions of the trigger's sentence."""
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        return within(mentions, sentence.first, sentence.last)

    def _time_after(self, trigger: TriggerMention) -> bool:
        """A reason with a time of its own is told as an act (بسبب الاستنفار منذ أمس)."""
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        times = within(self.reading.times, trigger.last, min(sentence.last, trigger.last + _SUPPORT_REACH))
        return bool(times) and not within(self.reading.triggers, trigger.last, times[0].first)

    def _circumstance(self, n: int) -> str | None:
        """Words of an act that only describe another: احتجاجاً على، دون إنذار، بوساطة، التي تحاصرها."""
        trigger = self.reading.triggers[n]
        norm = self.words.norm
        i = trigger.first
        before = norm[i - 1] if i else ""
        aside = self.asides.why(n)
        if aside:
            return aside
        if trigger.pos == "noun" and self._article(i):
            if fold(trigger.lemma) in _PERSONS:
                return "names a person, not an act"
            if trigger.event_type == "SUPPORT" or (i - 1 in self.placed and not self._cut_with(i, "ل", "ب")):
                return "describes what stands before it"
        if norm[i] in MEDIATED and not self._mediation_told(i):
            return "names a mediator"
        if trigger.event_type == "MOBILIZE" and trigger.pos != "verb" and trigger.frame == "self" and before in _AT:
            return "where something happened (at a checkpoint)"
        if fold(trigger.lemma) in _SETS_UP and norm[i].endswith(_POINTS_BACK) and i > 1 and norm[i - 2] in _AT:
            return "says who set up where something happened (عند حاجز نصبته …)"
        if (
            (
                not _WHO.isdisjoint(norm[max(0, i - 3) : i])
                or (before in _HE_WHO and trigger.event_type == "ASSAULT" and trigger.voice != "active")
            )
            and trigger.event_type in _DONE_TO_PERSONS
            and not self._time_after(trigger)
            and not (n and clauses.says_which(self.words, self.reading.triggers[n - 1], trigger))
        ):
            return WHO
        during = before in _DURING and trigger.pos == "noun" and n
        if during and norm[i].endswith(("ها", "هم", "ه")) and not self._ends_in_ta(i):
            return "a circumstance of another act (خلال …)"
        if before in _DURING and trigger.event_type == "CONSULT" and self._hurt_at(n):
            return "where somebody was hurt (أثناء اجتماع)"
        if before in _AMID and trigger.pos == "noun" and self._amid(n):
            return "a circumstance of another act (وسط …)"
        if (
            (norm[i - 2] if before in _THIS and i > 1 else before).lstrip("و") in _CAME
            and trigger.pos == "noun"
            and self._article(i)
            and any(t.event_type == trigger.event_type for t in self.reading.triggers[max(0, n - _TOLD_BEFORE) : n])
        ):
            return "points back to what was told (جاء القصف بعد …)"
        if (before in _WITHOUT and trigger.pos != "verb") or self._left_undone(n):
            return "a circumstance (without …)"
        if (
            trigger.pos == "verb"
            and norm[i][:1] in ("ي", "ت")
            and self._present(trigger)
            and not _RELATIVES.isdisjoint(norm[max(0, i - 2) : i])
        ):
            return "a relative clause that describes"
        return None

    def _mediation_told(self, i: int) -> bool:
        """وساطة قبلية تنجح في …، قادت وساطة …: the mediation is what is told, not who made a deal."""
        opens = i == self.words.sentences[self.words.sentence[i]].first
        return self.words.norm[i] in _MEDIATION and (opens or self.words.norm[i - 1].lstrip("وف") in _MEDIATES)

    def _left_undone(self, n: int) -> bool:
        """وعود بعدم توقيفه، من دون أن تقدم: what is left undone beside another act, unless it has a day to come (a demand)."""
        cue = self.reading.factuality[n].cue
        denied = self.reading.factuality[n].status == "denied"
        if not denied or cue is None:
            return False
        before = self.words.norm[cue[0] - 1].lstrip("ولف")
        if before in _SO_THAT or among(self.words.norm[cue[0] - 1], _CONDITIONS, "ولف"):
            return True  # لكي لا يصل متظاهرون: what for; في حال لم تنسحب، ما لم يُفرج عنه: a condition
        undone = among(self.words.norm[cue[1] - 1], _WITHOUT, "وفبل")
        return undone and not self.content.own_time(self.reading.triggers[n])

    def _hurt_at(self, n: int) -> bool:
        """قُتل الرجل أثناء اجتماع للقيادات: an act of force told before it in its sentence."""
        trigger, before = self.reading.triggers[n], self.reading.triggers[n - 1] if n else None
        told = before is not None and before.event_type == "ASSAULT"
        return told and self.words.sentence[before.first] == self.words.sentence[trigger.first]  # type: ignore[union-attr]

    def _amid(self, n: int) -> bool:
        """وسط إطلاق نار, وسط مفاوضات: what surrounds an act of force in its sentence, or talks that go on. Charges and demands
        (وسط اتهامات لـ X) are told besides."""
        trigger = self.reading.triggers[n]
        if trigger.event_type == "CONSULT":
            return True
        before = self.reading.triggers[max(0, n - _TOLD_BEFORE) : n]
        sentence = self.words.sentence[trigger.first]
        return trigger.event_type in ("ASSAULT", "PROTEST") and any(
            t.event_type == "ASSAULT" and self.words.sentence[t.first] == sentence for t in before
        )

    def _fell(self, trigger: TriggerMention) -> bool:
        """سقوط قتلى, قتلى وجرحى بقصف …: indefinite, and with what made them in the words around."""
        i, last = trigger.first, trigger.last
        if self._article(i):
            return False
        if any(w.startswith(_CAUSES) for w in self.words.norm[max(0, i - 4) : i]):
            return True
        return any(w.startswith(_THROUGH) for w in self.words.norm[last : last + 4])

    def _article(self, i: int) -> bool:
        return HAS_ARTICLE[self.words.norm[i]]

    def _on_placards(self, i: int) -> bool:
        """شعارات تندد ب…، هتفوا ضد: words of a protest, which belong to it (CODEBOOK 10)."""
        first = self.words.sentences[self.words.sentence[i]].first
        return any(stem in _SLOGANS for j in range(max(first, i - _SLOGAN_REACH), i) for _, stem in self.words.analyses[j])

    def _in_passing(self, i: int) -> bool:
        """خروقاته لاتفاق …، بموجب اتفاق: the deal is not what is told."""
        return any(w.startswith(_PASSING) for w in self.words.norm[max(0, i - 3) : i])

    def _ends_in_ta(self, i: int) -> bool:
        return self.words.surface[i].endswith("ة")

    def _present(self, trigger: TriggerMention) -> bool:
        return trigger.lemma[:1] not in ("ت", "ي") or len(self.words.norm[trigger.first]) > len(trigger.lemma) + 1

    def _by_protesters(self, n: int) -> bool:
        """مظاهرات … واقتحمت المعبر: storming, blocking or burning joined to a protest is the protest's (CODEBOOK 10)."""
        trigger = self.reading.triggers[n]
        first = trigger.first
        if trigger.pos != "verb" or self.words.norm[first][0] not in "وف" or fold(trigger.lemma) not in _PROTESTERS_DO:
            return False
        sentence = self.words.sentence[first]
        before = [t for t in self.reading.triggers[max(0, n - 3) : n] if self.words.sentence[t.first] == sentence]
        protest = next((t for t in reversed(before) if t.event_type == "PROTEST"), None)
        if protest is None:
            return False
        return not any(a.actor_class in ARMED for a in within(self.reading.actors, protest.last, trigger.last + 3))

    def _purpose(self, trigger: TriggerMention) -> bool:
        """ل fused to a noun of force tells what something was for (عملية لاعتقال), unless the word before makes it an outcome."""
        verbal = trigger.event_type in VERBAL_TYPES and trigger.event_type != "ACCUSE"
        weak = trigger.pos == "phrase" and trigger.strength == "weak"  # تدخّل لفض النزاع, not اتفاق لوقف إطلاق النار
        if not (trigger.pos == "noun" or weak) or verbal or trigger.event_type == "PROTEST" or trigger.first == 0:
            return False
        norm = self.words.norm
        if not norm[trigger.first].lstrip("و").startswith("ل") or not self._cut_with_l(trigger.first):
            return False
        before = norm[max(0, trigger.first - _EXPOSED_WITHIN) : trigger.first]
        exposed = any(w.lstrip("وفبل").startswith(_EXPOSED) for w in before)  # تعرّض أحد حواجزها في البلدة لهجوم
        return not exposed and not any(w.startswith(_OUTCOME) for w in before[-3:])

    def _carries(self, trigger: TriggerMention) -> bool:
        """تعرّض حاجزها في البلدة لهجوم: the noun of exposure only carries the act fused with ل behind it."""
        if not fold(trigger.lemma).startswith(_EXPOSED):
            return False
        behind = within(self.reading.triggers, trigger.last, trigger.last + _EXPOSED_WITHIN)
        return any(t.event_type == "ASSAULT" and t.pos != "verb" and self._cut_with_l(t.first) for t in behind)

    def _cut_with(self, i: int, *prepositions: str) -> bool:
        """بالرصاص الحي: an adjective has no preposition."""
        return any(prefix.lstrip("و").startswith(prepositions) for prefix, _ in self.words.analyses[i])

    def _cut_with_l(self, i: int) -> bool:
        return self._cut_with(i, "ل") and not self.words.norm[i].startswith("لق")

    def _many_told(self) -> bool:
        """Whether several sentences tell of a sure act with a crowd or armed men: prices are only why the streets are full."""
        sentences = {
            self.words.sentence[t.first] for t in self.reading.triggers if t.strength == "sure" and t.event_type in _STREET
        }
        sides = [a for a in self.reading.actors if a.actor_class == "protesters" or (a.actor_class in ARMED and a.id is not None)]
        return len(sentences & {self.words.sentence[a.first] for a in sides}) >= _TOLD_IN

    def _known_force(self, trigger: TriggerMention) -> bool:
        """A side known by name and somebody hurt in the sentence: in a report on another matter only both make a word an
        act (clubs are called Army and Police)."""
        if not self._near(self.reading.casualties, trigger):
            return False
        return any(
            a.id is not None and a.actor_class in ARMED and not a.adjective for a in self._near(self.reading.actors, trigger)
        )


def not_done(dropped: Sequence[Dropped]) -> set[int]:
    """Words of acts that were only asked for, threatened or aimed at, and the word behind each: who stands there is not hurt."""
    said = (d.trigger for d in dropped if d.why == PURPOSE or d.why.startswith(_CONTENT))
    return {i for trigger in said for i in range(trigger.first, trigger.last + 1)}


def status_of(reading: Reading, n: int, content: dict[int, int]) -> Factuality:
    """The factuality of trigger n; a demanded act with a day to come is a plan (CODEBOOK, seed report)."""
    if n in content:
        return Factuality(n, "planned", None, "content of a verbal act, with a day to come")
    return reading.factuality[n]
