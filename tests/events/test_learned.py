"""The learned weights: acts told stay, acts only named go, and both say why."""

import importlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

import rasad
from rasad import pipeline
from rasad.errors import LexiconError
from rasad.events import assembly, learned, lone, quoting, ties, weights
from rasad.model.reading import Reading

ROOT = Path(__file__).parents[2]

TOLD = [
    ("قصفت طائرات حربية أطراف مدينة سراقب.", "ASSAULT"),
    ("اندلعت اشتباكات بين قوات النظام وفصائل المعارضة في محور كفرنبل.", "ASSAULT"),
    ("تعرضت بلدة كنصفرة لقصف مدفعي.", "ASSAULT"),
    ("مظاهرة في السويداء تطالب بالإفراج عن المعتقلين.", "PROTEST"),
    ("اعتقلت قوات الاحتلال شابين من مخيم جنين فجر اليوم.", "COERCE"),
    ("قُتل أربعة مدنيين وأصيب سبعة آخرون بانفجار لغم أمس.", "ASSAULT"),
]
NAMED = [
    "وأشار الباحث إلى أن نتائج التحقيق في جريمة اغتيال الوزير في بيروت سوف تغير السياسة الداخلية.",
    "وقال رئيس اللجنة إن الرأي العام ما زال يتساءل عن أسباب اغتيال رئيس الحكومة اللبنانية.",
    "وأضاف الكاتب أن الهجوم الأميركي على العراق غيّر سياسة الدول العربية تجاه واشنطن.",
    "وقال المحلل إن خيار الضربات الجوية الإسرائيلية ضد إيران لن يحل المشكلة النووية.",
]


@pytest.mark.parametrize(("text", "event_type"), TOLD)
def test_a_bare_post_that_tells_an_act_is_coded(text: str, event_type: str) -> None:
    assert event_type in [e.event_type for e in rasad.code(text, published="2021-07-18")]


def _explained(text: str) -> pipeline.Explained:
    from rasad.model.document import Document

    return pipeline.explain(Document(id="0" * 64, text=text, published=date(2021, 7, 18), language="ar"))  # type: ignore[call-arg]


@pytest.mark.parametrize("text", NAMED)
def test_an_act_only_named_is_left_out_with_the_reason(text: str) -> None:
    found = _explained(text)
    assert not found.report.events
    reading = pipeline.reading_of(found.doc)
    assert assembly.put_together(reading)[0], "the rules alone make a record of it"
    assert any(d.why.startswith("named rather than told: 0.") and "(" in d.why for d in found.dropped)


REPORT = (
    "قصفت قوات النظام أطراف مدينة سراقب أمس بالمدفعية، ما أدى إلى مقتل مدنيين اثنين.\n\n"
    "وقال مدير المدرسة إن الدوام توقف بسبب مخاوف الأهالي على أطفالهم."
)


def test_a_report_leaves_out_what_it_names_in_passing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "IN_REPORT", 1.0)
    found = _explained(REPORT)
    assert [e.event_type for e in found.report.events] == ["ASSAULT"]
    reading = pipeline.reading_of(found.doc)
    by_rules = assembly.put_together(reading)[0]
    assert "COERCE" in [d.event_type for d in by_rules]
    assert any(d.trigger.event_type == "COERCE" and d.why.startswith("named rather than told: 0.") for d in found.dropped)


def test_less_is_asked_of_a_sure_verb_of_the_past_in_a_report() -> None:
    reading = pipeline.reading_of(_explained(REPORT).doc)
    drafts = assembly.put_together(reading)[0]
    weighing = learned.Weighing(drafts, reading)
    least = {d.event_type: weighing.least(n) for n, d in enumerate(drafts)}
    assert least["ASSAULT"] == learned.TOLD < learned.IN_REPORT
    assert least["COERCE"] == learned.IN_REPORT


def _features(reading: Reading) -> list[list[str]]:
    """The features of each record of the rules, each once."""
    drafts = assembly.put_together(reading)[0]
    weighing = learned.Weighing(drafts, reading)
    found = [weighing.features(n) for n in range(len(drafts))]
    assert found
    assert all(len(one) == len(set(one)) for one in found)
    return found


def test_a_report_is_weighed_by_its_own_features() -> None:
    known = weights.load(learned.REPORTS)
    for found in _features(pipeline.reading_of(_explained(REPORT).doc)):
        assert sum(f in known for f in found) > len(found) / 2
        assert not any(f.startswith("word ") for f in found)


def test_confidence_is_the_probability_and_a_note_gives_the_weights() -> None:
    found = _explained("قُتل أربعة مدنيين وأصيب سبعة آخرون بانفجار لغم في مدينة الباب أمس.")
    (draft,) = found.drafts
    (record,) = found.report.events
    assert 0.5 < record.confidence < 1
    assert f"told: {record.confidence:.2f} by the learned weights" in " ".join(draft.notes)


def test_a_sentence_of_an_article_is_judged_as_one_and_says_so() -> None:
    reasons = [d.why for text in NAMED for d in _explained(text).dropped]
    assert any("a sentence of an article" in why for why in reasons)
    posts = [note for draft in _explained(TOLD[0][0]).drafts for note in draft.notes]
    assert posts
    assert not any("a sentence of an article" in note for note in posts)


