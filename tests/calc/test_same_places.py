"""Whether reports of two periods are of the same ground, against what became of each unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Movement, Period, Place, PlaceKind
from danvankheo.calc.same_places import same_places, side_by_side

OLD, NEW = Period.quarter(2025, 2), Period.quarter(2026, 2)
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)


def report(period, place):
    return Movement(name="Dân vận khéo", period=period, place=place)


def commune(name, kind=PlaceKind.COMMUNE):
    return Place(name=name, kind=kind, parent=GIA_LAI)


PARTS = [report(OLD, commune(name)) for name in ("Tú An", "Xuân An", "Song An", "Cửu An")]
WHOLE = [report(NEW, commune("Cửu An"))]


def test_a_unit_is_the_ground_of_all_that_became_it():
    assert same_places(WHOLE, PARTS)
    assert not same_places(WHOLE, PARTS[1:])
    assert same_places([], PARTS)
    assert same_places(WHOLE, [])


def test_places_that_the_table_does_not_know_are_compared_by_name_on_one_side_of_the_merger():
    here = Place(name="Không Có", kind=PlaceKind.COMMUNE, parent=GIA_LAI)
    there = Place(name="Cũng Không", kind=PlaceKind.COMMUNE, parent=GIA_LAI)
    later = Period.quarter(2026, 3)
    assert same_places([report(later, here)], [report(NEW, here)])
    assert not same_places([report(later, here)], [report(NEW, there)])
    assert not same_places([report(NEW, here)], [report(OLD, here)])
    assert not same_places([report(NEW, None)], [report(OLD, None)])
    assert not same_places([report(NEW, GIA_LAI)], [report(OLD, None)])


@pytest.mark.parametrize("by", ["commune", "district", "province"])
def test_groups_of_places_are_of_both_periods(by):
    groups = side_by_side(WHOLE, PARTS, by=by)
    assert set(groups.alike) == {*groups.now, *groups.before}
    if by == "commune":
        assert [(key.name, alike) for key, alike in groups.alike.items()] == [("Cửu An", True)]
    if by == "province":
        assert set(groups.alike.values()) == {True}


def test_groups_of_something_else_are_alike_where_all_of_the_reports_are():
    assert set(side_by_side(WHOLE, PARTS, by="organizer").alike.values()) == {True}
    assert set(side_by_side(WHOLE, PARTS[1:], by="organizer").alike.values()) == {False}


def test_a_place_within_those_that_report_is_what_it_was():
    hamlet = Place(name="Thôn 1", kind=PlaceKind.THON, parent=commune("Cửu An"))
    groups = side_by_side([report(NEW, hamlet)], [report(Period.quarter(2026, 1), hamlet)], by="commune")
    assert set(groups.alike.values()) == {True}
    groups = side_by_side([report(NEW, hamlet)], [report(OLD, hamlet)], by="community")
    assert set(groups.alike.values()) == {False}


@given(st.sets(st.sampled_from(range(4))))
def test_the_same_reports_of_one_side_are_the_same_ground(chosen):
    some = [PARTS[at] for at in sorted(chosen)]
    assert same_places(some, some)
    assert same_places(WHOLE, some) is (not some or len(some) == len(PARTS))
