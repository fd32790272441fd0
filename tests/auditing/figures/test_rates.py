"""Printed percentages as ratios: the interval of part over whole, in each wording of an attainment."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audited import procedures, rate
from danvankheo import AttainmentMode, InvalidValueError, Rounding
from danvankheo.auditing import Reading, Reported
from danvankheo.auditing.figures.rates import as_printed, as_worded, rate_of, ratio_figures
from danvankheo.errors import UndefinedError, UnitMismatchError

modes = st.sampled_from([None, *AttainmentMode])
_HALF_UP = Rounding.HALF_UP, Reading.IMPLIED


@given(st.fractions(0, 3, max_denominator=300), st.integers(0, 3), procedures, modes)
def test_the_true_ratio_lies_in_what_its_printed_percentage_leaves_open(ratio, decimals, rounding, mode):
    stated = as_worded(100 * ratio, mode)
    assume(stated >= 0)  # "thiếu 5%" of what exceeds its plan is not printed
    span = rate_of(rate(stated, decimals, rounding), mode, rounding, Reading.IMPLIED)
    assert span is not None
    assert ratio in span


@given(st.fractions(0, 300, max_denominator=1000), modes)
def test_each_wording_is_undone(exact, mode):
    stated = as_worded(exact, mode)
    assert {None: stated, "reach": stated, "exceed": stated + 100, "short": 100 - stated}[mode] == exact


@given(st.fractions(0, 120, max_denominator=700), st.integers(0, 4), procedures)
def test_a_percentage_is_printed_with_the_decimals_of_another(exact, decimals, rounding):
    like = rate(Fraction(1, 3), decimals, rounding)
    printed = as_printed(exact, like, rounding)
    assert -printed.as_tuple().exponent == decimals
    assert abs(Fraction(printed) - exact) < Fraction(1, 10**decimals)
    assert exact in Reported(printed, like.nature, like.unit).interval(rounding)


def test_a_rate_in_thousandths_is_printed_in_thousandths():
    assert as_printed(Fraction(1, 2), Reported.of("4,9‰"), Rounding.HALF_UP) == Decimal("5.0")
    assert as_printed(Fraction(1, 2), Reported.of(Decimal("0.4")), Rounding.HALF_UP) == Decimal("0.5")


def test_more_than_all_cannot_be_short_of_it():
    assert rate_of(Reported.of("105%"), AttainmentMode.SHORT, *_HALF_UP) is None
    assert str(rate_of(Reported.of("100%"), AttainmentMode.SHORT, *_HALF_UP)) == "[0, 0.005]"


@pytest.mark.parametrize(
    ("part", "whole", "percent", "error", "field"),
    [
        (5, 0, "5%", UndefinedError, "here.whole"),
        (5, "0 hộ", "5%", UndefinedError, "here.whole"),
        ("5%", 10, "5%", UnitMismatchError, "here.part"),
        (5, "10 ‰", "5%", UnitMismatchError, "here.part"),
        ("5 hộ", "10 trường", "5%", UnitMismatchError, "here"),
        (5, 10, "5 hộ", UnitMismatchError, "here"),
        (-5, 10, "5%", InvalidValueError, "here"),
        (5, 10, -5, InvalidValueError, "here"),
    ],
)
def test_what_makes_no_ratio_is_refused(part, whole, percent, error, field):
    with pytest.raises(error) as refused:
        ratio_figures(part, whole, percent, "here")
    assert refused.value.field == field
    if field == "here.part":
        assert "số lượng, không phải phần trăm" in refused.value.vietnamese
        assert "things, money or the like" in str(refused.value)
