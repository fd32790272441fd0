"""Marked copies: remarks on the exact words and cells, all else as it was, the user's file untouched."""

import copy
import io
from datetime import UTC, datetime

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.address import Address
from danvankheo.office.grid import Grid
from danvankheo.office.marking.letters import letters, sender_of
from danvankheo.office.marking.mark import mark
from danvankheo.office.marking.remarks import Pen, Remark
from danvankheo.office.paper import Paper
from danvankheo.office.reader import read
from office_files import PAPERS, SHEET, excel, parts_of, with_sheet, word_of

PEN = Pen(author="Phòng Nội vụ", moment=datetime(2026, 7, 2, 8, 0, tzinfo=UTC))
MADE = sorted(path for path in PAPERS.rglob("*.*") if path.suffix != ".json")


def remarks_everywhere(paper: Paper) -> list[Remark]:
    """Return a remark on each table, each text, and some words in the middle of each."""
    made: list[Remark] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            made += [
                Remark(address=block.address_of(cell.row, cell.column), text=cell.text)
                for cell in block.cells[::5]
            ]
        elif len(block.text) > 4:
            made.append(Remark(address=block.at(1, 4), text=block.text[1:4], severity=Severity.WARNING))
            made.append(Remark(address=block.address, text="cả đoạn", severity=Severity.INFO))
    return made


def shape(paper: Paper) -> list[object]:
    return [
        (
            block.rows,
            block.columns,
            [(c.row, c.column, c.height, c.width, c.text, c.value, c.formula) for c in block.cells],
        )
        if isinstance(block, Grid)
        else block.text
        for block in paper.blocks
    ]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_a_copy_reads_as_the_paper_and_the_paper_is_untouched(path, tmp_path):
    before = path.read_bytes()
    paper = read(path)
    copied = mark(path, remarks_everywhere(paper), tmp_path / "soat", pen=PEN)
    assert path.read_bytes() == before
    assert copied.parent.name == "soat"
    assert [other.name for other in copied.parent.iterdir()] == [copied.name]
    if copied.suffix != ".html":
        assert shape(read(copied)) == shape(paper)


