"""``danvankheo law`` as a shell sees it."""

import json
from pathlib import Path

import pytest

from danvankheo.cli import terminal
from danvankheo.cli.app import run

AN_KHE = str(Path(__file__).parents[2] / "docs" / "examples" / "an-khe-2022.json")


def test_the_base_salary_of_a_day(capsys):
    assert run(["law", "base-salary", "--on", "2022-11-02"]) == 0
    out = capsys.readouterr().out
    assert "01/07/2019 30/06/2023 1.490.000 Nghị định 38/2019/NĐ-CP" in " ".join(out.split())
    assert "1.800.000" not in out
    assert run(["law", "base-salary", "--on", "2/11/2022", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["value"], row["unit"], row["confidence"]) == ("1490000", "đồng/tháng", "medium")


def test_the_list_of_tables_and_one_row_of_one(capsys):
    assert run(["law"]) == 0
    assert "base-salary              Mức lương cơ sở" in capsys.readouterr().out
    assert run(["law", "award-coefficient", "giay_khen_commune", "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert out.count("giay\\_khen\\_commune") == 3
    assert run(["law", "poverty-line", "--on", "2050-01-01"]) == 0
    assert "Không có quy định nào cho ngày này." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["law", "salary"], 1, "base_salary"),
        (["law", "poverty-line", "hills"], 1, "rural, urban"),
        (["law", "base-salary", "--on", "2-11"], 1, "phải có đủ ngày, tháng, năm"),
        (["law", "base-salary", "--on", "mai"], 1, "--on"),
        (["law", "--table", "missing.toml"], 2, "không có tệp này"),
        (["law", "base-salary", "--on", ""], 1, "--on"),
        (["law", "base-salary", "rural"], 1, "không có mã nào"),
        (["award", AN_KHE, "--on", "2-11"], 1, "phải có đủ ngày"),
        (["award", AN_KHE, "--on", ""], 1, "--on"),
        (["award", "missing.json"], 2, "không có tệp này"),
    ],
)
def test_what_cannot_be_answered_says_why(args, code, told, capsys):
    assert run(args) == code
    assert told in capsys.readouterr().err


def test_a_bad_table_is_told_with_its_places(tmp_path, capsys):
    (tmp_path / "a.toml").write_text(
        'name = "x"\nentry = [ { since = 2020-01-01, colour = "red" } ]', encoding="utf-8"
    )
    assert run(["law", "--table", str(tmp_path / "a.toml")]) == 1
    err = capsys.readouterr().err
    assert "$.entry[0].colour" in err
    assert "$.entry[0].source" in err


def test_everything_of_a_day_and_all_tables_as_data(monkeypatch, capsys):
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 250)  # no cell goes on in the next line
    assert run(["law", "--on", "2022-11-02", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"base_salary", "poverty_line"} <= {row["table"] for row in rows}
    assert not any(row["assumed"] for row in rows)
    assert run(["law", "base-salary", "--on", "2027-05-01"]) == 0
    assert "dựa trên quy định đã biết khi đó" in " ".join(capsys.readouterr().out.split())
    assert run(["law", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.count("\n## ") == 11
    assert run(["law", "award-coefficient", "giay-khen-commune", "--on", "2026-01-02"]) == 0
    assert "Giấy khen cấp xã" in capsys.readouterr().out


def test_a_level_that_ended_and_the_least_confidence_of_a_table(capsys):
    assert (
        run(["law", "award-coefficient", "giay-khen-district", "--on", "2026-01-05", "--format", "markdown"])
        == 0
    )
    out = " ".join(capsys.readouterr().out.split())
    assert "cấp này không còn" in out
    assert "Không có số liệu" not in out
    ask = ["law", "base-salary", "--min-confidence", "high"]
    assert run([*ask, "--on", "2022-11-02"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "1.490.000" not in out
    assert "cần văn bản gốc" in out
    assert run([*ask, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["since"] for row in rows if row["value"]] == ["2024-07-01", "2026-07-01"]
    assert [row["too_weak"] for row in rows][-3:] == [True, False, False]
