"""Verbs whose noun is an act that goes on, begins or is not had: تواصل القوات …، بدأ السجناء …، لم تشهد المدينة أي …."""

from typing import Final, NamedTuple

from rasad.lexicon import wordclass
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import BEGUN, GOES_ON, KEPT_ON, NOT_HAD, TriggerMention
from rasad.model.words import Words

#: Words from such a verb to the noun of the act, its subject and an aside between them.
_WITHIN: Final = 16
#: … to one that may as well be a verb (تواصل الكتائب قصف المدينة, يشهد الحي قصفا).
_BESIDE: Final = 4
#: Words that an aside between commas may have.
ASIDE: Final = 5
_KEEPS_ON: Final = {
    **dict.fromkeys(wordclass.words("keeps_on"), GOES_ON),
    **dict.fromkeys(wordclass.words("kept_on"), KEPT_ON),
    **dict.fromkeys(wordclass.words("begins_act"), BEGUN),
}
_RENEWED: Final = wordclass.words("renewed_act")
_NOT: Final = frozenset({"لم", "ولم", "فلم"})
#: What is told behind these is not what went on (يشهد الحي توتراً بعد اشتباكات، تتواصل الوقفة احتجاجاً على قصف).
_PARTED: Final = wordclass.words("what_came_before") | wordclass.words("reason_of_act") | wordclass.words("parts_from_act")
_RELATIVES: Final = wordclass.words("relative")
_OF: Final = frozenset({"من", "علي", "مع", "عن"})
#: Marks that end a clause, and those that may be a pair.
_ENDS: Final = frozenset("؛;.:")
_COMMAS: Final = frozenset("،,")
#: To begin these is to have done them.
_MOMENTARY: Final = frozenset({"ACCUSE", "AGREE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})


class _Says(NamedTuple):
    """What a word says of an act behind it: why it goes on, that it is taken up again, that it is not what goes on."""

    why: str | None
    renews: bool
    parts: bool


def _says(norm: str) -> _Says | None:
    bare = norm.removeprefix("و").removeprefix("ف")
    says = _Says(_KEEPS_ON.get(norm) or _KEEPS_ON.get(bare), bare in _RENEWED, norm in _PARTED or bare in _PARTED)
    return says if any(says) or norm in _ENDS or norm in _COMMAS else None


#: Of most words nothing.
_SAYS: Final = PerWord(_says)


def lasting(words: Words, trigger: TriggerMention, others: dict[int, TriggerMention]) -> tuple[str, int] | None:
    """Why the act of a noun goes on, begins or was not had, and the word of the verb that says so; `others` are the acts by
    their first word."""
    norm, sentence = words.norm, words.sentence
    i, related = trigger.first, False
    if (own := _KEEPS_ON.get(norm[i], BEGUN)) is not BEGUN:
        return own, i  # تواصل تقدمها
    within = _BESIDE if trigger.pos == "verb" else _WITHIN
    clause = _Clause()
    for j in range(i - 1, max(words.sentences[sentence[i]].first, i - within) - 1, -1):
        said = _SAYS[norm[j]]
        if said is None and j not in others:
            continue  # most words
        if not clause.holds(words, j):
            return None
        if said is not None and said.why is not None and clause.comma < 0:
            return _told(words, trigger, j, said.why, related)
        if said is not None and said.renews and j == i - 1 and trigger.frame == "mutual":
            return BEGUN, j
        if said is not None and said.parts:
            return None
        act = others.get(j)
        if act is not None and not (act.pos != "verb" and norm[i][:1] == "و"):
            if act.pos != "verb" or norm[j - 1] not in _RELATIVES:
                return None
            related = True  # تشهد المناطق التي سيطرت عليها الفصائل اشتباكات: that of a relative clause stands between
    return None


def _told(words: Words, trigger: TriggerMention, verb: int, why: str, related: bool) -> tuple[str, int] | None:
    """What the verb says of the noun: بدأت القوات عملية begins it, but not بدأت مرحلة من الاتفاق, الاشتباكات التي بدأت ليلاً
    واستخدمت فيها قذائف, بدأ التحقيق."""
    if why != BEGUN:
        return (NOT_HAD if verb and words.norm[verb - 1] in _NOT else why), verb
    i = trigger.first
    governed = words.norm[i - 1] in _OF or words.norm[i][:1] == "و" or words.norm[verb - 1] in _RELATIVES
    return None if related or governed or trigger.event_type in _MOMENTARY else (BEGUN, verb)


class _Clause:
    """Walks back through a clause; a pair of commas around a few words (، صباح اليوم،) ends none."""

    def __init__(self) -> None:
        self.comma = -1

    def holds(self, words: Words, j: int) -> bool:
        """Whether the clause goes on before word j."""
        word = words.norm[j]
        if word in _ENDS:
            return False
        if self.comma >= 0 and self.comma - j > ASIDE + 1:
            return False
        if word in _COMMAS:
            self.comma = -1 if self.comma >= 0 else j
        return True
