"""Makes the `Words` of a Doc: the one pass over spaCy tokens that every reading then works from."""

from typing import Final

from spacy.tokens import Doc

from rasad.lexicon import furniture
from rasad.lexicon.clitics import Analyses, analyses
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.words import Sentence, WordKind, Words
from rasad.text import sentences
from rasad.text.tokenizer import WRITTEN

#: #الجيش_السوري is read like الجيش السوري.
_OF_HASHTAGS: Final = frozenset("#_")


def read_words(doc: Doc) -> Words:
    """Words and sentences of the Doc, in order."""
    text, idx = doc.user_data.get(WRITTEN) or doc.text, 0
    words = Words(text, [], [], [], [], [], [], [], [], [])
    surfaces, norms, starts, ends, kinds, tokens, analysed, stems = (
        words.surface, words.norm, words.start, words.end, words.kind, words.token, words.analyses, words.stems,
    )  # fmt: skip
    paragraphs: list[tuple[int, int]] = []
    begun = 0
    # Lengths from one array: making a token object for each word was measured at three times the cost.
    for i, (length, spaced) in enumerate(doc.to_array(["LENGTH", "SPACY"]).tolist()):
        start = idx
        idx += length + spaced
        surface = text[start : start + length]
        norm, kind, cuts, bare = _WORDS[surface]
        if not norm:
            if "\n" in surface and len(norms) > begun:
                paragraphs.append((begun, len(norms)))
                begun = len(norms)
            continue
        surfaces.append(surface)
        norms.append(norm)
        starts.append(start)
        ends.append(start + length)
        kinds.append(kind)
        tokens.append(i)
        analysed.append(cuts)
        stems.append(bare)
    if len(norms) > begun:
        paragraphs.append((begun, len(norms)))
    _add_sentences(words, paragraphs)
    return words


def _word(surface: str) -> tuple[str, WordKind, Analyses, tuple[str, ...]]:
    """The matching form of a word, what it is, and the ways it may be cut, with their stems; white space and what writes a
    hashtag have no form."""
    norm = "" if surface.isspace() or surface in _OF_HASHTAGS else fold(surface)
    kind: WordKind = "number" if norm[:1].isdecimal() else "word" if norm[:1].isalpha() else "punct"
    cuts = analyses(norm) if kind == "word" else (("", norm),)
    return norm, kind, cuts, tuple(stem for _, stem in cuts)


_WORDS: Final = PerWord(_word)


def _add_sentences(words: Words, paragraphs: list[tuple[int, int]]) -> None:
    roles = sentences.roles(words.norm, paragraphs, furniture.load())
    for number, (run, role) in enumerate(zip(paragraphs, roles, strict=True)):
        for first, last in sentences.split(words.norm, *run):
            words.sentence.extend([len(words.sentences)] * (last - first))
            words.sentences.append(Sentence(first, last, number, role))
