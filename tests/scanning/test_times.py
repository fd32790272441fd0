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
from danvankheo.scanning import FactKind, Mark
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


LISTED = {
    "Sơ tuyển vào ngày 16 và 17/7/2020, tại xã.": [("16", date(2020, 7, 16)), ("17/7/2020", date(2020, 7, 17))],
    "Các ngày 5, 6 và ngày 7/8/2022 xã ra quân.": [
        ("5", date(2022, 8, 5)), ("6", date(2022, 8, 6)), ("7/8/2022", date(2022, 8, 7))
    ],
    "Sáng 16 và 17/7, xã ra quân.": [("16", PartialDate(day=16, month=7)), ("17/7", PartialDate(day=17, month=7))],
    "Trong hai ngày (16 và 17/7/2020) có hội thi.": [
        ("16", date(2020, 7, 16)), ("17/7/2020", date(2020, 7, 17))
    ],
    "Ngày 20 và 21 tháng 11 năm 2022 có hội thi.": [
        ("Ngày 20", date(2022, 11, 20)), ("21 tháng 11 năm 2022", date(2022, 11, 21))
    ],
    "Ngày 30 và 1/12/2022 xã họp.": [("1/12/2022", date(2022, 12, 1))],
    "Tháng 7, 8 năm 2020 xã làm đường.": [
        ("Tháng 7", Period.month(2020, 7)), ("8 năm 2020", Period.month(2020, 8))
    ],
    "Trong tháng 7 và 8/2020, xã làm đường.": [
        ("tháng 7", Period.month(2020, 7)), ("8/2020", Period.month(2020, 8))
    ],
    "Quý I và quý II/2022 xã làm đường.": [
        ("Quý I", Period.quarter(2022, 1)), ("II/2022", Period.quarter(2022, 2))
    ],
    "Các quý 1, 2 và 4 năm 2022, xã làm đường.": [
        ("quý 1", Period.quarter(2022, 1)), ("2", Period.quarter(2022, 2)), ("4 năm 2022", Period.quarter(2022, 4))
    ],
    "Các năm 2020, 2021 và 2022, xã làm đường.": [
        ("năm 2020", Period.year(2020)), ("2021", Period.year(2021)), ("2022", Period.year(2022))
    ],
    "Tháng 12 và 1/2021, xã làm đường.": [
        ("Tháng 12", PartialPeriod(kind=PeriodKind.MONTH, number=12)), ("1/2021", Period.month(2021, 1))
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "times"), LISTED.items())
def test_times_side_by_side_share_what_is_printed_once(text, times):
    spans = [(fact.surface, fact.value) for fact in scan(text) if fact.quantity is None]
    assert spans == times


@given(st.dates(date(1950, 1, 4), date(2090, 12, 31)).filter(lambda day: day.day > 3), st.data())
def test_days_before_a_date_are_days_of_its_month(last, data):
    days = data.draw(st.lists(st.integers(1, last.day - 1), min_size=1, max_size=5, unique=True).map(sorted))
    joined = data.draw(st.sampled_from([", ", " và ", " và ngày "]))
    printed = f"{', '.join(map(str, days))}{joined}{format_date(last, style='slash_short')}"
    expected = [*(last.replace(day=day) for day in days), last]
    assert [fact.value for fact in scan(f"Xã ra quân các ngày {printed}, đông vui.")] == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ngày 15, 7/8 xã đạt chuẩn.", ["7/8"]), ("Đợt 1, 2 của năm 2020 có 5 hộ.", ["năm 2020", "5 hộ"]),
        ("Năm 2020, 2021 hộ được vay.", ["Năm 2020", "2021 hộ"]), ("Tháng 7, 8 năm qua có lũ.", ["Tháng 7", "8 năm"]),
        ("Quý I và 6 tháng đầu năm 2022 thu đủ.", ["Quý I", "6 tháng đầu năm 2022"]),
    ],
)  # fmt: skip
def test_numbers_side_by_side_that_are_no_times(text, kept):
    assert [fact.surface for fact in scan(text)] == kept


