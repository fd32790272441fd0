"""Dates and periods in Vietnamese."""

from collections.abc import Callable
from datetime import date
from typing import Final, Literal, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.checking import check_one_of, check_type
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.validators import no_day
from danvankheo.errors import invalid
from danvankheo.formatting.periods import Hand, written_period
from danvankheo.locale_vi import cldr, words
from danvankheo.reasons import Reason

DateStyle: TypeAlias = Literal[
    "slash",
    "slash_short",
    "dash",
    "dash_daymonth",
    "long",
    "official",
    "cldr_short",
    "cldr_medium",
    "cldr_long",
    "cldr_full",
]
"""02/11/2022, 2/11/2022, 2-11-2022, 2-11, ngày 2 tháng 11 năm 2022, ngày 02 tháng 11 năm 2022, and those
of CLDR: 2/11/22; 2 thg 11, 2022; 2 tháng 11, 2022; Thứ Tư, 2 tháng 11, 2022."""


def _in_cldr(width: cldr.DateWidth) -> Callable[[date], str]:
    """Return the writer of a style of CLDR, which loads Babel with its first call."""
    return lambda day: cldr.date_writer(width)(day)  # noqa: PLW0108


_CLDR: Final[dict[str, cldr.DateWidth]] = {
    "cldr_short": "short",
    "cldr_medium": "medium",
    "cldr_long": "long",
    "cldr_full": "full",
}
_WRITERS: Final[dict[str, Callable[[date], str]]] = {
    "slash": lambda day: f"{day.day:02}/{day.month:02}/{day.year:04}",
    "slash_short": lambda day: f"{day.day}/{day.month}/{day.year:04}",
    "dash": lambda day: f"{day.day}-{day.month}-{day.year:04}",
    "dash_daymonth": lambda day: f"{day.day}-{day.month}",
    "long": lambda day: f"{words.DAY} {day.day} {words.MONTH} {day.month} {words.YEAR} {day.year:04}",
    "official": lambda day: (
        f"{words.DAY} {day.day:02} {words.MONTH} {_official_month(day.month)} {words.YEAR} {day.year:04}"
    ),
    **{style: _in_cldr(width) for style, width in _CLDR.items()},
}


def format_date(day: date | PartialDate, *, style: DateStyle = "slash") -> str:
    """Return a date in one of the styles of Vietnamese papers; the inverse of `parse_date`.

    What is not stated is not written; ``dash_daymonth`` leaves out the year, and reading does not
    invent one.

    Args:
        day: a date, or one with a part missing.
        style: ``slash`` 02/11/2022; ``slash_short`` 2/11/2022; ``dash`` 2-11-2022;
            ``dash_daymonth`` 2-11, without the year; ``long`` ngày 2 tháng 11 năm 2022;
            ``official`` ngày 02 tháng 11 năm 2022, with a zero before days under 10 and before
            months 1 and 2 only (Nghị định 30/2020/NĐ-CP, appendix I). Those of CLDR, as software
            prints them: ``cldr_short`` 2/11/22, which `parse_date` reads near a year only;
            ``cldr_medium`` 2 thg 11, 2022; ``cldr_long`` 2 tháng 11, 2022; ``cldr_full`` Thứ Tư,
            2 tháng 11, 2022.

    Raises:
        InvalidValueError: not a date, an unknown style, or ``dash_daymonth`` without a day.

    >>> format_date(date(2022, 11, 2)), format_date(date(2022, 3, 2), style="official")
    ('02/11/2022', 'ngày 02 tháng 3 năm 2022')
    >>> format_date(PartialDate(day=2, month=11), style="slash_short")
    '2/11'
    >>> format_date(date(2024, 3, 16), style="cldr_full")
    'Thứ Bảy, 16 tháng 3, 2024'
    """
    write = _WRITERS.get(style) if isinstance(style, str) else None
    if write is None:
        check_one_of(style, _WRITERS, "format_date.style")
    if isinstance(day, PartialDate):
        return _partial(day, style)
    if not isinstance(day, date):
        raise no_day(day, "format_date")
    assert write is not None
    return write(day)


def format_period(period: Period | PartialPeriod, *, dash: Literal["hyphen", "en"] = "hyphen") -> str:
    """Return a period by its name; the inverse of `parse_period`.

    Args:
        period: any period, also one of which a part is missing.
        dash: the dash between two years: a hyphen, or an en dash.

    >>> format_period(Period.year(2022)), format_period(Period.quarter(2022, 3))
    ('năm 2022', 'quý III/2022')
    >>> format_period(Period.half(2022, 1)), format_period(Period.stage(2021, 2025), dash="en")
    ('6 tháng đầu năm 2022', 'giai đoạn 2021–2025')
    >>> format_period(Period.between(date(2022, 10, 17), date(2022, 11, 18)))
    'từ ngày 17/10/2022 đến ngày 18/11/2022'
    """
    check_one_of(dash, _HANDS, "format_period.dash")
    if not isinstance(period, PartialPeriod):
        check_type(period, Period, "format_period")
    return written_period(period, _HANDS[dash])


def _moment(day: date | PartialDate) -> str:
    """Return a day with its word before it: "ngày 2/11/2022"."""
    text = format_date(day, style="slash_short")
    return f"{words.DAY} {text}" if isinstance(day, date) or day.day is not None else text


_FIGURES: Final = Hand(
    number=str,
    quarter=lambda number: words.ROMAN_QUARTERS[number - 1],
    month=str,
    year=lambda year: f"{year:04}",
    day=_moment,
    of_year="/",
    between="-",
)
_HANDS: Final = {"hyphen": _FIGURES, "en": _FIGURES._replace(between="–")}


def _partial(day: PartialDate, style: DateStyle) -> str:
    if day.day is None and style == "dash_daymonth":
        raise invalid(
            "format_date", Reason.WHOLE_DATE, day.code, needed=Words("ngày và tháng", "day and month")
        )
    if day.month is None:
        return f"{words.YEAR} {day.year:04}"
    if style in _CLDR:
        whole = date(day.year or _LEAP_YEAR, day.month, day.day or 1)
        return cldr.partial_date_writer(_CLDR[style], has_day=day.day is not None)(whole)
    if day.day is None:
        join = {"slash": "/", "slash_short": "/", "dash": "-"}.get(style)
        month = _official_month(day.month) if style == "official" else str(day.month)
        tail = f"{join}{day.year:04}" if join else f" {words.YEAR} {day.year:04}"
        return f"{words.MONTH} {month}{tail}"
    match style:
        case "slash":
            return f"{day.day:02}/{day.month:02}"
        case "slash_short":
            return f"{day.day}/{day.month}"
        case "dash" | "dash_daymonth":
            return f"{day.day}-{day.month}"
        case "long":
            return f"{words.DAY} {day.day} {words.MONTH} {day.month}"
        case _:
            return f"{words.DAY} {day.day:02} {words.MONTH} {_official_month(day.month)}"


_LEAP_YEAR: Final = 2000  # has every day that a date without a year can be


def _official_month(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)
