"""Money in Vietnamese: in full, after a scale word, or compound ("3 tỷ 645 triệu đồng")."""

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, round_to
from danvankheo.checking import check_one_of, check_type, chosen
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import DONG, Dimension, Scale, Unit
from danvankheo.errors import invalid
from danvankheo.formatting.numbers import (
    approximated,
    digits,
    exact,
    is_missing,
    present,
    shortest_digits,
    text_for_missing,
    written,
)
from danvankheo.locale_vi import words
from danvankheo.locale_vi.cldr import symbols
from danvankheo.reasons import Reason


class MoneyScale(Labelled):
    """How much of an amount goes into a scale word; AUTO is tỷ from 10⁹, triệu from 10⁶, else none.

    >>> from danvankheo import format_money
    >>> from danvankheo.formatting import MoneyScale
    >>> format_money(154_400_000, scale_word=MoneyScale.THOUSAND)
    '154.400 nghìn đồng'
    """

    FULL = "full", "viết đủ chữ số"
    THOUSAND = "thousand", "nghìn"
    MILLION = "million", "triệu"
    BILLION = "billion", "tỷ"
    AUTO = "auto", "bậc vừa với số tiền"
    COMPOUND = "compound", "tỷ, triệu, nghìn nối nhau"


MoneyScaleLike: TypeAlias = MoneyScale | Literal["full", "thousand", "million", "billion", "auto", "compound"]

MoneyStyle: TypeAlias = Literal["plain", "symbol", "code", "sign"]
"""How the currency is written: đồng, đ, VND, ₫; for the dollar USD, US$, USD, $."""

_PLAIN: Final = "plain"
_MONEY: Final = Dimension.MONEY
_ONE: Final = Scale.ONE
AUTO: Final = ((_ONE, 10**6), (Scale.MILLION, 10**3))
"""Up to which amount before a scale word "auto" stays with it."""
FIXED: Final = MappingProxyType(
    {
        MoneyScale.FULL: Scale.ONE,
        MoneyScale.THOUSAND: Scale.THOUSAND,
        MoneyScale.MILLION: Scale.MILLION,
        MoneyScale.BILLION: Scale.BILLION,
    }
)


def format_money(
    amount: Number | Quantity | None,
    *,
    unit: Unit | None = None,
    scale_word: MoneyScaleLike | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    per: str = "",
    approximation: Approximation | None = None,
    missing: str | None = None,
    style: MoneyStyle = "plain",
) -> str:
    """Return an amount of money as reports write it; `parse_money` reads every style.

    Args:
        amount: a number of `unit`, or a quantity of money, which brings its own unit and
            approximation.
        unit: the unit of a plain number, such as ``US_DOLLAR``; đồng if None.
        scale_word: ``full``, ``thousand`` (nghìn), ``million`` (triệu), ``billion`` (tỷ), ``auto``
            or ``compound``; None keeps the unit's own scale word and a quantity's own digits.
        decimals: so many decimals, rounded once; the exact value if None.
        rounding: how the last digit is chosen.
        per: what a plain number is for each of, such as ``người/năm``.
        approximation: the word before a plain number.
        missing: what is written for None, NaN and pandas' NA, such as "–"; errors if not given.
        style: ``plain`` đồng, ``symbol`` đ, the symbol of the State Bank Law (Luật
            46/2010/QH12, art. 16), ``code`` VND, or ``sign`` ₫, the sign of CLDR.

    Raises:
        InvalidValueError: not money, not a finite number, or a quantity and one of the options
            that it brings itself.
        NotExactError: a fraction without a last decimal, and `decimals` not given.

    >>> format_money(154_400_000, scale_word="auto", approximation=Approximation.OVER)
    'hơn 154,4 triệu đồng'
    >>> format_money(3_645_000_000, scale_word="compound"), format_money(500_000)
    ('3 tỷ 645 triệu đồng', '500.000 đồng')
    >>> format_money(999_999_999, scale_word="auto", decimals=1)
    '1,0 tỷ đồng'
    >>> format_money(None, missing="chưa rõ")
    'chưa rõ'
    >>> format_money(500_000, style="symbol"), format_money(154_400_000, scale_word="auto", style="code")
    ('500.000 đ', '154,4 triệu VND')
    """
    if missing is not None and is_missing(amount):
        return text_for_missing(missing, "format_money")
    if isinstance(amount, Quantity):
        if unit is not None or per or approximation is not None:
            options = "unit=, per=, approximation="
            raise invalid("format_money", Reason.OWN_OPTIONS, amount, options=options)
        number: Number = amount.amount
        unit, approximation = amount.unit, amount.approximation
    else:
        number, unit = present(amount, "format_money"), DONG if unit is None else unit
    check_type(unit, Unit, "format_money.unit")
    if unit.dimension is not _MONEY:
        raise invalid("format_money", Reason.DIMENSION, unit.label, allowed=Words("tiền", "money"))
    if scale_word is not None:
        how = chosen(scale_word, MoneyScale, "format_money.scale_word")
        text = _scaled(_in_base(number, unit), how, decimals, rounding)
    elif decimals is None and isinstance(amount, Quantity):
        text = _following(unit.scale, digits(amount.amount))
    else:
        text = _following(unit.scale, written(number, decimals, rounding, "format_money"))
    rate = per or unit.rate
    name = currency_name(unit, style, "format_money")
    text = f"{text} {name}/{rate}" if rate else f"{text} {name}"
    if approximation is None:
        return text
    return approximated(text, chosen(approximation, Approximation, "format_money.approximation"))


