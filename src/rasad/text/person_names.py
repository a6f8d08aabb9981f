"""Where a person's name ends: محمد سالم أبو عليا, the words of a name behind a title or alone."""

from collections.abc import Container
from typing import Final

from rasad.lexicon import casualties, timewords, wordclass
from rasad.model.words import Words

_TITLES: Final = wordclass.words("title")
#: عبد is one name with the word behind it.
_SERVANT: Final = "عبد"
_KUNYA: Final = wordclass.words("kunya")
#: … خطفوا الطبيب عنه أمس: pronouns and days are no part of a name either
_ENDS: Final = (
    wordclass.words("preposition")
    | wordclass.words("adjunct_opener")
    | wordclass.words("clause_opener")
    | wordclass.words("behind_a_name")
)
#: المحافظ سامر عثمان إن: what he says begins.
_THAT: Final = wordclass.words("that_opener")
#: الناطق الرسمي باسم الجيش: on behalf of, and a given name; words from a spokesman to it.
_ON_BEHALF: Final = "باسم"
_SPOKESMEN: Final = wordclass.stems("spokesman_stem")
_HIS_ADJECTIVES: Final = 2
#: A preposition or conjunction with the article behind it, and the letters of a name that only looks so (بالي).
_FUSED_ARTICLE: Final = ("بال", "وال", "فال", "لل")
_FUSED: Final = 5
#: منزله، سيارتها: a thing of his own behind a name.
_OWNED: Final = ("ه", "ها")
_THINGS: Final = wordclass.words("struck_thing") | wordclass.words("owned_thing")
#: Words of the longest name that is read; the longest coded one has eight, of three persons.
_LONGEST: Final = 5


def is_given(words: Words, i: int) -> bool:
    """Whether word i is a common given name or opens a kunya, and nothing is fused with it."""
    if words.norm[i] in _ENDS:
        return words.surface[i] == "علي"  # على is written otherwise
    if words.norm[i] == _ON_BEHALF and _spokesman(words, i):
        return False
    return words.norm[i] in casualties.load().names or words.norm[i] in _KUNYA


def _spokesman(words: Words, i: int) -> bool:
    """Whether a spokesman stands before word i, at most an adjective or two between (الناطق العسكري باسم …)."""
    before = words.norm[max(0, i - 1 - _HIS_ADJECTIVES) : i]
    return any(w.lstrip("ولب").removeprefix("ال").startswith(_SPOKESMEN) for w in before)


def name_end(words: Words, i: int, limit: int, acts: Container[int] = frozenset(), *, titled: bool = False) -> int:
    """The word behind the name that begins at word i; i itself where none does. At most up to `limit`.

    Given names and what stands behind أبو or بن carry it on, a word with the article ends it; other words belong to it
    only where a mark or a preposition follows soon. `acts`: words that tell of an act or a place, and so are none of a
    name. `titled`: a title stands right before, behind which any word may be a name.
    """
    limit = min(limit, i + _LONGEST)
    given = i < limit and is_given(words, i)
    if i >= limit or words.kind[i] != "word" or not (given or (titled and _may_be_given(words, i))):
        return i
    end, j = i + given, i + 1
    while j < limit and words.kind[j] == "word" and j not in acts and (is_given(words, j) or words.norm[j] not in _ENDS):
        norm = words.norm[j]
        if norm in _THAT:
            break
        if norm.startswith("ال") and (len(norm) > len("ال") + 2 or words.norm[j - 1] == _SERVANT):
            if words.norm[j - 1] != _SERVANT:
                return j + 1
            end = j = j + 1
            continue
        if norm.startswith(_FUSED_ARTICLE) and len(norm) > _FUSED:
            break  # محمد شطح بالإضافة إلى
        if words.surface[j].endswith(_OWNED) and norm.removesuffix("ه").removesuffix("ها") in _THINGS:
            break  # هدم خالد غيث منزله
        j += 1
        if is_given(words, j - 1) or words.norm[j - 2] in _KUNYA or _closed(words, j):
            end = j
        elif norm[0] in "بلوف" or j - end > 1:
            break
    return end


def _may_be_given(words: Words, i: int) -> bool:
    """الطفل عمير عدوان: behind a title with the article, any word that is no time, no preposition and has no article."""
    norm = words.norm[i]
    plain = len(norm) > 2 and norm not in _ENDS and norm[0] not in "بلوف" and not norm.startswith("ال")
    return plain and i > 0 and words.norm[i - 1].removeprefix("و") in _TITLES and norm not in timewords.load().openers


def _closed(words: Words, i: int) -> bool:
    """Whether the sentence ends, a mark or a preposition stands at word i."""
    if i >= len(words) or words.kind[i] == "punct" or words.norm[i] in _THAT:
        return True
    return words.norm[i] in _ENDS and not is_given(words, i)
