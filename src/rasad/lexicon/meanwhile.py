"""Clauses that tell what goes on beside what was told: فيما، بينما، في حين، في وقت …"""

from collections.abc import Sequence
from typing import Final

from rasad.lexicon import wordclass

_ONE_WORD: Final = frozenset({"فيما", "بينما", "وفيما", "وبينما"})
_IN: Final = frozenset({"في", "وفي"})
_WHILE: Final = frozenset({"حين"})
_AT_A_TIME: Final = frozenset({"وقت", "الوقت"})
#: في وقت لاحق, في الوقت نفسه: when, not what goes on beside.
_WHEN: Final = wordclass.words("of_a_time")
#: فيما يتعلق بـ, فيما بعد: no clause.
_NO_CLAUSE: Final = wordclass.words("behind_no_clause")


def opens(norm: Sequence[str], i: int) -> bool:
    """Whether word i opens such a clause: فيما قالت الشرطة، في حين أعلن الجيش، في وقت هددت فيه الجماعة."""
    word, behind = norm[i], norm[i + 1] if i + 1 < len(norm) else ""
    if word in _ONE_WORD:
        return behind not in _NO_CLAUSE
    if word not in _IN:
        return False
    return behind in _WHILE or (behind in _AT_A_TIME and i + 2 < len(norm) and norm[i + 2] not in _WHEN)


def between(norm: Sequence[str], first: int, last: int) -> int:
    """The last word in [first, last) that opens such a clause, -1 if none does."""
    return next((i for i in range(last - 1, first - 1, -1) if opens(norm, i)), -1)
