"""Number words, both ways."""

from decimal import Decimal
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.locale import Locale
from icu4py.messageformat import MessageFormat

from danvankheo import (
    AmbiguousTextError,
    Approximation,
    InvalidValueError,
    Quantity,
    ReadingError,
    money_to_words,
    number_to_words,
    parse_date,
    parse_money,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_ratio,
    percent_to_words,
    words_to_number,
)
from danvankheo.errors import NotExactError, Reason
from danvankheo.formatting import fraction_to_words, ordinal_to_words
from danvankheo.reading import words_to_ordinal
from danvankheo.reading.formal_words import formal_number
from danvankheo.reading.word_grammar import WordReader
from danvankheo.units import DONG, MILLION_DONG, US_DOLLAR, WORKDAY
from effort import EVERY

styles = st.fixed_dictionaries(
    {},
    optional={
        "zero": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "four": st.sampled_from(["tư", "bốn"]),
        "five": st.sampled_from(["lăm", "nhăm"]),
    },
)
STYLES = [
    {"zero": zero, "thousand": thousand, "four": four, "five": five}
    for zero, thousand, four, five in product(
        ("linh", "lẻ"), ("nghìn", "ngàn"), ("tư", "bốn"), ("lăm", "nhăm")
    )
]

SPOKEN = {
    "hai mươi một": 21, "hai mốt": 21, "ba tư": 34, "một triệu linh một": 1_000_001, "chín lăm": 95, "bẩy": 7, "mười nhăm": 15,
    "hai trăm tư": 240, "hai trăm mốt": 210, "hai trăm rưỡi": 250, "trăm rưỡi": 150, "trăm hai": 120,
    "hai trăm ba lăm": 235, "hai trăm năm nghìn": 250_000, "một nghìn linh năm": 1005,
    "một nghìn hai": 1200, "nghìn rưỡi": 1500, "một nghìn hai mươi": 1020, "triệu hai": 1_200_000,
    "triệu rưỡi": 1_500_000, "ba tỷ rưỡi": 3_500_000_000, "ba tỉ hai": 3_200_000_000,
    "ba tỷ năm mươi triệu": 3_050_000_000, "hai triệu năm nghìn": 2_005_000, "một vạn hai": 12_000,
    "tám vạn": 80_000, "ba chục": 30, "ba chục rưỡi": 35, "chục rưỡi": 15, "hai chục nghìn": 20_000,
    "hai nghìn tỷ": 2 * 10**12, "một triệu không nghìn hai trăm": 1_000_200, "nửa triệu": 500_000,
    "một tỷ tỷ hai triệu tỷ": 10**18 + 2 * 10**15, "năm triệu tỷ": 5 * 10**15, "trừ mười lăm": -15,
    "hai nghìn tỷ ba trăm bốn mươi lăm tỷ": 2345 * 10**9, "hai nghìn tỷ rưỡi": 2500 * 10**9,
    "hai nghìn tỷ hai": 2200 * 10**9, "một nghìn hai trăm ba mươi tư tỷ": 1234 * 10**9,
    "hai nghìn không trăm linh ba tỷ": 2003 * 10**9, "hai nghìn mười tỷ": 2010 * 10**9,
    "trăm bốn bảy": 147, "một trăm bốn một": 141, "tám trăm hai hai nghìn": 822_000, "trăm hai mươi": 120,
    "triệu hai trăm nghìn": 1_200_000, "băm lăm": 35, "hăm mốt": 21, "một trăm băm hai": 132,
    "một tỷ lẻ mười bảy": 1_000_000_017, "một triệu linh hai mươi": 1_000_020,
    "nửa tỷ": 500_000_000, "nửa chục": 5, "Hai Mươi Mốt": 21, "một triệu hai trăm": 1_000_200,
}  # fmt: skip

SPOKEN_DECIMALS = {
    "hai phẩy không bốn": "2.04", "hai phẩy bốn mươi lăm": "2.45", "hai phẩy bốn năm": "2.45",
    "hai phẩy không không năm": "2.005", "một phẩy hai trăm năm mươi": "1.250", "nửa": "0.5",
    "một nửa": "0.5", "hai rưỡi": "2.5", "hai phẩy năm tỷ": "2500000000", "một phẩy hai nghìn tỷ": "1200000000000",
    "hai mươi chấm năm": "20.5", "hai chấm không bốn": "2.04", "hai chấm năm triệu": "2500000",
    "không chấm một hai năm": "0.125", "trừ hai chấm năm": "-2.5",
    "hai phảy năm": "2.5", "âm không phẩy năm": "-0.5", "không phẩy không": "0.0",
}  # fmt: skip

