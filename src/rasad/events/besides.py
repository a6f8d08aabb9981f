"""Participants whom words beside the frame of an act tell: joined with و, in the ranks, at a checkpoint, in what is condemned."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import ARMED, UNARMED, UNRESOLVED, Governing
from rasad.events.kinds import CAR_BOMB
from rasad.events.subjects import SUBJECT_REACH
from rasad.events.within import within
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention
from rasad.model.words import Words

_TAKES_GROUND: Final = wordclass.words("takes_ground")
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
#: Acts that whoever announces them does.
_ANNOUNCED: Final = frozenset({"COERCE", "RETREAT", "MOBILIZE"})
#: Moves of armed men, which civil bodies only report.
_MOVES: Final = frozenset({"RETREAT", "MOBILIZE"})
_ANNOUNCES: Final = wordclass.words("announces")
#: What is announced stands so many words behind the verb: who announces it, where and when come first.
_ANNOUNCED_WITHIN: Final = 20
_THAT: Final = frozenset({"ان"})
#: Marks that may stand before the و of a second participant.
_JOIN_GAP: Final = 2
_JOIN_MARKS: Final = frozenset('،,)»”"')
#: Words of a bracket on a person.
_BRACKET: Final = 7
#: Verbs of carrying, nouns of searching, and how far before the participant they stand.
_CARRIES: Final = wordclass.words("carries")
_BELONGS: Final = wordclass.words("owned_by")
_SEARCH: Final = frozenset({"بحثا", "للبحث", "والبحث", "البحث"})
_CARRIED_WITHIN: Final = 5
#: في صفوف X; a checkpoint, and where it is said to be one.
_RANKS: Final = wordclass.words("in_the_ranks")
_CHECKPOINTS: Final = wordclass.words("checkpoint")
#: مقترح، دعوات، شروط: what somebody offers or asks, right before him.
_OFFERS: Final = wordclass.stems("offer_stem")
_OFFERED_WITHIN: Final = 2
#: برفقة، بمشاركة, and how far behind the act in words.
_ALONG: Final = wordclass.words("goes_along")
_ALONG_WITHIN: Final = 6
#: تدافع، مواجهات, and how far before whom they are with.
_SCUFFLES: Final = wordclass.stems("scuffle_stem")
_SCUFFLE_WITHIN: Final = 4
_ASKS: Final = "مطالب"
#: لدى مرور دورية, and what governs a post that is blown up.
_PASSING: Final = wordclass.words("passing")
_AT_POST: Final = frozenset({"ب", "علي", "عند", "قرب", "في", "امام", "ل"})
#: Acts of bodies of which no list knows the second (القادة العسكريون والقوى المؤيدة), and the words of its name.
_OF_BODIES: Final = frozenset({"ASSAULT", "COERCE", "AGREE", "CONSULT", "REQUEST", "ACCUSE"})
_NAMED: Final = 2
_AT: Final = frozenset({"علي", "عند", "في", "قرب"})


def taken(draft: Draft, actor: ActorMention) -> bool:
    """Whether the mention has a role in the act."""
    return any(a is actor for a, _ in draft.actors)


class Besides:
    """Reads them in one report."""

    def __init__(self, words: Words, governing: Governing) -> None:
        self.words = words
        self.governing = governing

    def at_checkpoint(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """أوقف على حاجز لقوات X: whose checkpoint it is holds whoever is held there."""
        for actor in after:
            said = (stem for i in range(max(0, actor.first - 2), actor.last) for _, stem in self.words.analyses[i])
            post = not _CHECKPOINTS.isdisjoint(said) and actor.actor_class in ARMED
            if post and self.governing.through_nouns(actor, draft.trigger.last) in _AT:
                draft.add_actor(actor, "source", "whose checkpoint it is")
                return

    def in_ranks(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """إصابات في صفوف المدنيين, قتلى بين صفوف الجيش: in whose ranks somebody is hurt suffered it."""
        for actor in after:
            if self.words.norm[actor.first - 1].removeprefix("ب") in _RANKS and not taken(draft, actor):
                draft.add_actor(actor, "target", "in whose ranks somebody is hurt")
                return

    def blown_up(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """انفجرت عبوة لدى مرور دورية لـ X, عند نقطة لـ X: the patrol or post rather than who is hurt there."""
        if draft.trigger.frame != "bare" and draft.sub_event not in CAR_BOMB:
            return
        if draft.of_role("target"):
            return
        for actor in sorted(after, key=lambda a: a.first):
            passed = self.words.norm[actor.first - 1] in _PASSING
            post = not _CHECKPOINTS.isdisjoint(stem for _, stem in self.words.analyses[actor.first])
            at_it = post and self.governing.preposition(actor) in _AT_POST
            if (passed or at_it) and actor.actor_class in ARMED and not actor.adjective:
                draft.add_actor(actor, "target", "whose patrol or post it is")
                return

    def scuffled(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """وتدافعوا مع الجيش, مطالبين الحكومة بـ …: whom protesters clash with or demand something of is protested against."""
        for actor in after:
            asked = actor.first > draft.trigger.last and self.governing.bare(actor) and actor.actor_class not in UNARMED
            if asked and any(stem.startswith(_ASKS) for _, stem in self.words.analyses[actor.first - 1]):
                draft.add_actor(actor, "target", "whom protesters demand something of")
                return
            near = range(max(draft.trigger.last, actor.first - _SCUFFLE_WITHIN), actor.first)
            with_them = actor.actor_class in ARMED and self.governing.preposition(actor) == "مع"
            if with_them and any(stem.startswith(_SCUFFLES) for i in near for _, stem in self.words.analyses[i]):
                draft.add_actor(actor, "target", "whom protesters clash with")
                return

    def aimed_at(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """سيارة تقل عناصر من X, منزلاً يعود لفلان, مداهمات بحثاً عن مطلوبين: who rides in or owns what is struck, who is looked
        for."""
        for actor in after:
            near = self.words.norm[max(draft.trigger.last, actor.first - _CARRIED_WITHIN) : actor.first]
            if taken(draft, actor) or actor.adjective:
                continue
            owns = actor.prefix.startswith("ل") and near[-1:] and near[-1].lstrip("و") in _BELONGS
            if owns or not _CARRIES.isdisjoint(near) or (near[-1:] == ["عن"] and not _SEARCH.isdisjoint(near)):
                draft.add_actor(actor, "target", "who rides in it, owns it or is looked for")
                return

    def meant(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """أدانت الغارات الإسرائيلية، توعد بضربات على السعودية: the side in what is condemned or threatened."""
        for actor in after:
            if taken(draft, actor) or actor.first - draft.trigger.last > SUBJECT_REACH:
                continue
            if actor.actor_class in UNARMED and draft.event_type == "ACCUSE":
                continue
            against = self.governing.through_nouns(actor, draft.trigger.last) in ("علي", "ضد")  # الهجوم على مكتب X
            if against != (draft.event_type == "ACCUSE"):
                draft.add_actor(actor, "target", "the side in what is condemned or threatened")
                return

    def offered(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """رفض المبادرة الروسية, رفضت عرضاً من الحكومة: whose offer is refused."""
        for actor in after:
            near = range(max(draft.trigger.last, actor.first - _OFFERED_WITHIN), actor.first)
            offer = any(stem.startswith(_OFFERS) for i in near for _, stem in self.words.analyses[i])
            if offer and not taken(draft, actor) and self.governing.preposition(actor) in ("", "من"):
                draft.add_actor(actor, "target", "whose offer is refused")
                return

    def joined(self, draft: Draft, inside: Sequence[ActorMention]) -> None:
        """قوات النظام والميليشيات التابعة لها: what is joined with و to a participant has his role."""
        for known, role in list(draft.actors):
            done_to = draft.event_type in _FORCE or draft.event_type == "REQUEST"
            hurt = role == "target" and done_to and known.actor_class == "civilians"
            if known.actor_class not in ARMED and known.actor_class != "political" and not hurt:
                continue
            for other in inside:
                gap = other.first - self._past_bracket(known.last)
                if not 0 <= gap <= _JOIN_GAP or not other.prefix.startswith("و") or other.adjective or taken(draft, other):
                    continue
                if other.why == UNRESOLVED and (draft.event_type not in _OF_BODIES or other.last - other.first < _NAMED):
                    continue
                if (other.actor_class in UNARMED) != (known.actor_class in UNARMED) or other.prefix.strip("وال"):
                    continue
                if all(self.words.norm[k] in _JOIN_MARKS for k in range(self._past_bracket(known.last), other.first)):
                    # للحوثيين وقوات المخلوع: a body of no known side beside one that is known
                    cls = known.actor_class if other.why == UNRESOLVED else other.actor_class
                    draft.add_actor(replace(other, actor_class=cls), role, "joined with و")
                    break

    def _past_bracket(self, i: int) -> int:
        """The word behind a bracket that opens at word i (الشاب سالم العلي (25 عاماً) وشقيقه), else i."""
        if self.words.norm[i : i + 1] != ["("]:
            return i
        return next((k + 1 for k in range(i + 1, min(i + _BRACKET, len(self.words))) if self.words.norm[k] == ")"), i)

    def like_adjectives(self, draft: Draft, inside: Sequence[ActorMention]) -> None:
        """غارات أميركية بريطانية, برعاية سعودية أميركية: adjectives of two sides, one behind the other, have one role."""
        for known, role in list(draft.actors):
            if known.adjective:
                last = known.last
                for other in inside:
                    if other.first == last and other.adjective:
                        draft.add_actor(other, role, "adjective of a second side")
                        last = other.last

    def along(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """دخلت قوات X برفقة الشرطة العسكرية الروسية: armed men beside armed ones do it too."""
        if not any(a.actor_class in ARMED for a in draft.of_role("source")):
            return
        for actor in after:
            near = actor.first - draft.trigger.last <= _ALONG_WITHIN
            if near and self.words.norm[actor.first - 1] in _ALONG and actor.actor_class in ARMED and not taken(draft, actor):
                draft.add_actor(actor, "source", "goes along with who does it")
                return

    @staticmethod
    def _of_others(draft: Draft) -> bool:
        """أعلن الجيش استهداف مواقع X: a strike on armed men of a known side, which whoever announces it makes."""
        struck = [a for a in draft.of_role("target") if a.actor_class in ARMED and a.id is not None]
        return draft.trigger.pos == "noun" and draft.trigger.frame == "agent" and bool(struck)

    def _of_his(self, draft: Draft, actors: Sequence[ActorMention]) -> bool:
        """أعلن الجيش مقتل عشرة في هجوم شنه فجراً: the light verb has the act in its pronoun and nobody behind it."""
        last = draft.trigger.last
        for i in range(last, min(draft.clause[1], last + 2)):
            if light_verbs.load().points_back[self.words.norm[i]]:
                verb = light_verbs.load().subject[self.words.norm[i]] == "source"
                return verb and not within(actors, i + 1, min(draft.clause[1], i + 3))
        return False

    def announced(self, draft: Draft, actors: Sequence[ActorMention]) -> None:
        """أعلنت X القبض على …: who announces a seizure, a move or a withdrawal does it."""
        his = self._of_his(draft, actors)
        own_act = his or fold(draft.trigger.lemma) in _TAKES_GROUND or self._of_others(draft)
        if (draft.event_type == "ASSAULT" and not own_act) or draft.of_role("source") or draft.trigger.frame == "patient":
            return
        own = his or draft.event_type in _ANNOUNCED
        lo = self.words.sentences[draft.sentence].first if own else draft.clause[0]
        for i in range(draft.trigger.first - 1, max(lo - 1, draft.trigger.first - _ANNOUNCED_WITHIN), -1):
            if self.words.norm[i] in _THAT:
                return  # أعلنت X أن …: the act has a subject of its own
            if self.words.norm[i] in _ANNOUNCES:
                chosen = [a for a in within(actors, i + 1, draft.trigger.first) if self.governing.bare(a)][:1]
                civil = draft.event_type not in _MOVES
                chosen = [a for a in chosen if a.actor_class in ARMED or (civil and a.actor_class == "political")]
                chosen = [a for a in chosen if a.side not in [t.side for t in draft.of_role("target")]]
                for actor in chosen:
                    draft.add_actor(actor, "source", "announces its own act")
                return
