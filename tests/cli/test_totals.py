"""``danvankheo totals`` as a shell sees it, also when it is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from danvankheo import extras, frames, load, total
from danvankheo.cli import terminal
from danvankheo.cli.app import run
from danvankheo.frames import CONTRIBUTIONS, TOTALS
from effort import THOROUGH

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
AN_KHE, CHU_PAH = (str(_EXAMPLES / f"{name}-2022.json") for name in ("an-khe", "chu-pah"))


def _table(**columns):
    rows = {
        "year": [2021, 2022, 2022, None],
        "field": ["economy", "economy", "other", None],
        "other_field": [None, None, "Thể thao", None],
        "kind": ["money", "money", "labour", "land"],
        "unit": ["dong", "dong", "workday", None],
        "amount": [154_400_000, 60_000_000, 73_150, None],
        "approximation": ["over", None, None, None],
    }
    return pl.DataFrame(rows | columns)


@pytest.fixture
def parquet(tmp_path):
    path = tmp_path / "đóng góp.parquet"
    frames.write_file(_table(), path, CONTRIBUTIONS)
    return str(path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("engine", ["auto", "polars", "duckdb"])
def test_the_totals_of_a_document_are_those_of_the_library(capsys, engine):
    assert run(["totals", AN_KHE, "--engine", engine, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["totals"]
    lines = total(load(AN_KHE).contributions)
    assert [(row["kind"], row["amount"], row["approximation"], row["count"]) for row in told] == [
        (line.kind.value, f"{line.quantity.to(line.quantity.unit.to_base()).amount:f}",
         line.quantity.approximation.value, line.count)
        for line in lines
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("form", [".parquet", ".csv", ".xlsx"])
def test_groups_are_told_in_order_with_vietnamese_names(capsys, monkeypatch, tmp_path, engine, form):
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 200)
    path = tmp_path / f"a{form}"
    frames.write_file(_table(), path, CONTRIBUTIONS, heads="vi")
    assert run(["totals", str(path), "--by", "field,year", "--engine", engine]) == 0
    out = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "Tổng đóng góp theo lĩnh vực, năm"
    assert lines[-4:] == [
        "Kinh tế 2021 hơn 154,4 … 1",
        "Kinh tế 2022 60 … 1",
        "Lĩnh vực khác 2022 … 731,5 1",
        "Không ghi Không ghi … … 1 khoản đất 1",
    ]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_files_of_every_form_are_added_together(capsys, tmp_path, parquet, engine):
    csv, excel = (str(tmp_path / f"a{form}") for form in (".csv", ".xlsx"))
    for path in (csv, excel):
        frames.write_file(_table().drop("other_field").cast({"year": pl.Int16}), path)
    assert (
        run(
            [
                "totals",
                parquet,
                csv,
                excel,
                AN_KHE,
                CHU_PAH,
                "--engine",
                engine,
                "--by",
                "year",
                "--format",
                "json",
            ]
        )
        == 0
    )
    told = json.loads(capsys.readouterr().out)["totals"]
    money = {row["year"]: (row["amount"], row["count"]) for row in told if row["kind"] == "money"}
    assert money == {2021: ("463200000", 3), 2022: (str(3 * 60_000_000 + 214_400_000), 5)}


def test_markdown_and_html(capsys, parquet):
    assert run(["totals", parquet, "--by", "other_field,year", "--format", "markdown"]) == 0
    assert "| Thể thao | 2022 | … | 731,5 |  | 1 |" in capsys.readouterr().out
    assert run(["totals", parquet, "--by", "year", "--format", "html"]) == 0
    assert '<th class="n">Tiền (triệu đồng)</th>' in capsys.readouterr().out


@pytest.mark.parametrize("form", [".parquet", ".csv", ".xlsx"])
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_output_is_a_file_of_totals(capsys, tmp_path, parquet, form, engine):
    out = tmp_path / f"tong{form}"
    assert run(["totals", parquet, "--by", "year", "--engine", engine, "--output", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    exact = "exactly" if form == ".parquet" else None  # people write no word before what is exact
    assert frames.read_file(out, TOTALS).rows() == [
        (2021, "money", "dong", 154_400_000, "over", 1),
        (2022, "money", "dong", 60_000_000, exact, 1),
        (2022, "labour", "workday", 73_150, exact, 1),
        (None, "land", None, None, exact, 1),
    ]


def test_output_for_people_is_vietnamese(tmp_path, parquet):
    out = tmp_path / "tong.csv"
    assert run(["totals", parquet, "--by", "field,year", "--output", str(out)]) == 0
    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "Lĩnh vực,Năm,Loại đóng góp,Đơn vị tính,Số lượng,Từ ước lượng,Số khoản",
        "kinh tế,2021,tiền,đồng,154400000,hơn,1",
        "kinh tế,2022,tiền,đồng,60000000,,1",
        'lĩnh vực khác,2022,ngày công,ngày công,"731,5",,1',
        ",,đất,,,,1",
    ]


def test_long_numbers_are_warned_of(capsys, tmp_path):
    path, out = tmp_path / "a.parquet", tmp_path / "a.xlsx"
    frames.write_file(_table(amount=[10**17, 1, 1, None]), path, CONTRIBUTIONS)
    assert run(["totals", str(path), "--by", "year", "--output", str(out)]) == 0
    assert "15 chữ số" in capsys.readouterr().err


def test_every_problem_of_every_file_is_told(capsys, tmp_path, parquet):
    bad = tmp_path / "a.csv"
    bad.write_text("Loại;Đơn vị tính;Số lượng;Ước lượng;Năm\nmoney;dong;1.234;;2022\n", encoding="utf-8")
    heads = tmp_path / "b.csv"
    heads.write_text("Loại,Màu\n", encoding="utf-8")
    lines = tmp_path / "c.parquet"
    frames.write_file(_table(kind=["cash"] * 4), lines)
    call = ["totals", parquet, parquet, str(bad), str(heads), str(lines), "--by", "year"]
    assert run(call) == 1
    out, err = capsys.readouterr()
    assert "Cộng từ 1 tệp; không tính 4 tệp không dùng được." in out
    assert err.endswith("Có 4 tệp không dùng được; các tệp khác đã cộng xong.\n")
    assert run([*call, "--strict"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    for text in ("ghi 2 lần", 'a.csv: “Số lượng”: số có hai cách hiểu; --convention vi đọc', "ở dòng 2 (ô C2)", "b.csv: Màu", "b.csv: “Số lượng”: thiếu cột này", "c.parquet: kind", "chưa cộng gì"):  # fmt: skip
        assert text in err, text
    assert run(["totals", str(bad), "--convention", "vi", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"][0]["amount"] == "1234"


@pytest.mark.parametrize(
    ("args", "code", "text"),
    [
        (["none.parquet"], 2, "không có tệp này"),
        (["none.ods"], 2, "không có tệp này"),
        ([AN_KHE, "--by", "kind"], 2, "--by không nhận “kind”"),
        ([AN_KHE, "--by", ""], 2, "tên trống"),
        ([AN_KHE, "--engine", "spark"], 2, "chọn một trong: auto, polars, duckdb"),
        ([AN_KHE, "--output", "tong.doc"], 2, "phải kết thúc bằng .parquet, .csv, .xlsx"),
        ([AN_KHE, "--output", "không/có/tong.csv"], 2, "Không ghi được"),
        ([], 2, "Thiếu TỆP"),
    ],
    ids=range(8),
)
def test_refusals(capsys, folder, args, code, text):
    assert run(["totals", *args]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert text in err
    assert [*folder.iterdir()] == []


def test_a_column_that_a_file_lacks_cannot_group(capsys, tmp_path, parquet):
    assert run(["totals", parquet, "--by", "commune"]) == 1
    assert "không có cột commune để nhóm" in capsys.readouterr().err


def test_what_a_single_lazy_file_breaks_is_told_with_its_name(capsys, tmp_path):
    path = tmp_path / "a.parquet"
    frames.write_file(_table(amount=[9 * 10**18, 10**18, 1, None], year=[2022] * 4), path, CONTRIBUTIONS)
    frames.write_file(_table(unit=["workday"] * 4), tmp_path / "b.parquet")
    assert run(["totals", str(tmp_path / "b.parquet")]) == 1
    assert "b.parquet: unit: phải là đơn vị gốc" in capsys.readouterr().err
    assert run(["totals", str(path)]) == 1
    assert "9·10^18" in capsys.readouterr().err


def test_a_missing_library_is_told(capsys, monkeypatch, parquet):
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert run(["totals", parquet, "--engine", "duckdb"]) == 2
    assert (
        "Chưa cài gói duckdb. Cài bằng lệnh: pip install narwhals duckdb pyarrow (phần “duckdb” của danvankheo)"
        in capsys.readouterr().err
    )


_FOREVER = """
import sys
from danvankheo.cli.app import run
one, two, *outs = sys.argv[1:]
while True:
    for given in (one, two):
        for out in outs:
            assert run(["totals", given, "--by", "giver", "--output", out]) == 0
        print("written", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only where a process can be killed at once")
def test_a_run_that_is_killed_leaves_the_old_or_the_new_file(tmp_path):
    """Killed at random moments of run after run, whoever looks sees one whole file or the other."""
    forms_ = (".parquet", ".csv", ".xlsx")
    givens, wholes = [], {form: [] for form in forms_}
    for size in (3000, 2000):
        given = tmp_path / f"given-{size}.parquet"
        givers = [f"Chi hội {number}" for number in range(size)]
        table = pl.DataFrame({"giver": givers}).with_columns(
            kind=pl.lit("money"),
            unit=pl.lit("dong"),
            amount=pl.lit(size),
            approximation=pl.lit(None, pl.String),
        )
        frames.write_file(table, given, CONTRIBUTIONS)
        for form in forms_:
            out = tmp_path / f"whole-{size}{form}"
            assert run(["totals", str(given), "--by", "giver", "--output", str(out)]) == 0
            wholes[form].append(frames.read_file(out, TOTALS).rows())
        givens.append(str(given))
    outs = {form: tmp_path / f"tong{form}" for form in forms_}
    for _ in range(12 if THOROUGH else 3):
        command = [sys.executable, "-c", _FOREVER, *givens, *map(str, outs.values())]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"written\n"
            time.sleep(random.uniform(0, 0.4))
            os.kill(process.pid, signal.SIGKILL)
        for form, out in outs.items():
            assert frames.read_file(out, TOTALS).rows() in wholes[form]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("form", [".parquet", ".csv", ".xlsx"])
def test_totals_in_a_table_are_checked_and_never_added(capsys, tmp_path, form, engine):
    path = tmp_path / f"xã{form}"
    rows = {"giver": ["A", "B", "Trong đó: tiền mặt", "Tổng cộng"], "kind": ["money"] * 4, "unit": ["dong"] * 4,
            "approximation": pl.Series([None] * 4, dtype=pl.String)}  # fmt: skip
    frames.write_file(pl.DataFrame({**rows, "amount": [300, 400, 90, 700]}), path)
    assert run(["totals", str(path), "--engine", engine, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["totals"][0]["amount"] == "700"
    total = 4 if form == ".parquet" else 5  # below the heads
    assert err == (
        f"Chú ý: xã{form}: không cộng dòng {total}: “Tổng cộng” (dòng tổng, đã khớp với các dòng thành phần); "
        f"không cộng dòng {total - 1}: “Trong đó: tiền mặt” (dòng “trong đó”, là một phần của dòng trên).\n"
    )
    frames.write_file(pl.DataFrame({**rows, "amount": [300, 400, 90, 790]}), path)
    assert run(["totals", str(path), "--engine", engine]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"dòng {total}: “Tổng cộng”: 790 đồng, nhưng 2 dòng cộng lại là 700 đồng" in err
