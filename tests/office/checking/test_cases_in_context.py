"""Tables with the sentences and tables around them: one thing wrong, or nothing, and what the audit says."""

import pytest

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of

CASES = {
    "text tỷ vs table, words": (
        ("p1",),
        (
            "Tổng kinh phí vận động được là 2,45 tỷ đồng, xây dựng 48 mô hình.",
            grid_of("""
TT | Đơn vị | Mô hình | Kinh phí vận động (triệu đồng)
1 | A | 20 | 1.020
2 | B | 15 | 700
3 | C | 13 | 530
 | Tổng cộng | 48 | 2.250"""),
        ),
    ),
    "clean: text subset of one village": (
        (),
        (
            "Riêng thôn A vận động 1.020 triệu đồng; thôn B vận động được 70 triệu đồng làm đường, 15 mô hình.",
            grid_of("""
TT | Đơn vị | Mô hình | Kinh phí vận động (triệu đồng)
1 | A | 20 | 1.020
2 | B | 15 | 700
3 | C | 13 | 530
 | Tổng cộng | 48 | 2.250"""),
        ),
    ),
    "two tables same whole, one differs": (
        ("D5",),
        (
            grid_of("""
TT | Nguồn | Số dự án | Vốn (triệu đồng) | Lao động
1 | A | 12 | 3.400 | 230
2 | B | 9 | 2.100 | 120
 | Tổng số | 21 | 5.500 | 350"""),
            "Biểu 2",
            grid_of("""
TT | Địa bàn | Số dự án | Vốn (triệu đồng) | Lao động
1 | X | 10 | 3.000 | 200
2 | Y | 6 | 1.500 | 100
3 | Z | 5 | 1.090 | 50
 | Tổng số | 21 | 5.590 | 350"""),
        ),
    ),
    "cumulative by quarter wrong": (
        ("D4",),
        (
            grid_of("""
TT | Nội dung | Quý I | Quý II | Quý III | Lũy kế 9 tháng
1 | Mô hình | 5 | 6 | 4 | 15
2 | Hội nghị | 12 | 10 | 9 | 31
3 | Lượt người | 340 | 280 | 410 | 1.300
4 | Tin bài | 44 | 30 | 26 | 100"""),
        ),
    ),
    "stated A=I+II wrong w 2 cols": (
        ("D2",),
        (
            "ĐVT: triệu đồng",
            grid_of("""
TT | Nội dung | Dự toán | Quyết toán
A | TỔNG CHI (A=I+II) | 5.000 | 5.210
I | Chi đầu tư | 3.200 | 3.100
II | Chi thường xuyên | 1.800 | 2.010"""),
        ),
    ),
    "clean: totals with more rows ...": (
        (),
        (
            grid_of("""
TT | Đơn vị | Số tiền (triệu đồng)
1 | A | 12
2 | B | 15
… | … | …
 | Tổng cộng | 120"""),
        ),
    ),
    "clean: several years % structure": (
        (),
        (
            grid_of(
                """
TT | Chỉ tiêu | 2023 | | 2024 |
 | | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
1 | Hộ nghèo | 120 | 4,8 | 98 | 3,9
2 | Hộ cận nghèo | 230 | 9,2 | 210 | 8,4
3 | Hộ khác | 2.150 | 86,0 | 2.192 | 87,7
 | Tổng số | 2.500 | 100 | 2.500 | 100""",
                merges=[(1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 1, 2), (1, 5, 1, 2)],
            ),
        ),
    ),
    "structure wrong one": (
        ("F3",),
        (
            grid_of(
                """
TT | Chỉ tiêu | 2023 | | 2024 |
 | | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
1 | Hộ nghèo | 120 | 4,8 | 98 | 9,3
2 | Hộ cận nghèo | 230 | 9,2 | 210 | 8,4
3 | Hộ khác | 2.150 | 86,0 | 2.192 | 87,7
 | Tổng số | 2.500 | 100 | 2.500 | 100""",
                merges=[(1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 1, 2), (1, 5, 1, 2)],
            ),
        ),
    ),
    "award form cols sum wrong": (
        ("C3",),
        (
            grid_of("""
TT | Hình thức | Tổng số | Tập thể | Cá nhân | Hộ gia đình
1 | Giấy khen | 45 | 12 | 25 | 8
2 | Bằng khen | 20 | 5 | 12 | 2
3 | Kỷ niệm chương | 14 | 0 | 14 | 0
 | Cộng | 79 | 17 | 51 | 10"""),
        ),
    ),
    "tổng at top, bullets": (
        ("B2",),
        (
            "Đơn vị: triệu đồng",
            grid_of("""
Nội dung | Năm 2024 | Năm 2025
Tổng số | 1.250 | 1.410
- Ngân sách | 800 | 900
- Nhân dân | 350 | 380
- Doanh nghiệp | 120 | 130"""),
        ),
    ),
    "slip in part explains row & col": (
        ("C3",),
        (
            grid_of("""
TT | Xã | Quý I | Quý II | Cộng
1 | A | 12 | 15 | 27
2 | B | 31 | 9 | 22
3 | C | 20 | 11 | 31
 | Cộng | 45 | 35 | 80"""),
        ),
    ),
    "text % of count": (
        ("p1",),
        ("Toàn xã có 1.874 hộ, trong đó 1.807 hộ đạt gia đình văn hóa, đạt tỷ lệ 94,4%.",),
    ),
    "text trong đó exceed": (
        ("p1",),
        ("Xây dựng 17 mô hình, trong đó 11 mô hình của tập thể, 7 mô hình của cá nhân.",),
    ),
    "text plan": (
        ("p1",),
        ("Thực hiện 16/15 mô hình, đạt 116,7% kế hoạch.",),
    ),
    "clean text": (
        (),
        (
            "Toàn xã có 1.874 hộ, trong đó có 118 hộ nghèo (6,3%), 406 hộ dân tộc thiểu số; 27/28 trường đạt chuẩn (96,43%); vận động 757,5 triệu đồng, tăng 29,2% so với cùng kỳ (586,3 triệu đồng).",
        ),
    ),
    "money sum over two unit columns": (
        (),
        (
            grid_of("""
TT | Nội dung | ĐVT | Số lượng | Thành tiền (triệu đồng)
1 | Xi măng | tấn | 12,5 | 18,8
2 | Cát | m3 | 45 | 14,4
3 | Công | công | 120 | 36,0
 | Cộng | | | 69,2"""),
        ),
    ),
    "unit slip: one đồng among triệu in rows sum other column ok": (
        ("D4",),
        (
            grid_of("""
TT | Đơn vị | Số hộ | Số tiền (triệu đồng)
1 | A | 12 | 35,5
2 | B | 9 | 20,0
3 | C | 7 | 18.000
 | Cộng | 28 | 73,5"""),
        ),
    ),
    "per-row total wrong english": (
        ("E3",),
        (
            grid_of("""
No | Name | Male | Female | Total
1 | A | 12 | 13 | 25
2 | B | 20 | 11 | 13
3 | C | 7 | 8 | 15
4 | D | 9 | 14 | 23
 | Total | 48 | 46 | 94"""),
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_found_at_its_cell_and_nothing_else(name):
    wanted, blocks = CASES[name]
    found = [each for each in audit_paper(paper_of(*blocks)) if each.severity is not Severity.INFO]
    places = [{each.cell or f"p{each.paragraph}" for each in finding.addresses} for finding in found]
    assert len(found) == len(wanted), [str(each) for each in found]
    for cell, there in zip(wanted, places, strict=True):
        assert cell in there
