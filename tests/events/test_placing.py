"""Where acts happened: what heads the clause, what the words point back to, where people are at home, and nameless sites."""

from typing import Any

import pytest

import rasad
from tests import support


@pytest.mark.parametrize("row", support.cases("act_places.tsv"))
def test_places_of_an_act(row: dict[str, str]) -> None:
    events = rasad.code(row["text"].replace("\\n", "\n"), published="2021-07-18")
    found = [e for e in events if e.event_type == row["type"]]
    assert found, [e.event_type for e in events]
    assert [p.text for p in found[0].places] == [name for name in row["places"].split("|") if name]


def place(text: str) -> Any:
    return rasad.code(text, published="2021-07-18")[0].places[0]


def test_a_nameless_site_takes_the_point_of_the_town_it_stands_in() -> None:
    site = place("خطف مجهولون طبيباً من عيادته في بلدة الدانا أمس.")
    assert (site.kind, site.latitude is not None, site.admin1) == ("site", True, "Idlib")
    assert site.precision_km >= 5


def test_a_nameless_site_stands_nowhere_when_the_act_is_told_of_towns_far_apart() -> None:
    site = place("قُتل أربعة مدنيين أمام المشفى بقصف على مدينة إدلب ومدينة درعا أمس.")
    assert (site.text, site.latitude) == ("المشفى", None)


def test_a_governorate_named_otherwise_stands_at_its_seat() -> None:
    found = place("قُتل جندي بهجوم مسلح في محافظة ديالى أمس.")
    near = found.kind, found.latitude, found.longitude
    assert near == ("governorate", pytest.approx(33.75, abs=0.05), pytest.approx(44.64, abs=0.05))


def test_where_people_fled_to_is_not_where_the_act_was() -> None:
    text = (
        "هاجم مسلحون قرية أم دقرسي شرق الحصاحيصا أمس وقتلوا ثلاثة مزارعين.\n\n"
        "وقال سكان إن المهاجمين نهبوا السوق، فيما فرّت مئات الأسر باتجاه المناقل."
    )
    looting = [e for e in rasad.code(text, published="2024-10-30") if e.event_type == "COERCE"]
    assert [e.sub_event_type for e in looting] == ["Looting/property destruction"]
    assert "المناقل" not in [p.text for p in looting[0].places]
