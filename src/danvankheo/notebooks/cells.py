"""What a value is in a cell of a table: short Vietnamese text."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.quantities import Quantity
from danvankheo.formatting.phrases import given
from danvankheo.formatting.texts import text_of
from danvankheo.scanning.facts import Fact

_NUMBERS: Final = (int, Decimal, Fraction, Quantity)


def is_figure(value: object) -> bool:
    """Return whether a value is a figure, which stands to the right of its column."""
    return isinstance(value, _NUMBERS) and not isinstance(value, bool)


def cell_of(value: object) -> str:
    """Return a value as a cell of a table shows it; empty if nothing is stated.

    It is what `str` writes, but for what would be long: an indicator by its name, a gift without its purpose.

    >>> from danvankheo import Place, PlaceKind
    >>> from danvankheo.units import MILLION_DONG
    >>> cell_of(Quantity(Decimal("154.4"), MILLION_DONG)), cell_of(Fraction(27, 28)), cell_of(True)
    ('154,4 triệu đồng', '27/28 (96,43%)', 'có')
    >>> cell_of((Place(name="Tú An", kind=PlaceKind.COMMUNE), None))
    'xã Tú An'
    """
    match value:
        case None | "" | False:
            return ""
        case True:
            return "có"
        case tuple() | list() | frozenset():
            return "; ".join(text for item in value if (text := cell_of(item)))
        case Indicator():
            return value.name
        case Contribution():
            return given(value)
        case Fact():
            return text_of(value.value)
        case _:
            return text_of(value)
