"""``danvankheo audit`` as a shell sees it."""

import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from sarif_pydantic import Sarif

from danvankheo import Indicator, Movement, Period, Quantity, dumps, save
from danvankheo.cli import terminal
from danvankheo.cli.app import run
from danvankheo.units import PERCENT

AN_KHE = str(Path(__file__).parents[2] / "docs" / "examples" / "an-khe-2022.json")


@pytest.fixture
def wide(monkeypatch):
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 250)


def report(percent, part=45, whole=60):
    indicator = Indicator(name="Mô hình", part=part, whole=whole, value=Quantity(Decimal(percent), PERCENT))
    return Movement(name="Dân vận khéo", period=Period.year(2022), indicators=(indicator,))


def test_the_audit_of_an_khe(capsys, wide):
    assert run(["audit", AN_KHE]) == 0
    out = capsys.readouterr().out
    assert "Thị xã An Khê, tỉnh Gia Lai, năm 2022\n1 cảnh báo và 2 lưu ý.\n\nCảnh báo\n" in out
    assert "– Trường đạt chuẩn quốc gia: 27/28 trường = 96,428571…%, làm tròn đến hai chữ số thập phân" in out
    assert "– Hộ nghèo: 359 hộ chiếm 2,04%, tức tổng số hộ từ 17.556 đến 17.641" in out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--accept", "truncate"], 0),
        (["--fail-on", "warning", "--accept", "half_up"], 1),
    ],
)
def test_the_exit_code_follows_the_worst_finding(options, code, capsys):
    assert run(["audit", AN_KHE, *options]) == code


def test_an_error_that_stands_is_exit_code_1(tmp_path, capsys, wide):
    save(report("85"), tmp_path / "bad.json")
    assert run(["audit", str(tmp_path / "bad.json")]) == 1
    assert (
        "Mô hình: 45/60 = 75%; làm tròn cách nào cũng không ra 85%. Có thể số đúng là 75%."
        in capsys.readouterr().out
    )
    assert run(["audit", str(tmp_path / "bad.json"), "--language", "en"]) == 1
    assert "Mô hình: 45/60 = 75%; no rounding gives 85%. Least correction: 75%." in capsys.readouterr().out


def test_nothing_found_is_told_with_what_that_means(tmp_path, capsys, wide):
    save(report("75"), tmp_path / "good.json")
    assert run(["audit", str(tmp_path / "good.json")]) == 0
    assert "Không thấy số liệu mâu thuẫn. Số liệu khớp nhau chưa chắc đã đúng" in capsys.readouterr().out


def test_several_documents_are_audited_together(tmp_path, capsys, wide):
    save(report("75"), tmp_path / "one.json")
    save(report("85"), tmp_path / "two.json")
    assert run(["audit", str(tmp_path / "one.json"), str(tmp_path / "two.json"), "--format", "markdown"]) == 1
    assert (
        "\\[Phong trào thi đua “Dân vận khéo”, năm 2022, báo cáo 2: $.indicators\\[0\\]\\]"
        in capsys.readouterr().out
    )


def test_findings_for_programs(capsys):
    assert run(["audit", AN_KHE, "--format", "json", "--fail-on", "warning"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["files"] == [AN_KHE]
    assert [finding["code"] for finding in data["findings"]] == [
        "ratio-truncated",
        "whole-implied",
        "points-or-relative",
    ]
    assert data["findings"][1]["values"]["half_up"] == {"smallest": 17556, "largest": 17641, "count": 86}
    assert run(["audit", AN_KHE, "--format", "sarif"]) == 0
    log = Sarif.model_validate(json.loads(capsys.readouterr().out))
    assert len(log.runs[0].results) == 3


def test_standard_input_and_literal_words(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dumps(report("85")).encode())))
    assert run(["audit", "-", "--literal", "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["runs"][0]["artifacts"] == [{"location": {"uri": "stdin"}}]


def test_wrong_calls_and_bad_files(tmp_path, capsys):
    assert run(["audit", AN_KHE, "--fail-on", "sometimes"]) == 2
    assert (
        "--fail-on không nhận “sometimes”; chọn một trong: error, warning, info, never."
        in capsys.readouterr().err
    )
    assert run(["audit", str(tmp_path / "nowhere.json")]) == 2
    (tmp_path / "bad.json").write_text("{}")
    assert run(["audit", str(tmp_path / "bad.json")]) == 1
    assert "chưa in gì" in capsys.readouterr().err