NONSENSE = [
    "", "x", "hai x", "mười mươi", "mười mốt", "một mươi", "hai hai", "một hai ba", "hai ba", "trăm", "triệu",
    "hai tỷ ba tỷ", "nghìn triệu", "hai nghìn ba nghìn", "hai nghìn ba triệu", "một triệu hai mươi",
    "không trăm tư", "linh", "hai linh năm", "phẩy năm", "hai phẩy", "hai phẩy ba phẩy bốn", "âm", "âm âm hai",
    "rưỡi", "tỷ rưỡi ba", "hai rưỡi ba", "nửa hai", "ba tỷ phẩy hai triệu", "nửa phẩy năm", "tư mươi", "một vạn hai mươi nghìn", "mươi",
    "ba tỷ rưỡi phẩy năm", "hai mươi linh năm", "hai trăm tư mươi ba", "thứ hai",
    "băm", "hăm năm", "trăm hai ba", "trăm bốn năm", "hai tỷ ba trăm tỷ", "một tỷ hai trăm triệu tỷ", "triệu nghìn",
    "hai phẩy năm trăm tỷ rưỡi", "hai trăm linh mười", "hai mươi trừ ba", "tỷ tỷ", "hai, ba", "không triệu hai trăm x",
]  # fmt: skip

# Each number that a text may mean.
TWO_WAYS = {
    "một trăm một": {101, 110}, "trăm một": {101, 110}, "hai trăm một nghìn": {201_000, 210_000},
    "một nghìn một": {1001, 1100}, "tám nghìn mốt": {8001, 8100}, "ba triệu một": {3_000_001, 3_100_000},
    "một triệu hai mươi": {1_000_020, 1_020_000}, "hai tỷ ba mươi lăm": {2_000_000_035, 2_035_000_000},
    "hai nghìn ba tỷ": {2003 * 10**9, 2300 * 10**9}, "một chấm năm trăm": {Decimal("1.5"), 1500},
    "hai chấm không năm không": {Decimal("2.05"), 2050}, "một chấm hai trăm triệu": {1_200_000, 1_200_000_000},
    "hai ba": {23, (2, 3)}, "năm sáu": {56, (5, 6)}, "trăm hai ba": {123, (120, 130)}, "một trăm bảy tám": {178, (170, 180)},
    "hai ba nghìn": {23_000, (2000, 3000)}, "ba bốn triệu hai trăm nghìn": {34_200_000, (3_200_000, 4_200_000)},
}  # fmt: skip

YEARS = ["chín mươi năm", "mười năm", "hai mươi năm", "một trăm năm", "một nghìn năm", "một triệu năm"]


def test_every_number_up_to_a_million_comes_back():
    # Each in the formal style, and in one of the others, which take turns.
    for number in chain(range(10_000), range(10_000, 1_000_001, EVERY)):
        style = STYLES[number * 7919 % len(STYLES)]
        assert words_to_number(number_to_words(number)) == number
        assert words_to_number(number_to_words(number, **style)) == number


@given(st.integers(-(10**60), 10**60), styles)
def test_large_numbers_come_back(number, style):
    assert words_to_number(number_to_words(number, **style)) == number


@given(st.decimals(-(10**20), 10**20, allow_nan=False, places=5) | st.decimals(0, 1, places=30), styles)
def test_decimals_come_back_digit_for_digit(number, style):
    read = words_to_number(number_to_words(number, **style))
    assert (read, read.as_tuple().exponent) == (number, number.as_tuple().exponent)


_ICU = MessageFormat("{number, spellout}", Locale("vi"))


def _icu(number):
    return str(_ICU.format({"number": number}))


