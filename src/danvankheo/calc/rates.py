"""Shares, changes and attainment: exact fractions of plain numbers or of quantities.

Where quantities come in, they are taken at the figure they state: a fraction has no word for
"hơn", so keep the approximation beside it where it matters.
"""

from fractions import Fraction
from operator import index
from typing import Literal, overload

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import (
    Rounding,
    known_rounding,
    round_between,
    round_to,
    scaled_decimal,
    step_of,
)
from danvankheo.checking import chosen
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.numbers import Number, fraction_from, whole_from
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT
from danvankheo.errors import UndefinedError, UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


def share(part: Number | Quantity, whole: Number | Quantity) -> Fraction:
    """Return part over whole, exactly (tỷ trọng): `format_percent` prints it.

    Args:
        part: a number, or a quantity.
        whole: the same; two quantities must measure the same thing.

    Raises:
        UndefinedError: the whole is zero.
        UnitMismatchError: the quantities measure different things.

    >>> from danvankheo import format_percent
    >>> share(27, 28), format_percent(share(27, 28), decimals=2)
    (Fraction(27, 28), '96,43%')
    """
    above, below = same_kind(part, whole, "share")
    if not below:
        raise UndefinedError("share.whole", Reason.NONZERO, shown(whole))
    return above / below


def attainment(actual: Number | Quantity, plan: Number | Quantity) -> Fraction:
    """Return actual over plan, exactly (mức hoàn thành kế hoạch); it may pass 1.

    Raises:
        UndefinedError: the plan is zero.
        UnitMismatchError: the quantities measure different things.

    >>> from danvankheo import format_attainment
    >>> format_attainment(attainment(740_979_000, 700_000_000), target="kế hoạch", decimals=1)
    'đạt 105,9% kế hoạch'
    """
    above, below = same_kind(actual, plan, "attainment")
    if not below:
        raise UndefinedError("attainment.plan", Reason.NONZERO, shown(plan))
    return above / below


@overload
def difference(now: Quantity, *, before: Quantity) -> Quantity: ...
@overload
def difference(now: Number, *, before: Number) -> Fraction: ...
def difference(now: Number | Quantity, *, before: Number | Quantity) -> Fraction | Quantity:
    """Return now minus before: a quantity of quantities, an exact fraction of numbers.

    >>> difference(1808, before=1532)
    Fraction(276, 1)
    """
    return _difference(now, before, "difference")


def growth(now: Number | Quantity, *, before: Number | Quantity) -> Fraction:
    """Return (now − before) / before, exactly (tốc độ tăng); negative for a fall.

    Raises:
        UndefinedError: growth from zero or from a negative figure means nothing.
        UnitMismatchError: the quantities measure different things.

    >>> growth(115, before=100)
    Fraction(3, 20)
    """
    later, earlier = same_kind(now, before, "growth")
    if earlier <= 0:
        raise UndefinedError("growth.before", Reason.POSITIVE, shown(before))
    return (later - earlier) / earlier


@overload
def points(now: Quantity, *, before: Quantity) -> Quantity: ...
@overload
def points(now: Number, *, before: Number) -> Fraction: ...
def points(now: Number | Quantity, *, before: Number | Quantity) -> Fraction | Quantity:
    """Return the difference of two rates (điểm phần trăm).

    Two quantities in percent give one in percentage points; two plain ratios give a ratio, of
    which 1/100 is one point.

    Raises:
        UnitMismatchError: quantities that are no percentages.

    >>> from decimal import Decimal
    >>> points(Quantity(Decimal("91.5"), PERCENT), before=Quantity(Decimal("88.45"), PERCENT))
    Quantity(Decimal('3.05'), PERCENTAGE_POINT)
    """
    return _points(now, before)


@overload
def change(
    now: Quantity, *, before: Quantity, kind: Literal[ChangeKind.DIFFERENCE, ChangeKind.POINTS]
) -> Quantity: ...
@overload
def change(now: Quantity, *, before: Quantity, kind: Literal[ChangeKind.GROWTH]) -> Fraction: ...
@overload
def change(now: Number, *, before: Number, kind: ChangeKind) -> Fraction: ...
@overload
def change(now: Quantity, *, before: Quantity, kind: ChangeKind) -> Fraction | Quantity: ...
def change(now: Number | Quantity, *, before: Number | Quantity, kind: ChangeKind) -> Fraction | Quantity:
    """Return how far a figure moved, as a difference, a growth or points: the caller says which.

    >>> change(Fraction(915, 1000), before=Fraction(8845, 10000), kind=ChangeKind.POINTS)
    Fraction(61, 2000)
    >>> change(220, before=200, kind=ChangeKind.GROWTH)
    Fraction(1, 10)
    """
    match chosen(kind, ChangeKind, "change.kind"):
        case ChangeKind.GROWTH:
            return growth(now, before=before)
        case ChangeKind.POINTS:
            return _points(now, before)
        case ChangeKind.DIFFERENCE:
            return _difference(now, before, "difference")


