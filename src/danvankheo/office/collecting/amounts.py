"""Exact sums in base units, and how sentences write them."""

from decimal import Decimal
from fractions import Fraction

from danvankheo.domain.numbers import EXACT
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Unit
from danvankheo.formatting.quantities import format_quantity


def written(value: Fraction, unit: Unit) -> str:
    """Return a sum of decimals in a base unit as a report writes it.

    >>> from danvankheo.units import DONG
    >>> written(Fraction(308_800_000, 2), DONG)
    '154.400.000 đồng'
    """
    return format_quantity(Quantity(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)), unit))
