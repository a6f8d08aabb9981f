"""What the scripts that train weights share: where they go, how a text is read, how features become a matrix, and how
weights go on learning when the reports that taught them are gone.

Coded reports are other people's texts: they are kept outside the repository and do not outlive the work on them. So weights
are not learned anew each time. `learned_so_far/` holds how sure each shipped weight is (its part of the Fisher information of
all examples so far); `Known` takes weights and sureness as a Gaussian prior, which new examples move: little where many
examples spoke before, much where few did (Laplace approximation; MacKay, Information Theory, 2003, chapter 27 and 41).
"""

import argparse
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import hstack
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer
from spacy.language import Language

from rasad import evaluate, pipeline
from rasad.events import weights
from rasad.events.weights import BIAS
from rasad.lexicon import speakers
from rasad.model.reading import Reading

MODELS: Final = Path(__file__).parents[1] / "src" / "rasad" / "events" / "models"
#: How sure the shipped weights are.
SO_FAR: Final = Path(__file__).parent / "learned_so_far"
#: Sureness below this is not worth a row.
LEAST_SURE: Final = 0.1
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


def read(text: str, published: date | None, outlet: str | None = None) -> Reading:
    """All that is found in a text, without its events."""
    doc = _language().make_doc(text)
    doc._.published, doc._.outlet = published, outlet
    doc._.home = speakers.country_of(outlet) if outlet else None
    return pipeline.reading_of(_language()(doc))


def arguments(doc: str | None) -> argparse.ArgumentParser:
    """What every script of weights takes that learns from coded reports alone."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coded", type=Path, nargs="+", required=True, metavar="FOLDER")
    parser.add_argument("--suffix", default="A", help="of the gold files")
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    return parser


def items(given: argparse.Namespace) -> list[evaluate.GoldReport]:
    """The reports of the folders that were given."""
    return [item for folder in given.coded for item in evaluate.load_gold(folder, given.suffix)]


def vectors(rows: Sequence[Mapping[str, float]], known: Container[str] = ()) -> tuple[Any, Sequence[str]]:
    """Examples × features that are known or that enough examples have, and the names of the features."""
    times = Counter(f for row in rows for f in row)
    kept = {f for f, count in times.items() if count >= LEAST or f in known}
    maker = DictVectorizer()
    matrix = maker.fit_transform([{f: size for f, size in row.items() if f in kept} for row in rows])
    return matrix, maker.feature_names_


@dataclass(frozen=True, slots=True)
class Known:
    """What was learned before: of each feature, and of the bias, the weight and how sure it is (inverse variance)."""

    weight: Mapping[str, float]
    sure: Mapping[str, float]

    @classmethod
    def of(cls, model: str, column: int = 0, columns: int = 1) -> "Known":
        """What is known of the weights in one column of a file of models; nothing if it was never learned."""
        file = SO_FAR / model
        if not file.exists():
            return cls({}, {})
        rows = [line.rsplit("\t", columns) for line in file.read_text(encoding="utf-8").splitlines()]
        weight = {feature: row[column] for feature, row in weights.rows(model, columns).items()}
        return cls(weight, {feature: float(cells[column]) for feature, *cells in rows})


#: Before anything was learned.
NOTHING: Final = Known({}, {})


class Logistic:
    """A logistic model whose weights start from what is known; of the interface of scikit-learn's, what is needed here.

    penalty: inverse strength of the L2 penalty of a feature of which nothing is known, as in scikit-learn.
    """

    def __init__(self, names: Sequence[str], known: Known, penalty: float) -> None:
        #: The last one is the bias, which has no penalty.
        self.start = np.array([*(known.weight.get(f, 0.0) for f in names), known.weight.get(BIAS, 0.0)])
        self.hold = np.array([*(1 / penalty + known.sure.get(f, 0.0) for f in names), known.sure.get(BIAS, 0.0)])

    def fit(self, matrix: Any, good: Any, sample_weight: Any = None) -> "Logistic":
        """Moves the weights to the examples."""
        counts = np.ones(len(good)) if sample_weight is None else np.asarray(sample_weight, float)
        inputs = hstack([matrix, np.ones((matrix.shape[0], 1))]).tocsr()

        def loss(w: Any) -> tuple[float, Any]:
            total, away = inputs @ w, w - self.start
            error = counts @ (np.logaddexp(0, total) - good * total) + 0.5 * self.hold @ away**2
            return float(error), inputs.T @ (counts * (expit(total) - good)) + self.hold * away

        found = minimize(loss, self.start, jac=True, method="L-BFGS-B", options={"maxiter": 3000}).x
        self.coef_, self.intercept_ = found[None, :-1], found[-1:]
        chance = expit(inputs @ found)
        self.gained = inputs.power(2).T @ (counts * chance * (1 - chance))
        return self

    def as_known(self) -> "Logistic":
        """The weights as they are known, without new examples."""
        self.coef_, self.intercept_, self.gained = self.start[None, :-1], self.start[-1:], np.zeros(len(self.start))
        return self

    def predict_proba(self, matrix: Any) -> Any:
        """Examples × (chance of a bad one, of a good one)."""
        chance = expit(matrix @ self.coef_[0] + self.intercept_[0])
        return np.column_stack([1 - chance, chance])


def remember(model: str, names: Sequence[str], known: Known | Sequence[Known], *gained: Any) -> None:
    """Writes how sure the weights of a file of models are by now, in a column each; features that were not seen this time stay
    as they were."""
    columns = [dict(k.sure) for k in ([known] if isinstance(known, Known) else known)]
    for sure, more in zip(columns, gained, strict=True):
        for feature, size in zip((*names, BIAS), more, strict=True):
            sure[feature] = sure.get(feature, 0.0) + float(size)
    rows = {f: [sure.get(f, 0.0) for sure in columns] for f in sorted({f for sure in columns for f in sure})}
    SO_FAR.mkdir(exist_ok=True)
    body = "".join(f + "".join(f"\t{v:.1f}" for v in row) + "\n" for f, row in rows.items() if max(row) >= LEAST_SURE)
    (SO_FAR / model).write_text(body, encoding="utf-8")


def lines(names: Sequence[str], *models: Any, known: Known | Sequence[Known] = NOTHING, smallest: float = SMALLEST) -> list[str]:
    """A line for the bias, for each feature that weighs enough in one of the models, and for those that are known, but did not
    occur this time."""
    before = [known] if isinstance(known, Known) else known
    rows = {f: [k.weight.get(f, 0.0) for k in before] for k in before for f in k.weight}
    rows |= {BIAS: [float(m.intercept_[0]) for m in models]}
    columns = zip(*(m.coef_[0] for m in models), strict=True)
    rows |= {f: [float(w) for w in row] for f, row in zip(names, columns, strict=True)}
    kept = sorted((f, row) for f, row in rows.items() if f == BIAS or max(map(abs, row)) >= smallest)
    return [feature + "".join(f"\t{w:.3f}" for w in row) + "\n" for feature, row in kept]
