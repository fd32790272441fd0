"""Facts as plain data, for JSON: the same keys for every kind."""

from datetime import date
from decimal import Decimal
from typing import Final

from danvankheo.checking import check_type
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.numbers import EXACT, shortest
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.domain.statements import Attainment, Change, FromTo, Ratio
from danvankheo.domain.units import CURRENCIES, Dimension, Unit
from danvankheo.locale_vi import spellings, words
from danvankheo.scanning.facts import Fact
from danvankheo.scanning.running_text import RunningText

_UNIT_NAMES: Final = {
    "dong": "VND",
    "us_dollar": "USD",
    "euro": "EUR",
    **{code: code.upper() for code in CURRENCIES},
    "workday": "day",
    "square_metre": "m2",
    "metre": "m",
    "kilogram": "kg",
    "cubic_metre": "m3",
}
_TIME_NAMES: Final = {"năm": "year", "tháng": "month", "tuần": "week", "ngày": "day"}
_HALF: Final = "fraction"
# "không quá" bounds from above, as "dưới" does; this shape has one word for both.
_APPROXIMATIONS: Final = {Approximation.AT_MOST: Approximation.UNDER}


def fact_data(fact: Fact) -> dict[str, object]:
    """Return a fact as plain data, ready for JSON: every key is there, None where it does not apply.

    Keys are ``kind``, ``span``, ``surface``, ``value`` (a plain decimal in the base unit, or an ISO
    date), ``unit`` (``VND``, ``USD`` and other codes of money, ``day``, ``m2``, ``m``, ``kg``, ``m3``,
    ``percent``, ``percentage_point``, ``times``, ``fraction``, or the noun that is counted), ``approx``,
    ``numerator``, ``denominator``, ``direction``, ``relative_to``, ``subject`` and ``extra``.

    >>> from danvankheo import scan
    >>> told = fact_data(scan("Bà con hiến trên 2,7 ha đất.")[0])
    >>> told["kind"], told["value"], told["unit"], told["approx"], told["extra"]
    ('land', '27000', 'm2', 'over', {'donated': True})
    """
    check_type(fact, Fact, "fact_data")
    extra = fact.extra
    told: dict[str, object] = {
        "kind": fact.kind.value,
        "span": list(fact.span),
        "surface": fact.surface,
        "value": None,
        "unit": None,
        "approx": _approximation(fact.approximation),
        "numerator": None,
        "denominator": None,
        "direction": fact.direction.value if fact.direction else None,
        "relative_to": fact.comparator or None,
        "subject": fact.subject or None,
        "extra": extra,
    }
    _tell_value(told, extra, fact)
    return told


def _approximation(approximation: Approximation | None) -> str | None:
    return _APPROXIMATIONS.get(approximation, approximation).value if approximation else None


def _tell_value(told: dict[str, object], extra: dict[str, object], fact: Fact) -> None:
    """Fill in what the value says, by its type."""
    match fact.value:
        case DocumentRef():
            _tell_document(extra, fact.value)
        case date() | PartialDate():
            _tell_date(told, extra, fact.value)
        case Period():
            _tell_period(extra, fact.value)
        case PartialPeriod():
            _tell_partial_period(extra, fact.value, RunningText(fact.surface).low)
        case _:
            _tell_figure(told, extra, fact)


def _tell_figure(told: dict[str, object], extra: dict[str, object], fact: Fact) -> None:
    """Fill in what a figure says: one quantity, two, or none."""
    match fact.value:
        case Quantity():
            _tell_quantity(told, extra, fact.value)
        case Change():
            if fact.value.size:
                _tell_quantity(told, extra, fact.value.size)
            if fact.form == spellings.ONE_HALF[0]:
                told |= {"value": "0.5", "unit": _HALF}
                del extra["form"]
        case Attainment():
            _tell_quantity(told, extra, fact.value.figure)
            extra["mode"] = fact.value.mode.value
        case QuantityRange():
            told["unit"] = _unit_name(fact.value.high.unit)
            extra |= {"low": _plain(fact.value.low.value), "high": _plain(fact.value.high.value)}
            _tell_rate(extra, fact.value.high.unit)
        case FromTo():
            told["unit"] = _unit_name(fact.value.after.unit)
            extra |= {"from": _plain(fact.value.before.value), "to": _plain(fact.value.after.value)}
            _tell_rate(extra, fact.value.after.unit)
        case Ratio():
            _tell_ratio(told, extra, fact.value)
        case OrderOfMagnitude():
            told["unit"] = _unit_name(fact.value.unit)
            extra["indefinite"] = fact.value.words
            if fact.value.floor is not None:
                extra["floor"] = _plain(EXACT.multiply(Decimal(fact.value.floor), fact.value.unit.size))
        case LocalArea():
            told["unit"] = fact.value.unit
            extra["amount"] = _plain(fact.value.amount)


