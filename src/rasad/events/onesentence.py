"""Whether two drafts of one sentence tell of one act."""

from typing import Final

from rasad.events import another
from rasad.events.clauses import participle
from rasad.events.compare import places_differ, sides_differ
from rasad.events.days import days_apart
from rasad.events.draft import Draft
from rasad.events.governing import PREPOSITIONS
from rasad.events.kinds import kinds_differ
from rasad.events.retelling import came_of, fight_beside, told_as_another
from rasad.events.subjects import after_another
from rasad.lexicon import light_verbs, wordclass
from rasad.lexicon.clitics import FUSED, UNCONNECTED
from rasad.lexicon.folding import fold
from rasad.model.reading import Reading
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Words

_GROUND: Final = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
_THROUGH: Final = wordclass.stems("through_stem")
_EARLIER: Final = wordclass.words("earlier")
_OPEN_MEANS: Final = wordclass.words("open_means")
#: Words of an act that is the subject of a verb, behind its own (الغارة الجوية الإسرائيلية استهدفت).
_SUBJECT: Final = 3
_RELATIVES: Final = wordclass.words("relative")
#: What was done and what goes on may be one act.
_DONE: Final = frozenset({"occurred", "ongoing"})
_OTHER: Final = wordclass.words("another_one")
#: Words from "after" to the act (بعد ثلاثة أيام من مقتل), and from "had" to its verb.
_DAYS_BEFORE: Final = 4
_HAD_WITHIN: Final = 2
_MEANWHILE: Final = wordclass.words("another_act")
_EXTENDS: Final = wordclass.words("extends")
#: Words of who does it, when and where between a light verb and the noun it carries.
_CARRIED_WITHIN: Final = 10
_SEIZING: Final = wordclass.words("seizing")
_OPEN: Final = frozenset({None, "Attack", "Armed clash"})


def same_act(a: Draft, b: Draft, reading: Reading) -> bool:
    """One sentence: same type, nothing that tells them apart."""
    words = reading.words
    if a.event_type != b.event_type:
        return False
    consequence = b.trigger.frame == "patient" or a.trigger.frame == "patient"
    # اشتباكات مستمرة أوقعت قتلى is one act; اشتباكات مستمرة إثر مقتل شاب are two.
    behind = after_another(words, b.trigger.first)
    led = consequence and not behind
    if came_of(a, b, words) or _days_before(a, b, words) or another.followed(a, b, words):
        return False
    if _extended(a, b) or _carried(a, b, words) or _with_weapon(a, b, words):
        return True
    statuses = {a.status, b.status}
    going = b.trigger.frame == a.trigger.frame == "mutual" and a.event_type == "ASSAULT"  # إشكال بدأ بعراك
    going = going or a.event_type == "COOPERATE"
    # يواصلون اعتصامهم مرددين هتافات، بعد أن أغلقوا البوابة
    going = going or (a.event_type == "PROTEST" and (b.trigger.pos == "verb" or participle(words, b.trigger.first)))
    if a.status != b.status and not ((led or going) and statuses <= _DONE) and not (consequence and "unclear" in statuses):
        return False
    if b.trigger.first - max(t.last for t in (a.trigger, *a.merged)) <= 1 and (
        b.trigger.pos != "verb" or words.norm[b.trigger.first - 1] in _OTHER
    ):
        return True  # محاولة اختطاف، عملية اغتيال، لغم آخر انفجر
    if _goes_out_in(a, b, words) or _participle_of(a, b, words):
        return True
    if another.in_sentence(a, b, reading) or (not consequence and fight_beside(a, b)) or _asks_another(a, b, words):
        return False
    if another.by_another(a, b, words) or another.to_another(a, b, words):
        return False
    if a.clause != b.clause and a.time != b.time and days_apart(a, b):
        return False
    if a.clause != b.clause and places_differ(a, b):
        return False
    if _points_back(a, b, words) or _joined(a, b, words) or _said_of(a, b):
        return True
    if _means_of(a, b, words):
        return True
    if kinds_differ(a, b) or (told_as_another(b, reading) and not _hurt_by(a, b, words)):
        return False
    return not sides_differ(a, b, "source") or consequence or _fought_for(a, b)


def _days_before(a: Draft, b: Draft, words: Words) -> bool:
    """بعد يوم من مقتل ستة, بعد ساعات على مقتل مدني, غداة هجوم, بعدما كانت القوات قد أوقفت: told only as what came before the
    act of its sentence."""
    i = min(t.first for t in (b.trigger, *b.merged) if t is b.trigger or a.trigger.last <= t.first)
    between = list(map(UNCONNECTED.__getitem__, words.norm[a.trigger.last : i]))
    near = between[-_DAYS_BEFORE:]
    if not _EARLIER.isdisjoint(between):
        return True  # ليس الاختطاف الأول، فقد سبق وتعرض ناشطان للاختطاف
    if b.trigger.pos == "verb":
        return "قد" in words.norm[i - _HAD_WITHIN : i] and "بعدما" in between
    dead = near[-1:] == ["علي"] and b.trigger.frame == "patient"  # of other acts told so the next sentence may count the toll
    after = near[-1:] == ["غداه"] or ((near[-1:] == ["من"] or dead) and "بعد" in near)
    return after and not b.definite and not a.trigger.frame == b.trigger.frame == "mutual"


def _asks_another(a: Draft, b: Draft, words: Words) -> bool:
    """وتطالب دمشق إسرائيل بـ…، وتدعو المجتمع الدولي: of somebody else, by a verb of its own."""
    if a.event_type != "REQUEST" or b.trigger.pos != "verb" or a.trigger.pos != "verb" or a.clause == b.clause:
        return False
    x, y = ({m.side for m in d.of_role("target")} for d in (a, b))
    return bool(y) and not x & y


