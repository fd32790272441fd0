"""The files of a call, for every command: folders, patterns, files that cannot be used, in one order."""

import json
import random
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Contribution, Movement, Period, Place, PlaceKind, Quantity, dumps
from danvankheo.cli import terminal
from danvankheo.cli.app import run
from danvankheo.cli.inputs import DOCUMENTS, Inputs
from danvankheo.units import DONG
from office_files import word

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
OF_DOCUMENTS = ("report", "audit", "totals", "award")
OF_PAPERS = ("scan", "audit", "draft", "totals")


def document(amount=100, commune="Ia Sơn"):
    place = Place(name=commune, kind=PlaceKind.COMMUNE)
    gift = Contribution(quantity=Quantity(amount, DONG))
    return dumps(
        Movement(name="Dân vận khéo", period=Period.quarter(2026, 2), place=place, contributions=(gift,))
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 250)
    (tmp_path / "quy-2" / "phu").mkdir(parents=True)
    return tmp_path / "quy-2"


@pytest.fixture
def example(folder):
    """A folder with a good document, and one beside it."""
    (folder / "an-khe.json").write_bytes((EXAMPLES / "an-khe-2022.json").read_bytes())
    (folder / "phu" / "chu-pah.json").write_bytes((EXAMPLES / "chu-pah-2022.json").read_bytes())
    return folder


@pytest.mark.parametrize("command", OF_DOCUMENTS)
@pytest.mark.parametrize("name", ["quy-2", "quy-2/", "**/*.json", "quy-2/**", "quy-2/*.json quy-2/phu"])
def test_a_folder_or_a_pattern_is_its_files(example, capsys, command, name):
    more = ["--on", "2022-11-02"] if command == "award" else []
    run([command, *more, "quy-2/an-khe.json", "quy-2/phu/chu-pah.json"])
    named = capsys.readouterr()
    assert named.out
    run([command, *more, *name.split()])
    assert capsys.readouterr() == named


@pytest.mark.parametrize("command", OF_DOCUMENTS)
def test_one_bad_file_never_stops_the_others(example, capsys, command):
    more = ["--on", "2022-11-02"] if command == "award" else []
    run([command, *more, "quy-2"])
    good = capsys.readouterr().out
    (example / "0-hong.json").write_text('{"version": 1, "name": ""}', encoding="utf-8")
    assert run([command, *more, "quy-2", "--problems", "loi.json"]) == 1
    out, err = capsys.readouterr()
    assert out.replace("; không tính 1 tệp không dùng được", "") == good
    assert "quy-2/0-hong.json: $.name: không được để trống" in err
    assert "Có 1 tệp không dùng được" in err
    (listed,) = json.loads(Path("loi.json").read_text(encoding="utf-8"))
    assert listed["file"] == "quy-2/0-hong.json"
    assert any("$.period" in cause for cause in listed["causes"])
    assert run([command, *more, "--strict", "quy-2"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "quy-2/0-hong.json: $.name: không được để trống" in err


def test_a_chart_of_a_folder(example, capsys):
    assert run(["chart", "--kind", "xep-hang", "quy-2/an-khe.json", "quy-2/phu/chu-pah.json"]) == 0
    named = capsys.readouterr()
    assert run(["chart", "--kind", "xep-hang", "quy-2"]) == 0
    assert capsys.readouterr() == named
    (example / "hong.json").write_text("[", encoding="utf-8")
    assert run(["chart", "--kind", "xep-hang", "quy-2"]) == 1
    out, err = capsys.readouterr()
    assert out == named.out
    assert "quy-2/hong.json: " in err


@pytest.mark.parametrize("command", ["report", "totals", "audit"])
def test_data_hold_the_files_that_are_left_out(example, capsys, command):
    run([command, "--format", "json", "quy-2"])
    assert json.loads(capsys.readouterr().out)["problems"] == []
    (example / "hong.json").write_text("[", encoding="utf-8")
    run([command, "--format", "json", "quy-2"])
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem == {
        "file": "quy-2/hong.json",
        "causes": ["dòng 1, cột 2: sai cú pháp JSON (hết tệp giữa chừng)"],
        "unreadable": False,
    }


@pytest.mark.parametrize("command", OF_PAPERS)
def test_papers_of_a_folder(folder, capsys, command):
    (folder / "b.docx").write_bytes(
        word("Xã Ia Sơn tổng kết phong trào “Dân vận khéo” năm 2026, có 14 mô hình.")
    )
    (folder / "~$b.docx").write_bytes(b"lock")
    (folder / ".c.docx").write_bytes(b"hidden")
    (folder / "a.docx").write_bytes(b"")
    (folder / "c.csv").write_text("Xã;Tiền (triệu đồng)\nIa Sơn;5,5\nIa Ko;2\n", encoding="utf-8")
    more = ["--output", "nhap"] if command == "draft" else []
    assert run([command, *more, "quy-2"]) == 1
    out, err = capsys.readouterr()
    assert "quy-2/a.docx: " in err
    assert "tệp trống" in err
    assert "~$" not in out + err
    assert ".c.docx" not in out + err
    assert out
    assert run([command, *more, "--strict", "quy-2"]) != 0
    assert capsys.readouterr().out == ""


def test_the_same_file_by_two_names_is_read_once(example, capsys):
    assert run(["totals", "quy-2", "quy-2/an-khe.json", "quy-2/*.json", "--format", "json"]) == 0
    once = capsys.readouterr().out
    assert run(["totals", "quy-2", "--format", "json"]) == 0
    assert capsys.readouterr().out == once


def test_a_copy_in_a_folder_is_left_out_and_listed(example, capsys):
    (example / "z.json").write_bytes((example / "an-khe.json").read_bytes())
    assert run(["totals", "quy-2", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert "quy-2/z.json: giống hệt quy-2/an-khe.json; cộng lại sẽ tính hai lần" in err
    (example / "z.json").unlink()
    assert run(["totals", "quy-2", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"] == json.loads(out)["totals"]


def test_where_nothing_can_be_used_nothing_is_printed(folder, capsys):
    (folder / "a.json").write_text("[", encoding="utf-8")
    assert run(["totals", "quy-2"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Có 1 lỗi; chưa cộng gì.\n")


def test_a_list_of_problems_that_cannot_be_written_is_told(example, capsys):
    assert run(["totals", "quy-2", "--problems", "không/có/loi.json"]) == 2
    assert "Không ghi được không/có/loi.json" in capsys.readouterr().err


@given(st.permutations([f"xã {name}.json" for name in ("An Khê", "Ia Sơn", "đông", "Bờ", "ẤP", "10", "9")]))
def test_the_order_is_that_of_names_whatever_the_file_system_has(names):
    """Files are made in any order, with letters composed or not; the order of the names is one."""
    import tempfile

    with tempfile.TemporaryDirectory() as there:
        for name in names:
            form = random.Random(name).choice(["NFC", "NFD"])
            (Path(there) / normalize(form, name)).write_text("{}", encoding="utf-8")
        found = Inputs.of([there], DOCUMENTS).names
        by_pattern = Inputs.of([f"{there}/*.json"], DOCUMENTS).names
    assert found == by_pattern
    plain = [normalize("NFC", Path(name).name).casefold() for name in found]
    assert plain == sorted(plain)
    assert len(found) == len(names)
