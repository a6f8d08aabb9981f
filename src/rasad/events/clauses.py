"""Cuts sentences into clauses, so that an argument is looked for where its verb reigns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rasad.lexicon import wordclass
from rasad.model.mentions import TriggerMention
from rasad.model.words import Sentence, Words

_MARKS: Final = frozenset("،,؛;:")
#: Conjunctions that open a clause of their own.
_OPENERS: Final = wordclass.words("clause_opener")
_ADVERBS: Final = wordclass.words("clause_adverb")


def cut(words: Words, sentence: Sentence, triggers: Sequence[TriggerMention]) -> list[tuple[int, int]]:
    """Word runs of the clauses of a sentence. `triggers`: those of the sentence, in order.

    A clause begins at a conjunction, at a verb joined with و or ف, and after a comma where a trigger stands at once; a
    comma before anything else sets off a parenthesis (، في بيان اليوم،) or a list, and cuts nothing.
    """
    starts = {t.first: t for t in triggers}
    bounds = [sentence.first]
    for i in range(sentence.first + 1, sentence.last):
        norm = words.norm[i]
        # ، كذلك فتح الطيران …: an adverb may stand between the comma and the verb.
        before = i - 2 if words.norm[i - 1] in _ADVERBS and i - 2 >= sentence.first else i - 1
        after_mark = words.norm[before] in _MARKS
        trigger = starts.get(i)
        joined = trigger is not None and norm[0] in "وف" and _is_joined(words, i)
        if (norm in _OPENERS and (norm != "قبل" or _then_verb(words, i))) or (
            trigger is not None and ((joined and (trigger.pos == "verb" or after_mark)) or (after_mark and trigger.pos == "verb"))
        ):
            bounds.append(i)
    bounds.append(sentence.last)
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def _then_verb(words: Words, i: int) -> bool:
    """قبل أن: before something was done; قبل alone is a preposition."""
    return i + 1 < len(words) and words.norm[i + 1] == "ان"


def _is_joined(words: Words, i: int) -> bool:
    return any(prefix in ("و", "ف") for prefix, _ in words.analyses[i])


def clause_of(clauses: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """The clause in which word i stands."""
    for first, last in clauses:
        if first <= i < last:
            return first, last
    return clauses[-1]
