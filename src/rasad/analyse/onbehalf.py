"""For whom a spokesman speaks, and whose army a medium quotes."""

from dataclasses import replace
from typing import Final

from rasad.lexicon import speakers
from rasad.model.mentions import ActorMention, Attribution
from rasad.model.words import Words

#: باسم: what stands between a spokesman and his body.
ON_BEHALF: Final = "باسم"


def spoken_for(words: Words, actor: ActorMention) -> dict[int, ActorMention]:
    """الناطق الرسمي باسم الجيش: the side by itself, which the report names in one with its spokesman, by its first word."""
    at = next((k for k in range(actor.first, actor.last - 1) if words.norm[k] == ON_BEHALF), -1)
    return {at + 1: replace(actor, first=at + 1, prefix="")} if at >= 0 else {}


def of_one_country(words: Words, attribution: Attribution) -> Attribution:
    """وسائل إعلام إسرائيلية نقلاً عن الجيش: the army that media of a state at war quote is that state's."""
    first, norm = attribution.sources[:1], words.norm
    media = [s for s in attribution.sources[1:] if s.kind == "outlet" and norm[s.last - 1] in speakers.AT_WAR]
    if not first or not media or first[0].kind != "official" or first[0].last > first[0].first + 1:
        return attribution
    if not norm[first[0].first].removeprefix("ال").startswith(speakers.ARMY):
        return attribution
    return replace(attribution, sources=(replace(first[0], kind="conflict_party", name=None), *attribution.sources[1:]))
