"""Sentences that hold violent or political words and no event: figures of speech, weather, sport, boilerplate."""

from datetime import date

import pytest

import rasad
from tests.support import table

#: Sentences in which an event is still seen, each with its reason: a repair takes it off the list.
KNOWN = {row["text"]: row["fails"] for row in table("known_negatives.tsv")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            row["text"],
            id=f"{number}-{row['why']}-{row['text'][:30]}",
            marks=[pytest.mark.xfail(reason=KNOWN[row["text"]], strict=True)] if row["text"] in KNOWN else [],
        )
        for number, row in enumerate(table("negatives.tsv"), start=2)
    ],
)
def test_no_event(text: str) -> None:
    events = rasad.code(text, published=date(2021, 7, 18))
    assert [(event.event_type, event.trigger.text) for event in events] == []


def test_enough_of_them_and_most_are_kept_empty() -> None:
    rows = table("negatives.tsv")
    assert len(rows) >= 100
    assert len(KNOWN) <= len(rows) // 3
    assert set(KNOWN) <= {row["text"] for row in rows}
