"""Ratios, changes and attainment in Vietnamese."""

from fractions import Fraction
from typing import Final, Literal, TypeAlias, TypeVar

from danvankheo.calc.arithmetic import Rounding
from danvankheo.calc.rates import share
from danvankheo.domain.numbers import Number, fraction_from
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, TIMES, Unit
from danvankheo.errors import Reason, one_of, refusal, require
from danvankheo.formatting.money import MoneyScale, format_money
from danvankheo.formatting.numbers import format_number, format_percent
from danvankheo.formatting.quantities import format_quantity, unit_suffix
from danvankheo.locale_vi import words

_VERBS: Final = {"reach": words.REACHED, "exceed": words.EXCEEDED, "short": words.SHORT_BY}
_HUNDRED_PERCENT: Final = Quantity(100, PERCENT)

AttainmentMode: TypeAlias = Literal["reach", "exceed", "short"]
"""From which side a plan is told: "đạt 105%", "vượt 5%", "còn thiếu 5%"."""


def format_ratio(
    part: Number,
    whole: Number,
    *,
    unit: Unit | None = None,
    percent: bool = False,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> str:
    """Return "27/28 trường", and behind it the percentage where asked.

    Args:
        part: the numerator.
        whole: the denominator.
        unit: what both count.
        percent: whether the computed percentage follows in brackets.
        decimals: decimals of that percentage; None writes the exact value.
        rounding: how its last digit is chosen.

    Raises:
        UndefinedError: a percentage of zero.
        NotExactError: a percentage without a last decimal, and `decimals` not given.

    >>> from danvankheo import counted
    >>> format_ratio(31, 34, unit=counted("trường"), percent=True, decimals=2)
    '31/34 trường (91,18%)'
    """
    text = f"{format_number(part)}/{format_number(whole)}{unit_suffix(unit) if unit else ''}"
    if not percent:
        return text
    return f"{text} ({format_percent(share(part, whole), decimals=decimals, rounding=rounding)})"


def format_change(
    change: Quantity,
    *,
    scale: MoneyScale | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    relative_to: str = "",
) -> str:
    """Return a change with its direction word: "tăng 3,05%", "giảm 1,2 điểm phần trăm".

    Args:
        change: a signed quantity; in `TIMES` it is the ratio reached, "gấp 2 lần". `as_percent`
            makes one of a growth.
        scale: for money, as in `format_money`.
        decimals: so many decimals; None writes the digits as they are.
        rounding: how the last digit is chosen.
        relative_to: what it is compared to, such as ``cùng kỳ năm 2021``.

    Raises:
        InvalidValueError: a negative number of times.

    >>> from decimal import Decimal
    >>> from danvankheo import PERCENT, PERCENTAGE_POINT, counted
    >>> format_change(Quantity(Decimal("3.05"), PERCENT), relative_to="cùng kỳ năm 2021")
    'tăng 3,05% so với cùng kỳ năm 2021'
    >>> format_change(Quantity(Decimal("-1.2"), PERCENTAGE_POINT))
    'giảm 1,2 điểm phần trăm'
    """
    require(change, Quantity, "format_change")
    falls = change.amount < 0
    size = -change if falls else change
    if scale is not None:
        text = format_money(size, scale=scale, decimals=decimals, rounding=rounding)
    else:
        text = format_quantity(size, decimals=decimals, rounding=rounding)
    if change.unit.fits(TIMES):
        if falls:
            raise refusal("format_change", Reason.NOT_NEGATIVE, change)
        text = f"{words.MULTIPLIED} {text}"
    elif not change.amount:
        text = f"{words.UNCHANGED} ({text})"
    else:
        text = f"{words.DECREASE if falls else words.INCREASE} {text}"
    return f"{text} {words.COMPARED_TO} {relative_to}" if relative_to else text


def format_attainment(
    attained: Number | Quantity,
    *,
    target: str = "kế hoạch",
    mode: AttainmentMode = "reach",
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> str:
    """Return how far a plan is met: "đạt 105,5% kế hoạch", "vượt 12,5% chỉ tiêu".

    Args:
        attained: actual over plan as a ratio (1 is 100%), or a quantity in percent, which keeps
            its digits and its approximation.
        target: what it is measured against: ``kế hoạch``, ``chỉ tiêu``, ``dự toán`` …
        mode: ``reach`` prints the whole ratio, ``exceed`` what is above 100%, ``short`` what is
            missing to it.
        decimals: so many decimals; None writes the exact value.
        rounding: how the last digit is chosen.

    Raises:
        InvalidValueError: exceeding with less than 100%, or falling short with more.
        NotExactError: a percentage without a last decimal, and `decimals` not given.

    >>> from decimal import Decimal
    >>> format_attainment(Decimal("1.055"))
    'đạt 105,5% kế hoạch'
    >>> format_attainment(Decimal("1.125"), target="chỉ tiêu", mode="exceed")
    'vượt 12,5% chỉ tiêu'
    """
    one_of(mode, _VERBS, "format_attainment.mode")
    if not isinstance(attained, Quantity):
        told = _side(fraction_from(attained, "format_attainment"), Fraction(1), mode)
        text = format_percent(told, decimals=decimals, rounding=rounding) if told >= 0 else ""
    elif attained.unit.fits(PERCENT):
        percent = _side(attained.to(PERCENT), _HUNDRED_PERCENT, mode)
        text = format_quantity(percent, decimals=decimals, rounding=rounding) if percent.amount >= 0 else ""
    else:
        gaps = {"allowed": "percent", "allowed_vi": "phần trăm"}
        raise refusal("format_attainment", Reason.DIMENSION, attained.unit.label, **gaps)
    if not text:
        raise refusal("format_attainment", Reason.ATTAINMENT_SIDE, attained)
    return f"{_VERBS[mode]} {text} {target}".rstrip()


_Size = TypeVar("_Size", Fraction, Quantity)


def _side(attained: _Size, whole: _Size, mode: AttainmentMode) -> _Size:
    """Return the part of a ratio that a wording prints."""
    if mode == "exceed":
        return attained - whole
    return whole - attained if mode == "short" else attained
