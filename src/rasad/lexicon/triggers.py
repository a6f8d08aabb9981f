"""The trigger lexicon: words that may tell of an event, by their inflected forms."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, cast

from rasad.errors import LexiconError
from rasad.lexicon import actors, inflect, loader
from rasad.lexicon.folding import fold, fold_phrase
from rasad.model.vocab import EVENT_TYPES, SUB_EVENT_TYPES, VERBAL_TYPES, EventType, SubEventType

COLUMNS: Final = (
    "lemma", "pos", "forms", "passive", "with", "sub_event", "frame", "complement",
    "target_prep", "strength", "blocks", "example", "source",
)  # fmt: skip
POS: Final = ("verb", "noun", "phrase")
FRAMES: Final = ("agent", "patient", "self", "mutual", "bare")
ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces", "unknown"})
_OBJECTS: Final = "object_classes.tsv"
COMPLEMENTS: Final = ("source", "target", "none")

Pos = Literal["verb", "noun", "phrase"]
Frame = Literal["agent", "patient", "self", "mutual", "bare"]
Complement = Literal["source", "target", "none"]
Strength = Literal["sure", "weak"]


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One row of a trigger list; `companions`, `objects` (companions of the classes it names, @house), `sides` (words that begin
    a side of the class it asks for, @armed) and `blocks` are folded words; `governed` are companions that count only right behind
    their preposition (عن دعمه of "عن دعم")."""

    lemma: str
    pos: Pos
    event_type: EventType
    sub_event: SubEventType | None
    frame: Frame
    complement: Complement
    target_prep: tuple[str, ...]
    strength: Strength
    #: a verb with a passive, and so with an object
    transitive: bool
    companions: frozenset[str]
    governed: frozenset[tuple[str, str]]
    objects: frozenset[str]
    sides: frozenset[str]
    #: whether any name of an armed side is a companion too (هيئة تحرير الشام)
    armed: bool
    blocks: frozenset[str]
    #: blocks of two words, side by side (أوقف … عن العمل): the folded forms of each
    block_pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]
    example: str
    #: objects and sides, those with the companions, and whether the word counts only with one: asked at every word, so made once
    of_class: frozenset[str] = field(init=False)
    beside: frozenset[str] = field(init=False, compare=False)
    needs: bool = field(init=False)
    #: the words of `governed`, whatever their prepositions
    governed_words: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "of_class", self.objects | self.sides)
        object.__setattr__(self, "beside", self.companions | self.of_class)
        object.__setattr__(self, "governed_words", frozenset(word for _, word in self.governed))
        object.__setattr__(self, "needs", bool(self.companions or self.governed or self.of_class))


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A folded form of an entry. `passive`: "yes", "no", or "either" where writing without vowels leaves it open."""

    entry: TriggerEntry
    passive: Literal["yes", "no", "either"]
    rest: tuple[str, ...]
    #: it ends in a pronoun, which stands for an object that was named before (استعادتها، نصبوها)
    pronoun: bool
    #: the form ends in ة: only then may the written word (زارة is no form of زار + ه, though both fold to زاره)
    feminine: bool


@cache
def load() -> dict[str, tuple[TriggerForm, ...]]:
    """First folded word → forms. Loaded once; about 1,500 entries make some 60,000 forms."""
    index: dict[str, dict[TriggerForm, None]] = {}
    for entry, row in _entries():
        for word, form in _forms(entry, row):
            index.setdefault(word, {})[form] = None
    return {word: tuple(forms) for word, forms in index.items()}


def entries() -> list[TriggerEntry]:
    """All entries, in the order of the lists."""
    return [entry for entry, _ in _entries()]


def _entries() -> Iterator[tuple[TriggerEntry, dict[str, str]]]:
    for name in loader.names("triggers"):
        event_type = name.removeprefix("triggers/").removesuffix(".tsv").upper()
        for number, row in loader.rows(name, COLUMNS, ("lemma", "pos", "forms", "frame", "strength", "example", "source")):
            loader.one_of(name, number, {"type": event_type}, "type", EVENT_TYPES)
            sub = loader.one_of(name, number, row, "sub_event", SUB_EVENT_TYPES, default="")
            yield (
                TriggerEntry(
                    lemma=row["lemma"],
                    pos=cast(Pos, loader.one_of(name, number, row, "pos", POS)),
                    event_type=cast(EventType, event_type),
                    sub_event=cast(SubEventType, sub) if sub else None,
                    frame=cast(Frame, loader.one_of(name, number, row, "frame", FRAMES)),
                    complement=cast(Complement, loader.one_of(name, number, row, "complement", COMPLEMENTS, default="none")),
                    target_prep=tuple(" ".join(fold_phrase(p)) for p in loader.alternatives(row["target_prep"])),
                    strength=cast(Strength, loader.one_of(name, number, row, "strength", ("sure", "weak"))),
                    transitive=bool(row["passive"]),
                    companions=_words(row["with"]),
                    governed=_governed(row["with"]),
                    objects=_classes(row["with"]),
                    sides=frozenset().union(*(_sides().get(w, frozenset()) for w in loader.alternatives(row["with"]))),
                    armed="@armed" in loader.alternatives(row["with"]),
                    blocks=_words(row["blocks"]) | _classes(row["blocks"]),
                    block_pairs=_pairs(name, number, row["blocks"]),
                    example=row["example"],
                ),
                row,
            )


def _words(cell: str) -> frozenset[str]:
    """The folded words of a cell with their case endings, duals and pronouns: فوز also blocks by فوزا; no classes (@armed) and
    no words of two (عن دعم), which stand in `governed` and `block_pairs`."""
    single = [word for word in loader.alternatives(cell) if word[0] != "@" and " " not in word]
    return frozenset(made for word in single for made in inflect.noun_forms(word, dual=True))


def _pairs(name: str, number: int, cell: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The alternatives of two words, each with its forms. Raises LexiconError for one of more words."""
    pairs = [word.split(" ") for word in loader.alternatives(cell) if " " in word]
    for pair in pairs:
        if len(pair) != 2:
            raise LexiconError(name, number, f"blocks: at most two words, not {' '.join(pair)!r}")
    return tuple((frozenset((fold(a), *inflect.noun_forms(a))), frozenset((fold(b), *inflect.noun_forms(b)))) for a, b in pairs)


