"""Series with a change over all, against the textbook's way: a system of bounds on ratios."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from danvankheo.auditing import Interval
from danvankheo.auditing.checks.chains import _closes


@st.composite
def spans(draw, largest):
    """An interval of numbers of zero or more, open or closed, with or without an upper end."""
    low = draw(st.fractions(0, largest, max_denominator=6))
    width = draw(st.none() | st.fractions(0, 6, max_denominator=6))
    point = width == 0
    return Interval(
        low,
        None if width is None else low + width,
        low_closed=point or draw(st.booleans()),
        high_closed=width is not None and (point or draw(st.booleans())),
    )


def has_no_contradiction(values, factors, total):
    """Floyd and Warshall, with products for sums: no cycle of upper bounds multiplies to less than 1.

    A bound is the largest ratio of two nodes and whether it can be reached; the last node is 1.
    """
    one = len(values)
    ratios = [(node, one, span) for node, span in enumerate(values)]
    ratios += [(link + 1, link, factor) for link, factor in enumerate(factors)]
    ratios.append((one - 1, 0, total))
    bounds = {}

    def tighten(edge, bound):
        bounds[edge] = min(bounds.get(edge, bound), bound)  # of two equal bounds the open one is the tighter

    for above, below, span in ratios:
        if span.high is not None and span.high <= 0:
            return False  # nothing positive
        if span.high is not None:
            tighten((above, below), (span.high, span.high_closed))
        if span.low:
            tighten((below, above), (1 / span.low, span.low_closed))
    for through, above, below in product(range(one + 1), repeat=3):
        if (above, through) in bounds and (through, below) in bounds:
            first, second = bounds[above, through], bounds[through, below]
            tighten((above, below), (first[0] * second[0], first[1] and second[1]))
    return all(
        bounds.get((node, node), (Fraction(2), True)) >= (Fraction(1), True) for node in range(one + 1)
    )


@given(st.data(), st.integers(1, 5), spans(6))
def test_taking_in_a_series_link_by_link_loses_nothing(data, links, total):
    values = [data.draw(spans(12)) for _ in range(links + 1)]
    factors = [data.draw(spans(4)) for _ in range(links)]
    assert _closes(values, factors, total) == has_no_contradiction(values, factors, total)
