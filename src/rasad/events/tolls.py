"""Gives each claim of people hurt, taken or driven out to the act that it is the toll of."""

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rasad.events import tollreach
from rasad.events.days import no_day_shared
from rasad.events.draft import Draft
from rasad.lexicon import wordclass
from rasad.lexicon.folding import fold
from rasad.model.mentions import NAMED, CasualtyMention, TriggerMention
from rasad.model.reading import Reading
from rasad.model.vocab import CasualtyKind
from rasad.model.words import Words

_OWNERS: Final = {
    "detained": ("COERCE", "ASSAULT"),
    "abducted": ("ASSAULT", "COERCE"),
    "displaced": ("COERCE", "ASSAULT", "RETREAT"),
}
#: Claims looked back over when two tellings join, so that cost stays linear in a file of many reports.
_LOOKED_AT: Final = 60
#: What a plural without a number says (CODEBOOK 7).
_SOME: Final = (2, None)
#: What بضعة، عشرات، مئات، آلاف say (CODEBOOK 7).
_ROUND: Final = frozenset({(3, 9), (10, 99), (100, 999), (1000, 9999)})
#: How much nearer an act behind a toll must stand.
_BEHIND: Final = 6
#: What turns to another act (مقتل خمسة، وسط قصف على البلدة): one behind it comes last.
_TURNS: Final = wordclass.words("turns_from_toll")
_TURNED: Final = 1000
#: Before the noun of what an act came after, and words to it (بعد يوم من مقتل).
_CAME_AFTER: Final = frozenset({"بعد", "عقب"})
_TO_BEFORE: Final = 3
_HURT: Final[frozenset[CasualtyKind]] = frozenset({"killed", "injured"})
_HARM: Final = _HURT | {"killed_or_injured"}
_DEAD: Final[frozenset[CasualtyKind]] = frozenset({"killed", "killed_or_injured"})
_TAKEN: Final[frozenset[CasualtyKind]] = frozenset({"detained", "abducted"})
_OF_ONE_KIND: Final = _HARM | {"abducted"}
_ABDUCTION: Final = "Abduction/forced disappearance"
_DONE: Final = frozenset({"occurred", "ongoing", "unclear"})
_BODIES: Final = wordclass.words("dead_body")
_HURTING: Final = wordclass.words("hurting")
#: Words between the act whose toll is summed and its numbers.
_TO_SUM: Final = 16
#: Acts looked back over for the one whose toll is summed: a file that is many reports in one stays linear.
_NEAREST: Final = 60
#: Words that open a reason and a toll alike.
_SUMS: Final = frozenset({"حصيله", "اجمالي", "ضحايا"})
#: What a count of the same act is called.
_COUNTS: Final = frozenset({"حصيله", "الحصيله"})
_EARLIER: Final = frozenset({"اوليه", "سابقه", "اولي", "جديده", "نهاييه", "محدثه"})
#: Opens what came before, as the background of a toll.
_BACKGROUND: Final = frozenset({"وكان", "وكانت"})
#: Acts of which a report may say that they hurt nobody.
_UNHURT: Final = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def give(drafts: Sequence[Draft], reading: Reading, reasons: Mapping[int, str], not_done: Container[int]) -> None:
    """Each claim goes to the nearest act of force in its sentence, else in the sentences just before. Words of `reasons`
    stand in a purpose or a reason, those of `not_done` are only asked for or threatened."""
    words = reading.words
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    numbered = {words.sentence[c.first] for c in reading.casualties if (c.low, c.high) not in (_SOME, (0, 0))}
    sums = {words.sentence[t.first]: t for t in reading.triggers if words.norm[t.first - 1].lstrip("وب") in _SUMS and t.first}
    for claim in reading.casualties:
        sentence = words.sentence[claim.first]
        if words.sentences[sentence].role == "furniture" or claim.first in not_done:
            continue
        owner = _summed(claim, sums.get(sentence), sentence, drafts) or _owner(claim, sentence, by_sentence, words, numbered)
        if owner is None and sentence in sums and _exact(claim):
            owner = _told_later(claim, sentence, by_sentence, words)
        reason = fold(reasons.get(claim.first, "")).removeprefix("و").removeprefix("ال")
        if reason and reason not in _SUMS and (owner is None or owner.trigger.first not in reasons):
            continue  # بلغت الحصيلة 22 قتيلاً is no reason; على خلفية مقتل متظاهر برصاص القوات: an act told there has its toll
        if owner is not None and tollreach.beyond(claim, owner, sentence, reading):
            continue
        if owner is not None and not _told_before(claim, owner, words) and not _bodies_of(claim, owner, words):
            owner.casualties.append(claim)
            owner.notes.append(f"casualties: {claim.why}")


