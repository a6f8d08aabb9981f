"""The order of the readings: the only file that knows it. Doc in, the same Doc out, then records.

| component | needs | gives |
| --- | --- | --- |
| rasad_words | the tokens | words |
| rasad_dateline | words | published, if the caller gave none |
| rasad_numerals | words | numerals |
| rasad_times | words, numerals, published | times, today |
| rasad_casualties | words, numerals, times | casualties |
| rasad_places | words | place_mentions |
| rasad_georesolve | words, place_mentions, home | places, country |
| rasad_triggers | words | triggers |
| rasad_actors | words, published, country, triggers, places | actors |
| rasad_attribution | words, actors, times, published, outlet | attributions |
| rasad_factuality | words, triggers, times | factuality |
| rasad_topic | words | topic |
| rasad_events | all of these | reading, drafts, dropped |
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from spacy.lang.ar import Arabic
from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse import (  # noqa: F401 - importing a reading registers its component
    actors,
    attribution,
    casualties,
    dateline,
    factuality,
    georesolve,
    numerals,
    places,
    times,
    topic,
    triggers,
)
from rasad.errors import SettingsError
from rasad.events import assembly, records
from rasad.events.draft import Draft, Dropped
from rasad.lexicon import speakers
from rasad.model.document import Document
from rasad.model.indexed import Mentions, Places
from rasad.model.reading import Reading
from rasad.model.record import EventRecord, Report
from rasad.model.words import Words
from rasad.settings import Settings
from rasad.text.reading import read_words
from rasad.text.tokenizer import RasadTokenizer

ORDER: Final = (
    "rasad_words", "rasad_dateline", "rasad_numerals", "rasad_times", "rasad_casualties", "rasad_places", "rasad_georesolve",
    "rasad_triggers", "rasad_actors", "rasad_attribution", "rasad_factuality", "rasad_topic", "rasad_events",
)  # fmt: skip
#: Characters of a heading that a warning quotes.
_HEADING: Final = 60
#: Attributes of a Doc that the components fill. `published`, `outlet` and `home` (the outlet's country) the caller may give.
ATTRIBUTES: Final = (
    "published", "today", "home", "outlet", "dated_by_text", "words", "numerals", "times", "casualties", "place_mentions",
    "places", "country", "actors", "triggers", "attributions", "factuality", "topic", "reading", "drafts", "dropped",
)  # fmt: skip


def _declare() -> None:
    for name in ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


@Language.component("rasad_words", assigns=["doc._.words"])
def _words(doc: Doc) -> Doc:
    doc._.words = read_words(doc)
    return doc


@Language.component(
    "rasad_events",
    requires=[
        f"doc._.{a}"
        for a in ("words", "times", "casualties", "places", "actors", "triggers", "attributions", "factuality", "topic")
    ],
    assigns=["doc._.reading", "doc._.drafts", "doc._.dropped"],
)
def _events(doc: Doc) -> Doc:
    _ = doc._
    _.reading = reading_of(doc)
    _.drafts, _.dropped = assembly.assemble(_.reading)
    return doc


def reading_of(doc: Doc) -> Reading:
    """All that the components found in a Doc, typed."""
    _ = doc._
    return Reading(
        _.words, _.today, Mentions(_.times), Mentions(_.casualties), Places(_.places), Mentions(_.actors), Mentions(_.triggers),
        Mentions(_.attributions), _.factuality, _.topic, undated=_.published is None,
    )  # fmt: skip


def load(settings: Settings | None = None) -> Language:
    """A spaCy `Language` for Arabic with the readings as its components.

    Set `doc._.published` (a date) on a Doc from `nlp.make_doc` before running it, or use `code`.
    """
    _declare()
    nlp = Arabic()
    nlp.tokenizer = RasadTokenizer(nlp.vocab)
    nlp.max_length = (settings or Settings()).max_characters
    for name in ORDER:
        nlp.add_pipe(name)
    return nlp


@cache
def _shared() -> Language:
    return load()


@dataclass(frozen=True, slots=True)
class Explained:
    """A report with the reasons behind its records: `drafts` go with `report.events` one to one."""

    report: Report
    drafts: tuple[Draft, ...]
    dropped: tuple[Dropped, ...]
    doc: Doc


def explain(document: Document, settings: Settings | None = None, nlp: Language | None = None) -> Explained:
    """Code one document and keep the reasons.

    Raises:
        SettingsError: the text is longer than `settings.max_characters`.
    """
    settings = settings or Settings()
    if len(document.text) > settings.max_characters:
        raise SettingsError(f"the text has {len(document.text)} characters, more than the {settings.max_characters} allowed")
    nlp = nlp or _shared()
    nlp.max_length = max(nlp.max_length, len(document.text))
    arabic = document.language in (None, "ar")
    doc = nlp.make_doc(document.text if arabic else "")
    _ = doc._
    _.published = document.published
    _.outlet = document.outlet
    _.home = speakers.country_of(document.outlet) if document.outlet else None
    doc = nlp(doc)
    _ = doc._
    if _.dated_by_text:
        document = document.model_copy(update={"published": _.published, "published_from": "dateline"})
    pairs = list(zip(records.write(_.drafts, _.reading, document.id), _.drafts, strict=True))
    pairs = [(r, d) for r, d in pairs if r.confidence >= settings.min_confidence]
    warnings = [*document.warnings]
    if not arabic:
        warnings.append(f"the text is in another language ({document.language}): only Arabic is read, so there are no events")
    elif document.published is None:
        warnings.append("no publication date: relative dates stay null; give one with --published")
    if (tail := _tail(_.words)) is not None:
        warnings.append(tail)
    report = Report(
        document=document.model_copy(update={"warnings": tuple(warnings)}), events=tuple(record for record, draft in pairs)
    )
    return Explained(report, tuple(draft for record, draft in pairs), tuple(_.dropped), doc)


def _tail(words: Words) -> str | None:
    """What a reader must know where the greater part of a text stands behind a heading such as الأكثر قراءة and was not read."""
    sentences = words.sentences
    read = next((k for k in range(len(sentences) - 1, -1, -1) if sentences[k].role != "furniture"), -1)
    if read < 0 or read + 1 == len(sentences):
        return None
    first = sentences[read + 1].first
    left = len(words) - first
    if left <= first:
        return None
    heading = words.quote(first, sentences[read + 1].last).split("\n")[0][:_HEADING]
    return f"{left} words from «{heading}» on were taken for the outlet's own matter and not read: give each report by itself"


def code_document(document: Document, settings: Settings | None = None) -> Report:
    """The records of one document."""
    return explain(document, settings).report


def code_documents(documents: Iterable[Document], settings: Settings | None = None) -> Iterator[Report]:
    """The records of many documents, one at a time, in their order."""
    for document in documents:
        yield code_document(document, settings)


def code(
    text: str, published: date | str | None = None, *, outlet: str | None = None, settings: Settings | None = None
) -> list[EventRecord]:
    """The event records of one Arabic report.

    Args:
        text: the report, headline included if there is one.
        published: day of publication, a date or "YYYY-MM-DD"; relative dates count from it and are null without it.
        outlet: the medium, if known.
        settings: see `rasad.Settings`.

    Raises:
        SettingsError: `published` is no date, or the text is too long.

    >>> import rasad
    >>> [event] = rasad.code("قُتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم أمس.", published="2021-07-18")
    >>> event.event_type, str(event.date.start), event.casualties[0].best
    ('ASSAULT', '2021-07-17', 3)
    """
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published)
        except ValueError:
            raise SettingsError(f"published is {published!r}, not a date like 2019-09-25") from None
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=digest, text=text, outlet=outlet, published=published, published_from="option" if published else None, language="ar"
    )  # type: ignore[call-arg]
    return list(code_document(document, settings).events)
