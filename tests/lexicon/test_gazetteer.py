"""The gazetteer: its layers, its spellings, its cost; and the importers of other gazetteers."""

import gzip
import io
import json
import tarfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import BadTable, InputError, LexiconError, MissingInput, UndecodableInput, UnsupportedInput
from rasad.lexicon import gazetteer, gazetteer_import, loader, unpack
from rasad.lexicon.gazetteer import HOME, Gazetteer
from rasad.lexicon.placeform import COLUMNS, Place, from_line, key_of, keys_of, kilometres, read_layer, to_line, write_layer
from rasad.model.vocab import PLACE_KINDS

GOVERNORATES = [
    "Aleppo",
    "Damascus",
    "Daraa",
    "Deir ez-Zor",
    "Hama",
    "Hasakah",
    "Homs",
    "Idlib",
    "Latakia",
    "Quneitra",
    "Raqqa",
    "Rif Dimashq",
    "Suwayda",
    "Tartus",
]
WOF_HEADER = (
    "wof_id\tplacetype\tname_latin\tname_ar\tname_en\tlat\tlon\tadmin1\tadmin1_ar\tadmin2\tadmin2_ar"
    "\tgeonames_id\twikidata_id\tpopulation"
)


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return gazetteer.load(user=False)


def _all(shipped: Gazetteer) -> list[Place]:
    return [shipped.place(row) for row in range(len(shipped))]


def test_layers_are_there(shipped: Gazetteer) -> None:
    assert [layer.name for layer in shipped.layers] == ["supplement", "admin", "world"]
    assert all(layer.last > layer.first for layer in shipped.layers)


def test_every_row_is_sound(shipped: Gazetteer) -> None:
    for place in _all(shipped):
        assert place.kind in PLACE_KINDS
        assert len(place.country) == 2 and place.country.isupper(), place
        assert place.name and place.name_ar, place
        assert (place.latitude is None) == (place.longitude is None)


def test_syrian_governorates_bear_the_codebooks_names(shipped: Gazetteer) -> None:
    found = {p.admin1 for p in _all(shipped) if p.country == "SY" and p.admin1}
    assert found == set(GOVERNORATES)


def test_home_places_use_the_known_admin1_names(shipped: Gazetteer) -> None:
    known = {(p.country, p.admin1) for p in _all(shipped) if p.kind == "governorate" and p.layer == "admin"}
    strange = {(p.country, p.admin1) for p in _all(shipped) if p.layer == "world" and p.country in HOME and p.admin1} - known
    assert not strange


def test_p_codes_of_syria(shipped: Gazetteer) -> None:
    codes = [p.pcode for p in _all(shipped) if p.country == "SY" and p.pcode]
    assert len(codes) == len(set(codes)) == 14 + 62 + 272
    [idlib] = [p for p in shipped.get(key_of("إدلب")) if p.pcode]
    assert (idlib.pcode, idlib.kind) == ("SY07", "governorate")


def test_world_keys_are_folded_as_names_are() -> None:
    data = (Path(loader.__file__).parent / "data" / "places" / "world.tsv.gz").read_bytes()
    for line in read_layer("world.tsv.gz", data):
        keys, _, name = line.split("\t")[:3]
        assert key_of(name) in keys.split("|")
        assert all(key == key_of(key) for key in keys.split("|"))


def test_the_world_file_is_small() -> None:
    assert (Path(loader.__file__).parent / "data" / "places" / "world.tsv.gz").stat().st_size <= 1_500_000


@pytest.mark.parametrize(
    ("written", "admin1"),
    [("دير الزور", "Deir ez-Zor"), ("ديرالزور", "Deir ez-Zor"), ("كفر نبل", "Idlib"), ("منبج", "Aleppo"), ("رقة", "Raqqa")],
)
def test_spellings_lead_to_the_place(shipped: Gazetteer, written: str, admin1: str) -> None:
    assert any(p.admin1 == admin1 for p in shipped.search(written))


def test_search_gives_every_namesake(shipped: Gazetteer) -> None:
    assert len({(p.admin1, p.name) for p in shipped.search("الصالحية")}) >= 4


def test_unknown_names_lead_nowhere(shipped: Gazetteer) -> None:
    assert shipped.search("شمهورش") == ()


def test_default_load_is_fast() -> None:
    gazetteer.load.cache_clear()
    began = time.perf_counter()
    gazetteer.load(user=False)
    assert time.perf_counter() - began < 0.6


def test_a_hundred_thousand_names_load_in_a_second_and_150_mb() -> None:
    lines = [
        f"قريه {n}|ضيعه {n}\ttest:{n}\tقرية {n}\tVillage {n}\tsettlement\tIdlib\tHarim\tSY\t35.{n % 1000:03}\t36.5\t2\t\t"
        for n in range(50_000)
    ]
    tracemalloc.start()
    large = Gazetteer()
    large.add_lines("user:test", lines)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert large.names == 100_000
    assert peak < 150e6
    began = time.perf_counter()
    again = Gazetteer()
    again.add_lines("user:test", lines)
    assert time.perf_counter() - began < 1.0
    assert again.get("ضيعه 7")[0].name == "Village 7"


