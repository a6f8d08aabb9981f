"""Web pages: the article and its facts, and nothing of the page around it."""

from datetime import date
from pathlib import Path

import pytest

from rasad.errors import NoArticle
from rasad.ingest import ReadOptions, read_bytes
from rasad.ingest.pageworker import PageCrash, PageTimeout, PageWorker
from rasad.ingest.webpage import read_page

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = "<p>قال مراسلنا إن القصف طال أطراف البلدة مساء أمس وأدى إلى إصابة {} مدنيين.</p>"

#: Page, title, outlet, day, where from, number of paragraphs with the title.
FACTS = [
    ("wordpress.html", "قصف مدفعي يستهدف أطراف بلدة كنصفرة جنوبي إدلب", "مرصد السهول", date(2020, 3, 3), "page", 4),
    ("drupal.html", "احتجاجات في الحسكة على رفع أسعار المحروقات", None, date(2021, 11, 14), "page", 6),
    ("div_soup.html", "اشتباكات بين مجموعتين مسلحتين في بلدة رأس العين", None, date(2019, 9, 20), "page", 4),
    ("amp.html", "مقتل راعٍ بانفجار لغم قرب البوكمال", None, date(2022, 2, 11), "url", 4),
    ("windows_1256.html", "وفد أممي يزور مخيم الركبان", None, date(2019, 9, 20), "page", 3),
    ("no_date_but_in_address.html", "هدنة لثلاثة أيام في مخيم العين", None, date(2019, 9, 25), "url", 3),
    ("latest_news_dates_around.html", "انسحاب رتل من مطار المدينة", "نافذة الشرق", date(2020, 8, 15), "page", 3),
]
FURNITURE = (
    "اقرأ أيض",
    "شاهد أيض",
    "ذات صلة",
    "شارك هذا",
    "تعليق",
    "لماذا لا يتحرك",
    "الرئيسية",
    "موافق",
    "جميع الحقوق",
    "الوسوم",
    "سراقب",
    "تويتر",
    "القامشلي",
    "خطف تاجر",
    "السخنة",
    "الطقس",
    "كرة القدم",
    "نشر في",
    "بواسطة",
)


@pytest.mark.parametrize(("name", "title", "outlet", "day", "day_from", "count"), FACTS)
def test_page_gives_article_and_facts(name: str, title: str, outlet: str | None, day: date, day_from: str, count: int) -> None:
    document = read_bytes((PAGES / name).read_bytes(), name)
    assert (document.title, document.outlet) == (title, outlet)
    assert (document.published, document.published_from) == (day, day_from)
    assert document.text.startswith(f"{title}\n\n")
    assert len(document.text.split("\n\n")) == count, document.text
    assert document.language == "ar"
    assert not document.warnings


@pytest.mark.parametrize("name", [row[0] for row in FACTS])
@pytest.mark.parametrize("words", FURNITURE)
def test_page_leaves_the_furniture_out(name: str, words: str) -> None:
    assert words not in read_bytes((PAGES / name).read_bytes(), name).text


def test_address_of_a_page_is_the_canonical_one() -> None:
    document = read_bytes((PAGES / "wordpress.html").read_bytes(), "wordpress.html")
    assert document.url == "https://suhul.example/2020/03/02/kansafra-shelling/"


def test_options_win_over_the_page() -> None:
    options = ReadOptions(published=date(2001, 2, 3), outlet="جهة", url="https://a.example/b")
    document = read_bytes((PAGES / "wordpress.html").read_bytes(), "wordpress.html", options)
    assert (document.published, document.published_from) == (date(2001, 2, 3), "option")
    assert (document.outlet, document.url) == ("جهة", "https://a.example/b")


def test_list_of_headlines_is_no_article() -> None:
    with pytest.raises(NoArticle, match="no article"):
        read_bytes((PAGES / "no_article.html").read_bytes(), "no_article.html")


@pytest.mark.parametrize("depth", [300, 3000])
def test_deeply_nested_page_keeps_its_text(depth: int) -> None:
    body = "<div>" * depth + PARAGRAPH.format("ثلاثة") + PARAGRAPH.format("أربعة") + "</div>" * depth
    document = read_bytes(f"<html><body><h1>عنوان الخبر</h1>{body}</body></html>".encode(), "deep.html")
    assert document.text.count("قال مراسلنا") == 2
    assert document.title == "عنوان الخبر"


def test_megabyte_of_attributes_is_read_at_once() -> None:
    attributes = " ".join(f'data-a{i}="x"' for i in range(70_000))
    page = f"<html><body><div {attributes}><article>{PARAGRAPH.format('ثلاثة')}</article></div></body></html>"
    assert len(page) > 1_000_000
    report = read_page(page, "attributes.html", PageWorker(seconds=5))
    assert "قال مراسلنا" in report.text


def test_page_that_takes_too_long_is_an_error_and_the_next_one_is_read() -> None:
    worker = PageWorker(seconds=0.001)
    with pytest.raises(PageTimeout):
        worker.read("<html><body>" + PARAGRAPH * 20_000)
    worker.seconds = 30
    try:
        assert worker.read(f"<html><body><article>{PARAGRAPH.format('خمسة')}</article></body></html>")["paragraphs"]
    finally:
        worker.close()


def test_timeout_is_told_as_no_article() -> None:
    worker = PageWorker(seconds=0.001)
    with pytest.raises(NoArticle, match="seconds"):
        read_page("<html>" + PARAGRAPH * 20_000, "slow.html", worker)
    worker.close()


def test_killed_worker_is_started_anew() -> None:
    worker = PageWorker()
    page = f"<html><body><article>{PARAGRAPH.format('خمسة')}</article></body></html>"
    first = worker.read(page)
    process = worker._process
    assert process is not None
    process.kill()
    process.wait()
    assert worker.read(page) == first
    worker.close()


def test_one_worker_reads_many_pages() -> None:
    worker = PageWorker()
    worker.read("<html><body></body></html>")
    process = worker._process
    worker.read("<html><body></body></html>")
    assert worker._process is process
    worker.close()


def test_crash_is_told_as_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = PageWorker()

    def crash(page: str) -> dict[str, object]:
        raise PageCrash

    monkeypatch.setattr(worker, "read", crash)
    with pytest.raises(NoArticle, match="broke"):
        read_page("<html></html>", "crash.html", worker)


@pytest.mark.parametrize(
    "stamp",
    [
        '<meta property="article:published_time" content="2019-09-20T12:00:00+03:00">',
        '<meta name="date" content="20/09/2019">',
        '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2019-09-20"}]</script>',
    ],
)
def test_day_of_publication_in_the_head(stamp: str) -> None:
    page = f"<html><head>{stamp}</head><body><article><h1>عنوان الخبر</h1>{PARAGRAPH.format('خمسة')}</article></body></html>"
    assert read_bytes(page.encode(), "page.html").published == date(2019, 9, 20)


def test_broken_json_ld_is_passed_over() -> None:
    script = '<script type="application/ld+json">{"a</script>'
    page = f"<html><head>{script}</head><body><article>{PARAGRAPH}</article></body></html>"
    assert read_bytes(page.encode(), "page.html").published is None
