"""Which drafts are told and which only named: an act must have something of its own, more where its word is weak.

The shares are of records of 458 real reports that had been kept before; leaving out pays where less than one in three was coded.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rasad.events import another, clauses, features
from rasad.events.demands import to_assemble
from rasad.events.draft import Draft, Dropped
from rasad.events.governing import ARMED, PREPOSITIONS
from rasad.events.kinds import STRIKES, kinds_differ
from rasad.events.retelling import told_as_another
from rasad.events.within import within
from rasad.lexicon import light_verbs, triggers, wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import TimeMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, EventType
from rasad.model.words import Words

#: Dead and hurt of one act; the largest coded has just over a thousand, and a noun or verb of its own.
_WAR: Final = 1000
#: Days that make a time a period, of which counts are no acts (CODEBOOK 10).
_PERIOD: Final = 20
#: Acts or persons in the course of such a time that are a count of it, and words from "in the course of" to the time.
_MANY: Final = 10
_IN_THE_COURSE: Final = wordclass.words("over_a_time")
_COURSE_WITHIN: Final = 2
#: Sentences that open a report, and days before publication of which news is told.
_OPENING: Final = 2
_LATELY: Final = 7
_SUMMED: Final = frozenset({"ASSAULT", "COERCE"})
#: Words of a post's beginning, and between "does as a rule" and the noun of what is done.
_BEGINS_WITH: Final = 4
_DOES: Final = wordclass.words("does_as_a_rule")
_DOES_WITHIN: Final = 3
_ANSWER: Final = wordclass.words("answer")
_COUNTS: Final = wordclass.words("counts")
#: سلسلة هجمات، حوادث قتل: several acts in one word, so many words before the act.
_SERIES: Final = wordclass.words("series_of_acts")
_SERIES_WITHIN: Final = 2
#: Acts looked back over for one of a kind: more than any hand-coded report holds.
_EARLIER: Final = 60
#: Measures that are acts of their own wherever they are told.
_OF_THEIR_OWN: Final = frozenset({"Arrests", "Looting/property destruction"})
_WARNINGS: Final = wordclass.words("warning")
#: من أنه، من أنها before what the one who warns will do, so near to the warning.
_THAT_HE: Final = wordclass.words("that_they")
_WILL: Final = frozenset({"سي", "ست"})
_WARNED_WITHIN: Final = 8
_FORCE: Final = frozenset({"ASSAULT", "PROTEST"})
#: Told in one word, whose sides and place the sentence before has.
_DEALS: Final = frozenset({"AGREE", "CONCEDE"})
#: Coming, going and what was talked of, within so many sentences of the meeting.
_PARTS_OF_VISIT: Final = wordclass.words("part_of_a_visit")
_VISIT_WITHIN: Final = 3
_AHEAD: Final = frozenset({"planned", "demanded"})
_DONE: Final = frozenset({"occurred", "ongoing"})
#: What a protest says, its demands as a noun, and endings of what many did.
_VOICED: Final = frozenset({"REQUEST", "ACCUSE", "SUPPORT"})
_DEMANDS: Final = wordclass.words("demand_noun")
_OF_MANY: Final = ("وا", "ين", "ون")
_FELL: Final = frozenset({"سقط", "سقطت", "سقطا", "سقطتا", "انفجر", "انفجرت"})
_SUBJECT_WITHIN: Final = 3
_VEHICLES: Final = triggers.objects()["@war_vehicle"]
_VEHICLES_WITHIN: Final = 3
_CURFEW: Final = frozenset({"طواري", "تجول", "تجوال", "للتجوال", "للتجول"})
#: What persons without arms or office do in weak words (دخل، سلّم، دعم) is their own affair.
_OF_FORCES: Final = frozenset({"MOBILIZE", "COERCE", "RETREAT", "AID", "SUPPORT"})


def told(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """(acts that are told, those left out with reasons). Drafts in the order of the text.

    What is only doubted is left out of a bare sentence; in a report the learned weights decide, which know how others like it
    were coded.
    """
    kept, dropped = [], []
    before: set[EventType] = set()
    earlier: list[Draft] = []
    protested, counted = False, bool(drafts) and _counts_a_period(reading)
    bare = features.alone(reading)
    for draft in drafts:
        why = _no_act(draft, reading)
        if draft.sentence > drafts[0].sentence:
            why = why or _as_a_rule(draft, reading.words)
        if counted and draft.event_type in _SUMMED and not _of_a_day(draft):
            why = why or "a count over a period, as the report's opening says"
        if protested:
            why = why or _demanded_there(draft, reading.words)
        again = any(not kinds_differ(d, draft) for d in earlier[-_EARLIER:] if d.event_type == draft.event_type)
        doubt = _doubt(draft, reading) or (_again(draft, before, reading) if again else None)
        draft.doubt = doubt or _with_others(draft, drafts) or ""
        opens = draft.trigger.first == reading.words.sentences[draft.sentence].first and draft.trigger.pos != "verb"
        if bare and (opens or len(drafts) == 1) and _told_alone(draft, reading.words):
            draft.doubt = ""
        why = why or (draft.doubt if bare else None)
        if why:
            dropped.append(Dropped(draft.trigger, why))
        else:
            kept.append(draft)
        if not draft.headline:
            before.add(draft.event_type)
            earlier.append(draft)
        protested = protested or (draft.event_type == "PROTEST" and draft.status in _DONE)
    return kept, dropped


def _told_alone(draft: Draft, words: Words) -> bool:
    """الإفراج عن عشرين مهاجراً من مركز في X, شهدت المدينة عملية اغتيال, وصلت إلى X طائرة مساعدات: the noun that opens a bare
    sentence, or that a verb only carries, or the verb of what things do, with one thing of its own; a move needs armed men."""
    t, first = draft.trigger, words.sentences[draft.sentence].first
    done_by = t.pos == "verb" and t.frame != "bare" and t.voice != "passive"  # أُعيد فتح الطريق: nobody does it
    if done_by or (draft.event_type == "MOBILIZE" and not _armed(draft)) or not _own(draft):
        return False
    if t.first == first:
        return True
    light = light_verbs.load()
    bare = not draft.definite and words.norm[t.first - 1] not in PREPOSITIONS  # تحدث عن استهداف المدنيين
    return bare and light.subject.among(words.norm, draft.clause[0], t.first)


def _no_act(draft: Draft, reading: Reading) -> str | None:
    """Why a draft is certainly no told act, or None."""
    warns = draft.event_type == "THREATEN" and fold(draft.trigger.lemma) in _WARNINGS
    told_not_to = draft.trigger.strength == "sure" and not draft.headline  # حذرت أطراف النزاع من تكرار …
    told_not_to = told_not_to or _will_do(draft, reading.words)
    if warns and not told_not_to and not _armed(draft):
        return "a warning of a danger, not a threat"
    if draft.trigger.frame == "patient" and any((c.low or 0) >= _WAR and not c.subset for c in draft.casualties):
        return "the toll of a whole war"
    if draft.event_type not in _SUMMED or not _over_a_period(draft):
        return None
    words, first = reading.words, draft.trigger.first
    before = words.norm[words.sentences[draft.sentence].first : first]
    if any(w in _COUNTS or w[1:] in _COUNTS for w in before):
        return "a count over a period"
    if _counted_over(draft, reading):
        return "a count over a period"
    several = _plural(draft, words) or any(w.removeprefix("ال") in _SERIES for w in before[-_SERIES_WITHIN:])
    if several and draft.trigger.frame != "mutual" and not draft.of_role("source"):
        return "acts of a period, told together"
    return None


def _will_do(draft: Draft, words: Words) -> bool:
    """محذرة من أنها سترد: a warning of what the speaker will do is a threat (CODEBOOK 10)."""
    said = words.norm[draft.trigger.last : min(draft.clause[1], draft.trigger.last + _WARNED_WITHIN)]
    return any(v in _THAT_HE and (w[:2] in _WILL or w == "سوف") for v, w in pairwise(said))


def _counted_over(draft: Draft, reading: Reading) -> bool:
    """اعتقلت خلال الشهر الماضي ثلاثين شاباً, نفذ 1872 اعتداء خلال كانون الثاني: many, in the course of a month or more."""
    time, words = draft.time, reading.words
    if time is None or _IN_THE_COURSE.isdisjoint(words.norm[max(0, time.first - _COURSE_WITHIN) : time.first + 1]):
        return False
    before = words.norm[draft.trigger.first - 1] if draft.trigger.pos != "verb" and draft.trigger.first else ""
    many = before.isdigit() and int(before) >= _MANY
    return many or any((c.best or c.low or 0) >= _MANY for c in draft.casualties if not c.subset)


def _doubt(draft: Draft, reading: Reading) -> str | None:
    """Why a draft may be only named, or None."""
    words = reading.words
    if draft.headline and draft.time_from != "clause" and not draft.casualties:
        return "only the headline names it, without a day or a toll"  # 2 of 16
    if draft.trigger.strength == "weak" and draft.event_type in _OF_FORCES and _only_civilians(draft):
        return "a weak word for what civilians did"  # 1 of 14
    if draft.event_type == "COERCE" and draft.trigger.pos == "verb" and _beside(draft) and not _imposes(draft, words):
        return "a measure beside another: no place, person or toll of its own"  # 1 of 5
    named = None if draft.event_type in VERBAL_TYPES else _named_only(draft, reading)
    return _nobodys(draft, words) or named or _in_general(draft, words)


def _nobodys(draft: Draft, words: Words) -> str | None:
    """مقابل إطلاق سراح الشيخ (4 of 21 coded), بعد انتشار عناصر (4 of 25): an act that is named beside another, but not what a
    source tells (أفادت مصادر بالإفراج عن الضابط)."""
    if draft.status not in ("occurred", "ongoing") or draft.merged or draft.event_type in VERBAL_TYPES:
        return None
    if draft.event_type == "RETREAT" and draft.trigger.pos != "verb" and draft.trigger.frame == "agent":
        told = bool(draft.sources) and words.norm[draft.trigger.first].startswith("ب")
        return None if told else "a release that one noun names"
    if draft.trigger.frame != "self" or draft.of_role("source") or draft.event_type == "PROTEST":
        return None
    if draft.event_type == "MOBILIZE" and draft.place_from == "clause" and _by_vehicles(draft, words):
        return None
    return "a move that nobody makes" if _own(draft) < 2 or draft.trigger.strength == "weak" else None


def _by_vehicles(draft: Draft, words: Words) -> bool:
    """مدرعات وآليات إضافية تصل إلى القاعدة: armoured vehicles right beside the verb of a move are who makes it."""
    t = draft.trigger
    beside = range(max(draft.clause[0], t.first - _VEHICLES_WITHIN), min(draft.clause[1], t.last + _VEHICLES_WITHIN))
    return t.pos == "verb" and any(not _VEHICLES.isdisjoint(words.stems[i]) for i in beside)


def _beside(draft: Draft) -> bool:
    """وطوقت المجمع، وأغلقت المدخل: measures that name no place, person or toll of their own; an arrest always takes somebody,
    looting something."""
    dated = draft.time_from == "clause" and draft.of_role("source")  # قالت القوات اليوم إنها فرضت حظراً
    own = bool(draft.place_from != "story" or draft.casualties or draft.of_role("target") or dated)
    return not own and draft.trigger.sub_event not in _OF_THEIR_OWN


def _imposes(draft: Draft, words: Words) -> bool:
    """وفرض المجلس حالة الطوارئ: a curfew or a state of emergency is an act of its own wherever it is told."""
    said = words.norm[draft.trigger.first : min(draft.clause[1], draft.trigger.last + _SUBJECT_WITHIN + 1)]
    return any(w.removeprefix("ال") in _CURFEW for w in said)


def _named_only(draft: Draft, reading: Reading) -> str | None:
    """An act needs a side, place, day or toll of its own, a noun of force more than a day. Fighting, of which somebody is
    always told, needs two of them, and so does a weak word unless armed men or protesters are the subject of its verb: 1 of 5."""
    words, day = reading.words, draft.time_from == "clause"
    if draft.event_type == "ASSAULT" and told_as_another(draft, reading):
        return None  # وأضاف أن عبوة أخرى انفجرت، وقال إن اشتباكات دارت أيضاً في محيط X
    own = _own(draft)
    if own == day and not (day and (draft.trigger.pos == "verb" or draft.event_type not in _FORCE)):
        return "named only: no side, place or toll of its own"
    denied = draft.status == "denied" and draft.trigger.pos != "verb" and draft.place_from == "clause"
    if own > 1 or draft.status in _AHEAD or denied:
        return None  # نفت الفصائل استهداف بلدة كذا
    if draft.event_type in _DEALS:
        reached = words.norm[draft.trigger.first - 1] == "الي"  # التوصل إلى اتفاق، أفضت إلى اتفاق
        named = draft.trigger.strength == "weak" and draft.trigger.pos != "verb" and not day and not reached
        return "a deal that one noun names, with one side or place" if named else None  # 1 of 9
    if draft.event_type == "ASSAULT" and draft.trigger.frame == "mutual":
        return "fighting named only: one of side, place, day and toll"
    fell = words.norm[draft.trigger.last : draft.trigger.last + 1]  # إن قذيفة سقطت داخل المقر
    if fell and fell[0] in _FELL:
        return None
    weak = all(t.strength == "weak" for t in (draft.trigger, *draft.merged))
    if weak and not (_crowd_or_armed(draft) and _as_a_verb(draft, words)):
        return "a weak word with only one of side, place, day and toll"
    return None


def _in_general(draft: Draft, words: Words) -> str | None:
    """معظم عمليات الخطف، تشهد المدينة تفجيرات: acts in the plural that nobody does and nothing else tells (2 of 17)."""
    told = draft.of_role("source") or draft.merged or draft.status in _AHEAD or draft.event_type in VERBAL_TYPES
    # سلسلة غارات عنيفة على X، والحصيلة 11 شهيداً: strikes that have a place
    told = told or (draft.sub_event in STRIKES and draft.place_from == "clause" and not draft.definite)
    if not _plural(draft, words) or told or draft.trigger.frame == "mutual" or another.by_a_verb(draft, words):
        return None  # شن العدو غارات على بلدات
    return "acts in general, that nobody does"


def _plural(draft: Draft, words: Words) -> bool:
    return draft.trigger.pos != "verb" and words.norm[draft.trigger.first].endswith("ات")


def _counts_a_period(reading: Reading) -> bool:
    """سُجلت خلال تشرين الأول الفائت 10 حملات: whether the opening counts the acts of a month or more and names no day of late."""
    words, published = reading.words, reading.published
    told = [s for s in words.sentences if s.role != "furniture"][:_OPENING]
    times = [t for s in told for t in within(reading.times, s.first, s.last)]
    if any(t.precision == "day" and t.start and (published - t.start).days <= _LATELY for t in times):
        return False
    opened = min((words.sentence[t.first] for t in times if _long(t)), default=None)
    if opened is None:
        return False
    # وثق المرصد مقتل سبعة في هجوم. وبذلك يرتفع العدد منذ مطلع العام: what is summed behind it takes nothing from the act
    counts = (w for s in told if words.sentence[s.first] >= opened for w in words.norm[s.first : s.last])
    return any(w in _COUNTS or w[1:] in _COUNTS for w in counts)


def _of_a_day(draft: Draft) -> bool:
    """Whether the act has a time of its own that is no period."""
    return draft.time_from == "clause" and draft.time is not None and not _long(draft.time)


def _as_a_rule(draft: Draft, words: Words) -> str | None:
    """حملة تستهدف خلايا، تقوم بالاعتداء على القرى: what is done as a rule, or what something is for. A report tells acts in the
    past; a short post or an item that tells one in the present begins with it."""
    t, first = draft.trigger, words.sentences[draft.sentence].first
    if draft.event_type != "ASSAULT" or draft.status not in ("occurred", "ongoing") or draft.headline:
        return None
    behind = t.first - first > _BEGINS_WITH and words.norm[t.first - 1] != "ان"  # قبل أن تفتح النار: once
    if t.pos == "verb" and behind and clauses.present(words.norm[t.first], fold(t.lemma)):
        return "done as a rule: a verb of the present behind the beginning"
    doing = any(w.lstrip("وف") in _DOES for w in words.norm[max(first, t.first - _DOES_WITHIN) : t.first])
    if doing and draft.time_from != "clause" and not draft.casualties:
        return "done as a rule (تقوم ب…)"
    return None


def _over_a_period(draft: Draft) -> bool:
    """Whether its own time is a month, a year or as long."""
    return draft.time is not None and draft.time_from in ("clause", "sentence") and _long(draft.time)


def _long(time: TimeMention) -> bool:
    """A month, a year or as long."""
    long = time.start is not None and time.end is not None and (time.end - time.start).days >= _PERIOD
    return long or time.precision in ("month", "year")


def _again(draft: Draft, before: set[EventType], reading: Reading) -> str | None:
    """ومنعوه، وفرضت طوقاً (7 of 28); a noun that nobody is quoted for (6 of 27): after an act of its type one thing of its
    own makes no other act."""
    if draft.event_type not in before - _DEALS or draft.status in _AHEAD or _own(draft) != 1:
        return None
    i, words = draft.trigger.first, reading.words
    if draft.opened and draft.event_type == "ASSAULT" and draft.of_role("source") and another.by_a_verb(draft, words):
        return None  # في حين شن التنظيم هجوماً على مناطق في وسط البلاد
    if words.norm[draft.clause[0]] in _ANSWER:
        return None  # رداً على قصف X: what was answered is coded (CODEBOOK 10)
    if words.norm[i].startswith("و") and i > words.sentences[draft.sentence].first:
        return "joined to an act of its type, with one thing of its own"
    named = draft.trigger.pos != "verb" and not draft.sources
    return "a noun for an act of a type told before, with one thing of its own" if named else None


def _demanded_there(draft: Draft, words: Words) -> str | None:
    """وطالب الأهالي، مطالبين: behind a protest the words of people without arms or office are its own (CODEBOOK 10), but for a
    call to assemble or words of a day of their own; 19 of 23 on real reports."""
    if draft.event_type not in _VOICED or draft.status in _AHEAD or draft.time_from == "clause":
        return None
    first, source = draft.trigger.first, draft.of_role("source")
    theirs = {a.actor_class for a in source} <= {"protesters", "civilians"}
    named = draft.trigger.pos != "verb" and fold(draft.trigger.lemma) in _DEMANDS
    behind_it = any(0 <= a.first - draft.trigger.last < _SUBJECT_WITHIN for a in source)  # not a body named before
    if not theirs or not (behind_it or named or words.norm[first].endswith(_OF_MANY)):
        return None
    return None if to_assemble(words, draft.trigger.last, draft.clause[1]) else "a demand of the protest"


def _with_others(draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """What stands beside an act in words or needs one: a visit with its talks is one act (CODEBOOK 10), and a deal without a
    day that is all its sentence tells is only named (0 of 12)."""
    if draft.event_type == "AGREE" and draft.trigger.strength == "weak" and draft.time_from != "clause":
        alone = all(d is draft or d.sentence != draft.sentence for d in drafts)
        return "a deal without a day, and nothing else in its sentence" if alone else None
    if draft.event_type != "CONSULT" or not _part_of_visit(draft):
        return None
    talks = [d for d in drafts if d is not draft and d.event_type == "CONSULT" and not d.headline]
    near = [d for d in talks if abs(d.sentence - draft.sentence) <= _VISIT_WITHIN and not _another_visit(draft, d)]
    if any(not _part_of_visit(d) or d.sentence < draft.sentence for d in near):
        return "part of the visit or meeting told beside it"
    return None


def _another_visit(draft: Draft, other: Draft) -> bool:
    """Whether one is done and the other to come (CODEBOOK 10), or somebody else goes elsewhere."""
    if (draft.status in _AHEAD) != (other.status in _AHEAD):
        return True
    shared = {a.key for a, _ in draft.actors} & {a.key for a, _ in other.actors}
    return draft.place_from == "clause" and bool(draft.actors) and not shared


def _part_of_visit(draft: Draft) -> bool:
    return fold(draft.trigger.lemma) in _PARTS_OF_VISIT and not draft.headline


def _own(draft: Draft) -> int:
    """How many of doer, sufferer, place, day and toll the clause has; a noun that recalls without a day has no sufferer."""
    recalled = draft.timeless and draft.trigger.pos == "noun"  # شارك سابقاً في عمليات اعتقال
    sides = bool(draft.of_role("source")) + (bool(draft.of_role("target")) and not recalled)
    return sides + (draft.place_from == "clause") + (draft.time_from == "clause") + bool(draft.casualties)


def _armed(draft: Draft) -> bool:
    return any(a.actor_class in ARMED and a.actor_class != "unknown" for a in draft.of_role("source"))


def _as_a_verb(draft: Draft, words: Words) -> bool:
    """A verb, or the noun of one that only carries it (قامت القوات بإنشاء نقطة، أقدمت دورية على اجتياز السياج)."""
    first = draft.trigger.first
    carried = words.norm[first].startswith("ب") or words.norm[first - 1] == "علي"
    return draft.trigger.pos == "verb" or (carried and another.by_a_verb(draft, words))


def _crowd_or_armed(draft: Draft) -> bool:
    return _armed(draft) or any(a.actor_class == "protesters" for a in draft.of_role("source"))


def _only_civilians(draft: Draft) -> bool:
    return {a.actor_class for a in draft.of_role("source")} == {"civilians"}
