"""Who may speak in a report, and the words that hand over to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, cast

from rasad.errors import LexiconError
from rasad.lexicon import actors, inflect, loader, wordclass
from rasad.lexicon.clitics import analyses
from rasad.lexicon.folding import fold_phrase
from rasad.lexicon.matcher import PhraseIndex
from rasad.lexicon.perword import PerWord
from rasad.model.vocab import SOURCE_KINDS, SourceKind
from rasad.model.words import Words

#: `opener`: the verb says many other things too (واصل، نشر), and speaks only where أن, a colon or a quotation follows.
#: `act`: the verb is an act told by the report itself (أدان، اتهم); its subject tells only what stands behind him.
PATTERNS: Final = ("subject", "from", "to", "continue", "opener", "act")
Pattern = Literal["subject", "from", "to", "continue", "opener", "act"]
CUE_PATTERNS: Final = ("from", "deep", "to", "continue", "participle", "venue")
CuePattern = Literal["from", "deep", "to", "continue", "participle", "venue"]
#: A side's own statement is conflict_party; the state's bodies, its army too, speak officially (17 of 26 coded speakers
#: that are armies, the others armies of factions or foreign ones).
KIND_OF_CLASS: Final[dict[str, SourceKind]] = {
    "state_forces": "official", "political": "official", "rebel": "conflict_party", "political_militia": "conflict_party",
    "identity_militia": "conflict_party", "external_forces": "conflict_party",
}  # fmt: skip
#: Parties, movements and alliances speak for a side; other civil bodies speak officially.
_PARTIES: Final = wordclass.stems("party_stem")
#: Adjectives of a state that is itself a side of its war: its officials and ministers, but not its ministries, speak for a side.
AT_WAR: Final = wordclass.words("state_at_war")
_MEDIA: Final = frozenset({"outlet", "activist_network", "monitor"})
_MINISTRY: Final = "وزاره"
ARMY: Final = wordclass.stems("army_stem")
_SOURCE: Final = frozenset({"مصدر", "مصادر", "المصدر", "المصادر"})
#: العشائر، قبيلة: a tribe that speaks itself is a side, its notables are officials.
_TRIBES: Final = wordclass.stems("tribe_stem")
#: Words of many media's names, which tell none apart.
_COMMON: Final = wordclass.words("media_word")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker noun or a named outlet; `name` only for named ones, `country` (ISO 3166-1 alpha-2) for those with a home."""

    form: str
    kind: SourceKind
    name: str | None
    protected: bool
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """What hands over to a speaker without a verb. `from`: he follows; `deep`: likewise, and he
    is nearer than who names him (نقلاً عن); `to`: to whom he spoke; `continue`: whoever spoke
    last; `participle`: likewise, of the sentence's own speaker; `venue`: where it was said. `fused`: a ل follows."""

    pattern: CuePattern
    fused: bool


@dataclass(frozen=True, slots=True)
class Speakers:
    """The lists of `data/attribution`, indexed."""

    verbs: dict[str, frozenset[Pattern]]
    #: forms of verbs that bear their object (أعلنته، نقلتها)
    with_object: frozenset[str]
    verb_phrases: PhraseIndex[Pattern]
    cues: PhraseIndex[Cue]
    speakers: PhraseIndex[Speaker]
    #: nouns that are common elsewhere (لجنة، أهالي) and speak only right by their verb
    near: PhraseIndex[Speaker]
    #: ids of the armies of a state that fights for its ground at home: they speak for a side (13 of 14 coded ones of Sudan,
    #: Syria, Yemen)
    armies_at_war: frozenset[str]
    #: what the verb calls for that a word may be, by one of its cuts (no other proclitics than و and ف)
    verb: PerWord[frozenset[Pattern] | None] = field(init=False)
    #: whether a word may hand over to a speaker: a cue or verb begins with it
    hands_over: PerWord[bool] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verb", PerWord(self._verb))
        object.__setattr__(self, "hands_over", PerWord(self._hands_over))

    def _verb(self, word: str) -> frozenset[Pattern] | None:
        cuts = (stem for prefix, stem in analyses(word) if prefix in ("", "و", "ف") and stem in self.verbs)
        return next((self.verbs[stem] for stem in cuts), None)

    def _hands_over(self, word: str) -> bool:
        return self.verb[word] is not None or any(
            self.cues.begins(stem) or self.verb_phrases.begins(stem) for _, stem in analyses(word)
        )


