"""A report may be cut off behind any word (feeds cut, posts end in mid-sentence): it is read as far as it goes."""

import json
import random
import re

import pytest

import rasad
from tests import support

#: Pieces of each set of texts; the last words alone find most that a reading looks for behind them.
PIECES = 350
LONGEST = 160
ENDS = (
    "اندلعت اشتباكات بين", "قتل مدني في قصف على", "وقال إن", "مقتل", "قرية", "في", "ما لا يقل عن", "من",
    "الاشتباكات بين كل", "تبادل", "واثنين من المهاجمين أحدهما يدعى باسم سلطان الذي قُتل", "قُتل شاب أمس (عنب بلدي",
)  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_ends_in_the_middle(end: str) -> None:
    for text in (end, f"{support.STORY} {end}", f"{end}.", f"{end}،"):
        rasad.code(text, published=support.PUBLISHED)


def test_cut_behind_any_word() -> None:
    texts = [json.loads(line)["text"] for line in (support.ROOT / "evaluation" / "plain.jsonl").read_text("utf-8").splitlines()]
    texts += [path.read_text("utf-8") for path in sorted((support.ROOT / "evaluation" / "gold").glob("*.txt"))]
    chance = random.Random(20261129)
    for _ in range(PIECES):
        text = chance.choice(texts)
        end = chance.choice([word.end() for word in re.finditer(r"\S+", text)])
        rasad.code(text[max(0, end - chance.randint(10, LONGEST)) : end], published=support.PUBLISHED)
