"""Counted results: named by their clause, with the share, the change and the parts beside them."""

from decimal import Decimal

import pytest

from danvankheo import Movement, audit, counted, draft_movement, dumps, loads
from danvankheo.auditing import FindingCode

HEAD = "UBND xã Ia Sơn báo cáo năm 2022. "


def results(text: str) -> dict[str, object]:
    """Return the indicators of a draft by name."""
    return {indicator.name: indicator for indicator in drafted(text).indicators}


def drafted(text: str) -> Movement:
    return draft_movement(HEAD + text).movement


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "Công an xã đã phát hiện 10 vụ trộm cắp tài sản.",
            "Công an xã đã phát hiện vụ trộm cắp tài sản",
            10,
        ),
        ("Đến nay, tổng dư nợ cho vay đạt 12 tỷ đồng.", "Tổng dư nợ cho vay", 12),
        ("Trong năm, toàn xã có 306 sổ bảo hiểm được cấp.", "Toàn xã có sổ bảo hiểm được cấp", 306),
        ("Diện tích đất nông nghiệp 16.673 ha.", "Diện tích đất nông nghiệp", 16673),
        ("95,5% hộ dân được sử dụng nước sạch.", "Hộ dân được sử dụng nước sạch", Decimal("95.5")),
    ],
)
def test_a_result_is_named_by_the_words_around_its_figure(text, name, value):
    (indicator,) = drafted(text).indicators
    assert (indicator.name, indicator.value.amount) == (name, value)


@pytest.mark.parametrize(
    "text",
    [
        "Giá vé là 120.000 đồng.",
        "Đơn vị xếp thứ 12 xã.",
        "Chương trình gồm 3 phần.",
        "Mỗi suất trị giá 500.000 đồng.",
        "Phấn đấu năm 2023 trồng 40 ha rừng.",
        "Chỉ có một em vắng mặt.",
    ],
)
def test_prices_ranks_chapters_aims_and_stories_are_no_results(text):
    assert drafted(text).indicators == ()


def test_a_share_a_change_and_an_attainment_belong_to_the_figure_before_them():
    (tax,) = drafted("Thu ngân sách đạt 751 tỷ đồng, đạt 32% dự toán, tăng 12% so với cùng kỳ.").indicators
    assert (tax.value.amount, tax.attainment.amount, tax.change.amount) == (751, 32, 12)
    (cases,) = drafted(
        "Xã ghi nhận 36 ca mắc bệnh truyền nhiễm tăng 9 ca so với cùng kỳ năm 2021."
    ).indicators
    assert (cases.value.amount, cases.change.amount, cases.compared_to.code) == (36, 9, "2021")
    pupils, fewer = drafted("Các trường tuyển 2.070 học sinh (8,9%), giảm 225 em.").indicators
    assert (pupils.part, pupils.value.amount, pupils.change) == (2070, Decimal("8.9"), None)
    assert (fewer.value.amount, fewer.change.amount, fewer.change.unit) == (2070, -225, fewer.value.unit)


def test_a_change_alone_is_kept():
    (left,) = drafted("Tỉnh đã giảm được 46 tổ chức phối hợp liên ngành.").indicators
    assert (left.value, left.change.amount) == (None, -46)


def test_another_year_of_a_figure_is_its_own_period():
    (cases,) = drafted("Năm 2019 toàn xã xảy ra 12 vụ vi phạm.").indicators
    assert cases.period.code == "2019"


# Sums and their parts


def test_all_parts_of_a_list_make_the_sum_and_a_wrong_sum_is_found():
    right = drafted("Nhà trường đạt 18 giải, gồm 4 giải nhất, 5 giải nhì, 3 giải ba và 6 giải khuyến khích.")
    assert [part.amount for part in right.indicators[0].parts] == [4, 5, 3, 6]
    assert not audit(right)
    wrong = drafted("Nhà trường đạt 18 giải, gồm 4 giải nhất, 5 giải nhì, 3 giải ba và 5 giải khuyến khích.")
    (finding,) = audit(wrong)
    assert finding.code is FindingCode.SUM_INCONSISTENT
    assert loads(dumps(wrong)) == wrong


def test_shares_that_make_100_say_that_a_list_is_whole():
    text = "Tổng số {} em; giỏi 14 em (14%), khá 41 em (41%), trung bình 45 em (45%)."
    right, wrong = drafted(text.format(100)), drafted(text.format(101))
    assert not audit(right)
    assert FindingCode.SUM_INCONSISTENT in {finding.code for finding in audit(wrong)}
    some = drafted("Tổng số 100 em; giỏi 14 em (14%), khá 41 em (41%).")
    assert some.indicators[0].parts == ()


@pytest.mark.parametrize(
    "text",
    [
        # "trong đó" may leave something out; what is rounded is no part of an exact sum
        "Có 219 trường hợp, trong đó 28 trường hợp nghỉ hưu và 12 trường hợp thôi việc.",
        "Tổng kinh phí là 583.452.100 đồng; trong đó, Công đoàn hỗ trợ 500 triệu đồng; UBND huyện hỗ trợ 50 triệu đồng.",
        "Có 40 giải, gồm nhiều giải cao của 12 em; 35 giải gồm 15 giải nhì và 20 giải ba.",
    ],
)
def test_a_list_that_is_not_whole_makes_no_sum(text):
    movement = drafted(text)
    assert not audit(movement)
    assert next(iter(movement.indicators)).parts == ()


def test_the_years_of_a_sum_are_its_parts():
    movement = drafted("Xã tinh giản được 30 trường hợp (năm 2020: 10 trường hợp; năm 2021: 20 trường hợp).")
    assert [part.amount for part in movement.indicators[0].parts] == [10, 20]


# Wholes


def test_a_share_is_of_the_total_that_it_nearly_gives():
    movement = drafted("Tổng số học sinh lớp 9 là 24.411 em. Các trường công lập tuyển 15.207 em (62,9%).")
    share = movement.indicators[1]
    assert (share.part, share.whole, share.unit) == (15207, 24411, counted("em"))
    assert [finding.code for finding in audit(movement)] == [FindingCode.RATIO_INCONSISTENT]


def test_a_share_of_something_else_has_no_whole():
    movement = drafted("Tổng số hộ là 5.000 hộ. Các trường tuyển 15.207 em (62,9%).")
    assert [indicator.whole for indicator in movement.indicators if indicator.part] == [None]


# Two figures of one name


def test_alike_names_are_told_apart_and_raise_no_alarm():
    movement = drafted(
        "Môn Toán thi trắc nghiệm, phần tự luận chiếm 30%. Môn Anh thi nói, phần tự luận chiếm 80%."
    )
    assert len({indicator.name for indicator in movement.indicators}) == len(movement.indicators) == 2
    assert not audit(movement)


def test_a_result_told_twice_is_one():
    draft = draft_movement(HEAD + "Xã trồng được 40 ha rừng. Như vậy, xã trồng được 40 ha rừng.")
    assert len(draft.movement.indicators) == 1
    assert len(draft.facts_of("$.indicators[0]")) == 2


def test_an_average_need_not_be_whole():
    assert not audit(drafted("Bình quân mỗi hộ dân cư có 3,5 người."))
