"""Numerals and percentages: what is read, what is refused, and why."""

import re

import pytest
from babel.numbers import NumberFormatError, parse_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from danvankheo import (
    AmbiguousTextError,
    InvalidValueError,
    ReadingError,
    format_number,
    format_percent,
    parse_number,
    parse_percent,
)
from support import roundings

READ = {
    "0": "0", "7": "7", "07": "7", "-0": "0", "+5": "5", "-5": "-5", "−12,5": "-12.5", "2,50": "2.50",
    "0,123": "0.123", "154.400.000": "154400000", "1.234.567,8": "1234567.8", "1.000": "1000",
    "1022": "1022", "1022,75": "1022.75", "1234,567": "1234.567", "1.234,567": "1234.567",
    "1 234 567": "1234567", "1\u00a0234,5": "1234.5", "1\u202f500": "1500", "1\u2009500": "1500",
    "âm 1.200.000": "-1200000", "- 3": "-3", "trừ 5": "-5", "１２": "12", "１．２００，５": "1200.5",
    " 7 ": "7", "\ufeff"[:0] + "1\n234": "1234",
    "9" * 100: "9" * 100, "0," + "1" * 100: "0." + "1" * 100,
}  # fmt: skip

REFUSED = {
    "": ("figure", 0), "  ": ("figure", 2), "-": ("figure", 1), "NaN": ("digits", 0),
    "Infinity": ("digits", 0), "1e5": ("digits", 1), "1_000": ("digits", 1), "5%": ("digits", 1),
    "٣": ("digits", 0), "1²": ("digits", 1), "--5": ("digits", 1), "âm -5": ("digits", 0), "- -5": ("digits", 2), "âm": ("digits", 0),
    "5-": ("digits", 1), "1'000": ("digits", 1), "5 đồng": ("digits", 2),
    "007": ("leading-zero", 0), "00": ("leading-zero", 0), "01.000": ("leading-zero", 0),
    "-012": ("leading-zero", 1), ",5": ("groups", 0), ".5": ("groups", 0), "5,": ("groups", 2),
    "12.345.67": ("groups", 7), "1.2.3": ("groups", 2), "1..2": ("groups", 2), "5.": ("groups", 2),
    "1234.567,8": ("groups", 0), "1.234 567": ("groups", 9), "1,5,6": ("groups", 3),
    "1 23": ("groups", 2), "12 3456": ("groups", 3),
    "1,234.5": ("english-signs", 0), "1,234,567": ("english-signs", 0),
    "9" * 101: ("bounded", 0), "0," + "1" * 101: ("bounded", 0),
}  # fmt: skip

TWO_WAY = {
    "1,500": {"decimal-comma": "1.500", "grouping-comma": "1500"},
    "-12,345": {"decimal-comma": "12.345", "grouping-comma": "12345"},
    "1.5": {"decimal-dot": "1.5", "grouping-dot": "15"},
    "154.4": {"decimal-dot": "154.4", "grouping-dot": "1544"},
    "0.123": {"decimal-dot": "0.123", "grouping-dot": "123"},
    "1234.567": {"decimal-dot": "1234.567", "grouping-dot": "1234567"},
}


@pytest.mark.parametrize(("text", "number"), READ.items())
def test_numbers_that_are_read(text, number):
    assert str(parse_number(text)) == number


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_numbers_that_are_refused(text, expected):
    with pytest.raises(ReadingError) as refused:
        parse_number(text)
    assert (refused.value.reason.value, refused.value.position) == expected
    assert not isinstance(refused.value, AmbiguousTextError)


@pytest.mark.parametrize(("text", "readings"), TWO_WAY.items())
def test_texts_with_two_readings_carry_both(text, readings):
    with pytest.raises(AmbiguousTextError) as refused:
        parse_number(text)
    assert {name: str(number) for name, number in refused.value.readings.items()} == readings
    for number in readings.values():
        assert number.replace(".", ",") in str(refused.value)
        assert number.replace(".", ",") in refused.value.vietnamese


