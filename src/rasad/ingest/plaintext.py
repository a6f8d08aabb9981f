"""From bytes to text: which encoding it is, and nothing changed that spans could trip over.

UTF-8 and UTF-16 are recognised by their own structure; the one-byte Arabic encodings by which of them gives words of
Arabic letters. A text is never tidied here: only line ends become one character, and what no text may hold
(NUL, half a surrogate pair) becomes U+FFFD, one for one.
"""

import codecs
import math
import re
from dataclasses import dataclass
from typing import Final

from rasad.errors import UndecodableInput

#: Bytes that are looked at to choose between encodings.
SAMPLE: Final = 64 * 1024
#: One-byte encodings in which Arabic has been published; the order settles ties.
ARABIC_ENCODINGS: Final = ("cp1256", "iso8859_6", "mac_arabic", "cp720")
#: Tried last, for reports in European languages, which are named but not coded.
EUROPEAN_ENCODINGS: Final = ("cp1252", "cp1251")

#: Letters of Arabic news text per thousand, rounded; from the project's own example reports.
_FREQUENCY: Final = dict(
    zip("البتثجحخدذرزسشصضطظعغفقكمنهويةىأإآءئؤ", (
        130, 110, 35, 50, 6, 14, 20, 8, 30, 5, 45, 6, 25, 12, 12, 8, 12, 2, 35, 5, 30, 22, 18, 52, 50, 25, 55, 65,
        38, 10, 20, 8, 2, 3, 5, 2,
    ), strict=True)
)  # fmt: skip
_ALIEN: Final = math.log(0.05)
#: Mean log frequency (per thousand) above which decoded letters count as Arabic; right readings score above 3, wrong
#: ones below 2.
_PLAUSIBLE: Final = 2.5
#: What windows-1256 has ahead of the other encodings, in units of the summed log frequency.
_PRIOR: Final = 3.0
_MIXED = re.compile("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]")
_BAD = "\ufffd"
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the Python name of the encoding it was read in, and what a reader should know of the reading."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text of some bytes; line ends and characters as they are (see `normalise`).

    Args:
        data: the raw bytes of a text file.
        source: the input as the user named it, for errors.
        declared: the encoding that the text claims for itself (see `declared_charset`).

    Raises:
        UndecodableInput: the bytes are text in no encoding we know.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_replacement(data[len(bom) :], encoding, source)
    wide = _utf16_without_bom(data)
    if wide:
        return _with_replacement(data, wide, source)
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"), source)
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count(_BAD) - data.count(_BAD.encode())
    good = sum(map(len, re.findall("[\u0080-\U0010ffff]+", repaired))) - bad
    # Text of a one-byte encoding has next to no valid UTF-8 sequences; a damaged UTF-8 file has almost only those.
    if good >= 10 * bad:
        return _checked(_replaced(repaired, bad, "utf-8"), source)
    return _one_byte(data, source, declared)


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with every line end as one newline and without characters that no text may hold, and the warnings."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, count = _FORBIDDEN.subn(_BAD, text)
    if not count:
        return text, ()
    return text, (f"{count} character(s) that no text may hold (NUL, half surrogates) were read as U+FFFD",)


def is_blank(text: str) -> bool:
    """Whether nothing that shows stands in it: white space, and marks of direction or of no width, at most."""
    return not any(mark.isprintable() and not mark.isspace() for mark in text)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its first bytes, as Python calls it; None where it names none we know."""
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    try:
        info = codecs.lookup(match[1].decode("ascii"))
    except LookupError:
        return None
    # codecs also lists transformations such as zip and rot13, which are no encodings of text.
    return info.name if getattr(info, "_is_text_encoding", True) else None


_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 by its high bytes: 0x06 (Arabic) and 0x00 (ASCII) fill every other byte and hardly stand between."""
    sample = data[: SAMPLE & ~1]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 2:
        return None
    share_even = sum(even.count(b) for b in (0, 6)) / len(even)
    share_odd = sum(odd.count(b) for b in (0, 6)) / len(odd)
    # 0.7: Persian letters, quotation marks and presentation forms have other high bytes, but never three in ten.
    if share_odd >= 0.7 and share_even < 0.2:
        return "utf-16-le"
    if share_even >= 0.7 and share_odd < 0.2:
        return "utf-16-be"
    return None


