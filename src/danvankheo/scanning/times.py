"""Dates and periods in running text."""

import re
from contextlib import suppress
from datetime import date
from typing import Final

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, numerals, spellings, words
from danvankheo.reading.calendar_words import MONTH, RECENT_YEAR, check_weekday
from danvankheo.reading.dates import Day, date_at
from danvankheo.reading.patterns import any_of
from danvankheo.reading.periods import period_at
from danvankheo.scanning.amounts import WINDOW, number_at
from danvankheo.scanning.counted import counted_at, is_known_noun
from danvankheo.scanning.facts import FactKind, Mark
from danvankheo.scanning.names import follows_head
from danvankheo.scanning.pieces import Piece, Skip
from danvankheo.scanning.running_text import RunningText

# A page says when it was made; that is no fact of the text.
_CLOCK: Final = r"[0-9]{1,2}(?::|h|g)[0-9]{2}(?::[0-9]{2})?"
_STAMP_AFTER: Final = re.compile(
    rf"[ ,|–-]{{0,5}}(?:lúc )?{_CLOCK}(?: ?\(?\[?gmt ?[+-] ?[0-9:]{{1,5}}[\])]?)?"
)
_GMT_AFTER: Final = re.compile(r"[^\n]{0,25}?gmt ?[+-] ?[0-9:]{1,5}[\])]?")
_STAMP_BEFORE: Final = re.compile(rf"(?:{_CLOCK}[ ,|–-]{{1,5}}|cập nhật[^.\n]{{0,25}}|ngày đăng:? ?)\Z")
# What a date or a period can open with: a quick look before the grammar's own.
_OPENING: Final = re.compile(
    rf"[0-9]{{1,4}}(?: ?[/.–—-] ?[0-9]| {MONTH} (?:đầu |cuối |[0-9]))"
    rf"|(?:từ|ngày|cả|nửa|đầu|năm|{MONTH}|{any_of(spellings.QUARTERS)}|giai đoạn|{any_of(spellings.TERMS)}) "
    rf"|{spellings.SHORT_QUARTER}[. ]?[1-4iv]"
    rf"|(?:{any_of((*numerals.DIGITS, numerals.TEN))}) (?:[^\W\d_]+ )?{words.MONTH} "
)
# "ngày 30/2", "tháng 13/2022", "15/13/2021": no day or month of the calendar, and no ratio.
_IMPOSSIBLE: Final = re.compile(
    rf"(?:{words.DAY}|{words.MONTH}|quý) [0-9]{{1,2}}(?:[/.-][0-9]+)+"
    r"|[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}(?!\w)"
)
_MONTH_WORD: Final = re.compile(rf"(?<!\w){MONTH} ")
_LUNAR_AFTER: Final = re.compile(rf",? \(?(?:{any_of(spellings.LUNAR)})(?!\w)\)?")
# "mỗi năm hai nghìn hộ": where a noun follows, the words are no year.
_YEAR_IN_WORDS: Final = re.compile(rf"(?<!\w){words.YEAR} (?P<number>[^\W\d_][^\d]*)\Z")
_BARE_YEAR: Final = re.compile(rf"\w(?<!{words.YEAR}),? [0-9]{{4}}\Z")
_WITH_BARE_YEAR: Final = (PeriodKind.MONTH, PeriodKind.QUARTER)
_LOOK_BACK: Final = 40
_LAST_WORD: Final = re.compile(r"([^\W\d_]+) ?\Z")
_LAST_WORDS: Final = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+) ?\Z")
# "2025/26": the second year is the next one.
_SEASON: Final = re.compile(
    rf"(?P<school>{PeriodKind.SCHOOL_YEAR.label} )?(?P<first>(?:19|20)[0-9]{{2}}) ?/ ?"
    r"(?P<last>(?:(?:19|20)[0-9]{2}|[0-9]{2}))(?!\w|[/.,-][0-9])"
)
_VERB_AFTER: Final = re.compile(rf" (?:{any_of(contexts.DAY_VERBS)})(?!\w)")
_LEFT_OF_AND: Final = re.compile(
    r"(?:ngày|sáng|chiều) (?:[0-9]{1,2}(?:[./-][0-9]{1,2})?, ?)*[0-9]{1,2}(?:[./-][0-9]{1,2})?(?:,| và) ?\Z"
)
_PARTS_OF_DATES: Final = re.compile(rf"{contexts.PARTS_OF_DATES}(?!\w)")
_BEFORE_MONTH: Final = len(f"{words.DAY} ")
# "8/2020" is a month where it counts nothing; 1/2000 is the scale of many maps.
_MONTH_OF_YEAR: Final = re.compile(rf"(?!0?1/2000)(?:0?[1-9]|1[0-2])/{RECENT_YEAR}")
# A day and a month of which the first number is the larger are no part of a whole.
_DAY_AND_MONTH: Final = re.compile(r"[0-9]{1,2}/[0-9]{1,2}")
_DAY_BEFORE: Final = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})(?:,| và|;) \Z")
# "Ngày Môi trường thế giới 5/6", "ngày Thầy thuốc Việt Nam (27/2)": a day that has a name.
_NAMED_DAY: Final = re.compile(
    rf"(?<!\w){words.DAY} (?!(?:{any_of(contexts.NAMES_OF_WEEKDAYS)})(?!\w))"
    r"(?P<name>[^\W\d_]+(?:(?: | [-–] |-)[^\W\d_]+){1,12}) ?\(?\Z"
)
_NAME_OF_DAY: Final = 100
# A weekday before a date or in brackets after it. "thứ" counts as well: it is no weekday after a noun
# ("lần thứ hai (16/7/2020)"), and at the head of a sentence only if its number has a capital.
_WEEKDAY: Final = any_of(word for names in spellings.WEEKDAYS for word in names)
_SURE_WEEKDAY: Final = any_of(spellings.WEEKDAYS[-1][:2])
_WEEKDAY_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)(?P<sure>{_SURE_WEEKDAY})|(?<!\w)(?:{any_of(contexts.BEFORE_WEEKDAYS)}) (?P<day>{_WEEKDAY})"
    rf"|(?:^|[^\w ]) ?(?P<head>{_WEEKDAY}))(?:,? | ?\()(?:{words.DAY} )?\Z"
)
_WEEKDAY_AFTER: Final = re.compile(rf" ?\((?P<day>{_WEEKDAY})\)")


