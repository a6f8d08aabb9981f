"""Places told by a cue: قرية X، قرى X وY، مدخل بلدة X، طريق X – Y. A cue makes a mention of a name no gazetteer has."""

from typing import Final

from rasad.analyse.geo_names import NameHit
from rasad.analyse.geo_reader import BARE, CAPITAL, Reader
from rasad.lexicon import triggers, wordclass
from rasad.lexicon.clitics import analyses
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.lexicon.placewords import Cue

#: What may stand between the two ends of a road.
_ROAD_MARKS: Final = frozenset({"-", "–", "—", "ـ", "الي", "باتجاه", "/"})
_DASHES: Final = frozenset({"-", "–", "—", "ـ"})
_ROAD_WORDS: Final = frozenset(
    {"الواصل", "الرابط", "الدولي", "السريع", "العام", "عام", "الممتد", "بين", "من", "الواصله", "السياحي", "القديم", "العسكري"}
)
#: A Sudanese locality, but far oftener an adjective (مصادر محلية): a name no gazetteer has is none behind it.
_ADJECTIVE_LIKE: Final = frozenset({"محليه"})
#: An office and what it is for before its town: مديرية تربية الباب.
_OFFICE: Final = 3
_OFFICES: Final = wordclass.words("office_noun")
#: Cues that say no more than that a place follows.
_LOOSE: Final = frozenset({"منطقه", "منقطه"})
_SETS_UP: Final = wordclass.words("sets_up_post")
_SITE: Final = Cue("site", "one", "name")

#: حاجز نصبه الجيش, نقطة أقامتها القوات: who set it up, no name.
_SET_UP: Final = PerWord(
    lambda norm: any(
        form.pronoun and form.entry.pos == "verb" and fold(form.entry.lemma) in _SETS_UP
        for _, stem in analyses(norm)
        for form in triggers.load().get(stem, ())
    )
)


