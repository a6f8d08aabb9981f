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

from rasad.text import segment
from rasad.text.segment import ENCLITICS, PROCLITICS, bounds, features

SEED: Final = 20210718
FOLDS: Final = 5
#: Share of the corpus's different words that are learnt behind و too.
WAW_SHARE: Final = 0.4
OPTIONS: Final[dict[str, Any]] = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
MODELS: Final = Path(__file__).parents[1] / "src" / "rasad" / "text" / "models"
TARGET: Final = MODELS / "clitics.crfsuite"
CARD: Final = MODELS / "clitics.md"

FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
MARKS: Final = "\u064b-\u0652\u0670"
LETTERS: Final = "\u0621-\u063a\u0641-\u064a"
WORD: Final = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}]*")
UNIT: Final = re.compile(f"([{LETTERS}])([{MARKS}]*)")


def _words(text: str) -> list[str]:
    return text.split()


SUN: Final = frozenset("تثدذرزسشصضطظلن")
PRONOUNS: Final = frozenset(_words("ه ها هما هم هن نا ك كم ي"))
HAMZA: Final = str.maketrans("أإآ", "ااا")

#: Words of the corpus that begin with their own وَ, by their first letters: the vowels do not tell.
OWN_WAW: Final = tuple(
    _words(
        "واتس واجد واجه واحد وادي وارد واسع واشنطن واصف واصل واضح واكاتا وافت والد وباء وتير وثائق وجبات وحد وراء وردة "
        "ورشات ورم وزن وزير وسائل وسط وصف وصل وصيت وضع وطأ وطن وعيه وفاء وفاة وفات وفد وفق وقت وقع وقف وكالة وكيل ولي"
    )
)
#: … and as whole words, where their first letters begin others that do have the conjunction.
OWN_WAW_WORDS: Final = frozenset(_words("وجد وزع ورد وعدت وجه وجهي"))
#: Words that begin as those of OWN_WAW and do have the conjunction.
JOINED_WAW: Final = frozenset(_words("وليس وافتراء وحدث وسبورتينج"))
#: Nouns that begin with their own بِ or لِ.
OWN_BA: Final = tuple(
    _words(
        "بتروج بترول برايف برس برلين برميل برنس بريطان بضع بلاتر بلاد بلاك بلاو بليون بناء بنتيو بنفيكا بنيامين بيئة "
        "بيتر بيري بيزلي بيشوب بيكسار بداي"
    )
)
OWN_LAM: Final = tuple(_words("لقاء لواء ليدز ليرة لينكولن لينونيون لينيكس ليو لشبونة لويس"))
#: ف and ك are rarely clitics: these words have them.
JOINED_FA: Final = frozenset(
    _words(
        "فأجري فأشار فأظهرت فإذا فإن فإننا فارتفع فاستنتج فبدأ فتخفف فتضطر فتمخضت فدمج فرغم فكان فكانت فلا فلم فمنعت "
        "فنقل فهو فهي فيسعى فيشترون فيمكن"
    )
)
JOINED_KAF: Final = frozenset(_words("كأسهم كأفضل كأي كإجراء كبرنامج كجزء كذلك كفرع كمبعوث كمثل كممثل كواسطة كرد كالتي"))
#: Words that begin as a future does (سَ, then the prefix of the imperfect).
OWN_SIN: Final = tuple(_words("سنة سنتين سنتر سنو سيئ سيار سيد سير سيطر سيف"))
#: لَ is a preposition only before a pronoun; one emphatic ل.
LAM_FATHA: Final = frozenset(_words("له لها لهم لهما لهن لنا لك لكم لانسحبنا لمنع"))
#: Not the article.
NO_ARTICLE: Final = ("الله", "اللذ", "اللت", "اليف")
NO_ARTICLE_AFTER_FA: Final = frozenset({"فالتس"})
#: A final vowelled ه of the stem.
OWN_HA: Final = frozenset(
    _words(
        "شبه أشبه تشبه يشبه يشتبه انتباه تنبيه إله الإله فقه فقيه الله توجه تتوجه تجاه اتجاه تشوه تواجه نواجه طه مياه هذه وجه نوه"
    )
)
#: Endings that look like pronouns and are none.
OWN_ENDINGS: Final = frozenset(_words("باها مهما تتهم"))
#: Words with the pronouns of the first and second person, too rare for a rule.
WITH_YA: Final = frozenset(_words("ابني لي وجهي مبادئي فكري"))
WITH_NI: Final = ("تني", "شدني", "معني")
WITH_KAF: Final = frozenset(_words("أنك رفيقك ظهرك عليك"))
#: Before نا of the object: no vowel tells it from the subject there.
HOSTS_OF_NA: Final = frozenset(_words("علي لدي أن إن لكن مع ل سجل"))
NO_NA: Final = frozenset(_words("أنا هنا بيانا كورونا أمينا مولانا"))