def as_percent(ratio: Number, *, decimals: int, rounding: Rounding = Rounding.HALF_UP) -> Quantity:
    """Return a ratio as a printed percentage, so that it can stand in a record or be stated as a change.

    >>> from danvankheo import format_change
    >>> format_change(as_percent(growth(1808, before=1532), decimals=2))
    'tăng 18,02%'
    """
    return Quantity(round_to(fraction_from(ratio, "as_percent") * 100, decimals, rounding=rounding), PERCENT)


def mean_yearly_difference(now: Number, *, before: Number, years: int) -> Fraction:
    """Return (now − before) / years, exactly: for rates, the mean yearly change in points.

    Args:
        now: a number; for a rate the ratio, of which 1/100 is one point.
        before: the same, `years` earlier.
        years: a whole number from 1 to 100.

    >>> mean_yearly_difference(Fraction(1136, 10000), before=Fraction(1971, 10000), years=5)
    Fraction(-167, 10000)
    """
    years = _checked(years)
    where = "mean_yearly_difference"
    return (fraction_from(now, where) - fraction_from(before, where)) / years


def mean_yearly_growth(
    now: Number | Quantity,
    *,
    before: Number | Quantity,
    years: int,
    decimals: int,
    rounding: Rounding = Rounding.HALF_UP,
) -> Fraction:
    """Return the yearly growth that leads from one figure to another (geometric mean), rounded.

    The root has no exact decimals, hence `decimals`: of the growth as a ratio, so 4 gives two
    decimals of a percent. The digits are right to the last one, however large the figures.

    Args:
        now: a number, or a quantity.
        before: the same, `years` earlier.
        years: a whole number from 1 to 100.
        decimals: of the growth as a ratio.
        rounding: how the last digit is chosen.

    Raises:
        UndefinedError: before is not above zero.
        InvalidValueError: now is negative, or years is not a whole number from 1 to 100.

    >>> from danvankheo import format_percent
    >>> format_percent(mean_yearly_growth(150, before=100, years=5, decimals=4))
    '8,45%'
    """
    years = _checked(years)
    step_of(decimals)
    decimals, rounding = index(decimals), known_rounding(rounding)
    later, earlier = same_kind(now, before, "mean_yearly_growth")
    if earlier <= 0:
        raise UndefinedError("mean_yearly_growth.before", Reason.POSITIVE, shown(before))
    if later < 0:
        raise invalid("mean_yearly_growth.now", Reason.NOT_NEGATIVE, now)
    ratio = later / earlier
    unit = 10**decimals
    # Growth is root − 1, so the root is rounded in the direction that rounds the growth.
    scaled = ratio * unit**years
    floor = _root(scaled.numerator // scaled.denominator, years)
    grown = floor - unit
    exact = Fraction(floor) ** years == scaled
    half = Fraction(2 * floor + 1, 2) ** years
    side = (scaled > half) - (scaled < half)
    if grown >= 0:
        digits = round_between(
            grown, exact=exact, against_half=lambda: side, negative=False, rounding=rounding
        )
    else:  # magnitudes of a fall grow downwards from grown + 1
        digits = -round_between(
            -grown - (not exact),
            exact=exact,
            against_half=lambda: -side,
            negative=True,
            rounding=rounding,
        )
    return Fraction(scaled_decimal(digits, decimals))


def _difference(now: Number | Quantity, before: Number | Quantity, where: str) -> Fraction | Quantity:
    if isinstance(now, Quantity) and isinstance(before, Quantity):
        now.unit.check_fits(before.unit, where)
        return now - before
    later, earlier = same_kind(now, before, where)
    return later - earlier


def _points(now: Number | Quantity, before: Number | Quantity) -> Fraction | Quantity:
    moved = _difference(now, before, "points")
    if isinstance(moved, Fraction):
        return moved
    PERCENT.check_fits(moved.unit, "points")
    moved = moved.to(PERCENT)
    return Quantity(moved.amount, PERCENTAGE_POINT, moved.approximation)


def same_kind(one: Number | Quantity, other: Number | Quantity, where: str) -> tuple[Fraction, Fraction]:
    """Return the exact values of two numbers, or of two quantities that measure the same thing.

    Raises:
        UnitMismatchError: they do not, or one is a number and the other a quantity.
    """
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        one.unit.check_fits(other.unit, where)
        return Fraction(one.value), Fraction(other.value)
    if isinstance(one, Quantity) or isinstance(other, Quantity):
        wanted = {"type": Words("hai đại lượng hoặc hai số", "two quantities or two numbers")}
        raise UnitMismatchError(where, Reason.TYPE, shown(other), wanted)
    return fraction_from(one, where), fraction_from(other, where)


def _checked(years: int) -> int:
    years = whole_from(years, "years")
    if not 1 <= years <= 100:
        raise invalid("years", Reason.IN_RANGE, years, low=1, high=100)
    return years


def _root(number: int, degree: int) -> int:
    """Return the largest whole number whose power does not pass ``number`` (Newton's method)."""
    if number < 2 or degree == 1:
        return number
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better
