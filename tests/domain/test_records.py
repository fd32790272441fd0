"""The records: what each can hold and what it refuses, by name."""

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given

from danvankheo import (
    Award,
    AwardForm,
    Better,
    ChangeKind,
    Contribution,
    ContributionKind,
    DocumentRef,
    EmulationTitle,
    GrantingLevel,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Model,
    ModelCount,
    ModelField,
    ModelLevel,
    ModelStatus,
    Movement,
    Organization,
    OrganizationKind,
    PartialDate,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    Result,
    counted,
)
from danvankheo.awarding import RecipientGroups
from danvankheo.errors import UnitMismatchError
from danvankheo.units import (
    DONG,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    SQUARE_METRE,
    TIMES,
    TONNE,
    WORKDAY,
)
from support import AN_KHE, document_refs, movements, places

Y2022, Y2026 = Period.year(2022), Period.year(2026)


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


@given(movements())
def test_movements_survive_pickle_copy_and_evolve_and_are_hashable(movement):
    again = pickle.loads(pickle.dumps(movement))
    assert again == movement == copy.deepcopy(movement)
    assert hash(again) == hash(movement)
    assert attrs.evolve(movement, note="khác").note == "khác"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        movement.name = "khác"
    with pytest.raises((AttributeError, TypeError)):
        movement.anything = 1


def test_records_take_their_fields_by_name():
    with pytest.raises(TypeError):
        Movement("Dân vận khéo", Y2022)


class TestPlace:
    """Places in their time."""

    @given(places)
    def test_places_survive_pickle(self, place):
        assert pickle.loads(pickle.dumps(place)) == place
        assert hash(pickle.loads(pickle.dumps(place))) == hash(place)

    def test_lineage_and_levels(self):
        ward = Place(name="Tây Sơn", kind=PlaceKind.WARD, parent=AN_KHE)
        assert [place.name for place in ward.lineage()] == ["Tây Sơn", "An Khê", "Gia Lai"]
        assert ward.at(PlaceLevel.DISTRICT) is AN_KHE
        assert ward.at(PlaceLevel.COMMUNITY) is None

    @pytest.mark.parametrize(
        ("kind", "before", "after"),
        [
            (PlaceKind.TOWN, True, False),
            (PlaceKind.TOWNSHIP, True, False),
            (PlaceKind.RURAL_DISTRICT, True, False),
            (PlaceKind.SPECIAL_ZONE, False, True),
            (PlaceKind.WARD, True, True),
            (PlaceKind.PROVINCE, True, True),
        ],
    )
    def test_two_levels_since_1_7_2025(self, kind, before, after):
        place = Place(name="An Khê", kind=kind)
        assert place.existed_on(date(2025, 6, 30)) is before
        assert place.existed_on(date(2025, 7, 1)) is after
        assert place.existed_in(Period.year(2025))

    def test_a_ward_under_a_town_ends_with_the_town(self):
        ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=AN_KHE)
        assert not ward.existed_in(Y2026)
        assert not Place(name="A", kind=PlaceKind.WARD, since=date(2025, 7, 1)).existed_in(Y2022)
        assert not Place(name="A", kind=PlaceKind.WARD, until=date(2021, 7, 1)).existed_in(Y2022)

    def test_refusals(self):
        with refused("parent of a higher level than town"):
            Place(name="A", kind=PlaceKind.TOWN, parent=Place(name="B", kind=PlaceKind.WARD))
        with refused(r"Place\.until: expected dates on which town existed"):
            Place(name="A", kind=PlaceKind.TOWN, until=date(2026, 1, 1))
        with refused(r"Place\.since: expected dates on which special_zone existed"):
            Place(name="A", kind=PlaceKind.SPECIAL_ZONE, since=date(2025, 6, 30))
        with refused(r"Place\.since: expected dates on which town existed"):
            Place(name="A", kind=PlaceKind.WARD, parent=AN_KHE, since=date(2026, 1, 1))
        with refused("not after the end"):
            Place(name="A", kind=PlaceKind.WARD, since=date(2022, 1, 2), until=date(2022, 1, 1))
        with refused("expected Place"):
            Place(name="A", kind=PlaceKind.WARD, parent="An Khê")
        with refused("expected a date"):
            Place(name="A", kind=PlaceKind.WARD, since=datetime(2022, 1, 1))  # noqa: DTZ001

    def test_names_alone_identify_nothing(self):
        assert Place(name="An Khê", kind=PlaceKind.WARD, code="23617") != Place(
            name="An Khê", kind=PlaceKind.WARD, code="20305"
        )


