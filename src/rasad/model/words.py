"""The words of a report as every reading sees them: parallel lists, made once by `rasad.text`.

White space and invisible marks are not words. Indices into these lists are "word indices"; `start` and `end` lead
back to code points of the original text. Lists, not token objects, because the readings look at each word many times
and attribute access on spaCy tokens was measured as the largest single cost.
"""

from dataclasses import field
from typing import Any, Literal

from rasad.model.fixed import fixed

WordKind = Literal["word", "number", "punct"]
SentenceRole = Literal["headline", "body", "furniture"]


@fixed
class Sentence:
    """A sentence: word indices [first, last), the paragraph it stands in, and what it is in the report.

    `furniture` is the outlet's own matter (read also, related articles, share lines): never a source of events.
    """

    first: int
    last: int
    paragraph: int
    role: SentenceRole


@fixed
class Words:
    """Parallel lists, one element a word.

    surface: as written. norm: normalised for matching (see rasad.text.normalise). start, end: code points into the
    text. kind: word, number (a run of digits, with its separators), or punct. token: index of the spaCy token.
    sentence: index into `sentences`. analyses: the ways the word may be cut into proclitics and stem, whole word
    first; each is (proclitics, stem), both normalised. stems: the stems of these alone.
    """

    text: str
    surface: list[str]
    norm: list[str]
    start: list[int]
    end: list[int]
    kind: list[WordKind]
    token: list[int]
    sentence: list[int]
    analyses: list[tuple[tuple[str, str], ...]]
    stems: list[tuple[str, ...]]
    sentences: list[Sentence] = field(default_factory=list)
    #: what was found in the report and is asked again, by who found it
    found: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.norm)

    def quote(self, first: int, last: int) -> str:
        """The original text of words [first, last)."""
        return self.text[self.start[first] : self.end[last - 1]]
