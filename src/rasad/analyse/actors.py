"""Finds participants: known actors by any of their names, role nouns with what belongs to them, adjectives of sides."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.actor_lookup import Lookup
from rasad.analyse.actor_reader import SONS, UNRESOLVED, Reader
from rasad.analyse.dateline import heads
from rasad.analyse.geo_context import QUARTERS
from rasad.analyse.last_names import with_last_names
from rasad.analyse.quoted_names import QUOTED, quoted_person
from rasad.analyse.sides_before import ARMED
from rasad.analyse.speakers_men import of_speaker
from rasad.analyse.wordtypes import OPENS_PARTICIPANT, OPENS_TIME
from rasad.lexicon import actors as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.actors import Actor
from rasad.lexicon.clitics import among
from rasad.model.mentions import ActorMention, ResolvedPlace, TriggerMention
from rasad.model.words import Words
from rasad.text.person_names import is_given, name_end

#: How many sides back a noun with the article may point.
_SIDES_KEPT = 12
#: هجوماً مسلحاً، كمين مسلح: of the act, not of a man.
_ARMED_ADJECTIVES: Final = wordclass.words("armed_adjective")
_QUOTES: Final = frozenset("\"“”«»'‘’")
_INTO: Final = wordclass.words("place_preposition")
#: عصيان مدني, مسيرة: of the protest, neither men nor drones.
_NOBODY: Final = ("مدني", "مسيره", "مسيرات")
#: طالب متظاهرون: they demand, no student.
_DEMANDS: Final = "طالب"
#: Groups of those who hold an office, words of rank and name, and from the office to the rank (في وزارة الداخلية).
_OFFICES: Final = frozenset({"leaders", "commanders"})
_RANK_AND_NAME: Final = 2
_OFFICE_WITHIN: Final = 4
#: الموالي: an adjective of a person, at most so many words of a place behind him.
_FOLLOWS: Final = wordclass.words("follows_somebody")
_PLACE_BETWEEN: Final = 2
_HEADS: Final = wordclass.words("head_of_a_body")
#: أبناء، أهالي, and how far behind whoever is one of them.
_PEOPLE: Final = wordclass.words("people_plural")
_DESCRIBED_WITHIN: Final = 3
#: أمن بغداد، بلدية بيروت: what is the town's, not the government's.
_OF_THE_TOWN: Final = wordclass.words("of_the_town")
#: القضاء is the district where the report tells of one (قضاء سنجار), else the judiciary.
_DISTRICT: Final = "قضاء"
_VISITING: Final = wordclass.words("visiting")


def find_actors(
    words: Words,
    published: date | None,
    country: str | None,
    triggers: Sequence[TriggerMention] = (),
    places: Sequence[ResolvedPlace] = (),
) -> list[ActorMention]:
    """Participants in the order of the text, none inside another.

    `published` picks the name that was right on that day; `country` (ISO 3166-1 alpha-2) lets names that every
    country has (الجيش، الحكومة) mean its own. A word that is a verb of an event (وطالب) is no person (طالب); a quoted
    name that is no place, outlet or side is taken for a private person.
    """
    verbs = {t.first for t in triggers if t.pos == "verb"}
    placed = {i for p in places for i in range(p.mention.first, p.mention.last)}
    names = {p.mention.first: p.mention.last for p in places if p.latitude is not None and p.mention.cue is None}
    reader = Reader(words, lexicon.load(), published, country, {t.first for t in triggers} | placed)
    taken = verbs | placed
    nobody_at = _Nobody(words, verbs, triggers, places)
    found: list[ActorMention] = []
    sides: list[Actor] = []
    last = 0
    for i in _openers(words):
        if i < last or words.kind[i] != "word" or words.sentences[words.sentence[i]].role == "furniture":
            continue
        mention = None if i in nobody_at else reader.at(i, sides) or (_quoted(words, i) if i not in placed else None)
        named = mention is not None and mention.why.startswith("role noun") and mention.last < names.get(i, 0)
        named = named or (mention is not None and i in nobody_at.in_names and mention.id is None and mention.group is not None)
        named = named or (mention is not None and mention.last <= nobody_at.quarters.get(i, 0))
        if mention is None or named or (mention.adjective and found and found[-1].last == i and not found[-1].adjective):
            continue  # عناصر الشرطة الاتحادية: theirs, برعاية سعودية أميركية: of two sides; في مسافر يطا, حارة البدو: a place
        if reader.last_named is not None and reader.last_named.id == mention.id and mention.actor_class in ARMED:
            sides = [*(s for s in sides[-_SIDES_KEPT:] if s.id != mention.id), reader.last_named]
        if _of_person(words, found, mention, verbs):
            last = mention.last
            continue
        if found and _said_of_them(words, found[-1], mention):
            last = mention.last  # متظاهرين غاضبين
            found[-1] = replace(found[-1], last=last)
            continue
        if mention.why == QUOTED and found and _announced(words, found[-1], i, reader.lookup):
            last = mention.last  # الشاب “سالم الحمد”: one person
            found[-1] = replace(found[-1], last=last)
            continue
        if mention.why == UNRESOLVED and of_speaker(words, i, verbs):
            mention = replace(mention, actor_class="state_forces", why="troops of the office that speaks")
        if mention.why != UNRESOLVED or reader.acts_alone(i):
            key = " ".join(words.norm[mention.first : mention.last]).removeprefix(mention.prefix)
            found.append(mention.keyed(key))
        last = mention.last
        second = _second_of_two(words, mention, taken) or _second_side(words, mention, reader.lookup)
        if second is not None:
            found.append(second)
            last = second.last
    return with_last_names(words, _whole(words, found, verbs), verbs, placed)


#: Said of a name that the gazetteer has with its cue (حارة البدو).
_WHOLE_NAME: Final = "gazetteer name with its cue"


class _Nobody:
    """The words of one report at which nobody is read, whatever the lists say: verbs, datelines, places that are gone to."""

    def __init__(
        self, words: Words, verbs: Container[int], triggers: Sequence[TriggerMention], places: Sequence[ResolvedPlace]
    ) -> None:
        self.words, self.verbs = words, verbs
        self.protests = {i for t in triggers if t.event_type == "PROTEST" for i in range(t.first, t.last)}
        nouns = [t for t in triggers if t.pos != "verb"]
        self.within_acts = {t.last for t in nouns} | {i for t in nouns for i in range(t.first + 1, t.last)}
        lands = ("country", "settlement", "governorate")
        self.countries = {p.mention.first: p.mention.prefix for p in places if p.mention.kind in lands}
        # أوامر من تركيا: behind a word of an order a country gives it
        ordered = [t.last for t in triggers if t.event_type == "REQUEST"]
        self.ordering = {k for last in ordered for k in (last, last + 1) if words.norm[k - 1 : k] == ["من"]}
        self.towns = {p.mention.first for p in places if p.mention.kind == "settlement" and p.latitude is not None}
        self.districts = {p.mention.cue for p in places}
        known = [p.mention for p in places if p.latitude is not None and p.mention.kind in ("settlement", "area")]
        self.in_names = {i for m in known for i in range(m.first + 1, m.last)}
        cued = [m for m in known if m.cue in QUARTERS and m.why.endswith(_WHOLE_NAME)]
        #: words of the gazetteer's quarters behind their cue, with where the name ends
        self.quarters = {i: m.last for m in cued for i in range(m.first + 1, m.last)}
        self.datelines = heads(words)

    def __contains__(self, i: int) -> bool:
        norm = self.words.norm[i]
        return (
            i in self.verbs
            or i in self.datelines
            or (
                i in self.protests and (norm.endswith(_NOBODY) or (i + 1 in self.protests and norm.removeprefix("و") == _DEMANDS))
            )
            or (i in self.countries and i not in self.ordering and _stands_in(self.words, i, self.countries[i]))
            or (i in self.towns and (_led_to(self.words, i) or self.words.norm[i - 1].removeprefix("و") in _OF_THE_TOWN))
            or (i in self.within_acts and norm in _ARMED_ADJECTIVES)
            or (_DISTRICT in self.districts and norm.removeprefix("لل").removeprefix("ال") == _DISTRICT)
        )


def _of_person(words: Words, found: list[ActorMention], mention: ActorMention, verbs: Container[int]) -> bool:
    """Whether a participant only says more of the one before: محافظ X الموالي لـ Y سالم باوزير, whose words it carries on, and
    سائق شاحنة من أبناء المنطقة."""
    i = mention.first
    if words.norm[i] in _FOLLOWS and i > 0 and words.kind[i - 1] == "word" and i - 1 not in verbs:
        if found and i - found[-1].last <= _PLACE_BETWEEN and found[-1].group in _OFFICES:
            found[-1] = replace(found[-1], last=mention.last)
        return True
    return bool(found) and words.norm[i - 1] == "من" and _describes(words, found[-1], mention)


def _describes(words: Words, person: ActorMention, people: ActorMention) -> bool:
    """سائق شاحنة من أبناء المنطقة: the people somebody is one of take no part themselves."""
    i = people.first
    said = any(stem in _PEOPLE for _, stem in words.analyses[i])
    near = said and person.actor_class == "civilians" and 1 <= i - person.last <= _DESCRIBED_WITHIN
    return near and all(words.kind[k] == "word" and not words.norm[k].startswith("و") for k in range(person.last, i))


def _openers(words: Words) -> list[int]:
    """The words at which a participant may begin: those of the lists, and whatever stands in quotation marks."""
    norm = words.norm
    begin = OPENS_PARTICIPANT.where(norm)
    if _QUOTES.isdisjoint(norm):
        return list(begin)
    return sorted({*begin, *(i for i in range(1, len(norm)) if norm[i - 1] in _QUOTES)})


def _whole(words: Words, found: Sequence[ActorMention], verbs: Container[int]) -> list[ActorMention]:
    """مدير الإدارة في وزارة الدفاع العميد سالم: rank and name behind an office are of the one who holds it."""
    kept: list[ActorMention] = []
    for mention in found:
        end = _named_at_last(words, kept, mention)
        if end:
            kept[-1] = replace(kept[-1], last=end)
            continue
        k = _office_before(words, kept, mention, verbs)
        if k is None:
            kept.append(mention)
        else:
            cls = mention.actor_class if kept[k].actor_class == "unknown" else kept[k].actor_class
            kept[k:] = [replace(kept[k], last=mention.last, actor_class=cls)]
    return kept


def _named_at_last(words: Words, kept: Sequence[ActorMention], second: ActorMention) -> int:
    """رئيس المجلس وقائد الجيش سالم الحسن: where the name of a person with two offices ends; 0 where there are two persons."""
    if not kept or second.prefix != "و" or second.first != kept[-1].last or kept[-1].group not in _OFFICES:
        return 0
    office = second.group in _OFFICES or among(words.norm[second.first], _HEADS)
    named = any(is_given(words, i) for i in range(second.first + 1, second.last))
    unnamed = not any(is_given(words, i) for i in range(kept[-1].first + 1, kept[-1].last))
    end = name_end(words, second.last, words.sentences[words.sentence[second.first]].last)
    return end if office and unnamed and (named or end > second.last) else 0


def _office_before(words: Words, kept: Sequence[ActorMention], officer: ActorMention, verbs: Container[int]) -> int | None:
    """Which of the last two participants is the office that this officer, with the article and named, holds; whoever stands right
    behind a verb may do something to him (اتهم رئيس المجلس العقيد …)."""
    if officer.group != "officers" or officer.prefix != "ال" or officer.last - officer.first < _RANK_AND_NAME:
        return None
    for k in range(len(kept) - 1, max(-1, len(kept) - 3), -1):
        office = kept[k]
        between = range(office.last, officer.first)
        if len(between) > _OFFICE_WITHIN or any(words.kind[i] != "word" for i in between):
            return None
        if office.group in _OFFICES and office.first - 1 not in verbs:
            return k if not between or words.norm[between[0]] == "في" else None
    return None


def _second_of_two(words: Words, first: ActorMention, taken: set[int]) -> ActorMention | None:
    """عشيرتي العفادلة والولدة: the second name that a dual of a body or a family opens, also in quotation marks."""
    dual = words.norm[first.first].endswith("تي") and first.last > first.first + 1 and not first.adjective
    i = _past_quotes(words, first.last)
    if not dual or i >= len(words) or i in taken or not words.norm[i].startswith("و"):
        return None
    at = _past_quotes(words, i + 1) if words.norm[i] == "و" else i
    if at >= len(words) or words.kind[at] != "word":
        return None
    prefix = "و" if at == i else ""
    key = words.norm[at].removeprefix(prefix)
    last = at + 1
    if key in SONS and last < len(words) and words.kind[last] == "word":
        key, last = f"{key} {words.norm[last]}", last + 1  # قبيلتي بلحارث وآل سالم
    return replace(first, first=at, last=last, prefix=prefix, id=None, name=None, name_ar=None, key=key)


def _second_side(words: Words, first: ActorMention, lookup: Lookup) -> ActorMention | None:
    """القوات الروسية والتركية: the adjective of another side that و joins to the first one's."""
    i = first.last
    adjective = first.last > first.first + 1 and not first.adjective and first.actor_class in ARMED and lookup.adjective(i - 1)
    side = lookup.adjective(i) if adjective and i < len(words) and words.norm[i].startswith("و") else None
    if side is None or side.id == first.id:
        return None
    key = words.norm[i].removeprefix("و")
    second = replace(first, first=i, last=i + 1, prefix="و", actor_class=side.actor_class, key=key)
    return replace(second, id=side.id, name=side.name, name_ar=side.name_ar)


