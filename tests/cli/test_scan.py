"""``danvankheo scan`` as a shell sees it."""

import io
import json
import sys
from pathlib import Path

import pytest

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
