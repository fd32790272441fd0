"""Phrases of a report: one figure, one indicator, one award."""

from datetime import date
from decimal import Decimal

import pytest

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    DocumentRef,
    Indicator,
    Organization,
    Period,
    Quantity,
    counted,
)
from danvankheo.awarding import AwardKind, RecipientGroups
from danvankheo.formatting.phrases import amount, award_line, indicator_line
from danvankheo.units import DONG, PER_MILLE, PERCENT, SQUARE_METRE

Y2022 = Period.year(2022)


def _percent(value: str, approximation: Approximation = Approximation.EXACTLY) -> Quantity:
    return Quantity(Decimal(value), PERCENT, approximation)


@pytest.mark.parametrize(
    ("indicator", "line"),
    [
        (Indicator(name="A", part=27, whole=28), "A: 27/28 (96,43%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("96.43")), "A: 27/28 (96,43%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("96")), "A: 27/28 (96%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("95", Approximation.OVER)),
         "A: 27/28 (hơn 95%; tính ra 96,43%)"),
        (Indicator(name="A", part=204, whole=10_000, value=Quantity(Decimal("20.4"), PER_MILLE)),
         "A: 204/10.000 (20,4‰)"),
        (Indicator(name="A", part=3, whole=4, value=Quantity(9, counted("cây"))), "A: 3/4 (9 cây)"),
        (Indicator(name="A", part=0, whole=0), "A: 0/0"),
        (Indicator(name="A", value=_percent("5"), change=_percent("1"), compared_to=Period.stage(2016, 2020)),
         "A: 5%, tăng 1% so với giai đoạn 2016-2020"),
        (Indicator(name="A", value=_percent("5"), change=_percent("-1"), earlier=_percent("6"),
                   compared_to=Period.year(2021)),
         "A: 5%, giảm 1% so với cùng kỳ năm 2021 (6%)"),
    ],
    ids=range(9),
)  # fmt: skip
def test_indicators(indicator, line):
    assert indicator_line(indicator, Y2022) == line


def test_a_year_without_a_year_before_is_no_crash():
    told = Indicator(name="A", value=_percent("5"), change=_percent("1"), compared_to=Period.year(2))
    assert indicator_line(told, Period.year(1)) == "A: 5%, tăng 1% so với năm 0002"
    assert indicator_line(told, Period.stage(2, 5)) == "A: 5%, tăng 1% so với năm 0002"


def test_awards():
    award = Award(
        form=AwardForm.BANG_KHEN,
        granter=Organization(name="Chủ tịch UBND tỉnh"),
        decision=DocumentRef(type="Quyết định", number=5, symbol="QĐ-UBND"),
        decided=date(2022, 11, 2),
        mixed=262,
        reason="thành tích xuất sắc",
    )
    assert award_line(award) == (
        "Chủ tịch UBND tỉnh tặng bằng khen cho 262 tập thể, cá nhân (chưa tách riêng) "
        "có thành tích xuất sắc theo Quyết định số 05/QĐ-UBND, ngày 2 tháng 11 năm 2022"
    )


def test_an_award_with_its_kind_and_the_groups_of_its_recipients():
    award = Award(
        form=AwardForm.GIAY_KHEN,
        collectives=3,
        individuals=20,
        kind=AwardKind.AD_HOC,
        groups=RecipientGroups(enterprises=2, direct_workers=12, women=0),
    )
    assert award_line(award) == (
        "Tặng giấy khen cho 3 tập thể và 20 cá nhân (trong đó 2 doanh nghiệp; 12 người trực tiếp công tác, "
        "lao động; 0 nữ), khen thưởng đột xuất"
    )


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (0, "0 đồng"),
        (999_999, "999.999 đồng"),
        (1_234_500_000, "1.234.500.000 đồng"),
        (1_234_500_000_000, "1.234,5 tỷ đồng"),
        (1_132_000_000_000, "1.132 tỷ đồng"),
        (214_400_001, "214.400.001 đồng"),
    ],
)
def test_totals_are_printed_exactly_and_shortly(dong, text):
    assert amount(Quantity(dong, DONG)) == text
    assert amount(Quantity(260, SQUARE_METRE)) == "260 m2"
