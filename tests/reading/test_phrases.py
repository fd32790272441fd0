"""A phrase of which only the text is known: every kind that can read it."""

from decimal import Decimal

import pytest

import danvankheo as dvk
from danvankheo import (
    Attainment,
    Change,
    Direction,
    FromTo,
    Quantity,
    QuantityRange,
    Ratio,
    ReadingError,
    counted,
)
from danvankheo.reading.phrases import read_phrase


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("hơn 154,4 triệu đồng", ["quantity"]), ("2/11", ["date", "ratio"]), ("15 triệu", ["money"]), ("năm 2022", ["period"]),
        ("27/28 trường", ["ratio"]), ("1.000", ["number"]), ("hai trăm tư", ["words"]), ("5-7%", ["range"]),
        ("gấp đôi", ["change"]), ("vượt 12,5% chỉ tiêu", ["attainment"]), ("16/CT-TTg", ["document"]), ("2-11-2022", ["date"]),
    ],
)  # fmt: skip
def test_a_phrase_tells_of_what_kind_it_is(text, kinds):
    assert list(read_phrase(text)) == kinds


@pytest.mark.parametrize(
    ("text", "options", "kind", "value"),
    [
        ("1,5", {"convention": "en"}, "number", Decimal("1.5")),
        ("1,500", {"convention": "en"}, "number", Decimal(1500)),
        ("1,234.5%", {"convention": "en"}, "quantity", Quantity(Decimal("1234.5"), dvk.units.PERCENT)),
        ("1,234.5 triệu", {"convention": "en"}, "money", Quantity(Decimal("1234.5"), dvk.units.MILLION_DONG)),
        ("15tr", {"shorthand": True}, "money", Quantity(15, dvk.units.MILLION_DONG)),
        ("1,200-1,500 hộ", {"convention": "en"}, "range",
         QuantityRange(Quantity(1200, counted("hộ")), Quantity(1500, counted("hộ")))),
        ("1,200/1,500 hộ", {"convention": "en"}, "ratio", Ratio(part=1200, whole=1500, unit=counted("hộ"))),
        ("tăng 1,500 hộ", {"convention": "en"}, "change",
         Change(direction=Direction.UP, size=Quantity(1500, counted("hộ")))),
        ("tăng gấp 2 lần", {"times": "reached"}, "change",
         Change(direction=Direction.UP, size=Quantity(2, dvk.units.TIMES))),
        ("tăng gấp 2 lần", {"times": "added"}, "change",
         Change(direction=Direction.UP, size=Quantity(3, dvk.units.TIMES))),
        ("tăng từ 1,200 lên 1,500 hộ", {"convention": "en"}, "from_to",
         FromTo(before=Quantity(1200, counted("hộ")), after=Quantity(1500, counted("hộ")), direction=Direction.UP)),
        ("đạt 1,500 hộ so với kế hoạch", {"convention": "en"}, "attainment",
         Attainment(figure=Quantity(1500, counted("hộ")), target="kế hoạch")),
    ],
    ids=range(12),
)  # fmt: skip
def test_every_option_reaches_the_readers_of_a_phrase(text, options, kind, value):
    assert read_phrase(text, **options)[kind] == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,500", "two-way"), ("tăng 2 lần", "two-way"), ("2 sào", "regional-unit"), ("31/2/2022", "calendar-day"),
        ("xin chào", "readable"), ("", "readable"), ("12.345.67", "groups"), ("5 triệu đồng.", "unit-word"), ("hàng trăm hộ", "no-figure"),
    ],
)  # fmt: skip
def test_a_phrase_that_nobody_reads_tells_the_best_reason(text, reason):
    with pytest.raises(ReadingError) as refused:
        read_phrase(text)
    assert refused.value.reason.value == reason
