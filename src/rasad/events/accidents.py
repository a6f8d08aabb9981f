"""لقي أربعة مصرعهم بتصادم حافلة، توفي متأثراً بمرض: who dies by accident or of an illness is no victim of an act."""

from typing import Final

from rasad.events.governing import ARMED
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.lexicon.matcher import PhraseIndex
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading

#: حادث سير، انهيار مبنى، غرقا، صعقا، نوبة قلبية
_CAUSES: Final = PhraseIndex((phrase, True) for phrase in wordclass.stems("cause_of_accident"))
#: Verbs and nouns of dying and being hurt that say nothing of a hand behind it.
_HARM: Final = wordclass.words("harm_by_any_cause")
_CUSTODY: Final = wordclass.stems("custody_stem")
_IN_CUSTODY: Final = PerWord(lambda norm: norm.lstrip("وبلف").removeprefix("ال").startswith(_CUSTODY))
#: Words between who died and what of.
_WITHIN: Final = 16


class Accidents:
    """Asks for one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        words = reading.words
        self.causes = [match.first for match in _CAUSES.all(words)]

    def tells(self, trigger: TriggerMention) -> bool:
        """Whether the harm that a trigger tells was done by accident: its cause stands in the sentence, no armed side, no other
        word of force and no custody (a prisoner's "heart attack" is what his keepers say)."""
        if not self.causes or trigger.event_type != "ASSAULT" or not self._harm(trigger):
            return False
        words = self.reading.words
        sentence = words.sentences[words.sentence[trigger.first]]
        first, last = max(sentence.first, trigger.first - _WITHIN), min(sentence.last, trigger.last + _WITHIN)
        if not any(first <= i < last for i in self.causes):
            return False
        if any(a.actor_class in ARMED and not a.adjective for a in within(self.reading.actors, sentence.first, sentence.last)):
            return False
        if any(_IN_CUSTODY[norm] for norm in words.norm[sentence.first : sentence.last]):
            return False
        others = within(self.reading.triggers, sentence.first, sentence.last)
        return all(self._harm(t) or t.event_type != "ASSAULT" or any(t.first <= i < t.last for i in self.causes) for t in others)

    @staticmethod
    def _harm(trigger: TriggerMention) -> bool:
        return trigger.frame == "patient" or fold(trigger.lemma) in _HARM
