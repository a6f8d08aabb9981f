"""Finds the words that may tell of an event, with the reading that their neighbours allow."""

from dataclasses import replace
from typing import Final, Literal

from spacy.language import Language
from spacy.tokens import Doc

from rasad.analyse.companions import COMPANION_WINDOW, announced, companion_before, first_of
from rasad.analyse.sidenames import armed_name, given_name, inside_name
from rasad.analyse.wordtypes import OPENS_NUMBER, OPENS_TIME, STEMS
from rasad.lexicon import triggers as lexicon
from rasad.lexicon import wordclass
from rasad.lexicon.clitics import among, analyses
from rasad.lexicon.folding import fold
from rasad.lexicon.perword import PerWord
from rasad.lexicon.triggers import TriggerEntry, TriggerForm
from rasad.model.mentions import TriggerMention
from rasad.model.vocab import VERBAL_TYPES
from rasad.model.words import Words

#: A companion preposition may stand behind a long subject (أفرجت ميليشيا تابعة لـ … عن).
PREPOSITION_WINDOW = 14
#: The companion of a verb of moving that takes no object is its subject (انتشرت في أحياء المدينة مدرعات).
SUBJECT_WINDOW = 7
_MOVING: Final = frozenset({"MOBILIZE", "RETREAT"})
#: Types whose verbs (نشر، خرج) tell of other things too, which their blocks name.
_OF_OTHER_THINGS: Final = frozenset({"MOBILIZE", "PROTEST"})
#: Prepositions and nouns behind which a word is no verb (في قصف، وجود تشدد).
_BEFORE_NOUNS: Final = wordclass.words("before_a_noun")
#: مركز احتجاز، منصة إطلاق: behind these a noun of an act tells what a thing is for.
_THINGS: Final = wordclass.words("thing_of_use")
#: فتح تحقيق في الأمر: a matter, not an order.
_MATTER: Final = wordclass.words("the_matter")
#: والدهم: no و with a raid.
_NO_ACT: Final = wordclass.words("no_act")
_ANY: Final = frozenset({"اي", "ايه"})
_NOT: Final = frozenset({"لم", "لن", "لا", "ما", "دون", "عدم", "ليس", "ليست", "نفي", "نفت"})
#: Words from the subject of a verb to its object: an adjective or two come between.
_OBJECT_WITHIN: Final = 3
#: A negation stands so many words before "any".
_NOT_WITHIN: Final = 8
#: Conjunctions behind which another act is told.
_ANOTHER: Final = wordclass.words("another_act") | wordclass.words("carrying_out") | {"حين"}
#: بحسب المصادر فإن خطف المواطن جرى …: behind it stands a noun, where the letters may be one.
_SO_THAT: Final = frozenset({"فان"})
#: ألف طالب: behind a round number stands what is counted, also where its letters are a verb's.
_THOUSANDS: Final = wordclass.words("round_number")
_COUNTED_NOUNS: Final = wordclass.words("counted_like_a_verb")
_DEALS: Final = frozenset({"AGREE", "CONCEDE", "COOPERATE"})
_PREPOSITIONS = frozenset({"عن", "علي", "ب", "الي"})
BLOCK_WINDOW = 2
#: أوقف رئيس الحكومة السودانية وزير الصحة عن العمل: two words that block stand behind the object.
_PAIR_REACH: Final = 8
#: A governed companion (عن بالغ دعمه) stands within so many words behind its preposition.
_GOVERNED_REACH: Final = 3
#: Types whose companions are things, never sides (أعلن دعم …، أعلن فتح تحقيق).
_OF_WORDS: Final = frozenset({"SUPPORT", "ACCUSE"})


def find_triggers(words: Words) -> list[TriggerMention]:
    """Trigger mentions in the order of the text, at most one at a word; furniture is skipped."""
    found: list[TriggerMention] = []
    for sentence in words.sentences:
        if sentence.role == "furniture":
            continue
        last = sentence.first
        # Companions of verbs → their verb's place in `found`.
        told: dict[int, int] = {}
        for i in _FORMS.where(words.norm, sentence.first, sentence.last):
            if i < last or words.kind[i] != "word" or words.norm[i] in _MATTER or given_name(words, i, sentence.first):
                continue
            best, companion = _best_at(words, i, sentence.last)
            if best is None:
                continue
            last = best.last
            if best.frame == "bare" and i in told and found[told[i]].event_type == best.event_type:
                # فككت … عبوة ناسفة، استهدفوا بعبوة ناسفة: a thing that the verb before needs tells no act of its own.
                verb = found[told[i]]
                found[told[i]] = replace(verb, sub_event=verb.sub_event or best.sub_event)
                continue
            if best.pos == "verb" and companion >= best.last:
                told[companion] = len(found)
            found.append(best)
    return found


