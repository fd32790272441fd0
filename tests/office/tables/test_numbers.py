"""What cells say: figures by the signs of their column, nothing, not stated, marks, text."""

from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given

from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import MILLION_DONG, PERCENT, counted
from danvankheo.office.grid import Cell
from danvankheo.office.tables.numbers import CellKind, convention_of, read_cell, readings_of


def cell(text, **fields):
    return Cell(row=1, column=1, text=text, **fields)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.245,5", "1245.5"), ("05", "5"), ("00", "0"), ("+171,2", "171.2"), ("-112", "-112"), ("1 204", "1204"),
        ("8\u00a0456", "8456"), ("0.3%", "0.3"), ("96,43%", "96.43"), ("96 %", "96"), ("(1.234,5)", "-1234.5"),
        ("12.490(1)", "12490"), ("1.204.337", "1204337"), ("2,50", "2.50"),
    ],
)  # fmt: skip
def test_figures_are_read_to_the_digit(text, amount):
    reading = read_cell(cell(text))
    assert reading.kind is CellKind.FIGURE
    assert str(reading.figure.amount) == amount


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "unstated"), ("…", "unstated"), ("#DIV/0!", "unstated"), ("-", "nothing"), ("x", "nothing"), ("–", "nothing"),
        ("(1)", "mark"), ("*", "mark"), ("03/7", "text"), ("02/08/2026", "text"), ("600-700", "text"),
        ("0912345678", "text"), ("47-BC/ĐU", "text"), ("Tốt", "text"),
    ],
)  # fmt: skip
def test_what_is_no_figure(text, kind):
    assert read_cell(cell(text)).kind is CellKind(kind)


def test_units_and_words_in_a_cell():
    assert read_cell(cell("35,5 tr")).figure.unit == MILLION_DONG
    assert read_cell(cell("3 MH")).figure.unit == counted("mô hình")
    assert read_cell(cell("5,3%")).figure.unit == PERCENT
    assert read_cell(cell("hơn 154,4")).figure.approximation is Approximation.OVER


def test_two_readings_are_kept_until_the_column_settles_them():
    assert read_cell(cell("1.020")).figure.others == (Decimal("1.020"),)
    assert read_cell(cell("1,020"), "en").figure.amount == 1020
    assert read_cell(cell("1,020"), "en").figure.others == ()


def test_a_stored_number_settles_what_is_shown():
    shown = read_cell(cell("96,42%", value=Decimal("0.9642475987"), percent=True, decimals=2)).figure
    assert (shown.amount, shown.stored, shown.unit) == (Decimal("96.42"), Decimal("96.42475987"), PERCENT)
    assert read_cell(cell("1,234", value=Decimal(1234))).figure.amount == 1234
    assert read_cell(cell("-", value=Decimal(0))).figure.amount == 0


def test_a_formula_without_a_result_is_not_stated():
    assert read_cell(cell("=SUM(A1:A3)", formula="=SUM(A1:A3)", cached=False)).kind is CellKind.UNSTATED
    assert read_cell(None).kind is CellKind.UNSTATED


def test_the_signs_of_a_column_are_those_that_leave_no_doubt():
    assert convention_of(["1.020", "12,5"]) == "vi"
    assert convention_of(["1,020", "12.5"]) == "en"
    assert convention_of(["12,5", "12.5"]) is None
    assert convention_of(["1.020"]) is None


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_what_is_written_the_vietnamese_way_is_read_back(number, decimals):
    amount = Decimal(number).scaleb(-decimals)
    text = f"{amount:,f}".translate(str.maketrans(",.", ".,"))
    assert readings_of(text)["vi"] == amount
    assert read_cell(cell(text)).figure.amount == amount


@given(st.text(max_size=70))
def test_any_text_has_one_kind(text):
    assert read_cell(cell(text)).kind in CellKind
