"""Workbooks for people: what is in them is what we computed, and they read back as what they are."""

import io
import zipfile
from fractions import Fraction

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Approximation, Contribution, InvalidValueError, Period, Quantity, load, office, testing
from danvankheo.errors import LongNumberWarning
from danvankheo.office import write_excel
from danvankheo.office.writing.sheet_forms import number_format
from danvankheo.reporting import (
    ChartBlock,
    Document,
    FigureTable,
    Items,
    Note,
    Prose,
    Signature,
    Signer,
    TableColumn,
    Title,
    report_of_many,
    workbook_of,
)
from danvankheo.units import DONG, HECTARE, MILLION_DONG, SQUARE_METRE, WORKDAY
from effort import costly

NAMES = ("an-khe", "chu-pah", "cho-don")


@pytest.fixture
def movements():
    return [load(f"docs/examples/{name}-2022.json") for name in NAMES]


def book_of(sheets, tmp_path, *, formulas=False):
    path = tmp_path / "so.xlsx"
    write_excel(sheets, path)
    return openpyxl.load_workbook(path, data_only=not formulas)


def table_of(*columns, sums=()):
    return Document(title="Bảng", blocks=(FigureTable(columns=columns, sums=sums),))


def cells(sheet):
    return {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }


def test_sheets_have_vietnamese_names_and_no_codes(movements, tmp_path):
    book = book_of(workbook_of(movements), tmp_path)
    assert book.sheetnames == [
        "Tổng hợp", "Theo nơi", "Theo lĩnh vực", "Theo kỳ", "Đóng góp", "Chỉ tiêu", "Nhận xét", "Nguồn",
    ]  # fmt: skip
    said = " ".join(str(value) for sheet in book for value in cells(sheet).values())
    for code in (
        "money",
        "culture_society",
        "defence_security",
        "workday",
        "million_dong",
        "2022-",
        "exactly",
    ):
        assert code not in said
    assert "Tiền (triệu đồng)" in said


def test_sums_are_formulas_whose_stored_values_are_ours(movements, tmp_path):
    sheets = workbook_of(movements)
    formulas, values = (book_of(sheets, tmp_path, formulas=each)["Đóng góp"] for each in (True, False))
    total = next(row for row in formulas.iter_rows() if row[0].value == "Tổng cộng")
    found = {cell.value: values[cell.coordinate].value for cell in total if cell.value}
    assert found == {
        "Tổng cộng": "Tổng cộng", "=SUM(E5:E8)": 214.4, "=SUM(F5:F8)": 731, "=SUM(G5:G8)": 260,
    }  # fmt: skip
    assert values["E5"].number_format == '[$-42A]"hơn "#,##0.0;[$-42A]"hơn "-#,##0.0'


def test_shares_are_formulas_rounded_half_up(movements, tmp_path):
    sheets = workbook_of(movements)
    formulas, values = (book_of(sheets, tmp_path, formulas=each)["Chỉ tiêu"] for each in (True, False))
    shares = {
        c.value: values[c.coordinate].value
        for row in formulas.iter_rows()
        for c in row
        if "ROUND" in str(c.value)
    }
    assert shares["=ROUND(D6/E6*100,2)"] == 96.43
    assert "làm tròn đến 2 chữ số" in " ".join(str(value) for value in cells(values).values())


def test_a_sum_that_a_formula_would_not_give_is_a_number(tmp_path):
    """One row is unknown to us and the total is not the sum of the others."""
    cell = [Quantity(5, DONG), Quantity(7, DONG), Quantity(20, DONG)]
    document = table_of(
        TableColumn(head="Nơi", cells=("A", "B", "Tổng cộng")),
        TableColumn(head="Tiền", cells=cell, kind="money", unit=DONG),
        sums=[(0, 1)],
    )
    assert cells(book_of(document, tmp_path, formulas=True).active)["B5"] == 20


