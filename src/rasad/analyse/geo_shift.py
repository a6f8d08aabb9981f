"""Points that are told by a side or a distance: 40 كم شمال شرق بعقوبة، شرقي دير الزور، ريف إدلب الجنوبي."""

import math
from typing import Final

from rasad.lexicon.placewords import PlaceWords
from rasad.model.words import Words

_KILOMETRES: Final = frozenset({"كم", "كيلومتر", "كيلومترا", "كيلومترات", "كيلو", "كلم", "كيلومترين", "كيلومتران", "ك"})
_METRES: Final = frozenset({"متر", "مترا", "امتار", "م"})
#: Words that may stand between the distance and the side: كم إلى الشمال من، كيلومترا عن.
_BETWEEN: Final = frozenset({"الي", "من", "عن", "في", "تقريبا", "مربع", "علي", "بعد"})
_KM_PER_DEGREE: Final = 111.2


def bearing_of(words: Words, first: int, last: int, lists: PlaceWords) -> float | None:
    """The side told within words [first, last) in degrees from north, or None; two sides make the one between them."""
    angles = []
    for i in range(first, last):
        word = words.norm[i].removeprefix("و").removeprefix("ب").removeprefix("ال")
        bearing = lists.directions.get(word, lists.directions.get(word.removesuffix("ه")))
        if bearing is not None:
            angles.append(math.radians(bearing))
    if not angles or len(angles) > 3:
        return None
    north, east = sum(map(math.cos, angles)), sum(map(math.sin, angles))
    if abs(north) < 1e-9 and abs(east) < 1e-9:
        return None
    return math.degrees(math.atan2(east, north)) % 360


def distance_before(words: Words, first: int) -> float | None:
    """The distance in km told just before word `first` (40 كم شمال …), or None."""
    i = first - 1
    steps = 0
    while i >= 0 and steps < 3 and words.norm[i] in _BETWEEN:
        i, steps = i - 1, steps + 1
    if i < 0:
        return None
    unit = words.norm[i]
    if unit in ("كيلومترين", "كيلومتران"):
        return 2.0
    if unit not in _KILOMETRES and unit not in _METRES:
        return None
    if i == 0 or words.kind[i - 1] != "number":
        return 1.0 if unit in ("كيلومتر", "كيلو") else None
    value = float(words.norm[i - 1].replace(",", "").replace("٬", ""))
    kilometres = value if unit in _KILOMETRES else value / 1000
    return kilometres if 0 < kilometres <= 500 else None


def moved(latitude: float, longitude: float, bearing: float, kilometres: float) -> tuple[float, float]:
    """The point so many km away on a bearing; flat within a few hundred km, rounded to 0.001 degrees."""
    angle = math.radians(bearing)
    north, east = kilometres * math.cos(angle), kilometres * math.sin(angle)
    per_degree = _KM_PER_DEGREE * max(0.1, math.cos(math.radians(latitude)))
    return round(latitude + north / _KM_PER_DEGREE, 3), round(longitude + east / per_degree, 3)


def bearing(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Degrees from north of the way from one (latitude, longitude) to another; flat within a few hundred km."""
    east = (there[1] - here[1]) * math.cos(math.radians(here[0]))
    return math.degrees(math.atan2(east, there[0] - here[0])) % 360
