"""Persons who are told of more than once: by a title and a name, by a dual and two names, by what all of them are."""

from dataclasses import replace

from rasad.analyse import harm
from rasad.analyse.casualty_names import TO_NAMED
from rasad.analyse.casualty_numbers import TO_ITEM, Numbers
from rasad.analyse.people import Person
from rasad.lexicon import wordclass
from rasad.model.vocab import CasualtyKind

#: Before a noun that stands for whoever it may be.
_ANY = frozenset({"كل", "اي"})
_FOREMOST = wordclass.words("foremost")
_RANK = "برتبه"
#: Behind the numbers up to ten, and no others, the noun stands in the plural.
_PLURAL_TO = 10
_AGES = frozenset({"men", "women", "children"})


class Told(Numbers):
    """Whether a person noun counts somebody anew."""

    def _nobody_new(self, i: int, who: Person) -> bool:
        """اعتقال كل شخص يحمل …؛ ضابطان برتبة مقدم ونقيب؛ عدد من قادته وعناصره: a rule, a rank, or more of those counted."""
        if self.here(i - 1) in _ANY and who.number == "one" and not who.definite:
            return True
        joined = self.norm[i][0] == "و"
        own = self.norm[i].endswith(harm.THEIRS) and not self.words.surface[i].endswith("ة")  # ضابط برتبة نقيب ومرافقه
        rank = joined and self.here(i - 2) == _RANK and not own
        last = self.found[-1] if self.found else None
        theirs = self.norm[i].endswith(harm.THEIRS) and self.here(i - 1).endswith(harm.THEIRS)
        same = joined and theirs and who.number == "many" and last is not None and last.last == i and last.high is None
        return rank or same or self._counted_too(i, who)

    def _counted_too(self, i: int, who: Person) -> bool:
        """نحو 30 امرأة وطفلاً: a number over ten has its noun in the singular, and the claim takes in the second."""
        whole = self.found[-1] if self.found else None
        if whole is None or whole.last != i or whole.first not in self.numerals or (whole.best or whole.low or 0) <= _PLURAL_TO:
            return False
        joined = self.norm[i][0] == "و" and who.number == "one" and not who.definite
        if not joined or who.group == whole.group or not {who.group, whole.group} <= _AGES:
            return False
        self.found[-1] = replace(whole, last=i + 1, group=None)
        return True

    def _first_of(self, i: int) -> bool:
        """قُتل أبرز قادة المليشيا “سالم العلي”: the one of them who is named behind it."""
        if self.here(i - 1) not in _FOREMOST:
            return False
        named = (j for j in range(i + 1, i + TO_ITEM) if self.here(j) in harm.OPENING_QUOTES or self._given(j))
        j = next(named, 0)
        return bool(j) and harm.BREAKS.isdisjoint(self.norm[i:j])

    def _all_of_them(self, i: int) -> bool:
        """ثلاثة أشخاص، وهم أعضاء في التنظيم: what a plural without a number, or a dual, says of all who were counted."""
        who = self._person(i) if i not in self.numerals else None
        joined = any(w[0] == "و" and self._is_subject(i + 1 + k) for k, w in enumerate(self.norm[i + 1 : i + 4]))
        whole = self.found[-1].best if self.found else None
        all_two = who is not None and who.number == "two" and whole == 2  # السوريين (ن.ك.) و(س.م.)، وهما متهمان
        return who is not None and (who.number == "many" or all_two) and not joined

    def _of_both_nouns(self, i: int) -> bool:
        """أربعة قتلى وستة جرحى، بينهم طفلان: behind the nouns of the dead and of the hurt, some of both."""
        two = self.found[-2:]
        nouns = [victim[0] for c in two if (victim := self._victim(c.last - 1)) is not None]
        beside = len(two) == 2 and two[0].last == two[1].first - (self.norm[two[1].first - 1] == "و") and not two[1].subset
        return beside and nouns == ["killed", "injured"] and two[1].last == i - 1 and self.norm[i - 1] == "،"

    def _of_the_two(self, i: int, who: Person) -> bool:
        """المواطنين سالم العلي ونجله: two told of by the dual, who are then named."""
        last = self.found[-1] if self.found else None
        if last is None or last.high != 2 or who.number != "one" or self.norm[i][0] != "و" or i - last.last > TO_NAMED:
            return False
        return last.last - last.first == 1 and self._has_article(last.first) and self._given(last.last)

    def _title(self, i: int, who: Person, kind: CasualtyKind) -> bool:
        """الطبيبة والناشطة سلمى، عضو المجلس ورئيس اللجنة “سالم”: what else the one is who is named behind it."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != kind or last.high != 1 or last.first < self.scope.word or who.number != "one":
            return False
        between = range(last.last, i)
        named = any(self._given(j) or self.norm[j] in harm.QUOTES or self.norm[j] in harm.BREAKS for j in between)
        own = self.norm[i].endswith(harm.THEIRS) and not self.words.surface[i].endswith("ة")
        joined = self.norm[i][0] == "و" and not self._given(last.last) and len(between) <= TO_ITEM
        return joined and not named and not own and self._is_name(i + 1)

    def _is_adjective(self, i: int, who: Person) -> bool:
        """الجيش الإسرائيلي، طيران روسي: what stands before is as definite and is a noun; سوريا is a land."""
        before = i - 1
        if self.norm[i].endswith("ا") and not self.words.surface[i].endswith(("اً", "ًا")):
            return True
        told = self.words.surface[i].endswith(("اً", "ًا")) and not self.norm[before].endswith("ا")
        if (
            told  # أعدم مسلحون يمنياً
            or before < self.scope.first
            or before <= self.scope.act_at
            or self.words.kind[before] != "word"
            or who.prefix.startswith("و")
        ):
            return False
        if self.norm[i].endswith(("ين", "ون")) and self.words.surface[before].endswith(("ة", "ات")):
            return False  # أوقفت دورية من المديرية السوريين
        if self.norm[before] in harm.PREPOSITIONS or self.norm[before] in harm.BEFORE_NOUN or self._is_time(before):
            return False
        woman = self.words.surface[before].endswith("ة")  # قُتل في الغارة القيادي في الجماعة سالم العلي
        if woman and self.norm[i].endswith("ي") and self._named_near(i):
            return False
        return self._has_article(before) == who.definite

    def _named_near(self, i: int) -> bool:
        """القيادي في الجماعة سالم العلي: whether a given name stands within a few words, before any mark."""
        j = next((j for j in range(i + 1, i + TO_ITEM + 1) if self._given(j) or self.here(j) in harm.BREAKS), 0)
        return bool(j) and self._given(j)

    def _is_name(self, i: int) -> bool:
        """الطبيب «…»، الطفل محمد: named, so it is not the one told of before."""
        for j in range(i, min(len(self.norm), i + 3)):
            given = self._given(j) and self.norm[j][0] != "و" and not self.words.surface[j].endswith("على")
            if self.norm[j] in harm.OPENING_QUOTES or self.norm[j] in ("(", "#") or given:
                return True
            if self.norm[j] in harm.BREAKS or self.norm[j] in harm.PREPOSITIONS:
                break
        return False
