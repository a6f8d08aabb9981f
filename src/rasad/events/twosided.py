"""The sides of what two do to or with each other: بين X وY, X مع Y, also where no list knows one of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS, UNARMED, Governing
from rasad.events.lightsubjects import LightSubjects
from rasad.events.subjects import NEAR, Subjects
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention
from rasad.model.vocab import ActorClass

_BRINGS_TOGETHER: Final = frozenset({"بين", "جمع", "جمعت", "ضم", "ضمت"})
#: بين stands so many words behind the noun at most, a side so many behind بين.
_BETWEEN_WITHIN: Final = 14
_SIDES_WITHIN: Final = 25
#: Words of the longest side that no list knows, and of what is quoted of it.
_LONGEST: Final = 7
_TWO: Final = 2
_QUOTED: Final = 4
_MARKS: Final = frozenset("\"“”«»'‘’()-–")
_JOINED: Final = frozenset({"،", ",", "و", '"', "“", "«"})
_EACH: Final = frozenset({"كل", "كلا"})
_RELATIVES: Final = wordclass.words("relative")
_OPENERS: Final = wordclass.words("clause_opener")
_KIN: Final = wordclass.stems("kin_stem") + wordclass.stems("tribal_stem")
#: صد، أحبط، تصدى: who does it fights off an attack; the verb stands at most so many words before the attack's noun.
REPELS: Final = wordclass.words("repels")
_REPELLED_BEFORE: Final = 2
_MEDIATES: Final = wordclass.words("mediates")
_PATROLS: Final = wordclass.words("patrol")
#: The reason of a third that the words name outright.
BROKER: Final = "brings the two sides together"
#: In the reason of a participant that stands where a side does.
UNLISTED: Final = "a side that no list knows"


class TwoSided:
    """Gives both sides of one report's fights, talks and deals their roles."""

    def __init__(self, governing: Governing, subjects: Subjects, light: LightSubjects) -> None:
        self.words = governing.words
        self.governing = governing
        self.subjects = subjects
        self.light = light

    def give(self, draft: Draft, before: list[ActorMention], after: list[ActorMention]) -> None:
        """Both sides: after بين, or subject and مع."""
        trigger = draft.trigger
        reach = range(trigger.first + 1, min(draft.clause[1], trigger.last + _BETWEEN_WITHIN))  # أحداث بين: in the trigger
        between = next((i for i in reach if self.words.norm[i] in _BRINGS_TOGETHER and i + 1 not in self.governing.dated), None)
        if between is not None:
            sides = [
                a
                for a in after
                if a.first > between
                and a.first - between <= _SIDES_WITHIN
                and self.governing.preposition(a) in ("", "بين", "ل", "من")
            ]
            for actor in self._two(draft, between, sides) or self._in_a_row(sides, fought=draft.event_type == "ASSAULT"):
                draft.add_actor(actor, "source", "one of the sides")
        for actor in after:
            if self._with(draft, actor) or self._joined_to_with(draft, actor, after):
                draft.add_actor(actor, "target" if draft.event_type == "CONSULT" else "source", "side named with مع")
        if between is None:
            subject = self.subjects.find(draft, before, after) if trigger.pos == "verb" else None
            if subject is not None:
                draft.add_actor(subject, "source", "subject of the verb")
            for actor in after[:1]:
                if trigger.pos == "verb" and actor.adjective and actor.first == trigger.last:
                    draft.add_actor(actor, "source", "adjective of the noun")  # عقد اجتماع روسي تركي
            if trigger.pos != "verb":
                near = [a for a in after if a.first - trigger.last <= NEAR and self.governing.preposition(a) in ("", "ل")]
                for actor in near[:1]:
                    draft.add_actor(actor, "source", "complement of the noun")
                self.light.give(draft, before, after)
            elif trigger.target_prep == () and trigger.event_type == "CONSULT":
                rest = [a for a in after if a is not subject and self.governing.bare(a)]
                for actor in rest[:1]:
                    draft.add_actor(actor, "target", "met by the subject")

    def mediation(self, draft: Draft) -> bool:
        """توسط X بين Y وZ, قادت قبيلة X وساطة بين Y وZ."""
        last = min(draft.clause[1], draft.trigger.last + NEAR)
        said = draft.event_type == "CONSULT" and any(w in _MEDIATES for w in self.words.norm[draft.trigger.last : last])
        return said or fold(draft.trigger.lemma) in _MEDIATES

    def brokered(self, draft: Draft, before: list[ActorMention], after: list[ActorMention]) -> None:
        """أتمت لجنة وساطة صفقة بين X وY, نجح أعيان في عقد اتفاق بين X وY: who brings two sides together is the third."""
        reach = range(draft.trigger.last, min(draft.clause[1], draft.trigger.last + _BETWEEN_WITHIN))
        between = next((i for i in reach if self.words.norm[i] == "بين"), None)
        if between is None or not (draft.event_type in ("AGREE", "COOPERATE") or self.mediation(draft)):
            return
        near = [a for a in after if between < a.first <= between + _SIDES_WITHIN and self.governing.preposition(a) in ("", "بين")]
        thirds = {a.first for a in draft.of_role("third")}  # برعاية روسيا
        near = [a for a in near if a.first not in thirds]
        sides = self._two(draft, between, near) or self._in_a_row(near, fought=False)
        if len(sides) < _TWO:
            return
        rest = [(a, role) for a, role in draft.actors if all(a.first != side.first for side in sides)]
        draft.actors = [(side, "source") for side in sides]
        if draft.trigger.frame == "mutual":
            self.light.give(draft, before, [])
            rest += draft.actors[len(sides) :]
            draft.actors = draft.actors[: len(sides)]
        broker = [role == "source" and a.first < between for a, role in rest]
        draft.actors += [(replace(a, why=BROKER), "third") if b else (a, role) for (a, role), b in zip(rest, broker, strict=True)]

    def repelled(self, draft: Draft) -> None:
        """إحباط هجوم لـ X, صدت تعرضاً لـ X, تصدى لمحاولة X اقتحام …: whose attack is repelled fights too, none is struck alone."""
        words, trigger = self.words, draft.trigger
        if draft.event_type != "ASSAULT":
            return
        for n, (actor, role) in enumerate(draft.actors):
            if role != "target" or actor.first < trigger.last or actor.actor_class in UNARMED:
                continue
            said = range(max(0, trigger.first - _REPELLED_BEFORE), trigger.last)
            if any(stem in REPELS for i in said for _, stem in words.analyses[i]):
                draft.actors[n] = (actor, "source")
                draft.notes.append("source: whose attack is repelled")

    def _in_a_row(self, sides: Sequence[ActorMention], *, fought: bool) -> list[ActorMention]:
        """Those behind بين; who bears no arms only where و joins him to them (بينهم طفلة is told of the hurt, حي الشيخ of a
        place)."""
        norm = self.words.norm
        row = [a for n, a in enumerate(sides) if n == 0 or a.prefix.startswith("و") or norm[a.first - 1] in _JOINED]
        return [a for a in sides if a in row or not (a.actor_class in UNARMED or (fought and a.group == "leaders"))][:3]

    def _with(self, draft: Draft, actor: ActorMention) -> bool:
        """مع X, ضد X; اجتمع بـ X, لقاؤه بـ X: whom somebody meets."""
        met = draft.event_type == "CONSULT" and "ب" in draft.trigger.target_prep
        return self.governing.preposition(actor) in (("مع", "ضد", "ب") if met else ("مع", "ضد"))

    def _joined_to_with(self, draft: Draft, actor: ActorMention, after: list[ActorMention]) -> bool:
        """و after a participant named with مع."""
        if not actor.prefix.startswith("و"):
            return False
        earlier = [a for a in after if a.last == actor.first]
        return bool(earlier) and self._with(draft, earlier[0])

    def _two(self, draft: Draft, between: int, known: Sequence[ActorMention]) -> list[ActorMention]:
        """The two sides of بين X وY, of which a list knows one at most; empty where it knows both or the words show no two."""
        words = self.words
        if words.norm[between] != "بين" or between + 1 >= len(words):
            return []  # a report may be cut off behind it
        start = between + 3 if words.norm[between + 1] in _EACH else between + 1  # بين كل من X وY
        joint = self._joint(draft, start)
        if joint is None:
            return []
        end = next((k for k in range(joint + 1, min(draft.clause[1], joint + _LONGEST)) if self._ends(k)), joint + 1)
        end = min(end, self.governing.places.get(joint, end))  # بين إسرائيل ولبنان حيز التنفيذ
        runs = ((start, joint), (joint, max(end, joint + 1)))
        found = [next((a for a in known if first <= a.first < last), None) for first, last in runs]
        if all(found) or (found[1] is None and words.norm[start].endswith("ين")):
            return []  # بين القبيلتين وغياب الحلول: both are in the dual
        if fold(draft.trigger.lemma) in _PATROLS and start in self.governing.objects:
            return []  # دوريات مشتركة بين الناقورة وعلما الشعب: from where to where
        other = next((a.actor_class for a in found if a is not None), None)
        return [a or self._unlisted(draft, *run, other) for a, run in zip(found, runs, strict=True)]

    def _joint(self, draft: Draft, first: int) -> int | None:
        """The word whose و opens the second side: only the words of the first stand before it."""
        words = self.words
        for k in range(first + 1, min(draft.clause[1], first + _LONGEST)):
            if words.norm[k] in "،," and words.norm[k + 1 : k + 2] and words.norm[k + 1].startswith("و"):
                continue  # بين “كتيبة الفاروق”، والقوات الخاصة
            if words.norm[k].startswith("و") and len(words.norm[k]) > 2 and any(p in ("و", "وال") for p, _ in words.analyses[k]):
                return k
            if self._ends(k) and words.norm[k] != "من":
                return None
        return None

    def _ends(self, k: int) -> bool:
        """Whether word k is none of a side: a mark, a preposition, a relative pronoun, a conjunction, a fused ب or ل."""
        words = self.words
        norm = words.norm[k]
        if words.kind[k] == "punct" or self.subjects.verb_between(k, k + 1):
            return norm not in _MARKS
        fused = norm[0] in "بل" and len(norm) > 3 and any(prefix[:1] in ("ب", "ل") for prefix, _ in words.analyses[k])
        joined = norm[0] == "و" and any(prefix in ("و", "وال") for prefix, _ in words.analyses[k])
        return norm in PREPOSITIONS or norm in _RELATIVES or norm in _OPENERS or fused or joined

    def _unlisted(self, draft: Draft, first: int, last: int, other: ActorClass | None) -> ActorMention:
        """A side that stands there in words that no list knows. Whom tribes and families fight is one of them."""
        words = self.words
        while first < last - 1 and words.norm[first] in _MARKS:
            first += 1
        last = min(last, first + _QUOTED)
        while last > first + 1 and (
            words.norm[last - 1] in _MARKS or words.norm[last - 1] in "،," or words.norm[last - 1] in PREPOSITIONS
        ):
            last -= 1
        kin = any(w.lstrip("و").removeprefix("ال").startswith(_KIN) for w in words.norm[draft.trigger.first : last])
        cls: ActorClass = "political" if draft.event_type != "ASSAULT" else "unknown"
        if draft.event_type == "ASSAULT" and (kin or other in ("identity_militia", "civilians")):
            cls = "identity_militia"
        prefix = "و" if words.norm[first].startswith("و") else ""
        key = " ".join(words.norm[first:last]).removeprefix(prefix)
        return ActorMention(first, last, prefix, cls, None, None, None, None, False, UNLISTED, key)
