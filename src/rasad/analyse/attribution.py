"""Who said so: the chain of speakers of each stretch of the text, nearest first, carried on until another speaks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.holding import BY_PREPOSITION, Hold
from rasad.analyse.sayings import AS_SAID, QUOTES, REACH, STATEMENTS, THAT, Sayings
from rasad.analyse.voices import ADJACENT, BACK_REFERENCE, GIVEN, OPENERS, TOLD_TO, Voices
from rasad.lexicon import speakers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Cue, Pattern, Speaker, Speakers
from rasad.model.mentions import ASKED, CARRIED, CHARGED, ActorMention, Attribution, SourceMention, TimeMention
from rasad.model.words import Sentence, Words

#: A quoted aside on a speaker is no longer than this.
_ASIDE: Final = 16
#: وفقاً للاتفاق الموقع، حسب القانون: no speaker follows.
_ACCORDS: Final = wordclass.stems("accord_stem")
#: Prepositions behind which stands no subject of a verb of saying.
_GOVERNS: Final = wordclass.words("governs_no_speaker")
#: What a verb of saying without a subject is followed by: في بيان، خلال مؤتمر، عبر صفحته.
_WHERE: Final = wordclass.words("said_where")
#: Words between a speaker and the colon behind his place or name.
_HEAD_REACH: Final = 6
#: How far the noun of كان stands before the verb that it is the subject of.
_HAD_REACH: Final = 10
#: Words between في بيان and the verb of who published it (في بيان مقتضب له نُشر).
_STATED_WITHIN: Final = 5
#: Who is asked for his account of the story: what the lead tells in the outlet's own words is from him (25 of 36 such leads of
#: 666 coded reports; of media, networks and sides, which are quoted beside it, 1 of 15).
_ASKED: Final = frozenset({"anonymous", "official", "correspondent", "monitor"})
#: حمّل X Y المسؤولية.
_LAYS: Final = wordclass.stems("lays_stem")
_RESPONSIBILITY: Final = wordclass.stems("responsibility_stem")
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
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        stretches = reader.sentence(sentence)
        if sentence.role == "headline":
            found += stretches
            titled = words.norm[sentence.first].startswith(STATEMENTS)  # بيان صادر عن القيادة العامة
            if stretches and (titled or words.norm[sentence.last - 1] == ":"):
                hold.take(stretches[-1], sentence, lead=titled)
            continue
        carried = hold.over(sentence) if not (stretches and stretches[0].first == sentence.first) else ()
        if carried:
            last = stretches[0].first if stretches else sentence.last
            found.append(Attribution(sentence.first, last, carried, CARRIED))
        if led is not None and stretches and stretches[0].first == sentence.first:
            found += _asked(led, stretches[0])
        led = sentence if first and not carried and not stretches else None
        found += stretches
        if stretches and stretches[-1].why != CHARGED:
            hold.take(stretches[-1], sentence, lead=first)
        first = False
    return [reader.others(a) for a in found] if outlet else found


def _names_statement(words: Sequence[str]) -> bool:
    """في بيان، ببيان."""
    stated = words[1:2] if words[0] == "في" else [words[0].removeprefix("ب")]
    return any(w.startswith(STATEMENTS) for w in stated)


def _asked(lead: Sentence, next_one: Attribution) -> list[Attribution]:
    """The lead that names nobody, put down to whom the second sentence gives as the one who tells of it."""
    if not next_one.why.startswith("verb") or not next_one.sources or next_one.sources[0].kind not in _ASKED:
        return []
    return [Attribution(lead.first, lead.last, next_one.sources, ASKED)]


class _Reader:
    def __init__(
        self, words: Words, known: Speakers, actors: Sequence[ActorMention], times: Sequence[TimeMention], outlet: str | None
    ) -> None:
        self.words = words
        self.timed = {i for t in times for i in range(t.first, t.last)}
        self.known = known
        self.voices = Voices(words, known, actors, outlet)
        self.sayings = Sayings(words, known)
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
        stated = said = charged = -1
        norm, known = self.words.norm, self.known.over
        for i in range(sentence.first, sentence.last):
            over = known.get(norm[i])
            if not over and (over is not None or not self.known.hands_over(norm[i], self.words.analyses[i])):
                continue
            cue = self.known.cues.find(self.words, i)
            if cue is not None:
                stated = i if stated < 0 and cue.payloads[0].pattern in ("venue", "from") else stated
                speakers = self._of_cue(cue.payloads[0], cue.last, sentence)
                if speakers and found and i < said + REACH and not any(w in THAT for w in self.words.norm[said:i]):
                    at = {s.first for s in found[-1].sources}
                    told = tuple(s for s in speakers if s.first not in at)
                    # قالت الوكالة نقلاً عن مصدر أمني إن, not قال مصدر أمني، بحسب الوكالة، إن
                    deep = cue.payloads[0].pattern == "deep"
                    chain = (*told, *found[-1].sources) if deep else (*found[-1].sources, *told)
                    found[-1] = replace(found[-1], sources=chain)
                    self._spoke(found[-1].sources)
                    continue
                if speakers:
                    whole = whole or speakers
                    self._spoke(speakers)
                    continue
            patterns = self.sayings.at(i, sentence.last)
            if patterns is None or ("opener" in patterns and not self.sayings.follows(i, sentence.last)):
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
            if self.words.norm[i - 1] in AS_SAID and (found or i > sentence.first + REACH):
                whole = whole or speakers  # حسبما أبلغ ضابط، وفق ما روى شهود: it covers what stands before it too
                continue
            said = i
            start = sentence.first if not found and i - sentence.first <= REACH else i
            if found and start > found[-1].first:
                found[-1] = Attribution(found[-1].first, start, found[-1].sources, found[-1].why)
            found.append(Attribution(start, sentence.last, speakers, f"verb {self.words.surface[i]}"))
        if whole or found:
            return self._covered(sentence, whole, found)
        return self._authored(sentence, stated) if stated >= 0 else self._charge(charged, sentence) if charged >= 0 else []

    def _covered(self, sentence: Sentence, whole: tuple[SourceMention, ...], found: list[Attribution]) -> list[Attribution]:
        """The attributions of the verbs, and before or without them that of a preposition (بحسب), which covers the sentence."""
        if whole and (not found or found[0].first > sentence.first):
            last = found[0].first if found else sentence.last
            return [Attribution(sentence.first, last, whole, BY_PREPOSITION), *found]
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
        speakers = self._subject(i, sentence) or ()
        if not speakers or speakers[0].first < i:
            return []
        return [Attribution(speakers[0].last, sentence.last, speakers, CHARGED)]

    def _authored(self, sentence: Sentence, stated: int) -> list[Attribution]:
        """وحمّلت الحركة، في بيان، …: whoever stands right behind the verb that opens the sentence says it in a statement,
        also where the statement comes first (في بيان لها، دعت الحركة …)."""
        first, norm = sentence.first + 1, self.words.norm
        if stated == sentence.first and any(w in _ITS_OWN for w in norm[stated + 1 : stated + REACH]):
            comma = next((j for j in range(stated, min(sentence.last - 2, stated + REACH)) if norm[j] in "،,"), -1)
            source = self._named(comma + 2) if comma > 0 else None
            if source is not None:
                self._spoke((source,))
                return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]
        while first < stated and self.words.norm[first] in QUOTES:
            first += 1
        source = self._named(first) if first < stated <= sentence.first + 2 * REACH else None
        if source is None or not self.words.norm[stated].startswith("ف"):
            return []
        self._spoke((source,))
        return [Attribution(sentence.first, sentence.last, (source,), "its own statement")]

    def others(self, attribution: Attribution) -> Attribution:
        """The attribution without the medium that published the report, which is no source of its own."""
        left = tuple(s for s in attribution.sources if s.name is None or not self.voices.ours(s))
        return replace(attribution, sources=left) if len(left) < len(attribution.sources) else attribution

    def _spoke(self, speakers: tuple[SourceMention, ...]) -> None:
        self.last = speakers
        for source in speakers:
            self.voices.heard(source)

    def _headed(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """* الخارجية: …: the speaker whose name stands alone before a colon at the head of the sentence."""
        i = sentence.first + (self.words.kind[sentence.first] == "punct")
        source = self.voices.at(i) if i < sentence.last else None
        if source is None or source.last >= sentence.last:
            return ()
        behind = self._said_of_him(source.last, sentence.last) if source.why.startswith("speaker") else source.last
        return (source,) if behind < sentence.last and self.words.norm[behind] in (":", "::") else ()

    def _said_of_him(self, i: int, last: int) -> int:
        """مراسلنا في درعا: …, المتحدث باسم الداخلية لـ سانا: …: the word behind where he is or to whom he speaks."""
        if self.words.norm[i] != "في" and not self.words.norm[i].startswith("ل") and self.words.norm[i] not in GIVEN:
            return i
        end = min(last, i + _HEAD_REACH)
        return next((j for j in range(i + 1, end) if self.words.kind[j] == "punct" or self.words.norm[j] in THAT), end)

    def _of_cue(self, cue: Cue, i: int, sentence: Sentence) -> tuple[SourceMention, ...]:
        """The speaker behind a preposition (بحسب), or, where it takes one up again (بحسب البيان، على حد قوله), the last."""
        if cue.pattern == "continue":
            source = None if self.last else self.voices.at(i - 1)
            return self.last or ((source,) if source else ())
        if cue.pattern not in ("from", "deep"):
            return ()
        norm = self.words.norm
        for j in range(i, min(sentence.last, i + 5)):
            if norm[j] in OPENERS or norm[j] in "،,." or self.voices.nobody(j):
                break
            if cue.fused and j == i and (norm[j][0] != "ل" or norm[j] in _ITS_OWN):
                break  # في بيان ل, not في بيان إن, nor في بيان لها
            source = self._named(j, 1 + max(0, j - i))
            if source is not None:
                return (source, *self._told_to(source.last, sentence.last))
            if norm[j].removeprefix("ل").removeprefix("ال").startswith(_ACCORDS):
                break
        return ()

    def _of_verb(self, i: int, patterns: frozenset[Pattern], sentence: Sentence) -> tuple[SourceMention, ...] | None:
        """Who says it by the verb at word i; () if the verb tells of no speech, None if somebody speaks whom no list knows."""
        subject = self._subject(i, sentence)
        if "from" in patterns:
            deeper: tuple[SourceMention, ...] = ()
            for j in range(i + 1, min(sentence.last, i + 2 * REACH)):
                if self.words.norm[j] in ("عن", "من") and j + 1 < sentence.last:
                    source = next((s for k in range(j + 1, min(sentence.last, j + 3)) if (s := self._named(k))), None)
                    deeper = (source, *deeper) if source is not None else deeper
                elif self.words.norm[j] in THAT:
                    break
            if deeper:
                return deeper + tuple(s for s in subject or () if s not in deeper)
        if subject or subject is None:
            return subject
        if "continue" in patterns or self._left_out(i, sentence.last):
            return self.last
        return None if self._unknown(i, sentence.last) else ()

    def _unknown(self, i: int, last: int) -> bool:
        """وقال عمار العلي إن …: somebody speaks whom no list knows, so it is no longer the speaker before."""
        return any(w in THAT for w in self.words.norm[i + 2 : min(last, i + REACH)])

    def _left_out(self, i: int, last: int) -> bool:
        """وقال إن …، وأكد في بيان أن …، وأضاف لعنب بلدي …: a verb of the past without a subject, said by whoever spoke last."""
        norm = self.words.norm
        if i + 1 >= last or norm[i].removeprefix("و").startswith(("ي", "ت")):
            return False
        i = next((j for j in range(i, last - 1) if j + 1 not in self.timed and norm[j + 1] not in "،,"), i)
        behind = norm[i + 1]
        if behind in THAT or behind in QUOTES or behind == ":":
            return True
        told = self.known.speakers.find(self.words, i + 1)
        addressed = told is not None and told.prefix == "ل" and told.payloads[0].kind == "outlet"
        return (behind in _WHERE or addressed) and self.sayings.follows(i, last)

    def _had(self, first: int, i: int) -> int:
        """وكانت … قد أعلنت، وفي وقت سابق كان … قد قال: the word كان whose noun is the subject of the verb at word i, else -1."""
        norm = self.words.norm
        said = norm[i - 1] == "قد"
        span = range(max(first, i - _HAD_REACH - 2 * said), i)
        return next((k for k in span if (k == first or said) and norm[k].lstrip("و").startswith("كان")), -1)

    def _named(self, j: int, away: int = 1) -> SourceMention | None:
        if away > ADJACENT:
            return self.voices.at(j, away=away)
        return self.voices.again(j) or self.voices.at(j, away=away) or self.voices.name(j)

    def _subject(self, i: int, sentence: Sentence) -> tuple[SourceMention, ...] | None:
        """The subject of the verb at word i, with the medium to which it spoke; None for what nobody says (الأنباء)."""
        norm = self.words.norm
        stated = i + 1 < sentence.last and norm[i + 1].startswith(STATEMENTS)  # زعم بيان للوزارة
        told = 0
        for j in range(i + 1, min(sentence.last, i + REACH)):
            if norm[j] in OPENERS or norm[j] == "ب":
                break
            if norm[j] in BACK_REFERENCE and self.last:
                other = self.voices.at(j)  # المصدر الأمني, after a doctor
                if other and other.last > j + 1 and other.kind != self.last[0].kind:
                    return (other,)
                return self.last + (self._told_to(j + 1, sentence.last) if len(self.last) == 1 else ())
            if j == i + 1 and self.voices.nobody(j):
                return None  # وقالت الأنباء، بث معلومات
            if norm[j - 1] in _GOVERNS or j < told:
                continue
            source = self._named(j, j - i)
            if source is not None and not stated and self._addressed(source, j):
                told = self.voices.medium(source).last  # قال ممثل الأهالي لوكالة X: neither of its words speaks
            elif source is not None:
                self.voices.called(source, i + 1)
                return (source, *self._told_to(source.last, sentence.last))
            if j == i + 1 and not stated and norm[j][0] == "ب" and len(self.words.analyses[j]) > 1:
                break  # أفادت بمقتل …: what is said, not who says it
        had = self._had(sentence.first, i)
        before = range(had + 1, i) if had >= 0 else range(i - 1, max(sentence.first - 1, i - REACH), -1)
        for j in before:
            # وكانت الوزارة، قد أعلنت: a comma may part the subject from its own verb.
            if had < 0 and norm[j] in "،,:؛":
                break
            if j and norm[j - 1] in _GOVERNS:
                continue
            source = self.voices.at(j, away=1 if had >= 0 else REACH)
            if source is not None and not self._addressed(source, j):  # مصدر لوكالة X قال
                return (source, *self._told_to(i + 1, sentence.last))
        return self._introduced(i, sentence)

    def _introduced(self, i: int, sentence: Sentence) -> tuple[SourceMention, ...]:
        """سامر العلي، المتحدث باسم البلدية، أوضح أن: the sentence begins with him, his office between commas."""
        norm = self.words.norm
        if norm[i - 1] != "،" or i + 1 >= sentence.last or norm[i + 1] not in THAT or i - sentence.first > 2 * REACH:
            return ()
        for j in range(sentence.first, i - 1):
            if j == sentence.first or norm[j - 1] == "،":
                source = self.voices.at(j, away=1)
                if source is not None:
                    self.voices.called(source, sentence.first)
                    return (source, *self._told_to(i + 1, sentence.last))
        return ()

    def _addressed(self, source: SourceMention, j: int) -> bool:
        """قال لوكالة …: to whom it was told, not who tells."""
        match = self.known.speakers.find(self.words, j)
        quoted = self.words.norm[j - 1] in QUOTES
        told = self.words.norm[j - 1 - quoted] == "ل" or (match is not None and match.prefix.lstrip("و") in ("ل", "لل"))
        return told and source.kind in ("outlet", "activist_network")

    @staticmethod
    def _network(speaker: Speaker) -> bool:
        return speaker.kind == "activist_network" and speaker.name is not None

    def _told_to(self, i: int, last: int) -> tuple[SourceMention, ...]:
        """ل and a medium, near after the speaker; what stands quoted between (“فضل عدم ذكر اسمه”) is passed over."""
        norm = self.words.norm
        if i < last and norm[i] in QUOTES:
            i = next((j + 1 for j in range(i + 1, min(last, i + _ASIDE)) if norm[j] in QUOTES), i)
        for j in range(i, min(last, i + REACH)):
            if norm[j] in ("ان", ":"):
                break
            match = self.known.speakers.find(self.words, j)
            told = match is not None and (match.prefix.startswith("ل") or norm[j - 1 - (norm[j - 1] in QUOTES)] == "ل")
            medium = match is not None and (match.payloads[0].kind == "outlet" or self._network(match.payloads[0]))
            if match and told and medium:
                speaker = match.payloads[0]
                return (self.voices.medium(SourceMention(j, match.last, speaker.kind, speaker.name, speaker.protected, TOLD_TO)),)
        return ()


@Language.component("rasad_attribution", requires=["doc._.words", "doc._.actors", "doc._.times"], assigns=["doc._.attributions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.attributions`."""
    doc._.attributions = find_attributions(doc._.words, doc._.actors, doc._.times, doc._.today, doc._.outlet)
    return doc
