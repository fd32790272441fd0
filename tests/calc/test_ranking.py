"""Ranking and the same period of last year."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Better, Indicator, IndicatorKind, InvalidValueError, Period, Quantity, rank
from danvankheo.calc import Ties, rank_indicators
from danvankheo.errors import UnitMismatchError
from danvankheo.units import DONG, MILLION_DONG, PERCENT, WORKDAY

_values = st.lists(st.none() | st.integers(0, 5), max_size=12)


@pytest.mark.parametrize(
    ("ties", "positions"),
    [(Ties.COMPETITION, [1, 2, 2, 4]), (Ties.DENSE, [1, 2, 2, 3]), (Ties.ORDINAL, [1, 2, 3, 4])],
)
def test_ties(ties, positions):
    ranked = rank([3, 1, 2, 2], key=lambda x: x, ties=ties)
    assert [line.position for line in ranked] == positions
    assert [line.item for line in ranked] == [3, 2, 2, 1]


@given(_values, st.sampled_from(Better), st.sampled_from(Ties))
def test_positions_agree_with_counting(values, better, ties):
    ranked = rank(enumerate(values), key=lambda pair: pair[1], better=better, ties=ties)
    known = [value for value in values if value is not None]
    assert sorted(line.item[0] for line in ranked) == list(range(len(values)))
    assert [line.position is None for line in ranked] == [False] * len(known) + [True] * (
        len(values) - len(known)
    )
    for line in ranked[: len(known)]:
        ahead = [v for v in known if (v > line.value if better is Better.HIGHER else v < line.value)]
        if ties is Ties.COMPETITION:
            assert line.position == 1 + len(ahead)
        elif ties is Ties.DENSE:
            assert line.position == 1 + len(set(ahead))
    if ties is Ties.ORDINAL:
        assert [line.position for line in ranked[: len(known)]] == list(range(1, len(known) + 1))
        for one, other in pairwise(ranked):
            if one.value is not None and one.value == other.value:
                assert one.item[0] < other.item[0]  # equal items keep their order


def test_quantities_rank_by_their_value_and_must_measure_the_same():
    ranked = rank([Quantity(1, MILLION_DONG), Quantity(2_000_000, DONG)], key=lambda q: q)
    assert ranked[0].item == Quantity(2_000_000, DONG)
    with pytest.raises(UnitMismatchError):
        rank([Quantity(1, DONG), Quantity(1, WORKDAY)], key=lambda q: q)


def test_choices_are_checked_and_may_be_their_names():
    assert [line.item for line in rank([1, 3, 2], key=lambda x: x, better="higher", ties="dense")] == [
        3,
        2,
        1,
    ]
    for options in ({"better": "up"}, {"ties": "random"}):
        with pytest.raises(InvalidValueError):
            rank([1], key=lambda x: x, **options)
    with pytest.raises(UnitMismatchError):
        rank([1, Quantity(3, DONG)], key=lambda x: x)


def _poor(value: str | None = None, **more: object) -> Indicator:
    printed = Quantity(Decimal(value), PERCENT) if value else None
    return Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, value=printed, **more)


def test_indicators_rank_in_their_own_direction_by_their_exact_rate():
    printed, counted, unknown = _poor("2.04"), _poor(part=1, whole=50), _poor(part=359)
    assert [line.item for line in rank_indicators([printed, unknown, counted])] == [counted, printed, unknown]
    assert rank_indicators([]) == ()


def test_amounts_rank_too_but_not_beside_rates():
    def income(million: int) -> Indicator:
        return Indicator(name="Thu nhập", value=Quantity(million, MILLION_DONG), better=Better.HIGHER)

    assert [line.position for line in rank_indicators([income(50), income(60)])] == [1, 2]
    assert rank_indicators([income(50), income(60)])[0].item == income(60)
    with pytest.raises(UnitMismatchError):
        rank_indicators([income(50), Indicator(name="Thu nhập", part=1, whole=2, better=Better.HIGHER)])


def test_only_one_indicator_with_a_direction_can_be_ranked():
    with pytest.raises(InvalidValueError, match="one indicator with one direction"):
        rank_indicators([_poor("2"), Indicator(name="Khác", value=Quantity(1, PERCENT))])
    with pytest.raises(InvalidValueError, match="one period"):
        rank_indicators([_poor("2", period=Period.year(2021)), _poor("2", period=Period.year(2022))])
    with pytest.raises(InvalidValueError, match="says 'better'"):
        rank_indicators([Indicator(name="Khác", value=Quantity(1, PERCENT))])
