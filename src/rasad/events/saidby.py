"""Who said so, for one act: the chain that speaks where it is told, or, for an act in words, whoever makes it and says so."""

from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.events.within import attribution_at, within
from rasad.lexicon import meanwhile, speakers, wordclass
from rasad.lexicon.speakers import KIND_OF_CLASS, kind_of_actor
from rasad.model.mentions import AGAIN, ASKED, CARRIED, CHARGED, ActorMention, Attribution, SourceMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

#: Acts that are told by saying them; a meeting is told like any other.
_IN_WORDS: Final = VERBAL_TYPES - {"CONSULT"}
#: … by which whoever spoke before goes on to speak; support is told by the outlet again.
_SPOKEN: Final = _IN_WORDS - {"SUPPORT"}
#: Letters of a word that tells one name from another.
_WORD: Final = 4
#: Words of a statement (بيان، تصريح، تغريدة), and how near to the act in words they stand.
_STATEMENTS: Final = wordclass.stems("statement_stem")
_STATEMENT_REACH: Final = 12
#: فيما، بينما، كما، التي.
_MEANWHILE: Final = frozenset({"فيما", "بينما", "كما", "حين"}) | wordclass.words("relative")
#: Words from what opens such a clause to its act in words.
_BESIDE_REACH: Final = 8
_THAT: Final = wordclass.words("that_opener")
_PARTS: Final = frozenset("،,؛")
#: بيان له، بيان أصدرته.
_HIS: Final = frozenset({"له", "لها", "لهم", "اصدره", "اصدرته", "اصدروه", "نشره", "نشرته", "عنه", "عنها"})
AS_SAID: Final = wordclass.words("as_said")
_NOBODY_BEHIND: Final = wordclass.words("said_where") | {"،", ".", "علي"}
_INQUIRY: Final = "تحقيق"
_NOT_QUOTED: Final = frozenset({CARRIED, ASKED, CHARGED})
_STATED_IN: Final = wordclass.words("said_where")
#: Endings of an adjective of country, which two sides of one country share.
_OF_COUNTRY: Final = ("ي", "يه")


