"""Finds lexicon phrases in words: an index by first word, proclitics of the first word taken off.

The cost of a look-up is two dictionary accesses for each way the word may be cut, whatever the size of the list.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rasad.lexicon.folding import fold_phrase
from rasad.lexicon.perword import REMEMBERED
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
        self.alone: list[T] = []
        self.longer: dict[str, list[tuple[tuple[str, ...], list[T]]]] = {}

    def payloads(self, rest: tuple[str, ...]) -> list[T]:
        """The list of payloads of the phrase with these words after the first; made if it is new."""
        if not rest:
            return self.alone
        phrases = self.longer.setdefault(rest[0], [])
        for known, payloads in phrases:
            if known == rest:
                return payloads
        phrases.append((rest, []))
        made = phrases[-1][1]
        phrases.sort(key=lambda phrase: -len(phrase[0]))
        return made

    def every(self) -> Iterator[list[T]]:
        """The payloads of each phrase."""
        if self.alone:
            yield self.alone
        for phrases in self.longer.values():
            yield from (payloads for _, payloads in phrases)

    def longest(self, norm: list[str], j: int) -> tuple[int, list[T]]:
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


def _past_quotes(norm: list[str], j: int) -> int:
    """The first word at or after j that is no quotation mark: those do not count between the words of a phrase."""
    while j < len(norm) and norm[j] in _QUOTES:
        j += 1
    return j


class PhraseIndex(Generic[T]):
    """Phrases to payloads. Longest match wins; among equals, the one with the least cut off."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._index: dict[str, _Branch[T]] = {}
        #: Of a word, the cuts that begin a phrase: of most words none, and they are looked up many times. What a word is cut
        #: into is fixed by its letters.
        self._known: dict[str, tuple[tuple[str, _Branch[T]], ...]] = {}
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
        payloads = branch.payloads(tuple(key[1:]))
        if payload not in payloads:
            payloads.append(payload)
        self._known.clear()

    def all(self, words: Words, first: int = 0, last: int | None = None) -> Iterator[Match[T]]:
        """The longest phrase at each word of [first, last) where one begins; they may overlap."""
        kind = words.kind
        for i, cuts in enumerate(map(self._known.get, words.norm[first:last]), first):
            if cuts == () or kind[i] != "word":
                continue  # most words begin no phrase; they cost one look-up
            match = self.find(words, i)
            if match is not None:
                yield match

    def find(self, words: Words, i: int, *, bare: bool = False) -> Match[T] | None:
        """The longest phrase that begins at word i, or None. `bare`: no proclitics may be cut off."""
        norm = words.norm
        cuts = self._known.get(norm[i])
        if cuts is None:
            index = self._index
            cuts = tuple((prefix, index[stem]) for prefix, stem in words.analyses[i] if stem in index)
            if len(self._known) < REMEMBERED:
                self._known[norm[i]] = cuts
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
                found = Match(i, last, prefix, tuple(payloads))
        return found


_QUOTES = frozenset("\"“”«»'‘’()[]")
