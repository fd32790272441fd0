"""Official papers in Word: measured against the decree, and read back as what they say."""

import io
import re
import struct
import zlib
from datetime import date
from fractions import Fraction
from pathlib import Path

import attrs
import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given

from danvankheo import InvalidValueError, Movement, Period, load, office, testing
from danvankheo.office import LAYOUTS, Letterhead, PaperPart, letterhead_of, write_word
from danvankheo.reporting import (
    ChartBlock,
    Document,
    FigureTable,
    Items,
    Note,
    Prose,
    Signature,
    Signer,
    TableColumn,
    Title,
    report_of,
    report_of_many,
)
from danvankheo.units import DONG, HECTARE, SQUARE_METRE, WORKDAY
from effort import costly

HEAD = Letterhead(
    superior="Ủy ban nhân dân tỉnh Gia Lai",
    issuer="Ủy ban nhân dân xã Ia Sơn",
    number="15/BC-UBND",
    place="Ia Sơn",
    day=date(2026, 7, 2),
    about="Kết quả phong trào quý II/2026",
    signer=Signer(post="Chủ tịch", name="Nguyễn Văn A"),
    recipients=("UBND tỉnh", "Đảng ủy xã"),
)
BODY = Document(
    title="Báo cáo",
    blocks=(
        Prose("Hai thôn đã báo cáo."),
        Title("Đóng góp"),
        Items(("Thôn 1 góp 5 triệu đồng.",)),
        FigureTable.of_texts(("Nơi", "Tiền"), [("Thôn 1", "5"), ("Tổng cộng", "5")], figures=(1,), totals=1),
        Note("Chưa làm tròn."),
    ),
)
# Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục V: size from, to, bold, italic, capitals. Typed from the
# table of the decree, not from our layout.
DECREE = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (12, 13, True, False),
    "Độc lập - Tự do - Hạnh phúc": (13, 14, True, False),
    "ỦY BAN NHÂN DÂN TỈNH GIA LAI": (12, 13, False, False),
    "ỦY BAN NHÂN DÂN XÃ IA SƠN": (12, 13, True, False),
    "Số: 15/BC-UBND": (13, 13, False, False),
    "Ia Sơn, ngày 02 tháng 7 năm 2026": (13, 14, False, True),
    "BÁO CÁO": (13, 14, True, False),
    "Kết quả phong trào quý II/2026": (13, 14, True, False),
    "Hai thôn đã báo cáo.": (13, 14, False, False),
    "1. Đóng góp": (13, 14, True, False),
    "TM. ỦY BAN NHÂN DÂN XÃ IA SƠN": (13, 14, True, False),
    "CHỦ TỊCH": (13, 14, True, False),
    "Nguyễn Văn A": (13, 14, True, False),
    "Nơi nhận:": (12, 12, True, True),
    "- UBND tỉnh;": (11, 11, False, False),
    "- Lưu: VT.": (11, 11, False, False),
    "Phụ lục": (14, 14, True, False),
    "BIỂU SỐ LIỆU": (13, 14, True, False),
    "(Kèm theo Báo cáo số 15/BC-UBND ngày 02 tháng 7 năm 2026 của Ủy ban nhân dân xã Ia Sơn)": (
        13,
        14,
        False,
        True,
    ),
}
# Hướng dẫn 36-HD/VPTW, Phụ lục 3.
PARTY = {
    "ĐẢNG CỘNG SẢN VIỆT NAM": (15, 15, True, False),
    "ĐẢNG BỘ TỈNH GIA LAI": (14, 14, False, False),
    "ĐẢNG ỦY XÃ IA SƠN": (14, 14, True, False),
    "Số 24-BC/ĐU": (14, 14, False, False),
    "Ia Sơn, ngày 02 tháng 7 năm 2026": (14, 14, False, True),
    "BÁO CÁO": (15, 16, True, False),
    "Kết quả phong trào quý II/2026": (14, 15, True, False),
    "Hai thôn đã báo cáo.": (14, 15, False, False),
}


def written(tmp_path, document=BODY, **options):
    path = tmp_path / "a.docx"
    write_word(document, path, **{"letterhead": HEAD, **options})
    return docx.Document(str(path))


