"""The date and the place of each record: counted from what was told before, of its own clause, of its own town."""

import pytest

import rasad

#: type, first day ("" where none is told), places
Read = tuple[str, str, tuple[str, ...]]


def read(text: str) -> list[Read]:
    """The records of a report of Wednesday, 15 May 2024."""
    return [
        (e.event_type, str(e.date.start or ""), tuple(p.text for p in e.places)) for e in rasad.code(text, published="2024-05-15")
    ]


def days(text: str) -> list[tuple[str, str]]:
    return [(kind, day) for kind, day, _ in read(text)]


MINE = "قتل مدني بانفجار لغم أرضي في قرية الجابرية بريف حماة أمس الثلاثاء. "
SHELLED = "قصفت المدفعية التركية قرية مرعناز بريف حلب يوم الجمعة الفائت. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (MINE + "وسبق ذلك بيومين مقتل طفلين بانفجار مماثل في قرية الحمرا.", "2024-05-12"),
        (SHELLED + "وبعد يومين شنت طائرة مسيرة غارة على سيارة عسكرية في تل رفعت.", "2024-05-12"),
        (SHELLED + "وبعد ثلاثة أيام من القصف اقتحمت قوة خاصة بلدة تل رفعت واعتقلت أربعة شبان.", "2024-05-13"),
        (SHELLED + "وقبل أسبوع من القصف خطف مسلحون مزارعاً من بلدة تل رفعت.", "2024-05-03"),
        (SHELLED + "ثم استهدفت غارة جوية بعد يومين سيارة في بلدة تل رفعت.", "2024-05-12"),
        (SHELLED + "وفي الأسبوع التالي انسحبت القوات من بلدة تل رفعت.", "2024-05-12"),
    ],
)
def test_days_counted_from_what_was_told_before(text: str, day: str) -> None:
    assert days(text)[-1][1] == day


def test_what_came_after_the_day_told_is_not_counted_back_from_it() -> None:
    text = "قتل خمسة بهجوم انتحاري في مدينة كركوك يوم الخميس الماضي. وبعد يومين من الهجوم اعتقلت الشرطة ثلاثة في قضاء الحويجة."
    assert read(text) == [
        ("ASSAULT", "2024-05-09", ("مدينة كركوك",)),
        ("COERCE", "2024-05-11", ("قضاء الحويجة",)),
    ]
    text = "اعتقلت الشرطة أمس شخصين في كركوك بعد يومين من الهجوم على مقر حزبي في الحويجة."
    assert days(text) == [("COERCE", "2024-05-14"), ("ASSAULT", "2024-05-12")]


def test_two_acts_of_one_kind_that_a_later_hour_or_day_parts() -> None:
    text = "قصف الاحتلال مدرسة في مخيم النصيرات يوم الأحد، ما أدى إلى استشهاد 12 فلسطينياً، وبعد ساعات قصف منزلاً في دير البلح."
    assert [(k, p[-1]) for k, _, p in read(text)] == [("ASSAULT", "مخيم النصيرات"), ("ASSAULT", "دير البلح")]
    text = "خرجت مظاهرة في مدينة السويداء يوم الجمعة، تلتها بعد يومين وقفة أمام مبنى المحافظة."
    assert days(text) == [("PROTEST", "2024-05-10"), ("PROTEST", "2024-05-12")]
    text = "اغتال مسلحون ضابطاً في عدن يوم الأحد، وسبقه بثلاثة أيام اغتيال إمام مسجد في لحج."
    assert [(d, p[-1]) for _, d, p in read(text)] == [("2024-05-12", "عدن"), ("2024-05-09", "لحج")]


@pytest.mark.parametrize(
    "text",
    [
        "سلّمت قوات سوريا الديمقراطية حقل العمر للحكومة تنفيذاً للاتفاق الموقع في العاشر من آذار، ودعا مسؤول إلى صرف الأجور.",
        "انسحبت القوات من معسكر العلم بعد تفاهم جرى التوصل إليه في نيسان الماضي، واقتحم مسلحون قبليون المعسكر.",
        "أغلق محتجون في الناصرية طريق المطار احتجاجاً على مقتل شاب برصاص الشرطة الأحد، واعتقلت الشرطة خمسة منهم.",
    ],
)
def test_a_day_told_in_passing_is_not_that_of_the_acts_that_follow(text: str) -> None:
    assert days(text)[-1][1] == "2024-05-15"


def test_the_dead_of_the_attack_are_none_of_the_capture_told_in_passing() -> None:
    text = "هاجم مقاتلو الدعم السريع بلدة الجيلي التي استعادها الجيش الخميس، وقتلوا ثلاثة من سكانها."
    made = rasad.code(text, published="2024-05-15")
    assert [(str(e.date.start), len(e.casualties)) for e in made] == [("2024-05-15", 1), ("2024-05-09", 0)]


def test_a_reason_that_is_over_does_not_take_the_day_from_the_next_verb() -> None:
    text = "هاجمت قوات الدعم السريع يوم الأحد قرية ود عشيب انتقاماً، وقتلت خمسة من أهلها واقتادت عشرة شبان."
    assert {day for _, day in days(text)} == {"2024-05-12"}


