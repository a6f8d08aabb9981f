"""What is so of a word wherever it stands, remembered by its folded form: a text asks for most words again and again."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

#: A report has some thousand different words, a corpus some hundred thousand.
REMEMBERED: Final = 200_000


class PerWord(dict[str, T]):
    """A dictionary that asks `say` for a word it does not know yet.

    Looking up a known word costs no call, which is why this is no decorated function.
    """

    def __init__(self, say: Callable[[str], T]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, word: str) -> T:
        said = self._say(word)
        if len(self) < REMEMBERED:
            self[word] = said
        return said
