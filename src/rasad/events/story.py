"""What an act takes from the story it stands in: time and place of the sentence that introduces it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from rasad.events import whom
from rasad.events.clauses import participle
from rasad.events.compare import places_differ
from rasad.events.days import over
from rasad.events.draft import Draft
from rasad.events.scenes import Scenes
from rasad.events.tense import is_past
from rasad.events.within import places_within, within
from rasad.lexicon import wordclass
from rasad.model.mentions import IN_A_ROW, ResolvedPlace, TimeMention
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Words

#: Types that have no place of their own unless the report names one beside them (CODEBOOK 10).
_LED: Final = frozenset({"من", "الي", "نحو", "باتجاه", "عن"})
PLACELESS: Final = VERBAL_TYPES | {"CONCEDE", "SANCTION"}
#: Drafts looked at before and behind one for what its sentence leaves out; a sentence of the reports has at most 9.
RECENT: Final = 12
#: What is announced without a place is for a whole country or none: a strike next week, a truce that is asked for.
_ANYWHERE: Final = frozenset({"PROTEST", "AGREE"})
#: Days over which a story is told.
_STORY_DAYS: Final = 3
_EARLIER: Final = wordclass.words("earlier")
#: Before a deal that was made before the act that carries it out.
_CARRIED_OUT: Final = wordclass.words("carrying_out")
_HAD: Final = wordclass.words("had")
_AND_HAD: Final = frozenset(w for w in _HAD if w.startswith("و"))
_BEFORE: Final = wordclass.words("what_came_before")
_NOTED: Final = wordclass.words("noted_in_passing")
#: Words from قد to a noun that its verb governs.
_BESIDE: Final = 3
#: Words from an act right behind كان to قد.
_TO_QAD: Final = 6
#: Words from كان that opens a sentence to the act it puts before the story.
_TO_ACT: Final = 8
#: Words behind إضراب to "from food".
_FOOD_WITHIN: Final = 5
#: جاء ذلك بعد …
_CAME: Final = wordclass.words("it_came")
#: Words for a charge or trial, and how near to them the act stands that they are about.
_TRIED: Final = wordclass.words("charge_or_trial")
_TRIED_WITHIN: Final = 4
#: Words of a sentence that tells something; a line of fewer is a date, a place or a name.
_TELLS: Final = 6
#: باتجاه، نحو
_TOWARDS: Final = wordclass.words("towards")
_RELATIVES: Final = wordclass.words("relative")
_MARKS: Final = frozenset("،؛,-")
#: What sets a sentence apart from the story, and how far into it that stands.
_APART: Final = "منفصل"
_OPENS_WITHIN: Final = 5
#: Parts of a day without the day.
_PART: Final = wordclass.words("part_of_the_day_alone")
#: Days that an act may lie before the story and still be taken for a part of it.
_SAME_STORY: Final = 2


def _background(draft: Draft, words: Words, *, old: bool) -> bool:
    """بعد أوامر، عقب الاشتباكات، متهم بجريمة القتل: told as what came before (CODEBOOK 10: no time, no date).

    `old`: the day of its sentence is older than yesterday.
    """
    first, opening = draft.trigger.first, words.sentences[draft.sentence].first
    if not _NOTED.isdisjoint(words.norm[opening : opening + 2]):
        return True  # يذكر أن بعض الفصائل رفضت الخروج
    near, wider = words.norm[max(0, first - 3) : first], words.norm[max(draft.clause[0], first - 8) : first]
    if any(w in _PART for w in words.norm[first : draft.clause[1]]) and draft.trigger.pos == "verb":
        return False  # وكانت القوة قد اعتقلته فجراً: of the story's day
    if words.norm[opening] in _AND_HAD and draft.status == "occurred" and _done(draft, words) and first - opening <= _TO_ACT:
        return True  # وكان هجوم آخر استهدف المخفر، وكانت وسائل إعلام تحدثت عن انسحاب القوات
    if draft.trigger.pos == "verb":
        done_before = "قد" in near and any(w in _HAD for w in wider)
        return done_before or any(w in _EARLIER for w in near) or (near[-1:] == ["كانوا"] and first > opening + 1)
    if any(w in _TRIED for w in wider[-_TRIED_WITHIN:]) or any(w in _EARLIER for w in wider):
        return True
    had = words.norm[opening:first]
    if "قد" in near[-_BESIDE:] and not _HAD.isdisjoint(had):
        return True  # وكان الجنود المنقطعون بسبب الحرب قد نفذوا عدة احتجاجات
    if had[-1:] and had[-1] in _HAD and "قد" in words.norm[first : draft.trigger.last + _TO_QAD]:
        return True  # وكانت تظاهرات للأهالي قد خرجت
    # ويأتي هذا التطور بعد دعوات …: history; what is told behind an act as what it came after (انسحبوا بعد اشتباكات) is of its
    # day: 13 of 17 coded ones.
    return any(w in _BEFORE for w in near[-2:]) and (any(w.removeprefix("و") in _CAME for w in had) or (old and not draft.merged))


def _done(draft: Draft, words: Words) -> bool:
    """Not a verb in the present: وكانت القوات تقصف is of the story's time."""
    return draft.trigger.pos != "verb" or is_past(draft.trigger, words)


