"""Where tables begin and end: titles, heads of several rows, number rows, several tables, notes."""

import pytest

from danvankheo.errors import InvalidValueError
from danvankheo.office.address import Address
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.tables.pages import joined
from danvankheo.office.tables.regions import region_under, regions_of
from office_tables import grid_of

SHEET = """
ỦY BAN NHÂN DÂN XÃ MỸ HIỆP | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Biểu 5a. Nguồn đóng góp
 | Đơn vị: triệu đồng
TT | Nguồn | Thực hiện
1 | Nhân dân | 845,6
2 | Kiều bào | 44,4
 | Tổng số | 890,0

Biểu 5b. Công trình
 | ĐVT: 1.000 đồng
TT | Công trình | Thực hiện
1 | Đường | 420.500
 | Tổng số | 420.500

Ghi chú: (1) Bao gồm 120 triệu đồng dự phòng
 | Người lập biểu"""


def test_a_sheet_of_two_tables_is_cut_in_two():
    one, other = regions_of(grid_of(SHEET))
    assert [line.row for line in one.head] == [4]
    assert [line.row for line in one.body] == [5, 6, 7]
    assert one.above[:2] == ("Đơn vị: triệu đồng", "Biểu 5a. Nguồn đóng góp")
    assert [line.row for line in other.body] == [12, 13]
    assert other.above == ("ĐVT: 1.000 đồng", "Biểu 5b. Công trình")
    assert other.below[0].startswith("Ghi chú: (1)")


def test_merged_heads_and_the_row_of_numbers():
    grid = grid_of(
        """
TT | Hình thức | Số lượng | | |
 | | Tổng số | Trong đó | |
 | | | Tập thể | Cá nhân |
1 | 2 | 3 = 4+5 | 4 | 5 |
01 | Bằng khen | 612 | 168 | 444 |
 | Cộng | 612 | 168 | 444 |""",
        merges=[(1, 1, 3, 1), (1, 2, 3, 1), (1, 3, 1, 3), (2, 3, 2, 1), (2, 4, 1, 2)],
    )
    (table,) = regions_of(grid)
    assert [line.row for line in table.head] == [1, 2, 3]
    assert table.numbers.row == 4
    assert [line.row for line in table.body] == [5, 6]


def test_words_with_numbers_over_the_row_of_numbers_are_heads():
    (table,) = regions_of(
        grid_of("Tỉnh | Thu | Lương tối thiểu\n | | 450.000đ\n1 | 2 | 3\nHà Nội | 12 | 45\nHuế | 7 | 9")
    )
    assert [line.row for line in table.head] == [1, 2]
    assert [line.row for line in table.body] == [4, 5]


def test_a_section_right_below_the_head_is_of_the_body():
    (table,) = regions_of(grid_of("TT | Đơn vị | Số hộ\nI | Cụm 1 |\n1 | Thôn A | 25\n2 | Thôn B | 31"))
    assert [line.row for line in table.head] == [1]
    assert [line.row for line in table.body] == [2, 3, 4]


def test_years_in_a_head_are_no_figures():
    (table,) = regions_of(grid_of("TT | Xã | 2024 | 2025\n1 | A | 12 | 15\n2 | B | 9 | 7"))
    assert [line.row for line in table.body] == [2, 3]


def test_a_layout_without_figures_is_no_table():
    assert not [*regions_of(grid_of("TM. ỦY BAN NHÂN DÂN | Nơi nhận:\nCHỦ TỊCH | - Lưu VT"))]
    assert not [*regions_of(Grid(address=Address(table=1), rows=0, columns=0, cells=()))]


def page(number, text, table=1):
    grid = grid_of(text)
    return Grid(
        address=Address("a.pdf", page=number, table=table),
        rows=grid.rows,
        columns=grid.columns,
        cells=grid.cells,
    )


HEAD = "TT | Xã | Kinh phí\n"


def test_a_table_goes_on_over_the_page_with_its_head_again_or_without():
    first, again, bare = (
        page(1, HEAD + "1 | A | 12\n2 | B | 9"),
        page(2, HEAD + "3 | C | 7"),
        page(2, "3 | C | 7"),
    )
    for other in (again, bare):
        (table,) = joined([*regions_of(first), *regions_of(other)])
        assert len(table.body) == 3
    other = page(2, "TT | Xã | Số hộ\n3 | C | 7")
    assert len(joined([*regions_of(first), *regions_of(other)])) == 2


def test_a_table_that_is_summed_up_is_over():
    first = page(1, HEAD + "1 | A | 12\n | Tổng cộng | 12")
    assert len(joined([*regions_of(first), *regions_of(page(2, HEAD + "1 | C | 7"))])) == 2


def test_a_head_that_is_given():
    grid = grid_of("Của tôi\nMã | Gì | Bao nhiêu\nx1 | Đường | 12")
    table = region_under(grid, 2, 2)
    assert [line.row for line in table.body] == [3]
    with pytest.raises(InvalidValueError, match=r"read_table\.head"):
        region_under(grid, 3, 3)


def test_cells_far_away_cost_nothing():
    cells = (Cell(row=1, column=1, text="a"), Cell(row=1_000_000, column=16_000, text="7"))
    assert [*regions_of(Grid(address=Address(), rows=1_000_000, columns=16_000, cells=cells))] == []
