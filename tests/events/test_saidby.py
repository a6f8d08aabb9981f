"""Whose words an act is: beside what somebody told, and in a statement of whoever did it."""

import pytest

import rasad


def said(text: str, trigger: str) -> list[str]:
    """The kinds of the sources of the act told by `trigger`."""
    events = rasad.code(text, published="2024-05-10")
    return next([s.kind for s in e.sources] for e in events if trigger in e.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "kinds"),
    [
        ("وأكد وزير الخارجية أن الجيش قصف مواقع داعش، فيما اتهم محافظ نينوى رئيس الوزراء بالتقصير.", "قصف", ["official"]),
        ("وأكد وزير الخارجية أن الجيش قصف مواقع داعش، فيما اتهم محافظ نينوى رئيس الوزراء بالتقصير.", "اتهم", []),
        ("وكان حزب الله قد استهدف ثكنة برانيت بالصواريخ، بحسب بيان أصدره.", "استهدف", ["conflict_party"]),
        ("وكان حزب الله قد استهدف ثكنة برانيت بالصواريخ، بحسب بيان للجيش الإسرائيلي.", "استهدف", ["conflict_party"]),
        ("وكان حزب الله قد استهدف ثكنة برانيت بالصواريخ.", "استهدف", []),
        ("قالت الشبكة السورية لحقوق الإنسان إن قوات النظام اعتقلت طبيباً. وطالبت بالإفراج عنه فوراً.", "وطالبت", ["monitor"]),
        ("قال المجلس البلدي إن مسلحين خطفوا العميد. ودعا البيان الأجهزة الأمنية إلى كشف الخاطفين.", "ودعا", ["official"]),
        ("قال شهود إن انفجاراً هز المنزل. كما وصلت دورية من الشرطة وباشرت التحقيق في الحادث.", "التحقيق", ["witness"]),
        ("قال تجمع أحرار حوران إن مجهولين قتلوا شرطياً. والأربعاء، هاجم مسلحون حاجزاً في طفس.", "هاجم", []),
    ],
)
def test_whose_words_an_act_is(text: str, trigger: str, kinds: list[str]) -> None:
    assert said(text, trigger) == kinds