def _classes(cell: str) -> frozenset[str]:
    """The words of the classes of objects that a cell names."""
    named = [word for word in loader.alternatives(cell) if word[0] == "@" and word not in _sides()]
    return frozenset().union(*(objects()[word] for word in named))


@cache
def objects() -> dict[str, frozenset[str]]:
    """`@house`, `@vehicle` …: the inflected words of each class of things and people that acts are done to or with."""
    found: dict[str, set[str]] = {}
    for _, row in loader.rows(_OBJECTS, ("class", "forms", "source"), ("class", "forms", "source")):
        made = found.setdefault("@" + row["class"], set())
        for word in loader.alternatives(row["forms"]):
            made.update(found[word] if word[0] == "@" else inflect.noun_forms(word, dual=True))
    return {name: frozenset(words) for name, words in found.items()}


def _governed(cell: str) -> frozenset[tuple[str, str]]:
    """(preposition, folded word) of the alternatives of two words; the second may be a class of objects (ب @troops)."""
    pairs = [word.split(" ") for word in loader.alternatives(cell) if " " in word]
    made = ((fold(first), _classes(word) if word[0] == "@" else inflect.noun_forms(word, dual=True)) for first, word in pairs)
    return frozenset((first, word) for first, words in made for word in words)


@cache
def _sides() -> dict[str, frozenset[str]]:
    """`@armed` and `@person`: the words that can begin an armed side or a person."""
    known = actors.load()
    armed = {stem for stem, role in known.roles.items() if role.actor_class in ARMED or role.group in ("fighters", "commanders")}
    armed |= {head for head, name in known.names.heads() if name.actor.actor_class in ARMED and " " not in name.form}
    persons = {stem for stem, role in known.roles.items() if role.person and role.actor_class not in ARMED}
    return {"@armed": frozenset(armed), "@person": frozenset(persons)}


def _forms(entry: TriggerEntry, row: dict[str, str]) -> Iterator[tuple[str, TriggerForm]]:
    forms = loader.alternatives(row["forms"])
    if entry.pos == "verb":
        # A verb without a passive takes no object either.
        active = set(_inflected(forms, objects=bool(row["passive"]), ours=entry.event_type in VERBAL_TYPES))
        passive = set(_inflected(loader.alternatives(row["passive"])))
        bare = set(_inflected(forms, objects=False, ours=entry.event_type in VERBAL_TYPES))
        bare |= set(_inflected(loader.alternatives(row["passive"]), objects=False))
        for word in active | passive:
            voice: Literal["yes", "no", "either"] = (
                "either" if word in active and word in passive else "yes" if word in passive else "no"
            )
            yield word, TriggerForm(entry, voice, (), word not in bare, False)
        return
    for form in forms:
        key = fold_phrase(form)
        if entry.pos == "phrase" or len(key) > 1:
            yield key[0], TriggerForm(entry, "no", key[1:], False, form.split()[0].endswith("ة"))
        else:
            owned = frozenset(inflect.owned_forms(form))
            for word in inflect.noun_forms(form):
                yield word, TriggerForm(entry, "no", (), word in owned, form.endswith("ة") and word == fold(form))


def _inflected(forms: list[str], *, objects: bool = True, ours: bool = False) -> Iterator[str]:
    for form in forms:
        head, _, rest = form.partition(" ")
        present = head.startswith("ي") and form is not forms[0]
        inflected = inflect.present_forms if present else inflect.past_forms
        made = inflected(head, objects=objects, ours=ours)
        if not rest:
            yield from made
