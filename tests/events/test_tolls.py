"""Which act each claim of people hurt is given to, and what of it is told once."""

import pytest

import rasad

DAY = "2021-03-10"


def tolls(text: str) -> list[tuple[str, list[tuple[str, int | None, int | None]]]]:
    """(type, [(kind, low, high), …]) of each event, in the order of the text."""
    events = rasad.code(text, published=DAY)
    return [(e.event_type, [(c.kind, c.low, c.high) for c in e.casualties]) for e in events]


def test_none_hurt_in_a_sentence_of_its_own_is_said_of_the_act_before() -> None:
    text = "قصفت طائرة مسيّرة تركية مقراً في بلدة عين عيسى فجر اليوم. ولم تسفر الضربة عن أي أضرار بشرية."
    assert tolls(text) == [("ASSAULT", [("killed_or_injured", 0, 0)])]


def test_the_same_number_told_again_is_one_claim() -> None:
    text = (
        "قُتل 17 شخصاً وأصيب 25 آخرون بقصف قوات الدعم السريع مدينة الفاشر السبت. "
        "وقال مصدر طبي إن عدد القتلى بلغ 17 إلى جانب 25 جريحاً."
    )
    assert tolls(text) == [("ASSAULT", [("killed", 17, 17), ("injured", 25, 25)])]


def test_names_of_those_counted_are_no_further_dead() -> None:
    text = (
        "سقط قتيلان في اشتباكات مسلحة في مدينة الزاوية مساء أمس. "
        "وأسفرت الاشتباكات عن مقتل كل من سالم الورفلي ومحمد بن علي، بحسب جهاز الإسعاف."
    )
    assert tolls(text) == [("ASSAULT", [("killed", 2, 2)])]


def test_parts_of_a_total_that_sums_several_acts_go_with_it() -> None:
    text = (
        "قُتل خمسة مدنيين وجرح 14 آخرون بينهم أطفال بقصف جوي على مدينة وبلدة غرب إدلب الاثنين.\n\n"
        "وقال ناشطون إن طائرات حربية للنظام قصفت مدينة جسر الشغور، ما أسفر عن مقتل طفلين وجرح عشرة آخرين."
    )
    claims = [claim for _, found in tolls(text) for claim in found]
    assert ("injured", 14, 14) not in claims and ("injured", 2, None) not in claims
    assert ("injured", 10, 10) in claims


@pytest.mark.parametrize(
    "text",
    [
        "اشترطت قوات النظام تهجير خمسة شبان من بلدة أم باطنة إلى الشمال، وقصفت أطراف البلدة بالمدفعية.",
        "طالب وجهاء البلدة باعتقال ثلاثة متهمين، وأغلق محتجون الطريق العام في مدينة جاسم أمس.",
    ],
)
def test_who_stands_in_what_was_only_asked_for_is_not_counted(text: str) -> None:
    assert all(not claims for _, claims in tolls(text))


def test_what_came_of_an_act_that_goes_on_belongs_to_it() -> None:
    text = "تتواصل الاشتباكات بين مسلحين من قبيلتين في مدينة سبها منذ أمس، ما أدى إلى مقتل ثلاثة أشخاص."
    assert tolls(text) == [("ASSAULT", [("killed", 3, 3)])]


def test_what_is_told_behind_a_turn_has_not_the_toll_before_it() -> None:
    text = (
        "تدور اشتباكات عنيفة بين قوات النظام وفصائل المعارضة في محيط بلدة كنسبا بريف اللاذقية، وأنباء عن خسائر بشرية في "
        "صفوف الطرفين، ترافق مع استهداف الفصائل بقذائف الهاون مقرات قوات النظام في بلدة سلمى."
    )
    assert tolls(text)[0] == ("ASSAULT", [("killed_or_injured", 2, None)])
    assert tolls(text)[1] == ("ASSAULT", [])


def test_nobody_and_somebody_are_not_both_hurt_in_one_act() -> None:
    text = (
        "استهدف طيران النظام بلدة كنسبا بريف اللاذقية صباح اليوم دون إصابات، وعاد لاستهدافها مساء ما أدى إلى مقتل ثلاثة مدنيين."
    )
    for _, claims in tolls(text):
        assert len({high == 0 for _, _, high in claims}) < 2
    assert [claim for _, claims in tolls(text) for claim in claims if claim[0] == "killed"] == [("killed", 3, 3)]


def test_clashes_that_followed_a_killing_are_an_act_of_their_own() -> None:
    text = "تتواصل الاشتباكات بين مجموعتين مسلحتين في مدينة الزاوية إثر مقتل عنصر من إحداهما برصاص مجهولين مساء أمس."
    assert len(tolls(text)) == 2


