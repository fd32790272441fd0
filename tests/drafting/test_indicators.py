"""Which figures beside an indicator are its own: a share, a plan that is met, a change, by rule."""

import pytest

from danvankheo import draft_movement
from danvankheo.formatting.quantities import format_quantity

HEAD = "UBND xã An Khê\nBáo cáo năm 2022\n"


def _drafted(text):
    """The indicators of a text: part, whole, whether that is a plan, the value and the change."""
    found = []
    for one in draft_movement(HEAD + text, name="Dân vận khéo").movement.indicators:
        counts = f"{one.part}/{one.whole}" if one.whole else f"{one.part}" if one.part else "-"
        value = format_quantity(one.value) if one.value else "-"
        change = format_quantity(one.change) if one.change else "-"
        found.append((counts, "plan" if one.whole_is_plan else "all", value, change))
    return found


@pytest.mark.parametrize(
    ("text", "counts", "whole_is", "value", "change"),
    [
        # a share is of the count before it, in brackets or after a comma
        ("Có 359 hộ nghèo, chiếm 2,04%.", "359", "all", "2,04%", "-"),
        ("Xã có 359 hộ nghèo (chiếm 2,04%).", "359", "all", "2,04%", "-"),
        # a percentage restates its ratio; more than the whole of money is more than a plan
        ("Xã có 27/28 trường đạt chuẩn (96,43%).", "27/28", "all", "96,43%", "-"),
        ("Vốn giải ngân đạt 90/100 tỷ đồng (90%).", "90/100", "all", "90%", "-"),
        ("Vốn giải ngân đạt 100/100 tỷ đồng (100%).", "100/100", "all", "100%", "-"),
        ("Tổng thu ngân sách xã đạt 126/106 tỷ đồng (118,87%).", "126/106", "plan", "118,87%", "-"),
        ("Thu ngân sách đạt 126/106 tỷ đồng, đạt 118,87% kế hoạch.", "126/106", "plan", "118,87%", "-"),
        # a percentage far away is of something else
        (
            "Có 12/15 xã đạt chuẩn, và sau nhiều năm cố gắng không ngừng của cả hệ thống, bằng 80%.",
            "12/15", "all", "-", "-",
        ),
        # a change is in the unit of its figure, or in percent; "2 lần" is by or to twice as much
        ("Tỷ lệ hộ nghèo 5% (giảm 2% so với năm 2021).", "-", "all", "5%", "-2%"),
        ("Tỷ lệ hộ nghèo 5% (giảm 2 điểm phần trăm so với năm 2021).", "-", "all", "5%", "-2 điểm phần trăm"),
        ("Tỷ lệ hộ nghèo 5% (tăng 2 lần so với năm 2021).", "-", "all", "5%", "-"),
        ("Tỷ lệ hộ nghèo 5% (tăng gấp 2 lần so với năm 2021).", "-", "all", "5%", "-"),
        ("Tỷ lệ hộ nghèo 5% (tăng 4 triệu đồng so với năm 2021).", "-", "all", "5%", "-"),
        ("Tỷ lệ hộ nghèo 5% (không thay đổi so với năm 2021).", "-", "all", "5%", "-"),
    ],
)  # fmt: skip
def test_what_belongs_to_an_indicator(text, counts, whole_is, value, change):
    assert _drafted(text)[:1] == [(counts, whole_is, value, change)]


@pytest.mark.parametrize("text", ["Chiếm 2/3 số hộ nghèo.", "Góp 12 triệu đồng, chiếm 5%."])
def test_a_fraction_and_a_share_of_money_are_no_indicators(text):
    assert _drafted(text) == []
