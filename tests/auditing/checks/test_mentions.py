"""The same figure stated more than once."""

from hypothesis import given
from hypothesis import strategies as st

from audited import printed, procedures
from danvankheo.auditing import (
    Severity,
    check_mentions,
)
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES


def test_two_writers_may_round_in_two_ways():
    assert check_mentions(["2,04%", "2,05%"]).severity is Severity.ERROR
    assert check_mentions(["2,04%", "2,05%"], same_writer=False).severity is Severity.WARNING


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
