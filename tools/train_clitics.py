"""Trains the clitic tagger (`rasad.text.segment`) and writes its model and card.

    python tools/train_clitics.py WikiNewsTruth.txt [--reference FILE] [--dry]

The corpus is vocalised newswire (QCRI's WikiNews). It marks no clitics, but its vowels tell most of them: لِ is never
the first letter of a noun in لَ, a word that begins with الْ or اَل + shadda has the article, a final ـهُ after a
vowelled letter is a pronoun. `cut_vocalised` reads them off; where vowels leave a doubt (وَزِير against وَ+زِير) the
lists below decide, made by us from all such words of the corpus. `--reference` takes the same corpus cut by its
annotators, one word a line with + between the pieces, and prints how often we agree with it.

What is printed: figures of five-fold cross-validation by lines, over all words and over words that the training folds
do not have; the same with the hamza left out, as hurried reports write. `--dry` stops there. One seed, one model: the
file that is written is the same every time.
"""

import argparse
import hashlib
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pycrfsuite

from rasad.text.segment import ENCLITICS, PROCLITICS, bounds, features

SEED: Final = 20210718
FOLDS: Final = 5
OPTIONS: Final[dict[str, Any]] = {"c1": 0.05, "c2": 0.01, "max_iterations": 150, "feature.possible_transitions": True}
MODELS: Final = Path(__file__).parents[1] / "src" / "rasad" / "text" / "models"
TARGET: Final = MODELS / "clitics.crfsuite"
CARD: Final = MODELS / "clitics.md"

FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
MARKS: Final = "\u064b-\u0652\u0670"
LETTERS: Final = "\u0621-\u063a\u0641-\u064a"
WORD: Final = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}]*")
UNIT: Final = re.compile(f"([{LETTERS}])([{MARKS}]*)")
SUN: Final = frozenset("تثدذرزسشصضطظلن")
PRONOUNS: Final = frozenset("ه ها هما هم هن نا ك كم ي".split())
HAMZA: Final = str.maketrans("أإآ", "ااا")

#: Words of the corpus that begin with their own وَ, by their first letters: the vowels do not tell.
OWN_WAW: Final = tuple(
    "واتس واجد واجه واحد وادي وارد واسع واشنطن واصف واصل واضح واكاتا وافت والد وباء وتير وثائق وجبات وحد وراء وردة "
    "ورشات ورم وزن وزير وسائل وسط وصف وصل وصيت وضع وطأ وطن وعيه وفاء وفاة وفات وفد وفق وقت وقع وقف وكالة وكيل ولي".split()
)
#: … and as whole words, where their first letters begin others that do have the conjunction.
OWN_WAW_WORDS: Final = frozenset("وجد وزع ورد وعدت وجه وجهي".split())
#: Words that begin as those of OWN_WAW and do have the conjunction.
JOINED_WAW: Final = frozenset("وليس وافتراء وحدث وسبورتينج".split())
#: Nouns that begin with their own بِ or لِ.
OWN_BA: Final = tuple(
    "بتروج بترول برايف برس برلين برميل برنس بريطان بضع بلاتر بلاد بلاك بلاو بليون بناء بنتيو بنفيكا بنيامين بيئة بيتر بيري "
    "بيزلي بيشوب بيكسار بداي".split()
)
OWN_LAM: Final = tuple("لقاء لواء ليدز ليرة لينكولن لينونيون لينيكس ليو لشبونة لويس".split())
#: ف and ك are rarely clitics: these words have them.
JOINED_FA: Final = frozenset(
    "فأجري فأشار فأظهرت فإذا فإن فإننا فارتفع فاستنتج فبدأ فتخفف فتضطر فتمخضت فدمج فرغم فكان فكانت فلا فلم فمنعت فنقل فهو فهي "
    "فيسعى فيشترون فيمكن".split()
)
JOINED_KAF: Final = frozenset("كأسهم كأفضل كأي كإجراء كبرنامج كجزء كذلك كفرع كمبعوث كمثل كممثل كواسطة كرد كالتي".split())
#: Words that begin as a future does (سَ, then the prefix of the imperfect).
OWN_SIN: Final = tuple("سنة سنتين سنتر سنو سيئ سيار سيد سير سيطر سيف".split())
#: لَ is a preposition only before a pronoun; one emphatic ل.
LAM_FATHA: Final = frozenset("له لها لهم لهما لهن لنا لك لكم لانسحبنا لمنع".split())
#: Not the article.
NO_ARTICLE: Final = ("الله", "اللذ", "اللت", "اليف")
NO_ARTICLE_AFTER_FA: Final = frozenset({"فالتس"})
#: A final vowelled ه of the stem.
OWN_HA: Final = frozenset(
    "شبه أشبه تشبه يشبه يشتبه انتباه تنبيه إله الإله فقه فقيه الله توجه تتوجه تجاه اتجاه تشوه تواجه نواجه طه مياه هذه وجه نوه".split()
)
#: Endings that look like pronouns and are none.
OWN_ENDINGS: Final = frozenset("باها مهما تتهم".split())
#: Words with the pronouns of the first and second person, too rare for a rule.
WITH_YA: Final = frozenset("ابني لي وجهي مبادئي فكري".split())
WITH_NI: Final = ("تني", "شدني", "معني")
WITH_KAF: Final = frozenset("أنك رفيقك ظهرك عليك".split())
#: Before نا of the object: no vowel tells it from the subject there.
HOSTS_OF_NA: Final = frozenset("علي لدي أن إن لكن مع ل سجل".split())
NO_NA: Final = frozenset("أنا هنا بيانا كورونا أمينا مولانا".split())

