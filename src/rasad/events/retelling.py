"""Whether two drafts tell of one act: what in the words, days, places, sides and tolls tells them apart or ties them."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rasad.events import another
from rasad.events.compare import counts_alike, named_again, own, places_differ, same_person, same_place, sides_differ, toll_parted
from rasad.events.days import dated_otherwise, days_apart, of_the_past, of_weeks_past
from rasad.events.draft import Draft
from rasad.events.governing import ARMED, UNARMED
from rasad.events.kinds import CAR_BOMB, STRIKES, TAKEN, kinds_differ
from rasad.events.subjects import after_another
from rasad.events.within import within
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import begins
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, CasualtyKind
from rasad.model.words import Words

#: Words with which a report turns to another matter.
_NEW_MATTER: Final = wordclass.words("new_matter")
#: Sentences behind the lead among which its act is told in full.
_FULL_WITHIN: Final = 2
_EARLIER: Final = wordclass.words("earlier")
#: Words from "before" to an act with a verb of exposure between.
_EARLIER_WITHIN: Final = 14
_EXPOSED: Final = wordclass.stems("exposed_stem")
_LATER: Final = wordclass.words("later")
_GUNFIRE: Final = wordclass.words("gunfire")
#: أطلق النار: with a verb of firing these are bullets.
_FIRE: Final = wordclass.words("gunfire_with_fires")
_FIRES: Final = wordclass.words("fires")
#: Done from afar or by a charge: not the act that bullets did.
_BLASTS: Final = CAR_BOMB | STRIKES
_QUOTES: Final = frozenset("\"“”«»'‘’([")
#: Words of one act looked at for its means.
_TOLD_BY: Final = 4
#: Words behind a trigger among which its means is named.
_MEANS_WITHIN: Final = 10
_OPEN_MEANS: Final = wordclass.words("open_means")
_RELATIVES: Final = wordclass.words("relative")
#: Words behind which a noun with the article is an act that was told, and beginnings of verbs whose subject it is.
_BEFORE_KNOWN: Final = wordclass.words("before_known_act")
_OF_RESULT: Final = wordclass.stems("of_known_act_stem")
_OTHER: Final = wordclass.words("another_one")
#: من جهة أخرى, في سياق منفصل: words of another story among the first of a sentence.
_TURNS: Final = wordclass.words("another_story")
_TURNS_WITHIN: Final = 4
_OPEN_STRIKE: Final = wordclass.words("open_strike")
#: Dead or hurt that two acts seldom have alike.
_MANY: Final = 4
_AND_IN: Final = frozenset({"وفي", "في"})
_ORDINALS: Final = (wordclass.words("first_one"), wordclass.words("second_one"), wordclass.words("third_one"))
#: With a place of its own, an act that was done too.
_TOO: Final = wordclass.words("done_too")


def opens_matter(draft: Draft, reading: Reading) -> bool:
    """Whether the draft's sentence opens with words that turn to another matter (في سياق متصل، كما، من جهة أخرى), or
    is an item of a list (🔴، -، •)."""
    first = reading.words.sentences[draft.sentence].first
    opening = reading.words.norm[first : first + 4]
    item = reading.words.kind[first] == "punct" and opening[0] not in _QUOTES
    if item or not _NEW_MATTER.isdisjoint(opening):
        return True
    return not _NEW_MATTER.isdisjoint(map(" ".join, pairwise(opening)))  # إلى ذلك is two words


def turning(reading: Reading) -> list[int]:
    """The sentences with which the report turns to another story (من جهة أخرى، في سياق منفصل)."""
    words = reading.words
    return [n for n, s in enumerate(words.sentences) if not _TURNS.isdisjoint(words.norm[s.first : s.first + _TURNS_WITHIN])]


def came_of(a: Draft, b: Draft, words: Words) -> bool:
    """اشتباكات إثر محاولة اغتيال, عقب مقتل وجيه: what the fighting came of is another act."""
    if a.trigger.frame != "mutual" or b.trigger.frame == "mutual" or b.definite or b.trigger.pos == "verb":
        return False
    return a.event_type == "ASSAULT" and after_another(words, b.trigger.first)


def retold(a: Draft, b: Draft, new_matter: bool, reading: Reading) -> bool:
    """Across sentences: nothing tells them apart; after words that open a new matter, something must tie them too."""
    words = reading.words
    if a.event_type != b.event_type or of_the_past(a, b, reading) or came_of(a, b, words):
        return False
    if _same_count(a, b) and _status_fits(a, b) and not (told_as_another(b, reading) or days_apart(a, b)):
        return True
    back = points_back(b, reading) or _hurt_in_it(b, words)
    if back and not (
        numbered_apart(a, b, words) or told_as_another(b, reading) or fight_beside(a, b) or _at_another_time(b, words)
    ):
        # A convoy is told of at each place on its way.
        return not days_apart(a, b) and (a.event_type == "AID" or not places_differ(a, b, ("clause",)))
    if not _status_fits(a, b):
        return False
    if only_hurt(a, b, reading):
        return True
    if kinds_differ(a, b) or _tolls_differ(a, b) or _told_apart(a, b, reading) or dated_otherwise(a, b):
        return False
    if b.event_type == "COERCE" and b.trigger.pos == "verb" and not (_whom_shared(a, b) or named_again(a, b, words)):
        return False  # داهمت … واعتقلت … of others: a verb of repression in another sentence tells another measure
    if b.event_type == "ASSAULT" and same_person(a, b, words):
        return True
    same_toll = toll_parted(a, b) or (not new_matter and counts_alike(a, b))
    if another.told_anew(a, b, words) and not same_toll:
        return False
    if sides_differ(a, b, "source") or (sides_differ(a, b, "target") and not named_again(a, b, words)):
        return False
    if another.by_another(a, b, words) or another.to_another(a, b, words):
        return False
    if places_differ(a, b, ("clause", "sentence")) and not (b.definite and b.event_type == "AID"):
        return False
    if a.event_type not in VERBAL_TYPES and (b.definite or b.recalls or _toll_shared(a, b, new_matter) or same_toll):
        # الهجوم على مسجد, where nobody was said to be struck before: the article is that of a genitive, not of what is known.
        return not b.definite or same_toll or not b.of_role("target") or bool(a.of_role("target"))
    if a.event_type in VERBAL_TYPES and a.event_type != "CONSULT":
        # Two demands are two acts unless the same side makes them.
        return bool({m.side for m in a.of_role("source")} & {m.side for m in b.of_role("source")})
    return not new_matter


def points_back(b: Draft, reading: Reading) -> bool:
    """وقد أسفر القصف عن، وأضاف أن الانفجار، بعد الغارات: a bare noun with the article names an act that was told. It opens its
    clause, stands behind a word of result or time, or brings no place and no day. Whoever told the act before may have
    called it otherwise, and its side was perhaps not read: neither tells the two apart."""
    words, trigger = reading.words, b.trigger
    if trigger.pos == "verb" or b.event_type in VERBAL_TYPES - {"CONSULT"}:
        return False
    if not any("ال" in prefix or prefix.startswith("لل") for prefix, _ in words.analyses[trigger.first]):
        return False
    if any(t.pos == "verb" and t.frame != "patient" and fold(t.lemma) not in _OPEN_MEANS for t in b.merged):
        return False  # وعقب الانفجار أطلقت القوات النار
    first = words.sentences[b.sentence].first
    at = next((i for i in range(trigger.first - 1, first - 1, -1) if words.norm[i] not in _QUOTES), None)
    if at is None or words.norm[at] == ":":
        return True
    if not _RELATIVES.isdisjoint(words.norm[trigger.last : trigger.last + 2]):
        return False  # الضربة التي وجهت للقدس: which one is said only now
    if b.place_from != "clause" and b.time_from != "clause":
        return True
    return words.norm[at] in _BEFORE_KNOWN or begins(words.norm[at], _OF_RESULT)


def _hurt_in_it(b: Draft, words: Words) -> bool:
    """وقُتل ثلاثة في الاشتباكات، توفيت خلال إطلاق النار: who was hurt in an act that a noun with the article names as known."""
    hurt = b.event_type == "ASSAULT" and (b.trigger.frame == "patient" or b.trigger.voice == "passive")
    return hurt and any(
        t.pos != "verb" and t.frame != "patient" and words.norm[t.first].lstrip("وب").startswith(("ال", "لل")) for t in b.merged
    )


def told_in_full(a: Draft, b: Draft, new_matter: bool, reading: Reading) -> bool:
    """What the lead tells is told in full in the next sentences. Measured on 168 real reports: of 84 acts of force in a
    lead with another of their type in the two sentences behind, 14 were two acts."""
    near = 0 < b.sentence - a.sentence <= _FULL_WITHIN and a.event_type == b.event_type
    if not near or new_matter or not _status_fits(a, b) or _told_apart(a, b, reading) or of_weeks_past(a, b, reading):
        return False
    if _in_another_place(a, b, reading):
        return False
    if a.event_type == "COERCE" and _counted_otherwise(a, b, ("detained",)):
        return False  # اعتقلت أربعة في X …، وأوقفت ستة في Y: other people were taken
    if kinds_differ(a, b) and (a.event_type != "ASSAULT" or TAKEN in (a.sub_event, b.sub_event)):
        return False  # a lead may call a bombing an attack, but not a kidnapping
    if {a.sub_event, b.sub_event} == STRIKES and not b.definite and not _strikes_openly(a) and not _strikes_openly(b):
        return False  # سقطت قذائف على X … وشنت الطائرات غارات
    if another.by_another(a, b, reading.words) or another.to_another(a, b, reading.words):
        return False
    other = sides_differ(a, b, "target") and not named_again(a, b, reading.words)
    return not (sides_differ(a, b, "source") or other or places_differ(a, b))


def _strikes_openly(draft: Draft) -> bool:
    """قصف سلاح الجو: a word that says neither gun nor aircraft."""
    return fold(draft.trigger.lemma) in _OPEN_STRIKE


def _told_apart(a: Draft, b: Draft, reading: Reading) -> bool:
    """Whether the words themselves tell of another act: another day, means or time, or one done by and to others."""
    words = reading.words
    if told_as_another(b, reading) or days_apart(a, b) or numbered_apart(a, b, words):
        return True
    # استهدفوا السيارة بعبوة تبعها إطلاق نار: the same blast; وعقب الانفجار أطلقت القوات النار: what came of it
    if (a.sub_event in _BLASTS and _shot(b, words) and (b.sub_event not in _BLASTS or _fires(b))) or (
        b.sub_event in _BLASTS and a.sub_event not in _BLASTS and _shot(a, words)
    ):
        return True
    if (not b.definite and _fought(a) and b.sub_event in _BLASTS) or fight_beside(a, b):
        return True
    if not b.definite and ((_two_armed(a) and _on_unarmed(b)) or (_two_armed(b) and _on_unarmed(a))):
        return True
    if a.event_type == "ASSAULT" and _struck_differ(a, b):
        return True
    if _at_another_time(b, words):
        return True
    # أحرقوا لاحقاً: what came next
    return b.trigger.pos == "verb" and not _LATER.isdisjoint(words.norm[b.trigger.last : b.trigger.last + 3])


def _at_another_time(b: Draft, words: Words) -> bool:
    """وسبق أن أحرقوا, سبق وتعرض ناشطان للاختطاف."""
    before = words.norm[max(b.clause[0], b.trigger.first - _EARLIER_WITHIN) : b.trigger.first]
    exposed = any(w.lstrip("وف").startswith(_EXPOSED) for w in before)
    return any(w.lstrip("ف") in _EARLIER for w in (before if exposed else before[-3:]))


def _struck_differ(a: Draft, b: Draft) -> bool:
    """One strikes only people without arms, the other only armed men."""
    x, y = ({m.actor_class for m in d.of_role("target")} for d in (a, b))
    armed = ARMED - {"unknown"}
    return bool(x and y) and ((x <= UNARMED and y <= armed) or (y <= UNARMED and x <= armed))


def _two_armed(draft: Draft) -> bool:
    """A fight of two armed sides."""
    return _fought(draft) and len({a.actor_class for a in draft.of_role("source")} & ARMED) > 1


def _on_unarmed(draft: Draft) -> bool:
    """Done to people without arms, and not two-sided."""
    alone = draft.event_type == "ASSAULT" and draft.trigger.frame != "mutual"
    return alone and any(a.actor_class in UNARMED for a in draft.of_role("target"))


def _shot(draft: Draft, words: Words) -> bool:
    """Whether the words behind the trigger say that it was done with bullets."""
    if draft.event_type != "ASSAULT":
        return False
    here = (t for t in (draft.trigger, *draft.merged[:_TOLD_BY]) if words.sentence[t.first] == draft.sentence)
    return any(
        w in _GUNFIRE or (w in _FIRE and fold(t.lemma) in _FIRES)
        for t in here
        for w in words.norm[t.first : min(draft.clause[1], t.last + _MEANS_WITHIN)]
    )


def _fires(draft: Draft) -> bool:
    """Whether a verb of firing tells it."""
    return any(fold(t.lemma) in _FIRES for t in (draft.trigger, *draft.merged[:_TOLD_BY]))


def fight_beside(a: Draft, b: Draft) -> bool:
    """A fight is not the strike told before; a noun with the article tells one only with its sides (المواجهات بين X وY)."""
    return _fought(b) and a.sub_event in _BLASTS and (not b.definite or bool(b.of_role("source")))


def _fought(draft: Draft) -> bool:
    """Two-sided fighting, which is not the shelling told beside it."""
    return draft.trigger.frame == "mutual" and draft.event_type == "ASSAULT"


def only_hurt(a: Draft, b: Draft, reading: Reading) -> bool:
    """Whether the second tells nothing but who was hurt, with nothing of its own: it is of the toll of the first."""
    return _only_victims(b) or (_only_toll(a, b) and not told_as_another(b, reading))


def _only_victims(b: Draft) -> bool:
    """هوية الضحايا، الإصابات: those hurt are named again, nothing new is told."""
    hurt = b.trigger.frame == "patient" and b.trigger.pos == "noun" and b.event_type == "ASSAULT"
    return hurt and b.definite and not b.of_role("source") and not own(b.place_from) and not own(b.time_from)


def _only_toll(a: Draft, b: Draft) -> bool:
    """كما أصيب عنصر في قدمه، وفي وقت لاحق توفيت امرأة: who was hurt, with no doer, place or day of its own, is of the toll of
    the act told before."""
    hurt = b.event_type == "ASSAULT" and (b.trigger.frame == "patient" or b.trigger.voice == "passive") and bool(b.casualties)
    alone = not (b.of_role("source") or own(b.place_from) or own(b.time_from))
    return hurt and alone and not kinds_differ(a, b) and not sides_differ(a, b, "target")


def told_as_another(draft: Draft, reading: Reading) -> bool:
    """انفجار آخر، هجوم مماثل، عبوة أخرى انفجرت، استهدفت أيضاً قرى …: the report says itself that it is another one."""
    words = reading.words
    hurt = draft.trigger.frame == "patient" or draft.trigger.voice == "passive"
    told_by = (t for t in draft.merged if words.sentence[t.first] == draft.sentence and t.pos != "verb" and t.frame != "patient")
    if hurt and any(w in _OTHER for t in told_by for w in words.norm[t.last : t.last + 1]):
        return True  # أصيب عشرة إثر غارة مماثلة
    if draft.trigger.frame == "patient":
        return False  # مقتل مدني وإصابة آخر: another person, not another act
    norm, first, last = reading.words.norm, draft.trigger.first, draft.trigger.last
    if within(reading.casualties, last, last + 2):
        return False  # وأصيب آخر
    if draft.trigger.pos == "verb" and draft.event_type == "ASSAULT" and first and norm[first - 1] in _OTHER:
        return True
    too = draft.place_from == "clause"
    return any(w in _OTHER or (too and w in _TOO) for w in norm[last : last + 2])


def _in_another_place(a: Draft, b: Draft, reading: Reading) -> bool:
    """وفي البصرة تقاتلت عشيرتان: a sentence that opens with where it happened, which the lead does not name."""
    words = reading.words
    first = words.sentences[b.sentence].first
    if not a.places or words.norm[first] not in _AND_IN:
        return False
    opening = [p for p in b.places if p.mention.first in (first + 1, first + 2)]
    return bool(opening) and not any(
        same_place(p, q) or (p.admin1 is not None and p.admin1 == q.admin1) for p in opening for q in a.places
    )


def numbered_apart(a: Draft, b: Draft, words: Words) -> bool:
    """استهدفت الغارة الأولى X …، واستهدفت الغارة الثانية Y: told each by its number and with its place."""
    x, y = (_number(d, words) for d in (a, b))
    return x != y and y > 0 and (x > 0 or y > 1) and b.place_from == "clause"


def _number(draft: Draft, words: Words) -> int:
    """Which one of several acts the words behind its noun say that it is, from 1; 0 where they do not."""
    told = (t for t in (draft.trigger, *draft.merged[:_TOLD_BY]) if t.pos != "verb")
    behind = {w for t in told for w in words.norm[t.last : t.last + 2]}
    numbers = [n for n, said in enumerate(_ORDINALS, 1) if not said.isdisjoint(behind)]
    return numbers[0] if len(numbers) == 1 else 0


def _tolls_differ(a: Draft, b: Draft) -> bool:
    """Both count the dead or hurt exactly, otherwise, and the second has a place or a day of its own."""
    if b.definite or not (own(b.place_from) or own(b.time_from)):
        return False
    return _counted_otherwise(a, b, ("killed", "injured", "abducted", "detained"))


def _counted_otherwise(a: Draft, b: Draft, kinds: Iterable[CasualtyKind]) -> bool:
    """Whether both count people of one kind exactly, and no number of the one is one of the other."""
    for kind in kinds:
        x, y = ([c for c in d.casualties if c.kind == kind and not c.subset] for d in (a, b))
        exact = all(c.low == c.high for c in x + y)  # عدد من الطلاب وسائقهم: no number of all
        if x and y and exact and {c.low for c in x}.isdisjoint(c.low for c in y):
            return True
    return False


def _toll_shared(a: Draft, b: Draft, new_matter: bool) -> bool:
    """Both count alike; one person hurt is no tie behind words that turn to another matter (في غضون ذلك، قتل شاب)."""
    x, y = ({(c.kind, c.low) for c in d.casualties if not c.subset} for d in (a, b))
    return any(not new_matter or (low or 0) > 1 for _, low in x & y)


def _same_count(a: Draft, b: Draft) -> bool:
    """Both count so many dead, hurt or taken, to the man: one act, whatever it is called and wherever it is put (of coded acts
    of force so told none was another, four were told twice)."""
    if a.event_type != "ASSAULT":
        return False
    x, y = ({(c.kind, c.low) for c in d.casualties if c.low == c.high and (c.low or 0) >= _MANY and not c.subset} for d in (a, b))
    return bool(x & y)


def _whom_shared(a: Draft, b: Draft) -> bool:
    """Whether both are done to the same people, by name or by noun."""
    return bool({m.side for m in a.of_role("target")} & {m.side for m in b.of_role("target")})


def _status_fits(a: Draft, b: Draft) -> bool:
    """An act that was done and one that goes on may be the same act told twice."""
    return a.status == b.status or {a.status, b.status} == {"occurred", "ongoing"}
