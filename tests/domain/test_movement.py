"""Movements: the rules between their parts."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given

from danvankheo import (
    Contribution,
    Indicator,
    InvalidValueError,
    Model,
    ModelCount,
    ModelLevel,
    ModelStatus,
    Movement,
    Organization,
    OrganizationKind,
    Period,
    Place,
    PlaceKind,
    Quantity,
)
from danvankheo.units import (
    DONG,
    PERCENT,
)
from support import AN_KHE, movements

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
