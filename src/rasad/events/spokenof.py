"""The times of what is only spoken of: a deal that is in force, a call for what was named before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.events.draft import Draft
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import UNJOINED
from rasad.model.mentions import TimeMention
from rasad.model.words import Words

#: يسري، سارية: words of a deal that holds, and how far before the day since when.
_IN_FORCE: Final = wordclass.words("in_force")
_BESIDE: Final = 4
#: إليه، إليها, and words from there to the day of the call.
_TO_IT: Final = wordclass.words("to_it")
_CALLED_WITHIN: Final = 6


def give(draft: Draft, times: Sequence[TimeMention], words: Words) -> bool:
    """Settles the time of such an act and says whether it was one; ``times`` are those of its sentence."""
    since = _in_force_since(draft, times, words)
    if since is not None:
        why = f"{since.why}, of a deal in force"
        draft.time = replace(since, end=since.start, precision="day", shape="point", why=why)
        draft.time_from = "clause"
        draft.notes.append(f"date: {why} (clause)")
    elif _called_for(draft, times, words):
        draft.timeless = True
        draft.notes.append("date: none, it tells who called for what is spoken of")
    return since is not None or draft.timeless


def _in_force_since(draft: Draft, times: Sequence[TimeMention], words: Words) -> TimeMention | None:
    """ويسري منذ 23 تشرين الأول اتفاق لوقف إطلاق النار: since when a deal is in force it was made."""
    if draft.event_type != "AGREE" or draft.status != "occurred":
        return None
    for time in times:
        near = map(UNJOINED.__getitem__, words.norm[max(draft.clause[0], time.first - _BESIDE) : time.first])
        if time.shape == "since" and time.first < draft.trigger.first and not _IN_FORCE.isdisjoint(near):
            return time
    return None


def _called_for(draft: Draft, times: Sequence[TimeMention], words: Words) -> bool:
    """الوقفة دعت إليها هيئة المحامين, الهدنة التي دعت إليها الأمم المتحدة خلال العيد: what was called for is named before, and no
    day stands right behind."""
    last = draft.trigger.last
    if draft.event_type != "REQUEST" or draft.trigger.pos != "verb" or _TO_IT.isdisjoint(words.norm[last : last + 1]):
        return False
    return not any(last < t.first <= last + _CALLED_WITHIN and t.precision == "day" for t in times)
