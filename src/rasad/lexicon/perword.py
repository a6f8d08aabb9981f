"""What is so of a word wherever it stands, remembered by its folded form: a text asks for most words again and again."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import Final, Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")

#: A report has some thousand different words, a corpus some hundred thousand; a full table takes 1 MB, and there are a hundred.
REMEMBERED: Final = 40_000


class Remembered(dict[K, T], Generic[K, T]):
    """A dictionary that asks `say` for a key it does not know yet.

    Looking up a known key costs no call, which is why this is no decorated function.
    """

    def __init__(self, say: Callable[[K], T], most: int = REMEMBERED) -> None:
        super().__init__()
        self._say = say
        self._most = most

    def __missing__(self, key: K) -> T:
        if len(self) >= self._most:
            self.clear()  # what comes up again is soon known again
        said = self[key] = self._say(key)
        return said


class PerWord(Remembered[str, T]):
    """What is so of a word."""

    def among(self, norm: Sequence[str], first: int, last: int) -> bool:
        """Whether it says something of one of the words [first, last)."""
        return any(map(self.__getitem__, norm[first:last]))

    def where(self, norm: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[int]:
        """The indices of the words [first, last) of which it says something: most words are nothing to most lists, so they are
        passed over without a step of Python."""
        last = len(norm) if last is None else last
        return compress(range(first, last), map(self.__getitem__, norm[first:last]))