#: Words of conflict reports, chosen by us: the corpus is about sport and science. Nouns are learnt behind ب ل ك and و,
#: verbs behind و and ف; words that only look as if they had a clitic are learnt whole.
OUR_NOUNS: Final = frozenset(
    _words(
        "ريف عبوة حي نيران قذيفة صاروخ رصاص هجوم عملية كمين غارة قتلى جرحى جنود عناصر مسلحين ضابط مقتل إصابة جروح اعتقال "
        "دير بلدة قرية حاجز معبر طريق جبل دوار مخيم مشفى سوق مطار يد خط وقف عدد طلق دفع عبور حملة مداهمة قناص لغم سيارة "
        "دراجة مدفعية هاون براميل غاز سلاح مصدر ناشطين سكان أهالي نازحين تهمة سبب اتجاه محيط أطراف ضربات مسيرة مفخخة"
    )
)
OUR_VERBS: Final = frozenset(
    _words(
        "قتل قتلت قتلوا أصيب أصيبت جرح قصف قصفت استهدف استهدفت انفجر انفجرت اعتقل اعتقلت خطف خطفت هاجم هاجمت داهم داهمت "
        "انسحب انسحبت سيطر سيطرت رفع فتح فتحت أطلق أطلقت اندلعت دارت خرجت طالب طالبت فر فرت نفى نفت ردت يكون تكون"
    )
)
OUR_WHOLE: Final = frozenset(
    _words(
        "وحدات وحدة وقوع وجهاء وافدين واقعة وسطاء فصائل فصيل فرقة فرق فوج فلول فدية فقدان فارين فجر بلدات بادية بلدية "
        "بنادق بندقية برج بوابة بوادر كتيبة كتائب كلية كمين كسر كفالة كوادر لواء لغم لغما لجان لجنة لاجئين لاجئ لحظة سجن سجين "
        "سجناء سلاح ساتر ساحة سرية سلطة سيطرة سكان"
    )
)

