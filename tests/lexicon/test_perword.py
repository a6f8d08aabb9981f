"""Tables of what is so of a word."""

from rasad.lexicon.perword import PerWord, Remembered


def test_a_word_is_asked_once() -> None:
    asked: list[str] = []
    table = PerWord(lambda word: asked.append(word) or len(word))  # type: ignore[func-returns-value]
    assert [table[word] for word in ("قصف", "على", "قصف")] == [3, 3, 3]
    assert asked == ["قصف", "على"]


def test_a_full_table_begins_anew() -> None:
    table: Remembered[int, int] = Remembered(lambda key: key * key, most=2)
    assert [table[key] for key in (1, 2, 3, 1)] == [1, 4, 9, 1]
    assert len(table) <= 2


def test_where_gives_the_words_of_which_it_says_something() -> None:
    table = PerWord(lambda word: word.startswith("ق"))
    norm = ["قصف", "على", "قرية", "قرب"]
    assert list(table.where(norm)) == [0, 2, 3]
    assert list(table.where(norm, 1, 3)) == [2]
    assert list(table.where(norm, 3, 9)) == [3]


def test_among_asks_only_the_words_named() -> None:
    table = PerWord(lambda word: word == "قصف")
    norm = ["قصف", "على", "قرية"]
    assert table.among(norm, 0, 1)
    assert not table.among(norm, 1, 3)
    assert not table.among(norm, 2, 1)