def _with_replacement(data: bytes, encoding: str, source: str) -> Decoded:
    """Bytes whose encoding is known, bad ones replaced; UndecodableInput where they are more than a few."""
    text = data.decode(encoding, "replace")
    bad = text.count(_BAD) - data.count(_BAD.encode(encoding))
    if bad <= 0:
        return _checked(Decoded(text, encoding), source)
    if bad > max(3, len(text) // 20):
        raise _undecodable(source)
    return _checked(_replaced(text, bad, encoding), source)


def _replaced(text: str, bad: int, encoding: str) -> Decoded:
    return Decoded(text, encoding, (f"{bad} damaged place(s) in the {encoding.upper()} text were read as U+FFFD",))


def _one_byte(data: bytes, source: str, declared: str | None) -> Decoded:
    """The one-byte encoding that gives the most plausible Arabic; else the declared one, else a European one."""
    candidates = dict.fromkeys(([declared] if declared in ARABIC_ENCODINGS else []) + list(ARABIC_ENCODINGS))
    scores = {encoding: _arabic_score(data[:SAMPLE], encoding) for encoding in candidates}
    # Nearly all one-byte Arabic text is windows-1256: in a word or two that outweighs the letters, later it does not.
    encoding = max(scores, key=lambda name: scores[name][0] + (_PRIOR / scores[name][1] if name == "cp1256" else 0))
    if scores[encoding][0] >= _PLAUSIBLE:
        return _one_byte_text(data, encoding, source)
    others = [declared] if declared and declared != "utf-8" else []
    for encoding in [*others, *EUROPEAN_ENCODINGS]:
        if encoding in others or _european(data[:SAMPLE], encoding):
            try:
                return _checked(Decoded(data.decode(encoding), encoding), source)
            except UnicodeDecodeError:
                continue
    raise _undecodable(source)


def _one_byte_text(data: bytes, encoding: str, source: str) -> Decoded:
    text = data.decode(encoding, "replace")
    bad = text.count(_BAD)
    return _checked(_replaced(text, bad, encoding) if bad else Decoded(text, encoding), source)


def _arabic_score(sample: bytes, encoding: str) -> tuple[float, int]:
    """Mean log frequency of the characters outside ASCII, and how many they are.

    A character that Arabic hardly has weighs as a very rare one, and so does an Arabic letter in a Latin word.
    """
    text = sample.decode(encoding, "replace")
    logs = [math.log(_FREQUENCY[c]) if c in _FREQUENCY else _ALIEN for c in text if c > "\x7f" and c not in _NEUTRAL]
    logs += [2 * _ALIEN] * len(_MIXED.findall(text))
    return (sum(logs) / len(logs), len(logs)) if logs else (_ALIEN, 1)


#: Vowel signs, Arabic punctuation, quotation marks and no-break space: right in Arabic, and no sign of it.
_NEUTRAL: Final = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640،؛؟«»“”‘’–—…\xa0\u200c\u200d\u200e\u200f")


def _european(sample: bytes, encoding: str) -> bool:
    """Whether a reading looks like a European language: letters outside ASCII stand inside words of letters."""
    text = sample.decode(encoding, "replace")
    foreign = re.findall(r"[^\x00-\x7f]", text)
    letters = re.findall(r"(?<=[^\W\d_])[à-öø-ÿа-яё](?=[^\W\d_]|\b)|\b[À-ÖØ-ÞА-Яа-яà-ö]", text)
    if not foreign or len(letters) < 0.7 * len(foreign):
        return False
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in foreign)
    # Latin text is mainly ASCII with some accents; Cyrillic is mainly not ASCII.
    return cyrillic > 0.9 * len(foreign) if encoding == "cp1251" else len(foreign) < 0.2 * len(text)


def _checked(decoded: Decoded, source: str) -> Decoded:
    """The same, unless it is full of control characters, as binary data is that decodes by accident."""
    controls = len(_CONTROLS.findall(decoded.text[:SAMPLE]))
    if controls > max(16, 0.1 * min(len(decoded.text), SAMPLE)):
        raise _undecodable(source)
    return decoded


def _undecodable(source: str) -> UndecodableInput:
    return UndecodableInput(source, "its bytes are text in no encoding that Rasad knows", "save it as UTF-8")
