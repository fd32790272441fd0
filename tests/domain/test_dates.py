"""Dates with a part missing."""

import pickle
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, PartialDate
from support import partial_dates


@given(partial_dates)
def test_codes_name_them_one_to_one(day):
    assert PartialDate.from_code(day.code) == day
    assert pickle.loads(pickle.dumps(day)) == day


@given(st.dates())
def test_a_day_in_a_year_that_the_caller_knows(day):
    assert PartialDate(day=day.day, month=day.month).in_year(day.year) == day


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_of_a_leap_year_is_possible_and_no_other(month):
    last = monthrange(2000, month)[1]
    assert PartialDate(day=last, month=month).day == last
    with pytest.raises(InvalidValueError):
        PartialDate(day=last + 1, month=month)


def test_29_february_needs_a_leap_year():
    day = PartialDate(day=29, month=2)
    assert day.in_year(2024) == date(2024, 2, 29)
    with pytest.raises(InvalidValueError, match="calendar"):
        day.in_year(2023)


@pytest.mark.parametrize(
    "parts",
    [
        {}, {"day": 2}, {"month": 11}, {"year": 2022, "day": 2}, {"year": 2022, "month": 11, "day": 2},
        {"month": 13, "day": 1}, {"month": 0, "day": 1}, {"month": 1, "day": 0}, {"year": 0},
        {"year": "2022"}, {"month": True, "day": 1},
    ],
    ids=str,
)  # fmt: skip
def test_impossible_or_whole_dates_are_refused(parts):
    with pytest.raises(InvalidValueError):
        PartialDate(**parts)


def test_a_month_has_no_day_to_give():
    with pytest.raises(InvalidValueError, match="day and month"):
        PartialDate(year=2022, month=11).in_year(2022)
    with pytest.raises(InvalidValueError):
        PartialDate.from_code("--13-02")
    with pytest.raises(InvalidValueError):
        PartialDate.from_code("2-11")
