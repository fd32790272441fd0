"""Words of the calendar: months of two calendars, open years, any words at all."""

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    AmbiguousTextError,
    PartialDate,
    Period,
    ReadingError,
    date_to_words,
    format_date,
    format_period,
    parse_date,
    parse_period,
    period_to_words,
)

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


READ = {
    "ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm": date(1945, 9, 2),
    "Mồng Mười tháng Mười Hai năm hai ngàn lẻ bốn": date(2004, 12, 10),
    "mười lăm tháng giêng năm 2024 dương lịch": date(2024, 1, 15),
    "ngày hai mươi bốn tháng bốn năm hai nghìn hai mươi tư": date(2024, 4, 24),
    "ngày một tháng bẩy năm hai không hai lăm": date(2025, 7, 1),
    "ngày 19 tháng Chạp năm 1946 (dương lịch)": date(1946, 12, 19),
    "ngày hai mươi tháng 11 của năm 2022": date(2022, 11, 20),
}


@pytest.mark.parametrize(("text", "day"), READ.items())
def test_other_words_of_dates_are_read(text, day):
    assert parse_date(text) == day


def test_days_share_month_and_year_in_words():
    read = parse_period("từ ngày mười ba đến ngày mười chín tháng ba năm hai nghìn không trăm hai mươi sáu")
    assert read == Period.between(date(2026, 3, 13), date(2026, 3, 19))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mùng mười một tháng ba", "in-range"), ("mồng 15 tháng 8", "in-range"), ("ngày ba mươi tháng hai", "calendar-day"),
        ("ngày mười năm tháng ba năm 2022", "date-text"), ("ngày hai ba tháng chín", "two-way"),
        ("ngày hai tháng mười ba năm 2022", "calendar-day"), ("năm hai nghìn ba triệu", "date-text"),
        ("ngày mười tháng ba âm lịch", "other-calendar"), ("ngày 15/8/2024 (âm lịch)", "other-calendar"),
        ("tháng một hai nghìn hai mươi", "date-text"), ("ngày một tháng một năm hai mươi năm", "not-years"),
    ],
)  # fmt: skip
def test_words_that_make_no_date(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_date(text)
    assert refused.value.reason.value == reason


@pytest.mark.parametrize("text", ["ngày 6 tháng giêng năm 1946", "Mùng sáu tháng Giêng năm 1946"])
def test_a_month_of_two_calendars_is_named_with_both(text):
    with pytest.raises(AmbiguousTextError) as refused:
        parse_date(text)
    assert refused.value.readings["solar"] == date(1946, 1, 6)
    assert refused.value.readings["lunar"].endswith("âm lịch")
    with pytest.raises(AmbiguousTextError):
        parse_period("tháng chạp năm 1946")


OPEN_YEARS = {
    "2/11/22": (date(1922, 11, 2), date(2022, 11, 2)), "2.11.22": (date(1922, 11, 2), date(2022, 11, 2)),
    "ngày 02 tháng 11 năm 22": (date(1922, 11, 2), date(2022, 11, 2)),
    "tháng 11/22": (PartialDate(year=1922, month=11), PartialDate(year=2022, month=11)),
    "ngày một tháng một năm hai mươi tư": (date(1924, 1, 1), date(2024, 1, 1)),
    "năm hai nghìn hai": (PartialDate(year=2002), PartialDate(year=2200)),
    "năm hai nghìn năm": (PartialDate(year=2005), PartialDate(year=2500)),
    "ngày một tháng một năm một nghìn chín trăm ba": (date(1903, 1, 1), date(1930, 1, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "days"), OPEN_YEARS.items())
def test_an_open_year_is_named_with_its_readings(text, days):
    with pytest.raises(AmbiguousTextError) as refused:
        parse_date(text)
    assert refused.value.readings == {str(day.year): day for day in days}
    assert "near=" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q2/26", Period.quarter(2026, 2)), ("quý II/26", Period.quarter(2026, 2)), ("tháng 3 năm 26", Period.month(2026, 3)),
        ("6 tháng đầu năm 26", Period.half(2026, 1)), ("năm 26", Period.year(2026)),
        ("16/3/26 – 2/5/26", Period.between(date(2026, 3, 16), date(2026, 5, 2))),
        ("từ ngày 30/11 đến ngày 2/12/26", Period.between(date(2026, 11, 30), date(2026, 12, 2))),
    ],
)  # fmt: skip
def test_a_year_near_by_settles_the_century_of_a_period(text, period):
    assert parse_period(text, near=2024) == period
    with pytest.raises(AmbiguousTextError):
        parse_period(text)


@given(_DAYS, st.integers(-49, 49))
def test_a_year_less_than_fifty_years_away_settles_the_century(day, years):
    text = format_date(day, style="cldr_short")
    assert parse_date(text, near=day.year + years) == day


@pytest.mark.parametrize("near", [1974, 2074])
def test_a_year_fifty_years_away_settles_nothing(near):
    with pytest.raises(AmbiguousTextError) as refused:
        parse_date("16/3/24", near=near)
    assert {day.year for day in refused.value.readings.values()} == {near - 50, near + 50}


@given(_DAYS, st.integers(1, 9999), st.sampled_from(["slash", "official", "cldr_full"]))
def test_whole_years_do_not_look_at_the_year_near_by(day, near, style):
    assert parse_date(format_date(day, style=style), near=near) == day


_CALENDAR_WORDS = [
    "ngày",
    "tháng",
    "năm",
    "thg",
    "quý",
    "q2",
    "thứ",
    "hai",
    "ba",
    "tư",
    "bảy",
    "chủ",
    "nhật",
    "t2",
    "16",
    "3",
    "2024",
    "24",
    ",",
    ".",
    "/",
    "-",
    "–",
    "(",
    ")",
    "giêng",
    "chạp",
    "âm",
    "lịch",
    "dương",
    "lịch",
    "mùng",
    "mươi",
    "mười",
    "mốt",
    "lăm",
    "linh",
    "nghìn",
    "trăm",
    "không",
    "một",
    "bốn",
    "từ",
    "đến",
    "nay",
    "đầu",
    "cuối",
    "nửa",
    "giai",
    "đoạn",
    "của",
    "Hà",
    "Nội,",
    "triệu",
    "scn",
]


@given(
    st.lists(st.sampled_from(_CALENDAR_WORDS), max_size=10).map(" ".join),
    st.sampled_from(
        [(parse_date, format_date, date_to_words), (parse_period, format_period, period_to_words)]
    ),
    st.none() | st.just(2026),
)
def test_any_words_of_the_calendar_are_read_and_come_back_or_are_an_error_of_ours(text, both_ways, near):
    read, write, spell = both_ways
    try:
        value = read(text, near=near)
    except ReadingError as error:
        assert 0 <= error.position <= len(text)
        assert str(error)
        assert error.vietnamese
        return
    assert read(normalize("NFD", text), near=near) == value
    assert read(write(value)) == read(spell(value)) == value
