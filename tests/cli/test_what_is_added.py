"""What `report` and `totals` add up, and what they do not: doubles, places of one name, several periods."""

import json
from pathlib import Path

import attrs
import polars as pl
import pytest

from danvankheo import Contribution, ModelCount, Movement, Period, Place, PlaceKind, Quantity, frames, save
from danvankheo.cli import terminal
from danvankheo.cli.app import run
from danvankheo.cli.spans import read_span, span_of
from danvankheo.frames import CONTRIBUTIONS
from danvankheo.units import DONG

GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
BINH_DINH = Place(name="Bình Định", kind=PlaceKind.PROVINCE)
IA_SON = Place(name="Ia Sơn", kind=PlaceKind.COMMUNE, parent=GIA_LAI)
Q2, Q2_BEFORE = Period.quarter(2026, 2), Period.quarter(2025, 2)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(terminal, "_WIDTH_OF_A_FILE", 250)
    return tmp_path


def document(name, place=IA_SON, period=Q2, amount=100, **more):
    gift = Contribution(quantity=Quantity(amount, DONG))
    movement = Movement(name="Dân vận khéo", period=period, place=place, contributions=(gift,), **more)
    save(movement, name)
    return name


def table(name, *, amount=30, **columns):
    rows = max([1, *map(len, columns.values())])
    filled = {"kind": ["money"] * rows, "unit": ["dong"] * rows, "amount": [amount] * rows,
              "approximation": pl.Series([None] * rows, dtype=pl.String)}  # fmt: skip
    frames.write_file(pl.DataFrame({**columns, **filled}), name)
    return name


def printed(capsys, *args, code=0):
    """The data that a command prints, and what it says beside it."""
    assert run([*args, "--format", "json"]) == code
    out, err = capsys.readouterr()
    return json.loads(out) if out else None, err


def sums(data, *keys):
    return {tuple(row[key] for key in keys): row["amount"] for row in data["totals"]}


class TestDoubles:
    """One place and time in two inputs."""

    @pytest.mark.parametrize("command", ["report", "totals"])
    def test_of_two_documents(self, capsys, command):
        files = [document("a.json"), document("b.json", amount=7)]
        _, err = printed(capsys, command, *files, code=1)
        assert err == (
            "Có 2 báo cáo cùng nơi, cùng kỳ: xã Ia Sơn, tỉnh Gia Lai, quý II/2026 (a.json, b.json).\n"
            "Hãy bỏ bớt tệp trùng; nếu đúng là các phần khác nhau thì thêm --accept-duplicates.\n"
        )
        data, err = printed(capsys, command, "--accept-duplicates", *files)
        assert err == ""
        assert "107" in json.dumps(data)

    @pytest.mark.parametrize("engine", ["polars", "duckdb"])
    @pytest.mark.parametrize("form", [".csv", ".parquet", ".xlsx"])
    def test_of_a_document_and_tables(self, capsys, form, engine):
        one = table(f"một{form}", commune=[" IA SƠN"], period=["Quý II/2026"])
        other = table(
            f"hai{form}", province=["Gia Lai"], commune=["Xã Ia Sơn"], period=["2026-Q2"], amount=31
        )
        files = [document("a.json"), one, other]
        _, err = printed(capsys, "totals", "--engine", engine, *files, code=1)
        assert (
            f"Có 3 báo cáo cùng nơi, cùng kỳ: xã Ia Sơn, tỉnh Gia Lai, quý II/2026 (a.json, {one}, {other})."
            in err
        )
        data, _ = printed(
            capsys, "totals", "--engine", engine, "--accept-duplicates", "--by", "commune,period", *files
        )
        assert sums(data, "commune", "period") == {("Xã Ia Sơn", "2026-Q2"): "161"}

    def test_other_times_or_places_are_none(self, capsys):
        one = table("một.csv", commune=["Ia Sơn", "Ia Lâu"], period=["2026-Q2"] * 2)
        other = table("hai.csv", commune=["Ia Sơn", "Ia Ko"], period=["2026-Q1", "2026-Q2"])
        data, err = printed(capsys, "totals", one, other, "--by", "period")
        assert (sums(data, "period"), err) == ({("2026-Q1",): "30", ("2026-Q2",): "90"}, "")

    def test_two_official_codes_are_two_places(self, capsys):
        files = [document(f"a{code}.json", attrs.evolve(IA_SON, code=code)) for code in ("1", "2", "")]
        assert printed(capsys, "report", *files[:2])[1] == ""
        _, err = printed(capsys, "report", *files[1:], code=1)
        assert "Có 2 báo cáo cùng nơi, cùng kỳ" in err

    def test_what_may_overlap_is_warned_of(self, capsys):
        one = table("năm.csv", commune=["Ia Sơn"], period=["2026"])
        other = table("làng.csv", commune=["Ia Sơn"], community=["Làng Pốt"], period=["2026"])
        files = [document("a.json"), one, other]
        _, err = printed(capsys, "totals", "--by", "period", *files)
        lines = sorted(err.splitlines())
        assert len(lines) == 3
        assert "Chú ý: xã Ia Sơn, tỉnh Gia Lai và xã Ia Sơn có thể trùng số liệu (quý II/2026 và năm 2026); cộng lại có thể tính hai lần." in lines  # fmt: skip

    def test_the_same_table_by_another_name(self, capsys):
        one = table("một.csv")
        Path("hai.csv").write_bytes(Path(one).read_bytes())
        _, err = printed(capsys, "totals", one, "hai.csv", "--accept-duplicates", code=1)
        assert "hai.csv: giống hệt một.csv; cộng lại sẽ tính hai lần" in err

    def test_a_table_without_places_cannot_be_compared(self, capsys):
        one, other = table("một.csv", period=["2026-Q2"]), table("hai.csv", period=["2026-Q2"], amount=31)
        data, err = printed(capsys, "totals", one, other)
        assert sums(data) == {(): "61"}
        assert err.splitlines() == [
            f"Chú ý: {name} có số liệu không ghi thuộc nơi nào, không đối chiếu được với tệp khác."
            for name in (one, other)
        ]


