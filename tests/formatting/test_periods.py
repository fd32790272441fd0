"""Periods in figures: each kind, and the dash between years."""

from datetime import date

import pytest

from danvankheo import (
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    format_period,
)


@pytest.mark.parametrize(
    ("period", "hyphen", "en"),
    [
        (Period.stage(2021, 2025), "giai đoạn 2021-2025", "giai đoạn 2021–2025"),
        (Period.school_year(2022), "năm học 2022-2023", "năm học 2022–2023"),
        (Period.between(date(2022, 11, 2), date(2022, 11, 2)), "ngày 2/11/2022", "ngày 2/11/2022"),
        (
            PartialPeriod(kind=PeriodKind.DATES, start=PartialDate(day=2, month=1)),
            "từ ngày 2/1 đến nay",
            "từ ngày 2/1 đến nay",
        ),
    ],
    ids=range(4),
)
def test_the_dash_between_two_years(period, hyphen, en):
    assert (
        format_period(period),
        format_period(period, dash="hyphen"),
        format_period(period, dash="en"),
    ) == (
        hyphen,
        hyphen,
        en,
    )
