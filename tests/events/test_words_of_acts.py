"""Which act a word tells by what stands beside it: who leaves and in what, what is published, scattered or blown up."""

from datetime import date

import pytest

import rasad


def told(text: str) -> list[tuple[str, str | None]]:
    return [(event.event_type, event.sub_event_type) for event in rasad.code(text, published=date(2021, 6, 9))]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Vehicles that leave are no protest; a crowd in its cars is one.
        (
            "وخرجت مساء أمس قافلة تقل مئات المقاتلين وعائلاتهم من مدينة الضمير بريف دمشق نحو الشمال السوري.",
            [("RETREAT", None)],
        ),
        (
            "خرج المئات بسياراتهم في شوارع مدينة السويداء احتجاجاً على رفع الأسعار.",
            [("PROTEST", "Peaceful protest")],
        ),
        # What is published is no deployment, though an army publishes it; a force that is deployed is.
        ("نشر الجيش الوطني السوري بيانه من مدينة رأس العين.", []),
        ("نشرت هيئة تحرير الشام مقاتليها على أطراف مدينة دارة عزة.", [("MOBILIZE", "Other")]),
        ("نشر الجيش الأردني قوات إضافية على الحدود مع سوريا.", [("MOBILIZE", "Other")]),
        # Whoever is scattered by gas had gathered.
        ("فرقت الشرطة بالغاز المسيل للدموع عشرات الطلاب أمام جامعة الجزيرة.", [("PROTEST", "Protest with intervention")]),
        # Settlers who enter holy places under guard: a raid, not a protest against their guards.
        ("اقتحم 180 مستوطناً ساحات المسجد الأقصى صباح اليوم تحت حماية الشرطة الإسرائيلية.", [("COERCE", None)]),
        ("دخل عشرات المستوطنين باحات الحرم الإبراهيمي أمس.", [("COERCE", None)]),
        # Protesters who burn are violent, whatever burns.
        ("وأضرم المتظاهرون، مساء الإثنين، النار في منزل رئيس البلدية في مدينة درنة.", [("PROTEST", "Violent demonstration")]),
        ("أغلق المتظاهرون مبنى البلدية في مدينة درنة أمس.", [("PROTEST", "Peaceful protest")]),
        # Verbs that are towns too.
        ("دمر الجيش العراقي ثلاثة أوكار لتنظيم داعش في جبال حمرين.", [("ASSAULT", "Armed clash")]),
        ("حرض خطيب المسجد على طرد المنظمات في بلدة سرمدا.", [("REQUEST", None)]),
        ("دمّر مسلحون مدرسة في قرية الحمرا بريف حمص.", [("COERCE", "Looting/property destruction")]),
        ("دمر الطيران الحربي مدرسة في قرية الحمرا.", [("ASSAULT", "Air/drone strike")]),
        # What somebody managed to do is no part of his name.
        (
            "تمكنت عناصر التنظيم من أسر 17 جندياً في منطقة الهيل شرق تدمر.",
            [("ASSAULT", "Abduction/forced disappearance")],
        ),
        # Restrictions are imposed, conditions are set.
        ("فرضت الشرطة قيوداً على حركة السكان في مخيم شعفاط أمس.", [("COERCE", None)]),
        ("بدأ وقف مؤقت لإطلاق النار في مدينة الحديدة ظهر أمس.", [("AGREE", "Agreement")]),
        ("اندلع العنف بين قبيلتي الرزيقات والمعاليا في ولاية شرق دارفور الأحد.", [("ASSAULT", "Armed clash")]),
        ("اتخذ الجيش اللبناني إجراءات أمنية مشددة على مداخل مخيم البداوي.", [("MOBILIZE", "Other")]),
        (
            "حاول المحتجون الدخول إلى مبنى السراي في صيدا ورشقوه بالحجارة.",
            [("PROTEST", "Violent demonstration")],
        ),
        ("حمّل البيان جماعة الحوثي مسؤلية ما جرى في مدينة الحديدة.", [("ACCUSE", None)]),
        # A bomb squad makes safe; a bomber attacks, whatever building stands there.
        (
            "فجرت فرق إزالة المتفجرات عبوة ناسفة في قضاء بلد دون وقوع إصابات.",
            [("COERCE", "Disrupted weapons use")],
        ),
        ("فجر انتحاري سيارة مفخخة قرب مستوصف في مدينة رداع.", [("ASSAULT", "Suicide bomb")]),
        # Who left a village under a deal did not leave the deal.
        ("قال ناشطون إن المسلحين انسحبوا من القرية في إطار الاتفاق.", [("RETREAT", None)]),
        ("انسحب وفد الحكومة من جلسة الحوار في مسقط.", [("REJECT", None)]),
        # A reason that is told: who was hurt and where, or who did it in a clause of its own.
        ("شهدت مدينة نيالا توتراً على خلفية مقتل شاب قرب معسكر كلمة.", [("ASSAULT", "Attack")]),
        (
            "أضرب المعلمون في مدينة القامشلي احتجاجاً على الاعتقالات التي نفذتها دوريات الأسايش.",
            [("PROTEST", "Peaceful protest"), ("COERCE", "Arrests")],
        ),
        (
            "قطع محتجون الطريق في مدينة الرقة بالإطارات المشتعلة، على خلفية مقتل طفل برصاص دورية لقسد.",
            [("PROTEST", "Violent demonstration"), ("ASSAULT", "Attack")],
        ),
        ("نفذت الجماعة حملة اعتقالات في مدينة ذمار على خلفية مقتل قيادي فيها.", [("COERCE", "Arrests")]),
        # Who set up the checkpoint where something happened.
        ("اعتقل شابان عند حاجز نصبته قوات الاحتلال قرب قرية برطعة.", [("COERCE", "Arrests")]),
    ],
)
def test_what_a_word_tells(text: str, kinds: list[tuple[str, str | None]]) -> None:
    assert told(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "تتوزع أسماء الموقوفين على 22 سجناً ومركز توقيف في البلاد.",
        "يعاني أهالي مدينة الرقة من غلاء الأسعار إضافة لتردي الأوضاع المعيشية.",
        "أغلب هذه العائلات يسكن المدارس والأبنية العامة في مدينة الحسكة.",
        "نشرت لجان المقاومة قائمة بأسماء المتطوعين في مدينة الخرطوم بحري.",
        "استقبل قسم الطوارئ في مستشفى مصراتة ستة جرحى من قوات البنيان المرصوص.",
        "شكلت الحكومة لجنة لحصر النازحين في مدينة سبها.",
        "وأضاف رئيس اللجنة أن الوفدين سيعدان قوائم المرشحين في مدينة عدن.",
    ],
)
def test_words_that_tell_none(text: str) -> None:
    assert told(text) == []


def test_a_call_to_assemble_is_no_demand_of_the_protest() -> None:
    text = (
        "خرج المئات في مظاهرة وسط مدينة بيروت أمس احتجاجاً على الغلاء. ودعا المحتجون اللبنانيين إلى إضراب عام يوم الاثنين المقبل."
        " وطالب المحتجون الحكومة بالاستقالة."
    )
    requests = [e.trigger.text for e in rasad.code(text, published=date(2021, 6, 9)) if e.event_type == "REQUEST"]
    assert requests == ["ودعا"]


def test_protesters_of_another_place_are_another_protest() -> None:
    text = (
        "أطلقت الشرطة السودانية الغاز المسيل للدموع على مئات المحتجين في مدينة كسلا، وفق ما نقلت وكالة رويترز عن شهود عيان."
        " وذكر الشهود أن مظاهرات صغيرة أخرى خرجت في مدينة بورتسودان بعد صلاة الجمعة."
    )
    events = rasad.code(text, published=date(2021, 6, 9))
    assert [e.places[0].text for e in events if e.event_type == "PROTEST"] == ["مدينة كسلا", "مدينة بورتسودان"]
