"""Whatever a movement is, the collection workbook that holds it is collected back equal."""

import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Movement, Period, Place, PlaceKind, load, office
from danvankheo.auditing import Severity
from danvankheo.testing import movements
from danvankheo.units import DONG, MILLION_DONG, THOUSAND_DONG, WORKDAY
from effort import costly

IA_SON = Place(
    name="Ia Sơn", kind=PlaceKind.COMMUNE, parent=Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code="52")
)
QUARTER = Period.quarter(2026, 2)


def through(movement: Movement, **options: object) -> office.Collection:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        office.template(path, movement=movement, rows=5, **options)
        return office.collect(path)


@costly
@given(movements(max_size=4), st.sampled_from([DONG, THOUSAND_DONG, MILLION_DONG]))
def test_a_movement_comes_back_equal(movement, money):
    collection = through(movement, money=money)
    assert {problem.kind for problem in collection.problems} <= {office.ProblemKind.NO_FIGURES}
    assert collection.movements == (movement,)
    assert repr(collection.movements) == repr((movement,))  # decimals as written, too


def test_each_record_has_its_cells():
    movement = load("docs/examples/an-khe-2022.json")
    (sent,) = through(movement).sent
    assert sent.form == "sổ thu thập số liệu"
    for at in range(len(movement.contributions)):
        assert sent.addresses_of(f"$.contributions[{at}]")[0].sheet == "Đóng góp"


def opened(path, **options):
    office.template(path, period=QUARTER, place=IA_SON, **options)
    return openpyxl.load_workbook(path)


def head_columns(sheet):
    return {str(cell.value): cell.column for cell in sheet[4] if cell.value}


def test_an_empty_one_is_a_movement_without_figures(tmp_path):
    office.template(tmp_path / "so.xlsx", period=QUARTER, place=IA_SON)
    collection = office.collect(tmp_path)
    assert collection.movements == (Movement(name="Dân vận khéo", period=QUARTER, place=IA_SON),)
    assert [problem.kind for problem in collection.problems] == [office.ProblemKind.NO_FIGURES]


def test_filled_in_as_a_person_does(tmp_path):
    path = tmp_path / "so.xlsx"
    book = opened(path)
    sheet = book["Đóng góp"]
    at = head_columns(sheet)
    sheet.cell(5, at["Nội dung, công trình"], "đường làng")
    sheet.cell(5, at["Tiền (triệu đồng)"], 154.4)
    sheet.cell(5, at["Ngày công"], 731)
    sheet.cell(5, at["Thôn, tổ dân phố"], "làng Pốt")
    sheet.cell(5, at["Ngày, kỳ"], "15/4/2026")
    sheet.cell(7, at["Tiền (triệu đồng)"], "1.027,4")  # typed as text; a row was left out
    sheet.cell(7, at["Ước lượng"], "Hơn")
    sheet.cell(8, at["Hiện vật: số lượng"], 12)
    sheet.cell(8, at["Hiện vật: đơn vị tính"], "tấn")
    sheet.cell(9, at["Ngày công"], "…")
    awards = book["Khen thưởng"]
    at = head_columns(awards)
    awards.cell(5, at["Hình thức"], "giấy khen")
    awards.cell(5, at["Tập thể"], 4)
    rates = book["Chỉ tiêu"]
    at = head_columns(rates)
    rates.cell(5, at["Tên chỉ tiêu"], "Tỷ lệ hộ nghèo")
    rates.cell(5, at["Số đạt"], 91)
    rates.cell(5, at["Tổng số"], 1248)
    book.save(path)
    collection = office.collect(path)
    assert not collection.of(Severity.ERROR)
    (movement,) = collection.movements
    amounts = [(str(gift.quantity) if gift.quantity else gift.kind.label) for gift in movement.contributions]
    assert amounts == ["154,4 triệu đồng", "731 ngày công", "hơn 1.027,4 triệu đồng", "12 tấn", "ngày công"]
    assert movement.contributions[0].place.name == "Pốt"
    assert movement.awards[0].collectives == 4
    assert (movement.indicators[0].part, movement.indicators[0].whole) == (91, 1248)


