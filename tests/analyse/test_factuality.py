"""Whether an act was done: the status at its trigger."""

import pytest

from tests.analyse.test_attribution import at
from tests.support import cases, pipeline, read


@pytest.mark.parametrize("case", cases("factuality.tsv"))
def test_status(case: dict[str, str]) -> None:
    doc = read(case["text"])
    i = at(doc._.words, case["at"])
    found = [f.status for f in doc._.factuality if doc._.triggers[f.trigger].first <= i < doc._.triggers[f.trigger].last]
    assert found == [case["status"]]


def test_one_a_trigger_in_order() -> None:
    doc = read("لم تقصف الطائرات القرية. وستنسحب القوات غداً. وخرجت مظاهرة.")
    assert [f.trigger for f in doc._.factuality] == list(range(len(doc._.triggers)))


def test_cue_holds_in_its_sentence_only() -> None:
    doc = read("لم تقصف الطائرات القرية. قصفت المدفعية البلدة.")
    assert [f.status for f in doc._.factuality] == ["denied", "occurred"]
    assert pipeline().has_pipe("rasad_factuality")
