"""The compact form of a place layer: one line a place, its folded names ready to be indexed.

A layer is a UTF-8 TSV, plain or gzipped, with the header `COLUMNS`. `keys` holds the folded names, joined with `|`;
they are made when a layer is made, because folding takes
ten times as long as splitting the lines.
"""

import gzip
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rasad.errors import LexiconError
from rasad.lexicon.folding import fold_phrase
from rasad.model.vocab import PlaceKind

#: Changes when `fold` changes what it does to a name: an older user layer must then be added again.
FOLDING: Final = 1
COLUMNS: Final = (
    f"keys{FOLDING}", "source", "name_ar", "name_en", "kind", "admin1", "admin2", "country", "latitude", "longitude",
    "radius_km", "population", "pcode",
)  # fmt: skip
#: The project's own list of countries that reports name: their names, and the adjectives of their people.
COUNTRY_COLUMNS: Final = ("country", "names", "adjectives", "latitude", "longitude", "source")
#: Radius in km of the point of a settlement, by its least number of inhabitants: what its built-up area spans.
_RADII: Final = ((1_000_000, 12.0), (300_000, 7.0), (100_000, 5.0), (20_000, 3.0), (0, 2.0))


@dataclass(frozen=True, slots=True)
class Place:
    """A place; coordinates in WGS 84 degrees, radius in km, `pcode` the OCHA code where known, `layer` where it is from."""

    id: str
    name: str
    name_ar: str
    kind: PlaceKind
    admin1: str | None
    admin2: str | None
    country: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    population: int = 0
    pcode: str | None = None
    layer: str = "supplement"


def key_of(name: str) -> str:
    """The folded name by which a place is looked up.

    >>> key_of("دَيْر الزّور")
    'دير الزور'
    """
    return " ".join(fold_phrase(name))


def keys_of(names: Iterable[str]) -> tuple[str, ...]:
    """The keys of several names, each once, in their order."""
    return tuple(dict.fromkeys(k for k in map(key_of, names) if k))


def radius_of(population: int) -> float:
    """Radius in km of a settlement with so many inhabitants (0 = unknown)."""
    return next(radius for least, radius in _RADII if population >= least)


def to_line(place: Place, names: Sequence[str]) -> str:
    """One line of a layer. `names`: every Arabic name, the main one first; tabs and bars in them become spaces."""
    cells = (
        "|".join(keys_of(names)), place.id, place.name_ar, place.name, place.kind, place.admin1 or "", place.admin2 or "",
        place.country, _number(place.latitude), _number(place.longitude), _number(place.radius_km), str(place.population or ""),
        place.pcode or "",
    )  # fmt: skip
    return "\t".join(" ".join(cell.split()) for cell in cells)


def from_line(line: str, layer: str) -> Place:
    """The place of a line of a layer; the keys are not looked at."""
    c = line.split("\t")
    return Place(
        c[1], c[3], c[2], c[4], c[5] or None, c[6] or None, c[7], _float(c[8]), _float(c[9]), _float(c[10]),  # type: ignore[arg-type]
        int(c[11] or 0), c[12] or None, layer,
    )  # fmt: skip


def write_layer(path: Path, lines: Iterable[str]) -> int:
    """Write lines of `to_line` as a layer, gzipped if the name ends in .gz; how many there were.

    The same lines give the same bytes: no time stamp goes into the archive.
    """
    body = ["\t".join(COLUMNS), *lines]
    data = ("\n".join(body) + "\n").encode("utf-8")
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
    return len(body) - 1


def read_layer(name: str, data: bytes) -> list[str]:
    """The lines of a layer, header left out.

    Raises:
        LexiconError: the header is another one, or the bytes are no gzip or no UTF-8 text.
    """
    try:
        text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise LexiconError(name, 0, f"is no readable layer of places: {error}") from error
    lines = text.split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise LexiconError(name, 1, "has another header than this version writes: add the file of places again")
    width = len(COLUMNS) - 1
    for number, line in enumerate(lines[1:], start=2):
        if line and line.count("\t") != width:
            raise LexiconError(name, number, f"{line.count(chr(9)) + 1} cells where the header has {width + 1}")
    return [line for line in lines[1:] if line]


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in km between two (latitude, longitude) points in degrees; mean Earth radius 6,371 km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12_742 * math.asin(math.sqrt(min(1.0, h)))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _float(cell: str) -> float | None:
    return float(cell) if cell else None
