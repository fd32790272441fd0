"""Charts of reports, and those that documents have."""

from fractions import Fraction
from pathlib import Path

import pytest

from danvankheo import InvalidValueError, Quantity, load
from danvankheo.charts import chart_of, chart_of_movements
from danvankheo.reporting import ChartBlock, FigureTable
from danvankheo.reporting.figure_table import TableColumn, number_column, percent_column, text_column
from danvankheo.units import DONG, MILLION_DONG

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
PLACES = [load(EXAMPLES / f"{name}-2022.json") for name in ("an-khe", "chu-pah", "cho-don")]


def block(form: str, *columns: TableColumn, alt: str = "", sums=()) -> ChartBlock:
    return ChartBlock(title="Tên", alt=alt, form=form, data=FigureTable(columns=columns, sums=sums))


NAMES = text_column("Nơi", ("Xã A", "Xã B", "Cộng"))


def money(head: str, *amounts: int | None) -> TableColumn:
    cells = [None if amount is None else Quantity(amount * 1_000_000, DONG) for amount in amounts]
    return TableColumn(head=head, cells=cells, kind="money", unit=MILLION_DONG)


def test_every_form_of_block_is_drawn_without_its_sums():
    sums = ((0, 1),)
    now, before = money("Năm 2026", 5, 3, 8), money("Năm 2025", 4, None, 4)
    assert chart_of(block("ranked", NAMES, now, sums=sums)).alt.endswith(
        "Xã A: 5 triệu đồng; Xã B: 3 triệu đồng."
    )
    paired = chart_of(block("paired", NAMES, now, before, sums=sums)).alt
    assert "Xã B: Năm 2025 chưa có số liệu, Năm 2026 3 triệu đồng" in paired
    stacked = chart_of(
        block(
            "stacked", NAMES, number_column("Kinh tế", (1, 2, 3)), number_column("Khác", (4, 5, 9)), sums=sums
        )
    )
    assert "Xã A: cộng 5 (Khác 4; Kinh tế 1)" in stacked.alt
    years = text_column("Kỳ", ("năm 2024", "năm 2025"))
    rates = percent_column("Hộ nghèo", (Fraction(1, 20), Fraction(1, 25)))
    aims = percent_column("Chỉ tiêu", (None, Fraction(3, 100)))
    made = chart_of(block("series", years, rates, aims))
    assert made.alt.endswith("Năm 2024: 5%; năm 2025: 4%. Chỉ tiêu: năm 2025: 3%.")
    small = chart_of(block("small_multiples", NAMES, before, now, sums=sums))
    assert "Xã A: năm 2025 4 triệu đồng, năm 2026 5 triệu đồng" in small.alt
    for each in (made, small, stacked):
        assert each.svg(width=390).startswith("<svg")


def test_words_of_the_block_stay():
    assert chart_of(block("ranked", NAMES, money("M", 1, 2, 3), alt="Xã B dẫn đầu.")).alt == "Xã B dẫn đầu."


def test_blocks_that_cannot_be_drawn_are_refused():
    twice = text_column("Nơi", ("A", "A", "B"))
    for bad in (
        block("ranked", twice, money("M", 1, 2, 3)),
        block("ranked", NAMES),
        block("paired", NAMES, money("M", 1, 2, 3)),
        block("stacked", NAMES, money("M", 1, 2, 3), money("M", 1, 2, 3)),
    ):
        with pytest.raises(InvalidValueError):
            chart_of(bad)
    with pytest.raises(InvalidValueError):
        chart_of("x")


def test_charts_of_reports():
    ranked = chart_of_movements(PLACES, form="ranked", of="Mô hình của tập thể", most=1)
    assert ranked.alt.endswith("Không vẽ 2 dòng còn lại.")
    by_province = chart_of_movements(PLACES, form="ranked", of="Mô hình của tập thể", by="province")
    assert "Tỉnh Gia Lai: 70,80% (97/137); Tỉnh Bắc Kạn: 56,10% (23/41)" in by_province.alt
    stacked = chart_of_movements(PLACES, form="stacked", of="models")
    assert "cộng 9 mô hình (Quốc phòng - an ninh 3 mô hình; Không ghi 6 mô hình)" in stacked.alt


def test_charts_of_reports_that_are_refused():
    for arguments in (
        {"form": "pie", "of": "money"},
        {"form": "ranked", "of": "nothing"},
        {"form": "stacked", "of": "nothing"},
        {"form": "series", "of": "nothing"},
        {"form": "paired", "of": "money"},
        {"form": "ranked", "of": "money", "before": PLACES},
        {"form": "small_multiples", "of": "money", "by": "field"},
    ):
        with pytest.raises(InvalidValueError):
            chart_of_movements(PLACES, **arguments)
