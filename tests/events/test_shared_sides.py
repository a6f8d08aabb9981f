"""Sides that no list knows, that other acts or the speaker lend, and that words beside the frame tell."""

import pytest

import rasad
from rasad.model.record import EventRecord


def sides(event: EventRecord, role: str) -> list[str]:
    return [a.text for a in event.actors if a.role == role]


def of_type(text: str, event_type: str) -> list[EventRecord]:
    found = [e for e in rasad.code(text, published="2023-06-15") if e.event_type == event_type]
    assert found, text
    return found


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        # both sides of a fight, one or both in no list
        ("وقعت اشتباكات أمس في الميناء بين تل الزعتر وباب الرمل.", "ASSAULT", ["تل الزعتر", "باب الرمل"], []),
        ("دارت مواجهات أمس بين جهاز حماية الموانئ والكتيبة 17 في صبراتة.", "ASSAULT", ["جهاز حماية الموانئ", "الكتيبة 17"], []),
        ("اندلعت مواجهات أمس بين مسلحي قبيلتي آل جابر وآل سالم في شبوة.", "ASSAULT", ["آل سالم"], []),
        # whose word or fire it is
        ("أخليت المحال أمس بأوامر من تركيا في بلدة سلوك.", "REQUEST", ["تركيا"], []),
        ("أصيب فتى أمس في إطلاق نار مباشر من قوات الاحتلال في سيلة الحارثية.", "ASSAULT", ["قوات الاحتلال"], ["فتى"]),
        ("قتل قيادي في الفصيل أمس في كمين لقوات النظام قرب الحراك.", "ASSAULT", ["قوات النظام"], ["قيادي"]),
        # whose houses are struck by fire, not whose fire it is
        ("قامت جماعة الحوثي أمس بقصف واستهداف منازل المواطنين في التحيتا.", "ASSAULT", ["جماعة الحوثي"], ["المواطنين"]),
        # we who speak, and who stands before his verb, demand; whom they name is addressed
        ("ونناشد المجلس الوطني أداء واجبه تجاه المدينتين.", "REQUEST", [], ["المجلس الوطني"]),
        ("قالت الشبكة إن المجموعة تتهم أجهزة النظام باعتقال شاب أمس في عتيل.", "ACCUSE", ["المجموعة"], ["النظام"]),
        ("دفع القصف أمس الناس إلى مناشدة السلطات التدخل في الزاوية.", "REQUEST", [], ["السلطات"]),
        ("أدانت نقابة الصحفيين السودانيين أمس توقيف كاتب في شندي.", "ACCUSE", ["نقابة الصحفيين"], []),
        # who is hurt in what is condemned neither condemns nor is condemned
        ("أدانت الحركة أمس اعتقال الصحفي سالم في شندي.", "ACCUSE", ["الحركة"], []),
        ("أدان المجلس أمس الهجوم على مكتب الحزب في القامشلي.", "ACCUSE", ["المجلس"], []),
        # men of a tribe who protest bear no arms there
        ("نفذ أفراد من قبيلة الهوسا أمس وقفة احتجاجية في مدينة الشوك.", "PROTEST", ["أفراد"], []),
        # the subject of the verb that opens the sentence; to whom prisoners are handed
        ("نفذت قوات التحالف أمس إنزالاً في الباغوز واعتقلت قيادياً في تنظيم داعش.", "COERCE", ["قوات التحالف"], ["قيادياً"]),
        ("ونفت قوات الدعم السريع ذلك أمس، واتهمت الجيش بقصف الأحياء في شندي.", "ACCUSE", ["قوات الدعم السريع"], ["الجيش"]),
        ("سلمت قسد أمس عشرة معتقلين للحكومة السورية في حلب.", "RETREAT", ["قسد"], ["للحكومة السورية"]),
        # whose speaker the subject is; who raids "the place" told before
        ("وتوعد المتحدث الرسمي لقوات الانتقالي القوات الحكومية أمس في أبين.", "THREATEN", ["المتحدث"], ["القوات الحكومية"]),
        ("أدى اقتحام قوات الاحتلال البلدة أمس إلى إصابة شاب في قصرة.", "ASSAULT", ["قوات الاحتلال"], ["شاب"]),
        # a measure is imposed by the subject, whoever is taken too
        ("فرضت قوى الأمن الداخلي أمس حظر تجول في نوى واعتقلت سبعة أشخاص.", "COERCE", ["قوى الأمن"], ["أشخاص"]),
        ("اغتال مسلحون مجهولون أمس قاضياً أمام منزله في عدن.", "ASSAULT", ["مسلحون"], ["قاضياً"]),
        # whose seat it is
        ("اقتحم محتجون أمس مقر قيادة الشرطة في النجف.", "PROTEST", ["محتجون"], ["قيادة الشرطة"]),
        ("اعتقل شابان أمس في مقر قيادة الشرطة في نوى.", "COERCE", [], ["شابان"]),
        # no two bodies with the article are one
        ("اتهم المجلس أمس حركة فتح بحرق المكتب في جنين.", "ACCUSE", ["المجلس"], ["حركة فتح"]),
        ("حملت الحركة الحكومة أمس مسؤولية القصف في صعدة.", "ACCUSE", ["الحركة"], ["الحكومة"]),
        # whose attack is fought off
        ("تصدت قوات الجيش أمس لهجوم نفذه مسلحون على حاجز في بلدة نمر.", "ASSAULT", ["قوات الجيش", "مسلحون"], []),
        # no unknown man: a place or fate unknown
        ("اعتقلت الشرطة شابين أمس في نوى واقتادتهما إلى مكان مجهول.", "COERCE", ["الشرطة"], ["شابين"]),
        # who stands in what is demanded or protested against does not protest
        ("تظاهر العشرات أمس في نوى احتجاجاً على انقطاع الماء مطالبين الحكومة بإصلاحه.", "PROTEST", ["العشرات"], []),
        ("تظاهر العشرات أمس في نوى احتجاجاً على المداهمات التي نفذها الجيش اللبناني.", "PROTEST", ["العشرات"], ["الجيش"]),
        # who fired or laid it
        ("أصيب راعيان أمس بسبب قنبلة ألقتها مسيّرة إسرائيلية على بلدة عيترون.", "ASSAULT", ["مسيّرة إسرائيلية"], ["راعيان"]),
        ("سقطت أمس عشرات القذائف التي أطلقها الجيش التركي على قرى تل رفعت.", "ASSAULT", ["الجيش التركي"], []),
        ("قتلت امرأة أمس بانفجار لغم زرعته جماعة الحوثي في أطراف التحيتا.", "ASSAULT", ["جماعة الحوثي"], ["امرأة"]),
        # what is told of the participant stands between him and his verb
        ("قال ناشطون إن مدنياً من أهالي جاسم، ينحدر من بلدة نمر، اختطف أمس قرب نوى.", "ASSAULT", [], ["مدنياً"]),
        ("أفاد مراسلنا أن مزارعاً من بلدة عتيل بريف السويداء الغربي، تعرض لمحاولة خطف أمس.", "ASSAULT", [], ["مزارعاً"]),
        ("عناصر الأمن والشبيحة في جبلة قاموا أمس بتصفية شاب.", "ASSAULT", ["الأمن", "الشبيحة"], ["شاب"]),
        # whose checkpoint, in whose ranks, who rides in it, who is looked for
        ("أوقف الشاب سالم على حاجز لقوات النظام قرب نوى أمس.", "COERCE", ["قوات النظام"], ["سالم"]),
        ("شن الجيش حملة دهم أمس في بريتال بحثاً عن مطلوبين.", "COERCE", ["الجيش"], ["مطلوبين"]),
        ("منعت الشرطة أمس حافلات تقل مهجرين من دخول مدينة الباب.", "COERCE", ["الشرطة"], ["مهجرين"]),
        ("انفجرت سيارة مفخخة أمس في بيجي، ما أدى إلى مقتل 13 من عناصر الشرطة.", "ASSAULT", [], ["عناصر الشرطة"]),
        # who suffers it stands behind who does it
        ("أصيب عشرة أشخاص أمس جراء مهاجمة عناصر من قسد متظاهرين في الشحيل.", "ASSAULT", ["قسد"], ["متظاهرين"]),
        ("طردت قسد أمس عشرات العائلات من مساكن الضباط في الحسكة.", "COERCE", ["قسد"], ["العائلات"]),
        ("أطلقت قسد أمس حملة أمنية في مخيم الروج تستهدف خلايا داعش.", "COERCE", ["قسد"], []),
        ("استهدفت المقاومة أمس تجمعاً لجنود العدو في موقع الراهب.", "ASSAULT", ["المقاومة"], ["جنود العدو"]),
        # words of somebody whom no list knows
        ("وطالب الجهاز في بيان أمس بفتح تحقيق في الهجوم.", "REQUEST", ["الجهاز"], []),
        ("هدد التنظيم أمس المخالفين بالمحاسبة الشديدة.", "THREATEN", ["التنظيم"], ["المخالفين"]),
        ("وطالب بيان وزارة الخارجية مجلس الأمن بالتحرك.", "REQUEST", ["وزارة الخارجية"], ["مجلس الأمن"]),
        ("واتهم الشرعبي الحكومة بنكث العهد أمس.", "ACCUSE", ["الشرعبي"], ["الحكومة"]),
        ("وطالب سامر حسن الحكومة العراقية أمس بإعادة النازحين.", "REQUEST", ["سامر حسن"], ["الحكومة العراقية"]),
        ("وقعت اشتباكات أمس في صرمان، مما دفع العائلات إلى مناشدة السلطات التدخل.", "REQUEST", ["العائلات"], ["السلطات"]),
        # whose attack is repelled fights too; whose strike it is that struck
        ("تمكن الجيش العراقي أمس من إحباط هجوم لتنظيم داعش في قضاء الدبس.", "ASSAULT", ["الجيش العراقي", "داعش"], []),
        ("تصدى الثوار أمس لمحاولة قوات النظام اقتحام بلدة زملكا.", "ASSAULT", ["الثوار", "قوات النظام"], []),
        ("استهدف قصف للطيران التركي أمس تجمعاً لحزب العمال الكردستاني في زاخو.", "ASSAULT", ["للطيران التركي"], ["لحزب العمال"]),
        # a place, a day and a title stand between who announces it and what
        ("أعلنت قيادة الشرطة في محافظة بابل وسط العراق، اليوم الأحد، فرض حظر تجول في المدينة.", "COERCE", ["قيادة الشرطة"], []),
        # convoys, counterparts, owners
        ("دخلت أمس قافلة مساعدات من الهلال الأحمر إلى بلدة قدسيا.", "AID", ["الهلال الأحمر"], []),
        ("استقبل وزير الخارجية السعودي، الأربعاء، نظيره العماني في جدة.", "CONSULT", ["وزير الخارجية السعودي"], ["نظيره"]),
        ("توغلت قوة ثالثة للاحتلال أمس في قرية عين زيوان بريف القنيطرة.", "MOBILIZE", ["قوة ثالثة للاحتلال"], []),
        ("اعتقلت قوات من سلاح البحرية المصرية أمس ثلاثة صيادين قبالة رفح.", "COERCE", ["قوات من سلاح البحرية"], ["صيادين"]),
        ("قام عناصر حاجز الكوم التابع للجيش النظامي أمس باعتقال شابين.", "COERCE", ["التابع للجيش النظامي"], ["شابين"]),
        ("تعرضت قوة من الحشد الشعبي أمس لانفجار عبوة ناسفة قرب الطوز.", "ASSAULT", [], ["الحشد الشعبي"]),
        ("وحملت نقابة الأطباء قوات الدعم السريع المسؤولية عن القصف.", "ACCUSE", ["نقابة الأطباء"], ["الدعم السريع"]),
        ("هدمت قوات الاحتلال أمس منزلاً في صور باهر يعود للمواطن سامر.", "COERCE", ["قوات الاحتلال"], ["للمواطن"]),
        ("هاجمت قوات الحزام الأمني التابعة للإمارات أمس عناصر القاعدة في المحفد.", "ASSAULT", ["الحزام الأمني"], ["القاعدة"]),
        ("قتل خمسة من عناصر الشرطة أمس بكمين لتنظيم داعش قرب الرشاد.", "ASSAULT", ["تنظيم داعش"], ["عناصر الشرطة"]),
        ("عثر الأهالي أمس على جثة شاب اختطفه مسلحو داعش قبل يومين.", "ASSAULT", ["مسلحو داعش"], ["شاب"]),
        # persons by name alone, one or a list
        ("اختطف مسلحون أمس خالد الزبيدي من منزله في تعز.", "ASSAULT", ["مسلحون"], ["خالد الزبيدي"]),
        ("واعتقلت قوات الاحتلال أمس كلا من سامر الحاج، وخالد محمود، في بلدة جبع.", "COERCE", ["قوات الاحتلال"], ["خالد محمود"]),
        ("قتل سامر حمدان أمس برصاص مجهولين في بلدة طفس.", "ASSAULT", ["مجهولين"], ["سامر حمدان"]),
        # two persons or bodies with the article are two
        ("واعتقلت المخابرات أمس الأسير المحرر نبيل دراغمة في طوباس.", "COERCE", ["المخابرات"], ["الأسير المحرر نبيل"]),
        ("وطالبت اللجنة الوطنية لحقوق الإنسان وزارة الداخلية بالإفراج عنه.", "REQUEST", ["لحقوق الإنسان"], ["وزارة الداخلية"]),
        # two tribes of one entry; whose fire it is behind its means; who goes along; whose mine it was
        ("اندلعت مواجهات أمس بين قبيلة التبو وقبيلة الزوية في الكفرة.", "ASSAULT", ["قبيلة الزوية"], []),
        ("أصيب مدنيان أمس إثر قصف بقذائف الهاون من قوات النظام على نوى.", "ASSAULT", ["قوات النظام"], ["مدنيان"]),
        ("ودخلت قوات النظام برفقة الشرطة العسكرية الروسية أمس بلدة نوى.", "MOBILIZE", ["الشرطة العسكرية الروسية"], []),
        ("قتل طفل أمس بانفجار لغم من مخلفات تنظيم داعش في قرية السوسة.", "ASSAULT", ["تنظيم داعش"], ["طفل"]),
        ("أودى لغم زرعته مليشيا الحوثي أمس بحياة ثلاثة أطفال في عبس.", "ASSAULT", ["مليشيا الحوثي"], ["أطفال"]),
        ("استهدفت طائرات تركية أمس موقعين ورتلاً لوحدات حماية سنجار.", "ASSAULT", ["طائرات تركية"], ["وحدات حماية سنجار"]),
        # a country speaks; what is insisted on holds nobody who is addressed
        ("وتطالب سوريا بخروج القوات الإسرائيلية من أراضيها.", "REQUEST", ["سوريا"], []),
        ("وشارك المئات في محافظة السويداء جنوبي البلاد، أمس، في إضراب عام.", "PROTEST", ["المئات"], []),
        ("سقط قتلى أمس بصفوف الجيش في هجوم شنه تنظيم داعش على حاجز في السخنة.", "ASSAULT", ["تنظيم داعش"], ["الجيش"]),
    ],
)
def test_sides(text: str, event_type: str, source: list[str], target: list[str]) -> None:
    events = of_type(text, event_type)
    for role, wanted in (("source", source), ("target", target)):
        found = [" | ".join(sides(e, role)) for e in events]
        assert any(all(words in one for words in wanted) for one in found), (role, found)


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        # both sides, told before
        (
            "اندلعت اشتباكات بين قوات النظام وفيلق الشام قرب سراقب. واتفق الطرفان أمس على هدنة في المنطقة.",
            "AGREE",
            ["قوات النظام", "فيلق الشام"],
        ),
        # what the speaker demands, and shells told beside others
        ("قالت قيادة شرطة البصرة إن التحقيق مستمر، داعية وسائل الإعلام إلى توخي الدقة.", "REQUEST", ["قيادة شرطة البصرة"]),
        ("وهدمت قوات الاحتلال مسكناً في العوجا أمس. وصادرت أيضاً خياماً في فصايل.", "COERCE", ["قوات الاحتلال"]),
    ],
)
def test_sides_that_others_lend(text: str, event_type: str, source: list[str]) -> None:
    event = of_type(text, event_type)[-1]
    assert all(any(words in one for one in sides(event, "source")) for words in source), sides(event, "source")


