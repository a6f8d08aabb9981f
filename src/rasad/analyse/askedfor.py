"""A sentence before that names nobody: the lead of which the next tells, and what a speaker alone between two stops says."""

from collections.abc import Sequence
from typing import Final

from rasad.analyse.holding import BY_PREPOSITION
from rasad.analyse.sayings import THAT
from rasad.lexicon import wordclass
from rasad.lexicon.matcher import PhraseIndex
from rasad.model.mentions import ASKED, Attribution
from rasad.model.words import Sentence, Words

#: Words of a sentence that only names a speaker, and how many hand over to him (بحسب ما ذكره).
_ALONE: Final = 16
_HANDS_OVER: Final = 4
_POINTS_BACK: Final = frozenset({"وذلك", "ذلك"})
#: Who is asked for his account of the story: what the lead tells in the outlet's own words is from him (25 of 36 such leads of
#: 666 coded reports; of media, networks and sides, which are quoted beside it, 1 of 15).
_ASKED: Final = frozenset({"anonymous", "official", "correspondent", "monitor"})
#: بينما، في حين: what goes on beside what was told.
_MEANWHILE: Final = PhraseIndex((phrase, True) for phrase in wordclass.stems("meanwhile"))


def alone(words: Words, stretches: Sequence[Attribution], sentence: Sentence) -> bool:
    """… بقصف المدفعية. وفق مراسلنا في المدينة.: only a speaker stands between two stops, and says what stands before."""
    if len(stretches) != 1 or not stretches[0].sources or sentence.last - sentence.first > _ALONE:
        return False
    said = words.norm[sentence.first : sentence.last]
    points_back = said[0] in _POINTS_BACK and not any(w in THAT or w == ":" for w in said)  # وذلك حسب ما ذكرته الوكالة.
    if stretches[0].why != BY_PREPOSITION and not points_back:
        return False
    joins = said[0].startswith("و") and not said[0].startswith("وفق") and not points_back
    return not joins and "،" not in said and stretches[0].sources[0].first <= sentence.first + _HANDS_OVER


def asked(words: Words, lead: Sentence, next_one: Attribution) -> list[Attribution]:
    """The lead that names nobody, put down to whom the second sentence gives as the one who tells of it: its main clause, not
    what goes on meanwhile (بينما، في حين)."""
    named = next_one.why == BY_PREPOSITION  # وبحسب وسائل إعلام محلية، أرغم المحتجون …
    kinds = {"outlet"} if named else _ASKED
    if not (named or next_one.why.startswith("verb")) or not next_one.sources or next_one.sources[0].kind not in kinds:
        return []
    meanwhile = (_MEANWHILE.find(words, j, bare=True) is not None for j in range(lead.first, lead.last))
    last = next((lead.first + k for k, turns in enumerate(meanwhile) if turns and k), lead.last)
    return [Attribution(lead.first, last, next_one.sources, ASKED)]
