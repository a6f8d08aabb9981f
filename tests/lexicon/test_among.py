"""Words that begin with a letter that may be a proclitic are found as they stand and with it."""

import pytest

from rasad.lexicon.clitics import among, begins


@pytest.mark.parametrize("word", ["وسط", "ووسط"])
def test_the_first_letter_of_a_listed_word_is_its_own(word: str) -> None:
    assert among(word, {"وسط", "قرب"})
    assert not among(word, {"قرب"})


@pytest.mark.parametrize("word", ["فشلت", "وفشلت", "ففشلت"])
def test_so_is_that_of_a_stem(word: str) -> None:
    assert begins(word, ("فشل",))
    assert not begins(word, ("نجح",))


def test_other_proclitics_are_named() -> None:
    assert among("ببلده", {"بلده"}, "بل")
    assert not among("ببلده", {"بلده"})
