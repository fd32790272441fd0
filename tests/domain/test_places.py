"""Places: what they lie in, what each kind may be, and what is refused."""

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given

from danvankheo import (
    InvalidValueError,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
)
from support import AN_KHE, places

Y2022, Y2026 = Period.year(2022), Period.year(2026)


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


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