def paragraphs(word):
    """Return all paragraphs, in cells too, by their text."""
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    found = [*word.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return {paragraph.text: paragraph for paragraph in found if paragraph.text}


def measured(paragraph):
    (run,) = paragraph.runs
    return run.font.size / Pt(1), bool(run.bold), bool(run.italic)


@pytest.mark.parametrize(("text", "rule"), DECREE.items())
def test_lettering_is_what_the_decree_allows(text, rule, tmp_path):
    appendix = Document(title="Biểu số liệu", blocks=BODY.blocks)
    least, most, bold, italic = rule
    size, *looks = measured(paragraphs(written(tmp_path, appendices=[appendix]))[text])
    assert least <= size <= most
    assert looks == [bold, italic]


@pytest.mark.parametrize(("text", "rule"), PARTY.items())
def test_papers_of_the_party_are_lettered_by_their_guide(text, rule, tmp_path):
    head = attrs.evolve(HEAD, superior="Đảng bộ tỉnh Gia Lai", issuer="Đảng ủy xã Ia Sơn", number="24-BC/ĐU")
    word = written(tmp_path, layout="hd36", letterhead=head)
    least, most, bold, italic = rule
    size, *looks = measured(paragraphs(word)[text])
    assert least <= size <= most
    assert looks == [bold, italic]
    assert word.tables[0].cell(0, 0).paragraphs[-1].text == "*"
    assert "T/M ĐẢNG ỦY XÃ IA SƠN" in paragraphs(word)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_are_as_the_rules_have_them(layout, tmp_path):
    word = written(tmp_path, layout=layout)
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert 20 <= round(section.top_margin.mm, 1) <= 25
    assert 20 <= round(section.bottom_margin.mm, 1) <= 25
    assert 30 <= round(section.left_margin.mm, 1) <= 35
    assert 15 <= round(section.right_margin.mm, 1) <= 20
    normal = word.styles["Normal"]
    fonts = normal.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }


def test_the_number_of_the_page_stands_in_the_middle_above_from_the_second_page_on(tmp_path):
    section = written(tmp_path).sections[0]
    assert section.different_first_page_header_footer
    assert "".join(section.first_page_header._element.itertext()).strip() == ""
    (paragraph,) = section.header.paragraphs
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in paragraph._p.xml
    assert {run.font.size for run in paragraph.runs} <= {Pt(13), Pt(14)}


def test_the_nation_stands_right_the_issuing_body_left_on_one_row(tmp_path):
    head = written(tmp_path).tables[0]
    left, right = head.rows[0].cells
    assert left.paragraphs[0].text == "ỦY BAN NHÂN DÂN TỈNH GIA LAI"
    assert right.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert right.paragraphs[1].text == "Độc lập - Tự do - Hạnh phúc"
    assert all(
        each.alignment == WD_ALIGN_PARAGRAPH.CENTER for each in (*left.paragraphs[:2], *right.paragraphs[:2])
    )
    assert head.columns[0].width + head.columns[1].width <= Mm(165.1)
    assert left._tc.xml.count("w:pBdr")  # the line below
    assert right._tc.xml.count("w:pBdr")
    assert head.rows[1].cells[0].text == "Số: 15/BC-UBND"


def test_paragraphs_are_justified_with_an_indent_and_room_below(tmp_path):
    paragraph = paragraphs(written(tmp_path))["Hai thôn đã báo cáo."]
    form = paragraph.paragraph_format
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent.mm in (pytest.approx(10, abs=0.1), pytest.approx(12.7, abs=0.1))
    assert form.space_after >= Pt(6)
    assert 1 <= form.line_spacing <= 1.5


def test_a_letter_says_to_whom_and_what_about(tmp_path):
    head = attrs.evolve(
        HEAD,
        kind="",
        number="20/UBND-VX",
        to=("UBND xã Ia Sơn", "Đảng ủy xã Ia Sơn"),
        about="rà soát số liệu",
    )
    found = paragraphs(written(tmp_path, letterhead=head))
    assert "BÁO CÁO" not in found
    assert measured(found["V/v rà soát số liệu"])[0] in (12, 13)
    assert {"Kính gửi:", "- UBND xã Ia Sơn;", "- Đảng ủy xã Ia Sơn."} <= {*found}
    one = attrs.evolve(head, to=("UBND xã Ia Sơn",))
    assert "Kính gửi: UBND xã Ia Sơn." in paragraphs(written(tmp_path, letterhead=one))


