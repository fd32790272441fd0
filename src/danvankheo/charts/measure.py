"""The unit of an axis, one for all figures on it, and the text of each figure."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import round_to
from danvankheo.calc.rates import same_kind
from danvankheo.domain.numbers import Number, decimals_of, fraction_from, shortest
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import PERCENT, Dimension, Scale, Unit
from danvankheo.errors import NotExactError, UnitMismatchError
from danvankheo.formatting.numbers import approximated, format_number, format_percent
from danvankheo.formatting.phrases import UNKNOWN
from danvankheo.formatting.quantities import format_quantity
from danvankheo.printing import shown
from danvankheo.reasons import Reason

Figure: TypeAlias = Quantity | Number
"""What is drawn: a quantity; a `Fraction` is a rate, of which 1 is 100%; another number is a count."""

_MOST_DECIMALS: Final = 3
_ROUNDED: Final = 2
_MANY_DECIMALS: Final = 6
_SCALES: Final = ((Scale.BILLION, 10), (Scale.MILLION, 1), (Scale.THOUSAND, 1))


@attrs.frozen
class Measure:
    """What an axis measures.

    Args:
        unit: the unit of its figures; None for plain numbers.
        of_rates: whether plain numbers are rates, shown in percent.
    """

    unit: Unit | None
    of_rates: bool = False

    @property
    def label(self) -> str:
        """What stands beside the axis: "triệu đồng", "%", "hộ"; empty for plain numbers."""
        return PERCENT.label if self.of_rates else self.unit.label if self.unit else ""

    def number(self, figure: Figure) -> Fraction:
        """Return a figure in the unit of the axis, exactly."""
        if isinstance(figure, Quantity):
            assert self.unit is not None
            return Fraction(figure.value) / Fraction(self.unit.size)
        plain = fraction_from(figure, "charts")
        return plain * 100 if self.of_rates else plain

    def short(self, figure: Figure | None) -> str:
        """Return a figure as it stands in the picture: without its unit, at most three decimals."""
        if figure is None:
            return UNKNOWN
        number = self.number(figure)
        text = format_number(number, decimals=self._decimals(number))
        word = figure.approximation if isinstance(figure, Quantity) else Approximation.EXACTLY
        return approximated(text, word)

    def is_rounded(self, figure: Figure | None) -> bool:
        """Return whether `short` rounds a figure."""
        return figure is not None and self._decimals(self.number(figure)) is not None

    def full(self, figure: Figure | None) -> str:
        """Return a figure with its unit, exactly: what has no last decimal is followed by its fraction."""
        if figure is None:
            return "chưa có số liệu"
        if isinstance(figure, Quantity):
            return _in_unit(figure, self.unit)
        plain = fraction_from(figure, "charts")
        if not self.of_rates:
            number = _exactly(plain)
            if number is None:
                return f"{format_number(plain, decimals=_ROUNDED)} ({_fraction(plain)})"
            return format_quantity(Quantity(number, self.unit)) if self.unit else format_number(number)
        percent = _exactly(plain * 100)
        if percent is not None and decimals_of(percent) <= _MOST_DECIMALS:
            return format_percent(plain)
        return f"{format_percent(plain, decimals=_ROUNDED)} ({_fraction(plain)})"

    def _decimals(self, number: Fraction) -> int | None:
        """Return how many decimals a number is rounded to; None if it is written as it is."""
        exactly = _exactly(number)
        if exactly is None:
            return _ROUNDED
        most = _ROUNDED if self.of_rates or self.unit == PERCENT else _MOST_DECIMALS
        return None if decimals_of(exactly) <= most else most


def _fraction(number: Fraction) -> str:
    return f"{format_number(number.numerator)}/{format_number(number.denominator)}"


def _in_unit(quantity: Quantity, unit: Unit | None) -> str:
    """Return a quantity in the unit of the axis, in its own where that one has no last digit for it."""
    try:
        return format_quantity(quantity.to(unit) if unit else quantity)
    except NotExactError:
        return format_quantity(quantity)


def _exactly(number: Fraction) -> Decimal | None:
    """Return a fraction as a decimal, None where it has no last digit near enough."""
    written = round_to(number, _MANY_DECIMALS)
    return shortest(written) if number == Fraction(written) else None


def measure_of(figures: Iterable[Figure | None], where: str, *, unit: Unit | None = None) -> Measure:
    """Return what an axis of these figures measures; money in one scale, by the largest of them.

    Args:
        figures: the figures, None for the unknown.
        where: who asks, for the error.
        unit: what plain numbers are of; for quantities, the unit of the axis.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.

    >>> from danvankheo.units import DONG
    >>> measure_of([Quantity(214_400_000, DONG), Quantity(90_000_000, DONG)], "docs").label
    'triệu đồng'
    >>> measure_of([Fraction(27, 28), None], "docs").label, measure_of([3, 12], "docs").label
    ('%', '')
    """
    known = [figure for figure in figures if figure is not None]
    quantities = [figure for figure in known if isinstance(figure, Quantity)]
    if quantities:
        for figure in known:
            same_kind(figure, quantities[0], where)
        if unit is not None:
            quantities[0].unit.check_fits(unit, where)
            return Measure(unit)
        return Measure(_axis_unit(quantities))
    rates = [figure for figure in known if isinstance(figure, Fraction)]
    if unit is not None:
        return Measure(unit)
    if rates and len(rates) != len(known):
        wanted = {"type": Words("toàn tỷ lệ hoặc toàn số đếm", "only rates or only counts")}
        raise UnitMismatchError(where, Reason.TYPE, shown(known), wanted)
    return Measure(None, of_rates=bool(rates))


def _axis_unit(quantities: list[Quantity]) -> Unit:
    """Return the unit of an axis: of money the scale in which its largest figure is best read."""
    first = quantities[0].unit
    if first.dimension is not Dimension.MONEY:
        units = dict.fromkeys(quantity.unit for quantity in quantities)
        return first if len(units) == 1 else first.to_base()
    largest = max(abs(quantity.value) for quantity in quantities)
    base = first.to_base()
    for scale, least in _SCALES:
        if largest >= scale.factor * least:
            return attrs.evolve(base, scale=scale)
    return base
