"""The inflected forms of a lexicon entry, folded. Third person only: that is what reports are written in.

The feminine plural (قتلن، أثنين) is left out: it is rare in reports and collides with common words (اثنين).

Weak verbs follow from their spelling: a past in ى or ا and a present in ي or و lose the last letter before -ت and -و.
"""

from collections.abc import Iterator
from typing import Final

from rasad.lexicon.folding import fold

_OBJECTS: Final = ("ه", "ها", "هم", "هما", "هن")
#: Letters of a past whose masdar is written alike (تجمع، تقدم): its dual تجمعا is the noun with its ending in reports.
_MASDAR: Final = 4
#: Letters of a past that is too short to lose one.
_SHORT: Final = 2
#: Letters of a root: a word that is longer and ends in ي is likely to be a nisba.
_ROOT: Final = 3
_POSSESSIVES: Final = ("ه", "ها", "هم", "هما", "هن", "نا")


def past_forms(past: str, *, objects: bool = True, ours: bool = False) -> Iterator[str]:
    """All third-person forms of a past tense, with object pronouns: قصف → قصف، قصفت، قصفوا، قصفهم …

    `objects`: whether the verb takes them; سيطرتها is no form of سيطر على. `ours`: also what a statement says of its own
    speakers (طالبنا، دعونا).
    """
    base = fold(past)
    weak = past.endswith(("ى", "ا")) and len(base) > 2
    cut = base[:-1] if weak else base
    yield base
    yield from (cut + end for end in ("ت", "تا"))
    yield (base[:-1] if past.endswith("ي") and len(base) > _SHORT else cut) + "وا"  # لقوا، توفوا
    if not weak and len(base) >= _ROOT and base[-1] not in "يو":
        yield base + "و"  # قتلو، داهمو: as many write it in posts
    if not (base[0] == "ت" and len(base) == _MASDAR):
        yield cut + ("يا" if past.endswith("ى") else "ا")
    if ours and len(base) > _SHORT:
        yield (cut + ("و" if past.endswith("ا") else "ي") if weak else base) + "نا"
    linked = base[:-1] + "ا" if weak else base
    for obj in _OBJECTS if objects else ():
        yield from (linked + obj, cut + "ت" + obj, cut + "و" + obj)


def present_forms(present: str, *, objects: bool = True, ours: bool = False) -> Iterator[str]:
    """All third-person forms of a present tense, with the future س and object pronouns: يقصف → تقصف، سيقصفون …

    `ours`: also what a statement says of its own speakers, and to whom (نطالب، نرفض، ندعوهم، نناشدكم).
    """
    base = fold(present)
    stem = base[1:]
    weak = stem[-1] in "يو" and len(stem) > 2 and not present.endswith(("ؤ", "ئ"))  # ينشئون
    cut = stem[:-1] if weak else stem
    if present.endswith("ى"):
        stem = base[1:-1] + "ي"
    for person in ("ي", "ت"):
        forms = [person + stem, person + cut + "ون", person + cut + "وا", person + stem + "ان", person + stem + "ا"]
        if objects:
            forms += [person + stem + obj for obj in _OBJECTS]
            forms += [person + cut + "ون" + obj for obj in ("ه", "ها", "هم")]
        for form in forms:
            yield form
            yield "س" + form
    if not weak and stem[-1] not in "يو":
        yield "ي" + stem + "و"  # عم يقصفو: so too
    if ours:
        yield from ("ن" + stem + end for end in ("", "كم", *(_OBJECTS if objects else ())))
        if stem.endswith("و"):
            yield "ن" + stem + "ا"  # ندعوا, as many write it


def noun_forms(form: str, *, dual: bool = False) -> Iterator[str]:
    """A noun with its case ending, sound dual, construct and possessive pronouns: غارة → غارات is NOT made, غارتها is.

    `dual`: also that of nouns without ة (صاروخين), for words that are looked for beside another; alone they collide (أمرين).
    """
    base = fold(form)
    yield base
    if form.endswith("ة"):
        yield from (base[:-1] + "ت" + end for end in ("ان", "ين", "ي"))
    elif base[-1] not in "اي" and not form.endswith("ء"):
        yield base + "ا"
        if dual and len(base) > 2:
            yield from (base + end for end in ("ان", "ين"))
    elif dual and form.endswith("ي") and len(base) > _ROOT:
        # A nisba is counted as a noun is (ترحيل عشرين سودانيا، أوقفت سودانيين).
        yield from (base + end for end in ("ا", "ان", "ين", "ون"))
    yield from owned_forms(form)


def owned_forms(form: str) -> Iterator[str]:
    """A noun with a possessive pronoun; its hamza takes the seat of its case (اعتداؤهم، اعتدائهم)."""
    base = fold(form)
    stem = base[:-1] + "ت" if form.endswith("ة") else base
    yield from (stem + end for end in _POSSESSIVES)
    if form.endswith("اء"):
        yield from (base[:-1] + seat + end for seat in "يو" for end in _POSSESSIVES)
