"""Words that say of an act that it is not the one told before in its sentence: فيما شن، رداً على، كان آخرها."""

from typing import Final

from rasad.events.draft import Draft
from rasad.lexicon import light_verbs, wordclass
from rasad.model.reading import Reading
from rasad.model.words import Words

#: "Was the last of them", "among them": one of the acts that were told together.
_ONE_OF_THEM: Final = wordclass.words("one_of_them")
#: An attack that was answered is an act of its own (CODEBOOK 10).
_ANSWER: Final = wordclass.words("in_answer")
_RELATIVES: Final = wordclass.words("relative")
#: Words before an act that say whether it is another one.
_BEFORE: Final = 2


def in_sentence(a: Draft, b: Draft, reading: Reading) -> bool:
    """Whether act b, behind act a in its sentence, is told as another; a toll is of the act before it."""
    if b.trigger.frame == "patient":
        return False
    words = reading.words
    if b.opened and a.clause != b.clause and _by_a_verb(b, words):
        return True
    before = words.norm[max(a.trigger.last, b.trigger.first - _BEFORE) : b.trigger.first]
    if b.event_type != "ASSAULT" or (b.definite and not _told_now(b, words)):
        return False
    return any(w in _ONE_OF_THEM for w in before) or " ".join(before) in _ANSWER


def _told_now(b: Draft, words: Words) -> bool:
    """الضربة التي طالت …: which one is said only behind it."""
    return any(w in _RELATIVES for w in words.norm[b.trigger.last : b.trigger.last + 2])


def _by_a_verb(b: Draft, words: Words) -> bool:
    """A verb tells the act, or one that carries its noun to a place of its own (فيما شن الطيران غارات على مديريات رازح)."""
    if b.trigger.pos == "verb":
        return True
    light = light_verbs.load()
    carried = any(light.subject(words, i) for i in range(b.clause[0], b.trigger.first))
    return carried and not b.definite and b.place_from == "clause"
