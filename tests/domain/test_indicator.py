"""Indicators: part, whole, value, change and what came before."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from danvankheo import (
    Better,
    ChangeKind,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Quantity,
    counted,
)
from danvankheo.errors import UnitMismatchError
from danvankheo.units import (
    DONG,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    TIMES,
    TONNE,
    WORKDAY,
)


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


class TestIndicator:
    """Indicators."""

    def test_the_rate_is_exact_and_only_where_both_are_known(self):
        assert Indicator(name="Trường", part=27, whole=28).rate == Fraction(27, 28)
        assert Indicator(name="Hộ nghèo", part=359).rate is None
        assert Indicator(name="Hộ nghèo", part=0, whole=0).rate is None

    def test_a_part_above_its_whole_is_kept_as_printed_for_the_audit_to_find(self):
        assert Indicator(name="Trường", part=29, whole=28).rate == Fraction(29, 28)
        assert Indicator(name="Thu", part=740_979, whole=700_000, whole_is_plan=True).rate > 1

    def test_something_is_told(self):
        with refused("a value or a part"):
            Indicator(name="Trường", whole=28)

    @pytest.mark.parametrize("field", ["part", "whole"])
    @pytest.mark.parametrize(
        ("number", "code"),
        [(-1, "not-negative"), ("27", "not-text"), (Decimal("NaN"), "finite")],
        ids=str,
    )
    def test_counts_are_numbers_that_are_not_negative(self, field, number, code):
        with refused(rf"Indicator\.{field}") as caught:
            Indicator(name="Trường", **{"part": 1, "whole": 1} | {field: number})
        assert caught.value.reason.value == code

    def test_earlier_figures_and_targets_measure_the_same(self):
        rate = Quantity(91, PERCENT)
        assert Indicator(name="BHYT", value=rate, earlier=Quantity(88, PERCENT), target=Quantity(95, PERCENT))
        for field in ("earlier", "target"):
            with pytest.raises(UnitMismatchError, match=rf"Indicator\.{field}: expected a quantity in %"):
                Indicator(name="BHYT", value=rate, **{field: Quantity(88, counted("người"))})

    @pytest.mark.parametrize(
        ("kind", "unit", "value", "fits"),
        [
            (ChangeKind.GROWTH, PERCENT, DONG, True),
            (ChangeKind.GROWTH, PERCENTAGE_POINT, PERCENT, False),
            (ChangeKind.POINTS, PERCENTAGE_POINT, PERCENT, True),
            (ChangeKind.POINTS, PERCENT, PERCENT, True),
            (ChangeKind.POINTS, PERCENT, DONG, False),
            (ChangeKind.DIFFERENCE, MILLION_DONG, DONG, True),
            (ChangeKind.DIFFERENCE, PERCENT, DONG, False),
            (None, PERCENT, PERCENT, True),
            (None, PERCENTAGE_POINT, DONG, False),
            (None, MILLION_DONG, DONG, True),
            (None, WORKDAY, DONG, False),
            (None, TIMES, DONG, False),
        ],
    )
    def test_a_change_is_told_in_a_unit_that_its_kind_can_have(self, kind, unit, value, fits):
        def make() -> Indicator:
            return Indicator(name="A", value=Quantity(1, value), change=Quantity(-1, unit), change_kind=kind)

        if fits:
            assert make().change.amount == -1
        else:
            with refused(r"Indicator\.change"):
                make()

    def test_without_a_value_figures_are_in_percent_or_in_what_is_counted(self):
        households = counted("hộ")
        for unit in (PERCENT, households):
            assert Indicator(name="A", part=1, unit=households, earlier=Quantity(2, unit))
        assert Indicator(name="A", part=1, change=Quantity(2, TIMES)).change
        with pytest.raises(UnitMismatchError):
            Indicator(name="A", part=1, unit=households, target=Quantity(2, TONNE))
        with refused(r"Indicator\.change"):
            Indicator(name="A", part=1, unit=households, change=Quantity(2, TONNE))

    def test_a_kind_brings_its_label_and_direction(self):
        poor = Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=1)
        assert (poor.label, poor.direction) == ("tỷ lệ hộ nghèo", Better.LOWER)
        assert attrs.evolve(poor, better=Better.HIGHER).direction is Better.HIGHER
        assert Indicator(name="Khác", part=1).direction is None

    def test_whether_a_whole_is_a_plan_is_true_or_false(self):
        with refused("true or false"):
            Indicator(name="A", part=1, whole_is_plan="no")
