"""Is a bare sentence a post, or cut out of an article; and does the article's sentence tell the act?

A short post tells what happened; in a sentence cut out of an article the same words mostly recall it. One logistic model
says which of the two a text of one sentence is, and one for each type whose sentences of articles were coded says whether
the sentence tells the act (`models/lone.tsv`). They weigh groups of letters, which know a word in all its forms, rare ones
more than common ones. `tools/train_learned.py` makes the weights, `models/learned.md` is their card.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from rasad.events import weights

MODEL: Final = "lone.tsv"
#: A bare sentence at least as likely as this one of an article is judged as such, any other as a post. Among .3 to .9, lower
#: takes posts for articles and leaves them out, which is worse than a record too many; at .8 one sentence of a report in
#: fifteen is taken for one, and five of six gold sentences are.
ARTICLE: Final = 0.8
#: Words of the shortest sentence that may be one of an article: of those coded, one in twenty is shorter.
SHORTEST: Final = 16
#: Types whose sentences of articles were coded (of the others nothing was learned from articles), and the probability below
#: which an article's sentence tells no act; by cross-validation, for the coders accept few sentences of protest.
OF_ARTICLES: Final = {"ASSAULT": 0.46, "PROTEST": 0.4}
#: How the name of a group of letters begins.
LETTERS: Final = "letters "
#: Letters in a group. 3 and 4 do as well in cross-validation as 2 to 5 and are half as many.
_SIZES: Final = (3, 4)


def chances(words: Iterable[str], event_type: str) -> tuple[float, float]:
    """(probability that a bare sentence is one of an article, probability that it tells the act there).

    Args:
        words: folded words of the sentence
        event_type: one of `OF_ARTICLES`
    """
    rows = weights.rows(MODEL, 2 + len(OF_ARTICLES))
    column = 2 + list(OF_ARTICLES).index(event_type)
    sizes = scaled(words, _rarity())
    article, told = (rows[weights.BIAS][k] + math.fsum(rows[f][k] * size for f, size in sizes.items()) for k in (1, column))
    return weights.chance(article), weights.chance(told)


def scaled(words: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """The groups of letters whose rarity is known, as a vector of length 1, so that a long sentence weighs no more."""
    sizes = {f: rarity[f] for f in letters(words) if f in rarity}
    length = math.sqrt(math.fsum(size**2 for size in sizes.values())) or 1.0
    return {f: size / length for f, size in sizes.items()}


@cache
def _rarity() -> Mapping[str, float]:
    return {f: row[0] for f, row in weights.rows(MODEL, 2 + len(OF_ARTICLES)).items()}


def letters(words: Iterable[str]) -> Iterator[str]:
    """The groups of letters of folded words, an edge before and behind each."""
    for word in words:
        edged = f" {word} "
        for size in _SIZES:
            for at in range(len(edged) - size + 1):
                yield f"{LETTERS}{edged[at : at + size]}."
