"""Who does it to whom where a verb carries the noun, another act stands before, or more than one word names a side."""

import pytest

import rasad


def sides(text: str, event_type: str) -> list[tuple[str, str]]:
    event = next(e for e in rasad.code(text, published="2023-06-15") if e.event_type == event_type)
    return sorted((a.role, a.text) for a in event.actors)


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # what a colon closes at the head is place and outlet
        ("تعز – وكالات: اعتقلت مليشيا الحوثي خمسة شبان.", "COERCE", [("source", "مليشيا الحوثي"), ("target", "شبان")]),
        # two sides in one noun
        (
            "قصفت القوات الروسية والإيرانية أمس أطراف بلدة كنصفرة.",
            "ASSAULT",
            [("source", "الإيرانية"), ("source", "القوات الروسية")],
        ),
        # behind the doer of a noun, with the article
        (
            "اعتقال قوات حفتر الناشط سامر العبدالله في سرت.",
            "COERCE",
            [("source", "قوات حفتر"), ("target", "الناشط سامر العبدالله")],
        ),
        # whose posts are struck, whose posts fire
        ("قُتل مدني بقصف مواقع للجيش السوداني في نيالا.", "ASSAULT", [("target", "مدني")]),
        ("قصف مدفعي مصدره مواقع حزب الله طال أطراف البلدة.", "ASSAULT", [("source", "حزب الله")]),
        # behind the doer, where he stands and what he fires: what he strikes
        (
            "أفاد مراسلنا باستهداف قوات النظام المتمركزة في سراقب بقذائف المدفعية مخيماً قرب سرمين.",
            "ASSAULT",
            [("source", "قوات النظام")],
        ),
        # a verb carries the noun
        (
            "قوات النظام المتمركزة في نبل قامت بقصف القاعدة التركية قرب مارع.",
            "ASSAULT",
            [("source", "قوات النظام"), ("target", "القاعدة التركية")],
        ),
        # one of several, before whom he asks
        ("طالب أحد السكان جنود الدورية بمغادرة الحي.", "REQUEST", [("source", "السكان"), ("target", "جنود الدورية")]),
        ("أصدر المركز بياناً دعا فيه المواطنين إلى الحذر.", "REQUEST", [("target", "المواطنين")]),
        # how many a body is
        (
            "خطفت مجموعة مسلحة مكونة من 18 شخصاً أربعة مواطنين قرب نيالا.",
            "ASSAULT",
            [("source", "مجموعة مسلحة"), ("target", "مواطنين")],
        ),
        # armed men behind the unarmed who attack them
        (
            "هاجمت مجموعة من الشبان دورية لليونيفيل في بلدة برعشيت.",
            "ASSAULT",
            [("source", "مجموعة من الشبان"), ("target", "دورية لليونيفيل")],
        ),
        # the subject stands before, the body behind is besieged
        (
            "مجاميع كبيرة من مسلحي القاعدة تحاصر قوات عسكرية في ميناء المكلا.",
            "COERCE",
            [("source", "مجاميع كبيرة من مسلحي القاعدة")],
        ),
        # who strikes announces it
        (
            "أعلن الجيش السوداني في بيان استهداف مواقع قوات الدعم السريع قرب نيالا.",
            "ASSAULT",
            [("source", "الجيش السوداني"), ("target", "قوات الدعم السريع")],
        ),
        # bodies with all their words
        ("قُتلت طفلة برصاص عناصر الأمن الفلسطيني في جنين.", "ASSAULT", [("source", "عناصر الأمن الفلسطيني"), ("target", "طفلة")]),
        ("أغلق عناصر الشرطة الاتحادية الطريق في مدينة كركوك بالعراق.", "COERCE", [("source", "عناصر الشرطة الاتحادية")]),
        # a bracket between two who are joined
        (
            "التقى وزير الخارجية النائب سالم العلي (60 عاماً) والسفير وليد الأحمد في بيروت.",
            "CONSULT",
            [("source", "وزير الخارجية"), ("target", "السفير وليد الأحمد"), ("target", "النائب سالم العلي")],
        ),
    ],
)
def test_sides(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text, event_type) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("أدانت نقابة الصحفيين الاعتداء على المراسل في بعلبك. ودعت السلطات إلى فتح تحقيق.", "السلطات"),
        ("أدان المجلس المحلي القصف أمس. وناشد السلطات المختصة التدخل.", "السلطات"),
    ],
)
def test_whoever_spoke_before_asks(text: str, asked: str) -> None:
    """ودعت السلطات إلى: who is asked rather than asks, or has not the verb's gender."""
    found = sides(text, "REQUEST")
    assert ("target", asked) in found and len(found) == 2


def test_a_body_that_spoke_of_itself_asks() -> None:
    assert sides("نفت الشرطة ذلك. ودعت نقابة المحامين إلى إضراب عام.", "REQUEST") == [("source", "نقابة المحامين")]


@pytest.mark.parametrize("day", ["الخميس", "الأحد", "الاثنين"])
def test_a_weekday_is_no_word_of_a_participant(day: str) -> None:
    [event] = rasad.code(f"قُتل أربعة أشخاص {day} بقصف جوي على بلدة إحسم.", published="2021-07-18")
    assert [a.text for a in event.actors if a.role == "target"] == ["أشخاص"]
