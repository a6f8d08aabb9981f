"""The subject of a light verb and what it does in the act of the noun it carries (شنت X غارة، هجوم نفذه X)."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS, Governing
from rasad.events.subjects import Subjects, after_another
from rasad.lexicon import wordclass
from rasad.lexicon.light_verbs import LightVerbs
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention

_AFTER: Final = wordclass.words("after_an_act")
_IN_ANSWER: Final = wordclass.words("in_answer")
#: A light verb may be parted from its noun by its subject, a day and a bracket.
_LIGHT_REACH: Final = 24
#: A light verb stands so many words behind its noun, or so many where التي opens it.
_RIGHT_BEHIND: Final = 3
_TOLD_BEHIND: Final = 7
_THAT: Final = wordclass.words("that_opener")
#: ردا على القصف: the other side's act, not the subject's; ذهب مزارعون إلى الحقول، وأن الهجوم أدى …: a clause of its own.
_TURNS: Final = PerWord(lambda norm: norm in _IN_ANSWER or norm.removeprefix("و") in _THAT)
_RELATIVES: Final = wordclass.words("relative")
#: أطلقها، زرعتها: verbs of firing and laying, and the pronouns that point back to what was fired.
_DELIVERS: Final = wordclass.words("delivers")
_IT: Final = ("ها", "ه", "هما", "هم")
_GOVERNS: Final = frozenset({"علي", "الي"})
#: A subject stands so many words before its verb at most.
BEFORE: Final = 4


class LightSubjects:
    """Gives the subjects of one report's light verbs their roles."""

    def __init__(self, governing: Governing, subjects: Subjects, verbs: LightVerbs) -> None:
        self.words = governing.words
        self.governing = governing
        self.subjects = subjects
        self.verbs = verbs

    def give(self, draft: Draft, before: list[ActorMention], after: list[ActorMention], *, struck: bool = False) -> None:
        """The subject of a light verb before the noun (شنت X غارة, X نفذ حملة) or after it (هجوم شنه X); only who was `struck`
        by what nobody does (تعرضت قوة لانفجار)."""
        settled = bool(draft.of_role("source")) and draft.trigger.frame not in ("patient", "mutual")
        if settled and draft.of_role("target"):
            return
        trigger = draft.trigger
        behind = trigger.first and (self.words.norm[trigger.first - 1] in _AFTER or after_another(self.words, trigger.first))
        if trigger.frame == "patient" and behind:
            return  # فرضت قسد حظر تجول عقب مقتل عنصرين: another act
        for i in range(trigger.first - 1, max(draft.clause[0] - 1, trigger.first - _LIGHT_REACH), -1):
            if _TURNS[self.words.norm[i]]:
                return
            role = self.verbs.subject[self.words.norm[i]]
            if role is None or (struck and role != "target"):
                continue
            if settled and role != "target":
                return
            # أعلن مصدر طبي فلسطيني مقتل …: an adjective is nobody's subject.
            bare = [a for a in before if (self.governing.bare(a) or self.governing.owned(a)) and not a.adjective]
            # مسلحون قاموا باختطاف …: a plural light verb has its subject before it.
            between = [a for a in bare if a.first > i and not self.words.norm[i].endswith("وا")]
            near = [a for a in bare if a.last <= i and self._words_between(a.last, i) <= BEFORE and self.subjects.may_act(a)]
            preceding = [a for a in near if not self.subjects.cut_off(a.last, i)]
            chosen = (between or self.subjects.first_joined(preceding, bare))[:1]
            if not chosen:
                chosen = [a for a in (self.subjects.topic(bare, i),) if a is not None]
            if chosen and role != "none":
                draft.add_actor(chosen[0], "source" if role == "source" else "target", "subject of the light verb")
            if chosen:
                return
        if not settled and not struck:
            self._told_behind(draft, after)

    def _words_between(self, first: int, last: int) -> int:
        """How many words but those of a time stand there: وكانت الشرطة، يوم الأحد 29 كانون الثاني، شنت."""
        if last - first > _LIGHT_REACH:
            return last - first
        return sum(self.words.kind[i] != "punct" and i not in self.governing.dated for i in range(first, last))

    def suffered(self, draft: Draft, unnamed: Sequence[ActorMention]) -> None:
        """تعرض حاجز لهجوم: a post or a patrol of no known side right behind a verb of suffering."""
        first = draft.trigger.first
        for i in range(first - 1, max(draft.clause[0] - 1, first - _LIGHT_REACH), -1):
            if self.verbs.subject[self.words.norm[i]] == "target":
                for actor in [a for a in unnamed if a.first == i + 1 and a.last <= first]:
                    draft.add_actor(actor, "target", "subject of the light verb")
                return

    def _told_behind(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """هجوم شنه X, حملة التدقيق التي بدأتها X."""
        trigger = draft.trigger
        for i in range(trigger.last, min(draft.clause[1], trigger.last + _TOLD_BEHIND)):
            if i >= trigger.last + _RIGHT_BEHIND and self.words.norm[i - 1] not in _RELATIVES:
                continue
            if self.verbs.subject[self.words.norm[i]] == "source" and self.words.norm[i - 1] not in PREPOSITIONS:
                chosen = [a for a in after if i < a.first <= i + 2 and self.governing.bare(a)][:1]
                for actor in chosen:
                    draft.add_actor(actor, "source", "subject of the light verb")
                return

    def attack_of(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """تصدت قوات X لهجوم شنه Y: whose attack is fought off, behind the verb whose pronoun is the attack."""
        for actor in after:
            if self.verbs.points_back[self.words.norm[actor.first - 1]] and self.governing.bare(actor):
                draft.add_actor(actor, "source", "whose attack is fought off")
                return

    def fired_by(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """قذائف أطلقها X, قنبلة صوتية ألقتها مسيّرة X, عبوة زرعها مسلحون: the side behind the verb whose pronoun is the weapon."""
        for actor in after:
            if self.delivers(actor.first - 1) and self.governing.bare(actor):
                draft.add_actor(actor, "source", "who fired or laid it")
                return

    def delivers(self, i: int) -> bool:
        """Whether word i is such a verb with the pronoun of what was fired or laid."""
        verb = self.words.norm[i]
        return verb.endswith(_IT) and verb.rstrip("هما").removesuffix("ت").removesuffix("ا") in _DELIVERS

    def leads(self, draft: Draft, before: Sequence[ActorMention]) -> bool:
        """Whether a light verb right before the noun governs it with ب, على or إلى (دفع الأهالي إلى مناشدة X), and its subject is
        named."""
        first = draft.trigger.first
        governed = self.words.norm[first].startswith("ب") or self.words.norm[first - 1] in _GOVERNS
        if not first or not governed or not any(self.governing.bare(a) for a in before):
            return False
        reach = range(first - 1, max(draft.clause[0] - 1, first - _LIGHT_REACH), -1)
        return any(self.verbs.subject[self.words.norm[i]] == "source" for i in reach)
