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
    lead = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة."
    call = "ودعا المجلس المحلي السكان إلى البقاء في منازلهم."
    today = "واعتقلت الشرطة شاباً في مدينة درعا اليوم السبت."
    assert dates(f"{lead}\n\n{today}\n\n{call}")[-1] == ("REQUEST", "2022-10-29", "2022-10-29")


def test_words_in_a_report_that_never_names_today_are_of_yesterday_as_the_story() -> None:
    lead = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة."
    call = "ودعا المجلس المحلي السكان إلى البقاء في منازلهم."
    assert dates(f"{lead}\n\n{call}")[-1] == ("REQUEST", "2022-10-28", "2022-10-28")
    longer_past = "قصفت قوات النظام بلدة النعيمة الثلاثاء الماضي."
    assert dates(f"{longer_past}\n\n{call}")[-1] == ("REQUEST", "2022-10-29", "2022-10-29")


def test_an_act_does_not_take_the_day_of_the_sentence_before_it() -> None:
    text = (
        "قصفت قوات النظام بلدة النعيمة اليوم السبت.\n\nوكانت مجموعة مسلحة قد قتلت شرطياً في بلدة طفس الثلاثاء الماضي.\n\n"
        "واعتقلت الشرطة شاباً في مدينة درعا."
    )
    assert dates(text) == [
        ("ASSAULT", "2022-10-29", "2022-10-29"),
        ("ASSAULT", "2022-10-25", "2022-10-25"),
        ("COERCE", "2022-10-29", "2022-10-29"),
    ]


def test_the_first_told_sentence_introduces_the_story() -> None:
    text = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة.\n\nواعتقلت الشرطة شاباً في مدينة درعا."
    assert dates(text)[1] == ("COERCE", "2022-10-28", "2022-10-28")


def test_a_later_sentence_introduces_no_story() -> None:
    text = "قصفت قوات النظام بلدة النعيمة.\n\nوقتل مسلحون شرطياً في بلدة طفس أمس.\n\nواعتقلت الشرطة شاباً في مدينة درعا."
    assert [start for _, start, _ in dates(text)] == ["2022-10-29", "2022-10-28", "2022-10-29"]


def test_a_month_right_beside_an_act_outweighs_a_day_further_off() -> None:
    text = "أفرجت الشرطة أمس الجمعة عن قياديين في بلدة طفس، كانت اعتقلتهما قبل شهر."
    assert ("COERCE", "2022-09-01", "2022-09-30") in dates(text)


def test_a_relative_clause_with_an_act_of_its_own_keeps_its_time() -> None:
    text = "قصفت قوات النظام اليوم السبت بلدة النعيمة التي اقتحمها مسلحون أمس."
    assert dates(text)[0] == ("ASSAULT", "2022-10-29", "2022-10-29")


def test_what_is_promised_for_later_dates_no_act_that_is_done() -> None:
    text = "انسحب المسلحون من بلدة طفس بعد وعود بالإفراج عن شاب غداً الأحد."
    assert ("RETREAT", "2022-10-29", "2022-10-29") in dates(text)


def test_how_long_a_place_is_besieged_is_no_time_of_another_act() -> None:
    text = "قصفت قوات النظام مشفى في بلدة النعيمة التي خرجت عن سيطرتها منذ خمس سنوات."
    assert dates(text)[0] == ("ASSAULT", "2022-10-29", "2022-10-29")


def test_orders_that_a_noun_names_have_no_day() -> None:
    text = "أعاد الحراس فتح حقل النفط في بلدة طفس استجابة لتعليمات رئيس المجلس عادل السعدي."
    assert [(start, end) for kind, start, end in dates(text) if kind == "REQUEST"] == [("None", "None")]


def test_a_relative_clause_about_a_place_keeps_its_time() -> None:
    text = "قصفت قوات النظام مساء أمس الجمعة بلدة النعيمة، مركز الناحية التي استعادها الأهالي خلال اليومين الماضيين."
    assert dates(text)[0] == ("ASSAULT", "2022-10-28", "2022-10-28")


