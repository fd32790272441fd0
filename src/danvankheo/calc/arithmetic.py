"""Rounding and conversion: exact inside, rounded once, at the edge, as the caller says.

Nothing here looks at the caller's decimal context or uses a float.
"""

from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
    InvalidOperation,
)
from enum import StrEnum
from fractions import Fraction
from operator import index
from typing import Final, Self, overload

from danvankheo.checking import check_type, chosen
from danvankheo.choices import Choice, new_member
from danvankheo.domain.numbers import (
    EXACT,
    LARGEST_WHOLE,
    MAX_DIGITS,
    Number,
    decimal_from,
    decimals_of,
    fraction_from,
    shortest,
    whole_from,
)
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Unit
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class Rounding(Choice, StrEnum):
    """How the last kept digit is chosen.

    ``HALF_UP`` rounds ties away from zero, as schools teach; ``TRUNCATE`` cuts off, as many
    reports do; ``UP`` goes away from zero.

    >>> [str(round_to(Decimal("-2.5"), 0, rounding=mode)) for mode in Rounding]
    ['-3', '-2', '-2', '-2', '-3', '-3', '-2']
    """

    mode: str

    def __new__(cls, value: str, mode: str = "") -> Self:
        """Make a member from its stable value and the decimal module's name for it."""
        return new_member(cls, value, mode=mode)

    HALF_UP = "half_up", ROUND_HALF_UP
    HALF_EVEN = "half_even", ROUND_HALF_EVEN
    HALF_DOWN = "half_down", ROUND_HALF_DOWN
    TRUNCATE = "truncate", ROUND_DOWN
    UP = "up", ROUND_UP
    FLOOR = "floor", ROUND_FLOOR
    CEILING = "ceiling", ROUND_CEILING


# Rounding is the one operation that may lose digits, so it alone does not trap Inexact.
_ROUNDING = EXACT.copy()
_ROUNDING.clear_traps()
_ROUNDING.traps[InvalidOperation] = True

_STEPS: Final = tuple(EXACT.scaleb(Decimal(1), -places) for places in range(MAX_DIGITS + 1))


@overload
def round_to(number: Quantity, decimals: int, *, rounding: Rounding = Rounding.HALF_UP) -> Quantity: ...
@overload
def round_to(number: Number, decimals: int, *, rounding: Rounding = Rounding.HALF_UP) -> Decimal: ...
def round_to(
    number: Number | Quantity, decimals: int, *, rounding: Rounding = Rounding.HALF_UP
) -> Decimal | Quantity:
    """Return a number rounded once to a number of decimals, all of them kept; or a quantity, its amount so.

    Args:
        number: any plain number; a fraction is divided out exactly. A quantity keeps its unit and its
            approximation.
        decimals: 0 to 100.
        rounding: how the last digit is chosen.

    Raises:
        InvalidValueError: not a finite number of bounded length, or decimals out of range.

    >>> round_to(Fraction(27, 28) * 100, 2), round_to(Fraction(27, 28) * 100, 2, rounding=Rounding.TRUNCATE)
    (Decimal('96.43'), Decimal('96.42'))
    >>> round_to(2.5, 0), round_to(Decimal("0.125"), 2)
    (Decimal('3'), Decimal('0.13'))
    >>> from danvankheo.units import MILLION_DONG
    >>> round_to(Quantity(Decimal("154.4"), MILLION_DONG), 0)
    Quantity(Decimal('154'), MILLION_DONG)
    """
    # Decimals first: asking whether something is a Fraction costs more than rounding it.
    if not isinstance(number, Decimal):
        if isinstance(number, Quantity):
            amount = rounded(number.amount, decimals, rounding)
            return Quantity(amount, number.unit, number.approximation)
        if isinstance(number, Fraction):
            step_of(decimals)
            return _round_fraction(fraction_from(number), index(decimals), known_rounding(rounding))
    return rounded(decimal_from(number), decimals, rounding)


def rounded(number: Decimal, decimals: int, rounding: Rounding) -> Decimal:
    """Return a decimal that was checked before, rounded: the inner half of `round_to`.

    >>> rounded(Decimal("96.428571"), 2, Rounding.HALF_UP)
    Decimal('96.43')
    """
    made = number.quantize(step_of(decimals), known_rounding(rounding).mode, _ROUNDING)
    return made or made.copy_abs()


