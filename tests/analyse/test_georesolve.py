"""Resolution: namesakes in their contexts (cases in tests/data), moved points, and what stays unresolved."""

import time

import pytest

from rasad.analyse.georesolve import located, resolve
from rasad.analyse.places import find_places
from rasad.lexicon import gazetteer
from rasad.lexicon.gazetteer import Gazetteer
from rasad.lexicon.placeform import Place, kilometres
from rasad.model.mentions import ResolvedPlace
from rasad.model.words import Words
from tests.support import cases, table, words_of

#: A resolved point within so many km of the expected one is the same place, as the codebook's scorer has it.
NEAR_KM = 10.0


def _resolve(text: str) -> tuple[Words, list[ResolvedPlace], str | None]:
    words = words_of(text)
    shipped = gazetteer.load(user=False)
    return words, *resolve(words, find_places(words, shipped), places=shipped)


def _place(text: str, quote: str) -> ResolvedPlace:
    words, found, _ = _resolve(text)
    return next(p for p in found if quote in words.quote(p.mention.first, p.mention.last))


@pytest.mark.parametrize("case", cases("ambiguous_places.tsv", "place"))
def test_namesakes_in_context(case: dict[str, str]) -> None:
    place = _place(case["text"], case["place"])
    assert place.country == case["expected_country"]
    assert place.admin1 == case["expected_admin1"]
    assert place.latitude is not None and place.longitude is not None, place.why
    expected = float(case["expected_lat"]), float(case["expected_lon"])
    assert kilometres((place.latitude, place.longitude), expected) <= NEAR_KM, place


def test_there_are_enough_cases() -> None:
    rows = table("ambiguous_places.tsv")
    assert len(rows) >= 200
    assert sum("الصالحية" in row["place"] for row in rows) >= 12
    assert all(row["source"] for row in rows)


def test_the_bare_name_of_a_capital_is_the_city() -> None:
    place = _place("انفجرت سيارة مفخخة في حمص أمس.", "حمص")
    assert (place.mention.kind, place.admin1) == ("settlement", "Homs")


def test_the_cue_makes_it_the_governorate() -> None:
    place = _place("تشهد محافظة حمص هدوءاً.", "محافظة حمص")
    assert (place.mention.kind, place.admin1) == ("governorate", "Homs")


def test_the_gaza_strip_is_a_governorate() -> None:
    place = _place("قصف الاحتلال مواقع في قطاع غزة.", "قطاع غزة")
    assert (place.mention.kind, place.admin1, place.country) == ("governorate", "Gaza Strip", "PS")


def test_a_distance_moves_the_point() -> None:
    place = _place("عثر على الجثث على بعد 40 كم شمال شرق بعقوبة.", "بعقوبة")
    assert place.latitude is not None and place.longitude is not None and place.precision_km is not None
    away = kilometres((place.latitude, place.longitude), (33.745, 44.644))
    assert 35 <= away <= 45
    assert place.latitude > 33.9 and place.longitude > 44.85
    assert 3 <= place.precision_km <= 15


def test_a_distance_without_a_side_widens() -> None:
    place = _place("يقع المعسكر على بعد 30 كيلومتراً من مدينة بعقوبة.", "بعقوبة")
    assert place.precision_km == 30


def test_the_cost_grows_with_the_text() -> None:
    """Ten times the mentions take about ten times the time, not a hundred times."""
    line = "قصف على بلدة النيرب بريف إدلب، واشتباكات في الرقة ومنبج وقرية الصالحية شرقي دير الزور، وانفجار في حي الوعر بحمص.\n\n"
    shipped = gazetteer.load(user=False)
    seconds = []
    for times in (30, 300):
        words = words_of(line * times)
        began = time.process_time()
        resolve(words, find_places(words, shipped), places=shipped)
        seconds.append(time.process_time() - began)
    assert seconds[1] < 30 * seconds[0]


def test_a_side_of_a_governorate_moves_and_widens() -> None:
    place = _place("اشتباكات في ريف إدلب الجنوبي بين الطرفين.", "ريف إدلب الجنوبي")
    assert place.mention.kind == "area"
    assert place.admin1 == "Idlib"
    assert place.latitude is not None and place.latitude < 35.93
    assert place.precision_km is not None and place.precision_km >= 10


def test_a_side_of_a_town_stays_near_it() -> None:
    place = _place("سقطت قذائف غربي مدينة منبج.", "منبج")
    assert place.latitude is not None and place.longitude is not None
    assert kilometres((place.latitude, place.longitude), (36.527, 37.956)) <= 10
    assert place.longitude < 37.956


def test_a_road_is_between_its_ends() -> None:
    place = _place("انفجر لغم على طريق دمشق - درعا.", "طريق دمشق - درعا")
    assert place.mention.kind == "site"
    assert place.latitude is not None and 32.62 < place.latitude < 33.51