def test_a_relative_clause_about_the_act_tells_its_time() -> None:
    text = "قُتل شابان في القصف الذي استهدف بلدة النعيمة يوم الخميس."
    assert dates(text) == [("ASSAULT", "2022-10-27", "2022-10-27")]


def test_what_came_before_takes_the_time_behind_it() -> None:
    text = "شهد مخيم درعا صباح أمس هدوءاً حذراً، إثر اشتباكات اندلعت في وقت متأخر مساء الخميس بين مجموعتين مسلحتين."
    assert ("ASSAULT", "2022-10-27", "2022-10-27") in dates(text)


def test_since_when_it_is_tense_is_no_time_of_what_came_before() -> None:
    text = "تشهد بلدة النعيمة توتراً منذ يوم الخميس، بعد استهداف قوات النظام سيارة للأهالي في بلدة طفس."
    assert [(start, end) for kind, start, end in dates(text) if kind == "ASSAULT"] != [("2022-10-27", "2022-10-29")]


def test_the_day_after_an_act_dates_the_act() -> None:
    text = "فرضت الشرطة حظر تجوال في مدينة درعا اليوم السبت، غداة اشتباكات بين مجموعتين مسلحتين في بلدة طفس."
    assert ("ASSAULT", "2022-10-28", "2022-10-28") in dates(text)


def test_the_reason_of_a_protest_keeps_its_own_day() -> None:
    text = "خرجت مظاهرة في مدينة درعا احتجاجاً على مقتل شاب برصاص الشرطة الثلاثاء الماضي."
    assert ("PROTEST", "2022-10-29", "2022-10-29") in dates(text)
    assert ("ASSAULT", "2022-10-25", "2022-10-25") in dates(text)


def test_what_others_had_done_keeps_its_own_day() -> None:
    text = "استهدف مسلحون حاجزاً في بلدة طفس كانت الشرطة أقامته الثلاثاء الماضي."
    assert ("ASSAULT", "2022-10-29", "2022-10-29") in dates(text)


def test_a_day_of_announcement_further_back_is_the_day_of_the_act() -> None:
    text = "اعتقلت الشرطة شاباً في مدينة درعا اليوم السبت.\n\nوكان المرصد أعلن، الثلاثاء الماضي، مقتل شرطي في بلدة طفس."
    assert dates(text)[1] == ("ASSAULT", "2022-10-25", "2022-10-25")


def test_the_act_that_is_the_reason_takes_no_day_of_its_protest() -> None:
    lead = "هدد محتجون في مدينة درعا، الثلاثاء، بقطع الطريق احتجاجاً على خطف الطبيب عادل السعدي."
    text = f"{lead}\n\nوخطف مسلحون السعدي يوم الأحد الماضي."
    assert [(start, end) for kind, start, end in dates(text) if kind == "ASSAULT"] == [("2022-10-23", "2022-10-23")]


def test_the_year_of_a_charge_is_not_that_of_the_arrest() -> None:
    text = "أوقفت دورية شاباً في بلدة طفس لكونه متهماً بجريمة قتل في العام 2007."
    assert dates(text)[0] == ("COERCE", "2022-10-29", "2022-10-29")


def test_so_long_after_an_agreement_introduces_no_story() -> None:
    lead = "قصفت قوات النظام بلدة النعيمة بعد 34 يوماً من اتفاق التهدئة في مدينة درعا."
    text = f"{lead}\n\nوأطلقت قوات النظام النار على مزارعين في بلدة طفس."
    assert [(start, end) for kind, start, end in dates(text) if kind == "ASSAULT"][-1] == ("2022-10-29", "2022-10-29")


def test_the_first_sentence_introduces_the_story_though_nothing_coded_is_told_in_it() -> None:
    lead = "عاش سكان بلدة النعيمة ليلة عصيبة أمس الجمعة."
    assert dates(f"{lead}\n\nواعتقلت الشرطة شاباً في مدينة درعا.") == [("COERCE", "2022-10-28", "2022-10-28")]
    to_come = "ينتظر سكان بلدة النعيمة يوماً طويلاً غداً الأحد."
    assert dates(f"{to_come}\n\nواعتقلت الشرطة شاباً في مدينة درعا.") == [("COERCE", "2022-10-29", "2022-10-29")]


