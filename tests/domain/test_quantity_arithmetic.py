"""Quantities times and over numbers, over each other, and what is known of the result."""

from decimal import Decimal, getcontext, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvankheo import Approximation, InvalidValueError, Quantity
from danvankheo.errors import NotExactError, UndefinedError, UnitMismatchError
from danvankheo.units import DONG, MILLION_DONG
from support import agrees, quantities

A = Approximation


_FACTORS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.decimals(-(10**6), 10**6, places=3),
    st.floats(-(10**6), 10**6, allow_nan=False).map(lambda number: round(number, 3)),
    st.integers(-(10**6), 10**6).map(lambda number: Fraction(number, 2**7 * 5**3)),
)


def exactly(number) -> Fraction:
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


@given(quantities(), _FACTORS, st.fractions(-5, 5, max_denominator=50))
def test_a_product_is_exact_and_says_what_is_known_of_it(quantity, factor, off):
    made = quantity * factor
    assert made == factor * quantity
    assert Fraction(made.amount) == Fraction(quantity.amount) * exactly(factor)
    assert made.unit == quantity.unit
    true = Fraction(quantity.amount) + off
    assume(agrees(true, quantity))
    assert agrees(true * exactly(factor), made)


@given(quantities(), st.integers(-400, 400).filter(bool), st.fractions(-5, 5, max_denominator=50))
def test_a_quotient_is_exact_or_an_error_and_says_what_is_known_of_it(quantity, divisor, off):
    exact = Fraction(quantity.amount) / divisor
    try:
        made = quantity / divisor
    except NotExactError as error:
        rest = exact.denominator
        while rest % 2 == 0:
            rest //= 2
        while rest % 5 == 0:
            rest //= 5
        assert rest != 1
        assert "average(" in str(error)
        return
    assert Fraction(made.amount) == exact
    assert made.unit == quantity.unit
    true = Fraction(quantity.amount) + off
    assume(agrees(true, quantity))
    assert agrees(true / divisor, made)


@given(quantities(), st.one_of(st.integers(1, 999), st.integers(1, 999).map(lambda n: Decimal(n) / 8)))
def test_dividing_undoes_multiplying(quantity, factor):
    assert (quantity * factor / factor).same_value(quantity)
    assert (quantity * factor / factor).approximation is quantity.approximation


def test_the_decimals_stay_as_written():
    price = Quantity(Decimal("2.50"), DONG)
    assert [str((price * by).amount) for by in (3, Decimal("0.10"), 1.0, Fraction(3))] == [
        "7.50", "0.2500", "2.50", "7.5",
    ]  # fmt: skip
    assert str((price / 5).amount) == "0.5"


def test_nothing_times_anything_is_exactly_nothing():
    for word in A:
        made = Quantity(5, DONG, word) * 0
        assert (made.amount, made.approximation) == (0, A.EXACTLY)
    assert str((Quantity(-5, DONG) * 0).amount) == "0"  # no minus zero


@given(quantities(), quantities())
def test_one_over_another_is_a_fraction_of_their_values(one, other):
    if not one.unit.fits(other.unit):
        with pytest.raises(UnitMismatchError):
            one / other
    elif not other.amount:
        with pytest.raises(UndefinedError):
            one / other
    else:
        assert one / other == Fraction(one.value) / Fraction(other.value)
        assert isinstance(one / other, Fraction)


@given(quantities(), st.fractions(0, 5, max_denominator=50))
def test_without_its_sign(quantity, off):
    made = abs(quantity)
    assert made.amount == abs(quantity.amount)
    true = Fraction(quantity.amount) + (off if quantity.amount >= 0 else -off)
    if agrees(true, quantity):  # of a value with the sign of the figure
        assert agrees(abs(true), made)


@given(quantities(), quantities())
def test_the_same_value_is_what_is_neither_more_nor_less(one, other):
    assert one.same_value(other) is other.same_value(one)
    if one.unit.fits(other.unit):
        assert one.same_value(other) is (one <= other <= one)
        assert one.same_value(one.to(one.unit.to_base()))
    else:
        assert not one.same_value(other)


@pytest.mark.parametrize("other", [None, "3", [3], {}, object(), 1j])
def test_what_is_no_number_is_a_type_error_of_python(other):
    gift = Quantity(5, DONG)
    for calculate in (
        lambda: gift * other,
        lambda: other * gift,
        lambda: gift / other,
        lambda: other / gift,
        lambda: gift * gift,
        lambda: 5 / gift,
    ):
        with pytest.raises(TypeError):
            calculate()


@pytest.mark.parametrize("other", [True, float("nan"), float("inf"), Decimal("NaN"), 10**101])
def test_numbers_that_no_quantity_can_take_are_errors_with_a_reason(other):
    for calculate in (lambda: Quantity(5, DONG) * other, lambda: Quantity(5, DONG) / other):
        with pytest.raises(InvalidValueError):
            calculate()


def test_results_stay_within_the_digits_that_any_amount_may_have():
    large = Quantity(10**99, DONG)
    with pytest.raises(InvalidValueError, match="100 digits"):
        large * large.amount
    with pytest.raises(InvalidValueError, match="100 digits"):
        Quantity(1, DONG) / 2**200


def test_numpy_numbers_calculate_and_arrays_do_so_each():
    gift = Quantity(Decimal("2.5"), MILLION_DONG, A.OVER)
    assert gift * np.int64(3) == gift * 3 == np.int64(3) * gift
    assert gift * np.float64(1.5) == gift * 1.5
    assert gift / np.int64(5) == gift / 5


def test_the_callers_context_does_not_matter():
    with localcontext() as context:
        context.prec = 3
        assert (Quantity(Decimal("123.456"), DONG) * Decimal("1.001")).amount == Decimal("123.579456")
    assert getcontext().prec != 3


def test_a_quantity_is_true_whatever_it_is_of():
    assert Quantity(0, DONG)
    assert not Quantity(0, DONG).amount
