"""The words around place names: cues (قرية), sides (شرقي), offices and bodies (محافظ، مجلس), names that are common words.

`data/places/cues.tsv` says of each cue the kind of place it announces, how many names follow (one, two, many, or the
two ends of a road) and what it takes: a `name` even if no gazetteer has it, only a `known` one, `around` (the cue is a
part of the area it makes: محيط), or `near` (a preposition: it only says that a place follows).
`data/places/words.tsv` holds the other classes, each word with the reason it is there.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, cast

from rasad.lexicon import loader
from rasad.lexicon.folding import fold, fold_phrase
from rasad.lexicon.placeform import COUNTRY_COLUMNS
from rasad.model.vocab import PLACE_KINDS, PlaceKind

CUE_COLUMNS: Final = ("form", "kind", "number", "take", "source")
WORD_COLUMNS: Final = ("form", "class", "value", "reason", "source")
CLASSES: Final = (
    "direction", "rural", "whole", "trailing", "naming", "generic", "governor", "phrase", "given", "common", "due", "stop",
    "seat", "capital",
)  # fmt: skip
Number = Literal["one", "two", "many", "road"]
Take = Literal["name", "known", "around", "near"]
_NUMBERS: Final = ("one", "two", "many", "road")
_TAKES: Final = ("name", "known", "around", "near")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that announces a place."""

    kind: PlaceKind
    number: Number
    take: Take


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists, folded. directions: word → bearing in degrees, None for the middle; seats: governorate → its seat, where
    that has another name (ديالى → بعقوبة)."""

    cues: dict[str, Cue]
    directions: dict[str, float | None]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    #: adjective of a people → ISO code of its country
    peoples: dict[str, str]
    seats: dict[str, str]
    #: ISO code of a country → its capital, which العاصمة alone means
    capitals: dict[str, str]
    classes: dict[str, frozenset[str]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


@cache
def load() -> PlaceWords:
    """Loaded once."""
    cues: dict[str, Cue] = {}
    path = "places/cues.tsv"
    for number, row in loader.rows(path, CUE_COLUMNS):
        cues[fold(row["form"])] = Cue(
            cast(PlaceKind, loader.one_of(path, number, row, "kind", PLACE_KINDS)),
            cast(Number, loader.one_of(path, number, row, "number", _NUMBERS)),
            cast(Take, loader.one_of(path, number, row, "take", _TAKES)),
        )
    classes: dict[str, set[str]] = {name: set() for name in CLASSES}
    directions: dict[str, float | None] = {}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    seats: dict[str, str] = {}
    capitals: dict[str, str] = {}
    path = "places/words.tsv"
    for number, row in loader.rows(path, WORD_COLUMNS, ("form", "class", "reason", "source")):
        name = loader.one_of(path, number, row, "class", CLASSES)
        key = fold_phrase(row["form"])
        if name == "phrase":
            phrases.setdefault(key[0], []).append(key)
            continue
        if name == "seat":
            seats[" ".join(key)] = " ".join(fold_phrase(row["value"]))
            continue
        if name == "capital":
            capitals[row["value"]] = " ".join(key)
            continue
        classes[name].add(key[0])
        if name == "direction":
            directions[key[0]] = float(row["value"]) if row["value"] else None
    return PlaceWords(
        cues, directions, {head: tuple(keys) for head, keys in phrases.items()}, _peoples(), seats, capitals,
        {name: frozenset(members) for name, members in classes.items()},
    )  # fmt: skip


def _peoples() -> dict[str, str]:
    """Every form of the adjective of a people: سوري، السورية، السوريين …"""
    found: dict[str, str] = {}
    for _, row in loader.rows("places/countries.tsv", COUNTRY_COLUMNS):
        for adjective in loader.alternatives(row["adjectives"]):
            stem = fold(adjective)
            for ending in ("", "ه", "ين", "ون", "تين", "ات"):
                for article in ("", "ال", "لل", "وال"):
                    found.setdefault(article + stem + ending, row["country"])
    return found
