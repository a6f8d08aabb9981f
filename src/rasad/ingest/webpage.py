"""Web pages: the article's words without the page around them, and what the page says of it."""

from datetime import date
from typing import cast

from rasad.errors import NoArticle
from rasad.ingest.pageworker import PageCrash, PageTimeout, PageWorker, shared
from rasad.ingest.report import Report
from rasad.model.document import PublishedFrom

_REMEDY = "save the article's text as a .txt file and give that"


def read_page(page: str, source: str, worker: PageWorker = shared) -> Report:
    """The report on a page; paragraphs are separated by blank lines.

    Args:
        page: the page's HTML.
        source: the input as the user named it, for errors.
        worker: the process that parses; the default one is shared by all pages.

    Raises:
        NoArticle: no article was found, or the page's mark-up hangs or breaks the parsers.
    """
    try:
        found = worker.read(page)
    except PageTimeout:
        raise NoArticle(source, f"its mark-up could not be parsed in {worker.seconds:g} seconds", _REMEDY) from None
    except PageCrash:
        raise NoArticle(source, "its mark-up broke the parsers", _REMEDY) from None
    paragraphs = cast("list[str]", found["paragraphs"])
    if not paragraphs:
        raise NoArticle(source, "no article was found on the page", _REMEDY)
    published = cast("str | None", found["published"])
    return Report(
        text="\n\n".join(paragraphs),
        title=cast("str | None", found["title"]),
        outlet=cast("str | None", found["outlet"]),
        url=cast("str | None", found["url"]),
        published=date.fromisoformat(published) if published else None,
        published_from=cast("PublishedFrom | None", found["published_from"]),
    )
