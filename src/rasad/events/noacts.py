"""Words that look like an act, told by what stands around them: nobody's deed, what is struck, what was not achieved, and a
crowd that does not protest."""

from typing import Final

from rasad.events.governing import PREPOSITIONS
from rasad.lexicon import wordclass
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading

#: منعت الأمطار، تدعو الحاجة: a verb of these types whose subject is no side.
_NEEDS_DOER: Final = frozenset({"COERCE", "MOBILIZE", "REQUEST", "THREATEN", "AID", "ASSAULT", "PROTEST"})
_NO_DOERS: Final = wordclass.words("no_doer")
#: أجبر القصف العائلات على النزوح: what fire did besides is no measure of anyone.
_FIRES_UPON: Final = wordclass.words("fire_as_subject")
#: Nouns of acts that stand also for what is struck: troops on the move, a meeting.
_STRIKEABLE: Final = frozenset({"MOBILIZE", "CONSULT"})
#: Words between a verb of force and what it strikes (its subject), and between a noun of force and it.
_STRUCK_WITHIN: Final = 9
_STRUCK_BY_NOUN: Final = 3
_UNDER: Final = wordclass.words("subordinator")
#: لم يتمكن الدفاع المدني من إجلاء الجرحى, يحق للقوات اعتقال, يريد الاحتلال تهجير: not done, only not possible, allowed or wanted.
_ABLE: Final = wordclass.words("is_able")
_NOT: Final = frozenset({"لم", "لن", "لا"})
_ALLOWED: Final = wordclass.words("may_or_wants")
_ABLE_WITHIN: Final = 8
_ALLOWED_WITHIN: Final = 5
#: تعثر انسحاب القوات, بانتظار وصول القافلة.
_STALLED: Final = wordclass.words("stalled")
#: انسحاب القوات لن يحدث: words from a noun to the verb that says so.
_NEVER_WAS: Final = wordclass.words("never_was")
_NEVER_WITHIN: Final = 6
#: خوفاً من القصف, للاحتماء, من منازلهم: what a crowd is in the street for that does not protest.
_NO_DISSENT: Final = wordclass.words("no_dissent")
_NO_DISSENT_WITHIN: Final = 12
_DISSENT: Final = wordclass.stems("dissent_told_stem")
_ENDS: Final = frozenset("؛;.:")
_MARKS: Final = _ENDS | frozenset("،,")

_DISSENTS: Final = PerWord(lambda norm: _begins(norm, _DISSENT))
_SAYS_ABLE: Final = PerWord(lambda norm: norm in _ABLE)
_SAYS_ALLOWED: Final = PerWord(lambda norm: norm.lstrip("وف") in _ALLOWED or norm in _ALLOWED)
_SAYS_NO_DISSENT: Final = PerWord(lambda norm: norm.removeprefix("و") in _NO_DISSENT)


def _begins(norm: str, stems: tuple[str, ...]) -> bool:
    """Whether a word, without the letters that may join it, begins so."""
    bare = norm.lstrip("وفبل").removeprefix("ال")
    return bare.startswith(stems) or norm.startswith(stems)


class NoActs:
    """Reads them in one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words

    def why(self, n: int) -> str | None:
        """Why trigger n, for what stands around it, tells no act, or None."""
        trigger = self.reading.triggers[n]
        if trigger.event_type in _STRIKEABLE and trigger.pos != "verb" and n and self._struck(n):
            return "what is struck, not a move (استهدفت رتلاً)"
        if self._not_achieved(trigger):
            return "not achieved, only allowed or wanted (لم يتمكن من)"
        if trigger.event_type == "PROTEST" and self._no_dissent(trigger):
            return "a crowd that does not protest (خوفاً من القصف)"
        return None

    def _struck(self, n: int) -> bool:
        """Whether a noun is what the act of force before it strikes: nothing but the subject of its verb stands between, or the
        things struck beside it (غارات على مواقع وتعزيزات X)."""
        trigger, force = self.reading.triggers[n], self.reading.triggers[n - 1]
        norm, between = self.words.norm, range(force.last, trigger.first)
        if force.event_type != "ASSAULT" or len(between) > (_STRUCK_WITHIN if force.pos == "verb" else _STRUCK_BY_NOUN):
            return False
        if self.words.sentence[force.first] != self.words.sentence[trigger.first] or force.frame == "patient":
            return False
        if force.pos == "verb" and norm[trigger.first][0] == "و":
            return False
        ends = ".؛:" if force.pos == "verb" else ".؛:،"
        return not any(norm[i] in _UNDER or norm[i] in PREPOSITIONS - {"علي"} or norm[i] in ends for i in between)

    def _not_achieved(self, trigger: TriggerMention) -> bool:
        """لم يتمكن X من إجلاء الجرحى, يحق للقوات اعتقال أي شخص, تعثر انسحاب القوات; an attack that fails is one."""
        norm, i = self.words.norm, trigger.first
        first = self.words.sentences[self.words.sentence[i]].first
        for j in _SAYS_ABLE.where(norm, max(first + 1, i - _ABLE_WITHIN), i):
            if norm[j - 1].lstrip("وف") in _NOT and _MARKS.isdisjoint(norm[j:i]):
                return True
        if trigger.pos == "verb":
            return False
        if i > first and norm[i - 1].lstrip("وف") in _STALLED and trigger.event_type != "ASSAULT":
            return True
        if self._never_was(trigger):
            return True
        allowed = _SAYS_ALLOWED.where(norm, max(first, i - _ALLOWED_WITHIN), i)
        return any(_MARKS.isdisjoint(norm[j:i]) for j in allowed)

    def _never_was(self, trigger: TriggerMention) -> bool:
        """انسحاب القوات من المدينة لن يحدث."""
        norm, last = self.words.norm, self.words.sentences[self.words.sentence[trigger.first]].last
        for j in range(trigger.last, min(last - 1, trigger.last + _NEVER_WITHIN)):
            if norm[j] in _MARKS:
                return False
            if norm[j] in ("لن", "لم") and norm[j + 1] in _NEVER_WAS:
                return True
        return False

    def _no_dissent(self, trigger: TriggerMention) -> bool:
        """خرج العشرات من منازلهم خوفاً من القصف: in the street for another reason, and no word of dissent in the sentence."""
        norm = self.words.norm
        sentence = self.words.sentences[self.words.sentence[trigger.first]]
        last = min(sentence.last, trigger.last + _NO_DISSENT_WITHIN)
        if not _SAYS_NO_DISSENT.among(norm, trigger.first + 1, last):
            return False
        return not _DISSENTS.among(norm, sentence.first, sentence.last)


def nobodys(trigger: TriggerMention, reading: Reading) -> bool:
    """منعت الأمطار, أجبر القصف, يطالب القانون: the subject right behind the verb is no side."""
    words, i = reading.words, trigger.last
    if trigger.pos != "verb" or trigger.event_type not in _NEEDS_DOER or trigger.voice == "passive" or i > trigger.first + 1:
        return False
    if i >= words.sentences[words.sentence[trigger.first]].last:
        return False
    said = {stem for prefix, stem in words.analyses[i] if prefix in ("", "ال")}
    return not _NO_DOERS.isdisjoint(said) or (trigger.event_type == "COERCE" and not _FIRES_UPON.isdisjoint(said))
