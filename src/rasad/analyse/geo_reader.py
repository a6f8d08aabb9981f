"""What every grammar of places shares: the words, the gazetteer, the lists, and the mentions found so far."""

from typing import Final

from rasad.analyse.geo_names import CLITICS, QUOTES, NameHit, Names
from rasad.lexicon import placewords
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placewords import Cue
from rasad.model.mentions import PlaceMention
from rasad.model.vocab import PlaceKind
from rasad.model.words import Words

#: The kind of a bare name: the country before its capital, the capital before its governorate (codebook, section 10).
_ORDER: Final[tuple[PlaceKind, ...]] = ("country", "settlement", "governorate", "area", "site")
#: The second name of two has more letters, its و counted.
_SHORTEST_SECOND: Final = 3
#: The mark of an indefinite noun or adjective: no proper name bears it.
TANWIN: Final = "\u064b"
#: The reason of a name that only a large gazetteer has and a preposition or a list speaks for.
WEAK: Final = "gazetteer name, weak"
#: The word that means a country's capital where no name follows.
CAPITAL: Final = "العاصمه"
_NO_CAPITAL: Final = frozenset({"الموقته", "الثانيه"})
#: The reason of a side of what was named before.
NAMED_BEFORE: Final = "side of the place named before"
#: The reason of any other name without a cue.
BARE: Final = "gazetteer name"