@cache
def load() -> Speakers:
    """Loaded once.

    Raises:
        LexiconError: a list that is not of its form, or an army that is no actor of the knowledge base.
    """
    verbs: dict[str, set[Pattern]] = {}
    plain: set[str] = set()
    phrases: PhraseIndex[Pattern] = PhraseIndex()
    name = "attribution/reporting_verbs.tsv"
    for number, row in loader.rows(name, ("lemma", "forms", "pattern", "source")):
        pattern = cast(Pattern, loader.one_of(name, number, row, "pattern", PATTERNS))
        for k, form in enumerate(loader.alternatives(row["forms"])):
            if " " in form:
                phrases.add(form, pattern)
                continue
            inflected = inflect.present_forms if k and form.startswith("ي") else inflect.past_forms
            plain.update(inflected(form, objects=False))
            for word in inflected(form):
                verbs.setdefault(word, set()).add(pattern)
    cues: PhraseIndex[Cue] = PhraseIndex()
    name = "attribution/cues.tsv"
    for number, row in loader.rows(name, ("form", "pattern", "source")):
        cue = cast(CuePattern, loader.one_of(name, number, row, "pattern", CUE_PATTERNS))
        form = row["form"].removesuffix(" ل")  # the ل is fused to the speaker: وفقاً لوكالة
        cues.add(form, Cue(cue, form != row["form"]))
    known = {w: frozenset(p) for w, p in verbs.items()}
    near = _nouns("attribution/speakers_near.tsv")
    return Speakers(known, frozenset(verbs.keys() - plain), phrases, cues, _speakers(), near, _armies_at_war())


def _armies_at_war() -> frozenset[str]:
    name, known = "attribution/armies_at_war.tsv", actors.ids()
    found = set()
    for number, row in loader.rows(name, ("actor", "source"), ("actor", "source")):
        if row["actor"] not in known:
            raise LexiconError(name, number, f"no actor has the id {row['actor']}")
        found.add(row["actor"])
    return frozenset(found)


#: Words between a verb of saying and the "that" behind which something else is told (وقالت الفصائل في بيان إن).
_TO_THAT: Final = 8
THAT: Final = wordclass.words("that_opener")
_THAT_OTHERS: Final = THAT - wordclass.words("that_they")
_PARTS: Final = frozenset("،,؛;:.")
#: Whether a word is a verb of saying joined with و (وأضافت).
AND_SAYS: Final = PerWord(lambda norm: norm[:1] == "و" and load().verb[norm] is not None)


def says_anew(words: Words, i: int, last: int, *, of_others: bool = False) -> bool:
    """نفت الفصائل استهداف X، وقالت إن القوات قصفت Y: whether the verb of saying at word i opens what is told anew. `of_others`:
    and not of the speaker himself (وقالت إنها قصفت Y)."""
    if not AND_SAYS[words.norm[i]]:
        return False
    behind = words.norm[i + 1 : min(last, i + _TO_THAT)]
    that = _THAT_OTHERS if of_others else THAT
    return any(w in that for w in behind[: next((k for k, w in enumerate(behind) if w in _PARTS), len(behind))])


@cache
def _homes() -> dict[tuple[str, ...], str]:
    rows = loader.rows("attribution/outlets.tsv", ("form", "name", "kind", "country", "source"))
    return {fold_phrase(row["form"]): row["country"].upper() for _, row in rows if len(row["country"]) == 2}


def country_of(outlet: str) -> str | None:
    """ISO 3166-1 alpha-2 code of a medium's country, by any of its names in the list; None when it is not known."""
    return _homes().get(fold_phrase(outlet))


@cache
def _names() -> dict[tuple[str, ...], str]:
    rows = loader.rows("attribution/outlets.tsv", ("form", "name", "kind", "country", "source"))
    return {fold_phrase(row["form"]): row["name"] for _, row in rows if row["name"]}


