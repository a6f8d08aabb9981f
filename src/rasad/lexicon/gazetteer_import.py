"""Turns gazetteers that a user has into layers of their own: Who's On First, GeoNames dumps, OCHA p-code tables.

Parsers are pure: bytes in, places with their Arabic names out. `add` writes a layer into the user's folder, which is
made only then. What a file is, is read from its content.

| kind | told by | places without an Arabic name |
| --- | --- | --- |
| wof | a TSV whose header begins with `wof_id`; or GeoJSON: a FeatureCollection, one feature a line, or a bundle | left out |
| geonames | 19 tab-separated columns without a header, the first a number | left out |
| pcodes | a CSV or TSV with a header that has a p-code column (ADM1_PCODE, admin2Pcode, pcode …) | left out |
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from rasad.errors import BadTable, UnsupportedInput
from rasad.lexicon import gazetteer
from rasad.lexicon.placeform import Place, key_of, radius_of, to_line, write_layer
from rasad.lexicon.unpack import unpacked
from rasad.model.vocab import PlaceKind

Kind = Literal["wof", "geonames", "pcodes"]
Found = Iterator[tuple[Place, list[str]]]
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_WOF_KINDS: Final[dict[str, PlaceKind]] = {
    "locality": "settlement", "neighbourhood": "area", "macrohood": "area", "borough": "area", "county": "area",
    "localadmin": "area", "macrocounty": "area", "region": "governorate", "macroregion": "area", "campus": "site",
    "country": "country",
}  # fmt: skip
#: GeoNames feature codes that reports name, beside every populated place (class P).
_GEONAMES_KINDS: Final[dict[str, PlaceKind]] = {
    "ADM1": "governorate", "ADM2": "area", "ADM3": "area", "PCLI": "country", "AIRB": "site", "AIRP": "site", "AIRF": "site",
    "DAM": "site", "BDG": "site", "CMPRF": "site", "MILB": "site", "INSM": "site", "OILF": "site", "PRT": "site", "PS": "site",
    "OILR": "site", "MT": "area", "MTS": "area", "HLL": "area", "WAD": "area", "LK": "area", "RGN": "area", "PLN": "area",
    "ISL": "area", "FLD": "area", "CSTM": "site", "PPLX": "area",
}  # fmt: skip
_WIDTH: Final = 19
#: A feature's geometry may stand before its properties, and a province's outline is long.
_SNIFFED: Final = 2_000_000


def add(
    source: Path, name: str | None = None, country: str | None = None, home: Path | None = None, alternates: Path | None = None
) -> tuple[Path, int]:
    """Turn a file into a layer of the user; (the layer's path, number of places).

    Args:
        source: the file: plain, gzipped, zipped, or a tar of any packing.
        name: of the layer, by default the file's; a layer of that name is replaced.
        country: ISO code of the places where the file does not say it; by default read from names like wof-SY.tsv.
        home: the user's folder, by default `gazetteer.data_home()`.
        alternates: GeoNames' file of alternate names; its Arabic names come before those of the dump.

    Raises:
        InputError: no such file, no gazetteer that is known, or a row that breaks the format.
    """
    lines = [to_line(place, names) for place, names in read(source, country, alternates) if not _shipped(place, names)]
    if not lines:
        raise BadTable(str(source), "holds no place with an Arabic name")
    folder = (home or gazetteer.data_home()) / "places"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{re.sub(r'[^A-Za-z0-9_-]+', '-', name or source.name.split('.')[0]).strip('-').lower()}.tsv.gz"
    count = write_layer(target, lines)
    gazetteer.load.cache_clear()
    return target, count


def read(source: Path, country: str | None = None, alternates: Path | None = None) -> Found:
    """The places of a file with their Arabic names, the main one first. Raises as `add` does."""
    text = unpacked(source)
    kind = sniff(str(source), text)
    if alternates is not None and kind != "geonames":
        raise UnsupportedInput(str(alternates), "alternate names belong to a GeoNames dump", f"{source.name} is none")
    guess = re.search(r"(?:^|[-_])([a-z]{2})(?:[-_.]|$)", source.name, re.IGNORECASE)
    code = (country or (guess.group(1) if guess else "")).upper()
    if kind == "geonames":
        return _geonames(str(source), text, _alternates(alternates) if alternates is not None else {})
    readers: dict[Kind, Callable[[str, str, str], Found]] = {"wof": _wof, "pcodes": _pcodes}
    return readers[kind](str(source), text, code)


def sniff(source: str, text: str) -> Kind:
    """What gazetteer a text is.

    Raises:
        UnsupportedInput: none that is read here.
    """
    head = text[:4000].lstrip("\ufeff \n")
    line = head.split("\n", 1)[0]
    if line.startswith("wof_id") or (head.startswith("{") and "wof:" in text[:_SNIFFED]):
        return "wof"
    if line.count("\t") == _WIDTH - 1 and line.split("\t")[0].isdigit():
        return "geonames"
    if re.search(r"p_?code", line, re.IGNORECASE):
        return "pcodes"
    raise UnsupportedInput(source, "is no gazetteer that is known", "Who's On First, a GeoNames dump, or an OCHA p-code table")


def _wof(source: str, text: str, country: str) -> Found:
    if text.lstrip().startswith("{"):
        yield from _wof_geojson(source, text, country)
        return
    # The flat files are quoted like CSV where a name has a quotation mark or a line end in it.
    rows = csv.DictReader(io.StringIO(text), delimiter="\t")
    for number, row in enumerate(rows, start=2):
        try:
            kind = _WOF_KINDS.get(row["placetype"])
            latitude, longitude = float(row["lat"]), float(row["lon"])
            people = int(row["population"] or 0)
        except (KeyError, TypeError, ValueError) as error:
            raise BadTable(source, f"line {number}: {error}") from error
        names = _arabic(row["name_ar"].split("|"))
        if kind is None or not names:
            continue
        if not country:
            raise BadTable(source, "does not say its country", "name the file like wof-SY.tsv or give the country")
        latin = row["name_en"].split("|")[0] or row["name_latin"]
        admin1 = admin1_name(country, row["admin1_ar"], row["admin1"])
        yield _place(f"wof:{row['wof_id']}", latin, names, kind, admin1, row["admin2"], country, (latitude, longitude), people)


def _wof_geojson(source: str, text: str, country: str) -> Found:
    try:
        whole = json.loads(text)
        features = whole.get("features", [whole])
    except json.JSONDecodeError:
        try:
            features = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError as error:
            raise BadTable(source, f"is no GeoJSON: {error}") from error
    if not all(isinstance(f, dict) and isinstance(f.get("properties"), dict) for f in features):
        raise BadTable(source, "holds something that is no GeoJSON feature")
    regions = {
        f["properties"].get("wof:id"): f["properties"] for f in features if f["properties"].get("wof:placetype") == "region"
    }
    for number, feature in enumerate(features, start=1):
        p: dict[str, Any] = feature["properties"]
        kind = _WOF_KINDS.get(p.get("wof:placetype", ""))
        names = _arabic([*p.get("name:ara_x_preferred", []), *p.get("name:ara_x_variant", []), p.get("wof:name", "")])
        if kind is None or not names or p.get("edtf:deprecated"):
            continue
        try:
            point = float(p["geom:latitude"]), float(p["geom:longitude"])
            ident = int(p["wof:id"])
        except (KeyError, TypeError, ValueError) as error:
            raise BadTable(source, f"feature {number}: {error}") from error
        latin = next(iter(p.get("name:eng_x_preferred", [])), p.get("wof:name", ""))
        people = int(p.get("wof:population") or p.get("gn:population") or 0)
        code = str(p.get("wof:country") or country).upper()
        above = regions.get(next(iter(p.get("wof:hierarchy") or [{}])).get("region_id"))
        admin1 = _region_name(code, above) if above is not None else None
        yield _place(f"wof:{ident}", latin, names, kind, admin1, None, code, point, people)


def _region_name(country: str, region: dict[str, Any]) -> str:
    arabic = [*region.get("name:ara_x_preferred", []), *region.get("name:ara_x_variant", [])]
    return admin1_name(country, "|".join(arabic), next(iter(region.get("name:eng_x_preferred", [])), region.get("wof:name", "")))


def _alternates(source: Path) -> dict[str, list[str]]:
    """Arabic names by GeoNames id, preferred ones first, of a file of alternate names (10 columns, or 8 in old ones).

    Raises:
        InputError: as `add`, or a row that breaks the format.
    """
    found: dict[str, list[str]] = {}
    for number, line in enumerate(unpacked(source).split("\n"), start=1):
        c = line.split("\t")
        if not line:
            continue
        if not 4 <= len(c) <= 10 or not c[1].isdigit():
            raise BadTable(str(source), f"line {number}: no row of GeoNames' alternate names")
        if c[2] == "ar" and _ARABIC.search(c[3]):
            names = found.setdefault(c[1], [])
            names.insert(0 if c[4:5] == ["1"] else len(names), c[3])
    return found


def _geonames(source: str, text: str, alternates: dict[str, list[str]]) -> Found:
    rows = []
    first: dict[tuple[str, str], str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        c = line.split("\t")
        if not line:
            continue
        if len(c) != _WIDTH:
            raise BadTable(source, f"line {number}: {len(c)} columns where a GeoNames dump has {_WIDTH}")
        kind = "settlement" if c[6] == "P" and c[7] != "PPLX" else _GEONAMES_KINDS.get(c[7])
        names = _arabic([*alternates.get(c[0], []), *c[3].split(",")])
        if c[7] == "ADM1":
            first[c[8], c[10]] = admin1_name(c[8], names[0] if names else "", c[2] or c[1])
        if kind is not None and names:
            rows.append((number, c, kind, names))
    for number, c, kind, names in rows:
        try:
            point, people = (float(c[4]), float(c[5])), int(c[14] or 0)
        except ValueError as error:
            raise BadTable(source, f"line {number}: {error}") from error
        yield _place(f"geonames:{c[0]}", c[2] or c[1], names, kind, first.get((c[8], c[10])), None, c[8], point, people)


def _pcodes(source: str, text: str, country: str) -> Found:
    header = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=header.count)
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=delimiter), start=2):
        cells = {re.sub(r"[^a-z0-9]", "", (k or "").lower()): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
        level = next((n for n in (4, 3, 2, 1) if _cell(cells, n, "pcode")), 0)
        code = cells.get("pcode") or _cell(cells, level, "pcode")
        names = _arabic([cells.get("featurenamear", ""), cells.get("namear", ""), _cell(cells, level, "ar")])
        if not code or not names:
            continue
        point = _point(source, number, cells)
        iso = country if len(country) == 2 and not code[:2].isalpha() else code[:2].upper()
        own = bool(cells.get("featurenamear") or cells.get("namear")) and level < 4
        kind: PlaceKind = "settlement" if own or level == 4 else "governorate" if level == 1 else "area"
        latin = cells.get("featurenameen") or cells.get("nameen") or _cell(cells, level, "en")
        admin1 = (
            admin1_name(iso, _cell(cells, 1, "ar"), _cell(cells, 1, "en"))
            if _cell(cells, 1, "pcode") or _cell(cells, 1, "en")
            else None
        )
        place = _place(f"ocha:{code}", latin, names, kind, admin1, _cell(cells, 2, "en") or None, iso, point, 0, code)
        yield place


def _cell(cells: dict[str, str], level: int, what: str) -> str:
    """ADM2_AR, admin2Name_ar, adm2_name_ar, ADM2_PCODE, admin2Pcode … of a row."""
    patterns = [f"adm{level}{what}", f"admin{level}{what}", f"adm{level}name{what}", f"admin{level}name{what}"]
    return next((cells[p] for p in patterns if cells.get(p)), "")


def _point(source: str, number: int, cells: dict[str, str]) -> tuple[float, float] | None:
    for north, east in (("latitude", "longitude"), ("lat", "lon"), ("lat", "long"), ("centerlat", "centerlon"), ("y", "x")):
        if cells.get(north) and cells.get(east):
            try:
                return float(cells[north]), float(cells[east])
            except ValueError as error:
                raise BadTable(source, f"line {number}: {error}") from error
    return None


def _arabic(names: list[str]) -> list[str]:
    return list(dict.fromkeys(n for n in (" ".join(raw.replace("|", " ").split()) for raw in names) if _ARABIC.search(n)))


def _place(
    ident: str, latin: str, names: list[str], kind: PlaceKind, admin1: str | None, admin2: str | None, country: str,
    point: tuple[float, float] | None, people: int, pcode: str | None = None,
) -> tuple[Place, list[str]]:  # fmt: skip
    radius = radius_of(people) if kind == "settlement" else 1.0 if kind == "site" else 60.0 if kind == "governorate" else 10.0
    latitude, longitude = point if point is not None else (None, None)
    return Place(
        ident, latin, names[0], kind, admin1 or None, admin2 or None, country, latitude, longitude, radius, people, pcode
    ), names


def _shipped(place: Place, names: list[str]) -> bool:
    """Whether Rasad has this governorate or country itself: a second row of it, with another point, only misleads."""
    shipped = gazetteer.load(user=False)
    known = [p for name in names for p in shipped.get(key_of(name))]
    return place.kind in ("governorate", "country") and any(p.kind == place.kind and p.country == place.country for p in known)


def admin1_name(country: str, arabic: str, other: str) -> str:
    """The name that Rasad gives an admin 1, found by its Arabic name, else by its Latin one; else the file's own."""
    shipped = gazetteer.load(user=False)
    for name in re.split(r"[|,]", arabic):
        key = key_of(name).removeprefix("محافظه ").removeprefix("ولايه ")
        for form in (key, *shipped.variants(key)):
            for place in shipped.get(form):
                if place.kind == "governorate" and place.country == country and place.admin1:
                    return place.admin1
    return _governorates().get((country, _bare_latin(other)), other)


@cache
def _governorates() -> dict[tuple[str, str], str]:
    """(country, bare Latin name) of each governorate → the name that Rasad gives it."""
    shipped = gazetteer.load(user=False)
    places = [shipped.place(row) for layer in shipped.layers if layer.name == "admin" for row in range(layer.first, layer.last)]
    return {(p.country, _bare_latin(p.admin1)): p.admin1 for p in places if p.kind == "governorate" and p.admin1}


def _bare_latin(name: str) -> str:
    """A Latin name without article, marks and doubled letters.

    >>> _bare_latin("Al Bayḑā'"), _bare_latin("Ma'rib")
    ('bayda', 'marib')
    """
    letters = unicodedata.normalize("NFKD", name).lower()
    words = ["".join(c for c in word if c.isalpha() and c.isascii()) for word in re.split(r"[\s-]+", letters)]
    kept = [word for word in words if word and word not in _ARTICLES]
    return re.sub(r"(.)\1+", r"\1", "".join(kept))


_ARTICLES: Final = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
