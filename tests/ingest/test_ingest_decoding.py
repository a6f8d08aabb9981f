"""Bytes to text: every encoding that Arabic reports come in, damaged ones, and binary data."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import EmptyInput, UndecodableInput
from rasad.ingest import read_bytes
from rasad.ingest.plaintext import declared_charset, decode, normalise

ARABIC = "قُتل ثلاثة مدنيين، أمس الجمعة، بقصف مدفعي على بلدة إحسم في ريف إدلب الجنوبي، بحسب مصادر محلية."
PLAIN = ARABIC.replace("ُ", "")
LETTERS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئء ،.\n0123456789", min_size=1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
def test_encodings_are_recognised(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding), "r.txt").text == ARABIC


@pytest.mark.parametrize("encoding", ["iso8859_6", "mac_arabic", "cp720"])
def test_older_encodings_are_recognised(encoding: str) -> None:
    # Code page 720 has no Arabic comma.
    text = PLAIN.replace("،", ",")
    assert decode(text.encode(encoding), "r.txt").text == text


@pytest.mark.parametrize("text", ["مقتل مدني", "قصف على إدلب", "هدنة", "اعتقالات في درعا"])
def test_windows_1256_is_recognised_in_short_texts(text: str) -> None:
    assert decode(text.encode("cp1256"), "r.txt").text == text


def test_french_in_windows_1252_is_text() -> None:
    text = "Des civils ont été tués à Idlib, d'après des sources médicales citées vendredi."
    assert decode(text.encode("cp1252"), "r.txt").text == text


@given(LETTERS)
def test_utf8_round_trip(text: str) -> None:
    decoded = decode(text.encode(), "r.txt")
    assert decoded.text == text
    assert not decoded.warnings


@given(LETTERS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_encodings_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "r.txt").text == text


@given(LETTERS, st.sampled_from(["cp1256", "utf-16-le", "utf-16-be"]))
def test_unmarked_encodings_round_trip_after_a_sentence(text: str, encoding: str) -> None:
    assert decode((ARABIC + text).encode(encoding), "r.txt").text == ARABIC + text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_typed_error(data: bytes) -> None:
    try:
        decoded = decode(data, "r.txt")
    except UndecodableInput as error:
        assert error.source == "r.txt"
    else:
        decoded.text.encode("utf-8", "surrogatepass")


def test_few_bad_bytes_are_replaced_with_a_warning() -> None:
    document = read_bytes(ARABIC.encode()[:-2] + b"\xff." + ARABIC.encode(), "r.txt")
    assert document.text.count("\ufffd") >= 1
    assert "damaged" in document.warnings[0]


def test_text_cut_inside_a_letter_is_read() -> None:
    document = read_bytes(ARABIC.encode()[:51], "r.txt")
    assert document.text[:10] == ARABIC[:10]
    assert document.warnings


def test_noise_is_undecodable() -> None:
    with pytest.raises(UndecodableInput, match="encoding"):
        decode(random.Random(7).randbytes(5000), "noise.bin")


def test_nul_becomes_one_replacement_character_with_a_warning() -> None:
    document = read_bytes("قُتل مد\0نيان".encode(), "r.txt")
    assert document.text == "قُتل مد\ufffdنيان"
    assert "NUL" in document.warnings[0]


@given(st.text())
def test_normalise_changes_line_ends_and_nothing_else(text: str) -> None:
    result, warnings = normalise(text)
    assert result == text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    assert bool(warnings) == ("\0" in text)


@pytest.mark.parametrize(
    "text",
    ["\u202bقُتل\u202c مدنيان\u2069 أمس", "قتـ" + "ـ" * 10_000 + "ل مدني", "ا" * 1_000_000, "قصف على البلدة.\n" * 180_000],
    ids=["bidi", "tatweel", "long line", "5 MB"],
)
def test_odd_texts_are_kept_whole(text: str) -> None:
    document = read_bytes(text.encode(), "r.txt")
    assert document.text == text
    assert not document.warnings


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff".encode(), "\u00a0\u3000".encode(), " \n\u200f\u200b\t".encode()])
def test_nothing_is_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        read_bytes(data, "r.txt")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1256">', "cp1256"),
        (b"<meta content='text/html; charset=utf-8'>", "utf-8"),
        (b'<?xml encoding="ISO-8859-6"?>', "iso8859-6"),
        (b'<meta charset="zip">', None),
        (b'<meta charset="none-such">', None),
    ],
)
def test_declared_charset(head: bytes, name: str | None) -> None:
    assert declared_charset(head) == name


def test_wrong_declaration_does_not_mislead() -> None:
    assert decode(ARABIC.encode("cp1256"), "r.html", "utf-8").text == ARABIC
    assert decode(ARABIC.encode("cp1256"), "r.html", "iso8859-1").text == ARABIC
    assert decode(ARABIC.encode(), "r.html", "cp1256").text == ARABIC