def _goes_out_in(a: Draft, b: Draft, words: Words) -> bool:
    """خرج معلمو البلدة في وقفة مماثلة: the verb of going out and the noun of what they went out in."""
    out = a.event_type == "PROTEST" and a.trigger.pos == "verb" and b.trigger.pos != "verb" and not b.definite
    return out and a.clause == b.clause and words.norm[b.trigger.first - 1] == "في"


def _extended(a: Draft, b: Draft) -> bool:
    """مدد الجهاز اعتقال طالب حتى الخميس: what is extended."""
    return fold(a.trigger.lemma) in _EXTENDS and b.trigger.pos != "verb" and b.trigger.first - a.trigger.last <= _SUBJECT + 1


def _carried(a: Draft, b: Draft, words: Words) -> bool:
    """فرضت القوات حظر تجوال, نفذ المعلمون إضراباً, يواصل الأسير إضرابه: the verb that only carries a noun, and the noun."""
    first, i = a.trigger.first, b.trigger.first
    if a.trigger.pos != "verb" or b.trigger.pos == "verb" or a.clause != b.clause or i - a.trigger.last > _CARRIED_WITHIN:
        return False
    joined = words.norm[i].startswith("و") and fold(b.trigger.lemma)[0] != "و"
    bare = not joined and words.norm[i - 1] not in PREPOSITIONS
    return bare and light_verbs.load().subject[words.norm[first]] == "source"


def _with_weapon(a: Draft, b: Draft, words: Words) -> bool:
    """تتعرض القرى لقصف مستمر …، بالمدفعية الثقيلة وراجمات الصواريخ: a weapon that ب carries, behind the act, is what it was done
    with, also of an act that goes on; and so is one joined to it."""
    bare = b.trigger.frame == "bare" and b.trigger.strength == "weak" and b.trigger.pos != "verb"
    if not bare or a.event_type != "ASSAULT" or a.trigger.frame == "patient":
        return False
    before = a.merged[-1] if a.merged else a.trigger
    joined = before.frame == "bare" and before.last == b.trigger.first
    fused = {prefix for prefix, _ in words.analyses[b.trigger.first]}
    return "ب" in fused or (joined and "و" in fused) or _by_a_number(b, words)


def _by_a_number(b: Draft, words: Words) -> bool:
    """بعدد من القذائف، بأكثر من 20 قذيفة: ب before what counts the weapon."""
    of = b.trigger.first - 1
    of -= words.kind[of] == "number"
    return words.norm[of] == "من" and "ب" in FUSED[words.norm[of - 1]]


def _means_of(a: Draft, b: Draft, words: Words) -> bool:
    """قتلت القوات ثلاثة منهم بضربة نفذها الطيران: what it was done with, whoever dealt it."""
    if a.event_type != "ASSAULT" or b.trigger.pos == "verb" or b.definite or a.clause != b.clause or b.trigger.frame == "mutual":
        return False
    return a.sub_event in _OPEN and any(p.startswith("ب") for p, _ in words.analyses[b.trigger.first])


def _participle_of(a: Draft, b: Draft, words: Words) -> bool:
    """أمهل النظام الوجهاء …، مهدداً: a participle goes on with the words of its subject."""
    between = words.norm[a.trigger.last : b.trigger.first]
    said = a.event_type in VERBAL_TYPES and a.trigger.pos == "verb" and _MEANWHILE.isdisjoint(between)
    return said and participle(words, b.trigger.first) and not words.norm[b.trigger.first].startswith("و")


def _hurt_by(a: Draft, b: Draft, words: Words) -> bool:
    """أُصيب شابان في هجوم آخر: what hurt them, other than what was told before the sentence."""
    hurt = not a.merged and (a.trigger.frame == "patient" or a.trigger.voice == "passive")
    before = words.norm[b.trigger.first - 1]
    through = before == "في" or before.startswith(_THROUGH) or words.norm[b.trigger.first].startswith("ب")
    return hurt and through and b.trigger.pos != "verb" and a.clause == b.clause


def _fought_for(a: Draft, b: Draft) -> bool:
    """استعاد الجيش المدينة بعد معارك مع X: the fighting that took the ground."""
    return a.sub_event in _GROUND and b.trigger.frame == "mutual" and not b.definite and a.clause == b.clause


def _points_back(a: Draft, b: Draft, words: Words) -> bool:
    """A verb in a relative clause about the act just named (حظر التجوال الذي فرضته …)."""
    between = words.norm[a.trigger.last : b.trigger.first]
    return b.trigger.pos == "verb" and len(between) <= 3 and not _RELATIVES.isdisjoint(between)


def _joined(a: Draft, b: Draft, words: Words) -> bool:
    """باعتقال شبان ومصادرة أسلحتهم، اعتقلت أشقاء وصادرت مركبتهم: nouns of repression joined by و, and the verb of what was seized
    on the way, are one campaign (CODEBOOK 10)."""
    if a.event_type != "COERCE" or not words.norm[b.trigger.first].startswith("و"):
        return False
    if b.trigger.pos != "noun" and fold(b.trigger.lemma) not in _SEIZING:
        return False
    mine, theirs = ({m.side for m in d.of_role("source")} for d in (b, a))
    return not mine or mine == theirs


def _said_of(a: Draft, b: Draft) -> bool:
    """القصف التركي استهدف تجمعاً: a verb that says only whom the act told right before it struck."""
    last = max(t.last for t in (a.trigger, *a.merged))
    if b.event_type != "ASSAULT" or b.trigger.pos != "verb" or a.trigger.pos == "verb" or a.clause != b.clause:
        return False
    return fold(b.trigger.lemma) in _OPEN_MEANS and 0 <= b.trigger.first - last <= _SUBJECT
