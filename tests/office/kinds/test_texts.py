"""CSV files, web pages, PDFs and plain texts."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.address import Part
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Grid
from danvankheo.office.kinds.pdf_lines import Line, Word, lines_of, paragraphs_of
from danvankheo.office.notices import NoticeKind
from danvankheo.office.paper import Paper
from danvankheo.office.reader import read_bytes
from office_files import pdf


def said(paper: Paper) -> dict[NoticeKind, str]:
    return {notice.kind: notice.vietnamese.partition(": ")[2] for notice in paper.notices}


CSV = [  # text, separator, decimal sign, cells
    ("a;b\n1,5;2\n", "dấu chấm phẩy", ",", [["a", "b"], ["1,5", "2"]]),
    ("a,b\n1.5,2\n", "dấu phẩy", ".", [["a", "b"], ["1.5", "2"]]),
    ("a\tb\n1.234,5\t2\n", "dấu tab", ",", [["a", "b"], ["1.234,5", "2"]]),
    ("a|b\n1|2\n", "dấu |", "", [["a", "b"], ["1", "2"]]),
    ("sep=;\na;b,c\n", "dấu chấm phẩy", "", [[], ["a", "b,c"]]),
    (
        'BIỂU 1, 2026\n\na;b\n"1;2";3\nc;"x ""y"""\n',
        "dấu chấm phẩy",
        "",
        [["BIỂU 1, 2026"], [], ["a", "b"], ["1;2", "3"], ["c", 'x "y"']],
    ),
    ('a;b\n1,5;"1.5"\n', "dấu chấm phẩy", "", [["a", "b"], ["1,5", "1.5"]]),
    ("a;b\n1.234;2\n", "dấu chấm phẩy", "", [["a", "b"], ["1.234", "2"]]),
]


@pytest.mark.parametrize(("text", "separator", "sign", "cells"), CSV)
def test_separator_and_decimal_sign_are_found_and_reported(text, separator, sign, cells):
    paper = read_bytes(text.encode(), "a.csv")
    assert said(paper)[NoticeKind.SEPARATOR].endswith(separator)
    assert paper.decimal_sign == sign
    assert (NoticeKind.DECIMAL_SIGN in said(paper)) == bool(sign)
    grid = paper.grids[0]
    for row, line in enumerate(cells, 1):
        for column, held in enumerate(line, 1):
            if not held.startswith("BIỂU"):
                assert grid.text_at(row, column) == held
    assert grid.rows == len(cells)


words = st.text(
    st.characters(categories=("L", "Nd"), include_characters=' "-.%'), min_size=1, max_size=8
).filter(str.strip)


@given(st.lists(st.lists(words, min_size=3, max_size=3), min_size=2, max_size=8), st.sampled_from(";,\t|"))
def test_what_csv_writes_is_read_back(rows, separator):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    text = buffer.getvalue()
    grid = read_bytes(b"\xef\xbb\xbf" + text.encode(), "a.csv").grids[0]
    import unicodedata

    composed = [[unicodedata.normalize("NFC", held) for held in line] for line in rows]
    assert [
        [grid.text_at(row, column) for column in range(1, 4)] for row in range(1, len(rows) + 1)
    ] == composed


PAGE = """<html><head><title>x</title><style>p{}</style></head><body><nav>Trang chủ</nav>
<h2>Kết quả</h2><p>Góp <b>12</b> triệu
 đồng<br>và 5 ngày công</p><script>var a = 1;</script><div hidden>ẩn</div><p style="display: none">ẩn</p>
<table><caption>ĐVT: triệu đồng</caption><thead><tr><th rowspan=2>Xã<th colspan="2">Tiền</tr><tr><td>2024<td>2025</tr></thead>
<tr><td>A</td><td>1&nbsp;204</td><td><table><tr><td>5</td></tr></table></td></tr></table>
<ul><li>một</li><li>hai</li></ul><footer>Bản quyền</footer></body></html>"""


def test_a_web_page_reads_as_a_browser_shows_it():
    paper = read_bytes(PAGE.encode(), "a.html")
    assert [(block.address.block, block.text) for block in paper.paragraphs] == [
        ("header 1", "Trang chủ"),
        ("p 1", "Kết quả"),
        ("p 2", "Góp 12 triệu đồng\nvà 5 ngày công"),
        ("p 3", "ĐVT: triệu đồng"),
        ("p 4", "một"),
        ("p 5", "hai"),
        ("footer 1", "Bản quyền"),
    ]
    assert paper.paragraphs[1].level == 2
    outer, inner = paper.grids
    assert (outer.address.block, inner.address.block) == ("table 1", "table 2")
    assert [[cell.text if cell else "" for cell in line] for line in outer.lines()] == [
        ["Xã", "Tiền", "Tiền"],
        ["Xã", "2024", "2025"],
        ["A", "1\xa0204", ""],
    ]
    assert outer.at(3, 3).grids == (inner,)
    assert outer.at(1, 1).bold
    assert paper.text == "Kết quả\nGóp 12 triệu đồng\nvà 5 ngày công\nĐVT: triệu đồng\nmột\nhai"


