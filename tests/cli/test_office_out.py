"""What goes onto paper, as a shell sees it: charts, comparisons, lists of payments."""

import json
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    Indicator,
    IndicatorKind,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    office,
    save,
)
from danvankheo.cli.app import run
from danvankheo.units import MILLION_DONG

GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
NOW = (("Cửu An", PlaceKind.COMMUNE, "679.7", 91, 1248), ("An Bình", PlaceKind.WARD, "300", 50, 3040))
BEFORE = (
    *((name, PlaceKind.COMMUNE, "151.5", 25, 312) for name in ("Tú An", "Xuân An", "Song An", "Cửu An")),
    ("An Bình", PlaceKind.WARD, "280", 60, 3000),
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[list[str], str]:
    """Return the files of a quarter, and the folder of those of the same quarter a year before."""
    for folder, year, told in (("nay", 2026, NOW), ("truoc", 2025, BEFORE)):
        (tmp_path / folder).mkdir()
        for name, kind, amount, part, whole in told:
            movement = Movement(
                name="Dân vận khéo",
                period=Period.quarter(year, 2),
                place=Place(name=name, kind=kind, parent=GIA_LAI),
                contributions=[Contribution(quantity=Quantity(Decimal(amount), MILLION_DONG))],
                indicators=[
                    Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=part, whole=whole)
                ],
                awards=[Award(form=AwardForm.GIAY_KHEN, individuals=part)],
            )
            save(movement, tmp_path / folder / f"{name}.json")
    return [str(path) for path in sorted((tmp_path / "nay").iterdir())], str(tmp_path / "truoc")


