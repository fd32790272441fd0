"""``danvankheo places`` as a shell sees it."""

import json

import pytest

from danvankheo.cli.app import run


def words(capsys):
    return " ".join(capsys.readouterr().out.split())


def test_a_name_on_a_day(capsys):
    assert run(["places", "An Khê", "--on", "2026-10-01"]) == 0
    out = words(capsys)
    assert "“An Khê” ngày 01/10/2026" in out
    assert "20305 phường An Khê thành phố Đà Nẵng 01/07/2025 1659/NQ-UBTVQH15 (16/06/2025)" in out
    assert "23617 phường An Khê tỉnh Gia Lai 01/07/2025 1664/NQ-UBTVQH15 (16/06/2025)" in out
    assert "đối chiếu lần cuối" not in out


def test_a_name_on_all_days(capsys):
    assert run(["places", "an khe", "--within", "Gia Lai"]) == 0
    out = words(capsys)
    assert "623 thị xã An Khê tỉnh Gia Lai 30/06/2025" in out
    assert "23617 phường An Khê" in out
    assert "Đà Nẵng" not in out


@pytest.mark.parametrize("within", ["Gia Lai", "52", "T. Gia Lai"])
def test_within_a_unit_by_name_or_code(within, capsys):
    assert run(["places", "P. An Khê", "--within", within, "--on", "1/8/2026"]) == 0
    assert "23617" in words(capsys)


def test_the_history_of_a_unit(capsys):
    assert run(["places", "phường An Khê, Gia Lai", "--history"]) == 0
    out = words(capsys)
    assert "01/07/2025 xã Thành An 23635 phường An Khê 23617 toàn bộ" in out
    assert run(["places", "00022", "--on", "2025-06-30", "--history"]) == 0
    assert words(capsys).count("một phần") == 2
    assert run(["places", "79", "--on", "2025-06-30", "--history", "--format", "markdown"]) == 0
    assert "giữ nguyên" not in capsys.readouterr().out  # three provinces became one


def test_data_for_programs(capsys):
    assert run(["places", "07294", "--on", "2026-09-19", "--history", "--format", "json"]) == 0
    (unit,) = json.loads(capsys.readouterr().out)
    assert (unit["kind"], unit["until"], unit["within"]) == ("commune", "2026-09-19", ["24"])
    last = unit["history"][-1]
    assert (last["day"], last["new"]["kind"], last["whole"]) == ("2026-09-20", "ward", True)
    assert last["new"]["resolution"] == "388/NQ-UBTVQH16"
    assert (last["confirmation"], last["new"]["signed"]) == ("resolution", "2026-08-04")
    assert {step["confirmation"] for step in unit["history"]} == {"named", "resolution"}


def test_a_day_after_the_last_check_is_marked(capsys):
    assert run(["places", "52", "--on", "2099-01-01"]) == 0
    assert "Bảng được đối chiếu lần cuối ngày" in words(capsys)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (
            ["places", "An Kê", "--on", "2026-01-01"],
            1,
            "Không có đơn vị hành chính “An Kê” vào ngày 01/01/2026.",
        ),
        (["places", "99999"], 1, "Không có đơn vị hành chính “99999” từ ngày 30/06/2025 đến nay."),
        (["places", "An Khê", "--on", "2020-01-01"], 1, "--on: phải từ ngày 30/06/2025 trở đi"),
        (["places", "An Khê", "--on", "mai"], 1, "--on"),
        (["places", "x" * 600], 1, "không được quá 500 ký tự"),
        (["places"], 2, "Thiếu TÊN"),
    ],
)
def test_what_cannot_be_answered_says_why(args, code, message, capsys):
    assert run(args) == code
    assert message in capsys.readouterr().err
