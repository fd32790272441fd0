"""An indicator against what was said of an earlier period, also where it is said many times."""

from decimal import Decimal

import attrs
import pytest

from audited import HOUSEHOLDS, codes, found, movement, percent, report
from danvankheo import (
    Award,
    AwardForm,
    DocumentRef,
    Indicator,
    ModelCount,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    audit,
)
from danvankheo.auditing.claims import series
from danvankheo.units import (
    BILLION_DONG,
    MILLION_DONG,
    TONNE,
)

LAST, THIS = Period.year(2021), Period.year(2022)


def _codes(*indicators):
    movement = Movement(name="Dân vận khéo", period=THIS, indicators=indicators)
    return sorted(finding.code.value for finding in audit(movement))


@pytest.fixture
def figures(monkeypatch):
    """How often a figure of an indicator was built from its record."""
    built = [0]
    for name in ("figure_of", "count_of"):
        real = getattr(series, name)

        def counting(*args, real=real):
            built[0] += 1
            return real(*args)

        monkeypatch.setattr(series, name, counting)
    return built


@pytest.mark.parametrize(
    "now",
    [
        {"value": percent("83"), "change": percent("3")},
        {"value": percent("83"), "earlier": percent("80")},
        {"value": Quantity(3, TONNE), "earlier": Quantity(2, TONNE)},
    ],
)
def test_earlier_figures_are_built_once_however_often_they_are_compared(figures, now):
    def built_for(count):
        figures[0] = 0
        then = [Indicator(name="A", period=LAST, value=percent("80"), part=8, whole=10)] * count
        here = Indicator(name="A", compared_to=LAST, **now)
        _codes(*then, *[here] * count)
        return figures[0]

    assert built_for(60) <= 2 * built_for(30)


def test_the_first_figure_of_each_unit_is_compared():
    then = [
        Indicator(name="A", period=LAST, value=Quantity(7, TONNE)),
        Indicator(name="A", period=LAST, value=percent("80")),
    ]
    fits = Indicator(name="A", value=percent("83"), earlier=percent("80"), compared_to=LAST)
    assert _codes(*then, fits) == []
    wrong = Indicator(name="A", value=percent("83"), earlier=percent("81"), compared_to=LAST)
    assert _codes(*then, wrong) != []


def test_an_earlier_rate_is_compared_with_the_counts_of_its_time():
    then = Indicator(name="A", period=LAST, part=8, whole=10)
    assert (
        _codes(then, Indicator(name="A", value=percent("83"), earlier=percent("80"), compared_to=LAST)) == []
    )
    assert (
        _codes(then, Indicator(name="A", value=percent("83"), earlier=percent("81"), compared_to=LAST)) != []
    )


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
