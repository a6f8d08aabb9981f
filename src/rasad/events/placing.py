"""Where an act happened: the places of its clause and of what heads it, else what its words point back to, else those of
its sentence (CODEBOOK 6 and 10). What an act takes from the story instead is in `story`."""

from collections.abc import Iterable, Sequence
from typing import Final

from rasad.events import story
from rasad.events.draft import Draft, Nearness
from rasad.events.governing import PREPOSITIONS
from rasad.events.persons import PERSONS
from rasad.events.pointing import Pointing
from rasad.events.within import places_within
from rasad.lexicon import placewords, wordclass
from rasad.lexicon.clitics import among
from rasad.lexicon.folding import fold
from rasad.model.mentions import PlaceMention, ResolvedPlace
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Sentence

#: Beginnings of words that say where somebody is from or lives.
_ORIGIN: Final = wordclass.stems("origin_stem")
#: Those of them that mean many, who are at home: an act done to them is done there.
_PEOPLE: Final = wordclass.stems("people_of_stem")
#: المقيم في X، القوات المتمركزة في X: where somebody is, which the act need not be.
_STANDING: Final = wordclass.stems("standing_in_stem")
_HOSPITALS: Final = wordclass.stems("hospital_stem")
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
#: رداً على: behind it stands the act that was answered.
_ANSWER: Final = wordclass.words("answer")
#: وذلك أثناء …: begins what belongs to the act before.
_ADJUNCT: Final = wordclass.words("adjunct_of_act")
#: توجهه إلى X، عودته من X: where somebody was going or coming from.
_TRAVEL: Final = wordclass.stems("travel_stem")
_RELATIVES: Final = wordclass.words("relative")
#: Cues of areas that are parts of a town: they come before it.
_QUARTERS: Final = wordclass.words("quarter_cue")
_RANKS: Final = {"site": 0.0, "settlement": 1.0, "area": 1.5, "governorate": 3.0, "country": 4.0}
_QUARTER: Final = 0.5
#: Rank from which a place holds sites.
_WIDE: Final = 1.0
_VILLAGES: Final = frozenset({"قريه", "بلده", "ضيعه"})
_VILLAGE: Final = 0.9
#: Radius (km) from which an area is a side of a country.
_VAST: Final = 70.0
#: Words between the beginning of a sentence and a place that heads it: وفي، أما في، اليوم في.
_OPENING: Final = 2
#: Words between a place and the one that holds it: قرية X التابعة لناحية Y.
_CHAIN: Final = 2
#: Cues that a list of names, or a nearer cue, follows: تعرضت أطراف بلدات X وY.
_LISTS: Final = frozenset(w for w, cue in placewords.load().cues.items() if cue.number == "many" or cue.take == "around")
#: Words between "the young man" and "from X": his name.
_NAMED: Final = 6
#: Words of his age in brackets.
_AGE: Final = 4
_STOPS: Final = placewords.load()["stop"]
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
        inside = [p for p in inside if not end <= p.mention.first < last]
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
            after = at_home if any(self._of_person(p) for p in at_home) else []  # وفي محافظة X اعتقلت شابين من Y
        if heads and acts:  # شهدت بلدة X احتجاجات للإفراج عن شبان اعتقلوا في Y: of the other act
            after = [p for p in after if not self._of_before(draft, p, acts)]
        if after or heads or in_clause:
            chosen = [*heads, *(p for p in after if p not in heads)] or in_clause
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
        self._choose(draft, [p for p in inside if p.mention.first < draft.trigger.first] or inside, "sentence")

    def _at_home(self, draft: Draft, homes: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
        """Where those live in the clause, behind the act, to whom or by whom it is done."""
        if draft.event_type not in _AT_HOME or story.fasts(draft, self.reading):
            return []
        found = [p for p in homes if p.mention.first < draft.clause[1] and p.mention.first >= draft.trigger.last]
        # تحرير مختطفين من X
        return found if draft.event_type != "AID" else [p for p in found if not self._of_person(p)]

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
        end, rank = -1, 0.0
        for place in places_within(self.reading.places, sentence.first, sentence.last):
            first = place.mention.first
            if first in self.speakers or first in self.persons or self._care(first):
                continue
            wider = _size(place.mention) > rank or (place.mention.kind == "area" and _size(place.mention) == rank)
            wider = wider or (place.mention.prefix == "ب" and first == end)  # من مدينة دورا بالخليل
            held = wider if place.mention.prefix or self.words.norm[first - 1] in _IN else first > end or wider
            joined = origin == [] and first == end and self.words.norm[first].startswith("و")  # المتمركزة في X وY
            linked = held and first - end <= _CHAIN and all(w in _LINKS for w in self.words.norm[end:first])
            if origin is None or not (linked or joined):
                origin = self._origin(max(end, first - 3, 0), place, homes, draft)
                if origin is homes and draft.event_type not in _AT_HOME and self._of_person(place):
                    origin = None  # أفرجت عن عشرين موقوفاً من سجن X: where they leave
            seat = place.mention.kind == "site" and (place.mention.prefix == "ب" or self.words.norm[first - 1] in _IN)
            if origin is None and first in self.names and not seat:
                continue  # a town in the name of a side; في السراي الحكومي is its seat
            (scenes if origin is None else origin).append(place)
            end, rank = place.mention.last, _size(place.mention)
        if scenes and (homes or scenes[1:]) and self._dateline(scenes[0], sentence):
            scenes = scenes[1:]
        return scenes, homes

    def _dateline(self, place: ResolvedPlace, sentence: Sentence) -> bool:
        """بيروت - أوقف شبان من بلدة X: where it was written is not where it happened, if the sentence says where."""
        behind = self.words.norm[place.mention.last : place.mention.last + 1]
        return place.mention.first == sentence.first and behind in (["-"], ["–"], ["—"])

    def _marked(self, first: int, last: int) -> bool:
        return any(self.words.kind[i] not in ("word", "number") for i in range(first, last))

    def _origin(self, low: int, place: ResolvedPlace, homes: list[ResolvedPlace], draft: Draft) -> list[ResolvedPlace] | None:
        """المنحدر من بلدة X، يقطن في X: where a person is from, not where it happened: the list it belongs to, or None."""
        before = self.words.norm[low : place.mention.first]
        for k, word in enumerate(before):
            following = before[k + 1 : k + 2]
            if word.startswith(_TRAVEL) and following in (["الي"], ["من"], ["نحو"], ["باتجاه"]):
                return []
            if word.startswith(_STANDING):
                return [] if self._does(draft, low + k) else homes
            if word.startswith(_ORIGIN) and following not in (["في"], ["الي"]):
                return homes if word.startswith(_PEOPLE) else []
            if following == ["من"] and bare(word).startswith(_ORIGIN):
                return []  # للنازحين من X
        return homes if self._of_person(place) else None

    @staticmethod
    def _does(draft: Draft, i: int) -> bool:
        """قصفت القوات المتمركزة في X بلدة Y: who stands there, right before word i, does it: from there, not there."""
        return draft.event_type == "ASSAULT" and any(0 <= i - a.last <= 1 for a in draft.of_role("source"))

    def _of_person(self, place: ResolvedPlace) -> bool:
        """شابين من X، الشاب فلان من قرية X: people and where they are from, with nothing but a name between."""
        i, behind = place.mention.first, self.words.norm[place.mention.last : place.mention.last + 1]
        if i < 2 or self.words.norm[i - 1] != "من" or (behind and behind[0] in _TOWARDS | {"الي"}):
            return False  # المصاب من X إلى Y: a way, no home
        named = self._before_age(i - 2)
        for k in range(named, max(-1, named - _NAMED), -1):
            if self.words.kind[k] != "word" or self.words.norm[k] in _STOPS:
                return False
            if PERSONS[self.words.norm[k]] is not None:
                return True
        return False

    def _before_age(self, k: int) -> int:
        """The word before (34 عاماً), or before a comma, if that ends at word k."""
        k -= self.words.norm[k] == "،"
        near = self.words.norm[max(0, k - _AGE) : k]
        return k - len(near) + near.index("(") - 1 if self.words.norm[k] == ")" and "(" in near else k

    def _care(self, i: int) -> bool:
        """نُقلوا إلى مشافي الحسكة: where the hurt were taken is not where it happened."""
        around = self.words.norm[max(0, i - 3) : i + 1]
        if "الي" not in around:
            return False
        led = [k for k, w in enumerate(around) if w == "الي"]
        return any(w.removeprefix("ال").startswith(_HOSPITALS) for w in around[led[-1] :])

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
        """Where in the span another act is told beside this one: قطعوا الجسور تزامناً مع الإضراب في بغداد."""
        for i in range(draft.trigger.last, end):
            if self.words.norm[i] in _BESIDE and any(i < t < end for t in acts):
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


def bare(word: str) -> str:
    """A word without the article and what is fused before it: للنازحين → نازحين."""
    for prefix in ("وال", "لل", "بال", "ال"):
        if word.startswith(prefix):
            return word[len(prefix) :]
    return word


def sort_places(places: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
    """Most specific first, otherwise in the order of the text; containing places follow."""
    return sorted(places, key=lambda p: (_RANKS[p.mention.kind] - (p.mention.cue in _QUARTERS), p.mention.first))
