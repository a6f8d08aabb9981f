"""People before the verb of what befell them (ثلاثة مدنيين قتلوا), past what is told of them between."""

from typing import Final

from rasad.analyse import harm
from rasad.analyse.casualty_acts import Acts
from rasad.model.vocab import CasualtyKind

#: Words between people and their verb, of a quoted name among them, and of a list of people.
_TO_VERB = 9
_QUOTED = 6
_TO_LISTED = 16
#: What begins another clause of what is told (فروا وإن أحد عشر قتلوا).
_ANEW: Final = frozenset({"وان", "وانه", "وانهم", "بينما", "فيما", "حيث", "حين", "عندما"})

#: شارك المئات في جنازة الشهيد الذي قُتل: behind several people it tells of another.
_OF_ONE: Final = frozenset({"الذي", "التي"})


class Before(Acts):
    """Whether a verb behind the people tells what befell them."""

    def _act_after(self, i: int, last: int, *, many: bool = False, doer: bool = False) -> CasualtyKind | None:
        """SVO: the verb behind the people (ثلاثة مدنيين قتلوا, 57 شخصاً على الأقل استشهدوا). `many`: its ending must say so;
        `doer`: they may be who takes others."""
        to, past = i + _TO_VERB, i
        for j in range(i, min(last, i + _TO_LISTED)):
            if j < past:
                continue
            past = max(self._past_aside_of(j, last), self._past_quoted(j, last))
            if past > j:
                # ثمانية أشخاص، بينهم طبيب ومسعفان، قضوا؛ خمسة من مقاتلي “…” المرتبطين بالتنظيم قتلوا
                to = max(to + past - j, past + 2)
                continue
            if self.norm[j][0] == "و" and (j in self.numerals or self._is_subject(j)):
                to = j + 6  # عشرة من المهاجمين وستة من الجنود وأربع نساء قتلوا
            if self.norm[j] == "،" and self._suffered(j + 1):
                continue  # إن ثلاثة من عناصر الفرقة، قُتلوا
            if self.norm[j] in harm.BREAKS or self.norm[j] in _ANEW or j >= to or self.norm[j] in _OF_ONE:
                return None
            act = self._act(j) if self.here(j - 1) not in harm.PREPOSITIONS else None
            if act is not None and act.frame != "masdar":
                sense = self._sense(j, last, act)
                act = sense if sense.frame != "agent" or self.here(j + 1) in sense.needs else act  # قضوا في كمين على الطريق
                plural = self.norm[j].endswith(("وا", "ا", "و")) or not many
                if (
                    not plural
                    or not self._own_verb(j)
                    or self._undone(j, act)
                    or (doer and act.kind == "displaced")  # عشرات المسلحين فروا
                    or (act.frame == "agent" and (act.kind not in harm.TAKEN or (doer and act.kind == "abducted")))
                ):
                    return None
                self.scope.open(act.kind, j, act.frame, passive=True)
                self.scope.fresh, self.verb = False, j
                return act.kind
        return None

    def _suffered(self, i: int) -> bool:
        """، قُتلوا، ، أصيبوا: a verb of what befell those before it, with their number in its ending."""
        act = self._act(i) if i < len(self.norm) else None
        return act is not None and act.frame in ("victim", "either") and not act.pronoun and self.norm[i].endswith(("وا", "ا"))

    def _past_quoted(self, i: int, last: int) -> int:
        """The word behind the quoted name that begins at word i, else i."""
        if self.here(i) not in harm.OPENING_QUOTES:
            return i
        ends = (j for j in range(i + 1, min(last, i + _QUOTED)) if self.norm[j] in harm.QUOTES)
        return next(ends, i - 1) + 1

    def _past_aside_of(self, i: int, last: int) -> int:
        """ثمانية أشخاص، بينهم طبيب ومسعفان، قضوا؛ ثلاثة من عناصر الجيش، أحدهم برتبة نقيب، قُتلوا: the word behind the aside on
        those counted that begins at word i, else i."""
        if self.here(i) in harm.ONE_OF_THEM:  # اثنين من عناصر الجيش أحدهما برتبة عقيد، قتلا
            return next((j + 1 for j in range(i + 1, min(last, i + _TO_LISTED)) if self.norm[j] in harm.BREAKS), i)
        first = i + (self.here(i) in ("علي", "الاقل")) + (self.here(i + 1) == "الاقل")
        mark = self.here(first)
        says = self.here(first + 1 + (self.here(first + 1) == "من"))
        part = says in harm.SUBSET or says in harm.ONE_OF_THEM or says in harm.NAMELY
        if mark not in ("،", ",", "(", "-", "–") or not part:
            return i
        close = ")" if mark == "(" else mark
        ends = (j for j in range(first + 2, min(last, first + _TO_LISTED)) if self.norm[j] == close)
        return next(ends, i - 1) + 1
