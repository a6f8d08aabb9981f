"""Writes drafts as records: every value with its quote, every id stable across runs and machines."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from rasad.events.draft import Draft
from rasad.events.speakertext import SpeakerText
from rasad.model.mentions import BESIDE, UNTIL, ActorMention, CasualtyMention, ResolvedPlace, SourceMention
from rasad.model.reading import Reading
from rasad.model.record import EventRecord
from rasad.model.vocab import Role

#: The fields of a record or a part of one: checked once, with the whole record.
_Fields = dict[str, Any]
#: A quote holds several tellings where so few words part them, and is no longer than this. The gap is the length of a
#: short sentence, the quote that of two long ones (the longest sentence of 103 real reports has 118 words).
_GAP: Final = 30
_QUOTE: Final = 120
#: Conjunctions written as one with the word behind them, and the vowel signs that may stand on them.
_JOINS: Final = ("و", "ف")
_NO_DAY: Final[_Fields] = {"start": None, "end": None, "precision": "unknown"}
_VOWELS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"


def write(drafts: Sequence[Draft], reading: Reading, document_id: str) -> list[EventRecord]:
    """The records of one report. `document_id` goes into each record's id."""
    writer = _Writer(reading, document_id)
    return [writer.record(draft) for draft in drafts]


class _Writer:
    def __init__(self, reading: Reading, document_id: str) -> None:
        self.reading = reading
        self.words = reading.words
        self.document_id = document_id
        self.speakers = SpeakerText(reading)

    def record(self, draft: Draft) -> EventRecord:
        trigger = self._quote(draft.trigger.first, draft.trigger.last)
        key = f"{self.document_id}\n{draft.event_type}\n{trigger['start']}\n{trigger['end']}"
        sources = tuple(self._source(s) for s in draft.sources)
        return EventRecord.model_validate(
            {
                "id": hashlib.sha256(key.encode()).hexdigest()[:20],
                "event_type": draft.event_type,
                "sub_event_type": draft.sub_event,
                "status": draft.status,
                "trigger": trigger,
                "evidence": self._evidence(draft),
                "actors": tuple(self._participant(a, role) for a, role in draft.actors),
                "date": self._date(draft),
                "places": tuple(self._place(p) for p in draft.places),
                "casualties": tuple(self._claim(c, 0 if sources else None) for c in draft.casualties),
                "sources": sources,
                "confidence": draft.confidence,
                "made_by": f"rule: {draft.trigger.why}",
                "warnings": self._warnings(draft),
            }
        )

    def _quote(self, first: int, last: int) -> _Fields:
        start, end = self.words.start[first], self.words.end[last - 1]
        return {"text": self.words.text[start:end], "start": start, "end": end}

    def _participant(self, actor: ActorMention, role: Role) -> _Fields:
        """The participant without the conjunction that joins him; a fused preposition stays (CODEBOOK 10: للجيش)."""
        quote = self._quote(actor.first, actor.last)
        quote = self._unjoined(quote) if actor.prefix.startswith(_JOINS) else quote
        quote |= {"role": role, "actor_class": actor.actor_class, "id": actor.id, "name": actor.name, "name_ar": actor.name_ar}
        return quote

    def _unjoined(self, quote: _Fields) -> _Fields:
        text = quote["text"][1:].lstrip(_VOWELS)
        return {"text": text, "start": quote["end"] - len(text), "end": quote["end"]}

    def _claim(self, claim: CasualtyMention, source: int | None) -> _Fields:
        return self._quote(claim.first, claim.last) | {
            "kind": claim.kind,
            "low": claim.low,
            "high": claim.high,
            "best": claim.best,
            "group": claim.group,
            "subset_of_total": claim.subset,
            "running_total": claim.running_total,
            "source": source,
        }

    def _evidence(self, draft: Draft) -> _Fields:
        """The clause, widened to its tolls in the same sentence and to other tellings of the act that stand right beside
        it, without marks at its ends."""
        first, last = draft.clause
        for begin, end in sorted(draft.tellings, key=lambda t: abs(t[0] - first)):
            wide = min(first, begin), max(last, end)
            if max(begin - last, first - end) <= _GAP and wide[1] - wide[0] <= _QUOTE:
                first, last = wide
        for c in draft.casualties:
            if self.words.sentence[c.first] == draft.sentence:
                first, last = min(first, c.first), max(last, c.last)
        while last - 1 > first and self.words.kind[last - 1] == "punct" and self.words.norm[last - 1] not in ')]”»"':
            last -= 1
        while first < last - 1 and self.words.kind[first] == "punct" and self.words.norm[first] not in '([“«"':
            first += 1
        return self._quote(first, last)

    def _date(self, draft: Draft) -> _Fields:
        published = self.reading.published
        time = draft.time
        if time is not None:
            quote = self._quote(time.first, time.last)
            said = {"text": quote["text"], "span": (quote["start"], quote["end"])}
            if time.stand_in:
                return said | _NO_DAY
            end = time.end
            if end is not None and time.start is not None and time.start <= published < end:
                # هذا العام: as far as it is told; مطلع الشهر says a part of it that is over or not.
                whole = draft.status not in ("occurred", "ongoing") or time.part != "whole" or UNTIL in time.why
                end = end if whole else published
            return said | {"start": time.start, "end": end, "precision": time.precision}
        if self.reading.undated or draft.timeless or draft.status in ("planned", "demanded"):
            return _NO_DAY
        return {"start": published, "end": published, "precision": "day" if draft.status == "ongoing" else "days"}

    def _place(self, place: ResolvedPlace) -> _Fields:
        m = place.mention
        return self._quote(m.first, m.last) | {
            "kind": m.kind,
            "id": place.id,
            "name": place.name,
            "name_ar": place.name_ar,
            "admin1": place.admin1,
            "admin2": place.admin2,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision_km": place.precision_km,
            "candidates": place.candidates,
        }

    def _source(self, source: SourceMention) -> _Fields:
        quote = self._quote(*self.speakers.span(source))
        quote = self._unjoined(quote) if source.why == BESIDE else quote
        return quote | {"kind": source.kind, "name": source.name, "protected": source.protected}

    def _warnings(self, draft: Draft) -> tuple[str, ...]:
        found = []
        if self.reading.undated and (draft.time is None or draft.time.stand_in):
            found.append("no publication date: relative dates stay null")
        if any(p.latitude is None for p in draft.places[:1]):
            found.append("the place is named but not located")
        return tuple(found)