def test_heads_stay_and_are_printed_on_each_page(movements, tmp_path):
    sheet = book_of(workbook_of(movements), tmp_path)["Đóng góp"]
    assert sheet.freeze_panes == "B5"
    assert sheet.auto_filter.ref == "A4:H8"  # the sum is no row to filter
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.page_setup.fitToHeight == 0


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t=", "\r=", "=cmd|' /C calc'!A0 "])
def test_texts_are_never_formulas(lead, tmp_path):
    evil = f"{lead}HYPERLINK(1)"
    blocks = (
        Title(evil), Prose(evil), Items((evil,)), Note(evil), FigureTable.of_texts((evil,), [(evil,)]),
        Signature((Signer(post=evil),)),
    )  # fmt: skip
    path = tmp_path / "a.xlsx"
    write_excel({evil: Document(title=evil, subtitle=evil, blocks=blocks)}, path)
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'quotePrefix="1"' in styles
    assert "hyperlink" not in sheet.lower().replace("hyperlink(1)", "")


def test_numbers_of_more_than_fifteen_digits_are_text_with_a_warning(tmp_path):
    long = 12345678901234567
    money = TableColumn(
        head="Tiền",
        cells=(Quantity(long, DONG), Quantity(1, DONG), Quantity(long + 1, DONG)),
        kind="money",
        unit=DONG,
    )
    with pytest.warns(LongNumberWarning, match="Báo cáo!A3, Báo cáo!A5"):
        write_excel(table_of(money, sums=[(0, 1)]), tmp_path / "a.xlsx")
    found = cells(openpyxl.load_workbook(tmp_path / "a.xlsx").active)
    assert (found["A3"], found["A4"], found["A5"]) == ("12.345.678.901.234.567", 1, "12.345.678.901.234.568")
    assert "hơn 15 chữ số" in found["A6"]


@given(
    st.lists(st.decimals(-(10**9), 10**9, places=3, allow_nan=False), min_size=1, max_size=5),
    st.lists(st.sampled_from([*Approximation]), min_size=5, max_size=5),
)
def test_every_figure_reads_back_as_it_is(amounts, words):
    """The oracle: our reader of workbooks, which knows only the file."""
    given_ = [Quantity(each, MILLION_DONG, word) for each, word in zip(amounts, words, strict=False)]
    money = TableColumn(head="Tiền", cells=given_, kind="money", unit=MILLION_DONG)
    names = TableColumn(head="Nơi", cells=[f"Xã {at}" for at in range(len(given_))])
    buffer = _bytes(table_of(names, money))
    (grid,) = office.read_bytes(buffer, "a.xlsx").grids
    for at, quantity in enumerate(given_):
        cell = grid.at(3 + at, 2)
        assert cell.number == quantity.amount
        assert cell.text == money.texts[at]


def _bytes(document):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_excel(document, path)
        return path.read_bytes()


def test_the_contributions_of_a_workbook_are_read_back(movements, tmp_path):
    path = tmp_path / "so.xlsx"
    write_excel({"Đóng góp": workbook_of(movements)["Đóng góp"]}, path)
    records = office.records_of(office.read_tables(office.read(path)))
    assert [(each.quantity, each.purpose) for each in records.contributions] == [
        (each.quantity, each.purpose) for movement in movements for each in movement.contributions
    ]
    assert {total for total, _ in records.stated_totals} == {
        line.quantity.to(each.unit)
        for line, each in zip(
            report_totals(movements), [total for total, _ in records.stated_totals], strict=True
        )
    }


def report_totals(movements):
    from danvankheo import summarise

    return summarise(movements).contributions


@costly
@given(st.lists(testing.movements(), min_size=1, max_size=3))
def test_the_sheet_of_gifts_has_each_quantity_once(movements):
    written = [each.quantity for movement in movements for each in movement.contributions if each.quantity]
    sheets = workbook_of(movements)
    tables = [table for each in sheets["Đóng góp"].sections for table in each.tables]
    shown = [
        cell
        for table in tables
        for column in table.columns
        for cell in column.cells[: table.length - 1]
        if isinstance(cell, Quantity) or (cell and column.head == "Hiện vật")  # of many units: words
    ]
    assert sorted(map(str, shown)) == sorted(map(str, written))


@pytest.mark.filterwarnings("ignore::danvankheo.errors.LongNumberWarning")
@costly
@given(st.lists(testing.movements(), min_size=1, max_size=3))
def test_a_workbook_of_any_movements_is_written_and_holds_no_error(movements):
    data = _all_bytes(workbook_of(movements, together=True))
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book:
        assert not [value for value in cells(sheet).values() if str(value).startswith("#")]


