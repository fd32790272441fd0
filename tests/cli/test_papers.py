"""Word, Excel, CSV and PDF files on the command line: scan, draft, audit, marked copies."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from sarif_pydantic import Sarif

from danvankheo.cli.app import run
from danvankheo.office.reader import read
from office_files import PAPERS, ole, word

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "office"
REPORT = str(FOLDER / "bao-cao-quy.docx")
RATES = str(FOLDER / "ty-le.xlsx")
LEDGER = str(FOLDER / "so-dong-gop.csv")
CLEAN = str(PAPERS / "docx" / "03-cam-nghia-dong-nam-2025.docx")


def test_scan_finds_figures_of_text_and_of_tables(capsys):
    assert run(["scan", "--format", "json", REPORT, LEDGER]) == 0
    told = capsys.readouterr()
    report, ledger = json.loads(told.out)
    at = {(fact["at"], tuple(fact.get("at_span", ()))): fact["surface"] for fact in report["facts"]}
    assert at["p 4", (14, 24)] == "14 mô hình"
    assert at["p 5", (21, 37)] == "692,0 triệu đồng"
    figures = {(figure["at"], figure["cell"]): figure for figure in report["figures"]}
    assert figures["table 2", "C7"]["value"] == "701.0"
    assert figures["table 2", "C7"]["unit"] == "triệu đồng"
    assert figures["table 2", "C7"]["about"] == "Tổng cộng"
    assert ledger["facts"] == []
    assert [figure["value"] for figure in ledger["figures"]][:3] == ["41.5", "38", "1027.4"]
    assert "so-dong-gop.csv: đọc theo mã Windows-1258" in told.err


@pytest.mark.parametrize("form", ["text", "html"])
def test_scan_shows_the_places(form, capsys):
    assert run(["scan", "--format", form, REPORT]) == 0
    out = capsys.readouterr().out
    assert "đoạn 4, ký tự 15–24" in " ".join(out.split())
    assert "701,0 triệu đồng" in out
    assert "Trong bảng" in out


def test_scan_of_a_folder_reads_papers_and_names_those_that_it_cannot(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(word("Có 14 mô hình."))
    (tmp_path / "b.doc").write_bytes(ole("WordDocument"))
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    (tmp_path / "khac.json").write_text("{}", encoding="utf-8")
    assert run(["scan", "--format", "jsonl", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["file"] for line in told.out.splitlines()] == [(tmp_path / "a.docx").as_posix()]
    assert "b.doc: đây là tệp Word cũ (.doc): hãy mở bằng Word rồi lưu lại dưới dạng .docx" in told.err
    assert "Có 1 tệp không dùng được; các tệp khác đã in xong." in told.err


def test_a_paper_on_standard_input(monkeypatch, capsys):
    class Input:
        buffer = open(REPORT, "rb")  # noqa: SIM115

    monkeypatch.setattr(sys, "stdin", Input)
    with Input.buffer:
        assert run(["scan", "--format", "json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["figures"]


def test_a_draft_of_a_report_takes_its_text_and_says_what_of_tables_it_left(capsys):
    assert run(["draft", REPORT]) == 0
    told = capsys.readouterr()
    movement = json.loads(told.out)
    assert (movement["name"], movement["period"], movement["source"]) == (
        "Dân vận khéo",
        "2026-Q3",
        "bao-cao-quy.docx",
    )
    assert [gift["quantity"]["amount"] for gift in movement["contributions"]] == ["692.0", "1286", "1850"]
    assert "Chưa lấy 8 mục trong bảng" in told.err
    assert "bảng 2, dòng 3, cột “Ngày công”" in told.err


def test_a_draft_of_a_ledger_takes_its_rows(capsys):
    options = ["--name", "Dân vận khéo", "--period", "quý III/2026", "--sources"]
    assert run(["draft", *options, LEDGER]) == 0
    told = capsys.readouterr()
    made = json.loads(told.out)
    assert len(made["movement"]["contributions"]) == 6
    assert made["cells"][0] == ["csvC2"]
    assert "Đã lấy 6 mục từ bảng." in told.err
    assert run(["draft", LEDGER]) == 1
    assert "hãy nêu bằng --period" in capsys.readouterr().err


def test_an_audit_names_table_row_and_column(capsys):
    assert run(["audit", REPORT, RATES]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "bảng 2, dòng 7, cột “Tiền (triệu đồng)”: tổng ghi 701,0 triệu đồng" in out
    assert "Ty le!F4: 8/11 = 72,727272…%" in out
    assert run(["audit", "--language", "en", REPORT]) == 1
    assert "table 2, row 7, column" in capsys.readouterr().out


def test_a_true_paper_is_exit_code_0_and_the_limit_counts(capsys):
    assert run(["audit", CLEAN]) == 0
    assert "Không thấy mâu thuẫn. Số liệu khớp nhau chưa chắc đã đúng" in capsys.readouterr().out
    assert run(["audit", "--fail-on", "never", REPORT]) == 0
    assert run(["audit", "--fail-on", "info", RATES]) == 1


def test_findings_as_data(capsys):
    assert run(["audit", "--format", "json", REPORT, RATES]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["files"] == [Path(REPORT).as_posix(), Path(RATES).as_posix()]
    first = data["findings"][0]
    assert (first["file"], first["block"], first["span"], first["severity"]) == (
        "bao-cao-quy.docx",
        "p 5",
        [39, 54],
        "error",
    )
    assert data["findings"][2]["cell"] == "F4"
    assert data["checked"] > 0
    assert run(["audit", "--format", "sarif", REPORT, RATES]) == 1
    log = Sarif.model_validate_json(capsys.readouterr().out)
    assert len(log.runs[0].results) == 4
    assert log.runs[0].results[0].locations[0].logical_locations[0].name == "đoạn 5, ký tự 40–54"


def test_marked_copies_and_letters(tmp_path, capsys):
    for path in (REPORT, RATES, LEDGER):
        shutil.copy(path, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    out = tmp_path / "soat"
    assert run(["audit", "--marked", str(out), *(str(tmp_path / name) for name in before)]) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert {path.name for path in out.iterdir()} == {
        "bao-cao-quy-nhan-xet.docx",
        "ty-le-nhan-xet.xlsx",
        "gui-ỦY BAN NHÂN DÂN XÃ XUÂN LÂM.txt",
        "gui-ty-le.xlsx.txt",
    }
    texts = [comment.text for comment in docx.Document(str(out / "bao-cao-quy-nhan-xet.docx")).comments]
    assert len(texts) == 2
    assert any("692,0 triệu đồng" in text for text in texts)
    sheet = openpyxl.load_workbook(out / "ty-le-nhan-xet.xlsx").worksheets[0]
    assert sheet["F4"].comment.text.startswith("Lỗi: 8/11")
    assert "Đã ghi" in capsys.readouterr().err
    letter = (out / "gui-ỦY BAN NHÂN DÂN XÃ XUÂN LÂM.txt").read_text("utf-8-sig")
    assert letter.startswith("Kính gửi: ỦY BAN NHÂN DÂN XÃ XUÂN LÂM\n")
    assert run(["audit", "--marked", str(tmp_path / "khac"), CLEAN]) == 0
    assert "Không có gì phải nhận xét" in capsys.readouterr().err


def test_two_files_of_one_name_are_told_apart_by_their_paths(tmp_path, capsys):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        shutil.copy(REPORT, tmp_path / folder)
    names = [str(tmp_path / folder / "bao-cao-quy.docx") for folder in ("a", "b")]
    assert run(["audit", "--format", "json", *names]) == 1
    files = {finding["file"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert files == {Path(name).as_posix() for name in names}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["audit", "khong-co.docx"], "khong-co.docx: không có tệp này"),
        (["audit", REPORT, "a.json"], "a.json: tệp JSON không kiểm tra chung"),
        (
            ["audit", "--marked", "soat", str(FOLDER.parent / "an-khe-2022.json")],
            "--marked chỉ dùng cho tệp Word",
        ),
        (["draft", "khong-co.xlsx"], "khong-co.xlsx: không có tệp này"),
    ],
)
def test_wrong_calls(call, said, capsys):
    assert run(call) == 2
    assert said in capsys.readouterr().err


def test_all_files_that_cannot_be_read_are_named_at_once(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(b"")
    (tmp_path / "b.xlsx").write_bytes(b"MZ")
    assert run(["audit", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "a.docx: tệp trống" in err
    assert "b.xlsx: đây là tệp chương trình" in err
    assert err.endswith("Có 2 lỗi; chưa in gì.\n")


def test_a_missing_library_is_named_with_what_to_install():
    code = f"import sys; sys.modules['openpyxl'] = None; from danvankheo.cli.app import run; sys.exit(run(['scan', {RATES!r}]))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert told.returncode == 2
    assert "Chưa cài gói openpyxl. Cài bằng lệnh: pip install python-docx openpyxl" in told.stderr


def test_a_folder_that_cannot_be_written_to(tmp_path, capsys):
    (tmp_path / "soat").write_text("tệp", encoding="utf-8")
    assert run(["audit", "--marked", str(tmp_path / "soat"), REPORT]) == 2
    assert "soat: " in capsys.readouterr().err
    assert read(REPORT).blocks
