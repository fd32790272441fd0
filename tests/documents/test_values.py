"""Single values in documents, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, PartialDate, Period, Unit
from danvankheo.documents import values
from danvankheo.documents.converter import structured
from danvankheo.units import DONG, SQUARE_METRE, UNITS, Dimension, Scale
from support import partial_dates, periods, units


@given(units())
def test_units(unit):
    assert values.read_unit(values.write_unit(unit)) == unit


def test_every_code_names_a_unit_and_itself():
    for code in values.unit_codes():
        assert values.write_unit(values.read_unit(code)) == code
    assert values.read_unit("ten_thousand_dong") == DONG.scaled(Scale.TEN_THOUSAND)
    assert values.read_unit("million_square_metre") == SQUARE_METRE.scaled(Scale.MILLION)
    assert set(UNITS) <= set(values.unit_codes())


@pytest.mark.parametrize(
    "raw",
    ["", "đồng", "million_percent", "one_dong", "million_million_dong", "million_", 5, None, [], {},
     {"unit": "dong"}, {"unit": "dong", "per": "hộ", "scale": "million"}, {"counted": "hộ", "scale": "triệu"},
     {"counted": 5}, {"area": "sào", "square_metres": "0", "region": "A"},
     {"area": "sào", "square_metres": "1,5", "region": "A"}, {"per": "hộ"}],
    ids=repr,
)  # fmt: skip
def test_what_is_no_unit(raw):
    with pytest.raises(InvalidValueError):
        values.read_unit(raw)


def test_units_that_documents_do_not_know_are_refused_in_writing():
    with pytest.raises(InvalidValueError):
        values.write_unit(Unit("bolt", "xấp", Dimension.LENGTH, "metre", 10))


@given(st.decimals(-(10**20), 10**20, allow_nan=False).filter(lambda d: d or not d.is_signed()))
def test_numbers_keep_their_digits(number):
    text = values.write_number(number)
    assert values.read_number(text) == number
    assert values.write_number(values.read_number(text)) == text


@pytest.mark.parametrize(
    "raw",
    ["", "1e5", "+1", " 1", "1 ", "1\n", "01", ".5", "5.", "1_000", "1.000.000", "1,5", "NaN", "Infinity",
     "-0", "-0.00", "١٢", "1" * 101, 1, 1.5, True, None],
    ids=repr,
)  # fmt: skip
def test_what_is_no_number(raw):
    with pytest.raises(InvalidValueError):
        values.read_number(raw)


@given(partial_dates | st.dates() | periods)
def test_times_keep_their_kind(time):
    code = getattr(time, "code", None) or time.isoformat()
    read = structured(code, Period | date | PartialDate)
    same_days = (read.code == code) if hasattr(read, "code") else read == time
    assert same_days


@pytest.mark.parametrize(
    "raw", ["2022-1-1", "20220101", "2022-W01-1", "2022-02-30", "02/11/2022", 2022, None]
)
def test_what_is_no_date(raw):
    with pytest.raises(InvalidValueError):
        values.read_date(raw)


@pytest.mark.parametrize("raw", ["true", 0, 1, None, [], 1.0], ids=repr)
def test_what_is_no_truth(raw):
    assert values.read_truth(True) is True
    with pytest.raises(InvalidValueError):
        values.read_truth(raw)