def test_where_the_report_comes_to_today_the_day_before_ends() -> None:
    lead = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة."
    today = "وشنت طائرات حربية غارات على بلدة طفس اليوم السبت."
    later = "كما اعتقلت الشرطة شاباً في مدينة درعا."
    assert dates(f"{lead}\n\n{today}\n\n{later}")[-1] == ("COERCE", "2022-10-29", "2022-10-29")
    assert dates(f"{lead}\n\n{later}\n\n{today}")[1] == ("COERCE", "2022-10-28", "2022-10-28")


def test_an_act_that_lasted_ends_on_the_day_told_as_its_end() -> None:
    began = "اندلعت اشتباكات بين مجموعتين مسلحتين في بلدة طفس مساء الخميس"
    assert dates(f"{began} واستمرت حتى فجر اليوم السبت.") == [("ASSAULT", "2022-10-27", "2022-10-29")]
    assert dates(f"{began}، ويبقى الطريق مغلقاً حتى فجر اليوم السبت.")[0] == ("ASSAULT", "2022-10-27", "2022-10-27")


def test_the_verb_of_a_relative_clause_may_tell_of_the_act_itself() -> None:
    text = "اتفق الطرفان على هدنة في بلدة طفس عقب المحادثات التي عقدت بين وجهاء البلدة وقيادة الشرطة يوم الخميس."
    assert ("CONSULT", "2022-10-27", "2022-10-27") in dates(text)


def test_a_weekday_behind_what_is_called_for_is_to_come() -> None:
    call = "دعا ناشطون إلى التظاهر في مدينة درعا يوم الخميس"
    assert ("PROTEST", "2022-11-03", "2022-11-03") in dates(f"{call}.")
    assert ("REQUEST", "2022-10-29", "2022-10-29") in dates(f"{call}.")
    assert ("PROTEST", "2022-10-29", "2022-10-29") in dates("دعا ناشطون إلى التظاهر في مدينة درعا يوم السبت.")
    assert ("PROTEST", "2022-10-27", "2022-10-27") in dates("شارك الأهالي في مظاهرة في مدينة درعا يوم الخميس.")


def test_an_exact_day_outweighs_days_after_an_act() -> None:
    lead = "تأتي المفاوضات بعد أيام من الاشتباكات المسلحة التي اندلعت في بلدة طفس في 20 تشرين الأول"
    text = f"{lead}، وأدت إلى مقتل ثلاثة مدنيين."
    assert ("ASSAULT", "2022-10-20", "2022-10-20") in dates(text)


def test_what_is_noted_in_passing_without_a_time_has_no_date() -> None:
    lead = "قصفت قوات النظام بلدة النعيمة مساء أمس الجمعة."
    assert dates(f"{lead}\n\nيذكر أن مسلحين خطفوا طبيباً في مدينة درعا.")[-1] == ("ASSAULT", "None", "None")
    dated = dates(f"{lead}\n\nيذكر أن مسلحين خطفوا طبيباً في مدينة درعا الثلاثاء الماضي.")
    assert dated[-1] == ("ASSAULT", "2022-10-25", "2022-10-25")


def test_what_a_trial_is_about_has_no_date() -> None:
    text = "قضت المحكمة أمس الجمعة بسجن رجلين عن جريمة تفجير سيارة مفخخة في مدينة درعا أدى إلى مقتل ثلاثة مدنيين."
    assert all(start != "2022-10-29" for kind, start, _ in dates(text) if kind == "ASSAULT")


def test_an_old_day_is_not_lent_to_what_came_before_the_act() -> None:
    text = "أفرجت الشرطة عن المحتجزين في 3 تشرين الأول، عقب مشاورات بين الطرفين عقدت في مدينة درعا."
    found = {kind: start for kind, start, _ in dates(text)}
    assert found["RETREAT"] == "2022-10-03"
    assert found.get("CONSULT", "None") == "None"
    near = "أفرجت الشرطة عن المحتجزين أمس الجمعة، عقب مشاورات بين الطرفين عقدت في مدينة درعا."
    assert {start for _, start, _ in dates(near)} == {"2022-10-28"}


