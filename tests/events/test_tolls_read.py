"""Claims of people hurt that stand in unusual order or wording, claims of nobody hurt, and parts of a total."""

import pytest

import rasad

DAY = "2024-05-15"
Claim = tuple[str, int | None, int | None]
NONE = [("killed_or_injured", 0, 0)]


def claims(text: str) -> list[Claim]:
    """(kind, low, high) of all claims of all records, sorted; a part of a total has `part` behind its kind."""
    events = rasad.code(text, published=DAY)
    made = [(c.kind + " part" * c.subset_of_total, c.low, c.high) for e in events for c in e.casualties]
    return sorted(made, key=str)


def check(text: str, wanted: list[Claim]) -> None:
    """The claims of a text are those wanted, in any order."""
    assert claims(text) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قتلت طائرة بلا طيار أربعة أشخاص في بلدة كفريا أمس.", [("killed", 4, 4)]),
        ("قتلت طائرة دون طيار مجهولة أربعة أشخاص في بلدة كفريا أمس.", [("killed", 4, 4)]),
        ("أصابت طائرة بلا طيار تابعة للجيش ثلاثة عمال في مدينة الخرطوم.", [("injured", 3, 3)]),
    ],
)
def test_a_drone_without_a_pilot_has_nobody_in_it(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قالت الحركة إن ثلاثة من مقاتليها فقدوا حياتهم في غارة على بلدة كفرا.", [("killed", 3, 3)]),
        (
            "مصادر: 3 أشخاص فقدوا حياتهم وأصيب 7 آخرون بانفجار سيارة مفخخة في رأس العين.",
            [("killed", 3, 3), ("injured", 7, 7)],
        ),
    ],
)
def test_who_lost_his_life_before_the_verb_is_not_missing(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ألقت الشرطة القبض، مساء السبت، على 28 متهماً في مدينة البصرة.", [("detained", 28, 28)]),
        ("ألقت قوات الأمن القبض، في حي الجمهورية وسط المدينة، على ثلاثة متهمين بالقتل.", [("detained", 3, 3)]),
    ],
)
def test_an_aside_stands_before_those_arrested(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    "text",
    [
        "تظاهر عشرات من جرحى الجيش في مدينة عدن للمطالبة برواتبهم.",
        "تظاهر عشرات الجرحى في مدينة تعز للمطالبة بعلاجهم.",
        "اعتصم 50 جريحاً من قوات الجيش أمام مقر الحكومة في عدن.",
        "خرجت مظاهرة لعشرات الجرحى في مدينة تعز.",
    ],
)
def test_who_protests_was_hurt_in_no_act_told(text: str) -> None:
    check(text, [])


