"""The standard of proof: what explains a gap, and what leaves it open."""

import pytest

from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of

SUM = """
TT | Xã        | Tiền (triệu đồng)
1  | Ia Sơn    | {one}
2  | An Thành  | {two}
3  | Cửu An    | 20
   | Tổng cộng | {total}
"""


def codes(one, two, total, *after):
    found = audit_paper(paper_of(grid_of(SUM.format(one=one, two=two, total=total)), *after))
    return [(finding.code.value, finding.severity.value) for finding in found]


WRONG = [("sum-inconsistent", "error")]
EXPLAINED = [("explained-by-note", "info")]


def test_a_sum_that_does_not_hold_is_alleged():
    assert codes("154,4", "210,5", "420,9") == WRONG
    assert codes("154,4", "210,5", "384,9") == []


@pytest.mark.parametrize("about", ["khoảng 154", "hơn 154", "154"])
def test_what_is_about_is_alleged_only_where_exact(about):
    assert codes(about, "210,5", "420,9") == (WRONG if about == "154" else [])


def test_a_blank_may_hold_what_is_missing_and_never_what_is_too_much():
    assert codes("", "210,5", "400,9") == []
    assert codes("", "210,5", "200,9") == WRONG


@pytest.mark.parametrize(
    ("two", "note", "wanted"),
    [
        ("210,5", "Ghi chú: tổng cộng gồm cả 36 triệu đồng của huyện.", EXPLAINED),
        ("210,5", "Ghi chú: tổng cộng gồm cả 35 triệu đồng của huyện.", WRONG),  # another amount
        ("210,5", "Ghi chú: gồm 30 triệu đồng của huyện và 6 triệu đồng của tỉnh.", EXPLAINED),
        ("210,5", "Tổng cộng gồm cả 36 triệu đồng của huyện.", WRONG),  # no note, a sentence of the report
        ("210,5", "Ghi chú: 36 hộ chưa nộp.", WRONG),  # not money
        ("210,5(*)", "(*) Chưa kể phần của hội.", EXPLAINED),
        ("210,5(*)", "(**) Chưa kể phần của hội.", WRONG),
    ],
)
def test_a_note_explains_a_gap_by_its_amount_or_its_mark(two, note, wanted):
    assert codes("154,4", two, "420,9", note) == wanted
