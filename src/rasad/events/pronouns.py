"""Whom a pronoun means that suffers an act or is addressed: قتلهم، أطلقوا النار عليه، هددته."""

from collections.abc import Container, Sequence
from typing import Final

from rasad.events.besides import taken
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, PREPOSITIONS, UNARMED
from rasad.events.subjects import Subjects
from rasad.events.within import within
from rasad.lexicon import speakers, wordclass
from rasad.model.mentions import ActorMention
from rasad.model.vocab import VERBAL_TYPES

_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
#: Acts in words that are done to somebody; what is refused or agreed is a thing.
_ADDRESSED: Final = frozenset({"REQUEST", "THREATEN"})
#: Whom a pronoun means stands so many words before its verb at most.
_ANTECEDENT: Final = 12
#: عليه، عليهم, and how far behind the trigger.
_UPON: Final = wordclass.words("upon_somebody")
_UPON_WITHIN: Final = 4
#: Words between who is named and the noun with his pronoun.
_OWNER_WITHIN: Final = 6
_ANYBODY: Final = ARMED | UNARMED | {"political"}
_THAT: Final = wordclass.words("that_opener")
_MANY: Final = ("ون", "ين", "ات", "ان")
#: كتائب، سرايا: bodies in the plural, of whom a pronoun says "her".
_BODIES: Final = wordclass.words("bodies")


class Pronouns:
    """Asks for one report; `speakers`: words of those who only say what happened."""

    def __init__(self, subjects: Subjects, actors: Sequence[ActorMention], speakers: frozenset[int]) -> None:
        self.words = subjects.words
        self.subjects = subjects
        self.actors = actors
        self.speakers = speakers

    def on_the_verb(self, draft: Draft) -> None:
        """الشهداء الذين قتلهم X: the object is in the verb."""
        if draft.event_type in _FORCE and self.subjects.object_pronoun(draft.trigger):
            self.means(draft, UNARMED if self.subjects.of_one(draft.trigger) else _ANYBODY)

    def addressed(self, draft: Draft) -> None:
        """هددته البلدية, إن مصر دعتها إلى القاهرة: who is spoken to is in the verb."""
        told = bool(draft.of_role("source")) and not draft.of_role("target")
        if draft.event_type in _ADDRESSED and told and self.subjects.object_pronoun(draft.trigger):
            self.means(draft, _ANYBODY)

    def as_before(self, draft: Draft, before: Draft | None) -> None:
        """طالب أعيان المجلس بحل الجهاز، وأمهلوه: the pronoun means whom the act before was said to."""
        verb = self.words.norm[draft.trigger.first]
        if (
            before is None
            or before.sentence != draft.sentence
            or before.event_type not in VERBAL_TYPES
            or draft.of_role("target")
        ):
            return
        if draft.event_type not in _ADDRESSED or not draft.of_role("source") or not self.subjects.object_pronoun(draft.trigger):
            return
        many = verb.endswith(("هم", "هما"))
        for actor in before.of_role("target")[:1]:
            plural = self.words.norm[actor.first].endswith(_MANY) and not actor.id
            if many or (not plural and self._agrees(actor, verb)):
                draft.add_actor(actor, "target", "meant by the pronoun, told to before")

    def behind_it(self, draft: Draft) -> None:
        """وأطلقوا النار عليه, فأطلقت الشرطة عليهم قنابل الغاز: the preposition of the act has the pronoun."""
        trigger = draft.trigger
        if draft.event_type not in _FORCE or draft.of_role("target") or trigger.voice == "passive":
            return
        for i in range(trigger.first, min(draft.clause[1], trigger.last + _UPON_WITHIN)):
            if self.words.norm[i] in _UPON:
                self.means(draft, _ANYBODY, one=not self.words.norm[i].endswith(("هم", "هما")))
                return

    def of_the_noun(self, draft: Draft, before: Sequence[ActorMention]) -> None:
        """إعلان الجيش بدء هجومه, بثت الكتيبة صوراً تؤكد سيطرتها: the doer of a noun is in its pronoun, and was named before."""
        trigger = draft.trigger
        surface = self.words.surface[trigger.first]
        owned = trigger.last - trigger.first == 1 and trigger.pos == "noun" and surface.endswith(("ه", "ها", "هم"))
        if not owned or draft.of_role("source") or trigger.complement == "target" or trigger.frame == "patient":
            return
        for actor in reversed(before):
            if trigger.first - actor.last > _OWNER_WITHIN or actor.adjective or taken(draft, actor):
                continue
            if actor.actor_class in UNARMED or not self._agrees(actor, surface):
                continue
            draft.add_actor(actor, "source", "meant by the pronoun on the noun")
            return

    def owner(self, men: ActorMention, opening: int) -> ActorMention | None:
        """أعلن الجيش أن قواته انسحبت, قالت الكتائب إن مقاتليها قصفوا: whose men they are, named before أن in the sentence that
        begins at word `opening`."""
        noun = self.words.surface[men.first]
        one_word = men.last - men.first == 1 and not men.adjective and men.actor_class in ARMED
        if not one_word or not noun.endswith(("ه", "ها")) or self.words.norm[men.first - 1] not in _THAT:
            return None
        for actor in within(self.actors, opening, men.first):
            sided = actor.actor_class != "unknown" and actor.actor_class in ARMED | {"political"}  # الناطق إن قواته: not of him
            if sided and not actor.adjective and self._agrees(actor, noun) and not self._belongs(actor):
                return actor
        return None

    def _belongs(self, actor: ActorMention) -> bool:
        """مديرية أمن بغداد: whether it only tells whose the body right before it is."""
        i = actor.first - 1
        if actor.last > actor.first + 1 or actor.prefix or i < 0 or self.words.kind[i] != "word":
            return False
        norm = self.words.norm[i]
        return not norm.startswith("ال") and norm not in PREPOSITIONS and speakers.load().verb[norm] is None

    def _agrees(self, actor: ActorMention, noun: str) -> bool:
        """Whether ه, ها or هم on a noun may mean the participant."""
        head = self.words.surface[actor.first].removeprefix("و")
        bodies = self.words.norm[actor.first].removeprefix("و") in _BODIES
        feminine = bodies or head.endswith(("ة", "ات", "اء", "ى")) or not self.words.surface[actor.last - 1].startswith("ال")
        many = head.endswith(_MANY) or self.words.norm[actor.first].endswith(_MANY)
        if noun.endswith("هم"):
            return many or actor.actor_class == "rebel"
        return feminine if noun.endswith("ها") else not bodies and not head.endswith(("ة", "ات", "ى")) and not many

    def means(self, draft: Draft, classes: Container[str], *, one: bool = False) -> None:
        """The last named before the act that the pronoun may mean."""
        first = self.words.sentences[draft.sentence].first
        for actor in reversed(within(self.actors, max(first, draft.trigger.first - _ANTECEDENT), draft.trigger.first)):
            silent = actor.first in self.speakers and draft.event_type in _FORCE
            if actor.adjective or taken(draft, actor) or silent:
                continue
            if one and self.words.norm[actor.first].endswith(_MANY):
                continue
            if actor.actor_class in classes:
                draft.add_actor(actor, "target", "meant by the pronoun on the verb")
                return
