"""Which act of several a toll is given to, and which tellings of one act lend theirs to it."""

import pytest

import rasad

DAY = "2021-03-10"
Claims = list[tuple[str, int | None, int | None]]


def tolls(text: str) -> list[tuple[str, Claims]]:
    """(type, [(kind, low, high), …]) of each event, in the order of the text."""
    events = rasad.code(text, published=DAY)
    return [(e.event_type, [(c.kind, c.low, c.high) for c in e.casualties]) for e in events]


CASES: list[tuple[str, list[tuple[str, Claims]]]] = [
    (  # arrests counted otherwise are other arrests
        "اعتقلت قوات الأمن ستة شبان في مدينة نوى فجر اليوم. وأضاف المصدر أن القوات أوقفت تسعة طلاب في سوق المدينة.",
        [("COERCE", [("detained", 6, 6)]), ("COERCE", [("detained", 9, 9)])],
    ),
    (  # a part told twice is one
        "قُتل تسعة مدنيين بينهم ثلاثة أطفال بقصف مدفعي لقوات النظام على مدينة إدلب. "
        "وأدى القصف إلى مقتل ستة رجال وثلاثة أطفال، بحسب الدفاع المدني.",
        [("ASSAULT", [("killed", 9, 9), ("killed", 3, 3), ("killed", 6, 6)])],
    ),
    (  # acts that the report numbers; the lead sums them
        "قُتل سبعة مدنيين بغارتين على ريف مدينة تعز أمس. وقال ناشطون إن الغارة الأولى استهدفت سوق مدينة المخا وقتلت ثلاثة مدنيين. "
        "وأضافوا أن الغارة الثانية استهدفت مدرسة في مدينة التربة وقتلت أربعة مدنيين.",
        [("ASSAULT", [("killed", 3, 3)]), ("ASSAULT", [("killed", 4, 4)])],
    ),
    (  # none hurt: of the attack, not of the search
        "هاجم مسلحون مجهولون حاجزاً لقوات النظام في بلدة صيدا، لتنفذ القوات حملة تفتيش في المنازل القريبة، دون وقوع إصابات.",
        [("ASSAULT", [("killed_or_injured", 0, 0)]), ("COERCE", [])],
    ),
    (  # a weapon behind a number is no act of its own
        "استهدفت طائرة مسيّرة إسرائيلية منزلاً في بلدة ميس الجبل بعدد من قذائف الهاون، دون وقوع إصابات.",
        [("ASSAULT", [("killed_or_injured", 0, 0)])],
    ),
    (  # with some more, one is no number of all that were hurt
        "أصابت طائرة مسيّرة حافلة في بلدة كفركلا أمس، ما أدى إلى إصابة عدد من العمال وسائقها. "
        "وأعلنت الوزارة أن غارة على بلدة كفركلا أدت إلى إصابة تسعة آخرين.",
        [("ASSAULT", [("injured", 1, 1), ("injured", 9, 9)])],
    ),
    (  # فيما أصيب: of the same toll
        "قُتل أربعة مدنيين بقصف مدفعي على مدينة الدلنج صباح اليوم، فيما أُصيب سبعة بجروح جراء القصف.",
        [("ASSAULT", [("killed", 4, 4), ("injured", 7, 7)])],
    ),
    (  # shots behind a blast
        "أصيب ثلاثة جنود بانفجار عبوة ناسفة في بلدة المزيريب أمس. "
        "وقال المصدر إن الانفجار استهدف سيارة عسكرية تلاه إطلاق نار كثيف وأسفر عن مقتل جندي.",
        [("ASSAULT", [("injured", 3, 3), ("killed", 1, 1)])],
    ),
    (  # done too, by a verb
        "هاجم مسلحون مجهولون حاجزاً في قرية الزهراء أمس، فقتلوا شرطياً. "
        "وأضاف المصدر أن المسلحين أطلقوا النار كذلك على نقطة تفتيش في مدينة الدجيل، فقتلوا شرطياً.",
        [("ASSAULT", [("killed", 1, 1)]), ("ASSAULT", [("killed", 1, 1)])],
    ),
    (  # a sentence that opens with another place
        "تطور خلاف بين عشيرتين إلى اشتباك في منطقة العزيزية أوقع أكثر من عشرة قتلى. "
        "وفي البصرة تقاتلت عشيرتان في منطقة الكرمة، فقُتل أربعة أشخاص.",
        [("ASSAULT", [("killed", 11, None)]), ("ASSAULT", [("killed", 4, 4)])],
    ),
    (  # told in a town of its own, where no act was read
        "انفجرت عبوة ناسفة في مدينة إزرع أمس. وفي الوقت ذاته قتل مسلحون مجهولون شرطياً في بلدة المزيريب.",
        [("ASSAULT", []), ("ASSAULT", [("killed", 1, 1)])],
    ),
    (  # named again with the article
        "اعتقلت قوات الأمن خمسة قياديين في تنظيم داعش داخل منزل في مدينة الموصل. "
        "وأوضح المصدر أن قوة راقبت القياديين الخمسة واعتقلتهم في منزل بالمدينة.",
        [("COERCE", [("detained", 5, 5)])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_toll_it_is(text: str, expected: list[tuple[str, Claims]]) -> None:
    assert tolls(text) == expected


def test_the_first_paragraph_is_the_lead() -> None:
    text = (
        "لا تزال الغارات على جنوب لبنان مستمرة. وقُتل جنديان بقصف مدفعي على مركز للجيش في بلدة الماري.\n\n"
        "وأعلنت قيادة الجيش أن القوات الإسرائيلية قصفت مركزاً للجيش في بلدة الماري، ما أدى إلى مقتل جندي وإصابة ثلاثة."
    )
    told = [claims for kind, claims in tolls(text) if kind == "ASSAULT" and claims]
    assert len(told) == 1 and ("injured", 3, 3) in told[0]
