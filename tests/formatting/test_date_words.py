"""Dates and periods in words: written as they are read, and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    InvalidValueError,
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    date_to_words,
    parse_date,
    parse_period,
    period_to_words,
    testing,
)
from support import partial_dates, periods

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


_EARLY = st.sampled_from([None, "mùng", "mồng"])


_STYLES = st.fixed_dictionaries(
    {},
    optional={
        "zero": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "four": st.sampled_from(["tư", "bốn"]),
        "five": st.sampled_from(["lăm", "nhăm"]),
    },
)


# Written by hand, so that writer and reader are not wrong alike.
WRITTEN = {
    "ngày mười lăm tháng một năm hai nghìn không trăm hai mươi tư": date(2024, 1, 15),
    "ngày hai mươi mốt tháng tư năm hai nghìn không trăm linh năm": date(2005, 4, 21),
    "ngày năm tháng năm năm một nghìn chín trăm năm mươi lăm": date(1955, 5, 5),
    "ngày ba mươi mốt tháng mười hai năm hai nghìn": date(2000, 12, 31),
    "ngày mười tháng mười năm một nghìn chín trăm": date(1900, 10, 10),
    "ngày hai tháng chín": PartialDate(day=2, month=9),
    "tháng mười một năm hai nghìn không trăm hai mươi hai": PartialDate(year=2022, month=11),
    "năm hai nghìn một trăm": PartialDate(year=2100),
    "ngày mười tháng ba năm chín trăm ba mươi tám": date(938, 3, 10),
}


@pytest.mark.parametrize(("text", "day"), WRITTEN.items())
def test_dates_are_written_in_words_and_read(text, day):
    assert date_to_words(day) == text
    assert parse_date(text) == parse_date(text.upper()) == day


@given(_DAYS, _EARLY, _STYLES)
def test_dates_in_words_come_back(day, early, style):
    assert parse_date(date_to_words(day, early=early, **style)) == day


def test_every_day_of_a_leap_year_comes_back():
    first = date(2024, 1, 1)
    days = [first + timedelta(number) for number in range(366)]
    assert [parse_date(date_to_words(day)) for day in days] == days
    assert len({date_to_words(day) for day in days}) == 366


@given(st.integers(100, 9999), _STYLES)
def test_every_year_in_words_comes_back(year, style):
    assert parse_date(date_to_words(PartialDate(year=year), **style)) == PartialDate(year=year)
    assert parse_period(period_to_words(Period.year(year), **style)) == Period.year(year)


@given(partial_dates, _EARLY, _STYLES)
def test_partial_dates_in_words_come_back(day, early, style):
    assert parse_date(date_to_words(day, early=early, **style)) == day


PERIODS_WRITTEN = {
    "năm hai nghìn không trăm hai mươi sáu": Period.year(2026),
    "quý hai năm hai nghìn không trăm hai mươi sáu": Period.quarter(2026, 2),
    "quý tư năm hai nghìn không trăm hai mươi mốt": Period.quarter(2021, 4),
    "tháng năm năm hai nghìn không trăm hai mươi lăm": Period.month(2025, 5),
    "sáu tháng đầu năm hai nghìn không trăm hai mươi sáu": Period.half(2026, 1),
    "sáu tháng cuối năm hai nghìn": Period.half(2000, 2),
    "chín tháng đầu năm hai nghìn không trăm mười ba": Period.first_months(2013, 9),
    "tháng cuối năm hai nghìn không trăm mười ba": Period.last_months(2013, 1),
    "giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm": Period.stage(2021, 2025),
    "nhiệm kỳ hai nghìn không trăm hai mươi đến hai nghìn không trăm hai mươi lăm": Period.term(2020, 2025),
    "năm thống kê khen thưởng hai nghìn không trăm hai mươi sáu": Period.award_year(2026),
    "năm học hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi hai": Period.school_year(2021),
    "ngày một tháng một năm hai nghìn": Period.between(date(2000, 1, 1), date(2000, 1, 1)),
    "từ ngày một tháng một năm hai nghìn đến ngày hai tháng ba năm hai nghìn": Period.between(
        date(2000, 1, 1), date(2000, 3, 2)
    ),
    "quý tư": PartialPeriod(kind=PeriodKind.QUARTER, number=4),
    "tháng tư": PartialPeriod(kind=PeriodKind.MONTH, number=4),
    "chín tháng đầu năm": PartialPeriod(kind=PeriodKind.FIRST_MONTHS, number=9),
    "sáu tháng cuối năm": PartialPeriod(kind=PeriodKind.HALF_YEAR, number=2),
    "từ năm hai nghìn không trăm mười chín đến nay": PartialPeriod(
        kind=PeriodKind.DATES, start=PartialDate(year=2019)
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "period"), PERIODS_WRITTEN.items())
def test_periods_are_written_in_words_and_read(text, period):
    assert period_to_words(period) == text
    assert parse_period(text) == period


@given(periods, _STYLES)
def test_periods_in_words_come_back(period, style):
    assert parse_period(period_to_words(period, **style)) == period


@given(testing.partial_periods(), _STYLES)
def test_partial_periods_in_words_come_back(period, style):
    text = period_to_words(period, **style)
    read = parse_period(text)
    assert read == period or (period.number == 6 and read.kind is PeriodKind.HALF_YEAR)
    assert period_to_words(read, **style) == text


@pytest.mark.parametrize(
    "call",
    [
        lambda: date_to_words("2022-11-02"), lambda: date_to_words(date(99, 1, 1)), lambda: period_to_words("2022"),
        lambda: period_to_words(Period.year(99)), lambda: period_to_words(date(2022, 1, 1)),
        lambda: date_to_words(date(2022, 1, 1), early="rằm"), lambda: date_to_words(date(2022, 1, 1), four="bốn mươi"),
        lambda: date_to_words(PartialDate(day=2, month=9), zero="không"),
        lambda: parse_date("2/11/22", near=True), lambda: parse_date("2/11/22", near=0),
        lambda: parse_period("quý II/22", near="2022"), lambda: parse_date("2/11/2022", near=10_000),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_cannot_be_written_or_chosen_is_an_error(call):
    with pytest.raises(InvalidValueError):
        call()
