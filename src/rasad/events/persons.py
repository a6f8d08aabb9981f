"""Words of persons (شابين، المواطنون، طفل), by which what follows is told apart from an object or a place."""

from typing import Final

from rasad.lexicon import actors
from rasad.lexicon.clitics import analyses
from rasad.lexicon.perword import PerWord


def _person(norm: str) -> str | None:
    """The class of the persons whom a word names, "" where that is another's (عناصر), or None."""
    known = actors.load().roles
    roles = (known[stem] for _, stem in analyses(norm) if len(stem) > 2 and stem in known)
    return next((role.actor_class or "" for role in roles if role.person), None)


#: What persons a word names, see `_person`.
PERSONS: Final = PerWord(_person)
