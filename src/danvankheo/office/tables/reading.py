"""What the tables of a paper mean, each figure with its place, unit, row and column."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

import attrs

from danvankheo.checking import check_type
from danvankheo.domain.units import PERCENT, Dimension, Unit
from danvankheo.locale_vi import table_heads
from danvankheo.office.address import Address
from danvankheo.office.grid import Grid
from danvankheo.office.paper import Paper, Paragraph
from danvankheo.office.tables.columns import Column, ColumnKind, columns_of
from danvankheo.office.tables.described import Use, columns_as_described
from danvankheo.office.tables.figures import NotUnderstood, TableFigure
from danvankheo.office.tables.numbers import CellKind, CellReading, convention_of, read_cell, tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.pages import joined
from danvankheo.office.tables.regions import Region, region_under, regions_of
from danvankheo.office.tables.rows import rows_of
from danvankheo.office.tables.units import gives_a_unit, unit_in_captions
from danvankheo.office.tables.words import has

_CAPTIONS: Final = 4
_NOTES: Final = 12


@attrs.frozen(kw_only=True, eq=False)
class TableReading:
    """What a table means.

    Args:
        region: where its head and body stand.
        columns: its columns, from left to right.
        rows: the rows of its body.
        cells: what each cell of the body says, by place of the row and number of the column.
        figures: its figures, row by row.
        unit: the unit that its caption gives to all of it.
        captions: the texts above it, the nearest first.
        notes: the texts below it.
        not_understood: what was left aside, and why.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/bao-cao-quy.docx"))
    >>> reading: office.TableReading = table
    >>> reading.title, str(reading.address), [column.head for column in reading.figure_columns]
    ('Biểu 1. Kết quả đóng góp theo lĩnh vực', 'bao-cao-quy.docx, bảng 2', ['Tiền (triệu đồng)', \
'Ngày công', 'Đất hiến (m2)'])
    >>> reading.column_of(office.ColumnKind.FIELD).head, reading.column(3).unit, reading.unit_at(0, 4)
    ('Lĩnh vực', MILLION_DONG, WORKDAY)
    >>> reading.figure_at(0, 3).amount, reading.cell_kind(1, 5).value
    (Decimal('318.4'), 'nothing')
    """

    region: Region
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: Mapping[tuple[int, int], CellReading] = attrs.field(repr=False)
    figures: tuple[TableFigure, ...] = attrs.field(repr=False)
    unit: Unit | None = None
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()

    @cached_property
    def _by_place(self) -> Mapping[tuple[int, int], TableFigure]:
        return {(figure.row, figure.column): figure for figure in self.figures}

    @cached_property
    def is_of_awards(self) -> bool:
        """Whether it is of awards: by its title and heads, or by what its rows are called."""
        heads = " / ".join(column.name for column in self.columns).lower()
        if has(heads, ("khen thưởng", "hình thức khen")):
            return True
        items = [row for row in self.rows if row.kind is RowKind.ITEM]
        named = sum(has(row.label.lower(), table_heads.AWARDS) for row in items)
        return bool(items) and named * 2 > len(items)

    def figure_at(self, row: int, column: int) -> TableFigure | None:
        """Return the figure of a row (its place, from 0) and a column (its number in the grid)."""
        return self._by_place.get((row, column))

    def cell_kind(self, row: int, column: int) -> CellKind:
        """Return what stands at a place of the body; not stated where nothing does."""
        reading = self.cells.get((row, column))
        return CellKind.UNSTATED if reading is None else reading.kind

    def unit_at(self, row: int, column: int) -> Unit | None:
        """Return the unit that a figure at a place would have, its own cell aside."""
        return _unit_of(None, self.column(column), self.rows[row], self.unit, _only_unit(self.columns))

    @property
    def address(self) -> Address:
        """Where the table stands."""
        lines = self.region.head or self.region.body
        return lines[0].grid.address

    @property
    def figure_columns(self) -> tuple[Column, ...]:
        """The columns that hold figures and are not hidden."""
        return tuple(each for each in self.columns if each.kind.holds_figures and not each.hidden)

    def column(self, number: int) -> Column:
        """Return the column of a number in the grid."""
        return next(each for each in self.columns if each.column == number)

    @property
    def title(self) -> str:
        """The nearest text above the table that is not there for a unit alone; empty if there is none."""
        return next((text for text in self.captions if not gives_a_unit(text)), "")

    def column_of(self, kind: ColumnKind) -> Column | None:
        """Return the first column of a kind, if there is one."""
        return next((each for each in self.columns if each.kind is kind), None)


def read_tables(paper: Paper) -> tuple[TableReading, ...]:
    """Return what the tables of a paper mean, in the order of reading.

    A sheet may hold several, a table of a PDF may take several pages; layout tables without figures are none.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/ty-le.xlsx"))
    >>> [(column.head, column.kind.value) for column in table.columns][2:5]
    [('Tổng số', 'total'), ('Đạt', 'part'), ('Tỷ lệ', 'share')]
    """
    check_type(paper, Paper, "office.read_tables")
    found: list[tuple[Region, tuple[str, ...], tuple[str, ...]]] = []
    blocks = paper.blocks
    for place, block in enumerate(blocks):
        if isinstance(block, Grid):
            before, after = _texts_before(blocks[:place]), _texts_after(blocks[place + 1 :])
            regions = [*regions_of(block)]
            for number, region in enumerate(regions):
                found.append(
                    (region, before if not number else (), after if number == len(regions) - 1 else ())
                )
    merged = joined([region for region, _, _ in found])
    readings: list[TableReading] = []
    for region in merged:
        first = next((entry for entry in found if entry[0].body[0] == region.body[0]), None)
        last = next((entry for entry in found if entry[0].body[-1] == region.body[-1]), first)
        above = region.above + (first[1] if first else ())
        below = region.below + (last[2] if last else ())
        if region.head or region.numbers is not None:
            readings.append(read_region(region, captions=above, notes=below))
    return tuple(readings)


def read_table(
    grid: Grid,
    *,
    captions: Sequence[str] = (),
    notes: Sequence[str] = (),
    columns: Mapping[str, Use] | None = None,
    head: tuple[int, int] | None = None,
) -> tuple[TableReading, ...]:
    """Return what the tables of one grid mean.

    Args:
        grid: the grid; a sheet may hold several tables.
        captions: the texts before it, the nearest first.
        notes: the texts after it.
        columns: what columns are, where recognition is not wanted: by head as written or by letter ("C") a
            `ColumnKind`, its value, a `Unit` for figures in it, or None for a column to leave out.
        head: the first and the last row of the head, from 1, where it is not to be looked for; what follows
        is
            one table.

    Raises:
        InvalidValueError: a column that the table has not, or no such kind of column.

    >>> from danvankheo.office.grid import Cell
    >>> texts = [["TT", "Ấp", "Tiền (triệu đồng)"], ["1", "Ấp Đông", "96,5"], ["", "Cộng", "96,5"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> table, = read_table(Grid(address=Address(table=1), rows=3, columns=3, cells=tuple(cells)))
    >>> [(figure.amount, figure.unit, str(figure.address)) for figure in table.figures][0]
    (Decimal('96.5'), MILLION_DONG, 'bảng 1, dòng 2, cột “Tiền (triệu đồng)”')
    >>> [row.kind.value for row in table.rows]
    ['item', 'total']
    """
    check_type(grid, Grid, "office.read_table")
    regions = [region_under(grid, *head)] if head is not None else [*regions_of(grid)]
    return tuple(
        read_region(
            region,
            captions=region.above + tuple(captions),
            notes=region.below + tuple(notes),
            described=columns,
        )
        for region in regions
        if region.head or region.numbers is not None
    )


def read_region(
    region: Region,
    *,
    captions: Sequence[str] = (),
    notes: Sequence[str] = (),
    described: Mapping[str, Use] | None = None,
) -> TableReading:
    """Return what one table means; `described` says what columns are, as in `read_table`."""
    readings = _readings(region)
    columns = columns_of(region, readings)
    if described is not None:
        columns = columns_as_described(columns, described)
    rows = rows_of(region, columns, readings)
    unit = unit_in_captions(captions)
    figures = _figures(region, columns, rows, readings, unit)
    return TableReading(
        region=region,
        columns=columns,
        rows=rows,
        cells=readings,
        figures=tuple(figures),
        unit=unit,
        captions=tuple(captions),
        notes=tuple(notes[:_NOTES]),
        not_understood=tuple(_not_understood(region, columns, rows, readings, figures)),
    )


def _readings(region: Region) -> dict[tuple[int, int], CellReading]:
    """Return what each cell says, by the signs that its column, or else the table, uses."""
    texts = {
        column: [
            line.text(column) for line in region.body if (cell := line.at(column)) and cell.number is None
        ]
        for column in region.columns
    }
    whole = convention_of(text for column in region.columns for text in texts[column])
    readings = {}
    for column in region.columns:
        convention = convention_of(texts[column]) or whole
        for at, line in enumerate(region.body):
            cell = line.at(column)
            if cell is not None and (cell.row, cell.column) != (line.row, column):
                continue
            readings[at, column] = read_cell(cell, convention)
    return readings


def _figures(
    region: Region,
    columns: Sequence[Column],
    rows: Sequence[Row],
    readings: Mapping[tuple[int, int], CellReading],
    unit: Unit | None,
) -> list[TableFigure]:
    alone = _only_unit(columns)
    found = []
    for row in rows:
        for each in columns:
            reading = readings.get((row.at, each.column))
            if not each.kind.holds_figures or reading is None or reading.figure is None:
                continue
            figure = reading.figure
            found.append(
                TableFigure(
                    address=row.line.address(each.column, each.head),
                    text=reading.text,
                    amount=figure.amount,
                    stored=figure.stored,
                    unit=_unit_of(figure.unit, each, row, unit, alone),
                    approximation=figure.approximation,
                    others=figure.others,
                    row=row.at,
                    column=each.column,
                    marks=figure.marks,
                    hidden=row.hidden or each.hidden,
                )
            )
    return found


def _unit_of(
    own: Unit | None, column: Column, row: Row, caption: Unit | None, alone: Unit | None
) -> Unit | None:
    """Return the unit of a figure: its own, of its head, row or caption; else of all other columns."""
    if own is not None:
        return own
    if column.unit is not None and not (row.unit is not None and column.unit.dimension is Dimension.COUNT):
        return column.unit
    if column.kind in (ColumnKind.SHARE, ColumnKind.ATTAINMENT, ColumnKind.GROWTH):
        return column.unit
    return row.unit or column.unit or caption or (alone if column.kind is ColumnKind.TOTAL else None)


def _only_unit(columns: Sequence[Column]) -> Unit | None:
    units = {each.unit for each in columns if each.kind.holds_figures and each.unit is not PERCENT}
    units.discard(None)
    return next(iter(units)) if len(units) == 1 else None


def _not_understood(
    region: Region,
    columns: Sequence[Column],
    rows: Sequence[Row],
    readings: Mapping[tuple[int, int], CellReading],
    figures: Iterable[TableFigure],
) -> list[NotUnderstood]:
    found = []
    for each in columns:
        if each.kind.holds_figures and not each.path:
            address = region.body[0].address(each.column)
            found.append(
                NotUnderstood(
                    address=address,
                    text="",
                    vietnamese="cột có số liệu nhưng không có tên",
                    english="a column of figures without a head",
                )
            )
    for row in rows:
        for each in columns:
            reading = readings.get((row.at, each.column))
            if reading is not None and reading.kind is CellKind.TEXT and each.kind.holds_figures:
                found.append(
                    NotUnderstood(
                        address=row.line.address(each.column, each.head),
                        text=reading.text,
                        vietnamese=f"“{reading.text[:40]}” không phải là số liệu",
                        english=f"“{reading.text[:40]}” is no figure",
                    )
                )
    for figure in figures:
        if figure.others:
            meant = " hoặc ".join(_written(number) for number in (figure.amount, *figure.others))
            if not _is_plain_group(figure):
                found.append(
                    NotUnderstood(
                        address=figure.address,
                        text=figure.text,
                        vietnamese=f"“{figure.text}” có thể là {meant}; đọc là {_written(figure.amount)}",
                        english=f"“{figure.text}” has two readings; taken as {figure.amount}",
                    )
                )
    return found


def _is_plain_group(figure: TableFigure) -> bool:
    """Return whether the digits have one reading by Vietnamese law: a dot between groups of three."""
    return "." in figure.text and "," not in figure.text


def _written(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def _texts_before(blocks: Sequence[object]) -> tuple[str, ...]:
    """Return the texts before a table, the nearest first, back to the table before."""
    texts: list[str] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or len(texts) >= _CAPTIONS:
            break
        if tidy(block.text):
            texts.append(tidy(block.text))
    return tuple(texts)


def _texts_after(blocks: Sequence[object]) -> tuple[str, ...]:
    """Return the notes after a table."""
    texts: list[str] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or len(texts) >= _CAPTIONS:
            break
        if tidy(block.text):
            texts.append(tidy(block.text))
    return tuple(texts)
