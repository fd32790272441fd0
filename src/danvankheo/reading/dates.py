"""Dates and periods: "2-11", "ngày 02 tháng 11 năm 2022", "quý III/2022", "từ năm 2019 đến nay"."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Final, TypeAlias

from danvankheo.domain.dates import MONTHS, PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import numerals, spellings, words
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.words import NotANumberError, spelled
from danvankheo.reasons import Reason

_SPELLED_WORD: Final = any_of(
    (
        *numerals.DIGITS[1:], *numerals.SPOKEN_DIGITS, numerals.TEN, numerals.TENS,
        numerals.ONE_AFTER_TENS, *numerals.FIVE_AFTER_TEN,
    )
)  # fmt: skip
_SMALL: Final = rf"(?:[0-9]{{1,2}}|(?:{_SPELLED_WORD})(?: (?:{_SPELLED_WORD})){{0,2}})"
_YEAR: Final = "[0-9]{4}"
_EARLY: Final = rf"(?:(?:{any_of(spellings.EARLY_DAYS)}) )?"

# Day, month and year, whichever are there; a date in figures has one sign throughout.
_DATE: Final = re.compile(
    rf"(?:ngày )?{_EARLY}(?P<d1>[0-9]{{1,2}}) ?(?P<sign>[-/.]) ?(?P<m1>[0-9]{{1,2}})"
    rf"(?: ?(?P=sign) ?(?P<y1>{_YEAR}))?"
    rf"|(?:ngày )?{_EARLY}(?P<d2>{_SMALL}) tháng (?P<m2>{_SMALL})(?:(?:,? năm |[-/])(?P<y2>{_YEAR}))?"
    rf"|(?:tháng (?P<m3>{_SMALL})(?: năm | ?[-/.] ?)|(?P<m4>[0-9]{{1,2}})[-/])(?P<y3>{_YEAR})"
    rf"|(?:năm )(?P<y4>{_YEAR})"
    rf"|(?P<y5>{_YEAR})-(?P<m5>[0-9]{{2}})-(?P<d5>[0-9]{{2}})"
)

_FIGURES: Final = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2({_YEAR})")

Day: TypeAlias = date | PartialDate


def parse_date(text: str) -> date | PartialDate:
    """Return a date, or what is told of one; the inverse of `format_date`.

    Read are 2/11/2022, 02-11-2022, 2.11.2022, the same without a year, "ngày 02 tháng 11 năm
    2022" in figures or words, "tháng 11/2022", "năm 2022", and 2022-11-02. The day stands first,
    the year has four digits; a missing one is not guessed.

    Raises:
        ReadingError: no date, or one that the calendar does not have.

    >>> parse_date("ngày 02 tháng 11 năm 2022"), parse_date("2-11")
    (datetime.date(2022, 11, 2), PartialDate(month=11, day=2))
    """
    found = _FIGURES.fullmatch(text) if isinstance(text, str) else None
    if found:
        with suppress(ValueError):  # no such day: the long way tells where
            return date(int(found[4]), int(found[3]), int(found[1]))
    source = Source(text, "parse_date")
    return date_between(source, 0, len(source.low))


def date_between(source: Source, start: int, end: int) -> Day:
    """Return the date between two positions of a text."""
    found = _DATE.fullmatch(source.low, start, end)
    if found is None:
        raise source.refuse(Reason.DATE_TEXT, start)
    return _day(source, found)


def _day(source: Source, found: re.Match[str]) -> Day:
    """Return the date that a match of `_DATE` tells."""
    parts = found.groupdict()
    year = _number(source, found, *(name for name in parts if name[0] == "y"))
    month = _number(source, found, *(name for name in parts if name[0] == "m"))
    day = _number(source, found, *(name for name in parts if name[0] == "d"))
    try:
        if year is not None and month is not None and day is not None:
            return date(year, month, day)
        return PartialDate(year=year, month=month, day=day)
    except InvalidValueError as error:
        raise source.refuse_value(error, found.start()) from None
    except ValueError:
        raise source.refuse(Reason.CALENDAR_DAY, found.start()) from None


def _number(source: Source, found: re.Match[str], *names: str) -> int | None:
    """Return the number of the group that is there, in figures or in words."""
    for name in names:
        if found[name]:
            return _small(source, found[name], found.start(name))
    return None


def _small(source: Source, text: str, start: int) -> int:
    if text.isdigit():
        return int(text)
    try:
        return int(spelled(text.split(" ")).value)
    except NotANumberError as error:
        raise source.refuse(error.reason, start) from None


_DASH: Final = r" ?[-–—] ?"
_UNTIL: Final = rf"(?: (?:{any_of(spellings.UNTIL)}) |{_DASH})"
_OF_YEAR: Final = rf"(?: (?:của )?năm(?: (?P<year>{_YEAR}))?)"
_ROMAN: Final = {roman.lower(): number for number, roman in enumerate(words.ROMAN_QUARTERS, 1)}
_LABELS: Final = {
    PeriodKind.STAGE.label: PeriodKind.STAGE,
    **dict.fromkeys(spellings.TERMS, PeriodKind.TERM),
    PeriodKind.SCHOOL_YEAR.label: PeriodKind.SCHOOL_YEAR,
}


def parse_period(text: str) -> Period | PartialPeriod:
    """Return a period, or what is told of one; the inverse of `format_period`.

    Read are years, quarters (III, 3, ba), months, "6 tháng đầu năm 2022", "nửa cuối năm",
    "giai đoạn", "nhiệm kỳ" and "năm học" with every dash, one day, and from–to. The year printed
    once at the end of "từ ngày 17/10 đến ngày 18/11/2022" holds for both days. What is told
    without a year or an end is a `PartialPeriod`.

    Raises:
        ReadingError: no period, or one whose end comes first.

    >>> parse_period("Quý III/2022"), parse_period("nhiệm kỳ 2020 – 2025")
    (Period.from_code('2022-Q3'), Period.from_code('term:2020/2025'))
    >>> parse_period("6 tháng đầu năm").in_year(2022)
    Period.from_code('2022-H1')
    >>> parse_period("từ năm 2019 đến nay").start
    PartialDate(year=2019)
    """
    source = Source(text, "parse_period")
    for pattern, make in _PERIODS:
        found = pattern.fullmatch(source.low)
        if found:
            try:
                return make(source, found)
            except InvalidValueError as error:
                raise source.refuse_value(error, 0) from None
    return _from_to(source, 0, len(source.low))


def period_at(source: Source, start: int, end: int) -> tuple[Period | PartialPeriod, int] | None:
    """Return the period that begins at a position of a running text, and where it stops.

    Args:
        source: the text.
        start: where it would begin.
        end: no letter behind it is looked at.

    Raises:
        ReadingError: words of a period that make none.
        InvalidValueError: the same.
    """
    found = _TWO_YEARS.match(source.low, start, end)
    if found and not source.goes_on(found.end()):
        first, last = (PartialDate(year=int(year)) for year in found.groups())
        return PartialPeriod(kind=PeriodKind.DATES, start=first, end=last), found.end()
    for pattern, make in _PERIODS:
        found = pattern.match(source.low, start, end)
        if found and not source.goes_on(found.end()):
            return make(source, found), found.end()
    found = _SPAN.match(source.low, start, end)
    if found and not source.goes_on(found.end()):
        return _from_to(source, start, found.end()), found.end()
    return None


def date_at(source: Source, start: int, end: int) -> tuple[Day, int] | None:
    """Return the date that begins at a position of a running text, and where it stops.

    Raises:
        ReadingError: a day that the calendar does not have.
    """
    found = _DATE.match(source.low, start, end)
    if found is None or source.goes_on(found.end()):
        return None
    return _day(source, found), found.end()


def _numbered(kind: PeriodKind, number: int, year: str | None) -> Period | PartialPeriod:
    partial = PartialPeriod(kind=kind, number=number)
    return partial if year is None else partial.in_year(int(year))


def _year(source: Source, found: re.Match[str]) -> Period:
    return Period.year(int(found["year"]))


def _some_months(source: Source, found: re.Match[str]) -> Period | PartialPeriod:
    count = _small(source, found["count"], found.start("count")) if found["count"] else 1
    first = found["side"] == "đầu"
    if count == MONTHS // 2:
        return _numbered(PeriodKind.HALF_YEAR, 1 if first else 2, found["year"])
    kind = PeriodKind.FIRST_MONTHS if first else PeriodKind.LAST_MONTHS
    return _numbered(kind, count, found["year"])


def _half(source: Source, found: re.Match[str]) -> Period | PartialPeriod:
    return _numbered(PeriodKind.HALF_YEAR, 1 if found["side"] == "đầu" else 2, found["year"])


def _quarter(source: Source, found: re.Match[str]) -> Period | PartialPeriod:
    word = found["number"]
    number = _ROMAN.get(word) or _small(source, word, found.start("number"))
    return _numbered(PeriodKind.QUARTER, number, found["year"])


def _month(source: Source, found: re.Match[str]) -> Period | PartialPeriod:
    number = _small(source, found["number"], found.start("number"))
    return _numbered(PeriodKind.MONTH, number, found["year"])


def _years(source: Source, found: re.Match[str]) -> Period:
    kind, first, last = _LABELS[found["label"]], int(found["first"]), int(found["last"])
    if kind is PeriodKind.STAGE:
        return Period.stage(first, last)
    if kind is PeriodKind.TERM:
        return Period.term(first, last)
    if last != first + 1:
        raise source.refuse(Reason.PERIOD_TEXT, found.start("last"))
    return Period.school_year(first)


_Maker: TypeAlias = Callable[[Source, re.Match[str]], Period | PartialPeriod]
_PERIODS: Final[tuple[tuple[re.Pattern[str], _Maker], ...]] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"(?:cả )?năm (?P<year>{_YEAR})", _year),
        (rf"(?:(?P<count>{_SMALL}) )?tháng (?P<side>đầu|cuối){_OF_YEAR}", _some_months),
        (rf"nửa (?P<side>đầu|cuối){_OF_YEAR}", _half),
        (
            rf"(?:{any_of(spellings.QUARTERS)}) (?P<number>[1-4]|{any_of(_ROMAN)}|{_SPELLED_WORD})"
            rf"(?:(?: năm | ?/ ?|{_DASH})(?P<year>{_YEAR}))?",
            _quarter,
        ),
        (rf"tháng (?P<number>{_SMALL})(?:(?: năm | ?[/.] ?|{_DASH})(?P<year>{_YEAR}))?", _month),
        (
            rf"(?P<label>{any_of(_LABELS)}) (?:từ )?(?:năm )?(?P<first>{_YEAR})"
            rf"{_UNTIL}(?:năm )?(?P<last>{_YEAR})",
            _years,
        ),
    )
)

_BETWEEN: Final = re.compile(rf" (?:{any_of(spellings.UNTIL)}) (?:hết )?| [-–—] ")
# Without "từ" only a dash between dates with slashes or dots tells a span: "01/6 - 31/8/2022".
_DASH_BETWEEN: Final = re.compile(rf"(?<=[0-9]){_DASH}(?=(?:ngày )?[0-9]{{1,2}}[/.])")
_START_OF_YEAR: Final = re.compile(rf"đầu năm(?: (?P<year>{_YEAR}))?")
_ONE_MONTH: Final = re.compile(rf"tháng ({_SMALL})")
_ONE_DAY: Final = re.compile(r"(?:ngày )?([0-9]{1,2})")
_ONE_YEAR: Final = re.compile(rf"(?:năm )?({_YEAR})")

# In running text, two years are a span of their own: "trong 5 năm 2016-2020".
_TWO_YEARS: Final = re.compile(rf"(?:năm )?({_YEAR}){_DASH}(?:năm )?({_YEAR})")

# How far a span between two moments reaches; what they are is read from what lies between.
_NUMERIC_DAY: Final = rf"(?:ngày )?[0-9]{{1,2}}(?: ?[/.-] ?[0-9]{{1,2}}(?: ?[/.-] ?{_YEAR})?)?"
_MOMENT: Final = (
    rf"(?:đầu năm(?: {_YEAR})?|(?:ngày )?{_EARLY}{_SMALL} tháng {_SMALL}(?:(?:,? năm |[-/]){_YEAR})?"
    rf"|tháng {_SMALL}(?:(?: năm | ?[-/.] ?){_YEAR})?|(?:năm )?{_YEAR}|{_NUMERIC_DAY})"
)
_SPAN: Final = re.compile(
    rf"từ {_MOMENT}(?: (?:{any_of(spellings.UNTIL)}) (?:hết )?|{_DASH})(?:{any_of(spellings.NOW)}|{_MOMENT})"
    rf"|(?:ngày )?[0-9]{{1,2}}(?:[/.][0-9]{{1,2}}(?:[/.]{_YEAR})?)?{_DASH}(?:ngày )?[0-9]{{1,2}}[/.]"
    rf"[0-9]{{1,2}}(?:[/.]{_YEAR})?"
)


def _from_to(source: Source, start: int, stop: int) -> Period | PartialPeriod:
    """Return a span between two days, as far as they are told, or one day."""
    low = source.low
    opened = low.startswith(f"{words.FROM} ", start, stop)
    opening = start + len(words.FROM) + 1 if opened else start
    between = (_BETWEEN.search(low, opening, stop) if opened else None) or _DASH_BETWEEN.search(
        low, opening, stop
    )
    if between is None:
        day = date_between(source, start, stop) if low.startswith(f"{words.DAY} ", start) else None
        if isinstance(day, date):
            return Period.between(day, day)
        raise source.refuse(Reason.PERIOD_TEXT, start)
    end: Day | None = None
    if low[between.end() : stop] not in spellings.NOW:
        end = _moment(source, between.end(), stop)
    first = _first_moment(source, opening, between.start(), end)
    if isinstance(first, PartialDate) and isinstance(end, date) and first.day and first.month:
        in_same_year = (first.month, first.day) <= (end.month, end.day)
        first = first.in_year(end.year) if in_same_year else first
    try:
        if isinstance(first, date) and isinstance(end, date):
            return Period.between(first, end)
        return PartialPeriod(kind=PeriodKind.DATES, start=first, end=end)
    except InvalidValueError as error:
        raise source.refuse_value(error, between.end()) from None


def _moment(source: Source, start: int, end: int) -> Day:
    """Return what is told of one end of a span."""
    opening = _START_OF_YEAR.fullmatch(source.low, start, end)
    if opening:
        year = opening["year"]
        return date(int(year), 1, 1) if year else PartialDate(day=1, month=1)
    year_alone = _ONE_YEAR.fullmatch(source.low, start, end)
    if year_alone:
        return PartialDate(year=int(year_alone[1]))
    return date_between(source, start, end)


def _first_moment(source: Source, start: int, end: int, last: Day | None) -> Day:
    """Return the first end of a span, which may leave its month and year to the second."""
    month = _ONE_MONTH.fullmatch(source.low, start, end)
    if month and last is not None and last.year is not None:
        try:
            return PartialDate(year=last.year, month=_small(source, month[1], month.start(1)))
        except InvalidValueError as error:
            raise source.refuse_value(error, start) from None
    alone = _ONE_DAY.fullmatch(source.low, start, end)
    if alone is None or last is None or last.month is None:
        return _moment(source, start, end)
    try:
        if isinstance(last, date):
            return last.replace(day=int(alone[1]))
        return PartialDate(day=int(alone[1]), month=last.month)
    except ValueError:
        raise source.refuse(Reason.CALENDAR_DAY, start) from None