def test_an_unknown_name_stays_named_with_its_admin() -> None:
    place = _place("اقتحمت القوات قرية السمهرورية بريف الرقة الشرقي.", "السمهرورية")
    assert (place.latitude, place.longitude, place.id) == (None, None, None)
    assert (place.admin1, place.country) == ("Raqqa", "SY")
    assert place.name_ar and "السمهرورية" in place.name_ar


def test_a_namesake_outside_the_stated_place_is_refused() -> None:
    place = _place("قصفت قرية تفتناز في محافظة السويداء.", "تفتناز")
    assert place.latitude is None
    assert place.admin1 == "Suwayda"


def test_an_unknown_quarter_takes_the_stated_town() -> None:
    place = _place("انفجرت عبوة في حي الشمهورش بمدينة القامشلي.", "حي الشمهورش")
    assert place.latitude is not None and place.longitude is not None and place.precision_km is not None
    assert kilometres((place.latitude, place.longitude), (37.05, 41.22)) < 5
    assert place.precision_km >= 5


def test_one_unresolvable_name_leaves_the_others() -> None:
    _, found, _ = _resolve("انفجار في قرية السمهرورية، وآخر في مدينة منبج.")
    assert [p.latitude is None for p in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قتل جنديان من الجيش اليمني في تعز ومأرب.", "YE"),
        ("قصف الطيران بلدات في إدلب وحلب.", "SY"),
        ("أعلنت الشرطة العراقية اعتقال ثلاثة أشخاص في كركوك.", "IQ"),
        ("اشتباكات في الفاشر ونيالا.", "SD"),
        ("", None),
    ],
)
def test_the_country_of_the_report(text: str, country: str | None) -> None:
    assert _resolve(text)[2] == country


def test_the_outlets_country_decides_between_namesakes() -> None:
    words = words_of("اشتباكات عنيفة في طرابلس.")
    shipped = gazetteer.load(user=False)
    for home in ("LB", "LY"):
        [place], country = resolve(words, find_places(words, shipped), home=home, places=shipped)
        assert (place.country, country) == (home, home)


def test_every_answer_has_a_reason() -> None:
    _, found, _ = _resolve("انفجار في حي الوعر غربي مدينة حمص، وقصف على دوار المعامل وبلدة إحسم بريف إدلب.")
    assert found and all(p.why for p in found)


@pytest.mark.parametrize("text", ["خرجت مظاهرات في عدن، شبوة، أبين أمس.", "خرجت مظاهرات في البصرة، ذي قار، ميسان أمس."])
def test_a_governorate_behind_a_comma_does_not_hold_a_town_of_another(text: str) -> None:
    _, found, _ = _resolve(text)
    assert len(found) == 3 and all(p.latitude is not None for p in found)


def test_a_governorate_behind_a_comma_holds_its_own_town() -> None:
    assert _place("قتل شاب في بلدة الصالحية، ريف دير الزور أمس.", "بلدة الصالحية").admin1 == "Deir ez-Zor"


def test_every_country_has_a_south() -> None:
    assert _place("شهدت مناطق الجنوب احتجاجات في درعا والسويداء.", "الجنوب").latitude is None
    assert _place("شهدت مناطق الجنوب غارات على النبطية وبنت جبيل.", "الجنوب").admin1 == "South"


def test_what_stands_in_brackets_behind_a_name_says_where_it_lies() -> None:
    place = _place("انفجرت عبوة في حي السمار، (5 كم شمال بعقوبة) أمس.", "حي السمار")
    assert place.latitude is not None and place.longitude is not None
    assert kilometres((place.latitude, place.longitude), (33.795, 44.64)) < 3


def test_a_name_told_to_lie_where_no_gazetteer_has_it_stays_so_when_it_comes_again() -> None:
    _, found, _ = _resolve("قصفت المدفعية منطقة الحيمة شمالي تعز. وقال سكان الحيمة إن القصف استمر، ثم خلت الحيمة من أهلها.")
    assert [p.latitude for p in found if "الحيمة" in p.mention.key or p.mention.key == "الحيمه"] == [None] * 3


def test_near_a_city_is_not_in_it() -> None:
    place = _place("أعاد الجيش فتح ميناء أم قصر قرب البصرة.", "ميناء أم قصر")
    assert place.latitude is not None and place.longitude is not None
    assert kilometres((place.latitude, place.longitude), (30.03, 47.95)) < 5


@pytest.mark.parametrize(
    ("text", "quote", "point"),
    [
        ("بدأت حملة أمنية في مخيم الهول في مدينة الحسكة.", "مخيم الهول", (36.38, 41.14)),
        ("فُضّ اعتصام أمام مبنى مديرية تربية الباب بريف حلب.", "مبنى مديرية تربية الباب", (36.37, 37.52)),
    ],
)
def test_a_site_told_by_a_capital_or_an_office_stands_where_it_is(text: str, quote: str, point: tuple[float, float]) -> None:
    place = _place(text, quote)
    assert place.latitude is not None and place.longitude is not None
    assert kilometres((place.latitude, place.longitude), point) < NEAR_KM


