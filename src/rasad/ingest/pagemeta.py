"""What a page says about its article: headline, outlet, address and day of publication."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from resiliparse.parse.html import ElementNode, HTMLTree, Node, NodeType

from rasad.ingest import dates
from rasad.ingest.pagetree import root_of, walk
from rasad.lexicon.folding import fold_phrase

_MAX_METAS: Final = 500
_MAX_JSON: Final = 2_000_000
#: Elements after and before the headline between which a date in the text counts as the article's own.
AFTER_HEADLINE: Final = 60
BEFORE_HEADLINE: Final = 15
_PUBLISHED_FIRST: Final = ("article:published_time", "og:article:published_time", "og:published_time")
_PUBLISHED_LAST: Final = (
    "date", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "datepublished", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "article.published",
)  # fmt: skip
_SEPARATORS: Final = (" - ", " | ", " – ", " — ", " :: ", " « ", " » ", " • ", "|")
_NOT_THE_ARTICLE: Final = frozenset({"nav", "footer", "aside", "script", "style", "noscript", "template"})
_UTC_EVENING = re.compile(r"T(2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found; None where the page says nothing. `date_from` is "page" or "url"."""

    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    date_from: str | None


def facts_of(tree: HTMLTree) -> PageFacts:
    """The facts of a page, from its meta tags, its JSON-LD and what stands around the headline."""
    metas = _metas(tree)
    records = list(_json_ld(tree))
    outlet = metas.get("og:site_name") or _publisher(records) or metas.get("publisher") or metas.get("application-name")
    url = _url(tree, metas)
    heading = _heading(tree)
    title = _title(tree, metas, heading, outlet)
    published, date_from = _published(tree, metas, records, heading), "page"
    if published is None and url:
        published, date_from = dates.date_in_url(url), "url"
    return PageFacts(title, outlet, url, published, date_from if published else None)


def _metas(tree: HTMLTree) -> Mapping[str, str]:
    """Name or property of each meta tag, lower case, with its content; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root_of(tree).query_selector_all("meta")[:_MAX_METAS]:
        name = meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop") or ""
        content = " ".join((meta.getattr("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content[:2000])
    return found


def _json_ld(tree: HTMLTree) -> Iterator[Mapping[str, object]]:
    """Every record of the page's JSON-LD, nested ones too, articles first; broken JSON is passed over."""
    records: list[Mapping[str, object]] = []
    for script in root_of(tree).query_selector_all('script[type="application/ld+json"]'):
        text = script.text_content or ""
        try:
            waiting = [json.loads(text, strict=False)] if len(text) <= _MAX_JSON else []
        except (ValueError, RecursionError):
            continue
        while waiting and len(records) < 1000:
            value = waiting.pop(0)
            if isinstance(value, dict):
                records.append(value)
                waiting.extend(v for v in value.values() if isinstance(v, (dict, list)))
            elif isinstance(value, list):
                waiting.extend(value[:200])
    yield from sorted(records, key=lambda record: not re.search("Article|Posting|Report", str(record.get("@type"))))


def _publisher(records: list[Mapping[str, object]]) -> str | None:
    for record in records:
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())
    return None


def _url(tree: HTMLTree, metas: Mapping[str, str]) -> str | None:
    """The canonical address, unless it is only the outlet's front page, as broken templates give it."""
    link = root_of(tree).query_selector('link[rel="canonical"]')
    for address in (link.getattr("href") if link else None, metas.get("og:url")):
        if address and re.match(r"https?://[^/\s]+/[^\s]+$", address.strip()):
            return str(address).strip()
    return None


def _heading(tree: HTMLTree) -> ElementNode | None:
    """The h1 of the article: the one inside it, else the first that is not the outlet's own name in the page's head."""
    for selector in ("article h1", "main h1", "h1[itemprop=headline]", "h1[class*=title]", "h1"):
        found = root_of(tree).query_selector(selector)
        if found is not None and (found.text or "").strip():
            return found
    return None


