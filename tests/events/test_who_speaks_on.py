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


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("طالب اتحاد الصحفيين اليمنيين جماعة الحوثي بالإفراج عن المعتقلين.", "طالب", {"اتحاد الصحفيين اليمنيين", "جماعة الحوثي"}),
        ("اتهمت نقابة الأطباء الليبيين الحكومة بالتقصير.", "اتهمت", {"نقابة الأطباء الليبيين", "الحكومة"}),
        ("ندد تحالف المحامين السوريين بقصف السوق في السويداء.", "ندد", {"تحالف المحامين السوريين"}),
        ("طالبت الحكومة الصحفيين اليمنيين بالحذر.", "طالبت", {"الحكومة", "الصحفيين اليمنيين"}),
        ("هددت نقابة المعلمين السودانيين بالإضراب.", "هددت", {"نقابة المعلمين السودانيين"}),
        ("أشادت حماس بموقف جنوب أفريقيا التي اتهمت إسرائيل بقصف غزة.", "أشادت", {"حماس"}),
        ("قال الحزب على لسان نائبه حسن فضل الله إنه قصف موقعاً إسرائيلياً.", "قصف", {"الحزب"}),
    ],
)
def test_bodies_of_members_of_a_country(text: str, trigger: str, who: set[str]) -> None:
    assert {a.text for a in coded(text, trigger).actors} == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("رحبت الجامعة العربية ببيان الاتحاد الأفريقي، والذي أدان قصف المستشفى في الفاشر.", ["الاتحاد الأفريقي"]),
        ("رحبت الجامعة العربية ببيان الاتحاد الأفريقي، وأدانت قصف المستشفى في الفاشر.", ["الجامعة العربية"]),
    ],
)
def test_who_condemns_in_a_relative_clause(text: str, who: list[str]) -> None:
    assert by(text, "دان") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "فككت وحدة الهندسة التابعة للجيش اللبناني عبوتين زرعهما مجهولون على طريق عام عرسال.",
            ["وحدة الهندسة التابعة للجيش اللبناني"],
        ),
        ("أبطلت فرقة الهندسة مفعول عبوة ناسفة زرعها مسلحون أمام مقر المحافظة في عدن.", ["فرقة الهندسة"]),
        ("قتل جندي بانفجار عبوة زرعها مسلحون على طريق عام في كركوك.", ["مسلحون"]),
    ],
)
def test_who_laid_a_bomb_does_not_make_it_harmless(text: str, who: list[str]) -> None:
    assert [[a.text for a in e.actors if a.role == "source"] for e in rasad.code(text, published="2024-05-15")] == [who]


@pytest.mark.parametrize(
    ("text", "trigger", "kinds"),
    [
        ("استهدفت كتائب القسام دبابة إسرائيلية في رفح، وفق ما أعلنته في بيان.", "استهدفت", ["conflict_party"]),
        ("استهدفت كتائب القسام دبابة إسرائيلية في رفح، وفق ما أعلن ناشطون.", "استهدفت", ["activist_network"]),
        ("استهدفت كتائب القسام دبابة إسرائيلية في رفح.", "استهدفت", []),
        ("قال الجيش السوداني على لسان ناطقه الرسمي إن الطيران دمر ثلاث شاحنات في بارا.", "دمر", ["conflict_party"]),
        ("نقلت الوكالة على لسان وزير الدفاع أن الجيش قصف مواقع لداعش في الحسكة.", "قصف", ["official", "outlet"]),
        ('انفجرت سيارة مفخخة في عفرين وقتل ثلاثة. واتهم الجيش الوطني "قسد" بالوقوف وراء التفجير.', "انفجرت", []),
        ("انفجرت سيارة مفخخة في عفرين وقتل ثلاثة. وقال الجيش الوطني إن التفجير استهدف سوقاً.", "انفجرت", ["conflict_party"]),
    ],
)
def test_who_says_so_himself_and_who_only_charges(text: str, trigger: str, kinds: list[str]) -> None:
    assert said(text, trigger) == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نقلت وكالة رويترز عن مصدرين أمنيين قولهما إن مسلحين هاجموا قاعدة بلد الجوية.", "مصدرين أمنيين"),
        ("نقلت وكالة رويترز عن قائد شرطة كركوك أن مسلحين هاجموا قاعدة بلد الجوية.", "قائد شرطة كركوك"),
    ],
)
def test_his_words_are_no_part_of_his_name(text: str, words: str) -> None:
    assert coded(text, "هاجموا").sources[0].text == words


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("وصلت ثمانية أطقم من الأمن المركزي إلى مدينة تعز.", "وصلت", ["أطقم من الأمن المركزي"]),
        ("اغتيل الناشط سالم الحسن في البصرة. وطالب متظاهرون بكشف القتلة.", "متظاهرون", ["متظاهرون"]),
        ("خطف مسلحون طالباً جامعياً في البصرة.", "خطف", ["مسلحون"]),
    ],
)
def test_crews_and_who_demands(text: str, trigger: str, who: list[str]) -> None:
    assert by(text, trigger) == who


_SHELLED = "قتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{_SHELLED}، في حصيلة أولية أعلنها الدفاع المدني.", ["rescue"]),
        (f"{_SHELLED}، في هدنة أعلنها الدفاع المدني.", []),
        (f"ووفق المعلومات التي حصلت عليها عنب بلدي من مصدر طبي، {_SHELLED}.", ["medical", "outlet"]),
        ("وبثت قناة الجزيرة صوراً تظهر مقتل ثلاثة مدنيين بقصف لقوات النظام على بلدة سرمين.", ["outlet"]),
        ("وبثت قناة الجزيرة صوراً، وأظهر ناشطون مقتل ثلاثة مدنيين بقصف على بلدة سرمين.", ["activist_network"]),
    ],
)
def test_whose_tally_whose_information_whose_pictures(text: str, kinds: list[str]) -> None:
    assert [s.kind for s in rasad.code(text, published="2024-05-15")[0].sources] == kinds


@pytest.mark.parametrize(
    ("text", "doer", "accused"),
    [
        ("اتهمت الحكومة الحوثيين بقصف مخيم للنازحين في مأرب.", "الحكومة", "الحوثيين"),
        ("اتهم الجيش الحوثيين بقصف مخيم للنازحين في مأرب.", "الجيش", "الحوثيين"),
        ("اتهمت الوزارة المستوطنين بإحراق المسجد في حوارة.", "الوزارة", "المستوطنين"),
        ("اتهمت حكومة الحوثيين الأمم المتحدة بالتقصير.", "حكومة الحوثيين", "الأمم المتحدة"),
        ("اتهم المسلحون الحوثيون الأمم المتحدة بالتقصير.", "المسلحون الحوثيون", "الأمم المتحدة"),
    ],
)
def test_a_body_with_the_article_accuses_men_with_it(text: str, doer: str, accused: str) -> None:
    actors = {a.role: a.text for a in coded(text, "اتهم").actors}
    assert actors == {"source": doer, "target": accused}