def test_some_of_the_hurt_who_died_are_dead() -> None:
    check("استشهد اثنان من جرحى قصف الاحتلال على مدرسة في النصيرات.", [("killed", 2, 2)])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("الشاب سالم العلي فقد لقي مصرعه وجُرح أخوه برصاص مسلحين في بلدة الحراك.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("وأما الشاب خالد السالم فقد قُتل وأصيب شقيقه برصاص مجهولين في بلدة صيدا.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("الفتيان سالم العلي (15 عاماً) ومحمد الحسن (14 عاماً) قد قُتلا برصاص قوات الاحتلال في جنين.", [("killed", 2, 2)]),
        ("سالم العلي، العضو السابق في لجنة المصالحة، قُتل في مدينة جاسم برصاص مجهولين.", [("killed", 1, 1)]),
        ("حسن الخطيب، القيادي السابق في الجيش الحر، قُتل برصاص مجهولين في بلدة تسيل.", [("killed", 1, 1)]),
        ("محمد العمري، مدير مكتب المحافظ، اغتيل أمس في مدينة عدن.", [("killed", 1, 1)]),
    ],
)
def test_people_before_their_verb(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "قُتل في ذلك الهجوم، الذي استهدف قاعدة عسكرية قرب مدينة أربيل، عسكريان أميركيان ومترجم.",
            [("killed", 2, 2), ("killed", 1, 1)],
        ),
        ("هاجم مسلحون قاعدة التنف. وقُتل في الهجوم، بحسب مصدر عسكري، جنديان.", [("killed", 2, 2)]),
        ("وأصيب في سلواد مواطنان برصاص قوات الاحتلال.", [("injured", 2, 2)]),
        ("وأصيب في حي جوبر مدنيون بقصف قوات النظام.", [("injured", 2, None)]),
        ("واستشهد في غزة صحفيان بقصف طائرات الاحتلال.", [("killed", 2, 2)]),
        ("واعتقل من بلدة يعبد شابان خلال مداهمات.", [("detained", 2, 2)]),
        ("قُتل، أمس الثلاثاء، في بلدة عتمان، شاب برصاص مجهولين.", [("killed", 1, 1)]),
        ("قُتل مساء أمس في بلدة عتمان بريف درعا شاب برصاص مجهولين.", [("killed", 1, 1)]),
        ("وأُصيب، إثر ذلك، شرطيان بجروح خلال المظاهرة في مدينة البصرة.", [("injured", 2, 2)]),
    ],
)
def test_people_behind_their_verb_past_a_place_or_an_aside(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أطلق مسلحون النار على رجل في بلدة طفس فأردوه.", [("killed", 1, 1)]),
        ("أطلقوا النار على سيارة يستقلها شابان فأردوهما قتيلين في مدينة الرستن.", [("killed", 2, 2)]),
        ("أردى جنود الاحتلال شاباً عند حاجز حوارة.", [("killed", 1, 1)]),
    ],
)
def test_who_is_shot_down(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("خسر الجيش التركي جنديين في اشتباكات مع مسلحين قرب مدينة الباب.", [("killed", 2, 2)]),
        ("خسرت قوات النظام 12 عنصراً في هجوم لتنظيم الدولة في بادية السخنة.", [("killed", 12, 12)]),
        ("خسر التنظيم خمسة من مقاتليه في معارك بلدة الباغوز.", [("killed", 5, 5)]),
        ("قال المتحدث إن العدو خسر عشرات الجنود في معارك جنوب لبنان.", [("killed", 10, 99)]),
        ("خسرت القوات ثلاثة مواقع وسبعة جنود في اشتباكات مع الفصائل في بلدة كنسبا.", [("killed", 7, 7)]),
        ("فقدت القوات الحكومية عشرة جنود في كمين قرب مأرب.", [("killed", 10, 10)]),
    ],
)
def test_losses_of_a_force(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("استهدفت الفصائل دبابة للنظام وسقط طاقمها بين قتيل وجريح.", [("killed_or_injured", 2, None)]),
        ("أوقعوا أفراد القوة بين قتيل وجريح في كمين ببلدة بيت لاهيا.", [("killed_or_injured", 2, None)]),
        ("قُتل كامل طاقم الدبابة في كمين للفصائل قرب بلدة النيرب.", [("killed", 2, None)]),
        ("قُتل جميع أفراد الدورية وعددهم سبعة في كمين قرب الرطبة.", [("killed", 7, 7)]),
        ("انفجر لغم بسيارة تقل عمالاً في بادية الرصافة فقتل أربعة وجرح الباقون.", [("killed", 4, 4), ("injured", 2, None)]),
        ("قُتلت أسرة كاملة مكونة من خمسة أفراد بقصف مدفعي على حي أبو شوك في الفاشر.", [("killed", 5, 5)]),
        ("قُتل أب وابنه بانفجار لغم أرضي في مزرعة قرب الطبقة.", [("killed", 1, 1), ("killed", 1, 1)]),
        (
            "كان ثلاثة عناصر في السيارة، قُتل اثنان منهم على الفور وأُصيب الثالث بجروح باستهداف سيارتهم بعبوة في درعا.",
            [("killed", 2, 2), ("injured", 1, 1)],
        ),
        (
            "قتل قائد الفوج 23 العقيد سالم العلي مع أربعة من مرافقيه بغارة على مطار الثعلة.",
            [("killed", 1, 1), ("killed", 4, 4)],
        ),
        ("قتل 5 من قوات النظام مقابل 3 من الفصائل خلال اشتباكات في محور كبانة.", [("killed", 5, 5), ("killed", 3, 3)]),
    ],
)
def test_crews_families_and_the_rest_of_those_told_of(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


@pytest.mark.parametrize(
    "said",
    [
        "وأكد الجيش أن جنوده لم يصابوا بأذى",
        "ولم تقع خسائر في صفوف المدنيين",
        "ولم يصب أي من عناصره",
        "ولم يصب أي شخص",
        "من دون خسائر",
        "دون خسائر تذكر",
        "ولم تخلف أي خسائر",
        "ولم يتضرر أي من الجنود",
        "ولم يكن هناك ضحايا",
        "وكانت الأضرار مادية",
        "ولم تسفر سوى عن أضرار مادية",
        "ولم تؤد إلا إلى أضرار مادية",
        "ولم يتعرض أحد للأذى",
        "وأفاد المرصد بأن أياً من الركاب لم يصب",
        "ونفى المحافظ وقوع إصابات",
        "ولم يخلّف الهجوم، بحسب المرصد، إصابات بشرية",
    ],
)
def test_nobody_was_hurt(said: str) -> None:
    check(f"استهدفت مسيّرة موقعاً قرب القامشلي، {said}.", NONE)


@pytest.mark.parametrize(
    "said",
    [
        "ولم يعلن عن سقوط إصابات",
        "ولم يتضح بعد ما إذا كان هناك ضحايا",
        "ولم يفد عن سقوط إصابات",
    ],
)
def test_nothing_known_is_not_nobody(said: str) -> None:
    check(f"استهدفت مسيّرة موقعاً قرب القامشلي، {said}.", [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "ارتفعت حصيلة قصف الدعم السريع على سوق الفاشر إلى 15 قتيلاً و40 جريحاً بعد وفاة ثلاثة متأثرين بجراحهم.",
            [("killed", 15, 15), ("injured", 40, 40), ("killed part", 3, 3)],
        ),
        (
            "ارتفع عدد قتلى الهجوم على الكنيسة في دمشق إلى 25 بعد وفاة شخصين متأثرين بإصابتهما.",
            [("killed", 25, 25), ("killed part", 2, 2)],
        ),
        (
            "قُتل 12 شخصاً في قصف مدفعي نفذته قوات الدعم السريع على حي أبو شوك بمدينة الفاشر أمس. وقال الناشط محمد آدم إن "
            "القصف أصاب منزلاً يؤوي نازحين، ما أدى إلى مقتل أسرة كاملة مكونة من خمسة أفراد.",
            [("killed", 12, 12), ("killed part", 5, 5)],
        ),
        (
            "بلغت حصيلة ضحايا انفجار عبوة في سوق الحلة 9 قتلى، بينهم امرأتان، و16 مصاباً.",
            [("killed", 9, 9), ("killed part", 2, 2), ("injured", 16, 16)],
        ),
    ],
)
def test_sums_and_their_parts(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


def test_those_set_free_are_no_part_of_those_arrested() -> None:
    check("اعتقلت الشرطة 30 متظاهراً في بيروت، أفرجت عن عشرين منهم لاحقاً.", [("detained", 30, 30)])


def test_a_toll_told_before_its_act() -> None:
    text = "ارتفعت حصيلة الغارة على بلدة أيطو إلى 23 شهيداً. وكانت الطائرات الإسرائيلية أغارت أمس على منزل في البلدة."
    check(text, [("killed", 23, 23)])


def test_a_sum_since_the_new_year_takes_nothing_from_the_act_before_it() -> None:
    text = (
        'وثق المرصد السوري مقتل 7 عناصر من قوات النظام والميليشيات الموالية لها، في هجوم شنه تنظيم "الدولة" '
        "على حافلة عسكرية في بادية السخنة شرقي حمص، كما أصيب 10 آخرون.\n"
        "وبذلك يرتفع إلى 320 تعداد قتلى قوات النظام منذ مطلع العام على يد التنظيم."
    )
    check(text, [("killed", 7, 7), ("injured", 10, 10)])


def test_the_hurt_of_a_side_out_of_reach_are_counted_with_their_number() -> None:
    text = "قُتل سبعة من عناصر الجيش، وفُقد الاتصال بأربعة آخرين في هجوم للحركة على موقع في كادقلي."
    assert ("missing", 4, 4) in claims(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قتلى وجرحى بقصف روسي على سوق أريحا.", [("killed", 2, None), ("injured", 2, None)]),
        ("ارتقاء 5 شهداء وعدد من الجرحى باستهداف مجموعة مواطنين شرق غزة.", [("killed", 5, 5), ("injured", 2, None)]),
        ("لقي قيادي حوثي مصرعه مع ثلاثة من مرافقيه بغارة في صعدة.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("وأكدت المصادر أن امرأة وطفليها أصيبوا بحروق جراء القصف على المخيم.", [("injured", 1, 1), ("injured", 2, 2)]),
        ("وذكر المصدر أن مدنيين، أحدهما طفل، قُتلا بالقصف على بلدة البارة.", [("killed", 2, 2)]),
        ("اعتقل في مطار بيروت مواطن سوري للاشتباه بانتمائه لتنظيم الدولة.", [("detained", 1, 1)]),
    ],
)
def test_tolls_at_the_head_and_lists_before_their_verb(text: str, wanted: list[Claim]) -> None:
    check(text, wanted)


def test_an_earlier_count_is_no_part_of_the_later() -> None:
    text = (
        "قال مسؤول في جهاز الإسعاف إن 16 شخصاً أصيبوا وتوفي ثلاثة في الاشتباكات التي شهدتها منطقة عين زارة مساء الثلاثاء. "
        "وكانت حصيلة أولية أشارت إلى مقتل شخصين وإصابة عشرة في الاشتباكات."
    )
    check(text, [("injured", 16, 16), ("killed", 3, 3), ("killed", 2, 2), ("injured", 10, 10)])


def test_a_number_counts_both_its_nouns() -> None:
    check("قتل 30 امرأة وطفلاً بغارة لطيران الجيش على سوق مدينة نيالا.", [("killed", 30, 30)])
    check("قتل 12 جندياً وضابط بهجوم على حاجز للجيش قرب مدينة نيالا.", [("killed", 1, 1), ("killed", 12, 12)])
