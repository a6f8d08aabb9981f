"""What a trigger needs beside it, where it stands before: a subject before its verb, whoever a verb of doing has, a thing that a
pronoun means."""

from typing import Final

from rasad.analyse.sidenames import armed_name, inside_name
from rasad.analyse.wordtypes import ROLES, STEMS
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.triggers import TriggerForm
from rasad.model.words import Words

#: A companion (نار after أطلق) stands within so many words after; a block (جزاء by ضربة) within so many either side.
COMPANION_WINDOW = 15
#: A companion that is the verb's subject may stand before it.
COMPANION_BEFORE = 5
#: Verbs of doing that carry a noun of an act, and words from one to its noun: who does it.
_DOES: Final = wordclass.stems("carries_noun_stem")
_CARRIED_WITHIN: Final = 8
#: Words of a subject that stands before its verb behind أن, words of its head, and marks that end it.
LONG_SUBJECT = 16
_HEAD_WORDS: Final = 2
_STOPS: Final = frozenset("،؛:.")
#: أعلنت، قررت, words from one to what is announced, and what begins the words of who announces it.
_ANNOUNCED_WITHIN: Final = 5
_THAT: Final = frozenset({"ان", "بان", "انه", "انها", "انهم", "عن", "في"})
_DECIDES: Final = wordclass.words("announces_its_act")


def companion_before(words: Words, form: TriggerForm, i: int, moves: bool) -> int | None:
    """The word of a companion that stands before the trigger at word i."""
    entry = form.entry
    companions, of_its_class = entry.companions, entry.of_class
    if moves and not _joined(words.norm[i], entry.lemma):
        # قال إن قوة كبيرة من جهاز X تحركت: the head of a long subject.
        for j in _heads(words, i):
            stems = STEMS[words.norm[j]]
            if not (companions.isdisjoint(stems) and of_its_class.isdisjoint(stems)) or (entry.armed and armed_name(words, j)):
                return j
    if entry.pos == "verb":
        # Subject first: المتظاهرون أغلقوا الطريق.
        for j in range(i - 1, max(first_of(words, i), i - COMPANION_BEFORE) - 1, -1):
            found = words.stems[j]
            if not (companions.isdisjoint(found) and of_its_class.isdisjoint(found)):
                # منظمة العفو الدولية في تقرير أصدرته: who gave it out is called so, and no amnesty was given out
                return None if entry.event_type == "CONCEDE" and inside_name(words, j) else j
    elif entry.pos == "noun" and not form.pronoun and (doing := _done_by(words, i)) is not None:
        # أقدم المتظاهرون على إغلاق المبنى: who does it stands behind the verb that carries the noun.
        for j in range(i - 1, doing, -1):
            if not (companions.isdisjoint(words.stems[j]) and of_its_class.isdisjoint(words.stems[j])):
                return j
    elif form.pronoun and entry.objects and entry.complement == "target":
        # What the pronoun stands for: دخلوا المدينة بعد استعادتها; not what somebody is of (أصحاب المتاجر).
        for j in range(i - 1, max(first_of(words, i), i - COMPANION_WINDOW) - 1, -1):
            if not entry.objects.isdisjoint(words.stems[j]) and not (j and ROLES[words.norm[j - 1]]):
                return j
    return None


def _done_by(words: Words, i: int) -> int | None:
    """The verb of doing (قام ب…، أقدم على …، عمد إلى …) that carries the noun at word i."""
    first = max(first_of(words, i), i - _CARRIED_WITHIN)
    if not (words.norm[i - 1] in ("علي", "الي") or any(p.endswith("ب") for p, _ in words.analyses[i])) or i == first:
        return None
    return next((j for j in range(i - 1, first - 1, -1) if words.norm[j].lstrip("وف").startswith(_DOES)), None)


def _joined(norm: str, lemma: str) -> bool:
    """ووصل: joined to the verb before it, which has the same subject."""
    return norm[0] in "وف" and (fold(lemma)[0] != norm[0] or norm[1:2] == norm[0])


def _heads(words: Words, i: int) -> range:
    """The first words behind the last أن before a verb at word i, if nothing but its subject can stand between."""
    for k in range(i - 1, max(first_of(words, i), i - LONG_SUBJECT) - 1, -1):
        if words.norm[k] in _STOPS:
            break
        if words.norm[k].lstrip("وب") == "ان":
            return range(k + 1, min(i, k + 1 + _HEAD_WORDS))
    return range(0)


def first_of(words: Words, i: int) -> int:
    """The first word of the sentence of word i: what stands before it is another sentence's or the headline's."""
    return words.sentences[words.sentence[i]].first


def announced(words: Words, i: int) -> bool:
    """أعلنت الحكومة العراقية طرد السفير: whether word i is rather the noun of what is announced than a verb."""
    for j in range(i - 1, max(first_of(words, i), i - _ANNOUNCED_WITHIN) - 1, -1):
        if words.kind[j] == "punct" or words.norm[j] in _THAT:
            return False
        if words.norm[j].lstrip("وف") in _DECIDES:
            return i - j > 1
    return False
