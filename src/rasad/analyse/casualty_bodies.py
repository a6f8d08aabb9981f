"""The dead who are told by their bodies, where rescuers bring them out or it is told how they died (جثتي رجلين، ثلاث جثث), and
those who are told to have fallen (سقوط عدد من المسلحين قتلى ومصابين)."""

from typing import Final

from rasad.analyse import harm
from rasad.analyse.casualty_before import Before
from rasad.lexicon import wordclass
from rasad.lexicon.casualties import Count
from rasad.lexicon.clitics import among
from rasad.model.mentions import NumeralMention
from rasad.model.vocab import CasualtyKind

#: Bodies of a number that are brought out (انتشال جثث خمسة شهداء).
_MANY: Final = frozenset({"جثث", "جثامين"})
_TO_MANY: Final = 4
_BROUGHT_OUT: Final = wordclass.words("brings_out_bodies")
_DEAD_AND_HURT: Final = {"killed", "injured"}
#: Found, and not out of rubble: of an act only where somebody was killed, in so many words.
_FOUND: Final = wordclass.words("finds_bodies")
#: Verbs of hospitals that take in the dead, and words from them to the hospital.
_RECEIVES: Final = wordclass.words("receives_bodies")
_HOSPITALS: Final = wordclass.stems("hospital_stem")
_TO_HOSPITAL: Final = 6
#: Words from a verb to the bodies that its subject brings out, and from them to how they died.
_TO_BODIES: Final = 9
_TO_DEATH: Final = 8


class Bodies(Before):
    """Claims of the dead who are found or brought out."""

    def _body(self, i: int, last: int) -> int:
        """جثتي رجلين، جثماني أم وطفلها: who is told behind is counted as killed; جثتين من تحت الأنقاض, خمس جثث: they are
        themselves. The word to go on with, or 0."""
        number = self.numerals.get(i)
        at = number.last if number is not None else i
        if (
            at >= last
            or self.norm[at].lstrip("و") not in harm.BODIES
            or self._has_article(at)
            or not self._of_an_act(i, at, last)
        ):
            return 0
        self.scope.open("killed", at, "masdar", passive=True)
        if number is not None:
            return self._add(i, at + 1, "killed", number, None)
        many = self._how_many(at)
        if many == "many" or not self._no_complement(at, last):
            return at + 1
        return self._add(at, at + 1, "killed", harm.by_form(at, many), None)

    def _how_many(self, i: int) -> Count:
        """جثة one, جثتين two, جثث many."""
        word = self.norm[i]
        if word.endswith(("تي", "تين", "تان", "ني", "نين")):
            return "two"
        return "one" if word.endswith(("ه", "مان")) else "many"

    def _no_complement(self, i: int, last: int) -> bool:
        """انتشال جثتين من تحت الأنقاض, a dual with its ن: nobody is told behind word i."""
        after = self.here(i + 1)
        return self.norm[i].endswith("ن") or i + 1 >= last or self.words.kind[i + 1] == "punct" or after in harm.PREPOSITIONS

    def _of_an_act(self, i: int, at: int, last: int) -> bool:
        """Whether bodies at word `at` (their number at word i) are brought out, or found and told to be killed."""
        before = range(max(self.scope.first, i - _TO_BODIES), i)
        verb = next((j for j in reversed(before) if self.norm[j] in harm.BREAKS or among(self.norm[j], _BROUGHT_OUT, "وب")), -1)
        if verb < 0 or self.norm[verb] in harm.BREAKS or not self._taken_in(verb, i):
            return False
        if not among(self.norm[verb], _FOUND, "وب"):
            return True
        behind = (self._act(j) for j in range(at + 1, min(last, at + _TO_DEATH)))
        return any(act is not None and act.kind == "killed" for act in behind)

    def _taken_in(self, verb: int, i: int) -> bool:
        """تسلّم المستشفى جثتين: what takes in bodies at word i is a hospital; those handed over to kin tell nothing."""
        near = self.norm[max(self.scope.first, verb - _TO_HOSPITAL) : i]
        received = among(self.norm[verb], _RECEIVES, "وب")
        return not received or any(w.lstrip("وبل").removeprefix("ال").startswith(_HOSPITALS) for w in near)

    def _brought_out(self, i: int) -> bool:
        """انتشل الدفاع المدني جثث خمسة شهداء: so many dead are found; not of bodies that are buried, kept or handed over."""
        before = range(max(self.scope.first, i - _TO_MANY), i)
        return self.here(i) in _MANY and any(among(self.norm[j], _BROUGHT_OUT, "وب") and self._taken_in(j, i) for j in before)

    def _fallen(self, number: NumeralMention, end: int, last: int, group: str | None) -> int:
        """سقوط عدد من المسلحين قتلى ومصابين: behind those counted stands what befell them. The word after it, or 0."""
        # أكثر من عشرين من سكان المخيم مفقودون
        end += self._has_article(end) and self._person(end) is None and self._victim(end) is None if end < last else 0
        first, second = (self._victim(j) if j < last else None for j in (end, end + 1))
        if first is None or first[1] != "many" or first[2]:
            return 0
        both = second is not None and second[2] == "و" and {first[0], second[0]} == _DEAD_AND_HURT
        return self._add(number.first, end + 1 + both, "killed_or_injured" if both else first[0], number, group)

    def _fell(self, number: NumeralMention, end: int) -> CasualtyKind | None:
        """سقوط خمسة أشخاص وجرح عشرة: beside the hurt, who fell is dead."""
        beside = self._act(end) if self.here(end)[:1] == "و" else None
        fell = self.here(number.first - 1).lstrip("وبل") == "سقوط"
        return "killed" if fell and beside is not None and beside.kind == "injured" else None

    def _dead_and_hurt(self, i: int, last: int) -> int:
        """بين قتيل وجريح behind a number: the word after it, else 0."""
        for j in range(i, min(last, i + 6)):
            if self.norm[j] in ("بين", "مابين") and j + 2 < last and self._victim(j + 1) and self._victim(j + 2):
                return j + 3
        return 0