def test_a_day_beside_a_rising_count_gives_way_to_one_told_of_the_act() -> None:
    text = "ارتفع اليوم عدد القتلى إلى ثلاثة نتيجة اشتباكات اندلعت منذ ظهر الأمس بين مسلحين في بلدة طفس."
    assert dates(text) == [("ASSAULT", "2022-10-28", "2022-10-29")]
    assert dates("ارتفع اليوم عدد القتلى إلى ثلاثة نتيجة اشتباكات بين مسلحين في بلدة طفس.") == [
        ("ASSAULT", "2022-10-29", "2022-10-29")
    ]


def test_weeks_past_are_not_the_time_of_the_news() -> None:
    lead = "قتل عنصران من قوات النظام بانفجار عبوة ناسفة بآليتهم قرب قرية النعيمة بريف درعا."
    past = "وشهدت المنطقة خلال الأسابيع القليلة الماضية ارتفاعاً في عمليات الاغتيال التي تستهدف عناصر قوات النظام."
    assert dates(f"{lead}\n\n{past}")[0] == ("ASSAULT", "2022-10-29", "2022-10-29")
    detail = "وانفجرت العبوة مساء أمس الجمعة على طريق القرية."
    assert dates(f"{lead}\n\n{detail}")[0] == ("ASSAULT", "2022-10-28", "2022-10-28")


def test_since_two_days_of_what_is_done_is_two_days_ago() -> None:
    assert dates("شهدت بلدة النعيمة منذ يومين احتجاجات طالبت بالإفراج عن معتقلين.") == [("PROTEST", "2022-10-27", "2022-10-27")]
    assert dates("اعتقلت الشرطة شاباً في مدينة درعا منذ يومين.") == [("COERCE", "2022-10-27", "2022-10-27")]
    assert dates("تتواصل الاحتجاجات في بلدة النعيمة منذ يومين.") == [("PROTEST", "2022-10-27", "2022-10-29")]
    assert dates("تحاصر الشرطة بلدة النعيمة منذ يومين.")[0] == ("COERCE", "2022-10-27", "2022-10-29")


def test_since_it_broke_out_is_a_range() -> None:
    lead = "شهد مخيم درعا مساء اليوم السبت اشتباكات عنيفة بين مجموعتين مسلحتين."
    toll = "وأسفرت الاشتباكات عن مقتل خمسة أشخاص، ما يرفع عدد القتلى منذ اندلاعها ليل الخميس الماضي إلى 12 قتيلاً."
    assert [start for kind, start, _ in dates(f"{lead}\n\n{toll}") if kind == "ASSAULT"] == ["2022-10-29"]


def test_days_past_are_not_the_time_of_the_news() -> None:
    lead = "قتل خمسة عناصر من قوات النظام في هجوم لمسلحين على حافلة قرب بلدة النعيمة."
    past = "وكان ثمانية عناصر قتلوا قبل عدة أيام بهجوم مماثل على الطريق ذاته."
    found = dates(f"{lead}\n\n{past}")
    assert found[0] == ("ASSAULT", "2022-10-29", "2022-10-29")
    assert ("ASSAULT", "2022-10-23", "2022-10-27") in found[1:]


def test_the_time_of_a_deal_is_no_time_of_the_act_before_it() -> None:
    text = "قصفت قوات النظام بلدة النعيمة، في خرق للاتفاق الموقع قبل أسبوعين."
    assert dates(text)[0][1] != "2022-10-15"


def test_an_older_day_behind_the_act_is_its_own_and_not_that_of_the_saying() -> None:
    said = "أفادت مصادر محلية، السبت، باختطاف مسلحين مجهولين طبيباً من عيادته في مدينة درعا"
    assert dates(f"{said}، مساء أمس الجمعة.") == [("ASSAULT", "2022-10-28", "2022-10-28")]
    assert dates(f"{said}.") == [("ASSAULT", "2022-10-29", "2022-10-29")]


