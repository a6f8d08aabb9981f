"""Finds place names: bare ones, ones with a cue (قرية)، areas told by sides (ريف إدلب الجنوبي), roads, and lists.

A cue with a name that no gazetteer has is a mention too. Not mentions: names that are common words without a cue, names
held by an office or a body (محافظ حمص، مجلس دير الزور), surnames, and the outlet's furniture.
"""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.geo_names import QUOTES, NameHit, Names
from rasad.lexicon import gazetteer, placewords
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placewords import Cue
from rasad.model.mentions import PlaceMention
from rasad.model.vocab import PlaceKind
from rasad.model.words import Words

#: What may stand between the two ends of a road.
_ROAD_MARKS: Final = frozenset({"-", "–", "—", "ـ", "الي", "باتجاه", "/"})
_LINKS: Final = frozenset({"من", "في", "ل"})
#: Words before a bare name that say a place follows: they let names count that only a large gazetteer has.
_LOCATIVE: Final = frozenset({"في", "الي", "من", "قرب", "باتجاه", "نحو", "داخل", "عند", "لدي", "بين", "علي"})
_CLITICS: Final = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"})


def find_places(words: Words, places: Gazetteer | None = None) -> list[PlaceMention]:
    """Place mentions in the order of the text; none overlaps another. `places` defaults to the shipped and user layers."""
    finder = _Finder(words, places or gazetteer.load())
    i = 0
    sentence = -1
    while i < len(words):
        if words.sentence[i] != sentence:
            sentence = words.sentence[i]
            finder.limit = words.sentences[sentence].last
            if words.sentences[sentence].role == "furniture":
                i = finder.limit
                continue
        i = max(i + 1, finder.at(i)) if words.kind[i] == "word" else i + 1
    return finder.found