def time_piece(
    start: int, end: int, value: Day | Period | PartialPeriod, marks: frozenset[Mark] = frozenset()
) -> Piece:
    """Return the piece of a date or a period."""
    kind = FactKind.DATE if isinstance(value, date | PartialDate) else FactKind.PERIOD
    return Piece(kind, start, end, value, marks=marks)


def time_at(text: RunningText, at: int) -> Piece | Skip | None:
    """Return the date or period that begins at a position, or what only looks like one."""
    if not _OPENING.match(text.low, at) or _PARTS_OF_DATES.match(text.low, max(0, at - _BEFORE_MONTH)):
        return None
    season = _season_at(text, at)
    if season:
        return season
    end = min(len(text.low), at + WINDOW)
    period = day = None
    with suppress(DanVanKheoError):
        period = period_at(text, at, end)
    with suppress(DanVanKheoError):
        day = date_at(text, at, end)
    if not period and not day:
        impossible = _IMPOSSIBLE.match(text.low, at)
        return Skip(impossible.end()) if impossible else None
    if day and not _names_a_day(day[0]):
        period, day = period or _month_in_figures(text, at, day[1]), None
    if period and day:  # the longer one
        period, day = (None, day) if day[1] >= period[1] else (period, None)
    ends = [found[1] for found in (period, day) if found]
    if not ends or _counts_with_year(text, at, ends[0]):
        return None
    lunar = _LUNAR_AFTER.match(text.low, ends[0])
    if lunar:
        return Skip(lunar.end())
    if period:
        return _period(text, at, *period)
    return _date(text, at, *day) if day else None


def _counts_with_year(text: RunningText, at: int, end: int) -> bool:
    """Return whether what was read as a year in words counts the noun that follows."""
    year = _YEAR_IN_WORDS.search(text.low, at, end)
    figure = number_at(text, year.start("number")) if year else None
    counted = counted_at(text, figure) if figure else None
    return counted is not None and counted.end > end


def _season_at(text: RunningText, at: int) -> Piece | None:
    """Return the two years that a season or a school year lies in: "2025/26", "năm học 2025/2026"."""
    found = _SEASON.match(text.low, at)
    if found is None:
        return None
    first, last = int(found["first"]), found["last"]
    if not str(first + 1).endswith(last):
        return None
    if found["school"]:
        return time_piece(at, found.end(), Period.school_year(first))
    years = (PartialDate(year=first), PartialDate(year=first + 1))
    value = PartialPeriod(kind=PeriodKind.DATES, start=years[0], end=years[1])
    return time_piece(at, found.end(), value)


def _month_in_figures(text: RunningText, at: int, end: int) -> tuple[Period, int] | None:
    """Return the month that is printed as "8/2020", where the figures count nothing."""
    if not _MONTH_OF_YEAR.fullmatch(text.low, at, end):
        return None
    if follows_head(text, at) or is_counted_span(text, end):
        return None
    month, _, year = text.low[at:end].partition("/")
    return Period.month(int(year), int(month)), end


def _names_a_day(day: Day) -> bool:
    return isinstance(day, date) or day.day is not None


def _period(text: RunningText, at: int, value: Period | PartialPeriod, end: int) -> Piece | Skip | None:
    before = text.low[max(0, at - _LOOK_BACK) : at]
    birth = _LAST_WORDS.search(before)
    if birth and birth[2] in contexts.BIRTH_WORDS and birth[1] not in contexts.NOT_BIRTHS:
        return Skip(end)
    if isinstance(value, PartialPeriod) and text.low[at].isdigit() and is_counted_span(text, end):
        return None  # "10-14.5 ha"
    if value.kind in _WITH_BARE_YEAR and _BARE_YEAR.search(text.low, at, end) and is_counted_span(text, end):
        return Skip(end)  # "tháng 3, 2015 hộ": a year, or so many households
    return time_piece(at, end, value)


