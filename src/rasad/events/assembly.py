"""Puts events together: one draft a trigger, then one a sentence's act, then its time, place, tolls and speakers."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from rasad.events import (
    another,
    clauses,
    coding,
    coreference,
    exchanges,
    incident,
    leadsums,
    learned,
    linking,
    named,
    protests,
    selection,
    settling,
    sites,
    story,
    tolls,
    victims,
)
from rasad.events.arguments import Arguments
from rasad.events.covered import reason_words
from rasad.events.draft import Draft, Dropped
from rasad.events.governing import QUOTED, Governing
from rasad.events.placing import Placing
from rasad.events.saidby import SaidBy
from rasad.events.sharing import Sharing
from rasad.events.speakertext import SpeakerText
from rasad.events.timing import Timing
from rasad.events.within import within
from rasad.lexicon import casualties, light_verbs, wordclass
from rasad.lexicon.clitics import FUSED, HAS_ARTICLE
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.lexicon.speakers import words_of_names
from rasad.model.mentions import BEGUN, KEPT_ON, ActorMention, SourceMention, TriggerMention
from rasad.model.reading import Reading


def assemble(reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """The events of one report, in the order of the text, and the triggers that were left out."""
    drafts, dropped = judged(reading)
    linking.settle(drafts, reading)
    for draft in drafts:
        coding.classes(draft)
    return drafts, dropped


def judged(reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """What the rules make of a report and the learned weights leave of it, with the participants that the rules give."""
    drafts, dropped = put_together(reading)
    told, unlikely = learned.judge(drafts, reading)
    tolls.hand_on(drafts, told, reading.words)
    return told, dropped + unlikely


def put_together(reading: Reading) -> tuple[list[Draft], list[Dropped]]:
    """What the rules make of a report, before the learned weights have their say."""
    reasons = reason_words(reading)
    kept, dropped, content = selection.select(reading, reasons)
    builder = _Builder(reading, kept, content, reasons)
    builder.leave_out(d.trigger for d in dropped if d.why == selection.WHO)
    drafts = [builder.draft(n) for n in kept]
    for n in range(len(drafts)):
        builder.sharing.addressing.give(drafts, n)  # two demands of two addressees are two acts
    drafts = coreference.within_sentences(drafts, reading)
    builder.sharing.subjects(drafts)
    for n, draft in enumerate(drafts):
        builder.arguments.pronouns.as_before(draft, drafts[n - 1] if n else None)
        builder.arguments.pronouns.addressed(draft)  # واجتمع بالوجهاء وطالبهم بكذا: once it is known who asks
    drafts = exchanges.give(drafts, reading)
    builder.raids(drafts)
    tolls.give(drafts, reading, builder.reasons, selection.not_done(dropped))
    incident.give(drafts, reading)
    story.fill(drafts, reading)
    for draft in drafts:
        settling.held(draft, reading)
        builder.arguments.two_sided.repelled(draft)
        coding.code(draft, reading.words)
    drafts = coreference.within_sentences(drafts, reading)  # the sides may have made one type of two
    drafts, more = coreference.across_sentences(drafts, reading)
    told, bare = named.told(drafts, reading)
    tolls.hand_on(drafts, told, reading.words)
    drafts = told
    dropped += bare
    builder.sharing.accuse(drafts)
    builder.sharing.same_fire(drafts)
    for draft in drafts:
        tolls.drop_vague(draft)
        coding.code(draft, reading.words)
        coding.by_who_does_it(draft, reading.words)
        tolls.as_taken(draft)
    leadsums.drop(drafts, reading)
    coding.armed_tribes(drafts)
    drafts, mild = protests.code(drafts, reading)
    dropped += mild
    sites.add(drafts, reading)
    story.by_hashtag(drafts, reading)
    victims.of_the_toll(drafts, reading)
    return drafts, dropped + more


class _Builder:
    def __init__(self, reading: Reading, kept: Sequence[int], content: dict[int, int], reasons: dict[int, str]) -> None:
        self.reasons = reasons
        self.reading = reading
        self.words = reading.words
        self.content = content
        # Words inside participants and speakers: a place there belongs to the name.
        self.names = {i for a in reading.actors for i in range(a.first, a.last)}
        self.speaker_text = SpeakerText(reading)
        self.speakers = {i for x in reading.attributions for s in x.sources for i in self._told_from(s)}
        self.speakers |= words_of_names(reading.words)  # قالت مصادر لـ"دارفور 24", the report's own outlet: no place
        speakers = frozenset(
            i
            for x in reading.attributions
            for s in (*x.sources, *x.own)
            if s.kind != "conflict_party"
            for i in range(s.first, s.last)
        )
        # تسجيلات نشرها ناشطون: who shows what was done
        norm = self.words.norm
        showing = (a for a in reading.actors if a.first and a.actor_class == "civilians")
        speakers |= {a.first for a in showing if norm[a.first - 1] in _PUBLISHED}
        triggers = [reading.triggers[n] for n in kept]
        bare = [p.mention for p in reading.places if not p.mention.prefix]
        struck = frozenset(p.first for p in bare if p.kind != "country")
        lands = frozenset(p.first for p in bare if p.kind == "country" or p.key in _CAPITALS)
        named = {i for p in reading.places for i in range(p.mention.first + 1, p.mention.last)}
        # مزارع القرية, the farms: no farmers
        named |= {a.first for a in reading.actors if a.group == "farmers"} & {p.mention.first for p in reading.places}
        # تفجير بغداد, اشتباكات بغداد: right behind a noun of force a capital is a place, no government
        forces = {t.last for t in reading.triggers if t.event_type == "ASSAULT" and t.pos != "verb"}
        seats = forces & {p.first for p in bare if p.key in _CAPITALS}
        # أحياء الشيخ مقصود والأشرفية, بلدتي بنت جبيل ومارون الراس: the first word of a town's name is no person
        ends = {p.mention.first: p.mention.last for p in reading.places}
        listed = {
            p.first: p.last for p in bare if p.cue is not None and " " in p.key and p.last - p.first == p.key.count(" ") + 1
        }
        seats |= {a.first for a in reading.actors if a.id is None and a.last < listed.get(a.first, 0)}
        named |= seats
        self.names -= seats
        # حي الضباط: no officers there; 17 of 21 quoted participants without a given name were words, not persons.
        actors = [a for a in reading.actors if (a.first not in named or self._owns(a)) and (a.why != QUOTED or self._is_given(a))]
        # بعد يومين من … opens another act
        dated = frozenset(i for t in reading.times if t.shape != "after" for i in range(t.first, t.last))
        governing = Governing(self.words, struck, lands, dated, ends)
        self.arguments = Arguments(governing, actors, triggers, speakers, light_verbs.load(), reading.triggers)
        self.sharing = Sharing(reading, self.arguments.governing, self.arguments.subjects)
        self.timing = Timing(reading)
        self.said_by = SaidBy(reading)
        self._clauses: dict[int, list[tuple[int, int]]] = {}
        self.of_persons: set[int] = set()
        self.placing = Placing(reading, self.names, self.speakers, self.of_persons)

    def _told_from(self, source: SourceMention) -> range:
        """The words of a source with where it is: مندوب "الوكالة" في صور."""
        last = source.last
        while last < len(self.words) and self.words.norm[last] in _QUOTES:
            last += 1
        behind = self.words.norm[last] if last < len(self.words) else ""
        # أكدت مصادر أن ساحة X شهدت: what is told begins.
        end = self.speaker_text.span(source)[1]
        if "من" in self.words.norm[source.last : end]:
            end = source.last  # نقل المسعفون الجرحى من قرية X: whom they carried from there
        # أعلن الجيش قصف بلدة X: what he tells begins with the act
        told = behind in _TOLD or bool(within(self.reading.triggers, last, last + 2))
        return range(source.first, max(end, last if told else last + 2))

    def _owns(self, actor: ActorMention) -> bool:
        """مقر قيادة الشرطة: whose seat it is has a part in what is done to it, a place though it is; في مقر X none."""
        at = actor.first - 1
        before = self.words.norm[at - 1] if at else ""
        return actor.id is not None and before not in _IN and not _SEATS.isdisjoint(self.words.stems[at])

    def _is_given(self, actor: ActorMention) -> bool:
        """Whether what stands in quotation marks begins like a person's name (محمد، أبو حمزة)."""
        given = casualties.load().names
        said = self.words.analyses[actor.first]
        return self.words.norm[actor.first] in _KUNYA or any(not prefix and stem in given for prefix, stem in said)

    def leave_out(self, persons: Iterable[TriggerMention]) -> None:
        """الذي اعتقل منذ أيام على حاجز X: time and place of what tells a person apart are not those of the act."""
        for trigger in persons:
            sentence = self.words.sentences[self.words.sentence[trigger.first]]
            last = next((i for i in range(trigger.last, sentence.last) if self.words.norm[i] in _MARKS), sentence.last)
            self.of_persons.update(range(trigger.first, last))

    def draft(self, n: int) -> Draft:
        """One trigger with what stands in its clause."""
        trigger = self.reading.triggers[n]
        number = self.words.sentence[trigger.first]
        sentence = self.words.sentences[number]
        clause = clauses.clause_of(self._cut(number), trigger.first)
        factuality = selection.status_of(self.reading, n, self.content)
        draft = Draft(
            trigger, number, clause, trigger.event_type, trigger.sub_event, factuality.status,
            sentence.role == "headline", self._definite(trigger.first, trigger.last), self._opened(clause[0]),
            notes=[f"trigger: {trigger.why}", f"status {factuality.status}: {factuality.why}"],
        )  # fmt: skip
        inside = within(self.reading.triggers, sentence.first, sentence.last)
        topic = clauses.topic_of(self.words, self._cut(number), clause, inside)
        self.arguments.assign(draft, self._victims(draft), topic)
        settling.raid(draft, self.reading)
        settling.unarmed(draft, self.reading)
        settling.on_protesters(draft)
        times = within(self.reading.times, sentence.first, sentence.last)
        told_there = trigger.first in self.of_persons  # بجراح أصيب بها في غارة قبل أيام
        self.timing.give(draft, [t for t in times if told_there or t.first not in self.of_persons], self._cut(number))
        self.timing.going_on(draft, begun=factuality.why in (BEGUN, KEPT_ON))
        self.placing.give(draft, self._cut(number), [t.first for t in inside])
        self._means(draft)
        settling.held(draft, self.reading)
        self.said_by.give(draft)
        return draft

    def _cut(self, number: int) -> list[tuple[int, int]]:
        if number not in self._clauses:
            sentence = self.words.sentences[number]
            inside = within(self.reading.triggers, sentence.first, sentence.last)
            self._clauses[number] = clauses.cut(self.words, sentence, inside)
        return self._clauses[number]

    def _opened(self, i: int) -> bool:
        """Whether a clause that begins at word i tells another act."""
        return self.words.norm[i] in _ANOTHER or clauses.pair_at(self.words, i)

    def _definite(self, first: int, last: int) -> bool:
        """The article, on the trigger or on its complement (حملة الاعتقال), or هذا/هذه before it."""
        if first and self.words.norm[first - 1] in ("هذا", "هذه", "تلك", "ذلك", "هاتين"):
            return True
        if self._done(first):
            return False
        return HAS_ARTICLE.among(self.words.norm, first, last)

    def _done(self, i: int) -> bool:
        """قامت مجموعة بالهجوم على X: the noun that a verb of doing carries with ب names an act anew, though with the article."""
        if "ب" not in FUSED[self.words.norm[i]]:
            return False
        first = max(self.words.sentences[self.words.sentence[i]].first, i - _DONE_WITHIN)
        return _TELLS_DOING.among(self.words.norm, first, i)

    def _victims(self, draft: Draft) -> list[ActorMention]:
        """Participants that a casualty claim of the clause counts: the held are no victims of a bomb told beside their arrest,
        nor the dead those of the arrest."""
        others = _HELD if draft.event_type == "ASSAULT" else _HURT
        norm, i = self.words.norm, draft.trigger.first
        claims = [c for c in within(self.reading.casualties, *draft.clause) if not c.subset and c.kind not in others]
        claims = [c for c in claims if c.last > i or not another.ANSWERS.intersection(norm[c.last : i])]
        return [a for c in claims for a in within(self.reading.actors, c.first, self._counted_to(c.last))]

    def _counted_to(self, last: int) -> int:
        """مقتل 13 من قوات الشرطة: behind a number and من stand those it counts."""
        return last + 2 if self.words.norm[last : last + 1] == ["من"] else last

    # -- time, place, speakers --------------------------------------------------------------------------------

    def raids(self, drafts: Sequence[Draft]) -> None:
        """Asked again when verbs have the subjects they share."""
        for draft in drafts:
            settling.raid(draft, self.reading)

    def _means(self, draft: Draft) -> None:
        """قصف says neither gun nor aircraft, استهدف nothing at all: what is named with it settles the means."""
        shelling = draft.sub_event == "Shelling/artillery/missile attack" and not fold(draft.trigger.lemma).endswith(_GUNS)
        open_means = fold(draft.trigger.lemma) in _OPEN_MEANS and draft.sub_event in (None, "Attack")
        if draft.event_type != "ASSAULT" or not (shelling or open_means):
            return
        begin, end = draft.part or draft.clause
        first, last = max(begin, draft.trigger.first - 8), min(end, draft.trigger.last + 6)
        near = [w.lstrip("وبفل").removeprefix("ال") for w in self.words.norm[first:last]]
        if coding.by_air(near) and not self._by_guns(draft):
            draft.sub_event = "Air/drone strike"
            draft.notes.append("sub-type: aircraft named with it")
        elif open_means and self._with_guns(draft):
            by_air = self._fired_from_aircraft(draft)
            draft.sub_event = "Air/drone strike" if by_air else "Shelling/artillery/missile attack"
            draft.notes.append("sub-type: aircraft fired it" if by_air else "sub-type: guns or rockets named with it")

    def _by_guns(self, draft: Draft) -> bool:
        """قصفت قوات النظام … بقذيفة، قصف الجيش بالمدفعية: guns behind the act outweigh aircraft named near; rockets, which both
        fire, do not."""
        said = self.words.norm[draft.trigger.first : min(draft.clause[1], draft.trigger.last + _MEANS_REACH)]
        return any(w.startswith("ب") and w.removeprefix("ب").removeprefix("ال").startswith(_GUNS_ALONE) for w in said)

    def _fired_from_aircraft(self, draft: Draft) -> bool:
        """استهداف سيارة على الطريق بصاروخين من طائرة مسيرة."""
        said = self.words.norm[draft.trigger.last : min(draft.clause[1], draft.trigger.last + _FIRED_WITHIN)]
        return any(a == "من" and coding.by_air((b.removeprefix("ال"),)) for a, b in pairwise(said))

    def _with_guns(self, draft: Draft) -> bool:
        """استهدفت بالمدفعية، استهدف بصواريخ: the means fused with ب behind the verb."""
        last = min(draft.clause[1], draft.trigger.last + _MEANS_REACH)
        said = self.words.norm[draft.trigger.first : last]
        return any(w.startswith("ب") and w.removeprefix("ب").removeprefix("ال").startswith(_ARTILLERY) for w in said)


