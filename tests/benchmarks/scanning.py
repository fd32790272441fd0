"""The reader of running text: how well it reads, how fast, and whether time grows with length alone.

Speed is told beside the least that could be done, `re.finditer(r"\\d+")` over the same text.
"""

import json
import re
import time
from pathlib import Path

from danvankheo import Period, draft_movement, scan
from danvankheo.scanning import fact_data
from danvankheo.testing import MarkedText, score

VECTORS = Path(__file__).parents[1] / "vectors" / "scan"
FILES = ("dev", "own", "held_out", "articles", "hard", "fresh")
SCORED = (*FILES, "running")
PROSE = (
    "Nhờ cách làm gần dân, sát dân, cán bộ cơ sở đã tạo được sự đồng thuận; bà con tự giác giữ gìn vệ sinh, "
    "giúp nhau phát triển sản xuất, xây dựng đời sống văn hóa ở khu dân cư và chung tay làm đẹp đường làng, ngõ xóm. "
)
REPEATED = (
    "1", "1.", "1 ", "-1", "/1", " ", "\n", "năm ", "một trăm ", "từ 5 đến ", "từ 5% lên ", "5 đồng/người/",
    "5% (", "“", "5 hộ, ", "tăng giảm ", "giấy khen cho ", "a\u0301", "ê\u0323",
    "1 tổ ", "tổ 1, ", "5đ/c ", "5 HS, ", "26 m 2 ", "gần chục ", "5 cán bộ, ", "© 2026 ", "12 CT/TW ",
)  # fmt: skip
REPEATED_IN_DRAFTS = (
    "phong trào “ab” ", "ngày 5/6/2022, ", "tỉnh ủy Gia Lai ", "mô hình “ab”, ", "giảm từ 11% xuống 4%. ",
    "giấy khen cho 5 tập thể; ", "góp 5 triệu đồng. ", "5/7 hộ (5%) ", "Chỉ thị số 16/CT-TTg. ",
    "xã Ia Pa góp 5 triệu đồng. ", "Kế hoạch của UBND tỉnh ", "giảm 5% so với cùng kỳ năm 2021. ",
)  # fmt: skip


def texts(name):
    lines = (VECTORS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [MarkedText.from_data(json.loads(line)) for line in lines]


def seconds(call, text, rounds=5):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call(text)
        best = min(best, time.perf_counter() - start)
    return best


def drafted(text):
    return draft_movement(text, name="Dân vận khéo", period=Period.year(2022))


def bare(text):
    return sum(1 for _ in re.finditer(r"\d+", text))


def main():
    for name in SCORED:
        print(f"\n{name}.jsonl")
        print(score(texts(name), lambda text: [fact_data(fact) for fact in scan(text)]).table())
    dense = "\n".join(text.text for name in FILES for text in texts(name))
    usual = "\n".join(f"{text.text} {PROSE * 2}" for name in FILES for text in texts(name))
    plain = PROSE * 300
    print(f"\n{'text':18}{'facts':>8}{'letters a fact':>16}{'MB/s':>8}{'µs a fact':>11}{'bare search':>13}")
    for name, text in (("all marked texts", dense), ("with prose between", usual), ("prose alone", plain)):
        facts, took = len(scan(text)), seconds(scan, text)
        size = len(text.encode())
        per = f"{len(text) / facts:16.0f}" if facts else f"{'–':>16}"
        each = f"{took / facts * 1e6:11.0f}" if facts else f"{'–':>11}"
        print(f"{name:18}{facts:>8}{per}{size / took / 1e6:8.2f}{each}{took / seconds(bare, text):12.0f}x")
    print("\nthe same text, longer: seconds and times the first")
    first = None
    for times in (1, 10, 100):
        took = seconds(scan, dense * times, rounds=3 if times < 100 else 1)
        first = first or took
        print(f"  ×{times:<4} {len(dense) * times / 1e6:6.2f} M letters {took:8.3f} s {took / first:8.1f}")
    print("\none thing repeated: 20 000 letters and ten times as many, and times the first")
    for call, pieces in ((scan, REPEATED), (drafted, REPEATED_IN_DRAFTS)):
        for piece in pieces:
            short, long = ((piece * (size // len(piece) + 1))[:size] for size in (20_000, 200_000))
            one, ten = seconds(call, short, rounds=3), seconds(call, long, rounds=1)
            print(f"  {call.__name__:8} {piece!r:28} {one:8.3f} s {ten:8.3f} s {ten / one:6.1f}")


if __name__ == "__main__":
    main()
