"""Roll-ups: which group a fact goes to, and that nothing is lost on the way."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    Indicator,
    InvalidValueError,
    Model,
    ModelCount,
    ModelField,
    Movement,
    Organization,
    PartialDate,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    Summary,
    roll_up,
    summarise,
)
from danvankheo.calc import merge, overlapping
from danvankheo.units import DONG, MILLION_DONG, PERCENT
from support import AN_KHE, movements

_lists = st.lists(movements(), max_size=4)


@given(_lists, st.sampled_from([*PlaceLevel, "field", "period", "organizer", lambda m: m.name]))
def test_the_groups_of_a_roll_up_merge_to_the_whole(ms, by):
    groups = roll_up(ms, by=by)
    assert merge(*groups.values()) == summarise(ms)
    assert Summary() not in groups.values()


class TestRollUp:
    """Which group a fact goes to."""

    ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=AN_KHE)
    movement = Movement(
        name="Dân vận khéo",
        period=Period.year(2022),
        place=AN_KHE,
        organizer=Organization(name="Thị ủy An Khê"),
        models=(Model(name="M", id="m", field=ModelField.ECONOMY, place=ward),),
        contributions=(
            Contribution(quantity=Quantity(1, MILLION_DONG), model="m"),
            Contribution(quantity=Quantity(2, MILLION_DONG), when=Period.quarter(2022, 1)),
        ),
        indicators=(Indicator(name="I", value=Quantity(Decimal("91.5"), PERCENT)),),
        awards=(Award(form=AwardForm.GIAY_KHEN, individuals=1, period=Period.year(2021)),),
    )

    def test_by_place_a_fact_lies_where_it_or_its_model_lies(self):
        groups = roll_up([self.movement], by=PlaceLevel.COMMUNE)
        assert {place and place.name: group.movements for place, group in groups.items()} == {
            None: 1,
            "An Bình": 0,
        }
        assert groups[self.ward].contributions[0].quantity == Quantity(1_000_000, DONG)
        assert groups[None].contributions[0].quantity == Quantity(2_000_000, DONG)
        assert set(roll_up([self.movement], by=PlaceLevel.PROVINCE)) == {AN_KHE.parent}

    def test_by_award_year_awards_go_by_the_day_of_their_decision(self):
        award = Award(form=AwardForm.GIAY_KHEN, individuals=1)
        days = (
            date(2025, 11, 30),
            date(2025, 12, 1),
            PartialDate(year=2026, month=11),
            PartialDate(year=2026),
        )
        movement = attrs.evolve(
            self.movement, awards=(award, *(attrs.evolve(award, decided=day) for day in days))
        )
        groups = roll_up([movement], by="award_year")
        assert {
            year and year.code: [each.individuals for each in group.awards] for year, group in groups.items()
        } == {
            None: [2],  # undecided, and a calendar year that lies in two
            "award:2024/2025": [1],
            "award:2025/2026": [2],
        }
        assert groups[None].movements == 1
        assert groups[Period.award_year(2026)].contributions == ()

    def test_by_field_contributions_follow_their_model(self):
        groups = roll_up([self.movement], by="field")
        assert groups[ModelField.ECONOMY].contributions[0].quantity == Quantity(1_000_000, DONG)
        assert groups[None].movements == 1

    def test_by_period_a_fact_has_its_own_or_the_movements(self):
        groups = roll_up([self.movement], by="period")
        assert {period.code for period in groups} == {"2022", "2022-Q1", "2021"}

    def test_by_organizer_and_by_a_function(self):
        assert [o.name for o in roll_up([self.movement], by="organizer")] == ["Thị ủy An Khê"]
        assert roll_up([self.movement], by=lambda m: m.period.start.year) == {2022: summarise(self.movement)}

    def test_unknown_groupings_are_refused(self):
        with pytest.raises(
            InvalidValueError,
            match="one of community, commune, district, province, nation, field, period, award_year, organizer, or a function",
        ):
            roll_up([self.movement], by="colour")

    def test_a_place_without_its_parents_lies_in_the_movements_place(self):
        hamlet = Place(name="Pốt", kind=PlaceKind.LANG)
        gift = Contribution(quantity=Quantity(5, MILLION_DONG), place=hamlet)
        groups = roll_up([attrs.evolve(self.movement, contributions=(gift,))], by=PlaceLevel.PROVINCE)
        assert groups[AN_KHE.parent].contributions[0].quantity == Quantity(5_000_000, DONG)

    def test_fields_outside_the_four_are_groups_by_their_names(self):
        models = [
            Model(name="M", field=ModelField.OTHER, other_field=name)
            for name in ("xây dựng nông thôn mới", "cải cách hành chính")
        ]
        stated = ModelCount(count=5, field=ModelField.OTHER, other_field="cải cách hành chính")
        movement = attrs.evolve(self.movement, models=tuple(models), model_counts=(stated,), contributions=())
        groups = roll_up([movement], by="field")
        assert set(groups) == {None, "xây dựng nông thôn mới", "cải cách hành chính"}
        assert groups["cải cách hành chính"].model_counts[0].count == 5


class TestOverlapping:
    """Which movements may tell the same figures."""

    @staticmethod
    def of(place: Place | None, period: Period) -> Movement:
        return Movement(name="A", period=period, place=place)

    def test_the_same_or_a_nested_place_in_the_same_time(self):
        ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=AN_KHE)
        other = Place(name="Tây Sơn", kind=PlaceKind.WARD, parent=AN_KHE)
        year, quarter = Period.year(2022), Period.quarter(2022, 3)
        town, inner = self.of(AN_KHE, year), self.of(ward, quarter)
        assert list(overlapping([town, inner])) == [(town, inner)]
        assert list(overlapping([inner, town])) == [(inner, town)]
        assert list(overlapping([self.of(ward, year), self.of(other, year)])) == []
        assert list(overlapping([town, self.of(ward, Period.year(2023))])) == []
        assert list(overlapping([self.of(None, year), self.of(None, year)])) == []

    @given(_lists)
    def test_pairs_agree_with_comparing_all(self, ms):
        pairs = [
            (a, b)
            for at, b in enumerate(ms)
            for a in ms[:at]
            if a.place and b.place and a.period.overlaps(b.period)
            if a.place in b.place.lineage() or b.place in a.place.lineage()
        ]
        assert sorted(map(str, overlapping(ms))) == sorted(map(str, pairs))
