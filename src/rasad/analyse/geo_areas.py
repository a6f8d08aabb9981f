"""Areas told by parts: ريف إدلب الجنوبي، شرقي دير الزور، الأحياء الشرقية من مدينة حلب. Each is one mention of kind area."""

from typing import Final

from rasad.analyse.geo_names import NameHit
from rasad.analyse.geo_reader import NAMED_BEFORE, Reader
from rasad.model.vocab import PlaceKind

_LINKS: Final = frozenset({"من", "في", "ل"})


class Areas:
    """Grammar of composed areas. Each method reads what begins at a word and gives its end, or the word itself."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def rural(self, i: int, prefix: str, stem: str) -> int:
        """ريف [مدينة] X [الشمالي [الغربي]]; the dual and the plural go on with a second name."""
        hit = self.reader.inner(i + 1)
        if hit is None:
            return i
        whole = self.reader.names.known(i)
        kind: PlaceKind = "area"
        key = hit.key
        if whole is not None and whole.last >= hit.last:
            key, hit = whole.key, NameHit(i, whole.last, prefix, whole.key, True)
            kind = self.reader.kind(key)
        last = self.reader.sides_after(hit.last)
        if last > hit.last:
            kind = "area"
        self.reader.add(i, last, prefix, kind, key, None if kind == "governorate" else "ريف", "countryside of a place")
        while stem != "ريف" and last < self.reader.limit:
            more = self.reader.joined(last)
            if more is None:
                break
            last = self.reader.sides_after(more.last)
            self.reader.add(more.first, last, more.prefix, "area", more.key, "ريف", "countryside of a place, second name")
        return last

    def directed(self, i: int, prefix: str) -> int:
        """شرقي X، شمال غرب X، شمال وشرق X; a governorate of such a name (شمال دارفور) is read whole."""
        norm = self.reader.words.norm
        whole = self.reader.names.known(i)
        if whole is not None and whole.last > i + 1:
            return self.reader.add(i, whole.last, prefix, self.reader.kind(whole.key), whole.key, None, "gazetteer name")
        if self._middle(i):
            return i
        j = i + 1
        while j < self.reader.limit and norm[j].removeprefix("و") in self.reader.lists.directions and j - i < 3:
            j += 1
        hit = self.reader.inner(j)
        if hit is None and j < self.reader.limit and norm[j] in self.reader.lists["generic"]:
            # شمالي المحافظة: of the one told before.
            return self.reader.add(i, j + 1, prefix, "area", norm[j], " ".join(norm[i:j]), NAMED_BEFORE)
        if hit is None or hit.prefix not in ("", "ال"):
            return i
        last = hit.last
        return self.reader.add(i, last, prefix, "area", hit.key, " ".join(norm[i:j]), "side of a place")

    def _middle(self, i: int) -> bool:
        """وسط is a preposition (amid) and says nothing of a town: only the middle of a country is an area."""
        stem = self.reader.words.norm[i].removeprefix("ب").removeprefix("و")
        if stem not in self.reader.lists.directions or self.reader.lists.directions[stem] is not None:
            return self.reader.words.norm[i] in ("وسط", "بوسط")
        hit = self.reader.names.known(i + 1, clitics=False) if i + 1 < self.reader.limit else None
        return hit is None or self.reader.kind(hit.key) != "country"

    def whole(self, i: int, prefix: str) -> int:
        """الأحياء الشرقية من مدينة حلب، الريف الجنوبي لمحافظة إدلب: definite noun, side, then the place."""
        norm = self.reader.words.norm
        j = i + 1
        sides = 0
        while j < self.reader.limit and self._definite_side(norm[j]):
            j, sides = j + 1, sides + 1
        if not sides or j >= self.reader.limit:
            return i
        if norm[j] in _LINKS:
            hit = self.reader.inner(j + 1)
        else:
            hit = self.reader.inner(j, clitics=True)
            hit = hit if hit is not None and hit.prefix.startswith(("ل", "ب")) else None
        if hit is None:
            return i
        return self.reader.add(i, hit.last, prefix, "area", hit.key, " ".join(norm[i:j]), "part of a place")

    def _definite_side(self, word: str) -> bool:
        bare = word.removeprefix("و")
        if not bare.startswith("ال"):
            return False
        bare = bare[2:]
        return bare in self.reader.lists.directions or bare.removesuffix("ه") in self.reader.lists.directions
