"""A verb with a subject of its own, or words to somebody else, tell another act; Arabic leaves out whoever goes on."""

import pytest

from rasad import pipeline
from rasad.model.document import Document
from tests.support import events_of, of_role

DAY = "2025-03-05"
#: (text, the type that it tells of twice)
TWO = [
    ("هدد المتحدث باسم الحكومة بقطع العلاقات مع باريس، وهدد قائد الأركان بقصف مواقع المتمردين.", "THREATEN"),
    ("سلمت المنظمة الدولية 300 سلة غذائية لنازحي المخيم، ووزعت جمعية محلية وقوداً على الأهالي.", "AID"),
    ("زار وزير الدفاع التركي أنقرة أمس، وزار رئيس الأركان طرابلس.", "CONSULT"),
    ("أفرجت قوات الأمن عن 12 موقوفاً من السويداء. وأفرجت فصائل محلية عن جنديين كانت تحتجزهما.", "RETREAT"),
    ("طالبت نقابة المعلمين الوزارة بصرف الرواتب. وطالبت رابطة الأهالي الشرطة بحماية المدارس.", "REQUEST"),
    (
        "طالب محافظ شبوة عناصر اللواء الثالث بمغادرة عتق على الفور. ودعا المحافظ المواطنين، في نداء عاجل، إلى البقاء في بيوتهم.",
        "REQUEST",
    ),
]
#: (text, the type that it tells of once)
ONE = [
    ("أفرجت قوات الأمن عن 12 موقوفاً من السويداء. وأفرجت القوات عنهم بعد وساطة محلية.", "RETREAT"),
    ("زار رئيس الحكومة مقر القوات الدولية في الناقورة والتقى قائدها العام.", "CONSULT"),
    ("طالب الأهالي الحكومة بإعادة الكهرباء. وطالبوا الحكومة بفتح المدارس.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), TWO)
def test_another_subject_or_addressee_is_another_act(text: str, kind: str) -> None:
    assert [e.event_type for e in events_of(text, DAY)].count(kind) == 2


@pytest.mark.parametrize(("text", "kind"), ONE)
def test_whoever_goes_on_does_it_once(text: str, kind: str) -> None:
    assert [e.event_type for e in events_of(text, DAY)].count(kind) == 1


def test_a_camp_and_a_town_near_it_are_two_places() -> None:
    text = "اعتقلت قوات الاحتلال ثلاثة شبان من مخيم الدهيشة، وداهمت منازل في بلدة تقوع وعبثت بمحتوياتها."
    assert [e.places[0].text for e in events_of(text, DAY)] == ["مخيم الدهيشة", "بلدة تقوع"]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("واتهم المتمردون الحكومة بعرقلة الحوار.", "المتمردون", "الحكومة"),
        ("أسر المقاتلون الجنود في تلة الراقم.", "المقاتلون", "الجنود"),
        ("واتهم المتمردون الحوثيون الحكومة بعرقلة الحوار.", "المتمردون الحوثيون", "الحكومة"),
    ],
)
def test_a_plural_in_the_nominative_has_no_body_behind_it(text: str, source: str, target: str) -> None:
    (event, *_) = events_of(text, DAY)
    assert (of_role(event, "source"), of_role(event, "target")) == ([source], [target])


def test_in_behind_who_speaks_is_no_condition() -> None:
    text = "تبادلت لجنة التهدئة جثامين قتلى القوتين، وقالت مصادر إن تبادل الأسرى سيجري خلال الساعات المقبلة."
    found = pipeline.explain(Document(id="0" * 64, text=text, language="ar"))  # type: ignore[call-arg]
    assert not any("a condition" in d.why for d in found.dropped)
