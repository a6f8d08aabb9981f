"""What a caller may say about the reports that are read."""

from dataclasses import dataclass
from datetime import date
from typing import Final

#: Four times the largest saved news page and archive table seen; a report of this size is read in seconds.
MAX_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read; what is given here wins over what the input says of itself.

    Args:
        published: day of publication of every report; the default, None, takes it from the table, page or address.
            Relative dates count from it, so a wrong one shifts every "yesterday".
        outlet: the medium that published the reports; None takes it from the table or page.
        url: where the report stood; None takes it from the table or page. Meant for one report.
        max_bytes: the largest file that is read; a larger one is an error, so that no input can fill the memory.
    """

    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    max_bytes: int = MAX_BYTES
