"""Markdown reports: front matter used and taken off, marks of emphasis, headings and links reduced to their words."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rasad.ingest import dates
from rasad.ingest.report import Report

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Beyond this, Markdown is read as it stands: nested brackets cost the parser far more than their length.
MAX_PARSED: Final = 200_000
_KEYS: Final = {"title": "title", "date": "date", "published": "date", "url": "url", "link": "url", "outlet": "outlet"}
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|$)", re.DOTALL)
_TAGS = re.compile(r"<!--.*?-->|<[^<>]{0,1000}>", re.DOTALL)


def read_markdown(text: str) -> Report:
    """The report in a Markdown text; its title is that of the front matter, else its first heading of level one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body = _front_matter(text)
    warnings: list[str] = []
    published = dates.first_date(front["date"]) if "date" in front else None
    if "date" in front and published is None:
        warnings.append(f"the date {front['date'][:60]!r} in the front matter is no date and was left out")
    title, blocks = None, [body]
    if len(body) <= MAX_PARSED:
        title, blocks = _blocks(body)
    else:
        warnings.append("the Markdown is too long to be parsed and was read with its marks")
    heading = front.get("title") or title
    if title and title != heading:
        blocks.insert(0, title)
    return Report(
        text="\n\n".join(blocks),
        title=heading,
        outlet=front.get("outlet"),
        url=front.get("url"),
        published=published,
        published_from="page" if published else None,
        warnings=tuple(warnings),
    )


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The known keys of the front matter, and the text after it."""
    match = _FRONT.match(text)
    if match is None or not re.match(r"\s*[\w-]+[ \t]*:", match[1]):
        return {}, text
    found: dict[str, str] = {}
    for line in match[1].split("\n"):
        key, colon, value = line.partition(":")
        name = _KEYS.get(key.strip().lower())
        value = value.strip()
        if value[:1] in ("'", '"') and value[-1:] == value[:1]:
            value = value[1:-1]
        if colon and name and value.strip():
            found.setdefault(name, value.strip())
    return found, text[match.end() :]


def _blocks(body: str) -> tuple[str | None, list[str]]:
    """The title, if the text begins with a heading of level one, and the other blocks as plain text."""
    from markdown_it import MarkdownIt  # 60 ms that plain text and pages need not pay

    title: str | None = None
    blocks: list[str] = []
    marker = ""
    tokens = MarkdownIt("commonmark").parse(body)
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            # The number of an ordered item can be a number of the report: "14. مدنياً" begins a list in Markdown.
            marker = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            words = marker + _words(token.children or ())
            marker = ""
            if not blocks and title is None and tokens[index - 1].tag == "h1":
                title = " ".join(words.split())
            elif words.strip():
                blocks.append(words)
        elif token.type in ("fence", "code_block", "html_block"):
            words = _TAGS.sub("", token.content) if token.type == "html_block" else token.content
            if words.strip():
                blocks.append(words.strip())
    return title, blocks


def _words(tokens: "Sequence[Token]") -> str:
    """The words of an inline run: text, code and line breaks; neither tags nor the captions of pictures."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)
