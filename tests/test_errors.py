"""Errors: their parts, both languages, safe to print, whole after pickling."""

import pickle
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvankheo
from danvankheo import (
    AmbiguousTextError,
    DanVanKheoError,
    DocumentError,
    InvalidValueError,
    Quantity,
    ReadingError,
    loads,
    parse_number,
    parse_quantity,
    share,
)
from danvankheo.errors import Problem, Reason, Words
from danvankheo.printing import printable, shown
from danvankheo.units import DONG, WORKDAY


@pytest.mark.parametrize(
    ("call", "english", "vietnamese"),
    [
        (lambda: Quantity("154,4", DONG),
         'Quantity.amount: expected a number, not text: parse_quantity reads text, got "154,4"',
         'Quantity.amount: phải là một số, không phải chuỗi ký tự (đọc chuỗi bằng parse_quantity), nhận được "154,4"'),
        (lambda: Quantity(1, DONG) + Quantity(1, WORKDAY),
         'Quantity.+: expected a quantity in đồng, got "ngày công"',
         'Quantity.+: phải tính bằng đồng, nhận được "ngày công"'),
        (lambda: share(1, 0), "share.whole: expected something other than zero, got 0",
         "share.whole: phải khác 0, nhận được 0"),
    ],
    ids=range(3),
)  # fmt: skip
def test_both_languages_and_pickle(call, english, vietnamese):
    with pytest.raises(InvalidValueError) as caught:
        call()
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert (str(error), error.vietnamese) == (english, vietnamese)
        assert isinstance(error.reason, Reason)


def test_details_are_in_the_language_of_the_sentence():
    problem = Problem("$.a", Reason.DIMENSION, '"ha"', {"allowed": Words("tiền", "money")})
    assert problem.vietnamese == '$.a: phải là tiền, tệp ghi "ha"'
    assert str(problem) == '$.a: expected a quantity of money, got "ha"'
    assert hash(problem) == hash(Problem("$.a", Reason.DIMENSION, '"ha"', {"allowed": "money"}))


@given(st.text() | st.binary() | st.integers() | st.decimals() | st.floats())
def test_whatever_came_is_shown_on_one_short_printable_line(value):
    text = shown(value)
    assert text.isprintable()
    assert len(text) <= 60 * 10 + 2


def test_shown_values_are_cut_and_never_expanded():
    assert shown(Decimal("1E+999999999")) == "1E+999999999"
    assert shown(10**10_000) == "a very long int"
    assert len(shown("x" * 10**6)) == 62
    assert printable("tiền") == "tiền"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: share(1, 0), "nonzero"),
        (lambda: parse_number("12.345.67"), "groups"),
        (lambda: parse_number("1,500"), "two-way"),
        (lambda: loads("{}"), "present"),
        (lambda: loads("["), "json"),
    ],
    ids=range(5),
)
def test_every_error_has_its_reason_and_a_sentence_in_each_language(call, code):
    with pytest.raises(DanVanKheoError) as caught:
        call()
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert error.reason is Reason(code)
        assert error.english == str(error) != error.vietnamese
        assert any(word in error.vietnamese for word in ("phải ", "nhiều cách hiểu", "thiếu ", "sai "))
        assert "expected" in error.english


def test_a_document_error_says_its_problems_in_vietnamese_one_a_line():
    with pytest.raises(DocumentError) as caught:
        loads('{"version": 1, "name": ""}')
    problems = caught.value.problems
    assert caught.value.vietnamese.splitlines() == [problem.vietnamese for problem in problems]
    named = DocumentError(problems, "a.json")
    assert named.vietnamese.splitlines() == [f"a.json: {problem.vietnamese}" for problem in problems]
    assert [problem.english for problem in problems] == caught.value.english.splitlines()


@pytest.mark.parametrize(
    ("text", "span"),
    [("12.345.67 đồng", (7, 9)), ("60 triệu", (8, 8)), (" 1,500  hộ", (1, 6)), ("12 trieu dong x", (3, 8))],
)
def test_a_reading_error_says_from_where_to_where(text, span):
    with pytest.raises(ReadingError) as caught:
        parse_quantity(text)
    assert caught.value.span == span
    assert caught.value.position == span[0]


def test_an_ambiguous_text_labels_each_reading_for_whoever_chooses():
    with pytest.raises(AmbiguousTextError) as caught:
        parse_number("1,500")
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert error.labels == {
            "decimal-comma": Words("1,5", "1.5"),
            "grouping-comma": Words("1.500", "1,500"),
        }


class _Gaps(dict):
    def __missing__(self, name):
        return "…"


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_every_reason_speaks_both_languages(reason):
    assert reason.english.format_map(_Gaps()).strip()
    assert reason.vietnamese.format_map(_Gaps()).strip()
    assert bool(reason.hint) == bool(reason.hint_vietnamese)
    assert Reason(reason.value) is reason


def test_no_detail_is_named_after_a_language():
    """What differs between the languages is one value, `Words`."""
    package = Path(danvankheo.__file__).parent
    found = {
        f"{path.relative_to(package)}: {name}"
        for path in package.rglob("*.py")
        for name in re.findall(r"\"(\w+_vi)\"|\b(\w+_vi)=", path.read_text("utf-8"))
    }
    assert found == set()
