"""Numbers and percentages: exact, equal to CLDR where CLDR is right, whatever the context."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from babel.numbers import format_decimal
from babel.numbers import format_percent as babel_percent
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import InvalidValueError, Rounding, format_number, format_percent, round_to, share
from danvankheo.errors import NotExactError
from support import exact, numbers, roundings, tidy


@given(numbers, st.integers(0, 12), roundings)
def test_the_digits_are_those_of_the_rounded_value(number, decimals, rounding):
    text = format_number(number, decimals=decimals, rounding=rounding)
    assert tidy(text) == round_to(number, decimals, rounding=rounding)
    assert len(text.partition(",")[2]) == decimals


@given(st.one_of(st.integers(-(10**30), 10**30), st.decimals(-(10**15), 10**15, allow_nan=False)))
def test_without_decimals_nothing_is_lost_and_nothing_is_too_much(number):
    text = format_number(number)
    assert Fraction(tidy(text)) == exact(number)
    assert not ("," in text and text.endswith("0"))
    assert text != "-0"


@given(st.decimals(-(10**12), 10**12, allow_nan=False), st.integers(0, 6))
def test_equal_to_babel_under_a_half_up_context(number, decimals):
    with localcontext() as context:
        context.prec, context.rounding = 60, ROUND_HALF_UP
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        expected = format_decimal(number, format=pattern, locale="vi", decimal_quantization=True)
    if tidy(expected) != 0:  # Babel writes -0
        assert format_number(number, decimals=decimals) == expected


@given(st.decimals(0, 100, places=6))
def test_percent_equals_babel(ratio):
    with localcontext() as context:
        context.prec, context.rounding = 60, ROUND_HALF_UP
        expected = babel_percent(ratio, format="#,##0.00%", locale="vi")
    assert format_percent(ratio, decimals=2) == expected


@given(numbers)
def test_the_callers_context_changes_nothing(number):
    expected = format_number(number, decimals=2), format_percent(number, decimals=1)
    with localcontext() as context:
        context.prec, context.Emax, context.Emin = 1, 1, -1
        context.traps = dict.fromkeys(context.traps, True)
        assert (format_number(number, decimals=2), format_percent(number, decimals=1)) == expected


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"), (Decimal("-0"), "0"), (Decimal("-0.00"), "0"), (-1234, "-1.234"),
        (1e22, "10.000.000.000.000.000.000.000"), (Decimal("1E+3"), "1.000"), (Fraction(1, 8), "0,125"),
        (0.1, "0,1"), (Decimal("2.50"), "2,5"), (-2.5, "-2,5"), (Decimal("1E-7"), "0,0000001"),
    ],
)  # fmt: skip
def test_the_shortest_exact_digits(number, text):
    assert format_number(number) == text


@pytest.mark.parametrize(
    ("number", "error", "code"),
    [
        (True, InvalidValueError, "number"),
        ("12", InvalidValueError, "not-text"),
        (None, InvalidValueError, "number"),
        (1j, InvalidValueError, "number"),
        (float("nan"), InvalidValueError, "finite"),
        (float("-inf"), InvalidValueError, "finite"),
        (Decimal("sNaN"), InvalidValueError, "finite"),
        (Decimal("NaN123"), InvalidValueError, "finite"),
        (Fraction(3**1000, 2**2000), InvalidValueError, "bounded"),
        (Decimal("1e999999999"), InvalidValueError, "bounded"),
        (Decimal("1e-999999999"), InvalidValueError, "bounded"),
        (10**100, InvalidValueError, "bounded"),
        (-(10**10_000), InvalidValueError, "bounded"),
        (Fraction(1, 10**900), InvalidValueError, "bounded"),
        (Fraction(1, 2**150), InvalidValueError, "bounded"),
        (Fraction(1, 3), NotExactError, "decimals-needed"),
    ],
    ids=range(16),
)
def test_refused_with_a_reason(number, error, code):
    with pytest.raises(error) as caught:
        format_number(number)
    assert caught.value.reason.value == code


def test_bounds_hold_under_any_context():
    with localcontext() as context:
        context.capitals = 0
        with pytest.raises(InvalidValueError):
            format_number(Decimal("1E+999999"))
        assert format_number(Decimal("1E+3")) == "1.000"
    for number in (Fraction(10**300), Fraction(10**300, 7)):
        with pytest.raises(InvalidValueError, match="at most 100 digits"):
            format_number(number, decimals=0)


def test_the_largest_number_is_written_out():
    assert tidy(format_number(10**100 - 1)) == 10**100 - 1


def test_rounding_minus_a_little_gives_no_minus_zero():
    assert format_number(Decimal("-0.004"), decimals=2) == "0,00"
    assert format_number(Fraction(-1, 1000), decimals=2) == "0,00"


def test_a_share_without_end_asks_for_decimals():
    with pytest.raises(NotExactError, match="decimals=") as caught:
        format_percent(share(27, 28))
    assert caught.value.reason.value == "decimals-needed"


@pytest.mark.parametrize("decimals", [-1, 101, True, "2", 1.0])
def test_decimals_are_a_small_whole_number(decimals):
    with pytest.raises(InvalidValueError, match="decimals"):
        format_number(Decimal("1.5"), decimals=decimals)


def test_grouping_starts_at_four_digits_and_can_be_left_out():
    assert [format_number(n) for n in (999, 1000, 999999, 1000000)] == [
        "999",
        "1.000",
        "999.999",
        "1.000.000",
    ]
    assert format_number(Decimal("1234567.5"), grouping=False) == "1234567,5"
    assert format_number(Decimal("1234567.25"), decimals=1, grouping=False) == "1234567,3"


def test_the_printed_and_the_right_percentage_of_27_of_28():
    assert format_percent(share(27, 28), decimals=2) == "96,43%"
    assert format_percent(share(27, 28), decimals=2, rounding=Rounding.TRUNCATE) == "96,42%"


def test_a_float_is_a_percentage_of_the_digits_it_shows():
    assert (format_percent(0.07), format_percent(0.29, decimals=1)) == ("7%", "29,0%")
    assert (0.07 * 100, 0.29 * 100) != (7, 29)


MISSING = [None, float("nan"), Decimal("NaN"), pd.NA, np.float32("nan")]


@pytest.mark.parametrize("value", MISSING, ids=lambda value: f"{type(value).__name__}")
def test_what_is_missing_is_written_as_asked_for(value):
    for write in (dvk.format_number, dvk.format_percent, dvk.format_money, dvk.format_quantity):
        assert write(value, missing="–") == "–"
        assert write(value, missing="") == ""
        with pytest.raises(dvk.InvalidValueError):
            write(value)
        with pytest.raises(dvk.InvalidValueError, match="missing"):
            write(value, missing=0)


def test_what_is_there_is_written_whatever_is_missing():
    assert dvk.format_number(0, missing="–") == "0"
    assert dvk.format_percent(Fraction(27, 28), decimals=2, missing="–") == "96,43%"
    assert dvk.format_money(0, missing="–") == "0 đồng"
    assert dvk.format_quantity(dvk.Quantity(5, dvk.units.HECTARE), missing="–") == "5 ha"
    column = pd.Series([1.5, None]).map(lambda number: dvk.format_number(number, missing="–"))
    assert column.to_list() == ["1,5", "–"]


def test_a_printed_percentage_is_written_as_a_percentage():
    printed = dvk.Quantity(Decimal("96.40"), dvk.units.PERCENT, dvk.Approximation.OVER)
    assert dvk.format_percent(printed) == "hơn 96,40%" == dvk.format_quantity(printed)
    assert dvk.format_percent(printed, decimals=0) == "hơn 96%"
    for other in (
        dvk.units.PER_MILLE,
        dvk.units.DONG,
        dvk.units.PERCENTAGE_POINT,
        dvk.units.PERCENT.per("năm"),
    ):
        with pytest.raises(dvk.InvalidValueError, match="format_percent"):
            dvk.format_percent(dvk.Quantity(5, other))
