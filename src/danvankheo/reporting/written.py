"""Whatever a text can say, as the formatters write it."""

from datetime import date
from decimal import Decimal

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.statements import Attainment, Change, FromTo, Ratio
from danvankheo.domain.units import PERCENT
from danvankheo.formatting.changes import format_attainment, format_change, format_from_to, format_ratio
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_document
from danvankheo.formatting.numbers import approximated, digits, format_percent
from danvankheo.formatting.quantities import format_quantity, format_range
from danvankheo.reading.phrases import Value


def written(value: Value) -> str:
    """Return a value as the formatters write it."""
    match value:
        case Decimal():
            return digits(value)
        case Quantity():
            return format_quantity(value)
        case QuantityRange():
            return format_range(value)
        case Ratio():
            return format_ratio(value)
        case Change():
            return format_change(value)
        case FromTo():
            return format_from_to(value)
        case Attainment():
            return format_attainment(value)
        case date() | PartialDate():
            return format_date(value, style="slash_short")
        case Period() | PartialPeriod():
            return format_period(value)
        case DocumentRef():
            return format_document(value, issued=True)


def exact(value: Value) -> str:
    """Return what a phrase comes to, where that is more than its own words."""
    match value:
        case Quantity() if value.unit.to_base() != value.unit:
            return format_quantity(value.to(value.unit.to_base()))
        case Ratio() if value.whole:
            return approximated(format_percent(value.fraction, decimals=2), value.approximation)
        case Attainment() if value.mode != "reach" and value.figure.unit.fits(PERCENT):
            return format_attainment(Attainment(figure=value.attained, target=value.target))
        case Period():
            return f"{format_date(value.start)} – {format_date(value.end)}"
    return ""