def _past_quotes(words: Words, i: int) -> int:
    return next((k for k in range(i, len(words)) if words.norm[k] not in _QUOTES), len(words))


def _stands_in(words: Words, i: int, prefix: str) -> bool:
    """في تركيا، إلى روسيا, بسوريا: a country that something happens in or moves to is a place, not a side; the ب of بغداد is its
    own."""
    before = words.norm[i - 1] if i else ""
    return among(before, _INTO) or "ب" in prefix


def _quoted(words: Words, i: int) -> ActorMention | None:
    """A person named in quotation marks; a day in them is nobody."""
    return quoted_person(words, i) if i and words.norm[i - 1] in _QUOTES and not _is_day(words, i) else None


def _said_of_them(words: Words, before: ActorMention, adjective: ActorMention) -> bool:
    """متظاهرون غاضبون, حوثيين مسلحين: a plural of their case right behind a name of one word, without و, says what they are."""
    if before.last != adjective.first or before.last - before.first > 1 or not before.why.startswith("name"):
        return False
    mine, theirs = words.norm[adjective.first], words.norm[before.first]
    plurals = mine[-2:] == theirs[-2:] and mine.endswith(("ون", "ين"))
    return plurals and adjective.why.startswith("role noun") and mine.startswith("ال") == theirs.startswith("ال")


def _announced(words: Words, before: ActorMention, i: int, lookup: Lookup) -> bool:
    """Whether a noun of persons stands right before the mark that opens a quoted name at word i."""
    role = lookup.role(before.first)
    return before.last == i - 1 and role is not None and role[1].person and not before.adjective


def _is_day(words: Words, i: int) -> bool:
    """أمس “الجمعة”: a quoted day is nobody's name."""
    return OPENS_TIME[words.norm[i]]


def _led_to(words: Words, i: int) -> bool:
    """في أنقرة، إلى بيروت، يزور دمشق: a capital that is gone to is a place, not a government."""
    return i > 0 and (words.norm[i - 1] in ("في", "الي") or not _VISITING.isdisjoint(words.stems[i - 1]))


@Language.component(
    "rasad_actors",
    requires=["doc._.words", "doc._.published", "doc._.country", "doc._.triggers", "doc._.places"],
    assigns=["doc._.actors"],
)
def component(doc: Doc) -> Doc:
    """Fills `doc._.actors`."""
    _ = doc._
    _.actors = find_actors(_.words, _.published, _.country, _.triggers, _.places)
    return doc
