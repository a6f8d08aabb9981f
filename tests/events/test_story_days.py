"""Which day of the report is an act's: not that of the page, of a statement, of another act."""

from datetime import date

import pytest

import rasad

LEAD = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة.\n\n"


def days(text: str) -> list[tuple[str, str]]:
    """Type and first day of each act; the report is of Saturday, 29 October 2022."""
    return [(e.event_type, str(e.date.start)) for e in rasad.code(text, published="2022-10-29")]


def span(text: str) -> tuple[date | None, date | None]:
    event = rasad.code(text, published="2022-10-29")[0]
    return event.date.start, event.date.end


@pytest.mark.parametrize("head", ["السبت 29 تشرين الأول 2022\n", "درعا 29 تشرين الأول 2022 - ", "درعا (29-10-2022) - "])
def test_the_date_of_the_report_is_no_day_of_an_act(head: str) -> None:
    assert days(f"{head}اقتحمت قوات النظام بلدة طفس أمس الجمعة، واعتقلت خمسة شبان.")[0][1] == "2022-10-28"
    [first, *_] = rasad.code(f"{head}قصفت قوات النظام بلدة طفس.\n\nوخرجت مظاهرة في البلدة أمس.", published="2022-10-29")
    assert first.date.text is None


def test_a_headline_that_ends_in_yesterday_and_the_date_below_are_two_times() -> None:
    head = "مواجهات وحملة هدم في بلدة طفس أمس\nالسبت 29 تشرين الأول 2022\n\n"
    text = head + "وشهدت بلدة طفس مواجهات عنيفة بين الأهالي وقوات النظام."
    assert days(text)[-1][1] == "2022-10-28"


def test_the_day_of_a_statement_is_not_that_of_the_act_in_it() -> None:
    assert days('قالت الوزارة، في بيان اليوم، "ألقى الجيش يوم أمس قنابل على بلدة طفس".') == [("ASSAULT", "2022-10-28")]
    assert days("اقتادت مجموعة مسلحة شاباً في مدينة درعا قبل ثلاثة أيام، حسبما كشفت منظمة محلية اليوم.")[0][1] == "2022-10-26"


def test_who_was_hurt_in_what_broke_out_then_was_hurt_then() -> None:
    text = "أعلن الجيش اليوم السبت أن عشرة عسكريين أصيبوا بجروح في الاشتباكات التي اندلعت مساء أمس في مدينة طرابلس."
    assert days(text) == [("ASSAULT", "2022-10-28")]
    text = "كشفت مصادر محلية اليوم السبت عن تفاصيل انفجار لغم في مدينة درعا، والذي وقع يوم أمس الجمعة."
    assert days(text) == [("ASSAULT", "2022-10-28")]
    assert days("شيّع الأهالي صباح اليوم جثامين ثلاثة مدنيين قتلوا في قصف مدفعي على بلدة طفس، أمس.") == [("ASSAULT", "2022-10-28")]


def test_the_day_of_what_came_before_is_not_the_act_s() -> None:
    text = "وقّعت القبيلتان في مدينة لقاوة وثيقة صلح برعاية الوالي، عقب مواجهات دامية بينهما في أيلول الماضي راح فيها 19 قتيلاً."
    assert dict(days(text))["AGREE"] == "2022-10-29"
    assert dict(days("أجلى الهلال الأحمر 14 عائلة من بلدة طفس بعد تعرضها لقصف أمس."))["AID"] == "2022-10-29"
    text = "طالب النائب الحكومة بالعمل على استعادة مواطنين اعتقلتهما قوة إسرائيلية في أطراف الخيام قبل أسبوع."
    assert dict(days(text))["REQUEST"] == "2022-10-29"


def test_a_sentence_of_two_demands_does_not_lend_the_day_of_what_they_are_about() -> None:
    text = "أدانت الأمم المتحدة القصف الذي طال أمس بلدة طفس، ودعت جميع الأطراف إلى حماية المدنيين."
    assert dict(days(text))["REQUEST"] == "2022-10-29"


def test_what_an_act_came_after_is_of_its_day_and_what_a_matter_came_after_has_none() -> None:
    assert ("COERCE", "2022-10-29") in days("تشهد بلدة عرابة اشتباكات مسلحة بعد اقتحامها من قبل قوات خاصة إسرائيلية.")
    text = "اعتقلت الشرطة خمسة شبان في مدينة درعا.\n\nويأتي ذلك بعد انفجار عبوة ناسفة في بلدة نوى."
    assert ("ASSAULT", "None") in days(text)
    imposed = "فرضت الشرطة حظر التجول في مدينة درعا مساء الثلاثاء إثر مقتل رجل في بلدة طفس على يد مجهولين."
    assert dict(days(imposed))["ASSAULT"] == "2022-10-25"


def test_words_in_the_present_and_where_words_are_the_news_are_of_publication() -> None:
    assert days(LEAD + "ودعا المجلس المحلي السكان إلى البقاء في منازلهم.")[-1] == ("REQUEST", "2022-10-28")
    assert days(LEAD + "ويدعو المجلس المحلي السكان إلى البقاء في منازلهم.")[-1] == ("REQUEST", "2022-10-29")
    text = "أدانت النقابة مقتل طبيب بقصف على حي الثورة أمس الجمعة.\n\nوطالبت النقابة الطرفين بحماية الكوادر الصحية."
    assert days(text)[-1] == ("REQUEST", "2022-10-29")


