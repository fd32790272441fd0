"""What became of what: steps forwards and backwards, and the units that hold another one."""

from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Period, Place, PlaceKind, PlaceLevel, places
from danvankheo.places.table import table
from danvankheo.places.units import Confirmation

BEFORE, FIRST, AFTER = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 30)
OLD, NEW = [*places.at(BEFORE).units()], [*places.at(AFTER).units()]
ALL = [*table().units()]
DAYS = st.sampled_from([BEFORE, FIRST, date(2026, 4, 30), date(2026, 9, 1), date(2026, 9, 20), AFTER])


def named(steps, side):
    return sorted(getattr(step, side).label for step in steps)


@pytest.mark.parametrize(
    ("code", "old"),
    [
        (
            "23617",
            ["phường An Phú", "phường An Phước", "phường An Tân", "phường Ngô Mây", "phường Tây Sơn", "xã Thành An"],
        ),
        ("23614", ["phường An Bình", "xã Cư An", "xã Tân An"]),
        ("23629", ["xã Cửu An", "xã Song An", "xã Tú An", "xã Xuân An"]),
        ("31078", ["phường An Thới", "phường Dương Đông", "xã Bãi Thơm", "xã Cửa Cạn", "xã Cửa Dương",
                   "xã Dương Tơ", "xã Gành Dầu", "xã Hàm Ninh"]),
        ("11948", ["huyện Bạch Long Vĩ"]),
        ("52", ["tỉnh Bình Định", "tỉnh Gia Lai"]),
        ("01", ["thành phố Hà Nội"]),
    ],
)  # fmt: skip
def test_of_what_new_units_were_made(code, old):
    unit = places.at(FIRST).unit(code)
    steps = places.predecessors(unit)
    assert named(steps, "old") == old
    assert all(step.whole and step.new == unit and step.day == FIRST for step in steps)
    assert {step.resolution for step in steps} == {unit.resolution}


def test_the_communes_of_an_khe_and_its_neighbours_go_to_three_units():
    town = places.at(BEFORE).unit("623")
    heirs = places.successors(town)
    assert [step.new.code for step in heirs] == ["23614", "23617", "23629"]
    assert [step.confirmation for step in heirs] == [Confirmation.DERIVED] * 3
    assert not any(step.whole for step in heirs)
    old = {step.old.code: step.new.code for unit in heirs for step in places.predecessors(unit.new)}
    assert len(old) == 13
    for child in places.at(BEFORE).children(town):
        (step,) = places.successors(child)
        assert (step.whole, step.new.code) == (True, old[child.code])


def test_a_divided_unit_has_several_steps_none_of_them_whole():
    steps = places.successors(places.at(BEFORE).unit("00028"))
    assert named(steps, "new") == ["phường Ba Đình", "phường Giảng Võ", "phường Ngọc Hà"]
    assert not any(step.whole for step in steps)
    assert {step.confirmation for step in steps} == {Confirmation.NAMED}
    # The second mapping knows one target only.
    assert [(step.new.code, len(step.sources)) for step in steps] == [
        ("00004", 1),
        ("00008", 1),
        ("00025", 2),
    ]


def test_a_step_says_when_no_note_names_the_old_unit():
    (step,) = places.successors(places.at(BEFORE).unit("12475"))
    assert (step.new.name, step.confirmation) == ("A Sào", Confirmation.UNCONFIRMED)
    (kept,) = places.successors(places.at(BEFORE).unit("30313"))
    assert (kept.new.name, kept.confirmation) == ("Mỹ Hòa Hưng", Confirmation.KEPT)
    (renamed,) = places.successors(places.at(BEFORE).unit("07777"))
    assert (renamed.new.name, renamed.confirmation) == ("Việt Yên", Confirmation.RENAMED)
    assert places.successors(places.at(BEFORE).unit("318"))[0].confirmation is Confirmation.WHOLE_DISTRICT


def test_a_pair_that_the_mapping_lacked_is_ours():
    steps = {step.new.code: step for step in places.successors(places.at(BEFORE).unit("09013"))}
    assert steps["09817"].sources == ("danvankheo",)
    assert steps["09817"].confirmation is Confirmation.NAMED


