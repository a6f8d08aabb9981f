"""The scorer, against figures that were counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation import gate

from rasad import evaluate
from rasad.errors import EvaluationError
from rasad.evaluate import Score, load_gold

TEXT = "قصفت قوات النظام البلدة أمس وقتل مدنيان. وخرجت مظاهرة في المدينة. واعتقلت الدورية شابين."


def event(kind: str, trigger: str, evidence: str, **rest: Any) -> dict[str, Any]:
    """An event as records write it, or gold does."""
    return {"event_type": kind, "status": "occurred", "trigger": trigger, "evidence": evidence, **rest}


SHELLING, PROTEST, ARREST = TEXT.removesuffix(".").split(". ")
GOLD = [
    event(
        "ASSAULT", "قصفت", SHELLING, sub_event_type="Shelling/artillery/missile attack",
        date={"start": "2021-07-17", "end": "2021-07-17"},
        actors=[
            {"text": "قوات النظام", "role": "source", "actor_class": "state_forces", "name": "Army"},
            {"text": "مدنيان", "role": "target", "actor_class": "civilians"},
        ],
        casualties=[{"kind": "killed", "low": 2, "high": 2}],
        places=[{"text": "البلدة", "latitude": 35.0, "longitude": 36.0}],
        sources=[{"kind": "witness"}],
    ),
    event("PROTEST", "مظاهرة", PROTEST, date={"start": "2021-07-18"}, places=[{"text": "المدينة"}]),
    event("COERCE", "اعتقلت", ARREST),
]  # fmt: skip
MADE = [
    # Right in all but the sub-type, one actor, the class of the other, and the speaker.
    event(
        "ASSAULT", "قصفت", SHELLING, sub_event_type="Attack", date={"start": "2021-07-17", "end": "2021-07-17"},
        actors=[{"text": "النظام", "role": "source", "actor_class": "rebel", "name": "army"}],
        casualties=[{"kind": "killed", "low": 2, "high": 2}, {"kind": "injured", "low": 1, "high": 1}],
        places=[{"text": "قرية", "latitude": 35.05, "longitude": 36.0}],
        sources=[{"kind": "outlet"}, {"kind": "witness"}],
    ),
    # Of another type, in the protest's sentence.
    event("MOBILIZE", "خرجت", PROTEST, date={"start": "2021-07-18", "end": "2021-07-18"}, places=[{"text": "المدينة"}]),
]  # fmt: skip


def scored(gold: Any, made: Any) -> Score:
    score = Score()
    evaluate.add(score, "r", TEXT, gold, made)
    return score


def test_figures_counted_by_hand() -> None:
    figures = scored(GOLD, MADE).figures()
    assert figures["reports"] == 1
    assert figures["found"] == {"p": 1.0, "r": 0.667, "f1": 0.8}
    assert figures["typed"] == {"p": 0.5, "r": 0.333, "f1": 0.4}
    assert figures["fields"] == {
        "status": 1.0, "sub_event_type": 0.0, "date": 1.0, "place": 1.0, "casualties": 0.0, "source_kind": 0.0,
    }  # fmt: skip
    assert figures["untouched"] == 0.0
    assert figures["actors"] == {"p": 1.0, "r": 0.5, "f1": 0.667}
    assert figures["actor_class"] == 0.0
    assert figures["casualty_claims"] == {"p": 0.5, "r": 1.0, "f1": 0.667}
    assert figures["by_type"] == {"ASSAULT": 1.0, "COERCE": 0.0, "PROTEST": 0.0}
    assert figures["empty_kept_empty"] == [0, 0]


def test_misses_say_what_is_wrong() -> None:
    assert scored(GOLD, MADE).misses == [
        "r: ASSAULT قصفت: wrong sub_event_type, casualties",
        "r: MOBILIZE for PROTEST: مظاهرة",
        "r: missed COERCE: اعتقلت",
    ]


def test_gold_against_itself_is_perfect() -> None:
    """All of our gold, scored as if the program had written it."""
    score = Score()
    for item in load_gold(gate.GOLD):
        evaluate.add(score, item.id, item.text, item.events, item.events)
    figures = gate.flat(score.figures())
    assert {name: value for name, value in figures.items() if value != 1.0} == {}
    assert score.misses == []


def test_nothing_made_is_nothing_found() -> None:
    figures = scored(GOLD, []).figures()
    assert figures["found"] == figures["typed"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert figures["untouched"] == 0.0


def test_an_empty_report_kept_empty_counts() -> None:
    score = scored([], [])
    evaluate.add(score, "s", TEXT, [], MADE)
    assert score.figures()["empty_kept_empty"] == [1, 2]


def test_distance() -> None:
    assert evaluate.kilometres((33.51, 36.29), (36.20, 37.16)) == pytest.approx(309, abs=3)
    near, far = {"latitude": 35.0, "longitude": 36.0}, {"latitude": 35.2, "longitude": 36.0}
    assert evaluate.same_place(near, {"latitude": 35.05, "longitude": 36.0})
    assert not evaluate.same_place(near, far)
    assert evaluate.same_place({"text": "بلدة إحسم"}, {"text": "احسم"})
    assert not evaluate.same_place({"text": ""}, {"text": ""})


def write(folder: Path, gold: str, text: str | None = TEXT) -> Path:
    (folder / "r.A.json").write_text(gold, encoding="utf-8")
    if text is not None:
        (folder / "r.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("{", "r.A.json"),
        ("[]", "r.A.json"),
        ("{}", "events"),
        ('{"events": 3}', "r.A.json"),
        ('{"published": "soon", "events": []}', "soon"),
        (json.dumps({"events": [event("FIGHT", "قصفت", SHELLING)]}), "FIGHT"),
        (json.dumps({"events": [{**GOLD[0], "status": "maybe"}]}), "maybe"),
        (json.dumps({"events": [event("ASSAULT", "دمر", SHELLING)]}), "trigger"),
        (json.dumps({"events": [event("ASSAULT", "قصفت", "لا شيء")]}), "evidence"),
    ],
)
def test_broken_gold_is_a_typed_error(tmp_path: Path, gold: str, said: str) -> None:
    with pytest.raises(EvaluationError, match=said):
        load_gold(write(tmp_path, gold))


def test_no_gold_and_no_text_are_typed_errors(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no gold files"):
        load_gold(tmp_path)
    with pytest.raises(EvaluationError, match=r"r\.txt"):
        load_gold(write(tmp_path, '{"events": []}', None))


def test_short_items_stand_in_one_file(tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text(
        json.dumps({"id": "a", "text": SHELLING, "published": "2024-05-05", "events": GOLD[:1]}) + "\n", encoding="utf-8"
    )
    (item,) = load_gold(file)
    assert (item.id, item.text, str(item.published), len(item.events)) == ("a", SHELLING, "2024-05-05", 1)
    for line, said in (("{", "line 2"), ('{"id": "b", "events": []}', "line 2.*text"), ("[]", "line 2: no JSON object")):
        file.write_text(json.dumps({"id": "a", "text": SHELLING, "events": []}) + "\n" + line, encoding="utf-8")
        with pytest.raises(EvaluationError, match=said):
            load_gold(file)


def test_report_that_cannot_be_read_is_a_typed_error(tmp_path: Path) -> None:
    write(tmp_path, '{"report": "none.txt", "events": []}')
    with pytest.raises(EvaluationError, match=r"none\.txt"):
        evaluate.evaluate(load_gold(tmp_path))
