"""Exact intervals: what an operation holds is what its numbers make."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError
from danvankheo.auditing import Interval

GRID = [Fraction(n, 2) for n in range(-8, 17)]


@st.composite
def intervals(draw, lowest=-3):
    """An interval with ends on whole numbers, open, closed or not there."""
    low = draw(st.none() | st.integers(lowest, 6)) if lowest < 0 else draw(st.integers(lowest, 6))
    high = draw(st.none() | st.integers(low if low is not None else lowest, 7))
    closed = low is not None and low == high
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_closed=low is not None and (closed or draw(st.booleans())),
        high_closed=high is not None and (closed or draw(st.booleans())),
    )


def members(interval):
    """Numbers of an interval on a fine grid about its ends, which decide every flag."""
    near = [Fraction(end) for end in range(-4, 12)]
    steps = [Fraction(0), Fraction(1, 7), Fraction(-1, 7), Fraction(1, 1000), Fraction(-1, 1000)]
    return [end + step for end in near for step in steps if end + step in interval]


def is_end(interval, number):
    return number in (interval.low, interval.high)


def test_an_interval_holds_its_closed_ends_and_not_its_open_ones():
    half_open = Interval(Fraction(1), Fraction(2), low_closed=True)
    assert 1 in half_open
    assert 2 not in half_open
    assert Fraction(3, 2) in half_open
    assert str(half_open) == "[1, 2)"
    assert str(Interval(None, None)) == "(-∞, ∞)"
    assert str(Interval(Fraction(1, 3), None)) == "(1/3, ∞)"


@pytest.mark.parametrize(("low", "high", "closed"), [(2, 1, True), (1, 1, False)])
def test_an_interval_that_holds_nothing_is_refused(low, high, closed):
    with pytest.raises(InvalidValueError, match=r"Interval\.high"):
        Interval(Fraction(low), Fraction(high), low_closed=True, high_closed=closed)


def test_an_end_that_is_not_there_is_not_closed():
    with pytest.raises(InvalidValueError):
        Interval(None, Fraction(1), low_closed=True)


@given(intervals())
def test_the_inverse_holds_one_over_each_positive_number(interval):
    positive = [number for number in members(interval) if number > 0]
    if not positive:
        return
    inverse = interval.inverse()
    for number in members(Interval(Fraction(0), None)):
        assert (number in interval) == (1 / number in inverse)


@given(intervals(), intervals())
def test_the_meet_holds_what_both_hold(one, other):
    both = one.meet(other)
    for number in {*members(one), *members(other)}:
        assert (number in one and number in other) == (both is not None and number in both)


@given(intervals(), intervals())
def test_sums_and_differences_reach_their_ends_only_if_both_do(one, other):
    for made, combine in ((one + other, lambda a, b: a + b), (one - other, lambda a, b: a - b)):
        for a, b in product(members(one), members(other)):
            assert combine(a, b) in made
    total = one + other
    if total.low is not None:
        assert total.low == one.low + other.low
        assert total.low_closed == (one.low in one and other.low in other)
    difference = one - other
    if difference.high is not None:
        assert difference.high_closed == (one.high in one and other.low in other)


@given(intervals(), st.integers(-4, 4))
def test_a_weight_carries_the_flags_with_the_ends(interval, weight):
    made = interval.times(weight)
    for number in members(interval):
        assert number * weight in made
    if weight:
        back = made.times(Fraction(1, weight))
        assert back == interval


@given(intervals(lowest=0), intervals(lowest=0))
def test_products_and_quotients_hold_exactly_what_their_numbers_make(one, other):
    made, divided = one * other, one.over(other)
    for a, b in product(members(one), members(other)):
        assert a * b in made
        if b:
            assert divided is not None
            assert a / b in divided
    # An end is attained only by members: zero by one of them, any other by both ends.
    if made.low_closed:
        assert any(a * b == made.low for a, b in product(members(one), members(other)))
    if divided is not None and divided.low_closed:
        assert any(b and a / b == divided.low for a, b in product(members(one), members(other)))
    if divided is None:
        assert not any(b for b in members(other))


def test_a_product_of_negative_numbers_is_refused():
    with pytest.raises(InvalidValueError):
        _ = Interval(Fraction(-1), Fraction(1)) * Interval.exactly(2)


@given(intervals())
def test_the_whole_numbers_of_an_interval(interval):
    span = interval.wholes()
    inside = [number for number in range(-6, 10) if number in interval]
    if span is None:
        assert not inside
    else:
        assert all(number in span for number in inside)
        assert span.low is None or (span.low in interval and span.low.denominator == 1)
        assert span.high is None or (span.high in interval and span.high.denominator == 1)