def _summed(claim: CasualtyMention, named: TriggerMention | None, sentence: int, drafts: Sequence[Draft]) -> Draft | None:
    """اندلعت اشتباكات …. وسقطت قذيفة …. وبلغت حصيلة الاشتباكات عشرة قتلى: the toll of the act that its noun names again."""
    if named is None or not 0 <= claim.first - named.last <= _TO_SUM or claim.kind not in _HARM or not named.lemma:
        return None
    for draft in reversed(drafts[: bisect_right(drafts, sentence, key=_sentence)][-_NEAREST:]):
        done = draft.event_type in _UNHURT and draft.status in _DONE and not draft.headline
        if done and draft.trigger.first < named.first and any(t.lemma == named.lemma for t in (draft.trigger, *draft.merged)):
            return draft
    return None


def _told_later(claim: CasualtyMention, sentence: int, drafts: Mapping[int, Sequence[Draft]], words: Words) -> Draft | None:
    """ارتفعت حصيلة الغارة إلى 23 شهيداً. وكانت الطائرات أغارت أمس على منزل: the act is told in the background behind."""
    behind = drafts.get(sentence + 1, ())
    if claim.kind not in _HARM or not behind or words.norm[words.sentences[sentence + 1].first] not in _BACKGROUND:
        return None
    return next((d for d in behind if d.event_type == "ASSAULT" and d.status in _DONE and not d.headline), None)


def _sentence(draft: Draft) -> int:
    return draft.sentence


def _owner(
    claim: CasualtyMention, sentence: int, drafts: Mapping[int, Sequence[Draft]], words: Words, numbered: Container[int]
) -> Draft | None:
    wanted = _OWNERS.get(claim.kind, ("ASSAULT", "PROTEST"))
    if claim.high == 0:
        # دون وقوع إصابات is said of the act it stands with, whatever that is.
        here = [d for d in drafts.get(sentence, ()) if d.clause[0] <= claim.first < d.clause[1] and d.event_type in _UNHURT]
        if here:
            # هاجموا نقطة …، لتنفذ القوات بعدها حملة دهم، دون إصابات: force hurts, not the search that came of it
            return min(here, key=lambda d: (d.event_type == "COERCE", _distance(d, claim, words)))
        # ولم تسفر القذيفتان عن إصابات: told in a sentence of its own
        told = (d for n in (0, 1) for d in drafts.get(sentence - n, ()) if d.event_type in _UNHURT)
        return max((d for d in told if d.trigger.first < claim.first), key=lambda d: d.trigger.first, default=None)
    headline = words.sentences[sentence].role == "headline"
    # قتلى وجرحى behind a description is no toll of the act told before, unless with a number (سبعة قتلى وعدد من الجرحى)
    plain = (claim.low, claim.high) == _SOME and sentence not in numbered
    back = _looked_back(claim, words)
    for nearness in (0,) if plain or back else (0, 1, 2):
        near = [
            d
            for d in drafts.get(sentence - nearness, ())
            if d.event_type in wanted and d.status in _DONE and d.headline == headline
        ]
        if back:
            near = [d for d in near if any(t.last > claim.act for t in (d.trigger, *d.merged))]
        if near:
            taken = claim.kind in _TAKEN  # خلّف الهجوم ثلاثة قتلى وخطف ضابط: nobody dies of being taken
            if taken:  # يختطفون 7 مواطنين … ويقتادونهم إلى جهة مجهولة: taken by the word that counts them
                near = [d for d in near if any(t.first == claim.act for t in (d.trigger, *d.merged))] or near
            owner = min(
                near,
                key=lambda d: (
                    wanted.index(d.event_type),
                    (d.sub_event == _ABDUCTION) != taken and claim.kind in _OF_ONE_KIND,
                    _distance(d, claim, words),
                ),
            )
            # اشتباكات اندلعت بعد اعتقال قائد: no fight arrests
            fought = claim.kind == "detained" and owner.event_type == "ASSAULT" and owner.sub_event != _ABDUCTION
            return None if fought else owner
    return None