def _tell_quantity(told: dict[str, object], extra: dict[str, object], quantity: Quantity) -> None:
    told |= {"value": _plain(quantity.value), "unit": _unit_name(quantity.unit)}
    _tell_rate(extra, quantity.unit)


def _tell_rate(extra: dict[str, object], unit: Unit) -> None:
    if unit.rate:
        extra["per"] = unit.rate


def _tell_ratio(told: dict[str, object], extra: dict[str, object], ratio: Ratio) -> None:
    size = ratio.unit.size if ratio.unit else Decimal(1)
    told |= {
        "unit": _unit_name(ratio.unit) if ratio.unit else None,
        "numerator": _plain(EXACT.multiply(ratio.part, size)),
        "denominator": _plain(EXACT.multiply(ratio.whole, size)),
    }
    if ratio.unit:
        _tell_rate(extra, ratio.unit)


def _tell_document(extra: dict[str, object], document: DocumentRef) -> None:
    extra |= {"type": document.type or None, "number": document.number}
    if document.year is not None:
        extra["year"] = document.year
    extra["symbol"] = document.symbol


def _tell_date(told: dict[str, object], extra: dict[str, object], day: date | PartialDate) -> None:
    if isinstance(day, date):
        told["value"] = day.isoformat()
    parts = {"day": day.day, "month": day.month, "year": day.year}
    extra |= {name: part for name, part in parts.items() if part is not None}


def _tell_period(extra: dict[str, object], period: Period) -> None:
    year = period.start.year
    match period.kind:
        case PeriodKind.YEAR:
            extra["year"] = year
        case PeriodKind.MONTH:
            extra |= {"month": period.start.month, "year": year}
        case PeriodKind.QUARTER:
            extra |= {"quarter": (period.start.month + 2) // 3, "year": year}
        case PeriodKind.HALF_YEAR | PeriodKind.FIRST_MONTHS | PeriodKind.LAST_MONTHS:
            months = period.end.month - period.start.month + 1
            anchor = words.FIRST_OF_YEAR if period.start.month == 1 else words.LAST_OF_YEAR
            extra |= {"months": months, "anchor": anchor, "year": year}
        case PeriodKind.DATES:
            extra |= {"from": period.start.isoformat(), "to": period.end.isoformat()}
        case _:
            extra |= {"from": str(year), "to": str(period.end.year), "label": period.kind.label}


def _tell_partial_period(extra: dict[str, object], period: PartialPeriod, surface: str) -> None:
    match period.kind:
        case PeriodKind.MONTH:
            extra["month"] = period.number
        case PeriodKind.QUARTER:
            extra["quarter"] = period.number
        case PeriodKind.HALF_YEAR:
            extra |= {"months": 6, "anchor": _anchor(first=period.number == 1)}
        case PeriodKind.FIRST_MONTHS | PeriodKind.LAST_MONTHS:
            extra |= {
                "months": period.number,
                "anchor": _anchor(first=period.kind is PeriodKind.FIRST_MONTHS),
            }
        case _:
            extra |= {"from": _moment(period.start), "to": _moment(period.end)}
            if words.FIRST_OF_YEAR in surface and isinstance(period.start, date):
                extra["from"] = str(period.start.year)  # no day is printed
            if extra["from"] == _YEAR_START:
                extra["label"] = f"{words.FROM} {words.FIRST_OF_YEAR} {words.TO} {words.NOW}"


_YEAR_START: Final = "year_start"


def _anchor(*, first: bool) -> str:
    return words.FIRST_OF_YEAR if first else words.LAST_OF_YEAR


def _moment(day: date | PartialDate | None) -> str:
    """Return one end of a span: an ISO date, a year, the start of the year, or now."""
    if day is None:
        return "now"
    if isinstance(day, date):
        return day.isoformat()
    if day.year is None and (day.month, day.day) == (1, 1):
        return _YEAR_START
    return day.code


def _unit_name(unit: Unit) -> str:
    if unit.dimension is Dimension.COUNT:
        return _TIME_NAMES.get(unit.name, unit.name)
    if unit.dimension is Dimension.RATIO:
        return unit.base
    return _UNIT_NAMES[unit.base]


def _plain(number: Decimal) -> str:
    return f"{shortest(number):f}"
