"""The learned weights look over the roles that the rules gave, and say why where they change one."""

from datetime import date

import pytest

import rasad
from rasad import pipeline
from rasad.events import linking
from rasad.events.linkweights import Weights, weights
from rasad.model.document import Document

SHELLED = "قصفت قوات النظام بلدة إحسم أمس، ما أدى إلى مقتل مدنيين، وفق ما قال ناشطون."


def _explained(text: str) -> pipeline.Explained:
    return pipeline.explain(Document(id="0" * 64, text=text, published=date(2021, 7, 18), language="ar"))  # type: ignore[call-arg]


def _weights(monkeypatch: pytest.MonkeyPatch, **weigh: tuple[float, float]) -> None:
    """Weights of the features named by their beginning alone; the bias speaks against every role."""
    rows = {weights.BIAS: (-3.0, -3.0)} | {name.replace("_", " "): row for name, row in weigh.items()}
    monkeypatch.setattr(linking, "load", lambda: Weights(rows))


def test_what_the_weights_do_not_doubt_stays_as_the_rules_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _weights(monkeypatch, rule_source=(6.0, 0.0), rule_target=(0.0, 6.0))
    (draft,) = _explained(SHELLED).drafts
    assert [(a.key, role) for a, role in draft.actors] == [("قوات النظام", "source"), ("مدنيين", "target")]
    assert not any("by the learned weights" in n and n.split(":")[0] in ("source", "target", "no part") for n in draft.notes)


def test_an_unlikely_part_is_left_out_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    _weights(monkeypatch, rule_source=(6.0, 0.0))
    (draft,) = _explained(SHELLED).drafts
    assert [role for _, role in draft.actors] == ["source"]
    (note,) = (n for n in draft.notes if n.startswith("no part: "))
    assert "مدنيين" in note and "0.05 by the learned weights" in note


def test_a_likely_part_that_the_rules_missed_is_given_once_for_a_side(monkeypatch: pytest.MonkeyPatch) -> None:
    _weights(monkeypatch, rule_none=(0.0, 6.0), rule_source=(6.0, 0.0))
    text = "قصفت قوات النظام بلدة إحسم أمس، ما دفع سكاناً من البلدة مع بقية السكان إلى النزوح عنها."
    drafts = _explained(text).drafts
    targets = [a.key for a, role in drafts[0].actors if role == "target"]
    assert len(targets) == len(set(targets)) == 1


def test_a_third_party_stays_unless_it_is_likelier_to_act(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "اتفقت حركة فتح وحركة حماس أمس على هدنة في مخيم عين الحلوة برعاية الجيش اللبناني."
    _weights(monkeypatch, rule_source=(6.0, 0.0))
    roles = [role for d in _explained(text).drafts for _, role in d.actors]
    assert "third" in roles
    _weights(monkeypatch, rule_source=(6.0, 0.0), rule_third=(6.0, 0.0))
    roles = [role for d in _explained(text).drafts for _, role in d.actors]
    assert "third" not in roles and roles


def test_features_come_once_and_tell_where_a_participant_stands() -> None:
    drafts = _explained(SHELLED).drafts
    reading = pipeline.reading_of(_explained(SHELLED).doc)
    links = linking.Linking(drafts, reading)
    (draft,) = drafts
    for candidate in links.candidates(draft):
        found = list(links.features(draft, candidate))
        assert len(found) == len(set(found))
    source = links.candidates(draft)[0]
    assert links.place(draft, source.actor).side == "behind"
    assert {"rule source", "far 0, behind", "right behind قصفت"} <= set(links.features(draft, source))


def test_whoever_only_tells_of_a_deed_has_no_part_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _weights(monkeypatch, rule_none=(9.0, 0.0))
    drafts = _explained("ونقل مراسل القناة عن الدفاع المدني أن قصفاً استهدف بلدة إحسم أمس.").drafts
    assert [(d.event_type, d.of_role("source")) for d in drafts] == [("ASSAULT", [])]


@pytest.mark.parametrize(("weight", "charged"), [(2.6, False), (3.1, True)])
def test_a_side_is_charged_with_a_deed_of_force_by_more_than_a_part(
    monkeypatch: pytest.MonkeyPatch, weight: float, charged: bool
) -> None:
    _weights(monkeypatch, rule_none=(weight, 0.0))
    drafts = _explained("انفجرت عبوة ناسفة في سوق بلدة إحسم أمس على بعد كيلومتر من حاجز لقوات النظام.").drafts
    assert [any(a.id == "sy.state.army" for a in d.of_role("source")) for d in drafts] == [charged]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # no second subject from the clause before
        (
            "وكانت جماعة الحوثي قد رفضت استقبال المبعوث الأممي هانس غروندبرغ في صنعاء، "
            "واشترطت رفع الحصار عن ميناء الحديدة قبل أي حوار.",
            "REQUEST",
            [("source", "جماعة الحوثي")],
        ),
        # who is met, far behind the verb
        (
            "اجتمع وجهاء من مدينة طفس بريف درعا الغربي، اليوم الخميس، مع رئيس اللجنة الأمنية في المحافظة لؤي العلي، "
            "وبحثوا ملف المطلوبين. وانتهى الاجتماع دون اتفاق.",
            "CONSULT",
            [("source", "وجهاء"), ("target", "رئيس اللجنة الأمنية")],
        ),
    ],
)
def test_what_the_clause_tells_outright_outweighs(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    event = next(e for e in rasad.code(text, published="2021-06-09") if e.event_type == event_type)
    assert sorted((a.role, a.text) for a in event.actors) == expected
