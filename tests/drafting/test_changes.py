"""Changes as reports print them, in passages made for it."""

from decimal import Decimal

import pytest

from danvankheo import Movement, PlaceKind, audit, draft_movement
from danvankheo.auditing import Severity
from danvankheo.domain.award import AwardForm, EmulationTitle

HEAD = "UBND xã Ia Sơn báo cáo năm 2022. "


def drafted(text: str) -> Movement:
    return draft_movement(HEAD + text).movement


@pytest.mark.parametrize(
    ("text", "name", "value", "change", "unit"),
    [
        ("Số lượt khen là 1.250 lượt, tăng 15% so với năm 2021.", "Số lượt khen", 1250, 15, "%"),
        (
            "Thu nhập bình quân đạt 45 triệu đồng/người/năm, tăng 5 triệu đồng so với năm 2021.",
            "Thu nhập bình quân", 45, 5, "triệu đồng/người/năm",
        ),
        (
            "Giá trị sản xuất đạt 3.200 tỷ đồng, tăng trưởng 4,5% so với năm 2021.",
            "Giá trị sản xuất", 3200, Decimal("4.5"), "%",
        ),
        (
            "Tỷ lệ người dân đọc sách đạt 95,8% dân số, tăng 1,8 điểm phần trăm so với năm 2021.",
            "Tỷ lệ người dân đọc sách dân số", Decimal("95.8"), Decimal("1.8"), "điểm phần trăm",
        ),
        ("Tổng đàn bò có 25.300 con, giảm 4,2% so với cùng kỳ.", None, 25300, Decimal("-4.2"), "%"),
        ("Tỷ trọng dân số thành thị tăng 4,8 điểm phần trăm.", "Tỷ trọng dân số thành thị", None,
         Decimal("4.8"), "điểm phần trăm"),
        ("Kim ngạch xuất khẩu tăng 12,5% so với năm 2021.", "Kim ngạch xuất khẩu", None, Decimal("12.5"), "%"),
        ("Số vụ vi phạm giảm 12 vụ so với năm 2021.", "Số vụ vi phạm", None, -12, "vụ"),
    ],
)  # fmt: skip
def test_a_change_is_of_the_figure_beside_it_or_alone(text, name, value, change, unit):
    (indicator,) = drafted(text).indicators
    assert indicator.name == name or name is None
    assert (indicator.value and indicator.value.amount) == value
    assert (indicator.change.amount, indicator.change.unit.label) == (change, unit)


def test_from_one_figure_to_another():
    (poor,) = drafted("Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%.").indicators
    assert (poor.earlier.amount, poor.value.amount) == (Decimal("5.2"), Decimal("3.1"))


def test_a_count_of_which_a_rate_is_made_changes_apart_from_it():
    rate, count = drafted("Toàn xã có 350 hộ nghèo, chiếm 8,2%, giảm 45 hộ so với đầu năm.").indicators
    assert (rate.part, rate.value.amount, rate.change) == (350, Decimal("8.2"), None)
    assert (count.name, count.value.amount, count.change.amount) == ("Số hộ nghèo", 350, -45)
    found = audit(drafted("Toàn xã có 350 hộ nghèo, chiếm 8,2%, giảm 45 hộ so với đầu năm."))
    assert {finding.severity for finding in found} == {Severity.INFO}  # how many households that implies


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ này tăng 1,5 lần.",  # to or by: the text does not say
        "Chi phí giảm 20%.",  # of what, and against what
        "Số mô hình cao hơn năm trước 15 mô hình.",
    ],
)
def test_what_the_text_leaves_open_is_no_change(text):
    assert drafted(text).indicators == ()


def test_a_figure_for_another_span_goes_on_with_the_name():
    march, quarter = drafted(
        "Xuất khẩu tháng 3 đạt 85 triệu USD, tính chung quý I đạt 250 triệu USD, giảm 11,7% so với cùng kỳ."
    ).indicators
    assert (march.name, quarter.name) == ("Xuất khẩu", "Xuất khẩu quý I")
    assert (quarter.value.amount, quarter.change.amount) == (250, Decimal("-11.7"))


