"""Indicators by themselves: their exact figure, their context, the same period of last year."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, checked_each
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


def indicators_of(movement: Movement) -> tuple[Indicator, ...]:
    """Return the indicators of a movement, each with the period and the place that it is about.

    In a movement an indicator leaves out what the movement says already; on its own it needs it.

    >>> from danvankheo import load
    >>> indicators_of(load("docs/examples/an-khe-2022.json"))[0].period.code
    '2022'
    """
    check_type(movement, Movement, "indicators_of")
    return tuple(
        attrs.evolve(
            indicator,
            period=indicator.period or movement.period,
            place=indicator.place or movement.place,
        )
        for indicator in movement.indicators
    )


def known_rate(indicator: Indicator) -> Fraction | None:
    """Return the exact ratio of an indicator: part over whole, else its printed percentage.

    >>> known_rate(Indicator(name="Hộ nghèo", part=359, value=Quantity(2, PERCENT)))
    Fraction(1, 50)
    """
    check_type(indicator, Indicator, "known_rate")
    if indicator.rate is not None:
        return indicator.rate
    if indicator.value is None or not indicator.value.unit.fits(PERCENT):
        return None
    return Fraction(indicator.value.value) / 100


def known_figure(indicator: Indicator) -> Fraction | Quantity | None:
    """Return what an indicator can be compared by: its exact ratio, else its printed figure.

    >>> from danvankheo.units import MILLION_DONG
    >>> known_figure(Indicator(name="Thu nhập", value=Quantity(50, MILLION_DONG.per("người/năm"))))
    Quantity(Decimal('50'), MILLION_DONG.per('người/năm'))
    """
    check_type(indicator, Indicator, "known_figure")
    rate = known_rate(indicator)
    return indicator.value if rate is None else rate


def same_period(indicator: Indicator, among: Iterable[Indicator]) -> Indicator | None:
    """Return the same indicator of the same place one year earlier (cùng kỳ), if it is there.

    Args:
        indicator: one with a period of its own; `indicators_of` gives it.
        among: where to look.

    >>> from danvankheo import Period
    >>> def covered(year, percent):
    ...     return Indicator(
    ...         name="Bảo hiểm y tế", value=Quantity(percent, PERCENT), period=Period.year(year)
    ...     )
    >>> same_period(covered(2022, 91), [covered(2020, 85), covered(2021, 88)]).value.amount
    Decimal('88')
    """
    check_type(indicator, Indicator, "same_period")
    if indicator.period is None:
        dated = {"type": Words("chỉ tiêu có ghi kỳ", "an indicator with a period")}
        raise invalid("same_period", Reason.TYPE, indicator.name, **dated)
    wanted = (indicator.label, indicator.place, indicator.period.same_period_last_year())
    others = checked_each(among, Indicator, "same_period.among")
    return next((other for other in others if (other.label, other.place, other.period) == wanted), None)