def test_a_page_of_wide_cells_is_read_within_bounds():
    huge = "<table><tr>" + '<td colspan="99999999" rowspan="99999999">1</td>' * 3 + "</tr></table>"
    grid = read_bytes(huge.encode(), "a.html").grids[0]
    assert (grid.rows, grid.columns) == (1, 3)


def test_a_page_whose_head_names_its_encoding():
    page = "<html><head><meta charset='windows-1252'></head><body><p>Größe 14</p></body></html>".encode(
        "cp1252"
    )
    paper = read_bytes(page, "a.html")
    assert (paper.text, said(paper)[NoticeKind.ENCODING]) == ("Größe 14", "đọc theo mã windows-1252")
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(page.replace(b"windows-1252", b"no-such-code"), "a.html")
    assert refused.value.reason is Unreadable.ENCODING


def test_markdown_has_headings_and_tables():
    paper = read_bytes("# Kết quả\n\n| a | b \\| c |\n|:--|--:|\n| 1 | |\n\nHết\n".encode(), "a.md")
    assert [(p.level, p.text) for p in paper.paragraphs if p.text] == [(1, "Kết quả"), (0, "Hết")]
    assert [cell.text for cell in paper.grids[0].cells] == ["a", "b | c", "1"]
    plain = read_bytes(b"# a\n| 1 | 2 |\n|---|---|\n", "a.txt")
    assert [p.text for p in plain.paragraphs] == ["# a", "| 1 | 2 |", "|---|---|"]


def lines(*drawn: tuple[int, int, str]) -> bytes:
    return b" ".join(b"BT /F1 12 Tf %d %d Td (%s) Tj ET" % (x, y, text.encode()) for x, y, text in drawn)


def test_lines_of_a_pdf_make_paragraphs():
    wide = "Nhan dan toan xa dong gop duoc tong cong la mot tram nam muoi bon trieu dong"
    drawn = lines(
        (72, 720, wide), (72, 704, "va 731 ngay cong."), (108, 688, "Co 14 mo hinh."), (72, 600, "Het")
    )
    paper = read_bytes(pdf(drawn, lines((72, 720, "Trang hai"))), "a.pdf")
    assert [(p.address.block, p.text) for p in paper.paragraphs] == [
        ("page 1 p 1", f"{wide} va 731 ngay cong."),
        ("page 1 p 2", "Co 14 mo hinh."),
        ("page 1 p 3", "Het"),
        ("page 2 p 1", "Trang hai"),
    ]


def test_ruled_tables_of_a_pdf_are_grids_with_merged_cells():
    rules = b"72 700 200 -60 re S 72 680 m 272 680 l S 72 660 m 272 660 l S 172 680 m 172 640 l S "
    texts = lines(
        (80, 685, "Kinh phi"),
        (80, 665, "2024"),
        (180, 665, "2025"),
        (80, 645, "1"),
        (180, 645, "2"),
        (72, 600, "Het bang"),
    )
    paper = read_bytes(pdf(rules + texts), "a.pdf")
    (grid,) = paper.grids
    assert [[cell.text if cell else "" for cell in line] for line in grid.lines()] == [
        ["Kinh phi", "Kinh phi"],
        ["2024", "2025"],
        ["1", "2"],
    ]
    assert [block.address.block for block in paper.blocks] == ["page 1 table 1", "page 1 p 1"]


def test_words_side_by_side_with_a_wide_gap_stand_apart():
    row = [Word("UBND", 30, 60, 50, 60), Word("Nam", 300, 330, 50, 60), Word("TỈNH", 63, 90, 50, 60)]
    assert [line.text for line in lines_of(row)] == ["UBND TỈNH\tNam"]
    assert [*paragraphs_of([], 0)] == []
    line = Line((Word("a", 30, 500, 50, 60),))
    larger = Line((Word("b", 30, 500, 66, 82),))
    assert len([*paragraphs_of([line, larger], 500)]) == 2


def test_a_pdf_in_a_font_from_before_unicode():
    named = b"/FontDescriptor<</Type/FontDescriptor/FontName/VnTime>>"
    data = pdf(
        b"BT /F1 12 Tf 72 720 Td (n\\255\\355c: tri\\326u \\256\\345ng) Tj ET",
        font=b"/BaseFont/VnTime/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[173/minus]>>" + named,
    )
    paper = read_bytes(data, "a.pdf")
    assert paper.text == "nước: triệu đồng"
    assert said(paper)[NoticeKind.LEGACY_FONT].startswith("đã đổi chữ của phông VnTime (TCVN3)")


def test_pages_that_are_pictures_beside_pages_of_text_are_named():
    from office_files import bitmap_page

    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(bitmap_page(), "a.pdf")
    assert refused.value.why_vietnamese.startswith("tệp PDF này là ảnh chụp")


def test_a_grid_is_what_a_csv_is():
    assert isinstance(read_bytes(b"a;b\n1;2\n", "a.tsv").blocks[0], Grid)
    assert read_bytes(b"a;b\n1;2\n", "a.csv").blocks[0].address.part is Part.BODY
