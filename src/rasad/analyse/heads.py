"""Who is named at the head or foot of a report: before a colon, in the title of a statement, as the medium that signs it."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import replace
from typing import Final

from rasad.analyse.sayings import QUOTES, THAT, Sayings
from rasad.analyse.voices import GIVEN, Voices
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Speakers
from rasad.model.mentions import SIGNED, Attribution, SourceMention
from rasad.model.words import Sentence, Words

#: Words between a speaker and the colon behind his place or name.
_HEAD_REACH: Final = 6
#: How far from its end the medium stands that signs a report.
_SIGNED_WITHIN: Final = 9
#: #عاجل | الشرطة: …: what may stand before a speaker at the head of a post.
_URGENT: Final = frozenset({"عاجل"})
#: A line of fewer words without a full stop is no sentence.
_LINE: Final = 6
#: Words of a title before the body whose statement it is.
_TITLE_REACH: Final = 4


#: What may stand behind a speaker and name him still.
_OF: Final = frozenset({"في", "من", "لدي", "باسم", "برتبه", '"', "«", "“"})
_NOUNS: Final = ("ال", "ل", "ب", *wordclass.stems("medical_stem"))
#: الطيران الروسي: غارة على …: arms of a side head a list of what they did and say nothing.
_NO_VOICE: Final = tuple(article + stem for article in ("", "ال") for stem in wordclass.stems("no_voice_stem"))


class Heads:
    """Reads the lines of one report that name a speaker and tell nothing."""

    def __init__(self, words: Words, known: Speakers, voices: Voices, sayings: Sayings, timed: Container[int]) -> None:
        self.words = words
        self.known = known
        self.voices = voices
        self.sayings = sayings
        self.timed = timed

    def signature(self) -> SourceMention | None:
        """… ونُقل المصابون إلى المستشفيات. (رويترز): another medium, in brackets at the end of the last paragraph."""
        body = [s for s in self.words.sentences if s.role == "body"]
        if not body:
            return None
        norm, last = self.words.norm, body[-1].last
        for j in range(max(body[-1].first, last - _SIGNED_WITHIN), last - 2):
            match = self.known.speakers.find(self.words, j + 1, bare=True) if norm[j] == "(" else None
            closed = match is not None and norm[match.last : match.last + 1] == [")"]
            if match and closed and match.payloads[0].kind == "outlet" and match.payloads[0].name:
                speaker = match.payloads[0]
                source = SourceMention(j + 1, match.last, speaker.kind, speaker.name, speaker.protected, "signs the report")
                return None if self.voices.ours(source) else source
        return None

    def titled(self, sentence: Sentence) -> SourceMention | None:
        """بيان من هيئة محامي X: whose statement the title says the report is."""
        reach = range(sentence.first + 1, min(sentence.last, sentence.first + _TITLE_REACH))
        return next((source for j in reach if (source := self.voices.at(j)) is not None), None)

    def line(self, sentence: Sentence) -> bool:
        """لحج - الصبيحة, نشر بتاريخ: 25/2: a line of a few words that tells nothing and is no lead."""
        told = sum(self.words.kind[j] == "word" and j not in self.timed for j in range(sentence.first, sentence.last))
        return told < _LINE and self.words.norm[sentence.last - 1] not in ".؟!"

    def headed(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """* الخارجية: …: the speaker whose name stands alone before a colon at the head of the sentence."""
        i = sentence.first
        while i < sentence.last and (self.words.kind[i] == "punct" or self.words.norm[i] in _URGENT):
            i += 1
        source = self.voices.at(i) if i < sentence.last else None
        if source is None or source.last >= sentence.last or self.words.norm[source.first].startswith(_NO_VOICE):
            return ()
        behind = self._said_of_him(source.last, sentence.last)
        return (source,) if behind < sentence.last and self.words.norm[behind] in (":", "::") else ()

    def _said_of_him(self, i: int, last: int) -> int:
        """مراسلنا في درعا: …, المتحدث باسم الداخلية لـ سانا: …: the word behind where he is or to whom he speaks."""
        word = self.words.norm[i]
        if not (word in _OF or word.startswith(_NOUNS) or word in GIVEN):
            return i  # محافظ درعا زار القرية: …
        for j in range(i, min(last, i + _HEAD_REACH)):
            if self.words.norm[j] in QUOTES:
                continue  # مصدر أمني لـ«السومرية نيوز»: …
            if self.words.kind[j] == "punct" or self.words.norm[j] in THAT or self.sayings.at(j, last) is not None:
                return j if self.words.norm[j] in (":", "::") else i
        return i


def signed(words: Words, found: list[Attribution], by: SourceMention | None) -> list[Attribution]:
    """The body of a report that another medium signs, told by it where nobody is named and through it where somebody is."""
    if by is None:
        return found
    by_sentence: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in found:
        by_sentence[words.sentence[attribution.first]].append(attribution)
    signed: list[Attribution] = []
    for sentence in words.sentences:
        inside = by_sentence[words.sentence[sentence.first]]
        told = bool(signed) and signed[-1].last > sentence.first  # one speaker alone between stops says two sentences
        if sentence.role == "body" and not inside and not told:
            inside = [Attribution(sentence.first, sentence.last, (), SIGNED)]
        signed += [replace(a, sources=(*a.sources, by)) if sentence.role == "body" else a for a in inside]
    return signed
