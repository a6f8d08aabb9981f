"""What stands before a participant: the preposition that governs it, "by the hand of", and what it strikes behind it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import ActorMention
from rasad.model.words import Words

ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces", "unknown"})
UNARMED: Final = frozenset({"civilians", "protesters"})
#: See rasad.analyse.actors: a quoted name taken for a private person.
QUOTED: Final = "quoted name"
UNRESOLVED: Final = "a body of no known side"
#: Ends the reason of a body or person whose side was read: رتل of a known side.
OF_SIDE: Final = "of a known side"
PREPOSITIONS: Final = wordclass.words("preposition")
MEDIATED: Final = wordclass.words("mediated_by")
_QUANTITIES: Final = wordclass.words("quantity_noun")
_STRUCK: Final = wordclass.words("struck_thing")
_THAT_THEY: Final = wordclass.words("that_they")
#: اقتحام X المنطقة: a place told before, and so with the article.
_THE_PLACE: Final = wordclass.words("the_place")
_GUESSES: Final = wordclass.words("guess")
#: What hands the act to its doer: "by the fire of", "by the hand of".
_ANY: Final = frozenset({"اي", "ايه"})
_BY: Final = wordclass.words("by_the_fire_of")
#: من قبل X، على يد X، سقطت في قبضة X
_BY_TWO: Final = frozenset(
    {
        ("قبل", "من"), ("يد", "علي"), ("ايدي", "علي"), ("يد", "في"), ("ايدي", "في"), ("قبضه", "في"), ("جانب", "من"),
        ("طرف", "من"),
    }
)  # fmt: skip
_COMES_FROM: Final = wordclass.words("comes_from")
#: Nouns between a preposition and the side they belong to (ضد ممارسات X, على مواقع X, نقطة لـ X).
_RELATIONAL_REACH: Final = 3
#: Nouns of a strike, and what stands before them where somebody is hit by it.
_STRIKES: Final = wordclass.words("strike_noun")
_IN_IT: Final = frozenset({"في", "جراء", "اثر", "نتيجه", "خلال", "بسبب", "من"})
#: استهدف قصف لـ X: verbs whose subject a strike may be.
_AIMED: Final = wordclass.words("aims_at")
_ACCOMPANIED: Final = wordclass.words("accompanied_by")
_BELONGING: Final = wordclass.words("belonging")
_OPENERS: Final = wordclass.words("speech_opener")
_MADE_OF: Final = wordclass.stems("made_of_stem")
_MADE_WITHIN: Final = 3
#: Words from a doer, past where he stands and what he strikes with, to what is struck.
_STRUCK_WITHIN: Final = 11
_AIRCRAFT: Final = wordclass.stems("aircraft_stem")
_INHABITS: Final = wordclass.words("inhabits")
_WEAPONS: Final = _AIRCRAFT + wordclass.stems("artillery_stem")
#: Words between a patrol and the side it belongs to (دورية مؤلفة من ست مركبات تابعة ل).
_OWNED_REACH: Final = 5
_QUOTES: Final = frozenset("\"“”«»'‘’")


def _is_struck(norm: str) -> bool:
    return norm in _STRUCK or norm.removesuffix("ا") in _STRUCK


_IS_STRUCK: Final = PerWord(_is_struck)


class Governing:
    """Reads the words around participants. `objects`: words at which a place stands without a preposition; `lands`: those at
    which a country does, which may speak (تطالب سوريا); `dated`: words of times; `places`: the word behind each place."""

    def __init__(
        self, words: Words, objects: frozenset[int], lands: frozenset[int] = frozenset(), dated: frozenset[int] = frozenset(),
        places: Mapping[int, int] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.words = words
        self.objects = objects
        self.lands = lands
        self.dated = dated
        self.places = places
        #: those of participants, asked again for each act, by first word and proclitics
        self._prepositions: dict[tuple[int, str], str] = {}

    def through_nouns(self, actor: ActorMention, since: int) -> str:
        """The preposition of a participant, seen also through the noun it belongs to (على مواقع X)."""
        own = self.preposition(actor)
        if own not in ("", "ل"):
            return own
        for i in range(actor.first - 1, max(since - 1, actor.first - 1 - _RELATIONAL_REACH), -1):
            norm = self.words.norm[i]
            if self.words.kind[i] == "punct" and norm in "،,.:":
                return own
            if norm in PREPOSITIONS:
                return norm
        return own

    def preposition(self, actor: ActorMention) -> str:
        """The preposition that governs a participant: fused (ل in للجيش), or the word before; "" when bare."""
        at = actor.first, actor.prefix
        if at not in self._prepositions:
            self._prepositions[at] = self._preposition(actor)
        return self._prepositions[at]

    def _preposition(self, actor: ActorMention) -> str:
        fused = actor.prefix.lstrip("وف").replace("ال", "")
        if fused:
            return fused[0]
        at = actor.first - 1
        while at >= 0 and self.words.norm[at] in _QUOTES:
            at -= 1
        previous = self.words.norm[at] if at >= 0 else ""
        if previous in ("ل", "ب"):
            return previous
        if previous in _ACCOMPANIED or (at and self.words.norm[at - 1] == "تحت" and "ب" + previous in _ACCOMPANIED):
            return "ب"  # اقتحم مستوطنون بحماية الجيش, تحت حماية الجيش: beside those who do it
        if previous == "من":
            # أعداد كبيرة من القوات: the quantity is what the preposition before it governs.
            many = next((i for i in range(at - 1, max(-1, at - 4), -1) if self.quantity(i)), None)
            if many is not None:
                before = self.words.norm[many - 1] if many else ""
                return before if before in PREPOSITIONS else ""
        return previous if previous in PREPOSITIONS else ""

    def quantity(self, i: int) -> bool:
        said = self.words.analyses[i] if i < len(self.words.norm) else ()
        return any(prefix in ("", "ال", "و") and stem in _QUANTITIES for prefix, stem in said)

    def bare(self, actor: ActorMention) -> bool:
        return self.preposition(actor) == "" and not actor.adjective and actor.why != QUOTED

    def owned(self, actor: ActorMention) -> bool:
        """دورية مؤلفة من ست مركبات تابعة للجيش: the side behind a patrol or vehicles that no preposition governs."""
        if not self._belongs(actor):
            return False
        at = actor.first - 1
        for i in range(at - 1, max(-1, at - 1 - _OWNED_REACH), -1):
            norm = self.words.norm[i]
            if norm in _OPENERS:
                break
            if norm == "من" and i and self.words.norm[i - 1].startswith(_MADE_OF):
                continue
            if norm in PREPOSITIONS:
                return False
        return True

    def by(self, actor: ActorMention) -> bool:
        first = actor.first
        if first == 0:
            return False
        previous = self.words.norm[first - 1]
        if previous in _BY or self.flown_by(actor):
            return True
        if actor.prefix == "ب" and actor.id is not None and self.words.norm[first].removeprefix("ب").startswith(_WEAPONS):
            return True  # هجوم بطائرة مسيرة لقوات X
        if self.words.norm[first - 1] in _THAT_THEY and self._guessed(first - 2):
            return not self.words.norm[first - 1].endswith("هم")  # طائرات يرجح أنها للنظام, not men who are thought to be of X
        at = first - 1 - self.struck(first - 1)
        if self.words.norm[at] in _COMES_FROM:
            return True  # قصف مصدره X, مصدره مواقع X
        owner = actor.prefix.replace("ال", "").endswith("ل") and actor.actor_class not in UNARMED  # للجيش, not الجيش
        owner = owner and not any(self.struck(i) for i in range(max(0, first - 2), first))  # بقصف مواقع للجيش
        if owner and not _BY.isdisjoint(self.words.norm[max(0, first - 3) : first]):
            return True  # بقصف مدفعي للجيش
        if owner and self._in_a_strike(first):
            return True  # في كمين للجيش
        before = self.words.norm[first - 2] if first > 1 else ""
        if first > 3 and self.words.norm[first - 4] in _ANY:
            return False  # من أي هجوم من قبل X: the doer of an act that may be
        return (previous, before) in _BY_TWO

    def _in_a_strike(self, first: int) -> bool:
        """في كمين محكم لـ X, جراء قصف لـ X, استهدف قصف لـ X: a strike behind a preposition or as a subject, with an adjective at
        most."""
        reach = range(max(1, first - 2), first)
        norm = self.words.norm
        return any(
            norm[k].removeprefix("ب") in _STRIKES and (norm[k][0] == "ب" or norm[k - 1] in _IN_IT or norm[k - 1] in _AIMED)
            for k in reach
        )

    def flown_by(self, actor: ActorMention) -> bool:
        """استهداف طائرة تابعة لـ X سيارة: an aircraft with an object of its own strikes, and its side does it."""
        if not self.strikes(actor):
            return False
        i = actor.first
        if self._belongs(actor):
            # طائرة مسيّرة استراتيجية تتبع لـ X: back to the aircraft, or to what governs it.
            last = max(-1, i - 1 - _OWNED_REACH)
            i = next((k for k in range(i - 1, last, -1) if self.words.norm[k] in PREPOSITIONS or self._aircraft(k)), i)
        return self._aircraft(i)

    def _aircraft(self, i: int) -> bool:
        return self.words.norm[i].removeprefix("ال").startswith(_AIRCRAFT)

    def _belongs(self, actor: ActorMention) -> bool:
        """Whether تابعة or its like with ل ties the participant to what stands before it."""
        at = actor.first - 1
        return at >= 1 and "ل" in actor.prefix and self.words.norm[at].lstrip("و") in _BELONGING

    def _guessed(self, i: int) -> bool:
        return i >= 0 and self.words.norm[i].lstrip("و") in _GUESSES

    def holds(self, actor: ActorMention) -> bool:
        """التي تقطنها قبيلة X, يسيطر عليها X, الخاضعة لسيطرة X: who lives in a place or holds it does nothing there."""
        first = actor.first
        before = self.words.norm[first - 1] if first else ""
        controlled = before in ("عليها", "عليه") and first > 1 and self.words.norm[first - 2].endswith("سيطر")
        return controlled or before in _INHABITS or before == "لسيطره" or self._makes_up(first)

    def _makes_up(self, first: int) -> bool:
        """مجموعة مكونة من 18 شخصاً, تتألف من ستة أفراد: how many a body is."""
        norm = self.words.norm
        number = first and self.words.kind[first - 1] != "punct" and first > _MADE_WITHIN
        return bool(number) and any(
            norm[i].lstrip("وي").removeprefix("ت").startswith(_MADE_OF) for i in range(first - _MADE_WITHIN, first - 1)
        )

    def of_another_verb(self, actor: ActorMention) -> bool:
        """في هجوم شنه X, حملة نفذتها X: who stands right behind a light verb whose pronoun is its noun does the noun's act."""
        i = actor.first - 1
        return i >= 0 and self.words.norm[i] not in _BELONGING and light_verbs.load().points_back[self.words.norm[i]]

    def mediated(self, actor: ActorMention) -> bool:
        at = actor.first - 1
        if at > 0 and self.words.norm[at] == "من":
            at -= 1  # بوساطة من شيوخ العشائر
        return at >= 0 and self.words.norm[at] in MEDIATED

    def strikes(self, actor: ActorMention) -> bool:
        """اقتحمت دبابات الجيش بلدة المسيفرة، قصف قوات النظام مدرستين: a place or a thing without a preposition follows."""
        return actor.actor_class in ARMED and (
            actor.last in self.objects
            or (actor.last < len(self.words.norm) and (self.struck(actor.last) or self.words.norm[actor.last] in _THE_PLACE))
        )

    def strikes_anyhow(self, actor: ActorMention) -> bool:
        """Whether what the participant strikes stands behind it, in whatever way it is told."""
        return self.strikes(actor) or self.strikes_behind(actor) or self.aims(actor)

    def aims(self, actor: ActorMention) -> bool:
        """استهداف X لسيارة, لبلدة Y: behind an armed doer, the ل of what a noun of force is done to."""
        i = actor.last
        word = self.words.norm[i] if i < len(self.words.norm) else ""
        if actor.actor_class not in ARMED or not word.startswith("ل"):
            return False
        return i in self.places or any(prefix in ("ل", "لل") and self._struck(stem) for prefix, stem in self.words.analyses[i])

    def aimed(self, doers: Sequence[ActorMention], actor: ActorMention) -> bool:
        """استهداف X لتجمعات Y: whoever owns what the ل right behind the doer leads to, or is led to by it himself."""
        if self.preposition(actor) == "ل":
            return True
        i = actor.first - 1
        fused = any(prefix in ("ل", "لل") for prefix, _ in self.words.analyses[i])
        return fused and any(doer.last == i for doer in doers)

    @staticmethod
    def _struck(stem: str) -> bool:
        return _IS_STRUCK[stem] or _IS_STRUCK[stem.removeprefix("ال")]

    def strikes_behind(self, actor: ActorMention) -> bool:
        """استهداف X المتمركزة في Y بقذائف المدفعية مخيماً: behind an armed doer and asides, in the accusative, what is struck."""
        if actor.actor_class not in ARMED:
            return False
        norm = self.words.norm
        for i in range(actor.last, min(actor.last + _STRUCK_WITHIN, len(norm))):
            if norm[i].startswith("و") or norm[i] in (".", "؛"):
                return False
            if norm[i].endswith("ا") and self.struck(i):
                return True
        return False

    def struck(self, i: int) -> bool:
        """Whether word i is a thing that is struck or raided (منزل، سيارة، نقطة), without a preposition."""
        return _IS_STRUCK[self.words.norm[i]]
