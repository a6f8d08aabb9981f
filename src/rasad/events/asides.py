"""Words of acts that only tell something of another act: why it was done, with whom, what it endangers, what joins it."""

import re
from typing import Final

from rasad.events.accidents import Accidents
from rasad.events.clauses import participle, present
from rasad.events.noacts import NoActs
from rasad.events.within import attribution_at, within
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon import triggers as lexicon
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

_ADVERBS: Final = wordclass.words("adverb_of_reason")
_TOGETHER: Final = wordclass.words("in_coordination")
_CARE: Final = wordclass.words("passive_care")
_ENDANGER: Final = wordclass.words("endanger")
#: Words before the verb among which who threatens stands.
_ENDANGERS_WITHIN: Final = 4
#: Words of who speaks between two verbs of a kind.
_DOUBLED_WITHIN: Final = 1
#: Meetings joined with و are told.
_JOINED: Final = VERBAL_TYPES - {"CONSULT"}
#: إذا هاجمت القوات …: a condition, no act.
_CONDITIONS: Final = wordclass.words("condition")
_IF: Final = "إن"
CONDITION: Final = "a condition (إذا …)"
_THAT: Final = wordclass.words("that_opener")
#: سماع دوي انفجارات: what is heard with no act named (CODEBOOK 10), and words from the hearing to it.
_HEARD: Final = wordclass.words("heard")
_HEARD_WITHIN: Final = 3
_BLASTS: Final = wordclass.words("blast_noun")
#: Words from what makes a bomb harmless to it: who did it.
_HARMLESS_WITHIN: Final = 4
_SIEGES: Final = wordclass.words("siege")
_KEEPS_UP: Final = wordclass.words("keeps_up_siege")
_LAID_WITHIN: Final = 5
#: عثرت قوة من X على عبوات: what is found, and words from the finding to it.
_FINDS: Final = wordclass.stems("finds_stem")
_FOUND_WITHIN: Final = 8
_CHARGES: Final = frozenset({"Remote explosive/landmine/IED", "Grenade", "Suicide bomb"})
#: لجنة الاعتصام, ناشطون في الاحتجاجات: a body or persons told by their protest, and words from them to it.
_KNOWN_BY_PROTEST: Final = wordclass.words("known_by_protest")
_IN_PROTESTS: Final = wordclass.words("in_protests")
_KNOWN_WITHIN: Final = 2
#: وفد، عضو, and words from one to the talks he is at.
_DELEGATES: Final = wordclass.words("of_talks")
_DELEGATE_WITHIN: Final = 5
_TAKES_PART: Final = wordclass.stems("takes_part_stem")
#: Words from a purpose (لتسهيل) to what it is about, or to what is joined to it (لإخماد النزاع والقبض على …).
_PURPOSE_WITHIN: Final = 5
#: Masdars of derived verbs: تفعيل، انفعال، افتعال، استفعال; إفعال is told from the plural أفعال by its written hamza.
_MASDAR: Final = re.compile(r"(ت..ي.|ان..ا.|ا.ت.ا.|است..ا.)(ها|هم|ه)?")
_WRITTEN: Final = re.compile(r"و?لإ..ا.(ها|هم|ه)?")
_SHORT_MASDARS: Final = wordclass.words("purpose_masdar")
_ENDS_PROTEST: Final = wordclass.words("ends_protest")
#: What says of a fight that it stopped, and in how many acts before it may have been told.
_CEASES: Final = wordclass.words("ceases")
_TOLD_BEFORE: Final = 12
#: Words between what ends a protest and its noun: who ended it.
_ENDED_WITHIN: Final = 4
_SETS_UP: Final = wordclass.words("sets_up_post")
#: Words of a move from its verb to the next of its force.
_MOVE_WITHIN: Final = 30
_MOVES: Final = 3
_DESPITE: Final = wordclass.words("despite")
_DESPITE_WITHIN: Final = 4
_EXPOSED: Final = wordclass.stems("exposed_stem")
_EXPOSED_WITHIN: Final = 2
_BOMB: Final = "Remote explosive/landmine/IED"
#: Words from what is made harmless to the verb of who laid it.
_LAID_BEHIND: Final = 16
#: ثاني، ثالث, and what stands before one of a row: هذا، يعد.
_ORDINALS: Final = wordclass.words("ordinal_of_a_row")
_ROW: Final = wordclass.words("opens_a_row")
_ROW_WITHIN: Final = 4
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_REFUSING: Final = tuple(wordclass.words("refusing_person"))
#: رافضاً, معترضة: said of the subject, a participle tells what it does.
_TANWIN: Final = ("ا", "اً", "ًا", "ة", "ةً")
_NEITHER: Final = wordclass.words("neither")
_NOR_WITHIN: Final = 12
_FAILS: Final = wordclass.stems("fails_stem")
_FAILED_AT: Final = frozenset({"في", "عن"})
_FAILED_WITHIN: Final = 3
_MARKS: Final = frozenset("،,؛.:")


