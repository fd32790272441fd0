"""The audit of documents: what is found, about which facts, and what is left in peace."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    ChangeKind,
    Contribution,
    ContributionKind,
    DocumentRef,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Model,
    ModelCount,
    ModelField,
    ModelStatus,
    ModelSubject,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Rounding,
    audit,
    counted,
    load,
    round_to,
)
from danvankheo.auditing import Finding, Reading, Severity
from danvankheo.auditing.figures.reported import PROCEDURES
from danvankheo.units import DONG, MILLION_DONG, PERCENT, SQUARE_METRE
from support import AN_KHE, movements

HOUSEHOLDS = counted("hộ")


def movement(year=2022, place=AN_KHE, **fields):
    return Movement(name="Dân vận khéo", period=Period.year(year), place=place, **fields)


def percent(text):
    return Quantity(Decimal(text), PERCENT)


def found(*movements, **options):
    """Codes with the paths of the facts that they are about."""
    return [
        (finding.code.value, *(f"{fact.document}{fact.path}" for fact in finding.facts))
        for finding in audit(movements, **options)
    ]


def codes(*movements, **options):
    return [code for code, *_ in found(*movements, **options)]


def test_an_khe_yields_the_three_findings_that_the_figures_allow(example_folder):
    schools, poor, insured = audit(load("docs/examples/an-khe-2022.json"))
    assert [finding.severity for finding in (schools, poor, insured)] == [
        Severity.WARNING,
        Severity.INFO,
        Severity.INFO,
    ]
    assert str(schools) == (
        "27/28 trường = 96,428571…%, làm tròn đến hai chữ số thập phân là 96,43%; báo cáo ghi 96,42% "
        "(cắt bỏ phần lẻ, không làm tròn)."
    )
    assert schools.procedures == (Rounding.TRUNCATE,)
    assert str(poor) == (
        "359 hộ chiếm 2,04%, tức tổng số hộ từ 17.556 đến 17.641 (nếu làm tròn), từ 17.513 đến 17.598 (nếu cắt bỏ)."
    )
    assert str(insured) == (
        "91,5%, tăng 3,05%: nếu là điểm phần trăm thì kỳ trước trên 88,395% và dưới 88,505%; nếu là tăng tương "
        "đối thì trên 88,739% và dưới 88,845%. Nên ghi rõ “điểm phần trăm”."
    )
    assert [finding.facts[0].path for finding in (schools, poor, insured)] == [
        "$.indicators[1]",
        "$.indicators[0]",
        "$.indicators[2]",
    ]


def test_who_accepts_cutting_off_is_not_warned_of_it(example_folder):
    an_khe = load("docs/examples/an-khe-2022.json")
    accepting = audit(an_khe, accept=[*PROCEDURES[:3], Rounding.TRUNCATE])
    assert [finding.code.value for finding in accepting] == ["whole-implied", "points-or-relative"]
    assert "ratio-rounded-up" in codes(
        movement(indicators=(Indicator(name="Xã", part=1, whole=3, value=percent("34")),))
    )


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


def gifts(*amounts, unit=MILLION_DONG):
    return tuple(
        Contribution(quantity=Quantity(Decimal(amount), unit), purpose=f"việc {amount}") for amount in amounts
    )


def test_a_stated_total_is_held_against_the_contributions():
    total = (Quantity(Decimal("154.4"), MILLION_DONG),)
    assert codes(movement(contributions=gifts("60", "94.4"), stated_totals=total)) == []
    assert codes(movement(contributions=gifts("60", "94.45"), stated_totals=total)) == []
    assert codes(movement(contributions=gifts("60", "96.4"), stated_totals=total)) == ["parts-exceed-total"]
    assert codes(movement(contributions=gifts("60", "90.4"), stated_totals=total)) == ["parts-below-total"]
    assert codes(movement(contributions=gifts("260", unit=SQUARE_METRE), stated_totals=total)) == []


def test_a_sum_below_the_total_is_to_be_expected_where_a_quantity_is_not_told():
    unknown = Contribution(unknown_kind=ContributionKind.MONEY)
    total = (Quantity(Decimal("154.4"), MILLION_DONG),)
    assert codes(movement(contributions=(*gifts("60"), unknown), stated_totals=total)) == []
    assert codes(movement(contributions=(*gifts("160"), unknown), stated_totals=total)) == [
        "parts-exceed-total"
    ]


def test_a_total_told_twice_is_told_alike():
    over = Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER)
    assert codes(movement(stated_totals=(over, Quantity(154_437_000, DONG)))) == []
    assert found(movement(stated_totals=(over, Quantity(153_437_000, DONG)))) == [
        ("contradiction", "0$.stated_totals[0]", "0$.stated_totals[1]")
    ]


def counts(**numbers):
    return tuple(
        ModelCount(count=count, status=ModelStatus[status.upper()]) for status, count in numbers.items()
    )


def test_numbers_of_models_nest():
    assert codes(movement(model_counts=counts(registered=150, recognized=123, exemplary=20))) == []
    assert found(movement(model_counts=counts(exemplary=20, registered=110, recognized=123))) == [
        ("models-not-nested", "0$.model_counts[1]", "0$.model_counts[2]")
    ]


def test_numbers_of_models_split_into_those_of_collectives_and_individuals():
    whole, *halves = (
        ModelCount(count=count, status=ModelStatus.RECOGNIZED, subject=subject)
        for count, subject in [(123, None), (69, ModelSubject.COLLECTIVE), (54, ModelSubject.INDIVIDUAL)]
    )
    assert codes(movement(model_counts=(whole, *halves))) == []
    assert codes(movement(model_counts=(whole, halves[0]))) == []
    more = attrs.evolve(halves[1], count=55)
    assert codes(movement(model_counts=(whole, halves[0], more))) == ["parts-exceed-total"]
    fewer = attrs.evolve(halves[1], count=53)
    assert codes(movement(model_counts=(whole, halves[0], fewer))) == ["parts-below-total"]


def test_numbers_of_models_by_field_are_not_more_than_all():
    fields = tuple(
        ModelCount(count=10, field=field) for field in (ModelField.ECONOMY, ModelField.DEFENCE_SECURITY)
    )
    assert codes(movement(model_counts=(ModelCount(count=30), *fields))) == []
    assert codes(movement(model_counts=(ModelCount(count=19), *fields))) == ["parts-exceed-total"]


def test_no_more_models_are_described_than_there_are_said_to_be():
    models = tuple(Model(name=f"Mô hình {number}", status=ModelStatus.REPLICATED) for number in range(3))
    assert codes(movement(models=models, model_counts=counts(replicated=3))) == []
    assert codes(movement(models=models, model_counts=counts(replicated=2))) == ["part-over-whole"]


def test_awards_told_in_all_and_by_kind():
    def told(split, whole, **why):
        return codes(movement(awards=(Award(**split, **why), Award(**whole, **why))))

    split = {"form": AwardForm.GIAY_KHEN, "collectives": 10, "individuals": 21}
    why = {"reason": "phong trào Dân vận khéo năm 2022"}
    assert told(split, {"form": AwardForm.GIAY_KHEN, "mixed": 31}, **why) == []
    assert told(split, {"form": AwardForm.GIAY_KHEN, "mixed": 30}, **why) == ["parts-exceed-total"]
    assert told(split, {"form": AwardForm.BANG_KHEN, "mixed": 30}, **why) == []
    assert told(split, {"form": AwardForm.GIAY_KHEN, "mixed": 30}) == []  # nobody tells that it is one award
    some = {"form": AwardForm.GIAY_KHEN, "collectives": 10}
    assert told(some, {"form": AwardForm.GIAY_KHEN, "mixed": 30}, **why) == []  # the individuals are not told


def test_entries_listed_twice_alike_to_the_letter():
    gift = Contribution(quantity=Quantity(5, MILLION_DONG), purpose="làm đường")
    assert found(movement(contributions=(gift, gift))) == [
        ("repeated", "0$.contributions[0]", "0$.contributions[1]")
    ]
    bare = Contribution(quantity=Quantity(5, MILLION_DONG))
    assert codes(movement(contributions=(bare, bare))) == []


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
        ("0", "27/28 = 96,428571…%; làm tròn cách nào cũng không ra 0%. Có thể tử số là 0."),
    ):
        printed = Indicator(name="Trường đạt chuẩn", value=percent(told))
        findings = audit(movement(indicators=(counted_, printed)))
        assert [finding.vietnamese for finding in findings] == ([vietnamese] if vietnamese else [])
    plan = Indicator(name="Thu ngân sách", part=63, whole=60, whole_is_plan=True)
    met = Indicator(name="Thu ngân sách", value=percent("106"), whole_is_plan=True)
    assert [finding.vietnamese for finding in audit(movement(indicators=(plan, met)))] == [
        "63/60 = 105%; làm tròn cách nào cũng không ra “đạt 106%”. Có thể là 105%."
    ]


def test_an_earlier_figure_is_held_against_the_one_of_its_time():
    def covered(year, told, **rest):
        return movement(year, indicators=(Indicator(name="Bảo hiểm y tế", value=percent(told), **rest),))

    last = Period.year(2021)
    then = covered(2021, "88.45")
    assert codes(then, covered(2022, "91.5", earlier=percent("88.45"), compared_to=last)) == []
    assert found(then, covered(2022, "91.5", earlier=percent("88.8"), compared_to=last)) == [
        ("contradiction", "1$.indicators[0]", "0$.indicators[0]")
    ]
    assert codes(covered(2021, "80"), covered(2022, "91.5", change=percent("3.05"), compared_to=last)) == [
        "change-inconsistent",
        "points-or-relative",
    ]


def test_places_are_held_against_the_place_that_they_lie_in():
    def poor(place, part, **rest):
        indicator = Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=part)
        return movement(place=place, indicators=(indicator,), **rest)

    wards = [Place(name=name, kind=PlaceKind.WARD, parent=AN_KHE) for name in ("An Bình", "Tây Sơn")]
    hamlet = Place(name="1", kind=PlaceKind.TO_DAN_PHO, parent=wards[0])
    inside = [poor(wards[0], 200), poor(wards[1], 150), poor(hamlet, 90)]
    assert codes(poor(AN_KHE, 359), *inside) == []  # wards may be missing, and the hamlet is in one
    assert found(poor(AN_KHE, 340), *inside) == [
        ("parts-exceed-total", "0$.indicators[0]", "1$.indicators[0]", "2$.indicators[0]")
    ]
    total = (Quantity(100, MILLION_DONG),)
    giving = [movement(place=ward, contributions=gifts("60")) for ward in wards]
    assert found(movement(stated_totals=total), *giving) == [
        ("parts-exceed-total", "0$.stated_totals[0]", "1$.contributions[0]", "2$.contributions[0]")
    ]
    assert codes(movement(2021, stated_totals=total), *giving) == []


def test_the_habit_of_a_report_needs_two_figures_to_show():
    cut = [
        Indicator(name="Trường", part=27, whole=28, value=percent("96.42")),
        Indicator(name="Tuyến đường", part=2, whole=3, value=percent("66.6")),
        Indicator(name="Hội trường", part=5, whole=6, value=percent("83.3")),
    ]
    assert codes(movement(indicators=tuple(cut))) == ["ratio-truncated", "ratio-truncated", "habit"]
    assert codes(movement(indicators=(cut[0], cut[2]))) == ["ratio-truncated"]
    rounded = attrs.evolve(cut[1], value=percent("66.7"))
    assert codes(movement(indicators=(cut[0], rounded))) == ["ratio-truncated"]


def test_findings_come_worst_first_and_in_the_order_of_the_document():
    indicators = [
        Indicator(name=f"Chỉ tiêu {number}", part=1, whole=3, value=percent(told))
        for number, told in enumerate(["34", "33"] * 6 + ["50", "34"])
    ]
    findings = audit(movement(indicators=tuple(indicators)))
    backwards = findings[::-1]
    assert findings == tuple(sorted(backwards))
    assert findings[0].code.value == "ratio-inconsistent"
    assert [finding.facts[0].path for finding in findings[1:]] == [
        f"$.indicators[{at}]" for at in (0, 2, 4, 6, 8, 10, 13)
    ]


@given(st.lists(movements(), max_size=3), st.sampled_from(Reading))
def test_any_movements_are_audited(told, reading):
    findings = audit(told, reading=reading)
    assert all(isinstance(finding, Finding) and finding.facts for finding in findings)
    for finding in findings:
        assert finding.vietnamese
        assert finding.english
        assert all(fact.document < len(told) for fact in finding.facts)


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400), st.integers(0, 2)), min_size=1, max_size=6),
    st.sampled_from(PROCEDURES),
)
def test_a_report_made_of_true_figures_raises_no_error(figures, rounding):
    """Whatever the habit of its writer; and no warning if the writer rounds to nearest."""
    indicators = tuple(
        Indicator(
            name=f"Chỉ tiêu {number}",
            part=part,
            whole=whole,
            whole_is_plan=part > whole,
            value=Quantity(round_to(Fraction(100 * part, whole), places, rounding=rounding), PERCENT),
        )
        for number, (part, whole, places) in enumerate(figures)
    )
    severities = {finding.severity for finding in audit(movement(indicators=indicators))}
    assert Severity.ERROR not in severities
    if rounding in PROCEDURES[:3]:
        assert Severity.WARNING not in severities


def test_what_is_no_movement_is_refused():
    with pytest.raises(InvalidValueError):
        audit(["Dân vận khéo"])
    with pytest.raises(InvalidValueError):
        audit(movement(), accept=["nearest"])
    with pytest.raises(InvalidValueError):
        audit(movement(), accept=[])
    assert audit([]) == ()


def test_a_decision_that_two_documents_list_is_counted_twice():
    award = Award(
        form=AwardForm.GIAY_KHEN,
        individuals=3,
        decision=DocumentRef(type="Quyết định", number="12", symbol="QĐ-UBND"),
    )
    assert found(movement(2021, awards=(award,)), movement(2022, awards=(award,))) == [
        ("repeated", "0$.awards[0]", "1$.awards[0]")
    ]
    undecided = attrs.evolve(award, decision=None)
    assert codes(movement(2021, awards=(undecided,)), movement(2022, awards=(undecided,))) == []


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        # an earlier rate against the part and whole of that year
        ({"part": 27, "whole": 28}, {"value": percent("97"), "earlier": percent("96.43")}, []),
        (
            {"part": 27, "whole": 28},
            {"value": percent("97"), "earlier": percent("90")},
            ["ratio-inconsistent"],
        ),
        # a growth against the number of that year
        ({"part": 1530}, {"part": 1808, "change": percent("18.17")}, []),
        ({"part": 1530}, {"part": 1808, "change": percent("12")}, ["change-inconsistent"]),
        ({"part": 1530}, {"part": 1808, "earlier": Quantity(1530, HOUSEHOLDS)}, []),
        ({"part": 1530}, {"part": 1808, "earlier": Quantity(1540, HOUSEHOLDS)}, ["contradiction"]),
        # nothing that can be compared
        ({"part": 1530}, {"part": 1808, "earlier": percent("5")}, []),
        ({"part": 0, "whole": 0}, {"part": 1, "whole": 2, "earlier": percent("5")}, []),
    ],
)
def test_last_years_document_is_what_this_year_is_held_against(then, now, expected):
    last = movement(2021, indicators=(Indicator(name="Hộ tham gia", unit=HOUSEHOLDS, **then),))
    this = movement(
        indicators=(Indicator(name="hộ tham gia", unit=HOUSEHOLDS, compared_to=Period.year(2021), **now),)
    )
    assert codes(last, this) == expected


def test_the_stated_total_of_an_inner_place_goes_before_its_list():
    wards = [Place(name=name, kind=PlaceKind.WARD, parent=AN_KHE) for name in ("An Bình", "Tây Sơn")]
    total = (Quantity(100, MILLION_DONG),)
    inside = [
        movement(place=ward, contributions=gifts("10"), stated_totals=(Quantity(60, MILLION_DONG),))
        for ward in wards
    ]
    assert (
        "parts-exceed-total",
        "0$.stated_totals[0]",
        "1$.stated_totals[0]",
        "2$.stated_totals[0]",
    ) in found(movement(stated_totals=total), *inside)


def test_a_part_over_its_whole_that_is_no_plan():
    plan = Indicator(name="Thu", part=740_979, whole=700_000, whole_is_plan=True)
    assert codes(movement(indicators=(plan,))) == []
    assert codes(movement(indicators=(attrs.evolve(plan, whole_is_plan=False),))) == ["part-over-whole"]


@given(st.lists(movements(), max_size=2))
def test_taking_words_literally_finds_no_more_than_taking_them_as_meant(told):
    """Whatever the literal reading holds against a report, the implied one does too."""

    def serious(reading):
        return [finding for finding in audit(told, reading=reading) if finding.severity >= Severity.WARNING]

    assert len(serious(Reading.LITERAL)) <= len(serious(Reading.IMPLIED))
    errors = [
        [finding.facts for finding in serious(reading) if finding.severity is Severity.ERROR]
        for reading in Reading
    ]
    assert errors[0] == errors[1]  # in either reading an error is one that the literal reading proves
