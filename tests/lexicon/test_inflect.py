"""Forms made from an entry of a list."""

import pytest

from rasad.lexicon.folding import fold
from rasad.lexicon.inflect import noun_forms, past_forms, present_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("قصف", ["قصف", "قصفت", "قصفوا", "قصفا", "قصفتا", "قصفهم", "قصفتها", "قصفوه"]),
        ("ألقى", ["ألقى", "ألقت", "ألقوا", "ألقيا", "ألقاه", "ألقته"]),
        ("لقي", ["لقي", "لقيت", "لقوا", "لقيا"]),
        ("دعا", ["دعا", "دعت", "دعوا", "دعاه", "دعته"]),
        ("اعتقل", ["اعتقل", "اعتقلت", "اعتقلوا", "اعتقلته", "اعتقلتهم"]),
    ],
)
def test_past(verb: str, forms: list[str]) -> None:
    assert {fold(form) for form in forms} <= set(past_forms(verb))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("يقصف", ["يقصف", "تقصف", "سيقصف", "ستقصف", "يقصفون", "يقصفوا", "يقصفان", "يقصفها", "سيقصفونها"]),
        ("يلقي", ["يلقي", "تلقي", "يلقون", "يلقوا", "سيلقي", "يلقيه"]),
        ("يدعو", ["يدعو", "تدعو", "يدعون", "ستدعو", "تدعوه"]),
    ],
)
def test_present(verb: str, forms: list[str]) -> None:
    assert {fold(form) for form in forms} <= set(present_forms(verb))


@pytest.mark.parametrize(
    ("noun", "forms", "not_made"),
    [
        ("غارة", ["غارة", "غارتها", "غارتان", "غارتين"], ["غارات"]),
        ("هجوم", ["هجوم", "هجوما", "هجومه", "هجومها", "هجومهم"], ["هجومات"]),
        ("اشتباكات", ["اشتباكات", "اشتباكاتهم"], []),
        ("لقاء", ["لقاء", "لقاءه", "لقائه", "لقاؤه", "لقائهما"], ["لقاءات"]),
    ],
)
def test_noun(noun: str, forms: list[str], not_made: list[str]) -> None:
    made = set(noun_forms(noun))
    assert {fold(form) for form in forms} <= made
    assert not {fold(form) for form in not_made} & made


@pytest.mark.parametrize("verb", ["قصف", "دعا", "ألقى", "أدى"])
def test_forms_are_folded(verb: str) -> None:
    assert all(form == fold(form) for form in past_forms(verb))


def test_what_a_statement_says_of_its_own_speakers() -> None:
    past, present = (set(make) for make in (past_forms("دعا", ours=True), present_forms("يدعو", ours=True)))
    assert {fold("دعونا")} <= past
    assert {fold(form) for form in ("ندعو", "ندعوا", "ندعوكم", "ندعوهم")} <= present
    assert not {fold("دعونا"), fold("ندعو")} & (set(past_forms("دعا")) | set(present_forms("يدعو")))