def test_what_is_not_given_leaves_room_for_a_pen(tmp_path):
    found = paragraphs(written(tmp_path, letterhead=None))
    assert {"Số:      /BC-…", "…, ngày … tháng … năm …", "…"} <= {*found}


@pytest.mark.parametrize(
    ("layout", "kind", "number"),
    [
        ("nd30", "Báo cáo", "Số:      /BC-…"),
        ("nd30", "", "Số:      /…"),
        ("nd30", "Đề án", "Số:      /…"),
        ("hd36", "Báo cáo", "Số … -BC/…"),
        ("hd36", "", "Số … -CV/…"),
    ],
)
def test_room_for_a_number_names_the_kind_of_paper(layout, kind, number, tmp_path):
    assert number in paragraphs(written(tmp_path, layout=layout, letterhead=Letterhead(kind=kind)))


def test_only_of_bodies_that_decide_together_one_signs_in_their_name(tmp_path):
    head = Letterhead(issuer="Sở Nội vụ", signer=Signer(post="Giám đốc"))
    found = paragraphs(written(tmp_path, letterhead=head))
    assert "GIÁM ĐỐC" in found
    assert not [text for text in found if text.startswith("TM.")]


def test_tables_have_numbers_bold_sums_and_a_head_on_every_page(tmp_path):
    table = written(tmp_path).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["TT", "Nơi", "Tiền"], ["1", "Thôn 1", "5"], ["", "Tổng cộng", "5"],
    ]  # fmt: skip
    assert [bool(row.cells[1].paragraphs[0].runs[0].bold) for row in table.rows] == [True, False, True]
    assert table.rows[1].cells[2].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_appendices_begin_on_their_own_pages_with_their_own_numbers(tmp_path):
    wide = FigureTable.of_texts([f"Cột {at}" for at in range(9)], [("1",) * 9])
    two = [Document(title="Một", blocks=BODY.blocks), Document(title="Hai", blocks=(Title("A"), wide))]
    word = written(tmp_path, appendices=two)
    assert {"Phụ lục I", "Phụ lục II", "MỘT", "HAI"} <= {*paragraphs(word)}
    assert len(word.sections) == 3
    assert [
        section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in [*word.sections][1:]
    ] == ["1", "1"]
    assert [section.page_width > section.page_height for section in word.sections] == [False, False, True]


def _png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")


def test_charts_are_pictures_with_words_for_those_who_do_not_see_them(tmp_path):
    data = FigureTable(columns=(TableColumn(head="Nơi", cells=("A",)),))
    chart = ChartBlock(title="Đóng góp theo xã", alt="A góp 5 triệu đồng.", form="ranked", data=data)
    document = Document(title="A", blocks=(chart,))
    word = written(tmp_path, document, picture=lambda block: _png())
    assert 'descr="A góp 5 triệu đồng."' in word.element.xml
    assert "A góp 5 triệu đồng." in paragraphs(written(tmp_path, document))


def test_those_who_sign_stand_side_by_side(tmp_path):
    document = Document(
        title="A", blocks=(Signature((Signer(post="Người lập biểu"), Signer(post="Thủ trưởng", name="B"))),)
    )
    assert [cell.paragraphs[0].text for cell in written(tmp_path, document).tables[1].rows[0].cells] == [
        "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG",
    ]  # fmt: skip


def test_hostile_texts_stay_texts(tmp_path):
    evil = "<w:b/>&amp;\x00\x1b\u202e{{ 1 }}\t"
    document = Document(
        title=evil,
        subtitle=evil,
        blocks=(Prose(evil), Items((evil,)), FigureTable.of_texts((evil,), [(evil,)])),
    )
    word = written(tmp_path, document, letterhead=Letterhead(issuer=evil, about=evil))
    assert any("<w:b/>&amp;" in text for text in paragraphs(word))
    assert "\u202e" not in word.element.xml


def test_an_old_file_stands_where_writing_fails(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    chart = ChartBlock(title="A", alt="A", form="ranked", data=FigureTable(columns=()))
    with pytest.raises(ZeroDivisionError):
        write_word(Document(title="A", blocks=(chart,)), path, picture=lambda block: 1 / 0)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"document": None},
        {"document": "a"},
        {"layout": "nd31"},
        {"layout": 3},
        {"letterhead": "a"},
        {"appendices": [1]},
    ],
)
def test_what_is_wrong_is_refused(wrong, tmp_path):
    options = {"document": BODY, **wrong}
    with pytest.raises(InvalidValueError):
        write_word(options.pop("document"), tmp_path / "a.docx", **options)
    assert not [*tmp_path.iterdir()]


