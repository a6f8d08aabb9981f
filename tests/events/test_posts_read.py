"""Short posts of activists and local pages: heads, hashtags, tolls without a verb, hostile names, lists of strikes."""

import pytest

from rasad import code
from tests.support import check_claims, events_of, of_role, only_event, read

DAY = "2017-06-20"

TOLLS: list[tuple[str, list[tuple[str, int | None, int | None]]]] = [
    ("غارة على كفرزيتا والحصيلة 3 شهداء و5 جرحى", [("killed", 3, 3), ("injured", 5, 5)]),
    ("انفجار في سامراء والحصيلة الأولية 20 قتيلا و45 جريحا", [("killed", 20, 20), ("injured", 45, 45)]),
    ("قصف كفرزيتا بالبراميل المتفجرة والحصيلة شهيدان", [("killed", 2, 2)]),
    ("قصف على سرمين والحصيلة شهيد وأربعة جرحى", [("killed", 1, 1), ("injured", 4, 4)]),
    ("الحوثيون يختطفون 7 مواطنين من قرية الحجلة بمديرية ذي ناعم ويقتادونهم الى جهة مجهولة", [("detained", 7, 7)]),
    ("بلغ عدد القتلى في قصف السوق 22 قتيلا", [("killed", 22, 22)]),  # a count still waits for its number
]


@pytest.mark.parametrize(("text", "wanted"), TOLLS)
def test_a_toll_behind_the_word_toll(text: str, wanted: list[tuple[str, int | None, int | None]]) -> None:
    check_claims(text, wanted, DAY)


#: (text, sub-type)
MEANS = [
    ("استهداف سيارة على طريق المصنع بصاروخين من طائرة مسيرة وارتقاء شهيدين", "Air/drone strike"),
    ("استهداف سيارة على طريق المصنع بصاروخين وارتقاء شهيدين", "Shelling/artillery/missile attack"),
    ("قصف قرية الهبيط بالبراميل ومقتل طفل", "Air/drone strike"),
    ("الطيران الأمريكي بدون طيار يستهدف سيارة في محافظة شبوة ومقتل ثلاثة من عناصر القاعدة", "Air/drone strike"),
    ("أطلق مسلحون من قبيلة المسيرية النار على الرعاة في أبيي فقتلوا ثلاثة", "Attack"),
    ("تمكنت القوات الأمنية من قتل انتحاريين اثنين جنوب الموصل", "Attack"),
    ("فجر انتحاري نفسه قرب حاجز للجيش فقتل ثلاثة جنود", "Suicide bomb"),
]


@pytest.mark.parametrize(("text", "sub_type"), MEANS)
def test_the_means(text: str, sub_type: str) -> None:
    assert only_event(text, "ASSAULT", DAY).sub_event_type == sub_type


#: (text, who does it, whom it is done to): ids of known sides, else words
SIDES: list[tuple[str, list[str], list[str]]] = [
    ("مفخخة تستهدف سيطرة للحشد على طريق كركوك - تكريت", [], ["iq.militia.hashd"]),
    ("استهداف حاجز للنظام في درعا", [], ["sy.state.government"]),
    ("استهداف دورية لقسد في الشحيل", [], ["sy.rebel.sdf"]),
    ("استهداف الفصائل لتجمعات قوات النظام في معرة النعمان", ["sy.rebel.opposition"], ["sy.state.army"]),
    ("ثلاثة شهداء جراء استهداف طيران النظام لسيارة في سرمين", ["sy.state.airforce"], []),
    ("إصابة طفل باستهداف قوات النظام لأطراف بلدة الهبيط", ["sy.state.army"], ["طفل"]),
    ("طائرات العدو تقصف بلدة يارون", ["xx.il.forces"], []),
    ("قصفت طائرات العدو سوقاً في مديرية منبه بمحافظة صعدة", ["xx.coalition.arab"], []),
    ("طيران التحالف الدولي يستهدف حارة البدو وسط مدينة الرقة بعدة غارات", ["xx.coalition.isis"], []),
]


@pytest.mark.parametrize(("text", "sources", "targets"), SIDES)
def test_who_to_whom(text: str, sources: list[str], targets: list[str]) -> None:
    event = only_event(text, "ASSAULT", DAY)
    found = {role: [a.id or a.text for a in event.actors if a.role == role] for role in ("source", "target")}
    assert [s for s in found["source"] if s not in sources] == []
    assert set(sources) <= set(found["source"])
    assert set(targets) <= set(found["target"])
    assert not {a.id for a in event.actors if a.role == "target"} & set(sources)


def test_the_enemy_of_another_country_is_nobody_known() -> None:
    event = only_event("طيران العدو يقصف بلدة خان شيخون بريف إدلب", "ASSAULT", DAY)
    assert [a.id for a in event.actors if a.id] == []


def test_the_warned_do_not_threaten() -> None:
    event = only_event("طيران الاحتلال يدمر برجاً في حي الرمال بعد إنذار سكانه", "THREATEN", DAY)
    assert "سكانه" in of_role(event, "target")
    assert "سكانه" not in of_role(event, "source")


def test_aircraft_at_the_head_of_a_list_say_nothing() -> None:
    [event] = events_of("الطيران الحربي الروسي: غارة على الركايا، 3 غارات على معرزيتا", DAY)
    assert not event.sources


def test_a_solemn_funeral_asks_for_nothing() -> None:
    assert "REQUEST" not in {e.event_type for e in code("تشييع جثمان الشهيد في جنازة مهيبة بطفس", DAY)}
    assert only_event("أصدرت الوزارة بياناً مهيبة بالأهالي مغادرة المنطقة", "REQUEST", DAY)


