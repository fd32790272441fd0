"""Dates: "2-11", "ngày 02 tháng 11 năm 2022", "Thứ Bảy, 16 tháng 3, 2024", dates in words."""

import re
from datetime import date
from functools import partial
from typing import Final, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.places import PlaceKind
from danvankheo.errors import AmbiguousTextError, InvalidValueError
from danvankheo.locale_vi import spellings, words
from danvankheo.reading.calendar_words import (
    ANY_YEAR,
    EARLY,
    FULL_YEAR,
    MONTH,
    MONTH_NUMBER,
    RECENT_YEAR,
    SMALL,
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
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reasons import Reason

Day: TypeAlias = date | PartialDate

_DAY: Final = rf"(?:{words.DAY} )?{EARLY}"


def _dates(bare: str, figures: str, in_words: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a date; one in figures has one sign throughout."""
    after = year_after(bare, figures, in_words)
    era = rf"(?: (?:{any_of(spellings.OUR_ERA)}))?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_DAY}(?P<day>[0-9]{{1,2}}) ?(?P<sign>[-/.]) ?(?P<month>[0-9]{{1,2}})"
            rf"(?: ?(?P=sign) ?(?P<year1>{figures}){era})?",
            rf"{_DAY}(?P<day>{SMALL}) {MONTH} (?P<month>{MONTH_NUMBER})(?:{after}{era})?",
            rf"{MONTH} (?P<month>{MONTH_NUMBER}){after}{era}",
            rf"(?P<month>[0-9]{{1,2}})[-/](?P<year1>{FULL_YEAR}){era}",
            rf"{words.YEAR} (?P<year1>{figures}|{in_words}){era}",
            rf"(?P<year1>{FULL_YEAR})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
        )
    )


_DATES: Final = _dates(ANY_YEAR, ANY_YEAR, SPELLED_YEAR)
_DATES_IN_TEXT: Final = _dates(RECENT_YEAR, FULL_YEAR, SPELLED_FULL_YEAR)

# The quick way for what papers print most.
_FIGURES: Final = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2({FULL_YEAR})")
_OFFICIAL: Final = re.compile(
    rf"(?i:{words.DAY}) ([0-9]{{1,2}})( ){words.MONTH} ([0-9]{{1,2}}) {words.YEAR} ({FULL_YEAR})"
)

# What may stand around a date: the place of a letter's head, the weekday, the calendar.
_PLACE_HEAD: Final = re.compile(
    rf"(?:(?:{any_of(kind.label for kind in PlaceKind)}) )?(?P<name>[^\W\d_][^,\d]{{0,60}}), "
    rf"(?=(?:(?:{WEEKDAY}),? )?(?:{words.DAY}|{words.MONTH}) )"
)
_WEEKDAY_BEFORE: Final = re.compile(rf"(?P<weekday>{WEEKDAY})(?:,? (?=\w)| (?=\())")
_WEEKDAY_AFTER: Final = re.compile(rf"(?:,? (?P<weekday>{WEEKDAY})| \((?P<bracketed>{WEEKDAY})\))\Z")
_HAS_WEEKDAY: Final = re.compile(rf"(?<!\w)(?:{WEEKDAY})(?!\w)")
_CALENDAR: Final = re.compile(rf" \(?(?:(?P<solar>{any_of(spellings.SOLAR)})|{any_of(spellings.LUNAR)})\)?\Z")


def parse_date(text: str, *, near: int | None = None) -> date | PartialDate:
    """Return a date, or the parts given of one; the inverse of `format_date` and `date_to_words`.

    Read are 2/11/2022, 02-11-2022, 2.11.2022, the same without a year, "ngày 02 tháng 11 năm
    2022" in figures or words, "tháng 11/2022", "năm 2022", 2022-11-02, and what CLDR prints:
    "16 tháng 3, 2024", "16 thg 3, 2024". A weekday beside the date must be its own; without a
    year it cannot be checked and is left out, as is the place before "ngày" at the head of a
    letter. The day stands first; a missing part is not guessed.

    Args:
        text: the date and nothing else.
        near: a year, for years that leave out the century ("2/11/22"): the nearest to it is
            meant, less than 50 years away. None makes them an error with both readings.

    Raises:
        ReadingError: no date, one that the calendar does not have, or another weekday.
        AmbiguousTextError: a year without its century, or "tháng giêng" and "tháng chạp", which
            are months of two calendars, without "dương lịch".

    >>> parse_date("ngày 02 tháng 11 năm 2022"), parse_date("2-11")
    (datetime.date(2022, 11, 2), PartialDate(month=11, day=2))
    >>> parse_date("Thứ Bảy, 16 tháng 3, 2024"), parse_date("2/11/22", near=2026)
    (datetime.date(2024, 3, 16), datetime.date(2022, 11, 2))
    >>> parse_date("ngày mười lăm tháng một năm hai nghìn không trăm hai mươi tư")
    datetime.date(2024, 1, 15)
    """
    found = _FIGURES.fullmatch(text) or _OFFICIAL.fullmatch(text) if isinstance(text, str) else None
    if found and near is None:
        try:
            return date(int(found[4]), int(found[3]), int(found[1]))
        except ValueError:
            found = None  # no such day: the long way finds where
    check_near(near, "parse_date")
    source = Source(text, "parse_date")
    return date_between(source, _after_place(source), len(source.low), near)


def date_between(source: Source, start: int, end: int, near: int | None = None) -> Day:
    """Return the date between two positions of a text, its weekday checked if it has one."""
    day, weekday, at = dated(source, start, end, near)
    check_weekday(source, day, weekday, at)
    return day


def dated(source: Source, start: int, end: int, near: int | None = None) -> tuple[Day, str | None, int]:
    """Return a date, its weekday as printed, which is still to be checked, and where that stands."""
    found = _matched(_DATES, source.low, start, end)
    if found is not None:
        return _day(source, found, near), None, start
    before = _WEEKDAY_BEFORE.match(source.low, start, end)
    after = _WEEKDAY_AFTER.search(source.low, start, end)
    if before:
        first, last = before.end(), end
        if source.low[first] == "(" and source.low[end - 1] == ")":
            first, last = first + 1, end - 1
        weekday, at = before["weekday"], start
    elif after:
        group = "weekday" if after["weekday"] else "bracketed"
        first, last, weekday, at = start, after.start(), after[group], after.start(group)
    else:
        first, last, weekday, at = start, end, None, start
    calendar = _CALENDAR.search(source.low, first, last)
    if calendar and not calendar["solar"]:
        raise source.error_at(Reason.OTHER_CALENDAR, calendar.start() + 1)
    found = _matched(_DATES, source.low, first, calendar.start() if calendar else last)
    if found is None:
        raise source.error_at(Reason.DATE_TEXT, start)
    day = _day(source, found, near, solar=calendar is not None)
    if weekday and day.day is None:
        raise source.error_at(Reason.DATE_TEXT, at)
    return day, weekday, at


def date_at(source: Source, start: int, end: int) -> tuple[Day, int] | None:
    """Return the date that begins at a position of a running text, and where it stops.

    Raises:
        ReadingError: a day that the calendar does not have.
    """
    for pattern in _DATES_IN_TEXT:
        found = pattern.match(source.low, start, end)
        if found and not source.goes_on(found.end()):
            return _day(source, found, None), found.end()
    return None


def _matched(patterns: tuple[re.Pattern[str], ...], low: str, start: int, end: int) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.fullmatch(low, start, end))), None)


def _after_place(source: Source) -> int:
    """Return where a date begins after the place of a letter's head: "Hà Nội, ngày …"."""
    head = _PLACE_HEAD.match(source.low)
    if head is None:
        return 0
    if _HAS_WEEKDAY.search(head[0]):
        return 0
    name = source.text[slice(*head.span("name"))].split(" ")
    return head.end() if all(word[:1].isupper() for word in name) else 0


def _day(source: Source, found: re.Match[str], near: int | None, *, solar: bool = False) -> Day:
    """Return the date of a match of one of the patterns."""
    day = with_year(source, found, near, partial(_in_year, source, found))
    month = found.groupdict().get("month")
    if not solar and month in spellings.LUNAR_MONTHS:
        raise lunar_or_solar(source, found.start("month"), day)
    return day


def lunar_or_solar(source: Source, position: int, solar: object) -> AmbiguousTextError:
    """Return the error of a month that has its name from the lunar calendar."""
    return source.ambiguous(
        Reason.TWO_WAY,
        position,
        {"solar": solar, "lunar": f"{source.text} {spellings.LUNAR[0]}"},
        Words(
            f"viết số tháng, hoặc thêm “{spellings.SOLAR[0]}”",
            "write the month as a number, or dương lịch after the date",
        ),
        meanings=[
            Words(spellings.SOLAR[0], "a month of the solar calendar"),
            Words(spellings.LUNAR[0], "one of the lunar calendar"),
        ],
    )


def _in_year(source: Source, found: re.Match[str], year: int | None) -> Day:
    parts = found.groupdict()
    month = month_number(source, parts["month"], found.start("month")) if parts.get("month") else None
    day = small_number(source, parts["day"], found.start("day")) if parts.get("day") else None
    if day is not None and parts.get("early") and day > spellings.LAST_EARLY_DAY:  # "mùng 15"
        raise source.error_at(Reason.IN_RANGE, found.start("day"), low=1, high=spellings.LAST_EARLY_DAY)
    try:
        if year is not None and month is not None and day is not None:
            return date(year, month, day)
        return PartialDate(year=year, month=month, day=day)
    except InvalidValueError as error:
        raise source.value_error_at(error, found.start()) from None
    except ValueError:
        raise source.error_at(Reason.CALENDAR_DAY, found.start()) from None
