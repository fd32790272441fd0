"""The text of a paper against its tables: contradicted only where the words name the row or the column."""

import pytest

from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of

TABLE = """
TT | Xã        | Tiền (triệu đồng) | Ngày công
1  | Ia Sơn    | 154,4             | 731
2  | An Thành  | 210,5             | 1.245
3  | Cửu An    | 96                | 520
   | Tổng cộng | 460,9             | 2.496
"""


def findings(text):
    return list(audit_paper(paper_of(text, grid_of(TABLE))))


@pytest.mark.parametrize(
    ("text", "surface", "cell", "correction"),
    [
        (
            "Nhân dân đóng góp tổng số tiền 460,9 triệu đồng và 2.946 ngày công.",
            "2.946 ngày công",
            (5, 4),
            "2.496",
        ),
        ("Xã An Thành góp 120,5 triệu đồng.", "120,5 triệu đồng", (3, 3), "210,5"),
        ("Xã An Thành góp 1.254 ngày công.", "1.254 ngày công", (3, 4), "1.245"),
    ],
)
def test_a_figure_that_differs_from_its_cell_is_found(text, surface, cell, correction):
    (finding,) = findings(text)
    there, in_table = finding.addresses
    assert finding.code == "contradiction"
    assert text[slice(*there.span)] == surface
    assert (in_table.row, in_table.column) == cell
    assert finding.correction == correction


@pytest.mark.parametrize(
    "text",
    [
        "Nhân dân đóng góp tổng số tiền 460,9 triệu đồng và 2.496 ngày công.",
        "Nhân dân đóng góp tổng số tiền 461 triệu đồng và 2.496 ngày công.",  # rounded
        "Nhân dân đóng góp hơn 460 triệu đồng và 2.946 ngày công.",  # nothing agrees
        "Nhân dân đóng góp 460,9 triệu đồng; cả huyện huy động 5.120 ngày công.",  # no slip of 2.496
        "Xã An Thành năm trước góp 1.254 ngày công.",
        "Xã An Thành góp 96 triệu đồng.",  # is elsewhere in the table
        "Xã An Phú góp 1.254 ngày công.",
        "Xã An Thành góp 1.254 m2 đất.",
    ],
)
def test_a_figure_that_can_be_another_is_left_alone(text):
    assert not findings(text)
