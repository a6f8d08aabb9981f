"""Words that look like an act and tell none, within a report, each with a twin that does (`tests/data/no_acts.tsv`)."""

import pytest

from tests.support import events_of, table

#: A report before the sentence and behind it.
BEFORE = "قصفت قوات النظام بالمدفعية بلدة كفر نبل في ريف إدلب الجنوبي يوم الثلاثاء، ما أدى إلى مقتل مدنيين اثنين.\n"
BEHIND = "\nواعتقلت دورية للشرطة العسكرية مساء الأربعاء ثلاثة شبان عند حاجز الجسر في مدينة عفرين."


@pytest.mark.parametrize("row", table("no_acts.tsv"), ids=lambda row: f"{row['told']}-{row['text'][:40]}")
def test_only_acts_are_told(row: dict[str, str]) -> None:
    text = BEFORE + row["text"] + BEHIND
    first, last = len(BEFORE), len(BEFORE) + len(row["text"])
    told = {e.event_type for e in events_of(text, day="2020-03-12") if first <= e.trigger.start < last}
    assert told == ({row["told"]} if row["told"] != "-" else set())
