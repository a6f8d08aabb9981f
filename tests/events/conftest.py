"""The rules are tested without the say of the learned weights, which change with the reports they are learned from."""

import pytest

from rasad.events import learned


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are left out where the rules doubt them and never by their weight, but in the tests of the weights themselves."""
    if request.module.__name__.rpartition(".")[2] != "test_learned":
        monkeypatch.setattr(learned.Weighing, "least", lambda weighing, n: 2.0 if weighing.drafts[n].doubt else 0.0)
