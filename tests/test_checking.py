"""Arguments of calls: what is taken, and what the error says in both languages."""

import pytest

from danvankheo import AwardForm, Better, InvalidValueError
from danvankheo.checking import check_one_of, check_type, checked_each, checked_iterable, chosen, close_to
from danvankheo.errors import Words


def refused(call):
    with pytest.raises(InvalidValueError) as caught:
        call()
    return str(caught.value), caught.value.vietnamese


def test_what_is_right_passes():
    check_type("a", str, "call")
    check_one_of("a", iter(["a", "b"]), "call")
    assert list(checked_each((n for n in (1, 2)), int, "call")) == [1, 2]
    items = [1, "2"]
    assert checked_iterable(items, "call", Words("nhiều mục", "several")) is items
    assert list(checked_each(5, int, "call")) == [5]
    assert chosen(Better.LOWER.label, Better, "call") is Better.LOWER
    assert chosen("lower", Better, "call") is chosen(Better.LOWER, Better, "call") is Better.LOWER


@pytest.mark.parametrize(
    ("call", "english", "vietnamese"),
    [
        (lambda: check_type(5, str, "call.a"), "call.a: expected str, got 5", "call.a: phải là str, nhận được 5"),
        (lambda: check_one_of("c", ["a", "b"], "call.a"), 'call.a: expected one of a, b, got "c"',
         'call.a: không nhận "c"; phải là một trong: a, b'),
        (lambda: check_one_of("fiel", ["field", "kind"], "call.by"),
         'call.by: expected one of field, kind, got "fiel"; did you mean "field"?',
         'call.by: không nhận "fiel"; phải là một trong: field, kind; có phải là "field"?'),
        (lambda: list(checked_each([1, "2"], int, "call")), 'call: expected int, got "2"',
         'call: phải là int, nhận được "2"'),
        (lambda: list(checked_each(5, str, "call")), "call: expected several str, got 5",
         "call: phải là nhiều str, nhận được 5"),
        (lambda: list(checked_each({1: 2}, int, "call")), "call: expected several int, got {1: 2}",
         "call: phải là nhiều int, nhận được {1: 2}"),
        (lambda: list(checked_each(b"12", int, "call")), "call: expected several int, got b'12'",
         "call: phải là nhiều int, nhận được b'12'"),
        (lambda: checked_iterable([1], "call", Words("nhiều mục", "several things"), several=False),
         "call: expected several things, got [1]", "call: phải là nhiều mục, nhận được [1]"),
        (lambda: chosen(None, Better, "call"), "call: expected one of higher, lower, got None",
         "call: không nhận giá trị trống; phải là một trong: higher, lower"),
        (lambda: chosen(AwardForm.BANG_KHEN, Better, "call"),
         'call: expected one of higher, lower, got "bang_khen"',
         'call: không nhận "bang_khen"; phải là một trong: higher, lower'),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_wrong_is_said_in_both_languages(call, english, vietnamese):
    assert refused(call) == (english, vietnamese)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("so luong", "Số lượng"), ("SỐ LƯỢNG", "Số lượng"), ("don vị", "Đơn vị"), ("Số lượngg", "Số lượng")],
)
def test_a_mistyped_choice_is_found(typed, meant):
    assert close_to(typed, ["Số lượng", "Đơn vị"]) == {"close": f'"{meant}"'}


def test_the_stroke_of_a_letter_does_not_matter():
    assert close_to("D", ["Đ"]) == {"close": '"Đ"'}


@pytest.mark.parametrize("typed", ["x", "", "Số lượng", 5, None])
def test_what_is_near_no_choice_or_is_one_has_no_hint(typed):
    assert close_to(typed, ["Số lượng", "Đơn vị"]) == {}
