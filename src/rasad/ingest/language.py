"""Which language a report is in: Arabic against its neighbours in the Arabic script, and any other by name.

Arabic is told from Persian, Urdu, Kurdish (Sorani), Pashto and Uyghur by the letters that only those have and by the
commonest function words of each; general detectors are unsure on one-line reports. Other scripts that have one
likely language are named by the script; Latin and Cyrillic go to the detector that comes with the page parser.
"""

import re
from collections import Counter
from typing import Final

#: Letters looked at; the language of a report does not change after this many.
SAMPLE: Final = 20_000

_ARABIC: Final = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc"
_SCRIPTS: Final = (
    ("arabic", re.compile(f"[{_ARABIC}]")),
    ("latin", re.compile("[A-Za-zÀ-ɏḀ-ỿ]")),
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("syr", re.compile("[\u0710-\u074f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)

#: Letters that a language has and Arabic has not; گ, چ, پ alone say little, Iraqi and Gulf names are written with them.
_LETTERS: Final = {
    "fa": ("پچژگ", "کی"),
    "ur": ("ٹڈڑںےھ", "ہکی"),
    "ku": ("ڕڵۆێڤ", "ەی"),
    "ps": ("ټډړږښځڅېۍګڼ", "ی"),
    "ug": ("ۇۆۈۋېڭ", "ەى"),
}
_WORDS: Final = {
    "ar": "في من على إلى الى أن ان إن عن مع التي الذي بعد قبل بين هذا هذه ذلك قال كان كانت لم لا ما خلال اليوم أمس بحسب",
    "fa": "و در به از که این است را با برای های می شد شده کرد کردند شدند یک آن بر تا نیز بود اند خود هم در",
    "ur": "کے کی کا میں نے سے اور ہے پر کو ہیں تھا کہ اس یہ تھے گیا بھی ایک جو",
    "ku": "لە و بۆ کە بە لەگەڵ ئەم ئەو لەسەر دەکات کرد بوو هەر یەک دوای",
    "ps": "د په چې کې او له ته دی دي يې سره وو پر شوي هم کړي",
    "ug": "ۋە بىلەن بۇ ئۇ بىر ئۈچۈن دەپ بولۇپ قىلغان",
}
_WORD_SETS: Final = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_ARABIC_WORD = re.compile(f"[{_ARABIC}]+")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200c\u200d]")

_LATIN_WORDS: Final = {
    "en": "the of and in to was were by at on for with from that which near",
    "fr": "le la les des du un une et dans sur par pour avec est été qui selon",
    "de": "der die das und in von mit ein eine bei auf nach wurde wurden den dem",
    "es": "el la los las de del y en un una por con que se fue según",
    "it": "il lo la le i gli di del della e in un una per con che è ha hanno dalla nella sono",
    "tr": "ve bir bu de da için ile olarak olan göre ise sonra oldu üç iki",
    "ku": "û li ji bi di ku de ya yên ên hat hatin kirin",
}
_LATIN_SETS: Final = {code: frozenset(words.split()) for code, words in _LATIN_WORDS.items()}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where there are no letters or nothing tells.

    The script of most letters decides first, so an Arabic report that quotes English stays Arabic.
    """
    sample = text[:SAMPLE]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    if counts["ja"]:
        counts["zh"] = 0
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return None
    if script == "arabic":
        return _in_arabic_script(_MARKS.sub("", sample))
    if script in ("latin", "cyrillic"):
        return _by_detector(sample, latin=script == "latin")
    return None if script == "syr" else script


def _in_arabic_script(sample: str) -> str:
    """The best-scored language; shares of letters and of words, both in 0..1 and so comparable for any length."""
    words = _ARABIC_WORD.findall(sample)
    letters = Counter("".join(words))
    total = max(1, sum(letters.values()))
    scores = {code: sum(w in known for w in words) / max(1, len(words)) for code, known in _WORD_SETS.items()}
    for code, (own, shared) in _LETTERS.items():
        # 8 and 2: one own letter in forty outweighs the common words that Arabic and Persian share (و، در، با).
        scores[code] += 8 * sum(letters[c] for c in own) / total + 2 * sum(letters[c] for c in shared) / total
    # ة, ى and the article are Arabic's own marks; the weight of 3 is that of the article's share in news text.
    scores["ar"] += sum(w.startswith("ال") or "ة" in w for w in words) / max(1, len(words)) * 1.5
    scores["ar"] += 3 * (letters["ة"] + letters["أ"] + letters["إ"]) / total
    best = max(scores, key=lambda code: scores[code])
    # Arabic is what Rasad reads: another language must be seen, not merely be ahead by a trifle.
    return best if scores[best] > scores["ar"] + 0.1 else "ar"


def _by_detector(sample: str, *, latin: bool) -> str | None:
    """Latin or Cyrillic text: common words first, which hold for one line; then letter statistics, which need more."""
    if latin:
        words = re.findall(r"[^\W\d_]+", sample.lower())
        scores = sorted(((sum(w in known for w in words), code) for code, known in _LATIN_SETS.items()), reverse=True)
        if scores[0][0] >= 2 and scores[0][0] >= 0.12 * len(words) and scores[0][0] > 1.5 * scores[1][0]:
            return scores[0][1]
    from resiliparse.parse.lang import detect_fast  # heavy, and most inputs are Arabic

    code, _rank = detect_fast(sample)
    return None if code == "unknown" else str(code)
