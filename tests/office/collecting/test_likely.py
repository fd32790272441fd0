"""The second look: what is unlikely is an info with its reason, and what is ordinary says nothing."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Contribution,
    Indicator,
    IndicatorKind,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    office,
)
from danvankheo.auditing import Severity
from danvankheo.office.collecting.likely import likely
from danvankheo.units import DONG, MILLION_DONG, THOUSAND_DONG

QUARTER, YEAR_BEFORE = Period.quarter(2026, 2), Period.quarter(2025, 2)


def place(name):
    return Place(name=name, kind=PlaceKind.COMMUNE)


def sent(name, *amounts, unit=MILLION_DONG, indicators=(), period=QUARTER):
    movement = Movement(
        name="Dân vận khéo",
        period=period,
        place=place(name),
        contributions=[Contribution(quantity=Quantity(amount, unit)) for amount in amounts],
        indicators=indicators,
    )
    return office.Sent(file=f"{name}.xlsx", movement=movement)


ORDINARY = [
    sent(f"An {at}", Decimal(amount)) for at, amount in enumerate(("18.5", "60", "7.2", "12.6", "44", "25"))
]


def kinds(found):
    return [each.kind.value for each in found]


def test_ordinary_figures_say_nothing():
    assert not [*likely(ORDINARY)]


def test_nghin_written_under_trieu():
    slip = sent("Ia Sơn", 35_000)
    (found,) = likely([*ORDINARY, slip])
    assert found.kind is office.ProblemKind.TIMES_THOUSAND
    assert found.severity is Severity.INFO
    assert found.file == "Ia Sơn.xlsx"
    assert "35.000.000 đồng" in found.vietnamese


def test_trieu_written_under_nghin():
    (found,) = likely([*ORDINARY, sent("Ia Sơn", Decimal("35.5"), unit=THOUSAND_DONG)])
    assert found.kind is office.ProblemKind.TIMES_THOUSAND
    assert "35.500.000 đồng" in found.vietnamese


def test_one_large_gift_is_no_slip():
    assert not [*likely([*ORDINARY, sent("Ia Sơn", 1_500)])]


def test_too_few_to_compare_with():
    assert not [*likely([*ORDINARY[:3], sent("Ia Sơn", 35_000)])]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(35_000, 38, "times-thousand"), (Decimal("0.035"), 38, "times-thousand"), (600, 38, "changed-much")],
)
def test_against_last_year(now, before, said):
    earlier = sent("Ia Sơn", before, period=YEAR_BEFORE).movement
    assert kinds(likely([sent("Ia Sơn", now)], [earlier])) == [said]


def test_against_last_year_ordinary_or_another_place():
    earlier = [
        sent("Ia Sơn", 38, period=YEAR_BEFORE).movement,
        sent("An Phú", 1, period=YEAR_BEFORE).movement,
    ]
    assert not [*likely([sent("Ia Sơn", 45)], earlier)]


def test_figures_that_two_senders_share():
    figures = (Decimal("41.55"), Decimal("1027.4"), Decimal("96.75"), Decimal(20))
    found = [*likely([sent("An Phú", *figures), sent("Ia Sơn", *figures[:3], 7), *ORDINARY])]
    assert kinds(found) == ["copied"]
    assert "An Phú" in found[0].vietnamese
    assert found[0].file == "Ia Sơn.xlsx"


def test_figures_that_two_files_without_a_place_share():
    figures = (Decimal("41.55"), Decimal("1027.4"), Decimal("96.75"))
    found = [sent(name, *figures) for name in ("a", "b")]
    nowhere = [attrs.evolve(each, movement=attrs.evolve(each.movement, place=None)) for each in found]
    assert kinds(likely(nowhere)) == ["copied"]


def test_round_figures_are_shared_by_chance():
    figures = (5, 10, 20, Decimal("41.55"))
    assert not [*likely([sent("An Phú", *figures), sent("Ia Sơn", *figures)])]


def rates(*percents):
    return [
        sent(
            f"An {at}",
            indicators=[
                Indicator(
                    name="Tỷ lệ hộ nghèo",
                    kind=IndicatorKind.POVERTY_RATE,
                    part=Decimal(percent),
                    whole=Decimal(1000),
                )
            ],
        )
        for at, percent in enumerate(percents)
    ]


def test_a_rate_unlike_all_others():
    (found,) = likely(rates(20, 22, 25, 27, 30, 31, 33, 35, 910))
    assert found.kind is office.ProblemKind.OUT_OF_RANK
    assert "91,00%, xếp 9/9" in found.vietnamese


def test_rates_of_a_few_or_in_line_say_nothing():
    assert not [*likely(rates(20, 22, 910))]
    assert not [*likely(rates(20, 22, 25, 27, 30, 31, 33, 35, 50))]


amounts = st.decimals(min_value=1, max_value=40, places=1)


@given(st.lists(st.lists(amounts, min_size=1, max_size=4), min_size=1, max_size=12))
def test_figures_of_one_size_are_never_slips(senders):
    collected = [sent(f"An {at}", *figures) for at, figures in enumerate(senders)]
    assert not {"times-thousand"} & {*kinds(likely(collected))}


@given(st.lists(amounts, min_size=12, max_size=20), st.data())
def test_a_planted_slip_is_found_and_its_file_named(figures, data):
    # Of one size, so that a thousand times one of them lies far beyond all others.
    figures = [abs(figure) + 20 for figure in figures]
    at = data.draw(st.integers(0, len(figures) - 1))
    collected = [
        sent(f"An {number}", figure * 1000 if number == at else figure)
        for number, figure in enumerate(figures)
    ]
    assert {each.file for each in likely(collected) if each.kind.value == "times-thousand"} in (
        {f"An {at}.xlsx"},
        set(),  # the slip mended would be the largest or the smallest of all
    )


def test_infos_never_stop_a_total(tmp_path):
    from danvankheo import save

    for each in [*ORDINARY, sent("Ia Sơn", 35_000)]:
        save(attrs.evolve(each.movement), tmp_path / f"{each.movement.place.name}.json")
    found = office.collect(tmp_path)
    assert found.complete
    assert [each.file for each in found.likely] == ["Ia Sơn.json"]
    assert found.total[0].quantity == Quantity(35_167_300_000, DONG)
