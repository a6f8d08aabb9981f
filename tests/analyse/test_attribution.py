"""Who said so: the kinds of the chain of speakers that holds at a word, nearest first."""

from datetime import date
from itertools import pairwise

import pytest

import rasad
from rasad.analyse.attribution import find_attributions
from tests.support import STORY, cases, read


def at(words: object, part: str) -> int:
    """The index of the word in which `part` begins."""
    place = words.text.index(part)  # type: ignore[attr-defined]
    return next(i for i in range(len(words)) if words.end[i] > place)  # type: ignore[attr-defined, arg-type]


@pytest.mark.parametrize("case", cases("attribution.tsv"))
def test_chain(case: dict[str, str]) -> None:
    doc = read(case["text"])
    i = at(doc._.words, case["at"])
    chain = [s.kind for a in doc._.attributions if a.first <= i < a.last for s in a.sources]
    assert ">".join(chain) == case["kinds"].replace("none", "")


def test_attributions_do_not_overlap() -> None:
    doc = read("قال مصدر محلي إن القصف قتل طفلين، وأضاف مراسلنا أن الطائرات عادت. وبحسب ناشطين، خرجت مظاهرة.")
    found = doc._.attributions
    assert found
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_nobody_named_nobody_speaks() -> None:
    assert read(STORY)._.attributions == []


def test_private_sources_are_protected() -> None:
    doc = read("قال مصدر محلي إن قوات النظام قصفت البلدة")
    assert [s.protected for a in doc._.attributions for s in a.sources] == [True]


def read_lines(*lines: str, published: str | None = None) -> tuple[object, list[object]]:
    doc = read("\n".join(lines), date.fromisoformat(published) if published else None)
    return doc._.words, doc._.attributions


def chain_at(words: object, found: list[object], part: str) -> list[str]:
    i = at(words, part)
    return [s.kind for a in found if a.first <= i < a.last for s in a.sources]  # type: ignore[attr-defined]


LEAD = "شهدت بلدات ريف حلب الشمالي توتراً واسعاً في ساعات المساء بعد مقتل شابين."


def test_a_speaker_is_carried_as_far_as_the_report_goes_on() -> None:
    said = "وقال مراسلنا إن الدورية اعتقلت شابين في القرية."
    on = ("كما أغلق الجنود الطريق.", "كذلك قصفت المدفعية التلال.", "وانفجر لغم بسيارة.", "واندلع حريق.", "وفجر مسلحون جسراً.")
    words, found = read_lines(LEAD, said, *on)
    assert [chain_at(words, found, part) for part in ("أغلق", "قصفت", "انفجر")] == 3 * [["correspondent"]]
    assert chain_at(words, found, "فجر مسلحون") == []


def test_what_happened_long_before_publication_is_the_outlets_own_background() -> None:
    said = "وقال مراسلنا إن الدورية اعتقلت شابين في القرية."
    words, found = read_lines(LEAD, said, "وقصفت الطائرات البلدة في آذار الماضي.", published="2023-06-15")
    assert chain_at(words, found, "قصفت") == []
    words, found = read_lines(LEAD, said, "وقصفت الطائرات البلدة أمس.", published="2023-06-15")
    assert chain_at(words, found, "قصفت") == ["correspondent"]


def test_a_statement_whose_speaker_stands_above_it_speaks_on() -> None:
    words, found = read_lines(
        "قيادة العمليات المشتركة:",
        "انتشرت المفارز في الوادي صباح اليوم.",
        "ونفذت الطائرات ضربة.",
        "وانسحبت القوة بعدها إلى مقرها.",
    )
    assert chain_at(words, found, "ضربة") == chain_at(words, found, "انسحبت") == ["official"]


def test_a_speaker_who_is_named_again_goes_on() -> None:
    said = "وأوضحت رابطة أمهات المختطفين أن الجنود منعوا الزيارة."
    words, found = read_lines(
        LEAD, said, "ودانت الرابطة المنع.", "وطالبت الرابطة بفتح السجن.", "واندلع حريق.", "وقصفت الطائرات التل."
    )
    assert chain_at(words, found, "بفتح") == ["monitor"]
    assert chain_at(words, found, "قصفت") == []


