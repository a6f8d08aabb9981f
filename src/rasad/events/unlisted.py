"""Who demands, accuses or threatens, or is called on, where no list knows him: the noun right behind the verb."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS, UNARMED, Governing
from rasad.events.subjects import THAT_HE
from rasad.lexicon import timewords, wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.vocab import ActorClass, Role
from rasad.model.words import Words
from rasad.text.person_names import is_given, name_end

_SPOKEN: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
#: Acts without words that bodies do.
_DONE_BY_BODIES: Final = frozenset({"SANCTION", "COERCE", "SUPPORT", "CONCEDE"})
_OPENERS: Final = wordclass.words("speech_opener") | wordclass.words("clause_opener")
#: Words of the noun and its adjectives.
_LONGEST: Final = 3
_SHORTEST: Final = 5
_PLURAL: Final = ("ين", "ون")
_NO_SPEAKER: Final = wordclass.words("no_adjective")
#: باسم: on behalf of, and a given name.
_ON_BEHALF: Final = frozenset({"باسم"})
#: الفرع، الجهاز: what a body of the security forces is called when named again.
_SECURITY: Final = wordclass.words("security_body")
_QUOTES: Final = frozenset('"“”«»')
#: لم تتهم الشرطة أحداً: before a verb these are no noun.
_PARTICLES: Final = frozenset({"لم", "لن", "لا", "ما", "قد", "سوف"})
#: البيان الذي طالبت فيه.
_IN_IT: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_ANNOUNCES: Final = wordclass.words("announces")
#: What a verb of words governs its content with.
_CONTENT: Final = ("ب", "ل")
WHY: Final = "a noun that no list knows, behind a verb of words"


class Unlisted:
    """Reads them in one report."""

    def __init__(self, governing: Governing) -> None:
        self.words = governing.words
        self.objects = governing.objects
        self.lands = governing.lands

    def give(self, draft: Draft, known: Sequence[ActorMention]) -> None:
        """طالب الجهاز، في بيان، … is who demands; هدد التنظيم أمس المخالفين is whom it is said to."""
        trigger = draft.trigger
        openers = timewords.load().openers
        if draft.event_type not in _SPOKEN or trigger.pos != "verb" or trigger.voice == "passive" or trigger.frame != "agent":
            return
        first = max([trigger.last, *(a.last for a in draft.of_role("source") if a.last <= draft.clause[1])])
        behind = first > trigger.last
        while first < draft.clause[1] and ((behind and self.words.norm[first] in openers) or self.words.norm[first] in _IN_IT):
            first += 1  # بياناً طالبت فيه المجموعة المسلحة
        last = self._end(first, draft.clause[1])
        if last == first or any(a.first < last and first < a.last for a in known):
            return
        role = self._role(draft, first, last)
        told = draft.of_role("source") or self.words.norm[trigger.first - 1] in THAT_HE
        if role is None and told and self._addressed(draft, first, last):
            role = "target"
        if role is not None and not draft.of_role(role) and (role == "target" or not behind):
            draft.add_actor(self._mention(first, last, role), role, WHY)

    def _addressed(self, draft: Draft, first: int, last: int) -> bool:
        """دعت النقابة الأطراف إلى الهدنة, طالبت فيه المجموعة بالمغادرة: behind a known speaker, before what is asked of him."""
        if draft.event_type not in ("REQUEST", "THREATEN") or last >= draft.clause[1] or not self._definite(first):
            return False
        norm = self.words.norm[last]
        return norm in ("الي", "علي") or (norm[:1] in _CONTENT and norm not in PREPOSITIONS)

    def subject(self, draft: Draft, known: Sequence[ActorMention], found: ActorMention | None) -> ActorMention | None:
        """واتهم الهجري الحكومة, وحمل الحلف قوات X: the noun between a verb of words and the participant right behind it, who then
        is no subject."""
        trigger = draft.trigger
        if draft.event_type not in _SPOKEN or trigger.pos != "verb" or trigger.voice == "passive" or trigger.frame != "agent":
            return None
        behind = next((a for a in known if a.first > trigger.last), None)
        if behind is None or behind.prefix not in ("", "ال") or behind.adjective:
            return None
        if (found is not None and found is not behind) or behind.actor_class in UNARMED:
            return None  # ودان التجمع الصحفي …: an adjective rather than a person
        first = trigger.last + (self.words.norm[trigger.last] in _QUOTES)  # دعا "الطرابلسي" الشرطة
        last = self._end(first, behind.first)
        closed = last + (first > trigger.last and self.words.norm[last] in _QUOTES)
        if last == first or closed != behind.first or self._role(draft, first, behind.first) != "source":
            return None
        return self._mention(first, last, "source")

    def opening(self, draft: Draft) -> ActorMention | None:
        """بكركي تؤيد القرار, العراق يطرد السفيرة: the noun that opens a sentence, right before a verb of the present."""
        words, trigger = self.words, draft.trigger
        first = words.sentences[draft.sentence].first
        acts = draft.event_type in _SPOKEN or draft.event_type in _DONE_BY_BODIES
        present = trigger.pos == "verb" and trigger.voice != "passive" and words.norm[trigger.first][0] in "يت"
        if not acts or not present or trigger.frame != "agent" or not 0 < trigger.first - first <= _LONGEST:
            return None
        openers = timewords.load().openers
        run = range(first, trigger.first)
        if any(words.kind[i] != "word" or words.norm[i] in PREPOSITIONS or words.norm[i] in openers for i in run):
            return None
        fused = any(prefix[:1] in ("و", "ف", "ب", "ل") for prefix, _ in words.analyses[first])
        verb = words.norm[first].startswith("ي")
        if fused or verb or words.norm[first] in _NO_SPEAKER | _PARTICLES or words.norm[first] in _OPENERS:
            return None
        return self._mention(first, trigger.first, "source")

    def before(self, trigger: TriggerMention) -> ActorMention:
        """إن المجموعة تتهم X: the noun right before the verb."""
        return self._mention(trigger.first - 1, trigger.first, "source")

    def _end(self, first: int, limit: int) -> int:
        """The word behind a noun with the article and its adjectives, or a given name; `first` where none begins there."""
        words = self.words
        if first in self.lands and first < limit:
            return first + 1
        if first >= limit or words.kind[first] != "word" or first in self.objects:
            return first
        if is_given(words, first) and words.norm[first] not in _ON_BEHALF:
            return name_end(words, first, limit)
        if not self._definite(first) or words.norm[first] in timewords.load().openers or words.norm[first] in _NO_SPEAKER:
            return first
        last = first + 1
        while last < min(limit, first + _LONGEST) and words.kind[last] == "word" and self._definite(last):
            if self._plural(last) != self._plural(first) or words.norm[last] in timewords.load().openers:
                break
            last += 1
        return last

    def _definite(self, i: int) -> bool:
        return self.words.norm[i].startswith("ال") and len(self.words.norm[i]) >= _SHORTEST

    def _plural(self, i: int) -> bool:
        return self.words.norm[i].endswith(_PLURAL)

    def _role(self, draft: Draft, first: int, last: int) -> Role | None:
        """Its role by number and gender, and by what follows: content (ب, إلى) follows whom it is said to, a statement or another
        noun who says it."""
        words = self.words
        verb = words.norm[draft.trigger.first].lstrip("وف")
        if first in self.lands and (draft.event_type != "REJECT" or verb[0] == "ت" or verb[-1] == "ت"):
            return "source"  # تطالب سوريا بخروج القوات, رفضت دمشق
        if self._definite(first) and words.norm[first].endswith("ين"):
            return "target"  # وهدد المخالفين: the object's case
        feminine = words.surface[first].endswith(("ة", "ات"))
        if verb[:1] not in "يتنس" and feminine != verb.endswith("ت") and not is_given(words, first):
            return None
        if draft.event_type == "REJECT" and fold(draft.trigger.lemma) in _ANNOUNCES and last < draft.clause[1]:
            return "source"  # وأعلن الجهاز رفضه المهلة
        if draft.event_type == "REJECT" or last >= draft.clause[1]:
            return None  # رفض الخروج: a thing
        norm = words.norm[last]
        if draft.event_type == "AGREE":
            return "source"  # وعد الفرع بالإفراج عنه: who promises
        return None if norm == "الي" or (norm[:1] in _CONTENT and norm not in PREPOSITIONS) else "source"

    def _mention(self, first: int, last: int, role: Role) -> ActorMention:
        return body(self.words, first, last, "civilians" if role == "target" and self._plural(first) else "political")


def body(words: Words, first: int, last: int, cls: ActorClass = "political") -> ActorMention:
    """The participant at words [first, last) that no list knows; a body of the security forces is one of them."""
    cls = "state_forces" if words.norm[first] in _SECURITY else cls
    return ActorMention(first, last, "", cls, None, None, None, None, False, WHY, " ".join(words.norm[first:last]))
