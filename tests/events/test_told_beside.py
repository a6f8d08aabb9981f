"""What only goes with an act that is told beside it, and acts told by a noun that a verb of doing carries."""

from datetime import date

import pytest

import rasad


def told(text: str) -> list[str]:
    return [event.event_type for event in rasad.code(text, published=date(2024, 5, 12))]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # Who comes in to arrest or to fight moves no force besides; who only comes in does.
        ("دخلت قوة من الجيش بلدة الطيبة فجر اليوم واعتقلت ستة شبان.", ["COERCE"]),
        ("دخلت وحدات من الجيش إلى مدينة الطبقة صباح اليوم.", ["MOBILIZE"]),
        # Who does it stands between the verb of doing and the noun.
        ("أقدم محتجون أمس على إغلاق مبنى بلدية الشطرة وسط المدينة.", ["PROTEST"]),
        ("عمد جنود من الجيش اللبناني إلى إزالة خيام المعتصمين في ساحة النور بطرابلس أمس.", ["COERCE"]),
        # When it was done is no time that is killed, a commander no order.
        ("وفي الوقت نفسه قتل ملثمون حارساً قرب مدرسة في مدينة نوى.", ["ASSAULT"]),
        ("قامت الشرطة العسكرية باعتقال آمر السرية الثانية في مدينة صبراتة أمس.", ["COERCE"]),
        # What rockets and drones do is no move of troops and no march.
        ("قال الدفاع المدني إن صاروخين انطلقا من القطاع صباح اليوم.", []),
        # What for, and how not.
        ("أغلق الجيش الجسر لكي لا يصل المتظاهرون إلى القصر في الخرطوم.", ["COERCE"]),
        ("عبرت قوات الدعم السريع الجسر بلا قتال أمس.", ["MOBILIZE"]),
        # What a crowd shouts is not done.
        ("تجمع مئات المحتجين في ساحة المدينة أمس وهم يهتفون بسقوط النظام.", ["PROTEST"]),
        # A beginning, far from the truce that begins.
        ("بدأ في مدينة الفاشر، مساء الأحد، سريان هدنة بين الجانبين.", ["AGREE"]),
        ("شن الجيش الليبي أمس عملية في جنوب البلاد ضد تنظيم داعش.", ["ASSAULT"]),
    ],
)
def test_what_goes_with_an_act_and_what_tells_one(text: str, types: list[str]) -> None:
    assert told(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # A crowd asks, an official orders.
        (
            "تظاهر المئات في مدينة الكوت أمس، وأمر المحافظ الشرطة بحماية المتظاهرين.",
            ["PROTEST", "REQUEST"],
        ),
        # What he will do who warns.
        ("أغلقت الحكومة سفارتها في دمشق، محذرة من أنها سترد على أي هجوم جديد.", ["SANCTION", "THREATEN"]),
        # A clause of time behind a demand tells on.
        (
            "طالب الأهالي الجيش بالانسحاب، وحين حاول تفريقهم اندلعت اشتباكات في بلدة نوى بين الجيش ومسلحين.",
            ["REQUEST", "ASSAULT"],
        ),
        # What a deal was carried out or reached.
        ("أفرج الجيش عن عشرين شاباً أمس تنفيذاً لاتفاق أبرمه مع وجهاء مدينة طفس.", ["RETREAT", "AGREE"]),
        # A verb that looks like a dam.
        ("سدّ المتظاهرون طرقاً رئيسة في مدينة الزاوية أمس.", ["PROTEST"]),
        # Whose delegate speaks.
        ("قال رئيس وفد الحكومة في محادثات الأسرى إن الجماعة رفضت تسليم القوائم.", ["REJECT"]),
        # Till when.
        ("حظرت جماعة الحوثي أمس مرور السفن في البحر الأحمر حتى إطلاق سراح أسراها.", ["COERCE"]),
        # A house of the displaced, and who is burnt out in dissent.
        ("قصفت المدفعية أمس مركزاً مؤقتاً يؤوي نازحين في مدينة الفاشر.", ["ASSAULT"]),
        ("قال مراسلنا إن العشرات أحرقوا بوابة بلدية الناصرية أمس احتجاجاً على تردي الخدمات.", ["PROTEST"]),
        # One side stops firing; an amnesty is ordered.
        ("أعلنت الحركة أنها توقف إطلاق النار من جانبها وحدها في ولاية النيل الأزرق.", ["CONCEDE"]),
        ("أمر رئيس المجلس أمس بالعفو عن مئة سجين.", ["CONCEDE"]),
        # Blows are no demand, settlers who come out are no protest.
        ("وجهت القوات الجوية أمس ضربات لمواقع تنظيم داعش في جبال حمرين.", ["ASSAULT"]),
        ("جرت عملية تبادل أسرى أمس بين الجيش والجماعة. وأطلق الجيش في يوليو الماضي ستين أسيراً.", ["COOPERATE", "RETREAT"]),
    ],
)
def test_what_is_told_on_and_what_is_only_said(text: str, types: list[str]) -> None:
    assert told(text) == types


def test_a_toll_to_the_man_is_of_one_act() -> None:
    text = (
        "قصفت قوات النظام أمس حياً في مدينة تعز فقتلت سبعة مدنيين.\n"
        "وقال مصدر في السلطة المحلية إن قذيفة سقطت على حي الجحملية وأدت إلى مقتل سبعة."
    )
    assert told(text) == ["ASSAULT"]


def test_a_deal_that_is_carried_out_has_no_day_of_its_own() -> None:
    found = rasad.code(
        "خرجت الدفعة الأولى من مقاتلي الحركة من مدينة حرستا أمس. ويأتي خروجهم تنفيذاً لاتفاق أبرمته الحركة مع الجانب الروسي.",
        published=date(2024, 5, 12),
    )
    assert [e.date.start for e in found if e.event_type == "AGREE"] in ([], [None])
