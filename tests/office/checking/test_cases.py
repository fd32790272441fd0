"""Tables and sentences with one thing wrong, or nothing: what the audit says of each, at which cell."""

import pytest

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of

_THREE_ROWS = [
    (1, 1, 3, 1),
    (1, 2, 3, 1),
    (1, 3, 1, 3),
    (1, 6, 1, 3),
    (2, 3, 2, 1),
    (2, 4, 1, 2),
    (2, 6, 2, 1),
    (2, 7, 1, 2),
]

CASES = {
    "wage: qty x price wrong": (
        ("D3",),
        (
            grid_of("""
Nội dung | Số lượng | Đơn giá (đồng) | Thành tiền (đồng)
Xi măng (bao) | 120 | 85.000 | 10.200.000
Cát (m3) | 45 | 320.000 | 14.040.000
Đá (m3) | 30 | 410.000 | 12.300.000
Gạch (viên) | 2.500 | 1.200 | 3.000.000
Cộng | | | 39.540.000"""),
        ),
    ),
    "ratio one row": (
        ("D2",),
        (
            grid_of("""
Nội dung | Tổng số hộ | Số hộ đạt | Tỷ lệ (%)
Hộ gia đình văn hóa | 1.250 | 1.180 | 94,9"""),
        ),
    ),
    "clean: index columns": (
        (),
        (
            "ĐVT: tỷ đồng",
            grid_of("""
TT | Chỉ tiêu | Năm 2024 | Năm 2025 | So sánh (%)
1 | Thu nội địa | 1.250,4 | 1.402,7 | 112,2
2 | Thu XNK | 310,5 | 298,1 | 96,0
3 | Thu khác | 45,0 | 51,2 | 113,8
| Tổng thu | 1.605,9 | 1.752,0 | 109,1"""),
        ),
    ),
    "index wrong": (
        ("E4",),
        (
            "ĐVT: tỷ đồng",
            grid_of("""
TT | Chỉ tiêu | Năm 2024 | Năm 2025 | So sánh (%)
1 | Thu nội địa | 1.250,4 | 1.402,7 | 112,2
2 | Thu XNK | 310,5 | 298,1 | 96,0
3 | Thu khác | 45,0 | 51,2 | 131,8
| Tổng thu | 1.605,9 | 1.752,0 | 109,1"""),
        ),
    ),
    "outline single column, wrong child sum": (
        ("C3",),
        (
            "Đơn vị tính: triệu đồng",
            grid_of("""
TT | Nội dung | Số tiền
I | Nguồn thu (I=1+2) | 5.320
1 | Ngân sách | 3.200
2 | Nhân dân | 2.210
II | Chi | 4.800
1 | Đường | 3.100
2 | Điện | 1.700"""),
        ),
    ),
    "clean: trong do partial and overlapping": (
        (),
        (
            grid_of("""
TT | Nội dung | ĐVT | Kết quả
1 | Tổng số đảng viên | người | 245
 | Trong đó: - Nữ | người | 98
 | - Dân tộc thiểu số | người | 77
 | - Dưới 30 tuổi | người | 120
2 | Số chi bộ | chi bộ | 12
3 | Tổng số hội viên | người | 1.540"""),
        ),
    ),
    "subset over whole single column": (
        ("D3",),
        (
            grid_of("""
TT | Nội dung | ĐVT | Kết quả
1 | Tổng số đảng viên | người | 245
 | Trong đó: nữ | người | 298
2 | Số chi bộ | chi bộ | 12"""),
        ),
    ),
    "english csv like": (
        ("E5",),
        (
            grid_of("""
No. | Commune | Model | Amount (million VND) | Workdays
1 | An Phu | 3 | 120.5 | 340
2 | An Binh | 4 | 99.5 | 210
3 | An Hoa | 2 | 80.0 | 150
 | Total | 9 | 300.0 | 770"""),
        ),
    ),
    "clean: blanks and dots": (
        (),
        (
            grid_of("""
STT | Thôn | Tiền (triệu đồng) | Ngày công
1 | Thôn 1 | 12,5 | …
2 | Thôn 2 | … | 45
3 | Thôn 3 | 8,0 | 30
 | Cộng | 31,0 | 90"""),
        ),
    ),
    "subtotals with grand total wrong": (
        ("D9",),
        (
            grid_of("""
TT | Đơn vị | Số hộ | Số tiền (nghìn đồng)
I | Cụm 1 | |
1 | Thôn A | 25 | 12.500
2 | Thôn B | 31 | 15.700
 | Cộng cụm 1 | 56 | 28.200
II | Cụm 2 | |
1 | Thôn C | 18 | 9.400
2 | Thôn D | 22 | 11.000
 | Cộng cụm 2 | 40 | 24.400
 | Tổng cộng | 96 | 48.600"""),
        ),
    ),
    "plan/actual % over wording": (
        ("E3",),
        (
            grid_of("""
TT | Chỉ tiêu | Kế hoạch | Thực hiện | Đạt (%)
1 | Mô hình mới | 20 | 23 | 115,0
2 | Hội nghị | 48 | 45 | 94,75
3 | Tổ tự quản | 16 | 16 | 100,0
4 | Lượt nghe | 4.500 | 5.120 | 113,8"""),
        ),
    ),
    "text total contradiction in words": (
        ("p1",),
        (
            "Năm 2025, toàn huyện vận động được 4.562 triệu đồng, 1.204 ngày công; chi tiết như sau:",
            grid_of("""
TT | Xã | Vận động (triệu đồng) | Ngày công
1 | Xã A | 1.520 | 400
2 | Xã B | 1.733 | 404
3 | Xã C | 1.209 | 400
 | Tổng cộng | 4.462 | 1.204"""),
        ),
    ),
    "clean: text about other year": (
        (),
        (
            "Năm 2024 toàn xã vận động 3.100 triệu đồng; năm 2025 vận động 4.462 triệu đồng, 1.204 ngày công, tăng 43,9% so với năm 2024.",
            grid_of("""
TT | Xã | Vận động (triệu đồng) | Ngày công
1 | Xã A | 1.520 | 400
2 | Xã B | 1.733 | 404
3 | Xã C | 1.209 | 400
 | Tổng cộng | 4.462 | 1.204"""),
        ),
    ),
    "clean: percent columns summed no": (
        (),
        (
            grid_of("""
TT | Đơn vị | Hộ nghèo | Tổng số hộ | Tỷ lệ (%) | Xếp hạng
1 | Thôn 1 | 12 | 240 | 5,00 | 2
2 | Thôn 2 | 8 | 180 | 4,44 | 1
3 | Thôn 3 | 15 | 210 | 7,14 | 3
 | Cộng | 35 | 630 | 5,56 |"""),
        ),
    ),
    "hộ nghèo ratio wrong total": (
        ("E5",),
        (
            grid_of("""
TT | Đơn vị | Hộ nghèo | Tổng số hộ | Tỷ lệ (%)
1 | Thôn 1 | 12 | 240 | 5,00
2 | Thôn 2 | 8 | 180 | 4,44
3 | Thôn 3 | 15 | 210 | 7,14
 | Cộng | 35 | 630 | 5,65"""),
        ),
    ),
    "flow dau ky": (
        ("F3",),
        (
            grid_of("""
TT | Nội dung | Đầu kỳ | Tăng trong kỳ | Giảm trong kỳ | Cuối kỳ
1 | Hộ nghèo | 120 | 5 | 22 | 103
2 | Hộ cận nghèo | 210 | 12 | 30 | 195
3 | Hộ thoát nghèo | 45 | 22 | 10 | 57
4 | Mô hình | 18 | 6 | 2 | 22"""),
        ),
    ),
    "copied total in columns group": (
        ("C4",),
        (
            grid_of("""
TT | Xã | Tổng số | Trong đó: nam | Trong đó: nữ
1 | A | 120 | 70 | 50
2 | B | 95 | 45 | 50
3 | C | 140 | 82 | 68
4 | D | 133 | 63 | 70
5 | E | 88 | 40 | 48"""),
        ),
    ),
    "clean gift list same amounts": (
        (),
        (
            grid_of("""
TT | Họ và tên | Ngày | Số tiền (đồng)
1 | Nguyễn Văn A | 02/3/2026 | 500.000
2 | Trần Thị B | 02/3/2026 | 500.000
3 | Nguyễn Văn A | 05/3/2026 | 500.000
 | Cộng | | 1.500.000"""),
        ),
    ),
    "clean head 3 rows": (
        (),
        (
            grid_of(
                """
TT | Xã | Mô hình | | | Kinh phí (triệu đồng) | |
 | | Tổng số | Trong đó | | Tổng | Chia ra |
 | | | Tập thể | Cá nhân | | Ngân sách | Dân góp
1 | A | 12 | 7 | 5 | 120,5 | 100,0 | 20,5
2 | B | 9 | 4 | 5 | 88,0 | 60,0 | 28,0
 | Cộng | 21 | 11 | 10 | 208,5 | 160,0 | 48,5""",
                merges=_THREE_ROWS,
            ),
        ),
    ),
    "head 3 rows wrong cross": (
        ("F5",),
        (
            grid_of(
                """
TT | Xã | Mô hình | | | Kinh phí (triệu đồng) | |
 | | Tổng số | Trong đó | | Tổng | Chia ra |
 | | | Tập thể | Cá nhân | | Ngân sách | Dân góp
1 | A | 12 | 7 | 5 | 120,5 | 100,0 | 20,5
2 | B | 9 | 4 | 5 | 80,0 | 60,0 | 28,0
3 | C | 8 | 3 | 5 | 50,0 | 40,0 | 10,0
 | Cộng | 29 | 14 | 15 | 258,5 | 200,0 | 58,5""",
                merges=_THREE_ROWS,
            ),
        ),
    ),
    "text ratios": (("p1",), ("Có 45/60 hộ tham gia (85%); 27/28 trường đạt chuẩn (96,43%).",)),
    "text change wrong": (
        ("p1",),
        ("Vận động được 757,5 triệu đồng, tăng 35% so với cùng kỳ (586,3 triệu đồng).",),
    ),
    "transposed: months as rows, total": (
        ("B5",),
        (
            grid_of("""
Tháng | Số cuộc | Lượt người
Tháng 1 | 12 | 340
Tháng 2 | 9 | 280
Tháng 3 | 14 | 410
Quý I | 36 | 1.030"""),
        ),
    ),
    "row-left-out total 1 col": (
        ("C7",),
        (
            "ĐVT: triệu đồng",
            grid_of("""
TT | Công trình | Kinh phí
1 | Đường thôn 1 | 320
2 | Đường thôn 2 | 215
3 | Nhà văn hóa | 480
4 | Kênh mương | 150
5 | Cầu | 90
 | Tổng cộng | 1.165"""),
        ),
    ),
    "shares sum ok but one wrong": (
        ("D4",),
        (
            grid_of("""
TT | Lĩnh vực | Số mô hình | Tỷ lệ (%)
1 | Kinh tế | 45 | 36,0
2 | Văn hóa - xã hội | 38 | 30,4
3 | Quốc phòng - an ninh | 22 | 16,7
4 | Hệ thống chính trị | 20 | 16,0
 | Tổng | 125 | 100"""),
        ),
    ),
    "vượt % attained": (
        (),
        (
            grid_of("""
TT | Chỉ tiêu | Kế hoạch | Thực hiện | Vượt (%)
1 | A | 20 | 23 | 15,0
2 | B | 40 | 44 | 10,0
3 | C | 50 | 60 | 20,0"""),
        ),
    ),
    "clean attained vs last year both": (
        (),
        (
            grid_of("""
TT | Chỉ tiêu | ĐVT | TH 2024 | KH 2025 | TH 2025 | So với KH (%) | So với 2024 (%)
1 | Tiền | triệu đồng | 586,3 | 700,0 | 757,5 | 108,2 | 129,2
2 | Ngày công | ngày | 1.120 | 1.000 | 1.008 | 100,8 | 90,0
3 | Đất | m2 | 940 | 1.200 | 1.316 | 109,7 | 140,0"""),
        ),
    ),
    "both, wrong one": (
        ("H3",),
        (
            grid_of("""
TT | Chỉ tiêu | ĐVT | TH 2024 | KH 2025 | TH 2025 | So với KH (%) | So với 2024 (%)
1 | Tiền | triệu đồng | 586,3 | 700,0 | 757,5 | 108,2 | 129,2
2 | Ngày công | ngày | 1.120 | 1.000 | 1.008 | 100,8 | 96,0
3 | Đất | m2 | 940 | 1.200 | 1.316 | 109,7 | 140,0"""),
        ),
    ),
    "whole below: money triệu vs đồng slip in row": (
        ("C3",),
        (
            grid_of("""
TT | Đơn vị | Số tiền (triệu đồng)
1 | Hội Phụ nữ | 12,5
2 | Đoàn TN | 8.000.000
3 | Hội CCB | 7,5
 | Tổng cộng | 28,0"""),
        ),
    ),
    "points change table": (
        ("E3",),
        (
            grid_of("""
TT | Chỉ tiêu | Năm 2024 (%) | Năm 2025 (%) | Tăng, giảm (điểm %)
1 | Hộ nghèo | 2,6 | 1,9 | -0,7
2 | BHYT | 92,1 | 94,6 | 2,7
3 | Nước sạch | 88,0 | 91,5 | 3,5
4 | Gia đình VH | 93,5 | 94,0 | 0,5"""),
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
