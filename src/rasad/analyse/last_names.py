"""Persons known by their last name once they were named in full: نجيب ميقاتي … وطالب ميقاتي."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from rasad.analyse.wordtypes import OPENS_PARTICIPANT
from rasad.lexicon import casualties, wordclass
from rasad.model.mentions import ActorMention
from rasad.model.words import Words
from rasad.text.person_names import is_given

#: Letters of a last name that is told from other words.
_SHORTEST: Final = 5
#: Words of a title, a given name and a last name (القيادي طاهر النونو).
_TITLED: Final = 3
_TITLES: Final = wordclass.words("title")
_SAYS_THAT: Final = frozenset({"ان"})
#: In the reason of a participant so read.
WHY: Final = "known by the last name"


def with_last_names(
    words: Words, found: Sequence[ActorMention], verbs: Container[int], placed: Container[int]
) -> list[ActorMention]:
    """`found`, and whoever of them is named again by the last name alone, beside a verb of an act or behind أن."""
    found = _no_adjectives(words, found)
    named = {name: a for a in reversed(found) if (name := _last_name(words, a)) is not None}
    if not named:
        return list(found)
    inside = {i for a in found for i in range(a.first, a.last)}
    again = []
    for i, norm in enumerate(words.norm):
        full = named.get(norm)
        if full is None or i in inside or i in placed or i < full.last or not i or is_given(words, i - 1):
            continue
        if i - 1 in verbs or i + 1 in verbs or words.norm[i - 1] in _SAYS_THAT:
            again.append(replace(full, first=i, last=i + 1, prefix="", why=f"{full.why}, {WHY}"))
    return sorted([*found, *again], key=lambda a: a.first) if again else list(found)


def _no_adjectives(words: Words, found: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """قُتل الشاب خالد المصري … وكان المصري قد اعتُقل: the last name of a person, behind no noun with the article, is no state's."""
    persons = {words.norm[a.last - 1]: a for a in reversed(found) if a.last - a.first > 1 and is_given(words, a.last - 2)}

    def told(a: ActorMention) -> ActorMention:
        full = persons.get(words.norm[a.first]) if a.last == a.first + 1 and a.adjective else None
        noun = a.first > 0 and words.norm[a.first - 1].startswith("ال")
        if full is None or noun or a.first < full.last:
            return a
        return replace(full, first=a.first, last=a.last, prefix="", why=f"{full.why}, {WHY}")

    return [told(a) for a in found] if persons else found


def _last_name(words: Words, actor: ActorMention) -> str | None:
    """The last name of a person who is named in full, where it is no other word of the lists."""
    i = actor.last - 1
    norm = words.norm[i]
    titled = (
        actor.last - actor.first == _TITLED and words.norm[actor.first].removeprefix("و") in _TITLES and norm.startswith("ال")
    )
    titled = titled and not OPENS_PARTICIPANT[words.norm[i - 1]] and not words.norm[i - 1].startswith("ال")
    full = actor.last - actor.first > 1 and words.kind[i] == "word" and (titled or is_given(words, i - 1))
    plain = len(norm) >= _SHORTEST and norm not in casualties.load().names and not OPENS_PARTICIPANT[norm]
    return norm if full and plain else None
