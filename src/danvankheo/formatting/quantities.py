"""Quantities in Vietnamese: "hơn 154,4 triệu đồng", "731 ngày công", "1.350 m²", "96,42%"."""

from typing import Final, Literal, TypeAlias

from danvankheo.calc.arithmetic import Rounding, convert, round_to
from danvankheo.checking import check_type, chosen
from danvankheo.domain.labels import Labelled
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.units import PER_MILLE, PERCENT, Unit
from danvankheo.formatting.numbers import approximated, digits, is_missing, shortest_digits, text_for_missing
from danvankheo.locale_vi import words
from danvankheo.locale_vi.cldr import symbols, unit_name


class UnitStyle(Labelled):
    """How a unit is written.

    >>> from danvankheo import Quantity, format_quantity
    >>> from danvankheo.formatting import UnitStyle
    >>> from danvankheo.units import SQUARE_METRE
    >>> [format_quantity(Quantity(5, SQUARE_METRE), style=style) for style in UnitStyle]
    ['5 m2', '5 m²', '5 mét vuông']
    """

    PLAIN = "plain", "như m2"
    SYMBOL = "symbol", "như m²"
    LONG = "long", "như mét vuông"


UnitStyleLike: TypeAlias = UnitStyle | Literal["plain", "symbol", "long"]

_GLUED: Final = (PERCENT.measure, PER_MILLE.measure)


def format_quantity(
    quantity: Quantity | None,
    *,
    unit: Unit | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    style: UnitStyleLike = UnitStyle.PLAIN,
    missing: str | None = None,
) -> str:
    """Return a quantity as reports write it: approximation, digits, scale word, unit, rate.

    Args:
        quantity: any quantity; its digits are written as they are.
        unit: write it in this unit instead, exactly unless `decimals` is given.
        decimals: so many decimals, rounded once.
        rounding: how the last digit is chosen.
        style: ``plain`` m2, ``symbol`` m², ``long`` mét vuông, ngày công lao động.
        missing: what is written for None and NaN, such as "–"; errors if not given.

    Raises:
        UnitMismatchError: the unit measures something else.
        NotExactError: the amount in that unit has no last decimal, and `decimals` is not given.

    >>> from decimal import Decimal
    >>> from danvankheo import Approximation
    >>> from danvankheo.units import HECTARE, MILLION_DONG, SQUARE_METRE
    >>> format_quantity(Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER))
    'hơn 154,4 triệu đồng'
    >>> format_quantity(Quantity(27000, SQUARE_METRE), unit=HECTARE)
    '2,7 ha'
    >>> format_quantity(Quantity(1350, SQUARE_METRE), style="symbol")
    '1.350 m²'
    """
    if missing is not None and is_missing(quantity):
        return text_for_missing(missing, "format_quantity")
    check_type(quantity, Quantity, "format_quantity")
    assert isinstance(quantity, Quantity)
    how = chosen(style, UnitStyle, "format_quantity.style")
    written = quantity.unit if unit is None else unit
    check_type(written, Unit, "format_quantity.unit")
    if decimals is not None and unit is not None:
        quantity = convert(quantity, unit, decimals=decimals, rounding=rounding)
        text = digits(quantity.amount)
    elif decimals is not None:
        text = digits(round_to(quantity.amount, decimals, rounding=rounding))
    elif unit is not None:
        text = shortest_digits(quantity.to(unit).amount)
    else:
        text = digits(quantity.amount)
    return approximated(text + unit_suffix(written, how), quantity.approximation)


def format_range(span: QuantityRange, *, style: UnitStyleLike = UnitStyle.PLAIN) -> str:
    """Return a range as reports write it, the unit once if both ends have the same.

    >>> from danvankheo.units import MILLION_DONG
    >>> format_range(QuantityRange(Quantity(5, MILLION_DONG), Quantity(10, MILLION_DONG)))
    'từ 5 đến 10 triệu đồng'
    """
    check_type(span, QuantityRange, "format_range")
    how = chosen(style, UnitStyle, "format_range.style")
    low = format_quantity(span.low, style=how)
    if span.low.unit == span.high.unit:
        low = low.removesuffix(unit_suffix(span.low.unit, how))
    text = f"{words.FROM} {low} {words.TO} {format_quantity(span.high, style=how)}"
    return approximated(text, span.approximation)


def unit_suffix(unit: Unit, style: UnitStyle = UnitStyle.PLAIN) -> str:
    """Return what follows the digits: "%" glued, all else after a blank.

    >>> from danvankheo.units import MILLION_DONG
    >>> unit_suffix(MILLION_DONG.per("người/năm")), unit_suffix(PERCENT)
    (' triệu đồng/người/năm', '%')
    """
    rate = f"/{unit.rate}" if unit.rate else ""
    if unit.measure in _GLUED:
        return f"{getattr(symbols(), unit.measure)}{rate}"
    scale = f" {unit.scale.label}" if unit.scale.label else ""
    return f"{scale} {_name(unit, style)}{rate}"


def _name(unit: Unit, style: UnitStyle) -> str:
    if style is UnitStyle.SYMBOL and unit.measure in words.CLDR_UNITS:
        return unit_name(words.CLDR_UNITS[unit.measure], "short")
    if style is UnitStyle.LONG:
        if unit.measure in words.UNIT_LONG_NAMES:
            return words.UNIT_LONG_NAMES[unit.measure]
        if unit.measure in words.CLDR_UNITS:
            return unit_name(words.CLDR_UNITS[unit.measure], "long")
    return unit.name
