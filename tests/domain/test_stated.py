"""What a text can state: each kind of it is written as Vietnamese, by the one ladder of texts."""

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from danvankheo import (
    Approximation,
    Attainment,
    Change,
    DocumentRef,
    FromTo,
    PartialDate,
    Period,
    PeriodKind,
    Quantity,
    QuantityRange,
    Ratio,
)
from danvankheo.domain.periods import PartialPeriod
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude, Stated
from danvankheo.formatting.texts import text_of
from danvankheo.units import MILLION_DONG, PERCENT, WORKDAY

FIVE, SIX = Quantity(5, PERCENT), Quantity(6, PERCENT)
WRITTEN = [
    (Quantity(Decimal("154.4"), MILLION_DONG), "154,4 triệu đồng"),
    (QuantityRange(FIVE, SIX), "từ 5 đến 6%"),
    (Ratio(part=27, whole=28), "27/28"),
    (Change(direction="down", size=FIVE), "giảm 5%"),
    (FromTo(before=FIVE, after=SIX, direction="up"), "tăng từ 5% lên 6%"),
    (Attainment(figure=FIVE, mode="exceed"), "vượt 5% kế hoạch"),
    (OrderOfMagnitude(words="hàng trăm", unit=WORKDAY, floor=100), "hàng trăm ngày công (từ 100 ngày công)"),
    (OrderOfMagnitude(words="vài", unit=WORKDAY), "vài ngày công"),
    (LocalArea(amount=Decimal("1.5"), unit="sào", approximation=Approximation.OVER), "hơn 1,5 sào"),
    (DocumentRef(number="16", symbol="CT-TTg", type="Chỉ thị"), "Chỉ thị số 16/CT-TTg"),
    (Period.year(2022), "năm 2022"),
    (PartialPeriod(kind=PeriodKind.QUARTER, number=4), "quý IV"),
    (date(2022, 11, 2), "2/11/2022"),
    (PartialDate(day=2, month=11), "2/11"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_each_is_written(value, text):
    assert text_of(value) == text
    if not isinstance(value, date):  # Python's own has its own `str`
        assert str(value) == f"{value}" == text


def test_every_kind_has_a_case():
    assert {type(value) for value, _ in WRITTEN} == {*get_args(Stated)}
