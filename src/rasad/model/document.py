"""A report as it was read: its text, and what is known about it."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PublishedFrom = Literal["option", "table", "page", "url", "dateline", "text"]


class Document(BaseModel):
    """One report.

    `text` is what every span of every record counts into, in Unicode code points; it is never changed after
    reading. A title, where the input has one apart from the text, is its first line.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="SHA-256 of the raw bytes, hexadecimal", pattern=r"^[0-9a-f]{64}$")
    external_id: str | None = Field(None, description="the id that a table gave the report")
    path: str | None = Field(None, description="the file it was read from")
    url: str | None = None
    outlet: str | None = Field(None, description="the medium that published it")
    title: str | None = None
    published: date | None = Field(None, description="day of publication; relative dates count from it")
    published_from: PublishedFrom | None = Field(None, description="what told the day of publication")
    language: str | None = Field(None, description="ISO 639-1 code of the language the text is in")
    text: str
    warnings: tuple[str, ...] = Field((), description="what a reader should know about the reading of this report")
