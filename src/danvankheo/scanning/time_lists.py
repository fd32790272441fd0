"""Times side by side whose month or year is printed once, after the last: "ngày 16 và 17/7/2020"."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

import attrs

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import Period
from danvankheo.locale_vi import contexts, spellings, words
from danvankheo.reading.calendar_words import FULL_YEAR, MONTH, RECENT_YEAR
from danvankheo.reading.dates import Day
from danvankheo.reading.patterns import any_of
from danvankheo.reading.periods import ROMAN_QUARTERS
from danvankheo.scanning.pieces import Piece, Skip
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.times import is_counted_span, time_at, time_piece

_ENDS: Final = r"(?![\w/%-]|[.,][0-9])"
_OF_YEAR: Final = rf"(?: (?:của )?{words.YEAR} | ?[/.-] ?)(?P<year>{FULL_YEAR}){_ENDS}"
_QUARTER: Final = rf"0?[1-4]|{any_of(ROMAN_QUARTERS)}"
_MONTHS: Final = "0?[1-9]|1[0-2]"
_DAY: Final = rf"(?:0?[1-9]|[12][0-9]|3[01]){_ENDS}(?! {MONTH} )"
_ITEMS: Final = {
    words.DAY: re.compile(_DAY),
    words.MONTH: re.compile(f"(?:{_MONTHS}){_ENDS}"),
    words.YEAR: re.compile(RECENT_YEAR + _ENDS),
    **dict.fromkeys(spellings.QUARTERS, re.compile(f"(?:{_QUARTER}){_ENDS}")),
}
_LAST_MONTH: Final = re.compile(f"(?P<number>{_MONTHS}){_OF_YEAR}")
_LAST_QUARTER: Final = re.compile(f"(?P<number>{_QUARTER}){_OF_YEAR}")
# The word may be printed again before each: "ngày 16 và ngày 17/7".
_NEXT: Final = {head: re.compile(rf"(?:, ?(?:và )?| và | & | ?\+ ?)(?:{head} )?") for head in _ITEMS}
_HEAD: Final = re.compile(rf"({any_of(_ITEMS)}) (?=[0-9iv])")
_DAYS: Final = {words.DAY, *contexts.STRONG_DAY_WORDS}
_DAYS_BEFORE: Final = re.compile(rf"(?<!\w)(?:{any_of(_DAYS)}) \(?\Z")
_LONGEST_HEAD: Final = 8
_MOST: Final = 12


def listed_times(text: RunningText, at: int) -> list[Piece]:
    """Return the times listed at a position that have their month or year from the last of them.

    Days take month and year from the date after them, months and quarters the year; years stand for
    themselves. Only times that follow one another are read so: "ngày 30 và 1/12" begins in November.

    Args:
        text: the text.
        at: where the word of the time stands, or the first day after it.
    """
    low = text.low
    head = _HEAD.match(low, at)
    if head:
        kind, first = head[1], head.end()
    elif low[at : at + 1].isdigit() and _DAYS_BEFORE.search(low, max(0, at - _LONGEST_HEAD), at):
        kind, first = words.DAY, at
    else:
        return []
    items, last = _items(low, first, kind)
    if last is None:
        return []
    if kind == words.DAY:
        return _days(text, at, items, last)
    if kind == words.YEAR:
        return _years(text, at, items)
    months = kind == words.MONTH
    final = (_LAST_MONTH if months else _LAST_QUARTER).match(low, last)
    if final is None:
        return []
    make: Callable[[int, int], Period] = Period.month if months else Period.quarter
    year, spans = int(final["year"]), [*items, final.span("number")]
    numbers = [_number(low[start:end]) for start, end in spans]
    if numbers != sorted(set(numbers)):
        return []
    ends = [*(end for _, end in items), final.end()]
    starts = [at, *(start for start, _ in spans[1:])]
    return [
        time_piece(start, end, make(year, number))
        for start, end, number in zip(starts, ends, numbers, strict=True)
    ]


def _items(low: str, at: int, kind: str) -> tuple[list[tuple[int, int]], int | None]:
    """Return where the items stand, and where what stands after the last sign between them begins."""
    items: list[tuple[int, int]] = []
    begins = None
    while len(items) < _MOST and (item := _ITEMS[kind].match(low, at)):
        following = _NEXT[kind].match(low, item.end())
        if following is None:
            if kind == words.YEAR:
                items.append(item.span())
            break
        items.append(item.span())
        begins = at = following.end()
    return items, begins


def _number(printed: str) -> int:
    return ROMAN_QUARTERS.get(printed) or int(printed)


def _days(text: RunningText, at: int, items: list[tuple[int, int]], last: int) -> list[Piece]:
    """Return the days before a date, in its month, and the date."""
    final = time_at(text, last)
    if final is None or isinstance(final, Skip):
        return []
    day = final.value
    if not isinstance(day, date | PartialDate) or day.day is None:
        return []
    if not isinstance(day, date) and text.low[last - 2 : last] == ", " and is_counted_span(text, final.end):
        return []  # ngày 15, 7/8 xã
    numbers = [int(text.low[start:stop]) for start, stop in items]
    if [*numbers, day.day] != sorted({*numbers, day.day}):
        return []
    times = [time_piece(*span, _in_month(day, number)) for span, number in zip(items, numbers, strict=True)]
    if words.MONTH in text.low[last : final.end]:  # in words, and so from the word on
        times[0] = attrs.evolve(times[0], start=at)
    return [*times, final]


def _in_month(day: Day, number: int) -> Day:
    if isinstance(day, date):
        return day.replace(day=number)
    return PartialDate(day=number, month=day.month)


def _years(text: RunningText, at: int, items: list[tuple[int, int]]) -> list[Piece]:
    """Return years side by side; one that may count what follows is none: "năm 2020, 2021 hộ"."""
    while items and is_counted_span(text, items[-1][1]):
        items = items[:-1]
    if len(items) < 2:
        return []
    starts = [at, *(start for start, _ in items[1:])]
    return [
        time_piece(start, end, Period.year(int(text.low[own:end])))
        for start, (own, end) in zip(starts, items, strict=True)
    ]
