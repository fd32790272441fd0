"""Ratios, changes and attainment in Vietnamese."""

from fractions import Fraction
from typing import Final, TypeVar, assert_never, overload

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.calc.rates import share
from danvankheo.checking import check_type, chosen
from danvankheo.domain.numbers import Number, fraction_from
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import (
    Attainment,
    AttainmentMode,
    AttainmentModeLike,
    Change,
    Direction,
    FromTo,
    Ratio,
)
from danvankheo.domain.units import PERCENT, TIMES, Unit
from danvankheo.errors import invalid
from danvankheo.formatting.money import MoneyScaleLike, format_money
from danvankheo.formatting.numbers import approximated, digits, format_number, format_percent
from danvankheo.formatting.quantities import format_quantity, unit_suffix
from danvankheo.locale_vi import spellings, words
from danvankheo.reasons import Reason

_HUNDRED_PERCENT: Final = Quantity(100, PERCENT)


@overload
def format_ratio(part: Ratio) -> str: ...
@overload
def format_ratio(
    part: Number,
    whole: Number,
    *,
    unit: Unit | None = None,
    percent: bool = False,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> str: ...
def format_ratio(
    part: Number | Ratio,
    whole: Number | None = None,
    *,
    unit: Unit | None = None,
    percent: bool = False,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> str:
    """Return "27/28 trường", and after it the percentage; the inverse of `parse_ratio`.

    Args:
        part: the numerator, or a `Ratio`, which is written as it is and takes no options.
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
    >>> from decimal import Decimal
    >>> printed = Quantity(Decimal("96.42"), PERCENT)
    >>> format_ratio(Ratio(part=27, whole=28, unit=counted("trường"), percent=printed))
    '27/28 trường (96,42%)'
    """
    if isinstance(part, Ratio):
        if whole is not None or unit is not None or percent or decimals is not None:
            raise invalid("format_ratio", Reason.OWN_OPTIONS, part, options="whole=, unit=, percent=")
        text = f"{digits(part.part)}/{digits(part.whole)}{unit_suffix(part.unit) if part.unit else ''}"
        if part.percent is not None:
            text = f"{text} ({format_quantity(part.percent)})"
        return approximated(text, part.approximation)
    if whole is None:
        raise invalid("format_ratio.whole", Reason.NUMBER, whole)
    text = f"{format_number(part)}/{format_number(whole)}{unit_suffix(unit) if unit else ''}"
    if not percent:
        return text
    return f"{text} ({format_percent(share(part, whole), decimals=decimals, rounding=rounding)})"


def format_change(
    change: Quantity | Change,
    *,
    scale_word: MoneyScaleLike | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    relative_to: str = "",
) -> str:
    """Return a change with its direction word; the inverse of `parse_change`.

    Args:
        change: a `Change`, or a signed quantity; in `TIMES` it is the ratio reached, "gấp 2
            lần". `as_percent` makes one of a growth.
        scale_word: for money, as in `format_money`.
        decimals: so many decimals; None writes the digits as they are.
        rounding: how the last digit is chosen.
        relative_to: what it is compared to, such as ``cùng kỳ năm 2021``; a `Change` has its own.

    Raises:
        InvalidValueError: a negative number of times.

    >>> from decimal import Decimal
    >>> from danvankheo.units import PERCENTAGE_POINT
    >>> format_change(Quantity(Decimal("3.05"), PERCENT), relative_to="cùng kỳ năm 2021")
    'tăng 3,05% so với cùng kỳ năm 2021'
    >>> format_change(Quantity(Decimal("-1.2"), PERCENTAGE_POINT))
    'giảm 1,2 điểm phần trăm'
    """
    if not isinstance(change, Change):
        check_type(change, Quantity, "format_change")
        change = Change.of(change, relative_to)
    elif relative_to:
        raise invalid("format_change", Reason.OWN_OPTIONS, change, options="relative_to=")
    text = change.direction.label
    if change.size is not None:
        if scale_word is not None:
            size = format_money(change.size, scale_word=scale_word, decimals=decimals, rounding=rounding)
        else:
            size = format_quantity(change.size, decimals=decimals, rounding=rounding)
        if change.direction is Direction.NONE:
            size = f"({size})"
        elif change.direction is Direction.UP and change.size.unit.fits(TIMES):
            text = words.MULTIPLIED
        text = f"{text} {size}"
    return f"{text} {words.COMPARED_TO} {change.relative_to}" if change.relative_to else text


def format_from_to(
    change: FromTo, *, decimals: int | None = None, rounding: Rounding = Rounding.HALF_UP
) -> str:
    """Return a change with its two ends; the inverse of `parse_from_to`.

    Args:
        change: the change.
        decimals: so many decimals in both ends; None writes the digits as they are.
        rounding: how the last digit is chosen.

    >>> from decimal import Decimal
    >>> fall = FromTo(before=Quantity(Decimal("11.42"), PERCENT), after=Quantity(Decimal("4.05"), PERCENT),
    ...               direction=Direction.DOWN)
    >>> format_from_to(fall)
    'giảm từ 11,42% xuống còn 4,05%'
    """
    check_type(change, FromTo, "format_from_to")
    link = words.UP_TO if change.direction is Direction.UP else words.DOWN_TO
    before = format_quantity(change.before, decimals=decimals, rounding=rounding)
    after = format_quantity(change.after, decimals=decimals, rounding=rounding)
    return f"{change.direction.label} {words.FROM} {before} {link} {after}"


def format_attainment(
    attainment: Number | Quantity | Attainment,
    *,
    target: str | None = None,
    mode: AttainmentModeLike | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> str:
    """Return how far a plan is met; the inverse of `parse_attainment`.

    Args:
        attainment: actual over plan as a ratio (1 is 100%), or a quantity in percent, which keeps
            its digits and its approximation, or an `Attainment`, which has its own mode and target.
        target: what it is measured against: ``kế hoạch`` (the default), ``chỉ tiêu``, ``dự toán`` …
        mode: ``reach`` (the default) prints the whole ratio, ``exceed`` what is above 100%,
            ``short`` what is missing to it.
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
    if isinstance(attainment, Attainment):
        if target is not None or mode is not None:
            raise invalid("format_attainment", Reason.OWN_OPTIONS, attainment, options="target=, mode=")
        text = format_quantity(attainment.figure, decimals=decimals, rounding=rounding)
        text = _against(text, attainment.target, amount=not attainment.figure.unit.fits(PERCENT))
        return f"{attainment.mode.label} {text}"
    target = "kế hoạch" if target is None else target
    side = chosen("reach" if mode is None else mode, AttainmentMode, "format_attainment.mode")
    if not isinstance(attainment, Quantity):
        told = _side(fraction_from(attainment, "format_attainment"), Fraction(1), side)
        text = format_percent(told, decimals=decimals, rounding=rounding) if told >= 0 else ""
    elif attainment.unit.fits(PERCENT):
        percent = _side(attainment.to(PERCENT), _HUNDRED_PERCENT, side)
        text = format_quantity(percent, decimals=decimals, rounding=rounding) if percent.amount >= 0 else ""
    else:
        gaps = {"allowed": Words("phần trăm", "percent")}
        raise invalid("format_attainment", Reason.DIMENSION, attainment.unit.label, **gaps)
    if not text:
        raise invalid("format_attainment", Reason.ATTAINMENT_SIDE, attainment)
    return f"{side.label} {_against(text, target, amount=False)}"


def _against(text: str, target: str, *, amount: bool) -> str:
    """Return a figure followed by the plan: "so với" parts them where the reader needs it."""
    if not target:
        return text
    compared = amount or target.lower().startswith(tuple(f"{word} " for word in spellings.COMPARED_TO))
    return f"{text} {words.COMPARED_TO} {target}" if compared else f"{text} {target}"


_Size = TypeVar("_Size", Fraction, Quantity)


def _side(attained: _Size, whole: _Size, mode: AttainmentMode) -> _Size:
    """Return the part of a ratio that a wording prints."""
    match mode:
        case AttainmentMode.REACH:
            return attained
        case AttainmentMode.EXCEED:
            return attained - whole
        case AttainmentMode.SHORT:
            return whole - attained
        case _:
            assert_never(mode)
