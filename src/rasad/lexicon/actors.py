"""The actor knowledge base (who is who, when, and under which names) and the nouns of participants without a name."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal, cast

from rasad.errors import LexiconError
from rasad.lexicon import inflect, loader
from rasad.lexicon.casualties import Count, count_of
from rasad.lexicon.folding import fold
from rasad.lexicon.matcher import PhraseIndex
from rasad.model.vocab import ACTOR_CLASSES, ActorClass

ACTOR_COLUMNS: Final = ("id", "name", "name_ar", "actor_class", "country", "parent", "start", "end", "source")
NAME_COLUMNS: Final = ("id", "form", "camp", "scope", "start", "end", "source")
ROLE_COLUMNS: Final = ("lemma", "forms", "actor_class", "group", "number", "source")
Scope = Literal["any", "home", "adjective"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A side as the knowledge base has it; start and end are the days between which it existed, None = open."""

    id: str
    name: str
    name_ar: str
    actor_class: ActorClass
    country: str
    parent: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ActorName:
    """One way to call an actor. scope: `home` counts only in a report about the actor's country; `countries`, if any, are
    those whose reports call it so (طيران العدو in Lebanon)."""

    actor: Actor
    form: str
    camp: str
    scope: Scope
    start: date | None
    end: date | None
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A participant noun. actor_class None: the class of its complement (عناصر من X)."""

    lemma: str
    actor_class: ActorClass | None
    group: str | None
    person: bool


@dataclass(frozen=True, slots=True)
class Actors:
    """Names and role nouns, indexed."""

    names: PhraseIndex[ActorName]
    adjectives: dict[str, tuple[ActorName, ...]]
    roles: dict[str, RoleNoun]
    #: forms of the list itself, of which alone a word in ة may be one (محافظة is not محافظ + ه)
    written: frozenset[str]
    #: forms of the list that are written with آ, of which alone a word with آ may be one (آمن is not أمن)
    madda: frozenset[str]
    #: how many persons a role noun's form says by itself
    counts: dict[str, Count]
    #: role nouns of several words (مشتبه به, مشاة البحرية)
    phrases: PhraseIndex[RoleNoun]


@cache
def load() -> Actors:
    """Loaded once."""
    actors = _actors()
    names: PhraseIndex[ActorName] = PhraseIndex()
    adjectives: dict[str, list[ActorName]] = {}
    for name in loader.names("actors"):
        if not name.endswith(".names.tsv"):
            continue
        for number, row in loader.rows(name, NAME_COLUMNS, ("id", "form", "scope", "source")):
            actor = actors.get(row["id"])
            if actor is None:
                raise LexiconError(name, number, f"no actor has the id {row['id']}")
            countries = frozenset(row["scope"].split("|")) if row["scope"].isupper() else frozenset[str]()
            scope = "any" if countries else cast(Scope, loader.one_of(name, number, row, "scope", ("any", "home", "adjective")))
            start, end = _day(name, number, row["start"]), _day(name, number, row["end"])
            entry = ActorName(actor, row["form"], row["camp"], scope, start, end, countries)
            if scope == "adjective":
                adjectives.setdefault(fold(row["form"]), []).append(entry)
            else:
                names.add(row["form"], entry)
    return Actors(names, {k: tuple(v) for k, v in adjectives.items()}, *_roles())


def _actors() -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for name in loader.names("actors"):
        if name.endswith(".names.tsv"):
            continue
        for number, row in loader.rows(name, ACTOR_COLUMNS, ("id", "name", "actor_class", "source")):
            if row["id"] in found:
                raise LexiconError(name, number, f"the id {row['id']} stands twice")
            found[row["id"]] = Actor(
                row["id"], row["name"], row["name_ar"],
                cast(ActorClass, loader.one_of(name, number, row, "actor_class", ACTOR_CLASSES)),
                row["country"].upper(), row["parent"] or None, _day(name, number, row["start"]), _day(name, number, row["end"]),
            )  # fmt: skip
    return found


@cache
def ids() -> frozenset[str]:
    """The ids of all actors of the knowledge base."""
    return frozenset(_parents())


@cache
def government_of(known: str) -> Actor | None:
    """The government that a state's forces belong to."""
    actors = _actors()
    parents = (actors[one] for one in belongs_to(known) if one in actors and one.endswith(".government"))
    return next(parents, None)


@cache
def belongs_to(known: str) -> frozenset[str]:
    """A side and all that it is a part of (the artillery, the army, the government)."""
    parents = _parents()
    found: dict[str, None] = {}
    at: str | None = known
    while at is not None and at not in found:
        found[at] = None
        at = parents.get(at)
    return frozenset(found)


@cache
def _parents() -> dict[str, str | None]:
    return {actor.id: actor.parent for actor in _actors().values()}


def _roles() -> tuple[dict[str, RoleNoun], frozenset[str], frozenset[str], dict[str, Count], PhraseIndex[RoleNoun]]:
    found: dict[str, RoleNoun] = {}
    counts: dict[str, Count] = {}
    inflected: dict[str, RoleNoun] = {}
    phrases: PhraseIndex[RoleNoun] = PhraseIndex()
    madda: set[str] = set()
    name = "roles.tsv"
    for number, row in loader.rows(name, ROLE_COLUMNS, ("lemma", "forms", "actor_class", "source")):
        kind = loader.one_of(name, number, row, "actor_class", (*ACTOR_CLASSES, "inherit"))
        person = loader.one_of(name, number, row, "number", ("person", "body"), default="person") == "person"
        role = RoleNoun(row["lemma"], None if kind == "inherit" else cast(ActorClass, kind), row["group"] or None, person)
        forms = loader.alternatives(row["forms"])
        for form in forms:
            if " " in form:
                phrases.add(form, role)
                continue
            found.setdefault(fold(form), role)
            counts.setdefault(fold(form), count_of(forms, form))
        for form in (f for f in forms if " " not in f):
            written = [fold(form) + "ا"] if form.endswith("ي") and form == forms[0] else []  # صحفياً
            for made in (*inflect.noun_forms(form), *written):
                inflected.setdefault(made, role)
                if "آ" in form:
                    madda.add(made)
                counts.setdefault(made, count_of(forms, form))  # فتية are boys before they are "his boy"
    # A form of the list beats one that inflection made of another noun (أهالي over أهال + ي).
    return {**inflected, **found}, frozenset(found), frozenset(madda), counts, phrases


def _day(name: str, number: int, cell: str) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise LexiconError(name, number, f"{cell!r} is no date (YYYY-MM-DD)") from None
