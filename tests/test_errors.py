"""Errors: their parts, both languages, safe to print, whole after pickling."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Quantity, share
from danvankheo.errors import Problem, Reason, printable, shown
from danvankheo.units import DONG, WORKDAY


@pytest.mark.parametrize(
    ("call", "english", "vietnamese"),
    [
        (lambda: Quantity("154,4", DONG), 'Quantity.amount: expected a number, got "154,4"',
         'Quantity.amount: phải là một số, nhận được "154,4"'),
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


def test_the_words_of_a_language_win_over_those_of_the_other():
    problem = Problem("$.a", Reason.DIMENSION, '"ha"', {"allowed_vi": "tiền", "allowed": "money"})
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


class _Gaps(dict):
    def __missing__(self, name):
        return "…"


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_every_reason_speaks_both_languages(reason):
    assert reason.english.format_map(_Gaps()).strip()
    assert reason.vietnamese.format_map(_Gaps()).strip()
    assert bool(reason.hint) == bool(reason.hint_vietnamese)
    assert Reason(reason.value) is reason
