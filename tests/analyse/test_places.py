"""Recognition: what is a place name, how far it reaches and of what kind; and what is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.analyse.places import find_places
from rasad.lexicon import gazetteer, placewords
from tests.support import table, words_of

Found = list[tuple[str, str]]


def _found(text: str) -> Found:
    words = words_of(text)
    return [(words.quote(m.first, m.last), m.kind) for m in find_places(words, gazetteer.load(user=False))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجار بدير الزور", [("بدير الزور", "settlement")]),
        ("اشتباكات في ديرالزور", [("ديرالزور", "settlement")]),
        ("قصف على إدلب وحلب", [("إدلب", "settlement"), ("وحلب", "settlement")]),
        ("وصلت التعزيزات للرقة", [("للرقة", "settlement")]),
        ("مدينة منبج", [("مدينة منبج", "settlement")]),
        ("في مدينة “جاسم” أمس", [("مدينة “جاسم”", "settlement")]),
        ("محافظة حمص", [("محافظة حمص", "governorate")]),
        ("دوار المعامل شرقي دير الزور", [("دوار المعامل", "site"), ("شرقي دير الزور", "area")]),
        ("قرية الصورة الكبيرة بريف السويداء", [("قرية الصورة الكبيرة", "settlement"), ("بريف السويداء", "area")]),
        ("مطار منغ العسكري", [("مطار منغ العسكري", "site")]),
        ("حي المزة 86 بدمشق", [("حي المزة 86", "area"), ("بدمشق", "settlement")]),
        ("بلدة جدرين بريف حماة", [("بلدة جدرين", "settlement"), ("بريف حماة", "area")]),
        ("قرية أم بياقة غرب سنجة", [("قرية أم بياقة", "settlement"), ("غرب سنجة", "area")]),
        ("سوق آل ثابت", [("سوق آل ثابت", "site")]),
        ("حي 400 في درنة", [("حي 400", "area"), ("درنة", "settlement")]),
        ("بلدة تل شهاب غرب درعا", [("بلدة تل شهاب", "settlement"), ("غرب درعا", "area")]),
        ("قرية “العزازة الجديدة” بريف حماة", [("قرية “العزازة الجديدة”", "settlement"), ("بريف حماة", "area")]),
        ("ناحية (جديدة الوند) في ديالى", [("ناحية (جديدة الوند)", "area"), ("ديالى", "governorate")]),
        (
            "قرى “خرمل”، “قوز الناقة” وقرية سارة",
            [("خرمل", "settlement"), ("قوز الناقة", "settlement"), ("وقرية سارة", "settlement")],
        ),
        ("مدينتي الكويتة وهدوة", [("الكويتة", "settlement"), ("وهدوة", "settlement")]),
        ("مدينة ود السافل شمال سنجة", [("مدينة ود السافل", "settlement"), ("شمال سنجة", "area")]),
        ("منطقة حي السمار شمال بعقوبة", [("حي السمار", "area"), ("شمال بعقوبة", "area")]),
        ("إحدى قرى مديرية مقبنة", [("مديرية مقبنة", "area")]),
        ("قرى كفر سابون وارطابة وكنصفرة", [("كفر سابون", "settlement"), ("وارطابة", "settlement"), ("وكنصفرة", "settlement")]),
        ("بلدات كفرنبل وأصابت حاس", [("كفرنبل", "settlement"), ("حاس", "settlement")]),
        ("قرى مجاورة وبلدات في إدلب", [("إدلب", "settlement")]),
        ("قوات داخل الأراضي السورية", [("الأراضي السورية", "country")]),
        ("اجتماع بالعاصمة المصرية", [("بالعاصمة المصرية", "settlement")]),
        ("بين ديالى وصلاح الدين", [("ديالى", "governorate"), ("وصلاح الدين", "governorate")]),
    ],
)
def test_names_with_clitics_and_cues(text: str, expected: Found) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ريف إدلب الجنوبي",
        "ريف دير الزور الشرقي",
        "ريف حماة الشمالي الغربي",
        "شرقي دير الزور",
        "شمال شرق بعقوبة",
        "شمال غربي سوريا",
        "محيط مدينة سراقب",
        "الأحياء الشرقية من مدينة حلب",
        "الريف الشمالي لحلب",
        "الريف الغربي لمحافظة درعا",
    ],
)
def test_composed_areas_are_one_mention(text: str) -> None:
    assert _found(f"اشتباكات في {text}، مساء أمس.") == [(text, "area")]


def test_a_governorate_named_by_a_side_is_read_whole() -> None:
    assert _found("في شمال دارفور") == [("شمال دارفور", "governorate")]
    assert _found("في ريف دمشق") == [("ريف دمشق", "governorate")]


def test_lists_give_each_name() -> None:
    text = "قرى خشام ومراط والحسينية والصالحية"
    assert [quote for quote, _ in _found(text)] == ["خشام", "ومراط", "والحسينية", "والصالحية"]
    assert {kind for _, kind in _found(text)} == {"settlement"}


def test_the_dual_cue_takes_two_names() -> None:
    assert [quote for quote, _ in _found("في حيي الشيخ مقصود والأشرفية")] == ["الشيخ مقصود", "والأشرفية"]


@pytest.mark.parametrize("text", ["طريق دمشق - درعا", "الطريق الواصل بين منبج وجرابلس", "طريق حلب – اللاذقية"])
def test_roads_are_one_site(text: str) -> None:
    assert _found(text) == [(text, "site")]


def test_a_site_told_by_its_town_is_one_mention() -> None:
    assert _found("عند مدخل مدينة منبج") == [("مدخل مدينة منبج", "site")]
    assert _found("عند مدخل المدينة") == [("مدخل المدينة", "site")]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم علي المنزل حول ذلك",
        "أصيب عن طريق الخطأ",
        "اعتقلت شاباً سورياً",
        "رئيس لجنة ود الحلة",
        "قرى الجنوب والشمال",
        "تحت حماية القوات",
        "الجيش العراقي والحكومة السورية",
        "محافظ حمص ورئيس الحكومة",
        "أمير قطر",
        "مجلس دير الزور المدني",
        "قوات سوريا الديمقراطية",
        "الدولة الإسلامية في العراق والشام",
        "هيئة تحرير الشام",
        "شبكة دير الزور 24",
        "قال يونس الظاهر إن الأمر انتهى",
        "الحرية والسلام للشعب",
        "خسائر كبيرة وجروح عميقة وإن طال الزمن",
        "بلدة مجاورة وحي سكني وقرية صغيرة",
        "هدم المتجر بحجة عدم الترخيص",
        "وهو بصدد الإعداد للزيارة",
        "كانت ترعى أغنامها",
    ],
)
def test_these_are_no_places(text: str) -> None:
    assert _found(text) == []


def test_common_words_are_places_with_a_cue() -> None:
    assert _found("قرية السلام") == [("قرية السلام", "settlement")]
    assert _found("مدينة الباب") == [("مدينة الباب", "settlement")]


def test_names_in_furniture_are_left_out() -> None:
    text = "خبر\n\nوقع انفجار في مدينة حمص أمس وقتل شخصان.\n\nاقرأ أيضاً: قصف على مدينة حلب"
    assert [quote for quote, _ in _found(text)] == ["مدينة حمص"]


def test_an_unknown_name_ends_at_what_is_no_name() -> None:
    assert _found("قرية الشمهورش التي تسيطر عليها القوات") == [("قرية الشمهورش", "settlement")]
    assert _found("بلدة السمهرورية شمالي الرقة")[0] == ("بلدة السمهرورية", "settlement")


def _sound(text: str) -> None:
    words = words_of(text)
    end = 0
    for mention in find_places(words, gazetteer.load(user=False)):
        assert end <= mention.first < mention.last <= len(words)
        end = mention.last
        quote = words.quote(mention.first, mention.last)
        assert words.text[words.start[mention.first] : words.end[mention.last - 1]] == quote
        assert mention.key and mention.why


@pytest.mark.parametrize("row", table("ambiguous_places.tsv")[::7], ids=lambda row: row["place"])
def test_mentions_are_in_order_and_quote_the_text(row: dict[str, str]) -> None:
    _sound(row["text"])


_ONE_WORD = "قرية ريف شرقي حلب و طريق - محيط مدينة “ ” ، . 86 ال في حي من مدخل المدينة # كم 40 شمال"
_PIECES = (*re.split(" ", _ONE_WORD), "دير الزور", "بلدة تل", "الأحياء الشرقية", "\n\n")


@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_no_order_of_words_breaks_the_reading(pieces: list[str]) -> None:
    _sound(" ".join(pieces))


def test_word_lists_are_sound() -> None:
    lists = placewords.load()
    assert {lists.directions[w] for w in ("شمال", "شرق", "جنوب", "غرب")} == {0.0, 90.0, 180.0, 270.0}
    assert lists.peoples["السوريه"] == "SY"
    assert lists.cues["دوار"].kind == "site"
    assert all(lists[name] for name in placewords.CLASSES if name not in ("phrase", "seat", "capital"))
    assert lists.seats["ديالي"] == "بعقوبه"
