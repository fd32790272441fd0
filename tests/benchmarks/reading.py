"""Readers against the plain line that does the least work, and against Babel, interleaved.

The plain lines check nothing: they read "1,500" and "1.2.3" without a word.
"""

from datetime import date
from decimal import Decimal

from babel.numbers import parse_decimal
from race import race

from danvankheo import (
    Change,
    Direction,
    DocumentRef,
    Period,
    Quantity,
    parse_change,
    parse_date,
    parse_document,
    parse_money,
    parse_number,
    parse_percent,
    parse_period,
    parse_quantity,
)
from danvankheo.units import MILLION_DONG, PERCENT

SWAP = str.maketrans({".": None, ",": "."})
NUMBER, MONEY, DAY = Decimal("1234567.8"), Quantity(Decimal("154.4"), MILLION_DONG), date(2022, 11, 2)
DIRECTIVE = DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg")
RISE = Change(direction=Direction.UP, size=Quantity(Decimal("3.05"), PERCENT), relative_to="cùng kỳ")

CASES = {
    "1.234.567,8": [
        (NUMBER, lambda: Decimal("1.234.567,8".translate(SWAP))),
        (NUMBER, lambda: parse_number("1.234.567,8")),
        (NUMBER, lambda: parse_decimal("1.234.567,8", locale="vi", strict=True)),
    ],
    "96,42%": [
        (Decimal("0.9642"), lambda: Decimal("96,42%"[:-1].translate(SWAP)) / 100),
        (Decimal("0.9642"), lambda: parse_percent("96,42%")),
        (Decimal("0.9642"), lambda: parse_decimal("96,42%"[:-1], locale="vi", strict=True) / 100),
    ],
    "154,4 triệu đồng": [
        (154_400_000, lambda: Decimal(["154,4", "triệu", "đồng"][0].translate(SWAP)) * 1_000_000),
        (MONEY, lambda: parse_money("154,4 triệu đồng")),
        None,
    ],
    "bốn mươi lăm hộ": [None, (Decimal(45), lambda: parse_quantity("bốn mươi lăm hộ").amount), None],
    "2 tỷ 150 triệu đồng": [
        None, (Quantity(2150, MILLION_DONG), lambda: parse_money("2 tỷ 150 triệu đồng")), None,
    ],
    "2/11/2022": [
        (DAY, lambda: date(*map(int, reversed(["2", "11", "2022"])))), (DAY, lambda: parse_date("2/11/2022")), None,
    ],
    "ngày 02 tháng 11 năm 2022": [None, (DAY, lambda: parse_date("ngày 02 tháng 11 năm 2022")), None],
    "6 tháng đầu năm 2022": [None, (Period.half(2022, 1), lambda: parse_period("6 tháng đầu năm 2022")), None],
    "Chỉ thị số 16/CT-TTg": [None, (DIRECTIVE, lambda: parse_document("Chỉ thị số 16/CT-TTg")), None],
    "tăng 3,05% so với cùng kỳ": [None, (RISE, lambda: parse_change("tăng 3,05% so với cùng kỳ")), None],
}  # fmt: skip

if __name__ == "__main__":
    race("reading, ns a call", ("plain", "ours", "Babel"), CASES, ((1, 0), (2, 1)))
