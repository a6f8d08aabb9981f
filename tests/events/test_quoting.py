"""Which of two tellings of one act gives the quote, and why."""

from datetime import date

import pytest

import rasad
from rasad import pipeline
from rasad.events import quoting, weights
from rasad.model.document import Document

#: (report, the trigger that is quoted)
REPORTS = [
    (
        "تعرضت بلدة إحسم لقصف مدفعي أمس.\nوأفاد الدفاع المدني بأن قوات النظام قصفت إحسم صباح أمس، ما أسفر عن مقتل مدني.",
        "قصفت",
    ),
    (
        "شنت القوات حملة اعتقالات في بلدة عزون أمس.\nوقالت مصادر محلية إن قوات الاحتلال اعتقلت فجر أمس ستة شبان من بلدة عزون.",
        "اعتقلت",
    ),
    (
        "قصفت قوات النظام أمس بلدة إحسم، ما أدى إلى مقتل مدنيين.\nوأشار الدفاع المدني إلى أن الهجوم أسفر أيضاً عن إصابة سبعة.",
        "قصفت",
    ),
    ("قصفت قوات النظام أمس بلدة إحسم بالمدفعية.\nوأضاف المصدر أن القصف تسبب بحريق في منزل.", "قصفت"),
]


@pytest.mark.parametrize(("text", "trigger"), REPORTS)
def test_the_telling_that_tells_the_act_is_quoted(text: str, trigger: str) -> None:
    assert [e.trigger.text for e in rasad.code(text, published="2021-07-18")] == [trigger]


def test_the_reason_names_features_that_have_a_weight() -> None:
    document = Document(id="0" * 64, text=REPORTS[0][0], published=date(2021, 7, 18), language="ar")  # type: ignore[call-arg]
    (draft,) = pipeline.explain(document).drafts
    (note,) = (n for n in draft.notes if n.startswith("the later telling gives the quote: 0."))
    named = note[note.index("(") + 1 : -1].split("; ")
    assert len(named) > 1
    assert all(weights.load(quoting.MODEL)[feature] > 0 for feature in named)