def test_a_long_report_of_few_unlikely_records_tells_nothing_and_a_short_one_is_a_post() -> None:
    text = "قصف مدفعي على سراقب. ويقول محللون إن الضربات لن تغير موازين القوى في شمال البلاد."
    more = " وتراجع سعر صرف الليرة مجدداً. وتعتمد الأسر على الحوالات. ويبقى الحل السياسي بعيداً."
    for body, drops in ((text, False), (text + more, True)):
        reading = pipeline.reading_of(_explained(body).doc)
        drafts = assembly.put_together(reading)[0]
        assert drafts
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(learned, "LIKELY", 1.1)
            patch.setattr(learned, "OUTRIGHT", 1.1)
            kept, dropped = learned.judge(drafts, reading)
            patch.setattr(learned, "OUTRIGHT", 0.1)
            told_outright, _ = learned.judge(drafts, reading)
        assert bool(kept) != drops
        assert told_outright  # with its place
        assert drops == any("of which none is likely" in d.why for d in dropped)


def test_letters_are_a_vector_of_length_one_in_which_rare_groups_weigh_more() -> None:
    groups = list(lone.letters(["قصف"]))
    assert len(groups) == 5, "three letters with an edge on either side make three groups of three and two of four"
    rarity = {group: 4.0 if group == groups[0] else 1.0 for group in groups[:3]}
    scaled = lone.scaled(["قصف"], rarity)
    assert scaled.keys() == set(groups[:3]), "groups of which nothing is known weigh nothing"
    assert sum(size**2 for size in scaled.values()) == pytest.approx(1)
    assert scaled[groups[0]] == pytest.approx(4 * scaled[groups[1]])
    assert lone.scaled(["قصف"], {}) == {}


def _readings() -> Iterator[Reading]:
    for text in (t for t, _ in TOLD):
        yield pipeline.reading_of(_explained(text).doc)


def test_features_are_unique_and_mostly_known() -> None:
    known = weights.load(learned.MODEL)
    for reading in _readings():
        assert all(sum(f in known for f in found) > len(found) / 4 for found in _features(reading))


@pytest.mark.parametrize(("body", "problem"), [("bias\tx\n", "no weight"), ("word X\t0.5\n", "bias")])
def test_a_broken_file_of_weights_is_named(body: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / learned.MODEL).write_text(body, encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=problem):
        weights.rows.__wrapped__(learned.MODEL, 1)


def test_the_card_is_of_these_weights() -> None:
    import hashlib

    models = resources.files("rasad.events") / "models"
    cards = {learned.MODEL: "learned.md", learned.REPORTS: "learned.md", lone.MODEL: "learned.md"}
    cards |= {quoting.MODEL: "quoting.md", ties.MODEL: "ties.md"}
    for name, card in cards.items():
        assert hashlib.sha256((models / name).read_bytes()).hexdigest() in (models / card).read_text(encoding="utf-8")


def test_learning_goes_on_from_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What many examples taught moves little when new ones speak against it, what few taught moves much."""
    numpy, sparse = pytest.importorskip("numpy"), pytest.importorskip("scipy.sparse")
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    training = importlib.import_module("training")
    names = ["of many", "of few", "never seen"]
    known = training.Known({"of many": 2.0, "of few": 2.0}, {"of many": 500.0, "of few": 0.5, "bias": 500.0})
    bad = sparse.csr_matrix(numpy.tile([1.0, 1.0, 0.0], (40, 1)))
    model = training.Logistic(names, known, penalty=1.0).fit(bad, numpy.zeros(40, bool))
    many, few, never = model.coef_[0]
    assert 1.9 < many < 2.0
    assert few < 0
    assert never == pytest.approx(0)
    assert list(model.gained[:2]) == pytest.approx([model.gained[-1]] * 2), "both stand in every example, as the bias does"
    assert model.predict_proba(bad)[0, 1] < 0.5


def _train(script: str, folders: Iterable[Path]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / script), "--dry", "--coded", *sorted(map(str, folders))]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=240)


def test_training_runs_and_prints_figures(tmp_path: Path) -> None:
    """On three folders of our own gold: the figures are of no account, but the script must work."""
    gold = sorted((ROOT / "evaluation" / "gold").glob("*.A.json"))
    for n, file in enumerate(gold[:18]):
        folder = tmp_path / f"part{n % 3}"
        folder.mkdir(exist_ok=True)
        for source in (file, file.with_name(file.name.replace(".A.json", ".txt"))):
            shutil.copy(source, folder / source.name)
    done = _train("train_learned.py", tmp_path.iterdir())
    assert done.returncode == 0, done.stderr
    assert [line.split(" | ")[0] for line in done.stdout.splitlines()] == ["reports", "alone", "examples"]


TWICE = "شنت القوات حملة اعتقالات في بلدة عزون أمس.\nوقالت مصادر محلية إن قوات الاحتلال اعتقلت فجر أمس ستة شبان من بلدة عزون."


@pytest.mark.parametrize(("seconds", "says"), [(3, "6 pairs; right "), (0, "no weights can be learned")])
def test_training_of_quotes(seconds: int, says: str, tmp_path: Path) -> None:
    """Six reports that tell one act twice; of `seconds` the gold quotes the second telling."""
    quotes = [(line, "اعتقلت" if n else "حملة اعتقالات") for n, line in enumerate(TWICE.split("\n"))]
    for n in range(6):
        evidence, trigger = quotes[n < seconds]
        event = {"event_type": "COERCE", "trigger": trigger, "evidence": evidence, "status": "occurred"}
        event |= {"sub_event_type": "Arrests", "actors": [], "places": [], "casualties": [], "sources": [], "date": {}}
        (tmp_path / f"R{n}.txt").write_text(TWICE, encoding="utf-8")
        coded = {"id": f"R{n}", "published": "2021-07-18", "events": [event]}
        (tmp_path / f"R{n}.A.json").write_text(json.dumps(coded), encoding="utf-8")
    done = _train("train_quoting.py", [tmp_path])
    assert (done.returncode == 0) == bool(seconds), done.stderr
    assert says in done.stdout + done.stderr
