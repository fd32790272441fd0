"""Files of every kind become papers; hostile and wrong ones are refused by name, in bounded time and memory."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.errors import InvalidValueError
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Grid
from danvankheo.office.notices import NoticeKind
from danvankheo.office.paper import PaperKind
from danvankheo.office.reader import read, read_bytes
from office_files import (
    PAPERS,
    SHEET,
    bitmap_page,
    central_directory_cut,
    encrypted_zip,
    excel,
    ole,
    parts_of,
    pdf,
    with_sheet,
    word,
    word_of,
    zip_that_grows,
    zipped,
)

EXPECTED = json.loads((PAPERS / "expected.json").read_text(encoding="utf-8"))["files"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().removesuffix("%").strip()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_figure_of_the_made_papers_stands_at_its_address(name):
    paper = read(PAPERS / name)
    blocks = {block.address.block: block for block in paper.blocks}
    for figure in EXPECTED[name]["figures"]:
        at = figure["at"]
        block = blocks[at["block"]]
        if isinstance(block, Grid):
            cell = block.at(at["row"], at["column"])
            if cell is not None and not cell.cached:
                assert cell.formula.startswith("=")
                assert cell.text == ""
                continue
            text = block.text_at(at["row"], at["column"])
            assert block.address_of(at["row"], at["column"]).cell == at.get(
                "cell", cell.row and block.address_of(at["row"], at["column"]).cell
            )
            assert bool(figure["means"].get("hidden")) <= cell.hidden
        else:
            text = block.text[slice(*at["span"])]
        assert squeezed(text) == squeezed(figure["text"]), at


@pytest.mark.parametrize("name", EXPECTED)
def test_addresses_sort_as_the_paper_reads_and_no_two_blocks_share_one(name):
    addresses = [block.address for block in read(PAPERS / name).blocks]
    assert addresses == sorted(addresses)
    assert len({address.block for address in addresses}) == len(addresses)


FORMULA_SHEET = (
    f'<worksheet {SHEET}><sheetData><row r="1"><c r="A1"><f>1+1</f></c></row></sheetData></worksheet>'
)
MERGED_SHEET = (
    f'<worksheet {SHEET}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
)
FAR_SHEET = (
    f'<worksheet {SHEET}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
    '<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
WIDE_SHEET = (
    f'<worksheet {SHEET}><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1">'
    '<c r="A1"><v>1</v></c></row>'
    + "".join(f'<row r="{row}" hidden="1"/>' for row in range(2, 40_000))
    + "</sheetData></worksheet>"
)
CROWDED_SHEET = (
    f"<worksheet {SHEET}><sheetData>"
    + "".join(f'<row r="{row}">' + "<c><v>1</v></c>" * 1_000 + "</row>" for row in range(1, 1_003))
    + "</sheetData></worksheet>"
)
MOVED_SHEET = zipped(
    {
        name.replace("worksheets/sheet1.xml", "khac/bang.bin"): content.replace(
            b"worksheets/sheet1.xml", b"khac/bang.bin"
        )
        for name, content in parts_of(with_sheet(MERGED_SHEET)).items()
    }
)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DEEP_TABLE = "<w:tbl><w:tr><w:tc>" * 40 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 40

REFUSED = [  # file name, content, why
    ("trong.docx", b"", Unreadable.EMPTY),
    ("bao-cao.doc", ole("WordDocument"), Unreadable.OLD_WORD),
    ("bao-cao.docx", ole("WordDocument"), Unreadable.OLD_WORD),
    ("trinh-chieu.ppt", ole("PowerPoint Document"), Unreadable.OTHER_OFFICE),
    ("mat-khau.docx", ole("EncryptedPackage"), Unreadable.ENCRYPTED),
    ("mat-khau.xlsx", encrypted_zip(), Unreadable.ENCRYPTED),
    ("hop-la.xls", ole("Root Entry"), Unreadable.UNKNOWN),
    ("hong.xls", ole("Workbook"), Unreadable.DAMAGED),
    ("cat-cut.docx", central_directory_cut(word("Có 14 mô hình.")), Unreadable.DAMAGED),
    ("cat-cut.xlsx", excel({"A1": 1})[:900], Unreadable.DAMAGED),
    ("cat-cut.pdf", pdf(b"BT /F1 12 Tf 72 720 Td (14) Tj ET")[:60], Unreadable.DAMAGED),
    ("rong.pdf", b"%PDF-1.7\n", Unreadable.DAMAGED),
    ("bom.docx", zip_that_grows(600 * 2**20), Unreadable.EXPANDS),
    ("nhieu-phan.docx", zipped({f"{at}.xml": b"" for at in range(10_001)}), Unreadable.EXPANDS),
    ("bom.pdf", pdf(bytes(97 * 2**20)), Unreadable.EXPANDS),
    ("thuc-the.xlsx", with_sheet(BOMB + FORMULA_SHEET), Unreadable.ENTITIES),
    (
        "thuc-the.docx",
        zipped(parts_of(word()) | {"word/document.xml": BOMB.encode("utf-16")}),
        Unreadable.ENTITIES,
    ),
    ("gop-ca-trang.xlsx", with_sheet(MERGED_SHEET), Unreadable.TOO_MANY_CELLS),
    ("trang-o-noi-khac.xlsx", MOVED_SHEET, Unreadable.TOO_MANY_CELLS),
    ("o-rat-xa.xlsx", with_sheet(FAR_SHEET), Unreadable.TOO_FAR),
    ("qua-nhieu-o.xlsx", with_sheet(CROWDED_SHEET), Unreadable.TOO_MANY_CELLS),
    ("long-nhau.docx", word_of(DEEP_TABLE), Unreadable.TOO_DEEP),
    ("the-long-nhau.html", b"<div>" * 100_000 + b"14", Unreadable.TOO_DEEP),
    ("khong-phai-xml.xlsx", with_sheet("<worksheet"), Unreadable.DAMAGED),
    ("khong-phai-xml.docx", zipped(parts_of(word()) | {"word/document.xml": b"<w:"}), Unreadable.DAMAGED),
    (
        "thieu-noi-dung.docx",
        zipped({"[Content_Types].xml": "wordprocessingml.document.main"}),
        Unreadable.DAMAGED,
    ),
    ("nhi-phan.xlsb", zipped({"[Content_Types].xml": "ms-excel.sheet.binary"}), Unreadable.OTHER_OFFICE),
    ("van-ban.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Unreadable.OTHER_OFFICE),
    ("giau.rtf", b"{\\rtf1 14}", Unreadable.OTHER_OFFICE),
    ("nen.zip", zipped({"a.docx": b"x"}), Unreadable.ARCHIVE),
    ("nen.rar", b"Rar!\x1a\x07\x00", Unreadable.ARCHIVE),
    ("anh.jpg", b"\xff\xd8\xff\xe0", Unreadable.PICTURE),
    ("anh-doi-ten.docx", b"\x89PNG\r\n\x1a\n", Unreadable.PICTURE),
    ("chuong-trinh.xlsx", b"MZ\x90\x00", Unreadable.PROGRAM),
    ("quet.pdf", bitmap_page(), Unreadable.SCANNED),
    ("chu-doi-ten.docx", "Có 14 mô hình".encode(), Unreadable.DAMAGED),
    ("ma-la.csv", bytes(range(128, 256)) * 4, Unreadable.ENCODING),
    ("ngoac.csv", b'a;b\n"c;d\n' + b"x" * 200_000, Unreadable.DAMAGED),
    ("nul.bin", b"\0\0\0\0", Unreadable.UNKNOWN),
    ("trong.html", b"<html><body></body></html>", Unreadable.NO_TABLE_OF_TEXT),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_cannot_be_read_is_refused_by_name(name, content, reason):
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(content, name)
    error = refused.value
    assert error.reason is reason
    assert error.vietnamese.startswith(f"{name}: ")
    assert str(error).startswith(f"{name}: ")
    assert "{" not in error.vietnamese + error.english


def test_every_reason_to_refuse_has_a_case():
    elsewhere = {Unreadable.TOO_LARGE, Unreadable.TOO_LONG}
    assert {reason for _, _, reason in REFUSED} | elsewhere == {*Unreadable}


def test_a_file_that_is_too_large_is_not_looked_into(monkeypatch):
    monkeypatch.setattr("danvankheo.office.source.LARGEST_FILE", 10)
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(b"x" * 11, "a.txt")
    assert refused.value.reason is Unreadable.TOO_LARGE


def test_a_text_of_too_many_lines_is_refused():
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(b"a\n" * 200_001, "a.txt")
    assert refused.value.reason is Unreadable.TOO_LONG


def test_a_page_of_many_unclosed_marks_is_read_to_its_end():
    assert read_bytes(b"<b>" * 300 + "<p>Có 14 mô hình</p>".encode(), "a.html").text == "Có 14 mô hình"


READ = [  # file name, content, kind that it is, notices
    ("bao-cao.docx", word("Có 14 mô hình."), PaperKind.WORD, []),
    ("bao-cao.xlsx", word("Có 14 mô hình."), PaperKind.WORD, [NoticeKind.NAMED_OTHERWISE]),
    ("so.docx", excel({"A1": 14}), PaperKind.EXCEL, [NoticeKind.NAMED_OTHERWISE]),
    ("khong-duoi", excel({"A1": 14}), PaperKind.EXCEL, []),
    ("xuat.xls", b"<table><tr><td>14</td></tr></table>", PaperKind.HTML, [NoticeKind.NAMED_OTHERWISE]),
    (
        "macro.xlsm",
        with_sheet(FORMULA_SHEET, **{"xl/vbaProject.bin": b"macro"}),
        PaperKind.EXCEL,
        [NoticeKind.NO_RESULT],
    ),
    ("an-nhieu-dong.xlsx", with_sheet(WIDE_SHEET), PaperKind.EXCEL, []),
    ("bai.txt", "Có 14 mô hình.".encode("utf-16"), PaperKind.TEXT, [NoticeKind.ENCODING]),
    ("bai.md", b"| a | b |\n|---|---|\n| 1 | 2 |\n", PaperKind.MARKDOWN, []),
    ("hai-chu.pdf", pdf(b"BT /F1 12 Tf 72 720 Td (14 mo hinh) Tj ET"), PaperKind.PDF, []),
]


@pytest.mark.parametrize(("name", "content", "kind", "notices"), READ, ids=[name for name, *_ in READ])
def test_content_decides_what_a_file_is(name, content, kind, notices):
    paper = read_bytes(content, name)
    assert paper.kind is kind
    assert [notice.kind for notice in paper.notices] == notices
    assert paper.blocks


@pytest.mark.parametrize(
    "name", ["docx/06-sua-doi-theo-doi.docx", "xlsx/04-nhieu-sheet.xlsx", "pdf/02-sach.pdf"]
)
@pytest.mark.parametrize("fortieths", range(1, 40))
def test_a_file_that_was_cut_off_is_refused_wherever_it_was_cut(name, fortieths):
    whole = (PAPERS / name).read_bytes()
    with pytest.raises(UnreadableFileError) as refused:
        read_bytes(whole[: len(whole) * fortieths // 40], name.partition("/")[2])
    assert refused.value.reason is Unreadable.DAMAGED


WHOLE = {
    name: (PAPERS / name).read_bytes()
    for name in ("docx/06-sua-doi-theo-doi.docx", "xlsx/04-nhieu-sheet.xlsx", "html/02-long-nhau.html")
}


@given(st.data())
def test_whatever_is_changed_in_a_part_is_read_or_refused(data):
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    parts = parts_of(WHOLE[name]) if name.endswith("x") else {"": WHOLE[name]}
    part = data.draw(st.sampled_from(sorted(parts)))
    held = parts[part]
    first = data.draw(st.integers(0, max(len(held) - 1, 0)))
    last = first + data.draw(st.integers(0, 40))
    parts[part] = (
        held[:first]
        + data.draw(st.binary(max_size=12) | st.sampled_from([b"-1", b"9" * 12, b"<", b'"']))
        + held[last:]
    )
    try:
        paper = read_bytes(zipped(parts) if name.endswith("x") else parts[""], name)
    except UnreadableFileError as error:
        assert error.vietnamese
    else:
        assert paper.blocks


def test_other_signs_and_no_path_are_refused():
    with pytest.raises(InvalidValueError):
        read_bytes(b"x", "a.txt", signs="fr")
    with pytest.raises(InvalidValueError):
        read(None)
    with pytest.raises(FileNotFoundError):
        read("khong-co.docx")
