"""The command line as a shell sees it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from danvankheo import Contribution, Movement, Period, Place, PlaceKind, Quantity, format_number, load, save
from danvankheo.cli import terminal
from danvankheo.cli.app import run
from danvankheo.units import DONG

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
AN_KHE, CHO_DON, CHU_PAH = (str(_EXAMPLES / f"{name}-2022.json") for name in ("an-khe", "cho-don", "chu-pah"))


def test_the_report_of_an_khe_is_right_to_the_last_digit(capsys, monkeypatch):
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 250)
    assert run(["report", AN_KHE]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for text in (
        "Phong trào thi đua “Dân vận khéo” năm 2022",
        "Thị xã An Khê, tỉnh Gia Lai",
        "ngày 02 tháng 11 năm 2022",
        "Chỉ thị số 16/CT-TTg",
        "Số mô hình nêu tên: 9, trong đó 3 về quốc phòng - an ninh.",
        "từ 5 đến 10 triệu đồng",
        "Nhân dân đã đóng góp khoảng 214,4 triệu đồng, 731 ngày công và 260 m2 đất.",
        "Tiền (triệu đồng)",
        "hơn 154,4",
        "gần 60",
        "5 tuyến đường",
        "Hộ nghèo: 359 hộ (2,04%).",
        "Trường đạt chuẩn quốc gia: 27/28 trường (96,43%; nguồn ghi 96,42%).",
        "Người dân tham gia bảo hiểm y tế: 91,5%, tăng 3,05% so với cùng kỳ năm 2021.",
        "Ban Thường vụ Thị ủy An Khê tặng giấy khen cho 10 tập thể và 20 cá nhân",
        "Chi hội Phụ nữ thôn An Xuân 2",
        "Nguồn: Báo Gia Lai, tháng 11/2022.",
    ):
        assert text in out, text


def test_several_files_are_added_up(capsys):
    assert run(["report", AN_KHE, CHU_PAH, CHO_DON, "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "| Thị xã An Khê | 9 | khoảng 214,4 | 731 | 260 |" in out
    assert "| Huyện Chư Păh | … | … | … | … |" in out
    assert (
        "Số dòng có số liệu: mô hình nêu tên 1/3, tiền 1/3, ngày công 1/3, đất 1/3; dòng chưa có số liệu ghi “…”."
        in out
    )
    assert "| Mô hình của tập thể | năm 2022 | 263 | 397 | mô hình | 66,25 | 2/2 |" in out
    assert "| 1 | Huyện Chư Păh | 70,80 |\n| 2 | Huyện Chợ Đồn | 56,10 |" in out
    assert "123 mô hình được công nhận (1/3 báo cáo)" in out


@pytest.mark.parametrize(
    ("by", "head", "group"),
    [
        ("province", "Tỉnh, thành phố", "Tỉnh Gia Lai"),
        ("huyện", "Huyện", "Huyện Chư Păh, tỉnh Gia Lai"),
        ("XA", "Xã, phường", "Phường Tây Sơn, thị xã An Khê, tỉnh Gia Lai"),
        ("linh-vuc", "Lĩnh vực", "Quốc phòng - an ninh"),
        ("ky", "Kỳ", "Năm 2022"),
        ("organizer", "Đơn vị tổ chức", "Thị ủy An Khê"),
    ],
)
def test_groups(capsys, by, head, group):
    assert run(["report", "--by", by, "--format", "json", AN_KHE, CHU_PAH]) == 0
    data = json.loads(capsys.readouterr().out)
    assert group in [entry["group"] for entry in data["groups"]]
    assert run(["report", "--by", by, AN_KHE]) == 0
    assert f"\n {head} " in capsys.readouterr().out


def test_json_has_exact_figures(capsys):
    assert run(["report", "--format", "json", AN_KHE]) == 0
    data = json.loads(capsys.readouterr().out)
    poor, schools, insured = data["movements"][0]["indicators"]
    assert (schools["rate"], schools["percent"]) == ("27/28", "96.43")
    assert "rate" not in poor
    assert insured["printed"] == {"amount": "91.5", "unit": "percent"}
    assert data["summary"]["contributions"][0] == {
        "kind": "money",
        "quantity": {"amount": "214400000", "unit": "dong", "approximation": "about"},
        "count": 2,
    }
    (unknown,) = [rate for rate in data["summary"]["indicators"] if rate["kind"] == "poverty_rate"]
    assert "part" not in unknown
    assert unknown["unknown"] == 1


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_names_stay_text(capsys, tmp_path, form):
    nasty = "[bold]<b>&lt;*|_x_"
    movement = load(CHU_PAH)
    path = tmp_path / "a.json"
    save(_renamed(movement, nasty), path)
    assert run(["report", "--format", form, str(path)]) == 0
    out = capsys.readouterr().out
    expected = {
        "text": nasty,
        "markdown": r"\[bold\]\<b\>\&lt;\*\|\_x\_",
        "html": "[bold]&lt;b&gt;&amp;lt;*|_x_",
    }[form]
    assert expected in out


def _renamed(movement, name):
    import attrs

    return attrs.evolve(movement, name=name)


def test_no_digit_is_cut_off_in_a_narrow_terminal(monkeypatch, tmp_path, capsys):
    amount = 1234567890123456789
    for number in (1, 2):
        given = Contribution(quantity=Quantity(amount, DONG), purpose="x" * 50)
        movement = Movement(name="A", period=Period.year(2020 + number), contributions=(given,))
        save(movement, tmp_path / f"{number}.json")
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 60)
    files = [str(tmp_path / f"{number}.json") for number in (1, 2)]
    assert run(["report", "--span", "2021/2022", *files]) == 0
    assert format_number(2 * amount) in capsys.readouterr().out


def test_bad_files_are_listed_with_every_error_and_left_out(capsys, tmp_path):
    one, two = tmp_path / "a.json", tmp_path / "b.json"
    one.write_text('{"version": 1, "name": "", "period": "2022", "x": 1}', encoding="utf-8")
    two.write_text("[", encoding="utf-8")
    assert run(["report", AN_KHE]) == 0
    alone = capsys.readouterr().out
    assert run(["report", str(one), AN_KHE, str(two)]) == 1
    out, err = capsys.readouterr()
    assert out == alone
    assert err.splitlines()[3] == "Có 2 tệp không dùng được; các tệp khác đã tính xong."
    assert run(["report", "--strict", str(one), AN_KHE, str(two)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0].startswith(f"{one}: $.x: không có mục này; các mục dùng được: name, period,")
    assert lines[1] == f'{one}: $.name: không được để trống, tệp ghi ""'
    assert lines[2] == f"{two}: dòng 1, cột 2: sai cú pháp JSON (hết tệp giữa chừng)"
    assert lines[3] == "Có 3 lỗi; chưa in gì."


def test_the_same_figures_twice_are_not_added(capsys, tmp_path):
    copy = tmp_path / "copy.json"
    copy.write_bytes(Path(AN_KHE).read_bytes())
    assert run(["report", AN_KHE, str(copy)]) == 1
    assert "giống hệt" in capsys.readouterr().err


def test_places_that_contain_each_other_are_warned_of(capsys, tmp_path):
    ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=load(AN_KHE).place)
    path = tmp_path / "ward.json"
    save(Movement(name="Dân vận khéo", period=Period.year(2022), place=ward), path)
    assert run(["report", AN_KHE, str(path)]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("Chú ý: thị xã An Khê, tỉnh Gia Lai và phường An Bình, thị xã An Khê, tỉnh Gia Lai")
    assert out
    assert run(["report", str(path), str(path)]) == 1
    assert "ghi 2 lần trong lệnh" in capsys.readouterr().err


def test_rows_that_would_be_called_alike_say_what_tells_them_apart(capsys, tmp_path):
    files = []
    for parent, year in (("A", 2021), ("A", 2022), ("B", 2022)):
        town = Place(name=parent, kind=PlaceKind.TOWN)
        ward = Place(name="Tây Sơn", kind=PlaceKind.WARD, parent=town)
        files.append(str(tmp_path / f"{parent}{year}.json"))
        save(Movement(name="Dân vận khéo", period=Period.year(year), place=ward), files[-1])
    assert run(["report", "--format", "markdown", *files]) == 0
    out = capsys.readouterr().out
    for name in (
        "Phường Tây Sơn, thị xã A, năm 2021",
        "Phường Tây Sơn, thị xã A, năm 2022",
        "Phường Tây Sơn, thị xã B, năm 2022",
    ):
        assert f"| {name} |" in out
    assert run(["report", "--format", "markdown", *files[1:]]) == 0
    assert "| Phường Tây Sơn, thị xã B |" in capsys.readouterr().out


def test_a_file_with_a_key_twice_is_told(capsys, tmp_path):
    path = tmp_path / "twice.json"
    gift = '{"quantity": {"amount": "1", "unit": {"counted": "a", "counted": "b"}}}'
    path.write_text('{"version": 1, "name": "A", "period": "2022", "contributions": [' + gift + "]}")
    assert run(["report", AN_KHE, str(path)]) == 1
    assert "twice.json: " in capsys.readouterr().err
    assert run(["report", "--strict", AN_KHE, str(path)]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        ([], 2, "Cách dùng: danvankheo [TÙY CHỌN] LỆNH"),
        (["report"], 2, "Thiếu TỆP.\nXem hướng dẫn: danvankheo report --help"),
        (["report", "--format", "pdf", "a"], 2, "--format không nhận “pdf”; chọn một trong: text, markdown"),
        (["report", "--formt", "json", "a"], 2, "Không có tùy chọn --formt. Có phải là --format?"),
        (["report", "a", "--by"], 2, "Tùy chọn --by còn thiếu giá trị."),
        (["bao-cao"], 2, "không có lệnh “bao-cao”; các lệnh: report"),
        (["report", "không-có.json"], 2, "không-có.json: không có tệp này"),
        (["report", "tests/typing"], 2, "tests/typing: thư mục không có tệp nào (.json)"),
        (["report", "khong-co-*.json"], 2, "khong-co-*.json: không có tệp nào khớp với mẫu tên này"),
    ],
    ids=range(9),
)
def test_wrong_calls(capsys, args, code, says):
    assert run(args) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err


def test_problems_of_other_files_are_told_beside_a_missing_one(capsys, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("[]", encoding="utf-8")
    assert run(["report", str(bad), "không-có.json"]) == 2
    err = capsys.readouterr().err
    assert f"{bad}: $: phải là nhóm mục" in err
    assert "không có tệp này" in err


@pytest.mark.parametrize("args", [["--help"], ["report", "-h"], ["--version"]])
def test_help_is_in_vietnamese_and_succeeds(capsys, args):
    assert run(args) == 0
    out = capsys.readouterr().out
    assert "Options" not in out
    assert "Usage" not in out


def _shell(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "danvankheo", *args], check=False, **options)


def test_standard_input_and_a_locale_without_vietnamese():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = _shell("report", "-", input=Path(AN_KHE).read_bytes(), capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Dân vận khéo" in done.stdout.decode("utf-8")
    bad = _shell("report", "-", input=b"\xff", capture_output=True, env=environment)
    assert bad.returncode == 1
    assert bad.stderr.decode("utf-8").startswith("(đầu vào chuẩn): $: không phải tệp mã hóa UTF-8")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_leaves_early_is_no_error(form):
    process = subprocess.Popen(
        [sys.executable, "-m", "danvankheo", "report", "--format", form, AN_KHE],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(capsys):
    with open("/dev/full", "wb") as full:
        done = _shell("report", AN_KHE, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Không ghi được kết quả")


def test_without_the_extra_the_hint_is_one_line(tmp_path):
    (tmp_path / "rich.py").write_text("raise ModuleNotFoundError(name='rich')", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = _shell("--help", capture_output=True, env=environment)
    assert done.returncode == 2
    assert (
        done.stderr.decode().strip()
        == "Chưa cài gói rich. Cài bằng lệnh: pip install click rich (phần “cli” của danvankheo)"
    )
