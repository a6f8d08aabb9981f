"""All that was found in one report, side by side: what the assembly of events works from."""

from collections.abc import Sequence
from datetime import date

from rasad.model.fixed import fixed
from rasad.model.indexed import Places
from rasad.model.mentions import (
    ActorMention,
    Attribution,
    CasualtyMention,
    Factuality,
    TimeMention,
    TriggerMention,
)
from rasad.model.words import Words


@fixed
class Reading:
    """Mentions of one report, each list in the order of the text; `factuality` has one element a trigger.

    `published` is the day from which times count; if `undated`, nobody told it and another stands for it.
    """

    words: Words
    published: date
    times: Sequence[TimeMention]
    casualties: Sequence[CasualtyMention]
    places: Places
    actors: Sequence[ActorMention]
    triggers: Sequence[TriggerMention]
    attributions: Sequence[Attribution]
    factuality: Sequence[Factuality]
    #: the other matter (sport, film …) that the report is about, if it is
    topic: str | None = None
    undated: bool = False