def test_a_description_without_numbers_is_no_toll_of_the_act_before() -> None:
    text = "اغتال مجهولون قيادياً سابقاً في بلدة جاسم أمس الجمعة. وقال شهود إن الطواقم الطبية أخرجت عدداً من الجرحى من المشفى."
    assert tolls(text) == [("ASSAULT", [("killed", 1, 1)])]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "أسفر قصف مدفعي لقوات النظام على بلدة إحسم عن سقوط ضحايا اليوم. وأدى القصف إلى مقتل مدنيَين وإصابة ثلاثة.",
            [("killed", 2, 2), ("injured", 3, 3)],
        ),
        (
            "أسفر قصف مدفعي لقوات النظام على بلدة إحسم عن سقوط قتلى وجرحى اليوم. وأوقع القصف 15 شخصاً بين قتيل وجريح.",
            [("killed_or_injured", 15, 15)],
        ),
        (
            "أسفر قصف مدفعي لقوات النظام على بلدة إحسم عن سقوط قتلى اليوم. وأدى القصف إلى مقتل ما لا يقل عن أربعة مدنيين.",
            [("killed", 4, None)],
        ),
    ],
)
def test_a_vague_total_gives_way_to_a_number(text: str, claims: list[tuple[str, int | None, int | None]]) -> None:
    assert tolls(text) == [("ASSAULT", claims)]


def test_a_detail_that_counts_something_else_takes_nothing_from_the_lead() -> None:
    text = (
        "قُتل ما لا يقل عن 23 شخصاً وأصيب 40 آخرون أمس الأحد في غارات للطيران الحربي على سوق شعبي بمدينة نيالا.\n"
        "وقال شاهد عيان إن القصف وقع وقت الذروة، وإن المستشفى استقبل 31 مصاباً."
    )
    (event,) = tolls(text)
    assert ("injured", 40, 40) in event[1]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "تجددت الاشتباكات بين مسلحين من قبيلتين في مدينة سبها مساء أمس. كما أصيب عنصر من الجيش في قدمه.",
            [("injured", 1, 1)],
        ),
        (
            "اندلعت اشتباكات مسلحة بين عائلتين في بلدة ذيبان أمس الأحد وأسفرت عن إصابة امرأة. "
            "وقُتل ثلاثة أشخاص في الاشتباكات بين أفراد العائلتين في بلدة ذيبان.",
            [("injured", 1, 1), ("killed", 3, 3)],
        ),
    ],
)
def test_who_was_hurt_in_an_act_told_before_is_of_its_toll(text: str, claims: list[tuple[str, int | None, int | None]]) -> None:
    assert tolls(text) == [("ASSAULT", claims)]


def test_who_was_hurt_elsewhere_is_of_another_act() -> None:
    text = "قصفت قوات النظام بلدة إحسم صباح اليوم ما أدى إلى إصابة ثلاثة مدنيين. وقُتل شاب في مدينة جاسم مساء أمس الثلاثاء."
    assert [claims for _, claims in tolls(text)] == [[("injured", 3, 3)], [("killed", 1, 1)]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اعتقلت أجهزة الأمن ثلاثة شبان في بلدة الشجرة أمس.", "detained"),
        ("احتجز أهالي بلدة الشجرة ثلاثة جنود من الجيش أمس.", "abducted"),
    ],
)
def test_who_is_taken_is_told_by_who_takes_him(text: str, kind: str) -> None:
    (event,) = [e for e in rasad.code(text, published=DAY) if e.casualties]
    assert [(c.kind, c.low) for c in event.casualties] == [("detained" if event.event_type == "COERCE" else "abducted", 3)]
    assert event.casualties[0].kind == kind


def test_two_hurt_in_one_sentence_are_two_though_both_are_told_of_one_act() -> None:
    text = (
        "شهد مخيم عين الحلوة جنوب لبنان صباح اليوم اشتباكات بين مقاتلين من حركة فتح ومسلحين. "
        "وطالت القذائف خلال الاشتباكات أماكن بعيدة، وسقط جريح جراء ذلك، كما أصيب عامل مصري برصاصة في رجله."
    )
    assert tolls(text)[0] == ("ASSAULT", [("injured", 1, 1), ("injured", 1, 1)])


def test_a_death_that_fighting_came_after_is_no_toll_of_it() -> None:
    text = "اندلعت مواجهات بين عائلتين في بلدة الشحيل عقب مقتل مزارع من إحداهما."
    assert [claims for _, claims in tolls(text)] == [[], [("killed", 1, 1)]]


def test_the_victim_told_again_with_the_article_is_counted_once() -> None:
    text = (
        "اغتال مجهولون مهندساً في بلدية بعقوبة مساء أمس. وذكر شاهد أن مسلحين أطلقوا النار على المهندس سالم العلي من سيارة مسرعة."
    )
    assert tolls(text) == [("ASSAULT", [("killed", 1, 1)])]


def test_what_only_the_headline_counts_is_of_the_act_in_the_body() -> None:
    text = (
        "الشرطة تداهم بلدة طفس وتعتقل أكثر من 30\n\n"
        "نفذت الشرطة فجر اليوم الأربعاء حملة اعتقالات واسعة في بلدة طفس ومحيطها، وسط انتشار كبير للعناصر في شوارع البلدة."
    )
    assert ("COERCE", [("detained", 31, None)]) in tolls(text)


