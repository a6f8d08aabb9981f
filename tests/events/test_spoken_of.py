"""Days of what is only spoken of, and places of datelines and nameless sites."""

import pytest

import rasad
from rasad.model.record import EventRecord


def event(text: str, event_type: str, published: str = "2021-06-09") -> EventRecord:
    return next(e for e in rasad.code(text, published=published) if e.event_type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "start", "end"),
    [
        # since when a deal is in force it was made
        ("ويسري منذ 23 تشرين الأول 2020 اتفاق لوقف إطلاق النار بين الحكومة وقوات حفتر.", "AGREE", "2020-10-23", "2020-10-23"),
        # what was called for is named before the call
        ("خرج المحامون أمس في وقفة في الخرطوم. والوقفة دعت إليها هيئة محامي الطوارئ.", "REQUEST", None, None),
        # a comma parts since when it lasts from the verb
        ("منذ أيار 2020، تحاصر قوات الدعم السريع مدينة الفاشر.", "COERCE", "2020-05-01", "2021-06-09"),
    ],
)
def test_days(text: str, event_type: str, start: str | None, end: str | None) -> None:
    when = event(text, event_type).date
    assert [str(day) if day else None for day in (when.start, when.end)] == [start, end]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # where it was written is not where it happened
        ("بيروت - أوقف شبان من عيتيت في جنوب لبنان، الخميس، دورية لليونيفيل.", "PROTEST", ["عيتيت", "جنوب لبنان"]),
        # two seats in one word, the object within the words of the act, a medium
        ("نفذت مقاتلات التحالف غارات على معسكري السواد في صنعاء.", "ASSAULT", ["معسكري السواد", "صنعاء"]),
        ("إن محتجين أحرقوا مكتب الحزب في بلدة كلار أمس.", "PROTEST", ["مكتب الحزب", "بلدة كلار"]),
        ('كتب المتحدث على منصة "إكس" أن قوات النظام قصفت بلدة إحسم أمس.', "ASSAULT", ["بلدة إحسم"]),
    ],
)
def test_places(text: str, event_type: str, expected: list[str]) -> None:
    assert [place.text for place in event(text, event_type).places] == expected
