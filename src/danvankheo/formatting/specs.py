"""Specifications of f-strings: ``f"{gift:.1 auto >20}"`` is one decimal, a fitting scale word, to the right.

The parts stand in any order with blanks between. What a value takes is what its formatter takes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, get_args

from danvankheo.bilingual import Words
from danvankheo.checking import close_to
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.statements import Attainment, Change, FromTo
from danvankheo.domain.units import Dimension
from danvankheo.errors import invalid
from danvankheo.formatting.changes import format_attainment, format_change, format_from_to
from danvankheo.formatting.dates import DateStyle, format_date, format_period
from danvankheo.formatting.money import MoneyScale, MoneyStyle, format_money
from danvankheo.formatting.quantities import UnitStyle, format_quantity, format_range
from danvankheo.formatting.texts import text_of
from danvankheo.reasons import Reason

_DECIMALS: Final = re.compile(r"\.([0-9]{1,3})")
_ALIGNMENT: Final = re.compile(r"[<>^][1-9][0-9]{0,3}")
_LONGEST: Final = 200
"""Characters of a specification that are looked at."""


class _Writer(NamedTuple):
    """A formatter, its options by their values, and whether it rounds."""

    write: Callable[..., str]
    options: Mapping[str, str]
    rounds: bool = True


_SCALES: Final = dict.fromkeys((each.value for each in MoneyScale), "scale_word")
_STYLES: Final = dict.fromkeys((each.value for each in UnitStyle), "style")
_MONEY: Final = _Writer(format_money, _SCALES | dict.fromkeys(get_args(MoneyStyle), "style"))
_PERIODS: Final = _Writer(format_period, {"hyphen": "dash", "en": "dash"}, rounds=False)
_WRITERS: Final[Mapping[type, _Writer]] = {
    Quantity: _Writer(format_quantity, _STYLES),
    QuantityRange: _Writer(format_range, _STYLES, rounds=False),
    Change: _Writer(format_change, _SCALES),
    FromTo: _Writer(format_from_to, {}),
    Attainment: _Writer(format_attainment, {}),
    Period: _PERIODS,
    PartialPeriod: _PERIODS,
    PartialDate: _Writer(format_date, dict.fromkeys(get_args(DateStyle), "style"), rounds=False),
}
_PLAIN: Final = _Writer(text_of, {}, rounds=False)


def formatted(value: object, spec: str) -> str:
    """Return a value as the specification of an f-string asks.

    Args:
        value: what is written.
        spec: for a quantity, a `Change`, a `FromTo` and an `Attainment` ``.1`` decimals; for money, also in
            a `Change`, ``full``, ``thousand``, ``million``, ``billion``, ``auto`` or ``compound``; for
            money ``plain``, ``symbol``, ``code`` or ``sign``; for another quantity and a range
            ``plain``, ``symbol`` or ``long``; for a period ``hyphen`` or ``en``, the dash between
            years; for a partial date the styles of `format_date`. For all: ``<20``, ``>20`` or ``^20``,
            to the left, to the right or in the middle of 20 columns.

    Raises:
        InvalidValueError: an option that the value does not have, or one twice.

    >>> from decimal import Decimal
    >>> from danvankheo.units import MILLION_DONG
    >>> formatted(Quantity(Decimal("1154.44"), MILLION_DONG), ".1 auto >20")
    '         1,2 tỷ đồng'
    >>> formatted(Period.stage(2021, 2025), "en")
    'giai đoạn 2021–2025'
    >>> formatted(Period.year(2022), ".1")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: Period.__format__: expected options that Period has (hyphen, en), \
an alignment such as >20, or nothing, got ".1"
    """
    writer = _writer_for(value)
    options: dict[str, Any] = {}
    for part in spec[:_LONGEST].split():
        name, option = _option(part, writer)
        if name in options or name is None or len(spec) > _LONGEST:
            kind = type(value).__name__
            allowed = [*([".1"] if writer.rounds else []), *writer.options]
            names = ", ".join(allowed)
            words = {"type": kind, "allowed": Words(names or "không có", names or "none")}
            raise invalid(f"{kind}.__format__", Reason.FORMAT_SPEC, spec, **words, **close_to(part, allowed))
        options[name] = option
    alignment = options.pop("alignment", "")
    return format(writer.write(value, **options) if options else text_of(value), alignment)


def _writer_for(value: object) -> _Writer:
    if isinstance(value, Quantity) and value.unit.dimension is Dimension.MONEY:
        return _MONEY
    return _WRITERS.get(type(value), _PLAIN)


def _option(part: str, writer: _Writer) -> tuple[str | None, object]:
    """Return the name of an option and its value; None if the writer has none like it."""
    if part in writer.options:
        return writer.options[part], part
    if writer.rounds and (found := _DECIMALS.fullmatch(part)):
        return "decimals", int(found[1])
    return ("alignment", part) if _ALIGNMENT.fullmatch(part) else (None, part)