def test_the_dead_and_the_hurt_told_apart_are_those_counted_together() -> None:
    text = (
        "قتل وأصيب أربعة رعاة بانفجار قذيفة قديمة في بادية تدمر. "
        "وقال مسعف إن القذيفة انفجرت صباحاً، ما أدى إلى مقتل ثلاثة منهم وإصابة آخر."
    )
    assert all(kind != "killed_or_injured" for _, claims in tolls(text) for kind, _, _ in claims)


def test_tens_are_told_better_by_about_so_many() -> None:
    text = "اعتقل الجيش ليلاً عشرات الشبان في مدن الساحل. وقالت لجنة الدفاع إن الاعتقالات طالت نحو 40 شاباً."
    assert [claims for _, claims in tolls(text)] == [[("detained", None, None)]]


def test_an_attack_measured_by_the_past_keeps_its_toll() -> None:
    text = (
        "هاجم مسلحون معسكراً للجيش قرب مدينة عتق أمس. "
        "وأدى الهجوم الذي يعد الأعنف من نوعه منذ سقوط المحافظة إلى قتلى وجرحى بين الجنود."
    )
    assert [claims for _, claims in tolls(text)] == [[("killed", 2, None), ("injured", 2, None)]]


def test_a_toll_is_no_reason_and_an_act_told_as_one_keeps_its_toll() -> None:
    text = "سقطت ثلاث قذائف على مطار عدن الدولي. وبلغت الحصيلة الأولية 22 قتيلاً وأكثر من 50 جريحاً."
    assert tolls(text) == [("ASSAULT", [("killed", 22, 22), ("injured", 51, None)])]
    text = "طالب نواب عن محافظة البصرة بإقالة قائد الشرطة على خلفية مقتل متظاهر في قضاء القرنة برصاص قوات الأمن الأسبوع الماضي."
    assert ("ASSAULT", [("killed", 1, 1)]) in tolls(text)


def test_who_was_hurt_is_of_the_act_before_where_the_word_makes_no_record() -> None:
    """أصيب alone is a weak word and left out; whom it counts was hurt all the same."""
    told = tolls("قصفت قوات النظام بلدة كنصفرة، ما أدى إلى استشهاد ثلاثة مدنيين، كما أصيب اثنان آخران.")
    assert [claims for _, claims in told] == [[("killed", 3, 3), ("injured", 2, 2)]]


def test_nobody_is_killed_by_an_abduction_told_beside_the_attack() -> None:
    told = tolls("شن مسلحون هجوماً على حاجز في مدينة السخنة، مخلفاً ثلاثة قتلى وعدداً من الجرحى وخطف ضابط من الحاجز.")
    kinds = [{kind for kind, _, _ in claims} for _, claims in told]
    assert kinds == [{"killed", "injured"}, {"abducted"}]


def test_a_toll_that_rises_tells_the_act_whose_dead_it_counts() -> None:
    told = tolls("ارتفعت حصيلة ضحايا قصف مدفعي لقوات النظام على بلدة كنصفرة إلى ثلاثة قتلى و7 مصابين.")
    assert [claims for _, claims in told] == [[("killed", 3, 3), ("injured", 7, 7)]]


def test_a_vague_count_beside_a_number_is_of_the_act_in_the_sentence_before() -> None:
    told = tolls("قصفت قوات النظام بلدة كنصفرة جنوبي إدلب. وبلغت الحصيلة خمسة قتلى وعدداً من الجرحى.")
    assert [claims for _, claims in told] == [[("killed", 5, 5), ("injured", 2, None)]]


def test_a_text_cut_off_behind_between_is_read() -> None:
    assert tolls("اندلعت اشتباكات في مدينة الزاوية بين") is not None


def test_whoever_lost_his_life_is_not_missing() -> None:
    text = "أطلق مسلحان النار على حاجز لقوى الأمن في بلدة الهول أمس، ما أدى إلى فقدان عنصر من قوى الأمن لحياته."
    assert [claims for _, claims in tolls(text)] == [[("killed", 1, 1)]]


def test_the_toll_of_an_act_that_its_sum_names() -> None:
    text = "دارت اشتباكات في المخيم أمس. وسقطت قذيفة على منزل في صور. وبلغت حصيلة الاشتباكات 12 قتيلاً و90 جريحاً."
    assert [claims for _, claims in tolls(text)] == [[("killed", 12, 12), ("injured", 90, 90)], []]


def test_some_more_behind_one_are_beside_him() -> None:
    text = "أدى الانفجار في السوق إلى مقتل القيادي خالد درويش وعدد من مرافقيه."
    assert tolls(text) == [("ASSAULT", [("killed", 1, 1), ("killed", 2, None)])]