Cut = tuple[tuple[str, ...], str, tuple[str, ...]]
Line = list[Cut]
Units = Sequence[tuple[str, str]]


def bare(units: Iterable[tuple[str, str]]) -> str:
    """The letters without their vowels."""
    return "".join(letter for letter, _ in units)


def cut_vocalised(word: str) -> Cut:
    """Proclitics, stem and enclitics of a vocalised word, in bare letters."""
    rest: Units = UNIT.findall(word)
    before: list[str] = []
    for find in (_conjunction, _preposition, _future):
        if len(rest) > 1 and find(rest):
            before.append(rest[0][0])
            rest = rest[1:]
    article = _article(rest, after_lam=before[-1:] == ["ل"])
    if article:
        return (*before, bare(rest[:article])), bare(rest[article:]), ()
    if before and before[-1] in "بل" and bare(rest) in PRONOUNS:  # لَهُمْ: the preposition is the host
        return tuple(before[:-1]), before[-1], (bare(rest),)
    size = _pronoun(rest)
    return tuple(before), bare(rest[: len(rest) - size]), (bare(rest[len(rest) - size :]),) if size else ()


def _conjunction(units: Units) -> bool:
    (letter, marks), (following, vowels) = units[0], units[1]
    word = bare(units)
    if FATHA not in marks or SHADDA in marks or letter not in "وف":
        return False
    if _article(units[1:], after_lam=False):
        return word not in NO_ARTICLE_AFTER_FA
    if letter == "ف":
        return word in JOINED_FA or (word == "فقد" and SUKUN in units[-1][1])
    if word in JOINED_WAW:
        return True
    if SUKUN in vowels and following not in "اإ":
        return False
    return word not in OWN_WAW_WORDS and not word.startswith(OWN_WAW)


def _preposition(units: Units) -> bool:
    (letter, marks), (following, vowels) = units[0], units[1]
    word = bare(units)
    if letter == "ب":
        closed = SUKUN in vowels and following not in "اإ"
        return KASRA in marks and not closed and not word.startswith(OWN_BA)
    if letter == "ل":
        return word in LAM_FATHA if FATHA in marks else KASRA in marks and not word.startswith(OWN_LAM)
    if letter == "ك":
        return FATHA in marks and (word in JOINED_KAF or bool(_article(units[1:], after_lam=False)))
    return False


def _future(units: Units) -> bool:
    (letter, marks), (following, vowels) = units[0], units[1]
    opened = letter == "س" and marks == FATHA and following in "أنيت" and bool(vowels) and SUKUN not in vowels
    return opened and len(units) > 3 and not bare(units).startswith(OWN_SIN)


def _article(units: Units, after_lam: bool) -> int:
    """How many letters the article has: ال, or ل behind the preposition ل."""
    skip = 0 if after_lam else 1
    if len(units) < skip + 3 or units[skip][0] != "ل" or (skip and units[0][0] != "ا") or bare(units).startswith(NO_ARTICLE):
        return 0
    lam, (following, vowels) = units[skip][1], units[skip + 1]
    sun = following in SUN and (not lam and SHADDA in vowels)
    moon = following not in SUN and SUKUN in lam
    joined = following == "ا" and KASRA in lam and SHADDA not in lam  # الِاتحاد
    return skip + 1 if sun or moon or joined else 0


def _pronoun(units: Units) -> int:
    """How many letters the pronoun at the end has."""
    word = bare(units)
    letter, marks = units[-1]
    if len(units) < 2 or word in OWN_ENDINGS | OWN_HA:
        return 0
    if letter == "ه":
        return int(marks in (DAMMA, KASRA))
    if letter in "كي":
        return 2 if word.endswith(WITH_NI) and not marks else int(word in WITH_KAF | WITH_YA and marks in ("", FATHA))
    two, vowel, host = bare(units[-2:]), units[-2][1], units[-3][1] if len(units) > 2 else ""
    if two == "ها":
        return 2 * int(vowel == FATHA and not marks)
    if two == "نا" and vowel == FATHA:
        plain = bool(host) and SUKUN not in host and SHADDA not in host and word not in NO_NA
        return 2 * int(plain or word[:-2] in HOSTS_OF_NA)
    if len(units) > 3 and bare(units[-3:]) == "هما" and host in (DAMMA, KASRA):
        return 3
    closed = marks == SUKUN if letter == "م" else SHADDA in marks
    return 2 * int(len(units) > 2 and two in ("هم", "كم", "هن") and vowel in (DAMMA, KASRA) and closed)