def test_months_are_told_in_passing() -> None:
    said = "وقال مراسلنا إن الدورية اعتقلت شابين في القرية."
    words, found = read_lines(LEAD, said, "وقصفت الطائرات البلدة خلال الأشهر الماضية.", published="2023-06-15")
    assert chain_at(words, found, "قصفت") == []


def test_the_text_of_a_statement_is_its_authors() -> None:
    issued = "أصدرت قيادة العمليات المشتركة في المحافظة، مساء اليوم الثلاثاء، بياناً إلى الرأي العام حول أحداث البلدة."
    words, found = read_lines(issued, "وجاء في نص البيان:", "“قصفت الطائرات محيط البلدة.", "وانسحبت القوة بعدها إلى مقرها.”")
    assert chain_at(words, found, "قصفت") == chain_at(words, found, "انسحبت") == ["official"]


def test_what_joins_on_to_the_words_of_an_office_is_the_outlets_own() -> None:
    said = "وقال قائد الشرطة إن الدورية اعتقلت شابين في القرية."
    words, found = read_lines(LEAD, said, "وانفجر لغم بسيارة.")
    assert chain_at(words, found, "انفجر") == []
    for on in ("كما انفجر لغم بسيارة.", "وبعد المداهمة انفجر لغم بسيارة.", "وتتهم الشرطة شاباً، وانفجر لغم بسيارة."):
        words, found = read_lines(LEAD, said, on)
        assert chain_at(words, found, "انفجر") == ["official"], on
    words, found = read_lines(LEAD, said + " وانفجر لغم بسيارة.")
    assert chain_at(words, found, "انفجر") == []
    words, found = read_lines(LEAD, said + " وانفجر لغم بسيارة في القرية نفسها.")
    assert chain_at(words, found, "انفجر") == ["official"]


def test_only_who_reports_goes_on_elsewhere() -> None:
    elsewhere = "وفي بلدة أخرى انفجر لغم بسيارة."
    words, found = read_lines(LEAD, "وقال مصدر محلي إن الدورية اعتقلت شابين في القرية.", elsewhere)
    assert chain_at(words, found, "انفجر") == []
    words, found = read_lines(LEAD, "وقالت شبكة السويداء 24 إن الدورية اعتقلت شابين في القرية.", elsewhere)
    assert chain_at(words, found, "انفجر") == ["activist_network"]
    words, found = read_lines(
        LEAD, "وقال مراسلنا إن الدورية اعتقلت شابين في القرية.", "وأغلق الجنود الطريق.", "وقصفت المدفعية التلال."
    )
    assert chain_at(words, found, "قصفت") == ["correspondent"]


@pytest.mark.parametrize(
    ("outlet", "kinds"),
    [("SANA", ["correspondent"]), ("سانا", ["correspondent"]), ("Al-Thawra", ["outlet"]), (None, ["correspondent"])],
)
def test_a_correspondent_of_another_medium_is_that_medium(outlet: str | None, kinds: list[str]) -> None:
    doc = read("وأفاد مراسل سانا بأن مسلحين خطفوا شاباً")
    found = find_attributions(doc._.words, doc._.actors, outlet=outlet)
    assert chain_at(doc._.words, found, "خطفوا") == kinds


def test_the_reports_own_outlet_is_no_source() -> None:
    doc = read("قال مصدر محلي لعنب بلدي إن مسلحين خطفوا شاباً")
    for outlet, kinds in (("Enab Baladi", ["anonymous"]), ("Shaam Network", ["anonymous", "outlet"])):
        found = find_attributions(doc._.words, doc._.actors, outlet=outlet)
        assert chain_at(doc._.words, found, "خطفوا") == kinds