#: The card; what stands in braces is filled in by `write_card`.
CARD_TEXT: Final = """\
# The clitic tagger's model

`clitics.crfsuite`, {size} bytes, SHA-256 `{digest}`.

## What it is
A conditional random field over the letters of one word (CRFsuite through python-crfsuite). It says which letters are
proclitics (و ف ب ل ك س ال), which the stem and which a pronoun at the end; `rasad.text.segment` reads it. It sees the
word alone, never its neighbours. Names are not its task: the caller says what is a name, and names are left whole.

## Data and terms
WikiNewsTruth.txt: 70 WikiNews articles, most of 2013 and 2014, vocalised by the Arabic Language Technologies group of the Qatar
Computing Research Institute, published with the words "Feel free to copy and distribute the files". Rasad ships the
model, not the text.

That file is vocalised but **not segmented**. The cuts that the model learns from are ours: `tools/train_clitics.py`
reads them off the vowels, and closed lists in it, made by going through every doubtful word of the corpus, decide where
vowels leave a doubt. {agreed}

Before the first training we compared our cuts with those that the same group published for the same articles
(`WikiNews.pos.ref`, subject endings given to the stem), on two runs copied by hand: 962 words, of which 959 were alike (the
three others were mistakes of ours and are mended), and then 364 more, all alike. The whole file was not at hand;
`--reference` compares with it, or with a part of it.

Conventions: verb endings of the subject and plural endings belong to the stem; ل + ال is ل + ل; الذي, الله, هذه, لقد are
whole; of a preposition with a pronoun (لهم) the preposition is the stem.

## Features
For each letter: itself, up to three letters before and four after it, alone and together; in the first and last five
places also the place, the length of the word (up to 9), the beginning or the end of the word up to there. No word list.
Every word with a hamza on its alef is learnt a second time without it, and of the different words without و or ف,
{waw} % behind a و. {ours} forms of words of conflict reports are added (lists in the script); they were chosen after the
first model had left بريف and بعبوة whole in reports, so those reports do not measure it. Options: {options}.

## Figures
`python tools/train_clitics.py WikiNewsTruth.txt`: five folds by lines, seed {seed}, {words} Arabic words (digits, Latin and
punctuation are not counted), {unseen} % of which are not in the training folds. Our added forms are never tested on. A word
is right if all its cuts are and no other. Per cent:

| words | right |
| --- | --- |
{table}

They are measured against our own cuts, so they tell how well bare letters bring back what the vowels told; they are not
to be set beside figures that others measured against their own segmentation.

Speed on one core of the machine it was trained on, {timed}:
{cold} words a second from an empty cache, {warm} from a full one.

## Limits
- Newswire about politics, sport and science: few first and second persons, no dialect, no conflict reports but for our
  added forms.
- Names that begin like clitics (بنفيكا, دارفور behind ب) are its commonest mistake, hence names first. A caller may let
  its own word lists count as names: the model cannot know every ب, ف or ك before a word it has not seen.
- Without the sentence it cannot tell homographs: فقد (ف + قد, or "he lost"), وجه, بحار.
- ة written as ه (المدينه) may be taken for a pronoun: the corpus has none.
"""

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
    return [label for kind, piece in pieces for label in (kind[0] + kind[1] * (len(piece) - 1))]


def without_hamza(cut: Cut) -> Cut:
    """The same word as hurried reports write it."""
    return tuple(p.translate(HAMZA) for p in cut[0]), cut[1].translate(HAMZA), cut[2]


def behind_waw(lines: Iterable[Line]) -> Line:
    """A share of the different words, each with the conjunction و before it: any word may have it."""
    different = {whole(cut): cut for line in lines for cut in line}
    chance = random.Random(SEED)
    free = [cut for word, cut in different.items() if len(word) > 2 and cut[0][:1] not in (("و",), ("ف",))]
    return [(("و", *cut[0]), cut[1], cut[2]) for cut in free if chance.random() < WAW_SHARE]


def ours() -> Line:
    """The words of conflict reports that we add."""
    cuts: Line = [((), word, ()) for word in OUR_NOUNS | OUR_VERBS | OUR_WHOLE]
    nouns = (("ب",), ("ل",), ("ك",), ("و",), ("و", "ب"), ("و", "ل"), ("ال",), ("ب", "ال"), ("ف", "ال"), ("ك", "ال"))
    cuts += [(before, noun, ()) for noun in OUR_NOUNS for before in nouns]
    cuts += [((before,), verb, ()) for verb in OUR_VERBS for before in "وف"]
    return sorted(cuts)