def is_medium(name: str, outlet: str, *, whole: bool = False) -> bool:
    """Whether a medium of the list, by its `name`, is the one that published a report, whose name may be in either script.

    `whole`: all words of the name that tell it from others are in the outlet's (هيئة محامي دارفور is not دارفور 24).
    """
    said = fold_phrase(outlet)
    own = _names().get(said, outlet)
    if f"({outlet})" in name or name in own or name.replace(" ", "") in own.replace(" ", ""):
        return True
    pairs = [(_skeletons(name), _skeletons(own)), *((_telling(form), _telling(said)) for form in _forms(name))]
    if not whole and any(said[: len(form)] == form for form in _forms(name)):
        return True
    return any(his and (his <= its if whole else not his.isdisjoint(its)) for his, its in pairs)


@cache
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(form for form, own in _names().items() if own == name)


def _telling(form: tuple[str, ...]) -> set[str]:
    """The Arabic words of a medium's name that tell it from others (معا of وكالة معا الإخبارية)."""
    words = (re.sub(r"[\d_]", "", w).removeprefix("ال") for w in form)
    return {w for w in words if w and not w.isascii() and w not in _COMMON}


def _skeletons(name: str) -> set[str]:
    """The telling words of a Latin name, without the article and the vowels, in which transliterations differ."""
    found = re.findall(r"[^\W\d][^\W\d'’-]*(?:['’-][^\W\d]+)*", name.casefold())
    words = (w.removeprefix("al").lstrip("-'’") for w in found if w not in _COMMON)
    bare = (re.sub("[aeiouy'’-]", "", w) for w in words)
    return {re.sub(r"(.)\1+", r"\1", s) for s in bare if len(s) > 1}


def _nouns(name: str) -> PhraseIndex[Speaker]:
    index: PhraseIndex[Speaker] = PhraseIndex()
    for number, row in loader.rows(name, ("form", "kind", "protected", "source")):
        kind = cast(SourceKind, loader.one_of(name, number, row, "kind", SOURCE_KINDS))
        protected = loader.one_of(name, number, row, "protected", ("yes", "no"), default="no") == "yes"
        index.add(row["form"], Speaker(row["form"], kind, None, protected))
    return index


def _speakers() -> PhraseIndex[Speaker]:
    index = _nouns("attribution/speakers.tsv")
    name = "attribution/outlets.tsv"
    for number, row in loader.rows(name, ("form", "name", "kind", "country", "source")):
        kind = cast(SourceKind, loader.one_of(name, number, row, "kind", SOURCE_KINDS))
        home = row["country"].upper() if len(row["country"]) == 2 else None
        index.add(row["form"], Speaker(row["form"], kind, row["name"] or row["form"], False, home))
    return index


def words_of_names(words: Words) -> set[int]:
    """The words inside names of media that have two words or more (دارفور 24)."""
    media = (m for m in load().speakers.all(words) if m.last - m.first > 1 and m.payloads[0].name is not None)
    return {i for m in media if m.payloads[0].kind in _MEDIA for i in range(m.first, m.last)}


def media_at_home(words: Words) -> list[tuple[int, int, str]]:
    """(first word, last + 1, country) of the media that a report names by two words or more (السومرية نيوز)."""
    found = load().speakers.matches(words).values()
    return [(m.first, m.last, p.country) for m in found for p in m.payloads[:1] if p.country and m.last - m.first > 1]


def kind_of_actor(actor_class: str, name: Iterable[str]) -> SourceKind:
    """The kind of source a participant is when it speaks itself; ``name`` holds the folded words that name it.

    Raises ``KeyError`` for a class that is not in ``KIND_OF_CLASS``: such participants are no speakers.
    """
    words = tuple(name)
    if actor_class == "political" and any(w.lstrip("ولب").removeprefix("ال").startswith(_PARTIES) for w in words):
        return "conflict_party"
    kind = KIND_OF_CLASS[actor_class]
    if actor_class == "political" and words[0].lstrip("ولب").removeprefix("ال").startswith(_TRIBES):
        return "conflict_party"
    return "conflict_party" if kind == "official" and at_war(words) else kind


def at_war(name: Iterable[str]) -> bool:
    """Whether the folded words of an office or official (وزير الدفاع الإسرائيلي) say that the army of a state at war speaks, not
    its ministries and nameless sources, who are official as anywhere."""
    words = tuple(name)
    army = any(w.removeprefix("لل").removeprefix("ال").startswith(ARMY) for w in words)
    return army and any(w in AT_WAR for w in words) and not any(w.endswith(_MINISTRY) or w in _SOURCE for w in words)
