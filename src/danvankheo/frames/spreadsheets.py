"""Workbooks: cells in, with what kind each is; tables out, every text as text.

A number in Excel is a float. Read are whole numbers that a float holds exactly, fractions by their shortest
digits, fifteen at most, as Excel shows them, and numbers typed as text; a date and an error are refused,
since the cell may not hold what its author typed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs
import polars as pl

from danvankheo.bilingual import Words
from danvankheo.errors import DocumentError, Problem, invalid, problem_at
from danvankheo.extras import library
from danvankheo.frames.extents import check_extent
from danvankheo.frames.forms import STORED, rows_told
from danvankheo.frames.percent_cells import percent_cells
from danvankheo.office.shown.show import settled
from danvankheo.printing import shown
from danvankheo.reasons import Reason

MOST_ROWS: Final = 2**20 - 1
"""Rows of a sheet below its heads."""

LONGEST_CELL: Final = 32_767
"""Characters that a cell holds."""

SHEET_DIGITS: Final = 15
"""Digits of a number that Excel keeps."""

_EXACT: Final = 2**53
_SHORT: Final = re.compile(rf"-?[0-9]{{1,{SHEET_DIGITS}}}")
_WIDTH: Final = 16
_LONGEST_TITLE: Final = 31
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\']")
_PANIC: Final = "PanicException"
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@attrs.frozen
class SheetCells:
    """The cells of a sheet.

    Args:
        texts: each as text, the heads as the first row.
        numbers: where a number is stored that is not whole, by the names of the columns of `texts`.
        percents: the cells that show a hundred times their number, by row and column from 1.
        problems: the cells that may not hold what their author typed; looked for only when asked for, since
            a sheet whose heads are wrong needs none of them.
    """

    texts: pl.DataFrame
    numbers: pl.DataFrame
    percents: frozenset[tuple[int, int]]
    problems: Iterator[Problem]

    def figures(self, name: str, at: int) -> pl.Series:
        """Return the cells of a column below its head, what is stored as a number marked as such.

        Args:
            name: the column of `texts`.
            at: its place, from 0.
        """
        texts = self.texts[name].slice(1)
        rows = {row - 2 for row, column in self.percents if column == at + 1 and row > 1}
        stored = {*self.numbers[name].slice(1).arg_true().to_list()}
        stored |= {row for row in rows if row < len(texts) and _is_number(texts[row])}
        if not stored:
            return texts
        held: list[str | None] = texts.to_list()
        for row in stored:
            number, _ = settled(Decimal(held[row] or "0"))
            held[row] = f"{STORED}{number * 100:f}%" if row in rows else f"{STORED}{number:f}"
        return pl.Series(name, held, pl.String)


def sheets_of(path: Path) -> list[str]:
    """Return the names of the sheets of a workbook; of several, those that hold something.

    Raises:
        DocumentError: no workbook.
        InvalidValueError: several sheets of which one is hidden: whether it is meant, nobody knows.
    """
    fastexcel: Any = library("fastexcel", "excel", "frames.read_file")
    with _workbook_errors(path, fastexcel):
        book = fastexcel.read_excel(path)
        names = [*book.sheet_names]
        if len(names) == 1:
            return names
        for name in names:
            check_extent(path, name)
        sheets = [book.load_sheet(name, header_row=None, dtypes="string") for name in names]
        held = [sheet for sheet in sheets if sheet.width and sheet.total_height]
        if not held or any(sheet.visible != "visible" for sheet in held):
            raise invalid("frames.read_file.sheet", Reason.ONE_SHEET, None, allowed=", ".join(names))
        return [sheet.name for sheet in held]


def in_sheet(problem: Problem, sheet: str) -> Problem:
    """Return a problem with the name of the sheet before its place."""
    place = problem.details.get("path", Words(problem.path, problem.path))
    assert isinstance(place, Words)
    where = Words(f"{sheet}: {place.vietnamese}", f"{sheet}: {place.english}")
    return attrs.evolve(problem, path=where.english, details={**problem.details, "path": where})


def diagonal(tables: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return the tables of several sheets as one; a column that one of them lacks is null in it."""
    return pl.concat(tables, how="diagonal") if len(tables) > 1 else tables[0]


