"""What a word may be to the grammars by its letters alone, asked once for each different word of a corpus.

Each table is looked up by the folded word (`Words.norm`); most words of a text are nothing to most grammars.
"""

from typing import Final

from rasad.lexicon import actors, casualties, numbers, speakers, timewords
from rasad.lexicon.actors import ActorName, RoleNoun
from rasad.lexicon.casualties import Act, Count
from rasad.lexicon.clitics import analyses
from rasad.lexicon.perword import PerWord
from rasad.model.vocab import CasualtyKind


def _opens_time(norm: str) -> bool:
    openers = timewords.load().openers
    return any(stem in openers for _, stem in analyses(norm))


def _time_kinds(norm: str) -> frozenset[str]:
    lists = timewords.load().words
    return frozenset(kind for kind, phrases in lists.items() if any(phrases.begins(stem) for _, stem in analyses(norm)))


def _opens_number(norm: str) -> bool:
    known = numbers.load()
    asked = (known.words, known.vague)
    return norm[0].isdecimal() or norm in _BEFORE_NUMBERS or any(x.begins(stem) for x in asked for _, stem in analyses(norm))


#: بين opens a range; outlets write the article apart before figures (ال 24).
_BEFORE_NUMBERS: Final = frozenset({"بين", "وبين", "مابين", "ال", "لل", "وال"})


def _stems(norm: str) -> frozenset[str]:
    cuts = analyses(norm)
    return frozenset({stem for _, stem in cuts} | {prefix.lstrip("وف")[:1] for prefix, _ in cuts}) - {""}


def _sides(norm: str) -> tuple[ActorName, ...]:
    known = actors.load().adjectives
    return tuple(n for prefix, stem in analyses(norm) if prefix in ("", "ال", "وال", "و") for n in known.get(stem, ()))


def _roles(norm: str) -> tuple[tuple[str, str, RoleNoun], ...]:
    known = actors.load().roles
    return tuple((prefix, stem, known[stem]) for prefix, stem in analyses(norm) if len(stem) > 2 and stem in known)


def _opens_participant(norm: str) -> bool:
    known = actors.load()
    asked = (known.names, known.phrases, speakers.load().speakers)
    return bool(SIDES[norm] or ROLES[norm]) or any(x.begins(stem) for x in asked for _, stem in analyses(norm))


def _harms(norm: str) -> Act | None:
    known = casualties.load().acts
    for prefix, stem in analyses(norm):
        act = known.get(stem)
        if act is None or (prefix not in ("", "ال") and prefix[0] not in "وفبل"):
            continue
        # No verb has the article, and no noun with one a pronoun: الأجهزة، للأجهزة are no "أجهز".
        if act.frame == "masdar" or not ("ال" in prefix or (prefix.endswith("لل") and act.pronoun)):
            return act
    return None


def _victims(norm: str) -> tuple[CasualtyKind, Count, str] | None:
    known = casualties.load().victims
    return next(((*known[stem], prefix) for prefix, stem in analyses(norm) if stem in known), None)


def _their_hurt(norm: str) -> CasualtyKind | None:
    known = casualties.load()
    for ending in ("ه", "ها", "هم", "هما"):
        stem = norm.removesuffix(ending)
        if stem != norm and stem[-1:] == "ا":
            found = known.victims.get(stem[:-1] + "ي") or known.victims.get(stem)
            if found is not None and found[1] == "many":
                return found[0]
    return None


def _counted(norm: str) -> CasualtyKind | None:
    known = casualties.load().counted
    return next((known[stem] for _, stem in analyses(norm) if stem in known), None)


def _of_disease(norm: str) -> bool:
    return any(stem in _DISEASE for _, stem in analyses(norm))


_DISEASE: Final = casualties.context("other_sense")
#: Whether it speaks of disease or sport: إصابة and وفاة mean something else there.
OTHER_SENSE: Final = PerWord(_of_disease)
#: Whether an expression of time may begin with it.
OPENS_TIME: Final = PerWord(_opens_time)
#: The same, or digits.
BEGINS_TIME: Final = PerWord(lambda norm: norm[0].isdecimal() or (norm[0].isalpha() and OPENS_TIME[norm]))
#: The classes of time words that a phrase beginning with it may be of.
TIME_KINDS: Final = PerWord(_time_kinds)
#: Whether a number may begin with it.
OPENS_NUMBER: Final = PerWord(_opens_number)
#: Its stems, and the prepositions fused to them.
STEMS: Final = PerWord(_stems)
#: The sides whose adjective it is.
SIDES: Final = PerWord(_sides)
#: (proclitics, stem, role noun).
ROLES: Final = PerWord(_roles)
#: Whether a participant that the lists know may begin with it.
OPENS_PARTICIPANT: Final = PerWord(_opens_participant)
#: The act of harm it tells.
HARMS: Final = PerWord(_harms)
#: (kind, how many, proclitics) of a noun of those hurt.
VICTIMS: Final = PerWord(_victims)
#: What befell those who are told with whose they are (عدد قتلاه، جرحاهم).
THEIR_HURT: Final = PerWord(_their_hurt)
#: What befell the people whom it counts (حالة وفاة).
COUNTED: Final = PerWord(_counted)
