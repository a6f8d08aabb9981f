"""What the scripts that train weights share: where they go, how a text is read, and how features become a matrix."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from sklearn.feature_extraction import DictVectorizer
from spacy.language import Language

from rasad import pipeline
from rasad.model.reading import Reading

MODELS: Final = Path(__file__).parents[1] / "src" / "rasad" / "events" / "models"
#: Features of fewer examples are noise.
LEAST: Final = 4
#: Weights nearer to nought than this are not shipped.
SMALLEST: Final = 0.01


@cache
def _language() -> Language:
    """The readings alone: records are made by the scripts, without the weights that are to be learned."""
    nlp = pipeline.load()
    nlp.remove_pipe("rasad_events")
    return nlp


def read(text: str, published: date | None) -> Reading:
    """All that is found in a text, without its events."""
    doc = _language().make_doc(text)
    doc._.published = published
    return pipeline.reading_of(_language()(doc))


def vectors(rows: Sequence[Mapping[str, float]]) -> tuple[Any, Sequence[str]]:
    """Examples × features that enough examples have, and the names of the features."""
    times = Counter(f for row in rows for f in row)
    maker = DictVectorizer()
    matrix = maker.fit_transform([{f: size for f, size in row.items() if times[f] >= LEAST} for row in rows])
    return matrix, maker.feature_names_


def lines(names: Sequence[str], *models: Any, bias: str, smallest: float = SMALLEST) -> list[str]:
    """A line for the bias and for each feature that weighs enough in one of the models."""
    weights = {bias: [float(m.intercept_[0]) for m in models]}
    columns = zip(*(m.coef_[0] for m in models), strict=True)
    weights |= {f: [float(w) for w in row] for f, row in zip(names, columns, strict=True) if max(abs(w) for w in row) >= smallest}
    return [feature + "".join(f"\t{w:.3f}" for w in row) + "\n" for feature, row in sorted(weights.items())]
