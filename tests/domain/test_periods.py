"""Periods."""

import copy
import pickle
from datetime import date, datetime

import pytest
from hypothesis import given

from danvankheo import InvalidValueError, Period, PeriodKind
from support import periods


@given(periods)
def test_codes_name_periods_one_to_one(period):
    assert Period.from_code(period.code) == period
    assert eval(repr(period), {"Period": Period}) == period
    assert pickle.loads(pickle.dumps(period)) == copy.copy(period) == period


@given(periods, periods)
def test_order_and_overlap_agree_with_days(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (max(one.start, other.start) <= min(one.end, other.end))
    assert (one < other) + (other < one) + (one == other) == 1
    assert (one.start in other) == (other.start <= one.start <= other.end)


@given(periods)
def test_the_same_period_last_year_is_a_year_earlier_and_called_alike(period):
    if period.kind in (PeriodKind.STAGE, PeriodKind.TERM) or period.days > 366:
        with pytest.raises(InvalidValueError, match="at most one year"):
            period.same_period_last_year()
        return
    before = period.same_period_last_year()
    assert before.kind is period.kind
    assert before.start.year == period.start.year - 1
    assert abs(before.days - period.days) <= 1
    assert (before.start.month, before.end.month) == (period.start.month, period.end.month)


def test_the_end_of_february():
    assert Period.month(2024, 2).same_period_last_year() == Period.month(2023, 2)
    assert Period.month(2025, 2).same_period_last_year() == Period.month(2024, 2)
    leap = Period.between(date(2024, 2, 29), date(2024, 2, 29)).same_period_last_year()
    assert leap == Period.between(date(2023, 2, 28), date(2023, 2, 28))


@pytest.mark.parametrize(
    ("period", "start", "end", "code"),
    [
        (Period.year(2022), date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (Period.half(2022, 2), date(2022, 7, 1), date(2022, 12, 31), "2022-H2"),
        (Period.quarter(2022, 3), date(2022, 7, 1), date(2022, 9, 30), "2022-Q3"),
        (Period.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (Period.first_months(2023, 9), date(2023, 1, 1), date(2023, 9, 30), "2023-M9"),
        (Period.first_months(2023, 6), date(2023, 1, 1), date(2023, 6, 30), "2023-H1"),
        (Period.last_months(2023, 3), date(2023, 10, 1), date(2023, 12, 31), "2023-L3"),
        (Period.stage(2021, 2025), date(2021, 1, 1), date(2025, 12, 31), "stage:2021/2025"),
        (Period.term(2020, 2025), date(2020, 1, 1), date(2025, 12, 31), "term:2020/2025"),
        (Period.school_year(2021), date(2021, 9, 1), date(2022, 8, 31), "school:2021/2022"),
        (Period.award_year(2026), date(2025, 12, 1), date(2026, 11, 30), "award:2025/2026"),
        (Period.award_year_of(date(2025, 11, 30)), date(2024, 12, 1), date(2025, 11, 30), "award:2024/2025"),
        (Period.award_year_of(date(2026, 12, 1)), date(2026, 12, 1), date(2027, 11, 30), "award:2026/2027"),
        (Period.between(date(2022, 10, 17), date(2022, 11, 18)), date(2022, 10, 17), date(2022, 11, 18),
         "2022-10-17/2022-11-18"),
        (Period.year(9999), date(9999, 1, 1), date(9999, 12, 31), "9999"),
    ],
    ids=lambda value: value.code if isinstance(value, Period) else "",
)  # fmt: skip
def test_every_kind_has_its_days_and_its_code(period, start, end, code):
    assert (period.start, period.end, period.code) == (start, end, code)


@pytest.mark.parametrize(
    "code",
    ["", "22", "2022-", "2022-13", "2022-00", "2022-Q5", "2022-Q0", "2022-H3", "2022-M12", "2022-M07",
     "stage:2021/2020", "stage:2021/2021", "school:2021/2023", "award:2021/2023", "award:2021/2021", "award:2026", "year:2021/2022", "2022/2023",
     "2022-02-30/2022-03-01", "2022-03-02/2022-03-01", "2022\n", "２０２２", "0000", "2022-11-02",
     "term:2020-2025", None, 2022],
    ids=repr,
)  # fmt: skip
def test_what_is_no_period_is_refused(code):
    with pytest.raises(InvalidValueError):
        Period.from_code(code)


@pytest.mark.parametrize("kind", PeriodKind)
def test_days_must_make_up_what_the_period_is_called(kind):
    odd = {"start": date(2022, 1, 3), "end": date(2022, 5, 7)}
    if kind is PeriodKind.DATES:
        assert Period(kind=kind, **odd).days == 125
    else:
        with pytest.raises(InvalidValueError, match="days that make up"):
            Period(kind=kind, **odd)
        with pytest.raises(InvalidValueError, match="days that make up"):
            Period(kind=kind, start=date(2022, 2, 1), end=date(2023, 4, 30))


def test_a_period_starts_before_it_ends_and_has_days_not_moments():
    with pytest.raises(InvalidValueError, match="start that is not after the end"):
        Period.between(date(2022, 11, 2), date(2022, 11, 1))
    with pytest.raises(InvalidValueError, match="a date"):
        Period.between(datetime(2022, 11, 2), date(2022, 11, 3))  # noqa: DTZ001
    for year in (0, 10_000, True, "2022", 2022.0):
        with pytest.raises(InvalidValueError):
            Period.year(year)
    with pytest.raises(InvalidValueError):
        Period.year(1).same_period_last_year()
