"""``danvankheo draft`` as a shell sees it."""

import io
import json
import sys
from pathlib import Path

import pytest

from danvankheo import loads
from danvankheo.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


AN_KHE = str(EXAMPLES / "an-khe-2022.txt")


@pytest.fixture
def stdin(monkeypatch):
    def feed(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return feed


def test_the_chain_from_a_text_to_its_audit(tmp_path, capsys):
    """draft, report and audit, one after the other, as the README has them."""
    assert run(["draft", AN_KHE]) == 0
    told = capsys.readouterr()
    assert "Chưa xếp được 2 số liệu vào mục nào:\n  162–180 thời kỳ: Từ đầu năm đến nay\n" in told.err
    saved = tmp_path / "an-khe.json"
    saved.write_text(told.out, encoding="utf-8")
    assert run(["report", str(saved)]) == 0
    assert "27/28 trường (96,43%; nguồn ghi 96,42%)" in capsys.readouterr().out
    assert run(["audit", str(saved)]) == 0
    assert "1 cảnh báo và 2 lưu ý." in capsys.readouterr().out


def test_what_a_text_does_not_tell_can_be_said(capsys, stdin):
    text = "Nhân dân góp 5 triệu đồng.".encode()
    stdin(text)
    assert run(["draft", "-"]) == 1
    assert "không thấy năm hay thời kỳ; hãy nêu bằng --period" in capsys.readouterr().err
    stdin(text)
    assert run(["draft", "-", "--name", "Dân vận khéo", "--period", "quý III/2022", "--source", "Báo"]) == 0
    movement = loads(capsys.readouterr().out)
    assert (movement.name, movement.period.code, movement.source) == ("Dân vận khéo", "2022-Q3", "Báo")
    stdin(text)
    assert run(["draft", "-", "--name", "Dân vận khéo", "--period", "stage:2021/2025"]) == 0
    assert loads(capsys.readouterr().out).source == ""
    for period, message in (("quý III", "thiếu năm"), ("mai", "vị trí 0")):
        stdin(text)
        assert run(["draft", "-", "--name", "Dân vận khéo", "--period", period]) == 1
        assert message in capsys.readouterr().err


def test_sources_tell_the_place_of_every_figure(capsys):
    assert run(["draft", "--sources", AN_KHE]) == 0
    data = json.loads(capsys.readouterr().out)
    text = Path(AN_KHE).read_text(encoding="utf-8")
    assert data["movement"]["name"] == "Dân vận khéo"
    for fact in (*data["placed"], *data["unplaced"]):
        start, end = fact["span"]
        assert text[start:end] == fact["surface"]
    assert data["placed"][0]["path"] == "$.reviewed"


def test_several_files_are_drafted_into_a_folder_with_pages_to_correct_them(capsys, tmp_path):
    assert run(["draft", AN_KHE, AN_KHE + "x"]) == 2
    assert "--output" in capsys.readouterr().err
    missing = str(tmp_path / "missing.txt")
    call = ["draft", "--output", str(tmp_path / "nhap"), "--review", "--place", "thị xã An Khê, tỉnh Gia Lai"]
    assert run([*call, AN_KHE, missing]) == 1  # one bad file does not stop the others
    told = capsys.readouterr()
    assert "an-khe-2022.txt → " in told.out
    assert "missing.txt: không có tệp này" in told.err
    movement = loads((tmp_path / "nhap" / "an-khe-2022.json").read_text("utf-8"))
    assert [place.name for place in movement.place.lineage()] == ["An Khê", "Gia Lai"]
    page = (tmp_path / "nhap" / "an-khe-2022.html").read_text("utf-8")
    assert (
        page.index("Chưa xếp được vào mục nào (") < page.index("Đóng góp (") < page.index("<h2>Văn bản</h2>")
    )
    assert run([*call, AN_KHE]) == 0  # what a person may have corrected is never overwritten
    assert (tmp_path / "nhap" / "an-khe-2022-2.json").exists()
    assert run(["draft", "--place", "đâu đó", AN_KHE]) == 1
    assert "--place" in capsys.readouterr().err


def test_a_draft_of_a_file_that_is_not_there(capsys):
    assert run(["draft", "missing.txt"]) == 2
    assert "không có tệp này" in capsys.readouterr().err


def test_a_place_that_had_ended_is_told(capsys, stdin):
    stdin("Huyện ủy Ea Súp tổng kết phong trào “Dân vận khéo” năm 2026.".encode())
    assert run(["draft", "-"]) == 0
    assert "Bỏ qua Movement.place" in capsys.readouterr().err
