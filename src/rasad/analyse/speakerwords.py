"""Words by a speaker's name that tell what he is: a body of protesters, of doctors, or one who does not want to be named."""

from collections.abc import Sequence
from typing import Final

from rasad.lexicon import wordclass

#: Words that open what was said: no speaker is looked for beyond them.
OPENERS: Final = wordclass.words("speech_opener") | {":"}
#: What a nameless source belongs to tells its kind (مصدر في مشفى …).
_MEDICAL: Final = wordclass.stems("medical_stem")
#: Whose spokesmen speak for their side: المتظاهرين، التظاهرة، المعتصمين.
PROTEST: Final = wordclass.stems("protest_stem")
#: لجنة، المنظمة، مجلس: what stands before it is a body of theirs.
_PROTEST_BODY: Final = wordclass.stems("protest_body_stem")
#: عدم، دون، إخفاء … اسمه، هويته; لم تسمه; how far behind a source it is said.
_WITHHELD: Final = wordclass.words("name_withheld")
_HIS_NAME: Final = wordclass.stems("his_name_stem")
_NAMES_NOT: Final = wordclass.words("does_not_name")
_UNNAMED_WITHIN: Final = 12


def unnamed(norm: Sequence[str], last: int) -> bool:
    """مسؤول محلي، فضل عدم ذكر اسمه: whoever does not want to be named."""
    said = norm[last : last + _UNNAMED_WITHIN]
    for k, word in enumerate(said):
        if word in OPENERS and not (word == "عن" and not _WITHHELD.isdisjoint(said[max(0, k - 2) : k])):
            return False  # عدم الكشف عن اسمه: what he does not want
        if word in _NAMES_NOT or (word.startswith(_HIS_NAME) and not _WITHHELD.isdisjoint(said[max(0, k - 3) : k])):
            return True
    return False


def of_protest(norm: Sequence[str], j: int) -> bool:
    """المعلمين المضربين، اللجنة المنظمة للاحتجاجات، لجنة الاعتصام: a body of those who protest speaks for a side."""
    word = next((norm[j].removeprefix(p) for p in ("لل", "ال", "ل") if norm[j].startswith(p)), norm[j])
    if not word.startswith(PROTEST):
        return False
    people = norm[j].startswith("ال") and norm[j - 1].startswith("ال") and norm[j].endswith("ين")
    return people or any(w.removeprefix("ال").startswith(_PROTEST_BODY) for w in norm[max(0, j - 2) : j])


def medical(word: str) -> bool:
    """مستشفى، الصحة; not صحفي، الصحيفة."""
    return word.startswith(_MEDICAL) and not word.removeprefix("ال").startswith(("صحف", "صحيف"))
