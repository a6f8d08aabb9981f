"""Who is named at a word: a speaker of the lists, a participant, or somebody who has spoken before and is named again."""

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Final

from rasad.analyse.onbehalf import ON_BEHALF, spoken_for
from rasad.analyse.sayings import QUOTES, STATEMENTS
from rasad.analyse.speakerwords import OPENERS, PROTEST, medical, of_protest, unnamed
from rasad.lexicon import actors as sides
from rasad.lexicon import speakers, wordclass
from rasad.lexicon.casualties import given_names
from rasad.lexicon.clitics import among
from rasad.lexicon.speakers import KIND_OF_CLASS, Speakers, kind_of_actor
from rasad.model.mentions import AGAIN, ActorMention, SourceMention
from rasad.model.vocab import SourceKind
from rasad.model.words import Words

BACK_REFERENCE: Final = wordclass.words("speaker_again")
TOLD_TO: Final = "told to"
#: Words that tie an office to the side it belongs to, and how near behind the office they stand.
_BELONGS: Final = wordclass.words("belongs_to")
_LINK_REACH: Final = 7
#: Ministries and police are official whoever holds power (CODEBOOK 10).
_ALWAYS_OFFICIAL: Final = wordclass.stems("ministry_stem")
_OFFICIAL: Final = wordclass.stems("official_stem")
#: Words in a speaker's name that say what he is.
_DOCTORS: Final = wordclass.words("doctors")
_RIGHTS: Final = wordclass.words("human_rights")
#: Words behind a speaker's office that may be his name, by which he is taken up again.
_NAME_REACH: Final = 8
GIVEN: Final = given_names()
_NAMED: Final = GIVEN | wordclass.words("title")
#: مقتل، اعتقال: nouns of what is done to whoever is named behind them.
_DONE_TO: Final = wordclass.words("done_to")
_TRADES: Final = frozenset({"rescue", "medical", "monitor"})
#: Kinds of bodies whose officers speak for them.
#: Nouns of acts with which what somebody tells begins.
_TOLD: Final = wordclass.words("what_is_told")
_BODIES: Final = _TRADES | {"conflict_party", "activist_network"}
_SPEAK_FOR: Final = _BODIES | {"official"}
_SOURCES: Final = frozenset({"مصدر", "مصادر"})
#: So near its verb stands a side that is in no list of speakers.
ADJACENT: Final = 2
#: Who tells a medium, rather than belongs to it.
_TELLERS: Final = frozenset({"anonymous", "official", "medical", "rescue", "witness"})
#: He whom a report names with his office is named again within so many words.
_OFFICER_BEFORE: Final = 200
_CENTRES: Final = frozenset({"مركز", "مجمع"})
_CENTRE_REACH: Final = 4
_MEDIA: Final = frozenset({"outlet", "activist_network"})
_FUSED: Final = frozenset({"ب", "ل", "لل"})
#: Nouns by which a report names a side of its story again (الجماعة، القبيلتين).
_SIDES: Final = wordclass.words("side_noun")
#: … that are a rank too (المتحدث باسم الجيش اللواء سالم).
_RANKS: Final = wordclass.words("title")
#: Between a nameless source and what it belongs to.
_SOURCE_OF: Final = frozenset({"في", "من", "لدي", "داخل"})
#: A name or head noun by which somebody is taken up again is no shorter than this.
_NAME_LETTERS: Final = 3
_TANWIN: Final = "\u064b"


