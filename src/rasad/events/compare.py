"""Whether two acts have the same places, sides and tolls, as far as the report and the gazetteer tell."""

from typing import Final

from rasad.events.draft import Draft
from rasad.lexicon.actors import belongs_to
from rasad.lexicon.folding import fold
from rasad.lexicon.placeform import kilometres
from rasad.model.mentions import ActorMention, CasualtyMention, ResolvedPlace
from rasad.model.words import Words

#: About 10 km, the distance at which two places count as one.
_NEAR_DEGREES: Final = 0.1
#: The largest radius (km) of a quarter or a town, not of its side or a region, and how far beyond it another place
#: still belongs to it.
_QUARTER: Final = 6.0
_ASIDE: Final = 3.0
#: The least radius (km) of a region, which may lie in two provinces.
_REGION: Final = 30.0
#: Sentences behind an act among which its victim is told of with the article.
_SOON: Final = 2
_CAMPS: Final = frozenset({"مخيم", "مخيمات"})
_OPPOSED: Final = {frozenset({"state_forces"}), frozenset({"rebel"})}


def places_differ(a: Draft, b: Draft, own: tuple[str, ...] = ("clause",)) -> bool:
    """Whether both name places of their own and none of the one fits one of the other."""
    if a.place_from not in own or b.place_from not in own:
        return False
    exact_a, exact_b = (_exact(d) for d in (a, b))
    if exact_a and exact_b:
        # Two towns of one province are two places, though "north of Daraa" fits both.
        return not any(fits(p, q) for p in exact_a for q in exact_b)
    return not any(fits(p, q) for p in a.places for q in b.places)


def _exact(draft: Draft) -> list[ResolvedPlace]:
    """The sites and settlements of an act; ساحة البلدية في X, which no gazetteer has, says no more than its town."""
    found = [p for p in draft.places if p.mention.kind in ("site", "settlement")]
    in_town = any(_inhabited(p) for p in found)
    return [p for p in found if not in_town or p.id is not None or p.mention.kind == "settlement"]


def fits(p: ResolvedPlace, q: ResolvedPlace) -> bool:
    """The same place, near it, or one inside the other as far as the gazetteer tells."""
    if same_place(p, q):
        return True
    if p.mention.key in q.mention.key or q.mention.key in p.mention.key:
        return True
    if _inhabited(p) and _inhabited(q):
        return False  # neighbouring towns that the report names apart are two places
    if "settlement" in (p.mention.kind, q.mention.kind) and any(x.mention.kind == "site" and x.latitude is None for x in (p, q)):
        return True  # a street or a school that no gazetteer has lies in the town the report tells of
    if any(" - " in x.mention.key for x in (p, q)) and any(x.mention.kind == "site" and x.latitude is None for x in (p, q)):
        return True  # and on the road between two towns
    if _point(p) and _point(q):
        # حي النصر، مواصي خان يونس: two quarters, or a quarter and a town that it is not in
        away = kilometres((p.latitude or 0.0, p.longitude or 0.0), (q.latitude or 0.0, q.longitude or 0.0))
        return away <= max(p.precision_km or 0.0, q.precision_km or 0.0) + _ASIDE
    wide = {"area", "governorate", "country"}
    if p.mention.kind in wide or q.mention.kind in wide:
        if "country" in (p.mention.kind, q.mention.kind):
            return p.country is None or q.country is None or p.country == q.country
        inside = p.admin1 is None or q.admin1 is None or p.admin1 == q.admin1
        return inside or _covers(p, q) or _covers(q, p)  # جنوب لبنان, and a town of it in another province
    if p.latitude is None or q.latitude is None or p.longitude is None or q.longitude is None:
        return False
    return abs(p.latitude - q.latitude) < _NEAR_DEGREES and abs(p.longitude - q.longitude) < _NEAR_DEGREES


def _inhabited(place: ResolvedPlace) -> bool:
    """A town, or a camp where people live, that the gazetteer has."""
    return place.id is not None and (place.mention.kind == "settlement" or place.mention.cue in _CAMPS)


def _point(place: ResolvedPlace) -> bool:
    """A town or a quarter of one, of which the gazetteer knows where it is."""
    known = place.id is not None and place.latitude is not None and place.longitude is not None
    return known and place.mention.kind in ("area", "settlement") and (place.precision_km or _QUARTER + 1) <= _QUARTER


def _covers(region: ResolvedPlace, place: ResolvedPlace) -> bool:
    """Whether a place lies within the radius of a region."""
    if region.mention.kind != "area" or (region.precision_km or 0.0) < _REGION or None in (region.latitude, place.latitude):
        return False
    here = (region.latitude or 0.0, region.longitude or 0.0)
    return kilometres(here, (place.latitude or 0.0, place.longitude or 0.0)) <= (region.precision_km or 0.0)


