"""Units in a column of text, and the smallest unit that whole numbers of each count."""

import json
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from danvankheo.documents.values import read_unit, write_unit
from danvankheo.domain.numbers import EXACT, decimal_from, shortest
from danvankheo.domain.units import COUNTED, CURRENCIES, Dimension, Unit
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.frames.work import LARGEST
from danvankheo.reasons import Reason

COUNTED_PREFIX: Final = f"{COUNTED}:"
"""What stands before the noun of things counted."""

PLACES: Final = MappingProxyType(
    {
        "dong": 0,
        "us_dollar": 2,
        "euro": 2,
        **dict.fromkeys(CURRENCIES, 2),
        "workday": 2,
        "square_metre": 2,
        "metre": 3,
        "kilogram": 3,
        "cubic_metre": 6,
        "percent": 6,
        "percentage_point": 6,
        "times": 6,
    }
)
"""Decimals of each base unit that whole numbers keep: 100 is one ngày công, 1 is one đồng.

Things are counted whole, by whatever noun.
"""


def unit_text(unit: Unit | None) -> str | None:
    """Return how a column of text holds a unit; inverse of `unit_of`.

    >>> from danvankheo import counted
    >>> from danvankheo.units import DONG, Scale
    >>> unit_text(DONG), unit_text(counted("hộ")), unit_text(counted("hộ").scaled(Scale.THOUSAND))
    ('dong', 'counted:hộ', '{"counted": "hộ", "scale": "thousand"}')
    """
    if unit is None:
        return None
    told = write_unit(unit)
    if isinstance(told, str):
        return told
    if [*told] == [COUNTED]:
        return COUNTED_PREFIX + unit.name
    return json.dumps(told, ensure_ascii=False)


@lru_cache(maxsize=1024)
def unit_of(text: str | None) -> Unit | None:
    """Return the unit that a column of text holds.

    Raises:
        InvalidValueError: it is none.

    >>> unit_of("counted:hộ"), unit_of("million_dong")
    (counted('hộ'), MILLION_DONG)
    """
    if not text:
        return None
    if text.startswith(COUNTED_PREFIX):
        return read_unit({COUNTED: text.removeprefix(COUNTED_PREFIX)})
    if not text.startswith("{"):
        return read_unit(text)
    try:
        return read_unit(json.loads(text))
    except ValueError as error:
        if isinstance(error, InvalidValueError):
            raise
        raise invalid("unit", Reason.UNIT, text) from None


def to_smallest(amount: Decimal, unit: Unit | None, where: str) -> int:
    """Return an amount in a unit as a whole number of its smallest unit; inverse of `from_smallest`.

    Raises:
        InvalidValueError: it is finer than that, or beyond 9·10^18.

    >>> from danvankheo.units import MILLION_DONG, WORKDAY
    >>> to_smallest(Decimal("154.4"), MILLION_DONG, "example"), to_smallest(Decimal(731), WORKDAY, "example")
    (154400000, 73100)
    """
    exact = EXACT.multiply(amount, _size(unit))
    whole = int(exact)
    if whole != exact or abs(whole) > LARGEST:
        label = unit.label if unit is not None else ""
        raise invalid(where, Reason.SMALLEST_UNIT, f"{amount} {label}".strip(), places=_places(unit))
    return whole


def from_smallest(whole: int, unit: Unit | None, where: str) -> Decimal:
    """Return a whole number of the smallest unit as an amount in the unit.

    >>> from danvankheo.units import MILLION_DONG
    >>> from_smallest(154_400_000, MILLION_DONG, "example")
    Decimal('154.4')
    """
    return shortest(decimal_from(Fraction(whole) / Fraction(_size(unit)), where))


def _size(unit: Unit | None) -> Decimal:
    """Return how many smallest units one of a unit is."""
    if unit is None:
        return Decimal(1)
    return EXACT.scaleb(unit.size, _places(unit))


def _places(unit: Unit | None) -> int:
    return 0 if unit is None or unit.dimension is Dimension.COUNT else PLACES[unit.base]