def test_a_body_of_monitors_is_no_source_of_its_own_site() -> None:
    doc = read("وثق المرصد السوري لحقوق الإنسان مقتل مدني في البلدة")
    for outlet, kinds in (("SOHR", []), ("Enab Baladi", ["monitor"]), ("SLMA (SOHR statement)", ["monitor"])):
        found = find_attributions(doc._.words, doc._.actors, outlet=outlet)
        assert chain_at(doc._.words, found, "مقتل") == kinds, outlet
    doc = read("وثقت هيئة محامي دارفور مقتل مدني في البلدة")
    found = find_attributions(doc._.words, doc._.actors, outlet="دارفور 24")
    assert chain_at(doc._.words, found, "مقتل") == ["monitor"]


def test_lines_that_tell_nothing_are_no_lead() -> None:
    asked = "وأفادت مصادر محلية بأن المواجهات خلفت جرحى."
    words, found = read_lines(
        "توتر في الصبيحة بعد مواجهات بين حملة ومسلحين.", "لحج _ الصبيحة", "اندلعت اشتباكات في القرية.", asked
    )
    assert chain_at(words, found, "اندلعت") == ["anonymous"]
    assert chain_at(words, found, "توتر") == []


def test_a_statement_of_somebody_under_its_title() -> None:
    words, found = read_lines("بيان من هيئة محامي دارفور", "قصفت الطائرات المدينة صباح الثلاثاء.", "واندلعت حرائق في السوق.")
    assert chain_at(words, found, "قصفت") == chain_at(words, found, "اندلعت") == ["monitor"]


def test_what_a_preposition_names_tells_what_is_told_besides() -> None:
    for on, kinds in (("كما اندلع حريق.", ["official"]), ("واندلع حريق.", []), ("ثم اندلع حريق.", [])):
        words, found = read_lines(LEAD, "وبحسب مصادر عسكرية، قصفت الطائرات التلال. " + on)
        assert chain_at(words, found, "اندلع") == kinds, on


def test_a_witness_tells_on_only_where_it_goes_on() -> None:
    said = "وقال شهود عيان إن الدورية اعتقلت شابين في القرية."
    for on, kinds in (
        ("وانفجر لغم بسيارة.", []),
        ("كما انفجر لغم بسيارة.", ["witness"]),
        ("وخلال المداهمة انفجر لغم.", ["witness"]),
    ):
        words, found = read_lines(LEAD, said, on)
        assert chain_at(words, found, "انفجر") == kinds, on


def test_a_statement_under_its_title_is_its_authors() -> None:
    text = ("انتشرت المفارز في الوادي صباح اليوم.", "ونفذت الطائرات ضربة.", "وفي القرية انسحبت القوة بعدها إلى مقرها.")
    words, found = read_lines("بيان صادر عن قوات سوريا الديمقراطية", *text)
    assert chain_at(words, found, "ضربة") == chain_at(words, found, "انسحبت") == ["conflict_party"]
    words, found = read_lines("قسد تنشر مفارز في الوادي", *text)
    assert chain_at(words, found, "ضربة") == []


def test_a_lead_that_names_nobody_is_from_whom_the_second_sentence_asks() -> None:
    for speaker, kinds in (("مصدر محلي", ["anonymous"]), ("قائد الشرطة", ["official"]), ("وكالة الأناضول", []), ("ناشطون", [])):
        words, found = read_lines("اعتقلت دورية شابين في القرية.", f"وقال {speaker} إن الدورية أغلقت الطريق.")
        assert chain_at(words, found, "اعتقلت") == kinds, speaker
    words, found = read_lines("اعتقلت دورية شابين.", "وأغلق الجنود الطريق.", "وقال مصدر محلي إن الدورية انسحبت.")
    assert chain_at(words, found, "اعتقلت") == []


def test_neither_a_statement_nor_words_behind_unnamed_sources_name_a_speaker_again() -> None:
    first = "وقال أمين سر نقابة العمال في بيان له إن الدورية اعتقلت شابين."
    words, found = read_lines(LEAD, first, "وكانت الحكومة الليبية بينت في بيان أمس أن الدورية انسحبت.")
    assert chain_at(words, found, "انسحبت") == ["official"]
    words, found = read_lines(LEAD, "وبحسب مصادر مطلعة تحدثت للموقع الرسمي للحركة، فإن الدورية اعتقلت شابين.")
    assert chain_at(words, found, "اعتقلت شابين.") == ["anonymous", "outlet"]
    assert words.norm[found[-1].sources[0].first] == "مصادر"  # type: ignore[attr-defined]