def test_places_on_either_side_of_what_came_before_are_each_act_s_own() -> None:
    text = "أفرجت الأجهزة الأمنية في بغداد عن الناشط علي الخفاجي بعد 12 يوماً من اعتقاله في البصرة."
    assert read(text) == [("RETREAT", "2024-05-15", ("بغداد",)), ("COERCE", "2024-05-03", ("البصرة",))]
    text = "قتل ثلاثة جنود في كمين بمنطقة الهول، بعد يوم من تفجير استهدف دورية لقسد في بلدة الصور شمالي دير الزور."
    assert [p for _, _, p in read(text)] == [("بمنطقة الهول",), ("بلدة الصور", "شمالي دير الزور")]
    text = "خرجت مظاهرة في مدينة الحسكة عقب اعتقال قسد شابين في بلدة الشدادي."
    assert [p for _, _, p in read(text)] == [("مدينة الحسكة",), ("بلدة الشدادي",)]


def test_where_one_of_the_two_has_a_place_both_were_there() -> None:
    text = "قتلت القوات الإسرائيلية مسناً بعد أن أوقفته على حاجز عسكري قرب قلقيلية."
    assert {p[-1] for _, _, p in read(text)} == {"قلقيلية"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (  # hurt in the act that was told, not at home
            "هاجم مسلحون قافلة وقود قرب بلدة المخرم شرقي حمص. وقتل سائقان من مدينة سلمية في الهجوم.",
            "بلدة المخرم",
        ),
        ("اغتيل القيادي، ويقيم في مدينة الباب، بعبوة زرعت في سيارته قرب دوار الراعي.", "دوار الراعي"),
        ("استشهد طفل بقصف على مركز إيواء في حي الرمال، وأصيب والده الذي نزح من بيت لاهيا.", "مركز"),
        ("أحرق مستوطنون أشجاراً في بلدة بورين، وفق مسؤول ملف الاستيطان شمال الضفة.", "بلدة بورين"),
    ],
)
def test_a_home_or_the_post_of_a_speaker_is_no_scene(text: str, place: str) -> None:
    assert read(text)[0][2][0] == place
    assert not {p for _, _, found in read(text) for p in found} & {"مدينة سلمية", "مدينة الباب", "بيت لاهيا", "شمال الضفة"}


def test_a_noun_with_the_article_means_the_town_in_an_area_or_the_district() -> None:
    text = (
        "قُتل خمسة في قصف على مخيم أبو شوك شمالي مدينة الفاشر اليوم. "
        "وكانت قوات الدعم السريع قد شنت، الأربعاء الماضي، هجوماً برياً على المدينة."
    )
    assert read(text)[-1] == ("ASSAULT", "2024-05-08", ("مدينة الفاشر",))
    text = "اختطفت مليشيا الحوثي الشيخ عبده الصلاحي في مديرية العدين. وكانت قد فجّرت في 17 أكتوبر الماضي منزلين في المديرية ذاتها."
    assert read(text)[-1][2] == ("مديرية العدين",)


def test_each_of_two_that_clauses_tells_its_own_act() -> None:
    text = (
        "أوضح مراسلنا أن راعي أغنام قتل بانفجار لغم في بلدة صيدا الجولان بريف القنيطرة، "
        "وأن شاباً قتل بانفجار قنبلة من مخلفات الحرب في بلدة جلين غربي درعا."
    )
    assert [p[0] for _, _, p in read(text)] == ["بلدة صيدا الجولان", "بلدة جلين"]


def test_a_day_of_the_month_told_last() -> None:
    text = "في 3 نيسان الماضي اختطف مسلحون خمسة عمال في مدينة الشيخ زويد. وأُفرج عنهم في 20 من الشهر نفسه."
    assert days(text)[-1] == ("RETREAT", "2024-04-20")


def test_what_has_been_done_for_months_is_no_act_of_yesterday() -> None:
    text = "أعلن الحوثيون استهداف سفينة في البحر الأحمر، أمس. ومنذ تشرين الثاني الماضي استهدفت الجماعة عشرات السفن قبالة اليمن."
    assert days(text) == [("ASSAULT", "2024-05-14")]
    text = "قُتل تسعة بغارة جوية على سوق بلدة كبكابية. ومنذ أبريل 2023 يخوض الجيش والدعم السريع حرباً قتلت الآلاف."
    (event,) = rasad.code(text, published="2024-05-15")
    assert [c.low for c in event.casualties] == [9]


def test_where_others_were_brought_is_no_place_of_the_release() -> None:
    text = (
        "اعتقلت قسد خمسة شبان في بلدة الصبحة قبل يومين. "
        "ثم أفرجت عن ثلاثة منهم في اليوم التالي، فيما نقلت الآخرين إلى سجن الصناعة بالحسكة."
    )
    assert read(text)[-1] == ("RETREAT", "2024-05-14", ("بلدة الصبحة",))


def test_a_day_behind_joined_nouns_is_of_all_of_them() -> None:
    text = "نفذ طيران التحالف ثلاث غارات على معسكر الديلمي في صنعاء، وغارتين على مطار الحديدة، فجر الاثنين."
    assert days(text) == [("ASSAULT", "2024-05-13")] * 2


def test_a_verb_that_carries_the_next_act_opens_its_clause() -> None:
    text = "قصف الجيش السوداني مواقع الدعم السريع في الخرطوم بحري، وشن غارات على مدينة نيالا أدت إلى مقتل سبعة مدنيين."
    assert [p for _, _, p in read(text)] == [("الخرطوم بحري",), ("مدينة نيالا",)]
    text = "تسلم الجيش جثث ثلاثة جنود قتلوا في هجوم الأحد على حاجز الشعيرات، وشن غارات على مواقع التنظيم شرق حمص."
    assert ("2024-05-12", ("حاجز الشعيرات",)) in [(d, p) for k, d, p in read(text) if k == "ASSAULT"]