def _only_named(draft: Draft, words: Words) -> bool:
    """استجابة لتعليمات …، في إشارة إلى الدعوات …: known from before; a participle (مطالبين) tells what its subject did."""
    first = draft.trigger.first
    if draft.event_type == "AGREE" and draft.trigger.pos != "verb" and words.norm[first - 1] in _CARRIED_OUT:
        return True  # تنفيذاً لاتفاق أبرمه الجانبان
    named = draft.event_type in ("REQUEST", "REJECT") and draft.trigger.pos == "noun" and first > draft.clause[0] + 1
    return named and draft.status == "occurred" and not participle(words, first)


def _tagged(words: Words, i: int) -> bool:
    """Whether a word is a hashtag of the post; one that a preposition leads to (الإسعاف من #مصراتة) is a word of its text."""
    tagged = words.start[i] > 0 and words.text[words.start[i] - 1] == "#"
    return tagged and not (i and words.norm[i - 1] in _LED)


def by_hashtag(drafts: Sequence[Draft], reading: Reading) -> None:
    """شهيد بغارة على سيارة قرب المدرسة #الشيخ_عثمان #عدن: where a post is, for acts of which no place is known to the map."""
    words = reading.words
    located = (p for p in reading.places if p.id and p.latitude is not None and p.mention.kind != "country")
    tags = [p for p in located if any(_tagged(words, k) for k in range(p.mention.first, p.mention.last))]
    tags = [p for n, p in enumerate(tags) if p.id not in {q.id for q in tags[:n]}]
    if not tags or len({p.admin1 for p in tags}) > 1:
        return  # a list of posts, each with its own
    for draft in drafts:
        if draft.event_type in PLACELESS or any(p.latitude is not None for p in draft.places):
            continue
        regions = {p.admin1 for p in draft.places if p.admin1}
        if not regions or regions == {tags[0].admin1}:
            draft.places += tags
            draft.place_from = draft.place_from if draft.places != tags else "story"
            draft.notes.append("place: the hashtag of the post")


def fill(drafts: Sequence[Draft], reading: Reading) -> None:
    """Time and place of the sentence that introduces the story, for what names none."""
    lead = _introduction(drafts, reading)
    until = _until(lead, reading)
    old = reading.words.sentence[lead.first] if lead is not None and over(lead, reading) else -1
    opening = next((d for d in drafts if not d.headline), None)
    # أدانت النقابة مقتل طبيب أمس … وطالبت: what is said is the news, and its day is not that of the deed
    spoken = opening is not None and opening.time is None and opening.event_type in VERBAL_TYPES
    lead_place = next(filter(_lends, drafts), None)
    scenes = cache(lambda: Scenes(drafts, reading))
    for n, draft in enumerate(drafts):
        around = drafts[max(0, n - RECENT) : n + RECENT]
        if draft.timeless:
            pass
        elif draft.time is None and _background(draft, reading.words, old=draft.sentence == old):
            draft.timeless = True
            draft.notes.append("date: none, what came before is told without a time")
        elif draft.time is None and lead is not None and _of_whom(draft, lead, reading):
            draft.timeless = True
            draft.notes.append("date: none, it tells which person or side is meant")
        elif draft.time is None and _only_named(draft, reading.words):
            draft.timeless = True
            draft.notes.append("date: none, a demand or refusal that only a noun names")
        elif draft.time is None and draft.event_type in VERBAL_TYPES and (spoken or _of_publication(draft, lead, reading)):
            draft.notes.append("date: words without a day are those of the day of publication")
        elif draft.time is None and lead is not None and draft.trigger.first < until and _takes_day(draft, lead, reading):
            draft.time, draft.time_from = lead, "story"
            draft.notes.append("date: of the sentence that introduces the story")
        takes = not draft.places and draft.event_type not in PLACELESS and not _long_past(draft, lead, reading)
        takes = (
            takes
            and not fasts(draft, reading)
            and not (draft.event_type in _ANYWHERE and draft.status in ("planned", "demanded"))
        )
        if takes and (lent := _lent(draft, around, lead_place, scenes(), reading)):
            draft.places = list(lent)
            if lead_place is not None and all(p.latitude is None for p in draft.places):
                # A site that no gazetteer has stands in the town of the story, if in any that is known.
                regions = {p.admin1 for p in draft.places if p.admin1}
                draft.places += [p for p in lead_place.places if p.latitude is not None and (not regions or p.admin1 in regions)]
            draft.place_from = "story"
            draft.notes.append("place: of the sentence that introduces the story")
        elif draft.event_type == "RETREAT" and draft.places and all(_destination(p, reading.words) for p in draft.places):
            # سيطر الجيش على X. وانسحبت القوات باتجاه Y: from where comes first (CODEBOOK 10: moves in order of travel)
            left = next((d for d in reversed(around) if d.sentence <= draft.sentence and d is not draft and _lends(d)), None)
            if left is not None and left.trigger.first < draft.trigger.first and left.places[0] not in draft.places:
                draft.places.insert(0, left.places[0])
                draft.notes.append("place: where the story is, which they left")


