"""What a figure is compared to: "cùng kỳ năm 2021", "quý I/2025"."""

import re
from contextlib import suppress
from typing import Final

from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.errors import DanVanKheoError, InvalidValueError
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of
from danvankheo.reading.periods import period_at
from danvankheo.scanning.running_text import RunningText

_SAME_WORDS: Final = any_of(movements.SAME_PERIOD)
_SAME: Final = re.compile(
    rf"(?<!\w)(?:{_SAME_WORDS})(?!\w)(?P<last> (?:{any_of(movements.LAST_YEAR)})(?!\w))?"
)
_OPENING: Final = re.compile(r"(?<!\w)(?:[0-9]{1,2} tháng|tháng|quý|quí|nửa|giai đoạn|nhiệm kỳ|năm học|năm) ")
_MOST_YEARS: Final = 20


def period_in(comparator: str, period: Period) -> Period | None:
    """Return the period that a comparator names: "cùng kỳ năm 2021", "quý I/2025", "cùng kỳ năm trước".

    Args:
        comparator: what a figure is compared to, as printed.
        period: what the figure is of: its "cùng kỳ năm 2025" is the same quarter of 2025.
    """
    source = RunningText(comparator)
    same = _SAME.search(source.low)
    for opening in _OPENING.finditer(source.low):
        found = None
        with suppress(DanVanKheoError):
            found = period_at(source, opening.start(), len(source.low))
        if found and isinstance(found[0], Period):
            return same_in(period, found[0].start.year) if _is_whole(found[0], same) else found[0]
    return _years_before(period, 1) if same and same["last"] else None


def _is_whole(named: Period, same: re.Match[str] | None) -> bool:
    """Return whether a year is named after "cùng kỳ", so that only its part is meant."""
    return same is not None and named.kind is PeriodKind.YEAR


def same_in(period: Period, year: int) -> Period | None:
    """Return the same span of another year; a year has that year itself."""
    if period.kind is PeriodKind.YEAR:
        return Period.year(year)
    return _years_before(period, period.start.year - year)


def _years_before(period: Period, years: int) -> Period | None:
    """Return the same span so many years before; None of a span longer than a year."""
    if not 0 < years <= _MOST_YEARS:
        return None
    with suppress(InvalidValueError):
        for _ in range(years):
            period = period.same_period_last_year()
        return period
    return None