def test_shells_told_beside_others_are_of_their_side() -> None:
    text = "شن الطيران الإسرائيلي غارة على بلدة كفركلا أمس. واستهدفت غارة أخرى منزلاً في بلدة طيرحرفا."
    assert [any("الإسرائيلي" in one for one in sides(e, "source")) for e in of_type(text, "ASSAULT")] == [True, True]


@pytest.mark.parametrize(
    ("text", "event_type", "role", "nobody"),
    [
        # their victims, a land named by a side, a name, an adjective
        ("ارتكب الطيران مجزرة في كفرنبل أمس راح ضحيتها تسعة مدنيين.", "ASSAULT", "target", "ضحيتها"),
        ("أطلق مسلحون صواريخ على المستوطنات الإسرائيلية أمس.", "ASSAULT", "target", "الإسرائيلية"),
        ("استهدفت غارة مرقد السيد علاء الدين الحوثي في مران أمس.", "ASSAULT", "source", "الحوثي"),
        ("شنت هيئة تحرير الشام هجوماً خاطفاً على مواقع قوات النظام أمس.", "ASSAULT", "source", "خاطفاً"),
        ("قصفت قوات النظام أمس بلدة بيت جن ومزارعها.", "ASSAULT", "target", "مزارع"),
        ("قصفت قوات النظام أمس بلدة سرمين بعد هدنة آمنة.", "ASSAULT", "target", "آمنة"),
        # who stands in what is demanded, refused or in the name of a camp
        ("وأصدرت عشائر نوى بياناً أمس طالبت فيه بترحيل أهالي المنطقة إلى مكان آمن.", "REQUEST", "target", "أهالي"),
        ("رفض مجلس قبلي يقوده شيخ قبائل البجا أمس القرار.", "REJECT", "target", "شيخ"),
        ("قصفت قوات الدعم السريع أمس مخيم زمزم للنازحين ومحيط المستشفى في الفاشر.", "ASSAULT", "target", "للنازحين"),
        ("واتهم التنظيم السكان بالتعاون مع الجيش أمس.", "ACCUSE", "source", "السكان"),
        ("تصدى الثوار أمس لمحاولة قوات النظام اقتحام بلدة زملكا.", "ASSAULT", "target", "قوات النظام"),
        ("أعلنت قيادة الشرطة أن قوات البيشمركة سيطرت على بلدة مخمور أمس.", "ASSAULT", "source", "قيادة الشرطة"),
        # not two sides, not those beside them
        ("وقعت اشتباكات أمس في الهول بين القبيلتين وغابت الحلول.", "ASSAULT", "source", "غابت"),
        ("وقع اقتتال أمس بين فصيلين في رأس العين أوقع جرحى بينهم طفلة.", "ASSAULT", "source", "طفلة"),
        ("أتلف مستوطنون بحماية قوات الاحتلال أشجار زيتون في يطا أمس.", "COERCE", "target", "قوات الاحتلال"),
        # who is protested for, what belongs to a place
        ("خرج أهالي ريمة في تظاهرة أمس للتنديد باختطاف العميد صالح قاسم.", "PROTEST", "target", "العميد"),
        ("تظاهرت مجموعات قبلية قرب أمانة الحكومة في الدمازين أمس.", "PROTEST", "source", "الحكومة"),
        ("أعلنت لجان المقاومة الدخول في عصيان مدني أمس.", "PROTEST", "source", "مدني"),
        ("وحملت وزارة الخارجية قوات الاحتلال المسؤولية عن الهجوم.", "ACCUSE", "source", "قوات الاحتلال"),
        ("بحث المحافظ أمس مع الوفد الأممي ملف المعتقلين في الحسكة.", "CONSULT", "source", "المعتقلين"),
        ("فرضت قسد حظر تجول في الطبقة أمس عقب مقتل عنصرين من الأسايش.", "ASSAULT", "source", "قسد"),
        ("أسقطت قوات الدعم السريع طائرة حربية في بارا أمس.", "ASSAULT", "source", "طائرة"),
        ("توعد رئيس المجلس، القائد العام للجيش السوداني، قوات الدعم السريع بالرد.", "THREATEN", "target", "القائد العام"),
        ("ودعا الوسطاء الإقليميين إلى التدخل العاجل.", "REQUEST", "source", "الوسطاء"),
        ("أصيب عنصران في اشتباكات بين مسلحين محليين وجماعات موالية للنظام أمس.", "ASSAULT", "target", "جماعات"),
    ],
)
def test_who_has_no_part(text: str, event_type: str, role: str, nobody: str) -> None:
    assert not any(nobody in words for event in of_type(text, event_type) for words in sides(event, role))