def train(lines: Sequence[Line], path: Path) -> None:
    """Trains on every word, once more without the hamza where it has one, on some behind و, and on our own."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for cut in (cut for line in [*lines, behind_waw(lines), ours()] for cut in line):
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
            train([line for i, line in enumerate(lines) if i not in held], path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for cut in (cut for i in held for cut in lines[i]):
                good, unseen = right(tagger, cut), whole(cut) not in known
                tally.update({"words": 1, "right": good, "unseen": unseen, "unseen right": good and unseen})
                clitics = bool(cut[0] or cut[2])
                tally.update({"cut": clitics, "cut right": good and clitics, "uncut right": not clitics})
                tally.update({"no hamza right": right(tagger, without_hamza(cut))})
                if not good:
                    missed["+".join([*cut[0], f"[{cut[1]}]", *cut[2]])] += 1
            tagger.close()
    words, new = tally["words"], tally["unseen"]
    figures: dict[str, float] = {
        "words": words,
        "share unseen": 100 * new / words,
        "all words": 100 * tally["right"] / words,
        "unseen words": 100 * tally["unseen right"] / new,
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


def speed(words: Sequence[str]) -> tuple[float, float]:
    """Words a second with the finished model: from an empty cache, and once more over the same words."""
    segment.clear()
    segment.model()
    seconds: list[float] = []
    for _ in range(2):
        begun = time.perf_counter()
        for word in words:
            segment.segment(word)
        seconds.append(time.perf_counter() - begun)
    return len(words) / seconds[0], len(words) / seconds[1]


def write_card(figures: dict[str, float], rates: tuple[float, float], agreed: str, timed: str) -> None:
    """The card, with the digest of the model beside it."""
    data = TARGET.read_bytes()
    values = {
        "digest": hashlib.sha256(data).hexdigest(),
        "size": f"{len(data):,}",
        "words": f"{figures['words']:,.0f}",
        "unseen": f"{figures['share unseen']:.1f}",
        "table": "\n".join(f"| {name} | {value:.2f} |" for name, value in list(figures.items())[2:]),
        "options": ", ".join(f"{name} {value}" for name, value in OPTIONS.items()),
        "cold": f"{rates[0]:,.0f}",
        "warm": f"{rates[1]:,.0f}",
        "agreed": agreed,
        "timed": timed,
        "ours": f"{len(ours()):,}",
        "seed": str(SEED),
        "waw": f"{100 * WAW_SHARE:.0f}",
    }
    CARD.write_text(CARD_TEXT.format_map(values), encoding="utf-8")


def main() -> None:
    """Reads the command line, prints the figures, writes model and card."""
    parser = argparse.ArgumentParser(description="Trains the clitic tagger and writes its model and card.")
    parser.add_argument("corpus", type=Path, help="the vocalised corpus, WikiNewsTruth.txt")
    parser.add_argument("--reference", type=Path, help="the corpus, or part of it, as its annotators cut it")
    parser.add_argument("--news", type=Path, nargs="*", default=[], help="reports to time the tagger on, instead of the corpus")
    parser.add_argument("--dry", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    lines = read_vocalised(options.corpus.read_text(encoding="utf-8"))
    agreed = "The run that wrote this card was given no reference to compare them with."
    if options.reference:
        theirs = read_segmented(options.reference.read_text(encoding="utf-8"))
        pairs = list(agreement([cut for line in lines for cut in line], theirs))
        same = sum(our == their for our, their in pairs)
        agreed = f"Compared with the annotators' own cuts of {len(pairs):,} of its words, {same:,} are cut alike."
        print(agreed)
    figures, missed = cross_validate(lines)
    for name, value in figures.items():
        print(f"{name:24}{value:10,.2f}")
    print("most often wrong:", ", ".join(f"{word} ×{count}" for word, count in missed.most_common(20)))
    if options.dry:
        return
    MODELS.mkdir(exist_ok=True)
    train(lines, TARGET)
    texts = [path.read_text(encoding="utf-8") for path in options.news]
    words = [word for text in texts for word in WORD.findall(text)] or [whole(cut) for line in lines for cut in line]
    rates = speed(words)
    timed = f"{len(texts)} news reports ({len(words):,} words)" if texts else "the corpus itself"
    write_card(figures, rates, agreed, timed)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes; {rates[0]:,.0f} words/s, {rates[1]:,.0f} from a full cache")


if __name__ == "__main__":
    main()