#: (number of the cut, proclitics, stem, forms).
_Cut = tuple[int, str, str, tuple[TriggerForm, ...]]


def _forms(norm: str) -> dict[str, tuple[_Cut, ...]]:
    """The cuts of a word that begin a trigger: under "" the triggers of one word, the phrases under their second word."""
    if norm in _NO_ACT:
        return {}
    known = lexicon.load()
    found: dict[str, list[_Cut]] = {}
    for cut, (prefix, stem) in enumerate(analyses(norm)):
        by_second: dict[str, list[TriggerForm]] = {}
        for form in known.get(stem, ()):
            by_second.setdefault(form.rest[0] if form.rest else "", []).append(form)
        for second, forms in by_second.items():
            found.setdefault(second, []).append((cut, prefix, stem, tuple(forms)))
    return {second: tuple(cuts) for second, cuts in found.items()}


_FORMS: Final = PerWord(_forms)


def _forms_at(words: Words, i: int) -> tuple[_Cut, ...]:
    """The triggers that word i, and for phrases the one behind it, may begin."""
    known = _FORMS[words.norm[i]]
    if not known:
        return ()
    alone = known.get("", ())
    second = words.norm[i + 1] if i + 1 < len(words.norm) else ""
    return alone + known[second] if second and second in known else alone


def _best_at(words: Words, i: int, last: int) -> tuple[TriggerMention | None, int]:
    """The best reading at word i and where its companion stands (i without one): more words first, then one that has its
    companion, then one whose companion stands behind its own preposition (منعت ناشطة من السفر), then the shortest cut, then
    sure, then the one whose companion stands nearest (استولت على منزل … في مدينة)."""
    best: tuple[tuple[int, ...], TriggerMention, int] | None = None
    surface = words.surface[i]
    for cut, prefix, stem, forms in _forms_at(words, i):
        no_verb: bool | None = None
        nouns = i > 0 and any(form.entry.pos == "noun" for form in forms)
        noun = nouns and words.norm[i - 1] in _SO_THAT
        told_of = nouns and not prefix and announced(words, i)
        for form in forms:
            if form.entry.pos == "verb":
                if no_verb is None:
                    no_verb = noun or _is_no_verb(words, i, prefix, stem)
                if no_verb or _of_another_word(surface, prefix, stem, form):
                    continue
            if not form.feminine and surface.endswith("ة"):
                continue
            if form.entry.pos == "noun" and (_verb_slot(words, i, prefix) or _only_named(words, i, prefix)):
                continue
            if form.feminine and prefix == "ال" and _describes(words, i):
                continue
            end, companion, governs = _match(words, form, i, last)
            if not end or _blocked(words, form, i, end, prefix):
                continue
            if end == i + 1 and _may_be_named(form) and inside_name(words, i, whole=True):
                continue
            sure = int(form.entry.strength == "sure")
            told = int(told_of and form.entry.pos == "noun")
            rank = (end - i, int(form.entry.needs), int(governs), -cut, told, sure, -abs(companion - i), int(companion >= i))
            if best is None or rank > best[0]:
                if companion == end and not OPENS_NUMBER[words.norm[end]]:
                    end += 1  # وصل الجيش; those of خرج العشرات are who did it
                if end == companion + 1 and end > i + 1 and _tells_another(words, form, companion):
                    end = companion
                best = rank, _mention(words, form, i, end), companion
    return (best[1], best[2]) if best else (None, i)


def _describes(words: Words, i: int) -> bool:
    """القوات المهاجمة، الأحياء المحاصرة: a masdar of this pattern behind a noun with the article is its adjective."""
    pattern = words.norm[i].removeprefix("ال")
    return i > 0 and pattern[0] == "م" and pattern[2:3] == "ا" and any("ال" in cut for cut, _ in words.analyses[i - 1])


