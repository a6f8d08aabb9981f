"""What a mention could be: the gazetteer's places of its name, namesakes within a few km taken as one, each with a prior."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from functools import lru_cache
from typing import Final

from rasad.lexicon import wordclass
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placeform import Place, kilometres
from rasad.model.fixed import fixed
from rasad.model.mentions import PlaceMention

#: Rows of one name this near each other are one place told by several layers.
SAME_KM: Final = 8.0
#: So near to a shipped place of its name an added one is the same, or the district of the one and the seat of the other.
_SEAT_KM: Final = 30.0
#: How far a place of one kind goes with a mention of another, (mention, place); what is not here does not go together.
_FIT: Final = {
    ("site", "site"): 2.0, ("site", "area"): 0.0, ("site", "settlement"): -1.0,
    ("settlement", "settlement"): 2.0, ("settlement", "area"): 0.5, ("settlement", "site"): -0.5,
    ("area", "area"): 2.0, ("area", "settlement"): 0.5, ("area", "site"): -0.5, ("area", "governorate"): 0.0,
    ("governorate", "governorate"): 3.0, ("governorate", "area"): 1.0, ("country", "country"): 3.0,
    ("governorate", "settlement"): -4.0, ("settlement", "governorate"): -8.0, ("country", "area"): -2.0,
}  # fmt: skip
_MISFIT: Final = -8.0
#: A bare name: the country before its capital, the capital before its governorate (codebook, section 10).
_BARE: Final = {"country": 3.0, "settlement": 2.0, "area": 1.2, "governorate": 0.6, "site": 0.6}
#: A hamlet that no report names bare, beside a place that reports do (أنقرة is also a village).
_HAMLET: Final = 2.0
#: Names of which the candidates are kept: those of many thousand reports.
_REMEMBERED: Final = 20_000
#: The same for one that only an added gazetteer has.
_ADDED: Final = 4.0
_FAINT: Final = 0.3
_LAYERS: Final = {"supplement": 1.4, "admin": 1.0, "world": 0.5}


#: Cues of what is called by the town it is in, or of its surroundings; a street, a bridge or a quarter is named after any.
_OF_TOWNS: Final = wordclass.words("called_by_its_town")
#: Cues of the quarters of a town.
IN_TOWNS: Final = frozenset({"حي", "محله", "حاره", "احياء", "حيي"})


@fixed
class Candidate:
    """A place a mention may be; `prior` is what speaks for it before the context is asked: its `weight` and its `fit`."""

    place: Place
    prior: float
    fit: float
    #: how likely a report means it, whatever it is called there
    weight: float
    #: (latitude, longitude), if known: asked for each pair of places, so made once
    point: tuple[float, float] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        latitude, longitude = self.place.latitude, self.place.longitude
        object.__setattr__(self, "point", None if latitude is None or longitude is None else (latitude, longitude))


@lru_cache(maxsize=4)
def candidates(gazetteer: Gazetteer, _names: int) -> "Candidates":
    """The candidates of a gazetteer that has so many names: made anew when names were added."""
    return Candidates(gazetteer)


class Candidates:
    """Looks mentions up; reports name the same places again and again, so the latest names are remembered."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        #: The candidates of (name, cue, kind), the likeliest first.
        self.named = lru_cache(maxsize=_REMEMBERED)(self._named)

    def of(self, mention: PlaceMention) -> tuple[Candidate, ...]:
        """The candidates of a mention's own name."""
        return self.named(mention.key, mention.cue, mention.kind)

    def one_town(self, mention: PlaceMention, cue: str | None, place: Place) -> bool:
        """سوق كبكابية، منطقة العبر: whether what is called by the town that it is in bears a name that one shipped place has."""
        if cue not in _OF_TOWNS or place.kind == "site" or _added(place):
            return False
        shipped = {
            c.place.id for c in self.named(mention.key, cue, mention.kind) if not c.place.layer.startswith(("user", "world"))
        }
        return shipped == {place.id}

    def _named(self, key: str, cue: str | None, kind: str) -> tuple[Candidate, ...]:
        places = self._places(key, cue)
        if kind == "settlement" and not any(p.kind in ("settlement", "country") for p in places):
            # الخرطوم is a state under that spelling and a city under خرطوم.
            places += [p for form in self.gazetteer.variants(key) for p in self.gazetteer.get(form) if p.kind == "settlement"]
        return tuple(sorted(_merged(self._rated(places, key, cue, kind)), key=lambda c: -c.prior))

    def _rated(self, places: Sequence[Place], key: str, cue: str | None, kind: str) -> list[Candidate]:
        """The places with what speaks for them. Where reports name a place that is shipped, the namesakes that only an added
        gazetteer has are hamlets, whatever number of inhabitants it gives them, and near it they are the place itself."""
        trusts = self.gazetteer.trusts
        ours = [p for p in places if not _added(p) and trusts(p, key)]
        bare = cue is None or kind in ("site", "area")
        rated = []
        for place in places:
            hamlet = bool(ours) and _added(place)
            if hamlet and any(_beside(place, p) for p in ours):
                continue
            weight = _FAINT if hamlet else prominence(place)
            unnamed = hamlet or (bare and not trusts(place, key) and any(trusts(p, key) for p in places))
            fits = fit(kind, cue, place)
            less = 0.0 if not unnamed else _ADDED if bare and hamlet else _HAMLET if bare else _HAMLET / 2
            rated.append(Candidate(place, weight + fits - less, fits, weight))
        return rated

    def _places(self, key: str, cue: str | None) -> list[Place]:
        """Places of the name with its cue, alone, without a cue that is part of it, and in other spellings."""
        get = self.gazetteer.get
        head = cue.split(" ")[0] if cue else ""
        found = list(get(f"{head} {key}")) if head else []
        found += [p for p in get(key) if p not in found]
        if head and key.startswith(head + " "):
            found += [p for p in get(key[len(head) + 1 :]) if p not in found]
        if not found:
            for form in self.gazetteer.variants(key):
                found += get(form)
        shorter = key.rsplit(" ", 1)[0]
        if not found and shorter != key and self.gazetteer.trusted(shorter):
            # الغارية الشرقية may be known as الغارية, كويرس العسكري as كويرس; عين السماحية is no عين.
            found += get(shorter)
        return found


