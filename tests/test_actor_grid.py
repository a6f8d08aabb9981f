"""The grid of participants: of each frame's cells no fewer are right than when its floor was written down."""

import pytest

from tests import actor_grid
from tests.actor_grid import Frame

FRAMES = actor_grid.frames()


@pytest.mark.parametrize("frame", FRAMES, ids=[frame.id for frame in FRAMES])
def test_frame(frame: Frame) -> None:
    judged = [(cell.text, actor_grid.judge(cell, frame)) for cell in actor_grid.cells(frame, actor_grid.CELLS)]
    wrong = [(text, j) for text, j in judged if not j.right]
    assert round(1 - len(wrong) / actor_grid.CELLS, 2) >= frame.floor, wrong


def test_half_of_the_frames_are_held_out_and_cells_stay_the_same() -> None:
    held = [frame for frame in FRAMES if frame.half == "H"]
    assert len(FRAMES) > 140 and abs(len(held) * 2 - len(FRAMES)) <= 2
    assert len({frame.event_type for frame in held}) >= 14
    assert [c.text for c in actor_grid.cells(held[0], 3)] == [c.text for c in actor_grid.cells(held[0], 3)]


def test_missing_and_additional_participants_are_wrong() -> None:
    frame = next(frame for frame in FRAMES if frame.id == "assault-light-shann")
    cell = next(actor_grid.cells(frame, 1))
    assert actor_grid.judge(cell, frame).right
    one = Frame(frame.id, "D", 0, frame.event_type, frame.roles[:1], frame.text)
    assert actor_grid.judge(cell, one).extra
    turned = tuple(actor_grid.Role(r.slot, "target" if r.role == "source" else "source") for r in frame.roles)
    assert len(actor_grid.judge(cell, Frame(frame.id, "D", 0, frame.event_type, turned, frame.text)).missing) == len(turned)
