"""Who speaks on in the next sentence, who speaks in the headline alone, and whose troops act in what an office tells."""

import pytest

import rasad

_FIRST = "قال مصدر محلي إن دورية داهمت منزلاً في مدينة الرقة."


def coded(text: str, trigger: str) -> rasad.EventRecord:
    """The record of the act told by `trigger`."""
    return next(e for e in rasad.code(text, published="2024-05-15") if trigger in e.trigger.text)


def said(text: str, trigger: str) -> list[str]:
    """The kinds of who tells that act."""
    return [s.kind for s in coded(text, trigger).sources]


def by(text: str, trigger: str) -> list[str]:
    """Who does it."""
    return [a.text for a in coded(text, trigger).actors if a.role == "source"]


@pytest.mark.parametrize(
    ("opening", "kinds"),
    [
        ("وذكر أيضاً أن", ["anonymous"]),
        ("وقال كذلك إن", ["anonymous"]),
        ("وأكد مجدداً أن", ["anonymous"]),
        ("وكشف عن أن", ["anonymous"]),
        ("وذكر أيضاً ناشطون أن", ["activist_network"]),
        ("وقال أيضاً مصدر طبي إن", ["medical"]),
    ],
)
def test_who_says_one_thing_more(opening: str, kinds: list[str]) -> None:
    assert said(f"{_FIRST}\n{opening} مسلحين خطفوا طبيباً من الحي الشرقي.", "خطفوا") == kinds


@pytest.mark.parametrize(
    ("opening", "kinds"), [("ووفقاً له فإن", ["official"]), ("وبحسبه فإن", ["official"]), ("ووفقاً لمصادر طبية فإن", ["medical"])]
)
def test_according_to_him(opening: str, kinds: list[str]) -> None:
    first = "أعلنت وزارة الداخلية العراقية أن قواتها قتلت أربعة من عناصر تنظيم داعش في كركوك."
    assert said(f"{first} {opening} مسلحين خطفوا طبيباً من الحي الشرقي.", "خطفوا") == kinds


_LEAD = "قتل ثلاثة مدنيين وأصيب خمسة آخرون اليوم بقصف مدفعي لقوات النظام استهدف بلدة سرمين في ريف إدلب."


@pytest.mark.parametrize(
    ("headline", "lead", "kinds"),
    [
        ("المرصد: مقتل ثلاثة مدنيين بقصف لقوات النظام على ريف إدلب", _LEAD, ["monitor"]),
        ("مقتل ثلاثة مدنيين بقصف لقوات النظام على ريف إدلب", _LEAD, []),
        ("المرصد: مقتل ثلاثة مدنيين بقصف لقوات النظام على ريف إدلب", f"قال ناشطون: {_LEAD}", ["activist_network"]),
        ("المرصد: مقتل ثلاثة مدنيين بقصف لقوات النظام على ريف حلب", _LEAD, []),
        ("مصدر أمني لـ«السومرية نيوز»: مقتل ثلاثة مدنيين بقصف على ريف إدلب", _LEAD, ["official"]),
    ],
)
def test_who_tells_the_headline_tells_the_lead(headline: str, lead: str, kinds: list[str]) -> None:
    assert said(f"{headline}\n{lead}", "قتل")[:1] == kinds


def test_who_claims_an_attack_in_the_headline() -> None:
    lead = "قتل خمسة عناصر من قوات النظام بهجوم استهدف حاجزاً في بادية تدمر بريف حمص."
    assert said(f"داعش يتبنى هجوماً على حاجز للجيش في ريف حمص\n{lead}", "قتل") == ["conflict_party"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("أعلنت مديرية أمن بغداد أن مفارزها ألقت القبض على أربعة متهمين في الكرخ.", "ألقت القبض", ["مفارزها"]),
        ("قالت قيادة المنطقة العسكرية الأولى إن قواتها نفذت حملة مداهمة في سيئون.", "حملة مداهمة", ["قواتها"]),
        ("ذكرت وزارة الدفاع الروسية أن طائراتها قصفت مواقع لداعش في بادية تدمر.", "قصفت", ["وزارة الدفاع الروسية"]),
        ("أفادت كتائب القسام بأن مقاتليها قصفوا موقعاً في حي الزهراء.", "قصفوا", ["كتائب القسام"]),
        ("أعلنت مديرية أمن بغداد اعتقال ثلاثة متهمين في الكرخ.", "اعتقال", []),
        ("أعلنت حكومة بغداد إغلاق معبر ربيعة.", "إغلاق", ["حكومة بغداد"]),
        ("قال ناشطون إن طائراتها قصفت مواقع في بادية تدمر.", "قصفت", []),
    ],
)
def test_the_troops_of_who_speaks(text: str, trigger: str, who: list[str]) -> None:
    assert by(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال مصدر محلي إن مرتزقة فاغنر انسحبوا من مدينة سرت.", ["مرتزقة فاغنر"]),
        ("قال مصدر محلي إن قوة فاغنر دخلت مدينة سرت ثم انسحبوا من مدينة سرت.", []),
    ],
)
def test_men_whose_plural_ends_like_a_woman(text: str, who: list[str]) -> None:
    records = [e for e in rasad.code(text, published="2024-05-15") if "انسحبوا" in e.trigger.text]
    assert [a.text for e in records for a in e.actors if a.role == "source"] == who
