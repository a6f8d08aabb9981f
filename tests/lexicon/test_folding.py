"""The matching form of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.lexicon.folding import fold, fold_phrase

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=30)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("قُتِلَ", "قتل"), ("قتــــل", "قتل"), ("قتـ.لى", "قتلي"), ("ق_صف", "قصف"), ("قـ*صف", "قصف"), ("بإطـ.لاق", "باطلاق"),
        ("اشتـ ـباك", "اشتباك"), ("أسرى", "اسري"), ("إدلب", "ادلب"), ("آلية", "اليه"), ("مسؤول", "مسوول"), ("رئيس", "رييس"),
        ("ٱلله", "الله"), ("مسئولية", "مسووليه"), ("الشئون", "الشوون"), ("سئول", "سيول"), ("لاجئون", "لاجيون"),
        ("مظاهرة", "مظاهره"), ("کردستان", "كردستان"), ("یوم", "يوم"), ("٢٠١٩", "2019"), ("۲۰۱۹", "2019"), ("12", "12"),
        ("ﻗﺼﻒ", "قصف"), ("\u200fقصف\u200f", "قصف"), ("قص\u200cف", "قصف"), ("USA", "usa"),
        (".", "."), ("،", "،"), ("ـ", ""), ("", ""),
    ],
)  # fmt: skip
def test_form(word: str, form: str) -> None:
    assert fold(word) == form


@given(ARABIC)
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(ARABIC)
def test_marks_and_stretching_change_nothing(word: str) -> None:
    assert fold("\u200f".join(word)) == fold(word)


def test_a_phrase_is_its_words() -> None:
    assert fold_phrase("قوات سوريا الديمقراطية (قسد)") == ("قوات", "سوريا", "الديمقراطيه", "قسد")
    assert fold_phrase("«الجيش الوطني»") == ("الجيش", "الوطني")
    assert fold_phrase("  ") == ()
