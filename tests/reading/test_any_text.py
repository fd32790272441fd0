"""Whatever text comes in, it is read or refused with a reason, and nothing else happens."""

import csv
import pickle
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import (
    AmbiguousTextError,
    InvalidValueError,
    ReadingError,
)
from danvankheo.reading.phrases import read_phrase
from danvankheo.reading.source import LONGEST_PHRASE

READERS = [
    dvk.parse_number, dvk.parse_percent, dvk.parse_money, dvk.parse_quantity, dvk.parse_range, dvk.parse_ratio,
    dvk.parse_change, dvk.parse_attainment, dvk.parse_date, dvk.parse_period, dvk.parse_document,
    dvk.words_to_number, dvk.reading.words_to_ordinal, read_phrase,
]  # fmt: skip


_TABLE = (Path(__file__).parents[1] / "vectors" / "phrases.tsv").read_text(encoding="utf-8").splitlines()


_PHRASES = [
    *(row["phrase"] for row in csv.DictReader(_TABLE, delimiter="\t")),
    "giảm 1,2 điểm phần trăm so với cùng kỳ năm 2021", "vượt 12,5% chỉ tiêu", "gấp đôi", "không đổi (0%)",
    "ngày 02 tháng 11 năm 2022", "từ ngày 17/10 đến ngày 18/11/2022", "quý III/2022", "nhiệm kỳ 2020 - 2025",
    "6 tháng đầu năm", "từ năm 2019 đến nay", "Nghị quyết số 30a/2008/NQ-CP ngày 27/12/2008", "36-HD/VPTW",
    "thứ hai mươi mốt", "một trăm năm mươi tư triệu bốn trăm nghìn đồng chẵn", "27/28 trường (96,42%)",
    "1,500", "1.5", "2 tỷ 150 triệu đồng", "ba phần tư", "hai phẩy không bốn",
]  # fmt: skip


_PIECES = [
    "0", "5", "1.000", ",", ".", "/", "-", "−", "%", " ", "\u00a0", "hơn ", "từ ", " đến ", " triệu", " tỷ", " đồng",
    " rưỡi", "nửa ", "năm", " năm ", "phẩy", " trở lên", "so với ", "tăng ", "gấp ", " lần", "(", ")", "\u0301", "Đ",
    "số ", " ngày ", "quý ", " trđ", "$", "~", "âm ", " chấm ", " phần ", "giữa ", " và ", " trieu", "mốt", "İ", "\U0001f600", "٣", "１", "công", "sào", "999999999999",
]  # fmt: skip


@st.composite
def _damaged(draw):
    """A real phrase in which something is cut, doubled or put in between."""
    text = draw(st.sampled_from(_PHRASES))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        stop = draw(st.integers(start, len(text)))
        middle = draw(st.sampled_from(["", text[start:stop] * 2, *_PIECES]))
        text = text[:start] + middle + text[stop:]
    return text


