"""One spelling for the many spellings of a word, for matching only; evidence always keeps the original.

Folded: short vowels, tatweel, zero-width and bidi marks go; أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي, Persian ک/ی/ہ→ك/ي/ه;
the Egyptian spelling of hamza before long u to the other (مسئول، شئون);
presentation forms to their letters (NFKC); Arabic-Indic and Persian digits to ASCII; and the signs with which outlets
break words to pass filters (قتـ.لى، ق_صف، اشتـ ـباك) go when they stand inside a word.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

#: Short vowels, superscript alef, Koranic signs: carry no distinction that reports write consistently.
MARKS: Final = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
TATWEEL: Final = "\u0640"
#: Zero-width, bidi and soft-hyphen characters: invisible, and pasted text is full of them.
INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
LETTERS: Final = "\u0621-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\ufb50-\ufdff\ufe70-\ufefc"
#: Signs put inside words to pass filters; seen in Telegram posts and on Facebook mirrors.
BREAKERS: Final = r"_.*·•|\-"

#: A space only between two tatweels that join letters.
_DROP = re.compile(f"(?:[{MARKS}{TATWEEL}{INVISIBLE}]|(?<={TATWEEL}) (?={TATWEEL}))+")
_BREAK = re.compile(f"[{BREAKERS}]+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(f"[{LETTERS}]")
_FOLD: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
    | {"ک": "ك", "ی": "ي", "ێ": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ڕ": "ر", "ڵ": "ل", "ڤ": "ف"}
    | dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
)
#: مسئول، شئون of outlets in Egypt, Sudan, Libya and Yemen for مسؤول، شؤون; not سئول or the plural لاجئون.
_SEATED = re.compile("(?<=مس)ئ(?=ول)|(?<=ش)ئ(?=ون)")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The matching form of one word: no white space inside but the space that breaks a word."""
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    folded = _DROP.sub("", word)
    if "ئو" in folded:
        folded = _SEATED.sub("و", folded)
    folded = folded.translate(_FOLD)
    if _LETTER.search(folded) and not folded.isalnum():
        folded = _BREAK.sub("", folded) or folded
    return folded.lower()


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, punctuation left out; the key of a lexicon entry."""
    return tuple(fold(w) for w in re.findall(r"\w+", _DROP.sub("", phrase)))
