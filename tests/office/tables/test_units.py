"""Units in heads, captions, brackets and cells."""

import pytest

from danvankheo.domain.units import (
    BILLION_DONG,
    DONG,
    KILOMETRE,
    MILLION_DONG,
    PERCENT,
    SQUARE_METRE,
    THOUSAND_DONG,
    US_DOLLAR,
    WORKDAY,
    Scale,
    counted,
)
from danvankheo.office.tables.units import (
    gives_a_unit,
    is_a_unit,
    unit_in_brackets,
    unit_in_caption,
    unit_in_captions,
    unit_in_head,
    unit_in_path,
    unit_of_words,
)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("tr.đ", MILLION_DONG), ("1.000 đồng", THOUSAND_DONG), ("1000đ", THOUSAND_DONG), ("tỷ đồng", BILLION_DONG),
        ("VNĐ", DONG), ("Tr. USD", US_DOLLAR.scaled(Scale.MILLION)), ("%", PERCENT), ("m2", SQUARE_METRE),
        ("công", WORKDAY), ("MH", counted("mô hình")), ("hộ", counted("hộ")), ("đồng/suất", DONG.per("suất")),
        ("tỷ lệ", None), ("", None), ("x" * 70, None),
    ],
)  # fmt: skip
def test_words_of_tables(words, unit):
    assert unit_of_words(words) == unit


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Tiền (triệu đồng)", MILLION_DONG), ("Ngày công", WORKDAY), ("Đất hiến (m2)", SQUARE_METRE),
        ("Tỷ lệ %", PERCENT), ("% đạt", PERCENT), ("Số mô hình", counted("mô hình")), ("Hộ tham gia", counted("hộ")),
        ("Tập thể", None), ("SL tập thể", counted("tập thể")), ("Kế hoạch năm", None), ("Tổng số", None),
        ("Kinh phí, triệu đồng", MILLION_DONG), ("Tăng (+), giảm (-)", None), ("ĐVT: tr.đ", MILLION_DONG),
    ],
)  # fmt: skip
def test_heads(head, unit):
    assert unit_in_head(head) == unit


def test_the_lowest_head_that_names_a_unit_wins():
    assert unit_in_path(("Số mô hình", "Đạt (%)")) == PERCENT
    assert unit_in_path(("Số mô hình", "Kế hoạch năm")) == counted("mô hình")


def test_captions():
    assert unit_in_caption("Biểu 1. Nguồn vốn (ĐVT: triệu đồng)") == MILLION_DONG
    assert unit_in_caption("Đơn vị: xã Ia Sơn") is None
    assert unit_in_caption("ĐVT: như đầu cột") is None
    assert gives_a_unit("ĐVT: như đầu cột")
    assert not gives_a_unit("Nội dung chi")
    assert unit_in_captions(["Biểu 2", "Đơn vị tính: 1.000 đồng"]) == THOUSAND_DONG


def test_brackets():
    assert unit_in_brackets("Đường trục thôn (km)") == KILOMETRE
    assert unit_in_brackets("Chi (theo giá hiện hành)") is None
    assert is_a_unit("hộ")
    assert not is_a_unit("theo giá hiện hành")
