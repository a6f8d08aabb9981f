"""Demands made at a protest, which belong to it (CODEBOOK 10), and calls to assemble, which are told besides."""

from typing import Final

from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import begins
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.words import Words

_AMID: Final = wordclass.words("amid")
_DESPITE: Final = wordclass.words("despite")
_AT_PROTEST: Final = wordclass.words("at_a_protest")
#: Words between who demands and the protest at which he does.
_AT_PROTEST_WITHIN: Final = 8
#: Triggers looked back over for a protest: in one sentence, and told before.
_NEAR: Final = 4
_TOLD_BEFORE: Final = 12
#: Words before and behind a demand among which those who protest stand.
_CROWD_BEFORE: Final = 6
_CROWD_BEHIND: Final = 5
#: Verbs and nouns of calling on somebody, words of an assembly, and words from the call to it.
_CALLS: Final = wordclass.words("calls_on")
_ASSEMBLIES: Final = wordclass.stems("assembly_stem")
_CALLED_WITHIN: Final = 10
#: Who asks protesters for something, rather than with them.
_BODIES: Final = frozenset({"state_forces", "political", "external_forces"})
_ORDERS: Final = wordclass.words("orders")


def to_assemble(words: Words, first: int, last: int) -> bool:
    """دعوا الأهالي إلى الخروج في مظاهرة: whether a call whose words end before word `first` is one to assemble."""
    behind = words.norm[first : min(last, first + _CALLED_WITHIN)]
    return any(
        begins(w.removeprefix("ال"), _ASSEMBLIES, "وبفل") or w.lstrip("وبفل").removeprefix("ال").startswith(_ASSEMBLIES)
        for w in behind
    )


def demand_of_protest(reading: Reading, n: int) -> bool:
    """Whether trigger n is a demand of a protest: a protest or protesters stand before in the sentence."""
    trigger, words = reading.triggers[n], reading.words
    sentence = words.sentence[trigger.first]
    if fold(trigger.lemma) in _ORDERS:
        return False  # وأمر المحافظ القوات بحماية المتظاهرين: a crowd asks, it does not order
    if words.norm[trigger.first] in _AMID or words.norm[trigger.first - 1] in _AMID | _DESPITE:
        return False  # رغم دعوات التهدئة: what others ask meanwhile
    if fold(trigger.lemma) in _CALLS and to_assemble(words, trigger.last, words.sentences[sentence].last):
        return False  # ودعا المحتجون إلى إضراب عام
    before = reading.triggers[max(0, n - _NEAR) : n]
    if any(t.event_type == "PROTEST" and words.sentence[t.first] == sentence for t in before) or _at_the_protest(reading, n):
        return True
    near = within(reading.actors, trigger.first - _CROWD_BEFORE, trigger.first + _CROWD_BEHIND)
    if trigger.pos == "verb" and any(a.first == trigger.last and a.actor_class in _BODIES for a in near):
        return False  # ودعت قيادة الجيش المتظاهرين إلى فتح الطرق
    return any(a.actor_class == "protesters" and words.sentence[a.first] == sentence for a in near)


def _at_the_protest(reading: Reading, n: int) -> bool:
    """وطالب المشاركون, طالبت الرابطة …، خلال اعتصام, طالب الاعتصام الحكومة بـ: said at a protest or by it."""
    trigger, norm = reading.triggers[n], reading.words.norm
    told = any(t.event_type == "PROTEST" for t in reading.triggers[max(0, n - _TOLD_BEFORE) : n])
    if told and not _AT_PROTEST.isdisjoint(norm[trigger.last : trigger.last + 2]):
        return True
    behind = reading.triggers[n + 1] if n + 1 < len(reading.triggers) else None
    far = trigger.pos == "verb" and behind is not None and norm[behind.first - 1] == "خلال"
    if behind is None or behind.event_type != "PROTEST" or behind.first - trigger.last > _AT_PROTEST_WITHIN * (1 + far):
        return False
    itself = behind.first == trigger.last and trigger.pos == "verb" and norm[behind.first].startswith("ال")
    return itself or (behind.first > trigger.last and norm[behind.first - 1] in ("خلال", "في"))