@given(st.integers(-(10**15), 10**15) | st.integers(-(10**6), 10**6))
def test_icu_spells_alike(number):
    theirs = _icu(number)
    size = abs(number)
    if size >= 10**6 and size // 1000 % 1000 == 0 and 10 <= size % 1000 < 100:
        with pytest.raises(ReadingError):  # "một triệu hai mươi" may be 1 020 000 in speech
            words_to_number(theirs)
        return
    assert words_to_number(theirs) == number
    # ICU leaves out zeros that the formal style reads out: before triệu and nghìn ("một triệu một
    # nghìn"), and before the ones where no thousands stand ("một tỷ lẻ một").
    thousands, ones = size // 1000 % 1000, size % 1000
    inner = [thousands, size // 1000**2 % 1000, size // 1000**4 % 1000]
    told_in_full = all(group == 0 or group >= 100 for group in inner)
    if size < 10**6 or (told_in_full and (thousands or ones == 0 or ones >= 100)):
        assert number_to_words(number, zero="lẻ") == theirs


def test_where_icu_gives_up_we_do_not():
    assert _icu(10**18) == "1.000.000.000.000.000.000"  # no words from 10¹⁸ on
    assert number_to_words(10**18) == "một tỷ tỷ"


@pytest.mark.parametrize(("text", "number"), SPOKEN.items())
def test_spoken_forms(text, number):
    assert words_to_number(text) == number
    assert words_to_number(f"  {text.upper()} ") == number


@pytest.mark.parametrize(("text", "number"), SPOKEN_DECIMALS.items())
def test_spoken_decimals(text, number):
    assert str(words_to_number(text)) == number


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_refused(text):
    with pytest.raises(ReadingError) as refused:
        words_to_number(text)
    assert 0 <= refused.value.position <= len(text)


@pytest.mark.parametrize(("text", "numbers"), TWO_WAYS.items())
def test_words_of_two_numbers_tell_both(text, numbers):
    with pytest.raises(AmbiguousTextError) as refused:
        words_to_number(text)
    assert set(refused.value.readings.values()) == numbers


@given(
    st.sampled_from(["", "một trăm ", "chín trăm "]),
    st.sampled_from([2, 3, 5, 6, 7, 8]),
    st.sampled_from(["", " nghìn", " tỷ"]),
)
def test_two_digits_that_follow_one_another_are_refused_with_both_meanings(before, digit, scale):
    """A counter in plain arithmetic: with mươi between them, or either of the two alone."""
    low, high = number_to_words(digit), number_to_words(digit + 1)
    times = {"": 1, " nghìn": 1000, " tỷ": 10**9}[scale]
    hundreds = words_to_number(before.strip()) if before else 0
    place = 10 if before else 1
    with pytest.raises(AmbiguousTextError) as refused:
        words_to_number(f"{before}{low} {high}{scale}")
    assert dict(refused.value.readings) == {
        "tens": (hundreds + digit * 10 + digit + 1) * times,
        "one-of-two": ((hundreds + digit * place) * times, (hundreds + (digit + 1) * place) * times),
    }


@pytest.mark.parametrize("text", YEARS)
def test_years_are_not_fives(text):
    with pytest.raises(ReadingError, match="years") as refused:
        words_to_number(text)
    assert refused.value.reason.value == "not-years"
    assert text[refused.value.position :] == "năm"
    assert "lăm" in refused.value.vietnamese


def test_decomposed_letters_and_odd_blanks_are_read():
    import unicodedata

    text = unicodedata.normalize("NFD", "Một trăm năm mươi tư triệu\u00a0bốn trăm nghìn")
    assert words_to_number(text) == 154_400_000


_words = st.lists(
    st.sampled_from(
        [
            "không",
            "một",
            "hai",
            "ba",
            "bốn",
            "tư",
            "năm",
            "lăm",
            "mốt",
            "mười",
            "mươi",
            "chục",
            "trăm",
            "linh",
            "lẻ",
            "nghìn",
            "vạn",
            "triệu",
            "tỷ",
            "rưỡi",
            "nửa",
            "phẩy",
            "âm",
        ]
    ),
    max_size=8,
).map(" ".join)


@given(_words)
def test_what_is_read_is_what_its_formal_words_say(text):
    try:
        number = words_to_number(text)
    except ReadingError:
        return
    assert words_to_number(number_to_words(number)) == number


@given(st.decimals(0, 10**15, places=2).map(lambda amount: amount.normalize() + 0), styles, st.booleans())
def test_money_in_words_comes_back(amount, style, capital):
    whole = amount == amount.to_integral_value()
    text = money_to_words(amount, even=whole, capital=capital, **style)
    assert parse_money(text).value == amount
    assert text.endswith("chẵn") == whole


def test_money_in_words():
    assert money_to_words(3_645_000_000, even=True) == "ba tỷ sáu trăm bốn mươi lăm triệu đồng chẵn"
    over = Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER)
    assert money_to_words(over, capital=True) == "Hơn một trăm năm mươi tư triệu bốn trăm nghìn đồng"
    assert money_to_words(Quantity(5, US_DOLLAR)) == "năm đô la Mỹ"
    yearly = Quantity(2, MILLION_DONG.per("người/năm"))
    assert money_to_words(yearly) == "hai triệu đồng/người/năm"
    assert parse_money(money_to_words(yearly)) == yearly
    for call in (
        lambda: money_to_words(Quantity(5, WORKDAY)),
        lambda: money_to_words(Decimal("0.5"), even=True),
        lambda: money_to_words("5"),
    ):
        with pytest.raises(InvalidValueError):
            call()
    assert money_to_words(Quantity(Decimal("0.5"), DONG)) == "không phẩy năm đồng"


