"""How exact a place is, in the codes of other tables: each row of the rule once, and its edges."""

import pytest

from rasad.model.geoprecision import precision
from rasad.model.record import PlaceRecord
from rasad.model.vocab import PlaceKind


def place(kind: PlaceKind, radius: float | None, admin1: str | None = "Idlib", country: str | None = "SY") -> PlaceRecord:
    point = (35.8, 36.6) if radius is not None else (None, None)
    return PlaceRecord(
        text="x",
        start=0,
        end=1,
        kind=kind,
        admin1=admin1,
        country=country,
        latitude=point[0],
        longitude=point[1],
        precision_km=radius,
    )


@pytest.mark.parametrize(
    ("kind", "radius", "acled", "ucdp"),
    [
        ("settlement", 2.0, 1, 1), ("settlement", 12.0, 1, 1), ("settlement", 12.1, 2, 2), ("settlement", 25.0, 2, 2),
        ("site", 5.0, 1, 1), ("site", 5.1, 2, 2), ("site", 30.0, 2, 5), ("area", 1.0, 1, 1), ("area", 20.0, 2, 2),
        ("area", 60.0, 2, 3), ("area", 61.0, 3, 4), ("area", None, 2, 3), ("governorate", 60.0, 3, 4),
        ("governorate", None, 3, 4), ("country", 300.0, 3, 6), ("settlement", None, 3, 4),
    ],
)  # fmt: skip
def test_codes(kind: PlaceKind, radius: float | None, acled: int, ucdp: int) -> None:
    assert precision(place(kind, radius)) == (acled, ucdp)


def test_a_name_that_no_gazetteer_has() -> None:
    assert precision(place("settlement", None, admin1=None)) == (3, 6)
    assert precision(place("settlement", None, admin1=None, country=None)) == (None, None)
    assert precision(None) == (None, None)
