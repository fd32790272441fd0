"""Parts and totals, shares of 100: what is printed of true figures is explained, whatever was rounded."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audited import printed, procedures, rate
from danvankheo import (
    DanVanKheoError,
    check_ratio,
)
from danvankheo.auditing import (
    Nature,
    Reported,
    check_change,
    check_shares,
    check_sum,
    missing_part,
)


def test_plain_percentages_are_percentages():
    assert check_ratio(27, 28, Reported.of(96)).verdict.value == "rounded"
    assert check_shares([Reported.of(33)] * 3).verdict.value == "explained"
    assert check_shares(["333‰", "333‰", "334‰"], counts=[1, 1, 1]).verdict.value == "forced_to_100"


def test_plain_numbers_take_the_unit_of_the_others():
    assert check_sum("154,4 triệu đồng", [60, "94,4"]).verdict.value == "exact"
    assert check_change("1.808 hộ", 278, before="1.530 hộ").verdict.value == "points"
    with pytest.raises(DanVanKheoError):
        check_sum("1,5 tỷ đồng", ["900 triệu đồng", 600])


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


def _raised(floors, quotas, left):
    order = sorted(range(len(floors)), key=lambda at: quotas[at] % 1, reverse=True)
    yield [floor + (at in order[:left]) for at, floor in enumerate(floors)]