@pytest.mark.parametrize(
    ("text", "event_type", "actor_class"),
    [
        ("أطلق أشخاص مجهولون النار على سيارة في نوى أمس.", "ASSAULT", "unknown"),
        ("هاجم مسلحون من عشائر البدو بلدة المزرعة في ريف السويداء أمس.", "ASSAULT", "identity_militia"),
        ("هاجمت عشائر البدو بلدة المزرعة في ريف السويداء أمس.", "ASSAULT", "identity_militia"),
        ("طالبت عشائر البدو أمس بفتح الطريق إلى بلدة المزرعة.", "REQUEST", "political"),
        ("اغتال مسلحون أمس عضو مجلس محافظة ديالى.", "ASSAULT", "political"),
        ("نظمت نقابة المعلمين وقفة احتجاجية في الكوت أمس.", "PROTEST", "protesters"),
        ("طالب ناشطون أمس السلطات بوقف الاعتقالات.", "REQUEST", "political"),
        ("خطفت فصائل محلية في شهبا ضابطين أمس.", "ASSAULT", "identity_militia"),
        ("هاجمت مجموعات إرهابية نقطة للجيش في السخنة أمس.", "ASSAULT", "rebel"),
        ("قتل مدير أمن المديرية بانفجار عبوة في المعلا أمس.", "ASSAULT", "state_forces"),
        ("هاجم مسلحون من آل جابر حاجزاً في شبوة أمس.", "ASSAULT", "identity_militia"),
        ("بدأ حراس أمن احتجاجاً في ميناء الحريقة أمس.", "PROTEST", "protesters"),
    ],
)
def test_class_of_a_side(text: str, event_type: str, actor_class: str) -> None:
    assert actor_class in {a.actor_class for event in of_type(text, event_type) for a in event.actors}


