"""Leads place mentions to places, and says which country the report is about.

What speaks for a candidate: that it lies in the place the text says (الصالحية بريف دير الزور); the sure places around
it; the report's country; its kind and its cue; its size; what the same name was led to before. A name that nothing
fits stays a named place with null coordinates and the admin 1 of what contains it: never dropped, never a capital.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.geo_answers import GOVERNORATES, at_its_seat, beyond, of_town, part, reason, record, road, surface
from rasad.analyse.geo_candidates import IN_TOWNS, Candidate, candidates
from rasad.analyse.geo_context import HOME, LOCAL_CUES, QUARTERS, Context, akin
from rasad.analyse.geo_reader import BARE, CAPITAL, NAMED_BEFORE, WEAK
from rasad.analyse.geo_shift import distance_before
from rasad.lexicon import gazetteer, placewords
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placeform import Place, kilometres
from rasad.model.mentions import PlaceMention, ResolvedPlace
from rasad.model.words import Words

#: Bonus for lying where the text says, and for being what the name meant before.
_INSIDE, _OUTSIDE, _BEFORE = 5.0, -4.0, 3.0
#: A place may lie so far (km) beyond its container's radius: borders on maps and in speech differ.
_BORDER: Final = 25.0
#: A site or quarter that only another town's namesake fits is believed within so many km of a sure place.
_LOCAL: Final = 60.0
_GOVERNORATE: Final = "محافظه"
#: Cues that large cities have too: مدينة حيفا in a report on Syria is Haifa.
_TOWN_CUES: Final = frozenset({"مدينه", "عاصمه", "العاصمه"})
#: Votes that make the report's country sure enough.
_SURE: Final = 0.6
#: Up to this radius (km) a quarter says as well as a town where a site in it is.
_CLOSE: Final = 6.0
#: The same of a side of a town, for a quarter: حي X غربي الموصل.
_BESIDE: Final = 12.0
#: A bracket opens within so many words of the name (a comma may stand before it), and holds so many before the place.
_BRACKET: Final = 2
_DISTANCE_WORDS: Final = 7
#: From this radius (km) on an area is a part of a governorate, not of a town.
_WIDE: Final = 18.0
#: The same for a bare name that only a large gazetteer has.
_REGION: Final = 120.0
#: Why a name was led to no place.
FAR: Final = "the only place of the name is far from what the report tells of"
ABROAD: Final = "the only places of the name are in other countries than the report"


def resolve(
    words: Words, mentions: Sequence[PlaceMention], home: str | None = None, places: Gazetteer | None = None
) -> tuple[list[ResolvedPlace], str | None]:
    """(resolved places in order, one a mention; ISO 3166-1 alpha-2 code of the report's country, or None).

    Args:
        words: the report.
        mentions: what `find_places` found.
        home: country of the outlet, if known; it counts as one and a half names.
        places: the gazetteer, by default the shipped and the user's layers.
    """
    if not mentions:
        return [], home
    known = places or gazetteer.load()
    resolver = _Resolver(words, mentions, known, home)
    return [at_its_seat(p, known) for p in resolver.run()], resolver.context.country


class _Resolver:
    def __init__(self, words: Words, mentions: Sequence[PlaceMention], places: Gazetteer, home: str | None) -> None:
        self.words = words
        self.mentions: Sequence[PlaceMention] = mentions
        self.lists = placewords.load()
        self.candidates = candidates(places, places.names)
        self.context = Context(words, mentions, self.candidates, self.lists, home)
        self.mentions = self._with_capital(mentions)
        self.done: dict[int, ResolvedPlace] = {}
        #: name → the place it was led to by containment, for the later times it comes bare
        self.told: dict[str, Place] = {}
        #: name → the answer, where the text said it lies in a place that has none of the name
        self.refused: dict[str, ResolvedPlace] = {}

    def _with_capital(self, mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
        """The mentions with the name of the capital that the report names (العاصمة عدن), else of its country's, for العاصمة."""
        home = self.context.country or ""
        name = self.lists.capitals.get(home, CAPITAL) if self.context.votes[home] >= _SURE else CAPITAL
        found: list[PlaceMention] = []
        for mention in mentions:
            if mention.kind == "settlement" and mention.key.startswith(f"{CAPITAL} "):
                name = mention.key
            found.append(replace(mention, key=name) if mention.key == CAPITAL else mention)
        return found

    def run(self) -> list[ResolvedPlace]:
        """Containers stand behind what they contain: each sentence is read from its end; sentences in their order."""
        order: dict[int, list[int]] = {}
        for k, mention in enumerate(self.mentions):
            order.setdefault(self.words.sentence[mention.first], []).append(k)
        for group in order.values():
            for k in reversed(group):
                self.done[k] = self.one(k)
        return [self.done[k] for k in range(len(self.mentions))]

    def one(self, k: int) -> ResolvedPlace:
        """Resolve mention k."""
        mention = self.mentions[k]
        if " - " in mention.key:
            return self._road(k)
        if mention.key in self.lists["generic"] and mention.cue:
            return self._back_reference(k)
        best, count, why = self._best(k, mention)
        before = self.refused.get(mention.key)
        if before is not None and self.context.containers[k] is None and mention.kind in ("settlement", "area"):
            return replace(before, mention=mention, candidates=count, why=f"as before: {before.why}")
        if best is None:
            found = self._named_only(k, count, why)
            if count and (self.context.containers[k] is not None or (why == FAR and mention.cue in QUARTERS)):
                self.refused[mention.key] = found
            return found
        if mention.why.startswith(("side of", "countryside", "part of")) and not self._told_whole(mention, best.place):
            return self._part(k, best.place, count, why)
        return self._resolved(mention, best.place, count, why)

    # -- choosing -------------------------------------------------------------------------------------------------

    def _best(self, k: int, mention: PlaceMention) -> tuple[Candidate | None, int, str]:
        """(the candidate that fits best or None, number weighed, why)."""
        composed = mention.why.startswith(("side of", "countryside", "part of", "surroundings", "site in"))
        cue = None if composed else mention.cue
        # جنوبي محافظة X: of the governorate, whatever hamlet is called so.
        whole = composed and not GOVERNORATES.isdisjoint(self.words.norm[mention.first : mention.last])
        container, found = self._container(k), self.candidates.named(mention.key, cue, "governorate" if whole else mention.kind)
        if not found:
            return None, 0, "no gazetteer has the name"
        scored = [(self._score(k, mention, c, container), c) for c in found]
        best_score, best = max(scored, key=lambda item: (item[0], item[1].prior))
        refusal = self._refusal(k, mention, cue, best, container)
        if refusal:
            return None, len(found), refusal
        if best_score < -3:
            return None, len(found), "no candidate is of the kind that the text names"
        why = reason(found, best, container, self.context.country)
        if container is not None and not composed:
            self.told.setdefault(mention.key, best.place)
        return best, len(found), why

    def _container(self, k: int) -> ResolvedPlace | None:
        inside = self.context.containers[k]
        return self.done.get(inside) if inside is not None else None

    def _score(self, k: int, mention: PlaceMention, candidate: Candidate, container: ResolvedPlace | None) -> float:
        score = self.context.prior(candidate) + self.context.nearness(k, candidate)
        if container is not None:
            score += _INSIDE if self._lies_in(candidate, container) else _OUTSIDE
            if container.latitude is not None and container.longitude is not None and candidate.point is not None:
                near = max(20.0, container.precision_km or 0.0)
                score += 2.0 / (1 + kilometres(candidate.point, (container.latitude, container.longitude)) / near)
        told = self.told.get(mention.key)
        if told is not None and told == candidate.place:
            score += _BEFORE
        return score

    @staticmethod
    def _lies_in(candidate: Candidate, container: ResolvedPlace) -> bool:
        place = candidate.place
        if container.country and not akin(place.country, container.country):
            return False
        kind, radius = container.mention.kind, container.precision_km or 0.0
        if kind == "country" or (kind == "area" and container.admin1 is None and radius >= _WIDE):
            return True
        # The countryside of a governorate reaches its borders, wherever its point is.
        wide = container.mention.kind == "governorate" or (
            container.mention.kind == "area" and (container.precision_km or 0) >= _WIDE
        )
        if wide and container.admin1 and place.admin1 == container.admin1:
            return True
        if container.latitude is not None and container.longitude is not None and candidate.point is not None:
            reach = (container.precision_km or 10.0) + _BORDER
            return kilometres(candidate.point, (container.latitude, container.longitude)) <= reach
        return bool(container.admin1) and place.admin1 == container.admin1

    def _refusal(
        self, k: int, mention: PlaceMention, cue: str | None, best: Candidate, container: ResolvedPlace | None
    ) -> str | None:
        """Why the best candidate is still a namesake of what is meant, or None."""
        place = best.place
        foreign = self.context.country is not None and not akin(place.country, self.context.country)
        if foreign and place.layer == "supplement" and place.country not in HOME:
            foreign = False  # kept because reports on the countries of the product name them
        if place.kind in ("country", "governorate"):
            # Every country has a south: الجنوب is Lebanon's governorate in a report on Lebanon alone.
            side = mention.key.removeprefix("ال") in self.lists.directions
            return "a side of the report's country" if side and foreign else None
        # مخيم الهول في مدينة الحسكة: a site told by a capital for its governorate, or one that is only near a town.
        sole = mention.kind == place.kind == "site" and cue is not None
        beside = container is not None and (sole or k in self.context.near) and place.admin1 == container.admin1
        inside = container is None or not container.country or beside or self._lies_in(best, container)
        if container is not None and not inside and not beyond(self.words, best, container):
            return f"the only places of the name lie outside {container.name or container.name_ar}"
        if foreign and mention.why == WEAK:
            return ABROAD
        small = (cue is not None and cue not in _TOWN_CUES) or place.population < 50_000
        if foreign and small and self.context.outvoted(place.country):
            return ABROAD
        # A port or crossing may be named after a town far off; a street or quarter is in the town the report tells of.
        namesake = cue is not None and mention.kind == "area" and place.kind != "area"
        namesake = namesake or (mention.kind == "site" and place.kind != "site" and place.layer.startswith("user"))
        local = (namesake or cue in LOCAL_CUES or cue in QUARTERS) and not self.candidates.one_town(mention, cue, place)
        if container is None and (
            (local and self._far(k, best, _LOCAL)) or (mention.why == WEAK and self._far(k, best, _REGION))
        ):
            return FAR
        return None

    def _far(self, k: int, candidate: Candidate, reach: float) -> bool:
        """Whether a candidate lies further than `reach` km from every sure place around, and in another admin 1 than all."""
        point, admin1 = candidate.point, candidate.place.admin1
        if reach > _LOCAL and any(a.candidate.place.admin1 == admin1 for a in self.context.neighbours(k)):
            return False
        others = self._around(k, candidate, reach)
        near = [kilometres(point, other) for other in others if other is not None] if point else []
        # Of a street or point that only has the name of some hamlet nothing says that it is there.
        hamlet = self.mentions[k].kind == "site" and candidate.place.kind != "site" and candidate.place.layer.startswith("user")
        return min(near) > reach if near else hamlet

    def _around(self, k: int, candidate: Candidate, reach: float) -> list[tuple[float, float] | None]:
        """The points of the sure places that say where a mention is: for a quarter those of its sentence, if it has any."""
        sentence = self.words.sentence[self.mentions[k].first]
        near = [a for a in self.context.neighbours(k) if a.candidate.place is not candidate.place]
        if reach == _LOCAL and self.mentions[k].cue in QUARTERS and (candidate.place.radius_km or _WIDE) <= _CLOSE:
            near = [a for a in near if a.sentence == sentence and a.candidate.place.kind != "governorate"] or near
        return [a.candidate.point for a in near]

    # -- the shapes of an answer ------------------------------------------------------------------------------------

    def _resolved(self, mention: PlaceMention, place: Place, count: int, why: str) -> ResolvedPlace:
        if mention.cue is None and mention.kind != place.kind:
            mention = replace(mention, kind=place.kind)
        radius = place.radius_km
        if mention.why.startswith(("surroundings", "site in", "road to")) or (mention.kind == "site" and place.kind != "site"):
            radius = max(radius or 0.0, 5.0)
            why = f"{mention.why}: {why}"
        distance = distance_before(self.words, mention.first)
        if distance is not None:
            # "40 km from X" without a side: anywhere on the circle.
            radius = max(radius or 0.0, distance)
            why = f"{distance:g} km from it: {why}"
        seat = self._seat_of(place) if place.kind == "governorate" else None
        if seat is not None and seat.latitude is not None and seat.longitude is not None:
            # As conflict data sets do: an act known only by its governorate is put at the capital, with the wide radius.
            return record(mention, place, (seat.latitude, seat.longitude), radius, count, f"{why}, at its capital")
        return record(mention, place, (place.latitude, place.longitude), radius, count, why)

    def _seat_of(self, governorate: Place) -> Place | None:
        """The town that bears the governorate's name."""
        same = self.candidates.named(gazetteer.key_of(governorate.name_ar), None, "settlement")
        return next((c.place for c in same if c.place.kind == "settlement" and c.place.admin1 == governorate.admin1), None)

    @staticmethod
    def _told_whole(mention: PlaceMention, place: Place) -> bool:
        """Whether the gazetteer has the composed area itself: ريف إدلب الجنوبي، ريف دمشق."""
        return place.kind != "settlement" and mention.key.startswith("ريف ") and mention.kind == place.kind

    def _part(self, k: int, base: Place, count: int, why: str) -> ResolvedPlace:
        """A side or the countryside of a place: of the governorate that a capital names, unless the text says the town."""
        mention = self.mentions[k]
        whole = None if of_town(self.words, mention) else self._governorate_of(base)
        return part(self.words, mention, base, whole, count, why)

    def _governorate_of(self, base: Place) -> Place | None:
        """The governorate that a capital gives its name: شرقي دير الزور and ريف إدلب are parts of it."""
        if base.kind == "governorate":
            return base
        same = self.candidates.named(gazetteer.key_of(base.name_ar), None, "governorate")
        return next((c.place for c in same if c.place.kind == "governorate" and c.place.admin1 == base.admin1), None)

    def _road(self, k: int) -> ResolvedPlace:
        """Between its two ends, as wide as half its length."""
        mention = self.mentions[k]
        inside = self.context.containers[k]
        if inside is not None and self.mentions[inside].kind == "settlement":
            return self._named_only(k, 1, "a point on the road")
        ends = []
        for key in mention.key.split(" - "):
            best, _, _ = self._best(k, replace(mention, key=key, cue=None, kind="settlement"))
            if best is not None and best.point is not None:
                ends.append(best)
        if len(ends) < 2:
            return self._named_only(k, len(ends), "an end of the road is not known")
        return road(mention, ends[0], ends[1])

    def _back_reference(self, k: int) -> ResolvedPlace:
        """مدخل المدينة: the town that the report named last."""
        mention = self.mentions[k]
        cue = mention.key.removeprefix("ال")
        nearest = range(k - 1, max(-1, k - 12), -1)
        # "the city" is what was called a city, before it is what was named last.
        for j in [*(j for j in nearest if self.mentions[j].cue == cue), *nearest]:
            other = self.mentions[j]
            kinds = ("governorate",) if cue == _GOVERNORATE else ("settlement", "area")
            if (other.kind not in kinds and other.cue != cue) or other.why.startswith(("side of", "countryside", "part of")):
                continue
            before = self.done.get(j) or self.one(j)
            if before.latitude is not None:
                why = f"in {before.name}, named before"
                return replace(before, mention=mention, precision_km=max(5.0, before.precision_km or 0.0), candidates=1, why=why)
        return self._named_only(k, 0, "points back to no town")

    def _named_only(self, k: int, count: int, why: str) -> ResolvedPlace:
        """No place found: the name stays, with the admin of its container or of the sure places around it."""
        mention = self.mentions[k]
        container = self._container(k)
        name = surface(self.words, mention)
        told = self._told_by_distance(k)
        if told is not None:
            why = f"{told.why}, told of it in brackets: {why}"
            return replace(told, mention=mention, id=None, name=None, name_ar=name, candidates=count, why=why)
        if container is not None:
            reach = _BESIDE if mention.cue in IN_TOWNS and container.mention.why == "side of a place" else _CLOSE
            close = container.mention.kind == "settlement" or (container.precision_km or 99.0) <= reach
            inside = close and mention.kind in ("site", "area") and container.latitude is not None
            return ResolvedPlace(
                mention, None, None, name, container.admin1, container.admin2, container.country,
                container.latitude if inside else None, container.longitude if inside else None,
                max(5.0, container.precision_km or 0.0) if inside else None, count,
                f"in {container.name or container.name_ar}: {why}",
            )  # fmt: skip
        town = self._town_of(k)
        if town is not None:
            town = replace(town, mention=mention, id=None, name=None, name_ar=name, candidates=count)
            return replace(town, precision_km=max(10.0, town.precision_km or 0.0), why=f"in the sentence with {town.name}: {why}")
        sentence = self.words.sentence[mention.first]
        around = self.context.neighbours(k)
        near = [a for a in around if a.sentence == sentence] or around
        places = {(a.candidate.place.admin1, a.candidate.place.country) for a in near}
        countries = {country for _, country in places}
        admin1 = next(iter(places))[0] if len(places) == 1 else None
        country = next(iter(countries)) if len(countries) == 1 else self.context.country
        return ResolvedPlace(mention, None, None, name, admin1, None, country, None, None, None, count, why)

    def _told_by_distance(self, k: int) -> ResolvedPlace | None:
        """حي الأمين (5 كم شمال بعقوبة): the distance and side behind a name are where it lies."""
        if k + 1 >= len(self.mentions):
            return None
        m, n = self.mentions[k], self.mentions[k + 1]
        gap = self.words.norm[m.last : n.first]
        if "(" not in gap[:_BRACKET] or n.why != "side of a place" or distance_before(self.words, n.first) is None:
            return None
        if self.words.sentence[m.first] != self.words.sentence[n.first] or n.first - m.last > _DISTANCE_WORDS:
            return None
        return self.done.get(k + 1) or self.one(k + 1)

    def _town_of(self, k: int) -> ResolvedPlace | None:
        """The one town of the sentence, for a site or quarter that no gazetteer has; none if there are two."""
        mention = self.mentions[k]
        if mention.cue is None or mention.cue.split(" ")[0] not in LOCAL_CUES:
            return None
        sentence = self.words.sentence[mention.first]
        found: dict[str | None, ResolvedPlace] = {}
        for j in range(max(0, k - 4), min(len(self.mentions), k + 5)):
            other = self.mentions[j]
            if j == k or self.words.sentence[other.first] != sentence or other.kind != "settlement":
                continue
            done = self.done.get(j) or self.one(j)
            if done.latitude is not None:
                found[done.id] = done
        return next(iter(found.values())) if len(found) == 1 else None


def located(words: Words, found: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
    """The places without the words that are names elsewhere and words here: those of only a large gazetteer, where none of its
    places fits, and bare names of other countries (القنابل الحارقة والغازية), unless a preposition of place stands before."""
    cues = placewords.load().cues

    def word(place: ResolvedPlace) -> bool:
        mention = place.mention
        if mention.why == NAMED_BEFORE:
            return place.latitude is None
        if place.id is not None or mention.why not in (WEAK, BARE):
            return False
        before = words.norm[mention.first - 1] if mention.first else ""
        due = mention.prefix.endswith("ب") or (not mention.prefix and before in cues)
        return mention.why == WEAK or mention.key == CAPITAL or (place.why == ABROAD and not due)

    return [p for p in found if not word(p)]


@Language.component(
    "rasad_georesolve", requires=["doc._.words", "doc._.place_mentions", "doc._.home"], assigns=["doc._.places", "doc._.country"]
)
def component(doc: Doc) -> Doc:
    """Fills `doc._.places` and `doc._.country`."""
    _ = doc._
    found, _.country = resolve(_.words, _.place_mentions, _.home)
    _.places = located(_.words, found)
    return doc
