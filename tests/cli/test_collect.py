"""``danvankheo collect`` and ``danvankheo template`` as a shell sees them."""

import json
from pathlib import Path

import openpyxl
import pytest

from danvankheo.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "office"
NOP, LIST = str(EXAMPLES / "nop"), str(EXAMPLES / "danh-sach-xa.txt")
QUARTER = "quý II/2026"


def test_a_folder_becomes_one_total(capsys):
    call = ["collect", NOP, "--period", QUARTER, "--expected", LIST, "--accept", "ia-nhon-gui-lai.docx"]
    assert run(call) == 1  # two places are missing, and a file is damaged
    out = capsys.readouterr().out
    assert "Tổng cộng: 596.300.000 đồng; 1.070 ngày công; 350 m2." in out
    assert "Chưa gửi (2)" in out
    assert "đã có 5/7 nơi" in out


def test_doubles_are_not_added_without_a_word(capsys):
    assert run(["collect", NOP, "--period", QUARTER]) == 1
    assert "Chưa cộng: 1 nơi có nhiều tệp cho một kỳ" in capsys.readouterr().out


def test_all_done_is_0(capsys, tmp_path):
    (tmp_path / "so.csv").write_text("Người góp;Tiền (triệu đồng)\nÔng A;5,5\n", "utf-8")
    call = ["collect", str(tmp_path), "--period", QUARTER, "--place", "so.csv=xã Ia Sơn"]
    assert run(call) == 0
    assert "Tổng cộng: 5.500.000 đồng." in capsys.readouterr().out


def test_results_problems_and_letters_as_files(capsys, tmp_path):
    call = ["collect", NOP, "--period", QUARTER, "--expected", LIST, "--accept", "ia-nhon.docx", "--no-audit"]
    assert run([*call, "--output", str(tmp_path / "o.xlsx"), "--letters", str(tmp_path / "thu")]) == 1
    assert "Tổng hợp" in openpyxl.load_workbook(tmp_path / "o.xlsx").sheetnames
    assert len(list((tmp_path / "thu").iterdir())) == 2
    err = capsys.readouterr().err
    assert "Đã ghi 2 thư" in err
    assert run([*call, "--output", str(tmp_path / "o.json")]) == 1
    assert json.loads((tmp_path / "o.json").read_text("utf-8"))["total"][0]["amount"] == "593300000"
    capsys.readouterr()
    assert run([*call, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["missing"]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--period", "quý II"], 1, "thiếu năm"),
        (["--period", "hôm nào"], 1, "--period"),
        (["--accept", "khong-co.xlsx"], 1, "khong-co.xlsx"),
        (["--expected", "khong-co.txt"], 2, "không có tệp này"),
        (["--form", "khong-co.toml"], 2, "không có tệp này"),
        (["--place", "ia-nhon.docx"], 2, "TỆP=NƠI"),
        (["--earlier", NOP + "/xa-an-phu.csv"], 1, "xa-an-phu.csv"),
        (["--output", "o.pdf"], 1, ".xlsx, .json"),
    ],
)
def test_what_is_wrong_is_said_in_vietnamese(capsys, options, code, said):
    assert run(["collect", NOP, "--no-audit", *options]) == code
    assert said in capsys.readouterr().err


def test_a_path_that_is_not_there(capsys):
    assert run(["collect", "khong-co"]) == 2
    assert "khong-co: không có tệp này" in capsys.readouterr().err


def test_a_template_comes_back(capsys, tmp_path):
    path = tmp_path / "ia-son.xlsx"
    call = ["template", "--period", QUARTER, "--place", "xã Ia Sơn, tỉnh Gia Lai", "--output", str(path)]
    assert run(call) == 0
    book = openpyxl.load_workbook(path)
    sheet = book["Đóng góp"]
    money = next(cell.column for cell in sheet[4] if cell.value == "Tiền (triệu đồng)")
    sheet.cell(5, money, 154.4)
    book.save(path)
    assert run(["collect", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Tổng cộng: 154.400.000 đồng." in out
    assert "sổ thu thập số liệu" in out


def test_a_template_for_each_place(capsys, tmp_path):
    folder = tmp_path / "mau"
    call = ["template", "--period", QUARTER, "--expected", LIST, "--money", "đồng", "--output", str(folder)]
    assert run(call) == 0
    assert len(list(folder.iterdir())) == 7
    assert run(call) == 1
    assert "đã có tệp này" in capsys.readouterr().err


def test_a_template_of_a_place_or_of_a_list(capsys, tmp_path):
    call = ["template", "--place", "xã Ia Sơn", "--expected", LIST, "--output", str(tmp_path)]
    assert run(call) == 2
    assert "--place hoặc --expected" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["collect", "template"])
def test_help_is_vietnamese(capsys, command):
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Cách dùng" in out
    assert "Ví dụ" in out