# Awards


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        (
            "Chủ tịch UBND huyện tặng Giấy khen cho 12 tập thể và 30 cá nhân.",
            [("giay_khen", "Chủ tịch UBND huyện", 12, 30)],
        ),
        (
            "Chủ tịch UBND tỉnh đã tặng Bằng khen 28 tập thể, 12 cá nhân có thành tích xuất sắc; tặng Bằng "
            "khen 14 tập thể thực hiện tốt quy chế dân chủ.",
            [("bang_khen", "Chủ tịch UBND tỉnh", 28, 12), ("bang_khen", "Chủ tịch UBND tỉnh", 14, 0)],
        ),
        (
            "12 tập thể được tặng Bằng khen của Thủ tướng Chính phủ, 45 cá nhân được tặng Bằng khen của Chủ "
            "tịch UBND tỉnh.",
            [("bang_khen", "Thủ tướng Chính phủ", 12, 0), ("bang_khen", "Chủ tịch UBND tỉnh", 0, 45)],
        ),
        (
            "5 tập thể được nhận Cờ thi đua của UBND tỉnh. 4 tập thể và 10 cá nhân được nhận bằng khen của "
            "Chủ tịch UBND tỉnh. 4 tập thể được nhận bằng khen của Chủ tịch UBND tỉnh gồm: Trường A.",
            [("provincial_flag", "UBND tỉnh", 5, 0), ("bang_khen", "Chủ tịch UBND tỉnh", 4, 10)],
        ),
        ("Hội nghị đã khen thưởng 12 tập thể, 30 cá nhân.", []),  # in which form is not stated
        ("3 tập thể được tặng Cờ thi đua.", []),  # whose flag is not stated
        ("UBND tỉnh đề nghị Thủ tướng tặng Bằng khen cho 3 tập thể.", []),
    ],
)
def test_awards_with_whoever_grants_them(text, awards):
    found = [
        (award.form.value, award.granter.name, award.collectives, award.individuals)
        for award in drafted(text).awards
    ]
    assert found == awards


def test_a_flag_is_a_title():
    (award,) = drafted("2 tập thể được tặng Cờ thi đua của Chính phủ.").awards
    assert award.form is EmulationTitle.GOVERNMENT_FLAG
    (award,) = drafted("2 tập thể được tặng Bằng khen của Thủ tướng Chính phủ.").awards
    assert award.form is AwardForm.BANG_KHEN


