"""Whether a report is about another matter, in which violent words are figures of speech (a goal, a film, prices)."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.lexicon import actors, wordclass
from rasad.lexicon import topics as lexicon
from rasad.lexicon.clitics import analyses
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import TriggerMention
from rasad.model.words import Words

#: Topic words in a hundred. Our own five reports of other matters have 3.9 to 9.3, the 34 conflict reports at most 1.3.
RATE: Final = 2.5
#: Fewer topic words than this prove nothing in a short text.
AT_LEAST: Final = 3

_HOSTAGES: Final = frozenset({"رهائن", "رهاين", "رهينه"})


#: Matters that a conflict touches too: a fire, a harvest, a road, a hospital, prices.
_OF_PLACES_AT_WAR: Final = frozenset({"fire", "traffic", "health", "farming", "science", "economy", "weather"})
#: Armed men told of so often show that it does.
_ARMED_MEN: Final = 2
_ARMED: Final = frozenset({"state_forces", "rebel", "political_militia", "identity_militia", "external_forces"})
_GUNMEN: Final = wordclass.words("armed_men")
_SETTLERS: Final = wordclass.stems("settler_stem")


def _bears_arms(norm: str) -> bool:
    roles = actors.load().roles
    said = (stem for _, stem in analyses(norm))
    return any(
        (stem in roles and roles[stem].actor_class in _ARMED) or stem in _GUNMEN or stem.startswith(_SETTLERS) for stem in said
    )


#: Whether a word names armed men.
_BEARS_ARMS: Final = PerWord(_bears_arms)


def find_topic(words: Words, triggers: Sequence[TriggerMention] = ()) -> str | None:
    """The other matter that the report is about, or None."""
    votes = Counter(match.payloads[0] for match in lexicon.load().all(words))
    if not votes:
        return None
    topic, count = votes.most_common(1)[0]
    if count < AT_LEAST or 100 * count < RATE * len(words):
        return None
    if topic in _OF_PLACES_AT_WAR and sum(map(_BEARS_ARMS.__getitem__, words.norm)) >= _ARMED_MEN:
        return None  # مسلحون يحرقون المحاصيل: no report on the harvest
    earnest = not _HOSTAGES.isdisjoint(words.norm) or any(_in_earnest(t) for t in triggers)
    return None if topic == "economy" and earnest else topic


def _in_earnest(trigger: TriggerMention) -> bool:
    """اعتصام، تظاهرة، اختطاف: prices and banks have no figures of speech of these; people assemble and take hostages there."""
    protest = trigger.event_type == "PROTEST" and trigger.strength == "sure" and trigger.pos != "verb"
    return protest or trigger.sub_event == "Abduction/forced disappearance"


@Language.component("rasad_topic", requires=["doc._.words", "doc._.triggers"], assigns=["doc._.topic"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.topic`."""
    _ = doc._
    _.topic = find_topic(_.words, _.triggers)
    return doc
