"""Makes the `Words` of a Doc: the one pass over spaCy tokens that every reading then works from."""

from spacy.tokens import Doc

from rasad.lexicon import furniture
from rasad.lexicon.folding import fold
from rasad.model.words import Sentence, WordKind, Words
from rasad.text import sentences
from rasad.text.clitics import analyses


def read_words(doc: Doc) -> Words:
    """Words and sentences of the Doc, in order."""
    words = Words(doc.text, [], [], [], [], [], [], [], [])
    paragraphs: list[tuple[int, int]] = []
    begun = 0
    for token in doc:
        surface = token.text
        if surface.isspace():
            if "\n" in surface and len(words) > begun:
                paragraphs.append((begun, len(words)))
                begun = len(words)
            continue
        norm = fold(surface)
        if not norm:
            continue
        kind: WordKind = "number" if norm[0].isdecimal() else "word" if norm[0].isalpha() else "punct"
        start = token.idx
        words.surface.append(surface)
        words.norm.append(norm)
        words.start.append(start)
        words.end.append(start + len(surface))
        words.kind.append(kind)
        words.token.append(token.i)
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