def _lent(draft: Draft, around: Sequence[Draft], lead: Draft | None, scenes: Scenes, reading: Reading) -> Sequence[ResolvedPlace]:
    """The places of the act told last before this one, else of what introduces the story, else of the first act that has any, of
    what tells of "the incident", of the dateline."""

    def lends(other: Draft) -> bool:
        """أفرجت عن الناشط الذي اعتقل في X: not where that was done which says whom."""
        says_whom = other.sentence == draft.sentence and whom.opened(other, other.clause[0], reading) > draft.trigger.first
        return _lends(other) and not says_whom

    previous = [d for d in around if d.sentence <= draft.sentence and lends(d)]
    lead = lead if lead is not None and lends(lead) else None
    if previous:
        return previous[-1].places
    return scenes.introduced or (lead.places if lead is not None else scenes.of_incident or scenes.written)


def fasts(draft: Draft, reading: Reading) -> bool:
    """يواصل الأسير إضرابه المفتوح عن الطعام: prisoners fast where they are held, neither at home nor where the story is."""
    norm, last = reading.words.norm, draft.trigger.last
    if draft.event_type != "PROTEST":
        return False
    food = next((i for i in range(last, draft.clause[1]) if norm[i] == "الطعام" and norm[i - 1] == "عن"), draft.trigger.first)
    strike = next((i for i in range(food, max(draft.trigger.first, food - _FOOD_WITHIN) - 1, -1) if "اضراب" in norm[i]), None)
    return strike is not None and food >= last and not within(reading.triggers, last, strike)


def _destination(place: ResolvedPlace, words: Words) -> bool:
    return not _TOWARDS.isdisjoint(words.norm[max(0, place.mention.first - 2) : place.mention.first])


def _lends(draft: Draft) -> bool:
    """Whether the places of the act can be another's: a country says too little of it."""
    return draft.event_type not in PLACELESS and any(p.mention.kind != "country" for p in draft.places)


def _long_past(draft: Draft, lead: TimeMention | None, reading: Reading) -> bool:
    """Whether the act has a day of its own that lies days before the story's: nothing says that it was in the same place."""
    day = lead.start if lead is not None else reading.published
    time = draft.time if draft.time_from in ("clause", "sentence") else None
    return day is not None and time is not None and time.end is not None and (day - time.end).days > _SAME_STORY


