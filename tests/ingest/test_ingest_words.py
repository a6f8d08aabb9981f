"""Dates as outlets write them, languages, Markdown."""

from datetime import date

import pytest

from rasad.ingest.dates import date_in_url, first_date, is_date_line
from rasad.ingest.language import detect
from rasad.ingest.markdown import read_markdown

DAY = date(2019, 9, 20)


@pytest.mark.parametrize(
    "written",
    [
        "٢٠/٩/٢٠١٩",
        "20-9-2019",
        "2019/09/20",
        "2019-09-20T23:59:00+03:00",
        "20.09.2019",
        "٢٠ أيلول/ سبتمبر ٢٠١٩",
        "20 أيلول 2019",
        "الجمعة، 20 سبتمبر (أيلول) 2019",
        "20 سبتمبر، 2019",
        "20 شتنبر 2019",
        "سبتمبر 20, 2019",
        "۲۰/۹/۲۰۱۹",
        "نُشر في: 20 من أيلول 2019",
        "Sep 20, 2019",
        "20th of September 2019",
        "9/20/2019",
        "20 / 9 / 2019",
        "\u200f20/9/2019\u200f",
    ],
)
def test_dates(written: str) -> None:
    assert first_date(written) == DAY


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("كانون الثاني", 1),
        ("شباط", 2),
        ("آذار", 3),
        ("نيسان", 4),
        ("أيار", 5),
        ("حزيران", 6),
        ("تموز", 7),
        ("آب", 8),
        ("تشرين الأول", 10),
        ("تشرين الثاني", 11),
        ("كانون الأول", 12),
        ("جانفي", 1),
        ("فيفري", 2),
        ("أفريل", 4),
        ("ماي", 5),
        ("جوان", 6),
        ("جويلية", 7),
        ("أوت", 8),
        ("غشت", 8),
        ("نونبر", 11),
        ("دجنبر", 12),
        ("يوليوز", 7),
        ("إبريل", 4),
        ("يونيه", 6),
    ],
)
def test_months(written: str, month: int) -> None:
    assert first_date(f"5 {written} 2020") == date(2020, month, 5)


@pytest.mark.parametrize(
    "written", ["غداً", "20 أيلول", "32/13/2019", "2019", "30 شباط 2019", "0933 221 2019", "", "9/2019", "20/9/1019"]
)
def test_no_dates(written: str) -> None:
    assert first_date(written) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2019/09/20/title", DAY),
        ("https://a.example/20190920-title", DAY),
        ("https://a.example/n/2019-9-20", DAY),
        ("https://2019-09-20.example/a", None),
        ("https://a.example/article/20191399", None),
        ("https://a.example/?p=7712019092011", None),
    ],
)
def test_dates_in_addresses(url: str, day: date | None) -> None:
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("الثلاثاء، 25 تشرين الأول 2022", True),
        ("تاريخ النشر: 2019-09-20 18:30", True),
        ("قُتل ثلاثة مدنيين بقصف في 20 أيلول 2019 على البلدة", False),
    ],
)
def test_lines_that_are_only_a_date(line: str, alone: bool) -> None:
    assert is_date_line(line) is alone


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "قتل ثلاثة مدنيين بقصف لقوات النظام على بلدة إحسم"),
        ("ar", "مقتل مدني"),
        ("ar", "گوگل وپژو في تقرير عن الأسواق في بغداد والبصرة"),
        ("ar", "قالت وكالة Reuters News Agency إن القصف طال البلدة الواقعة شرق المدينة"),
        ("fa", "نیروهای دولتی روز جمعه شهر را گلوله‌باران کردند و سه غیرنظامی کشته شدند"),
        ("fa", "سه نفر در حمله به یک پاسگاه در شرق کشور کشته شدند"),
        ("ur", "پولیس کے مطابق شہر میں دھماکے سے تین افراد ہلاک اور پانچ زخمی ہو گئے ہیں"),
        ("ku", "لە هێرشێکی فڕۆکەی بێفڕۆکەوان لە شاری کۆبانێ سێ کەس کوژران و پێنج کەسیش بریندار بوون"),
        ("ps", "په برید کې درې تنه ووژل شول او پنځه نور ټپیان شوي دي"),
        ("ug", "شەھەردە يۈز بەرگەن پارتلاشتا ئۈچ ئادەم ئۆلدى ۋە بەش ئادەم يارىلاندى"),
        ("en", "Government forces shelled the town on Friday, killing three civilians."),
        ("en", "Clashes erupted near the crossing in the east, and two fighters were killed by the shelling of the town"),
        ("fr", "Les forces gouvernementales ont bombardé la ville vendredi, tuant trois civils."),
        ("tr", "Hükümet güçleri cuma günü kasabayı bombaladı, yerel kaynaklara göre üç sivil öldü."),
        ("ru", "Правительственные войска обстреляли город в пятницу, погибли трое мирных жителей."),
        ("he", "כוחות הממשלה הפגיזו את העיירה ביום שישי"),
        ("de", "Regierungstruppen beschossen am Freitag die Stadt und töteten drei Zivilisten."),
        ("es", "Las fuerzas gubernamentales bombardearon la ciudad el viernes y mataron a tres civiles."),
        ("it", "Le forze governative hanno bombardato la città venerdì, uccidendo tre civili, secondo fonti della zona."),
        ("zh", "政府军星期五炮击该镇，造成三名平民死亡。"),
        (None, "123 !؟ ..."),
        (None, ""),
    ],
)
def test_languages(code: str | None, text: str) -> None:
    assert detect(text) == code


def test_markdown_front_matter_and_marks() -> None:
    report = read_markdown(
        '---\ntitle: "عنوان"\ndate: 2019-09-20\nurl: https://a.example/1\nother: x\n---\n\n# عنوان\n\n## فرعي\n\n'
        "قُتل **مدنيان** في [إدلب](https://b.example) أمس.\nسطر ثانٍ.\n\n- أول\n- ثانٍ\n\n14. مدنياً\n\n"
        "<!-- سر -->\n\n![صورة](a.png)\n"
    )
    assert (report.title, report.published, report.url, report.published_from) == ("عنوان", DAY, "https://a.example/1", "page")
    assert report.text == "فرعي\n\nقُتل مدنيان في إدلب أمس.\nسطر ثانٍ.\n\nأول\n\nثانٍ\n\n14. مدنياً"


def test_markdown_heading_is_the_title() -> None:
    report = read_markdown("# عنوان *الخبر*\n\nنص الخبر.")
    assert (report.title, report.text) == ("عنوان الخبر", "نص الخبر.")


def test_markdown_bad_date_is_a_warning_and_a_rule_is_no_front_matter() -> None:
    assert "no date" in read_markdown("---\ndate: غداً\n---\nنص").warnings[0]
    assert read_markdown("---\n\nنص أول\n\n---\n\nنص ثانٍ").text == "نص أول\n\nنص ثانٍ"


def test_endless_markdown_is_read_with_its_marks() -> None:
    report = read_markdown("[" * 1_000_000)
    assert report.text == "[" * 1_000_000
    assert report.warnings
