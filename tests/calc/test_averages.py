"""Averages of quantities."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvankheo import Approximation, InvalidValueError, Quantity, testing
from danvankheo.calc import average
from danvankheo.domain.numbers import decimals_of
from danvankheo.errors import NotExactError
from danvankheo.units import DONG, MILLION_DONG, PERCENT, WORKDAY, counted
from support import agrees, quantities

A = Approximation


class TestAverage:
    """Averages."""

    @given(
        st.lists(quantities(st.sampled_from([DONG, MILLION_DONG])), min_size=1, max_size=5), st.integers(0, 4)
    )
    def test_it_is_the_exact_mean_rounded_once(self, several, decimals):
        made = average(several, decimals=decimals)
        exact = sum(Fraction(each.value) for each in several) / len(several) / Fraction(made.unit.size)
        assert abs(Fraction(made.amount) - exact) * 2 <= Fraction(1, 10**decimals)
        assert decimals_of(made.amount) == decimals

    @given(
        testing.gifts(),
        st.sampled_from([1, 2, 4, 5, 8, 25, 40, 125, 500, 3125]),
        st.sampled_from(A),
        st.data(),
    )
    def test_what_is_known_of_it_holds_for_every_true_value(self, gift, count, word, data):
        # One side moves in the last place only, so that rounding hides nothing: exact quotients.
        sharing = Quantity(count, counted("hộ"), word)
        try:
            made = average(gift, of=sharing)
        except (NotExactError, InvalidValueError):
            assume(False)
        assert made.unit == gift.unit.per("hộ")
        true_gift = Fraction(gift.amount) + data.draw(st.fractions(-3, 3, max_denominator=9))
        true_count = count + data.draw(st.fractions(-3, 3, max_denominator=9))
        assume(true_count > 0 and true_gift >= 0)
        if agrees(true_gift, gift) and agrees(true_count, sharing):
            assert agrees(true_gift / true_count, made)

    def test_money_for_each_household(self):
        gift = Quantity(Decimal("154.4"), MILLION_DONG, A.OVER)
        made = average(gift, of=Quantity(45, counted("hộ")), decimals=2)
        assert str(made) == "hơn 3,43 triệu đồng/hộ"
        assert str(average(gift, of=45, decimals=2)) == "hơn 3,43 triệu đồng"

    def test_a_rate_is_not_shared_out_again(self):
        with pytest.raises(InvalidValueError, match="things counted"):
            average(Quantity(5, MILLION_DONG.per("người/năm")), of=Quantity(2, counted("hộ")))

    def test_a_mean_of_rates_and_of_labour(self):
        assert str(average([Quantity(91, PERCENT), Quantity(94, PERCENT)])) == "92,5%"
        assert str(average(iter([Quantity(5, WORKDAY), Quantity(6, WORKDAY)]))) == "5,5 ngày công"