def test_names_that_were_mixed_up_are_left_out():
    for old, new in (("27691", "25459"), ("29908", "29869"), ("31669", "31480"), ("28036", "28087")):
        assert new not in {step.new.code for step in places.successors(places.at(BEFORE).unit(old))}


def test_a_change_of_the_kind_is_a_step():
    commune, ward = places.at(date(2026, 9, 19)).unit("07294"), places.at(date(2026, 9, 20)).unit("07294")
    assert (commune.kind, commune.until) == (PlaceKind.COMMUNE, date(2026, 9, 19))
    assert (ward.kind, ward.since, ward.until) == (PlaceKind.WARD, date(2026, 9, 20), None)
    (step,) = places.successors(commune)
    assert (step.new, step.whole, step.confirmation) == (ward, True, Confirmation.RESOLUTION)
    assert places.predecessors(ward) == (step,)
    assert places.successors(ward) == ()
    days = [step.day for step in places.history(ward)]
    assert days == [FIRST, FIRST, FIRST, date(2026, 9, 20)]
    assert places.history(commune) == places.history(ward)


def test_predecessors_are_the_inverse_of_successors():
    forwards = {
        (step.old, step.new, step)
        for unit in ALL
        for step in places.successors(unit)
        if step.confirmation is not Confirmation.DERIVED
    }
    backwards = {(step.old, step.new, step) for unit in ALL for step in places.predecessors(unit)}
    assert forwards == backwards
    assert len(forwards) == 10_571 + 63 + 25


def test_every_unit_that_ended_became_something_and_every_new_one_was_something():
    for unit in ALL:
        assert bool(places.successors(unit)) is (unit.until is not None), unit
        assert bool(places.predecessors(unit)) is (unit.since is not None), unit


def test_totals_over_all_new_units_equal_totals_over_all_old_ones():
    """Figures that lie wholly in a unit are added to it, the others to what holds them: nothing is lost."""
    old = [
        unit for unit in OLD if unit.level is PlaceLevel.COMMUNE or len(places.at(BEFORE).children(unit)) == 0
    ]
    assert len(old) == 10_040
    groups = defaultdict(int)
    for number, unit in enumerate(old, 1):
        groups[places.held_by(unit, on=AFTER)] += number
    assert sum(groups.values()) == sum(range(1, 10_041))
    assert {unit for held in groups for unit in held} == {
        unit for unit in NEW if unit.level is PlaceLevel.COMMUNE
    }
    provinces = defaultdict(int)
    for held, figure in groups.items():
        (province,) = {places.at(AFTER).parent(unit) for unit in held}  # no unit was divided between two
        provinces[province] += figure
    assert (len(provinces), sum(provinces.values())) == (34, sum(groups.values()))


@given(st.sampled_from(ALL), DAYS)
def test_what_holds_a_unit_exists_on_the_day_and_is_held_by_itself(unit, day):
    held = places.held_by(unit, on=day)
    assert held
    assert [each.code for each in held] == sorted({each.code for each in held})
    for each in held:
        assert each.existed_on(day)
        assert places.held_by(each, on=day) == (each,)
    if unit.existed_on(day):
        assert held == (unit,)


@given(st.sampled_from(OLD), DAYS)
def test_what_holds_a_unit_is_made_of_it_among_others(unit, day):
    for each in places.held_by(unit, on=day):
        back = places.held_by(each, on=BEFORE, level=unit.level)
        assert unit in back or unit.level is not PlaceLevel.COMMUNE


@given(st.sampled_from([unit for unit in OLD if unit.level is PlaceLevel.COMMUNE]))
def test_provinces_were_merged_as_wholes(unit):
    (province,) = places.held_by(unit, on=AFTER, level=PlaceLevel.PROVINCE)
    (of_province,) = places.held_by(places.held_by(unit, on=BEFORE, level=PlaceLevel.PROVINCE)[0], on=AFTER)
    assert province == of_province


