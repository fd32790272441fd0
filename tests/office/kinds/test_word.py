"""Word documents as they read: what python-docx's own texts drop is there, what is deleted is not."""

import io

import docx
import pytest
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.address import Part
from danvankheo.office.grid import Grid
from danvankheo.office.notices import NoticeKind
from danvankheo.office.reader import read, read_bytes
from office_files import PAPERS, parts_of, word, word_of, zipped


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def first_text(body: str) -> str:
    return read_bytes(word_of(body), "a.docx").paragraphs[0].text


INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>45</w:delText></w:r></w:del>'
MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"

PARAGRAPHS = [
    (run("Có ") + DELETED + INSERTED.format(run("54")) + run(" hộ"), "Có 54 hộ"),
    (
        '<w:moveFrom w:id="1" w:author="a">'
        + run("cũ")
        + '</w:moveFrom><w:moveTo w:id="2" w:author="a">'
        + run("mới")
        + "</w:moveTo>",
        "mới",
    ),
    ("<w:hyperlink>" + run("liên kết") + "</w:hyperlink>", "liên kết"),
    ("<w:sdt><w:sdtContent>" + run("ô nhập") + "</w:sdtContent></w:sdt>", "ô nhập"),
    ("<w:smartTag>" + run("14") + "</w:smartTag>", "14"),
    (
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='PAGE'>"
        + run("3")
        + "</w:fldSimple>",
        "3",
    ),
    (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
        "a\tb\nc-d",
    ),
    ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>" + run("a"), "a"),
    (run("thấy") + run("ẩn", "<w:vanish/>") + run(" rõ", '<w:vanish w:val="0"/>'), "thấy rõ"),
    (
        run("§¬n vÞ", '<w:rFonts w:ascii=".VnTime"/>') + run(" ñoàng", '<w:rFonts w:ascii="VNI-Times"/>'),
        "Đơn vị đồng",
    ),
    (
        f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>27</m:t></m:r></m:num><m:den><m:r><m:t>28</m:t></m:r></m:den></m:f></m:oMath>",
        "27/28",
    ),
    ('<w:r><w:sym w:font="Symbol" w:char="2265"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "≥"),
    ("<w:r><w:footnoteReference w:id='1'/></w:r>" + run("sau"), "sau"),
]


@pytest.mark.parametrize(("inner", "text"), PARAGRAPHS)
def test_a_paragraph_reads_as_word_shows_it(inner, text):
    assert first_text(f"<w:p>{inner}</w:p>") == text


def test_what_was_accepted_hidden_or_turned_into_unicode_is_reported():
    paper = read_bytes(word_of("".join(f"<w:p>{inner}</w:p>" for inner, _ in PARAGRAPHS)), "a.docx")
    said = {notice.kind: notice.vietnamese for notice in paper.notices}
    assert said[NoticeKind.CHANGES_ACCEPTED].endswith("2 chỗ thêm, 2 chỗ xóa")
    assert said[NoticeKind.LEFT_OUT].endswith("1 đoạn chữ ẩn")
    assert NoticeKind.LEGACY_FONT in said


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30),
        min_size=1,
        max_size=6,
    )
)
def test_plain_paragraphs_come_back_as_they_were_written(texts):
    paper = read_bytes(word(*texts), "a.docx")
    assert [paragraph.text for paragraph in paper.paragraphs] == texts
    assert [paragraph.address.paragraph for paragraph in paper.paragraphs] == [*range(1, len(texts) + 1)]


def test_headings_have_levels():
    document = docx.Document()
    document.add_heading("I", 1)
    document.add_heading("1", 2)
    document.add_paragraph("x")
    buffer = io.BytesIO()
    document.save(buffer)
    assert [paragraph.level for paragraph in read_bytes(buffer.getvalue(), "a.docx").paragraphs] == [1, 2, 0]


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


def table(*rows: str) -> Grid:
    markup = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return read_bytes(word_of(f"<w:tbl>{markup}</w:tbl><w:p/>"), "a.docx").grids[0]


def laid(grid: Grid) -> list[list[str]]:
    return [[held.text if held is not None else "" for held in line] for line in grid.lines()]


def test_merged_cells_take_all_their_places():
    grid = table(
        cell("TT", DOWN) + cell("Đóng góp", WIDE) + cell("Ghi chú", DOWN),
        cell("", ON) + cell("Tiền") + cell("Công") + cell("", ON),
        cell("1", DOWN) + cell("2", WIDE + DOWN) + cell("3"),
        cell("", ON) + cell("", WIDE + ON) + cell("4"),
    )
    assert laid(grid) == [
        ["TT", "Đóng góp", "Đóng góp", "Ghi chú"],
        ["TT", "Tiền", "Công", "Ghi chú"],
        ["1", "2", "2", "3"],
        ["1", "2", "2", "4"],
    ]


