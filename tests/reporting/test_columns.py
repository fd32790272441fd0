"""Sums side by side: one unit a column, each figure as exact as it is, changes from the row above."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Contribution,
    ContributionKind,
    Indicator,
    Movement,
    Period,
    Quantity,
    counted,
    parse_number,
    roll_up,
    summarise,
    table,
)
from danvankheo.reporting.columns import rates_of, sums_of
from danvankheo.units import DONG, HECTARE, MILLION_DONG, WORKDAY


def summary(*quantities, year=2022, **fields):
    given_ = tuple(
        quantity if isinstance(quantity, Contribution) else Contribution(quantity=quantity)
        for quantity in quantities
    )
    return summarise(
        [Movement(name="Dân vận khéo", period=Period.year(year), contributions=given_, **fields)]
    )


def money(text, approximation=Approximation.EXACTLY):
    return Quantity(Decimal(text), MILLION_DONG, approximation)


def shown(*summaries):
    return [(column.title, column.texts) for column in sums_of(summaries)]


def test_money_of_all_rows_has_one_scale():
    assert shown(summary(money("679.7")), summary(money("4948.4"))) == [
        ("Tiền (triệu đồng)", ("679,7", "4.948,4"))
    ]
    assert shown(summary(money("22700")), summary(money("9300"))) == [("Tiền (tỷ đồng)", ("22,7", "9,3"))]
    assert shown(summary(money("154.4")), summary(Quantity(1, DONG))) == [
        ("Tiền (đồng)", ("154.400.000", "1"))
    ]


def test_words_of_a_sum_stay_and_what_is_unknown_is_no_zero():
    rows = summary(money("154.4", Approximation.OVER)), summary(Quantity(Decimal("1.5"), HECTARE))
    assert shown(*rows) == [("Tiền (triệu đồng)", ("hơn 154,4", "…")), ("Đất (m2)", ("…", "15.000"))]


def test_goods_have_a_column_for_each_unit_until_they_are_too_many():
    cows, trees = Quantity(12, counted("con bò")), Quantity(300, counted("cây"))
    assert {head for head, _ in shown(summary(cows, trees))} == {"Hiện vật (con bò)", "Hiện vật (cây)"}
    many = [Quantity(at, counted(noun)) for at, noun in enumerate(("bao", "cây", "con bò", "suất quà"), 1)]
    ((head, (cell,)),) = shown(summary(*many))
    assert (head, cell) == ("Hiện vật", "1 bao; 2 cây; 3 con bò; 4 suất quà")


def test_gifts_of_unknown_quantity_are_counted_apart():
    unknown = Contribution(unknown_kind=ContributionKind.LAND)
    assert shown(summary(Quantity(3, WORKDAY), unknown), summary(Quantity(4, WORKDAY))) == [
        ("Ngày công", ("3", "4")),
        ("Chưa rõ số lượng", ("1 khoản đất", "")),
    ]


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=6))
def test_every_cell_of_money_reads_back_as_the_sum_it_is(amounts):
    rows = [summary(Quantity(amount, DONG)) for amount in amounts]
    (column,) = sums_of(rows)
    scale = {"Tiền (đồng)": 1, "Tiền (triệu đồng)": 10**6, "Tiền (tỷ đồng)": 10**9}[column.title]
    assert [parse_number(cell, convention="vi") * scale for cell in column.texts] == amounts


def rate(part, whole=100):
    return {"indicators": (Indicator(name="Hộ nghèo", part=part, whole=whole),)}


def test_rates_are_of_sums_and_unknown_ones_are_dots():
    unknown = {"indicators": (Indicator(name="Hộ nghèo", part=3),)}
    (column,) = rates_of([summary(**rate(1, 3)), summary(**unknown)])
    assert (column.title, column.texts) == ("Hộ nghèo (%)", ("33,33", "…"))
    assert column.cells == (Fraction(1, 3), None)


def test_periods_go_down_with_the_change_of_each_figure():
    movements = [
        Movement(
            name="Dân vận khéo",
            period=Period.year(year),
            contributions=(Contribution(quantity=Quantity(amount, MILLION_DONG, word)),),
            **rate(part),
        )
        for year, amount, word, part in (
            (2024, 110, Approximation.EXACTLY, 6),
            (2022, 80, Approximation.EXACTLY, 9),
            (2023, 100, Approximation.EXACTLY, 7),
            (2025, 121, Approximation.OVER, 8),
        )
    ]
    made = table(roll_up(movements, by="period"))
    assert made.head == (
        "Kỳ",
        "Tiền (triệu đồng)",
        "Tiền: tăng, giảm (%)",
        "Hộ nghèo (%)",
        "Hộ nghèo: tăng, giảm (điểm %)",
    )
    assert made.rows == (
        ("Năm 2022", "80", "", "9,00", ""),
        ("Năm 2023", "100", "+25,00", "7,00", "-2,00"),
        ("Năm 2024", "110", "+10,00", "6,00", "-1,00"),
        ("Năm 2025", "hơn 121", "khoảng +10,00", "8,00", "+2,00"),
    )
    assert made.numeric == {1, 2, 3, 4}


def test_a_quarter_is_not_compared_with_a_year():
    periods = (Period.year(2025), Period.quarter(2026, 1), Period.year(2026))
    movements = [
        Movement(
            name="Dân vận khéo",
            period=period,
            contributions=(Contribution(quantity=Quantity(amount, WORKDAY)),),
        )
        for period, amount in zip(periods, (100, 20, 150), strict=True)
    ]
    made = table(roll_up(movements, by="period"))
    assert [(row[0], row[2]) for row in made.rows] == [
        ("Năm 2025", ""), ("Quý I/2026", ""), ("Năm 2026", "+50,00"),
    ]  # fmt: skip


def test_from_nothing_no_growth_follows():
    movements = [
        Movement(
            name="A", period=Period.year(year), contributions=(Contribution(quantity=Quantity(n, WORKDAY)),)
        )
        for year, n in ((2021, 0), (2022, 5), (2023, 0))
    ]
    assert [row[2] for row in table(roll_up(movements, by="period")).rows] == ["", "…", "-100,00"]
