"""What every check does: the literal reading explains no less than the implied one."""

from hypothesis import given
from hypothesis import strategies as st

from danvankheo import check_ratio
from danvankheo.auditing import (
    Reading,
)


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
