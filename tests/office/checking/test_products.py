"""Products of a table: found by heads or by a stated formula, each figure rounded as it is shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of

PRICED = """
TT | Tên hàng | Số lượng | Đơn giá (đồng) | Thành tiền (đồng)
1  | Gạo      | 12       | 15.000         | 180.000
2  | Mì       | 30       | 4.500          | {worth}
3  | Dầu      | 7        | 42.000         | 294.000
"""
STATED = """
TT  | Tên hàng | Số lượng | Đơn giá | Thành tiền
(A) | (B)      | (1)      | (2)     | (3)=(1)x(2)
1   | Gạo      | 12       | 15.000  | {worth}
2   | Mì       | 30       | 4.500   | 135.000
"""


def findings(text):
    return list(audit_paper(paper_of(grid_of(text))))


@pytest.mark.parametrize(
    ("table", "right", "wrong", "said"),
    [
        (PRICED, "135.000", "153.000", "30 × 4.500 đồng là 135.000 đồng, bảng ghi 153.000 đồng"),
        (STATED, "180.000", "190.000", "12 × 15.000 là 180.000, bảng ghi 190.000"),
    ],
    ids=["by heads", "by a formula"],
)
def test_a_product_is_checked(table, right, wrong, said):
    assert not findings(table.format(worth=right))
    (finding,) = findings(table.format(worth=wrong))
    assert said in finding.vietnamese
    assert finding.correction == right


@given(st.integers(2, 500), st.integers(1, 999_999))
def test_a_worth_rounded_to_thousands_is_never_alleged(many, price):
    """A worth in nghìn đồng may be rounded up or down: half a thousand off is still true."""
    exact = Fraction(many * price, 1000)
    shown = int(exact + Fraction(1, 2))
    table = (
        "TT | Tên hàng | Số lượng | Đơn giá (đồng) | Thành tiền (nghìn đồng)\n"
        "1 | Gạo | 12 | 15.000 | 180\n2 | Mì | 30 | 4.500 | 135\n3 | Dầu | 7 | 42.000 | 294\n"
        f"4 | Muối | {many} | {price} | {shown}"
    )
    assert not findings(table)


def test_two_columns_of_money_are_never_multiplied():
    assert not findings(
        "TT | Xã | Số hộ | Mức (đồng) | Thành tiền (đồng) | Đã chi (đồng)\n"
        "1 | Ia Sơn | 3 | 500.000 | 1.500.000 | 700.000\n2 | An Thành | 2 | 400.000 | 800.000 | 800.000"
    )
