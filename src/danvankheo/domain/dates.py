"""Dates of which a part is missing, as reports state them: "2-11" without a year."""

import re
from calendar import monthrange
from datetime import date
from typing import Final, SupportsIndex

import attrs

from danvankheo.bilingual import Words
from danvankheo.domain.converters import a_whole_or_none
from danvankheo.domain.numbers import whole_from
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.validators import invalid_field
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

FIRST_YEAR: Final = 1
LAST_YEAR: Final = 9999
MONTHS: Final = 12
_LEAP_YEAR: Final = 2000


@attrs.frozen(kw_only=True, repr=False)
class PartialDate(ShownByField):
    """A date of which a part is not stated, and which gets none by guessing.

    "2-11" has a day and a month, "tháng 11/2022" a month and a year, "năm 2022" a year.

    Raises:
        InvalidValueError: nothing is missing, a day stands without its month, or the calendar
            has no such day.

    >>> PartialDate(day=2, month=11).in_year(2022)
    datetime.date(2022, 11, 2)
    """

    year: int | None = attrs.field(default=None, converter=a_whole_or_none)
    month: int | None = attrs.field(default=None, converter=a_whole_or_none)
    day: int | None = attrs.field(default=None, converter=a_whole_or_none)

    def __attrs_post_init__(self) -> None:
        """Check that a part is missing and that the others are possible."""
        given = (self.year is not None, self.month is not None, self.day is not None)
        if given not in _PARTIAL_FORMS:
            raise invalid_field(self, "day", Reason.PARTIAL_DATE, self._parts)
        for name, value, low, high in (
            ("year", self.year, FIRST_YEAR, LAST_YEAR),
            ("month", self.month, 1, MONTHS),
            ("day", self.day, 1, 31),
        ):
            if value is not None:
                whole_between(f"PartialDate.{name}", value, low, high, "parse_date")
        # Without a year 29 February is possible.
        if self.day and self.month and self.day > month_end(_LEAP_YEAR, self.month):
            raise invalid_field(self, "day", Reason.CALENDAR_DAY, self._parts)

    @classmethod
    def from_code(cls, code: str) -> "PartialDate":
        """Return the partial date of a code; inverse of `code`.

        >>> PartialDate.from_code("--11-02")
        PartialDate(month=11, day=2)
        """
        found = _PARTIAL_CODE.fullmatch(code) if isinstance(code, str) else None
        if found is None:
            raise invalid("PartialDate.from_code", Reason.DATE, code)
        year, month, only_month, day = (int(x) if x else None for x in found.groups())
        return cls(year=year, month=month or only_month, day=day)

    @property
    def code(self) -> str:
        """The ISO 8601 form with what is missing left out: ``2022``, ``2022-11``, ``--11-02``."""
        if self.day is not None:
            return f"--{self.month:02}-{self.day:02}"
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"

    def in_year(self, year: SupportsIndex) -> date:
        """Return the day in a year that the caller knows.

        Raises:
            InvalidValueError: the day is not stated, or that year has no 29 February.
        """
        if self.day is None or self.month is None:
            raise invalid_field(
                self,
                "in_year",
                Reason.WHOLE_DATE,
                self.code,
                needed=Words("ngày và tháng", "day and month"),
            )
        year = whole_between("PartialDate.in_year", year, FIRST_YEAR, LAST_YEAR, "parse_date")
        if self.day > month_end(year, self.month):
            raise invalid_field(self, "in_year", Reason.CALENDAR_DAY, f"{year:04}{self.code[1:]}")
        return date(year, self.month, self.day)

    def could_be(self, day: date) -> bool:
        """Return whether a day agrees with what is stated.

        >>> PartialDate(year=2022, month=11).could_be(date(2022, 11, 2))
        True
        """
        told = (self.year, day.year), (self.month, day.month), (self.day, day.day)
        return all(part is None or part == other for part, other in told)

    @property
    def _parts(self) -> str:
        return f"year={self.year}, month={self.month}, day={self.day}"


def first_day(day: date | PartialDate) -> date:
    """Return the earliest day that a date with a known year can be; `date.min` if the year is open.

    >>> first_day(PartialDate(year=2025, month=7))
    datetime.date(2025, 7, 1)
    """
    if isinstance(day, date):
        return day
    return date(day.year, day.month or 1, 1) if day.year else date.min


def last_day(day: date | PartialDate) -> date:
    """Return the latest day that a date with a known year can be; `date.max` if the year is open.

    >>> last_day(PartialDate(year=2025, month=2))
    datetime.date(2025, 2, 28)
    """
    if isinstance(day, date):
        return day
    month = day.month or MONTHS
    return date(day.year, month, month_end(day.year, month)) if day.year else date.max


def code_of(day: date | PartialDate) -> str:
    """Return the ISO form of a date, whole or partial."""
    return day.isoformat() if isinstance(day, date) else day.code


# Which of year, month and day are stated.
_PARTIAL_FORMS: Final = {(False, True, True), (True, True, False), (True, False, False)}
_PARTIAL_CODE: Final = re.compile(r"(?:([0-9]{4})(?:-([0-9]{2}))?|--([0-9]{2})-([0-9]{2}))")


def whole_between(where: str, value: SupportsIndex, low: int, high: int, reader: str = "parse_period") -> int:
    """Return a whole number as an int, checked to lie between two others.

    >>> whole_between("PartialDate.month", 11, 1, MONTHS)
    11
    """
    whole = value if type(value) is int else whole_from(value, where, reader=reader)
    if not low <= whole <= high:
        raise invalid(where, Reason.IN_RANGE, whole, low=low, high=high)
    return whole


def month_end(year: int, month: int) -> int:
    """Return the last day of a month."""
    return monthrange(year, month)[1]