def _title(tree: HTMLTree, metas: Mapping[str, str], heading: ElementNode | None, outlet: str | None) -> str | None:
    shown = " ".join((heading.text or "").split()) if heading else ""
    written = metas.get("og:title") or shown or " ".join((tree.title or "").split()) or metas.get("twitter:title", "")
    return _without_suffix(written, outlet, shown) or None


def _without_suffix(title: str, outlet: str | None, shown: str) -> str:
    """The title without the outlet's name after it; the name is known, or it is what the shown headline lacks."""
    outlet_key = fold_phrase(outlet or "")
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        key = fold_phrase(tail)
        if not found or not head.strip() or not key:
            continue
        named = outlet_key and (set(key) <= set(outlet_key) or set(outlet_key) <= set(key))
        lacking = shown and fold_phrase(head) == fold_phrase(shown)
        guessed = not outlet_key and not shown and len(key) <= 4 < len(fold_phrase(head))
        if named or lacking or guessed:
            return head.strip()
    return title.strip()


def _published(
    tree: HTMLTree, metas: Mapping[str, str], records: list[Mapping[str, object]], heading: ElementNode | None
) -> date | None:
    """The day of publication by the surest sign the page has."""
    near, marked = _near_headline(tree, heading)
    written = [metas[name] for name in _PUBLISHED_FIRST if name in metas]
    written += [str(record["datePublished"]) for record in records if record.get("datePublished")]
    written += [marked] if marked else []
    days = [(stamp, day) for stamp in written if (day := dates.first_date(stamp))]
    if days:
        stamp, day = days[0]
        # Templates that write UTC give the eve of what outlets east of it print on the page after their midnight.
        return near if _UTC_EVENING.search(stamp.strip()) and near == day + timedelta(days=1) else day
    if near:
        return near
    return next((day for name in _PUBLISHED_LAST if name in metas and (day := dates.first_date(metas[name]))), None)


def _near_headline(tree: HTMLTree, heading: ElementNode | None) -> tuple[date | None, str | None]:
    """The date nearest to the headline, those after it first; and what the page marks as its `datePublished`."""
    dated: list[tuple[int, date]] = []
    marked: str | None = None
    index = outside = headline = 0
    for node, _, entering in walk(tree.body) if tree.body else ():
        if node.tag in _NOT_THE_ARTICLE and not _is_byline(node):
            outside += 1 if entering else -1
        if not entering or outside:
            continue
        day: date | None = None
        if isinstance(node, ElementNode):
            index += 1
            if heading is not None and node == heading:
                headline = index
            stamp = node.getattr("datetime") or node.getattr("content") or ""
            if node.getattr("itemprop") == "datePublished":
                marked = marked or stamp[:200] or (node.text or "")[:200]
            if node.tag == "time":
                day = dates.first_date(stamp)
        elif node.type == NodeType.TEXT:
            # Dates stand near headlines, and headlines early; a page of numbers is not looked through to its end.
            day = _day_in_words(node.value or "", node.parent) if index <= headline + AFTER_HEADLINE else None
        if day:
            dated.append((index, day))
    near = [
        (distance if distance >= 0 else AFTER_HEADLINE - distance, day)
        for position, day in dated
        if -BEFORE_HEADLINE <= (distance := position - headline) <= AFTER_HEADLINE
    ]
    return (min(near, key=lambda pair: pair[0])[1] if near else None), marked


def _is_byline(node: Node) -> bool:
    """Drupal sets "published on" in a footer of the article's own."""
    return isinstance(node, ElementNode) and node.tag == "footer" and "meta" in (node.getattr("class") or "")


def _day_in_words(text: str, parent: Node | None) -> date | None:
    """The date of a line that is only a date; where its parts stand in elements of their own, that of the whole line."""
    text = text.strip()
    if not text or len(text) > 100 or not any(c.isdigit() for c in text):
        return None
    if dates.is_date_line(text):
        return dates.first_date(text)
    if parent is None or parent.parent is None or parent.tag not in ("span", "b", "strong", "i", "em", "small"):
        return None
    line = " ".join((parent.parent.text or "").split())
    return dates.first_date(line) if dates.is_date_line(line) else None
