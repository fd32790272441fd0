"""Dates and periods as Vietnamese papers write them, documents and places by name."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    DocumentRef,
    DocumentSystem,
    InvalidValueError,
    PartialDate,
    Period,
    Place,
    PlaceKind,
    format_date,
    format_document,
    format_period,
    format_place,
)
from support import AN_KHE, periods

_STYLES = ["slash", "slash_short", "dash", "dash_daymonth", "long", "official"]


@given(st.dates(), st.sampled_from([style for style in _STYLES if style != "dash_daymonth"]))
def test_a_date_can_be_read_back_from_its_numbers(day, style):
    numbers = [int(part) for part in re.findall(r"\d+", format_date(day, style=style))]
    assert numbers == [day.day, day.month, day.year]


@pytest.mark.parametrize("month", range(1, 13))
def test_official_dates_pad_days_under_ten_and_the_first_two_months(month):
    text = format_date(date(2022, month, 9), style="official")
    assert text == f"ngày 09 tháng {'0' if month < 3 else ''}{month} năm 2022"
    assert format_date(date(2022, month, 10), style="official").startswith("ngày 10 ")


@pytest.mark.parametrize(
    ("day", "style", "text"),
    [
        (PartialDate(day=2, month=11), "slash", "02/11"),
        (PartialDate(day=2, month=11), "dash", "2-11"),
        (PartialDate(day=2, month=11), "dash_daymonth", "2-11"),
        (PartialDate(day=2, month=1), "long", "ngày 2 tháng 1"),
        (PartialDate(day=2, month=1), "official", "ngày 02 tháng 01"),
        (PartialDate(month=2, year=2022), "slash", "tháng 2/2022"),
        (PartialDate(month=2, year=2022), "dash", "tháng 2-2022"),
        (PartialDate(month=2, year=2022), "official", "tháng 02 năm 2022"),
        (PartialDate(month=2, year=2022), "long", "tháng 2 năm 2022"),
        (PartialDate(year=2022), "slash", "năm 2022"),
    ],
)
def test_what_is_not_told_is_not_written(day, style, text):
    assert format_date(day, style=style) == text


@pytest.mark.parametrize(
    "day", [date(2022, 11, 2), PartialDate(day=1, month=1), PartialDate(month=1, year=2022)]
)
def test_unknown_styles_are_refused(day):
    with pytest.raises(InvalidValueError, match="slash_short"):
        format_date(day, style="iso")


def test_a_day_is_needed_to_write_one():
    with pytest.raises(InvalidValueError, match="day and month"):
        format_date(PartialDate(year=2022, month=2), style="dash_daymonth")
    with pytest.raises(InvalidValueError):
        format_date("2022-11-02")


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.month(2018, 11), "tháng 11/2018"),
        (Period.half(2022, 2), "6 tháng cuối năm 2022"),
        (Period.first_months(2023, 9), "9 tháng đầu năm 2023"),
        (Period.last_months(2023, 3), "3 tháng cuối năm 2023"),
        (Period.term(2020, 2025), "nhiệm kỳ 2020-2025"),
        (Period.school_year(2021), "năm học 2021-2022"),
        (Period.award_year(2026), "năm thống kê khen thưởng 2026"),
        (Period.quarter(2022, 1), "quý I/2022"),
        (Period.quarter(2022, 4), "quý IV/2022"),
    ],
)
def test_periods_by_their_names(period, text):
    assert format_period(period) == text


@given(st.lists(periods, min_size=2, max_size=2, unique=True))
def test_different_periods_have_different_names(two):
    assert format_period(two[0]) != format_period(two[1])


def test_the_dash_is_one_of_two():
    with pytest.raises(InvalidValueError):
        format_period(Period.year(2022), dash="–")


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (DocumentRef(type="Nghị định", number=152, year=2025, symbol="NĐ-CP"), "Nghị định số 152/2025/NĐ-CP"),
        (DocumentRef(type="Chỉ thị", number=5, symbol="CT/TU", system=DocumentSystem.PARTY),
         "Chỉ thị số 05-CT/TU"),
        (DocumentRef(type="Nghị quyết", number="30a", year=2008, symbol="NQ-CP"),
         "Nghị quyết số 30a/2008/NQ-CP"),
        (DocumentRef(type="Nghị quyết", number="5a", symbol="NQ-CP"), "Nghị quyết số 05a/NQ-CP"),
        (DocumentRef(type="Quyết định", number=822, symbol="QĐ-UBND", issued=date(2022, 12, 26)),
         "Quyết định số 822/QĐ-UBND ngày 26/12/2022"),
    ],
)  # fmt: skip
def test_documents_as_they_are_cited(document, text):
    assert format_document(document, issued=True) == text
    assert format_document(document) == text.partition(" ngày")[0]


def test_places_stop_where_the_reader_knows():
    ward = Place(name="Tây Sơn", kind=PlaceKind.WARD, parent=AN_KHE)
    group = Place(name="3", kind=PlaceKind.TO_DAN_PHO, parent=ward)
    assert format_place(group) == "tổ dân phố 3, phường Tây Sơn, thị xã An Khê, tỉnh Gia Lai"
    assert format_place(group, within=AN_KHE) == "tổ dân phố 3, phường Tây Sơn"
    assert format_place(AN_KHE, within=AN_KHE) == "thị xã An Khê"
