"""Words that say of an act that it is not the one told before in its sentence: فيما شن، رداً على، كان آخرها."""

from collections.abc import Sequence
from typing import Final

from rasad.events.compare import fits, named_again, own, same_place, same_victim
from rasad.events.draft import Draft
from rasad.events.within import places_within, within
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.clitics import FUSED
from rasad.lexicon.folding import fold
from rasad.model.mentions import LATER, SOONER, ActorMention, CasualtyMention, ResolvedPlace
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Words

_THAT: Final = wordclass.words("that_opener")
#: "Was the last of them", "among them": one of the acts that were told together.
_ONE_OF_THEM: Final = wordclass.words("one_of_them")
#: An attack that was answered is an act of its own (CODEBOOK 10).
_ANSWER: Final = wordclass.words("in_answer")
#: وردت القوات بقصف: verbs of answering, and words from one to the noun that it carries.
ANSWERS: Final = wordclass.words("answers")
_TO_ANSWER: Final = 8
#: تلتها، أعقبه: between two acts they say that the second came next.
_FOLLOWED: Final = wordclass.words("followed_it")
_HURTING: Final = wordclass.words("hurting")
_RELATIVES: Final = wordclass.words("relative")
#: Before an act that heads a sentence only as what the act behind it came with: بعد، عقب، تزامناً مع، رداً على.
_CIRCUMSTANCE: Final = wordclass.words("heads_circumstance")
_HEADS: Final = 3
#: Acts of which a report tells one: a deal, a convoy or an exchange told again is the same.
_ONCE: Final = frozenset({"AGREE", "AID", "COOPERATE"})
_DEEDS: Final = frozenset({"ASSAULT", "COERCE"})
#: Places that two acts share for more than being near each other.
_WIDE: Final = frozenset({"governorate", "country"})
_STRIKE: Final = "Air/drone strike"
_HARM: Final = frozenset({"killed", "injured", "killed_or_injured"})
#: Words before an act that say whether it is another one.
_BEFORE: Final = 2
#: Of force one incident is told by many verbs with many subjects: what tells those apart is in `compare`.
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "COOPERATE"})
#: Endings of whose somebody is.
_OWNED: Final = ("ها", "هم", "هما")
#: Acts in words to somebody; whoever is visited and whom the visitor meets there are one visit (CODEBOOK 10).
_TO_SOMEBODY: Final = frozenset({"REQUEST", "THREATEN"})


def in_sentence(a: Draft, b: Draft, reading: Reading) -> bool:
    """Whether act b, behind act a in its sentence, is told as another; a toll is of the act before it."""
    if _listed_with_its_toll(a, b, reading):
        return True
    if b.trigger.frame == "patient" or (b.trigger.voice == "passive" and fold(b.trigger.lemma) in _HURTING):
        return False
    words = reading.words
    if _recalled(a, words) and not b.definite and b.event_type == "ASSAULT" and a.trigger.last < b.trigger.first:
        return True
    if b.opened and a.clause != b.clause and by_a_verb(b, words):
        return True
    if told_later(a, b, reading) or _of_another_day(a, b, words) or answered(a, b, words):
        return True
    if _each_with_its_toll(a, b, reading):
        return True
    before = words.norm[max(a.trigger.last, b.trigger.first - _BEFORE) : b.trigger.first]
    if not b.definite and b.event_type == "ASSAULT" and _joined(a, b, words):
        return True
    if b.event_type != "ASSAULT" or (b.definite and not _told_now(b, words)):
        return False
    return not _ONE_OF_THEM.isdisjoint(before) or " ".join(before) in _ANSWER


def answered(a: Draft, b: Draft, words: Words) -> bool:
    """هاجم مسلحون حاجزاً …. وردت القوات بقصف المدينة: who answers did not do what he answers, and is named between the
    verb and the noun that it carries."""
    i, mine = b.trigger.first, b.of_role("source")
    if "ب" not in FUSED[words.norm[i]] or b.event_type != "ASSAULT" or not mine or a.trigger.first > i:
        return False
    verb = next((j for j in range(i - 1, max(0, i - _TO_ANSWER) - 1, -1) if words.norm[j] in ANSWERS), -1)
    theirs = a.of_role("source")
    if verb < a.trigger.last or not any(verb < m.first < i for m in mine) or not theirs:
        return False
    return {m.side or m.key for m in mine}.isdisjoint(m.side or m.key for m in theirs)


