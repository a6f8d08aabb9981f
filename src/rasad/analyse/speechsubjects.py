"""Whom a verb of saying has as its subject, and the medium to which he spoke."""

from dataclasses import replace
from typing import Final

from rasad.analyse.onbehalf import ON_BEHALF
from rasad.analyse.sayings import QUOTES, REACH, STATEMENTS, THAT
from rasad.analyse.speakerwords import OPENERS
from rasad.analyse.voices import ADJACENT, BACK_REFERENCE, TOLD_TO, Voices
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import Speaker, Speakers
from rasad.model.mentions import BESIDE, SourceMention
from rasad.model.words import Sentence, Words

#: A quoted aside on a speaker is no longer than this.
_ASIDE: Final = 16
#: Prepositions behind which stands no subject of a verb of saying.
_GOVERNS: Final = wordclass.words("governs_no_speaker")
_AS_FOR: Final = frozenset({"اما", "واما"})
#: What stands between a verb of saying and its subject (وفق ما أفاد به شهود).
_PASSED: Final = frozenset({"،", ",", "به", "بها"})
#: Nouns of acts with which what somebody tells begins.
_TOLD: Final = wordclass.words("what_is_told")
_BELONGS: Final = wordclass.words("belongs_to")
#: مصدر، مصادر.
_SOURCE_STEMS: Final = ("مصدر", "مصادر")
#: ناشطون، شهود: several who speak at once.
_PEOPLE: Final = wordclass.words("several_speakers")
#: أبلغ، أخبر: verbs of saying whose object is whom they tell.
_TELLS: Final = wordclass.stems("tells_stem")
#: How far the noun of كان stands before the verb that it is the subject of.
_HAD_REACH: Final = 10
#: ذات المصدر، المصدر نفسه.
_SAME: Final = frozenset({"ذات", "نفس"})
SAME: Final = wordclass.words("the_same")


