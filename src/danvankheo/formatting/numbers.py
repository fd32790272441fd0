"""Numbers and percentages in Vietnamese: dots group thousands, a comma starts the decimals.

Accounting Law 2003, art. 12, and CLDR agree on the signs.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final, SupportsFloat

from danvankheo.calc.arithmetic import Rounding, round_to, rounded
from danvankheo.checking import check_type
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import PERCENT
from danvankheo.errors import NotExactError, invalid
from danvankheo.locale_vi.cldr import symbols
from danvankheo.reasons import Reason

_SHORT: Final = 10**30  # most whole numbers need no decimal arithmetic
_HUNDRED: Final = Decimal(100)


def format_number(
    number: Number | None,
    *,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    grouping: bool = True,
    missing: str | None = None,
) -> str:
    """Return a number in Vietnamese digits.

    Args:
        number: int, Decimal, Fraction or finite float (by its shortest repr).
        decimals: so many decimals, rounded once; None writes the exact value at its shortest.
        rounding: how the last digit is chosen.
        grouping: whether dots separate the thousands.
        missing: what is written for None, NaN and pandas' NA, such as "–"; errors if not given.

    Raises:
        InvalidValueError: not a finite number, or longer than 100 digits on a side.
        NotExactError: a fraction without a last decimal, and `decimals` not given.

    >>> format_number(25707), format_number(Decimal("154.4")), format_number(1234.5, decimals=2)
    ('25.707', '154,4', '1.234,50')
    >>> format_number(2015, grouping=False)
    '2015'
    >>> [format_number(number, missing="–") for number in (1.5, None, float("nan"))]
    ['1,5', '–', '–']
    """
    if missing is not None and is_missing(number):
        return text_for_missing(missing, "format_number")
    return written(present(number, "format_number"), decimals, rounding, "format_number", grouping=grouping)


def format_percent(
    ratio: Number | Quantity | None,
    *,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    missing: str | None = None,
) -> str:
    """Return a ratio as a percentage: 27/28 is 96,43%.

    A number is a ratio: 0.9643, not 96.43. A percentage as printed is a `Quantity` in `PERCENT`.

    Args:
        ratio: a plain number, of which 1 is 100%; or a quantity in `PERCENT`, which is written
            with its own digits and its approximation.
        decimals: so many decimals of the percentage; None writes the exact value.
        rounding: how the last digit is chosen.
        missing: what is written for None, NaN and pandas' NA, such as "–"; errors if not given.

    Raises:
        InvalidValueError: not a finite number, or a quantity in another unit.
        NotExactError: a percentage without a last decimal, and `decimals` not given.

    >>> format_percent(Fraction(27, 28), decimals=2), format_percent(Decimal("0.9642"))
    ('96,43%', '96,42%')
    >>> format_percent(Fraction(27, 28), decimals=2, rounding=Rounding.TRUNCATE)
    '96,42%'
    >>> format_percent(Quantity(Decimal("96.40"), PERCENT)), format_percent(None, missing="–")
    ('96,40%', '–')
    """
    if missing is not None and is_missing(ratio):
        return text_for_missing(missing, "format_percent")
    if isinstance(ratio, Quantity):
        return _percent(ratio, decimals, rounding)
    if not isinstance(ratio, Decimal) and isinstance(ratio, Fraction):
        if decimals is None:
            exact(ratio, "format_percent")  # whose error names the number that was given
        return written(ratio * 100, decimals, rounding, "format_percent") + symbols().percent
    percent = EXACT.multiply(decimal_from(present(ratio, "format_percent"), "format_percent"), _HUNDRED)
    text = shortest_digits(percent) if decimals is None else digits(rounded(percent, decimals, rounding))
    return text + symbols().percent


def _percent(percent: Quantity, decimals: int | None, rounding: Rounding) -> str:
    """Return a percentage as it is printed, or rounded."""
    if percent.unit != PERCENT:
        raise invalid("format_percent", Reason.DIMENSION, percent.unit.label, allowed="%")
    figure = percent.amount if decimals is None else rounded(percent.amount, decimals, rounding)
    return approximated(digits(figure) + symbols().percent, percent.approximation)


def approximated(text: str, approximation: Approximation) -> str:
    """Return text after the word of an approximation."""
    return f"{approximation.label} {text}" if approximation.label else text


def is_missing(value: object) -> bool:
    """Return whether a value of a data frame is none: None, NaN, pandas' NA.

    >>> [is_missing(value) for value in (None, float("nan"), Decimal("NaN"), 0, "")]
    [True, True, True, False, False]
    """
    if value is None or type(value).__name__ in _MISSING:
        return True
    return isinstance(value, SupportsFloat) and not isinstance(value, Fraction) and bool(value != value)  # noqa: PLR0124


_MISSING: Final = ("NAType", "NaTType")


def present(number: Number | None, where: str) -> Number:
    """Return a number that is there."""
    if number is None:
        raise invalid(where, Reason.NUMBER, number)
    return number


def text_for_missing(missing: str, where: str) -> str:
    """Return what a caller wants to be written for a missing value."""
    check_type(missing, str, f"{where}.missing")
    return missing


def written(
    number: Number, decimals: int | None, rounding: Rounding, where: str, *, grouping: bool = True
) -> str:
    """Return the digits of any number: rounded, or exact at their shortest.

    >>> written(Fraction(2, 3), 2, Rounding.HALF_UP, "example")
    '0,67'
    """
    if decimals is not None:
        return digits(round_to(number, decimals, rounding=rounding), grouping=grouping)
    if type(number) is int and -_SHORT < number < _SHORT and grouping:
        return f"{number:,}".replace(",", symbols().group)
    return shortest_digits(exact(number, where), grouping=grouping)


def digits(number: Decimal, *, grouping: bool = True) -> str:
    """Return a checked decimal with the very decimals that it has.

    >>> digits(Decimal("2.50"))
    '2,50'
    """
    signs = symbols()
    if not grouping:
        return f"{number:f}".replace(".", signs.decimal)
    return f"{number:,f}".replace(",", "_").replace(".", signs.decimal).replace("_", signs.group)


def shortest_digits(number: Decimal, *, grouping: bool = True) -> str:
    """Return a checked decimal without zeros after its last decimal.

    >>> shortest_digits(Decimal("2.50")), shortest_digits(Decimal("1000"))
    ('2,5', '1.000')
    """
    text = digits(number, grouping=grouping)
    point = symbols().decimal
    return text.rstrip("0").rstrip(point) if point in text else text


def exact(number: Number, where: str) -> Decimal:
    """Return a number as a decimal; where it has no last decimal, ask for ``decimals``."""
    try:
        return decimal_from(number, where)
    except NotExactError as error:
        raise NotExactError(where, Reason.DECIMALS_NEEDED, error.got) from None
