"""Documents as a workbook for people: heads with units, figures as figures, sums and shares as formulas.

What stands in a cell is our exact result; a formula beside it gives the same, and goes on with the figures
that people change. Where a sum would not give it, such as of figures that nobody knows, the result stands
alone. Texts are never formulas, whatever they begin with.
"""

import warnings
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from itertools import pairwise
from math import ceil
from typing import Any, Final

from danvankheo.calc.arithmetic import round_to
from danvankheo.checking import check_type
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import LongNumberWarning, invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.formatting.numbers import exact
from danvankheo.formatting.phrases import UNKNOWN
from danvankheo.office.writing.sheet_forms import Format, Forms, Shape, number_format
from danvankheo.printing import visible
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Block, ChartBlock, Document, Items, Note, Prose, Signature, Title
from danvankheo.reporting.figure_table import FigureTable, TableColumn, Value, ValueKind, approximation_of

_DIGITS: Final = 15
"""Digits of a number that a spreadsheet keeps."""

_MOST_ROWS: Final = 2**20
_LONGEST_CELL: Final = 32_767
_LONGEST_TITLE: Final = 31
_NOT_IN_TITLES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LEAST_COLUMNS: Final = 6
_LINE, _LARGE_LINE, _HIGHEST = 16.0, 19.0, 400.0
_NARROW, _WIDE, _WIDEST = 11, 34, 60
_LANDSCAPE_FROM: Final = 6
_MOST_ARGUMENTS: Final = 255
_MARGINS: Final = {"left": 0.8, "right": 0.6, "top": 0.8, "bottom": 0.8}  # inches: about 20 and 15 mm
_LONG: Final = f"Số có hơn {_DIGITS} chữ số được ghi dạng chữ, vì bảng tính sẽ làm tròn."
_ROUNDED: Final = "Tỷ lệ làm tròn đến {decimals} chữ số thập phân, từ 5 trở lên làm tròn lên."


def write_excel(sheets: Document | Mapping[str, Document], path: StrPath) -> None:
    """Write documents as a workbook, a sheet each: whoever looks sees the old file or the new, never half.

    A column of a table has one unit, in its head; figures are numbers with the formats of Vietnam, and
    "hơn", "gần", "khoảng" are part of the format. Sums and shares are formulas whose stored values are the
    exact results; shares are rounded half up, as a line below the table says. Heads stay in view and
    are printed on every page; the first table of a sheet has filters.

    Args:
        sheets: a document, or several by the names of their sheets.
        path: the new file; an old one is replaced.

    Warns:
        LongNumberWarning: numbers of more than 15 digits, which are written as text.

    Raises:
        InvalidValueError: a text that is too long for a cell, or more rows than a sheet has.
        OSError: it cannot be written; the old file stands as it was.

    >>> from danvankheo import load, office, reporting
    >>> write_excel(reporting.report_of(load("docs/examples/an-khe-2022.json")), "an-khe.xlsx")
    >>> office.read("an-khe.xlsx").sheets[0].name
    'Báo cáo'
    """
    xlsxwriter: Any = import_module("xlsxwriter")  # the extra "office"; it has no types

    where = path_of(path, "office.write_excel")
    named = {"Báo cáo": sheets} if isinstance(sheets, Document) else sheets
    check_type(named, Mapping, "office.write_excel")
    for document in named.values():
        check_type(document, Document, "office.write_excel")
    long: list[str] = []
    with replaced(where) as whole:
        # What people wrote stays text: no formula, no link, no number.
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        book = xlsxwriter.Workbook(str(whole), options)
        try:
            forms = Forms(book)
            for title, document in _titled(named).items():
                _Sheet(book.add_worksheet(title), forms, document, long).write()
        finally:
            book.close()
    if long:
        warnings.warn(f"{', '.join(long)}: numbers of more than 15 digits", LongNumberWarning, stacklevel=2)


def _titled(named: Mapping[str, Document]) -> dict[str, Document]:
    """Return documents by titles that a workbook can give its sheets: short, without signs, each once."""
    found: dict[str, Document] = {}
    for name, document in named.items():
        plain = " ".join(visible(str(name)).translate(_NOT_IN_TITLES).split())[:_LONGEST_TITLE].strip()
        first, number = plain or "Trang", 1
        title = first
        while title.casefold() in {each.casefold() for each in found}:
            number += 1
            mark = f" ({number})"
            title = f"{first[: _LONGEST_TITLE - len(mark)]}{mark}"
        found[title] = document
    return found