def _with_hamlets(text: str, hamlets: dict[str, tuple[str, float, float]]) -> list[ResolvedPlace]:
    """Places of a text where a large gazetteer has hamlets: name → (country, latitude, longitude)."""
    places = Gazetteer()
    shipped = gazetteer.load(user=False)
    for layer in shipped.layers:
        rows = [shipped.place(row) for row in range(layer.first, layer.last) if shipped.place(row).country in ("SY", "TR")]
        places.add_places(layer.name, [(p, (gazetteer.key_of(p.name_ar),)) for p in rows])
    for name, (country, latitude, longitude) in hamlets.items():
        place = Place(f"wof:{name}", name, name, "settlement", None, None, country, latitude, longitude, 2.0, 0, None, "user:wof")
        places.add_places("user:wof", [(place, (gazetteer.key_of(name),))])
    words = words_of(text)
    return located(words, resolve(words, find_places(words, places), places=places)[0])


def test_a_hamlet_does_not_beat_the_city_of_its_name() -> None:
    found = _with_hamlets("التقى وزير الدفاع وفداً من أنقرة في مدينة حلب.", {"أنقرة": ("SY", 36.79, 39.98)})
    assert [p.country for p in found] == ["TR", "SY"]


@pytest.mark.parametrize(
    "text",
    [
        "وفي هذا الإطار قصفت قوات النظام بلدة إحسم.",
        "أنشأت القوات نقطة تركية قرب بلدة إحسم.",
        "قصفت قوات النظام بلدة إحسم، وقدم على عجلات الدعم.",
        "وصل الدعم عن طريق المعبر إلى بلدة إحسم.",
    ],
)
def test_words_that_a_large_gazetteer_has_as_hamlets_stay_words(text: str) -> None:
    hamlets = dict.fromkeys(("الإطار", "تركية", "عجلات", "المعبر"), ("SY", 33.1, 36.4))
    assert [p.name_ar for p in _with_hamlets(text, hamlets)] == ["إحسم"]


def test_near_a_place_that_is_shipped_one_of_its_name_is_the_same() -> None:
    [found, _] = _with_hamlets("قصفت قوات النظام قرية سفوهن قرب بلدة إحسم.", {"سفوهن": ("SY", 35.7, 36.6)})
    assert (found.latitude, found.longitude) == (35.63, 36.46)


def test_a_site_with_the_name_of_a_hamlet_alone_is_not_there() -> None:
    [found] = _with_hamlets("انفجرت عبوة عند حاجز السنارية.", {"السنارية": ("SY", 35.6, 36.5)})
    assert found.latitude is None


@pytest.mark.parametrize(
    "text", ["قصف الجيش بلدة إحسم، صباح اليوم.", "قال علي السنارية إن القصف على إحسم توقف.", "وفد من آل لسنارية في إحسم."]
)
def test_words_and_surnames_go_on_with_no_list(text: str) -> None:
    hamlets = dict.fromkeys(("صباح", "السنارية", "سنارية"), ("SY", 35.6, 36.5))
    assert [p.name_ar for p in _with_hamlets(text, hamlets)] == ["إحسم"]


def test_a_side_of_the_capital_reaches_to_the_next_town() -> None:
    place = _place("اعتقل الجيش رجلاً في مدينة بني وليد الواقعة جنوب شرق العاصمة طرابلس.", "مدينة بني وليد")
    assert place.latitude == pytest.approx(31.76, abs=0.05)


def test_a_hamlet_of_a_large_gazetteer_is_found_where_the_text_says_it_is_one() -> None:
    found = _with_hamlets("قصفت قوات النظام قرية السنارية قرب بلدة إحسم.", {"السنارية": ("SY", 35.6, 36.5)})
    assert [(p.name_ar, p.latitude is not None) for p in found] == [("السنارية", True), ("إحسم", True)]


def test_sides_of_one_country_speak_for_it() -> None:
    place = _place("طالب المتظاهرون في طرابلس أمس برحيل حكومة الوحدة الوطنية وبحل المجلس الرئاسي.", "طرابلس")
    assert place.country == "LY"


@pytest.mark.parametrize("text", ["قُتل جندي في العاصمة الإيرانية أمس.", "نقلت الحكومة مقرها إلى العاصمة المؤقتة."])
def test_the_capital_of_another_country_or_for_a_time_is_not_the_reports(text: str) -> None:
    _, found, _ = _resolve("قصفت قوات النظام السوري بلدة إحسم وسراقب وبنش. " + text)
    assert not any(p.name == "Damascus" for p in found)


def test_a_city_abroad_that_a_cue_names_is_that_city() -> None:
    place = _place("يستعد ناشطون من إدلب وسراقب لوقفة في مدينة غازي عنتاب.", "مدينة غازي عنتاب")
    assert place.country == "TR"
