"""Excel's days, against openpyxl, which counts them by itself."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel, to_excel

from danvankheo.office.shown.dates import day_of, serial_of
from danvankheo.office.shown.show import show

MOMENTS = st.datetimes(datetime(1904, 1, 2), datetime(2199, 12, 31)).map(  # noqa: DTZ001 – Excel knows no zones
    lambda each: each.replace(microsecond=0)
)


@given(MOMENTS, st.booleans())
def test_a_moment_is_counted_and_found_again(moment, since_1904):
    serial = serial_of(moment, since_1904=since_1904)
    epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    assert abs(serial - Decimal(to_excel(moment, epoch))) < Decimal("1e-6")
    assert day_of(serial, since_1904=since_1904) == moment
    near = from_excel(float(serial), epoch)
    assert abs(near - moment) <= timedelta(seconds=1)


def test_the_29th_of_february_1900_that_excel_believes_in_is_no_day():
    assert [serial_of(date(1900, month, day)) for month, day in ((2, 28), (3, 1))] == [59, 61]
    assert [str(day_of(Decimal(each)).date()) for each in (59, 61)] == ["1900-02-28", "1900-03-01"]


@pytest.mark.parametrize("serial", ["-1", "2958466", "1E+20"])
def test_what_is_beyond_the_calendar_has_no_day(serial):
    assert day_of(Decimal(serial)) is None
    assert set(show(Decimal(serial), "dd/mm/yyyy").text) == {"#"}


@pytest.mark.parametrize(
    ("span", "days"), [(time(6), "0.25"), (time(12, 0, 43, 200_000), "0.5005"), (timedelta(2), "2")]
)
def test_a_time_of_day_and_a_span_are_parts_of_days(span, days):
    assert serial_of(span) == Decimal(days)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("[>5]0.0;0", "7,0"),
        ("[<=7]0.0;0", "7,0"),
        ("[<>7]0.0;0.00", "7,00"),
        ("[<7]0.0;0.00", "7,00"),
        ("[>=8]0.0;[=6]0.00", "#" * 10),  # no section holds for 7
    ],
)
def test_a_condition_chooses_its_section(code, shown):
    assert show(Decimal(7), code).text == shown
