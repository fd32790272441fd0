"""What checks take in: one unit for all, plain numbers beside figures with units."""

from decimal import Decimal

import pytest

from danvankheo import InvalidValueError, Quantity, counted
from danvankheo.auditing import Nature, Reported
from danvankheo.auditing.figures.inputs import alike, figures_of, not_negative, percentage
from danvankheo.errors import Reason, UnitMismatchError
from danvankheo.units import MILLION_DONG, PER_MILLE, PERCENT, WORKDAY


def test_a_plain_number_takes_the_one_unit_of_the_others():
    total, part = alike(figures_of(["154,4 triệu đồng", 60], "here"), "here")
    assert (part.unit, part.nature) == (MILLION_DONG, Nature.MEASURE)
    assert total.unit == MILLION_DONG
    schools, more = alike(figures_of(["28 trường", 27], "here"), "here")
    assert (more.unit, more.nature) == (counted("trường"), Nature.COUNT)
    assert schools.nature is Nature.COUNT


def test_beside_several_units_a_plain_number_could_be_in_any():
    with pytest.raises(UnitMismatchError) as refused:
        alike(figures_of(["1 tỷ đồng", "5 triệu đồng", 3], "here"), "here")
    assert refused.value.reason is Reason.TYPE
    assert str(refused.value) == "here: expected a figure with its unit, got 3 beside tỷ đồng, triệu đồng"
    assert refused.value.vietnamese.startswith(
        "here: phải là con số kèm đơn vị, nhận được 3 bên cạnh tỷ đồng,"
    )
    assert alike(figures_of(["1 tỷ đồng", "5 triệu đồng"], "here"), "here")[1].unit == MILLION_DONG


def test_what_measures_other_things_is_refused():
    with pytest.raises(UnitMismatchError):
        alike(figures_of(["5 hộ", "3 triệu đồng"], "here"), "here")


def test_workdays_are_counted_unless_one_of_them_has_decimals():
    assert {figure.nature for figure in figures_of([Quantity(5, WORKDAY), 7], "here")} == {Nature.COUNT}
    mixed = figures_of([Quantity(Decimal("5.5"), WORKDAY), Quantity(7, WORKDAY)], "here")
    assert {figure.nature for figure in mixed} == {Nature.MEASURE}
    households = figures_of([Decimal("5.5"), Quantity(7, counted("hộ"))], "here")[1]
    assert households.nature is Nature.COUNT
    stated = Reported(Decimal(7), Nature.COUNT, WORKDAY)
    assert figures_of([Quantity(Decimal("5.5"), WORKDAY), stated], "here")[1] is stated


@pytest.mark.parametrize("figures", ["1, 2", {"a": 1}, 5, None])
def test_what_is_no_list_is_refused(figures):
    with pytest.raises(InvalidValueError) as refused:
        figures_of(figures, "here")
    assert refused.value.reason is Reason.LIST


def test_a_list_has_its_least_length():
    with pytest.raises(InvalidValueError) as refused:
        figures_of([1], "here", least=2)
    assert refused.value.reason is Reason.IN_RANGE
    assert len(figures_of([1, 2], "here", least=2)) == 2


def test_percentages_keep_their_unit_and_plain_numbers_become_some():
    assert percentage(5, "here", Nature.RATE) == Reported(Decimal(5), Nature.RATE, PERCENT)
    assert percentage("5‰", "here", Nature.RATE).unit == PER_MILLE
    assert percentage(Reported(Decimal(5), Nature.SHARE), "here", Nature.RATE).nature is Nature.SHARE
    with pytest.raises(UnitMismatchError, match=r'here: expected a quantity in %, got "hộ"$'):
        percentage("5 hộ", "here", Nature.RATE)


def test_nothing_is_below_zero():
    zero, below = figures_of([0, -1], "here")
    assert not_negative(zero, "here") is zero
    with pytest.raises(InvalidValueError) as refused:
        not_negative(below, "here")
    assert refused.value.reason is Reason.NOT_NEGATIVE
