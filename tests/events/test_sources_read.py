"""Whose words an act is, and who is meant by a speaker that is named again."""

import pytest

import rasad
from rasad.events import linking

#: The weights of the roles, which the other tests go without.
_SETTLE = linking.settle


def told(text: str, trigger: str, outlet: str | None = None) -> dict[str, list[str]]:
    """The sources, by kind, and the doers of the act told by `trigger`."""
    event = next(e for e in rasad.code(text, published="2024-05-15", outlet=outlet) if trigger in e.trigger.text)
    return {
        "said": [s.kind for s in event.sources],
        "by": [s.text for s in event.sources],
        "source": [a.text for a in event.actors if a.role == "source"],
    }


_AMBUSH = "قتل ثلاثة جنود في هجوم للحوثيين على مواقع في جبهة الكسارة غربي مأرب، {} مصدر عسكري عن تدمير عربتين في الجبهة ذاتها."
_FEUD = "اندلعت اشتباكات بين عشيرتين في مدينة البصيرة، {} مصدر طبي إن ثلاثة جرحى وصلوا إلى مشفى الكسرة."
_BLAST = "قال مصدر في الشرطة إن عبوة ناسفة انفجرت في قضاء الطارمية، {}."


@pytest.mark.parametrize(
    ("text", "trigger", "kinds"),
    [
        (_AMBUSH.format("فيما تحدث"), "قتل", []),
        (_AMBUSH.format("في وقت تحدث فيه"), "قتل", []),
        (_FEUD.format("بينما قال"), "اشتباكات", []),
        (_FEUD.format("في حين قال"), "اشتباكات", []),
        (_FEUD.format("وقال"), "اشتباكات", ["medical"]),
    ],
)
def test_who_speaks_beside_tells_only_what_he_speaks_of(text: str, trigger: str, kinds: list[str]) -> None:
    assert told(text, trigger)["said"] == kinds


@pytest.mark.parametrize(
    ("beside", "trigger", "kinds"),
    [
        ("في وقت هددت فيه كتائب حزب الله باستهداف القواعد الأمريكية", "هددت", []),
        ("فيما كان قائممقام القضاء قد طالب الحكومة بالانسحاب", "طالب", []),
        ("ورفض أمس قائممقام القضاء دخول الحشد إلى المنطقة", "ورفض", []),
        ("ورفض قائممقام القضاء دخول الحشد إلى المنطقة", "ورفض", []),
        ("في وقت لاحق من مساء الأحد", "انفجرت", ["official"]),
    ],
)
def test_acts_in_words_of_another_beside_what_was_said(beside: str, trigger: str, kinds: list[str]) -> None:
    event = next(e for e in rasad.code(_BLAST.format(beside), published="2024-05-15") if trigger in e.trigger.text or kinds)
    assert [s.kind for s in event.sources] == kinds


def test_another_spokesman_is_not_the_one_before() -> None:
    text = (
        "قال المتحدث باسم الجيش الإسرائيلي إن قواته قتلت مسلحين في جباليا. "
        "وقال المتحدث باسم الدفاع المدني محمود بصل إن الطائرات قصفت منزلاً في النصيرات."
    )
    assert told(text, "قصفت")["said"] == ["rescue"]
    assert told(text.replace("الدفاع المدني محمود بصل", "الجيش"), "قصفت")["said"] == ["conflict_party"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("قال الناطق باسم القيادة العامة إن قواته سيطرت على معبر التوم.", "سيطرت", ["الناطق باسم القيادة العامة"]),
        ("واتهم الناطق الرسمي باسم المقاومة الوطنية الحوثيين بقصف المخا.", "واتهم", ["الناطق الرسمي باسم المقاومة الوطنية"]),
    ],
)
def test_a_spokesman_is_one_with_his_side(text: str, trigger: str, doers: list[str]) -> None:
    assert told(text, trigger)["source"] == doers


def test_who_tells_of_a_deed_of_another_has_not_done_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "settle", _SETTLE)
    text = "قُتل 12 مدنياً في قصف مدفعي على سوق في الفاشر بينما قالت قوات الدعم السريع إن الجيش قصف السوق بالطيران."
    events = rasad.code(text, published="2024-05-15")
    assert [[a.text for a in e.actors if a.role == "source"] for e in events] == [[], ["الجيش"]]


def test_that_and_a_name_that_looks_like_a_verb() -> None:
    text = "قال محافظ اللاذقية محمد عثمان إن الأمن العام اعتقل شخصين في جبلة."
    assert told(text, "اعتقل")["by"] == ["محافظ اللاذقية محمد عثمان"]
    text = "قال المتحدث العسكري باسم الحوثيين يحيى سريع إن قواتهم استهدفت سفينة في البحر الأحمر بطائرة مسيرة."
    assert told(text, "استهدفت")["said"] == ["conflict_party"]