@given(st.decimals(0, 5, places=6), st.none() | st.integers(0, 4), styles)
def test_percentages_in_words_come_back(ratio, decimals, style):
    text = percent_to_words(ratio, decimals=decimals, **style)
    read = parse_percent(text)
    assert percent_to_words(read, decimals=decimals, **style) == text
    assert decimals is not None or read == ratio


@given(st.integers(0, 10**9), st.integers(1, 10**9), styles)
def test_fractions_in_words_come_back(part, whole, style):
    read = parse_ratio(fraction_to_words(part, whole, **style))
    assert (read.part, read.whole) == (part, whole)


@given(st.integers(1, 10**12), styles)
def test_ordinals_come_back(number, style):
    assert words_to_ordinal(ordinal_to_words(number, **style)) == number


def test_ordinals():
    assert [ordinal_to_words(number) for number in (1, 2, 4, 14, 24)] == [
        "thứ nhất", "thứ hai", "thứ tư", "thứ mười bốn", "thứ hai mươi tư",
    ]  # fmt: skip
    assert words_to_ordinal("Thứ nhì") == 2
    for text in ("hai", "thứ", "thứ không", "thứ hai phẩy năm", "thứ âm hai", "thứ 3"):
        with pytest.raises(ReadingError):
            words_to_ordinal(text)


@pytest.mark.parametrize(
    "call",
    [
        lambda: fraction_to_words(1, 0), lambda: fraction_to_words(1.5, 2), lambda: fraction_to_words(True, 2),
        lambda: ordinal_to_words(0), lambda: ordinal_to_words("1"), lambda: number_to_words(1, five="năm"),
        lambda: number_to_words(1, ten="chục"), lambda: number_to_words(float("nan")),
    ],
    ids=range(8),
)  # fmt: skip
def test_refused_values(call):
    with pytest.raises((InvalidValueError, TypeError)):
        call()


def test_a_fraction_without_an_end_asks_for_another_way():
    from fractions import Fraction

    with pytest.raises(NotExactError):
        number_to_words(Fraction(1, 3))
    assert number_to_words(Fraction(1, 4)) == "không phẩy hai năm"
    assert number_to_words(1.0) == "một"


@given(st.integers(0, 10**30), styles)
def test_the_quick_way_reads_every_formal_text(number, style):
    words = number_to_words(number, **style).split(" ")
    found = formal_number(words)
    assert found is None if number == 0 else found[0] == number


@given(_words)
def test_the_quick_way_reads_nothing_that_the_long_way_reads_differently(text):
    words = text.split(" ")
    found = formal_number(words)
    if found is not None:
        assert WordReader(words, 0, len(words)).read() == found


@pytest.mark.parametrize(
    ("read", "text", "reason"),
    [
        (parse_quantity, "một phần ba ki lô gam", Reason.FINITE_DECIMAL),
        (parse_quantity, "một phần không ki lô gam", Reason.FINITE_DECIMAL),
        (parse_quantity, "một phần hai hai ba ki lô gam", Reason.NUMBER_WORDS),
        (parse_ratio, "hai trên năm trieu", Reason.RATIO_TEXT),
        (words_to_number, "âm một trăm một", Reason.NUMBER_WORDS),
        (words_to_number, "một trăm một phẩy hai", Reason.NUMBER_WORDS),
        (words_to_number, "một triệu năm", Reason.NOT_YEARS),
        (parse_date, "năm ba phẩy hai", Reason.DATE_TEXT),
        (parse_period, "năm hai phẩy năm", Reason.PERIOD_TEXT),
    ],
)
def test_words_without_one_exact_value_are_an_error(read, text, reason):
    with pytest.raises(ReadingError) as caught:
        read(text)
    assert caught.value.reason is reason


def test_percentages_below_zero_are_read():
    assert parse_percent("-3%") == parse_percent("âm ba phần trăm") == Decimal("-0.03")
