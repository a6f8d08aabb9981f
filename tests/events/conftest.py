"""The rules are tested without the say of the learned weights, which change with the reports they are learned from."""

import pytest

from rasad.events import learned, linking


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are left out where the rules doubt them and never by their weight, and participants have the roles that the rules
    give, but in the tests of the weights themselves."""
    tested = request.module.__name__.rpartition(".")[2]
    if tested != "test_learned":
        monkeypatch.setattr(learned.Weighing, "least", lambda weighing, n: 2.0 if weighing.drafts[n].doubt else 0.0)
    if tested != "test_linking":
        monkeypatch.setattr(linking, "settle", lambda drafts, reading: None)