class _Sheet:
    """Writes a document on a sheet, block below block."""

    def __init__(self, sheet: Any, forms: Forms, document: Document, long: list[str]) -> None:
        self.sheet = sheet
        self.forms = forms
        self.document = document
        self.long = long
        self.row = 0
        self.tables = [table for block in document.blocks if (table := _table_of(block)) is not None]
        self.widths = _widths(self.tables)

    def write(self) -> None:
        """Write all of it."""
        for at, width in enumerate(self.widths):
            self.sheet.set_column(at, at, width)
        self._text(self.document.title, self.forms.title)
        if self.document.subtitle:
            self._text(self.document.subtitle, self.forms.prose)
        for block in self.document.blocks:
            match block:
                case Title(text):
                    self.row += 1
                    self._text(text, self.forms.section)
                case Prose(text):
                    self._text(text, self.forms.prose)
                case Items(items):
                    for item in items:
                        self._text(f"– {item}", self.forms.prose)
                case FigureTable():
                    self._table(block)
                case ChartBlock():
                    self._text(block.title, self.forms.section)
                    self._text(block.alt, self.forms.prose)
                    self._table(block.data)
                case Note():
                    self._text(block.shown, self.forms.note)
                case Signature(signers):
                    self._signers([signer.lines for signer in signers])
        self._paper()

    def _paper(self) -> None:
        self.sheet.set_paper(9)  # A4
        if len(self.widths) > _LANDSCAPE_FROM:
            self.sheet.set_landscape()
        self.sheet.set_margins(**_MARGINS)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C&P/&N")
        self.sheet.hide_gridlines(2)

    def _text(self, text: str, form: Format) -> None:
        """Write a line of words over all columns, as high as they need."""
        shown = visible(text)
        self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", form)
        self._string(0, shown, form)
        line = _LARGE_LINE if form is self.forms.title else _LINE
        self._height(_lines(shown, sum(self.widths)), line)
        self._next()

    def _height(self, lines: int, line: float = _LINE) -> None:
        """Make a row high enough: merged cells never grow by themselves, others not in every program."""
        self.sheet.set_row(self.row, min(line * lines, _HIGHEST))

    def _table(self, table: FigureTable) -> None:
        if not table.columns:
            return
        head = self.row
        for at, title in enumerate(table.head):
            self._string(at, visible(title), self.forms.head)
        self._height(max(map(_lines, map(visible, table.head), self.widths)))
        self._next()
        first, shown = self.row, table.rows
        for row in range(table.length):
            for at, column in enumerate(table.columns):
                self._cell(table, row, at, column, first)
            self._height(max(map(_lines, map(visible, shown[row]), self.widths)))
            self._next()
        if len(self.tables) == 1:
            self.sheet.freeze_panes(first, 1)
            self.sheet.repeat_rows(head)
            last = first + table.length - table.totals - 1
            if last >= first:
                self.sheet.autofilter(head, 0, last, len(table.columns) - 1)
        self._remarks(table)

    def _remarks(self, table: FigureTable) -> None:
        """Write below a table how its shares are rounded, and that it has numbers as text."""
        places = {each.decimals for each in table.columns if each.kind is ValueKind.PERCENT}
        for decimals in sorted(each for each in places if each is not None):
            self._text(_ROUNDED.format(decimals=decimals), self.forms.note)
        if any(_is_long(column, cell) for column in table.columns for cell in column.cells):
            self._text(_LONG, self.forms.note)

    def _cell(self, table: FigureTable, row: int, at: int, column: TableColumn, first: int) -> None:
        cell, total = column.cells[row], table.is_total(row)
        number = _written(column, cell)
        if number is None:
            text = visible(column.text_of(cell))
            if _is_long(column, cell):
                self.long.append(f"{self.sheet.get_name()}!{_place(self.row, at)}")
            right = column.kind is not ValueKind.TEXT
            self._string(at, text, self.forms.cell(Shape.of_text(text, total=total, right=right)))
            return
        form = number_format(decimals_of(number.normalize()), approximation_of(cell), signed=column.signed)
        if column.decimals is not None:
            form = number_format(column.decimals, approximation_of(cell), signed=column.signed)
        look = self.forms.cell(Shape(number=form, total=total))
        formula = _sum(table, row, at, first) or _share(table, row, column, self.row)
        if formula:
            self.sheet.write_formula(self.row, at, formula, look, _cached(number))
        else:
            self.sheet.write_number(self.row, at, number, look)

    def _signers(self, signers: Sequence[tuple[str, str, str]]) -> None:
        """Write those who sign, side by side, with room for their hands."""
        self.row += 1
        columns = len(self.widths)
        starts = [columns * at // len(signers) for at in range(len(signers) + 1)]
        for (start, end), (capacity, post, name) in zip(pairwise(starts), signers, strict=True):
            for below, text in ((0, capacity), (1, post), (6, name)):
                if text:
                    line = self.row + below
                    if end - start > 1:
                        self.sheet.merge_range(line, start, line, end - 1, "", self.forms.signer)
                    self._string(start, visible(text), self.forms.signer, row=line)
        self.row += 7

    def _string(self, at: int, text: str, form: Format, *, row: int | None = None) -> None:
        """Write a text as text."""
        if self.sheet.write_string(self.row if row is None else row, at, text, form) != 0:
            raise invalid("office.write_excel", Reason.TEXT_LENGTH, text, most=_LONGEST_CELL)

    def _next(self) -> None:
        self.row += 1
        if self.row >= _MOST_ROWS:
            raise invalid("office.write_excel", Reason.SHEET_ROWS, self.row, most=_MOST_ROWS)


def _table_of(block: Block) -> FigureTable | None:
    match block:
        case FigureTable():
            return block if block.columns else None
        case ChartBlock():
            return block.data
        case _:
            return None


def _lines(text: str, width: float) -> int:
    """Return about how many lines a text needs in a column."""
    return sum(max(1, ceil(len(line) / (width - 1))) for line in text.split("\n"))


def _widths(tables: Sequence[FigureTable]) -> list[float]:
    """Return how wide the columns of a sheet are, by what stands in them."""
    columns = max([_LEAST_COLUMNS, *(len(table.columns) for table in tables)])
    widths = [float(_NARROW)] * columns
    for table in tables:
        for at, column in enumerate(table.columns):
            longest = max((len(line) for text in column.texts for line in text.split("\n")), default=0)
            word = max((len(word) for word in column.title.split()), default=0)
            most = _WIDE if len(table.columns) > 3 else _WIDEST
            widths[at] = max(widths[at], min(max(longest, word) * 1.15 + 2, most))
    return widths


def _written(column: TableColumn, cell: Value) -> Decimal | None:
    """Return the number of a cell as it is written; None where a text is."""
    number = column.number_of(cell)
    if number is None:
        return None
    if column.decimals is not None:
        shown = round_to(number, column.decimals)
    elif isinstance(cell, Quantity) and column.unit is None:
        return None  # each in its own unit: its text
    else:
        shown = exact(number, "office.write_excel")
    return shown if _digits(shown) <= _DIGITS else None


def _digits(number: Decimal) -> int:
    """Return how many digits a number has from its first to its last that is not zero."""
    _, digits, exponent = number.normalize().as_tuple()
    assert isinstance(exponent, int)
    return max(len(digits), len(digits) + exponent)


def _is_long(column: TableColumn, cell: Value) -> bool:
    number = column.number_of(cell)
    own_unit = isinstance(cell, Quantity) and column.unit is None
    return number is not None and not own_unit and _written(column, cell) is None


def _cached(number: Decimal) -> int | float:
    """Return a number as a spreadsheet stores it; of at most 15 digits none is lost."""
    return int(number) if number == number.to_integral_value() else float(number)


def _sum(table: FigureTable, row: int, at: int, first: int) -> str:
    """Return the formula that adds up the rows of a sum, if it gives the exact result."""
    column = table.columns[at]
    if not table.is_total(row) or column.kind in (ValueKind.TEXT, ValueKind.PERCENT):
        return ""
    rows = table.sums[row - table.length + table.totals]
    cells = [column.cells[each] for each in rows]
    plain = all(cell in (None, "", UNKNOWN) or _written(column, cell) is not None for cell in cells)
    figures = [number for cell in cells if (number := column.number_of(cell)) is not None]
    total = column.number_of(column.cells[row])
    if not figures or not plain or sum(Fraction(each) for each in figures) != Fraction(total or 0):
        return ""
    places = [_place(first + each, at) for each in rows]
    if [*rows] == [*range(rows[0], rows[-1] + 1)] and len(rows) > 1:
        return f"=SUM({places[0]}:{places[-1]})"
    return f"=SUM({','.join(places)})" if len(places) <= _MOST_ARGUMENTS else ""


def _share(table: FigureTable, row: int, column: TableColumn, at: int) -> str:
    """Return the formula of a share of two other columns, if these have both figures."""
    if column.share is None or column.decimals is None:
        return ""
    heads = [each.head for each in table.columns]
    if not set(column.share) <= set(heads):
        return ""
    places = [heads.index(head) for head in column.share]
    part, whole = (_written(table.columns[place], table.columns[place].cells[row]) for place in places)
    shown = _written(column, column.cells[row])
    if (
        part is None
        or not whole
        or round_to(Fraction(part) / Fraction(whole) * 100, column.decimals) != shown
    ):
        return ""
    of_part, of_whole = (_place(at, place) for place in places)
    return f"=ROUND({of_part}/{of_whole}*100,{column.decimals})"


def _place(row: int, column: int) -> str:
    """Return the name of a cell: "B3"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
