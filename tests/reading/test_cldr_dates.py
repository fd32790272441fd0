"""Dates as CLDR has them, written by us and by others: Babel, ICU, and Intl of JavaScript."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.dates import format_date as babel_date
from babel.dates import format_interval, format_skeleton
from hypothesis import given
from hypothesis import strategies as st
from icu4py.locale import Locale
from icu4py.messageformat import MessageFormat

from danvankheo import (
    AmbiguousTextError,
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    ReadingError,
    format_date,
    parse_date,
    parse_period,
)
from support import partial_dates

# Printed by JavaScript's Intl (ICU 78.2, CLDR 48) for 16 and 17 March 2024, and by Babel's skeletons.
_TABLE = Path(__file__).parents[1] / "vectors" / "cldr_dates.tsv"
with _TABLE.open(encoding="utf-8") as _file:
    PRINTED = [(row["printed"], row["value"]) for row in csv.DictReader(_file, delimiter="\t")]
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_WIDTHS = st.sampled_from(["medium", "long", "full"])
_SHARED = ["short", "medium", "long", "full"]


def _day(code):
    return (
        date.fromisoformat(code) if code.count("-") == 2 and code[0] != "-" else PartialDate.from_code(code)
    )


@pytest.mark.parametrize(("printed", "code"), PRINTED)
def test_what_others_print_is_read(printed, code):
    assert parse_date(printed) == _day(code)
    assert parse_date(printed.upper()) == _day(code)


@given(_DAYS, _WIDTHS)
def test_what_babel_prints_is_read_and_written(day, width):
    printed = babel_date(day, width, locale="vi")
    assert parse_date(printed) == day
    assert format_date(day, style=f"cldr_{width}") == printed


@given(_DAYS)
def test_the_short_style_of_babel_is_read_near_a_year(day):
    printed = babel_date(day, "short", locale="vi")
    assert format_date(day, style="cldr_short") == printed
    assert parse_date(printed, near=day.year) == day


@given(_DAYS, st.sampled_from(["yMd", "yMMMd", "yMMMMd", "yMEd", "yMMMEd", "yMMMMEd", "GyMMMEd", "GyMd"]))
def test_the_other_forms_of_babel_are_read(day, skeleton):
    assert parse_date(format_skeleton(skeleton, day, locale="vi")) == day


@given(_DAYS, st.sampled_from(["yM", "yMM", "yMMM", "yMMMM"]))
def test_months_of_babel_are_read(day, skeleton):
    printed = format_skeleton(skeleton, day, locale="vi")
    assert parse_date(printed) == PartialDate(year=day.year, month=day.month)
    if skeleton != "yM":
        assert parse_period(printed) == Period.month(day.year, day.month)


@given(_DAYS, st.sampled_from(["yQQQ", "yQQQQ"]))
def test_quarters_of_babel_are_read(day, skeleton):
    quarter = Period.quarter(day.year, (day.month + 2) // 3)
    assert parse_period(format_skeleton(skeleton, day, locale="vi")) == quarter


@given(
    st.lists(_DAYS, min_size=2, max_size=2, unique=True), st.sampled_from(["yMd", "yMMMd", "yMMMEd", "yMEd"])
)
def test_intervals_of_babel_are_read(days, skeleton):
    start, end = sorted(days)
    assert parse_period(format_interval(start, end, skeleton, locale="vi")) == Period.between(start, end)


@given(_DAYS, st.sampled_from(["medium", "long", "full", ":yMd", ":yMMMMEEEEd", ":GyMMMd"]))
def test_what_icu_prints_is_read(day, form):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    pattern = "{day, date, %s}" % (f":{form}" if form[0] == ":" else form)
    assert parse_date(MessageFormat(pattern, Locale("vi")).format({"day": noon})) == day


@given(_DAYS, st.sampled_from(["d/M/yy", "d MMM, yy", "d MMMM, yy", "E, d MMM, yy", "EEEE, d MMMM, yy"]))
def test_two_digits_of_a_year_are_read_near_a_year(day, pattern):
    printed = babel_date(day, pattern, locale="vi")
    assert parse_date(printed, near=day.year) == day
    with pytest.raises(AmbiguousTextError) as refused:
        parse_date(printed)
    assert [year.year % 100 for year in refused.value.readings.values()] == [day.year % 100] * 2


@given(st.dates(), _WIDTHS)
def test_every_day_comes_back(day, width):
    assert parse_date(format_date(day, style=f"cldr_{width}")) == day


@given(partial_dates, st.sampled_from(["short", *["medium", "long", "full"]]))
def test_partial_dates_come_back(day, width):
    assert parse_date(format_date(day, style=f"cldr_{width}")) == day


def test_missing_parts_are_not_written():
    days = [PartialDate(day=16, month=3), PartialDate(month=3, year=2024), PartialDate(year=2024)]
    assert [[format_date(day, style=f"cldr_{width}") for day in days] for width in _SHARED] == [
        ["16/3", "3/2024", "năm 2024"],
        ["16 thg 3", "thg 3 2024", "năm 2024"],
        ["16 tháng 3", "tháng 3 năm 2024", "năm 2024"],
        ["16 tháng 3", "tháng 3 năm 2024", "năm 2024"],
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("16 – 20 thg 3, 2024", (date(2024, 3, 16), date(2024, 3, 20))),
        ("16 thg 3 – 2 thg 5, 2024", (date(2024, 3, 16), date(2024, 5, 2))),
        ("16 tháng 3 – 2 tháng 5, 2024", (date(2024, 3, 16), date(2024, 5, 2))),
        ("16 thg 3, 2024 – 2 thg 5, 2025", (date(2024, 3, 16), date(2025, 5, 2))),
        ("Thứ Bảy, 16 tháng 3 – Thứ Tư, 20 tháng 3, 2024", (date(2024, 3, 16), date(2024, 3, 20))),
        ("Thứ Bảy, 16 tháng 3, 2024 – Thứ Sáu, 2 tháng 5, 2025", (date(2024, 3, 16), date(2025, 5, 2))),
    ],
)
def test_intervals_of_intl_are_read(text, period):
    assert parse_period(text) == Period.between(*period)


def test_an_interval_of_months_stays_one_of_months():
    ends = PartialDate(year=2024, month=3), PartialDate(year=2024, month=5)
    months = PartialPeriod(kind=PeriodKind.DATES, start=ends[0], end=ends[1])
    assert parse_period("tháng 3 – tháng 5 năm 2024") == parse_period("thg 3 – thg 5 2024") == months


_ENGLISH = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NAMES = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
_FORMS = [
    "{weekday}, {day}",
    "{weekday} ngày {day}",
    "{day} ({weekday})",
    "ngày {day}, {weekday}",
    "{weekday} ({day})",
]


@given(_DAYS, st.integers(0, 6), st.sampled_from(_FORMS), st.sampled_from(["slash", "dash", "cldr_long"]))
def test_a_weekday_is_checked_against_its_date(day, number, form, style):
    text = form.format(weekday=_NAMES[number], day=format_date(day, style=style))
    if number == day.weekday():
        assert parse_date(text) == day
        return
    with pytest.raises(ReadingError) as refused:
        parse_date(text)
    error = refused.value
    assert error.reason.value == "weekday"
    assert text[error.position :].lower().startswith(_NAMES[number].lower())
    assert _ENGLISH[number] in str(error)
    assert _ENGLISH[day.weekday()] in str(error)
    assert _NAMES[number] in error.vietnamese
    assert _NAMES[day.weekday()] in error.vietnamese


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("thứ hai ngày 6 tháng 2", PartialDate(day=6, month=2)), ("Thứ 2, 6/2", PartialDate(day=6, month=2)),
        ("T2 6/2/2023", date(2023, 2, 6)), ("chúa nhật, ngày 5-2-2023", date(2023, 2, 5)),
        ("thứ hai ngày sáu tháng hai năm hai nghìn không trăm hai mươi ba", date(2023, 2, 6)),
        ("Thứ Bảy, ngày 16 tháng 3 năm 2024", date(2024, 3, 16)), ("thứ bẩy, mùng 4 tháng 2 năm 2023", date(2023, 2, 4)), ("thứ Tư, 16/3/22", date(2022, 3, 16)),
        ("Hà Nội, ngày 02 tháng 11 năm 2022", date(2022, 11, 2)), ("An Khê, thứ Tư, ngày 2/11/2022", date(2022, 11, 2)),
        ("Thành phố Hồ Chí Minh, ngày 2 tháng 11 năm 2022", date(2022, 11, 2)),
        ("Gia Lai, tháng 11 năm 2022", PartialDate(year=2022, month=11)),
    ],
)  # fmt: skip
def test_weekdays_and_places_before_a_date(text, day):
    assert parse_date(text, near=2022) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chủ nhật, ngày 2 tháng 11 năm 2022", "weekday"), ("Sáng Chủ Nhật, ngày 2/11/2022", "date-text"),
        ("An Khê, Chủ Nhật, ngày 2/11/2022", "weekday"), ("thứ Ba, tháng 11/2022", "date-text"), ("thứ 8, 2/11/2022", "date-text"),
        ("Thứ Ba, năm 2022", "date-text"), ("khoảng, ngày 2/11/2022", "date-text"), ("thứ hai", "date-text"),
        ("Thứ 7, ngày 16", "date-text"), ("16 3, 2024", "date-text"), ("16/3/2024 TCN", "date-text"),
    ],
)  # fmt: skip
def test_what_is_no_date(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_date(text)
    assert refused.value.reason.value == reason


def test_a_wrong_weekday_of_a_span_is_seen():
    with pytest.raises(ReadingError) as refused:
        parse_period("Thứ Sáu, 16 tháng 3 – Thứ Tư, 20 tháng 3, 2024")
    assert (refused.value.reason.value, refused.value.position) == ("weekday", 0)
    with pytest.raises(ReadingError) as refused:
        parse_period("16 tháng 3 – Thứ Ba, 20 tháng 3, 2024")
    assert (refused.value.reason.value, refused.value.position) == ("weekday", 13)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quý 02/2021", "2021-Q2"), ("quý III.2021", "2021-Q3"), ("quý 4 của năm 2018", "2018-Q4"), ("Q2/2026", "2026-Q2"),
        ("Quý II năm 2026", "2026-Q2"), ("quý II, 2026", "2026-Q2"), ("quý thứ ba năm 2026", "2026-Q3"), ("Q.IV-2025", "2025-Q4"),
        ("tháng 1 2024", "2024-01"), ("tháng 01, 2024", "2024-01"), ("Tháng 1 của năm 2024", "2024-01"), ("quý tư/2024", "2024-Q4"),
    ],
)  # fmt: skip
def test_quarters_and_months_as_people_write_them(text, code):
    assert parse_period(text) == Period.from_code(code)


@pytest.mark.parametrize("text", ["Q5/2026", "Q2", "quý 00/2021", "quý 5.2021", "tháng 1 5", "2/11/22"])
def test_what_is_no_period(text):
    with pytest.raises(ReadingError) as refused:
        parse_period(text, near=2026)
    assert refused.value.reason.value == "period-text"