def convert(
    quantity: Quantity, unit: Unit, *, decimals: int, rounding: Rounding = Rounding.HALF_UP
) -> Quantity:
    """Return a quantity in another unit, rounded; `Quantity.to` is the exact way.

    Raises:
        UnitMismatchError: the units measure different things.

    >>> from danvankheo.units import Region, SQUARE_METRE, traditional_area
    >>> convert(Quantity(100, SQUARE_METRE), traditional_area("sào", Region.NORTH), decimals=2).amount
    Decimal('0.28')
    """
    check_type(quantity, Quantity, "convert")
    check_type(unit, Unit, "convert.unit")
    quantity.unit.check_fits(unit, "convert")
    exact = Fraction(quantity.value) / Fraction(unit.size)
    return Quantity(round_to(exact, decimals, rounding=rounding), unit, quantity.approximation)


def round_between(
    floor: int, *, exact: bool, against_half: Callable[[], int], negative: bool, rounding: Rounding
) -> int:
    """Return the magnitude that a procedure gives to a value from ``floor`` up to below ``floor + 1``.

    Args:
        floor: the whole number at or below the magnitude.
        exact: the magnitude is `floor` itself.
        against_half: −1, 0 or 1 as the rest is below, at or above one half.
        negative: the sign that the magnitude will get.
        rounding: the procedure.
    """
    if exact:
        return floor
    match rounding:
        case Rounding.TRUNCATE:
            up = False
        case Rounding.UP:
            up = True
        case Rounding.FLOOR:
            up = negative
        case Rounding.CEILING:
            up = not negative
        case Rounding.HALF_UP:
            up = against_half() >= 0
        case Rounding.HALF_DOWN:
            up = against_half() > 0
        case Rounding.HALF_EVEN:
            side = against_half()
            up = side > 0 or (side == 0 and floor % 2 == 1)
    return floor + up


def scaled_decimal(digits: int, decimals: int) -> Decimal:
    """Return ``digits`` / 10**decimals with exactly that many decimals."""
    return EXACT.scaleb(Decimal(digits), -decimals)


def _round_fraction(number: Fraction, decimals: int, rounding: Rounding) -> Decimal:
    if abs(number) >= LARGEST_WHOLE:
        raise invalid("number", Reason.BOUNDED, number, digits=MAX_DIGITS)
    return rounded_fraction(number, decimals, rounding)


def rounded_fraction(number: Fraction, decimals: int, rounding: Rounding) -> Decimal:
    """Return a fraction rounded, however large: the inner half of `round_to`.

    >>> rounded_fraction(Fraction(675, 7), 2, Rounding.TRUNCATE)
    Decimal('96.42')
    """
    negative = number < 0
    divisor = number.denominator
    floor, rest = divmod(abs(number.numerator) * 10**decimals, divisor)
    digits = round_between(
        floor,
        exact=rest == 0,
        against_half=lambda: (2 * rest > divisor) - (2 * rest < divisor),
        negative=negative,
        rounding=rounding,
    )
    return scaled_decimal(-digits if negative else digits, decimals)


def known_rounding(rounding: Rounding) -> Rounding:
    """Return the rounding that a caller named."""
    return chosen(rounding, Rounding, "rounding")


def step_of(decimals: int) -> Decimal:
    """Return one unit in the last of so many decimals, which are checked."""
    places = whole_from(decimals, "decimals")
    if not 0 <= places <= MAX_DIGITS:
        raise invalid("decimals", Reason.IN_RANGE, places, low=0, high=MAX_DIGITS)
    return _STEPS[places]


def exact(number: Number, *, decimals: int) -> Decimal:
    """Return a number as the decimal that was written, if it has no more than so many decimals.

    The door for floats that come out of files and frames: a float is taken at its shortest decimal, so
    that 14.73 is 14,73; a float that was computed, such as 0.1 + 0.2, has digits that nobody wrote, and
    is an error. Round what was computed with `round_to`, which says where the digits went.

    Args:
        number: any plain number.
        decimals: how many decimals it may have at most, 0 to 100.

    Raises:
        InvalidValueError: more decimals, or no finite number.
        NotExactError: a fraction without a last decimal.

    >>> exact(14.73, decimals=2), exact(60.0, decimals=2)
    (Decimal('14.73'), Decimal('60'))
    >>> exact(14.734999, decimals=2)
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: exact: expected at most 2 decimals; round_to(…, 2) rounds a \
figure that was computed, got 14.734999
    """
    step = step_of(decimals)
    made = decimal_from(number, "exact")
    made = shortest(made) if isinstance(number, float) or decimals_of(made) > decimals_of(step) else made
    if decimals_of(made) > decimals_of(step):
        raise invalid("exact", Reason.DECIMALS, made, decimals=decimals_of(step))
    return made
