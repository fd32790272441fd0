"""The interval of a printed figure: exactly the values that a procedure prints so."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    InvalidValueError,
    Quantity,
    ReadingError,
    Rounding,
    check_ratio,
    round_to,
)
from danvankheo.auditing import Family, Nature, Reading, Reported, printed_interval
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES
from danvankheo.errors import UnitMismatchError
from danvankheo.units import MILLION_DONG, PERCENT
from support import quantities

procedures = st.sampled_from(Rounding)


@given(
    st.integers(-40, 40),
    st.integers(0, 2),
    procedures,
    st.fractions(Fraction(-3, 2), Fraction(3, 2), max_denominator=8),
)
def test_an_interval_holds_exactly_what_the_procedure_prints_so(digits, decimals, rounding, off):
    """The oracle is the rounding of Python's decimal module, ties and signs included."""
    printed = Decimal(digits).scaleb(-decimals)
    true = (Fraction(digits) + off) / 10**decimals
    span = Reported(printed, Nature.SIGNED).interval(rounding)
    assert (round_to(true, decimals, rounding=rounding) == printed) == (true in span)


@given(st.integers(0, 300), st.fractions(Fraction(-3, 2), Fraction(3, 2), max_denominator=8))
def test_a_family_holds_what_one_of_its_procedures_prints_so(digits, off):
    figure = Reported(Decimal(digits), Nature.SIGNED)
    true = digits + off
    for family, members in ((Family.NEAREST, NEAREST), (Family.ANY, PROCEDURES)):
        within = any(true in figure.interval(rounding) for rounding in members)
        assert within == (true in figure.interval(family))


@given(st.integers(0, 10**6), st.integers(0, 3), procedures)
def test_the_written_digits_are_always_one_admissible_truth(digits, decimals, rounding):
    figure = Reported(Decimal(digits).scaleb(-decimals), Nature.MEASURE)
    assert figure.value in figure.interval(rounding)


@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from(PROCEDURES))
def test_two_numerals_of_equal_decimals_never_share_a_value(one, other, rounding):
    spans = [
        Reported(Decimal(digits).scaleb(-1), Nature.MEASURE).interval(rounding) for digits in (one, other)
    ]
    assert (spans[0].meet(spans[1]) is not None) == (one == other)


@given(quantities(), st.sampled_from(PROCEDURES))
def test_the_literal_reading_holds_all_that_the_implied_one_does(quantity, rounding):
    figure = Reported.of(quantity)
    implied = figure.interval(rounding)
    literal = figure.interval(rounding, reading=Reading.LITERAL)
    if implied is not None:
        assert implied.meet(literal) == implied


@pytest.mark.parametrize(
    ("whole", "step"),
    [(60, 10), (1500, 100), (200, 50), (154, 1), (2, "0.5"), (1, "0.1"), (3, "0.5"), (4, 1), (20, 5), (0, 1)],
)
def test_words_before_whole_numbers_speak_in_round_steps(whole, step):
    figure = Reported(whole, Nature.MEASURE, None, Approximation.OVER)
    span = figure.interval()
    assert span.high - span.low == Fraction(str(step))


@pytest.mark.parametrize(
    ("text", "implied", "literal"),
    [
        ("hơn 154,4 triệu đồng", "(154400000, 154500000)", "(154400000, ∞)"),
        ("gần 60 triệu đồng", "(50000000, 60000000)", "[0, 60000000)"),
        ("khoảng 1.500 m2", "[1450, 1550]", "[0, ∞)"),
        ("ít nhất 95%", "[95, ∞)", "[95, ∞)"),
        ("không quá 5%", "[0, 5]", "[0, 5]"),
        ("dưới 3%", "[0, 3)", "[0, 3)"),
        ("hơn 17 hộ", "(17, ∞)", "(17, ∞)"),
        ("1,2 nghìn hộ", "[1150, 1250)", "[1150, 1250)"),
        ("731 ngày công", "[731, 731]", "[731, 731]"),
        ("12,5 ngày công", "[12.45, 12.55)", "[12.45, 12.55)"),
        ("hơn 1.200", "(1200, 1300)", "(1200, ∞)"),
    ],
)
def test_figures_read_from_text(text, implied, literal):
    assert str(printed_interval(text)) == implied
    assert str(printed_interval(text, reading=Reading.LITERAL)) == literal


def test_a_share_that_passes_100_is_printed_of_nothing():
    assert printed_interval("100,4%", nature=Nature.SHARE) is None
    assert printed_interval("100,4%", nature=Nature.SHARE, rounding=Family.ANY) is None
    assert str(printed_interval("100,4%", nature=Nature.RATE, rounding=Rounding.TRUNCATE)) == "[100.4, 100.5)"
    assert str(printed_interval("100%", nature=Nature.SHARE)) == "[99.5, 100]"


@pytest.mark.parametrize(
    ("figure", "nature"),
    [
        (27, Nature.COUNT),
        (Decimal("2.5"), Nature.MEASURE),
        (-3, Nature.SIGNED),
        ("91,5%", Nature.RATE),
        ("12 hộ/xã", Nature.MEASURE),
        (Quantity(5, MILLION_DONG), Nature.MEASURE),
    ],
)
def test_the_nature_follows_from_the_unit(figure, nature):
    assert Reported.of(figure).nature is nature


def test_zeros_at_the_end_count():
    assert str(printed_interval("12,80%")) == "[12.795, 12.805)"
    assert str(printed_interval("12,8%")) == "[12.75, 12.85)"


def test_text_that_is_no_figure_is_refused_as_readers_do():
    with pytest.raises(ReadingError):
        check_ratio("hai bảy phần", 28, "96,42%")
    with pytest.raises(ReadingError, match="pass the number or a Quantity"):
        check_ratio("1,500", 2000, "75%")
    with pytest.raises(UnitMismatchError):
        check_ratio(27, 28, "96,42 triệu đồng")
    with pytest.raises(InvalidValueError):
        check_ratio(27, 28, float("nan"))


def test_a_figure_is_told_by_its_digits():
    assert Reported(Decimal("2.50"), Nature.RATE, PERCENT) != Reported(Decimal("2.5"), Nature.RATE, PERCENT)
    assert Reported.of(Reported.of("5%")) == Reported.of("5%")