class TestDocumentRef:
    """References to documents."""

    @given(document_refs)
    def test_they_survive_pickle(self, document):
        assert pickle.loads(pickle.dumps(document)) == document

    @pytest.mark.parametrize("number", [0, -1, "016", "", "a", "1234567", True, 1.5, None, "16\n"], ids=repr)
    def test_numbers(self, number):
        with refused(r"DocumentRef\.number: expected (a number such as 16 or 30a|a whole number)"):
            DocumentRef(type="Chỉ thị", number=number, symbol="CT-TTg")

    @pytest.mark.parametrize("symbol", ["ct-TTg", "CT--TTg", "CT TTg", "-CT", "CT/", "CT\n", "CT-TTg\n"])
    def test_symbols(self, symbol):
        with refused(r"DocumentRef\.symbol"):
            DocumentRef(type="Chỉ thị", number=16, symbol=symbol)

    @pytest.mark.parametrize("year", ["2022", 0, 10_000, True])
    def test_years(self, year):
        with refused(r"DocumentRef\.year"):
            DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg", year=year)


class TestModel:
    """Models."""

    def test_only_a_field_outside_the_four_has_a_name_of_its_own(self):
        assert Model(name="A", field=ModelField.OTHER, other_field="nông thôn mới").other_field
        for field, other in ((ModelField.OTHER, ""), (ModelField.ECONOMY, "nông thôn mới"), (None, "khác")):
            with refused(r"Model\.other_field"):
                Model(name="A", field=field, other_field=other)

    def test_results_hold_a_quantity_or_none(self):
        with refused("Quantity or QuantityRange"):
            Result(text="vay vốn", quantity=5)
        with refused(r"Model\.results\[0\]: expected Result"):
            Model(name="A", results=("vay vốn",))
        with refused("a list or tuple of Result"):
            Model(name="A", results="vay vốn")

    @pytest.mark.parametrize("count", [-1, True, 1.0, "1", 10**13])
    def test_counts(self, count):
        with refused(r"ModelCount\.count"):
            ModelCount(count=count)


class TestContribution:
    """Contributions."""

    @pytest.mark.parametrize(
        ("unit", "kind"),
        [
            (MILLION_DONG, ContributionKind.MONEY),
            (WORKDAY, ContributionKind.LABOUR),
            (SQUARE_METRE, ContributionKind.LAND),
            (TONNE, ContributionKind.GOODS),
            (counted("cây"), ContributionKind.GOODS),
        ],
    )
    def test_the_kind_follows_from_the_unit(self, unit, kind):
        assert Contribution(quantity=Quantity(1, unit)).kind is kind

    def test_an_unknown_quantity_needs_its_kind(self):
        assert Contribution(unknown_kind=ContributionKind.LAND).quantity is None
        with refused("either a quantity or, where the source gives none"):
            Contribution(purpose="mở đường")

    def test_refusals(self):
        with refused("zero or more"):
            Contribution(quantity=Quantity(-1, DONG))
        for unit in (PERCENT, DONG.per("hộ")):
            with refused("a quantity of money, labour, land or goods"):
                Contribution(quantity=Quantity(1, unit))
        with refused("either a quantity or, where the source gives none"):
            Contribution(quantity=Quantity(1, DONG), unknown_kind=ContributionKind.LAND)
        with refused(r"from 0 to 10\^60"):
            Contribution(quantity=Quantity(10**55, MILLION_DONG))
        with refused("a date with its day"):
            Contribution(quantity=Quantity(1, DONG), when=PartialDate(year=2022))
        with refused("expected Quantity"):
            Contribution(quantity=5)
        with refused(r"Contribution\.when"):
            Contribution(quantity=Quantity(1, DONG), when="2022")


class TestAward:
    """Awards."""

    def test_somebody_receives_it(self):
        with refused("at least one recipient"):
            Award(form=AwardForm.GIAY_KHEN)
        assert Award(form=AwardForm.BANG_KHEN, mixed=262).recipients == 262

    @pytest.mark.parametrize("title", EmulationTitle)
    def test_a_title_goes_to_its_own_kind_of_recipient(self, title):
        right = {title.recipient.value: 1}
        assert Award(form=title, **right).recipients == 1
        wrong = next(kind for kind in ("collectives", "households") if kind not in right)
        with refused(f"only {title.recipient.value} for {title.value}"):
            Award(form=title, **right, **{wrong: 1})

    def test_there_is_no_district_level_after_30_6_2025(self):
        level = GrantingLevel.DISTRICT
        assert Award(form=AwardForm.GIAY_KHEN, level=level, decided=date(2025, 6, 30), individuals=1)
        assert Award(form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(year=2025), individuals=1)
        assert Award(
            form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(month=7, day=1), individuals=1
        )
        with refused(r"Award\.decided"):
            Award(
                form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(year=2025, month=7), individuals=1
            )
        with refused(r"Award\.decided: expected dates on which the district level existed"):
            Award(form=AwardForm.GIAY_KHEN, level=level, decided=date(2025, 7, 1), individuals=1)

    @pytest.mark.parametrize(
        ("groups", "path"),
        [
            ({"enterprises": 4}, "Award.groups.enterprises"),
            ({"women": 6}, "Award.groups.women"),
            ({"direct_workers": 4, "department_heads": 2}, "Award.groups"),  # one person is in one group
            ({"enterprises": 3, "women": 5, "direct_workers": 5}, None),
            ({"business_people": 0}, None),
        ],
        ids=range(5),
    )
    def test_a_group_is_not_more_than_what_it_is_of(self, groups, path):
        def make(**counts):
            return Award(form=AwardForm.GIAY_KHEN, groups=RecipientGroups(**groups), **counts)

        if path is None:
            assert make(collectives=3, individuals=5).groups.of_positions <= 5
            return
        with refused("groups of at most the [35] recipients") as caught:
            make(collectives=3, individuals=5)
        assert caught.value.field == path
        assert make(mixed=6).recipients == 6  # whoever is not told apart may be of any group

    def test_groups_are_named_and_whole(self):
        with refused("at least one group of recipients"):
            RecipientGroups()
        for count in (-1, True, 1.0, "8"):
            with pytest.raises(InvalidValueError):
                RecipientGroups(women=count)

    @pytest.mark.parametrize(
        ("decided", "code"),
        [
            (date(2025, 11, 30), "award:2024/2025"),
            (date(2025, 12, 1), "award:2025/2026"),
            (PartialDate(year=2025, month=12), "award:2025/2026"),
            (PartialDate(year=2025), None),
            (PartialDate(month=12, day=1), None),
            (None, None),
        ],
    )
    def test_the_award_year_is_that_of_the_decision(self, decided, code):
        award = Award(form=AwardForm.GIAY_KHEN, individuals=1, decided=decided)
        assert (award.award_year and award.award_year.code) == code

    def test_the_form_is_a_form_or_a_title(self):
        with refused("one of order, medal, .*, cultural_family"):
            Award(form="giay khen", individuals=1)
        with refused("AwardForm or EmulationTitle"):
            Award(form=1, individuals=1)


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