def test_the_door_is_no_august() -> None:
    assert dates("تبادل مسلحون إطلاق النار في باب المدينة القديمة بدرعا.") == [("ASSAULT", "2022-10-29", "2022-10-29")]


def test_a_headline_that_names_yesterday_introduces_the_story() -> None:
    text = (
        "حصيلة قصف يوم أمس الثلاثاء على ريف إدلب\n\n"
        "استهدفت طائرة حربية بلدة كنصفرة بغارتين جويتين. وقصفت قوات النظام بلدة البارة بقذائف الهاون."
    )
    days = {str(e.date.start) for e in rasad.code(text, published="2021-03-10")}
    assert days == {"2021-03-09"}


def test_a_date_far_back_above_the_text_introduces_nothing() -> None:
    text = (
        "قصف على ريف إدلب 3 كانون الثاني 2021\n\n"
        "استهدفت طائرة حربية بلدة كنصفرة بغارتين جويتين. وقصفت قوات النظام بلدة البارة بقذائف الهاون."
    )
    days = {str(e.date.start) for e in rasad.code(text, published="2021-03-10")}
    assert days == {"2021-03-10"}


def test_a_noun_behind_a_pluperfect_is_background() -> None:
    lead = "قصفت طائرة حربية مواقع في مدينة عدن اليوم السبت.\n\n"
    found = dates(lead + "وكان الجنود المنقطعون قد نفذوا عدة احتجاجات أمام مقر المحافظة للمطالبة برواتبهم.")
    assert found[1:] == [("PROTEST", "None", "None")]


def test_a_noun_of_what_is_told_as_done_takes_the_day_of_the_story() -> None:
    lead = "أغلق عشرات الجنود مقر المحافظة في مدينة عدن أمس الجمعة.\n\n"
    found = dates(lead + "ونفذ الأهالي احتجاجات أمام مقر المحافظة في المدينة.")
    assert found[1:] == [("PROTEST", "2022-10-28", "2022-10-28")]


def test_the_day_of_a_deal_is_not_that_of_the_words_about_it() -> None:
    found = dates("حث المجلس الطرفين على تنفيذ وقف إطلاق النار الموقع بين الطرفين بتاريخ 23 أيلول 2022 في جنيف.")
    assert ("REQUEST", "2022-10-29", "2022-10-29") in found


def test_days_tell_acts_apart_though_nobody_told_when_it_was_published() -> None:
    text = "قُتل طفل، يوم الأحد، بقصف مدفعي على حي الروضة في مدينة تعز.\n\nويوم الثلاثاء قُتلت امرأة بقصف على مديرية مقبنة."
    events = rasad.code(text)
    assert [e.event_type for e in events] == ["ASSAULT", "ASSAULT"]
    assert [(e.date.start, e.date.precision) for e in events] == [(None, "unknown")] * 2
    assert [e.date.text for e in events] == ["يوم الأحد", "ويوم الثلاثاء"]
    assert all("no publication date: relative dates stay null" in e.warnings for e in events)


def test_a_day_told_with_its_year_is_kept_in_an_undated_report() -> None:
    text = "قُتل طفل في 12 آذار 2019 بقصف مدفعي على بلدة إحسم.\n\nوقبل يومين اعتقلت الشرطة شاباً في مدينة إدلب."
    assault, arrest = rasad.code(text)
    assert str(assault.date.start) == "2019-03-12"
    assert (arrest.date.start, arrest.date.text) == (None, "وقبل يومين")


def test_today_by_its_weekday_is_today_in_an_undated_report() -> None:
    first = "أفرج الطرفان عن 24 أسيراً، اليوم الجمعة، في صفقة تبادل بين الجيش والفصائل بمحافظة مأرب."
    [event] = rasad.code(f"{first}\n\nوقال منسق محلي إن صفقة لتبادل الأسرى استكملت، اليوم، بين الجيش والفصائل في مأرب.")
    assert event.event_type == "COOPERATE"


