"""Cells of a table as Python values: rows are read, and the values of the domain made of them."""

from collections.abc import Iterable
from enum import Enum
from operator import index
from typing import TypeAlias, TypeVar

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrame

from danvankheo.domain.award import AwardForm, EmulationTitle
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.frames.units import from_smallest, unit_of
from danvankheo.frames.work import narwhals_frame

Row: TypeAlias = dict[str, object]
"""One row of a table: its cells by the names of their columns."""

_E = TypeVar("_E", bound=Enum)


def rows_of(table: IntoFrame, columns: Iterable[str]) -> list[Row]:
    """Return the rows of a table; columns that are not there hold None."""
    frame = narwhals_frame(table, "frames")
    wanted = [*columns]
    there = frame.collect_schema().names()
    chosen = frame.select(*(name for name in wanted if name in there))
    eager = chosen.collect() if isinstance(chosen, nw.LazyFrame) else chosen
    return [{name: row.get(name) for name in wanted} for row in eager.iter_rows(named=True)]


def text_of(cell: object) -> str:
    """Return a text; empty for null."""
    return cell if isinstance(cell, str) else ""


def truth_of(cell: object) -> bool:
    """Return a truth, also NumPy's; False for null, of which pandas has several that are neither."""
    return str(cell) == str(True)


def number_of(cell: object) -> int | None:
    """Return a whole number, also NumPy's; None for null, of which pandas has several."""
    try:
        return index(cell)  # type: ignore[arg-type]  # what has no index is null
    except TypeError:
        return None


def choice_of(cell: object, kind: type[_E]) -> _E | None:
    """Return the member of an enumeration that a validated cell names; None for null."""
    return kind(cell) if isinstance(cell, str) else None


def form_of(text: str) -> AwardForm | EmulationTitle:
    """Return the form of commendation, or the title, that a validated text names."""
    return AwardForm(text) if text in tuple(AwardForm) else EmulationTitle(text)


def quantity_of(unit: object, amount: object, approximation: object) -> Quantity | None:
    """Return the quantity of three cells: unit, whole number of its smallest unit, word before it."""
    known, whole = unit_of(text_of(unit)), number_of(amount)
    if known is None or whole is None:
        return None
    word = choice_of(approximation, Approximation) or Approximation.EXACTLY
    return Quantity(from_smallest(whole, known, "amount"), known, word)
