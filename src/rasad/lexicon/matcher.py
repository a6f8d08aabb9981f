"""Finds lexicon phrases in words: an index by first word, proclitics of the first word taken off.

Most words begin no phrase and cost one dictionary access, whatever the size of the list.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rasad.lexicon.clitics import analyses
from rasad.lexicon.folding import fold_phrase
from rasad.lexicon.perword import PerWord
from rasad.model.words import Words

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A phrase found at words [first, last); `prefix` are the proclitics cut from its first word."""

    first: int
    last: int
    prefix: str
    payloads: tuple[T, ...]


class _Branch(Generic[T]):
    """The phrases that share a first word: those of one word, and the longer ones by their second word, longest first."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: tuple[T, ...] = ()
        self.longer: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}

    def add(self, rest: tuple[str, ...], payload: T) -> None:
        """Add what the phrase with these words after the first stands for."""
        if not rest:
            self.alone = _with(self.alone, payload)
            return
        phrases = self.longer.setdefault(rest[0], [])
        for n, (known, payloads) in enumerate(phrases):
            if known == rest:
                phrases[n] = rest, _with(payloads, payload)
                return
        phrases.append((rest, (payload,)))
        phrases.sort(key=lambda phrase: -len(phrase[0]))

    def every(self) -> Iterator[tuple[T, ...]]:
        """The payloads of each phrase."""
        if self.alone:
            yield self.alone
        for phrases in self.longer.values():
            yield from (payloads for _, payloads in phrases)

    def longest(self, norm: list[str], j: int) -> tuple[int, tuple[T, ...]]:
        """The word index after the longest phrase whose words after the first stand at j, and its payloads; else 0."""
        if self.longer and j < len(norm):
            second = _past_quotes(norm, j) if norm[j] in _QUOTES else j
            for rest, payloads in self.longer.get(norm[second], ()) if second < len(norm) else ():
                last = second + 1
                for word in rest[1:]:
                    if last < len(norm) and norm[last] in _QUOTES:
                        last = _past_quotes(norm, last)
                    if last >= len(norm) or norm[last] != word:
                        break
                    last += 1
                else:
                    return last, payloads
        return (j if self.alone else 0), self.alone


def _with(payloads: tuple[T, ...], payload: T) -> tuple[T, ...]:
    return payloads if payload in payloads else (*payloads, payload)


def _past_quotes(norm: list[str], j: int) -> int:
    """The first word at or after j that is no quotation mark: those do not count between the words of a phrase."""
    while j < len(norm) and norm[j] in _QUOTES:
        j += 1
    return j


class PhraseIndex(Generic[T]):
    """Phrases to payloads. Longest match wins; among equals, the one with the least cut off."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._index: dict[str, _Branch[T]] = {}
        #: Of a word, the cuts that begin a phrase: of most words none.
        self._cuts: PerWord[tuple[tuple[str, _Branch[T]], ...]] = PerWord(self._cut)
        for phrase, payload in entries:
            self.add(phrase, payload)

    def __len__(self) -> int:
        return sum(1 for branch in self._index.values() for _ in branch.every())

    def heads(self) -> Iterator[tuple[str, T]]:
        """The first word of each phrase with each of its payloads."""
        for head, branch in self._index.items():
            for payloads in branch.every():
                yield from ((head, payload) for payload in payloads)

    def begins(self, stem: str) -> bool:
        """Whether a phrase begins with this folded word, proclitics cut off."""
        return stem in self._index

    def add(self, phrase: str, payload: T) -> None:
        """Add a phrase as written in the list; it is folded here."""
        key = fold_phrase(phrase)
        if key:
            self.add_folded(key, payload)

    def add_folded(self, key: Sequence[str], payload: T) -> None:
        """Add a phrase whose words are folded already."""
        branch = self._index.get(key[0])
        if branch is None:
            branch = self._index[key[0]] = _Branch()
        branch.add(tuple(key[1:]), payload)
        self._cuts.clear()

    def _cut(self, word: str) -> tuple[tuple[str, _Branch[T]], ...]:
        index = self._index
        return tuple((prefix, index[stem]) for prefix, stem in analyses(word) if stem in index)

    def all(self, words: Words, first: int = 0, last: int | None = None) -> Iterator[Match[T]]:
        """The longest phrase at each word of [first, last) where one begins; they may overlap."""
        for i in self._cuts.where(words.norm, first, last):
            match = self.find(words, i) if words.kind[i] == "word" else None
            if match is not None:
                yield match

    def matches(self, words: Words) -> dict[int, Match[T]]:
        """The longest phrase that begins at each word, by that word: for lists that are asked of many words more than once."""
        found: dict[int, Match[T]] | None = words.found.get(self)
        if found is None:
            asked = ((i, self.find(words, i)) for i in self._cuts.where(words.norm))
            found = words.found[self] = {i: match for i, match in asked if match is not None}
        return found

    def find(self, words: Words, i: int, *, bare: bool = False) -> Match[T] | None:
        """The longest phrase that begins at word i, or None. `bare`: no proclitics may be cut off."""
        norm = words.norm
        cuts = self._cuts[norm[i]]
        if not cuts:
            return None
        found: Match[T] | None = None
        second = norm[i + 1] if i + 1 < len(norm) else ""
        for prefix, branch in cuts:
            if bare and prefix:
                continue
            if second in branch.longer or second in _QUOTES:
                last, payloads = branch.longest(norm, i + 1)
            else:
                last, payloads = (i + 1 if branch.alone else 0), branch.alone
            if last and (found is None or last > found.last):
                found = Match(i, last, prefix, payloads)
        return found


_QUOTES = frozenset("\"“”«»'‘’()[]")
