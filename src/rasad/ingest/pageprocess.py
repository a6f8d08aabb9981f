"""What runs inside the worker process: pages in on standard input, readings out on standard output.

A message is its length in eight bytes, then UTF-8: the page's text one way, a JSON object the other.
"""

import json
import os
import struct
import sys
from typing import IO, Final

LENGTH: Final = struct.Struct(">Q")


def serve() -> None:
    """Reads pages until standard input ends."""
    # Libraries that print would break the messages: they get the null device for a standard output.
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as null:
        os.dup2(null.fileno(), 1)
    while (page := receive(sys.stdin.buffer)) is not None:
        send(answers, json.dumps(read_page(page.decode("utf-8", "surrogatepass"))).encode())


def read_page(page: str) -> dict[str, object]:
    """The article of a page: title, outlet, url, published (ISO), published_from, paragraphs."""
    from resiliparse.parse.html import HTMLTree

    from rasad.ingest import pagebody, pagemeta, pagetree

    tree = HTMLTree.parse(pagetree.trim_tags(page))
    facts = pagemeta.facts_of(tree)
    if pagetree.depth_of(tree) > pagetree.MAX_DEPTH:
        tree = HTMLTree.parse(pagetree.flattened(tree))
    return {
        "title": facts.title,
        "outlet": facts.outlet,
        "url": facts.url,
        "published": facts.published.isoformat() if facts.published else None,
        "published_from": facts.date_from,
        "paragraphs": pagebody.paragraphs_of(tree, facts.title),
    }


def send(stream: IO[bytes], message: bytes) -> None:
    """Writes one message."""
    stream.write(LENGTH.pack(len(message)) + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Reads one message; None where the other side has ended."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
