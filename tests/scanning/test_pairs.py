"""Two figures side by side: which are a range, a ratio or a fraction, and which are two figures."""

from decimal import Decimal

import pytest

from danvankheo import QuantityRange, Ratio, scan
from danvankheo.scanning.amounts import opening_at
from danvankheo.scanning.pairs import ratio_of
from danvankheo.scanning.running_text import RunningText


def _pairs(text):
    """What the pairs of a text come to, each with its words."""
    found = []
    for fact in scan(text):
        match fact.value:
            case Ratio():
                unit = f" {fact.value.unit.name}" if fact.value.unit else ""
                found.append((fact.surface, f"{fact.value.part}/{fact.value.whole}{unit}"))
            case QuantityRange():
                low, high = (end.to(end.unit.to_base()) for end in (fact.value.low, fact.value.high))
                found.append((fact.surface, f"{low.amount:f}-{high.amount:f} {high.unit.name}"))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # fractions in words; a fourth has a word of its own
        ("Chiếm một phần tư tổng số.", "một phần tư", "1/4"),
        ("Chiếm ba phần tư số hộ.", "ba phần tư", "3/4"),
        ("Chiếm hai phần ba số hộ.", "hai phần ba", "2/3"),
        # a tenth and less is a fraction of what follows; a noun that is known is counted all the same
        ("Đạt 2/10 kinh phí.", "2/10", "2/10"),
        ("Góp 2/3 kinh phí.", "2/3", "2/3"),
        ("Góp 1/2 kinh phí.", "1/2", "1/2"),
        ("Có 2/3 xã đạt.", "2/3 xã", "2/3 xã"),
        # a part of a whole in words
        ("Có 12 trên 15 hộ nghèo.", "12 trên 15 hộ", "12/15 hộ"),
        ("Có 15 trên 15 hộ nghèo.", "15 trên 15 hộ", "15/15 hộ"),
        ("Đạt 12 trên tổng số 15.", "12 trên tổng số 15", "12/15"),
        ("Có 12 hộ trong số 15 hộ nghèo.", "12 hộ trong số 15 hộ", "12/15 hộ"),
        ("Có 16 trong tổng số 18 chỉ tiêu.", "16 trong tổng số 18 chỉ tiêu", "16/18 chỉ tiêu"),
        ("Có 1/ 5 hộ nghèo.", "1/ 5 hộ", "1/5 hộ"),
        # a mean has decimals; more than the whole can be, with a stroke; nothing of nothing too
        ("Đạt 8,13/19 tiêu chí.", "8,13/19 tiêu chí", "8.13/19 tiêu chí"),
        ("Đạt 21/19 tiêu chí.", "21/19 tiêu chí", "21/19 tiêu chí"),
        # ranges: of years there are none, but a year that is not both ends is a number
        ("Có từ 1950 đến 2.100 hộ nghèo.", "từ 1950 đến 2.100 hộ", "1950-2100 hộ"),
        ("Có từ 50 đến 2000 hộ nghèo.", "từ 50 đến 2000 hộ", "50-2000 hộ"),
        ("Giá 20–19.999 đồng.", "20–19.999 đồng", "20-19999 đồng"),
        ("Từ 5 đến 10 triệu đồng.", "Từ 5 đến 10 triệu đồng", "5000000-10000000 đồng"),
        ("Chi từ 1.000 đến 2 triệu đồng.", "từ 1.000 đến 2 triệu đồng", "1000-2000000 đồng"),
    ],
)
def test_one_figure_of_two(text, words, value):
    assert _pairs(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Từ năm 2015 - 2020 hộ nghèo giảm.",  # years
        "Giai đoạn từ 2016 đến 2020, có 5 xã.",
        "Giá 20–30.000 đồng.",  # the first may be thousands
        "Giá 20–20.000 đồng.",  # also where it is a thousandth of the second
        "Chi từ 999 đến 1 triệu đồng.",  # nobody writes out less than a thousand
        "Có 12 trong 3 thôn.",  # a part is not more than its whole
        "Có 12 hộ trong tổng số 15 thôn.",  # of other things
        "Góp 15 triệu đồng đến 30 hộ.",
        "1/ 5 hộ nghèo.",  # an item of a list
        "Giá 90 triệu/1000m2.",  # a rate
        "Đọc 3/4/5.",
        "Bộ 3 trong 1.",  # without a noun only "of the total" tells
        "Đạt 12 trên 15.",
        "Có một phần tư5 xã.",  # a word that goes on
        "Chiếm một phần 4 số hộ.",  # half in words, half in digits
    ],
)
def test_two_figures_that_are_no_pair(text):
    assert _pairs(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2/3 số hộ", "fraction"),
        ("2/3 hộ", ""),
        ("12 trên 15 hộ", ""),
        ("một phần tư số hộ", "fraction"),
        ("hai phần ba số hộ", "fraction"),
    ],
)
def test_a_fraction_of_what_follows_is_marked_as_one(text, form):
    source = RunningText(text)
    opening = opening_at(source, 0)
    assert opening is not None
    pair = ratio_of(source, opening)
    assert pair is not None
    assert pair.form == form


def test_a_fraction_of_nothing_is_none():
    assert _pairs("Đạt 3/0.") == []
    assert Decimal(0) not in {
        fact.value.whole for fact in scan("Đạt 3/0 số hộ.") if isinstance(fact.value, Ratio)
    }
