"""How far the words reach that name a speaker: مدير, but quoted as مدير مستشفى المدينة سامر العلي."""

from typing import Final

from rasad.events.within import places_within, within
from rasad.lexicon import speakers, wordclass
from rasad.lexicon.casualties import given_names
from rasad.lexicon.speakers import Speakers
from rasad.model.mentions import SourceMention
from rasad.model.reading import Reading
from rasad.model.vocab import SOURCE_KINDS

#: No speaker is quoted with more words behind his office.
_REACH: Final = 12
#: Words of a name behind a given name or a rank.
_NAME: Final = 3
_QUOTES: Final = frozenset('"“”«»')
_STATEMENTS: Final = wordclass.stems("statement_stem")
_OPENERS: Final = wordclass.words("speech_opener") | {":"}
_GIVEN: Final = given_names()
#: أعلن المتحدث العميد سامر العلي تنفيذ …: what he tells begins.
_TOLD: Final = wordclass.words("what_is_told")
_NAMED: Final = _GIVEN | wordclass.words("title")
#: قوله، تأكيدهما: what he says begins.
_HIS_WORDS: Final = wordclass.words("his_words")
#: عائلته: with a pronoun a noun is whole.
_HIS: Final = ("ه", "ها", "هم")
#: Endings of adjectives of belonging (محلي، المصرية، أمنيون).
_BELONGING: Final = ("ي", "يه", "يون", "يين")
#: Prepositions that tie an office to its body or place.
_OF: Final = frozenset({"في", "من", "باسم"})
#: الذي، التي: what he did, not who he is.
_WHO: Final = wordclass.words("relative")
#: A name before an office begins so near; a name in quotes has so many words.
_BEFORE: Final = 4
_QUOTED: Final = 7
#: Words that no name between commas has (فضل عدم ذكر اسمه، في حديث خاص).
_WITHHELD: Final = wordclass.words("name_withheld")
_NO_NAME: Final = _WITHHELD | _OF | wordclass.words("said_where") | {"ل", "علي", "عن", "الي"}
_TANWIN: Final = "\u064b"
#: Whoever is not named with the office he has is quoted as he stands: media, bodies, sides.
_OFFICES: Final = frozenset(SOURCE_KINDS) - {"outlet", "activist_network", "social_media", "unattributed"}


class SpeakerText:
    """Finds the end of each speaker's words in one report."""

    def __init__(self, reading: Reading) -> None:
        self.words = reading.words
        self.reading = reading
        self.known: Speakers = speakers.load()
        self.timed = {i for t in reading.times for i in range(t.first, t.last)}
        self.spoken = {s.first for a in reading.attributions for s in a.sources}

    def span(self, source: SourceMention) -> tuple[int, int]:
        """The words [first, last) that name the speaker, where he is named in full."""
        first, last = source.named or (source.first, source.last)
        if source.kind not in _OFFICES:
            return first, last
        if source.name is not None:
            step = self._step(last, len(self.words), whole=True) if self._tied(last, source) else last
            return first, step
        return self._given(first), self._last(first, last)

    def _tied(self, i: int, source: SourceMention) -> bool:
        """قيادة الأمن الداخلي في محافظة X: an office of the state that its place tells from others."""
        return source.kind == "official" and source.named is None and i < len(self.words) and self.words.norm[i] == "في"

    def _given(self, first: int) -> int:
        """سامر العلي، مدير المدرسة: where his name before the office begins."""
        norm, sentence = self.words.norm, self.words.sentences[self.words.sentence[first]]
        for k in range(first - 1, max(sentence.first, first - _BEFORE) - 1, -1):
            if self.words.kind[k] == "word" and norm[k] in _GIVEN:
                opens = k == sentence.first or self.known.verb[norm[k - 1]] is not None
                return k if opens else first
            if self.words.kind[k] != "word" and norm[k] != "،":
                break
        return first

    def _last(self, first: int, last: int) -> int:
        norm, i = self.words.norm, last
        end = min(self.words.sentences[self.words.sentence[first]].last, last + _REACH)
        whole = norm[i - 1].startswith("ال") or bool(self._place(i - 1)) or self.words.surface[i - 1].endswith(_HIS)
        i = max(i, self._place(i - 1))
        while i < end and not self._stops(i):
            step = self._step(i, end, whole=whole)
            if step == i:
                break
            whole = whole or any(norm[j].startswith("ال") for j in range(i, step)) or bool(self._place(i))
            i = step
        return i

    def _stops(self, i: int) -> bool:
        """Whether word i opens what he says, tells of the act or of its time, or is somebody else."""
        norm = self.words.norm[i]
        if norm in _OPENERS or norm in _WHO or norm in _TOLD or norm in _HIS_WORDS or i in self.timed or i in self.spoken:
            return True
        if not _WITHHELD.isdisjoint(self.words.norm[i + 1 : i + 2]):
            return True  # مسؤول محلي طلب عدم ذكر اسمه
        if within(self.reading.triggers, i, i + 1) or norm == "ل" or (norm.startswith("ل") and len(self.words.analyses[i]) > 1):
            return True
        return norm[0] in "يتقا" and not norm.startswith("ال") and self.known.verb[norm] is not None

    def _step(self, i: int, end: int, *, whole: bool) -> int:
        """The word behind what still names him at word i; i if nothing does. `whole`: his office is complete."""
        norm = self.words.norm
        behind = i + 1
        if norm[i] == "،" and behind < end:
            return self._name(behind, end) if self._names(behind) else self._between_commas(i, end)
        if norm[i] in _QUOTES:
            return next((j + 1 for j in range(behind, min(end, i + _QUOTED)) if norm[j] in _QUOTES), i)
        if self.words.kind[i] != "word":
            return i
        if self._names(i):
            return self._name(i, end)
        if norm[i] in _OF:
            place = self._place(behind) if behind < end else 0
            body = behind < end and norm[behind].startswith("ال") and not norm[behind].removeprefix("ال").startswith(_STATEMENTS)
            return place or (behind + 1 if body and not self._stops(behind) else i)
        if not whole:
            cut = self.words.analyses[i]
            noun = not self.words.surface[i].endswith(_TANWIN) and not any(p and p != "ال" for p, _ in cut)
            return self._place(i) or (behind if noun or norm[i].startswith("ال") else i)
        return behind if norm[i].endswith(_BELONGING) and norm[i].startswith("ال") else i

    def _names(self, i: int) -> bool:
        """Whether word i is a given name or a title: علي, not على."""
        return self.words.norm[i] in _NAMED and self.words.surface[i] != "على"

    def _between_commas(self, i: int, end: int) -> int:
        """مدير المستشفى، نضال خضر، إن: a name that no list knows, two or three words between commas before what is said."""
        norm = self.words.norm
        j = i + 1
        while j < min(end, i + _NAME + 2) and self.words.kind[j] == "word" and not self._stops(j):
            j += 1
        name = range(i + 1, j)
        plain = all(not self.words.surface[k].endswith(_TANWIN) and norm[k] not in _NO_NAME for k in name)
        return j if len(name) in (2, 3) and plain and j < end and norm[j] in "،," else i

    def _place(self, i: int) -> int:
        """The word behind the place named at word i, 0 if there is none."""
        found = places_within(self.reading.places, i, i + 1)
        return found[0].mention.last if found else 0

    def _name(self, i: int, end: int) -> int:
        j, end = i, min(end, i + _NAME + 1)
        while j < end and self.words.kind[j] == "word" and not self._stops(j) and self.words.norm[j] not in _OF:
            j += 1
        return j
