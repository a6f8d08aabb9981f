"""Whether a report is about another matter, in which violent words are figures of speech (a goal, a film, prices)."""

from collections import Counter
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.lexicon import topics as lexicon
from rasad.model.words import Words

#: Topic words in a hundred. Our own five reports of other matters have 3.9 to 9.3, the 34 conflict reports at most 1.3.
RATE: Final = 2.5
#: Fewer topic words than this prove nothing in a short text.
AT_LEAST: Final = 3


def find_topic(words: Words) -> str | None:
    """The other matter that the report is about, or None."""
    votes = Counter(match.payloads[0] for match in lexicon.load().all(words))
    if not votes:
        return None
    topic, count = votes.most_common(1)[0]
    return topic if count >= AT_LEAST and 100 * count >= RATE * len(words) else None


@Language.component("rasad_topic", requires=["doc._.words"], assigns=["doc._.topic"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.topic`."""
    _ = doc._
    _.topic = find_topic(_.words)
    return doc
