"""Claims that nobody was hurt: دون إصابات، لم يصب أي من الجنود، جنوده لم يصابوا، الأضرار مادية، نفى وقوع إصابات."""

from collections.abc import Callable, Sequence

from rasad.analyse.harm import BREAKS, DENIES, HAPPENS, LOSSES, NONE, PREPOSITIONS, losses
from rasad.analyse.people import person
from rasad.lexicon import casualties as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Act
from rasad.model.words import Words

_MATERIAL = ("المادي", "مادي")
_HARM = frozenset({"اصابات", "ضحايا", "خساير", "قتلي", "جرحي", "اصابه", "وفيات", "اذي", "احد"})
#: Words between two commas, and what leads on from them to what came of an act.
_ASIDE = 5
_CAME_OF = frozenset({"عن", "الي", "في", "اي", "باي"})
#: Verbs behind لم that tell of no one hurt.
_TELLS = lexicon.context("tells_none")
#: Words between لم and what "any" says there was none of.
_TO_ANY = 20
#: The jussive of verbs of harm: لم يصب أحد; of those told of before it: لم يصابوا.
_HURTS = frozenset({"يصب", "يقتل", "يجرح", "يتاذ", "يتضرر", "تصب", "تتضرر", "يتعرض"})
_THEY = wordclass.words("they_hurt")
_NO_WORD = lexicon.context("no_word")
_NOT = frozenset({"لم", "ولم"})
_ANY = frozenset({"اي", "ايا", "احد", "احدا"})
_ONLY = frozenset({"سوي", "الا", "غير"})
_THERE_IS = frozenset({"هناك", "هنالك", "ثمه", "اي", "من"})
#: Behind دون خسائر these leave it at that.
_AT_ALL = frozenset({"تذكر", "بين", "كما", "وفق", "حسب"}) | PREPOSITIONS
#: Words from a denial to what is denied, from أي back to its verb, and to what else was damaged.
_TO_DENIED = 6
_TO_ITS_VERB = 5
_TO_MATERIAL = 4


def none_told(words: Words, i: int, last: int, act: Callable[[int], Act | None]) -> int:
    """The word after a claim of no one hurt that begins at word i, else 0."""
    norm = words.norm
    if norm[i] in LOSSES:
        return _material_only(norm, i, last)
    if norm[i] in DENIES:
        return _denied(norm, i, last)
    if norm[i] not in NONE or (norm[i] == "غير" and norm[i - 1] != "من"):
        return 0
    if norm[i].lstrip("و").startswith("اقتصر"):
        ends = [j for j in range(i + 1, min(last, i + 8)) if norm[j].startswith(_MATERIAL)]
        return ends[0] + 1 if ends and not any(norm[j] in BREAKS for j in range(i, ends[0])) else 0
    if norm[i] in _NOT and i + 1 < last and (end := _nobody_hurt(norm, i, last)):
        return end
    if norm[i] in _NOT and not (i + 1 < last and _tells(norm, i + 1, last)):
        return 0
    return _any(words, i, last, act)


def _material_only(norm: Sequence[str], i: int, last: int) -> int:
    """ما تسبب بأضرار مادية فقط، وكانت الأضرار مادية: what was lost at word i is things alone."""
    if norm[i].startswith("ال") and norm[i + 1 : i + 2] and norm[i + 1].startswith("مادي"):
        return i + 2 + (norm[i + 2 : i + 3] == ["فقط"])
    only = next((j for j in range(i + 1, min(last, i + 4)) if norm[j] == "فقط"), 0)
    return only + 1 if only > i + 1 and all(norm[j].startswith(_MATERIAL) for j in range(i + 1, only)) else 0


def _denied(norm: Sequence[str], i: int, last: int) -> int:
    """نفى المحافظ وقوع إصابات: the word after what is denied."""
    for j in range(i + 1, min(last - 1, i + _TO_DENIED)):
        if norm[j] in BREAKS:
            return 0
        if norm[j] in HAPPENS | {"وجود"}:
            k = j + 1 + (norm[j + 1] == "اي")
            return k + 1 if k < last and norm[k] in _HARM else 0
    return 0


