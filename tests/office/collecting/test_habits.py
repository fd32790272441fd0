"""Ledgers of many habits, invented: each total is right to the đồng, and totals, plans and earlier periods stay out."""

from decimal import Decimal

import openpyxl
import pytest

from danvankheo import Period, office

QUARTER = Period.quarter(2026, 2)
_ = None

BOOKS = {
    "sections with sums above, a total at the top, a part below": (
        {"money": Decimal(382600000), "labour": 640, "land": 1350},
        {
            "Bieu 01": [
                ("ĐẢNG ỦY XÃ PHƯỚC LONG", _, _, _, "ĐẢNG CỘNG SẢN VIỆT NAM"),
                ("BIỂU TỔNG HỢP KẾT QUẢ HUY ĐỘNG SỨC DÂN",),
                ("(Số liệu quý II/2026)",),
                ("STT", "Nội dung", "Tiền mặt (tr.đ)", "Công lao động (công)", "Hiến đất (m²)"),
                (_, "TỔNG CỘNG", 382.6, 640, 1350),
                ("I", "Cụm 1", 170.1, 250, 600),
                (1, "Ấp Phước Thọ", 120.5, 150, 600),
                (2, "Ấp Phước Hậu", 49.6, 100, "-"),
                ("II", "Cụm 2", 212.5, 390, 750),
                (1, "Ấp Long Hòa", 200, 300, 750),
                (2, "Ấp Long Bình", 12.5, 90, _),
                (_, "Trong đó: hộ nghèo", 2.5, _, _),
            ]
        },
    ),
    "long, several communes, kinds and units in cells, numbers as text": (
        {"money": Decimal(1344000000), "labour": 320, "land": 2500},
        {
            "Data": [
                ("Ngày nhập", "Xã/Phường", "Kỳ báo cáo", "Loại đóng góp", "Số lượng", "ĐVT", "Ghi chú"),
                ("03/7/2026", "P. An Lạc", "Quý II/2026", "Tiền", "1.245,5", "triệu đồng", _),
                ("03/7/2026", "P. An Lạc", "Quý II/2026", "Ngày công", "320", "công", _),
                ("04/7/2026", "X. Bình Hòa", "Quý II/2026", "Tiền", "86.500", "nghìn đồng", "đã đối chiếu"),
                ("04/7/2026", "X. Bình Hòa", "Quý II/2026", "Đất", "0,25", "ha", _),
                ("05/7/2026", "xã Tân Lập", "QUÝ 2 NĂM 2026", "Tiền", "12.000.000", "đồng", _),
            ]
        },
    ),
    "a sheet a month, units in cells": (
        {"money": Decimal(67500000)},
        {
            f"T{month}": [
                ("UBND XÃ IA GRAI",),
                (f"DANH SÁCH ỦNG HỘ THÁNG {month} NĂM 2026",),
                ("STT", "Đơn vị ủng hộ", "Số tiền", "Ghi chú"),
                *rows,
            ]
            for month, rows in {
                4: [
                    (1, "Hội Nông dân", "35,5 tr", _),
                    (2, "Công ty Sông Ba", "20 triệu", _),
                    (_, "Cộng tháng 4", "55,5 tr", _),
                ],
                5: [(1, "Chùa Bửu Sơn", "12.000.000 đ", _), (_, "Cộng tháng 5", "12.000.000 đ", _)],
            }.items()
        },
    ),
    "a summary of a province: communes under Đơn vị, a column a quarter, sums by area": (
        {"money": Decimal(303900000)},
        {
            "Sheet": [
                ("TỈNH GIA LAI",),
                ("TỔNG HỢP ĐÓNG GÓP QUÝ II NĂM 2026",),
                (_, _, _, "ĐVT: 1.000 đồng"),
                ("TT", "Đơn vị", "Quý I", "Quý II"),
                ("I", "Khu vực Đông", _, _),
                (1, "Xã An Bình", 120000, 154400),
                (2, "Phường An Khê", 90000, 88500),
                (_, "Cộng khu vực Đông", 210000, 242900),
                ("II", "Khu vực Tây", _, _),
                (1, "Xã Ia Hrú", 50000, 61000),
                (_, "Cộng khu vực Tây", 50000, 61000),
                (_, "TỔNG CỘNG", 260000, 303900),
            ]
        },
    ),
    "a column a field, with their sum": (
        {"money": Decimal(20500000)},
        {
            "So": [
                ("XÃ ĐAK POCÓ - QUÝ II/2026",),
                (
                    "TT",
                    "Làng",
                    "Kinh tế (triệu đồng)",
                    "VH-XH (triệu đồng)",
                    "QP-AN (triệu đồng)",
                    "Tổng (triệu đồng)",
                ),
                (1, "Làng Klăh", 10.25, 5.5, _, 15.75),
                (2, "Làng Kte", 3, 0, 1.75, 4.75),
                (_, "Tổng", 13.25, 5.5, 1.75, 20.5),
            ]
        },
    ),
    "beside the quarter what is cumulative, and last year": (
        {"money": Decimal(105500000)},
        {
            "BC": [
                ("XÃ IA PNÔN",),
                ("Kết quả Nhân dân đóng góp quý II/2026",),
                ("ĐVT: triệu đồng",),
                ("TT", "Nội dung", "Quý II/2026", "Lũy kế từ đầu năm", "Cùng kỳ năm 2025", "Tăng, giảm (%)"),
                (1, "Làm đường", 45.5, 80, 40, 13.75),
                (2, "Nhà tình thương", 60, 60, 50, 20),
                (_, "Cộng", 105.5, 140, 90, 17.22),
            ]
        },
    ),
    "a unit a row": (
        {"money": Decimal(312400000), "labour": 845, "land": 1260},
        {
            "So lieu": [
                ("PHƯỜNG DIÊN HỒNG - QUÝ II NĂM 2026",),
                ("STT", "Chỉ tiêu", "ĐVT", "Kết quả"),
                (1, "Tiền Nhân dân đóng góp", "Triệu đồng", 312.4),
                (2, "Ngày công lao động", "Công", 845),
                (3, "Đất hiến", "m2", 1260),
                (4, "Mô hình dân vận khéo đăng ký mới", "Mô hình", 14),
            ]
        },
    ),
    "a sheet a quarter": (
        {"money": Decimal(19750000)},
        {
            name: [
                ("UBND XÃ CHƯ A THAI",),
                (f"ĐÓNG GÓP QUÝ {quarter} NĂM 2026",),
                ("TT", "Thôn", "Tiền (nghìn đồng)"),
                (1, "Plei Pông", one),
                (2, "Plei Hek", two),
                (_, "Tổng", one + two),
            ]
            for name, quarter, one, two in (("Q1", "I", 11000, 2000), ("Q2", "II", 15500, 4250))
        },
    ),
    "English signs, blank rows, notes and a signer below": (
        {"money": Decimal(127750000)},
        {
            "So": [
                ("BAN DÂN VẬN ĐẢNG ỦY XÃ AYUN",),
                (),
                ("SỔ THEO DÕI ĐÓNG GÓP QUÝ II/2026",),
                (),
                ("Ngày", "Người đóng góp", "Nội dung", "Số tiền (đồng)"),
                ("05/4/2026", "Nguyễn Thị Lan", "đường điện", "5,500,000"),
                (),
                ("20/5/2026", "Cty CP Ayun", "cầu treo", "120,000,000"),
                ("11/6/2026", "Ẩn danh", "quỹ vì người nghèo", "2,250,000"),
                (_, _, "Cộng", "127,750,000"),
                (),
                ("Ghi chú: chưa tính 3 triệu đồng sẽ nộp quý III.",),
                (_, _, _, "Người lập biểu"),
                (_, _, _, "Ksor H'Lan"),
            ]
        },
    ),
}


