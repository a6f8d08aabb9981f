"""Finds place names: bare ones, ones with a cue (قرية)، areas told by sides (ريف إدلب الجنوبي), roads, and lists.

A cue with a name that no gazetteer has is a mention too. Not mentions: names that are common words without a cue, names
held by an office or a body (محافظ حمص، مجلس دير الزور), surnames, and the outlet's furniture.
"""

from functools import cache, lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.geo_areas import Areas
from rasad.analyse.geo_cues import Cues
from rasad.analyse.geo_names import CLITICS, NameHit, may_begin
from rasad.analyse.geo_reader import BARE, TANWIN, WEAK, Reader
from rasad.lexicon import gazetteer, placewords, speakers, wordclass
from rasad.lexicon.clitics import among, analyses
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.perword import PerWord
from rasad.model.mentions import PlaceMention
from rasad.model.words import Words

#: An adjective that shows a name to be part of a body's (قوات سوريا الديمقراطية).
_BODY_ADJECTIVES: Final = frozenset({"الديمقراطيه", "الديموقراطيه"})
#: هذا الإطار: what is pointed at is no name.
_THIS: Final = wordclass.words("demonstrative") | {"ذلك", "تلك"}
#: First parts of names: what follows is part of a name that no gazetteer has.
_HEADS: Final = frozenset({"ود", "ابو", "ام", "بن", "ابن", "بني", "كفر", "عبد"})
#: Words that take a place with ل: التابعة لقرية X، المجاورة لX.
_OF: Final = wordclass.stems("adjacent_stem")
#: What an old quarter of a town is called by: درعا البلد، درعا المحطة.
_QUARTER_NAMES: Final = frozenset({"البلد", "المحطه", "القديمه"})


def find_places(words: Words, places: Gazetteer | None = None) -> list[PlaceMention]:
    """Place mentions in the order of the text; none overlaps another. `places` defaults to the shipped and user layers."""
    finder = _Finder(words, places or gazetteer.load())
    last = 0
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        finder.reader.limit = sentence.last
        for i in finder.opens.where(words.norm, sentence.first, sentence.last):
            if i >= last:
                last = finder.at(i)
    return _in_scene(_no_media(words, finder.reader.found, finder.reader.gazetteer), finder.reader.gazetteer)


def _no_media(words: Words, found: list[PlaceMention], places: Gazetteer) -> list[PlaceMention]:
    """Leaves out names inside a medium's name that only other countries than its own have: السومرية نيوز is no quarter."""
    media = speakers.media_at_home(words) if found else []
    if not media:
        return found

    def elsewhere(m: PlaceMention) -> bool:
        home = next((country for first, last, country in media if first <= m.first < last), None)
        return home is not None and all(p.country != home for p in places.get(m.key))

    return [m for m in found if not elsewhere(m)]


def _in_scene(found: list[PlaceMention], places: Gazetteer) -> list[PlaceMention]:
    """Leaves out weak names that no country of the report's other names has: a noun that is a hamlet elsewhere."""
    scene: set[str] = set()
    for mention in found:
        if mention.why != WEAK:
            countries = {p.country for p in places.get(mention.key)}
            scene |= countries if len(countries) == 1 else set()
    if not scene:
        return found
    return [m for m in found if m.why != WEAK or any(p.country in scene for p in places.get(m.key))]


#: Cues that are never written with a hamza.
_NO_HAMZA: Final = frozenset({"وادي"})


def _roles(norm: str) -> tuple[tuple[str, str, str], ...]:
    """(role, proclitics, stem) of what a word can begin."""
    lists = placewords.load()
    made: list[tuple[str, str, str]] = []
    for prefix, stem in analyses(norm):
        if prefix not in CLITICS:
            continue
        if stem in lists.phrases:
            made.insert(0, ("phrase", prefix, stem))
        made.extend((role, prefix, stem) for role in ("rural", "direction", "whole") if stem in lists[role])
        if stem in lists.cues and lists.cues[stem].take != "near":
            made.append(("cue", prefix, stem))
    return tuple(made)


_ROLES: Final = PerWord(_roles)


@cache
def _near() -> frozenset[str]:
    return frozenset(form for form, cue in placewords.load().cues.items() if cue.take == "near")


@lru_cache(maxsize=4)
def _openers(places: Gazetteer, names: int) -> PerWord[bool]:
    """Whether a place, or a phrase that holds a name, may begin at a word; made anew when names were added."""
    begins = may_begin(places, names)
    return PerWord(lambda norm: norm[0].isalpha() and (bool(_ROLES[norm]) or begins[norm]))


