"""Whom a verb is said to or who is met, where one noun alone stands behind it and the subject was told before (والتقى X)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rasad.events import agreement, story
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, PREPOSITIONS
from rasad.events.subjects import Subjects
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention
from rasad.model.vocab import VERBAL_TYPES

#: Ends the reason of a participant who stands where a subject does and is none.
SPOKEN_TO: Final = ", who is met or spoken to"
#: السلطات، المجتمع الدولي، جميع الأطراف: who is asked rather than asks.
_ASKED: Final = wordclass.words("asked_rather")
#: التقى، قابل: nobody meets without whom.
_MEETS: Final = wordclass.words("meets_whom")
#: ناشد، اتهم، حمّل: nor does so in words.
_NEEDS_WHOM: Final = wordclass.words("needs_whom")
_SPOKEN: Final = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
#: إلى، على, and what a verb of words governs its content with.
_CONTENT: Final = frozenset({"الي", "علي", "بان", "ان", "ب"})
_QUOTES: Final = frozenset('"“”«»')
#: Letters of the shortest noun with ب or ل before it.
_FUSED: Final = 3


class Addressing:
    """Asks for one report."""

    def __init__(self, subjects: Subjects) -> None:
        self.words = subjects.words
        self.subjects = subjects

    def give(self, drafts: Sequence[Draft], n: int) -> None:
        """Makes whom draft n is said to its target."""
        draft = drafts[n]
        trigger, sources = draft.trigger, draft.of_role("source")
        if trigger.pos != "verb" or trigger.frame == "patient" or not sources or self._told_whom(draft):
            return
        if not 0 <= sources[0].first - trigger.last <= 1 or trigger.voice == "passive" or self.subjects.object_pronoun(trigger):
            return
        lemma = fold(trigger.lemma)
        if draft.event_type == "CONSULT" and lemma in _MEETS and self._joined(draft):
            self._turn(draft, next(self._before(drafts, n, sources[0], 1), None), sources)
        elif self._several(draft, sources):
            # قال الحاكم إن …، ودعا الجيش والدعم السريع إلى التفاوض
            self._turn(draft, next(self._before(drafts, n, sources[0], 1, in_words=True), None), sources, sure=True)
        elif len(sources) > 1 or draft.event_type not in _SPOKEN:
            return
        elif lemma in _NEEDS_WHOM and self._content_behind(sources[0].last, draft.clause[1]):
            self._turn(draft, next(self._before(drafts, n, sources[0], 1), None), sources, sure=True)
        elif self._asked(draft, sources[0]):
            self._turn(draft, next(self._before(drafts, n, sources[0], 1, in_words=True), None), sources)
        elif self._joined(draft) and self._content_behind(sources[0].last, draft.clause[1]):
            # أدانت النقابة الاعتداء، وطالبت الحكومة بالتحقيق
            self._turn(draft, next(self._before(drafts, n, sources[0], 0, in_words=True), None), sources)

    def _several(self, draft: Draft, sources: Sequence[ActorMention]) -> bool:
        """Whether armed sides, joined with و before what is asked, are asked to do it by one man (ودعا)."""
        joined = len(sources) > 1 and sources[1].first == sources[0].last and sources[1].prefix.startswith("و")
        one = joined and not self.words.norm[draft.trigger.first].endswith(("ت", "وا"))
        armed = all(a.actor_class in ARMED for a in sources)
        asked = draft.event_type == "REQUEST" and self._joined(draft) and self._content_behind(sources[-1].last, draft.clause[1])
        return one and armed and asked

    def _told_whom(self, draft: Draft) -> bool:
        """Whether the verb itself has its object: not والتقى الرئيس، وأجرى محادثات مع X, where another verb of the act has it."""
        end = min((t.first for t in draft.merged if t.first > draft.trigger.first), default=len(self.words))
        return any(a.first < end for a in draft.of_role("target"))

    def _turn(self, draft: Draft, subject: ActorMention | None, found: Sequence[ActorMention], *, sure: bool = False) -> None:
        """Whom the rules took for the subject is met or spoken to; `sure`: also where nobody told before may be the subject."""
        if subject is None and not sure:
            return
        draft.actors = [(a, role) for a, role in draft.actors if all(a is not one for one in found)]
        if subject is not None:
            draft.add_actor(subject, "source", "who acted or spoke before")
        for actor in found:
            draft.add_actor(replace(actor, why=f"{actor.why}{SPOKEN_TO}"), "target", "who is met or spoken to")

    def _joined(self, draft: Draft) -> bool:
        i = draft.trigger.first
        return self.words.norm[i].startswith("و") and any(prefix == "و" for prefix, _ in self.words.analyses[i])

    def _content_behind(self, i: int, end: int) -> bool:
        """Whether right behind a noun that ends at word i stands what is asked or laid on it: بكذا, إلى كذا, فتح الممرات."""
        while i < end and self.words.norm[i] in _QUOTES:
            i += 1  # وطالبت «الأسايش» بكذا
        if i >= end or self.words.kind[i] != "word":
            return False
        norm = self.words.norm[i]
        fused = norm[:1] in "بل" and len(norm) > _FUSED and any(p[:1] in ("ب", "ل") for p, _ in self.words.analyses[i])
        bare = norm[:1] not in "وفلب" and norm not in PREPOSITIONS and i + 1 < end and self.words.norm[i + 1].startswith("ال")
        act = any(t.first == i for t in within(self.subjects.triggers, i, i + 1))  # ناشدت المنظمات فتح ممرات
        return norm in _CONTENT or fused or ((bare or act) and not norm.startswith("ال"))

    def _asked(self, draft: Draft, actor: ActorMention) -> bool:
        """ودعت السلطات إلى …, وناشد الحكومة التدخل: who is asked rather than asks, or has not the verb's gender."""
        if draft.event_type != "REQUEST":
            return False
        trigger = draft.trigger
        said = (stem for i in range(trigger.last, actor.first + 1) for _, stem in self.words.analyses[i])
        return any(s in _ASKED for s in said) or self.subjects.disagrees(trigger, actor)

    def _before(
        self, drafts: Sequence[Draft], n: int, other: ActorMention, far: int, *, in_words: bool = False
    ) -> Iterator[ActorMention]:
        """Who did the acts right before draft n, at most `far` sentences back, and may be the subject of its verb."""
        draft = drafts[n]
        for before in reversed(drafts[max(0, n - story.RECENT) : n]):
            if draft.sentence - before.sentence > far or before.headline != draft.headline:
                return
            agents = [a for a in before.of_role("source") if not a.adjective and a.side != other.side]
            if agents and (not in_words or before.event_type in VERBAL_TYPES):
                if agreement.fits(self.words, draft.trigger, agents[0]):
                    yield agents[0]
                elif not in_words:
                    return
