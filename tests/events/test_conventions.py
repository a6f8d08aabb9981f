"""What coders do alike (CODEBOOK 2 and 10): one record or two, of which type. The cases are written in the manner of reports."""

import pytest

import rasad

PUBLISHED = "2023-03-15"


def told(text: str) -> list[tuple[str, str | None]]:
    """(event type, sub-type) of each record."""
    return [(e.event_type, e.sub_event_type) for e in rasad.code(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is put down is a protest, and putting it down its intervention
        ("فرّقت الشرطة مسيرة في حي الثورة بقنابل الغاز، أمس.", [("PROTEST", "Protest with intervention")]),
        ("فُضّ اعتصام العمال المفصولين أمام مبنى البلدية في الرقة بالقوة أمس.", [("PROTEST", "Protest with intervention")]),
        (
            "اعتقل عناصر من قسد خمسة محتجين خلال فض اعتصام في بلدة الشحيل شرقي دير الزور أمس.",
            [("COERCE", "Arrests"), ("PROTEST", "Protest with intervention")],
        ),
        (
            "القوات الأمنية تفرق المتظاهرين في ساحة الحبوبي بالغاز المسيل للدموع وإصابة عدد منهم بالاختناق.",
            [("PROTEST", "Protest with intervention"), ("ASSAULT", "Protest with intervention")],
        ),
        ("استخدمت الشرطة خراطيم المياه لتفريق متظاهرين قرب جسر السنك أمس.", [("PROTEST", "Protest with intervention")]),
        # what is seized on the way belongs to the arrests
        ("اعتقلت قوات الاحتلال شقيقين في بلدة بيت أمر وصادرت مركبتهما أمس.", [("COERCE", "Arrests")]),
        # taken by whoever holds power there
        ("اختطفت جماعة الحوثي سبعة موظفين من منازلهم في مدينة إب أمس.", [("COERCE", "Arrests")]),
        ("اختطفت جماعة الحوثي سبعة موظفين من منازلهم في مدينة مأرب أمس.", [("ASSAULT", "Abduction/forced disappearance")]),
        # a joint patrol is no move of troops beside it
        ("سيّرت القوات الروسية والتركية، الثلاثاء، دورية مشتركة في ريف الدرباسية.", [("COOPERATE", None)]),
        # one side gives way
        ("وافق الجيش السوداني على هدنة لثلاثة أيام في مدينة الأبيض أمس.", [("CONCEDE", "Agreement")]),
        ("أعلنت جماعة الحوثي وقف الهجمات الصاروخية على مأرب لثلاثة أيام.", [("CONCEDE", "Agreement")]),
        ("أصدرت محكمة التحقيق، أمس، أمر قبض بحق مدير سابق في البصرة.", [("ACCUSE", None)]),
        # where somebody sits is said of a place, and what a decision came after is no move
        ("قصفت طائرات روسية مواقع يتحصن فيها تنظيم داعش في بادية السخنة أمس.", [("ASSAULT", "Air/drone strike")]),
        # banks and prices have no figures of speech of a sit-in
        (
            "نفذ موظفو المصارف اعتصاماً في بيروت أمس للمطالبة برفع الأجور بعد تراجع الليرة أمام الدولار وارتفاع الأسعار والتضخم.",
            [("PROTEST", "Peaceful protest")],
        ),
    ],
)
def test_records(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


def test_the_dispersed_are_hurt_by_who_dispersed_them() -> None:
    events = rasad.code("أصيب ثلاثة شبان بالرصاص الحي خلال قمع الاحتلال مسيرة في بلدة بيتا أمس.", published=PUBLISHED)
    assert [e.sub_event_type for e in events] == ["Excessive force against protesters"] * 2
    shooting = next(e for e in events if e.event_type == "ASSAULT")
    assert {(a.role, a.actor_class) for a in shooting.actors} == {("source", "external_forces"), ("target", "protesters")}


@pytest.mark.parametrize(
    ("text", "role", "words", "actor_class"),
    [
        ("أوقفت وحدة أخرى من الجيش في منطقة بعلبك المواطن (ح. ع.) أمس.", "source", "وحدة أخرى من الجيش", "state_forces"),
        ("أوقفت دورية للجيش اللبناني 12 سورياً في عرسال أمس.", "target", "12 سورياً", "civilians"),
        ("قُتل عنصر من الجيش برصاص رجلين يستقلان دراجة نارية في مدينة نوى أمس.", "source", "رجلين", "unknown"),
        ("اجتمع رئيس الحكومة مع ممثلين عن الفصائل في أنقرة أمس.", "target", "ممثلين عن الفصائل", "rebel"),
        ("نظم المئات من الهوسا مظاهرة في كسلا أمس.", "source", "المئات من الهوسا", "protesters"),
        ("أطلق عناصر الحزام الأمني النار على سيارة في عدن أمس.", "source", "عناصر الحزام الأمني", "political_militia"),
    ],
)
def test_participants(text: str, role: str, words: str, actor_class: str) -> None:
    actors = [(a.role, a.text, a.actor_class) for e in rasad.code(text, published=PUBLISHED) for a in e.actors]
    assert (role, words, actor_class) in actors


def test_patrols_go_between_places() -> None:
    [event] = rasad.code("سيّر الجيش اللبناني دوريات مشتركة مع اليونيفيل بين الناقورة وعلما الشعب أمس.", published=PUBLISHED)
    assert not any("الناقورة" in a.text for a in event.actors)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        # a possessive, a tanwin, an adjective without the article and a second body close a participant
        ("طالب وجهاؤها القوات الأمنية بسحب الحاجز أمس.", "وجهاؤها", "القوات الأمنية"),
        ("طالب أهالي المغيبين البعثة الأممية بالكشف عن مصير أبنائهم.", "أهالي المغيبين", "البعثة الأممية"),
        ("اتهم مركز حقوقي جماعة الحوثي بخطف ثلاثة محامين في ذمار.", "مركز حقوقي", "جماعة الحوثي"),
        # whoever sets upon somebody does it
        ("اعتدى ملثمون على مصور صحفي في بغداد أمس.", "ملثمون", "مصور صحفي"),
        # whose shells are named is not who fires them
        ("استهدف جيش الإسلام بقذائف الدبابات قوات النظام في حرستا أمس.", "جيش الإسلام", "قوات النظام"),
        # a family name in quotes, and who is called on behind it
        ("دعا “الطرابلسي” أجهزة الشرطة إلى البقاء في مواقعها.", "الطرابلسي", "أجهزة الشرطة"),
        # no passive of زار with و
        ("استنكر وزير الدولة فادي الكرمي قصف قوات النظام بلدة كنصفرة.", "وزير الدولة فادي الكرمي", "قوات النظام"),
    ],
)
def test_who_does_it_to_whom(text: str, source: str, target: str) -> None:
    first = rasad.code(text, published=PUBLISHED)[0]
    assert {(a.role, a.text) for a in first.actors} == {("source", source), ("target", target)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # accidents and illnesses are no acts
        ("توفي ثلاثة شبان غرقاً في نهر الفرات قرب بلدة الشميطية أمس.", []),
        ("قُتل أربعة عمال بانهيار جدار في مدينة الباب أمس.", []),
        # a goal that was not reached is no deal
        ("حاولت دورية من قسد التدخل في هجين لفض النزاع بين العائلتين لكنها فشلت.", []),
        # a strike that is to begin
        ("أعلنت نقابة المعلمين في تعز إضراباً مفتوحاً يبدأ يوم الثلاثاء المقبل.", [("PROTEST", "planned")]),
        # a denial is kept
        ("نفت قوات الدعم السريع، اليوم، انسحابها من مصفاة الجيلي.", [("RETREAT", "denied")]),
    ],
)
def test_what_is_told_and_how(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.event_type, e.status) for e in rasad.code(text, published=PUBLISHED)] == expected
