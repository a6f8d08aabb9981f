"""Makes the `Words` of a Doc: the one pass over spaCy tokens that every reading then works from."""

from spacy.tokens import Doc

from rasad.lexicon import furniture
from rasad.lexicon.folding import fold
from rasad.model.words import Sentence, WordKind, Words
from rasad.text import sentences
from rasad.text.clitics import analyses


def read_words(doc: Doc) -> Words:
    """Words and sentences of the Doc, in order."""
    text, idx = doc.text, 0
    words = Words(text, [], [], [], [], [], [], [], [])
    paragraphs: list[tuple[int, int]] = []
    begun = 0
    # Lengths from one array: making a token object for each word was measured at three times the cost.
    for i, (length, spaced) in enumerate(doc.to_array(["LENGTH", "SPACY"]).tolist()):
        start = idx
        idx += length + spaced
        surface = text[start : start + length]
        if surface.isspace():
            if "\n" in surface and len(words) > begun:
                paragraphs.append((begun, len(words)))
                begun = len(words)
            continue
        norm = fold(surface)
        if not norm:
            continue
        kind: WordKind = "number" if norm[0].isdecimal() else "word" if norm[0].isalpha() else "punct"
        words.surface.append(surface)
        words.norm.append(norm)
        words.start.append(start)
        words.end.append(start + length)
        words.kind.append(kind)
        words.token.append(i)
        words.analyses.append(analyses(norm) if kind == "word" else (("", norm),))
    if len(words) > begun:
        paragraphs.append((begun, len(words)))
    _add_sentences(words, paragraphs)
    return words


def _add_sentences(words: Words, paragraphs: list[tuple[int, int]]) -> None:
    roles = sentences.roles(words.norm, paragraphs, furniture.load())
    for number, (run, role) in enumerate(zip(paragraphs, roles, strict=True)):
        for first, last in sentences.split(words.norm, *run):
            words.sentence.extend([len(words.sentences)] * (last - first))
            words.sentences.append(Sentence(first, last, number, role))
