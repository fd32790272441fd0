"""Whole numbers between two rates, against trying them all."""

from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from danvankheo.auditing import Interval
from danvankheo.auditing.figures.lattice import WholeNumbers, parts_that_fit, wholes_that_fit

spans = st.tuples(st.integers(0, 12), st.integers(0, 14)).map(
    lambda ends: Interval(Fraction(ends[0]), Fraction(ends[0] + ends[1]), low_closed=True, high_closed=True)
)


def without_end(span):
    return Interval(span.low, None, low_closed=span.low_closed)


@st.composite
def rates(draw):
    low = draw(st.just(Fraction(0)) | st.fractions(0, 5, max_denominator=12))
    width = draw(st.just(Fraction(0)) | st.fractions(0, 1, max_denominator=30))
    point = not width
    return Interval(
        low,
        low + width,
        low_closed=point or draw(st.booleans()),
        high_closed=point or draw(st.booleans()),
    )


def summed_up(numbers):
    return WholeNumbers(numbers[0] if numbers else None, numbers[-1] if numbers else None, len(numbers))


def within(span):
    return range(int(span.low), int(span.high) + 1)


@given(spans, spans, rates())
def test_counted_whole_numbers_are_those_found_by_trying(part, whole, rate):
    wholes = [d for d in within(whole) if d and any(Fraction(n, d) in rate for n in within(part))]
    parts = [n for n in within(part) if any(d and Fraction(n, d) in rate for d in within(whole))]
    assert wholes_that_fit(part, whole, rate) == summed_up(wholes)
    assert parts_that_fit(part, whole, rate) == summed_up(parts)


@given(spans | spans.map(without_end), spans, rates() | rates().map(without_end))
def test_wholes_where_part_or_rate_has_no_end(part, whole, rate):
    """A part of up to 200 is enough: no whole is above 26, and no rate begins above 5."""
    ends = range(int(part.low), 200 if part.high is None else int(part.high) + 1)
    wholes = [d for d in within(whole) if d and any(Fraction(n, d) in rate for n in ends)]
    assert wholes_that_fit(part, whole, rate) == summed_up(wholes)


@given(spans, spans | spans.map(without_end), rates() | rates().map(without_end))
def test_parts_where_whole_or_rate_has_no_end(part, whole, rate):
    """A whole of up to 900 is enough: no part is above 26, and no rate ends below 1/30 but zero."""
    ends = range(int(whole.low), 900 if whole.high is None else int(whole.high) + 1)
    parts = [n for n in within(part) if any(d and Fraction(n, d) in rate for d in ends)]
    assert parts_that_fit(part, whole, rate) == summed_up(parts)


@given(spans.map(without_end), spans.map(without_end), rates() | rates().map(without_end))
def test_the_smallest_that_fits_where_nothing_has_an_end(part, whole, rate):
    """Of the parts over a whole the first two at or above both lower ends decide."""
    found = wholes_that_fit(part, whole, rate)
    tried = [
        d
        for d in range(max(1, int(whole.low)), 500)
        for first in [max(int(part.low), floor(rate.low * d))]
        if Fraction(first, d) in rate or Fraction(first + 1, d) in rate
    ]
    if tried:
        assert found.smallest == tried[0]
        assert found.count is None or found.count >= len(tried)


@given(spans, rates())
def test_without_a_largest_whole_the_smallest_is_found_and_the_count_told_apart(part, rate):
    found = wholes_that_fit(part, Interval(Fraction(0), None, low_closed=True), rate)
    far = 700 if rate.low and rate.low * 700 > part.high else 100
    tried = [d for d in range(1, far) if any(Fraction(n, d) in rate for n in within(part))]
    if tried:
        assert found.smallest == tried[0]
    if found.largest is not None and found.largest < far:
        assert (found.largest, found.count) == (tried[-1], len(tried))