def test_who_stands_in_the_clause_before_that_does_no_act_of_the_next() -> None:
    text = (
        "وبحسب المنسق، أمس، وقع الحادث عندما ذهبت مجموعة من نازحي معسكر كلمة للحصاد، "
        "وأن الهجوم أدى لمقتل أربعة أشخاص وإصابة آخرين."
    )
    (act,) = [e for e in rasad.code(text, published="2022-06-13") if e.event_type == "ASSAULT"]
    assert [a.text for a in act.actors if a.role == "source"] == []


def test_both_sides_of_a_fight_told_again_are_those_told_before() -> None:
    first = "اندلعت اشتباكات أمس بين قبيلة آل جابر وقبيلة آل سالم في شبوة."
    for again in (" وقتل رجل في اشتباكات مماثلة بين القبيلتين في عتق.", " وتجددت المواجهات المسلحة في عتق صباح اليوم."):
        fights = of_type(first + again, "ASSAULT")
        assert len(sides(fights[-1], "source")) == 2, again


@pytest.mark.parametrize(
    ("text", "event_type", "nobody"),
    [
        # a verb behind its subject agrees with it
        ("هاجم مسلحون أمس مكتباً في بغداد، فيما فتحت تحقيقاً لمعرفة الجهة.", "ACCUSE", "مسلحون"),
        ("شدد محافظ السويداء أمس على ضرورة إطلاق سراح المخطوفين.", "REQUEST", "المخطوفين"),
        ("دارت معارك أمس ما بين الثاني عشر والخامس عشر من مايو الجاري بين قوات النظام وداعش.", "ASSAULT", "عشر"),
        ("قتل ثلاثة بغارة لطائرة أمريكية بلا طيار أمس في مأرب.", "ASSAULT", "طيار"),
        ("أغلق شبان أمس عدداً من الطرق الرئيسة المؤدية إلى رام الله بالحجارة.", "PROTEST", "الرئيسة"),
        ("هاجم مسلحون أمس قرية ود السيد، وصاحب الهجوم نهب متاجر المواطنين.", "COERCE", "وصاحب"),
    ],
)
def test_who_takes_no_part(text: str, event_type: str, nobody: str) -> None:
    assert not any(nobody in a.text.split() or a.text.startswith(nobody) for e in of_type(text, event_type) for a in e.actors)


