"""Dates and periods in running text."""

import re
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, numerals, spellings, words
from danvankheo.reading.dates import Day, date_at, period_at
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.amounts import WINDOW, counted_at, number_at
from danvankheo.scanning.running_text import RunningText

# A page tells when it was made; that is no fact of the text.
_CLOCK: Final = r"[0-9]{1,2}(?::|h|g)[0-9]{2}(?::[0-9]{2})?"
_STAMP_BEHIND: Final = re.compile(
    rf"[ ,|–-]{{0,5}}(?:lúc )?{_CLOCK}(?: ?\(?\[?gmt ?[+-] ?[0-9:]{{1,5}}[\])]?)?"
)
_GMT_BEHIND: Final = re.compile(r"[^\n]{0,25}?gmt ?[+-] ?[0-9:]{1,5}[\])]?")
_STAMP_BEFORE: Final = re.compile(rf"(?:{_CLOCK}[ ,|–-]{{1,5}}|cập nhật[^.\n]{{0,25}}|ngày đăng:? ?)\Z")
# What a date or a period can open with: a quick look before the grammar's own.
_OPENING: Final = re.compile(
    rf"[0-9]{{1,4}}(?: ?[/.–—-] ?[0-9]| {words.MONTH} (?:đầu |cuối |[0-9]))"
    rf"|(?:từ|ngày|cả|nửa|đầu|năm|tháng|{any_of(spellings.QUARTERS)}|giai đoạn|{any_of(spellings.TERMS)}) "
    rf"|(?:{any_of((*numerals.DIGITS, numerals.TEN))}) (?:[^\W\d_]+ )?{words.MONTH} "
)
# "ngày 30/2", "tháng 13/2022", "15/13/2021": no day or month of the calendar, and no ratio.
_IMPOSSIBLE: Final = re.compile(
    rf"(?:{words.DAY}|{words.MONTH}|quý) [0-9]{{1,2}}(?:[/.-][0-9]+)+"
    r"|[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}(?!\w)"
)
_LOOK_BACK: Final = 40
_LAST_WORD: Final = re.compile(r"([^\W\d_]+) ?\Z")
_LEFT_OF_AND: Final = re.compile(
    r"(?:ngày|sáng|chiều) (?:[0-9]{1,2}(?:[./-][0-9]{1,2})?, ?)*[0-9]{1,2}(?:[./-][0-9]{1,2})?(?:,| và) ?\Z"
)


class Time(NamedTuple):
    """A date or a period as it was read; None if what stands there is not of the text itself."""

    start: int
    end: int
    value: Day | Period | PartialPeriod | None


def time_at(text: RunningText, at: int) -> Time | None:
    """Return the date or period that begins at a position."""
    if not _OPENING.match(text.low, at):
        return None
    end = min(len(text.low), at + WINDOW)
    period = day = None
    with suppress(DanVanKheoError):
        period = period_at(text, at, end)
    with suppress(DanVanKheoError):
        day = date_at(text, at, end)
    if not period and not day:
        impossible = _IMPOSSIBLE.match(text.low, at)
        return Time(at, impossible.end(), None) if impossible else None
    if day and not _names_a_day(day[0]):
        day = None
    if period and not (day and day[1] >= period[1]):
        return _period(text, at, *period)
    return _date(text, at, *day) if day else None


def _names_a_day(day: Day) -> bool:
    return isinstance(day, date) or day.day is not None


def _period(text: RunningText, at: int, value: Period | PartialPeriod, end: int) -> Time | None:
    before = text.low[max(0, at - _LOOK_BACK) : at]
    word = _LAST_WORD.search(before)
    if word and word[1] in contexts.BIRTH_WORDS:
        return Time(at, end, None)
    if isinstance(value, PartialPeriod) and text.low[at].isdigit() and _is_counted_span(text, end):
        return None  # "10-14.5 ha"
    return Time(at, end, value)


def _is_counted_span(text: RunningText, end: int) -> bool:
    """Tell whether a unit follows a span of digits, so that it is no time."""
    start = end
    while start and (text.low[start - 1].isdigit() or text.low[start - 1] in ".,"):
        start -= 1
    figure = number_at(text, start)
    return figure is not None and figure.stop == end and counted_at(text, figure) is not None


def _date(text: RunningText, at: int, day: Day, end: int) -> Time | None:
    if f"{words.MONTH} " not in text.low[at:end]:  # in figures: only they are the date
        while not text.low[at].isdigit():
            at += 1
    before = text.low[max(0, at - _LOOK_BACK) : at]
    stamp = _STAMP_BEHIND.match(text.low, end) or _GMT_BEHIND.match(text.low, end)
    if isinstance(day, date):
        if stamp:
            return Time(at, stamp.end(), None)
        if _STAMP_BEFORE.search(before):
            return Time(at, end, None)
        return Time(at, end, day)
    if _is_holiday(day, before):
        return Time(at, end, None)
    return Time(at, end, day) if _is_told_as_day(text, at, end, before) else None


def _is_told_as_day(text: RunningText, at: int, end: int, before: str) -> bool:
    """Tell whether day and month in figures are meant, and not a ratio, a range or a decimal."""
    if not text.low[at].isdigit():
        return True  # ngày 2 tháng 11
    word = _LAST_WORD.search(before)
    if word and word[1] in contexts.STRONG_DAY_WORDS:
        return True
    if before.endswith("(") and text.low[end : end + 1] == ")":
        return True
    if _LEFT_OF_AND.search(before):
        return True
    if word is None or word[1] not in contexts.DAY_WORDS:
        return text.begins_sentence(at) and text.low[end : end + 1] == ","
    return not _is_counted_span(text, end)


def _is_holiday(day: PartialDate, before: str) -> bool:
    """Tell whether a day stands behind the name of its holiday: "Ngày Quốc tế Phụ nữ 8/3"."""
    name = contexts.HOLIDAYS.get((day.day or 0, day.month or 0))
    return name is not None and name in before