class TestMovement:
    """What a movement holds together."""

    def test_places_existed_in_the_period(self):
        ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=AN_KHE)
        with refused(r"Movement\.place: expected a place that existed in 2026"):
            Movement(name="A", period=Y2026, place=AN_KHE)
        with refused(r"Movement\.models\[0\]\.place"):
            Movement(name="A", period=Y2026, models=(Model(name="M", place=ward),))
        with refused(r"Movement\.indicators\[0\]\.place"):
            Movement(name="A", period=Y2026, indicators=(Indicator(name="I", part=1, place=ward),))
        with refused(r"Movement\.contributions\[0\]\.place"):
            given = Contribution(quantity=Quantity(1, DONG), place=ward)
            Movement(name="A", period=Y2026, contributions=(given,))
        with refused(r"Movement\.organizer\.place"):
            Movement(name="A", period=Y2026, organizer=Organization(name="Thị ủy", place=ward))
        with refused(r"Movement\.models\[0\]\.level: expected dates on which the district level existed"):
            Movement(name="A", period=Y2026, models=(Model(name="M", level=ModelLevel.DISTRICT),))
        with refused(r"Movement\.contributions\[0\]\.place"):
            given = Contribution(quantity=Quantity(1, DONG), place=ward, when=date(2025, 8, 1))
            Movement(name="A", period=Period.year(2025), contributions=(given,))
        earlier = Indicator(name="I", part=1, place=ward, period=Y2022)
        assert Movement(name="A", period=Y2026, indicators=(earlier,))

    def test_references_between_the_parts(self):
        model = Model(name="M", id="m1")
        given = Contribution(quantity=Quantity(1, DONG), model="m1")
        assert Movement(name="A", period=Y2022, models=(model,), contributions=(given,))
        with refused(r'contributions\[0\]\.model: expected the id of a model of this movement, got "m1"'):
            Movement(name="A", period=Y2022, contributions=(given,))
        with refused(r'Movement\.models\[1\]\.id: expected each id once, got "m1"'):
            Movement(name="A", period=Y2022, models=(model, model))

    def test_a_count_is_stated_once(self):
        stated = ModelCount(count=1, status=ModelStatus.RECOGNIZED)
        with refused("one count for each combination"):
            Movement(name="A", period=Y2022, model_counts=(stated, attrs.evolve(stated, count=2)))

    def test_stated_totals_are_of_something_given(self):
        with refused(r"Movement\.stated_totals\[0\]"):
            Movement(name="A", period=Y2022, stated_totals=(Quantity(1, PERCENT),))

    @pytest.mark.parametrize("name", ["", " \t", None, 5, "a\nb", "a\x00", "\udc80", "x" * 501], ids=repr)
    def test_names(self, name):
        with refused(r"Movement\.name"):
            Movement(name=name, period=Y2022)

    def test_notes_may_have_lines_but_not_escapes(self):
        assert Movement(name="A", period=Y2022, note="một\nhai\tba").note
        with refused(r"Movement\.note"):
            Movement(name="A", period=Y2022, note="\x1b[31mđỏ")
        with refused(r"at most 20000 characters"):
            Movement(name="A", period=Y2022, note="x" * 20_001)

    def test_names_are_composed(self):
        decomposed = Organization(
            name="Thi\u0323 u\u0309y An Khe\u0302", kind=OrganizationKind.PARTY_COMMITTEE
        )
        assert decomposed.name == "Thị ủy An Khê"
