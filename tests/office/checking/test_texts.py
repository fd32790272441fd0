"""What sentences say against themselves: each kind found, and its true twin left alone."""

import pytest

from danvankheo.domain.numbers import MAX_DIGITS
from danvankheo.office.checking.audit import audit_paper
from office_tables import paper_of

WRONG = {
    "Toàn tỉnh vận động 1.250 hộ, trong đó 1.300 hộ hiến đất.": (
        "subset-exceeds-whole", "error", "1.300 hộ là một phần của 1.250 hộ", ""),
    "Khen thưởng 35 người, trong đó 20 người nam và 18 người nữ.": (
        "sum-inconsistent", "error", "20 người + 18 người là 38, nhiều hơn tổng số 35 người", ""),
    "Hỗ trợ 35 suất quà, trong đó 20 suất quà cho tập thể, 18 suất quà cho cá nhân.": (
        "sum-inconsistent", "error", "20 suất quà + 18 suất quà là 38", ""),
    "Tặng 125 suất quà, 500.000 đồng/suất, tổng trị giá 65 triệu đồng.": (
        "sum-inconsistent", "error", "125 suất quà × 500.000 đồng/suất là 62,5 triệu đồng", "62,5"),
    "Toàn xã có 1.874 hộ, trong đó 1.807 hộ đạt gia đình văn hóa, tỷ lệ 94,4%.": (
        "ratio-inconsistent", "error", "Có thể số đúng là 96,4%", "96,4%"),
    "Có 27/28 trường đạt chuẩn, tỷ lệ 96,42%.": (
        "ratio-truncated", "info", "96,43%", ""),
    "Có 27/28 trường đạt chuẩn, đạt 69,43%.": (
        "ratio-inconsistent", "error", "Có thể số đúng là 96,43%", "96,43%"),
    "Xây dựng 16/15 mô hình, đạt 116,7% kế hoạch.": (
        "attainment-inconsistent", "error", "Có thể số đúng là 106,7%", ""),
    "Tỷ lệ hộ nghèo 2,04%, giảm 1,5% so với năm trước (3,54%).": (
        "points-or-relative", "warning", "điểm phần trăm", ""),
    "Thu 1.200 triệu đồng, tăng 30% so với cùng kỳ (1.000 triệu đồng).": (
        "change-inconsistent", "error", "là tăng 20%", ""),
}  # fmt: skip

TRUE = [
    "Toàn tỉnh vận động 1.250 hộ, trong đó 300 hộ hiến đất.",
    "Toàn tỉnh vận động khoảng 1.250 hộ, trong đó 1.300 hộ hiến đất.",
    "Toàn tỉnh vận động 1.250 hộ. Trong đó 1.300 hộ hiến đất.",
    "Toàn tỉnh vận động 1.250 hộ, trong đó có 1.300 người.",
    "Khen thưởng 38 người, trong đó 20 người nam và 18 người nữ.",
    "Khen thưởng 35 người, trong đó 20 người nam và 18 người trẻ.",
    "Tặng 125 suất quà, 500.000 đồng/suất, tổng trị giá 62,5 triệu đồng.",
    "Tặng 125 suất quà, 500.000 đồng/suất, tổng trị giá 63 triệu đồng.",  # rounded
    "Tặng hơn 125 suất quà, 500.000 đồng/suất, tổng trị giá 65 triệu đồng.",
    "Tặng 125 suất quà, 500.000 đồng/hộ, tổng trị giá 65 triệu đồng.",
    "Tặng 125 suất quà, 500.000 đồng/suất, huy động 65 triệu đồng.",
    "Toàn xã có 1.874 hộ, trong đó 1.807 hộ đạt gia đình văn hóa, tỷ lệ 96,43%.",
    "Toàn xã có 1.874 hộ, trong đó 1.807 hộ đạt gia đình văn hóa, tỷ lệ 87,5%.",  # of something else
    "Toàn xã có 1.874 hộ, trong đó 1.807 hộ đạt gia đình văn hóa, chiếm 94,4% dân số.",
    "Có 27/28 trường đạt chuẩn, tỷ lệ 96,43%.",
    "Xây dựng 16/15 mô hình, đạt 106,7% kế hoạch.",
    "Xây dựng 16/15 mô hình ở các xã vùng sâu, vùng xa; thu ngân sách đạt 116,7% kế hoạch.",
    "Tỷ lệ hộ nghèo 2,04%, giảm 1,5 điểm phần trăm so với năm trước (3,54%).",
    "Thu 1.200 triệu đồng, tăng 20% so với cùng kỳ (1.000 triệu đồng).",
    "Thu 1.200 triệu đồng, tăng 30% so với kế hoạch đã được giao trong nghị quyết, 1.000 triệu đồng.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_sentence_against_itself_is_found(text):
    code, severity, said, correction = WRONG[text]
    (finding,) = audit_paper(paper_of(text))
    assert (finding.code, finding.severity) == (code, severity)
    assert said in finding.vietnamese
    assert finding.correction == correction
    start, stop = finding.address.span
    assert any(letter.isdigit() for letter in text[start:stop])


@pytest.mark.parametrize("text", TRUE)
def test_a_sentence_that_can_be_true_is_left_alone(text):
    assert not list(audit_paper(paper_of(text)))


def test_a_product_longer_than_any_figure_is_no_finding():
    many = "9" * (MAX_DIGITS - 5)
    text = f"Tặng {many} suất quà, {many} đồng/suất, tổng trị giá 65 triệu đồng."
    assert not list(audit_paper(paper_of(text)))
