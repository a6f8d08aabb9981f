"""Grids of short reports: each frame's share of right answers stays at its floor or above (see tests/gridding.py)."""

from typing import Any

import pytest

from tests import gridding

#: Cells tried of each frame here; `python -m tests.gridding FIELD` tries more.
CELLS = 8


def frames() -> list[Any]:
    return [
        pytest.param(field, frame, id=f"{field}-{frame['id']}")
        for field in sorted(path.stem for path in gridding.HERE.glob("*.json"))
        for frame in gridding.grid(field)["frames"]
    ]


@pytest.mark.parametrize(("field", "frame"), frames())
def test_frame(field: str, frame: dict[str, Any]) -> None:
    total, wrong = gridding.share(gridding.grid(field), frame, CELLS)
    right = total[True] / total.total()
    assert right >= frame["floor"], [(cell.text, cell.published) for cell in wrong]