class Subjects:
    """Finds the subjects of the verbs of saying of one report."""

    def __init__(self, words: Words, known: Speakers, voices: Voices) -> None:
        self.words = words
        self.known = known
        self.voices = voices
        #: who spoke last, however far back: "وذكر المصدر" and "وأضاف" take him up again
        self.last: tuple[SourceMention, ...] = ()
        #: … and the last single one or body: ناشطون are no مصدر
        self.one: tuple[SourceMention, ...] = ()
        #: … and who was called a source last
        self.sources: tuple[SourceMention, ...] = ()
        #: … and by their number: ولفتت المصادر, behind a مصدر too, are the sources before him
        self._by_number: dict[bool, tuple[SourceMention, ...]] = {}

    def spoke(self, speakers: tuple[SourceMention, ...]) -> None:
        """These have spoken."""
        self.last = speakers
        if speakers and not _PEOPLE.intersection(self.words.stems[speakers[0].first]):
            self.one = speakers
        if speakers and _is_source(self.words.norm[speakers[0].first]):
            self.sources = speakers
            self._by_number[_many(self.words.norm[speakers[0].first])] = speakers

    def again(self, word: str) -> tuple[SourceMention, ...]:
        """Who is taken up by المصدر، المصادر, behind which others may have spoken, or by البيان."""
        if not _is_source(word):
            return self.last
        return self._by_number.get(_many(word), self.sources) or (self.last if _many(word) else self.one or self.last)

    def same(self, j: int) -> tuple[SourceMention, ...]:
        """بحسب المصدر نفسه، وفقاً لذات المصدر: whoever was called a source last."""
        norm = self.words.norm
        bare = norm[j].removeprefix("ل").removeprefix("ل").removeprefix("ا").removeprefix("ل")
        same = norm[j - 1].removeprefix("ل") in _SAME or (j + 1 < len(norm) and norm[j + 1] in SAME)
        return self._by_number.get(_many(bare), self.sources) or self.last if bare.startswith(_SOURCE_STEMS) and same else ()

    def _had(self, first: int, i: int) -> int:
        """وكانت … قد أعلنت، وفي وقت سابق كان … قد قال: the word كان whose noun is the subject of the verb at word i, else -1."""
        norm = self.words.norm
        said = norm[i - 1] == "قد"
        span = range(max(first, i - _HAD_REACH - 2 * said), i)
        return next((k for k in span if (k == first or said) and norm[k].lstrip("و").startswith("كان")), -1)

    def named(self, j: int, away: int = 1) -> SourceMention | None:
        if away > ADJACENT:
            return self.voices.at(j, away=away)
        at = self.voices.at(j, away=away)
        if at is not None and at.name is not None and at.last > j + 1:
            return at  # الوكالة الوطنية للإعلام, not the agency named before
        again = self.voices.again(j)
        if again is not None and at is not None and self._of_another(at, again):
            return at
        return again or at or self.voices.name(j)

    def _of_another(self, at: SourceMention, again: SourceMention) -> bool:
        """المتحدث باسم الدفاع المدني, after the spokesman of the army: whether he speaks for a body that was not named then."""
        norm, words = self.words.norm, self.words
        if ON_BEHALF not in norm[at.first : at.last]:
            return False
        first, last = again.named or (again.first, again.last)
        then = set().union(*(words.stems[j] for j in range(first, last)))
        end = min(len(words), at.last + (norm[at.last - 1] == ON_BEHALF))
        return any(then.isdisjoint(words.stems[j]) for j in range(at.first + 1, end) if words.kind[j] == "word")

    def of_verb(self, i: int, sentence: Sentence) -> tuple[SourceMention, ...] | None:
        """The subject of the verb at word i, with the medium to which it spoke; None for what nobody says (الأنباء)."""
        norm = self.words.norm
        head = self.head(i, sentence)
        if head is not None:
            return (head, *self.told_to(i + 1, sentence.last))
        stated = i + 1 < sentence.last and norm[i + 1].startswith(STATEMENTS)  # زعم بيان للوزارة
        told = passed = 0
        medium: SourceMention | None = None
        had = self._had(sentence.first, i)
        # وكان المرصد قد سجل … في المحافظة: his noun stands before his verb
        before_it = self._tells_him(i, sentence) or (0 <= had < i - 2 and norm[i - 1] == "قد")
        for j in () if before_it else range(i + 1, min(sentence.last, i + 2 * REACH)):
            if j - i - passed >= REACH:
                break
            if norm[j] in OPENERS or norm[j] == "ب" or self._passes_on(j) or (j == i + 1 and norm[j] in _TOLD):
                break  # صوراً تظهر قصف القوات: what is shown, not who shows it
            if j in self.voices.timed or norm[j] in _PASSED or j < told:
                passed += 1  # أعلنت اليوم الأحد، جبهة X; قال لوكالة X مساعد المدير
                continue
            if norm[j] in BACK_REFERENCE and self.last:
                last, other = self.again(norm[j]), self.voices.at(j)  # المصدر الأمني, after a doctor
                more = other is not None and other.last > j + 1 + (norm[j + 1] in SAME)  # not المصادر نفسها
                if other and more and other.kind != last[0].kind:
                    return (other,)
                return last + (self.told_to(j + 1, sentence.last) if len(last) == 1 else ())
            if j == i + 1 and self.voices.nobody(j):
                return None  # وقالت الأنباء، بث معلومات
            if norm[j - 1] in _GOVERNS:
                continue
            source = self.named(j, j - i - passed)
            if source is not None and not stated and self._addressed(source, j):
                medium = replace(self.voices.medium(source), why=TOLD_TO)
                told = medium.last  # قال ممثل الأهالي لوكالة X: neither of its words speaks
            elif source is not None and not stated and self._given(j):
                continue  # سُجلت إصابات إحداها لمواطن
            elif source is not None:
                self.voices.called(source, i + 1)
                tells = norm[i].removeprefix("و").startswith(_TELLS)
                to = self.told_to(source.last, sentence.last, told=tells)
                return (source, *self.beside(source), *(to or ((medium,) if medium else ())))
            if j == i + 1 and not stated and norm[j][0] == "ب" and len(self.words.analyses[j]) > 1:
                break  # أفادت بمقتل …: what is said, not who says it
        before = range(had + 1, i) if had >= 0 else range(i - 1, max(sentence.first - 1, i - REACH), -1)
        for j in before:
            # وكانت الوزارة، قد أعلنت: a comma may part the subject from its own verb.
            if had < 0 and norm[j] in "،,:؛":
                break
            if j and norm[j - 1] in _GOVERNS:
                continue
            source = self.voices.at(j, away=1 if had >= 0 else REACH) or self._right_before(j, i, sentence)
            if source is not None and not self._addressed(source, j):  # مصدر لوكالة X قال
                return (source, *self.told_to(i + 1, sentence.last))
        return self._introduced(i, sentence)

    def _right_before(self, j: int, i: int, sentence: Sentence) -> SourceMention | None:
        """يُذكر أن الحركة أعلنت …: a side behind "that" and right before its verb."""
        tells = self._tells_him(i, sentence)
        source = self.voices.at(j) if self.words.norm[j - 1] in THAT and not tells else None
        return source if source is not None and source.last == i else None

    def _passes_on(self, j: int) -> bool:
        """وأضاف في مؤتمر صحفي بثه التلفزيون: a verb with its object; not إذاعة."""
        return self.words.norm[j] in self.known.with_object and not self.words.surface[j].endswith("ة")

    def head(self, i: int, sentence: Sentence) -> SourceMention | None:
        """شرطة البصرة تعلن القبض على …: the subject opens the sentence and the verb stands right behind it, as in headlines."""
        first = sentence.first + (self.words.norm[sentence.first] in _AS_FOR)  # أما الحزب فأكد أن
        source = self.voices.at(first, away=1) if i > first else None
        return source if source is not None and source.last == i else None

    def _tells_him(self, i: int, sentence: Sentence) -> bool:
        """إن اللجنة أبلغت الوجهاء: whom the verb tells stands behind it, since its subject stands before it."""
        norm = self.words.norm
        if not norm[i].startswith(_TELLS) or i - 1 <= sentence.first:
            return False
        opened = next((k for k in range(i - 1, max(sentence.first, i - REACH) - 1, -1) if norm[k] in THAT), -1)
        return 0 <= opened < i - 1 and not any(self.words.kind[k] == "punct" and norm[k] not in QUOTES for k in range(opened, i))

    def beside(self, source: SourceMention) -> tuple[SourceMention, ...]:
        """قال شهود عيان ومصدر طبي، بحسب النادي والهيئة: who says so beside him, joined with و."""
        norm, i = self.words.norm, source.last
        while i < len(norm) and norm[i] in QUOTES:
            i += 1
        if i >= len(norm) or not norm[i].startswith("و"):
            return ()
        match, actor = self.known.speakers.find(self.words, i), self.voices.actors.get(i)
        if not (match and match.prefix == "و") and not (actor and actor.prefix == "و"):
            return ()
        other = self.voices.at(i)
        return () if other is None else (replace(other, why=BESIDE),)

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
                    return (source, *self.told_to(i + 1, sentence.last))
        return ()

    def _addressed(self, source: SourceMention, j: int) -> bool:
        """قال لوكالة …: to whom it was told, not who tells."""
        match = self.known.speakers.find(self.words, j)
        quoted = self.words.norm[j - 1] in QUOTES
        told = self.words.norm[j - 1 - quoted] == "ل" or (match is not None and match.prefix.lstrip("و") in ("ل", "لل"))
        return told and source.kind in ("outlet", "activist_network")

    def _given(self, j: int) -> bool:
        match = self.known.speakers.find(self.words, j)
        actor = self.voices.actors.get(j)
        prefix = match.prefix if match is not None else actor.prefix if actor is not None else ""
        given = prefix.lstrip("و") in ("ل", "لل", "ب")  # سُجل تقدم لقوات X، في تغريدة بموقع X
        return given and self.words.norm[j - 1] not in _BELONGS  # مركز تابع لوزارة الصحة

    @staticmethod
    def _network(speaker: Speaker) -> bool:
        return speaker.kind == "activist_network" and speaker.name is not None

    def told_to(self, i: int, last: int, *, told: bool = False) -> tuple[SourceMention, ...]:
        """ل and a medium, near after the speaker; what stands quoted between (“فضل عدم ذكر اسمه”) is passed over.

        `told`: the verb tells somebody (أبلغ), so that the medium stands right behind, without ل.
        """
        norm = self.words.norm
        if i < last and norm[i] in QUOTES:
            i = next((j + 1 for j in range(i + 1, min(last, i + _ASIDE)) if norm[j] in QUOTES), i)
        for j in range(i, min(last, i + REACH)):
            if norm[j] in ("ان", ":"):
                break
            match = self.known.speakers.find(self.words, j)
            tells = told and j == i
            to = match is not None and (tells or match.prefix.startswith("ل") or norm[j - 1 - (norm[j - 1] in QUOTES)] == "ل")
            medium = match is not None and (match.payloads[0].kind == "outlet" or self._network(match.payloads[0]))
            if match and to and medium:
                speaker = match.payloads[0]
                return (self.voices.medium(SourceMention(j, match.last, speaker.kind, speaker.name, speaker.protected, TOLD_TO)),)
        return ()


def _is_source(word: str) -> bool:
    """مصدر، المصادر، ومصدرنا."""
    return word.removeprefix("و").removeprefix("لل").removeprefix("ال").startswith(_SOURCE_STEMS)


def _many(word: str) -> bool:
    """مصادر, not مصدر."""
    return _SOURCE_STEMS[1] in word
