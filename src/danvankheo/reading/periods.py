"""Periods: "năm 2022", "quý III/2022", "6 tháng đầu năm", "từ năm 2019 đến nay", periods in words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final, TypeAlias

from danvankheo.domain.dates import MONTHS, PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import numerals, spellings, words
from danvankheo.reading.calendar_words import (
    ANY_YEAR,
    DASH,
    EARLY,
    FULL_YEAR,
    MONTH,
    MONTH_NUMBER,
    RECENT_YEAR,
    SMALL,
    SPELLED_DIGIT,
    SPELLED_FULL_YEAR,
    SPELLED_YEAR,
    WEEKDAY,
    check_near,
    check_weekday,
    month_number,
    small_number,
    with_year,
    year_after,
)
from danvankheo.reading.dates import Day, date_between, dated, lunar_or_solar
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reasons import Reason

_UNTIL: Final = any_of(spellings.UNTIL)
ROMAN_QUARTERS: Final = {roman.lower(): number for number, roman in enumerate(words.ROMAN_QUARTERS, 1)}
_LABELS: Final = {
    PeriodKind.STAGE.label: PeriodKind.STAGE,
    **dict.fromkeys(spellings.TERMS, PeriodKind.TERM),
    PeriodKind.SCHOOL_YEAR.label: PeriodKind.SCHOOL_YEAR,
}


def parse_period(text: str, *, near: int | None = None) -> Period | PartialPeriod:
    """Return a period, or the parts given of one; the inverse of `format_period` and `period_to_words`.

    Read are years, quarters (III, 3, ba, Q3), months, "6 tháng đầu năm 2022", "nửa cuối năm",
    "giai đoạn", "nhiệm kỳ" and "năm học" with every dash, "năm thống kê khen thưởng 2026", one day,
    and from–to, in figures or in words. The year printed once at the end of "từ ngày 17/10 đến ngày
    18/11/2022" holds for both days. What has no year or no end is a `PartialPeriod`.

    Args:
        text: the period and nothing else.
        near: as in `parse_date`.

    Raises:
        ReadingError: no period, or one whose end comes first.
        AmbiguousTextError: as in `parse_date`.

    >>> parse_period("Quý III/2022"), parse_period("nhiệm kỳ 2020 – 2025")
    (Period.from_code('2022-Q3'), Period.from_code('term:2020/2025'))
    >>> parse_period("quý hai năm hai nghìn không trăm hai mươi sáu"), parse_period("Q2/26", near=2026)
    (Period.from_code('2026-Q2'), Period.from_code('2026-Q2'))
    >>> parse_period("6 tháng đầu năm").in_year(2022)
    Period.from_code('2022-H1')
    >>> parse_period("từ năm 2019 đến nay").start
    PartialDate(year=2019)
    """
    check_near(near, "parse_period")
    source = Source(text, "parse_period")
    for pattern, make in _PERIODS:
        found = pattern.fullmatch(source.low)
        if found:
            return _period(source, found, make, near)
    return _from_to(source, 0, len(source.low), near)


def period_at(source: Source, start: int, end: int) -> tuple[Period | PartialPeriod, int] | None:
    """Return the period that begins at a position of a running text, and where it stops.

    Args:
        source: the text.
        start: where it would begin.
        end: no letter after it is looked at.

    Raises:
        ReadingError: words of a period that make none.
    """
    found = _TWO_YEARS.match(source.low, start, end)
    if found and not source.goes_on(found.end()):
        first, last = (PartialDate(year=int(year)) for year in found.groups())
        try:
            return PartialPeriod(kind=PeriodKind.DATES, start=first, end=last), found.end()
        except InvalidValueError as error:
            raise source.value_error_at(error, start) from None
    for pattern, make in _PERIODS_IN_TEXT:
        found = pattern.match(source.low, start, end)
        if found and not source.goes_on(found.end()):
            return _period(source, found, make, None), found.end()
    found = _SPAN.match(source.low, start, end)
    if found and not source.goes_on(found.end()):
        return _from_to(source, start, found.end(), None), found.end()
    return None


_Maker: TypeAlias = Callable[[Source, re.Match[str], int | None], Period | PartialPeriod]


def _period(source: Source, found: re.Match[str], make: _Maker, near: int | None) -> Period | PartialPeriod:
    """Return the period of a match of one of the patterns."""
    try:
        return with_year(source, found, near, partial(make, source, found))
    except InvalidValueError as error:
        raise source.value_error_at(error, found.start()) from None


def _numbered(kind: PeriodKind, number: int, year: int | None) -> Period | PartialPeriod:
    return PartialPeriod(kind=kind, number=number) if year is None else _NUMBERED[kind](year, number)


_NUMBERED: Final[Mapping[PeriodKind, Callable[[int, int], Period]]] = {
    PeriodKind.HALF_YEAR: Period.half,
    PeriodKind.QUARTER: Period.quarter,
    PeriodKind.MONTH: Period.month,
    PeriodKind.FIRST_MONTHS: Period.first_months,
    PeriodKind.LAST_MONTHS: Period.last_months,
}


def _year(source: Source, found: re.Match[str], year: int | None) -> Period:
    assert year is not None
    return Period.year(year)


def _award_year(source: Source, found: re.Match[str], year: int | None) -> Period:
    assert year is not None
    return Period.award_year(year)


def _some_months(source: Source, found: re.Match[str], year: int | None) -> Period | PartialPeriod:
    count = small_number(source, found["count"], found.start("count")) if found["count"] else 1
    first = found["side"] == "đầu"
    if count == MONTHS // 2:
        return _numbered(PeriodKind.HALF_YEAR, 1 if first else 2, year)
    return _numbered(PeriodKind.FIRST_MONTHS if first else PeriodKind.LAST_MONTHS, count, year)


def _half(source: Source, found: re.Match[str], year: int | None) -> Period | PartialPeriod:
    return _numbered(PeriodKind.HALF_YEAR, 1 if found["side"] == "đầu" else 2, year)


def _quarter(source: Source, found: re.Match[str], year: int | None) -> Period | PartialPeriod:
    word = found["number"]
    number = ROMAN_QUARTERS.get(word) or small_number(source, word, found.start("number"))
    return _numbered(PeriodKind.QUARTER, number, year)


def _month(source: Source, found: re.Match[str], year: int | None) -> Period | PartialPeriod:
    start = found.start("month")
    month = _numbered(PeriodKind.MONTH, month_number(source, found["month"], start), year)
    if found["month"] in spellings.LUNAR_MONTHS:
        raise lunar_or_solar(source, start, month)
    return month


def _years(source: Source, found: re.Match[str], last: int | None) -> Period:
    kind = _LABELS[found["label"]]
    first = with_year(source, _FIRST_YEAR.match(found["first"]), None, lambda year: year)  # type: ignore[arg-type]
    assert first is not None
    last = _short_year(source, found, first) if last is None else last
    if kind is PeriodKind.STAGE:
        return Period.stage(first, last)
    if kind is PeriodKind.TERM:
        return Period.term(first, last)
    if last != first + 1:
        raise source.error_at(Reason.PERIOD_TEXT, found.end())
    return Period.school_year(first)


def _short_year(source: Source, found: re.Match[str], first: int) -> int:
    """Return the last year of "giai đoạn 2021-25": the next one after the first that ends so."""
    last = first + (int(found["short"]) - first) % _CENTURY
    if not first < last <= first + _CENTURY // 2:
        raise source.error_at(Reason.PERIOD_TEXT, found.start("short"))
    return last


_CENTURY: Final = 100
_FIRST_YEAR: Final = re.compile(rf"(?P<year1>{FULL_YEAR}|{SPELLED_FULL_YEAR})")


def _periods(bare: str, figures: str, in_words: str) -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    """Return the patterns of a period, each with what makes the period of a match."""
    after = rf"(?:{year_after(bare, figures, in_words)})?"
    of_year = rf" (?:của )?{words.YEAR}(?: (?P<year1>{figures}|{in_words}))?"
    full = f"{FULL_YEAR}|{SPELLED_FULL_YEAR}"
    return tuple(
        (re.compile(pattern), make)
        for pattern, make in (
            (rf"(?:cả )?{words.YEAR} (?P<year1>{figures}|{in_words})", _year),
            (rf"{PeriodKind.AWARD_YEAR.label} (?P<year1>{full})", _award_year),
            (rf"(?:(?P<count>{SMALL}) )?{words.MONTH} (?P<side>đầu|cuối){of_year}", _some_months),
            (rf"nửa (?P<side>đầu|cuối){of_year}", _half),
            (
                rf"(?:{any_of(spellings.QUARTERS)}) (?:{numerals.ORDINAL} )?"
                rf"(?P<number>0?[1-4]|{any_of(ROMAN_QUARTERS)}|{SPELLED_DIGIT}){after}",
                _quarter,
            ),
            (
                rf"{spellings.SHORT_QUARTER}[. ]?(?P<number>[1-4]|{any_of(ROMAN_QUARTERS)})"
                + year_after(bare, figures, in_words),
                _quarter,
            ),
            (rf"{MONTH} (?P<month>{MONTH_NUMBER}){after}", _month),
            (
                rf"(?P<label>{any_of(_LABELS)}) (?:{words.FROM} )?(?:{words.YEAR} )?(?P<first>{full})"
                rf"(?: (?:{_UNTIL}) |{DASH})(?:{words.YEAR} )?(?P<year1>{full})",
                _years,
            ),
            (rf"(?P<label>{any_of(_LABELS)}) (?P<first>{FULL_YEAR}){DASH}(?P<short>[0-9]{{2}})", _years),
        )
    )


_PERIODS: Final = _periods(ANY_YEAR, ANY_YEAR, SPELLED_YEAR)
_PERIODS_IN_TEXT: Final = _periods(RECENT_YEAR, FULL_YEAR, SPELLED_FULL_YEAR)

_BETWEEN: Final = re.compile(rf" (?:{_UNTIL}) (?:hết )?| [-–—] ")
# Without "từ" only a dash before a whole day or month makes a span: "01/6 - 31/8/2022", "16 – 20 thg 3".
_DASH_BETWEEN: Final = re.compile(
    rf"(?<=[0-9]){DASH}(?=(?:(?:{WEEKDAY}),? )?(?:{words.DAY} )?[0-9]{{1,2}}(?:[/.]| {MONTH} )|{MONTH} [0-9])"
)
_START_OF_YEAR: Final = re.compile(rf"{words.FIRST_OF_YEAR}(?: (?P<year1>{ANY_YEAR}|{SPELLED_YEAR}))?")
_ONE_MONTH: Final = re.compile(rf"{MONTH} (?P<month>{SMALL})")
_ONE_DAY: Final = re.compile(rf"(?:{words.DAY} )?{EARLY}(?P<day>{SMALL})")
_ONE_YEAR: Final = re.compile(rf"(?:{words.YEAR} )?({FULL_YEAR})")

# In running text, two years are a span of their own: "trong 5 năm 2016-2020".
_TWO_YEARS: Final = re.compile(rf"(?:{words.YEAR} )?({FULL_YEAR}){DASH}(?:{words.YEAR} )?({FULL_YEAR})")

# How far a span between two moments reaches; what they are is read from what lies between.
_NUMERIC_DAY: Final = rf"(?:{words.DAY} )?[0-9]{{1,2}}(?: ?[/.-] ?[0-9]{{1,2}}(?: ?[/.-] ?{FULL_YEAR})?)?"
_IN_YEAR: Final = (
    rf"(?:,? (?:của )?{words.YEAR} (?:{FULL_YEAR}|{SPELLED_FULL_YEAR})|[-/]{FULL_YEAR}|,? {RECENT_YEAR})"
)
_MOMENT: Final = (
    rf"(?:{words.FIRST_OF_YEAR}(?: {FULL_YEAR})?"
    rf"|(?:{words.DAY} )?(?:(?:{any_of(spellings.EARLY_DAYS)}) )?{SMALL} {MONTH} {SMALL}{_IN_YEAR}?"
    rf"|{MONTH} {SMALL}(?:{_IN_YEAR}| ?[-/.] ?{FULL_YEAR})?"
    rf"|(?:{words.YEAR} )?{FULL_YEAR}|{words.YEAR} {SPELLED_FULL_YEAR}|{_NUMERIC_DAY}"
    rf"|{words.DAY} (?:{SMALL}))"
)
_SPAN: Final = re.compile(
    rf"{words.FROM} {_MOMENT}(?: (?:{_UNTIL}) (?:hết )?|{DASH})(?:{any_of(spellings.NOW)}|{_MOMENT})"
    rf"|(?:{words.DAY} )?[0-9]{{1,2}}(?:[/.][0-9]{{1,2}}(?:[/.]{FULL_YEAR})?)?{DASH}(?:{words.DAY} )?"
    rf"[0-9]{{1,2}}[/.][0-9]{{1,2}}(?:[/.]{FULL_YEAR})?"
    rf"|(?:{words.DAY} )?[0-9]{{1,2}}(?: {MONTH} [0-9]{{1,2}}{_IN_YEAR}?)?{DASH}"
    rf"[0-9]{{1,2}} {MONTH} [0-9]{{1,2}}{_IN_YEAR}"
)


def _from_to(source: Source, start: int, stop: int, near: int | None) -> Period | PartialPeriod:
    """Return a span between two days, as far as they are given, or one day."""
    low = source.low
    opened = low.startswith(f"{words.FROM} ", start, stop)
    opening = start + len(words.FROM) + 1 if opened else start
    between = (_BETWEEN.search(low, opening, stop) if opened else None) or _DASH_BETWEEN.search(
        low, opening, stop
    )
    if between is None:
        is_day = low.startswith(f"{words.DAY} ", start)
        day = date_between(source, start, stop, near) if is_day else None
        if isinstance(day, date):
            return Period.between(day, day)
        raise source.error_at(Reason.PERIOD_TEXT, start)
    end: Day | None = None
    if low[between.end() : stop] not in spellings.NOW:
        end = _moment(source, between.end(), stop, near)
    first, weekday = _first_moment(source, opening, between.start(), end, near)
    if isinstance(first, PartialDate) and isinstance(end, date) and first.day and first.month:
        in_same_year = (first.month, first.day) <= (end.month, end.day)
        first = first.in_year(end.year) if in_same_year else first
    check_weekday(source, first, weekday, opening)
    try:
        if isinstance(first, date) and isinstance(end, date):
            return Period.between(first, end)
        return PartialPeriod(kind=PeriodKind.DATES, start=first, end=end)
    except InvalidValueError as error:
        raise source.value_error_at(error, between.end()) from None


def _moment(source: Source, start: int, end: int, near: int | None) -> Day:
    """Return what is given of one end of a span."""
    day, weekday = _end_of_span(source, start, end, near)
    check_weekday(source, day, weekday, start)
    return day


def _end_of_span(source: Source, start: int, end: int, near: int | None) -> tuple[Day, str | None]:
    """Return what is given of one end of a span, and the weekday before it, which is still to be checked."""
    opening = _START_OF_YEAR.fullmatch(source.low, start, end)
    if opening:
        return with_year(source, opening, near, _new_year), None
    year_alone = _ONE_YEAR.fullmatch(source.low, start, end)
    if year_alone:
        return PartialDate(year=int(year_alone[1])), None
    day, weekday, _ = dated(source, start, end, near)
    return day, weekday


def _new_year(year: int | None) -> Day:
    return PartialDate(day=1, month=1) if year is None else date(year, 1, 1)


def _first_moment(
    source: Source, start: int, end: int, last: Day | None, near: int | None
) -> tuple[Day, str | None]:
    """Return the first end of a span, which may leave its month and year to the second."""
    month = _ONE_MONTH.fullmatch(source.low, start, end)
    if month and last is not None and last.year is not None:
        number = small_number(source, month["month"], month.start("month"))
        try:
            return PartialDate(year=last.year, month=number), None
        except InvalidValueError as error:
            raise source.value_error_at(error, start) from None
    alone = _ONE_DAY.fullmatch(source.low, start, end)
    if alone is None or last is None or last.month is None:
        return _end_of_span(source, start, end, near)
    number = small_number(source, alone["day"], alone.start("day"))
    try:
        if isinstance(last, date):
            return last.replace(day=number), None
        return PartialDate(day=number, month=last.month), None
    except ValueError:
        raise source.error_at(Reason.CALENDAR_DAY, start) from None
