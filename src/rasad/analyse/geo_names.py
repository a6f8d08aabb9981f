"""Where a place name stands in the words: names the gazetteer has, and names only a cue tells of."""

from functools import lru_cache
from typing import Final

from rasad.lexicon.clitics import Analyses, analyses
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.perword import PerWord
from rasad.lexicon.placewords import Cue, PlaceWords
from rasad.model.fixed import fixed
from rasad.model.words import Words

QUOTES: Final = frozenset("\"“”«»'‘’()[]#") | {"''", "“", "”"}
#: A name no list knows has at most so many words (أم تل الكبيرة); what is longer is a name and what is said of it.
LONGEST_UNKNOWN: Final = 3
#: First words that never stand alone as a name.
#: Beginnings of verbs, of futures and of prepositions fused to a noun: behind a site's cue they begin no name.
_VERBS: Final = ("ل", "ت", "ي", "ب", "سي", "ست", "سن", "سا")
_NEEDS_MORE: Final = frozenset(
    {"ابو", "ام", "تل", "عين", "بيت", "كفر", "دير", "خان", "الشيخ", "شيخ", "بني", "بنو", "عبد", "بو", "ابن", "بن", "وادي"}
    | {"جبل", "راس", "باب", "حمام", "قصر", "جب", "بير", "خربه", "مزرعه", "ذو", "ذي", "ال", "البو", "سيدي", "حوش", "نبع", "برج"}
    | {"سوق", "حصن", "قلعه", "طور", "مار", "سوده", "جسر", "شعب", "عرب", "مشرفه", "مجدل", "مرج", "ميس", "طير", "جباتا", "كوم"}
    | {"ود", "نجع", "منشيه", "شاعر", "قصير", "ظهر", "ضهر", "عزبه", "موسي", "خالد", "عمر", "علي", "عبدالله"}
)
#: ك and ف are left out: كبيرة is no "as Bira", فرقة no "so Raqqa", and reports hardly write them before places.
CLITICS: Final = frozenset({"", "و", "ب", "ل", "وب", "ول"})


@fixed
class NameHit:
    """A name at words [first, last): `prefix` cut off, `key` folded, `known` in the gazetteer (`key` is its spelling)."""

    first: int
    last: int
    prefix: str
    key: str
    known: bool


@lru_cache(maxsize=4)
def _starts(gazetteer: Gazetteer, _names: int) -> PerWord[tuple[tuple[str, str, int], ...]]:
    """(proclitics, stem, words of the longest name that begins so) by word; made anew when names were added."""
    longest = gazetteer.longest
    return PerWord(
        lambda norm: tuple(
            (prefix, stem, longest[stem])
            for prefix, stem in analyses(norm)
            if stem in longest and prefix in CLITICS and (len(stem) > 2 or not prefix)
        )
    )


@lru_cache(maxsize=4)
def _respelt(gazetteer: Gazetteer, _names: int) -> PerWord[tuple[str, str] | None]:
    """(proclitics, the gazetteer's spelling in several words) of a word that writes them as one: ديرالزور."""

    def respelt(norm: str) -> tuple[str, str] | None:
        return _spelt(gazetteer, analyses(norm), several=True)

    return PerWord(respelt)


def may_begin(gazetteer: Gazetteer, names: int) -> PerWord[bool]:
    """Whether a gazetteer name may begin at a word without a cue."""
    starts, respelt = _starts(gazetteer, names), _respelt(gazetteer, names)
    return PerWord(lambda norm: bool(starts[norm]) or respelt[norm] is not None)


def _spelt(gazetteer: Gazetteer, cuts: Analyses, *, several: bool) -> tuple[str, str] | None:
    for prefix, stem in cuts:
        if prefix not in (CLITICS if several else ("", "ل")) or len(stem) < 5:
            continue
        for form in gazetteer.variants(stem):
            if " " in form or not several:
                return prefix, form
    return None


