"""The ways a folded word may be cut into proclitics and stem: و ف, then ب ك ل س, then ال.

Every reading that looks a word up in a list asks for these; the list decides which cut is right, so that names are
never cut by rule (كفرنبل stays whole because the gazetteer knows it whole).
"""

from functools import lru_cache

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
