"""What a value is in a cell of a table: short Vietnamese text."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvankheo.auditing.findings import Finding
from danvankheo.auditing.procedures import Check
from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import Model, ModelCount, Result
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.statements import Attainment, Change, FromTo, Ratio
from danvankheo.domain.units import Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.numbers import format_number, format_percent
from danvankheo.reporting.of_facts import value_of
from danvankheo.reporting.phrases import award_line, counted_models, figure, given, title
from danvankheo.reporting.written import written
from danvankheo.scanning.facts import Fact

_NUMBERS: Final = (int, Decimal, Fraction, Quantity)


def is_figure(value: object) -> bool:
    """Tell whether a value is a figure, which stands to the right of its column."""
    return isinstance(value, _NUMBERS) and not isinstance(value, bool)


def cell_of(value: object) -> str:
    """Return a value as a cell of a table shows it; empty if nothing is told.

    >>> from danvankheo import PlaceKind
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
        case Labelled():
            return value.label
        case str():
            return value
        case int():
            return format_number(value)
        case Fraction():
            whole = f"{format_number(value.numerator)}/{format_number(value.denominator)}"
            return f"{whole} ({format_percent(value, decimals=2)})"
        case tuple() | list() | frozenset():
            return "; ".join(text for item in value if (text := cell_of(item)))
        case _:
            return _record(value)


def _record(value: object) -> str:  # one case a type
    match value:
        case (
            Decimal() | Quantity() | QuantityRange() | Ratio() | Change() | FromTo() | Attainment()
            | date() | PartialDate() | Period() | PartialPeriod() | DocumentRef()
        ):  # fmt: skip
            return written(value)
        case Unit():
            return value.label
        case Place():
            return format_place(value)
        case Organization() | Model() | Indicator():
            return value.name
        case Result():
            return f"{value.text}: {figure(value.quantity)}" if value.quantity else value.text
        case Contribution():
            return given(value)
        case Award():
            return award_line(value)
        case ModelCount():
            return counted_models(value)
        case Movement():
            place = (format_place(value.place),) if value.place else ()
            return ", ".join((f"{title(value)} {format_period(value.period)}", *place))
        case Fact():
            return value_of(value)
        case Finding() | Check():
            return str(value)
        case _:
            return str(value)
