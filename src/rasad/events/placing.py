"""Where an act happened: the places of its clause and of what heads it, else what its words point back to, else those of
its sentence (CODEBOOK 6 and 10). What an act takes from the story instead is in `story`."""

from collections.abc import Iterable, Sequence
from typing import Final

from rasad.events import story, whom
from rasad.events.draft import Draft, Nearness
from rasad.events.governing import PREPOSITIONS
from rasad.events.homes import Homes
from rasad.events.pointing import Pointing
from rasad.events.within import places_within, within
from rasad.lexicon import placewords, wordclass
from rasad.lexicon.clitics import among
from rasad.lexicon.folding import fold
from rasad.model.mentions import LATER, PlaceMention, ResolvedPlace, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Sentence

_VISITS: Final = wordclass.words("visit")
#: عقدته، جرت، استضافتها: what is done with a meeting where it takes place.
_CONVENED: Final = wordclass.stems("convened_stem")
#: أخطرت بهدم منازل في X: a notice is handed over where it is carried out.
_NOTICES: Final = wordclass.words("notice")
#: شهدت المدينة، تعرضت البلدة لـ: verbs whose subject is where the act happened.
_SCENES: Final = wordclass.words("scene_verb")
_HAS: Final = frozenset({"قد", "،"})
#: What links a place with the one that holds it.
_LINKS: Final = wordclass.words("place_link")
_IN: Final = wordclass.words("venue_preposition")
#: خلال اجتماع: on what occasion words are said, and how many words before its place.
_DURING: Final = frozenset({"خلال", "في", "اثناء", "عقب", "وخلال", "وفي"})
_OCCASIONS: Final = wordclass.words("occasion")
_OCCASION: Final = 8
#: Who represents somebody where he is posted, and how many words before the place.
_ENVOYS: Final = wordclass.words("envoy")
_POST: Final = 6
#: تزامناً مع، احتجاجاً على: behind them stands another act, with its own place.
_BESIDE: Final = wordclass.words("adverb_of_reason") | wordclass.words("at_the_same_time")
#: The same, and تلتها وقفة في X: what came next.
_APART: Final = _BESIDE | wordclass.words("followed_it")
#: عقب، بعد …: the same where the act behind them is another; words from them to it (بعد ثلاثة أيام من).
_PARTS: Final = wordclass.words("parting_word") | wordclass.words("followed_it")
_PARTED_WITHIN: Final = 5
#: رداً على: behind it stands the act that was answered.
_ANSWER: Final = wordclass.words("answer")
#: وذلك أثناء …: begins what belongs to the act before.
_ADJUNCT: Final = wordclass.words("adjunct_of_act")
_RELATIVES: Final = wordclass.words("relative")
#: Cues of areas that are parts of a town: they come before it.
_QUARTERS: Final = wordclass.words("quarter_cue")
_RANKS: Final = {"site": 0.0, "settlement": 1.0, "area": 1.5, "governorate": 3.0, "country": 4.0}
_QUARTER: Final = 0.5
#: Rank from which a place holds sites.
_WIDE: Final = 1.0
_VILLAGES: Final = frozenset({"قريه", "بلده", "ضيعه"})
_VILLAGE: Final = 0.9
_CITIES: Final = frozenset({"مدينه", "عاصمه", "العاصمه"})
#: Radius (km) from which an area is a side of a country.
_VAST: Final = 70.0
#: Words between the beginning of a sentence and a place that heads it: وفي، أما في، اليوم في.
_OPENING: Final = 2
#: Words between a place and the one that holds it: قرية X التابعة لناحية Y.
_CHAIN: Final = 2
#: Cues that a list of names, or a nearer cue, follows: تعرضت أطراف بلدات X وY.
_LISTS: Final = frozenset(w for w, cue in placewords.load().cues.items() if cue.number == "many" or cue.take == "around")
#: فيما، بينما: another act begins.
_MEANWHILE: Final = wordclass.words("another_act")
#: Before the noun of an act that was told.
_KNOWN: Final = wordclass.words("before_known_act")
_TOWARDS: Final = wordclass.words("towards")


#: Acts that happen where those live to whom, or by whom, they are done, if no other place is told (خرج أهالي بلدة X).
_AT_HOME: Final = frozenset({"ASSAULT", "COERCE", "AID", "PROTEST"})


#: Sanctions that move somebody; others are passed on him for what he did elsewhere.
_EXPELS: Final = wordclass.words("expels")