def test_a_matter_apart_has_not_the_story_s_day() -> None:
    assert days(LEAD + "وفي عملية منفصلة، اعتقلت الشرطة شاباً في مدينة درعا.")[-1] == ("COERCE", "2022-10-29")


def test_who_is_meant_is_told_without_a_day() -> None:
    text = LEAD + "وأكد المحتجون أن مطلبهم القبض على أفراد العصابة التي اغتالت المحامي فارس حمدان في مدينة درعا."
    assert ("ASSAULT", "None") in days(text)


def test_part_of_a_day_alone_is_of_the_story_s_day() -> None:
    text = "أفرجت الشرطة مساء اليوم عن شاب في مدينة درعا. وكانت قوة خاصة قد اعتقلته فجراً من منزله في بلدة طفس."
    assert dict(days(text))["COERCE"] == "2022-10-29"


def test_the_incident_s_day_is_the_act_s() -> None:
    text = "أطلق مسلحون النار على حاجز في بلدة طفس. وقال مصدر أمني إن الحادثة وقعت مساء الخميس."
    assert days(text) == [("ASSAULT", "2022-10-27")]


def test_the_second_telling_dates_the_first() -> None:
    text = "أفادت مصادر محلية بتجدد الاشتباكات في بلدة طفس بين مجموعتين مسلحتين.\n\n"
    text += "وقال مصدر إن اشتباكات اندلعت مساء أمس في البلدة."
    assert days(text + "\n\nوأصيب مدني بانفجار لغم في بلدة نوى.")[-1] == ("ASSAULT", "2022-10-28")


def test_an_act_that_ended_in_another_sentence_lasted_until_then() -> None:
    text = "استمرت الاشتباكات بين مسلحي المجموعتين في بلدة طفس حتى فجر الجمعة.\n\nوكانت الاشتباكات قد بدأت ظهر الخميس."
    assert span(text) == (date(2022, 10, 27), date(2022, 10, 28))


def test_a_night_between_two_days_is_the_story_s() -> None:
    text = "قصفت قوات النظام بلدة النعيمة ليل الخميس/الجمعة.\n\nواعتقلت الشرطة شاباً في مدينة درعا."
    assert days(text)[-1] == ("COERCE", "2022-10-27")
    row = "اقتحمت قوات النظام بلدة طفس أمس الجمعة لليوم الرابع على التوالي.\n\nورفض المجلس المحلي شروط النظام."
    assert days(row)[-1] == ("REJECT", "2022-10-28")


def test_a_report_that_ends_in_between_is_read() -> None:
    assert days("اندلعت اشتباكات في مدينة الزاوية بين") == [("ASSAULT", "2022-10-29")]


def test_a_sentence_that_opens_with_had_is_told_without_a_time() -> None:
    assert days(LEAD + "وكان هجوم آخر بسيارة مفخخة استهدف مخفراً في بلدة نوى وأدى إلى مقتل شرطيين.")[-1] == ("ASSAULT", "None")
    assert days(LEAD + "وكان هجوم آخر الأربعاء بسيارة مفخخة استهدف مخفراً في بلدة نوى وأدى إلى مقتل شرطيين.")[-1] == (
        "ASSAULT",
        "2022-10-26",
    )
    assert days(LEAD + "وكان المحتجون خرجوا بعد صلاة الظهر في بلدة نوى.")[-1] == ("PROTEST", "2022-10-28")


def test_the_day_of_the_words_is_none_of_what_is_planned() -> None:
    said = "قال مسؤول أمني، السبت، إن القوات ستنسحب من مدينة سرت"
    assert days(f"{said}.") == [("RETREAT", "None")]
    assert days(f"{said} الجمعة المقبل.") == [("RETREAT", "2022-11-04")]


def test_the_day_of_a_death_of_wounds_is_none_of_the_act() -> None:
    text = "توفي أمس أحد قادة الكتيبة متأثراً بجراحه، بعد إصابته في اشتباكات وقعت أول أمس مع مسلحي التنظيم في مدينة درنة."
    assert days(text) == [("ASSAULT", "2022-10-27")]
    assert days("توفي شاب أمس متأثراً بجراحه في بلدة طفس.") == [("ASSAULT", "2022-10-28")]


def test_since_long_right_before_a_verb_in_the_present() -> None:
    text = "منذ 10 أيار 2021 تحاصر قوات الدعم السريع مدينة الأبيض."
    assert span(text) == (date(2021, 5, 10), date(2022, 10, 29))


def test_what_is_called_for_has_the_days_to_come_behind_it() -> None:
    text = "دعا تحالف قوى المعارضة مساء السبت إلى إضراب عام في مدينة الخرطوم يومي الثلاثاء والأربعاء المقبلين."
    assert ("PROTEST", "2022-11-01") in days(text)
