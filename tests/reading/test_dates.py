"""Dates and periods, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    InvalidValueError,
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    ReadingError,
    format_date,
    format_period,
    parse_date,
    parse_period,
)
from support import partial_dates, periods

DAY = date(2022, 11, 2)
DATES = {
    "2-11": PartialDate(day=2, month=11), "2/11": PartialDate(day=2, month=11), "27.3": PartialDate(day=27, month=3),
    "02/11/2022": DAY, "2-11-2022": DAY, "2.11.2022": DAY, "2 / 11 / 2022": DAY, "2022-11-02": DAY,
    "ngày 02 tháng 11 năm 2022": DAY, "Ngày 2 tháng 11, năm 2022": DAY, "ngày 2/11/2022": DAY, "2 tháng 11 năm 2022": DAY,
    "ngày 2 tháng 11/2022": DAY, "ngày hai tháng mười một năm 2022": DAY,
    "ngày 2 tháng 11": PartialDate(day=2, month=11), "mùng 2 tháng 9": PartialDate(day=2, month=9),
    "ngày mười lăm tháng năm năm 2022": date(2022, 5, 15), "tháng tư năm 2022": PartialDate(month=4, year=2022),
    "tháng 11/2022": PartialDate(month=11, year=2022), "tháng 11-2018": PartialDate(month=11, year=2018),
    "tháng 11 năm 2022": PartialDate(month=11, year=2022), "11/2022": PartialDate(month=11, year=2022),
    "năm 2022": PartialDate(year=2022), "29/2": PartialDate(day=29, month=2),
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_dates_that_are_read(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "date-text"), ("x", "date-text"), ("02/11/22", "two-way"), ("2/11-2022", "date-text"), ("2022", "date-text"),
        ("tháng 11", "date-text"), ("ngày 2", "date-text"), ("31/2/2022", "calendar-day"), ("11/25/2022", "calendar-day"),
        ("29/2/2023", "calendar-day"), ("30/2", "calendar-day"), ("0/5", "in-range"), ("2/13", "in-range"),
        ("00/00/0000", "calendar-day"), ("ngày hai hai tháng ba", "number-words"), ("13/2022", "in-range"),
    ],
)  # fmt: skip
def test_dates_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_date(text)
    assert refused.value.reason.value == reason


@given(st.dates(), st.sampled_from(["slash", "slash_short", "dash", "long", "official", "dash_daymonth"]))
def test_dates_come_back(day, style):
    read = parse_date(format_date(day, style=style))
    assert read == (PartialDate(day=day.day, month=day.month) if style == "dash_daymonth" else day)


@given(partial_dates, st.sampled_from(["slash", "slash_short", "dash", "long", "official"]))
def test_partial_dates_come_back(day, style):
    assert parse_date(format_date(day, style=style)) == day


def partial(kind, number):
    return PartialPeriod(kind=kind, number=number)


def span(start, end):
    return PartialPeriod(kind=PeriodKind.DATES, start=start, end=end)


PERIODS = {
    "Năm 2022": Period.year(2022), "cả năm 2022": Period.year(2022),
    "6 tháng đầu năm 2022": Period.half(2022, 1), "sáu tháng cuối năm 2022": Period.half(2022, 2),
    "nửa đầu năm 2022": Period.half(2022, 1), "nửa cuối năm 2022": Period.half(2022, 2), "Chín tháng đầu năm 2023": Period.first_months(2023, 9),
    "09 tháng đầu năm 2023": Period.first_months(2023, 9), "tháng đầu năm 2022": Period.first_months(2022, 1),
    "9 tháng đầu của năm 2023": Period.first_months(2023, 9), "3 tháng cuối năm 2023": Period.last_months(2023, 3),
    "quý III/2022": Period.quarter(2022, 3), "Quý 3 năm 2022": Period.quarter(2022, 3), "quý ba-2022": Period.quarter(2022, 3),
    "tháng 10/2019": Period.month(2019, 10), "tháng 10 năm 2019": Period.month(2019, 10),
    "tháng 6.2018": Period.month(2018, 6), "tháng 11-2018": Period.month(2018, 11),
    "giai đoạn 2021-2025": Period.stage(2021, 2025), "Giai đoạn 2016–2020": Period.stage(2016, 2020),
    "giai đoạn từ năm 2021 đến năm 2025": Period.stage(2021, 2025),
    "giai đoạn 2021-25": Period.stage(2021, 2025), "năm học 1999–00": Period.school_year(1999),
    "nhiệm kỳ 2020 - 2025": Period.term(2020, 2025), "nhiệm kì 2020- 2025": Period.term(2020, 2025),
    "năm thống kê khen thưởng 2026": Period.award_year(2026),
    "năm học 2021-2022": Period.school_year(2021), "ngày 1/1/2022": Period.between(date(2022, 1, 1), date(2022, 1, 1)),
    "từ ngày 17/10 đến ngày 18/11/2022": Period.between(date(2022, 10, 17), date(2022, 11, 18)),
    "từ ngày 13 đến 19/3/2022": Period.between(date(2022, 3, 13), date(2022, 3, 19)),
    "từ ngày 17/10 đến ngày 17/10/2022": Period.between(date(2022, 10, 17), date(2022, 10, 17)),
    "từ 17-10-2022 tới 18-11-2022": Period.between(date(2022, 10, 17), date(2022, 11, 18)),
    "01/6 - 31/8/2022": Period.between(date(2022, 6, 1), date(2022, 8, 31)),
    "từ đầu năm 2022 đến ngày 15/11/2022": Period.between(date(2022, 1, 1), date(2022, 11, 15)),
    "quí II": partial(PeriodKind.QUARTER, 2), "tháng 10": partial(PeriodKind.MONTH, 10),
    "6 tháng đầu năm": partial(PeriodKind.HALF_YEAR, 1), "9 tháng đầu năm": partial(PeriodKind.FIRST_MONTHS, 9),
    "từ năm 2019 đến nay": span(PartialDate(year=2019), None),
    "Từ đầu năm đến nay": span(PartialDate(day=1, month=1), None),
    "từ ngày 17/10 đến ngày 18/11": span(PartialDate(day=17, month=10), PartialDate(day=18, month=11)),
    "từ ngày 13 đến ngày 19/3": span(PartialDate(day=13, month=3), PartialDate(day=19, month=3)),
    "từ ngày 20/12 đến ngày 10/1/2023": span(PartialDate(day=20, month=12), date(2023, 1, 10)),
    "từ năm 2019 đến năm 2021": span(PartialDate(year=2019), PartialDate(year=2021)),
    "từ tháng 1 đến tháng 6/2022": span(PartialDate(year=2022, month=1), PartialDate(year=2022, month=6)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_periods_that_are_read(text, period):
    assert parse_period(text) == period
    assert parse_period(format_period(period)) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "period-text"), ("10 năm", "period-text"), ("2022", "period-text"), ("2021-2025", "period-text"),
        ("quý 5/2022", "period-text"), ("tháng 13/2022", "in-range"), ("12 tháng đầu năm 2022", "in-range"),
        ("năm học 2021-2023", "period-text"), ("giai đoạn 2025-2021", "starts-first"), ("giai đoạn 2021-20", "period-text"),
        ("từ ngày 5/5/2022 đến ngày 1/1/2022", "starts-first"), ("từ hôm qua đến nay", "date-text"), ("ngày 2/11", "period-text"),
        ("từ ngày 31 đến ngày 15/2/2022", "calendar-day"), ("từ nay đến mai", "date-text"), ("quý hai mươi", "period-text"),
        ("từ tháng 13 đến tháng 6/2022", "in-range"), ("từ ngày 31 đến ngày 15/2", "calendar-day"),
    ],
)  # fmt: skip
def test_periods_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_period(text)
    assert refused.value.reason.value == reason


@given(periods, st.sampled_from(["hyphen", "en"]))
def test_periods_come_back(period, dash):
    assert parse_period(format_period(period, dash=dash)) == period


_numbered = st.one_of(
    st.builds(partial, st.just(PeriodKind.HALF_YEAR), st.integers(1, 2)),
    st.builds(partial, st.just(PeriodKind.QUARTER), st.integers(1, 4)),
    st.builds(partial, st.just(PeriodKind.MONTH), st.integers(1, 12)),
    st.builds(
        partial,
        st.sampled_from([PeriodKind.FIRST_MONTHS, PeriodKind.LAST_MONTHS]),
        st.integers(1, 11).filter(lambda count: count != 6),
    ),
)


@st.composite
def _open_spans(draw):
    start = draw(st.dates(date(2015, 1, 1), date(2025, 1, 1)) | partial_dates)
    end = draw(st.none() | st.dates(date(2015, 1, 1), date(2025, 1, 1)) | partial_dates)
    try:
        return span(start, end)
    except InvalidValueError as error:  # nothing is missing, or the end comes first
        assert error.field in ("PartialPeriod.start", "PartialPeriod.end")
        return span(start, None)


@given(_numbered | _open_spans())
def test_partial_periods_come_back(period):
    assert parse_period(format_period(period)) == period


def test_partial_periods_take_a_year_from_the_caller():
    assert PERIODS["6 tháng đầu năm"].in_year(2022) == Period.half(2022, 1)
    assert partial(PeriodKind.LAST_MONTHS, 3).in_year(2022) == Period.last_months(2022, 3)
    days = PERIODS["từ ngày 17/10 đến ngày 18/11"].in_year(2022)
    assert days == Period.between(date(2022, 10, 17), date(2022, 11, 18))
    with pytest.raises(InvalidValueError):
        PERIODS["từ năm 2019 đến nay"].in_year(2022)


@pytest.mark.parametrize(
    "call",
    [
        lambda: partial(PeriodKind.QUARTER, 5), lambda: partial(PeriodKind.YEAR, 1), lambda: partial(PeriodKind.STAGE, None),
        lambda: partial(PeriodKind.MONTH, None), lambda: span(None, None), lambda: span(DAY, DAY),
        lambda: span(PartialDate(day=17, month=10), date(2022, 11, 18)), lambda: span("2022", None),
        lambda: PartialPeriod(kind=PeriodKind.DATES, number=1, start=DAY), lambda: partial(PeriodKind.HALF_YEAR, True),
    ],
    ids=range(10),
)  # fmt: skip
def test_periods_of_which_nothing_is_missing_are_refused(call):
    with pytest.raises(InvalidValueError):
        call()
