"""Reports of several years are compared where the table says that the place is one."""

from datetime import date

import pytest

from danvankheo import (
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    audit,
)
from danvankheo.auditing.claims.same_places import as_units_of, as_written
from danvankheo.units import PERCENT

AFTER = date(2026, 11, 30)
BAC_NINH = Place(name="Bắc Ninh", kind=PlaceKind.PROVINCE)


def report(place, year, value, **more):
    poor = Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, value=Quantity(value, PERCENT), **more)
    return Movement(name="Dân vận khéo", period=Period.year(year), place=place, indicators=(poor,))


def codes(*movements, places_on=None):
    return [finding.code.value for finding in audit(movements, places_on=places_on) if len(finding.facts) > 1]


def test_a_unit_that_changed_its_kind_is_one_place():
    before = Place(name="Bố Hạ", kind=PlaceKind.COMMUNE, parent=BAC_NINH)
    after = Place(
        name="Bố Hạ", kind=PlaceKind.WARD, parent=Place(name="Bắc Ninh", kind=PlaceKind.MUNICIPALITY)
    )
    then = report(before, 2025, 4)
    now = report(after, 2026, 3, earlier=Quantity(5, PERCENT), compared_to=Period.year(2025))
    assert codes(then, now) == []
    assert codes(then, now, places_on=AFTER) != []


def test_spellings_of_one_place_are_one_place():
    one, other = (
        report(Place(name=name, kind=PlaceKind.PROVINCE), 2024, value)
        for name, value in (("Hoà Bình", 4), ("Hòa Bình", 5))
    )
    assert codes(one, other) == []
    assert codes(one, other, places_on=AFTER) != []


def test_a_unit_that_was_merged_is_another_place_than_before():
    old = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    then = report(old, 2024, 4)
    now = report(old, 2026, 3, earlier=Quantity(5, PERCENT), compared_to=Period.year(2024))
    assert codes(then, now) != []  # written alike
    assert codes(then, now, places_on=AFTER) == []


def test_what_is_no_one_unit_stays_as_written():
    where = as_units_of(AFTER)
    for place in (
        Place(name="An Khê", kind=PlaceKind.WARD),
        Place(name="Không Có", kind=PlaceKind.COMMUNE),
        Place(name="Pốt", kind=PlaceKind.LANG),
        Place(name="Việt Nam", kind=PlaceKind.NATION),
    ):
        assert where(place, Period.year(2026)) is place
        assert as_written(place, Period.year(2026)) is place


def test_a_day_before_the_table_is_refused():
    with pytest.raises(InvalidValueError, match="2025-06-30 on"):
        audit([], places_on=date(2024, 1, 1))
