"""The status of each act: done, going on, planned, demanded, denied or unclear, by the nearest cue that reaches it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.lasting import ASIDE, lasting
from rasad.lexicon import factuality as lexicon
from rasad.lexicon import light_verbs, speakers, wordclass
from rasad.lexicon.factuality import Cue
from rasad.model.mentions import BEGUN, NOT_HAD, Factuality, TimeMention, TriggerMention
from rasad.model.vocab import VERBAL_TYPES, Status
from rasad.model.words import Words

#: A cue holds inside its clause; these end it.
_STOPS = frozenset("،,؛;.:")
#: Adjectives right behind a noun of an act, or behind لا تزال, that say it goes on.
_GOING = wordclass.words("going_on")
_STILL = wordclass.words("still")
#: Verbs that say of the noun before them that it is to come (الاجتماع سيعقد).
_TO_COME = wordclass.words("act_to_come")
_GOING_REACH = 9
#: المفاوضات التي ترعاها X تتواصل، الاشتباكات، التي تدور: verbs that say so of the noun before them.
_GOES_ON_STILL = wordclass.words("act_goes_on")
_NOT_STILL = frozenset({"لا", "لم", "لن", "ان"})
#: Verbs of what an act led to; the act is their subject.
_OUTCOMES = wordclass.words("outcome_verb")
_THAT_THEY = wordclass.words("that_they")
#: To begin an act is to have it going on.
_BEGINS = frozenset({"بدأ", "بدء"})
#: "Amid" says of fighting that it goes on; what was said amid another act was said (وسط اتهامات). Talks go on.
_AMID = wordclass.words("amid")
_SAID = VERBAL_TYPES - {"CONSULT"}
#: What an aircraft flies without.
_UNMANNED: Final = wordclass.words("unmanned")
#: محتشدين، مضربون: whoever protests is named by it.
_THOSE_WHO: Final = re.compile("م.{2,4}(?:ون|ين)")
#: … على أن يبدأ, how far behind the act.
_BEGIN: Final = wordclass.words("is_to_begin")
_TO_BEGIN_WITHIN: Final = 12
_FUTURE: Final = "future verb"
_IN_THE_PRESENT: Final = "told in the present"
#: تنفيذاً، بموجب: before a deal that was made.
_CARRYING_OUT: Final = wordclass.words("carrying_out")
#: Acts that last: moves, measures, meetings, protests.
_LASTING: Final = frozenset({"MOBILIZE", "COERCE", "CONSULT", "PROTEST", "AID"})
#: What makes the present of a verb no telling (قبل أن تنسحب، التي تقصف، حين يقصف).
_UNDER: Final = wordclass.words("no_telling_before")
#: The longest reach of a cue in the list, with its own words.
_FARTHEST = 16
#: One denial outweighs a plan, a plan outweighs "goes on".
_WEIGHT: dict[Status, int] = {"denied": 5, "unclear": 4, "planned": 3, "demanded": 2, "ongoing": 1, "occurred": 0}


#: Proclitics that a cue may carry.
#: Words from a verb to the noun that it carries: who does it.
_CARRIED_WITHIN: Final = 6
_CUE_PREFIXES: Final = frozenset({"", "و", "ف", "ب", "ل", "وب", "ال"})


def find_factuality(words: Words, triggers: Sequence[TriggerMention], times: Sequence[TimeMention]) -> list[Factuality]:
    """One Factuality a trigger, in their order."""
    cues = _cues(words)
    acts = {t.first: t for t in triggers}
    found = [_of(words, n, trigger, cues, times) for n, trigger in enumerate(triggers)]
    for n, trigger in enumerate(triggers):
        if found[n].status in ("occurred", "ongoing") and (told := lasting(words, trigger, acts)) is not None:
            status: Status = "denied" if told[0] == NOT_HAD else "ongoing"
            found[n] = Factuality(n, status, (told[1], told[1] + 1), told[0])
    for n in range(1, len(found)):
        verb, noun = triggers[n - 1], triggers[n]
        carries = found[n - 1].why == _IN_THE_PRESENT and found[n].status == "occurred" and noun.pos != "verb"
        if carries and verb.event_type == noun.event_type and not _stopped(words, verb.last, noun.first):
            found[n] = replace(found[n - 1], trigger=n)  # تفرض القوات حصاراً: its object goes on with it
        coming = found[n].why == _FUTURE and found[n - 1].status == "occurred" and noun.pos == "verb" != verb.pos
        if coming and verb.event_type == noun.event_type and not _stopped(words, verb.last, noun.first):
            found[n - 1] = replace(found[n], trigger=n - 1)  # تعزيزات من الخرطوم ستصل
    return found


def _cues(words: Words) -> list[tuple[int, int, Cue]]:
    return [(m.first, m.last, m.payloads[0]) for m in lexicon.load().all(words) if m.prefix in _CUE_PREFIXES]


def _present(norm: str, lemma: str) -> bool:
    """Whether a form is a present: توصل is a past that begins with ت."""
    return norm[:1] == "ي" or (norm[:1] == "ت" and (lemma[:1] != "ت" or norm[:2] == "تت"))


def _stopped(words: Words, first: int, last: int) -> bool:
    """Whether a clause ends within words [first, last); a pair of commas around a few words (، في بيان اليوم،) ends none,
    a verb of saying begins another (نفى قصف X وقال إن الجيش قصف Y)."""
    marks = [j for j in range(first, last) if words.norm[j] in _STOPS]
    commas = [j for j in marks if words.norm[j] in "،,"]
    pairs = {j for a, b in pairwise(commas) if b - a <= ASIDE + 1 for j in (a, b)}
    says = speakers.AND_SAYS.where(words.norm, first, last)
    return any(j not in pairs for j in marks) or any(speakers.says_anew(words, j, last) for j in says)


def _cue_first(cue: tuple[int, int, Cue]) -> int:
    return cue[0]


def _of(
    words: Words, number: int, trigger: TriggerMention, cues: Sequence[tuple[int, int, Cue]], times: Sequence[TimeMention]
) -> Factuality:
    best = Factuality(number, "occurred", None, "no cue")
    adverb = words.surface[trigger.first].endswith(("اً", "ًا"))
    lo = bisect_left(cues, trigger.first - _FARTHEST, key=_cue_first)
    for first, last, cue in cues[lo : bisect_left(cues, trigger.first, key=_cue_first)]:
        if not (last <= trigger.first <= last + cue.reach - 1) or words.sentence[first] != words.sentence[trigger.first]:
            continue
        if _stopped(words, last, trigger.first):
            continue
        if trigger.event_type in _SAID and words.norm[first] in _AMID:
            continue
        if cue.status == "denied" and words.norm[last] in _UNMANNED:
            continue  # طائرة بدون طيار تستهدف: what it flies without, not what is left undone
        if cue.status == "denied" and trigger.event_type in _SAID and words.surface[trigger.first].startswith("م") and adverb:
            continue  # نفى مسؤوليته متهماً مسلحين: he who denied accused them
        if not _CARRYING_OUT.isdisjoint(words.norm[last : trigger.first]):
            continue  # نفت انسحابها تنفيذاً للاتفاق: the deal was made
        if cue.status == "unclear" and words.norm[last] in _THAT_THEY and trigger.first > last + 1:
            continue  # طائرات يرجح أنها روسية قصفت: whose they are is guessed, not the act (CODEBOOK 10)
        noun = trigger.pos != "verb" or trigger.first == last + 1  # no verb right behind another
        if cue.status == "denied" and noun and trigger.frame != "patient" and words.norm[last] in _OUTCOMES:
            continue  # لم يسفر القصف عن إصابات: what came of it is denied, not the act
        if _WEIGHT[cue.status] > _WEIGHT[best.status]:
            best = Factuality(number, cue.status, (first, last), f"cue {cue.form}")
    if best.status == "occurred" and trigger.lemma in _BEGINS and words.norm[trigger.first][:1] != "س":
        return Factuality(number, "ongoing", (trigger.first, trigger.first + 1), BEGUN)
    if best.status == "occurred" and (begins := _to_begin(words, trigger)) is not None:
        return Factuality(number, "planned", begins, "it is to begin")
    if best.status == "occurred" and trigger.pos != "verb":
        named = trigger.first and words.kind[trigger.first - 1] == "word"  # not خرجوا، مرددين هتافات
        if named and trigger.event_type == "PROTEST" and _THOSE_WHO.fullmatch(words.norm[trigger.first]):
            return Factuality(number, "ongoing", (trigger.first, trigger.first + 1), "those who do it")
        if (ahead := _carried_ahead(words, trigger)) is not None:
            return Factuality(number, "planned", (ahead, ahead + 1), _FUTURE)
        said = _said_behind(words, trigger)
        if said is not None:
            to_come = words.norm[said] in _TO_COME
            status: Status = "planned" if to_come else "ongoing"
            return Factuality(number, status, (said, said + 1), f"{'to come' if to_come else 'going on'}, said behind it")
    if best.status == "occurred" and trigger.pos == "verb":
        norm = unjoined(words.norm[trigger.first], trigger.lemma)
        if norm[:2] in ("سي", "ست") and trigger.lemma[:1] != "س":
            return Factuality(number, "planned", (trigger.first, trigger.first + 1), _FUTURE)
        if trigger.first and words.norm[trigger.first - 1] in ("لا", "ولا"):
            return Factuality(number, "denied", (trigger.first - 1, trigger.first), "لا before the verb")
        if trigger.first and words.norm[trigger.first - 1] in ("قد", "وقد") and _present(norm, trigger.lemma):
            return Factuality(number, "unclear", (trigger.first - 1, trigger.first), "قد before the present")
        if _goes_on(words, trigger, times):
            return Factuality(number, "ongoing", (trigger.first, trigger.first + 1), _IN_THE_PRESENT)
    return best


def unjoined(norm: str, lemma: str) -> str:
    """A verb without و and ف before it; the ف of فتشت is its own."""
    bare = norm.removeprefix("و")
    return bare if lemma[:1] == "ف" else bare.removeprefix("ف")


def _goes_on(words: Words, trigger: TriggerMention, times: Sequence[TimeMention]) -> bool:
    """وتفرض القوات حصاراً على البلدة: what is told in the present in the body, without a time of its own, and is no word."""
    i = trigger.first
    sentence = words.sentences[words.sentence[i]]
    norm = unjoined(words.norm[i], trigger.lemma)
    if trigger.event_type not in _LASTING or sentence.role != "body" or not _present(norm, trigger.lemma):
        return False
    if norm[:1] not in "يت" or (i > sentence.first and words.norm[i - 1] in _UNDER):
        return False
    if sentence is words.sentences[0] and any(k == "word" for k in words.kind[sentence.first : i]):
        return False  # البلدية تمنع التجول: a headline is told in the present of what was done
    return not any(sentence.first <= t.first < sentence.last for t in times)


def _to_begin(words: Words, trigger: TriggerMention) -> tuple[int, int] | None:
    """فرض حظر التجول، على أن يبدأ غداً: the words that leave its beginning to a time to come."""
    end = min(words.sentences[words.sentence[trigger.first]].last, trigger.last + _TO_BEGIN_WITHIN)
    if trigger.event_type in VERBAL_TYPES or trigger.event_type == "AGREE":
        return None
    for i in range(trigger.last, end - 2):
        if words.norm[i] == "علي" and words.norm[i + 1] == "ان" and words.norm[i + 2] in _BEGIN:
            return i, i + 3
    return None


def _carried_ahead(words: Words, trigger: TriggerMention) -> int | None:
    """قواته ستشن هجوماً, ستنفذ الشرطة حملة: the verb in the future that carries the noun, if no other verb that carries nouns
    stands nearer."""
    carries = light_verbs.load().subject
    first = max(words.sentences[words.sentence[trigger.first]].first, trigger.first - _CARRIED_WITHIN)
    for i in range(trigger.first - 1, first - 1, -1):
        if words.norm[i] in _STOPS:
            return None
        if carries[words.norm[i]] is not None:
            verb = words.norm[i].removeprefix("و").removeprefix("ف")
            return i if verb[:2] in ("سي", "ست") and carries[verb[1:]] is not None else None
    return None


def _said_behind(words: Words, trigger: TriggerMention) -> int | None:
    """قصف متواصل، المفاوضات بين الجانبين لا تزال جارية، الاجتماع سيعقد غداً: the word that says it goes on or is to come."""
    end = words.sentences[words.sentence[trigger.first]].last
    for i in range(trigger.last, min(end, trigger.last + _GOING_REACH)):
        if words.norm[i] in _STOPS and words.norm[i + 1 : i + 2] != ["التي"]:
            return None
        if words.norm[i] in _TO_COME or (words.norm[i] in _GOES_ON_STILL and words.norm[i - 1] not in _NOT_STILL):
            return i
        if words.norm[i] in _GOING and (i - trigger.last < 3 or not _STILL.isdisjoint(words.norm[max(trigger.last, i - 3) : i])):
            return i
    return None


@Language.component("rasad_factuality", requires=["doc._.words", "doc._.triggers", "doc._.times"], assigns=["doc._.factuality"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.factuality`."""
    _ = doc._
    _.factuality = find_factuality(_.words, _.triggers, _.times)
    return doc
