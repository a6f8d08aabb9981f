"""Acts in words that few lists had: who accepts not, who decides not to, who acts in words and is no more than political."""

from datetime import date

import pytest

import rasad


def told(text: str) -> list[str]:
    return [event.event_type for event in rasad.code(text, published=date(2021, 6, 9))]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # Whoever accepts or recognises not refuses; two that accept make a deal, one gives way.
        ("لم توافق الحكومة الإسرائيلية على مقترح الوسطاء.", ["REJECT"]),
        ("لا تعترف حكومة الوحدة بقرارات مجلس النواب.", ["REJECT"]),
        ("لا يقبل الجيش أي شروط مسبقة، بحسب المتحدث باسمه.", ["REJECT"]),
        ("قرر الحزب التقدمي الاشتراكي ألا يشارك في الحكومة المقبلة.", ["REJECT"]),
        ("وافق الطرفان على وقف القتال لمدة 72 ساعة.", ["AGREE"]),
        ("وافقت الإدارة الذاتية على فتح معبر سيمالكا.", ["CONCEDE"]),
        ("اعترفت إسبانيا بدولة فلسطين.", ["SUPPORT"]),
        # Leaving a government or talks is no retreat of a force.
        ("أعلن التيار الصدري انسحابه من العملية السياسية.", ["REJECT"]),
        ("أعلن الجيش انسحابه من بلدة طفس أمس.", ["RETREAT"]),
        # Its own membership or another's.
        ("جمّد الحزب الشيوعي السوداني عضويته في تحالف قوى الحرية والتغيير.", ["REJECT"]),
        ("جمّد الاتحاد الأفريقي عضوية السودان.", ["SANCTION"]),
        # A side right behind a verb is its subject, where a word tells what else was done.
        ("طعن ائتلاف دولة القانون بنتائج الانتخابات أمام المحكمة الاتحادية.", ["ACCUSE"]),
        ("طعن مجهول شرطياً بسكين في مدينة الناصرية.", ["ASSAULT"]),
        ("أوقف الجيش ثلاثة مطلوبين في بلدة عرسال.", ["COERCE"]),
        # Who acts in words is seldom more than political; without him a weak word tells nothing.
        ("انتقد المرصد صمت المجتمع الدولي.", ["ACCUSE"]),
        ("تخلى الحزب عن شرط الثلث المعطل.", ["CONCEDE"]),
        ("انتقد صمت المجتمع الدولي.", []),
        # A denial of charges banishes nobody, and is none of them.
        ("نفى المسؤول اتهامات المعارضة.", []),
        ("طلبت العائلة عدم نشر اسمها.", []),
        ("طلب رئيس البلدية من الأهالي عدم مغادرة منازلهم.", ["REQUEST"]),
    ],
)
def test_words(text: str, types: list[str]) -> None:
    assert told(text) == types


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("لم تتهم الشرطة أي جهة بالهجوم على مدينة الناصرية.", ["الشرطة"]),
        ("بكركي تتهم الحكومة بقمع المحتجين في مدينة بيروت.", ["بكركي"]),
    ],
)
def test_a_particle_before_a_verb_is_nobody(text: str, sources: list[str]) -> None:
    events = rasad.code(text, published=date(2021, 6, 9))
    assert [a.text for event in events for a in event.actors if a.role == "source"][:1] == sources
