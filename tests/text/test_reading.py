"""Words: parallel lists whose offsets lead back to the text."""

from hypothesis import given
from hypothesis import strategies as st

from rasad.lexicon.folding import fold
from tests.support import STORY, words_of

TEXTS = st.text(st.sampled_from("قتلىـَ\u200f.،12٣ \nab«»🔴\x00"), max_size=50)


@given(TEXTS)
def test_offsets_quote_right(text: str) -> None:
    words = words_of(text)
    assert words.text == text
    for i in range(len(words)):
        assert text[words.start[i] : words.end[i]] == words.surface[i]
        assert words.norm[i] == fold(words.surface[i]) != ""
        assert words.analyses[i][0] == ("", words.norm[i])
    assert words.start == sorted(words.start)


@given(TEXTS)
def test_lists_are_parallel(text: str) -> None:
    words = words_of(text)
    lists = (words.surface, words.norm, words.start, words.end, words.kind, words.token, words.sentence, words.analyses)
    assert {len(one) for one in lists} == {len(words)}


def test_quote_spans_words() -> None:
    words = words_of(STORY)
    assert words.quote(0, len(words)) == STORY
    assert words.quote(1, 3) == "ثلاثة مدنيين"


def test_kinds() -> None:
    words = words_of("قتل 14 مدنياً، BBC")
    assert words.kind == ["word", "number", "word", "punct", "word"]


def test_broken_words_are_matched_by_their_form_and_quoted_as_written() -> None:
    words = words_of("3 قتـ.لى بإطـ.لاق نار")
    assert words.norm[1] == "قتلي"
    assert words.quote(1, 2) == "قتـ.لى"


def test_invisible_marks_are_no_words() -> None:
    assert words_of("\u200f قصف \u202e\u202c").surface == ["قصف"]