def _may_be_named(form: TriggerForm) -> bool:
    """جند الأقصى، الحشد الشعبي: within a side's name a word tells no act; its arms and joint patrols do (مسيرة تركية)."""
    return form.entry.frame != "bare" and form.entry.event_type != "COOPERATE"


def _tells_another(words: Words, form: TriggerForm, j: int) -> bool:
    """فض الاحتجاجات، اعتراض الدورية المشتركة: a companion that tells an act of another type is none of the verb's words."""
    if not form.entry.needs or form.entry.event_type in VERBAL_TYPES:
        return False
    for *_, forms in _forms_at(words, j):
        for other in forms:
            kind = other.entry.event_type
            alone = other.entry.strength == "sure" and not other.entry.needs and kind not in ("MOBILIZE", form.entry.event_type)
            if alone and tuple(words.norm[j + 1 : j + 1 + len(other.rest)]) == other.rest:
                return True
    return False


def _is_no_verb(words: Words, i: int, prefix: str, stem: str) -> bool:
    """Whether the word cut so is no verb, whatever its letters."""
    if not _verb_may_take(prefix, stem):
        return True
    if not prefix and i and among(words.norm[i - 1], _BEFORE_NOUNS):
        return True  # في قصف، إثر قتل، وفي حرض: a preposition takes a noun
    if i and words.norm[i - 1] in _THOUSANDS and words.norm[i] in _COUNTED_NOUNS:
        return True  # خمسين ألف طالب: students
    if i and words.kind[i - 1] == "number" and words.norm[i].endswith("ا") and not words.norm[i].endswith("وا"):
        return True  # موزعون على 22 سجنا: what is counted
    return any(mark in words.surface[i] for mark in _TANWIN)


def _of_another_word(surface: str, prefix: str, stem: str, form: TriggerForm) -> bool:
    """Whether letters that folding makes alike show that it is no form of this verb."""
    lemma = form.entry.lemma
    if prefix.endswith("ل") and stem.startswith(fold(lemma)):
        return True  # لتعقب الجناة: a noun, for ل takes no verb of the past
    if surface.lstrip("وف").startswith("آ") and lemma[0] != "آ":
        return True  # آمر اللواء is no form of أمر
    if _PARTICIPLE in surface and _PARTICIPLE not in lemma:
        return True  # بائع is who sells, no form of بايع
    passive = lemma[:1] == "أ" and form.passive != "no"  # أُخلي سبيله, أُلغي, أُجري
    return surface.endswith("ي") and lemma.endswith("ى") and stem == fold(lemma) and not passive  # نادي الأسير is no form of نادى


#: Letters of a verb behind the ب of speech: fewer are other words (بيان، بيوت).
_SPOKEN: Final = 4


def _verb_may_take(prefix: str, stem: str) -> bool:
    """A verb takes و، ف, in the imperfect ل (لترد; لدعم is a noun), no article and no ك; ب only as speech has it (بيقصف)."""
    if prefix in ("ب", "وب") and stem[:1] == "ي":
        return stem[1:2] != "ت" and len(stem) >= _SPOKEN  # not بيتهما, بينهم
    if "ال" in prefix or any(c in prefix for c in "بك") or prefix.startswith("لل"):
        return False
    return not prefix.endswith("ل") or stem[:1] in "يتنا"


_BEFORE_VERB: Final = frozenset(
    {"لم", "لن", "قد", "سوف", "وقد", "فقد", "ولم", "ولن", "ما", "لما", "الذي", "التي", "الذين", "والتي", "والذي"}
)


def _verb_slot(words: Words, i: int, prefix: str) -> bool:
    """After لم، لن، قد، سوف, and after a relative pronoun (ما نشره), a word is a verb."""
    return not prefix and i > 0 and words.norm[i - 1] in _BEFORE_VERB


