"""How values stand in a sentence: intervals and runs of whole numbers in words."""

from fractions import Fraction

import pytest

from danvankheo.auditing import (
    WholeNumbers,
)
from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.findings.wording import ENGLISH, VIETNAMESE, Measured


@pytest.mark.parametrize(
    ("ends", "flags", "vietnamese", "english"),
    [
        ((1, 2), "[]", "từ 1% đến 2%", "from 1% to 2%"),
        ((1, 2), "[)", "từ 1% đến dưới 2%", "from 1% to under 2%"),
        ((1, 2), "(]", "trên 1% và không quá 2%", "over 1% and up to 2%"),
        ((1, None), "[)", "từ 1% trở lên", "1% or more"),
        ((1, None), "()", "trên 1%", "over 1%"),
        ((None, 2), "(]", "không quá 2%", "at most 2%"),
        ((None, 2), "()", "dưới 2%", "under 2%"),
        ((None, None), "()", "bất kỳ", "anything"),
        ((2, 2), "[]", "2%", "2%"),
        (
            (Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**6)),
            "()",
            "trên 0,33333333% và dưới 0,33333433%",
            None,
        ),
    ],
)
def test_intervals_in_words(ends, flags, vietnamese, english):
    low, high = (None if end is None else Fraction(end) for end in ends)
    value = Measured(Interval(low, high, low_closed=flags[0] == "[", high_closed=flags[1] == "]"))
    assert VIETNAMESE.write(value) == vietnamese
    assert english is None or ENGLISH.write(value) == english


def test_runs_of_whole_numbers_in_words():
    assert VIETNAMESE.write(WholeNumbers(None, None, 0)) == "không có"
    assert VIETNAMESE.write(WholeNumbers(28, 28, 1)) == "28"
    assert VIETNAMESE.write(WholeNumbers(2800, None, None)) == "từ 2.800 trở lên"
    assert ENGLISH.write(WholeNumbers(2800, 3000, 201)) == "from 2,800 to 3,000"
