"""Plain numbers: what counts as one, how large it may be, exact arithmetic.

Amounts are finite decimals of at most `MAX_DIGITS` digits on either side of the point. That is
far beyond any budget and keeps every operation fast whatever text or object comes in.
"""

from contextlib import suppress
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction
from operator import index
from typing import Final, SupportsIndex, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.errors import InvalidValueError, NotExactError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason

Number: TypeAlias = int | Decimal | Fraction | float
"""What the library takes for a number: a float counts as its shortest repr, a bool not at all."""

MAX_DIGITS = 100
"""Digits allowed before the decimal point, and as many following it."""

LARGEST_FIGURE = 10**60
"""No single figure of a record is more, in its base unit: so sums of them stay within `MAX_DIGITS`."""

LARGEST_WHOLE = 10**MAX_DIGITS
"""Whole numbers stay below it."""

# Never the caller's context: wide enough for any sum or product of bounded amounts, and a result
# that would lose a digit raises instead of being rounded.
EXACT = Context(
    prec=4 * MAX_DIGITS,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    traps=[Inexact, InvalidOperation, DivisionByZero, Overflow],
)


def decimal_from(number: Number, field: str = "number") -> Decimal:
    """Return a number as an exact finite decimal, its written zeros kept.

    Args:
        number: an integer, Decimal, Fraction with a finite decimal form, or finite float (its
            shortest repr). Whole numbers such as NumPy's are welcome; a bool is not a number.
        field: what the number is, for the error.

    Raises:
        InvalidValueError: not a number, not finite, or beyond `MAX_DIGITS`.
        NotExactError: a fraction such as 27/28, which has no last decimal.

    >>> decimal_from(Decimal("2.50")), decimal_from(0.1), decimal_from(Fraction(1, 8))
    (Decimal('2.50'), Decimal('0.1'), Decimal('0.125'))
    """
    if isinstance(number, Decimal):
        if type(number) is not Decimal:
            number = Decimal(number)  # a subclass may write itself, and compare, in its own way
        text = str(number)
        if len(text) < MAX_DIGITS and text.replace(".", "", 1).isdigit():
            return number  # the common case: short, finite, not negative, written out
        return _bounded(number, field)
    if isinstance(number, bool):
        raise invalid(field, Reason.NUMBER, number)
    if isinstance(number, float):
        return _bounded(Decimal(float.__repr__(number)), field)
    try:
        whole = index(number)  # type: ignore[arg-type]  # what has no index is refused
    except TypeError:
        if isinstance(number, Fraction):
            return _terminating(number, field)
        raise _no_number(number, field) from None
    if not -LARGEST_WHOLE < whole < LARGEST_WHOLE:
        raise invalid(field, Reason.BOUNDED, number, digits=MAX_DIGITS)
    return Decimal(whole)


def _no_number(value: object, field: str) -> InvalidValueError:
    if not isinstance(value, str):
        return invalid(field, Reason.NUMBER, value)
    reader = _READERS.get(field, "parse_number")
    return invalid(field, Reason.NOT_TEXT, value, type=Words("một số", "a number"), reader=reader)


_READERS: Final = {
    "Quantity.amount": "parse_quantity",
    "format_money": "parse_money",
    "money_to_words": "parse_money",
}
"""What reads text where a number is wanted, other than `parse_number`."""


def whole_from(number: SupportsIndex, field: str, *, reader: str = "parse_number") -> int:
    """Return a whole number as an int: Python's own, or one that says it is one, as NumPy's do.

    Args:
        number: the number; a bool is none.
        field: what the number is, for the error.
        reader: what reads it if it is text, for the error.

    Raises:
        InvalidValueError: anything else, a float that happens to be whole included.

    >>> whole_from(27, "ModelCount.count")
    27
    >>> whole_from(27.0, "ModelCount.count")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: ModelCount.count: expected a whole number, not a float: int(…) \
makes one, got 27.0
    """
    if type(number) is int:
        return number
    if not isinstance(number, bool):
        with suppress(TypeError):
            return int(index(number))
    if isinstance(number, str):
        words = {"type": Words("một số nguyên", "a whole number")}
        raise invalid(field, Reason.NOT_TEXT, number, reader=reader, **words)
    if isinstance(number, float) and number.is_integer():
        raise invalid(field, Reason.NOT_FLOAT, number)
    raise invalid(field, Reason.WHOLE_NUMBER, number)


def fraction_from(number: Number, field: str = "number") -> Fraction:
    """Return a number as an exact fraction, under the bounds of `decimal_from`.

    >>> fraction_from(0.1), fraction_from(Decimal("96.42"))
    (Fraction(1, 10), Fraction(4821, 50))
    """
    if isinstance(number, Fraction):
        if type(number) is not Fraction:
            number = Fraction(number.numerator, number.denominator)
        _check_fraction(number, field)
        return number
    return Fraction(decimal_from(number, field))


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a finite number is written with.

    >>> decimals_of(Decimal("2.50")), decimals_of(Decimal(17))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def shortest(number: Decimal) -> Decimal:
    """Return an equal decimal without zeros after its last decimal and without an exponent.

    >>> shortest(Decimal("2.50")), shortest(Decimal("1E+3"))
    (Decimal('2.5'), Decimal('1000'))
    """
    exponent = number.as_tuple().exponent
    if exponent == 0:
        return number
    short = EXACT.normalize(number)
    exponent = short.as_tuple().exponent
    return EXACT.quantize(short, Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short


def _bounded(number: Decimal, field: str) -> Decimal:
    if not number.is_finite():
        raise invalid(field, Reason.FINITE, number)
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    if -exponent > MAX_DIGITS or len(digits) + exponent > MAX_DIGITS:
        raise invalid(field, Reason.BOUNDED, number, digits=MAX_DIGITS)
    if exponent > 0:  # 1E+3: Vietnamese writes the digits out
        return EXACT.quantize(number, Decimal(1))
    if sign and not number:  # minus zero
        return number.copy_abs()
    return number


def _terminating(number: Fraction, field: str) -> Decimal:
    _check_fraction(number, field)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise NotExactError(field, Reason.FINITE_DECIMAL, shown(number))
    decimals = max(twos, fives)
    if decimals > MAX_DIGITS:
        raise invalid(field, Reason.BOUNDED, number, digits=MAX_DIGITS)
    digits = number.numerator * 10**decimals // number.denominator
    return _bounded(EXACT.scaleb(Decimal(digits), -decimals), field)


def _check_fraction(number: Fraction, field: str) -> None:
    # Products of a few bounded numbers fit; anything longer would make later steps slow.
    most = LARGEST_WHOLE**8
    if not -most < number.numerator < most or number.denominator >= most:
        raise invalid(field, Reason.BOUNDED, number, digits=MAX_DIGITS)
