"""What tables mean as a whole: figures with units, hidden parts, what is not understood, and the made papers."""

import json
from decimal import Decimal

import pytest

from danvankheo.domain.units import KILOMETRE, MILLION_DONG, WORKDAY, counted
from danvankheo.errors import InvalidValueError
from danvankheo.office.reader import read
from danvankheo.office.tables.described import columns_as_described
from danvankheo.office.tables.numbers import CellKind
from danvankheo.office.tables.reading import read_table, read_tables
from office_files import PAPERS
from office_tables import grid_of, paper_of, table_of

EXPECTED = json.loads((PAPERS / "expected.json").read_text(encoding="utf-8"))["files"]
SHORT = {"ngày công": "ngày"}


@pytest.mark.parametrize("name", EXPECTED)
def test_figures_of_the_made_tables_have_their_value_and_unit(name):
    paper = read(PAPERS / name)
    found = {
        (figure.address.block, figure.address.row, figure.address.column): figure
        for table in read_tables(paper)
        for figure in table.figures
    }
    for figure in EXPECTED[name]["figures"]:
        at, means = figure["at"], figure["means"]
        nested = "cell" in at["block"]  # a table of names and figures without a head
        if "row" not in at or means.get("hidden") or not means.get("role") or nested:
            continue
        read_as = found.get((at["block"], at["row"], at["column"]))
        if read_as is None:
            cell = paper_cell(paper, at)
            assert not cell.cached, figure  # a formula without a result is not stated
            continue
        assert read_as.amount == Decimal(figure["value"])
        label = read_as.unit.label if read_as.unit is not None else ""
        assert SHORT.get(label, label) == figure["unit"], figure


def paper_cell(paper, at):
    grid = next(grid for grid in paper.grids if grid.address.block == at["block"])
    return grid.at(at["row"], at["column"])


def test_the_nearest_unit_wins():
    table = table_of(
        "Công trình | ĐVT | Số lượng | Kinh phí (triệu đồng)\nĐường | km | 4,2 | 12\nNhà | nhà | 3 | 7",
        captions=("ĐVT: nghìn đồng",),
    )
    assert [figure.unit for figure in table.figures] == [
        KILOMETRE,
        MILLION_DONG,
        counted("nhà"),
        MILLION_DONG,
    ]


def test_as_above_is_the_unit_above():
    table = table_of('Chỉ tiêu | ĐVT | Số\nA | ngày công | 12\nB | " | 5')
    assert [figure.unit for figure in table.figures] == [WORKDAY, WORKDAY]


def test_what_is_not_understood_is_listed():
    table = table_of("Nội dung | Tiền (triệu đồng)\nA | 1,234\nB | hai triệu\nC | 7\nD | 8")
    assert [(each.address.cell, each.text) for each in table.not_understood] == [
        ("B3", "hai triệu"),
        ("B2", "1,234"),
    ]
    assert "có thể là 1,234 hoặc 1234" in str(table.not_understood[1])
    assert table.cell_kind(1, 2) is CellKind.TEXT
    assert table.cell_kind(9, 9) is CellKind.UNSTATED


def test_captions_and_notes_of_a_paper():
    table = grid_of("Nguồn | Thực hiện\nA | 12\nB | 5")
    (read_as,) = read_tables(paper_of("Biểu 1. Nguồn vốn (ĐVT: triệu đồng)", table, "Ghi chú: (1) tạm tính"))
    assert read_as.unit == MILLION_DONG
    assert read_as.title == "Biểu 1. Nguồn vốn (ĐVT: triệu đồng)"
    assert read_as.notes == ("Ghi chú: (1) tạm tính",)


def test_columns_by_hand():
    grid = grid_of("Của tôi\nMã | Gì | Bao nhiêu | Khác\nx1 | Đường | 12,5 | 3\n | Cộng | 12,5 | 3")
    (table,) = read_table(grid, head=(2, 2), columns={"Bao nhiêu": MILLION_DONG, "D": None, "Gì": "purpose"})
    assert [(str(figure.amount), figure.unit) for figure in table.figures] == [("12.5", MILLION_DONG)] * 2
    with pytest.raises(InvalidValueError, match="did you mean"):
        read_table(grid, head=(2, 2), columns={"Bao nhieu": MILLION_DONG})
    with pytest.raises(InvalidValueError, match="expected one of numbering"):
        columns_as_described(table.columns, {"Gì": "no such kind"})


def test_what_a_reading_offers():
    table = table_of("TT | Xã | Hộ\n1 | A | 12\n | Cộng | 12")
    figure = table.figure_at(0, 3)
    assert figure in table.figures
    assert table.column(3).head == "Hộ"
    assert [column.column for column in table.figure_columns] == [3]
    assert table.unit_at(0, 3) == counted("hộ")
    assert table.address.table == 1