class _Finder:
    """Reads the places of one report from left to right into `found`."""

    def __init__(self, words: Words, places: Gazetteer) -> None:
        self.words = words
        self.gazetteer = places
        self.lists = placewords.load()
        self.names = Names(words, places, self.lists)
        self.found: list[PlaceMention] = []
        self.limit = len(words)
        #: what a word can begin, by its normal form: filled as words come up
        self._roles: dict[str, tuple[tuple[str, str, str], ...]] = {}

    def at(self, i: int) -> int:
        """Read what begins at word i; the index of the first word after it, or i when nothing does."""
        skip = self._phrase(i)
        if skip > i:
            return skip
        for role, prefix, stem in self._role(i):
            if role == "rural":
                last = self._rural(i, prefix, stem)
            elif role == "direction":
                last = self._directed(i, prefix)
            elif role == "whole":
                last = self._whole(i, prefix)
            else:
                last = self._cued(i, prefix, self.lists.cues[stem], stem)
            if last > i:
                return last
        return self._bare(i)

    def _role(self, i: int) -> tuple[tuple[str, str, str], ...]:
        norm = self.words.norm[i]
        found = self._roles.get(norm)
        if found is None:
            made: list[tuple[str, str, str]] = []
            for prefix, stem in self.words.analyses[i]:
                if prefix not in _CLITICS:
                    continue
                for role in ("rural", "direction", "whole"):
                    if stem in self.lists[role]:
                        made.append((role, prefix, stem))
                if stem in self.lists.cues and self.lists.cues[stem].take != "near":
                    made.append(("cue", prefix, stem))
            found = self._roles[norm] = tuple(made)
        return found

    def _phrase(self, i: int) -> int:
        """The end of a phrase that is no place although it holds a name, or i."""
        norm = self.words.norm
        for prefix, stem in self.words.analyses[i]:
            for phrase in self.lists.phrases.get(stem, ()):
                if prefix in _CLITICS and tuple(norm[i + 1 : i + len(phrase)]) == phrase[1:]:
                    return i + len(phrase)
        return i

    # -- areas made of parts ------------------------------------------------------------------------------------

    def _rural(self, i: int, prefix: str, stem: str) -> int:
        """ريف [مدينة] X [الشمالي [الغربي]]; the dual and the plural go on with a second name."""
        hit = self._inner(i + 1)
        if hit is None:
            return i
        whole = self.names.known(i)
        kind: PlaceKind = "area"
        key = hit.key
        if whole is not None and whole.last >= hit.last:
            key, hit = whole.key, NameHit(i, whole.last, prefix, whole.key, True)
            kind = self._kind(key)
        last = self._sides_after(hit.last)
        if last > hit.last:
            kind = "area"
        self._add(i, last, prefix, kind, key, None if kind == "governorate" else "ريف", "countryside of a place")
        while stem != "ريف" and last < self.limit:
            more = self._joined(last)
            if more is None:
                break
            last = self._sides_after(more.last)
            self._add(more.first, last, more.prefix, "area", more.key, "ريف", "countryside of a place, second name")
        return last

    def _sides_after(self, j: int) -> int:
        """The end of definite sides after a name: الجنوبي، الشمالي الغربي، الشمالي والشرقي."""
        norm = self.words.norm
        while j < self.limit and norm[j].removeprefix("و").removeprefix("ال") in self.lists.directions:
            if not norm[j].removeprefix("و").startswith("ال"):
                break
            j += 1
        return j

    def _directed(self, i: int, prefix: str) -> int:
        """شرقي X، شمال غرب X، شمال وشرق X; a governorate of such a name (شمال دارفور) is read whole."""
        norm = self.words.norm
        whole = self.names.known(i)
        if whole is not None and whole.last > i + 1:
            return self._add(i, whole.last, prefix, self._kind(whole.key), whole.key, None, "gazetteer name")
        if self._middle(i):
            return i
        j = i + 1
        while j < self.limit and norm[j].removeprefix("و") in self.lists.directions and j - i < 3:
            j += 1
        hit = self._inner(j)
        if hit is None or hit.prefix not in ("", "ال"):
            return i
        last = hit.last
        return self._add(i, last, prefix, "area", hit.key, " ".join(norm[i:j]), "side of a place")

    def _middle(self, i: int) -> bool:
        """وسط is a preposition (amid) and says nothing of a town: only the middle of a country is an area."""
        stem = self.words.norm[i].removeprefix("ب").removeprefix("و")
        if stem not in self.lists.directions or self.lists.directions[stem] is not None:
            return self.words.norm[i] in ("وسط", "بوسط")
        hit = self.names.known(i + 1, clitics=False) if i + 1 < self.limit else None
        return hit is None or self._kind(hit.key) != "country"

    def _whole(self, i: int, prefix: str) -> int:
        """الأحياء الشرقية من مدينة حلب، الريف الجنوبي لمحافظة إدلب: definite noun, side, then the place."""
        norm = self.words.norm
        j = i + 1
        sides = 0
        while j < self.limit and self._definite_side(norm[j]):
            j, sides = j + 1, sides + 1
        if not sides or j >= self.limit:
            return i
        if norm[j] in _LINKS:
            hit = self._inner(j + 1)
        else:
            hit = self._inner(j, clitics=True)
            hit = hit if hit is not None and hit.prefix.startswith(("ل", "ب")) else None
        if hit is None:
            return i
        return self._add(i, hit.last, prefix, "area", hit.key, " ".join(norm[i:j]), "part of a place")

    def _definite_side(self, word: str) -> bool:
        bare = word.removeprefix("و")
        if not bare.startswith("ال"):
            return False
        bare = bare[2:]
        return bare in self.lists.directions or bare.removesuffix("ه") in self.lists.directions

    def _inner(self, j: int, clitics: bool = False) -> NameHit | None:
        """The place inside a composed area: a known name, or a cue with a name."""
        j = self.names.past_quotes(j)
        if j >= self.limit or self.words.kind[j] != "word":
            return None
        for prefix, stem in self.words.analyses[j] if clitics else (("", self.words.norm[j]),):
            cue = self.lists.cues.get(stem)
            if cue is None or cue.take not in ("name", "known") or cue.number != "one":
                continue
            k = self.names.past_quotes(j + 1)
            hit = self.names.known(k, clitics=False, cued=True) if k < self.limit else None
            if hit is None and cue.take == "name":
                hit = self.names.unknown(k, cue, self.limit)
            if hit is not None:
                return NameHit(j, hit.last, prefix, hit.key, hit.known)
        hit = self.names.known(j, clitics=clitics)
        if hit is None or (hit.last == j + 1 and hit.key in self.lists["common"]):
            return None
        return hit

    # -- cues -----------------------------------------------------------------------------------------------------

    def _cued(self, i: int, prefix: str, cue: Cue, stem: str) -> int:
        if cue.number == "road":
            return self._road(i, prefix)
        if self._governed(i, prefix) and cue.kind != "site":
            return i
        j = self.names.past_quotes(i + 1)
        if j >= self.limit:
            return i
        if cue.take == "around":
            hit = self._inner(j)
            return self._add(i, hit.last, prefix, "area", hit.key, stem, "surroundings of a place") if hit else i
        nested = self._nested(i, j, prefix, cue, stem)
        if nested > i:
            return nested
        hit = self._named(j, cue)
        whole = self.names.known(i) if self.words.kind[i] == "word" else None
        if whole is not None and whole.last > i + 1 and (hit is None or whole.last >= hit.last):
            kind = cue.kind if whole.last == (hit.last if hit else -1) else self._kind(whole.key)
            return self._closed(i, self._trailing(whole.last, cue), prefix, kind, whole.key, stem, "gazetteer name with its cue")
        if hit is None:
            return i
        if cue.number in ("two", "many"):
            return self._list(hit, cue, stem)
        why = f"{stem} and a gazetteer name" if hit.known else f"{stem} and a name no gazetteer has"
        return self._closed(i, self._trailing(hit.last, cue), prefix, cue.kind, hit.key, stem, why)

    def _nested(self, i: int, j: int, prefix: str, cue: Cue, stem: str) -> int:
        """مدخل بلدة X، سوق مدينة X: a site told by the settlement it lies in; مدخل المدينة points back."""
        if cue.kind != "site" or cue.number == "road":
            return i
        if self.words.norm[j] in self.lists["generic"] and self.words.norm[j] not in self.gazetteer:
            last = self._sides_after(j + 1)
            return self._add(i, last, prefix, "site", self.words.norm[j], stem, "site of the town named before")
        inner = self.lists.cues.get(self.words.norm[j])
        if inner is None or inner.kind not in ("settlement", "area", "site") or inner.number != "one" or inner.take == "near":
            return i
        hit = self._inner(j)
        if hit is None:
            return i
        return self._closed(i, self._trailing(hit.last, cue), prefix, "site", hit.key, f"{stem} {self.words.norm[j]}", "site in a place")

    def _named(self, j: int, cue: Cue) -> NameHit | None:
        """The name after a cue: the gazetteer's, made longer by an adjective that names (الصورة الكبيرة), or an unknown one."""
        if self.words.norm[j] in self.lists.directions:
            return None
        hit = self.names.known(j, clitics=False, cued=True)
        if hit is not None:
            last = hit.last
            if last < self.limit and cue.kind == "settlement" and self.words.norm[last] in self.lists["naming"]:
                return NameHit(hit.first, last + 1, "", f"{hit.key} {self.words.norm[last]}", False)
            if cue.take == "name" and hit.last == j + 1 and not self._fits(hit.key, cue):
                longer = self.names.unknown(j, cue, self.limit)
                return longer if longer is not None and longer.last > hit.last else hit
            return hit
        if cue.take != "name" or (cue.number == "many" and not self.words.norm[j].startswith("ال")):
            return None
        return self.names.unknown(j, cue, self.limit)

    def _fits(self, key: str, cue: Cue) -> bool:
        return any(p.kind == cue.kind for p in self.gazetteer.get(key))

    def _trailing(self, last: int, cue: Cue) -> int:
        """Adjectives and a number that belong to a site's or a quarter's name: مطار منغ العسكري، حي المزة 86."""
        if cue.kind in ("site", "area") and last < self.limit and self.words.kind[last] == "number":
            return last + 1
        while cue.kind == "site" and last < self.limit and self.words.norm[last] in self.lists["trailing"]:
            last += 1
        return last

    def _closed(self, first: int, last: int, prefix: str, kind: PlaceKind, key: str, cue: str, why: str) -> int:
        """Add a mention, with the quotation mark that closes a quoted name."""
        norm = self.words.norm
        opened = any(norm[k] in QUOTES for k in range(first, last))
        if opened and last < self.limit and norm[last] in QUOTES:
            last += 1
        return self._add(first, last, prefix, kind, key, cue, why)

    def _list(self, hit: NameHit, cue: Cue, stem: str) -> int:
        """قرى خشام ومراط والحسينية: each name a mention of its own."""
        self._add(hit.first, hit.last, hit.prefix, cue.kind, hit.key, stem, f"first of a list after {stem}")
        last = hit.last
        while last < self.limit:
            more = self._joined(last, cue)
            if more is None:
                break
            last = self._add(more.first, more.last, more.prefix, cue.kind, more.key, stem, f"in a list after {stem}")
            if cue.number == "two":
                break
        return last

    def _joined(self, j: int, cue: Cue | None = None) -> NameHit | None:
        """The next name of a list at word j: joined with و, or after a comma."""
        words = self.words
        comma = j < self.limit and words.norm[j] in ("،", ",")
        j = self.names.past_quotes(j + 1 if comma else j)
        if j >= self.limit or words.kind[j] != "word":
            return None
        hit = self.names.known(j)
        if hit is not None and (hit.prefix == "و" or (comma and not hit.prefix)):
            return hit
        if comma or cue is None or cue.take != "name" or not words.norm[j].startswith("وال") or words.norm[j][1:] in self.lists["stop"]:
            return None
        return NameHit(j, j + 1, "و", words.norm[j][1:], False)

    def _road(self, i: int, prefix: str) -> int:
        """طريق X – Y، الطريق الواصل بين X وY، طريق X: one site with both names in its key."""
        words = self.words
        j = i + 1
        while j < min(self.limit, i + 4) and words.norm[j] in _ROAD_WORDS:
            j += 1
        first = self._inner(j)
        if first is None:
            if j > i + 1 or words.norm[i].endswith("الطريق"):
                return i
            first = self.names.unknown(self.names.past_quotes(j), Cue("site", "one", "name"), self.limit)
            if first is None:
                return i
            return self._closed(i, first.last, prefix, "site", first.key, "طريق", "road and a name no gazetteer has")
        j = first.last
        if j < self.limit and words.norm[j] in _ROAD_MARKS:
            second = self._inner(j + 1)
        else:
            second = self._inner(j, clitics=True)
            if second is not None and second.prefix not in ("", "و"):
                second = None
        if second is None or not (first.known and second.known):
            return self._add(i, self._trailing(first.last, Cue("site", "one", "name")), prefix, "site", first.key, "طريق", "road to a place")
        return self._add(i, second.last, prefix, "site", f"{first.key} - {second.key}", "طريق", "road between two places")

    # -- bare names -------------------------------------------------------------------------------------------------

    def _bare(self, i: int) -> int:
        hit = self.names.known(i)
        if hit is None or self._governed(i, hit.prefix):
            return i
        single = hit.last == i + 1
        if single and (hit.key in self.lists["common"] or hit.key in self.lists["stop"] or len(hit.key) < 3):
            return i
        if single and not self._believable(i, hit):
            return i
        last, key = hit.last, hit.key
        following = self.words.norm[last] if last < self.limit else ""
        if following in _BODY_ADJECTIVES:
            return last
        # الغارية الشرقية is another village than الغارية: an adjective that agrees makes a name of its own.
        if following in self.lists["naming"] and (key[-1] == "ه" and following[-1] == "ه" or following in ("البلد", "المحطه", "القديمه")):
            last, key = last + 1, f"{key} {following}"
        return self._add(i, last, hit.prefix, self._kind(hit.key), key, None, "gazetteer name")

    def _believable(self, i: int, hit: NameHit) -> bool:
        """Whether a bare name of one word is the place: no surname, and trusted, or after a word of place, or in a list."""
        words = self.words
        before = words.norm[i - 1] if i else ""
        if before in self.lists["given"] and not hit.prefix:
            return False
        if self.gazetteer.trusted(hit.key):
            return True
        if len(hit.key) < 4:
            return False
        if hit.prefix == "و":
            return bool(self.found) and self.found[-1].last == i
        return before in _LOCATIVE and not hit.prefix or hit.prefix in ("ب", "وب")

    def _governed(self, i: int, prefix: str) -> bool:
        """Whether an office or a body holds the name: محافظ حمص، مجلس دير الزور."""
        if prefix.strip("و"):
            return False
        j = i - 1
        while j >= 0 and self.words.norm[j] in QUOTES:
            j -= 1
        if j < 0 or self.words.sentence[j] != self.words.sentence[i] or (prefix and j == i - 1):
            return False
        return any(stem in self.lists["governor"] for p, stem in self.words.analyses[j] if p in _CLITICS)

    def _kind(self, key: str) -> PlaceKind:
        """The kind of a bare name: the capital, not its governorate (codebook); the country, not its capital."""
        kinds = {p.kind for p in self.gazetteer.get(key)}
        order: tuple[PlaceKind, ...] = ("country", "settlement", "governorate", "area", "site")
        return next((kind for kind in order if kind in kinds), "settlement")

    def _add(self, first: int, last: int, prefix: str, kind: PlaceKind, key: str, cue: str | None, why: str) -> int:
        self.found.append(PlaceMention(first, last, prefix, kind, key, cue, why))
        return last


_BODY_ADJECTIVES: Final = frozenset({"الديمقراطيه", "الديموقراطيه"})
_ROAD_WORDS: Final = frozenset({"الواصل", "الرابط", "الدولي", "السريع", "العام", "الممتد", "بين", "من", "الواصله", "السياحي", "القديم", "العسكري"})


@Language.component("rasad_places", requires=["doc._.words"], assigns=["doc._.place_mentions"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.place_mentions`."""
    doc._.place_mentions = find_places(doc._.words)
    return doc
