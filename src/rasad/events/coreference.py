"""Which drafts tell of one act: in one sentence, and across the report (headline, retelling, toll told later)."""

from collections.abc import Sequence
from typing import Final

from rasad.events import coding, parts, quoting, ties, tolls
from rasad.events.another import answered
from rasad.events.compare import likeness, own, places_differ, root, same_person, sides_differ
from rasad.events.days import whole
from rasad.events.draft import Draft, Dropped
from rasad.events.kinds import GENERIC, kinds_differ
from rasad.events.onesentence import same_act
from rasad.events.placing import sort_places, vast
from rasad.events.retelling import numbered_apart, opens_matter, points_back, retold, told_as_another, told_in_full, turning
from rasad.lexicon import meanwhile
from rasad.lexicon.folding import fold
from rasad.model.mentions import ActorMention, ResolvedPlace
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES, Role
from rasad.model.words import Words

#: Acts of a lead that the next sentences may tell in full.
_LEADS: Final = 6
#: How many acts back a retelling is looked for: more than any report of the hand-coded ones holds (31), so that a
#: file that is many reports in one stays linear.
_WINDOW: Final = 60
#: Words from the noun of an act to a place that is its own.
_BESIDE: Final = 2
_MAY_BE_HURT: Final = frozenset({"civilians", "protesters", "unknown"})
#: Radius (km) up to which an area is a part or the surroundings of a town.
_NEAR: Final = 12.0
#: An act told over more places than this gains nothing by another.
_MOST_PLACES: Final = 30


