"""A user's own template: fields, filters, and what it cannot do."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import docx
import pytest

from danvankheo import InvalidValueError, Quantity, load, office
from danvankheo.office import Letterhead, UnreadableFileError, fill_template, template_fields
from danvankheo.reporting import Document, Prose, Signer, report_of, report_of_many
from danvankheo.units import MILLION_DONG, PERCENT


@pytest.fixture
def movement():
    return load("docs/examples/an-khe-2022.json")


def filled(tmp_path, *lines, fields):
    form = docx.Document()
    for line in lines:
        form.add_paragraph(line)
    form.save(str(tmp_path / "mau.docx"))
    fill_template(tmp_path / "mau.docx", tmp_path / "ra.docx", fields)
    return [paragraph.text for paragraph in docx.Document(str(tmp_path / "ra.docx")).paragraphs]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("x | dong", Quantity(Decimal("154.4"), MILLION_DONG), "154.400.000 đồng"),
        ("x | dong", 5_000, "5.000 đồng"),
        ("x | trieu", Quantity(Decimal("154.4"), MILLION_DONG, "over"), "hơn 154,4 triệu đồng"),
        ("x | ty", 3_645_000_000, "3,645 tỷ đồng"),
        ("x | phan_tram", Fraction(27, 28), "96,43%"),
        ("x | phan_tram(1)", Fraction(27, 28), "96,4%"),
        ("x | phan_tram", Quantity(Decimal("96.42"), PERCENT), "96,42%"),
        ("x | bang_chu", Quantity(18, MILLION_DONG), "Mười tám triệu đồng"),
        ("x | bang_chu", 21, "Hai mươi mốt"),
        ("x | ngay", date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        ("x | ngay", None, "ngày … tháng … năm …"),
        ("x | so", 25707, "25.707"),
        ("x | so(1)", Fraction(1, 3), "0,3"),
        ("x | so", Quantity(60, MILLION_DONG, "nearly"), "gần 60 triệu đồng"),
        *((f"x | {name}", None, "…") for name in ("dong", "trieu", "ty", "phan_tram", "bang_chu", "so")),
        ("x", "<b> & {{ 7 * 7 }}", "<b> & {{ 7 * 7 }}"),
    ],
)
def test_filters_write_as_reports_do(field, value, text, tmp_path):
    assert filled(tmp_path, f"[{{{{ {field} }}}}]", fields={"x": value}) == [f"[{text}]"]


def test_the_fields_of_a_report(tmp_path, movement):
    head = Letterhead(issuer="Thị ủy An Khê", day=date(2022, 11, 2), signer=Signer(post="Bí thư", name="A"))
    fields = template_fields([movement], report_of(movement), head)
    lines = filled(
        tmp_path,
        "{{ tieu_de }}; {{ noi }}; {{ ky }}; {{ so_bao_cao }}",
        "{{ tien | trieu }}, {{ ngay_cong | so }}, {{ dat | so }}",
        "{% for c in chi_tieu %}{{ c.ten }} {{ c.ty_le | phan_tram }}; {% endfor %}",
        "{{ co_quan }}, {{ ngay_ky | ngay }}, {{ chuc_vu }} {{ nguoi_ky }}",
        "{{ phan[1].tieu_de }}: {{ phan[1].bang[0].cot[1] }} {{ phan[1].bang[0].dong[0][1] }}",
        fields=fields,
    )
    assert lines == [
        "Phong trào thi đua “Dân vận khéo” năm 2022; Thị xã An Khê, tỉnh Gia Lai; năm 2022; 1",
        "khoảng 214,4 triệu đồng, 731 ngày công, 260 m2",
        "Tỷ lệ hộ nghèo …; Tỷ lệ tham gia bảo hiểm y tế …; Tỷ lệ trường đạt chuẩn quốc gia 96,43%; ",
        "Thị ủy An Khê, ngày 02 tháng 11 năm 2022, Bí thư A",
        "Đóng góp của Nhân dân: Tiền (triệu đồng) hơn 154,4",
    ]


def test_several_reports_are_added_up(tmp_path, movement):
    movements = [movement, load("docs/examples/chu-pah-2022.json")]
    fields = template_fields(movements, report_of_many(movements))
    assert filled(tmp_path, "{{ so_bao_cao }} {{ tien | trieu }}", fields=fields) == [
        "2 khoảng 214,4 triệu đồng"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{{ khong_co }}",
        "{{ tieu_de",
        "{% for x in tieu_de %}",
        "{{ tieu_de | la }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ tieu_de.__class__.__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{{ tieu_de | dong }}",
        "{{ tieu_de + 1 }}",
        "{{ 1 / 0 }}",
        "{{ [][3] }}",
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(line, tmp_path):
    with pytest.raises(InvalidValueError):
        filled(tmp_path, line, fields={"tieu_de": "A"})
    assert not (tmp_path / "ra.docx").exists()


def test_what_is_no_word_document_is_no_template(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(UnreadableFileError):
        fill_template(tmp_path / "a.docx", tmp_path / "ra.docx", {})
    with pytest.raises(InvalidValueError):
        fill_template("docs/examples/office/so-dong-gop.csv", tmp_path / "ra.docx", {})
    with pytest.raises(FileNotFoundError):
        fill_template(tmp_path / "khong-co.docx", tmp_path / "ra.docx", {})


def test_the_template_is_only_read(tmp_path):
    fields = template_fields([], Document(title="A", blocks=(Prose("B"),)))
    assert filled(tmp_path, "{{ mo_dau }}", fields=fields) == ["B"]
    assert "{{ mo_dau }}" in docx.Document(str(tmp_path / "mau.docx")).paragraphs[0].text
    assert office.read(tmp_path / "ra.docx").text == "B"
