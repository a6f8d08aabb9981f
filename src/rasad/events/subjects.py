"""Who is the subject of a verb: before it or behind it, by prepositions, distance, gender and number."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from rasad.events import agreement, relatives
from rasad.events.draft import Draft
from rasad.events.governing import UNARMED, Governing
from rasad.lexicon import timewords, wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Words

_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
#: Nouns of bodies by gender, where the ending does not tell it.
_MASCULINE: Final = wordclass.words("masculine_noun")
_FEMININE: Final = wordclass.words("feminine_noun")
#: بعد، خلال، جراء: what stands behind them is no part of the clause's core.
_ENDS: Final = wordclass.words("adjunct_opener") | wordclass.words("answers")
_AGAINST: Final = wordclass.words("protest_against")
#: بدوره، بشدة: adverbs that look like a preposition with its noun.
_ASIDE: Final = wordclass.words("said_aside")
_AGAINST_WITHIN: Final = 6
_DEMANDS: Final = wordclass.stems("protest_demand")
_HANDS_OVER: Final = wordclass.words("hands_over")
_BY_A_PLACE: Final = frozenset({"قرب", "امام", "عند", "داخل", "خارج", "حول", "مقابل", "وسط"})
_OWNED_THINGS: Final = wordclass.words("owned_thing") | wordclass.words("owned_seat")
_STATEMENTS: Final = wordclass.stems("statement_stem")
_RESPONSIBILITY: Final = wordclass.stems("responsibility_stem")
#: بما وصفتها: what somebody calls what follows.
_DESCRIBES: Final = wordclass.stems("describes_stem")
_WHAT: Final = wordclass.words("said_of_it")
_WRONGS: Final = wordclass.words("wrong_done")
_RELATIVES: Final = wordclass.words("relative")
#: Letters of the shortest sound plural in ين that is no other word.
_SOUND_PLURAL: Final = 5
#: A subject stands so many words before its verb at most, behind أن, with what describes it, further.
_SVO_REACH: Final = 8
_TOPIC_REACH: Final = 25
_TONGUE: Final = wordclass.words("tongue")
_THAT: Final = frozenset({"ان"})
#: أنه طالب: a subject in a pronoun before its verb.
THAT_HE: Final = wordclass.words("that_they")
#: Before an act that another came of; بعد يوم من، بعد أسبوع على.
_AFTER: Final = wordclass.words("after_what")
_OF: Final = frozenset({"من", "علي"})
_AFTER_A_TIME: Final = 4
_RIGHT_AFTER: Final = 2
#: Before what is said: دعا إلى، شدد على ضرورة.
_INTO: Final = frozenset({"الي", "علي"})
#: A complement stands right behind its noun, a subject within SUBJECT_REACH words of its verb.
NEAR: Final = 3
SUBJECT_REACH: Final = 9


def after_another(words: Words, first: int) -> bool:
    """إثر مقتل شاب، بعد يوم من استشهاد ستة: whether the act at word `first` is what the one told before it came after."""
    reach = _AFTER_A_TIME if words.norm[first - 1] in _OF else _RIGHT_AFTER
    at = next((i for i in range(first - 1, max(-1, first - 1 - reach), -1) if words.norm[i] in _AFTER), None)
    return at is not None and not any(w in "،," for w in words.norm[at:first])


#: سراح، سبيل: behind them stands whoever is set free.
#: Nouns of deeds, which are themselves the subject of a verb of force.
_DEEDS: Final = wordclass.words("deed_noun")
SET_FREE: Final = wordclass.words("set_free")


class Subjects:
    """The subjects of one report's verbs."""

    def __init__(
        self, words: Words, governing: Governing, triggers: Sequence[TriggerMention], told: Sequence[TriggerMention]
    ) -> None:
        self.words = words
        self.governing = governing
        self.triggers = sorted(told, key=lambda t: t.first)
        self.verbs = sorted(t.first for t in triggers if t.pos == "verb")

    def find(self, draft: Draft, before: list[ActorMention], after: list[ActorMention]) -> ActorMention | None:
        """VSO: the first bare participant after the verb; SVO: the last bare one before it with no verb between."""
        trigger = draft.trigger
        moved = trigger.frame == "self" and draft.event_type != "PROTEST"
        vso = next(
            (
                a
                for a in takewhile(lambda a: a.first == trigger.last or not self.governing.of_another_verb(a), after)
                if a.first - trigger.last <= SUBJECT_REACH
                and (self.governing.bare(a) or (moved and self.governing.owned(a)))
                and not self.governing.by(a)
                and not (a.prefix.startswith("و") and a.first > trigger.last)
                and not self._content(max(self._said_from(trigger), a.first - 1), a.first)
                and not self._of_a_place(trigger.last, a)
                and not (self.of_a_thing(trigger.last, a) or self._handed_over(trigger, a))
                and not (draft.event_type == "PROTEST" and (self.against(draft, a) or self._demanded(trigger.last, a.first)))
            ),
            None,
        )
        if draft.event_type in VERBAL_TYPES and (self.of_us(trigger) or self.told_before(trigger)):
            vso = None  # نطالب الحكومة, إن المجموعة تتهم X: who speaks is in the verb, or stands before it
        if self._has_subject(trigger) or (vso is not None and self.words.norm[vso.first - 1] in SET_FREE):
            vso = None  # مسلحون اختطفوا إمام المسجد: a plural verb has its subject before it; أطلق سراح المهندس
        if vso is not None and draft.event_type in VERBAL_TYPES and self._no_speaker(draft, vso):
            vso = None
        told = relatives.antecedent(self.words, before, trigger) if vso is None else None
        if told is not None and self.may_act(told):
            return told  # القوات التي هاجمها مسلحون انسحبت
        related, whom = relatives.own_subject(self.words, before, trigger)
        if related and vso is None and draft.event_type in VERBAL_TYPES:
            return whom
        svo = next((a for a in reversed(before) if self.may_act(a)), None)
        if svo is not None and agreement.clashes(self.words, trigger, svo):
            svo = None  # رحبت الهيئة ببيان الاتحاد الذي أدان الهجوم
        svo = next(iter(self.first_joined([svo], before)), None) if svo is not None else None
        if svo is not None and (trigger.first - svo.last > _SVO_REACH or self.verb_between(svo.last, trigger.first)):
            far = svo.last < trigger.first - _SVO_REACH and not self.verb_between(svo.last, trigger.first)
            many = [a for a in before if self.plural(trigger) and a.actor_class in UNARMED and self.may_act(a)]
            svo = (many[-1] if many else self.topic(before, trigger.first)) if far else None
        if vso is not None and (self.cut_off(trigger.last, vso.first) or self._held_responsible(trigger, vso, after)):
            vso = None
        if vso is not None and self.object_pronoun(trigger) and (vso.first == trigger.last or not self.of_one(trigger)):
            return vso  # اختطفهم فصيل محلي: the object is in the verb, and was named before
        if svo is not None and (
            vso is None or trigger.first - svo.last <= 3 or (draft.event_type in _FORCE and vso.actor_class in UNARMED)
        ):
            return svo
        if (
            vso is not None
            and vso.first - trigger.last > NEAR
            and any(self.words.norm[k] in "،," for k in range(trigger.last, vso.first))
        ):
            return None if svo is None and draft.event_type in _FORCE else vso
        return vso

    def _no_speaker(self, draft: Draft, actor: ActorMention) -> bool:
        """Whether a participant behind a verb of words stands in what is said, or is whom it is said to."""
        trigger = draft.trigger
        if self.disagrees(trigger, actor):
            return True  # ودعا الأمم المتحدة إلى …: who calls was named before
        if trigger.last <= self.nearest(actor).first < actor.first:
            return True  # أدانت الحركة اعتقال الصحفي: behind the noun of what is condemned
        if self.of_wrongs(trigger.last, actor) or self._called(trigger.last, actor.first):
            return True  # استنكرت الهيئة جرائم X, وأثنى على الجهود التي تبذلها X; نددت بشدة بما وصفتها انتهاكات X
        if self._content(trigger.last, actor.first):
            return True  # طالبت بإلزام الحكومة: who stands in what is asked for is not who asks
        if draft.event_type != "CONSULT" and "الي" in self.words.norm[trigger.last : actor.first]:
            return True  # ودعا إلى محاسبة القتلة, not وصل إلى عدن المبعوث الأممي
        return draft.event_type == "REQUEST" and self.for_something(trigger.last, actor.first)  # ودعا لطرد الحوثيين

    def _said_from(self, trigger: TriggerMention) -> int:
        """وأمر بإغلاق مكاتب X: the word from which on what is said may stand, also in the trigger itself."""
        return trigger.first + 1 if trigger.event_type in VERBAL_TYPES else trigger.last

    def may_act(self, actor: ActorMention) -> bool:
        """Whether nothing governs a participant: بإرهاب الأهالي, belongs to what ب governs."""
        if actor.first and self.words.norm[actor.first - 1] in _TONGUE:
            return False  # قال الحزب على لسان نائبه إنه قصف: the party did
        free = self.governing.bare(actor) or self.governing.owned(actor)
        return free and not actor.adjective and not self._content(max(0, actor.first - 1), actor.first)

    def _behind_that(self, actor: ActorMention) -> bool:
        """أن X, أن مجموعات من X."""
        i = actor.first - 1
        if i > 1 and self.words.norm[i] == "من" and self.governing.quantity(i - 1):
            i -= 2
        return i >= 0 and self.words.norm[i] in _THAT

    def tells(self, actor: ActorMention, i: int) -> bool:
        """أكد قيادي في حزب X أن صالحاً قُتل: whether أن stands between a participant and word i, so that he tells what was done."""
        return not _THAT.isdisjoint(self.words.norm[actor.last : i])

    def first_joined(self, last: list[ActorMention], before: Sequence[ActorMention] = ()) -> list[ActorMention]:
        """قوات النظام والميليشيات قصفت: the first of those joined is the subject, the others join it. `last`: the participants
        before the verb, of which the last counts."""
        if not last or not last[-1].prefix.startswith("و"):
            return last[-1:]
        first = next((a for a in before or last if a.last == last[-1].first and self.governing.bare(a) and not a.adjective), None)
        return [first or last[-1]]

    def topic(self, before: Sequence[ActorMention], i: int) -> ActorMention | None:
        """أن مدنياً من بلدة X، ينحدر من …، اختطف: the participant right behind أن, of whom all is told up to word i."""
        for actor in before:
            if self.governing.bare(actor) and self._behind_that(actor):
                far = i - actor.last > _TOPIC_REACH or self.verb_between(actor.last, i)
                return None if far or actor.last > i else actor
        return None

    def _content(self, first: int, last: int) -> bool:
        """Whether a noun with ب or ل stands between, so that what follows belongs to what is said."""
        return any(w[0] in "بل" and len(w) > 4 and w not in _ASIDE for w in self.words.norm[first:last])

    def for_something(self, first: int, last: int) -> bool:
        """دعا لطرد X: a short noun with ل right behind the verb, to which the participant belongs."""
        return first < last and any(prefix == "ل" for prefix, _ in self.words.analyses[first])

    def _called(self, first: int, last: int) -> bool:
        """Whether words [first, last) hold what somebody calls what follows (بما وصفتها, ما اعتبرته)."""
        norm = self.words.norm
        return any(norm[k] in _WHAT and norm[k + 1].startswith(_DESCRIBES) for k in range(first, last - 1))

    def of_wrongs(self, first: int, actor: ActorMention) -> bool:
        """جرائم X, الجرائم التي ترتكبها X: whose wrongs or deeds they are, named from word `first` on."""
        i = actor.first - 1
        if i < first:
            return False
        if not _WRONGS.isdisjoint(self.words.stems[i]):
            return True
        return i > first and self.words.norm[i - 1] in _RELATIVES and self.words.norm[i].endswith(("ها", "ه"))

    def in_content(self, first: int, actor: ActorMention) -> bool:
        """طالبت أمس بترحيل أهالي X, إلى التصدي للجيش: whether a participant stands in what is said with ب, ل or إلى from word
        `first` on."""
        norm = self.words.norm[first : actor.first]
        return self._content(first, actor.first) or not _INTO.isdisjoint(norm[:-1])

    def _held_responsible(self, trigger: TriggerMention, actor: ActorMention, after: Sequence[ActorMention]) -> bool:
        """وحملت قوات X المسؤولية: who alone stands between the verb and the responsibility bears it, unless it is laid on
        somebody behind."""
        if trigger.event_type != "ACCUSE":
            return False
        laid_on = ("ل", "علي")
        behind = range(actor.last, min(actor.last + NEAR, len(self.words)))
        at = next((i for i in behind if self.words.norm[i].removeprefix("ال").startswith(_RESPONSIBILITY)), None)
        if at is None or any(trigger.last <= a.first < at and a is not actor for a in after):
            return False
        near = [a for a in after if at < a.first <= at + SUBJECT_REACH]
        return not any(self.governing.preposition(a) in laid_on for a in near)

    def apposed(self, actor: ActorMention, since: int) -> bool:
        """توعد رئيس المجلس، القائد العام للجيش، قوات X: who stands between two commas behind the subject is the subject."""
        closed = actor.last < len(self.words) and self.words.norm[actor.last] in "،,"
        return closed and actor.first == since + 1 and self.words.norm[since] in "،,"

    def of_a_thing(self, first: int, actor: ActorMention) -> bool:
        """بحث معهم ملف المعتقلين, نهبوا ممتلكات السكان: the noun without the article right before owns nothing, it is owned."""
        i = actor.first - 1
        if i < first or self.words.kind[i] != "word":
            return False
        return any(not prefix and stem in _OWNED_THINGS for prefix, stem in self.words.analyses[i])

    def _handed_over(self, trigger: TriggerMention, actor: ActorMention) -> bool:
        """تسلم العراق 100 عنصر من X: whoever is counted behind the verb is handed over."""
        handed = fold(trigger.lemma) in _HANDS_OVER and self.words.norm[trigger.first].lstrip("وف").startswith("ت")
        return handed and self.words.kind[actor.first - 1] == "number"

    def _of_a_place(self, first: int, actor: ActorMention) -> bool:
        """تظاهروا قرب أمانة الحكومة: the noun right before belongs to a preposition, and the participant to the noun."""
        i = actor.first - 1
        if i <= first or self.words.kind[i] != "word" or not self.words.norm[actor.first].startswith("ال"):
            return False
        norm = self.words.norm[i]
        return self.words.norm[i - 1] in _BY_A_PLACE and not norm.startswith("ال") and norm not in timewords.load().openers

    def plural(self, trigger: TriggerMention) -> bool:
        """Whether a verb's ending says "they"."""
        return trigger.pos == "verb" and self.words.norm[trigger.first].endswith("وا")

    def of_us(self, trigger: TriggerMention) -> bool:
        """نطالب، ندين: whether a verb of the present says "we"; ناشد and ندد are past."""
        verb = self.words.norm[trigger.first].lstrip("وف")
        return (
            trigger.pos == "verb" and verb.startswith("ن") and (not fold(trigger.lemma).startswith("ن") or verb.startswith("نن"))
        )

    def behind_its_subject(self, trigger: TriggerMention) -> bool:
        """إن المجموعة تتهم X: a noun with the article between أن and a verb of the present."""
        i = trigger.first
        norm = self.words.norm
        return i > 1 and norm[i - 2] in _THAT and norm[i - 1].startswith("ال") and norm[i][0] in "يت" and trigger.pos == "verb"

    def _has_subject(self, trigger: TriggerMention) -> bool:
        return self.plural(trigger) or self._deed_before(trigger)

    def _deed_before(self, trigger: TriggerMention) -> bool:
        """أن الغارة استهدفت X, أن العملية الأولى استهدفت X: a noun of a deed between أن and the verb is its subject."""
        norm, i = self.words.norm, trigger.first
        that = next((k for k in (i - 2, i - 3) if k >= 0 and norm[k] in _THAT), -1)
        told = trigger.pos == "verb" and trigger.event_type in _FORCE
        return told and that >= 0 and not _DEEDS.isdisjoint(self.words.stems[that + 1])

    def told_before(self, trigger: TriggerMention) -> bool:
        """إن المجموعة تتهم X, إنه طالب X: whether the subject of the verb stands before it, as a noun or in a pronoun."""
        pronoun = trigger.pos == "verb" and trigger.first > 0 and self.words.norm[trigger.first - 1].lstrip("لو") in THAT_HE
        return pronoun or self.behind_its_subject(trigger)

    def object_pronoun(self, trigger: TriggerMention) -> bool:
        """Whether the verb itself holds its object (اختطفهم، قتلهما، اعتقلته)."""
        plural = self.words.norm[trigger.first].endswith(("هم", "هما")) and not fold(trigger.lemma).endswith("هم")  # يتهم
        return trigger.pos == "verb" and trigger.voice != "passive" and (plural or self.of_one(trigger))

    def of_one(self, trigger: TriggerMention) -> bool:
        """اعتقلته، اعتقلتها: whether a verb's pronoun means one man or thing."""
        return self.words.norm[trigger.first].endswith(("ه", "ها")) and not fold(trigger.lemma).endswith("ه")

    def disagrees(self, trigger: TriggerMention, actor: ActorMention) -> bool:
        """Whether a past verb right before a noun has the other gender, so that the noun is its object."""
        verb = self.words.norm[trigger.first].lstrip("وف")
        if actor.first > trigger.last and self.words.norm[trigger.last].removeprefix("ال").startswith(_STATEMENTS):
            return False  # وطالب بيان الوزارة
        if actor.first - trigger.last > 1 or trigger.last - trigger.first > 1 or verb[:1] in "يتنس" or verb.endswith("وا"):
            return False
        head = self.words.norm[actor.first].removeprefix("ال")
        men = self.words.surface[actor.first].endswith("اء")  # الوسطاء الإقليميين: one; طالبت الحكومة الصحفيين: two
        behind = self.words.norm[actor.first + 1 : actor.first + 2 if men else min(actor.first + 2, actor.last)]
        behind_it = actor.first == trigger.last or self.words.surface[actor.first - 1].endswith(("ه", "ها"))
        plural = head.endswith("ين") and len(head) > _SOUND_PLURAL and behind_it  # دعا فيه المواطنين, not دعا أحد المواطنين
        definite = self.words.norm[actor.first].startswith("ال")  # نقابة الصحفيين السودانيين: theirs, not the union's
        if plural or (definite and any(w.startswith("ال") and w.endswith("يين") and len(w) > _SOUND_PLURAL + 2 for w in behind)):
            return True  # ودعا المواطنين, دعا الوسطاء الإقليميين: the object's case
        feminine = self.words.surface[actor.first].endswith(("ة", "ات")) or head in _FEMININE
        if self.object_pronoun(trigger):
            verb = verb.removesuffix("ما").removesuffix("م").removesuffix("ا").removesuffix("ه")  # هددته البلدية
        return feminine if not verb.endswith("ت") else head in _MASCULINE

    def nearest(self, actor: ActorMention) -> TriggerMention:
        """The last word of an act before a participant, else the first behind him: a by-phrase belongs to it."""
        k = bisect_left(self.triggers, actor.first, key=lambda t: t.first)
        return self.triggers[max(0, k - 1)]

    def nearest_before(self, i: int) -> TriggerMention | None:
        """The last word of an act that begins before word i."""
        k = bisect_left(self.triggers, i, key=lambda t: t.first)
        return self.triggers[k - 1] if k else None

    def came_before(self, first: int, last: int) -> bool:
        """Whether a death or the like stands at words [first, last) behind بعد, إثر, بعد يوم من."""
        at = range(bisect_left(self.triggers, first, key=lambda t: t.first), len(self.triggers))
        for k in at:
            t = self.triggers[k]
            if t.first >= last:
                return False
            if t.frame == "patient" and after_another(self.words, t.first):
                return True
        return False

    def behind_means(self, trigger: TriggerMention) -> int:
        """The word behind a noun of force and what it is done with (قصف بقذائف الهاون, قصف بصواريخ أرض أرض)."""
        k = bisect_left(self.triggers, trigger.last, key=lambda t: t.first)
        means = self.triggers[k] if k < len(self.triggers) else None
        if means is None or means.first != trigger.last or not self.words.norm[means.first].startswith("ب"):
            return trigger.last
        return means.last if means.frame == "bare" else trigger.last

    def verb_between(self, first: int, last: int) -> bool:
        """Whether a verb of an event stands at words [first, last)."""
        k = bisect_left(self.verbs, first)
        return k < len(self.verbs) and self.verbs[k] < last

    def cut_off(self, first: int, last: int) -> bool:
        """انسحبت بعد اعتقال الشاب: who stands behind another verb or بعد، خلال، جراء is not the subject."""
        words = (i for i in range(first, last) if i not in self.governing.dated)  # بعد ظهر اليوم parts nobody
        return self.verb_between(first, last) or any(self.words.norm[i] in _ENDS for i in words)  # فأصابت طفلين، وردت X

    def _demanded(self, first: int, last: int) -> bool:
        """تظاهر العشرات مطالبين الحكومة بكذا: who stands behind what is demanded or protested against does not protest."""
        return any(w.lstrip("ول").removeprefix("ال").startswith(_DEMANDS) for w in self.words.norm[first:last])

    def against(self, draft: Draft, actor: ActorMention) -> bool:
        """احتجاجاً على ممارسات X: no comma between the word and the participant."""
        norm = self.words.norm
        for i in range(actor.first - 1, max(draft.trigger.last, actor.first - _AGAINST_WITHIN) - 1, -1):
            if norm[i] in "،,":
                return False
            if norm[i] in _AGAINST or norm[i].removeprefix("و") in _AGAINST:
                return True  # للمطالبة بالكهرباء وإقالة المحافظ
        return False