def test_new_units_go_back_to_all_that_they_were_made_of():
    ward = places.at(AFTER).unit("23617")
    assert len(places.held_by(ward, on=BEFORE)) == 6
    assert [unit.label for unit in places.held_by(ward, on=BEFORE, level=PlaceLevel.DISTRICT)] == [
        "thị xã An Khê"
    ]
    both = places.held_by(places.at(AFTER).unit("23614"), on=BEFORE, level=PlaceLevel.DISTRICT)
    assert [unit.label for unit in both] == ["thị xã An Khê", "huyện Đăk Pơ"]


def test_higher_units_stand_for_those_in_them():
    assert len(places.held_by(places.at(BEFORE).unit("64"), on=AFTER, level=PlaceLevel.COMMUNE)) == 135
    assert len(places.held_by(places.at(BEFORE).unit("64"), on=BEFORE, level=PlaceLevel.DISTRICT)) == 17
    island = places.at(BEFORE).unit("536")
    assert [unit.label for unit in places.held_by(island, on=AFTER)] == ["đặc khu Lý Sơn"]
    assert places.held_by(island, on=BEFORE, level=PlaceLevel.COMMUNE) == (island,)


def test_questions_that_have_no_answer():
    ward = places.at(AFTER).unit("23617")
    with pytest.raises(InvalidValueError, match="the district level existed"):
        places.held_by(ward, on=AFTER, level=PlaceLevel.DISTRICT)
    with pytest.raises(InvalidValueError, match="one of COMMUNE, DISTRICT, PROVINCE"):
        places.held_by(ward, on=AFTER, level=PlaceLevel.NATION)
    with pytest.raises(InvalidValueError, match="2025-06-30 on"):
        places.held_by(ward, on=date(2025, 6, 29))
    with pytest.raises(InvalidValueError, match="a date"):
        places.held_by(ward, on=datetime(2026, 1, 1, tzinfo=UTC))
    for ask in (places.successors, places.predecessors, places.history):
        with pytest.raises(InvalidValueError, match="AdminUnit"):
            ask("23617")


def test_a_place_stands_for_the_unit_that_it_is():
    """What `resolve` returns goes on to `successors`, `predecessors`, `history` and `held_by`."""
    town = places.at(BEFORE).find("thị xã An Khê")
    place = places.resolve(places.at(BEFORE).place(town), on=BEFORE)
    assert places.successors(place) == places.successors(town)
    assert places.history(place) == places.history(town)
    assert places.held_by(place, on=AFTER) == places.held_by(town, on=AFTER)
    ward = places.at(AFTER).find("phường An Khê, Gia Lai")
    assert places.predecessors(places.at(AFTER).place(ward)) == places.predecessors(ward)


def test_a_name_of_one_time_needs_no_day_and_one_of_two_needs_it():
    gia_lai = Place(name="Gia Lai", kind="tỉnh")
    town = Place(name="An Khê", kind="thị xã", parent=gia_lai)
    assert [step.new.label for step in places.successors(town)][:1] == ["phường An Bình"]
    ward = Place(name="An Bình", kind="phường", parent=gia_lai)
    with pytest.raises(InvalidValueError, match="one unit, not phường An Bình, tỉnh Gia Lai"):
        places.successors(ward)
    before, after = (places.resolve(ward, on=day) for day in (BEFORE, AFTER))
    assert places.successors(before)[0].new == places.at(AFTER).find("phường An Bình, Gia Lai")
    assert places.successors(after) == ()


def test_a_unit_is_resolved_and_matched_as_a_place_is():
    town = places.at(BEFORE).find("thị xã An Khê")
    assert places.resolve(town, on=BEFORE) == places.at(BEFORE).place(town)
    assert places.match(town, on=Period.year(2022)).unit == town
    with pytest.raises(InvalidValueError, match=r"places\.successors") as error:
        places.resolve(town, on=AFTER)
    assert "đến hết ngày 30/06/2025" in error.value.vietnamese


def test_a_step_names_what_its_units_lie_in():
    step = places.predecessors(places.at(AFTER).unit("23617"))[0]
    assert str(step) == (
        "phường Tây Sơn, thị xã An Khê, tỉnh Gia Lai → phường An Khê, tỉnh Gia Lai "
        "(toàn bộ, từ ngày 01/07/2025)"
    )
