"""Each value and record as a Vietnamese text: what `str` and an f-string give, and a cell of a table.

One ladder: whoever shows a value asks here, so that it reads alike wherever it stands.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from danvankheo.awarding.records import AwardLine, AwardMoney, PartyLine
from danvankheo.calc.ranking import Ranked
from danvankheo.domain.award import Award, RecipientGroups
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
from danvankheo.domain.shown import Shown
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.domain.statements import Attainment, Change, FromTo, Ratio
from danvankheo.domain.summary import (
    AwardTotal,
    IndicatorTotal,
    ModelCountTotal,
    ModelTally,
    Summary,
    Total,
)
from danvankheo.domain.units import Unit
from danvankheo.formatting import phrases, totals
from danvankheo.formatting.changes import format_attainment, format_change, format_from_to, format_ratio
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_document, format_place
from danvankheo.formatting.numbers import approximated, digits, format_number
from danvankheo.formatting.quantities import format_quantity, format_range


def text_of(value: object) -> str:
    """Return a value as a Vietnamese report writes it; what has no writing of its own, as Python does.

    >>> from danvankheo import PlaceKind
    >>> from danvankheo.units import MILLION_DONG
    >>> text_of(Quantity(Decimal("154.4"), MILLION_DONG)), text_of(Fraction(27, 28)), text_of(4099)
    ('154,4 triệu đồng', '27/28 (96,43%)', '4.099')
    >>> text_of(Place(name="Tú An", kind=PlaceKind.COMMUNE)), text_of(PlaceKind.COMMUNE)
    ('xã Tú An', 'xã')
    """
    match value:
        case Quantity():
            return format_quantity(value)
        case Period() | PartialPeriod():
            return format_period(value)
        case Labelled():
            return value.label
        case str():
            return value
        case int():
            return format_number(value)
        case Decimal():
            return digits(value)
        case Fraction():
            whole = f"{format_number(value.numerator)}/{format_number(value.denominator)}"
            return f"{whole} ({phrases.percentage(value)})"
        case date() | PartialDate():
            return format_date(value, style="slash_short")
        case _:
            return _statement(value)


def _statement(value: object) -> str:
    match value:
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
        case OrderOfMagnitude():
            floor = f" (từ {format_quantity(Quantity(value.floor, value.unit))})" if value.floor else ""
            return f"{value.words} {value.unit.label}{floor}"
        case LocalArea():
            return approximated(f"{digits(value.amount)} {value.unit}", value.approximation)
        case Unit():
            return value.label
        case Place():
            return format_place(value)
        case DocumentRef():
            return format_document(value, issued=True)
        case _:
            return _record(value)


def _record(value: object) -> str:
    match value:
        case Movement():
            place = (format_place(value.place),) if value.place else ()
            return ", ".join((f"{phrases.title(value)} {format_period(value.period)}", *place))
        case Organization() | Model():
            return value.name
        case Contribution():
            return phrases.noted(phrases.given(value), value.purpose)
        case Indicator():
            return phrases.indicator_of(value)
        case Award():
            return phrases.award_line(value)
        case RecipientGroups():
            return phrases.recipient_groups(value)
        case ModelCount():
            return phrases.counted_models(value)
        case Result():
            return f"{value.text}: {text_of(value.quantity)}" if value.quantity else value.text
        case AwardMoney() | AwardLine() | PartyLine():
            return totals.award_worth(value)
        case _:
            return _total(value)


def _total(value: object) -> str:
    match value:
        case Summary():
            return totals.summary_line(value)
        case Total():
            return phrases.total_line(value)
        case ModelTally() | ModelCountTotal():
            return phrases.counted_models(value)
        case AwardTotal():
            return totals.award_total(value)
        case IndicatorTotal():
            return phrases.indicator_total(value)
        case Ranked():
            place = "chưa xếp hạng" if value.position is None else f"hạng {value.position}"
            return f"{place}: {text_of(value.item)}"
        case _:  # `Shown` asks here, so it is not asked again
            return repr(value) if type(value).__str__ is Shown.__str__ else str(value)