def _only_named(words: Words, i: int, prefix: str) -> bool:
    """مركز احتجاز, أية حوارات: what a thing is for, or any act that may be; a denial tells of one (لم تقع أي اشتباكات)."""
    if prefix or i == 0:
        return False
    if words.analyses[i - 1][-1][1] in _ANY:
        if tuple(words.norm[i + 1 : i + 3]) == ("من", "قبل"):
            return False  # its doer is behind it, and no other act's
        return not any(w.lstrip("وف") in _NOT for w in words.norm[max(first_of(words, i), i - _NOT_WITHIN) : i - 1])
    return any(stem in _THINGS and "ال" not in cut for cut, stem in words.analyses[i - 1])


#: What a word may be as the companion of a word before it: nothing for a matter; None ends the search (قصفت القوات …، فيما
#: استهدف الطيران: the companion of another verb).
_COMPANY: Final[PerWord[frozenset[str] | None]] = PerWord(
    lambda norm: None if norm in _ANOTHER else frozenset() if norm in _MATTER else STEMS[norm]
)


def _match(words: Words, form: TriggerForm, i: int, last: int) -> tuple[int, int, bool]:
    """(word after the trigger, its companion, whether that stands behind its own preposition), or zeros: the rest of a phrase
    must follow, a companion must be near."""
    end = i + 1
    for word in form.rest:
        if end >= last or words.norm[end] != word:
            return 0, 0, False
        end += 1
    entry = form.entry
    if not entry.needs:
        return end, i, False
    companions, governed, of_its_class = entry.companions, entry.governed, entry.of_class
    of_preposition = not companions.isdisjoint(_PREPOSITIONS)
    plain = not governed and not entry.armed
    reach = PREPOSITION_WINDOW if of_preposition else COMPANION_WINDOW
    moves = entry.pos == "verb" and entry.event_type in _MOVING and not entry.transitive
    if moves and not of_preposition:
        reach = SUBJECT_WINDOW
        if entry.event_type == "RETREAT":  # خرجت في ساعة متأخرة من مساء أمس عشرات الحافلات
            reach += sum(OPENS_TIME[w] for w in words.norm[end : end + SUBJECT_WINDOW])
    # يعقد المسؤولون مؤتمراً صحفياً: what blocks a verb of words may stand behind its companion.
    # سيّرت الشرطة دورية مشتركة: so for moves
    # نشرت اللجنة أسماء القتلى جراء قصف القوات, خرجت قافلة تقل مئات المقاتلين: what a crowd or a force may do was done with
    # something else.
    other = entry.blocks if entry.event_type in _OF_OTHER_THINGS else frozenset[str]()
    of_class = 0
    for j in range(end, min(last, end + reach)):
        stems = _COMPANY[words.norm[j]]
        if words.norm[j] == "عدم" and entry.event_type in _DEALS:
            break  # أعلن عدم التوصل إلى اتفاق
        if stems is None or not (other.isdisjoint(stems) or j == end or inside_name(words, j)):
            break
        if (plain and entry.beside.isdisjoint(stems)) or not stems:
            continue
        beside = not companions.isdisjoint(stems) and not (entry.event_type in _OF_WORDS and inside_name(words, j, whole=True))
        behind = not entry.governed_words.isdisjoint(words.stems[j]) and _governed(words, governed, j)
        classed = not of_class and (not of_its_class.isdisjoint(stems) or (entry.armed and armed_name(words, j)))
        if not (beside or behind or classed) or _said_of_other(words, entry, end, j, last):
            continue
        if beside:
            return j + 1 if j == end else end, j, False
        if behind:
            return end, j, True
        of_class = j
    if of_class:
        return end, of_class, False
    before = companion_before(words, form, i, moves)
    return (0, 0, False) if before is None else (end, before, False)


def _said_of_other(words: Words, entry: TriggerEntry, end: int, j: int, last: int) -> bool:
    """Whether what blocks a trigger of words or a move stands right behind its companion at word j (يعقد المسؤولون مؤتمراً
    صحفياً), or is the object of its verb, behind the subject and an adjective (نشر الجيش الوطني بيانه)."""
    flown = entry.event_type == "ASSAULT" and entry.sub_event == "Air/drone strike" and entry.pos == "verb"
    moved = entry.event_type in _OF_OTHER_THINGS or flown  # ألقت طائرات أمريكية وعراقية مساعدات
    reach = (
        _OBJECT_WITHIN
        if moved and (entry.transitive or entry.pos == "noun")
        else int(moved or (entry.event_type in VERBAL_TYPES and j > end))
    )
    for k in range(j + 1, min(last, j + 1 + reach)):
        if words.norm[k] in _BEFORE_NOUNS or words.norm[k].startswith("لل"):
            return False  # رتلا للقوات: whose it is
        if not entry.blocks.isdisjoint(STEMS[words.norm[k]]):
            return True
    return False


