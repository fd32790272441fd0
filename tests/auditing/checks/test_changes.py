"""Changes in points and relative: what is printed of true figures is explained, what was broken once stays mended."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audited import codes_of, percent, procedures, rate
from danvankheo import (
    Change,
    ChangeKind,
    Direction,
    Quantity,
    counted,
)
from danvankheo.auditing import (
    Severity,
    check_chain,
    check_change,
    value_before,
)
from danvankheo.auditing.figures.reported import PROCEDURES
from danvankheo.units import PERCENTAGE_POINT, TIMES


@pytest.mark.parametrize("figures", [("1%", "1,6%"), ("2%", "2,7%"), ("3%", "3,6%")])
def test_ranges_are_told_under_a_procedure_that_allows_them(figures):
    """In points these hold if cut off only: rounded, the earlier figure would be below zero."""
    check = check_change(*figures)
    assert "kỳ trước" in str(check)
    assert check.severity is Severity.INFO


def test_no_change_may_be_a_small_one_either_way():
    unchanged = check_change("88,4%", "0,0%", before="88,5%", direction=Direction.NONE)  # 88,46 and 88,44
    assert unchanged.points
    told = {"value": Quantity(9996, counted("hộ")), "earlier": Quantity(10_000, counted("hộ"))}
    assert codes_of(**told, change=percent("0.0"), change_kind=ChangeKind.GROWTH) == []
    assert check_chain(["1.000 hộ", "999 hộ"], ["không đổi"]).procedures
    assert check_chain(["1.000 hộ", "1.001 hộ"], ["không đổi"]).procedures


def test_growth_may_have_been_below_zero():
    grown = {"value": percent("9.03"), "change": Quantity(Decimal("15.81"), PERCENTAGE_POINT)}
    assert codes_of(**grown, earlier=percent("-6.78")) == []
    assert codes_of(**grown) == []
    assert check_change(5, 7, before=-2).points


def test_changes_as_texts_tell_their_direction():
    assert check_change("1.808 hộ", "tăng 18,17%", before="1.530 hộ").verdict.value == "relative"
    assert check_change("359 hộ", "giảm 46 hộ", before="405 hộ").verdict.value == "points"
    assert check_change("3.060 hộ", "gấp 2 lần", before="1.530 hộ").verdict.value == "relative"
    assert check_change("8,5%", "hơn 5%", before="3%").points


def test_division_by_nothing_is_no_change():
    assert check_change(5, "0 lần", direction=Direction.DOWN).verdict.value in ("relative", "neither")
    nothing = Change(direction=Direction.DOWN, size=Quantity(0, TIMES))
    assert str(check_chain([5, 5], [nothing]))


def test_an_earlier_count_is_whole():
    assert check_change("7 hộ", "tăng 10%").severity is Severity.ERROR  # from 6,34 to 6,39
    assert check_change("7 hộ", "tăng 17%").severity is Severity.FINE  # from 6


@given(
    st.fractions(1, 99, max_denominator=200),
    st.fractions(1, 99, max_denominator=200),
    st.integers(0, 2),
    procedures,
)
def test_a_change_printed_from_true_rates_is_explained_in_the_reading_that_made_it(
    now, before, decimals, rounding
):
    direction = Direction.UP if now >= before else Direction.DOWN
    figures = [rate(value, 2, rounding) for value in (now, before)]
    moved = abs(now - before)
    in_points = check_change(
        figures[0], rate(moved, decimals, rounding), before=figures[1], direction=direction
    )
    assert rounding in in_points.points
    grown = check_change(
        figures[0], rate(100 * moved / before, decimals, rounding), before=figures[1], direction=direction
    )
    assert rounding in grown.relative
    earlier = value_before(
        figures[0], rate(moved, decimals, rounding), direction=direction, rounding=rounding
    )
    assert before in earlier.points


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2), procedures)
def test_a_change_of_counts_is_a_difference_or_a_growth(now, before, decimals, rounding):
    direction = Direction.UP if now >= before else Direction.DOWN
    check = check_change(now, abs(now - before), before=before, direction=direction)
    assert check.points == PROCEDURES
    assert not check.relative
    growth = rate(abs(Fraction(100 * (now - before), before)), decimals, rounding)
    grown = check_change(now, growth, before=before, direction=direction)
    assert rounding in grown.relative
    assert not grown.points
