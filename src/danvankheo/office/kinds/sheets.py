"""What sheets of all kinds have in common: how cells and ranges become a grid within bounds."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from danvankheo.bilingual import Words
from danvankheo.office.address import Address, cell_name, column_letters
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.legacy_letters import Letters, in_unicode, letters_of_font
from danvankheo.office.limits import MOST_CELLS, MOST_PLACES
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.source import Source

_MOST_NAMED: Final = 20


class Merged(NamedTuple):
    """A merged range: its first and last row and column, from 1."""

    row: int
    column: int
    last_row: int
    last_column: int


@attrs.define
class Met:
    """What is met on reading a workbook that is to be reported.

    Args:
        fonts: how many texts of each old font were turned into Unicode.
        inexact: how many numbers carry a trace of binary calculation.
    """

    fonts: Counter[tuple[str, Letters]] = attrs.Factory(Counter[tuple[str, Letters]])
    inexact: int = 0

    def letters(self, text: str, font: str) -> str:
        """Return text as its font shows it."""
        letters = letters_of_font(font)
        if letters is not None and text.strip():
            self.fonts[font, letters] += 1
        return in_unicode(text, letters)

    def notices(self, file: str) -> list[Notice]:
        """Return what is to be reported of the whole workbook."""
        address = Address(file)
        said = [legacy_notice(address, font, letters, count) for (font, letters), count in self.fonts.items()]
        if self.inexact:
            said.append(Notice(NoticeKind.ROUNDED_BY_EXCEL, address, {"count": str(self.inexact)}))
        return said


def legacy_notice(address: Address, font: str, letters: Letters, count: int) -> Notice:
    """Return the notice that letters of an old font were turned into Unicode."""
    details = {"font": font, "encoding": letters.value, "count": str(count)}
    return Notice(NoticeKind.LEGACY_FONT, address, details)


def grid_of(
    source: Source,
    address: Address,
    cells: Iterable[Cell],
    *,
    merged: Sequence[Merged] = (),
    hidden_rows: Collection[int] = (),
    hidden_columns: Collection[int] = (),
    hidden: bool = False,
) -> Grid:
    """Return the grid of a sheet: blank cells left out, merged ones with their size, hidden ones marked.

    Raises:
        UnreadableFileError: it has more cells, or reaches farther, than any table of a report.
    """
    held = [cell for cell in cells if cell.text.strip() or cell.formula or cell.grids]
    size = _sizes(source, address, merged)
    rows_hidden, columns_hidden = frozenset(hidden_rows), frozenset(hidden_columns)
    laid: list[Cell] = []
    taken: set[tuple[int, int]] = {
        (row, column)
        for area in merged
        for row in range(area.row, area.last_row + 1)
        for column in range(area.column, area.last_column + 1)
        if (row, column) != (area.row, area.column)
    }
    for cell in sorted(held, key=lambda cell: (cell.row, cell.column)):
        if (cell.row, cell.column) in taken:  # under a merged cell nothing is seen
            continue
        height, width = size.get((cell.row, cell.column), (cell.height, cell.width))
        unseen = (
            hidden
            or rows_hidden.issuperset(range(cell.row, cell.row + height))
            or columns_hidden.issuperset(range(cell.column, cell.column + width))
        )
        laid.append(attrs.evolve(cell, height=height, width=width, hidden=cell.hidden or unseen))
    rows = max((cell.row + cell.height - 1 for cell in laid), default=0)
    columns = max((cell.column + cell.width - 1 for cell in laid), default=0)
    checked_size(source, address, rows, columns, len(laid))
    return Grid(
        address=address,
        rows=rows,
        columns=columns,
        cells=tuple(laid),
        hidden_rows=frozenset(row for row in rows_hidden if row <= rows),
        hidden_columns=frozenset(column for column in columns_hidden if column <= columns),
        hidden=hidden,
    )


def checked_size(source: Source, address: Address, rows: int, columns: int, cells: int) -> None:
    """Check that a table is within bounds.

    Raises:
        UnreadableFileError: it is not.
    """
    where = {"where": Words(address.without_file().vietnamese, address.without_file().english)}
    if cells > MOST_CELLS:
        raise source.unreadable(Unreadable.TOO_MANY_CELLS, most=f"{MOST_CELLS:,}".replace(",", "."), **where)
    if rows * columns > MOST_PLACES:
        raise source.unreadable(Unreadable.TOO_FAR, cell=cell_name(rows, columns), **where)


def hidden_notice(grid: Grid) -> Notice | None:
    """Return the notice of what is hidden in a sheet; None where nothing is."""
    if grid.hidden:
        return Notice(NoticeKind.HIDDEN, grid.address, {"what": Words("cả trang tính", "the whole sheet")})
    rows = sorted({cell.row for cell in grid.cells if cell.row in grid.hidden_rows})
    columns = sorted({cell.column for cell in grid.cells if cell.column in grid.hidden_columns})
    if not rows and not columns:
        return None
    english, vietnamese = [], []
    if rows:
        named = _named([str(row) for row in rows])
        english.append(f"rows {named}")
        vietnamese.append(f"dòng {named}")
    if columns:
        named = _named([column_letters(column) for column in columns])
        english.append(f"columns {named}")
        vietnamese.append(f"cột {named}")
    details = {"what": Words("; ".join(vietnamese), "; ".join(english))}
    return Notice(NoticeKind.HIDDEN, grid.address, details)


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")


def _sizes(
    source: Source, address: Address, merged: Sequence[Merged]
) -> dict[tuple[int, int], tuple[int, int]]:
    places = 0
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for area in merged:
        height, width = area.last_row - area.row + 1, area.last_column - area.column + 1
        places += height * width
        if places > MOST_CELLS:
            checked_size(source, address, area.last_row, area.last_column, places)
        sizes[area.row, area.column] = (height, width)
    return sizes
