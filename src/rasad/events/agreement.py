"""Whether a verb's gender and number fit a participant told before it.

Behind its subject an Arabic verb agrees with it fully (أعلنت الوزارة … ودعت; never مسلحون … ودعت), so what does not agree is not
the subject. Only clear forms speak: names whose gender nobody sees and broken plurals, which take either, fit any verb.
"""

from typing import Final

from rasad.events.governing import ARMED, PREPOSITIONS
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.speakers import THAT
from rasad.model.mentions import ActorMention, TriggerMention
from rasad.model.words import Words

_PEOPLE: Final = wordclass.words("people_noun")
_MASCULINE: Final = wordclass.words("masculine_noun") - _PEOPLE
_FEMININE: Final = wordclass.words("feminine_noun")
#: مرتزقة، قادة: written like a woman, men all the same; a verb may say "they" or "she" behind them.
_MEN_IN_TA: Final = wordclass.words("men_in_ta")
#: Whose words in ون and ين are plurals, where those of others may be names (فلسطين).
_NAMELESS: Final = frozenset({"unknown", "civilians", "protesters", "rioters"})
#: Letters of the shortest sound plural that is no other word, without the article.
_SOUND_PLURAL: Final = 5
_PLURALS: Final = ("ون", "ين")
#: Words behind which a noun phrase begins.
_NO_NOUNS: Final = wordclass.words("another_act") | THAT


def fits(words: Words, trigger: TriggerMention, actor: ActorMention) -> bool:
    """Whether `actor`, told before the verb `trigger`, may be its subject by gender and number."""
    if trigger.pos != "verb" or actor.last > trigger.first:
        return True
    verb, noun = _verb(words, trigger), _noun(words, actor)
    if verb is None or noun is None:
        return True
    if verb == "they":
        return noun != "she"
    return verb == noun


def clashes(words: Words, trigger: TriggerMention, actor: ActorMention) -> bool:
    """Whether nothing that `actor` may belong to agrees with the verb `trigger` either."""
    return not fits(words, trigger, actor) and not _in_construct(words, actor.first - 1)


def _in_construct(words: Words, i: int) -> bool:
    """مدفعية الجيش ردت: whether word i, right before a participant, may be the noun that the verb agrees with instead."""
    if i < 0 or words.kind[i] != "word" or words.norm[i].startswith("ال"):
        return False
    return words.norm[i].removeprefix("و") not in PREPOSITIONS | _NO_NOUNS


def _verb(words: Words, trigger: TriggerMention) -> str | None:
    """he, she or they; None where the form does not tell."""
    verb = words.norm[trigger.first]
    lemma = fold(trigger.lemma).split()[0]
    verb = verb if lemma[:1] in "وف" else verb.lstrip("وف")
    if verb.endswith("وا"):
        return "they"
    if verb[:1] in "يت" and not lemma.startswith(verb[:1]):
        return "they" if verb.endswith("ون") else "he" if verb[0] == "ي" else "she"
    if verb.endswith("ت") and not lemma.endswith("ت"):
        return "she"
    return "he" if verb == lemma else None


def _noun(words: Words, actor: ActorMention) -> str | None:
    """he, she or they, by the first word of the participant; None where it does not tell."""
    first = actor.first
    stem = words.norm[first].removeprefix(actor.prefix).removeprefix("ال")
    feminine = words.surface[first].endswith("ة") or (stem.endswith("ات") and actor.actor_class in ARMED)  # قوات, no given name
    if stem in _MEN_IN_TA:
        return None
    if stem in _FEMININE or feminine:
        return "she"
    if stem in _MASCULINE:
        return "he"
    plural = stem.endswith(_PLURALS) and len(stem) >= _SOUND_PLURAL and actor.actor_class in _NAMELESS
    return "they" if plural or stem in _PEOPLE else None
