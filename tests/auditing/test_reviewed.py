"""What brute force and reviewers broke once: each case is a true report, or a call that must be refused."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Change,
    ChangeKind,
    Contribution,
    DanVanKheoError,
    Direction,
    Indicator,
    IndicatorKind,
    Model,
    ModelCount,
    ModelStatus,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    audit,
    check_ratio,
    counted,
)
from danvankheo.auditing import (
    Nature,
    Reading,
    Reported,
    Severity,
    check_attainment,
    check_chain,
    check_change,
    check_mentions,
    check_shares,
    check_sum,
    missing_part,
    quotient,
    value_before,
)
from danvankheo.units import BILLION_DONG, HECTARE, MILLION_DONG, PERCENT, PERCENTAGE_POINT, TIMES, WORKDAY


def report(**fields):
    return Movement(name="Dân vận khéo", period=Period.year(2022), **fields)


def codes_of(**indicator):
    return [
        finding.code.value for finding in audit(report(indicators=(Indicator(name="Chỉ tiêu", **indicator),)))
    ]


def percent(text):
    return Quantity(Decimal(text), PERCENT)


# True reports


@pytest.mark.parametrize("figures", [("1%", "1,6%"), ("2%", "2,7%"), ("3%", "3,6%")])
def test_ranges_are_told_under_a_procedure_that_allows_them(figures):
    """In points these hold if cut off only: rounded, the earlier figure would be below zero."""
    check = check_change(*figures)
    assert "kỳ trước" in str(check)
    assert check.severity is Severity.INFO


def test_no_change_may_be_a_small_one_either_way():
    unchanged = check_change("88,4%", "0,0%", before="88,5%", direction=Direction.NONE)  # 88,46 and 88,44
    assert unchanged.points
    told = {"value": Quantity(9996, counted("hộ")), "earlier": Quantity(10_000, counted("hộ"))}
    assert codes_of(**told, change=percent("0.0"), change_kind=ChangeKind.GROWTH) == []
    assert check_chain(["1.000 hộ", "999 hộ"], ["không đổi"]).procedures
    assert check_chain(["1.000 hộ", "1.001 hộ"], ["không đổi"]).procedures


def test_what_fell_by_everything_can_have_been_anything():
    assert check_change("0 hộ", "giảm 100%", before="50 hộ").relative
    assert str(value_before("0 hộ", "giảm 100%").relative) == "[0, ∞)"
    values = ["392,4 ha", None, "0 ha", "0 ha", None, "0 ha"]
    changes = ["tăng 50,0%", "giảm 100,00%", "tăng 2%", "tăng 1%", "tăng 0%"]
    assert len(check_chain(values, changes).procedures) == 5


def test_growth_may_have_been_below_zero():
    grown = {"value": percent("9.03"), "change": Quantity(Decimal("15.81"), PERCENTAGE_POINT)}
    assert codes_of(**grown, earlier=percent("-6.78")) == []
    assert codes_of(**grown) == []
    assert check_change(5, 7, before=-2).points


def test_a_total_of_more_than_its_parts_leaves_room_for_others():
    days = (Contribution(quantity=Quantity(731, WORKDAY)),)
    for word, codes in (
        (Approximation.OVER, ["parts-below-total"]),
        (Approximation.EXACTLY, []),
        (Approximation.UNDER, ["parts-exceed-total"]),
    ):
        total = (Quantity(731, WORKDAY, word),)
        assert [f.code.value for f in audit(report(contributions=days, stated_totals=total))] == codes
    # 2 is more than 1, even if 1,9 was cut off to 1 and 1,5 rounded up to 2
    days = (Contribution(quantity=Quantity(2, WORKDAY)),)
    told = audit(report(contributions=days, stated_totals=(Quantity(1, WORKDAY),)))
    assert [f.code.value for f in told] == ["parts-exceed-total"]
    nearly = (Contribution(quantity=Quantity(100, MILLION_DONG, Approximation.NEARLY)),)
    over = (Quantity(100, MILLION_DONG, Approximation.OVER),)
    assert [f.code.value for f in audit(report(contributions=nearly, stated_totals=over))] == [
        "parts-below-total"
    ]


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


def test_awards_for_different_reasons_are_different_awards():
    awards = (
        Award(form=AwardForm.GIAY_KHEN, mixed=30, reason="nông thôn mới"),
        Award(form=AwardForm.GIAY_KHEN, collectives=35, reason="an ninh trật tự"),
    )
    assert audit(report(awards=awards)) == ()


def test_criteria_of_places_do_not_add_up():
    district = Place(name="Chư Păh", kind=PlaceKind.RURAL_DISTRICT)
    communes = [Place(name=name, kind=PlaceKind.COMMUNE, parent=district) for name in ("Ia Mơ Nông", "Ia Ka")]
    reports = [
        report(
            place=place,
            indicators=(Indicator(name="Tiêu chí đạt", part=19, whole=19, unit=counted("tiêu chí")),),
        )
        for place in (district, *communes)
    ]
    assert audit(reports) == ()


# Wrong results


def test_plain_percentages_are_percentages():
    assert check_ratio(27, 28, Reported.of(96)).verdict.value == "rounded"
    assert check_shares([Reported.of(33)] * 3).verdict.value == "explained"
    assert check_shares(["333‰", "333‰", "334‰"], counts=[1, 1, 1]).verdict.value == "forced_to_100"


def test_plain_numbers_take_the_unit_of_the_others():
    assert check_sum("154,4 triệu đồng", [60, "94,4"]).verdict.value == "exact"
    assert check_change("1.808 hộ", 278, before="1.530 hộ").verdict.value == "points"
    with pytest.raises(DanVanKheoError):
        check_sum("1,5 tỷ đồng", ["900 triệu đồng", 600])


def test_whole_floats_are_counts():
    assert check_ratio(27.0, 28.0, "96,42%").verdict.value == "truncated"


def test_changes_as_texts_tell_their_direction():
    assert check_change("1.808 hộ", "tăng 18,17%", before="1.530 hộ").verdict.value == "relative"
    assert check_change("359 hộ", "giảm 46 hộ", before="405 hộ").verdict.value == "points"
    assert check_change("3.060 hộ", "gấp 2 lần", before="1.530 hộ").verdict.value == "relative"
    assert check_change("8,5%", "hơn 5%", before="3%").points


# Calls that are refused, and what is as large as may be


def test_the_reading_asked_for_holds_for_every_figure():
    chain = partial(check_chain, [100, 300], ["tăng 200%"], total_change="tăng hơn 20%")
    assert chain().loosely
    assert not chain().procedures
    assert chain(reading=Reading.LITERAL).procedures
    total, parts = "hơn 150 triệu đồng", ["hơn 60 triệu đồng"]
    assert missing_part(total, parts).high == 100_000_000
    assert missing_part(total, parts, reading=Reading.LITERAL).high is None


def test_a_figure_below_zero_is_nothing_that_can_be():
    assert quotient("dưới 0 hộ", "28 hộ") is None
    assert quotient("28 hộ", "dưới 0 hộ") is None
    assert missing_part("28 hộ", ["dưới 0 hộ"]) is None
    assert check_chain([200, 200], ["tăng dưới 0%"]).broken_at == 0
    assert not check_chain([200, 200], ["tăng 0%"], total_change="tăng dưới 0%").loosely
    assert check_ratio("không quá 0,0 nghìn hộ", "1.200 hộ", "0%").procedures


def test_division_by_nothing_is_no_change():
    assert check_change(5, "0 lần", direction=Direction.DOWN).verdict.value in ("relative", "neither")
    nothing = Change(direction=Direction.DOWN, size=Quantity(0, TIMES))
    assert str(check_chain([5, 5], [nothing]))


def test_figures_as_large_as_may_be_are_told():
    huge = 10**99
    assert "Có thể " in str(check_ratio(huge, 1, "5%"))
    assert str(check_sum(1, [huge] * 20))
    assert str(check_change(huge, Quantity(Decimal(10) ** -99, TIMES), before=3))
    assert str(quotient(huge, 3)).startswith("[1000")
    assert codes_of(whole=10**60, value=Quantity(Decimal(10) ** 90, PERCENT)) == ["share-over-100"]


def test_long_series_with_a_change_over_all_are_quick():
    """Each figure costs about the same; all pairs of 200 figures took minutes."""
    factor = Fraction(1_234_567, 1_000_000)
    values = [Reported(int(10**31 * factor**at), Nature.MEASURE) for at in range(200)]
    check = check_chain(values, ["tăng 23,456700%"] * 199, total_change="tăng 25%")
    assert not check.procedures
    assert check.broken_at is None


def test_a_correction_of_an_approximated_percentage_leaves_the_word_out():
    least = check_ratio(45, 60, "hơn 85%").correction()
    assert (least.field, least.to) == ("percent", Decimal(75))


def test_an_earlier_count_is_whole():
    assert check_change("7 hộ", "tăng 10%").severity is Severity.ERROR  # from 6,34 to 6,39
    assert check_change("7 hộ", "tăng 17%").severity is Severity.FINE  # from 6


def test_two_writers_may_round_in_two_ways():
    assert check_mentions(["2,04%", "2,05%"]).severity is Severity.ERROR
    assert check_mentions(["2,04%", "2,05%"], same_writer=False).severity is Severity.WARNING


# The second review


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


def years(then, now, **both):
    """Reports of two years in one place."""
    town = Place(name="An Khê", kind=PlaceKind.TOWN)
    last = Indicator(name="Chỉ tiêu", **then, **both)
    this = Indicator(name="Chỉ tiêu", **now, **both, compared_to=Period.year(2021))
    made = [
        Movement(name="Dân vận khéo", period=Period.year(year), place=town, indicators=(indicator,))
        for year, indicator in ((2021, last), (2022, this))
    ]
    return [finding.code.value for finding in audit(made)]


def test_a_number_without_a_unit_is_no_percentage_of_last_year():
    assert years({"part": 27, "whole": 28}, {"value": percent("97"), "earlier": percent("96.43")}) == []
    assert years({"part": 27, "whole": 28}, {"value": percent("97"), "earlier": percent("90")}) == [
        "ratio-inconsistent"
    ]
    rounded = {"part": 10, "whole": Decimal("11.000"), "unit": BILLION_DONG}
    now = {"value": percent("90"), "earlier": percent("100"), "unit": BILLION_DONG}
    assert years(rounded, now) == []


def test_workdays_with_and_without_decimals_are_all_measured():
    days = tuple(Contribution(quantity=Quantity(Decimal(told), WORKDAY)) for told in ("10.5", "10.4"))
    total = (Quantity(20, WORKDAY),)
    assert [f.code.value for f in audit(report(contributions=days, stated_totals=total))] == ["sum-otherwise"]
    both = (Quantity(Decimal("20.6"), WORKDAY), Quantity(21, WORKDAY))
    assert audit(report(stated_totals=both)) == ()
    assert codes_of(part=12, whole=Decimal("37.5"), value=percent("33.1")) == []
    assert check_mentions([12, Decimal("12.4")]).severity is Severity.FINE
    assert check_mentions([Reported.of(12), Decimal("12.4")]).severity is Severity.ERROR  # told to be a count


def test_models_of_another_year_are_not_those_counted():
    models = (Model(name="Cũ", period=Period.year(2021)), Model(name="Mới"))
    assert audit(report(models=models, model_counts=(ModelCount(count=1),))) == ()


def test_one_commune_told_with_and_without_its_code_is_not_added_twice():
    district = Place(name="Chư Păh", kind=PlaceKind.RURAL_DISTRICT)
    communes = [
        Place(name="Ia Ka", kind=PlaceKind.COMMUNE, parent=district, code=code) for code in ("", "23761")
    ]
    told = [
        report(
            place=place, indicators=(Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=200),)
        )
        for place in (district, *communes)
    ]
    assert audit(told) == ()


def test_an_impossible_count_is_told_once():
    assert codes_of(kind=IndicatorKind.POVERTY_RATE, part=Decimal("12.5"), whole=20) == ["count-not-whole"]


def test_a_difference_of_times_is_one():
    told = {name: Quantity(times, TIMES) for name, times in (("value", 3), ("earlier", 2), ("change", 1))}
    assert codes_of(**told, change_kind=ChangeKind.DIFFERENCE) == []


def test_a_plan_whose_wording_only_cutting_off_explains_is_no_error():
    assert check_attainment(359, 340, "đạt 5%").severity is Severity.WARNING  # vượt 5,588…%, cut off


def test_percentages_as_units_and_unchanged_figures_are_read():
    assert codes_of(part=50, whole=100, unit=PERCENT, value=percent("50")) == []
    assert check_change("91,5%", "không đổi", before="91,5%").points
    assert check_change("91,5%", "không thay đổi").points


# What two mentions say of each other


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


def test_two_documents_of_one_place_tell_the_same_totals_and_models():
    town = Place(name="An Khê", kind=PlaceKind.TOWN)
    pair = [
        report(
            place=town,
            stated_totals=(Quantity(total, MILLION_DONG),),
            model_counts=(ModelCount(count=count),),
        )
        for total, count in ((5, 1), (9, 7))
    ]
    assert [finding.code.value for finding in audit(pair)] == ["contradiction", "contradiction"]


def test_a_number_of_all_models_holds_each_state():
    counts = (ModelCount(count=1), ModelCount(count=7, status=ModelStatus.RECOGNIZED))
    (finding,) = audit(report(model_counts=counts))
    assert str(finding) == "Số mô hình được công nhận (7) nhiều hơn số mô hình tất cả (1)."


def test_a_list_that_is_not_complete_does_not_hide_the_habit():
    cut = tuple(
        Indicator(name=f"Chỉ tiêu {at}", part=part, whole=whole, value=percent(told))
        for at, (part, whole, told) in enumerate([(27, 28, "96.42"), (2, 3, "66.6")])
    )
    gifts = (Contribution(quantity=Quantity(3, MILLION_DONG)),)
    codes = [
        finding.code.value
        for finding in audit(
            report(indicators=cut, contributions=gifts, stated_totals=(Quantity(10, MILLION_DONG),))
        )
    ]
    assert "habit" in codes


def test_many_mentions_of_one_thing_are_held_against_each_other_once():
    """Each costs about the same: all pairs of some hundred took minutes."""
    town = Place(name="An Khê", kind=PlaceKind.TOWN)
    last, this = (
        Movement(
            name="Dân vận khéo",
            period=Period.year(year),
            place=town,
            indicators=(
                Indicator(name="Hộ", value=percent("91.5"), earlier=percent("88"), compared_to=before),
            )
            * 400,
        )
        for year, before in ((2021, Period.year(2020)), (2022, Period.year(2021)))
    )
    assert len(audit([last, this])) == 400


@pytest.mark.parametrize(
    ("percent", "right"),
    [("0,96%", "96%"), (0.9643, "96,43%"), (27 / 28, "96,42857142857143%"), (Decimal("0.964"), "96,4%")],
)
def test_a_ratio_in_place_of_its_percentage_is_named(percent, right):
    finding = check_ratio(27, 28, percent).finding()
    assert finding.code.value == "ratio-not-in-percent"
    assert str(finding).endswith(f"phải ghi {right}.")


@pytest.mark.parametrize(
    "figures", [(1, 100, "1%"), (0, 28, "0%"), (1, 104, "0,96%"), (45, 60, "85%"), (3, 4, "0,8%")]
)
def test_small_percentages_and_other_mistakes_are_no_ratios(figures):
    assert check_ratio(*figures).finding().code.value != "ratio-not-in-percent"
