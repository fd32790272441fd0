"""Rounding against Python's own, conversion against fractions."""

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Quantity, Rounding, convert, round_to
from danvankheo import exact as as_written
from danvankheo.errors import UnitMismatchError
from danvankheo.units import HECTARE, SQUARE_METRE, WORKDAY, Region, traditional_area
from support import exact, numbers, quantities, roundings

_PYTHON = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.HALF_DOWN: decimal.ROUND_HALF_DOWN,
    Rounding.TRUNCATE: decimal.ROUND_DOWN,
    Rounding.UP: decimal.ROUND_UP,
    Rounding.FLOOR: decimal.ROUND_FLOOR,
    Rounding.CEILING: decimal.ROUND_CEILING,
}


@given(st.decimals(-(10**12), 10**12, allow_nan=False), st.integers(0, 8), roundings)
def test_decimals_round_as_python_rounds_them(number, decimals, rounding):
    with decimal.localcontext(prec=300):
        expected = number.quantize(Decimal(1).scaleb(-decimals), _PYTHON[rounding])
    rounded = round_to(number, decimals, rounding=rounding)
    assert rounded == expected
    assert rounded.as_tuple().exponent == -decimals


@given(
    st.integers(-(10**6), 10**6), st.sampled_from([1, 2, 3, 4, 5, 7, 8, 16, 40]), st.integers(0, 3), roundings
)
@example(-5, 2, 0, Rounding.HALF_EVEN)
@example(5, 2, 0, Rounding.HALF_DOWN)
def test_fractions_round_like_their_long_decimals(above, below, decimals, rounding):
    number = Fraction(above, below)
    with decimal.localcontext(prec=60):
        long = Decimal(above) / Decimal(below)
        expected = long.quantize(Decimal(1).scaleb(-decimals), _PYTHON[rounding])
    assert round_to(number, decimals, rounding=rounding) == expected


@given(numbers, st.integers(0, 20), roundings)
def test_a_rounded_number_is_next_to_the_exact_one(number, decimals, rounding):
    away = abs(Fraction(round_to(number, decimals, rounding=rounding)) - exact(number))
    unit = Fraction(1, 10**decimals)
    assert away <= unit / 2 if rounding.value.startswith("half") else away < unit


@given(numbers, st.integers(0, 20), roundings)
def test_rounding_twice_to_the_same_place_changes_nothing(number, decimals, rounding):
    once = round_to(number, decimals, rounding=rounding)
    assert str(round_to(once, decimals, rounding=rounding)) == str(once)


@given(st.decimals(0, 10**9, places=3), st.integers(0, 6), roundings)
def test_conversion_rounds_the_exact_value_once(amount, decimals, rounding):
    sao = traditional_area("sào", Region.NORTH)
    made = convert(Quantity(amount, SQUARE_METRE), sao, decimals=decimals, rounding=rounding)
    assert made.amount == round_to(Fraction(amount) / 360, decimals, rounding=rounding)
    assert made.unit == sao


def test_conversion_stays_in_its_dimension():
    with pytest.raises(UnitMismatchError):
        convert(Quantity(1, HECTARE), WORKDAY, decimals=0)


class TestExact:
    """The door for floats out of files."""

    @given(st.integers(-(10**9), 10**9), st.integers(0, 6))
    def test_what_was_written_comes_back(self, digits, decimals):
        written = Decimal(digits).scaleb(-decimals)
        assert as_written(float(written), decimals=decimals) == written
        assert as_written(written, decimals=decimals) == written

    @given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 20))
    def test_a_float_with_more_digits_is_never_cut(self, number, decimals):
        shortest = Decimal(repr(number))
        fits = shortest == shortest.quantize(Decimal(1).scaleb(-decimals))
        if fits:
            assert as_written(number, decimals=decimals) == shortest
        else:
            with pytest.raises(InvalidValueError, match=rf"at most ({decimals} decimals|100 digits)"):
                as_written(number, decimals=decimals)

    def test_zeros_that_a_decimal_was_written_with_stay_where_they_fit(self):
        assert [str(as_written(Decimal("2.50"), decimals=decimals)) for decimals in (2, 1)] == ["2.50", "2.5"]
        assert str(as_written(60.0, decimals=0)) == "60"

    @pytest.mark.parametrize("number", [float("nan"), float("inf"), True, None, "14,73"], ids=repr)
    def test_what_is_no_number_is_an_error(self, number):
        with pytest.raises(InvalidValueError):
            as_written(number, decimals=2)


class TestRoundedQuantities:
    """Quantities rounded as their amounts are."""

    @given(quantities(), st.integers(0, 3), roundings)
    def test_unit_and_word_stay(self, quantity, decimals, rounding):
        made = round_to(quantity, decimals, rounding=rounding)
        assert (made.unit, made.approximation) == (quantity.unit, quantity.approximation)
        assert made.amount == round_to(quantity.amount, decimals, rounding=rounding)
