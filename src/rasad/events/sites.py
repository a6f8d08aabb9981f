"""Sites that have no name: the prison, his house, a market (CODEBOOK 6: the most specific place first).

Nothing but the town they stand in says where they are, so they are read last, when an act has its places, and take the
point of its town. They are no names: what tells two acts apart or makes one of two asks for names alone.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rasad.events import story
from rasad.events.draft import Draft
from rasad.events.persons import PERSONS
from rasad.events.within import within
from rasad.lexicon import placewords, wordclass
from rasad.lexicon.clitics import among, analyses
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.lexicon.placeform import kilometres
from rasad.model.mentions import ActorMention, PlaceMention, ResolvedPlace, TriggerMention
from rasad.model.reading import Reading
from rasad.model.words import Words

_SITES: Final = wordclass.words("site_noun")
#: Homes are where people are hit and taken; what falls on them falls on the town.
_HOMES: Final = wordclass.words("home_noun")
_ROADS: Final = wordclass.words("road_noun")
#: Bodies whose name in "in the ministry" says who speaks or where the hurt lie: a scene only by a stricter preposition.
_BODIES: Final = wordclass.words("body_noun")
_AT: Final = wordclass.words("site_preposition")
_BESIDE: Final = wordclass.words("beside_preposition")
_NEAR: Final = wordclass.words("near_word")
_ONE_OF: Final = wordclass.words("one_of_several")
_POSSESSIVE: Final = ("ه", "ها", "هم")
#: Acts whose object is a site: استهدف سوقا، اقتحموا السجن.
_STRIKES: Final = wordclass.words("strikes_site")
_RELATIVES: Final = wordclass.words("relative")
_TAKEN: Final = frozenset({"Arrests", "Abduction/forced disappearance"})
#: Endings of adjectives behind an indefinite noun: سوقا شعبيا، نقطة عسكرية.
_ADJECTIVE: Final = ("ي", "يه", "يا")
#: Most words of such a mention, and most of them in one act.
_LONGEST: Final = 3
_MOST: Final = 2
#: A town, quarter or named site good to so many km says where a site in it is.
_CLOSE: Final = 12.0
_QUARTER: Final = 6.0
#: Words between a site and the town behind it; otherwise the act's places must lie within _CLOSE of each other.
_REACH: Final = 3


class _Noun(NamedTuple):
    """A word that names a kind of site: its index, what is fused before it, and the noun."""

    first: int
    prefix: str
    noun: str


def add(drafts: Iterable[Draft], reading: Reading) -> None:
    """Put the nameless sites of an act's clauses before its places."""
    taken = {i for p in reading.places for i in range(p.mention.first, p.mention.last)}
    actors = {i for a in reading.actors if not _names_its_seat(a) for i in range(a.first, a.last)}
    taken |= {i for x in reading.attributions for s in x.sources for i in range(s.first, s.last)}
    nouns = _nouns(reading.words, taken)
    for draft in drafts if nouns else ():
        if draft.event_type in story.PLACELESS:
            continue
        told = (draft.part or draft.clause, *draft.tellings)
        found = [site for clause in told for site in _sites(draft, clause, reading, (taken, actors), nouns)]
        sites = [_placed(site, draft.places, reading) for site in found[:_MOST]]
        if sites:
            draft.places = [*sites, *draft.places]
            draft.notes.append("place: a site without a name, in the town the act is told of")


def _names_its_seat(actor: ActorMention) -> bool:
    """مبنى هيئة التربية: a civil body that no list knows, right behind the noun of its seat."""
    return actor.id is None and actor.actor_class == "political" and actor.group is None and not actor.prefix


def _nouns(words: Words, taken: set[int]) -> list[_Noun]:
    """The words of the report that name a kind of site, in order."""
    found: list[_Noun] = []
    for i in _KINDS.where(words.norm):
        named = _KINDS[words.norm[i]]
        if named is not None and words.kind[i] == "word" and i not in taken:
            found.append(_Noun(i, *named))
    return found


def _sites(
    draft: Draft, clause: tuple[int, int], reading: Reading, held: tuple[set[int], set[int]], nouns: Sequence[_Noun]
) -> list[PlaceMention]:
    words = reading.words
    found: dict[str, PlaceMention] = {}
    for i, prefix, noun in within(nouns, *clause):
        # المركز is the centre told before.
        if noun not in found and _is_scene(draft, i, (prefix, noun), reading, clause[0], body=i in held[1]):
            last = _end(i, clause[1], reading, held[0] if i in held[1] else held[0] | held[1])
            key = " ".join(words.norm[i:last])
            found[noun] = PlaceMention(i, last, prefix, "site", key, None, "site without a name")
    return list(found.values())


@lru_cache(maxsize=100_000)
def _kind(norm: str) -> tuple[str, str] | None:
    """(what is fused before it, noun) of a word that names a kind of site."""
    generic = placewords.load()["generic"]
    cuts = [(p, stem) for p, stem in analyses(norm) if p in ("", "ب", "و", "وب") and stem not in generic]
    return next(((p, noun) for p, stem in cuts for noun in (_noun(stem),) if noun), None)


_KINDS: Final = PerWord(_kind)


