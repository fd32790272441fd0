"""Workbooks, old, new and open: what cells show, what is stored, what is hidden, merged, or a formula."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Grid
from danvankheo.office.notices import NoticeKind
from danvankheo.office.reader import read, read_bytes
from office_files import SHEET, excel, saved, with_sheet, zipped


def grid_of(data: bytes, **options: str) -> Grid:
    return read_bytes(data, "a.xlsx", **options).grids[0]


@given(
    st.builds(lambda digits, places: digits / 10**places, st.integers(-(10**13), 10**13), st.integers(0, 4))
)
def test_the_stored_number_is_the_shortest_decimal_of_the_double(number):
    held = grid_of(excel({"A1": number})).cells[0]
    assert held.number == Decimal(repr(number))
    assert float(held.number) == number


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_exact(number):
    assert grid_of(excel({"A1": number})).cells[0].value == Decimal(number)


def test_cells_show_their_formats():
    data = excel({"A1": 0.9642, "B1": 1874, "C1": 154.4, "D1": 96.42}, formats={"A1": "0.00%", "B1": "#,##0"})
    grid = grid_of(data)
    assert [cell.text for cell in grid.cells] == ["96,42%", "1.874", "154,4", "96,42"]
    assert [(cell.decimals, cell.percent) for cell in grid.cells] == [
        (2, True),
        (0, False),
        (None, False),
        (None, False),
    ]
    assert [cell.text for cell in grid_of(data, signs="en").cells] == ["96.42%", "1,874", "154.4", "96.42"]


def test_traces_of_binary_calculation_are_read_as_excel_shows_them():
    row = '<row r="1"><c r="A1"><v>0.30000000000000004</v></c></row>'
    paper = read_bytes(with_sheet(f"<worksheet {SHEET}><sheetData>{row}</sheetData></worksheet>"), "a.xlsx")
    assert paper.grids[0].cells[0].value == Decimal("0.3")
    assert [notice.kind for notice in paper.notices] == [NoticeKind.ROUNDED_BY_EXCEL]


def test_days_texts_and_truths():
    moment = datetime(2026, 7, 2)  # noqa: DTZ001
    grid = grid_of(excel({"A1": moment, "B1": "014", "C1": True, "D1": "=không phải công thức"[1:]}))
    assert [cell.value for cell in grid.cells] == [moment, "014", True, "không phải công thức"]
    assert grid.cells[0].text == "2026-07-02 0:00:00"
    assert grid.cells[2].text == "TRUE"


def test_a_format_with_a_letter_of_days_after_digits_is_one_of_numbers():
    held = grid_of(excel({"A1": 1500000.5}, formats={"A1": "#,##0 d"})).cells[0]
    assert (held.text, held.number) == ("1.500.001 d", Decimal("1500000.5"))


CELLS = (
    f'<worksheet {SHEET}><sheetData><row r="1">'
    '<c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1"><f>A1*3</f></c>'
    '<c r="D1" t="str"><f>IF(A1,"")</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    '<c r="F1" t="inlineStr"><is><t>=1+1</t></is></c>'
    "</row></sheetData></worksheet>"
)


def test_formulas_keep_their_results_and_say_when_they_have_none():
    paper = read_bytes(with_sheet(CELLS), "a.xlsx")
    cells = {cell.column: cell for cell in paper.grids[0].cells}
    assert (cells[2].formula, cells[2].number, cells[2].cached) == ("=A1*2", Decimal(4), True)
    assert (cells[3].formula, cells[3].number, cells[3].cached) == ("=A1*3", None, False)
    assert (cells[4].text, cells[4].cached) == ("", True)
    assert (cells[5].text, cells[5].value) == ("#DIV/0!", None)
    assert (cells[6].text, cells[6].formula) == ("=1+1", "")
    assert [notice.vietnamese.split(": ")[1] for notice in paper.notices] == [
        "1 công thức chưa có kết quả, coi như chưa nêu"
    ]


def test_merged_hidden_and_far_blank_cells():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B2"], sheet["C3"] = "BIỂU", 1, 2, 3
    sheet["Z900"] = "  "
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = 5
    hidden.sheet_state = "hidden"
    paper = read_bytes(saved(book), "a.xlsx")
    first, second = paper.grids
    assert (first.rows, first.columns) == (3, 3)
    assert (first.cells[0].width, first.at(1, 3)) == (3, first.cells[0])
    assert [cell.hidden for cell in first.cells] == [False, False, True, True]
    assert (first.hidden_rows, first.hidden_columns) == ({3}, {2})
    assert (second.hidden, second.cells[0].hidden) == (True, True)
    assert [(sheet.name, sheet.hidden) for sheet in paper.sheets] == [("Sheet", False), ("Nháp", True)]
    assert [notice.vietnamese for notice in paper.notices] == [
        "a.xlsx, trang tính “Sheet”: đang ẩn: dòng 3; cột B",
        "a.xlsx, trang tính “Nháp”: đang ẩn: cả trang tính",
    ]


def test_fonts_from_before_unicode():
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value = "§¬n vÞ: triÖu ®ång"
    cell.font = openpyxl.styles.Font(name=".VnTime", bold=True)
    paper = read_bytes(saved(book), "a.xlsx")
    assert (paper.grids[0].cells[0].text, paper.grids[0].cells[0].bold) == ("Đơn vị: triệu đồng", True)
    assert (
        paper.notices[0].english == "a.xlsx: letters of .VnTime (TCVN3) were turned into Unicode in 1 places"
    )


ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def ods(rows: str, columns: str = "", styles: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Biểu" table:style-name="ta1">{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODS, "content.xml": content})


def number(value: str, text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}" {more}><text:p>{text}</text:p></table:table-cell>'


def test_open_sheets_hold_what_is_shown_beside_what_is_stored():
    rows = (
        f'<table:table-row>{number("0.9642", "0,96")}<table:table-cell office:value-type="percentage" '
        'office:value="0.9642"><text:p>96,42%</text:p></table:table-cell>'
        f"{number('3', '3', 'table:formula=' + chr(34) + 'of:=SUM([.A1])' + chr(34))}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{number("1", "1", "table:number-columns-repeated=" + chr(34) + "2" + chr(34))}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string">'
        "<text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    )
    paper = read_bytes(ods(rows), "a.ods")
    grid = paper.grids[0]
    assert [(cell.text, cell.number, cell.percent) for cell in grid.cells[:3]] == [
        ("0,96", Decimal("0.9642"), False),
        ("96,42%", Decimal("0.9642"), True),
        ("3", Decimal(3), False),
    ]
    assert (grid.cells[2].formula, grid.cells[0].decimals, grid.cells[1].decimals) == ("=SUM([.A1])", 2, 2)
    assert [cell.hidden for cell in grid.cells] == [False, False, False, True, True, False]
    assert (grid.cells[-1].text, grid.cells[-1].width, grid.cells[-1].row) == ("a  b\nc", 2, 1_000_003)


def test_an_open_sheet_of_repeated_figures_is_refused():
    rows = f'<table:table-row table:number-rows-repeated="1048576">{number("1", "1")}</table:table-row>'
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(ods(rows), "a.ods")
    assert refused.value.reason is Unreadable.TOO_MANY_CELLS


def test_a_hidden_open_sheet_and_one_with_a_password():
    styles = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    assert (
        read_bytes(ods(f"<table:table-row>{number('1', '1')}</table:table-row>", styles=styles), "a.ods")
        .grids[0]
        .hidden
    )
    locked = zipped(
        {"mimetype": ODS, "META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": b"\1\2"}
    )
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(locked, "a.ods")
    assert refused.value.reason is Unreadable.ENCRYPTED


@pytest.mark.parametrize("name", ["so-cu.xls", "so-cu.ods"])
def test_what_libreoffice_wrote_of_one_workbook_reads_alike(name):
    """The files hold the sheet that `tests/office/kinds/data/README.md` describes."""
    paper = read(Path(__file__).parent / "data" / name)
    first, second = paper.grids
    shown = {(cell.row, cell.column): (cell.text, cell.number) for cell in first.cells}
    assert shown[1, 1][0] == "Đơn vị: triệu đồng"
    assert shown[2, 1][0] == "Xã"
    assert shown[3, 2] == ("154,4", Decimal("154.4"))
    assert shown[3, 3] == ("96,42%", Decimal("0.9642"))
    assert shown[4, 2] == ("1.234.568", Decimal("1234567.5"))
    assert shown[4, 3][0] == "02/07/2026"
    assert shown[6, 2] == ("1.234.721,9", Decimal("1234721.9"))
    assert shown[7, 4] == ("#DIV/0!", None)
    assert {(cell.row, cell.decimals) for cell in first.cells if cell.column == 2 and cell.row in {3, 4}} == {
        (3, 1),
        (4, 0),
    }
    assert (first.at(1, 3), first.hidden_rows, first.hidden_columns) == (first.cells[0], {5}, {4})
    assert [cell.row for cell in first.cells if cell.hidden] == [5, 5, 7]
    assert second.hidden
    assert {notice.kind for notice in paper.notices} == {NoticeKind.LEGACY_FONT, NoticeKind.HIDDEN}


@pytest.mark.parametrize(
    ("value", "text", "shown", "decimals"),
    [
        ("1234", "1,234", "1.234", 0),
        ("1.234", "1,234", "1,234", 3),
        ("1.234", "1.234", "1,234", 3),
        ("1234", "1.234", "1.234", 0),
        ("1234.56", "1,234.6 đ", "1.234,6 đ", 1),
        ("5", "5", "5", 0),
        ("5", "năm", "năm", None),
        ("5", "6", "6", None),
    ],
)
def test_signs_of_an_open_sheet_are_told_by_the_stored_number(value, text, shown, decimals):
    cell = (
        read_bytes(ods(f"<table:table-row>{number(value, text)}</table:table-row>"), "a.ods")
        .grids[0]
        .cells[0]
    )
    assert (cell.text, cell.decimals) == (shown, decimals)


def test_an_old_workbook_that_is_cut_off_or_broken_is_refused():
    whole = (Path(__file__).parent / "data" / "so-cu.xls").read_bytes()
    for share in range(1, 10):
        with pytest.raises(UnreadableFileError):
            read_bytes(whole[: len(whole) * share // 10], "a.xls")


def test_a_cell_of_a_style_that_is_not_there_is_a_broken_record():
    whole = (Path(__file__).parent / "data" / "so-cu.xls").read_bytes()
    number = bytes.fromhex("0302 0e00")  # a NUMBER record: row, column, style, double
    at = whole.index(number)
    broken = whole[: at + 8] + b"\xff\x0f" + whole[at + 10 :]
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(broken, "a.xls")
    assert refused.value.why_vietnamese.startswith("tệp hỏng")
