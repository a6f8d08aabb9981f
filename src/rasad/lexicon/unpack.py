"""The text of a gazetteer file as a user has it: plain, gzipped, zipped, or a tar of any packing. Bounded."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rasad.errors import MissingInput, UndecodableInput, UnsupportedInput

#: More than the largest country of any known gazetteer unpacks to; a file that grows past it is a trap.
MOST_BYTES: Final = 2_000_000_000


def unpacked(source: Path) -> str:
    """The text of a file. Of an archive: its table (.txt, .tsv, .csv), or its GeoJSON features, one a line.

    Raises:
        MissingInput: no such file.
        UnsupportedInput: cannot be unpacked, unpacks to more than MOST_BYTES, or is an archive of other things.
        UndecodableInput: no UTF-8.
    """
    if not source.is_file():
        raise MissingInput(str(source), "is no file")
    data = source.read_bytes()
    try:
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = _table(str(source), _zipped(str(source), archive))
        elif tarfile.is_tarfile(io.BytesIO(data)):
            with tarfile.open(fileobj=io.BytesIO(data)) as tar:
                data = _table(str(source), _tarred(str(source), tar))
        elif data[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(data)) as packed:
                data = packed.read(MOST_BYTES + 1)
            _bound(str(source), len(data))
        return data.decode("utf-8-sig")
    except (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError) as error:
        raise UnsupportedInput(str(source), f"cannot be unpacked: {error}") from error
    except UnicodeDecodeError as error:
        raise UndecodableInput(str(source), "is no UTF-8 text") from error


def _zipped(source: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    members = [m for m in archive.infolist() if _wanted(m.filename)]
    _bound(source, sum(m.file_size for m in members))
    for member in members:
        yield member.filename, archive.read(member)


def _tarred(source: str, archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    size = 0
    for member in archive:
        if member.isfile() and _wanted(member.name):
            size += member.size
            _bound(source, size)
            held = archive.extractfile(member)
            yield member.name, held.read() if held is not None else b""


def _wanted(name: str) -> bool:
    """Tables and features; no read-me, and no Who's On First feature in another geometry (85632226-alt-quattroshapes)."""
    last = name.rsplit("/", 1)[-1].lower()
    return last.endswith((".txt", ".tsv", ".csv", ".geojson")) and "readme" not in last and "-alt-" not in last


def _table(source: str, members: Iterable[tuple[str, bytes]]) -> bytes:
    features = bytearray()
    tables: list[bytes] = []
    for name, data in members:
        if name.lower().endswith(".geojson"):
            # A line end within a JSON string is escaped, so that those left are layout.
            features += b" ".join(data.split(b"\n")) + b"\n"
        else:
            tables.append(data)
    if features:
        return bytes(features)
    if not tables:
        raise UnsupportedInput(source, "is an archive without a table", "unpack it and give the table")
    return tables[0]


def _bound(source: str, size: int) -> None:
    if size > MOST_BYTES:
        raise UnsupportedInput(source, f"unpacks to more than {MOST_BYTES:,} bytes")