#: دمشق، الخرطوم: towns that stand for the government that sits there.
_CAPITALS: Final = wordclass.words("capital")
_HELD: Final = frozenset({"detained", "displaced"})
_HURT: Final = frozenset({"killed", "injured", "killed_or_injured"})
_KUNYA: Final = wordclass.words("kunya")
_MARKS: Final = frozenset("،,؛.")
_QUOTES: Final = frozenset('"“”«»')
_PUBLISHED: Final = wordclass.words("published_it")
_TOLD: Final = frozenset({"ان", "بان", "،", ":", "."})
#: Words between "did" and the noun of what was done: who did it.
_DONE_WITHIN: Final = 7
_DOES: Final = wordclass.stems("does_stem")
_TELLS_DOING: Final = PerWord(lambda norm: norm.lstrip("وف").startswith(_DOES))
#: Conjunctions after which another act is told.
_ANOTHER: Final = wordclass.words("another_act")
_GUNS: Final = wordclass.stems("gun_stem")
#: مقر، مبنى: seats that somebody owns, and where something is only said to happen there.
_SEATS: Final = wordclass.words("owned_seat")
_IN: Final = frozenset({"في", "من", "قرب", "داخل", "الي", "عند", "نحو", "باتجاه", "خارج", "حول"})
_ARTILLERY: Final = wordclass.stems("artillery_stem")
#: Acts of force whose word says nothing of the means.
_OPEN_MEANS: Final = wordclass.words("open_means")
_MEANS_REACH: Final = 8
#: Words from the act to the aircraft that its rockets came from.
_FIRED_WITHIN: Final = 12
_GUNS_ALONE: Final = wordclass.stems("gun_alone_stem")
