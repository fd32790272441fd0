"""What contributions are worth at the caller's rates."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Approximation, Contribution, ContributionKind, InvalidValueError, Quantity, counted
from danvankheo.calc import value_in_money
from danvankheo.units import DONG, HECTARE, MILLION_DONG, SQUARE_METRE, THOUSAND_DONG, US_DOLLAR, WORKDAY

OVER, NEARLY = Approximation.OVER, Approximation.NEARLY


def given_(amount, unit, approximation=Approximation.EXACTLY):
    return Contribution(quantity=Quantity(amount, unit, approximation))


def test_money_counts_as_it_is_and_the_rest_at_the_rates():
    gifts = [given_(Decimal("154.4"), MILLION_DONG, OVER), given_(731, WORKDAY), given_(260, SQUARE_METRE)]
    worth = value_in_money(
        gifts, rates={WORKDAY: Quantity(300, THOUSAND_DONG), SQUARE_METRE: Quantity(50, THOUSAND_DONG)}
    )
    assert worth.total == Quantity(154_400_000 + 219_300_000 + 13_000_000, DONG, OVER)
    assert [line.money.value for line in worth.valued] == [154_400_000, 219_300_000, 13_000_000]
    assert worth.unvalued == ()


def test_a_rate_holds_for_every_unit_of_its_dimension():
    worth = value_in_money([given_(2, HECTARE)], rates={SQUARE_METRE: Quantity(50, THOUSAND_DONG)})
    assert worth.total == Quantity(1_000_000_000, DONG)
    assert (
        value_in_money([given_(500, SQUARE_METRE)], rates={HECTARE: Quantity(500, MILLION_DONG)}).total.value
        == 25_000_000
    )


def test_approximations_are_kept():
    rates = {WORKDAY: Quantity(300, THOUSAND_DONG, NEARLY)}
    assert value_in_money([given_(10, WORKDAY)], rates=rates).total.approximation is NEARLY
    assert value_in_money([given_(10, WORKDAY, OVER)], rates=rates).total.approximation is Approximation.ABOUT


def test_what_has_no_rate_or_no_quantity_is_told():
    gifts = [
        given_(85, counted("suất quà")),
        given_(100, US_DOLLAR),
        Contribution(unknown_kind=ContributionKind.LABOUR),
        given_(5, DONG),
    ]
    worth = value_in_money(gifts, rates={WORKDAY: Quantity(300, THOUSAND_DONG)})
    assert worth.unvalued == tuple(gifts[:3])
    assert worth.total == Quantity(5, DONG)


@pytest.mark.parametrize(
    "rates",
    [{WORKDAY: Quantity(5, US_DOLLAR)}, {WORKDAY: Quantity(5, WORKDAY)}, {WORKDAY: Quantity(-5, DONG)}, {WORKDAY: 300_000}, {"ngày công": Quantity(5, DONG)}],
)  # fmt: skip
def test_rates_are_money_in_dong(rates):
    with pytest.raises(InvalidValueError):
        value_in_money([], rates=rates)


@given(st.lists(st.integers(0, 10**9), max_size=6), st.decimals(0, 10**9, places=2))
def test_the_total_is_exact(days, rate):
    worth = value_in_money([given_(day, WORKDAY) for day in days], rates={WORKDAY: Quantity(rate, DONG)})
    assert Fraction(worth.total.value) == sum(days) * Fraction(rate)


def test_rates_of_one_measure_agree_or_are_refused():
    land = [Contribution(quantity=Quantity(2, HECTARE))]
    same = {SQUARE_METRE: Quantity(50_000, DONG), HECTARE: Quantity(500, MILLION_DONG)}
    assert value_in_money(land, rates=same).total == Quantity(1_000_000_000, DONG)
    other = {SQUARE_METRE: Quantity(50_000, DONG), HECTARE: Quantity(400, MILLION_DONG)}
    for rates in (other, dict(reversed(other.items()))):
        with pytest.raises(InvalidValueError, match="same rate"):
            value_in_money(land, rates=rates)