def test_rows_that_begin_later_and_old_merges_across():
    assert laid(table("<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("b"), cell("c") + cell("d"))) == [
        ["", "b"],
        ["c", "d"],
    ]
    across = table(cell("a", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>"), cell("b") + cell("c"))
    assert laid(across) == [["a", "a"], ["b", "c"]]


def test_a_deleted_row_is_gone_and_rows_in_content_controls_are_there():
    deleted = "<w:trPr><w:del w:id='1' w:author='a'/></w:trPr>"
    assert laid(table(cell("a"), deleted + cell("b"), cell("c"))) == [["a"], ["c"]]
    markup = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('a')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert laid(read_bytes(word_of(markup), "a.docx").grids[0]) == [["a"]]


def test_paragraphs_of_a_cell_are_its_lines_and_bold_is_all_bold():
    markup = f"<w:tc><w:p>{run('a', '<w:b/>')}</w:p><w:p>{run('b', '<w:b/>')}</w:p></w:tc>"
    first, second = table(markup + cell("c")).cells
    assert (first.text, first.bold, second.bold) == ("a\nb", True, False)


BOX = "<w:txbxContent><w:p>{}</w:p><w:p>{}</w:p></w:txbxContent>"
VML = "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>{}</v:textbox></v:shape></w:pict></w:r>"
TWICE = (
    "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    "<mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize("holder", [VML, TWICE])
def test_a_text_box_is_read_once_after_its_paragraph(holder):
    box = holder.format(BOX.format(run("hiến 260 m2"), run("đất")))
    paper = read_bytes(word_of(f"<w:p>{run('Trước')}{box}</w:p><w:p>{run('Sau')}</w:p>"), "a.docx")
    assert [(p.address.block, p.text) for p in paper.paragraphs] == [
        ("p 1", "Trước"),
        ("p 1 textbox 1", "hiến 260 m2\nđất"),
        ("p 2", "Sau"),
    ]
    assert paper.paragraphs[1].part is Part.TEXT_BOX


def test_notes_heads_and_feet_are_read_after_the_body():
    document = docx.Document()
    document.add_paragraph("Thân")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Dự thảo"
    section.footer.paragraphs[0].text = "Trang"
    buffer = io.BytesIO()
    document.save(buffer)
    parts = parts_of(buffer.getvalue())
    notes = "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote><w:footnote w:id='1'><w:p>{}</w:p></w:footnote>"
    parts["word/footnotes.xml"] = (
        f"<w:footnotes {nsdecls('w')}>{notes.format(run('Nguồn: xã'))}</w:footnotes>".encode()
    )
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        b'Target="footnotes.xml"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    paper = read_bytes(zipped(parts), "a.docx")
    assert [(p.address.block, p.text) for p in paper.paragraphs] == [
        ("p 1", "Thân"),
        ("footnote 1", "Nguồn: xã"),
        ("header 1", "Dự thảo"),
        ("footer 1", "Trang"),
    ]
    assert [p.text for p in paper.texts()] == ["Thân"]
    assert paper.text == "Thân\nNguồn: xã"


def test_documents_with_macros_and_templates_are_read():
    for kind in (
        b"ms-word.document.macroEnabled.main",
        b"openxmlformats-officedocument.wordprocessingml.template.main",
    ):
        parts = parts_of(word("Có 14"))
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main", kind
        )
        assert read_bytes(zipped(parts), "a.docm").text == "Có 14"


def test_the_running_text_has_the_official_head_and_knows_where_it_stands():
    paper = read(PAPERS / "docx/01-xuan-lam-quy-3.docx")
    held = paper.running_text
    assert held.text.startswith("ỦY BAN NHÂN DÂN\nXÃ XUÂN LÂM\nSố: 318/BC-UBND\nCỘNG HÒA")
    at = held.text.index("14 mô hình")
    assert held.address_of((at, at + 2)).vietnamese == "01-xuan-lam-quy-3.docx, đoạn 4, ký tự 15–16"
    at = held.text.index("318/BC")
    assert held.address_of((at, at + 3)).block == "table 1"
    for paragraph in paper.texts():
        at = held.text.index(paragraph.text)
        assert held.address_of((at, at + 1)).block in {
            p.address.block for p in paper.paragraphs if p.text == paragraph.text
        }
