"""Dates and periods in running text, and what stands beside them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    date_to_words,
    format_date,
    period_to_words,
    scan,
)
from danvankheo.scanning import FactKind
from support import periods


def times_of(text):
    return [
        (fact.surface, fact.value) for fact in scan(text) if fact.kind in (FactKind.DATE, FactKind.PERIOD)
    ]


TIMES = {
    "Xã ra quân ngày 16 tháng 3, 2024.": ("ngày 16 tháng 3, 2024", date(2024, 3, 16)),
    "Ngày 16 tháng 3, 2024 xã Đak Pơ ra quân.": ("Ngày 16 tháng 3, 2024", date(2024, 3, 16)),
    "Thứ Bảy, 16 tháng 3, 2024, xã họp.": ("16 tháng 3, 2024", date(2024, 3, 16)),
    "Hôm 16 thg 3, 2024 xã họp.": ("16 thg 3, 2024", date(2024, 3, 16)),
    "Sáng T7, 16/3/2024 xã họp.": ("16/3/2024", date(2024, 3, 16)),
    "Số liệu thg 3 2024 của xã.": ("thg 3 2024", Period.month(2024, 3)),
    "Tháng 3 2024, xã làm đường.": ("Tháng 3 2024", Period.month(2024, 3)),
    "Quý 02/2021 xã làm đường.": ("Quý 02/2021", Period.quarter(2021, 2)),
    "Trong quý III.2021 xã làm đường.": ("quý III.2021", Period.quarter(2021, 3)),
    "Trong quý 4 của năm 2018 xã làm đường.": ("quý 4 của năm 2018", Period.quarter(2018, 4)),
    "Trong Q2/2026 xã làm đường.": ("Q2/2026", Period.quarter(2026, 2)),
    "Trong Q.II năm 2026 xã làm đường.": ("Q.II năm 2026", Period.quarter(2026, 2)),
    "Ngày 16 - 20 tháng 3, 2024 có hội thi.": (
        "Ngày 16 - 20 tháng 3, 2024", Period.between(date(2024, 3, 16), date(2024, 3, 20))
    ),
    "Từ 16 tháng 3, 2024 đến 20 tháng 4, 2024 có hội thi.": (
        "Từ 16 tháng 3, 2024 đến 20 tháng 4, 2024", Period.between(date(2024, 3, 16), date(2024, 4, 20))
    ),
    "Ngày mười lăm tháng một năm hai nghìn không trăm hai mươi tư, xã họp.": (
        "Ngày mười lăm tháng một năm hai nghìn không trăm hai mươi tư", date(2024, 1, 15)
    ),
    "Giai đoạn 2020 - 2025 diễn ra tốt.": ("Giai đoạn 2020 - 2025", Period.stage(2020, 2025)),
    "Tháng 3 năm 2015 hộ nghèo giảm.": ("Tháng 3 năm 2015", Period.month(2015, 3)),
    "Quý II - 2015 hộ nghèo giảm.": ("Quý II - 2015", Period.quarter(2015, 2)),
    "Năm một nghìn chín trăm bốn mươi lăm có nạn đói.": ("Năm một nghìn chín trăm bốn mươi lăm", Period.year(1945)),
    "Đến tháng 5, xã hết hộ đói.": ("tháng 5", PartialPeriod(kind=PeriodKind.MONTH, number=5)),
    "Ngày 5 tháng 3, 1500 hộ ra quân.": ("Ngày 5 tháng 3", PartialDate(day=5, month=3)),
    "Hội thi ngày 2 tháng 11. 2024 là năm thứ ba.": ("ngày 2 tháng 11", PartialDate(day=2, month=11)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "time"), TIMES.items())
def test_times_in_running_text(text, time):
    assert times_of(text) == [time]


@pytest.mark.parametrize(
    "text", ["Ngày 16 tháng 3, 2024 xã ra quân.", "Tháng 3, 2024 hộ dân vay.", "Q2/2026 thu quỹ."]
)
def test_the_year_of_a_date_is_no_count(text):
    assert [fact for fact in scan(text) if fact.kind is FactKind.COUNT] == []


@pytest.mark.parametrize(
    "text",
    [
        "Lễ hội ngày 10 tháng 3 âm lịch.", "Ngày 15/8 (âm lịch), xã vui tết.", "Ngày 15/8/2024 ÂL xã vui tết.",
        "Mỗi năm hai nghìn hộ được vay.", "Bình quân năm một nghìn chín trăm hộ được vay.", "Mừng tháng giêng, xã họp.",
        "Năm hai nghìn ba xã có điện.", "Tháng 3, 2015 hộ thoát nghèo.", "Quý II 2024 hộ được vay.",
    ],
)  # fmt: skip
def test_what_is_no_time_of_the_calendar(text):
    assert times_of(text) == []


@given(
    st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(["cldr_medium", "cldr_long", "cldr_full"])
)
def test_dates_of_cldr_are_found_whole(day, style):
    (fact,) = scan(f"Hội nghị họp hôm {format_date(day, style=style)}, tại xã.")
    assert fact.value == day
    assert fact.surface == format_date(day, style="cldr_long" if style == "cldr_full" else style)


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_dates_in_words_are_found_whole(day):
    assert times_of(f"Hội nghị họp {date_to_words(day)}, tại xã.") == [(date_to_words(day), day)]


@given(
    periods.filter(lambda period: period.kind in (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.HALF_YEAR))
)
def test_periods_in_words_are_found_whole(period):
    assert times_of(f"Trong {period_to_words(period)}, xã làm đường.") == [(period_to_words(period), period)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Đầu kỳ 103 hộ, cuối kỳ 91 hộ.", [103, 91]), ("Giữa kỳ 45 học sinh, cuối kỳ 50 học sinh.", [45, 50]),
        ("Cùng kỳ 120 vụ, trong kỳ 98 vụ.", [120, 98]), ("Đến cuối kỳ 5 thôn về đích.", [5]),
        ("Kỳ 2 có nhiều bài.", []), ("Học kỳ 2 có nhiều lớp.", []), ("Kỳ họp 12 bế mạc.", []),
    ],
)  # fmt: skip
def test_the_ends_of_a_period_number_nothing(text, counts):
    assert [fact.quantity.amount for fact in scan(text)] == counts


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        (
            "Có hai mươi bảy trên hai mươi tám trường đạt chuẩn.",
            "hai mươi bảy trên hai mươi tám trường",
            (27, 28),
        ),
        ("Mười hai trong tổng số mười lăm thôn đạt.", "Mười hai trong tổng số mười lăm thôn", (12, 15)),
        ("Đã có gần tám trên mười hộ ký cam kết.", "gần tám trên mười hộ", (8, 10)),
    ],
)
def test_ratios_in_words_are_no_counts_above_the_second_figure(text, surface, value):
    (fact,) = scan(text)
    assert (fact.kind, fact.surface) == (FactKind.RATIO, surface)
    assert (fact.ratio.part, fact.ratio.whole) == value


@pytest.mark.parametrize("text", ["Trong năm trên hai mươi hộ góp đất.", "Hai mươi trên mười hộ góp đất."])
def test_figures_side_by_side_that_are_no_ratio(text):
    assert [fact for fact in scan(text) if fact.kind is FactKind.RATIO] == []