def _introduction(drafts: Sequence[Draft], reading: Reading) -> TimeMention | None:
    """The day that the body's first told sentence gives to an act, else one that the body's first sentence names, else a day
    just before publication that the headline names.

    A day named further down is that act's own. Measured on 458 real reports: acts that took the day of the sentence before
    them had it right 15 times of 45, with the day of the first told sentence or of publication instead 20 acts more are right.
    """
    body = [d for d in drafts if not d.headline]
    first = [d.time for d in body if d.sentence == body[0].sentence and d.time is not None]
    opening = next((s for s in reading.words.sentences if s.role == "body" and s.last - s.first >= _TELLS), None)
    named = within(reading.times, opening.first, opening.last) if opening is not None else ()
    above = within(reading.times, 0, opening.first) if opening is not None else ()
    published = reading.published

    def introduces(time: TimeMention) -> bool:
        if time.precision not in ("day", "days") or time.shape in ("after", "head") or time.start is None:
            return False
        going = time.shape == "since" and time.precision != "day"
        return not going and time.start <= published and time.end is not None and (time.end - time.start).days <= _STORY_DAYS

    def heads(time: TimeMention) -> bool:
        """حصيلة قصف أمس: of the news, not the date of a page or of a file."""
        old = time.start is not None and (published - time.start).days
        return bool(old) and old <= _STORY_DAYS and introduces(time)

    again = [d.time for d in _second_telling(body, reading) if d.time is not None and heads(d.time)]
    lead = next(filter(introduces, (*first, *named)), None) or next(filter(heads, above), None) or next(iter(again), None)
    # أمس … لليوم الثاني على التوالي: the others were done on the day named
    return replace(lead, start=lead.end, precision="day") if lead is not None and lead.why.endswith(f", {IN_A_ROW}") else lead


def _of_publication(draft: Draft, lead: TimeMention | None, reading: Reading) -> bool:
    """Words without a day, unless the report tells of yesterday throughout and never names today; what is said in the present
    (تدين الهيئة) or in a headline is said now."""
    told_now = draft.trigger.pos == "verb" and not is_past(draft.trigger, reading.words)
    return told_now or draft.headline or lead is None or not _of_yesterday(lead, reading)


def _of_yesterday(lead: TimeMention, reading: Reading) -> bool:
    """Whether the report tells of yesterday throughout and never names today."""
    published = reading.published
    if lead.end is None or (published - lead.end).days != 1:
        return False
    return not any(t.start == t.end == published for t in reading.times)


def _of_whom(draft: Draft, lead: TimeMention, reading: Reading) -> bool:
    """القيادي الذي أوقفه الأمن, القوات التي رفضت التدخل: the clause behind a relative that no mark parts from its noun, not of
    a place (المحافظة التي …), outside the story's first sentence."""
    norm, i = reading.words.norm, draft.trigger.first
    if draft.trigger.pos != "verb" or i < 2 or norm[i - 1] not in _RELATIVES or norm[i - 2] in _MARKS:
        return False
    placed = any(p.mention.first < i and p.mention.last >= i - 1 for p in places_within(reading.places, i - 6, i))
    return not placed and draft.sentence != reading.words.sentence[lead.first]


def _second_telling(body: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The acts of the second told sentence that are of the first one's type: أفادت مصادر بتجدد الاشتباكات. وقال مصدر إن اشتباكات
    اندلعت مساء أمس."""
    first = body[0] if body else None
    second = next((d.sentence for d in body if first is not None and d.sentence > first.sentence), -1)
    if first is None or second < 0 or reading.undated:
        return []
    opening = reading.words.sentences[second].first
    if any(w in _HAD for w in reading.words.norm[opening : opening + 2]):
        return []  # وكان عناصر التنظيم قتلوا قبل يومين ضابطاً
    told = [d for d in body if d.sentence == second and d.event_type == first.event_type and not d.definite]
    return [d for d in told if not places_differ(first, d)]


def _takes_day(draft: Draft, lead: TimeMention, reading: Reading) -> bool:
    """Whether the day of the story can be the act's: not if its own sentence tells it of another act."""
    words = reading.words
    first = words.sentences[draft.sentence].first
    apart = any(w.startswith(_APART) for w in words.norm[first : first + _OPENS_WITHIN])  # وفي عملية منفصلة، ألقت الشرطة …
    return not apart and draft.sentence != words.sentence[lead.first] and draft.status not in ("planned", "demanded")


def _until(lead: TimeMention | None, reading: Reading) -> int:
    """The end of the sentence behind the story's that names the day of publication, where the story is of a day before:
    from there on the report tells of today (مساء أمس … وشنت منذ فجر اليوم … كما قصفت …)."""
    words, published = reading.words, reading.published
    if lead is None or lead.end is None or lead.end >= published:
        return len(words)
    behind = within(reading.times, words.sentences[words.sentence[lead.first]].last, len(words))
    body = (t for t in behind if words.sentences[words.sentence[t.first]].role == "body")
    today = next((t for t in body if t.start == t.end == published and t.shape != "head"), None)
    return words.sentences[words.sentence[today.first]].last if today is not None else len(words)
