"""Places of records get their codes where these are certain, and two places are one by code."""

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Period, Place, PlaceKind, places

GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
TOWN = Place(name="An Khê", kind=PlaceKind.TOWN, parent=GIA_LAI)
AFTER = date(2026, 11, 30)


def test_a_place_gets_its_code_and_all_that_it_lies_in():
    song_an = Place(name="song an", kind=PlaceKind.COMMUNE, parent=TOWN)
    found = places.resolve(song_an, on=Period.year(2022))
    assert [(step.code, step.name) for step in found.lineage()] == [
        ("23632", "Song An"), ("623", "An Khê"), ("64", "Gia Lai"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Hoà Bình", "Hòa Bình", "HÒA BÌNH", "hoà  bình"])
def test_two_places_are_one_by_code_not_by_spelling(name):
    found = places.resolve(Place(name=name, kind=PlaceKind.PROVINCE), on=date(2025, 6, 30))
    assert found == places.resolve(Place(name="Hòa Bình", kind=PlaceKind.PROVINCE), on=Period.year(2020))
    assert found.code == "17"


def test_a_place_with_a_code_is_checked_against_it():
    ward = Place(name="an khê", kind=PlaceKind.WARD, code="23617")
    assert places.resolve(ward, on=AFTER).name == "An Khê"
    for wrong, reason in (
        (attrs.evolve(ward, code="20304"), "known-place"),
        (attrs.evolve(ward, name="Tây Sơn"), "ended-place"),
        (Place(name="An Khê", kind=PlaceKind.PROVINCE, code="23617"), "known-place"),
        (Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code="64"), "ended-place"),
        (attrs.evolve(ward, parent=Place(name="Đà Nẵng", kind=PlaceKind.MUNICIPALITY)), "known-place"),
    ):
        with pytest.raises(InvalidValueError) as error:
            places.resolve(wrong, on=AFTER)
        assert error.value.reason.value == reason


def test_a_code_of_another_list_decides_nothing():
    town = attrs.evolve(TOWN, code="AK-01")
    assert places.resolve(town, on=date(2025, 6, 30)).code == "623"
    assert places.match(attrs.evolve(TOWN, code="999"), on=date(2025, 6, 30)).units == ()


def test_a_name_alone_is_refused_with_both():
    with pytest.raises(InvalidValueError) as error:
        places.resolve(Place(name="An Khê", kind=PlaceKind.WARD), on=AFTER)
    assert error.value.reason.value == "one-unit"
    assert "thành phố Đà Nẵng or phường An Khê, tỉnh Gia Lai" in str(error.value)
    assert "thành phố Đà Nẵng hay phường An Khê, tỉnh Gia Lai" in error.value.vietnamese


def test_a_community_keeps_its_name_inside_what_is_resolved():
    village = Place(
        name="Pốt", kind=PlaceKind.LANG, parent=Place(name="Song An", kind=PlaceKind.COMMUNE, parent=TOWN)
    )
    found = places.resolve(village, on=date(2025, 6, 30))
    assert [step.code for step in found.lineage()] == ["", "23632", "623", "64"]
    assert (found.name, found.kind) == ("Pốt", PlaceKind.LANG)
    with pytest.raises(InvalidValueError):
        places.resolve(attrs.evolve(village, parent=None), on=AFTER)


def test_the_nation_is_no_unit_and_holds_all():
    nation = Place(name="Việt Nam", kind=PlaceKind.NATION)
    assert places.resolve(nation, on=AFTER) == nation
    for code in ("", "52"):
        inside = Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code=code, parent=nation)
        assert places.resolve(inside, on=AFTER).code == "52"


@pytest.mark.parametrize(
    ("place", "period", "code", "day", "assumed"),
    [
        (TOWN, Period.year(2022), "623", date(2025, 6, 30), True),
        (TOWN, Period.half(2025, 1), "623", date(2025, 6, 30), False),
        (TOWN, Period.year(2025), "623", date(2025, 6, 30), False),
        (attrs.evolve(TOWN, kind=PlaceKind.WARD), Period.year(2025), "23617", date(2025, 12, 31), False),
        (GIA_LAI, Period.year(2024), "64", date(2025, 6, 30), True),
        (GIA_LAI, Period.year(2025), "52", date(2025, 12, 31), False),
        (Place(name="Đồng Nai", kind=PlaceKind.PROVINCE), Period.year(2026), "75", date(2026, 4, 29), False),
        (
            Place(name="Đồng Nai", kind=PlaceKind.MUNICIPALITY),
            Period.year(2026),
            "75",
            date(2026, 12, 31),
            False,
        ),
    ],
)
def test_of_a_period_its_last_day_counts_on_which_there_was_such_a_unit(place, period, code, day, assumed):
    found = places.match(place, on=period)
    assert (found.unit.code, found.day, found.assumed) == (code, day, assumed)


def test_a_place_that_says_when_it_ended_is_the_unit_of_its_time():
    """Code and name of xã Cửu An went on, the unit did not."""
    before, after = (places.at(day).place(places.at(day).unit("23629")) for day in (date(2025, 6, 30), AFTER))
    year = Period.year(2025)
    assert (before.name, before.kind) == (after.name, after.kind)
    assert places.match(before, on=year).unit.until == date(2025, 6, 30)
    assert places.match(after, on=year).unit.since == date(2025, 7, 1)
    assert places.match(attrs.evolve(before, until=None, parent=None), on=year).unit.since == date(2025, 7, 1)
    assert places.match(before, on=Period.year(2026)).units == ()  # it says itself that it had ended


def test_a_unit_that_ended_before_is_none():
    assert places.match(TOWN, on=Period.year(2026)).units == ()
    with pytest.raises(InvalidValueError, match="2026-12-31"):
        places.resolve(TOWN, on=Period.year(2026))


@given(st.sampled_from([*places.at(AFTER).units()]))
def test_what_is_resolved_resolves_to_itself(unit):
    place = places.at(AFTER).place(unit)
    assert places.resolve(place, on=AFTER) == place
    assert places.match(attrs.evolve(place, code=""), on=AFTER).units.count(unit) == 1


def test_no_day_is_refused():
    for wrong in (datetime(2026, 1, 1, tzinfo=UTC), "2026", None):
        with pytest.raises(InvalidValueError, match="a date"):
            places.resolve(TOWN, on=wrong)
    with pytest.raises(InvalidValueError, match="expected Place"):
        places.resolve("An Khê", on=AFTER)
