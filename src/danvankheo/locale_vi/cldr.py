"""What CLDR says of Vietnamese, read from Babel once, with the first call that needs it."""

from functools import cache
from typing import Literal

import attrs


@attrs.frozen
class Symbols:
    """The signs of a number: CLDR's for Vietnamese."""

    decimal: str
    group: str
    minus: str
    percent: str
    per_mille: str


@cache
def symbols() -> Symbols:
    """Return the number symbols of Vietnamese.

    >>> symbols().decimal, symbols().group
    (',', '.')
    """
    from babel import Locale  # costs more than the rest of the import, hence not before  # noqa: PLC0415

    signs = Locale("vi").number_symbols["latn"]
    return Symbols(
        decimal=signs["decimal"],
        group=signs["group"],
        minus=signs["minusSign"],
        percent=signs["percentSign"],
        per_mille=signs["perMille"],
    )


@cache
def unit_name(key: str, width: Literal["short", "long"]) -> str:
    """Return CLDR's name of a unit, such as ``m²`` for ``area-square-meter`` in ``short`` width.

    >>> unit_name("area-square-meter", "short"), unit_name("area-square-meter", "long")
    ('m²', 'mét vuông')
    """
    from babel.units import format_unit  # noqa: PLC0415

    return format_unit(1, key, length=width, locale="vi").removeprefix("1").strip()
