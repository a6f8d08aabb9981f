"""The tokenizer: non-destructive for any text, broken words whole, linear."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from rasad.text.tokenizer import RasadTokenizer

TOKENIZER = RasadTokenizer(spacy.blank("ar").vocab)
#: Texts of the signs that the tokenizer treats apart, next to one another in every order.
MIXED = st.text(st.sampled_from("قتل ىـَ\u200f\u202e._*-·•|/،؟12٣4,٬٫ \n\t\u00a0aZé«»\"'…🔴\x00\ufffd"), max_size=60)


def tokens(text: str) -> list[str]:
    return [token.text for token in TOKENIZER(text) if not token.is_space]


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert TOKENIZER(text).text == text


@given(MIXED)
def test_mixed_text_comes_back_with_its_offsets(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text


@pytest.mark.parametrize(
    "word",
    ["قتـ.لى", "ق_صف", "بإطـ.لاق", "مظاهـ.رة", "اشتـ ـباكات", "الفـساد", "ال*قصف", "قُتِلَ", "قص\u200cف", "أ.ف.ب"],
)
def test_a_broken_word_is_one_token(word: str) -> None:
    assert tokens(f"قبل {word} بعد") == ["قبل", word, "بعد"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت، ثم", ["قصفت", "،", "ثم"]),
        ("البلدة.", ["البلدة", "."]),
        ("أمس.وقال", ["أمس", ".", "وقال"]),
        ("20-9-2019", ["20", "-", "9", "-", "2019"]),
        ("20/9/2019", ["20", "/", "9", "/", "2019"]),
        ("أيلول/سبتمبر", ["أيلول", "/", "سبتمبر"]),
        ("1,200 نازح", ["1,200", "نازح"]),
        ("٣ قتلى", ["٣", "قتلى"]),
        ("و14 مصاباً", ["و", "14", "مصاباً"]),
        ("طفس - المزيريب", ["طفس", "-", "المزيريب"]),
        ('"قسد"', ['"', "قسد", '"']),
        ("BBC عربي", ["BBC", "عربي"]),
        ("تابعة لـ الجيش", ["تابعة", "لـ", "الجيش"]),
        ("ـ اعتقلت", ["ـ", "اعتقلت"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize("unit", ["ـ", "قصف ", "ق.", "ـ.", ".", "َ", "1,", "a'", " ", "_ق", "\u200f"], ids=repr)
def test_time_is_linear(unit: str) -> None:
    """A million characters of any one kind take about as long a character as ten thousand."""
    began = time.perf_counter()
    assert TOKENIZER("ق" + unit * (1_000_000 // len(unit))).text
    assert time.perf_counter() - began < 15


def test_it_has_no_state() -> None:
    assert TOKENIZER.from_bytes(TOKENIZER.to_bytes()) is TOKENIZER
