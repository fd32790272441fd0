"""A table of a paper as people see it: cells as shown, with what is stored under them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

import attrs

from danvankheo.office.address import Address

Stored: TypeAlias = Decimal | datetime | date | time | bool | str | None
"""What a cell holds: a number as its exact decimal, a day, a truth, text, or nothing that is known."""


@attrs.frozen(kw_only=True)
class Cell:
    """One cell, or several merged into one.

    Args:
        row: its first row, from 1, with merged cells laid out.
        column: its first column, from 1.
        text: the text as shown: number formats applied, lines of a cell divided by a line end.
        value: what is stored; None where the file has only text to show (Word, HTML, PDF), an empty cell, and
            a formula whose result the file does not hold.
        height: how many rows it takes.
        width: how many columns it takes.
        hidden: whether its row, its column or its sheet is hidden.
        formula: the formula as written, with its "="; empty where there is none.
        cached: whether the result of the formula is in the file; True where there is no formula.
        decimals: how many decimals the number format shows; None where it says nothing of that.
        percent: whether the number format shows a hundred times the stored number, with "%".
        bold: whether all of it is in bold letters.
        comment: what a comment on the cell says.
        grids: the tables that stand in the cell.

    >>> Cell(row=17, column=5, text="96,42%", value=Decimal("0.9642"), decimals=2, percent=True).number
    Decimal('0.9642')
    """

    row: int
    column: int
    text: str
    value: Stored = None
    height: int = 1
    width: int = 1
    hidden: bool = False
    formula: str = ""
    cached: bool = True
    decimals: int | None = None
    percent: bool = False
    bold: bool = False
    comment: str = ""
    grids: "tuple[Grid, ...]" = ()

    @property
    def number(self) -> Decimal | None:
        """The stored number; None where the file stores none."""
        return self.value if isinstance(self.value, Decimal) else None


@attrs.frozen(kw_only=True, cache_hash=True)
class Grid:
    """A table, or a whole sheet: what stands in which row and column.

    Args:
        address: where it stands.
        rows: how many rows it has, with merged cells laid out.
        columns: how many columns.
        cells: those that hold something, by row and column; a merged one once, at its first row and column.
        hidden_rows: rows that are hidden.
        hidden_columns: columns that are hidden.
        hidden: whether the sheet itself is hidden.

    >>> head = Cell(row=1, column=1, text="Kinh phí", width=2)
    >>> grid = Grid(address=Address(table=1), rows=2, columns=2, cells=(head,))
    >>> grid.at(1, 2) is head, grid.at(2, 1), str(grid.address_of(1, 2))
    (True, None, 'bảng 1, dòng 1, cột 2')
    """

    address: Address
    rows: int
    columns: int
    cells: tuple[Cell, ...] = attrs.field(repr=False)
    hidden_rows: frozenset[int] = attrs.field(default=frozenset(), repr=False)
    hidden_columns: frozenset[int] = attrs.field(default=frozenset(), repr=False)
    hidden: bool = False

    @cached_property
    def _covered(self) -> Mapping[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.height)
            for column in range(cell.column, cell.column + cell.width)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that takes a place, merged ones at each of theirs; None where nothing stands."""
        return self._covered.get((row, column))

    def text_at(self, row: int, column: int) -> str:
        """Return the text shown at a place; a merged cell shows it at its first row and column only."""
        cell = self.at(row, column)
        return cell.text if cell is not None and (cell.row, cell.column) == (row, column) else ""

    def lines(self) -> Iterator[tuple[Cell | None, ...]]:
        """Yield each row: the cell at each place, merged ones at each of theirs."""
        for row in range(1, self.rows + 1):
            yield tuple(self.at(row, column) for column in range(1, self.columns + 1))

    def address_of(self, row: int, column: int, *, head: str = "") -> Address:
        """Return the address of a place; `head` is what its column is called."""
        return attrs.evolve(self.address, row=row, column=column, head=head)
