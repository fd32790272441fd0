"""Whole numbers in words."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Quantity, money_to_words, number_to_words
from danvankheo.formatting import fraction_to_words
from danvankheo.units import MILLION_DONG


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"), (1, "một"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
        (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"),
        (95, "chín mươi lăm"), (100, "một trăm"), (101, "một trăm linh một"), (104, "một trăm linh bốn"),
        (111, "một trăm mười một"), (1000, "một nghìn"), (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"), (2022, "hai nghìn không trăm hai mươi hai"),
        (1_000_000, "một triệu"), (10**9, "một tỷ"), (10**15, "một triệu tỷ"), (10**18, "một tỷ tỷ"),
        (987_654_321_005,
         "chín trăm tám mươi bảy tỷ sáu trăm năm mươi tư triệu ba trăm hai mươi mốt nghìn không trăm linh năm"),
        (1_000_000_005, "một tỷ không trăm linh năm"), (-1, "âm một"),
    ],
)  # fmt: skip
def test_formal_words(number, words):
    assert number_to_words(number) == words


def test_regional_words():
    assert number_to_words(104_024, zero="lẻ", thousand="ngàn", four="bốn") == (
        "một trăm lẻ bốn ngàn không trăm hai mươi bốn"
    )
    assert fraction_to_words(24, 104, four="bốn", zero="lẻ") == "hai mươi bốn phần một trăm lẻ bốn"


def test_decimals_keep_their_zeros_and_nothing_is_not_below_zero():
    told = [number_to_words(number) for number in (Decimal("0.0"), Decimal("-0.50"), 0.0, Fraction(0))]
    assert told == ["không phẩy không", "âm không phẩy năm không", "không", "không"]


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_different_numbers_read_differently(one, other):
    assert (number_to_words(one) == number_to_words(other)) == (one == other)


@pytest.mark.parametrize(
    ("number", "options"),
    [(float("inf"), {}), (10**100, {}), ("1", {}), (True, {}), (1, {"zero": "không"}), (1, {"four": "bon"})],
)
def test_refused(number, options):
    with pytest.raises(InvalidValueError):
        number_to_words(number, **options)


def test_zeros_after_the_comma_are_no_words_of_an_amount():
    """154,4 triệu is 154400000.0 đồng, and no voucher says "phẩy không đồng"."""
    assert money_to_words(Quantity(Decimal("154.4"), MILLION_DONG).value) == (
        "một trăm năm mươi tư triệu bốn trăm nghìn đồng"
    )
