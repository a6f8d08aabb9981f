"""Who said so: the chain of speakers of each stretch of the text, nearest first, carried on until another speaks."""

from collections.abc import Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.lexicon import speakers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.speakers import KIND_OF_CLASS, Pattern, Speakers, kind_of_actor
from rasad.model.mentions import ActorMention, Attribution, SourceMention
from rasad.model.vocab import SourceKind
from rasad.model.words import Sentence, Words

#: A speaker stands within so many words of the verb or preposition that hands over to him.
REACH = 8
#: Words that open what was said: no speaker is looked for beyond them.
_OPENERS: Final = wordclass.words("speech_opener") | {":"}
_QUOTES: Final = frozenset('"“”«»')
#: A quoted aside on a speaker is no longer than this.
_ASIDE: Final = 16
#: Sentence openings by which a report turns to background, which is the outlet's own voice again.
_BACKGROUND: Final = tuple(tuple(phrase.split()) for phrase in wordclass.stems("background_opening"))
#: بيّن and عبّر are written like the prepositions بين and عبر: only a written shadda makes them verbs.
_PREPOSITION_LIKE: Final = wordclass.words("verb_like_preposition")
_SHADDA = "\u0651"
#: Words that tie an office to the side it belongs to, and how near behind the office they stand.
_BELONGS: Final = wordclass.words("belongs_to")
_LINK_REACH: Final = 3
#: حسبما، كما، and ما of وفق ما and على ما: the clause that says who says so, behind what was said.
_AS: Final = wordclass.words("as_said")
#: How far the noun of كان stands before the verb that it is the subject of.
_HAD_REACH: Final = 10
CARRIED = "carried on"
BY_PREPOSITION = "by the preposition"
_BACK_REFERENCE: Final = wordclass.words("speaker_again")
_OFFICIAL: Final = wordclass.stems("official_stem")
#: Words in a speaker's name that say what he is.
_DOCTORS: Final = wordclass.words("doctors")
_RIGHTS: Final = wordclass.words("human_rights")
#: What a nameless source belongs to tells its kind (مصدر في مشفى …).
_MEDICAL: Final = wordclass.stems("medical_stem")


def find_attributions(words: Words, actors: Sequence[ActorMention]) -> list[Attribution]:
    """Attributions in the order of the text; they do not overlap. A stretch that none covers is unattributed."""
    reader = _Reader(words, lexicon.load(), actors)
    found: list[Attribution] = []
    chain: tuple[SourceMention, ...] = ()
    paragraph = -1
    stated = False
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        if sentence.role == "headline":
            found += reader.sentence(sentence, ())
            continue
        stretches = reader.sentence(sentence, chain)
        if sentence.paragraph > paragraph + 1 and not stretches and not stated:
            # Measured on 178 real reports: into the next paragraph a speaker carries, beyond it no longer.
            chain = ()
        if not stretches and chain and not _turns(words, sentence):
            found.append(Attribution(sentence.first, sentence.last, chain, CARRIED))
            continue
        if not stretches:
            chain = ()
        for attribution in stretches:
            found.append(attribution)
            reader.last = attribution.sources
            # "According to X" covers its own sentence; "X said that" holds until another speaks (CODEBOOK 10).
            paragraph = sentence.paragraph
            stated = words.norm[sentence.last - 1] == ":"  # صدر عن قيادة الجيش البيان الآتي:
            chain = () if attribution.why == BY_PREPOSITION and not stated else attribution.sources
    return found


def _turns(words: Words, sentence: Sentence) -> bool:
    """Whether the sentence opens in the words of a report that turns to background."""
    opening = tuple(words.norm[sentence.first : sentence.first + 4])
    return any(opening[: len(p)] == p for p in _BACKGROUND)


