"""Kinds of columns by their heads, units, formulas and periods."""

import pytest

from danvankheo.domain.periods import Period
from danvankheo.domain.units import PERCENT, SQUARE_METRE
from danvankheo.office.tables.columns import ColumnKind, paths_of, period_of
from danvankheo.office.tables.regions import regions_of
from office_tables import grid_of, table_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Tổng số", "total"), ("Cộng", "total"), ("Đạt", "part"), ("Tỷ lệ (%)", "share"), ("Cơ cấu (%)", "share"),
        ("TH/KH (%)", "attainment"), ("Đạt (%)", "attainment"), ("% so với kế hoạch", "attainment"),
        ("So sánh (%)", "growth"), ("Tăng, giảm (%)", "growth"), ("Chênh lệch", "change"), ("Kế hoạch năm", "plan"),
        ("Dự toán", "plan"), ("Thực hiện", "actual"), ("Lũy kế 9 tháng", "cumulative"), ("Còn lại", "rest"),
        ("Cùng kỳ", "before"), ("Dư nợ đầu kỳ", "opening"), ("Tồn cuối kỳ", "closing"), ("Đơn giá", "price"),
        ("Bình quân", "average"), ("Xếp hạng", "rank"), ("Số hộ", "amount"), ("Giá trị", "amount"),
    ],
)  # fmt: skip
def test_kinds_of_columns_of_figures(head, kind):
    table = table_of(f"TT | Nội dung | Khác | {head}\n1 | A | 5 | 12\n2 | B | 6 | 15")
    assert table.columns[3].kind is ColumnKind(kind)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Người ủng hộ", "giver"), ("Ngày", "day"), ("Lĩnh vực", "field"), ("Xã, phường", "place"), ("Ghi chú", "remarks"),
        ("ĐVT", "unit"), ("Mục đích", "purpose"), ("Số TT", "numbering"), ("Chỉ tiêu", "what"),
    ],
)  # fmt: skip
def test_kinds_of_columns_of_texts(head, kind):
    table = table_of(f"{head} | Số hộ\nx y | 12\nz | 15")
    assert table.columns[0].kind is ColumnKind(kind)


def test_a_column_called_don_vi_is_of_units_only_if_it_holds_them():
    units = table_of("Chỉ tiêu | Đơn vị | Số\nĐất | m2 | 12\nHộ | hộ | 15")
    offices = table_of("Chỉ tiêu | Đơn vị | Số\nĐất | Xã A | 12\nHộ | Xã B | 15")
    assert units.columns[1].kind is ColumnKind.UNIT
    assert units.figures[0].unit == SQUARE_METRE
    assert offices.columns[1].kind is not ColumnKind.UNIT


def test_a_head_goes_on_over_the_columns_that_have_heads_below_it():
    (region,) = regions_of(
        grid_of("TT | Xã | So sánh (%) | \n | | Quý I | Quý II\n1 | A | 105 | 99\n2 | B | 101 | 97")
    )
    assert paths_of(region)[4] == ("So sánh (%)", "Quý II")


def test_percent_formats_make_a_column_one_of_shares():
    table = table_of("Nội dung | Tổng số | Đạt | Kết quả\nA | 12 | 6 | 50%\nB | 8 | 2 | 25%")
    assert table.columns[3].kind is ColumnKind.SHARE
    assert table.figures[2].unit == PERCENT
    assert not table.columns[3].added


def test_periods_of_heads():
    assert period_of(("Tiền", "Quý II/2026")) == Period.from_code("2026-Q2")
    assert period_of(("2024",)) == Period.year(2024)
    assert period_of(("Tháng 1",)) is None
    assert period_of(("Kế hoạch năm 2025",)) is None


def test_part_and_whole_heads():
    table = table_of(
        "TT | Xã | Tổng | Trong đó | \n | | | Nam | Nữ\n1 | A | 12 | 5 | 7\n2 | B | 9 | 4 | 5",
        merges=[(1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 2, 1), (1, 4, 1, 2)],
    )
    assert [each.some_of for each in table.columns] == [False, False, False, True, True]
    assert table.columns[3].name == "Trong đó / Nam"
