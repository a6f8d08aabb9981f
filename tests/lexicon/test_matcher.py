"""The index of phrases."""

from rasad.lexicon.matcher import PhraseIndex
from tests.support import words_of


def index(*phrases: str) -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in phrases)


def found(lists: PhraseIndex[str], text: str, i: int, *, bare: bool = False) -> tuple[str, str, int] | None:
    match = lists.find(words_of(text), i, bare=bare)
    return (match.payloads[0], match.prefix, match.last) if match else None


def test_longest_phrase_wins() -> None:
    lists = index("دير", "دير الزور", "دير الزور الشرقي")
    assert found(lists, "في دير الزور اليوم", 1) == ("دير الزور", "", 3)
    assert found(lists, "دير", 0) == ("دير", "", 1)


def test_proclitics_come_off_the_first_word_only() -> None:
    lists = index("جيش", "دير الزور")
    assert found(lists, "وبدير الزور", 0) == ("دير الزور", "وب", 2)
    assert found(lists, "للجيش", 0) == ("جيش", "لل", 1)
    assert found(lists, "دير والزور", 0) is None
    assert found(lists, "وبدير الزور", 0, bare=True) is None


def test_a_whole_name_is_not_cut() -> None:
    assert found(index("كفرنبل", "فرنبل"), "كفرنبل", 0) == ("كفرنبل", "", 1)


def test_spelling_does_not_matter() -> None:
    assert found(index("إدلب"), "ادلب", 0) == ("إدلب", "", 1)
    assert found(index("مظاهرة"), "مظاهـ.رة", 0) == ("مظاهرة", "", 1)


def test_quotation_marks_inside_do_not_count() -> None:
    assert found(index("ميليشيا قسد"), 'ميليشيا "قسد"', 0) == ("ميليشيا قسد", "", 3)


def test_no_phrase_over_the_end() -> None:
    assert found(index("دير الزور"), "دير", 0) is None


def test_payloads_of_one_phrase_are_kept_once_in_order() -> None:
    lists: PhraseIndex[int] = PhraseIndex([("قصف", 1), ("قصف", 2), ("قصف", 1), ("", 3)])
    match = lists.find(words_of("قصف"), 0)
    assert match is not None and match.payloads == (1, 2)
    assert len(lists) == 1


def test_adding_later_counts() -> None:
    lists = index("دير")
    assert found(lists, "دير الزور", 0) == ("دير", "", 1)
    lists.add("دير الزور", "late")
    assert found(lists, "دير الزور", 0) == ("late", "", 2)