def _governed(words: Words, governed: frozenset[tuple[str, str]], j: int) -> bool:
    """عبر عن بالغ دعمه، دفعت بتعزيزات: the companion stands behind its preposition, an adjective between them at most, or a
    number that has the preposition (دفعت بثلاثة أفواج)."""
    first = max(0, j - _GOVERNED_REACH)
    before = {*words.norm[first:j]}
    for k in range(j, first - 1, -1):
        if k == j or OPENS_NUMBER[words.norm[k]]:
            before |= {prefix.lstrip("وف")[:1] for prefix, _ in words.analyses[k]}
    return any((word, stem) in governed for word in before for _, stem in words.analyses[j])


def _blocked(words: Words, form: TriggerForm, first: int, end: int, prefix: str) -> bool:
    entry = form.entry
    if not (entry.blocks or entry.block_pairs):
        return False
    last = words.sentences[words.sentence[first]].last
    if entry.block_pairs and _paired(
        words, entry, max(first_of(words, first), first - BLOCK_WINDOW), min(last, end + _PAIR_REACH)
    ):
        return True
    around = [*range(max(first_of(words, first), first - BLOCK_WINDOW), first), *range(end, min(last, end + BLOCK_WINDOW))]
    return any(
        not entry.blocks.isdisjoint(words.stems[j]) and not (inside_name(words, j) or _blocks_nothing(words, j)) for j in around
    )


def _paired(words: Words, entry: TriggerEntry, first: int, last: int) -> bool:
    """Whether two words side by side that block a trigger stand at words [first, last), within its clause."""
    for j in range(first, last - 1):
        for one, other in entry.block_pairs:
            if words.norm[j] in one and not other.isdisjoint(words.stems[j + 1]):
                return True
    return False


def _blocks_nothing(words: Words, j: int) -> bool:
    """في الوقت ذاته قتل مسلحون: when it was, no time that is killed; اعتقال آمر اللواء: a commander, no order."""
    if words.norm[j] == "الوقت":
        return j > 0 and words.norm[j - 1].removeprefix("و") == "في"
    return "آمر" in words.surface[j]


def _mention(words: Words, form: TriggerForm, first: int, last: int) -> TriggerMention:
    entry = form.entry
    voice: Literal["active", "passive", "either"] = {"yes": "passive", "no": "active", "either": "either"}[form.passive]  # type: ignore[assignment]
    if voice == "either" and words.surface[first].endswith("ى") and words.norm[first].lstrip("وف")[:1] not in "يت":
        voice = "active"  # رمى محتجون: the passive of the past ends in ي
    if voice == "either" and _DAMMA in words.surface[first][: 3 + len(words.surface[first]) - len(words.norm[first])]:
        # يُحاصر، يُعلن: the present of these patterns has a u in the active too.
        longer = entry.lemma[:1] == "أ" or entry.lemma[1:2] == "ا"
        present = words.norm[first].lstrip("وف")[:1] in "يت"
        voice = voice if longer and present else "passive"
    return TriggerMention(
        first, last, entry.event_type, entry.sub_event, entry.pos, voice, entry.frame, entry.complement,
        entry.target_prep, entry.strength, entry.lemma, f"{entry.pos} {entry.lemma}",
    )  # fmt: skip


#: A written u on the first letters makes a verb passive (قُتل، اعتُقل).
_DAMMA = "\u064f"
#: The middle of what somebody is (بائع، قائد), folded to that of a verb (بايع).
_PARTICIPLE: Final = "ائ"
#: Nunation stands on nouns alone (فوزاً قاتلاً is no fighting).
_TANWIN = "\u064b\u064c\u064d"


@Language.component("rasad_triggers", requires=["doc._.words"], assigns=["doc._.triggers"])
def component(doc: Doc) -> Doc:
    """Fills `doc._.triggers`."""
    _ = doc._
    _.triggers = find_triggers(_.words)
    return doc