@pytest.mark.parametrize(
    ("sheet", "head", "typed", "said"),
    [
        ("Đóng góp", "Tiền (triệu đồng)", "nhiều", "phải là một số"),
        ("Đóng góp", "Hiện vật: số lượng", 5, "chưa ghi đơn vị tính"),
        ("Đóng góp", "Người, đơn vị đóng góp", "Đoàn xã", "chưa ghi số lượng"),
        ("Đóng góp", "Tiền (triệu đồng)", -5, "phải từ 0 trở lên"),
        ("Khen thưởng", "Hình thức", "huy hiệu vàng", "phải là một trong"),
        ("Khen thưởng", "Tập thể", 2.5, "phải là một số nguyên"),
        ("Chỉ tiêu", "Giá trị", "cao", "phải là số kèm đơn vị"),
    ],
)
def test_what_is_wrong_names_the_cell_and_leaves_the_rest(tmp_path, sheet, head, typed, said):
    path = tmp_path / "so.xlsx"
    book = opened(path)
    good = book["Đóng góp"]
    good.cell(6, head_columns(good)["Ngày công"], 20)
    book[sheet].cell(5, head_columns(book[sheet])[head], typed)
    book.save(path)
    collection = office.collect(path)
    problem = collection.problems[0]
    assert problem.kind is office.ProblemKind.NOT_IN_FORM
    assert said in problem.vietnamese
    assert problem.address.sheet == sheet
    assert problem.address.row == 5
    assert [gift.quantity.amount for gift in collection.movements[0].contributions] == [20]
    assert collection.movements[0].contributions[0].quantity.unit == WORKDAY


def test_rows_may_be_sorted_added_and_deleted(tmp_path):
    movement = load("docs/examples/an-khe-2022.json")
    path = tmp_path / "so.xlsx"
    office.template(path, movement=movement)
    book = openpyxl.load_workbook(path)
    book["Đóng góp"].delete_rows(5)
    book["Mô hình"].insert_rows(5)
    book.save(path)
    (found,) = office.collect(path).movements
    assert found.contributions == movement.contributions[1:]
    assert found.models == movement.models


def test_a_value_that_was_changed_is_what_counts(tmp_path):
    movement = load("docs/examples/an-khe-2022.json")
    path = tmp_path / "so.xlsx"
    office.template(path, movement=movement)
    book = openpyxl.load_workbook(path)
    about = book["Thông tin chung"]
    row = next(cell.row for cell in about["A"] if cell.value == "Nơi báo cáo")
    about.cell(row, 2, "xã Tú An, tỉnh Gia Lai")
    book.save(path)
    (found,) = office.collect(path).movements
    assert (found.place.name, found.place.code) == ("Tú An", "")


def test_a_sheet_that_was_taken_out_or_added_is_said(tmp_path):
    path = tmp_path / "so.xlsx"
    book = opened(path)
    del book["Khen thưởng"]
    book.create_sheet("Của tôi")["A1"] = "12 triệu"
    book.save(path)
    said = [problem.vietnamese for problem in office.collect(path).problems]
    assert "thiếu trang “Khen thưởng”" in said
    assert "trang thêm vào sổ, không đọc" in said


def test_another_edition_is_refused_by_name(tmp_path):
    path = tmp_path / "so.xlsx"
    book = opened(path)
    book["_danvankheo"]["A2"] = "9"
    book.save(path)
    collection = office.collect(path)
    assert not collection.movements
    assert "bản 9" in collection.problems[0].vietnamese


def test_it_has_lists_locks_and_live_sums(tmp_path):
    book = opened(tmp_path / "so.xlsx")
    sheet = book["Đóng góp"]
    money = head_columns(sheet)["Tiền (triệu đồng)"]
    assert sheet.cell(3, money).value.startswith("=SUM(")
    assert sheet.cell(3, money).protection.locked
    assert not sheet.cell(5, money).protection.locked
    assert sheet.protection.sheet
    lists = [each for each in book["Khen thưởng"].data_validations.dataValidation if each.type == "list"]
    assert lists
    assert book["_danvankheo"].sheet_state == "veryHidden"


@pytest.mark.parametrize(
    "options", [{"money": WORKDAY}, {"rows": 0}, {"rows": 10_001}, {"movement": "phong trào"}]
)
def test_what_is_no_template_is_refused(tmp_path, options):
    with pytest.raises(InvalidValueError):
        office.template(tmp_path / "so.xlsx", **options)


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(InvalidValueError, match="xlsx"):
        office.template(tmp_path / "so.docx")
