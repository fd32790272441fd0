"""Series with a change over all, against the textbook's way: a system of bounds on ratios."""

from fractions import Fraction
from functools import partial
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audited import printed, procedures
from danvankheo import (
    Change,
    Direction,
    Quantity,
    round_to,
)
from danvankheo.auditing import (
    Interval,
    Nature,
    Reading,
    Reported,
    check_chain,
    missing_part,
)
from danvankheo.auditing.checks.chains import _closes
from danvankheo.units import PERCENT


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


def test_the_reading_asked_for_holds_for_every_figure():
    chain = partial(check_chain, [100, 300], ["tăng 200%"], total_change="tăng hơn 20%")
    assert chain().loosely
    assert not chain().procedures
    assert chain(reading=Reading.LITERAL).procedures
    total, parts = "hơn 150 triệu đồng", ["hơn 60 triệu đồng"]
    assert missing_part(total, parts).high == 100_000_000
    assert missing_part(total, parts, reading=Reading.LITERAL).high is None


def test_long_series_with_a_change_over_all_are_quick():
    """Each figure costs about the same; all pairs of 200 figures took minutes."""
    factor = Fraction(1_234_567, 1_000_000)
    values = [Reported(int(10**31 * factor**at), Nature.MEASURE) for at in range(200)]
    check = check_chain(values, ["tăng 23,456700%"] * 199, total_change="tăng 25%")
    assert not check.procedures
    assert check.broken_at is None


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
