"""What a movement claims of its parts: totals, models, awards, places within places."""

from decimal import Decimal

import attrs

from audited import codes, found, gifts, movement, report
from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    ContributionKind,
    Indicator,
    IndicatorKind,
    Model,
    ModelCount,
    ModelField,
    ModelStatus,
    ModelSubject,
    Period,
    Place,
    PlaceKind,
    Quantity,
    audit,
    counted,
)
from danvankheo.units import (
    DONG,
    MILLION_DONG,
    SQUARE_METRE,
    WORKDAY,
)
from support import AN_KHE


def test_a_total_of_more_than_its_parts_leaves_room_for_others():
    days = (Contribution(quantity=Quantity(731, WORKDAY)),)
    for word, expected in (
        (Approximation.OVER, ["parts-below-total"]),
        (Approximation.EXACTLY, []),
        (Approximation.UNDER, ["parts-exceed-total"]),
    ):
        total = (Quantity(731, WORKDAY, word),)
        assert [f.code.value for f in audit(report(contributions=days, stated_totals=total))] == expected
    # 2 is more than 1, even if 1,9 was cut off to 1 and 1,5 rounded up to 2
    days = (Contribution(quantity=Quantity(2, WORKDAY)),)
    told = audit(report(contributions=days, stated_totals=(Quantity(1, WORKDAY),)))
    assert [f.code.value for f in told] == ["parts-exceed-total"]
    nearly = (Contribution(quantity=Quantity(100, MILLION_DONG, Approximation.NEARLY)),)
    over = (Quantity(100, MILLION_DONG, Approximation.OVER),)
    assert [f.code.value for f in audit(report(contributions=nearly, stated_totals=over))] == [
        "parts-below-total"
    ]


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


def test_a_number_of_all_models_holds_each_state():
    counts = (ModelCount(count=1), ModelCount(count=7, status=ModelStatus.RECOGNIZED))
    (finding,) = audit(report(model_counts=counts))
    assert str(finding) == "Số mô hình được công nhận (7) nhiều hơn số mô hình tất cả (1)."


def test_a_stated_total_is_held_against_the_contributions():
    total = (Quantity(Decimal("154.4"), MILLION_DONG),)
    assert codes(movement(contributions=gifts("60", "94.4"), stated_totals=total)) == []
    assert codes(movement(contributions=gifts("60", "94.45"), stated_totals=total)) == []
    assert codes(movement(contributions=gifts("60", "96.4"), stated_totals=total)) == ["parts-exceed-total"]
    assert codes(movement(contributions=gifts("60", "90.4"), stated_totals=total)) == ["parts-below-total"]
    assert codes(movement(contributions=gifts("260", unit=SQUARE_METRE), stated_totals=total)) == []


def test_facts_have_their_paths_and_what_has_no_name_of_its_own_gets_one():
    money, days = Quantity(100, MILLION_DONG), Quantity(5, WORKDAY)
    awards = {"form": AwardForm.GIAY_KHEN, "reason": "phong trào"}
    findings = audit(
        report(
            contributions=(*gifts("1", unit=WORKDAY), *gifts("60", "96.4")),
            stated_totals=(money, days),
            awards=(Award(**awards, collectives=2, individuals=1), Award(**awards, mixed=2)),
            model_counts=(ModelCount(count=1), ModelCount(count=7, status=ModelStatus.RECOGNIZED)),
        )
    )
    assert {tuple((fact.path, fact.name) for fact in finding.facts) for finding in findings} == {
        (("$.stated_totals[0]", "Tổng tiền"), ("$.contributions[1]", ""), ("$.contributions[2]", "")),
        (("$.stated_totals[1]", "Tổng ngày công"), ("$.contributions[0]", "")),
        (("$.awards[1]", "Giấy khen"), ("$.awards[0]", "Giấy khen")),
        (
            ("$.model_counts[0]", "Số mô hình tất cả"),
            ("$.model_counts[1]", "Số mô hình được công nhận"),
        ),
    }


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
