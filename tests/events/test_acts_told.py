"""Which act is told, and who does it: kin, rescues, falls of towns, drones, attempts, reopenings, mediation."""

from datetime import date

import pytest

import rasad
from rasad.model.record import EventRecord


def coded(text: str) -> list[EventRecord]:
    return rasad.code(text, published=date(2024, 5, 16))


def told(text: str) -> list[tuple[str, str | None]]:
    return [(event.event_type, event.sub_event_type) for event in coded(text)]


@pytest.mark.parametrize(
    ("text", "roles", "hurt"),
    [
        # Whoever stands between a verb and his own kin did it to them.
        ("قتل شاب صديقه في حي الوعر بحمص.", {("source", "شاب")}, ["صديقه"]),
        ("قتل رجل زوجته وابنته في مدينة إب.", {("source", "رجل"), ("target", "زوجته"), ("target", "ابنته")}, ["زوجته", "وابنته"]),
        ("قتل مسلح والده في مديرية السياني.", {("source", "مسلح"), ("target", "والده")}, ["والده"]),
        ("قتل الشاب صديقه في حي الوعر بحمص.", {("source", "الشاب")}, ["صديقه"]),
        # Who has people arrested, and who is arrested himself.
        ("أوقف النائب العام الليبي ضابطاً في طرابلس.", {("source", "النائب العام الليبي"), ("target", "ضابطاً")}, ["ضابطاً"]),
        ("اعتقلت الشرطة النائب العام في طرابلس.", {("source", "الشرطة"), ("target", "النائب العام")}, ["النائب"]),
        # Joined with و the kin share his lot.
        (
            "قُتل شاب وزوجته برصاص مسلحين في درعا.",
            {("source", "مسلحين"), ("target", "شاب"), ("target", "زوجته")},
            ["شاب", "وزوجته"],
        ),
    ],
)
def test_whoever_stands_between_a_verb_and_his_own_kin(text: str, roles: set[tuple[str, str]], hurt: list[str]) -> None:
    (event,) = coded(text)
    assert {(actor.role, actor.text) for actor in event.actors} == roles
    assert [claim.text for claim in event.casualties] == hurt


def test_a_plural_in_the_objects_case_does_nothing() -> None:
    (event,) = coded("حضرت فرق الإنقاذ وأجلت المدنيين من بلدة الدير.")
    assert ("target", "المدنيين") in {(actor.role, actor.text) for actor in event.actors}
    assert all(actor.role != "source" or actor.text != "المدنيين" for actor in event.actors)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # A man is rescued, a town is taken.
        ("تمكنت قوة أمنية من تحرير شاب في حي القادسية وسط كركوك.", [("AID", None)]),
        ("تحرير قرية الحميدية بعد نزوح المدنيين.", [("ASSAULT", "Armed clash")]),
        ("حررت القوات العراقية قرية الحميدية.", [("ASSAULT", "Government regains territory")]),
        # A town that falls into hands is taken by them; a man who falls into them is arrested.
        (
            "سقطت مدينة بابنوسة بيد قوات الدعم السريع أمس.",
            [("ASSAULT", "Non-state actor overtakes territory")],
        ),
        ("سقطت بلدة الهول في قبضة تنظيم داعش فجر اليوم.", [("ASSAULT", "Non-state actor overtakes territory")]),
        ("سقط حي المطار بيد الجيش السوداني بعد معارك.", [("ASSAULT", "Government regains territory")]),
        ("سقط مهرب مخدرات في قبضة الجمارك بمعبر نصيب.", [("COERCE", "Arrests")]),
        # A drone is no aircraft with men in it.
        ("إسقاط طائرتين مسيرتين فوق مدينة مروي فجر اليوم.", [("ASSAULT", "Disrupted weapons use")]),
        ("إسقاط مروحية فوق مدينة مروي فجر اليوم.", [("ASSAULT", "Armed clash")]),
        # One man was meant, or a post.
        ("نجا قائد شرطة محافظة شبوة من محاولة اغتيال في عتق.", [("ASSAULT", "Attack")]),
        ("هاجم مسلحون مجهولون حاجزاً للشرطة في عتق.", [("ASSAULT", "Armed clash")]),
        # Nobody reopens it, but it is what is told.
        ("أُعيد فتح الطريق الرابط بين تعز والحوبان أمام حركة المسافرين.", [("RETREAT", None)]),
        ("رفع مسلحون قبليون القطاعات المستحدثة على طريق مأرب.", [("RETREAT", None)]),
        ("رفع الفريق نقاطه إلى عشرين في ترتيب الدوري.", []),
        ("استأنف حقل الشرارة الإنتاج بعد أن أنهى المحتجون إغلاقه.", [("RETREAT", None)]),
        # A mediation that is told, and one by which a deal was made.
        ("وساطة قبلية تنجح في احتواء التوتر بين آل سالم وآل حيدر في الجوف.", [("CONSULT", None)]),
        ("تبادل الطرفان خمسة أسرى في الضالع بعد وساطة قبلية.", [("COOPERATE", None)]),
        # Charge and sentence are one verdict, the surer word of which tells it.
        ("أدانت المحكمة العسكرية في بيروت أربعة متهمين بالإرهاب وحكمت عليهم بالسجن.", [("SANCTION", None)]),
        # A house blown up, and armed men in one.
        ("فجّر الحوثيون منزل قائد في المقاومة بقرية الزوب.", [("COERCE", "Looting/property destruction")]),
        ("فجّر مسلحون منزلاً تتحصن فيه قوة من الجيش في قرية الزوب.", [("ASSAULT", "Remote explosive/landmine/IED")]),
        # Suspects are arrested, goods seized.
        ("ضبطت الشرطة متهمين بالسرقة في مدينة تعز.", [("COERCE", "Arrests")]),
        ("ضبطت الشرطة شحنة أسلحة في مدينة تعز.", [("COERCE", None)]),
        # Vehicles are who makes a move, where they stand beside its verb.
        ("مدرعات وآليات إضافية تصل إلى قاعدة الوطية غربي ليبيا.", [("MOBILIZE", "Other")]),
        ("تصل إلى قاعدة الوطية غربي ليبيا رحلات يومية.", []),
        # What is counted in a row was told before; another is told anew.
        (
            "سقط صاروخ باليستي على حي الروضة شمالي مدينة مأرب، مساء السبت.\nوهذا ثاني قصف يستهدف الحي خلال أسبوع.",
            [("ASSAULT", "Shelling/artillery/missile attack")],
        ),
        ("شهدت مدينة مأرب مساء السبت ثاني قصف صاروخي للحوثيين.", [("ASSAULT", "Shelling/artillery/missile attack")]),
        # Students who are counted demand nothing.
        ("أوضحت الوكالة أن خمسين ألف طالب يتلقون دروساً عن بعد في غزة.", []),
        ("في عام 2014 طالب الأهالي بإخلاء المقر في مدينة إدلب.", [("REQUEST", None)]),
        ("عبر رتل للتحالف الدولي معبر الوليد باتجاه قواعده في الحسكة.", [("MOBILIZE", "Other")]),
    ],
)
def test_which_act_is_told(text: str, kinds: list[tuple[str, str | None]]) -> None:
    assert told(text) == kinds


