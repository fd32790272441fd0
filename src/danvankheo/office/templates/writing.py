"""``template``: the collection workbook, empty or with what is known filled in."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeAlias

from danvankheo.checking import check_type
from danvankheo.documents.converter import structured, unstructured
from danvankheo.documents.text import dumps
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.units import MILLION_DONG, Dimension, Unit
from danvankheo.errors import invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import cell_name, column_letters
from danvankheo.office.templates.layout import (
    ABOUT_LINES,
    ABOUT_SHEET,
    CHOICES_SHEET,
    GUIDE,
    GUIDE_SHEET,
    HEAD_ROW,
    LEAST_ROWS,
    MONEY,
    REST,
    SHEETS,
    SUM_ROW,
    TemplateColumn,
    TemplateSheet,
)
from danvankheo.office.templates.marks import EDITION, MARK, MARK_SHEET
from danvankheo.office.templates.rows import (
    LONGEST_CELL,
    Record,
    RowCells,
    Shown,
    cells_of,
    is_a_number,
    written,
)
from danvankheo.office.templates.values import NUMBER, WHOLE
from danvankheo.office.writing.workbooks import as_cell, new_workbook
from danvankheo.reasons import Reason

Workbook: TypeAlias = Any  # XlsxWriter has no types
Worksheet: TypeAlias = Any
Format: TypeAlias = Any

_WHERE: Final = "office.template"
_TITLE: Final = "Sổ thu thập số liệu phong trào thi đua"
_WIDEST_HINT: Final = 250


def template(
    path: StrPath,
    *,
    movement: Movement | None = None,
    name: str = "Dân vận khéo",
    period: Period | None = None,
    place: Place | None = None,
    money: Unit = MILLION_DONG,
    rows: int = LEAST_ROWS,
) -> None:
    """Write a collection workbook (.xlsx) for a sender to fill in; `collect` reads it without a question.

    It has drop-down lists, units in its heads, locked sums, instructions in Vietnamese, and a hidden sheet by
    which it is known whatever it is called. What a movement has that no cell can show is kept in the last,
    hidden column of its row.

    Args:
        path: the file to write.
        movement: what is known, filled in; the next three are then taken from it.
        name: the movement's name.
        period: the period to report, filled in.
        place: whose it is, filled in.
        money: in which unit money is written.
        rows: how many rows are ready on each sheet.

    Raises:
        InvalidValueError: no unit of money; no or too many rows; a record longer than a cell holds.
        ModuleNotFoundError: XlsxWriter is not installed; the message names the extra.
        OSError: the file cannot be written; the old one stands as it was.

    >>> from danvankheo import Period, load, office
    >>> office.template("mau-quy-2.xlsx", period=Period.quarter(2026, 2))
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> office.template("an-khe.xlsx", movement=an_khe)
    >>> office.collect("an-khe.xlsx").movements == (an_khe,)
    True
    """
    if Path(path_of(path, _WHERE)).suffix.lower() != ".xlsx":
        raise invalid(f"{_WHERE}.path", Reason.ONE_OF, str(path), allowed=".xlsx")
    check_type(money, Unit, f"{_WHERE}.money")
    if money.dimension is not Dimension.MONEY or money.rate:
        raise invalid(
            f"{_WHERE}.money", Reason.ONE_OF, money.label, allowed="DONG, THOUSAND_DONG, MILLION_DONG"
        )
    if not isinstance(rows, int) or not 1 <= rows <= 10_000:
        raise invalid(f"{_WHERE}.rows", Reason.IN_RANGE, rows, low="1", high="10000")
    if movement is not None:
        check_type(movement, Movement, f"{_WHERE}.movement")
        record: Record = json.loads(dumps(movement))
    else:
        record = {"name": name}
        if period is not None:
            record["period"] = period.code
        if place is not None:
            record["place"] = unstructured(place)
    record.pop("version", None)
    with replaced(path_of(path, _WHERE)) as file, new_workbook(file, _WHERE) as book:
        _Writer(book, record, money, rows).write()


class _Writer:
    """Writes one workbook."""

    def __init__(self, book: Workbook, record: Record, money: Unit, rows: int) -> None:
        self.book = book
        self.record = record
        self.money = money
        self.rows = rows
        self.lists: dict[str, tuple[str, ...]] = {}
        book.set_properties({"title": _TITLE})
        box = {"border": 1, "valign": "top", "text_wrap": True}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.plain: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.head: Format = book.add_format({**box, "bold": True, "bg_color": "#DDE8F3", "valign": "vcenter"})
        self.sum: Format = book.add_format(
            {**box, "bold": True, "bg_color": "#E7E6E6", "num_format": "#,##0.###"}
        )
        self.locked: Format = book.add_format({**box, "bg_color": "#E7E6E6", "num_format": "0.00"})
        self.whole: Format = book.add_format({"num_format": "#,##0"})
        self.open: dict[str, Format] = {}
        self.box = {**box, "bg_color": "#FFF9DB", "locked": False}

    def write(self) -> None:
        """Write all sheets: instructions, what stands once, the records, the hidden ones."""
        self._guide()
        self._about()
        for sheet in SHEETS:
            self._sheet(sheet)
        self._choices()
        self._mark()
        self.book.worksheets()[1].activate()

    def _format(self, code: str) -> Format:
        if code not in self.open:
            self.open[code] = self.book.add_format({**self.box, "num_format": code})
        return self.open[code]

    def _guide(self) -> None:
        sheet = self.book.add_worksheet(GUIDE_SHEET)
        sheet.write_string(0, 0, _TITLE, self.title)
        for row, line in enumerate(GUIDE, 2):
            sheet.write_string(row, 0, f"{row - 1}. {line}", self.plain)
        sheet.set_column(0, 0, 100)
        sheet.protect()

    def _about(self) -> None:
        held = {key: value for key, value in self.record.items() if key not in {each.list for each in SHEETS}}
        cells = cells_of(ABOUT_LINES, held, self.money)
        sheet = self.book.add_worksheet(ABOUT_SHEET)
        sheet.write_string(0, 0, "Thông tin chung", self.title)
        for row, line in enumerate(ABOUT_LINES, 2):
            sheet.write_string(row, 0, line.head, self.head)
            self._cell(sheet, row, 1, cells.shown.get(line.key), line)
            self._help(sheet, (row, 1, row, 1), line)
        last = 2 + len(ABOUT_LINES)
        sheet.write_string(last, 0, REST, self.head)
        for at, start in enumerate(range(0, len(cells.rest), LONGEST_CELL), 1):
            sheet.write_string(last, at, cells.rest[start : start + LONGEST_CELL], self.plain)
        sheet.set_row(last, None, None, {"hidden": True})
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 60)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _sheet(self, layout: TemplateSheet) -> None:
        sheet = self.book.add_worksheet(layout.name)
        sheet.write_string(0, 0, layout.name, self.title)
        sheet.write_string(1, 0, self._whose(), self.plain)
        records = self.record.get(layout.list, [])
        assert isinstance(records, list)
        ready = max(self.rows, len(records) + 20)
        last = HEAD_ROW + ready
        for column, each in enumerate(layout.columns):
            self._column(sheet, column, each, last)
        end = len(layout.columns)
        sheet.write_string(HEAD_ROW - 1, end, REST, self.head)
        sheet.set_column(end, end, 12, None, {"hidden": True})
        for row, record in enumerate(records, HEAD_ROW):
            cells = cells_of(layout.columns, record, self.money)
            self._check_length(layout, row, cells)
            self._row(sheet, row, layout, cells)
        for row in range(HEAD_ROW + len(records), last):
            self._row(sheet, row, layout, RowCells({}, ""))
        sheet.freeze_panes(HEAD_ROW, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW - 1)
        allowed = ("insert_rows", "delete_rows", "sort", "format_cells", "format_columns", "format_rows")
        sheet.protect("", dict.fromkeys(allowed, True))

    def _whose(self) -> str:
        """Return whose the sheet is, in words."""
        period, place = self.record.get("period"), self.record.get("place")
        said = [format_period(Period.from_code(period))] if isinstance(period, str) else []
        if isinstance(place, Mapping):
            said.insert(0, format_place(structured(place, Place)))
        return ", ".join(said)

    def _column(self, sheet: Worksheet, column: int, each: TemplateColumn, last: int) -> None:
        letters = column_letters(column + 1)
        if each.summed:
            formula = f"=SUM({letters}{HEAD_ROW + 1}:{letters}{last})"
            sheet.write_formula(SUM_ROW - 1, column, formula, self.sum, self._sum_of(each))
        elif column == 0:
            sheet.write_string(SUM_ROW - 1, column, "Tổng cộng (tự tính)", self.sum)
        sheet.write_string(HEAD_ROW - 1, column, head_of(each, self.money), self.head)
        sheet.set_column(column, column, each.width)
        self._help(sheet, (HEAD_ROW, column, last - 1, column), each)
        if each.summed:
            first = f"{letters}{HEAD_ROW + 1}"
            rule = {"type": "formula", "criteria": f"=MOD({first},1)=0", "format": self.whole}
            sheet.conditional_format(HEAD_ROW, column, last - 1, column, rule)

    def _sum_of(self, column: TemplateColumn) -> int | float:
        """Return the sum that Excel will show, for whoever reads the file before it does."""
        total = Decimal(0)
        for sheet in SHEETS:
            if column in sheet.columns:
                records = self.record.get(sheet.list, [])
                assert isinstance(records, list)
                for record in records:
                    said = cells_of(sheet.columns, record, self.money).shown.get(column.key)
                    total += said if isinstance(said, Decimal) and is_a_number(said) else 0
        return as_cell(total)

    def _row(self, sheet: Worksheet, row: int, layout: TemplateSheet, cells: RowCells) -> None:
        for column, each in enumerate(layout.columns):
            if each.ratio:
                part, whole = (cell_name(row + 1, _at(layout, key) + 1) for key in ("part", "whole"))
                formula = f'=IF(AND(ISNUMBER({part}),ISNUMBER({whole}),N({whole})<>0),{part}/{whole}*100,"")'
                sheet.write_formula(row, column, formula, self.locked, "")
            else:
                self._cell(sheet, row, column, cells.shown.get(each.key), each)
        end = len(layout.columns)
        if cells.rest:
            sheet.write_string(row, end, cells.rest, self._format("@"))
        else:
            sheet.write_blank(row, end, None, self._format("@"))

    def _cell(
        self, sheet: Worksheet, row: int, column: int, said: Shown | None, each: TemplateColumn
    ) -> None:
        if said is None:
            sheet.write_blank(
                row, column, None, self._format("@" if not each.summed and _is_text(each) else "General")
            )
        elif isinstance(said, Decimal) and is_a_number(said):
            decimals = max(decimals_of(said), 0)
            code = "#,##0" + ("." + "0" * decimals if decimals else "")
            sheet.write_number(row, column, as_cell(said), self._format(code))
        else:
            sheet.write_string(row, column, written(said), self._format("@"))

    def _help(self, sheet: Worksheet, area: tuple[int, int, int, int], each: TemplateColumn) -> None:
        """Give cells their list of choices, and what to write in them."""
        options: dict[str, object] = {}
        if each.choices:
            self.lists[each.head] = tuple(each.choices)
            at = [*self.lists].index(each.head) + 1
            letters = column_letters(at)
            options = {
                "validate": "list",
                "source": f"='{CHOICES_SHEET}'!${letters}$1:${letters}${len(each.choices)}",
                "error_title": "Chọn trong danh sách",
                "error_message": "Hãy chọn một mục trong danh sách, hoặc để trống.",
            }
        elif each.hint:
            options = {"validate": "any"}
        if each.hint:
            options |= {"input_title": each.head[:32], "input_message": each.hint[:_WIDEST_HINT]}
        if options:
            sheet.data_validation(*area, options)

    def _choices(self) -> None:
        sheet = self.book.add_worksheet(CHOICES_SHEET)
        for column, labels in enumerate(self.lists.values()):
            for row, label in enumerate(labels):
                sheet.write_string(row, column, label)
        sheet.very_hidden()

    def _mark(self) -> None:
        sheet = self.book.add_worksheet(MARK_SHEET)
        for row, text in enumerate((MARK, EDITION, self.money.code)):
            sheet.write_string(row, 0, text)
        sheet.very_hidden()

    def _check_length(self, layout: TemplateSheet, row: int, cells: RowCells) -> None:
        if len(cells.rest) > LONGEST_CELL:
            where = f"{_WHERE}.movement.{layout.list}[{row - HEAD_ROW}]"
            raise invalid(where, Reason.TEXT_LENGTH, cells.rest[:40], most=LONGEST_CELL)


def _is_text(column: TemplateColumn) -> bool:
    return column.cells not in (NUMBER, WHOLE)


def _at(layout: TemplateSheet, key: str) -> int:
    return next(at for at, each in enumerate(layout.columns) if each.key == key)


def head_of(column: TemplateColumn, money: Unit) -> str:
    """Return the head of a column, with the unit of money."""
    return f"{column.head} ({money.label})" if column.key == MONEY else column.head
