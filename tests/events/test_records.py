"""What is written of a draft: quotes, dates, ids."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rasad
from rasad.errors import SettingsError

STORY = "قصفت قوات النظام بلدة إحسم أمس، ما أدى إلى مقتل مدنيين اثنين، بحسب مصدر طبي."
PARTS = (
    "قصفت", "قوات النظام", "بلدة إحسم", "أمس", "مقتل", "ثلاثة مدنيين", "،", ".", "\n", "قال مصدر محلي إن", "مظاهرة",
    "لم", "ستنسحب", "عشرات", "و", "في", "20-9-2019", "اعتقلت", '"', "قتـ.لى", "بينهم طفل", "يوم الجمعة المقبل", "🔴",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join))
@settings(max_examples=150)
def test_any_mixture_of_words_is_coded_and_quoted_right(text: str) -> None:
    for event in rasad.code(text, published="2019-09-25"):
        quotes = (event.trigger, event.evidence, *event.actors, *event.places, *event.casualties, *event.sources)
        assert all(text[q.start : q.end] == q.text != "" for q in quotes)
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        assert all(c.source is None or c.source < len(event.sources) for c in event.casualties)


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_any_text_is_coded(text: str) -> None:
    assert isinstance(rasad.code(text), list)


def test_the_whole_record() -> None:
    [event] = rasad.code(STORY, published=date(2019, 5, 2))
    assert (event.date.start, event.date.end, event.date.precision, event.date.text) == (date(2019, 5, 1),) * 2 + ("day", "أمس")
    assert [(c.kind, c.low, c.high, c.best, c.source) for c in event.casualties] == [("killed", 2, 2, 2, 0)]
    assert [s.kind for s in event.sources] == ["medical"]
    assert [(a.role, a.actor_class) for a in event.actors] == [("source", "state_forces"), ("target", "civilians")]
    assert event.places[0].admin1 == "Idlib"
    assert event.made_by.startswith("rule: ")


def test_id_is_of_the_report_and_the_place_in_it() -> None:
    [one], [same] = rasad.code(STORY, "2019-05-02"), rasad.code(STORY, "2019-05-02")
    [other] = rasad.code(STORY + " ", "2019-05-02")
    assert one.id == same.id != other.id


def test_no_time_is_the_day_of_publication() -> None:
    [event] = rasad.code("قصفت قوات النظام بلدة إحسم.", "2019-05-02")
    assert (event.date.start, event.date.precision, event.date.text) == (date(2019, 5, 2), "days", None)


def test_no_day_at_all_is_null_with_a_warning() -> None:
    [event] = rasad.code("قصفت قوات النظام بلدة إحسم أمس.")
    assert (event.date.start, event.date.end, event.date.precision) == (None, None, "unknown")
    assert event.warnings


def test_a_plan_without_a_time_is_null() -> None:
    [event] = rasad.code("تعتزم قوات النظام الانسحاب من بلدة إحسم. ولم ترد تفاصيل أخرى.", "2019-05-02")
    assert (event.status, event.date.start) == ("planned", None)


def test_wrong_options_are_typed_errors() -> None:
    with pytest.raises(SettingsError, match="not a date"):
        rasad.code(STORY, published="yesterday")
    with pytest.raises(SettingsError, match="more than the 10 allowed"):
        rasad.code(STORY, settings=rasad.Settings(max_characters=10))
    for wrong in ({"min_confidence": 2}, {"min_confidence": -0.1}, {"max_characters": 0}):
        with pytest.raises(SettingsError):
            rasad.Settings(**wrong)  # type: ignore[arg-type]


def test_least_confidence_leaves_out() -> None:
    assert rasad.code(STORY, "2019-05-02", settings=rasad.Settings(min_confidence=1.0)) == []


def test_whose_aircraft_is_guessed_leaves_the_act_certain() -> None:
    [event] = rasad.code("طائرات حربية يرجح أنها روسية قصفت مدينة سراقب، ما أدى إلى مقتل مدني.", published="2021-07-18")
    assert event.status == "occurred"
    assert [(c.kind, c.best) for c in event.casualties] == [("killed", 1)]


@pytest.mark.parametrize(
    ("text", "kind", "best"),
    [
        ("اعتقلت قوات سوريا الديمقراطية، صباح أمس، الشاب عمار في مدينة الرقة.", "detained", [1]),
        ("احتجزت القوات ستة محتجين، بينهم الشاب وضاح (19 عاماً)، في مدينة عدن.", "detained", [6, 1]),
        ("نهب مقاتلون من قوات الدعم السريع مستودعاً في مدينة الحصاحيصا دون وقوع إصابات.", "killed_or_injured", [0]),
    ],
)
def test_one_person_counts_and_an_age_does_not(text: str, kind: str, best: list[int]) -> None:
    [event] = rasad.code(text, published="2023-06-12")
    assert [c.best for c in event.casualties if c.kind == kind] == best


def test_a_governorate_stands_at_its_seat() -> None:
    [event] = rasad.code("اعتقلت قوى الأمن ثلاثة أشخاص في محافظة إدلب أمس.", published="2025-07-18")
    [place] = event.places
    assert place.kind == "governorate" and place.precision_km and place.precision_km > 25
    assert (place.latitude, place.longitude) == pytest.approx((35.93, 36.63), abs=0.01)


def test_a_visit_is_where_it_leads() -> None:
    [event] = rasad.code("يزور مبعوث الاتحاد الأفريقي بورتسودان يوم الأحد المقبل.", published="2023-07-18")
    assert [p.text for p in event.places] == ["بورتسودان"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("المفاوضات بين الجانبين بشأن السد لا تزال جارية. ولم ترد تفاصيل أخرى.", "ongoing"),
        ("أصيب مدنيون بقصف متواصل على مدينة دوما منذ الصباح. ولم تتوقف المدفعية حتى الآن.", "ongoing"),
        ("نفت قوات الدعم السريع، اليوم، انسحابها من مصفاة الجيلي. ولم ترد تفاصيل أخرى.", "denied"),
    ],
)
def test_status_said_behind_or_across_an_aside(text: str, status: str) -> None:
    assert status in {e.status for e in rasad.code(text, published="2023-07-18")}


def test_a_lead_is_nobodys_word() -> None:
    lead = "قُتل رجلان بإطلاق نار على طريق بلدة نمر مساء الثلاثاء.\n\n"
    said = "وقال مصدر طبي إن القتيلين نُقلا إلى المشفى. واعتقلت الشرطة أحد المارة."
    events = rasad.code(lead + said, published="2022-05-25")
    assert [[s.kind for s in e.sources] for e in events] == [[], []]
    events = rasad.code(lead + said.replace("واعتقلت", "كما اعتقلت"), published="2022-05-25")
    assert [[s.kind for s in e.sources] for e in events] == [[], ["medical"]]


def test_a_lead_is_not_said_by_who_tells_of_another_place() -> None:
    text = "قُتل رجلان بإطلاق نار على طريق بلدة نمر مساء الثلاثاء.\n\nوقال مراسلنا إن طائرة قصفت مدينة سراقب."
    events = rasad.code(text, published="2022-05-25")
    assert [[s.kind for s in e.sources] for e in events] == [[], ["correspondent"]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('من جهتها، هددت "الجبهة الوطنية للتحرير"، في بيان، بقصف قوات النظام.', ["conflict_party"]),
        ('من جهتها، هددت "الجبهة الوطنية للتحرير" بقصف قوات النظام.', []),
        ("رحبت الجبهة بالقرار في بيان، فيما هددت قوات النظام بقصف البلدة.", []),
    ],
)
def test_a_statement_named_with_the_act_is_its_authors(text: str, kinds: list[str]) -> None:
    threat = next(e for e in rasad.code(text, "2022-06-15") if e.event_type == "THREATEN")
    assert [s.kind for s in threat.sources] == kinds


def test_a_telling_far_on_or_only_shown_does_not_speak_for_the_first() -> None:
    lead = "قُتل شرطيان بانفجار عبوة ناسفة في مدينة الكرمة صباح اليوم."
    told = "وقال مصدر أمني إن الانفجار قتل الشرطيين."
    shown = "وأظهرت مقاطع مصورة الشرطيين القتيلين بعد انفجار العبوة في مدينة الكرمة."
    other = "ووصل المحافظ إلى المدينة.\nوأغلقت المحال أبوابها.\nوعاد الأهالي إلى بيوتهم."
    kinds = lambda text: [s.kind for s in rasad.code(text, "2022-06-15")[0].sources]  # noqa: E731
    assert kinds(f"{lead}\n{told}") == ["official"]
    assert kinds(f"{lead}\n{shown}") == []
    assert kinds(f"{lead}\n{other}\n{told}") == []


def test_who_gives_the_quote_is_the_nearest_source() -> None:
    first = "قال شهود عيان إن انفجاراً وقع في مدينة الكرمة."
    fuller = "وقال مصدر طبي إن انفجار عبوة ناسفة في سوق مدينة الكرمة صباح اليوم قتل ثلاثة مدنيين وأصاب خمسة آخرين بينهم طفلان."
    events = rasad.code(f"{first}\n{fuller}", "2022-06-15")
    assert [[s.kind for s in e.sources] for e in events] == [["medical"]]


@pytest.mark.parametrize(
    ("report", "speakers"),
    [
        ("وقال مدير مستشفى المدينة، نضال خضر، إن قوات النظام قصفت السوق أمس.", ["مدير مستشفى المدينة، نضال خضر"]),
        ("وقال قائد شرطة المحافظة العميد سالم العلي إن مسلحين قتلوا جندياً أمس.", ["قائد شرطة المحافظة العميد سالم العلي"]),
        ("وأكدت مصادر محلية مقتل جندي برصاص مسلحين في البلدة أمس.", ["مصادر محلية"]),
        ("وقال مسؤول محلي في بيان إن مسلحين قتلوا جندياً أمس.", ["مسؤول محلي"]),
        ("وقال شهود عيان ومصدر طبي إن مسلحين قتلوا جندياً أمس.", ["شهود عيان", "مصدر طبي"]),
    ],
)
def test_a_speaker_is_quoted_with_his_office_and_name(report: str, speakers: list[str]) -> None:
    events = rasad.code(report, published=date(2019, 5, 2))
    assert [s.text for s in events[0].sources] == speakers


def test_who_is_named_again_is_quoted_where_he_was_named_in_full() -> None:
    first = "وقال رئيس بلدية الشرقية سالم العلي إن المستوطنين أحرقوا مركبة."
    report = f"{first}\nوأضاف العلي أن الجنود اعتقلوا شابين في البلدة صباح اليوم."
    events = rasad.code(report, published=date(2019, 5, 2))
    assert {s.text for e in events for s in e.sources} == {"رئيس بلدية الشرقية سالم العلي"}


def test_who_calls_on_others_and_is_quoted_in_the_next_sentence_says_so() -> None:
    report = "دعت حركة حماس، اليوم، السكان إلى إضراب عام.\nوقال المتحدث باسم الحركة إن الإضراب يبدأ صباح غد."
    events = rasad.code(report, published=date(2019, 5, 2))
    assert [[s.kind for s in e.sources] for e in events if e.event_type == "REQUEST"] == [["conflict_party"]]


def test_an_act_in_words_is_told_by_the_outlet_not_by_who_spoke_before() -> None:
    said = "قال مراسلنا إن قوات النظام قصفت مدينة الأتارب صباح اليوم. "
    for act, kinds in (("كما دعا المجلس المحلي السكان إلى الملاجئ.", []), ("كما قصفت بلدة دارة عزة.", ["correspondent"])):
        events = rasad.code(said + act, published="2022-05-25")
        assert [s.kind for s in events[-1].sources] == kinds, act