def test_dawn_is_no_blast() -> None:
    events = events_of("غارات إسرائيلية فجرا: 3 شهداء في قصف شقة بحي النصر", DAY)
    assert [e.event_type for e in events] == ["ASSAULT"]


#: (text, the places of each act in the order of the text)
LISTED = [
    ("3 شهداء في قصف شقة بحي النصر، وشهيدان في قصف خيمة بمواصي خان يونس", ["حي النصر", "مواصي خان يونس"]),
    ("استشهد ثلاثة في قصف على حي النصر، وشهيدان في قصف على مواصي خان يونس", ["حي النصر", "مواصي خان يونس"]),
    (
        "شهدت ساحة البلدية في سلقين ظهر أمس مظاهرة ضد الهيئة.\nوفي كفرتخاريم خرجت أمس مظاهرة مماثلة ضد الهيئة.",
        ["سلقين", "كفرتخاريم"],
    ),
]


@pytest.mark.parametrize(("text", "places"), LISTED)
def test_each_of_a_list_has_its_place(text: str, places: list[str]) -> None:
    events = events_of(text, DAY)
    assert len(events) == len(places)
    for event, place, other in zip(events, places, reversed(places), strict=True):
        told = " ".join(p.text for p in event.places)
        assert place in told
        assert other not in told


#: (text, where, admin 1 or None, latitude to 0.1° or None)
PLACES: list[tuple[str, str, str | None, float | None]] = [
    ("الرقة تذبح بصمت: ثلاثة شهداء جراء غارة على سيارة على طريق المنصورة", "طريق المنصورة", "Raqqa", 35.8),
    ("قصف على حي النخيل الشمالي غربي الموصل", "حي النخيل الشمالي", "Nineveh", 36.3),
    ("اغتيال عنصر تسوية في جاسم", "جاسم", "Daraa", 33.0),
    ("وفي حرض، استهدفت ست غارات منطقة المزرق", "حرض", "Hajjah", 16.4),
    ("خطف مواطن على طريق عام الهرمل - الجرد", "طريق عام الهرمل - الجرد", "Baalbek-Hermel", 34.4),
]


@pytest.mark.parametrize(("text", "where", "admin1", "latitude"), PLACES)
def test_where(text: str, where: str, admin1: str | None, latitude: float | None) -> None:
    found = {p.text: p for e in events_of(text, DAY) for p in e.places}
    assert where in found
    assert found[where].admin1 == admin1
    assert latitude is None or found[where].latitude == pytest.approx(latitude, abs=0.1)


def test_a_quarter_is_no_governorate() -> None:
    found = {p.text: p for e in events_of("سقوط قذائف على حي التأميم في الموصل", DAY) for p in e.places}
    assert found["حي التأميم"].admin1 != "Kirkuk"


@pytest.mark.parametrize("text", ["جابت مظاهرة ضد الهيئة الشارع الرئيس في إدلب", "قصف الجيش المدخل الرئيس لمدينة سرمين"])
def test_the_main_street_is_no_president(text: str) -> None:
    assert "الرئيس" not in {a.key for a in read(text)._.actors}


def test_the_president_is_one_still() -> None:
    assert "رييس" in {a.key for a in read("مظاهرة ضد الرئيس في إدلب")._.actors}


#: (text, latitude and longitude to 0.1°): posts that say where they are by a hashtag, whose only act the weights doubt, or in
#: the verbs of speech
WHERE = [
    ("مسلحون يطلقون الرصاص على جنديين جنب مستشفى الصداقة. واحد قتيل والثاني مجروح #الشيخ_عثمان #عدن", 12.9, 45.0),
    ("غارة على مبنى من طابقين بحي المدارس. 9 شهداء وخمس جرحى والبحث مستمر #بعلبك", 34.0, 36.2),
    ("الجيش بيقصف بلدة سرمين من الصبح وفي شهداء", 35.9, 36.7),
    ("5 شهداء و10 جرحى الحصيلة الأولية لغارات العدو على بلدة شمسطار", 33.97, 36.02),
    ("البقاع الغربي | سلسلة غارات عنيفة على #سحمر، الحصيلة صارت 11 شهيد و15 جريح", 33.5, 35.7),
    ("احتراق 3 منازل للمدنيين في قرية أم الكيف جراء قصف تركي", 36.7, 40.4),
    ("مسلحين مجهولين قتلو شاب من بلدة نصيب قدام بيته", 32.55, 36.2),
    ("عناصر الهيئة داهمو البيوت في بنش واعتقلو 4 شباب", 35.95, 36.7),
]


@pytest.mark.parametrize(("text", "latitude", "longitude"), WHERE)
def test_where_a_post_is(text: str, latitude: float, longitude: float) -> None:
    points = [(p.latitude, p.longitude) for e in events_of(text, DAY) for p in e.places if p.latitude is not None]
    assert any((a, b) == (pytest.approx(latitude, abs=0.1), pytest.approx(longitude, abs=0.1)) for a, b in points)


def test_hashtags_of_two_provinces_lend_no_place() -> None:
    events = events_of("غارة على مبنى من طابقين أدت إلى مقتل 3 مدنيين. #حلب #درعا", DAY)
    assert not [p for e in events for p in e.places if p.latitude is not None]


@pytest.mark.parametrize("text", ["قصف الجيش بيتهما في سرمين فقتل الشقيقان", "قصف الجيش بلدة سرمين وقتل مدنيان بينهما خلاف"])
def test_no_verb_of_speech(text: str) -> None:
    assert {e.event_type for e in events_of(text, DAY)} == {"ASSAULT"}
