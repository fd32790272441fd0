"""Vietnamese order: as dictionaries and Unicode's CLDR have it, whatever the code points."""

from itertools import pairwise
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from danvankheo.locale_vi.collation import sort_key

# Every vowel with every tone, in the order of a dictionary; each a word of its own.
DICTIONARY = [
    "a",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "ă",
    "ằ",
    "ẳ",
    "ẵ",
    "ắ",
    "ặ",
    "â",
    "ầ",
    "ẩ",
    "ẫ",
    "ấ",
    "ậ",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "è",
    "ẻ",
    "ẽ",
    "é",
    "ẹ",
    "ê",
    "ề",
    "ể",
    "ễ",
    "ế",
    "ệ",
    "g",
    "h",
    "i",
    "ì",
    "ỉ",
    "ĩ",
    "í",
    "ị",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ò",
    "ỏ",
    "õ",
    "ó",
    "ọ",
    "ô",
    "ồ",
    "ổ",
    "ỗ",
    "ố",
    "ộ",
    "ơ",
    "ờ",
    "ở",
    "ỡ",
    "ớ",
    "ợ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ù",
    "ủ",
    "ũ",
    "ú",
    "ụ",
    "ư",
    "ừ",
    "ử",
    "ữ",
    "ứ",
    "ự",
    "v",
    "x",
    "y",
    "ỳ",
    "ỷ",
    "ỹ",
    "ý",
    "ỵ",
]
WORDS = st.text(st.sampled_from("".join(DICTIONARY) + " ĐƯ-12"), max_size=8)


def test_letters_and_tones_are_in_the_order_of_a_dictionary():
    assert sorted(frozenset(DICTIONARY), key=sort_key) == DICTIONARY
    assert all(sort_key(one) < sort_key(other) for one, other in pairwise(DICTIONARY))


def test_letters_decide_before_tones_and_tones_before_capitals():
    names = ["Ba Tơ", "ba tơ", "Bà Rịa", "Bá Thước", "Bạc Liêu", "Bắc Hà", "bà rịa"]
    assert sorted(names, key=sort_key) == [
        "bà rịa", "Bà Rịa", "Bá Thước", "ba tơ", "Ba Tơ", "Bạc Liêu", "Bắc Hà",
    ]  # fmt: skip


def test_the_provinces_of_2025_are_in_their_usual_order():
    provinces = (
        "An Giang,Bắc Ninh,Cà Mau,Cao Bằng,Cần Thơ,Đà Nẵng,Đắk Lắk,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai"
    )
    names = provinces.split(",")
    assert sorted(frozenset(names), key=sort_key) == names


@given(WORDS, WORDS)
def test_texts_that_differ_have_an_order_and_how_they_are_composed_does_not_matter(one, other):
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert sort_key(normalize("NFD", one))[:2] == sort_key(one)[:2]


@given(st.text(max_size=20))
def test_any_text_has_a_place(text):
    assert sort_key(text) <= sort_key(text)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_go_by_their_size(one, other):
    assert (sort_key(f"thôn {one}") < sort_key(f"thôn {other}")) == (one < other)
