"""Which tellings that the rules tie are one act: the learned weights confirm or refuse."""

import hashlib
from collections.abc import Callable
from datetime import date
from unittest.mock import patch

import pytest

from rasad import pipeline
from rasad.events import ties, weights
from rasad.model.document import Document

LEAD = "قُتل ثلاثة مدنيين بقصف لقوات النظام على بلدة إحسم أمس."
AGAIN = f"{LEAD} وقال مراسلنا إن قوات النظام قصفت سوق البلدة، ما أدى إلى مقتل ثلاثة مدنيين."
#: The second sentence tells only who was hurt: no question for the weights.
ONLY_HURT = f"{LEAD} وفي وقت لاحق توفيت امرأة متأثرة بإصابتها."


def explained(text: str) -> pipeline.Explained:
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id=digest, text=text, published=date(2021, 7, 18), published_from="option", language="ar")  # type: ignore[call-arg]
    return pipeline.explain(document)


def loaded(model: weights.Model) -> Callable[[str], weights.Model]:
    """Loads this model in place of that of ties."""
    real = weights.load
    return lambda name: model if name == ties.MODEL else real(name)


def test_a_telling_of_the_lead_is_confirmed() -> None:
    assert [event.event_type for event in explained(AGAIN).report.events] == ["ASSAULT"]


@pytest.mark.parametrize(("chance", "acts"), [(0.9, 1), (0.1, 2)])
def test_the_weights_have_the_last_word_and_say_why(chance: float, acts: int) -> None:
    speak = {"a": 5.0 * (chance - 0.5) / 0.4, "towns shared False": -0.5}  # one speaks for or against, the other is the reason
    model = weights.Model({weights.BIAS: 0.0} | speak)
    with patch.object(ties.Ties, "features", lambda *_: list(speak)), patch.object(ties.weights, "load", loaded(model)):
        drafts = explained(AGAIN).drafts
    assert len(drafts) == acts
    refused = [note for draft in drafts for note in draft.notes if note.startswith("an act of its own")]
    assert ["by the learned weights" in note and "towns shared False" in note for note in refused] == [True] * (acts - 1)


def test_who_only_was_hurt_is_no_question_for_the_weights() -> None:
    with patch.object(ties, "LEAST", 1.1):
        assert len(explained(ONLY_HURT).drafts) == 1


def test_a_telling_stays_as_it_was_told() -> None:
    [draft] = explained(LEAD).drafts
    told = ties.as_told(draft)
    draft.places.clear()
    draft.casualties.clear()
    assert told.places and told.casualties
