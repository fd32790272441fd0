"""Ratios, changes and attainment, both ways."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvankheo import (
    AmbiguousTextError,
    Approximation,
    Attainment,
    Change,
    Direction,
    FromTo,
    InvalidValueError,
    Quantity,
    Ratio,
    ReadingError,
    counted,
    format_attainment,
    format_change,
    format_from_to,
    format_ratio,
    number_to_words,
    parse_attainment,
    parse_change,
    parse_from_to,
    parse_ratio,
    share,
)
from danvankheo.errors import UndefinedError, UnitMismatchError
from danvankheo.units import (
    DONG,
    HECTARE,
    METRE,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    TIMES,
    Region,
    traditional_area,
)
from support import amounts, quantities

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE
HO, TRUONG = counted("hộ"), counted("trường")


def percent(number, approximation=Approximation.EXACTLY):
    return Quantity(Decimal(number), PERCENT, approximation)


def times(number):
    return Quantity(Decimal(number), TIMES)


RATIOS = {
    "27/28 trường": Ratio(part=27, whole=28, unit=TRUONG),
    "27 / 28 trường": Ratio(part=27, whole=28, unit=TRUONG),
    "27 trong 28 trường": Ratio(part=27, whole=28, unit=TRUONG),
    "27 trên tổng số 28": Ratio(part=27, whole=28),
    "45 trên 52": Ratio(part=45, whole=52),
    "612/580 triệu đồng": Ratio(part=612, whole=580, unit=MILLION_DONG),
    "53,5/52ha": Ratio(part=Decimal("53.5"), whole=52, unit=HECTARE),
    "740.979.000/700.000.000 đồng": Ratio(part=740_979_000, whole=700_000_000, unit=DONG),
    "5.775/8.227 xã (chiếm 70,2%)": Ratio(part=5775, whole=8227, unit=counted("xã"), percent=percent("70.2")),
    "27/28 trường (tỷ lệ 96,42%)": Ratio(part=27, whole=28, unit=TRUONG, percent=percent("96.42")),
    "27/28 (hơn 96%)": Ratio(part=27, whole=28, percent=percent(96, Approximation.OVER)),
    "hơn 1/3 số hộ": Ratio(part=1, whole=3, unit=counted("số hộ"), approximation=Approximation.OVER),
    "1/0": Ratio(part=1, whole=0),
    "8,13/19 tiêu chí/xã": Ratio(part=Decimal("8.13"), whole=19, unit=counted("tiêu chí").per("xã")),
    "hai mươi bảy phần hai mươi tám": Ratio(part=27, whole=28),
    "ba phần tư": Ratio(part=3, whole=4),
    "hai trên mười lăm": Ratio(part=2, whole=15),
    "một chia tám": Ratio(part=1, whole=8),
    "1 chia 8": Ratio(part=1, whole=8),
    "hai mươi bảy trên hai mươi tám trường": Ratio(part=27, whole=28, unit=TRUONG),
    "Mười hai trong tổng số mười lăm trường": Ratio(part=12, whole=15, unit=TRUONG),
    "hơn hai phần ba số hộ": Ratio(part=2, whole=3, unit=counted("số hộ"), approximation=Approximation.OVER),
    "hai phẩy năm trên mười": Ratio(part=Decimal("2.5"), whole=10),
    "hai triệu trên năm triệu đồng": Ratio(part=2_000_000, whole=5_000_000, unit=DONG),
}


@pytest.mark.parametrize(("text", "ratio"), RATIOS.items())
def test_ratios_that_are_read(text, ratio):
    assert parse_ratio(text) == ratio
    assert parse_ratio(format_ratio(ratio)) == ratio


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ratio-text"), ("27", "ratio-text"), ("27/28/29", "ratio-text"), ("27/28 trường (3 hộ)", "dimension"),
        ("1,500/2,000", "two-way"), ("27/", "ratio-text"), ("ba phần", "ratio-text"), ("ba phần x", "number-words"),
        ("27/28 trường (96,42%", "ratio-text"), ("NaN/3", "ratio-text"), ("2/3 triệu", "ratio-text"),
        ("hai trên", "ratio-text"), ("trên mười", "ratio-text"), ("hai trên mười năm", "not-years"),
        ("hộ trên mười", "number-words"), ("hai trên năm triệu", "two-way"), ("hai mươi năm trên ba mươi", "not-years"),
    ],
)  # fmt: skip
def test_ratios_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_ratio(text)
    assert refused.value.reason.value == reason


def test_a_scale_word_after_the_second_figure_may_hold_for_both():
    with pytest.raises(AmbiguousTextError) as refused:
        parse_ratio("hai trên năm triệu hộ")
    assert refused.value.readings == {
        "of-whole": Ratio(part=2, whole=5_000_000, unit=HO),
        "of-both": Ratio(part=2_000_000, whole=5_000_000, unit=HO),
    }


@given(
    st.integers(0, 10**6), st.integers(1, 999), st.sampled_from(["trên", "chia", "trong", "phần"]), st.booleans()
)  # fmt: skip
def test_ratios_in_words_come_back(part, whole, joined, with_unit):
    text = f"{number_to_words(part)} {joined} {number_to_words(whole)}{' trường' if with_unit else ''}"
    assert parse_ratio(text) == Ratio(part=part, whole=whole, unit=TRUONG if with_unit else None)


@given(
    amounts,
    amounts,
    st.none() | st.sampled_from([TRUONG, HECTARE, MILLION_DONG]),
    st.sampled_from(Approximation),
)
def test_ratios_come_back(part, whole, unit, approximation):
    ratio = Ratio(part=part, whole=whole, unit=unit, percent=percent("96.40"), approximation=approximation)
    assert parse_ratio(format_ratio(ratio), convention="vi") == ratio
    read = parse_ratio(format_ratio(part, whole, unit=unit), convention="vi")
    assert (read.part, read.whole, read.unit) == (part, whole, unit)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_the_percentage_behind_a_ratio_comes_back(part, whole, decimals):
    read = parse_ratio(format_ratio(part, whole, unit=TRUONG, percent=True, decimals=decimals))
    assert read.fraction == share(part, whole)
    assert abs(Fraction(read.percent.amount) - 100 * read.fraction) <= Fraction(1, 2 * 10**decimals)


def test_a_ratio_over_nothing_has_no_value():
    with pytest.raises(UndefinedError):
        _ = Ratio(part=1, whole=0).fraction


CHANGES = {
    "tăng 3,05%": Change(direction=UP, size=percent("3.05")),
    "Giảm 1,2 điểm phần trăm so với cùng kỳ năm 2021": Change(
        direction=DOWN, size=Quantity(Decimal("1.2"), PERCENTAGE_POINT), relative_to="cùng kỳ năm 2021"
    ),
    "giảm được 46 hộ so đầu năm": Change(direction=DOWN, size=Quantity(46, HO), relative_to="đầu năm"),
    "tăng thêm trên 5 triệu đồng": Change(direction=UP, size=Quantity(5, MILLION_DONG, Approximation.OVER)),
    "cao hơn 5% so với kế hoạch": Change(direction=UP, size=percent(5), relative_to="kế hoạch"),
    "thấp hơn 5%": Change(direction=DOWN, size=percent(5)),
    "giảm dưới 5%": Change(direction=DOWN, size=percent(5, Approximation.UNDER)),
    "giảm một nửa": Change(direction=DOWN, size=percent(50)),
    "gấp 2 lần": Change(direction=UP, size=times(2)),
    "gấp đôi so với năm 2020": Change(direction=UP, size=times(2), relative_to="năm 2020"),
    "tăng gấp đôi": Change(direction=UP, size=times(2)),
    "gấp ba": Change(direction=UP, size=times(3)),
    "gấp rưỡi": Change(direction=UP, size=times("1.5")),
    "gấp hơn 2,5 lần": Change(direction=UP, size=Quantity(Decimal("2.5"), TIMES, Approximation.OVER)),
    "giảm 2 lần": Change(direction=DOWN, size=times(2)),
    "không đổi": Change(direction=NONE),
    "không thay đổi so với năm trước": Change(direction=NONE, relative_to="năm trước"),
    "không đổi (0%)": Change(direction=NONE, size=percent(0)),
    "tăng 0%": Change(direction=UP, size=percent(0)),
}


@pytest.mark.parametrize(("text", "change"), CHANGES.items())
def test_changes_that_are_read(text, change):
    assert parse_change(text) == change
    written = format_change(change)
    if change.direction is not UP or change.size.unit is not TIMES:
        assert parse_change(written) == change


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "change-text"), ("5%", "change-text"), ("tăng", "figure"), ("tăng 5% so với", "unit-word"),
        ("tăng -5%", "not-negative"), ("không đổi 5%", "end"), ("không đổi (5%)", "moves"), ("gấp", "change-text"),
        ("tăng trưởng 5%", "figure"), ("gấp x lần", "figure"), ("gấp 2 hộ", "number-words"),
        ("giảm từ 11,42% xuống còn 4,05%", "figure"), ("tăng 1,500 hộ", "two-way"),
    ],
)  # fmt: skip
def test_changes_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_change(text)
    assert refused.value.reason.value == reason


@pytest.mark.parametrize("text", ["tăng 2 lần", "tăng gấp 2 lần", "tăng thêm 2 lần so với năm 2020"])
def test_so_many_times_more_is_meant_in_two_ways(text):
    with pytest.raises(AmbiguousTextError) as refused:
        parse_change(text)
    assert refused.value.readings == {"reached": times(2), "added": times(3)}
    assert parse_change(text, times="reached").signed == times(2)
    assert parse_change(text, times="added").signed == times(3)
    with pytest.raises(InvalidValueError, match="reached, added"):
        parse_change(text, times="by")


@given(quantities(), st.sampled_from([UP, DOWN]), st.sampled_from(["", "cùng kỳ năm 2021"]))
def test_changes_come_back(size, direction, relative_to):
    assume(size.unit.measure != "times" or (direction is DOWN and not size.unit.rate))
    change = Change(direction=direction, size=size, relative_to=relative_to)
    units = [size.unit.per("").unscaled()] if size.unit.region else []
    assert parse_change(format_change(change), convention="vi", units=units) == change


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from([PERCENT, PERCENTAGE_POINT, MILLION_DONG, HO]))
def test_signed_changes_come_back(amount, unit):
    signed = Quantity(amount, unit)
    read = parse_change(format_change(signed, relative_to="năm 2021"), convention="vi")
    assert (read.signed, read.relative_to) == (signed, "năm 2021")
    assert Change.of(signed) == Change(direction=read.direction, size=read.size)


@given(st.decimals(0, 1000, places=2))
def test_multiples_come_back(number):
    assert parse_change(format_change(times(number))).signed == times(number)


@given(st.integers(-(10**13), 10**13), st.sampled_from(["full", "million", "billion", "auto", "compound"]))
def test_changes_of_money_come_back_in_every_scale(amount, scale):
    assert (
        parse_change(format_change(Quantity(amount, DONG), scale_word=scale), convention="vi").signed.value
        == amount
    )


@pytest.mark.parametrize(
    "call",
    [
        lambda: Change(direction=UP), lambda: Change(direction=NONE, size=percent(5)),
        lambda: Change(direction=UP, size=percent(-5)), lambda: Change.of(times(-2)),
        lambda: Change(direction=NONE).signed, lambda: Change(direction=DOWN, size=times(2)).signed,
        lambda: format_change(CHANGES["tăng 3,05%"], relative_to="x"), lambda: format_change(5),
        lambda: format_ratio(RATIOS["45 trên 52"], 3), lambda: format_ratio(3),
        lambda: Attainment(figure=percent(-1)), lambda: Attainment(figure=percent(1), mode="over"),
        lambda: format_attainment(Attainment(figure=percent(1)), mode="reach"),
    ],
    ids=range(13),
)  # fmt: skip
def test_impossible_statements_are_refused(call):
    with pytest.raises(InvalidValueError):
        call()


ATTAINMENTS = {
    "đạt 105% kế hoạch": Attainment(figure=percent(105)),
    "Đạt 97% so với kế hoạch": Attainment(figure=percent(97)),
    "bằng 81,3% dự toán huyện giao": Attainment(figure=percent("81.3"), target="dự toán huyện giao"),
    "hoàn thành 100%": Attainment(figure=percent(100), target=""),
    "vượt 12,5% chỉ tiêu": Attainment(figure=percent("12.5"), mode="exceed", target="chỉ tiêu"),
    "còn thiếu 5% kế hoạch": Attainment(figure=percent(5), mode="short"),
    "đạt 79,3% chỉ tiêu 80%": Attainment(figure=percent("79.3"), target="chỉ tiêu 80%"),
    "vượt trên 300 đơn vị máu so với kế hoạch": Attainment(
        figure=Quantity(300, counted("đơn vị máu"), Approximation.OVER), mode="exceed"
    ),
    "đạt 97,4% so với so với năm trước": Attainment(figure=percent("97.4"), target="so với năm trước"),
    "vượt 300 xã so với so với kế hoạch": Attainment(
        figure=Quantity(300, counted("xã")), mode="exceed", target="so với kế hoạch"
    ),
    "đạt 5 xã nghị quyết HĐND": Attainment(figure=Quantity(5, counted("xã")), target="nghị quyết HĐND"),
}


@pytest.mark.parametrize(("text", "attainment"), ATTAINMENTS.items())
def test_attainments_that_are_read(text, attainment):
    assert parse_attainment(text) == attainment
    assert parse_attainment(format_attainment(attainment)) == attainment


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "attainment-text"), ("đạt", "attainment-text"), ("105% kế hoạch", "attainment-text"),
        ("vượt 5 hộ", "attainment-text"), ("đạt x% kế hoạch", "figure"), ("đạt -5% kế hoạch", "not-negative"),
    ],
)  # fmt: skip
def test_attainments_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_attainment(text)
    assert refused.value.reason.value == reason


@given(
    st.decimals(0, 300, places=3), st.sampled_from(["reach", "exceed", "short"]),
    st.sampled_from(["", "kế hoạch", "chỉ tiêu tỉnh giao", "nghị quyết Đại hội", "so với năm trước"]), st.none() | st.integers(0, 3),
)  # fmt: skip
def test_attained_ratios_come_back(ratio, mode, target, decimals):
    assume(mode == "reach" or (ratio >= 1) == (mode == "exceed"))
    text = format_attainment(ratio, mode=mode, target=target, decimals=decimals)
    read = parse_attainment(text)
    assert (read.mode, read.target) == (mode, target)
    assert format_attainment(read, decimals=decimals) == text
    assert decimals is not None or read.attained.amount == ratio * 100


@given(
    st.decimals(0, 300, places=2),
    st.sampled_from(Approximation),
    st.sampled_from(["reach", "exceed", "short"]),
)
def test_attainments_come_back(amount, approximation, mode):
    told = Attainment(figure=percent(amount, approximation), mode=mode, target="dự toán")
    assert parse_attainment(format_attainment(told)) == told


def test_only_percentages_tell_what_was_attained():
    assert ATTAINMENTS["còn thiếu 5% kế hoạch"].attained == percent(95)
    with pytest.raises(UnitMismatchError):
        _ = ATTAINMENTS["đạt 5 xã nghị quyết HĐND"].attained


def test_units_of_the_caller_hold_in_statements_too():
    sao = traditional_area("sào", Region.NORTH)
    assert parse_change("tăng 2 sào", units=[sao]).size == Quantity(2, sao)
    assert parse_ratio("2/3 sào", units=[sao]).unit == sao
    assert parse_attainment("vượt 2 sào kế hoạch", units=[sao]).figure == Quantity(2, sao)


FROM_TO = [
    ("giảm từ 11,42% xuống còn 4,05%", ("11.42", "4.05"), "down"),
    ("từ 9,94% xuống 0,19%", ("9.94", "0.19"), "down"),
    ("tăng từ 35 lên 52 triệu đồng/người", ("35", "52"), "up"),
    ("từ 2,1m lên 4m", ("2.1", "4"), "up"),
    ("từ 5 tiêu chí lên 15 tiêu chí", ("5", "15"), "up"),
    ("mở rộng từ hơn 3 m, lên đến gần 5 m", ("3", "5"), "up"),
]


@pytest.mark.parametrize(("text", "ends", "direction"), FROM_TO)
def test_a_change_told_by_its_ends(text, ends, direction):
    change = parse_from_to(text)
    assert (str(change.before.amount), str(change.after.amount)) == ends
    assert change.direction.value == direction


@pytest.mark.parametrize(
    "text",
    [
        "",
        "từ 5% đến 7%",
        "giảm 5%",
        "từ 5 hộ lên 7%",
        "không đổi từ 5% lên 7%",
        "giảm từ 5% lên 7%",
        "tăng từ 8% xuống 5%",
        "từ lên 7%",
        "từ 5% lên",
        12,
    ],
)
def test_what_is_no_change_by_its_ends_is_refused(text):
    with pytest.raises((ReadingError, InvalidValueError)):
        parse_from_to(text)


@given(
    before=amounts,
    after=amounts,
    unit=st.sampled_from([PERCENT, MILLION_DONG, counted("tiêu chí"), METRE]),
    up=st.booleans(),
)
def test_a_change_told_by_its_ends_comes_back(before, after, unit, up):
    direction = Direction.UP if up else Direction.DOWN
    change = FromTo(before=Quantity(before, unit), after=Quantity(after, unit), direction=direction)
    assert parse_from_to(format_from_to(change)) == change


def test_ends_of_different_things_make_no_change():
    with pytest.raises(UnitMismatchError):
        FromTo(before=Quantity(5, PERCENT), after=Quantity(5, METRE), direction=Direction.UP)
    with pytest.raises(InvalidValueError):
        FromTo(before=Quantity(5, PERCENT), after=Quantity(5, PERCENT), direction=Direction.NONE)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("15/20 tr đồng", "15/20 triệu đồng"), ("500k/1tr5 đồng", "0,5/1,5 triệu đồng"), ("15/20k hộ", "15/20 nghìn hộ"),
        ("gần 15 trên 20 tr đồng (75%)", "gần 15 trên 20 triệu đồng (75%)"), ("1tr5/2 triệu đồng", "1,5/2 triệu đồng"),
        ("15/20 trđ", "15/20 triệu đồng"), ("1.500/2.000k đồng", "1.500/2.000 nghìn đồng"),
    ],
)  # fmt: skip
def test_ratios_in_shorthand(text, plain):
    assert parse_ratio(text, shorthand=True) == parse_ratio(plain)


@pytest.mark.parametrize("text", ["15/20k đồng hộ", "500k/1tr5 đồng", "15/20tr", "500k/1 hộ"])
def test_shorthand_in_ratios_is_read_only_where_it_is_allowed(text):
    with pytest.raises(ReadingError):
        parse_ratio(text)


@pytest.mark.parametrize("text", ["15/20 trđ", "15/20 tr.đồng", "15/20 tr đồng"])
def test_what_tables_shorten_needs_no_leave(text):
    assert parse_ratio(text) == parse_ratio("15/20 triệu đồng")
