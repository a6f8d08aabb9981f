"""Who said so: the chain of speakers of each stretch of the text, nearest first, carried on until another speaks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.voices import BACK_REFERENCE, OPENERS, QUOTES, STATEMENTS, TOLD_TO, Voices
from rasad.lexicon import speakers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Cue, Pattern, Speakers
from rasad.model.mentions import CARRIED, ActorMention, Attribution, SourceMention, TimeMention
from rasad.model.words import Sentence, Words

#: A speaker stands within so many words of the verb or preposition that hands over to him.
REACH = 8
#: A quoted aside on a speaker is no longer than this.
_ASIDE: Final = 16
#: Sentence openings by which a report turns to background, which is the outlet's own voice again.
_BACKGROUND: Final = tuple(tuple(phrase.split()) for phrase in wordclass.stems("background_opening"))
#: … and by which it goes on with what it was telling (كما، في السياق ذاته), how far into the sentence.
_GOES_ON: Final = wordclass.words("goes_on")
_OPENING: Final = 4
#: Who saw one thing, and what shows one, tells no more than that.
_MOMENTARY: Final = frozenset({"witness", "social_media"})
#: What ended so long before publication is background.
_OLD: Final = timedelta(days=2)
#: بيّن and عبّر are written like the prepositions بين and عبر: only a written shadda makes them verbs.
_PREPOSITION_LIKE: Final = wordclass.words("verb_like_preposition")
#: تُدعى، يُدعى: written with ى they are not ادّعى.
_CALLED: Final = wordclass.words("called_passive")
_BELONGS: Final = wordclass.words("belongs_to")
#: لم تعلن، عدم ذكر: nothing is said.
_NOT: Final = wordclass.words("not_said")
_SHADDA = "\u0651"
#: حسبما، كما، and ما of وفق ما and على ما: the clause that says who says so, behind what was said.
_AS: Final = wordclass.words("as_said")
#: أن and its like, which open what is said behind verbs that say many other things too.
_THAT: Final = wordclass.words("that_opener")
#: وفقاً للاتفاق الموقع، حسب القانون: no speaker follows.
_ACCORDS: Final = wordclass.stems("accord_stem")
#: Prepositions behind which stands no subject of a verb of saying.
_GOVERNS: Final = wordclass.words("governs_no_speaker")
#: What a verb of saying without a subject is followed by: في بيان، خلال مؤتمر، عبر صفحته.
_WHERE: Final = wordclass.words("said_where")
#: How far the noun of كان stands before the verb that it is the subject of.
_HAD_REACH: Final = 10
BY_PREPOSITION = "by the preposition"


def find_attributions(
    words: Words, actors: Sequence[ActorMention], times: Sequence[TimeMention] = (), published: date | None = None
) -> list[Attribution]:
    """Attributions in the order of the text; they do not overlap. A stretch that none covers is unattributed.

    `times` and `published` tell background by its day; without them only its opening words do.
    """
    reader = _Reader(words, lexicon.load(), actors, times)
    found: list[Attribution] = []
    hold = _Hold(words, times, published, reader.voices)
    first = True
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        stretches = reader.sentence(sentence)
        if sentence.role == "headline":
            found += stretches
            if stretches and words.norm[sentence.last - 1] == ":":
                hold.take(stretches[-1], sentence, lead=False)
            continue
        carried = hold.over(sentence) if not (stretches and stretches[0].first == sentence.first) else ()
        if carried:
            last = stretches[0].first if stretches else sentence.last
            found.append(Attribution(sentence.first, last, carried, CARRIED))
        found += stretches
        if stretches:
            hold.take(stretches[-1], sentence, lead=first)
        first = False
    return found


class _Hold:
    """The chain that holds over the sentences to come, and how long.

    Into the next paragraph a speaker carries, beyond it only where the report goes on in so many words (كما، في السياق
    ذاته). A medium or body to which the lead is put down by a preposition, and who speaks in a statement, hold to the end.
    """

    def __init__(self, words: Words, times: Sequence[TimeMention], published: date | None, voices: Voices) -> None:
        self.words = words
        self.voices = voices
        self.chain: tuple[SourceMention, ...] = ()
        #: the last paragraph in which it was named or gone on with
        self._paragraph = -1
        self._to_the_end = False
        old = published - _OLD if published else date.min
        self._old = {words.sentence[t.first] for t in times if _past(t, old)}

    def take(self, attribution: Attribution, sentence: Sentence, *, lead: bool) -> None:
        """Another has spoken. "According to X" covers its own sentence; "X said that" holds until another speaks."""
        stated = self.words.norm[sentence.last - 1] == ":"  # صدر عن قيادة الجيش البيان الآتي:
        passing = attribution.why == BY_PREPOSITION and not stated and not lead
        same = bool(self.chain) and attribution.sources[:1] == self.chain[:1]
        self._to_the_end = stated or (lead and attribution.why == BY_PREPOSITION) or (self._to_the_end and same)
        lasting = (s for s in attribution.sources if s.kind not in _MOMENTARY)
        self.chain = () if passing else tuple(lasting)
        self._paragraph = sentence.paragraph

    def over(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """The chain that holds over a sentence that opens without a speaker of its own."""
        if not self.chain:
            return ()
        number = self.words.sentence[sentence.first]
        item = self.words.kind[sentence.first] == "punct" and self.words.norm[sentence.first] not in QUOTES
        opening = tuple(self.words.norm[sentence.first : sentence.first + _OPENING])
        if item or number in self._old or any(opening[: len(p)] == p for p in _BACKGROUND):
            if not self._to_the_end:
                self.chain = ()
            return ()
        goes_on = any(w.removeprefix("و") in _GOES_ON for w in opening) or self._himself(sentence)
        if goes_on and not self._to_the_end and sentence.paragraph <= self._paragraph + 1:
            self._paragraph = sentence.paragraph
        if not self._to_the_end and sentence.paragraph > self._paragraph + 1:
            self.chain = ()
        return self.chain

    def _himself(self, sentence: Sentence) -> bool:
        """وطالبت الرابطة …: the speaker, named again, goes on."""
        i = sentence.first + 1
        again = (self.voices.again(i) or self.voices.name(i)) if i < sentence.last else None
        return again is not None and again.kind == self.chain[0].kind


def _past(time: TimeMention, old: date) -> bool:
    """A day before `old`, or months and years, of which a report tells only in passing."""
    return (time.end is not None and time.end < old and time.shape != "since") or time.precision in ("month", "year")


class _Reader:
    def __init__(self, words: Words, known: Speakers, actors: Sequence[ActorMention], times: Sequence[TimeMention]) -> None:
        self.words = words
        self.timed = {i for t in times for i in range(t.first, t.last)}
        self.known = known
        self.voices = Voices(words, known, actors)
        #: who spoke last, however far back: "وذكر المصدر" and "وأضاف" take him up again
        self.last: tuple[SourceMention, ...] = ()

    def sentence(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of one sentence by its own words."""
        headed = self._headed(sentence)
        if headed:
            self._spoke(headed)
            return [Attribution(sentence.first, sentence.last, headed, "speaker before a colon")]
        found: list[Attribution] = []
        whole: tuple[SourceMention, ...] = ()
        stated = -1
        for i in range(sentence.first, sentence.last):
            if self.words.kind[i] != "word":
                continue
            cue = self.known.cues.find(self.words, i)
            if cue is not None:
                stated = i if stated < 0 and cue.payloads[0].pattern in ("venue", "from") else stated
                speakers = self._of_cue(cue.payloads[0], cue.last, sentence)
                if speakers:
                    whole = whole or speakers
                    self._spoke(speakers)
                    continue
            patterns = self._verb(i)
            if patterns is None or ("opener" in patterns and not self._speech_follows(i, sentence.last)):
                continue
            if found and self.words.norm[i - 1].startswith(STATEMENTS):
                continue  # قالت الوزارة، في بيان نشرته الوكالة: who passes the statement on
            speakers = self._of_verb(i, patterns, sentence)
            if not speakers and not self._unknown(i, sentence.last):
                continue
            if speakers:
                self._spoke(speakers)
            if self.words.norm[i - 1] in _AS and i > sentence.first + REACH:
                whole = whole or speakers  # حسبما أبلغ ضابط، وفق ما روى شهود: it covers what stands before it too
                continue
            start = sentence.first if not found and i - sentence.first <= REACH else i
            if found and start > found[-1].first:
                found[-1] = Attribution(found[-1].first, start, found[-1].sources, found[-1].why)
            found.append(Attribution(start, sentence.last, speakers, f"verb {self.words.surface[i]}"))
        if not whole and not found and stated >= 0:
            return self._authored(sentence, stated)
        if whole and not found:
            return [Attribution(sentence.first, sentence.last, whole, BY_PREPOSITION)]
        if whole and found[0].first > sentence.first:
            found.insert(0, Attribution(sentence.first, found[0].first, whole, BY_PREPOSITION))
        return found

    def _authored(self, sentence: Sentence, stated: int) -> list[Attribution]:
        """وحمّلت الحركة، في بيان، …: whoever stands right behind the verb that opens the sentence says it in a statement."""
        source = self._named(sentence.first + 1) if sentence.first + 1 < stated <= sentence.first + 2 * REACH else None
        if source is None or not self.words.norm[stated].startswith("ف"):
            return []
        self._spoke((source,))
        return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]

    def _spoke(self, speakers: tuple[SourceMention, ...]) -> None:
        self.last = speakers
        for source in speakers:
            self.voices.heard(source)

    def _headed(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """* الخارجية: …: the speaker whose name stands alone before a colon at the head of the sentence."""
        i = sentence.first + (self.words.kind[sentence.first] == "punct")
        source = self.voices.at(i) if i < sentence.last else None
        if source is None or source.last >= sentence.last or self.words.norm[source.last] not in (":", "::"):
            return ()
        return (source,)

    def _of_cue(self, cue: Cue, i: int, sentence: Sentence) -> tuple[SourceMention, ...]:
        """The speaker behind a preposition (بحسب), or, where it takes one up again (بحسب البيان، على حد قوله), the last."""
        if cue.pattern == "continue":
            source = None if self.last else self.voices.at(i - 1)
            return self.last or ((source,) if source else ())
        if cue.pattern != "from":
            return ()
        norm = self.words.norm
        for j in range(i, min(sentence.last, i + 5)):
            if norm[j] in OPENERS or norm[j] in "،,." or self.voices.nobody(j):
                break
            if cue.fused and j == i and norm[j][0] != "ل":
                break  # في بيان ل, not في بيان إن
            source = self._named(j)
            if source is not None:
                return (source, *self._told_to(source.last, sentence.last))
            if norm[j].removeprefix("ل").removeprefix("ال").startswith(_ACCORDS):
                break
        return ()

    def _verb(self, i: int) -> frozenset[Pattern] | None:
        surface = self.words.surface[i]
        if surface.endswith("ة") or (i and self.words.norm[i - 1] in _NOT):
            return None
        norm = self.words.norm
        if norm[i] in _PREPOSITION_LIKE and _SHADDA not in surface:
            return None
        if surface.endswith("ى") and norm[i].removeprefix("و") in _CALLED:
            return None
        if norm[i] in _BELONGS and i + 1 < len(norm) and norm[i + 1].startswith("ل"):
            return None  # مركز تابع لوزارة الصحة
        for prefix, stem in self.words.analyses[i]:
            if prefix in ("", "و", "ف") and stem in self.known.verbs:
                return self.known.verbs[stem]
        match = self.known.verb_phrases.find(self.words, i)
        return frozenset(match.payloads) if match else None

    def _speech_follows(self, i: int, last: int) -> bool:
        """Whether أن, a colon, a quotation mark or a statement (بيان) follows the verb at word i: it tells what is said."""
        behind = self.words.norm[i + 1 : min(last, i + 2 * REACH)]
        return any(
            w.startswith(STATEMENTS) or (j < REACH + 1 and (w in _THAT or w == ":" or w in QUOTES)) for j, w in enumerate(behind)
        )

    def _of_verb(self, i: int, patterns: frozenset[Pattern], sentence: Sentence) -> tuple[SourceMention, ...]:
        subject = self._subject(i, sentence)
        if "from" in patterns:
            deeper: tuple[SourceMention, ...] = ()
            for j in range(i + 1, min(sentence.last, i + 2 * REACH)):
                if self.words.norm[j] in ("عن", "من") and j + 1 < sentence.last:
                    source = next((s for k in range(j + 1, min(sentence.last, j + 3)) if (s := self._named(k))), None)
                    deeper = (source, *deeper) if source is not None else deeper
                elif self.words.norm[j] in _THAT:
                    break
            if deeper:
                return deeper + tuple(s for s in subject if s not in deeper)
        if subject:
            return subject
        if "continue" in patterns or self._left_out(i, sentence.last):
            return self.last
        return ()

    def _unknown(self, i: int, last: int) -> bool:
        """وقال عمار العلي إن …: somebody speaks whom no list knows, so it is no longer the speaker before."""
        return any(w in _THAT for w in self.words.norm[i + 2 : min(last, i + REACH)])

    def _left_out(self, i: int, last: int) -> bool:
        """وقال إن …، وأكد في بيان أن …، وأضاف لعنب بلدي …: a verb of the past without a subject, said by whoever spoke last."""
        norm = self.words.norm
        if i + 1 >= last or norm[i].removeprefix("و").startswith(("ي", "ت")):
            return False
        i = next((j for j in range(i, last - 1) if j + 1 not in self.timed and norm[j + 1] not in "،,"), i)
        behind = norm[i + 1]
        if behind in _THAT or behind in QUOTES or behind == ":":
            return True
        told = self.known.speakers.find(self.words, i + 1)
        addressed = told is not None and told.prefix == "ل" and told.payloads[0].kind == "outlet"
        return (behind in _WHERE or addressed) and self._speech_follows(i, last)

    def _had(self, first: int, i: int) -> bool:
        """وكانت … قد أعلنت: the sentence begins with كان, whose noun is the subject of the verb at word i."""
        return self.words.norm[first].lstrip("و").startswith("كان") and i - first <= _HAD_REACH

    def _named(self, j: int, *, near: bool = True) -> SourceMention | None:
        if not near:
            return self.voices.at(j, adjacent=False)
        return self.voices.again(j) or self.voices.at(j) or self.voices.name(j)

    def _subject(self, i: int, sentence: Sentence) -> tuple[SourceMention, ...]:
        norm = self.words.norm
        stated = i + 1 < sentence.last and norm[i + 1].startswith(STATEMENTS)  # زعم بيان للوزارة
        for j in range(i + 1, min(sentence.last, i + REACH)):
            if norm[j] in OPENERS:
                break
            if norm[j] in BACK_REFERENCE:
                return self.last
            if j == i + 1 and self.voices.nobody(j):
                return ()  # وقالت الأنباء، بث معلومات
            if norm[j - 1] in _GOVERNS:
                continue
            near = j <= i + 2
            source = self._named(j, near=near)
            if source is not None and (stated or not self._addressed(source, j)):
                return (source, *self._told_to(source.last, sentence.last))
            if j == i + 1 and not stated and norm[j][0] == "ب" and len(self.words.analyses[j]) > 1:
                break  # أفادت بمقتل …: what is said, not who says it
        for j in range(i - 1, max(sentence.first - 1, i - REACH), -1):
            # وكانت الوزارة، قد أعلنت: a comma may part the subject from its own verb.
            if norm[j] in "،,:؛" and not (norm[j] in "،," and self._had(sentence.first, i)):
                break
            if j and norm[j - 1] in _GOVERNS:
                continue
            source = self.voices.at(j, adjacent=self._had(sentence.first, i))
            if source is not None:
                return (source, *self._told_to(i + 1, sentence.last))
        return ()

    def _addressed(self, source: SourceMention, j: int) -> bool:
        """قال لوكالة …: to whom it was told, not who tells."""
        match = self.known.speakers.find(self.words, j)
        told = self.words.norm[j - 1] == "ل" or (match is not None and match.prefix.lstrip("و") in ("ل", "لل"))
        return told and source.kind in ("outlet", "activist_network")

    def _told_to(self, i: int, last: int) -> tuple[SourceMention, ...]:
        """ل and a medium, near after the speaker; what stands quoted between (“فضل عدم ذكر اسمه”) is passed over."""
        norm = self.words.norm
        if i < last and norm[i] in QUOTES:
            i = next((j + 1 for j in range(i + 1, min(last, i + _ASIDE)) if norm[j] in QUOTES), i)
        for j in range(i, min(last, i + REACH)):
            if norm[j] in ("ان", ":"):
                break
            match = self.known.speakers.find(self.words, j)
            told = match is not None and (match.prefix.startswith("ل") or norm[j - 1] == "ل")
            if match and told and match.payloads[0].kind == "outlet":
                speaker = match.payloads[0]
                return (SourceMention(j, match.last, speaker.kind, speaker.name, speaker.protected, TOLD_TO),)
        return ()


@Language.component("rasad_attribution", requires=["doc._.words", "doc._.actors", "doc._.times"], assigns=["doc._.attributions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.attributions`."""
    doc._.attributions = find_attributions(doc._.words, doc._.actors, doc._.times, doc._.published)
    return doc
