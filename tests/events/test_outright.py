"""Whom the words name outright as doer, sufferer or third, whatever stands nearer: brokers, both parties, speakers, persons
named before a passive verb."""

import pytest

import rasad


def sides(text: str, event_type: str) -> list[tuple[str, str]]:
    event = next(e for e in rasad.code(text, published="2021-06-09") if e.event_type == event_type)
    return sorted((a.role, a.text) for a in event.actors)


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # who brings two sides together is the third
        (
            "أتمت لجنة وساطة أمس صفقة تبادل أسرى بين القوات الحكومية والحوثيين في مدينة تعز.",
            "COOPERATE",
            [("source", "الحوثيين"), ("source", "القوات الحكومية"), ("third", "لجنة")],
        ),
        (
            "نجح وجهاء من ترهونة في عقد اتفاق يوقف القتال بين اللواء السابع وقوة حماية طرابلس.",
            "AGREE",
            [("source", "اللواء السابع"), ("source", "قوة حماية طرابلس"), ("third", "وجهاء")],
        ),
        # both sides in one word, where no act before has two
        ("وأضاف المصدر أن الطرفين اتفقا على وقف القتال.", "AGREE", [("source", "الطرفين")]),
        # whose men they are
        ("أعلن الجيش السوداني أن قواته انسحبت أمس من مدينة سنجة.", "RETREAT", [("source", "الجيش السوداني")]),
        # who suffers stands before a verb that may be passive: counted, or with his name
        (
            "أفاد مصدر طبي وكالة رويترز بأن تسعة مدنيين قتلوا، بينهم طفلان، حين قصفت قوات النظام بلدة إحسم.",
            "ASSAULT",
            [("source", "قوات النظام"), ("target", "مدنيين")],
        ),
        (
            "وقالت مصادر محلية إن سالم محمد العلي (44 عاماً) قُتل بانفجار لغم حوثي في مديرية حيس.",
            "ASSAULT",
            [("source", "حوثي"), ("target", "سالم محمد العلي")],
        ),
        # … behind a day, or beside others who are counted
        (
            "اعتقل جهاز الأمن السياسي في 4 تموز 2020 سالم محمد العلي، نقيب الصيادلة.",
            "COERCE",
            [("source", "الأمن السياسي"), ("target", "سالم محمد العلي")],
        ),
        (
            "داهمت قوات سوريا الديمقراطية بلدة الصبحة واعتقلت خالد العلي واثنين من أقاربه.",
            "COERCE",
            [("source", "قوات سوريا الديمقراطية"), ("target", "أقاربه"), ("target", "خالد العلي")],
        ),
        # a uniform is no side; what stands opposite is where, not who
        (
            "خطفت مجموعة مسلحة ترتدي زي الدعم السريع التاجر سالم محمد العلي من سوق نيالا.",
            "ASSAULT",
            [("source", "مجموعة مسلحة"), ("target", "التاجر سالم محمد العلي")],
        ),
        (
            "نظم عشرات المحامين أمس وقفة احتجاجية قبالة مقر الأمم المتحدة في الخرطوم.",
            "PROTEST",
            [("source", "المحامين")],
        ),
        # the second demand names whom it is against
        (
            "خرجت مظاهرات في الكوت للمطالبة بكشف القتلة وإقالة حكومة المحافظة.",
            "PROTEST",
            [("source", "مظاهرات"), ("target", "حكومة المحافظة")],
        ),
        # who speaks demands, not whose deed is told last
        (
            "قالت اللجنة الوطنية لحقوق الإنسان إن الأجهزة الأمنية اعتقلت ناشطين في سرت. وطالبت بالإفراج عنهما فوراً.",
            "REQUEST",
            [("source", "اللجنة الوطنية لحقوق الإنسان")],
        ),
    ],
)
def test_named_outright(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text, event_type) == expected
