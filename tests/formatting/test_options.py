"""Every option reaches the figures that it is about, in every function that takes it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from danvankheo import (
    Attainment,
    Direction,
    FromTo,
    Quantity,
    Rounding,
    format_attainment,
    format_change,
    format_from_to,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    format_ratio,
    money_to_words,
    percent_to_words,
)
from danvankheo.formatting import fraction_to_words, ordinal_to_words
from danvankheo.units import PERCENT

CUT, UP = Rounding.TRUNCATE, Rounding.UP


SCHOOLS = Quantity(Decimal("96.428"), PERCENT)


FALL = FromTo(
    before=Quantity(Decimal("11.425"), PERCENT),
    after=Quantity(Decimal("4.051"), PERCENT),
    direction=Direction.DOWN,
)


@pytest.mark.parametrize(
    ("write", "cut", "up"),
    [
        (lambda **how: format_number(Decimal("96.428"), decimals=2, **how), "96,42", "96,43"),
        (lambda **how: format_percent(Fraction(27, 28), decimals=2, **how), "96,42%", "96,43%"),
        (lambda **how: format_quantity(SCHOOLS, decimals=2, **how), "96,42%", "96,43%"),
        (lambda **how: format_change(SCHOOLS, decimals=2, **how), "tăng 96,42%", "tăng 96,43%"),
        (
            lambda **how: format_from_to(FALL, decimals=1, **how),
            "giảm từ 11,4% xuống còn 4,0%",
            "giảm từ 11,5% xuống còn 4,1%",
        ),
        (
            lambda **how: format_ratio(27, 28, percent=True, decimals=2, **how),
            "27/28 (96,42%)",
            "27/28 (96,43%)",
        ),
        (
            lambda **how: format_attainment(Fraction(27, 28), decimals=2, **how),
            "đạt 96,42% kế hoạch",
            "đạt 96,43% kế hoạch",
        ),
        (
            lambda **how: format_attainment(SCHOOLS, decimals=2, **how),
            "đạt 96,42% kế hoạch",
            "đạt 96,43% kế hoạch",
        ),
        (
            lambda **how: format_attainment(Attainment(figure=SCHOOLS), decimals=2, **how),
            "đạt 96,42% kế hoạch",
            "đạt 96,43% kế hoạch",
        ),
        (
            lambda **how: format_money(999_999_999, scale_word="auto", decimals=1, **how),
            "999,9 triệu đồng",
            "1,0 tỷ đồng",
        ),
        (
            lambda **how: format_money(154_460_000, scale_word="million", decimals=1, **how),
            "154,4 triệu đồng",
            "154,5 triệu đồng",
        ),
        (
            lambda **how: percent_to_words(Fraction(27, 28), decimals=1, **how),
            "chín mươi sáu phẩy bốn phần trăm",
            "chín mươi sáu phẩy năm phần trăm",
        ),
    ],
    ids=range(12),
)
def test_the_way_of_rounding_decides_the_last_digit(write, cut, up):
    assert (write(rounding=CUT), write(rounding=UP)) == (cut, up)


@pytest.mark.parametrize(
    ("write", "north", "south"),
    [
        (money_to_words, "hai mươi tư đồng", "hai mươi bốn đồng"),
        (
            lambda number, **style: percent_to_words(Fraction(number, 100), **style),
            "hai mươi tư phần trăm",
            "hai mươi bốn phần trăm",
        ),
        (ordinal_to_words, "thứ hai mươi tư", "thứ hai mươi bốn"),
        (
            lambda number, **style: fraction_to_words(number, 31, **style),
            "hai mươi tư phần ba mươi mốt",
            "hai mươi bốn phần ba mươi mốt",
        ),
    ],
    ids=range(4),
)
def test_the_words_of_a_region_are_used_throughout(write, north, south):
    assert (write(24), write(24, four="bốn")) == (north, south)
