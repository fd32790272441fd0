"""A change in what its figure is in: "14.695 học sinh, giảm 956 em" is in học sinh."""

import attrs

from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Dimension, Scale, Unit
from danvankheo.locale_vi import results
from danvankheo.scanning.running_text import folded


def change_of(signed: Quantity | None, value: Quantity | None) -> Quantity | None:
    """Return a change in the unit of the figure that it is of; None if it is of something else.

    Percent and points stay as they are. A counted change has the noun of its figure, and one of a level
    is for each of the same: "45 triệu đồng/người/năm, tăng 5 triệu đồng".

    Args:
        signed: the change as printed, negative for a fall.
        value: the figure; None where the change stands alone.
    """
    if signed is None or value is None:
        return signed
    if signed.unit.dimension is Dimension.RATIO or signed.unit.fits(value.unit):
        return signed
    if value.unit.rate and signed.unit.per(value.unit.rate).fits(value.unit):
        return attrs.evolve(signed, unit=signed.unit.per(value.unit.rate))
    counted = value.unit.dimension is signed.unit.dimension is Dimension.COUNT
    if (
        counted
        and signed.unit.scale is Scale.ONE
        and not signed.unit.rate
        and may_be_of(signed.unit, value.unit)
    ):
        return attrs.evolve(signed, unit=value.unit)
    return None


def may_be_of(one: Unit, other: Unit) -> bool:
    """Return whether two nouns may count the same: one begins like the other, or stands for any."""
    if one.dimension is not Dimension.COUNT or other.dimension is not Dimension.COUNT:
        return False
    nouns = folded(one.name), folded(other.name)
    return nouns[0].split()[0] == nouns[1].split()[0] or any(noun in results.FOR_ANY for noun in nouns)
