"""Words and figures of the calendar: days, months, years and weekdays, before they make a date.

A year has four digits or is spelled. One that leaves its century to the reader, "2/11/22" or "năm
hai mươi tư", is read only near a year that the caller knows.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeVar

from danvankheo.bilingual import Words
from danvankheo.domain.dates import FIRST_YEAR, LAST_YEAR, whole_between
from danvankheo.locale_vi import numerals, spellings, words
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.word_grammar import NotANumberError
from danvankheo.reading.words import not_a_number, spelled
from danvankheo.reasons import Reason

SPELLED_DIGIT: Final = any_of((*numerals.DIGITS[1:], *numerals.SPOKEN_DIGITS))
# After another word five is lăm, so that "tháng mười năm 2022" ends with its ten.
_NEXT_WORD: Final = any_of(
    {
        *numerals.DIGITS[1:], *numerals.SPOKEN_DIGITS, *numerals.SPOKEN_TENS, numerals.TEN,
        numerals.ONE_AFTER_TENS, *numerals.FIVE_AFTER_TEN,
    }
    - {numerals.DIGITS[5]}
)  # fmt: skip
SMALL: Final = rf"(?:[0-9]{{1,2}}|(?:{SPELLED_DIGIT}|{numerals.TEN})(?: (?:{_NEXT_WORD})(?!\w)){{0,2}})"
"""The number of a day or a month, in figures or in words."""

EARLY: Final = rf"(?:(?P<early>{any_of(spellings.EARLY_DAYS)}) )?"
MONTH: Final = rf"(?:{any_of(spellings.MONTHS)})"
MONTH_NUMBER: Final = rf"(?:{SMALL}|{any_of(spellings.LUNAR_MONTHS)})"
DASH: Final = r" ?[-–—] ?"

FULL_YEAR: Final = "[0-9]{4}"
ANY_YEAR: Final = f"(?:{FULL_YEAR}|[0-9]{{2}})"
# Where a year stands bare after a comma or a blank in running text, it must look like one.
RECENT_YEAR: Final = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"

_DIGITS: Final = {
    **{word: digit for digit, word in enumerate(numerals.DIGITS)},
    **numerals.SPOKEN_DIGITS,
}
_LAST_DIGITS: Final = {
    **_DIGITS, numerals.ONE_AFTER_TENS: 1, **dict.fromkeys(numerals.FIVE_AFTER_TEN, 5),
}  # fmt: skip
_DIGIT: Final = any_of(_DIGITS)
_LAST_DIGIT: Final = any_of(set(_LAST_DIGITS) - {numerals.DIGITS[0]})
_THOUSAND: Final = any_of(numerals.THOUSAND)
_MISSING_TEN: Final = any_of(numerals.MISSING_TEN)
_TENS: Final = any_of(numerals.SPOKEN_TENS)
_MORE: Final = any_of(
    {*_DIGITS, *numerals.SCALE_ZEROS, *numerals.SPOKEN_POINTS, *numerals.AND_A_HALF, numerals.HUNDRED}
)
# "hai nghìn không trăm hai mươi tư", "một nghìn chín trăm", "hai ngàn lẻ ba"; never the first words of
# a longer number.
SPELLED_FULL_YEAR: Final = (
    rf"(?:{_DIGIT}) (?:{_THOUSAND})(?!\w)(?: (?:{_DIGIT}) {numerals.HUNDRED}(?!\w))?"
    rf"(?: (?:{_MISSING_TEN}) (?:{_LAST_DIGIT})(?!\w)| {numerals.TEN}(?: (?:{_LAST_DIGIT})(?!\w))?(?!\w)"
    rf"| (?:{_DIGIT}) (?:{_TENS})(?: (?:{_LAST_DIGIT})(?!\w))?(?!\w))?(?! (?:{_MORE})(?!\w))"
)
_YEAR_WORD: Final = any_of(
    {
        *_LAST_DIGITS, *numerals.THOUSAND, *numerals.MISSING_TEN, *numerals.SPOKEN_TENS,
        numerals.TEN, numerals.HUNDRED,
    }
)  # fmt: skip
SPELLED_YEAR: Final = rf"(?:{_YEAR_WORD})(?: (?:{_YEAR_WORD})){{0,8}}"
# After these a bare digit is either ones or the next lower place: "hai nghìn hai" is 2002 or 2200.
_SHORTENED: Final = {**dict.fromkeys(numerals.THOUSAND, 100), numerals.HUNDRED: 10}
_CENTURY: Final = 100
_FIGURES_OF_YEAR: Final = 4

WEEKDAY: Final = any_of(word for names in spellings.WEEKDAYS for word in names)
_WEEKDAYS: Final = {word: number for number, names in enumerate(spellings.WEEKDAYS) for word in names}

Read = TypeVar("Read")


_YEAR_GROUPS: Final = ("year1", "year2", "year3")


def year_after(bare: str, figures: str, in_words: str) -> str:
    """Return the pattern of a year after a month or a quarter, in the three ways it is joined.

    Args:
        bare: a year after a comma or a blank.
        figures: a year after a sign or "năm".
        in_words: a spelled year, which stands after "năm" only.
    """
    return (
        rf"(?:,? (?:của )?{words.YEAR} (?P<year1>{figures}|{in_words})"
        rf"|(?: ?/ ?|\.|{DASH})(?P<year2>{figures})|,? (?P<year3>{bare}))"
    )


def small_number(source: Source, text: str, start: int) -> int:
    """Return the number of a day or a month, in figures or in words."""
    if text.isdigit():
        return int(text)
    try:
        return int(spelled(text.split(" ")).value)
    except NotANumberError as error:
        raise not_a_number(source, start, text.split(" "), error) from None


def month_number(source: Source, text: str, start: int) -> int:
    """Return the number of a month, also of one that the lunar calendar names."""
    return spellings.LUNAR_MONTHS.get(text) or small_number(source, text, start)


def with_year(
    source: Source, found: re.Match[str], near: int | None, make: Callable[[int | None], Read]
) -> Read:
    """Return what is read with the year of a match, or with none if it has none.

    Raises:
        AmbiguousTextError: the century is open, or the words mean two years; the error carries
            what is read with each.
    """
    group = found.lastgroup
    if group not in _YEAR_GROUPS:  # it stands before month and day, if there is one
        group = _YEAR_GROUPS[0]
    text = found[group] if group in found.re.groupindex else None
    if text is None:
        return make(None)
    start = found.start(group)
    if len(text) == _FIGURES_OF_YEAR and text.isdigit():
        return make(int(text))
    years = _years(source, text, start, near)
    if len(years) == 1:
        return make(years[0])
    readings = {str(year): make(year) for year in years}
    raise source.ambiguous(
        Reason.TWO_WAY,
        start,
        readings,
        Words("viết năm đủ bốn chữ số", "write the year in four digits, or pass near= a year close to it"),
        meanings=[Words(f"{words.YEAR} {year}", year) for year in readings],
    )


def check_near(near: int | None, where: str) -> None:
    """Check that a year that the caller knows is one."""
    if near is not None:
        whole_between(f"{where}.near", near, FIRST_YEAR, LAST_YEAR)


def check_weekday(source: Source, day: object, weekday: str | None, position: int) -> None:
    """Check that a weekday is that of its date, where the date is whole."""
    if weekday is None or not isinstance(day, date):
        return
    printed, real = _WEEKDAYS[weekday], day.weekday()
    if printed != real:
        raise source.error_at(
            Reason.WEEKDAY,
            position,
            day=Words(f"{day.day}/{day.month}/{day.year:04}", day.isoformat()),
            weekday=Words(_vietnamese(real), _ENGLISH[real]),
            other=Words(_vietnamese(printed), _ENGLISH[printed]),
        )


def _vietnamese(weekday: int) -> str:
    """Return a weekday as official papers print it: thứ Bảy, Chủ nhật."""
    name = spellings.WEEKDAYS[weekday][0]
    first, rest = name.split(" ")
    return f"{first} {rest.capitalize()}" if first == numerals.ORDINAL else name.capitalize()


_ENGLISH: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _years(source: Source, text: str, start: int, near: int | None) -> Sequence[int]:
    """Return the years that figures or words may mean, the nearest alone if the caller knows one."""
    if text.isdigit():
        years = _of_any_century(int(text), near)
    else:
        try:
            years = _spelled_years(text.split(" "), near)
        except NotANumberError as error:
            raise not_a_number(source, start, text.split(" "), error) from None
    if near is None or len(years) == 1:
        return years
    return [year for year in years if abs(year - near) < _CENTURY // 2] or years


def _of_any_century(last_digits: int, near: int | None) -> list[int]:
    """Return the years that end in two digits: of two centuries, or those around a known year."""
    if near is None:
        return [1900 + last_digits, 2000 + last_digits]
    first = near - _CENTURY // 2
    years = range(first + (last_digits - first) % _CENTURY, near + _CENTURY // 2 + 1, _CENTURY)
    return [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]


def _spelled_years(spoken: Sequence[str], near: int | None) -> list[int]:
    """Return the years that words may mean.

    Raises:
        NotANumberError: they mean none.
    """
    if len(spoken) == _FIGURES_OF_YEAR and all(word in _DIGITS for word in spoken[:-1]):
        digits = [*(_DIGITS[word] for word in spoken[:-1]), _LAST_DIGITS.get(spoken[-1])]
        if digits[0] and None not in digits:  # hai không hai tư
            return [int("".join(map(str, digits)))]
    if (
        len(spoken) > 1
        and spoken[-2] in _SHORTENED
        and spoken[-1] in _DIGITS
        and spoken[-1] != numerals.DIGITS[0]
    ):
        digit, round_year = _DIGITS[spoken[-1]], int(spelled(spoken[:-1]).value)
        return [round_year + digit, round_year + digit * _SHORTENED[spoken[-2]]]
    year = spelled(spoken).value
    if year != year.to_integral_value() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotANumberError(0)
    return [int(year)] if year >= _CENTURY else _of_any_century(int(year), near)