def _added(place: Place) -> bool:
    return place.layer.startswith("user")


def _beside(place: Place, ours: Place) -> bool:
    """A district and its seat, or one place told by two gazetteers."""
    if place.country != ours.country or "governorate" in (place.kind, ours.kind) or None in (place.latitude, ours.latitude):
        return False
    here, there = (place.latitude or 0.0, place.longitude or 0.0), (ours.latitude or 0.0, ours.longitude or 0.0)
    return kilometres(here, there) <= _SEAT_KM


def fit(kind: str, cue: str | None, place: Place) -> float:
    """How well a place's kind goes with what the text calls it."""
    if cue is None and kind != "governorate":
        return _BARE.get(place.kind, 0.0)
    if cue in IN_TOWNS and place.kind == "governorate":
        return _MISFIT  # حي التأميم
    return _FIT.get((kind, place.kind), _MISFIT)


def prominence(place: Place) -> float:
    """How likely a report means the place before anything else is known: 0.3 for a hamlet to 2.5 for a metropolis."""
    base = _LAYERS.get(place.layer, _FAINT)
    if place.kind == "governorate":
        base = max(base, 1.5)
    return max(base, 0.36 * math.log10(place.population)) if place.population > 1 else base


def _merged(rated: Iterable[Candidate]) -> list[Candidate]:
    """Namesakes of one kind within SAME_KM as one: the row of the earlier layer, with the best prior of them."""
    kept: list[Candidate] = []
    for candidate in rated:
        for n, other in enumerate(kept):
            if _same(candidate, other):
                kept[n] = replace(other, prior=max(other.prior, candidate.prior), weight=max(other.weight, candidate.weight))
                break
        else:
            kept.append(candidate)
    return kept


def _same(a: Candidate, b: Candidate) -> bool:
    if a.place.country != b.place.country or a.place.kind != b.place.kind:
        return False
    if a.place.kind in ("governorate", "country"):
        return a.place.admin1 == b.place.admin1
    p, q = a.point, b.point
    return p is not None and q is not None and kilometres(p, q) <= SAME_KM
