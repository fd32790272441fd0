"""Facts as rows of a table: flat dicts with exact numbers, for data frames and spreadsheets."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypedDict

from danvankheo.checking import checked_each
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.scanning.data import fact_data
from danvankheo.scanning.facts import Fact


class FactRow(TypedDict):
    """A fact as a row of a table; None is what such a fact does not have.

    >>> from danvankheo import scan
    >>> from danvankheo.scanning import FactRow, fact_rows
    >>> row: FactRow = fact_rows(scan("Có 27/28 trường đạt chuẩn."))[0]
    >>> row["kind"], row["surface"], row["part"], row["whole"], row["unit"], row["value"]
    ('ratio', '27/28 trường', Decimal('27'), Decimal('28'), 'trường', None)
    """

    kind: str
    """What kind of fact: money, labour, percent, date …"""
    surface: str
    """What the text says."""
    start: int
    """Where it begins in the text, in code points."""
    end: int
    """Where it ends, exclusive."""
    value: Decimal | None
    """The one figure that it states, in the base unit."""
    low: Decimal | None
    """The lower end of a range, or the figure from which another changed."""
    high: Decimal | None
    """The upper end of a range, or the figure to which it changed."""
    part: Decimal | None
    """The numerator of a ratio."""
    whole: Decimal | None
    """Its denominator."""
    unit: str | None
    """The base unit, as `fact_data` names it: VND, day, m2, percent, or the noun that is counted."""
    approximation: str | None
    """What the words around the figure say of it: exactly, over, nearly …"""
    direction: str | None
    """Which way, of a change: up, down, none."""
    time: str | None
    """A date or a period, as its code: 2022-11-02, 2022-Q3."""
    compared_to: str | None
    """What it is compared to, as printed."""
    subject: str | None
    """What it is about, where the text says it more precisely than the unit."""
    role: str | None
    """What a percentage is of: share, rate, level."""
    form: str | None
    """How it is worded, or the form of an award as printed."""


def fact_rows(facts: Fact | Iterable[Fact]) -> list[FactRow]:
    """Return facts as a list of dicts with the same keys in each, for data frames and spreadsheets.

    >>> from danvankheo import scan
    >>> row = fact_rows(scan("Hộ nghèo giảm từ 11,42% xuống còn 4,05%."))[0]
    >>> row["kind"], row["low"], row["high"], row["unit"]
    ('change', Decimal('11.42'), Decimal('4.05'), 'percent')
    """
    return [_row(fact) for fact in checked_each(facts, Fact, "fact_rows")]


def _row(fact: Fact) -> FactRow:
    data = fact_data(fact)
    extra = data["extra"]
    assert isinstance(extra, dict)
    time = _time(fact.value)
    return FactRow(
        kind=fact.kind.value,
        surface=fact.surface,
        start=fact.span[0],
        end=fact.span[1],
        value=None if time else _number(data["value"]),
        low=None if time else _number(extra.get("low", extra.get("from"))),
        high=None if time else _number(extra.get("high", extra.get("to"))),
        part=_number(data["numerator"]),
        whole=_number(data["denominator"]),
        unit=_text(data["unit"]),
        approximation=fact.approximation.value if fact.approximation else None,
        direction=fact.direction.value if fact.direction else None,
        time=time,
        compared_to=fact.comparator or None,
        subject=fact.subject or None,
        role=fact.role.value if fact.role else None,
        form=fact.form or None,
    )


def _time(value: object) -> str | None:
    match value:
        case date():
            return value.isoformat()
        case Period() | PartialDate():
            return value.code
        case PartialPeriod():
            return str(value)
        case _:
            return None


def _number(plain: object) -> Decimal | None:
    return None if plain is None else Decimal(str(plain))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
