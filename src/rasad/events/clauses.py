"""Cuts sentences into clauses, so that an argument is looked for where its verb reigns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rasad.lexicon import speakers, wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TriggerMention
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Sentence, Words

_MARKS: Final = frozenset("،,؛;:")
#: Conjunctions that open a clause of their own.
_OPENERS: Final = wordclass.words("clause_opener")
#: What opens a clause behind a comma, where the piece before tells an act: verbs that carry the noun of another (وعقب
#: التفجير، قامت مجموعة بالهجوم على X), and another place (قُصفت X، وفي Y قُتل طفل).
_AND_IN: Final = wordclass.words("and_in")
_CARRIERS: Final = wordclass.stems("carrier_stem")
_DIES: Final = wordclass.words("dies_later")
_HURT: Final = wordclass.stems("was_hurt_stem")
_PAIRS: Final = wordclass.words("clause_opener_pair")
_PAIR_HEADS: Final = frozenset(pair.split()[0] for pair in _PAIRS)
_ADVERBS: Final = wordclass.words("clause_adverb")
#: Whether a clause may begin at a word that tells no act.
_BEGIN: Final = _PAIR_HEADS | _OPENERS | _AND_IN
_OPENS: Final = PerWord(lambda norm: norm in _BEGIN or _carries(norm) or speakers.AND_SAYS[norm])


def _carries(norm: str) -> bool:
    """قامت، وشن: a verb that carries the noun of an act."""
    return norm.removeprefix("و").startswith(_CARRIERS)


def cut(words: Words, sentence: Sentence, triggers: Sequence[TriggerMention]) -> list[tuple[int, int]]:
    """Word runs of the clauses of a sentence. `triggers`: those of the sentence, in order.

    A clause begins at a conjunction, at a verb joined with و or ف, and after a comma where a trigger stands at once; a
    comma before anything else sets off a parenthesis (، في بيان اليوم،) or a list, and cuts nothing.
    """
    starts = {t.first: t for t in triggers}
    bounds = [sentence.first]
    for i in sorted({*_OPENS.where(words.norm, sentence.first + 1, sentence.last), *starts} - {sentence.first}):
        norm = words.norm[i]
        # ، كذلك فتح الطيران …: an adverb may stand between the comma and the verb.
        before = i - 2 if words.norm[i - 1] in _ADVERBS and i - 2 >= sentence.first else i - 1
        after_mark = words.norm[before] in _MARKS
        trigger = starts.get(i)
        carried = after_mark and trigger is None and (_carries(norm) or norm in _AND_IN)
        carried = carried and any(t >= bounds[-1] for t in starts if t < i)
        if norm in _PAIR_HEADS and pair_at(words, i):
            bounds.append(i)  # في حين استهدفت …
            continue
        opens = norm in _OPENERS and (norm != "قبل" or _then_verb(words, i))
        opens = opens or (any(bounds[-1] <= t < i for t in starts) and speakers.says_anew(words, i, sentence.last))
        if opens or carried or (trigger is not None and _begins(words, i, trigger, after_mark=after_mark)):
            bounds.append(i)
    bounds.append(sentence.last)
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def pair_at(words: Words, i: int) -> bool:
    """Whether a conjunction of two words begins at word i (في حين)."""
    return words.norm[i] in _PAIR_HEADS and i + 1 < len(words) and f"{words.norm[i]} {words.norm[i + 1]}" in _PAIRS


def _begins(words: Words, i: int, trigger: TriggerMention, *, after_mark: bool) -> bool:
    """Whether the trigger at word i begins a clause: a verb behind و or a comma, a noun behind both, a participle."""
    joined = words.norm[i][0] in "وف" and _is_joined(words, i) and not _own_letter(words.norm[i], trigger)
    if trigger.pos == "verb":
        return joined or after_mark
    return after_mark and (joined or (trigger.event_type in VERBAL_TYPES and participle(words, i)))


def _own_letter(norm: str, trigger: TriggerMention) -> bool:
    """فرضت، وصل: the و or ف is the verb's own first letter, not a conjunction."""
    return fold(trigger.lemma)[0] == norm[0] and not norm.startswith(norm[0] * 2)


def _then_verb(words: Words, i: int) -> bool:
    """قبل أن: before something was done; قبل alone is a preposition."""
    return i + 1 < len(words) and words.norm[i + 1] == "ان"


def _is_joined(words: Words, i: int) -> bool:
    return any(prefix in ("و", "ف") for prefix, _ in words.analyses[i])


def clause_of(clauses: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """The clause in which word i stands."""
    for first, last in clauses:
        if first <= i < last:
            return first, last
    return clauses[-1]


def topic_of(
    words: Words, clauses: Sequence[tuple[int, int]], clause: tuple[int, int], triggers: Sequence[TriggerMention]
) -> int:
    """Where the clause begins together with what a comma parts from its verb (وكانت الوزارة، في بيان، قد رحبت): the first word
    of the piece before it if that tells of nothing itself, else its own. `triggers`: those of the sentence, in order."""
    before = next((c for c in clauses if c[1] == clause[0]), None)
    mark = clause[0] - 1 - (words.norm[clause[0] - 1] in _ADVERBS)
    if before is None or words.norm[mark] not in _MARKS or any(before[0] <= t.first < before[1] for t in triggers):
        return clause[0]
    return before[0]


def participle(words: Words, i: int) -> bool:
    """داعياً، مهددة، متهماً at word i: an accusative participle tells what the subject before it does besides."""
    norm = words.norm[i].removeprefix("و") if i < len(words) else ""
    return norm.startswith(("م", "داع")) and norm.endswith(("ا", "ه", "ين"))


def present(norm: str, past: str) -> bool:
    """Whether a verb's form, whose past is given, is of the present: تستهدف, not تبنى."""
    form = norm.lstrip("وف") if past[:1] not in "وف" else norm
    return form[:1] in "يت" and (past[:1] not in "يت" or len(form) > len(past) + 1)


def says_which(words: Words, act: TriggerMention, other: TriggerMention) -> bool:
    """مقتل ثلاثة في الغارة الإسرائيلية التي استهدفت X: the relative before the other verb says which act is meant, not which
    persons: nothing but adjectives stands between it and the act's noun. So does that of who died of it: استشهد شاب أصيب."""
    if words.sentence[act.first] != words.sentence[other.first] or act.event_type != "ASSAULT":
        return False
    if fold(act.lemma) in _DIES and words.norm[other.first].startswith(_HURT):
        return True
    between = words.norm[act.last : other.first - 1]
    return act.pos != "verb" and act.last < other.first and all(w.startswith("ال") and w.endswith(("ي", "يه")) for w in between)
