"""Columns that the caller describes, in place of what their heads say."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from danvankheo.checking import close_to
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.errors import invalid
from danvankheo.office.address import column_letters
from danvankheo.office.tables.columns import NEVER_ADDED, Column, ColumnKind
from danvankheo.office.tables.words import letters_of
from danvankheo.reasons import Reason

Use: TypeAlias = ColumnKind | Unit | str | None
"""What a column is: its kind or the value of one, the unit of its figures, or None to leave it out."""


def columns_as_described(columns: Sequence[Column], described: Mapping[str, Use]) -> tuple[Column, ...]:
    """Return the columns of a table with those changed that are described.

    Args:
        columns: the columns as their heads have them.
        described: by head as written, by all heads with " / " between them, or by letter, what a column is.

    Raises:
        InvalidValueError: a column that the table has not, or no such kind of column.

    >>> from danvankheo.domain.units import MILLION_DONG
    >>> column = Column(column=3, path=("Kết quả",), kind=ColumnKind.AMOUNT)
    >>> found, = columns_as_described([column], {"Kết quả": MILLION_DONG})
    >>> found.kind, found.unit
    (ColumnKind.AMOUNT, MILLION_DONG)
    >>> columns_as_described([column], {"C": "plan"})[0].kind
    ColumnKind.PLAN
    """
    done = list(columns)
    for name, use in described.items():
        at = _place(done, name)
        done[at] = _as_described(done[at], use)
    return tuple(done)


def _place(columns: Sequence[Column], name: str) -> int:
    wanted = letters_of(name)
    found = [at for at, each in enumerate(columns) if letters_of(each.name) == wanted]
    found = found or [at for at, each in enumerate(columns) if letters_of(each.head) == wanted]
    found = found or [at for at, each in enumerate(columns) if column_letters(each.column) == name.upper()]
    if len(found) != 1:
        heads = [each.head for each in columns if each.head]
        raise invalid(
            "read_table.columns", Reason.ONE_OF, name, allowed=", ".join(heads), **close_to(name, heads)
        )
    return found[0]


def _as_described(column: Column, use: Use) -> Column:
    if use is None:
        return attrs.evolve(column, kind=ColumnKind.REMARKS, unit=None, formula=None)
    if isinstance(use, Unit):
        kind = column.kind if column.kind.holds_figures else ColumnKind.AMOUNT
        return attrs.evolve(column, unit=use, kind=kind, added=use != PERCENT and kind not in NEVER_ADDED)
    if use not in tuple(ColumnKind):
        allowed = ", ".join(each.value for each in ColumnKind)
        raise invalid(
            "read_table.columns", Reason.ONE_OF, use, allowed=allowed, **close_to(use, allowed.split(", "))
        )
    kind = ColumnKind(use)
    return attrs.evolve(column, kind=kind, added=kind.holds_figures and kind not in NEVER_ADDED)
