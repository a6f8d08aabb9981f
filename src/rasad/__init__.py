"""Rasad (رصد, "monitoring") reads Arabic conflict reports and writes what they say as event records.

`rasad.code(text, published=…)` is the one-line door; `rasad.load()` gives the spaCy `Language` with its components.
Names are resolved on first use, so that `import rasad` and `rasad --help` stay quick.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Document", "EventRecord", "RasadError", "Report", "Settings", "__version__", "code", "code_document", "load"]

if TYPE_CHECKING:
    from rasad.errors import RasadError
    from rasad.model.document import Document
    from rasad.model.record import EventRecord, Report
    from rasad.pipeline import code, code_document, load
    from rasad.settings import Settings

_HOMES = {
    "Document": "rasad.model.document",
    "EventRecord": "rasad.model.record",
    "Report": "rasad.model.record",
    "RasadError": "rasad.errors",
    "Settings": "rasad.settings",
    "code": "rasad.pipeline",
    "code_document": "rasad.pipeline",
    "load": "rasad.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'rasad' has no attribute {name!r}")
