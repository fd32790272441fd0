"""Soundness: what was printed from true values never raises an alarm. Completeness where it is claimed."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvankheo import Approximation, Change, Direction, Quantity, check_ratio, round_to
from danvankheo.auditing import (
    Nature,
    Reading,
    Reported,
    Severity,
    check_attainment,
    check_chain,
    check_change,
    check_mentions,
    check_shares,
    check_sum,
    least_correction,
    missing_part,
    quotient,
    value_before,
)
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES
from danvankheo.units import PERCENT

procedures = st.sampled_from(PROCEDURES)
WORDS = (
    Approximation.OVER,
    Approximation.NEARLY,
    Approximation.ABOUT,
    Approximation.AT_LEAST,
    Approximation.AT_MOST,
)


def rate(value, decimals, rounding):
    """A percentage as a writer prints it."""
    return Reported(round_to(value, decimals, rounding=rounding), Nature.RATE, PERCENT)


def printed(value, decimals, rounding, nature=Nature.MEASURE):
    return Reported(round_to(value, decimals, rounding=rounding), nature)


# Ratios


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


# Corrections


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 110), procedures)
def test_the_least_correction_is_that_of_a_search(part, whole, percent, rounding):
    assume(rounding not in check_ratio(part, whole, percent).procedures)
    found = least_correction(part, whole, percent, rounding=rounding)
    assert found.percent == round_to(Fraction(100 * part, whole), 0, rounding=rounding)
    span = Reported(Decimal(percent), Nature.RATE).interval(rounding)
    parts = [n for n in range(200) if Fraction(100 * n, whole) in span]
    wholes = [d for d in range(1, 20_000) if Fraction(100 * part, d) in span]
    assert found.part == min(parts, key=lambda n: abs(n - part), default=None)
    assert found.whole == min(wholes, key=lambda d: abs(d - whole), default=None)
    assert found.least is not None
    corrected = {"percent": percent, "part": part, "whole": whole} | {found.least.field: found.least.to}
    check = check_ratio(corrected["part"], corrected["whole"], corrected["percent"])
    assert rounding in check.procedures


def test_figures_that_agree_need_no_correction():
    found = least_correction(27, 28, "96,43%")
    assert (found.percent, found.part, found.whole, found.least) == (None, None, None, None)


def test_corrections_are_told_in_the_wording_of_the_plan():
    found = least_correction(63, 60, "7%", mode="exceed")
    assert (found.percent, found.part, found.whole, found.least.field) == (Decimal(5), 64, 59, "part")
    nothing = least_correction(3, 2, "150%", mode="short")  # no plan is missed by more than all of it
    assert (nothing.percent, nothing.part, nothing.whole, nothing.least) == (None, None, None, None)


@pytest.mark.parametrize(
    ("figures", "field", "to", "edits"),
    [
        ((27, 28, "69,43%"), "percent", "96.43", 1),  # two digits swapped
        ((45, 60, "85%"), "percent", "75", 1),
        ((1, 3, "3,3%"), "whole", "30", 1),  # a digit left out, which is nearer than 33,3%
        ((720, 1000, "27,0%"), "percent", "72.0", 1),  # as near as 270/1000, and first named
    ],
)
def test_the_least_correction_counts_digits_then_last_places(figures, field, to, edits):
    least = least_correction(*figures).least
    assert (least.field, least.to, least.edits) == (field, Decimal(to), edits)


# Sums and shares


@given(
    st.lists(st.tuples(st.fractions(0, 50, max_denominator=60), st.integers(0, 2)), min_size=1, max_size=5),
    st.integers(0, 2),
    procedures,
)
def test_a_total_printed_from_true_parts_is_explained(parts, decimals, rounding):
    total = sum(value for value, _ in parts)
    figures = [printed(value, places, rounding) for value, places in parts]
    whole = printed(total, decimals, rounding)
    assert rounding in check_sum(whole, figures).procedures
    assert parts[0][0] in missing_part(whole, figures[1:], rounding=rounding)


@given(st.integers(1, 6), st.integers(-8, 8), procedures, st.booleans())
def test_how_far_parts_may_miss_a_total(count, off, rounding, even):
    """The bounds of the rules for k parts and a total of equal decimals, in last-place units."""
    digit = 12 if even else 13
    parts = [Reported(Decimal(digit), Nature.MEASURE) for _ in range(count)]
    told = digit * count + off
    explained = rounding in check_sum(Reported(Decimal(told), Nature.MEASURE), parts).procedures
    half = Fraction(count + 1, 2)
    match rounding.value:
        case "half_up" | "half_down":
            assert explained == (abs(off) < half)
        case "half_even":
            numerals_even = even and told % 2 == 0
            assert explained == (abs(off) < half or (abs(off) == half and numerals_even))
        case "truncate":
            assert explained == (-1 < off < count)
        case "up":
            assert explained == (-count < off < 1)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), st.integers(0, 2), procedures)
def test_shares_printed_from_counts_are_explained(counts, decimals, rounding):
    whole = sum(counts)
    assume(whole)
    shares = [rate(Fraction(100 * count, whole), decimals, rounding) for count in counts]
    assert rounding in check_shares(shares).procedures
    with_counts = check_shares(shares, counts=counts)
    assert rounding in with_counts.procedures


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=4),
    st.lists(st.integers(0, 100), min_size=1, max_size=4),
)
def test_largest_remainders_against_all_allocations(counts, told):
    """A vector is one if no unit can move from a share to another and bring both nearer to their quotas."""
    assume(sum(counts))
    told = (told * len(counts))[: len(counts)]
    whole = sum(counts)
    quotas = [Fraction(100 * count, whole) for count in counts]
    floors = [quota.numerator // quota.denominator for quota in quotas]
    left = 100 - sum(floors)
    ranks = sorted(quotas, key=lambda quota: quota % 1, reverse=True)
    least_raised = ranks[left - 1] % 1 if left else None
    for vector in (told, floors, *_raised(floors, quotas, left)):
        raised = [at for at, share in enumerate(vector) if share == floors[at] + 1]
        possible = (
            sum(vector) == 100
            and all(share - floor in (0, 1) for share, floor in zip(vector, floors, strict=True))
            and all(
                quotas[up] % 1 >= quotas[down] % 1
                for up in raised
                for down in range(len(vector))
                if down not in raised
            )
        )
        assert check_shares(vector, counts=counts).is_largest_remainder == possible
    assert left == 0 or least_raised is not None


def _raised(floors, quotas, left):
    order = sorted(range(len(floors)), key=lambda at: quotas[at] % 1, reverse=True)
    yield [floor + (at in order[:left]) for at, floor in enumerate(floors)]


# Changes


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
    in_points = check_change(figures[0], rate(moved, decimals, rounding), figures[1], direction=direction)
    assert rounding in in_points.points
    grown = check_change(
        figures[0], rate(100 * moved / before, decimals, rounding), figures[1], direction=direction
    )
    assert rounding in grown.relative
    earlier = value_before(
        figures[0], rate(moved, decimals, rounding), direction=direction, rounding=rounding
    )
    assert before in earlier.points


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2), procedures)
def test_a_change_of_counts_is_a_difference_or_a_growth(now, before, decimals, rounding):
    direction = Direction.UP if now >= before else Direction.DOWN
    check = check_change(now, abs(now - before), before, direction=direction)
    assert check.points == PROCEDURES
    assert not check.relative
    growth = rate(abs(Fraction(100 * (now - before), before)), decimals, rounding)
    grown = check_change(now, growth, before, direction=direction)
    assert rounding in grown.relative
    assert not grown.points


# Chains


@given(
    st.lists(st.fractions(Fraction(1, 2), 2, max_denominator=50), min_size=1, max_size=4),
    st.fractions(1, 500, max_denominator=20),
    st.integers(0, 2),
    procedures,
    st.data(),
)
def test_a_series_printed_from_true_growth_is_never_broken(factors, first, decimals, rounding, data):
    series = [first]
    for factor in factors:
        series.append(series[-1] * factor)
    values = [printed(value, decimals, rounding) if data.draw(st.booleans()) else None for value in series]
    changes = [_change(after / before, decimals, rounding) for before, after in pairwise(series)]
    total = _change(series[-1] / series[0], decimals, rounding)
    assert rounding in check_chain(values, changes).procedures
    assert rounding in check_chain(values, changes, total_change=total).procedures


def _change(factor, decimals, rounding):
    size = round_to(abs(factor - 1) * 100, decimals, rounding=rounding)
    direction = Direction.UP if factor >= 1 else Direction.DOWN
    return Change(direction=direction if size else Direction.NONE, size=Quantity(size, PERCENT))


@pytest.mark.parametrize(
    ("values", "changes", "total", "explained"),
    [
        (["100", "110", "121"], ["tăng 10%", "tăng 10%"], "tăng 21%", True),
        (["100", "110", "121"], ["tăng 10%", "tăng 10%"], "tăng 20%", False),
        ([None, None, None], ["tăng 10%", "tăng 10%"], "tăng 20%", True),  # 9,5% twice is 19,9%
        ([None, None, None], ["tăng 10%", "tăng 10%"], "tăng 24%", False),
        ([None, "110", None], ["tăng 10,0%", "tăng 10,0%"], "tăng 21,0%", True),
        (["100", None, "50"], ["giảm 50%", "không đổi"], "giảm 50%", True),
        (["100", "0", "0"], ["giảm 100%", "tăng 10%"], "giảm 100%", True),
        (["100", "0", "5"], ["giảm 100%", "tăng 10%"], None, False),
        (["0", "0"], ["tăng 10%"], "tăng 10%", True),
        (["100", "200"], ["gấp 2 lần"], "tăng 100%", True),
        (["100", "300"], ["gấp 2 lần"], None, False),
    ],
)
def test_series_with_a_change_over_all(values, changes, total, explained):
    assert bool(check_chain(values, changes, total_change=total).procedures) == explained


# Mentions


@given(
    st.fractions(0, 10**9, max_denominator=1000),
    st.lists(st.integers(0, 3), min_size=1, max_size=4),
    procedures,
)
def test_mentions_of_one_true_value_never_contradict_each_other(value, decimals, rounding):
    mentions = [printed(value, places, rounding) for places in decimals]
    check = check_mentions(mentions)
    assert rounding in check.procedures
    if rounding in NEAREST:
        assert check.finding().severity is Severity.FINE


def test_a_whole_number_must_lie_in_what_mentions_of_a_count_share():
    assert check_mentions(["1,2 nghìn hộ", "1.249 hộ"]).verdict.value == "compatible"
    assert check_mentions(["1,2 nghìn hộ", "1.250 hộ"]).procedures == (
        PROCEDURES[1],
        PROCEDURES[2],
        PROCEDURES[3],
    )
    assert check_mentions(["hơn 17 hộ", "gần 18 hộ"]).verdict.value == "contradiction"
    assert check_mentions(["gần 60 triệu đồng", "40 triệu đồng"]).verdict.value == "loosely_compatible"
    assert check_mentions(["2,04%", "2,04%"]).verdict.value == "same"


# Wider reading, fewer findings


@given(
    st.sampled_from(["hơn 1.200", "gần 1.300", "khoảng 1.250", "ít nhất 1.200", "1.250"]),
    st.sampled_from(["1.500", "hơn 1.400", "gần 1.600"]),
    st.integers(0, 120),
)
def test_the_literal_reading_explains_whatever_the_implied_one_does(part, whole, percent):
    implied = check_ratio(part, whole, percent)
    literal = check_ratio(part, whole, percent, reading=Reading.LITERAL)
    assert set(implied.procedures) <= set(literal.procedures)
    assert literal.finding().severity.rank >= implied.finding().severity.rank
