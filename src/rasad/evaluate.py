"""Scores records against gold, by the codebook.

An event is `found` when a record stands in its sentence, `typed` when it has the right type too; every other figure is
taken over the typed pairs. `untouched` is the share of gold events whose type, status, date, place and casualties are
all right: what an analyst need not edit. Pairing is greedy, one to one.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rasad.errors import EvaluationError, InputError
from rasad.ingest import ReadOptions, read
from rasad.model.document import Document
from rasad.model.vocab import EVENT_TYPES, STATUSES
from rasad.pipeline import code_document
from rasad.settings import Settings

Event = Mapping[str, Any]
Span = tuple[int, int]
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
#: Two places are one when so near (km); the radius at which the project's figures have been given from the start.
SAME_PLACE_KM = 10


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One gold file: the report's id, its text as the coder read it, the coded events, and the report to read."""

    id: str
    text: str
    events: Sequence[Event]
    published: date | None
    outlet: str | None
    report: Path | None


@dataclass(slots=True)
class Score:
    """Counts over all reports; `figures` makes the shares of them. `misses` are lines for a person to read."""

    counts: Counter[str] = field(default_factory=Counter)
    by_type: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """The figures, rounded to three places."""
        c = self.counts
        typed = c["typed"] or 1
        fields = ("status", "sub_event_type", "date", "place", "casualties", "source_kind")
        types = sorted({t for kind, t in self.by_type if kind == "gold"})
        return {
            "reports": c["reports"],
            "found": f1(c["found"], c["gold"], c["made"]),
            "typed": f1(c["typed"], c["gold"], c["made"]),
            "untouched": round(c["untouched"] / (c["gold"] or 1), 3),
            "fields": {name: round(c[name] / typed, 3) for name in fields},
            "actors": f1(c["actors"], c["actors_gold"], c["actors_made"]),
            "actor_class": round(c["actor_class"] / (c["actors"] or 1), 3),
            "casualty_claims": f1(c["claims"], c["claims_gold"], c["claims_made"]),
            "empty_kept_empty": [c["empty_kept"], c["empty_gold"]],
            "by_type": {t: f1(self.by_type["hit", t], self.by_type["gold", t], self.by_type["made", t])["f1"] for t in types},
        }


