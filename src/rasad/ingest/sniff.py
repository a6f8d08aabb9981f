"""What a file is, read from its bytes; its name decides only where the bytes leave a choice."""

import json
import re
import zipfile
import zlib
from enum import Enum
from io import BytesIO
from pathlib import PurePath
from typing import Final

from rasad.errors import UnsupportedInput
from rasad.ingest import table


class Kind(Enum):
    """The kinds of input that are read."""

    TEXT = "text"
    PAGE = "page"
    MARKDOWN = "markdown"
    JSONL = "jsonl"
    CSV = "csv"


NOT_YET: Final = "feeds, WARC and Telegram exports are not read yet in this version of Rasad"
_AS_TEXT: Final = "save its text as a .txt file and give that"

#: First bytes, what they are, and what the user can do about it.
_MAGIC: Final = (
    (b"%PDF-", "a PDF", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\x89PNG\r\n", "a PNG image", "give the text of the report"),
    (b"\xff\xd8\xff", "a JPEG image", "give the text of the report"),
    (b"GIF8", "a GIF image", "give the text of the report"),
    (b"II*\x00", "a TIFF image", "give the text of the report"),
    (b"MM\x00*", "a TIFF image", "give the text of the report"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (b"\x7fELF", "an ELF program", "give a report"),
    (b"SQLite format 3\x00", "an SQLite database", "export its rows as .csv or .jsonl"),
    (b"PAR1", "a Parquet file", "export its rows as .csv or .jsonl"),
    (b"ID3", "a sound file", "give the text of the report"),
    (b"OggS", "a sound file", "give the text of the report"),
    (b"\x1aE\xdf\xa3", "a video", "give the text of the report"),
)
_IN_ZIP: Final = (("word/", "a Word document"), ("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint document"))

_PAGE_START = re.compile(r"(?is)(?:\s|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html[\s>])")
_TAG = re.compile(r"(?i)</?(?:html|head|body|article|main|section|div|p|meta|h[1-6]|br|span|table|ul|a)\b[^<>]{0,500}>")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[\w-]+[ \t]*:.*\n|[ \t#-].*\n|\n)*?---[ \t]*(?:\n|$)")
_XML_START = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)


def refuse_binary(data: bytes, source: str) -> None:
    """Nothing, unless the bytes are a kind of file that holds no text as such.

    Raises:
        UnsupportedInput: PDF, Office, image, archive, program …, named, with what to do instead.
    """
    for magic, name, remedy in _MAGIC:
        if data.startswith(magic):
            raise _unsupported(source, name, remedy)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        raise _zip(data, source)
    if data[:2] == b"\x1f\x8b":
        raise _gzip(data, source)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise _unsupported(source, "an image, sound or video file", "give the text of the report")
    if data[4:8] == b"ftyp":
        raise _unsupported(source, "a video", "give the text of the report")
    if data[:2] == b"MZ" and b"PE\x00\x00" in data[:4096]:
        raise _unsupported(source, "a Windows program", "give a report")
    if data.startswith(b"WARC/"):
        raise _unsupported(source, "a WARC archive", NOT_YET)


def kind_of(text: str, name: str, source: str) -> Kind:
    """What a decoded input is.

    Args:
        text: the whole text.
        name: the file's name, empty for standard input.
        source: the input as the user named it, for errors.

    Raises:
        UnsupportedInput: XML or JSON of a kind that is not read.
    """
    suffix = PurePath(name).suffix.lower()
    head = text[:20_000]
    if _PAGE_START.match(head):
        return Kind.PAGE
    if _XML_START.match(head):
        raise _unsupported(source, "an XML file", NOT_YET)
    if _is_jsonl(text, suffix):
        return Kind.JSONL
    if _is_json(text, suffix):
        raise _unsupported(source, "a JSON file", f"{NOT_YET}; give one JSON record a line (.jsonl)")
    if _is_fragment(head, suffix):
        return Kind.PAGE
    if table.looks_like_table(text, named_so=suffix in (".csv", ".tsv", ".tab")):
        return Kind.CSV
    if suffix in (".md", ".markdown") or _FRONT_MATTER.match(head) or (not name and re.match(r"\s*# \S", head)):
        return Kind.MARKDOWN
    return Kind.TEXT


def _is_fragment(head: str, suffix: str) -> bool:
    """HTML without <html>: it begins with a tag and has more, or is named a page and has some."""
    tags = len(_TAG.findall(head))
    if suffix in (".html", ".htm", ".xhtml"):
        return tags >= 2
    return tags >= 4 and _TAG.match(head.lstrip()) is not None


def _is_jsonl(text: str, suffix: str) -> bool:
    """One JSON object a line: by its first lines, or by its name where a broken line stands first."""
    lines = [line for line in text[:200_000].split("\n", 40)[:40] if line.strip()]
    if not lines:
        return False
    if suffix in (".jsonl", ".ndjson"):
        return any(line.lstrip()[0] in '{["' for line in lines)
    first = text.lstrip().partition("\n")[0].strip()
    if not (first.startswith("{") and first.endswith("}")):
        return False
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and ("text" in record or len(lines) > 1)


def _is_json(text: str, suffix: str) -> bool:
    """Whether it is one JSON value, or is named so and begins as one; a report can begin with [ too."""
    start = text[:2000].lstrip()
    if start[:1] not in ("{", "["):
        return False
    if suffix in (".json", ".geojson") or re.match(r'\[?\s*\{\s*"[^"\n]{0,200}"\s*:', start):
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _zip(data: bytes, source: str) -> UnsupportedInput:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()[:500]
    except (zipfile.BadZipFile, ValueError, OSError):
        return _unsupported(source, "a zip archive", "unpack it first")
    if any(name.startswith("archive/") and ".warc" in name for name in names):
        return _unsupported(source, "a WACZ archive", NOT_YET)
    for prefix, name in _IN_ZIP:
        if any(member.startswith(prefix) for member in names):
            return _unsupported(source, name, _AS_TEXT)
    if "mimetype" in names:
        return _unsupported(source, "an OpenDocument or EPUB file", _AS_TEXT)
    return _unsupported(source, "a zip archive", "unpack it first")


def _gzip(data: bytes, source: str) -> UnsupportedInput:
    try:
        start = zlib.decompressobj(31).decompress(data[:1000], 16)
    except zlib.error:
        start = b""
    if start.startswith(b"WARC/"):
        return _unsupported(source, "a WARC archive", NOT_YET)
    return _unsupported(source, "a gzip archive", "unpack it first")


def _unsupported(source: str, what: str, remedy: str) -> UnsupportedInput:
    return UnsupportedInput(source, f"it is {what}, which is not read", remedy)
