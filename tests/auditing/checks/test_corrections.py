"""How far a correction is from what is printed, against every way to get there."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audited import procedures
from danvankheo import check_ratio, round_to
from danvankheo.auditing import (
    Nature,
    Reported,
    least_correction,
)
from danvankheo.auditing.checks.corrections import edits_between as edits

TEXTS = st.text("0159.", max_size=5)


def neighbours(text):
    """Every text that one edit makes: a character less, another, one more, two swapped."""
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]
        yield from (text[:at] + char + text[at + 1 :] for char in "0159.")
        yield text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    yield from (text[:at] + char + text[at:] for at in range(len(text) + 1) for char in "0159.")


@given(TEXTS)
def test_a_neighbour_is_one_edit_away(text):
    assert edits(text, text) == 0
    assert all(edits(text, other) == 1 for other in neighbours(text) if other != text)


@given(TEXTS, TEXTS)
def test_the_way_back_is_as_long_and_none_is_longer_than_writing_anew(one, other):
    assert edits(one, other) == edits(other, one)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


@given(TEXTS, TEXTS)
def test_some_edit_of_either_text_brings_them_closer(one, other):
    if one != other:
        assert any(edits(near, other) < edits(one, other) for near in neighbours(one)) or any(
            edits(one, near) < edits(one, other) for near in neighbours(other)
        )


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 110), procedures)
def test_the_least_correction_is_that_of_a_search(part, whole, percent, rounding):
    assume(rounding not in check_ratio(part, whole, percent).procedures)
    found = least_correction(part, whole, percent, rounding=rounding)
    assert found.percent == round_to(Fraction(100 * part, whole), 0, rounding=rounding)
    span = Reported(Decimal(percent), Nature.RATE).interval(rounding)
    parts = [n for n in range(200) if Fraction(100 * n, whole) in span]
    wholes = [d for d in range(1, 20_000) if Fraction(100 * part, d) in span]
    assert found.part == min(parts, key=lambda n: abs(n - part), default=None)
    assert found.whole == min(wholes, key=lambda d: abs(d - whole), default=None)
    assert found.least is not None
    corrected = {"percent": percent, "part": part, "whole": whole} | {found.least.field: found.least.to}
    check = check_ratio(corrected["part"], corrected["whole"], corrected["percent"])
    assert rounding in check.procedures


def test_figures_that_agree_need_no_correction():
    found = least_correction(27, 28, "96,43%")
    assert (found.percent, found.part, found.whole, found.least) == (None, None, None, None)


def test_corrections_are_told_in_the_wording_of_the_plan():
    found = least_correction(63, 60, "7%", mode="exceed")
    assert (found.percent, found.part, found.whole, found.least.field) == (Decimal(5), 64, 59, "part")
    nothing = least_correction(3, 2, "150%", mode="short")  # no plan is missed by more than all of it
    assert (nothing.percent, nothing.part, nothing.whole, nothing.least) == (None, None, None, None)


@pytest.mark.parametrize(
    ("figures", "field", "to", "edits"),
    [
        ((27, 28, "69,43%"), "percent", "96.43", 1),  # two digits swapped
        ((45, 60, "85%"), "percent", "75", 1),
        ((1, 3, "3,3%"), "whole", "30", 1),  # a digit left out, which is nearer than 33,3%
        ((720, 1000, "27,0%"), "percent", "72.0", 1),  # as near as 270/1000, and first named
    ],
)
def test_the_least_correction_counts_digits_then_last_places(figures, field, to, edits):
    least = least_correction(*figures).least
    assert (least.field, least.to, least.edits) == (field, Decimal(to), edits)
