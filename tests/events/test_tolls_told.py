"""Claims of those told by their bodies, by their kin, as parts, and by a count that only the act's noun or a period explains."""

from functools import partial

import pytest

import rasad
from tests.support import Claim, check_claims

DAY = "2024-05-15"
check = partial(check_claims, day=DAY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("انتشل الدفاع المدني جثماني أم وطفلها من تحت أنقاض منزل قصفته الطائرات في بلدة حاس.", [("killed", 1, 1)] * 2),
        ("سحبت فرق الإنقاذ جثتي رجلين من تحت ركام منزل في بلدة شبعا استهدفه قصف إسرائيلي.", [("killed", 2, 2)]),
        ("عثر على جثتي شابين قتلا بالرصاص في أطراف بلدة صيدا.", [("killed", 2, 2)]),
        (
            "انفجرت سيارة مفخخة قرب نقطة تفتيش في الموصل. وأكد مصدر طبي تسلم المستشفى جثتين و15 جريحاً.",
            [("killed", 2, 2), ("injured", 15, 15)],
        ),
        ("قصفت الطائرات بلدة حاس. وانتشلت الفرق ثلاث جثث من تحت الأنقاض.", [("killed", 3, 3)]),
    ],
)
def test_the_dead_told_by_their_bodies(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أدى قصف الطائرات على بلدة حاس إلى مقتل خمسة مدنيين. وانتشلت الفرق ثلاث جثث من تحت الأنقاض.", [("killed", 5, 5)]),
        ("قصفت الطائرات بلدة حاس. وتسلمت العائلات جثتي رجلين من الصليب الأحمر.", []),
        ("قصفت الطائرات بلدة حاس. وشيّع الأهالي جثماني رجلين.", []),
        ("عثر الأهالي على جثة رجل مجهول الهوية قرب السد.", []),
    ],
)
def test_bodies_counted_before_or_handed_over_or_only_found(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "انفجر لغم بسيارة في مدينة الباب. والقتلى هم رب أسرة وزوجته وأطفالهما الثلاثة.",
            [("killed", 1, 1), ("killed", 1, 1), ("killed", 3, 3)],
        ),
        ("قُتل أب وثلاثة من أبنائه بقصف مدفعي على بلدة حاس.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("مقتل ضابط برتبة نقيب ومرافقه بانفجار عبوة في كركوك.", [("killed", 1, 1)] * 2),
    ],
)
def test_heads_of_families_and_companions_behind_a_rank(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


def test_a_second_rank_is_nobody() -> None:
    check("مقتل ضابطين برتبة مقدم ونقيب بانفجار عبوة في كركوك.", [("killed", 2, 2)])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("مقتل عشرة أشخاص في قصف على حي الصالحين، ستة منهم من عائلة واحدة.", [("killed", 10, 10), ("killed part", 6, 6)]),
        (
            "قُتل عشرة أشخاص في قصف على حي الصالحين، أربعة منهم أطفال وثلاث نساء.",
            [("killed", 10, 10), ("killed part", 4, 4), ("killed part", 3, 3)],
        ),
        (
            "ارتفعت حصيلة تفجير سوق مريدي إلى 36 قتيلاً بعد وفاة أربعة من الجرحى متأثرين بإصاباتهم.",
            [("killed", 36, 36), ("killed part", 4, 4)],
        ),
        ("هاجم مسلحو داعش قافلة للجيش السوري في بادية السخنة فقُتل تسعة عناصر وفُقد ثلاثة.", [("killed", 9, 9), ("missing", 3, 3)]),
        # the negative twin: beside the dead stand others, no part of them
        ("قُتل عشرة مدنيين وثلاث نساء في قصف على حي الصالحين.", [("killed", 10, 10), ("killed", 3, 3)]),
    ],
)
def test_parts_of_a_total(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ارتفعت حصيلة ضحايا القصف على مدينة إدلب إلى 15 قتيلاً و34 جريحاً.", [("killed", 15, 15), ("injured", 34, 34)]),
        ("ارتفعت إلى سبعة قتلى حصيلة القصف المدفعي الذي نفذته قوات النظام على سوق بلدة إحسم.", [("killed", 7, 7)]),
        ("ارتفعت حصيلة قصف مدينة إدلب من 12 إلى 15 قتيلاً.", [("killed", 15, 15)]),
        ("قال مصدر طبي إن عدد القتلى الذين وصلوا إلى المستشفى جراء القصف على مخيم أبو شوك بلغ 17.", [("killed", 17, 17)]),
        ("قصفت قوات النظام مدينة بنش. وارتفعت حصيلة القصف على المدينة إلى خمسة قتلى.", [("killed", 5, 5)]),
    ],
)
def test_an_act_told_by_its_count(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قُتل ثلاثة شبان برصاص الجيش في جنين، ما يرفع حصيلة القتلى في الضفة منذ مطلع العام إلى 65.", [("killed", 3, 3)]),
        (
            "قُتل ثلاثة شبان برصاص الجيش في جنين، وبذلك يرتفع عدد القتلى منذ مطلع العام إلى 65 شهيداً، بينهم 12 طفلاً.",
            [("killed", 3, 3)],
        ),
        ("استشهد شاب برصاص الاحتلال في بلدة قباطية، ما يرفع عدد الشهداء في الضفة الغربية إلى 479 شهيداً.", [("killed", 1, 1)]),
        ("استشهد 12 فلسطينياً في قصف على منزل في رفح، لترتفع حصيلة العدوان إلى 35 ألفاً و272 شهيداً.", [("killed", 12, 12)]),
        ("بلغت حصيلة القصف على الغوطة الشرقية منذ مطلع العام 500 قتيل.", []),
        # the negative twins: the count of one act, in a province or since a morning
        ("ارتفعت حصيلة قتلى القصف على محافظة إدلب إلى 12.", [("killed", 12, 12)]),
        ("ارتفع عدد قتلى القصف على مدينة إدلب منذ صباح اليوم إلى 12، بينهم طفلان.", [("killed", 12, 12), ("killed part", 2, 2)]),
    ],
)
def test_the_count_of_a_period_or_a_province_is_no_acts(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


def test_another_strike_is_nobody() -> None:
    check(
        "شن الطيران غارة على بلدة ياطر أسفرت عن استشهاد مواطن، وأخرى على بلدة كفرا أدت إلى جرح ثلاثة.",
        [("killed", 1, 1), ("injured", 3, 3)],
    )
    check("مقتل امرأة وإصابة أخرى بقصف على بلدة كفرا.", [("killed", 1, 1), ("injured", 1, 1)])
    check("استشهد مواطن وآخر بجروحه في بلدة كفرا بقصف إسرائيلي.", [("killed", 1, 1)] * 2)


def tolls(text: str) -> list[tuple[str, list[str], list[Claim]]]:
    """(type, classes of those who did it, claims) of each record."""
    made = []
    for e in rasad.code(text, published=DAY):
        sides = sorted({a.actor_class for a in e.actors if a.role == "source"})
        made.append((e.event_type, sides, sorted([(c.kind, c.low, c.high) for c in e.casualties], key=str)))
    return made


def test_who_answers_did_not_do_what_he_answers() -> None:
    text = "هاجم مسلحون حاجزاً للجيش قرب مدينة نوى، وقتلوا عنصرين. وردت قوات النظام بقصف المدينة، ما أدى إلى إصابة ثلاثة مدنيين."
    assert tolls(text) == [
        ("ASSAULT", ["unknown"], [("killed", 2, 2)]),
        ("ASSAULT", ["state_forces"], [("injured", 3, 3)]),
    ]
    text = "قصفت قوات النظام بلدة تقاد فأصابت طفلين، وردت فصائل المعارضة بقصف مواقعها في الفوج 46."
    assert tolls(text)[0] == ("ASSAULT", ["state_forces"], [("injured", 2, 2)])
    assert all("rebel" not in sides or not claims for _, sides, claims in tolls(text))
    # the negative twin: the same side goes on
    text = "قصفت قوات النظام بلدة تقاد بالمدفعية، وقصفت قوات النظام البلدة بالصواريخ، ما أدى إلى إصابة طفلين."
    assert [sides for _, sides, claims in tolls(text) if claims] == [["state_forces"]]


def test_a_lead_that_sums_two_acts_counts_for_neither() -> None:
    text = (
        "قُتل ثمانية أشخاص في غارات إسرائيلية على جنوب لبنان اليوم.\n"
        "وذكرت الوكالة الوطنية أن مسيرة استهدفت سيارة في بلدة كفررمان ما أدى إلى مقتل ثلاثة أشخاص.\n"
        "وأغارت الطائرات على منزل في بلدة عيتا الجبل، وقتلت {}."
    )
    check(text.format("خمسة من أفراد عائلة واحدة"), [("killed", 3, 3), ("killed", 5, 5)])
    six = [c for _, _, found in tolls(text.format("ستة من أفراد عائلة واحدة")) for c in found]
    assert ("killed", 6, 6) in six


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "اشتبكت قوة أمنية مع مسلحين في حي النصر، ما أدى إلى مقتل اثنين منهم واعتقال الثالث.",
            [("killed", 2, 2), ("detained", 1, 1)],
        ),
        ("شيّع أهالي بلدة حوارة جثمان الشهيد سالم العلي الذي قتله مستوطنون أمس.", [("killed", 1, 1)]),
        # the negative twins
        ("أعلنت المحكمة اعتقال الثالث من قادة التنظيم.", []),
        ("قُتل مدني في بلدة حوارة بعد قتله مستوطناً.", [("killed", 1, 1)]),
    ],
)
def test_one_of_those_told_of(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


def test_a_victim_behind_his_number_is_not_accused() -> None:
    for victim in ("19 مدنياً", "خمسة مدنيين"):
        event = rasad.code(f"أدانت الأمم المتحدة مقتل {victim} في القصف على سوق الكومة.", published=DAY)[0]
        assert (event.event_type, [a.text for a in event.actors if a.role == "target"]) == ("ACCUSE", [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who attends a funeral was not killed
        ("شارك خمسة آلاف شخص في جنازة الشهيد الذي قتل أمس برصاص الاحتلال في الخليل.", [("killed", 1, 1)]),
        ("إن ثلاثة مدنيين من سكان البلدة قتلوا برصاص الاحتلال في الخليل.", [("killed", 3, 3)]),
        # what is feared or meant has not happened
        ("خشيت المنظمة من مقتل آلاف المدنيين في حال اقتحام رفح.", []),
        ("أبدى ناشطون تخوفهم من إعدام 20 معتقلاً في سجن حماة.", []),
        ("أعدم التنظيم 20 معتقلاً في سجن حماة.", [("killed", 20, 20)]),
        ("أحبطت القوات هجوماً كان يستهدف قتل 50 زائراً في كربلاء.", []),
        # things that were hit
        ("أصابت القذائف مدرسة ومسجداً في بلدة سرجة.", []),
        ("أصابت مسيرة حافلة تقل عمالاً في مدينة عطبرة.", []),
        ("أصابت مسيرة عمالاً في مدينة عطبرة.", [("injured", 2, None)]),
        # a crew with its number, and one told of before
        ("احتجز الحوثيون سفينة وطاقمها المكون من 25 بحاراً قبالة الحديدة.", [("detained", 25, 25)]),
        ("ألقت طائرة مسيرة قنبلة على مواطن في بلدة الضهيرة فأصيب بجروح.", [("injured", 1, 1)]),
        ("قتلت الشرطة خاطفاً وحررت طفلاً في مدينة البصرة.", [("killed", 1, 1)]),
    ],
)
def test_who_was_hurt_and_who_was_not(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)
