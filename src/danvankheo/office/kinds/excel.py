"""Excel workbooks (.xlsx, .xlsm): what the cells show, and what is stored under it."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from lxml import etree
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from danvankheo.office.address import Address
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell, Grid, Stored
from danvankheo.office.kinds.sheets import Merged, Met, grid_of, hidden_notice
from danvankheo.office.limits import MOST_CELLS
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Paper, PaperKind, Sheet
from danvankheo.office.shown.dates import serial_of
from danvankheo.office.shown.show import SignsOf, settled, show, show_text
from danvankheo.office.source import Source, parts_of

_SHEET_PART: Final = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_MARKUP: Final = (b"<", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


class _Reader(ExcelReader):
    """Openpyxl's reader with numbers left as numbers: which of them are days, our own formats say."""

    def read_worksheets(self) -> None:
        """Read the sheets; no format counts as one of days."""
        self.wb._date_formats = set()  # type: ignore[attr-defined]
        self.wb._timedelta_formats = set()  # type: ignore[attr-defined]
        super().read_worksheets()


def read_excel(source: Source, signs: SignsOf) -> Paper:
    """Return a workbook as a paper: each sheet a grid."""
    with parts_of(source) as parts:
        formulas = _check_sheets(source, parts)
    book = _load(source, results=False)
    results = _load(source, results=True) if formulas else book
    met = Met()
    notices: list[Notice] = []
    grids: list[Grid] = []
    sheets: list[Sheet] = []
    for position, sheet in enumerate(book.worksheets):
        address = Address(source.name, position=position, sheet=sheet.title)
        reader = _Sheet(source, address, met, signs, since_1904=book.epoch == CALENDAR_MAC_1904)
        grid = reader.grid(sheet, results[sheet.title] if formulas else sheet)
        grids.append(grid)
        sheets.append(Sheet(name=sheet.title, hidden=grid.hidden))
        hidden = hidden_notice(grid)
        notices += [hidden] if hidden else []
        if reader.no_result:
            notices.append(Notice(NoticeKind.NO_RESULT, address, {"count": str(reader.no_result)}))
    about = book.properties
    return Paper(
        file=source.name,
        kind=PaperKind.EXCEL,
        blocks=tuple(grids),
        sheets=tuple(sheets),
        author=about.creator or "",
        created=about.created,
        modified=about.modified,
        notices=(*met.notices(source.name), *notices),
    )


