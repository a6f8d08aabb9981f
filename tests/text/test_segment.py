"""The clitic tagger: cases as data, what holds of every word, and the model that is shipped with its card."""

import hashlib
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import RasadError
from rasad.lexicon.folding import fold
from rasad.text import segment as tagger
from rasad.text.segment import MissingModel, Segments, segment
from tests import support

ARABIC = st.text(alphabet="ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", min_size=1, max_size=12)
ANY = st.text(alphabet="والفسبكلتمنهيةأإىَُّْـ.\u200f\u200cﻻﻼﷲکی_a1- ", min_size=0, max_size=14)


def shown(found: Segments) -> str:
    """The pieces as the cases write them: joined by +, the stem in brackets."""
    return "+".join([*found.proclitics, f"[{found.stem}]", *found.enclitics])


@pytest.mark.parametrize("case", support.cases("clitics.tsv", "word"))
def test_case(case: dict[str, str]) -> None:
    assert shown(segment(case["word"], {case["known"]} - {""})) == case["pieces"]


def test_there_are_enough_cases() -> None:
    rows = support.table("clitics.tsv")
    assert len(rows) >= 80
    assert len({row["word"] for row in rows}) == len(rows)
    assert all(row["source"] for row in rows)


@given(ARABIC | ANY)
def test_the_pieces_are_the_word(word: str) -> None:
    found = segment(word)
    assert "".join(found.parts) == word
    assert found.stem or not word


@given(ARABIC)
def test_every_piece_is_a_clitic(word: str) -> None:
    found = segment(word)
    assert set(found.proclitics) <= tagger.PROCLITICS
    assert set(found.enclitics) <= tagger.ENCLITICS


@given(ARABIC)
def test_a_known_word_is_whole(word: str) -> None:
    assert segment(word, {fold(word)}) == Segments((), word, ())
    assert segment(word, lambda key: key == fold(word)) == Segments((), word, ())


@given(ARABIC.filter(lambda name: len(name) > 2), st.sampled_from(["و", "ب", "وب", "فل", "ك"]))
def test_a_known_name_is_whole_behind_proclitics(name: str, before: str) -> None:
    found = segment(before + name, {fold(name)})
    assert (found.proclitics, found.stem, found.enclitics) == (tuple(before), name, ())


@given(st.text(max_size=14))
def test_no_text_is_refused(word: str) -> None:
    assert "".join(segment(word).parts) == word


def test_a_word_without_clitic_letters_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger.clear()
    monkeypatch.setattr(tagger, "MODEL", "missing.crfsuite")
    assert segment("مدرعات") == Segments((), "مدرعات", ())
    tagger.clear()


def test_a_missing_model_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger.clear()
    monkeypatch.setattr(tagger, "MODEL", "missing.crfsuite")
    with pytest.raises(MissingModel, match="no such file") as caught:
        segment("والجيش")
    assert isinstance(caught.value, RasadError)
    assert caught.value.name == "missing.crfsuite"
    tagger.clear()


def test_a_broken_model_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger.clear()
    monkeypatch.setattr(tagger, "MODEL", "clitics.md")
    with pytest.raises(MissingModel, match="not a model"):
        segment("والجيش")
    tagger.clear()


def test_the_model_is_opened_once() -> None:
    tagger.clear()
    for word in ("والجيش", "بالقصف", "منازلهم"):
        segment(word)
    assert tagger.model.cache_info().misses == 1


def test_the_card_tells_of_this_model() -> None:
    models = resources.files("rasad.text").joinpath("models")
    data = models.joinpath(tagger.MODEL).read_bytes()
    card = models.joinpath("clitics.md").read_text(encoding="utf-8")
    assert re.findall(r"\b[0-9a-f]{64}\b", card) == [hashlib.sha256(data).hexdigest()]
    assert f"{len(data):,} bytes" in card
    assert len(data) < 1_500_000


def test_the_card_tells_figures_that_suffice() -> None:
    card = resources.files("rasad.text").joinpath("models", "clitics.md").read_text(encoding="utf-8")
    figures = {name: float(value) for name, value in re.findall(r"\| ([\w ]+?) \| ([\d.]+) \|", card)}
    assert figures["all words"] >= 97
    assert figures["all words"] > figures["unseen words"] > 90
