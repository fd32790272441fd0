"""What the figures of an indicator claim together."""

from decimal import Decimal

import attrs
import pytest

from audited import HOUSEHOLDS, codes, codes_of, found, movement, percent, report
from danvankheo import (
    Approximation,
    ChangeKind,
    Contribution,
    Indicator,
    IndicatorKind,
    Place,
    PlaceKind,
    Quantity,
    audit,
    counted,
)
from danvankheo.auditing import (
    Reported,
    Severity,
    check_change,
    check_mentions,
)
from danvankheo.units import (
    BILLION_DONG,
    HECTARE,
    PERCENT,
    PERCENTAGE_POINT,
    TIMES,
    WORKDAY,
)
from support import AN_KHE


def test_a_part_without_a_unit_says_nothing_of_a_value_in_one():
    assert codes_of(value=Quantity(5, HECTARE), part=5) == []
    assert codes_of(value=Quantity(Decimal("17.5"), counted("tiêu chí").per("xã")), part=350) == []


def test_a_change_of_the_rate_is_not_one_of_the_part():
    assert (
        codes_of(part=27, whole=28, earlier=percent("90"), change=Quantity(Decimal("6.43"), PERCENTAGE_POINT))
        == []
    )
    assert codes_of(part=5, whole=50, change=percent("6"), change_kind=ChangeKind.POINTS) == []
    assert (
        codes_of(part=5, whole=50, unit=counted("hộ"), change=percent("6"), change_kind=ChangeKind.POINTS)
        == []
    )


@pytest.mark.parametrize(
    "told",
    [
        {
            "value": percent("94"),
            "word": Approximation.AT_MOST,
            "earlier": percent("37.8"),
            "change": percent("148"),
        },
        {"value": percent("0.0"), "earlier": percent("0.4"), "change": percent("-95")},
        {
            "value": percent("94"),
            "word": Approximation.NEARLY,
            "earlier": percent("37.8"),
            "change": percent("100"),
        },
        {
            "value": percent("81.32"),
            "word": Approximation.UNDER,
            "earlier": percent("25.8"),
            "change": Quantity(Decimal("3.157"), TIMES),
        },
    ],
    ids=range(4),
)
def test_a_rate_that_words_leave_open_downwards_can_have_grown(told):
    word = told.pop("word", Approximation.EXACTLY)
    value = Quantity(told["value"].amount, PERCENT, word)
    indicator = Indicator(name="Chỉ tiêu", **told | {"value": value}, change_kind=ChangeKind.GROWTH)
    assert all(finding.severity < Severity.ERROR for finding in audit(report(indicators=(indicator,))))


def test_the_reading_that_the_text_tells_is_the_one_taken_literally():
    poor = {"kind": IndicatorKind.POVERTY_RATE, "change_kind": ChangeKind.POINTS}
    about = {
        name: Quantity(size, PERCENT, Approximation.ABOUT) for name, size in (("value", 2), ("change", 3))
    }
    assert codes_of(**poor, **about) == []


def test_workdays_with_and_without_decimals_are_all_measured():
    days = tuple(Contribution(quantity=Quantity(Decimal(told), WORKDAY)) for told in ("10.5", "10.4"))
    total = (Quantity(20, WORKDAY),)
    assert [f.code.value for f in audit(report(contributions=days, stated_totals=total))] == ["sum-otherwise"]
    both = (Quantity(Decimal("20.6"), WORKDAY), Quantity(21, WORKDAY))
    assert audit(report(stated_totals=both)) == ()
    assert codes_of(part=12, whole=Decimal("37.5"), value=percent("33.1")) == []
    assert check_mentions([12, Decimal("12.4")]).severity is Severity.FINE
    assert check_mentions([Reported.of(12), Decimal("12.4")]).severity is Severity.ERROR  # told to be a count


def test_an_impossible_count_is_told_once():
    assert codes_of(kind=IndicatorKind.POVERTY_RATE, part=Decimal("12.5"), whole=20) == ["count-not-whole"]


