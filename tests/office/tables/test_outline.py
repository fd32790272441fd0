"""Which row is under which."""

import pytest

from danvankheo.office.tables.outline import RowKind, level_of
from office_tables import table_of


def under(text):
    table = table_of("TT | Nội dung | Số tiền\n" + text)
    names = {row.at: row.label for row in table.rows}
    return {row.label: names.get(row.parent) for row in table.rows}, table.rows


def test_letters_roman_numbers_and_small_letters_nest():
    parents, _ = under(
        "A | Đầu tư | 4\nI | Đường | 3\n1 | Xã | 1\n2 | Ấp | 2\nII | Nhà | 1\na | Mới | 1\nB | Phong trào | 5\n- | Khen | 5"
    )
    assert parents == {
        "Đầu tư": None,
        "Đường": "Đầu tư",
        "Xã": "Đường",
        "Ấp": "Đường",
        "Nhà": "Đầu tư",
        "Mới": "Nhà",
        "Phong trào": None,
        "Khen": "Phong trào",
    }


def test_rows_without_numbers_are_under_the_last_with_one():
    parents, _ = under(
        "I | Công nghiệp | 5\n | Dầu khí | 2\n | Nhẹ | 3\nII | Nông nghiệp | 4\n | Lúa | 4\n | Tổng số | 9"
    )
    assert parents["Dầu khí"] == parents["Nhẹ"] == "Công nghiệp"
    assert parents["Lúa"] == "Nông nghiệp"
    assert parents["Tổng số"] is None


def test_parts_of_a_row_are_marked_and_end_with_the_next_number():
    _, rows = under("1 | Hộ | 40\n | Trong đó: hộ nghèo | 5\n | - Hộ khác | 7\n2 | Trường | 3")
    assert [(row.kind, row.some, row.parent) for row in rows] == [
        (RowKind.ITEM, False, None),
        (RowKind.SOME, True, 0),
        (RowKind.ITEM, True, 0),
        (RowKind.ITEM, False, None),
    ]


def test_parts_that_begin_below_their_word():
    _, rows = under("III | Chi | 40\n | Trong đó: |\n1 | Giáo dục | 5\n2 | Y tế | 7\nIV | Khác | 3")
    assert [(row.some, row.parent) for row in rows] == [
        (False, None),
        (False, 0),
        (True, 0),
        (True, 0),
        (False, None),
    ]


def test_numbers_in_the_name_of_a_row():
    table = table_of("Chỉ tiêu | Số\n1. Dân số | 12\n1.1. Nam | 5\n1.2. Nữ | 7\n2. Hộ | 4")
    assert [(row.number, row.level, row.parent) for row in table.rows] == [
        ("1", "number", None),
        ("1.1", "number.2", 0),
        ("1.2", "number.2", 0),
        ("2", "number", None),
    ]


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("C", "letter"),
        ("I", "roman"),
        ("VII", "roman"),
        ("1.2.3", "number.3"),
        ("đ", "small"),
        ("+", "bullet +"),
    ],
)
def test_levels(number, level):
    assert level_of(number) == level


def test_a_letter_that_follows_another_is_no_roman_number():
    assert level_of("I", ["H"]) == "letter"
    assert level_of("V", ["B"]) == "roman"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("TỔNG CỘNG", RowKind.TOTAL), ("Cộng cụm 1", RowKind.TOTAL), ("Toàn tỉnh", RowKind.TOTAL), ("Lũy kế", RowKind.CUMULATIVE),
        ("Tổng Công ty Cà phê", RowKind.ITEM), ("Cộng Hòa", RowKind.ITEM),
    ],
)  # fmt: skip
def test_kinds_of_rows(label, kind):
    assert table_of(f"TT | Nội dung | Số\n1 | A | 3\n | {label} | 3").rows[1].kind is kind
