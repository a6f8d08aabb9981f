"""The contract that others build on: the shape of a line, quotes that are in the text, ids that stay."""

import json
import re
from typing import Any

import jsonschema
import pytest
from tools import make_schema

from rasad.model.record import Report
from tests import support

SCHEMA = json.loads(make_schema.TARGET.read_text(encoding="utf-8"))
REPORTS = support.ROOT / "examples" / "reports"


def lines() -> list[dict[str, Any]]:
    """The bundled reports as the lines that are written."""
    return [json.loads(report.model_dump_json()) for report in support.bundled()]


def test_schema_is_what_the_models_say() -> None:
    assert make_schema.TARGET.read_text(encoding="utf-8") == make_schema.text(), "run tools/make_schema.py"


def test_schema_is_a_schema_and_ships() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert make_schema.TARGET.is_relative_to(support.SOURCE)


def test_schema_refuses_what_the_codebook_has_not() -> None:
    line = next(line for line in lines() if line["events"])
    for change in ({"event_type": "FIGHT"}, {"status": "maybe"}, {"confidence": 2}, {"unknown": 1}):
        wrong = {**line, "events": [{**line["events"][0], **change}]}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


def test_every_line_fits_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    errors = [f"{line['document']['path']}: {e.json_path}: {e.message}" for line in lines() for e in validator.iter_errors(line)]
    assert errors == []


def test_a_line_reads_back_as_the_same_report() -> None:
    for report in support.bundled():
        assert Report.model_validate_json(report.model_dump_json()) == report


def test_every_quote_is_in_the_text() -> None:
    for line in lines():
        text = line["document"]["text"]
        for quote in support.quotes(line["events"]):
            assert text[quote["start"] : quote["end"]] == quote["text"] != ""


def test_dates_quote_their_words() -> None:
    for line in lines():
        for event in line["events"]:
            date = event["date"]
            assert (date["text"] is None) == (date["span"] is None)
            if date["span"]:
                assert line["document"]["text"][slice(*date["span"])] == date["text"]
            assert (date["start"] is None) == (date["end"] is None)
            assert date["start"] is None or date["start"] <= date["end"]
            assert (date["start"] is None) == (date["precision"] == "unknown")


def test_triggers_stand_in_their_evidence() -> None:
    for line in lines():
        for event in line["events"]:
            trigger, evidence = event["trigger"], event["evidence"]
            assert evidence["start"] <= trigger["start"] < trigger["end"] <= evidence["end"]


def test_events_are_in_the_order_of_the_text() -> None:
    for line in lines():
        starts = [event["trigger"]["start"] for event in line["events"]]
        assert starts == sorted(starts)


def test_a_toll_points_to_who_said_it() -> None:
    some = 0
    for line in lines():
        for event in line["events"]:
            for claim in event["casualties"]:
                if claim["source"] is not None:
                    some += 1
                    assert 0 <= claim["source"] < len(event["sources"])
    assert some


def test_tolls_are_ranges() -> None:
    for line in lines():
        for event in line["events"]:
            for claim in event["casualties"]:
                assert claim["best"] is not None
                assert claim["low"] is None or claim["low"] <= claim["best"]
                assert claim["high"] is None or claim["best"] <= claim["high"]


def test_verbal_acts_have_no_sub_type() -> None:
    verbal = {"CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"}
    assert all(e["sub_event_type"] is None for line in lines() for e in line["events"] if e["event_type"] in verbal)


def test_ids_are_unique() -> None:
    ids = [event["id"] for line in lines() for event in line["events"]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[0-9a-f]{20}", i) for i in ids)


def test_two_runs_write_the_same_bytes() -> None:
    """Whatever the order in which Python's sets come out."""
    names = [str(REPORTS / n) for n in ("group1-a.html", "group2-c.txt", "telegram-posts.jsonl", "convoy-siege.txt")]
    runs = [support.rasad("code", *names, "--format", "jsonl", env={"PYTHONHASHSEED": seed}) for seed in ("0", "1", "4711")]
    assert [run.returncode for run in runs] == [0, 0, 0], runs[0].stderr.decode()
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout != b""


def test_jsonl_is_in_input_order() -> None:
    names = [str(REPORTS / n) for n in ("yemen-2.txt", "group1-a.html", "empty-film.html", "convoy-siege.txt")]
    run = support.rasad("code", *names)
    assert [json.loads(line)["document"]["path"] for line in run.stdout.decode().splitlines()] == names


def test_a_document_says_where_it_comes_from() -> None:
    for line in lines():
        document = line["document"]
        assert re.fullmatch(r"[0-9a-f]{64}", document["id"])
        assert document["language"] == "ar"
        assert (document["published"] is None) == (document["published_from"] is None)


def test_a_table_keeps_its_ids() -> None:
    ids = [line["document"]["external_id"] for line in lines() if str(line["document"]["path"]).endswith("telegram-posts.jsonl")]
    assert ids == ["tg-1", "tg-2", "tg-3", "tg-4"]
