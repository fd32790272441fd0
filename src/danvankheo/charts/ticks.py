"""Tick labels of Matplotlib in Vietnamese, for people who draw themselves."""

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite
from typing import Final

from matplotlib.ticker import Formatter

from danvankheo.calc.arithmetic import round_to
from danvankheo.checking import check_type
from danvankheo.domain.numbers import decimals_of, shortest
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.formatting.numbers import digits

_DIGITS: Final = 10
"""How many digits of a tick are meant: the rest is what floats leave over."""


class VietnameseTicks(Formatter):
    """Writes the ticks of an axis; `tick_formatter` makes one."""

    def __init__(self, unit: Unit | None = None) -> None:
        self.unit = unit
        """What the labels are in."""
        self._beside: tuple[float, ...] = ()

    def set_locs(self, locs: Iterable[float]) -> None:
        """Take the ticks of the axis, as Matplotlib gives them."""
        self._beside = tuple(map(float, locs))

    def __call__(self, x: float, pos: int | None = None) -> str:  # Matplotlib's call
        """Return the label of a tick, with as many decimals as the ticks beside it."""
        if not isfinite(x):
            return ""
        figure = self._figure(float(x))
        beside = [self._figure(float(tick)) for tick in self._beside if isfinite(tick)] or [figure]
        text = digits(round_to(figure, max(map(decimals_of, beside))))
        return f"{text}%" if self.unit == PERCENT else text

    def _figure(self, tick: float) -> Decimal:
        """Return a tick in the unit of the labels, without what floats leave over."""
        meant = Decimal(f"{tick:.{_DIGITS}g}")
        if self.unit == PERCENT:
            meant *= 100
        elif self.unit is not None:
            meant /= self.unit.size
        return shortest(Decimal(f"{meant:.{_DIGITS}g}")) + 0


def tick_formatter(unit: Unit | None = None) -> VietnameseTicks:
    """Return what writes the ticks of an axis of Matplotlib as Vietnamese does.

    Put the unit beside the axis once: ``axes.set_xlabel(MILLION_DONG.label)``. Ticks are floats; ten of their
    digits are taken.

    Args:
        unit: what the labels are in. Ticks are figures of its base unit: with `MILLION_DONG` a tick of
            50 000 000 (đồng) is "50". With `PERCENT` ticks are rates, and 0.25 is "25%". None writes the
            number as it is.

    >>> from danvankheo.units import MILLION_DONG, PERCENT
    >>> tick_formatter(MILLION_DONG)(1_250_000_000.0), tick_formatter(PERCENT)(0.25), tick_formatter()(1500.0)
    ('1.250', '25%', '1.500')
    >>> from matplotlib.figure import Figure
    >>> axes = Figure().add_subplot()
    >>> axes.yaxis.set_major_formatter(tick_formatter(PERCENT))
    >>> axes.yaxis.get_major_formatter().format_ticks([0.0, 0.125, 0.25])
    ['0,0%', '12,5%', '25,0%']
    """
    if unit is not None:
        check_type(unit, Unit, "tick_formatter.unit")
    return VietnameseTicks(unit)
