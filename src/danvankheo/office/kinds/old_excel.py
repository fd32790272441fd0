"""Workbooks of the old kind (.xls): shown text, merged and hidden cells, fonts from before Unicode."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Final

import xlrd
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_NUMBER,
    XLRDError,
)

from danvankheo.office.address import Address
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Cell, Grid, Stored
from danvankheo.office.kinds.sheets import Merged, Met, grid_of, hidden_notice
from danvankheo.office.notices import Notice
from danvankheo.office.paper import Paper, PaperKind, Sheet
from danvankheo.office.shown.show import SignsOf, settled, show, show_text
from danvankheo.office.source import Source

_PLAIN: Final = {XL_CELL_EMPTY, XL_CELL_BLANK}
_BOLD_WEIGHT: Final = 600


def read_old_excel(source: Source, signs: SignsOf) -> Paper:
    """Return a workbook of the old kind as a paper: each sheet a grid."""
    book = _load(source)
    met = Met()
    notices: list[Notice] = []
    grids: list[Grid] = []
    for position, sheet in enumerate(book.sheets()):
        address = Address(source.name, position=position, sheet=sheet.name)
        try:
            grid = _Sheet(source, address, book, met, signs).grid(sheet)
        except (IndexError, KeyError) as error:  # a cell of a style, or a style of a font, that is not there
            raise _broken(source, error) from error
        grids.append(grid)
        hidden = hidden_notice(grid)
        notices += [hidden] if hidden else []
    return Paper(
        file=source.name,
        kind=PaperKind.OLD_EXCEL,
        blocks=tuple(grids),
        sheets=tuple(Sheet(name=grid.address.sheet, hidden=grid.hidden) for grid in grids),
        author=str(book.user_name or "").strip(),
        notices=(*met.notices(source.name), *notices),
    )


def _load(source: Source) -> xlrd.book.Book:
    try:
        return xlrd.open_workbook(
            file_contents=source.data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True
        )
    except XLRDError as error:
        if "encrypted" in str(error):
            raise source.unreadable(Unreadable.ENCRYPTED) from error
        if "Can't find workbook" in str(error) and "WordDocument".encode("utf-16-le") in source.data:
            raise source.unreadable(Unreadable.OLD_WORD) from error
        raise source.damaged(
            f"no workbook in it: {error}", "không thấy nội dung bảng tính bên trong"
        ) from error
    except Exception as error:  # xlrd raises whatever a broken record leads to
        raise _broken(source, error) from error


def _broken(source: Source, error: Exception) -> UnreadableFileError:
    cause = type(error).__name__
    return source.damaged(f"a record is broken: {cause}", f"có bản ghi hỏng: {cause}")


class _Sheet:
    """One sheet on its way to a grid."""

    def __init__(
        self, source: Source, address: Address, book: xlrd.book.Book, met: Met, signs: SignsOf
    ) -> None:
        self.source = source
        self.address = address
        self.book = book
        self.signs: SignsOf = signs
        self.met = met

    def grid(self, sheet: xlrd.sheet.Sheet) -> Grid:
        cells = [
            self.cell(sheet, row, column)
            for row in range(sheet.nrows)
            for column in range(sheet.row_len(row))
            if sheet.cell_type(row, column) not in _PLAIN
        ]
        return grid_of(
            self.source,
            self.address,
            cells,
            merged=[
                Merged(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
            ],
            hidden_rows={
                row + 1 for row, look in sheet.rowinfo_map.items() if look.hidden or look.height == 0
            },
            hidden_columns={
                column + 1 for column, look in sheet.colinfo_map.items() if look.hidden or look.width == 0
            },
            hidden=sheet.visibility != 0,
        )

    def cell(self, sheet: xlrd.sheet.Sheet, row: int, column: int) -> Cell:
        look = self.book.xf_list[sheet.cell_xf_index(row, column)]
        font = self.book.font_list[look.font_index]
        code = self.book.format_map[look.format_key].format_str or "General"
        kind, held = sheet.cell_type(row, column), sheet.cell_value(row, column)
        value: Stored = None
        decimals, percent = None, False
        if kind in {XL_CELL_NUMBER, XL_CELL_DATE}:
            number, rounded = settled(_exact(float(held)))
            self.met.inexact += rounded
            said = show(number, code, signs=self.signs, since_1904=bool(self.book.datemode))
            text, decimals, percent = said.text, said.decimals, said.percent
            moment: datetime | None = said.moment
            value = number if moment is None else moment
        elif kind == XL_CELL_BOOLEAN:
            text, value = ("TRUE" if held else "FALSE"), bool(held)
        elif kind == XL_CELL_ERROR:
            text = xlrd.error_text_from_code.get(int(held), "#ERR!")
        else:
            text = self.letters(
                str(held), sheet.rich_text_runlist_map.get((row, column), ()), look.font_index
            )
            text, value = show_text(text, code), text
        note = sheet.cell_note_map.get((row, column))
        return Cell(
            row=row + 1,
            column=column + 1,
            text=text,
            value=value,
            decimals=decimals,
            percent=percent,
            bold=font.weight >= _BOLD_WEIGHT,
            comment=note.text.strip() if note is not None else "",
        )

    def letters(self, text: str, runs: "list[tuple[int, int]] | tuple[()]", first: int) -> str:
        """Return text with each stretch as its font shows it."""
        said: list[str] = []
        starts = [(0, first), *runs]
        for at, (start, index) in enumerate(starts):
            end = starts[at + 1][0] if at + 1 < len(starts) else len(text)
            said.append(self.met.letters(text[start:end], self.book.font_list[index].name))
        return "".join(said)


def _exact(held: float) -> Decimal:
    """Return the shortest decimal of a double; whole numbers without a point."""
    number = Decimal(repr(held))
    return Decimal(int(held)) if held == int(held) else number
