"""A province's quarter: 135 Word reports and 135 workbooks collected and audited; growth to 1 350 files.

Wanted: 270 files within 60 s and 400 MiB on two quiet cores, cost linear in the files. Each size runs in a process
of its own; memory is the peak of all its processes together, as far as they overlap.

    python tests/benchmarks/collecting.py                  # 270 files
    python tests/benchmarks/collecting.py 270 675 1350     # growth
"""

import itertools
import random
import subprocess
import sys
import tempfile
import threading
import time
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import psutil

FIELDS = ("Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")
SYLLABLES = (
    "An",
    "Ia",
    "Phú",
    "Tân",
    "Hòa",
    "Đông",
    "Thạnh",
    "Lộc",
    "Bình",
    "Sơn",
    "Nhơn",
    "Mỹ",
    "Kỳ",
    "Vĩnh",
    "Long",
)
PROSE = (
    "Nhờ cách làm gần dân, sát dân, cán bộ cơ sở đã tạo được sự đồng thuận; bà con tự giác giữ gìn vệ sinh, "
    "giúp nhau phát triển sản xuất, xây dựng đời sống văn hóa ở khu dân cư và chung tay làm đẹp đường làng, ngõ xóm. "
)
QUARTER = "2026-Q2"


def names(count):
    found = [" ".join(syllables) for syllables in itertools.permutations(SYLLABLES, 3)]
    random.Random(1).shuffle(found)
    return found[:count]


def vi(amount):
    return f"{amount:,}".replace(",", "_").replace(".", ",").replace("_", ".")


def report(path, name, seed):
    """A Word report: head, two pages of text with figures, a table by field, one of villages, one of rates."""
    drawn = random.Random(seed)
    rows = [(field, Decimal(drawn.randint(50, 9000)) / 10, drawn.randint(5, 900)) for field in FIELDS]
    money, days = sum(row[1] for row in rows), sum(row[2] for row in rows)
    paper = docx.Document()
    head = paper.add_table(rows=1, cols=2).rows[0].cells
    head[0].text = f"ỦY BAN NHÂN DÂN\nXÃ {name.upper()}"
    head[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    paper.add_paragraph("BÁO CÁO")
    paper.add_paragraph("Kết quả thực hiện phong trào thi đua “Dân vận khéo” quý II năm 2026")
    for at in range(12):
        paper.add_paragraph(
            f"{at + 1}. {PROSE}Toàn xã có {drawn.randint(3, 40)} mô hình, {drawn.randint(100, 999)} hộ tham gia."
        )
    paper.add_paragraph(f"Nhân dân đã đóng góp {vi(money)} triệu đồng và {vi(days)} ngày công.")
    table = paper.add_table(rows=1, cols=4)
    fill(table.rows[0], ("TT", "Lĩnh vực", "Tiền (triệu đồng)", "Ngày công"))
    for at, (field, one, two) in enumerate(rows, 1):
        fill(table.add_row(), (str(at), field, vi(one), vi(two)))
    fill(table.add_row(), ("", "Tổng cộng", vi(money), vi(days)))
    villages = paper.add_table(rows=1, cols=4)
    fill(villages.rows[0], ("TT", "Thôn", "Tổng số hộ", "Hộ đạt"))
    counts = [(drawn.randint(200, 400), drawn.randint(50, 190)) for _ in range(12)]
    for at, (all_of, some) in enumerate(counts, 1):
        fill(villages.add_row(), (str(at), f"Thôn {at}", str(all_of), str(some)))
    fill(
        villages.add_row(), ("", "Cộng", vi(sum(row[0] for row in counts)), vi(sum(row[1] for row in counts)))
    )
    paper.save(path)
    return money * 1_000_000, days


def fill(row, texts):
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def ledger(path, name, seed):
    """A workbook: a ledger of 60 gifts and a sheet by village, both with totals."""
    drawn = random.Random(seed)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "So dong gop"
    sheet.append([f"UBND XÃ {name.upper()}"])
    sheet.append(["SỔ ĐÓNG GÓP QUÝ II NĂM 2026"])
    sheet.append([])
    sheet.append(["TT", "Người góp", "Mục đích", "Tiền (đồng)", "Ngày công"])
    gifts = [(drawn.randint(50, 9000) * 1000, drawn.randint(0, 30)) for _ in range(60)]
    for at, (one, two) in enumerate(gifts, 1):
        sheet.append([at, f"Hộ số {at}", "đường thôn", one, two])
    sheet.append([None, "Tổng cộng", None, sum(gift[0] for gift in gifts), sum(gift[1] for gift in gifts)])
    book.save(path)
    return sum(gift[0] for gift in gifts), sum(gift[1] for gift in gifts)


def make(folder, count):
    money = days = Decimal(0)
    called = names(count)
    for at, name in enumerate(called):
        write, suffix = ((report, ".docx"), (ledger, ".xlsx"))[at % 2]
        one, two = write(folder / f"{at:04}{suffix}", name, at)
        money, days = money + one, days + two
    return money, days


def child(folder, processes):
    from danvankheo import Period, office

    start = time.perf_counter()
    found = office.collect(folder, period=Period.from_code(QUARTER), processes=processes)
    seconds = time.perf_counter() - start
    sums = {each.kind.value: each.quantity.amount for each in found.total}
    print(f"{seconds}\t{sums['money']}\t{sums['labour']}\t{len(found.problems)}\t{len(found.movements)}")


def measured(folder, processes):
    """Return what the child prints, and the peak of what all its processes hold."""
    run = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder), str(processes)], stdout=subprocess.PIPE, text=True
    )
    peak = 0
    done = threading.Event()

    def watch():
        nonlocal peak
        whole = psutil.Process(run.pid)
        while not done.wait(0.05):
            try:
                held = [whole, *whole.children(recursive=True)]
                peak = max(peak, sum(each.memory_info().rss for each in held))
            except psutil.Error:
                continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    out, _ = run.communicate()
    done.set()
    watcher.join()
    return out.strip().split("\t"), peak


def main(sizes):
    print(f"{psutil.cpu_count()} cores, load {psutil.getloadavg()[0]:.1f}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            money, days = make(folder, size)
            for processes in (1, 2):
                (seconds, got, got_days, problems, movements), peak = measured(folder, processes)
                right = (
                    "exact"
                    if (Decimal(got), Decimal(got_days)) == (money, days)
                    else f"WRONG, want {money} {days}"
                )
                print(
                    f"{size} files, {processes} process(es): {float(seconds):6.1f} s, {1000 * float(seconds) / size:5.0f} ms "
                    f"a file, peak {peak / 2**20:4.0f} MiB; total {right}; {movements} movements, {problems} problems"
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or [270])