class TestNames:
    """Names of places in tables."""

    def test_spellings_of_one_place_are_one_group(self, capsys):
        cells = ["Ia Sơn", "Xã Ia Sơn", "xã Ia Sơn", " Ia Sơn", "IA SƠN"]
        made = table(
            "a.csv", commune=cells, period=["2026-Q2", "Quý II/2026", "quý 2/2026", "2026-Q2", "2026-Q2"]
        )
        data, err = printed(capsys, "totals", made, "--by", "commune,period")
        assert (sums(data, "commune", "period"), err) == ({("Xã Ia Sơn", "2026-Q2"): "150"}, "")
        assert run(["totals", made, "--by", "period"]) == 0
        assert "Quý II/2026 " in capsys.readouterr().out

    def test_a_name_of_two_kinds_is_an_error_without_one(self, capsys):
        made = table("a.csv", commune=["Phường An Khê", "An Khê", "Thị xã An Khê"])
        _, err = printed(capsys, "totals", made, "--by", "commune", code=1)
        assert (
            "a.csv: commune: tên phải kèm loại đơn vị, vì có thể là thị xã An Khê hay phường An Khê, bảng ghi “An Khê”"
            in err
        )
        made = table("b.csv", commune=["Phường An Khê", "Thị xã An Khê"])
        data, _ = printed(capsys, "totals", made, "--by", "commune")
        assert [*sums(data, "commune")] == [("Phường An Khê",), ("Thị xã An Khê",)]

    def test_documents_know_the_kind_of_their_place(self, capsys):
        ward = attrs.evolve(IA_SON, kind=PlaceKind.WARD)
        data, _ = printed(capsys, "totals", document("a.json"), document("b.json", ward), "--by", "commune")
        assert sums(data, "commune") == {("Xã Ia Sơn",): "100", ("Phường Ia Sơn",): "100"}
        _, err = printed(capsys, "totals", "a.json", "b.json", table("c.csv", commune=["Ia Sơn"], period=["2026"]), "--by", "commune", code=1)  # fmt: skip
        assert "c.csv: commune: tên phải kèm loại đơn vị" in err

    def test_communes_of_one_name_in_two_provinces_are_not_one(self, capsys):
        other = attrs.evolve(IA_SON, parent=BINH_DINH)
        files = [document("a.json"), document("b.json", other, amount=5)]
        _, err = printed(capsys, "totals", *files, "--by", "commune", code=1)
        assert err == "Có nhiều nơi cùng tên: xã Ia Sơn.\nHãy thêm cột để phân biệt: --by province,commune.\n"
        data, _ = printed(capsys, "totals", *files, "--by", "province,commune")
        assert sorted(sums(data, "province").values()) == ["100", "5"]

    @pytest.mark.parametrize(("period", "year"), [("đợt 1", None), ("quý II", None), ("2026-Q2", 2025)])
    def test_a_period_that_is_none(self, capsys, period, year):
        made = table("a.csv", period=[period], year=pl.Series([year], dtype=pl.Int64))
        _, err = printed(capsys, "totals", made, code=1)
        assert err.startswith(("a.csv: period: phải là thời kỳ", "a.csv: year: phải là năm của kỳ 2026-Q2"))


