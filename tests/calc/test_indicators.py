"""Indicators by themselves, and the same period of last year."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from danvankheo import Indicator, IndicatorKind, InvalidValueError, Period, Quantity, load
from danvankheo.calc import indicators_of, known_rate, same_period
from danvankheo.units import MILLION_DONG, PERCENT
from support import AN_KHE

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def _poor(value: str, **more: object) -> Indicator:
    return Indicator(
        name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, value=Quantity(Decimal(value), PERCENT), **more
    )


def test_on_its_own_an_indicator_has_the_period_and_place_of_its_movement():
    poor, *_ = indicators_of(load(_EXAMPLES / "an-khe-2022.json"))
    assert (poor.period, poor.place) == (Period.year(2022), AN_KHE)
    before = _poor("3.1", period=Period.year(2021), place=AN_KHE)
    assert same_period(poor, [before]) is before


def test_the_known_rate_of_money_is_unknown():
    assert known_rate(Indicator(name="Thu nhập", value=Quantity(48, MILLION_DONG))) is None
    assert known_rate(_poor("2.04")) == Fraction(204, 10_000)


def test_the_same_period_of_last_year():
    def of(year: int, place: object = AN_KHE) -> Indicator:
        return _poor("2", period=Period.first_months(year, 9), place=place)

    known = [of(2020), of(2021, None), of(2021)]
    assert same_period(of(2022), known) is known[2]
    assert same_period(of(2021), known) is known[0]
    assert same_period(of(2020), known) is None
    with pytest.raises(InvalidValueError, match="an indicator with a period"):
        same_period(_poor("2"), known)