def test_a_difference_of_times_is_one():
    told = {name: Quantity(times, TIMES) for name, times in (("value", 3), ("earlier", 2), ("change", 1))}
    assert codes_of(**told, change_kind=ChangeKind.DIFFERENCE) == []


def test_percentages_as_units_and_unchanged_figures_are_read():
    assert codes_of(part=50, whole=100, unit=PERCENT, value=percent("50")) == []
    assert check_change("91,5%", "không đổi", before="91,5%").points
    assert check_change("91,5%", "không thay đổi").points


def test_counts_in_one_mention_are_held_against_the_percentage_of_another():
    counted_alone = Indicator(name="Trường", part=10, whole=100)
    percent_alone = Indicator(name="Trường", value=percent("50"))
    codes = [finding.code.value for finding in audit(report(indicators=(counted_alone, percent_alone)))]
    assert codes == ["ratio-inconsistent"]
    right = (counted_alone, Indicator(name="trường", value=percent("10")))
    assert audit(report(indicators=right)) == ()


def test_a_foreign_unit_does_not_hide_two_figures_that_differ():
    told = tuple(
        Indicator(name="Thu nhập", value=value)
        for value in (percent("10"), percent("20"), Quantity(20, BILLION_DONG))
    )
    assert [finding.code.value for finding in audit(report(indicators=told))] == ["contradiction"]


SCHOOLS = {"name": "Trường", "part": 27, "whole": 28, "unit": counted("trường")}


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (Indicator(**SCHOOLS, value=percent("96.43")), []),
        (Indicator(**SCHOOLS, value=percent("96.53")), ["ratio-inconsistent"]),
        (Indicator(name="Mô hình", part=63, whole=60, whole_is_plan=True, value=percent("105")), []),
        (
            Indicator(name="Mô hình", part=63, whole=60, whole_is_plan=True, value=percent("106")),
            ["ratio-inconsistent"],
        ),
        (
            Indicator(name="Trường", whole=28, unit=counted("trường"), value=percent("96.53")),
            ["part-impossible"],
        ),
        (Indicator(name="Hộ", whole=28_000, unit=HOUSEHOLDS, value=percent("96.53")), ["no-power"]),
        (Indicator(name="Hộ", part=0, unit=HOUSEHOLDS, value=percent("5")), ["whole-impossible"]),
        (Indicator(name="Hộ", part=Decimal("12.5"), whole=25, unit=HOUSEHOLDS), ["count-not-whole"]),
        (
            Indicator(name="Bảo hiểm", kind=IndicatorKind.HEALTH_INSURANCE_RATE, value=percent("100.4")),
            ["share-over-100"],
        ),
        (Indicator(**SCHOOLS | {"part": 29}, value=percent("103.57")), ["part-over-whole", "share-over-100"]),
        (Indicator(name="Tăng trưởng", value=percent("108.4")), []),  # no share of anything
        (Indicator(name="Tăng trưởng", value=percent("-2.1")), []),
        (Indicator(name="Hộ", part=0, whole=0, unit=HOUSEHOLDS, value=percent("0")), []),
        (Indicator(name="Hộ", part=45, value=Quantity(46, HOUSEHOLDS), unit=HOUSEHOLDS), ["contradiction"]),
        (
            Indicator(name="Hộ", value=percent("91.5"), earlier=percent("88.45"), change=percent("3.05")),
            ["change-in-points"],
        ),
        (
            Indicator(
                name="Hộ",
                value=percent("91.5"),
                earlier=percent("88.45"),
                change=percent("3.05"),
                change_kind=ChangeKind.POINTS,
            ),
            [],
        ),
        (
            Indicator(
                name="Hộ",
                value=percent("91.5"),
                earlier=percent("88.8"),
                change=percent("3.05"),
                change_kind=ChangeKind.POINTS,
            ),
            ["change-is-relative"],
        ),
        (
            Indicator(name="Hộ", value=percent("91.5"), earlier=percent("80"), change=percent("3.05")),
            ["change-inconsistent"],
        ),
        (Indicator(name="Hộ", value=percent("3"), change=percent("-99")), ["points-or-relative"]),
        (
            Indicator(
                name="Hộ",
                kind=IndicatorKind.POVERTY_RATE,
                value=percent("91.5"),
                change=percent("95"),
                change_kind=ChangeKind.POINTS,
            ),
            ["change-impossible"],
        ),
        (
            Indicator(
                name="Hộ",
                value=Quantity(359, HOUSEHOLDS),
                earlier=Quantity(405, HOUSEHOLDS),
                change=Quantity(-46, HOUSEHOLDS),
            ),
            [],
        ),
        (
            Indicator(
                name="Hộ",
                value=Quantity(359, HOUSEHOLDS),
                earlier=Quantity(405, HOUSEHOLDS),
                change=Quantity(-45, HOUSEHOLDS),
            ),
            ["change-inconsistent"],
        ),
        (
            Indicator(
                name="Hộ", part=115, unit=HOUSEHOLDS, earlier=Quantity(100, HOUSEHOLDS), change=percent("15")
            ),
            [],
        ),
        (Indicator(name="Hộ", part=115, unit=HOUSEHOLDS, earlier=percent("2"), change=percent("15")), []),
    ],
    ids=str,
)
def test_indicators(indicator, expected):
    assert codes(movement(indicators=(indicator,))) == expected