class TestPeriods:
    """Figures of several periods."""

    def test_a_report_adds_up_each_by_itself(self, capsys):
        files = [document("a.json", period=Q2_BEFORE), document("b.json", amount=7),
                 document("c.json", attrs.evolve(IA_SON, name="Ia Lâu"), amount=5)]  # fmt: skip
        assert run(["report", "--by", "province", "--format", "markdown", *files]) == 0
        out, err = capsys.readouterr()
        assert "| Tỉnh Gia Lai, quý II/2025 | 100 |" in out
        assert "| Tỉnh Gia Lai, quý II/2026 | 12 |" in out
        assert "112" not in out
        assert err == (
            "Chú ý: có 2 kỳ (quý II/2025 và quý II/2026), mỗi kỳ cộng riêng. "
            "Muốn cộng chung thì thêm --span 2025-Q2/2026-Q2.\n"
        )
        assert run(["report", "--format", "markdown", *files]) == 0
        out = capsys.readouterr().out
        assert "| Xã Ia Sơn, tỉnh Gia Lai, quý II/2025 | 100 |" in out
        assert "| **Tổng cộng quý II/2026** | **12** |" in out
        assert "112" not in out
        for by in ("period", "organizer", "commune", "field"):
            assert run(["report", "--by", by, *files]) == 0
            assert "112" not in capsys.readouterr().out

    def test_a_span_adds_up_all(self, capsys):
        files = [document("a.json", period=Q2_BEFORE), document("b.json", amount=7)]
        assert run(["report", "--by", "province", "--span", "2025-Q2/2026-Q2", *files]) == 0
        out, err = capsys.readouterr()
        assert ("Tỉnh Gia Lai" in out and " 107\n" in out, err) == (True, "")
        data, err = printed(capsys, "totals", "--span", "quý II/2025/quý II/2026", *files)
        assert (sums(data), err) == ({(): "107"}, "")
        assert run(["totals", "--span", "2025/2026", *files]) == 0
        assert "Cộng từ 2 tệp, từ năm 2025 đến năm 2026." in capsys.readouterr().out
        for command in ("report", "totals"):
            _, err = printed(capsys, command, "--span", "2026", *files, code=1)
            assert "a.json: quý II/2025 nằm ngoài năm 2026" in err

    def test_data_of_several_periods_has_no_sum_of_all(self, capsys):
        files = [document("a.json", period=Q2_BEFORE), document("b.json", amount=7)]
        data, _ = printed(capsys, "report", *files)
        assert "summary" not in data
        amounts = [each["summary"]["contributions"][0]["quantity"]["amount"] for each in data["periods"]]
        assert amounts == ["100", "7"]
        data, _ = printed(capsys, "report", "--span", "2025/2026", *files)
        assert data["summary"]["contributions"][0]["quantity"]["amount"] == "107"

    def test_stated_numbers_of_models_stand_by_period(self, capsys):
        counts = {"model_counts": (ModelCount(count=40),)}
        files = [document("a.json", period=Q2_BEFORE, **counts), document("b.json", **counts)]
        assert run(["report", *files]) == 0
        out = capsys.readouterr().out
        assert "80 mô hình" not in out
        assert "Tổng cộng quý II/2025: 40 mô hình (1/1 báo cáo)" in out

    @pytest.mark.parametrize("engine", ["polars", "duckdb"])
    def test_totals_of_two_periods_are_an_error(self, capsys, engine):
        files = [
            document("a.json", period=Q2_BEFORE),
            table("b.csv", commune=["Ia Lâu"], period=["Quý II/2026"]),
        ]
        _, err = printed(capsys, "totals", "--engine", engine, "--by", "commune", *files, code=1)
        assert err == (
            "Có 2 kỳ khác nhau (quý II/2025 và quý II/2026), không cộng chung.\n"
            "Hãy thêm --by commune,period để tách từng kỳ, hoặc --span 2025-Q2/2026-Q2 để cộng chung cả khoảng ấy.\n"
        )
        data, _ = printed(capsys, "totals", "--engine", engine, "--by", "period", *files)
        assert sums(data, "period") == {("2025-Q2",): "100", ("2026-Q2",): "30"}

    def test_years_part_periods_that_lie_in_one(self, capsys):
        made = table("a.csv", commune=["A", "B", "C"], period=["2025-Q1", "2026-Q1", "2026-Q2"], year=pl.Series([None, 2026, None], dtype=pl.Int64))  # fmt: skip
        data, _ = printed(capsys, "totals", made, "--by", "year")
        assert sums(data, "year") == {(2025,): "30", (2026,): "60"}
        made = table("b.csv", commune=["A", "B"], period=["giai đoạn 2016-2020", "stage:2021/2025"], year=pl.Series([None, None], dtype=pl.Int64))  # fmt: skip
        _, err = printed(capsys, "totals", made, "--by", "year", code=1)
        assert "Hãy thêm --by year,period" in err

    def test_a_table_of_years_alone(self, capsys):
        made = table("a.csv", commune=["A", "B"], year=[2025, 2026])
        _, err = printed(capsys, "totals", made, code=1)
        assert "Hãy thêm --by year để tách từng kỳ, hoặc --span 2025/2026" in err

    def test_a_period_that_is_not_stated_is_reported(self, capsys):
        made = table("a.csv", commune=["A", "B"], period=pl.Series(["2026-Q2", None], dtype=pl.String))
        data, err = printed(capsys, "totals", made)
        assert sums(data) == {(): "60"}
        assert err == "Chú ý: a.csv có số liệu không ghi kỳ, được cộng chung với quý II/2026.\n"
        _, err = printed(capsys, "totals", "--span", "2026", made, code=1)
        assert "a.csv: có số liệu không ghi kỳ, chưa rõ có thuộc năm 2026 không" in err

    def test_what_is_no_span(self, capsys):
        assert run(["totals", table("a.csv"), "--span", "2026-Q2/2025-Q2"]) == 2
        assert "--span không nhận “2026-Q2/2025-Q2”; viết như 2025-Q2/2026-Q2" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("codes", "span"),
        [
            (["2025-Q2", "2026-Q2"], "2025-Q2/2026-Q2"),
            (["2026", "2026-Q2"], "2026-01-01/2026-12-31"),
            (["stage:2021/2025", "2026-Q2"], "2021-01-01/2026-06-30"),
            (["2025-04-01/2025-04-30", "2026-Q2"], "2025-04-01/2026-06-30"),
        ],
    )
    def test_a_span_that_is_proposed_holds_every_period(self, codes, span):
        periods = [Period.from_code(code) for code in codes]
        proposed = read_span(span_of(periods))
        assert all(proposed.holds(period) for period in periods)
        assert proposed == read_span(span) or span_of(periods) != span


def test_totals_of_a_table_of_columns_beyond_the_schema(capsys):
    made = pl.DataFrame(
        {"commune": ["Ia Sơn"], "kind": "money", "unit": "dong", "amount": 3, "approximation": None}
    )
    frames.write_file(made.cast({"approximation": pl.String}), "a.parquet", CONTRIBUTIONS)
    assert run(["totals", "a.parquet", "--by", "commune"]) == 0
    assert "Ia Sơn" in capsys.readouterr().out