def _looked_back(claim: CasualtyMention, words: Words) -> bool:
    """عقب مقتل شاب، بعد يوم من استشهاد ستة: what an act came after, no toll of that act."""
    if claim.act < 1 or words.norm[claim.act].startswith(("وا", "وم")):
        return False
    first = words.sentences[words.sentence[claim.act]].first
    return any(w.lstrip("و") in _CAME_AFTER for w in words.norm[max(first, claim.act - _TO_BEFORE) : claim.act])


def _told_before(claim: CasualtyMention, owner: Draft, words: Words) -> bool:
    """Whether another sentence told the same number of the act, or those named now were counted there."""
    others = [c for c in owner.casualties[-_LOOKED_AT:] if words.sentence[c.first] != words.sentence[claim.first]]
    return any(_key(c) == _key(claim) for c in others) or _only_named(claim, others)


def _bodies_of(claim: CasualtyMention, owner: Draft, words: Words) -> bool:
    """أدى القصف إلى مقتل خمسة. وانتشلت الفرق ثلاث جثث: bodies brought out are those of the dead who were counted."""
    if claim.act < 0 or words.norm[claim.act].lstrip("و") not in _BODIES:
        return False
    return any(c.kind in _DEAD and c.act != claim.act for c in owner.casualties[-_LOOKED_AT:])


def _key(claim: CasualtyMention) -> tuple[str, int | None, int | None, bool]:
    return claim.kind, claim.low, claim.high, claim.subset


def _only_named(claim: CasualtyMention, counted: Sequence[CasualtyMention]) -> bool:
    """قتيلان, then مقتل سالم العلي وخالد السالم: the names tell who was counted."""
    return NAMED in claim.why and any(c.kind == claim.kind and _exact(c) > 1 and not c.subset for c in counted)


def join(host: Draft, guest: Draft, words: Words) -> None:
    """The claims of two tellings: what two sentences tell once (one sentence tells of others: سقط جريح، كما أصيب عامل), the
    parts of a total as parts of it."""
    told = host.casualties[-_LOOKED_AT:]
    known = {(_key(c), words.sentence[c.first]) for c in told}

    def anew(claim: CasualtyMention) -> bool:
        again = any(key == _key(claim) and sentence != words.sentence[claim.first] for key, sentence in known)
        return not again and not _only_named(claim, told)

    new = [c for c in guest.casualties if anew(c)]
    if host.sentence != guest.sentence and not _counts_again(guest, words):
        for kind in {c.kind for c in new}:
            if _holds(host.casualties, new, kind):
                new = [c for c in _as_parts(new, kind) if anew(c)]
            elif _holds(new, host.casualties, kind, parted=True):  # ست نساء وطفلين, then ثمانية مدنيين: told singly before
                host.casualties = _as_parts(host.casualties, kind)
                known |= {(_key(c), words.sentence[c.first]) for c in host.casualties}
                new = [c for c in new if anew(c)]
    host.casualties += new


def _counts_again(draft: Draft, words: Words) -> bool:
    """وكانت حصيلة أولية أشارت إلى مقتل اثنين: whether a telling gives another count of the same act, neither sum nor part."""
    told = words.sentences[draft.sentence]
    return any(w in _COUNTS and after.removeprefix("ال") in _EARLIER for w, after in pairwise(words.norm[told.first : told.last]))


def _holds(whole: Sequence[CasualtyMention], parts: Sequence[CasualtyMention], kind: CasualtyKind, parted: bool = False) -> bool:
    """Whether one telling gives the total of those of a kind whom the other tells singly; `parted`: of all of them."""
    total = max((_exact(c) for c in whole if c.kind == kind and not c.subset), default=0)
    counted = [_exact(c) for c in parts if c.kind == kind and not c.subset]
    if total <= 1 or not counted or not all(counted) or max(counted) >= total:
        return False
    return sum(counted) == total if parted else sum(counted) <= total


