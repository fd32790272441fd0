"""Numbers and percentages in Vietnamese: dots group thousands, a comma starts the decimals.

Accounting Law 2003, art. 12, and CLDR agree on the signs.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvankheo.calc.arithmetic import Rounding, round_to, rounded
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.errors import NotExactError
from danvankheo.locale_vi.cldr import symbols
from danvankheo.reasons import Reason

_SHORT: Final = 10**30  # most whole numbers need no decimal arithmetic
_HUNDRED: Final = Decimal(100)


def format_number(
    number: Number,
    *,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    grouping: bool = True,
) -> str:
    """Return a number in Vietnamese digits.

    Args:
        number: int, Decimal, Fraction or finite float (by its shortest repr).
        decimals: so many decimals, rounded once; None writes the exact value at its shortest.
        rounding: how the last digit is chosen.
        grouping: whether dots separate the thousands.

    Raises:
        InvalidValueError: not a finite number, or longer than 100 digits on a side.
        NotExactError: a fraction without a last decimal, and `decimals` not given.

    >>> format_number(25707), format_number(Decimal("154.4")), format_number(1234.5, decimals=2)
    ('25.707', '154,4', '1.234,50')
    >>> format_number(2015, grouping=False)
    '2015'
    """
    return written(number, decimals, rounding, "format_number", grouping=grouping)


def format_percent(
    ratio: Number, *, decimals: int | None = None, rounding: Rounding = Rounding.HALF_UP
) -> str:
    """Return a ratio as a percentage: 27/28 is 96,43%.

    For a percentage as printed, a `Quantity` in `PERCENT`, use `format_quantity`.

    Args:
        ratio: a plain number; 1 is 100%.
        decimals: so many decimals of the percentage; None writes the exact value.
        rounding: how the last digit is chosen.

    Raises:
        InvalidValueError: not a finite number.
        NotExactError: a percentage without a last decimal, and `decimals` not given.

    >>> format_percent(Fraction(27, 28), decimals=2), format_percent(Decimal("0.9642"))
    ('96,43%', '96,42%')
    >>> format_percent(Fraction(27, 28), decimals=2, rounding=Rounding.TRUNCATE)
    '96,42%'
    """
    if not isinstance(ratio, Decimal) and isinstance(ratio, Fraction):
        return written(ratio * 100, decimals, rounding, "format_percent") + symbols().percent
    percent = EXACT.multiply(decimal_from(ratio, "format_percent"), _HUNDRED)
    text = shortest_digits(percent) if decimals is None else digits(rounded(percent, decimals, rounding))
    return text + symbols().percent


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
    """Return a checked decimal without zeros behind its last decimal.

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