def same_place(p: ResolvedPlace, q: ResolvedPlace) -> bool:
    """One by its words or by the gazetteer."""
    return p.mention.key == q.mention.key or (p.id is not None and p.id == q.id)


def sides_differ(a: Draft, b: Draft, role: str) -> bool:
    """Whether both name known sides in a role, and none that the other names or that is a part of it (مدفعية النظام)."""
    every = [d.of_role(role) for d in (a, b)]  # type: ignore[arg-type]
    x, y = ([m for m in sides if m.id] for sides in every)
    if role == "source" and a.event_type == "ASSAULT" and not (x and y) and all(every):
        # سلاح الجو and المقاتلون المعارضون: a state's forces and rebels of no known name
        return {frozenset(m.actor_class for m in sides) for sides in every} == _OPPOSED
    return bool(x and y) and not any(_one_side(p, q) for p in x for q in y)


def _one_side(p: ActorMention, q: ActorMention) -> bool:
    """One by what tells sides apart, or one a part of the other."""
    if p.side == q.side:
        return True
    return p.id is not None and q.id is not None and p.id != q.id and (p.id in belongs_to(q.id) or q.id in belongs_to(p.id))


def named_again(a: Draft, b: Draft, words: Words) -> bool:
    """اعتقلت خمسة قياديين, then نصبت كميناً للقياديين: with the article those who were told of."""
    told = {words.norm[m.first].lstrip("و") for m in a.of_role("target")}
    return any(s in told for m in b.of_role("target") for p, s in words.analyses[m.first] if p.endswith(("ال", "لل")))


def same_victim(a: Draft, b: Draft, words: Words) -> bool:
    """استشهد شاب في نابلس, then استشهاد الشاب مالك … في نابلس: the one killed there, now by name. قُتل خمسة أطفال, then الأطفال
    قُتلوا في قرية كذا: those killed, not counted anew."""
    if not named_again(a, b, words) or a.place_from != "clause" or places_differ(a, b):
        return False
    first, again = ([c.best for c in d.casualties if c.kind == "killed" and not c.subset] for d in (a, b))
    return bool(first) and (first == again == [1] or (not again and b.trigger.voice == "passive"))


def same_person(a: Draft, b: Draft, words: Words) -> bool:
    """قتل مسلحون عقيداً, then أطلقوا النار على العقيد سالم العلي: the one who was hurt, with the article in the next sentences."""
    one = any(c.high == 1 and not c.subset for c in a.casualties)
    if not one or not 0 < b.sentence - a.sentence <= _SOON or any(c.high != 1 for c in b.casualties):
        return False
    told = {words.norm[m.first].lstrip("و").removesuffix("ا") for m in a.of_role("target")}
    told = {w for w in told if not w.startswith("ال")}
    again = (words.analyses[m.first] for m in b.of_role("target"))
    return any(s in told for found in again for p, s in found if p.endswith("ال")) and not places_differ(a, b)


def toll_parted(a: Draft, b: Draft) -> bool:
    """ستة بين قتيل وجريح, then one killed and five hurt: the second parts the total of the first."""
    total = {c.low for c in a.casualties if c.kind == "killed_or_injured" and c.low == c.high and not c.subset}
    parts = [c for c in b.casualties if c.kind in ("killed", "injured") and c.low == c.high and not c.subset]
    return {c.kind for c in parts} == {"killed", "injured"} and sum(c.low or 0 for c in parts) in total


def counts_alike(a: Draft, b: Draft) -> bool:
    """Both count two or more dead, or hurt, alike: the same act told by another."""
    x, y = ({(c.kind, c.low) for c in d.casualties if _counted(c) and (c.low or 0) > 1 and not c.subset} for d in (a, b))
    return bool(x & y)


def likeness(a: Draft, b: Draft) -> int:
    """How much two acts of one type, neither of which the other gainsays, are told alike: word, place, toll."""
    place = any(same_place(p, q) for p in a.places for q in b.places)
    words = {root(t.lemma) for t in (a.trigger, *a.merged)} & {root(t.lemma) for t in (b.trigger, *b.merged)}
    return bool(words) + place + counts_alike(a, b)


def _counted(claim: CasualtyMention) -> bool:
    """A number, exact or the least; "several" are two or more, too, but no number."""
    least = claim.high is None and claim.low is not None and (claim.low > 2 or claim.why.endswith("two, or more"))
    return least or claim.low == claim.high


def own(nearness: str) -> bool:
    """Whether a value stands in the act's own sentence."""
    return nearness in ("clause", "sentence")


def root(lemma: str) -> str:
    """The letters of a word but for those of its pattern: انفجر and انفجار, استهدف and استهداف."""
    return "".join(c for c in fold(lemma.split()[0]) if c not in "اويته")