def _all_bytes(sheets):
    return _bytes(sheets)


def test_nothing_is_found_in_what_we_write(movements, tmp_path):
    write_excel(workbook_of(movements), tmp_path / "a.xlsx")
    assert [str(each) for each in office.audit_paper(office.read(tmp_path / "a.xlsx"))] == []


@pytest.mark.filterwarnings("ignore::danvankheo.errors.LongNumberWarning")
@costly
@given(testing.movements())
def test_gifts_of_any_movement_are_read_back_from_the_file(movement):
    """The oracle: our reader of tables, which knows only the file."""
    data = _bytes({"Đóng góp": workbook_of([movement])["Đóng góp"]})
    records = office.records_of(office.read_tables(office.read_bytes(data, "a.xlsx")))
    for unit in (DONG, WORKDAY, SQUARE_METRE, HECTARE):
        found, expected = (
            sorted(
                (Fraction(each.quantity.value), each.quantity.approximation.value)
                for each in contributions
                if each.quantity is not None and each.quantity.unit.unscaled() == unit
            )
            for contributions in (records.contributions, movement.contributions)
        )
        assert found == expected


def test_an_old_file_stands_where_writing_fails(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(InvalidValueError) as error:
        write_excel(Document(title="a" * 40_000), path)
    assert error.value.reason.value == "text-length"
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("wrong", [None, 7, {"a": 1}, ["a"]])
def test_what_is_no_document_is_refused(wrong, tmp_path):
    with pytest.raises(InvalidValueError):
        write_excel(wrong, tmp_path / "a.xlsx")
    assert not [*tmp_path.iterdir()]


def test_names_of_sheets_are_made_fit(tmp_path):
    documents = {name: Document(title="A") for name in ("a/b", "A b", "x" * 50, "", "'[]")}
    assert book_of(documents, tmp_path).sheetnames == ["a b", "A b (2)", "x" * 31, "Trang", "Trang (2)"]


def test_a_chart_has_its_figures(tmp_path):
    data = FigureTable(
        columns=(TableColumn(head="Nơi", cells=("A",)), TableColumn(head="Số", cells=(3,), kind="number"))
    )
    chart = ChartBlock(title="Biểu đồ", alt="A có 3.", form="ranked", data=data)
    found = cells(book_of(Document(title="A", blocks=(chart,)), tmp_path).active)
    assert {"Biểu đồ", "A có 3.", "Số", 3} <= {*found.values()}


def test_periods_have_their_own_sums(movements, tmp_path):
    earlier = attrs.evolve(movements[0], period=Period.year(2021))
    book = book_of(workbook_of([*movements, earlier]), tmp_path, formulas=True)
    totals = [row for row in book["Theo nơi"].iter_rows() if str(row[0].value).startswith("Tổng cộng")]
    assert [row[0].value for row in totals] == ["Tổng cộng năm 2022"]
    assert totals[0][2].value == "=SUM(C7:C9)"


def test_formats_have_vietnams_signs_and_words():
    assert number_format(0, Approximation.ABOUT) == '[$-42A]"khoảng "#,##0;[$-42A]"khoảng "-#,##0'


def test_a_share_of_parts_that_are_not_in_the_table_is_a_number(tmp_path):
    share = TableColumn(
        head="Tỷ lệ", cells=(Fraction(1, 3),), kind="percent", decimals=2, share=("Đạt", "Tổng")
    )
    assert cells(book_of(table_of(share), tmp_path, formulas=True).active)["A3"] == 33.33


def test_a_report_is_one_sheet(movements, tmp_path):
    assert book_of(report_of_many(movements), tmp_path).sheetnames == ["Báo cáo"]


def test_a_gift_of_unknown_quantity_is_a_remark(movements, tmp_path):
    gift = Contribution(unknown_kind="land", note="chưa đo")
    sheet = workbook_of([attrs.evolve(movements[1], contributions=(gift,))])["Đóng góp"]
    assert sheet.sections[0].table.rows[0][-2:] == ("đất", "chưa đo")
    assert sheet.sections[0].table.head[-2:] == ("Chưa rõ số lượng", "Ghi chú")