class Voices:
    """Knows the speakers of one report; `heard` tells it who spoke, so that he is known when he is named again."""

    def __init__(
        self,
        words: Words,
        known: Speakers,
        actors: Sequence[ActorMention],
        outlet: str | None = None,
        timed: Container[int] = (),
    ) -> None:
        self.words = words
        #: words of times, which are nobody's name (اليوم)
        self.timed = timed
        self.outlet = outlet
        self.known = known
        self.actors = {a.first: a for a in actors}
        for a in actors:
            self.actors |= spoken_for(words, a)
        #: bare words of the names, and head nouns, of those who have spoken
        self._names: dict[str, SourceMention] = {}
        self._heads: dict[str, SourceMention] = {}
        #: bodies of the lists that the report names, by head noun, found when first asked for
        self._bodies: defaultdict[str, list[SourceMention]] | None = None

    def heard(self, source: SourceMention) -> None:
        """Remember a speaker by the head noun of his name (الهيئة) and by the words behind it (وقال الموسى)."""
        if source.why in (AGAIN, TOLD_TO):
            return
        norm = self.words.norm
        head = norm[source.first].removeprefix("لل")
        self._heads[_bare(head)] = source
        if source.kind == "anonymous":
            return  # مصادر مطلعة تحدثت للموقع الرسمي: no name follows
        last = self.words.sentences[self.words.sentence[source.first]].last
        for j in range(source.first + 1, min(last, source.last + _NAME_REACH)):
            if norm[j] in OPENERS or (norm[j] in "،,.؛" and not (j + 1 < last and norm[j + 1] in _NAMED)):
                break  # a name may stand behind a comma: عضو المجلس، حسين العلي، إن; المتحدث باسم الجيش، العقيد سامر العلي
            if norm[j].startswith(STATEMENTS):
                break  # قال أمين السر في بيان له: the statement is no name of his
            self._call(j, source)

    def called(self, source: SourceMention, first: int) -> None:
        """Remember a speaker by his name before his office: وقال محمد اليوسف، أحد المسعفين، …."""
        if self.words.norm[first] in GIVEN:
            for j in range(first, source.first):
                self._call(j, source)

    def _call(self, j: int, source: SourceMention) -> None:
        plain = not self.words.surface[j].rstrip("ا").endswith(_TANWIN)  # الرئاسة وقفاً: no name
        if plain and len(self.words.norm[j]) >= _NAME_LETTERS and self.words.kind[j] == "word":
            self._names[_bare(self.words.norm[j])] = source

    def again(self, i: int) -> SourceMention | None:
        """The body that spoke, or was named, before and is named again at word i by its head noun alone (الهيئة)."""
        norm = self.words.norm
        if not norm[i].startswith(("ال", "لل")) or len(norm[i]) <= _NAME_LETTERS:
            return None
        head = norm[i][2:]
        return self._repeated(i, self._heads.get(head) or self._named_before(head, i))

    def name(self, i: int) -> SourceMention | None:
        """The person who spoke before and is named again at word i by a word of his name (وقال الموسى)."""
        norm = self.words.norm[i]
        if (
            i in self.timed
            or self.words.kind[i] != "word"
            or len(norm) < _NAME_LETTERS
            or (len(norm) == _NAME_LETTERS and norm not in GIVEN)
        ):
            return None
        return self._repeated(i, self._names.get(_bare(norm)) or self._officer(_bare(norm), i))

    def _officer(self, name: str, i: int) -> SourceMention | None:
        """أشاد قائد القوات سامر العلي بـ … وقال العلي: he whom the report named with his office, though he did not speak then."""
        norm = self.words.norm
        if i == 0 or not norm[i].startswith("ال"):
            return None
        j = next((j for j in range(i - 1, max(0, i - _OFFICER_BEFORE), -1) if _bare(norm[j]) == name), 0)
        first = self.words.sentences[self.words.sentence[j]].first
        for k in range(j - 1, max(first, j - _NAME_REACH) - 1, -1):
            if self.words.kind[k] == "punct" or norm[k] in _SOURCE_OF:
                break  # ضابط في المدينة: no name of his
            if norm[k] in GIVEN or not (source := self.at(k)) or source.kind in ("witness", "correspondent"):
                continue
            return source if source.last <= j else None
        return None

    def _repeated(self, i: int, source: SourceMention | None) -> SourceMention | None:
        if source is None:
            return None
        named = source.named or (source.first, source.last)
        joined = self.words.norm[named[0]].startswith(("و", "ل")) and _bare(self.words.norm[i]) in self.words.norm[named[0]][1:]
        if joined:
            named = (i, i + 1)  # والهلال، لمجلس: with what it is written as one word with, it names nobody
        return SourceMention(i, i + 1, source.kind, source.name, source.protected, AGAIN, named)

    def _named_before(self, head: str, i: int) -> SourceMention | None:
        """نشرت نقابة أطباء السودان حصيلة … وذكرت النقابة: the last body of the lists so named, whether it spoke or not."""
        if self._bodies is None:
            self._bodies = defaultdict(list)
            for match in self.known.speakers.all(self.words):
                j, speaker = match.first, match.payloads[0]
                if match.last - j > 1 and (speaker.name is not None or speaker.kind in _BODIES):
                    named = SourceMention(j, match.last, speaker.kind, speaker.name, speaker.protected, f"speaker {speaker.form}")
                    self._bodies[_bare(self.words.norm[j].removeprefix(match.prefix))].append(named)
        return next((s for s in reversed(self._bodies.get(head, [])) if s.first < i), None)

    def at(self, i: int, *, away: int = 1) -> SourceMention | None:
        """The speaker named at word i, `away` words from what hands over to him.

        A side or body that is in no list of speakers speaks only right by its verb.
        """
        adjacent = away <= ADJACENT
        match = self.known.speakers.find(self.words, i)
        named = actor = self.actors.get(i)
        if actor is not None and (actor.adjective or actor.actor_class not in KIND_OF_CLASS):
            actor = None
        kind: SourceKind
        wins = actor is not None and (adjacent if match is None else actor.last > match.last and actor.id is not None)
        if actor is not None and match is not None and ON_BEHALF in self.words.norm[match.last - 1 : actor.last]:
            wins = False  # الناطق باسم وزارة الصحة التابعة لـ X: he speaks for the body nearest to him
        if match is None and away == 1:
            match = self.known.near.find(self.words, i, bare=True)
            wins = wins and (match is None or actor is None or actor.last > match.last)  # اللواء 52, not اللواء سامر
        if actor is not None and wins:
            why = f"participant as speaker ({actor.actor_class})"
            kind = self._trade(i, actor.last, self._kind(actor))
            kind = self._office(actor.last, construct=False)[0] if kind == "official" else kind
            if kind == "official" and any(of_protest(self.words.norm, j) for j in range(i + 1, actor.last)):
                kind = "conflict_party"
            if kind == "official":
                kind = self._body(i, actor.last) or kind
            return SourceMention(i, actor.last, kind, actor.name, unnamed(self.words.norm, actor.last), why)
        if match is None:
            return self._clinic(i) if adjacent else None
        speaker = match.payloads[0]
        close = i > 1 and speaker.kind == "witness" and self.words.norm[i - 2].startswith("مقرب")  # مصدر مقرب من العائلة
        if speaker.kind == "unattributed" or close or (i and among(self.words.norm[i - 1], _DONE_TO, "وب")):
            return None  # تبنى اغتيال ضابط: to him it was done
        kind = speaker.kind
        last = match.last
        army = named is not None and named.id in self.known.armies_at_war and ON_BEHALF in self.words.norm[i:last]
        kind = "conflict_party" if army and kind == "official" else kind  # الناطق باسم الجيش, of a state at war at home
        if kind == "correspondent":
            his = self.known.speakers.find(self.words, i + 1, bare=True) if i + 1 < len(self.words) else None
            if his is not None and his.last > last and self._another(his.payloads[0].name):
                kind, last = "outlet", his.last  # مراسل الوكالة الوطنية للإعلام
        if speaker.name is None:
            kind, last = self._belonging(kind, last)
            kind = self._trade(i, last, kind)
            if kind == "official" and speakers.at_war(self.words.norm[i : last + 2]):
                kind = "conflict_party"
        protected = speaker.protected or (speaker.name is None and unnamed(self.words.norm, last))
        source = SourceMention(i, last, kind, speaker.name, protected, f"speaker {speaker.form}")
        return self.medium(source) if kind == "outlet" else source

    def _clinic(self, i: int) -> SourceMention | None:
        """مركز التل الطبي: a centre that its adjective tells to be one of doctors."""
        norm = self.words.norm
        if norm[i] not in _CENTRES:
            return None
        last = next((j + 1 for j in range(i + 1, min(len(norm), i + _CENTRE_REACH)) if norm[j] == "الطبي"), 0)
        return SourceMention(i, last, "medical", None, False, "a centre of doctors") if last else None

    def medium(self, source: SourceMention) -> SourceMention:
        """لوكالة شفق نيوز: the medium with the name that the word for its kind stands before."""
        i = source.last
        while i < len(self.words) - 1 and self.words.norm[i] in QUOTES:
            i += 1
        named = self.known.speakers.find(self.words, i, bare=True) if source.name is None and i < len(self.words) else None
        if named is None or named.payloads[0].name is None or named.payloads[0].kind not in _MEDIA:
            return source
        speaker = named.payloads[0]
        return SourceMention(source.first, named.last, speaker.kind, speaker.name, source.protected, source.why)

    def nobody(self, i: int) -> bool:
        """Whether word i names what has no speaker behind it (أنباء، تقارير)."""
        match = self.known.speakers.find(self.words, i)
        if match is None or match.payloads[0].kind != "unattributed":
            return False
        return not _bare(self.words.norm[i]).startswith(STATEMENTS)

    def _body(self, first: int, last: int) -> SourceKind | None:
        """جمعية الهلال الأحمر، محامي نادي الأسير: the kind of the body of doctors, monitors … in the name."""
        matches = (self.known.speakers.find(self.words, j) for j in range(first, last))
        return next((m.payloads[0].kind for m in matches if m and m.payloads[0].kind in _BODIES), None)

    def _kind(self, actor: ActorMention) -> SourceKind:
        name = self.words.norm[actor.first : actor.last]
        if name[0].startswith(_ALWAYS_OFFICIAL):
            return "conflict_party" if speakers.at_war(name) else "official"
        if actor.id in self.known.armies_at_war:
            return "conflict_party"
        return kind_of_actor(actor.actor_class, self.words.norm[actor.first : actor.last])

    def _trade(self, first: int, last: int, kind: SourceKind) -> SourceKind:
        """لجنة أطباء، مصادر حقوقية: doctors are medical and human-rights bodies monitors, whatever else they are."""
        if kind not in ("official", "anonymous", "activist_network"):
            return kind
        said = [stem for j in range(first, min(last + 1, len(self.words))) for _, stem in self.words.analyses[j]]
        if any(w.startswith(_ALWAYS_OFFICIAL) for w in said[: last - first]):
            return kind  # وكيل وزارة حقوق الإنسان
        if not _DOCTORS.isdisjoint(said):
            return "medical"
        if kind == "activist_network" and self.words.norm[first].removeprefix("ال").startswith("ناشط"):
            return kind  # الناشط الحقوقي: no body
        return "monitor" if not _RIGHTS.isdisjoint(said) else kind

    def _belonging(self, kind: SourceKind, last: int) -> tuple[SourceKind, int]:
        """What a nameless source belongs to: مصدر في الجبهة الوطنية, مصدر من الشرطة, مراسل وكالة X, المتحدث باسم X."""
        if last >= len(self.words):
            return kind, last
        if kind == "official":
            return self._office(last)
        if kind == "witness" and self.words.norm[last].startswith("ل"):
            return kind, last  # وقال والده لموقع محلي: to whom he spoke
        if kind in ("witness", "activist_network"):
            office, end = self._office(last, construct=False)
            return (office, end) if office != "official" else (kind, last)  # أحد العاملين في الدفاع المدني
        near = last + (kind == "correspondent" and self.words.norm[last] in QUOTES and last + 1 < len(self.words))
        construct = kind == "anonymous" and self.words.norm[last - 1].removeprefix("و") in _SOURCES  # مصادر المعارضة
        follow = self.known.speakers.find(self.words, near)
        told = follow is not None and kind in _TELLERS and follow.payloads[0].kind == "outlet"  # أبلغ مصدر وكالة X
        his = follow is not None and (not construct or follow.payloads[0].kind not in _SPEAK_FOR)
        if follow is not None and his and not told and follow.prefix == "":
            other = kind == "correspondent" and self._another(follow.payloads[0].name)
            return "outlet" if other else kind, follow.last
        fused = self.words.norm[last].startswith("ب")  # مصدر بمجلس الشورى
        linked = fused or self.words.norm[last] in _SOURCE_OF
        if kind != "anonymous" or not (linked or construct) or last + 1 >= len(self.words):
            return kind, last
        j = last + (linked and not fused)
        noun = self.words.norm[j][fused:]
        if medical(noun) or (j + 1 < len(self.words) and medical(self.words.norm[j + 1])):
            return "medical", j + 1
        actor = self.actors.get(j)
        side = actor is not None and actor.actor_class in KIND_OF_CLASS and (linked or not actor.adjective)
        if actor is not None and side and actor.prefix == ("ب" if fused else ""):
            return self._kind(actor), actor.last
        if noun in _SIDES:
            return "conflict_party", j + 1  # مصادر في الجماعة
        # محافظة names a province, not its council: "a source in Diyala governorate" is anybody.
        if noun.removeprefix("ال") == "محافظه":
            return kind, last
        if noun.startswith(_OFFICIAL):
            return "official", j + 1
        body = self.known.speakers.find(self.words, j)
        if body is None or body.payloads[0].kind == "unattributed" or body.prefix != ("ب" if fused else ""):
            return kind, last  # وزارة الصحة في بيان
        return body.payloads[0].kind, body.last

    def ours(self, source: SourceMention) -> bool:
        """Whether the source is the medium that published the report."""
        if source.name is None or self.outlet is None or source.kind not in _MEDIA | {"monitor"}:
            return False
        if source.kind == "monitor":  # it publishes itself; of an outlet that prints its statement it is a source
            return "(" not in self.outlet and speakers.is_medium(source.name, self.outlet, whole=True)
        return not self._another(source.name)

    def _another(self, name: str | None) -> bool:
        """Whether a medium of this name is another than the one that published the report."""
        return name is not None and self.outlet is not None and not speakers.is_medium(name, self.outlet)

    def _says(self, j: int) -> bool:
        """الشرطة تنفي تسليمه للجماعة: the office ends where its verb begins."""
        return self.words.norm[j][0] in "يت" and self.known.verb[self.words.norm[j]] is not None

    def _side(self, j: int) -> int | None:
        """متحدث باسم الحوثيين: the word behind a side that is read as one participant with its spokesman."""
        match = sides.load().names.find(self.words, j)
        classes = {n.actor.actor_class for n in match.payloads} if match else set()
        return match.last if match and classes and all(KIND_OF_CLASS.get(c) == "conflict_party" for c in classes) else None

    def _office(self, last: int, *, construct: bool = True) -> tuple[SourceKind, int]:
        """An office speaks for the body behind it: عضو تنسيقية X, مسؤول قسم الطوارئ بجمعية X, المتحدث باسم X.

        `construct`: the body may stand in one construct with the office (قائد قوات X).
        """
        norm = self.words.norm
        end = min(len(norm), last + _LINK_REACH)
        near = next((j for j in range(last, end) if norm[j] not in QUOTES), end)
        for j in range(near, end):
            if norm[j] in QUOTES:
                continue
            if norm[j] in OPENERS or self.words.kind[j] == "punct" or self._says(j) or among(norm[j], _TOLD, "ب"):
                break  # أعلنت وزارة الداخلية مقتل ثلاثة من عناصر داعش: what is told begins
            before = next((w for w in (norm[j - 1], norm[j - 2]) if w not in QUOTES), "")
            linked = construct or before in _BELONGS or before == ON_BEHALF
            construct = construct and not norm[j].startswith("ال")  # عضو هيئة رئاسة المجلس: to the first article
            if (linked and norm[j].removeprefix("ال").startswith(PROTEST)) or of_protest(self.words.norm, j):
                return "conflict_party", j + 1  # ممثل المتظاهرين، عضو مجلس المعلمين المضربين
            if linked and norm[j] in _SIDES and norm[j] not in _RANKS:
                return "conflict_party", j + 1  # ناطق باسم الثوار
            actor = self.actors.get(j)
            side = actor is not None and not actor.adjective and actor.actor_class in KIND_OF_CLASS
            his_army = (
                actor is not None and actor.id in self.known.armies_at_war and before != ON_BEHALF
            )  # ضابط في الجيش: official
            tied = linked or (actor is not None and actor.prefix in _FUSED)
            if actor and side and tied and not his_army and self._kind(actor) == "conflict_party":
                return "conflict_party", actor.last
            body = self.known.speakers.find(self.words, j)
            if body is not None and body.prefix == "و":
                break  # شهود عيان ومصدر بالمقاومة: another speaks beside him
            to = body is not None and body.prefix in ("ل", "لل") and before not in _BELONGS
            if to and body is not None and (body.payloads[0].name is not None or body.payloads[0].kind in _MEDIA):
                break  # قال قيادي لتجمع أحرار حوران, للشبكة: to whom it was told
            if body is not None and body.payloads[0].kind in _BODIES and (linked or body.prefix in _FUSED):
                return body.payloads[0].kind, body.last
            again = self.again(j) if linked and body is None else None
            if again is not None and again.kind in _BODIES:
                return again.kind, again.last  # الناطق باسم المنسقية
            side_last = self._side(j) if before == ON_BEHALF and body is None and actor is None else None
            if side_last is not None:
                return "conflict_party", side_last
        follow = self.known.speakers.find(self.words, near, bare=True) if near < end else None
        told = follow is not None and follow.payloads[0].kind == "outlet"  # أبلغ مصدر أمني وكالة X
        return "official", follow.last if follow is not None and not told else last


def _bare(word: str) -> str:
    return word.removeprefix("ال")