def within_sentences(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """Drafts of one sentence that tell one act become one (مقتل ثلاثة بقصف …)."""
    kept: list[Draft] = []
    for draft in drafts:
        host = next((k for k in reversed(kept[-_WINDOW:]) if k.sentence == draft.sentence and same_act(k, draft, reading)), None)
        if host is None:
            kept.append(draft)
        else:
            _join(host, draft, reading.words)
    return kept


def across_sentences(drafts: Sequence[Draft], reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """Retellings join the first body draft of their act; a headline's own draft gives way to the body's."""
    body = [d for d in drafts if not d.headline]
    dropped: list[Dropped] = []
    kept: list[Draft] = []
    lead = body[0].sentence if body else -1
    leads = _of_the_lead(body, reading.words)
    turns = turning(reading)
    tied = ties.Ties(body, reading)
    for draft in body:
        new = opens_matter(draft, reading)
        turned = max((n for n in turns if n <= draft.sentence), default=-1)
        hosts = [
            k
            for k in reversed(kept[-_WINDOW:])
            if k.sentence != draft.sentence and retold(k, draft, new or k.sentence < turned, reading)
        ]
        hosts = hosts or _only_one(draft, kept, reading)
        opening = [k for k in kept[:_LEADS] if k.sentence in leads and (k.sentence == lead or not kinds_differ(k, draft))]
        hosts = hosts or [k for k in opening if told_in_full(k, draft, new, reading)]
        hosts = [k for k in hosts if tied.confirms(k, draft) and not answered(k, draft, reading.words)]
        # هجوم … ضربات … الضربات: the same noun points further back than the nearest act.
        host = next((k for k in hosts if draft.definite and _noun(draft) in _nouns(k)), hosts[0] if hosts else None)
        host = next((k for k in hosts if k.event_type == "ASSAULT" and same_person(k, draft, reading.words)), host)
        if host is None:
            kept.append(draft)
            tied.opens(draft)
        else:
            tied.add(host, draft)
            _retell(host, draft, lead, reading)
    every = kept[:_WINDOW]  # a headline repeats also what is only a part of another act
    for without in parts.RULES:
        kept, part = without(kept)
        dropped += part
    for draft in (d for d in drafts if d.headline):
        told = [k for k in every if k.event_type == draft.event_type and not _elsewhere(k, draft)]
        if told:
            tolls.of_headline(told, draft)
            _said_above(told, draft)
            dropped.append(Dropped(draft.trigger, "the headline repeats the body"))
        else:
            kept.insert(0, draft)
    kept.sort(key=lambda d: d.trigger.first)
    for draft in kept:
        if draft.carried and draft.sources and draft.sources[0].first > draft.trigger.last:
            _of_another_place(draft, kept)
    return kept, dropped


def _retell(host: Draft, draft: Draft, lead: int, reading: Reading) -> None:
    """The act of `host` is told again by `draft`: one record, quoted from the telling that says more."""
    fuller, why = quoting.chosen(host, draft, lead, reading)
    mine = (draft.trigger, draft.sentence, draft.clause)
    if host.sentence == lead and host.event_type == "ASSAULT" and not draft.definite:
        tolls.without_sums(host, draft, reading.words)
    mine_actors = list(draft.actors)
    _join(host, draft, reading.words)
    if fuller:
        _told_by(host, mine_actors)
    host.notes.append(f"retold in sentence {draft.sentence + 1}")
    host.tellings.append(host.clause if fuller else draft.clause)
    if fuller:
        if draft.sources:
            host.sources, host.carried = draft.sources, draft.carried
        host.merged.append(host.trigger)
        host.trigger, host.sentence, host.clause = mine
        host.notes.append(f"the later telling gives the quote: {why}")


def _of_the_lead(body: Sequence[Draft], words: Words) -> set[int]:
    """The sentences of the first paragraph that tell its acts."""
    paragraph = [words.sentences[d.sentence].paragraph for d in body[:_LEADS]]
    return {d.sentence for d, k in zip(body, paragraph, strict=False) if k == paragraph[0]}


def _only_one(draft: Draft, kept: Sequence[Draft], reading: Reading) -> list[Draft]:
    """انفجرت عبوة …، وقال المصدر إن الانفجار أسفر عن: where one act of that word was told so far, the noun that points back
    means it, whatever place is read beside it (who was hurt lives there)."""
    told = [k for k in kept[-_WINDOW:] if k.event_type == draft.event_type]
    if len(told) != 1 or draft.event_type != "ASSAULT" or not points_back(draft, reading) or own(draft.time_from):
        return []
    mine = root(draft.trigger.lemma)
    if any(0 <= p.mention.first - draft.trigger.last <= _BESIDE for p in draft.places):
        return []  # القصف على مدينة نوى: which one is said
    tied = any(root(t.lemma) == mine for t in (told[0].trigger, *told[0].merged))
    another = told_as_another(draft, reading) or numbered_apart(told[0], draft, reading.words)
    return told if tied and told[0].sentence != draft.sentence and not another else []


def _said_above(told: Sequence[Draft], headline: Draft) -> None:
    """المرصد: مقتل ثلاثة …: who tells the headline's act tells it in the body too, where nobody else does."""
    if not headline.sources or headline.carried or headline.event_type in VERBAL_TYPES:
        return
    told = [k for k in told if not places_differ(k, headline) and not sides_differ(k, headline, "source")]
    act = max(told, key=lambda k: likeness(k, headline), default=None)
    if act is not None and not act.sources and (len(told) == 1 or likeness(act, headline)):
        act.sources = headline.sources


def _of_another_place(lead: Draft, drafts: Sequence[Draft]) -> None:
    """Whoever the second sentence gives told the lead too, unless he tells of another province."""
    if any(d.sources == lead.sources and d.sentence != lead.sentence and _elsewhere(d, lead) for d in drafts):
        lead.sources, lead.carried = (), False


def _told_by(host: Draft, told: Sequence[tuple[ActorMention, Role]]) -> None:
    """The telling that gives the quote gives the sides it names, unless the other tells better who they were."""
    for role in ("source", "target"):
        own = [a for a, r in told if r == role]
        if own and max(map(_known, own)) >= max(map(_known, host.of_role(role)), default=0):
            host.actors = [(a, r) for a, r in host.actors if r != role]
            for actor in own:
                host.add_actor(actor, role, "from the telling that gives the quote")


def _joins(target: ActorMention, one_sentence: bool, had: bool, fought: bool) -> bool:
    """Whether a target of the other telling is one of the act's: in the same sentence the first, and then only more of the
    hurt, since an armed side beside them is seldom struck too; of another sentence whoever is more than a number of the toll,
    where it was `fought` no armed side (3 of 13 were coded)."""
    if one_sentence:
        return not had or target.actor_class in _MAY_BE_HURT
    return target.actor_class in _MAY_BE_HURT and _known(target) > 0 if fought else _known(target) > 0


def _known(actor: ActorMention) -> int:
    """How well a participant is told: by name, by what he is (protesters, soldiers), or as somebody."""
    return 2 if actor.id is not None else actor.actor_class not in ("civilians", "unknown")


def _elsewhere(a: Draft, b: Draft) -> bool:
    """Whether two acts lie in different provinces: only then is a headline's act one that the body does not tell."""
    x, y = ({(p.country, p.admin1) for p in d.places if p.admin1} if d.place_from == "clause" else set() for d in (a, b))
    return bool(x and y) and not x & y


#: A telling so many sentences further on is put down to whoever speaks there, not the first telling.
_SOON: Final = 2


def _noun(draft: Draft) -> str:
    return fold(draft.trigger.lemma)


def _nouns(draft: Draft) -> set[str]:
    return {fold(t.lemma) for t in (draft.trigger, *draft.merged)}


def _within(towns: Sequence[ResolvedPlace], areas: Sequence[ResolvedPlace]) -> bool:
    """Whether towns are told of an act that was told of an area alone, all of them in it."""
    if not areas or any(p.mention.kind not in ("area", "governorate") for p in areas):
        return False
    provinces, known = {p.admin1 for p in areas}, {p.mention.key for p in areas}
    towns = [p for p in towns if p.mention.key not in known]
    near = (
        p.mention.kind == "settlement" or (p.mention.kind == "area" and (p.precision_km or _NEAR + 1) <= _NEAR) for p in towns
    )
    return bool(towns) and all(near) and all(p.admin1 in provinces for p in towns)


def _tells_too(host: Draft, guest: Draft, words: Words) -> bool:
    """Whether who speaks of the guest has told the host: soon, in his own sentence, not beside it (قُتل ثلاثة في هجوم، فيما تحدث
    مصدر طبي عن جرحى), and not a picture of it."""
    if host.sentence == guest.sentence:
        speaker = guest.sources[0].first if guest.sources else 0
        return bool(guest.sources) and meanwhile.between(words.norm, host.trigger.last, speaker) < 0
    near = abs(guest.sentence - host.sentence) <= _SOON and not guest.charged  # واتهم الوالي X بالوقوف وراء الهجوم
    return near and not guest.carried and bool(guest.sources) and guest.sources[0].kind != "social_media"


def _lasts(draft: Draft) -> bool:
    """Whether the act is told as fighting: a strike that is told as going on is over when it is told again."""
    told_by = {t.frame for t in (draft.trigger, *draft.merged)}
    fought = draft.trigger.frame == "mutual" or tolls.told_by_hurt(draft)
    return draft.event_type == "ASSAULT" and "mutual" in told_by and fought


def _join(host: Draft, guest: Draft, words: Words) -> None:
    """Add what the guest has and the host lacks; the host's trigger and sentence stay."""
    if host.trigger.frame == "patient" and guest.trigger.frame != "patient" and host.sentence == guest.sentence:
        host.trigger, guest.trigger = guest.trigger, host.trigger
        host.definite = guest.definite
    if host.sentence == guest.sentence and guest.definite and guest.trigger.pos != "verb" and tolls.told_by_hurt(host):
        host.recalls = True  # قُتل ثلاثة في الاشتباكات: the fighting that was told
    host.merged += [guest.trigger, *guest.merged]
    if host.status == "occurred" and guest.status == "ongoing" and _lasts(host) and _lasts(guest):
        host.status = "ongoing"  # قُتل طفل باشتباكات … ومنذ مساء الجمعة، تدور اشتباكات
    if host.sub_event in GENERIC and guest.sub_event is not None and host.trigger.frame != "mutual":
        host.sub_event = guest.sub_event if guest.sub_event not in GENERIC or host.sub_event is None else host.sub_event
    one_sentence = host.sentence == guest.sentence
    itself = [a.why == coding.ITSELF for a in host.of_role("source")]
    if itself and all(itself) and any(a.why != coding.ITSELF for a in guest.of_role("source")):
        host.actors = [(a, role) for a, role in host.actors if role != "source"]  # the guest names the crowd
    had = bool(host.of_role("target"))
    lacking = {role for role in ("source", "target", "third") if one_sentence or not host.of_role(role)}
    for actor, role in guest.actors:
        if role in lacking and (role != "target" or _joins(actor, one_sentence, had, host.event_type == "ASSAULT")):
            host.add_actor(actor, role, "from the same act")
    nearer = {"clause": 0, "sentence": 1, "story": 2, "publication": 3, "none": 4}
    lasted = whole(host.time, guest.time)
    surer = host.said_then and own(guest.time_from) and not guest.said_then
    if surer or (nearer[guest.time_from] < nearer[host.time_from] and not (own(host.time_from) and host.time is not None)):
        host.time, host.time_from, host.said_then = guest.time, guest.time_from, guest.said_then
    host.time = lasted or host.time
    if nearer[guest.place_from] < nearer[host.place_from] and not (host.places and all(map(vast, guest.places))):
        host.places, host.place_from = guest.places, guest.place_from
    elif guest.place_from == "sentence" and _within(guest.places, host.places):
        host.places = sort_places([*host.places, *guest.places])  # شهد ريف X مظاهرات: in the towns that are told then
    elif guest.place_from == host.place_from == "clause" and len(host.places) < _MOST_PLACES:
        known = {p.id or p.mention.key for p in host.places}
        lands = {p.country for p in host.places} | {None}
        # Talks in another country, named in the clause of a retelling, are not where the act was.
        more = [p for p in guest.places if (p.id or p.mention.key) not in known and (one_sentence or p.country in lands)]
        host.places = [*host.places, *more] if one_sentence else sort_places([*host.places, *more])
    tolls.join(host, guest, words)
    host.clause = (
        (min(host.clause[0], guest.clause[0]), max(host.clause[1], guest.clause[1]))
        if host.sentence == guest.sentence
        else host.clause
    )
    if _tells_too(host, guest, words) and (not host.sources or (host.carried and not guest.carried)):
        host.sources, host.carried = guest.sources, guest.carried
    host.notes += guest.notes