class Placing:
    """Gives drafts their places. `names` and `speakers`: words inside participants and speakers; `persons`: words of what
    tells a person apart. A place there is none of the act."""

    def __init__(self, reading: Reading, names: set[int], speakers: set[int], persons: set[int]) -> None:
        self.reading = reading
        self.words = reading.words
        self.names, self.speakers, self.persons = names, speakers, persons
        self.homes = Homes(reading.words)
        self.pointing = Pointing(reading, speakers)

    def give(self, draft: Draft, pieces: Sequence[tuple[int, int]], triggers: Iterable[int]) -> None:
        """Fill `places` and `place_from`. `pieces`: the clauses of the sentence; `triggers`: the first words of its acts."""
        inside, homes = self._inside(self.words.sentences[draft.sentence], draft)
        acts = set(triggers)
        first, last = draft.clause
        if draft.event_type == "SANCTION" and fold(draft.trigger.lemma) not in _EXPELS:
            inside = [p for p in inside if not self._of_before(draft, p, acts)]
        if draft.event_type in story.PLACELESS:
            told = [p for p in inside if first <= p.mention.first < last]
            if draft.event_type in VERBAL_TYPES:
                opening = self._opening(inside, self.words.sentences[draft.sentence].first)
                told = [*opening, *(p for p in told if p not in opening and self._venue(draft, p))]
            met = self.pointing.at(draft, met=True) if draft.event_type == "CONSULT" and not told else None
            self._choose(draft, told if met is None else [met], "clause")
            return
        begin, end = self._span(draft.clause, pieces, acts)
        end = self._other_act(draft, end, acts)
        who = whom.behind(draft, end, self.reading)
        inside = [p for p in inside if not min(end, who) <= p.mention.first < last]
        begin, inside = whom.own(draft, begin, inside, self.reading)
        if draft.trigger.first in self.persons:  # الذي قُتل في غارة على بلدة X
            inside = [p for p in inside if p.mention.first in self.persons] or inside
        if self._only_recalled(draft):
            done = {t.first for t in within(self.reading.triggers, draft.trigger.last, end) if t.pos == "verb"}
            inside = [p for p in inside if not self._of_before(draft, p, done)]
        if last < len(self.words) and self.words.norm[last] in _ANSWER:
            inside = [p for p in inside if p.mention.first < last]  # استهدف مواقعهم رداً على قصف X
        in_clause = [p for p in inside if first <= p.mention.first < last]
        # إعادة فتح معبر X: the trigger may hold the cue of the name.
        after = [p for p in in_clause if p.mention.last > draft.trigger.last]
        heads = self._heads(draft, inside, begin)
        if not after and all(p.mention.kind in ("governorate", "country") for p in heads or in_clause):
            after = [p for p in inside if draft.trigger.last <= p.mention.first < end]
        back = self.pointing.at(draft)
        at_home = self._at_home(draft, homes)
        if not after and all(p.mention.kind in ("area", "governorate", "country") for p in in_clause):
            after = at_home if any(self.homes.of_person(p) for p in at_home) else []  # وفي محافظة X اعتقلت شابين من Y
        if heads and acts:  # شهدت بلدة X احتجاجات للإفراج عن شبان اعتقلوا في Y: of the other act
            after = [p for p in after if not self._of_before(draft, p, acts)]
        if after or heads or in_clause:
            chosen = self._own_part(draft, [*heads, *(p for p in after if p not in heads)] or in_clause)
            self._choose(draft, self._with_town(draft, chosen, inside), "clause")
            if back is not None and back not in chosen:
                # سوق الخضار في المخيم: what holds the place, named before; أغلقت المعبر في محافظة X: what it holds
                holds = back.mention.kind != "site" or any(_RANKS[p.mention.kind] < _WIDE for p in chosen)
                draft.places.insert(len(draft.places) if holds else 0, back)
            return
        if back is not None and not (back.mention.cue is None and inside):
            self._choose(draft, [back], "story")
            return
        if at_home:
            self._choose(draft, at_home, "sentence")
            return
        inside = [p for p in inside if p.mention.first < draft.trigger.first or not self._gone_to(p)]
        # أفرجت عن ثلاثة، فيما نقلت الآخرين إلى X: where others were brought
        told_apart = next((a for a, _ in pieces if a >= last and self.words.norm[a] in _MEANWHILE), len(self.words))
        inside = [p for p in inside if p.mention.first < told_apart]
        self._choose(draft, [p for p in inside if p.mention.first < draft.trigger.first] or inside, "sentence")

    def _only_recalled(self, draft: Draft) -> bool:
        """وبعد يومين من الهجوم اعتقلت الشرطة ثلاثة في X: the place behind the next act is none of the one that was told."""
        first = draft.trigger.first
        return (
            draft.definite
            and draft.trigger.pos != "verb"
            and any(w in _KNOWN for w in self.words.norm[max(0, first - 1) : first])
        )

    def _own_part(self, draft: Draft, chosen: list[ResolvedPlace]) -> list[ResolvedPlace]:
        """قُتل جندي في X، بعد يوم من تفجير في Y, مظاهرة في X عقب غارة على Y: of the places on both sides of what came before or
        next, those on the act's own side."""
        first, last = draft.clause
        acts = within(self.reading.triggers, first, last)
        for k, act in enumerate(acts[1:], 1):
            at = self._parted_at(acts[k - 1], act)
            if at is not None:
                first, last = (first, min(at, last)) if draft.trigger.first < at else (max(first, at), last)
        if (first, last) == draft.clause:
            return chosen
        own = [p for p in chosen if first <= p.mention.first < last]
        draft.part = (first, last) if own else None  # قتلت رجلاً بعد أن أوقفته على حاجز قرب X: both there
        return own or chosen

    def _parted_at(self, act: TriggerMention, other: TriggerMention) -> int | None:
        """The word between two acts that tells the second as what came before or next, if it is another: of another type, or
        so long before."""
        norm, near = self.words.norm, range(max(act.last, other.first - _PARTED_WITHIN), other.first)
        at = next((i for i in near if norm[i].removeprefix("و") in _PARTS), None)
        if at is None or not (other.event_type != act.event_type or at + 1 < other.first):
            return None
        return at

    def _at_home(self, draft: Draft, homes: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
        """Where those live in the clause, behind the act, to whom or by whom it is done."""
        if draft.event_type not in _AT_HOME or story.fasts(draft, self.reading) or self._in_known_act(draft):
            return []
        found = [p for p in homes if p.mention.first < draft.clause[1] and p.mention.first >= draft.trigger.last]
        # تحرير مختطفين من X
        return found if draft.event_type != "AID" else [p for p in found if not self.homes.of_person(p)]

    def _in_known_act(self, draft: Draft) -> bool:
        """وقُتل سائقان من مدينة X في الهجوم: where the act was that the noun with the article means, not at home."""
        hurt = draft.trigger.frame == "patient" or draft.trigger.voice != "active"
        return hurt and any(
            t.pos != "verb" and self.words.norm[t.first].startswith(("ال", "بال")) and t.event_type == draft.event_type
            for t in within(self.reading.triggers, draft.trigger.last, draft.clause[1])
        )

    def _with_town(
        self, draft: Draft, chosen: Sequence[ResolvedPlace], inside: Sequence[ResolvedPlace]
    ) -> Sequence[ResolvedPlace]:
        """The places of an act with what is told before it in its sentence, where they say too little."""
        before = [p for p in inside if p.mention.first < draft.trigger.first and p not in chosen and not vast(p)]
        if all(vast(p) for p in chosen):  # عزز وجوده بمحافظة X تمهيدا لهجوم شمال العراق
            return [*chosen, *before]
        if all(p.latitude is None and p.mention.kind == "site" for p in chosen):
            # وفي حلحول دخل مستوطنون البلدة، وصلّوا في مسجد X: what no list has is in the town of its sentence
            towns = [p for p in before if p.latitude is not None and p.mention.kind in ("settlement", "area")]
            return [*chosen, *towns[-1:]]
        return chosen

    def _of_before(self, draft: Draft, place: ResolvedPlace, acts: set[int]) -> bool:
        """حكم على مدانين بتفجير X: where that was done, behind its trigger in the same clause."""
        return any(draft.trigger.last <= t < place.mention.first for t in acts - {m.first for m in draft.merged})

    def _gone_to(self, place: ResolvedPlace) -> bool:
        """فرّت الأسر باتجاه X, behind the act: where somebody went, not where it happened."""
        return not _TOWARDS.isdisjoint(self.words.norm[max(0, place.mention.first - 2) : place.mention.first])

    @staticmethod
    def _choose(draft: Draft, places: Sequence[ResolvedPlace], nearness: Nearness) -> None:
        draft.places = sort_places(places)
        draft.place_from = nearness if places else "none"
        if places:
            draft.notes.append(f"place: {draft.places[0].why} ({nearness})")

    def _inside(self, sentence: Sentence, draft: Draft) -> tuple[list[ResolvedPlace], list[ResolvedPlace]]:
        """(places of a sentence that may be an act's, those where people or forces of whom it tells are at home)."""
        scenes: list[ResolvedPlace] = []
        homes: list[ResolvedPlace] = []
        origin: list[ResolvedPlace] | None = None
        end, rank, acting = -1, 0.0, False
        for place in places_within(self.reading.places, sentence.first, sentence.last):
            first = place.mention.first
            tells_whom = first in self.persons and draft.trigger.first not in self.persons
            if first in self.speakers or tells_whom or self.homes.care(first) or self.homes.post(first):
                continue
            wider = _size(place.mention) > rank or (place.mention.kind == "area" and _size(place.mention) == rank)
            wider = wider or (place.mention.prefix == "ب" and first == end)  # من مدينة دورا بالخليل
            held = wider if place.mention.prefix or self.words.norm[first - 1] in _IN else first > end or wider
            joined = origin == [] and first == end and self.words.norm[first].startswith("و")  # المتمركزة في X وY
            linked = held and first - end <= _CHAIN and all(w in _LINKS for w in self.words.norm[end:first])
            linked = linked and not (acting and first == end and not place.mention.prefix) and not self._in_a_town(place, rank)
            if origin is None or not (linked or joined):
                origin = self.homes.origin(max(end, first - 3, 0), place, homes, draft)
                if origin is homes and draft.event_type not in _AT_HOME and self.homes.of_person(place):
                    origin = None  # أفرجت عن عشرين موقوفاً من سجن X: where they leave
            seat = place.mention.kind == "site" and (place.mention.prefix == "ب" or self.words.norm[first - 1] in _IN)
            if origin is None and first in self.names and not seat:
                continue  # a town in the name of a side; في السراي الحكومي is its seat
            (scenes if origin is None else origin).append(place)
            acting = origin is not None and self.homes.acts_from(place, draft)
            end, rank = place.mention.last, _size(place.mention)
        if scenes and (homes or scenes[1:] or sentence.role == "body") and self._dateline(scenes[0], sentence):
            scenes = scenes[1:]
        return scenes, homes

    def _in_a_town(self, place: ResolvedPlace, rank: float) -> bool:
        """ابن بلدة X وسط مدينة Y: no town or village lies within a city, so that one is a place of its own."""
        cue, before = place.mention.cue, self.words.norm[place.mention.first - 1]
        return rank >= _VILLAGE and cue in _CITIES and (before in _IN or place.mention.prefix == "ب")

    def _dateline(self, place: ResolvedPlace, sentence: Sentence) -> bool:
        """بيروت - أوقف شبان من بلدة X: where it was written is not where it happened, if the sentence says where."""
        behind = self.words.norm[place.mention.last : place.mention.last + 1]
        return place.mention.first == sentence.first and behind in (["-"], ["–"], ["—"], ["/"])

    def _marked(self, first: int, last: int) -> bool:
        return any(self.words.kind[i] not in ("word", "number") for i in range(first, last))

    def _span(self, clause: tuple[int, int], pieces: Sequence[tuple[int, int]], acts: set[int]) -> tuple[int, int]:
        """The clause with the pieces that tell no act and lead to it (في ساحة X، توافد …) or carry it on (وذلك أثناء …)."""
        first, last = clause
        for a, b in reversed([piece for piece in pieces if piece[1] <= first]):
            if b != first or any(a <= t < b for t in acts):
                break
            first = a
        for a, b in [piece for piece in pieces if piece[0] >= last]:
            if a != last or self.words.norm[a] not in _ADJUNCT or any(a <= t < b for t in acts):
                break
            last = b
        return first, last

    def _other_act(self, draft: Draft, end: int, acts: set[int]) -> int:
        """Where in the span another act is told beside this one: قطعوا الجسور تزامناً مع الإضراب في بغداد, قصف X، وبعد
        ساعات قصف منزلاً في Y."""
        first = draft.trigger.last
        later = {t.first for t in within(self.reading.times, first, max(first, end)) if t.why.endswith(LATER)}
        for i in range(first, end):
            if (self.words.norm[i] in _APART or i in later) and any(i < t < end for t in acts):
                return i
        return end

    def _heads(self, draft: Draft, inside: Sequence[ResolvedPlace], begin: int) -> list[ResolvedPlace]:
        """The places that head an act (وفي حلب، …) or are the subject of what happened in them, with those that hold them."""
        found: list[ResolvedPlace] = []
        for place in inside:
            first = place.mention.first
            if not begin <= first < draft.trigger.first:
                continue
            near = found and first - found[-1].mention.last <= _CHAIN and not self._marked(found[-1].mention.last, first)
            if near or self._leads(place, begin) or self._scene(place):
                found.append(place)
        return found

    def _scene(self, place: ResolvedPlace) -> bool:
        """وكانت العاصمة شهدت …، ساحة الكرامة في السويداء شهدت: the subject of what happened in it, or what holds the subject."""
        at, held = place.mention.last, True
        while held and at < len(self.words) and self.words.norm[at].removeprefix("قد ") not in _SCENES:
            step = at + (self.words.norm[at] in _LINKS)
            holder = next((p for p in places_within(self.reading.places, step, step + 1) if p.mention.first == step), None)
            held = holder is not None or self.words.norm[at] in _HAS  # بلدة X شمالي Y، قد شهدت
            at = holder.mention.last if holder is not None else at + 1
        return held and at < len(self.words) and not place.mention.prefix

    def _leads(self, place: ResolvedPlace, begin: int) -> bool:
        at = place.mention.first - 1
        while at >= begin and (self.words.kind[at] not in ("word", "number") or self.words.norm[at] in _LISTS):
            at -= 1  # شهدت محافظات X وY: the cue of a list stands before its first name
        before = self.words.norm[at] if at >= begin else ""
        if before.removeprefix("و") in _SCENES:
            return True
        held = "ب" in place.mention.prefix or among(before, _IN)
        return held and at - begin <= _OPENING

    def _opening(self, inside: Sequence[ResolvedPlace], first: int) -> list[ResolvedPlace]:
        """وفي بلدة X دعا أقارب المخطوف: what opens a sentence is where its words were said, with what holds it."""
        found: list[ResolvedPlace] = []
        for place in inside:
            at = place.mention.first - 1
            opens = first <= at <= first + 1 and among(self.words.norm[at], _IN)
            linked = found and at + 1 - found[-1].mention.last <= _CHAIN and not self._marked(found[-1].mention.last, at + 1)
            if opens or linked:
                found.append(place)
        return found

    def _venue(self, draft: Draft, place: ResolvedPlace) -> bool:
        """Where a meeting was held, or a notice handed over: the report says so with في or ب, or with شهدت (CODEBOOK 10)."""
        first, trigger = place.mention.first, draft.trigger
        if fold(trigger.lemma) in _NOTICES:
            return first >= trigger.last and ("ب" in place.mention.prefix or self.words.norm[first - 1] in _IN)
        if draft.event_type != "CONSULT":
            return self._on_occasion(draft, first)
        before = self.words.norm[first - 1] if first else ""
        if first < trigger.first:
            return before.removeprefix("و") in _SCENES or (before in _IN and place.mention.last == trigger.first)
        held = "ب" in place.mention.prefix or before in _IN
        if held and not _ENVOYS.isdisjoint(self.words.norm[max(trigger.last, first - _POST) : first]):
            return False  # سفير فرنسا في لبنان: where his post is
        # التي جرت في X: the place of what the relative tells; الاجتماع الذي عقدته اللجنة في X: of the meeting itself.
        relative = next((i for i in range(trigger.last, first) if self.words.norm[i] in _RELATIVES), None)
        held = held and (
            relative is None or (relative <= trigger.last + 2 and self.words.norm[relative + 1].startswith(_CONVENED))
        )
        # يزور دمشق، يصل إلى بيروت: a visit is where it leads.
        bare = not place.mention.prefix and before not in PREPOSITIONS
        visited = fold(trigger.lemma) in _VISITS and (bare or before == "الي")
        return held or visited

    def _on_occasion(self, draft: Draft, first: int) -> bool:
        """أمهلهم خلال اجتماع في مدينة X: words are said where the occasion is on which they are said."""
        words = self.words.norm[max(draft.clause[0], first - _OCCASION) : first]
        for k, word in enumerate(words):
            if word in _DURING and not _OCCASIONS.isdisjoint(words[k + 1 : k + 3]):
                return words[-1] in _IN
        return False


def vast(place: ResolvedPlace) -> bool:
    """A country or a side of one: it says little of where an act was."""
    return place.mention.kind == "country" or (place.mention.kind == "area" and (place.precision_km or 0.0) >= _VAST)


def _size(mention: PlaceMention) -> float:
    """How large a mention is: what is said to lie in another is smaller, a quarter than its town."""
    if mention.kind == "settlement" and mention.cue in _VILLAGES:
        return _VILLAGE
    return _QUARTER if mention.kind == "area" and mention.cue in _QUARTERS else _RANKS[mention.kind]


def sort_places(places: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
    """Most specific first, otherwise in the order of the text; containing places follow."""
    return sorted(places, key=lambda p: (_RANKS[p.mention.kind] - (p.mention.cue in _QUARTERS), p.mention.first))