class Reader:
    """State of the reading of one report. `limit` is the end of the sentence that is being read."""

    def __init__(self, words: Words, places: Gazetteer) -> None:
        self.words = words
        self.gazetteer = places
        self.lists = placewords.load()
        self.names = Names(words, places, self.lists)
        self.found: list[PlaceMention] = []
        self.limit = len(words)

    def kind(self, key: str) -> PlaceKind:
        """The kind of a bare name: the capital, not its governorate (codebook); the country, not its capital."""
        found = self.gazetteer.get(key)
        kinds = {p.kind for p in found if not p.layer.startswith("user")} or {p.kind for p in found}
        if "governorate" in kinds and key in self.lists.seats:
            return "governorate"  # صلاح الدين, whose seat is Tikrit, though some town elsewhere is called so too
        return next((kind for kind in _ORDER if kind in kinds), "settlement")

    def add(self, first: int, last: int, prefix: str, kind: PlaceKind, key: str, cue: str | None, why: str) -> int:
        self.found.append(PlaceMention(first, last, prefix, kind, key, cue, why))
        return last

    def phrase(self, i: int) -> int:
        """The end of a phrase that is no place although it holds a name, or i."""
        norm = self.words.norm
        for prefix, stem in self.words.analyses[i]:
            for phrase in self.lists.phrases.get(stem, ()):
                if prefix in CLITICS and tuple(norm[i + 1 : i + len(phrase)]) == phrase[1:]:
                    return i + len(phrase)
        return i

    def governed(self, i: int, prefix: str) -> bool:
        """Whether an office or a body holds the name: محافظ حمص، مجلس دير الزور."""
        if prefix.strip("و"):
            return False
        j = i - 1
        while j >= 0 and self.words.norm[j] in QUOTES:
            j -= 1
        if j < 0 or self.words.sentence[j] != self.words.sentence[i] or (prefix and j == i - 1):
            return False
        governors = self.lists["governor"]
        if governors.isdisjoint(self.words.stems[j]):
            return False
        return any(stem in governors for p, stem in self.words.analyses[j] if p in CLITICS)

    def capital(self, word: str, behind: int) -> bool:
        """Whether a word means the capital of the report's country; العاصمة الإيرانية is another's, المؤقتة another town."""
        if word != CAPITAL:
            return False
        following = self.words.norm[behind] if behind < self.limit else ""
        other = following.startswith("ال") and following.endswith("يه")
        return not other and following not in self.lists.peoples and following not in _NO_CAPITAL

    def sides_after(self, j: int) -> int:
        """The end of definite sides after a name: الجنوبي، الشمالي الغربي، الشمالي والشرقي."""
        norm = self.words.norm
        while j < self.limit and norm[j].removeprefix("و").removeprefix("ال") in self.lists.directions:
            if not norm[j].removeprefix("و").startswith("ال"):
                break
            j += 1
        return j

    def inner(self, j: int, clitics: bool = False) -> NameHit | None:
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
            if cue.take == "name" and (hit is None or self.names.headless(hit)):
                hit = self.names.unknown(k, cue, self.limit) or hit
            if hit is not None:
                whole = self.names.known(j, clitics=clitics)
                if whole is not None and whole.last >= hit.last and not hit.known:
                    return whole  # تل حميس, whose second word no list has
                # A site is known by its cue and name together: سد تشرين is no village تشرين.
                key = f"{stem} {hit.key}" if cue.kind == "site" and not hit.key.startswith(stem) else hit.key
                return NameHit(j, hit.last, prefix, key, hit.known)
        hit = self.names.known(j, clitics=clitics)
        if hit is None and self.capital(self.words.norm[j], j + 1):
            return NameHit(j, j + 1, "", CAPITAL, True)  # جنوب العاصمة
        if hit is None or (hit.last == j + 1 and hit.key in self.lists["common"] - self.lists["due"]):
            return None
        return hit

    def joined(self, j: int, cue: Cue | None = None) -> NameHit | None:
        """The next name of a list at word j: joined with و, or after a comma."""
        words = self.words
        comma = j < self.limit and words.norm[j] in ("،", ",")
        if not comma and cue is not None:
            j = self.past_closing(j)
            comma = j < self.limit and words.norm[j] in ("،", ",")
        start = j + 1 if comma else j
        j = self.names.past_quotes(start)
        if j >= self.limit or words.kind[j] != "word":
            return None
        hit = self.names.known(j)
        if hit is not None and (hit.prefix == "و" or (comma and not hit.prefix)) and not self._ordinary(hit):
            return hit
        if cue is None or cue.take != "name":
            return None
        if j > start and comma:
            return self.names.quoted(j, self.limit)
        if cue.kind == "settlement" and cue.number == "many" and (comma or words.norm[j].startswith("و")):
            between = self._between(j, comma)
            if between is not None:
                return between
        if comma or not words.norm[j].startswith("و") or words.norm[j][1:] in self.lists["stop"]:
            return None
        # قرى خشام والحسينية; of two the second is told in any form: مدينتي المسلمية ودنوة.
        if words.norm[j].startswith("وال") or (cue.number == "two" and len(words.norm[j]) > _SHORTEST_SECOND):
            return NameHit(j, j + 1, "و", words.norm[j][1:], False)
        return None

    def _ordinary(self, hit: NameHit) -> bool:
        """بلدات X وY، صباح اليوم: a word of all days that some gazetteer has as a name goes on with no list."""
        if hit.last > hit.first + 1:
            return False
        if TANWIN in self.words.surface[hit.first] or any(hit.key in self.lists[c] for c in ("stop", "generic", "given")):
            return True
        return hit.key in self.lists["common"] and not (hit.prefix and self.gazetteer.trusted(hit.key))

    def _between(self, j: int, comma: bool) -> NameHit | None:
        """قرى كفرنبل وبنين وحاس، بجارية، تل كيف: a name no gazetteer has, with the next of the list known right behind it."""
        words = self.words
        prefix = "" if comma and not words.norm[j].startswith("و") else "و"
        for last in (j + 1, j + 2):
            if last >= self.limit or any(words.kind[i] != "word" for i in range(j, last)):
                return None
            apart = words.norm[last] in ("،", ",")
            behind = self.names.known(last + apart) if last + apart < self.limit else None
            if behind is not None and (behind.prefix == "و" or (apart and not behind.prefix)):
                key = " ".join(words.norm[j:last])[len(prefix) :]
                return NameHit(j, last, prefix, key, False) if self._nameable(key) else None
        return None

    def _nameable(self, key: str) -> bool:
        """Whether an unknown word may be a village's name: none of the words around names, and none of all days."""
        head = key.split(" ")[0]
        lists = self.lists
        plain = head.removeprefix("ال")
        if len(head) < _SHORTEST_SECOND or plain in lists.directions or plain in lists.cues or head in lists.peoples:
            return False
        return not any(head in lists[name] for name in ("stop", "common", "generic", "rural", "governor", "trailing"))

    def past_closing(self, j: int) -> int:
        """The word after a closing quotation mark at word j, if one is there."""
        return j + 1 if j < self.limit and self.words.norm[j] in QUOTES else j

    def trailing(self, last: int, cue: Cue) -> int:
        """Adjectives and a number that belong to a site's or a quarter's name: مطار منغ العسكري، حي المزة 86."""
        if cue.kind in ("site", "area") and last < self.limit and self.words.kind[last] == "number":
            return last + 1
        while cue.kind == "site" and last < self.limit and self.words.norm[last] in self.lists["trailing"]:
            last += 1
        return last

    def closed(self, first: int, last: int, prefix: str, kind: PlaceKind, key: str, cue: str, why: str) -> int:
        """Add a mention, with the quotation mark that closes a quoted name."""
        norm = self.words.norm
        opened = any(norm[k] in QUOTES for k in range(first, last))
        if opened and last < self.limit and norm[last] in QUOTES:
            last += 1
        return self.add(first, last, prefix, kind, key, cue, why)
