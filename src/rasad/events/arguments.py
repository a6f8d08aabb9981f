"""Who does it to whom: gives the participants of a clause their roles by the frame of its trigger."""

from collections.abc import Sequence
from typing import Final

from rasad.events.besides import Besides, taken
from rasad.events.bynames import ByNames
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, PREPOSITIONS, UNARMED, UNRESOLVED, Governing
from rasad.events.lightsubjects import BEFORE, LightSubjects
from rasad.events.objects import DONE_TO, Objects
from rasad.events.pronouns import Pronouns
from rasad.events.subjectroles import SubjectRoles
from rasad.events.subjects import NEAR, SET_FREE, Subjects
from rasad.events.twosided import REPELS, TwoSided
from rasad.events.unlisted import Unlisted
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.light_verbs import LightVerbs
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.vocab import VERBAL_TYPES, Role

#: Force is done to the unarmed, never by them, unless a preposition says so.
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
#: Acts that nobody mediates: of a truce told beside them he is a part, not of the fighting.
_UNMEDIATED: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
#: Whoever says these does them; a truce or an amnesty is announced by who grants it.
_IN_WORDS: Final = VERBAL_TYPES | {"CONCEDE"}
#: Acts in words that somebody is the target of.
_DONE_IN_WORDS: Final = frozenset({"REQUEST", "THREATEN", "ACCUSE"})
#: قتلى، جرحى: how many, not who.
_VICTIM_WORDS: Final = wordclass.words("victim_word")
#: Verbs of firing and throwing: their subject does it.
_FIRES: Final = wordclass.words("fires") | wordclass.words("on_things")
#: Acts that are done to persons, by bodies.
_WARNING: Final = "إنذار"
_TAKEN: Final = frozenset({"Arrests", "Abduction/forced disappearance"})
#: Those released, exchanged or withdrawn from are no participants (CODEBOOK 10).
_FREES: Final = frozenset({"RETREAT"})
_EXCHANGES: Final = frozenset({"RETREAT", "COOPERATE"})
#: أطلقوا النار تجاه X: as good as على.
_TOWARDS: Final = wordclass.words("towards")
_TAKES_GROUND: Final = wordclass.words("takes_ground")
_BRINGS_DOWN: Final = wordclass.words("brings_down")
_HANDS_OVER: Final = wordclass.words("hands_over")