class _Finder:
    """Reads the places of one report from left to right into `reader.found`."""

    def __init__(self, words: Words, places: Gazetteer) -> None:
        self.reader = Reader(words, places)
        self.areas = Areas(self.reader)
        self.cues = Cues(self.reader)
        #: words before a bare name that say a place follows: they let names count that only a large gazetteer has
        self.near = _near()
        #: whether a place, or a phrase that holds a name, may begin at a word: at most words none does
        self.opens = _openers(places, places.names)

    def at(self, i: int) -> int:
        """Read what begins at word i; the index of the first word after it, or i when nothing does."""
        for role, prefix, stem in _ROLES[self.reader.words.norm[i]]:
            if role == "phrase":
                last = self.reader.phrase(i)
            elif role == "rural":
                last = self.areas.rural(i, prefix, stem)
            elif role == "direction":
                last = self.areas.directed(i, prefix)
            elif role == "whole":
                last = self.areas.whole(i, prefix)
            else:
                if stem in _NO_HAMZA and "أ" in self.reader.words.surface[i]:
                    continue  # وأدى القصف إلى …: no valley, though it folds like وادي
                last = self.cues.read(i, prefix, self.reader.lists.cues[stem], stem)
            if last > i:
                return last
        return self._bare(i)

    def _bare(self, i: int) -> int:
        hit = self.reader.names.known(i)
        if hit is None or self.reader.governed(i, hit.prefix):
            return i
        single = hit.last == i + 1
        if single and (len(hit.key) < 3 or any(hit.key in self.reader.lists[c] for c in ("stop", "generic"))):
            return i
        if single and hit.key in self.reader.lists["given"] and not self._in(i, hit):
            return i
        due = hit.key in self.reader.lists["due"] and hit.key not in self.reader.lists.peoples
        common = single and (due or hit.key in self.reader.lists["common"])
        if common and (not due or self._described(hit)):
            return i
        if single and (self._word(hit.key) or not self._believable(i, hit)):
            return i
        if not single and not self.reader.gazetteer.trusted(hit.key) and not self._due(i, hit):
            return i
        last, key = hit.last, hit.key
        following = self.reader.words.norm[last] if last < self.reader.limit else ""
        if following in _BODY_ADJECTIVES:
            return last
        # الغارية الشرقية is another village than الغارية: an adjective that agrees makes a name of its own.
        agrees = (key[-1] == "ه" and following.endswith("ه")) or following in _QUARTER_NAMES
        if agrees and following in self.reader.lists["naming"]:
            last, key = last + 1, f"{key} {following}"
        why = BARE if self.reader.gazetteer.trusted(hit.key) and not common else WEAK
        return self.reader.add(i, last, hit.prefix, self.reader.kind(hit.key), key, None, why)

    def _in(self, i: int, hit: NameHit) -> bool:
        """في جاسم: a given name that is a town's, where only a place can stand."""
        before = self.reader.words.norm[i - 1] if i else ""
        return not hit.prefix and before.removeprefix("و") == "في" and self.reader.gazetteer.trusted(hit.key)

    def _described(self, hit: NameHit) -> bool:
        """الباب الرئيسي، القطاع الصحي، في حديثه: what an adjective says more of, or has a pronoun, is a noun and no name."""
        words = self.reader.words
        following = words.norm[hit.last] if hit.last < self.reader.limit else ""
        adjective = len(following) > 3 and following.startswith("ال") and following not in self.reader.lists["stop"]
        return adjective or (hit.key.endswith("ه") and words.surface[hit.first].endswith("ه"))

    def _believable(self, i: int, hit: NameHit) -> bool:
        """Whether a bare name of one word is the place: no surname, and trusted, or after a word of place, or in a list."""
        words = self.reader.words
        before = words.norm[i - 1] if i else ""
        if before in self.reader.lists["given"] and not hit.prefix:
            return False
        if TANWIN in words.surface[i]:
            return False  # شاباً سورياً: an adjective, not the country
        if before in _HEADS and not hit.prefix:
            return False  # ود راوة is not راوة
        if before in _THIS and hit.key.startswith("ال"):
            return False
        due = self._due(i, hit)
        if hit.key in self.reader.lists["due"] and not due:
            return False
        if self.reader.gazetteer.trusted(hit.key):
            return len(hit.key) > 3 or not hit.prefix or self._near_home(hit.key)
        said = words.norm[i][len(hit.prefix) :]
        return len(hit.key) > 3 and due and said == hit.key

    def _due(self, i: int, hit: NameHit) -> bool:
        """Whether a place is due at word i: after a preposition of place, or in a list of places."""
        before = self.reader.words.norm[i - 1] if i else ""
        if hit.prefix == "و":
            return bool(self.reader.found) and self.reader.found[-1].last == i
        comma = before in ("،", ",") and bool(self.reader.found) and self.reader.found[-1].last == i - 1
        if hit.prefix:
            return hit.prefix in ("ب", "وب") or (hit.prefix in ("ل", "ول") and before.startswith(_OF))
        # قال علي القحوم: a given name, unless it is spelt as the preposition.
        return comma or (among(before, self.near) and (before != "علي" or self.reader.words.surface[i - 1].endswith("ى")))

    def _word(self, key: str) -> bool:
        """Whether a name is one of the words around names (بادية, القرى), which some gazetteer has as a hamlet's."""
        lists = self.reader.lists
        return (key in lists.cues or key.removeprefix("ال") in lists.cues) and not self.reader.gazetteer.trusted(key)

    def _near_home(self, key: str) -> bool:
        """Whether a name of three letters after a fused letter is a place reports tell of: بحمص, not وان."""
        return any(p.country in gazetteer.HOME or p.kind == "country" for p in self.reader.gazetteer.get(key))


@Language.component("rasad_places", requires=["doc._.words"], assigns=["doc._.place_mentions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.place_mentions`."""
    _ = doc._
    _.place_mentions = find_places(_.words)
    return doc