@pytest.mark.parametrize("habit", BOOKS)
def test_the_total_is_right(tmp_path, habit):
    wanted, sheets = BOOKS[habit]
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "so.xlsx")
    found = office.collect(tmp_path, period=QUARTER)
    assert {each.kind.value: each.quantity.amount for each in found.total} == wanted
    assert all(sent.movement.place is not None for sent in found.sent)


def test_plan_and_actual_in_a_file_of_excel_text(tmp_path):
    rows = (
        "UBND XÃ VĨNH CHÂU\t\t\t\t",
        "KẾT QUẢ VẬN ĐỘNG NHÂN DÂN ĐÓNG GÓP QUÝ II/2026\t\t\t\t",
        "TT\tKhóm\tKế hoạch (trđ)\tThực hiện (trđ)\tĐạt (%)",
        "1\tKhóm 1\t100\t96,5\t96,5",
        "2\tKhóm 2\t80\t88\t110",
        "3\tKhóm 3\t50\t…\t",
        "\tCộng\t230\t184,5\t80,2",
    )
    (tmp_path / "so.csv").write_text("\r\n".join(rows) + "\r\n", "utf-16", newline="")
    found = office.collect(tmp_path, period=QUARTER)
    assert [str(each.quantity) for each in found.total] == ["184.500.000 đồng"]
