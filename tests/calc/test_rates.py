"""Shares, changes, attainment and yearly means."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    ChangeKind,
    InvalidValueError,
    Quantity,
    Rounding,
    as_percent,
    attainment,
    change,
    difference,
    format_percent,
    growth,
    points,
    round_to,
    share,
)
from danvankheo.calc import mean_yearly_difference, mean_yearly_growth
from danvankheo.errors import UndefinedError, UnitMismatchError
from danvankheo.units import BILLION_DONG, DONG, MILLION_DONG, PER_MILLE, PERCENT, PERCENTAGE_POINT, WORKDAY
from support import exact, numbers, roundings

_positive = st.fractions(Fraction(1, 1000), 10**9, max_denominator=1000)


@given(numbers, numbers)
def test_rates_are_exact(one, other):
    a, b = exact(one), exact(other)
    assert difference(one, before=other) == points(one, before=other) == a - b
    if b:
        assert share(one, other) == attainment(one, other) == a / b
    if b > 0:
        assert growth(one, before=other) == (a - b) / b


@given(_positive, _positive)
def test_growth_leads_from_before_to_now(now, before):
    assert before * (1 + growth(now, before=before)) == now


def test_real_reports():
    assert format_percent(share(19_965, 371_154), decimals=2) == "5,38%"  # Gia Lai, end of 2020
    assert format_percent(share(1_808, 2_071), decimals=2) == "87,30%"  # Bà Rịa-Vũng Tàu, 2021
    assert change(1808, before=1532, kind=ChangeKind.DIFFERENCE) == 276
    eleven_years = points(Quantity(Decimal("19.71"), PERCENT), before=Quantity(Decimal("11.36"), PERCENT))
    assert eleven_years == Quantity(Decimal("8.35"), PERCENTAGE_POINT)


def test_quantities_count_at_their_stated_figure():
    assert share(Quantity(500, MILLION_DONG), Quantity(2, BILLION_DONG)) == Fraction(1, 4)
    assert attainment(Quantity(740_979_000, DONG), Quantity(700, MILLION_DONG)) == Fraction(740_979, 700_000)
    fell = change(
        Quantity(1, BILLION_DONG, Approximation.OVER),
        before=Quantity(1200, MILLION_DONG),
        kind=ChangeKind.DIFFERENCE,
    )
    assert fell == Quantity(-200, MILLION_DONG, Approximation.OVER)
    assert points(Quantity(5, PER_MILLE), before=Quantity(1, PERCENT)) == Quantity(
        Decimal("-0.5"), PERCENTAGE_POINT
    )


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: share(1, 0), UndefinedError),
        (lambda: share(0, 0), ZeroDivisionError),
        (lambda: attainment(1, 0), UndefinedError),
        (lambda: growth(1, before=0), UndefinedError),
        (lambda: growth(1, before=-1), UndefinedError),
        (lambda: share(Quantity(1, DONG), Quantity(0, DONG)), UndefinedError),
        (lambda: share(Quantity(1, DONG), Quantity(1, WORKDAY)), UnitMismatchError),
        (lambda: share(Quantity(1, DONG), 5), UnitMismatchError),
        (lambda: share(5, Quantity(1, DONG)), UnitMismatchError),
        (lambda: points(Quantity(1, DONG), before=Quantity(1, DONG)), UnitMismatchError),
        (lambda: share("27", 28), InvalidValueError),
        (lambda: share(float("nan"), 28), InvalidValueError),
        (lambda: mean_yearly_difference(2, before=1, years=0), InvalidValueError),
        (lambda: mean_yearly_difference(2, before=1, years=True), InvalidValueError),
        (lambda: mean_yearly_growth(2, before=0, years=5, decimals=4), UndefinedError),
        (lambda: mean_yearly_growth(-2, before=1, years=5, decimals=4), InvalidValueError),
        (lambda: mean_yearly_growth(2, before=1, years=101, decimals=4), InvalidValueError),
        (lambda: mean_yearly_growth(2, before=1, years=5, decimals=-1), InvalidValueError),
        (lambda: change(1, before=2, kind="bogus"), InvalidValueError),
        (lambda: round_to(Fraction(1, 3), 2, rounding="bogus"), InvalidValueError),
    ],
    ids=range(20),
)
def test_refused(call, error):
    with pytest.raises(error):
        call()


@given(numbers, numbers, st.integers(1, 30))
def test_the_mean_yearly_difference_adds_up(first, last, years):
    assert exact(first) + years * mean_yearly_difference(last, before=first, years=years) == exact(last)


@given(_positive, _positive, st.integers(1, 12), st.integers(0, 6), roundings)
@example(Fraction(100), Fraction(121), 2, 2, Rounding.UP)
@example(Fraction(100), Fraction(81), 2, 2, Rounding.UP)
@example(Fraction(100), Fraction(0), 2, 2, Rounding.HALF_EVEN)
@example(Fraction(4), Fraction(9), 2, 0, Rounding.HALF_EVEN)
@example(Fraction(4), Fraction(1), 2, 0, Rounding.HALF_UP)
@example(Fraction(4), Fraction(1), 2, 0, Rounding.HALF_DOWN)
@example(Fraction(16), Fraction(1), 2, 1, Rounding.HALF_EVEN)
def test_mean_yearly_growth_is_right_to_the_last_digit(first, last, years, decimals, rounding):
    """The oracle brackets the true root by bisection to far more digits, and rounds that."""
    rounded = mean_yearly_growth(last, before=first, years=years, decimals=decimals, rounding=rounding)
    ratio = last / first
    low, high = Fraction(0), max(ratio, Fraction(1)) + 1
    candidates = [rounded + Fraction(step, 2 * 10**decimals) + 1 for step in (-2, -1, 0, 1, 2)]
    root = next((c for c in candidates if c >= 0 and c**years == ratio), None)  # exact, or a tie
    while root is None:
        middle = (low + high) / 2
        low, high = (middle, high) if middle**years <= ratio else (low, middle)
        if high - low < Fraction(1, 10 ** (decimals + 30)):
            root = (low + high) / 2
    assert rounded == Fraction(round_to(root - 1, decimals, rounding=rounding))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ChangeKind.DIFFERENCE, Fraction(3)),
        (ChangeKind.GROWTH, Fraction(3, 20)),
        (ChangeKind.POINTS, Fraction(3)),
        ("growth", Fraction(3, 20)),
    ],
)
def test_a_change_is_what_its_kind_says(kind, expected):
    assert change(23, before=20, kind=kind) == expected


def test_percentages_are_rounded_once_in_the_way_that_is_asked_for():
    assert as_percent(Fraction(27, 28), decimals=2) == Quantity(Decimal("96.43"), PERCENT)
    cut = as_percent(Fraction(27, 28), decimals=1, rounding=Rounding.TRUNCATE)
    assert cut == Quantity(Decimal("96.4"), PERCENT)


def test_what_falls_to_nothing_loses_everything_and_what_stays_grows_by_nothing():
    assert mean_yearly_growth(0, before=4, years=3, decimals=4) == -1
    assert mean_yearly_growth(4, before=4, years=100, decimals=4) == 0
    assert mean_yearly_growth(2, before=4, years=1, decimals=4) == Fraction(-1, 2)


def test_points_keep_what_is_known_of_the_rates():
    now = Quantity(Decimal("91.5"), PERCENT, Approximation.OVER)
    assert points(now, before=Quantity(Decimal("88.45"), PERCENT)) == Quantity(
        Decimal("3.05"), PERCENTAGE_POINT, Approximation.OVER
    )