def test_a_name_behind_a_comma_and_a_rank_is_the_speakers() -> None:
    first = "وقال المتحدث باسم وزارة الدفاع، العقيد محمد الجبيري، إن الطائرات قصفت التلال."
    words, found = read_lines(LEAD, first, "وقال الجبيري إن الدورية انسحبت، بحسب وكالة الأناضول.")
    assert chain_at(words, found, "انسحبت")[0] == "official"


def test_an_open_quotation_goes_on_over_sentences() -> None:
    lines = ("وأعلن مصدر أمني أن “دورية طاردت مهربين في الوادي.", "وفتشت القوة المنازل.", "وصودرت شاحنة”.", "وانفجر لغم بسيارة.")
    words, found = read_lines(LEAD, *lines)
    assert [chain_at(words, found, part) for part in ("وفتشت", "وصودرت")] == 2 * [["official"]]
    assert chain_at(words, found, "وانفجر") == []


def test_whoever_condemns_is_not_carried_on() -> None:
    words, found = read_lines(LEAD, "ودان حزب الوفاق قصف السوق.", "وأغلق الجنود الطريق.")
    assert chain_at(words, found, "قصف") == ["conflict_party"]
    assert chain_at(words, found, "وأغلق") == []


def test_who_bears_arms_lays_nothing_to_anybody() -> None:
    words, found = read_lines(LEAD, "وحملت قوات النظام أسلحتها وقصفت السوق.")
    assert chain_at(words, found, "وقصفت") == []
    words, found = read_lines(LEAD, "وحملت الوزارة قوات النظام مسؤولية قصف السوق.")
    assert chain_at(words, found, "قصف") == ["official"]


def test_the_lead_is_not_lent_what_goes_on_meanwhile() -> None:
    lead = "قتل مزارع برصاص مجهولين في ريف البلدة الشرقي، بينما شنت القوات حملة دهم في القرى المجاورة."
    words, found = read_lines(lead, "وقالت مصادر محلية إن المهاجمين فروا على دراجة نارية.")
    assert chain_at(words, found, "قتل") == ["anonymous"]
    assert chain_at(words, found, "شنت") == []


def test_a_speaker_alone_between_stops_says_what_stands_before() -> None:
    words, found = read_lines(
        "اعتقلت دورية ثلاثة شبان عند مدخل البلدة بعد ظهر اليوم. وفق مراسلنا في المنطقة.", "واقتحمت الدورية منزلين في الحي القديم."
    )
    assert chain_at(words, found, "اعتقلت") == ["correspondent"]
    assert chain_at(words, found, "واقتحمت") == ["correspondent"]


def test_a_sentence_with_a_speaker_of_its_own_says_nothing_of_the_one_before() -> None:
    words, found = read_lines(LEAD, "واعتقلت دورية ثلاثة شبان. وبحسب مصدر محلي، أحرق مجهولون سيارة في البلدة.")
    assert chain_at(words, found, "واعتقلت") == []


def test_another_medium_signs_the_report() -> None:
    doc = read(
        "أغلق محتجون الطريق الساحلي مساء اليوم.\nوقال شهود عيان إن الشرطة أطلقت الرصاص في الهواء. (رويترز)",
        date(2024, 5, 2),
    )
    words, found = doc._.words, doc._.attributions
    assert chain_at(words, found, "أغلق") == ["outlet"]
    assert chain_at(words, found, "أطلقت") == ["witness", "outlet"]


def test_who_speaks_of_another_matter_is_carried_on() -> None:
    said = "وفي سياق منفصل، قال مراسلنا إن مجهولين أحرقوا سيارة في المدينة."
    words, found = read_lines(LEAD, said, "وخطف المسلحون تاجراً من سوق المدينة.")
    assert chain_at(words, found, "وخطف") == ["correspondent"]
    turned = "من جهتها، فرقت الشرطة المحتجين قرب الجسر."
    words, found = read_lines(LEAD, said, turned)
    assert chain_at(words, found, "فرقت") == []


