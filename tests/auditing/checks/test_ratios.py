"""Part, whole and percentage, against brute force; true reports that were doubted once."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audited import codes_of, printed, procedures, rate
from danvankheo import (
    Approximation,
    Quantity,
    check_ratio,
    round_to,
)
from danvankheo.auditing import (
    Nature,
    Reading,
    Reported,
    Severity,
    check_attainment,
    check_chain,
    check_change,
    check_sum,
    missing_part,
    quotient,
)
from danvankheo.auditing.figures.reported import PROCEDURES
from danvankheo.units import PERCENT, TIMES


def test_whole_floats_are_counts():
    assert check_ratio(27.0, 28.0, "96,42%").verdict.value == "truncated"


def test_a_figure_below_zero_is_nothing_that_can_be():
    assert quotient("dưới 0 hộ", "28 hộ") is None
    assert quotient("28 hộ", "dưới 0 hộ") is None
    assert missing_part("28 hộ", ["dưới 0 hộ"]) is None
    assert check_chain([200, 200], ["tăng dưới 0%"]).broken_at == 0
    assert not check_chain([200, 200], ["tăng 0%"], total_change="tăng dưới 0%").loosely
    assert check_ratio("không quá 0,0 nghìn hộ", "1.200 hộ", "0%").procedures


def test_figures_as_large_as_may_be_are_told():
    huge = 10**99
    assert "Có thể " in str(check_ratio(huge, 1, "5%"))
    assert str(check_sum(1, [huge] * 20))
    assert str(check_change(huge, Quantity(Decimal(10) ** -99, TIMES), before=3))
    assert str(quotient(huge, 3)).startswith("[1000")
    assert codes_of(whole=10**60, value=Quantity(Decimal(10) ** 90, PERCENT)) == ["share-over-100"]


def test_a_correction_of_an_approximated_percentage_leaves_the_word_out():
    least = check_ratio(45, 60, "hơn 85%").correction()
    assert (least.field, least.to) == ("percent", Decimal(75))


def test_a_plan_whose_wording_only_cutting_off_explains_is_no_error():
    assert check_attainment(359, 340, "đạt 5%").severity is Severity.WARNING  # vượt 5,588…%, cut off


WORDS = (
    Approximation.OVER,
    Approximation.NEARLY,
    Approximation.ABOUT,
    Approximation.AT_LEAST,
    Approximation.AT_MOST,
)


@pytest.mark.parametrize("decimals", [0, 1])
def test_a_ratio_is_explained_by_exactly_the_procedures_that_print_its_percentage(decimals):
    """Every part and whole up to 12, every percentage near the true one: no alarm, no miss."""
    for part, whole in product(range(13), range(1, 13)):
        true = Fraction(100 * part, whole)
        right = {way: round_to(true, decimals, rounding=way) for way in PROCEDURES}
        for off in range(-2, 3):
            told = right[PROCEDURES[0]] + Decimal(off).scaleb(-decimals)
            if told >= 0:
                check = check_ratio(part, whole, Reported(told, Nature.RATE, PERCENT))
                assert check.procedures == tuple(way for way in PROCEDURES if right[way] == told)
                assert check.published == right
                severe = check.finding().severity is Severity.ERROR
                assert severe == (told not in right.values())


@given(
    st.tuples(st.integers(1, 300), st.integers(1, 300)),
    st.sampled_from(WORDS),
    st.integers(0, 1000),
    procedures,
)
def test_an_approximated_ratio_is_explained_if_and_only_if_some_counts_make_it(
    counts, word, digits, rounding
):
    part, whole = counts
    approximated = Reported(part, Nature.COUNT, None, word)
    span = approximated.possible(reading=Reading.IMPLIED)
    percent = Reported(Decimal(digits).scaleb(-1), Nature.RATE, PERCENT)
    told = percent.interval(rounding)
    low = int(span.low)
    high = int(span.high) if span.high is not None else 4000
    possible = any(Fraction(100 * n, whole) in told for n in range(low, high + 1))
    assert (rounding in check_ratio(approximated, whole, percent).procedures) == possible
    if span.high is not None:
        turned = any(n and Fraction(100 * whole, n) in told for n in range(max(low, 1), high + 1))
        assert (rounding in check_ratio(whole, approximated, percent).procedures) == turned


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 3), procedures)
def test_an_attainment_printed_from_true_counts_is_explained_in_each_wording(
    actual, plan, decimals, rounding
):
    true = Fraction(100 * actual, plan)
    for mode, told in (("reach", true), ("exceed", true - 100), ("short", 100 - true)):
        if told >= 0:
            check = check_attainment(actual, plan, rate(told, decimals, rounding), mode=mode)
            assert rounding in check.procedures


@given(
    st.fractions(0, 1000, max_denominator=1000),
    st.fractions(1, 1000, max_denominator=1000),
    st.integers(0, 2),
    st.integers(0, 2),
    procedures,
)
def test_measures_printed_with_their_percentage_are_explained(part, whole, decimals, places, rounding):
    figures = [printed(value, decimals, rounding) for value in (part, whole)]
    assert rounding in check_ratio(*figures, rate(100 * part / whole, places, rounding)).procedures
    assert part / whole in quotient(*figures, rounding=rounding)


@given(
    st.sampled_from(["hơn 1.200 hộ", "1.200 hộ", "1,2 nghìn hộ", "120 triệu đồng", "hơn 120,5 triệu đồng"]),
    st.integers(1, 9),
    st.integers(0, 10),
    procedures,
)
def test_counts_and_measures_mix(text, whole, tenths, rounding):
    """A count over a measure, and a measure over a count: real values decide where they can."""
    figure = Reported.of(text)
    measure = Reported(Decimal(whole), Nature.MEASURE, figure.unit)
    span = measure.interval(rounding)
    value = figure.possible(rounding).low + 1
    ratio = 100 * value / (span.low + Fraction(1, 3))
    check = check_ratio(figure, measure, rate(ratio + tenths, 1, rounding))
    assert (rounding in check.procedures) or tenths
    turned = check_ratio(measure, figure, rate(100 * (span.low + Fraction(1, 3)) / value, 1, rounding))
    assert rounding in turned.procedures


@pytest.mark.parametrize(
    ("percent", "right"),
    [("0,96%", "96%"), (0.9643, "96,43%"), (27 / 28, "96,42857142857143%"), (Decimal("0.964"), "96,4%")],
)
def test_a_ratio_in_place_of_its_percentage_is_named(percent, right):
    finding = check_ratio(27, 28, percent).finding()
    assert finding.code.value == "ratio-not-in-percent"
    assert str(finding).endswith(f"phải ghi {right}.")


@pytest.mark.parametrize(
    "figures", [(1, 100, "1%"), (0, 28, "0%"), (1, 104, "0,96%"), (45, 60, "85%"), (3, 4, "0,8%")]
)
def test_small_percentages_and_other_mistakes_are_no_ratios(figures):
    assert check_ratio(*figures).finding().code.value != "ratio-not-in-percent"
