"""`rasad places`: looks names up in the gazetteer, adds what a user has, downloads what GeoNames has."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from rasad.cli.render import isolate
from rasad.errors import UnknownPlace
from rasad.ingest.download import Downloaded, download
from rasad.ingest.download import Progress as OnBytes
from rasad.lexicon import gazetteer, gazetteer_import
from rasad.lexicon.placeform import Place

GEONAMES: Final = "https://download.geonames.org/export/dump"
LICENCE: Final = "GeoNames, https://www.geonames.org, CC BY 4.0: name GeoNames in what you publish from it."


def search(name: str, country: str | None, format: str) -> int:
    """Print every candidate, the order of the layers kept. Returns the exit code.

    Raises:
        UnknownPlace: no layer has the name.
    """
    if format not in ("table", "jsonl"):
        raise typer.BadParameter(f"{format!r} is not one of table, jsonl", param_hint="--format")
    code = _country(country) if country is not None else None
    known = gazetteer.load()
    found = [p for p in known.search(name) if code in (None, p.country)]
    if not found:
        where = f" in {code}" if code else ""
        raise UnknownPlace(isolate(name), f"no layer has a place of this name{where}", "try `rasad places install` or `add`")
    for place in found:
        typer.echo(json.dumps(_fields(place), ensure_ascii=False) if format == "jsonl" else _line(place))
    return 0


def _fields(p: Place) -> dict[str, object]:
    return {
        "id": p.id, "name": p.name, "name_ar": p.name_ar, "kind": p.kind, "admin1": p.admin1, "admin2": p.admin2,
        "country": p.country, "latitude": p.latitude, "longitude": p.longitude, "radius_km": p.radius_km, "pcode": p.pcode,
        "population": p.population or None, "layer": p.layer,
    }  # fmt: skip


def _line(p: Place) -> str:
    """One candidate on one line, the Arabic name last, where it cannot disturb the columns."""
    point = f"{p.latitude:.3f}, {p.longitude:.3f}" if p.latitude is not None and p.longitude is not None else "no point"
    radius = f"±{p.radius_km:g} km" if p.radius_km is not None else ""
    region = " / ".join(part for part in (p.country, p.admin1, p.admin2) if part)
    code = f"  {p.pcode}" if p.pcode else ""
    return f"{p.kind:<11} {region:<38} {point:<16} {radius:<8} {p.layer:<12}{code} {p.name}  {isolate(p.name_ar)}"


def add(file: Path, name: str | None, country: str | None, alternates: Path | None) -> int:
    """Add a file as a layer. Returns the exit code."""
    layer, count = gazetteer_import.add(file, name, _country(country) if country else None, alternates=alternates)
    typer.echo(f"{count:,} places with Arabic names added as layer {layer.name.removesuffix('.tsv.gz')}: {layer}", err=True)
    return 0


def install(country: str, mirror: str | None, sha256: str | None) -> int:
    """Download the country's GeoNames dump and alternate names, and add them as a layer. Returns the exit code.

    Raises:
        DownloadFailed, BadChecksum: see rasad.ingest.download.
        InputError: what came is no GeoNames dump.
    """
    code = _country(country)
    if sha256 is not None and not re.fullmatch("[0-9a-fA-F]{64}", sha256):
        raise typer.BadParameter("a SHA-256 has 64 hexadecimal digits", param_hint="--sha256")
    base = (mirror or GEONAMES).rstrip("/")
    folder = gazetteer.data_home() / "downloads"
    typer.echo(f"rasad: {LICENCE}", err=True)
    with _bar(f"{code} places") as on_bytes:
        dump = download(f"{base}/{code}.zip", folder / f"{code}.zip", sha256, on_bytes)
    with _bar(f"{code} Arabic names") as on_bytes:
        names = download(f"{base}/alternatenames/{code}.zip", folder / f"{code}-names.zip", None, on_bytes)
    layer, count = gazetteer_import.add(dump.path, f"geonames-{code}", code, alternates=names.path)
    _note(layer, base, code, dump, names)
    for got in (dump, names):
        got.path.unlink()
    typer.echo(f"{count:,} places with Arabic names installed as layer {layer.name.removesuffix('.tsv.gz')}", err=True)
    typer.echo(f"SHA-256 of the dump: {dump.sha256}", err=True)
    return 0


def _note(layer: Path, base: str, code: str, dump: Downloaded, names: Downloaded) -> None:
    """Beside the layer: where it is from, when, its digests and its licence, for whoever must cite it."""
    about = {
        "source": f"{base}/{code}.zip", "alternate_names": f"{base}/alternatenames/{code}.zip",
        "downloaded": datetime.now(UTC).isoformat(timespec="seconds"), "sha256": dump.sha256,
        "alternate_names_sha256": names.sha256, "licence": LICENCE,
    }  # fmt: skip
    layer.with_name(layer.name.replace(".tsv.gz", ".json")).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def _country(code: str) -> str:
    if not re.fullmatch("[A-Za-z]{2}", code):
        raise typer.BadParameter(f"{code!r} is no code of two letters such as SY", param_hint="COUNTRY")
    return code.upper()


@contextmanager
def _bar(what: str) -> Iterator[OnBytes | None]:
    """A bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn(what), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda have, total: progress.update(task, completed=have, total=total)
