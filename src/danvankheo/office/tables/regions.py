"""Where the tables of a grid begin and end: head, body, what stands above and below.

A sheet may hold titles, several tables, notes and signatures; a table of a PDF may go on over the page. The
first row with figures is looked for, and the head above it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

import attrs

from danvankheo.errors import invalid
from danvankheo.locale_vi import table_heads
from danvankheo.office.address import Address
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.tables.formulas import column_label
from danvankheo.office.tables.numbers import CellKind, read_cell, tidy
from danvankheo.office.tables.units import gives_a_unit
from danvankheo.office.tables.words import letters_of
from danvankheo.reasons import Reason

_YEAR: Final = re.compile(r"(?:năm )?(?:19[5-9][0-9]|20[0-9][0-9])(?:\.0)?", re.IGNORECASE)
_NOTE: Final = re.compile(r"\(?[0-9*]{1,2}\)? ")
_SECTION: Final = re.compile(r"[IVX]{1,6}\.?|[A-ZĐ]\.?|[0-9]{1,2}(?:\.[0-9]{1,2})*\.?")
_HEAD_ROWS: Final = 8
_ABOVE: Final = 6
_LONG: Final = 80


@attrs.frozen(kw_only=True)
class Line:
    """A row of a grid."""

    grid: Grid
    row: int

    def at(self, column: int) -> Cell | None:
        """Return the cell at a column, a merged one at each of its places."""
        return self.grid.at(self.row, column)

    def anchor(self, column: int) -> Cell | None:
        """Return the cell that begins at a column of this row."""
        cell = self.grid.at(self.row, column)
        return cell if cell is not None and (cell.row, cell.column) == (self.row, column) else None

    def text(self, column: int) -> str:
        """Return the text at a column, of a merged cell at each of its places."""
        cell = self.at(column)
        return "" if cell is None else cell.text

    def address(self, column: int, head: str = "") -> Address:
        """Return the address of a place in the row."""
        return self.grid.address_of(self.row, column, head=head)

    @property
    def hidden(self) -> bool:
        """Whether the row is hidden."""
        return self.row in self.grid.hidden_rows


@attrs.frozen(kw_only=True, eq=False)
class Region:
    """One table: its head, its body, and the texts around it.

    Args:
        head: the rows of the head.
        numbers: the row of column numbers.
        body: the rows after it.
        columns: the columns that it takes.
        above: the texts above it, the nearest first.
        below: the texts below it, as they stand.
        repeated: rows in which the head is printed again, on another page.
    """

    head: tuple[Line, ...]
    numbers: Line | None
    body: tuple[Line, ...]
    columns: tuple[int, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    repeated: tuple[Line, ...] = ()

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What stands in the head, to compare it with another."""
        return tuple(letters_of(cell.text) for line in self.head for cell in _anchors(line))


def regions_of(grid: Grid) -> Iterator[Region]:
    """Yield the tables of a grid, from top to bottom; none for a layout without figures.

    >>> from danvankheo.office.address import Address
    >>> texts = [["Biểu 1"], ["TT", "Ấp", "Tiền"], ["1", "Ấp Đông", "96,5"], ["", "Cộng", "96,5"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> table, = regions_of(Grid(address=Address(table=1), rows=4, columns=3, cells=tuple(cells)))
    >>> [line.row for line in table.head], [line.row for line in table.body], table.above
    ([2], [3, 4], ('Biểu 1',))
    """
    rows = _Rows(grid)
    start = 1
    while True:
        found = rows.table_from(start)
        if found is None:
            if start == 1 and grid.address.page and grid.address.table == 1:
                yield from rows.without_head()
            return
        first, numbers, body_first, body_last = found
        yield rows.region(start, first, numbers, body_first, body_last)
        start = body_last + 1


