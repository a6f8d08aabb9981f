"""Whom a pronoun means, where a participant's words end, whose post is blown up, who is met or addressed."""

import pytest

import rasad


def sides(text: str, event_type: str) -> list[tuple[str, str]]:
    event = next(e for e in rasad.code(text, published="2021-06-09") if e.event_type == event_type)
    return sorted((a.role, a.text) for a in event.actors)


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # the pronoun of a preposition, of the verb, of the noun, before the verb
        (
            "اقتحم مسلحون منزل ضابط في قرية المنصورية وأطلقوا النار عليه فقتلوه.",
            "ASSAULT",
            [("source", "مسلحون"), ("target", "ضابط")],
        ),
        ("الأمر الذي رفضته قبيلة بني هلال.", "REJECT", [("source", "قبيلة بني هلال")]),
        (
            "ومنذ إعلان النظام السوري بدء هجومه على مدينة القصير نزح الآلاف.",
            "ASSAULT",
            [("source", "النظام السوري")],
        ),
        ("وكشف أنه التقى القنصل التركي في أربيل لبحث الملف الأمني.", "CONSULT", [("target", "القنصل التركي")]),
        ("وأضاف الدليمي أنه دعا القوى السياسية إلى الحوار.", "REQUEST", [("target", "القوى السياسية")]),
        (
            "أعلن الجيش السوداني، اليوم الأحد، مقتل 12 عنصراً من قوات الدعم السريع في هجوم شنه صباحاً غرب أم درمان.",
            "ASSAULT",
            [("source", "الجيش السوداني"), ("target", "عنصراً من قوات الدعم السريع")],
        ),
        # no adjective of a body, of many, of one
        ("أغلقت القوات المنطقة أمس.", "COERCE", [("source", "القوات")]),
        ("دعت اللجنة المجتمع الدولي إلى التدخل.", "REQUEST", [("source", "اللجنة"), ("target", "المجتمع الدولي")]),
        (
            "اعتقل الجنود الفتى سالم أمين البكري قرب الحرم الإبراهيمي.",
            "COERCE",
            [("source", "الجنود"), ("target", "الفتى سالم أمين البكري")],
        ),
        (
            "اعترض مواطن دورية لليونيفيل دخلت أرضه في بلدة العديسة.",
            "PROTEST",
            [("source", "مواطن"), ("target", "دورية لليونيفيل")],
        ),
        ("هدم المقدسي خالد غيث منزله في سلوان.", "COERCE", [("source", "المقدسي خالد غيث")]),
        # … but these are
        ("دعا المجلس المحلي السكان إلى البقاء.", "REQUEST", [("source", "المجلس المحلي"), ("target", "السكان")]),
        ("سيطرت الفصائل الثورية على بلدة حيان أمس.", "ASSAULT", [("source", "الفصائل الثورية")]),
        ("إن متظاهرين غاضبين من أهالي ذي قار قطعوا جسر النصر.", "PROTEST", [("source", "متظاهرين غاضبين من أهالي")]),
        # a noun and the quoted name are one person
        (
            'أقدم مسلحون على اغتيال الشاب "سالم قاسم الحمد" في مدينة جاسم أمس.',
            "ASSAULT",
            [("source", "مسلحون"), ("target", 'الشاب "سالم قاسم الحمد')],
        ),
        # whose patrol or post is blown up
        (
            "انفجرت عبوة ناسفة لدى مرور دورية للجيش العراقي في ناحية جلولاء ما أسفر عن مقتل ثلاثة جنود.",
            "ASSAULT",
            [("target", "دورية للجيش العراقي")],
        ),
        # the adjective of the strike between the verb and what is struck
        (
            "قُتل شخصان اليوم حين استهدفت غارة إسرائيلية دراجة نارية في بلدة عيتا الشعب.",
            "ASSAULT",
            [("source", "إسرائيلية"), ("target", "شخصان")],
        ),
        # the object's case
        ("حضرت شرطة الاحتلال إلى المكان واعتقلت المستوطنين.", "COERCE", [("source", "شرطة الاحتلال"), ("target", "المستوطنين")]),
        # whom somebody meets, who arrives, whom a noun in words threatens
        (
            "اجتمع وزير الداخلية بوفد من الفصائل الفلسطينية في بيروت أمس.",
            "CONSULT",
            [("source", "وزير الداخلية"), ("target", "بوفد من الفصائل الفلسطينية")],
        ),
        (
            "وصل إلى عدن، اليوم السبت، المبعوث الأممي إلى اليمن هانس غروندبرغ.",
            "CONSULT",
            [("source", "المبعوث الأممي إلى اليمن هانس غروندبرغ")],
        ),
        (
            "قامت مصلحة السجون بتهديد الأسرى المضربين عن الطعام بالحرمان من الزيارة.",
            "THREATEN",
            [("source", "مصلحة السجون"), ("target", "الأسرى المضربين")],
        ),
        (
            "أصدرت المؤسسة بياناً طالبت فيه المجموعة المسلحة بمغادرة الحقل.",
            "REQUEST",
            [("source", "المؤسسة"), ("target", "المجموعة المسلحة")],
        ),
        # second sides
        (
            "اندلعت اشتباكات بين “كتيبة الفاروق”، والقوات الخاصة وسط درنة.",
            "ASSAULT",
            [("source", "القوات الخاصة"), ("source", "كتيبة الفاروق")],
        ),
        (
            "اندلعت اشتباكات بين قبيلتي بني هلال وآل سالم في مديرية بيحان.",
            "ASSAULT",
            [("source", "آل سالم"), ("source", "قبيلتي بني هلال")],
        ),
        (
            "قطع متظاهرون الطريق الدولي أمس وتدافعوا مع الجيش اللبناني.",
            "PROTEST",
            [("source", "متظاهرون"), ("target", "الجيش اللبناني")],
        ),
        # whom protesters demand something of; electricity is no party
        (
            "نظم العشرات وقفة احتجاجية في الموصل مطالبين الحكومة بصرف رواتبهم.",
            "PROTEST",
            [("source", "العشرات"), ("target", "الحكومة")],
        ),
        (
            "تظاهر المئات في عدن تنديداً باستمرار انقطاع التيار الكهربائي وتجاهل حكومة معين لأزمة الوقود.",
            "PROTEST",
            [("source", "المئات"), ("target", "حكومة")],
        ),
        # persons who are only named: behind a place or a day, joined to one with a title
        (
            "دهم الجيش اللبناني بلدة بريتال واعتقل فيها سالم أحمد إسماعيل وعلي حسن طليس.",
            "COERCE",
            [("source", "الجيش اللبناني"), ("target", "سالم أحمد إسماعيل"), ("target", "علي حسن طليس")],
        ),
        ("وخُطف من البلدة أمس مصطفى الأطرش وعلي كرنبي.", "ASSAULT", [("target", "علي كرنبي"), ("target", "مصطفى الأطرش")]),
        (
            "خطف مسلحون من داعش في جرود رأس بعلبك حسين الفليطي، صاحب محل تجاري، مساء أمس.",
            "ASSAULT",
            [("source", "مسلحون من داعش"), ("target", "حسين الفليطي")],
        ),
        (
            "اعتقل الجنود الفتى سالم أمين البكري (13 عاماً) قرب الحرم الإبراهيمي، وخالد الطيطي وفادي الجوابرة في مخيم الفوار.",
            "COERCE",
            [
                ("source", "الجنود"),
                ("target", "الفتى سالم أمين البكري"),
                ("target", "خالد الطيطي"),
                ("target", "فادي الجوابرة"),
            ],
        ),
        # … but no place named after a person
        ("اعتقلت الشرطة في شارع خالد بن الوليد ثلاثة شبان.", "COERCE", [("source", "الشرطة"), ("target", "شبان")]),
        # known by the last name
        (
            "ترأس نجيب ميقاتي جلسة في صور. وطالب ميقاتي المجتمع الدولي بوقف الاعتداءات.",
            "REQUEST",
            [("source", "ميقاتي"), ("target", "المجتمع الدولي")],
        ),
        # an adjective behind a name, a leader by his name
        ("قُتل أربعة حوثيين مسلحين في رداع أمس.", "ASSAULT", [("target", "حوثيين مسلحين")]),
        (
            "اتهم مقتدى الصدر الحكومة بالفساد.",
            "ACCUSE",
            [("source", "مقتدى الصدر"), ("target", "الحكومة")],
        ),
    ],
)
def test_who_does_it_to_whom(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text, event_type) == expected


@pytest.mark.parametrize(
    ("text", "event_type", "role", "expected"),
    [
        ("اشتبك الجيش مع مسلحين إسلاميين في درنة.", "ASSAULT", "مسلحين إسلاميين", "rebel"),
        ("دعت القوى الوطنية إلى إضراب عام.", "REQUEST", "القوى الوطنية", "political"),
        ("قصف الجيش القرية. ودعت القيادة الروحية إلى الهدوء أمس.", "REQUEST", "القيادة الروحية", "political"),
        ("أمرت الجهات الأمنية السكان بإخلاء المنازل.", "REQUEST", "الجهات الأمنية", "state_forces"),
        ("اشتبك الجيش مع مقاتلي القاعدة في رداع.", "ASSAULT", "مقاتلي القاعدة", "rebel"),
    ],
)
def test_what_they_are(text: str, event_type: str, role: str, expected: str) -> None:
    event = next(e for e in rasad.code(text, published="2021-06-09") if e.event_type == event_type)
    assert {a.text: a.actor_class for a in event.actors}[role] == expected
