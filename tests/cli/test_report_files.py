"""`danvankheo report --output`: Word, Excel and web pages, whole or not at all."""

from pathlib import Path

import docx
import openpyxl
import pytest

from danvankheo import office
from danvankheo.cli.app import run

NAMES = ("an-khe", "chu-pah", "cho-don")
FILES = [f"docs/examples/{name}-2022.json" for name in NAMES]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.html", "a.md", "A.DOCX"])
def test_a_report_is_written_as_its_name_promises(name, tmp_path, capsys):
    path = tmp_path / name
    assert run(["report", *FILES, "--output", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"Đã ghi {path}" in err
    said = office.read(path)
    text = " ".join([said.text, *(cell.text for grid in said.grids for cell in grid.cells)])
    assert "khoảng 214,4" in text


def test_word_has_the_layout_that_is_asked_for(tmp_path, capsys):
    for layout, word in (("nd30", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("hd36", "ĐẢNG CỘNG SẢN VIỆT NAM")):
        path = tmp_path / f"{layout}.docx"
        assert run(["report", FILES[0], "--output", str(path), "--layout", layout]) == 0
        head = docx.Document(str(path)).tables[0]
        assert head.cell(0, 1).paragraphs[0].text == word
        assert "THỊ ỦY AN KHÊ" in head.cell(0, 0).text


def test_a_template_of_ones_own_is_filled_and_stays(tmp_path, capsys):
    form = docx.Document()
    form.add_paragraph("{{ co_quan }}: {{ tien | bang_chu }}")
    form.save(str(tmp_path / "mau.docx"))
    before = (tmp_path / "mau.docx").read_bytes()
    args = ["report", FILES[0], "--output", str(tmp_path / "ra.docx"), "--layout", str(tmp_path / "mau.docx")]
    assert run(args) == 0
    assert docx.Document(str(tmp_path / "ra.docx")).paragraphs[0].text == (
        "Thị ủy An Khê: Khoảng hai trăm mười bốn triệu bốn trăm nghìn đồng"
    )
    assert run([*args[:3], str(tmp_path / "mau.docx"), *args[4:]]) == 2
    assert (tmp_path / "mau.docx").read_bytes() == before


def test_the_workbook_names_its_files(tmp_path, capsys):
    path = tmp_path / "a.xlsx"
    assert run(["report", *FILES, "--output", str(path)]) == 0
    sources = openpyxl.load_workbook(path)["Nguồn"]
    said = {cell.value for row in sources.iter_rows() for cell in row}
    assert {*FILES} <= said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output", "a.pdf"], ".docx, .xlsx, .html, .md"),
        (["--layout", "nd30"], "--output"),
        (["--output", "a.docx", "--format", "html"], "không dùng cùng với --format"),
        (["--output", "a.xlsx", "--layout", "nd30"], "chỉ dùng khi ghi tệp Word"),
        (["--output", "a.docx", "--layout", "nd31"], "nd30, hd36"),
        (["--output", "a.docx", "--layout", "khong-co.docx"], "không có tệp này"),
        (["--output", "khong-co/a.docx"], "không có thư mục này"),
    ],
)
def test_what_cannot_be_written_is_said_in_vietnamese(options, said, tmp_path, capsys, monkeypatch):
    file = str(Path(FILES[0]).resolve())
    monkeypatch.chdir(tmp_path)
    assert run(["report", file, *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert [*tmp_path.iterdir()] == []


def test_a_template_with_an_unknown_field_names_those_there_are(tmp_path, capsys):
    form = docx.Document()
    form.add_paragraph("{{ khong_co }}")
    form.save(str(tmp_path / "mau.docx"))
    path = tmp_path / "ra.docx"
    assert run(["report", FILES[0], "--output", str(path), "--layout", str(tmp_path / "mau.docx")]) == 1
    assert "tieu_de" in capsys.readouterr().err
    assert not path.exists()
