"""How long who spoke holds over the sentences that name no speaker of their own."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from rasad.analyse.sayings import QUOTES
from rasad.analyse.voices import Voices
from rasad.lexicon import meanwhile, wordclass
from rasad.lexicon.matcher import PhraseIndex
from rasad.model.mentions import AGAIN, Attribution, SourceMention, TimeMention
from rasad.model.words import Sentence, Words

#: `why` of an attribution that a preposition gives (بحسب).
BY_PREPOSITION: Final = "by the preposition"
#: Sentence openings by which a report turns to background, which is the outlet's own voice again.
_BACKGROUND: Final = PhraseIndex((phrase, True) for phrase in wordclass.stems("background_opening"))
#: … by which it turns to another matter, of which whoever speaks next may go on …
_TURNS: Final = PhraseIndex((phrase, True) for phrase in wordclass.stems("turn_opening"))
#: … and by which it goes on with what it was telling (كما، في السياق ذاته), how far into the sentence.
_GOES_ON: Final = wordclass.words("goes_on")
#: ودعت، وطالبت: verbs of words by which he goes on himself.
_CALLS: Final = wordclass.stems("calls_on_stem")
_OPENING: Final = 4
#: Words within which a quotation that runs on is closed.
_QUOTED: Final = 80
#: … and of a whole statement, announced by a colon.
_STATEMENT: Final = 400
_OPENING_MARKS: Final = frozenset("“«")
#: … and how many paragraphs further.
_GOES_ON_REACH: Final = 2
_AWAY: Final = frozenset({"في", "وفي"})
#: Who is asked for his account of one thing: his words end with their paragraph unless the report goes on with them.
_OFFICES: Final = frozenset({"official", "conflict_party", "medical", "rescue"})
#: Who tells the whole story where the lead is put down to him; others are one voice in it.
_TELL_THE_STORY: Final = frozenset({"anonymous", "activist_network", "monitor"})
#: Whose own reports go on over places (وفي حلب …) and a paragraph further, networks of activists only if they have a name.
_REPORTERS: Final = frozenset({"correspondent", "outlet"})
_NETWORKS: Final = frozenset({"activist_network", "monitor"})
#: وبعد ذلك، وخلال المداهمة: the same story goes on.
_AND_THEN: Final = wordclass.words("and_then")
_BESIDES: Final = frozenset({"كما", "كذلك"})
_SAME: Final = wordclass.words("the_same")
#: What ended so long before publication is background.
_OLD: Final = timedelta(days=2)


class Hold:
    """The chain that holds over the sentences to come, and how long.

    Into the next paragraph a speaker carries (a correspondent into two), beyond it only where the report goes on in so many
    words (كما، في السياق ذاته); an office (official, side, doctors, rescuers) not over a sentence that joins on with و, and only
    who reports himself over a paragraph that goes elsewhere (وفي …). Unnamed sources, networks and monitors to whom the lead is
    put down by a preposition, and who speaks in a statement, hold to the end; a witness, who saw one thing, if it goes on.
    """

    def __init__(self, words: Words, times: Sequence[TimeMention], published: date | None, voices: Voices) -> None:
        self.words = words
        self.voices = voices
        self.chain: tuple[SourceMention, ...] = ()
        #: the last paragraph in which it was named or gone on with
        self._paragraph = -1
        self._to_the_end = False
        #: only named by a preposition: what is told besides (كما …) is his too, and no more
        self._passing = False
        #: a quotation is open at the end of the last sentence
        self._open = False
        #: words within which it is closed
        self._within = _QUOTED
        #: he was announced by a colon at the end of his sentence, behind which his statement stands, in quotes or not
        self._stated = False
        #: a quotation over several sentences has been closed: with its paragraph he is heard out, unless the report goes on
        self._heard_out = False
        old = published - _OLD if published else date.min
        # The first time of a sentence says when, those behind it since when.
        firsts = {words.sentence[t.first]: t for t in sorted(times, key=_first, reverse=True)}
        self._old = {number for number, t in firsts.items() if _past(t, old, published)}
        #: … and who begins with a day before publication (والسبت، قُتل …) turns to what was then
        opens = {n: t for n, t in firsts.items() if t.first == words.sentences[n].first}
        self._old |= {n for n, t in opens.items() if published and t.end and t.end < published and words.norm[t.first][0] == "و"}

    def take(self, attribution: Attribution, sentence: Sentence, *, lead: bool) -> None:
        """Another has spoken. "According to X" covers its own sentence; "X said that" holds until another speaks."""
        stated = self.words.norm[sentence.last - 1] == ":"  # صدر عن قيادة الجيش البيان الآتي:
        passing = attribution.why == BY_PREPOSITION and not stated and not lead
        same = bool(self.chain) and attribution.sources[:1] == self.chain[:1]
        whole = sentence.role == "headline" or any(s.kind in _TELL_THE_STORY for s in attribution.sources[:1])
        titled = lead and sentence.role == "headline"  # بيان من هيئة محامي X
        told = titled or (lead and attribution.why == BY_PREPOSITION and whole)
        self._to_the_end = stated or told or (self._to_the_end and same)
        lasting = (s for s in attribution.sources if s.kind != "social_media")  # what shows one thing tells no more
        aside = not stated and _background(self.words, sentence)  # وكان … قد أعلن
        self.chain = () if aside else tuple(lasting)
        self._passing = passing and attribution.sources[:1] != () and attribution.sources[0].kind != "witness"
        if passing and not self._passing:
            self.chain = ()
        self._paragraph = sentence.paragraph
        first = max(sentence.first, attribution.first)
        self._heard_out = False
        self._stated = stated
        self._within = _QUOTED
        self._open = bool(self.chain) and _left_open(self.words, first, sentence.last, open_=False, within=_QUOTED)

    def over(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """The chain that holds over a sentence that opens without a speaker of its own."""
        if self._passing and (sentence.paragraph > self._paragraph or self.words.norm[sentence.first] not in _BESIDES):
            self.chain, self._passing = (), False
        if not self.chain:
            return ()
        quoted = self._stated and self.words.norm[sentence.first] in QUOTES
        self._stated = False
        self._within = _STATEMENT if quoted else self._within
        if self._open or quoted:  # he is still being quoted, or his statement begins
            self._open = _left_open(self.words, sentence.first, sentence.last, open_=not quoted, within=self._within)
            self._paragraph, self._heard_out = sentence.paragraph, not self._open
            self._to_the_end = self._to_the_end and not self._heard_out
            return self.chain
        number = self.words.sentence[sentence.first]
        item = self.words.kind[sentence.first] == "punct" and self.words.norm[sentence.first] not in QUOTES
        opening = tuple(self.words.norm[sentence.first : sentence.first + _OPENING])
        if item or number in self._old or _background(self.words, sentence) or _TURNS.find(self.words, sentence.first, bare=True):
            if not self._to_the_end:
                self.chain = ()
            return ()
        if self._to_the_end:
            return self.chain
        if self.chain[0].kind in _OFFICES and meanwhile.opens(self.words.norm, sentence.first):
            self.chain = ()  # فيما تعهد زعيم الجماعة …: the outlet's own again
            return ()
        cue = self.voices.known.cues.find(self.words, sentence.first)
        adds = cue is not None and cue.payloads[0].pattern == "participle"  # مشيرة إلى …: a sentence of its own by a slip
        goes_on = adds or any(w.removeprefix("و") in _GOES_ON for w in opening) or self._himself(sentence)
        if goes_on and sentence.paragraph <= self._paragraph + _GOES_ON_REACH:
            self._paragraph = sentence.paragraph
        if self.chain[0].kind == "witness" and not goes_on and opening[0] not in _AND_THEN:
            self.chain = tuple(s for s in self.chain if s.kind != "witness")  # the medium that quotes him may go on
            if not self.chain:
                return ()
        speaker = self.chain[0]
        reports = speaker.kind in _REPORTERS or (speaker.kind in _NETWORKS and speaker.name is not None)
        reach = 2 if speaker.kind == "correspondent" else 1
        away = opening[0] in _AWAY
        joins = opening[0].startswith("و") and opening[0] not in _AND_THEN and not self._same(sentence)
        # What joins on (و …) to the words of an office is the outlet's own again, so is a paragraph that goes elsewhere (وفي …).
        further = sentence.paragraph > self._paragraph
        over = not goes_on and not reports and (further if away else joins and speaker.kind in _OFFICES)
        if over and speaker.kind in _OFFICES and self._calls(sentence):
            chain, self.chain = self.chain, ()
            return chain
        over = over or (self._heard_out and further and not goes_on)
        if over or sentence.paragraph > self._paragraph + reach:
            self.chain = ()
        return self.chain

    def _same(self, sentence: Sentence) -> bool:
        """وأصيب عشرة في القصف نفسه: of what he told."""
        return not _SAME.isdisjoint(self.words.norm[sentence.first : sentence.last])

    def _calls(self, sentence: Sentence) -> bool:
        """ودعت السكان إلى …: a verb of words by which he goes on, since nobody else stands behind it."""
        i = sentence.first + 1
        if i >= sentence.last or not self.words.norm[i - 1].startswith(_CALLS):
            return False
        other = self.voices.at(i)
        return other is None or other.kind == "witness"

    def _himself(self, sentence: Sentence) -> bool:
        """وطالبت الرابطة …: the speaker, named again, goes on."""
        i = sentence.first + 1
        again = (self.voices.again(i) or self.voices.name(i) or self.voices.at(i)) if i < sentence.last else None
        speaker = self.chain[0]
        return again is not None and again.kind == speaker.kind and (again.why == AGAIN or again.name == speaker.name is not None)


def _left_open(words: Words, first: int, last: int, *, open_: bool, within: int) -> bool:
    """Whether a quotation is open behind words [first, last), if it was (`open_`) or was not before them."""
    for i in range(first, last):
        if words.norm[i] in QUOTES:
            open_ = words.norm[i] in _OPENING_MARKS or (words.norm[i] == '"' and not open_)
    if not open_:
        return False
    behind = next((words.norm[i] for i in range(last, min(len(words), last + within)) if words.norm[i] in QUOTES), "")
    return behind != "" and behind not in _OPENING_MARKS  # one that nothing closes is a slip of the pen


def _first(time: TimeMention) -> int:
    return time.first


def _background(words: Words, sentence: Sentence) -> bool:
    return _BACKGROUND.find(words, sentence.first, bare=True) is not None


def _past(time: TimeMention, old: date, published: date | None) -> bool:
    """A day before `old`, or months and years, of which a report tells only in passing, unless they are to come."""
    if time.end is not None and time.end < old and time.shape != "since":
        return True
    to_come = published is not None and time.start is not None and time.start > published
    return time.precision in ("month", "year") and not to_come