def test_names_of_media_are_no_places() -> None:
    text = 'قالت مصادر محلية لـ"دارفور 24" إن قوات الدعم السريع اقتحمت قرية شرق نيالا واعتقلت عمدة القرية.'
    events = rasad.code(text, published="2024-05-15", outlet="دارفور 24")
    assert events and not [p for e in events for p in e.places if "دارفور" in p.text]


def test_doing_away_with_somebody_is_no_court() -> None:
    text = "وتوعد قائد الجيش السوداني عبد الفتاح البرهان بالقضاء على المتمردين."
    event = next(e for e in rasad.code(text, published="2024-05-15") if e.event_type == "THREATEN")
    assert not [a for a in event.actors if "القضاء" in a.text]


def test_a_source_is_quoted_without_what_he_asked_for() -> None:
    text = "نقلت وكالة فرانس برس عن مسؤول محلي طلب عدم كشف اسمه قوله إن مسلحين خطفوا مدير المستشفى في سبها."
    assert told(text, "خطفوا")["by"] == ["مسؤول محلي", "وكالة فرانس برس"]


def test_the_source_before_a_colon_is_the_one_before() -> None:
    text = "قال مصدر طبي إن قذيفة قتلت طفلاً في بلدة النيرب وأصابت والدته.\nالمصدر: مسلحون خطفوا ثلاثة مدنيين في بلدة سرمين."
    assert told(text, "خطفوا")["said"] == ["medical"]


@pytest.mark.parametrize(("closed", "kinds"), [('"', []), ("", ["medical"])])
def test_a_quoted_statement_ends_with_its_quotation(closed: str, kinds: list[str]) -> None:
    text = (
        f"وقالت شبكة أطباء السودان في بيان:\n{closed}إن قوات الدعم السريع قصفت مستشفى النو بأمدرمان وقتلت ثلاثة مرضى.\n"
        f"إن استهداف المستشفيات جريمة.{closed}\n\nواعتقلت الشرطة خمسة مهربين في مدينة بورتسودان."
    )
    first, second = rasad.code(text, published="2024-05-15")
    assert [s.kind for s in first.sources] == ["medical"]
    assert [s.kind for s in second.sources] == kinds


def test_to_whom_an_office_spoke_is_not_its_body() -> None:
    text = "أفادت شبكة درعا 24 باندلاع اشتباكات في الصنمين. وقال محافظ درعا للشبكة إن مسلحين خطفوا ثلاثة مدنيين في نوى."
    assert told(text, "خطفوا")["said"][:1] == ["official"]


def test_whose_army_media_of_a_state_at_war_quote() -> None:
    text = "أفادت وسائل إعلام إسرائيلية نقلاً عن الجيش أن طائرة مسيّرة قتلت جنديين في قاعدة شمالي حيفا."
    assert told(text, "مسيّرة", "النشرة")["said"] == ["conflict_party", "outlet"]


def test_a_spokesman_known_by_name() -> None:
    text = "أعلن المتحدث باسم القوات المسلحة العميد يحيى سريع تنفيذ عملية. وأوضح سريع أن العملية استهدفت مدمرة أمريكية بصواريخ."
    event = next(e for e in rasad.code(text, published="2024-05-15") if "استهدفت" in e.trigger.text)
    assert [(a.role, a.text) for a in event.actors if a.text == "مدمرة أمريكية"] == [("target", "مدمرة أمريكية")]
    assert [s.text for s in event.sources] in (["العميد يحيى سريع"], ["المتحدث باسم القوات المسلحة العميد يحيى سريع"])


def test_who_published_a_film_has_no_part_in_what_it_shows() -> None:
    text = "وأظهرت تسجيلات مصورة نشرها ناشطون دهس عربة مدرعة متظاهراً قرب جسر الشغور."
    event = next(e for e in rasad.code(text, published="2024-05-15") if "دهس" in e.trigger.text)
    assert "ناشطون" not in [a.text for a in event.actors]


def test_a_band_of_a_man_is_not_the_side_named_before() -> None:
    text = "هاجمت مجموعة سامر العلي حاجزاً لقوات النظام في بلدة طفس. وخطفت المجموعة ثلاثة مدنيين في بلدة المزيريب."
    assert told(text, "هاجمت")["source"] == ["مجموعة سامر العلي"]
    assert "قوات النظام" not in str(told(text, "وخطفت")["source"])