def test_what_came_before_is_not_done_by_the_same_fire() -> None:
    text = "أطلقت كتائب القسام صواريخ على عسقلان أمس، بعد يوم من مقتل ستة فلسطينيين برصاص جيش الاحتلال في جنين."
    fired = next(e for e in of_type(text, "ASSAULT") if "القسام" in " ".join(sides(e, "source")))
    assert not any("الاحتلال" in s for s in sides(fired, "source"))


def test_a_speaker_who_warns_is_not_whom_he_tells_of() -> None:
    text = "وتقول لجان المقاومة إن قوات الدعم السريع تنهب قرى الولاية منذ أسبوعين، محذرة من أن القرى تعيش تحت الحصار."
    made = rasad.code(f"{text} وهاجمت القوات أمس قرية ود السيد.", published="2024-06-15")
    assert "COERCE" in {e.event_type for e in made}
    assert not [e for e in made if e.event_type == "THREATEN"]


def test_a_word_of_a_name_is_no_support() -> None:
    text = "أعلنت لجان المقاومة أمس عن شن ميليشيا الدعم السريع هجوماً على قرية ود السيد."
    made = {e.event_type for e in rasad.code(f"{text} ونزحت عشرات العائلات نحو المناقل.", published="2024-06-15")}
    assert "ASSAULT" in made
    assert "SUPPORT" not in made