def _as_parts(claims: Sequence[CasualtyMention], kind: CasualtyKind) -> list[CasualtyMention]:
    return [replace(c, subset=True) if c.kind == kind else c for c in claims]


def told_by_hurt(draft: Draft) -> bool:
    """Told by who was hurt."""
    t = draft.trigger
    return t.frame == "patient" or (t.pos == "verb" and t.voice != "active" and fold(t.lemma) in _HURTING)


def hand_on(drafts: Sequence[Draft], kept: Sequence[Draft], words: Words) -> None:
    """قصفت القوات البلدة …، كما أصيب عشرة: deaths and injuries are no events (CODEBOOK 1). Where the word that tells them makes
    no record of its own, they are of the act told before it, in its sentence or the one before, unless told of another place."""
    left = {id(draft) for draft in kept}
    for draft in drafts:
        driven_out = all(c.kind == "displaced" for c in draft.casualties)  # وتسبب القصف في تهجير 500 أسرة
        if id(draft) in left or not draft.casualties or not (told_by_hurt(draft) or driven_out):
            continue
        host = next((d for d in reversed(kept) if _caused(d, draft)), None)
        if host is not None:
            join(host, draft, words)
            host.notes.append(f"casualties: told by {draft.trigger.lemma}, no act of its own")
            drop_vague(host)


def _caused(act: Draft, harm: Draft) -> bool:
    """Whether an act that is told just before those hurt may have hurt them."""
    near = 0 <= harm.sentence - act.sentence <= 1 and act.trigger.first < harm.trigger.first
    where = {p.mention.first for p in act.places}
    elsewhere = harm.place_from == "clause" and not any(p.mention.first in where for p in harm.places)
    force = act.event_type in ("ASSAULT", "PROTEST") and act.status in _DONE and act.headline == harm.headline
    return near and force and not elsewhere and not _then(act, harm)


def _then(act: Draft, harm: Draft) -> bool:
    """قُتل طفلان اليوم بلغم. … سجل خلال الشهر الماضي مقتل 19: another time of their own."""
    if harm.time is None or harm.time_from != "clause" or act.time is None:
        return False
    return tollreach.days(harm.time) >= tollreach.WEEKS > tollreach.days(act.time) or bool(no_day_shared(harm.time, act.time))


def of_headline(told: Sequence[Draft], headline: Draft) -> None:
    """What only the headline counts is of the one act of its type that the body tells."""
    if len(told) == 1 and not told[0].casualties:
        told[0].casualties += headline.casualties


def without_sums(lead: Draft, detail: Draft, words: Words) -> None:
    """Leave out of a lead what counts more than the act told in full behind it: there it sums several acts. A single
    person told of behind it is one of them. A detail that does not tell of both the dead and the hurt of the lead counts
    something else (استقبل المستشفى 31 مصاباً): its number stands beside the lead's, and so does an earlier count of the same
    (وكانت حصيلة أولية أشارت إلى مقتل اثنين)."""
    if _counts_again(detail, words):
        return
    told = {kind: sum(_exact(c) for c in detail.casualties if c.kind == kind and not c.subset) for kind in ("killed", "injured")}
    if any(not told[c.kind] for c in lead.casualties if c.kind in told and not c.subset):
        return
    both = sum(told.values()) if all(told.values()) else 0
    summed = [
        c
        for c in lead.casualties
        if not c.subset and (1 < told.get(c.kind, 0) < _exact(c) or (c.kind == "killed_or_injured" and 0 < both <= _exact(c)))
    ]
    kinds = {c.kind for c in summed}
    lead.casualties = [c for c in lead.casualties if c not in summed and not (c.subset and c.kind in kinds)]


def _exact(claim: CasualtyMention) -> int:
    """The number of an exact claim, else 0."""
    return claim.low if claim.low is not None and claim.low == claim.high else 0