def _nobody_hurt(norm: Sequence[str], i: int, last: int) -> int:
    """جنوده لم يصابوا بأذى، أن أحداً لم يُصب، لم يصب أي من عناصره: nobody of those before or behind لم at word i."""
    verb = norm[i + 1]
    if verb in _THEY:
        return i + 2 + (norm[i + 2 : i + 3] in (["باذي"], ["بسوء"]))
    if verb not in _HURTS:
        return 0
    first = max(0, i - _TO_ITS_VERB)
    for j in range(i - 1, first, -1):
        if norm[j] in BREAKS:
            break
        if norm[j] in _ANY or norm[j].removeprefix("ب") in _ANY:
            return i + 2
    for j in range(i + 2, min(last - 1, i + 4)):
        if norm[j] == "اي" and (person(norm[j + 1]) or (norm[j + 1] == "من" and j + 2 < last and person(norm[j + 2]))):
            return j + 2 + (norm[j + 1] == "من")  # لم يصب أي شخص
    return 0


def _tells(norm: Sequence[str], i: int, last: int) -> bool:
    """Whether a verb behind لم tells what came of an act; لم تكن الإصابات خطيرة does not."""
    return norm[i] in _TELLS or (norm[i] in ("يكن", "تكن") and i + 1 < last and norm[i + 1] in _THERE_IS)


def _any(words: Words, i: int, last: int, act: Callable[[int], Act | None]) -> int:
    """لم يوقع القصف على المعسكر في البلدة أي ضحايا: the word after what there was none of."""
    norm = words.norm
    far = norm[i] in _NOT
    behind = 0
    for j in range(i + 1, min(last, i + (_TO_ANY if far else 8))):
        word = norm[j].removeprefix("لل").removeprefix("ال")
        if j < behind:
            continue
        if far and norm[j] == "،" and (behind := _behind_aside(norm, j, last)):
            continue
        if far and norm[j] in _ONLY:  # لم تسفر سوى عن أضرار مادية
            ends = (k + 1 for k in range(j + 1, min(last, j + _TO_MATERIAL)) if norm[k].startswith(_MATERIAL))
            return next(ends, 0)
        if norm[j] in BREAKS or word in _NO_WORD:
            return 0
        if word == "اضرار":
            people = next((k for k in range(j + 1, min(last, j + 4)) if norm[k].startswith("بشري")), 0)
            if people:
                return people + 1
        if word in _HARM or norm[j].lstrip("ب") in _HARM:
            if word == "احد" and not any(act(k) is not None or norm[k] in _HURTS for k in range(i + 1, j)):
                return 0
            return _after_losses(words, j, last) if word.lstrip("ب") == "خساير" else _beside(norm, j, last)
        if act(j) is not None and norm[i].lstrip("و") not in ("دون", "بدون", "لم", "ولم", "عدم", "غير"):
            return 0
    return 0


def _after_losses(words: Words, i: int, last: int) -> int:
    """دون خسائر تذكر، ولم تقع خسائر في صفوف المدنيين: neither things nor people; دون خسائر مادية says nothing of people."""
    lost = losses(words, i, last)
    if lost is not None:
        return i + lost[1]
    after = words.norm[i + 1] if i + 1 < last else "."
    return i + 1 if after in BREAKS or after in _AT_ALL else 0


def _beside(norm: Sequence[str], j: int, last: int) -> int:
    """قتلى أو جرحى، لا قتلى ولا جرحى: the word after the harm at word j and another beside it."""
    beside = norm[j + 1 : j + 3]
    both = len(beside) > 1 and beside[0] in ("او", "و", "ولا") and beside[1].removeprefix("ال") in _HARM
    return j + 3 if both and j + 2 < last else j + 1


def _behind_aside(norm: Sequence[str], i: int, last: int) -> int:
    """لم يسفر القصف على البلدة، فجر اليوم، عن إصابات: the word behind the comma that closes an aside, else 0."""
    ends = (j + 1 for j in range(i + 2, min(last - 1, i + _ASIDE + 2)) if norm[j] == "،")
    return next((j for j in ends if norm[j] in _CAME_OF or norm[j] in _HARM), 0)
