"""What CLDR says of Vietnamese, read from Babel once, with the first call that needs it."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final, Literal

import attrs


@attrs.frozen
class Symbols:
    """The signs of a number: CLDR's for Vietnamese."""

    decimal: str
    group: str
    minus: str
    percent: str
    per_mille: str


@cache
def symbols() -> Symbols:
    """Return the number symbols of Vietnamese.

    >>> symbols().decimal, symbols().group
    (',', '.')
    """
    from babel import Locale  # costs more than the rest of the import, hence not before  # noqa: PLC0415

    signs = Locale("vi").number_symbols["latn"]
    return Symbols(
        decimal=signs["decimal"],
        group=signs["group"],
        minus=signs["minusSign"],
        percent=signs["percentSign"],
        per_mille=signs["perMille"],
    )


@cache
def unit_name(key: str, width: Literal["short", "long"]) -> str:
    """Return CLDR's name of a unit, such as ``m²`` for ``area-square-meter`` in ``short`` width.

    >>> unit_name("area-square-meter", "short"), unit_name("area-square-meter", "long")
    ('m²', 'mét vuông')
    """
    from babel.units import format_unit  # noqa: PLC0415

    return format_unit(1, key, length=width, locale="vi").removeprefix("1").strip()


@attrs.frozen
class CalendarNames:
    """The names of days, Sunday first, and of months: CLDR's for Vietnamese."""

    days: tuple[str, ...]
    short_days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    halves_of_day: tuple[str, str]


@cache
def calendar_names() -> CalendarNames:
    """Return the names of days and months.

    >>> calendar_names().days[:2], calendar_names().months[0]
    (('Chủ Nhật', 'Thứ Hai'), 'Tháng 1')
    """
    from babel import Locale  # noqa: PLC0415

    vi = Locale("vi")
    days, months = vi.days["stand-alone"], vi.months["stand-alone"]
    from_sunday, in_order = (6, 0, 1, 2, 3, 4, 5), range(1, 13)
    halves = vi.day_periods["format"]["abbreviated"]
    return CalendarNames(
        days=tuple(days["wide"][day] for day in from_sunday),
        short_days=tuple(days["abbreviated"][day] for day in from_sunday),
        months=tuple(months["wide"][month] for month in in_order),
        short_months=tuple(months["abbreviated"][month] for month in in_order),
        halves_of_day=(halves["am"], halves["pm"]),
    )


DateWidth = Literal["short", "medium", "long", "full"]
"""The four lengths in which CLDR writes a date."""

_SKELETONS: Final = {"short": ("Md", "yM"), "medium": ("MMMd", "yMMM"), "long": ("MMMMd", "yMMMM")}
_LITERAL_OR_YEAR: Final = re.compile(r"'[^']*'|y+")


@cache
def date_writer(width: DateWidth) -> Callable[[date], str]:
    """Return what writes a date as CLDR does; a year has four digits where it is not shortened to two.

    >>> date_writer("full")(date(2024, 3, 16)), date_writer("short")(date(2024, 3, 16))
    ('Thứ Bảy, 16 tháng 3, 2024', '16/3/24')
    """
    from babel import Locale  # noqa: PLC0415

    return _writer(Locale("vi").date_formats[width].pattern)


@cache
def partial_date_writer(width: DateWidth, *, has_day: bool) -> Callable[[date], str]:
    """Return what writes day and month, or month and year, as CLDR does.

    >>> partial_date_writer("medium", has_day=True)(date(2024, 3, 16))
    '16 thg 3'
    >>> partial_date_writer("long", has_day=False)(date(2024, 3, 16))
    'tháng 3 năm 2024'
    """
    from babel import Locale  # noqa: PLC0415

    skeleton = _SKELETONS["long" if width == "full" else width][0 if has_day else 1]
    return _writer(Locale("vi").datetime_skeletons[skeleton].pattern)


def _writer(pattern: str) -> Callable[[date], str]:
    from babel.dates import format_date  # noqa: PLC0415

    in_full = _LITERAL_OR_YEAR.sub(lambda found: "yyyy" if found[0] == "y" else found[0], pattern)
    return lambda day: format_date(day, in_full, locale="vi")
