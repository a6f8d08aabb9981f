"""Whose act it is where its clause does not say: the subject before, the speaker, the accused, the two sides told before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rasad.events import agreement, clauses, story, unlisted
from rasad.events.addressing import Addressing
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, PREPOSITIONS, Governing
from rasad.events.subjects import Subjects
from rasad.events.twosided import BROKER
from rasad.events.within import attribution_at, places_within, within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import among
from rasad.lexicon.folding import fold
from rasad.lexicon.speakers import KIND_OF_CLASS
from rasad.model.mentions import ActorMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
#: Acts in words that a speaker does by speaking.
_SPOKEN: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_SPEAKERS: Final = frozenset({"official", "conflict_party"})
#: Words between a noun of force and the place it is done to: a day and a word for the place.
_OBJECT_NEAR: Final = 3
#: Kinds of speakers that are bodies and may demand.
_BODIES: Final = frozenset({"official", "monitor", "rescue", "activist_network"})
_ANSWER: Final = wordclass.words("answer")
_THAT_THEY: Final = wordclass.words("that_they")
#: الطرفان، الجانبين: both sides told before, and how near to the act in words they stand.
_BOTH: Final = wordclass.words("both_sides")
_BOTH_BEFORE: Final = 3
#: Words from how long it lasted to the noun of a war.
_SPAN_BEFORE: Final = 5
_BOTH_BEHIND: Final = 6
#: What two sides do to or with each other.
_OF_TWO: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "ASSAULT", "THREATEN", "ACCUSE"})
_DEALS: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_MEDIATES: Final = wordclass.words("mediates")
_PARTIES: Final = wordclass.words("the_two_parties")
#: Words looked back over for the side named last: a file that is many reports in one stays linear.
_SIDES_BEFORE: Final = 600
#: The reason of a participant who speaks and demands, with no subject at the verb.
SPEAKS: Final = "the speaker"
#: In the reason of a participant that is both sides.
IN_ONE_WORD: Final = "both sides in one word"
#: What is done to those who are set free, and the pronouns that mean them.
_TAKEN: Final = frozenset({"Arrests", "Abduction/forced disappearance"})
_OWNED: Final = ("ه", "ها", "هم", "هما")
_RELEASES: Final = wordclass.words("release")
_BYSTANDERS: Final = frozenset({"civilians", "protesters"})
_TWO: Final = 2
_FIRE: Final = frozenset({"Shelling/artillery/missile attack", "Air/drone strike"})
#: Adverbs behind a verb whose subject is left out.
_ADVERBS: Final = wordclass.words("behind_a_bare_verb")
#: A verb joined with و stands so many words behind the opening of its sentence.
_OPENING_REACH: Final = 15
_ADJUNCTS: Final = wordclass.words("clause_opener")


class Sharing:
    """Gives the acts of one report sides that other acts or the speaker have."""

    def __init__(self, reading: Reading, governing: Governing, subjects: Subjects) -> None:
        self.subjects_of = subjects
        self.addressing = Addressing(subjects)
        self.reading = reading
        self.words = reading.words
        self.governing = governing

    def subjects(self, drafts: Sequence[Draft]) -> None:
        """A verb without a subject has that of the verb before it, in its sentence or the one before (كما اعتقلت …), else what
        it tells in words is the speaker's."""
        for n, draft in enumerate(drafts):
            self._both_sides(drafts, n)
            self._dual(drafts, n)
            self.addressing.give(drafts, n)
            self._captors(drafts, n)
            trigger = draft.trigger
            participle = draft.event_type in VERBAL_TYPES and clauses.participle(self.words, trigger.first)
            said = trigger.pos != "verb" and (participle or self._their_own(draft))
            if (
                (trigger.pos != "verb" and not said)
                or trigger.voice == "passive"
                or trigger.frame not in ("agent", "self")
                or draft.of_role("source")
                or (trigger.frame == "self" and self.governing.quantity(trigger.last))  # فرّ مئات بعد هجوم X
            ):
                continue
            if draft.event_type in VERBAL_TYPES and self.subjects_of.of_us(trigger):
                self._said_by_speaker(draft)  # نطالب الحكومة, in the words of a side
                continue
            speaker = self._speaker_meant(draft)
            if speaker is not None:
                draft.add_actor(speaker, "source", "the speaker, by the pronoun after إن")
                continue
            left_out = self._subject_left_out(draft)
            far = 1 if not said and left_out and not self._passive(draft) else 0
            reach = [
                d
                for d in drafts[max(0, n - story.RECENT) : n]
                if 0 <= draft.sentence - d.sentence <= far and d.headline == draft.headline
            ]
            for before in reversed(reach):
                agents = [a for a in before.of_role("source") if not a.adjective]
                if before.trigger.frame == "mutual" and draft.sentence != before.sentence and len(agents) > 1:
                    break  # اشتبكت قوة من الأمن مع مسلحين. … وصلت إلى القرية: not both who fought each other
                if agents and not agreement.fits(self.words, trigger, agents[0]):
                    continue  # أكد مسلحون … فيما فتحت تحقيقاً: somebody else
                in_words = draft.event_type in _SPOKEN and before.event_type not in VERBAL_TYPES
                if agents and in_words and left_out and self._body_that_speaks(draft):
                    break  # قالت اللجنة إن أجهزة الأمن اعتقلت ناشطاً، وطالبت بالإفراج عنه: she who speaks demands
                if agents and participle and self._in_speech(draft, agents[0]):
                    break  # وتقول اللجان إن قوات X تنهب القرى، محذرة من …: the speaker warns
                if agents:
                    for agent in agents:
                        draft.add_actor(agent, "source", "subject shared with the verb before")
                    break
            if left_out and not participle and not draft.of_role("source") and not self._passive(draft):
                self._of_the_sentence(draft)
            if (left_out or participle) and not draft.of_role("source"):
                self._said_by_speaker(draft)

    def _captors(self, drafts: Sequence[Draft], n: int) -> None:
        """أفرج مسلحون عن ضابط بعد احتجازه: armed men who set free had taken whom a pronoun on the noun of taking means."""
        draft = drafts[n]
        owned = draft.trigger.pos == "noun" and self.words.surface[draft.trigger.last - 1].endswith(_OWNED)
        if draft.sub_event not in _TAKEN or not owned or draft.of_role("source"):
            return
        freed = [
            d for d in drafts[max(0, n - story.RECENT) : n]
            if d.sentence == draft.sentence and d.event_type == "RETREAT" and fold(d.trigger.lemma) in _RELEASES
        ]  # fmt: skip
        for actor in freed[-1].of_role("source") if freed else ():
            if actor.actor_class in ARMED or actor.actor_class == "unknown":
                draft.add_actor(actor, "source", "who sets free had taken")

    def accuse(self, drafts: Sequence[Draft]) -> None:
        """اتهمت اللجان قوات الدعم السريع باقتحام القرية ونهبها: who is accused of an act did it, and what is joined to it."""
        before: Draft | None = None
        for charge, draft in pairwise(drafts):
            word = self.words.norm[draft.trigger.first]
            joined = before is not None and before.trigger is charge.trigger and word.startswith("و")
            if joined and before is not None and self._one_clause(before, draft) and draft.event_type in _FORCE:
                draft.actors = [(a, role) for a, role in draft.actors if role != "source"]
                for actor in before.of_role("source"):
                    draft.add_actor(actor, "source", "accused of it")
                before = draft
                continue
            if charge.event_type != "ACCUSE" or not word.startswith("ب") or charge.sentence != draft.sentence:
                continue
            if draft.event_type not in _FORCE or draft.of_role("source"):
                continue
            for actor in charge.of_role("target")[:1]:
                if charge.trigger.last <= actor.first and actor.last <= draft.trigger.first:
                    draft.add_actor(actor, "source", "accused of it")
                    before = draft

    def _one_clause(self, first: Draft, second: Draft) -> bool:
        """Whether nothing parts two acts of one sentence."""
        between = self.words.kind[first.trigger.last : second.trigger.first]
        return first.sentence == second.sentence and "punct" not in between

    def _both_sides(self, drafts: Sequence[Draft], n: int) -> None:
        """اشتباكات بين الطرفين، اتفق الجانبان على …: the two sides of the last act that has two."""
        draft = drafts[n]
        first, last = draft.trigger.first, draft.trigger.last
        if draft.event_type not in _OF_TWO:
            return
        broker = draft.of_role("source") if fold(draft.trigger.lemma) in _MEDIATES else []  # توسط X بين الطرفين
        if not broker and any(not self._in_the_dual(a) for a in draft.of_role("source")):
            self._named_together(draft)
            return
        near = self.words.norm[max(draft.clause[0], first - _BOTH_BEFORE) : min(draft.clause[1], last + _BOTH_BEHIND)]
        both = any(among(w, _BOTH, "وب") for w in near)
        long = self.words.norm[first - 1] == "من" and bool(within(self.reading.times, max(0, first - _SPAN_BEFORE), first))
        # بعد أكثر من عام من القتال: a whole war is nobody's act (CODEBOOK 10)
        again = draft.trigger.frame == "mutual" and draft.definite and draft.trigger.pos != "verb" and not long
        if not (both or again):
            return
        for before in reversed(drafts[max(0, n - story.RECENT) : n]):
            sides = [a for role in ("source", "target") for a in before.of_role(role) if a.actor_class not in _BYSTANDERS]
            if len(sides) == _TWO and (both or before.trigger.frame == "mutual"):
                draft.actors = [(a, role) for a, role in draft.actors if role != "source"]
                for actor in sides:
                    draft.add_actor(actor, "source", "both sides, told before")
                for actor in broker:
                    draft.add_actor(replace(actor, why=BROKER), "third", "who mediates between them")
                return
        if both:
            self._named_together(draft)

    def _dual(self, drafts: Sequence[Draft], n: int) -> None:
        """توسط X بين الطرفين ووقعا اتفاقاً: a verb joined in the dual has the two sides told before, not whoever brought them
        together."""
        draft, verb = drafts[n], self.words.norm[drafts[n].trigger.first]
        lemma = fold(draft.trigger.lemma).split()[0]
        if draft.event_type not in _DEALS or draft.trigger.pos != "verb" or verb != f"و{lemma}ا":
            return
        for before in reversed(drafts[max(0, n - story.RECENT) : n]):
            sides = before.of_role("source")
            if len(sides) == _TWO and draft.sentence - before.sentence <= 1:
                draft.actors = [(a, role) for a, role in draft.actors if role != "source"]
                for actor in sides:
                    draft.add_actor(actor, "source", "both sides, told before, by a verb in the dual")
                return

    def _named_together(self, draft: Draft) -> None:
        """اتفق الطرفان على …, where no act told before has two sides: both in one word, of the class of the side named last."""
        first, last = draft.trigger.first, draft.trigger.last
        near = range(max(draft.clause[0], first - _BOTH_BEFORE), min(draft.clause[1], last + _BOTH_BEHIND))
        at = next((i for i in near if self.words.norm[i].lstrip("وب") in _PARTIES), None)
        sources = draft.of_role("source")
        if at is None or draft.event_type not in _DEALS or (sources and at not in (first - 1, last)):
            return
        named = [
            a for a in within(self.reading.actors, max(0, at - _SIDES_BEFORE), at) if a.actor_class in ARMED and a.id is not None
        ]
        cls = named[-1].actor_class if named else "political"
        draft.actors = [(a, role) for a, role in draft.actors if role != "source"]
        both = ActorMention(at, at + 1, "", cls, None, None, None, None, False, IN_ONE_WORD, self.words.norm[at])
        draft.add_actor(both, "source", IN_ONE_WORD)

    def _in_the_dual(self, actor: ActorMention) -> bool:
        """القبيلتين: a word for both sides."""
        return actor.last - actor.first == 1 and among(self.words.norm[actor.first], _BOTH, "وب")

    def same_fire(self, drafts: Sequence[Draft]) -> None:
        """واستهدفت غارة أخرى …, كما سقطت قذائف على …: shells and strikes told right beside others of one side are its own."""
        for n, draft in enumerate(drafts):
            if draft.sub_event not in _FIRE or draft.of_role("source") or draft.trigger.frame == "mutual":
                continue
            for before in reversed(drafts[max(0, n - story.RECENT) : n]):
                if draft.sentence - before.sentence > 1 or before.headline != draft.headline:
                    break
                fired = [a for a in before.of_role("source") if a.actor_class in ARMED]
                if before.sub_event in _FIRE and before.status == draft.status and fired:
                    draft.add_actor(fired[0], "source", "whose shells or strikes are told right before")
                    break

    def _their_own(self, draft: Draft) -> bool:
        """بعد اقتحامها بلدة X, اعتقالها ستين شاباً, هجومهم على …: the pronoun on a noun of force whose object follows, or that is
        named by who does it, is the doer."""
        first, last = draft.trigger.first, draft.trigger.last
        if draft.event_type not in _FORCE or not self.words.norm[first].endswith(("ها", "هم")):
            return False
        hi = min(draft.clause[1], last + _OBJECT_NEAR)
        place = places_within(self.reading.places, last, hi)
        counted = within(self.reading.casualties, last, hi)
        if self.words.norm[draft.clause[0]] in _ANSWER:
            return False  # رداً على إطلاقهم: who is struck did it, not who strikes
        return bool(counted) or any(p.mention.prefix in ("", "ل") for p in place)

    def _passive(self, draft: Draft) -> bool:
        """وفي وقت سابق قتل ثمانية من X: a verb of one man with nobody but its victims behind it is passive."""
        verb = self.words.norm[draft.trigger.first].lstrip("وف")
        many = verb.endswith(("ت", "وا")) or verb[:1] in "يت"
        return draft.trigger.voice == "either" and not many and draft.event_type == "ASSAULT" and bool(draft.of_role("target"))

    def _of_the_sentence(self, draft: Draft) -> None:
        """نفذت قوات X إنزالاً في البلدة واعتقلت قيادياً: a verb joined with و has the subject of the verb that opens its sentence,
        whatever that verb tells."""
        first = self.words.sentences[draft.sentence].first
        t = draft.trigger.first
        if not self.words.norm[t].startswith("و") or t - first > _OPENING_REACH:
            return
        in_words = draft.event_type in VERBAL_TYPES  # ونفت قوات X ذلك، واتهمت الجيش: whoever denied it
        for actor in within(self.reading.actors, first + in_words, first + _TWO):
            feminine = self.words.norm[t].endswith("ت")
            if (in_words or actor.actor_class in ARMED) and self.governing.bare(actor) and actor.last < t:
                opens = actor.first == first or self.words.norm[first].endswith("ت") == feminine
                if opens and not any(self.words.norm[i] in _ADJUNCTS for i in range(actor.last, t)):
                    draft.add_actor(actor, "source", "subject of the verb that opens the sentence")
                return

    def _said_by_speaker(self, draft: Draft) -> None:
        """وطالبت بوقف القصف، داعيةً السكان إلى …: behind the words of a side or an office it is the speaker who demands."""
        said = attribution_at(self.reading.attributions, draft.trigger.first)
        if draft.event_type not in _SPOKEN or said is None or not said.sources:
            return
        if said.sources[0].kind not in _SPEAKERS and not self._body_that_speaks(draft):
            return
        speaker = said.sources[0]
        known = within(self.reading.actors, speaker.first, speaker.last)[:1]
        for actor in known:
            if actor.actor_class in KIND_OF_CLASS:
                draft.add_actor(replace(actor, why=SPEAKS), "source", "the speaker")
        if not known and speaker.kind in _BODIES:
            body = unlisted.body(self.words, speaker.first, speaker.last)
            cls = body.actor_class if speaker.kind == "official" else "political"
            draft.add_actor(replace(body, actor_class=cls, why=SPEAKS), "source", "the speaker")

    def _body_that_speaks(self, draft: Draft) -> bool:
        """Whether the act is told in the words of an office or of a body that watches or rescues, which the verb fits."""
        said = attribution_at(self.reading.attributions, draft.trigger.first)
        if said is None or not said.sources or said.sources[0].kind not in _BODIES or said.sources[0].protected:
            return False
        speaker = said.sources[0]
        feminine = self.words.surface[speaker.first].endswith(("ة", "ات"))
        verb = self.words.norm[draft.trigger.first].lstrip("وف")
        return feminine == (verb.endswith("ت") or verb.startswith("ت"))

    def _in_speech(self, draft: Draft, agent: ActorMention) -> bool:
        """Whether somebody who speaks in the sentence of the act tells of the agent."""
        said = attribution_at(self.reading.attributions, draft.trigger.first)
        if said is None or not said.sources:
            return False
        return self.words.sentences[draft.sentence].first <= said.sources[0].first and said.sources[0].last <= agent.first

    def _speaker_meant(self, draft: Draft) -> ActorMention | None:
        """قالت الوزارة إنها صنّفت …: the pronoun is the speaker."""
        first = draft.trigger.first
        said = attribution_at(self.reading.attributions, first)
        if said is None or not said.sources or _THAT_THEY.isdisjoint(self.words.norm[max(0, first - 2) : first]):
            return None
        at = said.sources[0].first
        return next((a for a in within(self.reading.actors, at, at + 1) if a.actor_class != "civilians"), None)

    def _subject_left_out(self, draft: Draft) -> bool:
        """Whether no noun that could be the subject follows the verb: a preposition, a time, a number or its object does."""
        i = draft.trigger.last
        if i >= len(self.words):
            return False
        if (
            self.words.norm[i] in PREPOSITIONS
            or self.words.kind[i] == "number"
            or self.words.analyses[i][-1][0].startswith(("ب", "ل"))
        ):
            return True
        if self.words.norm[i] in _ADVERBS or self.governing.struck(i):
            return True
        if bool(within(self.reading.times, i, i + 1)) or bool(within(self.reading.casualties, i, i + 1)):
            return True
        return any(a.first == i for a in draft.of_role("target"))
