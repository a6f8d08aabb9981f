"""Reports of other matters, in which violent words are figures of speech."""

import pytest

from rasad.analyse.topic import find_topic
from tests import support
from tests.support import words_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("فاز الفريق في المباراة بهدف سجله اللاعب في الدقيقة الأخيرة من الشوط الثاني وسط هتاف الجمهور في الملعب", "sport"),
        ("يعرض الفيلم في دور السينما ويؤدي الممثل دور البطولة بعد نجاح المسلسل الأخير للمخرج", "film"),
        ("ارتفع سعر صرف الدولار وتراجعت الليرة في الأسواق مع ارتفاع أسعار السلع والتضخم", "economy"),
        ("قصفت قوات النظام أطراف البلدة بالمدفعية وقتل مدنيان وأصيب خمسة نقلوا إلى المشفى", None),
        ("خرجت مظاهرة في المدينة طالبت بالإفراج عن المعتقلين", None),
        ("اشتبكت فرقة السلطان مراد مع فصيل آخر ثم انسحبت فرقة السلطان مراد وعاد مقاتلو السلطان مراد", None),
        ("", None),
    ],
)
def test_topic(text: str, topic: str | None) -> None:
    assert find_topic(words_of(text)) == topic


def test_one_word_of_sport_is_no_topic() -> None:
    assert find_topic(words_of("قصفت الطائرات محيط الملعب البلدي وقتل لاعب سابق")) is None


def test_topics_of_the_bundled_reports() -> None:
    """The five reports without events are of another matter; none of the others is."""
    for report in support.bundled():
        name = str(report.document.path).rsplit("/", 1)[-1]
        assert (find_topic(words_of(report.document.text)) is not None) == name.startswith("empty-"), name