class SaidBy:
    """Gives the acts of one report their speakers."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.listed = {s.first: s for a in reversed(reading.attributions) for s in a.sources}

    def give(self, draft: Draft) -> None:
        """Sets `sources`, and whether they are `carried` on from another sentence.

        Carried on, a chain tells no act in words: who demands or condemns is told by the outlet (27 of 32 coded ones).
        """
        said = attribution_at(self.reading.attributions, draft.trigger.first)
        carried = said is not None and said.why in (CARRIED, ASKED)
        charged = said is not None and said.why == CHARGED and draft.event_type in VERBAL_TYPES
        draft.charged = said is not None and said.why == CHARGED
        deed = draft.event_type == "ACCUSE" and self._investigates(draft)  # كما باشرت الشرطة التحقيق: done, not said
        if said is not None and ((carried and (deed or self._goes_on(draft, said))) or (charged and self._spoke(said))):
            draft.carried, draft.sources = carried, said.sources
        elif said is None or charged or (carried and draft.event_type in _IN_WORDS):
            draft.sources = self._own_statement(draft) or (self._says_next(draft) if said is None or charged else ())
        elif self._meanwhile(draft, said):
            draft.sources = ()
        else:
            draft.carried, draft.sources = carried, said.sources

    def _investigates(self, draft: Draft) -> bool:
        return any(self.words.norm[j].removeprefix("ب").removeprefix("ال").startswith(_INQUIRY) for j in range(*draft.clause))

    def _spoke(self, said: Attribution) -> bool:
        """وأدانت الإدارة …: whoever charges has been quoted before."""
        by = said.sources[0]
        quoted = (a for a in self.reading.attributions if a.first < said.first and a.why not in _NOT_QUOTED)
        before = (a.sources[0] for a in quoted if a.sources)
        return by.why == AGAIN or any(s.name == by.name is not None or s.first == by.first for s in before)

    def _goes_on(self, draft: Draft, said: Attribution) -> bool:
        """ودعت الرابطة إلى …: whoever spoke before acts in words."""
        if draft.event_type not in _SPOKEN or not said.sources:
            return False
        actor = _speaks(draft)
        if actor is None and draft.of_role("source"):
            return False  # وناشد أهالي البلدة: others
        if actor is None:
            opens = draft.trigger.first == self.words.sentences[draft.sentence].first
            return opens and draft.trigger.pos == "verb" and self.words.norm[draft.trigger.first].startswith("و")
        return self._same(actor, said.sources[0]) or self.words.norm[actor.first].removeprefix("ال").startswith(_STATEMENTS)

    def _meanwhile(self, draft: Draft, said: Attribution) -> bool:
        """وأكد الوزير أن …، فيما اتهم المحافظ X; نفت الهيئة …، وطالب نائب X: another acts in words beside what somebody told."""
        norm, first = self.words.norm, draft.trigger.first
        actor = _speaks(draft)
        if draft.event_type not in _IN_WORDS or actor is None or not said.sources:
            return False
        before = norm[first - 1] if first else ""
        joined = before in ("،", ",") and draft.trigger.pos == "verb" and norm[first].startswith("و")
        its_own = first < actor.first < draft.trigger.last  # ووجّه رئيس الوزراء
        joined = joined and (its_own or (draft.trigger.last == first + 1 and self._right_behind(first + 1, actor.first)))
        if not (joined or before in _MEANWHILE or self._beside(said.first + 1, first)):
            return False
        return said.first < first - 1 and not self._same(actor, said.sources[0])

    def _right_behind(self, i: int, j: int) -> bool:
        """ورفض قائممقام القضاء, ورفض أمس قائممقام القضاء: nothing but a day between the verb at word i - 1 and its subject."""
        behind = within(self.reading.times, i, i + 1)
        return j in (i, *(t.last for t in behind))

    def _beside(self, first: int, i: int) -> bool:
        """في وقت هددت فيه الجماعة, فيما كان المجلس قد طالب: whether word i stands beside what was said."""
        norm = self.words.norm
        opened = meanwhile.between(norm, max(first, i - _BESIDE_REACH), i)
        return opened >= 0 and not any(w in _THAT or w in _PARTS for w in norm[opened:i])

    def _same(self, actor: ActorMention, source: SourceMention) -> bool:
        if actor.name is not None and actor.name == source.name:
            return True
        mine, his = (
            {stem for j in range(m.first, m.last) for _, stem in self.words.analyses[j] if len(stem) >= _WORD}
            for m in (actor, source)
        )
        both = mine & his
        long = min(actor.last - actor.first, source.last - source.first) > 1
        return any(not (long and w.endswith(_OF_COUNTRY)) for w in both)  # وزير الدفاع الإسرائيلي, الجيش الإسرائيلي: two

    def _says_next(self, draft: Draft) -> tuple[SourceMention, ...]:
        """هددت الجماعة … وقال المتحدث باسم الجماعة إن …: who acts in words is quoted in the sentence behind."""
        actor = _speaks(draft)
        if draft.event_type not in _IN_WORDS or actor is None or draft.sentence + 1 >= len(self.words.sentences):
            return ()
        behind = self.words.sentences[draft.sentence + 1]
        said = attribution_at(self.reading.attributions, behind.first)
        if said is None or not said.why.startswith("verb") or not said.sources or not self._same(actor, said.sources[0]):
            return ()
        return said.sources

    def _own_statement(self, draft: Draft) -> tuple[SourceMention, ...]:
        """طالبت الوزارة، في بيان، …; استهدف الحزب موقعاً …، بحسب بيان أصدره: who acts says so in a statement of his."""
        words, norm = draft.event_type in VERBAL_TYPES, self.words.norm
        sentence = self.words.sentences[draft.sentence]
        first, last = draft.clause[0] + 1, min(draft.clause[1], draft.trigger.last + _STATEMENT_REACH)
        near = range(first, last) if words else range(draft.trigger.last, sentence.last - 1)
        stated = (j for j in near if norm[j].startswith(_STATEMENTS))
        if not words and (speaker := _speaks(draft)) and any(map(self._as_he_said, range(draft.trigger.last, sentence.last - 1))):
            return (self._source(speaker),)
        stated_at = [j for j in stated if (norm[j - 1].removeprefix("و") in _STATED_IN if words else norm[j + 1] in _HIS)]
        if not stated_at:
            return ()
        speaker = _speaks(draft)
        if speaker is None or (words and speaker.first > min(stated_at)):
            return ()  # اتهم سامر العلي، في تصريحات، الجماعة: she is accused
        return (self._source(speaker),)

    def _as_he_said(self, i: int) -> bool:
        """وفق ما أعلنته، حسبما ذكر في بيان: whether a verb of saying stands behind ما at word i, with nobody behind it."""
        norm = self.words.norm
        behind = norm[i + 2 : i + 3]
        return (
            norm[i] in AS_SAID and speakers.load().verb[norm[i + 1]] is not None and (not behind or behind[0] in _NOBODY_BEHIND)
        )

    def _source(self, speaker: ActorMention) -> SourceMention:
        """The participant as who says it."""
        listed = self.listed.get(speaker.first)
        if listed is not None:
            return replace(listed, why="its own statement")
        kind = kind_of_actor(speaker.actor_class, self.words.norm[speaker.first : speaker.last])
        return SourceMention(speaker.first, speaker.last, kind, speaker.name, False, "its own statement")


def _speaks(draft: Draft) -> ActorMention | None:
    return next((a for a in draft.of_role("source") if a.actor_class in KIND_OF_CLASS), None)
