"""Names that several countries have, names that are words, and names inside those of bodies: where a report means them."""

import pytest

import rasad


def places(text: str) -> list[tuple[str, str | None, float | None]]:
    """(quote, admin 1, latitude) of the places of all records."""
    return [(p.text, p.admin1, p.latitude) for e in rasad.code(text, published="2023-03-15") for p in e.places]


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        # the largest of the namesakes, where nothing else is said
        ("أصيب أربعة متظاهرين بالرصاص الحي خلال احتجاج وسط الناصرية أمس.", "Dhi Qar"),
        ("دارت اشتباكات بين مجموعتين مسلحتين في مدينة العجيلات أمس.", "Nuqat al Khams"),
        # a medium that is named tells the country, and its own name is no quarter of a town
        ("قتل شرطي بانفجار عبوة في الناصرية أمس، وفق مصدر لموقع السومرية نيوز.", "Dhi Qar"),
        # the wider place is in no list with the narrower one behind it
        ("هاجم مسلحون حاجزاً في مدينة الطبقة بريف الرقة، ومنطقة الشدادي بريف الحسكة، أمس.", "Raqqa"),
        # the one shipped place of a name, however far
        ("قصف الجيش مدينة الأبيض أمس. كما قصفت مسيّرة سوق كبكابية.", "North Darfur"),
    ],
)
def test_the_place_that_is_meant(text: str, admin1: str) -> None:
    assert admin1 in [a for _, a, _ in places(text)], places(text)


def test_malkia_beside_lebanon_is_not_that_of_hasakah() -> None:
    text = "استهدفت المقاومة الإسلامية في جنوب لبنان تجمعين لجنود الاحتلال في المالكية ومستوطنة المنارة أمس."
    [(_, _, latitude), *_] = places(text)
    assert latitude == pytest.approx(33.10)


@pytest.mark.parametrize(
    "text",
    [
        "لايزال مصير المدير الذي اختطفه مسلحون في المكلا أمس مجهولاً.",
        "وفوجئ الأهالي بقصف بلدة كفرنبل أمس.",
        "قصفت المقاومة الإسلامية موقعاً للاحتلال قرب بلدة بليدا بصاروخ بركان أمس.",
    ],
)
def test_words_are_no_towns_abroad(text: str) -> None:
    assert all(10 < (latitude or 30) < 38 and "بركان" not in quote for quote, _, latitude in places(text)), places(text)


@pytest.mark.parametrize(
    "text",
    [
        "قضت محكمة استئناف طرابلس بإعدام ثلاثة متهمين أمس.",
        "حكمت محكمة جنايات الكرخ، أمس، بالسجن على ثلاثة مدانين بتفجير منطقة الكرادة.",
    ],
)
def test_a_verdict_is_in_no_place_of_its_court_or_of_the_deed(text: str) -> None:
    assert [e.places for e in rasad.code(text, published="2023-03-15") if e.event_type == "SANCTION"] == [()]


def test_a_retreat_that_tells_only_where_to_leaves_the_place_of_the_story() -> None:
    text = "سيطر الجيش السوداني على مدينة أم روابة أمس بعد معارك مع قوات الدعم السريع. وانسحبت المليشيا باتجاه الرهد."
    events = rasad.code(text, published="2023-03-15")
    [retreat] = [e for e in events if e.event_type == "RETREAT"]
    assert [p.name for p in retreat.places] == ["Um Ruwaba", "al-Rahad"]
