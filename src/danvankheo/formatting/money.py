"""Money in Vietnamese: in full, behind a scale word, or compound ("3 tỷ 645 triệu đồng")."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from danvankheo.calc.arithmetic import Rounding, round_to
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import DONG, Dimension, Scale, Unit
from danvankheo.errors import Reason, refusal
from danvankheo.formatting.numbers import digits, exact, shortest_digits
from danvankheo.formatting.quantities import approximated
from danvankheo.locale_vi.cldr import symbols

MoneyScale: TypeAlias = Literal["full", "thousand", "million", "billion", "auto", "compound"]
"""How much of an amount goes into a scale word; auto is tỷ from 10⁹, triệu from 10⁶, else none."""

_FIXED: Final = {
    "full": Scale.ONE,
    "thousand": Scale.THOUSAND,
    "million": Scale.MILLION,
    "billion": Scale.BILLION,
}


def format_money(
    amount: Number | Quantity,
    *,
    unit: Unit | None = None,
    scale: MoneyScale | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    per: str = "",
    approximation: Approximation | None = None,
) -> str:
    """Return an amount of money as reports write it.

    Args:
        amount: a number of `unit`, or a quantity of money, which brings its own unit and
            approximation.
        unit: the unit of a plain number, such as ``US_DOLLAR``; đồng if None.
        scale: ``full``, ``thousand`` (nghìn), ``million`` (triệu), ``billion`` (tỷ), ``auto``
            or ``compound``; None keeps the unit's own scale word and a quantity's own digits.
        decimals: so many decimals, rounded once; the exact value if None.
        rounding: how the last digit is chosen.
        per: what a plain number is for each of, such as ``người/năm``.
        approximation: the word before a plain number.

    Raises:
        InvalidValueError: not money, not a finite number, or a quantity and one of the options
            that it brings itself.
        NotExactError: a fraction without a last decimal, and `decimals` not given.

    >>> format_money(154_400_000, scale="auto", approximation=Approximation.OVER)
    'hơn 154,4 triệu đồng'
    >>> format_money(3_645_000_000, scale="compound"), format_money(500_000)
    ('3 tỷ 645 triệu đồng', '500.000 đồng')
    >>> format_money(999_999_999, scale="auto", decimals=1)
    '1,0 tỷ đồng'
    """
    written = isinstance(amount, Quantity)
    if isinstance(amount, Quantity):
        if unit is not None or per or approximation is not None:
            raise refusal("format_money", Reason.FLAT_QUANTITY, amount)
        number: Number = amount.amount
        unit, approximation = amount.unit, amount.approximation
    else:
        number, unit = amount, DONG if unit is None else unit
        if approximation is not None and approximation not in tuple(Approximation):
            raise refusal(
                "format_money.approximation", Reason.ONE_OF, approximation, allowed=", ".join(Approximation)
            )
    if unit.dimension is not Dimension.MONEY:
        raise refusal("format_money", Reason.DIMENSION, unit.label, allowed=Dimension.MONEY.value)
    if scale is None:
        text = _rounded(number, decimals, rounding, keep_zeros=written)
        if unit.scale.label:
            text = f"{text} {unit.scale.label}"
    else:
        text = _scaled(_in_base(number, unit), scale, decimals, rounding)
    rate = per or unit.rate
    currency = f"{unit.name}/{rate}" if rate else unit.name
    return approximated(f"{text} {currency}", Approximation(approximation or "exactly"))


def _in_base(number: Number, unit: Unit) -> Decimal | Fraction:
    if isinstance(number, Fraction):
        return number * Fraction(unit.size)
    return EXACT.multiply(decimal_from(number, "format_money"), unit.size)


def _scaled(value: Decimal | Fraction, scale: MoneyScale, decimals: int | None, rounding: Rounding) -> str:
    """Return the digits of an amount with its scale words."""
    if scale == "compound":
        return _compound(value, decimals, rounding)
    if scale != "auto":
        if scale not in _FIXED:
            allowed = ", ".join((*_FIXED, "auto", "compound"))
            raise refusal("format_money.scale", Reason.ONE_OF, scale, allowed=allowed)
        return _behind(_FIXED[scale], value, decimals, rounding)
    fitting = Scale.ONE
    for larger in (Scale.MILLION, Scale.BILLION):
        amount = _divided(value, fitting)
        if decimals is not None:  # 999.999.999 is 1,0 tỷ, not 1.000,0 triệu
            amount = round_to(amount, decimals, rounding=rounding)
        promoted = Fraction(larger.factor) / Fraction(fitting.factor)
        if -promoted < amount < promoted:
            break
        fitting = larger
    return _behind(fitting, value, decimals, rounding)


def _behind(scale: Scale, value: Decimal | Fraction, decimals: int | None, rounding: Rounding) -> str:
    text = _rounded(_divided(value, scale), decimals, rounding)
    return f"{text} {scale.label}" if scale.label else text


def _compound(value: Decimal | Fraction, decimals: int | None, rounding: Rounding) -> str:
    if decimals is not None:
        value = round_to(value, decimals, rounding=rounding)
    rest = exact(value, "format_money")
    sign, rest = symbols().minus if rest < 0 else "", rest.copy_abs()
    parts = []
    for scale in (Scale.BILLION, Scale.MILLION, Scale.THOUSAND):
        whole = EXACT.divide_int(rest, scale.factor)
        rest = EXACT.remainder(rest, scale.factor)
        if whole:
            parts.append(f"{digits(whole)} {scale.label}")
    if rest or not parts:
        parts.append(shortest_digits(rest))
    return sign + " ".join(parts)


def _divided(value: Decimal | Fraction, scale: Scale) -> Decimal | Fraction:
    if scale is Scale.ONE:
        return value
    if isinstance(value, Fraction):
        return value / Fraction(scale.factor)
    return EXACT.divide(value, scale.factor)


def _rounded(number: Number, decimals: int | None, rounding: Rounding, *, keep_zeros: bool = False) -> str:
    if decimals is not None:
        return digits(round_to(number, decimals, rounding=rounding))
    amount = exact(number, "format_money")
    return digits(amount) if keep_zeros else shortest_digits(amount)
