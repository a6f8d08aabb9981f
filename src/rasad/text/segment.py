"""The clitic tagger: which letters of a word are و ف ب ل ك س ال before the stem, and which a pronoun after it.

Names come first: a word that the caller knows as a name, alone or behind proclitics, is cut nowhere inside the name.
Other words go to a small conditional random field over letters (`models/clitics.crfsuite`, its card beside it), which
is opened once, on the first word that needs it. A word whose ends cannot be clitics never gets there.
"""

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

import pycrfsuite

from rasad.errors import RasadError
from rasad.lexicon.folding import LETTERS, fold

MODEL: Final = "clitics.crfsuite"
#: The letters that the model may cut; a slice outside these sets is given back to the stem.
PROCLITICS: Final = frozenset({"و", "ف", "ب", "ل", "ك", "س", "ال"})
ENCLITICS: Final = frozenset({"ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "نا", "ني", "ي"})
#: First letters of proclitics, last letters of enclitics: a word with neither is whole.
_OPENERS: Final = frozenset("وفبلكسا")
_CLOSERS: Final = frozenset("هامنكي")
#: One letter of the original with the marks, tatweel and breakers that follow it.
_UNIT: Final = re.compile(f"[^{LETTERS}]*[{LETTERS}][^{LETTERS}]*(?=[{LETTERS}]|$)")
_SPELLINGS: Final = str.maketrans("کیہھەٱ", "كيههها")
#: Proclitics that may stand before a name: و or ف, then ب ك ل (a person is no verb, so س does not).
_BEFORE_NAME: Final = re.compile("[وف]?[بكل]?")
#: Shortest name found behind a proclitic: ب + رق is more often a verb than the name رق.
_LEAST_NAME: Final = 3

Known = Callable[[str], bool] | Container[str]


class MissingModel(RasadError):
    """The model of the clitic tagger is not where the package keeps it, or is no such model.

    Args:
        name: file name of the model.
        problem: what is wrong with it, in words.
    """

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"{name}: {problem} (install Rasad again, or train it with tools/train_clitics.py)")


@dataclass(frozen=True, slots=True)
class Segments:
    """A word in pieces: slices of the original, so that joined they are the word. Only the stem is never empty."""

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """All pieces in their order."""
        return (*self.proclitics, self.stem, *self.enclitics)


def segment(word: str, known: Known = frozenset()) -> Segments:
    """Proclitics, stem and enclitics of one word (no white space inside).

    `known` tells of a folded word (see `rasad.lexicon.folding`) whether it is a name of a place or of a participant.

    Raises:
        MissingModel: the model is not in the package, or cannot be read.

    >>> segment("وبالمدينة").parts
    ('و', 'ب', 'ال', 'مدينة')
    >>> segment("وكفرنبل", {"كفرنبل"})
    Segments(proclitics=('و',), stem='كفرنبل', enclitics=())
    """
    if known:
        named = _as_name(word, known if callable(known) else known.__contains__)
        if named is not None:
            return named
    return _cut(word)


def clear() -> None:
    """Forget the words seen so far and the opened model."""
    _cut.cache_clear()
    model.cache_clear()


def _as_name(word: str, known: Callable[[str], bool]) -> Segments | None:
    folded = fold(word)
    if known(folded):
        return Segments((), word, ())
    if not folded or folded[0] not in "وفبكل":
        return None
    letters, units = spell(word)
    opened = _BEFORE_NAME.match(letters)
    for cut in range(1, (opened.end() if opened else 0) + 1):
        if len(letters) - cut < _LEAST_NAME or units[cut] == units[cut - 1]:
            break
        slices = _slices(word)
        rest = "".join(slices[units[cut] :])
        if known(fold(rest)):
            return Segments(tuple(slices[: units[cut]]), rest, ())
    return None


@lru_cache(maxsize=200_000)
def _cut(word: str) -> Segments:
    letters, units = spell(word)
    if len(letters) < 2 or (letters[0] not in _OPENERS and letters[-1] not in _CLOSERS):
        return Segments((), word, ())
    first, last = bounds(model().tag(features(letters)), letters)
    slices = _slices(word)
    starts = [0, *first, *last]
    at = [units[k] for k in starts]
    if len(set(at)) < len(at):  # a cut inside a ligature
        return Segments((), word, ())
    pieces = ["".join(slices[a:b]) for a, b in zip(at, [*at[1:], len(slices)], strict=True)]
    return Segments(tuple(pieces[: len(first)]), pieces[len(first)], tuple(pieces[len(first) + 1 :]))


def _slices(word: str) -> list[str]:
    return _UNIT.findall(word)


def spell(word: str) -> tuple[str, list[int]]:
    """The bare letters of a word as the model reads them, and for each the number of the slice it is in.

    Hamza forms, ى and ة stay: they tell stems apart. Persian keys and presentation forms become Arabic letters.
    """
    letters: list[str] = []
    units: list[int] = []
    for number, unit in enumerate(_slices(word)):
        for letter in re.findall(f"[{LETTERS}]", unit):
            plain = unicodedata.normalize("NFKC", letter).translate(_SPELLINGS)
            letters.extend(plain)
            units.extend([number] * len(plain))
    return "".join(letters), units


def bounds(labels: list[str], letters: str) -> tuple[list[int], list[int]]:
    """Where the pieces after the first proclitic begin: (second proclitic … stem), (enclitics).

    Labels are one a letter: P p a proclitic, S s the stem, E e an enclitic, the capital where a piece begins.
    Cuts that are no clitics, and whatever lies further in, go back to the stem.
    """
    first: list[int] = []
    start = 0
    while start < len(labels) - 1 and labels[start] == "P":
        end = start + 1
        while end < len(labels) and labels[end] == "p":
            end += 1
        if end == len(labels) or letters[start:end] not in PROCLITICS:
            break
        first.append(end)
        start = end
    last: list[int] = []
    end = len(labels)
    while end - 1 > start and labels[end - 1] in "Ee":
        begin = end - 1
        while begin > start and labels[begin] == "e":
            begin -= 1
        if begin <= start or labels[begin] != "E" or letters[begin:end] not in ENCLITICS:
            break
        last.insert(0, begin)
        end = begin
    return first, last


def features(letters: str) -> list[list[str]]:
    """What the model sees of each letter: the letters around it, its place in the word, the word's ends and length."""
    size = len(letters)
    padded = f"<<<{letters}>>>>"
    long = f"n{min(size, 9)}"
    rows: list[list[str]] = []
    for i in range(size):
        k = i + 3
        back = size - 1 - i
        c = padded[k]
        row = [
            "c" + c,
            "b" + padded[k - 1],
            "B" + padded[k - 2 : k],
            "D" + padded[k - 3 : k],
            "a" + padded[k + 1],
            "A" + padded[k + 1 : k + 3],
            "F" + padded[k + 1 : k + 4],
            "l" + padded[k - 1 : k + 1],
            "r" + padded[k : k + 2],
            "m" + padded[k - 1 : k + 2],
            "R" + padded[k : k + 3],
            "Q" + padded[k : k + 4],
            "W" + padded[k - 2 : k + 3],
        ]
        if i < 5:
            row += (f"i{i}", f"i{i}{long}")
            row += (f"p{letters[: i + 1]}", f"q{letters[: i + 2]}", f"t{letters[: i + 3]}", f"o{letters[: i + 4]}")
        if back < 5:
            row += (f"e{back}", f"e{back}{long}")
            row += (f"s{letters[i:]}", f"z{padded[k - 1 : -4]}", f"y{padded[k - 2 : -4]}", f"x{padded[k - 3 : -4]}")
        rows.append(row)
    return rows


@dataclass(frozen=True, slots=True)
class Model:
    """The opened model, and its bytes: CRFsuite reads from them all the time and does not keep them itself."""

    tagger: "pycrfsuite.Tagger"
    data: bytes

    def tag(self, rows: list[list[str]]) -> list[str]:
        """One label a letter."""
        labels: list[str] = self.tagger.tag(rows)
        return labels


@cache
def model() -> Model:
    """The model of the package, opened.

    Raises:
        MissingModel: it is not there, or is no such model.
    """
    try:
        data = resources.files("rasad.text").joinpath("models", MODEL).read_bytes()
    except OSError as error:
        raise MissingModel(MODEL, "no such file in the package") from error
    tagger = pycrfsuite.Tagger()
    try:
        tagger.open_inmemory(data)
    except ValueError as error:
        raise MissingModel(MODEL, "not a model that can be read") from error
    return Model(tagger, data)
