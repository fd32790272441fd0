"""What readers take for a counted noun: never a number word, a scale word or a unit, mistyped or not."""

from unicodedata import combining, normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvankheo import ReadingError, counted, parse_money, parse_quantity, parse_range, parse_ratio
from danvankheo.locale_vi import lookalikes, nouns, numerals, spellings
from danvankheo.units import KILOGRAM, KILOMETRE, LITRE, QUINTAL, SQUARE_METRE, TONNE, Dimension, Scale

_NUMBERS = [
    *numerals.DIGITS, numerals.TEN, *numerals.SPOKEN_TENS, numerals.HUNDRED, *numerals.MISSING_TEN,
    *numerals.FIVE_AFTER_TEN, numerals.ONE_AFTER_TENS, *numerals.SPOKEN_DIGITS, *numerals.AND_A_HALF,
    *numerals.SPOKEN_POINTS, *numerals.MINUSES, *numerals.CONTRACTED_TENS, numerals.HALF,
]  # fmt: skip
_SCALES = [word for words in spellings.SCALES.values() for word in words]
_UNITS = [word for words in spellings.UNITS.values() for word in words]
_LETTERS = [*spellings.COMPACT_LETTERS, "K", "N", "Tr", "M", "T", "B", "NT", "Mn", "Bn"]
_MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b"]
_TRUE = (
    nouns.RECIPIENTS | nouns.PEOPLE | nouns.THINGS | nouns.CLASSIFIERS
    | lookalikes.NOUNS_LIKE_WORDS | lookalikes.TRUE_NOUNS
)  # fmt: skip


def _plain(text):
    plain = normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in plain if not combining(letter))


@st.composite
def _wrong_marks(draw):
    """A word of numbers or a unit without its marks, or with others on one letter."""
    word = draw(st.sampled_from([*_NUMBERS, *_SCALES, *_UNITS]))
    if draw(st.booleans()):
        return _plain(word)
    letters = list(normalize("NFC", word))
    vowels = [at for at, letter in enumerate(letters) if _plain(letter) in "aeiouy"]
    if not vowels:
        return word
    at = draw(st.sampled_from(vowels))
    marks = "".join(draw(st.lists(st.sampled_from(_MARKS), max_size=2)))
    made = normalize("NFC", _plain(letters[at]) + marks)
    letters[at] = made if len(made) == 1 else letters[at]
    return "".join(letters)


@st.composite
def _wrong_letter(draw):
    """A scale word or unit of four letters and more with one letter missing, twice, or exchanged."""
    word = draw(st.sampled_from([w for w in (*_SCALES, *_UNITS) if len(w) >= 4 and w.isalpha()]))
    at = draw(st.integers(0, len(word) - 2))
    match draw(st.sampled_from(["missing", "twice", "changed places"])):
        case "missing":
            made = word[:at] + word[at + 1 :]
        case "twice":
            made = word[:at] + word[at] + word[at:]
        case _:
            made = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return made


_BEFORE = ["12", "1,5", "12 triệu", "2 tỷ", "hai mươi", "hơn 3", "-5", "3 trăm", "2 tỷ 150 triệu"]
_AFTER = ["", " hộ", " đồng", " dong", " thóc", " xanh/năm", "/hộ"]
_READERS = [parse_quantity, parse_money, parse_range, parse_ratio]


def _begins_with_a_true_noun(name):
    words = name.lower().split(" ")
    if name in lookalikes.WHOLE_NOUNS:
        return True
    if any(" ".join(words[:count]) in _TRUE for count in range(1, len(words) + 1)):
        return True
    return words[0] in lookalikes.TRUE_HEADS and len(words) > 1


def _units(value):
    for name in ("unit", "low", "high"):
        found = getattr(value, name, None)
        if found is not None:
            yield getattr(found, "unit", found)


@given(
    st.sampled_from([*_NUMBERS, *_SCALES, *_UNITS, *_LETTERS]) | _wrong_marks() | _wrong_letter(),
    st.sampled_from(_BEFORE),
    st.sampled_from(_AFTER),
    st.booleans(),
)
@example("chấm năm", "một", " héc ta", False)
@example("phần hai", "một", " ki lô gam", False)
@example("trieu", "1,5", " dong", False)
@example("đông", "12 triệu", "", False)
@example("N", "1,2", "", False)
@example("M", "3", "", True)
@example("bon", "mười", " mô hình", False)
@example("làm", "sáu mươi", " mô hình", False)
@example("châm", "chín mươi chín", " một người", False)
@example("bon", "hai nghìn", " trăm hộ", False)
@example("nam", "12", "", False)
@example("nam", "12", " hộ", False)
def test_no_counted_noun_begins_with_a_word_of_the_figure(word, before, after, shorthand):
    for text in (f"{before} {word}{after}", f"{before}{word}{after}"):
        for reader in _READERS:
            options = {"shorthand": True} if shorthand else {}
            for phrase in (text, f"2-{text}" if before[0].isdigit() else text, f"1/{text}"):
                try:
                    value = reader(phrase, **options)
                except ReadingError:
                    continue
                for unit in _units(value):
                    name = unit.name.lower()
                    if unit.dimension is Dimension.COUNT and not _begins_with_a_true_noun(name):
                        assert not f"{name} ".startswith(f"{word.lower()} "), (phrase, value)
                        assert not name.startswith(("triệu", "nghìn", "trăm", "mươi", "tỷ")), (phrase, value)


