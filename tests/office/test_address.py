"""Addresses print in the user's words, name their block for programs, and sort as one reads."""

import attrs
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from danvankheo.office.address import Address, Part, cell_name, column_letters
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.paper import Paragraph


@given(st.integers(1, 18_278))
def test_columns_are_called_as_excel_calls_them(column):
    assert column_letters(column) == get_column_letter(column)
    assert cell_name(7, column) == f"{get_column_letter(column)}7"


CASES = [
    (Address("a.xlsx", sheet="Tổng hợp", row=17, column=5), "a.xlsx, Tổng hợp!E17", "sheet Tổng hợp", "E17"),
    (Address(sheet="Bieu"), "trang tính “Bieu”", "sheet Bieu", ""),
    (Address(paragraph=4, span=(14, 16)), "đoạn 4, ký tự 15–16", "p 4", ""),
    (Address(page=2, table=1, row=3, column=2), "trang 2, bảng 1, dòng 3, cột 2", "page 2 table 1", "B3"),
    (Address(page=2, paragraph=3), "trang 2, đoạn 3", "page 2 p 3", ""),
    (Address("a.csv", row=5, column=3, head="Số\n tiền"), "a.csv, dòng 5, cột “Số tiền”", "csv", "C5"),
    (Address(part=Part.FOOTNOTE, paragraph=2), "chú thích chân trang 2", "footnote 2", ""),
    (
        Address(part=Part.TEXT_BOX, paragraph=1, inside=Address("a.docx", paragraph=4)),
        "a.docx, đoạn 4, khung chữ 1",
        "p 4 textbox 1",
        "",
    ),
    (
        Address(table=1, row=2, column=2, inside=Address("a.docx", table=2, row=3, column=6)),
        "a.docx, bảng 2, dòng 3, cột 6, bảng 1, dòng 2, cột 2",
        "table 2 cell F3 table 1",
        "B2",
    ),
    (Address("x\x1b.csv", row=1, column=1), "x\\x1b.csv, dòng 1, cột 1", "csv", "A1"),
]


def test_words_and_names():
    for address, vietnamese, block, cell in CASES:
        assert (str(address), address.block, address.cell) == (vietnamese, block, cell)
        assert not set(address.english) & set("đảộ")
        assert "a.docx" not in str(address.without_file())


def test_the_order_is_that_of_the_paper():
    first = Address("a", position=1, row=9, column=9)
    assert first < Address("a", position=2, row=1, column=1) < Address("b", position=0)
    assert Address("a", position=1, row=1, column=2) < Address("a", position=1, row=2, column=1)
    assert Address("a", span=(3, 5)) < Address("a", span=(10, 11))
    assert Address.__lt__(first, 1) is NotImplemented


def test_a_merged_cell_is_found_from_each_of_its_places():
    merged = Cell(row=2, column=1, text="x", height=2, width=3)
    grid = Grid(address=Address(table=1), rows=3, columns=4, cells=(merged,))
    assert {(r, c) for r in range(1, 4) for c in range(1, 5) if grid.at(r, c) is merged} == {
        (r, c) for r in (2, 3) for c in (1, 2, 3)
    }
    assert [[cell is not None for cell in line] for line in grid.lines()] == [
        [False] * 4,
        [True, True, True, False],
        [True, True, True, False],
    ]
    assert (grid.text_at(2, 1), grid.text_at(3, 2)) == ("x", "")


def test_a_paragraph_gives_the_address_of_its_words():
    paragraph = Paragraph(address=Address("a", position=3, paragraph=2), text="Có 14")
    assert paragraph.at(3, 5) == attrs.evolve(paragraph.address, span=(3, 5))