def currency_name(unit: Unit, style: MoneyStyle, where: str) -> str:
    """Return how a unit of money is written in a style.

    >>> currency_name(DONG, "symbol", "example"), currency_name(DONG, "plain", "example")
    ('đ', 'đồng')
    """
    if style == _PLAIN:
        return unit.name
    check_one_of(style, (_PLAIN, *words.MONEY_STYLES), f"{where}.style")
    return words.MONEY_STYLES[style][unit.measure]


def _in_base(number: Number, unit: Unit) -> Decimal | Fraction:
    if not isinstance(number, Decimal) and isinstance(number, Fraction):
        return number * Fraction(unit.size)
    amount = decimal_from(number, "format_money")
    return amount if unit is DONG else EXACT.multiply(amount, unit.size)


def _scaled(value: Decimal | Fraction, scale: MoneyScale, decimals: int | None, rounding: Rounding) -> str:
    """Return the digits of an amount with its scale words."""
    if scale is MoneyScale.COMPOUND:
        return _compound(value, decimals, rounding)
    if scale is MoneyScale.AUTO:
        fitting, amount = _fitting(value, decimals, rounding)
    else:
        fitting = FIXED[scale]
        amount = _divided(value, fitting)
    return _following(fitting, written(amount, decimals, rounding, "format_money"))


def _fitting(
    value: Decimal | Fraction, decimals: int | None, rounding: Rounding
) -> tuple[Scale, Decimal | Fraction]:
    """Return the scale word after which the digits stay short, and the amount after it."""
    for scale, limit in AUTO:
        amount = _divided(value, scale)
        # 999.999.999 is 1,0 tỷ, not 1.000,0 triệu
        printed = amount if decimals is None else round_to(amount, decimals, rounding=rounding)
        if -limit < printed < limit:
            return scale, amount
    return Scale.BILLION, _divided(value, Scale.BILLION)


def _following(scale: Scale, text: str) -> str:
    return f"{text} {scale.label}" if scale is not _ONE else text


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
    if scale is _ONE:
        return value
    if isinstance(value, Decimal):
        return EXACT.scaleb(value, -scale.zeros)
    return value / Fraction(10**scale.zeros)
