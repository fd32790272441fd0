"""Blocks: the text of a figure is made in one place, a column has one unit, sums are the last rows."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    InvalidValueError,
    Period,
    Quantity,
    load,
    parse_number,
    summarise,
    testing,
)
from danvankheo.reporting import (
    Document,
    FigureTable,
    Items,
    Prose,
    Rough,
    TableColumn,
    Title,
    ValueKind,
    report_of,
    report_of_many,
)
from danvankheo.reporting.blocks import section
from danvankheo.units import DONG, MILLION_DONG, PERCENTAGE_POINT, WORKDAY

NAMES = ("an-khe", "chu-pah", "cho-don")


def column(*cells, **options):
    return TableColumn(
        head=options.pop("head", "Số"), cells=cells, kind=options.pop("kind", "number"), **options
    )


@given(st.decimals(-(10**18), 10**18, allow_nan=False, places=3), st.sampled_from([DONG, MILLION_DONG]))
def test_a_cell_of_money_is_in_the_unit_of_its_head(amount, unit):
    money = column(Quantity(amount, unit), kind="money", unit=MILLION_DONG, head="Tiền")
    expected = Fraction(amount) / (10**6 if unit == DONG else 1)
    assert money.title == "Tiền (triệu đồng)"
    assert Fraction(money.number_of(money.cells[0])) == expected
    assert Fraction(parse_number(money.texts[0], convention="vi")) == expected


@given(st.fractions(-5, 5, max_denominator=10**6))
def test_a_share_is_rounded_once_half_up(share):
    percent = column(share, kind="percent", decimals=2)
    shown = Fraction(parse_number(percent.texts[0], convention="vi"))
    assert abs(shown - share * 100) <= Fraction(1, 200)
    assert percent.number_of(share) == share * 100


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        ("text", None, ""),
        ("number", None, "…"),
        ("money", "chưa rõ", "chưa rõ"),
        ("number", 1234567, "1.234.567"),
        ("number", Decimal("0.30"), "0,3"),
        ("percent", Fraction(27, 28), "96,43"),
        ("percent", Rough(Fraction(1, 3), Approximation.OVER), "hơn 33,33"),
    ],
)
def test_what_stands_in_a_cell(kind, cell, text):
    decimals = 2 if kind == "percent" else None
    assert column(cell, kind=kind, decimals=decimals).texts == (text,)


def test_heads_name_the_unit_once():
    assert column(kind="percent", head="Tỷ lệ").title == "Tỷ lệ (%)"
    assert column(kind="percent", head="Tăng", unit=PERCENTAGE_POINT).title == "Tăng (điểm %)"
    assert column(head="Ngày công", unit=WORKDAY).title == "Ngày công"


def test_changes_have_their_sign():
    changes = column(Fraction(1, 4), Fraction(-1, 4), Fraction(0), kind="percent", decimals=1, signed=True)
    assert changes.texts == ("+25,0", "-25,0", "0,0")


def test_columns_of_several_lengths_are_refused():
    with pytest.raises(InvalidValueError) as error:
        FigureTable(columns=(column(1, 2), column(1)))
    assert error.value.reason.value == "same-length"


@pytest.mark.parametrize("sums", [((0,), (0,), (0,)), ((1,),), ((-1,),)])
def test_a_sum_is_of_rows_before_it(sums):
    with pytest.raises(InvalidValueError) as error:
        FigureTable(columns=(column(1, 1),), sums=sums)
    assert error.value.reason.value == "summed-rows"


@pytest.mark.parametrize(
    "wrong", [{"share": ("A",)}, {"unit": "đồng"}, {"kind": "loại"}, {"cells": (1.5,)}, {"head": 3}]
)
def test_a_column_is_checked_when_it_is_made(wrong):
    with pytest.raises(InvalidValueError):
        TableColumn(**{"head": "A", "cells": (), **wrong})


def test_sections_are_read_off_the_blocks():
    document = Document(title="A", blocks=(Prose("a"), Title("B"), Items(["x"]), Title("C")))
    assert document.text == "a"
    assert [(each.title, each.items) for each in document.sections] == [("B", ("x",)), ("C", ())]
    assert Document(title="A").sections == ()
    assert section("B") == ()


@given(st.lists(testing.movements(), min_size=1, max_size=4))
def test_the_last_row_is_the_sum_of_its_rows_in_every_column(movements):
    """The oracle: exact figures of the cells, added up with fractions."""
    document = report_of_many(movements)
    tables = [table for each in document.sections for table in each.tables]
    for table in tables:
        for at, rows in enumerate(table.sums, table.length - table.totals):
            for each in table.columns:
                if rows and each.kind in (ValueKind.NUMBER, ValueKind.MONEY):
                    added = [each.number_of(each.cells[row]) for row in rows]
                    total = each.number_of(each.cells[at])
                    assert sum(Fraction(n) for n in added if n is not None) == Fraction(total or 0)


def test_of_several_periods_each_total_adds_up_its_own_rows():
    last, *now = (load(f"docs/examples/{name}-2022.json") for name in ("an-khe", *NAMES[:2]))
    earlier = attrs.evolve(last, period=Period.year(2021))
    table = report_of_many([earlier, *now]).sections[0].table
    assert table.rows[-1][0] == "Tổng cộng năm 2022"
    assert [[table.rows[row][0] for row in rows] for rows in table.sums] == [
        ["Thị xã An Khê, tỉnh Gia Lai, năm 2022", "Huyện Chư Păh, năm 2022"]
    ]


def test_a_report_has_its_exact_figures():
    movements = [load(f"docs/examples/{name}-2022.json") for name in NAMES]
    table = report_of_many(movements).sections[0].table
    money = next(each for each in table.columns if each.kind is ValueKind.MONEY)
    assert money.cells[-1] == summarise(movements).contributions[0].quantity
    assert report_of(movements[0]).sections[0].table.totals == 0
