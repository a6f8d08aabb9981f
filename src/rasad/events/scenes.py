"""Places of a report that no act of it has: of a headline, of the sentence that introduces the story, of "the incident", of the
dateline (CODEBOOK 10: where a sentence has no place, that of the sentence that introduces the story holds)."""

from collections.abc import Sequence
from typing import Final

from rasad.events.draft import Draft
from rasad.events.homes import Homes
from rasad.events.within import places_within
from rasad.lexicon import gazetteer, wordclass
from rasad.model.mentions import ResolvedPlace
from rasad.model.reading import Reading
from rasad.model.words import Sentence

#: العملية، الحادث: an act that was told, by a word that tells none.
_INCIDENT: Final = wordclass.words("incident_noun")
_SIGNS: Final = frozenset({"-", "–", "—", "/", "("})
#: Words of a sentence that tells something; a line of fewer is a date, a place or a name.
_TELLS: Final = 6
#: Words of who speaks that may stand before where he is: مراسل شبكة X في Y.
_BEHIND: Final = 2


class Scenes:
    """Reads them of one report."""

    def __init__(self, drafts: Sequence[Draft], reading: Reading) -> None:
        self.reading, self.words = reading, reading.words
        self.homes = Homes(reading.words)
        self.draft = drafts[0] if drafts else None
        told = {d.sentence for d in drafts} | {reading.words.sentence[first] for d in drafts for first, _ in d.tellings}
        sentences = [(k, s) for k, s in enumerate(reading.words.sentences) if s.role != "furniture"]
        opening = next((k for k, s in sentences if s.role == "body" and s.last - s.first >= _TELLS), -1)
        heads = [(k, s) for k, s in sentences if k not in told and (s.role == "headline" or k == opening)]
        later = [(k, s) for k, s in sentences if k not in told and k != opening and self._of_incident(s)]
        #: places of what introduces the story, of what tells of "the incident", of the dateline or of the correspondent
        self.introduced = next(filter(None, (self._places(s) for _, s in reversed(heads))), [])
        self.of_incident = next(filter(None, (self._places(s) for _, s in later)), [])
        self.written = self._dateline() or self._correspondent()

    def _of_incident(self, sentence: Sentence) -> bool:
        return sentence.role == "body" and not _INCIDENT.isdisjoint(self.words.norm[sentence.first : sentence.last])

    def _places(self, sentence: Sentence) -> list[ResolvedPlace]:
        """Those of a sentence that are nobody's home, post, name or speaker's."""
        found: list[ResolvedPlace] = []
        for place in places_within(self.reading.places, sentence.first, sentence.last):
            first = place.mention.first
            if self.draft is None or not _at_hand(place) or self._held(first) or self.homes.care(first) or self.homes.post(first):
                continue
            if self.homes.origin(max(sentence.first, first - 3), place, [], self.draft) is None:
                found.append(place)
        return [] if found and self._heads(found[0]) else found

    def _held(self, i: int) -> bool:
        """Whether a participant's or a speaker's name holds word i, or he stands right before it with "in"."""
        sources = (s for a in self.reading.attributions for s in a.sources)
        spans = [*((a.first, a.last) for a in self.reading.actors), *((s.first, s.last + _BEHIND) for s in sources)]
        return any(first <= i < last for first, last in spans)

    def _heads(self, place: ResolvedPlace) -> bool:
        """بغداد/ شفق نيوز: a dateline in the body."""
        sentence = self.words.sentences[self.words.sentence[place.mention.first]]
        behind = self.words.norm[place.mention.last : place.mention.last + 1]
        return sentence.role == "body" and place.mention.first == sentence.first and not _SIGNS.isdisjoint(behind)

    def _dateline(self) -> list[ResolvedPlace]:
        return next(([p] for p in self.reading.places if _at_hand(p) and self._heads(p)), [])

    def _correspondent(self) -> list[ResolvedPlace]:
        """أفاد مراسلنا في ريف حلب بأن …: where the outlet's own man is."""
        for said in self.reading.attributions:
            for source in said.sources:
                if source.kind == "correspondent":
                    near = places_within(self.reading.places, source.first, source.last + _BEHIND)
                    return [p for p in near if _at_hand(p)][:1]
        return []


def _at_hand(place: ResolvedPlace) -> bool:
    """Known, or a village that only the report names, and of the countries reports tell of: what a ministry in Cairo says was
    elsewhere."""
    mention = place.mention
    told = place.latitude is not None or (mention.kind == "settlement" and mention.cue is not None)
    return told and mention.kind != "country" and place.country in gazetteer.HOME
