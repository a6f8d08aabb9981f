"""Is a bare sentence a post, or cut out of an article; and does the article's sentence tell the act?

A short post tells what happened; in a sentence cut out of an article the same words mostly recall it. One logistic model
says which of the two a text of one sentence is, and one for each type whose sentences of articles were coded says whether
the sentence tells the act (`models/lone.tsv`). They weigh groups of letters, which know a word in all its forms; the latter
also the features of `rasad.events.learned`. `tools/train_learned.py` makes the weights, `models/learned.md` is their card.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rasad.events import weights

MODEL: Final = "lone.tsv"
#: A bare sentence at least as likely as this one of an article is judged as such, any other as a post. Among .4 to .8, lower
#: takes posts for articles and leaves them out, which is worse than a record too many.
ARTICLE: Final = 0.7
#: Words of the shortest sentence that may be one of an article: of those coded, one in twenty is shorter.
SHORTEST: Final = 16
#: Types whose sentences of articles were coded (of the others nothing was learned from articles), and the probability below
#: which an article's sentence tells no act; by cross-validation, for the coders accept few sentences of protest.
OF_ARTICLES: Final = {"ASSAULT": 0.3, "PROTEST": 0.2}
#: How the name of a group of letters begins.
LETTERS: Final = "letters "
#: Letters in a group. 3 and 4 do as well in cross-validation as 2 to 5 and are half as many.
_SIZES: Final = (3, 4)


def chances(features: Iterable[str], words: Iterable[str], event_type: str) -> tuple[float, float]:
    """(probability that a bare sentence is one of an article, probability that it tells the act there).

    Args:
        features: of one record, as `rasad.events.learned` gives them
        words: folded words of the sentence
        event_type: of the record, one of `OF_ARTICLES`
    """
    rows = weights.rows(MODEL, 1 + len(OF_ARTICLES))
    column = 1 + list(OF_ARTICLES).index(event_type)
    known = [(rows[f], size) for f, size in scaled(features, words).items() if f in rows]
    article, told = (rows[weights.BIAS][k] + math.fsum(row[k] * size for row, size in known) for k in (0, column))
    return weights.chance(article), weights.chance(told)


def scaled(features: Iterable[str], words: Iterable[str]) -> dict[str, float]:
    """Features and groups of letters, each kind as a vector of length 1, so that a long sentence weighs no more."""
    return {f: size for group in ([*features], [*_letters(words)]) for f, size in _even(group)}


def _even(group: Sequence[str]) -> Iterator[tuple[str, float]]:
    once = dict.fromkeys(group)
    return ((f, 1 / math.sqrt(len(once))) for f in once)


def _letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for size in _SIZES:
            for at in range(len(edged) - size + 1):
                yield f"{LETTERS}{edged[at : at + size]}."
