"""Units of one day: by code, by name, all candidates, and never one of several."""

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    AmbiguousTextError,
    InvalidValueError,
    Place,
    PlaceKind,
    PlaceLevel,
    ReadingError,
    places,
)
from danvankheo.places.table import table
from unmarked import unmarked

BEFORE, AFTER = places.at(date(2025, 6, 30)), places.at(date(2026, 11, 30))
UNITS = st.one_of(
    *(st.sampled_from([*day.units()]).map(lambda unit, day=day: (day, unit)) for day in (BEFORE, AFTER))
)


@pytest.mark.parametrize(
    ("day", "text", "code"),
    [
        (BEFORE, "thị xã An Khê", "623"),
        (BEFORE, "TX. An Khê", "623"),
        (BEFORE, "tx an khe", "623"),
        (BEFORE, "xã Song An, thị xã An Khê, tỉnh Gia Lai", "23632"),
        (BEFORE, "X. Song An, TX An Khê", "23632"),
        (BEFORE, "Tỉnh Gia Lai", "64"),
        (BEFORE, "TP.HCM", "79"),
        (BEFORE, "TPHCM", "79"),
        (BEFORE, "Q1, TP. Hồ Chí Minh", "760"),
        (BEFORE, "P. 04, Q. 4", "27283"),
        (BEFORE, "Phuong 04, quan 4", "27283"),
        (BEFORE, "tỉnh Bà Rịa-Vũng Tàu", "77"),
        (BEFORE, "Thừa Thiên Huế", "46"),
        (BEFORE, "tỉnh Thừa Thiên Huế", "46"),
        (BEFORE, "TP. Huế, tỉnh Thừa Thiên Huế", None),
        (BEFORE, "xã Đak Djrăng", "23806"),
        (BEFORE, "xã Đăk Djrăng", "23806"),
        (AFTER, "Gia Lai", "52"),
        (AFTER, "P. An Khê, Gia Lai", "23617"),
        (AFTER, "phường an khê, gia lai", "23617"),
        (AFTER, "PHUONG AN KHE, GIA LAI", "23617"),
        (AFTER, "xã Cửu An", "23629"),
        (AFTER, "Cửu An", "23629"),
        (AFTER, "phường Bố Hạ", "07294"),
        (AFTER, "đặc khu Phú Quốc", "31078"),
        (AFTER, "TP. Đồng Nai", "75"),
        (AFTER, "xa dung", "03208"),
    ],
)
def test_names_as_people_write_them(day, text, code):
    if code is None:  # the provincial city became two districts when the province became a city
        assert day.candidates(text) == ()
    else:
        assert day.find(text).code == code


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (AFTER, "thị xã An Khê"),
        (AFTER, "xã An Khê"),
        (AFTER, "xã Bố Hạ"),
        (AFTER, "tỉnh Đồng Nai"),
        (AFTER, "tỉnh Bình Định"),
        (AFTER, "phường An Khê, tỉnh Bình Định"),
        (BEFORE, "đặc khu Phú Quốc"),
        (BEFORE, "phường Bố Hạ"),
        (AFTER, "An Khế"),
        (AFTER, "Ân Khê"),
        (AFTER, ""),
        (AFTER, ","),
        (AFTER, "xã"),
    ],
)
def test_no_unit_of_that_day_is_called_so(day, text):
    with pytest.raises(ReadingError) as error:
        day.find(text)
    assert error.value.reason.value == "known-place"
    assert day.day.isoformat() in str(error.value)


@pytest.mark.parametrize(
    ("day", "text", "codes"),
    [
        (AFTER, "phường An Khê", ["20305", "23617"]),
        (AFTER, "An Khe", ["20305", "23617"]),
        (BEFORE, "An Khê", ["623", "12475", "20224"]),
        (BEFORE, "xã Song An", ["13249", "23632"]),
        (BEFORE, "TP Lào Cai", ["080"]),
    ],
)
def test_all_units_of_one_name(day, text, codes):
    found = [unit.code for unit in day.candidates(text)]
    assert found == codes
    if len(codes) > 1:
        with pytest.raises(AmbiguousTextError) as error:
            day.find(text)
        assert [unit.code for unit in error.value.readings.values()] == codes
        assert all(day.text(unit) in str(error.value) for unit in error.value.readings.values())
        assert "hay" in error.value.vietnamese


def test_a_unit_and_those_within_it_may_share_a_name():
    found = BEFORE.candidates("Ea H'leo")
    assert [unit.level for unit in found] == [PlaceLevel.DISTRICT, PlaceLevel.COMMUNE]
    assert BEFORE.find("Ea H'leo", kind=PlaceKind.COMMUNE) == found[1]
    assert BEFORE.find("xã Ea H’Leo") == found[1]
    assert BEFORE.candidates("xã Ea H'leo", kind=PlaceKind.RURAL_DISTRICT) == ()


