"""Workbooks: cells in, with what kind each is; tables out, every text as text.

A number in Excel is a float. Read are whole numbers that a float holds exactly, and numbers typed as
text; a fraction, a date and an error are refused, since the cell may not hold what its author typed.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

import polars as pl

from danvankheo.errors import DocumentError, Problem, invalid, problem_at
from danvankheo.extras import library
from danvankheo.frames.extents import check_extent
from danvankheo.frames.forms import rows_told
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


def read_sheet(path: Path, sheet: str | None) -> tuple[pl.DataFrame, Iterator[Problem]]:
    """Return the cells of a sheet as texts, its heads as the first row, and what is wrong with its cells.

    That is looked for only when it is asked for: a sheet whose heads are wrong needs none of them.

    Raises:
        DocumentError: no workbook.
        InvalidValueError: several sheets, or none of that name.
    """
    fastexcel: Any = library("fastexcel", "excel", "frames.read_file")
    library("pyarrow", "excel", "frames.read_file")
    try:
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
    except BaseException as error:
        # The reader's own panics are no exceptions to Python, and their type has no name to import.
        if not isinstance(error, fastexcel.FastExcelError) and type(error).__name__ != _PANIC:
            raise
        raise DocumentError((Problem(path.name, Reason.WORKBOOK, shown(str(error))),)) from None
    texts = pl.DataFrame(arrow)
    wrong = [] if errors is None else [cell.offset_position for cell in errors.errors]
    return texts, _invalid_cells(texts, numbers, dates, wrong)


def _invalid_cells(
    texts: pl.DataFrame, numbers: pl.DataFrame, dates: pl.DataFrame, errors: list[tuple[int, int]]
) -> Iterator[Problem]:
    """Yield the cells that may not hold what their author typed: errors, dates, inexact numbers."""
    if texts.is_empty():
        return
    heads = [head or "" for head in texts.row(0)]
    for at in sorted({column for _, column in errors}):
        yield _refused(heads[at], Reason.CELL_ERROR, [row - 1 for row, column in errors if column == at], "#")
    for head, name in zip(heads, texts.columns, strict=True):
        text = texts[name]
        is_number = numbers[name].is_not_null() & ~text.is_in(["true", "false"])
        whole = text.str.strip_chars_start("-").cast(pl.Int64, strict=False)
        unsure = is_number & ~(whole < _EXACT).fill_null(value=False)
        for wrong, reason in ((dates[name].is_not_null(), Reason.CELL_TEXT), (unsure, Reason.CELL_NUMBER)):
            rows = [row - 1 for row in wrong.arg_true().to_list()]
            if rows:
                yield _refused(head, reason, rows, shown(text[rows[0] + 1]))


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


def _refused(head: str, reason: Reason, rows: list[int], example: str) -> Problem:
    return problem_at(head, reason, rows_told(rows, example))


def _write_text(sheet: Any, row: int, at: int, text: str, form: Any = None) -> None:
    """Write a text as text: never as a formula, a link or a number."""
    if sheet.write_string(row, at, text, form) != 0:
        raise invalid("frames.write_file", Reason.TEXT_LENGTH, text, most=LONGEST_CELL)
