"""Spellings of names: what is equal, what lacks marks, and words for kinds before a name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import PlaceKind
from danvankheo.places.names import full_name, lacks_marks_of, plain, readings, spelled
from danvankheo.places.table import table
from unmarked import unmarked

NAMES = st.sampled_from(sorted({unit.name for unit in table().units()}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "HÒA  BÌNH"),
        ("Thuỷ Nguyên", "Thủy Nguyên"),
        ("Mỹ Quý", "Mĩ Quí"),
        ("Kỳ Anh", "Kì Anh"),
        ("Ea H’leo", "EA H'LEO"),
        ("Đăk Đoa", "Đắk Đoa"),
        ("Đak Pơ", "Đăk Pơ"),
        ("4", "04"),
        ("NT Lệ Ninh", "Nông trường Lệ Ninh"),
        ("N.T Phong Hải", "Nông trường Phong Hải"),
        (unicodedata.normalize("NFD", "An Khê"), "An Khê"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Tân Thạnh", "Tân Thành"), ("Quý", "Quy"), ("Huy", "Hui"), ("10", "1"), ("Đa", "Da")]
)
def test_spellings_of_two_names(one, other):
    assert spelled(one) != spelled(other)


@given(NAMES)
def test_a_name_without_marks_lacks_those_of_the_name(name):
    bare = spelled(unmarked(name))
    assert lacks_marks_of(bare, spelled(name))
    assert plain(bare) == plain(spelled(name))
    assert plain(bare).isascii()
    assert lacks_marks_of(spelled(name), bare) is (spelled(name) == bare or plain_marks(name) == 0)


def plain_marks(name):
    letters = unicodedata.normalize("NFD", spelled(name).replace("đ", "d\u0335"))
    return sum(1 for letter in letters if unicodedata.combining(letter))


def test_marks_that_a_name_has_not_are_no_missing_marks():
    assert not lacks_marks_of(spelled("Tân Thạnh"), spelled("Tân Thành"))
    assert not lacks_marks_of(spelled("Đông"), spelled("Dong"))
    assert lacks_marks_of(spelled("Dông"), spelled("Đông"))
    assert not lacks_marks_of(spelled("An"), spelled("An Khê"))


@pytest.mark.parametrize(
    ("text", "kinds", "name"),
    [
        ("xã Song An", {PlaceKind.COMMUNE}, "Song An"),
        ("XÃ SONG AN", {PlaceKind.COMMUNE}, "SONG AN"),
        ("X. Song An", {PlaceKind.COMMUNE}, "Song An"),
        ("P.Tây Sơn", {PlaceKind.WARD}, "Tây Sơn"),
        ("P4", {PlaceKind.WARD}, "4"),
        ("Q. 1", {PlaceKind.URBAN_DISTRICT}, "1"),
        ("H. Chư Păh", {PlaceKind.RURAL_DISTRICT}, "Chư Păh"),
        ("TX An Khê", {PlaceKind.TOWN}, "An Khê"),
        ("TT. Kbang", {PlaceKind.TOWNSHIP}, "Kbang"),
        ("Thị trấn Kbang", {PlaceKind.TOWNSHIP}, "Kbang"),
        ("T. Gia Lai", {PlaceKind.PROVINCE}, "Gia Lai"),
        ("đặc khu Phú Quốc", {PlaceKind.SPECIAL_ZONE}, "Phú Quốc"),
        ("TP. Huế", {PlaceKind.MUNICIPALITY, PlaceKind.PROVINCIAL_CITY}, "Huế"),
        ("An Khê", set(), "An Khê"),
        ("Xuân An.", set(), "Xuân An"),
        ("Y Can", set(), "Y Can"),
        ("P", set(), "P"),
        ("xã", set(), "xã"),
    ],
)
def test_the_word_for_the_kind_is_no_part_of_the_name(text, kinds, name):
    (read,) = readings(text)
    assert (set(read.kinds), read.name, read.within) == (kinds, name, ())


def test_a_word_without_marks_may_be_either():
    whole, of_kind = readings("quan hoa, thanh hoa")
    assert (whole.kinds, whole.name, whole.within) == (frozenset(), "quan hoa", ("thanh hoa",))
    assert (set(of_kind.kinds), of_kind.name) == ({PlaceKind.URBAN_DISTRICT}, "hoa")


def test_what_it_lies_in_stands_after_commas():
    (read,) = readings("xã Song An, TX. An Khê , tỉnh Gia Lai,")
    assert read.within == ("TX. An Khê", "tỉnh Gia Lai")


@pytest.mark.parametrize(
    ("short", "name"), [("HCM", "Hồ Chí Minh"), ("BR-VT", "Bà Rịa - Vũng Tàu"), ("TT. Huế", "TT. Huế")]
)
def test_initials_that_stand_for_a_province(short, name):
    assert full_name(short) == (name if short != "TT. Huế" else "Thừa Thiên Huế")


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    for read in readings(text):
        spelled(read.name)
        plain(spelled(read.name))
