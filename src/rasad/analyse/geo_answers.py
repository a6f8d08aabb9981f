"""The points of places told by others: a side of a town, a countryside, the middle of a road."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rasad.analyse.geo_candidates import Candidate
from rasad.analyse.geo_shift import bearing, bearing_of, distance_before, moved
from rasad.lexicon import placewords
from rasad.lexicon.clitics import among
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placeform import Place, key_of, kilometres
from rasad.model.mentions import PlaceMention, ResolvedPlace
from rasad.model.words import Words

#: How far a side of a town lies from its middle, and how wide it is, in km. The five sides of towns in the hand-coded
#: reports that have a point lie 2 to 12 km out, the middle one 4.5.
_TOWN_SHIFT: Final = 4.0
_TOWN_WIDTH: Final = 10.0
#: The same for a side of a governorate or a country, in radii of it.
_PART_SHIFT: Final = 0.35
_PART_WIDTH: Final = 0.5
#: What the Arabic names of governorates and of districts begin with, and how far (km) a district's seat may lie.
GOVERNORATES: Final = frozenset({"محافظه", "ولايه"})
_DISTRICTS: Final = frozenset({"منطقه", "ناحيه", "قضاء", "مديريه", "محليه"})
_DISTRICT_REACH: Final = 60.0
#: How far (km) a town may lie on a side of another, or of a country's capital, and how far off (degrees) the line.
_BEYOND: Final = 100.0
_BEYOND_CAPITAL: Final = 250.0
_ASKEW: Final = 60.0
_TOWN_WORDS: Final = frozenset({"مدينه", "بلده", "قريه", "الاحياء", "مدينتي", "مركز", "العاصمه"})


def record(
    mention: PlaceMention, place: Place, point: tuple[float | None, float | None], radius: float | None, count: int, why: str
) -> ResolvedPlace:
    """The mention led to a place, at a point that may be moved; radius in km."""
    return ResolvedPlace(
        mention,
        place.id,
        place.name,
        place.name_ar,
        place.admin1,
        place.admin2,
        place.country,
        *point,
        radius,
        max(1, count),
        why,
    )


def at_its_seat(found: ResolvedPlace, places: Gazetteer) -> ResolvedPlace:
    """A governorate or district stands at its seat, not in the middle of its desert (ACLED codes it so too).

    The radius stays the governorate's or district's.
    """
    if found.latitude is None or found.longitude is None or found.name_ar is None:
        return found
    key = key_of(found.name_ar)
    rank, _, bare = key.partition(" ")
    if found.mention.kind == "governorate":
        key = bare if rank in GOVERNORATES else key
        key = placewords.load().seats.get(key, key)
    elif found.mention.kind == "area" and rank in _DISTRICTS:
        key = bare
    else:
        return found
    towns = [p for p in places.get(key) if p.kind == "settlement" and p.admin1 == found.admin1 and p.country == found.country]
    seat = max((p for p in towns if p.latitude is not None), key=lambda p: p.population, default=None)
    if seat is None or seat.latitude is None or seat.longitude is None:
        return found
    away = kilometres((found.latitude, found.longitude), (seat.latitude, seat.longitude))
    if rank in _DISTRICTS and away > _DISTRICT_REACH:
        return found
    return replace(found, latitude=seat.latitude, longitude=seat.longitude, why=f"{found.why}; the point is its seat")


def reason(found: Sequence[Candidate], best: Candidate, container: ResolvedPlace | None, country: str | None) -> str:
    """Why the best of the candidates was taken, in a few words."""
    if len(found) == 1:
        return "the only place of the name"
    if container is not None:
        return f"lies in {container.name or container.name_ar}, one of {len(found)}"
    if best.place.country == country and any(c.place.country != country for c in found):
        return f"in the report's country, one of {len(found)}"
    return f"fits the report's other places best, one of {len(found)}"


def surface(words: Words, mention: PlaceMention) -> str:
    """The name as written, its fused preposition left out."""
    quote = words.quote(mention.first, mention.last)
    return quote[len(mention.prefix) :] if mention.prefix and quote.startswith(mention.prefix) else quote


def of_town(words: Words, mention: PlaceMention) -> bool:
    """Whether the text says the town itself is meant: غربي مدينة حمص، الأحياء الشرقية من حلب."""
    within = words.norm[mention.first : mention.last]
    return any(among(word, _TOWN_WORDS, "بل") for word in within)


def beyond(words: Words, candidate: Candidate, container: ResolvedPlace) -> bool:
    """بني وليد جنوب شرق العاصمة طرابلس: a side of a town reaches as far as the next town on it."""
    mention, point = container.mention, candidate.point
    if mention.why != "side of a place" or point is None or container.latitude is None or container.longitude is None:
        return False
    side = bearing_of(words, mention.first, mention.last, placewords.load())
    base = (container.latitude, container.longitude)
    reach = _BEYOND_CAPITAL if "العاصمه" in words.norm[mention.first : mention.last] else _BEYOND
    if side is None or candidate.place.country != container.country or kilometres(base, point) > reach:
        return False
    return abs((bearing(base, point) - side + 180) % 360 - 180) <= _ASKEW


def part(words: Words, mention: PlaceMention, base: Place, whole: Place | None, count: int, why: str) -> ResolvedPlace:
    """A side or the countryside of `base`: the point moves, the radius widens.

    Args:
        words: the report; the distance stands before the mention (40 كم شمال بعقوبة), the side within it.
        mention: the composed area.
        base: the place it is told by.
        whole: the governorate that `base` gives its name, where that is meant.
        count: candidates weighed for `base`.
        why: why it is `base`.
    """
    if base.latitude is None or base.longitude is None:
        return record(mention, base, (None, None), None, count, why)
    bearing = bearing_of(words, mention.first, mention.last, placewords.load())
    distance = distance_before(words, mention.first)
    if distance is not None and bearing is not None:
        point = moved(base.latitude, base.longitude, bearing, distance)
        return record(mention, base, point, max(3.0, round(distance * 0.2, 1)), count, f"{distance:g} km from {base.name}: {why}")
    if whole is None and base.kind == "settlement":
        shift, width = _TOWN_SHIFT, max(_TOWN_WIDTH, base.radius_km or 0.0)
    else:
        radius = (whole or base).radius_km or 30.0
        shift, width = _PART_SHIFT * radius, _PART_WIDTH * radius
    if bearing is None:
        centre = whole or base
        width *= 2 if whole else 1
        return record(mention, base, (centre.latitude, centre.longitude), round(width, 1), count, f"countryside: {why}")
    point = moved(base.latitude, base.longitude, bearing, shift)
    return record(mention, base, point, round(width, 1), count, f"side of {base.name}: {why}")


def road(mention: PlaceMention, one: Candidate, other: Candidate) -> ResolvedPlace:
    """The middle between the two ends of a road, as wide as half its length. Both candidates have points."""
    (a, b), (c, d) = one.point or (0.0, 0.0), other.point or (0.0, 0.0)
    half = round(max(2.0, kilometres((a, b), (c, d)) / 2), 1)
    middle = round((a + c) / 2, 3), round((b + d) / 2, 3)
    found = record(mention, one.place, middle, half, 1, "middle of the road")
    return replace(found, id=None, name=f"{one.place.name}-{other.place.name} road", name_ar=None)