def told_later(a: Draft, b: Draft, reading: Reading) -> bool:
    """قصف مدرسة …، وبعد ساعات قصف منزلاً: between the two stands that the second came later."""
    if b.event_type in VERBAL_TYPES:
        return False
    dated = b.time is not None and b.time is not a.time and b.time.why.endswith((SOONER, LATER)) and b.time_from == "clause"
    if b.definite:  # وتجددت الاشتباكات بعدها بأسبوع
        return dated and a.time is not None and b.clause != a.clause
    last = max((t.last for t in (a.trigger, *a.merged) if t.last <= b.trigger.first), default=b.trigger.first)
    return any(t.why.endswith((SOONER, LATER)) for t in within(reading.times, last, b.trigger.first))


def _of_another_day(a: Draft, b: Draft, words: Words) -> bool:
    """هاجموا بلدة استعادها الجيش الخميس، وقتلوا ثلاثة: a verb that goes on with the sentence and did not take the day of what was
    told before it only in passing (`timing`)."""
    told = a.time is not None and a.time.shape == "point" and a.time_from == "clause" and not own(b.time_from)
    return told and b.clause[0] >= a.clause[1] and by_a_verb(b, words) and not b.definite and a.event_type in _DEEDS


def followed(a: Draft, b: Draft, words: Words) -> bool:
    """خرجت مظاهرة في X، تلتها وقفة: the verb between the two says that the second came next; the shots that follow a blast are of
    the one attack, a fight that follows a killing is not."""
    fought = b.trigger.frame == "mutual" != a.trigger.frame
    return (
        (a.event_type != "ASSAULT" or fought)
        and not b.definite
        and not _FOLLOWED.isdisjoint(words.norm[a.trigger.last : b.trigger.first])
    )


def _each_with_its_toll(a: Draft, b: Draft, reading: Reading) -> bool:
    """أفاد بإصابة مزارعين بانفجار عبوة، مشيراً إلى أن مسلحين هاجموا نقطة، ما أدى إلى مقتل عنصر: behind "that" a verb with a
    doer of its own, and people hurt on both sides of it."""
    that = next((i for i in range(a.trigger.last, b.trigger.first) if reading.words.norm[i] in _THAT), None)
    if that is None or b.event_type != "ASSAULT" or b.trigger.pos != "verb" or not b.of_role("source"):
        return False
    last = reading.words.sentences[b.sentence].last
    hurt = (within(reading.casualties, a.clause[0], that), within(reading.casualties, b.trigger.last, last))
    return all(any(not c.subset and c.high != 0 for c in claims) for claims in hurt)


def _listed_with_its_toll(a: Draft, b: Draft, reading: Reading) -> bool:
    """3 شهداء في قصف شقة بحي X، وشهيدان في قصف خيمة في Y: a list of acts, each behind its toll, each with a place of its own."""
    words, last = reading.words, max(t.last for t in (a.trigger, *a.merged))
    if a.event_type != "ASSAULT" or b.trigger.pos == "verb" or a.sentence != b.sentence or last > b.trigger.first:
        return False
    # no more than "in" stands between a toll and its act
    mine = [c for c in _exact(reading, last, b.trigger.first + 1) if b.trigger.first - c.last <= 1]
    if not mine or not words.norm[mine[-1].first].startswith("و") or not _exact(reading, a.clause[0], mine[-1].first):
        return False
    here, end = mine[-1].first, words.sentences[b.sentence].last
    after = next((c.first for c in _exact(reading, mine[-1].last, end)), end)
    there = places_within(reading.places, b.trigger.last, after)
    before = places_within(reading.places, min(t.first for t in (a.trigger, *a.merged)), here)
    return bool(there) and bool(before) and not any(fits(p, q) for p in before for q in there)


def _exact(reading: Reading, first: int, last: int) -> list[CasualtyMention]:
    """Claims of so many dead or hurt that begin at words [first, last), parts of others left out."""
    claims = within(reading.casualties, first, last)
    return [c for c in claims if c.kind in _HARM and c.low is not None and c.high != 0 and not c.subset]


def _recalled(a: Draft, words: Words) -> bool:
    """وتزامناً مع القصف، قامت القوات باستهداف …: what heads a sentence as a circumstance was told before."""
    if not a.definite or a.trigger.pos == "verb" or a.merged:
        return False
    first = words.sentences[a.sentence].first
    before = words.norm[first : a.trigger.first]
    return len(before) <= _HEADS and bool(before) and (before[-1] in _CIRCUMSTANCE or before[0].lstrip("و") in _CIRCUMSTANCE)


def _joined(a: Draft, b: Draft, words: Words) -> bool:
    """غارة على سيارة وغارة على منزل: the same noun, joined by و."""
    first = b.trigger.first
    same = b.trigger.pos != "verb" and fold(a.trigger.lemma) == fold(b.trigger.lemma)
    return same and any(prefix.startswith("و") for prefix, _ in words.analyses[first])


