import pytest

from rasad.model.fixed import fixed


@fixed
class Pair:
    first: int
    last: int = 2


def test_it_compares_and_hashes_by_its_fields() -> None:
    assert Pair(1) == Pair(1, 2) != Pair(1, 3)
    assert len({Pair(1), Pair(1, 2), Pair(2)}) == 2


def test_it_has_no_room_for_more() -> None:
    with pytest.raises(AttributeError):
        Pair(1).middle = 3  # type: ignore[attr-defined]
