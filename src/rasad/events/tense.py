"""Whether a verb is told in the past."""

from rasad.model.mentions import TriggerMention
from rasad.model.words import Words


def is_past(trigger: TriggerMention, words: Words) -> bool:
    """Not يقصف, تقصف, سيقصف; توعد, سيطر, whose own first letter is a ت or س, are."""
    norm = words.norm[trigger.first].removeprefix("و")
    if norm[:2] in ("سي", "ست") and trigger.lemma[:1] != "س":
        return False
    return norm[:1] != "ي" and (norm[:1] != "ت" or trigger.lemma[:1] == "ت")
