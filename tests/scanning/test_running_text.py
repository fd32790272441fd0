"""Where letters of the tidied text stand in the text as it came, however its marks are written."""

from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import scan
from danvankheo.scanning.running_text import RunningText


@given(st.text("ao1ộxã\u20d3\u0301\u0323\u0303\u0302\u0344\u00ad\u2066 ", max_size=12))
def test_a_span_holds_what_it_is_the_span_of(raw):
    text = RunningText(raw)
    ends = [0]
    for at, letter in enumerate(text.text):
        if letter.isspace():
            continue
        start, end = text.raw_span(at, at + 1)
        assert 0 <= start < end <= len(raw)
        start, end = text.raw_span(0, at + 1)
        assert end >= ends[-1]
        ends.append(end)
        following = text.text[at + 1 : at + 2]
        if not (following and combining(following)):  # a mark that stood among those of its letter
            seen = raw[start:end].translate(dict.fromkeys(map(ord, "\u00ad\u2066")))
            assert normalize("NFC", seen).split() == normalize("NFC", text.text[: at + 1]).split()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Giai đoạn 2016–2020\u20d3 mỗi năm", "Giai đoạn 2016–2020"),
        ("Có 27/28\u20d3 trường đạt chuẩn.", "27/28"),
        ("Có 15 xã\u20d3 đạt chuẩn.", "15 xã"),
        ("Có 12 hộ\u20d3\u0301 nghèo.", "12 hộ"),
    ],
)
def test_a_mark_that_composes_with_nothing_costs_no_letter(form, text, whole):
    raw = normalize(form, text)
    (fact,) = scan(raw)
    assert fact.surface == raw[fact.span[0] : fact.span[1]]
    assert normalize("NFC", fact.surface).startswith(whole) or normalize(
        "NFC", fact.surface.replace("\u20d3", "")
    ) in (whole, whole + "\u0301")


def test_marks_of_direction_part_no_number():
    (fact,) = scan("Có 1.2\u206634\u2069 hộ nghèo.")
    assert fact.surface.startswith("1.2\u206634")
