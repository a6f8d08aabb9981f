"""Whom or what an active verb is done to: its object, or the side that the object belongs to (استهدفوا سيارة للميليشيا)."""

from collections.abc import Sequence
from typing import Final

from rasad.events.besides import taken
from rasad.events.draft import Draft
from rasad.events.governing import OF_SIDE, QUOTED, UNARMED
from rasad.events.lightsubjects import LightSubjects
from rasad.events.subjects import NEAR, SUBJECT_REACH, Subjects
from rasad.lexicon import numbers, wordclass
from rasad.model.mentions import ActorMention
from rasad.model.vocab import VERBAL_TYPES

#: Acts that are done to a person who is only named.
_TAKES_NAMES: Final = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION"})
#: Words about a deed whose victim they do not address; a threat is to those whom it names (توعد بملاحقة المتورطين).
_OF_VICTIMS: Final = frozenset({"ACCUSE", "REQUEST"})
#: مقتل، اختطاف: nouns of what was done to whoever stands behind them.
_OWNED: Final = ("ها", "هم")
DONE_TO: Final = wordclass.words("done_to")
_THEIRS: Final = ("التابع", "الموالي", "المنتمي")
#: مخيم أبو شوك للنازحين: whose camp it is tells what kind of place it is.
_CAMPS: Final = wordclass.words("camp")
_CAMP_BEFORE: Final = 4
_RELATIVES: Final = wordclass.words("relative")


class Objects:
    """Finds them in one report."""

    def __init__(self, subjects: Subjects, light: LightSubjects) -> None:
        self.words = subjects.words
        self.governing = subjects.governing
        self.subjects = subjects
        self.light = light

    def give(self, draft: Draft, rest: Sequence[ActorMention], counted: frozenset[int]) -> None:
        """The first participant behind the verb and its subject that may be its object; who is counted behind the verb is it,
        nobody behind him. `rest`: the participants but the subject; `counted`: words at which a claim counts somebody."""
        if self.subjects.object_pronoun(draft.trigger):
            return  # وأمهلهم ثلاثة أيام لتسليم المطلوبين: the object is in the verb
        since = max([draft.trigger.last, *(a.last for a in draft.of_role("source") if a.last <= draft.clause[1])])
        near = [a for a in rest if a.first - since <= SUBJECT_REACH and not taken(draft, a)]
        near = [a for a in near if not self.light.delivers(a.first - 1)]  # أودى لغم زرعه X بحياة ثلاثة
        near = [a for a in near if draft.event_type != "SUPPORT" or not self._of_relative(since, a)]
        for actor in near:
            preposition = self.governing.preposition(actor)
            if actor.first - draft.trigger.last > SUBJECT_REACH and (
                self.subjects.cut_off(since, actor.first)
                or (preposition and not self.governing.struck(actor.first - 1))
                or not self._open(actor.first - 1)
            ):
                continue
            if (
                self.words.norm[actor.first].endswith("ون")
                or self.subjects.apposed(actor, since)
                or self._owns_them(actor, since)
            ):
                continue  # متظاهرون غاضبون: no object's case
            if self._joined(draft, actor) or any(draft.trigger.last <= i < actor.first for i in counted):
                continue  # joined to another participant
            if draft.event_type in _OF_VICTIMS and self._done_to(actor.first):
                return  # استنكر الأهالي مقتل الشاب, وجه بفتح تحقيق في مقتل المتظاهرين: he is the victim
            asked = self.subjects.in_content(since, actor) or self.subjects.for_something(since, actor.first)
            theirs = actor.first > since and self.words.norm[actor.first].endswith(_OWNED)  # اشترطت صرف رواتب مقاتليها
            if draft.event_type == "REQUEST" and (asked or theirs):
                return  # طالبت بعدم التعرض لفرقها: who stands in what is demanded is not whom it is demanded of
            if preposition == "ل" and actor.actor_class in UNARMED and self._camp(actor):
                continue  # قصف مخيم X للنازحين
            if (
                preposition == "ل"
                and draft.event_type in VERBAL_TYPES
                and any(a.last == actor.first for a in draft.of_role("source"))
            ):
                continue  # وتوعد المتحدث الرسمي لقوات X: whose speaker it is
            if preposition in ("", "ل") and not actor.adjective and (actor.why != QUOTED or draft.event_type in _TAKES_NAMES):
                draft.add_actor(actor, "target", "object of the verb")
                return

    def _of_relative(self, since: int, actor: ActorMention) -> bool:
        """أشادت بموقف الدولة التي اتهمت X: whether the verb of a relative clause stands right before a participant."""
        norm, k = self.words.norm, actor.first - 1
        return k - 1 > since and norm[k - 1].removeprefix("و") in _RELATIVES and not norm[k].startswith("ال")

    @staticmethod
    def _joined(draft: Draft, actor: ActorMention) -> bool:
        """Whether و joins it to a participant; in موقعين ورتلاً لـ X it joins what is struck, whose side is the first named."""
        if not actor.prefix.startswith("و"):
            return False
        return not actor.why.endswith(OF_SIDE) or any(a.last == actor.first for a, _ in draft.actors)

    def _camp(self, actor: ActorMention) -> bool:
        said = (stem for i in range(max(0, actor.first - _CAMP_BEFORE), actor.first) for _, stem in self.words.analyses[i])
        return not _CAMPS.isdisjoint(said)

    def _owns_them(self, actor: ActorMention, since: int) -> bool:
        """قوات الحزام التابعة لـ X: whose the subject is is not the object."""
        return (
            actor.prefix.startswith("ل")
            and 0 < actor.first - since <= NEAR
            and self.words.norm[actor.first - 1].startswith(_THEIRS)
        )

    def _done_to(self, i: int) -> bool:
        """مقتل الشاب، مقتل 19 مدنياً: whether who stands at word i is told of as a victim."""
        said = numbers.load().words
        while i > 1 and (self.words.kind[i - 1] == "number" or said.find(self.words, i - 1) or self.governing.quantity(i - 1)):
            i -= 1
        return self.words.norm[i - 1].lstrip("بل") in DONE_TO

    def _open(self, i: int) -> bool:
        """Whether an object may stand behind word i: a mark, a number, a word with the article, or a thing that is struck
        (منزل، سيارة), whose owner it is then."""
        return self.words.kind[i] != "word" or self.words.norm[i].startswith("ال") or self.governing.struck(i)
