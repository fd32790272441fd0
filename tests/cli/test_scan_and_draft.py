"""``danvankheo scan`` and ``danvankheo draft`` as a shell sees them."""

import io
import json
import sys
from pathlib import Path

import pytest

from danvankheo import loads
from danvankheo.cli import texts
from danvankheo.cli.app import run
from danvankheo.cli.progress import watched

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
AN_KHE = str(EXAMPLES / "an-khe-2022.txt")


@pytest.fixture
def stdin(monkeypatch):
    def feed(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return feed


def test_figures_are_marked_and_listed(capsys):
    assert run(["scan", AN_KHE]) == 0
    out = capsys.readouterr().out
    assert "đóng góp ⟦hơn 154,4 triệu đồng⟧, ⟦731 ngày công⟧ và hiến ⟦260 m2⟧ đất" in out
    assert " tiền hơn 154,4 triệu đồng hơn 154,4 triệu đồng " in " ".join(out.split())
    assert "tổ 3 (phường Tây Sơn)" in out


def test_standard_input(capsys, stdin):
    stdin("\ufeffCó 12 hộ.".encode())
    assert run(["scan", "-"]) == 0
    assert capsys.readouterr().out.startswith("Có ⟦12 hộ⟧.\n")


def test_a_text_without_figures_says_so(capsys, stdin):
    stdin("Không có gì.".encode())
    assert run(["scan", "-"]) == 0
    assert "Không thấy số liệu nào." in capsys.readouterr().out


def test_what_a_terminal_would_obey_is_shown(capsys, stdin):
    stdin("\x1b[31mCó 12 hộ.\x1b[0m [bold]x[/bold]".encode())
    assert run(["scan", "-"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\\x1b[31mCó ⟦12 hộ⟧" in out
    assert "[bold]x[/bold]" in out


def test_json_has_a_list_and_jsonl_a_line_a_file(tmp_path, capsys):
    for name, text in (("a.txt", "Có 12 hộ."), ("b.md", "Góp 3 tỷ đồng.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "c.json").write_text("{}", encoding="utf-8")
    assert run(["scan", "--format", "json", str(tmp_path)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [Path(line["file"]).name for line in data] == ["a.txt", "b.md"]
    assert data[1]["facts"][0]["value"] == "3000000000"
    assert run(["scan", "--format", "jsonl", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == data


def test_markup_in_a_text_stays_text_in_html(tmp_path, capsys):
    bad = '<script>alert("12 hộ")</script> & 12 <b>hộ</b> “5 m2” mô hình “<i>”. Có 12 hộ.'
    (tmp_path / "<x>.txt").write_text(bad, encoding="utf-8")
    assert run(["scan", "--format", "html", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "<script>" not in out
    assert "<i>" not in out
    assert "&lt;script&gt;" in out
    assert "<mark title=" in out
    assert "&lt;x&gt;.txt" in out


def test_one_bad_file_does_not_stop_the_others_and_is_told_at_the_end(tmp_path, capsys):
    (tmp_path / "good.txt").write_text("Có 12 hộ.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe12")
    assert run(["scan", str(tmp_path), str(tmp_path / "missing.txt")]) == 1
    told = capsys.readouterr()
    assert "⟦12 hộ⟧" in told.out
    assert "bad.txt: tệp văn bản mã UTF-16; hãy lưu lại theo mã UTF-8" in told.err
    assert "missing.txt: không có tệp này" in told.err
    assert told.err.endswith("Có 2 tệp không dùng được; các tệp khác đã in xong.\n")


def test_no_readable_file_is_a_wrong_call(tmp_path, capsys):
    assert run(["scan", str(tmp_path / "missing.txt")]) == 2
    assert "missing.txt: không có tệp này\nCó 1 lỗi; chưa in gì.\n" in capsys.readouterr().err
    assert run(["scan", str(tmp_path)]) == 2
    assert "thư mục không có tệp nào (.csv, .doc, .docm, .docx, .dotx, .htm …)" in capsys.readouterr().err
    (tmp_path / "old.txt").write_bytes("Có 12 hộ".encode("cp1258", errors="replace") + b"\xd2")
    assert run(["scan", str(tmp_path)]) == 2
    assert "không phải tệp văn bản mã UTF-8 (byte thứ" in capsys.readouterr().err


def test_a_file_beyond_the_bound_is_told_and_not_cut(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(texts, "LARGEST_TEXT", 5)
    (tmp_path / "a.txt").write_text("Có 12 hộ.", encoding="utf-8")
    assert run(["scan", str(tmp_path / "a.txt")]) == 2
    assert "dài hơn" in capsys.readouterr().err


def test_a_bar_shows_on_a_terminal_only(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    slow, fast = iter(range(100)), iter([0.0] * 9)
    assert list(watched("abcde", clock=lambda: next(slow))) == [*"abcde"]
    assert "Đang đọc" in sys.stderr.getvalue()
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(watched("abcde", clock=lambda: next(fast))) == [*"abcde"]  # not before two seconds
    assert not sys.stderr.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(watched("abcde", clock=lambda: next(slow))) == [*"abcde"]
    assert not sys.stderr.getvalue()


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