_TELLS_DESPITE: Final = PerWord(lambda norm: norm.lstrip("و") in _DESPITE)


class Asides:
    """Reads them in one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.accidents = Accidents(reading)
        self.no_acts = NoActs(reading)

    def why(self, n: int) -> str | None:
        """Why trigger n only tells something of another act, or None."""
        trigger, norm = self.reading.triggers[n], self.words.norm
        i = trigger.first
        after = norm[trigger.last] if trigger.last < len(norm) else ""
        if norm[i] in _ADVERBS and (after in ("علي", "مع") or norm[trigger.last - 1] == "علي" or after[:1] in ("ب", "ل")):
            return "an adverb of reason"
        if norm[i] in _TOGETHER:
            return "a circumstance (in coordination with …)"
        if trigger.event_type == "REQUEST" and trigger.pos == "verb" and i and norm[i - 1] in ("ما", "مما"):
            return "a cause (ما دعا …)"
        if trigger.pos == "noun" and (self._before(i, 1) == ["حتي"] or self._before(i, 2) == ["حتي", "يتم"]):
            return "till when (حتى فتح المعابر)"
        to = after == "الي" or (after == "علي" and "الي" in norm[i + 2 : i + 5])  # أسعف على إثر ذلك إلى المشفى
        if to and trigger.pos == "verb" and fold(trigger.lemma) in _CARE:
            return "care that the hurt were given (أسعفوا إلى …)"
        if i and self.words.kind[i - 1] == "number" and trigger.event_type in _JOINED and participle(self.words, i):
            return "persons that are counted (34 متهماً)"
        if self._doubled(n):
            return "said twice of one act (تدين وتشجب)"
        if self._endangers(trigger):
            return "what endangers, not who threatens (تطور يهدد …)"
        if self._condition(n):
            return CONDITION
        if self._made_harmless(n):
            return "a bomb that is made harmless (تفكيك عبوة)"
        if self._heard(trigger):
            return "heard, with no act named"
        if self.accidents.tells(trigger):
            return "an accident or an illness, no act"
        if fold(trigger.lemma) in _SIEGES and trigger.pos == "noun" and not self._laid(i):
            return "a siege that stands, not one that is laid"
        if self._found(trigger):
            return "found, with no act named (عثرت على عبوات)"
        if self._known_by(trigger):
            return "says which body or persons (لجنة الاعتصام)"
        if self._of_a_purpose(trigger):
            return "part of a purpose (لتسهيل دخول …)"
        if self._despite(trigger):
            return "known from before (رغم …)"
        if self._failed(trigger):
            return "not achieved (فشلت في فرض …)"
        if self._refuses(trigger):
            return "names persons, not an act (المعلمون المعترضون)"
        if self._nor(trigger):
            return "said not to have happened (لم ترد أنباء عن إصابات أو اعتقالات)"
        if self._in_a_row(trigger):
            return "which of a row it was (وهذا ثاني قصف …)"
        if self._ended(n):
            return "a protest that another act ends (علقت إضرابها)"
        if self._ceased(n):
            return "an act told before, of which it is said that it stopped"
        if self._of_measures(n):
            return "one of the measures told together (دهم وتسيير دوريات)"
        if self._of_a_move(n):
            return "a checkpoint of the force that moves in (توغلت … وأقامت حاجزاً)"
        if self._joined(n):
            return "a noun joined to what stands before it (… وتهديدهم)"
        return self.no_acts.why(n)

    def _condition(self, n: int) -> bool:
        """إذا هاجمت …, لو رفضوا, إن رفضت العشائر: not told to have been done."""
        trigger = self.reading.triggers[n]
        i, norm = trigger.first, self.words.norm[trigger.first]
        if (
            trigger.pos == "verb"
            and i
            and self.words.surface[i - 1].lstrip("وف") == _IF
            and not present(norm, fold(trigger.lemma))
            and not self._opens_speech(i - 1)
        ):
            return True  # behind إنّ stands a noun
        said = self.reading.factuality[n]
        return said.status == "unclear" and said.cue is not None and self.words.norm[said.cue[0]].lstrip("وف") in _CONDITIONS

    def _opens_speech(self, i: int) -> bool:
        """قالت مصادر إن تبادل الأسرى سيجري غداً: whether إن at word i is "that", the first behind who says it."""
        said = attribution_at(self.reading.attributions, i)
        if said is None or not said.why.startswith("verb") or not said.sources or said.sources[0].last > i:
            return False
        return not any(w in _THAT for w in self.words.norm[said.sources[0].last : i])

    def _made_harmless(self, n: int) -> bool:
        """فككوا سيارة مفخخة, إبطال مفعول عبوة ناسفة: no attack; the act is the other word's."""
        trigger, m = self.reading.triggers[n], n - 1
        while m >= 0 and self.reading.triggers[m].sub_event == _BOMB:
            m -= 1  # إبطال مفعول عبوة ناسفة زرعها مسلحون
        before = self.reading.triggers[m] if m >= 0 else None
        if before is None or before.sub_event != "Disrupted weapons use" or trigger.sub_event != _BOMB:
            return False
        one_sentence = self.words.sentence[before.first] == self.words.sentence[trigger.first]
        laid = trigger.pos == "verb" and self.words.norm[trigger.first].endswith(_PRONOUNS)  # فككت وحدة X عبوتين زرعهما مجهولون
        reach = _LAID_BEHIND if laid else _HARMLESS_WITHIN
        return one_sentence and before.event_type == "COERCE" and 0 <= trigger.first - before.last <= reach

    def _heard(self, trigger: TriggerMention) -> bool:
        """سماع دوي انفجارات, سمعوا أصوات انفجار."""
        if trigger.pos != "noun" or fold(trigger.lemma) not in _BLASTS:
            return False
        return any(w.lstrip("وب") in _HEARD for w in self._before(trigger.first, _HEARD_WITHIN))

    def _laid(self, i: int) -> bool:
        """فرضت حصاراً, تواصل حصارها, تشدد حصارها: the verb before it lays the siege or keeps it up."""
        near = self._before(i, _LAID_WITHIN)
        return any(("فرض" in w and w[:1] not in "يت") or w.lstrip("وف") in _KEEPS_UP or w in _KEEPS_UP for w in near)

    def _found(self, trigger: TriggerMention) -> bool:
        """عثرت القوات على ثلاث عبوات ناسفة: a charge that nobody set off."""
        if trigger.sub_event not in _CHARGES or trigger.pos == "verb":
            return False
        return any(w.lstrip("وف").startswith(_FINDS) for w in self._before(trigger.first, _FOUND_WITHIN))

    def _known_by(self, trigger: TriggerMention) -> bool:
        """لجنة اعتصام المهرة, اللجنة المنظمة للاعتصام, الناشط في الاحتجاجات."""
        if trigger.event_type == "CONSULT" and trigger.pos != "verb" and self._at_talks(trigger.first):
            return True
        if trigger.event_type != "PROTEST" or trigger.pos == "verb":
            return False
        i, first = trigger.first, self.words.sentences[self.words.sentence[trigger.first]].first
        if i - first >= _KNOWN_WITHIN and self.words.norm[i - 1] == "في":
            return not _IN_PROTESTS.isdisjoint(self.words.stems[i - 2])
        near = range(max(first, i - _KNOWN_WITHIN), i)
        return any(stem in _KNOWN_BY_PROTEST for j in near for _, stem in self.words.analyses[j])

    def _at_talks(self, i: int) -> bool:
        """رئيس وفد الحكومة في محادثات الأسرى: whose delegate speaks, no meeting."""
        if self._before(i, 1) != ["في"]:
            return False
        near = range(max(self.words.sentences[self.words.sentence[i]].first, i - _DELEGATE_WITHIN), i)
        said = {stem for j in near for _, stem in self.words.analyses[j]}
        return not _DELEGATES.isdisjoint(said) and not any(stem.startswith(_TAKES_PART) for stem in said)

    def _of_a_purpose(self, trigger: TriggerMention) -> bool:
        """لتسهيل دخول الشاحنات, لإخماد النزاع والقبض على X: the noun of an act is what a purpose is about, or joined to it."""
        if trigger.pos != "noun" or trigger.event_type in VERBAL_TYPES:
            return False
        i = trigger.first
        if self._for(i - 1):
            return True
        if not self.words.norm[i].startswith("و") or trigger.lemma[0] == "و":
            return False
        first = max(self.words.sentences[self.words.sentence[i]].first, i - _PURPOSE_WITHIN)
        return any(self._for(j) and _MARKS.isdisjoint(self.words.norm[j:i]) for j in range(first, i))

    def _despite(self, trigger: TriggerMention) -> bool:
        """رغم انسحابه من المدينة, على الرغم من تعرضها لاعتداءات: an act with a pronoun, or an exposure."""
        i = trigger.first
        if trigger.pos == "verb" or not _TELLS_DESPITE.among(self._before(i, _DESPITE_WITHIN), 0, _DESPITE_WITHIN):
            return False
        exposed = any(stem.startswith(_EXPOSED) for j in range(i - _EXPOSED_WITHIN, i) for _, stem in self.words.analyses[j])
        return exposed or (self.words.norm[i].endswith(_PRONOUNS) and not self.words.surface[i].endswith("ة"))

    def _failed(self, trigger: TriggerMention) -> bool:
        """فشلت في فرض السيطرة, أخفقت في استعادة البلدة."""
        before = self._before(trigger.first, _FAILED_WITHIN) if trigger.pos != "verb" else []
        if _FAILED_AT.isdisjoint(before):
            return False
        return any(w.lstrip("وف").startswith(_FAILS) or w.startswith(_FAILS) for w in before)

    def _refuses(self, trigger: TriggerMention) -> bool:
        """مجلس المعلمين المعترضين, لا يوجد معلم رافض: who somebody is."""
        return (
            trigger.event_type == "REJECT"
            and trigger.pos == "noun"
            and any(
                stem.startswith(_REFUSING) and not self.words.surface[trigger.first].endswith(_TANWIN)
                for _, stem in self.words.analyses[trigger.first]
            )
        )

    def _nor(self, trigger: TriggerMention) -> bool:
        """لم يبلغ عن إصابات أو اعتقالات."""
        before = self._before(trigger.first, _NOR_WITHIN) if trigger.pos == "noun" else []
        return before[-1:] == ["او"] and not _NEITHER.isdisjoint(before)

    def _in_a_row(self, trigger: TriggerMention) -> bool:
        """وهذا ثاني قصف يستهدف الحي خلال أسبوع: the act told before, counted."""
        before = self._before(trigger.first, _ROW_WITHIN)
        return bool(before) and before[-1] in _ORDINALS and not _ROW.isdisjoint(before[:-1])

    def _before(self, i: int, within: int) -> list[str]:
        """So many words before word i, in its sentence."""
        first = self.words.sentences[self.words.sentence[i]].first
        return self.words.norm[max(first, i - within) : i]

    def _ended(self, n: int) -> bool:
        """علقت النقابة إضرابها, إنهاء الاعتصام: the ending is told."""
        trigger, near = self.reading.triggers[n], self.reading.triggers[max(0, n - 2) : n]
        # أنهى المحتجون إغلاقه: those who protest may stand between
        end = next((t for t in reversed(near) if fold(t.lemma) in _ENDS_PROTEST), None)
        if end is None or trigger.event_type != "PROTEST" or trigger.pos == "verb":
            return False
        ended = 0 <= trigger.first - end.last <= _ENDED_WITHIN and end.event_type in ("RETREAT", "CONCEDE")
        return ended and self.words.sentence[end.first] == self.words.sentence[trigger.first]

    def _ceased(self, n: int) -> bool:
        """اندلعت اشتباكات …. وتوقفت الاشتباكات، الاشتباكات هدأت بعد وساطة: no fight of those who stopped it."""
        trigger = self.reading.triggers[n]
        norm = self.words.norm
        if trigger.event_type != "ASSAULT" or trigger.pos == "verb" or not norm[trigger.first].startswith("ال"):
            return False
        beside = [*norm[max(0, trigger.first - 1) : trigger.first], *norm[trigger.last : trigger.last + 1]]
        if not any(w.lstrip("وف") in _CEASES for w in beside):
            return False
        return any(t.lemma == trigger.lemma for t in self.reading.triggers[max(0, n - _TOLD_BEFORE) : n])

    def _of_measures(self, n: int) -> bool:
        """شملت عمليات دهم وتسيير دوريات وإقامة حواجز: a noun of a move joined to a measure of the same force."""
        trigger, before = self.reading.triggers[n], self.reading.triggers[n - 1] if n else None
        if before is None or trigger.event_type != "MOBILIZE" or {trigger.pos, before.pos} & {"verb"}:
            return False
        near = 0 <= trigger.first - before.last <= 1 and before.event_type == "COERCE"
        return near and self.words.norm[trigger.first].startswith("و")

    def _of_a_move(self, n: int) -> bool:
        """توغلت قوة في القرية وأقامت حاجزاً: set up on the way; of 4 such one was coded, for the searches told with it."""
        trigger = self.reading.triggers[n]
        joined = trigger.pos == "verb" and self.words.norm[trigger.first].startswith("و")
        if not joined or trigger.event_type != "COERCE" or fold(trigger.lemma) not in _SETS_UP:
            return False
        moves = (t for t in reversed(self.reading.triggers[max(0, n - _MOVES) : n]) if t.event_type == "MOBILIZE")
        move = next(moves, None)
        if move is None:
            return False
        one_sentence = self.words.sentence[move.first] == self.words.sentence[trigger.first]
        return one_sentence and trigger.first - move.last <= _MOVE_WITHIN

    def _for(self, i: int) -> bool:
        """Whether word i is ل with a masdar, that carries no act (لشن هجوم) and is no side (لتنظيم الدولة)."""
        if i < 0 or light_verbs.load().subject[self.words.norm[i]] or within(self.reading.actors, i, i + 1):
            return False
        if _WRITTEN.fullmatch(self.words.surface[i]):
            return True
        cuts = self.words.analyses[i]
        return any(prefix == "ل" and (stem in _SHORT_MASDARS or _MASDAR.fullmatch(stem)) for prefix, stem in cuts)

    def _endangers(self, trigger: TriggerMention) -> bool:
        """تطور خطير يهدد التعليم, ما ينذر بكارثة: a verb of the present behind no participant."""
        if fold(trigger.lemma) not in _ENDANGER or trigger.pos != "verb":
            return False
        before = within(self.reading.actors, trigger.first - _ENDANGERS_WITHIN, trigger.first)
        return self.words.norm[trigger.first][:1] in ("ي", "ت") and not before

    def _doubled(self, n: int) -> bool:
        """تدين وتشجب, تدين الهيئة وتستنكر: two verbs of a kind joined, the speaker between them at most."""
        trigger, before = self.reading.triggers[n], self.reading.triggers[n - 1] if n else None
        if before is None or {trigger.pos, before.pos} != {"verb"} or trigger.event_type not in _JOINED:
            return False
        near = trigger.event_type == before.event_type and trigger.first - before.last <= _DOUBLED_WITHIN
        return near and self.words.norm[trigger.first].startswith("و") and trigger.lemma[0] != "و"

    def _joined(self, n: int) -> bool:
        """منعهم من العمل وتهديدهم, إطلاق نار وتهديدات: of words so joined one in five was coded. وطلب may be a verb."""
        trigger = self.reading.triggers[n]
        norm = self.words.norm[trigger.first]
        if trigger.pos != "noun" or trigger.event_type not in _JOINED or not norm.startswith("و") or trigger.lemma[0] == "و":
            return False
        if any(form.entry.pos == "verb" for form in lexicon.load().get(norm[1:], ())):
            return False
        first = self.words.sentences[self.words.sentence[trigger.first]].first
        return bool(within(self.reading.triggers[:n], first, trigger.first))
