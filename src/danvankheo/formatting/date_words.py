"""Dates and periods in Vietnamese words."""

from datetime import date
from typing import Final, Literal, TypeAlias, Unpack

from danvankheo.checking import check_one_of, check_type
from danvankheo.domain.dates import LAST_YEAR, PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.validators import no_day
from danvankheo.errors import invalid
from danvankheo.formatting.periods import Hand, written_period
from danvankheo.formatting.words import WordStyle, number_to_words
from danvankheo.locale_vi import numerals, spellings, words
from danvankheo.reasons import Reason

EarlyWord: TypeAlias = Literal["mùng", "mồng"]
"""What stands before the days 1 to 10 in speech: mùng or mồng."""

_FIRST_YEAR: Final = 100  # a shorter one would be read as the last digits of another
_FOUR: Final = 4


def date_to_words(
    day: date | PartialDate, *, early: EarlyWord | None = None, **style: Unpack[WordStyle]
) -> str:
    """Return a date in words; the inverse of `parse_date`.

    The fourth month is tháng tư; a missing part is not written.

    Args:
        day: a date, or one with a part missing, of the year 100 or later.
        early: the word before the days 1 to 10: ``mùng`` or ``mồng``; None writes none.
        style: the words of a region, as in `number_to_words`.

    Raises:
        InvalidValueError: not a date, a year below 100, or a word that is none of the choices.

    >>> date_to_words(date(2024, 1, 15))
    'ngày mười lăm tháng một năm hai nghìn không trăm hai mươi tư'
    >>> date_to_words(PartialDate(day=2, month=9), early="mùng")
    'ngày mùng hai tháng chín'
    """
    if early is not None:
        check_one_of(early, spellings.EARLY_DAYS, "date_to_words.early")
    if not isinstance(day, date | PartialDate):
        raise no_day(day, "date_to_words")
    number_to_words(0, **style)  # a wrong word is an error also where no number needs it
    parts = []
    if day.day is not None:
        before = f"{early} " if early and day.day <= spellings.LAST_EARLY_DAY else ""
        parts.append(f"{words.DAY} {before}{number_to_words(day.day, **style)}")
    if day.month is not None:
        parts.append(f"{words.MONTH} {_fourth(day.month, style)}")
    if day.year is not None:
        parts.append(f"{words.YEAR} {_year(day.year, 'date_to_words', style)}")
    return " ".join(parts)


def period_to_words(period: Period | PartialPeriod, **style: Unpack[WordStyle]) -> str:
    """Return a period in words; the inverse of `parse_period`.

    The fourth quarter is quý tư.

    Args:
        period: any period of the year 100 or later, also one of which a part is missing.
        style: the words of a region, as in `number_to_words`.

    Raises:
        InvalidValueError: no period, or a year below 100.

    >>> period_to_words(Period.quarter(2026, 2))
    'quý hai năm hai nghìn không trăm hai mươi sáu'
    >>> period_to_words(Period.half(2026, 1))
    'sáu tháng đầu năm hai nghìn không trăm hai mươi sáu'
    >>> from danvankheo import PeriodKind
    >>> period_to_words(PartialPeriod(kind=PeriodKind.QUARTER, number=4))
    'quý tư'
    """
    if not isinstance(period, PartialPeriod):
        check_type(period, Period, "period_to_words")
    hand = Hand(
        number=lambda number: number_to_words(number, **style),
        quarter=lambda number: _fourth(number, style),
        month=lambda number: _fourth(number, style),
        year=lambda year: _year(year, "period_to_words", style),
        day=lambda day: date_to_words(day, **style),
        of_year=f" {words.YEAR} ",
        between=f" {words.TO} ",
    )
    return written_period(period, hand)


def _fourth(number: int, style: WordStyle) -> str:
    """Return the number of a month or a quarter: tháng tư, quý tư."""
    return numerals.FOURTH if number == _FOUR else number_to_words(number, **style)


def _year(year: int, where: str, style: WordStyle) -> str:
    if year < _FIRST_YEAR:
        raise invalid(where, Reason.IN_RANGE, year, low=_FIRST_YEAR, high=LAST_YEAR)
    return number_to_words(year, **style)