class Arguments:
    """Assigns roles in one report. Holds the report's words, participants and triggers.

    `speakers` are words of those who only say what happened: they take no part in it. `told`: every word of an act, also those
    that are left out, for what stands by them belongs to them.
    """

    def __init__(
        self, governing: Governing, actors: Sequence[ActorMention], triggers: Sequence[TriggerMention],
        speakers: frozenset[int], light: LightVerbs, told: Sequence[TriggerMention],
    ) -> None:  # fmt: skip
        self.words = words = governing.words
        self.actors = [a for a in actors if a.why != UNRESOLVED]
        self.unnamed = [a for a in actors if a.why == UNRESOLVED]
        self.speakers = speakers
        self.governing = governing
        self.subjects = Subjects(words, governing, triggers, told)
        self.light = LightSubjects(self.governing, self.subjects, light)
        self.besides = Besides(words, self.governing)
        self.roles = SubjectRoles(self.subjects, self.light, self.actors)
        self.unlisted = Unlisted(self.governing)
        self.by_names = ByNames(self.governing)
        self.objects = Objects(self.subjects, self.light)
        self.pronouns = Pronouns(self.subjects, self.actors, speakers)
        self.two_sided = TwoSided(self.governing, self.subjects, self.light)

    def assign(self, draft: Draft, victims: Sequence[ActorMention], topic: int) -> None:
        """Fill draft.actors. `victims`: participants that a casualty claim of the clause counts, subsets left out; `topic`:
        the word from which on the clause's participants may stand (see clauses.topic_of)."""
        lo, hi = topic, draft.clause[1]
        counted = frozenset(v.first for v in victims)
        inside = [a for a in within(self.actors, lo, hi) if a.last <= hi]
        if draft.event_type in _EXCHANGES:
            inside = [a for a in inside if a.group != "prisoners"]
        if draft.event_type not in _IN_WORDS:
            inside = [a for a in inside if a.first not in self.speakers]
        inside = [a for a in inside if not self.governing.holds(a) or a.first <= draft.trigger.last]
        if draft.event_type != "AID":
            inside = [a for a in inside if a.key not in _VICTIM_WORDS]
        if draft.event_type in _UNMEDIATED:
            inside = [a for k, a in enumerate(inside) if not self._mediates(a, inside[k - 1] if k else None)]
        before = [a for a in inside if a.last <= draft.trigger.first]
        if not before and self.subjects.plural(draft.trigger) and lo and self.words.norm[lo - 1] in "،,":
            # عشرات المحتجين، قطعوا الطريق: the subject stands before the comma.
            before = [a for a in within(self.actors, max(0, lo - 4), lo) if a.last == lo - 1]
        after = [a for a in inside if a.first > draft.trigger.first]  # قصفت الطائرات: its companion may open its subject
        for actor in inside:
            if self.governing.by(actor):
                if self._of_this(draft, actor, before):
                    draft.add_actor(actor, "source", "by-phrase")
            elif self.governing.mediated(actor):
                draft.add_actor(actor, "third", "mediation phrase")
        if draft.event_type in _FORCE:
            before = [a for a in before if a.first not in counted or self._killed(draft.trigger, a)]
            suffered = draft.trigger.frame == "patient" or draft.trigger.voice == "passive"
            after = [a for a in after if a.first not in counted or suffered]
        if draft.trigger.frame == "bare":
            self._bare_event(draft, before, after)
        elif draft.trigger.frame == "mutual":
            self.two_sided.give(draft, before, after)
        elif draft.trigger.pos == "verb":
            self._verb(draft, before, after, counted)
        else:
            self._noun(draft, before, after)
        self.two_sided.brokered(draft, before, after)
        self.pronouns.behind_it(draft)
        self._beside(draft, inside, after)
        told = draft.event_type in _FORCE and all(a.first in counted for a in draft.of_role("target"))
        if told and draft.trigger.pos == "verb":
            self.by_names.give(draft, after)  # اعتقلت سالم العلي واثنين من أقاربه
            self.by_names.before(draft)
        if told:
            for actor in [v for v in victims if v.key not in _VICTIM_WORDS]:
                draft.add_actor(actor, "target", "counted as a victim")
        if draft.event_type in _FORCE and not draft.of_role("target"):
            self.by_names.give(draft, after)
        elif draft.event_type in _FORCE:
            self.by_names.more(draft, after)

    def _mediates(self, actor: ActorMention, before: ActorMention | None) -> bool:
        """بوساطة سعودية أمريكية: the one behind the word, and the adjective of a second side."""
        second = before is not None and before.last == actor.first and before.adjective and actor.adjective
        return self.governing.mediated(actor) or (second and before is not None and self.governing.mediated(before))

    def _killed(self, trigger: TriggerMention, actor: ActorMention) -> bool:
        """إن 13 مدنياً قتلوا, 20 عاملاً مصرياً قتلوا: who is counted right before a verb that may be passive suffered it."""
        right_before = trigger.first - actor.last == 0 or (
            trigger.first - actor.last == 1 and self.words.surface[actor.last].endswith(("اً", "ين"))
        )
        return trigger.voice == "either" and right_before and actor.actor_class in UNARMED

    def _beside(self, draft: Draft, inside: Sequence[ActorMention], after: Sequence[ActorMention]) -> None:
        """Those whom words beside the frame tell."""
        if draft.event_type == "ASSAULT" and not draft.of_role("source"):
            self.light.fired_by(draft, after)
        if draft.event_type == "ASSAULT" and fold(draft.trigger.lemma) in REPELS:
            self.light.attack_of(draft, after)
        if draft.event_type == "COERCE" and not draft.of_role("source"):
            if draft.trigger.pos == "verb":
                self.besides.announced(draft, self.actors)  # أعلنت قيادة الشرطة، أمس، فرض حظر: a noun that may be a verb
            self.besides.at_checkpoint(draft, after)
        if draft.event_type in _FORCE:
            self.besides.in_ranks(draft, after)
            if draft.event_type == "ASSAULT":
                self.besides.blown_up(draft, [*after, *within(self.unnamed, draft.trigger.last, draft.clause[1])])
            if not draft.of_role("target"):
                self.besides.aimed_at(draft, after)
        if draft.event_type in ("MOBILIZE", "COERCE", "ASSAULT"):
            self.besides.along(draft, after)
        if draft.event_type == "PROTEST" and not draft.of_role("target"):
            self.besides.scuffled(draft, after)
        self.besides.like_adjectives(draft, inside)
        self.besides.joined(draft, [*inside, *within(self.unnamed, *draft.clause)])
        if draft.event_type in ("ACCUSE", "THREATEN") and draft.of_role("source") and not draft.of_role("target"):
            self.besides.meant(draft, after)
        if draft.event_type == "REJECT" and not draft.of_role("target"):
            self.besides.offered(draft, after)

    def _of_this(self, draft: Draft, actor: ActorMention, before: Sequence[ActorMention]) -> bool:
        """Whether a by-phrase says who did the draft's act: not أطلق X النار بعد يوم من مقتل ستة برصاص Y, where a death that
        came before stands between; nor قامت X بقصف Y, whose noun a verb carries."""
        own = 0 <= actor.first - draft.trigger.last <= 1 and draft.trigger.pos == "noun"
        if own and self.governing.preposition(actor) == "" and self.light.leads(draft, before):
            return False
        if self.subjects.nearest(actor).event_type != draft.event_type:
            return False
        suffered = draft.trigger.frame == "patient" or draft.trigger.voice == "passive"
        return suffered or not self.subjects.came_before(draft.trigger.last, actor.first)

    # -- the frames ---------------------------------------------------------------------------------------------

    def _verb(self, draft: Draft, before: list[ActorMention], after: list[ActorMention], counted: frozenset[int]) -> None:
        trigger = draft.trigger
        led = bool(before) and before[-1].last == trigger.first and self.subjects.may_act(before[-1])
        own = led or self.subjects.told_before(trigger)
        unnamed = None if own else self._unnamed(trigger, trigger.first)  # مجاميع من X تحاصر قوات
        known = unnamed or self.subjects.find(draft, before, after)
        subject = self.unlisted.subject(draft, after, known) or known
        if not before:
            subject = self.unlisted.opening(draft) or subject
        if draft.event_type in VERBAL_TYPES and self.subjects.behind_its_subject(trigger):
            subject = subject if subject is not None and subject.last == trigger.first else self.unlisted.before(trigger)
        rest = [a for a in after if a is not subject]
        if draft.event_type == "ASSAULT" and trigger.last - trigger.first > 1:
            for actor in [a for a in rest if a.adjective and a.first == trigger.last]:
                draft.add_actor(actor, "source", "adjective of the noun")  # استهدفت غارة إسرائيلية سيارة
        if subject is not None:
            subject = self.pronouns.owner(subject, self.words.sentences[draft.sentence].first) or subject
            object_told = bool(counted) or self.by_names.stands_at(subject.last, draft.clause[1])
            role = self.roles.of(draft, subject, rest, object_told)
            if role != "target" or not self.subjects.tells(subject, trigger.first):
                draft.add_actor(subject, role, "subject of the verb")
        self.pronouns.on_the_verb(draft)
        self._by_preposition(draft, [a for a in rest if not self._from_somewhere(draft, a)])
        if draft.event_type == "PROTEST":
            self._protested_against(draft, rest)
        if trigger.voice == "either" and counted and not draft.of_role("source") and draft.event_type in _FORCE:
            # قتل وجرح مدنيون نتيجة قصف لقوات …: the counted are the subject, the verb is passive.
            return
        if fold(trigger.lemma) in _HANDS_OVER:
            self._recipient(draft, rest)
        if trigger.frame == "self" or trigger.voice == "passive" or trigger.frame == "patient" or draft.event_type in _FREES:
            return
        if draft.event_type in _FORCE and not draft.of_role("target") and subject is not None:
            self.by_names.give(draft, after)  # خطف مسلحون في بلدة X سالم العلي، صاحب متجر
        if not draft.of_role("target") and draft.event_type not in ("REJECT", "AGREE"):  # what is refused or agreed is a thing
            self.objects.give(draft, rest, counted)
        self.unlisted.give(draft, after)
        self.pronouns.addressed(draft)

    def _done_to_him(self, trigger: TriggerMention) -> bool:
        """بعد اعتقاله، مقتلهم: a noun of what is done to somebody, and the pronoun of whom."""
        word = self.words.surface[trigger.last - 1]
        suffered = trigger.complement == "target" or trigger.frame == "patient"
        return suffered and trigger.last - trigger.first == 1 and word.endswith(("ه", "هم", "هما", "ها"))

    def _from_somewhere(self, draft: Draft, actor: ActorMention) -> bool:
        """طردت X عائلات من مساكن الشرطة: whose the place is they are driven from is not whom it is done to."""
        out_of = draft.event_type == "COERCE" and self.governing.preposition(actor) != "من"
        return out_of and self.governing.through_nouns(actor, draft.trigger.last) == "من"

    def _recipient(self, draft: Draft, rest: Sequence[ActorMention]) -> None:
        """سلّم X أسلحته إلى Y, لـ Y: whoever is handed something is the target; what is handed over is none (CODEBOOK 10)."""
        for actor in rest:
            if self.governing.preposition(actor) in ("الي", "ل") and not taken(draft, actor) and not actor.adjective:
                draft.add_actor(actor, "target", "handed to")
                if taken(draft, actor):
                    return  # else it is the side that hands over, named again

    def _bare_event(self, draft: Draft, before: list[ActorMention], after: list[ActorMention]) -> None:
        """An explosion has no sides of its own: only what it struck, and an adjective of its maker."""
        for actor in after[:1]:
            if actor.adjective and actor.first - draft.trigger.last <= 2:
                draft.add_actor(actor, "source", "adjective of the noun")
        self.light.give(draft, before, after, struck=True)
        if draft.event_type == "AID":
            for actor in [a for a in after if self.governing.preposition(a) in ("من", "ل") and a.actor_class not in UNARMED][:1]:
                draft.add_actor(actor, "source", "who sends it (قافلة من X)")
        self._by_preposition(draft, after)

    def _noun(self, draft: Draft, before: list[ActorMention], after: list[ActorMention]) -> None:
        trigger = draft.trigger
        near = [a for a in after if a.first - trigger.last <= NEAR and self._follows(trigger.last, a)]
        unnamed = self._unnamed(trigger, trigger.last) if draft.event_type in _FORCE else None
        if unnamed is not None:
            draft.add_actor(unnamed, "source", "complement of the noun")
            near = []
        for actor in near[:1]:
            preposition = self.governing.preposition(actor)
            if actor.adjective and actor.first - trigger.last <= 2:
                draft.add_actor(actor, "source", "adjective of the noun")
            elif preposition in ("", "ل"):
                role = self._complement_role(draft, actor, after)
                if (
                    role == "source"
                    and trigger.frame == "agent"
                    and (draft.event_type in _FORCE or draft.event_type in _DONE_IN_WORDS)
                    and self.light.leads(draft, before)
                ):
                    role = "target"  # قام مسلحون باختطاف ضابط: who did it stands before
                if role is not None:
                    draft.add_actor(actor, role, "complement of the noun")
                if role == "source" and draft.event_type in _FORCE and trigger.frame == "agent":
                    self._behind_doer(draft, actor, after)
        if trigger.frame == "self" and not draft.of_role("source"):
            # انتشار واسع في المنطقة لقوات X
            for actor in [a for a in after if a.actor_class in ARMED and self.governing.preposition(a) == "ل"][:1]:
                draft.add_actor(actor, "source", "complement of the noun")
        self._by_preposition(draft, after)
        if draft.event_type == "PROTEST":
            self._protested_against(draft, after)
        self._itself(draft)
        self.besides.announced(draft, self.actors)
        if draft.event_type in _FORCE and trigger.frame == "agent" and not draft.of_role("target") and self._done_to_him(trigger):
            self.pronouns.means(draft, UNARMED)
        if trigger.frame == "agent" and draft.of_role("source") and not draft.of_role("target"):
            for actor in after:
                if self.governing.aimed(draft.of_role("source"), actor) and not taken(draft, actor):
                    draft.add_actor(actor, "target", "object of the noun")
                    break
        self.light.give(draft, before, after)
        if draft.event_type in _FORCE | {"MOBILIZE"}:
            self.pronouns.of_the_noun(draft, before)
        if draft.event_type == "ASSAULT" and not draft.of_role("target"):
            self.light.suffered(draft, self.unnamed)
        if draft.event_type in VERBAL_TYPES | _FORCE and not draft.of_role("source"):
            self._coming_from(draft, after)

    def _behind_doer(self, draft: Draft, doer: ActorMention, after: Sequence[ActorMention]) -> None:
        """مهاجمة عناصر من X متظاهرين: whoever stands right behind the doer suffers it."""
        for actor in after:
            behind = 0 <= actor.first - doer.last <= 1 and actor.prefix in ("", "ال") and self.governing.bare(actor)
            if behind and (actor.actor_class in UNARMED or actor.id is None):
                draft.add_actor(actor, "target", "object of the noun")

    def _coming_from(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """أوامر من X, قصف بقذائف الهاون من قوات X: whose word or fire it is."""
        last = self.subjects.behind_means(draft.trigger)
        for actor in after:
            right_behind = actor.first - last <= NEAR and self._follows(last, actor, "من")
            if self.governing.preposition(actor) != "من" or not right_behind:
                continue
            if draft.event_type not in _FORCE or (
                draft.trigger.frame == "agent" and actor.actor_class in ARMED and "من" not in draft.trigger.target_prep
            ):
                draft.add_actor(actor, "source", "whose word or fire it is (أوامر من X)")
            return

    def _unnamed(self, trigger: TriggerMention, first: int) -> ActorMention | None:
        """قصف الطيران المروحي, انتشرت قوات, الدوريات المشتركة توجهت: an armed body of no known side right beside a word of what
        it does."""
        if trigger.frame not in ("agent", "self") or trigger.voice == "passive" or fold(trigger.lemma) in _BRINGS_DOWN:
            return None  # أسقطت طائرة: it was struck
        since = trigger.first - BEFORE if trigger.pos == "verb" else first
        theirs = ("", "ل") if trigger.pos == "noun" else ("",)  # غارات للطيران الحربي
        near = within(self.unnamed, max(0, since), trigger.last + 1)
        near = [a for a in near if self.governing.bare(a) or self.governing.preposition(a) in theirs]
        near = [a for a in near if a.first >= first or (a.last == trigger.first and self.words.norm[a.first].startswith("ال"))]
        return near[0] if near else None

    def _itself(self, draft: Draft) -> None:
        """The trigger noun opens the participant (رتلاً لقوات النظام): the side in it is the source."""
        if draft.trigger.frame != "self" or draft.of_role("source"):
            return
        for actor in within(self.actors, draft.trigger.first, draft.trigger.last):
            if actor.id is not None:
                draft.add_actor(actor, "source", "the side in the noun itself")

    def _protested_against(self, draft: Draft, after: Sequence[ActorMention]) -> None:
        """ضد X, احتجاجاً على ممارسات X, تنديداً بـ X."""
        for actor in after:
            done_to = self.words.norm[actor.first - 1].lstrip("بل") in DONE_TO  # تنديداً باختطاف X
            if done_to or actor.actor_class in UNARMED:
                continue
            if self.subjects.against(draft, actor) and not taken(draft, actor):
                draft.add_actor(actor, "target", "the one protested against")
                return

    def _complement_role(self, draft: Draft, actor: ActorMention, after: list[ActorMention]) -> Role | None:
        trigger = draft.trigger
        if trigger.frame == "patient":
            return "target"
        if fold(trigger.lemma) in _FIRES or self.words.norm[actor.first - 1] in SET_FREE:
            # إلقاء شبان قنبلة; إطلاق سراح شاب: who is set free is no participant (CODEBOOK 10)
            return None if self.words.norm[actor.first - 1] in SET_FREE else "source"
        takes = fold(trigger.lemma) in _TAKES_GROUND and actor.actor_class in ARMED and self.governing.bare(actor)
        if (before := self.words.norm[actor.first - 1])[:1] == "ل" and before[1:] in DONE_TO and trigger.first < actor.first - 1:
            return "target"  # حملة أمنية لملاحقة الجناة
        if self.governing.flown_by(actor) or takes:
            return "source"  # استعادة X السيطرة على …
        if trigger.sub_event in _TAKEN and actor.id is not None and actor.group is None and not actor.adjective:
            return "source"  # احتجاز قوة الردع قائد اللواء: no body is arrested
        warned = draft.event_type == "THREATEN" and actor.actor_class == "civilians" and trigger.lemma == _WARNING
        struck = actor.actor_class in UNARMED or self.subjects.of_a_thing(trigger.last, actor)
        if warned or (draft.event_type in _FORCE and struck):
            return "target"  # استهدافها مقر قيادة X: whose seat it is; إنذار السكان
        if trigger.complement == "none":
            return "source" if trigger.frame == "self" else None
        if trigger.complement == "target" and actor.actor_class in ARMED and draft.event_type in _FORCE:
            behind = (a for a in after if a.first >= actor.last)
            follows = any(a.actor_class in UNARMED or self.governing.preposition(a) == "ل" for a in behind)
            return "source" if follows or self.governing.strikes_anyhow(actor) else "target"
        return trigger.complement

    # -- helpers --------------------------------------------------------------------------------------------------

    def _follows(self, last: int, actor: ActorMention, but: str = "") -> bool:
        """Whether only adjectives (and the preposition `but`) stand between a noun that ends at word `last` and its complement:
        مطالب بإسقاط النظام has none in النظام."""
        if self.subjects.verb_between(last, actor.first):
            return False  # غارة استهدفت مواقع لـ X
        for i in range(last, actor.first):
            norm = self.words.norm[i]
            if norm == but or (norm == "من" and i > last and self.governing.quantity(i - 1)):
                continue  # إحراق عدد من منازل المدنيين
            fused = norm[0] in "بل" and any(prefix[:1] in ("ب", "ل") for prefix, _ in self.words.analyses[i])
            if fused or norm in PREPOSITIONS or norm in "،," or (i > last and norm[0] == "و" and norm[1:] in DONE_TO):
                return False  # اعتقال الثالث وإصابة عنصر
            if norm.endswith("ا") and self.governing.struck(i):
                return False  # هجوماً مستهدفين حاجزاً لـ X
        return True

    def _by_preposition(self, draft: Draft, candidates: Sequence[ActorMention]) -> None:
        wanted = draft.trigger.target_prep
        if not wanted or draft.event_type in _FREES:
            return
        for actor in candidates:
            if taken(draft, actor) or "اثناء" in self.words.norm[draft.trigger.last : actor.first]:
                continue
            preposition = self.governing.through_nouns(actor, draft.trigger.last)
            if preposition in wanted or (preposition in _TOWARDS and "علي" in wanted):
                draft.add_actor(actor, "target", f"after {preposition}")