@pytest.mark.parametrize(
    "within",
    [
        "Gia Lai",
        "tỉnh gia lai",
        AFTER.unit("52"),
        Place(name="Gia Lai", kind=PlaceKind.PROVINCE),
        Place(name="Gia lai", kind=PlaceKind.PROVINCE, code="52"),
    ],
)
def test_what_a_unit_lies_in_is_named_in_any_way(within):
    assert AFTER.find("phường An Khê", within=within).code == "23617"
    assert AFTER.candidates("phường Quy Nhơn", within=within)
    assert AFTER.candidates("phường Hải Châu", within=within) == ()


def test_what_lies_in_what():
    town = BEFORE.unit("623")
    assert [unit.name for unit in BEFORE.children(town)] == [
        "An Bình", "Tây Sơn", "An Phú", "An Tân", "Tú An", "Xuân An", "Cửu An", "An Phước", "Song An",
        "Ngô Mây", "Thành An",
    ]  # fmt: skip
    assert BEFORE.parent(town).label == "tỉnh Gia Lai"
    assert BEFORE.parent(BEFORE.unit("64")) is None
    assert len(AFTER.children(AFTER.unit("52"))) == 135
    assert AFTER.text(AFTER.unit("23629")) == "xã Cửu An, tỉnh Gia Lai"


def test_a_province_is_called_as_it_was_on_the_day():
    ward = {
        day: places.at(day).text(places.at(day).unit("26368"))
        for day in (date(2026, 4, 29), date(2026, 4, 30))
    }
    assert [*ward.values()] == ["xã Long Thành, tỉnh Đồng Nai", "phường Long Thành, thành phố Đồng Nai"]


@given(UNITS)
def test_the_full_text_of_a_unit_finds_it(found):
    day, unit = found
    assert unit in day.candidates(day.text(unit))
    assert day.unit(unit.code) == unit
    others = [other for other in day.candidates(day.text(unit)) if other != unit]
    assert all(day.parent(other) == day.parent(unit) and other.kind is unit.kind for other in others)


@given(UNITS, st.randoms(use_true_random=False))
def test_a_shorter_or_unmarked_name_never_means_another_unit(found, rng):
    day, unit = found
    text = rng.choice([unit.name, unit.label, unit.label.upper(), unmarked(unit.name), unmarked(unit.label)])
    assert unit in day.candidates(text)


def test_codes_and_names_that_are_none():
    for code in ("99999", "", "523617", None, 52):
        with pytest.raises(InvalidValueError, match="a unit of administration of 2026-11-30"):
            AFTER.unit(code)
    with pytest.raises(InvalidValueError, match="expected text"):
        AFTER.candidates(7)
    with pytest.raises(InvalidValueError, match="at most 500 characters"):
        AFTER.candidates("a" * 501)
    with pytest.raises(InvalidValueError, match="AdminUnit, Place, str"):
        AFTER.candidates("An Khê", within=52)
    assert AFTER.candidates("Cửu An", kind="xã") == AFTER.candidates("Cửu An", kind=PlaceKind.COMMUNE)
    with pytest.raises(InvalidValueError, match='did you mean "municipality" or "provincial_city"'):
        AFTER.candidates("An Khê", kind="thành phố")


@pytest.mark.parametrize("day", [datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01", None, 2022])
def test_what_is_no_day_is_named(day):
    with pytest.raises(InvalidValueError) as error:
        places.at(day)
    assert error.value.field == "places.at"


@pytest.mark.parametrize("day", [date(2025, 6, 29), date(1, 1, 1), date(2022, 11, 2)])
def test_a_day_before_the_table_is_looked_up_as_of_its_first_as_places_of_records_are(day):
    found, town = places.at(day), places.at(places.FIRST_DAY).find("thị xã An Khê")
    matched = places.match(places.at(places.FIRST_DAY).place(town), on=day)
    assert (found.day, found.assumed) == (matched.day, matched.assumed) == (places.FIRST_DAY, True)
    assert found.find("thị xã An Khê") == matched.unit == town
    assert not places.at(places.FIRST_DAY).assumed


def test_a_day_after_the_last_check_is_assumed():
    checked = table().checked
    assert not places.at(checked).assumed
    assert places.at(date(checked.year + 1, 1, 1)).assumed


def test_candidates_come_in_one_order():
    names = [unit.name for unit in BEFORE.units()]
    for name in random.Random(1).sample(names, 200):
        found = [(len(unit.code), unit.code) for unit in BEFORE.candidates(name)]
        assert found == sorted(set(found))
