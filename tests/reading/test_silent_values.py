"""No reader changes a value without a word: what is mistyped keeps its value or is refused."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import ReadingError, parse_money, parse_quantity
from danvankheo.locale_vi import lookalikes, nouns
from danvankheo.units import Dimension
from mutations import COUNTED, mistyped, texts, values, words_of

_KINDS = {
    "dong": "money", "us_dollar": "dollar", "square_metre": "area", "metre": "length", "kilogram": "mass",
    "cubic_metre": "volume", "percent": "percent", "workday": "work",
}  # fmt: skip
OPTIONS = [
    (reader, {"convention": convention, "shorthand": shorthand})
    for reader in (parse_quantity, parse_money)
    for convention in (None, "vi", "en")
    for shorthand in (False, True)
]
_TRUE = (
    nouns.RECIPIENTS | nouns.PEOPLE | nouns.THINGS | nouns.CLASSIFIERS
    | lookalikes.NOUNS_LIKE_WORDS | lookalikes.TRUE_NOUNS | lookalikes.TRUE_HEADS
)  # fmt: skip


def changed(original: str, text: str) -> str:
    """Return how a reader changed the value of a text, or an empty text."""
    kind, meant = values(original)
    for reader, options in OPTIONS:
        try:
            read = reader(text, **options)
        except ReadingError:
            continue
        if read.unit.dimension is Dimension.COUNT:
            # What is counted is kept as printed: a slip in the noun shows, one in the figure does not.
            if Fraction(read.value) in meant and kind in COUNTED:
                continue
            words = read.unit.name.lower().split(" ")
            if any(" ".join(words[:count]) in _TRUE for count in (1, 2, 3)) and kind not in COUNTED:
                continue
        elif _KINDS[read.unit.base] == kind and Fraction(read.value) in meant:
            continue
        return f"{reader.__name__}({text!r}, {options}) is {read!r}, but {original!r} is {meant} {kind}"
    return ""


@given(st.integers(0, 2**64))
def test_what_is_well_written_has_the_value_that_another_reader_finds(seed):
    text = texts(random.Random(seed))
    assert not changed(text, text)


@given(st.integers(0, 2**64))
def test_what_is_mistyped_keeps_its_value_or_is_refused(seed):
    pick = random.Random(seed)
    text = texts(pick)
    slipped = mistyped(text, pick)
    assert not changed(text, slipped)


@given(st.integers(0, 10**15 - 1), st.integers(0, 2**64))
def test_words_and_digits_are_read_alike(number, seed):
    words = words_of(number, random.Random(seed))
    assert parse_quantity(f"{words} đồng").value == parse_money(f"{number} đồng").value == number


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("hai nghìn tỷ ba trăm bốn mươi lăm tỷ", "2 nghìn tỷ 345 tỷ"), ("năm triệu tỷ", "5 triệu tỷ"),
        ("hai nghìn tỷ rưỡi", "2 nghìn tỷ rưỡi"), ("hai trăm tỷ rưỡi", "2 trăm tỷ rưỡi"), ("ba trăm nghìn tỷ", "3 trăm nghìn tỷ"),
        ("hai chục triệu", "2 chục triệu"), ("ba vạn tỷ", "3 vạn tỷ"), ("một tỷ tỷ", "1 tỷ tỷ"), ("hai nghìn tỷ năm triệu", "2 nghìn tỷ 5 triệu"),
    ],
)  # fmt: skip
def test_scale_words_say_the_same_in_words_and_in_digits(words, digits):
    assert parse_money(f"{words} đồng") == parse_money(f"{digits} đồng")
    assert parse_money(words) == parse_money(digits)


@pytest.mark.parametrize(
    "scales", ["nghìn triệu", "tỷ triệu", "tỷ nghìn", "triệu nghìn", "trăm chục", "vạn triệu"]
)
def test_scale_words_in_no_order_are_refused_in_words_and_in_digits(scales):
    for figure in ("hai", "2"):
        with pytest.raises(ReadingError):
            parse_money(f"{figure} {scales} đồng")