class _Reader:
    def __init__(self, words: Words, known: Speakers, actors: Sequence[ActorMention]) -> None:
        self.words = words
        self.known = known
        self.actors = {a.first: a for a in actors}
        self.actor_ends = {a.last: a for a in actors}
        #: who spoke last, however far back: "وذكر المصدر" and "وأضاف" take him up again
        self.last: tuple[SourceMention, ...] = ()

    def sentence(self, sentence: Sentence, before: tuple[SourceMention, ...]) -> list[Attribution]:
        """The attributions of one sentence; `before` is the chain that the sentence before left."""
        headed = self._headed(sentence)
        if headed:
            return [Attribution(sentence.first, sentence.last, headed, "speaker before a colon")]
        found: list[Attribution] = []
        whole: tuple[SourceMention, ...] = ()
        chain = before
        for i in range(sentence.first, sentence.last):
            if self.words.kind[i] != "word":
                continue
            cue = self.known.cues.find(self.words, i)
            if cue is not None:
                speakers = self._speakers(cue.last, sentence.last)
                if speakers:
                    whole = whole or speakers
                    chain = speakers
                    continue
            patterns = self._verb(i)
            if patterns is None or ("opener" in patterns and not self._speech_follows(i, sentence.last)):
                continue
            speakers = self._of_verb(i, patterns, sentence, chain)
            if speakers and self.words.norm[i - 1] in _AS and i > sentence.first + REACH:
                whole = whole or speakers  # حسبما أبلغ ضابط، وفق ما روى شهود: it covers what stands before it too
                chain = speakers
                continue
            if speakers:
                start = sentence.first if not found and i - sentence.first <= REACH else i
                if found and start > found[-1].first:
                    found[-1] = Attribution(found[-1].first, start, found[-1].sources, found[-1].why)
                found.append(Attribution(start, sentence.last, speakers, f"verb {self.words.surface[i]}"))
                chain = speakers
        if whole and not found:
            return [Attribution(sentence.first, sentence.last, whole, BY_PREPOSITION)]
        if whole and found[0].first > sentence.first:
            found.insert(0, Attribution(sentence.first, found[0].first, whole, BY_PREPOSITION))
        elif found and found[0].first > sentence.first and before and not _turns(self.words, sentence):
            found.insert(0, Attribution(sentence.first, found[0].first, before, CARRIED))
        return found

    def _headed(self, sentence: Sentence) -> tuple[SourceMention, ...]:
        """* الخارجية: …: the speaker whose name stands alone before a colon at the head of the sentence."""
        i = sentence.first + (self.words.kind[sentence.first] == "punct")
        source = self._speaker(i) if i < sentence.last else None
        if source is None or source.last >= sentence.last - 1 or self.words.norm[source.last] not in (":", "::"):
            return ()
        return (source,)

    def _verb(self, i: int) -> frozenset[Pattern] | None:
        surface = self.words.surface[i]
        if surface.endswith("ة") or (i and self.words.norm[i - 1] == "عدم"):
            return None
        if self.words.norm[i] in _PREPOSITION_LIKE and _SHADDA not in surface:
            return None
        for prefix, stem in self.words.analyses[i]:
            if prefix in ("", "و", "ف") and stem in self.known.verbs:
                return self.known.verbs[stem]
        match = self.known.verb_phrases.find(self.words, i)
        return frozenset(match.payloads) if match else None

    def _speech_follows(self, i: int, last: int) -> bool:
        """Whether أن, a colon or a quotation mark opens what is said behind the verb at word i."""
        behind = self.words.norm[i + 1 : min(last, i + REACH + 2)]
        return any(w in _OPENERS or w in _QUOTES for w in behind)

    def _of_verb(
        self, i: int, patterns: frozenset[Pattern], sentence: Sentence, chain: tuple[SourceMention, ...]
    ) -> tuple[SourceMention, ...]:
        subject = self._subject(i, sentence, chain)
        if "from" in patterns:
            for j in range(i + 1, min(sentence.last, i + 2 * REACH)):
                if self.words.norm[j] == "عن":
                    return self._speakers(j + 1, sentence.last) + subject
        if subject:
            return subject
        if "continue" in patterns:
            return chain or self.last
        return ()

    def _had(self, first: int, i: int) -> bool:
        """وكانت … قد أعلنت: the sentence begins with كان, whose noun is the subject of the verb at word i."""
        return self.words.norm[first].lstrip("و").startswith("كان") and i - first <= _HAD_REACH

    def _subject(self, i: int, sentence: Sentence, chain: tuple[SourceMention, ...]) -> tuple[SourceMention, ...]:
        for j in range(i + 1, min(sentence.last, i + REACH)):
            if self.words.norm[j] in _OPENERS:
                break
            if self.words.norm[j] in _BACK_REFERENCE:
                return chain or self.last
            source = self._speaker(j, adjacent=j <= i + 2)
            if source is not None:
                return (source, *self._told_to(source.last, sentence.last))
            if j == i + 1 and self.words.norm[j][0] == "ب" and len(self.words.analyses[j]) > 1:
                break  # أفادت بمقتل …: what is said, not who says it
        for j in range(i - 1, max(sentence.first - 1, i - REACH), -1):
            # وكانت الوزارة، قد أعلنت: a comma may part the subject from its own verb.
            if self.words.norm[j] in "،,:؛" and not (self.words.norm[j] in "،," and self._had(sentence.first, i)):
                break
            source = self._speaker(j, adjacent=False)
            if source is not None:
                return (source, *self._told_to(i + 1, sentence.last))
        return ()

    def _told_to(self, i: int, last: int) -> tuple[SourceMention, ...]:
        """ل and a medium, near after the speaker; what stands quoted between (“فضل عدم ذكر اسمه”) is passed over."""
        norm = self.words.norm
        if i < last and norm[i] in _QUOTES:
            i = next((j + 1 for j in range(i + 1, min(last, i + _ASIDE)) if norm[j] in _QUOTES), i)
        for j in range(i, min(last, i + REACH)):
            if self.words.norm[j] in ("ان", ":"):
                break
            match = self.known.speakers.find(self.words, j)
            if match and match.prefix.startswith("ل") and match.payloads[0].kind == "outlet":
                speaker = match.payloads[0]
                return (SourceMention(j, match.last, speaker.kind, speaker.name, speaker.protected, "told to"),)
        return ()

    def _speakers(self, i: int, last: int) -> tuple[SourceMention, ...]:
        """The speaker after a preposition, with the medium he told it to."""
        for j in range(i, min(last, i + 5)):
            if j > i and self.words.norm[j] in ("،", ",", ".", ":"):
                break
            source = self._speaker(j)
            if source is not None:
                return (source, *self._told_to(source.last, last))
        return ()

    def _speaker(self, i: int, *, adjacent: bool = True) -> SourceMention | None:
        """The speaker named at word i. A side or body that is in no list of speakers speaks only right by its verb."""
        match = self.known.speakers.find(self.words, i)
        actor = self.actors.get(i)
        if actor is not None and (actor.adjective or actor.actor_class not in KIND_OF_CLASS):
            actor = None
        kind: SourceKind
        wins = actor is not None and (adjacent if match is None else actor.last > match.last and actor.id is not None)
        if actor is not None and wins:
            why = f"participant as speaker ({actor.actor_class})"
            kind = self._trade(i, actor.last, self._kind(actor))
            side = self._spoken_for(actor.last) if kind == "official" or actor.id is None else None
            return SourceMention(i, actor.last, self._kind(side) if side else kind, actor.name, False, why)
        if match is None:
            return None
        speaker = match.payloads[0]
        if speaker.kind == "unattributed":
            return None
        kind = speaker.kind
        last = match.last
        if speaker.name is None:
            kind, last = self._belonging(kind, last)
            kind = self._trade(i, last, kind)
        return SourceMention(i, last, kind, speaker.name, speaker.protected, f"speaker {speaker.form}")

    def _kind(self, actor: ActorMention) -> SourceKind:
        return kind_of_actor(actor.actor_class, self.words.norm[actor.first : actor.last])

    def _trade(self, first: int, last: int, kind: SourceKind) -> SourceKind:
        """لجنة أطباء، مصادر حقوقية: doctors are medical and human-rights bodies monitors, whatever else they are."""
        if kind not in ("official", "anonymous", "activist_network"):
            return kind
        said = [stem for j in range(first, min(last + 1, len(self.words))) for _, stem in self.words.analyses[j]]
        if any(w in _DOCTORS for w in said):
            return "medical"
        return "monitor" if any(w in _RIGHTS for w in said) else kind

    def _belonging(self, kind: SourceKind, last: int) -> tuple[SourceKind, int]:
        """What a nameless source belongs to: مصدر في الجبهة الوطنية, مصدر من الشرطة, مراسل وكالة X, المتحدث باسم X."""
        if last >= len(self.words):
            return kind, last
        spoken_for = self._spoken_for(last)
        if kind == "official" and spoken_for is not None:
            return self._kind(spoken_for), spoken_for.last
        follow = self.known.speakers.find(self.words, last)
        if follow is not None and follow.prefix == "":
            return kind, follow.last
        if (
            kind not in ("anonymous", "official")
            or self.words.norm[last] not in ("في", "من", "لدي", "داخل")
            or last + 1 >= len(self.words)
        ):
            return kind, last
        j = last + 1
        if self.words.norm[j].startswith(_MEDICAL) or (j + 1 < len(self.words) and self.words.norm[j + 1].startswith(_MEDICAL)):
            return "medical", j + 1
        actor = self.actors.get(j)
        if actor is not None and actor.actor_class in KIND_OF_CLASS:
            return self._kind(actor), actor.last
        # محافظة without the article names a province, not its council: "a source in Diyala governorate" is anybody.
        if self.words.norm[j].startswith(_OFFICIAL) and self.words.norm[j] != "محافظه":
            return "official", j + 1
        body = self.known.speakers.find(self.words, j)
        return (body.payloads[0].kind, body.last) if body is not None else (kind, last)

    def _spoken_for(self, last: int) -> ActorMention | None:
        """The side behind المتحدث باسم …, المسؤول في …, مكتب … التابع ل …."""
        norm = self.words.norm
        j = last
        if norm[last - 1] != "باسم":
            link = next(
                (k for k in range(last, min(len(norm), last + _LINK_REACH)) if norm[k] in _BELONGS or norm[k] == "باسم"), None
            )
            if link is None:
                return None
            j = link + 1
        while j < len(norm) and norm[j] in _QUOTES:
            j += 1
        actor = self.actors.get(j)
        return actor if actor is not None and not actor.adjective and actor.actor_class in KIND_OF_CLASS else None


@Language.component("rasad_attribution", requires=["doc._.words", "doc._.actors"], assigns=["doc._.attributions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.attributions`."""
    doc._.attributions = find_attributions(doc._.words, doc._.actors)
    return doc
