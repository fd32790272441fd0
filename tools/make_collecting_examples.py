"""Make the folder of files that `collect` is shown with: what six communes sent for a quarter, all invented.

python tools/make_collecting_examples.py docs/examples/office/nop
"""

import sys
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
from docx.document import Document

from danvankheo import Contribution, Movement, Organization, Period, Place, PlaceKind, Quantity, office
from danvankheo.units import MILLION_DONG, WORKDAY

QUARTER = Period.quarter(2026, 2)
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
TITLE = "BÁO CÁO kết quả phong trào “Dân vận khéo” quý II năm 2026"


def main(folder: Path) -> None:
    """Write all files."""
    folder.mkdir(parents=True, exist_ok=True)
    of_template(folder / "ia-son.xlsx")
    report(
        folder / "ia-nhon.docx", "IA NHƠN", [("Kinh tế", "75,5", "110"), ("Văn hóa - xã hội", "24,5", "64")]
    )
    report(
        folder / "ia-nhon-gui-lai.docx",
        "IA NHƠN",
        [("Kinh tế", "78,5", "110"), ("Văn hóa - xã hội", "24,5", "64")],
    )
    ledger(folder / "an-thanh.xlsx")
    (folder / "an-thanh (1).xlsx").write_bytes((folder / "an-thanh.xlsx").read_bytes())
    csv(folder / "xa-an-phu.csv")
    (folder / "ia-hrung.xlsx").write_bytes((folder / "an-thanh.xlsx").read_bytes()[:2000])
    months(folder / "Chư Sê.xlsx")


def of_template(path: Path) -> None:
    """A collection workbook, filled in."""
    union = Organization(name="Hội Phụ nữ xã")
    movement = Movement(
        name="Dân vận khéo",
        period=QUARTER,
        place=Place(name="Ia Sơn", kind=PlaceKind.COMMUNE, parent=GIA_LAI),
        contributions=(
            Contribution(quantity=Quantity(Decimal("154.4"), MILLION_DONG), purpose="đường làng Pốt"),
            Contribution(quantity=Quantity(60, MILLION_DONG), purpose="nhà tình thương", giver=union),
            Contribution(quantity=Quantity(731, WORKDAY), purpose="đường làng Pốt"),
        ),
    )
    office.template(path, movement=movement)


def report(path: Path, commune: str, rows: list[tuple[str, str, str]]) -> None:
    """A report in Word: the official head, a title, a table with its total."""
    paper: Document = docx.Document()
    head = paper.add_table(rows=1, cols=2).rows[0].cells
    head[0].text = f"ỦY BAN NHÂN DÂN\nXÃ {commune}"
    head[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    paper.add_paragraph(TITLE)
    paper.add_paragraph("Kết quả đóng góp của Nhân dân theo lĩnh vực như sau:")
    table = paper.add_table(rows=1, cols=4, style="Table Grid")
    for cell, text in zip(
        table.rows[0].cells, ("TT", "Lĩnh vực", "Tiền (triệu đồng)", "Ngày công"), strict=True
    ):
        cell.text = text
    for number, row in enumerate(rows, 1):
        for cell, text in zip(table.add_row().cells, (str(number), *row), strict=True):
            cell.text = text
    money = sum(Decimal(row[1].replace(",", ".")) for row in rows)
    days = sum(int(row[2]) for row in rows)
    last = ("", "Tổng cộng", f"{money}".replace(".", ","), str(days))
    for cell, text in zip(table.add_row().cells, last, strict=True):
        cell.text = text
    paper.save(str(path))


def ledger(path: Path) -> None:
    """A ledger in Excel: titles, two rows of heads, units in heads, a total that is a formula's result."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Quy II"
    rows: list[tuple[str | int | None, ...]] = [
        ("UBND XÃ AN THÀNH",),
        ("BIỂU TỔNG HỢP ĐÓNG GÓP CỦA NHÂN DÂN QUÝ II NĂM 2026",),
        (),
        ("STT", "Thôn", "Nhân dân đóng góp", None, None, "Ghi chú"),
        (None, None, "Tiền (đồng)", "Ngày công", "Đất hiến (m2)", None),
        (1, "Thôn 1", 41500000, 38, 260, None),
        (2, "Thôn 2", 12000000, 12, None, None),
        (3, "Thôn 3", 27400000, 115, 90, "x"),
        (None, "Tổng cộng", 80900000, 165, 350, None),
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("C4:E4")
    for cells in sheet.iter_rows(min_row=6, min_col=3, max_col=3):
        cells[0].number_format = "#,##0"
    book.save(path)


def csv(path: Path) -> None:
    """A CSV file that names neither its commune nor its quarter."""
    lines = (
        "TT;Người góp;Mục đích;Số tiền (triệu đồng)",
        "1;Công ty Hòa Phát;cầu thôn 4;35,5",
        "2;Chùa Bửu Minh;suất quà Tết;20,0",
        "3;Nhóm thiện nguyện;nhà tình thương;44,5",
        ";Cộng;;100,0",
    )
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")


def months(path: Path) -> None:
    """A workbook with a column a month."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Theo thang"
    for row in (
        ("XÃ CHƯ SÊ",),
        ("TIỀN NHÂN DÂN ĐÓNG GÓP QUÝ II NĂM 2026",),
        ("Đơn vị tính: triệu đồng",),
        ("TT", "Làng", "Tháng 4", "Tháng 5", "Tháng 6", "Cộng"),
        (1, "Làng Hra", 12.5, 8, 15, 35.5),
        (2, "Làng Pốt", 20, 22.5, 20, 62.5),
        (None, "Tổng cộng", 32.5, 30.5, 35, 98),
    ):
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
