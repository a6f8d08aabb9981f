"""Parts of those counted (بينهم، أحدهم، من بين القتلى), and how many those are who were told of before (وعددهم سبعة)."""

from dataclasses import replace
from typing import Final

from rasad.analyse import harm
from rasad.analyse.casualty_acts import DIED_OF
from rasad.analyse.casualty_numbers import TO_ITEM
from rasad.analyse.casualty_reach import Reach
from rasad.lexicon.clitics import among
from rasad.model.vocab import CasualtyKind

#: Before المعتقلين: how many or who they are follows.
BEFORE_COUNTED = harm.AMONG | harm.COUNT_OF | harm.THAT
#: Told of who dies of what was done before.
_DYING: Final = frozenset({"وفاه", "توفي", "توفيت", "توفيا"})


class Parts(Reach):
    """What words that mark a part, or a number behind those told of, say of the claim before."""

    def _numbering(self, i: int) -> CasualtyKind | None:
        """القبض على أفراد الخلية وعددهم ثمانية؛ أسماء القتلى …، حيث بلغ عددهم سبعة؛ قُتل جميع أفراد الدورية وعددهم سبعة: what
        befell those whose number follows عددهم at word i."""
        claim = self.found[-1] if self.found else None
        vague = claim is not None and (claim.low, claim.high) == (2, None) and claim.last - claim.first == 1
        if (
            claim is not None
            and vague
            and claim.first >= self.scope.first
            and i - claim.last <= TO_ITEM
            and i + 1 in self.numerals
        ):
            return self.found.pop().kind
        return self.scope.kind if self.scope.fresh else self._told_victims(i)

    def _died_since(self, first: int) -> None:
        """ارتفعت الحصيلة إلى 15 قتيلاً بعد وفاة ثلاثة متأثرين بجراحهم: who died of it since is one of the total told in the
        sentence that begins at word `first`."""
        mine = []
        for k in range(len(self.found) - 1, -1, -1):
            claim = self.found[k]
            if claim.first < first:
                break
            if claim.kind == "killed" and claim.low == claim.high and not claim.subset:
                mine.append(k)
        total = max((self.found[k].low or 0 for k in mine if self.found[k].running_total), default=0)
        for k in mine:
            claim = self.found[k]
            of_wounds = any(w.startswith(DIED_OF) for w in self.norm[claim.first : claim.last + 3])
            if (claim.low or 0) < total and (of_wounds or among(self.here(claim.act), _DYING, "وب")):
                self.found[k] = replace(claim, subset=True)

    def _marker(self, i: int, last: int) -> int:
        """بينهم, من بينهم, أحدهم, منهم: a subset of what was counted just before."""
        norm, scope = self.norm[i], self.scope
        if norm in harm.ONE_OF_THEM and scope.subset and not scope.fresh and i - scope.list_end <= 1:
            scope.close()  # بينهم أمريكيان أحدهما جندي وآخر موظف
            return i + 1
        if norm in harm.ONE_OF_THEM and scope.fresh and scope.kind is not None and not scope.subset and scope.act_at == i - 1:
            return self._add(i, i + 1, scope.kind, harm.by_form(i, "one"), None)  # مقتل أحدهما وإصابة الآخر
        # وبين القتلى ثلاثة أطفال، وأن بين المعتقلين شقيقين
        some = (norm == "ومن" and self.here(i - 1) in (".", "،", "")) or (norm == "من" and self.here(i - 1) == "،")
        if some and i + 1 < last and self._victim(i + 1):
            return self._among(i + 1, last)  # ومن المصابين المسعف سالم، سبعة جرحى، من الجرحى ضابط
        opens = norm in ("بين", "وبين") and (i == scope.first or self.here(i - 1).removeprefix("و") in ("ان", "كان"))
        if norm in harm.AMONG and (opens or self.here(i - 1).removeprefix("و") == "من") and i + 1 < last:
            return self._among(i + 1, last)
        counted = i + 1 < last and (i + 1 in self.numerals or self._is_subject(i + 1))
        including = norm == "ذلك" and self.here(i - 1) == "في" and self.here(i - 2) == "بما"
        namely = norm in harm.NAMELY and counted and not self._all_of_them(i + 1)
        if norm not in harm.SUBSET and norm not in harm.ONE_OF_THEM and not including and not namely:
            return 0
        claim = self.found[-1] if self.found else None
        far = 24 if namely and claim is not None and claim.best else 14
        if claim is None or claim.first < scope.first or i - claim.last > far:
            return self._of_those(i, last) if among(norm, harm.SUBSET) else 0
        if self.here(i + 1) == "وبين":
            return 0
        if self.scope.fresh and self.scope.act_at == i - 1:
            return 0  # قُتل منهم خمسة: of those told of, whom nobody has counted
        touching = i in (claim.last, claim.last + 1) and self.here(i - 1) not in ("،", ",", "(", "-")
        if norm in ("منهم", "منها", "منهما", "منهن") and touching and not counted:
            return 0  # اثنين منهم: the group itself, no part of the number before
        kind: CasualtyKind = "killed_or_injured" if norm.endswith("بينهم") and self._of_both_nouns(i) else claim.kind
        scope.open_subset(kind, i, only_one=norm in harm.ONE_OF_THEM, whole=claim.group)
        told = norm.removeprefix("و") == "بينهم"  # عرف منهم only names those counted
        return (told and self._named(i + 1, last, claim.kind)) or i + 1

    def _of_those(self, i: int, last: int) -> int:
        """معظم القتلى، وبينهم نساء، جثث ثمانية قتلى، منهم طفلان: some of those whom the words before name and nobody counted."""
        at = next((j for j in range(i - 1, max(self.scope.first, i - TO_ITEM) - 1, -1) if self._victim(j)), -1)
        victim = self._victim(at) if at >= 0 else None
        counted = i + 1 < last and (i + 1 in self.numerals or self._is_subject(i + 1))
        if victim is None or victim[1] != "many" or not counted:
            return 0
        self.scope.open_subset(victim[0], i, only_one=False, whole=None)
        return i + 1

    def _among(self, i: int, last: int) -> int:
        """من بين المعتقلين الطفل … ، من ضمن القتلى: some of those whom the noun at word i names, told of before."""
        victim = self._victim(i)
        kind = victim[0] if victim is not None else self._counted(i)
        if kind is None or (victim is not None and victim[1] != "many") or not self._has_article(i):
            return 0
        kind = "killed" if kind == "killed_or_injured" else kind  # من بين الضحايا الطفل …: named, they are the dead
        self.scope.open_subset(kind, i, only_one=False, whole=None)
        return self._named(i + 1, last, kind) or i + 1