def read_sheet(path: Path, sheet: str | None) -> SheetCells:
    """Return the cells of a sheet.

    Raises:
        DocumentError: no workbook.
        InvalidValueError: several sheets, or none of that name.
    """
    fastexcel: Any = library("fastexcel", "excel", "frames.read_file")
    library("pyarrow", "excel", "frames.read_file")
    with _workbook_errors(path, fastexcel):
        book = fastexcel.read_excel(path)
        names = book.sheet_names
        if sheet not in names if sheet is not None else len(names) != 1:
            raise invalid("frames.read_file.sheet", Reason.ONE_SHEET, sheet, allowed=", ".join(names))
        chosen = sheet if sheet is not None else names[0]
        check_extent(path, chosen)
        # The same cells three times: as text; what is a number (or a truth value); what is a date.
        of_text = book.load_sheet(chosen, header_row=None, dtypes="string")
        arrow, errors = of_text.to_arrow_with_errors()
        numbers, dates = (
            book.load_sheet(chosen, header_row=None, dtypes=kind).to_polars()
            for kind in ("boolean", "duration")
        )
    texts = pl.DataFrame(arrow)
    wrong = [] if errors is None else [cell.offset_position for cell in errors.errors]
    return SheetCells(
        texts,
        _fractions(texts, numbers),
        percent_cells(path, chosen),
        _invalid_cells(texts, numbers, dates, wrong),
    )


@contextmanager
def _workbook_errors(path: Path, fastexcel: Any) -> Iterator[None]:
    """Run a block in which what the reader of workbooks raises says that there is none."""
    try:
        yield
    except BaseException as error:
        # The reader's own panics are no exceptions to Python, and their type has no name to import.
        if not isinstance(error, fastexcel.FastExcelError) and type(error).__name__ != _PANIC:
            raise
        raise DocumentError((Problem(path.name, Reason.WORKBOOK, shown(str(error))),)) from None


def _fractions(texts: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """Return where numbers are stored that are not whole."""
    return pl.DataFrame(
        {
            name: numbers[name].is_not_null()
            & texts[name].str.contains(".", literal=True).fill_null(value=False)
            for name in texts.columns
        }
    )


def _is_number(text: str | None) -> bool:
    return text is not None and _NUMBER.fullmatch(text) is not None


def _invalid_cells(
    texts: pl.DataFrame, numbers: pl.DataFrame, dates: pl.DataFrame, errors: list[tuple[int, int]]
) -> Iterator[Problem]:
    """Yield the cells that may not hold what their author typed: errors, dates, inexact numbers."""
    if texts.is_empty():
        return
    heads = [head or "" for head in texts.row(0)]
    for at in sorted({column for _, column in errors}):
        rows = [row - 1 for row, column in errors if column == at]
        yield _refused(heads[at], Reason.CELL_ERROR, rows, "#", at)
    for at, (head, name) in enumerate(zip(heads, texts.columns, strict=True)):
        text = texts[name]
        is_number = numbers[name].is_not_null() & ~text.is_in(["true", "false"])
        size = text.str.strip_chars_start("-").str.split(".").list.first().cast(pl.Int64, strict=False)
        unsure = is_number & ~(size < _EXACT).fill_null(value=False)
        for wrong, reason in ((dates[name].is_not_null(), Reason.CELL_TEXT), (unsure, Reason.CELL_NUMBER)):
            rows = [row - 1 for row in wrong.arg_true().to_list()]
            if rows:
                yield _refused(head, reason, rows, shown(text[rows[0] + 1]), at)


def write_sheet(table: pl.DataFrame, path: Path, *, title: str, numbers: Collection[str]) -> None:
    """Write a table of texts and truth values as a workbook of one sheet.

    Args:
        table: the cells, their heads as the names of the columns.
        path: the new file.
        title: the name of the sheet, of which Excel takes 31 characters and not all signs.
        numbers: the columns in which whole numbers of at most 15 digits become numbers. Every other
            text stays text, whatever it looks like.

    Raises:
        InvalidValueError: more rows, or a longer text, than a sheet holds.
    """
    xlsxwriter: Any = library("xlsxwriter", "excel", "frames.write_file")
    if table.height > MOST_ROWS:
        raise invalid("frames.write_file", Reason.SHEET_ROWS, table.height, most=MOST_ROWS)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    try:
        sheet = book.add_worksheet(_NOT_IN_TITLES.sub(" ", title).strip()[:_LONGEST_TITLE] or None)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, table.width - 1, _WIDTH)
        heavy = book.add_format({"bold": True})
        for at, head in enumerate(table.columns):
            _write_text(sheet, 0, at, head, heavy)
        whole = [name in numbers for name in table.columns]
        for row, cells in enumerate(table.iter_rows(), 1):
            for at, cell in enumerate(cells):
                if isinstance(cell, bool):
                    sheet.write_boolean(row, at, cell)
                elif whole[at] and cell is not None and _SHORT.fullmatch(cell):
                    sheet.write_number(row, at, int(cell))
                elif cell is not None:
                    _write_text(sheet, row, at, cell)
    finally:
        book.close()


def _refused(head: str, reason: Reason, rows: list[int], example: str, at: int) -> Problem:
    return problem_at(head, reason, rows_told(rows, example, column=at + 1))


def _write_text(sheet: Any, row: int, at: int, text: str, form: Any = None) -> None:
    """Write a text as text: never as a formula, a link or a number."""
    if sheet.write_string(row, at, text, form) != 0:
        raise invalid("frames.write_file", Reason.TEXT_LENGTH, text, most=LONGEST_CELL)
