"""Words of acts that only tell something of another act: why it was done, with whom, what it endangers, what joins it."""

from typing import Final

from rasad.events.clauses import participle
from rasad.events.within import within
from rasad.lexicon import triggers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES

_ADVERBS: Final = wordclass.words("adverb_of_reason")
_TOGETHER: Final = wordclass.words("in_coordination")
_CARE: Final = wordclass.words("passive_care")
_ENDANGER: Final = wordclass.words("endanger")
#: Words before the verb among which who threatens stands.
_ENDANGERS_WITHIN: Final = 4
#: Words of who speaks between two verbs of a kind.
_DOUBLED_WITHIN: Final = 1
#: Meetings joined with و are told.
_JOINED: Final = VERBAL_TYPES - {"CONSULT"}


class Asides:
    """Reads them in one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words

    def why(self, n: int) -> str | None:
        """Why trigger n only tells something of another act, or None."""
        trigger, norm = self.reading.triggers[n], self.words.norm
        i = trigger.first
        after = norm[trigger.last] if trigger.last < len(norm) else ""
        if norm[i] in _ADVERBS and (after in ("علي", "مع") or norm[trigger.last - 1] == "علي" or after[:1] in ("ب", "ل")):
            return "an adverb of reason"
        if norm[i] in _TOGETHER:
            return "a circumstance (in coordination with …)"
        if trigger.event_type == "REQUEST" and trigger.pos == "verb" and i and norm[i - 1] in ("ما", "مما"):
            return "a cause (ما دعا …)"
        to = after == "الي" or (after == "علي" and "الي" in norm[i + 2 : i + 5])  # أسعف على إثر ذلك إلى المشفى
        if to and trigger.pos == "verb" and fold(trigger.lemma) in _CARE:
            return "care that the hurt were given (أسعفوا إلى …)"
        if i and self.words.kind[i - 1] == "number" and trigger.event_type in _JOINED and participle(self.words, i):
            return "persons that are counted (34 متهماً)"
        if self._doubled(n):
            return "said twice of one act (تدين وتشجب)"
        if self._endangers(trigger):
            return "what endangers, not who threatens (تطور يهدد …)"
        return "a noun joined to what stands before it (… وتهديدهم)" if self._joined(n) else None

    def _endangers(self, trigger: TriggerMention) -> bool:
        """تطور خطير يهدد التعليم, ما ينذر بكارثة: a verb of the present behind no participant."""
        if fold(trigger.lemma) not in _ENDANGER or trigger.pos != "verb":
            return False
        before = within(self.reading.actors, trigger.first - _ENDANGERS_WITHIN, trigger.first)
        return self.words.norm[trigger.first][:1] in ("ي", "ت") and not before

    def _doubled(self, n: int) -> bool:
        """تدين وتشجب, تدين الهيئة وتستنكر: two verbs of a kind joined, the speaker between them at most."""
        trigger, before = self.reading.triggers[n], self.reading.triggers[n - 1] if n else None
        if before is None or {trigger.pos, before.pos} != {"verb"} or trigger.event_type not in _JOINED:
            return False
        near = trigger.event_type == before.event_type and trigger.first - before.last <= _DOUBLED_WITHIN
        return near and self.words.norm[trigger.first].startswith("و") and trigger.lemma[0] != "و"

    def _joined(self, n: int) -> bool:
        """منعهم من العمل وتهديدهم, إطلاق نار وتهديدات: of words so joined one in five was coded. وطلب may be a verb."""
        trigger = self.reading.triggers[n]
        norm = self.words.norm[trigger.first]
        if trigger.pos != "noun" or trigger.event_type not in _JOINED or not norm.startswith("و") or trigger.lemma[0] == "و":
            return False
        if any(form.entry.pos == "verb" for form in lexicon.load().get(norm[1:], ())):
            return False
        first = self.words.sentences[self.words.sentence[trigger.first]].first
        return bool(within(self.reading.triggers[:n], first, trigger.first))
