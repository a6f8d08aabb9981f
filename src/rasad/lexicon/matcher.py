"""Finds lexicon phrases in words: an index by first word, proclitics of the first word taken off.

The cost of a look-up is one dictionary access for each way the word may be cut, whatever the size of the list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rasad.lexicon.folding import fold_phrase
from rasad.model.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found at words [first, last); `prefix` are the proclitics cut from its first word."""

    first: int
    last: int
    prefix: str
    payloads: tuple[T, ...]


class PhraseIndex(Generic[T]):
    """Phrases to payloads. Longest match wins; among equals, the one with the least cut off."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._index: dict[str, dict[tuple[str, ...], list[T]]] = {}
        self._order: dict[str, list[tuple[str, ...]]] = {}
        #: Words no cut of which begins a phrase: most words of a text, looked up many times. What a word is cut into is
        #: fixed by its letters.
        self._strange: set[str] = set()
        for phrase, payload in entries:
            self.add(phrase, payload)

    def __len__(self) -> int:
        return sum(len(rest) for rest in self._index.values())

    def heads(self) -> Iterator[tuple[str, T]]:
        """The first word of each phrase with each of its payloads."""
        for head, rests in self._index.items():
            for payloads in rests.values():
                yield from ((head, payload) for payload in payloads)

    def add(self, phrase: str, payload: T) -> None:
        """Add a phrase as written in the list; it is folded here."""
        key = fold_phrase(phrase)
        if key:
            self.add_folded(key, payload)

    def add_folded(self, key: Sequence[str], payload: T) -> None:
        """Add a phrase whose words are folded already."""
        rests = self._index.setdefault(key[0], {})
        payloads = rests.setdefault(tuple(key[1:]), [])
        if payload not in payloads:
            payloads.append(payload)
        self._order.pop(key[0], None)
        self._strange.clear()

    def find(self, words: Words, i: int, *, bare: bool = False) -> Match[T] | None:
        """The longest phrase that begins at word i, or None. `bare`: no proclitics may be cut off."""
        norm = words.norm[i]
        if norm in self._strange:
            return None
        best: Match[T] | None = None
        strange = True
        for prefix, stem in words.analyses[i]:
            rests = self._index.get(stem)
            if rests is None:
                continue
            strange = False
            if bare and prefix:
                continue
            order = self._order.get(stem)
            if order is None:
                order = self._order[stem] = sorted(rests, key=len, reverse=True)
            for rest in order:
                last = self._follow(words, i + 1, rest)
                if last and (best is None or last > best.last):
                    best = Match(i, last, prefix, tuple(rests[rest]))
                    break
                if last:
                    break
        if strange and len(self._strange) < _REMEMBERED:
            self._strange.add(norm)
        return best

    @staticmethod
    def _follow(words: Words, j: int, rest: tuple[str, ...]) -> int:
        """The word index after `rest` if it stands at j (quotation marks between words do not count), else 0."""
        if not rest:
            return j
        norm = words.norm
        n = len(norm)
        for word in rest:
            while j < n and norm[j] in _QUOTES:
                j += 1
            if j >= n or norm[j] != word:
                return 0
            j += 1
        return j


#: A report has some thousand different words, a corpus some hundred thousand.
_REMEMBERED = 200_000
_QUOTES = frozenset("\"“”«»'‘’()[]")
