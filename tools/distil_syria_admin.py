"""Distils Syria's administrative levels 1 to 3 with OCHA p-codes into `data/places/admin-sy.tsv`.

    python tools/distil_syria_admin.py FOLDER

FOLDER holds `governorates.json.gz`, `districts.json.gz`, `subdistricts.json.gz` of Open-Syria data-geography
(CC BY 4.0, attributed in `data/places/README.md`). Only facts are kept: names, centroid, area, p-code.
"""

import gzip
import json
import math
import sys
from pathlib import Path
from typing import Any, Final

TARGET: Final = Path(__file__).parents[1] / "src" / "rasad" / "lexicon" / "data" / "places" / "admin-sy.tsv"
COLUMNS: Final = (
    "name_ar", "aliases", "name_en", "kind", "admin1", "admin2", "country", "latitude", "longitude", "radius_km",
    "source", "pcode",
)  # fmt: skip
SOURCE: Final = "Open-Syria data-geography"
#: Governorate names of the codebook, by p-code.
GOVERNORATES: Final = {
    "SY01": "Damascus", "SY02": "Aleppo", "SY03": "Rif Dimashq", "SY04": "Homs", "SY05": "Hama", "SY06": "Latakia",
    "SY07": "Idlib", "SY08": "Hasakah", "SY09": "Deir ez-Zor", "SY10": "Tartus", "SY11": "Raqqa", "SY12": "Daraa",
    "SY13": "Suwayda", "SY14": "Quneitra",
}  # fmt: skip


def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(folder / f"{name}.json.gz", "rt", encoding="utf-8") as file:
        data: list[dict[str, Any]] = json.load(file)
    return data


def _radius(area_km2: float) -> int:
    """Radius in km of a circle of that area."""
    return max(2, round(math.sqrt(area_km2 / math.pi)))


def _row(item: dict[str, Any], word: str, kind: str, admin1: str, admin2: str) -> list[str]:
    """One line. A district or subdistrict is only ever meant where its rank is said: its bare name is its seat."""
    bare = item["name"]["ar"].removeprefix("مركز ").strip()
    others = [a["value"].strip() for a in item.get("aliases", ()) if a["language"] == "ar" and a["type"] == "alias"]
    names = [n.removeprefix(f"{word} ").removeprefix("مركز ") for n in [bare, *others]]
    names = list(dict.fromkeys(n for n in names if n))
    prefix = f"{word} " if word else ""
    centre = item["centroid"]
    code = item["externalIds"]["ochaPcode"]
    name = GOVERNORATES[code] if not word else item["name"]["en"]
    return [
        prefix + names[0], "|".join(prefix + n for n in names[1:]), name, kind, admin1, admin2, "SY",
        f"{centre['latitude']:.3f}", f"{centre['longitude']:.3f}", str(_radius(item.get("area", {}).get("value", 300.0))),
        SOURCE, code,
    ]  # fmt: skip


def main(folder: Path) -> None:
    """Write the table."""
    governorates = _read(folder, "governorates")
    districts = _read(folder, "districts")
    first = {g["id"]: GOVERNORATES[g["externalIds"]["ochaPcode"]] for g in governorates}
    second = {d["id"]: d["name"]["en"] for d in districts}
    rows = [_row(g, "", "governorate", first[g["id"]], "") for g in governorates]
    rows += [_row(d, "منطقة", "area", first[d["governorateId"]], d["name"]["en"]) for d in districts]
    rows += [_row(s, "ناحية", "area", first[s["governorateId"]], second[s["districtId"]]) for s in _read(folder, "subdistricts")]
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(rows)} rows in {TARGET.name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