def test_every_measure_lies_within_its_rule_and_has_a_source():
    for layout in LAYOUTS.values():
        for part, each in layout.parts.items():
            assert isinstance(part, PaperPart)
            assert each.least <= each.size <= each.most
            assert each.source
        assert layout.margins.source


def plain(place):
    """Return a place without codes, which no paper prints."""
    return place and attrs.evolve(place, code="", parent=plain(place.parent))


def test_a_report_in_word_is_read_drafted_and_audited_as_the_same_records(tmp_path):
    movement = load("docs/examples/an-khe-2022.json")
    path = tmp_path / "a.docx"
    head = letterhead_of([movement])
    write_word(report_of(movement), path, letterhead=attrs.evolve(head, day=date(2022, 11, 2)), layout="hd36")
    paper = office.read(path)
    assert [str(finding) for finding in office.audit_paper(paper)] == []
    draft = office.draft_paper(paper).movement
    assert (draft.name, draft.period, plain(draft.place)) == (
        "Dân vận khéo",
        Period.year(2022),
        plain(movement.place),
    )
    assert (draft.reviewed, draft.directives) == (movement.reviewed, movement.directives)
    assert [(each.quantity, each.purpose) for each in draft.contributions] == [
        (each.quantity, each.purpose) for each in movement.contributions
    ]
    assert [(each.name, plain(each.place), each.field) for each in draft.models] == [
        (each.name, plain(each.place), each.field) for each in movement.models
    ]
    assert {(each.name, each.part, each.whole, each.unit, each.change) for each in draft.indicators} == {
        (each.name, each.part, each.whole, each.unit, each.change) for each in movement.indicators
    }
    assert [
        (each.form, each.granter, each.level, each.collectives, each.individuals) for each in draft.awards
    ] == [
        (each.form, each.granter, each.level, each.collectives, each.individuals) for each in movement.awards
    ]


@costly
@given(testing.movements())
def test_any_report_in_word_says_what_the_report_says_and_no_more(movement: Movement):
    """The oracle: the text of our reader against the blocks."""
    document = report_of(movement)
    paper = _read(document)
    said = re.sub(
        r"\s+", " ", " ".join([paper.text, *(cell.text for grid in paper.grids for cell in grid.cells)])
    )
    for section in document.sections:
        for text in (section.title, section.text, *section.items):
            assert re.sub(r"\s+", " ", text) in said
        for table in section.tables:
            for row in table.rows:
                for cell in row:
                    assert re.sub(r"\s+", " ", cell).strip() in said


def amounts(contributions, unit):
    """Return the amounts of gifts in one unit, as values and words, in order."""
    return sorted(
        (Fraction(each.quantity.value), each.quantity.approximation.value)
        for each in contributions
        if each.quantity is not None and each.quantity.unit.unscaled() == unit
    )


@costly
@given(testing.movements())
def test_money_labour_and_land_of_any_report_are_read_back_gift_by_gift(movement: Movement):
    """The oracle: our reader of tables, which knows only the file."""
    paper = _read(report_of(movement))
    records = office.records_of(office.read_tables(paper), place=movement.place, period=movement.period)
    for unit in (DONG, WORKDAY, SQUARE_METRE, HECTARE):  # a sào is of another size in each region
        assert amounts(records.contributions, unit) == amounts(movement.contributions, unit)


def _read(document):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        write_word(document, path, letterhead=HEAD)
        return office.read_bytes(path.read_bytes(), "a.docx")


def test_a_report_of_many_is_written_and_no_finding_comes_of_it(tmp_path):
    movements = [load(f"docs/examples/{name}-2022.json") for name in ("an-khe", "chu-pah", "cho-don")]
    path = tmp_path / "a.docx"
    write_word(report_of_many(movements), path, letterhead=HEAD)
    assert [str(each) for each in office.audit_paper(office.read(path))] == []
    assert io.BytesIO(path.read_bytes()).read(2) == b"PK"