def f1(hits: int, gold: int, made: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean."""
    p, r = hits / made if made else 0.0, hits / gold if gold else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0}


def load_gold(path: Path, suffix: str = "A") -> list[GoldReport]:
    """The gold files ID.<suffix>.json of a folder, each with its ID.txt, or the lines of a file or of a folder's files *.jsonl,
    each line a report with its `text`.

    Raises:
        EvaluationError: no gold there, a file or line that is no JSON of the format, or a quote that is not in the text.
    """
    try:
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            return [_gold(f"{path}, line {n}", _json(f"{path}, line {n}", line), path) for n, line in enumerate(lines, 1)]
        files = sorted(path.glob(f"*.{suffix}.json"))
        found = [] if files else [item for file in sorted(path.glob("*.jsonl")) for item in load_gold(file)]
        for file in files:
            name = file.name.removesuffix(f".{suffix}.json")
            data = _json(str(file), file.read_text(encoding="utf-8"))
            text = (file.parent / f"{name}.txt").read_text(encoding="utf-8")
            found.append(_gold(str(file), {**data, "id": name, "text": text}, file))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: {error}") from error
    if not found:
        raise EvaluationError(f"{path}: no gold files *.{suffix}.json or *.jsonl here")
    return found


def _json(where: str, written: str) -> dict[str, Any]:
    try:
        data = json.loads(written)
    except ValueError as error:
        raise EvaluationError(f"{where}: {error}") from error
    if not isinstance(data, dict):
        raise EvaluationError(f"{where}: no JSON object")
    return data


def _gold(where: str, data: Mapping[str, Any], file: Path) -> GoldReport:
    """One report; `where` names it in errors, its own file is looked for beside `file`."""
    try:
        name, text = str(data["id"]), data["text"]
        published = date.fromisoformat(data["published"]) if data.get("published") else None
        events = list(data["events"])
        kinds = [(event.get("event_type"), event.get("status"), event.get("trigger"), event.get("evidence")) for event in events]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f"{where}: {error}") from error
    for kind, status, trigger, evidence in kinds:
        if kind not in EVENT_TYPES or status not in STATUSES:
            raise EvaluationError(f"{where}: {kind!r} / {status!r} is not in the codebook")
        for key, quote in (("trigger", trigger), ("evidence", evidence)):
            if quote_text(quote) not in text:
                raise EvaluationError(f"{where}: the {key} {quote_text(quote)!r} is not in the text")
    report = (file.parent / data["report"]).resolve() if data.get("report") else None
    return GoldReport(name, text, events, published, data.get("outlet"), report)


def documents(gold: Iterable[GoldReport]) -> Iterable[tuple[GoldReport, Document]]:
    """Each gold report as the program reads it: from its own file where the gold names one, else from ID.txt."""
    for item in gold:
        options = ReadOptions(published=item.published, outlet=item.outlet)
        path = item.report
        for found in read([str(path)] if path else [], options if path and path.suffix == ".txt" else ReadOptions()):
            if isinstance(found, InputError):
                raise EvaluationError(str(found))
            if found.external_id in (None, item.id):
                yield item, found
                break
        else:
            yield item, Document(id="0" * 64, text=item.text, published=item.published, outlet=item.outlet, language="ar")  # type: ignore[call-arg]


def evaluate(gold: Sequence[GoldReport], settings: Settings | None = None) -> Score:
    """Code every gold report and score the records."""
    score = Score()
    for item, document in documents(gold):
        made = [json.loads(r.model_dump_json()) for r in code_document(document, settings).events]
        fits = all(quote_text(e["evidence"]) in document.text for e in item.events)
        add(score, item.id, document.text if fits else item.text, item.events, made)
    return score


def add(score: Score, name: str, text: str, gold: Sequence[Event], made: Sequence[Event]) -> None:
    """Count one report into the score."""
    c = score.counts
    paired = pair(gold, made, text)
    c.update(reports=1, gold=len(gold), made=len(made), found=len(paired))
    c.update(empty_gold=not gold, empty_kept=not gold and not made)
    score.by_type.update([("gold", e["event_type"]) for e in gold] + [("made", e["event_type"]) for e in made])
    for i, j in paired:
        if gold[i]["event_type"] == made[j]["event_type"]:
            _add_pair(score, name, gold[i], made[j])
        else:
            score.misses.append(f"{name}: {made[j]['event_type']} for {gold[i]['event_type']}: {quote_text(gold[i]['trigger'])}")
    hit_gold, hit_made = {i for i, _ in paired}, {j for _, j in paired}
    score.misses += [
        f"{name}: missed {e['event_type']}: {quote_text(e['trigger'])}" for i, e in enumerate(gold) if i not in hit_gold
    ]
    score.misses += [
        f"{name}: extra {e['event_type']}: {quote_text(e['trigger'])}" for j, e in enumerate(made) if j not in hit_made
    ]


def _add_pair(score: Score, name: str, g: Event, m: Event) -> None:
    c = score.counts
    right = {
        "status": g["status"] == m["status"],
        "sub_event_type": g.get("sub_event_type") == m.get("sub_event_type"),
        "date": days(g) == days(m),
        "place": place_right(g, m),
        "casualties": claims(g) == claims(m),
    }
    c.update(typed=1, **right, untouched=all(right[k] for k in ("status", "date", "place", "casualties")))
    score.by_type["hit", g["event_type"]] += 1
    wrong = [k for k, v in right.items() if not v]
    if wrong:
        score.misses.append(f"{name}: {g['event_type']} {quote_text(g['trigger'])}: wrong {', '.join(wrong)}")
    rest = list(m.get("actors") or ())
    c.update(actors_gold=len(g.get("actors") or ()), actors_made=len(rest))
    for actor in g.get("actors") or ():
        same = next((x for x in rest if same_actor(actor, x)), None)
        if same is not None:
            rest.remove(same)
            c.update(actors=1, actor_class=actor["actor_class"] == same["actor_class"])
    gc, mc = claims(g), claims(m)
    c.update(claims_gold=gc.total(), claims_made=mc.total(), claims=(gc & mc).total())
    c.update(source_kind=_nearest_kind(g) == _nearest_kind(m))


def _nearest_kind(e: Event) -> str:
    sources = e.get("sources") or ()
    return sources[0]["kind"] if sources else "unattributed"


def pair(gold: Sequence[Event], made: Sequence[Event], text: str) -> list[tuple[int, int]]:
    """Greedy pairs (gold index, made index): one sentence is needed; same type, trigger, date and place preferred."""
    places_g, places_m = [spans(e, text) for e in gold], [spans(e, text) for e in made]
    scored = []
    for i, g in enumerate(gold):
        for j, m in enumerate(made):
            if not (_overlap(places_g[i][0], places_m[j][1]) or _overlap(places_g[i][1], places_m[j][0])):
                continue
            points = 4 * (g["event_type"] == m["event_type"]) + 2 * _overlap(places_g[i][1], places_m[j][1])
            points += (days(g) == days(m)) + place_right(g, m)
            scored.append((points, -abs(places_g[i][1][0] - places_m[j][1][0]), i, j))
    taken: list[tuple[int, int]] = []
    for _, _, i, j in sorted(scored, reverse=True):
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def spans(event: Event, text: str) -> tuple[Span, Span]:
    """Code points of an event's evidence and of its trigger; where one is not in the text, the other's."""
    evidence = _span(event.get("evidence"), text, 0)
    trigger = _span(event.get("trigger"), text, evidence[0])
    return (evidence if evidence[1] else trigger), (trigger if trigger[1] else evidence)


def _span(quote: Any, text: str, near: int) -> Span:
    """Where a quote stands: its own offsets if they fit, else its first place from `near`; (0, 0) when nowhere."""
    words = quote_text(quote)
    if isinstance(quote, Mapping) and quote.get("start") is not None and text[quote["start"] : quote["end"]] == words:
        return quote["start"], quote["end"]
    at = text.find(words, near) if words else -1
    if at < 0 and words:
        at = text.find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def quote_text(quote: Any) -> str:
    """The words of a quote, which gold writes as a string and records as an object."""
    return str(quote.get("text") or "") if isinstance(quote, Mapping) else str(quote or "")


def fold(text: str | None) -> str:
    """Spelling variants made one, for comparing quotes."""
    return re.sub(r"\W+", " ", _MARKS.sub("", text or "").translate(_FOLD)).strip().lower()


def days(event: Event) -> tuple[Any, Any]:
    """First and last day; a missing end is the start."""
    d = event.get("date") or {}
    return d.get("start"), d.get("end") or d.get("start")


def claims(event: Event) -> Counter[tuple[Any, Any, Any]]:
    """(kind, low, high) of each casualty claim."""
    return Counter((x["kind"], x["low"], x["high"]) for x in event.get("casualties") or ())


def place_right(g: Event, m: Event) -> bool:
    """Whether the first gold place is among the record's; no gold place: whether the record has none."""
    wanted, found = g.get("places") or (), m.get("places") or ()
    return any(same_place(wanted[0], p) for p in found) if wanted else not found


def same_place(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Within SAME_PLACE_KM where both have coordinates, else by name."""
    if a.get("latitude") is not None and b.get("latitude") is not None:
        return kilometres((a["latitude"], a["longitude"]), (b["latitude"], b["longitude"])) <= SAME_PLACE_KM
    x, y = fold(a.get("text")), fold(b.get("text"))
    return bool(x and y) and (x in y or y in x)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, p) for p in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def same_actor(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Same role, and the same canonical name or at least half of the shorter quote's words."""
    if a["role"] != b["role"]:
        return False
    if a.get("name") and b.get("name") and fold(a["name"]) == fold(b["name"]):
        return True
    x, y = set(fold(a["text"]).split()), set(fold(b["text"]).split())
    return bool(x & y) and len(x & y) / min(len(x), len(y)) >= 0.5