# -- layers of the user ------------------------------------------------------------------------------------------------

_text = st.text(st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0x6FF), min_size=1, max_size=12)
_places = st.builds(
    Place,
    id=st.integers(1, 10**9).map(lambda n: f"test:{n}"),
    name=_text,
    name_ar=st.sampled_from(["حطلة", "أم ولد", "كفر نبل"]),
    kind=st.sampled_from(PLACE_KINDS),
    admin1=st.none() | _text,
    admin2=st.none() | _text,
    country=st.sampled_from(["SY", "IQ"]),
    latitude=st.floats(-90, 90).map(lambda x: round(x, 4) + 0.0),
    longitude=st.floats(-180, 180).map(lambda x: round(x, 4) + 0.0),
    radius_km=st.none() | st.integers(1, 500).map(float),
    population=st.integers(0, 10**7),
    pcode=st.none() | st.just("SY070001"),
    layer=st.just("user:test"),
)


@given(_places, st.lists(st.sampled_from(["حطلة", "الحَطلة", "تل | حطلة", "حطلة\tالكبيرة"]), max_size=3))
def test_a_place_comes_back_from_its_line(place: Place, aliases: list[str]) -> None:
    line = to_line(place, [place.name_ar, *aliases])
    assert line.count("\t") == len(COLUMNS) - 1
    assert from_line(line, "user:test") == place
    assert line.split("\t")[0].split("|") == list(keys_of([place.name_ar, *aliases]))


def test_a_layer_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    line = to_line(Place("a:1", "Hatla", "حطلة", "settlement", None, None, "SY", 35.36, 40.2, 2.0), ["حطلة"])
    for name in ("a.tsv.gz", "b.tsv.gz"):
        assert write_layer(tmp_path / name, [line]) == 1
    assert (tmp_path / "a.tsv.gz").read_bytes() == (tmp_path / "b.tsv.gz").read_bytes()
    assert read_layer("a.tsv.gz", (tmp_path / "a.tsv.gz").read_bytes()) == [line]


@pytest.mark.parametrize(
    "data", [b"no gzip", gzip.compress(b"other\theader\n"), gzip.compress("\t".join(COLUMNS).encode() + b"\nx\ty\n")]
)
def test_a_broken_layer_is_a_lexicon_error(data: bytes) -> None:
    with pytest.raises(LexiconError):
        read_layer("broken.tsv.gz", data)


def _wof(*rows: str) -> bytes:
    return "\n".join([WOF_HEADER, *rows, ""]).encode()


ROW = "7\tlocality\tHatlah\tحطلة|Ḩaţlah\tHatla\t35.363\t40.181\tDays Az Zawr\tدير الزور|محافظة دير الزور\tX\t\t1\tQ1\t1200"