# The head of a text


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Krông Pa: 20 em được nhận học bổng\nNăm 2022, Hội Khuyến học tỉnh tặng quà tại huyện Krông Pa.",
         "Krông Pa", PlaceKind.RURAL_DISTRICT),
        ("Mai Sơn là xã an toàn khu của huyện Yên Lập. Năm 2022 huyện Yên Lập có 12 xã, huyện Yên Lập có 9 "
         "trường.", "Mai Sơn", PlaceKind.COMMUNE),
        ("Năm 2022, Trường THCS Hoàng Thanh tổ chức ngày hội. Lãnh đạo UBND xã Hoàng Thanh và huyện Yên Lập dự.",
         "Hoàng Thanh", PlaceKind.COMMUNE),
        ("Năm 2022, Trường Tiểu học Số 1 (huyện Yên Lập) tổ chức ngày hội. Lãnh đạo thị trấn Sơn dự.",
         "Yên Lập", PlaceKind.RURAL_DISTRICT),
        ("Hà Nội có 109 xã đạt chuẩn\nNăm 2022 toàn thành phố có 109 xã.", "Hà Nội", PlaceKind.MUNICIPALITY),
        ("Năm 2022, phía Đông giáp xã Ngọc Lây; phía Nam giáp xã Tu Mơ.", None, None),
        ("Năm 2022, Thanh tra tỉnh báo cáo công tác tiếp dân: huyện Tuy Đức 2 lượt, huyện Tuy Đức 3 lượt.",
         None, None),
    ],
)  # fmt: skip
def test_the_place_is_of_the_title_of_whoever_acts_or_of_a_definition(text, name, kind):
    place = draft_movement(text).movement.place
    assert (place and place.name, place and place.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Xã sơ kết công tác 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2022.", "2022-H1"),
        ("Thứ hai, 05 08 2019 14:38\nXã sơ kết công tác 6 tháng đầu năm.", "2019-H1"),
        ("Tỉnh đã tinh giản 219 người (năm 2015: 28 người; năm 2016: 55 người; năm 2017: 136 người).",
         "stage:2015/2017"),
        ("Thực hiện Nghị quyết số 39 ngày 17/4/2015 của Trung ương. Năm 2018 xã có 12 mô hình.", "2018"),
        ("Hội tổ chức các hoạt động mừng Tết Giáp Thìn 2024\nHội trồng được 5 cây. Hội tổng kết thi đua.", "2024"),
        ("Xã sơ kết\nCập nhật, 05:26, Thứ Năm, 06/10/2022 (GMT+7)\nXã trồng được 12 ha rừng.", "2022"),
        ("Từ chỗ chỉ đạt 2 tiêu chí năm 2010, xã đã khá lên. Năm 2014, xã đạt 15 tiêu chí.", "2014"),
        ("29/12/2020 11:53:00\nTrường bàn giao nhà\nSau chuyến đi cuối tháng 9/2020, trường góp 5 triệu đồng.",
         "2020"),
    ],
)  # fmt: skip
def test_the_period_of_a_half_year_of_a_row_of_years_and_of_the_page(text, code):
    assert draft_movement(text).movement.period.code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Năm 2022, Ban CHQS huyện xác định các khâu đột phá và tổ chức huấn luyện.", "Ban CHQS huyện"),
        ("Năm 2022, dự báo sự phát triển của dịch, UBND huyện Ia Pa đề nghị các ngành vào cuộc.", "UBND huyện Ia Pa"),
        ("Năm 2022, đường được UBND tỉnh phê duyệt. UBND huyện Ia Pa đã tổ chức thi công.", "UBND huyện Ia Pa"),
        ("Năm 2022, Trường Mầm non Số 1 có 91 sáng kiến trong chương trình do Tổng Liên đoàn Lao động phát động.",
         "Trường Mầm non Số 1"),
        ("Năm 2022, đại diện UBND xã đến dự.", None),
        ("Năm 2022, Ủy ban MTTQ các cấp đã vận động ủng hộ.", "Ủy ban MTTQ"),
        ("Dịp này năm 2022, UBND phường An Khê đã tặng giấy khen cho 5 tập thể.", "UBND phường An Khê"),
        ("Kỷ niệm 93 năm Ngày thành lập Hội Phụ nữ Việt Nam năm 2022, đại diện các chi hội dự.", None),
    ],
)  # fmt: skip
def test_who_acts_is_a_body_with_a_name_that_ends(text, name):
    organizer = draft_movement(text).movement.organizer
    assert (organizer and organizer.name) == name


# What an audit of 753 pages of offices, schools and the press called an error, and was none


@pytest.mark.parametrize(
    "text",
    [
        "Đội đạt 40 giải (trong đó có 1 giải nhất, 2 giải nhì, 17 giải ba), tăng 28 giải so với năm 2021.",
        "Doanh thu của 138 công ty đã báo cáo cho thấy mức tăng 5,5% so với năm 2021.",
        "Chỉ số đo lường biến động của 50 cổ phiếu phiên này giảm 1,56 điểm.",
        "Các xã đã xuống giống được 800.000 ha/700.000 ha diện tích kế hoạch.",
        "Vụ Đông Xuân xuống giống được 120.000 ha/1,6 triệu ha diện tích kế hoạch.",
        "Cảm biến có kích thước lên đến 1/2,3 inch cùng chip xử lý hình ảnh.",
        "Trong đó 215 trường tiểu học (đạt 98,2%). Tổng kinh phí mua sắm 222 bộ máy vi tính là 2 tỷ đồng.",
        "Bình quân toàn huyện đạt 12,6/19 tiêu chí.",
    ],
)
def test_no_error_is_raised_where_none_is(text):
    found = audit(drafted(text))
    assert {finding.severity for finding in found} <= {Severity.INFO}
