"""The paragraphs of the article on a page, by two parsers of which the better reading is taken."""

from collections.abc import Sequence
from typing import Final

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from rasad.ingest import dates
from rasad.ingest.pagetree import prune, root_of
from rasad.lexicon import furniture
from rasad.lexicon.folding import fold_phrase

#: trafilatura loses whole paragraphs on some templates; below this share of the other's words it has lost too much.
FAR_LESS: Final = 0.5
#: An article is at least a sentence; fewer words are a stub, an error message or a caption.
FEWEST_WORDS: Final = 6
_LONGEST_FURNITURE: Final = 12
_MOST_COMPARED: Final = 200


def paragraphs_of(tree: HTMLTree, title: str | None) -> list[str]:
    """The paragraphs of the article, without its headline; an empty list where there is no article.

    Args:
        tree: the page; it is pruned in place.
        title: the headline, which is not repeated among the paragraphs.
    """
    prune(tree)
    if tree.body is None:
        return []
    links = {key for link in tree.body.query_selector_all("a") if len(key := fold_phrase(link.text or "")) >= 3}
    first = _clean(_by_trafilatura(root_of(tree).html), title, links)
    second = _clean(_by_resiliparse(tree), title, links)
    best = second if _words(first) < FAR_LESS * _words(second) else first
    return best if _words(best) >= FEWEST_WORDS else []


def _by_trafilatura(page: str) -> list[str]:
    import trafilatura  # half a second, in the worker only

    found = trafilatura.bare_extraction(page, include_comments=False, include_tables=True, favor_precision=True)
    text = getattr(found, "text", None)
    return str(text).split("\n") if text else []


def _by_resiliparse(tree: HTMLTree) -> list[str]:
    text = extract_plain_text(tree, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False)
    return str(text).split("\n")


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _clean(lines: Sequence[str], title: str | None, links: set[tuple[str, ...]]) -> list[str]:
    """The paragraphs that tell something: no headline again, no dates alone, no outlet's words, none said twice."""
    known = furniture.load()
    title_key = fold_phrase(title or "")
    kept: list[tuple[str, tuple[str, ...]]] = []
    in_block = False
    for line in lines:
        # trafilatura sets "- " before the items of a list.
        paragraph = " ".join(line.split()).strip("| ").removeprefix("- ")
        key = fold_phrase(paragraph)
        if not key or (title_key and key == title_key):
            continue
        if len(key) <= _LONGEST_FURNITURE and not paragraph.endswith((".", "؟", "!")):
            if _begins(key, known.end) and kept:
                break
            if _begins(key, known.block):
                in_block = True
                continue
            if _begins(key, known.line) or dates.is_date_line(paragraph):
                continue
        if key in links and (in_block or not paragraph.endswith((".", "؟", "!", "…"))):
            continue
        in_block = False
        kept.append((paragraph, key))
    return _without_repeats(kept, title_key)


def _begins(key: tuple[str, ...], forms: frozenset[tuple[str, ...]]) -> bool:
    return any(key[: len(form)] == form for form in forms)


def _without_repeats(kept: Sequence[tuple[str, tuple[str, ...]]], title_key: tuple[str, ...]) -> list[str]:
    """Leaves out a paragraph that repeats another or, as captions do, the headline or part of a longer paragraph."""
    seen: set[tuple[str, ...]] = set()
    # Captions stand in articles, and those are short; comparing all paragraphs of a book would take its square in time.
    longer = [f" {' '.join(key)} " for _, key in kept[:_MOST_COMPARED] if len(key) > 8]
    result = []
    for paragraph, key in kept:
        if key in seen or (title_key and _overlap(key, title_key) >= 0.9):
            continue
        inside = f" {' '.join(key)} "
        if 4 <= len(key) <= 25 and any(inside in other and inside != other for other in longer):
            continue
        seen.add(key)
        result.append(paragraph)
    return result


def _overlap(key: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Shared words over all words of the two."""
    first, second = set(key), set(other)
    return len(first & second) / len(first | second)
