"""Which mentions tell of one act."""

import pytest

import rasad


def types(text: str) -> list[str]:
    return [event.event_type for event in rasad.code(text, published="2019-05-01")]


@pytest.mark.parametrize(
    "text",
    [
        "مقتل ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة إحسم.",
        "قصفت قوات النظام بلدة إحسم أمس. وأدى القصف إلى مقتل مدنيين.",
        "قتل مدني بقصف على إحسم\n\nقصفت قوات النظام صباح اليوم بلدة إحسم بالمدفعية الثقيلة، ما أدى إلى مقتل مدني وإصابة آخر.",
        "قصفت قوات النظام إحسم أمس، ما أسفر عن مقتل امرأة وإصابة طفليها.",
    ],
)
def test_one_act_is_one_record(text: str) -> None:
    assert types(text) == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قصفت قوات النظام بلدة إحسم أمس. وانفجرت عبوة ناسفة في مدينة الباب اليوم.", ["ASSAULT", "ASSAULT"]),
        ("خرجت مظاهرة في مدينة إدلب، واعتقلت هيئة تحرير الشام شابين.", ["PROTEST", "COERCE"]),
        ("انفجرت عبوة ناسفة بسيارة في مدينة جاسم. وقتل شاب بالرصاص في مدينة جاسم.", ["ASSAULT", "ASSAULT"]),
        ("خطف مسلحون شاباً من مدينة درعا. واقتادوه إلى جهة مجهولة.", ["ASSAULT"]),
        ("قصفت قوات النظام بلدة إحسم أمس. ولم تقصف الطائرات مدينة إدلب.", ["ASSAULT", "ASSAULT"]),
    ],
)
def test_different_acts_stay_apart(text: str, kinds: list[str]) -> None:
    assert types(text) == kinds


def test_a_later_toll_joins_the_record() -> None:
    text = "قصفت قوات النظام بلدة إحسم أمس. وأدى القصف إلى مقتل ثلاثة مدنيين."
    [event] = rasad.code(text, published="2019-05-01")
    assert [(c.kind, c.best) for c in event.casualties] == [("killed", 3)]


def test_several_places_of_one_shelling_are_one_record() -> None:
    [event] = rasad.code("قصفت قوات النظام بلدتي إحسم والبارة في ريف إدلب أمس.", published="2019-05-01")
    assert {"Idlib"} == {place.admin1 for place in event.places}
    assert len(event.places) >= 2


def test_evidence_comes_from_the_body() -> None:
    text = "قصف على إحسم\n\nقصفت قوات النظام صباح اليوم بلدة إحسم بالمدفعية الثقيلة، ما أدى إلى مقتل مدني."
    [event] = rasad.code(text, published="2019-05-01")
    assert event.evidence.start > text.index("\n")
