"""Periods that know how they are called: a year, a quarter, the first nine months, a stage, a term."""

import re
from datetime import date
from functools import total_ordering
from typing import Final, SupportsIndex

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member
from danvankheo.domain.converters import a_whole_or_none
from danvankheo.domain.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    PartialDate,
    code_of,
    first_day,
    last_day,
    month_end,
    whole_between,
)
from danvankheo.domain.labels import Labelled
from danvankheo.domain.shown import Shown, ShownByField
from danvankheo.domain.validators import a, a_day, a_day_or, invalid_field, maybe, no_day
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class PeriodKind(Labelled):
    """How a period is called.

    >>> from danvankheo import Period, PeriodKind
    >>> Period.first_months(2022, 9).kind is PeriodKind.FIRST_MONTHS
    True
    """

    YEAR = "year", "năm"
    HALF_YEAR = "half", "nửa năm"
    QUARTER = "quarter", "quý"
    MONTH = "month", "tháng"
    FIRST_MONTHS = "first-months", "các tháng đầu năm"
    LAST_MONTHS = "last-months", "các tháng cuối năm"
    STAGE = "stage", "giai đoạn"
    TERM = "term", "nhiệm kỳ"
    SCHOOL_YEAR = "school", "năm học"
    AWARD_YEAR = "award", "năm thống kê khen thưởng"
    DATES = "dates", "từ ngày đến ngày"


def _kind(value: PeriodKind | str) -> PeriodKind:
    return value if isinstance(value, PeriodKind) else member(PeriodKind, value)


