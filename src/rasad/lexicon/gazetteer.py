"""The gazetteer: places by their folded names, in layers that are read once.

| layer | from | trusted bare |
| --- | --- | --- |
| supplement | `data/places/<cc>.tsv`, written by the project | yes |
| admin | `data/places/admin*.tsv`: governorates, districts, Syria's subdistricts with p-codes | yes |
| world | `data/places/world.tsv.gz`, distilled from GeoNames | from 5,000 inhabitants (100,000 abroad) |
| user:NAME | what the user added (see rasad.lexicon.gazetteer_import) | from 5,000 inhabitants |

"Trusted bare": its one-word names count in a text without a cue (قرية) or a preposition before them.
Lines stay text until a place is asked for: a load makes one dictionary of names and nothing else.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final, cast

from rasad.errors import LexiconError
from rasad.lexicon import loader
from rasad.lexicon.perword import PerWord
from rasad.lexicon.placeform import Place, from_line, key_of, keys_of, read_layer
from rasad.model.vocab import PLACE_KINDS, PlaceKind

COLUMNS: Final = (
    "name_ar", "aliases", "name_en", "kind", "admin1", "admin2", "country", "latitude", "longitude", "radius_km", "source",
)  # fmt: skip
ADMIN_COLUMNS: Final = (*COLUMNS, "pcode")
#: Inhabitants from which a name of the world or of a user's layer counts without a cue: a town that reports name bare.
TRUSTED_POPULATION: Final = 5_000
#: The countries the product is made for. Abroad only large cities count bare: Van, Minna and Bayan are ordinary words.
HOME: Final = frozenset({"SY", "IQ", "YE", "LB", "PS", "SD", "LY"})
TRUSTED_ABROAD: Final = 100_000
_BRACKET: Final = re.compile(r"\s*\([^)]*\)")
_SUPPLEMENT: Final = re.compile(r"[a-z]{2}([.-][\w.-]+)?\.tsv")


@dataclass(frozen=True, slots=True)
class Layer:
    """Where a run of rows is from, and whether its names are trusted bare."""

    name: str
    first: int
    last: int


class Gazetteer:
    """Places by name. Rows are kept as lines or as places; `add_lines` and `add_places` are the two ways in."""

    def __init__(self) -> None:
        self._rows: list[str | Place] = []
        self._index: dict[str, int | list[int]] = {}
        #: first word of a name → number of words of the longest name that begins so
        self.longest: dict[str, int] = {}
        self.layers: list[Layer] = []
        self._trust: dict[str, bool] = {}
        self._variants = PerWord(self._known_spellings)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def names(self) -> int:
        """How many different names lead to a place."""
        return len(self._index)

    def add_lines(self, layer: str, lines: Iterable[str]) -> None:
        """Add the lines of a compact layer (see placeform)."""
        first = len(self._rows)
        for line in lines:
            self._enter(line[: line.index("\t")].split("|"), len(self._rows))
            self._rows.append(line)
        self.layers.append(Layer(layer, first, len(self._rows)))

    def add_places(self, layer: str, places: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
        """Add places with their keys."""
        first = len(self._rows)
        for place, keys in places:
            self._enter(keys, len(self._rows))
            self._rows.append(place)
        self.layers.append(Layer(layer, first, len(self._rows)))

    def _enter(self, keys: Iterable[str], row: int) -> None:
        index, longest = self._index, self.longest
        self._variants.clear()
        for key in keys:
            if not key:
                continue
            known = index.get(key)
            if known is None:
                index[key] = row
                head, _, rest = key.partition(" ")
                length = 1 + rest.count(" ") + (1 if rest else 0)
                if length > longest.get(head, 0):
                    longest[head] = length
            elif isinstance(known, int):
                if known != row:
                    index[key] = [known, row]
            elif known[-1] != row:
                known.append(row)

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def get(self, key: str) -> tuple[Place, ...]:
        """The places of a folded name, in the order of the layers."""
        found = self._index.get(key)
        if found is None:
            return ()
        return tuple(self.place(row) for row in ([found] if isinstance(found, int) else found))

    def place(self, row: int) -> Place:
        """The place of a row, made when first asked for."""
        kept = self._rows[row]
        if isinstance(kept, str):
            kept = self._rows[row] = from_line(kept, self._layer(row))
        return kept

    def _layer(self, row: int) -> str:
        return next(layer.name for layer in self.layers if layer.first <= row < layer.last)

    def variants(self, key: str) -> tuple[str, ...]:
        """Other spellings under which the gazetteer has the name: with and without ال, in one word and in two.

        >>> load(user=False).variants("ديرالزور")
        ('دير الزور',)
        """
        return self._variants[key]

    def _known_spellings(self, key: str) -> tuple[str, ...]:
        return tuple(form for form in _spellings(key) if form in self._index)

    def search(self, name: str) -> tuple[Place, ...]:
        """Every place of a name as a person writes it, its other spellings after it."""
        key = key_of(name)
        found = [*self.get(key)]
        for form in self.variants(key):
            found.extend(place for place in self.get(form) if place not in found)
        return tuple(found)

    def trusted(self, key: str) -> bool:
        """Whether a name counts without a cue, by the layers that have it.

        An alias of one word without ال is not trusted: helpers of search such as عباس for العباس are words of all days.
        """
        found = self._trust.get(key)
        if found is None:
            found = self._trust[key] = any(self.trusts(place, key) for place in self.get(key))
        return found

    @staticmethod
    def trusts(place: Place, key: str) -> bool:
        """Whether this place alone would make its name count without a cue."""
        if place.kind in ("country", "governorate"):
            return True
        if place.population >= (TRUSTED_POPULATION if place.country in HOME else TRUSTED_ABROAD) and len(key) > 2:
            return True
        if place.layer.startswith(("world", "user")):
            return False
        return " " in key or key.startswith("ال") or key == key_of(_BRACKET.sub("", place.name_ar))


#: First parts of names of two words that are also written as one.
_HEADS: Final = (
    "دير",
    "تل",
    "عين",
    "كفر",
    "بيت",
    "خان",
    "راس",
    "جسر",
    "ابو",
    "ام",
    "بير",
    "بئر",
    "باب",
    "جب",
    "مار",
    "شيخ",
    "طير",
    "ود",
)


def _spellings(key: str) -> Iterator[str]:
    head, _, rest = key.partition(" ")
    yield f"{head[2:]} {rest}".strip() if head.startswith("ال") and len(head) > 4 else f"ال{key}"
    if rest:
        if head in _HEADS:
            yield head + rest
        if not rest.startswith("ال"):
            yield f"{head} ال{rest}"
        elif len(rest) > 4:
            yield f"{head} {rest[2:]}"
    else:
        for first in _HEADS:
            if key.startswith(first) and len(key) > len(first) + 2:
                yield f"{first} {key[len(first) :]}"


def data_home() -> Path:
    """The user's folder: the environment's RASAD_HOME, else the platform's place for data. It is not made here."""
    if home := os.environ.get("RASAD_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "rasad"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "rasad"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "rasad"


def user_layers(home: Path | None = None) -> list[Path]:
    """The layers the user has added, by name."""
    folder = (home or data_home()) / "places"
    return sorted(folder.glob("*.tsv.gz")) if folder.is_dir() else []


@cache
def load(user: bool = True) -> Gazetteer:
    """The gazetteer, loaded once; with `user`, what the user has added too.

    Raises:
        LexiconError: a layer that cannot be read.
    """
    gazetteer = Gazetteer()
    folder = resources.files("rasad.lexicon") / "data" / "places"
    names = sorted(entry.name for entry in folder.iterdir())
    gazetteer.add_places("supplement", _table([n for n in names if _SUPPLEMENT.fullmatch(n)], COLUMNS, "supplement"))
    gazetteer.add_places("admin", _table([n for n in names if n.startswith("admin")], ADMIN_COLUMNS, "admin"))
    gazetteer.add_lines("world", read_layer("world.tsv.gz", (folder / "world.tsv.gz").read_bytes()))
    for path in user_layers() if user else ():
        name = path.name.removesuffix(".tsv.gz")
        gazetteer.add_lines(f"user:{name}", read_layer(path.name, path.read_bytes()))
    return gazetteer


def _table(names: Iterable[str], columns: tuple[str, ...], layer: str) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for name in names:
        path = f"places/{name}"
        for number, row in loader.rows(path, columns, ("name_ar", "country", "source")):
            kind = cast(PlaceKind, loader.one_of(path, number, row, "kind", PLACE_KINDS))
            place = Place(
                row.get("pcode") or f"rasad:{name.removesuffix('.tsv')}:{number}", row["name_en"], row["name_ar"], kind,
                row["admin1"] or None, row["admin2"] or None, row["country"].upper(), _degrees(path, number, row, "latitude", 90),
                _degrees(path, number, row, "longitude", 180), _degrees(path, number, row, "radius_km", 3_000), 0,
                row.get("pcode") or None, layer,
            )  # fmt: skip
            # A bracket only tells namesakes apart: الصالحية (البوكمال).
            names = [row["name_ar"], *loader.alternatives(row["aliases"])]
            yield place, keys_of([_BRACKET.sub("", n) for n in names])


def _degrees(path: str, number: int, row: loader.Row, column: str, most: float) -> float | None:
    """A number between -most and most, or None for an empty cell."""
    if not row[column]:
        return None
    try:
        value = float(row[column])
    except ValueError:
        raise LexiconError(path, number, f"{column} is {row[column]!r}, no number") from None
    if not -most <= value <= most:
        raise LexiconError(path, number, f"{column} is {value}, not within {most}")
    return value


__all__ = ["COLUMNS", "HOME", "TRUSTED_POPULATION", "Gazetteer", "Place", "data_home", "key_of", "load", "user_layers"]