@pytest.mark.parametrize(
    "text",
    [
        "Nhân Ngày Phụ nữ Việt Nam (20/10, 20/11).", "Nhân ngày Nhà giáo Việt Nam 20/11.", "Ngày Quốc tế Phụ nữ 8/3 và 26/3.",
        "Hưởng ứng Ngày Môi trường thế giới 5/6.", "Nhân Ngày Gia đình Việt Nam (28/6).", "Kỷ niệm Ngày Pháp luật 9/11.",
    ],
)  # fmt: skip
def test_days_with_a_name_are_names(text):
    assert not scan(text)


@pytest.mark.parametrize(
    ("text", "kind", "surface"),
    [
        ("Chào mừng các ngày lễ lớn 20/10, rồi nghỉ.", FactKind.DATE, "20/10"),
        ("Lễ ra quân (25/3) đông vui.", FactKind.DATE, "25/3"),
        ("Thi đua 20/11 sôi nổi.", FactKind.DATE, "20/11"),
        ("Tỷ lệ 8/5 là cao.", FactKind.RATIO, "8/5"), ("Xã đạt 12/10 theo kế hoạch.", FactKind.RATIO, "12/10"),
        ("Có 15/12 hộ ký cam kết.", FactKind.RATIO, "15/12 hộ"), ("Còn 1/8 số hộ nghèo.", FactKind.RATIO, "1/8"),
        ("Bản đồ 1/2000 của xã.", FactKind.RATIO, "1/2000"), ("Xong trước 8/2020.", FactKind.PERIOD, "8/2020"),
        ("Có 8/2020 hộ nghèo.", FactKind.RATIO, "8/2020 hộ"),
    ],
)  # fmt: skip
def test_figures_that_are_days_by_their_size_are_no_ratios(text, kind, surface):
    (fact,) = scan(text)
    assert (fact.kind, fact.surface) == (kind, surface)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thứ Hai, ngày 16/7/2020, xã họp.", True), ("Sáng thứ hai (16/7/2020) xã họp.", True),
        ("Ngày 16/7/2020 (Thứ Hai) xã họp.", True), ("Chủ nhật 16/7/2020, xã họp.", True),
        ("Sáng T2, 16/7/2020 xã họp.", True), ("Thứ 2 ngày 16 tháng 7 năm 2020, xã họp.", True),
        ("Thứ Năm, ngày 16/7/2020, xã họp.", False), ("Sáng thứ năm, 16/7/2020, xã họp.", False),
        ("Lần thứ hai, ngày 16/7/2020, xã họp.", False), ("Phiên họp thứ 2 (16/7/2020) đã xong.", False),
        ("Thứ hai, ngày 16/7/2020 xã mới họp.", False), ("Ngày 16/7/2020, thứ hai là việc này.", False),
    ],
)  # fmt: skip
def test_a_weekday_that_is_not_that_of_its_date_is_marked(text, wrong):
    (fact,) = scan(text)
    assert fact.value == date(2020, 7, 16)
    assert (Mark.WEEKDAY in fact.marks) == wrong


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_the_weekday_that_cldr_prints_is_not_marked(day):
    (fact,) = scan(f"Hội nghị họp vào {format_date(day, style='cldr_full')}, tại xã.")
    assert fact.marks == frozenset()


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("Giai đoạn 2021-25 thu đủ.", "Giai đoạn 2021-25", Period.stage(2021, 2025)),
        ("Trong nhiệm kỳ 2020–25, xã làm đường.", "nhiệm kỳ 2020–25", Period.term(2020, 2025)),
        ("Năm học 2020 - 21 có nhiều lớp.", "Năm học 2020 - 21", Period.school_year(2020)),
        ("Giai đoạn 1998-03 thu đủ.", "Giai đoạn 1998-03", Period.stage(1998, 2003)),
    ],
)
def test_the_century_of_the_last_year_may_be_left_out(text, surface, value):
    assert times_of(text) == [(surface, value)]


@pytest.mark.parametrize("text", ["Giai đoạn 2021-20 thu đủ.", "Giai đoạn 2021-21 thu đủ."])
def test_a_stage_that_ends_before_it_begins_is_none(text):
    assert times_of(text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [("Sáng 24/7/2022, xã họp.", ["24/7/2022"]), ("Trực 24/7, có mặt 24/24h.", []), ("Ngày 23 và 24/7, xã họp.", ["23", "24/7"])],
)  # fmt: skip
def test_round_the_clock_is_no_date(text, surfaces):
    assert [fact.surface for fact in scan(text)] == surfaces
