"""What a record makes of values that come close to what it stores: texts of choices, lists, whole numbers.

A converter never complains: what it cannot make anything of comes back as it is, and the validator of the
field, which knows its name, says what is wrong. Each field has a converter of its own, a line long, since
type checkers read from its signature what the field takes.
"""

from collections.abc import Iterable, Mapping, Set
from operator import index
from typing import SupportsIndex, TypeVar

T = TypeVar("T")


def several(items: Iterable[T]) -> tuple[T, ...]:
    """Return items as a tuple: of a tuple, a list, a generator, or whatever else has an order.

    >>> several([27, 28]), several(number for number in (27, 28)), several("27")
    ((27, 28), (27, 28), '27')
    """
    if type(items) is tuple:
        return items
    if isinstance(items, Iterable) and not isinstance(items, str | bytes | Mapping | Set):
        return tuple(items)
    return items  # type: ignore[return-value]  # the validator names it


def a_whole(value: SupportsIndex) -> int:
    """Return a whole number as an int, so that NumPy's are stored as Python's.

    >>> a_whole(27), a_whole(True), a_whole(27.0)
    (27, True, 27.0)
    """
    if type(value) is int or isinstance(value, bool):
        return value
    try:
        return int(index(value))
    except TypeError:
        return value  # type: ignore[return-value]  # the validator names it


def a_whole_or_none(value: SupportsIndex | None) -> int | None:
    """Return what `a_whole` does, and None, "not stated", as it is.

    >>> a_whole_or_none(None), a_whole_or_none(2022)
    (None, 2022)
    """
    return None if value is None else a_whole(value)