def test_the_men_of_a_doer_are_not_another_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "settle", _SETTLE)
    text = "قتل ثلاثة من داعش في كركوك. وأفادت قيادة البيشمركة بأن قواتها صدت هجوماً آخر في محور كرميان."
    assert told(text, "صدت")["source"] == ["قيادة البيشمركة"]


def test_the_spokesman_of_an_army_that_fights_at_home_speaks_for_a_side() -> None:
    text = (
        "اندلعت اشتباكات بين الجيش والدعم السريع في الخرطوم. "
        "وقال الناطق باسم الجيش نبيل عبد الله إن مسلحين خطفوا ثلاثة أطباء في أم درمان."
    )
    assert told(text, "خطفوا")["said"] == ["conflict_party"]


def test_sources_named_again_are_those_of_their_number() -> None:
    text = (
        "قالت مصادر محلية إن طائرة استهدفت شقة في المزة. ونقلت وكالة سانا عن مصدر عسكري أن الدفاعات أسقطت صواريخ. "
        "{} إن مسلحين خطفوا ثلاثة مدنيين في دمر."
    )
    assert told(text.format("وقالت المصادر"), "خطفوا")["said"] == ["anonymous"]
    assert told(text.format("وقال المصدر"), "خطفوا")["said"][:1] == ["official"]


def test_who_tells_of_what_goes_on_beside_is_taken_up_again() -> None:
    text = (
        "حذر رئيس المجلس الاجتماعي من عودة القتال، فيما هاجم مسلحون مقر الشرطة في بني وليد، وفق مصدر أمني. "
        "وأكد المصدر القبض على اثنين من المهاجمين."
    )
    assert told(text, "القبض")["by"] == ["مصدر أمني"]


def test_the_monitor_whose_report_it_is_has_no_part_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "settle", _SETTLE)
    text = "المرصد السوري لحقوق الإنسان: قُتل عنصر من ميليشيا الدفاع الوطني برصاص مجهولين في مدينة الميادين."
    event = rasad.code(text, published="2024-05-15", outlet="المرصد السوري")[0]
    assert not [a for a in event.actors if "المرصد" in a.text]


def test_what_one_party_says_does_not_make_it_the_source_of_anothers_act() -> None:
    text = "ورحّب قادة كتل سنية بإقرار القانون، فيما أعلنت كتلة الصادقون مقاطعتها الجلسة."
    assert told(text, "ورحّب")["said"] == []
    text = "ونددت الحكومة اليمنية بالهجوم على تعز، واعتبر وزير الإعلام معمر الإرياني أنه تصعيد خطير."
    assert told(text, "ونددت")["said"] == []


def test_a_sentence_that_tells_what_goes_on_beside_is_the_outlets_own() -> None:
    text = "قال وزير الإعلام إن مسلحين هاجموا حاجزاً للشرطة في تعز. {} خطف مجهولون ثلاثة مدنيين في مدينة المخا."
    assert told(text.format("فيما"), "خطف")["said"] == []
    assert told(text.format("كما"), "خطف")["said"] == ["official"]


def test_several_are_no_source_that_is_named_again() -> None:
    text = (
        "قال قيادي في الجيش الوطني السوري إن مسلحين هاجموا حاجزاً في مدينة الباب. وبحسب ناشطين، أصيب مدنيان برصاص طائش. "
        "وقال المصدر إن الشرطة العسكرية اعتقلت خمسة مسلحين."
    )
    assert told(text, "اعتقلت")["said"] == ["conflict_party"]


def test_a_side_that_does_not_want_to_be_named_is_protected() -> None:
    text = "قال قائد في الجيش الوطني السوري لموقع محلي، مفضلاً عدم الكشف عن اسمه، إن مسلحين خطفوا ثلاثة مدنيين في مدينة الباب."
    event = next(e for e in rasad.code(text, published="2024-05-15") if "خطفوا" in e.trigger.text)
    assert event.sources[0].protected


def test_kin_are_witnesses() -> None:
    text = "وأوضح شقيق القتيل أن مسلحين خطفوا ثلاثة مدنيين في مدينة الباب."
    assert told(text, "خطفوا")["said"] == ["witness"]


def test_the_last_name_of_a_person_is_no_state() -> None:
    text = "قُتل الشاب خالد المصري تحت التعذيب في سجن بالحسكة. وكان المصري قد اعتُقل قبل شهرين، وفق الشبكة السورية لحقوق الإنسان."
    event = next(e for e in rasad.code(text, published="2024-05-15") if "اعتُقل" in e.trigger.text)
    assert [(a.role, a.actor_class) for a in event.actors] == [("target", "civilians")]
