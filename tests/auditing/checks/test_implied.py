"""What two of part, whole and percentage leave open of the third, against trying them all."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from danvankheo.auditing import parts_of, smallest_ratio, wholes_of
from danvankheo.auditing.figures.lattice import WholeNumbers
from danvankheo.auditing.figures.reported import PROCEDURES, Nature, Reported


def summed_up(numbers):
    return WholeNumbers(numbers[0] if numbers else None, numbers[-1] if numbers else None, len(numbers))


@given(st.integers(0, 60), st.integers(0, 1000), st.sampled_from(PROCEDURES))
def test_wholes_of_a_part_against_trying_them(part, digits, rounding):
    percent = Reported(Fraction(digits, 10), Nature.SHARE)
    span = percent.interval(rounding)
    found = wholes_of(part, percent, rounding=rounding)
    tried = [d for d in range(1, 3000) if span is not None and Fraction(100 * part, d) in span]
    if found.largest is not None and found.largest < 3000:
        assert found == summed_up(tried)
    elif tried:
        assert found.smallest == tried[0]


@given(st.integers(1, 80), st.integers(0, 1000), st.sampled_from(PROCEDURES))
def test_parts_of_a_whole_against_trying_them(whole, digits, rounding):
    percent = Reported(Fraction(digits, 10), Nature.SHARE)
    span = percent.interval(rounding)
    tried = [n for n in range(whole + 1) if span is not None and Fraction(100 * n, whole) in span]
    assert parts_of(whole, percent, rounding=rounding) == summed_up(tried)


@given(st.integers(0, 1000), st.sampled_from(PROCEDURES))
def test_the_smallest_ratio_against_trying_denominators(digits, rounding):
    percent = Reported(Fraction(digits, 10), Nature.SHARE)
    span = percent.interval(rounding)
    found = smallest_ratio(percent, rounding=rounding)
    tried = next(
        (
            Fraction(n, d)
            for d in range(1, 2001)
            for n in range(d * digits // 1000 - 1, d * digits // 1000 + 3)
            if n >= 0 and Fraction(100 * n, d) in span
        ),
        None,
    )
    assert found == tried


def test_closed_forms_do_not_care_how_large_the_numbers_are():
    part, digits = 359 * 10**27, "2,04"
    found = wholes_of(part, f"{digits}%")
    assert found.smallest == -(-100 * part * 1000 // 2045) + (100 * part * 1000 % 2045 == 0)
    assert found.largest == 100 * part * 1000 // 2035
    approximated = wholes_of("hơn 350 nghìn hộ", "2,04%")
    assert approximated.smallest < 350_000 / 0.0204 < approximated.largest
