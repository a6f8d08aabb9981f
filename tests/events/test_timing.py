"""When an act happened: the time that is told of it, not the next best one of its sentence."""

import rasad


def dates(text: str) -> list[tuple[str, str, str]]:
    events = rasad.code(text, published="2022-10-29")
    return [(e.event_type, str(e.date.start), str(e.date.end)) for e in events]


def test_so_long_after_dates_the_act_behind_it_alone() -> None:
    found = dates("اعتقلت الشرطة شاباً في مدينة درعا اليوم السبت، بعد يومين من مقتل شرطي في بلدة طفس.")
    assert found == [("COERCE", "2022-10-29", "2022-10-29"), ("ASSAULT", "2022-10-27", "2022-10-27")]


def test_a_time_that_tells_no_day_is_no_day_of_the_story() -> None:
    lead = "اعتقلت الشرطة شاباً في مدينة درعا أمس الجمعة.\n\n"
    assert dates(lead + "وكانت مجموعة مسلحة قد قتلت شرطياً في بلدة طفس مؤخراً.")[1] == ("ASSAULT", "None", "None")


def test_a_year_that_is_not_over_ends_at_publication() -> None:
    [found] = dates("خرجت مظاهرة في مدينة درعا هذا العام.")
    assert found == ("PROTEST", "2022-01-01", "2022-10-29")


def test_an_act_that_is_done_has_no_day_to_come() -> None:
    text = "أعلنت اللجنة إضراباً غداً الأحد.\n\nواعتقلت الشرطة شاباً في مدينة درعا."
    assert all(start <= "2022-10-29" for kind, start, _ in dates(text) if kind == "COERCE")


def test_words_without_a_day_are_of_the_day_of_publication() -> None:
    text = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة.\n\nودعا المجلس المحلي السكان إلى البقاء في منازلهم."
    assert dates(text)[-1] == ("REQUEST", "2022-10-29", "2022-10-29")