def _noun(stem: str) -> str | None:
    """The noun of a word: السجن، سجنا، عيادته → سجن، عياده."""
    bare = stem.removeprefix("ال")
    if bare in _SITES:
        return bare
    for ending in ("ا", *_POSSESSIVE) if bare == stem else ():
        noun = bare.removesuffix(ending)
        if noun != bare and noun in _SITES:
            return noun
        if ending != "ا" and noun != bare and noun.endswith("ت") and f"{noun[:-1]}ه" in _SITES:
            return f"{noun[:-1]}ه"
    return None


def _is_scene(draft: Draft, i: int, named: tuple[str, str], reading: Reading, first: int, *, body: bool) -> bool:
    """Whether the act happens at the site at word i: a preposition of place, or the act strikes it. What is a participant too
    (`body`) is a site only where the act is beside it (وقفة أمام مكتب المنظمة)."""
    norm, (prefix, noun) = reading.words.norm, named
    triggers = [draft.trigger, *draft.merged]
    if noun in _ROADS and any(t.last - 1 == i and norm[i + 1 : i + 2] and norm[i + 1].startswith("ال") for t in triggers):
        return True  # قطع الطريق الدولي
    inside = [t for t in triggers if t.first <= i < t.last]
    if inside:  # أحرقوا مكتب الحزب: the object is a word of the act
        anew = noun not in _ROADS | _HOMES and not norm[i].startswith("ال")  # أغلقت المعبر: told before
        return anew and any(t.pos == "verb" and t.first < i == t.last - 1 for t in inside)
    at = i - 1
    while at >= first and (norm[at] in _ONE_OF or reading.words.kind[at] not in ("word", "number")):
        at -= 1
    before = norm[at].removeprefix("و") if at >= first else ""
    if before == "علي" and noun in _BODIES and draft.event_type == "ASSAULT":
        return True  # هجوم على القنصلية
    if before in _BESIDE or body:
        return before in _BESIDE
    if before == "من" and at > first and norm[at - 1].removeprefix("ب").removeprefix("ال") in _NEAR:
        return True
    if any(fold(t.lemma) in _STRIKES and _object_of(t, i, draft) for t in triggers):
        return noun not in _HOMES
    if noun in _BODIES:
        return False
    if before == "علي":
        return noun not in _HOMES
    if noun in _ROADS:
        return False
    if before == "من":
        owned = noun not in norm[i].removeprefix("ب") or norm[i].endswith(_POSSESSIVE)
        return draft.event_type == "RETREAT" or (draft.sub_event in _TAKEN and owned)
    return "ب" in prefix or (at >= first and among(norm[at], _AT))


def _object_of(trigger: TriggerMention, i: int, draft: Draft) -> bool:
    """Whether word i stands behind the trigger, or behind its subject."""
    subject = {k for actor, _ in draft.actors for k in range(actor.first, actor.last)}
    return trigger.last <= i and all(k in subject for k in range(trigger.last, i))


def _end(i: int, limit: int, reading: Reading, taken: set[int]) -> int:
    """The end of the site's words: its adjectives, and the noun it belongs to (حاجز الجيش)."""
    norm, kind = reading.words.norm, reading.words.kind
    definite = norm[i].lstrip("وب").startswith("ال")
    last = i + 1
    while last < min(limit, i + _LONGEST) and kind[last] == "word" and last not in taken:
        word = norm[last]
        fits = word.startswith("ال") and len(word) > 3
        if not fits and (definite or not word.endswith(_ADJECTIVE) or len(word) < 4 or word.startswith(("و", "ب", "ل"))):
            break
        if word in _RELATIVES or PERSONS[word] == "civilians":
            break  # احتجز الحاجز الشبان: whom it holds
        last += 1
    return last


def _placed(site: PlaceMention, places: Sequence[ResolvedPlace], reading: Reading) -> ResolvedPlace:
    """The site at the point of the town the act has, if it has one."""
    close = [p for p in places if p.latitude is not None and p.mention.kind in ("settlement", "site", "area")]
    close = [p for p in close if (p.precision_km or 0.0) <= (_QUARTER if p.mention.kind == "area" else _CLOSE)]
    behind = [p for p in close if 0 <= p.mention.first - site.last <= _REACH and _holds(p.mention, reading)]
    town = (behind or (close if _together(close) else []))[:1]
    name = reading.words.quote(site.first, site.last).removeprefix(site.prefix)
    if town:
        t = town[0]
        radius = max(5.0, t.precision_km or 0.0)
        why = f"in {t.name or t.name_ar}, by what the act is told of"
        return ResolvedPlace(site, None, None, name, t.admin1, t.admin2, t.country, t.latitude, t.longitude, radius, 0, why)
    around = places[0] if places else None
    admin1, country = (around.admin1, around.country) if around else (None, None)
    return ResolvedPlace(site, None, None, name, admin1, None, country, None, None, None, 0, "a site without a name or a town")


def _holds(place: PlaceMention, reading: Reading) -> bool:
    """Whether what stands before a place says that something is in it: عيادته في بلدة X، المشفى بمدينة X."""
    return "ب" in place.prefix or reading.words.norm[place.first - 1] in _AT


def _together(places: Sequence[ResolvedPlace]) -> bool:
    points = [(p.latitude, p.longitude) for p in places if p.latitude is not None and p.longitude is not None]
    return all(kilometres(points[0], other) <= _CLOSE for other in points[1:])
