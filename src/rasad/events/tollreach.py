"""Tolls that stand near an act and are not its own: of another town, of weeks, of a whole province."""

from typing import Final

from rasad.events.compare import fits
from rasad.events.draft import Draft
from rasad.events.within import places_within, within
from rasad.lexicon import wordclass
from rasad.model.mentions import CasualtyMention, TimeMention
from rasad.model.reading import Reading
from rasad.model.words import Words

_HOSPITALS: Final = wordclass.stems("hospital_stem")
#: Words from a hospital to its town.
_TO_TOWN: Final = 3
_EXACT: Final = frozenset({"site", "settlement"})
_WIDE: Final = frozenset({"governorate", "country"})
#: Days from the first to the last of a time over which a report counts.
WEEKS: Final = 6


def beyond(claim: CasualtyMention, owner: Draft, sentence: int, reading: Reading) -> bool:
    """Whether a claim of a sentence is no toll of the act next to it."""
    if owner.sentence != sentence and (_elsewhere(owner, sentence, reading) or _of_a_period(owner, sentence, reading)):
        return True
    return claim.running_total and _of_province(claim, owner, reading)


def _of_province(claim: CasualtyMention, owner: Draft, reading: Reading) -> bool:
    """قُتل ثلاثة شبان في جنين، وبهذا ترتفع حصيلة شهداء الضفة إلى 65: the running total of a province that holds the town where the
    act was; an act that is named with it (قتلى قصف إدلب) has its toll."""
    if not 0 <= claim.act < claim.first or within(reading.triggers, claim.act + 1, claim.first):
        return False
    wide = [p for p in places_within(reading.places, claim.act, claim.first) if p.mention.kind in _WIDE]
    own = [p for p in owner.places if p.mention.kind in _EXACT and p.mention.first < claim.act]
    return bool(wide and own)


def _elsewhere(owner: Draft, sentence: int, reading: Reading) -> bool:
    """قُتل اثنان في بلدة X. … مكتباً في بلدة Y، فلقي ثالث حتفه: a sentence with a town of its own and no act that was read tells
    another act."""
    words = reading.words
    here = places_within(reading.places, words.sentences[sentence].first, words.sentences[sentence].last)
    towns = [p for p in here if p.mention.kind in _EXACT and not _hospital(p.mention.first, words)]
    its = [p for p in owner.places if p.mention.kind in _EXACT] or owner.places
    return bool(towns and its) and not any(fits(p, q) for p in towns for q in its)


def _of_a_period(owner: Draft, sentence: int, reading: Reading) -> bool:
    """انفجر لغم اليوم …. وكان المرصد سجل خلال الشهر الماضي مقتل 19: what is counted over weeks is no toll of the act of a day
    that was told before (CODEBOOK 10)."""
    words = reading.words
    times = within(reading.times, words.sentences[sentence].first, words.sentences[sentence].last)
    if owner.time is not None and days(owner.time) >= WEEKS:
        return False
    return any(days(t) >= WEEKS for t in times)


def days(time: TimeMention) -> int:
    """Days from the first to the last of a time, 0 where an end is open."""
    return (time.end - time.start).days if time.start is not None and time.end is not None else 0


def _hospital(i: int, words: Words) -> bool:
    """نقلوا إلى مستشفى في مدينة X: where the hurt were brought."""
    return any(w.lstrip("وبل").removeprefix("ال").startswith(_HOSPITALS) for w in words.norm[max(0, i - _TO_TOWN) : i + 1])
