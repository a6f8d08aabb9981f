"""Who said so: the chain of speakers of each stretch of the text, nearest first, carried on until another speaks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.askedfor import alone, asked
from rasad.analyse.heads import Heads, signed
from rasad.analyse.holding import BY_PREPOSITION, Hold
from rasad.analyse.onbehalf import of_one_country
from rasad.analyse.sayings import AS_SAID, QUOTES, REACH, STATEMENTS, THAT, Sayings
from rasad.analyse.speakerwords import OPENERS
from rasad.analyse.speechsubjects import SAME, Subjects
from rasad.analyse.voices import BACK_REFERENCE, Voices
from rasad.lexicon import speakers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Cue, Pattern, Speakers
from rasad.model.mentions import CARRIED, CHARGED, ActorMention, Attribution, SourceMention, TimeMention
from rasad.model.words import Sentence, Words

#: وفقاً للاتفاق الموقع، حسب القانون: no speaker follows.
_ACCORDS: Final = wordclass.stems("accord_stem")
#: What a verb of saying without a subject is followed by: في بيان، خلال مؤتمر، عبر صفحته.
_WHERE: Final = wordclass.words("said_where")
#: Words of a speaker's name behind his office, at the end of a sentence.
_NAME_BEHIND: Final = 3
#: Words between في بيان and the verb of who published it (في بيان مقتضب له نُشر).
_STATED_WITHIN: Final = 5
#: حمّل X Y المسؤولية.
_LAYS: Final = wordclass.stems("lays_stem")
_RESPONSIBILITY: Final = wordclass.stems("responsibility_stem")
#: Verbs of acts in words that open a sentence.
_IN_WORDS: Final = wordclass.stems("calls_on_stem") + wordclass.stems("rejects_stem")
#: ونبهت إلى أن، وشدد على أن، وكشف عن أن.
_ON: Final = frozenset({"الي", "علي", "عن"})
#: وذكر أيضاً أن، وأكد مجدداً أن: what may stand between a verb and what is said.
_TOO: Final = wordclass.words("says_too")
#: ، حيث …، فيما …: a clause beside what was told.
_BESIDE: Final = frozenset({"حيث", "فيما", "بينما"})
#: من جانبه، من جهتها.
_FOR_HIS_PART: Final = frozenset({"من", "ومن"})
_HIS_PART: Final = frozenset({"جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم"})
#: ناطقه، باسمها: words that say whose spokesman he is.
_HIS_OFFICER: Final = wordclass.words("his_officer")
#: في بيان له: no other speaker follows.
_ITS_OWN: Final = frozenset({"له", "لها", "لهم", "لهما"})


def find_attributions(
    words: Words,
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention] = (),
    published: date | None = None,
    outlet: str | None = None,
) -> list[Attribution]:
    """Attributions in the order of the text; they do not overlap. A stretch that none covers is unattributed.

    `times` and `published` tell background by its day; without them only its opening words do. `outlet` tells a
    correspondent of another medium from the report's own, who alone is a `correspondent`.
    """
    reader = _Reader(words, lexicon.load(), actors, times, outlet)
    found: list[Attribution] = []
    hold = Hold(words, times, published, reader.voices)
    first = True
    led: Sentence | None = None  # the lead, while it names nobody
    bare: Sentence | None = None  # the sentence before, if it names nobody
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        stretches = reader.sentence(sentence)
        if sentence.role == "headline":
            found += stretches
            titled = words.norm[sentence.first].startswith(STATEMENTS)  # بيان صادر عن القيادة العامة
            stretches = stretches or (reader.titled(sentence) if titled else [])
            if stretches and (titled or words.norm[sentence.last - 1] == ":"):
                hold.take(stretches[-1], sentence, lead=titled)
            continue
        carried = hold.over(sentence) if not (stretches and stretches[0].first == sentence.first) else ()
        if carried:
            last = stretches[0].first if stretches else sentence.last
            found.append(Attribution(sentence.first, last, carried, CARRIED))
        if led is not None and stretches and stretches[0].first == sentence.first:
            found += asked(words, led, stretches[0])
        by_itself = bare is not None and bare.paragraph == sentence.paragraph and alone(words, stretches, sentence)
        if bare is not None and by_itself:
            stretches = [replace(stretches[0], first=bare.first)]
        found += stretches
        if stretches and stretches[-1].why != CHARGED:
            hold.take(stretches[-1], sentence, lead=first or (by_itself and bare is led))
        if not stretches and not carried and reader.heads.line(sentence):
            first = first or led is not None  # a title with a full stop, and where and when the report was written
            continue
        bare = sentence if not carried and not stretches else None
        led = bare if first else None
        first = False
    found = [of_one_country(words, a) for a in signed(words, found, reader.heads.signature())]
    return [reader.others(a) for a in found] if outlet else found


def _names_statement(words: Sequence[str]) -> bool:
    """في بيان، ببيان."""
    stated = words[1:2] if words[0] == "في" else [words[0].removeprefix("ب")]
    return any(w.startswith(STATEMENTS) for w in stated)


def _chained(attribution: Attribution, speakers: Sequence[SourceMention], *, deep: bool) -> Attribution:
    """The attribution with those who told its speaker (`deep`) or pass his words on."""
    at = {s.first for s in attribution.sources}
    told = tuple(s for s in speakers if s.first not in at)
    return replace(attribution, sources=(*told, *attribution.sources) if deep else (*attribution.sources, *told))


class _Reader:
    def __init__(
        self, words: Words, known: Speakers, actors: Sequence[ActorMention], times: Sequence[TimeMention], outlet: str | None
    ) -> None:
        self.words = words
        self.timed = {i for t in times for i in range(t.first, t.last)}
        self.known = known
        self.voices = Voices(words, known, actors, outlet, self.timed)
        self.sayings = Sayings(words, known)
        self.subjects = Subjects(words, known, self.voices)
        self.heads = Heads(words, known, self.voices, self.sayings, self.timed)

    def sentence(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of one sentence by its own words."""
        headed = self._headed_again(sentence) or self.heads.headed(sentence)
        if headed:
            self._spoke(headed)
            return [Attribution(sentence.first, sentence.last, headed, "speaker before a colon")]
        found: list[Attribution] = []
        whole: list[tuple[int, tuple[SourceMention, ...]]] = []
        stated = said = charged = -1
        norm = self.words.norm
        for i in self.known.hands_over.where(norm, sentence.first, sentence.last):
            cue = self.known.cues.find(self.words, i)
            if cue is not None:
                stated = i if stated < 0 and cue.payloads[0].pattern in ("venue", "from") else stated
                speakers = self._of_cue(cue.payloads[0], cue.last, sentence)
                if speakers and found and self._same_words(said, i):
                    # قالت الوكالة نقلاً عن مصدر أمني إن, not قال مصدر أمني، بحسب الوكالة، إن
                    found[-1] = _chained(found[-1], speakers, deep=cue.payloads[0].pattern == "deep")
                    self._spoke(found[-1].sources)
                    continue
                if speakers:
                    whole.append((i, speakers))
                    if not found:  # in the midst of what another says (دون مذكرة صادرة عن محكمة) he is no speaker of the story
                        self._spoke(speakers)
                    continue
            patterns = self.sayings.at(i, sentence.last)
            as_said = norm[i - 1] in AS_SAID or self.sayings.of_tally(i)
            if patterns is None or ("opener" in patterns and not as_said and not self.sayings.follows(i, sentence.last)):
                continue
            if found and self._of_statement(said, i):
                continue  # قالت الوزارة، في بيان نشرته الوكالة، في بيان لها نُشر أمس: who passes the statement on
            if "act" in patterns:
                charged = i if charged < 0 else charged
                continue
            said_by = self._of_verb(i, patterns, sentence)
            if said_by == ():
                continue
            speakers = said_by or ()
            if speakers:
                self._spoke(speakers)
            if (as_said or self._closes(i, speakers, sentence)) and (found or i > sentence.first + REACH):
                if found and self._same_words(said, i):
                    found[-1] = _chained(found[-1], speakers, deep=False)  # قالت المصادر بحسب ما نقلت مواقع محلية إن
                else:
                    whole.append((i, speakers))  # حسبما أبلغ ضابط، وفق ما روى شهود: it covers what stands before it too
                continue
            said = i
            led = not found and i - sentence.first <= REACH and not self._opened(i, sentence, in_words=True)
            start = sentence.first if led else i
            if found and start > found[-1].first:
                found[-1] = Attribution(found[-1].first, start, found[-1].sources, found[-1].why)
            found.append(Attribution(start, sentence.last, speakers, f"verb {self.words.surface[i]}"))
        if whole or found:
            return self._covered(sentence, whole, found)
        return self._authored(sentence, stated) if stated >= 0 else self._charge(charged, sentence) if charged >= 0 else []

    def _headed_again(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """المصدر: القوات طوقت المكان: who spoke before, named again before a colon at the head of the sentence."""
        norm, i = self.words.norm, sentence.first
        again = i + 2 < sentence.last and norm[i] in BACK_REFERENCE and norm[i + 1 + (norm[i + 1] in SAME)] == ":"
        return self.subjects.again(norm[i]) if again else ()

    def _same_words(self, said: int, i: int) -> bool:
        """Whether word i stands between the verb at word `said` and the words that it opens."""
        return i < said + REACH and THAT.isdisjoint(self.words.norm[said:i])

    def _closes(self, i: int, speakers: Sequence[SourceMention], sentence: Sentence) -> bool:
        """انسحبت القوات من القاعدة، قال المتحدث باسم العملية.: a verb and its subject behind what was said."""
        if not speakers or speakers[0].first < i or self.words.norm[i - 1] not in "،,":
            return False
        behind = self.words.norm[i + 1 : sentence.last]
        name = self.words.norm[speakers[-1].last : sentence.last]
        said = any(w in THAT or w == ":" or w in QUOTES for w in behind) or any(w.startswith("ب") for w in (*behind[:1], *name))
        return not said and len(behind) <= REACH and len(name) <= _NAME_BEHIND

    def _covered(
        self, sentence: Sentence, whole: Sequence[tuple[int, tuple[SourceMention, ...]]], found: list[Attribution]
    ) -> list[Attribution]:
        """The attributions of the verbs, and before or without them that of a preposition (بحسب), which covers the sentence,
        or what stands before it where another covers the rest (قُتل ثلاثة، بحسب الشرطة، فيما انسحب …، وفق الوزارة)."""
        last = found[0].first if found else sentence.last
        told: list[tuple[int, tuple[SourceMention, ...]]] = []
        for i, speakers in whole:
            if speakers and i < last and (not told or i - max(s.last for s in told[-1][1]) >= REACH):
                told.append((i, speakers))
        if not told or last == sentence.first:
            return self._within(whole, found)
        ends = [*(max(s.last for s in speakers) for _, speakers in told[:-1]), last]
        starts = [sentence.first, *ends]
        return [*(Attribution(a, b, t[1], BY_PREPOSITION) for a, b, t in zip(starts, ends, told, strict=False)), *found]

    def _within(self, whole: Sequence[tuple[int, tuple[SourceMention, ...]]], found: list[Attribution]) -> list[Attribution]:
        """تحدث المرصد عن مقتل خمسة، حيث حاصر الجيش المسجد حسب الناشطين: another tells of what goes on beside."""
        norm = self.words.norm
        for i, speakers in whole:
            k = next((k for k, a in enumerate(found) if a.first < i < a.last), -1)
            if k < 0 or not speakers:
                continue
            told = found[k]
            start = next((j for j in range(i - 1, told.first, -1) if norm[j] in _BESIDE and norm[j - 1] == "،"), 0)
            end = max(s.last for s in speakers)
            if start:
                self._spoke(speakers)
                rest = [replace(told, first=end)] if end < told.last else []
                found[k : k + 1] = [replace(told, last=start), Attribution(start, end, speakers, BY_PREPOSITION), *rest]
        return found

    def _of_statement(self, said: int, i: int) -> bool:
        """Whether the verb at word i tells of the statement named right before it in what hands over to a speaker."""
        norm = self.words.norm
        if norm[i - 1].startswith(STATEMENTS):
            return True
        between = norm[max(said + 1, i - _STATED_WITHIN) : i]
        stated = any(_names_statement(between[k:]) for k in range(len(between)))
        return stated and not any(w in THAT or w in "،,:" or w in QUOTES for w in norm[said + 1 : i])

    def _charge(self, i: int, sentence: Sentence) -> list[Attribution]:
        """دانت الوزارة قصف السوق: whoever condemns or accuses tells what was done, and that alone. حمّل charges only with its
        responsibility (not حملت القوات أسلحتها)."""
        norm = self.words.norm
        lays = norm[i].removeprefix("و").startswith(_LAYS)
        if lays and not any(w.removeprefix("ال").startswith(_RESPONSIBILITY) for w in norm[i + 1 : sentence.last]):
            return []
        speakers = self.subjects.of_verb(i, sentence) or ()
        if not speakers or (speakers[0].first < i and self.subjects.head(i, sentence) is None):
            return []
        return [Attribution(max(i + 1, speakers[0].last), sentence.last, speakers, CHARGED)]

    def _authored(self, sentence: Sentence, stated: int) -> list[Attribution]:
        """وحمّلت الحركة، في بيان، …: whoever stands right behind the verb that opens the sentence says it in a statement,
        also where the statement comes first (في بيان لها، دعت الحركة …)."""
        first, norm = sentence.first + 1, self.words.norm
        if stated == sentence.first and not _ITS_OWN.isdisjoint(norm[stated + 1 : stated + REACH]):
            comma = next((j for j in range(stated, min(sentence.last - 2, stated + REACH)) if norm[j] in "،,"), -1)
            source = self.subjects.named(comma + 2) if comma > 0 else None
            if source is not None:
                self._spoke((source,))
                return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]
        while first < stated and self.words.norm[first] in QUOTES:
            first += 1
        source = self.subjects.named(first) if first < stated <= sentence.first + 2 * REACH else None
        if source is None or not self.words.norm[stated].startswith("ف"):
            return []
        self._spoke((source,))
        return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]

    def titled(self, sentence: Sentence) -> list[Attribution]:
        """What a title that names a statement says of the report: whose it is."""
        source = self.heads.titled(sentence)
        if source is None:
            return []
        self._spoke((source,))
        return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]

    def others(self, attribution: Attribution) -> Attribution:
        """The attribution without the medium that published the report, which is no source of its own."""
        left = tuple(s for s in attribution.sources if s.name is None or not self.voices.ours(s))
        own = tuple(s for s in attribution.sources if s not in left)
        return replace(attribution, sources=left, own=own) if own else attribution

    def _spoke(self, speakers: tuple[SourceMention, ...]) -> None:
        self.subjects.spoke(speakers)
        for source in speakers:
            self.voices.heard(source)

    def _of_cue(self, cue: Cue, i: int, sentence: Sentence) -> tuple[SourceMention, ...]:
        """The speaker behind a preposition (بحسب), or, where it takes one up again (بحسب البيان، على حد قوله), the last."""
        if cue.pattern == "continue":
            source = None if self.subjects.last else self.voices.at(i - 1)
            return self.subjects.again(self.words.norm[i - 2 if self.words.norm[i - 1] in SAME else i - 1]) or (
                (source,) if source else ()
            )
        if cue.pattern not in ("from", "deep"):
            return ()
        norm = self.words.norm
        for j in range(i, min(sentence.last, i + 5)):
            if "from" in (self.sayings.at(j, sentence.last) or ()):
                break  # حسبما نقلت الوكالة عن مصدر طبي: the verb tells who told whom
            if j == i and norm[j].removeprefix("ل").startswith(STATEMENTS) and j + 1 < sentence.last:
                continue  # وفقاً لبيان الحرس
            if norm[j] in OPENERS or norm[j] in "،,." or self.voices.nobody(j):
                break
            if cue.fused and j == i and (norm[j][0] != "ل" or norm[j] in _ITS_OWN):
                break  # في بيان ل, not في بيان إن, nor في بيان لها
            again = self.subjects.same(j)
            if again:
                return again
            source = self.subjects.named(j, 1 + max(0, j - i))
            if source is not None and cue.pattern == "deep" and self._his_own(source):
                return ()  # قال الجيش على لسان ناطقه: the army speaks
            if source is not None:
                return (source, *self.subjects.beside(source), *self.subjects.told_to(source.last, sentence.last))
            if norm[j].removeprefix("ل").removeprefix("ال").startswith(_ACCORDS):
                break
        return ()

    def _his_own(self, source: SourceMention) -> bool:
        """ناطقه الرسمي، المتحدث باسمها، مدير مركزها الإعلامي: whether a pronoun says that he speaks for who was named before."""
        norm = self.words.norm[source.first : min(source.last + 2, len(self.words))]
        return not _HIS_OFFICER.isdisjoint(norm)

    def _of_verb(self, i: int, patterns: frozenset[Pattern], sentence: Sentence) -> tuple[SourceMention, ...] | None:
        """Who says it by the verb at word i; () if the verb tells of no speech, None if somebody speaks whom no list knows."""
        subject = self.subjects.of_verb(i, sentence)
        if "from" in patterns:
            deeper: tuple[SourceMention, ...] = ()
            for j in range(i + 1, min(sentence.last, i + 3 * REACH)):
                if self.words.norm[j] in ("عن", "من") and j + 1 < sentence.last:
                    source = next((s for k in range(j + 1, min(sentence.last, j + 3)) if (s := self.subjects.named(k))), None)
                    deeper = (source, *deeper) if source is not None else deeper
                elif self.words.norm[j] in THAT:
                    break
            if deeper:
                return deeper + tuple(s for s in subject or () if s not in deeper)
        if subject or subject is None:
            return subject
        if "continue" in patterns or self._left_out(i, sentence.last):
            own = self._opened(i, sentence)
            return self.subjects.last if own is None else (own,)
        return None if self._unknown(i, sentence.last) else ()

    def _opened(self, i: int, sentence: Sentence, *, in_words: bool = False) -> SourceMention | None:
        """ورفضت الحركة الهدنة، وقالت إنها مناورة: whoever acts at the head of the sentence goes on; `in_words`: in words only."""
        first, norm = sentence.first, self.words.norm
        if norm[first] in _FOR_HIS_PART and norm[first + 1] in _HIS_PART:
            first += 2 + (norm[first + 2] == "،")
        if first + 1 >= i:
            return None
        if norm[first].startswith(_IN_WORDS):
            return self.voices.at(first + 1)
        listed = norm[first].startswith("و") and self.known.speakers.find(self.words, first + 1, bare=True) is not None
        return self.voices.at(first + 1) if listed and not in_words and norm[i].startswith("و") else None  # وعرّف مراسلنا القتيل

    def _unknown(self, i: int, last: int) -> bool:
        """وقال عمار العلي إن …: somebody speaks whom no list knows, so it is no longer the speaker before."""
        return not THAT.isdisjoint(self.words.norm[i + 2 : min(last, i + REACH)])

    def _left_out(self, i: int, last: int) -> bool:
        """وقال إن …، وأكد في بيان أن …، وأضاف لعنب بلدي …: a verb of the past without a subject, said by whoever spoke last."""
        norm = self.words.norm
        if i + 1 >= last or norm[i].removeprefix("و").startswith(("ي", "ت")):
            return False
        i = next((j for j in range(i, last - 1) if not (j + 1 in self.timed or norm[j + 1] in "،," or norm[j + 1] in _TOO)), i)
        behind = norm[i + 1]
        if behind in THAT or behind in QUOTES or behind == ":" or (behind in _ON and i + 2 < last and norm[i + 2] in THAT):
            return True
        told = self.known.speakers.find(self.words, i + 1)
        addressed = told is not None and told.prefix == "ل" and told.payloads[0].kind == "outlet"
        return (behind in _WHERE or addressed) and self.sayings.follows(i, last)


@Language.component("rasad_attribution", requires=["doc._.words", "doc._.actors", "doc._.times"], assigns=["doc._.attributions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.attributions`."""
    _ = doc._
    _.attributions = find_attributions(_.words, _.actors, _.times, _.today, _.outlet)
    return doc
