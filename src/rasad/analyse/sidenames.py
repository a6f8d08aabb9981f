"""Names of sides and people among the words of a text: where a word of an act may stand within one, or be one."""

from functools import cache
from typing import Final

from rasad.lexicon import actors, casualties, wordclass
from rasad.lexicon import triggers as lexicon
from rasad.lexicon.matcher import PhraseIndex
from rasad.model.words import Words

#: A word of a name stands at most so many words behind its first.
_NAME_WORDS: Final = 3
#: هو، المدعو: what follows is who somebody is.
_CALLED: Final = wordclass.words("called_by_name")
_QUOTES: Final = frozenset("\"“”«»'‘’")
#: Words that stand before a person's name.
_TITLES: Final = wordclass.words("title")
_BEFORE_NOUNS: Final = wordclass.words("before_a_noun")


def armed_name(words: Words, j: int) -> bool:
    """هيئة تحرير الشام: a side's name of several words begins here, and the side is armed."""
    name = _names().matches(words).get(j)
    return name is not None and any(known.actor.actor_class in lexicon.ARMED for known in name.payloads)


def inside_name(words: Words, j: int, *, whole: bool = False) -> bool:
    """Whether word j stands within a side's name (الفتح of جيش الفتح): it says nothing there. `whole`: also as the first
    word of one (الدعم of الدعم السريع is no support); elsewhere the side itself may be the companion."""
    names = _names().matches(words)
    for k in range(max(0, j - _NAME_WORDS), j + whole):
        name = names.get(k)
        if name is not None and j < name.last and name.last - k > 1:
            return True
    return False


@cache
def _names() -> PhraseIndex[actors.ActorName]:
    return actors.load().names


def given_name(words: Words, i: int, first: int) -> bool:
    """الشاب ياسر، فيصل إسماعيل، هو ياسر: a given name beside a person's title, another given name or "he is" is no act."""
    names = casualties.load().names
    if words.norm[i] not in names:
        return False
    if words.norm[i].startswith("ي") and words.surface[i].endswith("ى"):
        return True  # يحيى: the verb يحيّي is written with ي
    if any(w in names and w not in _BEFORE_NOUNS for w in words.norm[i + 1 : i + 2]):
        return True
    if i == first:
        return False
    before = words.norm[i - 1] if words.norm[i - 1] not in _QUOTES or i - 1 == first else words.norm[i - 2]
    return before in names or before in _TITLES or before.lstrip("وف") in _CALLED