class Cues:
    """Grammar of cues. Each method reads what begins at a word and gives its end, or the word itself."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def read(self, i: int, prefix: str, cue: Cue, stem: str) -> int:
        if cue.number == "road":
            return self._road(i, prefix)
        if self.reader.governed(i, prefix) and cue.kind != "site":
            return i
        j = self.reader.names.past_quotes(i + 1)
        if j >= self.reader.limit and stem == CAPITAL:
            return self.reader.add(i, i + 1, prefix, "settlement", CAPITAL, None, BARE)
        if j >= self.reader.limit or self.reader.phrase(j) > j:
            return i  # منطقة الشرق الأوسط
        if cue.take == "around":
            hit = self.reader.inner(j)
            return self.reader.add(i, hit.last, prefix, "area", hit.key, stem, "surroundings of a place") if hit else i
        nested = self._nested(i, j, prefix, cue, stem)
        if nested > i:
            return nested
        if self._cue_behind(j, cue, stem):
            return i
        hit = self._named(j, cue)
        whole = self.reader.names.known(i) if self.reader.words.kind[i] == "word" else None
        if whole is not None and whole.last > i + 1 and (hit is None or whole.last >= hit.last):
            kind = cue.kind if self._fits(whole.key, cue) else self.reader.kind(whole.key)
            return self.reader.closed(
                i, self.reader.trailing(whole.last, cue), prefix, kind, whole.key, stem, "gazetteer name with its cue"
            )
        if hit is None:
            unnamed = self.reader.capital(stem, j)
            return self.reader.add(i, i + 1, prefix, "settlement", CAPITAL, None, BARE) if unnamed else i
        if stem in _ADJECTIVE_LIKE and not self.reader.gazetteer.trusted(hit.key):
            return i
        if cue.number in ("two", "many"):
            return self._list(hit, cue, stem)
        why = f"{stem} and a gazetteer name" if hit.known else f"{stem} and a name no gazetteer has"
        return self.reader.closed(i, self.reader.trailing(hit.last, cue), prefix, cue.kind, hit.key, stem, why)

    def _nested(self, i: int, j: int, prefix: str, cue: Cue, stem: str) -> int:
        """مدخل بلدة X، سوق مدينة X: a site told by the settlement it lies in; مدخل المدينة points back."""
        if cue.kind != "site" or cue.number == "road":
            return i
        words = self.reader.words.norm
        if self.reader.words.norm[j] in self.reader.lists["generic"] and not self.reader.gazetteer.trusted(
            self.reader.words.norm[j]
        ):
            last = self.reader.sides_after(j + 1)
            return self.reader.add(i, last, prefix, "site", self.reader.words.norm[j], stem, "site of the town named before")
        office = self._office(j)
        if office is not None:
            return self.reader.closed(i, office.last, prefix, "site", office.key, f"{stem} {words[j]}", "site in a place")
        inner = self.reader.lists.cues.get(words[j])
        if inner is None or inner.kind not in ("settlement", "area", "site") or inner.number != "one" or inner.take == "near":
            return i
        hit = self.reader.inner(j)
        if hit is None:
            return i
        return self.reader.closed(
            i,
            self.reader.trailing(hit.last, cue),
            prefix,
            "site",
            hit.key,
            f"{stem} {self.reader.words.norm[j]}",
            "site in a place",
        )

    def _office(self, j: int) -> NameHit | None:
        """مبنى مديرية تربية الباب: the town of an office whose building is told."""
        words, names = self.reader.words, self.reader.names
        if words.norm[j] not in _OFFICES:
            return None
        for k in range(j + 1, min(j + _OFFICE, self.reader.limit)):
            hit = names.known(k, clitics=False)
            if hit is not None and self.reader.gazetteer.trusted(hit.key):
                return hit
        return None

    def _cue_behind(self, j: int, cue: Cue, stem: str) -> bool:
        """منطقة حي الأمين، قرى مديرية مقبنة: the nearer cue names the place, unless the whole is a name of the gazetteer."""
        inner = self.reader.lists.cues.get(self.reader.words.norm[j])
        if inner is None or inner.take != "name" or inner.number != "one" or (cue.number != "many" and stem not in _LOOSE):
            return False
        whole = self.reader.names.known(j, clitics=False, cued=True) if cue.number == "one" else None
        return (whole is None or whole.last == j + 1) and self.reader.inner(j) is not None

    def _named(self, j: int, cue: Cue) -> NameHit | None:
        """The name after a cue: the gazetteer's, made longer by an adjective that names (الصورة الكبيرة), or an unknown one."""
        if self.reader.words.norm[j].removeprefix("ال") in self.reader.lists.directions and cue.kind == "settlement":
            return None  # قرى الجنوب, مدن الشمال: no town's name
        if self.reader.words.norm[j] in self.reader.lists.directions or _SET_UP[self.reader.words.norm[j]]:
            return None
        hit = self.reader.names.known(j, clitics=False, cued=True)
        quoted = self.reader.names.quoted(j, self.reader.limit) if cue.take == "name" else None
        if quoted is not None and (hit is None or hit.last < quoted.last):
            return quoted
        if hit is not None and hit.last == hit.first + 1 and self._describes(hit.key, cue):
            hit = None
        if hit is not None and cue.take == "name" and self.reader.names.headless(hit):
            return self.reader.names.unknown(j, cue, self.reader.limit) or hit
        if hit is not None:
            last = hit.last
            if (
                last < self.reader.limit
                and cue.kind == "settlement"
                and self.reader.words.norm[last] in self.reader.lists["naming"]
            ):
                return NameHit(hit.first, last + 1, "", f"{hit.key} {self.reader.words.norm[last]}", False)
            sure = self._fits(hit.key, cue) and self.reader.gazetteer.trusted(hit.key)
            if cue.take == "name" and hit.last == j + 1 and not sure:
                longer = self.reader.names.unknown(j, cue, self.reader.limit)
                return longer if longer is not None and longer.last > hit.last else hit
            return hit
        if cue.take != "name":
            return None
        if cue.number == "many" and not self.reader.words.norm[j].startswith("ال"):
            # قرى كفر أنطون وارشادية: of an unknown first name of a list its head must tell that it is one.
            headed = cue.kind == "settlement" and self.reader.names.is_head(self.reader.words.norm[j])
            return self.reader.names.unknown(j, cue, self.reader.limit) if headed else None
        return self.reader.names.unknown(j, cue, self.reader.limit)

    def _describes(self, key: str, cue: Cue) -> bool:
        """نقطة تركية، مبنى مديرية، نقطة جديدة: a word that says which, although some gazetteer has it as a hamlet's name."""
        lists = self.reader.lists
        if self.reader.gazetteer.trusted(key):
            return False
        word = cue.kind == "site" and (key in lists["common"] or not key.startswith("ال"))
        return key in lists.peoples or key in lists.cues or key in lists["generic"] or key in lists["stop"] or word

    def _fits(self, key: str, cue: Cue) -> bool:
        return any(p.kind == cue.kind for p in self.reader.gazetteer.get(key))

    def _list(self, hit: NameHit, cue: Cue, stem: str) -> int:
        """قرى خشام ومراط والحسينية: each name a mention of its own."""
        self.reader.add(hit.first, hit.last, hit.prefix, cue.kind, hit.key, stem, f"first of a list after {stem}")
        last = hit.last
        while last < self.reader.limit:
            more = self.reader.joined(last, cue)
            if more is None:
                break
            last = self.reader.add(more.first, more.last, more.prefix, cue.kind, more.key, stem, f"in a list after {stem}")
            if cue.number == "two":
                break
        return last

    def _road(self, i: int, prefix: str) -> int:
        """طريق X – Y، الطريق الواصل بين X وY، طريق X: one site with both names in its key."""
        words = self.reader.words
        if i and words.norm[i - 1] == "عن":
            return i  # عن طريق X: by way of
        j = i + 1
        while j < min(self.reader.limit, i + 4) and words.norm[j] in _ROAD_WORDS:
            j += 1
        first = self.reader.inner(j)
        if first is None:
            if j > i + 1 or words.norm[i].endswith("الطريق"):
                return i
            first = self.reader.names.unknown(self.reader.names.past_quotes(j), _SITE, self.reader.limit)
            if first is None:
                return i
            return self.reader.closed(i, first.last, prefix, "site", first.key, "طريق", "road and a name no gazetteer has")
        j = first.last
        if j < self.reader.limit and words.norm[j] in _ROAD_MARKS:
            second = self.reader.inner(j + 1)
        else:
            second = self.reader.inner(j, clitics=True)
            if second is not None and second.prefix not in ("", "و"):
                second = None
        if second is not None and second.known and not first.known:
            # طريق عام زبدين - النبطية: by the end that is known
            return self.reader.add(i, second.last, prefix, "site", second.key, "طريق", "road to a place")
        if second is None or not (first.known and second.known):
            last = self.reader.trailing(first.last, _SITE)
            # طريق الهرمل - القصر: the other end is no name that is known
            dashed = last + 1 < self.reader.limit and words.norm[last] in _DASHES and words.kind[last + 1] == "word"
            return self.reader.add(i, last + 2 * dashed, prefix, "site", first.key, "طريق", "road to a place")
        return self.reader.add(i, second.last, prefix, "site", f"{first.key} - {second.key}", "طريق", "road between two places")