def test_a_report_beside_that_of_a_year_before(files, capsys):
    now, before = files
    assert run(["report", *now, "--by", "xã", "--compare", before, "--format", "markdown"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("# So sánh với cùng kỳ\n\nQuý II/2026 so với cùng kỳ, quý II/2025.\n\n## Tiền")
    assert "| Xã Cửu An | 679,7 | 606 | +73,7 | +12,16 |  |" in out
    assert "| Phường An Bình | 300 | 280 |  |  | địa bàn hai kỳ không như nhau |" in out
    assert "| Xã Cửu An | 7,29 | 8,01 | -0,72 |  |" in out
    assert "Chỉ có báo cáo kỳ so sánh: Xã Song An, Xã Tú An, Xã Xuân An." in out


def test_a_comparison_as_data_is_exact(files, capsys):
    now, before = files
    assert run(["report", now[1], "--compare", before, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["basis"], data["periods"]) == ("same_period", ["2026-Q2", "2025-Q2"])
    assert data["lines"][0] == {
        "part": "contributions", "what": "tiền", "unit": "dong", "now": "679700000", "before": "886000000",
        "difference": None, "growth": None, "attainment": None, "why": ["places"], "approximate": False,
    }  # fmt: skip


def test_a_plan_has_an_attainment(files, capsys):
    now, _ = files
    assert run(["report", now[0], "--compare", now[0], "--basis", "ke-hoach"]) == 0
    out = capsys.readouterr().out
    assert "Kế hoạch quý II/2026" in out
    assert "100,00" in out


def test_what_cannot_be_compared_is_said(files, capsys, tmp_path):
    now, before = files
    (tmp_path / "trong").mkdir()
    for names, text in (
        ([str(tmp_path / "trong")], "thư mục không có tệp nào (.json)"),
        ([before, now[0]], "kỳ"),
        (["khong-co.json"], "không có tệp này"),
    ):
        compare = [part for name in names for part in ("--compare", name)]
        assert run(["report", *now, *compare]) in (1, 2)
        assert text in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["xep-hang", "chong", "hai-ky", "theo-ky", "nhieu-noi"])
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_chart_of_every_kind(files, capsys, tmp_path, kind, ending):
    now, before = files
    compare = ["--compare", before] if kind == "hai-ky" else []
    target = ["--target", "3%"] if kind in {"theo-ky", "nhieu-noi"} else []
    path = tmp_path / f"hình.{ending}"
    of = "tien" if kind == "chong" else "ho-ngheo"
    call = ["chart", *now, "--kind", kind, "--of", of, *compare, *target]
    assert run([*call, "--output", str(path), "--width", "390"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "")
    content = path.read_bytes()
    if ending == "svg":
        assert ElementTree.fromstring(content).get("width") == "390"
    else:
        assert content.startswith(b"\x89PNG")
    assert run(call) == 0
    assert "Biểu đồ" in (words := capsys.readouterr().out) or "biểu đồ" in words


def test_a_chart_of_two_periods_never_draws_other_ground(files, capsys):
    now, before = files
    assert run(["chart", *now, "--kind", "hai-ky", "--compare", before]) == 0
    assert capsys.readouterr().out == (
        "Tiền. Biểu đồ thanh, mỗi nơi hai kỳ. Phường An Bình: quý II/2025 chưa có số liệu, quý II/2026 300 triệu "
        "đồng; Xã Cửu An: quý II/2025 606 triệu đồng, quý II/2026 679,7 triệu đồng. "
        "Địa bàn hai kỳ không như nhau, không so sánh: Phường An Bình.\n"
    )


def test_wrong_calls_of_chart(files, capsys, tmp_path):
    now, before = files
    for arguments, code, text in (
        (["--kind", "xep-hang", "--output", "a.jpg"], 2, "cần tệp .svg hay .png"),
        (["--kind", "hai-ky"], 2, "--compare đi với --kind hai-ky"),
        (["--kind", "xep-hang", "--compare", before], 2, "--compare đi với --kind hai-ky"),
        (["--kind", "tron"], 2, "tron"),
        (["--kind", "xep-hang", "--of", "hongheo"], 1, "poverty_rate"),
        (["--kind", "theo-ky", "--target", "ba"], 1, "--target"),
        (["--kind", "xep-hang", "--width", "10", "--output", str(tmp_path / "a.svg")], 1, "240"),
        (["--kind", "xep-hang", "--output", str(tmp_path / "nowhere" / "a.svg")], 2, "không có thư mục này"),
    ):
        assert run(["chart", *now, *arguments]) == code, arguments
        assert text in capsys.readouterr().err
    assert not [*tmp_path.glob("*.svg")]


NAMES = """\
TT,Họ và tên,Địa chỉ,Hình thức
,I. Tập thể,,
1,Thôn An Xuân 2,xã Cửu An,Giấy khen
,II. Cá nhân,,
1,Rơ Châm Hyưt,thôn 3,Giấy khen
2,Rơ Châm Hyưt,thôn 3,Giấy khen
"""


def test_a_list_of_names_becomes_a_list_of_payments(tmp_path, capsys):
    path = tmp_path / "ds.csv"
    path.write_text(NAMES, encoding="utf-8")
    call = ["award", "--list", str(path), "--level", "xa", "--on", "2026-07-02", "--format", "markdown"]
    assert run(call) == 0
    out = capsys.readouterr().out
    assert (
        "| 1 | Thôn An Xuân 2 | xã Cửu An | Giấy khen (tập thể) | 1.518.000 | 1.520.000 | 1.520.000 |" in out
    )
    assert "Tổng số tiền: 3.040.000 đồng (bằng chữ: Ba triệu không trăm bốn mươi nghìn đồng)." in out
    assert out.count("Mức lương cơ sở") == 1
    assert "Dòng 3 trùng dòng 2: Rơ Châm Hyưt; cần kiểm tra trước khi chi." in out
    assert run([*call, "--granter", "Đảng ủy xã Cửu An"]) == 0
    assert "Tổng cộng, nếu theo mức của Nhà nước" in capsys.readouterr().out


def test_wrong_calls_of_a_list(tmp_path, capsys):
    path = tmp_path / "ds.csv"
    path.write_text("TT,Họ và tên,Hình thức\n1,Thôn 3,Giấy khen\n", encoding="utf-8")
    for arguments, code, text in (
        (["--list", str(path), "--on", "2026-07-02"], 1, "“Thôn 3” là tập thể, hộ gia đình hay cá nhân?"),
        (["--list", str(path)], 1, "Cần ngày ký quyết định"),
        ([], 2, "cần TỆP hoặc --list"),
        (["--list", str(path), str(path)], 2, "cần TỆP hoặc --list"),
        (["--list", str(tmp_path / "x.csv"), "--on", "2026-07-02"], 2, "không có tệp này"),
        (["--list", str(path), "--on", "2026-07-02", "--form", "giấy"], 1, "giấy"),
    ):
        assert run(["award", *arguments]) == code, arguments
        assert text in capsys.readouterr().err


def test_a_list_is_written_in_word_and_excel_with_the_same_figures(tmp_path, capsys):
    path = tmp_path / "ds.csv"
    path.write_text(NAMES, encoding="utf-8")
    call = ["award", "--list", str(path), "--level", "xa", "--on", "2026-07-02", "--output"]
    for ending in ("docx", "xlsx"):
        out = tmp_path / f"chi.{ending}"
        assert run([*call, str(out)]) == 0
        assert capsys.readouterr().out == ""
        texts = [cell.text for grid in office.read(out).grids for cell in grid.cells]
        assert texts.count("1.520.000") == 2
        assert texts.count("760.000") == 4
        assert "3.040.000" in texts
        heads = [text for text in texts if text in {"STT", "TT"}]
        assert heads == ["STT"]
    said = "\n".join(each.text for each in office.read(tmp_path / "chi.docx").paragraphs)
    assert "Tổng số tiền: 3.040.000 đồng (bằng chữ: Ba triệu không trăm bốn mươi nghìn đồng)." in said
    for ending in ("html", "md"):
        assert run([*call, str(tmp_path / f"chi.{ending}")]) == 0
    capsys.readouterr()
    assert run([*call, str(tmp_path / "chi.odt")]) == 2
    assert ".docx, .xlsx" in capsys.readouterr().err


def test_a_comparison_is_written_with_its_charts(files, capsys, tmp_path):
    now, before = files
    call = ["report", *now, "--by", "xa", "--compare", before, "--output"]
    for ending in ("docx", "html", "xlsx", "md"):
        assert run([*call, str(tmp_path / f"ss.{ending}")]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "ss.html").read_text("utf-8").count("<svg") == 3
    with ZipFile(tmp_path / "ss.docx") as word:
        assert len([name for name in word.namelist() if name.endswith(".png")]) == 3
    said = (tmp_path / "ss.md").read_text("utf-8")
    assert "đơn vị triệu đồng. Phường An Bình: Quý II/2026 300, Quý II/2025 …" in said
    for ending in ("docx", "xlsx"):
        texts = [cell.text for grid in office.read(tmp_path / f"ss.{ending}").grids for cell in grid.cells]
        assert "+73,7" in texts
        assert "+12,16" in texts