def _told_now(b: Draft, words: Words) -> bool:
    """الضربة التي طالت …: which one is said only behind it."""
    return not _RELATIVES.isdisjoint(words.norm[b.trigger.last : b.trigger.last + 2])


def by_a_verb(b: Draft, words: Words) -> bool:
    """A verb tells the act, or one that carries its noun to a place of its own (فيما شن الطيران غارات على مديريات رازح)."""
    if b.trigger.pos == "verb":
        return True
    light = light_verbs.load()
    carried = light.subject.among(words.norm, b.clause[0], b.trigger.first)
    return carried and not b.definite and (b.place_from == "clause" or bool(b.of_role("source")))


def by_another(a: Draft, b: Draft, words: Words) -> bool:
    """وهدد قائد الأركان بكذا, ووزعت جمعية محلية وقوداً: a verb with a subject of its own right behind it. Whoever goes on is not
    named anew, or with the article alone (وأضافت الجمعية)."""
    if b.event_type in _FORCE or not (_active(a) and _active(b)):
        return False
    mine, theirs = a.of_role("source"), b.of_role("source")
    # والتقى قائدها العام: somebody's own commander is as well whom he met
    right_behind = any(
        m.first in (b.trigger.first + 1, b.trigger.last) and not words.norm[m.first].endswith(_OWNED) for m in theirs
    )
    return bool(mine) and right_behind and _others(mine, theirs, words)


def to_another(a: Draft, b: Draft, words: Words) -> bool:
    """ودعا المواطنين إلى البقاء: words to others than before, by a verb of its own."""
    if b.event_type not in _TO_SOMEBODY or not _active(b) or named_again(a, b, words):
        return False
    mine, theirs = a.of_role("target"), b.of_role("target")
    return bool(mine) and bool(theirs) and _others(mine, theirs, words)


def _active(draft: Draft) -> bool:
    return draft.trigger.pos == "verb" and draft.trigger.voice != "passive" and draft.trigger.frame != "patient"


def _others(before: Sequence[ActorMention], now: Sequence[ActorMention], words: Words) -> bool:
    """Whether those named now are none of those before: told by words of which none was there, and by more than a noun with
    the article (الوزارة), which may mean one of them, unless it is of another class."""
    known = {stem for m in before for i in range(m.first, m.last) for _, stem in words.analyses[i]}
    classes = {m.actor_class for m in before}
    for m in now:
        alone = m.last - m.first == 1 and m.id is None and "ال" in words.norm[m.first][:4]
        named = any(stem in known for i in range(m.first, m.last) for _, stem in words.analyses[i])
        if named or (alone and m.actor_class in classes) or any(m.side == k.side for k in before):
            return False
    return True


def told_anew(a: Draft, b: Draft, words: Words) -> bool:
    """Whether the second is told as a new act: not by a noun that points back, and with a place of its own.

    It may still retell, with no other day of its own and a place that the first has too. Measured on 178 real reports:
    of the retellings of this kind that were joined before, more were acts of their own than retellings. A town or site that
    both name ties them on one day where the same word tells both, and air strikes by any word.
    """
    if b.definite or b.recalls or same_victim(a, b, words) or b.place_from != "clause" or b.event_type in _ONCE:
        return False
    if b.event_type == "PROTEST" and any(words.norm[m.first].lstrip("و").startswith("ال") for m in b.of_role("source")):
        return False  # وردد المحتجون: those who were told of before
    known = {p.mention.key for p in a.places}
    same_day = not own(b.time_from) or (a.time is not None and b.time is not None and a.time.start == b.time.start)
    if (
        same_day
        and (_words_shared(a, b) or a.sub_event == b.sub_event == _STRIKE)
        and any(_one_town(p, q) for p in a.places for q in b.places)
    ):
        return False
    if b.trigger.pos != "noun" or own(b.time_from):
        return True
    if b.trigger.frame == "mutual":  # the same fighting, with a place inside the first's or around it
        return not any(fits(p, q) for p in a.places for q in b.places)
    return not known & {p.mention.key for p in b.places}


def _one_town(p: ResolvedPlace, q: ResolvedPlace) -> bool:
    """One town or site, also of "around Mosul"."""
    if _WIDE & {p.mention.kind, q.mention.kind}:
        return False
    x, y = sorted((p.mention.key, q.mention.key), key=len)
    return same_place(p, q) or f" {y}".endswith(f" {x}")


def _words_shared(a: Draft, b: Draft) -> bool:
    """Whether one word told both."""
    return not {fold(t.lemma) for t in (a.trigger, *a.merged)}.isdisjoint(fold(t.lemma) for t in (b.trigger, *b.merged))