@pytest.mark.parametrize(
    ("text", "convention", "number"),
    [
        ("1,500", "vi", "1.500"), ("1,500", "en", "1500"), ("1.5", "en", "1.5"), ("1,234.5", "en", "1234.5"),
        ("1,234,567", "en", "1234567"), ("-0.5", "en", "-0.5"), ("154,4", "en", "154.4"),
        ("1.500", "vi", "1500"),
    ],
)  # fmt: skip
def test_a_convention_settles_what_is_open(text, convention, number):
    assert str(parse_number(text, convention=convention)) == number


def test_a_convention_never_turns_over_what_vietnamese_reads():
    with pytest.raises(AmbiguousTextError, match="write 1500"):
        parse_number("1.500", convention="en")
    with pytest.raises(InvalidValueError, match="vi, en"):
        parse_number("1", convention="fr")


_numeral_like = st.text("0123456789.,- \u00a0−", max_size=14) | st.from_regex(
    re.compile(r"-?[0-9]{1,4}([.,][0-9]{1,4}){0,3}"), fullmatch=True
)


@given(_numeral_like)
@example("1,500")
@example("1.500")
@example("0.5")
def test_what_is_read_without_a_choice_is_never_read_differently_with_one(text):
    def read(**options):
        try:
            return parse_number(text, **options)
        except ReadingError:
            return None

    plain = read()
    for convention in ("vi", "en"):
        chosen = read(convention=convention)
        assert plain is None or chosen in (plain, None)


@given(_numeral_like)
def test_strict_babel_agrees_where_it_is_strict_enough(text):
    try:
        ours = parse_number(text)
    except ReadingError:
        return
    plain = text.strip().replace("−", "-")
    if set(plain) <= set("0123456789.,-") and not re.search("^-?0[0-9]|\\+", plain):
        try:
            assert ours == parse_decimal(plain, locale="vi", strict=True)
        except NumberFormatError:  # Babel asks for dots in long whole numbers that stand before a comma
            assert re.search(r"[0-9]{4}", plain)


@given(st.decimals(-(10**30), 10**30, allow_nan=False) | st.integers(-(10**99), 10**99), st.booleans())
def test_numbers_come_back(number, grouping):
    text = format_number(number, grouping=grouping)
    assert parse_number(text, convention="vi") == number
    try:
        assert parse_number(text) == number
    except AmbiguousTextError as error:
        assert re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", text)
        assert error.readings["decimal-comma"] == abs(number)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=6), st.integers(0, 9), roundings)
def test_rounded_numbers_come_back_digit_for_digit(number, decimals, rounding):
    text = format_number(number, decimals=decimals, rounding=rounding)
    read = parse_number(text, convention="vi")
    assert format_number(read, decimals=decimals) == text
    assert read.as_tuple().exponent == -decimals


@given(st.decimals(-1000, 1000, places=7), st.none() | st.integers(0, 6))
def test_percentages_come_back(ratio, decimals):
    text = format_percent(ratio, decimals=decimals)
    read = parse_percent(text)
    assert format_percent(read, decimals=decimals) == text
    assert decimals is not None or read == ratio


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("96,42%", "0.9642"), ("100%", "1.00"), ("66,7 %", "0.667"), ("4,10%", "0.0410"), ("-5%", "-0.05"),
        ("1,234%", "0.01234"), ("1.200%", "12.00"), ("5‰", "0.005"), ("2,5 phần nghìn", "0.0025"),
        ("85 phần trăm", "0.85"), ("chín mươi sáu phẩy bốn hai phần trăm", "0.9642"), ("-0%", "0.00"),
    ],
)  # fmt: skip
def test_percentages_that_are_read(text, ratio):
    assert str(parse_percent(text)) == ratio


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("85", "dimension"), ("gần 85%", "plain-figure"), ("%", "figure"), ("5.5%", "two-way"),
        ("NaN%", "digits"), ("2 điểm phần trăm", "digits"), ("phần trăm", "figure"), ("năm ba %", "number-words"),
    ],
)  # fmt: skip
def test_percentages_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_percent(text)
    assert refused.value.reason.value == reason


def test_positions_count_in_the_text_as_it_came():
    with pytest.raises(ReadingError) as refused:
        parse_number("  1\u00a0 234x")
    assert refused.value.position == 8
    assert refused.value.text == "  1\u00a0 234x"
