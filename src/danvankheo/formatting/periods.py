"""How a period is put together, in figures and in words alike."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.locale_vi import words


class Hand(NamedTuple):
    """How the parts of a period are written: "quý III/2022", or "quý ba năm hai nghìn hai trăm".

    Args:
        number: a number of months, or of a month.
        quarter: the number of a quarter.
        month: the number of a month.
        year: a year.
        day: a day, also one with a part missing, with the word before it.
        of_year: what stands between a quarter or a month and its year.
        between: what stands between two years.
    """

    number: Callable[[int], str]
    quarter: Callable[[int], str]
    month: Callable[[int], str]
    year: Callable[[int], str]
    day: Callable[[date | PartialDate], str]
    of_year: str
    between: str


def written_period(period: Period | PartialPeriod, hand: Hand) -> str:
    """Return a period by its name, also one of which a part is missing."""
    if isinstance(period, PartialPeriod):
        return _partial(period, hand)
    start, end = period.start, period.end
    year = hand.year(start.year)
    match period.kind:
        case PeriodKind.YEAR:
            return f"{words.YEAR} {year}"
        case PeriodKind.QUARTER:
            return f"{_quarter(end.month // 3, hand)}{hand.of_year}{year}"
        case PeriodKind.MONTH:
            return f"{_month(start.month, hand)}{hand.of_year}{year}"
        case PeriodKind.HALF_YEAR | PeriodKind.FIRST_MONTHS | PeriodKind.LAST_MONTHS:
            return f"{_months(end.month - start.month + 1, hand, first=start.month == 1)} {year}"
        case PeriodKind.AWARD_YEAR:
            return f"{period.kind.label} {hand.year(end.year)}"
        case PeriodKind.DATES if start == end:
            return hand.day(start)
        case PeriodKind.DATES:
            return _span(start, end, hand)
        case _:
            return f"{period.kind.label} {year}{hand.between}{hand.year(end.year)}"


def _partial(period: PartialPeriod, hand: Hand) -> str:
    number = period.number or 0
    match period.kind:
        case PeriodKind.QUARTER:
            return _quarter(number, hand)
        case PeriodKind.MONTH:
            return _month(number, hand)
        case PeriodKind.HALF_YEAR:
            return _months(6, hand, first=number == 1)
        case PeriodKind.FIRST_MONTHS | PeriodKind.LAST_MONTHS:
            return _months(number, hand, first=period.kind is PeriodKind.FIRST_MONTHS)
        case _:
            return _span(period.start, period.end, hand)


def _quarter(number: int, hand: Hand) -> str:
    return f"{words.QUARTER} {hand.quarter(number)}"


def _month(number: int, hand: Hand) -> str:
    return f"{words.MONTH} {hand.month(number)}"


def _months(count: int, hand: Hand, *, first: bool) -> str:
    months = f"{hand.number(count)} {words.MONTH}" if count > 1 else words.MONTH
    return f"{months} {words.FIRST_OF_YEAR if first else words.LAST_OF_YEAR}"


def _span(start: date | PartialDate | None, end: date | PartialDate | None, hand: Hand) -> str:
    first, last = (words.NOW if day is None else hand.day(day) for day in (start, end))
    return f"{words.FROM} {first} {words.TO} {last}"