_LIKE_UNITS = {"cây số", "lần", "mẫu"}  # these are units
_NOUNS = sorted(_TRUE - _LIKE_UNITS)


@pytest.mark.parametrize("scale", ["", "chục ", "nghìn "])
def test_every_noun_of_the_lists_is_counted(scale):
    unit = {"": Scale.ONE, "chục ": Scale.TEN, "nghìn ": Scale.THOUSAND}[scale]
    for noun in _NOUNS:
        read = parse_quantity(f"5 {scale}{noun}")
        assert read.unit == (counted(noun) if unit is Scale.ONE else counted(noun).scaled(unit))


@pytest.mark.parametrize(
    "noun",
    [
        "hộ", "xã", "tổ", "cây", "bò", "công trình", "năm", "mô hình", "tán cây", "bản", "ca", "người", "tá",
        "ngân hàng", "văn phòng", "vận động viên", "tân binh", "động cơ", "làn xe", "chính sách", "tỷ phú",
        "đồng hồ", "đồng bào dân tộc", "đô thị", "năm học", "đống rác", "nữ tu", "ngày", "ngày công tác", "HS",
        "MH", "đ/c", "tin bài", "thanh tra", "lối đi", "bà mẹ", "sâu bệnh", "muỗi", "độ", "hải đội", "tự vệ",
    ],
)  # fmt: skip
def test_true_nouns_that_look_like_words_of_figures_are_counted(noun):
    assert parse_quantity(f"25 {noun}").unit == counted(noun)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("1,5 trieu dong", "1,5 triệu đồng"), ("12 triệu đông", "12 triệu đồng"), ("12 nghin dong", "12 nghìn đồng"),
        ("540 tỷ đổng", "540 tỷ đồng"), ("5 tỷ đồg", "5 tỷ đồng"), ("5 ki lo gam", "5 kg"), ("5 lit xăng", "5 lít"),
        ("hai muơi hộ", "hai mươi hộ"), ("-1,2 N USD", "-1,2 nghìn USD"), ("500k", "500 nghìn"), ("5 hạ đất", "5 ha"),
        ("5 triệu đồng tiền mặt", "5 triệu đồng"), ("2 tirệu đồng", "2 triệu đồng"), ("5 tấn sắn lát", "5 tấn"),
        ("mười bon mô hình", "mười bốn mô hình"), ("5 trạm người", "5 trăm người"), ("5 ký", "5 kg"), ("5 cân gạo", "5 kg"), ("3 thước vải", "3 m"),
    ],
)  # fmt: skip
def test_what_was_likely_meant_is_told(text, likely):
    try:
        read = parse_quantity(text)
    except ReadingError as error:
        assert error.vietnamese.endswith(f"có thể là {likely}")
        assert f"perhaps {likely} was meant" in error.hint
    else:
        assert read == parse_quantity(likely)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 tạ thóc", QUINTAL), ("200 m2 đất", SQUARE_METRE), ("3 km đường bê tông", KILOMETRE), ("2 tấn gạo/thôn", TONNE.per("thôn")),
        ("10 lít nước mắm", LITRE), ("1,5 kg thịt lợn", KILOGRAM), ("3 nghìn tấn lúa giống", TONNE.scaled(Scale.THOUSAND)),
    ],
)  # fmt: skip
def test_what_is_measured_may_stand_after_the_unit(text, unit):
    assert parse_quantity(text).unit == unit


@pytest.mark.parametrize(
    ("text", "readings"), [("3M", 2), ("5 T", 2), ("3 công", 3), ("4 công đất", 2), ("2 sào", 2)]
)
def test_a_unit_of_two_meanings_tells_each(text, readings):
    with pytest.raises(ReadingError) as refused:
        parse_quantity(text)
    assert len(refused.value.readings) >= readings
    assert len({str(each.to(each.unit.to_base())) for each in refused.value.readings.values()}) >= 2


@pytest.mark.parametrize("text", ["hai hoặc ba hộ", "2 hay 3 hộ", "hai và ba hộ", "5 đến nơi"])
def test_what_joins_figures_begins_no_noun(text):
    with pytest.raises(ReadingError):
        parse_quantity(text)


@pytest.mark.parametrize("noun", ["kíp", "bảng ảnh", "yên xe", "bát", "lá", "ca", "bảng"])
def test_what_is_like_foreign_money_is_counted(noun):
    assert parse_quantity(f"5 {noun}").unit == counted(noun)