@pytest.mark.parametrize("packed", [False, True])
def test_whos_on_first_becomes_a_layer(tmp_path: Path, packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / ("wof-sy.tsv.gz" if packed else "wof-sy.tsv")
    source.write_bytes(gzip.compress(_wof(ROW)) if packed else _wof(ROW))
    home = tmp_path / "home"
    monkeypatch.setenv("RASAD_HOME", str(home))
    assert gazetteer.user_layers() == [] and not home.exists()
    target, count = gazetteer_import.add(source)
    assert (target, count) == (home / "places" / "wof-sy.tsv.gz", 1)
    loaded = gazetteer.load()
    [place] = [p for p in loaded.get("حطله") if p.layer == "user:wof-sy"]
    assert (place.id, place.name, place.admin1, place.country) == ("wof:7", "Hatla", "Deir ez-Zor", "SY")
    assert kilometres((place.latitude or 0, place.longitude or 0), (35.363, 40.181)) < 0.1
    gazetteer.load.cache_clear()


def test_whos_on_first_geojson(tmp_path: Path) -> None:
    source = tmp_path / "bundle.geojson"
    feature = {
        "type": "Feature",
        "properties": {
            "wof:id": 9, "wof:placetype": "locality", "wof:name": "Hatlah", "wof:country": "SY",
            "name:ara_x_preferred": ["حطلة"], "geom:latitude": 35.36, "geom:longitude": 40.18,
        },
    }  # fmt: skip
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    [(place, names)] = gazetteer_import.read(source)
    assert (place.id, place.kind, names) == ("wof:9", "settlement", ["حطلة"])


def _geonames(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in rows) + "\n"


def _row(ident: str, name: str, arabic: str, cls: str, code: str, admin1: str) -> tuple[str, ...]:
    return (
        ident,
        name,
        name,
        f"{name},{arabic}",
        "35.8",
        "36.6",
        cls,
        code,
        "SY",
        "",
        admin1,
        "",
        "",
        "",
        "900",
        "",
        "0",
        "Asia/Damascus",
        "2020-01-01",
    )


def test_geonames_dump_plain_and_zipped(tmp_path: Path) -> None:
    text = _geonames(_row("1", "Idlib", "محافظة إدلب", "A", "ADM1", "12"), _row("2", "Ihsim", "إحسم", "P", "PPL", "12"))
    (tmp_path / "SY.txt").write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr("SY.txt", text)
    for name in ("SY.txt", "SY.zip"):
        places = [place for place, _ in gazetteer_import.read(tmp_path / name)]
        assert [(p.kind, p.admin1) for p in places] == [("governorate", "Idlib"), ("settlement", "Idlib")]


def test_ocha_p_code_table(tmp_path: Path) -> None:
    source = tmp_path / "syr_admin.csv"
    source.write_text(
        "ADM3_EN,ADM3_AR,ADM3_PCODE,ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,latitude,longitude\n"
        "Ehsem,ناحية احسم,SY070302,Ariha,SY0703,Idleb,إدلب,SY07,35.7,36.5\n",
        encoding="utf-8",
    )
    [(place, names)] = gazetteer_import.read(source)
    assert (place.pcode, place.kind, place.admin1, place.admin2, place.country) == ("SY070302", "area", "Idlib", "Ariha", "SY")
    assert names == ["ناحية احسم"]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("wof-sy.tsv", _wof(ROW.replace("35.363", "north")), BadTable),
        ("nowhere.tsv", _wof(ROW), BadTable),
        ("wof-sy.tsv", _wof(ROW.replace("حطلة|", "")), BadTable),
        ("letter.txt", b"Dear reader", UnsupportedInput),
        ("x.zip", b"PK\x03\x04 broken", UnsupportedInput),
        ("x.tsv.gz", b"\x1f\x8b broken", UnsupportedInput),
        ("x.tsv", b"\xff\xfe\x00", UndecodableInput),
        ("SY.txt", _geonames(_row("1", "A", "إحسم", "P", "PPL", "12")).encode() + b"2\tshort\n", BadTable),
    ],
)
def test_bad_files_are_typed_errors(tmp_path: Path, name: str, data: bytes, error: type[InputError]) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    with pytest.raises(error) as caught:
        gazetteer_import.add(source, home=tmp_path / "home")
    assert str(source) in str(caught.value)
    assert not (tmp_path / "home").exists()


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        gazetteer_import.add(tmp_path / "none.tsv")


def _feature(ident: int, kind: str, name: str, **more: object) -> str:
    properties = {
        "wof:id": ident, "wof:placetype": kind, "wof:name": "x", "wof:country": "SY", "name:ara_x_preferred": [name],
        "geom:latitude": 35.5, "geom:longitude": 36.5, **more,
    }  # fmt: skip
    return json.dumps({"type": "Feature", "properties": properties, "geometry": None}, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("packing", ["tar.bz2", "tar.gz", "zip"])
def test_whos_on_first_bundle(tmp_path: Path, packing: str) -> None:
    members = {
        "data/1/1.geojson": _feature(1, "region", "محافظة إدلب"),
        "data/2/2.geojson": _feature(2, "locality", "كفر مثال", **{"wof:hierarchy": [{"region_id": 1}]}),
        "data/2/2-alt-other.geojson": _feature(2, "locality", "كفر مثال الأخرى"),
        "meta/README.txt": "read me",
    }
    bundle = tmp_path / f"wof.{packing}"
    if packing == "zip":
        with zipfile.ZipFile(bundle, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
    else:
        with tarfile.open(bundle, f"w:{packing.removeprefix('tar.')}") as tar:  # type: ignore[call-overload]
            for name, text in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(text.encode())
                tar.addfile(info, io.BytesIO(text.encode()))
    places = [place for place, _ in gazetteer_import.read(bundle)]
    assert [(p.name_ar, p.kind, p.admin1, p.country) for p in places] == [
        ("محافظة إدلب", "governorate", None, "SY"),
        ("كفر مثال", "settlement", "Idlib", "SY"),
    ]


def test_what_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 1000)
    (tmp_path / "a.tsv.gz").write_bytes(gzip.compress(b"x" * 5000))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"x" * 5000)
    for name in ("a.tsv.gz", "a.zip"):
        with pytest.raises(UnsupportedInput, match="unpacks to more"):
            unpack.unpacked(tmp_path / name)


def test_features_that_are_none_are_named(tmp_path: Path) -> None:
    (tmp_path / "wof-sy.geojson").write_text('{"features": [{"wof:id": 1}, 7]}')
    with pytest.raises(BadTable, match="no GeoJSON feature"):
        list(gazetteer_import.read(tmp_path / "wof-sy.geojson"))