@total_ordering
@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class Period(Shown):
    """A span of days, both ends included, that knows how it is called.

    Make one with `year`, `half`, `quarter`, `month`, `first_months`, `last_months`, `stage`,
    `term`, `school_year`, `award_year` or `between`. The days of a stage and of a term run from 1 January of
    the first year to 31 December of the last: congresses meet on days of their own, so these
    are outer bounds. A school year runs here from 1 September to 31 August, since its opening
    and closing days are set anew every year.

    Raises:
        InvalidValueError: the start is after the end, or the days do not make up the kind.

    >>> Period.quarter(2022, 3).end, Period.year(2022).same_period_last_year()
    (datetime.date(2022, 9, 30), Period.from_code('2021'))
    """

    kind: PeriodKind = attrs.field(converter=_kind, validator=a(PeriodKind))
    start: date = attrs.field(validator=a_day)
    end: date = attrs.field(validator=a_day)

    def __attrs_post_init__(self) -> None:
        """Check that the days make up what the period is called."""
        if self.start > self.end:
            raise invalid_field(self, "start", Reason.STARTS_FIRST, self.start.isoformat())
        if not self._has_shape():
            days = f"{self.start.isoformat()}/{self.end.isoformat()}"
            words = {"kind": Words(self.kind.label, self.kind.value)}
            raise invalid_field(self, "kind", Reason.PERIOD_SHAPE, days, **words)

    @classmethod
    def year(cls, year: SupportsIndex) -> "Period":
        """Return năm 2022: ``Period.year(2022)``."""
        return cls._months(PeriodKind.YEAR, year, 1, MONTHS)

    @classmethod
    def half(cls, year: SupportsIndex, number: SupportsIndex) -> "Period":
        """Return 6 tháng đầu năm 2022, ``Period.half(2022, 1)``, or the last six months."""
        number = whole_between("Period.half", number, 1, 2)
        return cls._months(PeriodKind.HALF_YEAR, year, 6 * number - 5, 6)

    @classmethod
    def quarter(cls, year: SupportsIndex, number: SupportsIndex) -> "Period":
        """Return quý III/2022: ``Period.quarter(2022, 3)``."""
        number = whole_between("Period.quarter", number, 1, 4)
        return cls._months(PeriodKind.QUARTER, year, 3 * number - 2, 3)

    @classmethod
    def month(cls, year: SupportsIndex, month: SupportsIndex) -> "Period":
        """Return tháng 10/2019: ``Period.month(2019, 10)``.

        >>> Period.month(2022, 11).code
        '2022-11'
        """
        month = whole_between("Period.month", month, 1, MONTHS)
        return cls._months(PeriodKind.MONTH, year, month, 1)

    @classmethod
    def first_months(cls, year: SupportsIndex, count: SupportsIndex) -> "Period":
        """Return 9 tháng đầu năm 2023: ``Period.first_months(2023, 9)``; six make the half."""
        count = whole_between("Period.first_months", count, 1, MONTHS - 1)
        kind = PeriodKind.HALF_YEAR if count == 6 else PeriodKind.FIRST_MONTHS
        return cls._months(kind, year, 1, count)

    @classmethod
    def last_months(cls, year: SupportsIndex, count: SupportsIndex) -> "Period":
        """Return 3 tháng cuối năm 2023: ``Period.last_months(2023, 3)``; six make the half.

        >>> Period.last_months(2022, 3).code
        '2022-L3'
        """
        count = whole_between("Period.last_months", count, 1, MONTHS - 1)
        kind = PeriodKind.HALF_YEAR if count == 6 else PeriodKind.LAST_MONTHS
        return cls._months(kind, year, MONTHS + 1 - count, count)

    @classmethod
    def stage(cls, first: SupportsIndex, last: SupportsIndex) -> "Period":
        """Return giai đoạn 2021-2025: ``Period.stage(2021, 2025)``."""
        return cls._years(PeriodKind.STAGE, first, last)

    @classmethod
    def term(cls, first: SupportsIndex, last: SupportsIndex) -> "Period":
        """Return nhiệm kỳ 2020-2025: ``Period.term(2020, 2025)``."""
        return cls._years(PeriodKind.TERM, first, last)

    @classmethod
    def school_year(cls, first: SupportsIndex) -> "Period":
        """Return năm học 2021-2022: ``Period.school_year(2021)``.

        >>> Period.school_year(2021).code
        'school:2021/2022'
        """
        opens = whole_between("Period.school_year", first, FIRST_YEAR, LAST_YEAR - 1)
        return cls(kind=PeriodKind.SCHOOL_YEAR, start=date(opens, 9, 1), end=date(opens + 1, 8, 31))

    @classmethod
    def award_year(cls, year: SupportsIndex) -> "Period":
        """Return năm thống kê khen thưởng 2026, from 1-12-2025 to 30-11-2026: ``Period.award_year(2026)``.

        Official statistics of awards run so (Thông tư 02/2023/TT-BNV; due on 15-12), and not by
        calendar years.

        >>> Period.award_year(2026).start, Period.award_year(2026).end, Period.award_year(2026).code
        (datetime.date(2025, 12, 1), datetime.date(2026, 11, 30), 'award:2025/2026')
        """
        ends = whole_between("Period.award_year", year, FIRST_YEAR + 1, LAST_YEAR)
        return cls(kind=PeriodKind.AWARD_YEAR, start=date(ends - 1, 12, 1), end=date(ends, 11, 30))

    @classmethod
    def award_year_of(cls, day: date) -> "Period":
        """Return the award year that a day lies in: of 1-12-2025 it is that of 2026.

        Raises:
            InvalidValueError: no day, or one of December 9999.

        >>> Period.award_year_of(date(2025, 11, 30)).code, Period.award_year_of(date(2025, 12, 1)).code
        ('award:2024/2025', 'award:2025/2026')
        """
        if not isinstance(day, date):
            raise no_day(day, "Period.award_year_of")
        return cls.award_year(day.year + (day.month == MONTHS))

    @classmethod
    def between(cls, start: date, end: date) -> "Period":
        """Return the days from the first to the last, both included."""
        return cls(kind=PeriodKind.DATES, start=start, end=end)

    @classmethod
    def from_code(cls, code: str) -> "Period":
        """Return the period that a code stands for; inverse of `code`.

        Raises:
            InvalidValueError: the text is no period code.

        >>> Period.from_code("stage:2021/2025") == Period.stage(2021, 2025)
        True
        """
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise invalid("Period.from_code", Reason.PERIOD_CODE, code)
        head, _, tail = code.partition("/")
        if ":" in head:
            kind, _, year = head.partition(":")
            first, last = int(year), int(tail)
            if kind not in (PeriodKind.SCHOOL_YEAR, PeriodKind.AWARD_YEAR):
                return cls._years(PeriodKind(kind), first, last)
            if last != first + 1:
                raise invalid("Period.from_code", Reason.PERIOD_CODE, code)
            return cls.school_year(first) if kind == PeriodKind.SCHOOL_YEAR else cls.award_year(last)
        if tail:
            return cls.between(_iso_date(head), _iso_date(tail))
        year, _, part = code.partition("-")
        if not part:
            return cls.year(int(year))
        numbered = {"H": cls.half, "Q": cls.quarter, "M": cls.first_months, "L": cls.last_months}
        if part[0] in numbered:
            return numbered[part[0]](int(year), int(part[1:]))
        return cls.month(int(year), int(part))

    @property
    def code(self) -> str:
        """The short stable code, such as ``2022``, ``2022-Q3`` or ``stage:2021/2025``.

        ``2022-11`` is a month, ``2022-M9`` the first nine months, ``2022-L3`` the last three.

        >>> Period.first_months(2023, 9).code, Period.term(2020, 2025).code
        ('2023-M9', 'term:2020/2025')
        """
        year, month = f"{self.start.year:04}", self.start.month
        match self.kind:
            case PeriodKind.YEAR:
                return year
            case PeriodKind.HALF_YEAR:
                return f"{year}-H{1 if month == 1 else 2}"
            case PeriodKind.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
            case PeriodKind.MONTH:
                return f"{year}-{month:02}"
            case PeriodKind.FIRST_MONTHS:
                return f"{year}-M{self.end.month}"
            case PeriodKind.LAST_MONTHS:
                return f"{year}-L{MONTHS + 1 - month}"
            case PeriodKind.DATES:
                return f"{self.start.isoformat()}/{self.end.isoformat()}"
            case _:
                return f"{self.kind.value}:{year}/{self.end.year:04}"

    @property
    def days(self) -> int:
        """How many days it has.

        >>> Period.quarter(2022, 1).days
        90
        """
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        """Return whether a day lies in it."""
        return self.start <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two share a day.

        >>> Period.year(2022).overlaps(Period.month(2022, 11))
        True
        """
        return self.start <= other.end and other.start <= self.end

    def same_period_last_year(self) -> "Period":
        """Return the same period one year earlier, "cùng kỳ năm trước".

        Raises:
            InvalidValueError: the period is longer than a year, so that it has none.

        >>> Period.first_months(2022, 9).same_period_last_year().code
        '2021-M9'
        """
        if self.kind in (PeriodKind.STAGE, PeriodKind.TERM) or self.days > 366:
            raise invalid_field(self, "same_period_last_year", Reason.WITHIN_A_YEAR, self.code)
        start, end = _year_before(self.start), _year_before(self.end)
        if self.kind is not PeriodKind.DATES:  # a period of whole months stays one in a leap year
            end = end.replace(day=month_end(end.year, end.month))
        return Period(kind=self.kind, start=start, end=end)

    def __lt__(self, other: "Period") -> bool:
        """Order by start, then by end."""
        return self._order < other._order if isinstance(other, Period) else NotImplemented

    def __repr__(self) -> str:
        """Return the call that makes it."""
        return f"Period.from_code({self.code!r})"

    @property
    def _order(self) -> tuple[date, date, str]:
        return self.start, self.end, self.kind.value

    @classmethod
    def _months(cls, kind: PeriodKind, year: SupportsIndex, first: int, count: int) -> "Period":
        year = _year(kind, year)
        last = first + count - 1
        return cls(kind=kind, start=date(year, first, 1), end=date(year, last, month_end(year, last)))

    @classmethod
    def _years(cls, kind: PeriodKind, first: SupportsIndex, last: SupportsIndex) -> "Period":
        return cls(kind=kind, start=date(_year(kind, first), 1, 1), end=date(_year(kind, last), 12, 31))

    def _has_shape(self) -> bool:
        start, end = self.start, self.end
        if self.kind is PeriodKind.DATES:
            return True
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return (start.month, start.day, end.month, end.day) == (9, 1, 8, 31) and (
                end.year == start.year + 1
            )
        if self.kind is PeriodKind.AWARD_YEAR:
            return (start.month, start.day, end.month, end.day) == (12, 1, 11, 30) and (
                end.year == start.year + 1
            )
        if start.day != 1 or end.day != month_end(end.year, end.month):
            return False
        if self.kind in (PeriodKind.STAGE, PeriodKind.TERM):
            return start.month == 1 and end.month == MONTHS and end.year > start.year
        if start.year != end.year:
            return False
        first, count = start.month, end.month - start.month + 1
        match self.kind:
            case PeriodKind.YEAR:
                return count == MONTHS
            case PeriodKind.HALF_YEAR:
                return count == 6 and first in (1, 7)
            case PeriodKind.QUARTER:
                return count == 3 and first % 3 == 1
            case PeriodKind.MONTH:
                return count == 1
            case PeriodKind.FIRST_MONTHS:
                return first == 1 and count not in (6, MONTHS)
            case _:
                return end.month == MONTHS and count not in (6, MONTHS)


_NUMBERED: Final = {
    PeriodKind.HALF_YEAR: 2,
    PeriodKind.QUARTER: 4,
    PeriodKind.MONTH: MONTHS,
    PeriodKind.FIRST_MONTHS: MONTHS - 1,
    PeriodKind.LAST_MONTHS: MONTHS - 1,
}


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class PartialPeriod(ShownByField):
    """A period of which a year or a day is not stated, and which gets none by guessing.

    "quý III" and "6 tháng đầu năm" have no year, "từ năm 2019 đến nay" has neither days nor an
    end, "từ ngày 17/10 đến ngày 18/11" has no years.

    Args:
        kind: how it is called.
        number: which quarter, month or half of a year, or how many first or last months.
        start: the first day of DATES, as far as it is stated.
        end: the last day of DATES, as far as it is stated; None if it still runs ("đến nay").

    Raises:
        InvalidValueError: a number where there must be a start, or the other way round.

    >>> PartialPeriod(kind=PeriodKind.QUARTER, number=3).in_year(2022).code
    '2022-Q3'
    """

    kind: PeriodKind = attrs.field(converter=_kind, validator=a(PeriodKind))
    number: int | None = attrs.field(default=None, converter=a_whole_or_none)
    start: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))
    end: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))

    def __attrs_post_init__(self) -> None:
        """Check that it is stated in the way of its kind, and that something is missing."""
        if self.kind is PeriodKind.DATES:
            if self.start is None or self.number is not None or self._is_told_in_full():
                raise invalid_field(self, "start", Reason.PARTIAL_PERIOD, self.start)
            if self.end is not None and first_day(self.start) > last_day(self.end):
                raise invalid_field(self, "end", Reason.STARTS_FIRST, code_of(self.end))
            return
        most = _NUMBERED.get(self.kind)
        if most is None or self.number is None or self.start is not None or self.end is not None:
            raise invalid_field(self, "number", Reason.PARTIAL_PERIOD, self.number)
        whole_between("PartialPeriod.number", self.number, 1, most)

    def in_year(self, year: SupportsIndex) -> Period:
        """Return the period in a year that the caller knows.

        Raises:
            InvalidValueError: more than the year is missing, or the end comes first.
        """
        if self.kind is PeriodKind.DATES:
            return Period.between(*(self._day(day, year) for day in (self.start, self.end)))
        make = {
            PeriodKind.HALF_YEAR: Period.half,
            PeriodKind.QUARTER: Period.quarter,
            PeriodKind.MONTH: Period.month,
            PeriodKind.FIRST_MONTHS: Period.first_months,
            PeriodKind.LAST_MONTHS: Period.last_months,
        }[self.kind]
        return make(year, self.number or 0)

    def _is_told_in_full(self) -> bool:
        """Return whether nothing is missing: "từ ngày 17/10 đến ngày 18/11/2022" states one year for both."""
        if not isinstance(self.end, date):
            return False
        if isinstance(self.start, PartialDate):
            return self.start.day is not None and (self.start.month, self.start.day) <= (
                self.end.month or 0,
                self.end.day,
            )
        return True

    def _day(self, day: date | PartialDate | None, year: SupportsIndex) -> date:
        if day is None:
            needed = {"needed": Words("ngày cuối", "an end")}
            raise invalid_field(self, "in_year", Reason.WHOLE_DATE, None, **needed)
        return day if isinstance(day, date) else day.in_year(year)


_DATES: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
PERIOD_CODE: Final = (
    "^(?:[0-9]{4}(?:-[0-9]{2}|-[HQML][1-9][0-9]?)?"
    f"|(?:stage|term|school|award):[0-9]{{4}}/[0-9]{{4}}|{_DATES}/{_DATES})$"
)
"""What the code of a period looks like."""
_CODE: Final = re.compile(PERIOD_CODE)


def _year(kind: PeriodKind, year: SupportsIndex) -> int:
    if type(year) is int and FIRST_YEAR <= year <= LAST_YEAR:
        return year
    return whole_between(f"Period.{kind.value}", year, FIRST_YEAR, LAST_YEAR)


def _iso_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise invalid("Period.from_code", Reason.CALENDAR_DAY, text) from None


def _year_before(day: date) -> date:
    whole_between("Period.same_period_last_year", day.year - 1, FIRST_YEAR, LAST_YEAR)
    return day.replace(year=day.year - 1, day=min(day.day, month_end(day.year - 1, day.month)))