_texts = st.one_of(
    st.text(max_size=40),
    _damaged(),
    st.lists(st.sampled_from(_PIECES), max_size=10).map("".join),
    st.sampled_from(_PHRASES).map(lambda text: unicodedata.normalize("NFD", text)),
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@given(text=_texts)
def test_any_text_is_read_or_refused(reader, text):
    try:
        value = reader(text)
    except ReadingError as error:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        assert str(error).isprintable()
        assert error.vietnamese.isprintable()
        assert "{" not in error.expected + error.hint + error.vietnamese.removeprefix(dvk.errors.shown(text))
        assert isinstance(error, AmbiguousTextError) == hasattr(error, "readings")
        assert len(getattr(error, "readings", "two")) > 1
    else:
        assert reader(text) == value
        assert reader(f" {unicodedata.normalize('NFD', text)}\n") == value


_OPTIONS = [
    (reader, name, choice)
    for reader, name, choices in [
        (dvk.parse_quantity, "convention", ("vi", "en")), (dvk.parse_money, "convention", ("vi", "en")),
        (dvk.parse_range, "convention", ("vi", "en")), (dvk.parse_ratio, "convention", ("vi", "en")),
        (dvk.parse_change, "convention", ("vi", "en")), (dvk.parse_attainment, "convention", ("vi", "en")),
        (dvk.parse_percent, "convention", ("vi", "en")), (dvk.parse_change, "times", ("reached", "added")),
        (dvk.parse_quantity, "shorthand", (True,)), (dvk.parse_money, "shorthand", (True,)),
        (dvk.parse_range, "shorthand", (True,)), (dvk.parse_ratio, "shorthand", (True,)), (dvk.parse_change, "shorthand", (True,)),
        (dvk.parse_from_to, "shorthand", (True,)), (dvk.parse_attainment, "shorthand", (True,)),
    ]
    for choice in choices
]  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "name", "choice"), _OPTIONS, ids=lambda part: getattr(part, "__name__", str(part))
)
@given(text=_texts)
def test_an_option_never_reads_differently_what_is_read_without_it(reader, name, choice, text):
    try:
        value = reader(text)
    except ReadingError:
        return
    try:
        assert reader(text, **{name: choice}) == value
    except ReadingError:
        assert choice == "en"  # whose groups would read it differently


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize(
    "text",
    ["9" * 10**6, "một " * 10**6, "1." * 5000, "1 " * 4999, "(" * 9999, "hai mươi " * 1000, "a-" * 4999,
     "năm " * 2000, "0" * 9999, "từ " * 3000, "5 tỷ " * 2000, " " * 10**6, "số " * 3000, "x/" * 4999],
    ids=range(14),
)  # fmt: skip
def test_long_texts_are_refused_and_cost_little(reader, text):
    with pytest.raises(ReadingError):
        reader(text)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("thing", [None, 5, 1.5, b"5%", ["5%"]], ids=repr)
def test_what_is_no_text_is_refused(reader, thing):
    with pytest.raises(InvalidValueError, match="expected text"):
        reader(thing)


def test_a_text_beyond_the_bound_tells_the_bound():
    with pytest.raises(ReadingError, match=f"at most {LONGEST_PHRASE} characters"):
        dvk.parse_number("1" * (LONGEST_PHRASE + 1))


@pytest.mark.parametrize(
    ("reader", "text"), [(dvk.parse_number, "12.345.67"), (dvk.parse_number, "1,500"), (dvk.parse_quantity, "3 công")]
)  # fmt: skip
def test_errors_survive_pickling_with_all_their_parts(reader, text):
    with pytest.raises(ReadingError) as refused:
        reader(text)
    copied = pickle.loads(pickle.dumps(refused.value))
    assert (str(copied), copied.vietnamese) == (str(refused.value), refused.value.vietnamese)
    assert getattr(copied, "readings", None) == getattr(refused.value, "readings", None)


def test_positions_point_into_the_text_as_it_came():
    text = unicodedata.normalize("NFD", "  hơn\u00a0\u00a012.345.67 triệu đồng")
    with pytest.raises(ReadingError) as refused:
        dvk.parse_quantity(text)
    assert text[refused.value.position :].startswith("67")


def test_errors_speak_like_a_colleague():
    with pytest.raises(ReadingError) as refused:
        dvk.parse_quantity("2 tỷ 1.200 triệu đồng")
    assert str(refused.value) == (
        "parse_quantity: expected scale words that grow smaller, each part below the next larger word "
        'at position 5 of "2 tỷ 1.200 triệu đồng"; write 3 tỷ 645 triệu đồng'
    )
    assert refused.value.vietnamese == (
        '"2 tỷ 1.200 triệu đồng", vị trí 5: tỷ, triệu, nghìn phải giảm dần, phần sau nhỏ hơn bậc đứng trước; '
        "viết như 3 tỷ 645 triệu đồng"
    )