def read_vocalised(text: str) -> list[Line]:
    """Every line of the corpus as cut words; digits, Latin and punctuation are no words."""
    lines = ([cut_vocalised(word) for word in WORD.findall(line)] for line in text.split("\n"))
    return [line for line in lines if line]


def read_segmented(text: str) -> list[Cut]:
    """The annotators' file: first column of each row, pieces joined by +, suffixes given back to the stem."""
    return [_regroup(row.split("\t")[0].split("+")) for row in text.split("\n") if re.match(f"[{LETTERS}]", row)]


def _regroup(pieces: list[str]) -> Cut:
    first = 0
    while first < len(pieces) - 1 and pieces[first] in PROCLITICS:
        first += 1
    last = len(pieces)
    if last - 1 > first and pieces[-1] in ENCLITICS - {"ي"}:
        last -= 1
    before = tuple("ل" if i and piece == "ال" and pieces[i - 1] == "ل" else piece for i, piece in enumerate(pieces[:first]))
    stem = "".join(pieces[first:last])
    if not stem or (stem in ENCLITICS and before and last == len(pieces) and before[-1] in "بلك"):
        return before[:-1], before[-1], (stem,)
    return before, stem, tuple(pieces[last:])


def whole(cut: Cut) -> str:
    """The word of a cut."""
    return "".join(cut[0]) + cut[1] + "".join(cut[2])


def labels_of(cut: Cut) -> list[str]:
    """One label a letter (see `rasad.text.segment.bounds`)."""
    pieces = [("Pp", p) for p in cut[0]] + [("Ss", cut[1])] + [("Ee", e) for e in cut[2]]
    return [label for (first, inner), piece in pieces for label in (first + inner * (len(piece) - 1))]


def without_hamza(cut: Cut) -> Cut:
    """The same word as hurried reports write it."""
    return tuple(p.translate(HAMZA) for p in cut[0]), cut[1].translate(HAMZA), cut[2]


def train(lines: Iterable[Line], path: Path) -> None:
    """Trains on every word, and once more without the hamza where it has one."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for cut in (cut for line in lines for cut in line):
        plain = without_hamza(cut)
        for form in (cut, plain) if plain != cut else (cut,):
            trainer.append(features(whole(form)), labels_of(form))
    trainer.select("lbfgs")
    trainer.set_params(OPTIONS)
    trainer.train(str(path))


def right(tagger: "pycrfsuite.Tagger", cut: Cut) -> bool:
    """Is every cut of the word found, and no other?"""
    word = whole(cut)
    first, last = bounds(tagger.tag(features(word)), word)
    starts = labels_of(cut)
    gold_first = [i for i, label in enumerate(starts) if i and label in "PS"]
    gold_last = [i for i, label in enumerate(starts) if label == "E"]
    return (first, last) == (gold_first, gold_last)


def cross_validate(lines: list[Line]) -> tuple[dict[str, float], Counter[str]]:
    """Shares of words exactly right, in folds by lines, and the words that were not."""
    order = list(range(len(lines)))
    random.Random(SEED).shuffle(order)
    tally: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        known = {whole(cut) for i, line in enumerate(lines) if i not in held for cut in line}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fold"
            train((line for i, line in enumerate(lines) if i not in held), path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for cut in (cut for i in held for cut in lines[i]):
                good, unseen = right(tagger, cut), whole(cut) not in known
                tally.update({"words": 1, "right": good, "unseen": unseen, "unseen right": good and unseen})
                tally.update({"cut": bool(cut[0] or cut[2]), "cut right": good and bool(cut[0] or cut[2])})
                tally.update({"uncut right": not (cut[0] or cut[2]), "no hamza right": right(tagger, without_hamza(cut))})
                if not good:
                    missed["+".join([*cut[0], f"[{cut[1]}]", *cut[2]])] += 1
            tagger.close()
    words, unseen = tally["words"], tally["unseen"]
    figures = {
        "words": words,
        "all words": 100 * tally["right"] / words,
        "unseen words": 100 * tally["unseen right"] / unseen,
        "share unseen": 100 * unseen / words,
        "words with clitics": 100 * tally["cut right"] / tally["cut"],
        "hamza left out": 100 * tally["no hamza right"] / words,
        "left whole (baseline)": 100 * tally["uncut right"] / words,
    }
    return figures, missed


def agreement(ours: Sequence[Cut], theirs: Sequence[Cut]) -> Iterator[tuple[Cut, Cut]]:
    """Pairs of the same words, in order, where both have them."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [whole(c) for c in ours], [whole(c) for c in theirs], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        yield from zip(ours[a : a + size], theirs[b : b + size], strict=True)