def test_the_same_indicator_told_twice():
    first, second = (Indicator(name="Hộ nghèo", value=percent(told)) for told in ("2.04", "2.05"))
    assert found(movement(indicators=(first, second))) == [
        ("contradiction", "0$.indicators[0]", "0$.indicators[1]")
    ]
    assert codes(movement(indicators=(first, attrs.evolve(first, value=percent("2.0"))))) == []
    elsewhere = Place(name="Tây Sơn", kind=PlaceKind.WARD, parent=AN_KHE)
    assert codes(movement(indicators=(first, attrs.evolve(second, place=elsewhere)))) == []
    # Two writers may round 2,045 in two ways; one writer may not.
    assert codes(movement(indicators=(first,)), movement(indicators=(second,))) == ["mentions-apart"]
    third = attrs.evolve(first, value=percent("2.07"))
    assert codes(movement(indicators=(first,)), movement(indicators=(third,))) == ["contradiction"]
    assert codes(movement(place=None, indicators=(first,)), movement(place=None, indicators=(second,))) == []


def test_what_one_mention_counts_is_held_against_what_another_prints():
    counted_ = Indicator(name="Trường đạt chuẩn", part=27, whole=28)
    for told, vietnamese in (
        ("96.43", None),
        ("0", "27/28 = 96,428571…%; làm tròn cách nào cũng không ra 0%. Có thể tử số đúng là 0."),
    ):
        printed = Indicator(name="Trường đạt chuẩn", value=percent(told))
        findings = audit(movement(indicators=(counted_, printed)))
        assert [finding.vietnamese for finding in findings] == ([vietnamese] if vietnamese else [])
    plan = Indicator(name="Thu ngân sách", part=63, whole=60, whole_is_plan=True)
    met = Indicator(name="Thu ngân sách", value=percent("106"), whole_is_plan=True)
    assert [finding.vietnamese for finding in audit(movement(indicators=(plan, met)))] == [
        "63/60 = 105%; làm tròn cách nào cũng không ra “đạt 106%”. Có thể số đúng là 105%."
    ]


def test_a_part_over_its_whole_that_is_no_plan():
    plan = Indicator(name="Thu", part=740_979, whole=700_000, whole_is_plan=True)
    assert codes(movement(indicators=(plan,))) == []
    assert codes(movement(indicators=(attrs.evolve(plan, whole_is_plan=False),))) == ["part-over-whole"]
