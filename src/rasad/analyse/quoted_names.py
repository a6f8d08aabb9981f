"""Persons who are named between quotation marks alone: “يوسف أبو حوا”."""

from typing import Final

from rasad.analyse.wordtypes import OPENS_NUMBER
from rasad.lexicon import wordclass
from rasad.model.mentions import ActorMention
from rasad.model.words import Words

QUOTES: Final = frozenset("\"“”«»'‘’")
#: Marks a quoted name that is taken for a private person: an object at most, never a doer.
QUOTED: Final = "quoted name"
#: Words of the longest name that is read.
_LONGEST: Final = 4
#: Nouns whose name in quotation marks is an outlet's or a party's.
_NAMED_BODIES: Final = wordclass.words("body_named_in_quotes")
#: Words that stand in no name: من، لن، قد.
_PREPOSITIONS: Final = wordclass.words("preposition") | wordclass.words("no_name_word")
_JOINS: Final = ("و", "ف")


def quoted_person(words: Words, i: int) -> ActorMention | None:
    """One to four words alone between quotation marks that begin at word i, or None."""
    if i == 0 or words.norm[i - 1] not in QUOTES or words.norm[i] in _JOINS or _closes(words, i - 1):
        return None
    for last in range(i + 1, min(len(words), i + 1 + _LONGEST)):
        if words.norm[last] in QUOTES:
            if i > 1 and words.norm[i - 2] in _NAMED_BODIES:
                return None
            if OPENS_NUMBER[words.norm[i]] or not _PREPOSITIONS.isdisjoint(words.norm[i:last]):
                return None  # “اثنين من الجنود استشهدا”: words of somebody
            return ActorMention(i, last, "", "civilians", None, None, None, None, False, QUOTED)
        if words.kind[last] != "word":
            return None
    return None


def _closes(words: Words, i: int) -> bool:
    """Whether the mark at word i closes a quotation: “ and « open, a plain " closes every second time."""
    mark = words.norm[i]
    if mark != '"':
        return mark in "”»’"
    first = words.sentences[words.sentence[i]].first
    return words.norm[first:i].count(mark) % 2 == 1
