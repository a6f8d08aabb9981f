"""Sentences, and what each paragraph is in the report."""

import pytest

from tests.support import words_of


def sentences(text: str) -> list[str]:
    words = words_of(text)
    return [words.quote(s.first, s.last) for s in words.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قصفت القوات البلدة. وقتل مدني.", 2),
        ("هل قصفت البلدة؟ نعم! ثم توقف القصف…", 3),
        ("قال: «قصفت البلدة.» ثم مضى.", 2),
        ("نقلت أ.ف.ب عن مصدر أن القصف توقف.", 1),
        ("وصل د. سالم إلى المشفى.", 1),
        ("أوقفت دورية (ن.ك.) لحيازته سلاحاً.", 1),
        ("بلغ العدد 3.5 ألف نازح.", 1),
        ("سقط قتلى...", 1),
        ("بلا نقطة في آخرها", 1),
        ("", 0),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_sentence_ends_with_its_paragraph() -> None:
    assert sentences("قصفت البلدة\nوقتل مدني") == ["قصفت البلدة", "وقتل مدني"]


def test_every_word_is_in_the_sentence_it_says() -> None:
    words = words_of("عنوان الخبر هنا\n\nقصفت القوات البلدة. وقتل مدني، وأصيب آخر.\nوقال مصدر: انتهى القصف.")
    assert [i for s in words.sentences for i in range(s.first, s.last)] == list(range(len(words)))
    assert all(words.sentence[i] == n for n, s in enumerate(words.sentences) for i in range(s.first, s.last))


BODY = "قصفت قوات النظام صباح اليوم أطراف البلدة بالمدفعية الثقيلة، ما أدى إلى مقتل مدني وإصابة آخرين، وفق ما قال مصدر محلي."


def roles(text: str) -> list[str]:
    return [s.role for s in words_of(text).sentences]


def test_headline() -> None:
    assert roles(f"مقتل مدني بقصف على البلدة\n\n{BODY}") == ["headline", "body"]
    assert roles(BODY) == ["body"]


def test_read_also_is_furniture() -> None:
    assert roles(f"عنوان\n\n{BODY}\nاقرأ أيضاً: مقتل عشرة بقصف على بلدة أخرى\n{BODY}") == ["headline", "body", "furniture", "body"]


def test_related_articles_are_furniture() -> None:
    text = f"عنوان\n\n{BODY}\nمقالات ذات صلة\nمقتل عشرة بقصف\nمظاهرات في المدينة"
    assert roles(text)[2:] == ["furniture"] * 3


def test_related_articles_above_the_story_do_not_end_it() -> None:
    text = f"عنوان\nمواضيع ذات صلة\nمظاهرات في المدينة\n{BODY}\n{BODY}"
    assert roles(text) == ["headline", "furniture", "furniture", "body", "body"]


def test_a_last_line_without_a_stop_is_another_headline_unless_it_tells_on() -> None:
    story = "\n".join([BODY] * 5)
    assert roles(f"{story}\nمظاهرات في المدينة المجاورة")[-1] == "furniture"
    assert roles(f"{story}\nويتهم السكان قوات النظام باستهداف منازلهم")[-1] == "body"


def test_a_short_line_between_closed_paragraphs_is_a_heading() -> None:
    assert roles("\n".join([BODY, BODY, "مظاهرات في المدينة المجاورة", BODY]))[2] == "furniture"
    assert roles("\n".join([BODY, BODY, "محافظة حلب", BODY]))[2] == "body"
    assert roles("\n".join([BODY, "قصف على بلدة أولى", "قصف على بلدة ثانية", BODY]))[1:3] == ["body", "body"]