def test_the_first_time_of_a_sentence_says_whether_it_is_background() -> None:
    said = "وقال مراسلنا إن الدورية اعتقلت شابين في القرية."
    now = "واندلعت الاشتباكات أمس على خلفية مقتل شاب في 3 آذار 2024."
    words, found = read_lines(LEAD, said, now, published="2024-05-10")
    assert chain_at(words, found, "الاشتباكات") == ["correspondent"]


def test_an_office_goes_on_with_what_it_asks() -> None:
    said = "وقالت وزارة الداخلية إن المسلحين فروا من البلدة."
    words, found = read_lines(LEAD, said, "ودعت السكان إلى البقاء في منازلهم.")
    assert chain_at(words, found, "ودعت") == ["official"]
    words, found = read_lines(LEAD, said, "ودعت نقابة الأطباء إلى إضراب عام.")
    assert chain_at(words, found, "إضراب") == []


def test_who_was_named_with_his_office_is_known_by_his_name() -> None:
    lead = "أشاد قائد شرطة المحافظة سالم الخزرجي بتعاون الأهالي."
    words, found = read_lines(lead, "وقال الخزرجي إن الدوريات ضبطت أسلحة في القرية.")
    assert chain_at(words, found, "ضبطت") == ["official"]


def test_the_sources_are_taken_up_again_behind_others() -> None:
    first = "وقالت مصادر محلية إن اللجنة أبلغت وجهاء البلدة بأنها تنتظر الرد."
    words, found = read_lines(LEAD, first, "وأضافت المصادر أن القوات أمهلت البلدة حتى المساء.")
    assert chain_at(words, found, "أمهلت") == ["anonymous"]


def test_who_does_not_want_to_be_named_is_protected() -> None:
    for text, private in (
        ("وقال مسؤول محلي، فضل عدم ذكر اسمه، إن المسلحين أحرقوا المركز.", True),
        ("وقال مسؤول محلي إن المسلحين أحرقوا المركز.", False),
    ):
        assert [s.protected for a in read(text)._.attributions for s in a.sources] == [private]


def test_a_medium_to_which_the_lead_is_put_down_does_not_tell_the_rest() -> None:
    later = ("وأغلق الجنود الطريق.", "وانسحبت القوة إلى مقرها.", "وقصفت المدفعية التلال.")
    for who, kinds in (("رويترز", []), ("مصادر محلية", ["anonymous"])):
        words, found = read_lines(f"قُتل مدني بانفجار لغم في القرية، بحسب {who}.", *later)
        assert chain_at(words, found, "قصفت") == kinds


def test_a_correspondent_of_the_outlet_itself_whatever_script_its_name_is_in() -> None:
    text = "أفاد مراسل تلفزيون سوريا بأن الفصائل انسحبت من البلدة."
    words = read(text)._.words
    for outlet, kind in (("Syria TV", "correspondent"), ("تلفزيون سوريا (نسخة)", "correspondent"), ("Al Mayadeen", "outlet")):
        found = find_attributions(words, (), outlet=outlet)
        assert [s.kind for a in found for s in a.sources] == [kind], outlet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قتلت قسد شاباً في ذيبان أمس. وقال شقيقه لموقع محلي إن آثار التعذيب كانت واضحة.", "شقيقه"),
        ("اعتقلت الشرطة العسكرية ناشطاً في مدينة الباب أمس، وفق ما قال أحد أقاربه لموقع عنب بلدي.", "أحد أقاربه"),
        ("أفرجت السلطات عن سيدة من سجن عدرا يوم السبت، بحسب ما روت العائلة.", "العائلة"),
    ],
)
def test_relatives_are_protected_witnesses(text: str, words: str) -> None:
    sources = [s for e in rasad.code(text, published="2023-03-15") for s in e.sources]
    assert [(s.kind, s.protected) for s in sources if s.text == words] == [("witness", True)], sources
