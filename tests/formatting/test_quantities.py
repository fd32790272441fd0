"""Quantities, ranges, ratios, changes and attainment."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.units import format_unit
from hypothesis import given

from danvankheo import (
    Approximation,
    Direction,
    FromTo,
    InvalidValueError,
    Quantity,
    QuantityRange,
    Rounding,
    counted,
    format_attainment,
    format_change,
    format_from_to,
    format_quantity,
    format_range,
    format_ratio,
)
from danvankheo.errors import NotExactError, UndefinedError, UnitMismatchError
from danvankheo.units import (
    HECTARE,
    KILOMETRE,
    LITRE,
    MILLION_DONG,
    PER_MILLE,
    PERCENT,
    PERCENTAGE_POINT,
    SQUARE_METRE,
    THOUSAND_DONG,
    TIMES,
    US_DOLLAR,
    WORKDAY,
    Region,
    Scale,
    traditional_area,
)
from support import quantities, tidy


@given(quantities())
def test_the_digits_written_are_the_digits_held(quantity):
    text = format_quantity(quantity)
    word = quantity.approximation.label
    assert text.startswith(word)
    rest = text.removeprefix(word).strip()
    digits = re.match(r"[0-9.,]+", rest)[0]
    assert str(tidy(digits)) == f"{quantity.amount:f}"
    assert rest.endswith((quantity.unit.label, quantity.unit.label.replace(" /", "/")))


@pytest.mark.parametrize(
    ("quantity", "options", "text"),
    [
        (Quantity(Decimal("2.50"), MILLION_DONG), {}, "2,50 triệu đồng"),
        (Quantity(Decimal("1.2"), SQUARE_METRE.scaled(Scale.MILLION)), {}, "1,2 triệu m2"),
        (Quantity(Decimal("1.2"), SQUARE_METRE.scaled(Scale.MILLION)), {"unit": HECTARE}, "120 ha"),
        (Quantity(Decimal("0.3"), PER_MILLE), {}, "0,3‰"),
        (Quantity(Decimal("1.53"), PERCENT.per("năm")), {}, "1,53%/năm"),
        (Quantity(2, PERCENTAGE_POINT), {}, "2 điểm phần trăm"),
        (Quantity(200, LITRE), {}, "200 lít"),
        (Quantity(17, counted("tiêu chí").per("xã")), {}, "17 tiêu chí/xã"),
        (Quantity(100, SQUARE_METRE), {"unit": traditional_area("sào", Region.NORTH), "decimals": 2},
         "0,28 sào"),
        (Quantity(Decimal("2.345"), HECTARE), {"decimals": 1}, "2,3 ha"),
        (Quantity(3, US_DOLLAR), {"style": "long"}, "3 đô la Mỹ"),
        (Quantity(3, KILOMETRE), {"style": "long"}, "3 kilômét"),
        (Quantity(3, counted("hộ")), {"style": "long"}, "3 hộ"),
    ],
)  # fmt: skip
def test_examples(quantity, options, text):
    assert format_quantity(quantity, **options) == text


@pytest.mark.parametrize(
    ("unit", "key", "style", "length"),
    [
        (SQUARE_METRE, "area-square-meter", "symbol", "short"),
        (SQUARE_METRE, "area-square-meter", "long", "long"),
        (HECTARE, "area-hectare", "plain", "short"),
        (KILOMETRE, "length-kilometer", "plain", "short"),
    ],
)
def test_units_equal_babel_where_cldr_is_usage(unit, key, style, length):
    expected = format_unit(1234, key, length=length, locale="vi")
    assert format_quantity(Quantity(1234, unit), style=style) == expected


def test_a_conversion_without_end_asks_for_decimals():
    with pytest.raises(NotExactError):
        format_quantity(Quantity(100, SQUARE_METRE), unit=traditional_area("sào", Region.NORTH))


def test_another_dimension_is_refused():
    with pytest.raises(UnitMismatchError):
        format_quantity(Quantity(100, SQUARE_METRE), unit=WORKDAY)
    with pytest.raises(InvalidValueError, match="plain, symbol, long"):
        format_quantity(Quantity(1, WORKDAY), style="short")


def test_ranges_write_a_shared_unit_once():
    low, high = (
        Quantity(800, MILLION_DONG),
        Quantity(Decimal("1.2"), MILLION_DONG.unscaled().scaled(Scale.BILLION)),
    )
    assert format_range(QuantityRange(low, high)) == "từ 800 triệu đồng đến 1,2 tỷ đồng"
    span = QuantityRange(Quantity(5, PERCENT), Quantity(7, PERCENT), Approximation.ABOUT)
    assert format_range(span) == "khoảng từ 5 đến 7%"


def test_ratios():
    assert format_ratio(Decimal("53.5"), 52, unit=HECTARE) == "53,5/52 ha"
    assert format_ratio(1, 3, percent=True, decimals=0) == "1/3 (33%)"
    with pytest.raises(NotExactError):
        format_ratio(1, 3, percent=True)
    with pytest.raises(UndefinedError):
        format_ratio(0, 0, percent=True)


@pytest.mark.parametrize(
    ("change", "options", "text"),
    [
        (Quantity(Decimal("-1.2"), PERCENTAGE_POINT, Approximation.UNDER), {},
         "giảm hơn 1,2 điểm phần trăm"),
        (Quantity(0, PERCENT), {}, "không đổi (0%)"),
        (Quantity(2, TIMES), {}, "gấp 2 lần"),
        (Quantity(-5_000_000, MILLION_DONG.unscaled()), {"scale_word": "auto"}, "giảm 5 triệu đồng"),
        (Quantity(Decimal("3.049"), PERCENT), {"decimals": 2}, "tăng 3,05%"),
        (Quantity(Decimal("3.049"), PERCENT), {"decimals": 2, "rounding": Rounding.TRUNCATE}, "tăng 3,04%"),
        (Quantity(1_550, THOUSAND_DONG), {"scale_word": "million", "decimals": 1}, "tăng 1,6 triệu đồng"),
        (Quantity(1_550, THOUSAND_DONG),
         {"scale_word": "million", "decimals": 1, "rounding": Rounding.TRUNCATE}, "tăng 1,5 triệu đồng"),
    ],
)  # fmt: skip
def test_changes(change, options, text):
    assert format_change(change, **options) == text


def test_times_cannot_be_negative():
    with pytest.raises(InvalidValueError):
        format_change(Quantity(-2, TIMES))


def test_both_ends_of_a_change_are_rounded_alike():
    fall = FromTo(
        before=Quantity(Decimal("11.45"), PERCENT),
        after=Quantity(Decimal("4.05"), PERCENT),
        direction=Direction.DOWN,
    )
    assert format_from_to(fall, decimals=1) == "giảm từ 11,5% xuống còn 4,1%"
    assert format_from_to(fall, decimals=1, rounding=Rounding.TRUNCATE) == "giảm từ 11,4% xuống còn 4,0%"


def test_attainment():
    assert format_attainment(Quantity(Decimal("105.5"), PERCENT)) == "đạt 105,5% kế hoạch"
    assert format_attainment(Fraction(19, 20), mode="short") == "còn thiếu 5% kế hoạch"
    assert format_attainment(1, target="") == "đạt 100%"
    for attained, mode in ((Fraction(1, 2), "exceed"), (2, "short"), (1, "reached")):
        with pytest.raises(InvalidValueError):
            format_attainment(attained, mode=mode)
    over = Quantity(Decimal("105.50"), PERCENT, Approximation.OVER)
    assert format_attainment(over) == "đạt hơn 105,50% kế hoạch"
    assert format_attainment(over, mode="exceed") == "vượt hơn 5,50% kế hoạch"
    assert (
        format_attainment(Quantity(95, PERCENT, Approximation.OVER), mode="short")
        == "còn thiếu gần 5% kế hoạch"
    )
    assert (
        format_attainment(Quantity(Decimal("105.55"), PERCENT), decimals=1, rounding=Rounding.TRUNCATE)
        == "đạt 105,5% kế hoạch"
    )
    assert format_attainment(Fraction(2, 3), decimals=1, rounding=Rounding.TRUNCATE) == "đạt 66,6% kế hoạch"
    for just_met in (1, Quantity(100, PERCENT)):
        assert format_attainment(just_met, mode="exceed") == "vượt 0% kế hoạch"
        assert format_attainment(just_met, mode="short") == "còn thiếu 0% kế hoạch"
    for attained, mode in ((95, "exceed"), (105, "short")):
        with pytest.raises(InvalidValueError, match="at least 100%"):
            format_attainment(Quantity(attained, PERCENT), mode=mode)
    for unit in (HECTARE, TIMES, PERCENTAGE_POINT):
        with pytest.raises(InvalidValueError, match="a quantity of percent"):
            format_attainment(Quantity(1, unit))
