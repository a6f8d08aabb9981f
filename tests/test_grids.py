"""Grids of short reports made of parts: of each frame's cells no fewer are right than when its share was written down."""

from typing import Any

import pytest

import rasad
from tests import casualty_grid

TOLLS = casualty_grid.rows()
FRAMES = casualty_grid.frames(TOLLS)


@pytest.mark.parametrize("frame", FRAMES, ids=[frame["frame"] for frame in FRAMES])
def test_tolls(frame: dict[str, Any]) -> None:
    wrong = casualty_grid.wrong(TOLLS, frame, casualty_grid.CELLS)
    share = round(1 - len(wrong) / casualty_grid.CELLS, 2)
    assert share >= frame["share"], [cell.text for cell, _ in wrong]


def test_half_of_the_frames_are_held_out_and_cells_stay_the_same() -> None:
    held = [frame for frame in FRAMES if frame["set"] == "held"]
    assert 60 <= len(held) <= len(FRAMES) / 2
    assert list(casualty_grid.cells(TOLLS, held[0], 3)) == list(casualty_grid.cells(TOLLS, held[0], 3))


def test_a_record_of_two_acts_and_a_lost_claim_are_wrong() -> None:
    """What made the grid too kind at first: one record with both places had counted as two."""
    frame = next(frame for frame in FRAMES if frame["frame"] == "d-two-1")
    cell = next(casualty_grid.cells(TOLLS, frame, 1))
    events = rasad.code(cell.text, published=cell.published)
    assert casualty_grid.right(cell, events)
    both = events[0].model_copy(
        update={
            "places": (*events[0].places, *events[1].places),
            "casualties": (*events[0].casualties, *events[1].casualties),
        }
    )
    assert not casualty_grid.right(cell, [both])
    assert not casualty_grid.right(cell, events[:1])
    assert not casualty_grid.right(cell, [])
