"""Formulas that tables print under heads and in the names of rows."""

import pytest

from danvankheo.office.tables.formulas import column_label, formula_in_name


@pytest.mark.parametrize(
    ("text", "label", "above", "below", "times"),
    [
        ("3 = 4+5", "3", (("4", 1), ("5", 1)), (), ""),
        ("7 \n(6:3)", "7", (("6", 1),), (("3", 1),), ""),
        ("(5)=(4)-(3)", "5", (("4", 1), ("3", -1)), (), ""),
        ("8=7*100/6", "8", (("7", 1),), (("6", 1),), ""),
        ("6=5/4x100", "6", (("5", 1),), (("4", 1),), ""),
        ("4=2x3", "4", (("2", 1),), (), "3"),
    ],
)
def test_a_number_with_its_formula(text, label, above, below, times):
    found, formula = column_label(text)
    assert (found, formula.above, formula.below, formula.times) == (label, above, below, times)
    assert formula.is_sum == (not below and not times)


def test_plain_numbers_and_other_texts():
    assert column_label("(3)") == ("3", None)
    assert column_label("A") == ("A", None)
    assert column_label("Tổng số") is None
    assert column_label("=4+5") is None
    assert column_label("x" * 61) is None


def test_names_of_rows():
    assert formula_in_name("TỔNG SỐ (A+B) (1)").above == (("A", 1), ("B", 1))
    assert formula_in_name("Bội chi (III= I - II)").above == (("I", 1), ("II", -1))
    assert formula_in_name("Tổng cộng = I + II").above == (("I", 1), ("II", 1))
    assert formula_in_name("Giai đoạn (2021-2025)") is None
    assert formula_in_name("Tăng (+), giảm (-)") is None
    assert formula_in_name("Thuế (a)") is None