def test_a_visit_to_come_is_planned_on_its_own_day() -> None:
    [found] = rasad.code("يزور وفد أممي مدينة درعا غداً الأحد للاطلاع على أوضاع النازحين.", published="2022-10-29")
    assert (found.event_type, found.status, str(found.date.start)) == ("CONSULT", "planned", "2022-10-30")


def test_the_day_of_what_is_condemned_is_not_that_of_condemning() -> None:
    found = {kind: start for kind, start, _ in dates("دان حزب الوفاق قصف قوات النظام بلدة النعيمة أمس الجمعة.")}
    assert found["ACCUSE"] == "2022-10-29"


def test_the_day_of_the_saying_is_not_that_of_what_is_told() -> None:
    text = "قال مصدر طبي، السبت، إن أربعة عمال قتلوا قرب مدينة بيحان، في غارة شنتها طائرة مسيرة مساء الخميس."
    assert dates(text) == [("ASSAULT", "2022-10-27", "2022-10-27")]
    text = "اتهمت نقابة المعلمين، اليوم، قوات الأمن بقصف مدرسة في بلدة النعيمة مساء أمس."
    assert dates(text)[-1] == ("ASSAULT", "2022-10-28", "2022-10-28")


def test_the_day_in_the_clause_about_an_act_is_its_own() -> None:
    text = "دخل رتل للشرطة، صباح أمس الجمعة، إلى بلدة النعيمة لتنفيذ الاتفاق الذي توصل إليه الوجهاء في 20 تشرين الأول الجاري."
    assert ("AGREE", "2022-10-20", "2022-10-20") in dates(text)


def test_an_act_right_behind_was_and_had_is_background() -> None:
    assert dates("وكانت مسيرات واسعة للطلاب قد خرجت في مدينة درعا للمطالبة بالخبز.") == [("PROTEST", "None", "None")]


def test_a_curfew_lasts_until_the_hour_that_is_told() -> None:
    text = "فرضت الشرطة حظر تجول في مدينة درعا بدءاً من مساء اليوم السبت ويستمر حتى الساعة السابعة من صباح غد الأحد."
    assert dates(text) == [("COERCE", "2022-10-29", "2022-10-30")]


def test_a_calendar_day_of_an_undated_report_may_be_past() -> None:
    [found] = rasad.code("لقي تاجر مصرعه الأحد 17 تشرين الأول الجاري برصاص مجهولين في مدينة جاسم.")
    assert (found.status, found.date.start) == ("occurred", None)


def statuses(text: str) -> list[tuple[str, str]]:
    return [(e.event_type, e.status) for e in rasad.code(text, published="2022-10-29")]


def test_what_began_on_a_day_before_is_done() -> None:
    assert statuses("بدأت قوات الحكومة هجوماً على مدينة الباب اليوم السبت.") == [("ASSAULT", "ongoing")]
    assert statuses("بدأت قوات الحكومة هجوماً على مدينة الباب الثلاثاء الماضي.") == [("ASSAULT", "occurred")]


def test_since_with_what_is_told_in_the_past_is_no_act_that_goes_on() -> None:
    assert statuses("تعرضت مدينة دوما لقصف مدفعي عنيف منذ صباح السبت.") == [("ASSAULT", "occurred")]
    assert statuses("قصف مدفعي عنيف على مدينة دوما منذ صباح السبت.") == [("ASSAULT", "ongoing")]
    assert statuses("ارتفع عدد ضحايا القصف على مدينة دوما منذ مساء أمس إلى 24 قتيلاً.") == [("ASSAULT", "occurred")]


def test_fighting_told_again_as_going_on_goes_on() -> None:
    lead = "قُتل طفل جراء اشتباكات عنيفة بين مجموعتين مسلحتين في مدينة الزاوية.\n\n"
    assert statuses(lead + "وتدور الاشتباكات منذ مساء الجمعة قرب شارع البلدية.") == [("ASSAULT", "ongoing")]


def test_those_who_keep_up_their_protest_and_what_they_call_out_are_one() -> None:
    text = "يواصل مئات الخريجين اعتصامهم أمام مبنى المحافظة في البصرة، مرددين هتافات ضد الحكومة."
    assert statuses(text) == [("PROTEST", "ongoing")]