def commented(paragraph: etree._Element) -> dict[str, str]:
    """Return the text that each comment of a paragraph embraces, by its number."""
    held: dict[str, str] = {}
    open_ones: set[str] = set()
    for element in paragraph.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ones.add(element.get(qn("w:id")))
            held[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_ones.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_ones:
                held[number] += element.text or ""
    return held


SPLIT = (
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Có 14 </w:t><w:t>mô hình</w:t></w:r><w:ins w:id="5" w:author="a">'
    "<w:r><w:t>, 9 tập thể</w:t></w:r></w:ins><w:r><w:t> và 5 cá nhân</w:t></w:r></w:p>"
)


@pytest.mark.parametrize("first", range(0, 30, 3))
@pytest.mark.parametrize("length", [1, 2, 5, 9])
def test_a_comment_embraces_the_exact_words(first, length, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_of(SPLIT))
    paragraph = read(path).paragraphs[0]
    span = (first, min(first + length, len(paragraph.text)))
    copied = mark(path, [Remark(address=paragraph.at(*span), text="sai")], tmp_path, pen=PEN)
    document = docx.Document(str(copied))
    (comment,) = document.comments
    assert (comment.author, comment.initials, comment.text) == ("Phòng Nội vụ", "PNV", "Lỗi: sai")
    assert comment.timestamp == PEN.moment
    (held,) = commented(document.paragraphs[0]._p).values()
    assert held == paragraph.text[slice(*span)]
    bold = [run.text for run in document.paragraphs[0].runs if run.bold]
    assert "".join(bold) == "Có 14 mô hình"


def test_several_comments_in_one_paragraph_each_embrace_their_own(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_of(SPLIT))
    paragraph = read(path).paragraphs[0]
    spans = [(3, 5), (3, 13), (15, 16), (29, 30)]
    copied = mark(path, [Remark(address=paragraph.at(*span), text=str(span)) for span in spans], tmp_path)
    document = docx.Document(str(copied))
    said = {str(comment.comment_id): comment.text for comment in document.comments}
    for number, words in commented(document.paragraphs[0]._p).items():
        span = next(span for span in spans if said[number].endswith(str(span)))
        assert words == paragraph.text[slice(*span)]
    assert len(said) == len(spans)


def test_other_parts_of_a_document_stay_as_they_are(tmp_path):
    path = PAPERS / "docx/06-sua-doi-theo-doi.docx"
    before = parts_of(path.read_bytes())
    copied = mark(path, remarks_everywhere(read(path)), tmp_path)
    after = parts_of(copied.read_bytes())
    new = {"word/comments.xml"}
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert before.keys() <= after.keys()
    assert after.keys() - before.keys() == new
    for name in before.keys() - touched:
        if name.endswith((".xml", ".rels")):
            assert etree.canonicalize(before[name].decode()) == etree.canonicalize(after[name].decode()), name
        else:
            assert before[name] == after[name], name
    # Without its comments the body has the same runs, some in two.
    root = etree.fromstring(after["word/document.xml"])
    for tag in ("w:commentRangeStart", "w:commentRangeEnd"):
        for element in root.findall(f".//{qn(tag)}"):
            element.getparent().remove(element)
    assert "".join(root.itertext()) == "".join(etree.fromstring(before["word/document.xml"]).itertext())
    assert len(root.findall(f".//{qn('w:ins')}")) == len(root.findall(f".//{qn('w:del')}")) == 1


def test_a_remark_on_a_text_box_names_its_place_at_its_paragraph(tmp_path):
    path = PAPERS / "docx/06-sua-doi-theo-doi.docx"
    paper = read(path)
    box = next(block for block in paper.paragraphs if block.address.inside is not None)
    head = next(block for block in paper.paragraphs if block.address.block == "header 1")
    remarks = [Remark(address=box.at(28, 31), text="260 hay 206"), Remark(address=head.address, text="bỏ")]
    document = docx.Document(str(mark(path, remarks, tmp_path)))
    texts = sorted(comment.text for comment in document.comments)
    assert texts == ["đoạn 4, khung chữ 1, ký tự 29–31: Lỗi: 260 hay 206", "đầu trang 1: Lỗi: bỏ"]
    assert commented(document.paragraphs[3]._p)


BOOK = (
    f'<worksheet {SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>'
    '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><f>B2*2</f><v>2</v></c></row></sheetData>'
    '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext uri="x"/></extLst></worksheet>'
)


@pytest.mark.filterwarnings("ignore:Unknown extension")
def test_notes_and_colours_in_a_workbook_and_nothing_else(tmp_path):
    path = tmp_path / "a.xlsm"
    path.write_bytes(with_sheet(BOOK, **{"xl/vbaProject.bin": b"macro", "xl/unknown.xml": "<a  b='1'/>"}))
    grid = read(path).grids[0]
    remarks = [
        Remark(address=grid.address_of(2, 4), text="phải là 3", others=(grid.address_of(2, 2),)),
        Remark(address=grid.address_of(2, 4), text="xem lại", severity=Severity.INFO),
        Remark(address=grid.address_of(1, 3), text="thiếu đầu cột", severity=Severity.WARNING),
        Remark(address=grid.address, text="cả trang"),
    ]
    copied = mark(path, remarks, tmp_path, pen=PEN)
    assert copied.name == "a-nhan-xet.xlsm"
    before, after = parts_of(path.read_bytes()), parts_of(copied.read_bytes())
    touched = {"xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"}
    assert {name for name in before if before[name] != after[name]} == touched
    assert b"<f>B2*2</f><v>2</v>" in after["xl/worksheets/sheet1.xml"]
    assert after["xl/worksheets/sheet1.xml"].index(b"legacyDrawing") < after[
        "xl/worksheets/sheet1.xml"
    ].index(b"extLst")
    sheet = openpyxl.load_workbook(io.BytesIO(copied.read_bytes())).worksheets[0]
    assert sheet["D2"].comment.text == "Lỗi: phải là 3. Liên quan: Bieu!B2.\nLưu ý: xem lại"
    assert sheet["D2"].comment.author == "Phòng Nội vụ"
    assert [sheet[place].fill.fgColor.rgb for place in ("D2", "C1", "A1", "B2")] == [
        "FFFFC7CE",
        "FFFFEB9C",
        "FFFFC7CE",
        "00000000",
    ]


def test_other_peoples_notes_stay(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"] = 1, 2
    sheet["A1"].comment = openpyxl.comments.Comment("của xã", "Xã")
    sheet["A1"].number_format = "0.00"
    path = tmp_path / "a.xlsx"
    book.save(path)
    grid = read(path).grids[0]
    remarks = [Remark(address=grid.address_of(1, column), text="sai") for column in (1, 2)]
    held = openpyxl.load_workbook(io.BytesIO(mark(path, remarks, tmp_path).read_bytes())).worksheets[0]
    assert held["A1"].comment.text == "của xã\nSoát số liệu: Lỗi: sai"
    assert held["A1"].comment.author == "Xã"
    assert held["B1"].comment.text == "Lỗi: sai"
    assert held["A1"].number_format == "0.00"


def test_a_second_copy_takes_no_ones_place(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(excel({"A1": 1}))
    assert [mark(path, [], tmp_path).name for _ in range(3)] == [
        "a-nhan-xet.xlsx",
        "a-nhan-xet-2.xlsx",
        "a-nhan-xet-3.xlsx",
    ]
    assert mark(path, [], tmp_path, page=True).name == "a-nhan-xet.html"


def test_nothing_stands_where_a_copy_could_not_be_made(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(ValueError, match="picture"):
        mark(path, [], tmp_path / "soat")
    assert not (tmp_path / "soat").exists()


def test_a_page_shows_the_words_in_colour_and_lists_the_remarks(tmp_path):
    path = tmp_path / "<a>.csv"
    path.write_text("Xã;Tiền\n<b>A;12\n", encoding="utf-8")
    grid = read(path).grids[0]
    text = mark(
        path, [Remark(address=grid.address_of(2, 2), text="12 hay <21>\x1b")], tmp_path, pen=PEN
    ).read_text("utf-8")
    assert '<mark id="p1" class="error" title="Lỗi: 12 hay &lt;21&gt;\\x1b">12<sup>' in text
    assert "dòng 2, cột 2</a>: Lỗi: 12 hay" in text
    assert "&lt;b&gt;A" in text
    assert "<b>A" not in text
    assert "Phòng Nội vụ, 02/07/2026" in text


def test_a_page_of_a_large_table_shows_its_head_and_what_is_remarked_on(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("".join(f"{row};{row * 2}\n" for row in range(1, 2_001)), encoding="utf-8")
    grid = read(path).grids[0]
    text = mark(path, [Remark(address=grid.address_of(1_000, 2), text="sai")], tmp_path).read_text("utf-8")
    assert text.count("<tr>") == 6 + 5 + 2
    assert ">2000<sup>" in text
    assert "… 991 dòng …" in text


def test_overlapping_words_are_all_marked(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Có 14 mô hình", encoding="utf-8")
    paragraph = read(path).paragraphs[0]
    remarks = [Remark(address=paragraph.at(*span), text=str(span)) for span in ((0, 5), (3, 9), (9, 13))]
    text = mark(path, remarks, tmp_path).read_text("utf-8")
    plain = "".join(etree.HTML(text).find(".//body/p[last()]").itertext())
    assert plain == "Có 141 mô 2hình3"


def test_letters_go_to_who_sends_by_the_head_of_the_paper():
    first, second = (
        read(PAPERS / f"docx/{name}.docx") for name in ("01-xuan-lam-quy-3", "04-tinh-uy-9-thang")
    )
    third = read(PAPERS / "csv/01-utf8-bom.csv")
    assert (sender_of(first), sender_of(second), sender_of(third)) == (
        "ỦY BAN NHÂN DÂN XÃ XUÂN LÂM",
        "TỈNH ỦY TUYÊN QUANG BAN TUYÊN GIÁO VÀ DÂN VẬN",
        "",
    )
    remarks = [
        Remark(address=first.grids[1].address_of(7, 3), text="b", severity=Severity.WARNING),
        Remark(address=first.paragraphs[3].at(3, 5), text="a"),
    ]
    made = letters(
        {first: remarks, copy.copy(first): remarks[:1], second: [], third: remarks[:1]}, signed="Phòng Nội vụ"
    )
    assert [*made] == ["ỦY BAN NHÂN DÂN XÃ XUÂN LÂM", "01-utf8-bom.csv"]
    letter = made["ỦY BAN NHÂN DÂN XÃ XUÂN LÂM"]
    assert letter.index("Cần sửa (1):\n1. đoạn 4, ký tự 4–5: a") < letter.index(
        "Cần xem lại (1):\n1. bảng 2, dòng 7, cột 3: b"
    )
    assert letter.count("01-xuan-lam-quy-3.docx") == 2
    assert letter.endswith("Trân trọng.\nPhòng Nội vụ")


def test_notes_name_the_other_places():
    here = Address("a.xlsx", sheet="S", row=1, column=1)
    others = tuple(Address("a.xlsx", sheet="S", row=row, column=2) for row in range(2, 12))
    note = Remark(
        address=here, text="sai.", others=(Address("b.xlsx", sheet="T", row=1, column=1), *others)
    ).note
    assert note == "Lỗi: sai. Liên quan: b.xlsx, T!A1; S!B2; S!B3; S!B4; S!B5; S!B6; và 5 chỗ khác."


def test_a_buffer_is_no_file(tmp_path):
    with pytest.raises(ValueError, match="path"):
        mark(io.BytesIO(), [], tmp_path)
