"""What the report as a whole says of where it is: its country, and the places that are sure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from rasad.analyse.geo_candidates import IN_TOWNS, Candidate, Candidates
from rasad.lexicon import actors, speakers
from rasad.lexicon.placeform import kilometres
from rasad.lexicon.placewords import PlaceWords
from rasad.model.fixed import fixed
from rasad.model.mentions import PlaceMention
from rasad.model.words import Words

#: The countries the product is made for; others are named as parties more often than as scenes.
HOME: Final = frozenset({"SY", "IQ", "YE", "LB", "PS", "SD", "LY"})
#: A place is sure when the next candidate stands so far behind.
MARGIN: Final = 1.2
#: So many sure places before and after a mention are asked: enough, and the cost stays linear in the text.
NEIGHBOURS: Final = 5
_GAP: Final = frozenset(
    {"في", "من", "،", ",", "(", ")", "-", "–", "”", "“", '"', "»", "«", "ضمن", "قرب", "الي", "علي", "وسط", "بوسط", "داخل", "ريف"}
    | {"التابعه", "التابع", "الواقعه", "الواقع", "الخاضعه", "الحدوديه", "القريبه", "القريب", "الموجود", "الموجوده", "بالقرب"}
    | {"غير", "بعيد", "عن", "جانب", "السكني", "السكنيه", "الشعبي", "التجاري"}
)
_NEAR: Final = frozenset({"قرب", "بالقرب", "القريبه", "القريب"})
QUARTERS: Final = frozenset({"حي", "محله", "حاره", "احياء", "حيي", "ضاحيه", "منطقه", "منقطه", "مربع", "مناطق"})
#: What every town has one of: its name says little without the town.
LOCAL_CUES: Final = frozenset(
    {"حي", "محله", "حاره", "حيي", "ضاحيه", "شارع", "جسر", "ساحه", "دوار", "جامع", "مسجد", "مشفي", "مستشفي", "سوق", "مدرسه"}
    | {"حديقه", "ميدان", "مفرق", "فندق", "كنيسه", "مقبره", "ملعب", "كراج", "محطه", "كليه", "جامعه", "مبني", "تقاطع", "مجمع"}
    | {"مقر", "سكه", "معمل", "مصنع", "كورنيش", "مزرعه", "نقطه"}
)
_RANKS: Final = {"site": 0.0, "settlement": 1.0, "area": 2.0, "governorate": 3.0, "country": 4.0}


@fixed
class Anchor:
    """A sure place at a mention."""

    mention: int
    sentence: int
    candidate: Candidate


#: The vote of a medium that the report names (بحسب شفق نيوز): what a name says that two countries have.
_MEDIUM: Final = 0.5
#: The vote of the one that published the report.
_PUBLISHER: Final = 1.5
_HEAD_MARKS: Final = frozenset({":", "::", "|", "||", "-", "–", "/"})
_SHARED: Final = frozenset({"IL", "PS"})
_mention_of = attrgetter("mention")


class Context:
    """The report's country, its sure places, and which mention contains which."""

    def __init__(
        self, words: Words, mentions: Sequence[PlaceMention], candidates: Candidates, lists: PlaceWords, home: str | None
    ) -> None:
        self.words = words
        self.mentions = mentions
        self.candidates = candidates
        self.country, self.votes = self._country(lists, home)
        #: mentions that are only said to be near what follows them
        self.near: set[int] = set()
        self.containers = self._containers()
        self.anchors = self._anchors()
        self._neighbours: dict[int, list[Anchor]] = {}

    def _country(self, lists: PlaceWords, home: str | None) -> tuple[str | None, defaultdict[str, float]]:
        """The country most of the report's names are in; its peoples' adjectives and the outlet's country count a little."""
        votes: defaultdict[str, float] = defaultdict(float)
        if home:
            votes[home] += _PUBLISHER
        peoples = Counter(country for country in map(lists.peoples.get, self.words.norm) if country is not None)
        for country, count in peoples.items():
            votes[country] += min(2.0, 0.3 * count) * _weight(country)
        for country, weight in self._sides().items():
            votes[country] += min(1.0, weight)
        media = speakers.media_at_home(self.words)
        for country in {country for _, _, country in media}:
            # شبكة X: قصف على …: who heads a post has published it
            headed = not home and any(c == country and self._heads(first, last) for first, last, c in media)
            votes[country] += _PUBLISHER if headed else _MEDIUM
        for mention in self.mentions:
            # A bridge or a quarter is no witness for the country of the village that has its name.
            found = [c for c in self.candidates.of(mention) if c.fit >= 0]
            if mention.cue in IN_TOWNS:
                found = [c for c in found if c.place.kind != "settlement"]
            if mention.kind == "site" and mention.cue in LOCAL_CUES:
                found = [c for c in found if c.place.kind == "site"]
            if not found:
                continue
            best: dict[str, float] = {}
            for c in found:
                if c.weight > best.get(c.place.country, 0.0):
                    best[c.place.country] = c.weight
            total = sum(best.values())
            for country, weight in best.items():
                # A name that one country alone has says much, one that five have says little, and a hamlet's less.
                votes[country] += _weight(country) * (weight / total) ** 2 * min(1.0, weight)
        if not votes:
            return None, votes
        return max(votes.items(), key=lambda item: (item[1], item[0]))[0], votes

    def _heads(self, first: int, last: int) -> bool:
        """Whether a medium's name, with a mark behind it, is the first thing that the text says."""
        marked = self.words.norm[last : last + 1] and self.words.norm[last] in _HEAD_MARKS
        return bool(marked) and all(kind == "punct" for kind in self.words.kind[:first])

    def _sides(self) -> dict[str, float]:
        """What the sides say that only one of the product's countries has (المجلس الرئاسي and حكومة الوحدة: Libya); a name that
        is only told of at home (شرطة المحافظة) says half as much."""
        said: defaultdict[str, float] = defaultdict(float)
        for match in actors.load().names.matches(self.words).values():
            countries = {name.actor.country for name in match.payloads}
            if len(countries) == 1 and countries <= HOME:
                said[countries.pop()] += 0.2 if any(name.scope == "any" for name in match.payloads) else 0.1
        return said

    def outvoted(self, country: str) -> bool:
        """Whether the report's names speak against a country: its own has twice the votes and nearly one sure name."""
        own = self.votes[self.country or ""]
        return own >= 0.8 and own >= 2 * self.votes[country]

    def _containers(self) -> list[int | None]:
        """For each mention the one that the text says it is in (X بريف Y), through lists (A وB وC بريف Y)."""
        found: list[int | None] = [None] * len(self.mentions)
        for k in range(len(self.mentions) - 2, -1, -1):
            m, n = self.mentions[k], self.mentions[k + 1]
            if self.words.sentence[m.first] != self.words.sentence[n.first] or n.first - m.last > 4:
                continue
            gap = self.words.norm[m.last : n.first]
            way = gap == ["الي"] and self.words.norm[m.first - 1 : m.first] == ["من"]  # من X إلى مديرية Y
            if way or any(word not in _GAP for word in gap):
                continue
            if rank(n) > rank(m) and not n.prefix.startswith("و") and not (set(gap) == {"،"} and self._beside(m, n)):
                found[k] = k + 1
                if not _NEAR.isdisjoint(gap):
                    self.near.add(k)
            elif rank(m) <= rank(n) and ((n.prefix.startswith("و") and not gap) or set(gap) <= {"،", ","}):
                found[k] = found[k + 1]  # X بريف الرقة، ومنطقة Y بريف الحسكة: the wider one is in no list with the narrower
        return found

    def _beside(self, m: PlaceMention, n: PlaceMention) -> bool:
        """عدن، شبوة، أبين: a list, not a town and its governorate: no place of the name lies there, but elsewhere."""
        inside = {c.place.admin1 for c in self.candidates.of(n) if c.place.kind == "governorate"}
        found = {c.place.admin1 for c in self.candidates.of(m)}
        return n.kind == "governorate" and bool(found) and not found & inside

    def _anchors(self) -> list[Anchor]:
        found: list[Anchor] = []
        for k, mention in enumerate(self.mentions):
            candidates = sorted(self.candidates.of(mention), key=lambda c: -self.prior(c))
            if not candidates or candidates[0].fit < 0:
                continue
            sure = len(candidates) == 1 or self.prior(candidates[0]) - self.prior(candidates[1]) >= MARGIN
            sure = sure or len({(c.place.country, c.place.admin1) for c in candidates if c.prior > 0}) == 1
            if sure and candidates[0].place.kind != "country":
                found.append(Anchor(k, self.words.sentence[mention.first], candidates[0]))
        return found

    def prior(self, candidate: Candidate) -> float:
        """A candidate's prior with the report's country counted in."""
        country = candidate.place.country
        if self.country is None:
            return candidate.prior
        return candidate.prior + (2.5 if akin(country, self.country) else 0.6 if self.votes[country] >= 1 else 0.0)

    def neighbours(self, k: int) -> list[Anchor]:
        """The sure places nearest to mention k in the text, itself left out."""
        found = self._neighbours.get(k)
        if found is None:
            low = bisect_left(self.anchors, k, key=_mention_of)
            after = [a for a in self.anchors[low : low + NEIGHBOURS + 1] if a.mention != k][:NEIGHBOURS]
            found = self._neighbours[k] = self.anchors[max(0, low - NEIGHBOURS) : low] + after
        return found

    def nearness(self, k: int, candidate: Candidate) -> float:
        """How well a candidate goes with the sure places around mention k: 0 to 5."""
        sentence = self.words.sentence[self.mentions[k].first]
        point = candidate.point
        total = 0.0
        for anchor in self.neighbours(k):
            weight = 1.0 if anchor.sentence == sentence else 0.7
            other = anchor.candidate
            if not akin(other.place.country, candidate.place.country):
                continue
            if other.place.admin1 and other.place.admin1 == candidate.place.admin1:
                total += 1.0 * weight
            if point is not None and other.point is not None:
                reach = max(30.0, other.place.radius_km or 0.0)
                total += 1.5 * weight / (1 + kilometres(point, other.point) / reach)
        return min(5.0, total)


def rank(mention: PlaceMention) -> float:
    """How large a mention is: a place lies in one of a higher rank."""
    if mention.kind == "area" and mention.cue in QUARTERS:
        return 0.5
    return _RANKS[mention.kind]


def akin(a: str, b: str) -> bool:
    """Whether two country codes may stand for one place: gazetteers give parts of Palestine to IL or to PS."""
    return a == b or (a in _SHARED and b in _SHARED)


def _weight(country: str) -> float:
    return 1.0 if country in HOME else 0.4
