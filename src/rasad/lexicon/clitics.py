"""The ways a folded word may be cut into proclitics and stem: و ف, then ب ك ل س, then ال.

Every reading that looks a word up in a list asks for these; the list decides which cut is right, so that names are
never cut by rule (كفرنبل stays whole because the gazetteer knows it whole).
"""

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final

from rasad.lexicon.perword import PerWord

Analyses = tuple[tuple[str, str], ...]


@lru_cache(maxsize=200_000)
def analyses(word: str) -> Analyses:
    """(proclitics, stem) pairs, whole word first, shortest cut next. `word` is folded.

    >>> analyses("والجيش")
    (('', 'والجيش'), ('و', 'الجيش'), ('وال', 'جيش'))
    >>> analyses("للجيش")
    (('', 'للجيش'), ('ل', 'الجيش'), ('لل', 'جيش'), ('ل', 'لجيش'))
    """
    cuts: list[tuple[str, str]] = [("", word)]
    _article(word, "", cuts)
    _preposition(word, "", cuts)
    if len(word) > 2 and word[0] in "وف":
        rest = word[1:]
        cuts.append((word[0], rest))
        _article(rest, word[0], cuts)
        _preposition(rest, word[0], cuts)
    return tuple(cuts)


def _has_article(word: str) -> bool:
    return any("ال" in prefix or prefix.startswith("لل") for prefix, _ in analyses(word))


def _fused(word: str) -> frozenset[str]:
    return frozenset(prefix.lstrip("وف")[:1] for prefix, _ in analyses(word)) - {""}


#: Whether the article may be cut from a word.
HAS_ARTICLE: Final = PerWord(_has_article)
#: The prepositions that may be fused to a word, behind و or ف.
FUSED: Final = PerWord(_fused)
#: A word without the و that may join it, and without و or ف.
UNJOINED: Final = PerWord(lambda word: word.removeprefix("و"))
UNCONNECTED: Final = PerWord(lambda word: word.lstrip("وف"))


def _cuts(norm: str, proclitics: str) -> Iterator[str]:
    """The word as it stands, and without one, two … of the letters before it that are `proclitics`."""
    for k in range(len(norm)):
        yield norm[k:]
        if norm[k] not in proclitics:
            return


def among(norm: str, words: Container[str], proclitics: str = "و") -> bool:
    """Whether a folded word is one of `words` as it stands or without its proclitics: the و of وسط and وقع is their own."""
    return any(cut in words for cut in _cuts(norm, proclitics))


def begins(norm: str, stems: str | tuple[str, ...], proclitics: str = "وف") -> bool:
    """Whether a folded word begins with one of `stems` as it stands or without its proclitics (فشل، وفشل)."""
    return any(cut.startswith(stems) for cut in _cuts(norm, proclitics))


def _article(word: str, before: str, cuts: list[tuple[str, str]]) -> None:
    if len(word) > 3 and word.startswith("ال"):
        cuts.append((before + "ال", word[2:]))


def _preposition(word: str, before: str, cuts: list[tuple[str, str]]) -> None:
    if len(word) > 3 and word.startswith("لل"):
        cuts.append((before + "ل", "ال" + word[2:]))
        cuts.append((before + "لل", word[2:]))
    if len(word) > 2 and word[0] in "بكل":
        rest = word[1:]
        cuts.append((before + word[0], rest))
        _article(rest, before + word[0], cuts)