class Names:
    """Reads names in one report. The starts of names are remembered by word, so that most words cost one look-up."""

    def __init__(self, words: Words, gazetteer: Gazetteer, lists: PlaceWords) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self.lists = lists
        self._starts = _starts(gazetteer, gazetteer.names)
        self._respelt = _respelt(gazetteer, gazetteer.names)

    def past_quotes(self, j: int) -> int:
        """The first word from j on that is no quotation mark or bracket."""
        while j < len(self.words.norm) and self.words.norm[j] in QUOTES:
            j += 1
        return j

    def known(self, i: int, *, clitics: bool = True, cued: bool = False) -> NameHit | None:
        """The longest gazetteer name at word i. `cued`: other spellings count too, and no proclitic is cut but ل."""
        best: NameHit | None = None
        for prefix, stem, longest in self._starts[self.words.norm[i]]:
            if prefix and not clitics:
                continue
            hit = self._longest(i, prefix, stem, longest)
            if hit is not None and (best is None or hit.last > best.last):
                best = hit
        if best is not None and (not cued or best.last > i + 1):
            return best
        other = self._spelling(i, cued)
        if other is not None and (best is None or other.last > best.last):
            return other
        return best

    def _longest(self, i: int, prefix: str, stem: str, longest: int) -> NameHit | None:
        norm, kind = self.words.norm, self.words.kind
        last = i + 1
        parts = [stem]
        found: NameHit | None = None
        if stem in self.gazetteer:
            found = NameHit(i, last, prefix, stem, True)
        while len(parts) < longest and last < len(norm) and kind[last] == "word":
            parts.append(norm[last])
            last += 1
            key = " ".join(parts)
            if key in self.gazetteer:
                found = NameHit(i, last, prefix, key, True)
        return found

    def _spelling(self, i: int, cued: bool) -> NameHit | None:
        """ديرالزور for دير الزور anywhere; a name with or without ال only after a cue."""
        norm = self.words.norm
        if self.words.kind[i] != "word":
            return None
        if cued and i + 1 < len(norm) and self.words.kind[i + 1] == "word":
            for form in self.gazetteer.variants(f"{norm[i]} {norm[i + 1]}"):
                return NameHit(i, i + 2, "", form, True)
        found = _spelt(self.gazetteer, self.words.analyses[i], several=False) if cued else self._respelt[norm[i]]
        return NameHit(i, i + 1, *found, True) if found else None

    def unknown(self, j: int, cue: Cue, limit: int) -> NameHit | None:
        """The name at word j that only its cue tells of: up to three words, ended by what cannot be a part of a name."""
        words = self.words
        quoted = self.quoted(j, limit)
        if quoted is not None:
            return quoted
        if j >= limit or not self._may_begin(j, cue):
            return None
        last = j + 1
        while last < limit and last - j < LONGEST_UNKNOWN and self._goes_on(j, last):
            last += 1
        if words.norm[last - 1] in _NEEDS_MORE and last - 1 == j:
            return None
        return NameHit(j, last, "", " ".join(words.norm[j:last]), False)

    def quoted(self, j: int, limit: int) -> NameHit | None:
        """قرية “لزاقة المجيدل”، ناحية (جديدة الشط): the quoted words behind a cue are the name."""
        words = self.words
        if not 0 < j < limit or words.norm[j - 1] not in QUOTES:
            return None
        last = next((k for k in range(j, min(limit, j + LONGEST_UNKNOWN + 1)) if words.norm[k] in QUOTES), None)
        if last is None or last == j or any(words.kind[k] != "word" for k in range(j, last)):
            return None
        key = " ".join(words.norm[j:last])
        return NameHit(j, last, "", key, key in self.gazetteer)

    @staticmethod
    def is_head(word: str) -> bool:
        """Whether a word begins names and stands for none alone: كفر، تل، أم."""
        return word in _NEEDS_MORE

    def headless(self, hit: NameHit) -> bool:
        """Whether a name is only the first part of longer ones (تل، مجدل), so that what follows belongs to it."""
        return hit.last == hit.first + 1 and hit.key in _NEEDS_MORE

    def _may_begin(self, j: int, cue: Cue) -> bool:
        words, norm = self.words, self.words.norm[j]
        if cue.kind == "area" and words.kind[j] == "number" and norm.isdecimal():
            return True  # حي 400, قطاع 17
        if words.kind[j] != "word" or self._ends(j) or norm in self.lists["generic"]:
            return False
        if norm in _NEEDS_MORE:
            return words.surface[j] != "ال"  # أم بياقة, آل الصلح: the name goes on
        if len(norm) == 2 and cue.kind == "settlement" and words.norm[j + 1 : j + 2] and words.norm[j + 1].startswith("ال"):
            return not self._ends(j + 1)  # شم الهوى
        if len(norm) < 3 or (cue.kind == "site" and norm in self.lists["common"] and not norm.startswith("ال")):
            return False
        if norm.startswith("ال"):
            return True
        if norm.endswith(("ين", "ون", "ات")) and cue.number == "one" and norm[0] not in "يت":
            return True  # بلدة جدرين: no adjective of a singular ends so, and no verb begins so
        if cue.kind == "settlement" and cue.number == "one" and norm.endswith(("ايا", "يه")) and norm[:2] not in ("لل", "وا"):
            return True  # قرية رفعتية; قرية حدودية is ended above
        # An indefinite noun or adjective describes: بلدة مجاورة، حي سكني, قرية تسيطر عليها.
        if norm.endswith(("يه", "يا", "ين", "ات", "ون", "ها", "هم")) or norm[:2] in ("لل", "بال", "وال"):
            return False
        following = words.norm[j + 1] if j + 1 < len(words) else ""
        return not following.endswith(("ها", "هم")) and (cue.kind != "site" or not norm.startswith(_VERBS))

    def _goes_on(self, first: int, j: int) -> bool:
        words = self.words
        if words.kind[j] != "word" or self._ends(j):
            return False
        norm, before = words.norm[j], words.norm[j - 1]
        if before in _NEEDS_MORE or norm in ("ابو", "ام", "بن", "بني"):
            return True
        if norm in self.lists["naming"] or norm in self.lists["trailing"]:
            return True
        return (
            norm.startswith("ال")
            and len(norm) > 4
            and not before.startswith("ال")
            and before not in self.lists["trailing"]
            and j - first < 2
        )

    def _ends(self, j: int) -> bool:
        norm = self.words.norm[j]
        lists = self.lists
        if norm in lists["stop"] or norm in lists["rural"] or norm in lists.peoples:
            return True
        if norm[0] == "و" and len(norm) > 3 and norm not in self.gazetteer.longest:
            return True
        return (
            norm[0] == "ب"
            and len(norm) > 3
            and (norm[1:] in lists["rural"] or norm[1:] in lists.cues or norm[1:] in self.gazetteer.longest)
        )


__all__ = ["CLITICS", "QUOTES", "NameHit", "Names"]
