"""The troops of an office of the state that speaks (أعلنت مديرية أمن المدينة أن مفارزها ضبطت …), whom no list knows."""

from collections.abc import Container
from typing import Final

from rasad.lexicon import light_verbs
from rasad.lexicon.speakers import THAT, load
from rasad.model.words import Words

#: Words from the name of an office to what it tells.
_REACH: Final = 12
_ITS: Final = ("ه", "ها")


def of_speaker(words: Words, i: int, verbs: Container[int]) -> bool:
    """Whether the body at word i, with a pronoun, stands between أن and its verb, and an office of the state before أن."""
    norm, first = words.norm, words.sentences[words.sentence[i]].first
    if i + 1 >= len(norm) or norm[i - 1] not in THAT or not norm[i].endswith(_ITS):
        return False
    if i + 1 not in verbs and light_verbs.load().subject[norm[i + 1]] != "source":
        return False
    named = (load().speakers.find(words, j) for j in range(max(first, i - _REACH), i - 1))
    return any(m is not None and m.payloads[0].kind == "official" for m in named)