def drop_vague(draft: Draft) -> None:
    """A vague total (قتلى، ضحايا) beside a number of its kind is dropped (CODEBOOK 10); subsets stay. Dead or hurt together
    are told better by a number of either, and the other way round. Where somebody was hurt, nobody was not: a number is
    believed before "none", and "none" before a vague total, which is of another act (no coded act has both)."""
    none = [c for c in draft.casualties if c.high == 0]
    hurt = [c for c in draft.casualties if c.high != 0 and c.kind in _HARM]
    if none and hurt:
        wrong = none if any((c.low, c.high) != _SOME for c in hurt) else hurt
        draft.casualties = [c for c in draft.casualties if c not in wrong]
        draft.notes.append("casualties: nobody and somebody hurt cannot both be")
    if any(c.kind in _HURT and not c.subset for c in draft.casualties):  # ضحايا, where the dead and the hurt are told apart
        draft.casualties = [c for c in draft.casualties if c.subset or c.kind != "killed_or_injured" or (c.low, c.high) != _SOME]
    numbered = {c.kind for c in draft.casualties if not c.subset and (c.low, c.high) not in (_SOME, (0, 0))}
    if numbered & _HURT:
        numbered.add("killed_or_injured")
    elif "killed_or_injured" in numbered:
        numbered |= _HURT
    draft.casualties = [
        c
        for c in draft.casualties
        if c.subset or c.kind not in numbered or (c.low, c.high) != _SOME or _beside(c, draft.casualties)
    ]
    draft.casualties = [c for c in draft.casualties if not _told_apart(c, draft.casualties)]
    exact = [(c.kind, c.low) for c in draft.casualties if not c.subset and _exact(c)]
    if len({kind for kind, _ in exact}) == len(set(exact)):  # no rival tolls, which are all kept
        draft.casualties = [c for c in draft.casualties if not _numbered(c, draft.casualties)]


def _beside(claim: CasualtyMention, claims: Sequence[CasualtyMention]) -> bool:
    """مقتل القيادي سالم العلي وعدد من مرافقيه: some more behind those whom the same word tells of, no total of them."""
    return claim.act >= 0 and any(
        c.act == claim.act and c.kind == claim.kind and c.last <= claim.first for c in claims if _exact(c)
    )


def _told_apart(claim: CasualtyMention, claims: Sequence[CasualtyMention]) -> bool:
    """مقتل وإصابة ثلاثة, then مقتل اثنين وإصابة آخر: the dead and the hurt, told apart, are those counted together."""
    if claim.kind != "killed_or_injured" or claim.subset or not _exact(claim):
        return False
    parts = {kind: [_exact(c) for c in claims if c.kind == kind and not c.subset] for kind in _HURT}
    return all(parts.values()) and sum(map(sum, parts.values())) == _exact(claim)


def _numbered(claim: CasualtyMention, claims: Sequence[CasualtyMention]) -> bool:
    """عشرات القتلى, where another claim gives the number, or the least, and that lies among the tens."""
    low, high = claim.low, claim.high
    if claim.subset or low is None or high is None or (low, high) not in _ROUND:
        return False
    return any(
        c.kind == claim.kind and not c.subset and c.best is not None and c.high in (c.low, None) and low <= c.best <= high
        for c in claims
    )


def as_taken(draft: Draft) -> None:
    """Who is taken by whoever holds power there is detained, by others abducted, whatever the words (CODEBOOK 2)."""
    kind: CasualtyKind = "detained" if draft.event_type == "COERCE" else "abducted"
    if draft.event_type == "COERCE" or draft.sub_event == _ABDUCTION:
        told = {_key(c) for c in draft.casualties if c.kind == kind}  # اختطفوا مديراً …، الذين اقتادوا المدير: he was taken once
        taken = [c for c in draft.casualties if c.kind == kind or c.kind not in _TAKEN or (kind, *_key(c)[1:]) not in told]
        draft.casualties = [replace(c, kind=kind) if c.kind in _TAKEN else c for c in taken]


def _distance(draft: Draft, claim: CasualtyMention, words: Words) -> int:
    """Words between them; an act that is told behind the toll is rather the next one, and surely so behind a turn."""
    return min(
        abs(t.first - claim.first)
        + (t.first > claim.last and (_TURNED if not _TURNS.isdisjoint(words.norm[claim.last : t.first]) else _BEHIND))
        for t in (draft.trigger, *draft.merged)
    )
