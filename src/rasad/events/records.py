"""Writes drafts as records: every value with its quote, every id stable across runs and machines."""

import hashlib
from collections.abc import Sequence
from typing import Final, TypedDict

from rasad.events.draft import Draft
from rasad.events.speakertext import SpeakerText
from rasad.model.mentions import BESIDE, UNTIL, ActorMention, ResolvedPlace, SourceMention
from rasad.model.reading import Reading
from rasad.model.record import (
    ActorRecord,
    CasualtyRecord,
    DateRecord,
    EventRecord,
    PlaceRecord,
    Quote,
    SourceRecord,
)

#: A quote holds several tellings where so few words part them, and is no longer than this. The gap is the length of a
#: short sentence, the quote that of two long ones (the longest sentence of 103 real reports has 118 words).
_GAP: Final = 30
_QUOTE: Final = 120
#: Conjunctions written as one with the word behind them, and the vowel signs that may stand on them.
_JOINS: Final = ("و", "ف")
_VOWELS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"


class _Quoted(TypedDict):
    """The fields that every record of words has: checked once, with the record."""

    text: str
    start: int
    end: int


class _Said(TypedDict):
    text: str
    span: tuple[int, int]


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
        trigger = Quote(**self._quote(draft.trigger.first, draft.trigger.last))
        key = f"{self.document_id}\n{draft.event_type}\n{trigger.start}\n{trigger.end}"
        sources = self._sources(draft.sources)
        return EventRecord(
            id=hashlib.sha256(key.encode()).hexdigest()[:20],
            event_type=draft.event_type,
            sub_event_type=draft.sub_event,
            status=draft.status,
            trigger=trigger,
            evidence=self._evidence(draft),
            actors=tuple(
                ActorRecord(
                    **self._participant(a),
                    role=role,
                    actor_class=a.actor_class,
                    id=a.id,
                    name=a.name,
                    name_ar=a.name_ar,
                )
                for a, role in draft.actors
            ),
            date=self._date(draft),
            places=tuple(self._place(p) for p in draft.places),
            casualties=tuple(
                CasualtyRecord(
                    **self._quote(c.first, c.last),
                    kind=c.kind,
                    low=c.low,
                    high=c.high,
                    best=c.best,
                    group=c.group,
                    subset_of_total=c.subset,
                    running_total=c.running_total,
                    source=0 if sources else None,
                )
                for c in draft.casualties
            ),
            sources=sources,
            confidence=draft.confidence,
            made_by=f"rule: {draft.trigger.why}",
            warnings=self._warnings(draft),
        )

    def _quote(self, first: int, last: int) -> _Quoted:
        start, end = self.words.start[first], self.words.end[last - 1]
        return {"text": self.words.text[start:end], "start": start, "end": end}

    def _participant(self, actor: ActorMention) -> _Quoted:
        """The participant without the conjunction that joins him; a fused preposition stays (CODEBOOK 10: للجيش)."""
        quote = self._quote(actor.first, actor.last)
        return self._unjoined(quote) if actor.prefix.startswith(_JOINS) else quote

    def _unjoined(self, quote: _Quoted) -> _Quoted:
        text = quote["text"][1:].lstrip(_VOWELS)
        return {"text": text, "start": quote["end"] - len(text), "end": quote["end"]}

    def _evidence(self, draft: Draft) -> Quote:
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
        return Quote(**self._quote(first, last))

    def _date(self, draft: Draft) -> DateRecord:
        published = self.reading.published
        time = draft.time
        if time is not None:
            quote = self._quote(time.first, time.last)
            said: _Said = {"text": quote["text"], "span": (quote["start"], quote["end"])}
            if time.stand_in:
                return DateRecord(start=None, end=None, precision="unknown", **said)
            end = time.end
            if end is not None and time.start is not None and time.start <= published < end:
                # هذا العام: as far as it is told; مطلع الشهر says a part of it that is over or not.
                whole = draft.status not in ("occurred", "ongoing") or time.part == "start" or UNTIL in time.why
                end = end if whole else published
            return DateRecord(start=time.start, end=end, precision=time.precision, **said)
        if self.reading.undated or draft.timeless or draft.status in ("planned", "demanded"):
            return DateRecord(start=None, end=None, precision="unknown")
        return DateRecord(start=published, end=published, precision="day" if draft.status == "ongoing" else "days")

    def _place(self, place: ResolvedPlace) -> PlaceRecord:
        m = place.mention
        return PlaceRecord(
            **self._quote(m.first, m.last),
            kind=m.kind,
            id=place.id,
            name=place.name,
            name_ar=place.name_ar,
            admin1=place.admin1,
            admin2=place.admin2,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            precision_km=place.precision_km,
            candidates=place.candidates,
        )

    def _sources(self, sources: Sequence[SourceMention]) -> tuple[SourceRecord, ...]:
        return tuple(SourceRecord(**self._speaker(s), kind=s.kind, name=s.name, protected=s.protected) for s in sources)

    def _speaker(self, source: SourceMention) -> _Quoted:
        quote = self._quote(*self.speakers.span(source))
        return self._unjoined(quote) if source.why == BESIDE else quote

    def _warnings(self, draft: Draft) -> tuple[str, ...]:
        found = []
        if self.reading.undated and (draft.time is None or draft.time.stand_in):
            found.append("no publication date: relative dates stay null")
        if any(p.latitude is None for p in draft.places[:1]):
            found.append("the place is named but not located")
        return tuple(found)
