"""`rasad places`: search, add, and install from a local server."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasad.cli import main
from rasad.errors import BadChecksum, DownloadFailed, UnknownPlace, UnsupportedInput
from rasad.lexicon import gazetteer
from tests.ingest.server import Files, serving

RUN = CliRunner()
#: Two places of an invented dump: one named in Arabic only by the alternate names.
DUMP = (
    "1\tTall Tajriba\tTall Tajriba\t\t35.5\t36.5\tP\tPPL\tSY\t\t12\t\t\t\t800\t\t0\tAsia/Damascus\t2020-01-01\n"
    "2\tKafr Mithal\tKafr Mithal\tKafr Mithal,كفر مثال\t35.6\t36.6\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n"
)
NAMES = "11\t1\tar\tتل تجربة القديم\t\t\t\t1\t\t\n12\t1\tar\tتل تجربة\t1\t\t\t\t\t\n13\t2\ten\tKafr Mithal\t\t\t\t\t\t\n"


def packed(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr(name, text)
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's folder of the test's own; the gazetteer is read anew with it and without it."""
    monkeypatch.setenv("RASAD_HOME", str(tmp_path / "home"))
    gazetteer.load.cache_clear()
    yield tmp_path / "home"
    gazetteer.load.cache_clear()


@pytest.fixture
def files() -> Iterator[Files]:
    with serving() as server:
        server.files = {"/SY.zip": packed("SY.txt", DUMP), "/alternatenames/SY.zip": packed("SY.txt", NAMES)}
        yield server


def out(*arguments: str) -> str:
    result = RUN.invoke(main.app, ["places", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def fails(*arguments: str) -> BaseException | None:
    result = RUN.invoke(main.app, ["places", *arguments])
    assert result.exit_code != 0
    return result.exception


def test_search_shows_every_namesake_with_region_and_layer() -> None:
    lines = out("search", "الصالحيّة", "--country", "sy").splitlines()
    assert len(lines) >= 5
    assert all("SY / " in line and "supplement" in line for line in lines)
    assert len({line.split("supplement")[0] for line in lines}) >= 5, "they can be told apart by region and point"


def test_search_as_jsonl_is_for_programs() -> None:
    [first, *_] = [json.loads(line) for line in out("search", "إدلب", "--format", "jsonl").splitlines()]
    assert first["country"] == "SY" and first["latitude"] == pytest.approx(35.93, abs=0.1)


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    assert isinstance(fails("search", "تل تجربة"), UnknownPlace)


@pytest.mark.parametrize(
    "arguments", [("search", "إدلب", "--format", "xml"), ("search", "إدلب", "--country", "Syria"), ("install", "Syria")]
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert RUN.invoke(main.app, ["places", *arguments]).exit_code == 2


def test_install_then_search(files: Files, home: Path) -> None:
    result = RUN.invoke(main.app, ["places", "install", "sy", "--mirror", files.address])
    assert result.exit_code == 0, result.output
    assert "CC BY 4.0" in result.stderr and result.stdout == ""
    [found] = [json.loads(line) for line in out("search", "تل تجربة", "--format", "jsonl").splitlines()]
    assert (found["id"], found["name_ar"], found["layer"]) == ("geonames:1", "تل تجربة", "user:geonames-sy")
    assert out("search", "تل تجربة القديم") and out("search", "كفر مثال")
    about = json.loads((home / "places" / "geonames-sy.json").read_text(encoding="utf-8"))
    assert about["sha256"] and "GeoNames" in about["licence"]
    assert list((home / "downloads").iterdir()) == [], "downloads are not kept once they are a layer"


def test_install_goes_on_after_a_break(files: Files) -> None:
    files.breaks, files.cut = 3, 100
    assert isinstance(fails("install", "SY", "--mirror", files.address), DownloadFailed)
    out("install", "SY", "--mirror", files.address)
    assert "bytes=300-" in files.asked
    assert out("search", "كفر مثال")


def test_install_refuses_another_file_than_was_asked_for(files: Files, home: Path) -> None:
    assert isinstance(fails("install", "SY", "--mirror", files.address, "--sha256", "0" * 64), BadChecksum)
    assert not (home / "places").exists()


def test_add_takes_alternate_names_only_with_a_dump(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "names.txt").write_text(NAMES, encoding="utf-8")
    out("add", str(tmp_path / "SY.txt"), "--alternates", str(tmp_path / "names.txt"), "--name", "Mine")
    assert "user:mine" in out("search", "تل تجربة")
    pcodes = tmp_path / "p.csv"
    pcodes.write_text("ADM1_PCODE,ADM1_AR\nSY07,إدلب\n", encoding="utf-8")
    assert isinstance(fails("add", str(pcodes), "--alternates", str(tmp_path / "names.txt")), UnsupportedInput)


def test_what_was_added_places_events(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text(DUMP, encoding="utf-8")
    out("add", str(tmp_path / "SY.txt"))
    places = gazetteer.load().search("كفر مثال")
    assert [(p.latitude, p.longitude, p.layer) for p in places] == [(35.6, 36.6, "user:sy")]