def region_under(grid: Grid, first: int, last: int) -> Region:
    """Return the table under a head of the rows from the first to the last: all that follows.

    Raises:
        InvalidValueError: no such rows.
    """
    if not 1 <= first <= last < grid.rows:
        raise invalid("read_table.head", Reason.IN_RANGE, f"{first}–{last}", low=1, high=grid.rows - 1)
    rows = _Rows(grid)
    numbers = next((row for row in range(first, last + 1) if row in rows.numbers), None)
    return rows.region(1, first, numbers, last + 1, max(rows.last, last + 1))


class _Rows:
    """The rows of a grid with what each of them holds."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.anchors: dict[int, list[Cell]] = {}
        self.covered: dict[int, list[Cell]] = {}
        for cell in grid.cells:
            if tidy(cell.text) or cell.formula:
                self.anchors.setdefault(cell.row, []).append(cell)
                for row in range(cell.row + 1, cell.row + cell.height):
                    self.covered.setdefault(row, []).append(cell)
        self.last = max(self.anchors, default=0)
        self.figures: dict[int, set[int]] = {}
        self.years: dict[int, set[int]] = {}
        self.texts: dict[int, set[int]] = {}
        for row, cells in self.anchors.items():
            self._sort(row, cells)
        self.numbers = {row for row in self.anchors if self._is_number_row(row)}
        for row in self.numbers:
            self._settle_head_above(row)

    def _sort(self, row: int, cells: list[Cell]) -> None:
        figures, years, texts = (
            place.setdefault(row, set()) for place in (self.figures, self.years, self.texts)
        )
        for cell in cells:
            reading = read_cell(cell)
            if reading.kind is CellKind.TEXT:
                (years if _YEAR.fullmatch(tidy(cell.text)) else texts).add(cell.column)
            elif reading.kind is CellKind.FIGURE or cell.formula:
                if _YEAR.fullmatch(tidy(cell.text)) and not cell.formula:
                    years.add(cell.column)
                else:
                    figures.add(cell.column)

    def _is_number_row(self, row: int) -> bool:
        """Return whether a row numbers the columns: 1, 2, 3=4+5, or A, B, 1, 2."""
        cells = self.anchors[row]
        if len(cells) < 3:
            return False
        labels = [column_label(cell.text.removesuffix(".0")) for cell in cells]
        known = [label for label in labels if label is not None]
        if len(known) < len(cells) - (len(cells) > 4):
            return False
        numbers = [int(name) for name, _ in known if name.isdigit()]
        letters = [name for name, _ in known if name.isalpha()]
        steps = sum(after - before == 1 for before, after in pairwise(numbers))
        if any(formula is not None for _, formula in known):
            return steps >= len(numbers) // 2
        if len(numbers) < 2:
            return len(letters) >= 3 and not numbers
        ordered = steps >= 0.7 * (len(numbers) - 1)
        return ordered and len(numbers) + len(letters) >= 3 and numbers[-1] >= len(numbers)

    def _settle_head_above(self, numbers: int) -> None:
        """Take figures in the rows over a number row for words of the head: "tối thiểu 450.000đ"."""
        row = numbers - 1 if self.anchors.get(numbers - 1) else numbers - 2
        while row > max(0, numbers - _HEAD_ROWS - 2):
            figures, texts = self.figures.get(row, set()), self.texts.get(row, set())
            if not (texts or figures) or len(figures) > max(1, len(texts)) or row in self.numbers:
                return
            texts |= figures
            figures.clear()
            row -= 1

    def is_data(self, row: int) -> bool:
        return bool(self.figures.get(row)) and row not in self.numbers

    def is_headlike(self, row: int) -> bool:
        """Return whether a row can be one of a head: two texts or more, and no figure but years."""
        if row in self.numbers or self.figures.get(row):
            return False
        cells = self.anchors.get(row, [])
        named = len(self.texts.get(row, ())) + len(self.years.get(row, ()))
        return named >= 2 and not (len(cells) < 3 and any(_is_caption(cell.text) for cell in cells))

    def table_from(self, start: int) -> tuple[int, int | None, int, int] | None:
        """Return the next table: first row of its head, number row, first and last row of its body."""
        for row in range(start, self.last + 1):
            if not self.is_data(row):
                continue
            head = self._head_above(row, start)
            if head is None:
                continue
            first, numbers, body_first = head
            body_last = self._end_of_body(row, first)
            return first, numbers, body_first, body_last
        return None

    def _head_above(self, data: int, start: int) -> tuple[int, int | None, int] | None:
        """Return the first row of the head above figures, the number row, and where the body begins."""
        numbers = next(
            (row for row in range(data - 1, max(start, data - _ABOVE * 2) - 1, -1) if row in self.numbers),
            None,
        )
        bottom = None
        for row in range((numbers or data) - 1, max(start, data - 2 * _ABOVE) - 1, -1):
            if self.is_headlike(row) and self._names_columns(row, data) and not self._is_section(row):
                bottom = row
                break
        if bottom is None:
            if numbers is None:
                return None
            return numbers, numbers, numbers + 1
        first = bottom
        for row in range(bottom - 1, max(start, bottom - _HEAD_ROWS) - 1, -1):
            if not self._goes_on_above(row, first):
                break
            first = row
        end = numbers if numbers is not None else bottom
        while (
            any(cell.row <= end < cell.row + cell.height - 1 for cell in self.covered.get(end, []))
            and end + 1 < data
        ):
            end += 1
        last = end
        while last + 1 < data and self._is_end_of_head(last + 1, bottom):
            last += 1
        return first, numbers, last + 1

    def _names_columns(self, row: int, data: int) -> bool:
        """Return whether a row has a text over a figure of the rows after it."""
        columns = {
            column
            for cell in (*self.anchors[row], *self.covered.get(row, ()))
            for column in range(cell.column, cell.column + cell.width)
        }
        figures: set[int] = set()
        for below in range(data, min(self.last, data + 12) + 1):
            figures |= self.figures.get(below, set()) | self.years.get(below, set())
        return bool(columns & figures) or any(column + 1 in figures for column in columns)

    def _is_section(self, row: int) -> bool:
        """Return whether a row opens a part of the body: an outline number and a name, and nothing else."""
        cells = self.anchors[row]
        return len(cells) == 2 and _SECTION.fullmatch(tidy(cells[0].text)) is not None

    def _goes_on_above(self, row: int, below: int) -> bool:
        """Return whether a row above a row of the head is one of it as well."""
        cells = self.anchors.get(row, [])
        if not cells or self.figures.get(row) or row in self.numbers:
            return False
        if len(cells) < 3 and any(_is_caption(cell.text) for cell in cells):
            return False
        if len(cells) >= 2:
            return True
        cell = cells[0]
        starts = min(each.column for each in self.anchors.get(below, cells))
        return cell.column > starts and not _is_title(cell, self.grid.columns)

    def _is_end_of_head(self, row: int, bottom: int) -> bool:
        """Return whether the row after the lowest full row of the head belongs to it: a text of two lines."""
        cells = self.anchors.get(row, [])
        if len(cells) != 1 or row != bottom + 1 or self.figures.get(row):
            return False
        left = min(cell.column for cell in self.anchors[bottom])
        return cells[0].column > left + 1 and row in self.texts and bool(self.texts[row])

    def _end_of_body(self, data: int, head: int) -> int:
        """Return the last row of the body that begins with a row of figures."""
        last = data
        row = data + 1
        heads = {letters_of(cell.text) for cell in self.anchors.get(head, [])}
        figures = set(self.figures.get(data, ()))
        while row <= self.last:
            if row in self.numbers and row not in range(head, data):
                break
            if self.is_headlike(row) and self._is_new_head(row, last, figures, heads):
                break
            if self.is_data(row):
                last = row
                figures |= self.figures[row]
            row += 1
        end = last
        for below in range(last + 1, row):
            cells = self.anchors.get(below, [])
            if not cells or _is_below(cells, self.grid.columns):
                break
            end = below
        return end

    def _is_new_head(self, row: int, last: int, figures: set[int], heads: set[str]) -> bool:
        again = {letters_of(cell.text) for cell in self.anchors[row]}
        if len(again & heads) >= 2 and len(again & heads) >= len(again) - 1:
            return True
        over = (self.texts.get(row, set()) | self.years.get(row, set())) & figures
        following = next(
            (each for each in range(row + 1, min(self.last, row + _ABOVE) + 1) if self.is_data(each)), None
        )
        if following is None or not over:
            return False
        if not over & (self.figures[following] | {column - 1 for column in self.figures[following]}):
            return False
        apart = not self.is_data(row - 1) and not (self.is_headlike(row - 1) and row - 1 > last)
        return (apart and row - 1 > last) or len(over) >= max(2, len(figures) // 2)

    def without_head(self) -> Iterator[Region]:
        """Yield what may go on from the page before: rows of figures without a head."""
        if any(self.is_data(row) for row in self.anchors):
            body = tuple(Line(grid=self.grid, row=row) for row in sorted(self.anchors))
            yield Region(head=(), numbers=None, body=body, columns=tuple(range(1, self.grid.columns + 1)))

    def region(self, start: int, first: int, numbers: int | None, body_first: int, body_last: int) -> Region:
        """Return a table with what stands around it."""
        head = range(first, body_first)
        columns: set[int] = set()
        for row in head:
            for cell in self.anchors.get(row, []):
                columns |= {*range(cell.column, cell.column + cell.width)}
        if not columns:
            columns = {*range(1, self.grid.columns + 1)}
        figures = {column for row in range(body_first, body_last + 1) for column in self.figures.get(row, ())}
        for column in sorted(columns):
            if column + 1 in figures and column + 1 not in columns and column not in figures:
                columns.add(column + 1)
        above = [
            tidy(cell.text)
            for row in range(first - 1, start - 1, -1)
            for cell in self.anchors.get(row, [])
            if row >= start
        ]
        below: list[str] = []
        for row in range(body_last + 1, self.last + 1):
            opens = self.is_headlike(row) and any(self.is_data(each) for each in range(row + 1, row + _ABOVE))
            if self.is_data(row) or (opens and row > body_last + 1):
                break
            below += [tidy(cell.text) for cell in self.anchors.get(row, [])]
        lines = tuple(
            Line(grid=self.grid, row=row)
            for row in range(body_first, body_last + 1)
            if self.anchors.get(row) or self.covered.get(row)
        )
        return Region(
            head=tuple(
                Line(grid=self.grid, row=row)
                for row in head
                if row != numbers and (self.anchors.get(row) or self.covered.get(row))
            ),
            numbers=None if numbers is None else Line(grid=self.grid, row=numbers),
            body=lines,
            columns=tuple(sorted(columns)),
            above=tuple(above),
            below=tuple(below),
        )


def _anchors(line: Line) -> list[Cell]:
    return [cell for cell in line.grid.cells if cell.row == line.row and tidy(cell.text)]


def _is_caption(text: str) -> bool:
    """Return whether a text stands above a table: who reports, or the unit of all figures."""
    return tidy(text).lower().startswith(table_heads.LETTERHEADS) or gives_a_unit(text)


def _is_title(cell: Cell, columns: int) -> bool:
    return cell.width >= max(3, columns * 0.6) or len(tidy(cell.text)) > _LONG


def _is_below(cells: Sequence[Cell], columns: int) -> bool:
    """Return whether a row without figures stands below a table: a note, a source, who signs."""
    first = tidy(cells[0].text).lower()
    if first.startswith((*table_heads.NOTES_BELOW, *table_heads.SIGNERS)) or _NOTE.match(first):
        return True
    return len(cells) == 1 and len(first) > _LONG
