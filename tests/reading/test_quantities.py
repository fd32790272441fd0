"""Quantities, money and ranges: what is read, what is refused, and that it all comes back."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from danvankheo import (
    AmbiguousTextError,
    Approximation,
    InvalidValueError,
    Quantity,
    QuantityRange,
    ReadingError,
    counted,
    format_money,
    format_quantity,
    format_range,
    parse_attainment,
    parse_change,
    parse_from_to,
    parse_money,
    parse_quantity,
    parse_range,
)
from danvankheo.locale_vi import spellings, words
from danvankheo.locale_vi.cldr import unit_name
from danvankheo.locale_vi.words import CLDR_UNITS
from danvankheo.units import (
    BILLION_DONG,
    DONG,
    EURO,
    HECTARE,
    KILOGRAM,
    MILLION_DONG,
    PERCENT,
    SQUARE_METRE,
    THOUSAND_DONG,
    TIMES,
    TONNE,
    UNITS,
    US_DOLLAR,
    WORKDAY,
    Dimension,
    Region,
    Scale,
    local_area,
    traditional_area,
)
from support import quantities, ranges, roundings

OVER, NEARLY, ABOUT = Approximation.OVER, Approximation.NEARLY, Approximation.ABOUT
HO = counted("hộ")

READ = {
    "1.200m2": Quantity(1200, SQUARE_METRE), "1600ha": Quantity(1600, HECTARE),
    "1,500 m2": Quantity(Decimal("1.500"), SQUARE_METRE), "31,046 tỷ đồng": Quantity(Decimal("31.046"), BILLION_DONG),
    "0.8 tỷ đồng": Quantity(Decimal("0.8"), BILLION_DONG), "2.6 triệu USD": Quantity(Decimal("2.6"), US_DOLLAR.scaled(Scale.MILLION)),
    "2 tỷ 5 triệu đồng": Quantity(2005, MILLION_DONG), "1 tỷ 200 triệu 500 nghìn đồng": Quantity(1_200_500, THOUSAND_DONG),
    "1 triệu 500 đồng": Quantity(1_000_500, DONG), "3 triệu 200,5 nghìn đồng": Quantity(Decimal("3200.5"), THOUSAND_DONG),
    "−3 tỷ 645 triệu đồng": Quantity(-3645, MILLION_DONG), "3 tỷ rưỡi đồng": Quantity(Decimal("3.5"), BILLION_DONG),
    "hai tấn rưỡi": Quantity(Decimal("2.5"), TONNE), "2 tấn rưỡi": Quantity(Decimal("2.5"), TONNE),
    "1 lít rưỡi dầu/hộ": Quantity(Decimal("1.5"), UNITS["litre"].per("hộ")), "5 hộ rưỡi": Quantity(Decimal("5.5"), HO),
    "2 tấn rưỡi/hộ": Quantity(Decimal("2.5"), TONNE.per("hộ")),
    "3 trăm triệu đồng": Quantity(300, MILLION_DONG), "5 chục hộ": Quantity(5, HO.scaled(Scale.TEN)),
    "8 vạn đồng bào": Quantity(8, counted("đồng bào").scaled(Scale.TEN_THOUSAND)),
    "2 nghìn tỷ đồng": Quantity(2, DONG.scaled(Scale.TRILLION)),
    "Gần 3 ha": Quantity(3, HECTARE, NEARLY), "ước khoảng 5 ha": Quantity(5, HECTARE, ABOUT),
    "trên dưới 50 hộ": Quantity(50, HO, ABOUT), "đúng 50 hộ": Quantity(50, HO),
    "không quá 5 hộ": Quantity(5, HO, Approximation.AT_MOST), "từ 5 hộ trở lên": Quantity(5, HO, Approximation.AT_LEAST),
    "5 hộ trở xuống": Quantity(5, HO, Approximation.AT_MOST),
    "7 triệu đồng / người/ năm": Quantity(7, MILLION_DONG.per("người/năm")),
    "5 đồng hồ": Quantity(5, counted("đồng hồ")), "126 tập thể, cá nhân": Quantity(126, counted("tập thể, cá nhân")),
    "mười năm": Quantity(10, counted("năm")), "hai mươi lăm năm": Quantity(25, counted("năm")),
    "một trăm năm": Quantity(100, counted("năm")), "Hai mươi mốt hộ": Quantity(21, HO),
    "hai triệu ba trăm nghìn đồng": Quantity(2300, THOUSAND_DONG), "0 hộ": Quantity(0, HO),
    "\n gần\u00a01,5   tỷ đồng ": Quantity(Decimal("1.5"), BILLION_DONG, NEARLY),
    "một chấm năm héc ta": Quantity(Decimal("1.5"), HECTARE), "một phần hai ki lô gam": Quantity(Decimal("0.5"), KILOGRAM),
    "hai mươi chấm năm triệu đồng": Quantity(Decimal("20.5"), MILLION_DONG), "ba phần tư tấn": Quantity(Decimal("0.75"), TONNE),
    "ba phần trăm": Quantity(3, PERCENT), "ba phần quà": Quantity(3, counted("phần quà")),
    "2 nghìn tỷ 345 tỷ đồng": Quantity(2345, BILLION_DONG), "5 triệu tỷ đồng": Quantity(5_000_000, BILLION_DONG),
    "hai nghìn tỷ ba trăm bốn mươi lăm tỷ đồng": Quantity(2345, BILLION_DONG),
    "3 trăm nghìn tỷ đồng": Quantity(300, DONG.scaled(Scale.TRILLION)), "2 nghìn tỷ rưỡi đồng": Quantity(Decimal("2.5"), DONG.scaled(Scale.TRILLION)),
    "2 triệu tỷ rưỡi đồng": Quantity(2_500_000, BILLION_DONG), "2 trăm triệu rưỡi đồng": Quantity(Decimal("200.5"), MILLION_DONG),
    "hai nghìn tỷ đồng": Quantity(2, DONG.scaled(Scale.TRILLION)), "5 tỷ phú": Quantity(5, counted("tỷ phú")),
    "5 nghìn tỷ phú": Quantity(5, counted("tỷ phú").scaled(Scale.THOUSAND)), "ba tỷ phú": Quantity(3, counted("tỷ phú")),
    "12 trđ": Quantity(12, MILLION_DONG), "35,5 trđồng": Quantity(Decimal("35.5"), MILLION_DONG), "35 tr.đ": Quantity(35, MILLION_DONG),
    "35 tr đồng": Quantity(35, MILLION_DONG), "500 ngđ": Quantity(500, THOUSAND_DONG), "5 tỷ đ/xã": Quantity(5, BILLION_DONG.per("xã")),
    "2 tỷ 5 trđ": Quantity(2005, MILLION_DONG), "5 triệuđồng": Quantity(5, MILLION_DONG), "154.400.000 đ.": Quantity(154_400_000, DONG),
    "$5.000": Quantity(5000, US_DOLLAR), "-$5": Quantity(-5, US_DOLLAR), "USD 1,2 triệu": Quantity(Decimal("1.2"), US_DOLLAR.scaled(Scale.MILLION)),
    "VND 5.000.000": Quantity(5_000_000, DONG), "₫ 500/hộ": Quantity(500, DONG.per("hộ")), "€ 20": Quantity(20, EURO), "20 euro": Quantity(20, EURO),
    "10 đô la": Quantity(10, US_DOLLAR), "10 đô": Quantity(10, US_DOLLAR), "5 việt nam đồng": Quantity(5, DONG),
    "âm 5 triệu đồng": Quantity(-5, MILLION_DONG), "trừ hai triệu đồng": Quantity(-2, MILLION_DONG), "- 3%": Quantity(-3, PERCENT),
    "gần chục hộ": Quantity(10, HO, NEARLY), "hơn trăm triệu đồng": Quantity(100, MILLION_DONG, OVER), "gần nghìn hộ": Quantity(1, HO.scaled(Scale.THOUSAND), NEARLY),
    "~100 triệu đồng": Quantity(100, MILLION_DONG, ABOUT), "ít hơn 5 hộ": Quantity(5, HO, Approximation.UNDER), "cao hơn 5 hộ": Quantity(5, HO, OVER),
    "tầm khoảng 5 hộ": Quantity(5, HO, ABOUT), "không tới 5 hộ": Quantity(5, HO, Approximation.UNDER), "１５ hộ": Quantity(15, HO),
    "5 xăng ti mét": Quantity(5, UNITS["centimetre"]), "5 mi li mét": Quantity(5, UNITS["millimetre"]), "200 gam": Quantity(200, UNITS["gram"]),
    "3 lạng": Quantity(3, UNITS["hectogram"]), "2 kí lô": Quantity(2, KILOGRAM), "2 l": Quantity(2, UNITS["litre"]), "5 ml": Quantity(5, UNITS["millilitre"]),
    "5 cm³": Quantity(5, UNITS["cubic_centimetre"]), "2 km3": Quantity(2, UNITS["cubic_kilometre"]),
    "40 ki lô mét trên giờ": Quantity(40, UNITS["kilometre"].per("giờ")), "40 km/h": Quantity(40, UNITS["kilometre"].per("h")),
    "1 500 hộ": Quantity(1500, HO), "2 đô la Mỹ": Quantity(2, US_DOLLAR), "5 cây số": Quantity(5, UNITS["kilometre"]),
}  # fmt: skip

REFUSED = {
    "": ("figure", 0), "xin chào": ("figure", 0), "hơn": ("figure", 0), "5": ("unit-word", 1),
    "5 triệu": ("unit-word", 7), "5 triệu đồng.": ("unit-word", 8), "28,6% triệu đồng": ("unit-word", 4),
    "5 triệu %": ("unit-word", 8), "5 hộ/": ("unit-word", 2), "5 hộ//xã": ("unit-word", 2), "500k": ("unit-word", 3),
    "1tr5": ("unit-word", 1), "5 trở lên": ("unit-word", 1), "gần 5 hộ trở lên": ("end", 8),
    "từ 5 hộ": ("figure", 0), "2 tỷ 1.200 triệu đồng": ("scales-fall", 5), "1 triệu 2 tỷ đồng": ("scales-fall", 8),
    "1,5 triệu 200 nghìn đồng": ("scales-fall", 0), "3,5 tỷ rưỡi đồng": ("scales-fall", 0),
    "5 tỷ triệu đồng": ("scales-fall", 5), "5 nghìn triệu đồng": ("scales-fall", 8), "hàng chục nghìn ngày công": ("no-figure", 0), "vài chục hộ": ("vague", 0),
    "một trăm năm hộ": ("not-years", 9), "hai ba hộ": ("two-way", 4), "trăm hai ba hộ": ("two-way", 9), "bốn năm hộ": ("number-words", 4),
    "hơn gần 5 hộ": ("figure", 4), "5 đến 10 hộ": ("unit-word", 2), "hộ 5": ("figure", 0),
    "NaN đồng": ("figure", 0), "12.345.67 đồng": ("groups", 7), "007 hộ": ("leading-zero", 0),
    f"{'9' * 101} hộ": ("bounded", 0), f"5 {'x' * 300}": ("unit-word", 2), "5 hộ 3 xã": ("unit-word", 2),
    "hai hộ rưỡi rưỡi": ("unit-word", 4), "một trăm một hộ": ("two-way", 9), "hai mươi năm hộ": ("not-years", 9),
    "một phần ba tấn": ("finite-decimal", 0), "chục hộ": ("number-words", 5), "$5 hộ": ("end", 3), "âm -5 hộ": ("number-words", 3),
    "$5 USD": ("end", 3), "một chấm năm trăm đồng": ("two-way", 4), "5 phần hai kg": ("unit-word", 2),
    "một phần năm tấn": ("not-years", 9), "5 tỷ lệ": ("unit-word", 2), "3,5 nghìn tỷ 200 tỷ đồng": ("scales-fall", 0),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quantity"), READ.items())
def test_quantities_that_are_read(text, quantity):
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_quantities_that_are_refused(text, expected):
    with pytest.raises(ReadingError) as refused:
        parse_quantity(text)
    assert (refused.value.reason.value, refused.value.position) == expected


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("15 triệu", Quantity(15, MILLION_DONG)), ("ba tỷ rưỡi", Quantity(Decimal("3.5"), BILLION_DONG)),
        ("triệu hai", Quantity(Decimal("1.2"), MILLION_DONG)), ("hơn 2 tỷ", Quantity(2, BILLION_DONG, OVER)),
        ("90 triệu/1000m2", Quantity(90, MILLION_DONG.per("1000m2"))), ("500.000đ/tháng", Quantity(500_000, DONG.per("tháng"))),
        ("12.000.000 VNĐ", Quantity(12_000_000, DONG)), ("một trăm nghìn đồng chẵn", Quantity(100, THOUSAND_DONG)),
        ("100.000 đồng chẵn", Quantity(100_000, DONG)),
    ],
)  # fmt: skip
def test_money_that_is_read(text, money):
    assert parse_money(text) == money


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 hộ", "dimension"), ("5 ha", "dimension"), ("500.000", "unit-word"), ("1 triệu 500", "unit-word"),
        ("1tr5", "unit-word"), ("1,500 đồng", "two-way"), ("tỷ đổng", "number-words"), ("2 tỷ đổng", "unit-word"),
    ],
)  # fmt: skip
def test_money_that_is_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_money(text)
    assert refused.value.reason.value == reason


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("1tr5", Quantity(Decimal("1.5"), MILLION_DONG)), ("1tr250", Quantity(Decimal("1.250"), MILLION_DONG)),
        ("500k", Quantity(500, THOUSAND_DONG)), ("2 tỷ 5", Quantity(Decimal("2.5"), BILLION_DONG)),
        ("1,2 Tr", Quantity(Decimal("1.2"), MILLION_DONG)), ("1,2 N", Quantity(Decimal("1.2"), THOUSAND_DONG)),
        ("-1,2 N USD", Quantity(Decimal("-1.2"), US_DOLLAR.scaled(Scale.THOUSAND))), ("12k5", Quantity(Decimal("12.5"), THOUSAND_DONG)),
        ("hơn 15tr đồng", Quantity(15, MILLION_DONG, OVER)), ("2 tỷ 5 triệu", Quantity(2005, MILLION_DONG)),
    ],
)  # fmt: skip
def test_shorthand_is_read_only_where_it_is_allowed(text, money):
    assert parse_money(text, shorthand=True) == money
    with suppress(ReadingError):
        assert parse_money(text) == money


@pytest.mark.parametrize("text", ["1,500 hộ", "1,500 đồng", "12,345 ngày công", "1,500 USD"])
def test_a_comma_before_what_is_counted_whole_is_two_way(text):
    with pytest.raises(AmbiguousTextError):
        parse_quantity(text)
    whole = parse_quantity(text, convention="en").amount
    assert parse_quantity(text, convention="vi").amount * 1000 == whole


class TestRegionalUnits:
    def test_each_reading_is_told(self):
        with pytest.raises(AmbiguousTextError) as refused:
            parse_quantity("gần 2 sào cà phê")
        assert refused.value.readings == {
            "north": Quantity(2, traditional_area("sào", Region.NORTH)),
            "central": Quantity(2, traditional_area("sào", Region.CENTRAL)),
        }
        with pytest.raises(AmbiguousTextError, match="3 ngày công or 3000 m2"):
            parse_quantity("3 công")

    def test_the_caller_settles_them(self):
        sao = local_area("sào", 1000, "Tây Nguyên")
        assert parse_quantity("2,5 sào", units=[sao]) == Quantity(Decimal("2.5"), sao)
        assert parse_quantity("2 sào đất/hộ", units=[sao]) == Quantity(2, sao.per("hộ"))
        assert parse_quantity("2 nghìn sào", units=[sao]) == Quantity(2, sao.scaled(Scale.THOUSAND))
        cong = traditional_area("công", Region.SOUTH)
        assert parse_quantity("3 công ruộng", units=[cong]).value == 3000
        with pytest.raises(AmbiguousTextError):
            parse_quantity("2 mẫu", units=[sao])

    def test_works_and_samples_are_no_areas(self):
        assert parse_quantity("3 công trình") == Quantity(3, counted("công trình"))
        assert parse_quantity("3 mẫu nước") == Quantity(3, counted("mẫu nước"))


def test_every_name_that_the_formatters_write_is_a_spelling():
    for code, key in CLDR_UNITS.items():
        for width in ("short", "long"):
            assert unit_name(key, width).lower() in spellings.UNITS[code]
    for code, name in words.UNIT_LONG_NAMES.items():
        assert name.lower() in spellings.UNITS[code]
    for code, unit in UNITS.items():
        if unit.scale is Scale.ONE:
            assert spellings.UNITS[code][0] == unit.name.lower()
    assert set(spellings.UNITS) == {unit.measure for unit in UNITS.values()}
    for scale in Scale:
        assert scale is Scale.ONE or spellings.SCALES[scale.value][0] == scale.label
    for approximation in Approximation:
        assert not approximation.label or spellings.APPROXIMATIONS[approximation.value][0] in (
            approximation.label
        )


@pytest.mark.parametrize("code", UNITS)
@pytest.mark.parametrize("style", ["plain", "symbol", "long"])
def test_every_unit_comes_back_in_every_style(code, style):
    quantity = Quantity(Decimal("12.5"), UNITS[code], OVER)
    assert parse_quantity(format_quantity(quantity, style=style)) == quantity
    for spelling in spellings.UNITS[UNITS[code].measure]:
        assert parse_quantity(f"12,5 {spelling}").unit == UNITS[code].unscaled()


def _units_of(*quantities):
    return [quantity.unit.per("").unscaled() for quantity in quantities if quantity.unit.region]


@given(quantities(), st.sampled_from(["plain", "symbol", "long"]))
@example(Quantity(Decimal("1.234"), HECTARE), "plain")
@example(Quantity(Decimal("-5.50"), MILLION_DONG.per("người/năm"), OVER), "plain")
@example(Quantity(Decimal("1.234"), HO), "plain")
def test_quantities_come_back(quantity, style):
    text = format_quantity(quantity, style=style)
    units = _units_of(quantity)
    assert parse_quantity(text, convention="vi", units=units) == quantity
    try:
        assert parse_quantity(text, units=units) == quantity
    except AmbiguousTextError as error:
        assert error.readings["decimal-comma"] == quantity.amount


@given(quantities(), st.integers(0, 5), roundings)
def test_rounded_quantities_come_back_digit_for_digit(quantity, decimals, rounding):
    text = format_quantity(quantity, decimals=decimals, rounding=rounding)
    read = parse_quantity(text, convention="vi", units=_units_of(quantity))
    assert format_quantity(read) == text
    assert (read.unit, read.approximation) == (quantity.unit, quantity.approximation)


moneys = st.decimals(-(10**13), 10**13, places=2).map(lambda d: d.normalize() if d == d.to_integral() else d)


@given(
    moneys,
    st.sampled_from([DONG, US_DOLLAR, EURO, MILLION_DONG]),
    st.sampled_from(["full", "thousand", "million", "billion", "auto", "compound"]),
    st.tuples(st.sampled_from(["", "người/năm", "hộ"]), st.sampled_from(Approximation)),
    st.sampled_from(["plain", "symbol", "code", "sign"]),
)
@example(Decimal(-3645000000), DONG, "compound", ("", OVER), "symbol")
@example(Decimal(1000500), DONG, "compound", ("", Approximation.EXACTLY), "plain")
def test_money_comes_back_in_every_scale_and_style(amount, unit, scale, around, style):
    per, approximation = around
    options = {"unit": unit, "scale_word": scale, "per": per, "approximation": approximation}
    text = format_money(amount, style=style, **options)
    read = parse_money(text, convention="vi")
    assert read.value == Quantity(amount, unit).value
    assert read.approximation is approximation
    assert read.unit.rate == per
    assert read.unit.fits(unit.per(per) if per else unit)
    if scale != "compound":
        assert format_money(read, style=style) == text


@given(ranges, st.sampled_from(Approximation), st.sampled_from(["plain", "symbol", "long"]))
def test_ranges_come_back(span, approximation, style):
    span = QuantityRange(
        Quantity(span.low.amount, span.low.unit), Quantity(span.high.amount, span.high.unit), approximation
    )
    text = format_range(span, style=style)
    assert parse_range(text, convention="vi", units=_units_of(span.low)) == span


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 – 7%", Quantity(5, PERCENT), Quantity(7, PERCENT)),
        ("1-1,5%", Quantity(1, PERCENT), Quantity(Decimal("1.5"), PERCENT)),
        ("từ 90 - 100 triệu đồng", Quantity(90, MILLION_DONG), Quantity(100, MILLION_DONG)),
        ("từ 800 triệu đến 1,2 tỷ đồng", Quantity(800, MILLION_DONG), Quantity(Decimal("1.2"), BILLION_DONG)),
        ("200- 300 m2", Quantity(200, SQUARE_METRE), Quantity(300, SQUARE_METRE)),
        ("từ -5 đến -3%", Quantity(-5, PERCENT), Quantity(-3, PERCENT)),
        ("từ hai đến ba triệu đồng", Quantity(2, MILLION_DONG), Quantity(3, MILLION_DONG)),
        ("từ hơn 5 tới gần 10 hộ", Quantity(5, HO, OVER), Quantity(10, HO, NEARLY)),
        ("giữa 5 và 10 triệu đồng", Quantity(5, MILLION_DONG), Quantity(10, MILLION_DONG)),
        ("giữa 800 triệu và 1,2 tỷ đồng", Quantity(800, MILLION_DONG), Quantity(Decimal("1.2"), BILLION_DONG)),
        ("100-200 triệu đồng", Quantity(100, MILLION_DONG), Quantity(200, MILLION_DONG)),
        ("$5-$10", Quantity(5, US_DOLLAR), Quantity(10, US_DOLLAR)),
        ("âm 5 đến 3%", Quantity(-5, PERCENT), Quantity(3, PERCENT)),
        ("từ 1.5 đến 2 tỷ đồng", Quantity(Decimal("1.5"), BILLION_DONG), Quantity(2, BILLION_DONG)),
    ],
)  # fmt: skip
def test_ranges_that_are_read(text, low, high):
    span = parse_range(text)
    assert (span.low, span.high) == (low, high)


def test_slang_is_read_in_ranges_and_changes_as_well():
    assert parse_range("100k-1tr5 đồng", shorthand=True) == parse_range("100 nghìn đồng - 1,5 triệu đồng")
    assert parse_change("tăng 1tr5 đồng", shorthand=True) == parse_change("tăng 1,5 triệu đồng")
    assert parse_from_to("từ 2tr lên 3tr đồng", shorthand=True) == parse_from_to("từ 2 lên 3 triệu đồng")
    assert parse_attainment("đạt 15tr đồng so với kế hoạch", shorthand=True).figure == Quantity(
        15, MILLION_DONG
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 hộ", "range-text"), ("giữa 5 hộ", "range-text"), ("giữa 10 và 5 hộ", "ordered"), ("từ giữa 5 và 10 hộ", "range-text"), ("từ 10 đến 5 hộ", "ordered"), ("5-7", "unit-word"), ("từ 5 đến", "range-text"),
        ("từ 5 ha đến 10 hộ", "same-base"), ("đến 5 hộ", "range-text"), ("từ đến 5 hộ", "figure"),
        ("từ 5 triệu đến 10%", "unscaled-unit"), ("", "range-text"), ("từ 5 hộ đến 7 hộ đến 9 hộ", "unit-word"),
    ],
)  # fmt: skip
def test_ranges_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_range(text)
    assert refused.value.reason.value == reason


@given(quantities())
def test_the_long_way_reads_what_the_short_one_reads(quantity):
    assume(not quantity.unit.region)
    text = format_quantity(quantity)
    assert parse_quantity(f" {text}", convention="vi") == parse_quantity(text, convention="vi")


def test_unknown_choices_are_refused():
    for call in (
        lambda: parse_quantity("5 hộ", convention="us"),
        lambda: parse_money("5 đồng", convention=1),
        lambda: parse_quantity(5),
        lambda: parse_quantity("2 sào", units=["sào"]),
        lambda: parse_money(None),
    ):
        with pytest.raises(InvalidValueError):
            call()
    assert parse_quantity("2 lần") == Quantity(2, TIMES)
    assert parse_quantity("731 ngày công").unit.dimension is Dimension.LABOUR
    assert parse_quantity("731 ngày công").unit == WORKDAY
