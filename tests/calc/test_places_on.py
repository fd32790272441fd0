"""Figures across the mergers: exact where a unit lies wholly in another, known together where not."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    GrantingLevel,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Model,
    ModelCount,
    Movement,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    places,
    roll_up,
    summarise,
)
from danvankheo.calc import Together, Unplaced, merge
from danvankheo.errors import NotExactError
from danvankheo.units import DONG, PERCENT

BEFORE, AFTER = date(2025, 6, 30), date(2026, 11, 30)
OLD = [unit for unit in places.at(BEFORE).units() if unit.level is PlaceLevel.COMMUNE]
HA_NOI = Place(name="Hà Nội", kind=PlaceKind.MUNICIPALITY)
DOI_CAN = Place(name="Đội Cấn", kind=PlaceKind.WARD, parent=HA_NOI)
YEAR = Period.year(2024)
COMMUNE, PROVINCE = PlaceLevel.COMMUNE, PlaceLevel.PROVINCE


def given_in(place, amount=1, period=YEAR, **more):
    quantity = Quantity(amount, DONG)
    return Movement(
        name="Dân vận khéo",
        period=period,
        place=place,
        contributions=(Contribution(quantity=quantity),),
        **more,
    )


def old_place(code):
    return places.at(BEFORE).place(places.at(BEFORE).unit(code))


def money(summary):
    return sum((line.quantity.amount for line in summary.contributions), Decimal(0))


def test_the_communes_of_an_khe_are_added_to_their_units():
    town = places.at(BEFORE).unit("623")
    reports = [
        given_in(places.at(BEFORE).place(unit), 10**at)
        for at, unit in enumerate(places.at(BEFORE).children(town))
    ]
    found = roll_up(reports, by=COMMUNE, places_on=AFTER)
    assert {place.code: summary.movements for place, summary in found.items()} == {
        "23614": 1,
        "23617": 6,
        "23629": 4,
    }
    assert sum(map(money, found.values())) == 11_111_111_111
    assert found.of(["23614", "23617", "23629"]).summary == summarise(reports)


def test_a_town_is_known_of_its_three_units_together_and_of_none_alone():
    town = Place(name="An Khê", kind=PlaceKind.TOWN, parent=Place(name="Gia Lai", kind=PlaceKind.PROVINCE))
    found = roll_up([given_in(town, 7, Period.year(2022))], by=COMMUNE, places_on=AFTER)
    (key,) = found
    assert isinstance(key, Together)
    assert (key.of.code, [unit.code for unit in key.units]) == ("623", ["23614", "23617", "23629"])
    assert str(key) == "thị xã An Khê (chung của phường An Bình, phường An Khê, xã Cửu An)"
    part = found.of(["23614", "23617"])
    assert (part.summary.movements, part.beside) == (0, (key,))
    assert found.of(key.units).summary == found[key]
    assert found.of(["52"]).beside == ()  # the province holds it whole
    assert found.of(["52"]).summary == found[key]
    assert found.assumed == (key.of,)
    assert (found.day, found.level, len(found)) == (AFTER, COMMUNE, 1)


def test_the_same_figures_by_province_are_exact():
    found = roll_up(
        [given_in(old_place(code), 5) for code in ("23617", "23620", "21550", "00022")],
        by=PROVINCE,
        places_on=AFTER,
    )
    assert {place.code: money(summary) for place, summary in found.items()} == {"52": 15, "01": 5}


def test_years_before_and_after_meet_in_one_unit():
    ward = places.at(AFTER).place(places.at(AFTER).unit("23617"))
    reports = [given_in(old_place("23617"), 3), given_in(ward, 4, Period.year(2026))]
    after = roll_up(reports, by=COMMUNE, places_on=AFTER)
    assert {place.code: money(summary) for place, summary in after.items()} == {"23617": 7}
    before = roll_up(reports, by=COMMUNE, places_on=BEFORE)
    assert [type(key).__name__ for key in before] == ["Place", "Together"]
    by_district = roll_up(reports, by=PlaceLevel.DISTRICT, places_on=BEFORE)
    assert {place.name: money(summary) for place, summary in by_district.items()} == {"An Khê": 7}


def test_a_divided_unit_is_reported_by_name_and_apportioned_only_with_shares():
    reports = [given_in(DOI_CAN, 1000)]
    found = roll_up(reports, by=COMMUNE, places_on=AFTER)
    assert [str(key) for key in found] == ["phường Đội Cấn (chung của phường Ba Đình, phường Ngọc Hà)"]
    assert [key.of.name for key in found.of(["00004"]).beside] == ["Đội Cấn"]
    shares = {"00022": {"00004": Decimal("0.625"), "00008": Fraction(3, 8)}}
    shared = roll_up(reports, by=COMMUNE, places_on=AFTER, apportion=shares)
    amounts = {getattr(key, "code", key): summary.contributions for key, summary in shared.items()}
    assert [line.quantity for line in amounts["00004"]] == [Quantity(625, DONG, Approximation.ABOUT)]
    assert [line.quantity for line in amounts["00008"]] == [Quantity(375, DONG, Approximation.ABOUT)]
    (rest,) = (summary for key, summary in shared.items() if isinstance(key, Together))
    assert (rest.movements, rest.contributions) == (1, ())


def test_what_is_counted_whole_is_not_apportioned():
    movement = given_in(
        DOI_CAN,
        1000,
        models=(Model(name="Ngõ xanh"),),
        model_counts=(ModelCount(count=3),),
        awards=(Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=1),),
        indicators=(
            Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=8, whole=80),
            Indicator(name="Hộ cận nghèo", value=Quantity(2, PERCENT)),
        ),
    )
    shares = {"00022": {"00004": Decimal("0.25"), "00008": Decimal("0.75")}}
    found = roll_up([movement], by=COMMUNE, places_on=AFTER, apportion=shares)
    by_code = {getattr(key, "code", "together"): summary for key, summary in found.items()}
    (rate,) = by_code["00004"].indicators
    assert (rate.part, rate.whole, rate.rate) == (2, 20, Fraction(1, 10))
    rest = by_code["together"]
    assert (len(rest.models), len(rest.model_counts), len(rest.awards), rest.indicators[0].unknown) == (
        1,
        1,
        1,
        1,
    )
    assert merge(*found.values()).movements == 1


def test_a_share_of_nothing_adds_nothing():
    shares = {"00022": {"00004": 0, "00008": 1}}
    found = roll_up([given_in(DOI_CAN, 9)], by=COMMUNE, places_on=AFTER, apportion=shares)
    assert [key.code for key in found if isinstance(key, Place)] == ["00008"]


@pytest.mark.parametrize(
    "shares",
    [
        {"00022": {"00004": Decimal("0.5")}},
        {"00022": {"00004": Decimal("0.5"), "00008": Decimal("0.6")}},
        {"00022": {"00004": Decimal("-0.5"), "00008": Decimal("1.5")}},
        {"00022": {"00004": Decimal("0.5"), "23617": Decimal("0.5")}},
        {"00022": {}},
    ],
)
def test_shares_that_are_none(shares):
    with pytest.raises(InvalidValueError) as error:
        roll_up([given_in(DOI_CAN)], by=COMMUNE, places_on=AFTER, apportion=shares)
    assert error.value.reason.value == "shares-of-place"


def test_a_share_without_a_last_decimal_is_not_exact():
    shares = {"00022": {"00004": Fraction(1, 3), "00008": Fraction(2, 3)}}
    with pytest.raises(NotExactError):
        roll_up([given_in(DOI_CAN)], by=COMMUNE, places_on=AFTER, apportion=shares)


def test_places_that_are_no_unit_stand_under_their_own_names():
    none = Place(name="Xuân Lộc Mới", kind=PlaceKind.COMMUNE)
    several = Place(name="Song An", kind=PlaceKind.COMMUNE)
    found = roll_up([given_in(none), given_in(several), given_in(None)], by=COMMUNE, places_on=AFTER)
    first, second, third = found
    assert (str(first), first.candidates) == ("xã Xuân Lộc Mới (không có trong bảng)", ())
    assert isinstance(second, Unplaced)
    assert str(second) == "xã Song An (có 2 nơi cùng tên)"
    assert {place.code for place in second.candidates} == {"13249", "23632"}
    assert third is None
    assert found.of(["52"]).summary.movements == 0


def test_what_a_fact_names_lies_in_the_place_of_the_movement():
    song_an = Place(name="Song An", kind=PlaceKind.COMMUNE)
    village = Place(name="Pốt", kind=PlaceKind.LANG, parent=song_an)
    town = Place(name="An Khê", kind=PlaceKind.TOWN, parent=Place(name="Gia Lai", kind=PlaceKind.PROVINCE))
    gifts = tuple(
        Contribution(quantity=Quantity(amount, DONG), place=place)
        for amount, place in (
            (1, song_an),
            (10, village),
            (100, None),
            (1000, Place(name="5", kind=PlaceKind.THON)),
        )
    )
    report = Movement(name="Dân vận khéo", period=Period.year(2022), place=town, contributions=gifts)
    found = roll_up([report], by=COMMUNE, places_on=AFTER)
    assert {getattr(key, "code", "together"): money(summary) for key, summary in found.items()} == {
        "together": 1100,
        "23629": 11,
    }


def test_the_nation_and_no_place_are_in_no_unit():
    nation = Place(name="Việt Nam", kind=PlaceKind.NATION)
    assert [*roll_up([given_in(nation)], by=PROVINCE, places_on=AFTER)] == [None]


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"by": "period", "places_on": AFTER}, "roll_up.by"),
        ({"by": PlaceLevel.COMMUNITY, "places_on": AFTER}, "roll_up.by"),
        ({"by": COMMUNE, "places_on": date(2020, 1, 1)}, "roll_up.places_on"),
        ({"by": COMMUNE, "apportion": {}}, "roll_up.places_on"),
        ({"by": PlaceLevel.DISTRICT, "places_on": AFTER}, "places.held_by.on"),
    ],
)
def test_calls_that_mean_nothing(options, field):
    with pytest.raises(InvalidValueError) as error:
        roll_up([given_in(DOI_CAN)], **options)
    assert error.value.field == field


def test_units_that_are_none_of_the_day():
    found = roll_up([given_in(DOI_CAN)], by=PROVINCE, places_on=AFTER)
    for wrong, field in (
        (["99999"], "places.unit"),
        (["23617"], "roll_up.of"),
        ("01", "roll_up.of"),
        ([1], "roll_up.of"),
    ):
        with pytest.raises(InvalidValueError) as error:
            found.of(wrong)
        assert error.value.field == field


@given(
    st.lists(st.tuples(st.sampled_from(OLD), st.integers(0, 10**6)), max_size=20),
    st.sampled_from([COMMUNE, PROVINCE]),
)
def test_nothing_is_lost_and_nothing_counted_twice(figures, level):
    reports = [given_in(places.at(BEFORE).place(unit), amount) for unit, amount in figures]
    found = roll_up(reports, by=level, places_on=AFTER)
    assert merge(*found.values()) == summarise(reports)
    assert sum(money(summary) for summary in found.values()) == sum(amount for _, amount in figures)
    assert money(found.of([unit.code for unit in places.at(AFTER).units(PROVINCE)]).summary) == sum(
        amount for _, amount in figures
    )


@given(st.lists(st.tuples(st.sampled_from(OLD), st.integers(1, 99)), max_size=12), st.data())
def test_what_is_known_of_units_is_what_lies_wholly_in_them(figures, data):
    """Against the steps themselves: an old unit counts if all of its heirs are asked for."""
    reports = [given_in(places.at(BEFORE).place(unit), amount) for unit, amount in figures]
    heirs = [{step.new.code for step in places.successors(unit)} for unit, _ in figures]
    everything = sorted(set().union(*heirs)) if heirs else []
    asked = set(data.draw(st.lists(st.sampled_from(everything), unique=True))) if everything else set()
    known = roll_up(reports, by=COMMUNE, places_on=AFTER).of(asked)
    assert money(known.summary) == sum(
        amount for (_, amount), into in zip(figures, heirs, strict=True) if into <= asked
    )
    assert {key.of.code for key in known.beside} == {
        unit.code
        for (unit, _), into in zip(figures, heirs, strict=True)
        if into & asked and not into <= asked
    }