def _load(source: Source, *, results: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: charts, forms, validation
            reader = _Reader(io.BytesIO(source.data), data_only=results, keep_links=False)
            reader.read()
            return reader.wb
    except RecursionError:
        raise source.damaged(
            "its parts are nested too deep", "các phần bên trong lồng nhau quá sâu"
        ) from None
    except Exception as error:  # openpyxl raises whatever the part that it cannot read leads to
        cause = type(error).__name__
        raise source.damaged(
            f"its parts do not fit together: {cause}", f"các phần bên trong không khớp nhau: {cause}"
        ) from error


def _check_sheets(source: Source, parts: zipfile.ZipFile) -> bool:
    """Check that the sheets are within bounds before they are laid out; return whether they hold formulas."""
    cells = 0
    formulas = False
    for info in parts.infolist():
        with parts.open(info) as part:
            if not part.read(len(_MARKUP[-1])).startswith(_MARKUP):  # a sheet may be called anything
                continue
        where = {"where": info.filename}
        try:
            with parts.open(info) as part:
                for _, element in etree.iterparse(
                    part, tag=("{*}row", "{*}c", "{*}f", "{*}mergeCell"), resolve_entities=False
                ):
                    tag = etree.QName(element).localname
                    if tag == "f":
                        formulas = True
                        continue
                    cells += tag == "c" and len(element) > 0
                    cells += _area(element.get("ref", "")) if tag == "mergeCell" else 0
                    if cells > MOST_CELLS:
                        most = f"{MOST_CELLS:,}".replace(",", ".")
                        raise source.unreadable(Unreadable.TOO_MANY_CELLS, most=most, **where)
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except (etree.XMLSyntaxError, EOFError, OSError) as error:
            if not _SHEET_PART.fullmatch(info.filename):
                continue  # a drawing of old Office, which is no XML and no sheet
            raise source.damaged(
                f"{info.filename} is no XML", f"phần {info.filename} không phải XML đúng"
            ) from error
    return formulas


def _area(reference: str) -> int:
    found = _RANGE.fullmatch(reference)
    if found is None or not found[3]:
        return 1
    return (abs(int(found[4]) - int(found[2])) + 1) * (abs(_column(found[3]) - _column(found[1])) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Sheet:
    """One sheet on its way to a grid."""

    def __init__(
        self, source: Source, address: Address, met: Met, signs: SignsOf, *, since_1904: bool
    ) -> None:
        self.source = source
        self.address = address
        self.met = met
        self.signs: SignsOf = signs
        self.since_1904 = since_1904
        self.no_result = 0

    def grid(self, sheet: Worksheet, results: Worksheet) -> Grid:
        stored = results._cells
        held = sheet._cells
        cells = [
            self.cell(cell, result if isinstance(result := stored.get(at), ExcelCell) else cell)
            for at, cell in held.items()
            if isinstance(cell, ExcelCell) and cell.value is not None
        ]
        merged = [
            Merged(area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        ]
        rows = {row for row, size in sheet.row_dimensions.items() if size.hidden or size.height == 0}
        columns = {
            column
            for size in sheet.column_dimensions.values()
            if size.hidden or size.width == 0
            for column in range(size.min or 0, (size.max or 0) + 1)
        }
        return grid_of(
            self.source,
            self.address,
            cells,
            merged=merged,
            hidden_rows=rows,
            hidden_columns=columns,
            hidden=sheet.sheet_state != "visible",
        )

    def cell(self, cell: ExcelCell, result: ExcelCell) -> Cell:
        formula = _formula(cell)
        cached = not formula or result.value is not None or result.data_type == "str"
        self.no_result += not cached
        text, value, decimals, percent = "", None, None, False
        if cached and result.value is not None:
            text, value, decimals, percent = self.shown(result)
        font = cell.font
        return Cell(
            row=cell.row,
            column=cell.column,
            text=text,
            value=value,
            formula=formula,
            cached=cached,
            decimals=decimals,
            percent=percent,
            bold=bool(font is not None and font.b),
            comment=cell.comment.text.strip() if cell.comment is not None else "",
        )

    def shown(self, cell: ExcelCell) -> tuple[str, Stored, int | None, bool]:
        value = cell.value
        code = cell.number_format or "General"
        if isinstance(value, bool):
            return ("TRUE" if value else "FALSE"), value, None, False
        if isinstance(value, datetime | date | time | timedelta):  # written as a day in words of ISO 8601
            value = serial_of(value, since_1904=self.since_1904)
        if isinstance(value, int | float | Decimal):
            number, rounded = settled(Decimal(str(value)))
            self.met.inexact += rounded
            said = show(number, code, signs=self.signs, since_1904=self.since_1904)
            return said.text, (number if said.moment is None else said.moment), said.decimals, said.percent
        text = str(value)
        if cell.data_type == "e":
            return text, None, None, False
        name = (cell.font.name if cell.font is not None else "") or ""
        text = self.met.letters(text, name)
        return show_text(text, code), text, None, False


def _formula(cell: ExcelCell) -> str:
    """Return the formula of a cell; one typed as text, which only begins with "=", is none."""
    value = cell.value
    if isinstance(value, ArrayFormula):
        return str(value.text or "=")
    if isinstance(value, DataTableFormula):
        return "=TABLE()"
    return str(value) if cell.data_type == "f" else ""
