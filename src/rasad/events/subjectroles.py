"""What the subject of a verb is in the act: who does it, or who suffers it where the verb may be passive."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import ARMED, PREPOSITIONS, UNARMED, UNRESOLVED
from rasad.events.lightsubjects import LightSubjects
from rasad.events.persons import PERSONS
from rasad.events.subjects import THAT_HE, Subjects
from rasad.events.within import within
from rasad.lexicon import actors as actor_lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.kin import KIN, OWN_KIN
from rasad.lexicon.triggers import objects
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.vocab import Role

#: Force is done to the unarmed, never by them, unless a preposition says so.
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_DONE_TO_MEN: Final = _FORCE | {"SANCTION"}
#: Endings of a verb of the past that no noun of its act has.
_NO_MASDAR: Final = ("ت", "وا")
#: Those released or exchanged are no participants.
_DONE_FOR_THINGS: Final = frozenset({"RETREAT", "COOPERATE"})
#: Verbs of firing and throwing: their subject does it.
_FIRES: Final = wordclass.words("fires") | wordclass.words("on_things")
#: Verbs that say only whom an act struck, and how far behind its noun they stand.
_OPEN_MEANS: Final = wordclass.words("open_means")
_ACT_BEFORE: Final = 8
#: Words of an aside between a subject and what is struck.
_ASIDE_WITHIN: Final = 7
#: A day may stand between who strikes and what is struck.
_DAY_AND_THING: Final = 4
#: اقتحم، قصف: whoever bears arms behind such a verb does it.
_DONE_TO_PLACES: Final = wordclass.words("done_to_places")
_PROSECUTORS: Final = wordclass.words("prosecutor")
#: منع، حظر، and words behind a subject in which من stands before what he is kept from.
_FORBIDS: Final = wordclass.words("forbids")
_FROM_WITHIN: Final = 3
#: Words from who seizes to the vehicles seized, a number between them (أكثر من 120 ناقلة), and marks that part the two.
_TO_VEHICLES: Final = 5
_MARKS: Final = frozenset("،؛:.")
#: وحدة، دورية، مفرزة
_UNITS: Final = wordclass.words("unit_of_a_force")


class SubjectRoles:
    """Asks for one report; `actors`: its participants."""

    def __init__(self, subjects: Subjects, light: LightSubjects, actors: Sequence[ActorMention]) -> None:
        self.subjects = subjects
        self.governing = subjects.governing
        self.light = light
        self.actors = actors
        self.counts = actor_lexicon.load().counts

    def of(self, draft: Draft, subject: ActorMention, rest: Sequence[ActorMention], counted: bool) -> Role:
        """The role of `subject`; `rest`: the other participants behind the verb, `counted`: a claim counts somebody."""
        trigger = draft.trigger
        if trigger.frame == "patient" or trigger.voice == "passive":
            return "target"
        if self._to_his_kin(trigger, subject):
            return "source"
        if fold(trigger.lemma) in _OPEN_MEANS and subject.first >= trigger.last and self._said_of_an_act(draft):
            return "target"  # حملة تستهدف خلايا X: what strikes is the act told before
        if fold(trigger.lemma) in _DONE_TO_PLACES and self.subjects.words.norm[trigger.first - 1] in THAT_HE:
            return "source"  # قال الحزب إنه قصف موقعاً
        plain = draft.event_type in _DONE_TO_MEN or self.subjects.words.norm[trigger.first].endswith(_NO_MASDAR)
        if plain and draft.event_type not in _DONE_FOR_THINGS and self._in_objects_case(trigger, subject):
            return "target"  # واعتقلت المستوطنين, وأجلت المدنيين; not أكد الهلال نقل شهيدين
        if draft.sub_event == "Disrupted weapons use" and trigger.first < subject.first < trigger.last:
            return "target"  # أعلنت أنها أسقطت مسيّرة تركية
        if fold(trigger.lemma) in _FIRES or subject.why == UNRESOLVED or self._does_it_to_them(trigger, subject):
            return "source"  # أطلق مسلحون النار، أغلق أهال الطريق: what is fired or closed is the object, never a person
        if draft.event_type in _FORCE and (self._upon(trigger, subject, rest) or self._forbids(trigger, subject)):
            return "source"
        if draft.event_type in _FORCE and self._seizes_vehicles(trigger, subject):
            return "source"
        if draft.event_type in _FORCE and subject.actor_class in UNARMED and trigger.frame == "agent":
            # هاجم أبناء القبيلة نقاطاً لـ X: what is struck stands behind the subject, who so is not struck himself
            behind = self._past_aside(subject.last, draft.clause[1])
            struck = trigger.first < subject.first and behind < draft.clause[1] and self.governing.struck(behind)
            armed = subject.last <= trigger.first and any(
                a.first - trigger.last <= 1 and a.actor_class in ARMED and self.governing.bare(a) for a in rest
            )  # إن شخصاً استهدف قوة من X
            return "source" if struck or armed or self._before_armed(trigger, subject, rest) else "target"
        if trigger.voice == "either" and trigger.frame == "agent" and draft.event_type in _FORCE:
            # قتل القيادي …: with nobody else in the clause to suffer it, the person named suffered it; a body did it.
            others = counted or any(self.governing.bare(a) for a in rest)
            body = subject.why.startswith("name") or self.governing.strikes(subject) or self._with_object(draft, subject)
            body = (
                body or (subject.actor_class in ARMED and fold(trigger.lemma) in _DONE_TO_PLACES) or self._arrests(draft, subject)
            )
            return "source" if others or body or self._before(subject, trigger) else "target"
        return "source"

    def _in_objects_case(self, trigger: TriggerMention, subject: ActorMention) -> bool:
        """حضرت الشرطة واعتقلت المستوطنين: a sound plural in ين right behind an active verb does nothing."""
        words = self.subjects.words
        stems = [stem for _, stem in words.analyses[subject.first]]
        sound = words.norm[subject.first].endswith("ين") and any(self.counts.get(stem) in ("many", "two") for stem in stems)
        sound = sound and subject.actor_class != "unknown"  # قصف ملثمين: the noun
        return sound and subject.first == trigger.last and trigger.pos == "verb" and trigger.frame == "agent"

    def _seizes_vehicles(self, trigger: TriggerMention, subject: ActorMention) -> bool:
        """احتجز أبناء القبيلة عشرات القاطرات, احتجزوا 60 صهريجاً: whoever stands between a verb and vehicles seized them."""
        words, i = self.subjects.words, subject.last
        if trigger.pos != "verb" or trigger.voice == "passive" or not trigger.first < subject.first <= trigger.last:
            return False
        behind = range(i, min(len(words), i + _TO_VEHICLES))
        at = next((j for j in behind if not objects()["@vehicle"].isdisjoint(words.stems[j])), None)
        return at is not None and not any(
            w in PREPOSITIONS - {"من"} or w in _MARKS or w[:1] == "و" for w in words.norm[i : at + 1]
        )

    def _forbids(self, trigger: TriggerMention, subject: ActorMention) -> bool:
        """حظرت البلدية دخول الدراجات: a body right behind its verb of forbidding; not منعت المنظمة من دخول المخيم."""
        norm = self.subjects.words.norm
        if fold(trigger.lemma) not in _FORBIDS or trigger.voice == "passive" or subject.first != trigger.last:
            return False
        body = subject.actor_class == "political" and PERSONS[norm[subject.first]] is None
        return body and "من" not in norm[subject.last : subject.last + _FROM_WITHIN]

    def _to_his_kin(self, trigger: TriggerMention, subject: ActorMention) -> bool:
        """قتل شاب صديقه: whoever stands between a verb and his own kin does it to them; أوقف النائب العام: so by his office."""
        behind = self.subjects.words.norm[subject.last : subject.last + 1]
        right_behind = trigger.first < subject.first <= trigger.last
        if trigger.voice == "passive" or not right_behind:
            return False
        office = " ".join(self.subjects.words.norm[subject.first : subject.first + 2])
        kin = self.subjects.words.norm[subject.first].lstrip("وف") in KIN  # فقتلت زوجة شقيقه: one person
        return office in _PROSECUTORS or (behind != [] and behind[0] in OWN_KIN and not kin)

    def _past_aside(self, i: int, end: int) -> int:
        """هاجم شبان، فجر اليوم، خيم المعتصمين: the word behind what two commas set off behind a subject."""
        norm = self.subjects.words.norm
        if i >= end or norm[i] not in "،,":
            return i
        return next((k + 1 for k in range(i + 1, min(end, i + _ASIDE_WITHIN)) if norm[k] in "،,"), i)

    def _arrests(self, draft: Draft, subject: ActorMention) -> bool:
        """أوقفت وحدة أخرى من الجيش في بعلبك مطلوباً: a unit arrests; nobody arrests one."""
        unit = not _UNITS.isdisjoint(self.subjects.words.stems[subject.first])
        return draft.event_type == "COERCE" and subject.actor_class in ARMED and unit

    def _before_armed(self, trigger: TriggerMention, subject: ActorMention, rest: Sequence[ActorMention]) -> bool:
        """هاجمت مجموعة من الشبان دورية لـ X, هاجم شبان المعتصمين: armed men or protesters that are no subject stand right behind
        the unarmed one."""
        follows = trigger.first < subject.first and fold(trigger.lemma) in _DONE_TO_PLACES
        attacked = ARMED | {"protesters"}
        behind = [a for a in rest if a.first == subject.last and a.actor_class in attacked] if follows else []
        return any(self.governing.bare(a) and not self._nominative(a) for a in behind)

    def _upon(self, trigger: TriggerMention, subject: ActorMention, rest: Sequence[ActorMention]) -> bool:
        """اعتدى ملثمون على طبيب: whom it is done to stands behind the verb's preposition, so the subject does it."""
        behind = subject.first == trigger.last
        return behind and any(self.governing.preposition(a) in trigger.target_prep for a in rest if a.first > subject.last)

    def _nominative(self, actor: ActorMention) -> bool:
        return self.subjects.words.norm[actor.first].endswith("ون")

    def _said_of_an_act(self, draft: Draft) -> bool:
        """Whether the noun of an act stands right before the verb, with no participant between."""
        first = draft.trigger.first
        act = self.subjects.nearest_before(first)
        reach = 1 if act is not None and act.pos == "verb" else _ACT_BEFORE  # فجرت عبوة استهدفت X
        near = act is not None and 0 <= first - act.last <= reach and act.first >= draft.clause[0]
        if act is None or not near:
            return False
        between = within(self.actors, act.last, first)
        return not between or all(a.actor_class in ARMED and self.light.delivers(a.first - 1) for a in between)

    def _with_object(self, draft: Draft, subject: ActorMention) -> bool:
        """استهدفت المقاومة أمس تجمعاً لـ X: armed men and, behind them and a day, what is struck."""
        last = min(draft.clause[1], subject.last + _DAY_AND_THING)
        behind = range(subject.last, last) if draft.trigger.first < subject.first else ()
        return subject.actor_class in ARMED and any(self.governing.struck(i) for i in behind)

    def _does_it_to_them(self, trigger: TriggerMention, subject: ActorMention) -> bool:
        """خطفهم مسلحون: the object is the pronoun, so whoever stands behind the verb does it."""
        return subject.first >= trigger.last and self.subjects.object_pronoun(trigger)

    @staticmethod
    def _before(subject: ActorMention, trigger: TriggerMention) -> bool:
        return subject.last <= trigger.first and subject.actor_class in ARMED
