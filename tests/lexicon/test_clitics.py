"""The ways a word may be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.lexicon.clitics import analyses
from rasad.lexicon.folding import fold


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("والجيش", ("وال", "جيش")), ("بالقصف", ("بال", "قصف")), ("للجيش", ("لل", "جيش")), ("للجيش", ("ل", "الجيش")),
        ("وبالقصف", ("وبال", "قصف")), ("فقتل", ("ف", "قتل")), ("كقوات", ("ك", "قوات")), ("ولقوات", ("ول", "قوات")),
        ("كفرنبل", ("", "كفرنبل")), ("الباب", ("ال", "باب")),
    ],
)  # fmt: skip
def test_cut(word: str, cut: tuple[str, str]) -> None:
    assert cut in analyses(word)


@given(st.text(st.sampled_from("وفبكلاسقتي"), min_size=1, max_size=9))
def test_whole_word_first_and_nothing_lost(word: str) -> None:
    cuts = analyses(word)
    assert cuts[0] == ("", word)
    assert len(set(cuts)) == len(cuts)
    for prefix, stem in cuts:
        assert stem
        assert prefix + stem == word or (prefix + stem).replace("ال", "ل") == word.replace("ال", "ل") or "لل" in word


def test_short_words_stay_whole() -> None:
    assert analyses(fold("في")) == (("", "في"),)
    assert analyses("و") == (("", "و"),)
