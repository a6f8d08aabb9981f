"""Who accuses whom, whose body it is, who speaks for a country, whom a toll told later counts, and what they are then."""

import pytest

import rasad
from rasad.model.record import EventRecord


def made(text: str, event_type: str) -> EventRecord:
    found = [e for e in rasad.code(text, published="2024-05-05") if e.event_type == event_type]
    assert found, text
    return found[0]


def roles(event: EventRecord, role: str) -> list[str]:
    return [a.text for a in event.actors if a.role == role]


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        # the هم of يتهم is no pronoun
        ("منظمة العفو الدولية تتهم فصائل موالية لتركيا بنهب المنازل.", "ACCUSE", "منظمة العفو الدولية", "فصائل موالية لتركيا"),
        # who opens a headline, of no list
        ("بكركي تؤيد قرار الحكومة حصر السلاح.", "SUPPORT", "بكركي", "الحكومة"),
        ("العراق يطرد السفيرة السويدية من بغداد.", "SANCTION", "العراق", "السفيرة"),
        # a capital that stands for its government
        ("رفضت دمشق استقبال المبعوث الأممي.", "REJECT", "دمشق", None),
        ("وطالبت الخرطوم مجلس الأمن بإدانة الهجوم.", "REQUEST", "الخرطوم", "مجلس الأمن"),
        ("قُتل مدنيان في كركوك بالعراق أمس. واتهمت بغداد القوات التركية بقصف القرية.", "ACCUSE", "بغداد", "القوات التركية"),
        # what stands behind إلى is no subject
        ("دان الاتحاد الأوروبي مقتل الشاب في نابلس ودعا إلى محاسبة القتلة.", "REQUEST", "الاتحاد الأوروبي", None),
        # whose the body is, and a day between it and its verb
        (
            "وكانت الشرطة العسكرية التابعة للإدارة الذاتية، يوم 29 كانون الثاني، شنت حملة اعتقالات في مدينة القامشلي.",
            "COERCE",
            "الشرطة العسكرية التابعة للإدارة الذاتية",
            None,
        ),
        # an air force of no known side
        ("قُتل شخصان جراء غارات للطيران الحربي على بلدة كفرنبل.", "ASSAULT", "للطيران الحربي", "شخصان"),
        # a quantity before what is burnt
        ("أقدم مسلحون على إحراق عدد من منازل المدنيين في بلدة نوى.", "COERCE", "مسلحون", "المدنيين"),
    ],
)
def test_who_and_whom(text: str, event_type: str, source: str, target: str | None) -> None:
    event = made(text, event_type)
    assert roles(event, "source") == [source]
    assert roles(event, "target") == ([target] if target else [])


def test_adjectives_of_two_sides() -> None:
    assert roles(made("غارات أمريكية بريطانية على مواقع في صنعاء.", "ASSAULT"), "source") == ["أمريكية", "بريطانية"]


def test_mediators_behind_a_preposition() -> None:
    text = "أفرجت قسد أمس عن عشرين معتقلاً من أبناء البصيرة بوساطة من شيوخ العشائر."
    assert roles(made(text, "RETREAT"), "third") == ["شيوخ العشائر"]


def test_whom_a_later_sentence_counts() -> None:
    text = "استهدفت قوات النظام أمس بالصواريخ محيط مشفى في مدينة الأتارب. وتسبب القصف بمقتل سبعة مدنيين، بينهم طفل."
    assert roles(made(text, "ASSAULT"), "target") == ["مدنيين"]
    how_many = "استهدفت قوات النظام أمس بالصواريخ محيط مشفى في مدينة الأتارب. وتسبب القصف بسقوط سبعة قتلى."
    assert roles(made(how_many, "ASSAULT"), "target") == []


@pytest.mark.parametrize(
    ("text", "event_type", "said", "actor_class"),
    [
        ("هاجمت حركة فتح، أمس، مقراً لحركة حماس في مدينة غزة.", "ASSAULT", "فتح", "political_militia"),
        ("عقد وفد حركة فتح اجتماعاً مع الوسطاء في القاهرة أمس.", "CONSULT", "فتح", "political"),
        ("دارت اشتباكات أمس بين الهوسا والبرتا في مدينة الروصيرص بالسودان.", "ASSAULT", "الهوسا", "identity_militia"),
        ("أدانت وزارة الخارجية السورية الغارات الإسرائيلية على دمشق.", "ACCUSE", "الإسرائيلية", "external_forces"),
        ("هدد رئيس المجلس بالرد على الاحتلال في نابلس.", "THREATEN", "الاحتلال", "external_forces"),
        ("عقد اجتماع روسي تركي إيراني في موسكو أمس.", "CONSULT", "روسي", "political"),
    ],
)
def test_what_a_participant_is_in_an_act(text: str, event_type: str, said: str, actor_class: str) -> None:
    assert {a.actor_class for a in made(text, event_type).actors if said in a.text} == {actor_class}
