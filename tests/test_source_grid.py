"""The grid of speakers: no frame has fewer acts right than when its floor was set."""

import pytest

from tests.source_grid import share, table


@pytest.mark.parametrize("frame", table("frames"), ids=lambda frame: frame["id"])
def test_frame_is_as_right_as_its_floor(frame: dict[str, str]) -> None:
    right, found, _ = share(frame)
    assert found
    assert right / found >= float(frame["floor"])


def test_cells_are_the_same_each_time() -> None:
    frame = table("frames")[0]
    assert share(frame, 2) == share(frame, 2)