def test_who_is_expelled_expels_nobody() -> None:
    (event,) = coded("أعلنت الحكومة العراقية طرد السفيرة السويدية من بغداد.")
    assert {(a.role, a.text) for a in event.actors} >= {("source", "الحكومة العراقية")}
    assert all(a.role != "source" or a.text == "الحكومة العراقية" for a in event.actors)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("حظرت بلدية طرابلس دخول الدراجات النارية.", "source"),
        ("منعت البلدية مرور الشاحنات في مدينة سبها.", "source"),
        ("منعت المنظمة من دخول مخيم الهول.", "target"),
    ],
)
def test_a_body_forbids_or_is_kept_from(text: str, role: str) -> None:
    (event,) = coded(text)
    assert [actor.role for actor in event.actors] == [role]


@pytest.mark.parametrize("text", ["انفجرت العبوة فقتلت زوجة شقيقه وطفلان.", "قُتلت زوجة شقيقه بقصف على بلدة سلقين."])
def test_kin_of_kin_are_one_who_was_killed(text: str) -> None:
    (event,) = coded(text)
    assert [a.text for a in event.actors if a.role == "source"] == []
    assert next(a.text for a in event.actors if a.role == "target") == "زوجة شقيقه"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("احتجز أبناء قبيلة أخرى عشرات القاطرات في مديرية نهم.", "أبناء قبيلة"),
        ("احتجز المسلحون 60 صهريجاً في مديرية نهم.", "المسلحون"),
        ("واحتجز المسلحون أكثر من 120 ناقلة نفط في مديرية نهم.", "المسلحون"),
    ],
)
def test_whoever_seizes_vehicles_is_not_seized_and_they_are_no_people(text: str, who: str) -> None:
    (event,) = coded(text)
    assert [(a.role, a.text) for a in event.actors] == [("source", who)] and event.casualties == ()


def test_people_seized_are_counted() -> None:
    (event,) = coded("احتجز المسلحون 60 عاملاً في مديرية نهم.")
    assert [c.low for c in event.casualties] == [60] and [a.text for a in event.actors if a.role == "source"] == ["المسلحون"]


def test_nobody_was_hurt_pours_no_fire() -> None:
    text = "فجر مسلحون أنبوب النفط في وادي عبيدة، ما أدى إلى اشتعال النيران، ولم يصب أحد بأذى."
    assert [(e.status, e.sub_event_type) for e in coded(text)] == [("occurred", "Attack")]
