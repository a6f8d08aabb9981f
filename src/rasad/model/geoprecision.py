"""How exact a place is, in the codes that other tables use: ACLED-style 1-3 and UCDP-style 1-7.

The rule reads only the record's own fields, so that anyone can check it:

| the place | ACLED-style | UCDP-style |
| --- | --- | --- |
| a settlement's point good to 12 km (a large city), any other good to 5 km | 1, exact | 1, exact |
| a point good to 25 km | 2, part of a region | 2, near a known point |
| a site good to less (a road, a river crossing named by its ends) | 2 | 5, a line |
| an area good to 60 km, or an area without a point | 2 | 3, a district or part of a governorate |
| a wider area | 3, region | 4 |
| a governorate; a site or settlement without a point whose governorate is known | 3 | 4, governorate |
| a country; a place of which only the country is known | 3 | 6, country |
| a place of which nothing is known, no place | none | none |

Both schemes are described by their makers in their codebooks; UCDP's 7 (international waters or airspace) cannot be told
from our fields and is never given.
"""

from typing import Final, NamedTuple

from rasad.model.record import PlaceRecord
from rasad.model.vocab import PlaceKind

#: The gazetteer gives a village 2 km and the largest cities 12 (placeform); a city that is named is an exact place.
_CITY_KM: Final = 12.0
_EXACT_KM: Final = 5.0
#: UCDP codes a point within about 25 km of the event as 2.
_NEAR_KM: Final = 25.0
#: No district of the seven countries' populated parts reaches further from its centre; governorates have 60 and more.
_DISTRICT_KM: Final = 60.0


class Precision(NamedTuple):
    """Codes of one place; None where nothing is known of it."""

    acled: int | None
    ucdp: int | None


def precision(place: PlaceRecord | None) -> Precision:
    """The codes of a record's place, usually its first."""
    if place is None:
        return Precision(None, None)
    if place.kind == "country":
        return Precision(3, 6)
    if place.kind == "governorate":
        return Precision(3, 4)
    if place.latitude is not None and place.precision_km is not None:
        return _of_point(place.kind, place.precision_km)
    if place.kind == "area" and place.admin1 is not None:
        return Precision(2, 3)
    if place.admin1 is not None:
        return Precision(3, 4)
    return Precision(3, 6) if place.country is not None else Precision(None, None)


def _of_point(kind: PlaceKind, radius: float) -> Precision:
    if radius <= (_CITY_KM if kind == "settlement" else _EXACT_KM):
        return Precision(1, 1)
    if radius <= _NEAR_KM:
        return Precision(2, 2)
    if kind == "site":
        return Precision(2, 5)
    return Precision(2, 3) if radius <= _DISTRICT_KM else Precision(3, 4)