def is_counted_span(text: RunningText, end: int, *, known_only: bool = False) -> bool:
    """Return whether a unit follows a span of digits, so that it is no time.

    Args:
        text: the text.
        end: where the span ends.
        known_only: whether a noun that no list knows is none.
    """
    start = end
    while start and (text.low[start - 1].isdigit() or text.low[start - 1] in ".,"):
        start -= 1
    figure = number_at(text, start)
    counted = counted_at(text, figure) if figure is not None and figure.stop == end else None
    return counted is not None and (not known_only or counted.unit is None or is_known_noun(counted.unit))


def _date(text: RunningText, at: int, day: Day, end: int) -> Piece | Skip | None:
    if not _MONTH_WORD.search(text.low, at, end):  # in figures: only they are the date
        while not text.low[at].isdigit():
            at += 1
    before = text.low[max(0, at - _LOOK_BACK) : at]
    stamp = _STAMP_AFTER.match(text.low, end) or _GMT_AFTER.match(text.low, end)
    if isinstance(day, date):
        if stamp:
            return Skip(stamp.end())
        if _STAMP_BEFORE.search(before):
            return Skip(end)
        return time_piece(at, end, day, _marks(text, at, end, day))
    if _is_holiday(day, before) or _is_named(text, at):
        return Skip(end)
    return time_piece(at, end, day) if _is_told_as_day(text, at, end, before) else None


def _is_told_as_day(text: RunningText, at: int, end: int, before: str) -> bool:
    """Return whether day and month in figures are meant, and not a ratio, a range or a decimal."""
    if not text.low[at].isdigit():
        return True  # ngày 2 tháng 11
    word = _LAST_WORD.search(before)
    if word and word[1] in contexts.STRONG_DAY_WORDS:
        return True
    if before.endswith("(") and text.low[end : end + 1] == ")":
        return True
    if _LEFT_OF_AND.search(before):
        return True
    if _VERB_AFTER.match(text.low, end):
        return True  # 31/10 nói về
    if word is None or word[1] not in contexts.DAY_WORDS:
        if text.begins_sentence(at) and text.low[end : end + 1] == ",":
            return True
        return _is_day_by_size(text, at, end, word[1] if word else "")
    return not is_counted_span(text, end)


def _is_day_by_size(text: RunningText, at: int, end: int, before: str) -> bool:
    """Return whether figures are a day because they are no ratio: "20/11", unless a word before says so."""
    if not _DAY_AND_MONTH.fullmatch(text.low, at, end):
        return False
    day, month = map(int, text.low[at:end].split("/"))
    return (
        day > month
        and before not in contexts.BEFORE_RATIOS
        and not follows_head(text, at)
        and not is_counted_span(text, end, known_only=True)
    )


def _is_holiday(day: PartialDate, before: str) -> bool:
    """Return whether a day stands after the name of its holiday, or beside another that does.

    "Ngày Quốc tế Phụ nữ 8/3", "Phụ nữ Việt Nam (20/10, 20/11)".
    """
    name = contexts.HOLIDAYS.get((day.day or 0, day.month or 0))
    if name is None:
        return False
    beside = _DAY_BEFORE.search(before)
    other = contexts.HOLIDAYS.get((int(beside[1]), int(beside[2]))) if beside else None
    return name in before or (other is not None and other in before)


def _is_named(text: RunningText, at: int) -> bool:
    """Return whether a day in figures stands after the name that it has: "Ngày Gia đình Việt Nam 28/6"."""
    named = _NAMED_DAY.search(text.low, max(0, at - _NAME_OF_DAY), at)
    return named is not None and text.text[named.start("name")].isupper()


def _is_ordinal(text: RunningText, at: int) -> bool:
    """Return whether "thứ hai" may be an ordinal: the number of a weekday has a capital."""
    ordinal = f"{numerals.ORDINAL} "
    return text.low.startswith(ordinal, at) and text.text[at + len(ordinal)].islower()


def _marks(text: RunningText, at: int, end: int, day: date) -> frozenset[Mark]:
    """Return what is to be known of a date beside a weekday that is not its own."""
    before = _WEEKDAY_BEFORE.search(text.low, max(0, at - _LOOK_BACK), at)
    after = _WEEKDAY_AFTER.match(text.low, end)
    weekday = after["day"] if after else None
    if before and not (before["head"] and _is_ordinal(text, before.start("head"))):
        weekday = before["sure"] or before["day"] or before["head"]
    try:
        check_weekday(text, day, weekday, at)
    except DanVanKheoError:
        return frozenset({Mark.WEEKDAY})
    return frozenset()
