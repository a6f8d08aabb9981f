"""The tokenizer: one regular expression, linear in the text, non-destructive (`doc.text` is the input).

A word broken to pass filters (قتـ.لى، ق_صف، بإطـ.لاق، اشتـ ـباك) is one token. A run of digits is a token; the signs between
digits are tokens of their own, for the grammars of dates and numbers to read. In a hashtag _ stands for a space.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

from rasad.lexicon.folding import INVISIBLE, LETTERS, MARKS, TATWEEL

_BODY = f"[{LETTERS}{MARKS}{TATWEEL}]"
_LETTER = f"[{LETTERS}]"
#: What may stand inside a word: invisible marks; * or _ alone; a sign next to a tatweel (قتـ.لى); a space between two
#: tatweels that join letters (اشتـ ـباك).
_INNER = (
    rf"(?:[{INVISIBLE}]+|[_*]{{1,2}}|(?<={TATWEEL})[.\-·•|]{{1,2}}|[.\-·•|]{{1,2}}(?={TATWEEL})"
    rf"|(?<={_LETTER}{TATWEEL}) (?={TATWEEL}{_LETTER}))(?={_BODY})"
)
#: Letters with full stops between them: an abbreviation (أ.ف.ب) or a word taken apart.
_DOTTED = rf"(?<!{_BODY}){_LETTER}(?:\.{_LETTER}(?!{_BODY}))+"
_DIGITS = r"[0-9٠-٩۰-۹]"
TOKEN: Final = re.compile(
    rf"{_DOTTED}|{_BODY}+(?:{_INNER}{_BODY}+)*"  # words
    rf"|{_DIGITS}+(?:[,٬]{_DIGITS}{{3}}(?!{_DIGITS}))*"  # numbers
    r"|[A-Za-z\u00c0-\u024f\u0400-\u04ff]+(?:['’-][A-Za-z\u00c0-\u024f]+)*"  # Latin words
    rf"|\s+|[{INVISIBLE}]+|\.{{2,}}|-{{2,}}|_{{2,}}|={{2,}}|\*{{2,}}|.",
    re.DOTALL,
)
#: A token and the single space behind it.
_SPACED: Final = re.compile(rf"({TOKEN.pattern})( ?)", re.DOTALL)

#: Key of `Doc.user_data` under which the text is kept: `Doc.text` joins it anew, from a token object for each word.
WRITTEN: Final = "rasad.text"


def _without_hashtags(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """#القوات_الأمنية: two words, not one that is broken."""
    opened = False
    for token, space in found:
        if opened and "_" in token:
            *parts, token = re.split("(_)", token)
            yield from ((part, "") for part in parts)
        yield token, space
        opened = token == "#" and not space


class RasadTokenizer:
    """Makes the Doc. Registered on `nlp.tokenizer` by the pipeline.

    spaCy keeps a single space as a flag of the token before it; any other white space is a token of its own.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokens of the text; `Doc.text == text`."""
        found = _SPACED.findall(text)
        if "#" in text and "_" in text:
            found = list(_without_hashtags(found))
        tokens, spaces = [token for token, _ in found], [space != "" for _, space in found]
        return Doc(self.vocab, words=tokens, spaces=spaces, user_data={WRITTEN: text})

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> "RasadTokenizer":
        """Nothing to restore."""
        return self

    def to_disk(self, _path: Any, **_kwargs: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, _path: Any, **_kwargs: Any) -> "RasadTokenizer":
        """Nothing to restore."""
        return self
