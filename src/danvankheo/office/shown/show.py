"""A number as a cell shows it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, Literal, TypeAlias

import attrs

from danvankheo.office.shown.codes import Kind, Section, sections_of
from danvankheo.office.shown.dates import day_of, show_date
from danvankheo.office.shown.numbers import (
    ENGLISH,
    VIETNAMESE,
    decimals_of_section,
    scale_of_section,
    show_number,
)

SignsOf: TypeAlias = Literal["vi", "en"]
"""Whose signs numbers are shown with: "1.234,5" or "1,234.5"."""

EXCEL_DIGITS: Final = 15
"""Digits that Excel keeps of a number; what a double has beyond them is a trace of binary calculation."""

_BY_NAME: Final = {"vi": VIETNAMESE, "en": ENGLISH}
_FIFTEEN: Final = Context(prec=EXCEL_DIGITS, rounding=ROUND_HALF_UP)
_SHORT_DATE: Final = {"vi": "dd/mm/yyyy", "en": "m/d/yyyy"}
_SYSTEM_DATES: Final = {"mm-dd-yy", "m/d/yy", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"}
_TOO_LONG: Final = "#" * 10


@attrs.frozen
class Shown:
    """What a cell shows, and what its format says of it.

    Args:
        text: the text as shown.
        decimals: how many decimals the format shows at most; None where it says nothing of that.
        percent: whether a hundred times the number is shown.
        moment: the day or time, where the format shows one.
    """

    text: str
    decimals: int | None = None
    percent: bool = False
    moment: datetime | None = None


def show(number: Decimal, code: str, *, signs: SignsOf = "vi", since_1904: bool = False) -> Shown:
    r"""Return what a cell with a number format shows.

    Args:
        number: the stored number.
        code: the format as Excel writes it, such as ``#,##0.0``.
        signs: whose signs to show it with.
        since_1904: whether days count from 1904, as in workbooks from old Macs.

    >>> show(Decimal("0.9642"), "0.00%").text, show(Decimal(1874), "#,##0").text
    ('96,42%', '1.874')
    >>> show(Decimal("-1234.5"), '#,##0.0_);(#,##0.0)', signs="en").text
    '(1,234.5)'
    >>> show(Decimal(0), '#,##0;-#,##0;"-"').text, show(Decimal(46204), "mm-dd-yy").text
    ('-', '01/07/2026')
    >>> show(Decimal("35500000"), '#,##0.0,,"  triệu"').text
    '35,5  triệu'
    """
    rules = _BY_NAME[signs]
    section, negative = _section_for(
        number, sections_of(_SHORT_DATE[signs] if code in _SYSTEM_DATES else code)
    )
    if section is None:
        return Shown(_TOO_LONG)
    if section.has(Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY):
        moment = day_of(number, since_1904=since_1904)
        if moment is None:
            return Shown(_TOO_LONG)
        since = timedelta(microseconds=round(number * 86_400_000_000))
        return Shown(show_date(moment, since, section, rules), moment=moment)
    text = show_number(abs(number), section, rules).strip()
    decimals, percent = decimals_of_section(section), scale_of_section(section) == 2
    return Shown(f"-{text}" if negative else text, decimals, percent)


def show_text(text: str, code: str) -> str:
    """Return text as its format shows it: the fourth section, or the only one that names text.

    >>> show_text("Xã A", '@" (mới)"'), show_text("Xã A", "0.0")
    ('Xã A (mới)', 'Xã A')
    """
    sections = list(sections_of(code))
    section = sections[3] if len(sections) > 3 else sections[-1]
    if not section.has(Kind.TEXT) and len(sections) <= 3:
        return text
    texts = {Kind.TEXT, Kind.GENERAL}
    return "".join(text if piece.kind in texts else piece.text for piece in section.pieces)


def settled(number: Decimal) -> tuple[Decimal, bool]:
    """Return a number to the fifteen digits that Excel keeps, and whether it had more.

    Whole numbers are kept as they are.

    >>> settled(Decimal("0.30000000000000004")), settled(Decimal("154.4"))
    ((Decimal('0.3'), True), (Decimal('154.4'), False))
    """
    digits = number.as_tuple()
    if len(digits.digits) <= EXCEL_DIGITS or not isinstance(digits.exponent, int) or digits.exponent >= 0:
        return number, False
    rounded = _FIFTEEN.plus(number)
    return _FIFTEEN.normalize(rounded) if rounded.as_tuple().exponent != 0 else rounded, True


def _section_for(number: Decimal, sections: Sequence[Section]) -> tuple[Section | None, bool]:
    """Return the section for a number, and whether it needs a minus of its own."""
    numeric = [section for section in sections[:3] if not (section.has(Kind.TEXT) and len(sections) > 1)]
    if not numeric:
        numeric = [sections[0]]
    if any(section.condition for section in numeric):
        return _by_condition(number, numeric)
    if number < 0:
        if len(numeric) > 1:
            # It says itself how it shows that a number is negative; General always by its minus.
            return numeric[1], numeric[1].has(Kind.GENERAL)
        return numeric[0], True
    if number == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], False


def _by_condition(number: Decimal, sections: list[Section]) -> tuple[Section | None, bool]:
    for at, section in enumerate(sections):
        condition = section.condition
        if condition is None and at == 1 and len(sections) > 2:
            condition = ("<", Decimal(0))  # between the first and "all other": negatives
        if condition is None or _holds(number, condition):
            only_negative = condition is not None and condition[0] in {"<", "<="} and condition[1] <= 0
            return section, number < 0 and not only_negative
    return None, False


def _holds(number: Decimal, condition: tuple[str, Decimal]) -> bool:
    sign, limit = condition
    match sign:
        case "<":
            return number < limit
        case "<=":
            return number <= limit
        case ">":
            return number > limit
        case ">=":
            return number >= limit
        case "=":
            return number == limit
        case _:
            return number != limit
