"""The commonest shapes of news sentences: what they tell is one record of the right type, no more and no less."""

import pytest

import rasad

#: text → (type, sub-type) of each record
CASES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # the verb before the quoted means tells the act
    ("استشهد شاب برصاص الاحتلال خلال اقتحام مخيم عسكر.", [("ASSAULT", "Attack")]),
    # the one act of a bare sentence is told
    ("وتشهد المنطقة مواجهات مستمرة بين قوات الدعم السريع والجيش السوداني.", [("ASSAULT", "Armed clash")]),
    ("تشهد المنطقة مواجهات بين الحين والآخر.", []),
    ("شهدت المدينة عملية اغتيال نفذها مسلحون مجهولون وسط السوق.", [("ASSAULT", "Attack")]),
    ("تم إخراج جزء من مقاتلي قسد من أحياء حلب.", [("RETREAT", None)]),
    ("الإفراج عن عشرين مهاجراً من مركز احتجاز في مدينة طبرق.", [("RETREAT", None)]),
    ("عدد من الجرحى في إطلاق نار خلال تشييع شاب في مخيم البداوي.", [("ASSAULT", "Attack")]),
    ("إضراب عام يشل أسواق مدينة منبج احتجاجاً على الانفلات الأمني.", [("PROTEST", "Peaceful protest")]),
    ("عثرت قوة من الجيش على عبوات ناسفة داخل نفق في جزيرة سامراء.", []),
    # a siege that is kept up
    ("قوات الاحتلال تواصل حصارها لبلدة سبسطية.", [("COERCE", None)]),
    # a verb and the noun it carries are one act
    ("فرضت قوات الأمن حظر تجوال في مدينة حمص حتى صباح الغد.", [("COERCE", None)]),
    ("نفذ معلمو مدينة تعز إضراباً جزئياً احتجاجاً على تدني الرواتب.", [("PROTEST", "Peaceful protest")]),
    ("يواصل الأسير خليل عواد إضرابه المفتوح عن الطعام لليوم الستين.", [("PROTEST", "Peaceful protest")]),
    ("أعلن الجيش الإسرائيلي هدنة إنسانية في غربي قطاع غزة تبدأ غداً.", [("CONCEDE", "Agreement")]),
    ("قتلت قوة من جهاز مكافحة الإرهاب ثلاثة عناصر من داعش في جبال حمرين بضربة نفذها طيران الجيش ليلة الأحد.",
     [("ASSAULT", "Air/drone strike")]),
    ("تمكن سلاح الجو العراقي من تدمير ثلاثة أوكار لتنظيم داعش في جبال مكحول بضربات دقيقة.", [("ASSAULT", "Air/drone strike")]),
    # what came of a condemned act tells it
    ("وقفة احتجاجية في بغداد تنديداً بالقصف التركي الذي أودى بحياة ثمانية سياح في دهوك أمس.",
     [("PROTEST", "Peaceful protest"), ("ASSAULT", "Shelling/artillery/missile attack")]),
    # means
    ("فجر انتحاري سيارة مفخخة عند بوابة أمنية في مدينة الجفرة فقتل شرطيين.", [("ASSAULT", "Suicide bomb")]),
    ("فجّر مسلح نفسه عند مدخل سوق في مدينة الموصل فقتل ثلاثة مدنيين.", [("ASSAULT", "Suicide bomb")]),
    # protests and force
    ("أطلقت قوات الأمن النار على متظاهرين في مدينة عدن ما أوقع ثلاثة جرحى.",
     [("ASSAULT", "Excessive force against protesters"), ("PROTEST", "Excessive force against protesters")]),
    ("قُتل شاب وأصيب آخران برصاص الشرطة العسكرية أثناء مظاهرة في مدينة الباب.",
     [("ASSAULT", "Excessive force against protesters"), ("PROTEST", "Excessive force against protesters")]),
    ("قوات مكافحة الشغب تستخدم الغاز لتفريق متظاهرين حاولوا عبور جسر الجمهورية في بغداد.",
     [("PROTEST", "Protest with intervention")]),
    ("نظم الأهالي وقفة احتجاجية قرب بوابة سنجل فرقها الجنود بقنابل الغاز دون وقوع إصابات.",
     [("PROTEST", "Protest with intervention")]),
    ("خرج العشرات في ساحة الحبوبي مساء أمس، قبل أن تفرقهم قوات الأمن بالغاز.", [("PROTEST", "Protest with intervention")]),
    ("خرجت مظاهرة في مدينة إب ضد الحوثيين، وردت الجماعة بحملة اعتقالات طالت أربعين من المشاركين.",
     [("PROTEST", "Protest with intervention"), ("COERCE", "Arrests")]),
    ("خرج المئات في مدينة كسلا احتجاجاً على ما جرى، فأضرموا النار في مبنى الأمانة.", [("PROTEST", "Violent demonstration")]),
    ("قطع أهالٍ غاضبون الشارع الرئيس في المنصورة بالإطارات المحترقة ليلة أمس.", [("PROTEST", "Violent demonstration")]),
    # things that arrive or fall
    ("وصلت إلى مطار العريش طائرة مساعدات قطرية.", [("AID", None)]),
    ("قالت البعثة إن قذيفة سقطت داخل مقرها في الناقورة.", [("ASSAULT", "Shelling/artillery/missile attack")]),
    ("سقوط دانات على سوق صابرين في مدينة أم درمان.", [("ASSAULT", "Shelling/artillery/missile attack")]),
    # what is shot down is disrupted, what carries men a clash
    ("أسقطت الدفاعات الجوية طائرتين مسيرتين في سماء مدينة أربيل.", [("ASSAULT", "Disrupted weapons use")]),
    ("أسقط الجيش طائرة حربية فوق بلدة كفرزيتا.", [("ASSAULT", "Armed clash")]),
    # who announces is told before what he announces
    ("أعلنت وزارة الداخلية مقتل ثلاثة من عناصر داعش في مدينة تدمر.", [("ASSAULT", "Armed clash")]),
    # a demand made at a protest, closings in dissent
    ("طالب أهالي بلدة حولا، خلال اعتصام أمام سرايا النبطية اليوم، الدولة بالتعويض.", [("PROTEST", "Peaceful protest")]),
    ("أغلق العشرات من خريجي الجامعة بوابة حقل الرميلة احتجاجاً على البطالة.", [("PROTEST", "Peaceful protest")]),
    ("أغلق مزارعون طريق دنقلا احتجاجاً على التعرفة ومنعوا مرور الشاحنات.", [("PROTEST", "Peaceful protest")]),
    ("عم الإضراب الشامل مدينة نابلس حداداً على الشهداء الذين سقطوا أمس برصاص قوات الاحتلال.",
     [("PROTEST", "Peaceful protest"), ("ASSAULT", "Attack")]),
    # gas told of the same act does not make deadly fire mild
    ("فتحت قوات الأمن نيران أسلحتها على مظاهرة في مدينة تعز أمس فقتلت اثنين، وأطلقت قنابل الغاز لتفريقها.",
     [("ASSAULT", "Excessive force against protesters"), ("PROTEST", "Excessive force against protesters")]),
    # what stands behind a demand, a welcome or a broken truce and was done
    ("طالب نواب بسحب الفصائل من سهل نينوى بعد مشاجرة بين عائلتين في مدينة برطلة أوقعت ثلاثة جرحى.",
     [("REQUEST", None), ("ASSAULT", "Mob violence")]),
    ("تأييد فلسطيني واسع لقرار إسبانيا حظر تصدير السلاح إلى إسرائيل.", [("SUPPORT", None), ("SANCTION", None)]),
    ("سجلت خروق لوقف إطلاق النار، أبرزها غارة من مسيرة على دراجة في بلدة ميس أدت إلى مقتل سائقها.",
     [("ASSAULT", "Air/drone strike")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_plain_sentence(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(e.event_type, e.sub_event_type) for e in rasad.code(text, published="2024-05-05")] == told


def test_nobody_hurt_by_a_dispersal_is_told_of_the_protest() -> None:
    [event] = rasad.code("وقفة للأهالي قرب بلدة سنجل فرقها الجنود بقنابل الغاز دون وقوع إصابات.", published="2024-05-05")
    assert [(c.kind, c.high) for c in event.casualties] == [("killed_or_injured", 0)]
