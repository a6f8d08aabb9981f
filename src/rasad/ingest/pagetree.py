"""A page's mark-up made safe and plain before the parsers see it.

Three facts about the parsers stand behind this file: one tag with a megabyte of attributes costs both of them
seconds to minutes; past some 255 nested elements lxml gives empty text without a word, and resiliparse's search for
the main content is quadratic in the depth; and both keep what outlets set inside articles (read also, share, comments).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resiliparse.parse.html import DocumentNode, ElementNode, HTMLTree, Node, NodeType

from rasad.lexicon import furniture
from rasad.lexicon.folding import fold_phrase

#: A longer tag keeps only the attributes that tell something; ordinary ones stay far below.
MAX_TAG: Final = 4096
#: Deeper pages are flattened to a list of blocks; well below lxml's 255.
MAX_DEPTH: Final = 150
_UNCLOSED_ALLOWED: Final = 50

_TAG_END = re.compile(r"""(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_LONG_TAG = re.compile(f"<[^>]{{{MAX_TAG}}}")
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:-]{0,30}")
_KEPT = re.compile(
    r"""\s(class|id|href|content|property|name|itemprop|rel|type|lang|dir|datetime|charset)\s*=\s*("[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'>]{1,500})""",
    re.IGNORECASE,
)
_RAW_TEXT: Final = frozenset({"script", "style", "textarea", "title", "noscript"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody"}
    | {"td", "tfoot", "th", "thead", "tr", "ul"}
)
_CODE: Final = frozenset({"script", "style", "noscript", "template", "svg"})
_DROPPED: Final = _CODE | {"iframe", "form", "button", "select", "input", "nav", "footer", "aside", "object", "video", "audio"}
_FURNITURE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|see-?also|read-?(?:also|more|next)|also|more-?(?:news|posts)|most-?(?:read|viewed)|popular|trending|latest"
    r"|shar(?:e|ing)|addtoany|sharedaddy|social|follow(?:us)?|comments?|respond|disqus|cookies?|gdpr|consent|newsletter|subscribe|breadcrumbs?"
    r"|menu|navbar|sidebar|side|widget|tags?|tagcloud|ticker|breaking|advert(?:s|isement)?|ads?|promo|banner|author-?box|toolbar|print|rating"
    r"|jp-relatedposts|copyright|pagination|pager|langs?|popup|modal)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONG_PARAGRAPH: Final = 60
#: Elements whose words can head a list of other articles.
_HEADS: Final = frozenset({"h2", "h3", "h4", "h5", "h6", "strong", "b", "span", "p", "div", "a"})


def trim_tags(source: str) -> str:
    """The page with every over-long tag cut to its telling attributes; linear in the length of the page."""
    if _LONG_TAG.search(source) is None:
        return source
    parts: list[str] = []
    done = position = unclosed = 0
    while (start := source.find("<", position)) >= 0:
        if source.startswith("<!--", start):
            end = source.find("-->", start)
            position = end + 3 if end >= 0 else len(source)
            continue
        name = _NAME.match(source, start + 1)
        if name is None:
            position = start + 1
            continue
        match = _TAG_END.match(source, start) if unclosed < _UNCLOSED_ALLOWED else None
        unclosed += match is None
        end = match.end() if match else source.find(">", start) + 1 or len(source)
        if end - start > MAX_TAG:
            kept = {m[1].lower(): m[2] for m in _KEPT.finditer(source, start, end)}
            parts += [source[done:start], f"<{name[0]}", *(f" {key}={value}" for key, value in kept.items()), ">"]
            done = end
        position = end
        if name[0].lower() in _RAW_TEXT:
            closing = re.compile(f"</{name[0]}", re.IGNORECASE).search(source, end)
            position = closing.start() + 1 if closing else len(source)
    return "".join(parts) + source[done:]


def root_of(tree: HTMLTree) -> ElementNode | DocumentNode:
    """The whole document; the parser gives one even to an empty page."""
    document = tree.document
    assert document is not None
    return document


def walk(root: Node) -> Iterator[tuple[Node, int, bool]]:
    """Every node under a root in order with its depth, once when entered (True) and once when left (False)."""
    node: Node | None = root
    depth = 0
    while node is not None:
        yield node, depth, True
        child = node.first_child
        if child is not None:
            node, depth = child, depth + 1
            continue
        while node is not None:
            yield node, depth, False
            if depth == 0:
                return
            following = node.next
            if following is not None:
                node = following
                break
            node, depth = node.parent, depth - 1


def depth_of(tree: HTMLTree) -> int:
    """How deep the deepest node of the body lies."""
    return max((depth for _, depth, _ in walk(tree.body)), default=0) if tree.body else 0


def flattened(tree: HTMLTree) -> str:
    """The page as a list of headings and paragraphs without nesting; blocks that are mostly links are left out."""
    blocks: list[str] = []
    words: list[str] = []
    tag, linked, skipping, in_link = "p", 0, 0, 0

    def flush() -> None:
        nonlocal tag, linked
        text = " ".join(" ".join(words).split())
        if text and (linked < 0.5 * len(text) or tag != "p"):
            blocks.append(f"<{tag}>{html.escape(text)}</{tag}>")
        words.clear()
        tag, linked = "p", 0

    for node, _, entering in walk(tree.body) if tree.body else ():
        name = node.tag
        if name in _DROPPED:
            skipping += 1 if entering else -1
        if name == "a":
            in_link += 1 if entering else -1
        if name in _BLOCKS:
            flush()
            if entering and name in ("h1", "h2", "h3"):
                tag = name
        elif entering and not skipping and node.type == NodeType.TEXT:
            text = node.value or ""
            words.append(text)
            linked += len(text) if in_link else 0
    flush()
    return f"<html><body><article>{''.join(blocks)}</article></body></html>"


@dataclass(slots=True)
class _Content:
    """What stands under an element: characters, those in links, those in long paragraphs; whether the headline does."""

    text: int = 0
    linked: int = 0
    weight: int = 0
    headline: bool = False

    def add(self, other: "_Content") -> None:
        self.text += other.text
        self.linked += other.linked
        self.weight += other.weight
        self.headline |= other.headline


def prune(tree: HTMLTree) -> None:
    """Takes out of the tree what is the outlet's and not the report's: menus, lists of other articles, comments."""
    if tree.body is None:
        return
    suspects: list[tuple[ElementNode, _Content]] = []
    total = _Content()
    for node, content in _contents(tree.body):
        total = content
        if _is_furniture(node):
            suspects.append((node, content))
    # Inner ones come first, so that none is taken out after the element that holds it.
    for node, content in suspects:
        holds_article = content.headline or (total.weight > 0 and content.weight > 0.6 * total.weight)
        if node != tree.body and (node.tag in _CODE or not holds_article):
            node.decompose()
    _prune_read_also(tree.body)


def _contents(root: Node) -> Iterator[tuple[ElementNode, _Content]]:
    """Every element under a root, the inner before the outer, with what stands in it; one pass over the tree."""
    stack = [_Content()]
    for node, _, entering in walk(root):
        if not isinstance(node, ElementNode):
            if entering and node.type == NodeType.TEXT:
                stack[-1].text += len((node.value or "").strip())
        elif entering:
            stack.append(_Content())
        else:
            content = stack.pop()
            if node.tag == "a":
                content.linked = content.text
            elif node.tag == "p" and content.text >= _LONG_PARAGRAPH:
                content.weight = content.text
            content.headline |= node.tag == "h1" or node.getattr("itemprop") == "articleBody"
            stack[-1].add(content)
            yield node, content


def _is_furniture(node: ElementNode) -> bool:
    if node.tag in _DROPPED or node.hasattr("hidden") or node.getattr("aria-hidden") == "true":
        return True
    if node.tag in ("article", "main", "h1", "p", "time"):
        return False
    names = " ".join(node.getattr(key) or "" for key in ("class", "id", "role"))
    return _FURNITURE_CLASS.search(names) is not None


def _prune_read_also(body: ElementNode) -> None:
    """Takes out lists of other articles by the words that head them (اقرأ أيضاً), whatever their class is called."""
    known = furniture.load()
    heads = known.block | known.end
    found: list[ElementNode] = []
    for node, content in _contents(body):
        heading = 0 < content.text <= 80 and node.tag in _HEADS and _heads_list(node, heads)
        # The innermost alone: what is around it is found again on the way up.
        if heading and not (found and node.contains(found[-1])):
            found.append(node)
    for node in found:
        # Up to the element whose first and only words these are; what follows it is the list.
        words, top = (node.text or "").strip(), node
        while isinstance(parent := top.parent, ElementNode) and parent.tag != "body" and (parent.text or "").strip() == words:
            top = parent
        following = top.next_element
        while following is not None and _mostly_links(following):
            after = following.next_element
            following.decompose()
            following = after
        top.decompose()


def _heads_list(node: ElementNode, heads: frozenset[tuple[str, ...]]) -> bool:
    key = fold_phrase((node.text or "")[:200])
    return len(key) <= 6 and any(key[: len(head)] == head for head in heads)


def _mostly_links(node: ElementNode) -> bool:
    *_, (_, content) = _contents(node)
    return content.linked >= 0.7 * content.text
